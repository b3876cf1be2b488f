// Why what is remembered is nothing to go on with, for a person.

import { type NotToGoOnWith, TAG_PREFIX, type TakesPart } from './record.ts';
import type { RolloutId } from './release.ts';

type LinkTo = (id: RolloutId) => string;

/** @param words of the target, for a sentence */
export function whyNotOurs(words: string, memory: NotToGoOnWith, linkTo: LinkTo): string {
  return memory.kind === 'takes-part'
    ? sayTakesPart(memory, linkTo)
    : `${words} remembers a rollout that cannot be read (${memory.why}). Look at what stands, then remove its tags ${TAG_PREFIX}*`;
}

/** Whose rollout a function is in, and what to do. */
export function sayTakesPart(
  { functionName, rememberedBy, id }: TakesPart,
  linkTo: LinkTo,
): string {
  const whose = id ? ` of ${linkTo(id)}` : '';
  return `"${functionName}" takes part in the rollout${whose}, which the function "${rememberedBy}" remembers. Let that one end first, or release the same functions together again`;
}
