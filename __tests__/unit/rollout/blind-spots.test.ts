// What a release could break unseen: computed from what is known, and worded with what would show it.

import { describe, expect, it } from '@jest/globals';
import { blindSpotCount, blindSpotText } from '../../../src/report/blind-text.ts';
import { type BlindFacts, type BlindSpot, blindSpots } from '../../../src/rollout/blind-spots.ts';

const FACTS: BlindFacts = {
  ofTarget: [],
  notCompared: [],
  latencyGap: undefined,
  smallest: 0.04,
  requestsPerMinute: 120,
  bakesAlone: false,
  region: 'eu-west-1',
  alarms: 1,
  metrics: 1,
};
const kinds = (parts: Partial<BlindFacts>) =>
  blindSpots({ ...FACTS, ...parts }).map(({ kind }) => kind);

describe('the blind spots of a release', () => {
  it('are few where alarms and metrics are given', () => {
    expect(kinds({})).toEqual(['small-regressions', 'quiet-routes', 'other-regions']);
    expect(kinds({ alarms: 0 })).toContain('no-alarms');
    expect(kinds({ metrics: 0 })).toContain('wrong-answers');
  });

  it('contain what begins after a promotion that the bake follows', () => {
    expect(kinds({ bakesAlone: true })).toContain('bake-alone');
    expect(blindSpotText({ kind: 'bake-alone' })).toMatch(/less than 10%.* hold-back: 5% would/);
  });

  it('contain what the target does not count, unless metrics may', () => {
    const ofTarget: BlindSpot[] = [{ kind: 'returned-errors' }, { kind: 'asynchronous' }];
    expect(kinds({ ofTarget, metrics: 0 })).toContain('returned-errors');
    expect(kinds({ ofTarget })).not.toContain('returned-errors');
    expect(kinds({ ofTarget })).toContain('asynchronous');
  });

  it('give the reason why latency is not compared', () => {
    const missing = (why: 'off' | 'not-counted') => ({
      notCompared: [{ what: 'latency', why } as const],
      latencyGap: 'cache' as const,
    });
    expect(blindSpots({ ...FACTS, ...missing('not-counted') })[0]).toEqual({
      kind: 'latency',
      why: 'cache',
    });
    expect(blindSpots({ ...FACTS, ...missing('off') })[0]).toEqual({
      kind: 'not-compared',
      what: 'latency',
      why: 'off',
    });
  });

  it.each<[BlindSpot, RegExp]>([
    [
      { kind: 'small-regressions', below: 0.042, requestsPerMinute: 120 },
      /^error rates below 4\.2%, at 120 requests per minute: longer steps would show more$/,
    ],
    [
      { kind: 'small-regressions', below: undefined, requestsPerMinute: 1 },
      /^anything less than a failure of nearly all requests, at 1 requests? per minute/,
    ],
    [{ kind: 'latency', why: 'refused' }, /An alarm on Duration would show them$/],
    [{ kind: 'cached', ratio: 3 }, /up to 3 times as frequent/],
    [{ kind: 'not-compared', what: 'client-errors', why: 'off' }, /not in the input compare/],
    [{ kind: 'other-regions', region: 'eu-west-1' }, /other Regions than eu-west-1/],
    [{ kind: 'wrong-answers' }, /^wrong answers with status 200: metrics/],
  ])('%j is worded with what would show it', (spot, words) => {
    expect(blindSpotText(spot)).toMatch(words);
  });

  it('are one line for a release that goes on', () => {
    expect(blindSpotCount(blindSpots(FACTS))).toMatch(
      /cannot see 3 kinds of harm .*docs\/judge\.md/,
    );
  });
});
