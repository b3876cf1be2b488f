// What broke: failed requests by route and status, or by the way an invocation ended. Types and places only; messages
// are never kept.

import type { Failure, Side, Sighting } from './sighting.ts';

export interface FailureGroup extends Omit<Failure, 'functionRequestId'> {
  readonly functionName?: string;
  readonly method?: string;
  readonly route?: string;
  /** Milliseconds since the epoch. */
  readonly firstSeen: number;
  readonly canary: number;
  readonly stable: number;
  /** Request IDs of the function, for some of the canary's failures. */
  readonly examples: readonly string[];
  /** Masked lines of one of them. */
  readonly samples?: readonly string[];
}

/** Why an invocation failed, by the function's own log. */
export interface FailureDetail extends Pick<Failure, 'errorType' | 'location'> {
  /** Masked. */
  readonly samples?: readonly string[];
}

/** More kinds of failures than anybody reads. */
const MOST_GROUPS = 200;
const MOST_EXAMPLES = 5;

export type FailureGroups = ReadonlyMap<string, FailureGroup>;

/** The groups with one more request; without change if the request has not failed. */
export function withFailure(groups: Map<string, FailureGroup>, sighting: Sighting): void {
  const { failure, functionName, method, route, at, side } = sighting;
  if (!failure) return;
  const { functionRequestId, ...kind } = failure;
  const key = JSON.stringify([
    ...[functionName, method, route, kind.status, kind.how, kind.errorType, kind.location],
  ]);
  const known = groups.get(key);
  if (!known && groups.size >= MOST_GROUPS) return;
  const group = known ?? {
    ...(functionName !== undefined && { functionName }),
    ...(method !== undefined && { method }),
    ...(route !== undefined && { route }),
    ...kind,
    ...{ firstSeen: at, canary: 0, stable: 0, examples: [] },
  };
  const isExample = functionRequestId !== undefined && side === 'canary';
  groups.set(key, {
    ...group,
    firstSeen: Math.min(group.firstSeen, at),
    [side]: group[side] + 1,
    examples: isExample
      ? [...group.examples, functionRequestId].slice(0, MOST_EXAMPLES)
      : group.examples,
  });
}

/**
 * By which a group is looked up: request IDs of the function, or its own name if the access log has none.
 */
export function lookupsOf({ examples, method, route, status }: FailureGroup): readonly string[] {
  return examples.length > 0 ? examples : [JSON.stringify([method, route, status])];
}

/**
 * The groups with the type and place of the error in the function, where its own lines show them.
 *
 * @param details by what a group is looked up by
 */
export function withDetails(
  groups: readonly FailureGroup[],
  details: ReadonlyMap<string, FailureDetail>,
): readonly FailureGroup[] {
  return groups.map((group) => {
    const found = lookupsOf(group).flatMap((id) => details.get(id) ?? []);
    return { ...group, ...mostFrequent(found) };
  });
}

/** The detail that most of them have; `undefined` if there are none. */
export function mostFrequent(details: readonly FailureDetail[]): FailureDetail | undefined {
  const counts = new Map<string, { readonly detail: FailureDetail; count: number }>();
  for (const detail of details) {
    const key = JSON.stringify([detail.errorType, detail.location]);
    const known = counts.get(key) ?? { detail, count: 0 };
    known.count += 1;
    counts.set(key, known);
  }
  return [...counts.values()].sort((a, b) => b.count - a.count)[0]?.detail;
}

/** How the failures of a group on the canary relate to those on stable. */
export type Novelty =
  /** Stable has none, although it had enough requests to show some. */
  | 'new'
  /** Stable has none, but had too few requests to tell. */
  | 'unseen'
  /** The canary has at least twice as many as its share. */
  | 'more'
  | 'same';

export interface RankedGroup extends FailureGroup {
  readonly novelty: Novelty;
}

/** As many failures would be expected on stable, if it failed as often. */
const ENOUGH = 3;

/** The groups of the canary: those that are new first, and the most frequent ones first among these. */
export function rankOnCanary(
  groups: readonly FailureGroup[],
  requests: Readonly<Record<Side, number>>,
): readonly RankedGroup[] {
  const order: readonly Novelty[] = ['new', 'unseen', 'more', 'same'];
  return groups
    .filter(({ canary }) => canary > 0)
    .map((group) => ({ ...group, novelty: noveltyOf(group, requests) }))
    .sort(
      (a, b) =>
        order.indexOf(a.novelty) - order.indexOf(b.novelty) ||
        b.canary - a.canary ||
        a.firstSeen - b.firstSeen,
    );
}

function noveltyOf(
  { canary, stable }: FailureGroup,
  requests: Readonly<Record<Side, number>>,
): Novelty {
  if (requests.canary === 0) return stable === 0 ? 'unseen' : 'same';
  const expected = (canary / requests.canary) * requests.stable;
  if (stable === 0) return expected >= ENOUGH ? 'new' : 'unseen';
  return expected >= 2 * stable ? 'more' : 'same';
}
