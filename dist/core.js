import { createRequire } from "node:module";
const require = createRequire(import.meta.url);
const { lstatSync, readFileSync, realpathSync } = require("node:fs");
const { appendFileSync } = require("node:fs");
// src/action/main-step.ts
import {
  error as annotate2,
  setFailed as setFailed2,
  setSecret
} from "./vendor-actions-core.js";

// src/base/listed.ts
var MOST_LISTED = 20;
function firstOf(items, most = MOST_LISTED) {
  const rest = items.length - most;
  return rest > 0 ? [...items.slice(0, most), `and ${rest} more`] : items;
}
function listed(items, separator = ", ", most = 10) {
  return firstOf(items, most).join(separator);
}
function moreOf(rest, thing) {
  return `${rest} more ${thing}${rest === 1 ? "" : "s"}`;
}

// src/base/response-error.ts
function responseMessage(error2) {
  const { status, response } = error2 ?? {};
  if (typeof status !== "number" || response?.data === void 0) return void 0;
  const { data } = response;
  if (typeof data === "string") {
    return `HTTP ${status}, with a response that is not from GitHub; is there a proxy in between?`;
  }
  const { message, errors } = data ?? {};
  if (typeof message !== "string" || message.trim() === "") {
    return `HTTP ${status}, with a response without a message`;
  }
  const details2 = (Array.isArray(errors) ? errors : []).map(detail).filter((one) => one !== "");
  return [message, ...details2].join(": ");
}
function detail(error2) {
  if (typeof error2 === "string") return error2;
  const { resource, field, code: code2, message } = error2 ?? {};
  return [resource, field, code2, message].filter((part) => typeof part === "string").join(" ");
}

// src/base/errors.ts
var KnownError = class extends Error {
  constructor(message, options) {
    super(message, options);
    this.name = "RolloutError";
  }
};
function known(error2) {
  if (error2 instanceof KnownError) return error2;
  throw error2;
}
function orElse(value) {
  return (error2) => {
    known(error2);
    return value;
  };
}
async function foreign(call) {
  try {
    return await call();
  } catch (error2) {
    throw new KnownError(messageOf(error2), { cause: error2 });
  }
}
var MovedError = class extends KnownError {
};
function errorName(error2) {
  const name = error2?.name;
  return typeof name === "string" ? name : "";
}
function messageOf(error2) {
  const told = responseMessage(error2);
  if (told) return told;
  const message = error2?.message;
  if (typeof message === "string" && message.trim() !== "") return message;
  return errorName(error2) || String(error2);
}
function isFromThisAction(error2) {
  return rootOf(error2) instanceof KnownError;
}
function rootOf(error2) {
  return error2 instanceof KnownError && error2.cause !== void 0 ? rootOf(error2.cause) : error2;
}

// src/base/wrapped.ts
var LOG_WIDTH = 100;
var INDENT = "    ";
var COMMAND = /(aws [a-z0-9-]+ [a-z0-9-]+(?: --[a-z0-9-]+(?:[ =](?!-)(?:'[^']*'|[^\s';]+))?(?: (?:'[^']*'|[^\s';=-][^\s';=]*=[^\s';]*))*)+;?)/;
function wrapped(text3, width = LOG_WIDTH) {
  const lines = [];
  if (text3.length <= width) return [text3.trimEnd()];
  text3.split(COMMAND).forEach((part, i) => {
    const trimmed = part.trim();
    if (trimmed === "") return;
    const indented = `${lines.length === 0 ? "" : INDENT}${trimmed}`;
    lines.push(...i % 2 === 1 ? [indented] : wrappedWords(indented, width));
  });
  return lines;
}
function wrappedWords(text3, width) {
  const lines = [];
  let rest = text3;
  while (rest.length > width) {
    const from = lines.length === 0 && !rest.startsWith(INDENT) ? 1 : INDENT.length + 1;
    const before = rest.lastIndexOf(" ", width);
    const end = before >= from ? before : rest.indexOf(" ", from);
    if (end < 0) break;
    lines.push(rest.slice(0, end).trimEnd());
    rest = `${INDENT}${rest.slice(end).trimStart()}`;
  }
  return [...lines, rest];
}
function cutToFit(text3, width) {
  if (text3.length <= width) return text3;
  return `${text3.slice(0, Math.max(0, width - 1)).replace(/[\uD800-\uDBFF]$/, "").trimEnd()}…`;
}

// src/base/log.ts
function sayWrapped(log, text3) {
  for (const line of wrapped(text3)) log.line(line);
}
function logBug(log, error2) {
  if (error2 instanceof KnownError) return;
  log.group("Internal error: stack trace");
  const stack = error2 instanceof Error ? error2.stack : void 0;
  for (const line of (stack ?? String(error2)).split("\n")) log.line(line);
  log.endGroup();
}

// src/github/actions-log.ts
import {
  endGroup,
  error,
  info,
  notice,
  startGroup,
  warning
} from "./vendor-actions-core.js";
function createLog() {
  let open = false;
  const closeGroup = () => {
    if (open) endGroup();
    open = false;
  };
  return {
    endGroup: closeGroup,
    group: (title) => {
      closeGroup();
      startGroup(oneLine(title));
      open = true;
    },
    line: (text3) => info(oneLine(text3)),
    notice: (text3) => notice(text3),
    warning: (text3) => warning(text3),
    error: (text3) => error(text3)
  };
}
function oneLine(text3) {
  return text3.replace(/[\r\n\u2028\u2029]+/g, " ").replace(/##\[/g, "##​[").replace(/^([\s\u0085]*):(?=:)/, "$1:​");
}

// src/inputs/all-releases.ts
function asksForAll(textOf) {
  return textOf("command") === "status" && /^true$/i.test(textOf("all"));
}
function allProblems({ all }) {
  return all ? ["all: it shows all releases with command: status only; expected command: status, or no all"] : [];
}
var TARGET_INPUTS = ["rest-api-id", "stage-name", "functions", "alias", "stack"];
function targetProblems(textOf) {
  return TARGET_INPUTS.filter((name) => textOf(name) !== "").map(
    (name) => `${name}: it has no effect with all, which shows every release; omit one of the two`
  );
}
function regionOf({ AWS_REGION: region, AWS_DEFAULT_REGION: other }) {
  return region || other || "";
}

// src/inputs/input-host.ts
var ACTION = {
  expectedRegion: "expected the step aws-actions/configure-aws-credentials before this one, with aws-region",
  defaults: {}
};
function regionProblems(region, { expectedRegion }) {
  if (region === "") return [`AWS_REGION is not set; ${expectedRegion}`];
  return /^[a-z0-9-]{2,32}$/.test(region) ? [] : [`AWS_REGION "${region.slice(0, 60)}" is not a region; expected for example eu-central-1`];
}

// src/base/suggest.ts
import {
  distance
} from "./vendor-fastest-levenshtein.js";
function didYouMean(word, known2) {
  if (word.length > 64) return "";
  const typed = word.toLowerCase();
  const [best] = known2.map((candidate) => ({ candidate, edits: distance(typed, candidate.toLowerCase()) })).filter(({ candidate, edits }) => edits <= Math.max(2, Math.floor(candidate.length / 3))).sort(
    (a, b) => a.edits - b.edits || likeness(typed, b.candidate) - likeness(typed, a.candidate)
  );
  return best ? ` Did you mean "${best.candidate}"?` : "";
}
function likeness(typed, candidate) {
  const other = candidate.toLowerCase();
  let shared = 0;
  while (shared < typed.length && typed[shared] === other[shared]) shared++;
  return shared - Math.abs(typed.length - other.length) / 100;
}

// src/base/duration.ts
var UNIT_SECONDS = { h: 3600, m: 60, s: 1 };
function parseDuration(text3) {
  const match = /^(?:(\d{1,5})h)?(?:(\d{1,6})m)?(?:(\d{1,7})s)?$/.exec(text3.trim());
  if (!match || match[0] === "") return void 0;
  const [, h = "0", m = "0", s = "0"] = match;
  return Number(h) * UNIT_SECONDS.h + Number(m) * UNIT_SECONDS.m + Number(s);
}
function formatDuration(seconds) {
  let rest = Math.max(0, Math.round(seconds));
  const parts = [];
  for (const [unit, size] of Object.entries(UNIT_SECONDS)) {
    const count2 = Math.floor(rest / size);
    rest -= count2 * size;
    if (count2 > 0) parts.push(`${count2}${unit}`);
  }
  return parts.join("") || "0s";
}

// src/base/instant.ts
var ISO = /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d(\.\d{1,9})?)?(Z|[+-]\d\d:?\d\d)$/;
function parseInstant(text3) {
  const at2 = ISO.test(text3) ? Date.parse(text3) : Number.NaN;
  return Number.isNaN(at2) ? void 0 : at2 / 1e3;
}

// src/base/partitions.ts
var COMMERCIAL = {
  id: "aws",
  dnsSuffix: "amazonaws.com",
  console: "console.aws.amazon.com",
  regions: /^(us|eu|ap|sa|ca|me|af|il|mx)-\w+-\d+$/
};
var PARTITIONS = [
  COMMERCIAL,
  {
    id: "aws-cn",
    dnsSuffix: "amazonaws.com.cn",
    console: "console.amazonaws.cn",
    regions: /^cn-\w+-\d+$/
  },
  {
    id: "aws-us-gov",
    dnsSuffix: "amazonaws.com",
    console: "console.amazonaws-us-gov.com",
    regions: /^us-gov-\w+-\d+$/
  },
  {
    id: "aws-eusc",
    dnsSuffix: "amazonaws.eu",
    console: "console.amazonaws-eusc.eu",
    regions: /^eusc-(de)-\w+-\d+$/
  },
  { id: "aws-iso", dnsSuffix: "c2s.ic.gov", console: "", regions: /^us-iso-\w+-\d+$/ },
  { id: "aws-iso-b", dnsSuffix: "sc2s.sgov.gov", console: "", regions: /^us-isob-\w+-\d+$/ },
  { id: "aws-iso-e", dnsSuffix: "cloud.adc-e.uk", console: "", regions: /^eu-isoe-\w+-\d+$/ },
  { id: "aws-iso-f", dnsSuffix: "csp.hci.ic.gov", console: "", regions: /^us-isof-\w+-\d+$/ }
];
function partitionOf(region) {
  return PARTITIONS.find(({ regions }) => regions.test(region)) ?? COMMERCIAL;
}
function whyElsewhere(arn, region) {
  const [, partition = "", , arnRegion = ""] = arn.split(":");
  if (region === "") return void 0;
  if (arnRegion !== "" && arnRegion !== region) {
    return `is in ${arnRegion}, but the job uses ${region}`;
  }
  const expected = partitionOf(region).id;
  return partition === expected ? void 0 : `is in the partition ${partition}, but the job's Region ${region} is in ${expected}`;
}

// src/base/quote.ts
function quote(text3) {
  const line = text3.replace(/\s+/g, " ");
  return `"${line.length > 120 ? `${line.slice(0, 117)}...` : line}"`;
}

// src/rollout/presets.ts
var PRESET_NAMES = [
  "AllAtOnce",
  "Canary10Percent5Minutes",
  "Canary10Percent10Minutes",
  "Canary10Percent15Minutes",
  "Canary10Percent30Minutes",
  "Linear10PercentEvery1Minute",
  "Linear10PercentEvery2Minutes",
  "Linear10PercentEvery3Minutes",
  "Linear10PercentEvery10Minutes"
];
var PREFIX = /^(?:CodeDeployDefault\.)?(?:Lambda)?/;
var CANARY = /^Canary(\d{1,3})Percent(\d{1,4})Minutes?$/;
var LINEAR = /^Linear(\d{1,3})PercentEvery(\d{1,4})Minutes?$/;
function presetSteps(name) {
  const short = name.replace(PREFIX, "");
  if (short === "AllAtOnce") return [];
  const canary2 = numbers(CANARY.exec(short));
  if (canary2) return [{ weight: canary2.percent, holdSeconds: canary2.minutes * 60 }];
  const linear = numbers(LINEAR.exec(short));
  return linear && linearSteps(linear.percent, linear.minutes * 60);
}
function numbers(match) {
  const percent = Number(match?.[1]);
  const minutes = Number(match?.[2]);
  const valid = percent >= 1 && percent <= 99 && minutes >= 1 && minutes <= 2880;
  return valid ? { percent, minutes } : void 0;
}
function linearSteps(percent, holdSeconds) {
  const count2 = Math.ceil(100 / percent) - 1;
  return Array.from({ length: count2 }, (_, k) => ({ weight: percent * (k + 1), holdSeconds }));
}

// src/rollout/steps.ts
var MAX_STEPS = 50;
var STEP_FORM = 'expected a weight and a duration such as "5%/5m"';
function parseSteps(text3) {
  const trimmed = text3.trim();
  if (/^[A-Za-z][\w.-]*$/.test(trimmed)) return parsePreset(trimmed);
  const parts = trimmed.split(/[,\n]/).map((part) => part.trim());
  const given = parts.filter((part) => part !== "");
  if (given.length === 0) return { kind: "problems", problems: [`it is empty; ${STEP_FORM}`] };
  if (given.length > MAX_STEPS) return tooMany(given.length);
  const read2 = given.map(parseStep);
  const problems = read2.filter((r) => typeof r === "string");
  const steps2 = read2.filter((r) => typeof r !== "string");
  problems.push(...orderProblems(steps2));
  return problems.length > 0 ? { kind: "problems", problems } : { kind: "steps", steps: steps2 };
}
function parsePreset(name) {
  const steps2 = presetSteps(name);
  if (steps2 && steps2.length > MAX_STEPS) return tooMany(steps2.length);
  if (steps2) return { kind: "steps", steps: steps2 };
  const hint = didYouMean(name.replace(/^(?:CodeDeployDefault\.)?(?:Lambda)?/, ""), PRESET_NAMES) || ` Expected steps such as "5%/5m, 50%/10m", or a preset such as ${PRESET_NAMES[1]}.`;
  return { kind: "problems", problems: [`"${name}" is not the name of a preset.${hint}`] };
}
function tooMany(count2) {
  return { kind: "problems", problems: [`${count2} steps; expected at most ${MAX_STEPS}`] };
}
function parseStep(text3) {
  const [weightText = "", holdText, ...more] = text3.split("/").map((part) => part.trim());
  if (holdText === void 0 || more.length > 0) return `"${text3}": ${STEP_FORM}`;
  const weight = parseWeight(weightText);
  if (typeof weight === "string") return `"${text3}": ${weight}`;
  const holdSeconds = parseDuration(holdText);
  if (holdSeconds === void 0) {
    return `"${text3}": "${holdText}" is not a duration; expected for example 30s, 5m or 1h`;
  }
  if (holdSeconds === 0) return `"${text3}": a step of 0 s measures nothing; expected at least 1s`;
  return { weight, holdSeconds };
}
function parseWeight(text3) {
  const match = /^(\d{1,10})(?:\.(\d{1,10}))?\s*%$/.exec(text3);
  if (!match) return `"${text3}" is not a percentage; expected for example 5% or 12.25%`;
  if ((match[2] ?? "").length > 2) {
    return `"${text3}" has more than two decimals, which API Gateway may not keep`;
  }
  const weight = Number(`${match[1]}.${match[2] ?? 0}`);
  if (weight <= 0)
    return `a weight of ${text3} sends no traffic to the canary; expected more than 0%`;
  if (weight > 100) return `a weight of ${text3} is above 100%`;
  return weight;
}
function orderProblems(steps2) {
  return steps2.flatMap((step, i) => {
    const before = steps2[i - 1];
    return before && step.weight <= before.weight ? [`${step.weight}% follows ${before.weight}%; expected each step to be larger than the last`] : [];
  });
}

// src/inputs/fields.ts
function oneOf(...words) {
  return (text3) => {
    const word = words.find((w) => w === text3);
    if (word !== void 0) return ok(word);
    return bad(`${quote(text3)}; expected ${words.join(", ")}.${didYouMean(text3, words)}`);
  };
}
var flag = (text3) => {
  if (/^(true|True|TRUE)$/.test(text3)) return ok(true);
  if (/^(false|False|FALSE)$/.test(text3)) return ok(false);
  return bad(`${quote(text3)}; expected true or false`);
};
var duration = (text3) => {
  const seconds = parseDuration(text3);
  return seconds === void 0 ? bad(`${quote(text3)} is not a duration; expected for example 30s, 5m or 1h30m`) : ok(seconds);
};
var stageName = (text3) => text3 === "" || /^[A-Za-z0-9_-]{1,128}$/.test(text3) ? ok(text3) : bad(`${quote(text3)}; expected a stage's name: letters, digits, "-" and "_", at most 128`);
var ALIAS = /^(?!\d+$)[A-Za-z0-9_-]{1,128}$/;
var alias = (text3) => text3 === "" || ALIAS.test(text3) ? ok(text3) : bad(`${quote(text3)}; expected an alias: letters, digits, "-" and "_", and not only digits`);
var steps = (text3) => {
  if (text3 === "auto") return ok("auto");
  const parsed = parseSteps(text3);
  return parsed.kind === "steps" ? ok(parsed.steps) : bad(...parsed.problems);
};
var optionalDuration = (text3) => text3 === "" ? ok(void 0) : duration(text3);
var rate = (text3) => {
  const percent = Number(/^(\d{1,2}(?:\.\d{1,4})?)\s*%$/.exec(text3)?.[1]);
  return percent >= 0.01 && percent <= 10 ? ok(percent / 100) : bad(`${quote(text3)}; expected a percentage from 0.01% to 10%`);
};
var MOST_HELD_BACK = 50;
var holdBack = (text3) => {
  if (text3 === "") return ok(void 0);
  if (text3 === "none") return ok(0);
  const percent = Number(/^(\d{1,2}(?:\.\d{1,2})?)\s*%$/.exec(text3)?.[1]);
  return percent <= MOST_HELD_BACK ? ok(percent) : bad(
    `${quote(text3)}; expected a percentage from 0% to ${MOST_HELD_BACK}% such as 5%, or none`
  );
};
var countOfRequests = (text3) => /^[1-9]\d{0,8}$/.test(text3) ? ok(Number(text3)) : bad(`${quote(text3)}; expected a whole number from 1`);
var keepVersions = (text3) => {
  if (text3 === "") return ok(void 0);
  return /^[1-9]\d{0,3}$/.test(text3) ? ok(Number(text3)) : bad(`${quote(text3)}; expected the number of newest versions to keep, a whole number from 1`);
};
var ROLE = /^arn:aws[a-z-]{0,16}:iam::\d{12}:role\/[\w+=,.@/-]{1,512}$/;
function roleArn(region) {
  return (text3) => {
    if (text3 === "") return ok(void 0);
    if (!ROLE.test(text3)) {
      return bad(
        `${quote(text3)} is not the ARN of a role; expected for example arn:aws:iam::123456789012:role/deploy`
      );
    }
    const elsewhere = whyElsewhere(text3, region);
    return elsewhere === void 0 ? ok(text3) : bad(`${quote(text3)} ${elsewhere}`);
  };
}
var sessionSeconds = (text3) => {
  const seconds = /^\d{1,6}$/.test(text3) ? Number(text3) : 0;
  return seconds >= 900 && seconds <= 43200 ? ok(seconds) : bad(`${quote(text3)}; expected seconds from 900 to 43200`);
};
var instant = (text3) => {
  if (text3 === "") return ok(void 0);
  const at2 = parseInstant(text3.replace(/^"(.*)"$/, "$1"));
  return at2 !== void 0 ? ok(at2) : bad(`${quote(text3)}; expected a time such as 2030-01-31T12:00:00Z`);
};
var dispersion = (text3) => {
  if (text3 === "auto") return ok("auto");
  const size = /^\d{1,3}(?:\.\d{1,3})?$/.test(text3) ? Number(text3) : Number.NaN;
  return size >= 1 ? ok(size) : bad(`${quote(text3)}; expected auto, or a number from 1`);
};
var oneLine2 = (text3) => text3.length <= 300 && !/[\r\n]/.test(text3) ? ok(text3) : bad(`${quote(text3)}; expected at most 300 characters in one line`);
var SAM_CONFIG_FILE = /^[^#]{1,500}\.(toml|ya?ml)(#[^#]+)?$/;
var samConfigFile = (text3) => text3 === "" || SAM_CONFIG_FILE.test(text3) ? ok(text3) : bad(
  `${quote(text3)} is neither a TOML nor a YAML file; expected for example samconfig.toml, or samconfig.toml#prod for the environment prod`
);
var anyText = (text3) => ok(text3);
var ok = (value) => ({ ok: true, value });
var bad = (...problems) => ({ ok: false, problems });

// src/inputs/input-types.ts
var ITEM = { type: ["string", "number", "boolean"] };
function text(parse, options = {}) {
  const { name = "text", pattern } = options;
  const schema = pattern === void 0 ? { type: ["string", "number"] } : { type: "string", pattern };
  return { name, parse, schema };
}
function url(parse) {
  return text(parse, { name: "URL", pattern: "^https?://" });
}
var file = { name: "file", parse: ok, schema: { type: "string" } };
function choice(...words) {
  return { name: "text", words, parse: oneOf(...words), schema: { enum: words } };
}
var boolean = {
  name: "boolean",
  parse: flag,
  schema: { type: ["boolean", "string"], pattern: "^(true|True|TRUE|false|False|FALSE)$" }
};
function booleanOr(parse) {
  return { name: "boolean or text", parse, schema: { type: ["boolean", "string"] } };
}
var DURATION = { type: "string", pattern: "^(?=.)(\\d{1,5}h)?(\\d{1,6}m)?(\\d{1,7}s)?$" };
var time = timeOf(duration);
var optionalTime = timeOf(optionalDuration);
function timeOf(parse) {
  return { name: "duration", parse, schema: DURATION };
}
function number(parse, range, word) {
  const digits = "\\d+(\\.\\d+)?";
  return {
    name: word ? `${word} or number` : "number",
    parse,
    schema: {
      ...{ type: ["number", "string"], ...range },
      pattern: `^(${word ? `${word}|${digits}` : digits})$`
    }
  };
}
function percentage(parse) {
  return { name: "percentage", parse, schema: { type: "string", pattern: "^[\\d.]+\\s*%$" } };
}
function optionalShare(parse) {
  const schema = { type: "string", pattern: "^([\\d.]+\\s*%|none)$" };
  return { name: "percentage or none", parse, schema };
}
function list(parse, name = "list") {
  return { name, parse, schema: { type: ["string", "array"], items: ITEM } };
}
var CALENDAR = { properties: { calendar: { type: "string" } }, additionalProperties: false };
var freezeList = {
  name: "list",
  parse: ok,
  schema: {
    type: ["string", "array", "object"],
    items: { type: ["string", "object"], ...CALENDAR },
    ...CALENDAR
  }
};
function oneNamed(...kinds2) {
  const properties = Object.fromEntries(kinds2.map((kind) => [kind, { type: "string" }]));
  const schema = { type: ["string", "object"], maxProperties: 1, properties };
  return {
    name: "text or map",
    parse: ok,
    schema: { ...schema, additionalProperties: false, pattern: `^(${kinds2.join("|")})\\s*[=:]` }
  };
}
function listOf(words, parse) {
  const schema = { type: ["string", "array"], items: { enum: words } };
  return { name: "list", words, parse, schema };
}
function map(parse) {
  return { name: "map", parse, schema: MAP };
}
function textMap(parse) {
  const value = { type: "string" };
  return { name: "map", parse, schema: { ...MAP, items: value, additionalProperties: value } };
}
function numberOrMap(parse) {
  return { name: "number or map", parse, schema: { ...MAP, type: [...MAP.type, "number"] } };
}
var MAP = { type: ["string", "array", "object"], items: ITEM, additionalProperties: ITEM };

// src/inputs/access-inputs.ts
var accessInputs = {
  title: "AWS credentials",
  inputs: {
    "role-to-assume": {
      type: text((value, region) => roleArn(region)(value), { name: "ARN", pattern: "^arn:" }),
      default: "",
      defaultText: "the credentials of an earlier step",
      combined: true,
      doc: "The ARN of a role that the action assumes through GitHub OIDC.",
      details: "The job needs `id-token: write`. The action renews the session for rollouts that last longer than one session, and if AWS ends it early."
    },
    "role-duration-seconds": {
      type: number(sessionSeconds, { minimum: 900, maximum: 43200 }),
      default: "3600",
      combined: true,
      doc: "The length of each `role-to-assume` session, in seconds.",
      details: "The role must allow it."
    },
    "credentials-expire-at": {
      type: text(instant, { name: "time", pattern: '^"?\\d{4}-\\d{2}-\\d{2}[T ]\\d{2}:' }),
      default: "",
      defaultText: "`AWS_CREDENTIAL_EXPIRATION`",
      doc: "When the credentials of an earlier step expire.",
      details: "A release that takes longer is refused. For example the output `aws-expiration` of `aws-actions/configure-aws-credentials` with `output-credentials: true`. Not with `role-to-assume`, whose session is renewed."
    }
  }
};

// src/rollout/given-approval.ts
var MOST_APPROVALS = 4;
var APPROVERS = /^(?:CODEOWNERS [^\s\p{C}][^\p{C}]{0,199}|@[\w@/., -]{1,199})$/u;
function approval(weight, at2, by) {
  return { weight, at: Math.floor(at2), by: by.replace(/[^\w.-]/g, "_").slice(0, 39) || "unknown" };
}
function formatApprovals(approvals, { startedAt }) {
  return approvals.map(({ weight, at: at2, by }) => [weight, Math.max(0, at2 - startedAt).toString(36), by].join("/")).join("+");
}
function parseApprovals(text3, { startedAt }) {
  const found = text3.split("+").map((part) => {
    const [, weight = "", since = "", by = ""] = /^(\d{1,3}(?:\.\d{1,2})?)\/([0-9a-z]{1,6})\/([\w.-]{1,39})$/.exec(part) ?? [];
    return by === "" || Number(weight) > 100 ? void 0 : { weight: Number(weight), at: startedAt + Number.parseInt(since, 36), by };
  });
  return found.length <= MOST_APPROVALS && found.every((one) => one !== void 0) ? found : void 0;
}
function splitApprovers(text3) {
  const path = /^CODEOWNERS (.+)$/.exec(text3)?.[1];
  const named = path === void 0 ? text3.split(",").map((word) => word.trim()) : [];
  return { path, named: named.filter((word) => word !== "") };
}

// src/analysis/measure-class.ts
var CLASSES = ["errors", "client-errors", "latency"];

// src/base/alarm-ref.ts
var ARN = /^arn:[\w-]+:cloudwatch:[^:]*:[^:]*:alarm:/;
function alarmName(alarm) {
  return alarm.replace(ARN, "");
}
function isAlarm(alarm, found) {
  return alarm === found || alarm === alarmName(found);
}
var MOST_TAGGED = 100;
var PREFIX2 = "tag:";
function isAlarmTag(alarm) {
  return alarm.startsWith(PREFIX2);
}
function alarmTags(alarms2) {
  return alarms2.filter(isAlarmTag).map((alarm) => {
    const [, key = "", value] = /^tag:([^=]*)(?:=(.*))?$/s.exec(alarm) ?? [];
    return { key, value };
  });
}
function namedAlarms(alarms2) {
  return alarms2.filter((alarm) => !isAlarmTag(alarm));
}
function tagText({ key, value }) {
  return value === void 0 ? key : `${key}=${value}`;
}

// src/base/foreign-text.ts
function parseJson(text3) {
  try {
    return JSON.parse(text3);
  } catch {
    return void 0;
  }
}
function percentDecoded(text3) {
  try {
    return decodeURIComponent(text3);
  } catch {
    return void 0;
  }
}
function binaryIn(base64) {
  try {
    return atob(base64);
  } catch {
    return void 0;
  }
}

// src/inputs/list-fields.ts
function splitList(text3) {
  return (namesInJson(text3) ?? text3.split(/[,\n]/)).map((item) => item.trim()).filter((item) => item !== "");
}
function namesInJson(text3) {
  const list3 = text3.startsWith("[") ? parseJson(text3) : void 0;
  return Array.isArray(list3) && list3.every((item) => typeof item === "string") ? list3 : void 0;
}
function alarms(region) {
  return (text3) => {
    const items = [...new Set(splitList(text3))];
    const problems = items.flatMap((item) => {
      if (isAlarmTag(item)) return tagProblems(item);
      const name = alarmName(item);
      if (name.length > 255) return [`${quote(name)} is longer than an alarm name can be`];
      const elsewhere = name === item ? void 0 : whyElsewhere(item, region);
      return elsewhere === void 0 ? [] : [`${quote(item)} ${elsewhere}`];
    });
    if (problems.length > 0) return bad(...problems);
    const arns = items.filter((item) => alarmName(item) !== item).map(alarmName);
    return ok(items.filter((item) => !arns.includes(item)));
  };
}
function tagProblems(item) {
  const fits = /^[\p{L}\p{Z}\p{N}_.:/=+\-@]*$/u;
  const [{ key = "", value = "" } = {}] = alarmTags([item]);
  const isTag = key.length >= 1 && key.length <= 128 && value.length <= 256;
  return isTag && fits.test(key) && fits.test(value) ? [] : [`${quote(item)} is not a tag; expected tag:KEY=VALUE or tag:KEY, such as tag:team=shop`];
}
var compare = (text3) => {
  const words = splitList(text3);
  const known2 = CLASSES;
  const unknown = words.filter((word) => !known2.includes(word));
  if (unknown.length > 0) {
    return bad(
      ...unknown.map(
        (word) => `${quote(word)}; expected ${CLASSES.join(", ")}.${didYouMean(word, CLASSES)}`
      )
    );
  }
  return words.length > 0 ? ok(CLASSES.filter((each) => words.includes(each))) : bad(`${quote(text3)} names nothing to compare; expected ${CLASSES.join(", ")}`);
};
var FUNCTION_ARN = /^arn:[\w-]+:lambda:[\w-]+:(\d{12}):function:([^:]+)(?::(.+))?$/;
function functions(region) {
  return (text3) => {
    const read2 = splitList(text3).map((item) => functionRef(item, region));
    const problems = read2.filter((r) => typeof r === "string");
    const refs = read2.filter((r) => typeof r !== "string");
    problems.push(...twice(refs.map((ref) => ref.name)));
    return problems.length > 0 ? bad(...problems) : ok(refs);
  };
}
function twice(names) {
  const repeated = names.filter((name, i) => names.indexOf(name) !== i);
  return [...new Set(repeated)].map((name) => `"${name}" is listed twice`);
}
function functionRef(item, region) {
  const [, account, arnName, arnQualifier] = FUNCTION_ARN.exec(item) ?? [];
  const elsewhere = arnName === void 0 ? void 0 : whyElsewhere(item, region);
  if (elsewhere !== void 0) return `${quote(item)} ${elsewhere}`;
  const [name = "", ...rest] = arnName === void 0 ? item.split(":") : [arnName];
  const qualifier = arnQualifier ?? (rest.length > 0 ? rest.join(":") : void 0);
  const otherArn = arnName === void 0 && item.startsWith("arn:");
  if (otherArn || !/^[A-Za-z0-9_-]{1,64}$/.test(name)) {
    return `${quote(item)} is not a function; expected a name or an ARN`;
  }
  if (qualifier === "$LATEST") {
    return `${quote(item)}: $LATEST changes with every update and cannot be released; omit it, and the action publishes a version of it`;
  }
  if (qualifier !== void 0 && !ALIAS.test(qualifier)) {
    return `${quote(item)} has the qualifier ${quote(qualifier)}; expected the function alone, or with an alias (a version to release goes into "version")`;
  }
  return { name, account, version: void 0, alias: qualifier };
}
var versions = (text3) => {
  const problems = [];
  const entries = splitList(text3).map((item) => {
    const [, name = "", version = ""] = /^(?:([A-Za-z0-9_-]{1,64})\s*=\s*)?(\d{1,18})$/.exec(item) ?? [];
    if (version === "") {
      problems.push(
        `${quote(item)}; expected the number of a published version, such as 8 or orders=8`
      );
    }
    return [name, version];
  });
  problems.push(...twice(entries.map(([name]) => name || "the only function")));
  return problems.length > 0 ? bad(...problems) : ok(Object.fromEntries(entries));
};
var CODE_HASH = /^(?:([A-Za-z0-9_-]{1,64})\s*=\s*)?([A-Za-z0-9+/]{43}=|[0-9a-f]{64})$/;
var codeHashes = (text3) => {
  const problems = [];
  const entries = splitList(text3).map((item) => {
    const [, name = "", hash = ""] = CODE_HASH.exec(item) ?? [];
    if (hash === "") {
      problems.push(
        `${quote(item)}; expected the CodeSha256 that Lambda returns (44 characters that end with =, or 64 hexadecimal digits), or NAME=HASH`
      );
    }
    return [name, hash];
  });
  problems.push(...twice(entries.map(([name]) => name || "the only function")));
  return problems.length > 0 ? bad(...problems) : ok(Object.fromEntries(entries));
};
var STACK_ARN = /^arn:[\w-]+:cloudformation:[\w-]+:\d{12}:stack\/[A-Za-z][A-Za-z0-9-]{0,127}\/[\w-]+$/;
function stackName(region) {
  return (text3) => {
    if (text3 === "" || /^[A-Za-z][A-Za-z0-9-]{0,127}$/.test(text3)) return ok(text3);
    if (!STACK_ARN.test(text3)) {
      return bad(
        `${quote(text3)} is not a stack; expected the name of one, with letters, digits and "-", or its ARN`
      );
    }
    const elsewhere = whyElsewhere(text3, region);
    return elsewhere === void 0 ? ok(text3) : bad(`${quote(text3)} ${elsewhere}`);
  };
}
var earlierRelease = (text3) => {
  if (text3 === "") return { ok: true, value: void 0 };
  if (text3 === "previous") return { ok: true, value: { kind: "previous" } };
  const id = /^deployment\s*=\s*([A-Za-z0-9]{1,64})$/.exec(text3)?.[1];
  if (id !== void 0) return { ok: true, value: { kind: "deployment", id } };
  const parsed = versions(text3);
  if (parsed.ok) return { ok: true, value: { kind: "versions", versions: parsed.value } };
  const expected = "previous, deployment=ID of a stage, or versions such as 7 or orders=7";
  return { ok: false, problems: [`${quote(text3)}; expected ${expected}`] };
};
var commitSha = (text3) => {
  const sha = text3.toLowerCase();
  return sha === "" || /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(sha) ? { ok: true, value: sha } : {
    ok: false,
    problems: [`${quote(text3)}; expected the full SHA of a commit, of 40 hexadecimal digits`]
  };
};
var environment = (text3) => text3.length <= 255 ? { ok: true, value: text3 } : { ok: false, problems: [`${quote(text3)}; expected at most 255 characters`] };
var webAddress = (text3) => text3 === "" || /^https?:\/\/[^\s]+$/.test(text3) ? { ok: true, value: text3 } : { ok: false, problems: [`${quote(text3)}; expected an address that begins with https://`] };
var stageNames = (text3) => {
  const names = splitList(text3);
  const wrong = names.filter((name) => !stageName(name).ok);
  return wrong.length > 0 ? { ok: false, problems: wrong.map((name) => `${quote(name)} is not the name of a stage`) } : { ok: true, value: names };
};

// src/inputs/approval-fields.ts
var approvalWeights = (text3) => {
  const items = splitList(text3);
  const weights = items.map((item) => Number(/^(\d{1,3}(?:\.\d{1,2})?)\s*%$/.exec(item)?.[1]));
  const problems = items.filter((_, i) => !((weights[i] ?? -1) <= 100)).map((item) => `${quote(item)}; expected a percentage from 0% to 100%, such as 50%`);
  const different = [...new Set(weights)].sort((a, b) => a - b);
  if (problems.length === 0 && different.length > MOST_APPROVALS) {
    problems.push(`${quote(text3)}; expected at most ${MOST_APPROVALS} weights`);
  }
  return problems.length > 0 ? bad(...problems) : ok(different);
};
var NAME = /^@[A-Za-z0-9][\w-]{0,38}(?:\/[\w.-]{1,100})?$/;
var approvers = (text3) => {
  if (text3 === "") return ok(void 0);
  const path = pathIn(text3);
  const names = path === void 0 ? splitList(text3) : [];
  const wrong = names.find((name) => !NAME.test(name));
  const plain = path === void 0 ? names.join(", ") : `CODEOWNERS ${path}`;
  const leaves = path?.split("/").includes("..");
  if (wrong === void 0 && !leaves && APPROVERS.test(plain)) return ok(plain);
  return bad(
    `${quote(wrong ?? text3)}; expected CODEOWNERS and a path such as CODEOWNERS services/orders, or people and teams such as @octo-org/releases, at most 200 characters`
  );
};
function pathIn(text3) {
  const path = /^CODEOWNERS[ :](.*)$/s.exec(text3)?.[1]?.trim();
  return path?.startsWith("/") ? path.slice(1) : path;
}
var door = (text3) => {
  const parsed = flag(text3);
  if (parsed.ok) return parsed;
  return /^(?=.{4,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/.test(text3) ? ok(text3) : bad(
    `${quote(text3)}; expected true, false, or the custom domain name of the API, such as api.example.com`
  );
};
function plannedApprovals(values) {
  const { "approve-at": asked, approvers: by, door: opens } = values;
  const hasDoor = opens !== false && waitsAtZero(values);
  const at2 = hasDoor && asked[0] !== 0 ? [0, ...asked] : asked;
  if (at2.length === 0) return void 0;
  return { at: at2, ...by !== void 0 && { by }, ...hasDoor && { door: true } };
}
function waitsAtZero(values) {
  const { command, "plan-of": planOf, "approve-at": at2 } = values;
  const starts = command === "start" || command === "plan" && planOf === "start";
  return starts || at2 === void 0 || at2[0] === 0;
}
function approvalProblems(values) {
  const { "approve-at": at2, door: opens } = values;
  return opens && at2 && at2.length >= MOST_APPROVALS && at2[0] !== 0 ? [
    `approve-at: with door, 0% is one of the weights; expected at most ${MOST_APPROVALS - 1} more`
  ] : [];
}

// src/inputs/approval-inputs.ts
var approvalInputs = {
  title: "Approvals",
  inputs: {
    "approve-at": {
      type: list(approvalWeights),
      default: "",
      defaultText: "no approval",
      combined: true,
      doc: "The weights before which a person must approve, such as `50%` or `0%, 50%`.",
      details: "Before such a weight, the run ends as `held`, and the comment shows the numbers. `/canary promote` (or `command: promote`) approves, and the release continues with its plan; `/canary rollback` rolls back. `0%`: before any user is served. `100%`: before the promotion. See [Approvals](docs/approvals.md)."
    },
    approvers: {
      type: text(approvers, { pattern: "^(CODEOWNERS[ :]|@)" }),
      actionOnly: true,
      default: "",
      defaultText: "everybody with write access",
      combined: true,
      doc: "Whose approval counts: `CODEOWNERS PATH`, or people and teams such as `@octo-org/releases`.",
      details: "`CODEOWNERS services/orders`: the owners of that path on the branch that the pull request is merged into, which needs `contents: read`. Teams need a `github-token` with `read:org`."
    },
    door: {
      type: booleanOr(door),
      default: "false",
      doc: "Whether the release first waits at 0% and shows how to reach the new version.",
      details: "Set it with `command: start`, or with `approve-at: 0%`. On a stage, the release creates a shadow stage with its own URL, until the first step or a rollback. For an alias, it shows the command that invokes the version. With a custom domain name, such as `api.example.com`, it also shows the routing rule that sends requests with a certain header there. See [Approvals](docs/approvals.md#a-door-to-the-new-version)."
    }
  }
};

// src/inputs/command-inputs.ts
var COMMANDS = [
  "rollout",
  "plan",
  "start",
  "advance",
  "promote",
  "rollback",
  "pause",
  "resume",
  "status",
  "comment",
  "preview",
  "sweep"
];
var commandInputs = {
  title: "Command",
  inputs: {
    command: {
      type: choice(...COMMANDS),
      default: "rollout",
      doc: "What this run does: a complete release, one part of a release, or a check.",
      details: "`rollout`: run the complete release. `plan`: check everything, change nothing, and report what would happen and what each step can detect. It fails if it finds problems, so you can use it as a pull-request check. To split a release across runs, use the following commands. `start`: release up to the first weight. `advance`: check once, then shift if it is time, or roll back. `promote`: skip the remaining steps and promote. `rollback`: return all traffic to the previous version. `pause`: keep the current weight. `resume`: end the pause. `status`: show the current state and change nothing. `comment`: run the command in a pull-request comment, such as `/canary promote`, on the event `issue_comment`. `preview`: deploy the code of a pull request; see the input `preview`. `sweep`: remove old previews and previews of closed pull requests, and shadow stages of releases that no longer exist."
    },
    all: {
      type: boolean,
      default: "false",
      workflowOnly: true,
      combined: true,
      doc: "With the command `status`: shows every open release of the account and Region.",
      details: "No target is named. Each release is shown with its weight, the run that drives it, when it began, and what it waits for. See [All releases](docs/overview.md)."
    },
    config: {
      type: file,
      default: "",
      workflowOnly: true,
      combined: true,
      doc: "A YAML file in the checkout that sets inputs by name.",
      details: "Inputs under `with:` override the file."
    },
    "plan-of": {
      type: choice("rollout", "start"),
      default: "rollout",
      doc: "The kind of release that the command `plan` checks.",
      details: "`rollout`: a complete release in one job. `start`: a release that later runs continue with `advance` or `promote`, so `job-timeout` does not limit it."
    },
    "hold-for": {
      type: time,
      default: "0s",
      member: "holdSeconds",
      doc: "How long the command `start` monitors the first weight before it ends, such as `30m`.",
      details: "With `0s`, it ends immediately and later runs continue the release."
    },
    "rollback-to": {
      type: { ...numberOrMap(earlierRelease), name: "text or map" },
      default: "",
      defaultText: "only an open release is rolled back",
      doc: "The earlier release that the command `rollback` returns to after a promotion.",
      details: "`previous`: the release before the one now served, as recorded in the description of its deployment or version. `deployment=ID`: a deployment in the history of the stage. Versions: `7`, or `orders=7, payments=3`."
    }
  }
};

// src/inputs/gate-inputs.ts
var gateInputs = {
  title: "Release hours and stops",
  inputs: {
    window: {
      type: list(anyText),
      default: "",
      defaultText: "at any time",
      combined: true,
      doc: "When releases may begin and continue, such as `Mon-Thu 09:00-16:00 Europe/Berlin`.",
      details: "Days, hours and a time zone of the IANA database, one per line; without days, every day. Outside them, a release in progress keeps its weight, is still monitored, and may be rolled back. See [release hours and stops](docs/release-hours.md)."
    },
    freeze: {
      type: freezeList,
      default: "",
      defaultText: "none",
      combined: true,
      doc: "When releases do not continue, such as `2026-12-18..2027-01-04 holidays`.",
      details: "The first and the last day, or times such as `2026-12-18T16:00..2026-12-19T08:00`, then a time zone if it is not that of `window`, and a reason; one per line. `calendar: FILE` is an iCalendar file in the checkout, of which every event is a freeze."
    },
    "on-closed": {
      type: choice("fail", "wait", "skip"),
      default: "fail",
      doc: "What to do with a new release when releases may not continue.",
      details: "That is outside the release hours, in a freeze, or while they are stopped. `fail`: stop, before anything is changed, and say when it could start. `wait`: wait in the job, if `job-timeout` leaves enough time for the release. `skip`: end without an error. It also applies to `command: promote`, where `wait` continues monitoring."
    },
    "override-freeze": {
      type: text(oneLine2),
      default: "",
      workflowOnly: true,
      combined: true,
      doc: "Why this run may ignore `window` and `freeze`, such as `fix for INC-42`.",
      details: "The report shows it. A `stop-switch` still counts."
    },
    "stop-switch": {
      type: oneNamed("alarm", "parameter", "variable"),
      default: "",
      defaultText: "none",
      combined: true,
      doc: "One switch that stops all releases, such as `parameter=/releases/stop`.",
      details: "`alarm=NAME` is a CloudWatch alarm, `parameter=NAME` an SSM parameter, and `variable=NAME` a repository variable. It is read before each shift and the promotion. An alarm counts as set in the state `ALARM`, and a parameter or variable unless its value is `off`. A switch that does not exist or cannot be read counts as set."
    }
  }
};

// src/inputs/hook-fields.ts
var bad2 = (problem) => ({ ok: false, problems: [problem] });
var LONGEST_SECONDS = 900;
var hookTimeout = (text3) => {
  const parsed = duration(text3);
  if (!parsed.ok) return parsed;
  return parsed.value >= 1 && parsed.value <= LONGEST_SECONDS ? parsed : bad2(`${quote(text3)}; expected from 1s to 15m, the maximum duration of a Lambda function`);
};
function hooks(region) {
  return (text3) => {
    const lines = text3.split("\n").map((line) => line.trim());
    const parsed = lines.filter((line) => line !== "").map((line) => hook(line, region));
    const problems = parsed.flatMap((each) => each.ok ? [] : each.problems);
    if (problems.length > 0) return { ok: false, problems };
    return { ok: true, value: numbered(parsed.flatMap((each) => each.ok ? [each.value] : [])) };
  };
}
function numbered(all) {
  return all.map((one, i) => {
    const alike = (other) => other.kind === "url" && other.label === one.label;
    if (one.kind !== "url" || all.filter(alike).length === 1) return one;
    return { ...one, label: `${one.label} (${all.slice(0, i).filter(alike).length + 1})` };
  });
}
function hook(text3, region) {
  return /^[a-z][a-z0-9+.-]*:\/\//i.test(text3) ? urlHook(text3) : functionHook(text3, region);
}
var MIN_SECRET = 8;
function isHookSecret(text3) {
  return text3.length >= MIN_SECRET && !/[\r\n]/.test(text3);
}
var hookSecret = (text3) => text3 === "" || isHookSecret(text3) ? { ok: true, value: text3 } : bad2(
  `its value (not shown) is too short, or has several lines; expected at least ${MIN_SECRET} characters in one line`
);
var notifyUrl = (text3) => text3 === "" ? { ok: true, value: void 0 } : urlHook(text3);
function urlHook(text3) {
  if (!URL.canParse(text3)) {
    return bad2("an address is not valid (not shown, because it may be secret)");
  }
  const url2 = new URL(text3);
  const shown = `the address on ${quote(url2.host)}`;
  if (text3.length > 2048) return bad2(`${shown} is longer than 2048 characters`);
  if (url2.username !== "" || url2.password !== "") {
    return bad2(`${shown} contains a user name or password; expected hook-secret instead`);
  }
  const isLocal = /^(localhost|127(\.\d+){3}|\[::1\])$/.test(url2.hostname);
  if (url2.protocol !== "https:" && !(url2.protocol === "http:" && isLocal)) {
    return bad2(`${shown}; expected an address that begins with https://`);
  }
  return { ok: true, value: { kind: "url", url: url2.href, label: url2.host } };
}
function shownHook(text3) {
  return /[/?#@=&%]/.test(text3) ? "a line that is not shown, because it may be secret" : quote(text3);
}
var NAME2 = /^[A-Za-z0-9_-]{1,64}$/;
var QUALIFIER = /^(\$LATEST|[A-Za-z0-9_-]{1,128})$/;
var ARN2 = /^(arn:[\w-]+:lambda:[\w-]+:\d{12}:function:([^:]+))(?::(.+))?$/;
function functionHook(text3, region) {
  const [, arn, arnName, arnQualifier] = ARN2.exec(text3) ?? [];
  const [plain = "", ...rest] = text3.split(":");
  const name = arnName ?? plain;
  const plainQualifier = rest.length > 0 ? rest.join(":") : void 0;
  const qualifier = arn === void 0 ? plainQualifier : arnQualifier;
  if (!NAME2.test(name) || qualifier !== void 0 && !QUALIFIER.test(qualifier)) {
    return bad2(
      `${shownHook(text3)}; expected one per line: a Lambda function (NAME, NAME:ALIAS or an ARN) or an address that begins with https://`
    );
  }
  const elsewhere = arn === void 0 ? void 0 : whyElsewhere(arn, region);
  if (elsewhere !== void 0) return bad2(`${quote(text3)} ${elsewhere}`);
  const label = qualifier === void 0 ? name : `${name}:${qualifier}`;
  return {
    ok: true,
    value: { kind: "function", functionName: arn ?? name, qualifier, label }
  };
}

// src/base/names-text.ts
function namesText(names) {
  return names.some((name) => /[,\n]/.test(name)) ? JSON.stringify(names) : names.join("\n");
}

// src/inputs/names.ts
function nameOf(of) {
  return {
    rename: (text3, rename) => text3 === "" ? "" : rename(of, text3).join(",")
  };
}
function namesOf(of) {
  return {
    rename: (text3, rename) => namesText(
      splitList(text3).flatMap(
        (item) => isArn(item) || isAlarmTag(item) ? [item] : rename(of, item)
      )
    )
  };
}
var functionNames = {
  rename: (text3, rename) => splitList(text3).flatMap((item) => renamedFunction(item, rename)).join("\n")
};
var hookNames = {
  hidden: true,
  rename: (text3, rename) => text3.split("\n").map((line) => line.trim()).flatMap((line) => isAddress(line) ? [line] : renamedFunction(line, rename)).join("\n")
};
function isAddress(line) {
  return line === "" || /^[a-z][a-z0-9+.-]*:\/\//i.test(line);
}
function renamedFunction(item, rename) {
  if (isArn(item)) return [item];
  const [name = "", ...qualifier] = item.split(":");
  return rename("function", name).map((each) => [each, ...qualifier].join(":"));
}
function isArn(item) {
  return item.startsWith("arn:");
}
var KEY = /^(\s*)([A-Za-z0-9_./-]{1,255})(?=\s*=\s*[^\s=])/;
var keyNames = {
  rename: (text3, rename) => text3.replace(
    /[^,\n]+/g,
    (item) => item.replace(KEY, (_, space, name) => space + onlyFunction(name, rename))
  )
};
var placeholderNames = {
  rename: (text3, rename) => text3.replace(
    /\{(to|from)\.([^{}\s]+)\}/g,
    (_, side, name) => `{${side}.${onlyFunction(name, rename)}}`
  )
};
function onlyFunction(name, rename) {
  const [only2, ...others] = rename("function", name);
  return only2 === void 0 || others.length > 0 ? name : bareFunction(only2);
}
function bareFunction(text3) {
  return text3.replace(/^arn:[^:]*:lambda:[^:]*:[^:]*:function:/, "").replace(/:.*$/, "");
}

// src/base/assert.ts
var ImpossibleError = class extends Error {
  name = "ImpossibleError";
};
function must(value, what) {
  if (value === void 0 || value === null) throw new ImpossibleError(`expected that ${what}`);
  return value;
}

// src/templates/tree.ts
function isMap(tree) {
  return tree instanceof Map;
}
function isList(tree) {
  return Array.isArray(tree);
}
var MARKS = /* @__PURE__ */ new WeakMap();
var NO_MARKS = /* @__PURE__ */ new Map();
function markedMap(entries, marks) {
  const map3 = new Map(entries);
  MARKS.set(map3, marks);
  return map3;
}
function marksOf(map3) {
  return MARKS.get(map3) ?? NO_MARKS;
}
var EMPTY = /* @__PURE__ */ new Map();
function mapAt(tree, key) {
  const found = tree.get(key);
  return isMap(found) ? found : EMPTY;
}
function textAt(tree, key) {
  const found = tree.get(key);
  return typeof found === "string" && found !== "" ? found : void 0;
}
function placeOf(map3, key) {
  const mark = map3 && marksOf(map3).get(key);
  return mark ? `${markText(mark)}: ` : "";
}
function markText({ line, column }) {
  return `line ${line}, column ${column}`;
}

// src/templates/compose.ts
var MAX_DEPTH = 100;
var TOO_DEEP = `it is nested more than ${MAX_DEPTH} deep`;
async function composeYaml(text3, options = {}) {
  const { Composer, isScalar: isScalar2, LineCounter, Parser, visit } = await import("./vendor-yaml.js");
  const lines = new LineCounter();
  const markAt = (offset) => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  const tokens = await foreign(() => [...new Parser(lines.addNewLine).parse(text3)]);
  if (isDeep(tokens)) throw new KnownError(TOO_DEEP);
  const composer = new Composer({ logLevel: "error", uniqueKeys: false, ...options });
  const [document, another] = await foreign(() => {
    const [first, second] = composer.compose(tokens, true, text3.length);
    return [first, second];
  });
  const [error2] = document?.errors ?? [];
  if (error2) throw new KnownError(syntaxProblem(error2, markAt));
  if (another)
    throw new KnownError(`it contains more than one document${at(markAt, another.range[0])}`);
  const repeated = document && repeatedKey(document, { isScalar: isScalar2, visit });
  if (repeated) {
    const { name, offset } = repeated;
    throw new KnownError(
      `Map keys must be unique; ${quote(name)} occurs twice${at(markAt, offset)}`
    );
  }
  return { document, markAt };
}
function at(markAt, offset) {
  return ` at ${markText(markAt(offset))}`;
}
function syntaxProblem({ message, code: code2, pos: [offset] }, markAt) {
  const first = must(message.split("\n")[0], "a text has a first line").replace(/:$/, "");
  const where = `${first}${at(markAt, offset)}`;
  if (code2 !== "MISSING_CHAR" && code2 !== "BAD_INDENT") return where;
  return `${where}; expected each further line of a value to be indented more than its key`;
}
function repeatedKey(document, { isScalar: isScalar2, visit }) {
  let repeated;
  visit(document, {
    Map: (_, { items }) => {
      const keys = /* @__PURE__ */ new Set();
      for (const { key } of items) {
        const value = isScalar2(key) ? key.value : key;
        if (keys.has(value)) {
          const range = key?.range;
          repeated = { name: String(value), offset: range?.[0] ?? 0 };
          return visit.BREAK;
        }
        keys.add(value);
      }
      return void 0;
    }
  });
  return repeated;
}
function isDeep(tokens) {
  let level = [...tokens];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > MAX_DEPTH) return true;
    level = level.flatMap(innerTokens);
  }
  return false;
}
function innerTokens(token) {
  if (token.type === "document") return token.value ? [token.value] : [];
  if (!("items" in token)) return [];
  return token.items.flatMap(({ key, value }) => [key, value].filter((t) => t != null));
}

// src/inputs/checkout-file.ts
import { resolve, sep } from "node:path";
function readCheckoutFile(path, workspace, maxBytes) {
  const found = findInCheckout(path, workspace);
  if ("problem" in found) return found;
  const { real, kind, bytes } = found;
  if (kind === "folder") return { problem: "it is a folder; expected a file" };
  if (bytes > maxBytes) return { problem: `it has ${bytes} bytes; expected at most ${maxBytes}` };
  try {
    return { text: readFileSync(real, "utf8") };
  } catch (error2) {
    return { problem: messageOf(error2) };
  }
}
function findInCheckout(path, workspace) {
  try {
    const root = realpathSync(workspace);
    const real = realpathSync(resolve(root, path));
    if (!real.startsWith(root + sep)) return { problem: "it is outside the checkout" };
    const status = lstatSync(real);
    if (status.isDirectory()) return { real, kind: "folder", bytes: 0 };
    if (!status.isFile()) return { problem: "it is not a regular file" };
    return { real, kind: "file", bytes: status.size };
  } catch (error2) {
    const code2 = error2.code;
    if (code2 === "ENOENT")
      return {
        problem: "there is no such file in the checkout (does a checkout step run first?)"
      };
    return { problem: messageOf(error2) };
  }
}

// src/inputs/smoke-fields.ts
var MOST_CHECKS = 50;
var TEXT = { type: ["string", "number", "boolean"] };
var NAMES = { type: "object", additionalProperties: TEXT };
var EXPECT = {
  type: "object",
  additionalProperties: false,
  minProperties: 1,
  properties: {
    status: { type: ["string", "number"] },
    headers: { type: "object" },
    json: { type: "object" },
    contains: { type: ["string", "number", "boolean", "array"] },
    "faster-than": { type: "string" }
  }
};
var COMPARE = {
  type: ["boolean", "object"],
  additionalProperties: false,
  properties: {
    ignore: { type: ["string", "array"], items: { type: "string" } },
    "on-difference": { enum: ["warn", "fail"] },
    "any-method": { type: "boolean" }
  }
};
var PROBE = {
  type: ["boolean", "object"],
  additionalProperties: false,
  properties: { "any-method": { type: "boolean" } }
};
var CHECK = {
  type: "object",
  additionalProperties: false,
  properties: {
    ...{ name: TEXT, when: { type: ["string", "array"] }, function: TEXT },
    ...{
      method: TEXT,
      path: TEXT,
      headers: NAMES,
      body: {},
      file: TEXT,
      sign: { type: "boolean" }
    },
    ...{ format: { enum: ["rest", "http", "url", "alb"] }, route: TEXT, event: TEXT },
    ...{ expect: EXPECT, save: { type: ["string", "object"] }, compare: COMPARE },
    ...{ retries: { type: ["number", "string"] }, every: TEXT, timeout: TEXT, probe: PROBE }
  }
};
var CHECKS = { type: "array", minItems: 1, maxItems: MOST_CHECKS, items: CHECK };
var smokeChecks = {
  name: "YAML list or map",
  parse: anyText,
  schema: {
    anyOf: [
      { type: "string" },
      CHECKS,
      {
        type: "object",
        additionalProperties: false,
        required: ["checks"],
        properties: {
          ...{ checks: CHECKS, secrets: NAMES, headers: NAMES, sign: { type: "boolean" } },
          ...{
            format: { enum: ["rest", "http", "url", "alb"] },
            address: TEXT,
            "time-limit": TEXT,
            probe: { type: "string", pattern: "^\\d{1,3}\\s*/\\s*m$" }
          }
        }
      }
    ]
  }
};
var CHECKING = ["rollout", "plan", "start", "advance", "promote", "comment"];
var MAX_FILE_BYTES = 256 * 1024;
async function readSmoke(text3, { env, workspace, command }, problems) {
  const later = command === "comment" ? [] : void 0;
  const found = later ?? problems;
  const none = { suite: void 0, problems: found, later };
  if (!text3 || !CHECKING.includes(command)) return none;
  const { parseSuite } = await import("./checks-parse-suite.js");
  let content;
  try {
    const { document } = await composeYaml(text3);
    content = await foreign(() => document?.toJS({ mapAsMap: true, maxAliasCount: 20 }));
  } catch (error2) {
    found.push(`smoke: it is not YAML: ${known(error2).message.split("\n")[0]}`);
    return none;
  }
  const parsed = parseSuite(content, {
    read: (path) => readCheckoutFile(path, workspace, MAX_FILE_BYTES),
    variable: (name) => env[name] ?? ""
  });
  if ("checks" in parsed) return { ...none, suite: parsed };
  found.push(...parsed.map((problem) => `smoke: ${problem}`));
  return none;
}

// src/inputs/hook-inputs.ts
var hookList = list((text3, region) => hooks(region)(text3));
var hookInputs = {
  title: "Hooks",
  inputs: {
    smoke: {
      type: smokeChecks,
      default: "",
      combined: true,
      doc: "Requests to the new version alone, and their expected responses, as YAML.",
      details: "A list of checks with `path` or `event`, and `expect`; each runs `before` any user is served, at the end of `each-step`, or `after` the promotion. If a check fails, the release ends or is rolled back. See [smoke checks](docs/smoke.md)."
    },
    "pre-traffic-hook": {
      type: hookList,
      default: "",
      combined: true,
      names: hookNames,
      doc: "Runs after the canary is prepared and before it receives traffic.",
      details: "Set a Lambda function (`NAME`, `NAME:ALIAS` or ARN) or an HTTPS address; write several hooks one per line. If a hook fails, the release ends before any user is served."
    },
    "step-hook": {
      type: hookList,
      default: "",
      combined: true,
      names: hookNames,
      doc: "Runs at the end of each step, before the next weight or the promotion.",
      details: "If a hook fails, the release is rolled back."
    },
    "post-traffic-hook": {
      type: hookList,
      default: "",
      combined: true,
      names: hookNames,
      doc: "Runs after the promotion: when the bake begins, or with a `hold-back` when it is over.",
      details: "If a hook fails, the release is rolled back."
    },
    "hook-timeout": {
      type: timeOf(hookTimeout),
      default: "60s",
      combined: true,
      doc: "How long a hook may run, from `1s` to `15m`."
    },
    "hook-secret": {
      type: text(hookSecret),
      default: "",
      workflowOnly: true,
      secret: true,
      combined: true,
      doc: "The key that signs requests to hook addresses and to `notify-url`.",
      details: "At least 8 characters in one line. The signature is in the header `x-canary-signature` (HMAC-SHA-256)."
    }
  }
};

// src/inputs/metric-fields.ts
var KEYS = ["name", "worse", "namespace", "events", "total", "canary", "stable"];
var MAX_METRICS = 20;
var TEXT2 = { type: ["string", "number", "boolean"], minLength: 1, maxLength: 255 };
var DIMENSIONS = { type: "object", additionalProperties: TEXT2 };
var metricList = {
  name: "YAML list",
  parse: anyText,
  schema: {
    type: ["string", "array"],
    maxItems: MAX_METRICS,
    items: {
      type: "object",
      additionalProperties: false,
      required: KEYS.filter((key) => key !== "worse"),
      properties: {
        ...{ name: TEXT2, worse: { enum: ["higher", "lower"] }, namespace: TEXT2 },
        ...{ events: TEXT2, total: TEXT2, canary: DIMENSIONS, stable: DIMENSIONS }
      }
    }
  }
};
async function parseMetrics(text3, functions2, problems) {
  if (text3 === "") return [];
  let content;
  try {
    const { document } = await composeYaml(text3);
    content = await foreign(() => document?.toJS({ mapAsMap: true, maxAliasCount: 20 }));
  } catch (error2) {
    problems.push(`metrics: it is not YAML: ${known(error2).message.split("\n")[0]}`);
    return [];
  }
  if (!Array.isArray(content) || content.length > MAX_METRICS) {
    problems.push(`metrics: ${quote(text3)}; expected a list of at most ${MAX_METRICS} metrics`);
    return [];
  }
  return content.flatMap((item, i) => {
    const found = readMetric(item, functions2);
    if (!Array.isArray(found)) return [found];
    problems.push(...found.map((problem) => `metrics, item ${i + 1}: ${problem}`));
    return [];
  });
}
function readMetric(item, functions2) {
  if (!(item instanceof Map)) return [`expected a map with the keys ${KEYS.join(", ")}`];
  const problems = [...item.keys()].filter((key) => !KEYS.includes(key)).map((key) => `unknown key ${quote(String(key))}.${didYouMean(String(key), KEYS)}`);
  const text3 = (key) => {
    const value = item.get(key);
    if (typeof value === "string" && value.length > 0 && value.length <= 255) return value;
    problems.push(`"${key}" is ${quote(String(value))}; expected a string`);
    return "";
  };
  const dimensions = (key) => {
    const found = readDimensions(item.get(key), functions2);
    if (typeof found !== "string") return found;
    problems.push(`"${key}": ${found}`);
    return {};
  };
  const worse = item.get("worse") ?? "higher";
  if (worse !== "higher" && worse !== "lower") {
    problems.push(`"worse" is ${quote(String(worse))}; expected higher or lower`);
  }
  const metric = {
    name: text3("name"),
    worse: worse === "lower" ? "lower" : "higher",
    namespace: text3("namespace"),
    events: text3("events"),
    total: text3("total"),
    canary: dimensions("canary"),
    stable: dimensions("stable")
  };
  return problems.length > 0 ? problems : metric;
}
var PLACEHOLDER = /\{(?:to|from)\.([A-Za-z0-9_-]{1,64})\}/g;
function readDimensions(value, functions2) {
  if (!(value instanceof Map))
    return 'expected the dimensions of this side, such as { Version: "8" }';
  const dimensions = {};
  for (const [name, raw] of value) {
    const text3 = String(raw);
    const stranger = [...text3.matchAll(PLACEHOLDER)].find(
      (m) => !functions2.includes(must(m[1], "a placeholder names its function"))
    );
    if (stranger) return `${quote(stranger[0])} names no function of this release`;
    dimensions[String(name)] = text3;
  }
  return dimensions;
}
function fillVersions(dimensions, versions2) {
  const fill2 = (text3) => versions2.reduce(
    (filled, v) => filled.replaceAll(`{to.${v.name}}`, v.to).replaceAll(`{from.${v.name}}`, v.from),
    text3
  );
  return Object.fromEntries(Object.entries(dimensions).map(([name, text3]) => [name, fill2(text3)]));
}

// src/inputs/judging-inputs.ts
var judgingInputs = {
  title: "Alarms and comparison",
  inputs: {
    alarms: {
      type: list((text3, region) => alarms(region)(text3)),
      default: "",
      names: namesOf("alarm"),
      doc: "CloudWatch alarms of any type: names, ARNs or `tag:KEY=VALUE`, separated by commas or line breaks.",
      details: 'If a name contains a comma, use a JSON list such as `["orders, 5xx"]`, or a list in the config file. Metric, composite and log alarms of the account and the Region of the job. If one fires, the release is rolled back. `tag:team=shop` means every alarm with that tag, also those of other services: at least one and at most 100. See [alarms by tag](docs/schedule.md#alarms-by-tag).'
    },
    "on-alarm-at-start": {
      type: choice("stop", "continue"),
      default: "stop",
      doc: "What to do if an alarm is already firing when the release starts.",
      details: "`stop`: do not start. `continue`: start, and count only a new transition to `ALARM`."
    },
    analysis: {
      type: choice("enforce", "observe", "off"),
      default: "enforce",
      doc: "Whether to compare the errors and latency of the new version with the current version.",
      details: "`enforce`: compare, and roll back a worse version. `observe`: compare, and only report. `off`: do not compare."
    },
    compare: {
      type: listOf(CLASSES, compare),
      default: CLASSES.join(", "),
      defaultText: "all three",
      doc: "What to compare.",
      details: "`errors`: 5XX responses, and failed or throttled invocations. `client-errors`: 4XX responses. `latency`: slow responses. On a stage with detailed metrics, errors and client errors are also compared by route. Aliases have counts of errors only. Your own `metrics` are always compared."
    },
    logs: {
      type: choice("auto", "off", "required"),
      default: "auto",
      doc: "Whether to read the logs of both versions, which show failures within seconds.",
      details: "Metrics arrive by the minute, and one to three minutes late. On a stage, the access log is read, and on an alias the log of the function. `auto`: read them if they exist and can be read. `off`: do not read them. `required`: do not start if they cannot be read. See [logs](docs/logs.md)."
    },
    "false-rollback-rate": {
      type: percentage(rate),
      default: "1%",
      doc: "The maximum probability that the comparison rolls back a version that is no worse.",
      details: "It covers all tests of a complete rollout."
    },
    dispersion: {
      type: number(dispersion, { minimum: 1, maximum: 999 }, "auto"),
      default: "auto",
      doc: "The expected size of failure clusters on one version.",
      details: "One bad execution environment can cause such clusters. `auto` estimates the size from the hour before the release: up to 50 failures, and up to 5 slow requests. You can also set a number. It does not make sticky routing comparable: if all requests of a client go to one version, `false-rollback-rate` does not hold."
    },
    "warm-up": {
      type: time,
      default: "1m",
      member: "warmUpSeconds",
      doc: "How long the new version may be slower after each change of its weight.",
      details: "Its execution environments start then, and caches are empty. Slow requests of this time are not compared, and those after it count more and more. Set it to the time after which a new version has its usual latency. Failed requests always count."
    },
    "min-requests": {
      type: number(countOfRequests, { minimum: 1, maximum: 999999999 }),
      default: "1",
      doc: "The minimum number of canary requests before a step can end.",
      details: "If they do not arrive within `max-step-time`, `on-inconclusive` applies."
    },
    metrics: {
      type: metricList,
      default: "",
      combined: true,
      names: placeholderNames,
      doc: "Your own metrics to compare, as YAML.",
      details: "A list of items with the keys `name`, `worse` (`higher`, the default, or `lower`), `namespace`, `events`, `total`, `canary` and `stable`. `events` and `total` are metric names. `canary` and `stable` hold the dimensions of each side."
    }
  }
};

// src/inputs/members.ts
function inputsIn(groups) {
  return Object.assign({}, ...groups.map(({ inputs }) => inputs));
}
function membersOf(declared, values) {
  const members2 = Object.entries(declared).flatMap(([name, declaration]) => {
    const { combined, member = camelCase(name) } = declaration;
    return combined ? [] : [[member, values[name]]];
  });
  return Object.fromEntries(members2);
}
function camelCase(name) {
  return name.replace(/-(.)/g, (_, letter) => letter.toUpperCase());
}

// src/inputs/policy-inputs.ts
var policyInputs = {
  title: "Policies",
  inputs: {
    "on-inconclusive": {
      type: choice("hold", "promote", "rollback"),
      default: "hold",
      doc: "What to do if a step or the bake ends without enough evidence.",
      details: "`hold`: keep the current weight and end the run. `promote`: continue. `rollback`: roll back. It applies if an alarm, the traffic or (with `advance: evidence`) the comparison is still inconclusive at `max-step-time`. It also applies if nothing was compared before the promotion, or if the bake could not be read to its end."
    },
    "on-cancel": {
      type: choice("rollback", "hold"),
      default: "rollback",
      doc: "What to do if the job is cancelled.",
      details: "`rollback`: roll back. `hold`: keep the canary at its weight until a later run continues the release or rolls it back."
    },
    "on-other-plan": {
      type: choice("fail", "continue"),
      default: "fail",
      doc: "What to do if the open release was started with a different plan.",
      details: "A plan is different if its steps, times, versions or `stage-variable-overrides` do not match the inputs of this run. `fail`: stop. `continue`: keep the plan of the open release. For `rollout` and `start`, only steps and times count; for everything else, see `supersede`."
    },
    "on-unfinished": {
      type: choice("resume", "rollback", "fail"),
      default: "resume",
      doc: "What to do if an earlier run left a rollout open on this target.",
      details: "`resume`: continue it. `rollback`: roll it back, then start this release. `fail`: stop, and leave it open."
    },
    supersede: {
      type: choice("wait", "replace", "fail"),
      default: "fail",
      doc: "What to do if the open rollout releases something different from what this run would release.",
      details: "The action compares code and settings of the functions, the API definition, stage variables and `promote`. `fail`: stop. `wait`: wait until it ends. `replace`: roll it back, then start this release. The action never replaces the release of another alias or of another job in the same workflow run."
    },
    "on-pull-request": {
      type: choice("refuse", "allow"),
      default: "refuse",
      doc: "What to do with a release on an event that can bring unmerged code to users.",
      details: "`refuse`: stop. `allow`: release. Examples of such events: `pull_request`, `merge_group`, `issue_comment`."
    },
    "keep-versions": {
      type: number(keepVersions, { minimum: 1, maximum: 9999 }),
      default: "",
      defaultText: "nothing is deleted",
      doc: "How many versions and deployments to keep after a promotion.",
      details: "The action deletes old versions of the released functions, and unused deployments that it created. It keeps this many of the newest of each. It never deletes anything that is in use."
    }
  }
};

// src/inputs/preview-inputs.ts
var previewInputs = {
  title: "Previews",
  inputs: {
    preview: {
      type: choice("stage", "canary"),
      default: "stage",
      doc: "What the command `preview` creates for a pull request.",
      details: "`stage`: a separate stage `pr-NUMBER` with the variables of `stage-name`; that stage does not change. The new stage has only its default address, and is in no usage plan, so routes that require an API key answer 403 until you add it to one. `canary`: a canary on the stage itself, at the first weight of `steps`, monitored and never promoted. Each push updates the preview. Closing the pull request removes it."
    },
    "preview-limit": {
      type: choice("oldest", "refuse"),
      default: "refuse",
      doc: "What to do if the API has no room for another stage.",
      details: "`refuse`: stop. `oldest`: remove this repository's least recently updated preview."
    },
    "preview-age": {
      type: time,
      default: "336h",
      member: "previewAgeSeconds",
      doc: "The command `sweep` removes previews that have not been updated for this long."
    },
    "protected-stages": {
      type: list(stageNames),
      default: "prod, production, live",
      names: namesOf("API stage"),
      doc: "Stages that previews must not change, separated by commas or line breaks."
    }
  }
};

// src/inputs/code-fields.ts
function codeSources(region) {
  return (text3) => {
    const items = splitSources(text3).map((item) => {
      const [, name = "", source = item] = NAMED.exec(item) ?? [];
      return { name, source: parseSource(source, region) };
    });
    const problems = items.flatMap(({ source }) => source.ok ? [] : source.problems);
    problems.push(...twice(items.map(({ name }) => name || "the only function")));
    if (problems.length > 0) return bad(...problems);
    return ok(
      Object.fromEntries(
        items.flatMap(({ name, source }) => source.ok ? [[name, source.value]] : [])
      )
    );
  };
}
var NAMED = /^([A-Za-z0-9_-]{1,64})\s*=\s*(.*)$/s;
function splitSources(text3) {
  return text3.split(/\n|,(?=\s*[A-Za-z0-9_-]{1,64}\s*=)/).map((item) => item.trim()).filter((item) => item !== "");
}
function parseSource(text3, region) {
  if (text3.startsWith("s3://")) return parseObject(text3);
  if (/\.dkr\.ecr[.-]/.test(text3)) return parseImage(text3, region);
  if (text3 === "") return bad('"" is no code; expected for example orders=dist/orders.zip');
  if (/^(?:[[{]|[a-z][a-z0-9+.-]*:\/\/)/i.test(text3)) {
    return bad(
      `${quote(text3)} is not understood; expected a file or folder of the checkout, s3://BUCKET/KEY#VERSION, or an image in ECR`
    );
  }
  return ok({ kind: "path", text: text3, path: text3 });
}
var BUCKET = /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/;
function parseObject(text3) {
  const [, bucket = "", key = "", version] = /^s3:\/\/([^/]*)\/(.*?)(?:#([^#/]*))?$/s.exec(text3) ?? [];
  if (!BUCKET.test(bucket) || key === "") {
    return bad(`${quote(text3)} is not an object in S3; expected s3://BUCKET/KEY#VERSION`);
  }
  if (!version) {
    return bad(
      `${quote(text3)} names no version, so another upload would change it; expected s3://${bucket}/${key}#VERSION. The version ID is what the upload returned, if the bucket has versioning`
    );
  }
  return ok({ kind: "object", text: text3, bucket, key, version });
}
var IMAGE = /^\d{12}\.dkr\.ecr(?:-fips)?\.([a-z0-9-]{1,32})\.([a-z0-9.-]{1,32})\/([a-z0-9][a-z0-9._/-]{0,255})(.*)$/;
function parseImage(text3, region) {
  const [, where = "", suffix = "", repository = "", which = ""] = IMAGE.exec(text3) ?? [];
  const example = `123456789012.dkr.ecr.${region || "eu-central-1"}.amazonaws.com/orders@sha256:…`;
  if (repository === "") return bad(`${quote(text3)} is not an image in ECR; expected ${example}`);
  const digest = /^@sha256:([0-9a-f]{64})$/.exec(which)?.[1];
  if (digest === void 0) {
    return bad(
      `${quote(text3)} ${which.startsWith("@") ? "has no valid digest" : "names no digest, and a tag moves"}; expected ${example}, such as the output digest of docker/build-push-action`
    );
  }
  if (region !== "" && where !== region) {
    return bad(
      `${quote(text3)} is in ${where}, but the job uses ${region}; Lambda takes images of its own Region`
    );
  }
  if (region !== "" && suffix !== partitionOf(region).dnsSuffix) {
    return bad(`${quote(text3)} is not an image in ECR of ${region}; expected ${example}`);
  }
  return ok({ kind: "image", text: text3, uri: text3, digest, repository });
}
var bucketName = (text3) => text3 === "" || BUCKET.test(text3) ? ok(text3) : bad(`${quote(text3)}; expected the name of a bucket in S3, without s3://`);

// src/inputs/release-inputs.ts
var releaseInputs = {
  title: "Release target",
  inputs: {
    functions: {
      type: list((text3, region) => functions(region)(text3)),
      default: "",
      open: true,
      combined: true,
      names: functionNames,
      doc: "The Lambda functions to release: names or ARNs, separated by commas or line breaks.",
      details: "The action publishes a version of each function, unless `version` sets one. If empty, only the API definition is released; see `definition`."
    },
    version: {
      type: numberOrMap(versions),
      default: "",
      combined: true,
      names: keyNames,
      doc: "A published version to release, instead of publishing a new one.",
      details: "`8` for a single function, or `orders=8, payments=3`."
    },
    "code-sha256": {
      type: textMap(codeHashes),
      default: "",
      combined: true,
      names: keyNames,
      doc: "The hash of the code to release. Any other code is refused.",
      details: "Set the `CodeSha256` that Lambda returned to the deploying step: one hash for a single function, or `NAME=HASH` per line. Without it, the action releases the code that it finds."
    },
    code: {
      type: map((sources, region) => codeSources(region)(sources)),
      default: "",
      combined: true,
      names: keyNames,
      doc: "The code that the action uploads before it publishes, one `NAME=SOURCE` per line.",
      details: "A source is a ZIP file or a folder in the checkout, `s3://BUCKET/KEY#VERSION`, or an image in ECR with its digest. Code that a function already has is not uploaded again. Not for functions that something calls without a version or an alias. See [code](docs/code.md)."
    },
    "code-bucket": {
      // A logical ID has capital letters.
      type: text(bucketName, { pattern: "^[A-Za-z0-9][A-Za-z0-9./-]{1,254}$" }),
      default: "",
      combined: true,
      names: nameOf("bucket"),
      doc: "A bucket in S3, in the same Region, for code of more than 50 MB.",
      details: "Lambda accepts at most 50 MB in a request. The action writes larger code to `canary-action/HASH.zip` in this bucket."
    },
    stack: {
      type: text((value, region) => stackName(region)(value), {
        pattern: "^([A-Za-z][A-Za-z0-9-]{0,127}|arn:.+)$"
      }),
      default: "",
      combined: true,
      doc: "A CloudFormation stack, also of SAM, CDK or Serverless, whose logical IDs can replace names.",
      details: "You can write them in `functions`, `alias`, `rest-api-id`, `stage-name`, `alarms`, hooks and all other inputs that take names, and also the keys of its outputs. With `alias` and without `functions`, the action releases every function of the stack that has this alias. See [names](docs/names.md)."
    },
    "outputs-file": {
      type: file,
      default: "",
      combined: true,
      doc: "A file in the checkout with outputs of CDK or Terraform, whose keys can replace names.",
      details: "It is the file that `cdk deploy --outputs-file` or `terraform output -json` writes. See [names](docs/names.md)."
    },
    appspec: {
      type: file,
      default: "",
      combined: true,
      doc: "A CodeDeploy AppSpec file in the checkout, in YAML or JSON.",
      details: "Replaces `functions`, which you cannot set with it. Also replaces `alias`, `version`, `pre-traffic-hook` and `post-traffic-hook`, unless you set them. The `CurrentVersion` in the file must match the version the alias points to."
    },
    template: {
      type: file,
      default: "",
      combined: true,
      doc: "A template of SAM or CloudFormation in the checkout, or serverless.yml with the canary plugin.",
      details: "In YAML or JSON, also as synthesized by CDK, or what `terraform show -json` writes. Functions with an `AutoPublishAlias` and a `DeploymentPreference`, and aliases that CodeDeploy updates, replace `functions`, `steps`, `alarms`, `pre-traffic-hook` and `post-traffic-hook`. If you set one of these inputs, it overrides the template."
    },
    "sam-config": {
      type: text(samConfigFile, { name: "file", pattern: SAM_CONFIG_FILE.source }),
      default: "",
      combined: true,
      doc: "The settings file of `sam deploy` that has the parameters of the template, such as `samconfig.toml`.",
      details: "A TOML or YAML file in the checkout; `samconfig.toml#prod` is its environment `prod`. Its `parameter_overrides` are the parameters of the template; `template-parameters` takes precedence for each of them. If the template does not name a function or an alarm, and `stack` is not set, its `stack_name` is the stack to look in."
    },
    "template-parameters": {
      type: map(anyText),
      default: "",
      combined: true,
      doc: "Values that the template needs but does not contain, one `NAME=VALUE` per line.",
      details: "Several on one line are separated by spaces, as in `sam deploy --parameter-overrides`; put a value that contains `NAME=` in double quotes. Set parameters and `AWS::AccountId` by name. If the template does not name a function or an alarm, set its name by logical ID."
    }
  }
};

// src/inputs/report-inputs.ts
var reportInputs = {
  title: "Reporting",
  inputs: {
    comment: {
      type: boolean,
      actionOnly: true,
      default: "true",
      doc: "Whether to write one comment on the pull request."
    },
    "log-samples": {
      type: boolean,
      default: "false",
      doc: "Whether the job summary shows lines of the log of a function that failed.",
      details: "At most three lines of 300 characters: the message of the error and where it was thrown, with everything masked that looks like a secret or an address. They may contain text from your users, and everyone who can read the repository can read them. Without it, the report has counts, routes, statuses, types of errors and places in the code."
    },
    feedback: {
      type: choice("report", "hold"),
      actionOnly: true,
      default: "report",
      doc: "What happens if a user with write access reacts to the comment with 👎.",
      details: "`report`: the report mentions it. `hold`: the release stops advancing automatically."
    },
    commit: {
      type: text(commitSha),
      open: true,
      default: "",
      defaultText: "the event's commit",
      workflowOnly: true,
      doc: "The commit that is released, if it is not the one that the event names.",
      details: "Set its full SHA, such as the output `commit` of `actions/checkout`. The report, the comment, the deployment and the description of the version name it; it does not choose what is released."
    },
    environment: {
      type: text(environment),
      actionOnly: true,
      open: true,
      default: "",
      defaultText: "none",
      doc: "The GitHub environment of the release, such as `production`.",
      details: "GitHub shows the release as a deployment to it (in progress, success, failure or inactive). The token needs `deployments: write`."
    },
    "environment-url": {
      type: url(webAddress),
      actionOnly: true,
      default: "",
      doc: "The URL that GitHub shows next to the environment."
    },
    "on-rollback": {
      type: choice("none", "issue", "revert-pull-request"),
      actionOnly: true,
      default: "none",
      doc: "What happens on GitHub after evidence against a release, such as its rollback.",
      details: "`issue`: an issue with what happened, who was affected, what broke and the commits, which the next good release closes. It needs `issues: write`. `revert-pull-request`: a draft pull request that reverts the one that was released. It needs `contents: write` and `pull-requests: write`. Neither follows a cancellation, a request, or a lack of evidence. See [after a rollback](docs/after-a-rollback.md)."
    },
    "notify-url": {
      type: url(notifyUrl),
      default: "",
      secret: true,
      member: "notify",
      doc: "An HTTPS address that receives an event after each traffic change and at the end.",
      details: "The event has the EventBridge format; chat tools show its text. The response never delays or affects the rollout."
    },
    "github-token": {
      type: text(anyText),
      actionOnly: true,
      default: "",
      defaultText: "the job's own token",
      expression: "${{ github.token }}",
      workflowOnly: true,
      secret: true,
      doc: "The token for the pull-request comment, comment commands and the deployment.",
      details: "It needs `pull-requests: write`, `deployments: write` if you set `environment`, and what `on-rollback` names."
    }
  }
};

// src/inputs/schedule-inputs.ts
var scheduleInputs = {
  title: "Schedule",
  inputs: {
    steps: {
      type: list(steps, "list or auto"),
      default: "5%/5m, 25%/10m, 50%/10m",
      doc: "The weight and duration of each step, such as `5%/5m, 25%/10m, 50%/10m`.",
      details: "Weights can have two decimals; durations use `s`, `m` and `h`. Alternatively, set a CodeDeploy preset such as `Canary10Percent5Minutes`, or `auto`. `auto` chooses weights from the traffic of the last day. Below 10 requests per minute, the default waits for requests instead of the clock: 25% and 50%, until the new version has had 8 requests in each."
    },
    advance: {
      type: choice("time", "evidence"),
      default: "time",
      combined: true,
      doc: "When a step ends.",
      details: "`time`: after its duration. `evidence`: as soon as the evidence shows that the new version is no worse, between `min-step-time` and `max-step-time`."
    },
    "min-step-time": {
      type: time,
      default: "1m",
      combined: true,
      doc: "The minimum duration of a step with `advance: evidence`."
    },
    "max-step-time": {
      type: optionalTime,
      default: "",
      defaultText: "`30m` with `advance: evidence`, otherwise the step's duration plus four minutes",
      combined: true,
      doc: "The maximum duration of a step while its evidence is inconclusive.",
      details: "After that, `on-inconclusive` applies."
    },
    "bake-time": {
      type: time,
      default: "5m",
      member: "bakeSeconds",
      doc: "How long to monitor the new version at the end.",
      details: "With a `hold-back`, this is the last step before the promotion; otherwise it follows the promotion. It ends when its last minute has been read, about three minutes later."
    },
    "hold-back": {
      type: optionalShare(holdBack),
      default: "",
      defaultText: "`5%` where it can be compared, otherwise `0%`",
      doc: "The share of the traffic that the previous version keeps through the bake.",
      details: "Both versions are compared until the bake has been read to its end, and the promotion follows. With `0%` or `none`, the bake follows the promotion, where only an error rate of at least 10% is detected. By default, 5% are held back if there are steps, all below 95%, errors are compared, and there is enough traffic to find a total failure within half of the bake. `command: plan` says which bake a release has, and why."
    },
    "job-timeout": {
      type: time,
      default: "6h",
      member: "jobTimeoutSeconds",
      doc: "The job's `timeout-minutes`, as a duration such as `90m`.",
      details: "The schedule must fit within it."
    }
  }
};

// src/inputs/schema.ts
var GROUPS = [
  commandInputs,
  releaseInputs,
  scheduleInputs,
  judgingInputs,
  policyInputs,
  approvalInputs,
  gateInputs,
  hookInputs,
  previewInputs,
  reportInputs,
  accessInputs
];
var COMMON = inputsIn(GROUPS);
function schemaOf(kinds2) {
  const added = kinds2.flatMap(({ plural, inputs }) => inputs.map((each) => only(plural, each)));
  const groups = GROUPS.flatMap(
    (group) => group === releaseInputs ? [withAdded(group, added), ...groupsOfTheirOwn(added)] : [withAdded(group, added)]
  );
  return { groups, inputs: inputsIn(groups) };
}
function configNames({ inputs }) {
  return Object.keys(inputs).filter((name) => !inputs[name]?.workflowOnly);
}
function only(plural, group) {
  const inputs = Object.entries(group.inputs).map(([name, each]) => [
    name,
    { ...each, only: plural }
  ]);
  return { ...group, inputs: Object.fromEntries(inputs) };
}
function withAdded({ title, inputs }, added) {
  const here = added.filter((group) => group.title === title);
  const following = (after) => here.filter((group) => group.after === after).flatMap((group) => Object.entries(group.inputs));
  const all = Object.entries(inputs).flatMap((entry) => [entry, ...following(entry[0])]);
  return { title, inputs: Object.fromEntries([...following(void 0), ...all]) };
}
function groupsOfTheirOwn(added) {
  return added.filter(({ title }) => !GROUPS.some((group) => group.title === title));
}

// src/inputs/input-texts.ts
function inputText(env, name) {
  return (env[`INPUT_${name.replace(/ /g, "_").toUpperCase()}`] ?? "").trim();
}
function unknownInputs(env, { inputs }) {
  const known2 = Object.keys(inputs);
  return Object.keys(env).filter((key) => key.startsWith("INPUT_")).map((key) => key.slice("INPUT_".length).toLowerCase()).filter((name) => !known2.includes(name)).map((name) => ({ name: name.slice(0, 60), meant: didYouMean(name, known2) }));
}
function mayBeOfOthers(env, meant) {
  return meant === "" || env.ACT === "true";
}
function misspelledInputs(env, schema) {
  return unknownInputs(env, schema).filter(({ meant }) => !mayBeOfOthers(env, meant)).map(({ name, meant }) => `${name}: this action has no such input.${meant}`);
}
function strayInputs(env, kinds2) {
  const stray = unknownInputs(env, schemaOf(kinds2)).filter(
    ({ meant }) => mayBeOfOthers(env, meant)
  );
  return firstOf(
    stray.map(
      ({ name, meant }) => `${name}: this action has no such input, so it is ignored.${meant}`
    )
  );
}
function convertedInputs(env, { inputs }) {
  return Object.keys(inputs).filter((name) => ["Array", "Object"].includes(inputText(env, name))).map(
    (name) => `${name}: "${inputText(env, name)}" is what GitHub makes of a value of fromJSON; expected a text, such as \${{ join(fromJSON(…), ',') }}`
  );
}

// src/checks/variables.ts
var VARIABLE_NAME = /^[A-Za-z_][A-Za-z0-9_-]{0,63}$/;
var USE = /\$\$\{|\$\{([^{}]*)\}/g;
function namesIn(text3) {
  return [...text3.matchAll(USE)].flatMap(([, name]) => name === void 0 ? [] : [name]);
}
function namesInJson2(value) {
  if (typeof value === "string") return namesIn(value);
  if (typeof value !== "object" || value === null) return [];
  return Object.values(value).flatMap(namesInJson2);
}
function fill(text3, values, write = (value) => value) {
  return text3.replace(
    USE,
    (use, name) => name === void 0 ? "${" : values.has(name) ? write(String(values.get(name))) : use
  );
}
function fillJson(value, values) {
  if (typeof value === "string") {
    const [, only2] = /^\$\{([^{}]*)\}$/.exec(value) ?? [];
    return only2 !== void 0 && values.has(only2) ? values.get(only2) : fill(value, values);
  }
  if (Array.isArray(value)) return value.map((item) => fillJson(item, values));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [name, fillJson(member, values)])
  );
}
function escapePattern(value) {
  return value.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
}

// src/checks/secrets.ts
var LOGIN_HEADERS = ["authorization", "cookie", "x-api-key"];
var SHORTEST = 5;
function secretsIn({ checks, secrets }, values) {
  const headers = checks.flatMap(
    ({ call }) => call.kind === "request" ? Object.entries(call.headers) : []
  );
  const logins = headers.filter(([name]) => LOGIN_HEADERS.includes(name)).map(([, text3]) => text3);
  const used = logins.flatMap(namesIn).map((name) => String(values.get(name) ?? ""));
  const written = logins.map((text3) => fill(text3, values));
  const bare = written.map((text3) => text3.replace(/^\S+\s+/, ""));
  const all = /* @__PURE__ */ new Set([...Object.values(secrets), ...used, ...written, ...bare]);
  return [...all].filter((text3) => text3.length >= SHORTEST && !text3.includes("${"));
}

// src/inputs/address-secrets.ts
var SHORTEST2 = 4;
var SHORTEST_MASK = 6;
function addressSecrets(address) {
  return partsOf(address, () => true);
}
function partsOf(address, isSecret) {
  const { href, pathname, search, hash, username, password } = address;
  const query = search.slice(1);
  const pairs = query === "" ? [] : query.split("&");
  const parts = [
    href,
    pathname + search,
    pathname,
    query,
    ...pairs,
    ...pairs.map((pair) => pair.replace(/^[^=]*=/, "")),
    ...pathname.split("/").filter(isSecret),
    hash.slice(1),
    username,
    password
  ];
  return [...new Set(parts)].filter((part) => part.length >= SHORTEST2);
}
function isLikeKey(segment) {
  return segment.length >= 16 || segment.length >= 8 && /\d/.test(segment);
}
function addressMasks(text3, open) {
  const secrets = URL.canParse(text3) ? [text3, ...partsOf(new URL(text3), isLikeKey)] : [text3];
  const spelled = secrets.flatMap((secret) => [secret, percentDecoded(secret) ?? secret]);
  const all = spelled.flatMap((secret) => [secret, encodeURIComponent(secret)]);
  return [...new Set(all)].filter((mask) => mask.length >= SHORTEST_MASK && !open.has(mask));
}

// src/inputs/masks.ts
var MIN_MASK = 5;
var ADDRESSES = ["pre-traffic-hook", "step-hook", "post-traffic-hook", "notify-url"];
function masksOf({ inputs }, given) {
  const names = Object.keys(inputs).filter((name) => inputs[name]?.open);
  const open = new Set(names.flatMap((name) => given(name).split(/[\s,:]+/)));
  const secrets = [given("github-token"), given("hook-secret")].filter(isWorthAMask);
  const lines = ADDRESSES.flatMap((name) => given(name).split("\n")).map((line) => line.trim());
  const masks = lines.filter(isLikeAddress).flatMap((line) => addressMasks(line, open));
  return [.../* @__PURE__ */ new Set([...secrets, ...masks])];
}
function isWorthAMask(secret) {
  return secret.length >= MIN_MASK && !/[\r\n]/.test(secret);
}
function isLikeAddress(line) {
  return /[/?#@=&%]/.test(line);
}
function masksOfInputs({ hooks: hooks3, notify, functions: functions2, smoke }, openNames, masked) {
  const names = functions2.flatMap(({ name, alias: alias2 = "" }) => [name, alias2]);
  const all = [...Object.values(hooks3.calls).flat(), ...notify ? [notify] : []];
  const open = /* @__PURE__ */ new Set([...names, ...openNames]);
  const masks = all.flatMap((hook2) => hook2.kind === "url" ? addressMasks(hook2.url, open) : []);
  const secrets = smoke ? secretsIn(smoke, /* @__PURE__ */ new Map()) : [];
  return [.../* @__PURE__ */ new Set([...secrets, ...masks])].filter((mask) => !masked.includes(mask));
}

// src/checks/plain-json.ts
function plainJson(value) {
  if (value instanceof Map) {
    return Object.fromEntries([...value].map(([name, item]) => [String(name), plainJson(item)]));
  }
  if (Array.isArray(value)) return value.map(plainJson);
  const isJson = value === null || ["string", "boolean"].includes(typeof value);
  return isJson || Number.isFinite(value) ? value : String(value);
}

// src/templates/template-parameters.ts
var NAME3 = /^[A-Za-z0-9:._-]{1,255}$/;
var PSEUDO = ["AccountId", "Partition", "Region", "StackId", "StackName", "URLSuffix"].map(
  (name) => `AWS::${name}`
);
function readSupplied(text3, problems, label = "template-parameters") {
  const supplied = /* @__PURE__ */ new Map();
  for (const line of text3.split("\n").map((l) => l.trim())) {
    if (line === "") continue;
    const entries = readLine(line);
    if (typeof entries === "string") problems.push(`${label}: ${quote(line)}${entries}`);
    else
      for (const [name, value] of entries) {
        if (supplied.has(name)) problems.push(`${label}: "${name}" is given twice`);
        else supplied.set(name, value);
      }
  }
  return supplied;
}
function readLine(line) {
  const at2 = line.indexOf("=");
  const name = line.slice(0, Math.max(at2, 0)).trim();
  if (!NAME3.test(name)) {
    return "; expected NAME=VALUE, one per line, with a parameter, a logical id or AWS::AccountId as its name";
  }
  const rest = line.slice(at2 + 1);
  const value = rest.trim();
  if (WRAPPED.test(value)) return [[name, unquoted(value)]];
  const isOne = name !== "ParameterKey" && !SEVERAL.test(rest) && !/^["']/.test(value);
  if (isOne) return [[name, value]];
  return severalIn(line) ?? " is neither one NAME=VALUE nor several separated by spaces; expected one per line, and a value that contains NAME= in double quotes";
}
var SEVERAL = /[\s,][A-Za-z0-9:._-]+\s*=|\\$/;
var WRAPPED = /^(?:"(?:\\.|[^"\\])*"|'[^']*')$/;
var LONG_FORM = /^ParameterKey=([^\s=,]+),ParameterValue=/;
var ENTRY = /^([^\s=]+)=("(?:\\.|[^"\\])*"|'[^']*'|[^\s"'\\]*)(?=\s|$)/;
function severalIn(line) {
  const entries = [];
  for (let rest = line; rest !== ""; ) {
    const text3 = rest.replace(LONG_FORM, "$1=");
    const [all = "", name = "", value = ""] = ENTRY.exec(text3) ?? [];
    if (!NAME3.test(name) || isJoined(value)) return void 0;
    entries.push([name, unquoted(value)]);
    rest = text3.slice(all.length).trimStart();
  }
  return entries;
}
function isJoined(value) {
  return !WRAPPED.test(value) && (SEVERAL.test(value) || value.endsWith(","));
}
function unquoted(value) {
  if (!WRAPPED.test(value)) return value;
  const inner = value.slice(1, -1);
  return value.startsWith('"') ? inner.replace(/\\(["\\ ])/g, "$1") : inner;
}
function suppliedLine(name, value) {
  const plain = !SEVERAL.test(value) && !/^["']/.test(value);
  return `${name}=${plain ? value : `"${value.replace(/["\\]/g, "\\$&")}"`}`;
}
function checkSupplied(template, supplied) {
  const known2 = [
    ...mapAt(template, "Parameters").keys(),
    ...mapAt(template, "Resources").keys(),
    ...PSEUDO
  ];
  const isUnknown = (name) => !known2.includes(name.split(".")[0] ?? "");
  return [...supplied.keys()].filter(isUnknown).map(
    (name) => `template-parameters names "${name}", which is neither a parameter nor a resource of the template.${didYouMean(name, known2)}`
  );
}
function pseudoParameters(region) {
  if (region === "") return /* @__PURE__ */ new Map();
  const { id, dnsSuffix } = partitionOf(region);
  return /* @__PURE__ */ new Map([
    ["AWS::Region", region],
    ["AWS::Partition", id],
    ["AWS::URLSuffix", dnsSuffix]
  ]);
}

// src/inputs/config-file.ts
var MAX_BYTES = 256 * 1024;
var MOST_UNKNOWN = 20;
async function readConfigFile(path, workspace, allowed) {
  const file2 = readCheckoutFile(path, workspace, MAX_BYTES);
  if ("problem" in file2) return failed(`config ${quote(path)}: ${file2.problem}`);
  const { visit } = await import("./vendor-yaml.js");
  let content;
  let raw;
  try {
    const { document } = await composeYaml(file2.text);
    if (!document) return { values: {}, problems: [] };
    content = await foreign(() => {
      raw = document.toJS({ mapAsMap: true, maxAliasCount: 20 });
      visit(document, { Scalar: (_, node) => asWritten(node) });
      return document.toJS({ mapAsMap: true, maxAliasCount: 20 });
    });
  } catch (error2) {
    return failed(`config ${quote(path)} is not YAML: ${known(error2).message}`);
  }
  if (content === null) return { values: {}, problems: [] };
  if (!(content instanceof Map)) {
    return failed(
      `config ${quote(path)} contains no settings; expected lines such as "stage-name: prod"`
    );
  }
  return fromEntries(path, content, raw instanceof Map ? raw : content, allowed);
}
function asWritten(node) {
  const odd = typeof node.value === "number" || typeof node.value === "boolean";
  if (odd && node.source !== void 0) node.value = node.source;
}
function failed(problem) {
  return { values: {}, problems: [problem] };
}
function fromEntries(path, content, raw, allowed) {
  const values = {};
  const unknown = [...content.keys()].map(String).filter((name) => !allowed.includes(name));
  const problems = unknown.slice(0, MOST_UNKNOWN).map(
    (name) => `config ${quote(path)}: unknown key ${quote(name)}.${didYouMean(name, allowed)}`
  );
  const rest = unknown.length - MOST_UNKNOWN;
  if (rest > 0) problems.push(`config ${quote(path)}: ${moreOf(rest, "unknown key")}`);
  for (const [key, value] of content) {
    const name = String(key);
    if (!allowed.includes(name)) continue;
    const text3 = TYPED.includes(name) ? typedText(raw.get(key)) : toText(name, value);
    if (text3 === void 0) {
      problems.push(
        `config ${quote(path)}: the value of "${name}" is neither a string nor a list or map of strings`
      );
    } else values[name] = text3;
  }
  return { values, problems };
}
var TYPED = ["smoke"];
function typedText(value) {
  if (value === null || value === void 0) return "";
  return typeof value === "string" ? value : JSON.stringify(plainJson(value));
}
function toText(name, value) {
  if (isScalar(value)) return value === null ? "" : String(value);
  if (Array.isArray(value) && value.every(isScalar)) return listText(name, value);
  if (name === "freeze" && Array.isArray(value)) return freezeText(value);
  if (Array.isArray(value) && value.every((item) => item instanceof Map)) {
    return JSON.stringify(value.map(plainObject));
  }
  if (value instanceof Map && [...value.values()].every(isScalar)) {
    return mapText(name, [...value]);
  }
  return void 0;
}
function listText(name, items) {
  return name === "alarms" ? namesText(items.map((item) => String(item ?? ""))) : items.join("\n");
}
function freezeText(items) {
  const lines = items.flatMap((item) => {
    if (isScalar(item)) return [String(item ?? "")];
    if (!(item instanceof Map)) return [void 0];
    return [...item].map(([key, value]) => isScalar(value) ? `${key}: ${value}` : void 0);
  });
  return lines.every((line) => line !== void 0) ? lines.join("\n") : void 0;
}
function mapText(name, map3) {
  const entries = map3.map(([key, item]) => [String(key), String(item ?? "")]);
  if (name !== "template-parameters") return entries.map((entry) => entry.join("=")).join("\n");
  if (entries.some(([, item]) => item.trim().includes("\n"))) return void 0;
  return entries.map((entry) => suppliedLine(...entry)).join("\n");
}
function plainObject(map3) {
  const entries = [...map3].map(([key, value]) => [
    String(key),
    value instanceof Map ? plainObject(value) : value
  ]);
  return Object.fromEntries(entries);
}
function isScalar(value) {
  return value === null || ["string", "number", "boolean"].includes(typeof value);
}

// src/checks/fit-target.ts
function targetProblems2({ checks, address, usagePlan }, reach, functions2) {
  const idle = address !== "" && reach === "functions" ? ['"address" has no effect, because functions are invoked; omit it'] : [];
  if (usagePlan !== "" && reach === "functions") {
    idle.push('"usage-plan" has no effect, because functions are invoked; omit it');
  }
  const wrong = checks.flatMap((check) => {
    const toStage = check.call.kind === "request" && reach === "addresses";
    const found = toStage ? stageProblems(check) : functionProblems(check, functions2);
    return found.map((problem) => `check ${quote(check.name)}: ${problem}`);
  });
  return [...idle, ...wrong];
}
function stageProblems({ call, functionName }) {
  if (call.kind !== "request") return [];
  const idle = [
    ...functionName === "" ? [] : ["function"],
    ...call.format === void 0 ? [] : ["format"],
    ...call.route === void 0 ? [] : ["route"]
  ];
  return idle.map((key) => `"${key}" has no effect, because requests are sent to a stage; omit it`);
}
function functionProblems({ call, functionName }, functions2) {
  const signs2 = call.kind === "request" && call.signs;
  const idle = signs2 ? [
    '"sign" has no effect, because the function itself is invoked, which is always signed; omit it'
  ] : [];
  if (functionName === "") {
    return functions2.length === 1 ? idle : [
      ...idle,
      `it does not name its function, and ${functions2.length} are released; expected "function"`
    ];
  }
  return functions2.includes(functionName) ? idle : [
    ...idle,
    `${quote(functionName)} is not among the functions.${didYouMean(functionName, functions2)}`
  ];
}
function suiteNeeds({ checks, address, usagePlan, probesPerMinute }, reach) {
  const requests = checks.filter(({ call }) => call.kind === "request");
  const toStages = reach === "addresses" ? requests : [];
  const toFunctions = checks.filter((check) => !toStages.includes(check));
  const runs = (point) => toStages.some(({ points }) => points.includes(point));
  const probed = toStages.some(({ probe }) => probe);
  const before = runs("pre-traffic") ? "before" : void 0;
  return {
    canary: runs("step") || probed ? "until-promotion" : before,
    stable: probed || toStages.some(({ compare: compare2 }) => compare2 !== void 0),
    stage: runs("post-traffic"),
    ...{ address, usagePlan },
    alone: toStages.filter(isSentAlone).flatMap(sentBy),
    signs: toStages.some(({ call }) => call.kind === "request" && call.signs),
    invokes: namesOf2(toFunctions),
    unknownFormats: namesOf2(
      toFunctions.filter(({ call }) => call.kind === "request" && call.format === void 0)
    ),
    ...probesPerMinute !== void 0 && { probes: true }
  };
}
function isSentAlone({ points, compare: compare2, probe }) {
  return probe === true || compare2 !== void 0 || points.some((each) => each !== "post-traffic");
}
function sentBy({ name, call }) {
  return call.kind === "request" ? [{ name, method: call.method, path: call.path }] : [];
}
function namesOf2(checks) {
  return [...new Set(checks.map(({ functionName }) => functionName))];
}

// src/rollout/plan.ts
var EXTENSION_SECONDS = 240;
function requestsFor(plan, step) {
  return isBake(plan, plan.steps.indexOf(step)) ? 0 : plan.requests ?? 0;
}
var LEAST_WAIT_SECONDS = 600;
var LONGEST_WAIT = 6;
function rampOf({ steps: steps2, heldBack }) {
  return heldBack ? steps2.slice(0, -1) : steps2;
}
function isBake({ steps: steps2, heldBack }, index) {
  return heldBack === true && index === steps2.length - 1;
}
function stepWindow(plan, step) {
  const { advance } = plan;
  if (isBake(plan, plan.steps.indexOf(step))) {
    return { earliest: step.holdSeconds, latest: step.holdSeconds + EXTENSION_SECONDS };
  }
  if (requestsFor(plan, step) > 0) {
    const earliest2 = Math.min(LEAST_WAIT_SECONDS, step.holdSeconds);
    return { earliest: earliest2, latest: step.holdSeconds * LONGEST_WAIT };
  }
  if (advance.kind === "evidence") {
    const { minSeconds, maxSeconds } = advance;
    return { earliest: minSeconds, latest: Math.max(minSeconds, maxSeconds) };
  }
  const earliest = step.holdSeconds;
  return {
    earliest,
    latest: Math.max(earliest, advance.maxSeconds ?? earliest + EXTENSION_SECONDS)
  };
}
function planSeconds(plan) {
  const { bakeSeconds, readSeconds = 0, advance } = plan;
  const usual = (step) => advance.kind === "evidence" ? stepWindow(plan, step).latest : step.holdSeconds;
  return rampOf(plan).reduce((sum, step) => sum + usual(step), bakeSeconds + readSeconds);
}
function formatWeight(weight) {
  return `${Number(weight.toFixed(2))}%`;
}
function sameWeight(a, b) {
  return Math.abs(a - b) < 5e-3;
}
function weightBefore({ steps: steps2 }, index) {
  return index === 0 ? 0 : must(steps2[index - 1], `the plan has step ${index}`).weight;
}

// src/inputs/contradictions.ts
function checkTogether(values, kind, problems) {
  checkStart(values, problems);
  checkHoldBack(values, problems);
  checkCode(values, kind, problems);
  checkExpiry(values, problems);
  problems.push(...approvalProblems(values), ...allProblems(values));
}
function smokeProblems(suite, kind, named) {
  if (!suite || !kind || !named) return [];
  const names = named.functions.map(({ name }) => name);
  const found = kind.reach ? targetProblems2(suite, kind.reach, names) : [`one version of ${kind.words} cannot be reached alone; omit it`];
  return found.map((problem) => `smoke: ${problem}`);
}
function checkExpiry(values, problems) {
  if (!values["role-to-assume"] || values["credentials-expire-at"] === void 0) return;
  problems.push(
    "credentials-expire-at: it has no effect with role-to-assume, whose session is renewed; omit one of the two"
  );
}
function checkStart(values, problems) {
  const { command, steps: steps2, "plan-of": planOf } = values;
  const starts = command === "start" || command === "plan" && planOf === "start";
  if (!starts || steps2 === "auto" || !steps2 || steps2.length > 0) return;
  problems.push("steps: there is no step to hold at; expected at least one with command: start");
}
function checkHoldBack(values, problems) {
  const { steps: steps2, "hold-back": share, "bake-time": bakeSeconds } = values;
  const last = steps2 === "auto" ? void 0 : steps2?.at(-1);
  if (!share || !last || bakeSeconds === 0 || last.weight < 100 - share) return;
  const bake = formatWeight(100 - share);
  problems.push(
    `hold-back: the bake would be a step of ${bake}, but the last of the steps is ${formatWeight(last.weight)} already; expected a smaller hold-back, a smaller last step, or hold-back: 0%`
  );
}
function checkCode({ code: code2, command }, kind, problems) {
  if (!code2 || Object.keys(code2).length === 0) return;
  if (kind && !kind.takesCode) {
    problems.push(
      `code: only functions of Lambda have code to upload, and ${kind.words} has none; omit it`
    );
  }
  if (command === "preview") {
    problems.push(
      "code: a preview shows what is uploaded already, because it must not change $LATEST; omit it"
    );
  }
}

// src/inputs/effect.ts
var BEGINNING = ["rollout", "start", "plan"];
function beginsRelease({ command }) {
  return BEGINNING.includes(command);
}
function idleInputs(effects, declared, values, isGiven) {
  if (!beginsRelease(values)) return [];
  return Object.entries(effects).flatMap(([name, effect]) => {
    if (typeof effect === "string" || effect.isMet(values)) return [];
    const value = values[name];
    if (!isGiven(name) || value === void 0 || isDefault(declared[name], value)) return [];
    const words = `${name}: it has no effect ${effect.otherwise}; expected ${effect.expected}, or no ${name}`;
    return [{ name, words }];
  });
}
function isDefault(declaration, value) {
  const parsed = declaration?.type.parse(declaration.default, "");
  return parsed?.ok === true && JSON.stringify(parsed.value) === JSON.stringify(value);
}

// src/inputs/effects.ts
var compares = {
  isMet: ({ analysis }) => analysis !== "off",
  otherwise: "with analysis: off",
  expected: "analysis: enforce or observe"
};
var HOOKS = ["pre-traffic-hook", "step-hook", "post-traffic-hook"];
var CLOSING = ["window", "freeze", "stop-switch"];
var hasHook = (values) => HOOKS.some((name) => values[name]?.length !== 0);
function needs(name, isMet) {
  return { isMet, otherwise: `without ${name}`, expected: name };
}
var EFFECTS = {
  command: "always",
  // Whatever else is set, it is refused where it is not for the command.
  all: "always",
  config: "always",
  "plan-of": "by command",
  "hold-for": "by command",
  "rollback-to": "by command",
  functions: "always",
  // Without functions it is refused, because it names none of them.
  version: "always",
  // Without functions it is refused, too.
  "code-sha256": "always",
  // Without functions it is refused, too.
  code: "always",
  "code-bucket": {
    isMet: ({ code: code2 }) => code2 === void 0 || Object.keys(code2).length > 0,
    otherwise: "without code",
    expected: "code"
  },
  stack: "always",
  "outputs-file": "always",
  appspec: "always",
  template: "always",
  // Without a template, these two are refused where that would be read.
  "sam-config": "always",
  "template-parameters": "always",
  steps: "always",
  advance: "always",
  "min-step-time": {
    isMet: ({ advance }) => advance !== "time",
    otherwise: "with advance: time",
    expected: "advance: evidence"
  },
  "max-step-time": "always",
  "bake-time": "always",
  "hold-back": {
    isMet: (values) => values["hold-back"] === 0 || values["bake-time"] !== 0 && values.steps?.length !== 0,
    otherwise: "without steps or a bake, which it changes",
    expected: "steps and a bake-time"
  },
  "job-timeout": "always",
  alarms: "always",
  "on-alarm-at-start": needs("alarms", ({ alarms: alarms2 }) => alarms2?.length !== 0),
  analysis: "always",
  compare: compares,
  logs: compares,
  "false-rollback-rate": compares,
  dispersion: compares,
  "warm-up": {
    isMet: (values) => compares.isMet(values) && (values.compare === void 0 || values.compare.includes("latency")),
    otherwise: "without a comparison of latency",
    expected: "analysis: enforce or observe, and latency in compare"
  },
  "min-requests": "always",
  metrics: compares,
  "on-inconclusive": "always",
  "on-cancel": "always",
  "on-other-plan": "always",
  "on-unfinished": "always",
  supersede: "always",
  "on-pull-request": "always",
  "keep-versions": "always",
  "approve-at": "always",
  approvers: {
    isMet: ({ "approve-at": at2, door: door2 }) => at2?.length !== 0 || door2 !== false,
    otherwise: "without approve-at or door",
    expected: "approve-at"
  },
  door: {
    isMet: waitsAtZero,
    otherwise: "with this command, because the release does not wait at 0%",
    expected: "approve-at: 0%, or command: start"
  },
  smoke: "always",
  window: "always",
  freeze: "always",
  "on-closed": {
    isMet: (values) => CLOSING.some((name) => values[name] !== ""),
    otherwise: "without anything that closes",
    expected: "window, freeze or stop-switch"
  },
  "override-freeze": {
    isMet: ({ window, freeze }) => window !== "" || freeze !== "",
    otherwise: "without window or freeze",
    expected: "one of them"
  },
  "stop-switch": "always",
  "pre-traffic-hook": "always",
  "step-hook": "always",
  "post-traffic-hook": "always",
  "hook-timeout": {
    isMet: hasHook,
    otherwise: "without hooks",
    expected: "pre-traffic-hook, step-hook or post-traffic-hook"
  },
  "hook-secret": {
    isMet: (values) => values["notify-url"] !== void 0 || HOOKS.some((name) => signs(values[name])),
    otherwise: "without a hook address or notify-url, whose requests it signs",
    expected: "one of them"
  },
  preview: "by command",
  "preview-limit": "by command",
  "preview-age": "by command",
  "protected-stages": "by command",
  comment: "always",
  "log-samples": {
    isMet: (values) => values.logs !== "off" && compares.isMet(values),
    otherwise: "without logs",
    expected: "logs: auto or required"
  },
  commit: "always",
  feedback: {
    isMet: ({ comment }) => comment !== false,
    otherwise: "with comment: false, because it reads reactions to the comment",
    expected: "comment: true"
  },
  environment: "always",
  "environment-url": needs("environment", ({ environment: environment2 }) => environment2 !== ""),
  // Without a token it is a warning: a report fails no release.
  "on-rollback": "always",
  "notify-url": "always",
  "github-token": "always",
  "role-to-assume": "always",
  // Together with role-to-assume it is refused where the inputs are read.
  "credentials-expire-at": "always",
  "role-duration-seconds": {
    isMet: (values) => values["role-to-assume"] !== void 0,
    otherwise: "without role-to-assume",
    expected: "role-to-assume"
  }
};
function signs(hooks3) {
  return hooks3 === void 0 || hooks3.some(({ kind }) => kind === "url");
}

// src/inputs/look-up.ts
function withPhysicalNames({ inputs }, textOf, names, problems) {
  const notes = /* @__PURE__ */ new Set();
  const texts = {};
  const replaced = (input, written, found, hidden = false) => {
    switch (found.kind) {
      case "found": {
        const same = found.names.length === 1 && found.names[0] === written;
        if (!same) notes.add(`"${written}" is ${found.names.join(", ")} (${found.what})`);
        return found.names;
      }
      case "unknown":
        if (!hidden) notes.add(`${input}: ${found.note}`);
        return [written];
      case "refused":
        problems.push(`${input}: ${found.problem}`);
        return [written];
      default:
        return [written];
    }
  };
  for (const [input, { names: within }] of Object.entries(inputs)) {
    const text3 = textOf(input);
    if (!within || text3 === "") continue;
    texts[input] = within.rename(
      text3,
      (of, name) => replaced(input, name, names.find(of, name), within.hidden)
    );
  }
  const alias2 = texts.alias ?? textOf("alias");
  if (alias2 !== "" && textOf("functions") === "" && textOf("rest-api-id") === "") {
    const having = names.functionsWith(alias2);
    if (having.kind === "refused") problems.push(`alias: ${having.problem}`);
    if (having.kind === "found") {
      texts.functions = having.names.join("\n");
      notes.add(
        `functions: all with the alias "${alias2}": ${having.names.join(", ")} (${having.what})`
      );
    }
  }
  const physical = (name) => {
    const found = names.find("function", name);
    return found.kind === "found" ? bareFunction(found.names[0] ?? name) : name;
  };
  return {
    textOf: (name) => texts[name] ?? textOf(name),
    byFunction: (values) => Object.fromEntries(Object.entries(values).map(([name, value]) => [physical(name), value])),
    notes: [...notes]
  };
}

// src/inputs/per-function.ts
function perFunction(input, values, functions2, problems, textOf = String) {
  const { "": lone, ...named } = values ?? {};
  if (lone !== void 0 && functions2.length !== 1) {
    const text3 = textOf(lone);
    problems.push(
      `${input}: "${text3}" does not name its function, and ${functions2.length} are listed; expected for example orders=${text3}`
    );
  }
  const names = functions2.map(({ name }) => name);
  for (const name of Object.keys(named).filter((each) => !names.includes(each))) {
    problems.push(`${input}: "${name}" is not among the functions.${didYouMean(name, names)}`);
  }
  return (name) => Object.hasOwn(named, name) ? named[name] : lone;
}

// src/inputs/read-gates.ts
var GATED = [
  ...["rollout", "start", "plan", "advance", "promote", "comment", "status"]
];
async function readGates(values, { workspace, region }, problems) {
  const { window = "", freeze = "", "override-freeze": override = "" } = values;
  const none = { times: void 0, override, stop: void 0 };
  const stopText2 = values["stop-switch"] ?? "";
  if (`${window}${freeze}${stopText2}` === "" || !GATED.includes(values.command)) return none;
  const { readReleaseTimes, stopSwitch } = await import("./inputs-gate-fields.js");
  const stop = stopSwitch(stopText2, region);
  if (!stop.ok) problems.push(...stop.problems.map((problem) => `stop-switch: ${problem}`));
  const times = readReleaseTimes({ window, freeze }, workspace, problems);
  return {
    ...none,
    times: window === "" && freeze === "" ? void 0 : times,
    stop: stop.ok ? stop.value : void 0
  };
}

// src/templates/terraform-mark.ts
function mayBeTerraform(text3) {
  return /"(?:format_version|@level)"/.test(text3.slice(0, 2e3));
}

// src/inputs/read-sam-config.ts
var NONE = { parameters: /* @__PURE__ */ new Map(), stack: void 0, notes: [] };
var MAX_BYTES2 = 256 * 1024;
async function readSamSettings(written, { workspace, region }, problems) {
  if (written === "" || !samConfigFile(written).ok) return NONE;
  const [path = "", environment2] = written.split("#");
  const source = `sam-config ${quote(written)}`;
  const file2 = readCheckoutFile(path, workspace, MAX_BYTES2);
  if ("problem" in file2) {
    problems.push(`${source}: ${file2.problem}`);
    return NONE;
  }
  const { DEFAULT_ENVIRONMENT, readSamConfig } = await import("./templates-sam-config.js");
  const found = await readSamConfig(
    file2.text,
    path.endsWith(".toml"),
    environment2 || DEFAULT_ENVIRONMENT
  );
  problems.push(...found.problems.map((problem) => `${source}: ${problem}`));
  const names = [...found.parameters.keys()];
  const read2 = names.length === 0 ? "it has no parameters" : `parameters ${names.join(", ")}`;
  const elsewhere = found.region !== void 0 && region !== "" && found.region !== region ? [`${source}: its region is ${found.region}, and this release is in ${region}`] : [];
  return { ...found, notes: [`${source}: ${read2}`, ...elsewhere] };
}

// src/inputs/read-template.ts
var MAX_BYTES3 = 5e6;
var MAX_JSON_BYTES = 1e8;
var NOTHING = { source: "", values: {}, current: {}, notes: [], isWrong: false };
async function readTemplate(textOf, { workspace, region }, problems) {
  const [appSpec, template] = [textOf("appspec"), textOf("template")];
  if (template === "" && textOf("template-parameters") !== "") {
    problems.push("template-parameters: there is no template; expected the input template");
  }
  if (template === "" && textOf("sam-config") !== "") {
    problems.push("sam-config: there is no template; expected the input template");
  }
  if (appSpec !== "" && template !== "") {
    problems.push("appspec, template: both are given; expected one of them");
  }
  const kind = template === "" ? "appspec" : "template";
  const path = textOf(kind);
  if (path === "") return NOTHING;
  const source = `${kind} ${quote(path)}`;
  const sam = await readSamSettings(textOf("sam-config"), { workspace, region }, problems);
  const file2 = readFile(kind, path, workspace);
  if ("problem" in file2) {
    problems.push(`${source}: ${file2.problem}`);
    return { ...NOTHING, isWrong: true };
  }
  const supplied = readSupplied(textOf("template-parameters"), problems);
  const gives = (name) => textOf(name) !== "";
  const namesLater = gives("stack");
  const given = { gives, supplied, configured: sam.parameters, region, stepsOf, namesLater };
  const described = await read(kind, file2.text, given, sam.stack);
  problems.push(...described.problems.map((problem) => `${source}: ${problem}`));
  return {
    ...described,
    source,
    isWrong: described.problems.length > 0,
    notes: [...sam.notes, ...described.notes.map((says) => `${source}: ${says}`)]
  };
}
function readFile(kind, path, workspace) {
  const isJson = kind === "template" && path.endsWith(".json");
  const file2 = readCheckoutFile(path, workspace, isJson ? MAX_JSON_BYTES : MAX_BYTES3);
  if ("problem" in file2 || file2.text.length <= MAX_BYTES3 || mayBeTerraform(file2.text)) return file2;
  return { problem: `it has ${file2.text.length} characters; expected at most ${MAX_BYTES3}` };
}
function stepsOf(text3) {
  const parsed = parseSteps(text3);
  return parsed.kind === "steps" ? JSON.stringify(parsed.steps) : text3;
}
async function read(kind, text3, given, stack) {
  if (kind === "template" && mayBeTerraform(text3)) {
    const { terraformTemplate } = await import("./templates-terraform.js");
    const { readMade } = await import("./templates-sam.js");
    return readMade(terraformTemplate(text3), given);
  }
  const { parseTree } = await import("./templates-parse.js");
  const { plainValue } = await import("./templates-plain-scalar.js");
  const parsed = await parseTree(text3, kind === "template" ? plainValue : void 0);
  if (parsed.kind === "problem") {
    const { onlyProblem } = await import("./templates-release-facts.js");
    return onlyProblem(parsed.problem);
  }
  if (kind === "appspec") {
    return (await import("./templates-app-spec.js")).readAppSpec(parsed.tree, given);
  }
  const { readSam } = await import("./templates-sam.js");
  const facts = readSam(parsed.tree, given);
  if (facts.problems.length === 0 || stack === void 0 || given.namesLater) return facts;
  const later = readSam(parsed.tree, { ...given, namesLater: true });
  if (later.problems.length >= facts.problems.length) return facts;
  return {
    ...later,
    values: { ...later.values, stack },
    notes: [...later.notes, `names that it does not contain are those of the stack ${stack}`]
  };
}

// src/inputs/refused-inputs.ts
var WrongInputs = class extends KnownError {
  problems;
  constructor(problems) {
    super(listProblems(problems));
    this.problems = problems;
  }
};
function listProblems(problems) {
  const count2 = problems.length === 1 ? "one problem" : `${problems.length} problems`;
  return `The inputs have ${count2}; nothing was changed in AWS.
${firstOf(problems).map((p) => `- ${p}`).join("\n")}`;
}

// src/inputs/read.ts
async function readInputs(env, kinds2, host = ACTION) {
  const schema = schemaOf(kinds2);
  const region = env.AWS_REGION || env.AWS_DEFAULT_REGION || "";
  const problems = [
    ...misspelledInputs(env, schema),
    ...convertedInputs(env, schema),
    ...regionProblems(region, host)
  ];
  const allowed = configNames(schema);
  const workspace = env.GITHUB_WORKSPACE || ".";
  const path = inputText(env, "config");
  const config = path === "" ? { values: {}, problems: [] } : await readConfigFile(path, workspace, allowed);
  problems.push(...config.problems);
  const given = (name) => inputText(env, name) || config.values[name] || "";
  const described = await readTemplate(given, { workspace, region }, problems);
  const written = (name) => given(name) || described.values[name] || "";
  const source = (name) => given(name) === "" && described.values[name] ? `${described.source}, ` : "";
  const names = await readNames(schema, { written, source, workspace, region }, host, problems);
  const renamed = names && withPhysicalNames(schema, written, names, problems);
  if (renamed && problems.length > 0) throw new WrongInputs(problems);
  const { textOf, byFunction } = renamed ?? asWritten2(written);
  const orDefault = (name) => textOf(name) || host.defaults[name] || "";
  const values = parseAll(schema, region, orDefault, source, problems);
  const functions2 = withRequests(values, workspace, problems);
  const sources = { env, workspace, command: values.command };
  const smoke = await readSmoke(values.smoke, sources, problems);
  const facts = {
    ...{ textOf, values, functions: functions2, workspace, smoke: smoke.suite },
    current: byFunction(described.current),
    isFileWrong: described.isWrong
  };
  const kind = kindNamed(kinds2, facts);
  const named = kind && readTarget(kind, kinds2, facts, problems);
  smoke.problems.push(...smokeProblems(smoke.suite, kind, named));
  checkTogether(values, kind, problems);
  const effects = { ...EFFECTS, ...kind?.effects };
  const idle = idleInputs(effects, schema.inputs, values, (name) => textOf(name) !== "");
  const unused = checkIdle(idle, env, problems);
  const metrics = await parseMetrics(
    values.metrics ?? "",
    functions2.map((f) => f.name),
    problems
  );
  const gates = await readGates(values, { workspace, region }, problems);
  if (problems.length > 0 || !named) throw new WrongInputs(problems);
  const all = values;
  return {
    ...membersOf(COMMON, all),
    region,
    ...named,
    advance: readAdvance(all),
    metrics,
    hooks: readHooks(all),
    approvals: plannedApprovals(all),
    ...{ smoke: smoke.suite, smokeProblems: smoke.later },
    gates,
    role: readRole(all),
    asked: readAsked(all, named.functions, (name) => textOf(name) !== ""),
    stacks: names?.stacks ?? [],
    understood: [...described.notes, ...names?.notes ?? [], ...renamed?.notes ?? [], ...unused]
  };
}
function asWritten2(textOf) {
  return { textOf, byFunction: (values) => values };
}
async function readNames(schema, {
  written,
  source,
  workspace,
  region
}, { lookUp }, problems) {
  const [stack, outputsFile] = [written("stack"), written("outputs-file")];
  if (stack === "" && outputsFile === "") return void 0;
  const unnamed = Object.entries(schema.inputs).filter(([, { names: names2 }]) => !names2);
  const inputs = { ...schema, inputs: Object.fromEntries(unnamed) };
  const values = parseAll(inputs, region, written, source, problems);
  if (!lookUp) problems.push("stack, outputs-file: names cannot be looked up here");
  if (!lookUp || problems.length > 0) throw new WrongInputs(problems);
  const role = readRole(values);
  const names = await lookUp({
    ...{ stack, outputsFile, workspace, region, role },
    begins: beginsRelease(values)
  });
  if (names.problems.length > 0) throw new WrongInputs(names.problems);
  return names;
}
function readAsked(values, functions2, named) {
  return {
    steps: named("steps") && values.steps !== "auto" ? values.steps : void 0,
    advance: named("advance") ? values.advance : void 0,
    bakeSeconds: named("bake-time") ? values["bake-time"] : void 0,
    holdBack: values["hold-back"],
    approvals: named("approve-at") ? plannedApprovals(values) : void 0,
    functions: functions2
  };
}
function kindNamed(kinds2, given) {
  return kinds2.findLast((kind) => kind.isNamed(given)) ?? kinds2[0];
}
function readTarget(named, kinds2, given, problems) {
  const others = kinds2.filter((kind) => kind !== named).flatMap(
    ({ inputs, words }) => inputs.flatMap((group) => Object.keys(group.inputs).map((name) => ({ name, of: words })))
  );
  return named.read(
    { ...given, others: others.filter(({ name }) => given.textOf(name) !== "") },
    problems
  );
}
function checkIdle(idle, env, problems) {
  const isSet = ({ name }) => inputText(env, name) !== "";
  problems.push(...idle.filter(isSet).map(({ words }) => words));
  return idle.filter((each) => !isSet(each)).map(({ words }) => `config: ${words}`);
}
function readRole(values) {
  const arn = values["role-to-assume"];
  return arn === void 0 ? void 0 : { arn, seconds: values["role-duration-seconds"] };
}
function readHooks(values) {
  const calls = {
    "pre-traffic": values["pre-traffic-hook"],
    step: values["step-hook"],
    "post-traffic": values["post-traffic-hook"]
  };
  return { calls, timeoutSeconds: values["hook-timeout"], secret: values["hook-secret"] };
}
var LONGEST_EVIDENCE_SECONDS = 1800;
function readAdvance(values) {
  const maxSeconds = values["max-step-time"];
  if (values.advance === "time") return { kind: "time", maxSeconds };
  const minSeconds = values["min-step-time"];
  return { kind: "evidence", minSeconds, maxSeconds: maxSeconds ?? LONGEST_EVIDENCE_SECONDS };
}
function parseAll({ inputs }, region, textOf, source, problems) {
  const values = {};
  for (const [name, { default: fallback, type }] of Object.entries(inputs)) {
    const parsed = type.parse(textOf(name) || fallback, region);
    if (parsed.ok) values[name] = parsed.value;
    else problems.push(...parsed.problems.map((problem) => `${source(name)}${name}: ${problem}`));
  }
  return values;
}
function withRequests(values, workspace, problems) {
  const { functions: functions2, version, "code-sha256": hashes, code: code2, "code-bucket": bucket = "" } = values;
  if (!functions2) return [];
  const versionOf2 = perFunction("version", version, functions2, problems);
  const hashOf = perFunction("code-sha256", hashes, functions2, problems);
  const sourceOf = perFunction("code", code2, functions2, problems, ({ text: text3 }) => text3);
  return functions2.map((each) => {
    const [codeSha256, source] = [hashOf(each.name), sourceOf(each.name)];
    const requested = versionOf2(each.name);
    if (source && requested !== void 0) {
      problems.push(
        `code, version: "${each.name}" has code to upload and the published version ${requested}; expected one of them`
      );
    }
    return {
      ...each,
      version: requested,
      ...codeSha256 !== void 0 && { codeSha256 },
      ...source && { code: { source, workspace, bucket } }
    };
  });
}

// src/inputs/read-only.ts
var READS_ONLY = ["plan", "status"];
function readsOnly(command) {
  return READS_ONLY.includes(command);
}

// src/network/proxy-secrets.ts
var PROXY_VARIABLES = {
  "https:": ["https_proxy", "HTTPS_PROXY"],
  "http:": ["http_proxy", "HTTP_PROXY"]
};
function proxySecrets(env) {
  const values = Object.values(PROXY_VARIABLES).flat().map((name) => env[name] ?? "");
  const secrets = values.flatMap((value) => {
    const [, user = "", password = ""] = LOGIN.exec(value) ?? [];
    const [plainUser, plain] = [user, password].map((part) => percentDecoded(part) ?? part);
    return plain ? [password, plain, basicOf(plainUser ?? "", plain)] : [];
  });
  return [...new Set(secrets)];
}
var LOGIN = /^(?:[a-z0-9]+:\/\/)?([^:@/]*):([^@/]*)@/i;
function basicOf(user, password) {
  return Buffer.from(`${user}:${password}`).toString("base64");
}

// src/report/internal-error.ts
var HOW_TO_REPORT = "This is a bug in canary-action, not a response from AWS or GitHub: please report it with the stack trace in the log at https://github.com/org/canary-action/issues";
function internalErrorText(error2) {
  return `internal error: ${messageOf(error2)}`;
}
function unfinishedText(error2, inWords) {
  return error2 instanceof KnownError ? inWords(messageOf(error2)) : `${inWords(internalErrorText(error2))} ${HOW_TO_REPORT}`;
}
function failureText(error2, state) {
  if (error2 instanceof KnownError) return messageOf(error2);
  return `${internalErrorText(error2)}. ${state} ${HOW_TO_REPORT}`;
}

// src/inputs/target-inputs.ts
function inapplicableInputs(name, { others }) {
  if (others.length === 0) return [];
  const names = others.map((other) => other.name).join(", ");
  const of = [...new Set(others.map((other) => other.of))].join(" or ");
  return [
    `${name}: ${names} ${others.length === 1 ? "is" : "are"} for ${of}; expected one or the other`
  ];
}
function waitsForPeople({ values }) {
  const { "approve-at": at2, door: door2, steps: steps2 } = values;
  if (door2) return true;
  const first = Array.isArray(steps2) ? steps2[0]?.weight ?? 100 : 0;
  return Array.isArray(at2) && at2.length > 0 && at2[0] <= first;
}

// src/targets/alias/alias-inputs.ts
var target = {
  title: "Release target",
  inputs: {
    alias: {
      type: text(alias, { pattern: ALIAS.source }),
      default: "",
      open: true,
      combined: true,
      names: nameOf("function alias"),
      doc: "The Lambda alias to shift traffic on, instead of a stage.",
      details: "To use a different alias for one function, write `NAME:ALIAS` in `functions`."
    }
  }
};
var policies = {
  title: "Policies",
  after: "on-unfinished",
  inputs: {
    "first-release": {
      type: choice("refuse", "allow"),
      default: "refuse",
      doc: "What to do if the alias does not exist.",
      details: "`refuse`: stop before changing anything, and suggest an existing alias. `allow`: create the alias and send all traffic to the new version immediately."
    },
    "unused-alias": {
      type: choice("refuse", "allow"),
      default: "refuse",
      doc: "What to do if nothing calls the alias.",
      details: "`refuse`: stop before changing anything if the release would reach nobody: no permission, event source or function URL leads to the alias, it was not called in the last 35 days, and something else may call the function without a qualifier. `allow`: only warn, for callers with a role of their own that begin to call later."
    },
    "on-split-alias": {
      type: choice("fail", "repair"),
      default: "fail",
      member: "onSplit",
      doc: "What to do if an alias is already split and no rollout of this action is open.",
      details: "A stopped CodeDeploy deployment can leave an alias split between two versions. `fail`: stop. `repair`: send all traffic to the version that the alias points to, or to the one that already receives 100%, then release. The action repairs an alias only if nothing else is shifting it."
    }
  }
};
var ALIAS_INPUTS = [target, policies];
var DECLARED = inputsIn(ALIAS_INPUTS);
var ALIAS_EFFECTS = {
  alias: "always",
  "first-release": "always",
  "unused-alias": "always",
  "on-split-alias": "always"
};
function namesAliases({
  textOf,
  functions: functions2
}) {
  return textOf("alias") !== "" || functions2.some((f) => f.alias !== void 0);
}
function readAliasInputs(given, problems) {
  const wrong = [
    ...inapplicableInputs("alias", given),
    ...missingInputs(given),
    ...cannotWait(given)
  ];
  problems.push(...wrong);
  if (wrong.length > 0) return void 0;
  const read2 = given.values;
  return {
    target: {
      kind: "alias",
      ...membersOf(DECLARED, read2),
      seesMore: seesMore(given),
      smokeNeeds: given.smoke && suiteNeeds(given.smoke, "functions")
    },
    functions: given.functions.map((input) => withAlias(input, read2.alias, given.current))
  };
}
function seesMore({ textOf, values }) {
  return textOf("metrics") !== "" || Array.isArray(values.alarms) && values.alarms.length > 0;
}
function withAlias(input, alias2, current) {
  const before = Object.hasOwn(current, input.name) ? current[input.name] : void 0;
  return {
    ...input,
    alias: input.alias ?? alias2,
    ...before !== void 0 && { current: before }
  };
}
function cannotWait(given) {
  const named = given.functions.filter(({ version }) => version !== void 0);
  if (named.length === 0 || !beginsRelease(given.values) || !waitsForPeople(given)) return [];
  return [
    `version: a release of version ${named[0]?.version} cannot wait at 0% (approve-at: 0%, door), because a later run could not confirm that this action published it; expected no version, or an approval at a higher weight`
  ];
}
function missingInputs({ textOf, functions: functions2 }) {
  const bare = functions2.filter((f) => f.alias === void 0);
  return [
    ...textOf("functions") === "" ? ["functions: it is empty; expected the functions whose alias to shift"] : [],
    ...bare.length > 0 && textOf("alias") === "" ? [
      `alias: ${listed(bare.map((f) => `"${f.name}"`))} has no alias, but others have one; expected alias, or ${bare[0]?.name}:ALIAS`
    ] : []
  ];
}

// src/rollout/shape.ts
function isMembers(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
function own(members2, name) {
  return Object.hasOwn(members2, name) ? members2[name] : void 0;
}
function isText(value, pattern) {
  return typeof value === "string" && pattern.test(value);
}
var text2 = (pattern) => (value) => isText(value, pattern);
var number2 = (least, most) => (value) => typeof value === "number" && value >= least && value <= most;
var optional = (check) => (value) => value === void 0 || check(value);
var list2 = (check) => (value) => Array.isArray(value) && value.every(check);
var members = (checks) => (value) => isMembers(value) && Object.entries(checks).every(([name, check]) => check(own(value, name)));
var map2 = (isName, check) => (value) => isMembers(value) && Object.entries(value).every(([name, member]) => isName(name) && check(member));
var isBoolean = (value) => typeof value === "boolean";
var isString = (value) => typeof value === "string";
var isCount = number2(0, 1e9);
function isSame(a, b) {
  return a.length === b.length && a.every((name) => b.includes(name));
}

// src/targets/lambda/function-shape.ts
function isFunctionName(value) {
  return isText(value, /^[A-Za-z0-9_-]{1,64}$/);
}
var FUNCTION_SHAPE = {
  isName: isFunctionName,
  isVersion: (value) => isText(value, /^\d{1,18}$/)
};

// src/targets/alias/alias-record.ts
function aliasesOf({ target: target3 }) {
  if (target3.kind === "alias") return target3;
  throw new KnownError("the state stored here is not that of an alias rollout");
}
function movedBy(record) {
  const { aliases } = aliasesOf(record);
  const labels = record.functions.map(({ name }) => `${name}:${aliasIn(aliases, name)}`);
  if (labels.length <= 3) return labels.join(" and ");
  return `${labels.slice(0, 2).join(", ")} and ${labels.length - 2} more`;
}
function aliasIn(aliases, name) {
  return must(aliases[name], `the record has the alias of "${name}"`);
}
var aliasCodec = {
  kind: "alias",
  ...FUNCTION_SHAPE,
  isCanary: () => false,
  fits: (target3, functions2) => {
    if (!isAlias(target3)) return false;
    const { aliases, warmed = {}, kept = [] } = target3;
    return isSame(Object.keys(aliases), functions2) && [...Object.keys(warmed), ...kept].every((name) => functions2.includes(name));
  }
};
var isAlias = members({
  kind: text2(/^alias$/),
  aliases: map2(isFunctionName, text2(/^(?!\d+$)[A-Za-z0-9_-]{1,128}$/)),
  warmed: optional(map2(isFunctionName, isCount)),
  kept: optional(list2(isFunctionName))
});

// src/targets/alias/alias-kind.ts
var aliasKind = {
  kind: "alias",
  plural: "aliases",
  words: "an alias",
  takesCode: true,
  reach: "functions",
  inputs: ALIAS_INPUTS,
  effects: ALIAS_EFFECTS,
  isNamed: namesAliases,
  read: readAliasInputs,
  // Their names are in the list of functions.
  openNames: () => [],
  postInputs: () => ({}),
  codec: aliasCodec,
  metricCost: {
    // Invocations, errors and throttles of both versions.
    traffic: (functions2) => 2 * 3 * functions2,
    // Invocations and the slow ones above each of two thresholds, of both versions.
    measures: ({ functions: functions2, compare: compare2 }) => compare2.includes("latency") ? 2 * 3 * functions2 : 0,
    // The same of the whole alias.
    promoted: ({ functions: functions2, compare: compare2 }) => (compare2.includes("latency") ? 3 + 3 : 3) * functions2,
    // Errors and throttles of the new version.
    failures: (functions2) => 2 * functions2,
    // Invocations, errors and throttles; samples and the two quantiles, and samples and the slow ones above each.
    history: ({ functions: functions2, compare: compare2 }) => (3 + (compare2.includes("latency") ? 3 + 3 : 0)) * functions2
  },
  freeCalls: "API Gateway and Lambda",
  outputs: [],
  openReader: async (clients) => {
    const { openAliases } = await import("./targets-alias-open-aliases.js");
    return openAliases(clients);
  },
  connect: async ({ kind: _, ...policies2 }, services) => {
    const { connectAliases } = await import("./targets-alias-alias-target.js");
    return connectAliases({ ...services, ...policies2 });
  }
};

// src/targets/stage/route-limit.ts
var MOST_ROUTES = 50;

// src/inputs/api-definition.ts
var MAX_BYTES4 = 6 * 1024 * 1024;
function readDefinitionText({
  path,
  workspace
}) {
  const file2 = readCheckoutFile(path, workspace, MAX_BYTES4);
  return "text" in file2 ? file2 : { problem: `api-definition ${quote(path)}: ${file2.problem}` };
}
async function parseDefinition({ path }, text3, names, problems) {
  const { readOpenApi } = await import("./templates-open-api.js");
  const read2 = await readOpenApi(text3, names);
  if (read2.kind === "definition") return read2.definition;
  const isPlaced = (problem) => /^\d+:\d+: /.test(problem);
  problems.push(
    ...read2.problems.map(
      (problem) => `api-definition ${path}:${isPlaced(problem) ? "" : " "}${problem}`
    )
  );
  return void 0;
}

// src/targets/stage/lent-input.ts
function lentName(given) {
  return typeof given === "string" ? /^existing=(.*)$/.exec(given)?.[1]?.trim() : void 0;
}
function cannotLend({ values, smoke }) {
  const read2 = values;
  const name = lentName(read2["shadow-stage"]);
  if (name === void 0) return [];
  const given = quote(`existing=${name}`);
  const needs2 = smoke && suiteNeeds(smoke, "addresses");
  return [
    ...needs2?.stable ? [
      `shadow-stage: ${given} serves one version, and compare and probes need a stage for each; expected checks without them, or stages that are created`
    ] : [],
    ...needs2 && needs2.usagePlan !== "" ? [
      `smoke: "usage-plan" has no effect with shadow-stage: ${given}, which is in its own usage plans; omit it`
    ] : [],
    ...read2.definition === "deployed" ? [
      `shadow-stage: with definition: deployed, there is no deployment by which a later run could recognize that ${given} must be set back; expected definition: draft, or a stage that is created`
    ] : []
  ];
}

// src/targets/stage/stage-fields.ts
var restApiId = (text3) => text3 === "" || /^[A-Za-z0-9_-]{1,64}$/.test(text3) ? ok(text3) : bad(`${quote(text3)}; expected the ID of a REST API, such as a1b2c3d4e5`);
var shadowStage = (text3) => {
  const wanted = flag(text3);
  if (wanted.ok) return wanted;
  const name = stageName(lentName(text3) ?? text3);
  return name.ok && lentName(text3) !== "" ? ok(text3) : bad(
    `${quote(text3)}; expected true, false, the name of a stage to create, or existing= and the name of one of yours, such as existing=test`
  );
};
var stageCache = (text3) => {
  if (text3 === "auto") return ok("auto");
  const wanted = flag(text3);
  return wanted.ok ? wanted : bad(`${quote(text3)}; expected auto, true or false`);
};
var dimension = (text3) => text3.length <= 255 ? ok(text3) : bad(`${quote(text3)} is longer than the 255 characters of a dimension value`);
var VARIABLE_NAME2 = /^[A-Za-z0-9_]{1,64}$/;
var VARIABLE_VALUE = /^[A-Za-z0-9\-._~:/?#&=,]{1,512}$/;
var stageVariables = (text3) => {
  const lines = text3.split("\n").map((line) => line.trim()).filter((line) => line !== "");
  const problems = [];
  const entries = lines.map((line, i) => {
    const at2 = line.indexOf("=");
    const name = at2 < 0 ? "" : line.slice(0, at2).trim();
    const value = line.slice(at2 + 1).trim();
    if (at2 < 0) problems.push(`line ${i + 1} has no "="; expected name=value, one per line`);
    else if (!VARIABLE_NAME2.test(name)) {
      problems.push(
        `${nearName(name) ? quote(name) : `the text before "=" in line ${i + 1}`} is not a stage variable's name; expected letters, digits and "_", at most 64`
      );
    } else if (!VARIABLE_VALUE.test(value)) {
      problems.push(
        `the value of "${name}" would be refused by API Gateway; expected 1 to 512 letters, digits and -._~:/?#&=,`
      );
    }
    return [name, value];
  });
  problems.push(...twice(entries.map(([name]) => name).filter((name) => VARIABLE_NAME2.test(name))));
  return problems.length > 0 ? bad(...problems) : ok(Object.fromEntries(entries));
};
function nearName(text3) {
  return /^[\w.-]{1,80}$/.test(text3);
}
var PROMOTE_PARTS = ["deployment", "variables", "close"];
var promote = (text3) => {
  const parts = splitList(text3);
  const unknown = parts.filter((part) => !PROMOTE_PARTS.includes(part));
  if (unknown.length > 0) {
    return bad(
      ...unknown.map(
        (p) => `${quote(p)}; expected ${PROMOTE_PARTS.join(", ")}.${didYouMean(p, PROMOTE_PARTS)}`
      )
    );
  }
  const choice2 = {
    deployment: parts.includes("deployment"),
    variables: parts.includes("variables"),
    close: parts.includes("close")
  };
  return choice2.deployment || choice2.variables ? ok(choice2) : bad(`${quote(text3)} promotes nothing; expected "deployment", "variables" or both`);
};

// src/targets/stage/stage-record.ts
function stableShadowOf(shadow) {
  return `${shadow}-stable`;
}
function shadowsOf({ shadow, stableShadow, lent }) {
  if (shadow === void 0 || lent) return [];
  return stableShadow ? [shadow, stableShadowOf(shadow)] : [shadow];
}
function stageOf({ target: target3 }) {
  if (target3.kind === "stage") return target3;
  throw new KnownError("the state stored here is not that of a stage rollout");
}
var isGatewayId = text2(/^[a-z0-9]{1,64}$/);
var stageCodec = {
  kind: "stage",
  ...FUNCTION_SHAPE,
  isCanary: isGatewayId,
  fits: (target3, functions2) => {
    if (!isStage(target3)) return false;
    const { variables, overrides, warmed = {} } = target3;
    return isSame(Object.keys(variables), Object.keys(overrides)) && Object.keys(warmed).every((name) => functions2.includes(name));
  }
};
var isVariable = text2(/^\w{1,64}$/);
var isVariableValue = text2(/^[A-Za-z0-9\-._~:/?#&=,]{0,512}$/);
var isUri = text2(/^[A-Za-z0-9:/._${}-]{1,2048}$/);
var isStage = members({
  kind: text2(/^stage$/),
  deploymentId: isGatewayId,
  variables: map2(isVariable, (value) => value === null || isVariableValue(value)),
  overrides: map2(isVariable, isVariableValue),
  useStageCache: isBoolean,
  drafts: list2(
    members({
      resourceId: isGatewayId,
      method: text2(/^(?:ANY|DELETE|GET|HEAD|OPTIONS|PATCH|POST|PUT)$/),
      from: isUri,
      to: isUri
    })
  ),
  promote: members({ deployment: isBoolean, variables: isBoolean, close: isBoolean }),
  imported: optional(
    members({ before: text2(/^(?:[0-9a-f]{16})?$/), expects: text2(/^[0-9a-f]{16}$/) })
  ),
  shadow: optional(text2(/^[A-Za-z0-9_-]{1,128}$/)),
  shadowStays: optional(isBoolean),
  stableShadow: optional(isBoolean),
  usagePlan: optional(text2(/^[A-Za-z0-9]{1,64}$/)),
  lent: optional(
    members({
      deploymentId: isGatewayId,
      variables: map2(isVariable, (value) => value === null || isVariableValue(value))
    })
  ),
  warmed: optional(map2(isFunctionName, isCount))
});

// src/targets/stage/stage-inputs.ts
var target2 = {
  title: "Release target",
  inputs: {
    "rest-api-id": {
      type: text(restApiId),
      default: "",
      open: true,
      names: nameOf("REST API"),
      doc: "The ID of the REST API, such as `a1b2c3d4e5`."
    },
    "stage-name": {
      type: text(stageName),
      default: "",
      open: true,
      names: nameOf("API stage"),
      doc: "The stage to release to.",
      details: "It must already serve a deployment."
    }
  }
};
var canary = {
  title: "Stage canary",
  inputs: {
    "stage-variable-overrides": {
      type: map(stageVariables),
      default: "",
      member: "overrides",
      doc: "Stage variables that the canary uses instead of the stage's own, one `name=value` per line."
    },
    "use-stage-cache": {
      type: booleanOr(stageCache),
      default: "auto",
      doc: "Whether the canary uses the stage's cache.",
      details: "`auto`: it does if it has a deployment of its own, whose responses AWS caches separately. With `definition: deployed` it does not, because each version would get responses of the other."
    },
    promote: {
      type: listOf(PROMOTE_PARTS, promote),
      default: "deployment, variables, close",
      defaultText: "all three",
      doc: "What a promotion changes on the stage.",
      details: "`deployment`: the stage takes the canary's deployment. `variables`: the stage takes the overrides. `close`: the canary is removed. Without `close` the canary stays at 0%, and the next release is refused until it is closed."
    },
    definition: {
      type: choice("draft", "deployed"),
      default: "draft",
      doc: "The API definition that the canary serves.",
      details: "`draft`: a new deployment of the API draft. `deployed`: the stage's current deployment with different stage variables."
    },
    "api-definition": {
      type: file,
      default: "",
      combined: true,
      doc: "An OpenAPI file in the checkout that replaces the API's draft before it is released.",
      details: "OpenAPI 3.0 or Swagger 2.0, in YAML or JSON, with `x-amazon-apigateway-integration`. Versions must come from stage variables. A rollback restores the draft to what the stage serves. See [API definition](docs/api-definition.md)."
    },
    "route-guard": {
      type: choice("block", "warn", "off"),
      default: "block",
      doc: "What to do if the stage and the canary differ in their routes, or in who may call them.",
      details: "`block`: stop. `warn`: report it and continue. `off`: do not check. Such a route returns 403 (or 401) to some users at random while traffic is split, so without steps (`AllAtOnce`) the guard only reports it. The guard compares verbs, paths, API keys and types of authorization; AWS does not show the authorizer, the scopes or the request validator of a deployed route, nor its resource policy."
    },
    "invoke-permission": {
      type: choice("check", "grant"),
      default: "check",
      doc: "What to do if API Gateway lacks permission to invoke the new version.",
      details: "`check`: stop. `grant`: add the permission. This also applies to other functions that the canary calls."
    },
    "canary-metric-dimension": {
      type: text(dimension),
      default: "{stage}/Canary",
      member: "canaryDimension",
      doc: "The value of the CloudWatch `Stage` dimension that counts the canary's requests.",
      details: "The action replaces `{stage}` with the stage name."
    }
  }
};
var hooks2 = {
  title: "Hooks",
  after: "pre-traffic-hook",
  inputs: {
    "shadow-stage": {
      type: booleanOr(shadowStage),
      default: "false",
      open: true,
      combined: true,
      doc: "The stage that serves the new version alone for the pre-traffic hook, smoke checks and a door.",
      details: "Set `true`, or the name of the stage to create. The stage has the canary's deployment and variables, and the hook receives its address. The action removes it before the canary serves any user. `existing=test`: a stage of your own that you reach by a custom domain or with API keys. It is set to the new version, and then back. See [Smoke checks](docs/smoke.md#a-stage-of-your-own)."
    }
  }
};
var STAGE_INPUTS = [target2, canary, hooks2];
var DECLARED2 = inputsIn(STAGE_INPUTS);
var STAGE_EFFECTS = {
  "rest-api-id": "always",
  "stage-name": "always",
  "stage-variable-overrides": "always",
  "use-stage-cache": "always",
  promote: "always",
  definition: "always",
  "api-definition": {
    isMet: (read2) => read2.definition !== "deployed",
    otherwise: "with definition: deployed, which releases no draft",
    expected: "definition: draft"
  },
  // `off` also spares a permission, with `definition: deployed` as well.
  "route-guard": "always",
  "invoke-permission": "always",
  "canary-metric-dimension": "always",
  "shadow-stage": {
    isMet: (read2) => read2["pre-traffic-hook"]?.length !== 0 || read2.smoke !== "" || read2.door !== false,
    otherwise: "without pre-traffic-hook, smoke or door, which alone can call the stage",
    expected: "pre-traffic-hook, smoke or door"
  }
};
var HOOKS2 = ["pre-traffic-hook", "step-hook", "post-traffic-hook"];
function isFilled(value) {
  return Array.isArray(value) && value.length > 0;
}
var REQUIRED = ["rest-api-id", "stage-name"];
function namesStage({ textOf }) {
  return REQUIRED.some((name) => textOf(name) !== "");
}
function readStageInputs(given, problems) {
  const { textOf, values, functions: functions2 } = given;
  const missing = missingInputs2(given);
  const foreign2 = textOf("rest-api-id") === "" ? [] : inapplicableInputs("rest-api-id", given);
  problems.push(...missing, ...foreign2, ...promotesNothing(given), ...cannotImport(given));
  problems.push(...cannotWait2(given), ...cannotLend(given));
  if (missing.length > 0 || foreign2.length > 0) return void 0;
  const read2 = values;
  const smokeNeeds = given.smoke && suiteNeeds(given.smoke, "addresses");
  const target3 = {
    kind: "stage",
    ...membersOf(DECLARED2, read2),
    shadowStage: shadowOf(read2, smokeNeeds, Boolean(values.door)),
    lendsStage: lentName(read2["shadow-stage"]) !== void 0 || void 0,
    doorDomain: typeof values.door === "string" ? values.door : void 0,
    smokeNeeds,
    apiDefinition: fileOf(given, read2),
    splits: !Array.isArray(values.steps) || values.steps.length > 0,
    compares: values.analysis !== "off",
    tellsHooks: HOOKS2.some((name) => isFilled(values[name]))
  };
  return { target: target3, functions: functions2 };
}
function missingInputs2({ textOf, isFileWrong }) {
  if (isFileWrong && REQUIRED.every((name) => textOf(name) === "")) return [];
  return REQUIRED.filter((name) => textOf(name) === "").map(
    (name) => `${name}: it is missing or empty; expected rest-api-id and stage-name for the canary of a stage, or functions and alias`
  );
}
function shadowNames({
  shadowStage: shadowStage2,
  smokeNeeds,
  lendsStage
}) {
  if (shadowStage2 === void 0 || lendsStage) return [];
  return smokeNeeds?.stable ? [shadowStage2, stableShadowOf(shadowStage2)] : [shadowStage2];
}
function shadowOf(values, needs2, hasDoor) {
  const { "shadow-stage": shadow, "stage-name": stage } = values;
  const isNamed = typeof shadow === "string";
  const lent = lentName(shadow);
  if (lent !== void 0) return lent;
  return shadow === true || needs2?.canary !== void 0 && !isNamed || hasDoor && !shadow ? `${stage}-canary-shadow` : shadow || void 0;
}
function fileOf({ workspace }, values) {
  const path = values["api-definition"];
  return path === "" ? void 0 : { path, workspace };
}
function cannotWait2(given) {
  const { values } = given;
  const read2 = values;
  if (read2.definition !== "deployed" || !beginsRelease(values)) return [];
  if (!waitsForPeople(given)) return [];
  return [
    'definition: with "deployed", the release cannot wait at 0% (approve-at: 0%, door), because no deployment is created by which a later run could confirm it; expected draft, or an approval at a higher weight'
  ];
}
function cannotImport({ values, workspace }) {
  const read2 = values;
  const path = read2["api-definition"];
  if (!path) return [];
  if (values.command === "preview") {
    return [
      "api-definition: a preview must not change the API's draft, which all stages share; omit it"
    ];
  }
  if (!beginsRelease(values)) return [];
  const found = readDefinitionText({ path, workspace });
  return [
    ..."problem" in found ? [found.problem] : [],
    ...read2.promote && !read2.promote.deployment ? [
      "promote: the definition would be tested and never promoted; expected promote with deployment"
    ] : []
  ];
}
function promotesNothing({ values, functions: functions2 }) {
  if (!beginsRelease(values) || functions2.length > 0) return [];
  const read2 = values;
  const { promote: chosen, definition, "stage-variable-overrides": overrides = {} } = read2;
  const tried = [
    ...definition === "draft" ? ["deployment"] : [],
    ...Object.keys(overrides).length > 0 ? ["variables"] : []
  ];
  if (!chosen || tried.length === 0 || tried.some((part) => chosen[part])) return [];
  return [
    `promote: the canary would be tested and none of it promoted; expected ${tried.join(" or ")}`
  ];
}

// src/targets/stage/stage-kind.ts
var stageKind = {
  kind: "stage",
  plural: "stages",
  words: "the canary of a stage",
  takesCode: true,
  reach: "addresses",
  inputs: STAGE_INPUTS,
  effects: STAGE_EFFECTS,
  isNamed: namesStage,
  read: readStageInputs,
  openNames: ({ restApiId: restApiId2, stageName: stageName2 }) => [restApiId2, stageName2],
  postInputs: ({ restApiId: restApiId2, stageName: stageName2, canaryDimension, apiDefinition }) => ({
    "rest-api-id": restApiId2,
    "stage-name": stageName2,
    "canary-metric-dimension": canaryDimension,
    ...apiDefinition && { "api-definition": apiDefinition.path }
  }),
  codec: stageCodec,
  metricCost: {
    // Requests and errors: of the stage, of its canary, and of each function's two versions, with throttles.
    traffic: (functions2) => 2 * 2 + 3 * 2 * functions2,
    // Client errors, and the slow responses of two thresholds: of the stage and of its canary. The same of each route. With
    // a cache, the answers from it instead of the slow responses.
    measures: (compared) => 2 * (gatewayMetrics(compared) + routeMetrics(compared)),
    // Requests and errors, and of each function's version; samples and quantiles. The requests of all routes.
    history: (compared) => 2 + (compared.compare.includes("errors") ? 3 * compared.functions : 0) + (compared.compare.includes("latency") ? 3 : 0) + gatewayMetrics(compared) + (routeMetrics(compared) > 0 ? compared.routes : 0) + routeMetrics(compared)
  },
  freeCalls: "API Gateway and Lambda",
  outputs: ["deployment-before", "deployment-after"],
  connect: async (inputs, services) => {
    const { connectStage } = await import("./targets-stage-stage-target.js");
    return connectStage({ ...services, inputs });
  },
  openReader: async (clients) => {
    const { openStages } = await import("./targets-stage-open-stages.js");
    return openStages(clients);
  },
  previews: async (inputs, clients) => {
    const { connectPreviews } = await import("./targets-stage-preview-stages.js");
    return connectPreviews(clients, inputs);
  },
  orphans: async (...asked) => {
    const { orphanStages } = await import("./targets-stage-orphan-stages.js");
    const [inputs, clients, repository] = asked;
    return orphanStages(clients, inputs, repository);
  }
};
function gatewayMetrics({ compare: compare2 }) {
  return (compare2.includes("client-errors") ? 1 : 0) + (compare2.includes("latency") ? 2 : 0);
}
function routeMetrics({ routes, compare: compare2 }) {
  const classes = compare2.filter((each) => each !== "latency").length;
  return classes > 0 ? Math.min(routes, MOST_ROUTES) * (1 + classes) : 0;
}

// src/targets/kinds.ts
var TARGET_KINDS = [stageKind, aliasKind];
function kindOf({ kind }) {
  const found = TARGET_KINDS.find((one) => one.kind === kind);
  if (!found) throw new RangeError(`there is no kind of target "${kind}"`);
  return found;
}

// src/action/deadlines.ts
var POST_SECONDS = 300;
var LAST_WORD_SECONDS = 120;
var AFTER_CANCEL_SECONDS = 180;
var LEAST_SECONDS = 60;
function mainStepDeadline(begunAt, endsAt) {
  return Math.max(endsAt - POST_SECONDS, begunAt + LEAST_SECONDS);
}
function postStepDeadline(begunAt, endsAt, cancelled) {
  const least = begunAt + LEAST_SECONDS;
  const most = cancelled ? begunAt + AFTER_CANCEL_SECONDS : Number.POSITIVE_INFINITY;
  return Math.max(least, Math.min(endsAt - LAST_WORD_SECONDS, most));
}

// src/action/input-refusal.ts
import {
  setOutput
} from "./vendor-actions-core.js";

// src/base/time.ts
function now() {
  return Date.now() / 1e3;
}
var LONGEST_MS = 2 ** 31 - 1;
function sleep(seconds, signal) {
  return new Promise((resolve2) => {
    if (signal?.aborted) return resolve2();
    const done = () => {
      clearTimeout(timer);
      signal?.removeEventListener("abort", done);
      resolve2();
    };
    const timer = setTimeout(done, Math.min(LONGEST_MS, Math.max(0, seconds) * 1e3));
    signal?.addEventListener("abort", done);
  });
}
async function withTimeout(seconds, work) {
  const done = new AbortController();
  const limit = sleep(seconds, done.signal).then(() => void 0);
  try {
    return await Promise.race([work, limit]);
  } finally {
    done.abort();
  }
}
function whenAborted(signal) {
  return new Promise((resolve2) => {
    if (signal.aborted) resolve2("aborted");
    else signal.addEventListener("abort", () => resolve2("aborted"), { once: true });
  });
}

// src/report/markdown.ts
function escapeMarkdown(text3, maxLength = 300) {
  const line = oneLine3(text3);
  const short = line.length > maxLength ? `${cut(line, maxLength - 1)}…` : line;
  return short.replace(/[&<>]/g, (char) => HTML[char] ?? char).replace(/[\\`*_{}[\]()#!|~$^=+-]/g, "\\$&").replace(/^(\d+)([.)])/, "$1\\$2").replace(/([@#])(?=\S)/g, "$1​").replace(/gh\\-(?=\d)/gi, "$&​").replace(/:\/\//g, ":​//").replace(/www(?=\.)/gi, "$&​");
}
function oneLine3(text3) {
  return text3.replace(/[\s\u2028\u2029]+/g, " ").trim();
}
function cut(text3, length) {
  return text3.slice(0, length).replace(/[\uD800-\uDBFF]$/, "");
}
var HTML = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };
function code(text3, maxLength = 120) {
  const line = cut(oneLine3(text3), maxLength).trimEnd();
  if (line === "") return "";
  if (line.includes("|")) return escapeMarkdown(line, maxLength);
  const longest = Math.max(0, ...[...line.matchAll(/`+/g)].map((run) => run[0].length));
  const fence = "`".repeat(longest + 1);
  const pad = longest > 0 ? " " : "";
  return `${fence}${pad}${line}${pad}${fence}`;
}
function codeBlock(lines, language = "") {
  if (lines.length === 0) return "";
  const longest = Math.max(
    2,
    ...lines.flatMap((l) => [...l.matchAll(/`+/g)].map((m) => m[0].length))
  );
  const fence = "`".repeat(longest + 1);
  return [
    `${fence}${language}`,
    ...lines.map((line) => line.replace(/[\r\n\u2028\u2029]+/g, " ")),
    fence
  ].join("\n");
}
function link(text3, url2) {
  if (!/^https?:\/\/[^\s<>"\\]+$/.test(url2)) return text3;
  return /[()']/.test(url2) ? `[${text3}](<${url2}>)` : `[${text3}](${url2})`;
}
function details(title, content) {
  return `<details>
<summary>${title}</summary>

${content}

</details>`;
}
function table(head, rows) {
  const line = (cells) => `| ${cells.join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}
function shorten(text3, limit, pointer) {
  const encoder = new TextEncoder();
  if (encoder.encode(text3).length <= limit) return text3;
  const room = limit - encoder.encode(`

${pointer}
`).length;
  const cut2 = new TextDecoder().decode(encoder.encode(text3).slice(0, Math.max(0, room)));
  const end = cut2.lastIndexOf("\n");
  return `${cut2.slice(0, Math.max(0, end))}

${pointer}
`;
}

// src/report/problem-kinds.ts
var PROBLEM_KINDS = `
such-flag has no such flag
such-flag there is no such variable
word-expected-here-value unexpected word; a value follows its flag
secret-command-line-read a secret on a command line can be read by other processes
value-empty-leave-flag its value is empty; leave the flag out, or give it a value
github-actions-only-about is for GitHub Actions only, because it is about GitHub
expected-region-variable-aws expected --region, or the variable AWS_REGION
aws-credentials there are no AWS credentials
aws-credentials AWS rejects the credentials
credentials-account-expected the credentials belong to account…is expected
usable-id-token there is no usable ID token
comment-earlier-version-wrote it has no comment, because an earlier version wrote it
job-token-ci-job the job token (CI_JOB_TOKEN) may read notes but not write them
aws-region-set AWS_REGION is not set
action-such-input this action has no such input
what-github-makes-value is what GitHub makes of a value of fromJSON
value-shown-too-short its value (not shown) is too short, or has several lines
missing-empty-expected it is missing or empty; expected
expected-one-other expected one or the other
alias-others-one has no alias, but others have one
job-uses but the job uses
latest-changes-every-update $LATEST changes with every update
functions-has-the-qualifier has the qualifier
expected-each-step-larger expected each step to be larger than the last
more-two-decimals has more than two decimals
name-preset is not the name of a preset
value-refused-api-gateway the value…would be refused by API Gateway
promotes-nothing promotes nothing
canary-tried-nothing-promoted the canary would be tested and none of it promoted
canary-serves-draft-promotion the canary serves the draft, and the promotion drops it
canary-serves-draft-promotion the canary uses the overrides of
effect-expected it has no effect…expected
expected-percentage-0 expected a percentage from 0% to
expected-codeowners-path expected CODEOWNERS and a path
nobody-could-approve nobody could approve, because
nobody-could-approve cannot approve, for lack of write access to the repository, and nobody else may
nobody-could-approve CODEOWNERS names no owner of…so nobody can approve
nobody-could-approve who may approve could not be read
release-cannot-wait-at the release cannot wait at
release-cannot-wait-at a release of version…cannot wait at
shows-all-releases-command it shows all releases with command: status only
shows-all-releases-command it has no effect with all, which shows every release
metrics-item metrics, item
time-zone it has no time zone
time-zone is not a time zone that exists
neither-day-week-nor is neither a day of the week nor a time zone
neither-day-week-nor is not a time of day
never-opens-ends-when never opens, because it ends when it starts
expected-days-such-as expected days such as
expected-days-such-as there is no
ends-before-begins ends before it begins
calendar-event-line calendar…the event of line
calendar-rrule-supported calendar…RRULE has…which is not supported
calendar-events-expected-at calendar…events; expected at most
expected-alarm-name-parameter expected alarm=NAME, parameter=NAME or variable=NAME
name-ssm-parameter is not the name of an SSM parameter
name-ssm-parameter is not the name of a repository variable
tag-expected-tag-key is not a tag; expected tag:KEY=VALUE or tag:KEY
expected-address-begins-https expected an address that begins with https
could-fail it has no…so it could not fail
leaves-api-segment leaves the API (a segment is "." or
leaves-api-segment is an address
leaves-api-segment begins with the name of a host
does-begin does not begin with
does-begin leads to several values
does-begin has a filter
neither-saved-earlier-check is neither saved by an earlier check nor among
does-run-whenever-check which does not run whenever this check runs
variable-set-empty the variable…is not set or empty
repeats-group-holds-repetition repeats a group that holds a repetition or an alternative
send-both-versions would send…to both versions
as-probe-sent-both as a probe…would be sent to both versions repeatedly
probe-without-could-fail it is a probe without…so it could not fail
probe-uses-value-none it is a probe and uses a value of…which is none
expected-rate-1-m expected a rate from 1/m to
effect-each-check-probe has no effect, because each check has probe: false
does-name-function-released does not name its function, and…are released
form-event-known the form of the event is not known
expected-1s-15m expected from 1s to 15m
stack-there-is-no there is no stack
stack-state the stack…is in the state
ambiguous-expected-one-these is ambiguous…expected one of these names
is-an-of-expected expected an
name-in-account so it is used as a name in the account
function-alias-functions-empty no function of…has an alias…and functions is empty
outputs-file-more-json outputs-file…it has more than JSON in it
outputs-file-form-known outputs-file…its form is not known
sensitive-names-shown-logs is sensitive, and names are shown in logs and comments
name-cloudformation-expected is a name of CloudFormation; expected
name-cloudformation-expected is understood by CloudFormation only, so this cannot be imported
api-definition-replaced-expected api-definition…is not replaced; expected one of
api-definition-account-known api-definition…the account is not known
api-definition-info-title api-definition…info.title is…and an import makes it the name of the API
api-definition-calls-version api-definition…calls version…so each import would go back to it
api-definition-api-gateway api-definition…and API Gateway deploys no method without one
preview-must-change-api a preview must not change the API's draft
definition-tried-never-promoted the definition would be tested and never promoted
such-file-checkout there is no such file in the checkout
expected-name-value expected NAME=VALUE
neither-one-name-value is neither one NAME=VALUE nor several separated by spaces
neither-toml-nor-yaml is neither a TOML nor a YAML file
sam-config-environment sam-config…it has no environment
sam-config-cannot-read sam-config…it cannot be read as TOML
sam-config-there-is there is no template
known-only-after-apply is known only after the apply
does-say-these-aliases does not say which of these aliases it is for
does-say-these-aliases several deployment groups may be for
log-terraform-plan-json it is the log that "terraform plan -json" or "apply -json" writes
log-terraform-plan-json it is neither a plan nor a state
deployment-file-moves-alias the deployment of this file moves the alias as well
nothing-release-expected-inputs so there is nothing to release…expected the inputs functions, alias and steps instead of template
schedule-expected-input-steps is no schedule; expected the input steps
cloudformation-names so CloudFormation names it
cannot-resolved-outside-cloudformation cannot be resolved outside of CloudFormation
one-release-one-schedule one release has one schedule, and these have different ones
but-currentversion-is but CurrentVersion is
outside-checkout it is outside the checkout
config-is-not-yaml is not YAML
config-is-not-yaml unknown key
folder-expected-file it is a folder; expected a file
folder-expected-file it is not a regular file
folder-expected-file bytes; expected at most
folder-expected-file characters; expected at most
value-neither-string-nor the value of…is neither a string nor a list or map of strings
expected-number-published-version expected the number of a published version, such as 8 or orders
expected-number-published-version expected the full SHA of a commit, of 40 hexadecimal digits
expected-number-published-version expected the CodeSha256 that Lambda returns
expected-list-at-most expected a list of at most
expected-list-at-most expected higher or lower
does-name-function does not name its function, and
does-name-function is not among the functions
does-name-function does not name its function
appspec-template-both-given appspec, template: both are given; expected one of them
appspec-template-both-given functions is also set as an input; expected only one of them
stack-outputs-file-names stack, outputs-file: names cannot be looked up here
functions-empty-without-stack functions is empty, and without stack it is not known which functions have the alias
only-functions-lambda-code only functions of Lambda have code to upload
only-functions-lambda-code a preview shows what is uploaded already
only-functions-lambda-code has code to upload and the published version
files-lambda-accepts-at its files have…Lambda accepts at most
files-lambda-accepts-at Lambda accepts at most…when unpacked
name-utf the name of…is not UTF
name-utf leads to nothing
name-utf the ZIP file contains no files
job-ends-after-job but the job ends after…job-timeout…raise the timeout of the job and job-timeout
deployment-group-template the deployment group of…is not in this template
deployment-group-template has no TrafficRoutingConfig that can be read
deployment-group-template the DeploymentPreference of…has no Type
expected-map-alarms expected a map with Alarms
expected-map-alarms Alarms of
expected-map-alarms expected a list of alarms
expected-map-alarms expected a whole number from 1 to
expected-map-alarms expected true or false
expected-map-alarms expected a map with PreTraffic and PostTraffic
directly-resources is directly in Resources
directly-resources it has no Resources
directly-resources has no Type and Properties
directly-resources expected AWS::Lambda::Function
directly-resources the hook…expected the name of a function
contains-more-one-document it contains more than one document
contains-more-one-document Map keys must be unique
contains-more-one-document its aliases expand to more than
contains-more-one-document has a value that is not a map at
contains-more-one-document it cannot be read as TOML
list-something-else-expected it is a list with something else; expected strings NAME=VALUE
list-something-else-expected is no string; expected one
list-something-else-expected expected a line…VALUE in template-parameters
functions-need-more its functions need more than
several-stages-canarysetting several stages have a CanarySetting
several-stages-canarysetting it has no CodeDeploy deployment group and no stage with a canary
several-stages-canarysetting does not say which of these aliases it is for
map-expected-names-values is not a map; expected names and values
map-expected-names-values has no "="; expected name=value, one per line
map-expected-names-values is not a stage variable's name
it-has-neither-path it has neither
it-has-neither-path is of a request, and…sends none
it-has-neither-path is of a response, and an event has a result
it-has-neither-path it has both
it-has-neither-path which is not JSON
expected-map expected a map with
expected-map is empty; expected at least one of its keys
expected-map expected a text, a number, true, false, null, or a map with one of
expected-map expected a regular expression such as
name-header is not the name of a header
name-header is set by the action itself; omit it
name-header is not one line of ASCII characters
name-header writes the header authorization, which is also in
needs-current-version-serves needs the current version, which serves nobody after the promotion
needs-current-version-serves is not a name
release-hours-closed the release hours…are closed
release-hours-closed releases are frozen
opening-known no opening is known
job-wait-until This job can wait until
all-releases-stopped all releases are stopped by
could-read-taken-as could not be read, so it is taken as set
release-begins-at a release that begins at
aws-denies-role-job AWS denies…the role of this job needs that permission
machine-s-clock-expected this machine's clock is…expected less than
aws-rejected-credentials-job AWS rejected the credentials of this job
aws-ended-session-job AWS ended the session of this job before its time
aws-credentials-job-expire The AWS credentials of this job expire in…after that, it can neither go on nor roll back
aws-session-job-ends The AWS session of this job ends in…and it could not be renewed
job-aws-credentials this job has no AWS credentials
aws-could-reached AWS could not be reached
proxy-refused-connection the proxy…refused a connection to
proxy-refused-connection could not be reached
proxy-refused-connection did not answer within
understood-expected-http-host is not understood: expected http://HOST:PORT
aws-ca-bundle-expected AWS_CA_BUNDLE…expected a file with certificates in PEM format
aws-max-attempts-expected AWS_MAX_ATTEMPTS: expected
aws-max-attempts-expected AWS_RETRY_MODE: expected
toomanyrequestsexception TooManyRequestsException
rest-api there is no REST API
has-no-stage has no stage
canary-promotion-left-open has a canary that a promotion left open
canary-action-did-create has a canary that this action did not create
tags-own-aws-allows tags of its own, and AWS allows
room-release-s-tags has room for this release's…tags, but then for only
none-api-s-calls none of the API's…calls the function
deployment-stage-serves-calls of the deployment that the stage serves calls…so it is unknown which version its users receive
deployment-stage-serves-calls no route of the deployment that the stage serves calls
reading-export-stage reading the export of the stage
api-s-draft-cannot the API's draft cannot be compared with what the stage serves
api-s-draft-cannot the API's draft cannot be read as a whole
api-s-draft-cannot The API's draft could not be compared as a whole
deployment-stays-stage-does the deployment that stays on the stage does not take the version
none-reached-new-version but none reached a new version
without-version without a version
takes-version-stage-variable takes the version…from a stage variable that is not set
stable-canary-share which stable and canary share
api-reaches-two-ways the API reaches…in two ways
mentions-uri-recognized mentions…in a URI that is not recognized
version-uri-only-uris by a version in its URI, and only the URIs of methods are rewritten
api-s-default-endpoint the API's default endpoint is disabled
api-private-reachable-only the API is private and reachable only from its VPCs
api-key-new-stage an API key, and a new stage is in no usage plan
what-these-integrations-call what these integrations call is not understood
stage-variable-value-used stage variable…which has no value, is used by
canary-these-routes-call on the canary, these routes call something else than on the stage
stage-variable-holds-version stage variable…which holds the version of…also controls…which would change with it
several-them-take-their several of them take their version from the same stage variable
call-does-exist will call…which does not exist in
unclear-what-call it is unclear what…will call
cloudwatch-counts-requests-api CloudWatch counts requests by the API's name, and…also called
action-could-check-whether the action could not check whether another REST API has the name
only-api-s-draft only the API's draft has the variable
neither-stage-nor-api neither the stage nor the API definition has the variable
stage-variable-need-two stage variable…would need two values
api-gateway-permission-invoke API Gateway has no permission to invoke
settings-asynchronous-invocations-none has settings for asynchronous invocations…has none
could-checked-whether-settings it could not be checked whether…has settings for asynchronous invocations
resource-policy-keeps-api a resource policy keeps API Gateway from invoking
role-lambda-getresourcepolicy the role has no lambda:GetResourcePolicy on
only-canary only the canary has
only-canary only stable has
requires-api-key requires an API key for
requires-api-key authorization is…on the canary and…on stable for
definition-is-pinned is pinned
definition-is-pinned would be tested and never promoted
nothing-release there is nothing to release
alias-there-is-no there is no
alias-there-is-no If this is the first release, set first-release: allow
yet-others-exist there is no…yet, but the others exist
release-reach-nobody a release of…would reach nobody
nothing-aws-shows-calls nothing that AWS shows calls
may-call-without-qualifier may call…without a qualifier, but not
may-call-once-exists may call…once it exists
what-calls-could-read what calls…could not be read completely
what-calls-could-read the event sources could not be read
reports-failed-messages-reportbatchitemfailures reports failed messages of…with ReportBatchItemFailures
points-expected-published-version points to…expected a published version
split-between is split between
repaired-someone-moved was not repaired: someone has moved it
part-rollout-whose-state is part of the rollout…whose state is stored on the function
part-rollout-whose-state is unfinished, is stored on…and has different functions from this release
provisioned-concurrency-own-alias has provisioned concurrency of its own, and the alias…has some too
lambda-itself-keeps-previous Lambda itself keeps…on the previous version
promoted-everything-completed Promoted, but not everything was completed
provisioned-concurrency the provisioned concurrency of
provisioned-concurrency was not ready within
versions-one-alias-must versions of one alias must share it
expected-active expected Active
expected-active the last update of
code-expected has the code…expected
upload-release-all-at uploading the code would release…to all users at once
could-read-what-calls it could not be read what calls
may-call-without-version may call…without a version or an alias, and did not
code-sha256-of-has has the hash
folder-files the folder has no files
folder-files leads out of the folder
folder-files is not a ZIP file
lambda-accepts-at-most and Lambda accepts at most 50 MB in a request
names-version-another-upload names no version, so another upload would change it
names-version-another-upload names no digest, and a tag moves
deployed-as-zip-file is deployed as a ZIP file, and
deployed-as-zip-file is deployed as an image, and
bucket-another-region the bucket is in another Region
latest-now $LATEST now
code-changed-after-uploaded the code of…changed after it was uploaded
code-changed-after-uploaded the settings of…changed while its code was uploaded
code-changed-after-preflight the code of…changed after preflight
settings-changed-after-preflight the settings of…changed after preflight
someone-changed-api-s someone changed the API's draft after it was checked
someone-changed-api-s someone changed the API's draft while a deployment was created from it
after-import-api-s after the import, the API's draft is not what the file says
api-s-draft-neither The API's draft is neither what was imported nor what the stage serves
restoring-api-s-draft Restoring the API's draft, API Gateway warned
api-s-draft-someone In the API's draft…Someone else set that, so it was left alone
versions-all-functions-region The versions of all functions in this Region share one limit
api-as-many-deployments The API has as many deployments as AWS allows
failed-start failed to start
was-still-after was still
published-version has no published version
functions-there-is-no there is no function
step-hook-there-is there is no function
api-stage the API has a stage
check-requires-api-key requires an API key, and the stage that is created for checks is in no usage plan
check-requires-api-key so its API keys are not those of the stage's users
stage-cannot-be-lent the stage…the API has no such stage
stage-cannot-be-lent it has a canary of deployment
stage-cannot-be-lent a release to it is open
stage-cannot-be-lent it is lent to the open release on the stage
stage-cannot-be-lent it is the preview of a pull request
existing-needs-two compare and probes need a stage for each
existing-needs-two there is no deployment by which a later run could recognize that…must be set back
existing-needs-two checks after the promotion cannot reach the released stage
existing-needs-two at which your stage…is reached
own-stage-not-set-back The stage…was not set back to deployment
own-stage-changed so it was not changed; it was to serve the new version for checks
shadow-stage-the-api the API has
alarms-there-is-no there is no alarm
alarm-name-job-read is not the alarm of that name that this job can read, which is
alarm-tag no alarm in…has the tag
more-alarms-tag-expected more than…alarms have the tag…expected at most
alarm-before-release-starts is in ALARM before the release starts
logs-used Logs are not used
stage-access-log the stage has no access log
format-access-log-change the format of the access log…Change it to
access-log-goes-firehose the access log goes to the Firehose stream
access-log-goes-log the access log goes to the log group…of the account
log-group-also-lines the log group…also has the lines of…and lines do not say whose they are
log-group-also-lines and it could not be checked whether others write to the log group
log-group-class the log group…has the class
api-gateway-role-write API Gateway has no role to write logs with in this Region
report-cannot-say-where the report cannot say where in its code a function fails
function-writes-line-invocation the function…writes no line for an invocation that succeeds
steps-bake-take-job the steps and the bake take…but the job ends after
hooks-may-add-schedule hooks may add…of the schedule
aws-credentials-expire the AWS credentials expire in
aws-credentials-expire the AWS credentials have expired
unknown-when-aws-credentials and it is unknown when the AWS credentials expire
aws-credential-expiration-time AWS_CREDENTIAL_EXPIRATION is…which is not a time
effect-role-assume it has no effect with role-to-assume
snapstart-snapshot-ready-yet its SnapStart snapshot is not ready yet
snapstart-snapshot-ready-yet is Inactive: Lambda deleted its unused SnapStart snapshot
response-aws the response from AWS has no
response-aws the AWS response lacks the authorizer
response-aws the pages of the AWS response never end
response-aws returned the version…expected a number
response-aws creating a deployment returned the ID
function-longer-exists the function…no longer exists
answer-within there was no answer within
export-could-parsed the export could not be parsed
export-could-parsed the export of the stage could not be parsed
what-read-changed-between Its source changed in the meantime
preview-needs-rest-api a preview needs a REST API: expected rest-api-id and stage-name
preview-needs-rest-api previews are stages of a REST API
roll-back-further-name to roll back further, name a version or a deployment
changed-outside-action it was changed outside this action
changed-outside-action should be…but AWS returned
changed-outside-action someone has changed the stage since preflight
changed-outside-action someone else changed the stage to deployment
changed-outside-action but someone else created it
changed-outside-action was moved by someone else while Lambda moved its provisioned concurrency
changed-outside-action should point to…again, but is
github-s-api-returned GitHub's API returned more than
state-release-needs-tags the state of this release needs…tags, and at most…are used
current-state-unknown the current state is unknown
current-state-unknown the state stored here is not that of
aliases-deployments-expected-versions aliases have no deployments; expected versions
could-pointed-version-keeps could not be pointed to it, and the version keeps its allocated environments
could-pointed-version-keeps cancelled while environments were being prepared
calls-something-else-now If it calls something else by now, remove that permission
shadow-stage-other-address and a shadow stage has no other address
shadow-stage-other-address and a preview has no other address
api-s-draft-should the API's draft should be what the stage serves again, but differs
canary-cannot-compared-expected so the canary cannot be compared; expected a unique name
none-them-preview-could and none of them is a preview of…that could make room
none-them-preview-could close a pull request, run command: sweep, or set preview-limit: oldest
fix-deploy-draft-stage To fix this, deploy the draft to the stage once
longer-shadow-stage-rollout is no longer the shadow stage of this rollout
aws-still-shows-canary AWS still shows the canary after it was closed
aws-still-shows-canary the canary has no deployment yet
route-guard-stopped-rollout the route guard stopped the rollout
stage-canary-deployment-close the stage has a canary of deployment…close it first
stage-serves-name-version and the stage serves…name a version instead of previous
stage-serves-version-alone no stage serves this version alone, because the release was begun without one
stage-serves-version-alone its path leaves the API
stage-serves-version-alone the release has no function
stage-serves-version-alone no complete response within
stage-serves-version-alone expected checks with
only-tags-say-version only its tags say that version
only-tags-say-version only its tags say what it releases
known-who-may-approve so it is not known who may approve
known-who-may-approve does not load a CODEOWNERS file of 3 MB or more
known-who-may-approve sections are GitLab's, and GitHub does not know them
release-unmerged-code-users would release unmerged code to users
pull-request-comes-fork The pull request comes from a fork
stage-protected the stage…is protected
preview-changed is not a preview of…so it was not changed
api-stages-maximum the API has…stages, which is the maximum
is-in-use-by is in use by
open-rollout-preview-never the open rollout is a preview of…which is never promoted
comments-could-read Comments could not be read
open-release-belongs the open release belongs to
token-cannot-see-team the token cannot see the team
branch-codeowners-file the branch…has no CODEOWNERS file
branch-codeowners-file GitHub does not load a CODEOWNERS file of 3 MB or more
branch-codeowners-file sections are GitLab's, and GitHub does not know them
written-before-open-release was written before the open release began, so it is not for that release
only-tags-say-what only its tags say what it releases: no deployment of the API was created for it
only-tags-say-what only its tags say that version…is released
stored-state-cannot-read-2 its stored state cannot be read
comment-expected-event-issue there is no comment
pull-request there is no pull request
pull-request there is no repository
who-may-give-commands who may give commands cannot be checked
who-may-give-commands variables cannot be read
nothing-promote there is nothing to promote
nothing-promote there is nothing to pause
nothing-promote there is nothing to resume
is-requested-but-is is requested, but
deployment-longer-exists the deployment…no longer exists
deployment-longer-exists no longer exists, so it cannot be restored
does-say-what-served does not say what was served before it
deployment-api-known-version no deployment of the API is known to have version
rollout-open-promotion-roll a rollout is open, so there is no promotion to roll back
cannot-paused it cannot be paused
step-hold-at there is no step to hold at
rollout-unfinished the rollout of…is unfinished
being-released-function-only being released by…A function can be in only one release at a time
jobs-one-workflow-run Jobs of one workflow run do not roll back each other's releases
part-open-rollout-requested is part of the open rollout, but is not requested
requested-open-omit-functions is requested, but…is open. Omit functions
tags-copy-tags its tags are a copy of the tags of
differs-what-run-release which differs from what this run would release
state-left is not in the state that it left
as-well-run-does as well, which this run does not name
moves-alias-run-names it moves the alias…and this run names
aws-does-confirm but AWS does not confirm it
interrupted-before-first-step was interrupted before its first step, so there is nothing to advance
stored-state-cannot-read has stored state that cannot be read
rollout-goes-further-now the rollout does not advance for now
alarm-in-alarm in ALARM
alarm-in-alarm on the canary…on stable…rolled back after…because of it
stopped-before-any-user stopped before any user was served the new version
response-within-hook-timeout no response within…hook-timeout
response-json-object-shown a response that is not a JSON object…not shown
hook-reports-result-codedeploy This hook reports its result to CodeDeploy
redirects-another-origin it redirects to another origin
guardrail guardrail
counted-function-version Counted by function version, because
errors-canary errors of…on the canary
single-routes-compared single routes are not compared
most-them most of them of
client-errors-4xx-canary client errors (4XX…on the canary
clear-fall-reason-roll a clear fall, which is no reason to roll back
promoted-unseen promoted unseen
not-read not read
inconclusive-none-counted-step inconclusive…none counted in this step yet
inconclusive-insufficient-data inconclusive…INSUFFICIENT_DATA
reading-alarms reading the alarms
reading-alarms the counts could not be read
reading-alarms inconclusive
cloudwatch-did-return-all CloudWatch did not return all of
cloudwatch-only-part-data CloudWatch has only part of the data for
nothing-been-compared-yet nothing has been compared yet
minute-compared-before no minute can be compared before
last-minutes-been-read its last minutes have not been read
hold-back-none-because none, because
bake-step the bake would be a step of
current-version-fails-most The current version fails most of its probes, so they cannot show that the new version is no worse
probes-sent-now No probes are sent for now
probe-counted-api-gateway A probe was not counted, because API Gateway does not know one of the stages
too-few-requests-stable too few requests on stable to show whether it is the new version
cannot-judged-hour-before cannot be judged: in the hour before
too-short-compare-minute is too short to compare a minute
both-versions-fail-more both versions fail more often than before the rollout
aws-routes-requests-canary AWS routes…of requests to the canary; the configured weight is
aws-accepted-change-does AWS accepted the change, but does not show it
stopped-without-changing stopped without changing it
canary-step-does-exist the canary of step…does not exist
was-not-changed was not changed
part-changed-outside-action a part of it was changed outside this action and was not rolled back
rollback-failed ROLLBACK FAILED
internal-error internal error
internal-error This is a bug in canary-action
rolling-back-retrying-up Rolling back…Retrying for up to
weight-changed-outside-action the weight was changed outside this action
weight-changed-outside-action it was changed outside this action after the promotion
weight-step-missing-when The weight of step…was missing when this run took over; setting it again
traffic-still-served-monitored of the traffic is still served by…and it is not monitored
current-state-could-read The current state could not be read. At worst
main-step-interrupted The main step was interrupted
tags-canary-action-could The tags "canary-action…could not be removed
github-did-issue-id GitHub did not issue an ID token to this job
aws-does-let-job AWS does not let this job assume
uses-different-plan-run uses a different plan than this run
result-post-traffic-hook The result of the post-traffic hook could not be stored
release-taken-over-another the release was taken over by…another job of this workflow run
credentials-step-do-belong the credentials of this step do not belong to account
post-step-did-receive The post step did not receive the secrets of the main step
another-run-taken-over another run has taken over
did-end-within-time it did not end within the time that this job can wait
someone-removed-canary-at someone removed the canary at the same moment
someone-removed-canary-at someone removed the canary after the last check
could-deleted could not be deleted
policy-lets-something-else a policy lets something else call it
durable-executions-run durable executions run on it
old-versions-deleted the old versions of…were not deleted
could-written-github-returned could not be written…GitHub returned…the job needs "permissions
github-s-used-up GitHub's…is used up until
could-written could not be written
could-written GitHub returned
could-written GitHub, or a proxy in between, returned
could-written GitHub did not respond within
could-written GitHub could not be reached
github-s-api-could GitHub's API could not be called
pull-request-release-could The pull request of the release could not be found, so no commands are read from its comments
final-report-accepted-within The final report was not accepted within…seconds; the…may be out of date
pull-request-brought-commit No pull request brought the commit…so there is no comment
comment-message no comment, and no message
shortened Shortened
effect-without-github-token it has no effect without github-token
possible-pull-request-fork is not possible for a pull request from a fork
possible-archived is not possible, because…is archived
issues-turned-off issues are turned off in
github-token-scopes github-token has the scopes
could-checked it could not be checked
nothing-reverted Nothing was reverted, because
github-did-respond-within GitHub did not respond within
`;

// src/report/problem-link.ts
var PAGE = "https://github.com/org/canary-action/blob/v1/docs/troubleshooting.md";
var kinds;
function allKinds() {
  kinds ??= PROBLEM_KINDS.trim().split("\n").map((line) => {
    const [id = "", ...rest] = line.split(" ");
    const parts = rest.join(" ").split("…");
    return { id, parts, length: parts.join("").length };
  });
  return kinds;
}
function problemId(problem, area) {
  let best;
  for (const kind of allKinds()) {
    if (kind.length <= (best?.length ?? 0)) continue;
    if (kind.parts.every((part) => problem.includes(part))) best = kind;
  }
  return best?.id ?? area;
}
function problemUrl(id) {
  return `${PAGE}#${id}`;
}
function problemList(problems, { most, longest, area = "preflight", said = "" }) {
  const [only2] = problems;
  if (problems.length === 1 && only2 !== void 0 && said.includes(only2)) {
    return [`- How to fix it: ${rowLink(only2, area)}`];
  }
  const rest = problems.length - most;
  const items = problems.slice(0, most).map((problem) => `- ${escapeMarkdown(problem, longest)} (${rowLink(problem, area)})`);
  return rest > 0 ? [...items, `- and ${rest} more`] : items;
}
function rowLink(problem, area) {
  const id = problemId(problem, area);
  return link(code(id), problemUrl(id));
}
function problemIds(problems, area = "preflight") {
  return [...new Set(problems.map((problem) => problemId(problem, area)))];
}
function whereExplained(ids) {
  const urls = ids.slice(0, MOST_LINES).map(problemUrl);
  return urls.length === 0 ? [] : ["How to fix it:", ...urls];
}
var MOST_LINES = 10;

// src/report/commits.ts
function commitOf(description) {
  const [, repository, sha] = /^([\w.-]{1,100}\/[\w.-]{1,100})@([0-9a-f]{7,64})(?:, after \d{1,18})?$/.exec(description) ?? [];
  return repository === void 0 || sha === void 0 ? void 0 : { repository, sha };
}
function commitLink({ sha, ...source }) {
  const short = code(sha.slice(0, 7));
  const home = homeOf(source);
  return home && isSha(sha) ? link(short, `${home}/commit/${sha}`) : short;
}
function homeOf({ runUrl, web }) {
  return web ?? /^(.*)\/actions\/runs\//.exec(runUrl)?.[1];
}
function runWords({ runUrl }) {
  return runUrl.includes("/actions/runs/") ? "workflow run" : "run";
}
function isSha(text3) {
  return /^[0-9a-f]{7,64}$/i.test(text3);
}
function rangeOf(report, change) {
  const { source } = report;
  const [from, to] = [change.from, change.to].map((version) => {
    const commit = commitOf(versionOf(report, change.name, version)?.description ?? "");
    return commit?.repository === source.repository ? commit.sha : void 0;
  });
  return from === void 0 || to === void 0 ? void 0 : { from, to };
}
function versionOf({ versions: versions2 }, name, version) {
  return versions2.find((known2) => known2.name === name && known2.version === version);
}
function rangeLink({ source }, { from, to }) {
  const home = homeOf(source);
  if (home === void 0 || from === to) return "";
  return link(
    `${code(`${from.slice(0, 7)}…${to.slice(0, 7)}`)}`,
    `${home}/compare/${from}...${to}`
  );
}
function whatChanged(report) {
  const links = new Set(
    report.functions.map((change) => {
      const range = rangeOf(report, change);
      return range ? rangeLink(report, range) : "";
    })
  );
  const [only2 = ""] = links;
  return links.size === 1 ? only2 : "";
}
function changedTogether(report) {
  return report.functions.length > 1 ? whatChanged(report) : "";
}
function commitDetails(report, change) {
  const version = versionOf(report, change.name, change.to);
  if (!version) return "";
  const { description, codeSha256 } = version;
  const range = rangeOf(report, change);
  const changed = range ? rangeLink(report, range) : "";
  const built = codeSha256 && `code ${code(`${codeSha256.slice(0, 12)}…`)}`;
  if (changedTogether(report) !== "") return built;
  const parts = [
    madeOf(description, report.source),
    changed && `what changed: ${changed}`,
    range && range.from === range.to && change.from !== change.to ? "the same commit as before" : "",
    built
  ];
  return parts.filter((part) => part).join(" · ");
}
function madeOf(description, source) {
  const commit = commitOf(description);
  if (!commit) return description && `“${escapeMarkdown(description, 256)}”`;
  const { repository, sha } = commit;
  return repository === source.repository ? `of ${commitLink({ ...source, sha })}` : `of ${code(`${repository}@${sha.slice(0, 7)}`)}`;
}

// src/analysis/figures.ts
function formatPercent(rate2) {
  const percent = 100 * rate2;
  if (rate2 > 0 && rate2 < LEAST_RATE) return "<0.0001%";
  if (percent >= 99.5 && percent < 100) return ">99%";
  return `${percent >= 10 ? Math.round(percent) : Number(percent.toPrecision(2))}%`;
}
var LEAST_RATE = 1e-6;
function formatFactor(ratio) {
  return Number.isFinite(ratio) ? `×${ratioFigures(ratio)}` : "×∞";
}
function ratioFigures(ratio) {
  return ratio >= 10 && ratio < 100 ? ratio.toFixed(1) : figures(ratio);
}
function figures(value) {
  if (value === 0) return "0";
  const size = Math.floor(Math.log10(Math.abs(value)));
  return value.toFixed(Math.max(0, Math.min(4, 1 - size)));
}

// src/report/format.ts
function clockTime(seconds) {
  return `${new Date(seconds * 1e3).toISOString().slice(11, 19)} UTC`;
}
function clockMinute(seconds) {
  return `${new Date(seconds * 1e3).toISOString().slice(11, 16)} UTC`;
}
function dateTime(seconds) {
  return `${new Date(seconds * 1e3).toISOString().slice(0, 16).replace("T", " ")} UTC`;
}
function count(value) {
  return value.toLocaleString("en-US");
}
function errorRate({ requests, errors }) {
  return requests === 0 ? "–" : formatPercent(errors / requests);
}
function bar(percent, width = 20) {
  const share = Math.min(100, Math.max(0, percent)) / 100;
  const full = share > 0 ? Math.max(1, Math.round(share * width)) : 0;
  return "━".repeat(full) + "─".repeat(width - full);
}
var HEADLINES = {
  running: "🐤 Canary in progress",
  planned: "🔎 Planned",
  promoted: "✅ Promoted",
  held: "⏸️ Held",
  unchanged: "⚪ Unchanged",
  previewed: "🔗 Preview",
  "rolled-back": "↩️ Rolled back",
  failed: "❌ Failed",
  stuck: "🚨 ROLLBACK FAILED"
};
function formatElapsed(from, to) {
  return formatDuration(to - from);
}
function describePhase(phase, plan) {
  if (phase.kind === "preparing") return "prepare";
  if (phase.kind === "baking" || isBake(plan, phase.index)) return "bake";
  return `step ${phase.index + 1}/${rampOf(plan).length}`;
}
function capitalize(text3) {
  return text3.charAt(0).toUpperCase() + text3.slice(1);
}
function sentence(text3) {
  return /[.!?]$/.test(text3) ? text3 : `${text3}.`;
}
function clause(text3) {
  return text3.replace(/\.$/, "");
}

// src/report/wrong-inputs.ts
function renderWrongInputs(problems) {
  return `## ${body(problems)}`;
}
function wrongInputsComment(problems, marker, source) {
  const run = link(capitalize(runWords(source)), source.runUrl);
  return `${marker}

### ${body(problems)}
${run}
`;
}
function body(problems) {
  const count2 = problems.length === 1 ? "one problem" : `${problems.length} problems`;
  const shown = { most: MOST_LISTED, longest: 600, area: "the-inputs" };
  return [
    HEADLINES.failed,
    "",
    `The inputs have ${count2}. Nothing was changed in AWS.`,
    "",
    ...problemList(problems, shown),
    ""
  ].join("\n");
}

// src/action/input-refusal.ts
async function publishRefusal({ problems }, log) {
  const cause = "refused";
  const ids = problemIds(problems, "the-inputs");
  const outputs = {
    ...{ outcome: "failed", cause, reason: `The inputs: ${listed(problems, "; ")}` },
    ...{ weight: "", verdict: "", "problem-ids": ids.join(",") }
  };
  try {
    await foreign(() => {
      for (const [name, value] of Object.entries(outputs)) setOutput(name, value);
      const file2 = process.env.GITHUB_STEP_SUMMARY;
      if (file2) appendFileSync(file2, renderWrongInputs(problems));
    });
  } catch (error2) {
    log.warning(`Writing the outputs and the summary failed: ${messageOf(known(error2))}`);
  }
  for (const line of whereExplained(ids)) log.line(line);
}
var COMMENT_SECONDS = 20;
async function commentRefusal({ problems }, log) {
  const token = inputText(process.env, "github-token");
  if (token === "" || inputText(process.env, "comment") === "false") return;
  const [{ readCommentPlace }, { readEvent }, { readSource }, { writeRefused }] = await Promise.all(
    [
      import("./action-environment.js"),
      import("./action-event.js"),
      import("./action-source.js"),
      import("./github-refused-comments.js")
    ]
  );
  const event = readEvent(process.env);
  const commit = inputText(process.env, "commit");
  const source = readSource(process.env, event, { commit });
  const wanted = { comment: true, githubToken: token, commit };
  const place = readCommentPlace(process.env, event, wanted, source);
  if (!place?.refused) return;
  const ended = new AbortController();
  const { refused } = place;
  const body2 = (marker) => wrongInputsComment(problems, marker, source);
  try {
    const writing = writeRefused(place, { refused, key: "inputs" }, body2, ended.signal);
    if (await withTimeout(COMMENT_SECONDS, writing) === void 0) {
      log.warning(
        `The comment could not be written: GitHub did not respond within ${COMMENT_SECONDS} seconds`
      );
    }
  } catch (error2) {
    log.warning(`The comment could not be written: ${known(error2).message}`);
  } finally {
    ended.abort();
  }
}

// src/action/pass-or-fail.ts
import {
  error as annotate,
  notice as notice2,
  setFailed
} from "./vendor-actions-core.js";

// src/report/broke-text.ts
var ENDINGS = {
  error: "error",
  timeout: "timeout",
  "out-of-memory": "out of memory",
  exit: "the process ended",
  init: "error while loading the code",
  "response-too-large": "response too large"
};
function kindText(kind, context) {
  return `${placeOf2(kind, context)} ${restOf(kind, context)}`;
}
function placeOf2({ route, functionName }, { functions: functions2 }) {
  const [only2] = functions2.length === 1 ? functions2 : [];
  return inOneLine(route ?? functionName ?? only2?.name ?? "requests");
}
function restOf(kind, context) {
  const status = kind.status === void 0 ? "" : `${kind.status} `;
  const place = kind.location === void 0 ? "" : `in ${inOneLine(kind.location)}`;
  const why = [errorOf(kind), place].filter((part) => part !== "").join(" ");
  const where = `${status}on ${versionsOf(kind, context).canary}`;
  return `${where}${why === "" ? "" : `: ${why}`}, ${countsText(kind, context)}`;
}
function errorOf({ errorType, how }) {
  return inOneLine(errorType ?? (how ? ENDINGS[how] : ""));
}
function versionsOf({ functionName }, { functions: functions2 }) {
  const own2 = functions2.filter(({ name }) => functionName === void 0 || name === functionName);
  const [only2] = own2;
  return only2 && own2.length === 1 ? { canary: `version ${only2.to}`, stable: `version ${only2.from}` } : { canary: "the canary", stable: "stable" };
}
function countsText(kind, context) {
  const { canary: canary2, stable, novelty } = kind;
  const names = versionsOf(kind, context);
  const times = canary2 === 1 ? "once" : `${count(canary2)} times`;
  switch (novelty) {
    case "new":
      return `${times}, not on ${names.stable}`;
    case "unseen":
      return `${times}, not yet on ${names.stable}, which had too few requests to tell`;
    case "more": {
      const { requests } = context;
      const ofAll = requests.stable === null ? "" : ` of ${count(requests.stable)}`;
      return `${count(canary2)} of ${count(requests.canary)} requests, ${count(stable)}${ofAll} on ${names.stable}`;
    }
  }
}
var LONGEST = 150;
function inOneLine(text3) {
  const line = text3.replace(/[\p{C}\p{Z}\s]+/gu, " ").trim();
  return line.length > LONGEST ? `${line.slice(0, LONGEST)}…` : line;
}
function leading({ broke, functions: functions2 }) {
  const [kind] = broke?.kinds ?? [];
  return broke && kind?.novelty === "new" ? { kind, context: { functions: functions2, requests: broke.requests } } : void 0;
}
function brokeText(report) {
  const found = leading(report);
  return found ? kindText(found.kind, found.context) : "";
}
function brokeInMarkdown(report) {
  const found = leading(report);
  if (!found) return "";
  const { kind, context } = found;
  return `${code(placeOf2(kind, context))} ${escapeMarkdown(restOf(kind, context), 600)}`;
}

// src/report/gate-text.ts
function gateText(gate) {
  switch (gate.kind) {
    case "window":
    case "freeze":
      return `${closureText(gate)}; ${opensText(gate)}`;
    case "stop":
      return stopText(gate);
    case "approval":
      return `${formatWeight(gate.weight)} needs an approval`;
    case "door":
      return "the new version waits at 0% for an approval, and can be tried";
  }
}
function gateNote(gate) {
  return gate ? `the rollout does not advance for now: ${gateText(gate)}` : "the rollout continues";
}
function overrideText({ closed, reason }) {
  return `the release continues although ${closureText(closed)}; override-freeze: ${reason}`;
}
function forecastText({ begins, at: at2, from, to, closed }) {
  const { zone } = closed;
  const next = to === 100 ? "be promoted" : `go to ${formatWeight(to)}`;
  const stay = from === 0 ? "would not begin" : `would stay at ${formatWeight(from)} and be monitored`;
  return `a release that begins at ${localTime(begins, zone)} would ${next} at ${localTime(at2, zone)}, when ${closureText(closed)}: it ${stay} until ${closed.opensAt === void 0 ? "they open" : localTime(closed.opensAt, zone)}, or end as held if the job has not enough time (job-timeout)`;
}
function closureText(closed) {
  return closed.kind === "window" ? `the release hours (${closed.hours}) are closed` : `releases are frozen (${closed.dates}${closed.reason && `: ${closed.reason}`})`;
}
function opensText({ opensAt, zone }) {
  return opensAt === void 0 ? "no opening is known" : `releases are allowed again from ${localTime(opensAt, zone)}`;
}
function localTime(seconds, zone) {
  if (zone === "UTC") return dateTime(seconds);
  const parts = new Intl.DateTimeFormat("en-GB", {
    ...{ timeZone: zone, hourCycle: "h23", weekday: "short", year: "numeric" },
    ...{ month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit" }
  }).formatToParts(seconds * 1e3);
  const of = (type) => parts.find((part) => part.type === type)?.value ?? "";
  const local = `${of("weekday")} ${of("year")}-${of("month")}-${of("day")} ${of("hour")}:${of("minute")}`;
  return `${local} ${zone} (${dateTime(seconds)})`;
}
function stopText({ switch: what, says, setBy, since, unread }) {
  const name = switchText(what);
  if (unread) return `${name} could not be read, so it is taken as set: ${says}`;
  const by = setBy === void 0 ? "" : ` by ${setBy}`;
  const from = since === void 0 ? "" : ` since ${dateTime(since)}`;
  return `all releases are stopped by ${name}, set${by}${from}${says && `: ${says}`}`;
}
var SWITCHES = {
  alarm: "the alarm",
  parameter: "the SSM parameter",
  variable: "the repository variable"
};
function switchText({ kind, name }) {
  return `${SWITCHES[kind]} ${quote(name)}`;
}

// src/report/gate-section.ts
function closingText({ outcome, reason, waitsFor, stands }) {
  const note = waitsFor && outcome === "running" ? [sentence(capitalize(gateNote(waitsFor)))] : [];
  return [reason, ...note, stands].join(" ");
}
function gateSection({ outcome, waitsFor, overridden }) {
  const shown = (icon, text3) => `${icon} ${escapeMarkdown(sentence(capitalize(text3)), 600)}`;
  return [
    ...waitsFor && outcome === "running" ? [shown("⏳", gateNote(waitsFor))] : [],
    ...overridden ? [shown("🔓", overrideText(overridden))] : []
  ].join("\n\n");
}

// src/report/stuck.ts
function renderStuck({
  reason,
  stands,
  commands,
  weight
}) {
  const run = weight === null || weight > 0 ? "Users may still be served the new version. To return all traffic to the previous version, run:" : "To restore the rest, run:";
  return [
    "ROLLBACK FAILED: manual action required.",
    reason,
    stands,
    ...commands.length > 0 ? [run, ...commands] : []
  ].join("\n");
}

// src/action/step-state.ts
import {
  getState,
  saveState
} from "./vendor-actions-core.js";
var STATE = {
  /** What the main step began; without it there is nothing to finish. */
  kept: "kept",
  ended: "ended",
  cancelled: "cancelled",
  /** The outcome that was published. */
  published: "told",
  /** Why the main step was rolling back, or what it left to the post step. */
  cause: "cause",
  /** What is to follow the release on GitHub; it is done once the outcome is published. */
  followUp: "followUp",
  /** When GitHub ends the job, according to job-timeout, in seconds since the epoch. */
  endsAt: "endsAt"
};
function save(name, value) {
  try {
    saveState(name, value);
  } catch (error2) {
    throw new KnownError(messageOf(error2), { cause: error2 });
  }
}
function readState(name) {
  const state = getState(name);
  return state === "" ? void 0 : JSON.parse(state);
}
var STUCK_EXIT_CODE = 2;

// src/action/pass-or-fail.ts
function passOrFail(report, command, log) {
  const { outcome, reason, stands, problems } = report;
  const fail2 = (text3) => setFailed(withAdvice(text3, report));
  switch (outcome) {
    case "running":
    case "planned":
    case "previewed":
    case "promoted":
    case "unchanged":
      sayWrapped(log, closingText(report));
      return;
    case "held":
      notice2(`Held: ${sentence(reason)} ${stands}`);
      return;
    case "rolled-back":
      if (command === "rollback") notice2(rolledBackText(report));
      else fail2(rolledBackText(report));
      return;
    case "stuck":
      fail2(renderStuck(report));
      process.exitCode = STUCK_EXIT_CODE;
      return;
    default:
      for (const problem of problems.length > 1 ? firstOf(problems) : []) annotate(problem);
      fail2(`${sentence(reason)} ${stands}`);
  }
}
function rolledBackText(report) {
  const broke = brokeText(report);
  const what = broke === "" ? "" : ` ${sentence(broke)}`;
  return `Rolled back: ${sentence(report.reason)}${what} ${report.stands}`;
}
function withAdvice(text3, { cause }) {
  return cause?.kind === "internal-error" ? `${text3} ${HOW_TO_REPORT}` : text3;
}

// src/action/main-step.ts
async function main() {
  const log = createLog();
  const begunAt = Date.now() / 1e3;
  let ended = true;
  let changes = false;
  try {
    const given = maskGiven();
    for (const stray of strayInputs(process.env, TARGET_KINDS)) log.warning(stray);
    if (asksForAll((name) => inputText(process.env, name))) return await overview(log);
    let early;
    const lookUp = async (order) => {
      early = await accessFor(order, log);
      const { lookUpNames } = await import("./resolve-read-names.js");
      return lookUpNames(order, early.credentials, setSecret);
    };
    const inputs = await readInputs(process.env, TARGET_KINDS, { ...ACTION, lookUp }).catch(
      withoutToken
    );
    const openNames = kindOf(inputs.target).openNames(inputs.target);
    for (const secret of masksOfInputs(inputs, openNames, given)) setSecret(secret);
    const access = early ?? await accessFor(inputs, log, inputs.command);
    const endsAt = begunAt + inputs.jobTimeoutSeconds;
    save(STATE.endsAt, String(endsAt));
    ended = false;
    changes = !readsOnly(inputs.command);
    let left = false;
    const leaveToPost = () => {
      left = true;
    };
    const giveUpAt = mainStepDeadline(begunAt, endsAt);
    const { release } = await import("./action-release-step.js");
    const { report, did } = await release(
      inputs,
      { ...access, startedAt: begunAt, giveUpAt, leaveToPost },
      log
    );
    ended = !left;
    passOrFail(report, did, log);
  } catch (error2) {
    await fail(error2, ended || !changes ? NOTHING_BEGUN : LEFT_TO_POST, log);
  } finally {
    if (ended) save(STATE.ended, "true");
  }
}
async function withoutToken(error2) {
  const { ACTIONS_ID_TOKEN_REQUEST_URL: url2 } = process.env;
  const isMissing = inputText(process.env, "role-to-assume") !== "" && !url2;
  if (!isMissing || !(error2 instanceof WrongInputs)) throw error2;
  const { GITHUB_TOKENS } = await import("./github-oidc-credentials.js");
  const { noToken } = await import("./aws-role-session.js");
  const problem = noToken(GITHUB_TOKENS, "ACTIONS_ID_TOKEN_REQUEST_URL is not set");
  throw new WrongInputs([...error2.problems, problem]);
}
async function fail(error2, state, log) {
  log.endGroup();
  logBug(log, error2);
  const refusal = error2 instanceof WrongInputs ? error2 : void 0;
  if (refusal) await publishRefusal(refusal, log);
  setFailed2(failureText(error2, state));
  if (refusal) await commentRefusal(refusal, log);
}
function maskGiven() {
  for (const secret of proxySecrets(process.env)) setSecret(secret);
  const given = masksOf(schemaOf(TARGET_KINDS), (name) => inputText(process.env, name));
  for (const secret of given) setSecret(secret);
  return given;
}
async function accessFor(whom, log, command) {
  const { openAccess } = await import("./action-access.js");
  return openAccess(whom, log, command);
}
async function overview(log) {
  const { readAccountAccess } = await import("./inputs-read-all-releases.js");
  const textOf = (name) => inputText(process.env, name);
  const access = readAccountAccess(process.env, textOf, TARGET_KINDS, ACTION);
  const { credentials } = await accessFor(access, log);
  const { showOverview } = await import("./action-overview-step.js");
  const problems = await showOverview({ region: access.region, credentials }, log);
  if (problems.length > 0) {
    for (const problem of firstOf(problems)) annotate2(problem);
    setFailed2(`${problems.length} of the releases could not be read.`);
  }
}
var NOTHING_BEGUN = "Nothing was changed in AWS.";
var LEFT_TO_POST = "The post step, which runs next, finishes what this run began in AWS.";

// src/action/post-entry.ts
import {
  getState as getState2,
  setFailed as setFailed3
} from "./vendor-actions-core.js";
async function post() {
  const log = createLog();
  const begunAt = Date.now() / 1e3;
  const kept = readState(STATE.kept);
  if (!kept || getState2(STATE.ended) === "true") return;
  const [{ finishAfter, describeUnfinished }, { isMuted, restoredVariables }] = await Promise.all([
    import("./action-post-step.js"),
    import("./action-post-state.js")
  ]);
  const cause = readState(STATE.cause);
  try {
    const inputs = await readInputs(restoredVariables(kept, process.env), TARGET_KINDS);
    const cancelled = getState2(STATE.cancelled) === "true";
    if (inputs.onCancel === "hold" && cancelled && !cause)
      return log.notice("The job was cancelled; with on-cancel: hold, the rollout stays as it is.");
    const published = getState2(STATE.published) || void 0;
    const endsAt = Number(getState2(STATE.endsAt));
    const giveUpAt = postStepDeadline(begunAt, endsAt, cancelled);
    const followUp = published === void 0 ? readState(STATE.followUp) : void 0;
    const left = { inputs, kept, published, cause, giveUpAt, followUp };
    const after = await finishAfter(left, log);
    if (!after) return;
    if (isMuted(kept, process.env)) {
      log.warning(
        "The post step did not receive the secrets of the main step (github-token, notify-url), so the comment, the deployment or the notification may be out of date."
      );
    }
    setFailed3(after.message);
    if (after.stuck) process.exitCode = STUCK_EXIT_CODE;
  } catch (error2) {
    logBug(log, error2);
    setFailed3(unfinishedText(error2, (why) => describeUnfinished(why, kept, cause)));
    process.exitCode = STUCK_EXIT_CODE;
  } finally {
    log.endGroup();
  }
}
export {
  main as src_action_main_step_ts__main,
  post as src_action_post_entry_ts__post,
  STATE as src_action_step_state_ts__STATE,
  save as src_action_step_state_ts__save,
  formatFactor as src_analysis_figures_ts__formatFactor,
  formatPercent as src_analysis_figures_ts__formatPercent,
  ratioFigures as src_analysis_figures_ts__ratioFigures,
  CLASSES as src_analysis_measure_class_ts__CLASSES,
  MOST_TAGGED as src_base_alarm_ref_ts__MOST_TAGGED,
  alarmName as src_base_alarm_ref_ts__alarmName,
  alarmTags as src_base_alarm_ref_ts__alarmTags,
  isAlarm as src_base_alarm_ref_ts__isAlarm,
  namedAlarms as src_base_alarm_ref_ts__namedAlarms,
  tagText as src_base_alarm_ref_ts__tagText,
  must as src_base_assert_ts__must,
  formatDuration as src_base_duration_ts__formatDuration,
  parseDuration as src_base_duration_ts__parseDuration,
  KnownError as src_base_errors_ts__KnownError,
  MovedError as src_base_errors_ts__MovedError,
  errorName as src_base_errors_ts__errorName,
  foreign as src_base_errors_ts__foreign,
  isFromThisAction as src_base_errors_ts__isFromThisAction,
  known as src_base_errors_ts__known,
  messageOf as src_base_errors_ts__messageOf,
  orElse as src_base_errors_ts__orElse,
  rootOf as src_base_errors_ts__rootOf,
  binaryIn as src_base_foreign_text_ts__binaryIn,
  parseJson as src_base_foreign_text_ts__parseJson,
  percentDecoded as src_base_foreign_text_ts__percentDecoded,
  parseInstant as src_base_instant_ts__parseInstant,
  MOST_LISTED as src_base_listed_ts__MOST_LISTED,
  firstOf as src_base_listed_ts__firstOf,
  listed as src_base_listed_ts__listed,
  moreOf as src_base_listed_ts__moreOf,
  logBug as src_base_log_ts__logBug,
  sayWrapped as src_base_log_ts__sayWrapped,
  namesText as src_base_names_text_ts__namesText,
  partitionOf as src_base_partitions_ts__partitionOf,
  whyElsewhere as src_base_partitions_ts__whyElsewhere,
  quote as src_base_quote_ts__quote,
  didYouMean as src_base_suggest_ts__didYouMean,
  now as src_base_time_ts__now,
  sleep as src_base_time_ts__sleep,
  whenAborted as src_base_time_ts__whenAborted,
  withTimeout as src_base_time_ts__withTimeout,
  LOG_WIDTH as src_base_wrapped_ts__LOG_WIDTH,
  cutToFit as src_base_wrapped_ts__cutToFit,
  suiteNeeds as src_checks_fit_target_ts__suiteNeeds,
  plainJson as src_checks_plain_json_ts__plainJson,
  secretsIn as src_checks_secrets_ts__secretsIn,
  VARIABLE_NAME as src_checks_variables_ts__VARIABLE_NAME,
  escapePattern as src_checks_variables_ts__escapePattern,
  fill as src_checks_variables_ts__fill,
  fillJson as src_checks_variables_ts__fillJson,
  namesIn as src_checks_variables_ts__namesIn,
  namesInJson2 as src_checks_variables_ts__namesInJson,
  addressSecrets as src_inputs_address_secrets_ts__addressSecrets,
  asksForAll as src_inputs_all_releases_ts__asksForAll,
  regionOf as src_inputs_all_releases_ts__regionOf,
  targetProblems as src_inputs_all_releases_ts__targetProblems,
  parseDefinition as src_inputs_api_definition_ts__parseDefinition,
  readDefinitionText as src_inputs_api_definition_ts__readDefinitionText,
  findInCheckout as src_inputs_checkout_file_ts__findInCheckout,
  readCheckoutFile as src_inputs_checkout_file_ts__readCheckoutFile,
  bad as src_inputs_fields_ts__bad,
  ok as src_inputs_fields_ts__ok,
  isHookSecret as src_inputs_hook_fields_ts__isHookSecret,
  regionProblems as src_inputs_input_host_ts__regionProblems,
  misspelledInputs as src_inputs_input_texts_ts__misspelledInputs,
  masksOf as src_inputs_masks_ts__masksOf,
  masksOfInputs as src_inputs_masks_ts__masksOfInputs,
  fillVersions as src_inputs_metric_fields_ts__fillVersions,
  bareFunction as src_inputs_names_ts__bareFunction,
  readsOnly as src_inputs_read_only_ts__readsOnly,
  readSamSettings as src_inputs_read_sam_config_ts__readSamSettings,
  readInputs as src_inputs_read_ts__readInputs,
  WrongInputs as src_inputs_refused_inputs_ts__WrongInputs,
  COMMON as src_inputs_schema_ts__COMMON,
  schemaOf as src_inputs_schema_ts__schemaOf,
  PROXY_VARIABLES as src_network_proxy_secrets_ts__PROXY_VARIABLES,
  basicOf as src_network_proxy_secrets_ts__basicOf,
  proxySecrets as src_network_proxy_secrets_ts__proxySecrets,
  brokeInMarkdown as src_report_broke_text_ts__brokeInMarkdown,
  errorOf as src_report_broke_text_ts__errorOf,
  inOneLine as src_report_broke_text_ts__inOneLine,
  kindText as src_report_broke_text_ts__kindText,
  placeOf2 as src_report_broke_text_ts__placeOf,
  versionsOf as src_report_broke_text_ts__versionsOf,
  changedTogether as src_report_commits_ts__changedTogether,
  commitDetails as src_report_commits_ts__commitDetails,
  commitLink as src_report_commits_ts__commitLink,
  commitOf as src_report_commits_ts__commitOf,
  runWords as src_report_commits_ts__runWords,
  whatChanged as src_report_commits_ts__whatChanged,
  HEADLINES as src_report_format_ts__HEADLINES,
  bar as src_report_format_ts__bar,
  capitalize as src_report_format_ts__capitalize,
  clause as src_report_format_ts__clause,
  clockMinute as src_report_format_ts__clockMinute,
  clockTime as src_report_format_ts__clockTime,
  count as src_report_format_ts__count,
  dateTime as src_report_format_ts__dateTime,
  describePhase as src_report_format_ts__describePhase,
  errorRate as src_report_format_ts__errorRate,
  formatElapsed as src_report_format_ts__formatElapsed,
  sentence as src_report_format_ts__sentence,
  closingText as src_report_gate_section_ts__closingText,
  gateSection as src_report_gate_section_ts__gateSection,
  forecastText as src_report_gate_text_ts__forecastText,
  gateNote as src_report_gate_text_ts__gateNote,
  gateText as src_report_gate_text_ts__gateText,
  localTime as src_report_gate_text_ts__localTime,
  overrideText as src_report_gate_text_ts__overrideText,
  HOW_TO_REPORT as src_report_internal_error_ts__HOW_TO_REPORT,
  failureText as src_report_internal_error_ts__failureText,
  internalErrorText as src_report_internal_error_ts__internalErrorText,
  code as src_report_markdown_ts__code,
  codeBlock as src_report_markdown_ts__codeBlock,
  details as src_report_markdown_ts__details,
  escapeMarkdown as src_report_markdown_ts__escapeMarkdown,
  link as src_report_markdown_ts__link,
  shorten as src_report_markdown_ts__shorten,
  table as src_report_markdown_ts__table,
  problemIds as src_report_problem_link_ts__problemIds,
  problemList as src_report_problem_link_ts__problemList,
  whereExplained as src_report_problem_link_ts__whereExplained,
  renderStuck as src_report_stuck_ts__renderStuck,
  renderWrongInputs as src_report_wrong_inputs_ts__renderWrongInputs,
  APPROVERS as src_rollout_given_approval_ts__APPROVERS,
  approval as src_rollout_given_approval_ts__approval,
  formatApprovals as src_rollout_given_approval_ts__formatApprovals,
  parseApprovals as src_rollout_given_approval_ts__parseApprovals,
  splitApprovers as src_rollout_given_approval_ts__splitApprovers,
  EXTENSION_SECONDS as src_rollout_plan_ts__EXTENSION_SECONDS,
  LONGEST_WAIT as src_rollout_plan_ts__LONGEST_WAIT,
  formatWeight as src_rollout_plan_ts__formatWeight,
  isBake as src_rollout_plan_ts__isBake,
  planSeconds as src_rollout_plan_ts__planSeconds,
  rampOf as src_rollout_plan_ts__rampOf,
  requestsFor as src_rollout_plan_ts__requestsFor,
  sameWeight as src_rollout_plan_ts__sameWeight,
  stepWindow as src_rollout_plan_ts__stepWindow,
  weightBefore as src_rollout_plan_ts__weightBefore,
  isMembers as src_rollout_shape_ts__isMembers,
  isString as src_rollout_shape_ts__isString,
  list2 as src_rollout_shape_ts__list,
  members as src_rollout_shape_ts__members,
  number2 as src_rollout_shape_ts__number,
  optional as src_rollout_shape_ts__optional,
  own as src_rollout_shape_ts__own,
  text2 as src_rollout_shape_ts__text,
  parseSteps as src_rollout_steps_ts__parseSteps,
  aliasCodec as src_targets_alias_alias_record_ts__aliasCodec,
  aliasIn as src_targets_alias_alias_record_ts__aliasIn,
  aliasesOf as src_targets_alias_alias_record_ts__aliasesOf,
  movedBy as src_targets_alias_alias_record_ts__movedBy,
  TARGET_KINDS as src_targets_kinds_ts__TARGET_KINDS,
  kindOf as src_targets_kinds_ts__kindOf,
  isFunctionName as src_targets_lambda_function_shape_ts__isFunctionName,
  MOST_ROUTES as src_targets_stage_route_limit_ts__MOST_ROUTES,
  shadowNames as src_targets_stage_stage_inputs_ts__shadowNames,
  shadowsOf as src_targets_stage_stage_record_ts__shadowsOf,
  stableShadowOf as src_targets_stage_stage_record_ts__stableShadowOf,
  stageCodec as src_targets_stage_stage_record_ts__stageCodec,
  stageOf as src_targets_stage_stage_record_ts__stageOf,
  MAX_DEPTH as src_templates_compose_ts__MAX_DEPTH,
  TOO_DEEP as src_templates_compose_ts__TOO_DEEP,
  composeYaml as src_templates_compose_ts__composeYaml,
  PSEUDO as src_templates_template_parameters_ts__PSEUDO,
  checkSupplied as src_templates_template_parameters_ts__checkSupplied,
  pseudoParameters as src_templates_template_parameters_ts__pseudoParameters,
  readSupplied as src_templates_template_parameters_ts__readSupplied,
  mayBeTerraform as src_templates_terraform_mark_ts__mayBeTerraform,
  isList as src_templates_tree_ts__isList,
  isMap as src_templates_tree_ts__isMap,
  mapAt as src_templates_tree_ts__mapAt,
  markText as src_templates_tree_ts__markText,
  markedMap as src_templates_tree_ts__markedMap,
  marksOf as src_templates_tree_ts__marksOf,
  placeOf as src_templates_tree_ts__placeOf,
  textAt as src_templates_tree_ts__textAt
};
