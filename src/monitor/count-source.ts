// The traffic of the two versions, counted minute by minute.

import type { Counts } from '../analysis/counts.ts';
import type { DailyTraffic } from '../rollout/forecast.ts';
import type { FunctionChange } from '../rollout/release.ts';
import type { TrafficCounts } from '../rollout/traffic.ts';
import type { Split } from '../rollout/weights.ts';

/** Seconds since the epoch: start of the first minute, and end of the last. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** The hour before the rollout. */
export interface History {
  /** Stable's counts per minute; minutes without requests are absent. */
  readonly minutes: readonly Counts[];
  readonly slow: readonly SlowHistory[];
}

/** Latency above which an answer counts as slow: a quantile of stable's own past. */
export interface SlowThreshold {
  /** 0.9 or 0.99. */
  readonly quantile: number;
  readonly milliseconds: number;
}

export interface SlowHistory extends SlowThreshold {
  /** Answers above the threshold, per minute of that hour. */
  readonly minutes: readonly Counts[];
}

/** Every method throws a `KnownError` when CloudWatch cannot be read. */
export interface CountSource {
  /**
   * Requests and errors of both arms.
   *
   * @param closedUntil seconds since the epoch; counts of what came later may still grow
   */
  readTraffic(
    changes: readonly FunctionChange[],
    span: Span,
    closedUntil: number,
  ): Promise<TrafficCounts>;
  /** @param startedAt seconds since the epoch */
  readHistory(startedAt: number): Promise<History>;
  /** Slow answers of both arms, a pair per threshold; empty where slowness cannot be counted. */
  readSlow(history: History, traffic: TrafficCounts, span: Span): Promise<readonly Split[]>;
  /** The last day; `undefined` when nothing was counted in it. */
  readDaily(now: number): Promise<DailyTraffic | undefined>;
}
