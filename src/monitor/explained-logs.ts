// Adds to what logs show why functions failed. That is looked up while the logs are read further: it delays nothing.

import type { StoredRollout } from '../rollout/record.ts';
import type { FailureDetails } from './failure-details.ts';
import { type LogEvidence, type LogReading, NO_LOGS } from './log-evidence.ts';
import type { VersionLog } from './log-source.ts';

export interface ExplainedLogs extends LogEvidence {
  /** Reads once more, some seconds after the last read, and waits until everything has been looked up. */
  finish(rollout: StoredRollout): Promise<LogReading>;
}

export const NO_EXPLAINED_LOGS: ExplainedLogs = {
  ...NO_LOGS,
  finish: () => Promise.resolve(NO_LOGS.reading()),
};

export interface ExplainServices {
  /** Is called once, after the first failure. */
  readonly load: () => Promise<FailureDetails>;
  /** Where the released versions write their logs. */
  readonly places: (rollout: StoredRollout) => Promise<readonly VersionLog[]>;
  /** Seconds since the epoch. */
  readonly now: () => number;
  readonly sleep: (ms: number) => Promise<void>;
  /** For what must not happen. */
  readonly onBug: (error: unknown) => void;
}

/** Logs that are read less often, because AWS throttles or there are none, are not waited for. */
const LONGEST_WAIT_MS = 5_000;

export function explainLogs(logs: LogEvidence, services: ExplainServices): ExplainedLogs {
  let details: FailureDetails | undefined;
  let places: Promise<readonly VersionLog[]> | undefined;
  let looking: Promise<void> | undefined;

  const look = async (rollout: StoredRollout, when: 'now' | 'last'): Promise<void> => {
    const reading = logs.reading();
    if (reading.kind === 'off' || reading.failures.every(({ canary }) => canary === 0)) return;
    details ??= await services.load();
    places ??= services.places(rollout);
    await details.look(reading.failures, await places, when);
  };
  const start = (rollout: StoredRollout, when: 'now' | 'last'): Promise<void> => {
    looking ??= look(rollout, when)
      .catch(services.onBug)
      .finally(() => {
        looking = undefined;
      });
    return looking;
  };
  const reading = (): LogReading => {
    const found = logs.reading();
    return found.kind === 'read' && details
      ? { ...found, failures: details.explain(found.failures) }
      : found;
  };
  return {
    reading,
    poll: async (rollout, now) => {
      const due = await logs.poll(rollout, now);
      void start(rollout, 'now');
      return due;
    },
    finish: async (rollout) => {
      const due = await logs.poll(rollout, services.now());
      // Lines of the last requests are still arriving.
      if (due <= LONGEST_WAIT_MS) {
        await services.sleep(due);
        await logs.poll(rollout, services.now());
      }
      await looking;
      await start(rollout, 'last');
      return reading();
    },
  };
}
