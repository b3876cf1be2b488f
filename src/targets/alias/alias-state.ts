// The traffic state of all aliases of a rollout together: they move as one, or not at all.

import type { AliasState } from '../../aws/aliases.ts';
import { listed } from '../../base/listed.ts';
import type { Phase } from '../../rollout/phase.ts';
import { formatWeight, type Plan, sameWeight } from '../../rollout/plan.ts';
import type { FunctionChange } from '../../rollout/release.ts';
import type { TrafficState } from '../../rollout/traffic-state.ts';

export type AliasTraffic =
  | { readonly kind: 'stable' }
  | { readonly kind: 'split'; readonly weight: number }
  /** `held`: weights set by Lambda itself still send all traffic to the previous version. */
  | { readonly kind: 'promoted'; readonly held?: true }
  /** `weight`: % of traffic on the new version nevertheless; absent: there is no such alias. */
  | { readonly kind: 'external'; readonly what: string; readonly weight?: number };

/** Compares one alias with the state that the rollout gives it; `undefined`: the alias does not exist. */
export function aliasTraffic(
  state: AliasState | undefined,
  { from, to }: FunctionChange,
): AliasTraffic {
  if (!state) return { kind: 'external', what: 'it no longer exists' };
  const others = Object.entries(state.weights);
  const [other] = others;
  if (others.length === 0 && state.version === from) return { kind: 'stable' };
  if (others.length === 0 && state.version === to) return { kind: 'promoted' };
  if (state.version === to && isHeld(state, from)) return { kind: 'promoted', held: true };
  if (state.version === from && others.length === 1 && other?.[0] === to) {
    return { kind: 'split', weight: other[1] };
  }
  return {
    kind: 'external',
    what: `it points to ${describeAlias(state)}, not to ${from} or ${to}`,
    weight: shareOf(state, to),
  };
}

/** % of an alias's traffic on a version. */
function shareOf({ version, weights }: AliasState, wanted: string): number {
  const others = Object.values(weights).reduce((sum, weight) => sum + weight, 0);
  return version === wanted ? 100 - others : (weights[wanted] ?? 0);
}

/**
 * While an alias's provisioned concurrency moves to another version, Lambda keeps all traffic on the previous one
 * with weights of its own (hashicorp/terraform-provider-aws#48116).
 */
function isHeld({ weights }: AliasState, on: string): boolean {
  return Object.keys(weights).length === 1 && sameWeight(weights[on] ?? 0, 100);
}

/**
 * The traffic state of an alias in a phase of its rollout. An alias with its own provisioned concurrency is
 * promoted by weight alone, and moved after the bake.
 */
export function aliasTrafficInPhase(
  state: AliasState | undefined,
  { change, kept }: { readonly change: FunctionChange; readonly kept: boolean },
  phase: Phase,
): AliasTraffic {
  const trafficState = aliasTraffic(state, change);
  const byWeight = trafficState.kind === 'split' && sameWeight(trafficState.weight, 100);
  return kept && byWeight && phase.kind === 'baking' ? { kind: 'promoted' } : trafficState;
}

/** The version that gets all traffic by weight, otherwise the one that the alias points to. */
export function mainVersion({ version, weights }: AliasState): string {
  const [all] = Object.entries(weights).find(([, weight]) => sameWeight(weight, 100)) ?? [];
  return all ?? version;
}

/** `7 (95%) and 8 (5%)`. */
export function describeAlias({ version, weights }: AliasState): string {
  const others = Object.entries(weights);
  if (others.length === 0) return version;
  const rest = 100 - others.reduce((sum, [, weight]) => sum + weight, 0);
  const shares = [[version, rest] as const, ...others];
  return shares.map(([v, weight]) => `${v} (${formatWeight(weight)})`).join(' and ');
}

export interface NamedTraffic {
  /** `orders:live`. */
  readonly label: string;
  readonly trafficState: AliasTraffic;
}

/**
 * The traffic state of all aliases together. If only some have moved, it is that of the least advanced alias: the
 * next decision moves that one and leaves the others as they are.
 *
 * @param explained the weights that the rollout itself may have set, in %; otherwise, the smallest weight takes
 * precedence
 */
export function trafficOfAll(
  trafficStates: readonly NamedTraffic[],
  explained: readonly number[],
): TrafficState {
  const external = trafficStates.flatMap(({ label, trafficState }) =>
    trafficState.kind === 'external' ? [`${label}: ${trafficState.what}`] : [],
  );
  if (external.length > 0) {
    const read = {
      kind: 'external',
      what: listed(external, '; '),
      ...mostOf(trafficStates),
    } as const;
    return external.length < trafficStates.length ? { ...read, others: 'owned' } : read;
  }
  const kinds = new Set(trafficStates.map(({ trafficState }) => trafficState.kind));
  if (kinds.size === 1 && kinds.has('stable')) return { kind: 'stable' };
  if (kinds.size === 1 && kinds.has('promoted')) return { kind: 'promoted', open: false };
  return splitOf(trafficStates, explained);
}

/** The largest traffic share of the new version; absent unless the share of every alias is known. */
function mostOf(trafficStates: readonly NamedTraffic[]): { readonly weight?: number } {
  const weights = trafficStates.flatMap(({ trafficState }) => shareIn(trafficState) ?? []);
  return weights.length < trafficStates.length ? {} : { weight: Math.max(...weights) };
}

function shareIn(trafficState: AliasTraffic): number | undefined {
  switch (trafficState.kind) {
    case 'stable':
      return 0;
    case 'promoted':
      return trafficState.held ? 0 : 100;
    default:
      return trafficState.weight;
  }
}

function splitOf(
  trafficStates: readonly NamedTraffic[],
  explained: readonly number[],
): TrafficState {
  const weights = trafficStates.flatMap(({ label, trafficState }) => {
    if (trafficState.kind === 'split') return [{ label, weight: trafficState.weight }];
    return trafficState.kind === 'stable' ? [{ label, weight: 0 }] : [];
  });
  const least = Math.min(...weights.map(({ weight }) => weight));
  const [unexplained] = weights
    .filter(({ weight }) => !explained.some((e) => sameWeight(e, weight)))
    .sort((a, b) => a.weight - b.weight);
  const mixed = weights.some(({ weight }) => !sameWeight(weight, least));
  const most = Math.max(
    ...trafficStates.map(({ trafficState }) => (trafficState.kind === 'promoted' ? 100 : 0)),
    ...weights.map(({ weight }) => weight),
  );
  if (unexplained && mixed) {
    return { kind: 'split', weight: unexplained.weight, where: unexplained.label, most };
  }
  return { kind: 'split', weight: least, ...(!sameWeight(most, least) && { most }) };
}

/** The weights that the rollout may have set in a phase: a run may die in the middle of a shift. */
export function explainedWeights(phase: Phase, { steps }: Plan): readonly number[] {
  switch (phase.kind) {
    case 'preparing':
      return [0];
    case 'step':
      return [steps[phase.index - 1]?.weight ?? 0, steps[phase.index]?.weight ?? 0];
    case 'baking':
      return [steps.at(-1)?.weight ?? 0];
  }
}
