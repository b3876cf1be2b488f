// Reads log groups while traffic is split: what is due, within a budget of calls, and what to do when AWS refuses.

import { type LogEvents, type LogQuery, type Unread, whyUnread } from '../aws/log-events.ts';
import { must } from '../base/assert.ts';
import { type KnownError, known } from '../base/errors.ts';
import { type Abstention, abstentionsIn } from '../logs/abstention.ts';
import { nextRead, type PlannedRead, type ReadPlan, waitFor } from '../logs/read-plan.ts';
import type { LogCounts, OpenRead, Source, Tally } from '../logs/tally.ts';

/** A source of the tally, and where AWS has it. */
export interface LogSource extends Source, Pick<LogQuery, 'group' | 'pattern'> {
  /** The beginning of the streams' names at a time, in milliseconds since the epoch; omitted: all streams. */
  readonly streamPrefix?: (at: number) => string;
}

export interface LogReaderOptions {
  readonly client: Pick<LogEvents, 'pages'>;
  /** The most important first; the same as those of the tally. */
  readonly sources: readonly LogSource[];
  readonly tally: Tally;
  /** Calls that may be made at most: a second, and in all. */
  readonly callsPerSecond: number;
  readonly mostCalls: number;
  /** Milliseconds since the epoch, by the clock of AWS. */
  readonly now: () => number;
  readonly sleep: (ms: number) => Promise<void>;
}

export interface LogReader {
  /**
   * Reads everything that is due. It never throws for what AWS answers: that is an abstention.
   *
   * @returns milliseconds until something is due
   */
  poll(): Promise<number>;
  counts(): LogCounts;
  /**
   * Why logs are no evidence at a time; empty: they are.
   *
   * @param at seconds since the epoch, by the clock of AWS; omitted: now
   */
  abstentions(at?: number): readonly Abstention[];
  /** The calls that were made. */
  calls(): number;
}

/** Throttled so often in a row, and logs abstain. */
const MOST_THROTTLED = 3;
const MOST_SLOWDOWN = 8;
/** A hot read with more pages is too much to be repeated every few seconds. */
const MOST_HOT_PAGES = 8;
/** When a source that could not be read is tried again, in milliseconds. */
const PAUSE_MS: Readonly<Record<Unread, number>> = {
  throttled: 60_000,
  missing: 5_000,
  other: 10_000,
  denied: 300_000,
  class: 300_000,
};

interface Failed {
  readonly why: Abstention;
  /** Milliseconds since the epoch. */
  readonly until: number;
}

export function createLogReader(options: LogReaderOptions): LogReader {
  const { sources, tally, now } = options;
  const budget = createBudget(options);
  const lastHot = new Map<string, number>();
  const failed = new Map<string, Failed>();
  const pace = { slowdown: 1, throttled: 0 };

  const plan = (): ReadPlan => {
    const open = sources.filter(({ name }) => (failed.get(name)?.until ?? 0) <= now());
    const names = open.map(({ name }) => name);
    const { slowdown } = pace;
    const { coverage } = tally;
    return { sources: names, coverage, ages: tally.ages(), now: now(), lastHot, slowdown };
  };

  /** @returns whether to go on */
  const read = async (planned: PlannedRead): Promise<boolean> => {
    const source = must(
      sources.find(({ name }) => name === planned.source),
      'what is planned is a source',
    );
    const startedAt = now();
    if (planned.purpose === 'hot') lastHot.set(source.name, startedAt);
    const { from, to } = planned;
    const open = tally.open({ source: source.name, from, to, startedAt });
    const { pages, failure } = await readPages(
      options,
      budget,
      queryFor(source, planned, startedAt),
      open,
    );
    if (failure) return fail(source, failure);
    open.complete();
    return succeed(source, planned.purpose, pages);
  };

  const succeed = ({ name }: LogSource, purpose: PlannedRead['purpose'], pages: number) => {
    failed.delete(name);
    pace.throttled = 0;
    if (purpose === 'hot') slowDown(pace, pages > MOST_HOT_PAGES);
    return true;
  };

  const fail = ({ name, group }: LogSource, failure: Failure) => {
    if (failure === 'budget') return false;
    if (failure === 'too-many-lines') {
      failed.set(name, { why: { kind: failure, group }, until: now() + PAUSE_MS.other });
      return true;
    }
    const why = whyUnread(failure);
    if (why === 'throttled') {
      pace.throttled += 1;
      slowDown(pace, true);
      if (pace.throttled < MOST_THROTTLED) return false;
    }
    const until = now() + PAUSE_MS[why];
    failed.set(name, { why: abstentionFor(why, group, failure), until });
    return why !== 'throttled';
  };

  return {
    poll: async () => {
      let planned = nextRead(plan());
      while (planned && (await read(planned))) planned = nextRead(plan());
      const wait = waitFor(plan());
      return planned ? Math.max(wait, 1_000) : wait;
    },
    counts: tally.counts,
    abstentions: (at = now() / 1000) => [
      ...(budget.isSpent() ? [{ kind: 'budget' } as const] : []),
      ...[...failed.values()].map(({ why }) => why),
      ...abstentionsIn(tally.counts(), at),
    ],
    calls: budget.calls,
  };
}

function slowDown(pace: { slowdown: number }, slower: boolean): void {
  const next = slower ? pace.slowdown * 2 : pace.slowdown / 2;
  pace.slowdown = Math.min(MOST_SLOWDOWN, Math.max(1, next));
}

type Failure = KnownError | 'budget' | 'too-many-lines';

interface Pages {
  readonly pages: number;
  /** `undefined`: these are all pages. */
  readonly failure?: Failure;
}

/** Adds each page as it comes: its failures are real, even if the read does not come to its end. */
async function readPages(
  { client }: Pick<LogReaderOptions, 'client'>,
  budget: Budget,
  query: LogQuery,
  open: OpenRead,
): Promise<Pages> {
  const iterator = client.pages(query)[Symbol.asyncIterator]();
  for (let pages = 1; ; pages++) {
    if (!(await budget.take())) return { pages, failure: 'budget' };
    try {
      const { value, done } = await iterator.next();
      if (done) return { pages };
      if (!open.add(value.events)) return { pages, failure: 'too-many-lines' };
      if (value.isLast) return { pages };
    } catch (error) {
      return { pages, failure: known(error) };
    }
  }
}

function queryFor(source: LogSource, { from, to }: PlannedRead, at: number): LogQuery {
  const { group, streamPrefix, pattern } = source;
  return {
    ...{ group, from: from * 1000, to: to * 1000 },
    ...(streamPrefix && { streamPrefix: streamPrefix(at) }),
    ...(pattern !== undefined && { pattern }),
  };
}

function abstentionFor(why: Unread, group: string, { message }: KnownError): Abstention {
  switch (why) {
    case 'throttled':
      return { kind: 'throttled' };
    case 'missing':
      return { kind: 'group-missing', group };
    case 'denied':
      return { kind: 'denied', message };
    case 'class':
      return { kind: 'log-class', group };
    case 'other':
      return { kind: 'unreadable', message };
  }
}

interface Budget {
  /** Waits for its turn. @returns whether the call may be made */
  take(): Promise<boolean>;
  calls(): number;
  isSpent(): boolean;
}

/** A second's worth of calls may be made at once. */
function createBudget({
  callsPerSecond,
  mostCalls,
  now,
  sleep,
}: Pick<LogReaderOptions, 'callsPerSecond' | 'mostCalls' | 'now' | 'sleep'>): Budget {
  let [tokens, at, calls] = [callsPerSecond, now(), 0];
  const refill = () => {
    tokens = Math.min(callsPerSecond, tokens + ((now() - at) / 1000) * callsPerSecond);
    at = now();
  };
  return {
    take: async () => {
      if (calls >= mostCalls) return false;
      refill();
      while (tokens < 1) {
        await sleep(Math.ceil(((1 - tokens) / callsPerSecond) * 1000));
        refill();
      }
      tokens -= 1;
      calls += 1;
      return true;
    },
    calls: () => calls,
    isSpent: () => calls >= mostCalls,
  };
}
