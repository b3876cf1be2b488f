// All groups with their streams and events.

import type { Clock } from '../clock.ts';
import { noGroup, noStream } from './errors.ts';
import type { LogClass, LogEvent, LogStream } from './model.ts';
import type { LogsSettings } from './settings.ts';
import { createTimeline, type Timeline } from './timeline.ts';

export interface LogGroup {
  readonly name: string;
  readonly logClass: LogClass;
  readonly createdAt: number;
  /** `undefined`: events never expire. */
  retentionDays: number | undefined;
  readonly tags: Map<string, string>;
  readonly streams: Map<string, LogStream>;
  readonly timeline: Timeline;
}

/** An event as a client of PutLogEvents or a service gives it. */
export interface Entry {
  readonly timestamp: number;
  readonly message: string;
}

export interface LogStore {
  readonly groups: Map<string, LogGroup>;
  /** @throws AwsError if there is no such group. */
  group(name: string): LogGroup;
  /** @throws AwsError if there is no such stream. */
  stream(group: LogGroup, name: string): LogStream;
  create(name: string, logClass?: LogClass): LogGroup;
  createStream(group: LogGroup, name: string): LogStream;
  remove(group: LogGroup): void;
  /** Takes an event in at that time. */
  ingest(group: LogGroup, stream: LogStream, entry: Entry, ingestionTime: number): void;
  /** The times of events that can be read now: until their retention is over. */
  oldest(group: LogGroup): number;
}

const DAY_MS = 86_400_000;
const MEGABYTE = 1_048_576;

export function createLogStore(clock: Clock, settings: LogsSettings): LogStore {
  const groups = new Map<string, LogGroup>();
  let sequence = 0;
  let storedBytes = 0;
  const now = () => Math.floor(clock.now());

  const store: LogStore = {
    groups,
    group: (name) => {
      const found = groups.get(name);
      if (!found) throw noGroup();
      return found;
    },
    stream: (group, name) => {
      const found = group.streams.get(name);
      if (!found) throw noStream();
      return found;
    },
    create: (name, logClass = 'STANDARD') => {
      const made = newGroup(name, logClass, now());
      groups.set(name, made);
      return made;
    },
    createStream: (group, name) => {
      const made = newStream(name, now());
      group.streams.set(name, made);
      return made;
    },
    remove: (group) => {
      groups.delete(group.name);
      storedBytes -= group.timeline.bytes;
    },
    ingest: (group, stream, { timestamp, message }, ingestionTime) => {
      const event: LogEvent = {
        timestamp,
        ingestionTime,
        readableAt: ingestionTime + settings.readableSeconds * 1000,
        message,
        bytes: Buffer.byteLength(message),
        sequence,
        stream,
      };
      sequence += 1;
      const before = group.timeline.bytes;
      group.timeline.add(event);
      storedBytes += group.timeline.bytes - before;
      noteEvent(stream, event, settings);
      if (storedBytes > settings.storedMegabytes * MEGABYTE) storedBytes -= shrink(groups);
    },
    oldest: ({ retentionDays, timeline }) => {
      if (retentionDays === undefined) return 0;
      // AWS deletes expired events within 72 hours; here they are gone at once.
      const oldest = now() - retentionDays * DAY_MS;
      storedBytes -= timeline.dropBefore(oldest);
      return oldest;
    },
  };
  return store;
}

function newGroup(name: string, logClass: LogClass, createdAt: number): LogGroup {
  return {
    name,
    logClass,
    createdAt,
    // The class keeps events for one day (API reference, CreateLogGroup).
    retentionDays: logClass === 'DELIVERY' ? 1 : undefined,
    tags: new Map(),
    streams: new Map(),
    timeline: createTimeline(),
  };
}

function newStream(name: string, createdAt: number): LogStream {
  return {
    name,
    createdAt,
    firstTimestamp: undefined,
    lastTimestamp: undefined,
    lastIngestion: undefined,
    shown: undefined,
  };
}

/** The times that DescribeLogStreams shows are updated "on an eventual consistency basis" (API reference, LogStream). */
function noteEvent(stream: LogStream, event: LogEvent, settings: LogsSettings): void {
  const { timestamp, ingestionTime } = event;
  stream.firstTimestamp = Math.min(stream.firstTimestamp ?? timestamp, timestamp);
  stream.lastTimestamp = Math.max(stream.lastTimestamp ?? 0, timestamp);
  stream.lastIngestion = Math.max(stream.lastIngestion ?? 0, ingestionTime);
  const isStale = !stream.shown || ingestionTime - stream.shown.at >= settings.staleSeconds * 1000;
  if (!isStale) return;
  stream.shown = {
    timestamp: stream.lastTimestamp,
    ingestion: stream.lastIngestion,
    at: ingestionTime,
  };
}

/** Discards the oldest second of the largest group; returns the bytes that were freed. */
function shrink(groups: ReadonlyMap<string, LogGroup>): number {
  const [first, ...others] = groups.values();
  if (!first) return 0;
  const largest = others.reduce((a, b) => (b.timeline.bytes > a.timeline.bytes ? b : a), first);
  return largest.timeline.dropOldest();
}
