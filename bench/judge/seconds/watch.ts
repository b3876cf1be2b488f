// A judge that looks every half a minute at what CloudWatch shows.

import { lastClosedMinute } from '../../../src/analysis/closed.ts';
import type { MinuteCounts } from '../../../src/analysis/counts.ts';
import type { OpenMinute } from '../../../src/analysis/open-minutes.ts';
import type { Chance } from '../random.ts';
import type { Timeline } from './timeline.ts';

/** What is shown at one look. */
export interface Look {
  /** Seconds since the epoch. */
  readonly now: number;
  readonly closed: readonly MinuteCounts[];
  /** Later minutes, whose counts still grow. */
  readonly open: readonly OpenMinute[];
}

export interface Watcher {
  readonly name: string;
  /** Starts watching a rollout: returns for each look, in order, whether to roll back. */
  watch(timeline: Timeline): (look: Look) => boolean;
}

/** Seconds between two looks. */
export const LOOK_SECONDS = 30;
/** Looks after the end of the split: its last minutes are read in the bake. */
const BAKE_SECONDS = 300;

export interface Outcome {
  /** Seconds from the first shift to the decision; Infinity without any. */
  readonly after: number;
  /** Seconds from the first failed request of the canary; Infinity without a decision. */
  readonly afterFailure: number;
  /** Failed canary requests until then. */
  readonly failed: number;
}

/** Shows a rollout to several judges, at the same looks. */
export function play(
  watchers: readonly Watcher[],
  timeline: Timeline,
  length: number,
  chance: Chance,
): readonly Outcome[] {
  const { startedAt, firstFailure, timeoutSeconds } = timeline;
  const decides = watchers.map((watcher) => watcher.watch(timeline));
  const decidedAt = watchers.map(() => Number.POSITIVE_INFINITY);
  const end = startedAt + length + BAKE_SECONDS;
  const phase = LOOK_SECONDS * chance.uniform();
  for (let now = startedAt + phase; now <= end; now += LOOK_SECONDS) {
    const all = timeline.shownAt(now);
    const last = lastClosedMinute(now, timeoutSeconds);
    const closed = all.filter(({ minute }) => minute <= last);
    const open = all.slice(closed.length);
    const look = { now, closed, open };
    watchers.forEach((_, i) => {
      if (!Number.isFinite(decidedAt[i]!) && decides[i]!(look)) decidedAt[i] = now;
    });
    if (decidedAt.every(Number.isFinite)) break;
  }
  return decidedAt.map((at) => ({
    after: at - startedAt,
    afterFailure: at - firstFailure,
    failed: timeline.failedUntil(at),
  }));
}
