export const id = 1804;
export const ids = [1804];
export const modules = {

/***/ 66761:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M$: () => (/* binding */ abstentionsOf),
/* harmony export */   cM: () => (/* binding */ keepsFailures),
/* harmony export */   eD: () => (/* binding */ abstentionsIn),
/* harmony export */   nb: () => (/* binding */ compareWithMetrics)
/* harmony export */ });
/* unused harmony export withExpected */
// Why logs are no evidence at some time: then they abstain, and metrics decide. Nothing of this is ever a 0, and nothing
// of this is a failure of the canary.
/** More than this share of unreadable, unfinished or misdated lines, and logs abstain. */
const TOLERATED_SHARE = 0.01;
/** Fewer requests than this share of those in the metrics, and logs abstain. */
const LEAST_SHARE = 0.95;
/** The metrics may be incomplete as well; above this, requests must have been counted twice. */
const MOST_SHARE = 1.1;
/** So few requests say nothing about a share. */
const FEWEST_REQUESTS = 20;
/** A second that has not been read at this age, in seconds, is a gap. */
const GAP_AFTER_SECONDS = 45;
/** What the logs themselves show. */
function abstentionsIn(counts, now) {
    const { quality, canary, stable, readUntil } = counts;
    const { events, unparsed, unfinished, fromTheFuture, dropped } = quality;
    const found = [];
    const limit = Math.floor(now) - GAP_AFTER_SECONDS;
    const holes = [...(canary.incomplete ?? []), ...(stable.incomplete ?? [])];
    const old = new Set(holes.filter((second) => second < limit)).size;
    // Nothing at all has been read since.
    const seconds = Math.max(old, readUntil < limit && holes.length === 0 ? limit - readUntil : 0);
    if (seconds > 0)
        found.push({ kind: 'gap', seconds });
    for (const [kind, part] of [
        ['unparsed', unparsed],
        ['unfinished', unfinished],
        ['clock', fromTheFuture],
    ]) {
        const share = part / Math.max(1, events);
        if (share > TOLERATED_SHARE)
            found.push({ kind, share });
    }
    if (dropped)
        found.push({ kind: 'dropped' });
    return found;
}
/** What the function's settings hide. */
function abstentionsOf({ successes, failures }) {
    return [
        ...(successes ? [] : [{ kind: 'successes-hidden' }]),
        ...(failures ? [] : [{ kind: 'failures-hidden' }]),
    ];
}
/**
 * Compares logs with metrics, over the minutes that are complete in both. API Gateway and Lambda count a request in the
 * minute in which it was received, so a minute on its own may differ at its edges; their sum may not.
 *
 * @param logs of one side, by the second
 * @param metrics requests by minute, in seconds since the epoch; complete minutes only
 * @param until seconds since the epoch: logs are settled up to here
 */
function compareWithMetrics(side, logs, metrics, until) {
    let [logged, measured] = [0, 0];
    for (const [minute, requests] of metrics) {
        const isWhole = minute + 60 <= until && !hasGap(logs, minute);
        if (!isWhole)
            continue;
        measured += requests;
        for (let second = minute; second < minute + 60; second++) {
            logged += logs.requests.get(second) ?? 0;
        }
    }
    if (Math.max(measured, logged) < FEWEST_REQUESTS)
        return [];
    const share = measured === 0 ? Number.POSITIVE_INFINITY : logged / measured;
    if (share < LEAST_SHARE)
        return [{ kind: 'incomplete', side, share }];
    return share > MOST_SHARE ? [{ kind: 'excess', side, share }] : [];
}
function hasGap({ incomplete }, minute) {
    for (let second = minute; second < minute + 60; second++)
        if (incomplete?.has(second))
            return true;
    return false;
}
/** Whether failures that were seen still count, and may decide at once; a pass never does without the logs. */
function keepsFailures({ kind }) {
    const kinds = [
        ...['group-missing', 'throttled', 'budget', 'too-many-lines', 'gap', 'unfinished'],
        ...['dropped', 'failures-hidden', 'unreadable'],
    ];
    return kinds.includes(kind);
}
/**
 * The requests of a side with at least those that must have arrived. A failure is often logged sooner than a success,
 * so the share of failures is too high in seconds that are not settled.
 *
 * @param expected requests a second, by the traffic and its split
 */
function withExpected(series, closedUntil, expected) {
    const requests = new Map(series.requests);
    for (const second of [...series.requests.keys(), ...series.events.keys()]) {
        if (second < closedUntil)
            continue;
        requests.set(second, Math.max(series.requests.get(second) ?? 0, Math.round(expected)));
    }
    return { ...series, requests };
}


/***/ }),

/***/ 23111:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   fN: () => (/* binding */ streamPrefixes),
/* harmony export */   kf: () => (/* binding */ isStreamOf)
/* harmony export */ });
/* unused harmony export parseStream */
// The names of Lambda's log streams, which contain the version (Lambda developer guide, "Sending Lambda function logs
// to CloudWatch Logs"): `2030/01/31/[7]0f3c…` in a function's own group, and `2030/01/31/orders[7][0f3c…]` in a group
// that was chosen for it, which several functions may share. Each execution environment has one stream.
const OWN = /^\d{4}\/\d\d\/\d\d\/\[(\$LATEST|\d{1,10})\][0-9a-f]{8,64}$/;
const CHOSEN = /^\d{4}\/\d\d\/\d\d\/([\w-]{1,140})\[(\$LATEST|\d{1,10})\]\[?[0-9a-f-]{8,64}\]?$/;
/** `undefined`: not a stream of Lambda. */
function parseStream(name) {
    const [, own] = OWN.exec(name) ?? [];
    if (own !== undefined)
        return { version: own };
    const [, functionName, version] = CHOSEN.exec(name) ?? [];
    return functionName === undefined || version === undefined
        ? undefined
        : { functionName, version };
}
/** Whether a stream is one of them. Others in the same group belong to other functions or versions. */
function isStreamOf(name, { functionName, version, chosenGroup }) {
    const stream = parseStream(name);
    const named = chosenGroup ? functionName : undefined;
    return stream !== undefined && stream.version === version && stream.functionName === named;
}
const DAY_MS = 86_400_000;
/**
 * What the names of a version's streams begin with, for FilterLogEvents, which takes one prefix a call. The date is
 * that on which the environment started, so one of yesterday may still write; the longest life of an environment is
 * not documented, and a release has versions that were published shortly before.
 *
 * @param at milliseconds since the epoch
 */
function streamPrefixes({ functionName, version, chosenGroup }, at) {
    return [at, at - DAY_MS].map((time) => {
        const day = new Date(time).toISOString().slice(0, 10).replaceAll('-', '/');
        return `${day}/${chosenGroup ? functionName : ''}[${version}]`;
    });
}


/***/ }),

/***/ 71804:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  aliasLogs: () => (/* binding */ aliasLogs)
});

// EXTERNAL MODULE: ./build/aws/arns.js
var arns = __webpack_require__(828);
// EXTERNAL MODULE: ./build/base/assert.js
var assert = __webpack_require__(50648);
// EXTERNAL MODULE: ./build/base/errors.js + 1 modules
var errors = __webpack_require__(76031);
// EXTERNAL MODULE: ./build/base/time.js
var time = __webpack_require__(22475);
// EXTERNAL MODULE: ./build/logs/abstention.js
var abstention = __webpack_require__(66761);
// EXTERNAL MODULE: ./build/logs/interpreters.js + 1 modules
var interpreters = __webpack_require__(96019);
// EXTERNAL MODULE: ./build/logs/lambda-streams.js
var lambda_streams = __webpack_require__(23111);
;// CONCATENATED MODULE: ./build/logs/log-visibility.js
// What a function's logging settings hide. Lambda has levels in the JSON format only (Lambda developer guide, "Log-level
// filtering"): at the system level WARN, it leaves out the lines of successful invocations, so failures cannot be
// related to a total.
/**
 * In the text format, Lambda states how an invocation ended only if the platform ended it. What the code threw is shown
 * by the record of the runtime: .NET's looks like an error that the code handled, and runtimes of the user's own may
 * write none.
 */
function visibilityOf({ format, systemLevel, runtime }) {
    if (format === 'JSON')
        return { successes: systemLevel !== 'WARN', failures: true };
    return { successes: true, failures: /^(?:nodejs|python|java|ruby)/.test(runtime ?? '') };
}

// EXTERNAL MODULE: ./build/logs/tally.js + 7 modules
var logs_tally = __webpack_require__(40341);
// EXTERNAL MODULE: ./build/targets/concurrency.js
var concurrency = __webpack_require__(99350);
// EXTERNAL MODULE: ./build/targets/lambda/version-logs.js
var version_logs = __webpack_require__(56973);
// EXTERNAL MODULE: ./build/targets/log-groups.js
var log_groups = __webpack_require__(89844);
;// CONCATENATED MODULE: ./build/targets/alias/alias-logs.js
// The logs of the functions behind aliases. The name of a stream contains the version that wrote it.












/** The lines of an invocation that only Lambda itself writes: START, END and REPORT. */
const BYTES_OF_INVOCATION = 350;
function aliasLogs(services) {
    return {
        inspect: async (releases) => {
            try {
                return await inspectFunctions(services, releases);
            }
            catch (error) {
                return { ...NOTHING, problems: [(0,errors/* known */.eO)(error).message] };
            }
        },
        open: async (rollout, from) => {
            const changes = rollout.record.functions.filter((change) => change.from !== change.to);
            const versions = await readVersions(services, changes.map(({ name, from, to }) => ({ name, from, version: to })));
            if (versions.length < 2 * changes.length || changes.length === 0)
                return undefined;
            if (versions.some(({ logging }) => !visibilityOf(logging).successes))
                return undefined;
            return openStreams(versions, rollout, from);
        },
        versionLogs: ({ record }) => (0,version_logs/* readVersionLogs */.K)(services.functions, record.functions),
    };
}
const NOTHING = {
    ...{ problems: [], doubts: [], hints: [], permissions: [], sources: 0, requestBytes: 0 },
};
async function inspectFunctions({ functions, logs, place }, releases) {
    const served = releases.filter(({ from, version }) => from !== '' && from !== version);
    const versions = await readVersions({ functions }, served);
    const groups = versions.map(({ group }) => group);
    const [{ account } = { account: '' }] = versions;
    const found = await (0,log_groups/* inspectGroups */.T)(logs, groups, account, (0,time/* now */.tB)());
    const unique = (texts) => [...new Set(texts)];
    return {
        problems: [...unique(versions.flatMap(levelProblem)), ...found.problems],
        doubts: found.doubts,
        hints: unique(versions.flatMap(formatHint)),
        permissions: (0,log_groups.logPermissions)(place, groups, account),
        sources: sourcesOf(versions).length,
        requestBytes: BYTES_OF_INVOCATION,
    };
}
/** Those of both sides, the canary's first. */
async function readVersions({ functions }, releases) {
    const sides = ['canary', 'stable'].flatMap((side) => releases.map((release) => ({ side, release })));
    const read = await (0,concurrency/* mapAll */.gJ)(sides, async ({ side, release: { name, from, version } }) => {
        const qualifier = side === 'canary' ? version : from;
        const found = await functions.read(name, qualifier);
        if (!found?.logging)
            return [];
        const { arn, logging } = found;
        const own = (0,version_logs/* ownGroup */.E)(name);
        const { group = own } = logging;
        const where = { group, account: (0,arns/* accountOf */.XP)(arn), chosenGroup: group !== own, logging };
        return [{ side, functionName: name, version: qualifier ?? '', ...where }];
    });
    return read.flat();
}
/** Lambda developer guide, "Log-level filtering": without their lines, successes cannot be counted. */
function levelProblem({ functionName, logging }) {
    if (visibilityOf(logging).successes)
        return [];
    return [
        `the function "${functionName}" writes no line for an invocation that succeeds (its system log level is ${logging.systemLevel}); set the system log level to INFO`,
    ];
}
function formatHint({ functionName, logging }) {
    if (visibilityOf(logging).failures)
        return [];
    return [
        `the log of the function "${functionName}" does not show all of its failures, so only those that it shows count; with the log format JSON it shows them all`,
    ];
}
/** Today's streams and yesterday's, whose environments may still run. The new version is read first. */
function sourcesOf(versions) {
    return DAYS.flatMap((day, daysAgo) => versions.map((version) => ({
        name: `${version.side} ${version.functionName} ${day}`,
        side: version.side,
        failuresOnly: false,
        group: version.group,
        streamPrefix: (at) => (0,assert/* must */.s)((0,lambda_streams/* streamPrefixes */.fN)(version, at)[daysAgo], 'there is a prefix for each day'),
    })));
}
const DAYS = ['today', 'yesterday'];
function openStreams(versions, { record }, from) {
    const sources = sourcesOf(versions);
    const tally = (0,logs_tally/* createTally */.X)({
        ...{ sources, from },
        longestMs: record.longestAnswerSeconds * 1000,
        interpreter: (0,interpreters/* lambdaInterpreter */._)(versionsIn(versions)),
    });
    const limits = versions.flatMap(({ logging }) => (0,abstention/* abstentionsOf */.M$)(visibilityOf(logging)));
    return { sources, tally, limits: () => limits.slice(0, 1), metrics: { alias: 'same' } };
}
/** Finds the version that a stream belongs to. There are few streams, each of which has many lines. */
function versionsIn(versions) {
    const known = new Map();
    return ({ group, stream }) => {
        const key = `${group}\n${stream}`;
        if (!known.has(key)) {
            const found = versions.find((version) => version.group === group && (0,lambda_streams/* isStreamOf */.kf)(stream, version));
            known.set(key, found && { side: found.side, functionName: found.functionName });
        }
        return known.get(key);
    };
}


/***/ })

};
