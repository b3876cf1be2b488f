// What is left to do when the traffic is where it is to stay. Nothing of it is seen by users, so a failure is
// only said.

import { messageOf } from './aws/errors.ts';
import { type Craft, type Moment, pause } from './craft.ts';
import { forget, settle } from './roll-back.ts';
import type { Side } from './targets/target.ts';

/** @returns whether nothing is left for the post step */
export async function windUp(craft: Craft, moment: Moment, stands: Side): Promise<boolean> {
  const promoted = stands === 'new';
  if (promoted) {
    await completePromotion(craft, moment);
    await handOver(craft, moment);
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
