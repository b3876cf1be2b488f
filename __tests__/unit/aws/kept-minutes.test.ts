import { describe, expect, it } from '@jest/globals';
import { keepMinutes, type ReadFrom } from '../../../src/aws/kept-minutes.ts';
import type { MetricDataSeries, MinuteValues } from '../../../src/aws/minute-series.ts';

const ERRORS: MetricDataSeries = {
  ...{ namespace: 'AWS/Lambda', metric: 'Errors', statistic: 'Sum' },
  dimensions: { FunctionName: 'orders', Resource: 'orders:live' },
};
const RUNS = { ...ERRORS, metric: 'Invocations' };
const HOUR = 3600;

/** CloudWatch with a value for each minute: how often it may still change is up to the test. */
function world() {
  const asked: { readonly metrics: string; readonly from: number; readonly minutes: number }[] = [];
  let shownAt = (minute: number) => minute / 60;
  const kept = keepMinutes();
  return {
    asked,
    setValues: (of: (minute: number) => number) => {
      shownAt = of;
    },
    read: async (to: number, series: readonly MetricDataSeries[] = [ERRORS], begin = 0) => {
      const values = await kept.look().read(series, begin, to, async (some, _others, from) => {
        const minutes = (to - from) / 60;
        asked.push({ metrics: some.map(({ metric }) => metric).join(), from, minutes });
        return some.map(
          () =>
            new Map(
              Array.from({ length: minutes }, (_, i) => [from + 60 * i, shownAt(from + 60 * i)]),
            ),
        );
      });
      return values.map((minutes): MinuteValues => new Map(minutes));
    },
  };
}

const whole = (to: number): MinuteValues =>
  new Map(Array.from({ length: to / 60 }, (_, i) => [60 * i, i]));

describe('Minutes that are read again and again', () => {
  it('are all returned, although only their end is read', async () => {
    const { read, asked } = world();
    for (let to = 60; to <= 2 * HOUR; to += 60) expect(await read(to)).toEqual([whole(to)]);
    expect(asked[0]).toEqual({ metrics: 'Errors', from: 0, minutes: 1 });
    expect(asked.at(-2)).toMatchObject({ from: 2 * HOUR - 60 - 60 - 20 * 60, minutes: 21 });
  });

  it('take what CloudWatch shows late', async () => {
    const { read, setValues } = world();
    await read(HOUR);
    setValues((at) => at / 60 + (at >= HOUR - 15 * 60 ? 1 : 0));
    const [values] = await read(HOUR + 60);
    expect(values?.get(HOUR - 15 * 60)).toBe(46);
    expect(values?.get(HOUR - 30 * 60)).toBe(30);
  });

  it('are read further back once an hour', async () => {
    const { read, setValues } = world();
    for (let to = HOUR; to < 2 * HOUR; to += 60) await read(to);
    setValues(() => 7);
    const [values] = await read(2 * HOUR);
    expect(new Set(values?.values())).toEqual(new Set([7]));
  });

  it('are linear over a day and more', async () => {
    const { read, asked } = world();
    for (let to = 60; to <= 30 * HOUR; to += 60) await read(to);
    const minutes = asked.reduce((sum, one) => sum + one.minutes, 0);
    expect(minutes).toBeLessThan(30 * 60 * 25);
  });

  it('of a new series, or from another time on, are read from the beginning', async () => {
    const { read, asked } = world();
    await read(HOUR);
    await read(HOUR + 60, [ERRORS, RUNS]);
    await read(HOUR + 120, [ERRORS], 600);
    expect(asked.slice(1).map(({ metrics, from }) => `${metrics} ${from}`)).toEqual([
      `Errors ${HOUR - 20 * 60}`,
      'Invocations 0',
      'Errors 600',
    ]);
  });

  it('stay as they were when a reading fails', async () => {
    const kept = keepMinutes();
    const minutes = new Map([[0, 1]]);
    await kept.look().read([ERRORS], 0, 60, async () => [minutes]);
    const fails = kept.look().read([ERRORS], 0, 120, () => Promise.reject(new Error('throttled')));
    await expect(fails).rejects.toThrow('throttled');
    const [values] = await kept.look().read([ERRORS], 0, 120, async () => [minutes]);
    expect(new Map(values)).toEqual(minutes);
  });

  describe('in one look after another', () => {
    /** A call: the series that are asked for, and the others. */
    function calls() {
      const kept = keepMinutes();
      const made: string[] = [];
      const unreadable = new Set<MetricDataSeries>();
      const read: ReadFrom = async (some, others) => {
        made.push([some, others].map((of) => of.map(({ metric }) => metric).join()).join('+'));
        const value = made.length;
        return [...some, ...others].map((one) =>
          unreadable.has(one) ? undefined : new Map([[0, value]]),
        );
      };
      const look = async (...parts: readonly MetricDataSeries[][]) => {
        made.length = 0;
        const { read: ask } = kept.look();
        const values = [];
        for (const part of parts) values.push(...(await ask(part, 0, 60, read)));
        return { calls: [...made], values: values.map((minutes) => minutes.get(0)) };
      };
      return { look, unreadable };
    }

    it('are read in one call as soon as it is known what is asked for', async () => {
      const { look } = calls();
      expect((await look([RUNS], [ERRORS])).calls).toEqual(['Invocations+', 'Errors+']);
      expect(await look([RUNS], [ERRORS])).toEqual({
        calls: ['Invocations+Errors'],
        values: [1, 1],
      });
    });

    it('are read once in a look, and anew in the next', async () => {
      const { look } = calls();
      expect((await look([RUNS], [RUNS])).calls).toEqual(['Invocations+']);
      expect((await look([RUNS], [RUNS])).calls).toEqual(['Invocations+']);
    });

    it('are not read again with one that is new', async () => {
      const { look } = calls();
      await look([RUNS], [ERRORS]);
      const { calls: made } = await look([RUNS], [{ ...RUNS, metric: 'Throttles' }], [ERRORS]);
      expect(made).toEqual(['Invocations+Errors', 'Throttles+']);
    });

    it('are read again until a later time', async () => {
      const look = keepMinutes().look();
      const read = (to: number) => look.read([RUNS], 0, to, async () => [new Map([[to - 60, 1]])]);
      await read(60);
      expect((await read(120)).map((minutes) => minutes.get(60))).toEqual([1]);
    });

    it('are not read for a look that does not ask for them, but once', async () => {
      const { look } = calls();
      await look([RUNS], [ERRORS]);
      expect((await look([RUNS])).calls).toEqual(['Invocations+Errors']);
      expect((await look([RUNS])).calls).toEqual(['Invocations+']);
    });

    it('are asked for by themselves if they cannot be read with the others', async () => {
      const { look, unreadable } = calls();
      await look([RUNS], [ERRORS]);
      unreadable.add(ERRORS);
      const both = look([RUNS], [ERRORS]);
      await expect(both).resolves.toMatchObject({ calls: ['Invocations+Errors', 'Errors+'] });
    });
  });
});
