import {
  findByTags
} from "./aws-tagged-resources.shared.js";

// src/commands/overview.ts
import {
  src_aws_arns_ts__accountOf as accountOf
} from "./release.js";
import {
  src_aws_clients_ts__connect as connect
} from "./release.js";
import {
  src_base_time_ts__now as now
} from "./core.js";

// src/report/overview.ts
var OVERVIEW_SCHEMA = "canary-action/overview/1";

// src/commands/overview.ts
import {
  src_rollout_release_ts__linkToRun as linkToRun
} from "./release.js";

// src/targets/open-releases.ts
import {
  src_base_errors_ts__known as known
} from "./core.js";
import {
  src_report_format_ts__describePhase as describePhase
} from "./core.js";
import {
  src_rollout_approval_ts__askedApproval as askedApproval
} from "./release.js";
import {
  src_rollout_next_step_ts__nextStepAt as nextStepAt
} from "./release.js";
import {
  src_rollout_record_ts__OWNER as OWNER
} from "./release.js";
import {
  src_rollout_shown_ts__asShown as asShown
} from "./release.js";
import {
  src_rollout_traffic_state_ts__weightOf as weightOf
} from "./release.js";
import {
  src_targets_concurrency_ts__mapAll as mapAll
} from "./functions.js";
import {
  src_targets_kinds_ts__TARGET_KINDS as TARGET_KINDS
} from "./core.js";
async function findOpenReleases(clients, linkTo, now2) {
  const opened = await Promise.all(TARGET_KINDS.map((kind) => kind.openReader?.(clients)));
  const readers = opened.filter((reader) => reader !== void 0);
  const types = [...new Set(readers.flatMap((reader) => reader.types))];
  const tagged = await findByTags(clients, [{ key: OWNER, value: void 0 }], types);
  const arns = [...new Set(tagged.map(({ arn }) => arn))];
  const problems = [];
  const found = await mapAll(arns, async (arn) => {
    try {
      return await readers.find((reader) => reader.isOf(arn))?.read(arn);
    } catch (error) {
      problems.push(`${arn}: ${known(error).message}`);
      return void 0;
    }
  });
  const releases = found.filter((one) => one !== void 0).map((one) => describe(one, linkTo, now2)).sort((a, b) => a.startedAt - b.startedAt || (a.on < b.on ? -1 : 1));
  return { releases, problems: problems.sort() };
}
function describe({ on, label, rollout: stored, trafficState }, linkTo, now2) {
  const rollout = asShown(stored, trafficState);
  const { record, phase } = rollout;
  return {
    kind: record.target.kind,
    on,
    label,
    functions: record.functions,
    phase: describePhase(phase, record.plan),
    weight: weightOf(trafficState),
    run: record.id,
    link: linkTo(record.id),
    startedAt: record.startedAt,
    waitsFor: waitsFor(rollout, trafficState, now2),
    ...record.pull !== void 0 && { pull: record.pull }
  };
}
var LATE_SECONDS = 900;
function waitsFor(rollout, trafficState, now2) {
  if (trafficState.kind === "external") return { kind: "external", what: trafficState.what };
  if (rollout.paused) return { kind: "paused" };
  const asked = askedApproval(rollout);
  if (asked) return asked.gate;
  const at = nextStepAt(rollout);
  if (at === void 0) return { kind: "start" };
  return at + LATE_SECONDS < now2 ? { kind: "nobody", since: at } : { kind: "time", at };
}

// src/commands/overview.ts
async function readOverview(options) {
  const { region, credentials, server, cancelled } = options;
  const ended = new AbortController();
  const limits = { cancelled, rollbackDeadline: cancelled, ended: ended.signal };
  const clients = connect(region, limits, credentials, "reads").normal;
  const linkTo = (id) => linkToRun(id, `${server}/any/one/actions/runs/1`);
  try {
    const at = now();
    const { releases, problems } = await findOpenReleases(clients, linkTo, at);
    const account = releases.map(({ on }) => accountOf(on)).find((found) => found !== "") ?? "";
    return { schema: OVERVIEW_SCHEMA, account, region, at, releases, problems };
  } finally {
    ended.abort();
  }
}

// src/report/overview-text.ts
import {
  src_base_duration_ts__formatDuration as formatDuration
} from "./core.js";
import {
  src_rollout_plan_ts__formatWeight as formatWeight
} from "./core.js";
import {
  src_rollout_release_ts__describeChange as describeChange
} from "./release.js";
import {
  src_report_format_ts__clockTime as clockTime,
  src_report_format_ts__count as count,
  src_report_format_ts__dateTime as dateTime
} from "./core.js";
import {
  src_report_gate_text_ts__gateText as gateText
} from "./core.js";
import {
  src_report_markdown_ts__code as code,
  src_report_markdown_ts__escapeMarkdown as escapeMarkdown,
  src_report_markdown_ts__link as link,
  src_report_markdown_ts__shorten as shorten,
  src_report_markdown_ts__table as table
} from "./core.js";
var MOST_FUNCTIONS = 3;
var ISSUE_LIMIT_BYTES = 65536;
function overviewMarkdown(overview) {
  const { releases, problems, at, region } = overview;
  const rows = releases.map((release) => [
    code(release.label),
    released(release, code),
    weightOf2(release),
    `${dateTime(release.startedAt)} (${formatDuration(at - release.startedAt)})`,
    escapeMarkdown(waitsText(release.waitsFor, at)),
    [
      /^https:/.test(release.link) ? link("run", release.link) : escapeMarkdown(release.link),
      ...release.pull === void 0 ? [] : [`pull request ${release.pull}`]
    ].join(", ")
  ]);
  const shown = rows.length === 0 ? "" : table(["Release", "Versions", "Weight", "Since", "Waits for", "Run by"], rows);
  const text = [
    `## ${headline(overview)}`,
    shown,
    ...problems.map((problem) => `- ${escapeMarkdown(problem, 600)}`),
    `Read in ${code(region)} at ${dateTime(at)}.`
  ].filter((part) => part !== "").join("\n\n");
  return `${shorten(text, ISSUE_LIMIT_BYTES - 1024, "*Shortened: the JSON file has all of them.*")}
`;
}
function overviewLines(overview) {
  const { releases, problems, at } = overview;
  return [
    `${headline(overview)}`,
    ...releases.flatMap((release) => [
      "",
      `${release.label}  ${weightOf2(release)}  ${release.phase}`,
      `  ${released(release, (name) => name)}`,
      `  since ${dateTime(release.startedAt)} (${formatDuration(at - release.startedAt)}), by ${release.link}`,
      `  waits for ${waitsText(release.waitsFor, at)}`
    ]),
    ...problems.length > 0 ? ["", ...problems.map((problem) => `not read: ${problem}`)] : []
  ];
}
function headline({ releases, account, region }) {
  const where = account === "" ? region : `account ${account}, ${region}`;
  if (releases.length === 0) return `No release is open in ${where}`;
  return releases.length === 1 ? `One release is open in ${where}` : `${count(releases.length)} releases are open in ${where}`;
}
function weightOf2({ weight }) {
  return weight === null ? "unknown" : formatWeight(weight);
}
function released({ functions }, name) {
  const shown = functions.slice(0, MOST_FUNCTIONS).map((change) => `${name(change.name)} ${describeChange(change)}`);
  const more = functions.length - shown.length;
  return shown.length === 0 ? "the API definition" : `${shown.join(", ")}${more > 0 ? ` and ${more} more` : ""}`;
}
function waitsText(waits, at) {
  switch (waits.kind) {
    case "approval":
      return `an approval: ${gateText(waits)}`;
    case "door":
      return "an approval before any user is served";
    case "paused":
      return "a person to resume it: it is paused";
    case "time":
      return `its time: it can continue at ${waits.at - at > 86400 ? dateTime(waits.at) : clockTime(waits.at)}`;
    case "nobody":
      return `a run: it could have continued since ${dateTime(waits.since)}`;
    case "external":
      return `a person: it was changed outside this action (${waits.what})`;
    case "start":
      return "its first step";
  }
}

export {
  readOverview,
  overviewMarkdown,
  overviewLines,
  headline
};
