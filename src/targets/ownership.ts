// Checks ownership before each write: the stored rollout is read, and nothing that another run owns is changed.
// Tags have no lock, so the check is made as late as possible and repeated after the write.

import { MovedError } from '../base/errors.ts';
import { lossText } from '../report/stored-state-text.ts';
import { type Cause, errorCause, externalState, type Lost, type Owner } from '../rollout/cause.ts';
import type { NotResumable, RolloutRecord, StoredState } from '../rollout/record.ts';
import { describeRun, type RolloutId, sameRollout } from '../rollout/release.ts';

/** This run no longer owns what it was about to write. */
export class LostError extends MovedError {
  readonly loss: Lost;

  constructor(loss: Lost) {
    super(lossText(loss, describeRun));
    this.loss = loss;
  }
}

/** Whether another run is known to own what this run was about to write. */
export function isLostToAnother(error: unknown): error is LostError {
  return error instanceof LostError && ownerId(error.loss) !== undefined;
}

/** The new owner; `undefined`: there is none, or it is not known. */
export function ownerId(loss: Lost): RolloutId | undefined {
  return loss.kind === 'taken-over' ? loss.owner.id : undefined;
}

/** The cause of a failed change. */
export function causeOf(error: unknown): Cause {
  if (error instanceof LostError) return error.loss;
  return error instanceof MovedError ? externalState(error.message) : errorCause(error);
}

/** For a rollout that `own` owned or was about to own. */
export function takenOver(by: RolloutId, own: RolloutId): LostError {
  return new LostError(ownedBy({ kind: 'run', id: by, before: own }));
}

/** Throws unless a rollout of the functions in the inputs is stored, whichever run owns it. */
export function assertOpen(stored: StoredState): void {
  if (stored.kind === 'none') throw new LostError(GONE);
  if (stored.kind !== 'rollout') throw new LostError(lossTo(stored));
}

/** Throws unless exactly this rollout is stored. */
export function assertOwned(stored: StoredState, id: RolloutId): void {
  const loss = lossOf(stored, id);
  if (loss) throw new LostError(loss);
}

/** How this rollout was lost; `undefined`: it is still the stored one. */
export function lossOf(stored: StoredState, id: RolloutId): Lost | undefined {
  if (stored.kind === 'none') return GONE;
  if (stored.kind !== 'rollout') return lossTo(stored);
  const { record } = stored.storedRollout;
  return sameRollout(record.id, id)
    ? undefined
    : ownedBy({ kind: 'run', id: record.id, before: id });
}

/**
 * Whether the stored rollout belongs to another run, or is outside the inputs.
 *
 * @param id omitted: a rollout of any run is accepted
 */
export function isOwnedByAnother(stored: StoredState, id: RolloutId | undefined): boolean {
  if (stored.kind === 'another') return true;
  return stored.kind === 'rollout' && !!id && !sameRollout(stored.storedRollout.record.id, id);
}

/**
 * Throws if a rollout is stored, or if the stored state is unreadable.
 *
 * @param movedBy what a rollout moves, as part of a sentence: `orders:live`
 */
export function assertFree(stored: StoredState, movedBy: (record: RolloutRecord) => string): void {
  if (stored.kind === 'none') return;
  if (stored.kind !== 'rollout') throw new LostError(lossTo(stored));
  const { record } = stored.storedRollout;
  throw new LostError(ownedBy({ kind: 'release', id: record.id, of: movedBy(record) }));
}

export const GONE: Lost = { kind: 'state-lost' };

function lossTo(stored: NotResumable): Lost {
  switch (stored.kind) {
    case 'another':
      return ownedBy({ kind: 'release', id: stored.id, of: stored.of });
    case 'takes-part':
      return ownedBy(stored);
    default:
      return { kind: 'state-lost', why: stored.why };
  }
}

function ownedBy(owner: Owner): Lost {
  return { kind: 'taken-over', owner };
}

/**
 * How long to wait between writing the owner and reading it back, in seconds. If two runs write it, the last one
 * is the owner, and by then everything that the other had begun to write is visible.
 */
export const SETTLE_SECONDS = 2;
