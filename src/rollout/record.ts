// The stored state of a rollout: what AWS does not store itself, kept in tags. The value of a tag holds 256
// characters of a small alphabet, so the fixed part is JSON in base64url, cut into numbered tags. The parts
// that change have separate tags.

import { KnownError } from '../base/errors.ts';
import { parseJson } from '../base/foreign-text.ts';
import { quote } from '../base/quote.ts';
import { formatApprovals, type GivenApproval, parseApprovals } from './given-approval.ts';
import { formatLastOutcome, type LastOutcome, parseLastOutcome } from './last-outcome.ts';
import { formatPause, type Pause, parsePause } from './pause-tag.ts';
import { formatPhase, type Phase, parsePhase } from './phase.ts';
import type { Plan } from './plan.ts';
import { wrongPart } from './record-shape.ts';
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

/** Fixed for the whole rollout; written before the first change that is visible to users. */
export interface RolloutRecord {
  /** The run that began the rollout, or took it over last. */
  readonly id: RolloutId;
  /**
   * The ARN of the stage or function that stores it, because tags can be copied. Earlier versions wrote none.
   */
  readonly on?: string;
  /** Seconds since the epoch. */
  readonly startedAt: number;
  readonly plan: Plan;
  /** The longest response time of the API, in seconds: its counts may be late by as much. */
  readonly longestAnswerSeconds: number;
  readonly functions: readonly FunctionChange[];
  readonly target: TargetRecord;
  /** The pull request of the release, if known. */
  readonly pull?: number;
  /** The pull request that it is a preview of; a preview is never promoted. */
  readonly preview?: number;
}

/** The stored state of an unfinished rollout. */
export interface StoredRollout {
  readonly record: RolloutRecord;
  readonly phase: Phase;
  /** When each step so far began, in order; seconds since the epoch. */
  readonly stepStartTimes: readonly number[];
  /** The ID of what the canary serves, if the kind of target stores one; `undefined` until it is created. */
  readonly canaryDeploymentId: string | undefined;
  /** Set while the rollout is paused; it goes no further until it is resumed. */
  readonly paused?: Pause | undefined;
  /** Given so far, in order; absent: none. */
  readonly approvals?: readonly GivenApproval[];
}

/** A function in a rollout of several functions, whose state is stored on another one of them. */
export interface Participant {
  readonly kind: 'takes-part';
  readonly functionName: string;
  readonly rememberedBy: string;
  /** The run that owns the rollout; `undefined` if it cannot be read. */
  readonly id: RolloutId | undefined;
  /** The alias of the function that it moves, if it can be read. */
  readonly alias?: string;
}

/** A rollout in the same tags that moves something other than requested. */
export interface AnotherRollout {
  readonly kind: 'another';
  /** What it moves, for a sentence: `orders:staging`. */
  readonly of: string;
  readonly id: RolloutId;
}

/** Tags of this action that cannot be read, because they were edited or truncated. */
export interface Unreadable {
  readonly kind: 'unreadable';
  readonly why: string;
}

/** A rollout that moves more than this run should release, or something else. */
export interface BeyondRequest {
  readonly kind: 'beyond';
  readonly id: RolloutId;
  readonly why: string;
}

/** A rollout that only its own tags confirm, which anyone with access to tags may have written. */
export interface Unproven {
  readonly kind: 'unproven';
  readonly id: RolloutId;
  readonly why: string;
}

/** Stored state that this run cannot continue. */
export type NotResumable = Participant | AnotherRollout | Unreadable | BeyondRequest | Unproven;

export type StoredState =
  /** `last`: how the previous rollout ended, if it was split across runs. */
  | { readonly kind: 'none'; readonly last: LastOutcome | undefined }
  | { readonly kind: 'rollout'; readonly storedRollout: StoredRollout }
  | NotResumable;

type Tags = Readonly<Record<string, string>>;

export const TAG_PREFIX = 'canary-action:';
/** Who owns an open rollout. Every resource that stores a part of one has it. */
export const OWNER = `${TAG_PREFIX}rollout`;
const PHASE = `${TAG_PREFIX}phase`;
const CANARY = `${TAG_PREFIX}canary`;
const SHIFTS = `${TAG_PREFIX}shifts`;
/** Set while a rollout is paused. */
export const PAUSED = `${TAG_PREFIX}paused`;
/** The approvals of people, if the plan asks for any. */
export const APPROVED = `${TAG_PREFIX}approved`;
/** Kept after a rollout that was split across runs has ended. */
const LAST = `${TAG_PREFIX}last`;
const CHUNK = `${TAG_PREFIX}record.`;
const CHUNK_LENGTH = 256;
/** A record that needs more is compressed: numbered names and ARNs become a fourth or less of that. */
const PLAIN_CHUNKS = 8;
/** API Gateway allows 50 tags per stage; a record of this size leaves half of them to the user. */
export const MAX_CHUNKS = 22;

/**
 * The tags for a rollout at its start. Throws a `KnownError` if the record does not fit.
 *
 * @param maxChunks may exceed what one resource can hold if the chunks are spread over several
 */
export function recordTags(
  record: RolloutRecord,
  phase: Phase,
  maxChunks = MAX_CHUNKS,
): Record<string, string> {
  const text = sealText(JSON.stringify({ v: 1, ...record }), PLAIN_CHUNKS * CHUNK_LENGTH);
  const chunks = text.match(new RegExp(`.{1,${CHUNK_LENGTH}}`, 'g')) ?? [];
  if (chunks.length > maxChunks) {
    throw new KnownError(
      `the state of this release needs ${chunks.length} tags, and at most ${maxChunks} are used: release fewer functions or pinned integrations at once`,
    );
  }
  const numbered = chunks.map((chunk, i) => [`${CHUNK}${i + 1}-${chunks.length}`, chunk]);
  return {
    ...ownerTag(record.id),
    [PHASE]: formatPhase(phase),
    ...Object.fromEntries(numbered),
  };
}

/** Tags that the rollout writes later because of its plan; their values only show that there is room for them. */
export function expectedTags({ plan }: Pick<RolloutRecord, 'plan'>): Record<string, string> {
  return plan.approvals ? { [APPROVED]: '' } : {};
}

/** The tags that a new phase changes. The start time of a step is kept until the rollout ends. */
export function phaseTags(
  { record, stepStartTimes }: StoredRollout,
  phase: Phase,
): Record<string, string> {
  const tag = { [PHASE]: formatPhase(phase) };
  if (phase.kind !== 'step') return tag;
  const begun = [...stepStartTimes.slice(0, phase.index), phase.since];
  return { ...tag, [SHIFTS]: formatShifts(begun, record.startedAt) };
}

/** Seconds since the start of the rollout, in base 36: 50 steps of two weeks fit into one tag. */
function formatShifts(stepStartTimes: readonly number[], startedAt: number): string {
  return stepStartTimes.map((at) => Math.max(0, at - startedAt).toString(36)).join('.');
}

/** @returns `undefined`: it holds something else, or more times than the plan has steps */
function parseShifts(text: string, { startedAt, plan }: RolloutRecord): number[] | undefined {
  const parts = text === '' ? [] : text.split('.');
  const wellFormed = parts.every((part) => /^[0-9a-z]{1,6}$/.test(part));
  if (!wellFormed || parts.length > plan.steps.length) return undefined;
  return parts.map((part) => startedAt + Number.parseInt(part, 36));
}

/** The only tag that a run changes when it takes over a rollout. */
export function ownerTag(id: RolloutId): Record<string, string> {
  return { [OWNER]: rolloutKey(id) };
}

/** The run that owns the rollout, according to the tags. */
export function ownerOf(tags: Tags): RolloutId | undefined {
  return parseRolloutId(tags[OWNER] ?? '');
}

export function canaryTag(deploymentId: string): Record<string, string> {
  return { [CANARY]: deploymentId };
}

export function pauseTag(pause: Pause): Record<string, string> {
  return { [PAUSED]: formatPause(pause) };
}

/** All approvals so far; `undefined`: there are none, so there is no tag. */
export function approvalTag({
  approvals = [],
  record,
}: StoredRollout): Record<string, string> | undefined {
  return approvals.length > 0 ? { [APPROVED]: formatApprovals(approvals, record) } : undefined;
}

export function lastOutcomeTag(last: LastOutcome): Record<string, string> {
  return { [LAST]: formatLastOutcome(last) };
}

/** Whether a tag holds part of a record. */
export function isRecordTag(key: string): boolean {
  return key.startsWith(CHUNK);
}

/** The keys of this action's tags, to be removed at the end. If there are none, no rollout is open. */
export function ourTagKeys(tags: Tags): string[] {
  return Object.keys(tags).filter((key) => key.startsWith(TAG_PREFIX) && key !== LAST);
}

/** The same keys, plus the last outcome of the previous rollout, unless this one writes its own. */
export function tagKeysToClear(tags: Tags, last: LastOutcome | undefined): string[] {
  const stale = last === undefined && Object.hasOwn(tags, LAST);
  return [...ourTagKeys(tags), ...(stale ? [LAST] : [])];
}

/**
 * Reads the stored state from tags.
 *
 * @param codec of the kind of target that has the tags
 */
export function readStoredState(tags: Tags, codec: TargetCodec): StoredState {
  if (ourTagKeys(tags).length === 0) {
    return { kind: 'none', last: parseLastOutcome(tags[LAST] ?? '') };
  }
  const phase = parsePhase(tags[PHASE] ?? '');
  if (!phase) return unreadable(`the tag ${PHASE} is ${quote(tags[PHASE] ?? '')}`);
  const texts = joinChunks(tags);
  if (texts.length === 0) return unreadable(`some of the tags ${CHUNK}* are missing`);
  const begun = isAlone(tags)
    ? parseRecord(texts.join(''))
    : writtenBy(ownerOf(tags), texts, codec);
  if (begun === undefined)
    return unreadable(`the tags ${CHUNK}* contain no record of this version`);
  if (isOfOtherKind(begun, codec)) {
    return unreadable('its tags belong to a rollout of another kind of target');
  }
  const wrong = wrongPart(begun, codec);
  if (wrong !== undefined) {
    return unreadable(`the tags ${CHUNK}* contain a record whose "${wrong}" is malformed`);
  }
  const malformed = malformedTag(tags, codec);
  if (malformed !== undefined) return unreadable(malformed);
  const record = { ...(begun as RolloutRecord), id: ownerOf(tags) ?? (begun as RolloutRecord).id };
  const shifts = tags[SHIFTS] ?? '';
  const stepStartTimes = parseShifts(shifts, record);
  if (!stepStartTimes) return unreadable(`the tag ${SHIFTS} is ${quote(shifts)}`);
  return {
    kind: 'rollout',
    storedRollout: {
      record,
      phase,
      stepStartTimes,
      canaryDeploymentId: tags[CANARY],
      paused: parsePause(tags[PAUSED] ?? ''),
      ...approvalsIn(tags, record),
    },
  };
}

function approvalsIn(
  { [APPROVED]: text }: Tags,
  record: RolloutRecord,
): Pick<StoredRollout, 'approvals'> {
  const approvals = text === undefined ? undefined : parseApprovals(text, record);
  return approvals ? { approvals } : {};
}

function isOfOtherKind(record: unknown, codec: TargetCodec): boolean {
  const target = isMembers(record) ? record.target : undefined;
  return isMembers(target) && typeof target.kind === 'string' && target.kind !== codec.kind;
}

/** Checks the tags next to the record whose loss would change decisions; returns what is malformed. */
function malformedTag(tags: Tags, { isCanary }: TargetCodec): string | undefined {
  const { [CANARY]: canary, [PAUSED]: paused, [APPROVED]: approved } = tags;
  if (canary !== undefined && !isCanary(canary)) return `the tag ${CANARY} is ${quote(canary)}`;
  if (approved !== undefined && !parseApprovals(approved, { startedAt: 0 })) {
    return `the tag ${APPROVED} is ${quote(approved)}`;
  }
  const held = paused === undefined || parsePause(paused) !== undefined;
  return held ? undefined : `the tag ${PAUSED} is ${quote(paused)}`;
}

function unreadable(why: string): StoredState {
  return { kind: 'unreadable', why };
}

/** The text of each record whose chunks are complete. */
function joinChunks(tags: Tags): readonly string[] {
  return totalsIn(tags).flatMap((total) => {
    const chunks = Array.from({ length: total }, (_, i) => tags[`${CHUNK}${i + 1}-${total}`]);
    return chunks.includes(undefined) ? [] : [chunks.join('')];
  });
}

/** The number of chunks of each record of which the tags hold any part. */
function totalsIn(tags: Tags): readonly number[] {
  const keys = Object.keys(tags).filter((key) => key.startsWith(CHUNK));
  const totals = keys.map((key) => Number(key.split('-').at(-1)));
  return [...new Set(totals)].filter((total) => total > 0 && total <= keys.length);
}

/** Whether the tags hold one record and no part of another. */
function isAlone(tags: Tags): boolean {
  const keys = Object.keys(tags).filter((key) => key.startsWith(CHUNK));
  return keys.every((key) => key.endsWith(`-${keys.length}`));
}

/**
 * Two runs that begin in the same second both write their record. The run that still owns the rollout a moment
 * later removes what is left of the other record. Until then, the record of the owner counts.
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

/** The unchecked value in the text; `undefined` if it is not a record of this version. */
function parseRecord(text: string): unknown {
  const { v, ...record } = (parseJson(unsealText(text) ?? '') ?? {}) as { readonly v?: unknown };
  return v === 1 ? record : undefined;
}
