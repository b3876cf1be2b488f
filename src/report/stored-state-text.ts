// Explains to the user why a run cannot continue with the stored state.

import type { Lost } from '../rollout/cause.ts';
import {
  type AnotherRollout,
  type NotResumable,
  type Participant,
  TAG_PREFIX,
} from '../rollout/record.ts';
import { areSiblings, type RolloutId } from '../rollout/release.ts';

export type LinkTo = (id: RolloutId) => string;

/** @param words the target, for use in a sentence */
export function whyNotOwned(words: string, stored: NotResumable, linkTo: LinkTo): string {
  switch (stored.kind) {
    case 'takes-part':
      return `${describeParticipant(stored, linkTo)}. If its state cannot be read, a run for "${stored.rememberedBy}" alone says how to remove it`;
    case 'another':
      return describeAnother(stored, linkTo);
    case 'beyond':
      return `the rollout of ${linkTo(stored.id)} is unfinished, and ${stored.why}`;
    case 'unproven':
      return `${words} has stored state of the rollout ${linkTo(stored.id)}, but AWS does not confirm it: ${stored.why}. To keep what is served now, remove its tags ${TAG_PREFIX}*; to roll back, name the version or the deployment with command: rollback and rollback-to`;
    case 'unreadable':
      return `${words} has stored state that cannot be read (${stored.why}). Check what is served, then remove its tags ${TAG_PREFIX}*`;
  }
}

/** Which other release is in progress, and what to do. */
function describeAnother({ of, id }: AnotherRollout, linkTo: LinkTo): string {
  return `${sayReleased(of, linkTo(id))}. A function can be in only one release at a time: wait until that release ends, or end it with command: promote or rollback for ${of}`;
}

/** What happened to a rollout that this run owned, or wanted to own. */
export function lossText(loss: Lost, linkTo: LinkTo): string {
  if (loss.kind === 'state-lost') return loss.why ?? 'the tags that store its state are gone';
  const { owner } = loss;
  switch (owner.kind) {
    case 'run':
      return describeTakenOver(owner.id, owner.before, linkTo);
    case 'release':
      return sayReleased(owner.of, linkTo(owner.id));
    case 'takes-part':
      return describeParticipant(owner, linkTo);
  }
}

/** @param of what the release moves */
function sayReleased(of: string, link: string): string {
  return `${of} ${of.includes(' and ') ? 'are' : 'is'} being released by ${link}`;
}

/** @param own the ID of the rollout that was taken over */
function describeTakenOver(by: RolloutId, own: RolloutId, linkTo: LinkTo): string {
  return areSiblings(by, own)
    ? `the release was taken over by ${linkTo(by)}`
    : `another run has taken over: ${linkTo(by)}`;
}

/** Which rollout a function is part of, and what to do. */
function describeParticipant(
  { functionName, rememberedBy, id }: Participant,
  linkTo: LinkTo,
): string {
  const whose = id ? ` of ${linkTo(id)}` : '';
  return `"${functionName}" is part of the rollout${whose}, whose state is stored on the function "${rememberedBy}". Wait until that rollout ends, or release the same functions together again`;
}
