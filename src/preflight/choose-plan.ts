// Preflight of the plan: derives the weights from the traffic if requested, and forecasts what each step can
// detect.

import { splitAlpha } from '../analysis/alpha.ts';
import { closingSeconds, USUALLY_SHOWN_SECONDS } from '../analysis/closed.ts';
import { customMeasure } from '../analysis/custom-measure.ts';
import { dispersionFor } from '../analysis/dispersion.ts';
import { errorsMeasure } from '../analysis/errors-measure.ts';
import { type Measure, notCompared, partName } from '../analysis/measure.ts';
import { CLASSES } from '../analysis/measure-class.ts';
import { attempt, type Problems } from '../base/problems.ts';
import type { Inputs } from '../inputs/inputs.ts';
import type { Baseline, CountSource } from '../monitor/count-source.ts';
import { plannedReading } from '../rollout/bake.ts';
import type { BlindFacts, LatencyGap } from '../rollout/blind-spots.ts';
import {
  automaticSteps,
  type DailyTraffic,
  expectedTraffic,
  type ForecastInput,
  forecast,
  shortBake,
} from '../rollout/forecast.ts';
import {
  chooseHoldBack,
  type HoldBack,
  type HoldBackFacts,
  withBake,
} from '../rollout/hold-back.ts';
import { tooLongNote, type WaitingPlan, waitingPlan } from '../rollout/low-traffic.ts';
import { notComparedText } from '../rollout/not-compared.ts';
import type { Plan, Step } from '../rollout/plan.ts';
import { type ProbeForecast, probeForecastText } from '../rollout/probe-forecast.ts';
import type { TargetSetup } from '../targets/target.ts';
import { doProbesDecide, isQuietTraffic, probeForecast, probeMeasures } from './plan-probes.ts';

export interface PlanFacts {
  readonly plan: Plan;
  readonly holdBack: HoldBack;
  /** One sentence per step. */
  readonly forecast: readonly string[];
  /** What is known of what the judge sees; absent if it judges nothing. */
  readonly seen?: Seen;
}

export type Seen = Omit<BlindFacts, 'bakesAlone' | 'alarms' | 'metrics' | 'region'>;

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
  const decided = doProbesDecide(
    inputs,
    probeForecast(inputs, stepsIn(inputs), measuresOf(inputs)),
  );
  const waiting = watched && waitingFor(watched, inputs, { daily, decided }, findings);
  const chosen = inputs.steps === 'auto' ? automaticSteps(daily, advance.kind) : inputs.steps;
  const { steps = chosen, ...waits } = waiting ?? {};
  const closing = closingSeconds(watched?.opening.longestAnswerSeconds ?? 0);
  const judged = watched !== undefined && analysis === 'enforce';
  const compared = watched !== undefined && analysis !== 'off';
  const baseline =
    compared && daily && steps.length > 0
      ? await readPast(watched, compare, findings, now)
      : undefined;
  const expected = compared ? outlook(watched, baseline, inputs) : undefined;
  const holdBack = holdBackFor(steps, inputs, {
    compared: compared && compare.includes('errors'),
    traffic: daily && expected && expectedTraffic(daily, expected),
    falseRollbackRates: ratesOf(inputs, baseline),
  });
  const plan = {
    ...withBake(steps, bakeSeconds, holdBack),
    ...waits,
    advance,
    ...plannedReading(bakeSeconds, judged, closing),
    // A preview goes no further in any case.
    ...(inputs.approvals && inputs.command !== 'preview' && { approvals: inputs.approvals }),
  };
  if (!watched || !expected) return { plan, holdBack, forecast: [] };
  return {
    plan,
    holdBack,
    ...foresee(
      ...([plan, watched, baseline, { daily, probed: decided, ...expected }] as const),
      ...([inputs, findings, probeForecast(inputs, steps, measuresOf(inputs, baseline))] as const),
    ),
  };
}

function stepsIn({ steps }: Inputs): readonly Step[] {
  return steps === 'auto' ? [] : steps;
}

function readPast(
  { countSource, opening }: PlanCourse,
  compare: Inputs['compare'],
  findings: Problems,
  now: number,
): Promise<Baseline | undefined> {
  return attempt(findings, () => countSource.readBaseline(now, opening.functions, compare));
}

/** What each step can detect, and what none can. */
function foresee(
  plan: Plan,
  { countSource, opening }: PlanCourse,
  baseline: Baseline | undefined,
  input: ForecastInput,
  inputs: Inputs,
  findings: Problems,
  probes: ProbeForecast | undefined,
): Required<Pick<PlanFacts, 'forecast' | 'seen'>> {
  const { compare } = inputs;
  const gap = countSource.latencyGap();
  if (compare.includes('latency')) findings.notes.push(...latencyNotes(gap));
  const missing = [...routesIn(baseline), ...notComparedIn(baseline, inputs, findings)];
  const told = probes ? [probeForecastText(probes)] : [];
  const seen = {
    ofTarget: opening.blindSpots,
    notCompared: notCompared(
      compare,
      baseline?.map(({ measure }) => measure),
    ),
    latencyGap: gap,
    smallest: undefined,
    requestsPerMinute: input.daily?.requestsPerMinute,
    probesDecide: input.probed === true && isQuietTraffic(input.daily?.requestsPerMinute),
  };
  if (!compare.includes('errors')) return { forecast: [...told, ...missing], seen };
  const { notes, warnings, smallest } = forecast(plan, input);
  findings.notes.push(...warnings.map((warning) => `steps: ${warning}`));
  findings.notes.push(...shortBake(plan).map((warning) => `bake-time: ${warning}`));
  return { forecast: [...notes, ...told, ...missing], seen: { ...seen, smallest } };
}

function holdBackFor(
  steps: Plan['steps'],
  { holdBack: asked, bakeSeconds, command }: Inputs,
  known: Pick<HoldBackFacts, 'compared' | 'traffic' | 'falseRollbackRates'>,
): HoldBack {
  return chooseHoldBack({ asked, steps, bakeSeconds, preview: command === 'preview', ...known });
}

/**
 * At low traffic, the default steps would end with too few requests, unless probes decide. Steps of the user's own are kept, and so is the
 * clock if it decides anyway.
 */
function waitingFor(
  { opening, availableSeconds }: PlanCourse,
  inputs: Inputs,
  { daily, decided }: { readonly daily: DailyTraffic | undefined; readonly decided: boolean },
  findings: Problems,
): WaitingPlan | undefined {
  if (!daily || decided || !isByDefault(inputs)) return undefined;
  const { bakeSeconds } = inputs;
  const closing = closingSeconds(opening.longestAnswerSeconds);
  const { readSeconds = 0 } = plannedReading(bakeSeconds, true, closing);
  const traffic = {
    requestsPerMinute: daily.requestsPerMinute,
    availableSeconds: availableSeconds - bakeSeconds - readSeconds,
  };
  const waiting = waitingPlan(traffic);
  if (waiting.kind === 'too-long') {
    findings.notes.push(`steps: ${tooLongNote(waiting.seconds, traffic)}`);
  }
  return waiting.kind === 'planned' ? waiting.plan : undefined;
}

/** Whether the inputs leave it to the action when a step ends, and whether its counts decide. */
function isByDefault(inputs: Inputs): boolean {
  const { asked, steps, advance, analysis, compare, onInconclusive, command } = inputs;
  const isDefault = asked.steps === undefined && steps !== 'auto' && steps.length > 0;
  const isClock = advance.kind === 'time' && advance.maxSeconds === undefined;
  const isJudged = analysis === 'enforce' && compare.includes('errors');
  return isDefault && isClock && isJudged && onInconclusive !== 'promote' && command !== 'preview';
}

/** Which routes are compared by themselves. */
function routesIn(baseline: Baseline | undefined): readonly string[] {
  const scopes = (baseline ?? []).map(({ measure }) => measure.scope);
  const routes = new Set(
    scopes.flatMap((scope) => (scope.kind === 'route' ? [partName(scope)] : [])),
  );
  if (routes.size === 0) return [];
  return [
    `routes: ${routes.size} are also compared by themselves, those with the most requests in the last hour; any other only with all traffic`,
  ];
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

/** Latency that is not compared although there is traffic. The target has its own words for a cache. */
function latencyNotes(gap: LatencyGap | undefined): readonly string[] {
  if (gap !== 'not-counted' && gap !== 'refused') return [];
  const why =
    gap === 'refused'
      ? 'CloudWatch refuses to count slow invocations'
      : 'CloudWatch returned no count of slow invocations for the last hour';
  return [
    `latency: it is not compared, because ${why} (statistic TC of Duration). Set an alarm on Duration in alarms to monitor it`,
  ];
}

/** Counts the traffic, with what is known about it. */
export interface PlanCourse {
  readonly countSource: CountSource;
  readonly opening: TargetSetup;
  /** How long the steps and the bake may take. */
  readonly availableSeconds: number;
}

const NO_BASELINE: Baseline = [{ measure: errorsMeasure(), minutes: [] }];

/** Of users' requests. */
function measuresOf({ metrics }: Inputs, baseline: Baseline = NO_BASELINE): readonly Measure[] {
  return [
    ...baseline.map(({ measure }) => measure),
    ...metrics.map(({ name, worse }) => customMeasure(name, worse)),
  ];
}

/** The parts of the false-rollback rate. The guardrail shares its own among its findings. */
function ratesOf(
  inputs: Inputs,
  baseline: Baseline = NO_BASELINE,
): HoldBackFacts['falseRollbackRates'] {
  const split = splitAlpha(inputs.falseRollbackRate, [
    ...measuresOf(inputs, baseline),
    ...probeMeasures(inputs),
  ]);
  return { errors: split.of(baseline[0].measure), guardrail: split.guardrail / 2 };
}

/** The tests that will run, and their expected data, based on the last hour. */
function outlook(
  { opening }: PlanCourse,
  baseline: Baseline | undefined,
  inputs: Inputs,
): Omit<ForecastInput, 'daily'> {
  const { dispersion, analysis } = inputs;
  const [errors] = baseline ?? NO_BASELINE;
  const closing = closingSeconds(opening.longestAnswerSeconds);
  return {
    falseRollbackRate: ratesOf(inputs, baseline).errors,
    dispersion: dispersionFor(errors.minutes, dispersion),
    // Only the versions' own counts show what API Gateway's series contain (see targets/stage/stage-split.ts).
    apart:
      opening.functions.length > 0 &&
      opening.blindSpots.every(({ kind }) => kind !== 'probed-functions'),
    closingSeconds: closing,
    // With a cache, nothing counts before its minute is closed.
    shownSeconds: opening.blindSpots.some(({ kind }) => kind === 'cached')
      ? closing
      : USUALLY_SHOWN_SECONDS,
    longestAnswerSeconds: opening.longestAnswerSeconds,
    decides: analysis === 'enforce',
  };
}
