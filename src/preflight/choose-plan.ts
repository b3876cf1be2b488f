// Preflight of the plan: derives the weights from the traffic if requested, and forecasts what each step can
// detect.

import { splitAlpha } from '../analysis/alpha.ts';
import { closingSeconds } from '../analysis/closed.ts';
import { customMeasure } from '../analysis/custom-measure.ts';
import { dispersionFor } from '../analysis/dispersion.ts';
import { errorsMeasure } from '../analysis/errors-measure.ts';
import { notCompared } from '../analysis/measure.ts';
import { CLASSES } from '../analysis/measure-class.ts';
import { attempt, type Problems } from '../base/problems.ts';
import type { Inputs } from '../inputs/inputs.ts';
import type { Baseline, CountSource } from '../monitor/count-source.ts';
import { plannedReading } from '../rollout/bake.ts';
import { automaticSteps, type ForecastInput, forecast, shortBake } from '../rollout/forecast.ts';
import { notComparedText } from '../rollout/not-compared.ts';
import type { Plan } from '../rollout/plan.ts';
import type { TargetSetup } from '../targets/target.ts';

export interface PlanFacts {
  readonly plan: Plan;
  /** One sentence per step. */
  readonly forecast: readonly string[];
}

/** @param watched `undefined`: no traffic can be counted */
export async function inspectPlan(
  watched: PlanCourse | undefined,
  inputs: Inputs,
  findings: Problems,
  now: number,
): Promise<PlanFacts> {
  const { advance, bakeSeconds, analysis, compare } = inputs;
  // Read even if the analysis is off: a role without permission to read metrics would hold at every step.
  const daily = watched && (await attempt(findings, () => watched.countSource.readDaily(now)));
  const steps = inputs.steps === 'auto' ? automaticSteps(daily, advance.kind) : inputs.steps;
  const closing = closingSeconds(watched?.opening.longestAnswerSeconds ?? 0);
  const judged = watched !== undefined && analysis === 'enforce';
  const plan = { steps, advance, bakeSeconds, ...plannedReading(bakeSeconds, judged, closing) };
  if (!watched || analysis === 'off') return { plan, forecast: [] };
  const baseline =
    daily && steps.length > 0
      ? await attempt(findings, () =>
          watched.countSource.readBaseline(now, watched.opening.functions, compare),
        )
      : undefined;
  const missing = notComparedIn(baseline, inputs, findings);
  if (!compare.includes('errors')) return { plan, forecast: missing };
  const { notes, warnings } = forecast(plan, { daily, ...outlook(watched, baseline, inputs) });
  findings.notes.push(...warnings.map((warning) => `steps: ${warning}`));
  findings.notes.push(...shortBake(plan).map((warning) => `bake-time: ${warning}`));
  return { plan, forecast: [...notes, ...missing] };
}

/** What the comparison will not see. Without traffic in the last day, it is unknown what is counted. */
function notComparedIn(
  baseline: Baseline | undefined,
  { compare, metrics, analysis }: Pick<Inputs, 'compare' | 'metrics' | 'analysis'>,
  findings: Problems,
): readonly string[] {
  const measures = baseline?.map(({ measure }) => measure);
  const missing = notCompared(compare, measures);
  if (missing.length === CLASSES.length && metrics.length === 0) {
    const then = analysis === 'enforce' ? ', so on-inconclusive applies' : '';
    findings.notes.push(`compare: nothing is compared${then}; ${notComparedText(missing)}`);
  }
  return missing.length > 0 ? [notComparedText(missing)] : [];
}

/** Counts the traffic, with what is known about it. */
export interface PlanCourse {
  readonly countSource: CountSource;
  readonly opening: TargetSetup;
}

/** The tests that will run, and their expected data, based on the last hour. */
function outlook(
  { opening }: PlanCourse,
  baseline: Baseline | undefined,
  { falseRollbackRate, dispersion, metrics, analysis }: Inputs,
): Omit<ForecastInput, 'daily'> {
  const [errors, ...more] = baseline ?? [{ measure: errorsMeasure(), minutes: [] }];
  const measures = [
    errors.measure,
    ...more.map(({ measure }) => measure),
    ...metrics.map(({ name, worse }) => customMeasure(name, worse)),
  ];
  return {
    falseRollbackRate: splitAlpha(falseRollbackRate, measures).of(errors.measure),
    dispersion: dispersionFor(errors.minutes, dispersion),
    // Only the versions' own counts show what API Gateway's series contain (see targets/stage/stage-split.ts).
    apart: opening.functions.length > 0,
    closingSeconds: closingSeconds(opening.longestAnswerSeconds),
    longestAnswerSeconds: opening.longestAnswerSeconds,
    decides: analysis === 'enforce',
  };
}
