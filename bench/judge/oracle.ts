// The theoretical limits: a judge that knows both rates in advance, and the time until there is enough
// information.

import type { Method } from './method.ts';

export interface Rates {
  readonly canary: number;
  readonly stable: number;
}

const LOG_LEVEL = Math.log(100);

/** Wald's sequential probability ratio test for these very rates, at 1 %. */
export function oracle({ canary, stable }: Rates): Method {
  return {
    name: 'oracle',
    watch: () => {
      let nats = 0;
      return (minute) => {
        const share = minute.weight / 100;
        const risk = share * canary + (1 - share) * stable;
        const { canary: c, stable: s } = minute;
        nats +=
          times(c.events, canary / risk) +
          times(s.events, stable / risk) +
          times(c.requests - c.events, (1 - canary) / (1 - risk)) +
          times(s.requests - s.events, (1 - stable) / (1 - risk));
        return nats >= LOG_LEVEL;
      };
    },
  };
}

/** count · ln ratio, which is 0 for a count of 0. */
function times(count: number, ratio: number): number {
  return count === 0 ? 0 : count * Math.log(ratio);
}

/** The information per request, in nats, at a weight, about which version has which rate. */
export function information({ canary, stable }: Rates, weight: number): number {
  const share = weight / 100;
  const risk = share * canary + (1 - share) * stable;
  return share * divergence(canary, risk) + (1 - share) * divergence(stable, risk);
}

/** The Kullback–Leibler divergence of two Bernoulli distributions. */
function divergence(p: number, q: number): number {
  return times(p, p / q) + times(1 - p, (1 - p) / (1 - q));
}

/** The weight in a minute, counted from 1; the last weight is held forever. */
function weightIn(weights: readonly number[], minute: number): number {
  return weights[Math.min(minute, weights.length) - 1]!;
}

/**
 * Minutes, with fractions, until the traffic contains ln 100 nats: no test with at most 1% false rollbacks
 * that always detects the regression can be faster on average (Wald 1945).
 */
export function waldClock(rates: Rates, rps: number, weights: readonly number[]): number {
  let left = LOG_LEVEL;
  for (let minute = 1; minute < 1e6; minute++) {
    const nats = 60 * rps * information(rates, weightIn(weights, minute));
    if (nats >= left) return minute - 1 + left / nats;
    left -= nats;
  }
  return Number.POSITIVE_INFINITY;
}

/** The traffic, in requests per second, at which `waldClock` returns this many minutes. */
export function trafficFor(rates: Rates, minutes: number, weights: readonly number[]): number {
  let nats = 0;
  for (let minute = 1; minute <= minutes; minute++) {
    nats += 60 * information(rates, weightIn(weights, minute));
  }
  return LOG_LEVEL / nats;
}
