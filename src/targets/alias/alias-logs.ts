// The logs of the functions behind aliases. The name of a stream contains the version that wrote it.

import { accountOf, type Place } from '../../aws/arns.ts';
import type { FunctionLogging } from '../../aws/function-logging.ts';
import type { FunctionCalls } from '../../aws/functions.ts';
import type { LogEvents } from '../../aws/log-events.ts';
import { must } from '../../base/assert.ts';
import { known } from '../../base/errors.ts';
import { now } from '../../base/time.ts';
import { abstentionsOf } from '../../logs/abstention.ts';
import { lambdaInterpreter } from '../../logs/interpreters.ts';
import type { VersionOfStream } from '../../logs/invocation-sightings.ts';
import { isStreamOf, streamPrefixes, type VersionStreams } from '../../logs/lambda-streams.ts';
import { visibilityOf } from '../../logs/log-visibility.ts';
import type { Side } from '../../logs/sighting.ts';
import { createTally } from '../../logs/tally.ts';
import type { LogSource } from '../../monitor/log-reader.ts';
import type { LoggedRelease, LogOutlook, LogTarget, OpenLogs } from '../../monitor/log-source.ts';
import type { StoredRollout } from '../../rollout/record.ts';
import { mapAll } from '../concurrency.ts';
import { ownGroup, readVersionLogs } from '../lambda/version-logs.ts';
import { inspectGroups, logPermissions } from '../log-groups.ts';

/** The lines of an invocation that only Lambda itself writes: START, END and REPORT. */
const BYTES_OF_INVOCATION = 350;

export interface AliasLogServices {
  readonly functions: Pick<FunctionCalls, 'read'>;
  readonly logs: LogEvents;
  readonly place: Place;
}

/** One version of a function, and where it writes. */
interface LoggedVersion extends VersionStreams {
  readonly side: Side;
  readonly group: string;
  /** Of the function, and so of its group. */
  readonly account: string;
  readonly logging: FunctionLogging;
}

export function aliasLogs(services: AliasLogServices): LogTarget {
  return {
    inspect: async (releases) => {
      try {
        return await inspectFunctions(services, releases);
      } catch (error) {
        return { ...NOTHING, problems: [known(error).message] };
      }
    },
    open: async (rollout, from) => {
      const changes = rollout.record.functions.filter((change) => change.from !== change.to);
      const versions = await readVersions(
        services,
        changes.map(({ name, from, to }) => ({ name, from, version: to })),
      );
      if (versions.length < 2 * changes.length || changes.length === 0) return undefined;
      if (versions.some(({ logging }) => !visibilityOf(logging).successes)) return undefined;
      return openStreams(versions, rollout, from);
    },
    versionLogs: ({ record }) => readVersionLogs(services.functions, record.functions),
  };
}

const NOTHING: LogOutlook = {
  ...{ problems: [], doubts: [], hints: [], permissions: [], sources: 0, requestBytes: 0 },
};

async function inspectFunctions(
  { functions, logs, place }: AliasLogServices,
  releases: readonly LoggedRelease[],
): Promise<LogOutlook> {
  const served = releases.filter(({ from, version }) => from !== '' && from !== version);
  const versions = await readVersions({ functions }, served);
  const groups = versions.map(({ group }) => group);
  const [{ account } = { account: '' }] = versions;
  const found = await inspectGroups(logs, groups, account, now());
  const unique = (texts: readonly string[]) => [...new Set(texts)];
  return {
    problems: [...unique(versions.flatMap(levelProblem)), ...found.problems],
    doubts: found.doubts,
    hints: unique(versions.flatMap(formatHint)),
    permissions: logPermissions(place, groups, account),
    sources: sourcesOf(versions).length,
    requestBytes: BYTES_OF_INVOCATION,
  };
}

/** Those of both sides, the canary's first. */
async function readVersions(
  { functions }: Pick<AliasLogServices, 'functions'>,
  releases: readonly LoggedRelease[],
): Promise<readonly LoggedVersion[]> {
  const sides = (['canary', 'stable'] as const).flatMap((side) =>
    releases.map((release) => ({ side, release })),
  );
  const read = await mapAll(sides, async ({ side, release: { name, from, version } }) => {
    const qualifier = side === 'canary' ? version : from;
    const found = await functions.read(name, qualifier);
    if (!found?.logging) return [];
    const { arn, logging } = found;
    const own = ownGroup(name);
    const { group = own } = logging;
    const where = { group, account: accountOf(arn), chosenGroup: group !== own, logging };
    return [{ side, functionName: name, version: qualifier ?? '', ...where }];
  });
  return read.flat();
}

/** Lambda developer guide, "Log-level filtering": without their lines, successes cannot be counted. */
function levelProblem({ functionName, logging }: LoggedVersion): readonly string[] {
  if (visibilityOf(logging).successes) return [];
  return [
    `the function "${functionName}" writes no line for an invocation that succeeds (its system log level is ${logging.systemLevel}); set the system log level to INFO`,
  ];
}

function formatHint({ functionName, logging }: LoggedVersion): readonly string[] {
  if (visibilityOf(logging).failures) return [];
  return [
    `the log of the function "${functionName}" does not show all of its failures, so only those that it shows count; with the log format JSON it shows them all`,
  ];
}

/** Today's streams and yesterday's, whose environments may still run. The new version is read first. */
function sourcesOf(versions: readonly LoggedVersion[]): readonly LogSource[] {
  return DAYS.flatMap((day, daysAgo) =>
    versions.map((version) => ({
      name: `${version.side} ${version.functionName} ${day}`,
      side: version.side,
      failuresOnly: false,
      group: version.group,
      streamPrefix: (at: number) =>
        must(streamPrefixes(version, at)[daysAgo], 'there is a prefix for each day'),
    })),
  );
}

const DAYS = ['today', 'yesterday'] as const;

function openStreams(
  versions: readonly LoggedVersion[],
  { record }: StoredRollout,
  from: number,
): OpenLogs {
  const sources = sourcesOf(versions);
  const tally = createTally({
    ...{ sources, from },
    longestMs: record.longestAnswerSeconds * 1000,
    interpreter: lambdaInterpreter(versionsIn(versions)),
  });
  const limits = versions.flatMap(({ logging }) => abstentionsOf(visibilityOf(logging)));
  return { sources, tally, limits: () => limits.slice(0, 1), metrics: { alias: 'same' } };
}

/** Finds the version that a stream belongs to. There are few streams, each of which has many lines. */
function versionsIn(versions: readonly LoggedVersion[]): VersionOfStream {
  const known = new Map<string, ReturnType<VersionOfStream>>();
  return ({ group, stream }) => {
    const key = `${group}\n${stream}`;
    if (!known.has(key)) {
      const found = versions.find(
        (version) => version.group === group && isStreamOf(stream, version),
      );
      known.set(key, found && { side: found.side, functionName: found.functionName });
    }
    return known.get(key);
  };
}
