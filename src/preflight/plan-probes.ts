// What the probes of a release can detect, and whether they decide it where users' requests are too few.

import { splitAlpha } from '../analysis/alpha.ts';
import { dispersionFor } from '../analysis/dispersion.ts';
import type { Measure } from '../analysis/measure.ts';
import { probesMeasure } from '../analysis/probes-measure.ts';
import type { Inputs } from '../inputs/inputs.ts';
import { LOW_TRAFFIC_PER_MINUTE } from '../rollout/low-traffic.ts';
import type { Step } from '../rollout/plan.ts';
import { forecastProbes, type ProbeForecast } from '../rollout/probe-forecast.ts';

/** The measure of the probes, if the release sends any. */
export function probeMeasures({ smoke, analysis }: Inputs): readonly Measure[] {
  return smoke?.probesPerMinute === undefined || analysis === 'off' ? [] : [probesMeasure()];
}

/**
 * @param measures those that are compared besides
 * @returns `undefined`: there are no probes
 */
export function probeForecast(
  inputs: Inputs,
  steps: readonly Step[],
  measures: readonly Measure[],
): ProbeForecast | undefined {
  const { smoke, falseRollbackRate, dispersion } = inputs;
  const [probes] = probeMeasures(inputs);
  if (!probes || smoke?.probesPerMinute === undefined) return undefined;
  return forecastProbes({
    perMinute: smoke.probesPerMinute,
    falseRollbackRate: splitAlpha(falseRollbackRate, [...measures, probes]).of(probes),
    dispersion: dispersionFor([], dispersion),
    splitSeconds: steps.reduce((sum, { holdSeconds }) => sum + holdSeconds, 0),
  });
}

/** Whether probes approve of a good version before the steps end. Runs that make one check send none. */
export function doProbesDecide(
  { command, planOf, analysis }: Pick<Inputs, 'command' | 'planOf' | 'analysis'>,
  forecast: ProbeForecast | undefined,
): boolean {
  const isStart = (command === 'plan' ? planOf : command) === 'start';
  return analysis === 'enforce' && !isStart && forecast?.cleared !== undefined;
}

export function isQuietTraffic(requestsPerMinute: number | undefined): boolean {
  return (requestsPerMinute ?? 0) < LOW_TRAFFIC_PER_MINUTE;
}
