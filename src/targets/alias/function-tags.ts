// The state of a rollout in one function's tags: all of it, a part, or a reference to the function that stores
// it.

import type { Aliases } from '../../aws/aliases.ts';
import { ifThere } from '../../aws/call.ts';
import type { Mode } from '../../aws/clients.ts';
import type { FunctionCalls } from '../../aws/functions.ts';
import { must } from '../../base/assert.ts';
import { KnownError, known } from '../../base/errors.ts';
import { quote } from '../../base/quote.ts';
import {
  isRecordTag,
  ownerOf,
  type Participant,
  readStoredState,
  type StoredState,
  TAG_PREFIX,
} from '../../rollout/record.ts';
import { isFunctionName } from '../lambda/function-shape.ts';
import { aliasCodec, aliasesOf } from './alias-record.ts';

export type Tags = Readonly<Record<string, string>>;

/** The tag of a function whose rollout is stored on another function. */
export const WITH = `${TAG_PREFIX}with`;
/** The tag with the name of the function that stores the next part of a long record. */
export const MORE = `${TAG_PREFIX}more`;

/** Enough for the longest record of a thousand functions. The limit prevents endless loops through edited tags. */
const MOST_PARTS = 100;

/** The tags of functions, by name. */
export interface FunctionTags {
  /** The ARN of a function. `undefined` if none of the functions has been found. */
  arnOf(name: string): Promise<string | undefined>;
  /** Empty if the function no longer exists. */
  tagsOf(name: string): Promise<Tags>;
  /** The same as they were last read, for what is checked again before anything is written. */
  seenTags(name: string): Promise<Tags>;
  mark(name: string, tags: Tags): Promise<void>;
  unmark(name: string, keys: readonly string[]): Promise<void>;
}

/** What a run knows of its functions by name, whichever clients it read or wrote them with. */
export interface TagMemory {
  readonly arns: Map<string, string>;
  /** The tags as they were last read, unless they were written since. */
  readonly tags: Map<string, Tags>;
}

export function newTagMemory(): TagMemory {
  return { arns: new Map(), tags: new Map() };
}

export function bindTags<M extends Mode>(
  aliases: Aliases<M>,
  functions: FunctionCalls<M>,
  { arns, tags: seen }: TagMemory,
): FunctionTags {
  const find = async (name: string) => {
    const known = arns.get(name) ?? (await functions.read(name, undefined))?.arn;
    if (known !== undefined) arns.set(name, known);
    return known;
  };
  /** The ARN that the function has if it exists: all of them are in one account and Region. */
  const expect = async (name: string) => {
    const [other = ''] = arns.values();
    const [, account] = FUNCTION_ARN.exec(other) ?? [];
    return account === undefined ? find(name) : `${account}:function:${name}`;
  };
  const mustFind = async (name: string) => {
    const arn = await expect(name);
    if (arn === undefined) throw new KnownError(`there is no function "${name}"`);
    return arn;
  };
  const tagsOf = async (name: string) => {
    const arn = await expect(name);
    const tags = arn === undefined ? undefined : await ifThere(() => aliases.readTags(arn));
    seen.set(name, tags ?? {});
    return tags ?? {};
  };
  return {
    arnOf: expect,
    tagsOf,
    seenTags: async (name) => seen.get(name) ?? tagsOf(name),
    mark: async (name, tags) => {
      seen.delete(name);
      await aliases.tag(await mustFind(name), tags);
    },
    unmark: async (name, keys) => {
      seen.delete(name);
      await aliases.untag(await mustFind(name), keys);
    },
  };
}

/** `arn:aws:lambda:eu-central-1:123456789012:function:orders` */
const FUNCTION_ARN = /^(arn:[^:]+:lambda:[^:]+:\d+):function:/;

/** What the tags of a function store: a record, including its further parts, or a reference to another function. */
export async function readTags(
  tagged: FunctionTags,
  name: string,
  tags: Tags,
): Promise<StoredState> {
  const { [WITH]: elsewhere, [MORE]: more } = tags;
  for (const [key, named] of Object.entries({ [WITH]: elsewhere, [MORE]: more })) {
    if (named === undefined || isFunctionName(named)) continue;
    return { kind: 'unreadable', why: `the tag ${key} is ${quote(named)}` };
  }
  if (elsewhere !== undefined) {
    return (await partIn(tagged, name, tags)) ?? { kind: 'none', last: undefined };
  }
  const parts = [tags];
  for (let next = more; isFunctionName(next) && parts.length < MOST_PARTS; ) {
    const part = await tagged.tagsOf(next);
    parts.push(recordTagsOf(part));
    next = part[MORE];
  }
  return readStoredState(Object.assign({}, ...parts.reverse()), aliasCodec);
}

/** `undefined`: a mark that is all that remains of a rollout has no owner. */
async function partIn(
  tagged: FunctionTags,
  functionName: string,
  tags: Tags,
): Promise<Participant | undefined> {
  const rememberedBy = must(tags[WITH], `the tag ${WITH} is there`);
  const part = { kind: 'takes-part', functionName, rememberedBy } as const;
  try {
    const theirs = await tagged.tagsOf(rememberedBy);
    const stored = theirs[WITH] === undefined && (await readTags(tagged, rememberedBy, theirs));
    if (!stored || stored.kind === 'none') return undefined;
    if (stored.kind !== 'rollout') return { ...part, id: ownerOf(tags) };
    const { record } = stored.storedRollout;
    const { id, functions } = record;
    if (!functions.some(({ name }) => name === functionName)) return undefined;
    const alias = aliasesOf(record).aliases[functionName];
    return { ...part, id, ...(alias !== undefined && { alias }) };
  } catch (error) {
    known(error);
    // It may be of another team, and closed to this run.
    return { ...part, id: ownerOf(tags) };
  }
}

/** The tags without those that change with the phase. */
export function recordTagsOf(tags: Tags): Tags {
  return Object.fromEntries(Object.entries(tags).filter(([key]) => isRecordTag(key)));
}
