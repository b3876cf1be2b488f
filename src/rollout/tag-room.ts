// Whether the tags of a stage or a function have room for what a rollout stores there, counted as AWS counts them.

import { tagKeysToClear } from './record.ts';

/** API Gateway and Lambda: tags per resource. */
export const MOST_TAGS = 50;

/** The number of tags that a rollout writes to one resource. */
export interface TagNeed {
  /** What it certainly writes before it ends. */
  readonly certain: number;
  /** What only a pause or a later command writes in addition. */
  readonly possible: number;
}

/** The team's own tags. AWS does not count tags of its own, whose keys begin with `aws:`, in any case. */
export function countOwnTags(tags: Readonly<Record<string, string>>): number {
  const ours = tagKeysToClear(tags, undefined);
  return Object.keys(tags).filter((key) => !/^aws:/i.test(key) && !ours.includes(key)).length;
}

/** @param of `the stage "prod"` */
export function whyNoRoom(
  of: string,
  tags: Readonly<Record<string, string>>,
  { certain }: Pick<TagNeed, 'certain'>,
): string | undefined {
  const own = countOwnTags(tags);
  const free = MOST_TAGS - own;
  if (certain <= free) return undefined;
  return `${of} has ${own} tags of its own, and AWS allows ${MOST_TAGS}: this release needs ${certain} more and ${free} are free, so ${certain - free} must be removed first`;
}

/** For a release that has room; `undefined`: whatever happens to it can be stored. */
export function whyLittleRoom(
  of: string,
  tags: Readonly<Record<string, string>>,
  { certain, possible }: TagNeed,
): string | undefined {
  const free = MOST_TAGS - countOwnTags(tags) - certain;
  if (free < 0 || free >= possible) return undefined;
  return `${of} has room for this release's ${certain} tags, but then for only ${free} more: a pause, or a later command such as promote, needs ${possible} more tags and could fail`;
}
