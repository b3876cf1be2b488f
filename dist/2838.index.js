export const id = 2838;
export const ids = [2838];
export const modules = {

/***/ 98013:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FE: () => (/* binding */ withDetails),
/* harmony export */   fd: () => (/* binding */ withFailure),
/* harmony export */   mH: () => (/* binding */ rankOnCanary),
/* harmony export */   r3: () => (/* binding */ lookupsOf),
/* harmony export */   ye: () => (/* binding */ mostFrequent)
/* harmony export */ });
// What broke: failed requests by route and status, or by the way an invocation ended. Types and places only; messages
// are never kept.
/** More kinds of failures than anybody reads. */
const MOST_GROUPS = 200;
const MOST_EXAMPLES = 5;
/** The groups with one more request; without change if the request has not failed. */
function withFailure(groups, sighting) {
    const { failure, functionName, method, route, at, side } = sighting;
    if (!failure)
        return;
    const { functionRequestId, ...kind } = failure;
    const key = JSON.stringify([
        ...[functionName, method, route, kind.status, kind.how, kind.errorType, kind.location],
    ]);
    const known = groups.get(key);
    if (!known && groups.size >= MOST_GROUPS)
        return;
    const group = known ?? {
        ...(functionName !== undefined && { functionName }),
        ...(method !== undefined && { method }),
        ...(route !== undefined && { route }),
        ...kind,
        ...{ firstSeen: at, canary: 0, stable: 0, examples: [] },
    };
    const isExample = functionRequestId !== undefined && side === 'canary';
    groups.set(key, {
        ...group,
        firstSeen: Math.min(group.firstSeen, at),
        [side]: group[side] + 1,
        examples: isExample
            ? [...group.examples, functionRequestId].slice(0, MOST_EXAMPLES)
            : group.examples,
    });
}
/**
 * By which a group is looked up: request IDs of the function, or its own name if the access log has none.
 */
function lookupsOf({ examples, method, route, status }) {
    return examples.length > 0 ? examples : [JSON.stringify([method, route, status])];
}
/**
 * The groups with the type and place of the error in the function, where its own lines show them.
 *
 * @param details by what a group is looked up by
 */
function withDetails(groups, details) {
    return groups.map((group) => {
        const found = lookupsOf(group).flatMap((id) => details.get(id) ?? []);
        return { ...group, ...mostFrequent(found) };
    });
}
/** The detail that most of them have; `undefined` if there are none. */
function mostFrequent(details) {
    const counts = new Map();
    for (const detail of details) {
        const key = JSON.stringify([detail.errorType, detail.location]);
        const known = counts.get(key) ?? { detail, count: 0 };
        known.count += 1;
        counts.set(key, known);
    }
    return [...counts.values()].sort((a, b) => b.count - a.count)[0]?.detail;
}
/** As many failures would be expected on stable, if it failed as often. */
const ENOUGH = 3;
/** The groups of the canary: those that are new first, and the most frequent ones first among these. */
function rankOnCanary(groups, requests) {
    const order = ['new', 'unseen', 'more', 'same'];
    return groups
        .filter(({ canary }) => canary > 0)
        .map((group) => ({ ...group, novelty: noveltyOf(group, requests) }))
        .sort((a, b) => order.indexOf(a.novelty) - order.indexOf(b.novelty) ||
        b.canary - a.canary ||
        a.firstSeen - b.firstSeen);
}
function noveltyOf({ canary, stable }, requests) {
    if (requests.canary === 0)
        return stable === 0 ? 'unseen' : 'same';
    const expected = (canary / requests.canary) * requests.stable;
    if (stable === 0)
        return expected >= ENOUGH ? 'new' : 'unseen';
    return expected >= 2 * stable ? 'more' : 'same';
}


/***/ }),

/***/ 96019:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  j: () => (/* binding */ accessInterpreter),
  _: () => (/* binding */ lambdaInterpreter)
});

;// CONCATENATED MODULE: ./build/logs/access-sightings.js
// The requests of a stage, from its access logs. API Gateway logs a canary's requests to a group of their own, and to
// that of the stage as well (API Gateway developer guide, "Set up an API Gateway canary release deployment"). The second
// has not been observed, so both is provided for: a request is counted once, and on the canary's side if any copy is.
/** `other`: a request of another stage, or of an earlier canary. */
function readAccessEvent(event, { formats, canaryGroup, canaryDeployment, apiId, stage }) {
    const record = readWith(formats(), event.message);
    if (record === 'unparsed')
        return 'unparsed';
    if ((record.apiId ?? apiId) !== apiId || (record.stage ?? stage) !== stage)
        return 'other';
    const inCanaryGroup = event.group === canaryGroup;
    const isCanary = inCanaryGroup || record.isCanary === true;
    const deployment = record.deploymentId ?? canaryDeployment;
    if (isCanary && canaryDeployment !== undefined && deployment !== canaryDeployment)
        return 'other';
    const { requestId, method, route, latency } = record;
    return {
        requestId,
        at: event.at,
        side: isCanary ? 'canary' : 'stable',
        group: event.group,
        isCertain: inCanaryGroup || record.isCanary !== undefined,
        isClosed: true,
        ...(method !== undefined && { method }),
        ...(route !== undefined && { route }),
        ...(latency !== undefined && { latency }),
        ...(record.status >= 400 && record.status < 500 && { isClientError: true }),
        ...failureOf(record),
    };
}
/** `unparsed` also if formats disagree about what it is. */
function readWith(formats, message) {
    let found;
    for (const { read } of formats) {
        const record = read(message);
        if (record === 'unparsed')
            continue;
        const differs = found && (found.requestId !== record.requestId || found.status !== record.status);
        if (differs)
            return 'unparsed';
        found ??= record;
    }
    return found ?? 'unparsed';
}
/** As API Gateway's metric 5XXError. */
function failureOf({ status, errorType, functionRequestId, }) {
    if (status < 500)
        return {};
    return {
        failure: {
            status,
            ...(errorType !== undefined && { errorType }),
            ...(functionRequestId !== undefined && { functionRequestId }),
        },
    };
}

// EXTERNAL MODULE: ./build/logs/invocation-sightings.js
var invocation_sightings = __webpack_require__(2580);
// EXTERNAL MODULE: ./build/logs/lambda-lines.js
var lambda_lines = __webpack_require__(34985);
;// CONCATENATED MODULE: ./build/logs/interpreters.js
// The two kinds of logs that can be counted.



/** A stage: each line is a request. */
function accessInterpreter(logs) {
    return {
        parse: (event) => {
            const sighting = readAccessEvent(event, logs);
            return typeof sighting === 'string' ? sighting : { fact: sighting };
        },
        interpret: (items) => ({ sightings: items.map(({ fact }) => fact), dropped: false }),
        requestOf: ({ requestId }) => requestId,
        latencyOf: ({ latency = 0 }) => latency,
    };
}
/**
 * An alias: several lines belong to an invocation. They are written while it runs, so their lag is that of the delivery.
 *
 * @param versionOf `undefined`: the stream belongs to another function or version
 */
function lambdaInterpreter(versionOf) {
    return {
        parse: (event) => {
            const fact = versionOf(event) === undefined ? undefined : (0,lambda_lines/* readLambdaLine */.E)(event.message);
            return fact ? { fact } : 'other';
        },
        interpret: (items) => (0,invocation_sightings/* sightingsOf */.Y)(items, versionOf),
        requestOf: (fact) => ('requestId' in fact ? fact.requestId : undefined),
        latencyOf: () => 0,
    };
}


/***/ }),

/***/ 40341:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  X: () => (/* binding */ createTally)
});

;// CONCATENATED MODULE: ./build/logs/coverage.js
// Which seconds of which sources have been read, and which of them are complete. A second that was not read has no
// count, and is never taken for one without requests.
/** How often a second that still changes after the final age is read again. */
const MOST_FINAL_READS = 3;
/** @param from the first second that counts */
function createCoverage(sources, from) {
    const states = new Map(sources.map((source) => [source, new Map()]));
    let [read, settled, last] = [from, from, from];
    const inAll = (second, test) => sources.length > 0 &&
        sources.every((source) => {
            const state = states.get(source)?.get(second);
            return state !== undefined && test(state);
        });
    const advance = () => {
        while (inAll(read, () => true))
            read += 1;
        while (inAll(settled, (state) => state.settled)) {
            for (const seconds of states.values())
                seconds.delete(settled);
            settled += 1;
        }
        read = Math.max(read, settled);
    };
    return {
        record: ({ source, from: first, to, startedAt }, changed, ages) => {
            const known = states.get(source);
            // A second that had not ended when it was read is not read.
            const end = Math.min(to, Math.floor(startedAt / 1000));
            for (let second = Math.max(first, settled); second < end; second++) {
                const state = known?.get(second);
                known?.set(second, stateAfter(state, second, startedAt, changed.has(second), ages));
            }
            if (end > first)
                last = Math.max(last, end);
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
                if (names.some((name) => !states.get(name)?.has(second)))
                    unread.push(second);
            }
            return unread;
        },
    };
}
function stateAfter(before, second, startedAt, changed, ages) {
    const isFinal = startedAt - (second + 1) * 1000 >= ages.final;
    const finalReads = (before?.finalReads ?? 0) + (isFinal ? 1 : 0);
    const isQuiet = !changed || finalReads >= MOST_FINAL_READS;
    return {
        readAt: startedAt,
        finalReads,
        settled: (before?.settled ?? false) || (isFinal && isQuiet),
    };
}

;// CONCATENATED MODULE: ./build/logs/delivery-lag.js
// How long CloudWatch Logs takes to receive a line. AWS documents no bound, but returns the time with each event.
/** Width of a class, in milliseconds. */
const WIDTH_MS = 100;
/** Anything later is in the last class. */
const CLASSES = 6_000;
function createDeliveryLag() {
    const classes = new Map();
    let count = 0;
    return {
        add: (ms) => {
            const index = Math.min(CLASSES - 1, Math.max(0, Math.floor(ms / WIDTH_MS)));
            classes.set(index, (classes.get(index) ?? 0) + 1);
            count += 1;
        },
        quantile: (share) => {
            let rest = Math.ceil(share * count);
            for (const index of [...classes.keys()].sort((a, b) => a - b)) {
                rest -= classes.get(index) ?? 0;
                if (rest <= 0)
                    return (index + 1) * WIDTH_MS;
            }
            return undefined;
        },
        get count() {
            return count;
        },
    };
}

// EXTERNAL MODULE: ./build/logs/failure-groups.js
var failure_groups = __webpack_require__(98013);
;// CONCATENATED MODULE: ./build/logs/totals.js
// Requests and failures by the second: of each side, and of each route or function.

/** The most routes that are counted on their own. */
const MOST_ROUTES = 50;
function createTotals() {
    const sums = {
        ...{ all: noCounts(), routes: new Map(), functions: new Map(), failures: new Map() },
        unfinished: 0,
    };
    return {
        add: (sighting) => count(sums, sighting, true),
        with: (sightings, settledUntil) => {
            const copy = copyOf(sums);
            for (const one of sightings)
                count(copy, one, secondOf(one.at) < settledUntil);
            const { failures, unfinished } = copy;
            const routes = [...copy.routes].map(([name, { both, ...route }]) => [name, { ...route, ...partOf(both) }]);
            const functions = [...copy.functions].map(([name, both]) => [name, partOf(both)]);
            return {
                ...{ all: partOf(copy.all), routes: new Map(routes), functions: new Map(functions) },
                ...{ failures: [...failures.values()], unfinished },
            };
        },
    };
}
function secondOf(ms) {
    return Math.floor(ms / 1000);
}
function partOf({ canary, stable }) {
    const errors = ({ requests, errors: events }) => ({ requests, events });
    const clientErrors = ({ requests, clientErrors: events }) => ({ requests, events });
    return {
        errors: { canary: errors(canary), stable: errors(stable) },
        clientErrors: { canary: clientErrors(canary), stable: clientErrors(stable) },
    };
}
function noCounts() {
    const none = () => ({ requests: new Map(), errors: new Map(), clientErrors: new Map() });
    return { canary: none(), stable: none() };
}
function count(sums, sighting, settled) {
    const { side, functionName } = sighting;
    countIn(sums.all[side], sighting);
    const route = routeFor(sums.routes, sighting);
    if (route)
        countIn(route.both[side], sighting);
    if (functionName !== undefined) {
        const both = sums.functions.get(functionName) ?? noCounts();
        sums.functions.set(functionName, both);
        countIn(both[side], sighting);
    }
    (0,failure_groups/* withFailure */.fd)(sums.failures, sighting);
    if (settled && !sighting.isClosed)
        sums.unfinished += 1;
}
function routeFor(routes, { method = '', route: resource }) {
    if (resource === undefined)
        return undefined;
    const name = `${method} ${resource}`.trim();
    const known = routes.get(name);
    if (known || routes.size >= MOST_ROUTES)
        return known;
    const route = { method, resource, both: noCounts() };
    routes.set(name, route);
    return route;
}
/** A second with requests has events as well, even if there are 0. */
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
        routes: new Map([...routes].map(([name, route]) => [name, { ...route, both: copyOfBoth(route.both) }])),
        functions: new Map([...functions].map(([name, both]) => [name, copyOfBoth(both)])),
        failures: new Map(failures),
        unfinished,
    };
}
function copyOfBoth({ canary, stable }) {
    const copy = ({ requests, errors, clientErrors }) => ({
        requests: new Map(requests),
        errors: new Map(errors),
        clientErrors: new Map(clientErrors),
    });
    return { canary: copy(canary), stable: copy(stable) };
}

;// CONCATENATED MODULE: ./build/logs/event-store.js
// Keeps what was read from events until it is settled, each event once.

function createEventStore() {
    const known = new Map();
    const broken = new Map();
    return {
        find: (event) => {
            const key = keyOf(event);
            if (known.has(key))
                return 'read';
            return broken.has(key) ? 'broken' : undefined;
        },
        put: ({ message, ...event }, fact) => {
            const key = keyOf({ ...event, message });
            if (fact === undefined)
                broken.set(key, secondOf(event.at));
            else
                known.set(key, { event, fact });
            if (fact !== undefined)
                broken.delete(key);
        },
        items: () => [...known.values()],
        size: () => known.size + broken.size,
        drop: (isDone, before) => {
            for (const [key, item] of known)
                if (isDone(item))
                    known.delete(key);
            for (const [key, second] of broken)
                if (second < before)
                    broken.delete(key);
        },
    };
}
/** AWS gives every event an ID. Without one, an event with the same text at the same time is the same. */
function keyOf({ id, group, stream, at, message }) {
    return id === '' ? JSON.stringify([group, stream, at, message]) : `${group}\n${id}`;
}

;// CONCATENATED MODULE: ./build/logs/gaps.js
// Counts with the seconds that have none because they were not read.
function gapsIn(sources, coverage) {
    const withGaps = gapsOfSides(sources, coverage);
    const ofPart = ({ errors, clientErrors }) => ({
        errors: withGaps(errors),
        clientErrors: withGaps(clientErrors),
    });
    return ({ all, routes, functions }) => {
        const { errors, clientErrors } = ofPart(all);
        return {
            ...errors,
            clientErrors,
            routes: mapValues(routes, (route) => ({ ...route, ...ofPart(route) })),
            functions: mapValues(functions, ofPart),
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
            requests: partial ? new Map() : requests,
            events,
            ...(unread.length > 0 && { incomplete: new Set(unread) }),
        });
    };
    const [canaryWithGaps, stableWithGaps] = [gapsOf('canary'), gapsOf('stable')];
    return ({ canary, stable }) => ({
        canary: canaryWithGaps(canary),
        stable: stableWithGaps(stable),
    });
}
function mapValues(map, change) {
    return new Map([...map].map(([key, value]) => [key, change(value)]));
}

;// CONCATENATED MODULE: ./build/logs/settling.js
// When a second of a log is complete. An event is stamped with the time at which the request began, and is written after
// its end, so a slow request appears late: no line is missing once the longest request and its delivery have had their
// time, and a further read finds nothing new.
const LEAST_FIRST_MS = 30_000;
const LEAST_FINAL_MS = 120_000;
/** Assumed before any line has shown its lag: several seconds are usual (aws/aws-cli#7028). */
const USUAL_LAG_MS = 10_000;
/**
 * @param longestMs the longest time that a request may take: the timeout of the integration or of the function
 * @param lagMs 99% of the lines are delivered within this time; `undefined`: it is not known yet
 */
function agesFor(longestMs, lagMs) {
    const first = Math.max(LEAST_FIRST_MS, longestMs + (lagMs ?? USUAL_LAG_MS));
    return { first, final: Math.max(LEAST_FINAL_MS, 2 * first) };
}

;// CONCATENATED MODULE: ./build/logs/sighting.js
// A request as a log shows it, whatever the log is.
/** One sighting for each request: a request may be logged in two groups, and a line delivered twice. */
function mergeSightings(sightings) {
    const merged = new Map();
    for (const one of sightings) {
        const known = merged.get(one.requestId);
        merged.set(one.requestId, known ? both(known, one) : one);
    }
    return [...merged.values()];
}
/** The same, whichever comes first. */
function both(a, b) {
    const [worse, better] = rank(b) > rank(a) ? [a, b] : [b, a];
    const failure = better.failure ?? worse.failure;
    return {
        ...worse,
        ...better,
        at: Math.min(a.at, b.at),
        isClosed: a.isClosed || b.isClosed,
        ...(failure && { failure }),
    };
}
/** Two certain copies differ only if one is in the canary's own group. */
function rank({ isCertain, side }) {
    return (isCertain ? 2 : 0) + (side === 'canary' ? 1 : 0);
}

;// CONCATENATED MODULE: ./build/logs/tally.js
// Counts requests by the second from what was read. Each event counts once, however often it is read, and a late one
// counts in its own second. A second that was not read is incomplete, and never 0.







/** So many events that have not settled are kept at most: some hundred megabytes. */
const MOST_EVENTS = 500_000;
/** How much must have settled before it is counted for good, in seconds. */
const FOLD_SECONDS = 30;
/** Clocks may be off by this much, in milliseconds. */
const SKEW_MS = 2_000;
function createTally(options) {
    const { sources, from, interpreter } = options;
    const names = sources.map(({ name }) => name);
    const coverage = createCoverage(names, from);
    const intake = createIntake(options, coverage);
    const totals = createTotals();
    /** Requests that were counted without their end. If it comes after all, they are not counted again. */
    const abandoned = new Set();
    /** Until something is added. */
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
            if (!one.isClosed)
                abandoned.add(one.requestId);
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
    const count = () => {
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
            const [ages, changed] = [intake.ages(), new Set()];
            return {
                add: (events) => {
                    counted = undefined;
                    if (intake.store.size() > MOST_EVENTS)
                        return false;
                    for (const event of events) {
                        if (intake.take(event, read.startedAt, ages))
                            changed.add(secondOf(event.at));
                    }
                    return true;
                },
                complete: () => {
                    counted = undefined;
                    coverage.record(read, changed, ages);
                    const until = coverage.settledUntil();
                    if (until - folded.until >= FOLD_SECONDS)
                        fold(until);
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
/** Takes each event once, and measures how late it came. */
function createIntake({ interpreter, longestMs }, coverage) {
    const [lag, store] = [createDeliveryLag(), createEventStore()];
    const seen = { events: 0, unparsed: 0, late: 0, fromTheFuture: 0 };
    const measure = (event, fact, startedAt, { first }) => {
        seen.events += 1;
        if (fact === undefined)
            seen.unparsed += 1;
        else
            lag.add(event.ingestedAt - event.at - interpreter.latencyOf(fact));
        if (event.at > Math.min(event.ingestedAt, startedAt) + SKEW_MS)
            seen.fromTheFuture += 1;
        if (startedAt - event.at >= first)
            seen.late += 1;
    };
    return {
        store,
        ages: () => agesFor(longestMs, lag.quantile(0.99)),
        seen: () => ({ ...seen, lagMs: lag.quantile(0.99) }),
        /** @returns whether it is evidence that was not known */
        take: (event, startedAt, ages) => {
            const known = secondOf(event.at) < coverage.settledUntil() ? 'read' : store.find(event);
            if (known === 'read')
                return false;
            const parsed = interpreter.parse(event);
            if (parsed === 'other')
                return false;
            const fact = parsed === 'unparsed' ? undefined : parsed.fact;
            // A line that could not be read is tried again, because its format may have become known since.
            if (known === 'broken' && fact === undefined)
                return false;
            store.put(event, fact);
            if (known === 'broken')
                seen.unparsed -= 1;
            else
                measure(event, fact, startedAt, ages);
            return true;
        },
    };
}
function duplicatesIn(sightings, merged) {
    if (sightings.length === merged.length)
        return 0;
    const each = new Set(sightings.map(({ group, requestId }) => `${group}\n${requestId}`));
    return sightings.length - each.size;
}


/***/ }),

/***/ 56973:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ ownGroup),
/* harmony export */   K: () => (/* binding */ readVersionLogs)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76031);
/* harmony import */ var _concurrency_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(99350);
// Where the released versions of functions write their logs.


/** Lambda developer guide, "Sending Lambda function logs to CloudWatch Logs": the group without one of its own. */
function ownGroup(functionName) {
    return `/aws/lambda/${functionName}`;
}
/** Those whose settings can be read. */
async function readVersionLogs(functions, changes) {
    const changed = changes.filter(({ from, to }) => from !== to);
    const read = await (0,_concurrency_js__WEBPACK_IMPORTED_MODULE_1__/* .mapAll */ .gJ)(changed, async ({ name: functionName, to: version }) => {
        const found = await functions.read(functionName, version).catch((0,_base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .orElse */ .NW)(undefined));
        if (!found)
            return [];
        const own = ownGroup(functionName);
        const { group = own } = found.logging ?? {};
        return [{ functionName, version, group, chosenGroup: group !== own }];
    });
    return read.flat();
}


/***/ }),

/***/ 89844:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ inspectGroups),
/* harmony export */   logPermissions: () => (/* binding */ logPermissions)
/* harmony export */ });
/* harmony import */ var _aws_log_events_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(37454);
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76031);
// Whether log groups can be read, before a release depends on it.


/**
 * One read of a second and one of the settings for each group: the permissions for both are then known as well.
 *
 * @param account that the groups must belong to; empty: not known
 */
async function inspectGroups(logs, names, account, now) {
    const found = await Promise.all([...new Set(names)].map(async (name) => {
        const read = await failureOf(() => readOnce(logs, name, now));
        const settings = await failureOf(() => checkSettings(logs, name, account));
        return [read && whyNot(read, name), settings && whyNot(settings, name)];
    }));
    const all = found.flat().filter((each) => each !== undefined);
    const texts = (kind) => [
        ...new Set(all.filter((each) => each.kind === kind).map(({ text }) => text)),
    ];
    return { problems: texts('problem'), doubts: texts('doubt') };
}
async function readOnce(logs, group, now) {
    const to = Math.floor(now) * 1000;
    for await (const _ of logs.pages({ group, from: to - 1000, to }))
        break;
    return undefined;
}
async function checkSettings(logs, name, account) {
    const group = await logs.readGroup(name);
    if (!group)
        return missing(name);
    if (account !== '' && group.account !== '' && group.account !== account) {
        return {
            kind: 'problem',
            text: `the log group "${name}" belongs to the account ${account}, but this job can only read that of the same name in ${group.account}; expected a log group in the account of the job`,
        };
    }
    const { logClass } = group;
    return logClass === 'INFREQUENT_ACCESS' || logClass === 'DELIVERY'
        ? wrongClass(name, logClass)
        : undefined;
}
async function failureOf(read) {
    try {
        return await read();
    }
    catch (error) {
        return (0,_base_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .known */ .eO)(error);
    }
}
function whyNot(found, name) {
    if (!(found instanceof Error))
        return found;
    switch ((0,_aws_log_events_js__WEBPACK_IMPORTED_MODULE_0__/* .whyUnread */ .Ms)(found)) {
        case 'missing':
            return missing(name);
        case 'class':
            return wrongClass(name, 'INFREQUENT_ACCESS');
        // Others read at the same time. During the release there are more tries.
        case 'throttled':
            return { kind: 'doubt', text: `reading the log group "${name}" is throttled at the moment` };
        case 'denied':
        case 'other':
            return { kind: 'problem', text: found.message };
    }
}
function missing(name) {
    return { kind: 'doubt', text: `the log group "${name}" does not exist yet` };
}
/** The class of a group cannot be changed (CloudWatch Logs user guide, "Log classes"). */
function wrongClass(name, logClass) {
    return {
        kind: 'problem',
        text: `the log group "${name}" has the class ${logClass}, whose events AWS does not return; expected a group of the class STANDARD (the class of a group cannot be changed)`,
    };
}
/** What the role needs. A policy for the events of a group has `:*` behind its ARN. */
function logPermissions(place, names, account) {
    const owner = account === '' ? '*' : account;
    return [
        ...[...new Set(names)].map((name) => ({
            action: 'logs:FilterLogEvents',
            resource: `${(0,_aws_log_events_js__WEBPACK_IMPORTED_MODULE_0__/* .groupArn */ .TA)(place, name, owner)}:*`,
        })),
        { action: 'logs:DescribeLogGroups', resource: '*' },
    ];
}


/***/ })

};
