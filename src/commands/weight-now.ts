// The share of the new version, where no release is driven. A report says 0 only if that was read.

import { known } from '../base/errors.ts';
import { weightOf } from '../rollout/traffic-state.ts';
import type { Target } from '../targets/target.ts';

/** % of the traffic on the new version; `null` if it is unknown. Changes nothing, and never throws. */
export async function weightNow(
  target: Pick<Target, 'observe' | 'readUnknownSplit'>,
): Promise<number | null> {
  try {
    const { stored, trafficState } = await target.observe();
    if (stored.kind === 'rollout') return trafficState ? weightOf(trafficState) : null;
    if (stored.kind !== 'none' && stored.kind !== 'another') return null;
    return (await target.readUnknownSplit()) === undefined ? 0 : null;
  } catch (error) {
    known(error);
    return null;
  }
}
