// Why requests failed: what is looked up in the logs of functions, and how often.

import { describe, expect, it } from '@jest/globals';
import type { LogPage, LogQuery } from '../../../src/aws/log-events.ts';
import { KnownError } from '../../../src/base/errors.ts';
import type { LogEvent } from '../../../src/base/log-event.ts';
import type { FailureGroup } from '../../../src/logs/failure-groups.ts';
import { explainLogs } from '../../../src/monitor/explained-logs.ts';
import { createFailureDetails } from '../../../src/monitor/failure-details.ts';
import type { LogReading } from '../../../src/monitor/log-evidence.ts';
import type { VersionLog } from '../../../src/monitor/log-source.ts';
import { makeRemembered } from '../rollout/rollout-fixture.ts';

const NOW = Date.UTC(2030, 0, 31, 12);
const ID = 'b5051b53-a6df-4bb7-aba7-874520d1ec77';
const OTHER = '0c90003a-8970-474c-b696-fca5336ef4f5';
const STREAM = '2030/01/31/[8]0f3c5a7b9d1e4f60a1b2c3d4e5f60718';
const YESTERDAY = '2030/01/30/[8]1f3c5a7b9d1e4f60a1b2c3d4e5f60718';
const PYTHON =
  '[ERROR] KeyError: \'total\'\nTraceback (most recent call last):\n  File "/var/task/shop/price.py", line 3, in price';
const TIMES = [NOW - 20_000, NOW - 19_900, NOW - 19_800] as const;

const log = (functionName: string): VersionLog => ({
  ...{ functionName, version: '8', chosenGroup: false, group: `/aws/lambda/${functionName}` },
});
const ORDERS = log('orders');

function line(at: number, message: string, stream = STREAM): LogEvent {
  return { id: `${at}${message.length}`, group: ORDERS.group, stream, at, ingestedAt: at, message };
}

const invocation = (error: string, id = ID, stream = STREAM) => [
  line(TIMES[0], `START RequestId: ${id} Version: 8`, stream),
  line(TIMES[1], error, stream),
  line(TIMES[2], `REPORT RequestId: ${id}\tDuration: 200.00 ms\t`, stream),
];

const group = (parts: Partial<FailureGroup> = {}): FailureGroup => ({
  ...{ method: 'POST', route: '/orders', status: 502, firstSeen: TIMES[0], canary: 4, stable: 0 },
  examples: [ID],
  ...parts,
});

/** A log that answers with these lines, as FilterLogEvents does for terms. */
function details(lines: readonly LogEvent[], samples = false) {
  const queries: LogQuery[] = [];
  const clock = { now: NOW, slept: 0 };
  const matches = ({ message, stream, group: of, at }: LogEvent, query: LogQuery) => {
    const terms = query.pattern?.split(' ').map((term) => term.replace(/^\?|"/g, '')) ?? [''];
    const inSpan = at >= query.from && at < query.to;
    const inStream = stream.startsWith(query.streamPrefix ?? '') && of === query.group;
    return inSpan && inStream && terms.some((term) => message.includes(term));
  };
  const client = {
    async *pages(query: LogQuery): AsyncIterable<LogPage> {
      queries.push(query);
      yield { events: lines.filter((one) => matches(one, query)), isLast: true };
    },
  };
  const found = createFailureDetails({
    ...{ client, callsPerSecond: 2, samples, now: () => clock.now },
    sleep: (ms) => {
      clock.slept += ms;
      return Promise.resolve();
    },
  });
  return { ...found, queries, clock };
}

describe('Why requests failed', () => {
  it('is found by the request ID, also if the runtime writes errors without it', async () => {
    const { look, explain, queries } = details(invocation(PYTHON));
    await look([group()], [ORDERS], 'now');
    expect(explain([group()])).toEqual([
      { ...group(), errorType: 'KeyError', location: 'shop/price.py:3' },
    ]);
    expect(queries).toEqual([
      {
        ...{ group: '/aws/lambda/orders', streamPrefix: '2030/01/31/[8]', pattern: `?"${ID}"` },
        ...{ from: TIMES[0] - 5_000, to: NOW },
      },
      { group: '/aws/lambda/orders', streamPrefix: STREAM, from: TIMES[0], to: TIMES[2] + 1 },
    ]);
  });

  it('is found in an environment of yesterday, and in the log of another function', async () => {
    const { look, explain, queries } = details(invocation(PYTHON, ID, YESTERDAY));
    await look([group()], [log('carts'), ORDERS], 'now');
    expect(explain([group()])).toMatchObject([{ errorType: 'KeyError' }]);
    expect(queries.map(({ streamPrefix }) => streamPrefix)).toEqual([
      ...['2030/01/31/[8]', '2030/01/30/[8]', '2030/01/31/[8]', '2030/01/30/[8]', YESTERDAY],
    ]);
  });

  it('is looked up three times, and less and less often', async () => {
    const { look, queries, clock } = details([]);
    const counts: number[] = [];
    for (const seconds of [0, 5, 10, 5, 10, 15, 600]) {
      clock.now += seconds * 1000;
      await look([group()], [ORDERS], 'now');
      counts.push(queries.length / 2);
    }
    expect(counts).toEqual([1, 1, 2, 2, 2, 3, 3]);
    await look([group()], [ORDERS], 'last');
    expect(queries.length / 2).toBe(4);
  });

  it('is looked up again if the end of an invocation arrives before its error', async () => {
    const [start, error] = invocation(PYTHON);
    const status = 'Duration: 200.00 ms\tStatus: error\tError Type: Runtime.Unknown';
    const end = line(TIMES[2], `REPORT RequestId: ${ID}\t${status}`);
    const lines = [start ?? end, end];
    const { look, explain, clock } = details(lines, true);
    await look([group()], [ORDERS], 'now');
    expect(explain([group()])).toEqual([{ ...group(), errorType: 'Runtime.Unknown' }]);
    lines.push(error ?? end);
    clock.now += 10_000;
    await look([group()], [ORDERS], 'now');
    expect(explain([group()])).toMatchObject([
      { errorType: 'KeyError', location: 'shop/price.py:3', samples: expect.any(Array) },
    ]);
  });

  it('is looked up at last, however many calls there were before', async () => {
    const { look, queries, clock } = details([]);
    for (let i = 0; i < 60; i++) {
      clock.now += 60_000;
      await look([group({ examples: [`${i}${ID}`] })], [ORDERS], 'now');
    }
    const before = queries.length;
    await look([group()], [ORDERS], 'last');
    expect([before, queries.length - before]).toEqual([60, 2]);
  });

  it('is looked up in the log of the function alone, if its name is known', async () => {
    const { look, queries } = details([]);
    await look([group({ functionName: 'orders' })], [log('carts'), ORDERS], 'now');
    expect(new Set(queries.map((query) => query.group))).toEqual(new Set([ORDERS.group]));
  });

  it('is not looked up for stable, and for an alias only if lines are shown', async () => {
    const alias = group({ how: 'error', errorType: 'KeyError', location: 'shop/price.py:3' });
    const off = details(invocation(PYTHON));
    await off.look([group({ canary: 0, stable: 3 }), alias], [ORDERS], 'now');
    expect(off.queries).toEqual([]);
    const on = details(invocation(PYTHON), true);
    await on.look([alias, group({ how: 'timeout' })], [ORDERS], 'now');
    expect(on.explain([alias])).toEqual([
      {
        ...alias,
        samples: ["KeyError: 'total'", 'File "/var/task/shop/price.py", line 3, in price'],
      },
    ]);
  });

  it('is taken from errors of the same time if there is one kind of failures, and no ID', async () => {
    const unnamed = group({ examples: [] });
    const one = details(invocation(PYTHON));
    await one.look([unnamed], [ORDERS], 'now');
    expect(one.explain([unnamed])).toMatchObject([{ location: 'shop/price.py:3', examples: [] }]);
    const two = [unnamed, group({ examples: [], route: '/carts' })];
    const none = details(invocation(PYTHON));
    await none.look(two, [ORDERS], 'now');
    expect(none.explain(two)).toEqual(two);
    expect(none.queries).toEqual([]);
  });

  it('keeps the type of API Gateway if the function says nothing', async () => {
    const late = group({ status: 504, errorType: 'INTEGRATION_TIMEOUT', examples: [ID, OTHER] });
    const { look, explain } = details(
      invocation(`${new Date(NOW).toISOString()} ${ID} Task timed out after 3.00 seconds`),
    );
    await look([late], [ORDERS], 'now');
    expect(explain([late])).toEqual([late]);
  });

  it('asks for no more once that is denied, and makes few calls a second', async () => {
    const calls: LogQuery[] = [];
    const denied = Object.assign(new Error('no'), { name: 'AccessDeniedException' });
    const found = createFailureDetails({
      client: {
        async *pages(query): AsyncIterable<LogPage> {
          calls.push(query);
          yield await Promise.reject(new KnownError('denied', { cause: denied }));
        },
      },
      ...{ callsPerSecond: 2, samples: false, now: () => NOW, sleep: () => Promise.resolve() },
    });
    await found.look([group()], [ORDERS, log('carts')], 'now');
    expect(calls).toHaveLength(1);
    const slow = details([]);
    await slow.look([group()], [ORDERS, log('carts')], 'now');
    expect([slow.queries.length, slow.clock.slept]).toEqual([4, 1500]);
  });
});

describe('Logs with what functions say', () => {
  // Nothing else of a reading is looked at.
  const reading = (failures: readonly FailureGroup[]): LogReading =>
    ({ kind: 'read', failures }) as unknown as LogReading;
  const rollout = makeRemembered();

  function explained(failures: readonly FailureGroup[]) {
    const log = { polls: 0, loads: 0, places: 0, slept: 0, bugs: [] as unknown[] };
    const logs = explainLogs(
      {
        poll: () => {
          log.polls += 1;
          return Promise.resolve(5_000);
        },
        reading: () => reading(failures),
      },
      {
        load: () => {
          log.loads += 1;
          return Promise.resolve(details(invocation(PYTHON)));
        },
        places: () => {
          log.places += 1;
          return Promise.resolve([ORDERS]);
        },
        now: () => 0,
        sleep: (ms) => {
          log.slept += ms;
          return Promise.resolve();
        },
        onBug: (error) => log.bugs.push(error),
      },
    );
    return { logs, log };
  }

  it('load nothing until the canary fails', async () => {
    const { logs, log } = explained([group({ canary: 0, stable: 9 })]);
    expect(await logs.poll(rollout, 0)).toBe(5_000);
    await logs.finish(rollout);
    expect(log).toEqual({ polls: 3, loads: 0, places: 0, slept: 5_000, bugs: [] });
  });

  it('are explained while they are read, and completely at the end', async () => {
    const { logs, log } = explained([group()]);
    expect(await logs.poll(rollout, 0)).toBe(5_000);
    expect(logs.reading()).toMatchObject({ failures: [group()] });
    const last = await logs.finish(rollout);
    expect(last).toMatchObject({ failures: [{ location: 'shop/price.py:3' }] });
    expect(logs.reading()).toEqual(last);
    expect(log).toEqual({ polls: 3, loads: 1, places: 1, slept: 5_000, bugs: [] });
  });

  it('survive a bug in it', async () => {
    const bugs: unknown[] = [];
    const logs = explainLogs(
      { poll: () => Promise.resolve(1), reading: () => reading([group()]) },
      {
        load: () => Promise.reject(new TypeError('oops')),
        places: () => Promise.resolve([]),
        now: () => 0,
        sleep: () => Promise.resolve(),
        onBug: (error) => bugs.push(error),
      },
    );
    expect(await logs.finish(rollout)).toEqual(reading([group()]));
    expect(bugs).toEqual([new TypeError('oops')]);
  });
});
