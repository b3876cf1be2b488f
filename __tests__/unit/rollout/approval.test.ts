// Which weights wait for a person, and what an approval passes.

import { describe, expect, it } from '@jest/globals';
import {
  approvalGates,
  askedApproval,
  isHeldAtZero,
  meaningOfPromote,
  withApproval,
} from '../../../src/rollout/approval.ts';
import { gateOn } from '../../../src/rollout/gate.ts';
import {
  APPROVERS,
  approval,
  formatApprovals,
  MOST_APPROVALS,
  parseApprovals,
  splitApprovers,
} from '../../../src/rollout/given-approval.ts';
import { formatPhase, type Phase, parsePhase } from '../../../src/rollout/phase.ts';
import type { StoredRollout } from '../../../src/rollout/record.ts';
import { makeRecord, makeRemembered, STARTED_AT } from './rollout-fixture.ts';

const WEIGHTS = [5, 25, 75];
const at = STARTED_AT + 600;

function rollout(
  planned: readonly number[],
  phase: Phase,
  approved: readonly number[] = [],
): StoredRollout {
  const steps = WEIGHTS.map((weight) => ({ weight, holdSeconds: 300 }));
  const plan = { ...makeRecord().plan, steps, approvals: { at: planned } };
  const approvals = approved.map((weight) => ({ weight, at, by: 'maria' }));
  return { ...makeRemembered({ phase }), record: makeRecord({ plan }), approvals };
}
const preparing: Phase = { kind: 'preparing' };
const step = (index: number): Phase => ({ kind: 'step', index, since: STARTED_AT + 60 });
/** Whether the way from one weight of the plan to the next is free. */
const isFree = (open: StoredRollout, from: number, to: number) =>
  gateOn(approvalGates(open), { from, to }) === undefined;

describe('a weight to approve', () => {
  it.each([
    // planned, phase, the way, and what must be approved
    [[0], preparing, [0, 5], 5],
    [[5], preparing, [0, 5], 5],
    [[10], preparing, [0, 5], undefined],
    [[10], step(0), [5, 25], 25],
    [[25], step(0), [5, 25], 25],
    [[50], step(0), [5, 25], undefined],
    [[50], step(1), [25, 75], 75],
    [[100], step(1), [25, 75], undefined],
    [[100], step(2), [75, 100], 100],
    [[80], step(2), [75, 100], 100],
    [[5, 75], step(0), [5, 25], undefined],
  ] as const)('%j in %j: the way %j needs %j', (planned, phase, [from, to], weight) => {
    const open = rollout(planned, phase);
    expect(askedApproval(open)?.weight).toBe(weight);
    expect(isFree(open, from, to)).toBe(weight === undefined);
    if (weight === undefined) return;
    const approved = withApproval(open, approval(weight, at, 'maria'));
    expect(isFree(approved, from, to)).toBe(true);
    expect(askedApproval(approved)).toBeUndefined();
  });

  it('keeps a jump to the promotion from passing it', () => {
    const open = rollout([75], step(0));
    expect(isFree(open, 5, 100)).toBe(false);
    expect(isFree(rollout([75], step(0), [75]), 5, 100)).toBe(true);
  });

  it('is approved alone: a later one is asked for when it comes', () => {
    const open = rollout([25, 75], step(0));
    const approved = withApproval(open, approval(25, at, 'maria'));
    expect(approvalGates(approved)).toEqual([{ kind: 'approval', weight: 75 }]);
    expect(meaningOfPromote(approved, { by: 'maria', at })).toEqual({ kind: 'early', weight: 75 });
  });

  it('is the promotion without steps', () => {
    const open = rollout([50], preparing);
    const plan = { ...open.record.plan, steps: [] };
    const allAtOnce = { ...open, record: { ...open.record, plan } };
    expect(approvalGates(allAtOnce)).toEqual([{ kind: 'approval', weight: 100 }]);
    expect(askedApproval(allAtOnce)?.weight).toBe(100);
  });

  it('is before any traffic if it is not above the first', () => {
    const held = { kind: 'preparing', reached: true } as const;
    expect([0, 5, 6].map((at) => isHeldAtZero(rollout([at], held)))).toEqual([true, true, false]);
    expect(isHeldAtZero(rollout([0], preparing))).toBe(false);
  });

  it('is a door at 0%, if the plan has one', () => {
    const open = rollout([0], preparing);
    const plan = { ...open.record.plan, approvals: { at: [0], door: true as const } };
    const door = { ...open, record: { ...open.record, plan } };
    expect(approvalGates(door)).toEqual([{ kind: 'door' }]);
    expect(isHeldAtZero(door)).toBe(false);
    expect(isHeldAtZero({ ...door, phase: { kind: 'preparing', reached: true } })).toBe(true);
  });
});

describe('promote', () => {
  const asked = { by: 'maria', at };

  it('skips the rest where nothing is to be approved, and once all of it is', () => {
    expect(meaningOfPromote(rollout([25], step(1), [25]), asked)).toEqual({ kind: 'promote' });
    const { approvals: _, ...plan } = rollout([], step(0)).record.plan;
    const plain = { ...rollout([], step(0)), record: makeRecord({ plan }) };
    expect(meaningOfPromote(plain, { by: 'maria', at: 0 })).toEqual({ kind: 'promote' });
  });

  it('approves the next weight', () => {
    expect(meaningOfPromote(rollout([75], step(1)), asked)).toEqual({
      kind: 'approve',
      approval: { weight: 75, at, by: 'maria' },
    });
  });

  it.each([
    [preparing, STARTED_AT - 1],
    [step(1), STARTED_AT + 59],
  ])('does not count in %j if it was asked for before', (phase, before) => {
    expect(meaningOfPromote(rollout([0, 75], phase), { by: 'maria', at: before })).toEqual({
      kind: 'stale',
    });
  });
});

describe('approvals in a tag', () => {
  const begun = { startedAt: STARTED_AT };

  it('are read as they were written, and fit', () => {
    const longest = Array.from({ length: MOST_APPROVALS }, (_, i) =>
      approval(99.25 - i, STARTED_AT + 36 ** 6 - 1, 'm'.repeat(39)),
    );
    const text = formatApprovals(longest, begun);
    expect(text.length).toBeLessThanOrEqual(256);
    expect(text).toMatch(/^[\w.\-+/]+$/);
    expect(parseApprovals(text, begun)).toEqual(longest);
  });

  it.each([
    '',
    '50',
    '50/1a',
    '101/1a/maria',
    '50/1a/ma ria',
    '50/1a/maria+',
    '5/1/a+5/1/a+5/1/a+5/1/a+5/1/a',
  ])('are nothing else: %j', (text) => {
    expect(parseApprovals(text, begun)).toBeUndefined();
  });

  it('have the name of a bot in letters that a tag allows', () => {
    expect(approval(50, 1.5, 'deploy[bot]')).toEqual({ weight: 50, at: 1, by: 'deploy_bot_' });
    expect(approval(50, 1, '').by).toBe('unknown');
  });
});

it('a release that waits at 0% has a phase of its own', () => {
  for (const phase of [preparing, { kind: 'preparing', reached: true } as const])
    expect(parsePhase(formatPhase(phase))).toEqual(phase);
});

it('who may approve is a path in CODEOWNERS, or people and teams', () => {
  expect(splitApprovers('CODEOWNERS my docs/')).toEqual({ path: 'my docs/', named: [] });
  expect(splitApprovers('@a, @o/t')).toEqual({ path: undefined, named: ['@a', '@o/t'] });
  for (const text of ['CODEOWNERS', 'CODEOWNERS ', 'maria', '@a\n@b'])
    expect(text).not.toMatch(APPROVERS);
});
