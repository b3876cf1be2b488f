// Names in the texts of inputs, and what they stand for.

import { describe, expect, it } from '@jest/globals';
import { ACTION } from '../../../src/inputs/input-host.ts';
import type { Found, LookUp, NameOrder } from '../../../src/inputs/look-up.ts';
import { readInputs } from '../../../src/inputs/read.ts';
import { TARGET_KINDS } from '../../../src/targets/kinds.ts';

type Given = Readonly<Record<string, string>>;

const STACK: Readonly<Record<string, readonly string[]>> = {
  'function Orders': ['shop-Orders-1'],
  'function Payments': ['shop-Payments-2'],
  'function OrdersLive': ['shop-Orders-1:live'],
  'function both': ['shop-Orders-1', 'shop-Payments-2'],
  'REST API Api': ['a1b2c3d4e5'],
  'API stage Stage': ['prod'],
  'alarm Errors': ['errors, all'],
  'function alias Live': ['live'],
  'bucket Code': ['code-of-shop'],
};

function reading(inputs: Given) {
  const asked: NameOrder[] = [];
  const lookUp: LookUp = async (order) => {
    asked.push(order);
    return {
      ...{ problems: [], notes: ['stack: it is old'], stacks: ['arn:…:stack/shop/*'] },
      find: (of, name): Found => {
        const names = STACK[`${of} ${name}`];
        if (names) return { kind: 'found', names, what: `a ${of}` };
        if (name === 'Twice') return { kind: 'refused', problem: '"Twice" is ambiguous' };
        return { kind: 'unknown', note: `no ${of} "${name}"` };
      },
      functionsWith: (alias) =>
        alias === 'live'
          ? { kind: 'found', names: ['shop-Orders-1', 'shop-Payments-2'], what: 'the stack' }
          : { kind: 'refused', problem: `no alias "${alias}"` },
    };
  };
  const env = Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]);
  const given = { AWS_REGION: 'eu-west-1', ...Object.fromEntries(env) };
  return { read: readInputs(given, TARGET_KINDS, { ...ACTION, lookUp }), asked };
}

const read = (inputs: Given) => reading({ stack: 'shop', ...inputs }).read;

describe('names of a stack in the inputs', () => {
  it('are replaced wherever a name is', async () => {
    const inputs = await read({
      'rest-api-id': 'Api',
      'stage-name': 'Stage',
      functions: 'Orders, Payments',
      version: 'Orders=8\nPayments=3',
      'code-sha256': `Orders=${'a'.repeat(43)}=`,
      alarms: 'Errors\nother',
      'pre-traffic-hook': 'Payments:smoke\nhttps://checks.example.com/x',
      metrics:
        '[{ name: placed, namespace: S, events: A, total: B, canary: { V: "{to.Orders}" }, stable: { V: "{from.Orders}" } }]',
    });
    expect(inputs).toMatchObject({
      target: { restApiId: 'a1b2c3d4e5', stageName: 'prod' },
      functions: [
        { name: 'shop-Orders-1', version: '8', codeSha256: `${'a'.repeat(43)}=` },
        { name: 'shop-Payments-2', version: '3' },
      ],
      alarms: ['errors, all', 'other'],
      hooks: {
        calls: {
          'pre-traffic': [
            { functionName: 'shop-Payments-2', qualifier: 'smoke' },
            { url: 'https://checks.example.com/x' },
          ],
        },
      },
      metrics: [{ canary: { V: '{to.shop-Orders-1}' } }],
      stacks: ['arn:…:stack/shop/*'],
    });
    expect(inputs.understood).toEqual([
      'stack: it is old',
      '"Api" is a1b2c3d4e5 (a REST API)',
      '"Stage" is prod (a API stage)',
      '"Orders" is shop-Orders-1 (a function)',
      '"Payments" is shop-Payments-2 (a function)',
      '"Errors" is errors, all (a alarm)',
      'alarms: no alarm "other"',
    ]);
  });

  it('of code and its bucket', async () => {
    const inputs = await read({
      ...{ functions: 'Orders:live', code: 'Orders=dist/a=b.zip', 'code-bucket': 'Code' },
    });
    expect(inputs.functions).toMatchObject([
      { name: 'shop-Orders-1', alias: 'live', code: { bucket: 'code-of-shop' } },
    ]);
  });

  it('of one function need no key', async () => {
    const hash = `${'a'.repeat(43)}=`;
    const inputs = await read({ functions: 'OrdersLive', 'code-sha256': hash });
    expect(inputs.functions).toMatchObject([
      { name: 'shop-Orders-1', alias: 'live', codeSha256: hash },
    ]);
  });

  it('may be a list', async () => {
    const { functions } = await read({ functions: 'both', alias: 'Live' });
    expect(functions.map(({ name, alias }) => `${name}:${alias}`)).toEqual([
      'shop-Orders-1:live',
      'shop-Payments-2:live',
    ]);
  });

  it('are all functions with an alias, without functions', async () => {
    const inputs = await read({ alias: 'live' });
    expect(inputs.functions.map(({ name }) => name)).toEqual(['shop-Orders-1', 'shop-Payments-2']);
    expect(inputs.understood.at(-1)).toBe(
      'functions: all with the alias "live": shop-Orders-1, shop-Payments-2 (the stack)',
    );
    await expect(read({ alias: 'liev' })).rejects.toThrow('- alias: no alias "liev"');
  });

  it('are refused where they are ambiguous, and nothing else is said then', async () => {
    await expect(read({ functions: 'Twice', alias: 'live' })).rejects.toThrow(
      /one problem.*\n- functions: "Twice" is ambiguous$/,
    );
  });

  it('do not show what may be a secret address', async () => {
    const { understood } = await read({
      ...{ functions: 'Orders', alias: 'live', 'pre-traffic-hook': 'smoke' },
    });
    expect(understood.join()).not.toContain('smoke');
  });

  it('are looked up once everything else is right', async () => {
    const wrong = reading({ stack: 'shop', functions: 'Orders', alias: 'live', steps: 'x' });
    await expect(wrong.read).rejects.toThrow('- steps: "x"');
    expect(wrong.asked).toEqual([]);
    const right = reading({ stack: 'shop', functions: 'Orders', alias: 'live' });
    await right.read;
    expect(right.asked).toMatchObject([{ stack: 'shop', region: 'eu-west-1', begins: true }]);
    const other = reading({ stack: 'shop', functions: 'Orders', alias: 'live', command: 'status' });
    await other.read;
    expect(other.asked).toMatchObject([{ begins: false }]);
  });

  it.each([
    ['-shop', 'stack: "-shop" is not a stack'],
    [
      'arn:aws:cloudformation:us-east-1:123456789012:stack/shop/1a',
      'is in us-east-1, but the job uses eu-west-1',
    ],
  ])('are not looked up in %s', async (stack, problem) => {
    await expect(read({ stack, functions: 'Orders', alias: 'live' })).rejects.toThrow(problem);
  });
});
