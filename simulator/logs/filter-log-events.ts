// FilterLogEvents: the events of a group in a range of time, in pages that may be short or empty.

import { invalidParameter, invalidValue, notInThisClass } from './errors.ts';
import { flag, instant, type Members, text, texts, whole } from './fields.ts';
import { compilePattern } from './filter/pattern.ts';
import type { LogGroup } from './log-store.ts';
import { inOrder, type LogEvent, type Position } from './model.ts';
import { readToken, writeToken } from './next-token.ts';
import { groupNameIn, type Scope } from './operation.ts';
import { sizeOf } from './timeline.ts';

/** API reference, FilterLogEvents. */
const MAX_EVENTS = 10_000;
const MAX_PAGE_BYTES = 1_048_576;
const MAX_STREAMS = 100;
const MAX_PATTERN = 1024;

export function filterLogEvents(scope: Scope, input: Members): Members {
  const { world, store } = scope;
  const group = store.group(groupNameIn(scope, input));
  const limit = whole(input, 'limit', [1, MAX_EVENTS]) ?? MAX_EVENTS;
  const isOfStream = streamFilter(scope, group, input);
  const matches = compilePattern(patternIn(input), world.unsettled);
  const now = Math.floor(world.clock.now());
  const about = `FilterLogEvents ${group.name}`;
  const token = text(input, 'nextToken');
  const after = token === undefined ? undefined : positionIn(about, token, now);
  if (group.logClass !== 'STANDARD') throw notInThisClass('FilterLogEvents');

  const readable = walk(scope, group, { input, after, now });
  const page = createPage(limit, examinable(scope, limit));
  for (const event of readable) {
    if (!isOfStream(event)) continue;
    const isMatch = matches(event.message);
    if (page.isFull(isMatch ? event : undefined)) {
      const nextToken = writeToken(about, partsOf(page.last ?? after), now);
      return { events: page.events.map(view), searchedLogStreams: [], nextToken };
    }
    page.examine(event, isMatch);
  }
  return { events: page.events.map(view), searchedLogStreams: [] };
}

function patternIn(input: Members): string {
  const pattern = text(input, 'filterPattern') ?? '';
  if (pattern.length <= MAX_PATTERN) return pattern;
  const constraint = `Member must have length less than or equal to ${MAX_PATTERN}`;
  throw invalidValue(pattern, 'filterPattern', constraint);
}

function streamFilter(
  { store }: Scope,
  group: LogGroup,
  input: Members,
): (event: LogEvent) => boolean {
  const names = texts(input, 'logStreamNames');
  const prefix = text(input, 'logStreamNamePrefix');
  if (names && prefix !== undefined) {
    throw invalidParameter(
      'logStreamNamePrefix and logStreamNames are mutually exclusive parameters.',
    );
  }
  if (names) {
    if (names.length === 0 || names.length > MAX_STREAMS) {
      const constraint = `Member must have length less than or equal to ${MAX_STREAMS}, and greater than or equal to 1`;
      throw invalidValue(`[${names.join(', ')}]`, 'logStreamNames', constraint);
    }
    const wanted = new Set(names.map((name) => store.stream(group, name)));
    return ({ stream }) => wanted.has(stream);
  }
  return prefix === undefined ? () => true : ({ stream }) => stream.name.startsWith(prefix);
}

/** The events that can be read now, in the requested order, behind the position. */
function* walk(
  { store }: Scope,
  group: LogGroup,
  asked: { readonly input: Members; readonly after: Position | undefined; readonly now: number },
): Iterable<LogEvent> {
  const { input, after, now } = asked;
  const from = Math.max(instant(input, 'startTime') ?? 0, store.oldest(group));
  // Inclusive: events "with a timestamp later than this time are not returned".
  const to = instant(input, 'endTime') ?? Number.MAX_SAFE_INTEGER;
  const newestFirst = flag(input, 'startFromHead') === false;
  const events = newestFirst
    ? group.timeline.reversed(from, Math.min(to, after?.timestamp ?? to))
    : group.timeline.range(Math.max(from, after?.timestamp ?? from), to);
  const isBehind = after ? behind(after, newestFirst) : () => true;
  for (const event of events) if (event.readableAt <= now && isBehind(event)) yield event;
}

const behind =
  (position: Position, newestFirst: boolean) =>
  (event: LogEvent): boolean =>
    newestFirst ? inOrder(event, position) < 0 : inOrder(event, position) > 0;

/** How many events this page may examine. */
function examinable({ settings, random }: Scope, limit: number): number {
  if (settings.shortPageShare === 0 || random.next() >= settings.shortPageShare) {
    return settings.examinedPerPage;
  }
  // Small numbers as often as large ones: 0 as well, but not always, so that reading comes to an end.
  const few = Math.floor((limit + 2) ** random.next()) - 1;
  return Math.min(settings.examinedPerPage, few);
}

interface Page {
  readonly events: readonly LogEvent[];
  /** The last event that was examined. */
  readonly last: LogEvent | undefined;
  /** Whether it ends before the next event, which matches the pattern if it is given. */
  isFull(next: LogEvent | undefined): boolean;
  examine(event: LogEvent, isMatch: boolean): void;
}

function createPage(limit: number, examinedMost: number): Page {
  const events: LogEvent[] = [];
  let last: LogEvent | undefined;
  let examined = 0;
  let bytes = 0;
  return {
    events,
    get last() {
      return last;
    },
    isFull: (next) => {
      const isTooLarge =
        next !== undefined && events.length > 0 && bytes + sizeOf(next) > MAX_PAGE_BYTES;
      return examined >= examinedMost || events.length >= limit || isTooLarge;
    },
    examine: (event, isMatch) => {
      examined += 1;
      last = event;
      if (!isMatch) return;
      events.push(event);
      bytes += sizeOf(event);
    },
  };
}

const partsOf = (position: Position | undefined): readonly number[] =>
  position ? [position.timestamp, position.ingestionTime, position.sequence] : [];

/** `undefined`: the page before examined nothing. */
function positionIn(about: string, token: string, now: number): Position | undefined {
  const [timestamp, ingestionTime, sequence] = readToken(about, token, now).map(Number);
  if (timestamp === undefined || ingestionTime === undefined || sequence === undefined) {
    return undefined;
  }
  return { timestamp, ingestionTime, sequence };
}

function view(event: LogEvent): Members {
  const { stream, timestamp, message, ingestionTime } = event;
  return {
    logStreamName: stream.name,
    timestamp,
    message,
    ingestionTime,
    eventId: eventId(event),
  };
}

/** 56 digits, as those of AWS have; events of one time have ids in their order. */
const eventId = ({ timestamp, sequence }: LogEvent): string =>
  `3${String(timestamp).padStart(15, '0')}${String(sequence).padStart(40, '0')}`;
