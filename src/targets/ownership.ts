// Ownership before each write: whose rollout is remembered is read, and what is another run's is left
// alone. Tags have no lock, so it is read as late as it can be, and once more after it was written.

import { MovedError } from '../base/errors.ts';
import type { NotResumable, RolloutRecord, StoredState } from '../rollout/record.ts';
import { formatRolloutId, type RolloutId, sameRollout } from '../rollout/release.ts';
import { describeParticipant, sayReleased, sayTakenOver } from '../rollout/stored-state-text.ts';

/** Another run has what this one was to write. */
export class TakenError extends MovedError {
  /** Says it, with the address of that run. */
  readonly say: (linkTo: (id: RolloutId) => string) => string;

  constructor(say: TakenError['say']) {
    super(say(formatRolloutId));
    this.say = say;
  }
}

/** It was `own`'s, or was to be. */
export function takenOver(by: RolloutId, own: RolloutId): TakenError {
  return new TakenError((linkTo) => sayTakenOver(by, own, linkTo));
}

/** What another run has is said with a link to it. */
export function describeOwner(
  error: unknown,
  linkTo: (id: RolloutId) => string,
): string | undefined {
  return error instanceof TakenError ? error.say(linkTo) : undefined;
}

/** Throws unless a rollout of what was asked for is remembered, whoever has it. */
export function mustBeOpen(stored: StoredState): void {
  if (stored.kind === 'none') throw new MovedError('the tags that remember it are gone');
  if (stored.kind !== 'rollout') throw anothers(stored);
}

/** Throws unless it is this rollout that is remembered. */
export function assertOwned(stored: StoredState, id: RolloutId): void {
  if (stored.kind === 'none') throw new MovedError('the tags that remember it are gone');
  if (stored.kind !== 'rollout') throw anothers(stored);
  const { record } = stored.storedRollout;
  if (!sameRollout(record.id, id)) throw takenOver(record.id, id);
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
  if (stored.kind !== 'rollout') throw anothers(stored);
  const { record } = stored.storedRollout;
  throw new TakenError((linkTo) => sayReleased(movedBy(record), linkTo(record.id)));
}

function anothers(stored: NotResumable): MovedError {
  switch (stored.kind) {
    case 'another':
      return new TakenError((linkTo) => sayReleased(stored.of, linkTo(stored.id)));
    case 'takes-part':
      return stored.id
        ? new TakenError((linkTo) => describeParticipant(stored, linkTo))
        : new MovedError(describeParticipant(stored, formatRolloutId));
    default:
      return new MovedError(stored.why);
  }
}

/**
 * How long is waited between saying whose a rollout is and reading whether it stayed so, in seconds: of
 * two runs that say so, the last one has it, and what the other had begun to write is written by then.
 */
export const SETTLE_SECONDS = 2;
