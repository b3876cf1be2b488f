// Which weights wait for the approval of a person, and what `promote` means meanwhile.

import type { Approval, Door } from './gate.ts';
import { approval, type GivenApproval } from './given-approval.ts';
import type { Plan } from './plan.ts';
import { isMarkedReached } from './reached.ts';
import type { StoredRollout } from './record.ts';

/** The gates of the approvals that are not given yet, lowest first. */
export function approvalGates(rollout: StoredRollout): readonly (Approval | Door)[] {
  const { approvals: planned } = rollout.record.plan;
  return missing(rollout).map((at) =>
    at === 0 && planned?.door
      ? { kind: 'door' }
      : { kind: 'approval', weight: weightFrom(rollout, at) },
  );
}

/** What asks for an approval before the next shift, and the weight in % that the approval is for. */
export interface AskedApproval {
  readonly weight: number;
  readonly gate: Approval | Door;
}

/** `undefined`: the next shift needs none, or it was given. */
export function askedApproval(rollout: StoredRollout): AskedApproval | undefined {
  const [first] = missing(rollout);
  if (first === undefined) return undefined;
  const next = nextWeight(rollout);
  const [gate] = approvalGates(rollout);
  return gate && weightFrom(rollout, first) <= next ? { weight: next, gate } : undefined;
}

/** What the command `promote` means for a rollout. */
export type MeaningOfPromote =
  /** Skip the rest of the schedule. */
  | { readonly kind: 'promote' }
  /** Go on with the schedule, which may pass this weight. */
  | { readonly kind: 'approve'; readonly approval: GivenApproval }
  /** An approval will be asked for before this weight, and the rollout is not there yet. */
  | { readonly kind: 'early'; readonly weight: number }
  /** It was asked for before the rollout had its current weight, so it cannot mean the next one. */
  | { readonly kind: 'stale' };

/** @param asked who asks, and when, in seconds since the epoch */
export function meaningOfPromote(
  rollout: StoredRollout,
  asked: { readonly by: string; readonly at: number },
): MeaningOfPromote {
  if (!rollout.record.plan.approvals) return { kind: 'promote' };
  if (asked.at < shownSince(rollout)) return { kind: 'stale' };
  const next = askedApproval(rollout);
  if (next) return { kind: 'approve', approval: approval(next.weight, asked.at, asked.by) };
  const [first] = missing(rollout);
  return first === undefined
    ? { kind: 'promote' }
    : { kind: 'early', weight: weightFrom(rollout, first) };
}

/** Whether the rollout waits for a person before anybody is served, with everything prepared. */
export function isHeldAtZero({ record, phase }: StoredRollout): boolean {
  return phase.kind === 'preparing' && isMarkedReached(phase) && asksBeforeTraffic(record.plan);
}

/** Whether somebody must approve the first weight. */
export function asksBeforeTraffic({
  approvals,
  steps,
}: Pick<Plan, 'approvals' | 'steps'>): boolean {
  const [first] = approvals?.at ?? [];
  return first !== undefined && first <= (steps[0]?.weight ?? 100);
}

/** With one more approval. An approval of a higher weight includes the lower ones. */
export function withApproval(rollout: StoredRollout, given: GivenApproval): StoredRollout {
  const { approvals = [] } = rollout;
  return covers(approvals, given.weight)
    ? rollout
    : { ...rollout, approvals: [...approvals, given] };
}

/** The planned weights ahead that nobody has approved yet. */
function missing(rollout: StoredRollout): readonly number[] {
  const { record, approvals = [] } = rollout;
  const current = currentWeight(rollout);
  return (record.plan.approvals?.at ?? []).filter((at) => at > current && !covers(approvals, at));
}

/** Below 0% until a step begins: 0% is a weight to approve. */
function currentWeight({ phase, record: { plan } }: StoredRollout): number {
  if (phase.kind === 'preparing') return -1;
  return phase.kind === 'step' ? (plan.steps[phase.index]?.weight ?? 100) : 100;
}

function covers(approvals: readonly GivenApproval[], at: number): boolean {
  return approvals.some(({ weight }) => weight >= at);
}

/** The first weight of the plan that is not below this one: the promotion has 100%. */
function weightFrom({ record: { plan } }: StoredRollout, at: number): number {
  return plan.steps.find(({ weight }) => weight >= at)?.weight ?? 100;
}

/** The weight after the current one. */
function nextWeight({ phase, record: { plan } }: StoredRollout): number {
  const next = phase.kind === 'step' ? phase.index + 1 : 0;
  return plan.steps[next]?.weight ?? 100;
}

/** Since when the rollout has its current weight. */
function shownSince({ phase, record }: StoredRollout): number {
  return phase.kind === 'preparing' ? record.startedAt : phase.since;
}
