import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { total } from '../../../src/analysis/count-table.ts';
import type { LogQuery } from '../../../src/aws/log-events.ts';
import { KnownError } from '../../../src/base/errors.ts';
import type { LogEvent } from '../../../src/base/log-event.ts';
import { compileFormat } from '../../../src/logs/access-log-format.ts';
import { accessInterpreter } from '../../../src/logs/interpreters.ts';
import { createTally } from '../../../src/logs/tally.ts';
import {
  createLogReader,
  type LogReaderOptions,
  type LogSource,
} from '../../../src/monitor/log-reader.ts';

const START = 1_900_000_000;
const SOURCES: readonly LogSource[] = [
  { name: 'canary', side: 'canary', failuresOnly: false, group: 'g/Canary' },
  { name: 'stable', side: 'stable', failuresOnly: false, group: 'g' },
];

function failure(name: string): KnownError {
  const cause = Object.assign(new Error('from AWS'), { name });
  return new KnownError(`reading the log group: ${name}`, { cause });
}

/** A log that has lines, each visible some time after it happened. */
function scene(options: Partial<LogReaderOptions> = {}) {
  let clock = START * 1000;
  const lines: (LogEvent & { readonly visibleAt: number })[] = [];
  const queries: (LogQuery & { readonly at: number })[] = [];
  const calls: number[] = [];
  const trouble: { error?: KnownError | undefined; group?: string; pageSize: number } = {
    pageSize: 10_000,
  };
  const compiled = compileFormat('$context.requestId $context.status');
  if (compiled.kind !== 'compiled') throw new Error('cannot be read');
  const tally = createTally({
    sources: SOURCES,
    from: START,
    longestMs: 5_000,
    interpreter: accessInterpreter({
      ...{ formats: () => [compiled], apiId: 'api1', stage: 'prod' },
      canaryGroup: 'g/Canary',
    }),
  });
  const reader = createLogReader({
    client: {
      async *pages(query) {
        queries.push({ ...query, at: clock / 1000 - START });
        calls.push(clock);
        clock += 50;
        if (trouble.error && (trouble.group ?? query.group) === query.group) throw trouble.error;
        const found = lines.filter(
          ({ group, at, visibleAt }) =>
            group === query.group && at >= query.from && at < query.to && visibleAt <= clock,
        );
        for (let i = 0; i === 0 || i < found.length; i += trouble.pageSize) {
          if (i > 0) {
            calls.push(clock);
            clock += 50;
          }
          const events = found.slice(i, i + trouble.pageSize);
          yield { events, isLast: i + trouble.pageSize >= found.length };
        }
      },
    },
    sources: SOURCES,
    tally,
    callsPerSecond: 2,
    mostCalls: 10_000,
    now: () => clock,
    sleep: (ms) => {
      clock += ms;
      return Promise.resolve();
    },
    ...options,
  });
  let n = 0;
  return {
    reader,
    queries,
    calls,
    trouble,
    log: (group: string, second: number, status: number, delay = 3) => {
      n += 1;
      const id = `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
      const at = Math.round((START + second) * 1000);
      const visibleAt = at + delay * 1000;
      const message = `${id} ${status}`;
      lines.push({ id, group, stream: 's', at, ingestedAt: visibleAt, visibleAt, message });
    },
    /** Polls until so many seconds after the start. */
    until: async (second: number) => {
      while (clock < (START + second) * 1000) clock += Math.max(1, await reader.poll());
    },
    second: () => clock / 1000 - START,
  };
}

const kinds = ({ reader }: ReturnType<typeof scene>) =>
  reader.abstentions().map(({ kind }) => kind);
/** Up to what has been read. */
const canary = ({ reader }: ReturnType<typeof scene>) => {
  const { canary: series, readUntil } = reader.counts();
  return total(series, { from: START, to: readUntil }, 1);
};

describe('A reader of logs', () => {
  it('sees a failure within seconds, and settles its second within minutes', async () => {
    const world = scene();
    world.log('g/Canary', 3, 502, 2);
    await world.until(11);
    expect(canary(world)).toEqual({ requests: 1, events: 1 });
    expect(kinds(world)).toEqual([]);
    await world.until(200);
    const { closedUntil, readUntil } = world.reader.counts();
    expect(closedUntil - START).toBeGreaterThan(30);
    expect(readUntil - START).toBeGreaterThan(190);
    expect(kinds(world)).toEqual([]);
    await world.until(1000);
    expect(world.reader.counts().closedUntil - START).toBeGreaterThan(800);
    expect(canary(world)).toEqual({ requests: 1, events: 1 });
  });

  it('counts each line once, however late it is', async () => {
    const lag = fc.record({
      second: fc.nat(100),
      delay: fc.oneof(fc.nat(5), fc.integer({ min: 5, max: 100 })),
      status: fc.constantFrom(200, 500),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(lag, { maxLength: 60 }), async (all) => {
        const world = scene();
        for (const { second, delay, status } of all) world.log('g/Canary', second, status, delay);
        await world.until(500);
        const failures = all.filter(({ status }) => status === 500).length;
        expect(canary(world)).toEqual({ requests: all.length, events: failures });
      }),
      { numRuns: 40 },
    );
  });

  it('stays within its budget, and makes few calls when there is little to read', async () => {
    const world = scene();
    await world.until(600);
    const { calls } = world;
    for (const [i, at] of calls.entries()) {
      const later = calls[i + 4];
      if (later !== undefined) expect(later - at).toBeGreaterThanOrEqual(1_000);
    }
    // Two sources, each 0.2 hot reads a second and two settling reads for 30 seconds.
    expect(calls.length / world.second()).toBeLessThan(0.65);
    expect(world.reader.calls()).toBe(calls.length);
  });

  it('abstains when its calls are used up', async () => {
    const world = scene({ mostCalls: 5 });
    await world.until(100);
    expect(world.calls).toHaveLength(5);
    expect(kinds(world)).toEqual(['budget', 'gap']);
  });

  it('slows down when AWS throttles, abstains after three times, and heals', async () => {
    const world = scene();
    await world.until(20);
    world.trouble.error = failure('OverQuota');
    const before = world.calls.length;
    await world.until(100);
    expect(world.calls.length - before).toBeLessThan(8);
    expect(kinds(world)).toContain('throttled');
    expect(kinds(world)).toContain('gap');
    world.trouble.error = undefined;
    world.log('g/Canary', 70, 500);
    await world.until(260);
    expect(kinds(world)).toEqual([]);
    expect(canary(world)).toEqual({ requests: 1, events: 1 });
  });

  it('waits for the group of the canary, and never takes it for a canary without requests', async () => {
    const world = scene();
    world.trouble.error = failure('ResourceNotFoundException');
    world.trouble.group = 'g/Canary';
    await world.until(60);
    expect(world.reader.abstentions()).toContainEqual({ kind: 'group-missing', group: 'g/Canary' });
    expect(world.reader.counts().closedUntil).toBe(START);
    expect(world.reader.counts().canary.incomplete?.size).toBeGreaterThan(50);
    expect(total(world.reader.counts().canary, { from: START }, 1)).toBeNull();
    world.trouble.error = undefined;
    world.log('g/Canary', 58, 500);
    await world.until(75);
    expect(kinds(world)).toEqual([]);
    expect(canary(world)).toEqual({ requests: 1, events: 1 });
  });

  it.each([
    ['AccessDeniedException', 'denied'],
    ['InvalidOperationException', 'log-class'],
    ['TimeoutError', 'unreadable'],
  ])('abstains for %s', async (name, kind) => {
    const world = scene();
    world.trouble.error = failure(name);
    await world.until(30);
    expect(kinds(world)).toContain(kind);
    expect(world.calls.length).toBeLessThan(10);
  });

  it('counts the failures of a read that ended early, but takes no second of it for read', async () => {
    const world = scene({ mostCalls: 3 });
    world.trouble.pageSize = 3;
    for (let i = 0; i < 6; i++) world.log('g/Canary', 1, 500, 0);
    await world.until(20);
    const { canary: series, readUntil } = world.reader.counts();
    expect(series.events.get(START + 1)).toBe(3);
    expect(readUntil).toBe(START);
    expect(kinds(world)).toEqual(['budget']);
  });

  it('reads less often when there is much to read, and falls behind rather than miss anything', async () => {
    const world = scene();
    world.trouble.pageSize = 10;
    for (let second = 0; second < 60; second++) {
      for (let i = 0; i < 10; i++) world.log('g/Canary', second, 200, 1);
    }
    await world.until(400);
    expect(canary(world)).toEqual({ requests: 600, events: 0 });
    const calls = world.calls.filter((at) => at < (START + 60) * 1000);
    expect(calls.length).toBeLessThanOrEqual(125);
  });

  it('lets a bug through', async () => {
    const world = scene();
    world.trouble.error = new TypeError('a bug') as KnownError;
    await expect(world.reader.poll()).rejects.toThrow('a bug');
  });
});
