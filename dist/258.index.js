export const id = 258;
export const ids = [258];
export const modules = {

/***/ 16361:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ad: () => (/* binding */ minuteAt),
/* harmony export */   Bp: () => (/* binding */ errorsOf),
/* harmony export */   Cf: () => (/* binding */ incompleteIn),
/* harmony export */   FF: () => (/* binding */ without),
/* harmony export */   NM: () => (/* binding */ addUp),
/* harmony export */   Ql: () => (/* binding */ shownApart),
/* harmony export */   X5: () => (/* binding */ total),
/* harmony export */   q9: () => (/* binding */ NO_EVENTS),
/* harmony export */   wT: () => (/* binding */ shownTogether),
/* harmony export */   xo: () => (/* binding */ isHalfShown)
/* harmony export */ });
/* harmony import */ var _base_assert_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(50648);
// The counts by measure, side and time: the one table that the judge, the steps and the report read.

const NO_EVENTS = { requests: new Map(), events: new Map() };
/** The row of the errors of all traffic. Throws an `ImpossibleError` when there is none. */
function errorsOf({ rows }) {
    const isErrors = ({ measure: { kind, scope } }) => kind === 'errors' && scope.kind === 'all';
    return (0,_base_assert_js__WEBPACK_IMPORTED_MODULE_0__/* .must */ .s)(rows.find(isErrors), 'the errors are always counted');
}
/**
 * The total of a window, such as a step. A bucket belongs to the window that contains its last second, because
 * counts have no finer resolution. Incomplete buckets are left out.
 *
 * @returns `null`: unknown, because only incomplete buckets have counts
 */
function total({ requests, events, incomplete = new Set() }, { from, to = Number.POSITIVE_INFINITY }, bucketSeconds) {
    const isWithin = (start) => {
        const last = start + bucketSeconds - 1;
        return last >= from && last < to;
    };
    const within = (values) => {
        let sum = 0;
        for (const [start, value] of values) {
            if (isWithin(start) && !incomplete.has(start))
                sum += value;
        }
        return sum;
    };
    const counts = { requests: within(requests), events: within(events) };
    return counts.requests === 0 && [...incomplete].some(isWithin) ? null : counts;
}
/** The counts of one minute. Without an entry, it had no requests. Events never exceed requests. */
function minuteAt({ requests, events }, start, bucketSeconds) {
    let all = 0;
    let bad = 0;
    for (let at = start; at < start + 60; at += bucketSeconds) {
        all += requests.get(at) ?? 0;
        bad += events.get(at) ?? 0;
    }
    return { requests: all, events: Math.min(all, bad) };
}
/** Whether part of a minute is missing. */
function isHalfShown({ incomplete }, start, bucketSeconds) {
    if (incomplete === undefined)
        return false;
    for (let at = start; at < start + 60; at += bucketSeconds)
        if (incomplete.has(at))
            return true;
    return false;
}
/**
 * A series for which AWS publishes requests and events together, with 0 for no events (API Gateway,
 * "dimensions and metrics": the average of 5XXError is the error rate, with Count as its denominator; Lambda,
 * "types of metrics": the outcome of each invocation is sent as 0 or 1). So a minute with only one of the two
 * is incomplete, and a missing value is not 0.
 */
function shownTogether(requests, events) {
    const buckets = [...requests.keys(), ...events.keys()];
    const half = buckets.filter((start) => !(requests.has(start) && events.has(start)));
    return half.length === 0 ? { requests, events } : { requests, events, incomplete: new Set(half) };
}
/**
 * A series of a metric that may be published only when an event happens: no value means 0 events. But events
 * without any requests are incomplete, because their total is missing.
 */
function shownApart(requests, events) {
    const half = [...events].filter(([start, count]) => count > 0 && !requests.has(start));
    return half.length === 0
        ? { requests, events }
        : { requests, events, incomplete: new Set(half.map(([start]) => start)) };
}
/** The buckets that any of the series shows only in part. */
function incompleteIn(...series) {
    const half = series.flatMap(({ incomplete = [] }) => [...incomplete]);
    return half.length === 0 ? {} : { incomplete: new Set(half) };
}
/** The sum of several series. */
function addUp(series) {
    return {
        requests: addMaps(series.map((s) => s.requests)),
        events: addMaps(series.map((s) => s.events)),
        ...incompleteIn(...series),
    };
}
function addMaps(all) {
    const sum = new Map();
    for (const values of all) {
        for (const [start, value] of values)
            sum.set(start, (sum.get(start) ?? 0) + value);
    }
    return sum;
}
/** One series minus another, bucket by bucket; never below 0. */
function without(from, what) {
    return {
        requests: minus(from.requests, what.requests),
        events: minus(from.events, what.events),
        ...incompleteIn(from, what),
    };
}
function minus(from, what) {
    return new Map([...from].map(([start, value]) => [start, Math.max(0, value - (what.get(start) ?? 0))]));
}


/***/ }),

/***/ 12177:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   w: () => (/* binding */ readMinutes)
/* harmony export */ });
/* harmony import */ var _aws_sdk_client_cloudwatch__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(44085);
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76031);
/* harmony import */ var _base_listed_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(639);
/* harmony import */ var _call_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(13280);
/* harmony import */ var _pages_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(53242);
// Reads per-minute counts from CloudWatch.





/** GetMetricData takes at most 500 queries a call. */
const QUERIES_PER_CALL = 500;
/** How often an incomplete series is requested, and the seconds between attempts. */
const ATTEMPTS = 3;
const PAUSE_SECONDS = 1;
/**
 * Reads several series minute by minute, in the given order. Throws if any series is incomplete: it would look
 * like one with fewer requests or no errors.
 *
 * @param from start of the first minute, seconds since the epoch
 * @param to end of the last minute, exclusive
 */
async function readMinutes(client, series, from, to) {
    const whole = new Map();
    let open = series;
    for (let attempt = 1; open.length > 0; attempt++) {
        const asked = await readOnce(client, open, from, to);
        const lost = [];
        asked.forEach((reading, i) => {
            const one = open[i];
            if (!one)
                return;
            if (reading.kind === 'whole')
                whole.set(one, reading.values);
            else
                lost.push({ series: one, ...reading });
        });
        const last = attempt === ATTEMPTS || lost.some(({ final }) => final);
        if (lost.length > 0 && last)
            throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .KnownError */ .E(inWords(lost));
        open = lost.map((one) => one.series);
        if (open.length > 0)
            await pause(PAUSE_SECONDS);
    }
    return series.map((one) => whole.get(one) ?? new Map());
}
async function readOnce(client, series, from, to) {
    const readings = [];
    for (let start = 0; start < series.length; start += QUERIES_PER_CALL) {
        const part = series.slice(start, start + QUERIES_PER_CALL);
        const answers = part.map(() => []);
        const about = [];
        await readPages(client, part.map(query), from, to, (page) => {
            about.push(...(page.Messages ?? []));
            for (const result of page.MetricDataResults ?? []) {
                const id = (0,_call_js__WEBPACK_IMPORTED_MODULE_1__/* .required */ .mw)(result.Id, 'reading metrics', 'MetricDataResults.Id');
                answers[Number(id.slice(1))]?.push(result);
            }
        });
        readings.push(...answers.map((results) => readingOf(results, about)));
    }
    return readings;
}
/**
 * Combines one series from all of its pages. `PartialData` continues on the next page, so the last status counts.
 * Any other status but `Complete` makes the series unusable (AWS, MetricDataResult, StatusCode). So does a message:
 * CloudWatch sends one only if the values are not exactly those requested.
 *
 * @param about messages about the operation as a whole
 */
function readingOf(results, about) {
    const codes = results.map(({ StatusCode }) => StatusCode);
    const spoilt = codes.findIndex((code, i) => !isGood(code, i === codes.length - 1));
    const messages = [...about, ...results.flatMap(({ Messages = [] }) => Messages)];
    if (codes.length > 0 && spoilt < 0 && messages.length === 0) {
        return { kind: 'whole', values: valuesOf(results) };
    }
    const status = spoilt < 0 ? [] : [codes[spoilt] ?? 'no StatusCode'];
    const words = codes.length === 0 ? ['no result'] : status;
    const texts = new Set(messages.map(({ Code = '', Value }) => Value || Code));
    return {
        kind: 'lost',
        message: [...words, ...texts].join(': '),
        final: status[0] === 'Forbidden' || (codes.length > 0 && spoilt < 0),
    };
}
function isGood(code, last) {
    return code === 'Complete' || (code === 'PartialData' && !last);
}
function valuesOf(results) {
    const values = new Map();
    for (const { Timestamps = [], Values = [] } of results) {
        Timestamps.forEach((time, i) => {
            const value = Values[i];
            if (value !== undefined)
                values.set(time.getTime() / 1000, value);
        });
    }
    return values;
}
/** `CloudWatch did not give all of 5XXError (InternalError: Try again)`. */
function inWords(lost) {
    const each = new Set(lost.map(({ series, message }) => `${series.metric} (${message})`));
    return `reading metrics: CloudWatch did not return all of ${(0,_base_listed_js__WEBPACK_IMPORTED_MODULE_3__/* .listed */ .KE)([...each])}`;
}
async function readPages(client, queries, from, to, take) {
    const turn = (0,_pages_js__WEBPACK_IMPORTED_MODULE_2__/* .turnPages */ .KL)('reading metrics');
    let next;
    do {
        const page = await (0,_call_js__WEBPACK_IMPORTED_MODULE_1__/* .call */ .T1)({
            doing: 'reading metrics',
            permission: { action: 'cloudwatch:GetMetricData', resource: '*' },
        }, () => client.send(new _aws_sdk_client_cloudwatch__WEBPACK_IMPORTED_MODULE_4__/* .GetMetricDataCommand */ .Soe({
            MetricDataQueries: queries,
            StartTime: new Date(from * 1000),
            EndTime: new Date(to * 1000),
            ScanBy: 'TimestampAscending',
            ...(next && { NextToken: next }),
        })));
        take(page);
        next = turn(page.NextToken);
    } while (next);
}
function query(series, index) {
    const Dimensions = Object.entries(series.dimensions).map(([Name, Value]) => ({ Name, Value }));
    return {
        Id: `m${index}`,
        ReturnData: true,
        MetricStat: {
            Metric: { Namespace: series.namespace, MetricName: series.metric, Dimensions },
            Period: series.period ?? 60,
            Stat: series.statistic,
        },
    };
}
function pause(seconds) {
    return new Promise((resolve) => {
        setTimeout(resolve, seconds * 1000);
    });
}


/***/ }),

/***/ 4726:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ attempt),
/* harmony export */   I: () => (/* binding */ noProblems)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76031);
// What preflight finds. Problems stop the rollout; notes are only reported.

function noProblems() {
    return { problems: [], notes: [] };
}
/** Runs a read. A failure becomes a problem like any other, so the remaining checks still run. */
async function attempt(findings, read) {
    try {
        return await read();
    }
    catch (error) {
        findings.problems.push((0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .known */ .eO)(error).message);
        return undefined;
    }
}


/***/ }),

/***/ 22475:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   eG: () => (/* binding */ whenAborted),
/* harmony export */   tB: () => (/* binding */ now),
/* harmony export */   wj: () => (/* binding */ withTimeout),
/* harmony export */   yy: () => (/* binding */ sleep)
/* harmony export */ });
// The clock, and waits that a signal can end.
/** Seconds since the epoch. */
function now() {
    return Date.now() / 1000;
}
/** Waits for so many seconds, or until the signal is aborted. */
function sleep(seconds, signal) {
    return new Promise((resolve) => {
        if (signal?.aborted)
            return resolve();
        const done = () => {
            clearTimeout(timer);
            signal?.removeEventListener('abort', done);
            resolve();
        };
        const timer = setTimeout(done, Math.max(0, seconds) * 1000);
        signal?.addEventListener('abort', done);
    });
}
/**
 * Waits for the work, but no longer than the time limit; resolves to `undefined` on a timeout. Leaves no timer
 * behind. Rejects when the work rejects.
 */
async function withTimeout(seconds, work) {
    const done = new AbortController();
    const limit = sleep(seconds, done.signal).then(() => undefined);
    try {
        return await Promise.race([work, limit]);
    }
    finally {
        done.abort();
    }
}
/** Resolves when the signal is aborted. */
function whenAborted(signal) {
    return new Promise((resolve) => {
        if (signal.aborted)
            resolve('aborted');
        else
            signal.addEventListener('abort', () => resolve('aborted'), { once: true });
    });
}


/***/ }),

/***/ 83646:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   fA: () => (/* binding */ readDailyTraffic),
/* harmony export */   mQ: () => (/* binding */ countsOf),
/* harmony export */   yJ: () => (/* binding */ readMetricBaseline)
/* harmony export */ });
/* harmony import */ var _analysis_count_table_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(16361);
/* harmony import */ var _analysis_counts_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(16103);
/* harmony import */ var _aws_metric_data_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(12177);
/* harmony import */ var _rollout_traffic_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(66211);
/* harmony import */ var _metric_counts_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(15986);
// The traffic before the rollout.





const HOUR = 3600;
/** Stable's counts of the user's own metrics, per minute of the same hour, in the given order. */
async function readMetricBaseline(client, metrics, startedAt) {
    const to = (0,_rollout_traffic_js__WEBPACK_IMPORTED_MODULE_3__/* .startOfMinute */ .ci)(startedAt);
    const stable = metrics.map((metric) => (0,_metric_counts_js__WEBPACK_IMPORTED_MODULE_4__/* .metricSeries */ .Q3)(metric, metric.stable));
    const pairs = await (0,_metric_counts_js__WEBPACK_IMPORTED_MODULE_4__/* .readPairs */ .SX)(client, { from: to - HOUR, to }, stable);
    return pairs.map(({ requests, events }) => countsOf((0,_analysis_count_table_js__WEBPACK_IMPORTED_MODULE_0__/* .shownApart */ .Ql)(requests, events)));
}
const DAY = 24 * HOUR;
/**
 * Requests per minute and error rate over the last day.
 *
 * @param pairs requests, and errors among them, of every part of the traffic
 * @returns `undefined` if there are no counts for that time
 */
async function readDailyTraffic(client, pairs, now) {
    const to = (0,_rollout_traffic_js__WEBPACK_IMPORTED_MODULE_3__/* .startOfMinute */ .ci)(now);
    const series = pairs.flat().map((s) => ({ ...s, period: HOUR }));
    const values = await (0,_aws_metric_data_js__WEBPACK_IMPORTED_MODULE_2__/* .readMinutes */ .w)(client, series, to - DAY, to);
    const requests = values.filter((_, i) => i % 2 === 0);
    const errors = values.filter((_, i) => i % 2 === 1);
    const total = requests.reduce((sum, v) => sum + addUp(v), 0);
    if (total === 0)
        return undefined;
    const counts = requests.flatMap((r, i) => countsOf((0,_analysis_count_table_js__WEBPACK_IMPORTED_MODULE_0__/* .shownTogether */ .wT)(r, errors[i] ?? new Map())));
    const judged = (0,_analysis_counts_js__WEBPACK_IMPORTED_MODULE_1__/* .sum */ .cz)(counts);
    // A service younger than a day is judged by the hours in which it had traffic.
    const hours = Math.max(...requests.map((v) => v.size));
    return {
        requestsPerMinute: total / (hours * 60),
        errorRate: judged.requests === 0 ? 0 : judged.events / judged.requests,
    };
}
function addUp(values) {
    let total = 0;
    for (const value of values.values())
        total += value;
    return total;
}
/**
 * Converts requests and events of a series into counts per minute. Minutes without requests, and incomplete ones,
 * are absent.
 */
function countsOf({ requests, events, incomplete }) {
    return [...requests]
        .filter(([minute, count]) => count > 0 && !incomplete?.has(minute))
        .sort(([a], [b]) => a - b)
        .map(([minute, count]) => ({
        requests: count,
        events: Math.min(count, events.get(minute) ?? 0),
    }));
}


/***/ }),

/***/ 15986:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q3: () => (/* binding */ metricSeries),
/* harmony export */   SX: () => (/* binding */ readPairs),
/* harmony export */   Uw: () => (/* binding */ readMetrics)
/* harmony export */ });
/* harmony import */ var _analysis_count_table_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(16361);
/* harmony import */ var _aws_metric_data_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(12177);
// The user's own metrics, read from CloudWatch.


/** The user's own metrics, in the given order. */
async function readMetrics(client, metrics, span) {
    const pairs = await readPairs(client, span, metrics.flatMap((m) => [metricSeries(m, m.canary), metricSeries(m, m.stable)]));
    const arms = pairs.map((p) => (0,_analysis_count_table_js__WEBPACK_IMPORTED_MODULE_0__/* .shownApart */ .Ql)(p.requests, p.events));
    return metrics.map((_, i) => ({
        canary: arms[2 * i] ?? (0,_analysis_count_table_js__WEBPACK_IMPORTED_MODULE_0__/* .addUp */ .NM)([]),
        stable: arms[2 * i + 1] ?? (0,_analysis_count_table_js__WEBPACK_IMPORTED_MODULE_0__/* .addUp */ .NM)([]),
    }));
}
/** Each pair is one series: requests, and the events among them, as AWS returns them. */
async function readPairs(client, { from, to }, pairs) {
    if (pairs.length === 0)
        return [];
    const values = await (0,_aws_metric_data_js__WEBPACK_IMPORTED_MODULE_1__/* .readMinutes */ .w)(client, pairs.flat(), from, to);
    return pairs.map((_, i) => ({
        requests: values[2 * i] ?? new Map(),
        events: values[2 * i + 1] ?? new Map(),
    }));
}
function metricSeries({ namespace, total, events }, dimensions) {
    const shared = { namespace, dimensions, statistic: 'Sum' };
    return [
        { ...shared, metric: total },
        { ...shared, metric: events },
    ];
}


/***/ }),

/***/ 66211:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Sd: () => (/* binding */ totals),
/* harmony export */   TV: () => (/* binding */ judgeTraffic),
/* harmony export */   ci: () => (/* binding */ startOfMinute),
/* harmony export */   re: () => (/* binding */ unreadableTraffic),
/* harmony export */   vz: () => (/* binding */ sourceOf)
/* harmony export */ });
/* harmony import */ var _analysis_count_table_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(16361);
// Requests of both versions, from per-minute counts.

/**
 * Where the canary's requests are counted; `undefined` as long as no closed minute has any, because until then another
 * source may turn out to have them.
 */
function sourceOf(traffic) {
    if (traffic.kind === 'unreadable')
        return undefined;
    const { table, source } = traffic;
    const closed = totals((0,_analysis_count_table_js__WEBPACK_IMPORTED_MODULE_0__/* .errorsOf */ .Bp)(table).canary, { from: 0, to: table.closedUntil }, table);
    return closed && closed.requests > 0 ? source : undefined;
}
/** Requests and errors in a window; `null` if CloudWatch shows them only in part. */
function totals(series, within, { bucketSeconds }) {
    const counts = (0,_analysis_count_table_js__WEBPACK_IMPORTED_MODULE_0__/* .total */ .X5)(series, within, bucketSeconds);
    return counts && { requests: counts.requests, errors: counts.events };
}
/**
 * Judges whether the canary got enough traffic since a step began. CloudWatch publishes a minute only after
 * its end, so a step begins without data, which is inconclusive, not failing.
 *
 * @param since when the step began, in seconds since the epoch
 * @param minRequests the number of requests that is enough, at least 1
 */
function judgeTraffic(traffic, since, minRequests) {
    if (traffic.kind === 'unreadable')
        return unreadableTraffic(traffic.why);
    const { table, invoked } = traffic;
    const step = { from: since };
    const counted = totals((0,_analysis_count_table_js__WEBPACK_IMPORTED_MODULE_0__/* .errorsOf */ .Bp)(table).canary, step, table);
    const { requests, errors } = counted ?? { requests: 0, errors: 0 };
    if (requests < minRequests)
        return inconclusive({ kind: 'too-few-requests', requests, minRequests });
    if (invoked && (0,_analysis_count_table_js__WEBPACK_IMPORTED_MODULE_0__/* .total */ .X5)(invoked, step, table.bucketSeconds)?.requests === 0) {
        return inconclusive({ kind: 'no-invocations', requests, errors });
    }
    return { source: TRAFFIC, verdict: 'healthy', detail: { kind: 'requests', requests, errors } };
}
/** The evidence for counts that CloudWatch did not return. */
function unreadableTraffic(why) {
    return { ...inconclusive({ kind: 'unreadable', why }), unread: true };
}
function inconclusive(detail) {
    return { source: TRAFFIC, verdict: 'inconclusive', detail };
}
const TRAFFIC = { kind: 'traffic' };
/** The start of the minute that contains a time, both in seconds since the epoch. */
function startOfMinute(seconds) {
    return Math.floor(seconds / 60) * 60;
}


/***/ }),

/***/ 73151:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ok: () => (/* binding */ renderPlanPolicy),
/* harmony export */   cw: () => (/* binding */ allow),
/* harmony export */   j6: () => (/* binding */ only),
/* harmony export */   mT: () => (/* binding */ uncheckedActions),
/* harmony export */   zQ: () => (/* binding */ renderPolicy)
/* harmony export */ });
// The minimal IAM policies of the roles for one rollout: of the one that releases, and of one that only plans. The README's
// table of permissions lists what each call needs. The tests run complete rollouts with the policies made here.
const LOG_STATEMENTS = [
    ['Logs', 'logs:FilterLogEvents'],
    ['LogGroups', 'logs:DescribeLogGroups'],
    ['LogRole', 'apigateway:GET'],
];
/** The policy of the role that releases as JSON, ready to attach to the role. */
function renderPolicy(needs) {
    return render([
        ...needs.target('release'),
        watch(needs),
        allow('Ask', ['lambda:InvokeFunction'], [...new Set(needs.hooks)]),
        ...readLogs(needs),
        resolve(needs),
    ]);
}
/**
 * The policy of a role that only plans: of the same statements, what reads. It allows no change, and no code to be read.
 */
function renderPlanPolicy(needs) {
    return render([
        ...needs.target('plan').map((one) => ({ ...one, Action: one.Action.filter(isPlanned) })),
        watch(needs),
        allow('LookAtHooks', ['lambda:GetFunctionConfiguration'], [...new Set(needs.hooks)]),
        ...readLogs(needs),
        resolve(needs),
    ]);
}
/** The actions of the release that a plan does not need, each once: it cannot tell whether the release may do them. */
function uncheckedActions({ target, hooks }) {
    const actions = target('release')
        .flatMap(({ Action, Resource }) => (Resource.length > 0 ? Action : []))
        .filter((action) => !isPlanned(action));
    return [...new Set([...actions, ...(hooks.length > 0 ? ['lambda:InvokeFunction'] : [])])].sort();
}
/** Reads of the code: publishing waits with `GetFunction`, which gives a link to it; an upload has the others read. */
const READS_CODE = [
    'lambda:GetFunction',
    's3:GetObject',
    's3:GetObjectVersion',
    'ecr:BatchGetImage',
    'ecr:GetDownloadUrlForLayer',
];
/** Whether a plan calls it. */
function isPlanned(action) {
    return /:(GET|Get|List|Describe)/.test(action) && !READS_CODE.includes(action);
}
function watch({ watchesAlarms }) {
    return allow('Watch', [...only(watchesAlarms, 'cloudwatch:DescribeAlarms'), 'cloudwatch:GetMetricData'], ['*']);
}
function readLogs({ logs }) {
    return LOG_STATEMENTS.map(([sid, action]) => allow(sid, [action], logs.filter((each) => each.action === action).map(({ resource }) => resource)));
}
function resolve({ stacks }) {
    const actions = ['cloudformation:DescribeStacks', 'cloudformation:ListStackResources'];
    return allow('Resolve', actions, stacks);
}
function render(statements) {
    const Statement = statements.filter(({ Action, Resource }) => Action.length > 0 && Resource.length > 0);
    return JSON.stringify({ Version: '2012-10-17', Statement }, null, 2);
}
function allow(Sid, Action, Resource) {
    return { Sid, Effect: 'Allow', Action, Resource };
}
/** These, if they are wanted. */
function only(wanted, ...these) {
    return wanted ? these : [];
}


/***/ }),

/***/ 90428:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ sealOf)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
// A digest of a record. It is stored in the description of the deployment created for the rollout, which only
// those with release permissions can write. Tags that do not match it were changed.

/**
 * 24 hexadecimal digits over everything that is fixed for the whole rollout. Not included: the owner, which changes
 * when a run takes over, and the provisioned concurrency, which is known only after the seal is needed.
 */
function sealOf({ id: _, target, ...rest }) {
    const found = ['warmed', 'kept'];
    const fixed = Object.entries(target).filter(([name]) => !found.includes(name));
    const text = JSON.stringify(inOrder({ ...rest, target: Object.fromEntries(fixed) }));
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(text).digest('hex').slice(0, 24);
}
/** Gives equal text for equal members, in whatever order they were written. */
function inOrder(value) {
    if (Array.isArray(value))
        return value.map(inOrder);
    if (typeof value !== 'object' || value === null)
        return value;
    return Object.entries(value)
        .filter(([, member]) => member !== undefined)
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([name, member]) => [name, inOrder(member)]);
}


/***/ })

};
