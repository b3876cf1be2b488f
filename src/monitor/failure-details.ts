// Why requests failed, by the logs of the functions behind them: an access log shows that the new version failed, and
// the function's own log in which line of code. Only some examples are looked up, so this takes a few calls.

import type { LogEvent } from '../base/log-event.ts';
import { readErrorRecord } from '../logs/error-record.ts';
import {
  type FailureDetail,
  type FailureGroup,
  lookupsOf,
  mostFrequent,
  withDetails,
} from '../logs/failure-groups.ts';
import { detailsOf } from '../logs/invocation-sightings.ts';
import { type Invocation, readInvocations } from '../logs/lambda-invocations.ts';
import { streamPrefixes } from '../logs/lambda-streams.ts';
import { samplesIn } from '../logs/samples.ts';
import { type BoundedRead, createBoundedReads, type ReadBounds } from './bounded-reads.ts';
import type { VersionLog } from './log-source.ts';

export interface DetailServices extends ReadBounds {
  /** Whether masked lines of the log are shown. */
  readonly samples: boolean;
  /** Milliseconds since the epoch, by the clock of AWS. */
  readonly now: () => number;
}

export interface FailureDetails {
  /**
   * Looks up what is not known yet. Never throws for what AWS answers.
   *
   * @param when `last`: there is no later time for it
   */
  look(
    failures: readonly FailureGroup[],
    logs: readonly VersionLog[],
    when: 'now' | 'last',
  ): Promise<void>;
  /** The same groups, with what has been found. */
  explain(failures: readonly FailureGroup[]): readonly FailureGroup[];
}

/** Groups that are looked up at a time: the report shows few, and the first one in a sentence. */
const MOST_GROUPS = 3;
/** More functions than this are not searched. */
const MOST_LOGS = 5;
/** A function's line may come later than that of the access log: when it is looked up again, in milliseconds. */
const AGAIN_AFTER_MS = [0, 10_000, 30_000];

const MOST_CALLS = { now: 60, last: 40 };

export function createFailureDetails(services: DetailServices): FailureDetails {
  const { samples, now } = services;
  const found = new Map<string, FailureDetail>();
  const tried = new Map<string, { readonly times: number; readonly at: number }>();
  // Looks that come too early may use up their calls.
  const searches = {
    now: createSearch(services, MOST_CALLS.now),
    last: createSearch(services, MOST_CALLS.last),
  };

  const isDueAt = (when: 'now' | 'last') => (id: string) => {
    const { times, at } = tried.get(id) ?? { times: 0, at: 0 };
    const wait = when === 'last' ? 0 : AGAIN_AFTER_MS[times];
    return !isWhole(id) && wait !== undefined && now() - at >= wait;
  };
  // Lines arrive in any order: the end of an invocation may be there before its error.
  const isWhole = (id: string) => {
    const detail = found.get(id);
    return detail?.location !== undefined && (!samples || detail.samples !== undefined);
  };
  const add = (details: ReadonlyMap<string, FailureDetail>) => {
    for (const [id, detail] of details) found.set(id, { ...found.get(id), ...detail });
  };
  return {
    look: async (failures, logs, when) => {
      const isDue = isDueAt(when);
      const groups = failures
        .filter((group) => isWanted(group, samples) && lookupsOf(group).some(isDue))
        .sort((a, b) => b.canary - a.canary)
        .slice(0, MOST_GROUPS);
      const [first] = groups;
      if (!first) return;
      const ids = groups.flatMap(lookupsOf).filter(isDue);
      for (const id of ids) tried.set(id, { times: (tried.get(id)?.times ?? 0) + 1, at: now() });
      const named = groups.filter(({ examples }) => examples.length > 0);
      const search = searches[when];
      for (const log of logsOf(groups, logs).slice(0, MOST_LOGS)) {
        const left = named.flatMap(({ examples }) => examples).filter((id) => !isWhole(id));
        if (left.length > 0) add(await search.byId(log, left, earliest(named)));
        else if (isOnlyOne(first, failures)) add(await search.byTime(log, first));
      }
    },
    explain: (failures) => withDetails(failures, found),
  };
}

/**
 * Whether the function's log may say more. That of an alias has been read already, and lacks only the lines that are
 * shown on request.
 */
function isWanted({ canary, how, samples }: FailureGroup, wantsSamples: boolean): boolean {
  return canary > 0 && (how === undefined || (how === 'error' && wantsSamples && !samples));
}

/** Those that may have lines of these failures: an alias names the function, an access log does not. */
function logsOf(
  groups: readonly FailureGroup[],
  logs: readonly VersionLog[],
): readonly VersionLog[] {
  const names = new Set(groups.map(({ functionName }) => functionName));
  return names.has(undefined) ? logs : logs.filter(({ functionName }) => names.has(functionName));
}

function earliest(groups: readonly FailureGroup[]): number {
  return Math.min(...groups.map(({ firstSeen }) => firstSeen));
}

/** Without request IDs, the errors of the function belong to the requests that failed only if there is one kind of them. */
function isOnlyOne(group: FailureGroup, failures: readonly FailureGroup[]): boolean {
  return group.examples.length === 0 && failures.filter(({ canary }) => canary > 0).length === 1;
}

type Details = ReadonlyMap<string, FailureDetail>;

interface Search {
  byId(log: VersionLog, ids: readonly string[], since: number): Promise<Details>;
  byTime(log: VersionLog, group: FailureGroup): Promise<Details>;
}

/** The access log has the time of the arrival, and clocks differ a little. */
const BEFORE_MS = 5_000;
/** The longest invocation. */
const LONGEST_MS = 900_000;
/** So long after the first failure, another one of the kind has been logged. */
const SAME_TIME_MS = 60_000;
/** Environments whose lines are read one by one. */
const MOST_STREAMS = 3;
/** What the lines of failures contain; each term is one of several. */
const FAILURE_TERMS = '?ERROR ?Error ?error ?Exception ?"timed out" ?exited';

function createSearch(services: DetailServices, mostCalls: number): Search {
  const { now, samples } = services;
  const read = createBoundedReads(services, mostCalls);
  const find = async (log: VersionLog, pattern: string, since: number, spanMs: number) => {
    const span = { from: since - BEFORE_MS, to: Math.min(now(), since + spanMs) };
    for (const streamPrefix of streamPrefixes(log, now())) {
      const events = await read({ group: log.group, streamPrefix, pattern, ...span });
      if (events.length > 0) return events;
    }
    return [];
  };
  return {
    byId: async (log, ids, since) => {
      const pattern = ids.map((id) => `?"${id}"`).join(' ');
      const events = await find(log, pattern, since, LONGEST_MS);
      return explained([...events, ...(await linesOfStreams(log, events, read, now()))], samples);
    },
    byTime: async (log, group) => {
      const events = await find(log, FAILURE_TERMS, group.firstSeen, SAME_TIME_MS);
      const details = [...explained(events, samples).values(), ...unnamedIn(events, samples)];
      const detail = mostFrequent(details);
      return new Map(detail && lookupsOf(group).map((id) => [id, detail]));
    },
  };
}

/** Some runtimes write errors without the ID of the request: all lines of an invocation's environment in its time. */
async function linesOfStreams(
  { group }: VersionLog,
  events: readonly LogEvent[],
  read: BoundedRead,
  now: number,
): Promise<readonly LogEvent[]> {
  const open = readInvocations(events).invocations.filter(isUnexplained).slice(0, MOST_STREAMS);
  const all: LogEvent[] = [];
  for (const { stream: streamPrefix, startedAt, endedAt = now } of open) {
    if (startedAt === undefined) continue;
    all.push(...(await read({ group, streamPrefix, from: startedAt, to: endedAt + 1 })));
  }
  return all;
}

function isUnexplained({ outcome }: Invocation): boolean {
  return outcome.kind !== 'failed' || (outcome.how === 'error' && outcome.location === undefined);
}

/** What the events say of each failed invocation. */
function explained(events: readonly LogEvent[], wantsSamples: boolean): Details {
  const { invocations } = readInvocations(events);
  const details = new Map<string, FailureDetail>(detailsOf(invocations));
  if (!wantsSamples) return details;
  for (const one of invocations) {
    const detail = details.get(one.requestId);
    const lines = events.filter((event) => isOf(event, one)).map(({ message }) => message);
    const samples = lines.map(samplesIn).find((sample) => sample.length > 0);
    if (detail && samples) details.set(one.requestId, { ...detail, samples });
  }
  return details;
}

/** An environment serves one request at a time, and has a stream of its own. */
function isOf({ stream, at }: LogEvent, invocation: Invocation): boolean {
  const { startedAt = 0, endedAt = Number.POSITIVE_INFINITY } = invocation;
  return stream === invocation.stream && at >= startedAt && at <= endedAt;
}

/** Failures whose request is not named. */
function unnamedIn(events: readonly LogEvent[], wantsSamples: boolean): readonly FailureDetail[] {
  return events.flatMap(({ message }): readonly FailureDetail[] => {
    const record = readErrorRecord(message);
    if (!record?.isFailure || record.requestId !== undefined) return [];
    const { requestId: _, isFailure: __, ...detail } = record;
    return [{ ...detail, ...(wantsSamples && { samples: samplesIn(message) }) }];
  });
}
