import {
  isStreamOf,
  streamPrefixes
} from "./logs-lambda-streams.shared.js";
import {
  createTally,
  lambdaInterpreter,
  ownGroup,
  readVersionLogs
} from "./logs-tally.shared.js";
import {
  inspectGroups,
  logPermissions
} from "./targets-log-groups.shared.js";
import "./logs-lambda-invocations.shared.js";
import "./aws-log-events.shared.js";
import "./aws-small-client.shared.js";

// src/targets/alias/alias-logs.ts
import {
  src_aws_arns_ts__accountOf as accountOf
} from "./release.js";
import {
  src_base_assert_ts__must as must
} from "./core.js";
import {
  src_base_errors_ts__known as known
} from "./core.js";
import {
  src_base_time_ts__now as now
} from "./core.js";
import {
  src_logs_abstention_ts__abstentionsOf as abstentionsOf
} from "./release.js";

// src/logs/log-visibility.ts
function visibilityOf({ format, systemLevel, runtime }) {
  if (format === "JSON") return { successes: systemLevel !== "WARN", failures: true };
  return { successes: true, failures: /^(?:nodejs|python|java|ruby)/.test(runtime ?? "") };
}

// src/targets/alias/alias-logs.ts
import {
  src_targets_concurrency_ts__mapAll as mapAll
} from "./functions.js";
var BYTES_OF_INVOCATION = 350;
function aliasLogs(services) {
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
        changes.map(({ name, from: from2, to }) => ({ name, from: from2, version: to }))
      );
      if (versions.length < 2 * changes.length || changes.length === 0) return void 0;
      if (versions.some(({ logging }) => !visibilityOf(logging).successes)) return void 0;
      return openStreams(versions, rollout, from);
    },
    versionLogs: ({ record }) => readVersionLogs(services.functions, record.functions)
  };
}
var NOTHING = {
  ...{ problems: [], doubts: [], hints: [], permissions: [], sources: 0, requestBytes: 0 }
};
async function inspectFunctions({ functions, logs, place }, releases) {
  const served = releases.filter(({ from, version }) => from !== "" && from !== version);
  const versions = await readVersions({ functions }, served);
  const groups = versions.map(({ group }) => group);
  const [{ account } = { account: "" }] = versions;
  const found = await inspectGroups(logs, groups, account, now());
  const unique = (texts) => [...new Set(texts)];
  return {
    problems: [...unique(versions.flatMap(levelProblem)), ...found.problems],
    doubts: found.doubts,
    hints: unique(versions.flatMap(formatHint)),
    permissions: logPermissions(place, groups, account),
    sources: sourcesOf(versions).length,
    requestBytes: BYTES_OF_INVOCATION
  };
}
async function readVersions({ functions }, releases) {
  const sides = ["canary", "stable"].flatMap(
    (side) => releases.map((release) => ({ side, release }))
  );
  const read = await mapAll(sides, async ({ side, release: { name, from, version } }) => {
    const qualifier = side === "canary" ? version : from;
    const found = await functions.read(name, qualifier);
    if (!found?.logging) return [];
    const { arn, logging } = found;
    const own = ownGroup(name);
    const { group = own } = logging;
    const where = { group, account: accountOf(arn), chosenGroup: group !== own, logging };
    return [{ side, functionName: name, version: qualifier ?? "", ...where }];
  });
  return read.flat();
}
function levelProblem({ functionName, logging }) {
  if (visibilityOf(logging).successes) return [];
  return [
    `the function "${functionName}" writes no line for an invocation that succeeds (its system log level is ${logging.systemLevel}); set the system log level to INFO`
  ];
}
function formatHint({ functionName, logging }) {
  if (visibilityOf(logging).failures) return [];
  return [
    `the log of the function "${functionName}" does not show all of its failures, so only those that it shows count; with the log format JSON it shows them all`
  ];
}
function sourcesOf(versions) {
  return DAYS.flatMap(
    (day, daysAgo) => versions.map((version) => ({
      name: `${version.side} ${version.functionName} ${day}`,
      side: version.side,
      failuresOnly: false,
      group: version.group,
      streamPrefix: (at) => must(streamPrefixes(version, at)[daysAgo], "there is a prefix for each day")
    }))
  );
}
var DAYS = ["today", "yesterday"];
function openStreams(versions, { record }, from) {
  const sources = sourcesOf(versions);
  const tally = createTally({
    ...{ sources, from },
    longestMs: record.longestAnswerSeconds * 1e3,
    interpreter: lambdaInterpreter(versionsIn(versions))
  });
  const limits = versions.flatMap(({ logging }) => abstentionsOf(visibilityOf(logging)));
  return { sources, tally, limits: () => limits.slice(0, 1), metrics: { alias: "same" } };
}
function versionsIn(versions) {
  const known2 = /* @__PURE__ */ new Map();
  return ({ group, stream }) => {
    const key = `${group}
${stream}`;
    if (!known2.has(key)) {
      const found = versions.find(
        (version) => version.group === group && isStreamOf(stream, version)
      );
      known2.set(key, found && { side: found.side, functionName: found.functionName });
    }
    return known2.get(key);
  };
}
export {
  aliasLogs
};
