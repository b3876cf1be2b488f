import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { total } from '../../../src/analysis/count-table.ts';
import type { LogEvent } from '../../../src/base/log-event.ts';
import {
  type Abstention,
  abstentionsIn,
  abstentionsOf,
  compareWithMetrics,
  keepsFailures,
  withExpected,
} from '../../../src/logs/abstention.ts';
import { type Compiled, compileFormat } from '../../../src/logs/access-log-format.ts';
import { type CompleteRead, createCoverage } from '../../../src/logs/coverage.ts';
import { createDeliveryLag } from '../../../src/logs/delivery-lag.ts';
import { accessInterpreter, lambdaInterpreter } from '../../../src/logs/interpreters.ts';
import type { StreamVersion } from '../../../src/logs/invocation-sightings.ts';
import { isStreamOf } from '../../../src/logs/lambda-streams.ts';
import { agesFor } from '../../../src/logs/settling.ts';
import { createTally, type LogCounts, type Source, type Tally } from '../../../src/logs/tally.ts';

const FORMAT =
  '$context.requestId $context.status $context.httpMethod $context.resourcePath $context.responseLatency $context.deploymentId $context.integration.requestId';
const START = 1_900_000_000;
const SOURCES: readonly Source[] = [
  { name: 'canary', side: 'canary', failuresOnly: false },
  { name: 'stable', side: 'stable', failuresOnly: false },
];
const GROUPS = { canary: 'orders/Canary', stable: 'orders' } as const;

interface Line {
  /** Which request. */
  readonly n: number;
  readonly group: 'canary' | 'stable';
  /** Seconds after the start. */
  readonly at: number;
  readonly status?: number;
  readonly deployment?: string;
  readonly text?: string;
  readonly delayMs?: number;
  readonly id?: string;
}

const idOf = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;

function event({ n, group, at, status = 200, deployment = '-', ...rest }: Line): LogEvent {
  const ms = Math.round((START + at) * 1000);
  const message =
    rest.text ?? `${idOf(n)} ${status} POST /orders 100 ${deployment} ${idOf(n + 500)}`;
  return {
    id: rest.id ?? `${group}-${n}`,
    group: GROUPS[group],
    stream: 'a',
    at: ms,
    ingestedAt: ms + (rest.delayMs ?? 2_000),
    message,
  };
}

function compiled(format: string): Compiled {
  const result = compileFormat(format);
  if (result.kind !== 'compiled') throw new Error('cannot be read');
  return result;
}

function tallyOf(
  sources = SOURCES,
  canaryDeployment?: string,
  formats: readonly Compiled[] = [compiled(FORMAT)],
): Tally {
  return createTally({
    sources,
    from: START,
    longestMs: 29_000,
    interpreter: accessInterpreter({
      ...{ formats: () => formats, apiId: 'api1', stage: 'prod' },
      canaryGroup: GROUPS.canary,
      ...(canaryDeployment !== undefined && { canaryDeployment }),
    }),
  });
}

function addTo(tally: Tally, span: CompleteRead, events: readonly LogEvent[]): void {
  const open = tally.open(span);
  open.add(events);
  open.complete();
}

/** One read of a source; times are seconds after the start. */
function read(
  tally: Tally,
  source: 'canary' | 'stable',
  [from, to]: readonly [number, number],
  when: number,
  lines: readonly Line[] = [],
): void {
  const span = { source, from: START + from, to: START + to, startedAt: (START + when) * 1000 };
  addTo(tally, span, lines.map(event));
}

/** Reads everything as the reader does, to the end, and once more when it is final. */
function settle(tally: Tally, until: number, lines: readonly Line[]): void {
  for (const when of [until, until + 100, until + 300, until + 500]) {
    for (const source of ['canary', 'stable'] as const) {
      read(
        tally,
        source,
        [0, until],
        when,
        lines.filter(({ group }) => group === source),
      );
    }
  }
}

const all = { from: START };
const totalOf = (counts: LogCounts, side: 'canary' | 'stable') => total(counts[side], all, 1);

describe('A tally of access logs', () => {
  it('counts the requests and the failures of both sides by the second', () => {
    const tally = tallyOf();
    settle(tally, 10, [
      { n: 1, group: 'canary', at: 1 },
      { n: 2, group: 'canary', at: 1.5, status: 502 },
      { n: 3, group: 'stable', at: 1 },
      { n: 4, group: 'stable', at: 3, status: 404 },
    ]);
    const counts = tally.counts();
    expect(counts.canary).toEqual({
      requests: new Map([[START + 1, 2]]),
      events: new Map([[START + 1, 1]]),
    });
    expect(totalOf(counts, 'stable')).toEqual({ requests: 2, events: 0 });
    expect(counts.closedUntil).toBe(START + 10);
    expect(counts.bucketSeconds).toBe(1);
    expect(counts.routes.get('POST /orders')?.errors.canary.events.get(START + 1)).toBe(1);
    expect(abstentionsIn(counts, START + 20)).toEqual([]);
  });

  it('counts a failure at once, before its second has settled', () => {
    const tally = tallyOf();
    read(tally, 'canary', [0, 4], 3.5, [{ n: 1, group: 'canary', at: 3.2, status: 500 }]);
    const counts = tally.counts();
    expect(counts.canary.events.get(START + 3)).toBe(1);
    expect(counts.closedUntil).toBe(START);
  });

  it('counts on the canary what the group of the stage repeats, in either order', () => {
    for (const order of [
      ['canary', 'stable'],
      ['stable', 'canary'],
    ] as const) {
      const tally = tallyOf();
      const lines = [1, 2, 3].map((n) => ({ n, at: 1, status: 502 }));
      for (const group of order) {
        read(
          tally,
          group,
          [0, 5],
          6,
          lines.map((line) => ({ ...line, group })),
        );
      }
      expect(totalOf(tally.counts(), 'canary')).toEqual({ requests: 3, events: 3 });
      expect(totalOf(tally.counts(), 'stable')).toEqual({ requests: 0, events: 0 });
      expect(tally.counts().quality.duplicates).toBe(0);
    }
  });

  it('counts a request once that a group has under two IDs, and says so', () => {
    const tally = tallyOf();
    const line: Line = { n: 1, group: 'canary', at: 1, status: 502 };
    settle(tally, 60, [line, { ...line, id: 'another' }]);
    expect(totalOf(tally.counts(), 'canary')).toEqual({ requests: 1, events: 1 });
    expect(tally.counts().quality.duplicates).toBe(1);
  });

  it('tells events without an ID apart by their text', () => {
    const tally = tallyOf();
    const lines = [1, 2].map((n) => ({ n, group: 'canary', at: 1, id: '' }) as const);
    settle(tally, 10, [...lines, ...lines]);
    expect(totalOf(tally.counts(), 'canary')).toEqual({ requests: 2, events: 0 });
  });

  it('leaves out lines of an earlier release and of an earlier canary', () => {
    const tally = tallyOf(SOURCES, 'new1');
    settle(tally, 10, [
      { n: 1, group: 'canary', at: -5, status: 500 },
      { n: 2, group: 'canary', at: 1, status: 500, deployment: 'old1' },
      { n: 3, group: 'canary', at: 1, status: 500, deployment: 'new1' },
      { n: 4, group: 'canary', at: 1 },
    ]);
    expect(totalOf(tally.counts(), 'canary')).toEqual({ requests: 2, events: 1 });
  });

  it('leaves out lines of other stages that log to the same group', () => {
    const format = compiled('$context.requestId $context.status $context.apiId $context.stage');
    const tally = tallyOf(SOURCES, undefined, [format]);
    const texts = ['api1 prod', 'api2 prod', 'api1 dev', '- -'];
    settle(
      tally,
      10,
      texts.map((text, n) => ({ n, group: 'canary', at: 1, text: `${idOf(n)} 500 ${text}` })),
    );
    expect(totalOf(tally.counts(), 'canary')).toEqual({ requests: 2, events: 2 });
  });

  it('counts a late line in its own second, and waits for it', () => {
    const tally = tallyOf();
    read(tally, 'canary', [0, 10], 10);
    read(tally, 'stable', [0, 10], 10);
    const late: Line = { n: 1, group: 'canary', at: 2, status: 504, delayMs: 40_000 };
    read(tally, 'canary', [0, 10], 60, [late]);
    expect(tally.counts().canary.events.get(START + 2)).toBe(1);
    expect(tally.counts().quality.late).toBe(1);
    read(tally, 'stable', [0, 10], 400);
    expect(tally.counts().closedUntil).toBe(START);
    read(tally, 'canary', [0, 10], 400);
    expect(tally.counts().closedUntil).toBe(START + 10);
  });

  it('does not settle a second in which its final read found something', () => {
    const tally = tallyOf();
    read(tally, 'stable', [0, 10], 400);
    read(tally, 'canary', [0, 10], 400, [{ n: 1, group: 'canary', at: 2 }]);
    expect(tally.counts().closedUntil).toBe(START + 2);
    read(tally, 'canary', [0, 10], 500, [{ n: 1, group: 'canary', at: 2 }]);
    expect(tally.counts().closedUntil).toBe(START + 10);
  });

  it('has no requests of a side of which only the failures are read', () => {
    const partial = SOURCES.map((one) => ({ ...one, failuresOnly: one.side === 'stable' }));
    const tally = tallyOf(partial);
    settle(tally, 10, [{ n: 1, group: 'stable', at: 1, status: 500 }]);
    expect(tally.counts().stable).toEqual({
      requests: new Map(),
      events: new Map([[START + 1, 1]]),
    });
  });

  it('forgets what has settled, and still counts it', () => {
    const tally = tallyOf();
    const lines = Array.from({ length: 200 }, (_, n) => ({
      n,
      group: n % 2 ? 'canary' : 'stable',
      at: n,
      status: n % 10 ? 200 : 500,
    })) as readonly Line[];
    settle(tally, 200, lines);
    const before = tally.counts();
    // Everything again, after it was folded.
    settle(tally, 200, lines);
    expect(tally.counts()).toEqual(before);
    expect(totalOf(before, 'stable')).toEqual({ requests: 100, events: 20 });
  });

  const line = fc.record({
    n: fc.nat(60),
    group: fc.constantFrom('canary' as const, 'stable' as const),
    status: fc.constantFrom(200, 404, 500, 504),
  });

  const reads = fc.array(
    fc.record({ lines: fc.array(line), when: fc.integer({ min: 0, max: 600 }) }),
    { maxLength: 12 },
  );
  /** Each request has one status and one time, whichever group it is in. */
  const asLine = ({ n, group }: Pick<Line, 'n' | 'group'>): Line => ({
    ...{ n, group, at: n },
    status: n % 3 ? 200 : 500,
  });

  it('counts each request exactly once, however often and in whatever order it is read', () => {
    fc.assert(
      fc.property(reads, (all) => {
        const tally = tallyOf();
        const seen = { canary: new Set<number>(), all: new Set<number>() };
        const readOnce = (group: 'canary' | 'stable', given: readonly Line[], when: number) => {
          const closed = tally.counts().closedUntil - START;
          const own = given.filter((one) => one.group === group);
          for (const { n } of own.filter((one) => one.n >= closed)) {
            seen.all.add(n);
            if (group === 'canary') seen.canary.add(n);
          }
          read(tally, group, [0, 61], when, own);
        };
        for (const { lines, when } of all) {
          readOnce('canary', lines.map(asLine), when);
          readOnce('stable', lines.map(asLine), when);
        }
        const counts = tally.counts();
        const [canary, stable] = [totalOf(counts, 'canary'), totalOf(counts, 'stable')];
        expect((canary?.requests ?? 0) + (stable?.requests ?? 0)).toBe(seen.all.size);
        expect((canary?.events ?? 0) + (stable?.events ?? 0)).toBe(
          [...seen.all].filter((n) => n % 3 === 0).length,
        );
        expect(canary?.requests ?? 0).toBe(seen.canary.size);
      }),
      { numRuns: 300 },
    );
  });

  const window = fc.record({
    source: fc.constantFrom('canary' as const, 'stable' as const),
    from: fc.nat(80),
    length: fc.integer({ min: 1, max: 40 }),
    wait: fc.nat(200),
  });
  const range = (from: number, to: number) =>
    Array.from({ length: Math.max(0, to - from) }, (_, i) => from + i);

  it('never counts a second that was not read as one without requests', () => {
    fc.assert(
      fc.property(fc.array(window, { maxLength: 25 }), (windows) => {
        const tally = tallyOf();
        const wasRead = { canary: new Set<number>(), stable: new Set<number>() };
        let when = 0;
        for (const { source, from, length, wait } of windows) {
          when += wait;
          read(tally, source, [from, from + length], when);
          for (const at of range(from, Math.min(from + length, when))) wasRead[source].add(at);
        }
        const counts = tally.counts();
        const last = Math.max(-1, ...wasRead.canary, ...wasRead.stable);
        for (const side of ['canary', 'stable'] as const) {
          const unread = range(0, last + 1).filter((at) => !wasRead[side].has(at));
          const incomplete = [...(counts[side].incomplete ?? [])].map((at) => at - START);
          expect(incomplete.sort((a, b) => a - b)).toEqual(unread);
          const [first = counts.readUntil - START] = unread;
          expect(counts.readUntil - START).toBeLessThanOrEqual(first);
          expect(counts.closedUntil).toBeLessThanOrEqual(counts.readUntil);
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe("A tally of Lambda's lines", () => {
  const streams = {
    canary: '2030/01/31/[8]0f3c5a7b9d1e4f60a1b2c3d4e5f60718',
    stable: '2030/01/31/[7]0f3c5a7b9d1e4f60a1b2c3d4e5f60719',
    other: '2030/01/31/[6]0f3c5a7b9d1e4f60a1b2c3d4e5f60719',
  };
  const versionOf = ({ stream }: Pick<LogEvent, 'stream'>): StreamVersion | undefined => {
    const of = (version: string) =>
      isStreamOf(stream, { functionName: 'orders', version, chosenGroup: false });
    if (of('8')) return { side: 'canary' };
    return of('7') ? { side: 'stable' } : undefined;
  };
  const tallyOfLambda = () =>
    createTally({
      sources: SOURCES,
      from: START,
      longestMs: 5_000,
      interpreter: lambdaInterpreter(versionOf),
    });
  const at = (second: number, stream: string, message: string): LogEvent => ({
    id: `${second}${stream}${message.slice(0, 60)}`,
    group: 'orders',
    stream,
    at: (START + second) * 1000,
    ingestedAt: (START + second + 1) * 1000,
    message,
  });
  const invocation = (n: number, second: number, stream: string, status = '') => [
    at(second, stream, `START RequestId: ${idOf(n)} Version: 8\n`),
    at(second, stream, `2030-01-31T12:00:00.100Z\t${idOf(n)}\tINFO\tof the function`),
    at(second + 1, stream, `REPORT RequestId: ${idOf(n)}\tDuration: 900.5 ms\t${status}`),
  ];

  it('counts the invocations of the two versions, and none of others', () => {
    const tally = tallyOfLambda();
    const events = [
      ...invocation(1, 1, streams.canary),
      ...invocation(2, 2, streams.canary, '\tStatus: timeout'),
      ...invocation(3, 3, streams.stable),
      ...invocation(4, 3, streams.other, '\tStatus: timeout'),
    ];
    for (const when of [10, 200, 400]) {
      for (const source of ['canary', 'stable']) {
        const span = { source, from: START, to: START + 60, startedAt: (START + when) * 1000 };
        const own = (event: LogEvent) => versionOf(event)?.side === source || source === 'stable';
        addTo(tally, span, events.filter(own));
      }
    }
    const counts = tally.counts();
    expect(totalOf(counts, 'canary')).toEqual({ requests: 2, events: 1 });
    expect(totalOf(counts, 'stable')).toEqual({ requests: 1, events: 0 });
    expect(counts.canary.events.get(START + 2)).toBe(1);
    expect(counts.failures).toMatchObject([{ how: 'timeout', canary: 1, stable: 0 }]);
    expect(counts.quality.unfinished).toBe(0);
  });

  it('says that invocations without an end are unfinished, and counts them once', () => {
    const tally = tallyOfLambda();
    const [start, , report] = invocation(1, 1, streams.canary);
    const addAll = (events: readonly LogEvent[], when: number) => {
      for (const source of ['canary', 'stable']) {
        const span = { source, from: START, to: START + 200, startedAt: (START + when) * 1000 };
        addTo(tally, span, events);
      }
    };
    if (!start || !report) throw new Error('there are three lines');
    for (const when of [210, 600, 900]) addAll([start], when);
    expect(tally.counts().quality.unfinished).toBe(1);
    expect(abstentionsIn(tally.counts(), START + 200).map(({ kind }) => kind)).toEqual([
      'unfinished',
    ]);
    const later = { source: 'canary', from: START + 200, to: START + 300 };
    addTo(tally, { ...later, startedAt: (START + 950) * 1000 }, [
      { ...report, id: 'late', at: (START + 250) * 1000 },
    ]);
    expect(totalOf(tally.counts(), 'canary')).toEqual({ requests: 1, events: 0 });
  });
});

describe('Logs abstain', () => {
  const kinds = (counts: LogCounts, now: number) =>
    abstentionsIn(counts, START + now).map(({ kind }) => kind);
  const lines = Array.from({ length: 50 }, (_, n): Line => ({ n, group: 'canary', at: n / 10 }));

  it('if something has not been read', () => {
    const tally = tallyOf();
    expect(kinds(tally.counts(), 10)).toEqual([]);
    expect(abstentionsIn(tally.counts(), START + 60)).toEqual([{ kind: 'gap', seconds: 15 }]);
    read(tally, 'canary', [0, 100], 100);
    read(tally, 'stable', [0, 20], 100);
    read(tally, 'stable', [30, 100], 100);
    expect(kinds(tally.counts(), 60)).toEqual([]);
    expect(abstentionsIn(tally.counts(), START + 100)).toEqual([{ kind: 'gap', seconds: 10 }]);
    read(tally, 'stable', [20, 30], 110);
    expect(kinds(tally.counts(), 110)).toEqual([]);
  });

  it('if more than 1% of the lines cannot be read', () => {
    const tally = tallyOf();
    settle(tally, 10, [...lines, { n: 99, group: 'canary', at: 1, text: 'something else' }]);
    expect(abstentionsIn(tally.counts(), START + 10)).toEqual([
      { kind: 'unparsed', share: 1 / 51 },
    ]);
    expect(totalOf(tally.counts(), 'canary')).toEqual({ requests: 50, events: 0 });
  });

  it('until the new format of a stage is known', () => {
    const formats = [compiled('$context.requestId,$context.status')];
    const tally = tallyOf(SOURCES, undefined, formats);
    const later = lines.map((one) => ({ ...one, n: one.n + 100, at: one.at + 20 }));
    read(tally, 'canary', [0, 40], 40, later);
    read(tally, 'stable', [0, 40], 40);
    expect(tally.counts().quality).toMatchObject({ events: 50, unparsed: 50 });
    formats.unshift(compiled(FORMAT));
    read(tally, 'canary', [0, 40], 50, later);
    expect(tally.counts().quality).toMatchObject({ events: 50, unparsed: 0 });
    expect(totalOf(tally.counts(), 'canary')).toEqual({ requests: 50, events: 0 });
  });

  it('if two formats of a stage read a line in two ways', () => {
    const formats = [
      '$context.requestId 200 $context.status',
      '$context.requestId $context.status 500',
    ];
    const tally = tallyOf(SOURCES, undefined, formats.map(compiled));
    const line: Line = { n: 1, group: 'canary', at: 1, text: `${idOf(1)} 200 500` };
    read(tally, 'canary', [0, 10], 20, [line]);
    expect(tally.counts().quality.unparsed).toBe(1);
  });

  it('if lines are from the future', () => {
    const tally = tallyOf();
    settle(
      tally,
      10,
      lines.map((one) => ({ ...one, delayMs: -60_000 })),
    );
    expect(kinds(tally.counts(), 10)).toEqual(['clock']);
  });

  it('if they show less than 95% of what metrics show, or much more', () => {
    const series = (perSecond: number, incomplete: readonly number[] = []) => ({
      requests: new Map(Array.from({ length: 180 }, (_, i) => [60_000 + i, perSecond])),
      events: new Map<number, number>(),
      incomplete: new Set(incomplete),
    });
    const metrics = new Map([60_000, 60_060, 60_120].map((minute) => [minute, 600]));
    const compare = (perSecond: number, until = 60_180, incomplete: readonly number[] = []) =>
      compareWithMetrics('canary', series(perSecond, incomplete), metrics, until);
    expect(compare(10)).toEqual([]);
    expect(compare(9.6)).toEqual([]);
    expect(compare(9)).toEqual([{ kind: 'incomplete', side: 'canary', share: 0.9 }]);
    expect(compare(0)).toMatchObject([{ kind: 'incomplete', share: 0 }]);
    expect(compare(12)).toMatchObject([{ kind: 'excess', share: 1.2 }]);
    // Minutes that have not settled, or have a gap, are not compared.
    expect(compare(0, 60_059)).toEqual([]);
    expect(compare(0, 60_180, [60_030, 60_090, 60_150])).toEqual([]);
    // Too few to tell.
    expect(compareWithMetrics('stable', series(0), new Map([[60_000, 5]]), 60_180)).toEqual([]);
    expect(compareWithMetrics('stable', series(10), new Map([[60_000, 0]]), 60_180)).toMatchObject([
      { kind: 'excess' },
    ]);
  });

  it('for the settings of a function', () => {
    expect(abstentionsOf({ successes: true, failures: true })).toEqual([]);
    expect(abstentionsOf({ successes: false, failures: false }).map(({ kind }) => kind)).toEqual([
      'successes-hidden',
      'failures-hidden',
    ]);
  });

  it('and keep the failures that they have shown, unless these may be wrong', () => {
    const keep: readonly Abstention[] = [{ kind: 'gap', seconds: 5 }, { kind: 'throttled' }];
    const lose: readonly Abstention[] = [
      { kind: 'clock', share: 1 },
      { kind: 'excess', side: 'canary', share: 2 },
      { kind: 'unparsed', share: 1 },
    ];
    expect(keep.every(keepsFailures)).toBe(true);
    expect(lose.some(keepsFailures)).toBe(false);
  });
});

describe('Counts that have not settled', () => {
  it('have at least the requests that must have arrived', () => {
    const series = {
      requests: new Map([
        [1, 5],
        [2, 3],
        [3, 20],
      ]),
      events: new Map([
        [1, 0],
        [2, 3],
        [3, 0],
      ]),
    };
    expect(withExpected(series, 2, 10).requests).toEqual(
      new Map([
        [1, 5],
        [2, 10],
        [3, 20],
      ]),
    );
  });
});

describe('The age at which a second is complete', () => {
  it('covers the longest request, its delivery, and more', () => {
    expect(agesFor(1_000, undefined)).toEqual({ first: 30_000, final: 120_000 });
    expect(agesFor(29_000, 5_000)).toEqual({ first: 34_000, final: 120_000 });
    expect(agesFor(900_000, 5_000)).toEqual({ first: 905_000, final: 1_810_000 });
  });

  it('follows the lag that was observed', () => {
    const lag = createDeliveryLag();
    expect(lag.quantile(0.99)).toBeUndefined();
    for (let i = 0; i < 98; i++) lag.add(1_950);
    lag.add(-50);
    lag.add(40_000);
    expect(lag.quantile(0.5)).toBe(2_000);
    expect(lag.quantile(0.99)).toBe(2_000);
    expect(lag.quantile(1)).toBe(40_100);
    expect(lag.count).toBe(100);
  });

  it('is reached only if a read did not end before the second did', () => {
    const coverage = createCoverage(['a'], START);
    const ages = agesFor(1_000, 0);
    coverage.record(
      { source: 'a', from: START, to: START + 10, startedAt: (START + 3) * 1000 },
      new Set(),
      ages,
    );
    expect(coverage.readUntil()).toBe(START + 3);
    expect(coverage.settledUntil()).toBe(START);
  });
});
