// What stands on the aliases of a rollout, taken together: they move as one, or not at all.

import { formatWeight } from './plan.ts';
import type { FunctionChange } from './release.ts';
import type { Standing } from './standing.ts';

/** An alias, as much of it as decides who gets which version. */
export interface AliasState {
  readonly version: string;
  /** Further versions and their share, in per cent. */
  readonly weights: Readonly<Record<string, number>>;
  /** AWS's optimistic lock. */
  readonly revisionId: string;
}

export type AliasStanding =
  | { readonly kind: 'stable' }
  | { readonly kind: 'split'; readonly weight: number }
  | { readonly kind: 'promoted' }
  | { readonly kind: 'foreign'; readonly what: string };

/** Compares one alias with what the rollout does to it. */
export function standingOfAlias(state: AliasState, { from, to }: FunctionChange): AliasStanding {
  const others = Object.entries(state.weights);
  const [other] = others;
  if (others.length === 0 && state.version === from) return { kind: 'stable' };
  if (state.version === to && onlyTransitional(others, from, to)) return { kind: 'promoted' };
  if (state.version === from && others.length === 1 && other?.[0] === to) {
    return { kind: 'split', weight: other[1] };
  }
  return {
    kind: 'foreign',
    what: `it points to ${describeAlias(state)}, not to ${from} and ${to}`,
  };
}

/**
 * An alias with provisioned concurrency keeps weights of Lambda's own for a while after it was moved
 * (hashicorp/terraform-provider-aws#48116).
 */
function onlyTransitional(
  weights: readonly (readonly [string, number])[],
  from: string,
  to: string,
): boolean {
  return weights.every(([version]) => version === from || version === to);
}

/** `7 (95%) and 8 (5%)`. */
export function describeAlias({ version, weights }: AliasState): string {
  const others = Object.entries(weights);
  if (others.length === 0) return version;
  const rest = 100 - others.reduce((sum, [, weight]) => sum + weight, 0);
  const shares = [[version, rest] as const, ...others];
  return shares.map(([v, weight]) => `${v} (${formatWeight(weight)})`).join(' and ');
}

/**
 * The standing of all aliases as one. Where some have moved and others not yet, it is the one that
 * is furthest behind: the next command moves those and leaves the others as they are.
 */
export function standingOfAll(
  standings: readonly { readonly label: string; readonly standing: AliasStanding }[],
): Standing {
  const foreign = standings.flatMap(({ label, standing }) =>
    standing.kind === 'foreign' ? [`${label}: ${standing.what}`] : [],
  );
  if (foreign.length > 0) return { kind: 'foreign', what: foreign.join('; ') };
  const kinds = new Set(standings.map(({ standing }) => standing.kind));
  if (kinds.size === 1 && kinds.has('stable')) return { kind: 'stable' };
  if (kinds.size === 1 && kinds.has('promoted')) return { kind: 'promoted', open: false };
  const behind = standings.flatMap(({ standing }) => {
    if (standing.kind === 'split') return [standing.weight];
    return standing.kind === 'stable' ? [0] : [];
  });
  return { kind: 'split', weight: Math.min(...behind) };
}
