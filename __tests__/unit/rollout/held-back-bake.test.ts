// The bake as the last step, in which stable keeps a share of the traffic.

import { describe, expect, it } from '@jest/globals';
import type { Evidence } from '../../../src/analysis/evidence.ts';
import { bakeEnd, bakeStepSince } from '../../../src/rollout/bake.ts';
import { decide } from '../../../src/rollout/decide.ts';
import type { Decision } from '../../../src/rollout/decision.ts';
import { nextStepAt } from '../../../src/rollout/next-step.ts';
import { type Plan, planSeconds, stepWindow } from '../../../src/rollout/plan.ts';
import { readStoredState, recordTags } from '../../../src/rollout/record.ts';
import { restOfRun } from '../../../src/rollout/rest-of-run.ts';
import type { DecisionInput } from '../../../src/rollout/situation.ts';
import { stageCodec } from '../../../src/targets/stage/stage-record.ts';
import { makeRecord, makeRemembered, PLAN, STARTED_AT } from './rollout-fixture.ts';

const BAKE = { weight: 95, holdSeconds: 300 };
const HELD: Plan = { ...PLAN, steps: [...PLAN.steps, BAKE], heldBack: true, readSeconds: 240 };
const BEGUN = STARTED_AT + 1000;
const END = BEGUN + 300;
/** Of the last minute of the bake. */
const WHOLE = Math.ceil(END / 60) * 60;
const READABLE = WHOLE + 120;
const TO_THE_END = { kind: 'to-the-end' } as const;

const UNREAD: Evidence = {
  source: { kind: 'bake' },
  verdict: 'inconclusive',
  detail: { kind: 'bake-unread', readableAfterSeconds: 120 },
  unread: true,
};

const inBake = (parts: Partial<DecisionInput> = {}): DecisionInput => ({
  plan: HELD,
  phase: { kind: 'step', index: 2, since: BEGUN },
  trafficState: { kind: 'split', weight: 95 },
  verdict: 'healthy',
  evidence: [],
  trouble: undefined,
  incident: undefined,
  readUntil: BEGUN - 60,
  closingSeconds: 120,
  endsBy: Number.POSITIVE_INFINITY,
  bakeStepSince: BEGUN,
  hook: 'clear',
  policies: { onInconclusive: 'hold', onCancel: 'rollback' },
  now: BEGUN + 10,
  gates: [],
  lastsUntil: Number.POSITIVE_INFINITY,
  takenOverAt: 0,
  closes: true,
  reached: true,
  cancelled: false,
  scope: TO_THE_END,
  ...parts,
});

const over = { now: END, verdict: 'inconclusive', evidence: [UNREAD] } as const;
const read = { now: READABLE + 20, readUntil: WHOLE } as const;
const BOTH_BAD = { canaryRate: 0.3, stableRate: 0.3, rateBefore: 0.001 };
const promote = { kind: 'promote' } as const;
const promoted = { kind: 'finish', ending: { kind: 'promoted' } } as const;

describe('a bake as the last step', () => {
  it.each<[string, Partial<DecisionInput>, Partial<Decision>]>([
    ['lasts its time', {}, { kind: 'wait', until: END }],
    ['is read to its end', over, { kind: 'wait', until: READABLE }],
    [
      'is not over while its last minute is missing',
      { ...over, now: READABLE + 10 },
      { kind: 'wait' },
    ],
    ['is not promoted unread', { ...over, now: END + 900 }, { kind: 'leave' }],
    [
      'may be promoted unread if that is the policy',
      { ...over, now: END + 900, policies: { onInconclusive: 'promote', onCancel: 'rollback' } },
      promote,
    ],
    ['is promoted once it has been read', read, promote],
    ['runs its hook first', { ...read, hook: 'due' }, { kind: 'hook' }],
    ['is rolled back in its last minute', { ...read, verdict: 'failing' }, { kind: 'roll-back' }],
    ['is frozen while both are bad', { ...read, incident: BOTH_BAD }, { kind: 'wait' }],
    [
      'is held if both stay bad',
      { ...read, now: END + 2100, incident: BOTH_BAD },
      {
        kind: 'leave',
        ending: { kind: 'held', cause: { kind: 'shared-incident', incident: BOTH_BAD } },
      },
    ],
    ['is cut short on request', { scope: { kind: 'promote' } }, promote],
    ['is left to the next run by one check', { scope: { kind: 'one-check' } }, { kind: 'leave' }],
    [
      'is left alone at another weight',
      { trafficState: { kind: 'split', weight: 40 } },
      { kind: 'leave' },
    ],
  ])('%s', (_, parts, expected) => {
    expect(decide(inBake(parts))).toMatchObject(expected);
  });

  it('follows the last step before it as the promotion would', () => {
    const step = {
      phase: { kind: 'step', index: 1, since: BEGUN },
      bakeStepSince: undefined,
    } as const;
    const at50 = { ...step, trafficState: { kind: 'split', weight: 50 } as const };
    expect(decide(inBake({ ...at50, now: BEGUN + 600 }))).toEqual({
      kind: 'shift',
      step: 2,
      weight: 95,
    });
  });

  it('is waited for by a run that makes one check, by its own name', () => {
    expect(decide(inBake({ scope: { kind: 'one-check' } }))).toMatchObject({
      ending: { cause: { kind: 'waiting', step: { bake: true, weight: 95 }, secondsLeft: 290 } },
    });
  });
});

describe('the promotion after it', () => {
  const baking = (since: number, parts: Partial<DecisionInput> = {}) =>
    inBake({
      phase: { kind: 'baking', since },
      trafficState: { kind: 'promoted', open: false },
      ...read,
      now: since + 15,
      ...parts,
    });

  it.each<[string, DecisionInput, Partial<Decision>]>([
    ['ends the rollout', baking(READABLE), promoted],
    ['is followed by the hook', baking(READABLE, { hook: 'due' }), { kind: 'hook' }],
    ['is rolled back by an alarm', baking(READABLE, { verdict: 'failing' }), { kind: 'roll-back' }],
    [
      'waits for an alarm that cannot be read',
      baking(READABLE, { verdict: 'inconclusive' }),
      { kind: 'wait', until: READABLE + 240 },
    ],
    [
      'does not wait for it forever',
      baking(READABLE, { verdict: 'inconclusive', now: READABLE + 240 }),
      { kind: 'leave' },
    ],
    [
      'on request, is followed by the rest of the bake',
      baking(BEGUN + 100),
      { kind: 'wait', until: END },
    ],
    [
      'on request in an earlier step, is followed by the whole bake',
      baking(BEGUN + 100, { bakeStepSince: undefined }),
      { kind: 'wait', until: BEGUN + 400 },
    ],
  ])('%s', (_, situation, expected) => {
    expect(decide(situation)).toMatchObject(expected);
  });
});

describe('the times of such a plan', () => {
  const record = makeRecord({ plan: HELD });
  const times = [BEGUN - 900, BEGUN - 600, BEGUN];
  const asStep = makeRemembered({
    record,
    phase: { kind: 'step', index: 2, since: BEGUN },
    stepStartTimes: times,
  });
  const after = { ...asStep, phase: { kind: 'baking', since: READABLE } } as const;
  const early = {
    ...after,
    phase: { kind: 'baking', since: BEGUN },
    stepStartTimes: times.slice(0, 2),
  } as const;

  it('contain the bake once', () => {
    expect(planSeconds(HELD)).toBe(300 + 600 + 300 + 240);
    expect(planSeconds({ ...PLAN, readSeconds: 240 })).toBe(planSeconds(HELD));
    const advance = { kind: 'evidence', minSeconds: 60, maxSeconds: 1800 } as const;
    expect(planSeconds({ ...HELD, advance })).toBe(1800 + 1800 + 300 + 240);
    expect(stepWindow({ ...HELD, advance }, HELD.steps[2]!)).toEqual({
      earliest: 300,
      latest: 540,
    });
  });

  it('are those of the step', () => {
    expect([asStep, after, early].map(bakeStepSince)).toEqual([BEGUN, BEGUN, undefined]);
    expect([asStep, after, early].map(bakeEnd)).toEqual([END, END, BEGUN + 300]);
    expect(nextStepAt(asStep)).toBe(READABLE);
    expect(restOfRun(asStep, TO_THE_END, BEGUN + 100)).toBe(200 + 240);
    expect(restOfRun(asStep, { kind: 'promote' }, BEGUN + 100)).toBe(200 + 240);
    expect(restOfRun(after, TO_THE_END, READABLE)).toBe(END + 240 - READABLE);
    expect(restOfRun(early, TO_THE_END, BEGUN + 100)).toBe(200 + 240);
    const inStep = { ...asStep, phase: { kind: 'step', index: 1, since: BEGUN } } as const;
    const before = { ...inStep, stepStartTimes: [BEGUN - 300, BEGUN] };
    expect(bakeEnd(before)).toBeUndefined();
    expect(restOfRun(before, TO_THE_END, BEGUN + 100)).toBe(500 + 300 + 240);
    expect(restOfRun(before, { kind: 'promote' }, BEGUN + 100)).toBe(300 + 240);
  });

  it('are stored, and absent in what earlier versions stored', () => {
    const stored = (plan: Plan) =>
      readStoredState(recordTags(makeRecord({ plan }), { kind: 'preparing' }), stageCodec);
    for (const plan of [HELD, PLAN]) {
      const expected = JSON.parse(JSON.stringify(plan)) as Plan;
      expect(stored(plan)).toMatchObject({ storedRollout: { record: { plan: expected } } });
    }
    const forged = { ...HELD, heldBack: 'yes' } as unknown as Plan;
    expect(stored(forged)).toMatchObject({ kind: 'unreadable' });
  });
});
