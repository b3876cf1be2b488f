export const id = 2421;
export const ids = [2421,7454,8733];
export const modules = {

/***/ 3671:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ clientErrorsMeasure)
/* harmony export */ });
/* harmony import */ var _counts_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(16103);
/* harmony import */ var _dispersion_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(59237);
/* harmony import */ var _errors_measure_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(83273);
/* harmony import */ var _harm_thresholds_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(18654);
/* harmony import */ var _measure_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(80203);
/* harmony import */ var _profile_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(60530);
/* harmony import */ var _series_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(15242);
// Requests that API Gateway answers with a 4XX status: rejected, not found, or not understood.







/**
 * The smallest change worth a rollback, as a ratio of odds: 3% → 4.4%, 40% → 50%, 70% → 78%. A ratio of rates would
 * let a service with many client errors reject a fifth more of all requests. More is asked for than of failures,
 * because clients cause most of these, and a version may change a few of them on purpose.
 */
const MATERIAL_ODDS = 1.5;
/** At full weight, a smaller increase is no harm: twice that of failures, so that it is ruled out no later than they. */
const LEAST_HARM = 0.01;
function clientErrorsMeasure(scope = _measure_js__WEBPACK_IMPORTED_MODULE_4__/* .ALL */ .y2) {
    return {
        id: (0,_measure_js__WEBPACK_IMPORTED_MODULE_4__/* .measureId */ .s_)('client errors', scope),
        kind: kindOf(scope),
        scope,
        budget: { parts: 1, shared: true },
        ask: (counted, { falseRollbackRate, dispersion, nextWeight, sound }) => {
            const { series, worse, missing } = (0,_series_js__WEBPACK_IMPORTED_MODULE_6__/* .rarer */ .L)(counted);
            const { before, minutes } = series;
            const profile = sound && worse === 'more' ? (0,_errors_measure_js__WEBPACK_IMPORTED_MODULE_2__/* .profileFor */ .P5)(minutes[0]) : _profile_js__WEBPACK_IMPORTED_MODULE_5__/* .DEFAULT_PROFILE */ .KG;
            return {
                series,
                question: {
                    source: { kind: 'client-errors', ...(missing && { missing }), ...(0,_measure_js__WEBPACK_IMPORTED_MODULE_4__/* .partOf */ .BU)(scope) },
                    worse,
                    falseRollbackRate,
                    standard: (0,_harm_thresholds_js__WEBPACK_IMPORTED_MODULE_3__/* .harmThresholdFor */ .BC)(nextWeight),
                    profile: { ...profile, dispersion: (0,_dispersion_js__WEBPACK_IMPORTED_MODULE_1__/* .dispersionFor */ .iR)(before, dispersion) },
                    materialRatio: materialRatio(before, worse),
                    harm: worse === 'more'
                        ? (0,_harm_thresholds_js__WEBPACK_IMPORTED_MODULE_3__/* .metricHarm */ .T_)(before, nextWeight, LEAST_HARM)
                        : (0,_harm_thresholds_js__WEBPACK_IMPORTED_MODULE_3__/* .lossHarm */ .WS)(before, nextWeight),
                    tellsOpposite: true,
                },
            };
        },
    };
}
function kindOf(scope) {
    return scope.kind === 'route' ? 'route-client-errors' : 'client-errors';
}
/** The ratio of the rates at which the odds differ by `MATERIAL_ODDS`, at the usual rate of the compared events. */
function materialRatio(before, worse) {
    const usual = Math.min(0.5, (0,_counts_js__WEBPACK_IMPORTED_MODULE_0__/* .rate */ .TS)((0,_counts_js__WEBPACK_IMPORTED_MODULE_0__/* .sum */ .cz)(before)) || 0);
    return worse === 'more'
        ? MATERIAL_ODDS / (1 + usual * (MATERIAL_ODDS - 1))
        : MATERIAL_ODDS - usual * (MATERIAL_ODDS - 1);
}


/***/ }),

/***/ 37454:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  bindLogEvents: () => (/* binding */ bindLogEvents),
  TA: () => (/* binding */ groupArn),
  Vh: () => (/* binding */ groupIn),
  Ms: () => (/* binding */ whyUnread)
});

// EXTERNAL MODULE: ./build/base/errors.js + 1 modules
var errors = __webpack_require__(76031);
// EXTERNAL MODULE: ./build/aws/arns.js
var arns = __webpack_require__(828);
// EXTERNAL MODULE: ./build/aws/aws-errors.js + 1 modules
var aws_errors = __webpack_require__(51437);
// EXTERNAL MODULE: ./build/aws/call.js
var call = __webpack_require__(13280);
// EXTERNAL MODULE: ./node_modules/@aws-sdk/core/dist-cjs/submodules/protocols/index.js
var protocols = __webpack_require__(37288);
// EXTERNAL MODULE: ./build/aws/small-client.js
var small_client = __webpack_require__(68633);
;// CONCATENATED MODULE: ./build/aws/logs-client.js
// The client of CloudWatch Logs, for the two calls that are needed. It is the client of CloudWatch with another name,
// protocol and address, because the package of CloudWatch Logs has the schemas of all of its operations and would add a
// tenth to the bundle (decision 33).



const NAMESPACE = 'com.amazonaws.cloudwatchlogs';
const TARGET = 'Logs_20140328';
const { shape, list } = (0,small_client/* schemasOf */.WP)(NAMESPACE);
const FILTERED_EVENT = shape('FilteredLogEvent', {
    ...{ logStreamName: 0, timestamp: 1, message: 0, ingestionTime: 1, eventId: 0 },
});
const LOG_GROUP = shape('LogGroup', {
    ...{ logGroupName: 0, arn: 0, retentionInDays: 1, logGroupClass: 0 },
});
const operation = (0,small_client/* operationsOf */.CF)(NAMESPACE, TARGET, 'CloudWatchLogsClient');
const FilterLogEventsCommand = operation('FilterLogEvents', shape('FilterLogEventsRequest', {
    ...{ logGroupName: 0, logStreamNamePrefix: 0, startTime: 1, endTime: 1, filterPattern: 0 },
    nextToken: 0,
}), shape('FilterLogEventsResponse', {
    events: () => list('FilteredLogEvents', FILTERED_EVENT),
    nextToken: 0,
}));
const DescribeLogGroupsCommand = operation('DescribeLogGroups', shape('DescribeLogGroupsRequest', { logGroupNamePrefix: 0, nextToken: 0 }), shape('DescribeLogGroupsResponse', {
    logGroups: () => list('LogGroups', LOG_GROUP),
    nextToken: 0,
}));
const CLOUDWATCH_LOGS = {
    create: createLogsClient,
    // Both calls read, by POST.
    isRead: () => true,
};
/**
 * Its address is that of CloudWatch with another name. In 12 Regions of all partitions, with and without FIPS and dual
 * stack, the rules of `@aws-sdk/client-cloudwatch-logs` differ only for GovCloud with both.
 */
function createLogsClient(settings) {
    const client = (0,small_client/* clientAt */.df)('logs', {
        ...settings,
        ...{ serviceId: 'CloudWatch Logs', signingName: 'logs', protocol: protocols.AwsJson1_1Protocol },
        protocolSettings: { defaultNamespace: NAMESPACE, serviceTarget: TARGET, version: '2014-03-28' },
    });
    client.middlewareStack.add((next) => async (args) => {
        try {
            return await next(args);
        }
        catch (error) {
            if ((0,errors/* errorName */.Is)(error) !== 'ThrottlingException')
                throw error;
            throw new OverQuotaError(error);
        }
    }, { step: 'finalizeRequest', name: 'canaryActionOverQuota', priority: 'low' });
    return client;
}
/**
 * The quota of FilterLogEvents belongs to the account, and others read as well. So a throttled call is not repeated
 * at once, neither by the SDK nor by `call`, which go by the name of the error.
 */
class OverQuotaError extends Error {
    name = 'OverQuota';
    $metadata;
    constructor(cause) {
        super((0,errors/* messageOf */.bD)(cause), { cause });
        const requestId = cause?.$metadata?.requestId;
        this.$metadata = requestId === undefined ? {} : { requestId };
    }
}

// EXTERNAL MODULE: ./build/aws/pages.js
var pages = __webpack_require__(53242);
;// CONCATENATED MODULE: ./build/aws/log-events.js
// Reads log groups, and the events in them, page by page.






function bindLogEvents({ place, open }) {
    const client = open(CLOUDWATCH_LOGS);
    return {
        async *pages(query) {
            const words = {
                doing: `reading the log group "${query.group}"`,
                permission: { action: 'logs:FilterLogEvents', resource: eventsArn(place, query.group) },
            };
            const turn = (0,pages/* turnPages */.KL)(words.doing);
            let token;
            do {
                const input = { ...inputOf(query), ...(token !== undefined && { nextToken: token }) };
                const page = await (0,call/* call */.T1)(words, () => client.send(new FilterLogEventsCommand(input)));
                const events = eventsIn(page, query.group, words.doing);
                token = turn(page.nextToken);
                yield { events, isLast: token === undefined };
            } while (token !== undefined);
        },
        readGroup: async (name) => {
            const words = {
                doing: `reading the settings of the log group "${name}"`,
                permission: { action: 'logs:DescribeLogGroups', resource: groupArn(place, '*') },
            };
            const turn = (0,pages/* turnPages */.KL)(words.doing);
            let token;
            do {
                const input = {
                    logGroupNamePrefix: name,
                    ...(token !== undefined && { nextToken: token }),
                };
                const page = await (0,call/* call */.T1)(words, () => client.send(new DescribeLogGroupsCommand(input)));
                const found = page.logGroups?.find(({ logGroupName }) => logGroupName === name);
                if (found) {
                    const { retentionInDays: retentionDays, logGroupClass: logClass = 'STANDARD' } = found;
                    return { name, account: (0,arns/* accountOf */.XP)(found.arn ?? ''), retentionDays, logClass };
                }
                token = turn(page.nextToken);
            } while (token !== undefined);
            return undefined;
        },
    };
}
function inputOf({ group, streamPrefix, from, to, pattern }) {
    return {
        logGroupName: group,
        ...(streamPrefix !== undefined && { logStreamNamePrefix: streamPrefix }),
        startTime: from,
        // Inclusive, unlike that of GetLogEvents.
        endTime: to - 1,
        ...(pattern !== undefined && { filterPattern: pattern }),
    };
}
function eventsIn({ events = [] }, group, doing) {
    return events.map(({ eventId, logStreamName, timestamp, ingestionTime, message }) => {
        const at = (0,call/* required */.mw)(timestamp, doing, 'events.timestamp');
        return {
            id: eventId ?? '',
            group,
            stream: logStreamName ?? '',
            at,
            ingestedAt: ingestionTime ?? at,
            message: message ?? '',
        };
    });
}
/** Of a group; a policy for its events has `:*` at its end. */
function groupArn({ partition, region }, name, account = '*') {
    return `arn:${partition}:logs:${region}:${account}:log-group:${name}`;
}
function eventsArn(place, name) {
    return `${groupArn(place, name)}:*`;
}
/** The group in the destination of a stage's access log, which may end with `:*`; `undefined`: it is not a group. */
function groupIn(destinationArn) {
    const [, region, account, name] = LOG_GROUP_ARN.exec(destinationArn) ?? [];
    return region === undefined || account === undefined || name === undefined
        ? undefined
        : { region, account, name };
}
const LOG_GROUP_ARN = /^arn:[\w-]{1,20}:logs:([\w-]{1,30}):(\d{0,12}):log-group:([^:*]{1,512})(?::\*)?$/;
/** @param error of a call above */
function whyUnread(error) {
    const root = (0,errors/* rootOf */.I5)(error);
    if ((0,errors/* errorName */.Is)(root) === 'OverQuota')
        return 'throttled';
    if ((0,aws_errors/* isNotFound */.c4)(root))
        return 'missing';
    if ((0,aws_errors/* isDenied */.GZ)(root))
        return 'denied';
    // The name is not among the documented errors of the operation (aws/karpenter-provider-aws#9567).
    const isClass = (0,errors/* errorName */.Is)(root) === 'InvalidOperationException' ||
        /not supported for this log class/.test((0,errors/* messageOf */.bD)(root));
    return isClass ? 'class' : 'other';
}


/***/ }),

/***/ 78733:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ quotaOf),
/* harmony export */   callsPerSecond: () => (/* binding */ callsPerSecond)
/* harmony export */ });
// How often logs may be read.
/** Regions in which AWS allows fewer calls. */
const SMALL_QUOTA = [
    ...['ap-northeast-3', 'ap-southeast-3', 'ca-west-1', 'eu-central-1', 'il-central-1'],
];
/**
 * FilterLogEvents a second, for an account and Region (CloudWatch Logs user guide, "CloudWatch Logs quotas"). It cannot
 * be raised.
 */
function quotaOf(region) {
    if (region === 'us-east-1')
        return 25;
    return SMALL_QUOTA.includes(region) ? 5 : 10;
}
/** Calls a second that this job makes at most: others in the account read as well. */
function callsPerSecond(region) {
    return quotaOf(region) < 10 ? 1 : 2;
}


/***/ }),

/***/ 68633:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CF: () => (/* binding */ operationsOf),
/* harmony export */   WP: () => (/* binding */ schemasOf),
/* harmony export */   df: () => (/* binding */ clientAt)
/* harmony export */ });
/* harmony import */ var _aws_sdk_client_cloudwatch__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(44085);
/* harmony import */ var _smithy_core_client__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92658);
/* harmony import */ var _smithy_core_endpoints__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(62085);
// What the clients of a few calls have in common (decision 33): each is the client of CloudWatch, with the schemas,
// protocol and address of another service.



/**
 * Schemas as the SDK generates them: a kind, a namespace, a name, traits, and for a structure its members and their
 * types (0: text, 1: number).
 */
function schemasOf(namespace) {
    return {
        shape: (name, members) => [
            ...[3, namespace, name, 0],
            Object.keys(members),
            Object.values(members),
        ],
        list: (name, member) => [
            ...[1, namespace, name, 0],
            () => member,
        ],
    };
}
/** Makes the commands of a service. */
function operationsOf(namespace, service, client) {
    const command = (0,_smithy_core_client__WEBPACK_IMPORTED_MODULE_0__.makeBuilder)({
        UseFIPS: { type: 'builtInParams', name: 'useFipsEndpoint' },
        Endpoint: { type: 'builtInParams', name: 'endpoint' },
        Region: { type: 'builtInParams', name: 'region' },
        UseDualStack: { type: 'builtInParams', name: 'useDualstackEndpoint' },
    }, service, client, _smithy_core_endpoints__WEBPACK_IMPORTED_MODULE_1__.getEndpointPlugin);
    return (name, input, output) => command({}, () => [], name, [9, namespace, name, 0, () => input, () => output]);
}
/** A client whose address is that of CloudWatch with another first name, unless an address is given. */
function clientAt(host, settings) {
    const client = new _aws_sdk_client_cloudwatch__WEBPACK_IMPORTED_MODULE_2__/* .CloudWatchClient */ .WBn(settings);
    const endpointOf = client.config.endpointProvider;
    client.config.endpointProvider = (parameters, context) => {
        const endpoint = endpointOf(parameters, context);
        return parameters.Endpoint ? endpoint : { ...endpoint, url: renamed(endpoint.url, host) };
    };
    return client;
}
function renamed({ protocol, host, pathname }, name) {
    return new URL(`${protocol}//${host.replace(/^monitoring(?=[.-])/, name)}${pathname}`);
}


/***/ }),

/***/ 13692:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ CALLS_OF_A_RUN),
/* harmony export */   i: () => (/* binding */ readCost)
/* harmony export */ });
// What reading logs costs: calls, which count against a quota, and the transfer out of AWS, which is billed. Reading has
// no price of its own.
/** The calls of one run at most: three hours of reading as fast as the quota of the account allows here. */
const CALLS_OF_A_RUN = 20_000;
/** A hot read every 5 seconds looks at 20 seconds, and two settling reads follow. */
const READS_OF_A_LINE = 20 / 5 + 2;
const READS_PER_HOUR = 3600 / 5 + 2 * (3600 / 30);
/** Names, times and IDs around a line in a response: measured with lines of 282 bytes. */
const BYTES_AROUND = 240;
/** FilterLogEvents returns up to 1 MB or 10,000 events. */
const PAGE_BYTES = 1_048_576;
const PAGE_EVENTS = 10_000;
/** Amazon EC2 pricing, "Data transfer OUT", first tier; CloudWatch Logs is billed like EC2. */
const DOLLARS_PER_GIGABYTE = 0.09;
function readCost({ requestsPerSecond, lineBytes, sources }) {
    const lines = requestsPerSecond * 3600 * READS_OF_A_LINE;
    const pages = Math.max((lines * lineBytes) / PAGE_BYTES, lines / PAGE_EVENTS);
    const gigabytesPerHour = (lines * (lineBytes + BYTES_AROUND)) / 1e9;
    return {
        // Each read has at least one page, and its last page is not full.
        callsPerHour: Math.ceil(sources * READS_PER_HOUR + pages),
        gigabytesPerHour,
        dollarsPerHour: gigabytesPerHour * DOLLARS_PER_GIGABYTE,
    };
}


/***/ }),

/***/ 82421:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  readLogs: () => (/* binding */ readLogs)
});

// EXTERNAL MODULE: ./build/aws/log-quota.js
var log_quota = __webpack_require__(78733);
// EXTERNAL MODULE: ./build/base/errors.js + 1 modules
var errors = __webpack_require__(76031);
// EXTERNAL MODULE: ./build/analysis/client-errors-measure.js
var client_errors_measure = __webpack_require__(3671);
// EXTERNAL MODULE: ./build/analysis/count-table.js
var count_table = __webpack_require__(16361);
// EXTERNAL MODULE: ./build/analysis/errors-measure.js
var errors_measure = __webpack_require__(83273);
;// CONCATENATED MODULE: ./build/logs/log-table.js
// The counts of logs in the form that the judge reads: the same measures as those of the metrics, by the second.



/** Logs are read only while traffic is split, so nothing is counted after the promotion. */
function logTable(counts) {
    const { bucketSeconds, closedUntil, canary, stable, clientErrors, routes, functions } = counts;
    // A single function is all of the traffic. An alias has no responses, and so no client errors.
    const parts = functions.size > 1 ? [...functions] : [];
    const isAlias = functions.size > 0;
    return {
        ...{ bucketSeconds, closedUntil },
        rows: [
            row((0,errors_measure/* errorsMeasure */.YY)(), { canary, stable }),
            ...(isAlias ? [] : [row((0,client_errors_measure/* clientErrorsMeasure */.F)(), clientErrors)]),
            ...parts.map(([name, { errors }]) => row((0,errors_measure/* invocationsMeasure */.oB)(name, errors_measure/* SUMMED_FUNCTION_PARTS */.a7), errors)),
            ...[...routes.values()].flatMap((route) => {
                const { method, resource } = route;
                return [
                    row((0,errors_measure/* routeErrorsMeasure */.b0)(method, resource), route.errors),
                    row((0,client_errors_measure/* clientErrorsMeasure */.F)({ kind: 'route', method, resource }), route.clientErrors),
                ];
            }),
        ],
    };
}
function row(measure, { canary, stable }) {
    return { measure, canary, stable, promoted: count_table/* NO_EVENTS */.q9 };
}

// EXTERNAL MODULE: ./build/logs/read-cost.js
var read_cost = __webpack_require__(13692);
// EXTERNAL MODULE: ./build/aws/log-events.js + 1 modules
var log_events = __webpack_require__(37454);
// EXTERNAL MODULE: ./build/base/assert.js
var assert = __webpack_require__(50648);
// EXTERNAL MODULE: ./build/logs/abstention.js
var abstention = __webpack_require__(66761);
;// CONCATENATED MODULE: ./build/logs/read-plan.js
// What to read next. A hot read looks at the last seconds again and again, because errors that have been logged may
// decide at once. Settling reads visit a second twice more, when what was slow or late has arrived.
/** How often the last seconds are read. */
const HOT_EVERY_MS = 5_000;
const HOT_SECONDS = 20;
const BATCH_SECONDS = 30;
/** Batches that are due together are read together, up to this. */
const LONGEST_SECONDS = 300;
/** `undefined`: nothing is due. */
function nextRead(plan) {
    return hotRead(plan) ?? settlingRead(plan);
}
/** When something is due, in milliseconds from now; at most as long as until the next hot read. */
function waitFor({ sources, lastHot, slowdown, now }) {
    const due = sources.map((source) => (lastHot.get(source) ?? 0) + HOT_EVERY_MS * slowdown);
    return Math.max(0, Math.min(...due, now + HOT_EVERY_MS) - now);
}
function hotRead(plan) {
    const { sources, coverage, now, lastHot, slowdown } = plan;
    const [source] = sources
        .filter((one) => now - (lastHot.get(one) ?? 0) >= HOT_EVERY_MS * slowdown)
        .sort((a, b) => (lastHot.get(a) ?? 0) - (lastHot.get(b) ?? 0));
    if (source === undefined)
        return undefined;
    const second = Math.floor(now / 1000);
    const again = second - Math.ceil(HOT_SECONDS / slowdown);
    // What has not been read yet comes along, after a pause as well as at the beginning.
    const [unread = second] = coverage.unreadBefore(second, [source]);
    const from = Math.max(coverage.settledUntil(), Math.min(again, unread));
    // The second that has not ended yet is looked at, too.
    return { source, purpose: 'hot', from: Math.min(from, second), to: second + 1 };
}
function settlingRead(plan) {
    for (const source of plan.sources) {
        const due = dueBatches(plan, source);
        if (due)
            return { source, purpose: 'settle', ...due };
    }
    return undefined;
}
/** The oldest batch of a source that is due, and those directly after it. */
function dueBatches(plan, source) {
    const { coverage, now } = plan;
    const start = coverage.settledUntil();
    let found;
    for (let from = start;;) {
        const to = from - (from % BATCH_SECONDS) + BATCH_SECONDS;
        const isOver = now - to * 1000 < plan.ages.first;
        if (isOver || (found && to - found.from > LONGEST_SECONDS))
            return found;
        if (isDue(plan, source, { from, to }))
            found = { from: found?.from ?? from, to };
        else if (found)
            return found;
        from = to;
    }
}
/** Whether some second of a batch has not been read since it reached an age. */
function isDue({ coverage, ages, now }, source, { from, to }) {
    const age = now - to * 1000;
    for (let second = from; second < to; second++) {
        if (coverage.isSettled(source, second))
            continue;
        const readAt = coverage.readAt(source, second) ?? Number.NEGATIVE_INFINITY;
        const readAge = readAt - (second + 1) * 1000;
        if (readAge < ages.first)
            return true;
        if (age < ages.final)
            continue;
        // A second that changed at its final read is read once more, after a while.
        if (readAge < ages.final || now - readAt >= ages.first)
            return true;
    }
    return false;
}

;// CONCATENATED MODULE: ./build/monitor/log-reader.js
// Reads log groups while traffic is split: what is due, within a budget of calls, and what to do when AWS refuses.





/** Throttled so often in a row, and logs abstain. */
const MOST_THROTTLED = 3;
const MOST_SLOWDOWN = 8;
/** A hot read with more pages is too much to be repeated every few seconds. */
const MOST_HOT_PAGES = 8;
/** When a source that could not be read is tried again, in milliseconds. */
const PAUSE_MS = {
    throttled: 60_000,
    missing: 5_000,
    other: 10_000,
    denied: 300_000,
    class: 300_000,
};
function createLogReader(options) {
    const { sources, tally, now } = options;
    const budget = createBudget(options);
    const lastHot = new Map();
    const failed = new Map();
    const pace = { slowdown: 1, throttled: 0 };
    const plan = () => {
        const open = sources.filter(({ name }) => (failed.get(name)?.until ?? 0) <= now());
        const names = open.map(({ name }) => name);
        const { slowdown } = pace;
        const { coverage } = tally;
        return { sources: names, coverage, ages: tally.ages(), now: now(), lastHot, slowdown };
    };
    /** @returns whether to go on */
    const read = async (planned) => {
        const source = (0,assert/* must */.s)(sources.find(({ name }) => name === planned.source), 'what is planned is a source');
        const startedAt = now();
        if (planned.purpose === 'hot')
            lastHot.set(source.name, startedAt);
        const { from, to } = planned;
        const open = tally.open({ source: source.name, from, to, startedAt });
        const { pages, failure } = await readPages(options, budget, queryFor(source, planned, startedAt), open);
        if (failure)
            return fail(source, failure);
        open.complete();
        return succeed(source, planned.purpose, pages);
    };
    const succeed = ({ name }, purpose, pages) => {
        failed.delete(name);
        pace.throttled = 0;
        if (purpose === 'hot')
            slowDown(pace, pages > MOST_HOT_PAGES);
        return true;
    };
    const fail = ({ name, group }, failure) => {
        if (failure === 'budget')
            return false;
        if (failure === 'too-many-lines') {
            failed.set(name, { why: { kind: failure, group }, until: now() + PAUSE_MS.other });
            return true;
        }
        const why = (0,log_events/* whyUnread */.Ms)(failure);
        if (why === 'throttled') {
            pace.throttled += 1;
            slowDown(pace, true);
            if (pace.throttled < MOST_THROTTLED)
                return false;
        }
        const until = now() + PAUSE_MS[why];
        failed.set(name, { why: abstentionFor(why, group, failure), until });
        return why !== 'throttled';
    };
    return {
        poll: async () => {
            let planned = nextRead(plan());
            while (planned && (await read(planned)))
                planned = nextRead(plan());
            const wait = waitFor(plan());
            return planned ? Math.max(wait, 1_000) : wait;
        },
        counts: tally.counts,
        abstentions: (at = now() / 1000) => [
            ...(budget.isSpent() ? [{ kind: 'budget' }] : []),
            ...[...failed.values()].map(({ why }) => why),
            ...(0,abstention/* abstentionsIn */.eD)(tally.counts(), at),
        ],
        calls: budget.calls,
    };
}
function slowDown(pace, slower) {
    const next = slower ? pace.slowdown * 2 : pace.slowdown / 2;
    pace.slowdown = Math.min(MOST_SLOWDOWN, Math.max(1, next));
}
/** Adds each page as it comes: its failures are real, even if the read does not come to its end. */
async function readPages({ client }, budget, query, open) {
    const iterator = client.pages(query)[Symbol.asyncIterator]();
    for (let pages = 1;; pages++) {
        if (!(await budget.take()))
            return { pages, failure: 'budget' };
        try {
            const { value, done } = await iterator.next();
            if (done)
                return { pages };
            if (!open.add(value.events))
                return { pages, failure: 'too-many-lines' };
            if (value.isLast)
                return { pages };
        }
        catch (error) {
            return { pages, failure: (0,errors/* known */.eO)(error) };
        }
    }
}
function queryFor(source, { from, to }, at) {
    const { group, streamPrefix, pattern } = source;
    return {
        ...{ group, from: from * 1000, to: to * 1000 },
        ...(streamPrefix && { streamPrefix: streamPrefix(at) }),
        ...(pattern !== undefined && { pattern }),
    };
}
function abstentionFor(why, group, { message }) {
    switch (why) {
        case 'throttled':
            return { kind: 'throttled' };
        case 'missing':
            return { kind: 'group-missing', group };
        case 'denied':
            return { kind: 'denied', message };
        case 'class':
            return { kind: 'log-class', group };
        case 'other':
            return { kind: 'unreadable', message };
    }
}
/** A second's worth of calls may be made at once. */
function createBudget({ callsPerSecond, mostCalls, now, sleep, }) {
    let [tokens, at, calls] = [callsPerSecond, now(), 0];
    const refill = () => {
        tokens = Math.min(callsPerSecond, tokens + ((now() - at) / 1000) * callsPerSecond);
        at = now();
    };
    return {
        take: async () => {
            if (calls >= mostCalls)
                return false;
            refill();
            while (tokens < 1) {
                await sleep(Math.ceil(((1 - tokens) / callsPerSecond) * 1000));
                refill();
            }
            tokens -= 1;
            calls += 1;
            return true;
        },
        calls: () => calls,
        isSpent: () => calls >= mostCalls,
    };
}

;// CONCATENATED MODULE: ./build/monitor/read-logs.js
// Reads the logs of a rollout from its first weight on. It is loaded when traffic is split for the first time.





/**
 * A run that takes a rollout over reads no more than this of what was before, in seconds. No retention, of which the
 * shortest is a day, ends in that time.
 */
const MOST_PAST_SECONDS = 900;
/** When logs that could not be opened are tried again, in milliseconds. */
const RETRY_MS = 60_000;
function readLogs(services) {
    let opened;
    let triedAt = Number.NEGATIVE_INFINITY;
    let polling;
    /** Nothing is read after the promotion, so nothing is late then. */
    let askedAt = 0;
    const open = async (rollout, now) => {
        if (opened || now * 1000 - triedAt < RETRY_MS)
            return opened;
        triedAt = now * 1000;
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
                polling = undefined;
            });
            return polling;
        },
        reading: () => (opened ? readingOf(opened, askedAt) : { kind: 'off' }),
    };
}
async function openReading({ target, client, region, ahead, sleep, now: clock }, rollout, now) {
    const from = Math.max(rollout.stepStartTimes[0] ?? now, Math.floor(now) - MOST_PAST_SECONDS);
    const logs = await target.open(rollout, from).catch((error) => {
        (0,errors/* known */.eO)(error);
        return undefined;
    });
    if (!logs)
        return undefined;
    const { sources, tally } = logs;
    const reader = createLogReader({
        ...{ client, sources, tally },
        callsPerSecond: (0,log_quota.callsPerSecond)(region),
        mostCalls: read_cost/* CALLS_OF_A_RUN */.I,
        now: () => (clock() - (ahead() ?? 0)) * 1000,
        sleep: (ms) => sleep(ms / 1000),
    });
    return { logs, reader, from };
}
function readingOf({ logs, reader, from }, askedAt) {
    const counts = reader.counts();
    return {
        kind: 'read',
        table: logTable(counts),
        from,
        readUntil: counts.readUntil,
        abstentions: [...logs.limits(), ...reader.abstentions(askedAt)],
        failures: counts.failures,
        quality: counts.quality,
        calls: reader.calls(),
        metrics: logs.metrics,
    };
}


/***/ })

};
