// Counts as a source would return them, for tests that need no CloudWatch.

import { type EventSeries, NO_EVENTS, type Split } from '../../../src/analysis/count-table.ts';
import { errorsMeasure } from '../../../src/analysis/errors-measure.ts';
import { type CountedTraffic, startOfMinute } from '../../../src/rollout/traffic.ts';
import { STARTED_AT } from '../rollout/rollout-fixture.ts';

interface Given extends Partial<Split> {
  readonly invoked?: EventSeries | undefined;
  /** Seconds since the epoch; default: never. */
  readonly closedUntil?: number;
}

/** The errors of a stage, separated by side. */
export function counted({ invoked, closedUntil = 0, ...sides }: Given = {}): CountedTraffic {
  const none = { canary: NO_EVENTS, stable: NO_EVENTS, promoted: NO_EVENTS };
  const rows = [{ measure: errorsMeasure(), ...none, ...sides }];
  return {
    kind: 'counted',
    source: 'gateway',
    apart: true,
    table: { bucketSeconds: 60, closedUntil, rows },
    ...(invoked && { invoked }),
  };
}

export const MINUTE = startOfMinute(STARTED_AT);

/** `[requests, events]` of consecutive minutes. */
export const series = (...minutes: readonly (readonly [number, number])[]): EventSeries => ({
  requests: new Map(minutes.map(([requests], i) => [MINUTE + 60 * i, requests])),
  events: new Map(minutes.map(([, events], i) => [MINUTE + 60 * i, events])),
});

export const NONE = series();
