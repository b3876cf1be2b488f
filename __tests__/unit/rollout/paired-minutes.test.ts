import { describe, expect, it } from '@jest/globals';
import { pairMinutes } from '../../../src/rollout/paired-minutes.ts';
import { MINUTE, NONE, series } from '../monitor/count-fixture.ts';
import { makeRemembered } from './rollout-fixture.ts';

const table = { bucketSeconds: 60, closedUntil: MINUTE + 180, rows: [] };
const rollout = makeRemembered({
  phase: { kind: 'step', index: 0, since: MINUTE },
  stepStartTimes: [MINUTE],
});
const SIDES = {
  canary: series([10, 0], [10, 1], [10, 0]),
  stable: series([90, 0], [90, 2], [90, 0]),
  promoted: NONE,
};

describe('Minutes that were paired before', () => {
  const { closed } = pairMinutes(table, SIDES, rollout);
  const again = (sides = SIDES, course = rollout) =>
    pairMinutes(table, sides, course, { earlier: closed }).closed;

  it('are the same objects if nothing about them has changed', () => {
    expect(closed).toHaveLength(3);
    for (const [i, minute] of again().entries()) expect(minute).toBe(closed[i]);
  });

  it.each([
    ['a request', { ...SIDES, canary: series([10, 0], [11, 1], [10, 0]) }],
    ['a failure', { ...SIDES, stable: series([90, 0], [90, 3], [90, 0]) }],
  ])('are new objects if AWS shows %s more', (_, sides) => {
    const now = again(sides);
    expect(now).toEqual(pairMinutes(table, sides, rollout).closed);
    expect(now.map((minute, i) => minute === closed[i])).toEqual([true, false, true]);
  });

  it('are new objects if their weight was another', () => {
    const moved = {
      ...rollout,
      phase: { kind: 'step', index: 1, since: MINUTE + 60 },
      stepStartTimes: [MINUTE, MINUTE + 60],
    } as const;
    const now = again(SIDES, moved);
    expect(now).toEqual(pairMinutes(table, SIDES, moved).closed);
    expect(now.map((minute, i) => minute === closed[i])).toEqual([true, false, false]);
  });
});
