// The hold-back: the share of the traffic that stable keeps through the bake, so that the bake is compared like a step.

import { minutesToFindTotalFailure } from '../analysis/exact-test.ts';
import { type ExpectedTraffic, minutesToFind } from '../analysis/power.ts';
import type { Plan, Step } from './plan.ts';

/** In %. */
export const DEFAULT_HOLD_BACK = 5;

/** How the bake is planned, and why. */
export type HoldBack =
  /** The bake is a last step, in which stable keeps this share, in %. */
  | { readonly kind: 'held-back'; readonly share: number; readonly asked: boolean }
  /** The bake, if there is one, follows the promotion. */
  | { readonly kind: 'none'; readonly why: WhyNone };

export type WhyNone =
  /** `hold-back: 0%`. */
  | { readonly kind: 'asked' }
  /** There is no bake. */
  | { readonly kind: 'no-bake' }
  /** The release is promoted without a split, or it is a preview, which is never promoted. */
  | { readonly kind: 'no-steps' | 'preview' }
  /** `analysis: off`, or the target has no counts: nobody would compare. */
  | { readonly kind: 'no-comparison' }
  /** The last step has this weight already, in %. */
  | { readonly kind: 'last-step'; readonly weight: number }
  /** Within the bake, not even a total failure could be told from stable's share. */
  | { readonly kind: 'little-traffic'; readonly requestsPerMinute: number };

/** What the choice depends on. */
export interface HoldBackFacts {
  /** The input, in %; `undefined` for the default. */
  readonly asked: number | undefined;
  readonly steps: readonly Step[];
  readonly bakeSeconds: number;
  /** A preview is never promoted. */
  readonly preview: boolean;
  /** Whether the errors of both versions are compared, even if only to be reported. */
  readonly compared: boolean;
  /** Of the last day; `undefined` if nothing was counted. */
  readonly traffic: ExpectedTraffic | undefined;
  /** The parts of the false-rollback rate that the comparison of errors and the guardrail have. */
  readonly falseRollbackRates: { readonly errors: number; readonly guardrail: number };
}

/**
 * Chooses the hold-back. The default needs enough traffic: with too little of it, the guardrail after the promotion
 * detects a total failure sooner than a comparison with a handful of requests.
 */
export function chooseHoldBack(facts: HoldBackFacts): HoldBack {
  const { asked, bakeSeconds, steps, preview } = facts;
  if (asked === 0) return none({ kind: 'asked' });
  if (preview) return none({ kind: 'preview' });
  if (bakeSeconds === 0) return none({ kind: 'no-bake' });
  const last = steps.at(-1);
  if (!last) return none({ kind: 'no-steps' });
  const share = asked ?? DEFAULT_HOLD_BACK;
  if (last.weight >= 100 - share) return none({ kind: 'last-step', weight: last.weight });
  const why = asked === undefined ? whyNotByDefault(facts) : undefined;
  return why ? none(why) : { kind: 'held-back', share, asked: asked !== undefined };
}

/** Whether a bake follows the promotion, so that there is nothing to compare the new version with. */
export function bakesAlone(holdBack: HoldBack): boolean {
  if (holdBack.kind === 'held-back') return false;
  switch (holdBack.why.kind) {
    case 'no-bake':
    case 'preview':
    case 'no-comparison':
      return false;
    case 'asked':
    case 'no-steps':
    case 'last-step':
    case 'little-traffic':
      return true;
  }
}

function whyNotByDefault(facts: HoldBackFacts): WhyNone | undefined {
  const { compared, traffic, bakeSeconds } = facts;
  if (!compared) return { kind: 'no-comparison' };
  if (!traffic) return { kind: 'little-traffic', requestsPerMinute: 0 };
  // So that a failure that begins in the first half of the bake is found within it.
  return 2 * totalFailureFoundAfter(traffic, facts.falseRollbackRates) <= bakeSeconds / 60
    ? undefined
    : { kind: 'little-traffic', requestsPerMinute: traffic.requestsPerMinute };
}

/** Minutes. Where stable's counts may contain those of the canary, only the comparison finds it. */
function totalFailureFoundAfter(
  traffic: ExpectedTraffic,
  { errors, guardrail }: HoldBackFacts['falseRollbackRates'],
): number {
  const { requestsPerMinute, dispersion, apart } = traffic;
  const compared = minutesToFind(100 - DEFAULT_HOLD_BACK, traffic, 1, errors);
  const settings = { dispersion, falseRollbackRate: guardrail };
  const guarded = apart
    ? Math.ceil(minutesToFindTotalFailure(requestsPerMinute, DEFAULT_HOLD_BACK / 100, settings))
    : Number.POSITIVE_INFINITY;
  return Math.min(compared ?? Number.POSITIVE_INFINITY, guarded);
}

function none(why: WhyNone): HoldBack {
  return { kind: 'none', why };
}

/** The steps of a plan with its bake: with a hold-back, the bake is the last of them. */
export function withBake(
  steps: readonly Step[],
  bakeSeconds: number,
  holdBack: HoldBack,
): Pick<Plan, 'steps' | 'bakeSeconds' | 'heldBack'> {
  if (holdBack.kind === 'none') return { steps, bakeSeconds };
  const bake = { weight: roundWeight(100 - holdBack.share), holdSeconds: bakeSeconds };
  return { steps: [...steps, bake], bakeSeconds, heldBack: true };
}

/** 100 less a share of two decimals is not always a number of two decimals. */
function roundWeight(weight: number): number {
  return Math.round(100 * weight) / 100;
}

/** The share that stable keeps through the bake of a plan, in %; 0 if the bake follows the promotion. */
export function heldBackShare({ steps, heldBack }: Pick<Plan, 'steps' | 'heldBack'>): number {
  const bake = heldBack ? steps.at(-1) : undefined;
  return bake ? roundWeight(100 - bake.weight) : 0;
}
