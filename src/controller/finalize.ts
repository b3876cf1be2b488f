// What is left to do when the traffic is where it is to stay. Nothing of it is seen by users, so a failure is
// only said.

import { messageOf } from '../base/errors.ts';
import { pause } from '../base/time.ts';
import type { Side } from '../targets/target.ts';
import type { Craft, Moment } from './context.ts';
import { forget, settle } from './rollback.ts';

/** @returns whether nothing is left for the post step */
export async function windUp(craft: Craft, moment: Moment, stands: Side): Promise<boolean> {
  const promoted = stands === 'new';
  if (promoted) {
    await completePromotion(craft, moment);
    await handOver(craft, moment);
  } else if (!(await completeWayBack(craft, moment))) {
    return false;
  }
  const settled = await settle(craft, moment.rollout, stands);
  const forgotten = await forget(craft, moment.rollout, promoted ? 'promoted' : undefined);
  return settled && forgotten;
}

/** A run that died while promoting may have left a last part undone; nothing of it is seen by users. */
async function completePromotion({ target, log }: Craft, { rollout }: Moment): Promise<void> {
  try {
    await target.promote(rollout);
  } catch (error) {
    log.warning(`Promoted, but not tidied up: ${messageOf(error)}`);
  }
}

/**
 * A way back that was cut off, or somebody who took the traffic back by hand, may have left the rest: the
 * draft of pinned versions.
 *
 * @returns whether nothing of it is left
 */
async function completeWayBack(craft: Craft, { rollout, standing }: Moment): Promise<boolean> {
  if (standing.kind !== 'stable') return true;
  try {
    await craft.target.rollBack(rollout, standing, craft.wayBack);
    return true;
  } catch (error) {
    craft.log.warning(`All traffic is back, but not all else: ${messageOf(error)}`);
    return false;
  }
}

/** Users have the new version already, so this is no reason to take it back. */
async function handOver({ target, log, cancelled }: Craft, { rollout }: Moment): Promise<void> {
  try {
    await target.handOver?.(rollout, {
      say: log.line,
      pause: (seconds) => pause(seconds, cancelled),
      stopped: () => cancelled.aborted,
    });
  } catch (error) {
    log.warning(`Promoted, but not all is as it was meant to be: ${messageOf(error)}`);
  }
}
