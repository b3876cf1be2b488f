// canary-bench v1: ten services whose new version is no worse, and six whose new version is worse.

import { type Effect, NO_EFFECT, type Service } from './rollout.ts';

export interface Scenario {
  readonly name: string;
  readonly service: Service;
  readonly effect: Effect;
}

/** Requests per second; the first is one request a minute. */
export const TRAFFIC: readonly number[] = [1 / 60, 0.1, 1, 10, 100, 1000, 10000];

/** A service with this constant error rate. */
export function constant(rate: number): Service {
  return { rates: (_, __, length) => new Float64Array(length).fill(rate) };
}

/** A service with an incident that affects both versions in some minutes of the rollout. */
export function incident(usual: number, raised: number, first: number, last: number): Service {
  return {
    rates: (_, from, length) =>
      Float64Array.from({ length }, (__, i) =>
        from + i >= first && from + i <= last ? raised : usual,
      ),
  };
}

const PERSISTENCE = 0.8;

/** A drifting rate: 0.2% times the exponential of a stationary AR(1) process with deviation 1. */
const drifting: Service = {
  rates: (chance, _, length) => {
    let x = chance.normal();
    return Float64Array.from({ length }, () => {
      x = PERSISTENCE * x + Math.sqrt(1 - PERSISTENCE ** 2) * chance.normal();
      return Math.min(0.5, 0.002 * Math.exp(x));
    });
  },
};

/** A rate that jumps to 3% in one minute of twenty. */
const spiky: Service = {
  rates: (chance, _, length) =>
    Float64Array.from({ length }, () => (chance.uniform() < 0.05 ? 0.03 : 0.001)),
};

function clustered(meanSize: number): Service {
  return { ...constant(0.0005), clusters: { meanSize, share: 0.0005 } };
}

function unchanged(name: string, service: Service): Scenario {
  return { name, service, effect: NO_EFFECT };
}

export const NULLS: readonly Scenario[] = [
  unchanged('N1 0.1 %', constant(0.001)),
  unchanged('N2 0.5 %', constant(0.005)),
  unchanged('N3 0.9 %', constant(0.009)),
  unchanged('N4 2 %', constant(0.02)),
  unchanged('N5 shared incident', incident(0.001, 0.05, 8, 12)),
  unchanged('N6 drifting rate', drifting),
  unchanged('N7 spikes', spiky),
  unchanged('N8 no errors', constant(0)),
  unchanged('N9 clusters of 5', clustered(5)),
  unchanged('N10 clusters of 20', clustered(20)),
];

/** A change from one constant rate to another. */
export function change(from: number, to: number): Scenario {
  const percent = (rate: number) => `${Number((100 * rate).toPrecision(6))}`;
  return {
    name: `${percent(from)} → ${percent(to)} %`,
    service: constant(from),
    effect: () => to,
  };
}

export const ALTERNATIVES: readonly Scenario[] = [
  change(0.001, 0.002),
  change(0.001, 0.01),
  change(0.001, 0.05),
  change(0, 1),
  change(0.005, 0.009),
  { name: 'drifting × 5', service: drifting, effect: (rate) => Math.min(0.5, 5 * rate) },
];
