// How far a run goes: to the end, one check, to the promotion, or no further than the current weight.

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Evidence } from '../../../src/analysis/evidence.ts';
import { decide } from '../../../src/rollout/decide.ts';
import { EXTENSION_SECONDS } from '../../../src/rollout/plan.ts';
import type { DecisionInput, RunScope } from '../../../src/rollout/situation.ts';
import { inWords } from './in-words.ts';
import { PLAN, STARTED_AT } from './rollout-fixture.ts';

const SINCE = STARTED_AT + 60;
const SILENT: Evidence = {
  source: { kind: 'alarm', name: 'a' },
  verdict: 'inconclusive',
  detail: { kind: 'alarm-no-data' },
};
const BOTH_BAD = { canaryRate: 0.06, stableRate: 0.06, rateBefore: 0.004 };
const ONE_LOOK: RunScope = { kind: 'one-check' };
const PROMOTE: RunScope = { kind: 'promote' };
const hold = (until: number): RunScope => ({
  kind: 'hold',
  cause: { kind: 'feedback', by: 'mona' },
  until,
});

/** In the first of two steps, a minute before its end, without any problem. */
const situation = (parts: Partial<DecisionInput> = {}): DecisionInput => ({
  plan: PLAN,
  phase: { kind: 'step', index: 0, since: SINCE },
  trafficState: { kind: 'split', weight: 5 },
  verdict: 'healthy',
  evidence: [SILENT],
  trouble: undefined,
  incident: undefined,
  readUntil: Number.POSITIVE_INFINITY,
  closingSeconds: 120,
  endsBy: Number.POSITIVE_INFINITY,
  bakeStepSince: undefined,
  hook: 'clear',
  policies: { onInconclusive: 'hold', onCancel: 'rollback' },
  now: SINCE + 240,
  gates: [],
  lastsUntil: Number.POSITIVE_INFINITY,
  takenOverAt: 0,
  closes: true,
  reached: false,
  cancelled: false,
  scope: ONE_LOOK,
  ...parts,
});
const OVER = SINCE + 300;
const held = (reason: unknown) => ({ kind: 'leave', ending: { kind: 'held', reason } });

describe('a run of one check', () => {
  it.each<[string, Partial<DecisionInput>, unknown]>([
    ['leaves a step that is not over', {}, held('step 1 of 2 (5%) has 1m left')],
    ['shifts when it is', { now: OVER }, { kind: 'shift', step: 1, weight: 50 }],
    [
      'leaves a step that saw too little, and says so',
      { now: OVER, verdict: 'inconclusive' },
      held('step 1 of 2 (5%) has 4m left: alarm a: INSUFFICIENT_DATA'),
    ],
    [
      'decides by the policy when the patience of the plan is over, however late it comes',
      {
        now: OVER + EXTENSION_SECONDS,
        verdict: 'inconclusive',
        policies: { onInconclusive: 'rollback', onCancel: 'rollback' },
      },
      { kind: 'roll-back', reason: 'inconclusive: alarm a: INSUFFICIENT_DATA' },
    ],
    [
      'stays through an incident',
      { now: OVER, incident: BOTH_BAD },
      held(expect.stringMatching(/^both versions fail/)),
    ],
    [
      'leaves a bake that is not over',
      {
        phase: { kind: 'baking', since: SINCE },
        trafficState: { kind: 'promoted', open: false },
      },
      held('it is promoted, and the bake continues for another 1m'),
    ],
    ['asks a hook, and waits for its answer', { now: OVER, hook: 'due' }, { kind: 'hook' }],
  ])('%s', (_, parts, command) => {
    expect(inWords(decide(situation(parts)))).toEqual(command);
  });
});

describe('a requested promotion', () => {
  it.each<[string, Partial<DecisionInput>, unknown]>([
    ['skips the rest of the schedule', {}, { kind: 'promote' }],
    ['does not wait for what says nothing', { verdict: 'inconclusive' }, { kind: 'promote' }],
    ['asks the hook first', { hook: 'due' }, { kind: 'hook' }],
    [
      'is refused to what is worse',
      { verdict: 'failing' },
      { kind: 'roll-back', reason: 'alarm a: INSUFFICIENT_DATA' },
    ],
    [
      'goes back when the hook says no',
      { hook: 'failed' },
      expect.objectContaining({ kind: 'roll-back' }),
    ],
  ])('%s', (_, parts, command) => {
    expect(inWords(decide(situation({ scope: PROMOTE, ...parts })))).toEqual(command);
  });
});

describe('a run that holds', () => {
  it('goes no further at any time until it ends', () => {
    const until = OVER + 1000;
    const at = (now: number) => decide(situation({ scope: hold(until), now }));
    for (const now of [SINCE, OVER, until - 1]) expect(at(now)).toEqual({ kind: 'wait', until });
    expect(inWords(at(until))).toEqual(held('👎 by mona'));
  });

  it('rolls back a worse version and a cancelled rollout', () => {
    const scope = hold(OVER + 1000);
    expect(decide(situation({ scope, verdict: 'failing' })).kind).toBe('roll-back');
    expect(decide(situation({ scope, cancelled: true })).kind).toBe('roll-back');
  });
});

const anySituation = fc
  .record({
    phase: fc.constantFrom<DecisionInput['phase']>(
      { kind: 'preparing' },
      { kind: 'step', index: 0, since: SINCE },
      { kind: 'step', index: 1, since: SINCE },
      { kind: 'baking', since: SINCE },
    ),
    trafficState: fc.constantFrom<DecisionInput['trafficState']>(
      { kind: 'stable' },
      { kind: 'split', weight: 5 },
      { kind: 'split', weight: 50 },
      { kind: 'promoted', open: true },
      { kind: 'promoted', open: false },
      { kind: 'external', what: 'other' },
    ),
    verdict: fc.constantFrom<DecisionInput['verdict'][]>('healthy', 'inconclusive', 'failing'),
    incident: fc.constantFrom(undefined, BOTH_BAD),
    hook: fc.constantFrom<DecisionInput['hook'][]>('clear', 'due', 'failed'),
    policies: fc.record({
      onInconclusive: fc.constantFrom('hold', 'promote', 'rollback'),
      onCancel: fc.constant('rollback'),
    }),
    now: fc.integer({ min: SINCE, max: SINCE + 5000 }),
    cancelled: fc.boolean(),
  })
  .map(situation);

describe('in any situation', () => {
  it('one check decides as a complete run does, but never waits', () => {
    fc.assert(
      fc.property(anySituation, (s) => {
        const whole = decide({ ...s, scope: { kind: 'to-the-end' } });
        const look = decide({ ...s, scope: ONE_LOOK });
        if (whole.kind === 'wait') expect(look).toMatchObject({ ending: { kind: 'held' } });
        else expect(look).toEqual(whole);
      }),
    );
  });

  it('a hold never lets a step go further, and never prevents a rollback', () => {
    fc.assert(
      fc.property(anySituation, (s) => {
        const whole = decide({ ...s, scope: { kind: 'to-the-end' } });
        const held = decide({ ...s, scope: hold(0) });
        if (whole.kind === 'roll-back' && whole.cause.kind !== 'inconclusive') {
          expect(held).toEqual(whole);
        }
        const further =
          held.kind === 'shift' && s.phase.kind === 'step' && held.step > s.phase.index;
        expect(further).toBe(false);
      }),
    );
  });
});
