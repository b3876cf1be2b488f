// A metric, minute by minute.

/** A metric whose minutes are summed. */
export interface MetricDataSeries {
  readonly namespace: string;
  readonly metric: string;
  readonly dimensions: Readonly<Record<string, string>>;
  /** `Sum`, `SampleCount`, `p99`, `TC(250:)`. */
  readonly statistic: string;
  /** Seconds per value; the default is 60. */
  readonly period?: number;
}

/** Values by start of the period, in seconds since the epoch. A period without data is absent. */
export type MinuteValues = ReadonlyMap<number, number>;

/** The same for two descriptions of one series. */
export function seriesKey({
  namespace,
  metric,
  dimensions,
  statistic,
  period,
}: MetricDataSeries): string {
  return JSON.stringify([namespace, metric, Object.entries(dimensions).sort(), statistic, period]);
}
