// When a bake ends: not when its time is over, but when its last minute has been read.

import type { Evidence } from '../analysis/evidence.ts';
import { EXTENSION_SECONDS, isBake, type Plan } from './plan.ts';
import type { StoredRollout } from './record.ts';

/** When the bake began as a step, in seconds since the epoch; `undefined` if it did not. */
export function bakeStepSince({
  record: { plan },
  stepStartTimes,
}: Pick<StoredRollout, 'record' | 'stepStartTimes'>): number | undefined {
  const index = plan.steps.length - 1;
  return isBake(plan, index) ? stepStartTimes[index] : undefined;
}

/**
 * When the bake time is over, in seconds since the epoch; `undefined` before the bake. A promotion that was requested
 * during the bake does not begin it again, and one that was requested before it does not skip it.
 */
export function bakeEnd(rollout: StoredRollout): number | undefined {
  const { phase, record } = rollout;
  const asStep = bakeStepSince(rollout);
  const since = phase.kind === 'baking' ? (asStep ?? phase.since) : asStep;
  return since === undefined ? undefined : since + record.plan.bakeSeconds;
}

/** The end of the minute that contains a time, both in seconds since the epoch. */
export function endOfMinute(seconds: number): number {
  return Math.ceil(seconds / 60) * 60;
}

/** Within this time, the last minute of a bake ends and the counts are read once more. */
const ONE_MORE_READING_SECONDS = 60 + 60;
/** Time for the work between the bake and the end of the job. */
const LEFT_TO_END_SECONDS = 60;

/**
 * The latest time after a bake, in seconds, by which its last minute has been read.
 *
 * @param closingSeconds how old the end of a minute must be before its counts no longer grow
 */
export function readingSeconds(closingSeconds: number): number {
  return Math.max(EXTENSION_SECONDS, closingSeconds + ONE_MORE_READING_SECONDS);
}

/** The part of a plan for this: only a bake that is judged by its counts is read to its end. */
export function plannedReading(
  bakeSeconds: number,
  judged: boolean,
  closingSeconds: number,
): Pick<Plan, 'readSeconds'> {
  return judged && bakeSeconds > 0 ? { readSeconds: readingSeconds(closingSeconds) } : {};
}

/** The times of a bake, in seconds since the epoch. */
export interface BakeTimes {
  /** When the bake time is over. */
  readonly end: number;
  /** All minutes that ended by then have been read and judged. */
  readonly readUntil: number;
  readonly closingSeconds: number;
  /** When this run took over the rollout or promoted it, whichever is later; 0 if it did neither. */
  readonly resumedAt: number;
  /** The latest time at which the job ends. */
  readonly endsBy: number;
}

/** Whether all minutes of the bake have been read. */
export function isRead({ end, readUntil }: Pick<BakeTimes, 'end' | 'readUntil'>): boolean {
  return readUntil >= endOfMinute(end);
}

/**
 * The time limit for a bake whose end cannot be judged, in seconds since the epoch. A run that takes over gets
 * the same extension, and so does one that promotes at the end of the bake. The limit is longer only for counts that have not been read yet; an alarm that cannot be
 * read does not extend it.
 */
export function waitedUntil(baking: BakeTimes): number {
  const { end, closingSeconds, resumedAt, endsBy } = baking;
  const extension = isRead(baking) ? EXTENSION_SECONDS : readingSeconds(closingSeconds);
  const latest = Math.max(end + extension, resumedAt + EXTENSION_SECONDS);
  return Math.min(latest, Math.max(end, endsBy - LEFT_TO_END_SECONDS));
}

/** When the last minute of a bake can be read; seconds since the epoch. */
export function readableAt({
  end,
  closingSeconds,
}: Pick<BakeTimes, 'end' | 'closingSeconds'>): number {
  return endOfMinute(end) + closingSeconds;
}

/**
 * The evidence for a bake that is over and not read to its end; otherwise none.
 *
 * @param now seconds since the epoch
 */
export function unreadBake(
  baking: Pick<BakeTimes, 'end' | 'readUntil' | 'closingSeconds'>,
  now: number,
): readonly Evidence[] {
  if (now < baking.end || isRead(baking)) return [];
  const detail = { kind: 'bake-unread', readableAfterSeconds: baking.closingSeconds } as const;
  return [{ source: { kind: 'bake' }, verdict: 'inconclusive', detail, unread: true }];
}
