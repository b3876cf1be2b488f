import { describe, expect, it } from '@jest/globals';
import { compare } from '../../../src/doctor/compare.ts';
import {
  EMPTY_SURVEY,
  type FunctionFact,
  type Reach,
  type Survey,
} from '../../../src/doctor/facts.ts';
import { inWords } from './survey.ts';

const inFiles = (name: string | undefined, reach: Reach): Survey => ({
  ...EMPTY_SURVEY,
  functions: [{ id: 't.yaml#Orders', label: 'Orders', name, where: 't.yaml', tool: 'sam' }],
  callers: [
    {
      ...{ functionId: 't.yaml#Orders', front: 'rest', label: 'GET /orders' },
      ...{ through: 'REST Shop', reach, where: 't.yaml' },
    },
  ],
  movers: [
    { functionId: 't.yaml#Orders', alias: 'live', kind: 'codedeploy', by: 'b', where: 't.yaml' },
  ],
});

const inAccount = (name: string, stack: string, reach: Reach): Survey => {
  const fact: FunctionFact = {
    ...{ id: `arn:${name}`, label: name, name, where: 'account 1', tool: undefined },
    stack: { name: stack, logicalId: 'Orders' },
  };
  return {
    ...EMPTY_SURVEY,
    functions: [fact],
    callers: [
      {
        ...{ functionId: fact.id, front: 'rest', label: 'GET /orders' },
        ...{ through: 'REST shop', reach, where: 'account 1' },
      },
    ],
  };
};

const LIVE: Reach = { kind: 'alias', alias: 'live' };
const BARE: Reach = { kind: 'unqualified' };

describe('files and an account together', () => {
  it('show what users get today, and what the next deployment will change', () => {
    const account = inAccount('shop-Orders-1', 'shop', BARE);
    const both = compare({ files: inFiles(undefined, LIVE), account, stack: undefined });
    expect(inWords(both)).toEqual(['Orders: call-alias, alias live; GET /orders by unqualified']);
    expect(both.notes).toEqual([
      'GET /orders of shop-Orders-1: t.yaml has alias live, and the account has unqualified; it is not deployed yet, or was changed by other means',
    ]);
    expect(both.movers).toMatchObject([{ functionId: 'arn:shop-Orders-1', kind: 'codedeploy' }]);
  });

  it('have no difference if both say the same, or the same variable has another version', () => {
    const variable = (value: string): Reach => ({
      ...{ kind: 'variable', variable: 'v', holds: 'version', value },
    });
    for (const [file, now] of [
      [LIVE, LIVE],
      [variable('First'), variable('7')],
    ] as const) {
      const account = inAccount('orders', 'shop', now);
      expect(compare({ files: inFiles('orders', file), account, stack: undefined }).notes).toEqual(
        [],
      );
    }
  });

  it('are ambiguous if several stacks have the same logical ID, unless one is named', () => {
    const one = inAccount('shop-Orders-1', 'shop', LIVE);
    const two = inAccount('test-Orders-2', 'test', LIVE);
    const account = {
      ...EMPTY_SURVEY,
      functions: [...one.functions, ...two.functions],
      callers: [...one.callers, ...two.callers],
    };
    const files = inFiles(undefined, LIVE);
    expect(compare({ files, account, stack: undefined }).problems).toEqual([
      '"Orders" is a function of 2 stacks (shop, test); name one of them in --stack',
    ]);
    expect(compare({ files, account, stack: 'test' }).functions).toMatchObject([
      { name: 'test-Orders-2', where: 't.yaml; account 1' },
    ]);
  });

  it('show the files alone for what is not deployed, and name what is only in the account', () => {
    const account = inAccount('users', 'other', LIVE);
    const [users] = account.functions;
    const renamed = {
      ...account,
      functions: users ? [{ ...users, stack: { name: 'other', logicalId: 'Users' } }] : [],
    };
    const both = compare({ files: inFiles(undefined, LIVE), account: renamed, stack: undefined });
    expect(inWords(both)).toEqual(['Orders: stop-moving, alias live; GET /orders by alias live']);
    expect(both.notes).toEqual([
      'not found in the account, so only the files are shown: "Orders"',
      'in the account, but not in these files: users',
    ]);
  });
});
