// The judge: all that was observed in, one verdict out. Everything is recomputed from the minutes
// at each look, so late data, a restart or a second observer change nothing.

import { must } from '../base/assert.ts';
import { splitAlpha } from './alpha.ts';
import { type MinuteCounts, sum } from './counts.ts';
import { dispersionFor } from './dispersion.ts';
import { type MeasureSource, type Verdict, worst } from './evidence.ts';
import { type Finding, find, type PathPoint } from './finding.ts';
import { guardrailFinding } from './guardrail-finding.ts';
import type { Measure } from './measure.ts';
import { routingGap, type SampleRatio } from './sample-ratio.ts';
import type { Series } from './series.ts';
import { type BothBad, bothBad } from './shared-incident.ts';

/** The counts of one measure. */
export interface MeasuredSeries extends Series {
  readonly measure: Measure;
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
  readonly source: MeasureSource;
  readonly points: readonly PathPoint[];
}

/**
 * Judges a rollout by everything observed since it began.
 *
 * @param measured one series for each measure, that of all errors among them
 */
export function judge(
  measured: readonly MeasuredSeries[],
  settings: JudgeSettings = DEFAULT_SETTINGS,
): Judgement {
  const errors = must(measured.find(isAllErrors), 'the errors are always judged');
  const { minutes, before } = errors;
  const alpha = splitAlpha(
    settings.falseRollbackRate,
    measured.map(({ measure }) => measure),
  );
  const routing = routingGap(minutes, settings.apart);
  const sound = settings.apart && routing === undefined;
  const dispersion = dispersionFor(before, settings.dispersion);
  const answers = measured.map((one) => {
    const context = { ...settings, falseRollbackRate: alpha.of(one.measure), sound };
    const { series, question } = one.measure.ask(one, context);
    return find(series, question);
  });
  const guardrail = guardrailFinding(errors, alpha.guardrail, dispersion);
  const findings = [...answers.map(({ finding }) => finding), ...(guardrail ? [guardrail] : [])];
  return {
    verdict: worst(findings),
    findings,
    paths: answers.map(({ source, path }) => ({ source, points: path })),
    routing,
    bothBad: bothBad(minutes, before, dispersion),
  };
}

function isAllErrors({ measure: { kind, scope } }: MeasuredSeries): boolean {
  return kind === 'errors' && scope.kind === 'all';
}

/** The canary's requests in the closed minutes since its weight became what it is now. */
export function requestsAtWeight(minutes: readonly MinuteCounts[], weight: number): number {
  return sum(minutes.filter((m) => m.weight === weight).map((m) => m.canary)).requests;
}
