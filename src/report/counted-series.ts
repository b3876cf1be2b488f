// Counts and evidence over time, and the harm that they show.

import type { MeasureSource } from '../analysis/evidence.ts';

/** A number for each point; `null` if unknown. */
export type Points = readonly (number | null)[];

/** Counts and evidence for plots. All lists have one entry per point. */
export interface SeriesReport {
  /** The start of the first point: the minute in which the rollout began. */
  readonly from: number;
  /** Seconds per point: 60, or a multiple to limit the number of points. */
  readonly every: number;
  readonly canary: { readonly requests: Points; readonly errors: Points };
  readonly stable: { readonly requests: Points; readonly errors: Points };
  readonly comparisons: readonly ComparisonSeries[];
}

/** The course of one comparison over its minutes. */
export interface ComparisonSeries {
  readonly source: MeasureSource;
  readonly canary: { readonly requests: Points; readonly events: Points };
  readonly stable: { readonly requests: Points; readonly events: Points };
  /** Evidence against the canary, and the threshold for a rollback; in nats. */
  readonly nats: Points;
  readonly threshold: Points;
}

/** The impact of the new version on its requests. */
export interface Impact {
  /** What was compared. */
  readonly source: MeasureSource;
  /** The start of the first affected point, in seconds since the epoch. */
  readonly since: number;
  /** Counted requests of the new version since then. */
  readonly requests: number;
  readonly events: number;
  /** Events beyond those that stable's rate in the same minutes predicts. */
  readonly excess: number;
  /** The same, including the last minutes, which CloudWatch had not counted yet, at the same rate. */
  readonly estimated: number;
}
