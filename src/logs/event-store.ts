// Keeps what was read from events until it is settled, each event once.

import type { LogEvent } from '../base/log-event.ts';
import { secondOf } from './totals.ts';

/** An event without its text, and what was read from it. */
export interface Item<F> {
  readonly event: Omit<LogEvent, 'message'>;
  readonly fact: F;
}

export interface EventStore<F> {
  /** `broken`: it could not be read. `undefined`: it is not known. */
  find(event: LogEvent): 'read' | 'broken' | undefined;
  /** @param fact `undefined`: nothing could be read from it */
  put(event: LogEvent, fact: F | undefined): void;
  /** Everything that could be read. */
  items(): readonly Item<F>[];
  size(): number;
  /** Forgets events for which this is true, and what could not be read before a second. */
  drop(isDone: (item: Item<F>) => boolean, before: number): void;
}

export function createEventStore<F>(): EventStore<F> {
  const known = new Map<string, Item<F>>();
  const broken = new Map<string, number>();
  return {
    find: (event) => {
      const key = keyOf(event);
      if (known.has(key)) return 'read';
      return broken.has(key) ? 'broken' : undefined;
    },
    put: ({ message, ...event }, fact) => {
      const key = keyOf({ ...event, message });
      if (fact === undefined) broken.set(key, secondOf(event.at));
      else known.set(key, { event, fact });
      if (fact !== undefined) broken.delete(key);
    },
    items: () => [...known.values()],
    size: () => known.size + broken.size,
    drop: (isDone, before) => {
      for (const [key, item] of known) if (isDone(item)) known.delete(key);
      for (const [key, second] of broken) if (second < before) broken.delete(key);
    },
  };
}

/** AWS gives every event an ID. Without one, an event with the same text at the same time is the same. */
function keyOf({ id, group, stream, at, message }: LogEvent): string {
  return id === '' ? JSON.stringify([group, stream, at, message]) : `${group}\n${id}`;
}
