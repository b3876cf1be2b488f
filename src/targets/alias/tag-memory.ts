// What is remembered of a rollout of aliases: aliases have no tags, so it stands in the tags of the
// first function, and the others say whose they are.

import type { Aliases } from '../../aws/aliases.ts';
import { RolloutError } from '../../aws/errors.ts';
import type { Functions } from '../../aws/functions.ts';
import { type Memory, ourTagKeys, readMemory, TAG_PREFIX } from '../../rollout/record.ts';
import { forAll, forEvery } from './together.ts';

export interface TagMemory {
  /** What the function that remembers says. */
  read(signal?: AbortSignal): Promise<Memory>;
  write(tags: Readonly<Record<string, string>>): Promise<void>;
  /** Marks the other functions as part of the rollout. */
  claim(rollout: string): Promise<void>;
  /** Removes every tag of ours from every function of the rollout. */
  clear(): Promise<void>;
}

/** The tag of a function that takes part in a rollout which another one remembers. */
const WITH = `${TAG_PREFIX}with`;

/** @param names of the functions to release; the first in the alphabet remembers */
export function createMemory(
  aliases: Aliases,
  functions: Functions,
  names: readonly string[],
): TagMemory {
  const [leader = '', ...others] = [...names].sort();
  const arns = new Map<string, string>();
  const arnOf = async (name: string) => {
    const known = arns.get(name) ?? (await functions.read(name))?.arn;
    if (known === undefined) throw new RolloutError(`there is no function "${name}"`);
    arns.set(name, known);
    return known;
  };
  const clear = async (name: string) => {
    const arn = await arnOf(name);
    await aliases.untag(arn, ourTagKeys(await aliases.readTags(arn)));
  };
  const read = async (signal?: AbortSignal) => {
    const tags = await aliases.readTags(await arnOf(leader), signal);
    const elsewhere = tags[WITH];
    return elsewhere === undefined ? readMemory(tags) : rememberedBy(elsewhere);
  };
  return {
    read,
    write: async (tags) => aliases.tag(await arnOf(leader), tags),
    claim: async (rollout) => {
      const tags = { [`${TAG_PREFIX}rollout`]: rollout, [WITH]: leader };
      const mark = async (name: string) => aliases.tag(await arnOf(name), tags);
      await forAll(others, mark);
    },
    // The one that remembers comes last: until then the next run still knows of the others.
    clear: async () => {
      const memory = await read();
      const open = memory.kind === 'rollout' ? memory.remembered.record.functions : [];
      const all = new Set([...others, ...open.map(({ name }) => name)]);
      all.delete(leader);
      await forEvery([...all], clear);
      await clear(leader);
    },
  };
}

function rememberedBy(leader: string): Memory {
  const why = `it takes part in a rollout that the function "${leader}" remembers, so release the same functions together again`;
  return { kind: 'unreadable', why };
}
