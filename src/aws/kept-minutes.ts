// The minutes of series that are read again and again from the same time on. Only their end is read: what is older was
// read before, and no longer changes. So a release of a day reads about as much in its last hour as in its first. What
// one look after another asks for in several parts is read in one call.

import { must } from '../base/assert.ts';
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

/**
 * Returns the values of the series, then those of the others; `undefined` for one of the others that cannot be read.
 *
 * @param others what else can be read in the same call
 * @param from start of the first minute; seconds since the epoch
 */
export type ReadFrom = (
  series: readonly MetricDataSeries[],
  others: readonly MetricDataSeries[],
  from: number,
) => Promise<readonly (MinuteValues | undefined)[]>;

/** One look: each series is read once in it. */
export interface Look {
  /** All minutes of the series, in the given order; `read` is asked for those that are not kept. */
  read(
    series: readonly MetricDataSeries[],
    from: number,
    to: number,
    read: ReadFrom,
  ): Promise<readonly MinuteValues[]>;
}

export interface KeptMinutes {
  /** The next one. Its first call reads everything that was asked for in the last one. */
  look(): Look;
}

interface Kept {
  readonly from: number;
  readonly values: MinuteValues;
  /** The end of the last reading, and of the last one with the long tail. */
  readonly readTo: number;
  readonly longReadTo: number;
  /** The numbers of the last look that read it, and of the last one that asked for it. */
  readonly readIn: number;
  readonly askedIn: number;
}

interface Asked {
  readonly one: MetricDataSeries;
  readonly key: string;
  readonly before: Kept | undefined;
}

export function keepMinutes(): KeptMinutes {
  const kept = new Map<string, Kept & { readonly one: MetricDataSeries }>();
  let looks = 0;

  const expected = (look: number, from: number, but: readonly Asked[]): readonly Asked[] => {
    const named = new Set(but.map(({ key }) => key));
    return [...kept]
      .filter(([, { askedIn, readIn }]) => askedIn === look - 1 && readIn < look)
      .filter(([key, before]) => before.from === from && !named.has(key))
      .map(([key, before]) => ({ one: before.one, key, before }));
  };

  const readParts = async (
    look: number,
    { from, to, read }: { readonly from: number; readonly to: number; readonly read: ReadFrom },
    asked: readonly Asked[],
  ): Promise<void> => {
    const others = expected(look, from, asked);
    const isLong = [...asked, ...others].some(
      ({ before }) => before && to - before.longReadTo >= LONG_TAIL_EVERY,
    );
    const tail = isLong ? LONG_TAIL_SECONDS : TAIL_SECONDS;
    const startOf = ({ before }: Asked) => (before ? Math.max(from, before.readTo - tail) : from);
    for (const start of new Set(asked.map(startOf))) {
      const begin = (one: Asked) => startOf(one) === start;
      const [some, more] = [asked.filter(begin), others.filter(begin)];
      const values = await read(some.map(seriesOf), more.map(seriesOf), start);
      [...some, ...more].forEach(({ one, key, before }, i) => {
        const found = values[i];
        if (!found) return;
        const whole = MinuteMap.of(from, to, (minute) =>
          (minute < start ? before?.values : found)?.get(minute),
        );
        const longReadTo = isLong || !before ? to : before.longReadTo;
        const askedIn = before?.askedIn ?? look;
        kept.set(key, { one, from, values: whole, readTo: to, longReadTo, readIn: look, askedIn });
      });
    }
  };

  return {
    look: () => {
      const look = ++looks;
      return {
        read: async (series, from, to, read) => {
          const asked = series.map((one): Asked => {
            const key = seriesKey(one);
            const before = kept.get(key);
            return { one, key, before: before?.from === from ? before : undefined };
          });
          const open = asked.filter(
            ({ before }) => before?.readIn !== look || before.readTo !== to,
          );
          if (open.length > 0) await readParts(look, { from, to, read }, open);
          return asked.map(({ key }) => {
            const found = must(kept.get(key), 'each series that was asked for was read');
            kept.set(key, { ...found, askedIn: look });
            return found.values;
          });
        },
      };
    },
  };
}

const seriesOf = ({ one }: Asked) => one;
