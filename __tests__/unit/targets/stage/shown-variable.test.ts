import { describe, expect, it } from '@jest/globals';
import { valuesToHide } from '../../../../src/base/without-secrets.ts';
import {
  describeOtherOverrides,
  shownValue,
} from '../../../../src/targets/stage/shown-variable.ts';

const FUNCTIONS = [{ name: 'orders', from: '7', to: '8' }];
const ARN = 'arn:aws:lambda:eu-west-1:123456789012:function:orders';
const shown = (value: string | null, ours: string) =>
  shownValue('v', value, { functions: FUNCTIONS, overrides: { v: ours } });

describe('the value of a stage variable', () => {
  it.each([
    ['7', '8'],
    ['orders:7', 'orders:8'],
    [`${ARN}:7`, `${ARN}:8`],
    ['99', '8'],
  ])('%s is shown where the release writes %s', (value, ours) => {
    expect(shown(value, ours)).toBe(value);
  });

  it.each([
    ['hunter2', '8'],
    ['7', 'hunter2'],
    ['7', '9'],
    ['redis:6379', '8'],
    ['redis:6379', 'redis:8'],
    ['orders:live', 'orders:8'],
    ['8 and more', '8'],
    [null, '8'],
  ])('%s is not where it writes %s', (value, ours) => {
    expect(shown(value, ours)).toBeUndefined();
  });

  it('is not shown for a variable that the release does not write, whatever its name', () => {
    for (const name of ['other', 'constructor', '__proto__']) {
      const known = { functions: FUNCTIONS, overrides: { v: '8' } };
      expect(shownValue(name, '7', known)).toBeUndefined();
    }
  });

  it('is distinguished by the name of its variable', () => {
    const overrides = { v: '8', apiKey: 'owned', gone: 'x', same: 'y' };
    const found = { v: '9', apiKey: 'hunter2', same: 'y', more: 'hunter2' };
    expect(describeOtherOverrides(found, { functions: FUNCTIONS, overrides })).toBe(
      'v=9, not 8; "apiKey" has a different value; "gone" is missing; "more" is added',
    );
  });

  it('is removed from messages of AWS unless it is a version or occurs in any text', () => {
    expect(valuesToHide(['8', 'orders:8', 'on', undefined, 'hunter2', 'a.example.com'])).toEqual([
      'hunter2',
      'a.example.com',
    ]);
  });
});
