// Reads the logs of a rollout from its first weight on. It is loaded when traffic is split for the first time.

import type { LogEvents } from '../aws/log-events.ts';
import { callsPerSecond } from '../aws/log-quota.ts';
import { known } from '../base/errors.ts';
import { logTable } from '../logs/log-table.ts';
import { CALLS_OF_A_RUN } from '../logs/read-cost.ts';
import type { StoredRollout } from '../rollout/record.ts';
import type { LogEvidence, LogReading } from './log-evidence.ts';
import { createLogReader, type LogReader } from './log-reader.ts';
import type { LogTarget, OpenLogs } from './log-source.ts';

export interface LogServices {
  readonly target: LogTarget;
  readonly client: Pick<LogEvents, 'pages'>;
  readonly region: string;
  /** By how many seconds this machine is ahead of AWS; `undefined`: not known. */
  readonly ahead: () => number | undefined;
  /** Seconds since the epoch. */
  readonly now: () => number;
  readonly sleep: (seconds: number) => Promise<void>;
}

/**
 * A run that takes a rollout over reads no more than this of what was before, in seconds. No retention, of which the
 * shortest is a day, ends in that time.
 */
const MOST_PAST_SECONDS = 900;
/** When logs that could not be opened are tried again, in milliseconds. */
const RETRY_MS = 60_000;

interface Reading {
  readonly logs: OpenLogs;
  readonly reader: LogReader;
  readonly from: number;
}

export function readLogs(services: LogServices): LogEvidence {
  let opened: Reading | undefined;
  let triedAt = Number.NEGATIVE_INFINITY;
  let polling: Promise<number> | undefined;
  /** Nothing is read after the promotion, so nothing is late then. */
  let askedAt = 0;
  const open = async (rollout: StoredRollout, now: number) => {
    if (opened || now * 1000 - triedAt < RETRY_MS) return opened;
    triedAt = now * 1000;
    opened = await openReading(services, rollout, now);
    return opened;
  };
  const poll = async (rollout: StoredRollout, now: number): Promise<number> => {
    const reading = await open(rollout, now);
    return reading ? reading.reader.poll() : RETRY_MS;
  };
  return {
    // A read that a wait did not wait for goes on, and the next wait joins it.
    poll: (rollout, now) => {
      askedAt = now - (services.ahead() ?? 0);
      polling ??= poll(rollout, now).finally(() => {
        polling = undefined;
      });
      return polling;
    },
    reading: () => (opened ? readingOf(opened, askedAt) : { kind: 'off' }),
  };
}

async function openReading(
  { target, client, region, ahead, sleep, now: clock }: LogServices,
  rollout: StoredRollout,
  now: number,
): Promise<Reading | undefined> {
  const from = Math.max(rollout.stepStartTimes[0] ?? now, Math.floor(now) - MOST_PAST_SECONDS);
  const logs = await target.open(rollout, from).catch((error: unknown) => {
    known(error);
    return undefined;
  });
  if (!logs) return undefined;
  const { sources, tally } = logs;
  const reader = createLogReader({
    ...{ client, sources, tally },
    callsPerSecond: callsPerSecond(region),
    mostCalls: CALLS_OF_A_RUN,
    now: () => (clock() - (ahead() ?? 0)) * 1000,
    sleep: (ms) => sleep(ms / 1000),
  });
  return { logs, reader, from };
}

function readingOf({ logs, reader, from }: Reading, askedAt: number): LogReading {
  const counts = reader.counts();
  return {
    kind: 'read',
    table: logTable(counts),
    from,
    readUntil: counts.readUntil,
    abstentions: [...logs.limits(), ...reader.abstentions(askedAt)],
    failures: counts.failures,
    quality: counts.quality,
    calls: reader.calls(),
    metrics: logs.metrics,
  };
}
