// Probes: the user's own checks, sent to both versions alike while traffic is split. They are this run's own counts.

import { type Counts, type MinuteCounts, rate } from './counts.ts';
import { dispersionFor } from './dispersion.ts';
import { profileFor } from './errors-measure.ts';
import type { Finding } from './finding.ts';
import { errorHarm, harmThresholdFor } from './harm-thresholds.ts';
import { ALL, type Measure } from './measure.ts';
import type { Harm } from './safe-bound.ts';

/** The smallest risk ratio worth a rollback. */
const MATERIAL_RATIO = 1.2;

/**
 * The share of failed probes to rule out before the promotion, 0 to 1. Probes are few, and what breaks one of them mostly
 * breaks every one: users' traffic, where there is any, shows the rest.
 */
const LEAST_HARM = 0.1;

export function probesMeasure(): Measure {
  return {
    id: 'probes',
    kind: 'probes',
    scope: ALL,
    budget: { parts: 2, shared: false },
    ask: (series, { falseRollbackRate, dispersion, nextWeight }) => ({
      series,
      question: {
        source: { kind: 'probes' },
        worse: 'more',
        falseRollbackRate,
        standard: harmThresholdFor(nextWeight),
        // Both versions got the same number in each minute, so successes are evidence, however users are routed.
        profile: {
          ...profileFor(series.minutes[0]),
          dispersion: dispersionFor(series.before, dispersion),
        },
        materialRatio: MATERIAL_RATIO,
        harm: probeHarm(nextWeight),
      },
    }),
  };
}

function probeHarm(nextWeight: number): Harm {
  const { riskRatio, rate: ofUsers } = errorHarm(nextWeight);
  return { riskRatio, rate: Math.max(LEAST_HARM, ofUsers) };
}

/** A minute of probes, of which each version gets one half. */
export function probeMinute(minute: number, canary: Counts, stable: Counts): MinuteCounts {
  return { minute, canary, stable, weight: 50, weightBefore: 50 };
}

/** From this share of failures of the current version on, 0 to 1, its probes are no measure for the new one. */
const WORTHLESS_RATE = 0.5;
const FEW = 3;

/**
 * Whether the current version fails most of its probes. Then what they expect is not true of it, and that the new version
 * is no worse means nothing.
 */
export function isWorthless({ source, stable }: Pick<Finding, 'source' | 'stable'>): boolean {
  return source.kind === 'probes' && stable.requests >= FEW && rate(stable) >= WORTHLESS_RATE;
}

/** The findings; one of worthless probes approves of nothing. */
export function withoutWorthless(findings: readonly Finding[]): readonly Finding[] {
  return findings.map((finding) =>
    finding.verdict === 'healthy' && isWorthless(finding)
      ? { ...finding, verdict: 'inconclusive' }
      : finding,
  );
}
