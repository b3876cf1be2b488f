// A metric that the user configured: events among a total.

import { dispersionFor } from './dispersion.ts';
import { harmThresholdFor, lossHarm, metricHarm } from './harm-thresholds.ts';
import { ALL, type Measure } from './measure.ts';
import { DEFAULT_PROFILE } from './profile.ts';
import { orient } from './series.ts';

/** The smallest risk ratio worth a rollback. */
const MATERIAL_RATIO = 1.2;

/** @param worse whether more events are worse (failures) or fewer (purchases) */
export function customMeasure(name: string, worse: 'higher' | 'lower'): Measure {
  const id = `metric ${name}`;
  return {
    id,
    kind: 'custom',
    scope: ALL,
    budget: { parts: 1, shared: false },
    ask: ({ minutes, before }, { falseRollbackRate, dispersion, nextWeight, earlier }) => {
      // Nothing is known of when the two parts of a user's metric arrive, so only closed minutes count.
      const { series, worse: direction, missing } = orient({ minutes, before, worse }, earlier);
      const harm = direction === 'more' ? metricHarm : lossHarm;
      return {
        series,
        question: {
          source: { kind: 'metric', name, ...(missing && { missing }) },
          worse: direction,
          falseRollbackRate,
          standard: harmThresholdFor(nextWeight),
          profile: { ...DEFAULT_PROFILE, dispersion: dispersionFor(series.before, dispersion) },
          materialRatio: MATERIAL_RATIO,
          harm: harm(series.before, nextWeight),
        },
      };
    },
  };
}
