import { describe, expect, it } from '@jest/globals';
import { nullGrid } from '../../../bench/judge/grid.ts';
import { isHigh } from '../../../bench/judge/kayenta.ts';
import { rolledBackAt } from '../../../bench/judge/method.ts';
import { information, oracle, trafficFor, waldClock } from '../../../bench/judge/oracle.ts';
import { OURS } from '../../../bench/judge/ours.ts';
import { argo, codeDeploy, flagger } from '../../../bench/judge/peers.ts';
import { createChance } from '../../../bench/judge/random.ts';
import { playRelease } from '../../../bench/judge/release.ts';
import { RAMP, simulate } from '../../../bench/judge/rollout.ts';
import { change, constant, incident, TRAFFIC } from '../../../bench/judge/scenarios.ts';
import { betweenMarkers } from '../../../bench/judge/tables.ts';
import { repeat } from '../analysis/minutes.ts';

/** Mean and variance of many draws. */
function moments(draw: () => number, times = 40_000): { mean: number; variance: number } {
  let mean = 0;
  let squares = 0;
  for (let i = 1; i <= times; i++) {
    const x = draw();
    const gap = x - mean;
    mean += gap / i;
    squares += gap * (x - mean);
  }
  return { mean, variance: squares / times };
}

describe('chance', () => {
  it.each([0.1, 3, 11.9, 12, 40, 5000, 600_000])('draws Poisson numbers of mean %d', (mean) => {
    const chance = createChance(1, mean);
    const found = moments(() => chance.poisson(mean));
    expect(Math.abs(found.mean - mean)).toBeLessThan(5 * Math.sqrt(mean / 40_000));
    expect(Math.abs(found.variance / mean - 1)).toBeLessThan(
      5 * Math.sqrt((2 + 1 / mean) / 40_000),
    );
  });

  it('draws each Poisson number as often as it should', () => {
    const chance = createChance(2);
    const counts = new Map<number, number>();
    for (let i = 0; i < 40_000; i++) {
      const k = chance.poisson(20);
      counts.set(k, (counts.get(k) ?? 0) + 1);
    }
    let logChance = -20;
    for (let k = 1; k <= 40; k++) {
      logChance += Math.log(20 / k);
      const expected = 40_000 * Math.exp(logChance);
      const gap = Math.abs((counts.get(k) ?? 0) - expected);
      if (expected > 5) expect(gap).toBeLessThan(5 * Math.sqrt(expected) + 1);
    }
  });

  it('draws geometric and normal numbers', () => {
    const chance = createChance(3);
    expect(moments(() => chance.geometric(20)).mean).toBeCloseTo(20, 0);
    const normal = moments(() => chance.normal());
    expect(normal.mean).toBeCloseTo(0, 1);
    expect(normal.variance).toBeCloseTo(1, 1);
  });

  it('repeats itself by its seed', () => {
    const draw = (seed: number) => Array.from({ length: 5 }, () => createChance(seed).uniform());
    expect(draw(7)).toEqual(draw(7));
    expect(draw(7)).not.toEqual(draw(8));
  });
});

describe('the limit', () => {
  it('is the clock by which the traffic has carried ln 100 nats', () => {
    const rates = { stable: 0.001, canary: 0.01 };
    expect(waldClock(rates, 10, RAMP.slice(0, 20))).toBeCloseTo(9.2, 1);
    const rps = trafficFor(rates, 12, RAMP);
    expect(waldClock(rates, rps, RAMP)).toBeCloseTo(12, 6);
    expect(information({ stable: 0, canary: 1 }, 50)).toBeCloseTo(Math.log(2), 9);
  });

  it('is approached by the oracle', () => {
    const scenario = change(0, 1);
    const rollout = simulate({ ...scenario, rps: 1, weights: RAMP }, createChance(4));
    expect(rolledBackAt(oracle({ stable: 0, canary: 1 }), rollout)).toBeLessThanOrEqual(2);
  });
});

describe('the peers', () => {
  const rollout = (minutes: ReturnType<typeof repeat>) => ({ minutes, before: [] });
  const bad = repeat(6, 5, [100, 2], [1900, 2], 1);
  const mixed = bad.map((m, i) => (i % 2 ? { ...m, canary: { requests: 100, events: 0 } } : m));
  const silent = repeat(6, 5, [0, 0], [1900, 2], 1);

  it('CodeDeploy needs consecutive breaches, and treats missing data as healthy', () => {
    expect(rolledBackAt(codeDeploy(3), rollout(bad))).toBe(3);
    expect(rolledBackAt(codeDeploy(3), rollout(mixed))).toBe(Infinity);
    expect(rolledBackAt(codeDeploy(1), rollout(silent))).toBe(Infinity);
  });

  it('Flagger adds them up, and takes silence for bad news', () => {
    expect(rolledBackAt(flagger(3), rollout(mixed))).toBe(5);
    expect(rolledBackAt(flagger(5), rollout(silent))).toBe(5);
  });

  it('Argo wants more than its limit, and skips silence', () => {
    expect(rolledBackAt(argo(0), rollout(bad))).toBe(1);
    expect(rolledBackAt(argo(3), rollout(bad))).toBe(4);
    expect(rolledBackAt(argo(0), rollout(silent))).toBe(Infinity);
  });

  it('Kayenta compares ranks', () => {
    const low = [1, 2, 3, 2, 1, 2, 3, 2, 1, 2].map((x) => x / 1000);
    const high = low.map((x) => x + 0.01);
    expect(isHigh(high, low)).toBe(true);
    expect(isHigh(low, high)).toBe(false);
    expect(isHigh(low, [...low].reverse())).toBe(false);
    expect(isHigh([0, 0, 0], [0, 0, 0])).toBe(false);
    expect(isHigh([], low)).toBe(false);
  });
});

describe('the product on trial', () => {
  it('is blind to an incident that every threshold falls for', () => {
    const setting = {
      service: incident(0.001, 0.05, 8, 12),
      effect: (rate: number) => rate,
      rps: 1000,
      weights: RAMP,
    };
    const chance = createChance(5);
    const rollouts = Array.from({ length: 40 }, () => simulate(setting, chance));
    const rolledBack = (method: typeof OURS) =>
      rollouts.filter((r) => Number.isFinite(rolledBackAt(method, r))).length;
    expect(rolledBack(OURS)).toBe(0);
    for (const peer of [codeDeploy(3), flagger(5), argo(3)]) expect(rolledBack(peer)).toBe(40);
  });

  it('keeps within 1 % in the grid, as far as few rollouts can tell', () => {
    const cells = nullGrid(40, 6).filter((cell) => cell.method === OURS.name);
    expect(cells).toHaveLength(10 * TRAFFIC.length);
    const rolledBack = cells.reduce((n, cell) => n + cell.rolledBack * cell.rollouts, 0);
    expect(rolledBack / (40 * cells.length)).toBeLessThan(0.01);
  });

  it('ends a clean release sooner by evidence, and never promotes a total failure', () => {
    const weights = [1, 7, 50];
    const advance = { kind: 'evidence' as const, longest: 60 };
    const clean = { service: constant(0), effect: (rate: number) => rate, rps: 100 };
    const chance = createChance(7);
    const good = playRelease(clean, { weights, advance }, 400, chance);
    expect(good).toMatchObject({ outcome: 'promoted', failed: 0 });
    expect(good.minutes).toBeLessThan(20);
    const broken = { ...change(0, 1), rps: 100 };
    const bad = playRelease(broken, { weights, advance }, 400, chance);
    expect(bad).toMatchObject({ outcome: 'rolled back', minutes: 3 });
  });
});

describe('the page', () => {
  it('keeps everything outside the markers', () => {
    const begin = '<!-- bench:judge begin -->';
    const end = '<!-- bench:judge end -->';
    expect(betweenMarkers(`a\n${begin}\nold\n${end}\nb`, 'new')).toBe(
      `a\n${begin}\n\nnew\n\n${end}\nb`,
    );
    expect(() => betweenMarkers('no markers', 'new')).toThrow('lacks');
  });
});
