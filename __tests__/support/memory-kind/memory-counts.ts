// The traffic of a router in memory: ten requests a second, split as the router was set.

import type { EventSeries } from '../../../src/analysis/count-table.ts';
import { errorsMeasure } from '../../../src/analysis/errors-measure.ts';
import type { CountSource, Span } from '../../../src/monitor/count-source.ts';
import { countedErrors } from '../../../src/monitor/counted-errors.ts';
import { findRouter, type MemoryRouter, type Split } from './memory-router.ts';

const SLICE_SECONDS = 15;
const REQUESTS_PER_SECOND = 10;

export function createMemoryCounts(name: string): CountSource {
  return {
    readTraffic: async ([change], span, closedUntil) => {
      const router = findRouter(name);
      if (!router || !change) return { kind: 'unreadable', why: 'nothing is routed' };
      const [canary, stable, promoted] = [[change.to], [change.from], [change.from, change.to]].map(
        (versions) => countedOf(router, versions, span),
      );
      if (!canary || !stable || !promoted) throw new RangeError('there are three of them');
      return countedErrors('router', {
        apart: true,
        sides: { canary, stable, promoted },
        closedUntil,
      });
    },
    readBaseline: async () => {
      const minute = { requests: 60 * REQUESTS_PER_SECOND, events: 0 };
      return [{ measure: errorsMeasure(), minutes: Array.from({ length: 60 }, () => minute) }];
    },
    latencyGap: () => 'not-counted',
    readMeasures: async () => [],
    readDaily: async () => ({ requestsPerMinute: 60 * REQUESTS_PER_SECOND, errorRate: 0 }),
  };
}

/** Per minute, and only of minutes that are over. */
function countedOf(
  { history, broken }: MemoryRouter,
  versions: readonly string[],
  { from, to }: Span,
): EventSeries {
  const requests = new Map<number, number>();
  const events = new Map<number, number>();
  for (let minute = from; minute < to && minute + 60 <= Date.now() / 1000; minute += 60) {
    const served = versions.map((version) => {
      const count = requestsOf(history, version, minute);
      return { count, failed: broken.has(version) ? Math.round(count / 5) : 0 };
    });
    requests.set(minute, sum(served.map(({ count }) => count)));
    events.set(minute, sum(served.map(({ failed }) => failed)));
  }
  return { requests, events };
}

function requestsOf(history: MemoryRouter['history'], version: string, minute: number): number {
  const slices = Array.from({ length: 60 / SLICE_SECONDS }, (_, i) => minute + SLICE_SECONDS * i);
  const parts = slices.map((at) => {
    const split = history.findLast((one) => one.at <= at)?.split;
    return split ? shareOf(split, version) * SLICE_SECONDS * REQUESTS_PER_SECOND : 0;
  });
  return Math.round(sum(parts));
}

/** From 0 to 1. */
function shareOf({ serves, canary }: Split, version: string): number {
  const weight = (canary?.weight ?? 0) / 100;
  if (canary?.version === version) return weight;
  return serves === version ? 1 - weight : 0;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
