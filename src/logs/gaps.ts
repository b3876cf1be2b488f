// Counts with the seconds that have none because they were not read.

import type { EventSeries } from '../analysis/count-table.ts';
import type { Coverage } from './coverage.ts';
import type { Side } from './sighting.ts';
import type { PartCounts, RouteCounts, Sides, TotalCounts } from './totals.ts';

interface SidedSource {
  readonly name: string;
  readonly side: Side;
  readonly failuresOnly: boolean;
}

type Counted = Pick<TotalCounts, 'all' | 'routes' | 'functions'>;

export interface SeriesWithGaps extends Sides {
  /** The same with the events that the client caused. */
  readonly clientErrors: Sides;
  /** By route, as `POST /orders`. */
  readonly routes: ReadonlyMap<string, RouteCounts>;
  /** By name of the function, if that is known. */
  readonly functions: ReadonlyMap<string, PartCounts>;
}

export function gapsIn(
  sources: readonly SidedSource[],
  coverage: Pick<Coverage, 'unreadBefore' | 'lastRead'>,
): (counted: Counted) => SeriesWithGaps {
  const withGaps = gapsOfSides(sources, coverage);
  const ofPart = ({ errors, clientErrors }: PartCounts): PartCounts => ({
    errors: withGaps(errors),
    clientErrors: withGaps(clientErrors),
  });
  return ({ all, routes, functions }) => {
    const { errors, clientErrors } = ofPart(all);
    return {
      ...errors,
      clientErrors,
      routes: mapValues(routes, (route) => ({ ...route, ...ofPart(route) })),
      functions: mapValues(functions, ofPart),
    };
  };
}

function gapsOfSides(
  sources: readonly SidedSource[],
  coverage: Pick<Coverage, 'unreadBefore' | 'lastRead'>,
): (all: Sides) => Sides {
  const gapsOf = (side: Side) => {
    const own = sources.filter((source) => source.side === side);
    const names = own.map(({ name }) => name);
    const unread = coverage.unreadBefore(coverage.lastRead(), names);
    const partial = own.some(({ failuresOnly }) => failuresOnly);
    return ({ requests, events }: EventSeries): EventSeries => ({
      requests: partial ? new Map() : requests,
      events,
      ...(unread.length > 0 && { incomplete: new Set(unread) }),
    });
  };
  const [canaryWithGaps, stableWithGaps] = [gapsOf('canary'), gapsOf('stable')];
  return ({ canary, stable }) => ({
    canary: canaryWithGaps(canary),
    stable: stableWithGaps(stable),
  });
}

function mapValues<V, W>(
  map: ReadonlyMap<string, V>,
  change: (value: V) => W,
): ReadonlyMap<string, W> {
  return new Map([...map].map(([key, value]) => [key, change(value)]));
}
