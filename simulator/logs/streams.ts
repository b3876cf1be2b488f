// Log streams: create, delete, list.

import { invalidParameter, invalidValue, streamExists } from './errors.ts';
import { flag, type Members, requiredText, text, whole, word } from './fields.ts';
import type { LogStream } from './model.ts';
import { readToken, writeToken } from './next-token.ts';
import { groupArn, groupNameIn, type Operations, type Scope } from './operation.ts';

export function streamOperations(scope: Scope): Operations {
  const { store } = scope;
  return {
    CreateLogStream: (input) => {
      const group = store.group(requiredText(input, 'logGroupName'));
      const name = checkedStream(requiredText(input, 'logStreamName'));
      if (group.streams.has(name)) throw streamExists();
      store.createStream(group, name);
      return undefined;
    },
    DescribeLogStreams: (input) => describe(scope, input),
  };
}

function checkedStream(name: string): string {
  if (/^[^:*]{1,512}$/.test(name)) return name;
  throw invalidValue(
    name,
    'logStreamName',
    'Member must satisfy regular expression pattern: [^:*]*',
  );
}

const STREAMS_PER_PAGE = 50;
const ABOUT = 'DescribeLogStreams';

function describe(scope: Scope, input: Members): Members {
  const group = scope.store.group(groupNameIn(scope, input));
  const prefix = text(input, 'logStreamNamePrefix');
  const orderBy = word(input, 'orderBy', ['LogStreamName', 'LastEventTime']) ?? 'LogStreamName';
  if (orderBy === 'LastEventTime' && prefix !== undefined) {
    throw invalidParameter('Cannot order by LastEventTime with a logStreamNamePrefix.');
  }
  const limit = whole(input, 'limit', [1, STREAMS_PER_PAGE]) ?? STREAMS_PER_PAGE;
  const token = text(input, 'nextToken');
  const now = scope.world.clock.now();
  const about = `${ABOUT} ${group.name}`;
  const start = token === undefined ? 0 : Number(readToken(about, token, now)[0]);
  const fitting = [...group.streams.values()]
    .filter(({ name }) => name.startsWith(prefix ?? ''))
    .sort(orderBy === 'LastEventTime' ? byTime : byName);
  const ordered = flag(input, 'descending') ? fitting.toReversed() : fitting;
  const end = start + limit;
  return {
    logStreams: ordered.slice(start, end).map((stream) => view(scope, group.name, stream, now)),
    ...(end < ordered.length && { nextToken: writeToken(about, [end], now) }),
  };
}

const byName = (a: LogStream, b: LogStream) => (a.name < b.name ? -1 : 1);
const byTime = (a: LogStream, b: LogStream) =>
  (a.shown?.timestamp ?? 0) - (b.shown?.timestamp ?? 0) || byName(a, b);

/** The times of the last event are those of an earlier moment. */
function view(scope: Scope, group: string, stream: LogStream, now: number): Members {
  const { name, createdAt, firstTimestamp, shown } = stream;
  return {
    logStreamName: name,
    creationTime: createdAt,
    ...(shown &&
      shown.at <= now && {
        firstEventTimestamp: firstTimestamp,
        lastEventTimestamp: shown.timestamp,
        lastIngestionTime: shown.ingestion,
      }),
    arn: `${groupArn(scope, group)}:log-stream:${name}`,
    storedBytes: 0,
  };
}
