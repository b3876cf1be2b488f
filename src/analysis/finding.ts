// What one test found: its verdict, its numbers, and both in words.

import type { Evidence, Verdict } from '../rollout/verdict.ts';
import { type Comparison, compare } from './comparison.ts';
import { type Counts, rate, sum, swapArms } from './counts.ts';
import type { Standard } from './harm.ts';
import { type RatioInterval, ratioInterval } from './interval.ts';
import type { TestProfile } from './profile.ts';
import { createRollbackTest, type RollbackReading } from './rollback-test.ts';
import { createSafeBound, type Harm } from './safe-bound.ts';
import type { Series } from './series.ts';
import { expectedExcess } from './toll.ts';
import { asFactor, inPercent, ratioFigures } from './words.ts';

export interface Finding extends Evidence {
  /** Everything compared so far. */
  readonly canary: Counts;
  readonly stable: Counts;
  readonly comparison: Comparison;
  readonly interval: RatioInterval | undefined;
  /** Evidence against the canary, and what it must reach for a rollback; in nats. */
  readonly reading: RollbackReading;
  /** Evidence of safety, and what it must reach for the step to end; in nats. */
  readonly safe: { readonly nats: number; readonly threshold: number };
  /** The first minute, counted from the epoch, in which the test was failing. */
  readonly failingSince: number | undefined;
}

export interface Question {
  readonly witness: string;
  /** What an event is, in the plural: `errors`. */
  readonly noun: string;
  /** Whether more events on the canary are bad, or fewer. */
  readonly worse: 'more' | 'fewer';
  /** What so many events more, or fewer, mean to the users, in words. */
  readonly cost: (events: number) => string;
  readonly falseRollbackRate: number;
  readonly standard: Standard;
  readonly profile: TestProfile;
  readonly materialRatio: number;
  readonly harm: Harm;
  /** What the canary was given since the last closed minute, in minutes of the whole traffic. */
  readonly unseen: number;
}

/**
 * Asks one question of one series. *Failing* once the rollback test has failed in any minute;
 * *healthy* once the harm is ruled out and hardly anything speaks against the canary (see
 * `verdictOf`); otherwise *inconclusive*. That the canary has fewer events is found by the same
 * tests with the arms in each other's place: stable then has more.
 */
export function find(series: Series, question: Question): Finding {
  const { profile, falseRollbackRate, materialRatio, harm, worse } = question;
  const before = sum(series.before);
  const test = createRollbackTest({ falseRollbackRate, profile, materialRatio, before });
  const bound = createSafeBound(harm, profile.dispersion);
  const threshold = -Math.log(question.standard.falseSafeRate);
  let reading: RollbackReading = {
    nats: 0,
    threshold: -Math.log(falseRollbackRate),
    failing: false,
  };
  let safeNats = 0;
  let failingSince: number | undefined;
  for (const minute of worse === 'more' ? series.minutes : series.minutes.map(swapArms)) {
    reading = test.add(minute);
    safeNats = bound.add(minute);
    if (reading.failing) failingSince ??= minute.minute;
  }
  const canary = sum(series.minutes.map((m) => m.canary));
  const stable = sum(series.minutes.map((m) => m.stable));
  const comparison = compare(series.minutes);
  const interval = ratioInterval(series.minutes, 0.01, profile.dispersion);
  const verdict = verdictOf(reading, safeNats, question.standard);
  const says = sayWhat(question.noun, { canary, stable, comparison, interval, verdict });
  const cost = reading.failing ? sayCost(series, question) : undefined;
  const safe = { nats: safeNats, threshold };
  const numbers = { canary, stable, comparison, interval, reading, safe, failingSince };
  return { witness: question.witness, verdict, says, cost, ...numbers };
}

/** The verdict of the two tests, `safeNats` and the doubt held against a standard. */
export function verdictOf(reading: RollbackReading, safeNats: number, standard: Standard): Verdict {
  if (reading.failing) return 'failing';
  const safe = safeNats >= -Math.log(standard.falseSafeRate);
  const doubtful = reading.nats > standard.toleratedDoubt + ROUNDING;
  return safe && !doubtful ? 'healthy' : 'inconclusive';
}

/** Evidence that began at 0 nats counts as unchanged up to this. */
const ROUNDING = 1e-9;

function sayWhat(
  noun: string,
  f: Pick<Finding, 'canary' | 'stable' | 'comparison' | 'interval' | 'verdict'>,
): string {
  if (f.canary.requests === 0) return `${noun}: nothing counted on the canary yet`;
  const rates = `${noun} ${inPercent(rate(f.canary))} on the canary`;
  if (Number.isNaN(f.comparison.stableRate)) return `${rates}; nothing on stable to compare with`;
  const versus = `${rates} vs ${inPercent(f.comparison.stableRate)} on stable`;
  const text = f.interval ? `${versus} (${sayRatio(f.comparison, f.interval)})` : versus;
  return f.verdict === 'inconclusive' ? `${text}; not enough to say` : text;
}

function sayCost(series: Series, { worse, cost, unseen }: Question): string | undefined {
  const excess = expectedExcess(series.minutes, unseen);
  const events = Math.round(worse === 'more' ? excess : -excess);
  return events > 0 ? cost(events) : undefined;
}

function sayRatio(comparison: Comparison, interval: RatioInterval): string {
  const low = interval.low <= 0.01 ? '0' : ratioFigures(interval.low);
  const high = interval.high >= 999 ? '∞' : ratioFigures(interval.high);
  const ratio = Number.isNaN(comparison.ratio) ? interval.estimate : comparison.ratio;
  return `${asFactor(ratio)}, 99 % interval ${low}–${high}`;
}
