// A rollout as it goes on, look by look, and what CloudWatch, logs and probes show of it.

import fc from 'fast-check';
import { clientErrorsMeasure } from '../../../src/analysis/client-errors-measure.ts';
import {
  type CountRow,
  type EventSeries,
  shownTogether,
} from '../../../src/analysis/count-table.ts';
import { customMeasure } from '../../../src/analysis/custom-measure.ts';
import {
  errorsMeasure,
  invocationsMeasure,
  routeErrorsMeasure,
} from '../../../src/analysis/errors-measure.ts';
import { probeMinute } from '../../../src/analysis/probes-measure.ts';
import { slowMeasure } from '../../../src/analysis/slow-measure.ts';
import { MinuteMap } from '../../../src/base/minute-map.ts';
import type { SeenByNow } from '../../../src/monitor/judge-counts.ts';
import type { LogReading } from '../../../src/monitor/log-evidence.ts';
import type { MonitorSettings } from '../../../src/monitor/monitor-settings.ts';
import type { CountsRead } from '../../../src/monitor/read-counts.ts';
import type { StoredRollout } from '../../../src/rollout/record.ts';
import { makeRecord, makeRemembered } from '../rollout/rollout-fixture.ts';
import { MINUTE } from './count-fixture.ts';

const MEASURES = [
  errorsMeasure(),
  routeErrorsMeasure('POST', '/orders'),
  invocationsMeasure('orders'),
  invocationsMeasure('stock'),
  clientErrorsMeasure(),
  slowMeasure({ quantile: 0.9, milliseconds: 200 }),
  customMeasure('orders placed', 'lower'),
  customMeasure('logins', 'lower'),
];
/** Events per request on both sides; most requests are logins, so those without one are compared. */
const RATES = [0.01, 0.02, 0.005, 0.005, 0.1, 0.1, 0.05, 0.9];
const WEIGHTS = [5, 25, 50, 95];

export const SETTINGS: MonitorSettings = {
  alarms: [],
  analysis: 'enforce',
  compare: ['errors', 'client-errors', 'latency'],
  falseRollbackRate: 0.01,
  dispersion: 'auto',
  warmUpSeconds: 120,
  minRequests: 1,
  metrics: [],
};

interface Shown {
  readonly requests: number;
  /** `null`: AWS shows only the requests. */
  readonly events: number | null;
}

/** What CloudWatch shows of one measure, by the minute. */
interface Row {
  readonly canary: Shown[];
  readonly stable: Shown[];
}

/** What happens between two looks. */
export interface Look {
  readonly minutes: number;
  /** AWS changes what it shows of a minute, counted back from the last one. */
  readonly changes: readonly {
    readonly back: number;
    readonly row: number;
    readonly side: keyof Row;
    readonly shown: Shown;
  }[];
  /** How many minutes ago the next step began, if it did. */
  readonly moved: number | null;
  /** Another run takes over. */
  readonly restarts: boolean;
  readonly apart: boolean;
  readonly traffic: 'plain' | 'cached' | 'unattributed';
  readonly logs: boolean;
  readonly probes: boolean;
}

const shown = fc.record({ requests: fc.nat(300), events: fc.option(fc.nat(40), { freq: 8 }) }).map(
  ({ requests, events }): Shown => ({
    requests,
    events: events === null ? null : Math.min(requests, events),
  }),
);

export const look: fc.Arbitrary<Look> = fc.record({
  minutes: fc.oneof({ weight: 6, arbitrary: fc.nat(3) }, { weight: 1, arbitrary: fc.nat(90) }),
  changes: fc.array(
    fc.record({
      back: fc.oneof(fc.nat(10), fc.nat(200)),
      row: fc.nat(MEASURES.length - 1),
      side: fc.constantFrom<(keyof Row)[]>('canary', 'stable'),
      shown,
    }),
    { maxLength: 3 },
  ),
  moved: fc.option(fc.nat(4)),
  restarts: fc.nat(9).map((n) => n === 0),
  apart: fc.nat(9).map((n) => n > 0),
  traffic: fc.constantFrom<Look['traffic'][]>('plain', 'plain', 'plain', 'cached', 'unattributed'),
  logs: fc.boolean(),
  probes: fc.nat(3).map((n) => n === 0),
});

export function createWorld(seed: number, harm: number) {
  const random = randomFrom(seed);
  const rows = MEASURES.map((): Row => ({ canary: [], stable: [] }));
  const stepStartTimes = [MINUTE];
  let promotedAt: number | undefined;
  const length = () => rows[0]!.canary.length;
  const draw = (side: keyof Row, rate: number): Shown => {
    const requests = Math.floor(random() * (random() < 0.2 ? 40 : 200));
    const mean = requests * Math.min(1, side === 'canary' ? rate * harm : rate);
    const events = Math.min(requests, Math.floor(2 * mean * random() + random()));
    return { requests, events };
  };
  const rollout = (): StoredRollout => ({
    ...makeRemembered({
      record: makeRecord({
        plan: {
          steps: WEIGHTS.map((weight) => ({ weight, holdSeconds: 300 })),
          advance: { kind: 'time', maxSeconds: undefined },
          bakeSeconds: 300,
        },
      }),
    }),
    stepStartTimes,
    phase:
      promotedAt === undefined
        ? { kind: 'step', index: stepStartTimes.length - 1, since: stepStartTimes.at(-1)! }
        : { kind: 'baking', since: promotedAt },
  });
  const seriesOf = (all: readonly Shown[]): EventSeries => {
    const end = MINUTE + 60 * all.length;
    const at = (start: number) => all[(start - MINUTE) / 60];
    return shownTogether(
      MinuteMap.of(MINUTE, end, (start) => at(start)?.requests),
      MinuteMap.of(MINUTE, end, (start) => at(start)?.events ?? undefined),
    );
  };
  return {
    next: ({ minutes, changes, moved }: Look) => {
      for (let i = 0; i < minutes; i++) {
        rows.forEach((row, which) => {
          row.canary.push(draw('canary', RATES[which]!));
          row.stable.push(draw('stable', RATES[which]!));
        });
      }
      for (const { back, row, side, shown: changed } of changes) {
        const place = length() - 1 - back;
        if (place >= 0) rows[row]![side][place] = changed;
      }
      if (moved === null || promotedAt !== undefined) return;
      const at = MINUTE + 60 * (length() - moved) - 30;
      if (at <= stepStartTimes.at(-1)!) return;
      if (stepStartTimes.length < WEIGHTS.length) stepStartTimes.push(at);
      else promotedAt = at;
    },
    rollout,
    /** All of it, with the last two minutes open. */
    read: ({ apart, traffic }: Look): CountsRead => {
      const closedUntil = MINUTE + 60 * Math.max(0, length() - 2);
      const counted = MEASURES.map((measure, i): CountRow => {
        const [canary, stable] = [seriesOf(rows[i]!.canary), seriesOf(rows[i]!.stable)];
        return { measure, canary, stable, promoted: canary };
      });
      return {
        traffic: {
          kind: 'counted',
          source: 'gateway',
          apart,
          table: { bucketSeconds: 60, closedUntil, rows: counted },
          ...(traffic === 'cached' && { share: 'unequal' }),
          ...(traffic === 'unattributed' && { unattributed: counted[2]!.canary }),
        },
        past: [
          { measure: MEASURES[0]!, minutes: pastOf(0) },
          ...MEASURES.slice(1).map((measure, i) => ({ measure, minutes: pastOf(i + 1) })),
        ],
        unread: [],
        closedUntil,
        readAt: MINUTE + 60 * length() - 30,
      };
    },
    seen: ({ logs, probes }: Look): SeenByNow => ({
      logs: logs ? logsOf(rows[0]!) : { kind: 'off' },
      probes: probes
        ? PROBES.filter(({ minute }) => 60 * minute < MINUTE + 60 * length())
        : undefined,
    }),
  };
}

function pastOf(row: number) {
  return Array.from({ length: 60 }, (_, i) => ({
    requests: 100 + i,
    events: Math.round((100 + i) * RATES[row]!),
  }));
}

const PROBES = Array.from({ length: 400 }, (_, i) =>
  probeMinute(
    MINUTE / 60 + i,
    { requests: 4, events: i % 50 === 0 ? 1 : 0 },
    { requests: 4, events: 0 },
  ),
);

/** The errors by the second, for the last minutes: all of a minute in its first seconds. */
function logsOf({ canary, stable }: Row): LogReading {
  const from = Math.max(0, canary.length - 5);
  const bySecond = (all: readonly Shown[]): EventSeries => {
    const seconds = all.slice(from).flatMap(({ requests, events }, i) =>
      Array.from({ length: 10 }, (_, second) => ({
        at: MINUTE + 60 * (from + i) + second,
        requests: Math.ceil(requests / 10),
        events: Math.floor((events ?? 0) / 10),
      })),
    );
    return {
      requests: new Map(seconds.map(({ at, requests }) => [at, requests])),
      events: new Map(seconds.map(({ at, events }) => [at, events])),
    };
  };
  const sides = { canary: bySecond(canary), stable: bySecond(stable) };
  const readUntil = MINUTE + 60 * canary.length;
  const row = { measure: errorsMeasure(), ...sides, promoted: sides.canary };
  return {
    kind: 'read',
    table: { bucketSeconds: 1, closedUntil: readUntil - 20, rows: [row] },
    ...{ from: MINUTE, readUntil, abstentions: [], failures: [], calls: 1 },
    quality: { events: 0, unparsed: 0, unfinished: 0, fromTheFuture: 0, dropped: 0 },
    metrics: { kind: 'none' },
  } as unknown as LogReading;
}

function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x9e3779b9) | 0;
    let mixed = Math.imul(state ^ (state >>> 12), 0x297a2d39);
    mixed ^= mixed >>> 15;
    return (mixed >>> 0) / 2 ** 32;
  };
}
