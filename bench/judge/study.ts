// The result of a study: tables, the underlying numbers, and the goals that it covers.

export interface Table {
  readonly title: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** One of the goals, and its result. */
export interface Goal {
  readonly id: string;
  readonly asks: string;
  readonly found: string;
  readonly reached: boolean;
}

export interface Study {
  readonly name: string;
  readonly tables: readonly Table[];
  readonly goals: readonly Goal[];
  /** All measurements, for the JSON file. */
  readonly data: unknown;
}

export function percent(share: number, digits = 2): string {
  if (Number.isNaN(share)) return '–';
  return (100 * share).toFixed(digits);
}

export function number(value: number): string {
  if (Number.isNaN(value)) return '–';
  if (!Number.isFinite(value)) return '∞';
  return value >= 100
    ? Math.round(value).toLocaleString('en-US')
    : value.toFixed(value < 0.1 ? 2 : 1);
}

export function trafficName(rps: number): string {
  return rps < 0.05 ? '1/min' : `${rps.toLocaleString('en-US')} rps`;
}

export function mean(values: readonly number[]): number {
  return values.reduce((a, b) => a + b, 0) / values.length;
}

/** The `q` quantile of the values; NaN if there are none. */
export function quantile(values: readonly number[], q: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(q * sorted.length) - 1)] ?? Number.NaN;
}

/** So many of so many, in %, with the 95% interval of Wilson (1927): a sample of a rare thing says little without it. */
export function percentOf(hits: number, all: number): string {
  const z = 1.96;
  const middle = hits + (z * z) / 2;
  const half = z * Math.sqrt((hits * (all - hits)) / all + (z * z) / 4);
  const [low, high] = [middle - half, middle + half].map((end) => Math.max(0, end) / (all + z * z));
  return `${percent(hits / all, 3)} % (${hits} of ${all.toLocaleString('en-US')}; 95 % interval ${percent(low!, 3)}–${percent(high!, 3)} %)`;
}
