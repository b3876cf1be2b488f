import { describe, expect, it } from '@jest/globals';
import { calleeOf, type Lookup, referenceTo } from '../../../src/doctor/callee.ts';

const ORDERS = 'arn:aws:lambda:eu-central-1:123456789012:function:orders';
const invocation = (called: string) =>
  `arn:aws:apigateway:eu-central-1:lambda:path/2015-03-31/functions/${called}/invocations`;

const lookup = (variables: Readonly<Record<string, string>> = {}): Lookup => ({
  variables,
  named: (name) => (name === 'orders' ? 'fn' : undefined),
  reference: (path) => {
    if (path === 'Orders.Arn' || path === 'Orders') return { kind: 'function', functionId: 'fn' };
    if (path === 'Live') return { kind: 'alias', functionId: 'fn', alias: 'live' };
    if (path === 'First.Version') return { kind: 'number', version: 'First' };
    return { kind: 'unknown', why: `no ${path}` };
  },
});

const reachIn = (text: string, variables = {}) => {
  const callee = calleeOf(text, lookup(variables));
  return 'reach' in callee ? callee.reach : callee;
};

describe('a function that is called', () => {
  it.each([
    [ORDERS, { kind: 'unqualified' }],
    [`${ORDERS}:$LATEST`, { kind: 'unqualified' }],
    [`${ORDERS}:live`, { kind: 'alias', alias: 'live' }],
    [`${ORDERS}:7`, { kind: 'version', version: '7' }],
    [referenceTo('Orders.Arn'), { kind: 'unqualified' }],
    [`${referenceTo('Orders.Arn')}:live`, { kind: 'alias', alias: 'live' }],
    [referenceTo('Live'), { kind: 'alias', alias: 'live' }],
    [
      `${referenceTo('Orders.Arn')}:${referenceTo('First.Version')}`,
      { kind: 'version', version: 'First' },
    ],
    [`arn:aws:lambda:r:a:function:${referenceTo('Orders')}:3`, { kind: 'version', version: '3' }],
    [
      `${ORDERS}:\${stageVariables.v}`,
      { kind: 'variable', variable: 'v', holds: 'unknown', value: '' },
    ],
  ])('%s', (called, reach) => {
    expect(reachIn(called)).toEqual(reach);
    expect(reachIn(invocation(called))).toEqual(reach);
  });

  it('is read from streaming integrations too', () => {
    const uri = `arn:aws:apigateway:r:lambda:path/2021-11-15/functions/${ORDERS}:live/response-streaming-invocations`;
    expect(reachIn(uri)).toEqual({ kind: 'alias', alias: 'live' });
  });

  it.each([
    ['7', 'version'],
    ['live', 'alias'],
    [referenceTo('First.Version'), 'version'],
    [referenceTo('Live'), 'alias'],
  ])('has what the stage variable %s holds', (value, holds) => {
    const reach = reachIn(invocation(`${ORDERS}:\${stageVariables.v}`), { v: value });
    expect(reach).toMatchObject({ kind: 'variable', variable: 'v', holds });
  });

  it('may be named by a stage variable as a whole', () => {
    const uri = invocation('arn:aws:lambda:r:123456789012:function:${stageVariables.fn}');
    expect(reachIn(uri, { fn: 'orders:7' })).toMatchObject({ kind: 'variable', value: '7' });
    expect(reachIn(uri, { fn: 'orders' })).toEqual({ kind: 'unqualified' });
    expect(reachIn(uri)).toMatchObject({ kind: 'unknown', why: expect.stringContaining('"fn"') });
  });

  it('is another one if the name is not known', () => {
    expect(calleeOf(ORDERS.replace('orders', 'carts'), lookup())).toMatchObject({
      kind: 'other',
      name: 'carts',
    });
  });

  it.each(['https://example.com/functions', 'arn:aws:apigateway:r:sqs:path/1/q', ''])(
    'is none in %j',
    (uri) => expect(calleeOf(uri, lookup())).toEqual({ kind: 'elsewhere' }),
  );

  it('says why it is not known', () => {
    expect(reachIn(referenceTo('Nothing'))).toMatchObject({ kind: 'unknown', why: 'no Nothing' });
    expect(reachIn(`${referenceTo('Live')}:7`)).toMatchObject({
      why: '"${Live}:7" has a second qualifier',
    });
  });
});
