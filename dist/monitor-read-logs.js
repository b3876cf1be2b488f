import {
  whyUnread
} from "./aws-log-events.shared.js";
import "./aws-small-client.shared.js";

// src/monitor/read-logs.ts
import {
  src_aws_log_quota_ts__callsPerSecond as callsPerSecond
} from "./release.js";
import {
  src_base_errors_ts__known as known2
} from "./core.js";

// src/logs/log-table.ts
import {
  src_analysis_client_errors_measure_ts__clientErrorsMeasure as clientErrorsMeasure
} from "./stage.js";
import {
  src_analysis_count_table_ts__NO_EVENTS as NO_EVENTS
} from "./release.js";
import {
  src_analysis_errors_measure_ts__errorsMeasure as errorsMeasure,
  src_analysis_errors_measure_ts__invocationsMeasure as invocationsMeasure,
  src_analysis_errors_measure_ts__routeErrorsMeasure as routeErrorsMeasure,
  src_analysis_errors_measure_ts__SUMMED_FUNCTION_PARTS as SUMMED_FUNCTION_PARTS
} from "./release.js";
function logTable(counts) {
  const { bucketSeconds, closedUntil, canary, stable, clientErrors, routes, functions } = counts;
  const parts = functions.size > 1 ? [...functions] : [];
  const isAlias = functions.size > 0;
  return {
    ...{ bucketSeconds, closedUntil },
    rows: [
      row(errorsMeasure(), { canary, stable }),
      ...isAlias ? [] : [row(clientErrorsMeasure(), clientErrors)],
      ...parts.map(
        ([name, { errors }]) => row(invocationsMeasure(name, SUMMED_FUNCTION_PARTS), errors)
      ),
      ...[...routes.values()].flatMap((route) => {
        const { method, resource } = route;
        return [
          row(routeErrorsMeasure(method, resource), route.errors),
          row(clientErrorsMeasure({ kind: "route", method, resource }), route.clientErrors)
        ];
      })
    ]
  };
}
function row(measure, { canary, stable }) {
  return { measure, canary, stable, promoted: NO_EVENTS };
}

// src/monitor/read-logs.ts
import {
  src_logs_read_cost_ts__CALLS_OF_A_RUN as CALLS_OF_A_RUN
} from "./release.js";

// src/monitor/log-reader.ts
import {
  src_base_assert_ts__must as must
} from "./core.js";
import {
  src_base_errors_ts__known as known
} from "./core.js";
import {
  src_logs_abstention_ts__abstentionsIn as abstentionsIn
} from "./release.js";

// src/logs/read-plan.ts
var HOT_EVERY_MS = 5e3;
var HOT_SECONDS = 20;
var BATCH_SECONDS = 30;
var LONGEST_SECONDS = 300;
function nextRead(plan) {
  return hotRead(plan) ?? settlingRead(plan);
}
function waitFor({ sources, lastHot, slowdown, now }) {
  const due = sources.map((source) => (lastHot.get(source) ?? 0) + HOT_EVERY_MS * slowdown);
  return Math.max(0, Math.min(...due, now + HOT_EVERY_MS) - now);
}
function hotRead(plan) {
  const { sources, coverage, now, lastHot, slowdown } = plan;
  const [source] = sources.filter((one) => now - (lastHot.get(one) ?? 0) >= HOT_EVERY_MS * slowdown).sort((a, b) => (lastHot.get(a) ?? 0) - (lastHot.get(b) ?? 0));
  if (source === void 0) return void 0;
  const second = Math.floor(now / 1e3);
  const again = second - Math.ceil(HOT_SECONDS / slowdown);
  const [unread = second] = coverage.unreadBefore(second, [source]);
  const from = Math.max(coverage.settledUntil(), Math.min(again, unread));
  return { source, purpose: "hot", from: Math.min(from, second), to: second + 1 };
}
function settlingRead(plan) {
  for (const source of plan.sources) {
    const due = dueBatches(plan, source);
    if (due) return { source, purpose: "settle", ...due };
  }
  return void 0;
}
function dueBatches(plan, source) {
  const { coverage, now } = plan;
  const start = coverage.settledUntil();
  let found;
  for (let from = start; ; ) {
    const to = from - from % BATCH_SECONDS + BATCH_SECONDS;
    const isOver = now - to * 1e3 < plan.ages.first;
    if (isOver || found && to - found.from > LONGEST_SECONDS) return found;
    if (isDue(plan, source, { from, to })) found = { from: found?.from ?? from, to };
    else if (found) return found;
    from = to;
  }
}
function isDue({ coverage, ages, now }, source, { from, to }) {
  const age = now - to * 1e3;
  for (let second = from; second < to; second++) {
    if (coverage.isSettled(source, second)) continue;
    const readAt = coverage.readAt(source, second) ?? Number.NEGATIVE_INFINITY;
    const readAge = readAt - (second + 1) * 1e3;
    if (readAge < ages.first) return true;
    if (age < ages.final) continue;
    if (readAge < ages.final || now - readAt >= ages.first) return true;
  }
  return false;
}

// src/monitor/log-reader.ts
var MOST_THROTTLED = 3;
var MOST_SLOWDOWN = 8;
var MOST_HOT_PAGES = 8;
var PAUSE_MS = {
  throttled: 6e4,
  missing: 5e3,
  other: 1e4,
  denied: 3e5,
  class: 3e5
};
function createLogReader(options) {
  const { sources, tally, now } = options;
  const budget = createBudget(options);
  const lastHot = /* @__PURE__ */ new Map();
  const failed = /* @__PURE__ */ new Map();
  const pace = { slowdown: 1, throttled: 0 };
  const plan = () => {
    const open = sources.filter(({ name }) => (failed.get(name)?.until ?? 0) <= now());
    const names = open.map(({ name }) => name);
    const { slowdown } = pace;
    const { coverage } = tally;
    return { sources: names, coverage, ages: tally.ages(), now: now(), lastHot, slowdown };
  };
  const read = async (planned) => {
    const source = must(
      sources.find(({ name }) => name === planned.source),
      "what is planned is a source"
    );
    const startedAt = now();
    if (planned.purpose === "hot") lastHot.set(source.name, startedAt);
    const { from, to } = planned;
    const open = tally.open({ source: source.name, from, to, startedAt });
    const { pages, failure } = await readPages(
      options,
      budget,
      queryFor(source, planned, startedAt),
      open
    );
    if (failure) return fail(source, failure);
    open.complete();
    return succeed(source, planned.purpose, pages);
  };
  const succeed = ({ name }, purpose, pages) => {
    failed.delete(name);
    pace.throttled = 0;
    if (purpose === "hot") slowDown(pace, pages > MOST_HOT_PAGES);
    return true;
  };
  const fail = ({ name, group }, failure) => {
    if (failure === "budget") return false;
    if (failure === "too-many-lines") {
      failed.set(name, { why: { kind: failure, group }, until: now() + PAUSE_MS.other });
      return true;
    }
    const why = whyUnread(failure);
    if (why === "throttled") {
      pace.throttled += 1;
      slowDown(pace, true);
      if (pace.throttled < MOST_THROTTLED) return false;
    }
    const until = now() + PAUSE_MS[why];
    failed.set(name, { why: abstentionFor(why, group, failure), until });
    return why !== "throttled";
  };
  return {
    poll: async () => {
      let planned = nextRead(plan());
      while (planned && await read(planned)) planned = nextRead(plan());
      const wait = waitFor(plan());
      return planned ? Math.max(wait, 1e3) : wait;
    },
    counts: tally.counts,
    abstentions: (at = now() / 1e3) => [
      ...budget.isSpent() ? [{ kind: "budget" }] : [],
      ...[...failed.values()].map(({ why }) => why),
      ...abstentionsIn(tally.counts(), at)
    ],
    calls: budget.calls
  };
}
function slowDown(pace, slower) {
  const next = slower ? pace.slowdown * 2 : pace.slowdown / 2;
  pace.slowdown = Math.min(MOST_SLOWDOWN, Math.max(1, next));
}
async function readPages({ client }, budget, query, open) {
  const iterator = client.pages(query)[Symbol.asyncIterator]();
  for (let pages = 1; ; pages++) {
    if (!await budget.take()) return { pages, failure: "budget" };
    try {
      const { value, done } = await iterator.next();
      if (done) return { pages };
      if (!open.add(value.events)) return { pages, failure: "too-many-lines" };
      if (value.isLast) return { pages };
    } catch (error) {
      return { pages, failure: known(error) };
    }
  }
}
function queryFor(source, { from, to }, at) {
  const { group, streamPrefix, pattern } = source;
  return {
    ...{ group, from: from * 1e3, to: to * 1e3 },
    ...streamPrefix && { streamPrefix: streamPrefix(at) },
    ...pattern !== void 0 && { pattern }
  };
}
function abstentionFor(why, group, { message }) {
  switch (why) {
    case "throttled":
      return { kind: "throttled" };
    case "missing":
      return { kind: "group-missing", group };
    case "denied":
      return { kind: "denied", message };
    case "class":
      return { kind: "log-class", group };
    case "other":
      return { kind: "unreadable", message };
  }
}
function createBudget({
  callsPerSecond: callsPerSecond2,
  mostCalls,
  now,
  sleep
}) {
  let [tokens, at, calls] = [callsPerSecond2, now(), 0];
  const refill = () => {
    tokens = Math.min(callsPerSecond2, tokens + (now() - at) / 1e3 * callsPerSecond2);
    at = now();
  };
  return {
    take: async () => {
      if (calls >= mostCalls) return false;
      refill();
      while (tokens < 1) {
        await sleep(Math.ceil((1 - tokens) / callsPerSecond2 * 1e3));
        refill();
      }
      tokens -= 1;
      calls += 1;
      return true;
    },
    calls: () => calls,
    isSpent: () => calls >= mostCalls
  };
}

// src/monitor/read-logs.ts
var MOST_PAST_SECONDS = 900;
var RETRY_MS = 6e4;
function readLogs(services) {
  let opened;
  let triedAt = Number.NEGATIVE_INFINITY;
  let polling;
  let askedAt = 0;
  const open = async (rollout, now) => {
    if (opened || now * 1e3 - triedAt < RETRY_MS) return opened;
    triedAt = now * 1e3;
    opened = await openReading(services, rollout, now);
    return opened;
  };
  const poll = async (rollout, now) => {
    const reading = await open(rollout, now);
    return reading ? reading.reader.poll() : RETRY_MS;
  };
  return {
    // A read that a wait did not wait for goes on, and the next wait joins it.
    poll: (rollout, now) => {
      askedAt = now - (services.ahead() ?? 0);
      polling ??= poll(rollout, now).finally(() => {
        polling = void 0;
      });
      return polling;
    },
    reading: () => opened ? readingOf(opened, askedAt) : { kind: "off" }
  };
}
async function openReading({ target, client, region, ahead, sleep, now: clock }, rollout, now) {
  const from = Math.max(rollout.stepStartTimes[0] ?? now, Math.floor(now) - MOST_PAST_SECONDS);
  const logs = await target.open(rollout, from).catch((error) => {
    known2(error);
    return void 0;
  });
  if (!logs) return void 0;
  const { sources, tally } = logs;
  const reader = createLogReader({
    ...{ client, sources, tally },
    callsPerSecond: callsPerSecond(region),
    mostCalls: CALLS_OF_A_RUN,
    now: () => (clock() - (ahead() ?? 0)) * 1e3,
    sleep: (ms) => sleep(ms / 1e3)
  });
  return { logs, reader, from };
}
function readingOf({ logs, reader, from }, askedAt) {
  const counts = reader.counts();
  return {
    kind: "read",
    table: logTable(counts),
    from,
    readUntil: counts.readUntil,
    abstentions: [...logs.limits(), ...reader.abstentions(askedAt)],
    failures: counts.failures,
    quality: counts.quality,
    calls: reader.calls(),
    metrics: logs.metrics
  };
}
export {
  readLogs
};
