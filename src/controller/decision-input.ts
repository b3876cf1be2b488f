// Turns a check into the input of the decision.

import { closingSeconds } from '../analysis/closed.ts';
import { type Evidence, worst } from '../analysis/evidence.ts';
import { now } from '../base/time.ts';
import type { Requests } from '../comments/listener.ts';
import type { Observation } from '../monitor/monitor.ts';
import { approvalGates } from '../rollout/approval.ts';
import { bakeStepSince } from '../rollout/bake.ts';
import type { Cause } from '../rollout/cause.ts';
import type { Pause } from '../rollout/pause-tag.ts';
import { isSamePhase, type Phase } from '../rollout/phase.ts';
import { rampOf } from '../rollout/plan.ts';
import { isMarkedReached, isReached } from '../rollout/reached.ts';
import type { StoredRollout } from '../rollout/record.ts';
import { secondsAvailable } from '../rollout/schedule-limits.ts';
import type { DecisionInput, RunScope } from '../rollout/situation.ts';
import type { LoopContext, Snapshot } from './context.ts';
import type { Check } from './observe.ts';

/** Everything that the decision depends on. */
export function decisionInput(
  loop: LoopContext,
  { rollout, trafficState }: Snapshot,
  check: Check,
  trouble: Cause | undefined,
  reached: boolean,
): DecisionInput {
  const deciding = check.kind === 'seen' ? decisiveIn(check.observation, rollout) : [];
  const asked = loop.comments.requests();
  const { startedAt, lifetimes } = loop.context;
  return {
    plan: rollout.record.plan,
    phase: rollout.phase,
    trafficState,
    verdict: worst(deciding),
    evidence: worstOf(deciding),
    trouble:
      trouble ?? requestedBy(asked.rollback) ?? (check.kind === 'blind' ? check.cause : undefined),
    incident: check.kind === 'seen' ? check.observation.incident : undefined,
    readUntil: check.kind === 'seen' ? check.observation.readUntil : 0,
    closingSeconds: closingSeconds(rollout.record.longestAnswerSeconds),
    endsBy: startedAt + lifetimes.jobTimeoutSeconds,
    bakeStepSince: bakeStepSince(rollout),
    hook: loop.hooks.stateIn(rollout.phase),
    gates: approvalGates(rollout),
    lastsUntil: startedAt + secondsAvailable(lifetimes, startedAt),
    policies: loop.context.inputs,
    now: now(),
    takenOverAt: loop.drive.takenOverAt,
    closes: loop.target.closesSplit(rollout.record),
    reached,
    cancelled: check.kind === 'cancelled',
    scope: scopeOf(loop, rollout, asked),
  };
}

/**
 * The phase whose goal was seen: by this run in a check, or when it verified its own change; or by the run before.
 *
 * @param first as this run starts it, or takes it over
 */
export function trackReached(target: LoopContext['target'], first: Phase) {
  let phase = isMarkedReached(first) ? first : undefined;
  const saw = ({ rollout, trafficState }: Snapshot) => {
    const { record } = rollout;
    const goal = {
      plan: record.plan,
      phase: rollout.phase,
      trafficState,
      closes: target.closesSplit(record),
    };
    if (isReached(goal)) ({ phase } = rollout);
  };
  return {
    saw,
    /** The state after a change, unless the change failed or is still in progress. */
    made: ({ snapshot, trouble, late }: Changed) => {
      if (trouble === undefined && late === undefined) saw(snapshot);
    },
    of: ({ rollout }: Snapshot) => isSamePhase(phase, rollout.phase),
  };
}

interface Changed {
  readonly snapshot: Snapshot;
  readonly trouble: Cause | undefined;
  readonly late?: Promise<unknown> | undefined;
}

/**
 * With `advance: time`, steps advance before anything has been compared, except the last one before the bake: the bake
 * and the promotion need one comparison. After the promotion, missing data decides nothing.
 */
function decisiveIn(
  { deciding, uncompared }: Observation,
  { phase, record: { plan } }: StoredRollout,
): readonly Evidence[] {
  const last = phase.kind === 'step' && phase.index >= rampOf(plan).length - 1;
  return last ? deciding : deciding.filter((evidence) => evidence !== uncompared);
}

/** How long a run waits for a paused rollout to be resumed. */
const PAUSED_SECONDS = 1800;

/** A pause holds every run except one with the command `promote`. */
function scopeOf(
  { drive: { scope, takenOverAt } }: LoopContext,
  { paused, phase, record }: StoredRollout,
  asked: Requests,
): RunScope {
  if (record.preview !== undefined && scope.kind !== 'hold') {
    return { kind: 'hold', cause: { kind: 'preview', pull: record.preview }, until: 0 };
  }
  if (asked.promote !== undefined && record.preview === undefined) return { kind: 'promote' };
  if (scope.kind === 'promote' || scope.kind === 'hold') return scope;
  const since = phase.kind === 'step' ? phase.since : 0;
  const hold = holdOf(paused, asked.hold, since);
  if (!hold) return scope;
  const from = Math.max(hold.from, takenOverAt);
  const until = scope.kind === 'one-check' ? 0 : from + PAUSED_SECONDS;
  return { kind: 'hold', cause: hold.cause, until };
}

/** Why the rollout keeps its weight, and since when; `undefined`: it does not. */
function holdOf(
  paused: Pause | undefined,
  disliked: string | undefined,
  stepSince: number,
): { readonly cause: Cause; readonly from: number } | undefined {
  if (paused) return { cause: { kind: 'paused', by: paused.by }, from: paused.since };
  if (disliked === undefined) return undefined;
  return { cause: { kind: 'feedback', by: disliked }, from: stepSince };
}

function requestedBy(login: string | undefined): Cause | undefined {
  return login === undefined ? undefined : { kind: 'requested', by: login, through: 'comment' };
}

/** The evidence behind the verdict; empty if it is healthy. */
function worstOf(evidence: readonly Evidence[]): readonly Evidence[] {
  const verdict = worst(evidence);
  return verdict === 'healthy' ? [] : evidence.filter((each) => each.verdict === verdict);
}
