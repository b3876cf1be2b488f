// The wait between two checks: logs may end it early, and nothing may make it longer.

import { describe, expect, it } from '@jest/globals';
import { NO_EVENTS } from '../../../src/analysis/count-table.ts';
import { errorsMeasure } from '../../../src/analysis/errors-measure.ts';
import type { LogEvidence, LogsRead } from '../../../src/monitor/log-evidence.ts';
import { waitWithLogs } from '../../../src/monitor/wait-with-logs.ts';
import { makeRemembered } from '../rollout/rollout-fixture.ts';

const ROLLOUT = makeRemembered();

/** A clock that only waits move, and logs that show these failures of the canary by then. */
function scene(options: { readonly failuresAt?: (at: number) => number; readonly hangs?: true }) {
  const { failuresAt = () => 0, hangs } = options;
  let at = 0;
  const polls: number[] = [];
  const sleep = async (seconds: number, stopped?: AbortSignal) => {
    // What hangs gives way to the clock.
    await Promise.resolve();
    if (!stopped?.aborted) at += hangs ? seconds : 0;
  };
  const logs: LogEvidence = {
    poll: () => {
      polls.push(at);
      if (hangs) return new Promise(() => undefined);
      at += 5;
      return Promise.resolve(0);
    },
    reading: (): LogsRead => {
      const events = new Map([[1, failuresAt(at)]]);
      const canary = { requests: new Map([[1, 1000]]), events };
      const row = { measure: errorsMeasure(), canary, stable: NO_EVENTS, promoted: NO_EVENTS };
      return {
        ...{ kind: 'read', from: 0, readUntil: 0, abstentions: [], failures: [], calls: 1 },
        table: { bucketSeconds: 1, closedUntil: 0, rows: [row] },
        quality: {
          ...{ events: 0, unparsed: 0, duplicates: 0, late: 0, unfinished: 0, fromTheFuture: 0 },
          ...{ dropped: false, lagMs: undefined },
        },
        metrics: {},
      };
    },
  };
  return { logs, polls, sleep, now: () => at };
}

const never = new AbortController().signal;

describe('A wait', () => {
  it('lasts until the next check while logs show no failure', async () => {
    const { logs, polls, ...clock } = scene({});
    await waitWithLogs(logs, clock, () => true)(ROLLOUT, 15, never);
    expect(clock.now()).toBe(15);
    expect(polls).toEqual([0, 5, 10]);
  });

  it('ends early when new failures make the canary fail, and no more often than checks', async () => {
    const { logs, ...clock } = scene({ failuresAt: (at) => at });
    const wait = waitWithLogs(logs, clock, () => true);
    await wait(ROLLOUT, 15, never);
    expect(clock.now()).toBe(5);
    // There are new failures all the time.
    await wait(ROLLOUT, 60, never);
    expect(clock.now()).toBe(20);
    await wait(ROLLOUT, 60, never);
    expect(clock.now()).toBe(35);
  });

  it('goes on if the failures are too few, and does not judge what it has judged', async () => {
    let judged = 0;
    const { logs, ...clock } = scene({ failuresAt: () => 3 });
    const isFailing = () => {
      judged += 1;
      return false;
    };
    await waitWithLogs(logs, clock, isFailing)(ROLLOUT, 30, never);
    expect(clock.now()).toBe(30);
    expect(judged).toBe(1);
  });

  it('is no longer than it should be if a read hangs', async () => {
    const { logs, ...clock } = scene({ hangs: true });
    await waitWithLogs(logs, clock, () => true)(ROLLOUT, 15, never);
    expect(clock.now()).toBe(15);
  });

  it('ends at once when the job is cancelled', async () => {
    const cancelled = new AbortController();
    const { logs, polls, ...clock } = scene({ failuresAt: (at) => at });
    cancelled.abort();
    await waitWithLogs(logs, clock, () => true)(ROLLOUT, 15, cancelled.signal);
    expect(polls).toEqual([]);
  });
});
