// Logs and metrics count the same requests. Where logs show clearly fewer or more of them, they are no evidence. Where
// they agree, logs also tell which series of the metrics has the canary's requests.

import { type CountTable, type EventSeries, errorsOf } from '../analysis/count-table.ts';
import { compareWithMetrics } from '../logs/abstention.ts';
import { dimensionIn } from '../logs/metric-dimension.ts';
import type { CountedTraffic, TrafficCounts } from '../rollout/traffic.ts';
import type { LogReading, LogsRead } from './log-evidence.ts';

/** The reading, with what the metrics say about it. */
export function comparedWith(traffic: TrafficCounts, reading: LogReading): LogReading {
  // With unequal shares, metrics do not count what a cache answered.
  if (reading.kind === 'off' || traffic.kind !== 'counted' || traffic.share) return reading;
  const relation = reading.metrics[traffic.source];
  if (relation === undefined) return reading;
  const found = relation === 'no-series' ? [] : disagreements(traffic, reading);
  const dimension = relation === 'same' ? undefined : dimensionOf(traffic, reading, relation);
  return {
    ...reading,
    abstentions: [...reading.abstentions, ...found],
    ...(dimension && { dimension }),
  };
}

function disagreements({ table, apart }: CountedTraffic, { table: logged, from }: LogsRead) {
  const [metrics, logs] = [errorsOf(table), errorsOf(logged)];
  const until = logged.closedUntil;
  const ofCanary = wholeMinutes(table, metrics.canary, from);
  return [
    ...compareWithMetrics('canary', logs.canary, ofCanary, until),
    // The other series may contain the canary's requests.
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

/** After the promotion, the other series is that of all traffic: here it is read before. */
function dimensionOf(
  { table }: CountedTraffic,
  { table: logged, from }: LogsRead,
  relation: 'own-series' | 'no-series',
) {
  const { canary, promoted } = errorsOf(table);
  const { closedUntil } = table;
  const own = relation === 'own-series' ? canary : undefined;
  return dimensionIn({ own, other: promoted, closedUntil }, logged, from);
}
