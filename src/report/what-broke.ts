// What broke: the failures that are new on the canary, of all that the logs show.

import { type CountTable, type EventSeries, errorsOf } from '../analysis/count-table.ts';
import { type FailureGroup, type RankedGroup, rankOnCanary } from '../logs/failure-groups.ts';
import type { WeightChange } from '../rollout/weights.ts';
import type { BrokenKind, WhatBroke } from './broken-kinds.ts';

/** What the logs show. */
export interface LoggedFailures {
  readonly failures: readonly FailureGroup[];
  /** The requests by the second. */
  readonly table: CountTable;
}

/** More than this helps nobody. */
const MOST_KINDS = 20;

/**
 * `undefined`: the logs show nothing that stable does not have as well.
 *
 * @param weights those of the new version since the rollout began
 */
export function whatBroke(
  { failures, table }: LoggedFailures,
  weights: readonly WeightChange[],
): WhatBroke | undefined {
  const { canary, stable } = errorsOf(table);
  const all = { canary: requestsIn(canary), stable: requestsIn(stable) };
  // Of a busy stable version, only the failures are read.
  const isCounted = all.stable > 0 || all.canary === 0;
  const requests = { ...all, stable: isCounted ? all.stable : expectedOnStable(canary, weights) };
  const own = rankOnCanary(failures, requests).filter(isOwn);
  if (own.length === 0) return undefined;
  const newest = newestOf(own);
  return {
    requests: { ...all, stable: isCounted ? all.stable : null },
    kinds: own.slice(0, MOST_KINDS).map((group) => kindOf(group, group === newest)),
    more: Math.max(0, own.length - MOST_KINDS),
  };
}

/** Of all seconds, also of those that may still grow. */
function requestsIn({ requests }: EventSeries): number {
  return [...requests.values()].reduce((sum, more) => sum + more, 0);
}

/** The requests that stable must have had, by the split of the traffic. */
function expectedOnStable({ requests }: EventSeries, weights: readonly WeightChange[]): number {
  let sum = 0;
  for (const [second, count] of requests) {
    const weight = weights.findLast(({ at }) => at <= second)?.weight ?? 0;
    if (weight > 0) sum += (count * (100 - weight)) / weight;
  }
  return Math.round(sum);
}

type OwnGroup = RankedGroup & Pick<BrokenKind, 'novelty'>;

function isOwn(group: RankedGroup): group is OwnGroup {
  return group.novelty !== 'same';
}

/** What the version brought with it is usually among the first; what began last may be another problem. */
function newestOf(own: readonly OwnGroup[]): OwnGroup | undefined {
  return own
    .filter(({ stable }) => stable === 0)
    .reduce<OwnGroup | undefined>(
      (last, group) => (last && last.firstSeen >= group.firstSeen ? last : group),
      undefined,
    );
}

function kindOf(group: OwnGroup, isNewest: boolean): BrokenKind {
  const { canary, stable, firstSeen, novelty, samples } = group;
  return {
    ...named(group),
    ...{ canary, stable, firstSeen: Math.floor(firstSeen / 1000), novelty },
    ...(isNewest && { newest: true }),
    ...(samples && { samples }),
  };
}

function named(
  group: FailureGroup,
): Pick<BrokenKind, 'route' | 'functionName' | 'status' | 'how' | 'errorType' | 'location'> {
  const { method = '', route, functionName, status, how, errorType, location } = group;
  return {
    ...(route !== undefined && { route: `${method} ${route}`.trim() }),
    ...(functionName !== undefined && { functionName }),
    ...(status !== undefined && { status }),
    ...(how !== undefined && { how }),
    ...(errorType !== undefined && { errorType }),
    ...(location !== undefined && { location }),
  };
}
