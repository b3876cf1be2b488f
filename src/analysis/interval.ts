// How many times worse the canary is, and how certain that is: an interval that may be read at any time.

import type { MinuteCounts } from './counts.ts';
import { logSumExp } from './log-space.ts';
import { riskRatioNats } from './risk-ratio.ts';
import { highShare, lowShare } from './share.ts';

export interface RatioInterval {
  readonly estimate: number;
  /** 0.01 when there is no evidence for a lower bound. */
  readonly low: number;
  /** 1000 when there is no evidence for an upper bound. */
  readonly high: number;
}

const LOWEST = Math.log(0.01);
const HIGHEST = Math.log(1000);
const POINTS = 121;
const GRID = Float64Array.from(
  { length: POINTS },
  (_, i) => LOWEST + (i / (POINTS - 1)) * (HIGHEST - LOWEST),
);
const LOG_PRIOR = logPrior();

/** A wide bell curve around "no difference", with a floor for unexpected ratios. */
function logPrior(): Float64Array {
  const weights = GRID.map((x) => Math.exp(-0.5 * (x / 1.5) ** 2) + 1e-3);
  const total = weights.reduce((a, b) => a + b, 0);
  return weights.map((weight) => Math.log(weight / total));
}

/**
 * The confidence sequence of the canary's risk ratio: with a probability of at least 1 − `miss`, every lower end from
 * first to last is below the true ratio, and the same holds for the upper ends (Ville's inequality for the mixture over
 * the truth; Robbins 1970). In a minute whose share is uncertain, each end uses the share that is worse for it, as the
 * tests do. For display only; `rollback-test.ts` decides.
 *
 * @returns undefined if there are no events yet
 */
export function ratioInterval(
  minutes: readonly MinuteCounts[],
  miss: number,
  dispersion = 1,
): RatioInterval | undefined {
  const [above, below] = [telling(minutes, highShare), telling(minutes, lowShare)];
  const least = endsOf(above, miss, dispersion);
  if (!least) return undefined;
  const isSame = above.every(({ share }, i) => share === below[i]?.share);
  const most = isSame ? least : endsOf(below, miss, dispersion);
  return { estimate: least.estimate, low: least.low, high: most?.high ?? Math.exp(HIGHEST) };
}

function endsOf(
  minutes: readonly Telling[],
  miss: number,
  dispersion: number,
): RatioInterval | undefined {
  if (minutes.length === 0) return undefined;
  const natsAt = (logRatio: number) => {
    let nats = 0;
    const ratio = Math.exp(logRatio);
    for (const m of minutes) nats += riskRatioNats(m.canary, m.total, m.share, ratio, logRatio);
    return nats / dispersion;
  };
  const peak = highest((logRatio) => slopeAt(minutes, logRatio));
  const floor = logSumExp(nearTerms(natsAt, peak)) + Math.log(miss);
  return {
    estimate: Math.exp(peak),
    low: Math.exp(crossing(natsAt, floor, LOWEST, peak)),
    high: Math.exp(crossing(natsAt, floor, HIGHEST, peak)),
  };
}

/** The minutes with events that both versions can have had. */
function telling(
  minutes: readonly MinuteCounts[],
  shareOf: (minute: MinuteCounts) => number,
): readonly Telling[] {
  return minutes
    .filter((m) => m.canary.events + m.stable.events > 0)
    .map((m) => ({
      canary: m.canary.events,
      total: m.canary.events + m.stable.events,
      share: shareOf(m),
    }))
    .filter((m) => m.share > 0 && m.share < 1);
}

interface Telling {
  readonly canary: number;
  readonly total: number;
  readonly share: number;
}

/** The derivative of the log-likelihood, up to a factor. */
function slopeAt(minutes: readonly Telling[], logRatio: number): number {
  const ratio = Math.exp(logRatio);
  let slope = 0;
  for (const { canary, total, share } of minutes) {
    slope += canary - (total * share * ratio) / (1 + share * (ratio - 1));
  }
  return slope;
}

/** The maximum of a concave function, found from its slope. */
function highest(slope: (x: number) => number): number {
  let [rising, falling] = [LOWEST, HIGHEST];
  for (let i = 0; i < 30; i++) {
    const middle = (rising + falling) / 2;
    if (slope(middle) > 0) rising = middle;
    else falling = middle;
  }
  return (rising + falling) / 2;
}

/** Terms this far below the peak add nothing visible. */
const NEGLIGIBLE_NATS = 40;

/** The terms of the mixture, from the peak outwards until they become negligible. */
function nearTerms(natsAt: (logRatio: number) => number, peak: number): number[] {
  const terms: number[] = [];
  const least = natsAt(peak) - NEGLIGIBLE_NATS;
  const start = Math.round(((peak - LOWEST) / (HIGHEST - LOWEST)) * (POINTS - 1));
  const walk = (from: number, step: number) => {
    for (let i = from; i >= 0 && i < POINTS; i += step) {
      const nats = natsAt(GRID[i]!);
      terms.push(nats + LOG_PRIOR[i]!);
      if (nats < least) break;
    }
  };
  walk(start, 1);
  walk(start - 1, -1);
  return terms;
}

/** The point between `outer` and the peak where the function first exceeds `floor`, if it starts below. */
function crossing(f: (x: number) => number, floor: number, outer: number, peak: number): number {
  if (f(outer) > floor) return outer;
  let [below, above] = [outer, peak];
  for (let i = 0; i < 16; i++) {
    const middle = (below + above) / 2;
    if (f(middle) > floor) above = middle;
    else below = middle;
  }
  return below;
}
