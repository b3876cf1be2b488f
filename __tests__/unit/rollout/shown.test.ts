import { describe, expect, it } from '@jest/globals';
import type { Phase } from '../../../src/rollout/phase.ts';
import { asShown, withShownPhase } from '../../../src/rollout/shown.ts';
import type { TrafficState } from '../../../src/rollout/traffic-state.ts';
import { makeRemembered, STARTED_AT } from './rollout-fixture.ts';

const NOW = STARTED_AT + 5000;
const at = (index: number, since = STARTED_AT + 60): Phase => ({ kind: 'step', index, since });
const BAKING: Phase = { kind: 'baking', since: STARTED_AT + 60 };
const split = (weight: number, most?: number): TrafficState => ({
  kind: 'split',
  weight,
  ...(most !== undefined && { most }),
});
const shown = (phase: Phase, trafficState: TrafficState) =>
  withShownPhase(
    makeRemembered({ phase, stepStartTimes: [STARTED_AT + 10, STARTED_AT + 60] }),
    trafficState,
    NOW,
  );

describe('A run that takes over', () => {
  it.each<[string, Phase, TrafficState]>([
    ['the step that is remembered stands', at(1), split(50)],
    ['the shift back to an earlier step did', at(0), split(50)],
    ['it is promoted', BAKING, { kind: 'promoted', open: false }],
    ['some are promoted', BAKING, split(50, 100)],
    ['some are at the new weight', at(1), split(5, 50)],
    ['nobody is served it yet', at(0), { kind: 'stable' }],
    ['it is promoted without a split', BAKING, split(0)],
    ['the weight is in no step', at(1), split(75)],
    ['nothing was shifted', { kind: 'preparing' }, split(5)],
    ['the weight was seen before', { ...at(1), reached: true } as Phase, split(5)],
    ['the promotion was seen before', { ...BAKING, reached: true } as Phase, split(50)],
  ])('goes by what is remembered where %s', (_, phase, trafficState) => {
    expect(shown(phase, trafficState).phase).toEqual(phase);
  });

  it.each<[string, Phase, TrafficState, number, readonly number[]]>([
    ['the bake is said to have begun', BAKING, split(50), 1, [STARTED_AT + 10, NOW]],
    ['the bake is said in the first step', BAKING, split(5), 0, [NOW]],
    ['the next step is said', at(1), split(5), 0, [NOW]],
    ['the bake is said at a weight of no step', BAKING, split(75), 1, [STARTED_AT + 10, NOW]],
  ])(
    'is at the step whose weight stands where %s',
    (_, phase, trafficState, index, stepStartTimes) => {
      expect(shown(phase, trafficState)).toMatchObject({ phase: at(index, NOW), stepStartTimes });
    },
  );
});

describe('A report', () => {
  const reported = (phase: Phase, trafficState: TrafficState) => {
    const stepStartTimes = [STARTED_AT + 10, STARTED_AT + 60];
    return asShown(makeRemembered({ phase, stepStartTimes }), trafficState);
  };

  it('has no step whose weight was never set, and the times of the others as they were', () => {
    for (const phase of [at(1), BAKING]) {
      expect(reported(phase, split(5))).toMatchObject({
        phase: { kind: 'step', index: 0, since: STARTED_AT + 10 },
        stepStartTimes: [STARTED_AT + 10],
      });
    }
    expect(reported(BAKING, split(50)).stepStartTimes).toEqual([STARTED_AT + 10, STARTED_AT + 60]);
  });

  it('keeps what was served, and what cannot be told', () => {
    const seen = { ...at(1), reached: true } as Phase;
    for (const [phase, state] of [
      [at(1), split(50)],
      [seen, split(5)],
      [at(1), { kind: 'stable' }],
    ] as const) {
      expect(reported(phase, state).phase).toEqual(phase);
    }
  });
});
