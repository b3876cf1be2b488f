// How long a run that continues a rollout still takes.

import { describe, expect, it } from '@jest/globals';
import type { Phase } from '../../../src/rollout/phase.ts';
import type { StoredRollout } from '../../../src/rollout/record.ts';
import { restOfRun } from '../../../src/rollout/rest-of-run.ts';
import type { RunScope } from '../../../src/rollout/situation.ts';

const NOW = 1_764_000_000;
const PLAN = {
  steps: [
    { weight: 10, holdSeconds: 600 },
    { weight: 50, holdSeconds: 1200 },
  ],
  advance: { kind: 'time', maxSeconds: undefined },
  bakeSeconds: 300,
  readSeconds: 240,
} as const;

const rest = (phase: Phase, scope: RunScope = { kind: 'to-the-end' }) =>
  restOfRun({ record: { plan: PLAN }, phase } as unknown as StoredRollout, scope, NOW);
const step = (index: number, ago: number): Phase => ({ kind: 'step', index, since: NOW - ago });
const baking = (ago: number): Phase => ({ kind: 'baking', since: NOW - ago });

describe('The rest of a run', () => {
  it.each<[string, Phase, number]>([
    ['before the first step', { kind: 'preparing' }, 2340],
    ['in the first step', step(0, 100), 2240],
    ['in the last step', step(1, 1000), 740],
    ['in an extended step', step(1, 5000), 0],
    ['in the bake', baking(500), 40],
  ])('%s lasts to the end of the bake', (_, phase, seconds) => {
    expect(rest(phase)).toBe(seconds);
  });

  it('is the bake where the promotion was asked for', () => {
    expect(rest(step(0, 100), { kind: 'promote' })).toBe(540);
    expect(rest(baking(500), { kind: 'promote' })).toBe(40);
  });

  it('ends at the next approval', () => {
    const plan = { ...PLAN, approvals: { at: [50, 100] } };
    const of = (phase: Phase) =>
      restOfRun(
        { record: { plan }, phase } as unknown as StoredRollout,
        { kind: 'to-the-end' },
        NOW,
      );
    expect(of(step(0, 100))).toBe(500);
    expect(of(step(1, 100))).toBe(1100);
  });

  it('is as long as the run goes', () => {
    expect(rest(step(0, 100), { kind: 'one-check' })).toBe(60);
    const cause = { kind: 'started' } as const;
    expect(rest(step(0, 0), { kind: 'hold', cause, until: NOW + 90 })).toBe(90);
  });
});
