// How the tags of a rollout are spread over its functions, and whether each of them has room for its share.

import { must } from '../../base/assert.ts';
import { KnownError } from '../../base/errors.ts';
import { noProblems, type Problems } from '../../base/problems.ts';
import { isRecordTag, MAX_CHUNKS, ownerTag } from '../../rollout/record.ts';
import type { RolloutId } from '../../rollout/release.ts';
import { type TagNeed, whyLittleRoom, whyNoRoom } from '../../rollout/tag-room.ts';
import { forAll } from '../concurrency.ts';
import { type FunctionTags, MORE, recordTagsOf, type Tags, WITH } from './function-tags.ts';

/** The tags of each function of a rollout. */
export interface Share {
  /** The first function, which stores the state. */
  readonly leader: string;
  readonly own: Tags;
  /** Marks that also contain a part of the record. */
  readonly parts: readonly Mark[];
  readonly marks: readonly Mark[];
}

export interface Mark {
  readonly name: string;
  readonly tags: Tags;
}

export function share(tags: Tags, id: RolloutId, leader: string, others: readonly string[]): Share {
  const [own = {}, ...further] = spread(tags, others);
  const mine = { ...ownerTag(id), [WITH]: leader };
  const all = others.map((name, i): Mark => ({ name, tags: { ...mine, ...further[i] } }));
  return { leader, own, parts: all.slice(0, further.length), marks: all.slice(further.length) };
}

/** Splits the tags over the functions: what exceeds one function's limit goes to the next. */
function spread(tags: Tags, others: readonly string[]): readonly Tags[] {
  const record = Object.entries(recordTagsOf(tags));
  const rest = Object.entries(tags).filter(([key]) => !isRecordTag(key));
  const count = Math.max(1, Math.ceil(record.length / MAX_CHUNKS));
  return Array.from({ length: count }, (_, i) => {
    const part = record.slice(i * MAX_CHUNKS, (i + 1) * MAX_CHUNKS);
    const next =
      i + 1 < count ? [[MORE, must(others[i], 'there is a function for each part')] as const] : [];
    return Object.fromEntries([...(i === 0 ? rest : []), ...part, ...next]);
  });
}

/**
 * In the tags as they were last read.
 *
 * @param signs whether the outcome is stored at the end
 */
export async function checkRoom(
  { seenTags }: Pick<FunctionTags, 'seenTags'>,
  { leader, own, parts, marks }: Share,
  signs: boolean,
  { problems, notes }: Problems,
): Promise<void> {
  await forAll([{ name: leader, tags: own }, ...parts, ...marks], async ({ name, tags }) => {
    const found = await seenTags(name);
    const need = needOf(tags, name === leader, signs);
    const none = whyNoRoom(`the function "${name}"`, found, need);
    const little = whyLittleRoom(`the function "${name}"`, found, need);
    if (none !== undefined) problems.push(none);
    if (little !== undefined) notes.push(little);
  });
}

/** Before the first write. Throws a `KnownError`. */
export async function assertRoom(tagged: FunctionTags, shared: Share): Promise<void> {
  const { problems, notes } = noProblems();
  await checkRoom(tagged, shared, false, { problems, notes });
  if (problems.length > 0) throw new KnownError(problems.join('\n'));
}

/** Only the first function gets tags later. */
function needOf(tags: Tags, leads: boolean, signs: boolean): TagNeed {
  const written = Object.keys(tags).length;
  if (!leads) return { certain: written, possible: 0 };
  // The times of the shifts, the outcome, a pause.
  return { certain: written + (signs ? 2 : 1), possible: signs ? 1 : 2 };
}
