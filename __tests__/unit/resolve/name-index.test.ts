import { describe, expect, it } from '@jest/globals';
import type { StackResource } from '../../../src/aws/stacks.ts';
import type { NameOf } from '../../../src/inputs/names.ts';
import { indexNames, type Known, type WalkedStack } from '../../../src/resolve/name-index.ts';

const LAMBDA = 'arn:aws:lambda:eu-west-1:123456789012:function';

const resource = (logicalId: string, type: string, physicalId: string): StackResource => ({
  ...{ logicalId, type, physicalId },
  status: 'CREATE_COMPLETE',
});

const fn = (logicalId: string, physicalId: string) =>
  resource(logicalId, 'AWS::Lambda::Function', physicalId);

const aliasOf = (logicalId: string, name: string) =>
  resource(logicalId, 'AWS::Lambda::Alias', `${LAMBDA}:${name}`);

const SHOP: WalkedStack = {
  path: 'shop',
  resources: [
    fn('Orders', 'shop-Orders-1A2B'),
    aliasOf('OrdersAliaslive', 'shop-Orders-1A2B:live'),
    fn('CheckoutB7CD3E82', 'shop-CheckoutB7CD3E82-9'),
    resource('CheckoutServiceRole0A1B2C3D', 'AWS::IAM::Role', 'shop-role'),
    resource('ServerlessRestApi', 'AWS::ApiGateway::RestApi', 'a1b2c3d4e5'),
    resource('ServerlessRestApiProdStage', 'AWS::ApiGateway::Stage', 'Prod'),
    resource('OrdersErrors', 'AWS::CloudWatch::Alarm', 'shop-OrdersErrors-77'),
    resource('Table', 'AWS::DynamoDB::Table', 'shop-Table-1'),
    resource('Web', 'AWS::ApiGatewayV2::Api', 'q1w2e3'),
    resource('Payments', 'AWS::CloudFormation::Stack', 'arn:…'),
  ],
};

const PAYMENTS: WalkedStack = {
  path: 'shop/Payments',
  resources: [
    fn('Charge', 'shop-Payments-Charge-5'),
    aliasOf('ChargeLive', 'shop-Payments-Charge-5:live'),
  ],
};

const NONE: Known = { stacks: [SHOP, PAYMENTS], outputs: [], file: undefined };

const find = (of: NameOf, written: string, known: Known = NONE) =>
  indexNames(known).find(of, written);

describe('names in a stack', () => {
  it.each<[string, NameOf, string, readonly string[]]>([
    ['a logical ID', 'function', 'Orders', ['shop-Orders-1A2B']],
    ['one in a nested stack', 'function', 'Charge', ['shop-Payments-Charge-5']],
    ['one with its stack', 'function', 'Payments/Charge', ['shop-Payments-Charge-5']],
    ['one with the whole path', 'function', 'shop/Payments/Charge', ['shop-Payments-Charge-5']],
    [
      'an alias, which names its function as well',
      'function',
      'OrdersAliaslive',
      ['shop-Orders-1A2B:live'],
    ],
    ['an alias alone', 'function alias', 'OrdersAliaslive', ['live']],
    ['a construct of CDK', 'function', 'Checkout', ['shop-CheckoutB7CD3E82-9']],
    ['a REST API', 'REST API', 'ServerlessRestApi', ['a1b2c3d4e5']],
    ['a stage', 'API stage', 'ServerlessRestApiProdStage', ['Prod']],
    ['an alarm', 'alarm', 'OrdersErrors', ['shop-OrdersErrors-77']],
  ])('are found by %s', (_, of, written, names) => {
    expect(find(of, written)).toMatchObject({ kind: 'found', names });
  });

  it('are physical names first', () => {
    const odd = { path: 'odd', resources: [fn('a', 'b'), fn('b', 'c')] };
    const known = { ...NONE, stacks: [odd] };
    expect(find('function', 'b', known)).toEqual({ kind: 'physical' });
    expect(find('function', 'shop-Orders-1A2B')).toEqual({ kind: 'physical' });
  });

  it('prefer a whole logical ID to the beginning of another', () => {
    const both = { path: 'x', resources: [fn('Cart', 'cart-1'), fn('Cart0123ABCD', 'cart-2')] };
    expect(find('function', 'Cart', { ...NONE, stacks: [both] })).toMatchObject({
      names: ['cart-1'],
    });
  });

  it('are refused with a list where several fit', () => {
    const again = { path: 'shop/Payments', resources: [fn('Orders', 'shop-Payments-Orders-9')] };
    expect(find('function', 'Orders', { ...NONE, stacks: [SHOP, again] })).toEqual({
      kind: 'refused',
      problem:
        '"Orders" is ambiguous: shop/Orders (shop-Orders-1A2B), shop/Payments/Orders (shop-Payments-Orders-9); expected one of these names',
    });
    const twice = { path: 'x', resources: [fn('Cart0123ABCD', 'a'), fn('CartFFFF0000', 'b')] };
    expect(find('function', 'Cart', { ...NONE, stacks: [twice] })).toMatchObject({
      problem:
        '"Cart" is ambiguous: x/Cart0123ABCD (a), x/CartFFFF0000 (b); expected one of these names',
    });
  });

  it('are refused if they are those of something else', () => {
    expect(find('function', 'Table')).toEqual({
      kind: 'refused',
      problem:
        '"Table" is an AWS::DynamoDB::Table of the stack "shop"; expected an AWS::Lambda::Function',
    });
    expect(find('REST API', 'Web')).toMatchObject({
      problem: expect.stringMatching(/HTTP and WebSocket APIs have no stage canary/),
    });
  });

  it('are taken as they are if nothing fits, with what may have been meant', () => {
    expect(find('function', 'Ordres')).toEqual({
      kind: 'unknown',
      note: 'the stack "shop" has no function "Ordres", so it is used as a name in the account. Did you mean "Orders"?',
    });
  });

  it('of all functions with an alias', () => {
    const index = indexNames(NONE);
    expect(index.functionsWith('live')).toEqual({
      kind: 'found',
      names: ['shop-Orders-1A2B', 'shop-Payments-Charge-5'],
      what: 'the stack "shop"',
    });
    expect(index.functionsWith('liev')).toEqual({
      kind: 'refused',
      problem:
        'no function of the stack "shop" has an alias "liev", and functions is empty; its aliases are live. Did you mean "live"?',
    });
  });
});

describe('outputs', () => {
  const file = {
    path: 'out.json',
    outputs: [
      {
        key: 'Api',
        stack: 'shop',
        values: ['https://a1b2c3.execute-api.eu-west-1.amazonaws.com/prod/'],
        sensitive: false,
      },
      { key: 'Api', stack: 'other', values: ['zzz'], sensitive: false },
      { key: 'names', stack: '', values: ['orders', 'payments'], sensitive: false },
      { key: 'secret', stack: '', values: ['hidden-name'], sensitive: true },
      { key: 'live', stack: '', values: [`${LAMBDA}:orders:live`], sensitive: false },
    ],
  };
  const alone: Known = { stacks: [], outputs: [], file };

  it('are names, lists of names, ARNs and addresses', () => {
    expect(find('function', 'names', alone)).toMatchObject({ names: ['orders', 'payments'] });
    expect(find('function', 'live', alone)).toMatchObject({ names: ['orders:live'] });
    expect(find('REST API', 'shop/Api', alone)).toMatchObject({ names: ['a1b2c3'] });
    expect(find('API stage', 'shop/Api', alone)).toMatchObject({ names: ['prod'] });
  });

  it('of several stacks need one, which stack can name', () => {
    expect(find('REST API', 'Api', alone)).toMatchObject({
      problem:
        '"Api" is ambiguous in "out.json": shop/Api, other/Api; expected one of these names, or stack',
    });
    expect(find('REST API', 'Api', { ...alone, stacks: [SHOP] })).toMatchObject({
      names: ['a1b2c3'],
    });
  });

  it('that are sensitive are no names', () => {
    const found = find('function', 'secret', alone);
    expect(found).toMatchObject({ kind: 'refused' });
    expect(JSON.stringify(found)).not.toContain('hidden-name');
  });

  it('of the stack itself come after its resources', () => {
    const outputs = [
      { key: 'Orders', value: 'something' },
      { key: 'Fn', value: `${LAMBDA}:shop-Orders-1A2B` },
    ];
    expect(find('function', 'Orders', { ...NONE, outputs })).toMatchObject({
      names: ['shop-Orders-1A2B'],
    });
    expect(find('function', 'Fn', { ...NONE, outputs })).toMatchObject({
      names: ['shop-Orders-1A2B'],
      what: 'the output Fn of the stack "shop"',
    });
  });
});
