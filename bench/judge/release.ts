// Whole releases: a schedule that waits for evidence, minute by minute, with the action's tests.

import { type MinuteCounts, sum } from '../../src/analysis/counts.ts';
import { dispersionOf } from '../../src/analysis/dispersion.ts';
import { profileFor } from '../../src/analysis/errors-measure.ts';
import { verdictOf } from '../../src/analysis/finding.ts';
import { errorHarm, harmThresholdFor } from '../../src/analysis/harm-thresholds.ts';
import { requestsAtWeight } from '../../src/analysis/judge.ts';
import { createRollbackTest } from '../../src/analysis/rollback-test.ts';
import { createSafeBound } from '../../src/analysis/safe-bound.ts';
import { LAG_MINUTES } from './grid.ts';
import { ALPHA } from './ours.ts';
import type { Chance } from './random.ts';
import { drawArm, type Effect, type Rollout, type Service, simulate } from './rollout.ts';

/** When a step may end without a rollback. */
export type Advance =
  /** After that many minutes. */
  | { readonly kind: 'time'; readonly minutes: number }
  /** The same, but not before that many canary requests at its weight. */
  | { readonly kind: 'held'; readonly minutes: number; readonly minRequests: number }
  /** As soon as the canary is shown healthy enough for the next weight. */
  | { readonly kind: 'evidence'; readonly longest: number };

export interface Schedule {
  readonly weights: readonly number[];
  readonly advance: Advance;
}

export interface Release {
  readonly outcome: 'promoted' | 'rolled back' | 'unresolved';
  /** Minutes from the first shift to the outcome, publication of the last minute included. */
  readonly minutes: number;
  /** Canary requests that failed until then. */
  readonly failed: number;
}

export interface World {
  readonly service: Service;
  readonly effect: Effect;
  readonly rps: number;
}

/** Simulates one release, for at most `longest` minutes. */
export function playRelease(
  world: World,
  schedule: Schedule,
  longest: number,
  chance: Chance,
): Release {
  const { before } = simulate({ ...world, weights: [] }, chance);
  const draw = drawMinutes(world, longest, chance);
  const watch = createWatch(before);
  const minutes: MinuteCounts[] = [];
  let step = 0;
  let since = 0;
  for (let now = 1; now <= longest; now++) {
    const weight = schedule.weights[step]!;
    minutes.push(draw(now, weight));
    const closed = minutes.slice(0, Math.max(0, now - LAG_MINUTES));
    const next = schedule.weights[step + 1] ?? 100;
    const verdict = watch(closed, next);
    const failed = () => sum(minutes.map((m) => m.canary)).events;
    if (verdict === 'failing') return { outcome: 'rolled back', minutes: now, failed: failed() };
    if (!mayAdvance(schedule.advance, verdict, now - since, closed, weight)) continue;
    step += 1;
    since = now;
    if (step === schedule.weights.length) {
      return { outcome: 'promoted', minutes: now, failed: failed() };
    }
  }
  const failed = sum(minutes.map((m) => m.canary)).events;
  return { outcome: 'unresolved', minutes: longest, failed };
}

function mayAdvance(
  advance: Advance,
  verdict: string,
  elapsed: number,
  closed: readonly MinuteCounts[],
  weight: number,
): boolean {
  switch (advance.kind) {
    case 'time':
      return elapsed >= advance.minutes;
    case 'held': {
      const seen = requestsAtWeight(closed, weight);
      return elapsed >= advance.minutes && seen >= advance.minRequests;
    }
    case 'evidence': {
      // At least one closed minute at this weight, because the load itself may cause failures.
      const seen = elapsed > LAG_MINUTES && verdict === 'healthy';
      return seen || elapsed >= advance.longest;
    }
  }
}

/** The action's verdict on the closed minutes; the rollback test continues where it stopped. */
function createWatch(before: Rollout['before']) {
  const dispersion = dispersionOf(before);
  let test: ReturnType<typeof createRollbackTest> | undefined;
  let taken = 0;
  let reading = { nats: 0, threshold: 0, failing: false };
  return (closed: readonly MinuteCounts[], nextWeight: number) => {
    if (closed.length === 0) return 'inconclusive';
    test ??= createRollbackTest({
      falseRollbackRate: ALPHA.errors,
      profile: { ...profileFor(closed[0]), dispersion },
      materialRatio: 1.2,
      before: sum(before),
    });
    for (; taken < closed.length; taken++) reading = { ...test.add(closed[taken]!) };
    const bound = createSafeBound(errorHarm(nextWeight), dispersion);
    const safeNats = closed.reduce((_, minute) => bound.add(minute), 0);
    return verdictOf(reading, safeNats, harmThresholdFor(nextWeight));
  };
}

function drawMinutes(world: World, longest: number, chance: Chance) {
  const rates = world.service.rates(chance, 1, longest);
  return (minute: number, weight: number): MinuteCounts => {
    const requests = 60 * world.rps;
    const rate = rates[minute - 1]!;
    const share = weight / 100;
    const effect = world.effect(rate, minute);
    const canary = drawArm(requests * share, effect, world.service.clusters, chance);
    const stable = drawArm(requests * (1 - share), rate, world.service.clusters, chance);
    return { minute, canary, stable, weight, weightBefore: weight };
  };
}
