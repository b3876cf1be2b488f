import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import type { MinuteCounts } from '../../../src/analysis/counts.ts';
import { DEFAULT_PROFILE, FAST_PROFILE, type TestProfile } from '../../../src/analysis/profile.ts';
import { createSafeBound } from '../../../src/analysis/safe-bound.ts';
import { evidencePath } from '../../../src/analysis/sequential-test.ts';

interface GoldenCase {
  readonly name: string;
  readonly minutes: readonly (readonly [number, number, number, number, number])[];
  readonly fast: readonly number[];
  readonly capped: readonly number[];
  readonly cappedDispersion5: readonly number[];
  readonly safe: readonly number[];
  readonly firstMinuteAbove100: number;
}

const fixture = new URL('../../fixtures/judge-golden.json', import.meta.url);
const { cases } = JSON.parse(readFileSync(fixture, 'utf8')) as { cases: readonly GoldenCase[] };

/** The bets of the vectors: less on a ratio of 1.5 than the default. */
const ratios = [
  ...[
    { ratio: 1.25, prior: 0.06 },
    { ratio: 1.5, prior: 0.14 },
    { ratio: 2, prior: 0.2 },
    { ratio: 3, prior: 0.14 },
    { ratio: 5, prior: 0.12 },
    { ratio: 10, prior: 0.1 },
  ],
  ...[30, 100, 1000].map((ratio) => ({ ratio, prior: 0.08 })),
];

/** The profile of the vectors, which is slightly more cautious than the default. */
const GOLDEN_PROFILE: TestProfile = {
  ...DEFAULT_PROFILE,
  ratios,
  onset: { atOnce: 0.5, hazard: 0.05 },
  capNats: Math.log(30),
};

/** The vectors take the observed share of a minute with enough requests, and no two minutes share a cap. */
function minutesOf(golden: GoldenCase): MinuteCounts[] {
  return golden.minutes.map(([canaryRequests, canaryEvents, requests, events, configured], i) => {
    const all = canaryRequests + requests;
    const weight = all < 50 ? configured : (100 * canaryRequests) / all;
    return {
      minute: 2 * i,
      canary: { requests: canaryRequests, events: canaryEvents },
      stable: { requests, events },
      weight,
      weightBefore: weight,
    };
  });
}

function expectClose(actual: readonly number[], golden: readonly number[]): void {
  expect(actual).toHaveLength(golden.length);
  const gaps = actual.map((value, i) => Math.abs(value - golden[i]!));
  expect(Math.max(...gaps)).toBeLessThan(1e-9);
}

describe('the golden vectors', () => {
  it('are six rollouts of twenty minutes', () => {
    expect(cases.map((golden) => golden.minutes.length)).toEqual([20, 20, 20, 20, 20, 20]);
  });

  it.each(cases.map((golden) => [golden.name, golden] as const))('%s', (_, golden) => {
    const minutes = minutesOf(golden);
    expectClose(evidencePath(minutes, { ...FAST_PROFILE, ratios }), golden.fast);
    const capped = evidencePath(minutes, GOLDEN_PROFILE);
    expectClose(capped, golden.capped);
    expectClose(
      evidencePath(minutes, { ...GOLDEN_PROFILE, dispersion: 5 }),
      golden.cappedDispersion5,
    );
    const safe = createSafeBound();
    expectClose(
      minutes.map((minute) => safe.add(minute)),
      golden.safe,
    );
    const crossed = capped.findIndex((nats) => nats >= Math.log(100));
    expect(crossed + 1).toBe(golden.firstMinuteAbove100);
  });
});
