// What a report says about the counts of its steps: only what was read, and when.

import { describe, expect, it } from '@jest/globals';
import { createRecorder } from '../../../src/controller/recorder.ts';
import type { TrafficCounts } from '../../../src/rollout/traffic.ts';
import { counted, MINUTE, NONE, series } from '../monitor/count-fixture.ts';

const UNREADABLE: TrafficCounts = { kind: 'unreadable', why: 'CloudWatch does not answer' };
const TRAFFIC = counted({ canary: series([5, 1], [7, 0]), stable: series([95, 2], [93, 0]) });

/** A recorder whose clock is set by hand. */
function recorderAt(start: number) {
  let at = start;
  const recorder = createRecorder(() => at);
  return {
    ...recorder,
    waitUntil: (time: number) => {
      at = time;
    },
    reads: (traffic: TrafficCounts) =>
      recorder.observed({
        ...{ evidence: [], deciding: [], paths: [], traffic, notCompared: [] },
        logs: { kind: 'off' },
      }),
    sides: () => recorder.steps().map(({ canary, stable }) => [canary, stable]),
  };
}

const UNKNOWN = { canary: null, stable: null };

describe('The counts of a step', () => {
  it('are unknown, not 0, until they have been read', () => {
    const recorder = recorderAt(MINUTE);
    recorder.beginStep('5%', 5, 300);
    expect(recorder.currentCounts()).toEqual(UNKNOWN);
    recorder.reads(UNREADABLE);
    expect(recorder.currentCounts()).toEqual(UNKNOWN);
    expect(recorder.sides()).toEqual([[null, null]]);
    // No minute of the step is closed yet: its counts may still arrive.
    recorder.reads(counted({ closedUntil: MINUTE + 59 }));
    expect(recorder.currentCounts()).toEqual(UNKNOWN);
    recorder.reads(counted({ closedUntil: MINUTE + 60 }));
    const none = { requests: 0, errors: 0 };
    expect(recorder.currentCounts()).toEqual({ canary: none, stable: none });
  });

  it('stay as they were last read, but are not shown as those of a later check', () => {
    const recorder = recorderAt(MINUTE);
    recorder.beginStep('5%', 5, 300);
    recorder.waitUntil(MINUTE + 150);
    recorder.reads(TRAFFIC);
    recorder.waitUntil(MINUTE + 165);
    recorder.reads(UNREADABLE);
    expect(recorder.currentCounts()).toEqual(UNKNOWN);
    expect(recorder.sides()).toEqual([
      [
        { requests: 12, errors: 1 },
        { requests: 188, errors: 2 },
      ],
    ]);
  });

  it('are unknown for a step that began after the last reading', () => {
    const recorder = recorderAt(MINUTE);
    recorder.beginStep('5%', 5, 60);
    recorder.waitUntil(MINUTE + 60);
    recorder.reads(TRAFFIC);
    recorder.waitUntil(MINUTE + 61);
    recorder.beginStep('50%', 50, 60);
    recorder.waitUntil(MINUTE + 180);
    recorder.reads(UNREADABLE);
    expect(recorder.sides()[1]).toEqual([null, null]);
  });

  it('are unknown if every minute is shown only in part', () => {
    const recorder = recorderAt(MINUTE);
    recorder.beginStep('5%', 5, 300);
    recorder.waitUntil(MINUTE + 150);
    const canary = { ...series([5, 0], [7, 0]), incomplete: new Set([MINUTE, MINUTE + 60]) };
    recorder.reads(counted({ canary, stable: NONE, closedUntil: MINUTE + 120 }));
    expect(recorder.sides()).toEqual([[null, { requests: 0, errors: 0 }]]);
  });
});
