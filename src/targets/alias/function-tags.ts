// What one function says of a rollout, in its tags: the whole of it, a part, or that another one
// remembers it.

import type { Aliases } from '../../aws/aliases.ts';
import type { FunctionCalls } from '../../aws/functions.ts';
import { KnownError } from '../../base/errors.ts';
import { quote } from '../../base/quote.ts';
import {
  isRecordTag,
  ownerOf,
  type Participant,
  readStoredState,
  type StoredState,
  TAG_PREFIX,
} from '../../rollout/record.ts';
import { isFunctionName } from '../../rollout/record-shape.ts';
import { aliasCodec, aliasesOf } from './alias-record.ts';

export type Tags = Readonly<Record<string, string>>;

/** The tag of a function that takes part in a rollout which another one remembers. */
export const WITH = `${TAG_PREFIX}with`;
/** The tag that names the function with the next part of a record too long for one. */
export const MORE = `${TAG_PREFIX}more`;

/** Enough for the longest record of a thousand functions; an edited tag must not lead round in circles. */
const MOST_PARTS = 100;

/** The tags of functions, by their names. */
export interface FunctionTags {
  /** The ARN of a function; `undefined` where there is no such function any more. */
  arnOf(name: string, signal?: AbortSignal): Promise<string | undefined>;
  /** None where there is no such function any more. */
  tagsOf(name: string, signal?: AbortSignal): Promise<Tags>;
  mark(name: string, tags: Tags, signal?: AbortSignal): Promise<void>;
  unmark(name: string, keys: readonly string[], signal?: AbortSignal): Promise<void>;
}

export function bindTags(aliases: Aliases, functions: FunctionCalls): FunctionTags {
  const arns = new Map<string, string>();
  const find = async (name: string, signal?: AbortSignal) => {
    const known = arns.get(name) ?? (await functions.read(name, undefined, signal))?.arn;
    if (known !== undefined) arns.set(name, known);
    return known;
  };
  const mustFind = async (name: string, signal?: AbortSignal) => {
    const arn = await find(name, signal);
    if (arn === undefined) throw new KnownError(`there is no function "${name}"`);
    return arn;
  };
  return {
    arnOf: find,
    tagsOf: async (name, signal) => {
      const arn = await find(name, signal);
      return arn === undefined ? {} : aliases.readTags(arn, signal);
    },
    mark: async (name, tags, signal) => aliases.tag(await mustFind(name, signal), tags, signal),
    unmark: async (name, keys, signal) => aliases.untag(await mustFind(name, signal), keys, signal),
  };
}

export async function readFunction(
  tagged: FunctionTags,
  name: string,
  signal?: AbortSignal,
): Promise<StoredState> {
  return readTags(tagged, name, await tagged.tagsOf(name, signal), signal);
}

/** What a function with these tags remembers, its record's further parts included, or takes part in. */
export async function readTags(
  tagged: FunctionTags,
  name: string,
  tags: Tags,
  signal?: AbortSignal,
): Promise<StoredState> {
  const { [WITH]: elsewhere, [MORE]: more } = tags;
  for (const [key, named] of Object.entries({ [WITH]: elsewhere, [MORE]: more })) {
    if (named === undefined || isFunctionName(named)) continue;
    return { kind: 'unreadable', why: `the tag ${key} is ${quote(named)}` };
  }
  if (elsewhere !== undefined) {
    return (await partIn(tagged, name, tags, signal)) ?? { kind: 'none', last: undefined };
  }
  const parts = [tags];
  for (let next = more; isFunctionName(next) && parts.length < MOST_PARTS; ) {
    const part = await tagged.tagsOf(next, signal);
    parts.push(recordTagsOf(part));
    next = part[MORE];
  }
  return readStoredState(Object.assign({}, ...parts.reverse()), aliasCodec);
}

/** A mark that is all that is left of a rollout is nobody's: `undefined`. */
async function partIn(
  tagged: FunctionTags,
  functionName: string,
  tags: Tags,
  signal?: AbortSignal,
): Promise<Participant | undefined> {
  const rememberedBy = tags[WITH] ?? '';
  const part = { kind: 'takes-part', functionName, rememberedBy } as const;
  try {
    const theirs = await tagged.tagsOf(rememberedBy, signal);
    const stored =
      theirs[WITH] === undefined && (await readTags(tagged, rememberedBy, theirs, signal));
    if (!stored || stored.kind === 'none') return undefined;
    if (stored.kind !== 'rollout') return { ...part, id: ownerOf(tags) };
    const { record } = stored.storedRollout;
    const { id, functions } = record;
    if (!functions.some(({ name }) => name === functionName)) return undefined;
    const alias = aliasesOf(record).aliases[functionName];
    return { ...part, id, ...(alias !== undefined && { alias }) };
  } catch {
    // It may be of another team, and closed to this run.
    return { ...part, id: ownerOf(tags) };
  }
}

/** Without what changes from phase to phase. */
export function recordTagsOf(tags: Tags): Tags {
  return Object.fromEntries(Object.entries(tags).filter(([key]) => isRecordTag(key)));
}
