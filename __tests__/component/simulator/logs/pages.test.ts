// Whatever the pages, each event that can be read is on exactly one of them, and in its order.

import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { createLogs } from '../../../../simulator/logs/logs.ts';
import { createRandom } from '../../../../simulator/random.ts';
import { DEFAULT_UNSETTLED, type World } from '../../../../simulator/world.ts';

const START = Date.parse('2026-03-01T12:00:00Z');

function quietWorld() {
  let now = START;
  const world: World = {
    place: { account: '123456789012', region: 'eu-west-1', partition: 'aws' },
    clock: {
      settings: { rate: 1, originMs: START, aheadMs: 0 },
      now: () => now,
      sleep: async () => {},
      after: () => () => {},
      every: () => () => {},
      startStopwatch: () => () => 0,
      forward: (ms) => {
        now += ms;
      },
    },
    random: createRandom(1),
    unsettled: { ...DEFAULT_UNSETTLED },
  };
  return world;
}

interface Page {
  readonly events: readonly { readonly message: string; readonly eventId: string }[];
  readonly nextToken?: string;
}

const line = fc.record({
  stream: fc.constantFrom('a', 'b', 'c'),
  at: fc.integer({ min: 0, max: 3000 }),
  isError: fc.boolean(),
});

it('reads each event once', () => {
  fc.assert(
    fc.property(
      fc.array(line, { maxLength: 40 }),
      fc.record({
        seed: fc.integer(),
        limit: fc.integer({ min: 1, max: 12 }),
        examinedPerPage: fc.integer({ min: 1, max: 15 }),
        shortPageShare: fc.constantFrom(0, 0.5, 1),
        lateShare: fc.constantFrom(0, 0.3),
        startFromHead: fc.constantFrom(undefined, true, false),
        from: fc.integer({ min: 0, max: 1500 }),
      }),
      (lines, { seed, limit, startFromHead, from, ...settings }) => {
        const world = quietWorld();
        const logs = createLogs(world, { random: createRandom(seed), settings });
        for (const [i, { stream, at, isError }] of lines.entries()) {
          const message = `${isError ? 'ERROR' : 'INFO'} ${at} ${i}`;
          logs.sink.write({ group: 'g', stream, lines: [{ at: START + at, message }] });
        }
        world.clock.forward(600_000);
        const call = (input: object): Page => {
          const reply = logs.service
            .identify({
              ...{ method: 'POST', rawPath: '/', query: new URLSearchParams() },
              headers: { 'x-amz-target': 'Logs_20140328.FilterLogEvents' },
              body: Buffer.from(JSON.stringify({ logGroupName: 'g', ...input })),
            })
            .perform();
          return JSON.parse(String((reply as { readonly body: string }).body));
        };
        if (lines.length === 0) return;
        const seen: string[] = [];
        const ids = new Set<string>();
        let nextToken: string | undefined;
        let pages = 0;
        do {
          pages += 1;
          expect(pages).toBeLessThan(1000);
          const page = call({
            ...{ limit, startFromHead, nextToken, filterPattern: 'ERROR' },
            startTime: START + from,
          });
          expect(page.events.length).toBeLessThanOrEqual(limit);
          seen.push(...page.events.map(({ message }) => message));
          for (const { eventId } of page.events) ids.add(eventId);
          nextToken = page.nextToken;
        } while (nextToken !== undefined);
        const wanted = lines.flatMap(({ at, isError }, i) =>
          isError && at >= from ? [`ERROR ${at} ${i}`] : [],
        );
        expect([...seen].sort()).toEqual(wanted.sort());
        expect(ids.size).toBe(seen.length);
        const times = seen.map((message) => Number(message.split(' ')[1]));
        const ordered = times.toSorted((a, b) => (startFromHead === false ? b - a : a - b));
        expect(times).toEqual(ordered);
      },
    ),
    { numRuns: 300 },
  );
});
