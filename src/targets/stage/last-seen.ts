// The traffic of the stage as the last check saw it. A stage has no revision that a write could name, so each write
// compares what it reads with what the decision was made from.

import type { AccessLogSettings } from '../../aws/access-log-settings.ts';
import { KnownError, MovedError } from '../../base/errors.ts';
import { formatWeight, sameWeight } from '../../rollout/plan.ts';
import type { TrafficState } from '../../rollout/traffic-state.ts';

export interface LastSeen {
  trafficState: TrafficState | undefined;
  /** `none`: the stage writes none. `undefined`: not read yet. */
  accessLog?: AccessLogSettings | 'none';
}

/** Throws if somebody closed the canary or changed its weight since the last check: a brake is not overruled. */
export function assertAsSeen(
  { trafficState: seen }: Pick<LastSeen, 'trafficState'>,
  found: TrafficState,
): void {
  if (seen?.kind !== 'split') return;
  if (found.kind === 'stable')
    throw new KnownError('someone removed the canary after the last check');
  if (found.kind !== 'split' || sameWeight(found.weight, seen.weight)) return;
  throw new MovedError(
    `the weight was changed outside this action after the last check: the canary has ${formatWeight(found.weight)} instead of ${formatWeight(seen.weight)}`,
  );
}
