// What the logs of both versions show, by the second, while traffic is split.

import type { CountTable } from '../analysis/count-table.ts';
import type { Abstention } from '../logs/abstention.ts';
import type { FailureGroup } from '../logs/failure-groups.ts';
import type { Quality } from '../logs/tally.ts';
import type { StoredRollout } from '../rollout/record.ts';
import type { TrafficSource } from '../rollout/traffic.ts';

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
  /** Metrics from these sources count the same requests, so they must agree. */
  readonly sameAs: readonly TrafficSource[];
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
