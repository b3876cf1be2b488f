import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { refusedCalls } from '../../../../src/targets/lambda/invoke-policy.ts';
import { globMatches } from '../../../../src/targets/lambda/policy-document.ts';

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

const FUNCTION = 'arn:aws:lambda:eu-west-1:123456789012:function:orders';

/** Those of the calls to version 7 that the policies refuse. */
function refused(calls: readonly string[], ...documents: readonly string[]): readonly string[] {
  const found = refusedCalls({ arn: `${FUNCTION}:7`, documents }, calls);
  return found.map(({ sourceArn }) => sourceArn);
}

const policy = (...statements: unknown[]) =>
  JSON.stringify({ Version: '2012-10-17', Statement: statements });

const gateway = (more: Record<string, unknown> = {}) => ({
  Effect: 'Allow',
  Principal: { Service: 'apigateway.amazonaws.com' },
  Action: 'lambda:InvokeFunction',
  Resource: `${FUNCTION}:7`,
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
    expect(refused(CALLS, text)).toEqual([]);
  });

  it.each([
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
    [
      'another stage',
      policy(gateway(from('ArnLike', 'AWS:SourceArn', 'arn:aws:execute-api:*:*:api/dev/*/*'))),
    ],
  ])('that is %s covers none', (_, text) => {
    expect(refused(CALLS, text)).toEqual(CALLS);
  });

  it('covers the calls that it names, and no others', () => {
    const text = policy(
      gateway(from('ArnLike', 'AWS:SourceArn', 'arn:aws:execute-api:*:*:*/prod/GET/*')),
    );
    expect(refused(CALLS, text)).toEqual([CALLS[1]]);
  });

  it('never makes the check throw, whatever it holds', () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        expect(refused(CALLS, text)).toEqual(CALLS);
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
        expect(refused(CALLS, JSON.stringify({ Statement: statements }))).toEqual(CALLS);
      }),
    );
  });

  it('covers nothing when it names another account, or when one of two conditions fails', () => {
    const account = (id: string) => ({ StringEquals: { 'AWS:SourceAccount': id } });
    const source = { ArnLike: { 'AWS:SourceArn': 'arn:*:execute-api:*:*:api/prod/*' } };
    const uncovered = (condition: object) =>
      refused(CALLS, policy(gateway({ Condition: condition })));
    expect(uncovered(account('123456789012'))).toEqual([]);
    expect(uncovered(account('999999999999'))).toEqual(CALLS);
    expect(uncovered({ ...account('123456789012'), ...source })).toEqual([]);
    expect(uncovered({ ...account('999999999999'), ...source })).toEqual(CALLS);
    expect(uncovered({ ...source, ArnEquals: { 'AWS:SourceArn': CALLS[0] } })).toEqual([CALLS[1]]);
  });
});

const allowed = gateway();
const both = (key: string, value: unknown) => ({ Condition: { StringEquals: { [key]: value } } });

describe('a statement that denies, next to one that allows', () => {
  it.each<[string, Record<string, unknown>]>([
    ['everyone', { Principal: '*' }],
    ['everyone, as an account', { Principal: { AWS: '*' } }],
    [
      'all services but one',
      { Principal: undefined, NotPrincipal: { Service: 's3.amazonaws.com' } },
    ],
    ['every action', { Action: '*' }],
    ['every action but reads', { Action: undefined, NotAction: 'lambda:Get*' }],
    ['an action in other case', { Action: 'LAMBDA:invokefunction' }],
    ['every version', { Resource: `${FUNCTION}:*` }],
    ['every function', { Resource: '*' }],
    ['all but another version', { Resource: undefined, NotResource: `${FUNCTION}:8` }],
    ['other accounts', { Condition: { StringNotEquals: { 'aws:SourceAccount': '999999999999' } } }],
    ['other sources', { Condition: { ArnNotLike: { 'aws:SourceArn': 'arn:aws:s3:::b' } } }],
    ['services', { Condition: { Bool: { 'aws:PrincipalIsAWSService': 'true' } } }],
    ['calls over TLS', { Condition: { Bool: { 'aws:SecureTransport': 'true' } } }],
    ['callers with an account', { Condition: { Null: { 'aws:SourceAccount': 'false' } } }],
    ['by a key that is not known', both('aws:SourceVpc', 'vpc-1')],
    ['by an operator that is not known', { Condition: { IpAddress: { 'aws:SourceArn': 'x' } } }],
    ['by a set', { Condition: { 'ForAnyValue:StringEquals': { 'aws:SourceArn': 'x' } } }],
    ['by a policy variable', { Resource: `${FUNCTION}:\${aws:PrincipalTag/v}` }],
    ['across the parts of an ARN', { Resource: 'arn:aws:*:orders:7' }],
    ['in an element that is not known', { When: 'always' }],
    ['with a condition that is none', { Condition: 'never' }],
    ['without a principal', { Principal: undefined }],
    ['with an effect that is not known', { Effect: 'Refuse' }],
  ])('%s: no call is taken for allowed', (_, more) => {
    const denial = gateway({ Effect: 'Deny', ...more });
    expect(refused(CALLS, policy(allowed, denial))).toEqual(CALLS);
    expect(refused(CALLS, policy(denial), policy(allowed))).toEqual(CALLS);
  });

  it.each<[string, Record<string, unknown>]>([
    ['another service', { Principal: { Service: 's3.amazonaws.com' } }],
    ['an account', { Principal: { AWS: 'arn:aws:iam::123456789012:root' } }],
    ['all services but this', { Principal: undefined, NotPrincipal: gateway().Principal }],
    ['another action', { Action: ['lambda:GetFunction', 'lambda:Update*'] }],
    ['another version', { Resource: `${FUNCTION}:8` }],
    ['the function alone', { Resource: FUNCTION }],
    ['another account', both('aws:SourceAccount', '999999999999')],
    [
      'calls without TLS',
      { Principal: '*', Action: '*', Condition: { Bool: { 'aws:SecureTransport': 'false' } } },
    ],
    [
      'calls without TLS, as JSON writes it',
      { Condition: { BoolIfExists: { 'AWS:SecureTransport': false } } },
    ],
    [
      'callers that are no service',
      { Condition: { Bool: { 'aws:PrincipalIsAWSService': false } } },
    ],
    [
      'another API, by something else too',
      {
        Condition: {
          ArnLike: { 'aws:SourceArn': 'arn:aws:s3:::b' },
          IpAddress: { 'aws:SourceIp': 'x' },
        },
      },
    ],
  ])('%s: the calls stay allowed', (_, more) => {
    expect(refused(CALLS, policy(allowed, gateway({ Effect: 'Deny', ...more })))).toEqual([]);
  });

  it('is named, and said to be certain or not', () => {
    const denialBy = (more: Record<string, unknown>) => {
      const text = policy(allowed, gateway({ Effect: 'Deny', Sid: 'NoProd', ...more }));
      return refusedCalls({ arn: `${FUNCTION}:7`, documents: [text] }, CALLS)[0]?.denial;
    };
    expect(denialBy({})).toBe('the statement "NoProd" denies it');
    expect(denialBy(both('aws:SourceVpc', 'vpc-1'))).toMatch(/^the statement "NoProd" may deny it/);
    expect(denialBy({ Sid: undefined })).toBe('a statement denies it');
  });
});

describe('a statement that allows', () => {
  it.each<[string, Record<string, unknown>]>([
    ['another version', { Resource: `${FUNCTION}:3` }],
    ['the function, not its versions', { Resource: FUNCTION }],
    ['no Resource', { Resource: undefined }],
    ['by a key that is not known', both('aws:PrincipalOrgID', 'o-1')],
    [
      'by a negated operator',
      { Condition: { ArnNotLike: { 'aws:SourceArn': 'arn:aws:execute-api:*:*:api/*' } } },
    ],
    ['by an operator that is not known', { Condition: { DateLessThan: { 'aws:SourceArn': '*' } } }],
    ['by a set', { Condition: { 'ForAllValues:ArnLike': { 'aws:SourceArn': '*' } } }],
    ['in an element that is not known', { When: 'always' }],
  ])('%s: covers none of the calls', (_, more) => {
    expect(refused(CALLS, policy(gateway(more)))).toEqual(CALLS);
  });

  it.each<[string, Record<string, unknown>]>([
    ['every version, in the policy of the function', { Resource: `${FUNCTION}:*` }],
    [
      'other accounts than another',
      { Condition: { StringNotEquals: { 'aws:SourceAccount': '9' } } },
    ],
    ['a source if there is one', { Condition: { ArnLikeIfExists: { 'aws:SourceArn': CALLS } } }],
    [
      'an account in any case',
      { Condition: { StringEqualsIgnoreCase: { 'AWS:SourceAccount': '123456789012' } } },
    ],
  ])('%s: covers the calls', (_, more) => {
    expect(refused(CALLS, policy(gateway(more)))).toEqual([]);
  });

  it('next to a policy that cannot be read: covers none of the calls', () => {
    expect(refused(CALLS, policy(allowed), '{')).toEqual(CALLS);
    expect(refused(CALLS)).toEqual(CALLS);
  });
});
