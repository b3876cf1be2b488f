// Statistics by their CloudWatch names: `Sum`, `p99.9`, `TC(100:)`, `PR(:300)`, `TM(10%:90%)`.
// Definitions: CloudWatch User Guide, "CloudWatch statistics definitions".

import { type Distribution, sortedValues } from './distribution.ts';

export interface Statistic {
  /** As the request wrote it. */
  readonly name: string;
  /** 0 to 100 for a percentile. */
  readonly percentile?: number;
  /** `undefined`: no data point, e.g. a percentile of values that are partly negative. */
  of(distribution: Distribution): number | undefined;
}

export const SIMPLE_STATISTICS = ['SampleCount', 'Sum', 'Average', 'Minimum', 'Maximum'] as const;

const SIMPLE: Readonly<Record<string, (of: Distribution) => number>> = {
  SampleCount: ({ count }) => count,
  Sum: ({ sum }) => sum,
  Average: ({ sum, count }) => sum / count,
  Minimum: ({ min }) => min,
  Maximum: ({ max }) => max,
};

/** The statistic with that name, or `undefined` if there is none. */
export function parseStatistic(name: string): Statistic | undefined {
  const simple = Object.hasOwn(SIMPLE, name) ? SIMPLE[name] : undefined;
  if (simple !== undefined) return { name, of: simple };
  return parsePercentile(name) ?? parseTrimmed(name);
}

function parsePercentile(name: string): Statistic | undefined {
  const match = /^p(\d{1,3}(?:\.\d{1,10})?)$/.exec(name);
  const percentile = Number(match?.[1]);
  if (match === null || percentile > 100) return undefined;
  return { name, percentile, of: known((distribution) => valueAt(distribution, percentile)) };
}

/** The smallest value such that at least `percent` of the values are no greater. */
function valueAt(distribution: Distribution, percent: number): number {
  const wanted = (percent / 100) * distribution.count;
  let seen = 0;
  for (const [value, times] of sortedValues(distribution)) {
    seen += times;
    if (seen >= wanted) return within(distribution, value);
  }
  return distribution.max;
}

/** A rounded value may lie slightly outside the range of the real values. */
const within = ({ min, max }: Distribution, value: number) => Math.min(Math.max(value, min), max);

type Part = { readonly count: number; readonly sum: number };

const TRIMMED: Readonly<Record<string, (part: Part, whole: Distribution) => number | undefined>> = {
  TC: ({ count }) => count,
  PR: ({ count }, whole) => (100 * count) / whole.count,
  TM: ({ count, sum }) => (count === 0 ? undefined : sum / count),
  TS: ({ sum }) => sum,
};

type Bound = { readonly value: number; readonly percent: boolean };
type Range = { readonly low: Bound | undefined; readonly high: Bound | undefined };

const NUMBER = '-?\\d+(?:\\.\\d{1,10})?%?';
const RANGED = new RegExp(`^(TC|PR|TM|TS)\\((${NUMBER})?:(${NUMBER})?\\)$`);

function parseTrimmed(name: string): Statistic | undefined {
  const written = longForm(name);
  const match = RANGED.exec(written);
  const [, kind, low, high] = match ?? [];
  if (kind === undefined || (low === undefined && high === undefined)) return undefined;
  const range = { low: parseBound(low), high: parseBound(high) };
  const bounds = [range.low, range.high].filter((bound) => bound !== undefined);
  const percent = bounds.some((bound) => bound.percent);
  if (percent && (kind === 'PR' || !bounds.every(isPercentage))) return undefined;
  const finish = TRIMMED[kind];
  if (finish === undefined) return undefined;
  return { name, of: known((whole) => finish(partIn(whole, range), whole)) };
}

/** `tm90` is `TM(:90%)`; `IQM` is `TM(25%:75%)`. */
function longForm(name: string): string {
  if (name === 'IQM') return 'TM(25%:75%)';
  return name.replace(/^(tc|tm|ts)(\d+(?:\.\d+)?)$/, (_, kind: string, high: string) => {
    return `${kind.toUpperCase()}(:${high}%)`;
  });
}

const isPercentage = ({ value, percent }: Bound) => percent && value >= 0 && value <= 100;

function parseBound(written: string | undefined): Bound | undefined {
  if (written === undefined) return undefined;
  return { value: Number.parseFloat(written), percent: written.endsWith('%') };
}

/** The events in a range: above `low`, up to and including `high`; in values or in ranks. */
function partIn(whole: Distribution, { low, high }: Range): Part {
  const inRanks = low?.percent === true || high?.percent === true;
  const scale = inRanks ? whole.count / 100 : 1;
  const above = low === undefined ? Number.NEGATIVE_INFINITY : low.value * scale;
  const upTo = high === undefined ? Number.POSITIVE_INFINITY : high.value * scale;
  let rank = 0;
  let count = 0;
  let sum = 0;
  for (const [value, times] of sortedValues(whole)) {
    const taken = inRanks
      ? ranksIn(rank, times, above, upTo)
      : value > above && value <= upTo
        ? times
        : 0;
    rank += times;
    count += taken;
    sum += taken * value;
  }
  return { count, sum };
}

/** How many of the ranks `before + 1 … before + times` lie in `(above, upTo]`. */
function ranksIn(before: number, times: number, above: number, upTo: number): number {
  const first = Math.max(before, Math.floor(above));
  const last = Math.min(before + times, Math.floor(upTo));
  return Math.max(0, last - first);
}

/** CloudWatch has no such statistic if values are negative or came as sums only. */
const known =
  (of: (distribution: Distribution) => number | undefined) => (distribution: Distribution) =>
    distribution.opaque || distribution.min < 0 ? undefined : of(distribution);
