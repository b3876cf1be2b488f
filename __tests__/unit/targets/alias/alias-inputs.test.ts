// The meaning of the inputs for aliases, and the number of problems that a misspelt one causes.

import { describe, expect, it } from '@jest/globals';
import { readInputs } from '../../../../src/inputs/read.ts';
import { TARGET_KINDS } from '../../../../src/targets/kinds.ts';

/** As a workflow sets them; the others have their defaults. */
const given = (inputs: Readonly<Record<string, string>>) => {
  const entries = Object.entries(inputs).map(([name, value]) => [
    `INPUT_${name.toUpperCase()}`,
    value,
  ]);
  return readInputs({ AWS_REGION: 'us-east-1', ...Object.fromEntries(entries) }, TARGET_KINDS);
};

describe('aliases in the inputs', () => {
  it.each<[string, Record<string, string>, readonly (readonly [string, string])[]]>([
    [
      'one for all',
      { functions: 'a, b', alias: 'live' },
      [
        ['a', 'live'],
        ['b', 'live'],
      ],
    ],
    [
      'one of its own',
      { functions: 'a:blue, b', alias: 'live' },
      [
        ['a', 'blue'],
        ['b', 'live'],
      ],
    ],
    [
      'each its own',
      { functions: 'a:blue, b:green' },
      [
        ['a', 'blue'],
        ['b', 'green'],
      ],
    ],
    [
      'an ARN with an alias',
      { functions: 'arn:aws:lambda:us-east-1:123456789012:function:a:blue' },
      [['a', 'blue']],
    ],
  ])('%s', async (_, inputs, expected) => {
    const { target, functions } = await given(inputs);
    expect(target).toEqual({
      kind: 'alias',
      onSplit: 'fail',
      seesMore: false,
      firstRelease: 'refuse',
      unusedAlias: 'refuse',
    });
    expect(functions.map(({ name, alias }) => [name, alias])).toEqual(expected);
  });

  it.each<[string, Record<string, string>, RegExp]>([
    ['only digits', { functions: 'a', alias: '42' }, /- alias: "42"; expected an alias/],
    ['$LATEST', { functions: 'a', alias: '$LATEST' }, /- alias: "\$LATEST"; expected an alias/],
    [
      'none for one of two',
      { functions: 'a:blue, b' },
      /- alias: "b" has no alias, but others have one/,
    ],
    ['no functions', { alias: 'live' }, /- functions: it is empty/],
    [
      'a stage as well',
      { functions: 'a', alias: 'live', 'stage-name': 'prod' },
      /stage-name is for the canary of a stage; expected one or the other/,
    ],
  ])('%s is one problem', async (_, inputs, said) => {
    const reading = given(inputs);
    await expect(reading).rejects.toThrow(said);
    await expect(reading).rejects.toThrow(/one problem/);
  });
});
