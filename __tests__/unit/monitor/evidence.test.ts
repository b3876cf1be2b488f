import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  type EventSeries,
  minuteAt,
  type Split,
  shownApart,
  shownTogether,
  without,
} from '../../../src/analysis/count-table.ts';
import { type Evidence, type Verdict, worst } from '../../../src/analysis/evidence.ts';
import type { AlarmReading } from '../../../src/aws/alarms.ts';
import { judgeAlarms } from '../../../src/monitor/alarm-evidence.ts';
import { incompleteIn, pairMinutes } from '../../../src/rollout/paired-minutes.ts';
import type { StoredRollout } from '../../../src/rollout/record.ts';
import { judgeTraffic, type TrafficCounts, totals } from '../../../src/rollout/traffic.ts';
import { weightAt, weightChanges } from '../../../src/rollout/weights.ts';
import { inWords } from '../report/evidence-words.ts';
import { makeRemembered, STARTED_AT } from '../rollout/rollout-fixture.ts';
import { counted, MINUTE, NONE, series } from './count-fixture.ts';

const verdict = fc.constantFrom<Verdict[]>('healthy', 'inconclusive', 'failing');
const evidenceOf = (given: readonly Verdict[]): Evidence[] =>
  given.map((v, i) => ({ source: { kind: 'alarm', name: `w${i}` }, verdict: v }));

describe('the worst of all evidence', () => {
  it('is failing if one fails, else inconclusive if one is, else healthy', () => {
    fc.assert(
      fc.property(fc.array(verdict), (given) => {
        const expected = given.includes('failing')
          ? 'failing'
          : given.includes('inconclusive')
            ? 'inconclusive'
            : 'healthy';
        expect(worst(evidenceOf(given))).toBe(expected);
        expect(worst(evidenceOf([...given].reverse()))).toBe(expected);
      }),
    );
  });
});

describe('an alarm', () => {
  const reading = (parts: Partial<AlarmReading>): AlarmReading => ({
    arn: 'arn:aws:cloudwatch:eu-west-1:123456789012:alarm:orders-5xx',
    name: 'orders-5xx',
    state: 'OK',
    reason: '12 > 5',
    transitionedAt: STARTED_AT - 500,
    doubt: undefined,
    ...parts,
  });
  const arnOf = (name: string, account = '123456789012') =>
    `arn:aws:cloudwatch:eu-west-1:${account}:alarm:${name}`;

  it.each<[string, Partial<AlarmReading>, Verdict, string]>([
    ['is OK', {}, 'healthy', 'OK'],
    ['fires', { state: 'ALARM', transitionedAt: STARTED_AT + 1 }, 'failing', 'in ALARM: 12 > 5'],
    [
      'fires in the second in which it began',
      { state: 'ALARM', transitionedAt: STARTED_AT },
      'failing',
      'in ALARM',
    ],
    [
      'has fired since before',
      { state: 'ALARM', transitionedAt: STARTED_AT - 1 },
      'healthy',
      'in ALARM since before the rollout; ignored',
    ],
    [
      'fires since nobody knows when',
      { state: 'ALARM', transitionedAt: undefined },
      'failing',
      'in ALARM',
    ],
    [
      'fires on doubtful data',
      { state: 'ALARM', transitionedAt: STARTED_AT + 1, doubt: 'PARTIAL_DATA' },
      'failing',
      'in ALARM',
    ],
    ['has no data', { state: 'INSUFFICIENT_DATA' }, 'inconclusive', 'INSUFFICIENT_DATA'],
    [
      'is doubted by CloudWatch',
      { doubt: 'EVALUATION_ERROR' },
      'inconclusive',
      'CloudWatch reports EVALUATION_ERROR',
    ],
  ])('that %s', (_, parts, expected, says) => {
    const since = expected === 'failing' ? reading(parts).transitionedAt : undefined;
    expect(judgeAlarms(['orders-5xx'], [reading(parts)], STARTED_AT).map(inWords)).toEqual([
      {
        source: { kind: 'alarm', name: 'orders-5xx' },
        verdict: expected,
        says: expect.stringContaining(says),
        ...(says.startsWith('CloudWatch reports') && { unread: true }),
        ...(since !== undefined && { since }),
      },
    ]);
  });

  it('is inconclusive, never healthy, if AWS does not return it', () => {
    const [evidence] = judgeAlarms(['gone'], [reading({})], STARTED_AT).map(inWords);
    expect(evidence).toEqual({
      source: { kind: 'alarm', name: 'gone' },
      verdict: 'inconclusive',
      says: 'the alarm no longer exists',
      unread: true,
    });
  });

  it('has its own evidence, in the given order', () => {
    const readings = [
      reading({ arn: arnOf('b'), state: 'ALARM', transitionedAt: STARTED_AT }),
      reading({ arn: arnOf('a') }),
    ];
    expect(judgeAlarms(['a', 'b'], readings, STARTED_AT).map((e) => e.verdict)).toEqual([
      'healthy',
      'failing',
    ]);
  });

  it('that an ARN names is not one of that name in another account', () => {
    const readings = [reading({ state: 'ALARM', transitionedAt: STARTED_AT })];
    const judged = (alarm: string) => judgeAlarms([alarm], readings, STARTED_AT)[0];
    expect(judged(arnOf('orders-5xx'))).toMatchObject({
      verdict: 'failing',
      source: { kind: 'alarm', name: 'orders-5xx' },
    });
    expect(judged(arnOf('orders-5xx', '210987654321'))).toMatchObject({
      verdict: 'inconclusive',
      detail: { kind: 'alarm-gone' },
    });
  });
});

const counts = fc.array(fc.tuple(fc.nat(1000), fc.nat(50)), { maxLength: 6 });

const UNKNOWN = { requests: Number.NaN, errors: Number.NaN };

describe('totals', () => {
  it('of two halves are those of the whole', () => {
    fc.assert(
      fc.property(counts, fc.integer({ min: -100, max: 500 }), (given, offset) => {
        const sum = (from: number, to?: number) =>
          totals(series(...given), { from, to }, { bucketSeconds: 60 }) ?? UNKNOWN;
        const whole = sum(0);
        const [before, after] = [sum(0, MINUTE + offset), sum(MINUTE + offset)];
        expect(before.requests + after.requests).toBe(whole.requests);
        expect(before.errors + after.errors).toBe(whole.errors);
      }),
    );
  });
});

describe("the canary's traffic", () => {
  const traffic = (canary: EventSeries): TrafficCounts => counted({ canary });

  it('is healthy once enough of it was counted in the step', () => {
    const judged = inWords(judgeTraffic(traffic(series([10, 1], [20, 2])), STARTED_AT + 59, 30));
    expect(judged).toEqual({
      source: { kind: 'traffic' },
      verdict: 'healthy',
      says: '30 requests counted, 3 failed',
    });
  });

  it('is inconclusive, and never healthy, without', () => {
    const says = (given: TrafficCounts, since: number, least: number) => {
      const { verdict: found, says: words } = inWords(judgeTraffic(given, since, least));
      return `${found}: ${words}`;
    };
    expect(says(traffic(NONE), STARTED_AT, 1)).toBe('inconclusive: none counted in this step yet');
    expect(says(traffic(series([10, 1])), STARTED_AT + 60, 1)).toBe(
      'inconclusive: none counted in this step yet',
    );
    expect(says(traffic(series([10, 1])), STARTED_AT, 11)).toBe(
      'inconclusive: 10 requests counted in this step, fewer than 11',
    );
    expect(says({ kind: 'unreadable', why: 'denied' }, STARTED_AT, 1)).toBe(
      'inconclusive: the counts could not be read: denied',
    );
  });
});

describe('the canary’s traffic, compared with invocations of the new versions', () => {
  const given = (invoked: EventSeries | undefined): TrafficCounts =>
    counted({ canary: series([10, 0], [20, 0]), invoked });

  it('is healthy with one in the step, and where there are none to count', () => {
    for (const invoked of [series([0, 0], [1, 0]), undefined]) {
      expect(judgeTraffic(given(invoked), STARTED_AT, 1)).toMatchObject({ verdict: 'healthy' });
    }
  });

  it('is inconclusive without one in the step', () => {
    for (const invoked of [NONE, series([5, 0], [0, 0])]) {
      expect(inWords(judgeTraffic(given(invoked), STARTED_AT + 60, 1))).toMatchObject({
        verdict: 'inconclusive',
        says: expect.stringMatching(/^20 requests counted, 0 failed, but none reached/),
      });
    }
  });
});

const SILENT = { canary: NONE, stable: NONE, promoted: NONE };

/** @param last the last closed minute, counted from the epoch */
const closedBy = (last: number) => counted({ closedUntil: 60 * (last + 1) }).table;
const split = (sides: Split, rollout: StoredRollout, last: number) =>
  pairMinutes(closedBy(last), sides, rollout).closed;
const incompleteAt = (sides: Split, rollout: StoredRollout, last: number) =>
  incompleteIn(pairMinutes(closedBy(last), sides, rollout), rollout).map((minute) => 60 * minute);

describe('a minute that AWS shows in part', () => {
  const at = (i: number) => MINUTE + 60 * i;
  const requests = new Map([
    [at(0), 100],
    [at(1), 100],
  ]);
  const rollout = makeRemembered({
    phase: { kind: 'step', index: 0, since: STARTED_AT },
    stepStartTimes: [STARTED_AT],
  });

  it('is known by a count without the other, where AWS shows both', () => {
    expect(shownTogether(requests, requests)).toEqual({ requests, events: requests });
    const missing = shownTogether(requests, new Map([[at(0), 0]]));
    expect(missing.incomplete).toEqual(new Set([at(1)]));
    const alone = shownTogether(new Map(), new Map([[at(0), 0]]));
    expect(alone.incomplete).toEqual(new Set([at(0)]));
  });

  it('is known by events without requests, where events are counted when they happen', () => {
    expect(shownApart(requests, new Map()).incomplete).toBeUndefined();
    expect(shownApart(requests, new Map([[at(2), 0]])).incomplete).toBeUndefined();
    expect(shownApart(requests, new Map([[at(2), 1]])).incomplete).toEqual(new Set([at(2)]));
  });

  it('is compared on neither side, and reported', () => {
    const canary = shownTogether(requests, new Map([[at(0), 3]]));
    const stable = { requests, events: requests };
    const arms = { canary, stable, promoted: NONE };
    const last = at(1) / 60;
    expect(split(arms, rollout, last).map(({ minute }) => 60 * minute)).toEqual([at(0)]);
    expect(incompleteAt(arms, rollout, last)).toEqual([at(1)]);
    expect(incompleteAt(arms, rollout, last - 1)).toEqual([]);
    // The next step is not held for what was known, and decided on, before it began.
    const later = { ...rollout, phase: { kind: 'step', index: 1, since: at(10) } } as const;
    expect(incompleteAt(arms, later, last)).toEqual([]);
    const next = { ...rollout, phase: { kind: 'baking', since: at(3) } } as const;
    expect(incompleteAt({ ...arms, promoted: NONE }, next, last)).toEqual([at(1)]);
  });

  it('stays one where one arm is taken from the other', () => {
    const canary = shownTogether(requests, new Map([[at(0), 3]]));
    expect(without({ requests, events: requests }, canary).incomplete).toEqual(new Set([at(1)]));
  });
});

describe('the weight at a time', () => {
  const [first, second, promoted] = [MINUTE + 60, MINUTE + 360, MINUTE + 960];
  const storedRollout = makeRemembered({
    phase: { kind: 'baking', since: promoted },
    stepStartTimes: [first, second],
  });

  it('is that of the last shift, and all after the promotion', () => {
    const at = [first - 1, first, second - 1, second, promoted - 1, promoted, promoted + 900];
    expect(at.map((time) => weightAt(weightChanges(storedRollout), time))).toEqual([
      0, 5, 5, 50, 50, 100, 100,
    ]);
    expect(weightAt(weightChanges(makeRemembered()), MINUTE)).toBe(0);
  });

  it('leaves out the minutes that hold something of both sides of the promotion', () => {
    const minutes = split(SILENT, storedRollout, (promoted + 240) / 60);
    const weights = minutes.map((m) => [m.minute - MINUTE / 60, m.weight]);
    const steps = (from: number, to: number, weight: number) =>
      Array.from({ length: to - from }, (_, i) => [from + i, weight]);
    expect(weights).toEqual([...steps(1, 6, 5), ...steps(6, 16, 50), ...steps(17, 21, 100)]);
  });

  it('is known for the minutes that are not closed, while traffic is split', () => {
    const shown = (closedUntil: number, now: number, rollout = storedRollout) =>
      pairMinutes({ bucketSeconds: 60, closedUntil, rows: [] }, SILENT, rollout, { now }).open.map(
        ({ minute }) => minute - MINUTE / 60,
      );
    const stepping = {
      ...storedRollout,
      phase: { kind: 'step', index: 1, since: second },
    } as const;
    expect(shown(MINUTE + 120, MINUTE + 330, stepping)).toEqual([2, 3, 4, 5]);
    // Long before the first minute is closed, and after the promotion.
    expect(shown(MINUTE - 900, MINUTE + 130, stepping)).toEqual([1, 2]);
    expect(shown(promoted - 60, promoted + 100)).toEqual([15]);
  });

  it('counts everything for the new version after the promotion, and each arm before', () => {
    const [canary, stable] = [series([0, 0], [5, 1]), series([0, 0], [95, 2])];
    const all = {
      requests: new Map([[promoted + 60, 100]]),
      events: new Map([[promoted + 60, 4]]),
    };
    const arms = { canary, stable, promoted: all };
    const minutes = split(arms, storedRollout, (promoted + 60) / 60);
    expect(minutes[0]).toEqual({
      minute: first / 60,
      canary: { requests: 5, events: 1 },
      stable: { requests: 95, events: 2 },
      weight: 5,
      weightBefore: 0,
    });
    expect(minutes.at(-1)).toEqual({
      minute: promoted / 60 + 1,
      canary: { requests: 100, events: 4 },
      stable: { requests: 0, events: 0 },
      weight: 100,
      weightBefore: 100,
    });
  });

  it('begins with the promotion where there is no split', () => {
    const at = { phase: { kind: 'baking', since: promoted }, stepStartTimes: [] } as const;
    const minutes = split(SILENT, makeRemembered(at), (promoted + 240) / 60);
    expect(minutes.map((m) => [m.minute - promoted / 60, m.weight])).toEqual(
      [1, 2, 3, 4].map((minute) => [minute, 100]),
    );
  });

  it('finds no minute before the first shift', () => {
    expect(split(SILENT, makeRemembered(), 1e9)).toEqual([]);
  });

  it('never takes more events than requests', () => {
    expect(minuteAt(series([3, 9]), MINUTE, 60)).toEqual({ requests: 3, events: 3 });
    expect(minuteAt(series([3, 1]), MINUTE + 60, 60)).toEqual({ requests: 0, events: 0 });
  });
});
