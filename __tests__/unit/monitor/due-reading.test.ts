// CloudWatch bills every metric: what cannot show anything new is not asked for, and nothing is found later for it.

import { describe, expect, it } from '@jest/globals';
import { dueReading, type LastReading } from '../../../src/monitor/due-reading.ts';
import type { StoredRollout } from '../../../src/rollout/record.ts';
import { makeRecord, makeRemembered, PLAN, STARTED_AT } from '../rollout/rollout-fixture.ts';

/** The start of a minute, some time into the first step; minutes close with it. */
const NOW = 60 * Math.ceil(STARTED_AT / 60) + 120;
const STEP = {
  phase: { kind: 'step', index: 0, since: STARTED_AT },
  stepStartTimes: [STARTED_AT],
} as const;
const LONG = { ...PLAN, steps: [{ weight: 5, holdSeconds: 1800 }] };
const inStep = (plan = LONG): StoredRollout => ({
  ...makeRemembered(STEP),
  record: makeRecord({ plan }),
});

function readAt(seconds: number, parts: Partial<LastReading> = {}): LastReading {
  const at = NOW + seconds;
  return { rollout: inStep(), readAt: at, askedAt: at, failed: false, ...parts };
}

const due = (last: LastReading | undefined, seconds: number, rollout = inStep()) =>
  dueReading(last, rollout, NOW + seconds);

describe('Everything is read', () => {
  it.each<[string, LastReading | undefined, number, StoredRollout?]>([
    ['at first', undefined, 7],
    ['once a minute has closed', readAt(-1), 0],
    ['however soon after a look', readAt(-40, { askedAt: NOW - 1 }), 0],
    ['at the next look, if it could not be read', readAt(0, { failed: true }), 30],
    ['after a shift', readAt(0), 1, { ...inStep(), stepStartTimes: [NOW] }],
    [
      'at each look that may end the step',
      readAt(0),
      30,
      inStep({ ...LONG, steps: [{ weight: 5, holdSeconds: 180 }] }),
    ],
    [
      'at each look if evidence may end it',
      readAt(0),
      30,
      inStep({ ...LONG, advance: { kind: 'evidence', minSeconds: 60, maxSeconds: 900 } }),
    ],
  ])('%s', (_, last, seconds, rollout = inStep()) => {
    const before = last && rollout.record.plan !== LONG ? { ...last, rollout } : last;
    expect(due(before, seconds, rollout)).toBe('all');
  });
});

describe('Between two closed minutes', () => {
  it('only failures of the canary are asked for, once', () => {
    expect(due(readAt(0), 29)).toBe('nothing');
    expect(due(readAt(0), 30)).toBe('failures');
    expect(due(readAt(0, { askedAt: NOW + 30 }), 59)).toBe('nothing');
    expect(due(readAt(0, { askedAt: NOW + 30 }), 60)).toBe('all');
  });

  it('minutes close when the longest answer is over', () => {
    const slow = { ...inStep(), record: makeRecord({ plan: LONG, longestAnswerSeconds: 45 }) };
    // 135 seconds after their end.
    expect(due(readAt(0, { rollout: slow }), 14, slow)).toBe('nothing');
    expect(due(readAt(0, { rollout: slow }), 15, slow)).toBe('all');
  });

  it.each<[string, Partial<StoredRollout>, string]>([
    ['before any traffic, nothing', { phase: { kind: 'preparing' } }, 'nothing'],
    ['right after the promotion, failures', { phase: { kind: 'baking', since: NOW } }, 'failures'],
    ['later in the bake, nothing', { phase: { kind: 'baking', since: NOW - 600 } }, 'nothing'],
  ])('%s', (_, parts, expected) => {
    const rollout = { ...inStep(), ...parts };
    expect(due(readAt(0, { rollout }), 30, rollout)).toBe(expected);
  });
});
