// Probes by the minute: in pairs, and no minute before its last probe has ended.

import { describe, expect, it } from '@jest/globals';
import { createProbeTally } from '../../../src/smoke/probe-tally.ts';

const PASSED = { kind: 'passed' } as const;
const FAILED = { kind: 'failed', check: 'read', differs: 'the status is 500' } as const;

describe('The tally of probes', () => {
  it('counts both versions in the minute in which the pair began', () => {
    const tally = createProbeTally();
    const [first, second] = [tally.begin(59), tally.begin(61)];
    second({ canary: PASSED, stable: PASSED });
    first({ canary: FAILED, stable: PASSED });
    expect(tally.minutes(120)).toEqual([
      {
        ...{ minute: 0, weight: 50, weightBefore: 50 },
        ...{ canary: { requests: 1, events: 1 }, stable: { requests: 1, events: 0 } },
      },
      {
        ...{ minute: 1, weight: 50, weightBefore: 50 },
        ...{ canary: { requests: 1, events: 0 }, stable: { requests: 1, events: 0 } },
      },
    ]);
  });

  it('shows no minute that is not over, and none after one with a running probe', () => {
    const tally = createProbeTally();
    const slow = tally.begin(10);
    tally.begin(70)({ canary: PASSED, stable: PASSED });
    expect(tally.minutes(200)).toEqual([]);
    slow({ canary: PASSED, stable: PASSED });
    expect(tally.minutes(119).map(({ minute }) => minute)).toEqual([0]);
    expect(tally.minutes(120).map(({ minute }) => minute)).toEqual([0, 1]);
    expect(tally.open()).toBe(0);
  });

  it('does not count what was stopped', () => {
    const tally = createProbeTally();
    const end = tally.begin(10);
    end();
    end({ canary: FAILED, stable: PASSED });
    expect(tally.minutes(600)).toEqual([]);
  });
});
