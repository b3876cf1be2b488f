// What the logs of both versions show, by the second, while traffic is split.

import type { CountTable } from '../analysis/count-table.ts';
import type { Abstention } from '../logs/abstention.ts';
import type { FailureGroup } from '../logs/failure-groups.ts';
import type { MetricDimension } from '../logs/metric-dimension.ts';
import type { Quality } from '../logs/tally.ts';
import type { StoredRollout } from '../rollout/record.ts';
import type { MetricRelations } from './log-source.ts';

export interface LogsRead {
  readonly kind: 'read';
  /** By the second: all errors, and those of each function or route. What is not settled yet may still grow. */
  readonly table: CountTable;
  /** The first second that was to be read, since the epoch. */
  readonly from: number;
  /** Every second before it has been read from each source; seconds since the epoch. */
  readonly readUntil: number;
  /** Why the logs are no evidence, or less than they should be; empty: they are. */
  readonly abstentions: readonly Abstention[];
  /** The kinds of failures. */
  readonly failures: readonly FailureGroup[];
  readonly quality: Quality;
  /** How many calls it took. */
  readonly calls: number;
  /** What metrics from these sources are to the logs. */
  readonly metrics: MetricRelations;
  /** Which series of the metrics has the canary's requests; `undefined`: not known, or documented anyway. */
  readonly dimension?: MetricDimension;
}

/** `off`: there are none, they cannot be used, or traffic is not split yet. */
export type LogReading = { readonly kind: 'off' } | LogsRead;

export interface LogEvidence {
  /**
   * Reads what is due. Never throws for what AWS answers.
   *
   * @param now seconds since the epoch
   * @returns milliseconds until something is due; `Infinity`: nothing will be
   */
  poll(rollout: StoredRollout, now: number): Promise<number>;
  /** What has been read so far, without a call. */
  reading(): LogReading;
}

export const NO_LOGS: LogEvidence = {
  poll: () => Promise.resolve(Number.POSITIVE_INFINITY),
  reading: () => ({ kind: 'off' }),
};
