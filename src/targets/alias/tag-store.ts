// The stored state of a rollout of aliases. Aliases have no tags, so it is kept in the tags of the first function,
// and the tags of the others refer to that function.

import type { Aliases } from '../../aws/aliases.ts';
import type { Mode } from '../../aws/clients.ts';
import type { FunctionCalls } from '../../aws/functions.ts';
import { MovedError, orElse } from '../../base/errors.ts';
import type { Problems } from '../../base/problems.ts';
import type { LastOutcome } from '../../rollout/last-outcome.ts';
import {
  isRecordTag,
  lastOutcomeTag,
  ourTagKeys,
  ownerOf,
  type StoredState,
  tagKeysToClear,
} from '../../rollout/record.ts';
import { type RolloutId, sameRollout } from '../../rollout/release.ts';
import {
  fingerprint,
  ofRequestedTarget,
  type RequestedTarget,
} from '../../rollout/requested-target.ts';
import { forAll, forEvery } from '../concurrency.ts';
import { assertFree, assertOwned, SETTLE_SECONDS, takenOver } from '../ownership.ts';
import { movedBy } from './alias-record.ts';
import { ofRequestedAliases } from './asked-aliases.ts';
import {
  bindTags,
  type FunctionTags,
  MORE,
  newTagMemory,
  readTags,
  type Tags,
  WITH,
} from './function-tags.ts';
import { assertRoom, checkRoom, type Mark, type Share, share } from './tag-shares.ts';

export interface TagStore<M extends Mode = Mode> {
  readonly mode: M;
  /** The stored state of the first function. */
  read(): Promise<StoredState>;
  /** The stored state of any one of the functions, or its reference to another function. */
  readOf(name: string): Promise<StoredState>;
  /** The same, from its tags as they were last read. */
  readSeen(name: string): Promise<StoredState>;
  /** The ARN of the first function; `undefined` if it does not exist. */
  readArn(): Promise<string | undefined>;
  write(tags: Tags): Promise<void>;
  /**
   * Writes a complete record, spread over as many functions as it needs, and marks all others. Throws a
   * `MovedError` if another run owns one of the functions, and then removes everything that this run wrote.
   */
  begin(tags: Tags, id: RolloutId, pause: (seconds: number) => Promise<void>): Promise<void>;
  /** Checks that every function has room for its share of these tags, and for what the rollout adds to them. */
  checkRoom(tags: Tags, id: RolloutId, signs: boolean, findings: Problems): Promise<void>;
  /** Removes tags of the first function. */
  forget(keys: readonly string[]): Promise<void>;
  /** Removes all of the action's tags from every function of the rollout, and stores `last`. */
  clear(last: LastOutcome | undefined): Promise<void>;
}

/**
 * @param released the alias to move of each function to release, by name; the first in the alphabet stores the
 * state
 */
export function createTagStore<M extends Mode>(
  aliases: Aliases<M>,
  functions: FunctionCalls<M>,
  released: Readonly<Record<string, string>>,
  memory = newTagMemory(),
): TagStore<M> {
  const names = Object.keys(released).sort();
  const [leader = '', ...others] = names;
  const tagged = bindTags(aliases, functions, memory);
  const { mark, tagsOf } = tagged;
  const { readOf, readSeen, signed } = bindRequested(tagged, released);
  const read = () => readOf(leader);
  const clear = async (name: string, last: LastOutcome | undefined) => {
    if (last) await mark(name, lastOutcomeTag(await signed(name, last)));
    const tags = await tagged.tagsOf(name);
    // If two rollouts share a function, the other one may have marked it after this one.
    if ((tags[WITH] ?? leader) !== leader) return;
    await tagged.unmark(name, tagKeysToClear(tags, last));
  };

  const write = async ({ own, parts, marks }: Share) => {
    // The record is written before the references to it, so that no reference is ever without a record.
    for (const { name, tags } of parts) await mark(name, tags);
    await mark(leader, own);
    await forAll(marks, ({ name, tags }) => mark(name, tags));
  };
  /** If two runs mark a function within seconds, the last one owns it, if it also owns its first function. */
  const keepMark = async ({ name, tags }: Mark) => {
    const found = await tagsOf(name);
    if (found[WITH] === leader) return;
    assertFree(await readTags(tagged, name, found), movedBy);
    await mark(name, tags);
    const theirs = ourTagKeys(found).filter((key) => !Object.hasOwn(tags, key));
    await tagged.unmark(name, theirs);
  };
  /** Removes what this run marked, but nothing of an open rollout. */
  const withdraw = async (id: RolloutId) => {
    const stored = await read();
    if (stored.kind === 'takes-part')
      return forEvery(others, (name) => unmarkOwn(tagged, name, id));
    const open = stored.kind === 'rollout' ? stored.storedRollout.record : undefined;
    if (open && sameRollout(open.id, id)) return;
    const needed = new Set(open?.functions.map(({ name }) => name));
    const left = names.filter((name) => !needed.has(name));
    await forEvery(left, (name) => unmarkOwn(tagged, name, id));
  };

  return {
    mode: aliases.mode,
    read,
    readOf,
    readSeen,
    readArn: () => tagged.arnOf(leader),
    write: (tags) => mark(leader, tags),
    forget: (keys) => tagged.unmark(leader, keys),
    checkRoom: (tags, id, ...how) => checkRoom(tagged, share(tags, id, leader, others), ...how),
    begin: async (tags, id, pause) => {
      const shared = share(tags, id, leader, others);
      await makeFree(tagged, names, shared);
      try {
        await write(shared);
        await pause(SETTLE_SECONDS);
        await keepRecord(tagged, leader, shared.own, id);
        await forAll([...shared.parts, ...shared.marks], keepMark);
        assertOwned(await read(), id);
      } catch (error) {
        // Leftover marks of no rollout do no harm, so a failure here must not hide who owns it.
        if (error instanceof MovedError) await withdraw(id).catch(orElse(undefined));
        throw error;
      }
    },
    // The record is removed last: until then, the next run can find the other functions.
    clear: async (last) => {
      const stored = await read();
      if (stored.kind === 'another') return;
      const open = stored.kind === 'rollout' ? stored.storedRollout.record.functions : [];
      const all = new Set([...others, ...open.map(({ name }) => name)]);
      all.delete(leader);
      await forEvery([...all], (name) => clear(name, undefined));
      await clear(leader, last);
    },
  };
}

/** The functions' stored state, compared with the inputs. */
function bindRequested(tagged: FunctionTags, aliases: Readonly<Record<string, string>>) {
  const requestedAliasesOf = async (name: string): Promise<RequestedTarget> => {
    const on = (await tagged.arnOf(name)) ?? '';
    return { on, parts: Object.entries(aliases).map((entry) => entry.join(':')) };
  };
  const requested = async (name: string, tags: Tags): Promise<StoredState> => {
    const stored = await readTags(tagged, name, tags);
    return ofRequestedAliases(ofRequestedTarget(stored, await requestedAliasesOf(name)), aliases);
  };
  return {
    readOf: async (name: string) => requested(name, await tagged.tagsOf(name)),
    readSeen: async (name: string) => requested(name, await tagged.seenTags(name)),
    signed: async (name: string, last: LastOutcome): Promise<LastOutcome> => ({
      ...last,
      of: fingerprint(await requestedAliasesOf(name)),
    }),
  };
}

/**
 * If two runs wrote their records in the same second, the last one is the owner, and removes the rest of the other
 * record if that was longer. Throws a `MovedError` in the first one.
 */
async function keepRecord(
  { tagsOf, unmark }: FunctionTags,
  leader: string,
  own: Tags,
  id: RolloutId,
): Promise<void> {
  const found = await tagsOf(leader);
  const owner = ownerOf(found);
  if (owner && !sameRollout(owner, id)) throw takenOver(owner, id);
  // It takes part in another rollout, and may store a part of that rollout's record.
  if (found[WITH] !== undefined) return;
  const parts = Object.keys(found).filter((key) => isRecordTag(key) || key === MORE);
  const theirs = parts.filter((key) => !Object.hasOwn(own, key));
  if (theirs.length > 0) await unmark(leader, theirs);
}

/** Throws a `KnownError`, before the first write, if a function is not free or has no room. */
async function makeFree(
  tagged: FunctionTags,
  names: readonly string[],
  shared: Share,
): Promise<void> {
  await forAll(names, (name) => assertUnowned(tagged, name));
  await assertRoom(tagged, shared);
  await forAll(names, (name) => removeRemains(tagged, name));
}

async function assertUnowned(tagged: FunctionTags, name: string): Promise<void> {
  assertFree(await readTags(tagged, name, await tagged.tagsOf(name)), movedBy);
}

/** Remains of a rollout without an owner must not be read as part of this one. */
async function removeRemains(tagged: FunctionTags, name: string): Promise<void> {
  const keys = ourTagKeys(await tagged.seenTags(name));
  if (keys.length > 0) await tagged.unmark(name, keys);
}

async function unmarkOwn(
  { tagsOf, unmark }: FunctionTags,
  name: string,
  id: RolloutId,
): Promise<void> {
  const tags = await tagsOf(name);
  const owner = ownerOf(tags);
  if (owner && sameRollout(owner, id)) await unmark(name, ourTagKeys(tags));
}
