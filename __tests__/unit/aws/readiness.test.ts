import { describe, expect, it } from '@jest/globals';
import { type VersionState, whyNotReady } from '../../../src/aws/readiness.ts';

describe('a published version', () => {
  it.each<[string, VersionState['snapshot'], RegExp | undefined]>([
    ['Active', 'none', undefined],
    ['Inactive', 'none', undefined],
    ['Active', 'made', undefined],
    ['Pending', 'none', /^is Pending \(why\); expected Active$/],
    ['Failed', 'none', /^is Failed \(why\)/],
    ['Pending', 'making', /^is Pending \(why\); expected Active, with its SnapStart snapshot/],
    ['Active', 'making', /expected OptimizationStatus On/],
    ['Inactive', 'made', /invoke it once/],
    ['Inactive', 'making', /invoke it once/],
  ])('that is %s, with snapshot "%s"', (state, snapshot, expected) => {
    const why = whyNotReady({ state, stateReason: 'why', snapshot });
    if (expected === undefined) expect(why).toBeUndefined();
    else expect(why).toMatch(expected);
  });
});
