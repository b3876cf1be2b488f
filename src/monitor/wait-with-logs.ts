// The time between two checks, in which logs are read. What they show may end it early.

import { errorsOf, total } from '../analysis/count-table.ts';
import type { StoredRollout } from '../rollout/record.ts';
import type { LogEvidence } from './log-evidence.ts';

/** Logs may end a wait as often as the checks are usually made, so that no other call is made more often. */
const WAKE_SECONDS = 15;

/**
 * Waits until the next check, and reads logs meanwhile. Ends early if they show that the canary is worse.
 *
 * @param until seconds since the epoch
 */
export type LogWait = (
  rollout: StoredRollout,
  until: number,
  stopped: AbortSignal,
) => Promise<void>;

export interface Waiting {
  /** Seconds since the epoch. */
  readonly now: () => number;
  readonly sleep: (seconds: number, stopped?: AbortSignal) => Promise<void>;
}

/** @param isFailing what is known by now, without a call */
export function waitWithLogs(
  logs: LogEvidence,
  { now, sleep }: Waiting,
  isFailing: (rollout: StoredRollout, now: number) => boolean,
): LogWait {
  let wokeAt = Number.NEGATIVE_INFINITY;
  let judged = 0;
  /** Whether there is a reason to check now: failures of the canary that were not known. */
  const isNews = (rollout: StoredRollout) => {
    const failures = canaryFailures(logs);
    if (failures <= judged || now() - wokeAt < WAKE_SECONDS) return false;
    judged = failures;
    return isFailing(rollout, now());
  };
  return async (rollout, until, stopped) => {
    while (now() < until && !stopped.aborted) {
      // A slow read does not delay the check: it goes on, and the next wait finds what it has read.
      const over = new AbortController();
      const end = () => over.abort();
      stopped.addEventListener('abort', end, { once: true });
      const waited = sleep(until - now(), over.signal).then(() => Number.POSITIVE_INFINITY);
      const due = await Promise.race([logs.poll(rollout, now()), waited]);
      end();
      stopped.removeEventListener('abort', end);
      if (stopped.aborted) return;
      if (isNews(rollout)) {
        wokeAt = now();
        return;
      }
      await sleep(Math.min(due / 1000, until - now()), stopped);
    }
  };
}

function canaryFailures(logs: LogEvidence): number {
  const reading = logs.reading();
  if (reading.kind === 'off') return 0;
  const { canary } = errorsOf(reading.table);
  return total({ ...canary, incomplete: new Set() }, { from: 0 }, 1)?.events ?? 0;
}
