// The state at the end of a run, for its report: read if possible, otherwise marked as presumed.

import { known } from '../base/errors.ts';
import { withTimeout } from '../base/time.ts';
import type { RolloutRecord } from '../rollout/record.ts';
import { sameRollout } from '../rollout/release.ts';
import type { RollbackServices, Snapshot } from './context.ts';

/** Seconds. A report must not wait for AWS if AWS does not respond. */
const PATIENCE_SECONDS = 5;

export interface FinalState {
  readonly snapshot: Snapshot;
  /** It could not be read; the snapshot is the worst case. */
  readonly presumed: boolean;
  /** Another run owns it now. */
  readonly theirs: boolean;
}

export async function readFinalState(
  loop: RollbackServices,
  snapshot: Snapshot,
): Promise<FinalState> {
  const presumed = { snapshot, presumed: true, theirs: false };
  try {
    return (await withTimeout(PATIENCE_SECONDS, read(loop, snapshot))) ?? presumed;
  } catch (error) {
    known(error);
    return presumed;
  }
}

async function read(
  { target: { rollback } }: RollbackServices,
  snapshot: Snapshot,
): Promise<FinalState> {
  const { stored, trafficState } = await rollback.observe();
  if (stored.kind === 'rollout' && trafficState) {
    const { storedRollout } = stored;
    const same = sameRelease(storedRollout.record, snapshot.rollout.record);
    const theirs = !sameRollout(storedRollout.record.id, snapshot.rollout.record.id);
    if (same)
      return { snapshot: { rollout: storedRollout, trafficState }, presumed: false, theirs };
  }
  const theirs = stored.kind === 'rollout' || stored.kind === 'takes-part';
  const found = await rollback.readTraffic(snapshot.rollout);
  return { snapshot: { ...snapshot, trafficState: found }, presumed: false, theirs };
}

/** A run that takes over a rollout changes its owner, and nothing else in its record. */
function sameRelease(a: RolloutRecord, b: RolloutRecord): boolean {
  const [one, other] = [a, b].map(({ startedAt, functions, target }) =>
    JSON.stringify([startedAt, functions, target]),
  );
  return one === other;
}
