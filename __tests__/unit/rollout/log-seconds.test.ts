import { describe, expect, it } from '@jest/globals';
import type { EventSeries } from '../../../src/analysis/count-table.ts';
import { splitBySecond } from '../../../src/rollout/log-seconds.ts';
import { makeRemembered, STARTED_AT } from './rollout-fixture.ts';

const AT = STARTED_AT + 100;
const NEXT = AT + 300;
const ROLLOUT = makeRemembered({
  phase: { kind: 'step', index: 1, since: NEXT },
  stepStartTimes: [AT, NEXT],
});

function series(
  requests: Readonly<Record<number, number>>,
  events: Readonly<Record<number, number>> = {},
  incomplete: readonly number[] = [],
): EventSeries {
  const map = (values: Readonly<Record<number, number>>) =>
    new Map(Object.entries(values).map(([at, count]) => [Number(at), count]));
  return {
    requests: map(requests),
    events: map(events),
    ...(incomplete.length > 0 && { incomplete: new Set(incomplete) }),
  };
}

function split(canary: EventSeries, stable: EventSeries, readUntil = Number.POSITIVE_INFINITY) {
  return splitBySecond({ closedUntil: AT + 60 }, { canary, stable }, ROLLOUT, readUntil);
}

describe('the seconds of a split', () => {
  it('have the counts of both sides and the weights of their time', () => {
    const canary = series({ [AT + 10]: 5, [NEXT + 8]: 50 }, { [AT + 10]: 2, [NEXT + 8]: 0 });
    const stable = series({ [AT + 10]: 95, [AT + 11]: 90 }, { [AT + 10]: 1 });
    expect(split(canary, stable)).toEqual({
      settledUntil: AT + 60,
      counted: [
        {
          second: AT + 10,
          canary: { requests: 5, events: 2 },
          stable: { requests: 95, events: 1 },
          weight: 5,
          weightBefore: 0,
          afterShift: 10,
        },
        expect.objectContaining({
          second: AT + 11,
          canary: { requests: 0, events: 0 },
          stable: { requests: 90, events: 0 },
        }),
        expect.objectContaining({
          second: NEXT + 8,
          // Some servers may not know the new weight yet.
          weight: 50,
          weightBefore: 5,
          afterShift: 8,
        }),
      ],
    });
  });

  it('may begin a little before the shift, by another clock', () => {
    const { counted } = split(
      series({ [AT - 30]: 9, [AT - 3]: 1, [NEXT - 3]: 9 }),
      series({ 0: 1 }),
    );
    expect(counted.map(({ second, weight, afterShift }) => [second, weight, afterShift])).toEqual([
      [AT - 3, 5, 0],
      [NEXT - 3, 50, 0],
    ]);
  });

  it('are those that were read from every log', () => {
    const canary = series({ [AT + 10]: 5, [AT + 11]: 5, [AT + 12]: 5, [AT + 30]: 5 }, {}, [
      AT + 11,
    ]);
    const stable = series({ [AT + 10]: 95 }, {}, [AT + 12]);
    expect(split(canary, stable, AT + 30).counted.map(({ second }) => second)).toEqual([AT + 10]);
  });

  it('have as many requests of stable as the canary’s tell, if only its failures are read', () => {
    const canary = series({ [AT + 10]: 5 }, { [AT + 10]: 5 });
    const [one] = split(canary, series({}, { [AT + 10]: 2 })).counted;
    expect(one?.stable).toEqual({ requests: expect.closeTo(95, 6), events: 2 });
  });

  it('are none without a split', () => {
    const none = makeRemembered();
    const canary = series({ [AT + 10]: 5 });
    expect(splitBySecond({ closedUntil: AT }, { canary, stable: canary }, none, AT + 60)).toEqual({
      counted: [],
      settledUntil: AT,
    });
  });
});
