// Slow requests: slower than a quantile of stable's own latency before the rollout.

import { dispersionFor } from './dispersion.ts';
import { harmThresholdFor, slowHarm } from './harm-thresholds.ts';
import { ALL, type Measure, measureId, partOf, type Scope } from './measure.ts';
import { DEFAULT_PROFILE } from './profile.ts';
import { withoutWarmUp } from './series.ts';

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
/** Minutes after a new weight in which the canary may still be cold. */
const WARM_UP_MINUTES = 1;

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
    ask: ({ minutes, before }, { falseRollbackRate, dispersion, nextWeight }) => ({
      series: { minutes: withoutWarmUp(minutes, WARM_UP_MINUTES), before },
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
        profile: { ...DEFAULT_PROFILE, dispersion: dispersionFor(before, dispersion) },
        materialRatio: MATERIAL_RATIO,
        harm: slowHarm(quantile, nextWeight),
      },
    }),
  };
}

export function isSlowMeasure(measure: Measure): measure is SlowMeasure {
  return measure.kind === 'slow';
}
