import { describe, expect, it } from '@jest/globals';
import { NO_EVENTS } from '../../../src/analysis/count-table.ts';
import { errorsMeasure } from '../../../src/analysis/errors-measure.ts';
import type { Abstention } from '../../../src/logs/abstention.ts';
import type { LogReading } from '../../../src/monitor/log-evidence.ts';
import { secondsFrom } from '../../../src/monitor/log-series.ts';
import { makeRemembered, STARTED_AT } from '../rollout/rollout-fixture.ts';

const AT = STARTED_AT + 100;
const ROLLOUT = makeRemembered({
  phase: { kind: 'step', index: 0, since: AT },
  stepStartTimes: [AT],
});

function reading(...abstentions: readonly Abstention[]): LogReading {
  const canary = { requests: new Map([[AT + 10, 5]]), events: new Map([[AT + 10, 5]]) };
  const row = { measure: errorsMeasure(), canary, stable: NO_EVENTS, promoted: NO_EVENTS };
  return {
    kind: 'read',
    table: { bucketSeconds: 1, closedUntil: AT, rows: [row] },
    from: AT,
    readUntil: AT + 20,
    abstentions,
    failures: [],
    calls: 1,
    metrics: { gateway: 'same', lambda: 'same' },
    quality: {
      events: 5,
      unparsed: 0,
      duplicates: 0,
      late: 0,
      unfinished: 0,
      fromTheFuture: 0,
      dropped: false,
      lagMs: undefined,
    },
  };
}

function secondsOf(logs: LogReading, id = 'errors') {
  return secondsFrom(logs, ROLLOUT)({ id }).seconds?.counted.map(({ second }) => second);
}

describe('what logs add to a measure', () => {
  it('is its seconds, if logs count it', () => {
    expect(secondsOf(reading())).toEqual([AT + 10]);
    expect(secondsOf(reading(), 'latency p90')).toBeUndefined();
    expect(secondsOf({ kind: 'off' })).toBeUndefined();
  });

  it('is what was seen, if that still counts while the logs abstain', () => {
    expect(secondsOf(reading({ kind: 'throttled' }))).toEqual([AT + 10]);
    expect(secondsOf(reading({ kind: 'throttled' }, { kind: 'unparsed', share: 0.2 }))).toEqual([]);
    expect(secondsOf(reading({ kind: 'clock', share: 0.2 }))).toEqual([]);
  });
});
