import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Integration } from '../../../../src/aws/rest-api-model.ts';
import { canaryChange, sharedVariables } from '../../../../src/targets/stage/canary-change.ts';
import {
  parseLambdaUri,
  reachOf,
  shownUri,
  withQualifier,
} from '../../../../src/targets/stage/integration.ts';
import { findWiring, type Wiring } from '../../../../src/targets/stage/wiring.ts';

const ARN = 'arn:aws:lambda:eu-west-1:123456789012:function';
const uriOf = (inner: string, region = 'eu-west-1') =>
  `arn:aws:apigateway:${region}:lambda:path/2015-03-31/functions/${inner}/invocations`;

const streamOf = (inner: string) =>
  `arn:aws:apigateway:eu-west-1:lambda:path/2021-11-15/functions/${inner}/response-streaming-invocations`;

const integration = (inner: string, path = '/orders', method = 'GET'): Integration => ({
  resourceId: `resource${path}`,
  path,
  method,
  uri: uriOf(inner),
});

const problemOf = (
  inners: readonly string[],
  variables: Readonly<Record<string, string>> = {},
): string => {
  const all = inners.map((inner, i) => integration(inner, `/r${i}`));
  const found = findWiring('orders', all, variables);
  return found.kind === 'unsplittable' ? found.problem : '';
};

const functionName = fc.stringMatching(/^[A-Za-z0-9_-]{1,64}$/);
const version = fc.integer({ min: 1, max: 1e9 }).map(String);

describe('the URI of a Lambda integration', () => {
  it.each([
    [`${ARN}:orders`, {}, 'orders', undefined, undefined],
    [`${ARN}:orders:7`, {}, 'orders', '7', undefined],
    [`${ARN}:orders:live`, {}, 'orders', 'live', undefined],
    [`${ARN}:orders:$\{stageVariables.v}`, { v: '7' }, 'orders', '7', ['v', '']],
    [`${ARN}:$\{stageVariables.fn}`, { fn: 'orders:7' }, 'orders', '7', ['fn', 'orders:']],
    [`${ARN}:$\{stageVariables.fn}`, { fn: 'orders' }, 'orders', undefined, undefined],
    [`${ARN}:$\{stageVariables.fn}:7`, { fn: 'orders' }, 'orders', '7', undefined],
    ['${stageVariables.arn}', { arn: `${ARN}:orders:7` }, 'orders', '7', ['arn', `${ARN}:orders:`]],
    [`${ARN}:or$\{stageVariables.rest}`, { rest: 'ders:7' }, 'orders', '7', ['rest', 'ders:']],
    // The variable is also in the name: another value of it would lead to another function.
    [
      `${ARN}:orders-$\{stageVariables.v}:$\{stageVariables.v}`,
      { v: '7' },
      'orders-7',
      '7',
      undefined,
    ],
    ['123456789012:function:orders:7', {}, 'orders', '7', undefined],
    // The version itself is split: no single variable can hold another one.
    [`${ARN}:orders:1$\{stageVariables.digit}`, { digit: '7' }, 'orders', '17', undefined],
    ['orders:7', {}, 'orders', '7', undefined],
  ])('%s with %j calls %s:%s', (inner, variables, name, qualifier, held) => {
    const [variable = '', prefix = ''] = held ?? [];
    expect(parseLambdaUri(uriOf(inner), variables)).toMatchObject({
      functionName: name,
      qualifier,
      heldBy: held && { name: variable, prefix },
    });
  });

  it('is read in every partition', () => {
    const uri =
      'arn:aws-cn:apigateway:cn-north-1:lambda:path/2015-03-31/functions/arn:aws-cn:lambda:cn-north-1:123456789012:function:orders:7/invocations';
    expect(parseLambdaUri(uri, {})).toMatchObject({ functionName: 'orders', qualifier: '7' });
  });

  it.each([
    'http://example.com/${stageVariables.v}',
    'arn:aws:apigateway:eu-west-1:sqs:path/123456789012/queue',
    uriOf('${stageVariables.unknown}'),
    // An operation of another version of Lambda's API, or in another form.
    uriOf(`${ARN}:orders:7`).replace('2015-03-31', '2021-11-15'),
    uriOf(`${ARN}:orders:7`).replace('path/', 'path//'),
    uriOf(`${ARN}:orders:7:x`),
    '',
  ])('is none: %s', (uri) => {
    expect(parseLambdaUri(uri, {})).toBeUndefined();
  });

  it('gets another version at its end, and only there', () => {
    fc.assert(
      fc.property(functionName, version, version, (name, from, to) => {
        const rewritten = withQualifier(uriOf(`${ARN}:${name}:${from}`), to);
        expect(rewritten).toBe(uriOf(`${ARN}:${name}:${to}`));
        expect(withQualifier(rewritten, from)).toBe(uriOf(`${ARN}:${name}:${from}`));
      }),
    );
  });

  it.each([
    ['a streamed response', streamOf(`${ARN}:orders:7`), 'lambda'],
    ['an HTTP backend', 'https://orders.example.com/orders', 'elsewhere'],
    [
      'a queue of that name',
      'arn:aws:apigateway:eu-west-1:sqs:path/123456789012/orders',
      'elsewhere',
    ],
    ['a bucket', 'arn:aws:apigateway:eu-west-1:orders.s3:path/key', 'elsewhere'],
    ['nowhere, for want of a variable', uriOf('${stageVariables.unknown}'), 'elsewhere'],
    [
      'an asynchronous invocation of old',
      `arn:aws:apigateway:eu-west-1:lambda:path/2014-11-13/functions/${ARN}:orders:7/invoke-async/`,
      'unknown',
    ],
    [
      'an action',
      'arn:aws:apigateway:eu-west-1:lambda:action/Invoke&FunctionName=orders',
      'unknown',
    ],
    ['a function out of the path', uriOf('{name}'), 'unknown'],
    ['a variable that holds anything', '${stageVariables.uri}', 'unknown'],
  ])('leads to %s', (_, uri, kind) => {
    expect(reachOf(uri, { uri: 'ftp://orders' }).kind).toBe(kind);
  });

  it('of a streamed response gets another version at its end as well', () => {
    const uri = streamOf(`${ARN}:orders:7`);
    expect(parseLambdaUri(uri, {})).toMatchObject({ functionName: 'orders', qualifier: '7' });
    expect(withQualifier(uri, '8')).toBe(streamOf(`${ARN}:orders:8`));
  });

  it('is shown without what may be secret in it', () => {
    expect(shownUri('https://me:secret@example.com/secret?key=secret')).toBe(
      'https://…@example.com/…',
    );
    expect(shownUri('http://example.com?secret')).toBe('http://example.com/…');
    expect(shownUri('http://example.com/')).toBe('http://example.com/');
    expect(shownUri('${stageVariables.host}/secret')).toBe('${stageVariables.host}/…');
    expect(shownUri('arn:aws:apigateway:eu-west-1:sns:action/Publish?key=secret')).toBe(
      'arn:aws:apigateway:eu-west-1:sns:action/Publish?…',
    );
  });

  it('does not take the names of Object.prototype for stage variables', () => {
    expect(parseLambdaUri(uriOf(`${ARN}:orders:$\{stageVariables.constructor}`), {})).toMatchObject(
      {
        functionName: 'orders',
        qualifier: '',
        heldBy: undefined,
      },
    );
  });
});

describe('the wiring of a function', () => {
  it('is found by stage variable', () => {
    const all = [
      integration(`${ARN}:orders:$\{stageVariables.v}`),
      integration(`${ARN}:other:$\{stageVariables.w}`, '/other'),
    ];
    expect(findWiring('orders', all, { v: '7', w: '3' })).toEqual({
      kind: 'found',
      wiring: {
        kind: 'variable',
        functionName: 'orders',
        from: '7',
        variable: 'v',
        prefix: '',
        integrations: [all[0]],
      },
    });
  });

  it('is found by pinned version, over all its routes', () => {
    const all = [
      integration(`${ARN}:orders:7`, '/orders', 'GET'),
      integration(`${ARN}:orders:7`, '/orders/{id}', 'ANY'),
    ];
    const wiring = { kind: 'pinned', functionName: 'orders', from: '7', integrations: all };
    expect(findWiring('orders', all, {})).toEqual({ kind: 'found', wiring });
  });

  it('is found over buffered and streamed routes, and is two ways where they differ', () => {
    const streamed = (version: string) => ({
      ...integration('', '/stream'),
      uri: streamOf(`${ARN}:orders:${version}`),
    });
    const buffered = integration(`${ARN}:orders:7`);
    const all = [buffered, streamed('7')];
    expect(findWiring('orders', all, {})).toMatchObject({ wiring: { integrations: all } });
    expect(findWiring('orders', [streamed('7')], {})).toMatchObject({ kind: 'found' });
    expect(findWiring('orders', [buffered, streamed('3')], {})).toMatchObject({
      problem: expect.stringContaining('GET /orders calls 7; GET /stream calls 3'),
    });
  });

  it.each([
    uriOf('orders:7').replace('2015-03-31', '2014-11-13'),
    uriOf('orders:7').replace('path/', 'path//'),
    'arn:aws:apigateway:eu-west-1:lambda:action/Invoke&FunctionName=orders',
    uriOf('%6Frders:7'),
  ])('is refused where a URI that is not understood names the function: %s', (uri) => {
    const odd = { ...integration('', '/odd', 'POST'), uri };
    const others = integration(`${ARN}:orders:7`);
    const found = findWiring('orders', [others, odd], {});
    expect(found).toMatchObject({
      problem: expect.stringContaining(
        `POST /odd mentions "orders" in a URI that is not recognized (${uri})`,
      ),
    });
    expect(findWiring('order', [integration(`${ARN}:order:7`), odd], {}).kind).toBe('found');
  });

  it('of an authorizer is a stage variable, or none', () => {
    const authorizer = (inner: string) => ({
      ...integration(inner, '"guard"', 'authorizer'),
      authorizerId: 'a1',
    });
    const byVariable = [authorizer(`${ARN}:orders:$\{stageVariables.v}`)];
    expect(findWiring('orders', byVariable, { v: '7' })).toMatchObject({
      wiring: { kind: 'variable', from: '7', integrations: byVariable },
    });
    expect(findWiring('orders', [authorizer(`${ARN}:orders:7`)], {})).toMatchObject({
      problem: expect.stringContaining('authorizer "guard" calls "orders" by a version in its URI'),
    });
  });

  it('knows functions of one name apart by their accounts and regions', () => {
    const there = integration(`${ARN.replace('123456789012', '999999999999')}:orders:7`, '/there');
    const found = findWiring('orders', [integration(`${ARN}:orders:7`), there], {});
    expect(found).toMatchObject({
      problem: expect.stringContaining('GET /there calls 7 in account 999999999999, eu-west-1'),
    });
    const bare = [integration(`${ARN}:orders:7`), integration('orders:7', '/bare')];
    expect(findWiring('orders', bare, {}).kind).toBe('found');
  });

  it.each([
    [
      'its version is in pieces',
      ['orders:1${stageVariables.digit}'],
      { digit: '7' },
      'builds the version of "orders" from several parts',
    ],
    [
      'no integration calls it',
      ['other:7'],
      {},
      'none of the API\'s 1 integration calls the function "orders"',
    ],
    ['there is no integration', [], {}, "none of the API's 0 integrations calls"],
    ['it has no version', ['orders'], {}, 'GET /r0 calls "orders" unqualified, without a version'],
    ['it is the draft', ['orders:$LATEST'], {}, 'through "$LATEST"'],
    ['it is behind an alias', ['orders:live'], {}, 'through "live", which stable and canary share'],
    [
      'a variable holds an alias',
      ['orders:${stageVariables.a}'],
      { a: 'live' },
      'through the stage variable "a", which stable and canary share',
    ],
    [
      'two versions are served',
      ['orders:7', 'orders:8'],
      {},
      'in two ways (GET /r0 calls 7; GET /r1 calls 8)',
    ],
    [
      'two variables carry it',
      ['orders:${stageVariables.a}', 'orders:${stageVariables.b}'],
      { a: '7', b: '7' },
      'GET /r0 calls 7 by stage variable "a"; GET /r1 calls 7 by stage variable "b"',
    ],
    [
      'one route is pinned',
      ['orders:${stageVariables.a}', 'orders:7'],
      { a: '7' },
      'GET /r1 calls 7)',
    ],
    ['one route has no version', ['orders:7', 'orders'], {}, 'GET /r1 calls no version)'],
    [
      'the variable is not set on the stage',
      ['orders:${stageVariables.a}'],
      {},
      'from a stage variable that is not set on this stage',
    ],
  ])('cannot be split when %s', (_, inners, variables, problem) => {
    expect(problemOf(inners, variables)).toContain(problem);
  });

  it('that cannot be split names the way out', () => {
    expect(problemOf(['orders'])).toContain(
      'To fix this, end the integration URI in a published version',
    );
    expect(problemOf(['orders:live'])).toContain('To fix this, split the alias itself by weights');
  });
});

const pinned = (name: string, from: string): Wiring => ({
  kind: 'pinned',
  functionName: name,
  from,
  integrations: [integration(`${ARN}:${name}:${from}`)],
});

const byVariable = (name: string, from: string, variable: string, prefix = ''): Wiring => ({
  kind: 'variable',
  functionName: name,
  from,
  variable,
  prefix,
  integrations: [integration(`${ARN}:$\{stageVariables.${variable}}`)],
});

describe('the change that a canary is', () => {
  it('overrides the variables and rewrites the pinned integrations', () => {
    const wirings = [byVariable('orders', '7', 'fn', 'orders:'), pinned('payments', '3')];
    const changes = [
      { name: 'orders', from: '7', to: '8' },
      { name: 'payments', from: '3', to: '4' },
    ];
    expect(canaryChange(wirings, changes, { colour: 'green' })).toEqual({
      overrides: { colour: 'green', fn: 'orders:8' },
      drafts: [
        {
          resourceId: 'resource/orders',
          method: 'GET',
          from: uriOf(`${ARN}:payments:3`),
          to: uriOf(`${ARN}:payments:4`),
        },
      ],
    });
  });

  it('leaves the draft of an unchanged function alone', () => {
    const same = [{ name: 'payments', from: '3', to: '3' }];
    expect(canaryChange([pinned('payments', '3')], same, {})).toEqual({
      overrides: {},
      drafts: [],
    });
  });

  it('rewrites what the draft has, whatever version is served', () => {
    const ahead = { ...pinned('payments', '3'), integrations: [integration(`${ARN}:payments:4`)] };
    const draftsFor = (to: string) => {
      const change = canaryChange([ahead], [{ name: 'payments', from: '3', to }], {});
      return 'drafts' in change ? change.drafts.map((draft) => [draft.from, draft.to]) : change;
    };
    const uri = (version: string) => uriOf(`${ARN}:payments:${version}`);
    expect(draftsFor('4')).toEqual([]);
    expect(draftsFor('5')).toEqual([[uri('4'), uri('5')]]);
    expect(draftsFor('3')).toEqual([[uri('4'), uri('3')]]);
  });

  it('is refused where one variable would need two values', () => {
    const wirings = [byVariable('orders', '7', 'v'), byVariable('payments', '7', 'v')];
    const changes = [
      { name: 'orders', from: '7', to: '8' },
      { name: 'payments', from: '7', to: '9' },
    ];
    expect(canaryChange(wirings, changes, {})).toEqual({
      problems: [
        'stage variable "v" would need two values, for "orders" (version 8) and for "payments" (version 9); expected a separate variable for each function',
      ],
    });
    expect(canaryChange([wirings[0]!], changes, { v: '1' })).toEqual({
      problems: [
        expect.stringContaining('for stage-variable-overrides and for "orders" (version 8)'),
      ],
    });
    expect(sharedVariables(wirings)).toEqual(['v']);
    expect(sharedVariables([wirings[0]!, byVariable('x', '1', 'w')])).toEqual([]);
  });

  it('takes any name that a variable may have, also those of Object.prototype', () => {
    for (const name of ['constructor', 'toString', 'hasOwnProperty', '__proto__']) {
      const extra = Object.fromEntries([[name, 'on']]);
      const change = canaryChange([], [], extra);
      expect('overrides' in change && Object.entries(change.overrides)).toEqual([[name, 'on']]);
    }
  });

  it('is undone by the same change backwards', () => {
    fc.assert(
      fc.property(functionName, version, version, (name, from, to) => {
        fc.pre(from !== to);
        const forth = canaryChange([pinned(name, from)], [{ name, from, to }], {});
        if (!('drafts' in forth)) throw new Error('refused');
        const draft = forth.drafts[0]!;
        const after: Wiring = {
          kind: 'pinned',
          functionName: name,
          from: to,
          integrations: [{ ...integration(''), uri: draft.to }],
        };
        const back = canaryChange([after], [{ name, from: to, to: from }], {});
        expect('drafts' in back && back.drafts[0]?.to).toBe(draft.from);
      }),
    );
  });
});
