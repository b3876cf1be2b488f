// The errors of all traffic, which every count source reads.

import type { Split } from '../analysis/count-table.ts';
import { errorsMeasure } from '../analysis/errors-measure.ts';
import type { CountedTraffic, TrafficSource } from '../rollout/traffic.ts';

/** The errors of all traffic, per minute. */
export function countedErrors(
  source: TrafficSource,
  counted: { readonly apart: boolean; readonly sides: Split; readonly closedUntil: number },
): CountedTraffic {
  const { apart, sides, closedUntil } = counted;
  const rows = [{ measure: errorsMeasure(), ...sides }];
  return { kind: 'counted', source, apart, table: { bucketSeconds: 60, closedUntil, rows } };
}
