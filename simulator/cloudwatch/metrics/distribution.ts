// What CloudWatch stores of the events of one period: the four sums, and the distribution of the values,
// from which percentiles and trimmed statistics are computed.

export interface Distribution {
  count: number;
  sum: number;
  min: number;
  max: number;
  /** How often each value occurred, without values that came as `StatisticValues`. */
  readonly values: Map<number, number>;
  /** Values are rounded to three significant digits, because there were too many different ones. */
  coarse: boolean;
  /** Some of the events came as `StatisticValues`: their distribution is unknown. */
  opaque: boolean;
}

export interface StatisticSet {
  readonly count: number;
  readonly sum: number;
  readonly min: number;
  readonly max: number;
}

/** The number of different values that are stored exactly; beyond it, the error is at most 0.5%. */
const EXACT_VALUES = 1000;

export const emptyDistribution = (): Distribution => ({
  count: 0,
  sum: 0,
  min: Number.POSITIVE_INFINITY,
  max: Number.NEGATIVE_INFINITY,
  values: new Map(),
  coarse: false,
  opaque: false,
});

/** Counts a value that occurred `times` times. */
export function addValue(to: Distribution, value: number, times = 1): void {
  addSums(to, { count: times, sum: value * times, min: value, max: value });
  keep(to, value, times);
}

/** Adds events of which only the sums are known. */
export function addStatistics(to: Distribution, set: StatisticSet): void {
  // CloudWatch has percentiles of a statistic set only if it represents a single value.
  if (set.min === set.max) {
    addValue(to, set.min, set.count);
    return;
  }
  addSums(to, set);
  to.opaque = true;
}

/** Merges several distributions without changing them. `undefined` if all are empty. */
export function merge(parts: readonly Distribution[]): Distribution | undefined {
  const [first, ...others] = parts.filter((part) => part.count > 0);
  if (first === undefined || others.length === 0) return first;
  const whole = emptyDistribution();
  for (const part of [first, ...others]) {
    addSums(whole, part);
    whole.opaque ||= part.opaque;
    for (const [value, times] of part.values) keep(whole, value, times);
  }
  return whole;
}

/** The values with their counts, in ascending order. */
export const sortedValues = (of: Distribution): readonly (readonly [number, number])[] =>
  [...of.values].sort(([a], [b]) => a - b);

function addSums(to: Distribution, set: StatisticSet): void {
  to.count += set.count;
  to.sum += set.sum;
  to.min = Math.min(to.min, set.min);
  to.max = Math.max(to.max, set.max);
}

function keep(to: Distribution, value: number, times: number): void {
  const kept = to.coarse ? coarsened(value) : value;
  to.values.set(kept, (to.values.get(kept) ?? 0) + times);
  if (!to.coarse && to.values.size > EXACT_VALUES) coarsen(to);
}

function coarsen(distribution: Distribution): void {
  const exact = [...distribution.values];
  distribution.values.clear();
  distribution.coarse = true;
  for (const [value, times] of exact) keep(distribution, value, times);
}

const coarsened = (value: number) => Number(value.toPrecision(3));
