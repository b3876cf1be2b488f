// What is remembered of a rollout of aliases: aliases have no tags, so it stands in the tags of the
// first function, and the others say whose they are.

import type { Aliases } from '../../aws/aliases.ts';
import { RolloutError } from '../../aws/errors.ts';
import type { Functions } from '../../aws/functions.ts';
import type { LastWord } from '../../rollout/last-word.ts';
import type { Pause } from '../../rollout/pause.ts';
import {
  isRecordTag,
  lastWordTag,
  MAX_CHUNKS,
  type Memory,
  ownerTag,
  PAUSED,
  pauseTag,
  readMemory,
  TAG_PREFIX,
  tagKeysToForget,
} from '../../rollout/record.ts';
import type { RolloutId } from '../../rollout/release.ts';
import { forAll, forEvery } from '../together.ts';

export interface TagMemory {
  /** What the function that remembers says. */
  read(signal?: AbortSignal): Promise<Memory>;
  write(tags: Tags): Promise<void>;
  /** Writes a whole record, spread over as many functions as it needs, and marks all the others. */
  begin(tags: Tags, id: RolloutId): Promise<void>;
  /** Remembers that the rollout is paused, or that it is not. */
  pause(pause: Pause | undefined): Promise<void>;
  /** Removes every tag of ours from every function of the rollout, and leaves `last` behind. */
  clear(last: LastWord | undefined, signal?: AbortSignal): Promise<void>;
}

/** The tag of a function that takes part in a rollout which another one remembers. */
const WITH = `${TAG_PREFIX}with`;
/** The tag that names the function with the next part of a record too long for one. */
const MORE = `${TAG_PREFIX}more`;

/** Enough for the longest record of a thousand functions; an edited tag must not lead round in circles. */
const MOST_PARTS = 100;

type Tags = Readonly<Record<string, string>>;

/** @param names of the functions to release; the first in the alphabet remembers */
export function createMemory(
  aliases: Aliases,
  functions: Functions,
  names: readonly string[],
): TagMemory {
  const [leader = '', ...others] = [...names].sort();
  const arns = new Map<string, string>();
  const arnOf = async (name: string, signal?: AbortSignal) => {
    const known = arns.get(name) ?? (await functions.read(name, undefined, signal))?.arn;
    if (known === undefined) throw new RolloutError(`there is no function "${name}"`);
    arns.set(name, known);
    return known;
  };
  const clear = async (name: string, last: LastWord | undefined, signal?: AbortSignal) => {
    const arn = await arnOf(name, signal);
    if (last) await aliases.tag(arn, lastWordTag(last), signal);
    const tags = await aliases.readTags(arn, signal);
    await aliases.untag(arn, tagKeysToForget(tags, last), signal);
  };
  const read = async (signal?: AbortSignal) => {
    const tags = await aliases.readTags(await arnOf(leader, signal), signal);
    const elsewhere = tags[WITH];
    if (elsewhere !== undefined) return rememberedBy(elsewhere);
    const parts = [tags];
    for (let next = tags[MORE]; next !== undefined && parts.length < MOST_PARTS; ) {
      const part = await aliases.readTags(await arnOf(next, signal), signal);
      parts.push(recordTagsOf(part));
      next = part[MORE];
    }
    return readMemory(Object.assign({}, ...parts.reverse()));
  };
  const mark = async (name: string, tags: Tags) => aliases.tag(await arnOf(name), tags);
  return {
    read,
    write: (tags) => mark(leader, tags),
    begin: async (tags, id) => {
      const [own = {}, ...further] = spread(tags, others);
      const ours = { ...ownerTag(id), [WITH]: leader };
      // The one that remembers comes before those that only say so: a record is never without it.
      for (const [i, part] of further.entries()) await mark(others[i] ?? '', { ...ours, ...part });
      await mark(leader, own);
      await forAll(others.slice(further.length), (name) => mark(name, ours));
    },
    // The one that remembers comes last: until then the next run still knows of the others.
    pause: async (pause) =>
      pause ? mark(leader, pauseTag(pause)) : aliases.untag(await arnOf(leader), [PAUSED]),
    clear: async (last, signal) => {
      const memory = await read(signal);
      const open = memory.kind === 'rollout' ? memory.remembered.record.functions : [];
      const all = new Set([...others, ...open.map(({ name }) => name)]);
      all.delete(leader);
      await forEvery([...all], (name) => clear(name, undefined, signal));
      await clear(leader, last, signal);
    },
  };
}

/** The tags of each function in turn: what is too much for one goes to the next. */
function spread(tags: Tags, others: readonly string[]): readonly Tags[] {
  const record = Object.entries(recordTagsOf(tags));
  const rest = Object.entries(tags).filter(([key]) => !isRecordTag(key));
  const count = Math.max(1, Math.ceil(record.length / MAX_CHUNKS));
  return Array.from({ length: count }, (_, i) => {
    const part = record.slice(i * MAX_CHUNKS, (i + 1) * MAX_CHUNKS);
    const next = i + 1 < count ? [[MORE, others[i] ?? ''] as const] : [];
    return Object.fromEntries([...(i === 0 ? rest : []), ...part, ...next]);
  });
}

function recordTagsOf(tags: Tags): Tags {
  return Object.fromEntries(Object.entries(tags).filter(([key]) => isRecordTag(key)));
}

function rememberedBy(leader: string): Memory {
  const why = `it takes part in a rollout that the function "${leader}" remembers, so release the same functions together again`;
  return { kind: 'unreadable', why };
}
