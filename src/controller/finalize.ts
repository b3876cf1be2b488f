// The work that is left once the traffic is final. Users do not see it, so a failure is only reported.

import { known } from '../base/errors.ts';
import { sleep } from '../base/time.ts';
import type { ServedSide } from '../targets/target.ts';
import type { LoopServices, Snapshot } from './context.ts';
import { cleanUp, clearState } from './rollback.ts';

/** @returns whether nothing is left for the post step */
export async function finalize(
  loop: LoopServices,
  snapshot: Snapshot,
  served: ServedSide,
): Promise<boolean> {
  const promoted = served === 'new';
  if (promoted) {
    await completePromotion(loop, snapshot);
    await finalizeProvisioned(loop, snapshot);
  } else if (!(await completeRollback(loop, snapshot))) {
    return false;
  }
  const cleaned = await cleanUp(loop, snapshot.rollout, served);
  const cleared = await clearState(loop, snapshot.rollout, promoted ? 'promoted' : undefined);
  return cleaned && cleared;
}

async function completePromotion(
  { target, host: { log } }: LoopServices,
  { rollout }: Snapshot,
): Promise<void> {
  try {
    await target.rollback.completePromotion(rollout);
  } catch (error) {
    log.warning(`Promoted, but the cleanup failed: ${known(error).message}`);
  }
}

/**
 * An interrupted rollback, or a person who restored the traffic manually, may have left the rest: the draft of pinned
 * versions.
 *
 * @returns whether nothing of it is left
 */
async function completeRollback(
  loop: LoopServices,
  { rollout, trafficState }: Snapshot,
): Promise<boolean> {
  if (trafficState.kind !== 'stable') return true;
  try {
    await loop.target.rollback.restore(rollout, trafficState);
    return true;
  } catch (error) {
    loop.host.log.warning(
      `All traffic is on the previous version, but not everything else was restored: ${known(error).message}`,
    );
    return false;
  }
}

/** Users already have the new version, so a failure here is no reason to roll back. */
async function finalizeProvisioned(
  { target, host: { log, cancelled } }: LoopServices,
  { rollout }: Snapshot,
): Promise<void> {
  try {
    await target.rollback.finalizeProvisioned?.(rollout, {
      say: log.line,
      pause: (seconds) => sleep(seconds, cancelled),
      stopped: () => cancelled.aborted,
    });
  } catch (error) {
    log.warning(`Promoted, but not everything was completed: ${known(error).message}`);
  }
}
