// Whether the previous version keeps a share of the traffic through the bake, and why.

import { formatDuration } from '../base/duration.ts';
import { DEFAULT_HOLD_BACK, type HoldBack, type WhyNone } from '../rollout/hold-back.ts';
import { formatWeight } from '../rollout/plan.ts';
import { count } from './format.ts';

/** One sentence, without its end; none if there is nothing to say. */
export function holdBackText(holdBack: HoldBack, bakeSeconds: number): readonly string[] {
  if (holdBack.kind === 'none') {
    const why = whyNone(holdBack.why);
    return why === undefined ? [] : [`hold-back: none, because ${why}`];
  }
  const { share, asked } = holdBack;
  const kept = formatWeight(share);
  const origin = asked ? '' : ' (the default)';
  return [
    `hold-back: ${kept}${origin}: the bake is a last step of ${formatWeight(100 - share)} for ${formatDuration(bakeSeconds)}, in which the previous version keeps ${kept} and both are compared; the promotion follows it`,
  ];
}

const AFTER =
  'The bake follows the promotion. Without the previous version to compare with, it detects only an error rate of at least 10%, and cannot tell it from an incident';

function whyNone(why: WhyNone): string | undefined {
  switch (why.kind) {
    case 'asked':
    case 'no-bake':
    case 'no-steps':
    case 'preview':
      return undefined;
    case 'no-comparison':
      return 'errors are not compared. The bake follows the promotion';
    case 'last-step':
      return `the last step is ${formatWeight(why.weight)} already. ${AFTER}`;
    case 'little-traffic':
      return why.requestsPerMinute === 0
        ? `no requests were counted in the last day, so there would be nothing to compare. ${AFTER}`
        : `${traffic(why.requestsPerMinute)}, of which ${formatWeight(DEFAULT_HOLD_BACK)} are too few to find even a total failure within the bake. ${AFTER}`;
  }
}

function traffic(requestsPerMinute: number): string {
  const rounded =
    requestsPerMinute < 10
      ? Number(requestsPerMinute.toPrecision(2))
      : Math.round(requestsPerMinute);
  return rounded === 1
    ? 'there was about 1 request per minute in the last day'
    : `there were about ${count(rounded)} requests per minute in the last day`;
}
