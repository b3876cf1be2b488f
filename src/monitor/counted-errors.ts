// The errors of all traffic, which every count source reads.

import type { EventSeries, Split } from '../analysis/count-table.ts';
import { errorsMeasure } from '../analysis/errors-measure.ts';
import type { FunctionChange } from '../rollout/release.ts';
import type { CountedTraffic, TrafficSource } from '../rollout/traffic.ts';

/** The functions whose new version has no invocation, by the counts of each. */
export function unreachedOf(
  functions: readonly Pick<FunctionChange, 'name'>[],
  counts: readonly EventSeries[],
): readonly string[] {
  return functions.filter((_, i) => !isReached(counts[i])).map(({ name }) => name);
}

function isReached(counts: EventSeries | undefined): boolean {
  for (const requests of counts?.requests.values() ?? []) if (requests > 0) return true;
  return false;
}

/** The errors of all traffic, per minute. */
export function countedErrors(
  source: TrafficSource,
  counted: { readonly apart: boolean; readonly sides: Split; readonly closedUntil: number },
): CountedTraffic {
  const { apart, sides, closedUntil } = counted;
  const rows = [{ measure: errorsMeasure(), ...sides }];
  return { kind: 'counted', source, apart, table: { bucketSeconds: 60, closedUntil, rows } };
}
