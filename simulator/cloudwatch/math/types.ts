// The values of metric math.

/** Values by time in milliseconds since the epoch. */
export type Points = ReadonlyMap<number, number>;

export interface Series {
  readonly label: string;
  readonly points: Points;
}

export type Value =
  | { readonly kind: 'scalar'; readonly value: number }
  | { readonly kind: 'series'; readonly points: Points }
  | { readonly kind: 'array'; readonly series: readonly Series[] };

export interface Scope {
  /** The value of another query. Throws if there is none. */
  resolve(id: string): Value;
  /** The metrics of the request (not its expressions), for `METRICS()`. */
  metrics(): readonly (Series & { readonly id: string })[];
  /** Every period start of the window, ascending, for `FILL`. */
  readonly times: readonly number[];
}
