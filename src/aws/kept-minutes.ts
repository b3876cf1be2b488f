// The minutes of series that are read again and again from the same time on. Only their end is read: what is older was
// read before, and no longer changes. So a release of a day reads about as much in its last hour as in its first.

import { MinuteMap } from '../base/minute-map.ts';
import { type MetricDataSeries, type MinuteValues, seriesKey } from './minute-series.ts';

/**
 * The end of a series that is read each time. A function may run for 15 minutes, and CloudWatch shows it about two
 * minutes later.
 */
const TAIL_SECONDS = 20 * 60;
/** Once an hour, more is read, because CloudWatch may be late for longer than that. */
const LONG_TAIL_SECONDS = 3 * 3600;
const LONG_TAIL_EVERY = 3600;

/** @param from start of the first minute; seconds since the epoch */
export type ReadFrom = (
  series: readonly MetricDataSeries[],
  from: number,
) => Promise<readonly MinuteValues[]>;

export interface KeptMinutes {
  /** All minutes of the series, in the given order; `read` is asked for those that are not kept. */
  read(
    series: readonly MetricDataSeries[],
    from: number,
    to: number,
    read: ReadFrom,
  ): Promise<readonly MinuteValues[]>;
}

interface Kept {
  readonly from: number;
  readonly values: MinuteValues;
  /** The end of the last reading, and of the last one with the long tail. */
  readonly readTo: number;
  readonly longReadTo: number;
}

export function keepMinutes(): KeptMinutes {
  const kept = new Map<string, Kept>();
  return {
    read: async (series, from, to, readFrom) => {
      const asked = series.map((one) => {
        const key = seriesKey(one);
        const before = kept.get(key);
        return { one, key, before: before?.from === from ? before : undefined };
      });
      const isLong = asked.some(
        ({ before }) => before && to - before.longReadTo >= LONG_TAIL_EVERY,
      );
      const tail = isLong ? LONG_TAIL_SECONDS : TAIL_SECONDS;
      const starts = asked.map(({ before }) =>
        before ? Math.max(from, before.readTo - tail) : from,
      );
      const results = new Map<string, MinuteValues>();
      for (const start of new Set(starts)) {
        const some = asked.filter((_, i) => starts[i] === start);
        const values = await readFrom(
          some.map(({ one }) => one),
          start,
        );
        some.forEach(({ key, before }, i) => {
          const read = values[i] ?? new Map();
          const whole = MinuteMap.of(from, to, (minute) =>
            (minute < start ? before?.values : read)?.get(minute),
          );
          const longReadTo = isLong || !before ? to : before.longReadTo;
          kept.set(key, { from, values: whole, readTo: to, longReadTo });
          results.set(key, whole);
        });
      }
      return asked.map(({ key }) => results.get(key) ?? new Map());
    },
  };
}
