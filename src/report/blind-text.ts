// Blind spots as text: what could break unseen, and what would show it.

import { formatPercent } from '../analysis/figures.ts';
import type { NotCompared } from '../analysis/measure-class.ts';

import type { BlindSpot, LatencyGap } from '../rollout/blind-spots.ts';
import { perMinute } from '../rollout/low-traffic.ts';

/** `slower responses, because …: an alarm on IntegrationLatency would show them`. */
export function blindSpotText(spot: BlindSpot): string {
  switch (spot.kind) {
    case 'not-compared':
      return `${CLASSES[spot.what]}: ${spot.why === 'off' ? `they are not in the input compare` : 'they are not counted by version, or nothing was counted in the hour before'}. Alarms would show them`;
    case 'latency':
      return `slower responses: ${LATENCY[spot.why]}`;
    case 'small-regressions': {
      const least =
        spot.below === undefined
          ? 'anything less than a failure of nearly all requests'
          : `error rates below ${formatPercent(spot.below)}`;
      return `${least}, at ${perMinute(spot.requestsPerMinute)}: longer steps would show more`;
    }
    case 'cached':
      return `errors that are up to ${spot.ratio} times as frequent, because the stage caches answers: alarms or metrics would show them`;
    case 'other-regions':
      return `what happens in other Regions than ${spot.region}: release them one after the other, each with its own run`;
    default:
      return FIXED[spot.kind];
  }
}

const CLASSES: Readonly<Record<NotCompared['what'], string>> = {
  errors: 'failed requests',
  'client-errors': 'client errors (4XX)',
  latency: 'slower responses',
  routes: 'failures of a single route that has little traffic',
};

const LATENCY: Readonly<Record<LatencyGap, string>> = {
  cache:
    'latency is not compared on a stage with a cache. An alarm on IntegrationLatency would show them',
  'not-counted':
    'CloudWatch does not count slow invocations here. An alarm on Duration would show them',
  refused: 'CloudWatch does not count slow invocations here. An alarm on Duration would show them',
  'no-traffic': 'nothing was measured in the hour before. An alarm would show them',
};

type Fixed = Exclude<
  BlindSpot['kind'],
  'not-compared' | 'latency' | 'small-regressions' | 'cached' | 'other-regions'
>;

const FIXED: Readonly<Record<Fixed, string>> = {
  'returned-errors':
    'responses with status 500 that a function returns: to Lambda, they are successes. metrics by version would show them',
  'masked-failures':
    'failures of a backend that an integration answers with status 200, other than failed invocations of the released functions: metrics would show them',
  'probed-functions':
    'failures of a single function that API Gateway hides, and traffic that reaches no new version: Lambda counts the probes among its invocations, so they are not compared while probes are sent',
  'probes-alone':
    'failures of what no probe asks for: at this traffic, the probes decide, and not the requests of users. More checks with probe: true would show them',
  asynchronous:
    'what becomes of an event after its invocation, such as a message in a dead-letter queue: an alarm on the queue would show it',
  'bake-alone':
    'what begins after the promotion and makes less than 10% of the requests fail: the bake has no version to compare with, and cannot distinguish a worse version from an incident. hold-back: 5% would compare them',
  'quiet-routes':
    'routes that nobody calls during the release: a pre-traffic-hook that calls them would show it',
  'no-alarms':
    'effects beyond the requests, such as the load of a database: alarms would show them, and none are set',
  'wrong-answers': 'wrong answers with status 200: metrics of your own would show them',
};

/** One line for a release that goes on. */
export function blindSpotCount(spots: readonly BlindSpot[]): string {
  const kinds = spots.length === 1 ? 'one kind' : `${spots.length} kinds`;
  return `the judge cannot see ${kinds} of harm that this release could do; command: plan lists them, and docs/judge.md of this action explains them`;
}
