// Other tools on the same minutes, according to their sources and documentation. All of them compare the
// canary's error rate with a fixed limit, by default 1%.

import { type MinuteCounts, NO_COUNTS } from '../../src/analysis/counts.ts';
import type { Method } from './method.ts';

const LIMIT = 0.01;

/**
 * CodeDeploy: a CloudWatch alarm on the rate that must breach in that many consecutive minutes; a minute
 * without data does not breach.
 */
export function codeDeploy(minutes: number, limit = LIMIT): Method {
  return {
    name: `CodeDeploy ${minutes} of ${minutes}`,
    watch: () => {
      let running = 0;
      return ({ canary }) => {
        running = canary.requests > 0 && canary.events / canary.requests > limit ? running + 1 : 0;
        return running >= minutes;
      };
    },
  };
}

/**
 * Flagger: failed checks are counted, and that many of them end the rollout (`FailedChecks >=
 * threshold` in its controller); a metric without values is a failed check.
 */
export function flagger(threshold: number, limit = LIMIT): Method {
  return {
    name: `Flagger ${threshold}`,
    watch: () => {
      let failed = 0;
      return ({ canary }) => {
        if (canary.requests === 0 || canary.events / canary.requests > limit) failed += 1;
        return failed >= threshold;
      };
    },
  };
}

/**
 * Argo Rollouts: failed measurements are counted, and more than `failureLimit` end the rollout
 * (`result.Failed > failureLimit` in its analysis); a measurement that is not a number is skipped.
 */
export function argo(failureLimit: number, limit = LIMIT): Method {
  return {
    name: `Argo ${failureLimit}`,
    watch: () => {
      let failed = 0;
      return ({ canary }) => {
        if (canary.requests > 0 && canary.events / canary.requests > limit) failed += 1;
        return failed > failureLimit;
      };
    },
  };
}

/** A one-sided z-test of the pooled counts at 1%, repeated every minute: a common mistake. */
export const NAIVE_Z: Method = {
  name: 'z test, peeking',
  watch: () => {
    let canary = NO_COUNTS;
    let stable = NO_COUNTS;
    return (minute: MinuteCounts) => {
      canary = added(canary, minute.canary);
      stable = added(stable, minute.stable);
      if (canary.requests === 0 || stable.requests === 0) return false;
      const pooled = (canary.events + stable.events) / (canary.requests + stable.requests);
      const variance = pooled * (1 - pooled) * (1 / canary.requests + 1 / stable.requests);
      const gap = canary.events / canary.requests - stable.events / stable.requests;
      return variance > 0 && gap / Math.sqrt(variance) > 2.3263;
    };
  },
};

function added(a: typeof NO_COUNTS, b: typeof NO_COUNTS): typeof NO_COUNTS {
  return { requests: a.requests + b.requests, events: a.events + b.events };
}
