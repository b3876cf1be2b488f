// Puts Lambda's lines together to invocations. Lines may come in any order and more than once; the result is the same.
// Some runtimes write an error without the ID of the request. One environment serves one request at a time and has a
// stream of its own, so such a line belongs to the request that the stream had started last.

import type { LogEvent } from '../base/log-event.ts';
import { type Failed, type FailureKind, type LambdaFact, readLambdaLine } from './lambda-lines.ts';

export type Outcome =
  /** Not reported yet. */
  | { readonly kind: 'open' }
  | { readonly kind: 'ok' }
  /** Reported without saying how it ended. */
  | { readonly kind: 'unknown' }
  | {
      readonly kind: 'failed';
      readonly how: FailureKind;
      readonly errorType?: string;
      readonly location?: string;
    };

export interface Invocation {
  readonly requestId: string;
  readonly group: string;
  readonly stream: string;
  /** Milliseconds since the epoch; `undefined`: the line has not come, or the level hides it. */
  readonly startedAt?: number;
  readonly endedAt?: number;
  readonly durationMs?: number;
  readonly outcome: Outcome;
}

export interface LambdaLines {
  readonly invocations: readonly Invocation[];
  /** Whether Lambda says that it dropped lines. */
  readonly dropped: boolean;
}

/** A line that was read, and where it was. */
export interface PlacedFact {
  readonly event: Omit<LogEvent, 'message'>;
  readonly fact: LambdaFact;
}

interface Draft {
  readonly requestId: string;
  readonly group: string;
  readonly stream: string;
  startedAt?: number;
  endedAt?: number;
  durationMs?: number;
  result?: Stated;
  failures: readonly Failed[];
  errors: readonly ErrorFact[];
}

type Stated = 'ok' | 'unstated' | 'unknown';

type ErrorFact = Extract<LambdaFact, { kind: 'error' }>;

/** @param events of one version: its own streams only */
export function readInvocations(events: readonly LogEvent[]): LambdaLines {
  return invocationsOf(
    events.flatMap((event): readonly PlacedFact[] => {
      const fact = readLambdaLine(event.message);
      return fact ? [{ event, fact }] : [];
    }),
  );
}

export function invocationsOf(facts: readonly PlacedFact[]): LambdaLines {
  const placed = [...facts].sort((a, b) => a.event.at - b.event.at);
  const drafts = new Map<string, Draft>();
  for (const { event, fact } of placed) {
    if ('requestId' in fact && fact.requestId !== undefined) {
      take(draftOf(drafts, fact.requestId, event), fact, event);
    }
  }
  const streams = byStream(drafts);
  for (const { event, fact } of placed) {
    if (fact.kind === 'error' && fact.requestId === undefined) {
      takeUnnamed(streams.get(keyOf(event)) ?? [], fact, event);
    }
  }
  return {
    invocations: [...drafts.values()].map(finished),
    dropped: placed.some(({ fact }) => fact.kind === 'dropped'),
  };
}

function draftOf(drafts: Map<string, Draft>, requestId: string, event: PlacedFact['event']): Draft {
  const { group, stream } = event;
  const draft = drafts.get(requestId) ?? { requestId, group, stream, failures: [], errors: [] };
  drafts.set(requestId, draft);
  return draft;
}

function take(draft: Draft, fact: LambdaFact, { at }: PlacedFact['event']): void {
  switch (fact.kind) {
    case 'started':
      draft.startedAt = at;
      break;
    case 'ended':
      draft.endedAt = Math.max(at, draft.endedAt ?? at);
      if (fact.durationMs !== undefined) draft.durationMs = fact.durationMs;
      if (typeof fact.result === 'string') draft.result = stronger(draft.result, fact.result);
      else draft.failures = [...draft.failures, fact.result];
      break;
    case 'failed':
      draft.failures = [...draft.failures, fact.failure];
      break;
    case 'error':
      draft.errors = [...draft.errors, fact];
      break;
    case 'dropped':
      break;
  }
}

/** Two lines report an invocation in the JSON format; one of them may lack the status. */
function stronger(a: Stated | undefined, b: Stated): Stated {
  return a === 'ok' || a === 'unstated' ? a : b;
}

function keyOf({ group, stream }: { readonly group: string; readonly stream: string }): string {
  return `${group}\n${stream}`;
}

/** The invocations of each environment, in order. */
function byStream(drafts: ReadonlyMap<string, Draft>): ReadonlyMap<string, readonly Draft[]> {
  const streams = new Map<string, Draft[]>();
  for (const draft of drafts.values()) {
    const key = keyOf(draft);
    const list = streams.get(key) ?? [];
    list.push(draft);
    streams.set(key, list);
  }
  for (const list of streams.values()) list.sort((a, b) => beginOf(a) - beginOf(b));
  return streams;
}

function beginOf({ startedAt, endedAt, durationMs = 0 }: Draft): number {
  return startedAt ?? (endedAt ?? 0) - durationMs;
}

/**
 * Gives an error without an ID to the invocation that the environment was serving. An error between two invocations was
 * thrown when the environment was initialized: it explains why the next one failed, but does not make it fail, because
 * Lambda initializes once more.
 */
function takeUnnamed(drafts: readonly Draft[], fact: ErrorFact, event: PlacedFact['event']): void {
  const next = indexAfter(drafts, event.at);
  const [before, last] = [drafts[next - 2], drafts[next - 1]];
  // In the same millisecond, one may end and the next one begin: errors come before the end.
  if (before && last && beginOf(last) === event.at && before.endedAt === event.at) {
    take(before, fact, event);
  } else if (last && (last.endedAt ?? event.at) >= event.at) {
    take(last, fact, event);
  } else {
    const first = drafts[next];
    if (first) take(first, { ...fact, isFailure: false }, event);
  }
}

/** The index of the first invocation that begins later. */
function indexAfter(drafts: readonly Draft[], at: number): number {
  let [low, high] = [0, drafts.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const draft = drafts[middle];
    if (draft && beginOf(draft) <= at) low = middle + 1;
    else high = middle;
  }
  return low;
}

function finished(draft: Draft): Invocation {
  const { requestId, group, stream, startedAt, endedAt, durationMs } = draft;
  return {
    requestId,
    group,
    stream,
    ...(startedAt !== undefined && { startedAt }),
    ...(endedAt !== undefined && { endedAt }),
    ...(durationMs !== undefined && { durationMs }),
    outcome: outcomeOf(draft),
  };
}

/** What the platform says comes before what the runtime wrote, and a runtime's record tells the type and place. */
function outcomeOf({ result, failures, errors }: Draft): Outcome {
  const record = errors.find(({ isFailure }) => isFailure);
  const detail = record ?? errors.at(-1);
  const failure = failures.find(({ how }) => how !== 'error') ?? failures[0];
  if (failure) return { kind: 'failed', ...failure, ...detailFor(failure, detail) };
  if (record && result !== 'ok') {
    const { errorType = '' } = record;
    const how = errorType.startsWith('Init<') ? 'init' : 'error';
    return { kind: 'failed', how, ...detailFor({ how }, record) };
  }
  if (result === 'ok' || result === 'unstated') return { kind: 'ok' };
  return { kind: result === 'unknown' ? 'unknown' : 'open' };
}

/** A timeout has no place: what was logged before it was handled. */
function detailFor(
  { how, errorType }: Failed,
  detail: ErrorFact | undefined,
): { readonly errorType?: string; readonly location?: string } {
  if (how === 'timeout' || how === 'out-of-memory' || how === 'response-too-large') return {};
  const type = detail?.errorType ?? errorType;
  return {
    ...(type !== undefined && { errorType: type }),
    ...(detail?.location !== undefined && { location: detail.location }),
  };
}
