// The cost of a release, without that of its traffic. AWS bills GetMetricData per requested metric, and provisioned
// concurrency for as long as it is allocated. DescribeAlarms and the control planes that targets call are free.

import { formatDuration } from '../base/duration.ts';
import { type Plan, planSeconds } from '../rollout/plan.ts';
import type { Compared, MetricCost } from '../targets/kind.ts';

export interface CostFacts extends Compared {
  readonly plan: Plan;
  /** The metrics needed to count the target's traffic. */
  readonly metricCost: MetricCost;
  /** What else the target calls, free of charge: `API Gateway and Lambda`. */
  readonly freeCalls: string;
  /** The number of the user's own metrics. */
  readonly metrics: number;
  /** Whether the analysis is on: latency, the user's metrics and the hour before are then read as well. */
  readonly judged: boolean;
  /** Seconds between two looks at the counts. */
  readonly lookSeconds: number;
  /** Environments of provisioned concurrency that are allocated for the new versions. */
  readonly provisionedForNew: number;
  /** `undefined`: one job runs the whole release; otherwise how long the job that starts it runs, in seconds. */
  readonly staysSeconds: number | undefined;
}

/** CloudWatch's list price for GetMetricData; some regions cost more. */
const DOLLARS_PER_METRIC = 0.01 / 1000;

/** The maximum number of metrics requested by one reading of the counts while traffic is split. */
export function metricsPerReading(expense: CostFacts): number {
  const { metricCost, functions, metrics, judged } = expense;
  return metricCost.traffic(functions) + (judged ? metricCost.measures(expense) + 4 * metrics : 0);
}

/** What a reading has in addition after the promotion. */
export function metricsOfPromoted(expense: CostFacts): number {
  const { metricCost, judged, compare } = expense;
  return metricCost.promoted?.({ ...expense, compare: judged ? compare : ['errors'] }) ?? 0;
}

/** The maximum number of metrics requested by one reading of the hour before. */
export function metricsOfHistory(expense: CostFacts): number {
  const { metricCost, metrics, judged } = expense;
  return judged ? metricCost.history(expense) + 2 * metrics : 0;
}

interface Readings {
  /** Of everything. */
  readonly whole: number;
  /** Of them, after the promotion. */
  readonly promoted: number;
  /** Only for failures of the canary. */
  readonly failures: number;
}

/** Of the hour before: at the start, and once its last minute is closed. */
const PAST_READINGS = 2;

/** A minute closes once a minute. */
const CLOSED_EVERY = 60;

/**
 * In a run of this length: one reading at the start, one per interval, and those around each shift. The interval is that of
 * the looks if nothing can be left out: at the end of a step, which evidence may end at any time.
 */
function readingsIn(seconds: number, { plan, metricCost, lookSeconds }: CostFacts): Readings {
  const often = metricCost.failures === undefined || plan.advance.kind === 'evidence';
  const interval = often ? lookSeconds : CLOSED_EVERY;
  const { length } = plan.steps;
  const whole = 1 + Math.floor(seconds / interval) + (often ? length : 3 * length);
  const afterwards = plan.heldBack ? 0 : plan.bakeSeconds + (plan.readSeconds ?? 0);
  const promoted = Math.min(whole, 2 + Math.floor(Math.min(seconds, afterwards) / interval));
  return { whole, promoted, failures: often ? 0 : Math.floor(seconds / CLOSED_EVERY) };
}

/** The cost of a release, one item per sentence. */
export function forecastCost(expense: CostFacts): readonly string[] {
  const { plan, provisionedForNew, staysSeconds } = expense;
  const whole = planSeconds(plan);
  const lines =
    staysSeconds === undefined ? ofOneJob(expense, whole) : ofPieces(expense, staysSeconds);
  if (provisionedForNew === 0) return lines;
  return [
    ...lines,
    `cost: about ${provisionedForNew} × ${formatDuration(whole)} of provisioned concurrency for the new versions, billed by their memory while it is allocated, at the region's price; more if a step is extended`,
  ];
}

const NO_METRICS = 'cost: nothing for CloudWatch, because no metrics are read';

const PRICED = 'at 0.01 USD per 1,000, the price in most regions';

function freeOf({ freeCalls }: CostFacts): string {
  return `reading alarms and calling the control plane of ${freeCalls} is free`;
}

function ofOneJob(expense: CostFacts, seconds: number): readonly string[] {
  const { asked, dollars, readings, most, ofFailures } = reading(expense, seconds);
  const { whole, failures } = readings;
  const parts = [
    `${number(whole, 'reading')} of up to ${count(most)}`,
    ...(failures > 0
      ? [
          `${count(failures)} ${failures === 1 ? 'look' : 'looks'} for failures with ${count(ofFailures)} each`,
        ]
      : []),
  ];
  const past =
    metricsOfHistory(expense) > 0 ? `${parts.length > 1 ? ',' : ''} and the hour before` : '';
  return [
    seconds === 0
      ? 'cost: no runner time for steps or a bake, because there are none'
      : `cost: about ${formatDuration(seconds)} of runner time for the steps and the bake, if no step is extended`,
    asked === 0
      ? NO_METRICS
      : `cost: about ${dollars} USD for about ${number(asked, 'CloudWatch metric')} (${parts.join(', ')}${past}), ${PRICED}; ${freeOf(expense)}`,
  ];
}

function ofPieces(expense: CostFacts, stays: number): readonly string[] {
  const { asked, dollars } = reading(expense, stays);
  const later = metricsPerReading(expense) + metricsOfPromoted(expense) + metricsOfHistory(expense);
  const first =
    stays === 0
      ? 'a short run that starts the release'
      : `about ${formatDuration(stays)} of runner time after the first weight (hold-for)`;
  return [
    `cost: ${first}, and a short run for each later command; nothing runs between them`,
    asked + later === 0
      ? NO_METRICS
      : `cost: about ${dollars} USD for about ${number(asked, 'CloudWatch metric')} in the run that starts it, and about ${number(later, 'metric')} (${inDollars(later)} USD) in each advance, ${PRICED}; ${freeOf(expense)}`,
  ];
}

function reading(expense: CostFacts, seconds: number) {
  const { metricCost, functions } = expense;
  const each = metricsPerReading(expense);
  const promoted = metricsOfPromoted(expense);
  const ofFailures = metricCost.failures?.(functions) ?? 0;
  const readings = readingsIn(seconds, expense);
  const asked =
    each * readings.whole +
    promoted * readings.promoted +
    ofFailures * readings.failures +
    metricsOfHistory(expense) * Math.min(readings.whole, PAST_READINGS);
  const dollars = inDollars(asked);
  return { most: each + promoted, ofFailures, readings, asked, dollars };
}

function inDollars(metrics: number): string {
  return Math.max(0.0001, metrics * DOLLARS_PER_METRIC).toLocaleString('en-US', {
    maximumSignificantDigits: 2,
  });
}

/** `1 reading`, `1,450 readings`. */
function number(value: number, thing: string): string {
  return `${count(value)} ${thing}${value === 1 ? '' : 's'}`;
}

function count(value: number): string {
  return value.toLocaleString('en-US');
}
