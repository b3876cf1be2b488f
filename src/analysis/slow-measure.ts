// Slow requests: slower than a quantile of stable's own latency before the rollout.

import { dispersionFor } from './dispersion.ts';
import { harmThresholdFor, slowHarm } from './harm-thresholds.ts';
import { ALL, type Measure, measureId, partOf, type Scope } from './measure.ts';
import { DEFAULT_PROFILE } from './profile.ts';
import { withInfluence } from './young.ts';

/** Latency above which a request counts as slow: a quantile of stable's baseline, fixed for the rollout. */
export interface SlowThreshold {
  /** The share of stable's baseline requests below the threshold: 0.9 or 0.99. */
  readonly quantile: number;
  readonly milliseconds: number;
}

export interface SlowMeasure extends Measure {
  readonly kind: 'slow';
  readonly threshold: SlowThreshold;
}

/** The smallest risk ratio worth a rollback. */
const MATERIAL_RATIO = 1.3;
/**
 * The largest cluster size that is found out. Slow minutes that hit both versions, such as those of a job every ten
 * minutes, look like clusters of 40 in the hour before, and would hide a version with twice the slow requests.
 */
const MOST_CLUSTERED = 5;

export function slowMeasure(threshold: SlowThreshold, scope: Scope = ALL): SlowMeasure {
  const { quantile, milliseconds } = threshold;
  const aboveMs = Math.round(milliseconds);
  const id = measureId(`latency p${Math.round(quantile * 100)}`, scope);
  return {
    id,
    kind: 'slow',
    scope,
    threshold,
    budget: { parts: 1, shared: true },
    ask: (
      { minutes, before },
      { falseRollbackRate, dispersion, warmUpSeconds, nextWeight, earlier },
    ) => ({
      series: { minutes: withInfluence(minutes, warmUpSeconds, earlier), before },
      question: {
        source: {
          kind: 'latency',
          percentile: Math.round(quantile * 100),
          aboveMs,
          ...partOf(scope),
        },
        worse: 'more',
        falseRollbackRate,
        standard: harmThresholdFor(nextWeight),
        profile: {
          ...DEFAULT_PROFILE,
          dispersion: dispersionFor(before, dispersion, MOST_CLUSTERED),
        },
        materialRatio: MATERIAL_RATIO,
        mayFade: true,
        harm: slowHarm(quantile, nextWeight),
      },
    }),
  };
}

export function isSlowMeasure(measure: Measure): measure is SlowMeasure {
  return measure.kind === 'slow';
}
