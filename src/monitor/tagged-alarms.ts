// The alarms that have one of some tags. They are looked up again and again, because alarms may appear during a release.

import type { NormalClients } from '../aws/clients.ts';
import { alarmTags, MOST_TAGGED, tagText } from '../base/alarm-ref.ts';
import { known } from '../base/errors.ts';

/** What is known of the alarms. */
export interface TaggedAlarms {
  /** Those that this run has ever found, as ARNs. */
  readonly arns: readonly string[];
  /** Why not all of them may be known; `undefined`: they are. */
  readonly unread: string | undefined;
}

/** Throws only for a bug. @param now seconds since the epoch */
export type TagReader = (now: number) => Promise<TaggedAlarms>;

export const NO_TAGS: TagReader = async () => ({ arns: [], unread: undefined });

/** AWS itself shows a changed tag later than this. */
const AGAIN_SECONDS = 60;

/**
 * An alarm that has lost the tag is watched until the run ends: whoever removes a tag must not turn off a check.
 *
 * @param alarms of the inputs, with tags and without
 */
export function watchTags(clients: NormalClients, alarms: readonly string[]): TagReader {
  const tags = alarmTags(alarms);
  if (tags.length === 0) return NO_TAGS;
  const found = new Set<string>();
  let unread: string | undefined;
  let next = 0;
  return async (now) => {
    if (now >= next) {
      next = now + AGAIN_SECONDS;
      try {
        const { findByTags } = await import('../aws/tagged-resources.ts');
        for (const tag of tags) {
          const some = await findByTags(clients, [tag], [ALARM], MOST_TAGGED);
          for (const { arn } of some) found.add(arn);
        }
        unread = found.size > MOST_TAGGED ? tooMany(tags.map(tagText)) : undefined;
      } catch (error) {
        unread = known(error).message;
        // Not before the next check.
        next = now;
      }
    }
    return { arns: [...found].slice(0, MOST_TAGGED), unread };
  };
}

/** Of the tagging API. */
export const ALARM = 'cloudwatch:alarm';

function tooMany(tags: readonly string[]): string {
  return `more than ${MOST_TAGGED} alarms have the tag ${tags.join(' or ')} now; the others are not watched`;
}
