// Why what is remembered is nothing to go on with, for a person.

import { type Memory, TAG_PREFIX, type TakesPart } from './record.ts';
import type { RolloutId } from './release.ts';

type LinkTo = (id: RolloutId) => string;

/**
 * @param words of the target, for a sentence
 * @returns `undefined` for a rollout that can be read, and where none is remembered
 */
export function whyNotOurs(words: string, memory: Memory, linkTo: LinkTo): string | undefined {
  switch (memory.kind) {
    case 'none':
    case 'rollout':
      return undefined;
    case 'takes-part':
      return sayTakesPart(memory, linkTo);
    case 'unreadable':
      return `${words} remembers a rollout that cannot be read (${memory.why}). Look at what stands, then remove its tags ${TAG_PREFIX}*`;
  }
}

/** Whose rollout a function is in, and what to do. */
export function sayTakesPart(
  { functionName, rememberedBy, id }: TakesPart,
  linkTo: LinkTo,
): string {
  const whose = id ? ` of ${linkTo(id)}` : '';
  return `"${functionName}" takes part in the rollout${whose}, which the function "${rememberedBy}" remembers. Let that one end first, or release the same functions together again`;
}
