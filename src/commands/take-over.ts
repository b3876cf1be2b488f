// Takes over an open rollout, without a gap in what a cancellation means: from the moment that the rollout is known,
// it gets the answer of `on-cancel`, and does not wait for the call that it interrupted.

import { known, MovedError } from '../base/errors.ts';
import { logBug } from '../base/log.ts';
import { whenAborted } from '../base/time.ts';
import type { Snapshot } from '../controller/context.ts';
import { type Services, takeOver } from '../run/services.ts';

export interface Taken {
  /** As this run took it over; or as it was found, if that could not be completed. */
  readonly snapshot: Snapshot;
  /** The attempt, if it was in progress when the job was cancelled: it may still write. */
  readonly late?: Promise<unknown>;
}

/**
 * For a run that drives the rollout on. Rejects if it cannot be taken over, unless the job is cancelled. What another
 * run has taken over meanwhile is left to that run in any case.
 */
export function takeOverToDrive(services: Services, found: Snapshot): Promise<Taken> {
  return take(services, found, (error) => {
    if (!services.host.cancelled.aborted || error instanceof MovedError) throw error;
  });
}

/** For a run that rolls it back: the rollback does not wait for a tag. */
export function takeOverToRollBack(services: Services, found: Snapshot): Promise<Taken> {
  return take(services, found, () => undefined);
}

async function take(
  services: Services,
  found: Snapshot,
  onFailure: (error: unknown) => void,
): Promise<Taken> {
  const { log, cancelled } = services.host;
  const logged = (error: unknown) => logBug(log, error);
  const taking = takeOver(services, found);
  try {
    const taken = await Promise.race([taking, whenAborted(cancelled)]);
    if (taken !== 'aborted') return { snapshot: taken };
    return { snapshot: found, late: taking.catch(logged) };
  } catch (error) {
    onFailure(error);
    logged(error);
    return { snapshot: found };
  }
}

/**
 * A read that shows what is open. A cancelled job must know it as well, so what the normal clients refuse is then
 * read with those that still send.
 */
export async function readToAnswer<T>(
  { host }: Pick<Services, 'host'>,
  normal: () => Promise<T>,
  rollback: () => Promise<T>,
): Promise<T> {
  try {
    return await normal();
  } catch (error) {
    if (!host.cancelled.aborted) throw error;
    known(error);
    return rollback();
  }
}
