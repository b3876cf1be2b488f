// What keeps a release from going further, and what it never keeps it from.

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { decide } from '../../../src/rollout/decide.ts';
import { goesOn } from '../../../src/rollout/decision.ts';
import { type Gate, gateOn, restFrom } from '../../../src/rollout/gate.ts';
import type { DecisionInput } from '../../../src/rollout/situation.ts';
import { PLAN, STARTED_AT } from './rollout-fixture.ts';

const SINCE = STARTED_AT + 60;
const OVER = SINCE + 300;
const OPENS = OVER + 3600;
const FREEZE: Gate = {
  kind: 'freeze',
  dates: '2026-12-18..2027-01-04',
  reason: 'holidays',
  zone: 'UTC',
  opensAt: OPENS,
};
const STOP: Gate = { kind: 'stop', switch: { kind: 'parameter', name: '/stop' }, says: 'on' };
const APPROVAL: Gate = { kind: 'approval', weight: 50 };
const DOOR: Gate = { kind: 'door' };

/** At the end of the first of two steps, 5% and 50%, without any problem. */
const situation = (parts: Partial<DecisionInput> = {}): DecisionInput => ({
  plan: PLAN,
  phase: { kind: 'step', index: 0, since: SINCE },
  trafficState: { kind: 'split', weight: 5 },
  verdict: 'healthy',
  evidence: [],
  trouble: undefined,
  incident: undefined,
  readUntil: Number.POSITIVE_INFINITY,
  closingSeconds: 120,
  endsBy: Number.POSITIVE_INFINITY,
  bakeStepSince: undefined,
  hook: 'clear',
  gates: [FREEZE],
  lastsUntil: OVER + 6 * 3600,
  policies: { onInconclusive: 'hold', onCancel: 'rollback' },
  now: OVER,
  takenOverAt: 0,
  closes: true,
  reached: false,
  cancelled: false,
  scope: { kind: 'to-the-end' },
  ...parts,
});
const PREPARING = { phase: { kind: 'preparing' }, trafficState: { kind: 'stable' } } as const;
const LAST_STEP = {
  phase: { kind: 'step', index: 1, since: OVER - 600 },
  trafficState: { kind: 'split', weight: 50 },
} as const;
const held = (cause: Gate) => ({ kind: 'leave', ending: { kind: 'held', cause } });
const waits = (until: number, gate: Gate) => ({ kind: 'wait', until, gate });

describe('at a gate', () => {
  it.each<[string, Partial<DecisionInput>, unknown]>([
    ['a step waits for the opening', {}, waits(OPENS, FREEZE)],
    ['so does the first step', PREPARING, waits(OPENS, FREEZE)],
    ['so does the promotion', LAST_STEP, waits(OPENS, FREEZE)],
    ['so does a requested promotion', { scope: { kind: 'promote' } }, waits(OPENS, FREEZE)],
    ['no hook runs', { hook: 'due' }, waits(OPENS, FREEZE)],
    [
      'what is inconclusive meanwhile decides nothing',
      {
        verdict: 'inconclusive',
        now: OVER + 1000,
        policies: { onInconclusive: 'rollback', onCancel: 'hold' },
      },
      waits(OPENS, FREEZE),
    ],
    [
      'a shift that was stored and not made is not made',
      { phase: { kind: 'step', index: 1, since: SINCE } },
      waits(OPENS, FREEZE),
    ],
    [
      'a promotion that was stored and not begun is not made',
      { phase: { kind: 'baking', since: SINCE }, trafficState: { kind: 'split', weight: 50 } },
      waits(OPENS, FREEZE),
    ],
    [
      'a promotion that some aliases have is completed',
      {
        phase: { kind: 'baking', since: SINCE },
        trafficState: { kind: 'split', weight: 50, most: 100 },
      },
      { kind: 'promote' },
    ],
    ['a run of one check ends', { scope: { kind: 'one-check' } }, held(FREEZE)],
    ['a step that is not over goes on', { now: OVER - 1 }, { kind: 'wait', until: OVER }],
    [
      'a bake that is promoted ends',
      {
        phase: { kind: 'baking', since: SINCE },
        trafficState: { kind: 'promoted', open: false },
      },
      { kind: 'finish', ending: { kind: 'promoted' } },
    ],
    ['an approval ends the run', { gates: [APPROVAL] }, held(APPROVAL)],
    [
      'an approval says nothing of other weights',
      { ...LAST_STEP, gates: [APPROVAL] },
      { kind: 'promote' },
    ],
    ['a door ends the run before the first step', { ...PREPARING, gates: [DOOR] }, held(DOOR)],
    ['a door says nothing later', { gates: [DOOR] }, { kind: 'shift', step: 1, weight: 50 }],
  ])('%s', (_, parts, decision) => {
    expect(decide(situation(parts))).toEqual(decision);
  });

  it('waits as long as the rest still fits into the job, and is held then', () => {
    const rest = restFrom(PLAN, 1, false);
    const lastsUntil = OVER + rest + 100;
    const s = situation({ gates: [STOP], lastsUntil });
    expect(decide(s)).toEqual(waits(OVER + 100, STOP));
    expect(decide({ ...s, gates: [FREEZE] })).toEqual(waits(OVER + 100, FREEZE));
    expect(decide({ ...s, now: OVER + 100 })).toEqual(held(STOP));
  });

  it('is abandoned if it served nobody, unless another run began it', () => {
    const s = situation({ ...PREPARING, gates: [STOP], lastsUntil: OVER });
    expect(decide(s)).toEqual({ kind: 'abandon', cause: STOP });
    expect(decide({ ...s, takenOverAt: OVER - 10 })).toEqual(held(STOP));
    expect(decide({ ...s, scope: { kind: 'one-check' } })).toEqual(held(STOP));
    expect(decide({ ...s, gates: [DOOR] })).toEqual(held(DOOR));
  });

  it('needs no more time for the rest after a bake that was a step', () => {
    expect(restFrom(PLAN, 2, true)).toBe(0);
    expect(restFrom(PLAN, 2, false)).toBe(PLAN.bakeSeconds);
  });

  it('meets the first gate that is in the way', () => {
    const gates = [DOOR, APPROVAL, STOP];
    expect(gateOn(gates, { from: 0, to: 5 })).toBe(DOOR);
    expect(gateOn(gates, { from: 5, to: 100 })).toBe(APPROVAL);
    expect(gateOn(gates, { from: 5, to: 10 })).toBe(STOP);
    expect(gateOn([APPROVAL], { from: 50, to: 100 })).toBeUndefined();
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
    hook: fc.constantFrom<DecisionInput['hook'][]>('clear', 'due', 'failed'),
    now: fc.integer({ min: SINCE, max: SINCE + 30_000 }),
    cancelled: fc.boolean(),
    gates: fc.subarray([FREEZE, STOP, APPROVAL, DOOR]),
    scope: fc.constantFrom<DecisionInput['scope'][]>(
      { kind: 'to-the-end' },
      { kind: 'promote' },
      { kind: 'one-check' },
    ),
  })
  .map(situation);

describe('in any situation', () => {
  it('a gate changes nothing but going further', () => {
    fc.assert(
      fc.property(anySituation, (s) => {
        const free = decide({ ...s, gates: [] });
        const gated = decide(s);
        const inconclusive =
          ('cause' in free && free.cause.kind === 'inconclusive') ||
          (free.kind === 'leave' && s.verdict === 'inconclusive');
        if (!goesOn(free) && free.kind !== 'wait' && !inconclusive) expect(gated).toEqual(free);
      }),
      { numRuns: 1000 },
    );
  });

  it('a stop lets nothing begin', () => {
    fc.assert(
      fc.property(anySituation, (s) => {
        const { kind } = decide({ ...s, gates: [STOP] });
        const moved = s.trafficState.kind === 'promoted';
        if (!moved) expect(['shift', 'promote']).not.toContain(kind);
      }),
      { numRuns: 1000 },
    );
  });
});
