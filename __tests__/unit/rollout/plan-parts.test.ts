// What of a plan is between two approvals, and so in one job.

import { describe, expect, it } from '@jest/globals';
import type { Plan } from '../../../src/rollout/plan.ts';
import { partFrom, partsOf } from '../../../src/rollout/plan-parts.ts';

const PLAN: Plan = {
  steps: [5, 25, 75].map((weight) => ({ weight, holdSeconds: weight * 60 })),
  advance: { kind: 'time', maxSeconds: undefined },
  bakeSeconds: 600,
  readSeconds: 240,
};
/** The last step is the bake. */
const HELD: Plan = { ...PLAN, heldBack: true };

const minutes = (plan: Plan, at: readonly number[]) =>
  partsOf({ ...plan, ...(at.length > 0 && { approvals: { at } }) }).map(
    ({ next, end, seconds }) => [next, end, seconds / 60] as const,
  );

describe('the parts of a plan', () => {
  it.each<[readonly number[], ReturnType<typeof minutes>]>([
    [[], [[0, undefined, 119]]],
    [[0], [[0, undefined, 119]]],
    [[5], [[0, undefined, 119]]],
    [
      [25],
      [
        [0, 1, 5],
        [1, undefined, 114],
      ],
    ],
    [
      [20],
      [
        [0, 1, 5],
        [1, undefined, 114],
      ],
    ],
    [
      [0, 25, 75],
      [
        [0, 1, 5],
        [1, 2, 25],
        [2, undefined, 89],
      ],
    ],
    [
      [100],
      [
        [0, 3, 105],
        [3, undefined, 14],
      ],
    ],
    [
      [80, 100],
      [
        [0, 3, 105],
        [3, undefined, 14],
      ],
    ],
  ])('%j', (at, parts) => {
    expect(minutes(PLAN, at)).toEqual(parts);
  });

  it.each<[readonly number[], ReturnType<typeof minutes>]>([
    [[], [[0, undefined, 44]]],
    [
      [75],
      [
        [0, 2, 30],
        [2, undefined, 14],
      ],
    ],
    [
      [100],
      [
        [0, 3, 44],
        [3, undefined, 0],
      ],
    ],
  ])('%j, where the last step is the bake', (at, parts) => {
    expect(minutes(HELD, at)).toEqual(parts);
  });

  it('count the reading of the bake once', () => {
    const parts = partsOf({ ...PLAN, approvals: { at: [25] } });
    expect(parts.map(({ readSeconds }) => readSeconds)).toEqual([0, 240]);
  });

  it('go on from an approved step', () => {
    const plan = { ...PLAN, approvals: { at: [25, 75] } };
    expect(partFrom(plan, 1)).toMatchObject({ end: 2, seconds: 25 * 60 });
  });

  it('are one without steps', () => {
    expect(minutes({ ...PLAN, steps: [] }, [100])).toEqual([[0, undefined, 14]]);
  });
});
