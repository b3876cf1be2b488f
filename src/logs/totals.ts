// Requests and failures by the second: of each side, and of each route.

import type { EventSeries } from '../analysis/count-table.ts';
import { type FailureGroup, withFailure } from './failure-groups.ts';
import type { Side, Sighting } from './sighting.ts';

export type Sides = Readonly<Record<Side, EventSeries>>;

export interface TotalCounts {
  readonly all: Sides;
  /** By `POST /orders`, of the routes that were seen first. */
  readonly routes: ReadonlyMap<string, Sides>;
  readonly failures: readonly FailureGroup[];
  /** Requests of which it is not known how they ended. */
  readonly unfinished: number;
}

export interface Totals {
  /** Counts a request for good. */
  add(sighting: Sighting): void;
  /** The counts with further requests, which may still change. */
  with(sightings: readonly Sighting[], settledUntil: number): TotalCounts;
}

/** The most routes that are counted on their own. */
const MOST_ROUTES = 50;

interface Series {
  readonly requests: Map<number, number>;
  readonly events: Map<number, number>;
}

type Both = Readonly<Record<Side, Series>>;

interface Sums {
  readonly all: Both;
  readonly routes: Map<string, Both>;
  readonly failures: Map<string, FailureGroup>;
  unfinished: number;
}

export function createTotals(): Totals {
  const sums: Sums = { all: noCounts(), routes: new Map(), failures: new Map(), unfinished: 0 };
  return {
    add: (sighting) => count(sums, sighting, true),
    with: (sightings, settledUntil) => {
      const copy = copyOf(sums);
      for (const one of sightings) count(copy, one, secondOf(one.at) < settledUntil);
      const { all, routes, failures, unfinished } = copy;
      return { all, routes, failures: [...failures.values()], unfinished };
    },
  };
}

export function secondOf(ms: number): number {
  return Math.floor(ms / 1000);
}

function noCounts(): Both {
  const none = () => ({ requests: new Map<number, number>(), events: new Map<number, number>() });
  return { canary: none(), stable: none() };
}

function count(sums: Sums, sighting: Sighting, settled: boolean): void {
  const { side, method = '', route } = sighting;
  countIn(sums.all[side], sighting);
  if (route !== undefined) {
    const name = `${method} ${route}`.trim();
    const known = sums.routes.get(name);
    const both = known ?? (sums.routes.size < MOST_ROUTES ? noCounts() : undefined);
    if (both) countIn(both[side], sighting);
    if (both && !known) sums.routes.set(name, both);
  }
  withFailure(sums.failures, sighting);
  if (settled && !sighting.isClosed) sums.unfinished += 1;
}

/** A second with requests has events as well, even if there are 0. */
function countIn({ requests, events }: Series, { at, failure }: Sighting): void {
  const second = secondOf(at);
  requests.set(second, (requests.get(second) ?? 0) + 1);
  events.set(second, (events.get(second) ?? 0) + (failure ? 1 : 0));
}

function copyOf({ all, routes, failures, unfinished }: Sums): Sums {
  return {
    all: copyOfBoth(all),
    routes: new Map([...routes].map(([name, both]) => [name, copyOfBoth(both)])),
    failures: new Map(failures),
    unfinished,
  };
}

function copyOfBoth({ canary, stable }: Both): Both {
  const copy = ({ requests, events }: Series) => ({
    requests: new Map(requests),
    events: new Map(events),
  });
  return { canary: copy(canary), stable: copy(stable) };
}
