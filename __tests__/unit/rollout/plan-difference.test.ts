// Compares the request of a run with the open rollout; also covers the tags of one that has ended.

import { describe, expect, it } from '@jest/globals';
import { formatLastOutcome, parseLastOutcome } from '../../../src/rollout/last-outcome.ts';
import { nextStepAt } from '../../../src/rollout/next-step.ts';
import { formatPause, parsePause } from '../../../src/rollout/pause-tag.ts';
import { differences, type RequestedPlan } from '../../../src/rollout/plan-difference.ts';
import { makeRecord, makeRemembered, PLAN, STARTED_AT } from './rollout-fixture.ts';

const OPEN: RequestedPlan = {
  steps: undefined,
  advance: undefined,
  bakeSeconds: undefined,
  holdBack: undefined,
  functions: [],
};
const BAKE = { weight: 95, holdSeconds: 300 };
const found = (asked: Partial<RequestedPlan>) => differences({ ...OPEN, ...asked }, makeRecord());

describe('the requested release', () => {
  it('is the open one if the inputs name nothing, or the same', () => {
    expect(found({})).toEqual([]);
    const same = { steps: PLAN.steps, advance: 'time', bakeSeconds: 300 } as const;
    expect(found(same)).toEqual([]);
    expect(found({ functions: [{ name: 'orders', version: undefined }] })).toEqual([]);
    expect(found({ functions: [{ name: 'orders', version: '8' }] })).toEqual([]);
  });

  it('names the steps and the hold-back, which are stored together', () => {
    const plan = { ...PLAN, steps: [...PLAN.steps, BAKE], heldBack: true } as const;
    const asked = { ...OPEN, steps: PLAN.steps, bakeSeconds: 300 };
    expect(differences({ ...asked, holdBack: 5 }, makeRecord({ plan }))).toEqual([]);
    expect(differences({ ...asked, holdBack: 0 }, makeRecord({ plan }))).toEqual([
      'hold-back: 0% is requested, but 5% is open',
    ]);
  });

  it('is distinguished by all of its differences, with both values', () => {
    const asked: RequestedPlan = {
      steps: [{ weight: 5, holdSeconds: 60 }],
      advance: 'evidence',
      bakeSeconds: 3600,
      holdBack: 5,
      functions: [
        { name: 'orders', version: '9' },
        { name: 'refunds', version: undefined },
      ],
    };
    expect(found(asked)).toEqual([
      'steps: 5%/1m is requested, but 5%/5m, 50%/10m is open',
      'advance: evidence is requested, but time is open',
      'bake-time: 1h is requested, but 5m is open',
      'hold-back: 5% is requested, but 0% is open',
      'version of "orders": 9 is requested, but 8 is open',
      'functions: "refunds" is requested, but is not part of the open rollout',
    ]);
  });
});

describe('the text of a tag', () => {
  const by = { repository: 'octo-org/orders', runId: '7000000001', attempt: '1' };

  it('records how a rollout ended, and is ignored when edited', () => {
    const last = { ended: 'rolled-back', at: STARTED_AT, by } as const;
    const text = formatLastOutcome(last);
    expect(text).toBe(
      `rolled-back/${STARTED_AT}/octo-org/orders/actions/runs/7000000001/attempts/1`,
    );
    expect(parseLastOutcome(text)).toEqual(last);
    for (const wrong of ['', 'rolled-back', text.slice(1), text.replace('back', 'up')]) {
      expect(parseLastOutcome(wrong)).toBeUndefined();
    }
  });

  it('records who paused it, and is ignored when edited', () => {
    const pause = { since: STARTED_AT, by };
    expect(parsePause(formatPause(pause))).toEqual(pause);
    for (const wrong of ['', 'x', `${STARTED_AT}`, `${STARTED_AT}/nobody`]) {
      expect(parsePause(wrong)).toBeUndefined();
    }
  });
});

describe('the next step', () => {
  const paused = { since: STARTED_AT, by: makeRecord().id };
  const at = (parts: Parameters<typeof makeRemembered>[0]) => nextStepAt(makeRemembered(parts));

  it('begins when the current one is over, and never while paused', () => {
    const phase = { kind: 'step', index: 1, since: STARTED_AT } as const;
    expect(at({ phase })).toBe(STARTED_AT + 600);
    expect(at({ phase, paused })).toBeUndefined();
    expect(at({ phase: { kind: 'baking', since: STARTED_AT } })).toBe(STARTED_AT + 300);
    expect(at({ phase: { kind: 'preparing' } })).toBeUndefined();
  });
});
