// What a look amounts to, for the decision.

import { closingSeconds } from '../analysis/closed.ts';
import { type Evidence, worst } from '../analysis/evidence.ts';
import { now } from '../base/time.ts';
import type { Requests } from '../comments/listener.ts';
import type { Observation } from '../monitor/monitor.ts';
import { describeEvidence } from '../report/evidence-text.ts';
import type { DecisionInput, RunScope } from '../rollout/decide.ts';
import { isSamePhase, type Phase } from '../rollout/phase.ts';
import { isReached } from '../rollout/reached.ts';
import type { StoredRollout } from '../rollout/record.ts';
import { formatRolloutId } from '../rollout/release.ts';
import type { LoopContext, Snapshot } from './context.ts';
import type { Check } from './observe.ts';

/** Everything that the decision depends on. */
export function decisionInput(
  loop: LoopContext,
  { rollout, trafficState }: Snapshot,
  check: Check,
  trouble: string | undefined,
  reached: boolean,
): DecisionInput {
  const deciding = check.kind === 'seen' ? decisiveIn(check.observation, rollout) : [];
  const asked = loop.comments.requests();
  const failure = trouble ?? asked.rollback ?? (check.kind === 'blind' ? check.why : undefined);
  return {
    plan: rollout.record.plan,
    phase: rollout.phase,
    trafficState,
    verdict: failure === undefined ? worst(deciding) : 'failing',
    because: failure ?? becauseOf(deciding),
    holdReason: check.kind === 'seen' ? check.observation.holdReason : undefined,
    readUntil: check.kind === 'seen' ? check.observation.readUntil : 0,
    closingSeconds: closingSeconds(rollout.record.longestAnswerSeconds),
    endsBy: loop.endsBy,
    hook: loop.hooks.stateIn(rollout.phase),
    onInconclusive: loop.onInconclusive,
    onCancel: loop.onCancel,
    now: now(),
    takenOverAt: loop.takenOverAt,
    closes: loop.target.closesSplit(rollout.record),
    reached,
    cancelled: check.kind === 'cancelled',
    scope: reachOf(loop, rollout, asked),
  };
}

/** Which phase's goal this run has itself seen: by a look, or as its own change was read back. */
export function trackReached(target: LoopContext['target']) {
  let phase: Phase | undefined;
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
    /** What a change has made, unless it failed or is still under way. */
    made: ({ snapshot, trouble, late }: Changed) => {
      if (trouble === undefined && late === undefined) saw(snapshot);
    },
    of: ({ rollout }: Snapshot) => isSamePhase(phase, rollout.phase),
  };
}

interface Changed {
  readonly snapshot: Snapshot;
  readonly trouble: string | undefined;
  readonly late?: Promise<unknown> | undefined;
}

/**
 * By the clock the steps go on before anything could be compared, all but the last: the promotion
 * needs one comparison. After it silence decides nothing.
 */
function decisiveIn(
  { deciding, uncompared }: Observation,
  { phase, record: { plan } }: StoredRollout,
): readonly Evidence[] {
  const last = phase.kind === 'step' && phase.index >= plan.steps.length - 1;
  return last ? deciding : deciding.filter((evidence) => evidence !== uncompared);
}

/** How long a run waits for somebody to resume what was paused. */
const PAUSED_SECONDS = 1800;

/** A pause holds every run but one that was told to promote. */
function reachOf(
  { scope, takenOverAt }: LoopContext,
  { paused, phase, record }: StoredRollout,
  asked: Requests,
): RunScope {
  if (record.preview !== undefined && scope.kind !== 'hold') {
    return { kind: 'hold', why: `a preview of #${record.preview} is never promoted`, until: 0 };
  }
  if (asked.promote !== undefined && record.preview === undefined) return { kind: 'promote' };
  if (scope.kind === 'promote' || scope.kind === 'hold') return scope;
  const since = phase.kind === 'step' ? phase.since : 0;
  const hold = paused
    ? { why: `paused by ${formatRolloutId(paused.by)}`, from: paused.since }
    : asked.hold !== undefined && { why: asked.hold, from: since };
  if (!hold) return scope;
  const from = Math.max(hold.from, takenOverAt);
  const until = scope.kind === 'one-check' ? 0 : from + PAUSED_SECONDS;
  return { kind: 'hold', why: hold.why, until };
}

/** What the worst witnesses say. */
function becauseOf(evidence: readonly Evidence[]): string {
  const verdict = worst(evidence);
  if (verdict === 'healthy') return '';
  const speakers = evidence.filter((e) => e.verdict === verdict);
  return speakers.map(describeEvidence).join('; ');
}
