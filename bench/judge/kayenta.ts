// Kayenta's NetflixACAJudge: Mann–Whitney on the per-minute error rates of both versions, with Spinnaker's
// default configuration, at the end of each step.

import type { MinuteCounts } from '../../src/analysis/counts.ts';
import type { Method } from './method.ts';

/** The end of each step of the ramp. */
const LOOKS: ReadonlySet<number> = new Set([5, 10, 15, 20]);
/** The deviate of a two-sided confidence level of 98 %. */
const Z = 2.3263478740408408;
/** The share of the estimated shift that the interval must clear. */
const TOLERANCE = 0.25;

/** Judges at each step, by all minutes so far. */
export const KAYENTA: Method = {
  name: 'Kayenta cumulative',
  every: 20,
  watch: () => {
    const canary: number[] = [];
    const stable: number[] = [];
    return (minute: MinuteCounts) => {
      push(canary, minute.canary);
      push(stable, minute.stable);
      return LOOKS.has(minute.minute) && isHigh(canary, stable);
    };
  },
};

/** A minute without requests has no rate and is omitted. */
function push(rates: number[], counts: MinuteCounts['canary']): void {
  if (counts.requests > 0) rates.push(counts.events / counts.requests);
}

/**
 * Whether the judge classifies the canary's metric as high: the lower confidence bound of the
 * Hodges–Lehmann shift exceeds a quarter of the shift itself, and the mean has not fallen.
 */
export function isHigh(canary: readonly number[], stable: readonly number[]): boolean {
  if (canary.length === 0 || stable.length === 0) return false;
  const all = [...canary, ...stable];
  if (all.every((rate) => rate === all[0])) return false;
  if (mean(canary) < mean(stable)) return false;
  // Most releases end here: the bound is above zero only if the rank sum without a shift is high. The shift
  // is 1e-9 instead of 0: if most minutes tie, rounding would break the ties.
  if (standardised(canary, stable, 1e-9) <= Z) return false;
  const lower = shiftAt(canary, stable, Z);
  const estimate = shiftAt(canary, stable, 0);
  return lower > TOLERANCE * Math.abs(estimate);
}

/**
 * The shift at which the standardised rank sum falls to `z`: R's asymptotic interval with ties and
 * continuity correction, with the root found by bisection.
 */
function shiftAt(canary: readonly number[], stable: readonly number[], z: number): number {
  let low = Math.min(...canary) - Math.max(...stable);
  let high = Math.max(...canary) - Math.min(...stable);
  if (standardised(canary, stable, low) <= z) return low;
  if (standardised(canary, stable, high) >= z) return high;
  for (let i = 0; i < 40; i++) {
    const middle = (low + high) / 2;
    if (standardised(canary, stable, middle) > z) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

function standardised(canary: readonly number[], stable: readonly number[], shift: number): number {
  const [m, n] = [canary.length, stable.length];
  let excess = (-m * n) / 2;
  for (const x of canary) {
    for (const y of stable) excess += x - shift > y ? 1 : x - shift === y ? 0.5 : 0;
  }
  const ties = tieTerm([...canary.map((x) => x - shift), ...stable]);
  const total = m + n;
  const variance = ((m * n) / 12) * (total + 1 - ties / (total * (total - 1)));
  if (variance <= 0) return 0;
  return (excess - Math.sign(excess) * 0.5) / Math.sqrt(variance);
}

/** The sum of t³ − t over the groups of t equal values. */
function tieTerm(values: number[]): number {
  values.sort((a, b) => a - b);
  let term = 0;
  let run = 1;
  for (let i = 1; i <= values.length; i++) {
    if (i < values.length && values[i] === values[i - 1]) run += 1;
    else {
      term += run ** 3 - run;
      run = 1;
    }
  }
  return term;
}

function mean(values: readonly number[]): number {
  return values.reduce((a, b) => a + b, 0) / values.length;
}
