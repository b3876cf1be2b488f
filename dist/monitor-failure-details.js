import {
  streamPrefixes
} from "./logs-lambda-streams.shared.js";
import {
  detailsOf,
  readErrorRecord,
  readInvocations
} from "./logs-lambda-invocations.shared.js";
import {
  whyUnread
} from "./aws-log-events.shared.js";
import "./aws-small-client.shared.js";

// src/monitor/failure-details.ts
import {
  src_logs_failure_groups_ts__lookupsOf as lookupsOf,
  src_logs_failure_groups_ts__mostFrequent as mostFrequent,
  src_logs_failure_groups_ts__withDetails as withDetails
} from "./release.js";

// src/logs/samples.ts
import {
  src_base_foreign_text_ts__parseJson as parseJson
} from "./core.js";

// src/logs/scrub.ts
var MASK = "***";
var RULES = [
  // A private key, or the beginning of one.
  [/-----BEGIN [A-Z ]{1,40}-----[^-]{0,8000}(?:-----END [A-Z ]{1,40}-----)?/g, MASK],
  // JSON Web Tokens, and anything else in Base64 that begins as they do.
  [/eyJ[\w-]{1,4000}(?:\.[\w-]{0,4000}){0,4}/g, MASK],
  // IDs of access keys and of other principals (IAM user guide, "IAM identifiers").
  [/(?:AKIA|ASIA|ABIA|ACCA|AROA|AIDA|AGPA|ANPA|ANVA|APKA|ASCA)[A-Z0-9]{12,124}/g, MASK],
  [/gh[pousr]_\w{10,255}|github_pat_\w{10,255}|xox[abprs]-[\w-]{10,255}|sk_\w{10,255}/g, MASK],
  [/\b(bearer|basic|digest|negotiate)\s{1,3}[\w.~+/=:-]{1,4000}/gi, `$1 ${MASK}`],
  // Named values, in JSON, in a query, or in words; not the message of a `KeyError`.
  [
    /((?:passw(?:or)?d|pwd|passphrase|secret|token|key|credential|auth|session|cookie|signature|pin|otp)\w{0,30}(?<!Error|Exception)\\?["']?\s{0,3}[:=]\s{0,3})(?:\\?"[^"]{0,4000}"?|'[^']{0,4000}'?|[^\s"',;&}\]]{1,4000})/gi,
    `$1${MASK}`
  ],
  // User and password in an address, and everything in its query.
  [/:\/\/[^\s/@]{1,300}@/g, `://${MASK}@`],
  [/(?<=[\w/.})])\?[^\s"'<>=]{1,200}=[^\s"'<>]{0,4000}/g, `?${MASK}`],
  [/[^\s"<>(),;[\]]{3,4000}/g, withoutAddress],
  [/(?:\d{1,3}\.){3}\d{1,3}/g, MASK],
  [/(?:[0-9a-f]{1,4}:){4,7}[0-9a-f]{1,4}/gi, MASK],
  [/(?<![\w:])(?=[0-9a-f:]{3})[0-9a-f:]{0,40}::[0-9a-f:]{0,40}(?![\w:])/gi, MASK],
  [/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/gi, MASK],
  // Long texts without blanks that have letters and digits, such as keys and digests.
  [/[\w+/=-]{32,4000}/g, withoutKey],
  // Accounts, cards, telephone numbers: also in groups of digits.
  [/\d(?:[ -]?\d){8,40}/g, MASK]
];
function withoutAddress(word) {
  return /.@[^@/]*\./.test(word) ? MASK : word;
}
function withoutKey(word) {
  return /\d/.test(word) && /[A-Za-z]/.test(word) ? MASK : word;
}
var LONGEST = 300;
var MOST_READ = 1e4;
function scrub(text) {
  const line = withoutPart(text).replace(/[\p{C}\p{Z}\s]+/gu, " ").trim();
  const masked = RULES.reduce(masking, line);
  return masked.length > LONGEST ? `${cut(masked)} …` : masked;
}
function masking(text, [form, replacement]) {
  return typeof replacement === "string" ? text.replace(form, replacement) : text.replace(form, replacement);
}
function withoutPart(text) {
  if (text.length <= MOST_READ) return text;
  const start = text.slice(0, MOST_READ);
  const end = Math.max(...[" ", "\n", "\r", "	"].map((blank) => start.lastIndexOf(blank)));
  return start.slice(0, Math.max(0, end));
}
function cut(text) {
  return text.slice(0, LONGEST).replace(/[\uD800-\uDBFF]$/, "");
}

// src/logs/samples.ts
var MOST_LINES = 3;
function samplesIn(message) {
  if (!readErrorRecord(message)) return [];
  const object = objectIn(message);
  const [title, ...frames] = object ? partsOf(object) : partsIn(message);
  return [withoutContent(title ?? ""), ...frames].slice(0, MOST_LINES).map(scrub).filter((line) => line !== "");
}
function withoutContent(title) {
  return title.slice(0, MOST_READ2).replace(/(?:[{[]\s{0,9}["{[\\]|<[a-z!?/]).*$/is, "…");
}
var MOST_READ2 = 2e3;
function objectIn(message) {
  const start = message.indexOf("{");
  const found = start < 0 ? void 0 : fieldsOf(parseJson(message.slice(start)));
  if (!found) return void 0;
  return [found.reason, found.message, found].map(fieldsOf).find((one) => typeof one?.errorType === "string");
}
function fieldsOf(value) {
  return typeof value === "object" && value !== null ? value : void 0;
}
var LINE_BREAK = /\r\n|\r|\n/;
var FRAME = /^\s*(?:at |File "|from |\/)/;
function partsOf({ errorType, errorMessage, stack, stackTrace, trace }) {
  const [text = ""] = typeof errorMessage === "string" ? errorMessage.split(LINE_BREAK, 1) : [];
  const frames = [stack ?? stackTrace ?? trace ?? []].flat();
  const lines = frames.flatMap(
    (frame) => typeof frame === "string" ? frame.split(LINE_BREAK) : []
  );
  return [`${errorType}: ${text}`, ...framesIn(lines)];
}
function partsIn(message) {
  const lines = message.split(LINE_BREAK);
  const [head = ""] = lines;
  const title = head.replace(/^\[ERROR\] |^[\dTZ:.-]{20,30}\t[\w-]{1,64}\t\w{1,12}\t/, "");
  return [title, ...framesIn(lines.slice(1))];
}
function framesIn(lines) {
  const frames = lines.filter((line) => FRAME.test(line));
  return frames.some((line) => /^\s*File "/.test(line)) ? frames.reverse() : frames;
}

// src/monitor/bounded-reads.ts
import {
  src_base_errors_ts__known as known
} from "./core.js";
var MOST_PAGES = 4;
function createBoundedReads({ client, callsPerSecond, sleep }, mostCalls) {
  let calls = 0;
  const take = async () => {
    if (calls >= mostCalls) return false;
    if (calls > 0) await sleep(1e3 / callsPerSecond);
    calls += 1;
    return true;
  };
  return async (query) => {
    const events = [];
    try {
      const pages = client.pages(query)[Symbol.asyncIterator]();
      for (let page = 0; page < MOST_PAGES && await take(); page++) {
        const { value, done } = await pages.next();
        if (done) break;
        events.push(...value.events);
        if (value.isLast) break;
      }
    } catch (error) {
      const why = whyUnread(known(error));
      if (why === "denied" || why === "class") calls = mostCalls;
    }
    return events;
  };
}

// src/monitor/failure-details.ts
var MOST_GROUPS = 3;
var MOST_LOGS = 5;
var AGAIN_AFTER_MS = [0, 1e4, 3e4];
var MOST_CALLS = { now: 60, last: 40 };
function createFailureDetails(services) {
  const { samples, now } = services;
  const found = /* @__PURE__ */ new Map();
  const tried = /* @__PURE__ */ new Map();
  const searches = {
    now: createSearch(services, MOST_CALLS.now),
    last: createSearch(services, MOST_CALLS.last)
  };
  const isDueAt = (when) => (id) => {
    const { times, at } = tried.get(id) ?? { times: 0, at: 0 };
    const wait = when === "last" ? 0 : AGAIN_AFTER_MS[times];
    return !isWhole(id) && wait !== void 0 && now() - at >= wait;
  };
  const isWhole = (id) => {
    const detail = found.get(id);
    return detail?.location !== void 0 && (!samples || detail.samples !== void 0);
  };
  const add = (details) => {
    for (const [id, detail] of details) found.set(id, { ...found.get(id), ...detail });
  };
  return {
    look: async (failures, logs, when) => {
      const isDue = isDueAt(when);
      const groups = failures.filter((group) => isWanted(group, samples) && lookupsOf(group).some(isDue)).sort((a, b) => b.canary - a.canary).slice(0, MOST_GROUPS);
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
    explain: (failures) => withDetails(failures, found)
  };
}
function isWanted({ canary, how, samples }, wantsSamples) {
  return canary > 0 && (how === void 0 || how === "error" && wantsSamples && !samples);
}
function logsOf(groups, logs) {
  const names = new Set(groups.map(({ functionName }) => functionName));
  return names.has(void 0) ? logs : logs.filter(({ functionName }) => names.has(functionName));
}
function earliest(groups) {
  return Math.min(...groups.map(({ firstSeen }) => firstSeen));
}
function isOnlyOne(group, failures) {
  return group.examples.length === 0 && failures.filter(({ canary }) => canary > 0).length === 1;
}
var BEFORE_MS = 5e3;
var LONGEST_MS = 9e5;
var SAME_TIME_MS = 6e4;
var MOST_STREAMS = 3;
var FAILURE_TERMS = '?ERROR ?Error ?error ?Exception ?"timed out" ?exited';
function createSearch(services, mostCalls) {
  const { now, samples } = services;
  const read = createBoundedReads(services, mostCalls);
  const find = async (log, pattern, since, spanMs) => {
    const span = { from: since - BEFORE_MS, to: Math.min(now(), since + spanMs) };
    for (const streamPrefix of streamPrefixes(log, now())) {
      const events = await read({ group: log.group, streamPrefix, pattern, ...span });
      if (events.length > 0) return events;
    }
    return [];
  };
  return {
    byId: async (log, ids, since) => {
      const pattern = ids.map((id) => `?"${id}"`).join(" ");
      const events = await find(log, pattern, since, LONGEST_MS);
      return explained([...events, ...await linesOfStreams(log, events, read, now())], samples);
    },
    byTime: async (log, group) => {
      const events = await find(log, FAILURE_TERMS, group.firstSeen, SAME_TIME_MS);
      const details = [...explained(events, samples).values(), ...unnamedIn(events, samples)];
      const detail = mostFrequent(details);
      return new Map(detail && lookupsOf(group).map((id) => [id, detail]));
    }
  };
}
async function linesOfStreams({ group }, events, read, now) {
  const open = readInvocations(events).invocations.filter(isUnexplained).slice(0, MOST_STREAMS);
  const all = [];
  for (const { stream: streamPrefix, startedAt, endedAt = now } of open) {
    if (startedAt === void 0) continue;
    all.push(...await read({ group, streamPrefix, from: startedAt, to: endedAt + 1 }));
  }
  return all;
}
function isUnexplained({ outcome }) {
  return outcome.kind !== "failed" || outcome.how === "error" && outcome.location === void 0;
}
function explained(events, wantsSamples) {
  const { invocations } = readInvocations(events);
  const details = new Map(detailsOf(invocations));
  if (!wantsSamples) return details;
  for (const one of invocations) {
    const detail = details.get(one.requestId);
    const lines = events.filter((event) => isOf(event, one)).map(({ message }) => message);
    const samples = lines.map(samplesIn).find((sample) => sample.length > 0);
    if (detail && samples) details.set(one.requestId, { ...detail, samples });
  }
  return details;
}
function isOf({ stream, at }, invocation) {
  const { startedAt = 0, endedAt = Number.POSITIVE_INFINITY } = invocation;
  return stream === invocation.stream && at >= startedAt && at <= endedAt;
}
function unnamedIn(events, wantsSamples) {
  return events.flatMap(({ message }) => {
    const record = readErrorRecord(message);
    if (!record?.isFailure || record.requestId !== void 0) return [];
    const { requestId: _, isFailure: __, ...detail } = record;
    return [{ ...detail, ...wantsSamples && { samples: samplesIn(message) } }];
  });
}
export {
  createFailureDetails
};
