// Numbers by the minute in one block of memory: 8 bytes a minute, where a `Map` needs fifty, and as many again while it grows.

const MINUTE = 60;

/** A map from the starts of minutes, in seconds, to numbers. It never changes. */
export class MinuteMap implements ReadonlyMap<number, number> {
  readonly size: number;
  /** Start of the first minute that it can have. */
  readonly from: number;
  /** One for each minute; NaN: it has none. */
  readonly #values: Float64Array;

  private constructor(from: number, values: Float64Array) {
    this.from = from;
    this.#values = values;
    let size = 0;
    for (let i = 0; i < values.length; i++) if (!Number.isNaN(values[i]!)) size++;
    this.size = size;
  }

  /**
   * @param from start of the first minute
   * @param to end of the last minute
   * @param valueAt the number of the minute that starts then, if it has one
   */
  static of(from: number, to: number, valueAt: (start: number) => number | undefined): MinuteMap {
    const values = new Float64Array(Math.max(0, Math.ceil((to - from) / MINUTE)));
    for (let i = 0; i < values.length; i++) values[i] = valueAt(from + MINUTE * i) ?? Number.NaN;
    return new MinuteMap(from, values);
  }

  /** End of the last minute that it can have. */
  get to(): number {
    return this.from + MINUTE * this.#values.length;
  }

  get(start: number): number | undefined {
    const value = this.#values[(start - this.from) / MINUTE];
    return value === undefined || Number.isNaN(value) ? undefined : value;
  }

  has(start: number): boolean {
    return this.get(start) !== undefined;
  }

  forEach(visit: (value: number, start: number, map: MinuteMap) => void): void {
    for (let i = 0; i < this.#values.length; i++) {
      const value = this.#values[i]!;
      if (!Number.isNaN(value)) visit(value, this.from + MINUTE * i, this);
    }
  }

  *entries(): MapIterator<[number, number]> {
    for (let i = 0; i < this.#values.length; i++) {
      const value = this.#values[i]!;
      if (!Number.isNaN(value)) yield [this.from + MINUTE * i, value];
    }
  }

  *keys(): MapIterator<number> {
    for (const [start] of this.entries()) yield start;
  }

  *values(): MapIterator<number> {
    for (const [, value] of this.entries()) yield value;
  }

  [Symbol.iterator](): MapIterator<[number, number]> {
    return this.entries();
  }
}
