// The store of all series: events are binned into minutes, and each minute is available some time after
// its end.

import type { Dimensions, MetricEvent, Unsettled } from '../../world.ts';
import {
  addStatistics,
  addValue,
  type Distribution,
  emptyDistribution,
  merge,
  type StatisticSet,
} from './distribution.ts';

/** The identity of a series. The same metric with another unit is another series. */
export interface MetricId {
  readonly namespace: string;
  readonly name: string;
  readonly dimensions: Dimensions;
}

/**
 * Delayed data: matching events become available that many seconds (of the simulator's clock) after the
 * rest of their minute. Absent members match everything; all `dimensions` must be among the event's own.
 * `value` selects single events: with 0, for example, only the successes of an error metric are late.
 */
export interface Lateness {
  readonly namespace?: string;
  readonly name?: string;
  readonly dimensions?: Dimensions;
  readonly value?: number;
  readonly seconds: number;
}

export interface Window {
  /** Milliseconds; the first period starts here. */
  readonly start: number;
  /** Milliseconds; a period that starts here or later is excluded. */
  readonly end: number;
  /** Milliseconds. */
  readonly period: number;
}

export interface MetricStore {
  record(event: MetricEvent): void;
  /** Records events of which only the sums are known. */
  recordStatistics(event: Omit<MetricEvent, 'value'>, set: StatisticSet): void;
  /** Delays matching events that are *recorded from now on*, until the returned function is called. */
  delay(lateness: Lateness): () => void;
  /** The units under which the metric has events, in alphabetical order. */
  units(metric: MetricId): readonly string[];
  /** The data available at `asOf` (milliseconds) for each period with events; keys are period starts. */
  read(metric: MetricId, unit: string, window: Window, asOf: number): Map<number, Distribution>;
  /** Every metric with the time of its newest event. */
  metrics(): Iterable<MetricId & { readonly newest: number }>;
}

export const MINUTE = 60_000;
/** One-minute data are stored for 15 days. */
const KEPT_MINUTES = 15 * 24 * 60;

interface Series extends MetricId {
  readonly unit: string;
  /** By minute (since the epoch), then by extra delay in seconds. */
  readonly minutes: Map<number, Map<number, Distribution>>;
  newest: number;
}

export function createMetricStore(unsettled: Unsettled): MetricStore {
  const metrics = new Map<string, Map<string, Series>>();
  const late = new Set<Lateness>();

  const add = (event: Omit<MetricEvent, 'value'>, value: number, put: Put) => {
    for (const dimensions of event.dimensionSets) {
      const id = { namespace: event.namespace, name: event.name, dimensions };
      const series = seriesOf(metrics, id, event.unit);
      const extra = extraDelay(late, id, value);
      series.newest = Math.max(series.newest, event.at);
      put(binOf(series, Math.floor(event.at / MINUTE), extra));
    }
  };

  return {
    record: (event) => add(event, event.value, (bin) => addValue(bin, event.value)),
    recordStatistics: (event, set) =>
      add(event, set.sum / set.count, (bin) => addStatistics(bin, set)),
    delay: (lateness) => {
      late.add(lateness);
      return () => void late.delete(lateness);
    },
    units: (metric) => [...(metrics.get(keyOf(metric))?.keys() ?? [])].sort(),
    read: (metric, unit, window, asOf) => {
      const series = metrics.get(keyOf(metric))?.get(unit);
      const settledBefore = asOf - unsettled.metricDelaySeconds * 1000;
      return series === undefined ? new Map() : readSeries(series, window, settledBefore);
    },
    metrics: function* () {
      for (const units of metrics.values()) {
        const [first, ...others] = units.values();
        if (first === undefined) continue;
        const newest = Math.max(first.newest, ...others.map((series) => series.newest));
        const { namespace, name, dimensions } = first;
        yield { namespace, name, dimensions, newest };
      }
    },
  };
}

type Put = (bin: Distribution) => void;

/** The same object names the dimensions of several metrics. */
const keys = new WeakMap<Dimensions, string>();

/** The same for the same metric, whatever the order of its dimensions. */
export function keyOf({ namespace, name, dimensions }: MetricId): string {
  let key = keys.get(dimensions);
  if (key === undefined) {
    key = JSON.stringify(Object.entries(dimensions).sort());
    keys.set(dimensions, key);
  }
  return `${namespace}\n${name}\n${key}`;
}

function seriesOf(metrics: Map<string, Map<string, Series>>, id: MetricId, unit: string): Series {
  const units = getOrAdd(metrics, keyOf(id), () => new Map<string, Series>());
  return getOrAdd(units, unit, () => ({ ...id, unit, minutes: new Map(), newest: 0 }));
}

function binOf(series: Series, minute: number, extra: number): Distribution {
  const bins = getOrAdd(series.minutes, minute, () => new Map<number, Distribution>());
  if (series.minutes.size > KEPT_MINUTES) {
    const [oldest] = series.minutes.keys();
    if (oldest !== undefined) series.minutes.delete(oldest);
  }
  return getOrAdd(bins, extra, emptyDistribution);
}

function extraDelay(late: ReadonlySet<Lateness>, id: MetricId, value: number): number {
  let seconds = 0;
  for (const lateness of late) {
    if (matches(lateness, id, value)) seconds = Math.max(seconds, lateness.seconds);
  }
  return seconds;
}

function matches(lateness: Lateness, id: MetricId, value: number): boolean {
  const wanted = Object.entries(lateness.dimensions ?? {});
  return (
    (lateness.namespace ?? id.namespace) === id.namespace &&
    (lateness.name ?? id.name) === id.name &&
    (lateness.value ?? value) === value &&
    wanted.every(([name, dimension]) => id.dimensions[name] === dimension)
  );
}

function readSeries(series: Series, window: Window, settledBefore: number) {
  const { start, end, period } = window;
  const parts = new Map<number, Distribution[]>();
  for (const [minute, bins] of series.minutes) {
    const periodStart = start + Math.floor((minute * MINUTE - start) / period) * period;
    if (periodStart < start || periodStart >= end) continue;
    for (const [extra, bin] of bins) {
      if ((minute + 1) * MINUTE + extra * 1000 > settledBefore) continue;
      getOrAdd(parts, periodStart, () => [] as Distribution[]).push(bin);
    }
  }
  return mergeEach(parts);
}

function mergeEach(parts: ReadonlyMap<number, readonly Distribution[]>) {
  const periods = new Map<number, Distribution>();
  for (const [periodStart, bins] of [...parts].sort(([a], [b]) => a - b)) {
    const whole = merge(bins);
    if (whole !== undefined) periods.set(periodStart, whole);
  }
  return periods;
}

function getOrAdd<Key, Value>(map: Map<Key, Value>, key: Key, create: () => Value): Value {
  const found = map.get(key);
  if (found !== undefined) return found;
  const created = create();
  map.set(key, created);
  return created;
}
