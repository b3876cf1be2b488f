// Logs and metrics count the same requests. Where logs show clearly fewer or more of them, they are no evidence.

import { type CountTable, type EventSeries, errorsOf } from '../analysis/count-table.ts';
import { compareWithMetrics } from '../logs/abstention.ts';
import type { CountedTraffic, TrafficCounts } from '../rollout/traffic.ts';
import type { LogReading, LogsRead } from './log-evidence.ts';

/** The reading, with what the metrics say against it. */
export function comparedWith(traffic: TrafficCounts, reading: LogReading): LogReading {
  if (reading.kind === 'off' || traffic.kind !== 'counted') return reading;
  if (!reading.sameAs.includes(traffic.source)) return reading;
  const found = disagreements(traffic, reading);
  return found.length === 0
    ? reading
    : { ...reading, abstentions: [...reading.abstentions, ...found] };
}

function disagreements({ table, apart }: CountedTraffic, { table: logged, from }: LogsRead) {
  const [metrics, logs] = [errorsOf(table), errorsOf(logged)];
  const until = logged.closedUntil;
  const ofCanary = wholeMinutes(table, metrics.canary, from);
  return [
    ...compareWithMetrics('canary', logs.canary, ofCanary, until),
    // The series of the stage may contain the canary's requests.
    ...(apart && logs.stable.requests.size > 0
      ? compareWithMetrics('stable', logs.stable, wholeMinutes(table, metrics.stable, from), until)
      : []),
  ];
}

/** Requests by minute, of those that are closed and that logs may show from their first second on. */
function wholeMinutes(
  { closedUntil }: CountTable,
  { requests, incomplete }: EventSeries,
  from: number,
): ReadonlyMap<number, number> {
  return new Map(
    [...requests].filter(
      ([minute]) => minute >= from && minute + 60 <= closedUntil && !incomplete?.has(minute),
    ),
  );
}
