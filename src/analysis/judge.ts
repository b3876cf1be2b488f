// The judge: all that was observed in, one verdict out. Everything is recomputed from the minutes
// at each look, so late data, a restart or a second observer change nothing.

import { type AlphaSplit, splitAlpha } from './alpha.ts';
import { type MinuteCounts, sum } from './counts.ts';
import { dispersionOf } from './dispersion.ts';
import { type Verdict, worst } from './evidence.ts';
import { type Estimate, type Finding, find, type PathPoint, type Question } from './finding.ts';
import { guardrailFinding } from './guardrail-finding.ts';
import { errorHarm, harmThresholdFor, lossHarm, metricHarm, slowHarm } from './harm-thresholds.ts';
import { DEFAULT_PROFILE, SPARSE_PROFILE, type TestProfile } from './profile.ts';
import type { Harm } from './safe-bound.ts';
import { routingGap, type SampleRatio } from './sample-ratio.ts';
import {
  type MetricSeries,
  type Oriented,
  orient,
  type Series,
  type SlowSeries,
  withoutWarmUp,
} from './series.ts';
import { isSparse } from './share.ts';
import { type BothBad, bothBad } from './shared-incident.ts';

export interface JudgeInput {
  readonly errors: Series;
  /** Usually two: slower than stable's p90, slower than its p99. */
  readonly slow: readonly SlowSeries[];
  readonly metrics: readonly MetricSeries[];
}

export interface JudgeSettings {
  /** The most that a rollout whose version is not worse may be rolled back, 0 to 1. */
  readonly falseRollbackRate: number;
  /** Cluster size of the events; `auto` takes it from the hour before. */
  readonly dispersion: 'auto' | number;
  /** Per cent that the canary gets after this step; 100 after the last. */
  readonly nextWeight: number;
  /**
   * Whether it is known that no request is counted in both arms. Where it is not, nothing is bet on
   * successes: those of the canary might stand in the stable arm as well.
   */
  readonly apart: boolean;
}

export const DEFAULT_SETTINGS: JudgeSettings = {
  falseRollbackRate: 0.01,
  dispersion: 'auto',
  nextWeight: 100,
  apart: true,
};

export interface Judgement {
  /** The worst of the findings. */
  readonly verdict: Verdict;
  readonly findings: readonly Finding[];
  /** How each test came to its finding; the guardrail, which looks at sums, has none. */
  readonly paths: readonly EvidencePath[];
  /** Set when the split is not what was configured: to be reported, it is no verdict. */
  readonly routing: SampleRatio | undefined;
  /** Set when both arms went bad: the weight should stay where it is until a human has looked. */
  readonly bothBad: BothBad | undefined;
}

/** The course of one test. */
export interface EvidencePath {
  /** As in its finding: `errors`, `latency p90`. */
  readonly witness: string;
  readonly points: readonly PathPoint[];
}

/** The smallest risk ratios worth a rollback. */
const MATERIAL_ERRORS = 1.2;
const MATERIAL_SLOWNESS = 1.3;
/** Minutes of a new weight in which a canary may still be cold. */
const WARM_UP_MINUTES = 1;

/** Judges a rollout by everything observed since it began. */
export function judge(observed: JudgeInput, settings: JudgeSettings = DEFAULT_SETTINGS): Judgement {
  const { errors, slow, metrics } = observed;
  const alpha = splitAlpha(settings.falseRollbackRate, {
    latency: slow.length,
    metrics: metrics.length,
  });
  const routing = routingGap(errors.minutes, settings.apart);
  const ask = { settings, alpha, sound: settings.apart && routing === undefined };
  const guardrail = guardrailFinding(errors, alpha.guardrail, dispersion(errors, settings));
  const answers = [
    find(errors, errorQuestion(errors, ask)),
    ...slow.map((series) => findSlow(series, ask)),
    ...metrics.map((series) => findMetric(series, ask)),
  ];
  const findings = [...answers.map(({ finding }) => finding), ...(guardrail ? [guardrail] : [])];
  return {
    verdict: worst(findings),
    findings,
    paths: answers.map(({ finding: { witness }, path }) => ({ witness, points: path })),
    routing,
    bothBad: bothBad(errors.minutes, errors.before, dispersion(errors, settings)),
  };
}

interface Ask {
  readonly settings: JudgeSettings;
  readonly alpha: AlphaSplit;
  /** Whether requests are split, and counted, as configured: only then successes say something. */
  readonly sound: boolean;
}

function errorQuestion(errors: Series, { settings, alpha, sound }: Ask): Question {
  const base = sound ? profileFor(errors.minutes[0]) : DEFAULT_PROFILE;
  return {
    witness: 'errors',
    noun: 'errors',
    worse: 'more',
    falseRollbackRate: alpha.errors,
    standard: harmThresholdFor(settings.nextWeight),
    profile: { ...base, dispersion: dispersion(errors, settings) },
    materialRatio: MATERIAL_ERRORS,
    harm: errorHarm(settings.nextWeight),
  };
}

/**
 * The profile for a rollout that began with this minute. The number of requests, unlike their
 * outcomes, may decide: a minute with few calls for bets that count successes too.
 */
export function profileFor(first: MinuteCounts | undefined): TestProfile {
  return first && isSparse(first) ? SPARSE_PROFILE : DEFAULT_PROFILE;
}

function findSlow(series: SlowSeries, { settings, alpha }: Ask): Estimate {
  const warm = { ...series, minutes: withoutWarmUp(series.minutes, WARM_UP_MINUTES) };
  return find(warm, {
    witness: `latency p${Math.round(series.quantile * 100)}`,
    noun: `requests above ${Math.round(series.thresholdMs)} ms`,
    worse: 'more',
    falseRollbackRate: alpha.latency,
    standard: harmThresholdFor(settings.nextWeight),
    profile: { ...DEFAULT_PROFILE, dispersion: dispersion(series, settings) },
    materialRatio: MATERIAL_SLOWNESS,
    harm: slowHarm(series.quantile, settings.nextWeight),
  });
}

function findMetric(metric: MetricSeries, { settings, alpha }: Ask): Estimate {
  const { name } = metric;
  const { series, worse, missing } = orient(metric);
  return find(series, {
    witness: `metric ${name}`,
    noun: missing ? `without ${name}` : name,
    worse,
    falseRollbackRate: alpha.metric,
    standard: harmThresholdFor(settings.nextWeight),
    profile: { ...DEFAULT_PROFILE, dispersion: dispersion(series, settings) },
    materialRatio: MATERIAL_ERRORS,
    harm: harmOf({ series, worse }, settings.nextWeight),
  });
}

function harmOf({ series, worse }: Pick<Oriented, 'series' | 'worse'>, nextWeight: number): Harm {
  const harm = worse === 'more' ? metricHarm : lossHarm;
  return harm(series.before, nextWeight);
}

function dispersion(series: Series, settings: JudgeSettings): number {
  return settings.dispersion === 'auto' ? dispersionOf(series.before) : settings.dispersion;
}

/** The canary's requests in the closed minutes since its weight became what it is now. */
export function requestsAtWeight(minutes: readonly MinuteCounts[], weight: number): number {
  return sum(minutes.filter((m) => m.weight === weight).map((m) => m.canary)).requests;
}
