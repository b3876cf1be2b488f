// Why what is remembered is nothing to go on with, for a person.

import { type Another, type NotToGoOnWith, TAG_PREFIX, type TakesPart } from './record.ts';
import { areSiblings, type RolloutId } from './release.ts';

type LinkTo = (id: RolloutId) => string;

/** @param words of the target, for a sentence */
export function whyNotOurs(words: string, memory: NotToGoOnWith, linkTo: LinkTo): string {
  switch (memory.kind) {
    case 'takes-part':
      return sayTakesPart(memory, linkTo);
    case 'another':
      return sayAnother(memory, linkTo);
    case 'beyond':
      return `the rollout of ${linkTo(memory.id)} is unfinished, and ${memory.why}`;
    case 'unproven':
      return `${words} remembers the rollout of ${linkTo(memory.id)}, and AWS does not confirm what it remembers: ${memory.why}. To keep what is served now, remove its tags ${TAG_PREFIX}*; to go back, name the version or the deployment with command: rollback and rollback-to`;
    case 'unreadable':
      return `${words} remembers a rollout that cannot be read (${memory.why}). Look at what stands, then remove its tags ${TAG_PREFIX}*`;
  }
}

/** What is being released instead, and what to do. */
function sayAnother({ of, id }: Another, linkTo: LinkTo): string {
  return `${sayReleased(of, linkTo(id))}. A function can be in one release at a time: let that one end first, or end it by command: promote or rollback for ${of}`;
}

/** @param of what it moves */
export function sayReleased(of: string, link: string): string {
  return `${of} is being released by ${link}`;
}

/** @param own the rollout that was taken over */
export function sayTakenOver(by: RolloutId, own: RolloutId, linkTo: LinkTo): string {
  return areSiblings(by, own)
    ? `the release was taken over by ${linkTo(by)}`
    : `another run has taken over: ${linkTo(by)}`;
}

/** Whose rollout a function is in, and what to do. */
export function sayTakesPart(
  { functionName, rememberedBy, id }: TakesPart,
  linkTo: LinkTo,
): string {
  const whose = id ? ` of ${linkTo(id)}` : '';
  return `"${functionName}" takes part in the rollout${whose}, which the function "${rememberedBy}" remembers. Let that one end first, or release the same functions together again`;
}
