// The traffic of the two versions, counted per minute.

import type { CountRow } from '../analysis/count-table.ts';
import type { Counts } from '../analysis/counts.ts';
import type { Measure } from '../analysis/measure.ts';
import type { MeasureClass } from '../analysis/measure-class.ts';
import type { Look } from '../aws/kept-minutes.ts';
import type { LatencyGap } from '../rollout/blind-spots.ts';
import type { DailyTraffic } from '../rollout/forecast.ts';
import type { FunctionChange } from '../rollout/release.ts';
import type { TrafficCounts } from '../rollout/traffic.ts';

/** Seconds since the epoch: start of the first minute, and end of the last. */
export interface Span {
  readonly from: number;
  readonly to: number;
  /** Keeps what earlier readings from the same time on returned. */
  readonly look?: Look;
}

/** Of a release. */
export interface ReleaseSpan extends Span {
  /** Whether all traffic goes to the new version by now: only then is the `promoted` side of a split needed. */
  readonly promoted: boolean;
}

/** The hour before the rollout, of one measure. */
export interface MeasureBaseline {
  readonly measure: Measure;
  /** Stable's counts per minute; minutes without requests are absent. */
  readonly minutes: readonly Counts[];
}

/** All measures that a source can count, errors first. */
export type Baseline = readonly [MeasureBaseline, ...(readonly MeasureBaseline[])];

/** Every method throws a `KnownError` when CloudWatch cannot be read. */
export interface CountSource {
  /**
   * Requests and errors of both versions.
   *
   * @param closedUntil seconds since the epoch; counts of what came later may still grow
   */
  readTraffic(
    changes: readonly FunctionChange[],
    span: ReleaseSpan,
    closedUntil: number,
  ): Promise<TrafficCounts>;
  /**
   * Whether the canary has any events in this time of which some may decide before their minute is closed, by as few
   * metrics as possible. Omitted: it nearly always has some.
   */
  readFailures?(changes: readonly FunctionChange[], span: Span): Promise<boolean>;
  /**
   * The hour before the rollout. Its measures are those that can be compared.
   *
   * @param startedAt seconds since the epoch
   * @param functions the released functions, and the versions that served in that hour
   * @param compare only these classes are read; errors always
   */
  readBaseline(
    startedAt: number,
    functions: readonly Pick<FunctionChange, 'name' | 'from'>[],
    compare: readonly MeasureClass[],
  ): Promise<Baseline>;
  /** Why the latest baseline has no latency; `undefined`: it has. */
  latencyGap(): LatencyGap | undefined;
  /** The measures of a baseline other than errors, in its order; empty if they cannot be counted. */
  readMeasures(
    baseline: Baseline,
    traffic: TrafficCounts,
    span: ReleaseSpan,
  ): Promise<readonly CountRow[]>;
  /** The last day; `undefined` if there are no counts for it. */
  readDaily(now: number): Promise<DailyTraffic | undefined>;
}
