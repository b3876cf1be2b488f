// GetLogEvents: the events of one stream, forwards or backwards.

import { invalidToken, notInThisClass } from './errors.ts';
import { flag, instant, type Members, requiredText, text, whole } from './fields.ts';
import type { LogGroup } from './log-store.ts';
import { inOrder, type LogEvent, type Position } from './model.ts';
import { readToken, writeToken } from './next-token.ts';
import { groupNameIn, type Scope } from './operation.ts';
import { sizeOf } from './timeline.ts';

/** API reference, GetLogEvents. */
const MAX_EVENTS = 10_000;
const MAX_PAGE_BYTES = 1_048_576;

type Direction = 'f' | 'b';

interface Cursor extends Position {
  readonly direction: Direction;
}

export function getLogEvents(scope: Scope, input: Members): Members {
  const { world, store } = scope;
  const group = store.group(groupNameIn(scope, input));
  const stream = store.stream(group, requiredText(input, 'logStreamName'));
  const limit = whole(input, 'limit', [1, MAX_EVENTS]) ?? MAX_EVENTS;
  const now = Math.floor(world.clock.now());
  const about = `GetLogEvents ${group.name} ${stream.name}`;
  const token = text(input, 'nextToken');
  const cursor = token === undefined ? undefined : cursorIn(about, token, now);
  if (group.logClass !== 'STANDARD') throw notInThisClass('GetLogEvents');

  const direction = cursor?.direction ?? (flag(input, 'startFromHead') ? 'f' : 'b');
  const events = pageOf(walk(scope, group, { input, direction, now }), {
    isWanted: (event) => event.stream === stream && (!cursor || isBeyond(event, cursor)),
    limit,
  });
  if (direction === 'b') events.reverse();
  const start: Position = { timestamp: now, ingestionTime: now, sequence: 0 };
  const tokenTo = (to: Direction, position: Position) =>
    `${to}/${writeToken(about, [position.timestamp, position.ingestionTime, position.sequence], now)}`;
  const [first, last] = [events[0] ?? cursor ?? start, events.at(-1) ?? cursor ?? start];
  // At the end of the stream, the token of that direction is the one that was given.
  const isAtEnd = (to: Direction) => events.length === 0 && cursor?.direction === to;
  return {
    events: events.map(({ timestamp, message, ingestionTime }) => ({
      timestamp,
      message,
      ingestionTime,
    })),
    nextForwardToken: isAtEnd('f') ? token : tokenTo('f', last),
    nextBackwardToken: isAtEnd('b') ? token : tokenTo('b', first),
  };
}

const isBeyond = (event: LogEvent, cursor: Cursor) =>
  cursor.direction === 'f' ? inOrder(event, cursor) > 0 : inOrder(event, cursor) < 0;

function* walk(
  { store }: Scope,
  group: LogGroup,
  asked: { readonly input: Members; readonly direction: Direction; readonly now: number },
): Iterable<LogEvent> {
  const { input, direction, now } = asked;
  const from = Math.max(instant(input, 'startTime') ?? 0, store.oldest(group));
  // Exclusive, unlike that of FilterLogEvents.
  const to = (instant(input, 'endTime') ?? Number.MAX_SAFE_INTEGER) - 1;
  const { timeline } = group;
  const events = direction === 'f' ? timeline.range(from, to) : timeline.reversed(from, to);
  for (const event of events) if (event.readableAt <= now) yield event;
}

function pageOf(
  events: Iterable<LogEvent>,
  about: { readonly isWanted: (event: LogEvent) => boolean; readonly limit: number },
): LogEvent[] {
  const page: LogEvent[] = [];
  let bytes = 0;
  for (const event of events) {
    if (!about.isWanted(event)) continue;
    bytes += sizeOf(event);
    if (page.length >= about.limit || (page.length > 0 && bytes > MAX_PAGE_BYTES)) break;
    page.push(event);
  }
  return page;
}

function cursorIn(about: string, token: string, now: number): Cursor {
  const [, direction, rest] = /^([fb])\/(.+)$/.exec(token) ?? [];
  if (rest === undefined) throw invalidToken();
  const [timestamp = 0, ingestionTime = 0, sequence = 0] = readToken(about, rest, now).map(Number);
  return { direction: direction as Direction, timestamp, ingestionTime, sequence };
}
