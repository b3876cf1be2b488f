import { describe, expect, it } from '@jest/globals';
import {
  type FailureGroup,
  rankOnCanary,
  withDetails,
  withFailure,
} from '../../../src/logs/failure-groups.ts';
import { detailsOf } from '../../../src/logs/invocation-sightings.ts';
import { readCost } from '../../../src/logs/read-cost.ts';
import type { Failure, Sighting } from '../../../src/logs/sighting.ts';

let count = 0;
function failed(side: 'canary' | 'stable', failure: Failure, route = '/orders', at = 5): Sighting {
  count += 1;
  const where = { side, group: 'g', isCertain: true, isClosed: true } as const;
  return { requestId: String(count), at, method: 'POST', route, failure, ...where };
}

function grouped(...sightings: readonly Sighting[]): readonly FailureGroup[] {
  const groups = new Map<string, FailureGroup>();
  for (const one of sightings) withFailure(groups, one);
  return [...groups.values()];
}

describe('Groups of failures', () => {
  it('are those of one route and status, with the time of the first', () => {
    const other = failed('canary', { status: 502 }, '/other');
    const { failure: _, ...healthy } = failed('canary', {});
    expect(
      grouped(
        failed('canary', { status: 502 }, '/orders', 9),
        failed('canary', { status: 502 }, '/orders', 3),
        failed('stable', { status: 502 }),
        failed('canary', { status: 504, errorType: 'INTEGRATION_TIMEOUT' }),
        other,
        healthy,
      ),
    ).toEqual([
      {
        ...{ method: 'POST', route: '/orders', status: 502, firstSeen: 3, canary: 2, stable: 1 },
        examples: [],
      },
      {
        ...{ method: 'POST', route: '/orders', status: 504, errorType: 'INTEGRATION_TIMEOUT' },
        ...{ firstSeen: 5, canary: 1, stable: 0, examples: [] },
      },
      {
        ...{ method: 'POST', route: '/other', status: 502, firstSeen: 5, canary: 1, stable: 0 },
        examples: [],
      },
    ]);
  });

  it('have the type and place of the error of most of their examples', () => {
    const groups = grouped(
      ...['a', 'b', 'c', 'd', 'e', 'f'].map((functionRequestId) =>
        failed('canary', { status: 502, functionRequestId }),
      ),
      failed('stable', { status: 502, functionRequestId: 's' }),
    );
    expect(groups[0]?.examples).toEqual(['a', 'b', 'c', 'd', 'e']);
    const invocation = { group: 'g', stream: 's' };
    const kind = { kind: 'failed', how: 'error' } as const;
    const details = detailsOf([
      { ...invocation, requestId: 'a', outcome: { ...kind, errorType: 'RangeError' } },
      {
        ...{ ...invocation, requestId: 'b' },
        outcome: { ...kind, errorType: 'TypeError', location: 'checkout.mjs:41' },
      },
      {
        ...{ ...invocation, requestId: 'c' },
        outcome: { ...kind, errorType: 'TypeError', location: 'checkout.mjs:41' },
      },
      { ...invocation, requestId: 'd', outcome: { kind: 'ok' } },
    ]);
    expect(withDetails(groups, details)).toMatchObject([
      { status: 502, canary: 6, stable: 1, errorType: 'TypeError', location: 'checkout.mjs:41' },
    ]);
    expect(withDetails(groups, new Map())).toEqual(groups);
  });

  it('are limited in number', () => {
    const many = Array.from({ length: 500 }, (_, i) => failed('canary', { status: 500 }, `/${i}`));
    expect(grouped(...many)).toHaveLength(200);
  });

  it('are ranked: first what is new on the canary, if stable would have shown it', () => {
    const group = (canary: number, stable: number, status: number): FailureGroup => ({
      ...{ canary, stable, status, firstSeen: 0, examples: [] },
    });
    const groups = [
      group(90, 900, 500),
      group(1, 0, 501),
      group(37, 0, 502),
      group(0, 5, 505),
      group(20, 10, 503),
      group(50, 0, 504),
    ];
    const ranked = (canary: number, stable: number) =>
      rankOnCanary(groups, { canary, stable }).map(({ status, novelty }) => [status, novelty]);
    expect(ranked(1000, 9000)).toEqual([
      [504, 'new'],
      [502, 'new'],
      [501, 'new'],
      [503, 'more'],
      [500, 'same'],
    ]);
    expect(ranked(1000, 1000).slice(0, 3)).toEqual([
      [504, 'new'],
      [502, 'new'],
      [501, 'unseen'],
    ]);
    expect(ranked(0, 0)[0]).toEqual([504, 'unseen']);
  });
});

describe('The cost of reading', () => {
  it('grows with the traffic, and is small', () => {
    const at = (requestsPerSecond: number) =>
      readCost({ requestsPerSecond, lineBytes: 282, sources: 1 });
    expect(at(50)).toMatchObject({ callsPerHour: expect.any(Number) });
    expect(at(50).gigabytesPerHour).toBeCloseTo(0.56, 2);
    expect(at(50).dollarsPerHour).toBeCloseTo(0.05, 2);
    expect(at(500).callsPerHour / 3600).toBeLessThan(2);
    expect(at(500).gigabytesPerHour).toBeCloseTo(5.6, 1);
    expect(at(0).callsPerHour).toBe(960);
  });
});
