import { describe, expect, it } from '@jest/globals';
import type { Integration } from '../../../../src/aws/rest-api-model.ts';
import { variablesRead } from '../../../../src/aws/variable-readers.ts';
import {
  idleOverrides,
  movedAlong,
  overridesInWords,
  readersInWords,
  strayDependents,
} from '../../../../src/targets/stage/dependents.ts';
import { movedCalls } from '../../../../src/targets/stage/moved-calls.ts';
import { findWiring } from '../../../../src/targets/stage/wiring.ts';

const ARN = 'arn:aws:lambda:eu-west-1:123456789012:function';
const lambda = (inner: string) =>
  `arn:aws:apigateway:eu-west-1:lambda:path/2015-03-31/functions/${ARN}:${inner}/invocations`;
const stream = (inner: string) =>
  `arn:aws:apigateway:eu-west-1:lambda:path/2021-11-15/functions/${ARN}:${inner}/response-streaming-invocations`;

const at = (path: string, uri: string, more: Partial<Integration> = {}): Integration => ({
  resourceId: path,
  path,
  method: 'GET',
  uri,
  ...more,
});

const HELLO = at('/hello', lambda('hello:${stageVariables.v}'));
const variables = { v: '1', w: '1' };

function stray(others: readonly Integration[], released = ['hello']): readonly string[] {
  const integrations = [HELLO, ...others];
  const wirings = released.flatMap((name) => {
    const found = findWiring(name, integrations, variables);
    return found.kind === 'found' ? [found.wiring] : [];
  });
  return strayDependents(wirings, { integrations }, variables);
}

describe('what depends on the variable of a released function', () => {
  it.each([
    [
      'another function',
      at('/pay', lambda('pay:${stageVariables.v}')),
      'GET /pay (function "pay")',
    ],
    ['a streamed one', at('/s', stream('pay:${stageVariables.v}')), 'GET /s (function "pay")'],
    ['an HTTP backend', at('/h', 'http://${stageVariables.v}.example.com/x?key=1'), 'com/…)'],
    [
      'a VPC link',
      at('/vpc', 'http://internal', { connectionId: '${stageVariables.v}' }),
      'GET /vpc (http://internal, VPC link ${stageVariables.v})',
    ],
    [
      'a role',
      at('/r', 'http://a', { credentials: 'arn:aws:iam::1:role/${stageVariables.v}' }),
      'GET /r',
    ],
    [
      'an authorizer',
      at('"guard"', lambda('auth:${stageVariables.v}'), {
        method: 'authorizer',
        authorizerId: 'a',
      }),
      'authorizer "guard" (function "auth")',
    ],
    ['a URI that is not understood', at('/odd', 'arn:aws:x:${stageVariables.v}'), 'GET /odd'],
    [
      'the role of its own integration',
      at('/own', lambda('hello:${stageVariables.v}'), { credentials: '${stageVariables.v}' }),
      'GET /own (function "hello")',
    ],
  ])('is named: %s', (_, other, words) => {
    const [problem = '', ...more] = stray([other]);
    expect(more).toEqual([]);
    expect(problem).toContain(
      'stage variable "v", which holds the version of "hello", also controls',
    );
    expect(problem).toContain(words);
    expect(problem).toContain('To fix this, give "hello" its own stage variable');
  });

  it('is nothing where its other routes use it, and others use another', () => {
    const own = [at('/s', stream('hello:${stageVariables.v}')), at('/x', lambda('hello:$LATEST'))];
    expect(stray([own[0]!, at('/pay', lambda('pay:${stageVariables.w}'))])).toEqual([]);
  });

  it('is named in a rollback, which continues anyway', () => {
    const pay = at('/pay', lambda('pay:${stageVariables.v}'));
    const found = findWiring('hello', [HELLO], variables);
    const wirings = found.kind === 'found' ? [found.wiring] : [];
    expect(movedAlong(wirings, { integrations: [HELLO, pay] }, variables)).toBe(
      '; stage variable "v" also controls what GET /pay (function "pay") calls',
    );
    expect(movedAlong(wirings, { integrations: [HELLO] }, variables)).toBe('');
  });

  it('may be listed if it is the version of a function, and is then no longer named', () => {
    const pay = at('/pay', lambda('pay:${stageVariables.v}'));
    expect(stray([pay])[0]).toContain('or list "pay" in functions too');
    expect(stray([pay], ['hello', 'pay'])).toEqual([]);
    expect(stray([pay, at('/h', 'http://${stageVariables.v}')])[0]).not.toContain('or list');
  });
});

describe('what templates and mappings read', () => {
  it.each([
    ['$stageVariables.v', ['v']],
    ['${stageVariables.v}/x', ['v']],
    ["$stageVariables.get('v') $stageVariables['w']", ['v', 'w']],
    ['stageVariables.v', ['v']],
    ['#foreach($p in $stageVariables.keySet()) $stageVariables.get($p) #end', ['*', '*']],
    ['nothing', []],
  ])('%s', (text, names) => {
    expect(variablesRead(text)).toEqual(names);
  });

  it('is noted for what is moved', () => {
    const readers = [{ where: 'GET /x', names: ['v'] }];
    expect(readersInWords(['v'], readers)[0]).toContain(
      'also read by templates, mappings or gateway responses (GET /x)',
    );
    expect(readersInWords(['w'], readers)).toEqual([]);
  });
});

describe('an override', () => {
  const backend = at('/x', 'http://${stageVariables.backend}/x');
  const definition = { integrations: [backend], readers: [{ where: 'GET /y', names: ['read'] }] };

  it('whose name nothing knows is most likely misspelt', () => {
    const [problem = ''] = idleOverrides({ backned: 'NEW' }, definition, { other: '1' });
    expect(problem).toContain('has the variable "backned"');
    expect(problem).toContain('Did you mean "backend"?');
  });

  it.each(['backend', 'other', 'read'])('of a variable that is known may be: %s', (name) => {
    expect(idleOverrides({ [name]: 'x' }, definition, { other: '1' })).toEqual([]);
  });

  it('may have any name where something reads them all', () => {
    const readers = [{ where: 'GET /y', names: ['*'] }];
    expect(idleOverrides({ new: 'x' }, { ...definition, readers }, {})).toEqual([]);
  });

  it('of what only the draft uses has no effect on the deployed definition', () => {
    const draft = { ...definition, integrations: [at('/n', 'http://${stageVariables.next}')] };
    expect(idleOverrides({ next: 'x' }, definition, {}, draft)).toEqual([
      'stage-variable-overrides: only the API\'s draft has the variable "next", and definition: deployed does not release the draft; expected a variable of the deployed definition, or definition: draft',
    ]);
    expect(idleOverrides({ next: 'x' }, definition, { next: 'y' }, draft)).toEqual([]);
  });

  it('is noted with what it moves', () => {
    expect(overridesInWords({ backend: 'NEW', read: 'x' }, [backend], {})).toEqual([
      'stage-variable-overrides: "backend" controls what GET /x (http://${stageVariables.backend}/…) calls, and changes it',
    ]);
  });
});

describe('what overrides make the canary call', () => {
  const moved = (
    integrations: readonly Integration[],
    overrides: Readonly<Record<string, string>>,
  ) => movedCalls({ served: integrations, released: integrations, variables, overrides }, []);

  it('is every function, version or alias that is not called now', () => {
    const pay = at('/pay', lambda('pay:${stageVariables.w}'));
    const named = at('/fn', lambda('${stageVariables.fn}'));
    const { calls, problems } = moved([HELLO, pay, named], { v: 'green', w: '1', fn: 'other' });
    expect(problems).toEqual([]);
    expect(calls).toEqual([
      expect.objectContaining({ functionName: 'hello', qualifier: 'green', integrations: [HELLO] }),
      expect.objectContaining({ functionName: 'other', qualifier: '$LATEST' }),
    ]);
  });

  it('is put together for routes that share it', () => {
    const again = at('/s', stream('hello:${stageVariables.v}'));
    const { calls } = moved([HELLO, again], { v: '2' });
    expect(calls.map(({ integrations }) => integrations)).toEqual([[HELLO, again]]);
  });

  it.each([
    ['an empty version', HELLO, { v: '' }, 'will call "hello" with an empty version'],
    ['no name at all', at('/n', lambda('${stageVariables.v}')), { v: '' }, 'unclear what'],
    ['what no name can be', HELLO, { v: '2:3' }, 'it is unclear what GET /hello'],
    [
      'what was not understood before',
      at('/odd', 'arn:aws:x:${stageVariables.v}'),
      { v: '2' },
      'it is unclear what GET /odd',
    ],
  ])('is refused as %s', (_, integration, overrides, words) => {
    const { calls, problems } = moved([integration], overrides);
    expect(calls).toEqual([]);
    expect(problems).toEqual([expect.stringContaining(words)]);
  });

  it('is what the draft calls and the stage does not', () => {
    const served = [HELLO, at('/pay', lambda('pay:3'))];
    const draft = [HELLO, at('/pay', lambda('pay:4')), at('/new', lambda('fresh:1'))];
    const moves = { served, released: draft, variables, overrides: {} };
    expect(movedCalls(moves, []).calls).toEqual([
      expect.objectContaining({ functionName: 'pay', qualifier: '4', by: 'definition' }),
      expect.objectContaining({ functionName: 'fresh', qualifier: '1', by: 'definition' }),
    ]);
    expect(movedCalls(moves, ['pay']).calls).toHaveLength(1);
  });

  it('leaves an authorizer alone where the stage shows none', () => {
    const guard = at('"guard"', lambda('auth:1'), { method: 'authorizer', authorizerId: 'a' });
    const moves = { released: [guard], variables, overrides: {} };
    expect(movedCalls({ ...moves, served: [HELLO] }, []).calls).toEqual([]);
    const other = { ...guard, path: '"other"' };
    expect(movedCalls({ ...moves, served: [other] }, []).calls).toHaveLength(1);
  });

  it('must not lead a released function away', () => {
    const integration = at('/n', lambda('${stageVariables.name}:${stageVariables.v}'));
    const stands = { v: '1', name: 'hello' };
    const all = { served: [integration], released: [integration], variables: stands };
    const { problems } = movedCalls({ ...all, overrides: { name: 'other' } }, ['hello']);
    expect(problems).toEqual([
      expect.stringContaining('would no longer call "hello", which is being released'),
    ]);
  });
});
