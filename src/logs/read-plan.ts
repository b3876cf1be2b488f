// What to read next. A hot read looks at the last seconds again and again, because errors that have been logged may
// decide at once. Settling reads visit a second twice more, when what was slow or late has arrived.

import type { Coverage, Seconds } from './coverage.ts';
import type { Ages } from './settling.ts';

export interface PlannedRead extends Seconds {
  readonly source: string;
  readonly purpose: 'hot' | 'settle';
}

export interface ReadPlan {
  /** The most important first. */
  readonly sources: readonly string[];
  readonly coverage: Omit<Coverage, 'record'>;
  readonly ages: Ages;
  /** Milliseconds since the epoch, by the clock of AWS. */
  readonly now: number;
  /** When the last hot read of each source began, in milliseconds since the epoch. */
  readonly lastHot: ReadonlyMap<string, number>;
  /** 1, and more while AWS throttles or there is too much to read: fewer and shorter hot reads. */
  readonly slowdown: number;
}

/** How often the last seconds are read. */
export const HOT_EVERY_MS = 5_000;
const HOT_SECONDS = 20;
const BATCH_SECONDS = 30;
/** Batches that are due together are read together, up to this. */
const LONGEST_SECONDS = 300;

/** `undefined`: nothing is due. */
export function nextRead(plan: ReadPlan): PlannedRead | undefined {
  return hotRead(plan) ?? settlingRead(plan);
}

/** When something is due, in milliseconds from now; at most as long as until the next hot read. */
export function waitFor({ sources, lastHot, slowdown, now }: ReadPlan): number {
  const due = sources.map((source) => (lastHot.get(source) ?? 0) + HOT_EVERY_MS * slowdown);
  return Math.max(0, Math.min(...due, now + HOT_EVERY_MS) - now);
}

function hotRead(plan: ReadPlan): PlannedRead | undefined {
  const { sources, coverage, now, lastHot, slowdown } = plan;
  const [source] = sources
    .filter((one) => now - (lastHot.get(one) ?? 0) >= HOT_EVERY_MS * slowdown)
    .sort((a, b) => (lastHot.get(a) ?? 0) - (lastHot.get(b) ?? 0));
  if (source === undefined) return undefined;
  const second = Math.floor(now / 1000);
  const again = second - Math.ceil(HOT_SECONDS / slowdown);
  // What has not been read yet comes along, after a pause as well as at the beginning.
  const [unread = second] = coverage.unreadBefore(second, [source]);
  const from = Math.max(coverage.settledUntil(), Math.min(again, unread));
  // The second that has not ended yet is looked at, too.
  return { source, purpose: 'hot', from: Math.min(from, second), to: second + 1 };
}

function settlingRead(plan: ReadPlan): PlannedRead | undefined {
  for (const source of plan.sources) {
    const due = dueBatches(plan, source);
    if (due) return { source, purpose: 'settle', ...due };
  }
  return undefined;
}

/** The oldest batch of a source that is due, and those directly after it. */
function dueBatches(plan: ReadPlan, source: string): Seconds | undefined {
  const { coverage, now } = plan;
  const start = coverage.settledUntil();
  let found: Seconds | undefined;
  for (let from = start; ; ) {
    const to = from - (from % BATCH_SECONDS) + BATCH_SECONDS;
    const isOver = now - to * 1000 < plan.ages.first;
    if (isOver || (found && to - found.from > LONGEST_SECONDS)) return found;
    if (isDue(plan, source, { from, to })) found = { from: found?.from ?? from, to };
    else if (found) return found;
    from = to;
  }
}

/** Whether some second of a batch has not been read since it reached an age. */
function isDue({ coverage, ages, now }: ReadPlan, source: string, { from, to }: Seconds): boolean {
  const age = now - to * 1000;
  for (let second = from; second < to; second++) {
    if (coverage.isSettled(source, second)) continue;
    const readAt = coverage.readAt(source, second) ?? Number.NEGATIVE_INFINITY;
    const readAge = readAt - (second + 1) * 1000;
    if (readAge < ages.first) return true;
    if (age < ages.final) continue;
    // A second that changed at its final read is read once more, after a while.
    if (readAge < ages.final || now - readAt >= ages.first) return true;
  }
  return false;
}
