// Ownership before each write: whose rollout is remembered is read, and what is another run's is left
// alone. Tags have no lock, so it is read as late as it can be, and once more after it was written.

import { MovedError } from '../base/errors.ts';
import { lossText } from '../report/stored-state-text.ts';
import { type Cause, errorCause, externalState, type Lost, type Owner } from '../rollout/cause.ts';
import type { NotResumable, RolloutRecord, StoredState } from '../rollout/record.ts';
import { formatRolloutId, type RolloutId, sameRollout } from '../rollout/release.ts';

/** What this run was to write is not its own any more. */
export class LostError extends MovedError {
  readonly loss: Lost;

  constructor(loss: Lost) {
    super(lossText(loss, formatRolloutId));
    this.loss = loss;
  }
}

/** Whether another run is known to have what this one was to write. */
export function isLostToAnother(error: unknown): error is LostError {
  return error instanceof LostError && ownerId(error.loss) !== undefined;
}

/** Whose it is now; `undefined`: nobody's, or that is not known. */
export function ownerId(loss: Lost): RolloutId | undefined {
  return loss.kind === 'taken-over' ? loss.owner.id : undefined;
}

/** Why a change failed. */
export function causeOf(error: unknown): Cause {
  if (error instanceof LostError) return error.loss;
  return error instanceof MovedError ? externalState(error.message) : errorCause(error);
}

/** It was `own`'s, or was to be. */
export function takenOver(by: RolloutId, own: RolloutId): LostError {
  return new LostError(ownedBy({ kind: 'run', id: by, before: own }));
}

/** Throws unless a rollout of what was asked for is remembered, whoever has it. */
export function mustBeOpen(stored: StoredState): void {
  if (stored.kind === 'none') throw new LostError(GONE);
  if (stored.kind !== 'rollout') throw new LostError(lossTo(stored));
}

/** Throws unless it is this rollout that is remembered. */
export function assertOwned(stored: StoredState, id: RolloutId): void {
  const loss = lossOf(stored, id);
  if (loss) throw new LostError(loss);
}

/** What became of this rollout; `undefined`: it is the one that is remembered. */
export function lossOf(stored: StoredState, id: RolloutId): Lost | undefined {
  if (stored.kind === 'none') return GONE;
  if (stored.kind !== 'rollout') return lossTo(stored);
  const { record } = stored.storedRollout;
  return sameRollout(record.id, id)
    ? undefined
    : ownedBy({ kind: 'run', id: record.id, before: id });
}

/**
 * Whether a rollout is remembered, and another run has it, or it is not what was asked for.
 *
 * @param id omitted: any run's is meant
 */
export function isOwnedByAnother(stored: StoredState, id: RolloutId | undefined): boolean {
  if (stored.kind === 'another') return true;
  return stored.kind === 'rollout' && !!id && !sameRollout(stored.storedRollout.record.id, id);
}

/**
 * Throws where a rollout is remembered, or something that cannot be read.
 *
 * @param movedBy what a rollout moves, for a sentence: `orders:live`
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
 * How long is waited between saying whose a rollout is and reading whether it stayed so, in seconds: of
 * two runs that say so, the last one has it, and what the other had begun to write is written by then.
 */
export const SETTLE_SECONDS = 2;
