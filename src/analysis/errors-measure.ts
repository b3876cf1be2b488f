// Failed requests: a 5XX status on a stage, a failed or throttled invocation on an alias.

import type { MinuteCounts } from './counts.ts';
import { dispersionFor } from './dispersion.ts';
import { errorHarm, harmThresholdFor } from './harm-thresholds.ts';
import { ALL, type Measure, measureId, partOf, type Scope } from './measure.ts';
import { capOfPart, DEFAULT_PROFILE, SPARSE_PROFILE, type TestProfile } from './profile.ts';
import { isSparse } from './share.ts';

/** The smallest risk ratio worth a rollback. */
const MATERIAL_RATIO = 1.2;

export function errorsMeasure(scope: Scope = ALL): Measure {
  const id = measureId('errors', scope);
  return {
    id,
    kind: 'errors',
    scope,
    budget: { parts: 2, shared: false },
    ask: (series, { falseRollbackRate, dispersion, nextWeight, sound }) => ({
      series,
      question: {
        source: { kind: 'errors', ...partOf(scope) },
        worse: 'more',
        falseRollbackRate,
        standard: harmThresholdFor(nextWeight),
        profile: {
          ...(sound ? profileFor(series.minutes[0]) : DEFAULT_PROFILE),
          ...(scope.kind !== 'all' && { capNats: capOfPart(falseRollbackRate) }),
          dispersion: dispersionFor(series.before, dispersion),
        },
        materialRatio: MATERIAL_RATIO,
        harm: errorHarm(nextWeight),
      },
    }),
  };
}

/** Failed requests of one route. All routes share one budget. */
export function routeErrorsMeasure(method: string, resource: string): Measure {
  return {
    ...errorsMeasure({ kind: 'route', method, resource }),
    kind: 'route-errors',
    budget: { parts: 1, shared: true },
  };
}

/**
 * The parts of all functions where the errors of all traffic are the sum of the functions' own. More than those have:
 * a bad one among many is hidden in the sum, and shares these with the others.
 */
export const SUMMED_FUNCTION_PARTS = 3;

/**
 * Failed and throttled invocations of one of the released functions. All functions share one budget. On a stage, the
 * gateway may return 200 although the function failed, with an integration that is not a proxy or is asynchronous.
 *
 * @param parts of the budget
 */
export function invocationsMeasure(name: string, parts = 1): Measure {
  return {
    ...errorsMeasure({ kind: 'function', name }),
    kind: 'invocations',
    budget: { parts, shared: true },
  };
}

/**
 * The profile for a rollout that began with this minute. It may depend on the number of requests, but not on
 * their outcomes. A minute with few requests needs bets that count successes too.
 */
export function profileFor(first: MinuteCounts | undefined): TestProfile {
  return first && isSparse(first) ? SPARSE_PROFILE : DEFAULT_PROFILE;
}
