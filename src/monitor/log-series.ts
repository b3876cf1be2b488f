// What logs add to the series of the judge.

import type { EventSeries } from '../analysis/count-table.ts';
import type { Measure } from '../analysis/measure.ts';
import type { Series } from '../analysis/series.ts';
import { keepsFailures } from '../logs/abstention.ts';
import { splitBySecond } from '../rollout/log-seconds.ts';
import type { StoredRollout } from '../rollout/record.ts';
import type { LogReading } from './log-evidence.ts';

/**
 * The seconds of a measure. Where logs count it, its metrics have a little less of the false-rollback rate, also while
 * the logs abstain: what they have shown before has used its part. Failures that were seen may still count then.
 */
export function secondsFrom(
  logs: LogReading,
  rollout: StoredRollout,
): (measure: Pick<Measure, 'id'>) => Pick<Series, 'seconds'> {
  if (logs.kind === 'off') return () => ({});
  const { table, readUntil, abstentions } = logs;
  const rows = new Map(table.rows.map((row) => [row.measure.id, row]));
  const isEvidence = abstentions.every(keepsFailures);
  return ({ id }) => {
    const row = rows.get(id);
    if (!row) return {};
    const settledUntil = table.closedUntil;
    if (!isEvidence || !hasFailures(row.canary)) return { seconds: { counted: [], settledUntil } };
    return { seconds: splitBySecond(table, row, rollout, readUntil) };
  };
}

/** If nothing failed on the canary, there is nothing to weigh. */
function hasFailures({ events }: EventSeries): boolean {
  for (const count of events.values()) if (count > 0) return true;
  return false;
}
