import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { globMatches, uncoveredCalls } from '../../../../src/targets/lambda/invoke-policy.ts';
import { compareRoutes, describeRouteDifference } from '../../../../src/targets/stage/routes.ts';

const route = fc.constantFrom('GET /', 'GET /a', 'POST /a', 'ANY /b', 'GET /b/{id}', 'PUT /c');
const routes = fc.uniqueArray(route);

describe('the routes of two deployments', () => {
  it('differ by exactly what one side has and the other lacks', () => {
    fc.assert(
      fc.property(routes, routes, (stable, canary) => {
        const { added, removed } = compareRoutes(stable, canary);
        const rebuilt = [...stable.filter((r) => !removed.includes(r)), ...added];
        expect(rebuilt.sort()).toEqual([...canary].sort());
        expect(compareRoutes(canary, stable)).toEqual({ added: removed, removed: added });
      }),
    );
  });

  it('are described when they differ, and only then', () => {
    fc.assert(
      fc.property(routes, routes, (stable, canary) => {
        const same = [...stable].sort().join() === [...canary].sort().join();
        expect(describeRouteDifference(compareRoutes(stable, canary)) === undefined).toBe(same);
      }),
    );
  });

  it('are described for people, ten at the most', () => {
    const many = Array.from({ length: 12 }, (_, i) => `GET /r${String(i).padStart(2, '0')}`);
    expect(describeRouteDifference({ added: many, removed: ['DELETE /old'] })).toBe(
      'only the canary has GET /r00, GET /r01, GET /r02, GET /r03, GET /r04, GET /r05, GET /r06, GET /r07, GET /r08, GET /r09 and 2 more; ' +
        'only stable has DELETE /old: while traffic is split, these routes return 403 to some users at random',
    );
  });
});

/** The definition, implemented literally: `*` any text, `?` one character. */
function naive(pattern: string, text: string): boolean {
  if (pattern === '') return text === '';
  const rest = pattern.slice(1);
  if (pattern[0] === '*')
    return naive(rest, text) || (text !== '' && naive(pattern, text.slice(1)));
  return (
    text !== '' && (pattern[0] === '?' || pattern[0] === text[0]) && naive(rest, text.slice(1))
  );
}

describe('a pattern of IAM', () => {
  it('matches as its definition does', () => {
    const pattern = fc.string({ unit: fc.constantFrom('a', 'b', '*', '?', '/'), maxLength: 9 });
    const text = fc.string({ unit: fc.constantFrom('a', 'b', '/', '*', '?'), maxLength: 9 });
    fc.assert(
      fc.property(pattern, text, (p, t) => expect(globMatches(p, t)).toBe(naive(p, t))),
      { numRuns: 2_000 },
    );
  });

  it('takes no expression for anything but what it is', () => {
    expect(globMatches('a.c', 'abc')).toBe(false);
    expect(globMatches('(a+)+$', 'aaaa')).toBe(false);
    expect(globMatches('[a]', 'a')).toBe(false);
  });

  it('is matched in reasonable time when it is hostile', () => {
    const text = 'a'.repeat(3_000);
    expect(globMatches(`${'*a'.repeat(1_000)}b`, text)).toBe(false);
    expect(globMatches(`${'*a'.repeat(1_000)}*`, text)).toBe(true);
  });
});

const CALLS = [
  'arn:aws:execute-api:eu-west-1:123456789012:api/prod/GET/orders',
  'arn:aws:execute-api:eu-west-1:123456789012:api/prod/POST/orders',
];

const policy = (...statements: unknown[]) =>
  JSON.stringify({ Version: '2012-10-17', Statement: statements });

const gateway = (more: Record<string, unknown> = {}) => ({
  Effect: 'Allow',
  Principal: { Service: 'apigateway.amazonaws.com' },
  Action: 'lambda:InvokeFunction',
  ...more,
});

const from = (operator: string, key: string, value: unknown) => ({
  Condition: { [operator]: { [key]: value } },
});

describe("a version's policy", () => {
  it.each([
    ['no condition', policy(gateway())],
    [
      'a wildcard source',
      policy(
        gateway(
          from('ArnLike', 'AWS:SourceArn', 'arn:aws:execute-api:eu-west-1:123456789012:api/*/*/*'),
        ),
      ),
    ],
    ['a key in lower case', policy(gateway(from('StringLike', 'aws:sourcearn', 'arn:*')))],
    [
      'one statement per call',
      policy(...CALLS.map((arn) => gateway(from('ArnEquals', 'AWS:SourceArn', arn)))),
    ],
    ['a list of sources', policy(gateway(from('StringEquals', 'AWS:SourceArn', CALLS)))],
    ['any principal', policy(gateway({ Principal: '*' }))],
    [
      'several principals',
      policy(
        gateway({ Principal: { Service: ['events.amazonaws.com', 'apigateway.amazonaws.com'] } }),
      ),
    ],
    ['any action', policy(gateway({ Action: ['lambda:*'] }))],
    ['a single statement, not a list', JSON.stringify({ Statement: gateway() })],
  ])('with %s covers all calls', (_, text) => {
    expect(uncoveredCalls(text, CALLS)).toEqual([]);
  });

  it.each([
    ['none', undefined],
    ['one that is not JSON', '{'],
    ['one that is null', 'null'],
    ['one without statements', '{}'],
    ['another principal', policy(gateway({ Principal: { Service: 'events.amazonaws.com' } }))],
    ['another action', policy(gateway({ Action: 'lambda:GetFunction' }))],
    ['a denial', policy(gateway({ Effect: 'Deny' }))],
    [
      'another API',
      policy(
        gateway(
          from(
            'ArnLike',
            'AWS:SourceArn',
            'arn:aws:execute-api:eu-west-1:123456789012:other/*/*/*',
          ),
        ),
      ),
    ],
    ['another stage', policy(gateway(from('ArnLike', 'AWS:SourceArn', '*:api/dev/*/*')))],
  ])('that is %s covers none', (_, text) => {
    expect(uncoveredCalls(text, CALLS)).toEqual(CALLS);
  });

  it('covers the calls that it names, and no others', () => {
    const text = policy(gateway(from('ArnLike', 'AWS:SourceArn', '*/prod/GET/*')));
    expect(uncoveredCalls(text, CALLS)).toEqual([CALLS[1]]);
  });

  it('never makes the check throw, whatever it holds', () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        expect(uncoveredCalls(text, CALLS)).toEqual(CALLS);
      }),
    );
    const odd = fc.record(
      {
        Effect: fc.jsonValue(),
        Principal: fc.jsonValue(),
        Action: fc.jsonValue(),
        Condition: fc.jsonValue(),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(fc.array(odd), (statements) => {
        expect(uncoveredCalls(JSON.stringify({ Statement: statements }), CALLS)).toEqual(CALLS);
      }),
    );
  });

  it('covers nothing when it names another account, or when one of two conditions fails', () => {
    const account = (id: string) => ({ StringEquals: { 'AWS:SourceAccount': id } });
    const source = { ArnLike: { 'AWS:SourceArn': '*:api/prod/*' } };
    const uncovered = (condition: object) =>
      uncoveredCalls(policy(gateway({ Condition: condition })), CALLS);
    expect(uncovered(account('123456789012'))).toEqual([]);
    expect(uncovered(account('999999999999'))).toEqual(CALLS);
    expect(uncovered({ ...account('123456789012'), ...source })).toEqual([]);
    expect(uncovered({ ...account('999999999999'), ...source })).toEqual(CALLS);
    expect(uncovered({ ...source, ArnEquals: { 'AWS:SourceArn': CALLS[0] } })).toEqual([CALLS[1]]);
  });
});
