// Probes follow a rollout: only while traffic is split, and not beyond a cancellation.

import { describe, expect, it } from '@jest/globals';
import { createProbes } from '../../../src/controller/follow-probes.ts';
import type { TrafficState } from '../../../src/rollout/traffic-state.ts';
import { makeRemembered, STARTED_AT } from '../rollout/rollout-fixture.ts';

const ROLLOUT = makeRemembered({ phase: { kind: 'step', index: 0, since: STARTED_AT } });
const SPLIT: TrafficState = { kind: 'split', weight: 25 };

function open() {
  const sent: AbortSignal[] = [];
  const ends: (() => void)[] = [];
  const [lines, bugs]: [string[], unknown[]] = [[], []];
  const cancelled = new AbortController();
  let fails = false;
  const probes = createProbes({
    sender: {
      send: async (_, signal) => {
        sent.push(signal);
        if (fails) throw new Error('a bug');
        await new Promise<void>((end) => {
          ends.push(end);
        });
      },
      minutes: () => [],
    },
    cancelled: cancelled.signal,
    line: (text) => void lines.push(text),
    onBug: (error) => void bugs.push(error),
  });
  const at = (trafficState: TrafficState, rollout = ROLLOUT, takenOver = false) =>
    probes.follow({ rollout, trafficState }, takenOver);
  return { ...{ ends, probes, sent, lines, bugs, cancelled, at }, fail: () => (fails = true) };
}

describe('Probes', () => {
  it('are sent once while traffic is split, through all steps', () => {
    const { sent, at } = open();
    at({ kind: 'stable' });
    expect(sent).toEqual([]);
    at(SPLIT);
    at({ kind: 'split', weight: 50 });
    expect(sent.map(({ aborted }) => aborted)).toEqual([false]);
  });

  it('stop with the split, and begin again with the next', () => {
    const { sent, at, probes } = open();
    at(SPLIT);
    at({ kind: 'promoted', open: true });
    at(SPLIT);
    probes.stop();
    expect(sent.map(({ aborted }) => aborted)).toEqual([true, true]);
    at(SPLIT, makeRemembered({ phase: { kind: 'baking', since: STARTED_AT } }));
    expect(sent).toHaveLength(2);
  });

  it('stop at once when the job is cancelled, and do not begin again', () => {
    const { sent, at, cancelled } = open();
    at(SPLIT);
    cancelled.abort();
    expect(sent.map(({ aborted }) => aborted)).toEqual([true]);
    at(SPLIT);
    expect(sent).toHaveLength(1);
  });

  it('say once that those of earlier runs are not counted', () => {
    const { lines, at, probes } = open();
    at(SPLIT, ROLLOUT, true);
    probes.stop();
    at(SPLIT, ROLLOUT, true);
    expect(lines).toEqual([
      'Probes that earlier runs of this release sent are not counted in this run.',
    ]);
  });

  it('begin again if they could not reach a version', async () => {
    const { sent, at, ends } = open();
    at(SPLIT);
    for (const end of ends) end();
    await new Promise((resolve) => setTimeout(resolve, 0));
    at(SPLIT);
    expect(sent).toHaveLength(2);
  });

  it('never throw', async () => {
    const { bugs, at, fail } = open();
    fail();
    at(SPLIT);
    await new Promise((resolve) => setTimeout(resolve, 0));
    at(SPLIT);
    expect(bugs).toEqual([new Error('a bug')]);
  });
});
