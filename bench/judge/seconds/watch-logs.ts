// The judge with logs: metrics at their looks, logs at each poll of the reader.

import { dispersionOf } from '../../../src/analysis/dispersion.ts';
import { LOGS_PART } from '../../../src/analysis/finding-with-logs.ts';
import { DEFAULT_PROFILE } from '../../../src/analysis/profile.ts';
import { type SecondsWatch, watchSeconds } from '../../../src/analysis/seconds-decision.ts';
import { HOT_EVERY_MS } from '../../../src/logs/read-plan.ts';
import { ALPHA } from '../ours.ts';
import type { Chance } from '../random.ts';
import { ourJudge } from './judges.ts';
import { type Arrivals, drawLog } from './logged.ts';
import type { Timeline, World } from './timeline.ts';
import { type Outcome, play, type Watcher } from './watch.ts';

export const WITH_LOGS = 'canary-action with logs';

const POLL_SECONDS = HOT_EVERY_MS / 1000;

/** Ours with its part of the rate where there are logs. */
const METRICS = ourJudge('metrics', true, ALPHA.errors * (1 - LOGS_PART));

export interface LogWorld extends World {
  readonly arrivals: Arrivals;
  /** Only the failures of stable are read. */
  readonly failuresOnly?: boolean;
}

/** Shows a rollout to all judges: first to the one with logs, then to those without. */
export function playWithLogs(
  watchers: readonly Watcher[],
  timeline: Timeline,
  world: LogWorld,
  chance: Chance,
): readonly Outcome[] {
  const [metrics, ...others] = play([METRICS, ...watchers], timeline, world.length, chance);
  const logs = decidedByLogs(timeline, world, chance);
  const at = Math.min(logs, metrics!.after + timeline.startedAt);
  const ours: Outcome = {
    after: at - timeline.startedAt,
    afterFailure: at - timeline.firstFailure,
    failed: timeline.failedUntil(at),
  };
  return [ours, ...others];
}

/** When logs decide, in seconds since the epoch. */
function decidedByLogs(timeline: Timeline, world: LogWorld, chance: Chance): number {
  const { startedAt, before } = timeline;
  const watch: SecondsWatch = watchSeconds({
    falseRollbackRate: ALPHA.errors * LOGS_PART,
    profile: { ...DEFAULT_PROFILE, dispersion: dispersionOf(before) },
    materialRatio: 1.2,
    before,
  });
  const log = drawLog(timeline, world, world.arrivals, !world.failuresOnly, chance);
  const end = startedAt + world.length + 60;
  let seen = 0;
  for (let now = startedAt + POLL_SECONDS * chance.uniform(); now <= end; now += POLL_SECONDS) {
    const shown = log.at(now);
    // Only a failure of the canary adds evidence against it.
    if (log.failures() === seen) continue;
    seen = log.failures();
    if (watch.look(shown)) return now;
  }
  return Number.POSITIVE_INFINITY;
}
