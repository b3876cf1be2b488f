// The events of one group by the second in which they happened. A second is sorted only when it is read: events
// arrive nearly in order and in large numbers.

import { EVENT_OVERHEAD_BYTES, inOrder, type LogEvent } from './model.ts';

interface Second {
  readonly events: LogEvent[];
  sorted: boolean;
}

export interface Timeline {
  add(event: LogEvent): void;
  /** In order, from and to inclusive, in milliseconds. */
  range(from: number, to: number): Iterable<LogEvent>;
  /** The same, newest first. */
  reversed(from: number, to: number): Iterable<LogEvent>;
  /** Drops the seconds that end before; returns the bytes that were freed. */
  dropBefore(timestamp: number): number;
  /** Drops the oldest second; returns the bytes that were freed. */
  dropOldest(): number;
  /** Of all events. */
  readonly bytes: number;
}

const SECOND = 1000;

export function createTimeline(): Timeline {
  const seconds = new Map<number, Second>();
  const keys: number[] = [];
  let keysSorted = true;
  let bytes = 0;

  const sortedKeys = () => {
    if (!keysSorted) keys.sort((a, b) => a - b);
    keysSorted = true;
    return keys;
  };
  const eventsOf = (key: number): readonly LogEvent[] => {
    const second = seconds.get(key);
    if (!second) return [];
    if (!second.sorted) second.events.sort(inOrder);
    second.sorted = true;
    return second.events;
  };
  const keysIn = (from: number, to: number) => {
    const [first, last] = [Math.floor(from / SECOND), Math.floor(to / SECOND)];
    return sortedKeys().filter((key) => key >= first && key <= last);
  };
  const isIn = ({ timestamp }: LogEvent, from: number, to: number) =>
    timestamp >= from && timestamp <= to;
  const drop = (count: number): number => {
    const dropped = sortedKeys().splice(0, count);
    let freed = 0;
    for (const key of dropped) {
      for (const event of seconds.get(key)?.events ?? []) freed += sizeOf(event);
      seconds.delete(key);
    }
    bytes -= freed;
    return freed;
  };

  return {
    add(event) {
      bytes += sizeOf(event);
      const key = Math.floor(event.timestamp / SECOND);
      const second = seconds.get(key);
      if (second) {
        second.events.push(event);
        second.sorted = false;
        return;
      }
      seconds.set(key, { events: [event], sorted: true });
      keysSorted &&= key >= (keys.at(-1) ?? Number.NEGATIVE_INFINITY);
      keys.push(key);
    },
    *range(from, to) {
      for (const key of keysIn(from, to)) {
        for (const event of eventsOf(key)) if (isIn(event, from, to)) yield event;
      }
    },
    *reversed(from, to) {
      for (const key of keysIn(from, to).reverse()) {
        for (const event of eventsOf(key).toReversed()) if (isIn(event, from, to)) yield event;
      }
    },
    dropBefore: (timestamp) => {
      const first = Math.floor(timestamp / SECOND);
      const kept = sortedKeys().findIndex((key) => key >= first);
      return drop(kept === -1 ? keys.length : kept);
    },
    dropOldest: () => drop(1),
    get bytes() {
      return bytes;
    },
  };
}

export const sizeOf = ({ bytes }: LogEvent): number => bytes + EVENT_OVERHEAD_BYTES;
