// Requests and failures by the second: of each side, and of each route or function.

import type { EventSeries } from '../analysis/count-table.ts';
import { type FailureGroup, withFailure } from './failure-groups.ts';
import type { Side, Sighting } from './sighting.ts';

export type Sides = Readonly<Record<Side, EventSeries>>;

/** The failed requests of both sides, and those that the client caused. */
export interface PartCounts {
  readonly errors: Sides;
  readonly clientErrors: Sides;
}

export interface RouteCounts extends PartCounts {
  readonly method: string;
  /** The path of the resource. */
  readonly resource: string;
}

export interface TotalCounts {
  readonly all: PartCounts;
  /** By `POST /orders`, of the routes that were seen first. */
  readonly routes: ReadonlyMap<string, RouteCounts>;
  /** By name. */
  readonly functions: ReadonlyMap<string, PartCounts>;
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
  readonly errors: Map<number, number>;
  readonly clientErrors: Map<number, number>;
}

type Both = Readonly<Record<Side, Series>>;

interface Route {
  readonly method: string;
  readonly resource: string;
  readonly both: Both;
}

interface Sums {
  readonly all: Both;
  readonly routes: Map<string, Route>;
  readonly functions: Map<string, Both>;
  readonly failures: Map<string, FailureGroup>;
  unfinished: number;
}

export function createTotals(): Totals {
  const sums: Sums = {
    ...{ all: noCounts(), routes: new Map(), functions: new Map(), failures: new Map() },
    unfinished: 0,
  };
  return {
    add: (sighting) => count(sums, sighting, true),
    with: (sightings, settledUntil) => {
      const copy = copyOf(sums);
      for (const one of sightings) count(copy, one, secondOf(one.at) < settledUntil);
      const { failures, unfinished } = copy;
      const routes = [...copy.routes].map(
        ([name, { both, ...route }]) => [name, { ...route, ...partOf(both) }] as const,
      );
      const functions = [...copy.functions].map(([name, both]) => [name, partOf(both)] as const);
      return {
        ...{ all: partOf(copy.all), routes: new Map(routes), functions: new Map(functions) },
        ...{ failures: [...failures.values()], unfinished },
      };
    },
  };
}

export function secondOf(ms: number): number {
  return Math.floor(ms / 1000);
}

function partOf({ canary, stable }: Both): PartCounts {
  const errors = ({ requests, errors: events }: Series) => ({ requests, events });
  const clientErrors = ({ requests, clientErrors: events }: Series) => ({ requests, events });
  return {
    errors: { canary: errors(canary), stable: errors(stable) },
    clientErrors: { canary: clientErrors(canary), stable: clientErrors(stable) },
  };
}

function noCounts(): Both {
  const none = () => ({ requests: new Map(), errors: new Map(), clientErrors: new Map() });
  return { canary: none(), stable: none() };
}

function count(sums: Sums, sighting: Sighting, settled: boolean): void {
  const { side, functionName } = sighting;
  countIn(sums.all[side], sighting);
  const route = routeFor(sums.routes, sighting);
  if (route) countIn(route.both[side], sighting);
  if (functionName !== undefined) {
    const both = sums.functions.get(functionName) ?? noCounts();
    sums.functions.set(functionName, both);
    countIn(both[side], sighting);
  }
  withFailure(sums.failures, sighting);
  if (settled && !sighting.isClosed) sums.unfinished += 1;
}

function routeFor(
  routes: Map<string, Route>,
  { method = '', route: resource }: Sighting,
): Route | undefined {
  if (resource === undefined) return undefined;
  const name = `${method} ${resource}`.trim();
  const known = routes.get(name);
  if (known || routes.size >= MOST_ROUTES) return known;
  const route = { method, resource, both: noCounts() };
  routes.set(name, route);
  return route;
}

/** A second with requests has events as well, even if there are 0. */
function countIn({ requests, errors, clientErrors }: Series, one: Sighting): void {
  const second = secondOf(one.at);
  const add = (to: Map<number, number>, n: number) => to.set(second, (to.get(second) ?? 0) + n);
  add(requests, 1);
  add(errors, one.failure ? 1 : 0);
  add(clientErrors, one.isClientError ? 1 : 0);
}

function copyOf({ all, routes, functions, failures, unfinished }: Sums): Sums {
  return {
    all: copyOfBoth(all),
    routes: new Map(
      [...routes].map(([name, route]) => [name, { ...route, both: copyOfBoth(route.both) }]),
    ),
    functions: new Map([...functions].map(([name, both]) => [name, copyOfBoth(both)])),
    failures: new Map(failures),
    unfinished,
  };
}

function copyOfBoth({ canary, stable }: Both): Both {
  const copy = ({ requests, errors, clientErrors }: Series) => ({
    requests: new Map(requests),
    errors: new Map(errors),
    clientErrors: new Map(clientErrors),
  });
  return { canary: copy(canary), stable: copy(stable) };
}
