// How a bake ends: not with the clock, but when its last minute has been read.

import type { Evidence } from '../analysis/evidence.ts';
import { formatDuration } from '../base/duration.ts';
import { EXTENSION_SECONDS, type Plan } from './plan.ts';

/** The end of the minute in which a time lies, both in seconds since the epoch. */
export function endOfMinute(seconds: number): number {
  return Math.ceil(seconds / 60) * 60;
}

/** In this time the last minute of a bake is over, and the counts are read once more. */
const ONE_MORE_READING_SECONDS = 60 + 60;
/** For what comes after the bake, before the job ends. */
const LEFT_TO_END_SECONDS = 60;

/**
 * How long after a bake its last minute has been read at the latest.
 *
 * @param closingSeconds how old a minute's end must be until its counts have stopped growing
 */
export function readingSeconds(closingSeconds: number): number {
  return Math.max(EXTENSION_SECONDS, closingSeconds + ONE_MORE_READING_SECONDS);
}

/** What a plan holds of it: only a bake that is judged by its counts is read to its end. */
export function plannedReading(
  bakeSeconds: number,
  judged: boolean,
  closingSeconds: number,
): Pick<Plan, 'readSeconds'> {
  return judged && bakeSeconds > 0 ? { readSeconds: readingSeconds(closingSeconds) } : {};
}

/** What is known of a bake; all times are seconds since the epoch. */
export interface Baking {
  /** When its time is over. */
  readonly end: number;
  /** Every minute that ended by then has been read and judged. */
  readonly readUntil: number;
  readonly closingSeconds: number;
  /** When this run took the rollout over; 0 when it began it. */
  readonly takenOverAt: number;
  /** When the job ends at the latest. */
  readonly endsBy: number;
}

/** Whether the bake has been read to its end. */
export function isRead({ end, readUntil }: Pick<Baking, 'end' | 'readUntil'>): boolean {
  return readUntil >= endOfMinute(end);
}

/**
 * Until when a bake is waited for whose end cannot be judged; a run that takes over is as patient. Only counts
 * that are yet to be read take their time: an alarm that cannot be read is not waited for as long.
 */
export function waitedUntil(baking: Baking): number {
  const { end, closingSeconds, takenOverAt, endsBy } = baking;
  const extension = isRead(baking) ? EXTENSION_SECONDS : readingSeconds(closingSeconds);
  const latest = Math.max(end + extension, takenOverAt + EXTENSION_SECONDS);
  return Math.min(latest, Math.max(end, endsBy - LEFT_TO_END_SECONDS));
}

/** When the last minute of a bake can be read. */
export function readableAt({
  end,
  closingSeconds,
}: Pick<Baking, 'end' | 'closingSeconds'>): number {
  return endOfMinute(end) + closingSeconds;
}

/**
 * What is said of a bake that is over and not read to its end.
 *
 * @param now seconds since the epoch
 */
export function unreadBake(
  baking: Pick<Baking, 'end' | 'readUntil' | 'closingSeconds'>,
  now: number,
): readonly Evidence[] {
  if (now < baking.end || isRead(baking)) return [];
  const after = formatDuration(baking.closingSeconds);
  const says = `its last minutes have not been read: a minute’s counts can be read ${after} after its end`;
  return [{ source: { kind: 'bake' }, verdict: 'inconclusive', says, unread: true }];
}
