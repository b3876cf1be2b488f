// The counts and evidence over time, in a size that fits into a report.

import {
  type CountTable,
  type EventSeries,
  errorsOf,
  isHalfShown,
  minuteAt,
} from '../analysis/count-table.ts';
import type { EvidencePath } from '../analysis/judge.ts';
import type { PathPoint } from '../analysis/question-course.ts';
import type { StoredRollout } from '../rollout/record.ts';
import { startOfMinute, type TrafficCounts } from '../rollout/traffic.ts';
import { weightsIn } from '../rollout/weights.ts';
import type { ComparisonSeries, SeriesReport } from './counted-series.ts';

/** Twelve hours by the minute; longer rollouts have coarser points. */
const MOST_POINTS = 720;
/** Round numbers of minutes per point; above these, whole hours. */
const ROUND_MINUTES = [1, 2, 3, 5, 10, 15, 20, 30, 60];

type Cell = number | null;

/**
 * The series of a rollout so far, from the minute in which it began to the last one with counts; `undefined`
 * if the counts could not be read.
 */
export function seriesOf(
  traffic: TrafficCounts,
  rollout: StoredRollout,
  paths: readonly EvidencePath[],
): SeriesReport | undefined {
  if (traffic.kind === 'unreadable') return undefined;
  const from = startOfMinute(rollout.record.startedAt);
  const { canary, stable, promoted } = errorsOf(traffic.table);
  const starts = [canary, stable, promoted].flatMap(({ requests }) => [...requests.keys()]);
  const last = Math.max(from, ...starts.map(startOfMinute));
  const minutes = Array.from({ length: (last - from) / 60 + 1 }, (_, i) => from + 60 * i);
  const size = minutesPerPoint(minutes.length);
  const sides = minutes.map((start) => sidesAt(traffic.table, rollout, start));
  const column = (pick: (minute: SideCounts) => Cell) => addUp(sides.map(pick), size);
  return {
    from,
    every: 60 * size,
    canary: { requests: column((m) => m.canary.requests), errors: column((m) => m.canary.events) },
    stable: { requests: column((m) => m.stable.requests), errors: column((m) => m.stable.events) },
    comparisons: paths.map((path) => comparisonSeries(path, minutes, size)),
  };
}

function minutesPerPoint(minutes: number): number {
  const least = Math.ceil(minutes / MOST_POINTS);
  return ROUND_MINUTES.find((size) => size >= least) ?? 60 * Math.ceil(least / 60);
}

interface SideCounts {
  readonly canary: { readonly requests: Cell; readonly events: Cell };
  readonly stable: { readonly requests: Cell; readonly events: Cell };
}

const UNKNOWN = { requests: null, events: null };

/**
 * The minute of the promotion and the next one contain requests of both versions, so their sides are unknown. So is
 * a minute that CloudWatch shows only in part.
 */
function sidesAt(table: CountTable, rollout: StoredRollout, start: number): SideCounts {
  const { canary, stable, promoted } = errorsOf(table);
  const counted = (series: EventSeries) =>
    isHalfShown(series, start, table.bucketSeconds)
      ? UNKNOWN
      : minuteAt(series, start, table.bucketSeconds);
  const { weight, weightBefore } = weightsIn(rollout, start);
  if (weight < 100) return { canary: counted(canary), stable: counted(stable) };
  if (weightBefore < 100) return { canary: UNKNOWN, stable: UNKNOWN };
  return { canary: counted(promoted), stable: { requests: 0, events: 0 } };
}

function comparisonSeries(
  { source, points }: EvidencePath,
  minutes: readonly number[],
  size: number,
): ComparisonSeries {
  const at = new Map(points.map((point) => [60 * point.minute, point]));
  const column = (pick: (point: PathPoint) => number): Cell[] =>
    minutes.map((start) => {
      const point = at.get(start);
      return point ? pick(point) : null;
    });
  const side = (name: 'canary' | 'stable') => ({
    requests: addUp(
      column((p) => p[name].requests),
      size,
    ),
    events: addUp(
      column((p) => p[name].events),
      size,
    ),
  });
  return {
    source,
    canary: side('canary'),
    stable: side('stable'),
    // The maximum of each point, so that a crossing of the threshold stays visible.
    nats: inPoints(
      column((p) => p.nats),
      size,
      (cells) => rounded(Math.max(...cells)),
    ),
    threshold: inPoints(
      column((p) => p.threshold),
      size,
      (cells) => rounded(cells.at(-1) ?? 0),
    ),
  };
}

function addUp(cells: readonly Cell[], size: number): Cell[] {
  return inPoints(cells, size, (known) => known.reduce((sum, cell) => sum + cell, 0));
}

/** Combines each `size` minutes into one point; a point without any number is `null`. */
function inPoints(
  cells: readonly Cell[],
  size: number,
  join: (known: readonly number[]) => number,
): Cell[] {
  return Array.from({ length: Math.ceil(cells.length / size) }, (_, i) => {
    const known = cells.slice(i * size, (i + 1) * size).filter((cell) => cell !== null);
    return known.length > 0 ? join(known) : null;
  });
}

function rounded(nats: number): number {
  return Number(nats.toFixed(3));
}
