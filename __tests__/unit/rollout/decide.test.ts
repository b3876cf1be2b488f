import { describe, expect, it } from '@jest/globals';
import type { Evidence } from '../../../src/analysis/evidence.ts';
import { decide } from '../../../src/rollout/decide.ts';
import type { Decision } from '../../../src/rollout/decision.ts';
import type { DecisionInput } from '../../../src/rollout/situation.ts';
import type { TrafficState } from '../../../src/rollout/traffic-state.ts';
import { inWords } from './in-words.ts';
import { PLAN, STARTED_AT } from './rollout-fixture.ts';

const POLICIES = { onInconclusive: 'hold', onCancel: 'rollback' } as const;

const SINCE = STARTED_AT + 60;
const SILENT: Evidence = {
  source: { kind: 'alarm', name: 'a' },
  verdict: 'inconclusive',
  detail: { kind: 'alarm-no-data' },
};
const FIRED: Evidence = {
  ...SILENT,
  verdict: 'failing',
  detail: { kind: 'alarm-fired', reason: '' },
};
const BOTH_BAD = { canaryRate: 0.06, stableRate: 0.06, rateBefore: 0.004 };
const split = (weight: number): TrafficState => ({ kind: 'split', weight });
const STABLE: TrafficState = { kind: 'stable' };
const CLOSED: TrafficState = { kind: 'promoted', open: false };

/** In the middle of the first step, without any problem. */
const situation = (parts: Partial<DecisionInput> = {}): DecisionInput => ({
  plan: PLAN,
  phase: { kind: 'step', index: 0, since: SINCE },
  trafficState: split(5),
  verdict: 'healthy',
  evidence: [SILENT],
  trouble: undefined,
  incident: undefined,
  readUntil: Number.POSITIVE_INFINITY,
  closingSeconds: 120,
  endsBy: Number.POSITIVE_INFINITY,
  bakeStepSince: undefined,
  hook: 'clear',
  policies: POLICIES,
  now: SINCE + 10,
  gates: [],
  lastsUntil: Number.POSITIVE_INFINITY,
  takenOverAt: 0,
  closes: true,
  reached: false,
  cancelled: false,
  scope: { kind: 'to-the-end' },
  ...parts,
});

const step = (index: number) => ({ kind: 'step', index, since: SINCE }) as const;
const baking = { kind: 'baking', since: SINCE } as const;
const preparing = { kind: 'preparing' } as const;
const promote = { kind: 'promote' } as const;
const failedWith = (reason: string) => ({
  ending: { kind: 'failed', reason: expect.stringContaining(reason) },
});

describe('what to do next', () => {
  it.each<[string, Partial<DecisionInput>, Decision]>([
    [
      'nothing is open yet',
      { phase: preparing, trafficState: STABLE },
      { kind: 'shift', step: 0, weight: 5 },
    ],
    [
      'there are no steps',
      { phase: preparing, trafficState: STABLE, plan: { ...PLAN, steps: [] } },
      promote,
    ],
    ['the step is under way', {}, { kind: 'wait', until: SINCE + 300 }],
    ['one second is left', { now: SINCE + 299 }, { kind: 'wait', until: SINCE + 300 }],
    ['the step is over', { now: SINCE + 300 }, { kind: 'shift', step: 1, weight: 50 }],
    [
      'the last step is over',
      { phase: step(1), trafficState: split(50), now: SINCE + 600 },
      promote,
    ],
    [
      'the shift of a step was not made',
      { phase: step(1) },
      { kind: 'shift', step: 1, weight: 50 },
    ],
    [
      'AWS shows the weight a little off',
      { trafficState: split(5.004) },
      { kind: 'wait', until: SINCE + 300 },
    ],
    ['the promotion was not remembered', { trafficState: CLOSED }, promote],
    ['the promotion was not made', { phase: baking }, promote],
    [
      'the promotion did not close the canary',
      { phase: baking, trafficState: { kind: 'promoted', open: true } },
      promote,
    ],
    [
      'it bakes beside a canary that may stay',
      { phase: baking, trafficState: { kind: 'promoted', open: true }, closes: false },
      { kind: 'wait', until: SINCE + 300 },
    ],
    ['it bakes', { phase: baking, trafficState: CLOSED }, { kind: 'wait', until: SINCE + 300 }],
    [
      'it has baked',
      { phase: baking, trafficState: CLOSED, now: SINCE + 300 },
      { kind: 'finish', ending: { kind: 'promoted' } },
    ],
  ])('when %s', (_, parts, command) => {
    expect(decide(situation(parts))).toEqual(command);
  });

  it.each<[string, Partial<DecisionInput>]>([
    ['preparing', { phase: preparing, trafficState: STABLE }],
    ['in a step', {}],
    ['at the end of a step', { now: SINCE + 300 }],
    ['with the wrong weight', { trafficState: split(7) }],
    ['baking', { phase: baking, trafficState: CLOSED }],
    ['at the end of the bake', { phase: baking, trafficState: CLOSED, now: SINCE + 300 }],
    ['half promoted', { phase: baking, trafficState: { kind: 'promoted', open: true } }],
  ])('is to roll back when it fails, or is cancelled, %s', (_, parts) => {
    expect(decide(situation({ ...parts, verdict: 'failing', evidence: [FIRED] }))).toEqual({
      kind: 'roll-back',
      cause: { kind: 'alarm', evidence: [FIRED] },
    });
    expect(decide(situation({ ...parts, cancelled: true }))).toEqual({
      kind: 'roll-back',
      cause: { kind: 'cancelled' },
    });
  });

  it('is to roll back for trouble, regardless of the evidence', () => {
    const trouble = { kind: 'requested', by: 'mona', through: 'comment' } as const;
    for (const verdict of ['healthy', 'inconclusive', 'failing'] as const) {
      expect(decide(situation({ verdict, evidence: [FIRED], trouble }))).toEqual({
        kind: 'roll-back',
        cause: trouble,
      });
    }
  });

  it.each<[string, Partial<DecisionInput>, string]>([
    ['in a step', {}, 'leave'],
    ['in the bake', { phase: baking, trafficState: CLOSED }, 'leave'],
    ['before anybody was served it', { phase: preparing, trafficState: STABLE }, 'abandon'],
  ])('is to hold when it is cancelled %s and on-cancel says so', (_, parts, kind) => {
    const command = decide(
      situation({ ...parts, cancelled: true, policies: { ...POLICIES, onCancel: 'hold' } }),
    );
    expect(command.kind).toBe(kind);
    if (kind === 'leave') expect(command).toMatchObject({ ending: { kind: 'held' } });
  });

  it('is to close an empty canary, which AWS created after ours was removed', () => {
    const open = { kind: 'stable', open: true } as const;
    expect(decide(situation({ trafficState: open })).kind).toBe('roll-back');
    expect(decide(situation({ trafficState: open, phase: baking })).kind).toBe('roll-back');
    expect(decide(situation({ trafficState: STABLE })).kind).toBe('finish');
  });

  it('is to change nothing that this rollout does not own, whatever else happens', () => {
    const trafficState: TrafficState = { kind: 'external', what: 'someone else was here' };
    for (const parts of [
      {},
      { cancelled: true },
      { verdict: 'failing' as const },
      { phase: baking },
    ]) {
      expect(inWords(decide(situation({ ...parts, trafficState })))).toEqual({
        kind: 'leave',
        ending: { kind: 'failed', reason: 'stopped without changing it: someone else was here' },
      });
    }
  });

  it('is to stop when the weight was changed outside this rollout', () => {
    expect(inWords(decide(situation({ trafficState: split(20) })))).toEqual({
      kind: 'leave',
      ...failedWith('the canary has 20% instead of the 5% of step 1'),
    });
  });

  it.each<[string, Partial<DecisionInput>, string]>([
    [
      '0% in the first step',
      { trafficState: split(0) },
      'the canary has 0% instead of the 5% of step 1',
    ],
    [
      'the weight of the step before',
      { phase: step(1), trafficState: split(5) },
      'the canary has 5% instead of the 50% of step 2',
    ],
    [
      'another weight on some of the aliases',
      { trafficState: { kind: 'split', weight: 5, most: 60 } },
      'the canary has 5% to 60% instead of the 5% of step 1',
    ],
    [
      'a split after the promotion',
      { phase: baking, trafficState: split(20) },
      'after the promotion: the new version has 20% of the traffic',
    ],
    [
      'a canary after the promotion',
      { phase: baking, trafficState: { kind: 'promoted', open: true } },
      'after the promotion: a canary is open on the stage',
    ],
  ])('is to leave %s, which someone else set during this run', (_, parts, reason) => {
    const observation = { reached: true, now: SINCE + 300, ...parts };
    expect(inWords(decide(situation(observation)))).toEqual({
      kind: 'leave',
      ...failedWith(reason),
    });
    expect(decide(situation({ ...observation, verdict: 'failing' })).kind).toBe('roll-back');
  });

  it('is to roll back the rest when some of several aliases were lowered outside this rollout', () => {
    const part = { reached: true, phase: step(0), now: SINCE + 300 };
    const braked = { kind: 'split', weight: 0, most: 5 } as const;
    expect(inWords(decide(situation({ ...part, trafficState: braked })))).toEqual({
      kind: 'roll-back',
      reason:
        'the weight was changed outside this action: the canary has 0% to 5% instead of the 5% of step 1. The rest is rolled back too',
    });
    // A higher weight was chosen by a person, and is left alone.
    const raised = { kind: 'split', weight: 5, most: 30 } as const;
    expect(decide(situation({ ...part, trafficState: raised })).kind).toBe('leave');
  });

  it('is to roll back the rest also in the middle of a shift', () => {
    const braked = { kind: 'split', weight: 0, most: 50 } as const;
    expect(inWords(decide(situation({ phase: step(1), trafficState: braked })))).toEqual({
      kind: 'roll-back',
      reason:
        'the weight was changed outside this action: the canary has 0% to 50% instead of the 50% of step 2. The rest is rolled back too',
    });
    // In the first shift, it cannot be distinguished from an alias that was not shifted yet.
    const opening = { kind: 'split', weight: 0, most: 5 } as const;
    expect(decide(situation({ phase: step(0), trafficState: opening })).kind).toBe('shift');
    // Half shifted by a run that was killed.
    const shifting = { kind: 'split', weight: 5, most: 50 } as const;
    expect(decide(situation({ phase: step(1), trafficState: shifting })).kind).toBe('shift');
  });

  it('is to roll back the rest also in the middle of the promotion', () => {
    const braked = { kind: 'split', weight: 0, most: 100 } as const;
    expect(inWords(decide(situation({ phase: baking, trafficState: braked })))).toEqual({
      kind: 'roll-back',
      reason:
        'someone else took traffic off one of the aliases during the promotion: the new version has 0% to 100% of the traffic. The rest is rolled back too',
    });
    // `/canary promote` promotes from any step.
    const promoting = { kind: 'split', weight: 5, most: 100 } as const;
    expect(decide(situation({ phase: baking, trafficState: promoting })).kind).toBe('promote');
  });

  it('is to end when the canary was closed outside this rollout, also in the first step', () => {
    for (const index of [0, 1]) {
      expect(inWords(decide(situation({ phase: step(index), trafficState: STABLE })))).toEqual({
        kind: 'finish',
        ...failedWith(`the canary of step ${index + 1} does not exist`),
      });
    }
    expect(inWords(decide(situation({ phase: baking, trafficState: STABLE })))).toEqual({
      kind: 'finish',
      ...failedWith('the previous version is served'),
    });
  });

  it('is to stop when the stored state does not fit the plan', () => {
    expect(inWords(decide(situation({ phase: step(2) })))).toEqual({
      kind: 'leave',
      ...failedWith('step 3, which is not in the plan'),
    });
  });
});

describe('a step whose evidence is inconclusive', () => {
  const unsure = (parts: Partial<DecisionInput>) =>
    decide(situation({ verdict: 'inconclusive', ...parts }));

  it('is not shortened', () => {
    expect(unsure({})).toEqual({ kind: 'wait', until: SINCE + 300 });
  });

  it('is extended while CloudWatch may be late', () => {
    expect(unsure({ now: SINCE + 300 })).toEqual({ kind: 'wait', until: SINCE + 540 });
    expect(unsure({ now: SINCE + 539 })).toEqual({ kind: 'wait', until: SINCE + 540 });
  });

  it('then follows the policy', () => {
    const now = SINCE + 540;
    const reason = 'inconclusive: alarm a: INSUFFICIENT_DATA';
    expect(inWords(unsure({ now }))).toEqual({ kind: 'leave', ending: { kind: 'held', reason } });
    expect(unsure({ now, policies: { ...POLICIES, onInconclusive: 'rollback' } })).toEqual({
      kind: 'roll-back',
      cause: { kind: 'inconclusive', evidence: [SILENT] },
    });
    expect(unsure({ now, policies: { ...POLICIES, onInconclusive: 'promote' } })).toEqual({
      kind: 'shift',
      step: 1,
      weight: 50,
    });
  });

  it('is extended as far as the plan says', () => {
    const advance = { kind: 'time', maxSeconds: 1000 } as const;
    const plan = { ...PLAN, advance };
    expect(unsure({ plan, now: SINCE + 999 })).toEqual({ kind: 'wait', until: SINCE + 1000 });
    expect(unsure({ plan, now: SINCE + 1000 }).kind).toBe('leave');
  });

  it('ends as soon as there is enough evidence, if evidence decides', () => {
    const advance = { kind: 'evidence', minSeconds: 60, maxSeconds: 900 } as const;
    const plan = { ...PLAN, advance };
    expect(decide(situation({ plan, now: SINCE + 59 }))).toEqual({
      kind: 'wait',
      until: SINCE + 60,
    });
    expect(decide(situation({ plan, now: SINCE + 60 })).kind).toBe('shift');
    expect(unsure({ plan, now: SINCE + 60 })).toEqual({ kind: 'wait', until: SINCE + 900 });
    expect(unsure({ plan, now: SINCE + 900 }).kind).toBe('leave');
  });

  it('waits for requests as long as the job has time for the rest of the plan', () => {
    const plan = { ...PLAN, requests: 8, readSeconds: 240 };
    expect(decide(situation({ plan, now: SINCE + 300 })).kind).toBe('shift');
    expect(unsure({ plan, now: SINCE + 300 })).toEqual({ kind: 'wait', until: SINCE + 1800 });
    const endsBy = SINCE + 2000;
    const until = endsBy - PLAN.bakeSeconds - 240 - 120;
    expect(unsure({ plan, endsBy, now: SINCE + 300 })).toEqual({ kind: 'wait', until });
    expect(unsure({ plan, endsBy, now: until }).kind).toBe('leave');
  });

  describe('at the end of the bake', () => {
    const end = { phase: baking, trafficState: CLOSED, now: SINCE + 300 } as const;
    const over = { ...end, now: SINCE + 540 };
    const finish = { kind: 'finish', ending: { kind: 'promoted' } };

    it('extends it until it is healthy', () => {
      expect(unsure(end)).toEqual({ kind: 'wait', until: SINCE + 540 });
      expect(unsure({ ...end, now: SINCE + 539 })).toEqual({ kind: 'wait', until: SINCE + 540 });
      expect(decide(situation({ ...end, now: SINCE + 301 }))).toEqual(finish);
    });

    it('applies the policy after four minutes: held, rolled back, or promoted unjudged', () => {
      expect(unsure(over)).toMatchObject({ kind: 'leave', ending: { kind: 'held' } });
      expect(unsure({ ...over, policies: { ...POLICIES, onInconclusive: 'rollback' } }).kind).toBe(
        'roll-back',
      );
      expect(unsure({ ...over, policies: { ...POLICIES, onInconclusive: 'promote' } })).toEqual(
        finish,
      );
    });

    it('gives a run that takes over the same extension', () => {
      const taken = { ...over, takenOverAt: SINCE + 500 };
      expect(unsure(taken)).toEqual({ kind: 'wait', until: SINCE + 740 });
    });

    const unread = (parts: Partial<DecisionInput>) =>
      decide(situation({ ...end, evidence: [], readUntil: SINCE, ...parts }));
    /** The bake ends at the end of a minute, which is closed two minutes later. */
    const closed = SINCE + 300 + 120;

    it('waits until its last minute has been read, not only for a verdict', () => {
      expect(unread({})).toEqual({ kind: 'wait', until: closed });
      expect(unread({ now: closed - 1 })).toEqual({ kind: 'wait', until: closed });
      expect(unread({ now: closed })).toEqual({ kind: 'wait', until: SINCE + 540 });
      expect(unread({ now: closed, readUntil: SINCE + 300 })).toEqual(finish);
      expect(unread({ now: closed, readUntil: SINCE + 299 }).kind).toBe('wait');
    });

    it('reads to the end of the minute in which it ends', () => {
      const later = { phase: { ...baking, since: SINCE + 1 }, now: SINCE + 420 };
      expect(unread({ ...later, readUntil: SINCE + 300 }).kind).toBe('wait');
      expect(unread({ ...later, readUntil: SINCE + 360 })).toEqual(finish);
    });

    it('waits as long as counts take to close, then applies the policy', () => {
      const slow = { closingSeconds: 990 };
      expect(unread({ ...slow, now: SINCE + 540 })).toEqual({ kind: 'wait', until: SINCE + 1290 });
      expect(unread({ ...slow, now: SINCE + 1409 })).toEqual({ kind: 'wait', until: SINCE + 1410 });
      const late = { ...slow, now: SINCE + 1410 };
      expect(inWords(unread(late))).toEqual({
        kind: 'leave',
        ending: { kind: 'held', reason: 'inconclusive: the end of the bake has not been read' },
      });
      expect(unread({ ...late, policies: { ...POLICIES, onInconclusive: 'rollback' } }).kind).toBe(
        'roll-back',
      );
      expect(unread({ ...late, policies: { ...POLICIES, onInconclusive: 'promote' } })).toEqual(
        finish,
      );
    });

    it('does not wait longer for an alarm because of a long timeout', () => {
      const alarm = { closingSeconds: 990, readUntil: Number.POSITIVE_INFINITY };
      expect(unsure({ ...end, ...alarm, now: SINCE + 539 })).toEqual({
        kind: 'wait',
        until: SINCE + 540,
      });
      expect(unsure({ ...end, ...alarm, now: SINCE + 540 }).kind).toBe('leave');
    });

    it('is decided before the job ends', () => {
      const job = { closingSeconds: 990, endsBy: SINCE + 900 };
      expect(unread({ ...job, now: SINCE + 839 })).toEqual({ kind: 'wait', until: SINCE + 840 });
      expect(unread({ ...job, now: SINCE + 840 }).kind).toBe('leave');
      // It does not shorten the bake itself.
      expect(unread({ endsBy: SINCE + 100, now: SINCE + 299 })).toEqual({
        kind: 'wait',
        until: SINCE + 300,
      });
    });

    it('does not wait where there is no bake', () => {
      expect(unsure({ ...end, plan: { ...PLAN, bakeSeconds: 0 } })).toEqual(finish);
    });

    it('is reported by a run that does not wait', () => {
      const reason =
        'it is promoted, and the bake continues for another 4m: alarm a: INSUFFICIENT_DATA';
      expect(inWords(unsure({ ...end, scope: { kind: 'one-check' } }))).toEqual({
        kind: 'leave',
        ending: { kind: 'held', reason },
      });
    });
  });
});

describe('an incident that hits both versions', () => {
  const incident = (parts: Partial<DecisionInput>) =>
    decide(
      situation({
        incident: BOTH_BAD,
        policies: { ...POLICIES, onInconclusive: 'promote' },
        ...parts,
      }),
    );

  it('keeps the weight for half an hour after the step, then holds', () => {
    const end = SINCE + 540 + 1800;
    expect(incident({ now: SINCE + 299 })).toEqual({ kind: 'wait', until: SINCE + 300 });
    expect(incident({ now: SINCE + 300 })).toEqual({ kind: 'wait', until: end });
    expect(incident({ now: end - 1 })).toEqual({ kind: 'wait', until: end });
    const cause = { kind: 'shared-incident', incident: BOTH_BAD };
    const ending = { kind: 'held', cause };
    expect(incident({ now: end })).toEqual({ kind: 'leave', ending });
  });

  it('does not prevent a rollback', () => {
    expect(incident({ verdict: 'failing', evidence: [FIRED] }).kind).toBe('roll-back');
    expect(incident({ cancelled: true }).kind).toBe('roll-back');
  });
});
