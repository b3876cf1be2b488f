// A plan for a few requests a minute: its steps wait for requests, and not for the clock.

import { formatDuration } from '../base/duration.ts';
import { formatWeight, LONGEST_WAIT, type Plan, type Step } from './plan.ts';

/** Below this traffic, the default steps end with too few requests of the canary to be compared. */
export const LOW_TRAFFIC_PER_MINUTE = 10;

/**
 * The weights in %, and the canary requests that each of them waits for: the first that fits. With these numbers, a
 * version that fails every request is promoted in less than 1% of releases (`npm run bench -- judge`, low traffic).
 * With 50% alone, eight failures would not be enough, because half of them are expected on the canary.
 */
const LADDERS: readonly { readonly weights: readonly number[]; readonly requests: number }[] = [
  { weights: [25, 50], requests: 8 },
  { weights: [25], requests: 10 },
];

/** No step is planned to be shorter, however fast its requests come. */
const LEAST_SECONDS = 600;

/** What is known before the plan is made. */
export interface LowTraffic {
  /** Of both versions, over the last day. */
  readonly requestsPerMinute: number;
  /** How long the steps may take. */
  readonly availableSeconds: number;
}

/** The parts of a plan that waits for requests. */
export type WaitingPlan = Pick<Plan, 'steps'> & Required<Pick<Plan, 'requests'>>;

export type Waiting =
  /** There is enough traffic for the clock. */
  | { readonly kind: 'not-needed' }
  | { readonly kind: 'planned'; readonly plan: WaitingPlan }
  /** Even the fastest takes longer than the steps may. */
  | { readonly kind: 'too-long'; readonly seconds: number };

export function waitingPlan({ requestsPerMinute, availableSeconds }: LowTraffic): Waiting {
  if (requestsPerMinute >= LOW_TRAFFIC_PER_MINUTE) return { kind: 'not-needed' };
  const plans = LADDERS.map(
    ({ weights, requests }): WaitingPlan => ({
      steps: weights.map((weight) => stepOf(weight, requests, requestsPerMinute)),
      requests,
    }),
  );
  const plan = plans.find(({ steps }) => secondsOf(steps) <= availableSeconds);
  if (plan) return { kind: 'planned', plan };
  return { kind: 'too-long', seconds: Math.min(...plans.map(({ steps }) => secondsOf(steps))) };
}

function stepOf(weight: number, requests: number, perMinute: number): Step {
  const minutes = Math.ceil((100 * requests) / (weight * perMinute));
  return { weight, holdSeconds: Math.max(LEAST_SECONDS, 60 * minutes) };
}

function secondsOf(steps: readonly Step[]): number {
  return steps.reduce((sum, { holdSeconds }) => sum + holdSeconds, 0);
}

/** What the plan does instead of the default, and how long that takes. */
export function waitingNotes(plan: Plan, requestsPerMinute: number): readonly string[] {
  const { steps, requests = 0 } = plan;
  const weights = steps.map(({ weight }) => formatWeight(weight)).join(' and ');
  const takes = secondsOf(steps);
  const clock = steps.map(
    ({ weight, holdSeconds }) => `${formatWeight(weight)}/${formatDuration(holdSeconds)}`,
  );
  return [
    `the steps wait for requests, not for the clock: ${weights}, until the new version has had ${requests} requests${steps.length > 1 ? ' in each' : ''}. At ${perMinute(requestsPerMinute)}, that takes about ${formatDuration(takes)}, and at most ${formatDuration(takes * LONGEST_WAIT)}. A version that fails every request is then rolled back in 99 of 100 releases. To let the clock decide, set steps: ${clock.join(', ')}`,
  ];
}

/** What to do if waiting takes too long. */
export function tooLongNote(
  seconds: number,
  { requestsPerMinute, availableSeconds }: LowTraffic,
): string {
  return `at ${perMinute(requestsPerMinute)}, the new version gets too few requests to be judged in this job: that takes about ${formatDuration(seconds)}, and the job and its credentials leave ${formatDuration(Math.max(0, availableSeconds))}. The release will probably be held. Raise job-timeout and timeout-minutes, with role-to-assume so that the credentials last; or run command: start, and command: advance on a schedule; or set on-inconclusive: promote to release without a verdict`;
}

/** `1 request per minute`, `0.1 requests per minute`. */
export function perMinute(requests: number): string {
  const rounded = Number(requests.toPrecision(2));
  return rounded === 1
    ? '1 request per minute'
    : `${rounded.toLocaleString('en-US', { maximumSignificantDigits: 2 })} requests per minute`;
}
