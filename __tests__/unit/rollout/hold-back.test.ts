import { describe, expect, it } from '@jest/globals';
import {
  chooseHoldBack,
  type HoldBack,
  type HoldBackFacts,
  heldBackShare,
  withBake,
} from '../../../src/rollout/hold-back.ts';
import { presetSteps } from '../../../src/rollout/presets.ts';

const STEPS = [
  { weight: 5, holdSeconds: 300 },
  { weight: 50, holdSeconds: 600 },
];
const TRAFFIC = { requestsPerMinute: 600, rate: 0.001, dispersion: 1, apart: true };

const chosen = (facts: Partial<HoldBackFacts> = {}): HoldBack =>
  chooseHoldBack({
    asked: undefined,
    steps: STEPS,
    bakeSeconds: 300,
    preview: false,
    compared: true,
    traffic: TRAFFIC,
    falseRollbackRates: { errors: 0.006, guardrail: 0.0005 },
    ...facts,
  });
const none = (why: Extract<HoldBack, { kind: 'none' }>['why']): HoldBack => ({ kind: 'none', why });
const held = (share: number, asked = false): HoldBack => ({ kind: 'held-back', share, asked });
const last = (weight: number) => [{ weight, holdSeconds: 60 }];

describe('the share that stable keeps through the bake', () => {
  it.each<[string, Partial<HoldBackFacts>, HoldBack]>([
    ['is 5% by default', {}, held(5)],
    ['is what was asked for', { asked: 10 }, held(10, true)],
    ['is nothing if nothing was asked for', { asked: 0 }, none({ kind: 'asked' })],
    ['needs a bake', { bakeSeconds: 0 }, none({ kind: 'no-bake' })],
    [
      'needs a bake even if it was asked for',
      { bakeSeconds: 0, asked: 5 },
      none({ kind: 'no-bake' }),
    ],
    ['needs a split', { steps: [] }, none({ kind: 'no-steps' })],
    ['is not that of a preview', { preview: true }, none({ kind: 'preview' })],
    ['needs a comparison', { compared: false }, none({ kind: 'no-comparison' })],
    ['needs no comparison if it was asked for', { compared: false, asked: 5 }, held(5, true)],
    ['follows a step of 94.99%', { steps: last(94.99) }, held(5)],
    ['cannot follow a step of 95%', { steps: last(95) }, none({ kind: 'last-step', weight: 95 })],
    [
      'cannot follow one of 98%',
      { steps: last(98), asked: 2 },
      none({ kind: 'last-step', weight: 98 }),
    ],
    ['may be smaller than the rest of the last step', { steps: last(98), asked: 1 }, held(1, true)],
    [
      'needs traffic',
      { traffic: undefined },
      none({ kind: 'little-traffic', requestsPerMinute: 0 }),
    ],
    ['needs no traffic if it was asked for', { traffic: undefined, asked: 5 }, held(5, true)],
    ['follows CodeDeploy’s canary', { steps: presetSteps('Canary10Percent5Minutes')! }, held(5)],
    ['follows CodeDeploy’s line', { steps: presetSteps('Linear10PercentEvery1Minute')! }, held(5)],
    ['does not follow AllAtOnce', { steps: presetSteps('AllAtOnce')! }, none({ kind: 'no-steps' })],
  ])('%s', (_, facts, expected) => {
    expect(chosen(facts)).toEqual(expected);
  });

  it.each([
    [300, true, 30, 40],
    [120, true, 60, 80],
    [600, true, 10, 20],
    [300, false, 100, 200],
  ])(
    'needs more traffic for a shorter bake, and if the counts overlap (%d s, apart: %p)',
    (bakeSeconds, apart, little, enough) => {
      const by = (requestsPerMinute: number) =>
        chosen({ bakeSeconds, traffic: { ...TRAFFIC, requestsPerMinute, apart } });
      expect(by(little)).toEqual(none({ kind: 'little-traffic', requestsPerMinute: little }));
      expect(by(enough)).toEqual(held(5));
    },
  );

  it.each([0, 30, 60])('is not compared in a bake of %d s, which contains no whole minute', (s) => {
    expect(chosen({ bakeSeconds: s, traffic: { ...TRAFFIC, requestsPerMinute: 1e6 } }).kind).toBe(
      'none',
    );
  });

  it('makes the bake the last step', () => {
    expect(withBake(STEPS, 300, held(5))).toEqual({
      steps: [...STEPS, { weight: 95, holdSeconds: 300 }],
      bakeSeconds: 300,
      heldBack: true,
    });
    const plain = withBake(STEPS, 300, none({ kind: 'asked' }));
    expect(plain).toEqual({ steps: STEPS, bakeSeconds: 300 });
    expect([withBake(STEPS, 300, held(0.07)), plain].map(heldBackShare)).toEqual([0.07, 0]);
    expect(withBake(STEPS, 300, held(0.07)).steps.at(-1)?.weight).toBe(99.93);
  });
});
