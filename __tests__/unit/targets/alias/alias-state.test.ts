import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { AliasState } from '../../../../src/aws/aliases.ts';
import { decide } from '../../../../src/rollout/decide.ts';
import type { Phase } from '../../../../src/rollout/phase.ts';
import { weightOf } from '../../../../src/rollout/traffic-state.ts';
import {
  type AliasTraffic,
  aliasTraffic,
  aliasTrafficInPhase,
  describeAlias,
  explainedWeights,
  type NamedTraffic,
  trafficOfAll,
} from '../../../../src/targets/alias/alias-state.ts';
import { inWords } from '../../rollout/in-words.ts';
import { PLAN, STARTED_AT } from '../../rollout/rollout-fixture.ts';

const CHANGE = { name: 'orders', from: '7', to: '8' };
const alias = (version: string, weights: Record<string, number> = {}) => ({
  version,
  weights,
  revisionId: 'r',
});

describe('the traffic state of one alias', () => {
  it.each<[string, ReturnType<typeof alias>, AliasTraffic]>([
    ['the previous version', alias('7'), { kind: 'stable' }],
    ['a share for the new one', alias('7', { 8: 12.5 }), { kind: 'split', weight: 12.5 }],
    ['all for the new one by weight', alias('7', { 8: 100 }), { kind: 'split', weight: 100 }],
    ['the new version', alias('8'), { kind: 'promoted' }],
    [
      'Lambda’s own weights after a promotion',
      alias('8', { 7: 100 }),
      { kind: 'promoted', held: true },
    ],
  ])('%s', (_, state, trafficState) => {
    expect(aliasTraffic(state, CHANGE)).toEqual(trafficState);
  });

  it.each<[string, ReturnType<typeof alias> | undefined, string]>([
    ['another version', alias('9'), 'it points to 9, not to 7 or 8'],
    ['a share for another', alias('7', { 9: 5 }), 'it points to 7 (95%) and 9 (5%), not to 7 or 8'],
    ['the new one beside another', alias('8', { 9: 5 }), '8 (95%) and 9 (5%)'],
    ['the new one with a share for the one before', alias('8', { 7: 5 }), '8 (95%) and 7 (5%)'],
    ['the unpublished version', alias('$LATEST'), 'it points to $LATEST'],
    ['nothing', undefined, 'it no longer exists'],
  ])('%s is not ours', (_, state, what) => {
    expect(aliasTraffic(state, CHANGE)).toMatchObject({
      kind: 'external',
      what: expect.stringContaining(what),
    });
  });

  it.each<[string, AliasState | undefined, number | undefined]>([
    ['on another version', alias('9'), 0],
    ['beside another', alias('9', { 8: 30 }), 30],
    ['as the one it points to', alias('8', { 9: 5 }), 95],
    ['of an alias that is gone', undefined, undefined],
  ])("has the share of the new version %s, although it is someone else's", (_, state, weight) => {
    const trafficState = aliasTraffic(state, CHANGE);
    expect(trafficState.kind === 'external' && trafficState.weight).toBe(weight);
    const all = [{ label: 'f:live', trafficState }, ...named({ kind: 'split', weight: 10 })];
    const known = weight === undefined ? null : Math.max(10, weight);
    expect(weightOf(trafficOfAll(all, [10]))).toBe(known);
  });

  it('with provisioned concurrency of its own is promoted by weight, once it bakes', () => {
    const all = alias('7', { 8: 100 });
    const baking = { kind: 'baking', since: STARTED_AT } as const;
    const step = { kind: 'step', index: 0, since: STARTED_AT } as const;
    const trafficState = (kept: boolean, phase: Phase) =>
      aliasTrafficInPhase(all, { change: CHANGE, kept }, phase);
    expect(trafficState(true, baking)).toEqual({ kind: 'promoted' });
    expect(trafficState(true, step)).toEqual({ kind: 'split', weight: 100 });
    expect(trafficState(false, baking)).toEqual({ kind: 'split', weight: 100 });
    const part = aliasTrafficInPhase(alias('7', { 8: 50 }), { change: CHANGE, kept: true }, baking);
    expect(part).toEqual({ kind: 'split', weight: 50 });
  });

  it('is described with the share of each version', () => {
    expect(describeAlias(alias('7'))).toBe('7');
    expect(describeAlias(alias('7', { 8: 0.1 }))).toBe('7 (99.9%) and 8 (0.1%)');
  });
});

const named = (...standings: AliasTraffic[]): NamedTraffic[] =>
  standings.map((trafficState, i) => ({ label: `f${i}:live`, trafficState }));
const split = (weight: number): AliasTraffic => ({ kind: 'split', weight });
const STABLE: AliasTraffic = { kind: 'stable' };
const PROMOTED: AliasTraffic = { kind: 'promoted' };
const FOREIGN: AliasTraffic = { kind: 'external', what: 'it points to 9' };

describe('the traffic state of many aliases together', () => {
  it.each<[string, AliasTraffic[], object]>([
    ['none has moved', [STABLE, STABLE], { kind: 'stable' }],
    ['all have', [split(50), split(50)], { kind: 'split', weight: 50 }],
    ['some have not yet', [split(50), split(5)], { kind: 'split', weight: 5, most: 50 }],
    ['all are promoted', [PROMOTED, PROMOTED], { kind: 'promoted', open: false }],
    ['one is promoted', [PROMOTED, split(50)], { kind: 'split', weight: 50, most: 100 }],
    ['one alone has a weight of its own', [split(33)], { kind: 'split', weight: 33 }],
    [
      'one of them has a weight of its own',
      [split(50), split(33)],
      { kind: 'split', weight: 33, where: 'f1:live', most: 50 },
    ],
    [
      'one was cleared in the second step',
      [split(50), STABLE],
      { kind: 'split', weight: 0, where: 'f1:live', most: 50 },
    ],
    ['all are somebody else’s', [FOREIGN], { kind: 'external', what: 'f0:live: it points to 9' }],
    [
      'one is somebody else’s',
      [split(50), FOREIGN],
      { kind: 'external', what: 'f1:live: it points to 9', others: 'owned' },
    ],
  ])('when %s', (_, standings, expected) => {
    expect(trafficOfAll(named(...standings), [5, 50])).toEqual(expected);
  });

  it.each<[Phase, readonly number[]]>([
    [{ kind: 'preparing' }, [0]],
    [{ kind: 'step', index: 0, since: STARTED_AT }, [0, 5]],
    [{ kind: 'step', index: 1, since: STARTED_AT }, [5, 50]],
    [{ kind: 'baking', since: STARTED_AT }, [50]],
  ])('after %j a dead run may have left the weights %j', (phase, weights) => {
    expect(explainedWeights(phase, PLAN)).toEqual(weights);
  });
});

const anyStanding = fc.oneof(
  fc.constant(STABLE),
  fc.constant(PROMOTED),
  fc.constant(FOREIGN),
  fc.constantFrom(5, 33, 50).map(split),
);

const anyPhase = fc.oneof(
  fc.constant<Phase>({ kind: 'preparing' }),
  fc.constantFrom(0, 1).map((index): Phase => ({ kind: 'step', index, since: STARTED_AT })),
  fc.constant<Phase>({ kind: 'baking', since: STARTED_AT }),
);

const decided = (standings: readonly AliasTraffic[], phase: Phase, failing = false) =>
  decide({
    plan: PLAN,
    phase,
    trafficState: trafficOfAll(named(...standings), explainedWeights(phase, PLAN)),
    verdict: failing ? 'failing' : 'healthy',
    evidence: [],
    trouble: undefined,
    incident: undefined,
    readUntil: Number.POSITIVE_INFINITY,
    closingSeconds: 120,
    endsBy: Number.POSITIVE_INFINITY,
    bakeStepSince: undefined,
    hook: 'clear',
    policies: { onInconclusive: 'hold', onCancel: 'rollback' },
    now: STARTED_AT + 10_000,
    gates: [],
    lastsUntil: Number.POSITIVE_INFINITY,
    takenOverAt: 0,
    closes: true,
    reached: false,
    cancelled: false,
    scope: { kind: 'to-the-end' },
  });

describe('what is decided of many aliases', () => {
  const inFirst: Phase = { kind: 'step', index: 0, since: STARTED_AT };

  it('one changed outside: the others are rolled back, and the message names the one left alone', () => {
    expect(inWords(decided([split(5), FOREIGN], inFirst))).toEqual({
      kind: 'roll-back',
      reason: expect.stringMatching(/not rolled back: f1:live: it points to 9/),
    });
    expect(decided([FOREIGN], inFirst)).toMatchObject({ kind: 'leave' });
  });

  it('one with a different share: all keep theirs, and the message names it', () => {
    expect(inWords(decided([split(5), split(33)], inFirst))).toMatchObject({
      kind: 'leave',
      ending: {
        reason: expect.stringContaining('the canary of f1:live has 33% instead of the 5%'),
      },
    });
  });
});

describe('an alias that was cleared during the promotion', () => {
  const baking: Phase = { kind: 'baking', since: STARTED_AT };

  it('takes the others back with it, whichever comes first', () => {
    for (const standings of [
      [split(5), STABLE],
      [STABLE, split(5)],
      [PROMOTED, STABLE],
      [STABLE, split(50), PROMOTED],
    ]) {
      expect(inWords(decided(standings, baking))).toEqual({
        kind: 'roll-back',
        reason: expect.stringContaining('someone else took traffic off one of the aliases'),
      });
    }
  });
});

describe('properties of many aliases', () => {
  it('the order of the functions decides nothing', () => {
    fc.assert(
      fc.property(fc.array(anyStanding, { minLength: 1, maxLength: 4 }), anyPhase, (all, phase) => {
        const forward = decided(all, phase).kind;
        expect(decided([...all].reverse(), phase).kind).toBe(forward);
      }),
    );
  });

  it('many in the same state count as one', () => {
    fc.assert(
      fc.property(anyStanding, anyPhase, fc.integer({ min: 2, max: 5 }), (one, phase, count) => {
        const many = Array.from({ length: count }, () => one);
        expect(decided(many, phase).kind).toBe(decided([one], phase).kind);
      }),
    );
  });

  it('nothing moves forward while any was changed outside, or has an unexplained share', () => {
    const strange = fc.constantFrom(FOREIGN, split(33));
    const steps = fc.constantFrom(0, 1).map((index): Phase => ({ kind: 'step', index, since: 0 }));
    const others = fc.array(fc.constantFrom(STABLE, split(5), split(50)), { maxLength: 3 });
    fc.assert(
      fc.property(strange, others, steps, (odd, rest, phase) => {
        expect(['shift', 'promote']).not.toContain(decided([...rest, odd], phase).kind);
      }),
    );
  });

  it('a failing verdict rolls back every alias that the rollout owns', () => {
    const ours = fc.oneof(fc.constant(STABLE), fc.constantFrom(5, 33, 50).map(split));
    fc.assert(
      fc.property(fc.array(ours, { minLength: 1, maxLength: 4 }), anyPhase, (all, phase) => {
        expect(decided(all, phase, true).kind).toBe('roll-back');
      }),
    );
  });
});
