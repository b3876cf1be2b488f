// Counts requests by the second from what was read. Each event counts once, however often it is read, and a late one
// counts in its own second. A second that was not read is incomplete, and never 0.

import type { LogEvent } from '../base/log-event.ts';
import { type CompleteRead, type Coverage, createCoverage } from './coverage.ts';
import { createDeliveryLag } from './delivery-lag.ts';
import { createEventStore, type Item } from './event-store.ts';
import type { FailureGroup } from './failure-groups.ts';
import { gapsIn, type SeriesWithGaps } from './gaps.ts';
import { type Ages, agesFor } from './settling.ts';
import { mergeSightings, type Side, type Sighting } from './sighting.ts';
import { createTotals, secondOf } from './totals.ts';

/** How the events of a kind of log become requests. */
export interface Interpreter<F> {
  /** `unparsed`: it should be a request, but cannot be read. `other`: it is no evidence here. */
  readonly parse: (event: LogEvent) => { readonly fact: F } | 'unparsed' | 'other';
  readonly interpret: (items: readonly Item<F>[]) => {
    readonly sightings: readonly Sighting[];
    readonly dropped: boolean;
  };
  /** The request that an item belongs to; `undefined`: its time decides. */
  readonly requestOf: (fact: F) => string | undefined;
  /** How long the request had taken when the line was written, in milliseconds. */
  readonly latencyOf: (fact: F) => number;
}

/** Something that is read on its own, such as a log group. */
export interface Source {
  readonly name: string;
  /** Whose requests it has all of. */
  readonly side: Side;
  /** Whether only its failures are read. Then the requests must be counted elsewhere. */
  readonly failuresOnly: boolean;
}

export interface TallyOptions<F> {
  readonly sources: readonly Source[];
  /** The first second that counts: earlier lines belong to an earlier release. */
  readonly from: number;
  /** The longest time that a request may take, in milliseconds. */
  readonly longestMs: number;
  readonly interpreter: Interpreter<F>;
}

/** A read of one source, in pages. */
export interface OpenRead {
  /** @returns whether there is room for more */
  add(events: readonly LogEvent[]): boolean;
  /** All pages have been added. Without this, events count, but no second has been read. */
  complete(): void;
}

/** The stable side has no requests if only its failures are read. */
export interface LogCounts extends SeriesWithGaps {
  /** As in `CountTable`. */
  readonly bucketSeconds: 1;
  /** Later counts may still grow; seconds since the epoch. */
  readonly closedUntil: number;
  /** Every second before it has been read from each source. */
  readonly readUntil: number;
  readonly failures: readonly FailureGroup[];
  readonly quality: Quality;
}

/** What tells whether the counts can be trusted. */
export interface Quality {
  /** Events that are evidence, or should be. */
  readonly events: number;
  readonly unparsed: number;
  /** Requests that a group has twice, under two IDs of events; AWS documents neither. They count once. */
  readonly duplicates: number;
  /** Events that only a settling read has found. */
  readonly late: number;
  /** Requests of settled seconds of which it was never seen how they ended. */
  readonly unfinished: number;
  /** Events from a time after that at which AWS received them, or after that of this machine. */
  readonly fromTheFuture: number;
  /** Whether the log itself says that lines were dropped. */
  readonly dropped: boolean;
  /** 99% of the lines are delivered within this time, in milliseconds; `undefined`: there are none yet. */
  readonly lagMs: number | undefined;
}

export interface Tally {
  readonly open: (read: CompleteRead) => OpenRead;
  readonly counts: () => LogCounts;
  readonly ages: () => Ages;
  readonly coverage: Omit<Coverage, 'record'>;
}

/** So many events that have not settled are kept at most: some hundred megabytes. */
const MOST_EVENTS = 500_000;
/** How much must have settled before it is counted for good, in seconds. */
const FOLD_SECONDS = 30;
/** Clocks may be off by this much, in milliseconds. */
const SKEW_MS = 2_000;

export function createTally<F>(options: TallyOptions<F>): Tally {
  const { sources, from, interpreter } = options;
  const names = sources.map(({ name }) => name);
  const coverage = createCoverage(names, from);
  const intake = createIntake(options, coverage);
  const totals = createTotals();
  /** Requests that were counted without their end. If it comes after all, they are not counted again. */
  const abandoned = new Set<string>();
  /** Until something is added. */
  let counted: LogCounts | undefined;
  const folded = { until: from, duplicates: 0, dropped: false };

  const interpret = () => {
    const { sightings, dropped } = interpreter.interpret(intake.store.items());
    return { dropped, sightings: sightings.filter(({ requestId }) => !abandoned.has(requestId)) };
  };

  const fold = (until: number) => {
    const { sightings, dropped } = interpret();
    const done = mergeSightings(sightings).filter(({ at }) => secondOf(at) < until);
    for (const one of done) {
      totals.add(one);
      if (!one.isClosed) abandoned.add(one.requestId);
    }
    const ids = new Set(done.map(({ requestId }) => requestId));
    const all = sightings.filter(({ requestId }) => ids.has(requestId));
    folded.duplicates += duplicatesIn(all, done);
    folded.dropped ||= dropped;
    folded.until = until;
    intake.store.drop(({ event, fact }) => {
      const id = interpreter.requestOf(fact);
      return id === undefined ? secondOf(event.at) < until : ids.has(id);
    }, until);
  };

  const count = (): LogCounts => {
    const { sightings, dropped } = interpret();
    const until = coverage.settledUntil();
    const merged = mergeSightings(sightings);
    const { failures, unfinished, ...counted } = totals.with(merged, until);
    const quality = {
      ...intake.seen(),
      duplicates: folded.duplicates + duplicatesIn(sightings, merged),
      dropped: folded.dropped || dropped,
      unfinished,
    };
    const reach = { closedUntil: until, readUntil: coverage.readUntil() };
    const series = gapsIn(sources, coverage)(counted);
    return { bucketSeconds: 1, ...reach, ...series, failures, quality };
  };

  return {
    open: (read) => {
      const [ages, changed] = [intake.ages(), new Set<number>()];
      return {
        add: (events) => {
          counted = undefined;
          if (intake.store.size() > MOST_EVENTS) return false;
          for (const event of events) {
            if (intake.take(event, read.startedAt, ages)) changed.add(secondOf(event.at));
          }
          return true;
        },
        complete: () => {
          counted = undefined;
          coverage.record(read, changed, ages);
          const until = coverage.settledUntil();
          if (until - folded.until >= FOLD_SECONDS) fold(until);
        },
      };
    },
    counts: () => {
      counted ??= count();
      return counted;
    },
    ages: intake.ages,
    coverage,
  };
}

type Seen = Pick<Quality, 'events' | 'unparsed' | 'late' | 'fromTheFuture' | 'lagMs'>;

/** Takes each event once, and measures how late it came. */
function createIntake<F>(
  { interpreter, longestMs }: Pick<TallyOptions<F>, 'interpreter' | 'longestMs'>,
  coverage: Pick<Coverage, 'settledUntil'>,
) {
  const [lag, store] = [createDeliveryLag(), createEventStore<F>()];
  const seen = { events: 0, unparsed: 0, late: 0, fromTheFuture: 0 };
  const measure = (event: LogEvent, fact: F | undefined, startedAt: number, { first }: Ages) => {
    seen.events += 1;
    if (fact === undefined) seen.unparsed += 1;
    else lag.add(event.ingestedAt - event.at - interpreter.latencyOf(fact));
    if (event.at > Math.min(event.ingestedAt, startedAt) + SKEW_MS) seen.fromTheFuture += 1;
    if (startedAt - event.at >= first) seen.late += 1;
  };
  return {
    store,
    ages: () => agesFor(longestMs, lag.quantile(0.99)),
    seen: (): Seen => ({ ...seen, lagMs: lag.quantile(0.99) }),
    /** @returns whether it is evidence that was not known */
    take: (event: LogEvent, startedAt: number, ages: Ages): boolean => {
      const known = secondOf(event.at) < coverage.settledUntil() ? 'read' : store.find(event);
      if (known === 'read') return false;
      const parsed = interpreter.parse(event);
      if (parsed === 'other') return false;
      const fact = parsed === 'unparsed' ? undefined : parsed.fact;
      // A line that could not be read is tried again, because its format may have become known since.
      if (known === 'broken' && fact === undefined) return false;
      store.put(event, fact);
      if (known === 'broken') seen.unparsed -= 1;
      else measure(event, fact, startedAt, ages);
      return true;
    },
  };
}

function duplicatesIn(sightings: readonly Sighting[], merged: readonly Sighting[]): number {
  if (sightings.length === merged.length) return 0;
  const each = new Set(sightings.map(({ group, requestId }) => `${group}\n${requestId}`));
  return sightings.length - each.size;
}
