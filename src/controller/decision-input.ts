// What a look amounts to, for the decision.

import { closingSeconds } from '../analysis/closed.ts';
import { type Evidence, sayEvidence, worst } from '../analysis/evidence.ts';
import { now } from '../base/time.ts';
import type { Asked } from '../comments/listener.ts';
import type { Seen } from '../monitor/monitor.ts';
import type { Reach, Situation } from '../rollout/decide.ts';
import { isSamePhase, type Phase } from '../rollout/phase.ts';
import { isReached } from '../rollout/reached.ts';
import type { Remembered, RolloutRecord } from '../rollout/record.ts';
import { formatRolloutId } from '../rollout/release.ts';
import type { Craft, Moment } from './context.ts';
import type { Look } from './observe.ts';

/** Everything that the decision depends on. */
export function situation(
  craft: Craft,
  { rollout, standing }: Moment,
  look: Look,
  trouble: string | undefined,
  reached: boolean,
): Situation {
  const decisive = look.kind === 'seen' ? decisiveIn(look.seen, rollout) : [];
  const asked = craft.orders.asked();
  const failure = trouble ?? asked.rollback ?? (look.kind === 'blind' ? look.why : undefined);
  return {
    plan: rollout.record.plan,
    phase: rollout.phase,
    standing,
    verdict: failure === undefined ? worst(decisive) : 'failing',
    because: failure ?? becauseOf(decisive),
    frozen: look.kind === 'seen' ? look.seen.frozen : undefined,
    readUntil: look.kind === 'seen' ? look.seen.readUntil : 0,
    closingSeconds: closingSeconds(rollout.record.longestAnswerSeconds),
    endsBy: craft.endsBy,
    hook: craft.hooks.standing(rollout.phase),
    onInconclusive: craft.onInconclusive,
    onCancel: craft.onCancel,
    now: now(),
    takenOverAt: craft.takenOverAt,
    closes: closesSplit(rollout.record),
    reached,
    cancelled: look.kind === 'cancelled',
    reach: reachOf(craft, rollout, asked),
  };
}

/** Which phase's goal this run has itself seen: by a look, or as its own change was read back. */
export function trackReached() {
  let phase: Phase | undefined;
  const saw = ({ rollout, standing }: Moment) => {
    const { record } = rollout;
    const goal = { plan: record.plan, phase: rollout.phase, standing, closes: closesSplit(record) };
    if (isReached(goal)) ({ phase } = rollout);
  };
  return {
    saw,
    /** What a change has made, unless it failed or is still under way. */
    made: ({ moment, trouble, late }: Changed) => {
      if (trouble === undefined && late === undefined) saw(moment);
    },
    of: ({ rollout }: Moment) => isSamePhase(phase, rollout.phase),
  };
}

interface Changed {
  readonly moment: Moment;
  readonly trouble: string | undefined;
  readonly late?: Promise<unknown> | undefined;
}

/**
 * By the clock the steps go on before anything could be compared, all but the last: the promotion
 * needs one comparison. After it silence decides nothing.
 */
function decisiveIn(
  { decisive, uncompared }: Seen,
  { phase, record: { plan } }: Remembered,
): readonly Evidence[] {
  const last = phase.kind === 'step' && phase.index >= plan.steps.length - 1;
  return last ? decisive : decisive.filter((evidence) => evidence !== uncompared);
}

/** How long a run waits for somebody to resume what was paused. */
const PAUSED_SECONDS = 1800;

/** A pause holds every run but one that was told to promote. */
function reachOf(
  { reach, takenOverAt }: Craft,
  { paused, phase, record }: Remembered,
  asked: Asked,
): Reach {
  if (record.preview !== undefined && reach.kind !== 'hold') {
    return { kind: 'hold', why: `a preview of #${record.preview} is never promoted`, until: 0 };
  }
  if (asked.promote !== undefined && record.preview === undefined) return { kind: 'promote' };
  if (reach.kind === 'promote' || reach.kind === 'hold') return reach;
  const since = phase.kind === 'step' ? phase.since : 0;
  const hold = paused
    ? { why: `paused by ${formatRolloutId(paused.by)}`, from: paused.since }
    : asked.hold !== undefined && { why: asked.hold, from: since };
  if (!hold) return reach;
  const from = Math.max(hold.from, takenOverAt);
  const until = reach.kind === 'one-look' ? 0 : from + PAUSED_SECONDS;
  return { kind: 'hold', why: hold.why, until };
}

/** Whether nothing of the split is to be left after the promotion. */
function closesSplit({ target }: RolloutRecord): boolean {
  return target.kind === 'alias' || target.promote.close;
}

/** What the worst witnesses say. */
function becauseOf(evidence: readonly Evidence[]): string {
  const verdict = worst(evidence);
  if (verdict === 'healthy') return '';
  const speakers = evidence.filter((e) => e.verdict === verdict);
  return speakers.map(sayEvidence).join('; ');
}
