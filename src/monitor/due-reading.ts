// When CloudWatch is asked for counts, and for which. It bills every metric that is requested, and most requests for a
// healthy release would show nothing new.

import { closingSeconds, lastClosedMinute } from '../analysis/closed.ts';
import { isBake, stepWindow } from '../rollout/plan.ts';
import type { StoredRollout } from '../rollout/record.ts';

/** `failures`: whether the canary has any in a minute that is not closed; without them, the rest tells nothing. */
export type DueReading = 'all' | 'failures' | 'nothing';

/** A reading of everything, and what it showed. */
export interface LastReading {
  /** Of the rollout as it was then. */
  readonly rollout: StoredRollout;
  /** Seconds since the epoch. */
  readonly readAt: number;
  /** When CloudWatch was last asked, if only for failures. */
  readonly askedAt: number;
  /** Whether some of it could not be read. */
  readonly failed: boolean;
}

/** Seconds between two looks: minutes appear at no fixed second, so each is found within this time. */
export const LOOK_SECONDS = 30;

/**
 * Once a minute a minute closes, and everything is read. In between, counts of open minutes arrive, of which only
 * failures of the canary can decide anything: as soon as it has some, everything is read. The end of a step waits for
 * counts, too.
 *
 * @param last `undefined`: nothing has been read
 * @param now seconds since the epoch
 */
export function dueReading(
  last: LastReading | undefined,
  rollout: StoredRollout,
  now: number,
): DueReading {
  const { longestAnswerSeconds } = rollout.record;
  if (!last || isMoved(last.rollout, rollout)) return 'all';
  const closedBy = (at: number) => lastClosedMinute(at, longestAnswerSeconds);
  if (closedBy(now) > closedBy(last.readAt)) return 'all';
  const lookOf = (at: number) =>
    Math.floor((at - closingSeconds(longestAnswerSeconds)) / LOOK_SECONDS);
  if (lookOf(now) === lookOf(last.askedAt)) return 'nothing';
  if (last.failed || isAwaited(rollout, now)) return 'all';
  return isSplitOpen(rollout, 60 * (closedBy(now) + 1)) ? 'failures' : 'nothing';
}

/** The counts of a minute are assigned to the weights of the rollout. */
function isMoved(before: StoredRollout, after: StoredRollout): boolean {
  const stateOf = ({ phase, stepStartTimes }: StoredRollout) =>
    JSON.stringify([phase, stepStartTimes]);
  return stateOf(before) !== stateOf(after);
}

/** Whether the step may end as soon as the counts allow it. The bake only waits for closed minutes. */
function isAwaited({ phase, record: { plan } }: StoredRollout, now: number): boolean {
  if (phase.kind !== 'step' || isBake(plan, phase.index)) return false;
  const step = plan.steps[phase.index];
  const end = step ? phase.since + stepWindow(plan, step).earliest : Number.POSITIVE_INFINITY;
  return now + LOOK_SECONDS >= end;
}

/** Whether a minute that is not closed may have requests of both versions. */
function isSplitOpen({ phase }: StoredRollout, closedUntil: number): boolean {
  switch (phase.kind) {
    case 'preparing':
      return false;
    case 'step':
      return true;
    case 'baking':
      return phase.since > closedUntil;
  }
}
