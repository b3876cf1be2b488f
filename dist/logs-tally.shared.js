import {
  readLambdaLine,
  sightingsOf
} from "./logs-lambda-invocations.shared.js";

// src/logs/access-sightings.ts
function readAccessEvent(event, { formats, canaryGroup, canaryDeployment, apiId, stage }) {
  const record = readWith(formats(), event.message);
  if (record === "unparsed") return "unparsed";
  if ((record.apiId ?? apiId) !== apiId || (record.stage ?? stage) !== stage) return "other";
  const inCanaryGroup = event.group === canaryGroup;
  const isCanary = inCanaryGroup || record.isCanary === true;
  const deployment = record.deploymentId ?? canaryDeployment;
  if (isCanary && canaryDeployment !== void 0 && deployment !== canaryDeployment) return "other";
  const { requestId, method, route, latency } = record;
  return {
    requestId,
    at: event.at,
    side: isCanary ? "canary" : "stable",
    group: event.group,
    isCertain: inCanaryGroup || record.isCanary !== void 0,
    isClosed: true,
    ...method !== void 0 && { method },
    ...route !== void 0 && { route },
    ...latency !== void 0 && { latency },
    ...record.status >= 400 && record.status < 500 && { isClientError: true },
    ...failureOf(record)
  };
}
function readWith(formats, message) {
  let found;
  for (const { read } of formats) {
    const record = read(message);
    if (record === "unparsed") continue;
    const differs = found && (found.requestId !== record.requestId || found.status !== record.status);
    if (differs) return "unparsed";
    found ??= record;
  }
  return found ?? "unparsed";
}
function failureOf({
  status,
  errorType,
  functionRequestId
}) {
  if (status < 500) return {};
  return {
    failure: {
      status,
      ...errorType !== void 0 && { errorType },
      ...functionRequestId !== void 0 && { functionRequestId }
    }
  };
}

// src/logs/interpreters.ts
function accessInterpreter(logs) {
  return {
    parse: (event) => {
      const sighting = readAccessEvent(event, logs);
      return typeof sighting === "string" ? sighting : { fact: sighting };
    },
    interpret: (items) => ({ sightings: items.map(({ fact }) => fact), dropped: false }),
    requestOf: ({ requestId }) => requestId,
    latencyOf: ({ latency = 0 }) => latency
  };
}
function lambdaInterpreter(versionOf) {
  return {
    parse: (event) => {
      const fact = versionOf(event) === void 0 ? void 0 : readLambdaLine(event.message);
      return fact ? { fact } : "other";
    },
    interpret: (items) => sightingsOf(items, versionOf),
    requestOf: (fact) => "requestId" in fact ? fact.requestId : void 0,
    latencyOf: () => 0
  };
}

// src/logs/coverage.ts
var MOST_FINAL_READS = 3;
function createCoverage(sources, from) {
  const states = new Map(sources.map((source) => [source, /* @__PURE__ */ new Map()]));
  let [read, settled, last] = [from, from, from];
  const inAll = (second, test) => sources.length > 0 && sources.every((source) => {
    const state = states.get(source)?.get(second);
    return state !== void 0 && test(state);
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
      const end = Math.min(to, Math.floor(startedAt / 1e3));
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
    isSettled: (source, second) => second < settled || (states.get(source)?.get(second)?.settled ?? false),
    lastRead: () => last,
    unreadBefore: (before, names) => {
      const unread = [];
      for (let second = read; second < before; second++) {
        if (names.some((name) => !states.get(name)?.has(second))) unread.push(second);
      }
      return unread;
    }
  };
}
function stateAfter(before, second, startedAt, changed, ages) {
  const isFinal = startedAt - (second + 1) * 1e3 >= ages.final;
  const finalReads = (before?.finalReads ?? 0) + (isFinal ? 1 : 0);
  const isQuiet = !changed || finalReads >= MOST_FINAL_READS;
  return {
    readAt: startedAt,
    finalReads,
    settled: (before?.settled ?? false) || isFinal && isQuiet
  };
}

// src/logs/delivery-lag.ts
var WIDTH_MS = 100;
var CLASSES = 6e3;
function createDeliveryLag() {
  const classes = /* @__PURE__ */ new Map();
  let count2 = 0;
  return {
    add: (ms) => {
      const index = Math.min(CLASSES - 1, Math.max(0, Math.floor(ms / WIDTH_MS)));
      classes.set(index, (classes.get(index) ?? 0) + 1);
      count2 += 1;
    },
    quantile: (share) => {
      let rest = Math.ceil(share * count2);
      for (const index of [...classes.keys()].sort((a, b) => a - b)) {
        rest -= classes.get(index) ?? 0;
        if (rest <= 0) return (index + 1) * WIDTH_MS;
      }
      return void 0;
    },
    get count() {
      return count2;
    }
  };
}

// src/logs/totals.ts
import {
  src_logs_failure_groups_ts__withFailure as withFailure
} from "./release.js";
var MOST_ROUTES = 50;
function createTotals() {
  const sums = {
    ...{ all: noCounts(), routes: /* @__PURE__ */ new Map(), functions: /* @__PURE__ */ new Map(), failures: /* @__PURE__ */ new Map() },
    unfinished: 0
  };
  return {
    add: (sighting) => count(sums, sighting, true),
    with: (sightings, settledUntil) => {
      const copy = copyOf(sums);
      for (const one of sightings) count(copy, one, secondOf(one.at) < settledUntil);
      const { failures, unfinished } = copy;
      const routes = [...copy.routes].map(
        ([name, { both: both2, ...route }]) => [name, { ...route, ...partOf(both2) }]
      );
      const functions = [...copy.functions].map(([name, both2]) => [name, partOf(both2)]);
      return {
        ...{ all: partOf(copy.all), routes: new Map(routes), functions: new Map(functions) },
        ...{ failures: [...failures.values()], unfinished }
      };
    }
  };
}
function secondOf(ms) {
  return Math.floor(ms / 1e3);
}
function partOf({ canary, stable }) {
  const errors = ({ requests, errors: events }) => ({ requests, events });
  const clientErrors = ({ requests, clientErrors: events }) => ({ requests, events });
  return {
    errors: { canary: errors(canary), stable: errors(stable) },
    clientErrors: { canary: clientErrors(canary), stable: clientErrors(stable) }
  };
}
function noCounts() {
  const none = () => ({ requests: /* @__PURE__ */ new Map(), errors: /* @__PURE__ */ new Map(), clientErrors: /* @__PURE__ */ new Map() });
  return { canary: none(), stable: none() };
}
function count(sums, sighting, settled) {
  const { side, functionName } = sighting;
  countIn(sums.all[side], sighting);
  const route = routeFor(sums.routes, sighting);
  if (route) countIn(route.both[side], sighting);
  if (functionName !== void 0) {
    const both2 = sums.functions.get(functionName) ?? noCounts();
    sums.functions.set(functionName, both2);
    countIn(both2[side], sighting);
  }
  withFailure(sums.failures, sighting);
  if (settled && !sighting.isClosed) sums.unfinished += 1;
}
function routeFor(routes, { method = "", route: resource }) {
  if (resource === void 0) return void 0;
  const name = `${method} ${resource}`.trim();
  const known = routes.get(name);
  if (known || routes.size >= MOST_ROUTES) return known;
  const route = { method, resource, both: noCounts() };
  routes.set(name, route);
  return route;
}
function countIn({ requests, errors, clientErrors }, one) {
  const second = secondOf(one.at);
  const add = (to, n) => to.set(second, (to.get(second) ?? 0) + n);
  add(requests, 1);
  add(errors, one.failure ? 1 : 0);
  add(clientErrors, one.isClientError ? 1 : 0);
}
function copyOf({ all, routes, functions, failures, unfinished }) {
  return {
    all: copyOfBoth(all),
    routes: new Map(
      [...routes].map(([name, route]) => [name, { ...route, both: copyOfBoth(route.both) }])
    ),
    functions: new Map([...functions].map(([name, both2]) => [name, copyOfBoth(both2)])),
    failures: new Map(failures),
    unfinished
  };
}
function copyOfBoth({ canary, stable }) {
  const copy = ({ requests, errors, clientErrors }) => ({
    requests: new Map(requests),
    errors: new Map(errors),
    clientErrors: new Map(clientErrors)
  });
  return { canary: copy(canary), stable: copy(stable) };
}

// src/logs/event-store.ts
function createEventStore() {
  const known = /* @__PURE__ */ new Map();
  const broken = /* @__PURE__ */ new Map();
  return {
    find: (event) => {
      const key = keyOf(event);
      if (known.has(key)) return "read";
      return broken.has(key) ? "broken" : void 0;
    },
    put: ({ message, ...event }, fact) => {
      const key = keyOf({ ...event, message });
      if (fact === void 0) broken.set(key, secondOf(event.at));
      else known.set(key, { event, fact });
      if (fact !== void 0) broken.delete(key);
    },
    items: () => [...known.values()],
    size: () => known.size + broken.size,
    drop: (isDone, before) => {
      for (const [key, item] of known) if (isDone(item)) known.delete(key);
      for (const [key, second] of broken) if (second < before) broken.delete(key);
    }
  };
}
function keyOf({ id, group, stream, at, message }) {
  return id === "" ? JSON.stringify([group, stream, at, message]) : `${group}
${id}`;
}

// src/logs/gaps.ts
function gapsIn(sources, coverage) {
  const withGaps = gapsOfSides(sources, coverage);
  const ofPart = ({ errors, clientErrors }) => ({
    errors: withGaps(errors),
    clientErrors: withGaps(clientErrors)
  });
  return ({ all, routes, functions }) => {
    const { errors, clientErrors } = ofPart(all);
    return {
      ...errors,
      clientErrors,
      routes: mapValues(routes, (route) => ({ ...route, ...ofPart(route) })),
      functions: mapValues(functions, ofPart)
    };
  };
}
function gapsOfSides(sources, coverage) {
  const gapsOf = (side) => {
    const own = sources.filter((source) => source.side === side);
    const names = own.map(({ name }) => name);
    const unread = coverage.unreadBefore(coverage.lastRead(), names);
    const partial = own.some(({ failuresOnly }) => failuresOnly);
    return ({ requests, events }) => ({
      requests: partial ? /* @__PURE__ */ new Map() : requests,
      events,
      ...unread.length > 0 && { incomplete: new Set(unread) }
    });
  };
  const [canaryWithGaps, stableWithGaps] = [gapsOf("canary"), gapsOf("stable")];
  return ({ canary, stable }) => ({
    canary: canaryWithGaps(canary),
    stable: stableWithGaps(stable)
  });
}
function mapValues(map, change) {
  return new Map([...map].map(([key, value]) => [key, change(value)]));
}

// src/logs/settling.ts
var LEAST_FIRST_MS = 3e4;
var LEAST_FINAL_MS = 12e4;
var USUAL_LAG_MS = 1e4;
function agesFor(longestMs, lagMs) {
  const first = Math.max(LEAST_FIRST_MS, longestMs + (lagMs ?? USUAL_LAG_MS));
  return { first, final: Math.max(LEAST_FINAL_MS, 2 * first) };
}

// src/logs/sighting.ts
function mergeSightings(sightings) {
  const merged = /* @__PURE__ */ new Map();
  for (const one of sightings) {
    const known = merged.get(one.requestId);
    merged.set(one.requestId, known ? both(known, one) : one);
  }
  return [...merged.values()];
}
function both(a, b) {
  const [worse, better] = rank(b) > rank(a) ? [a, b] : [b, a];
  const failure = better.failure ?? worse.failure;
  return {
    ...worse,
    ...better,
    at: Math.min(a.at, b.at),
    isClosed: a.isClosed || b.isClosed,
    ...failure && { failure }
  };
}
function rank({ isCertain, side }) {
  return (isCertain ? 2 : 0) + (side === "canary" ? 1 : 0);
}

// src/logs/tally.ts
var MOST_EVENTS = 5e5;
var FOLD_SECONDS = 30;
var SKEW_MS = 2e3;
function createTally(options) {
  const { sources, from, interpreter } = options;
  const names = sources.map(({ name }) => name);
  const coverage = createCoverage(names, from);
  const intake = createIntake(options, coverage);
  const totals = createTotals();
  const abandoned = /* @__PURE__ */ new Set();
  let counted;
  const folded = { until: from, duplicates: 0, dropped: false };
  const interpret = () => {
    const { sightings, dropped } = interpreter.interpret(intake.store.items());
    return { dropped, sightings: sightings.filter(({ requestId }) => !abandoned.has(requestId)) };
  };
  const fold = (until) => {
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
      return id === void 0 ? secondOf(event.at) < until : ids.has(id);
    }, until);
  };
  const count2 = () => {
    const { sightings, dropped } = interpret();
    const until = coverage.settledUntil();
    const merged = mergeSightings(sightings);
    const { failures, unfinished, ...counted2 } = totals.with(merged, until);
    const quality = {
      ...intake.seen(),
      duplicates: folded.duplicates + duplicatesIn(sightings, merged),
      dropped: folded.dropped || dropped,
      unfinished
    };
    const reach = { closedUntil: until, readUntil: coverage.readUntil() };
    const series = gapsIn(sources, coverage)(counted2);
    return { bucketSeconds: 1, ...reach, ...series, failures, quality };
  };
  return {
    open: (read) => {
      const [ages, changed] = [intake.ages(), /* @__PURE__ */ new Set()];
      return {
        add: (events) => {
          counted = void 0;
          if (intake.store.size() > MOST_EVENTS) return false;
          for (const event of events) {
            if (intake.take(event, read.startedAt, ages)) changed.add(secondOf(event.at));
          }
          return true;
        },
        complete: () => {
          counted = void 0;
          coverage.record(read, changed, ages);
          const until = coverage.settledUntil();
          if (until - folded.until >= FOLD_SECONDS) fold(until);
        }
      };
    },
    counts: () => {
      counted ??= count2();
      return counted;
    },
    ages: intake.ages,
    coverage
  };
}
function createIntake({ interpreter, longestMs }, coverage) {
  const [lag, store] = [createDeliveryLag(), createEventStore()];
  const seen = { events: 0, unparsed: 0, late: 0, fromTheFuture: 0 };
  const measure = (event, fact, startedAt, { first }) => {
    seen.events += 1;
    if (fact === void 0) seen.unparsed += 1;
    else lag.add(event.ingestedAt - event.at - interpreter.latencyOf(fact));
    if (event.at > Math.min(event.ingestedAt, startedAt) + SKEW_MS) seen.fromTheFuture += 1;
    if (startedAt - event.at >= first) seen.late += 1;
  };
  return {
    store,
    ages: () => agesFor(longestMs, lag.quantile(0.99)),
    seen: () => ({ ...seen, lagMs: lag.quantile(0.99) }),
    /** @returns whether it is evidence that was not known */
    take: (event, startedAt, ages) => {
      const known = secondOf(event.at) < coverage.settledUntil() ? "read" : store.find(event);
      if (known === "read") return false;
      const parsed = interpreter.parse(event);
      if (parsed === "other") return false;
      const fact = parsed === "unparsed" ? void 0 : parsed.fact;
      if (known === "broken" && fact === void 0) return false;
      store.put(event, fact);
      if (known === "broken") seen.unparsed -= 1;
      else measure(event, fact, startedAt, ages);
      return true;
    }
  };
}
function duplicatesIn(sightings, merged) {
  if (sightings.length === merged.length) return 0;
  const each = new Set(sightings.map(({ group, requestId }) => `${group}
${requestId}`));
  return sightings.length - each.size;
}

// src/targets/lambda/version-logs.ts
import {
  src_base_errors_ts__orElse as orElse
} from "./core.js";
import {
  src_targets_concurrency_ts__mapAll as mapAll
} from "./functions.js";
function ownGroup(functionName) {
  return `/aws/lambda/${functionName}`;
}
async function readVersionLogs(functions, changes) {
  const changed = changes.filter(({ from, to }) => from !== to);
  const read = await mapAll(changed, async ({ name: functionName, to: version }) => {
    const found = await functions.read(functionName, version).catch(orElse(void 0));
    if (!found) return [];
    const own = ownGroup(functionName);
    const { group = own } = found.logging ?? {};
    return [{ functionName, version, group, chosenGroup: group !== own }];
  });
  return read.flat();
}

export {
  accessInterpreter,
  lambdaInterpreter,
  createTally,
  ownGroup,
  readVersionLogs
};
