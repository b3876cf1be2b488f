// What a release could break without the judge seeing it, from what is known before it begins.

import type { NotCompared } from '../analysis/measure-class.ts';

/** Why latency is not compared. */
export type LatencyGap =
  /** The stage answers requests from a cache. */
  | 'cache'
  /** CloudWatch has no count of slow invocations for every minute. */
  | 'not-counted'
  /** CloudWatch refuses the statistic. */
  | 'refused'
  /** Nothing was called in the hour before. */
  | 'no-traffic';

/** One thing that the judge cannot see. Only `report/` makes words of it. */
export type BlindSpot =
  | {
      readonly kind: 'not-compared';
      readonly what: NotCompared['what'];
      readonly why: NotCompared['why'];
    }
  | { readonly kind: 'latency'; readonly why: LatencyGap }
  /** Responses with a 5XX status that a function returns. */
  | { readonly kind: 'returned-errors' }
  /** A stage with a cache: errors up to this many times as frequent. */
  | { readonly kind: 'cached'; readonly ratio: number }
  /** A backend's failure that the integration answers with another status. */
  | { readonly kind: 'masked-failures' }
  /** Lambda counts the probes of a stage among the invocations of its functions. */
  | { readonly kind: 'probed-functions' }
  /** What no probe asks, where probes decide instead of users' requests. */
  | { readonly kind: 'probes-alone' }
  /** What becomes of an event after its invocation. */
  | { readonly kind: 'asynchronous' }
  /** Error rates below this one, 0 to 1; `undefined`: anything but a failure of nearly all requests. */
  | {
      readonly kind: 'small-regressions';
      readonly below: number | undefined;
      readonly requestsPerMinute: number;
    }
  /** The bake follows the promotion: only a failure of many requests shows without a version to compare with. */
  | { readonly kind: 'bake-alone' }
  | { readonly kind: 'quiet-routes' }
  | { readonly kind: 'other-regions'; readonly region: string }
  | { readonly kind: 'no-alarms' }
  | { readonly kind: 'wrong-answers' };

/** What is known before the release. */
export interface BlindFacts {
  /** What the kind of target cannot see. */
  readonly ofTarget: readonly BlindSpot[];
  readonly notCompared: readonly NotCompared[];
  readonly latencyGap: LatencyGap | undefined;
  /** The smallest error rate that the last step detects; `undefined`: none, or not known. */
  readonly smallest: number | undefined;
  /** `undefined`: no traffic was counted in the last day. */
  readonly requestsPerMinute: number | undefined;
  /** Whether probes are sent, and users' requests are too few to be compared. */
  readonly probesDecide?: boolean;
  /** Whether the bake follows the promotion. */
  readonly bakesAlone: boolean;
  readonly region: string;
  readonly alarms: number;
  readonly metrics: number;
}

/** The most specific first. */
export function blindSpots(facts: BlindFacts): readonly BlindSpot[] {
  const { ofTarget, requestsPerMinute, smallest, bakesAlone, region, alarms, metrics } = facts;
  return [
    ...uncompared(facts),
    ...ofTarget.filter(({ kind }) => kind !== 'returned-errors' || metrics === 0),
    ...(requestsPerMinute === undefined
      ? []
      : [{ kind: 'small-regressions', below: smallest, requestsPerMinute } as const]),
    ...(facts.probesDecide ? [{ kind: 'probes-alone' } as const] : []),
    ...(bakesAlone ? [{ kind: 'bake-alone' } as const] : []),
    { kind: 'quiet-routes' },
    ...(metrics === 0 ? [{ kind: 'wrong-answers' } as const] : []),
    ...(alarms === 0 ? [{ kind: 'no-alarms' } as const] : []),
    { kind: 'other-regions', region },
  ];
}

/** Latency has a reason of its own. Whether the canary's routes are counted is only known once it has requests. */
function uncompared({ notCompared, latencyGap }: BlindFacts): readonly BlindSpot[] {
  return notCompared.flatMap(({ what, why }): BlindSpot[] => {
    if (what === 'routes') return [];
    const hasReason = what === 'latency' && why !== 'off' && latencyGap !== undefined;
    return [hasReason ? { kind: 'latency', why: latencyGap } : { kind: 'not-compared', what, why }];
  });
}
