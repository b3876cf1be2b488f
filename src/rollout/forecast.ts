// Forecasts what a plan can detect, from the traffic of the last day.

import { autoSteps, HIGHEST_WEIGHT, type Pace } from '../analysis/auto-steps.ts';
import {
  type ExpectedTraffic,
  type MonitoringPlan,
  minutesToFind,
  type Power,
  power,
  type StepPower,
} from '../analysis/power.ts';
import { formatDuration } from '../base/duration.ts';
import { LOW_TRAFFIC_PER_MINUTE, waitingNotes } from './low-traffic.ts';
import {
  formatWeight,
  isBake,
  type Plan,
  planSeconds,
  rampOf,
  type Step,
  stepWindow,
} from './plan.ts';

/** The traffic of the target over the last day. */
export interface DailyTraffic {
  readonly requestsPerMinute: number;
  /** 0 to 1. */
  readonly errorRate: number;
}

export interface Forecast {
  /** One sentence per step. */
  readonly notes: readonly string[];
  /** What to reconsider before the start. */
  readonly warnings: readonly string[];
  /** The smallest error rate that is detected, 0 to 1; absent if it is not known, or only a total failure is. */
  readonly smallest?: number | undefined;
}

/** How long each step of an automatic plan is held, if time ends the steps. */
const AUTO_HOLD_SECONDS = 300;

/** Steps chosen from the traffic; see `autoSteps`. */
export function automaticSteps(daily: DailyTraffic | undefined, pace: Pace): readonly Step[] {
  const weights = autoSteps(daily?.requestsPerMinute ?? 0, pace);
  return weights.map((weight) => ({ weight, holdSeconds: AUTO_HOLD_SECONDS }));
}

/** What is known in advance about the traffic and the monitoring. */
export interface ForecastInput {
  /** `undefined` if nothing was counted in the last day. */
  readonly daily: DailyTraffic | undefined;
  readonly dispersion: number;
  readonly apart: boolean;
  readonly falseRollbackRate: number;
  /** How old the end of a minute must be before its counts are read. */
  readonly closingSeconds: number;
  /** The same for failures that count before their minute is closed. */
  readonly shownSeconds: number;
  /** The timeout that `closingSeconds` is derived from, in seconds. */
  readonly longestAnswerSeconds: number;
  /** Whether the comparison decides, rather than only reports. */
  readonly decides: boolean;
  /** Whether probes decide what users' requests do not. */
  readonly probed?: boolean;
}

/** The traffic that the tests will read. */
export function expectedTraffic(
  { requestsPerMinute, errorRate: rate }: DailyTraffic,
  { dispersion, apart }: Pick<ForecastInput, 'dispersion' | 'apart'>,
): ExpectedTraffic {
  return { requestsPerMinute, rate, dispersion, apart };
}

export function forecast(plan: Plan, input: ForecastInput): Forecast {
  const { daily, falseRollbackRate } = input;
  const warnings = [...tooHigh(plan), ...neverCompared(plan, input)];
  if (plan.steps.length === 0) return { notes: [], warnings };
  if (!daily) {
    warnings.push(
      'CloudWatch counted no requests in the last day, so it is unknown what the steps can detect',
    );
    return { notes: [], warnings };
  }
  if (plan.requests !== undefined)
    return { notes: waitingNotes(plan, daily.requestsPerMinute), warnings };
  const traffic = expectedTraffic(daily, input);
  const closingMinutes = input.closingSeconds / 60;
  const afterwards = (plan.heldBack ? 0 : plan.bakeSeconds) + (plan.readSeconds ?? 0);
  const shownMinutes = input.shownSeconds / 60;
  const bakeMinutes = afterwards / 60;
  const watching = { falseRollbackRate, closingMinutes, shownMinutes, bakeMinutes };
  const observation = power(plannedMinutes(plan), traffic, watching);
  const notes = observation.steps.map((step, i) =>
    describeStep(step, isBake(plan, i) ? 'bake' : `step ${i + 1}`, daily, watching),
  );
  if (!input.probed)
    warnings.push(...ineffectiveSteps(observation, plan, daily, traffic, watching));
  const smallest = observation.steps.at(-1)?.smallest?.rate;
  return {
    notes: [...notes, describeTotalFailure(observation, watching, input)],
    warnings,
    smallest,
  };
}

/** The minute itself, and the delay of the read after the minute is closed. */
const END_AND_READING_SECONDS = 60 + 45;

/** Warns about steps that end before any of their minutes can be compared, whatever the traffic. */
function neverCompared(plan: Plan, input: ForecastInput): string[] {
  const ramp = rampOf(plan);
  const last = ramp.at(-1);
  if (!last) return [];
  const { closingSeconds, longestAnswerSeconds, decides } = input;
  const { advance } = plan;
  const held = planSeconds({ steps: ramp.slice(0, -1), advance, bakeSeconds: 0 });
  const until = held + stepWindow(plan, last).latest;
  const needed = closingSeconds + END_AND_READING_SECONDS;
  if (until >= needed) return [];
  const then = decides
    ? 'The release is then inconclusive, and on-inconclusive applies'
    : 'Nothing is compared in that case';
  return [
    `no minute can be compared before ${plan.heldBack ? 'the bake' : 'the promotion'}: the steps end after ${formatDuration(until)} at the latest. A response may take ${formatDuration(longestAnswerSeconds)}, so a minute’s counts are read ${formatDuration(closingSeconds)} after its end. ${then}. Extend the steps to ${formatDuration(roundUpMinutes(needed))} in total, or shorten the timeout`,
  ];
}

function roundUpMinutes(seconds: number): number {
  return Math.ceil(seconds / 60) * 60;
}

/** The minute of the promotion and the next one contain requests of both versions. */
const LEFT_OUT_SECONDS = 120;

/** Warns about a bake that is judged but too short for a comparison. */
export function shortBake({ bakeSeconds, readSeconds, heldBack }: Plan): string[] {
  if (heldBack || readSeconds === undefined || bakeSeconds >= LEFT_OUT_SECONDS) return [];
  return [
    `${formatDuration(bakeSeconds)} is too short to compare a minute: the minute of the promotion and the next one contain requests of both versions. Alarms are monitored; to have the new version’s errors judged, set 2m or more`,
  ];
}

function plannedMinutes(plan: Plan): { weight: number; minutes: number }[] {
  return plan.steps.map((step) => {
    const { earliest, latest } = stepWindow(plan, step);
    const seconds = plan.advance.kind === 'evidence' ? latest : earliest;
    return { weight: step.weight, minutes: Math.max(1, Math.round(seconds / 60)) };
  });
}

/** A minute in which a weight was set counts in part, and the metrics are read twice per minute. */
const ROUGHLY_MINUTES = 1.5;

/**
 * When a regression is detected that needs this many minutes, since the first shift.
 *
 * @param readAfter minutes between the end of a minute and the read of its counts
 */
function noticed(foundAfter: number, readAfter: number): string {
  return `within ${Math.ceil(foundAfter + readAfter + ROUGHLY_MINUTES)} min`;
}

function describeStep(
  step: StepPower,
  name: string,
  daily: DailyTraffic,
  watching: MonitoringPlan,
): string {
  const where = `${name} (${formatWeight(step.weight)}, ${step.minutes} min): ${canaryRequests(step.canaryRequests)}`;
  const { smallest } = step;
  if (!smallest) return `${where}; even a total failure might not be detected`;
  const usual = daily.errorRate > 0 ? ` (stable: ${inPercent(daily.errorRate)})` : '';
  return `${where}; detects an error rate of ${inPercent(smallest.rate)} or more${usual}, ${noticed(smallest.foundAfter, watching.closingMinutes)} of the start`;
}

function describeTotalFailure(
  { totalFailure }: Power,
  { closingMinutes, shownMinutes }: MonitoringPlan,
  { longestAnswerSeconds }: ForecastInput,
): string {
  const { foundAfter, failedRequests } = totalFailure;
  if (foundAfter === undefined)
    return 'a version that fails every request might not be detected by the comparison';
  const [early, late] = [shownMinutes, closingMinutes].map((after) => noticed(foundAfter, after));
  const hanging =
    longestAnswerSeconds > LONG_SECONDS && late !== early
      ? `; ${late} if its requests fail only at the timeout of ${formatDuration(longestAnswerSeconds)}`
      : '';
  return `a version that fails every request is detected ${early}, after about ${about(failedRequests)} failed ${plural(failedRequests, 'request')}${hanging}`;
}

/** Up to this timeout, a request that hangs is shown hardly later than one that fails at once. */
const LONG_SECONDS = 60;

/** Warns about steps that detect nothing, and proposes a longer hold of the first one, or other weights. */
function ineffectiveSteps(
  observation: Power,
  plan: Plan,
  daily: DailyTraffic,
  traffic: ExpectedTraffic,
  { falseRollbackRate, bakeMinutes, closingMinutes }: MonitoringPlan,
): string[] {
  const blind = observation.steps.filter((step) => !step.smallest);
  const first = blind[0];
  if (!first) return [];
  const proposals = ['advance: evidence'];
  if (daily.requestsPerMinute < LOW_TRAFFIC_PER_MINUTE) {
    proposals.unshift('the default steps, which wait for requests at this traffic');
  }
  const weights = autoSteps(daily.requestsPerMinute, plan.advance.kind);
  if (!weights.includes(first.weight)) {
    proposals.unshift(`steps: auto (here ${weights.map(formatWeight).join(', ')})`);
  }
  if (bakeMinutes < closingMinutes) {
    const needed = formatDuration(Math.ceil(closingMinutes) * 60);
    proposals.unshift(`a bake-time of ${needed}, because a minute cannot be read sooner`);
  }
  const minutes = minutesToFind(first.weight, traffic, 1, falseRollbackRate);
  if (minutes !== undefined) {
    proposals.unshift(
      `a step of ${formatWeight(first.weight)} that is held for ${Math.ceil(minutes)} min`,
    );
  }
  const rate = `${about(daily.requestsPerMinute)} ${plural(daily.requestsPerMinute, 'request')} per minute`;
  return [
    `at ${rate}, ${blindSteps(blind.length, observation.steps.length)} detect even a total failure; ` +
      `alternatives: ${proposals.join(', ')}`,
  ];
}

/** Begins a clause that ends with what they cannot do. */
function blindSteps(blind: number, all: number): string {
  if (all === 1) return 'the only step cannot';
  return blind === all ? `none of the ${all} steps can` : `${blind} of ${all} steps cannot`;
}

function canaryRequests(expected: number): string {
  return expected < 1
    ? 'less than one canary request'
    : `about ${about(expected)} canary ${plural(expected, 'request')}`;
}

/** Of a number as `about` shows it. */
function plural(value: number, thing: string): string {
  return about(value) === '1' ? thing : `${thing}s`;
}

function tooHigh({ steps }: Plan): string[] {
  const high = steps.filter((step) => step.weight > HIGHEST_WEIGHT);
  return high.map(
    ({ weight }) =>
      `a step of ${formatWeight(weight)} leaves too little stable traffic to compare with; at most ${HIGHEST_WEIGHT}% can be judged`,
  );
}

function about(value: number): string {
  return value >= 100
    ? Math.round(value).toLocaleString('en-US')
    : String(Number(value.toPrecision(2)));
}

function inPercent(rate: number): string {
  return `${Number((100 * rate).toPrecision(2))}%`;
}
