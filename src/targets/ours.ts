// Ownership before each write: whose rollout is remembered is read, and what is another run's is left
// alone. Tags have no lock, so it is read as late as it can be, and once more after it was written.

import { MovedError } from '../aws/errors.ts';
import { sayTakesPart } from '../rollout/memory-in-words.ts';
import type { Memory, NotToGoOnWith } from '../rollout/record.ts';
import { formatRolloutId, type RolloutId, sameRollout } from '../rollout/release.ts';

/** Another run has what this one was to write. */
export class TakenError extends MovedError {
  readonly by: RolloutId;

  constructor(by: RolloutId) {
    super(`another run has taken over: ${formatRolloutId(by)}`);
    this.by = by;
  }
}

/** What another run has is said with a link to it. */
export function sayTaken(error: unknown, linkTo: (id: RolloutId) => string): string | undefined {
  return error instanceof TakenError
    ? `another run has taken over: ${linkTo(error.by)}`
    : undefined;
}

/** Throws unless it is this rollout that is remembered. */
export function mustBeOurs(memory: Memory, id: RolloutId): void {
  if (memory.kind === 'none') throw new MovedError('the tags that remember it are gone');
  if (memory.kind !== 'rollout') throw anothers(memory);
  const { record } = memory.remembered;
  if (!sameRollout(record.id, id)) throw new TakenError(record.id);
}

/** Whether a rollout is remembered, and another run has it. */
export function isAnothers(memory: Memory, id: RolloutId): boolean {
  return memory.kind === 'rollout' && !sameRollout(memory.remembered.record.id, id);
}

/** Throws where a rollout is remembered, or something that cannot be read. */
export function mustBeFree(memory: Memory): void {
  if (memory.kind === 'none') return;
  if (memory.kind === 'rollout') throw new TakenError(memory.remembered.record.id);
  throw anothers(memory);
}

function anothers(memory: NotToGoOnWith): MovedError {
  if (memory.kind === 'unreadable') return new MovedError(memory.why);
  return memory.id
    ? new TakenError(memory.id)
    : new MovedError(sayTakesPart(memory, formatRolloutId));
}

/**
 * How long is waited between saying whose a rollout is and reading whether it stayed so, in seconds: of
 * two runs that say so, the last one has it, and what the other had begun to write is written by then.
 */
export const SETTLE_SECONDS = 2;
