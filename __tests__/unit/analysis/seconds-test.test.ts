import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { lastingSince } from '../../../src/analysis/lasting-failure.ts';
import { DEFAULT_PROFILE, FAST_PROFILE } from '../../../src/analysis/profile.ts';
import { byMinute, type SecondCounts } from '../../../src/analysis/seconds.ts';
import { createSecondsTest } from '../../../src/analysis/seconds-test.ts';
import { inFavourBySecond } from '../../../src/analysis/young-seconds.ts';
import { second, seconds } from './seconds.ts';

/** ln M after the last second in which the canary failed; 0 if it did not. */
function natsAfter(all: readonly SecondCounts[], profile = DEFAULT_PROFILE): number {
  const test = createSecondsTest(profile);
  return all.map((one) => test.add(one)).findLast((nats) => nats !== undefined) ?? 0;
}

function highestNats(all: readonly SecondCounts[]): number {
  const test = createSecondsTest({ ...DEFAULT_PROFILE, onset: FAST_PROFILE.onset });
  return Math.max(0, ...all.map((one) => test.add(one) ?? 0));
}

const LEVELS = [2, 20, 1000];

const BEFORE = seconds(30, 5, [5, 0], [95, 0], -30);

function chance(trials: number, hits: number, share: number): number {
  let value = share ** hits * (1 - share) ** (trials - hits);
  for (let i = 1; i <= hits; i++) value *= (trials - hits + i) / i;
  return value;
}

describe('the evidence of seconds', () => {
  it.each([5, 50])('reaches a value as rarely as promised, at a weight of %d%%', (weight) => {
    // Up to many failures in two seconds: enough for a failure of most requests, which has no cap.
    for (const [early, late] of [
      [1, 3],
      [12, 9],
      [60, 60],
    ] as const) {
      const reached = [0, 0, 0];
      for (let a = 0; a <= early; a++) {
        for (let b = 0; b <= late; b++) {
          const happens = chance(early, a, weight / 100) * chance(late, b, weight / 100);
          const highest = highestNats([
            second(0, weight, [a, a], [early - a, early - a]),
            second(40, weight, [b, b], [late - b, late - b]),
          ]);
          LEVELS.forEach((level, i) => {
            if (highest >= Math.log(level)) reached[i]! += happens;
          });
        }
      }
      LEVELS.forEach((level, i) => {
        expect(reached[i]).toBeLessThanOrEqual(1 / level);
      });
    }
  });

  it('is never more than without a limit', () => {
    const one = fc.tuple(fc.nat({ max: 9 }), fc.nat({ max: 3 }));
    fc.assert(
      fc.property(fc.array(one, { maxLength: 90 }), (drawn) => {
        const all = drawn.map(([canary, stable], i) => second(i, 5, [10, canary], [190, stable]));
        const limitless = { ...DEFAULT_PROFILE, capNats: Number.POSITIVE_INFINITY };
        expect(natsAfter(all)).toBeLessThanOrEqual(natsAfter(all, limitless) + 1e-9);
      }),
    );
  });

  it('is limited in any sixty seconds, at whichever second they begin', () => {
    const cap = DEFAULT_PROFILE.capNats;
    for (const at of [0, 29, 59]) {
      const burst = [...BEFORE, ...seconds(5, 5, [5, 4], [95, 0], at)];
      expect(natsAfter(burst)).toBeLessThanOrEqual(cap);
      const again = [...burst, ...seconds(5, 5, [5, 4], [95, 0], at + 50)];
      expect(natsAfter(again)).toBeLessThanOrEqual(cap);
      const later = [...burst, ...seconds(5, 5, [5, 4], [95, 0], at + 70)];
      expect(natsAfter(later)).toBeGreaterThan(cap + 2);
    }
  });

  it('is without a limit if nearly all requests fail for some seconds', () => {
    const failing = (times: number) => [...BEFORE, ...seconds(times, 5, [10, 10], [190, 0])];
    expect(natsAfter(failing(5))).toBeLessThanOrEqual(DEFAULT_PROFILE.capNats);
    expect(natsAfter(failing(7))).toBeGreaterThan(100);
  });

  it('is divided by the size of clusters', () => {
    const profile = { ...DEFAULT_PROFILE, dispersion: 10 };
    const burst = [...BEFORE, ...seconds(1, 5, [5, 1], [95, 0])];
    expect(natsAfter(burst, profile)).toBeLessThan(natsAfter(burst) / 5);
  });

  it('is not changed by a look ahead', () => {
    const test = createSecondsTest(DEFAULT_PROFILE);
    for (const one of BEFORE) test.add(one);
    const next = second(0, 5, [5, 2], [95, 0]);
    const ahead = test.fork().add(next);
    for (const one of seconds(9, 5, [5, 5], [95, 0])) test.fork().add(one);
    expect(test.add(next)).toBe(ahead);
  });
});

describe('a failure of most requests', () => {
  const since = (all: readonly SecondCounts[], dispersion = 1, firstWeight = 5) =>
    lastingSince(
      all.map((one) => ({ one })),
      dispersion,
      firstWeight,
    );
  const total = (times: number) => [...BEFORE, ...seconds(times, 5, [10, 10], [190, 0])];

  it('lasts for seven seconds, or for twenty if half of them fail', () => {
    expect(since(total(6))).toBeUndefined();
    expect(since(total(7))).toBe(30);
    const half = (times: number) => [...BEFORE, ...seconds(times, 5, [10, 5], [190, 0])];
    expect(since(half(15))).toBeUndefined();
    expect(since(half(20))).toBeDefined();
    expect(since([...BEFORE, ...seconds(60, 5, [10, 3], [190, 0])])).toBeUndefined();
  });

  it('has fifty failed requests, or lasts for as long as in metrics', () => {
    const few = (times: number) => [...BEFORE, ...seconds(times, 5, [1, 1], [19, 0])];
    expect(since(few(30))).toBeUndefined();
    expect(since(few(36))).toBeDefined();
  });

  it('lasts longer where failures come in clusters', () => {
    expect(since(total(20), 3)).toBeUndefined();
    expect(since(total(21), 3)).toBeDefined();
    expect(since(total(42), 50)).toBeDefined();
  });

  it('lasts three times as long after the first step', () => {
    expect(since(total(20), 1, 1)).toBeUndefined();
    expect(since(total(21), 1, 1)).toBeDefined();
    const few = [...BEFORE, ...seconds(29, 5, [5, 5], [95, 0])];
    expect(since(few, 1, 1)).toBeUndefined();
    expect(since(few)).toBeDefined();
  });

  it('is none if it is over', () => {
    expect(since([...total(7), ...seconds(20, 5, [10, 0], [190, 0], 7)])).toBeUndefined();
  });

  it('is none if stable fails as well, or if it is not known to succeed', () => {
    expect(since([...BEFORE, ...seconds(20, 5, [10, 10], [190, 120])])).toBeUndefined();
    expect(since([...BEFORE, ...seconds(20, 5, [10, 10], [40, 0])])).toBeUndefined();
  });

  it('is none if only its failures have been logged so far', () => {
    expect(since([...BEFORE, ...seconds(20, 5, [3, 3], [190, 0])])).toBeUndefined();
  });
});

describe('seconds that are still arriving', () => {
  const log = (counted: readonly SecondCounts[], settledUntil = 0) => ({ counted, settledUntil });

  it('have the requests of stable that must still run, as failures', () => {
    const hanging = seconds(30, 5, [10, 3], [95, 0]);
    const [last] = inFavourBySecond(log(hanging), 0).slice(-1);
    expect(last?.stable.requests).toBeCloseTo(190, 6);
    expect(last?.stable.events).toBeCloseTo(95, 6);
    // What is missing by chance is not missing.
    const fewer = seconds(30, 5, [10, 3], [180, 0]);
    expect(inFavourBySecond(log(fewer), 0)).toEqual(fewer);
  });

  it('have at least the usual failures of stable', () => {
    const none = seconds(30, 5, [10, 3], [190, 0]);
    expect(inFavourBySecond(log(none), 0.01).at(-1)?.stable.events).toBeCloseTo(1.9, 6);
    const many = seconds(30, 5, [10, 3], [190, 2]);
    expect(inFavourBySecond(log(many), 0.01)).toEqual(many);
  });

  it('are as they are once they have settled', () => {
    const hanging = seconds(60, 5, [10, 3], [95, 0]);
    expect(inFavourBySecond(log(hanging, 60), 0.01)).toEqual(hanging);
    expect(inFavourBySecond(log(hanging, 40), 0.01).slice(0, 40)).toEqual(hanging.slice(0, 40));
    expect(inFavourBySecond(log(hanging, 40), 0.01)[40]).not.toEqual(hanging[40]);
  });
});

describe('seconds as minutes', () => {
  it('are added up by minute and weight, with the canary’s missing requests', () => {
    const all = [...seconds(2, 5, [5, 1], [190, 2], 58), ...seconds(2, 50, [5, 1], [5, 0], 60)];
    expect(byMinute(all)).toEqual([
      {
        minute: 0,
        canary: { requests: expect.closeTo(20, 6), events: 2 },
        stable: { requests: 380, events: 4 },
        weight: 5,
        weightBefore: 5,
      },
      {
        minute: 1,
        canary: { requests: 10, events: 2 },
        stable: { requests: 10, events: 0 },
        weight: 50,
        weightBefore: 50,
      },
    ]);
  });
});
