// Which seconds of which sources have been read, and which of them are complete. A second that was not read has no
// count, and is never taken for one without requests.

import type { Ages } from './settling.ts';

/** Whole seconds since the epoch, the end exclusive. */
export interface Seconds {
  readonly from: number;
  readonly to: number;
}

/** A read that returned every page. */
export interface CompleteRead extends Seconds {
  readonly source: string;
  /** When its first page was requested, in milliseconds since the epoch. */
  readonly startedAt: number;
}

/** How often a second that still changes after the final age is read again. */
const MOST_FINAL_READS = 3;

interface State {
  /** When the second was last read, in milliseconds since the epoch. */
  readonly readAt: number;
  readonly finalReads: number;
  readonly settled: boolean;
}

export interface Coverage {
  /** @param changed the seconds in which this read found something new */
  record(read: CompleteRead, changed: ReadonlySet<number>, ages: Ages): void;
  /** All sources have been read up to here, without a gap. */
  readUntil(): number;
  /** All sources are complete up to here. */
  settledUntil(): number;
  /** When a second of a source was last read, in milliseconds since the epoch; `undefined`: it was not. */
  readAt(source: string, second: number): number | undefined;
  isSettled(source: string, second: number): boolean;
  /** The end of the newest second that was read from any source. */
  lastRead(): number;
  /** The seconds before this one that were not read from every one of these sources. */
  unreadBefore(second: number, sources: readonly string[]): readonly number[];
}

/** @param from the first second that counts */
export function createCoverage(sources: readonly string[], from: number): Coverage {
  const states = new Map(sources.map((source) => [source, new Map<number, State>()]));
  let [read, settled, last] = [from, from, from];
  const inAll = (second: number, test: (state: State) => boolean) =>
    sources.length > 0 &&
    sources.every((source) => {
      const state = states.get(source)?.get(second);
      return state !== undefined && test(state);
    });
  const advance = () => {
    while (inAll(read, () => true)) read += 1;
    while (inAll(settled, (state) => state.settled)) {
      for (const seconds of states.values()) seconds.delete(settled);
      settled += 1;
    }
    read = Math.max(read, settled);
  };
  return {
    record: ({ source, from: first, to, startedAt }, changed, ages) => {
      const known = states.get(source);
      // A second that had not ended when it was read is not read.
      const end = Math.min(to, Math.floor(startedAt / 1000));
      for (let second = Math.max(first, settled); second < end; second++) {
        const state = known?.get(second);
        known?.set(second, stateAfter(state, second, startedAt, changed.has(second), ages));
      }
      if (end > first) last = Math.max(last, end);
      advance();
    },
    readUntil: () => read,
    settledUntil: () => settled,
    readAt: (source, second) => states.get(source)?.get(second)?.readAt,
    isSettled: (source, second) =>
      second < settled || (states.get(source)?.get(second)?.settled ?? false),
    lastRead: () => last,
    unreadBefore: (before, names) => {
      const unread: number[] = [];
      for (let second = read; second < before; second++) {
        if (names.some((name) => !states.get(name)?.has(second))) unread.push(second);
      }
      return unread;
    },
  };
}

function stateAfter(
  before: State | undefined,
  second: number,
  startedAt: number,
  changed: boolean,
  ages: Ages,
): State {
  const isFinal = startedAt - (second + 1) * 1000 >= ages.final;
  const finalReads = (before?.finalReads ?? 0) + (isFinal ? 1 : 0);
  const isQuiet = !changed || finalReads >= MOST_FINAL_READS;
  return {
    readAt: startedAt,
    finalReads,
    settled: (before?.settled ?? false) || (isFinal && isQuiet),
  };
}
