// What stands at the end of a run, for its report: read if that can be done, else said to be a guess.

import { known } from '../base/errors.ts';
import { withTimeout } from '../base/time.ts';
import type { RolloutRecord } from '../rollout/record.ts';
import { sameRollout } from '../rollout/release.ts';
import type { RollbackServices, Snapshot } from './context.ts';

/** Seconds: a report must not wait for an AWS that does not answer. */
const PATIENCE_SECONDS = 5;

export interface FinalState {
  readonly snapshot: Snapshot;
  /** It could not be read: the moment is the worst that it can be. */
  readonly presumed: boolean;
  /** Another run has it now. */
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
  const found = await rollback.look(snapshot.rollout);
  return { snapshot: { ...snapshot, trafficState: found }, presumed: false, theirs };
}

/** A run that takes a rollout over changes whose it is, and nothing else of its record. */
function sameRelease(a: RolloutRecord, b: RolloutRecord): boolean {
  const [one, other] = [a, b].map(({ startedAt, functions, target }) =>
    JSON.stringify([startedAt, functions, target]),
  );
  return one === other;
}
