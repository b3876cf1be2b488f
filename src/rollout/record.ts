// What AWS does not keep by itself about a rollout, in the form in which it is kept in AWS: tags of
// the stage. A tag's value holds 256 characters of a small alphabet, so the fixed part is JSON in
// base64url, cut into numbered tags; the two parts that change have tags of their own.

import { quote } from '../base/quote.ts';
import { formatLastOutcome, type LastOutcome, parseLastOutcome } from './last-outcome.ts';
import { formatPause, type Pause, parsePause } from './pause-tag.ts';
import { formatPhase, type Phase, parsePhase } from './phase.ts';
import type { Plan } from './plan.ts';
import { isGatewayId, wrongPart } from './record-shape.ts';
import { sealText, unsealText } from './record-text.ts';
import {
  type FunctionChange,
  parseRolloutId,
  type RolloutId,
  rolloutKey,
  sameRollout,
} from './release.ts';
import { isMembers } from './shape.ts';
import type { TargetCodec, TargetRecord } from './target-record.ts';

/** Fixed for the whole rollout; written before the first change that users could see. */
export interface RolloutRecord {
  /** The run that began it, or took it over last. */
  readonly id: RolloutId;
  /** The ARN of what remembers it, stage or function: tags can be copied. Versions before wrote none. */
  readonly on?: string;
  /** Seconds since the epoch. */
  readonly startedAt: number;
  readonly plan: Plan;
  /** The longest that an answer of the API may take, in seconds: its counts may be as late. */
  readonly longestAnswerSeconds: number;
  readonly functions: readonly FunctionChange[];
  readonly target: TargetRecord;
  /** The pull request that carries the release, where one is known. */
  readonly pull?: number;
  /** The pull request that it is a preview of: it is never promoted. */
  readonly preview?: number;
}

/** All that is remembered of an unfinished rollout. */
export interface StoredRollout {
  readonly record: RolloutRecord;
  readonly phase: Phase;
  /** When each step so far began, in order; seconds since the epoch. */
  readonly stepStartTimes: readonly number[];
  /** The deployment that the canary serves; `undefined` until it is made. */
  readonly canaryDeploymentId: string | undefined;
  /** Goes no further until somebody resumes it. */
  readonly paused?: Pause | undefined;
}

/** In a rollout of more functions, which another one of them remembers. */
export interface Participant {
  readonly kind: 'takes-part';
  readonly functionName: string;
  readonly rememberedBy: string;
  /** Whose the rollout is; `undefined` where that cannot be read. */
  readonly id: RolloutId | undefined;
  /** The alias of the function that it moves, where that can be read. */
  readonly alias?: string;
}

/** A rollout that moves something else than what was asked for, and that the same tags remember. */
export interface Another {
  readonly kind: 'another';
  /** What it moves, for a sentence: `orders:staging`. */
  readonly of: string;
  readonly id: RolloutId;
}

/** Tags of ours that cannot be read: someone changed or cut them. */
export interface Unreadable {
  readonly kind: 'unreadable';
  readonly why: string;
}

/** A rollout that moves more, or something else, than this run was asked to release. */
export interface Beyond {
  readonly kind: 'beyond';
  readonly id: RolloutId;
  readonly why: string;
}

/** A rollout that nothing but its own tags speaks for, which anybody may have written. */
export interface Unproven {
  readonly kind: 'unproven';
  readonly id: RolloutId;
  readonly why: string;
}

/** What is remembered, and is no rollout that this run could go on with. */
export type NotResumable = Participant | Another | Unreadable | Beyond | Unproven;

export type StoredState =
  /** `last`: how the rollout before ended, where it was driven in pieces. */
  | { readonly kind: 'none'; readonly last: LastOutcome | undefined }
  | { readonly kind: 'rollout'; readonly storedRollout: StoredRollout }
  | NotResumable;

type Tags = Readonly<Record<string, string>>;

export const TAG_PREFIX = 'canary-action:';
const OWNER = `${TAG_PREFIX}rollout`;
const PHASE = `${TAG_PREFIX}phase`;
const CANARY = `${TAG_PREFIX}canary`;
const SHIFTS = `${TAG_PREFIX}shifts`;
/** Stands while a rollout is paused. */
export const PAUSED = `${TAG_PREFIX}paused`;
/** Stays behind when a rollout that was driven in pieces has ended. */
const LAST = `${TAG_PREFIX}last`;
const CHUNK = `${TAG_PREFIX}record.`;
const CHUNK_LENGTH = 256;
/** API Gateway keeps 50 tags on a stage; a record of this size leaves users half of them. */
export const MAX_CHUNKS = 22;

/**
 * The tags for a rollout at its beginning. Throws a `RangeError` when it does not fit.
 *
 * @param maxChunks more than what one thing can hold, where the chunks are spread over several
 */
export function recordTags(
  record: RolloutRecord,
  phase: Phase,
  maxChunks = MAX_CHUNKS,
): Record<string, string> {
  const text = sealText(JSON.stringify({ v: 1, ...record }));
  const chunks = text.match(new RegExp(`.{1,${CHUNK_LENGTH}}`, 'g')) ?? [];
  if (chunks.length > maxChunks) {
    throw new RangeError(
      `the rollout's record needs ${chunks.length} stage tags, more than ${maxChunks}: release fewer integrations at once, or use stage variables`,
    );
  }
  const numbered = chunks.map((chunk, i) => [`${CHUNK}${i + 1}-${chunks.length}`, chunk]);
  return {
    ...ownerTag(record.id),
    [PHASE]: formatPhase(phase),
    ...Object.fromEntries(numbered),
  };
}

/** The tags that a new phase changes. A step's beginning is kept until the rollout ends. */
export function phaseTags(
  { record, stepStartTimes }: StoredRollout,
  phase: Phase,
): Record<string, string> {
  const tag = { [PHASE]: formatPhase(phase) };
  if (phase.kind !== 'step') return tag;
  const begun = [...stepStartTimes.slice(0, phase.index), phase.since];
  return { ...tag, [SHIFTS]: formatShifts(begun, record.startedAt) };
}

/** Seconds after the rollout's start, in base 36: 50 steps of two weeks fit into one tag. */
function formatShifts(stepStartTimes: readonly number[], startedAt: number): string {
  return stepStartTimes.map((at) => Math.max(0, at - startedAt).toString(36)).join('.');
}

function parseShifts(text: string | undefined, startedAt: number): number[] {
  const parts = (text ?? '').split('.').filter((part) => /^[0-9a-z]{1,6}$/.test(part));
  return parts.map((part) => startedAt + Number.parseInt(part, 36));
}

/** The one tag that a run changes when it takes a rollout over. */
export function ownerTag(id: RolloutId): Record<string, string> {
  return { [OWNER]: rolloutKey(id) };
}

/** The run that the tags name as the one whose rollout it is. */
export function ownerOf(tags: Tags): RolloutId | undefined {
  return parseRolloutId(tags[OWNER] ?? '');
}

export function canaryTag(deploymentId: string): Record<string, string> {
  return { [CANARY]: deploymentId };
}

export function pauseTag(pause: Pause): Record<string, string> {
  return { [PAUSED]: formatPause(pause) };
}

export function lastOutcomeTag(last: LastOutcome): Record<string, string> {
  return { [LAST]: formatLastOutcome(last) };
}

/** Whether a tag holds a part of a record. */
export function isRecordTag(key: string): boolean {
  return key.startsWith(CHUNK);
}

/** The keys among a stage's tags that are ours, to be removed at the end; none: no rollout is open. */
export function ourTagKeys(tags: Tags): string[] {
  return Object.keys(tags).filter((key) => key.startsWith(TAG_PREFIX) && key !== LAST);
}

/** The same and the last word of the rollout before, unless this one leaves its own. */
export function tagKeysToClear(tags: Tags, last: LastOutcome | undefined): string[] {
  const stale = last === undefined && Object.hasOwn(tags, LAST);
  return [...ourTagKeys(tags), ...(stale ? [LAST] : [])];
}

/**
 * Reads what tags say.
 *
 * @param codec of the kind of target whose tags they are
 */
export function readStoredState(tags: Tags, codec: TargetCodec): StoredState {
  if (ourTagKeys(tags).length === 0) {
    return { kind: 'none', last: parseLastOutcome(tags[LAST] ?? '') };
  }
  const phase = parsePhase(tags[PHASE] ?? '');
  if (!phase) return unreadable(`the tag ${PHASE} is ${quote(tags[PHASE] ?? '')}`);
  const texts = joinChunks(tags);
  if (texts.length === 0) return unreadable(`of the tags ${CHUNK}* some are missing`);
  const begun = isAlone(tags)
    ? parseRecord(texts.join(''))
    : writtenBy(ownerOf(tags), texts, codec);
  if (begun === undefined) return unreadable(`the tags ${CHUNK}* hold no record of this version`);
  if (isOfOtherKind(begun, codec)) {
    return unreadable('its tags are those of a rollout of another kind of target');
  }
  const wrong = wrongPart(begun, codec);
  if (wrong !== undefined) {
    return unreadable(`the tags ${CHUNK}* hold a record whose "${wrong}" is malformed`);
  }
  const strange = strangeTag(tags);
  if (strange !== undefined) return unreadable(strange);
  const record = { ...(begun as RolloutRecord), id: ownerOf(tags) ?? (begun as RolloutRecord).id };
  return {
    kind: 'rollout',
    storedRollout: {
      record,
      phase,
      stepStartTimes: parseShifts(tags[SHIFTS], record.startedAt),
      canaryDeploymentId: tags[CANARY],
      paused: parsePause(tags[PAUSED] ?? ''),
    },
  };
}

function isOfOtherKind(record: unknown, codec: TargetCodec): boolean {
  const target = isMembers(record) ? record.target : undefined;
  return isMembers(target) && typeof target.kind === 'string' && target.kind !== codec.kind;
}

/** Tags beside the record whose loss would change what is done. */
function strangeTag(tags: Tags): string | undefined {
  const { [CANARY]: canary, [PAUSED]: paused } = tags;
  if (canary !== undefined && !isGatewayId(canary)) return `the tag ${CANARY} is ${quote(canary)}`;
  const held = paused === undefined || parsePause(paused) !== undefined;
  return held ? undefined : `the tag ${PAUSED} is ${quote(paused)}`;
}

function unreadable(why: string): StoredState {
  return { kind: 'unreadable', why };
}

/** The text of each record of which all chunks are there. */
function joinChunks(tags: Tags): readonly string[] {
  return totalsIn(tags).flatMap((total) => {
    const chunks = Array.from({ length: total }, (_, i) => tags[`${CHUNK}${i + 1}-${total}`]);
    return chunks.includes(undefined) ? [] : [chunks.join('')];
  });
}

/** Into how many chunks each record was cut that the tags hold something of. */
function totalsIn(tags: Tags): readonly number[] {
  const keys = Object.keys(tags).filter((key) => key.startsWith(CHUNK));
  const totals = keys.map((key) => Number(key.split('-').at(-1)));
  return [...new Set(totals)].filter((total) => total > 0 && total <= keys.length);
}

/** Whether the tags hold one record and nothing of another. */
function isAlone(tags: Tags): boolean {
  const keys = Object.keys(tags).filter((key) => key.startsWith(CHUNK));
  return keys.every((key) => key.endsWith(`-${keys.length}`));
}

/**
 * Two runs that begin in the same second both write their record, and the one that is still its owner a
 * moment later removes what is left of the other's. Until then the owner's counts.
 */
function writtenBy(
  owner: RolloutId | undefined,
  texts: readonly string[],
  codec: TargetCodec,
): unknown {
  const [record, another] = texts
    .map(parseRecord)
    .filter(
      (one) =>
        owner !== undefined &&
        wrongPart(one, codec) === undefined &&
        sameRollout((one as RolloutRecord).id, owner),
    );
  return another === undefined ? record : undefined;
}

/** What the text holds, whatever that is; `undefined`: no record of this version. */
function parseRecord(text: string): unknown {
  try {
    const { v, ...record } = JSON.parse(unsealText(text)) as { readonly v?: unknown };
    return v === 1 ? record : undefined;
  } catch {
    return undefined;
  }
}
