// Requests that API Gateway answers with a 4XX status: rejected, not found, or not understood.

import { type Counts, rate, sum } from './counts.ts';
import { dispersionFor } from './dispersion.ts';
import { profileFor } from './errors-measure.ts';
import { harmThresholdFor, lossHarm, metricHarm } from './harm-thresholds.ts';
import { ALL, type Measure, type MeasureKind, measureId, partOf, type Scope } from './measure.ts';
import { DEFAULT_PROFILE } from './profile.ts';
import { rarer } from './series.ts';

/**
 * The smallest change worth a rollback, as a ratio of odds: 3% → 4.4%, 40% → 50%, 70% → 78%. A ratio of rates would
 * let a service with many client errors reject a fifth more of all requests. More is asked for than of failures,
 * because clients cause most of these, and a version may change a few of them on purpose.
 */
const MATERIAL_ODDS = 1.5;

/** At full weight, a smaller increase is no harm: twice that of failures, so that it is ruled out no later than they. */
const LEAST_HARM = 0.01;

export function clientErrorsMeasure(scope: Scope = ALL): Measure {
  return {
    id: measureId('client errors', scope),
    kind: kindOf(scope),
    scope,
    budget: { parts: scope.kind === 'all' ? 2 : 1, shared: true },
    ask: (counted, { falseRollbackRate, dispersion, nextWeight, sound, earlier }) => {
      const { series, worse, missing } = rarer(counted, earlier);
      const { before, minutes } = series;
      const profile = sound && worse === 'more' ? profileFor(minutes[0]) : DEFAULT_PROFILE;
      return {
        series,
        question: {
          source: { kind: 'client-errors', ...(missing && { missing }), ...partOf(scope) },
          worse,
          falseRollbackRate,
          standard: harmThresholdFor(nextWeight),
          profile: { ...profile, dispersion: dispersionFor(before, dispersion) },
          materialRatio: materialRatio(before, worse),
          harm:
            worse === 'more'
              ? metricHarm(before, nextWeight, LEAST_HARM)
              : lossHarm(before, nextWeight),
          tellsOpposite: true,
        },
      };
    },
  };
}

function kindOf(scope: Scope): MeasureKind {
  return scope.kind === 'route' ? 'route-client-errors' : 'client-errors';
}

/** The ratio of the rates at which the odds differ by `MATERIAL_ODDS`, at the usual rate of the compared events. */
function materialRatio(before: readonly Counts[], worse: 'more' | 'fewer'): number {
  const usual = Math.min(0.5, rate(sum(before)) || 0);
  return worse === 'more'
    ? MATERIAL_ODDS / (1 + usual * (MATERIAL_ODDS - 1))
    : MATERIAL_ODDS - usual * (MATERIAL_ODDS - 1);
}
