// The judge turns all observations into one verdict. Its result depends on the minutes alone, so late data, a restart or
// a second observer changes nothing.

import { must } from '../base/assert.ts';
import { splitAlpha } from './alpha.ts';
import { type MinuteCounts, sum } from './counts.ts';
import { dispersionFor } from './dispersion.ts';
import { type MeasureSource, type Verdict, worst } from './evidence.ts';
import { createQuestionMemory, type Finding, type QuestionMemory } from './finding.ts';
import { findWithLogs } from './finding-with-logs.ts';
import {
  type GuardedFunction,
  guardrailFinding,
  heldBackFinding,
  unattributedFinding,
} from './guardrail-finding.ts';
import { classOf, type Measure } from './measure.ts';
import { withParts } from './parts.ts';
import type { PathPoint } from './question-course.ts';
import { routingGap, type SampleRatio } from './sample-ratio.ts';
import type { Series } from './series.ts';
import { type BothBad, bothBad } from './shared-incident.ts';

/** The counts of one measure. */
export interface MeasuredSeries extends Series {
  readonly measure: Measure;
}

export interface JudgeSettings {
  /** The maximum probability of rolling back a version that is not worse, 0 to 1. */
  readonly falseRollbackRate: number;
  /** Cluster size of the events; `auto` derives it from the hour before. */
  readonly dispersion: 'auto' | number;
  /** How long after a change of the weight the canary may be slow. */
  readonly warmUpSeconds: number;
  /** % of the traffic that the canary gets after this step; 100 after the last. */
  readonly nextWeight: number;
  /**
   * Whether it is known that no request is counted on both sides. If it is not, the test makes no bets on
   * successes, because stable's counts might include those of the canary.
   */
  readonly apart: boolean;
  /**
   * Whether failures decide. If not, they are only counted, to find incidents of both versions and whether routing is as
   * configured.
   */
  readonly errors?: 'compared' | 'counted';
  /** All traffic, with the failures that are not counted by version; empty if there are none to count. */
  readonly unattributed?: readonly MinuteCounts[];
}

export const DEFAULT_SETTINGS: JudgeSettings = {
  falseRollbackRate: 0.01,
  dispersion: 'auto',
  warmUpSeconds: 60,
  nextWeight: 100,
  apart: true,
};

export interface Judgement {
  /** The worst verdict of the findings. */
  readonly verdict: Verdict;
  readonly findings: readonly Finding[];
  /** The course of each test; the guardrail compares sums and has none. */
  readonly paths: readonly EvidencePath[];
  /** Set when the actual split differs from the configured one. It is reported, but is not a verdict. */
  readonly routing: SampleRatio | undefined;
  /** Set when both sides became worse: the weight should not change until a person has checked. */
  readonly bothBad: BothBad | undefined;
}

/** The course of one test. */
export interface EvidencePath {
  readonly source: MeasureSource;
  readonly points: readonly PathPoint[];
}

/** What earlier looks at the same rollout worked out, by the ID of the measure. It changes no result. */
export type JudgeMemory = (id: string) => QuestionMemory;

export function createJudgeMemory(): JudgeMemory {
  const known = new Map<string, QuestionMemory>();
  return (id) => {
    const memory = known.get(id) ?? createQuestionMemory();
    known.set(id, memory);
    return memory;
  };
}

/**
 * Judges a rollout by all observations since it began.
 *
 * @param measured one series for each measure, including that of all errors
 * @param memory of earlier looks; minutes that have not changed since are the same objects
 */
export function judge(
  measured: readonly MeasuredSeries[],
  settings: JudgeSettings = DEFAULT_SETTINGS,
  memory: JudgeMemory = createJudgeMemory(),
): Judgement {
  const errors = must(measured.find(isAllErrors), 'the errors are always judged');
  const { minutes, before } = errors;
  const compared =
    settings.errors === 'counted'
      ? measured.filter(({ measure }) => classOf(measure) !== 'errors')
      : measured;
  const alpha = splitAlpha(
    settings.falseRollbackRate,
    compared.map(({ measure }) => measure),
  );
  // Where the weights do not divide what is counted, they neither show a gap nor the evidence of successes.
  const isByWeight = minutes.every(({ share }) => share === undefined);
  const routing = isByWeight ? routingGap(minutes, settings.apart) : undefined;
  const sound = settings.apart && isByWeight && routing === undefined;
  const dispersion = dispersionFor(before, settings.dispersion);
  const answers = compared.map((one) => {
    const known = memory(one.measure.id);
    const context = {
      ...settings,
      falseRollbackRate: alpha.of(one.measure),
      sound,
      earlier: known.minutes(),
    };
    const { series, question } = one.measure.ask(one, context);
    return findWithLogs(series, question, known);
  });
  const findings = [
    ...withParts(answers),
    ...(compared.includes(errors) ? guardrails(compared, errors, alpha.guardrail, settings) : []),
  ];
  return {
    verdict: worst(findings),
    findings,
    paths: answers.map(({ source, path }) => ({ source, points: path })),
    routing,
    bothBad: bothBad(minutes, before, dispersion),
  };
}

/**
 * The findings of the guardrail. One half of its part of the false-rollback rate is for the time in which stable has a
 * small share; those on what cannot be compared share the other half.
 */
function guardrails(
  measured: readonly MeasuredSeries[],
  errors: Series,
  rate: number,
  settings: JudgeSettings,
): readonly Finding[] {
  const { unattributed = [] } = settings;
  const functions = measured.filter(({ measure }) => measure.kind === 'invocations');
  const half = rate / 2;
  const share = half / (1 + functions.length + (unattributed.length > 0 ? 1 : 0));
  const clusters = ({ before }: Series) => dispersionFor(before, settings.dispersion);
  const { before } = errors;
  const held = settings.apart ? heldBackFinding(errors, half, clusters(errors)) : undefined;
  return [
    guardrailFinding(errors, share, clusters(errors)),
    held,
    ...functions.map((one) => guardrailFinding(one, share, clusters(one), functionOf(one))),
    unattributedFinding({ minutes: unattributed, before }, share, clusters(errors)),
  ].filter((finding) => finding !== undefined);
}

/** The function whose invocations these are. */
function functionOf({ measure: { scope } }: MeasuredSeries): GuardedFunction | undefined {
  return scope.kind === 'function' ? { of: 'functions', name: scope.name } : undefined;
}

function isAllErrors({ measure: { kind, scope } }: MeasuredSeries): boolean {
  return kind === 'errors' && scope.kind === 'all';
}

/** The canary's requests in the closed minutes since it got its current weight. */
export function requestsAtWeight(minutes: readonly MinuteCounts[], weight: number): number {
  return sum(minutes.filter((m) => m.weight === weight).map((m) => m.canary)).requests;
}
