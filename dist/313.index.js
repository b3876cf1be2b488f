export const id = 313;
export const ids = [313,996];
export const modules = {

/***/ 3959:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ splitAlpha)
/* harmony export */ });
// Divides the false-rollback rate among the tests.
const GUARDRAIL_SHARE = 0.1;
/**
 * Divides the rate so that the shares of all tests add up to it (the union bound: with more tests, each is
 * stricter, and the rollout as a whole stays within the rate). For errors and latency alone, a rate of 1%
 * gives 0.6%, 0.3% and, for the guardrail, 0.1%.
 */
function splitAlpha(falseRollbackRate, measures) {
    const sharers = ({ kind, budget }) => budget.shared ? measures.filter((other) => other.kind === kind).length : 1;
    const kinds = new Map(measures.map(({ kind, budget }) => [kind, budget]));
    const count = (kind) => measures.filter((m) => m.kind === kind).length;
    const parts = [...kinds].reduce((sum, [kind, { parts, shared }]) => sum + parts * (shared ? 1 : count(kind)), 0);
    const part = (falseRollbackRate * (1 - GUARDRAIL_SHARE)) / parts;
    return {
        of: (measure) => (measure.budget.parts * part) / sharers(measure),
        guardrail: falseRollbackRate * GUARDRAIL_SHARE,
    };
}


/***/ }),

/***/ 7515:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   HF: () => (/* binding */ isPublished),
/* harmony export */   rh: () => (/* binding */ closingSeconds),
/* harmony export */   xu: () => (/* binding */ lastClosedMinute)
/* harmony export */ });
// Which minutes are closed: old enough that their counts in CloudWatch no longer grow.
/** CloudWatch's one-minute metrics arrive within about two minutes. */
const PUBLICATION_SECONDS = 120;
/** Added to the longest response time: the rest of the minute, and its publication. */
const ANSWER_SLACK_SECONDS = 90;
/**
 * How old the end of a minute must be before its counts no longer grow, in seconds.
 *
 * @param longestAnswerSeconds the timeout of the integration or function
 */
function closingSeconds(longestAnswerSeconds) {
    return Math.max(PUBLICATION_SECONDS, longestAnswerSeconds + ANSWER_SLACK_SECONDS);
}
/**
 * The last closed minute, counted from the epoch. A request counts in the minute in which it began, but is
 * published when it ends. So the successes of a slow canary arrive last: read too early, it shows only errors.
 * (AWS, "Using CloudWatch metrics with Lambda": "the timestamp reflects when the function was invoked".)
 *
 * @param nowSeconds seconds since the epoch
 * @param longestAnswerSeconds the timeout of the integration or function
 */
function lastClosedMinute(nowSeconds, longestAnswerSeconds) {
    return Math.floor((nowSeconds - closingSeconds(longestAnswerSeconds)) / 60) - 1;
}
/**
 * Whether a minute is old enough for everything that has ended to be shown. Requests that still run are not.
 *
 * @param minute counted from the epoch
 */
function isPublished(minute, nowSeconds) {
    return nowSeconds - 60 * (minute + 1) >= PUBLICATION_SECONDS;
}


/***/ }),

/***/ 6361:
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
/* harmony import */ var _base_assert_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(648);
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

/***/ 7893:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ customMeasure)
/* harmony export */ });
/* harmony import */ var _dispersion_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9237);
/* harmony import */ var _harm_thresholds_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8654);
/* harmony import */ var _measure_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(203);
/* harmony import */ var _profile_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(530);
/* harmony import */ var _series_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5242);
// A metric that the user configured: events among a total.





/** The smallest risk ratio worth a rollback. */
const MATERIAL_RATIO = 1.2;
/** @param worse whether more events are worse (failures) or fewer (purchases) */
function customMeasure(name, worse) {
    const id = `metric ${name}`;
    return {
        id,
        kind: 'custom',
        scope: _measure_js__WEBPACK_IMPORTED_MODULE_2__/* .ALL */ .y2,
        budget: { parts: 1, shared: false },
        ask: ({ minutes, before }, { falseRollbackRate, dispersion, nextWeight }) => {
            // Nothing is known of when the two parts of a user's metric arrive, so only closed minutes count.
            const { series, worse: direction, missing } = (0,_series_js__WEBPACK_IMPORTED_MODULE_4__/* .orient */ .s)({ minutes, before, worse });
            const harm = direction === 'more' ? _harm_thresholds_js__WEBPACK_IMPORTED_MODULE_1__/* .metricHarm */ .T_ : _harm_thresholds_js__WEBPACK_IMPORTED_MODULE_1__/* .lossHarm */ .WS;
            return {
                series,
                question: {
                    source: { kind: 'metric', name, ...(missing && { missing }) },
                    worse: direction,
                    falseRollbackRate,
                    standard: (0,_harm_thresholds_js__WEBPACK_IMPORTED_MODULE_1__/* .harmThresholdFor */ .BC)(nextWeight),
                    profile: { ..._profile_js__WEBPACK_IMPORTED_MODULE_3__/* .DEFAULT_PROFILE */ .KG, dispersion: (0,_dispersion_js__WEBPACK_IMPORTED_MODULE_0__/* .dispersionFor */ .iR)(series.before, dispersion) },
                    materialRatio: MATERIAL_RATIO,
                    harm: harm(series.before, nextWeight),
                },
            };
        },
    };
}


/***/ }),

/***/ 5242:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ rarer),
/* harmony export */   s: () => (/* binding */ orient)
/* harmony export */ });
/* harmony import */ var _counts_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6103);
// The input of the judge: one series per question, each with the hour before the rollout.

/**
 * What to look for in a metric. If fewer events are worse, the rarer outcome is compared, because a ratio
 * shows most there: fewer orders if one visit in fifty ends in an order, more failed logins if most succeed.
 * The rarer outcome is known before the rollout. Without a history, the first minute of both sides together
 * determines it; their total does not reveal how the sides differ.
 */
function orient({ worse, ...series }) {
    if (worse === 'higher')
        return { series, worse: 'more', missing: false };
    if (!isCommon(series))
        return { series, worse: 'fewer', missing: false };
    return { series: withoutAnyEvents(series), worse: 'more', missing: true };
}
/**
 * The same for events of which more are worse. Where most requests are events, fewer requests without them are looked
 * for: a service that rejects 70% of its requests can at most reject one and a half times as many, but then serves none.
 */
function rarer(series) {
    if (!isCommon(series))
        return { series, worse: 'more', missing: false };
    return { series: withoutAnyEvents(series), worse: 'fewer', missing: true };
}
function withoutAnyEvents({ minutes, before }) {
    return { minutes: minutes.map(_counts_js__WEBPACK_IMPORTED_MODULE_0__/* .withoutEvents */ .oE), before: before.map(_counts_js__WEBPACK_IMPORTED_MODULE_0__/* .missing */ .LO) };
}
function isCommon({ before, minutes }) {
    const usual = (0,_counts_js__WEBPACK_IMPORTED_MODULE_0__/* .sum */ .cz)(before);
    const first = minutes.find((m) => m.canary.requests + m.stable.requests > 0);
    const known = usual.requests > 0 ? usual : (0,_counts_js__WEBPACK_IMPORTED_MODULE_0__/* .sum */ .cz)(first ? [first.canary, first.stable] : []);
    return (0,_counts_js__WEBPACK_IMPORTED_MODULE_0__/* .rate */ .TS)(known) > 0.5;
}


/***/ }),

/***/ 8506:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ readAlarms)
/* harmony export */ });
/* harmony import */ var _aws_sdk_client_cloudwatch__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4085);
/* harmony import */ var _base_alarm_ref_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3085);
/* harmony import */ var _base_listed_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(639);
/* harmony import */ var _aws_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1437);
/* harmony import */ var _call_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3280);
/* harmony import */ var _pages_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3242);
// The state of CloudWatch alarms of every type.






const NAMES_PER_CALL = 100;
/**
 * Reads alarms by name. A name that does not exist is absent from the result; this is not an error.
 *
 * @param alarms names or ARNs; of an ARN, the alarm of that name is read, whose account may be another
 */
async function readAlarms(client, alarms) {
    const names = [...new Set(alarms.map(_base_alarm_ref_js__WEBPACK_IMPORTED_MODULE_3__/* .alarmName */ .V))];
    const readings = [];
    for (let i = 0; i < names.length; i += NAMES_PER_CALL) {
        readings.push(...(await readPages(client, names.slice(i, i + NAMES_PER_CALL))));
    }
    return readings;
}
async function readPages(client, names) {
    try {
        return await readTypes(client, names, TYPES);
    }
    catch (error) {
        // A Region that does not have the newest type of alarm refuses to search for it.
        if (!(0,_call_js__WEBPACK_IMPORTED_MODULE_1__/* .causedBy */ .$z)(error, _aws_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .isInvalid */ .If))
            throw error;
        return readTypes(client, names, OLDER_TYPES);
    }
}
/** Without types, AWS returns only metric alarms. */
const TYPES = Object.values(_aws_sdk_client_cloudwatch__WEBPACK_IMPORTED_MODULE_4__/* .AlarmType */ .Ctc);
const OLDER_TYPES = TYPES.filter((type) => type !== 'LogAlarm');
async function readTypes(client, names, types) {
    const readings = [];
    const turn = (0,_pages_js__WEBPACK_IMPORTED_MODULE_2__/* .turnPages */ .KL)('reading the alarms');
    let next;
    do {
        const page = await (0,_call_js__WEBPACK_IMPORTED_MODULE_1__/* .call */ .T1)({
            doing: `reading the alarms ${(0,_base_listed_js__WEBPACK_IMPORTED_MODULE_5__/* .listed */ .KE)(names)}`,
            permission: { action: 'cloudwatch:DescribeAlarms', resource: '*' },
        }, () => client.send(new _aws_sdk_client_cloudwatch__WEBPACK_IMPORTED_MODULE_4__/* .DescribeAlarmsCommand */ .zWD({
            AlarmNames: [...names],
            AlarmTypes: [...types],
            MaxRecords: 100,
            ...(next && { NextToken: next }),
        })));
        readings.push(...(page.MetricAlarms ?? []).map(metricAlarm), ...(page.CompositeAlarms ?? []).map(readingOf), ...(page.LogAlarms ?? []).map(logAlarm));
        next = turn(page.NextToken);
    } while (next);
    return readings;
}
function metricAlarm(alarm) {
    const periods = alarm.DatapointsToAlarm ?? alarm.EvaluationPeriods ?? 1;
    const period = alarm.Period ?? Math.max(60, ...(alarm.Metrics ?? []).map((m) => m.MetricStat?.Period ?? 0));
    const reading = readingOf(alarm);
    return {
        ...reading,
        doubt: alarm.EvaluationState ?? reading.doubt,
        reactsAfterSeconds: periods * period,
    };
}
function logAlarm(alarm) {
    const results = alarm.QueryResultsToAlarm ?? alarm.QueryResultsToEvaluate ?? 1;
    const schedule = alarm.ScheduledQueryConfiguration?.ScheduleConfiguration?.ScheduleExpression;
    const seconds = secondsBetween(schedule ?? '');
    const reading = readingOf(alarm);
    return {
        ...reading,
        doubt: alarm.EvaluationState ?? reading.doubt,
        reactsAfterSeconds: seconds === undefined ? undefined : results * seconds,
    };
}
/** `rate(5 minutes)`; `undefined` for anything else. */
function secondsBetween(schedule) {
    const [, count, unit] = /^rate\((\d+) (minute|hour|day)s?\)$/.exec(schedule) ?? [];
    const seconds = { minute: 60, hour: 3_600, day: 86_400 }[unit ?? ''];
    return seconds === undefined ? undefined : Number(count) * seconds;
}
function readingOf(alarm) {
    const at = alarm.StateTransitionedTimestamp;
    const state = STATES.find((each) => each === alarm.StateValue);
    return {
        arn: (0,_call_js__WEBPACK_IMPORTED_MODULE_1__/* .required */ .mw)(alarm.AlarmArn, 'reading the alarms', 'AlarmArn'),
        name: (0,_call_js__WEBPACK_IMPORTED_MODULE_1__/* .required */ .mw)(alarm.AlarmName, 'reading the alarms', 'AlarmName'),
        state: state ?? 'INSUFFICIENT_DATA',
        reason: alarm.StateReason ?? '',
        transitionedAt: at && at.getTime() / 1000,
        doubt: state === undefined ? `the state ${alarm.StateValue ?? '(none)'}` : undefined,
        reactsAfterSeconds: undefined,
    };
}
const STATES = ['OK', 'ALARM', 'INSUFFICIENT_DATA'];


/***/ }),

/***/ 2148:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   GV: () => (/* binding */ watchClock),
/* harmony export */   ho: () => (/* binding */ describeClockOffset)
/* harmony export */ });
/* unused harmony export WARN_FROM_SECONDS */
/* harmony import */ var _base_duration_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5902);
// How far this machine's clock differs from AWS's. The SDK corrects its signatures itself. But counts are
// requested by the minute, and a rollout stores when its steps began.

function watchClock() {
    let least;
    const see = ({ headers }) => {
        const seconds = (Date.now() - Date.parse(headers.date ?? '')) / 1000;
        if (Number.isNaN(seconds))
            return;
        // A response takes time, which adds to the offset, so the smallest of all offsets is the most accurate.
        if (least === undefined || Math.abs(seconds) < Math.abs(least))
            least = seconds;
    };
    return {
        follow: (client) => {
            const handler = client.config.requestHandler;
            const handle = handler.handle.bind(handler);
            handler.handle = async (request, options) => {
                const answered = await handle(request, options);
                see(answered.response);
                return answered;
            };
            return client;
        },
        ahead: () => least,
    };
}
/** Seconds. CloudWatch counts by the minute: with a larger offset, steps would be judged by the wrong minutes. */
const WARN_FROM_SECONDS = 30;
/** `undefined`: the clock is accurate enough, or the offset is unknown. */
function describeClockOffset(ahead) {
    if (ahead === undefined || Math.abs(ahead) < WARN_FROM_SECONDS)
        return undefined;
    const side = ahead > 0 ? 'ahead of' : 'behind';
    return `this machine's clock is ${(0,_base_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a)(Math.round(Math.abs(ahead)))} ${side} AWS's`;
}


/***/ }),

/***/ 2177:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   w: () => (/* binding */ readMinutes)
/* harmony export */ });
/* harmony import */ var _aws_sdk_client_cloudwatch__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4085);
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6031);
/* harmony import */ var _base_listed_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(639);
/* harmony import */ var _call_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3280);
/* harmony import */ var _pages_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3242);
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

/***/ 8996:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  checkSdkSettings: () => (/* binding */ checkSdkSettings),
  createPromptTransport: () => (/* binding */ createPromptTransport),
  createTransport: () => (/* binding */ createTransport),
  readRetries: () => (/* binding */ readRetries)
});

// EXTERNAL MODULE: ./build/base/errors.js + 1 modules
var errors = __webpack_require__(6031);
// EXTERNAL MODULE: ./build/network/agents.js + 1 modules
var agents = __webpack_require__(6428);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:tls"
var external_node_tls_ = __webpack_require__(1692);
;// CONCATENATED MODULE: ./build/network/certificates.js
// Certificate authorities that a company adds to those that Node trusts.



/**
 * Node's own certificates, those of NODE_EXTRA_CA_CERTS, and those of a file in PEM. Throws a `KnownError` if the
 * file is of no use.
 *
 * @param name of the variable that names the file
 */
function trustedWith(name, path) {
    const added = readPem(path, (why) => {
        throw new errors/* KnownError */.E(`${name}: "${path}" ${why}; expected a file with certificates in PEM format`);
    });
    return [...trustedByNode(), added];
}
function readPem(path, refuse) {
    let text;
    try {
        text = (0,external_node_fs_.readFileSync)(path, 'utf8');
    }
    catch (error) {
        return refuse(`cannot be read (${error.code ?? (0,errors/* messageOf */.bD)(error)})`);
    }
    if (!text.includes('-----BEGIN CERTIFICATE-----'))
        return refuse('contains no certificate');
    try {
        external_node_tls_.createSecureContext({ ca: text });
    }
    catch (error) {
        return refuse(`cannot be used (${(0,errors/* messageOf */.bD)(error)})`);
    }
    return text;
}
/** An explicit list replaces Node's own, and with it NODE_EXTRA_CA_CERTS. */
function trustedByNode() {
    // Node 20 has no such function.
    if (typeof external_node_tls_.getCACertificates === 'function')
        return external_node_tls_.getCACertificates('default');
    const extra = process.env.NODE_EXTRA_CA_CERTS;
    return [...external_node_tls_.rootCertificates, ...(extra ? [readExtra(extra)] : [])].filter(Boolean);
}
/** Node only warns about a file that it cannot read. */
function readExtra(path) {
    try {
        return (0,external_node_fs_.readFileSync)(path, 'utf8');
    }
    catch {
        return '';
    }
}

;// CONCATENATED MODULE: ./build/aws/sdk-settings.js
// What the environment sets for the clients of the AWS SDK, under the names that other AWS tools obey.



/**
 * API Gateway allows 10 management calls a second per account, so throttling is normal. The adaptive retry mode
 * slows this job down.
 */
const DEFAULTS = { maxAttempts: 6, retryMode: 'adaptive' };
/** What botocore accepts; the SDK for JavaScript takes `legacy` for `standard`. */
const RETRY_MODES = ['adaptive', 'standard', 'legacy'];
const CONNECTION_TIMEOUT_MS = 5_000;
const REQUEST_TIMEOUT_MS = 20_000;
/** Throws a `KnownError` if one of the two variables is not understood. */
function readRetries({ AWS_MAX_ATTEMPTS: attempts, AWS_RETRY_MODE: mode }) {
    if (attempts && !/^[1-9]\d{0,2}$/.test(attempts)) {
        throw new errors/* KnownError */.E(`AWS_MAX_ATTEMPTS: expected a number from 1 to 999, but it is "${attempts}"`);
    }
    const retryMode = mode ? RETRY_MODES.find((known) => known === mode) : DEFAULTS.retryMode;
    if (!retryMode) {
        throw new errors/* KnownError */.E(`AWS_RETRY_MODE: expected ${RETRY_MODES.join(' or ')}, but it is "${mode}"`);
    }
    return { maxAttempts: attempts ? Number(attempts) : DEFAULTS.maxAttempts, retryMode };
}
/** Throws a `KnownError` if AWS_CA_BUNDLE names no file with certificates. */
function createTransport({ AWS_CA_BUNDLE: bundle }) {
    const trusted = bundle ? trustedWith('AWS_CA_BUNDLE', bundle) : undefined;
    return { ...(0,agents/* createAgents */.j)(trusted), connectionTimeout: CONNECTION_TIMEOUT_MS };
}
/** @see createTransport */
function createPromptTransport(env) {
    return {
        ...createTransport(env),
        requestTimeout: REQUEST_TIMEOUT_MS,
        throwOnRequestTimeout: true,
    };
}
/** Throws a `KnownError` if the environment has a setting that is not understood, before anything is begun. */
function checkSdkSettings(env) {
    readRetries(env);
    createTransport(env);
}


/***/ }),

/***/ 119:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Gq: () => (/* binding */ authorize),
/* harmony export */   KT: () => (/* binding */ listen),
/* harmony export */   dG: () => (/* binding */ NO_COMMENTS)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6031);
/* harmony import */ var _base_log_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2130);
/* harmony import */ var _base_time_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2475);
/* harmony import */ var _report_comment_body_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4557);
/* harmony import */ var _rollout_comment_command_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7883);
// Comment commands for a rollout while a run drives it. Comments are read concurrently with the loop, which never
// waits: what GitHub does not return is requested again at the next check.





const NO_REQUESTS = { promote: undefined, rollback: undefined, hold: undefined };
const NO_COMMENTS = {
    poll: async () => undefined,
    flush: async () => undefined,
    requests: () => NO_REQUESTS,
    evidence: () => [],
};
/** GitHub allows a job's token a thousand requests per hour. */
const POLL_SECONDS = 30;
function listen(parts) {
    const received = { comments: new Set(), objectors: new Set(), asked: NO_REQUESTS };
    let next = 0;
    let warned = false;
    let reading;
    const read = async (rollout, ended) => {
        const { pull, startedAt } = rollout.record;
        if (pull === undefined)
            return;
        try {
            const conversation = await parts.conversation();
            const comments = await conversation.read(pull, startedAt);
            const execution = { ...parts, ended };
            await readCommands(execution, conversation, rollout, comments, received);
            await readReactions(execution, conversation, comments, received);
        }
        catch (error) {
            (0,_base_log_js__WEBPACK_IMPORTED_MODULE_1__/* .logBug */ .N)(parts.log, error);
            const why = (0,_base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(error);
            if (!warned)
                parts.log.warning(`Comments could not be read: ${why}. The rollout continues.`);
            warned = true;
        }
        finally {
            next = (0,_base_time_js__WEBPACK_IMPORTED_MODULE_3__/* .now */ .tB)() + POLL_SECONDS;
        }
    };
    return {
        poll: async (rollout) => {
            if (reading || (0,_base_time_js__WEBPACK_IMPORTED_MODULE_3__/* .now */ .tB)() < next)
                return;
            reading = read(rollout, undefined).finally(() => {
                reading = undefined;
            });
            await reading;
        },
        flush: async (rollout, ended) => {
            await reading;
            await read(rollout, ended);
        },
        requests: () => received.asked,
        evidence: () => {
            const logins = [...received.objectors];
            if (logins.length === 0)
                return [];
            return [
                {
                    source: { kind: 'people', logins },
                    verdict: 'inconclusive',
                    detail: { kind: 'disliked' },
                },
            ];
        },
    };
}
const ENDED = {
    promoted: 'promoted',
    held: 'held',
    'rolled-back': 'rolled back',
    failed: 'failed',
    stuck: 'rollback failed',
};
function tooLate(ended) {
    return `received after the release had ended: ${ENDED[ended]}`;
}
/** Executes each new comment once. */
async function readCommands(parts, conversation, rollout, comments, received) {
    let failed;
    for (const comment of comments) {
        if (received.comments.has(comment.id))
            continue;
        try {
            await readCommand(parts, conversation, rollout, comment, received);
        }
        catch (error) {
            // The other comments do not wait for this one.
            failed ??= (0,_base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .known */ .eO)(error);
        }
    }
    if (failed)
        throw failed;
}
async function readCommand(parts, conversation, rollout, comment, received) {
    const { pull = 0, startedAt } = rollout.record;
    // What GitHub does not tell of its author is asked for again at the next poll.
    const command = (0,_rollout_comment_command_js__WEBPACK_IMPORTED_MODULE_4__/* .isEligible */ .YT)(comment, startedAt)
        ? await authorize(conversation, parts.log, pull, comment)
        : undefined;
    received.comments.add(comment.id);
    if (!command)
        return;
    const done = await execute(parts, rollout, comment, command, received.asked);
    // From here on it counts, even if it cannot be answered.
    received.asked = done.asked;
    await conversation.answer(comment.id, done.answer);
}
async function readReactions({ key, recordRequest, feedback, ended }, conversation, comments, received) {
    for (const login of await dislikes(conversation, comments, key())) {
        if (received.objectors.has(login) || !(await conversation.mayWrite(login)))
            continue;
        received.objectors.add(login);
        const held = feedback === 'hold';
        const noted = held
            ? 'the rollout stops advancing automatically'
            : 'noted; it does not affect the rollout';
        const result = ended === undefined ? noted : tooLate(ended);
        recordRequest({ login, asked: '👎', result });
        if (held)
            received.asked = { ...received.asked, hold: login };
    }
}
/** The users who objected, by their reactions to the progress comment; GitHub is called only if there are any. */
async function dislikes(conversation, comments, key) {
    const marker = (0,_report_comment_body_js__WEBPACK_IMPORTED_MODULE_2__/* .commentMarker */ .Ql)(key);
    const ours = comments.find(({ own, body, dislikes: count }) => own && count > 0 && body.startsWith(marker));
    return ours ? conversation.dislikes(ours.id) : [];
}
/** The command of a comment if its author is authorized; everybody else gets a reply. */
async function authorize(conversation, log, pull, { id, body, login }) {
    const spoken = (0,_rollout_comment_command_js__WEBPACK_IMPORTED_MODULE_4__/* .parseComment */ .vj)(body);
    if (spoken.kind === 'none')
        return undefined;
    if (await conversation.isAnswered(id)) {
        log.line(`The comment by ${login} has been answered already.`);
        return undefined;
    }
    if (!(await conversation.mayWrite(login))) {
        log.line(`${login} cannot give commands: no write access.`);
        await conversation.answer(id, 'confused');
        await conversation.refuse(pull, login);
        return undefined;
    }
    if (spoken.kind === 'command')
        return spoken.command;
    log.line(`The comment by ${login} was not understood: ${spoken.why}.`);
    await conversation.answer(id, 'confused');
    return undefined;
}
/** Executes what can be done at once, and leaves the rest to the loop's next decision. */
async function execute({ setPaused, recordRequest, log, ended }, { phase, record }, { login }, command, asked) {
    log.notice(`/canary ${command} by ${login}`);
    if (ended !== undefined) {
        recordRequest({ login, asked: command, result: tooLate(ended) });
        return { asked, answer: (0,_rollout_comment_command_js__WEBPACK_IMPORTED_MODULE_4__/* .isAchieved */ .Qz)(command, ended) ? '+1' : 'confused' };
    }
    const inStep = phase.kind === 'step';
    const impossible = (command === 'pause' || command === 'promote') && !inStep;
    try {
        if (command === 'pause' && inStep) {
            await setPaused({ since: Math.floor((0,_base_time_js__WEBPACK_IMPORTED_MODULE_3__/* .now */ .tB)()), by: record.id });
        }
        if (command === 'resume')
            await setPaused(undefined);
    }
    catch (error) {
        recordRequest({ login, asked: command, result: `failed: ${(0,_base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(error)}` });
        throw error;
    }
    const result = impossible ? 'not possible: the rollout is not in a step' : RESULTS[command];
    recordRequest({ login, asked: command, result });
    return impossible
        ? { asked, answer: 'confused' }
        : { asked: withCommand(asked, command, login), answer: '+1' };
}
function withCommand(asked, command, login) {
    if (command === 'promote')
        return { ...asked, promote: login };
    if (command === 'resume')
        return { ...asked, hold: undefined };
    return command === 'rollback' ? { ...asked, rollback: login } : asked;
}
/** The result of a command that a run receives while it drives the rollout. */
const RESULTS = {
    status: 'see the comment of the release',
    pause: 'the weight stays the same until the rollout is resumed',
    resume: 'the rollout continues with its plan',
    promote: 'will be promoted at the next check, unless that check is failing',
    rollback: 'will be rolled back immediately',
    advance: 'no effect: the run advances automatically',
};


/***/ }),

/***/ 7918:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Hz: () => (/* binding */ storesOutcome),
/* harmony export */   a5: () => (/* binding */ WHOLE_RELEASE),
/* harmony export */   eQ: () => (/* binding */ rollbackDeadlineOf)
/* harmony export */ });
// What the loop of a rollout works with.
/** If several runs share a rollout, the one that ends it stores the last outcome for the others. */
function storesOutcome({ inputs }) {
    return inputs.command !== 'rollout';
}
const WHOLE_RELEASE = {
    scope: { kind: 'to-the-end' },
    takenOverAt: 0,
    notes: [],
};
/** The runner kills a cancelled job 10 s after its signal; the report needs part of that time. */
const CANCELLED_DEADLINE_MS = 9_000;
/**
 * One deadline for all calls that roll back or clean up. It starts when the job is cancelled; before that, there is
 * none.
 */
function rollbackDeadlineOf(cancelled) {
    const limit = new AbortController();
    const start = () => {
        setTimeout(() => limit.abort(), CANCELLED_DEADLINE_MS).unref();
    };
    if (cancelled.aborted)
        start();
    else
        cancelled.addEventListener('abort', start, { once: true });
    return limit.signal;
}


/***/ }),

/***/ 6138:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ readFinalState)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6031);
/* harmony import */ var _base_time_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2475);
/* harmony import */ var _rollout_release_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2787);
// The state at the end of a run, for its report: read if possible, otherwise marked as presumed.



/** Seconds. A report must not wait for AWS if AWS does not respond. */
const PATIENCE_SECONDS = 5;
async function readFinalState(loop, snapshot) {
    const presumed = { snapshot, presumed: true, theirs: false };
    try {
        return (await (0,_base_time_js__WEBPACK_IMPORTED_MODULE_1__/* .withTimeout */ .wj)(PATIENCE_SECONDS, read(loop, snapshot))) ?? presumed;
    }
    catch (error) {
        (0,_base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .known */ .eO)(error);
        return presumed;
    }
}
async function read({ target: { rollback } }, snapshot) {
    const { stored, trafficState } = await rollback.observe();
    if (stored.kind === 'rollout' && trafficState) {
        const { storedRollout } = stored;
        const same = sameRelease(storedRollout.record, snapshot.rollout.record);
        const theirs = !(0,_rollout_release_js__WEBPACK_IMPORTED_MODULE_2__/* .sameRollout */ .c5)(storedRollout.record.id, snapshot.rollout.record.id);
        if (same)
            return { snapshot: { rollout: storedRollout, trafficState }, presumed: false, theirs };
    }
    const theirs = stored.kind === 'rollout' || stored.kind === 'takes-part';
    const found = await rollback.readTraffic(snapshot.rollout);
    return { snapshot: { ...snapshot, trafficState: found }, presumed: false, theirs };
}
/** A run that takes over a rollout changes its owner, and nothing else in its record. */
function sameRelease(a, b) {
    const [one, other] = [a, b].map(({ startedAt, functions, target }) => JSON.stringify([startedAt, functions, target]));
    return one === other;
}


/***/ }),

/***/ 4005:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Zr: () => (/* binding */ persist),
/* harmony export */   f4: () => (/* binding */ FinalError),
/* harmony export */   fr: () => (/* binding */ unlessFinal)
/* harmony export */ });
/* harmony import */ var _aws_aws_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1437);
/* harmony import */ var _base_duration_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5902);
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6031);
/* harmony import */ var _base_time_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2475);
/* harmony import */ var _report_format_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2772);
// What protects users is retried while there is time, and not a fixed number of times.





/** A retry would not help. */
class FinalError extends _base_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .KnownError */ .E {
}
const FIRST_PAUSE_SECONDS = 3;
const LONGEST_PAUSE_SECONDS = 60;
/** Once the job is cancelled, there is little time. */
const URGENT_PAUSE_SECONDS = 0.3;
const LOG_EVERY_MS = 60_000;
/**
 * Retries until it works, AWS refuses it finally, or there is no time left. Rejects with the last failure.
 *
 * @param doing for a sentence: `rolling back the stage "prod"`
 * @param work receives the number of earlier attempts
 */
async function persist(doing, retry, work) {
    const notices = logEveryMinute(doing, retry);
    const judge = createJudge(retry);
    try {
        for (let before = 0;; before++) {
            try {
                return await work(before);
            }
            catch (error) {
                (0,_base_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .known */ .eO)(error);
                if (judge(error) === 'over')
                    throw error;
                notices.failed((0,_base_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .messageOf */ .bD)(error));
                await nextTry(before, retry);
            }
        }
    }
    finally {
        notices.stop();
    }
}
/** Decides after each failure whether there is another attempt. */
function createJudge({ context: { giveUpAt }, host: { cancelled }, rollbackDeadline }) {
    let refused = false;
    return (error) => {
        // The refused call may have been about something that no longer exists: check once more.
        const twice = refused && (0,_aws_aws_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .isRefused */ .H0)(error);
        refused = (0,_aws_aws_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .isRefused */ .H0)(error);
        if (error instanceof FinalError || (0,_aws_aws_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .isDenied */ .GZ)(error) || twice)
            return 'over';
        if (!cancelled.aborted)
            return (0,_base_time_js__WEBPACK_IMPORTED_MODULE_4__/* .now */ .tB)() >= giveUpAt ? 'over' : 'again';
        return rollbackDeadline.aborted ? 'over' : 'again';
    };
}
function nextTry(before, { context: { giveUpAt }, host: { cancelled }, rollbackDeadline }) {
    if (cancelled.aborted)
        return (0,_base_time_js__WEBPACK_IMPORTED_MODULE_4__/* .sleep */ .yy)(URGENT_PAUSE_SECONDS, rollbackDeadline);
    const pause = Math.min(FIRST_PAUSE_SECONDS * 2 ** before, LONGEST_PAUSE_SECONDS);
    return (0,_base_time_js__WEBPACK_IMPORTED_MODULE_4__/* .sleep */ .yy)(Math.min(pause, giveUpAt - (0,_base_time_js__WEBPACK_IMPORTED_MODULE_4__/* .now */ .tB)()), cancelled);
}
/** One annotation, and from then on one log line a minute, however long an attempt takes. */
function logEveryMinute(doing, { context, host, manualCommands }) {
    const { giveUpAt } = context;
    const { log, cancelled } = host;
    let timer;
    let why = '';
    const left = () => (0,_base_duration_js__WEBPACK_IMPORTED_MODULE_1__/* .formatDuration */ .a)(giveUpAt - (0,_base_time_js__WEBPACK_IMPORTED_MODULE_4__/* .now */ .tB)());
    let commands = manualCommands;
    const say = () => {
        log.line(`${(0,_report_format_js__WEBPACK_IMPORTED_MODULE_3__/* .capitalize */ .ZH)(doing)} still fails (${why}). Retrying for another ${left()}.`);
        const lines = commands?.() ?? [];
        if (lines.length > 0)
            log.line('If you do not want to wait, run these commands:');
        for (const line of lines)
            log.line(line);
        commands = undefined;
    };
    return {
        failed: (latest) => {
            why = latest;
            if (cancelled.aborted)
                log.line(`${(0,_report_format_js__WEBPACK_IMPORTED_MODULE_3__/* .capitalize */ .ZH)(doing)} failed (${why}). Retrying.`);
            if (timer || cancelled.aborted)
                return;
            log.warning(`${(0,_report_format_js__WEBPACK_IMPORTED_MODULE_3__/* .capitalize */ .ZH)(doing)} failed (${why}). Retrying for up to ${left()}.`);
            timer = setInterval(say, LOG_EVERY_MS);
        },
        stop: () => clearInterval(timer),
    };
}
/** The action's own refusal is the same at the next attempt; a response from AWS may differ. */
async function unlessFinal(work) {
    try {
        return await work;
    }
    catch (error) {
        throw (0,_base_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .isFromThisAction */ .fU)(error) ? new FinalError((0,_base_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .known */ .eO)(error).message) : (0,_base_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .known */ .eO)(error);
    }
}


/***/ }),

/***/ 6418:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Bm: () => (/* binding */ bakeLeft),
  Tk: () => (/* binding */ createRecorder),
  Fw: () => (/* binding */ resumeSteps)
});

// EXTERNAL MODULE: ./build/analysis/count-table.js
var count_table = __webpack_require__(6361);
// EXTERNAL MODULE: ./build/analysis/evidence.js
var analysis_evidence = __webpack_require__(8690);
// EXTERNAL MODULE: ./build/analysis/finding.js + 2 modules
var finding = __webpack_require__(283);
// EXTERNAL MODULE: ./build/analysis/parts.js
var parts = __webpack_require__(945);
// EXTERNAL MODULE: ./build/report/impact.js
var report_impact = __webpack_require__(2577);
// EXTERNAL MODULE: ./build/rollout/traffic.js
var rollout_traffic = __webpack_require__(6211);
// EXTERNAL MODULE: ./build/rollout/weights.js
var weights = __webpack_require__(191);
;// CONCATENATED MODULE: ./build/report/plot-series.js
// The counts and evidence over time, in a size that fits into a report.



/** Twelve hours by the minute; longer rollouts have coarser points. */
const MOST_POINTS = 720;
/** Round numbers of minutes per point; above these, whole hours. */
const ROUND_MINUTES = [1, 2, 3, 5, 10, 15, 20, 30, 60];
/**
 * The series of a rollout so far, from the minute in which it began to the last one with counts; `undefined`
 * if the counts could not be read.
 */
function seriesOf(traffic, rollout, paths) {
    if (traffic.kind === 'unreadable')
        return undefined;
    const from = (0,rollout_traffic/* startOfMinute */.ci)(rollout.record.startedAt);
    const { canary, stable, promoted } = (0,count_table/* errorsOf */.Bp)(traffic.table);
    const starts = [canary, stable, promoted].flatMap(({ requests }) => [...requests.keys()]);
    const last = Math.max(from, ...starts.map(rollout_traffic/* startOfMinute */.ci));
    const minutes = Array.from({ length: (last - from) / 60 + 1 }, (_, i) => from + 60 * i);
    const size = minutesPerPoint(minutes.length);
    const sides = minutes.map((start) => sidesAt(traffic.table, rollout, start));
    const column = (pick) => addUp(sides.map(pick), size);
    return {
        from,
        every: 60 * size,
        canary: { requests: column((m) => m.canary.requests), errors: column((m) => m.canary.events) },
        stable: { requests: column((m) => m.stable.requests), errors: column((m) => m.stable.events) },
        comparisons: paths.map((path) => comparisonSeries(path, minutes, size)),
    };
}
function minutesPerPoint(minutes) {
    const least = Math.ceil(minutes / MOST_POINTS);
    return ROUND_MINUTES.find((size) => size >= least) ?? 60 * Math.ceil(least / 60);
}
const UNKNOWN = { requests: null, events: null };
/**
 * The minute of the promotion and the next one contain requests of both versions, so their sides are unknown. So is
 * a minute that CloudWatch shows only in part.
 */
function sidesAt(table, rollout, start) {
    const { canary, stable, promoted } = (0,count_table/* errorsOf */.Bp)(table);
    const counted = (series) => (0,count_table/* isHalfShown */.xo)(series, start, table.bucketSeconds)
        ? UNKNOWN
        : (0,count_table/* minuteAt */.Ad)(series, start, table.bucketSeconds);
    const { weight, weightBefore } = (0,weights/* weightsIn */.nb)(rollout, start);
    if (weight < 100)
        return { canary: counted(canary), stable: counted(stable) };
    if (weightBefore < 100)
        return { canary: UNKNOWN, stable: UNKNOWN };
    return { canary: counted(promoted), stable: { requests: 0, events: 0 } };
}
function comparisonSeries({ source, points }, minutes, size) {
    const at = new Map(points.map((point) => [60 * point.minute, point]));
    const column = (pick) => minutes.map((start) => {
        const point = at.get(start);
        return point ? pick(point) : null;
    });
    const side = (name) => ({
        requests: addUp(column((p) => p[name].requests), size),
        events: addUp(column((p) => p[name].events), size),
    });
    return {
        source,
        canary: side('canary'),
        stable: side('stable'),
        // The maximum of each point, so that a crossing of the threshold stays visible.
        nats: inPoints(column((p) => p.nats), size, (cells) => rounded(Math.max(...cells))),
        threshold: inPoints(column((p) => p.threshold), size, (cells) => rounded(cells.at(-1) ?? 0)),
    };
}
function addUp(cells, size) {
    return inPoints(cells, size, (known) => known.reduce((sum, cell) => sum + cell, 0));
}
/** Combines each `size` minutes into one point; a point without any number is `null`. */
function inPoints(cells, size, join) {
    return Array.from({ length: Math.ceil(cells.length / size) }, (_, i) => {
        const known = cells.slice(i * size, (i + 1) * size).filter((cell) => cell !== null);
        return known.length > 0 ? join(known) : null;
    });
}
function rounded(nats) {
    return Number(nats.toFixed(3));
}

;// CONCATENATED MODULE: ./build/report/report.js
// The report of a rollout as data. The log, the comment, the job summary and the JSON file are functions of
// it, so they never disagree.
/** The version changes when a member changes its meaning or is removed. */
const REPORT_SCHEMA = 'canary-action/report/1';

// EXTERNAL MODULE: ./build/report/step-label.js
var step_label = __webpack_require__(2866);
// EXTERNAL MODULE: ./build/report/evidence-text.js
var evidence_text = __webpack_require__(664);
;// CONCATENATED MODULE: ./build/report/timeline.js
// Which entries the timeline of a report has, and how many.


/**
 * Alarms that changed, and comparisons that failed, since the previous check.
 *
 * @param now seconds since the epoch
 */
function newEvents(before, observation, now) {
    return observation.flatMap((evidence) => {
        const { source, verdict, since } = evidence;
        const last = before.find((e) => (0,analysis_evidence/* sameSource */.eP)(e.source, source))?.verdict ?? 'healthy';
        if (verdict === last)
            return [];
        const what = (0,evidence_text/* describeEvidence */.RQ)(evidence);
        if ((0,analysis_evidence/* isAlarm */.Ic)(evidence))
            return [{ at: since ?? now, kind: 'alarm', what }];
        // A failed hook has a separate entry. Missing data and inconclusive evidence come and go.
        const failed = verdict === 'failing' && source.kind !== 'hook';
        return failed ? [{ at: now, kind: 'verdict', what }] : [];
    });
}
/** Alarms that keep changing for thirty hours must not fill a report. */
const FIRST_ENTRIES = 100;
const LAST_ENTRIES = 200;
/** Sorted by time; if there are very many entries, only the first and the last. */
function shortened(timeline) {
    const entries = timeline.toSorted((a, b) => a.at - b.at);
    const left = entries.length - FIRST_ENTRIES - LAST_ENTRIES;
    const gap = entries[FIRST_ENTRIES];
    if (left <= 0 || !gap)
        return entries;
    return [
        ...entries.slice(0, FIRST_ENTRIES),
        { at: gap.at, kind: 'note', what: `${left} more entries, which are not shown here` },
        ...entries.slice(-LAST_ENTRIES),
    ];
}

// EXTERNAL MODULE: ./build/rollout/bake.js
var bake = __webpack_require__(9925);
// EXTERNAL MODULE: ./build/rollout/plan.js
var plan = __webpack_require__(7927);
// EXTERNAL MODULE: ./build/report/requests.js
var requests = __webpack_require__(4365);
;// CONCATENATED MODULE: ./build/controller/chronicle.js
// Records what happens in a run: entries of the timeline, results of hooks, commands of users.


/** @param now seconds since the epoch */
function createEventRecorder(now) {
    const timeline = [];
    const hooks = [];
    const people = [];
    return {
        chronicle: {
            note: (what, kind = 'note') => timeline.push({ at: now(), kind, what }),
            recordHook: (hook) => {
                hooks.push(hook);
                const what = `${hook.point} hook ${hook.calls} ${hook.result}`;
                timeline.push({ at: hook.ended, kind: 'hook', what });
            },
            recordRequest: (asked) => {
                const person = { ...asked, at: now() };
                people.push(person);
                timeline.push({ at: person.at, kind: 'person', what: (0,requests/* describeRequest */.Ng)(person) });
            },
        },
        add: (entries) => timeline.push(...entries),
        entries: () => ({ hooks: [...hooks], people: [...people], timeline: shortened(timeline) }),
    };
}

;// CONCATENATED MODULE: ./build/controller/recorder.js
// Records what has happened in this run, for the report.














/** Stable's counts after the promotion. */
const NONE = { requests: 0, errors: 0 };
function latestIn({ traffic, notCompared }, at) {
    return { traffic, notCompared, at };
}
/** @param now seconds since the epoch */
function createRecorder(now) {
    const startedAt = now();
    const { chronicle, add, entries } = createEventRecorder(now);
    const journalSteps = [];
    let versions = [];
    let evidence = [];
    let deciding = [];
    let paths = [];
    let latest = {
        traffic: { kind: 'unreadable', why: 'not read yet' },
        at: undefined,
        notCompared: [],
    };
    let couldRead = false;
    const steps = () => journalSteps.map((step) => withCounts(step, latest));
    const endStep = () => {
        const last = journalSteps.at(-1);
        if (last && last.ended === undefined)
            last.ended = now();
    };
    return {
        ...chronicle,
        addVersions: (known) => {
            versions = known;
        },
        endStep,
        beginStep: (label, weight, plannedSeconds, since = now()) => {
            endStep();
            journalSteps.push({ label, weight, plannedSeconds, began: since, ended: undefined });
        },
        observed: (observation) => {
            add(newEvents(evidence, observation.evidence, now()));
            ({ evidence, deciding } = observation);
            if (observation.paths.length > 0)
                paths = observation.paths;
            couldRead = observation.traffic.kind === 'counted';
            if (couldRead)
                latest = latestIn(observation, now());
        },
        verdict: () => (0,analysis_evidence/* shownVerdict */.h9)(deciding, evidence),
        unreached: () => (latest.traffic.kind === 'counted' ? (latest.traffic.unreached ?? []) : []),
        alarms: () => evidence.filter(analysis_evidence/* isAlarm */.Ic),
        compared: () => evidence.filter(finding/* isFinding */.qd),
        deciding: () => deciding,
        steps,
        currentCounts: () => {
            const step = couldRead ? steps().findLast(({ ended }) => ended === undefined) : undefined;
            return { canary: step?.canary ?? null, stable: step?.stable ?? null };
        },
        report: ({ record, rollout, ...parts }) => ({
            ...course(rollout, { traffic: latest.traffic, paths, evidence, ended: steps().at(-1)?.ended ?? now() }, parts),
            schema: REPORT_SCHEMA,
            startedAt,
            endedAt: now(),
            functions: record.functions,
            plan: record.plan,
            verdict: (0,analysis_evidence/* shownVerdict */.h9)(deciding, evidence),
            evidence,
            notCompared: latest.notCompared,
            steps: steps(),
            ...entries(),
            versions,
            countedAt: latest.at,
            countedBy: latest.traffic.kind === 'counted' ? latest.traffic.source : undefined,
            ...parts,
            pull: rollout?.record.pull,
        }),
    };
}
/** A step that began after the counts were last read has unknown counts, not none. */
function withCounts(step, { traffic, at }) {
    if (traffic.kind === 'unreadable' || at === undefined || step.began > at)
        return { ...step, canary: null, stable: null };
    const { table } = traffic;
    const { canary, stable, promoted } = (0,count_table/* errorsOf */.Bp)(table);
    const within = { from: step.began, to: step.ended };
    // After the promotion, all traffic goes to the new version and is counted by the stage's series.
    if ((0,step_label/* isAfterPromotion */.Kf)(step))
        return { ...step, canary: (0,rollout_traffic/* totals */.Sd)(promoted, within, table), stable: NONE };
    return {
        ...step,
        canary: (0,rollout_traffic/* totals */.Sd)(canary, within, table),
        stable: (0,rollout_traffic/* totals */.Sd)(stable, within, table),
    };
}
/** A run that takes over continues the step where the earlier run began it. */
function resumeSteps(recorder, rollout) {
    const { phase, record } = rollout;
    if (phase.kind === 'baking') {
        const { label, seconds } = bakeLeft(rollout, phase.since);
        recorder.beginStep(label, 100, seconds, phase.since);
    }
    const step = phase.kind === 'step' ? record.plan.steps[phase.index] : undefined;
    if (phase.kind !== 'step' || !step)
        return;
    const label = (0,step_label/* stepLabel */.vO)(record.plan, phase.index);
    recorder.beginStep(label, step.weight, step.holdSeconds, phase.since);
}
/** What follows a promotion at this time: the bake, or the part of it that was not over; or nothing. */
function bakeLeft(rollout, promotedAt) {
    const { heldBack } = rollout.record.plan;
    const seconds = Math.max(0, ((0,bake/* bakeEnd */.VG)(rollout) ?? promotedAt) - promotedAt);
    return { label: heldBack && seconds === 0 ? step_label/* PROMOTED_LABEL */.ui : step_label/* BAKE_LABEL */.Zs, seconds };
}
/** What the plots show, and the impact on users. */
function course(rollout, { traffic, paths, evidence, ended }, { outcome, weight }) {
    if (!rollout)
        return { weights: [], series: undefined, impact: undefined };
    const weights = weightsUntil(rollout, weight, ended);
    const series = seriesOf(traffic, rollout, shownPaths(paths, evidence));
    const hurt = outcome === 'rolled-back' || outcome === 'failed';
    const impact = series && hurt ? (0,report_impact/* impactOf */.ux)(series, evidence, weights, ended) : undefined;
    return { weights, series, impact };
}
/** Hundreds of functions and routes would fill a report. */
function shownPaths(paths, evidence) {
    const shown = (0,parts/* worthShowing */.ax)(evidence.filter(finding/* isFinding */.qd));
    return paths.filter((path) => !(0,parts/* partOf */.BU)(path) || shown.some(({ source }) => (0,analysis_evidence/* sameSource */.eP)(source, path.source)));
}
/** The weights that were set, and the current one if it is known and differs. */
function weightsUntil(rollout, weight, at) {
    const changes = (0,weights/* weightChanges */.o6)(rollout);
    const last = changes.at(-1);
    return weight === null || last === undefined || (0,plan/* sameWeight */.DC)(last.weight, weight)
        ? changes
        : [...changes, { at, weight }];
}


/***/ }),

/***/ 1413:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Fu: () => (/* binding */ rollBack),
/* harmony export */   Ho: () => (/* binding */ clearState),
/* harmony export */   Ki: () => (/* binding */ rollbackFailed),
/* harmony export */   Le: () => (/* binding */ isRestored),
/* harmony export */   h2: () => (/* binding */ abort),
/* harmony export */   nY: () => (/* binding */ cleanUp)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6031);
/* harmony import */ var _base_time_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(2475);
/* harmony import */ var _report_cause_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5502);
/* harmony import */ var _report_ending_text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5758);
/* harmony import */ var _report_stored_state_text_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7886);
/* harmony import */ var _rollout_release_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(2787);
/* harmony import */ var _rollout_traffic_state_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(7083);
/* harmony import */ var _targets_ownership_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(956);
/* harmony import */ var _context_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(7918);
/* harmony import */ var _last_read_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(6138);
/* harmony import */ var _persist_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(4005);
// The rollback. It must not fail silently: it is retried while there is time, and if it fails, the report ends
// with the state in AWS and the exact commands that repair it.











/**
 * Rolls back, whatever the state; then removes the stored state.
 *
 * @param late a change that was in progress when the job was cancelled, and may still take effect
 */
async function rollBack(loop, snapshot, cause, late = Promise.resolve()) {
    loop.recorder.endStep();
    const reason = (0,_report_ending_text_js__WEBPACK_IMPORTED_MODULE_2__/* .rollbackText */ .E)(cause, (0,_rollout_release_js__WEBPACK_IMPORTED_MODULE_8__/* .linkFrom */ .NA)(loop.context));
    loop.host.keepCause({ cause, of: (0,_rollout_release_js__WEBPACK_IMPORTED_MODULE_8__/* .formatRolloutId */ .A2)(snapshot.rollout.record.id) });
    loop.host.log.group('Roll back');
    loop.host.log.line(`Rolling back: ${reason}`);
    const tried = await tryRollBack(loop, snapshot);
    if (tried.kind === 'lost')
        return lost(loop, snapshot, cause, tried.cause);
    if (tried.kind === 'failed') {
        const last = await (0,_last_read_js__WEBPACK_IMPORTED_MODULE_6__/* .readFinalState */ .I)(loop, snapshot);
        if (!isRestored(loop, last))
            return rollbackFailed(loop, last, cause, (0,_report_cause_text_js__WEBPACK_IMPORTED_MODULE_1__/* .causeText */ .x)(tried.cause, (0,_rollout_release_js__WEBPACK_IMPORTED_MODULE_8__/* .linkFrom */ .NA)(loop.context)));
    }
    const change = await overtake(loop, snapshot, late);
    if (change.kind === 'unread') {
        const why = `a change in progress may have taken effect after it: ${change.why}`;
        return rollbackFailed(loop, await (0,_last_read_js__WEBPACK_IMPORTED_MODULE_6__/* .readFinalState */ .I)(loop, snapshot), cause, why);
    }
    if (change.kind === 'late') {
        loop.host.log.warning('A change in progress has not returned yet; the post step will check again.');
    }
    loop.recorder.note(`rolled back: ${reason}`, 'traffic');
    const { trafficState, presumed } = await whatStands(loop, snapshot, tried.trafficState);
    loop.host.log.line(trafficState.kind === 'external'
        ? `Rolled back and verified, except for what was changed outside this action: ${trafficState.what}`
        : 'Rolled back and verified: all traffic goes to the previous version.');
    const cleaned = await cleanUp(loop, snapshot.rollout, 'before');
    // If anything is left to clean up, the stored state stays: the post step checks it again.
    const cleared = change.kind === 'over' && cleaned && (await clearState(loop, snapshot.rollout, 'rolled-back'));
    return {
        ending: { kind: 'rolled-back', cause },
        snapshot: { ...snapshot, trafficState },
        presumed,
        cleanup: cleared ? 'clean' : 'cleanup-pending',
    };
}
/** A rollback verifies what it wrote; only what belongs to another owner is still unknown. */
async function whatStands(loop, snapshot, found) {
    if (found.kind !== 'external')
        return { trafficState: { kind: 'stable' }, presumed: false };
    const { snapshot: last, presumed } = await (0,_last_read_js__WEBPACK_IMPORTED_MODULE_6__/* .readFinalState */ .I)(loop, {
        ...snapshot,
        trafficState: found,
    });
    return { trafficState: last.trafficState, presumed };
}
/** Removes what was prepared: no user was served the new version. */
async function abort(loop, snapshot, cause) {
    const ended = await rollBack(loop, snapshot, cause);
    if (ended.ending.kind === 'stuck')
        return ended;
    const cleanup = ended.cleanup === 'clean' ? 'nothing-served' : ended.cleanup;
    return { ...ended, ending: { kind: 'failed', cause, stopped: { at: 'start' } }, cleanup };
}
async function tryRollBack(loop, snapshot) {
    const { target } = loop;
    let { trafficState } = snapshot;
    try {
        const manualCommands = () => target.repairCommands(snapshot.rollout.record, {
            phase: snapshot.rollout.phase,
            trafficState,
        });
        await (0,_persist_js__WEBPACK_IMPORTED_MODULE_7__/* .persist */ .Zr)(`rolling back ${target.words}`, { ...loop, manualCommands }, async (before) => {
            const was = trafficState;
            if (before > 0)
                trafficState = await lookAgain(loop, snapshot, trafficState);
            if (!(0,_rollout_traffic_state_js__WEBPACK_IMPORTED_MODULE_9__/* .canRollBack */ .j)(trafficState)) {
                // This run owned only the canary, and it is gone.
                if (was.kind === 'external' && was.canary === 'owned')
                    return;
                throw new _persist_js__WEBPACK_IMPORTED_MODULE_7__/* .FinalError */ .f4(`it was changed outside this action: ${trafficState.what}`);
            }
            await target.rollback.restore(snapshot.rollout, trafficState);
        });
        return { kind: 'done', trafficState };
    }
    catch (error) {
        return error instanceof NotOursError
            ? { kind: 'lost', cause: error.loss, trafficState }
            : { kind: 'failed', cause: (0,_targets_ownership_js__WEBPACK_IMPORTED_MODULE_4__/* .causeOf */ .rl)((0,_base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .known */ .eO)(error)), trafficState };
    }
}
/** There is no other attempt. */
class NotOursError extends _persist_js__WEBPACK_IMPORTED_MODULE_7__/* .FinalError */ .f4 {
    loss;
    constructor(loss) {
        super((0,_report_stored_state_text_js__WEBPACK_IMPORTED_MODULE_3__/* .lossText */ .T)(loss, _rollout_release_js__WEBPACK_IMPORTED_MODULE_8__/* .formatRolloutId */ .A2));
        this.loss = loss;
    }
}
/**
 * An attempt may come hours after the one before, and the state may have been changed outside this run since. An
 * unreadable state is no reason not to try.
 */
async function lookAgain(loop, { rollout }, before) {
    const observation = await loop.target.rollback.observe().catch((0,_base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .orElse */ .NW)(undefined));
    if (!observation)
        return before;
    mustStillBeOurs(loop, observation, rollout);
    return observation.trafficState ?? before;
}
/** Owned by this run, or the rollout that this run could not claim because AWS did not respond. */
function mustStillBeOurs(loop, { stored }, { record }) {
    const loss = (0,_targets_ownership_js__WEBPACK_IMPORTED_MODULE_4__/* .lossOf */ .je)(stored, loop.context.id) && (0,_targets_ownership_js__WEBPACK_IMPORTED_MODULE_4__/* .lossOf */ .je)(stored, record.id);
    if (loss)
        throw new NotOursError(loss);
}
/** Waits for that change, and rolls back again if it took effect after the rollback. */
async function overtake(loop, snapshot, late) {
    const { rollbackDeadline } = loop;
    const { rollback } = loop.target;
    const first = await Promise.race([late.then(() => 'over'), (0,_base_time_js__WEBPACK_IMPORTED_MODULE_10__/* .whenAborted */ .eG)(rollbackDeadline)]);
    if (first === 'aborted')
        return { kind: 'late' };
    if (!loop.host.cancelled.aborted)
        return { kind: 'over' };
    try {
        const { trafficState } = await rollback.observe();
        if (trafficState?.kind !== 'stable') {
            await rollback.restore(snapshot.rollout, trafficState ?? snapshot.trafficState);
        }
        return { kind: 'over' };
    }
    catch (error) {
        const why = (0,_base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .known */ .eO)(error).message;
        return rollbackDeadline.aborted ? { kind: 'late' } : { kind: 'unread', why };
    }
}
/** It failed, but everything is restored: a response was lost, or someone else restored it. */
function isRestored({ target }, { snapshot, presumed }) {
    const { rollout, trafficState } = snapshot;
    if (presumed || trafficState.kind !== 'stable')
        return false;
    return target.repairCommands(rollout.record, { phase: rollout.phase, trafficState }).length === 0;
}
/** What another run or a person has changed belongs to them. */
async function lost(loop, snapshot, rollingBack, cause) {
    const stopped = { at: 'midway', rollingBack };
    const ending = { kind: 'failed', cause, stopped };
    return { ending, ...(await (0,_last_read_js__WEBPACK_IMPORTED_MODULE_6__/* .readFinalState */ .I)(loop, snapshot)), cleanup: 'clean' };
}
function rollbackFailed({ recorder, host: { log } }, { snapshot, presumed }, cause, failure) {
    recorder.note(`the rollback failed: ${failure}`, 'traffic');
    log.warning(`The rollback failed: ${failure}`);
    return {
        ending: { kind: 'stuck', cause, failure },
        snapshot,
        presumed,
        cleanup: 'cleanup-pending',
    };
}
/**
 * Removes what was created for the rollout. The traffic is already correct, so a failure is only reported.
 *
 * @returns whether there was time for it
 */
async function cleanUp({ target, host: { log }, rollbackDeadline, }, rollout, served) {
    try {
        await target.rollback.cleanUp(rollout, served);
        return true;
    }
    catch (error) {
        const why = (0,_base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .known */ .eO)(error).message;
        if (rollbackDeadline.aborted)
            return false;
        log.warning(`Not everything that was created for this rollout could be removed. Until it is removed, it may cost money: ${why}`);
        return true;
    }
}
/** How long that is retried: less than a rollback, because a later run can do it as well. */
const CLEAR_SECONDS = 180;
/**
 * Removes the stored state. The traffic is already correct, so a failure is only reported.
 *
 * @returns whether it was done
 */
async function clearState(loop, { record }, ended) {
    const { target, host, context } = loop;
    const { log, cancelled } = host;
    try {
        const signed = ended !== undefined && (0,_context_js__WEBPACK_IMPORTED_MODULE_5__/* .storesOutcome */ .Hz)(context);
        const last = signed ? { ended, at: (0,_base_time_js__WEBPACK_IMPORTED_MODULE_10__/* .now */ .tB)(), by: context.id } : undefined;
        // A run that rolls back without having taken over may own it nevertheless: the answer was lost.
        const owners = (0,_rollout_release_js__WEBPACK_IMPORTED_MODULE_8__/* .sameRollout */ .c5)(record.id, context.id) ? [record.id] : [record.id, context.id];
        const clear = async () => {
            for (const owner of owners)
                await target.rollback.clearState(last, owner);
        };
        const giveUpAt = Math.min(context.giveUpAt, (0,_base_time_js__WEBPACK_IMPORTED_MODULE_10__/* .now */ .tB)() + CLEAR_SECONDS);
        const patience = { ...loop, context: { giveUpAt } };
        // A cancelled job needs the rest of its time for the report.
        if (cancelled.aborted)
            await clear();
        else
            await (0,_persist_js__WEBPACK_IMPORTED_MODULE_7__/* .persist */ .Zr)(`removing the stored state of ${target.words}`, patience, clear);
        return true;
    }
    catch (error) {
        log.warning(`The tags "canary-action:…" could not be removed (${(0,_base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .known */ .eO)(error).message}). The post step or the next run will remove them.`);
        return false;
    }
}


/***/ }),

/***/ 5545:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bf: () => (/* binding */ codeDeployAdvice),
/* harmony export */   HM: () => (/* binding */ ANSWER_LIMIT_BYTES),
/* harmony export */   JN: () => (/* binding */ readAnswer),
/* harmony export */   d5: () => (/* binding */ notShown),
/* harmony export */   f1: () => (/* binding */ readFailure),
/* harmony export */   s4: () => (/* binding */ shortly)
/* harmony export */ });
/* harmony import */ var _base_foreign_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6218);
// Interprets a hook's response. It is external text: its message is shown on one line and shortened.

/** Bytes: the maximum that is read of a response. Lambda returns at most 6 MB. */
const ANSWER_LIMIT_BYTES = 6 * 1024 * 1024;
const SHOWN = 400;
/** External text, shortened for a sentence. */
function shortly(text) {
    const line = text
        .slice(0, 4 * SHOWN)
        .replace(/[\s\p{Cc}\u2028\u2029]+/gu, ' ')
        .trim();
    return line.length > SHOWN
        ? `${line.slice(0, SHOWN - 1).replace(/[\uD800-\uDBFF]$/, '')}…`
        : line;
}
const AS_IT_IS = (text) => text;
/**
 * The verdict in the body of a successful response: `{"status": "Failed"}` fails, as CodeDeploy spells it, and any
 * other JSON passes. Only the message of the JSON is shown.
 *
 * @returns `undefined` if it is not JSON
 */
function readAnswer(body, clean = AS_IT_IS) {
    const json = parse(body);
    if (json === undefined)
        return undefined;
    if (typeof json !== 'object' || json === null)
        return { kind: 'passed', message: '' };
    const { status } = json;
    const failed = typeof status === 'string' && status.toLowerCase() === 'failed';
    const message = messageIn(json, ['message'], clean);
    if (!failed)
        return { kind: 'passed', message };
    return {
        kind: 'failed',
        message: message || 'it returned {"status":"Failed"} without a message',
    };
}
/**
 * The message of an unsuccessful response, from its JSON. Anything else may be a page of debugging output with the
 * server's environment in it, so it is only described.
 */
function readFailure(body, clean = AS_IT_IS) {
    const json = parse(body);
    if (json === null)
        return '';
    if (typeof json !== 'object')
        return notShown(body);
    return messageIn(json, ['message', 'Message', 'error'], clean);
}
/** Describes a response without a field that may be shown. */
function notShown(body) {
    const bytes = Buffer.byteLength(body);
    return `a response that is not a JSON object (${bytes} ${bytes === 1 ? 'byte' : 'bytes'}, not shown)`;
}
/** The first of these fields that is text; nothing else of a response is shown. */
function messageIn(json, fields, clean) {
    const texts = fields.map((field) => json[field]);
    const message = texts.find((text) => typeof text === 'string');
    return message === undefined ? '' : shortly(clean(message));
}
/** @returns `undefined` when it is no JSON */
function parse(body) {
    return body.trim() === '' ? null : (0,_base_foreign_text_js__WEBPACK_IMPORTED_MODULE_0__/* .parseJson */ .qF)(body);
}
/**
 * What AWS's own samples of CodeDeploy hooks call, throw and log when the deployment is not known to CodeDeploy.
 */
const CODEDEPLOY = /codedeploy|PutLifecycleEventHookExecutionStatus|LifecycleEventHookExecutionId|Validation test failed/i;
/** Advice for a hook that reports to CodeDeploy; empty if it does not. */
function codeDeployAdvice(...texts) {
    return texts.some((text) => CODEDEPLOY.test(text)) ? ADVICE : '';
}
const ADVICE = 'This hook reports its result to CodeDeploy. This action does not receive that report; return the result instead. ' +
    'Change three lines to support both: ' +
    "(1) const status = ok ? 'Succeeded' : 'Failed'; " +
    '(2) if (!event.rollout) await codedeploy.putLifecycleEventHookExecutionStatus({ …, status }); ' +
    '(3) return { status };';


/***/ }),

/***/ 9924:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   eh: () => (/* binding */ callUrl)
/* harmony export */ });
/* unused harmony exports SIGNATURE_HEADER, sign */
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_http__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7067);
/* harmony import */ var node_https__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4708);
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6031);
/* harmony import */ var _base_redirect_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(4242);
/* harmony import */ var _base_without_secrets_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(8008);
/* harmony import */ var _inputs_address_secrets_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(4200);
/* harmony import */ var _network_agents_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6428);
/* harmony import */ var _answer_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(5545);
// A hook behind a URL: one POST, signed if there is a secret. The URL may be as secret as a password, so messages
// contain no more of it than the host, whatever the server returns.









/** @param secret empty: nothing is signed */
async function callUrl({ url }, body, secret, signal) {
    let address = new URL(url);
    const secrets = [secret, ...(0,_inputs_address_secrets_js__WEBPACK_IMPORTED_MODULE_5__/* .addressSecrets */ .Y)(address)];
    const clean = (text) => (0,_base_without_secrets_js__WEBPACK_IMPORTED_MODULE_6__/* .withoutSecrets */ .cT)(text, secrets);
    try {
        for (let redirects = 0;; redirects++) {
            const signature = secret === '' ? '' : sign(secret, body, Date.now() / 1000);
            secrets.push(signature, signature.slice(signature.indexOf('v1=') + 3));
            const to = address;
            const reply = await (0,_base_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .foreign */ .V$)(() => post(to, body, signature, signal));
            if (reply.status < 300 || reply.status >= 400)
                return judgeReply(reply, clean);
            const next = (0,_base_redirect_js__WEBPACK_IMPORTED_MODULE_7__/* .redirectOf */ .Y)(address, 'POST', reply.status, reply.location);
            if ('refused' in next)
                return { kind: 'failed', message: clean(next.refused) };
            if (redirects === _base_redirect_js__WEBPACK_IMPORTED_MODULE_7__/* .MAX_REDIRECTS */ .N)
                return { kind: 'failed', message: 'it redirects too many times' };
            address = next.to;
            secrets.push(...(0,_inputs_address_secrets_js__WEBPACK_IMPORTED_MODULE_5__/* .addressSecrets */ .Y)(address));
        }
    }
    catch (error) {
        return {
            kind: 'failed',
            message: `it could not be reached: ${(0,_answer_js__WEBPACK_IMPORTED_MODULE_8__/* .shortly */ .s4)(clean((0,_base_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .known */ .eO)(error).message))}`,
        };
    }
}
function judgeReply({ status, body }, clean) {
    if (status < 200 || status >= 300) {
        const text = (0,_answer_js__WEBPACK_IMPORTED_MODULE_8__/* .readFailure */ .f1)(body ?? '', clean);
        return { kind: 'failed', message: `it returned ${status}${text && `: ${text}`}` };
    }
    if (body === undefined) {
        return {
            kind: 'failed',
            message: `it returned ${status} with more than 6 MB; expected a short JSON object, or nothing`,
        };
    }
    return (0,_answer_js__WEBPACK_IMPORTED_MODULE_8__/* .readAnswer */ .JN)(body, clean) ?? { kind: 'passed', message: '' };
}
/** @param signature empty: nothing is signed */
function post(address, body, signature, signal) {
    const send = address.protocol === 'https:' ? node_https__WEBPACK_IMPORTED_MODULE_2__.request : node_http__WEBPACK_IMPORTED_MODULE_1__.request;
    const headers = {
        'content-type': 'application/json',
        'content-length': Buffer.byteLength(body),
        'user-agent': 'canary-action/1',
        ...(signature !== '' && { [SIGNATURE_HEADER]: signature }),
    };
    return new Promise((resolve, reject) => {
        const agent = (0,_network_agents_js__WEBPACK_IMPORTED_MODULE_4__/* .agentFor */ .P)(address);
        const request = send(address, { method: 'POST', headers, signal, agent });
        request.on('error', reject);
        request.on('response', (response) => {
            const { statusCode: status = 0, headers: answered } = response;
            const chunks = [];
            let length = 0;
            const reply = (text) => resolve({ status, location: answered.location ?? '', body: text });
            response.on('data', (chunk) => {
                length += chunk.length;
                if (length <= _answer_js__WEBPACK_IMPORTED_MODULE_8__/* .ANSWER_LIMIT_BYTES */ .HM)
                    chunks.push(chunk);
                else {
                    reply(undefined);
                    request.destroy();
                }
            });
            response.on('end', () => reply(Buffer.concat(chunks).toString('utf8')));
            response.on('error', reject);
        });
        request.end(body);
    });
}
const SIGNATURE_HEADER = 'x-canary-signature';
/**
 * `t=1764000000,v1=…`: the time, and HMAC-SHA-256 in hexadecimal of `time.body`. The time is signed too, so that
 * an intercepted request cannot be sent again later.
 *
 * @param at seconds since the epoch
 */
function sign(secret, body, at) {
    const time = Math.floor(at);
    return `t=${time},v1=${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHmac)('sha256', secret).update(`${time}.${body}`).digest('hex')}`;
}


/***/ }),

/***/ 3646:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   fA: () => (/* binding */ readDailyTraffic),
/* harmony export */   mQ: () => (/* binding */ countsOf),
/* harmony export */   yJ: () => (/* binding */ readMetricBaseline)
/* harmony export */ });
/* harmony import */ var _analysis_count_table_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6361);
/* harmony import */ var _analysis_counts_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6103);
/* harmony import */ var _aws_metric_data_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2177);
/* harmony import */ var _rollout_traffic_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6211);
/* harmony import */ var _metric_counts_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5986);
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

/***/ 5986:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q3: () => (/* binding */ metricSeries),
/* harmony export */   SX: () => (/* binding */ readPairs),
/* harmony export */   Uw: () => (/* binding */ readMetrics)
/* harmony export */ });
/* harmony import */ var _analysis_count_table_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6361);
/* harmony import */ var _aws_metric_data_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2177);
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

/***/ 5543:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  d: () => (/* binding */ COUNTS_SECONDS),
  l: () => (/* binding */ createMonitor)
});

// EXTERNAL MODULE: ./build/analysis/closed.js
var analysis_closed = __webpack_require__(7515);
// EXTERNAL MODULE: ./build/analysis/evidence.js
var evidence = __webpack_require__(8690);
// EXTERNAL MODULE: ./build/analysis/finding.js + 2 modules
var finding = __webpack_require__(283);
// EXTERNAL MODULE: ./build/aws/alarms.js
var aws_alarms = __webpack_require__(8506);
// EXTERNAL MODULE: ./build/base/errors.js + 1 modules
var errors = __webpack_require__(6031);
// EXTERNAL MODULE: ./build/rollout/bake.js
var bake = __webpack_require__(9925);
// EXTERNAL MODULE: ./build/rollout/plan.js
var rollout_plan = __webpack_require__(7927);
// EXTERNAL MODULE: ./build/rollout/traffic.js
var rollout_traffic = __webpack_require__(6211);
// EXTERNAL MODULE: ./build/base/alarm-ref.js
var alarm_ref = __webpack_require__(3085);
;// CONCATENATED MODULE: ./build/monitor/alarm-evidence.js
// Evidence from CloudWatch alarms, for a rollout that began at a given time.

/**
 * One piece of evidence per configured alarm. An alarm that was in ALARM before the rollout began counts again only
 * after it has left ALARM and fires again. An alarm that AWS does not return is inconclusive.
 *
 * @param alarms names or ARNs
 * @param startedAt seconds since the epoch
 */
function judgeAlarms(alarms, readings, startedAt) {
    return alarms.map((alarm) => {
        const reading = readings.find(({ arn }) => (0,alarm_ref/* isAlarm */.I)(alarm, arn));
        return { source: { kind: 'alarm', name: (0,alarm_ref/* alarmName */.V)(alarm) }, ...judge(reading, startedAt) };
    });
}
function judge(reading, startedAt) {
    if (!reading)
        return unread({ kind: 'alarm-gone' });
    if (reading.state === 'ALARM') {
        const since = reading.transitionedAt;
        if ((since ?? startedAt) < startedAt) {
            return { verdict: 'healthy', detail: { kind: 'alarm-fired-before' } };
        }
        const detail = { kind: 'alarm-fired', reason: reading.reason };
        return { verdict: 'failing', detail, ...(since !== undefined && { since }) };
    }
    if (reading.doubt)
        return unread({ kind: 'alarm-doubtful', doubt: reading.doubt });
    if (reading.state === 'INSUFFICIENT_DATA') {
        return { verdict: 'inconclusive', detail: { kind: 'alarm-no-data' } };
    }
    return { verdict: 'healthy', detail: { kind: 'alarm-ok' } };
}
function unread(detail) {
    return { verdict: 'inconclusive', detail, unread: true };
}

// EXTERNAL MODULE: ./build/monitor/baseline.js
var baseline = __webpack_require__(3646);
// EXTERNAL MODULE: ./build/analysis/count-table.js
var count_table = __webpack_require__(6361);
// EXTERNAL MODULE: ./build/analysis/counts.js
var counts = __webpack_require__(6103);
// EXTERNAL MODULE: ./build/analysis/custom-measure.js
var custom_measure = __webpack_require__(7893);
// EXTERNAL MODULE: ./build/base/assert.js
var assert = __webpack_require__(648);
// EXTERNAL MODULE: ./build/analysis/alpha.js
var analysis_alpha = __webpack_require__(3959);
// EXTERNAL MODULE: ./build/analysis/dispersion.js
var analysis_dispersion = __webpack_require__(9237);
// EXTERNAL MODULE: ./build/analysis/comparison.js
var comparison = __webpack_require__(4134);
// EXTERNAL MODULE: ./build/analysis/exact-test.js
var exact_test = __webpack_require__(3281);
// EXTERNAL MODULE: ./build/analysis/log-space.js
var log_space = __webpack_require__(3402);
;// CONCATENATED MODULE: ./build/analysis/guardrail.js
// The limit for minutes without stable traffic to compare with: an error rate that no service would accept.



/** The lowest and the highest limit of the guardrail, 0 to 1. */
const MIN_LIMIT = 0.1;
const MAX_LIMIT = 0.9;
/**
 * The rate, 0 to 1, that a canary without stable traffic must not exceed: 10%, or three times stable's peak
 * rate in the hour before, whichever is higher; at most 90%.
 *
 * 1, which no rate exceeds, if three times the peak rate is 1 or more: then there is no rate that only a worse version
 * has. A version that is no worse fails as often as stable did before, and would exceed any lower limit during a running
 * incident.
 */
function guardrailLimit(before) {
    const tolerated = 3 * (0,analysis_dispersion/* peakRate */.ai)(before);
    return tolerated < 1 ? Math.min(MAX_LIMIT, Math.max(MIN_LIMIT, tolerated)) : 1;
}
/** The minutes in which the canary had all of the traffic, both by its weight and by the counts. */
function canaryOnly(minutes) {
    return minutes.filter((m) => Math.min(m.weight, m.weightBefore) === 100 &&
        m.stable.requests === 0 &&
        m.canary.requests > 0);
}
/**
 * Evidence, in nats, that the canary's rate in these minutes exceeds `limit`: a mixture of likelihood ratios
 * against the limit (Wald 1945), which is a test supermartingale at or below the limit. It cannot distinguish
 * a bad canary from an incident; so the canary should not get all of the traffic before the verdict. 0 without a limit.
 */
function guardrailNats(minutes, limit, dispersion = 1) {
    if (limit >= 1)
        return 0;
    const alone = (0,counts/* sum */.cz)(minutes.map((m) => m.canary));
    const bets = [Math.min(2 * limit, 0.97), Math.min(5 * limit, 0.96), 0.95];
    const successes = alone.requests - alone.events;
    const nats = bets.map((bet) => (alone.events * Math.log(bet / limit) + successes * Math.log((1 - bet) / (1 - limit))) /
        dispersion);
    return (0,log_space/* logSumExp */.V)(nats) - Math.log(bets.length);
}

;// CONCATENATED MODULE: ./build/analysis/guardrail-finding.js
// The finding of the guardrail, once the canary has had traffic while stable had none.




/**
 * Failing when the canary's rate in minutes without stable traffic exceeds the limit, otherwise healthy: the
 * guardrail finds only this one problem, and does not object to anything else. Inconclusive if there is no limit.
 *
 * @param guarded whose errors these are, if not those of all requests
 * @returns undefined if the canary never had all of the traffic
 */
function guardrailFinding(errors, falseRollbackRate, dispersion, guarded) {
    const alone = canaryOnly(errors.minutes);
    if (alone.length === 0)
        return undefined;
    const limit = guardrailLimit(errors.before);
    const source = { kind: 'guardrail', limit, ...guarded };
    return limited(source, alone, falseRollbackRate, dispersion);
}
/**
 * The same for errors that are not counted by version, so that nobody knows whose they are: failing when so many of
 * all requests fail that no service would accept it. In an incident, this may roll back a good version.
 *
 * @param series all requests as the canary's
 */
function unattributedFinding({ minutes, before }, falseRollbackRate, dispersion) {
    const split = minutes.filter(({ weight, weightBefore, canary }) => weight > 0 && Math.max(weight, weightBefore) < 100 && canary.requests > 0);
    if (split.length === 0)
        return undefined;
    const limit = guardrailLimit(before);
    const source = { kind: 'guardrail', limit, of: 'all-traffic' };
    return limited(source, split, falseRollbackRate, dispersion);
}
/**
 * The guardrail while stable has a small share: failing when far more of the canary's requests fail than of stable's.
 * Inconclusive while so many of the canary's fail that no service would accept it, and stable has too few requests to
 * show whose fault that is. Otherwise healthy. It shares the guardrail's part of the false-rollback rate.
 *
 * @returns undefined if the canary never had such a weight
 */
function heldBackFinding({ minutes, before }, falseRollbackRate, dispersion) {
    const high = (0,exact_test/* highMinutes */.eD)(minutes);
    if (high.length === 0)
        return undefined;
    const limit = guardrailLimit(before);
    const source = { kind: 'guardrail', limit, of: 'held-back' };
    const found = guarded(source, high, (0,exact_test/* exactPath */.V$)(high, dispersion), falseRollbackRate);
    if (found.verdict === 'failing')
        return found;
    const recent = (0,exact_test/* highMinutes */.eD)(minutes.slice(-RECENT_MINUTES));
    const accepted = guardrailNats(recent, limit, dispersion) < -Math.log(falseRollbackRate);
    return accepted ? found : { ...found, verdict: 'inconclusive' };
}
/** What is over decides nothing: an incident that has ended does not hold a release. */
const RECENT_MINUTES = 3;
/** Compares the canary's sums with the limit after each minute. */
function limited(source, alone, falseRollbackRate, dispersion) {
    const { limit } = source;
    const path = alone.map((_, i) => guardrailNats(alone.slice(0, i + 1), limit, dispersion));
    const found = guarded(source, alone, path, falseRollbackRate);
    return limit < 1 ? found : { ...found, verdict: 'inconclusive' };
}
/** @param path the evidence after each minute, in nats */
function guarded(source, minutes, path, falseRollbackRate) {
    const threshold = -Math.log(falseRollbackRate);
    const first = path.findIndex((nats) => nats >= threshold);
    const failing = first >= 0;
    const canary = (0,counts/* sum */.cz)(minutes.map((m) => m.canary));
    return {
        source,
        verdict: failing ? 'failing' : 'healthy',
        canary,
        stable: (0,counts/* sum */.cz)(minutes.map((m) => m.stable)),
        comparison: (0,comparison/* compare */.U)(minutes),
        interval: undefined,
        reading: { nats: path.at(-1), threshold, failing },
        safe: { nats: 0, threshold: 0 },
        failingSince: minutes[first]?.minute,
    };
}

// EXTERNAL MODULE: ./build/analysis/measure.js
var analysis_measure = __webpack_require__(203);
// EXTERNAL MODULE: ./build/analysis/parts.js
var parts = __webpack_require__(945);
// EXTERNAL MODULE: ./build/analysis/risk-ratio.js
var risk_ratio = __webpack_require__(9566);
;// CONCATENATED MODULE: ./build/analysis/sample-ratio.js
// Checks whether AWS sends the canary the configured share of requests.



const ODDS = [0.01, 0.25, 0.5, 0.8, 0.9, 1.1, 1.25, 2, 4];
/** A gap smaller than a tenth of the share may be real, but does not matter. */
const MATERIAL = 0.1;
/**
 * The gap in the routing, if there is one. If it is unknown whether stable's counts include the canary's, both
 * interpretations must show the gap, and the smaller one is reported.
 */
function routingGap(minutes, apart) {
    const gap = sampleRatioGap(minutes);
    if (apart || !gap)
        return gap;
    const other = sampleRatioGap(minutes.map(withoutCanary));
    if (!other)
        return undefined;
    return distance(other) < distance(gap) ? other : gap;
}
function withoutCanary(minute) {
    const { canary, stable } = minute;
    const requests = Math.max(0, stable.requests - canary.requests);
    return { ...minute, stable: { requests, events: Math.min(requests, stable.events) } };
}
function distance({ realised, configured }) {
    return Math.abs(realised - configured);
}
/**
 * Reports a persistent gap between the actual and the configured share: the same likelihood ratio as for
 * errors, with every request as an event and bets in both directions (Lindon & Malek, NeurIPS 2022, use
 * theirs for this). The probability of a false report is at most `falseReports`, however often it is checked.
 *
 * @returns the gap, or undefined while the routing matches the configuration
 */
function sampleRatioGap(minutes, falseReports = 1e-4) {
    const nats = new Float64Array(ODDS.length);
    let canary = 0;
    let requests = 0;
    let expected = 0;
    let found = false;
    for (const minute of minutes) {
        const total = minute.canary.requests + minute.stable.requests;
        const share = minute.weight / 100;
        if (!(0,counts/* isSteady */.NZ)(minute) || total === 0 || share <= 0 || share >= 1)
            continue;
        for (let i = 0; i < ODDS.length; i++) {
            nats[i] += (0,risk_ratio/* riskRatioNats */.r)(minute.canary.requests, total, share, ODDS[i]);
        }
        canary += minute.canary.requests;
        requests += total;
        expected += total * share;
        found ||= (0,log_space/* logSumExp */.V)(nats) - Math.log(ODDS.length) >= -Math.log(falseReports);
    }
    const material = Math.abs(canary / expected - 1) >= MATERIAL;
    if (!found || !material)
        return undefined;
    return { realised: canary / requests, configured: expected / requests };
}

// EXTERNAL MODULE: ./build/analysis/shared-incident.js
var shared_incident = __webpack_require__(4725);
;// CONCATENATED MODULE: ./build/analysis/judge.js
// The judge turns all observations into one verdict. Each check recomputes everything from the minutes, so
// late data, a restart or a second observer changes nothing.











const DEFAULT_SETTINGS = {
    falseRollbackRate: 0.01,
    dispersion: 'auto',
    warmUpSeconds: 60,
    nextWeight: 100,
    apart: true,
};
/**
 * Judges a rollout by all observations since it began.
 *
 * @param measured one series for each measure, including that of all errors
 */
function judge_judge(measured, settings = DEFAULT_SETTINGS) {
    const errors = (0,assert/* must */.s)(measured.find(isAllErrors), 'the errors are always judged');
    const { minutes, before } = errors;
    const compared = settings.errors === 'counted'
        ? measured.filter(({ measure }) => (0,analysis_measure/* classOf */.Kl)(measure) !== 'errors')
        : measured;
    const alpha = (0,analysis_alpha/* splitAlpha */.b)(settings.falseRollbackRate, compared.map(({ measure }) => measure));
    // Where the weights do not divide what is counted, they neither show a gap nor the evidence of successes.
    const isByWeight = minutes.every(({ share }) => share === undefined);
    const routing = isByWeight ? routingGap(minutes, settings.apart) : undefined;
    const sound = settings.apart && isByWeight && routing === undefined;
    const dispersion = (0,analysis_dispersion/* dispersionFor */.iR)(before, settings.dispersion);
    const answers = compared.map((one) => {
        const context = { ...settings, falseRollbackRate: alpha.of(one.measure), sound };
        const { series, question } = one.measure.ask(one, context);
        return (0,finding/* find */.I6)(series, question);
    });
    const findings = [
        ...(0,parts/* withParts */.dK)(answers),
        ...(compared.includes(errors) ? guardrails(compared, errors, alpha.guardrail, settings) : []),
    ];
    return {
        verdict: (0,evidence/* worst */.QZ)(findings),
        findings,
        paths: answers.map(({ source, path }) => ({ source, points: path })),
        routing,
        bothBad: (0,shared_incident/* bothBad */.hu)(minutes, before, dispersion),
    };
}
/**
 * The findings of the guardrail. One half of its part of the false-rollback rate is for the time in which stable has a
 * small share; those on what cannot be compared share the other half.
 */
function guardrails(measured, errors, rate, settings) {
    const { unattributed = [] } = settings;
    const functions = measured.filter(({ measure }) => measure.kind === 'invocations');
    const half = rate / 2;
    const share = half / (1 + functions.length + (unattributed.length > 0 ? 1 : 0));
    const clusters = ({ before }) => (0,analysis_dispersion/* dispersionFor */.iR)(before, settings.dispersion);
    const { before } = errors;
    const held = settings.apart ? heldBackFinding(errors, half, clusters(errors)) : undefined;
    return [
        guardrailFinding(errors, share, clusters(errors)),
        held,
        ...functions.map((one) => guardrailFinding(one, share, clusters(one), functionOf(one))),
        unattributedFinding({ minutes: unattributed, before }, share, clusters(errors)),
    ].filter((finding) => finding !== undefined);
}
/** The function whose invocations these are. */
function functionOf({ measure: { scope } }) {
    return scope.kind === 'function' ? { of: 'functions', name: scope.name } : undefined;
}
function isAllErrors({ measure: { kind, scope } }) {
    return kind === 'errors' && scope.kind === 'all';
}
/** The canary's requests in the closed minutes since it got its current weight. */
function requestsAtWeight(minutes, weight) {
    return sum(minutes.filter((m) => m.weight === weight).map((m) => m.canary)).requests;
}

// EXTERNAL MODULE: ./build/inputs/metric-fields.js
var metric_fields = __webpack_require__(3194);
// EXTERNAL MODULE: ./build/rollout/weights.js
var weights = __webpack_require__(191);
// EXTERNAL MODULE: ./build/monitor/metric-counts.js
var metric_counts = __webpack_require__(5986);
;// CONCATENATED MODULE: ./build/monitor/judge-counts.js
// Reads the counts of both versions and judges them.













/** Reads and judges everything since the rollout began. What cannot be read is said. */
async function countAndJudge(sources, rollout, now) {
    const { record } = rollout;
    const closedUntil = 60 * ((0,analysis_closed/* lastClosedMinute */.xu)(now, record.longestAnswerSeconds) + 1);
    let read;
    try {
        read = await readAll(sources, rollout, now, closedUntil);
    }
    catch (error) {
        return { traffic: { kind: 'unreadable', why: (0,errors/* known */.eO)(error).message }, ...NOT_JUDGED };
    }
    const { traffic, past, unread } = read;
    if (!past || traffic.kind !== 'counted')
        return { traffic, ...NOT_JUDGED };
    const { compare } = sources.settings;
    const rows = judgedRows(traffic.table, past);
    return {
        traffic,
        judgement: judgeRows(rows, traffic, past, { rollout, now }, sources.settings),
        unread: [...unread, ...incompleteEvidence(traffic.table, rows, compare, rollout)],
        notCompared: (0,analysis_measure/* notCompared */.vK)(compare, rows.map(({ measure }) => measure), past.map(({ measure }) => measure)),
        readUntil: closedUntil,
    };
}
/** The rows of the measures whose hour before was read: with only one of the two, there is no question. */
function judgedRows({ rows }, past) {
    const known = new Set(past.map(({ measure }) => measure.id));
    return rows.filter(({ measure }) => known.has(measure.id));
}
async function readAll(sources, rollout, now, closedUntil) {
    const { countSource, settings } = sources;
    const { startedAt, functions } = rollout.record;
    const span = { from: (0,rollout_traffic/* startOfMinute */.ci)(startedAt), to: (0,rollout_traffic/* startOfMinute */.ci)(now) + 60 };
    const traffic = await countSource.readTraffic(functions.filter(isChanged), span, closedUntil);
    if (settings.analysis === 'off' || traffic.kind !== 'counted')
        return { traffic, past: undefined, unread: [] };
    const baseline = await sources.baseline(rollout, now);
    const more = await readMore(sources, { baseline, traffic, rollout, span, now });
    const table = { ...traffic.table, rows: [...traffic.table.rows, ...more.rows] };
    return {
        traffic: { ...traffic, table },
        past: [...baseline, ...more.baseline],
        unread: more.unread,
    };
}
/** A version that is released again cannot be told from itself. */
function isChanged({ from, to }) {
    return from !== to;
}
const NOT_JUDGED = {
    judgement: undefined,
    unread: [],
    notCompared: [],
    readUntil: 0,
};
/** The measures of the target and the user's metrics, read separately: a failed read does not affect the other. */
async function readMore({ countSource, cloudWatch, metricBaseline, settings: { metrics } }, { baseline, traffic, rollout, span, now }) {
    const measures = metrics.map(({ name, worse }) => (0,custom_measure/* customMeasure */._)(name, worse));
    const slow = await readOrSay('comparisons', () => countSource.readMeasures(baseline, traffic, span));
    const own = await readOrSay('metrics', async () => {
        const past = await metricBaseline(rollout, now);
        const sides = await (0,metric_counts/* readMetrics */.Uw)(cloudWatch, metricQuestions(metrics, rollout), span);
        return measures.map((measure, i) => ({
            // After the promotion, a user's metric has no second side and is not part of the verdict.
            row: { measure, promoted: count_table/* NO_EVENTS */.q9, ...(0,assert/* must */.s)(sides[i], 'each metric has its counts') },
            past: { measure, minutes: (0,assert/* must */.s)(past[i], 'each metric has its baseline') },
        }));
    });
    return {
        rows: [...slow.read, ...own.read.map(({ row }) => row)],
        baseline: own.read.map(({ past }) => past),
        unread: [...slow.unread, ...own.unread],
    };
}
async function readOrSay(of, read) {
    try {
        return { read: await read(), unread: [] };
    }
    catch (error) {
        const detail = { kind: 'unreadable', why: (0,errors/* known */.eO)(error).message };
        const source = { kind: 'reading', of };
        return { read: [], unread: [{ source, verdict: 'inconclusive', detail, unread: true }] };
    }
}
/** Closed minutes of this phase for which CloudWatch returned incomplete data. */
function incompleteEvidence(table, rows, compare, rollout) {
    return [...compare, 'metrics'].flatMap((of) => {
        // What is missing of a single route decides nothing.
        const shown = rows.filter(({ measure }) => (0,analysis_measure/* classOf */.Kl)(measure) === of && !(0,analysis_measure/* isOfRoute */.$x)(measure));
        const minutes = new Set(shown.flatMap((row) => (0,weights/* incompleteMinutes */.Sf)(table, row, rollout)));
        if (minutes.size === 0)
            return [];
        const from = Math.min(...minutes);
        const detail = { kind: 'incomplete-minutes', minutes: minutes.size, from };
        const source = { kind: 'counts', of };
        return [{ source, verdict: 'inconclusive', detail, unread: true }];
    });
}
/** The user's metrics, with the versions of this rollout filled in. */
function metricQuestions(metrics, { record }) {
    return metrics.map((metric) => ({
        ...metric,
        canary: (0,metric_fields/* fillVersions */.$3)(metric.canary, record.functions),
        stable: (0,metric_fields/* fillVersions */.$3)(metric.stable, record.functions),
    }));
}
function judgeRows(rows, { table, apart, share, unattributed }, past, { rollout, now }, { falseRollbackRate, dispersion, warmUpSeconds, compare }) {
    const before = new Map(past.map(({ measure, minutes }) => [measure.id, minutes]));
    const measured = rows.map((row) => ({
        measure: row.measure,
        minutes: sharesOf((0,weights/* splitByMinute */.o4)(table, row, rollout), share),
        // With a cache, the weights do not say what of the canary has not arrived.
        open: share === undefined ? (0,weights/* openMinutes */._J)(table, row, rollout, now) : [],
        before: before.get(row.measure.id) ?? [],
    }));
    return judge_judge(measured, {
        falseRollbackRate,
        dispersion,
        warmUpSeconds,
        nextWeight: nextWeight(rollout),
        apart,
        errors: compare.includes('errors') ? 'compared' : 'counted',
        ...(unattributed && {
            unattributed: (0,weights/* splitByMinute */.o4)(table, { canary: unattributed, stable: count_table/* NO_EVENTS */.q9, promoted: count_table/* NO_EVENTS */.q9 }, rollout),
        }),
    });
}
/**
 * With unequal shares, a minute whose weight changed is left out: the share of the counted requests may then have been
 * larger than at any time that is known.
 */
function sharesOf(minutes, share) {
    if (!share)
        return [...minutes];
    return minutes.filter(counts/* isSteady */.NZ).map((minute) => ({ ...minute, share }));
}
/** The bake follows only what would be promoted. */
function nextWeight({ record: { plan }, phase }) {
    const next = phase.kind === 'step' ? (0,rollout_plan/* rampOf */.Kq)(plan)[phase.index + 1] : undefined;
    return next?.weight ?? 100;
}

;// CONCATENATED MODULE: ./build/monitor/monitor.js
// What is monitored while traffic is split: alarms, the counts of both versions, and their verdict. Everything is
// recomputed from CloudWatch, so a run that takes over gets the same result.











/** Monitors one rollout. What cannot be read is inconclusive; a check throws only for a bug. */
function createMonitor(cloudWatch, countSource, settings) {
    const sources = {
        cloudWatch,
        countSource,
        settings,
        baseline: onceClosed(({ record: { startedAt, functions } }) => countSource.readBaseline(startedAt, functions.filter(isChanged), settings.compare)),
        metricBaseline: onceClosed((rollout) => {
            const questions = metricQuestions(settings.metrics, rollout);
            return (0,baseline/* readMetricBaseline */.yJ)(cloudWatch, questions, rollout.record.startedAt);
        }),
    };
    const readCounts = limitRate((rollout, now) => countAndJudge(sources, rollout, now));
    return async (rollout, now) => {
        const [alarms, counted] = await Promise.all([
            alarmEvidence(cloudWatch, settings.alarms, rollout.record.startedAt),
            readCounts(rollout, now),
        ]);
        return weigh(alarms, counted, rollout, settings, now);
    };
}
/** Minutes appear at no fixed second, so each is found within half a minute. CloudWatch bills every metric read. */
const COUNTS_SECONDS = 30;
function limitRate(read) {
    let last;
    return async (rollout, now) => {
        const snapshot = Math.floor(now / COUNTS_SECONDS);
        const key = JSON.stringify([snapshot, rollout.phase, rollout.stepStartTimes]);
        if (last?.key !== key)
            last = { key, counted: await read(rollout, now) };
        return last.counted;
    };
}
/**
 * Stores the hour before the rollout once its last minute is closed. Until then it is read again each time, because
 * incomplete data would look like a different baseline. No minute of the rollout is judged before that, so every
 * run uses the same hour.
 */
function onceClosed(read) {
    let kept;
    return async (rollout, now) => {
        if (kept)
            return kept.past;
        const past = await read(rollout);
        const { startedAt, longestAnswerSeconds } = rollout.record;
        const last = Math.floor(startedAt / 60) - 1;
        if ((0,analysis_closed/* lastClosedMinute */.xu)(now, longestAnswerSeconds) >= last)
            kept = { past };
        return past;
    };
}
function weigh(alarms, counted, rollout, settings, now) {
    const { phase, record } = rollout;
    const { traffic, judgement, unread, readUntil } = counted;
    const enforced = settings.analysis === 'enforce';
    const findings = [...(judgement?.findings ?? []), ...unread];
    const silence = phase.kind === 'step'
        ? [(0,rollout_traffic/* judgeTraffic */.TV)(traffic, phase.since, requestsIn(record.plan, phase.index, settings))]
        : [];
    const { plan } = record;
    const byEvidence = plan.advance.kind === 'evidence' && phase.kind === 'step' && !(0,rollout_plan/* isBake */.Wy)(plan, phase.index);
    const uncompared = enforced ? nothingCompared(judgement, record) : undefined;
    const baking = unreadInBake(counted, rollout, now);
    const compared = [...baking, ...findings];
    // A step that ends by time, and the bake, do not wait for evidence.
    const deciding = compared.filter((e) => (byEvidence && !(0,evidence/* onlyObjects */.t6)(e)) || isNews(e) || isUnaccepted(e));
    // The canary's own metrics end with the promotion, so an alarm on them has no data from then on.
    const rung = phase.kind === 'baking' ? alarms.filter(isNews) : alarms;
    return {
        evidence: [...alarms, ...silence, ...compared, ...listOf(uncompared)],
        deciding: [...rung, ...silence, ...(enforced ? deciding : []), ...listOf(uncompared)],
        traffic,
        uncompared,
        readUntil: enforced ? readUntil : Number.POSITIVE_INFINITY,
        paths: judgement?.paths ?? [],
        notCompared: counted.notCompared,
        misrouted: judgement?.routing,
        incident: enforced && phase.kind === 'step' ? judgement?.bothBad : undefined,
    };
}
/** The minimum number of canary requests in a step. */
function requestsIn(plan, index, { minRequests }) {
    const step = plan.steps[index];
    return Math.max(minRequests, step ? (0,rollout_plan/* requestsFor */.Uw)(plan, step) : 0);
}
function unreadInBake({ traffic, readUntil, judgement }, rollout, now) {
    const { phase, record } = rollout;
    const { longestAnswerSeconds, plan } = record;
    // After the promotion, nothing else reports that the counts could not be read.
    if (phase.kind === 'baking' && traffic.kind === 'unreadable')
        return [(0,rollout_traffic/* unreadableTraffic */.re)(traffic.why)];
    const end = (0,bake/* bakeEnd */.VG)(rollout);
    if (end === undefined || plan.bakeSeconds === 0 || !judgement)
        return [];
    return (0,bake/* unreadBake */.Pk)({ end, readUntil, closingSeconds: (0,analysis_closed/* closingSeconds */.rh)(longestAnswerSeconds) }, now);
}
function listOf(evidence) {
    return evidence ? [evidence] : [];
}
/**
 * Healthy requires at least one comparison. What could not be read has evidence of its own.
 *
 * @returns `undefined`: there is a comparison
 */
function nothingCompared(judgement, { longestAnswerSeconds }) {
    if (!judgement || judgement.findings.some(finding/* isMade */.sX))
        return undefined;
    const closedAfterSeconds = (0,analysis_closed/* closingSeconds */.rh)(longestAnswerSeconds);
    const detail = { kind: 'nothing-compared', closedAfterSeconds };
    return { source: { kind: 'comparison' }, verdict: 'inconclusive', detail };
}
/** No service would accept that many failures, and nobody knows whose they are: that is not promoted. */
function isUnaccepted({ source, verdict }) {
    return source.kind === 'guardrail' && source.of === 'held-back' && verdict === 'inconclusive';
}
/** Something is wrong, or its check could not be read. No data and a lack of evidence are neither. */
function isNews({ verdict, unread }) {
    return verdict === 'failing' || unread === true;
}
async function alarmEvidence(cloudWatch, alarms, startedAt) {
    if (alarms.length === 0)
        return [];
    let details;
    try {
        details = await (0,aws_alarms/* readAlarms */.t)(cloudWatch, alarms);
    }
    catch (error) {
        const source = { kind: 'alarms' };
        const detail = { kind: 'unreadable', why: (0,errors/* known */.eO)(error).message };
        return [{ source, verdict: 'inconclusive', detail, unread: true }];
    }
    return judgeAlarms(alarms, details, startedAt);
}


/***/ }),

/***/ 6428:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  P: () => (/* binding */ agentFor),
  j: () => (/* binding */ createAgents)
});

// EXTERNAL MODULE: external "node:http"
var external_node_http_ = __webpack_require__(7067);
// EXTERNAL MODULE: external "node:https"
var external_node_https_ = __webpack_require__(4708);
// EXTERNAL MODULE: ./build/base/errors.js + 1 modules
var errors = __webpack_require__(6031);
// EXTERNAL MODULE: ./build/network/proxy.js
var network_proxy = __webpack_require__(8637);
;// CONCATENATED MODULE: ./build/network/tunnel.js
// A tunnel through an HTTP proxy (CONNECT, RFC 9110 section 9.3.6): the proxy forwards bytes and sees no request.



/** As long as a connection without a proxy may take. A silent proxy must not keep the process alive. */
const LIMIT_MS = 5_000;
/** A proxy that could not be reached, or refused. The message never contains its user and password. */
class ProxyError extends Error {
    name = 'ProxyError';
    /** The AWS SDK tries again only if an error has this. */
    $retryable;
    constructor({ host }, what, options) {
        super(`the proxy ${host} ${what}`, options);
        this.$retryable = options.lasting ? undefined : {};
    }
}
/** Rejects with a `ProxyError`. */
function openTunnel(proxy, to) {
    const send = proxy.protocol === 'https:' ? external_node_https_.request : external_node_http_.request;
    const host = `${to.host.includes(':') ? `[${to.host}]` : to.host}:${to.port}`;
    const authorization = (0,network_proxy/* authorizationOf */.P)(proxy);
    return new Promise((resolve, reject) => {
        const request = send({
            method: 'CONNECT',
            host: proxy.hostname.replace(/^\[|\]$/g, ''),
            port: proxy.port || (proxy.protocol === 'https:' ? 443 : 80),
            path: host,
            headers: { host, ...(authorization && { 'proxy-authorization': authorization }) },
            agent: false,
        });
        const limit = setTimeout(() => {
            const what = `did not answer within ${LIMIT_MS / 1000} s`;
            request.destroy(new ProxyError(proxy, what, { lasting: false }));
        }, LIMIT_MS);
        const fail = (error) => {
            clearTimeout(limit);
            reject(error);
        };
        request.on('error', (error) => {
            if (error instanceof ProxyError)
                return fail(error);
            const { code, message } = error;
            const what = `could not be reached (${message || code})`;
            fail(new ProxyError(proxy, what, { lasting: false, cause: error }));
        });
        request.on('connect', ({ statusCode = 0 }, socket) => {
            clearTimeout(limit);
            if (statusCode === 200)
                return resolve(socket);
            socket.destroy();
            fail(refusal(proxy, host, statusCode));
        });
        // An answer that is no answer to CONNECT: a server that is not a proxy.
        request.on('response', ({ statusCode = 0 }) => {
            request.destroy();
            fail(refusal(proxy, host, statusCode));
        });
        request.end();
    });
}
function refusal(proxy, host, status) {
    const why = status === 407 || status === 401 ? 'it expects another user and password in the variable' : '';
    const what = `refused a connection to ${host} with HTTP ${status}${why && `: ${why}`}`;
    return new ProxyError(proxy, what, { lasting: status < 500 && status !== 429 });
}

;// CONCATENATED MODULE: ./build/network/agents.js
// Agents for node:http and node:https that reach each server as the runner's environment says: directly or through
// a proxy. They open every connection of this action that GitHub's toolkit does not open.





/** As those of the AWS SDK. */
const POOL = { keepAlive: true, maxSockets: 50 };
/** @param trusted the certificates to trust, in PEM; `undefined`: those that Node trusts */
function createAgents(trusted) {
    return {
        httpAgent: new ProxiedPlainAgent(POOL),
        httpsAgent: new ProxiedTlsAgent({ ...POOL, ...(trusted && { ca: [...trusted] }) }),
    };
}
/** For one request, whose connection is not kept. */
function agentFor({ protocol }) {
    return protocol === 'https:' ? new ProxiedTlsAgent() : new ProxiedPlainAgent();
}
class ProxiedPlainAgent extends external_node_http_.Agent {
    createConnection(options, created) {
        return connect('http', options, created, (socket) => socket ? socket : super.createConnection(options, created));
    }
}
class ProxiedTlsAgent extends external_node_https_.Agent {
    createConnection(options, created) {
        // The server's certificate is checked in a tunnel as well: the proxy sees nothing of the requests.
        return connect('https', options, created, (socket) => socket
            ? super.createConnection({ ...options, socket })
            : super.createConnection(options, created));
    }
}
/** @param open gets the socket of the tunnel; `undefined`: there is no proxy for this server */
function connect(scheme, { host, port }, created, open) {
    const to = { host: host ?? 'localhost', port: Number(port ?? (scheme === 'https' ? 443 : 80)) };
    const name = to.host.includes(':') ? `[${to.host}]` : to.host;
    // Node passes an error to a request only by the callback.
    const fail = (error) => created?.(error, undefined);
    try {
        const proxy = (0,network_proxy/* proxyFor */.i)(new URL(`${scheme}://${name}:${to.port}`));
        if (!proxy)
            return open();
        openTunnel(proxy, to).then((socket) => created?.(null, open(socket)), fail);
    }
    catch (error) {
        fail((0,errors/* known */.eO)(error));
    }
    return undefined;
}


/***/ }),

/***/ 8637:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ authorizationOf),
/* harmony export */   i: () => (/* binding */ proxyFor)
/* harmony export */ });
/* harmony import */ var _actions_http_client_lib_proxy__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9783);
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6031);
/* harmony import */ var _proxy_secrets_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6081);
// The proxy that a connection needs, by the variables that the runner and GitHub's own actions obey: HTTPS_PROXY,
// HTTP_PROXY and NO_PROXY, in either case. GitHub's toolkit chooses, so that all connections follow one rule.



/**
 * The proxy for a URL, from the environment of this process. Throws a `KnownError` if the variable for it is not
 * understood: a connection that goes past a proxy would fail, or go where it must not.
 *
 * @returns `undefined`: the connection is made directly
 */
function proxyFor(to) {
    const [lower, upper] = _proxy_secrets_js__WEBPACK_IMPORTED_MODULE_2__/* .PROXY_VARIABLES */ .bD[to.protocol === 'https:' ? 'https:' : 'http:'];
    const name = process.env[lower] ? lower : upper;
    if (!process.env[name] || (0,_actions_http_client_lib_proxy__WEBPACK_IMPORTED_MODULE_0__/* .checkBypass */ .H)(to))
        return undefined;
    const proxy = (0,_actions_http_client_lib_proxy__WEBPACK_IMPORTED_MODULE_0__/* .getProxyUrl */ .s)(to);
    if (proxy && /^https?:$/.test(proxy.protocol) && proxy.hostname !== '')
        return proxy;
    const shown = proxy ? `, but it begins with ${proxy.protocol}//` : '';
    throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .KnownError */ .E(`${name} is not understood: expected http://HOST:PORT${shown}`);
}
/** The `Proxy-Authorization` of a proxy; `undefined`: it wants none. */
function authorizationOf({ username, password }) {
    return username === '' && password === '' ? undefined : `Basic ${(0,_proxy_secrets_js__WEBPACK_IMPORTED_MODULE_2__/* .basicOf */ .wV)(username, password)}`;
}


/***/ }),

/***/ 5502:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   x: () => (/* binding */ causeText)
/* harmony export */ });
/* harmony import */ var _base_duration_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5902);
/* harmony import */ var _rollout_plan_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(7927);
/* harmony import */ var _rollout_release_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(2787);
/* harmony import */ var _change_text_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6147);
/* harmony import */ var _evidence_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(664);
/* harmony import */ var _incident_text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3241);
/* harmony import */ var _stored_state_text_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7886);
// A cause as text. Most are clauses: they begin in lower case, and other text can follow them.







/** @param linkTo gives the web address of a run */
function causeText(cause, linkTo) {
    switch (cause.kind) {
        case 'external-change':
            return (0,_change_text_js__WEBPACK_IMPORTED_MODULE_4__/* .changeText */ .k0)(cause.change);
        case 'taken-over':
        case 'state-lost':
            return (0,_stored_state_text_js__WEBPACK_IMPORTED_MODULE_3__/* .lossText */ .T)(cause, linkTo);
        case 'superseded':
            return `superseded by ${linkTo(cause.by)}`;
        case 'inconclusive':
            return `inconclusive: ${(0,_evidence_text_js__WEBPACK_IMPORTED_MODULE_1__/* .describeAll */ .lb)(cause.evidence) || 'the end of the bake has not been read'}`;
        case 'shared-incident':
            return (0,_incident_text_js__WEBPACK_IMPORTED_MODULE_2__/* .incidentText */ .Kc)(cause.incident);
        case 'aws-error':
            return cause.message;
        case 'internal-error':
            return `internal error: ${cause.message}`;
        case 'cancelled':
            return 'cancelled';
        case 'cut-off':
            return 'the main step was interrupted';
        case 'unfinished':
            return cause.problems[0] ?? 'unfinished rollout of an earlier run';
        case 'requested':
        case 'started':
        case 'paused':
        case 'feedback':
        case 'preview':
        case 'waiting':
            return chosenText(cause);
        case 'preflight':
        case 'refused':
        case 'nothing-new':
        case 'nothing-to-do':
        case 'removed':
        case 'first-release':
        case 'completed':
            return sentenceOf(cause);
        default:
            return (0,_evidence_text_js__WEBPACK_IMPORTED_MODULE_1__/* .describeAll */ .lb)(cause.evidence) || 'a hook failed';
    }
}
/** Causes that a user or the inputs chose. */
function chosenText(cause) {
    switch (cause.kind) {
        case 'requested':
            return cause.through === 'comment'
                ? `on request: /canary rollback by ${cause.by}`
                : `requested by ${cause.by || 'the workflow'}`;
        case 'started':
            return 'the release was started and is waiting for the next command';
        case 'paused':
            return `paused by ${(0,_rollout_release_js__WEBPACK_IMPORTED_MODULE_5__/* .formatRolloutId */ .A2)(cause.by)}`;
        case 'feedback':
            return `👎 by ${cause.by}`;
        case 'preview':
            return `a preview of #${cause.pull} is never promoted`;
        case 'waiting':
            return waitingText(cause);
    }
}
function waitingText({ step, secondsLeft, evidence }) {
    const left = (0,_base_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a)(secondsLeft);
    const why = evidence.length > 0 ? `: ${(0,_evidence_text_js__WEBPACK_IMPORTED_MODULE_1__/* .describeAll */ .lb)(evidence)}` : '';
    if (step?.bake) {
        return `the bake at ${(0,_rollout_plan_js__WEBPACK_IMPORTED_MODULE_6__/* .formatWeight */ .ck)(step.weight)} continues for another ${left}${why}`;
    }
    return step
        ? `step ${step.number} of ${step.of} (${(0,_rollout_plan_js__WEBPACK_IMPORTED_MODULE_6__/* .formatWeight */ .ck)(step.weight)}) has ${left} left${why}`
        : `it is promoted, and the bake continues for another ${left}${why}`;
}
/** Complete sentences, for runs that neither rolled back nor held anything. */
function sentenceOf(cause) {
    switch (cause.kind) {
        case 'preflight':
            return cause.problems.length > 1
                ? `Stopped before any traffic was shifted, because of ${cause.problems.length} problems.`
                : `Stopped before any traffic was shifted: ${cause.problems[0] ?? UNREAD}`;
        case 'refused':
            return `Nothing was done: ${cause.problems[0] ?? UNREAD}`;
        case 'nothing-new':
            return `There is nothing to release: ${cause.why}.`;
        case 'nothing-to-do':
            return 'There is nothing to do.';
        case 'removed':
            return 'Previews were removed.';
        case 'first-release':
            return `This is the first release, with nothing to compare it with: ${cause.made}.`;
        case 'completed':
            return completedText(cause);
    }
}
const UNREAD = 'the current state could not be read';
/** Names the evidence that was not healthy but did not prevent the promotion, such as missing data. */
function completedText({ evidence }) {
    const passed = 'The canary completed all steps and the bake';
    const unread = evidence.filter((each) => each.unread);
    if (unread.length > 0) {
        return `${passed}, the end of which could not be monitored (${(0,_evidence_text_js__WEBPACK_IMPORTED_MODULE_1__/* .describeAll */ .lb)(unread)}).`;
    }
    return evidence.length > 0
        ? `${passed}, but there is no evidence that it is healthy (${(0,_evidence_text_js__WEBPACK_IMPORTED_MODULE_1__/* .describeAll */ .lb)(evidence)}).`
        : `${passed}.`;
}


/***/ }),

/***/ 6147:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ leftText),
/* harmony export */   Et: () => (/* binding */ restText),
/* harmony export */   k0: () => (/* binding */ changeText)
/* harmony export */ });
/* harmony import */ var _rollout_plan_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7927);
// Changes from outside a rollout as text.

function changeText(change) {
    switch (change.kind) {
        case 'state':
            return change.what;
        case 'weight':
            return weightText(change);
        case 'canary-closed': {
            const gone = change.step === 1 ? 'it was not opened, or someone removed it' : 'someone removed it';
            return `the canary of step ${change.step} does not exist: ${gone}; all traffic goes to the previous version`;
        }
        case 'unknown-step':
            return `the stored state names step ${change.step}, which is not in the plan`;
        case 'reopened': {
            const what = change.weight === undefined
                ? 'a canary is open on the stage'
                : `the new version has ${(0,_rollout_plan_js__WEBPACK_IMPORTED_MODULE_0__/* .formatWeight */ .ck)(change.weight)} of the traffic`;
            return `it was changed outside this action after the promotion: ${what}`;
        }
        case 'lowered':
            return `someone else took traffic off one of the aliases during the promotion: the new version has ${(0,_rollout_plan_js__WEBPACK_IMPORTED_MODULE_0__/* .formatWeight */ .ck)(change.weight)} to ${(0,_rollout_plan_js__WEBPACK_IMPORTED_MODULE_0__/* .formatWeight */ .ck)(change.most)} of the traffic`;
        case 'promotion-undone':
            return 'the previous version is served: the promotion did not happen, or someone reverted it';
    }
}
function weightText(change) {
    const { weight, where, most, expected, step } = change;
    const canary = where === undefined ? 'the canary' : `the canary of ${where}`;
    const has = where === undefined && most !== undefined
        ? `${(0,_rollout_plan_js__WEBPACK_IMPORTED_MODULE_0__/* .formatWeight */ .ck)(weight)} to ${(0,_rollout_plan_js__WEBPACK_IMPORTED_MODULE_0__/* .formatWeight */ .ck)(most)}`
        : (0,_rollout_plan_js__WEBPACK_IMPORTED_MODULE_0__/* .formatWeight */ .ck)(weight);
    return `the weight was changed outside this action: ${canary} has ${has} instead of the ${(0,_rollout_plan_js__WEBPACK_IMPORTED_MODULE_0__/* .formatWeight */ .ck)(expected)} of step ${step}`;
}
/** Why the run left everything alone. */
function leftText(change) {
    switch (change.kind) {
        case 'state':
            return `stopped without changing it: ${change.what}`;
        case 'weight':
        case 'reopened':
            return `stopped without changing it, because ${changeText(change)}`;
        default:
            return changeText(change);
    }
}
/** Why the run rolls back what it still owns. */
function restText(change) {
    switch (change.kind) {
        case 'state':
            return `a part of it was changed outside this action and was not rolled back: ${change.what}`;
        case 'weight':
        case 'lowered':
            return `${changeText(change)}. The rest is rolled back too`;
        default:
            return changeText(change);
    }
}


/***/ }),

/***/ 5758:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ rollbackText),
/* harmony export */   p: () => (/* binding */ endingText)
/* harmony export */ });
/* harmony import */ var _base_duration_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5902);
/* harmony import */ var _cause_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5502);
/* harmony import */ var _change_text_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6147);
/* harmony import */ var _format_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2772);
/* harmony import */ var _impact_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2577);
// How a rollout ended, and why: the reason in its report.





function endingText(ending, context) {
    const { linkTo, impact } = context;
    const harm = impact ? `; ${(0,_impact_js__WEBPACK_IMPORTED_MODULE_3__/* .describeImpact */ .an)(impact)}` : '';
    switch (ending.kind) {
        case 'rolled-back':
            return `${rolledBackText(ending, context)}${harm}`;
        case 'held':
            return ending.cause.kind === 'cancelled'
                ? 'cancelled; with on-cancel: hold, the rollout stays as it is'
                : (0,_cause_text_js__WEBPACK_IMPORTED_MODULE_1__/* .causeText */ .x)(ending.cause, linkTo);
        case 'failed':
            return `${stoppedText(ending.cause, ending.stopped, linkTo)}${harm}`;
        case 'stuck':
            return `the rollback failed: ${(0,_format_js__WEBPACK_IMPORTED_MODULE_2__/* .clause */ .sb)(ending.failure)}. Reason for the rollback: ${rollbackText(ending.cause, linkTo)}`;
    }
}
const FINISHED = {
    'after-cut-off': '; the main step was interrupted during the rollback, and the post step completed it',
    'after-failure': '; the rollback failed at first, and the post step completed it',
};
function rolledBackText({ cause, finished }, { linkTo, servedSeconds }) {
    const later = finished ? FINISHED[finished] : '';
    if (servedSeconds === undefined)
        return `${rollbackText(cause, linkTo)}${later}`;
    const after = (0,_base_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a)(servedSeconds);
    return isPartly(cause)
        ? `${(0,_cause_text_js__WEBPACK_IMPORTED_MODULE_1__/* .causeText */ .x)(cause, linkTo)}. The rest was rolled back too after ${after}${later}`
        : `${(0,_format_js__WEBPACK_IMPORTED_MODULE_2__/* .clause */ .sb)(rollbackText(cause, linkTo))}, rolled back after ${after}${later}`;
}
/**
 * Whether some of several aliases were lowered outside this rollout, so that the others are rolled back too.
 */
function isPartly(cause) {
    return (cause.kind === 'external-change' &&
        (cause.change.kind === 'weight' || cause.change.kind === 'lowered'));
}
/** Why a rollout is rolled back, for use during and after the rollback. */
function rollbackText(cause, linkTo) {
    return cause.kind === 'external-change' ? (0,_change_text_js__WEBPACK_IMPORTED_MODULE_4__/* .restText */ .Et)(cause.change) : (0,_cause_text_js__WEBPACK_IMPORTED_MODULE_1__/* .causeText */ .x)(cause, linkTo);
}
function stoppedText(cause, stopped, linkTo) {
    const why = (0,_cause_text_js__WEBPACK_IMPORTED_MODULE_1__/* .causeText */ .x)(cause, linkTo);
    switch (stopped.at) {
        case 'external':
            return cause.kind === 'external-change' ? (0,_change_text_js__WEBPACK_IMPORTED_MODULE_4__/* .leftText */ .$)(cause.change) : why;
        case 'midway': {
            const { rollingBack } = stopped;
            const back = rollingBack
                ? `; a rollback was required: ${rollbackText(rollingBack, linkTo)}`
                : '';
            return `stopped without further changes: ${why}${back}`;
        }
        case 'start':
            return `stopped before any user was served the new version: ${rollbackText(cause, linkTo)}`;
        case 'end':
            return why;
        case 'post-step':
            return stopped.rollingBack
                ? `A rollback was required (${rollbackText(stopped.rollingBack, linkTo)}), but ${stopped.words} is not in the state that the main step left: ${why}`
                : `The main step was interrupted, but ${stopped.words} is not in the state that it left: ${why}`;
    }
}


/***/ }),

/***/ 3241:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Fq: () => (/* binding */ NO_ROUTES),
/* harmony export */   Kc: () => (/* binding */ incidentText),
/* harmony export */   NP: () => (/* binding */ unreachedText),
/* harmony export */   eV: () => (/* binding */ routingText),
/* harmony export */   tB: () => (/* binding */ fallText)
/* harmony export */ });
/* harmony import */ var _base_listed_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(639);
/* harmony import */ var _finding_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5632);
// Incidents that affect both versions or the routing: not caused by the new version, but users must know of
// them.


function incidentText({ canaryRate, stableRate, rateBefore }) {
    return (`both versions fail more often than before the rollout (canary ${percent(canaryRate)}, stable ${percent(stableRate)}, ` +
        `before ${percent(rateBefore)}): the weight is held until someone has investigated`);
}
function routingText({ realised, configured }) {
    return `AWS routes ${percent(realised)} of requests to the canary; the configured weight is ${percent(configured)}`;
}
/** Said once: AWS does not document whether the canary's requests are counted by route. */
const NO_ROUTES = 'single routes are not compared: the stage has detailed metrics, but CloudWatch has none of the canary’s routes';
/** Fewer client errors may be a repair, or an authorizer that lets everybody in. */
function fallText(finding) {
    return `${(0,_finding_text_js__WEBPACK_IMPORTED_MODULE_0__/* .findingText */ .N)(finding)}. Check that the new version still refuses what it must refuse`;
}
/** Functions whose new version was promoted after a split in which it got no request. */
function unreachedText(functions) {
    const versions = functions.length === 1 ? 'the new version' : 'the new versions';
    return `promoted unseen: Lambda has counted no invocation of ${versions} of ${(0,_base_listed_js__WEBPACK_IMPORTED_MODULE_1__/* .listed */ .KE)(functions)}`;
}
function percent(rate) {
    return `${Number((100 * rate).toPrecision(2))}%`;
}


/***/ }),

/***/ 1506:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H5: () => (/* binding */ UNMONITORED),
/* harmony export */   TH: () => (/* binding */ advise),
/* harmony export */   hA: () => (/* binding */ describeTraffic),
/* harmony export */   rm: () => (/* binding */ describeShare),
/* harmony export */   u_: () => (/* binding */ recoveryOptions)
/* harmony export */ });
/* harmony import */ var _rollout_plan_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7927);
/* harmony import */ var _rollout_traffic_state_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7083);
/* harmony import */ var _format_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2772);
// What an outcome means for users: which version serves traffic now, and what to do.



/** One sentence about which version serves how much traffic. */
function describeTraffic(trafficState, functions) {
    switch (trafficState.kind) {
        case 'stable':
            return `All traffic is served by the previous version${versions(functions, 'from')}.`;
        case 'split':
            return `${share(trafficState)} of the traffic is served by the canary${versions(functions, 'to')}, the rest by the current version${versions(functions, 'from')}.`;
        case 'promoted':
            return `All traffic is served by the new version${versions(functions, 'to')}.`;
        case 'external':
            return `The state in AWS was changed outside this rollout: ${trafficState.what}. ${stillServed(trafficState, functions)}`;
    }
}
/**
 * What is known of the traffic where no release is driven.
 *
 * @param weight % of the traffic on another version than the current one; `null`: unknown
 */
function describeShare(weight, functions) {
    if (weight === null)
        return 'How the traffic is split now could not be read.';
    if (weight === 0)
        return describeTraffic({ kind: 'stable' }, functions);
    return `${(0,_rollout_plan_js__WEBPACK_IMPORTED_MODULE_1__/* .formatWeight */ .ck)(weight)} of the traffic is served by the new version of an unfinished rollout${weight < 100 ? `, the rest by the current version${versions(functions, 'from')}` : ''}.`;
}
/** How much traffic the new version still serves after a change outside this rollout. */
function stillServed({ weight, canary }, functions) {
    const what = named(functions, 'to') || 'the new version';
    if (weight === 0)
        return `No traffic is served by ${what}.`;
    if (weight !== undefined) {
        return `${(0,_rollout_plan_js__WEBPACK_IMPORTED_MODULE_1__/* .formatWeight */ .ck)(weight)} of the traffic is still served by ${what}, and it is not monitored.`;
    }
    const open = canary === 'owned' ? 'Its canary is still open, and it is not monitored. ' : '';
    return `${open}The share of traffic served by ${what} is unknown.`;
}
/** For a canary that a failed run leaves open. */
const UNMONITORED = 'The canary is not monitored.';
function share(split) {
    return `${split.most === undefined ? '' : 'Up to '}${(0,_rollout_plan_js__WEBPACK_IMPORTED_MODULE_1__/* .formatWeight */ .ck)((0,_rollout_traffic_state_js__WEBPACK_IMPORTED_MODULE_2__/* .weightOf */ .m)(split))}`;
}
function versions(functions, side) {
    return functions.length === 0 ? '' : ` (${named(functions, side)})`;
}
/** `orders 8, payments 3`. */
function named(functions, side) {
    const shown = functions.slice(0, 5).map((f) => `${f.name} ${f[side]}`);
    return `${shown.join(', ')}${functions.length > 5 ? ', …' : ''}`;
}
/** What the user should do next; empty if nothing. */
function advise(context) {
    const { ending, untouched, trafficBack, words } = context;
    switch (ending.kind) {
        case 'promoted':
            return [];
        case 'rolled-back':
            return [
                ...executionLogAdvice(context),
                'Fix the problem and release again. The rejected version stays published, but nothing points to it.',
            ];
        case 'held':
            return [
                'To continue, run the action again: it takes over this rollout.',
                'To roll it back instead, run the action with on-unfinished: rollback.',
            ];
        case 'stuck':
            return [
                trafficBack
                    ? 'All traffic is on the previous version. Restore the rest by running, in this order:'
                    : 'Return all traffic to the previous version by running, in this order:',
            ];
        case 'failed':
            if (untouched) {
                return ['Only published versions are left, and nothing points to them. Release again.'];
            }
            if (context.left)
                return recoveryOptions(context.left, context);
            return [
                `The next run of the action finds what this run left on ${words}, and reports what it would do. To see the current state:`,
            ];
    }
}
/** The options for the state that this run has left. */
function recoveryOptions({ phase, trafficState }, { record, words }) {
    const { steps } = record.plan;
    const step = phase.kind === 'step' ? steps[phase.index] : undefined;
    const manually = 'run the action with command: rollback. To do it manually, use these commands; the first one shows what AWS serves, and the others do the same as the action:';
    if (trafficState.kind === 'split' && phase.kind === 'step' && step) {
        const wanted = (0,_rollout_plan_js__WEBPACK_IMPORTED_MODULE_1__/* .formatWeight */ .ck)(step.weight);
        const before = (0,_rollout_plan_js__WEBPACK_IMPORTED_MODULE_1__/* .weightBefore */ .EC)(record.plan, phase.index);
        const goOn = (0,_rollout_plan_js__WEBPACK_IMPORTED_MODULE_1__/* .sameWeight */ .DC)(trafficState.weight, before)
            ? `run the action again with command: rollout: it takes over this rollout and shifts to ${wanted} again`
            : `set ${wanted} again, then run the action: it takes over this rollout`;
        return [`To continue, ${goOn}.`, `To roll back, ${manually}`];
    }
    return (0,_rollout_traffic_state_js__WEBPACK_IMPORTED_MODULE_2__/* .canRollBack */ .j)(trafficState)
        ? [`To close what is left of this rollout on ${words}, ${manually}`]
        : [
            `Nothing on ${words} belongs to this rollout any longer. The next release is refused until its stored state is removed: run the action with command: rollback. To see what AWS serves:`,
        ];
}
/** Only for releases without functions: for functions, the report contains a log query. */
function executionLogAdvice({ record, from, to }) {
    if (record.functions.length > 0)
        return [];
    return [`Check the canary's execution log between ${(0,_format_js__WEBPACK_IMPORTED_MODULE_0__/* .clockTime */ .qo)(from)} and ${(0,_format_js__WEBPACK_IMPORTED_MODULE_0__/* .clockTime */ .qo)(to)}.`];
}


/***/ }),

/***/ 9925:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BL: () => (/* binding */ waitedUntil),
/* harmony export */   H9: () => (/* binding */ isRead),
/* harmony export */   Ix: () => (/* binding */ bakeStepSince),
/* harmony export */   Pk: () => (/* binding */ unreadBake),
/* harmony export */   VG: () => (/* binding */ bakeEnd),
/* harmony export */   jS: () => (/* binding */ plannedReading),
/* harmony export */   k1: () => (/* binding */ readableAt)
/* harmony export */ });
/* unused harmony exports endOfMinute, readingSeconds */
/* harmony import */ var _plan_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7927);
// When a bake ends: not when its time is over, but when its last minute has been read.

/** When the bake began as a step, in seconds since the epoch; `undefined` if it did not. */
function bakeStepSince({ record: { plan }, stepStartTimes, }) {
    const index = plan.steps.length - 1;
    return (0,_plan_js__WEBPACK_IMPORTED_MODULE_0__/* .isBake */ .Wy)(plan, index) ? stepStartTimes[index] : undefined;
}
/**
 * When the bake time is over, in seconds since the epoch; `undefined` before the bake. A promotion that was requested
 * during the bake does not begin it again, and one that was requested before it does not skip it.
 */
function bakeEnd(rollout) {
    const { phase, record } = rollout;
    const asStep = bakeStepSince(rollout);
    const since = phase.kind === 'baking' ? (asStep ?? phase.since) : asStep;
    return since === undefined ? undefined : since + record.plan.bakeSeconds;
}
/** The end of the minute that contains a time, both in seconds since the epoch. */
function endOfMinute(seconds) {
    return Math.ceil(seconds / 60) * 60;
}
/** Within this time, the last minute of a bake ends and the counts are read once more. */
const ONE_MORE_READING_SECONDS = 60 + 60;
/** Time for the work between the bake and the end of the job. */
const LEFT_TO_END_SECONDS = 60;
/**
 * The latest time after a bake, in seconds, by which its last minute has been read.
 *
 * @param closingSeconds how old the end of a minute must be before its counts no longer grow
 */
function readingSeconds(closingSeconds) {
    return Math.max(_plan_js__WEBPACK_IMPORTED_MODULE_0__/* .EXTENSION_SECONDS */ .AV, closingSeconds + ONE_MORE_READING_SECONDS);
}
/** The part of a plan for this: only a bake that is judged by its counts is read to its end. */
function plannedReading(bakeSeconds, judged, closingSeconds) {
    return judged && bakeSeconds > 0 ? { readSeconds: readingSeconds(closingSeconds) } : {};
}
/** Whether all minutes of the bake have been read. */
function isRead({ end, readUntil }) {
    return readUntil >= endOfMinute(end);
}
/**
 * The time limit for a bake whose end cannot be judged, in seconds since the epoch. A run that takes over gets
 * the same extension, and so does one that promotes at the end of the bake. The limit is longer only for counts that have not been read yet; an alarm that cannot be
 * read does not extend it.
 */
function waitedUntil(baking) {
    const { end, closingSeconds, resumedAt, endsBy } = baking;
    const extension = isRead(baking) ? _plan_js__WEBPACK_IMPORTED_MODULE_0__/* .EXTENSION_SECONDS */ .AV : readingSeconds(closingSeconds);
    const latest = Math.max(end + extension, resumedAt + _plan_js__WEBPACK_IMPORTED_MODULE_0__/* .EXTENSION_SECONDS */ .AV);
    return Math.min(latest, Math.max(end, endsBy - LEFT_TO_END_SECONDS));
}
/** When the last minute of a bake can be read; seconds since the epoch. */
function readableAt({ end, closingSeconds, }) {
    return endOfMinute(end) + closingSeconds;
}
/**
 * The evidence for a bake that is over and not read to its end; otherwise none.
 *
 * @param now seconds since the epoch
 */
function unreadBake(baking, now) {
    if (now < baking.end || isRead(baking))
        return [];
    const detail = { kind: 'bake-unread', readableAfterSeconds: baking.closingSeconds };
    return [{ source: { kind: 'bake' }, verdict: 'inconclusive', detail, unread: true }];
}


/***/ }),

/***/ 7883:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Qz: () => (/* binding */ isAchieved),
/* harmony export */   YT: () => (/* binding */ isEligible),
/* harmony export */   vj: () => (/* binding */ parseComment)
/* harmony export */ });
/* unused harmony export COMMENT_COMMANDS */
// Parses commands in comments. It is strict on purpose: a command moves the traffic of a production API, so
// text that only mentions, quotes or resembles a command must not count as one.
const COMMENT_COMMANDS = [
    'status',
    'pause',
    'resume',
    'promote',
    'rollback',
    'advance',
];
/** The maximum length of a GitHub comment. */
const MAX_LENGTH = 65_536;
/**
 * The single command of a comment: alone on its line, from the first character, and not in a code block, a
 * quotation or hidden text.
 */
function parseComment(body) {
    if (body.length > MAX_LENGTH)
        return { kind: 'none' };
    const asked = shownLines(body).filter((line) => /^\/canary(?![\w/.-])/.test(line));
    const [first, ...more] = asked;
    if (first === undefined)
        return { kind: 'none' };
    if (more.length > 0)
        return { kind: 'unclear', why: 'it contains several commands; write one' };
    const word = /^\/canary ([a-z]+)[ \t]*$/.exec(first)?.[1];
    const command = COMMENT_COMMANDS.find((known) => known === word);
    return command
        ? { kind: 'command', command }
        : { kind: 'unclear', why: `expected /canary ${COMMENT_COMMANDS.join(' | ')}` };
}
/** The lines outside code blocks and outside HTML that hides or quotes text. */
function shownLines(body) {
    const lines = [];
    let until;
    for (const line of body.split(/\r\n|\r|\n/)) {
        if (until) {
            if (until.test(line))
                until = undefined;
            continue;
        }
        until = hiddenUntil(line);
        if (!until)
            lines.push(line);
    }
    return lines;
}
/** The end of the block that this line opens; `undefined` if it opens none. */
function hiddenUntil(line) {
    const fence = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1];
    if (fence)
        return new RegExp(`^ {0,3}${fence[0]}{${fence.length},}[ \\t]*$`);
    const comment = line.lastIndexOf('<!--');
    if (comment >= 0 && line.indexOf('-->', comment) < 0)
        return /-->/;
    const tag = /<(pre|code|blockquote|details|template)\b/i.exec(line)?.[1]?.toLowerCase();
    return tag && !line.toLowerCase().includes(`</${tag}`) ? new RegExp(`</${tag}`, 'i') : undefined;
}
/**
 * Whether the request of a comment is already fulfilled, when no release is open anymore.
 *
 * @param ended how the last release ended; `undefined` if unknown
 */
function isAchieved(command, ended) {
    if (command === 'status')
        return true;
    return ((command === 'promote' && ended === 'promoted') ||
        (command === 'rollback' && ended === 'rolled-back'));
}
/** Only comments of users count, only if they were not edited, and only since the release began. */
function isEligible({ login, type, createdAt, updatedAt }, since) {
    const person = type === 'User' && !login.endsWith('[bot]');
    return person && createdAt === updatedAt && createdAt >= Math.floor(since);
}


/***/ }),

/***/ 6352:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ nextStepAt)
/* harmony export */ });
/* harmony import */ var _analysis_closed_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7515);
/* harmony import */ var _bake_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9925);
/* harmony import */ var _plan_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7927);
// When an open rollout may continue.



/**
 * The earliest time of the next shift, the promotion, or the end of the bake including the read of its last
 * minute, in seconds since the epoch; `undefined` while the rollout is paused or does not wait for a time.
 */
function nextStepAt(rollout) {
    const { phase, paused, record } = rollout;
    const { plan, longestAnswerSeconds } = record;
    const step = phase.kind === 'step' ? plan.steps[phase.index] : undefined;
    if (phase.kind !== 'baking' && (!step || paused))
        return undefined;
    const end = (0,_bake_js__WEBPACK_IMPORTED_MODULE_0__/* .bakeEnd */ .VG)(rollout);
    if (end !== undefined) {
        // Plans of earlier versions do not store whether the bake is read to its end.
        if (plan.readSeconds === undefined)
            return end;
        return (0,_bake_js__WEBPACK_IMPORTED_MODULE_0__/* .readableAt */ .k1)({ end, closingSeconds: (0,_analysis_closed_js__WEBPACK_IMPORTED_MODULE_1__/* .closingSeconds */ .rh)(longestAnswerSeconds) });
    }
    return phase.kind === 'step' && step ? phase.since + (0,_plan_js__WEBPACK_IMPORTED_MODULE_2__/* .stepWindow */ .$0)(plan, step).earliest : undefined;
}


/***/ }),

/***/ 7884:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ic: () => (/* binding */ asTakenOver),
/* harmony export */   Kv: () => (/* binding */ unexpectedWeight),
/* harmony export */   LN: () => (/* binding */ isMarkedReached),
/* harmony export */   SZ: () => (/* binding */ markReached),
/* harmony export */   ZK: () => (/* binding */ reopened),
/* harmony export */   dG: () => (/* binding */ isPartlyLowered),
/* harmony export */   xg: () => (/* binding */ isReached)
/* harmony export */ });
/* harmony import */ var _plan_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7927);
/* harmony import */ var _traffic_state_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7083);
// A state that this run has reached itself, and later finds changed, was changed outside this rollout. The run
// leaves it alone.


/** Whether the goal of the phase is reached completely. */
function isReached({ plan, phase, trafficState, closes, }) {
    if (phase.kind === 'baking')
        return trafficState.kind === 'promoted' && !(trafficState.open && closes);
    const step = phase.kind === 'step' ? plan.steps[phase.index] : undefined;
    if (!step || trafficState.kind !== 'split')
        return false;
    return (0,_plan_js__WEBPACK_IMPORTED_MODULE_0__/* .sameWeight */ .DC)(trafficState.weight, step.weight) && trafficState.most === undefined;
}
/** The change that explains a weight other than the step's. */
function unexpectedWeight(index, step, split) {
    return { ...split, kind: 'weight', step: index + 1, expected: step.weight };
}
/**
 * Whether the weight of some of several aliases was lowered outside this rollout. Aliases move together or
 * not at all, so the others are rolled back too. Otherwise they would keep serving the new version without
 * monitoring. `by`: the weights that the run itself may have set on each of them.
 */
function isPartlyLowered({ weight, most }, by) {
    return most !== undefined && weight < by.least && most <= by.most;
}
/** The change that explains a promotion that is no longer complete. */
function reopened(trafficState) {
    return trafficState.kind === 'split'
        ? { kind: 'reopened', weight: (0,_traffic_state_js__WEBPACK_IMPORTED_MODULE_1__/* .weightOf */ .m)(trafficState) }
        : { kind: 'reopened' };
}
/** Whether an earlier run stored that it had seen the goal of this phase. */
function isMarkedReached(phase) {
    return phase.kind !== 'preparing' && phase.reached === true;
}
/** The same phase with that mark. */
function markReached(phase) {
    return phase.kind === 'preparing' ? phase : { ...phase, reached: true };
}
/**
 * The rollout for a run that takes it over. A schedule must not undo what a person changed since the last run, and nor
 * may a promotion. A release that a person runs again is the way to shift again, so it passes over the mark.
 */
function asTakenOver(rollout, command) {
    const { phase } = rollout;
    if (command === 'advance' || command === 'promote' || !isMarkedReached(phase))
        return rollout;
    const { reached: _, ...unmarked } = phase;
    return { ...rollout, phase: unmarked };
}


/***/ }),

/***/ 7083:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ canRollBack),
/* harmony export */   m: () => (/* binding */ weightOf)
/* harmony export */ });
// How AWS splits traffic now, in rollout terms: whether it is as this rollout left it, and how far it is.
/** Whether this rollout still owns anything that a rollback may restore. */
function canRollBack(trafficState) {
    return (trafficState.kind !== 'external' ||
        trafficState.others === 'owned' ||
        trafficState.canary === 'owned');
}
function weightOf(trafficState) {
    switch (trafficState.kind) {
        case 'stable':
            return 0;
        case 'split':
            return trafficState.most ?? trafficState.weight;
        case 'promoted':
            return 100;
        case 'external':
            return trafficState.weight ?? null;
    }
}


/***/ }),

/***/ 6211:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Sd: () => (/* binding */ totals),
/* harmony export */   TV: () => (/* binding */ judgeTraffic),
/* harmony export */   ci: () => (/* binding */ startOfMinute),
/* harmony export */   re: () => (/* binding */ unreadableTraffic),
/* harmony export */   vz: () => (/* binding */ sourceOf)
/* harmony export */ });
/* harmony import */ var _analysis_count_table_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6361);
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

/***/ 191:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   IA: () => (/* binding */ servedSince),
/* harmony export */   Sf: () => (/* binding */ incompleteMinutes),
/* harmony export */   _J: () => (/* binding */ openMinutes),
/* harmony export */   nb: () => (/* binding */ weightsIn),
/* harmony export */   o4: () => (/* binding */ splitByMinute),
/* harmony export */   o6: () => (/* binding */ weightChanges)
/* harmony export */ });
/* unused harmony exports weightsBetween, weightAt, servedIn */
/* harmony import */ var _analysis_closed_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7515);
/* harmony import */ var _analysis_count_table_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6361);
/* harmony import */ var _base_assert_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(648);
// The weight of the canary over time: each minute is judged by its own split.



/** A change of the weight may take this long to reach every server; AWS documents no limit. */
const PROPAGATION_SECONDS = 60;
/** A stored state has no more times than its plan has steps. */
function weightOfStep({ plan }, index) {
    return (0,_base_assert_js__WEBPACK_IMPORTED_MODULE_1__/* .must */ .s)(plan.steps[index], `the plan has step ${index + 1}`).weight;
}
/** Every weight of the canary so far, the earliest first. */
function weightChanges({ record, stepStartTimes, phase, }) {
    const steps = stepStartTimes.map((at, i) => ({ at, weight: weightOfStep(record, i) }));
    return phase.kind === 'baking' ? [...steps, { at: phase.since, weight: 100 }] : steps;
}
/**
 * Pairs the two sides, with one entry per closed minute since users were first served the new version. A
 * minute that is shown only in part is not compared (see `incompleteMinutes`).
 */
function splitByMinute(table, split, rollout) {
    return readable(table, split, rollout).flatMap(({ counts, incomplete }) => incomplete ? [] : [counts]);
}
/**
 * The minutes that should be compared but cannot be, by their start in seconds since the epoch: AWS shows only
 * one of their counts, although they are old enough. Minutes from before this phase were already reported and
 * decided on.
 */
function incompleteMinutes(table, split, rollout) {
    const { phase, record } = rollout;
    const known = phase.kind === 'preparing' ? 0 : (0,_analysis_closed_js__WEBPACK_IMPORTED_MODULE_2__/* .lastClosedMinute */ .xu)(phase.since, record.longestAnswerSeconds);
    return readable(table, split, rollout)
        .filter(({ counts, incomplete }) => incomplete && counts.minute > known)
        .map(({ counts }) => 60 * counts.minute);
}
/**
 * The later minutes of a split, which are not closed: their counts are still arriving.
 *
 * @param now seconds since the epoch
 */
function openMinutes(table, split, rollout, now) {
    const first = Math.floor(table.closedUntil / 60);
    return minutesUntil(now + 60, table, split, rollout)
        .filter(({ counts, incomplete }) => !incomplete && counts.minute >= first)
        .map(({ counts }) => ({ ...counts, published: (0,_analysis_closed_js__WEBPACK_IMPORTED_MODULE_2__/* .isPublished */ .HF)(counts.minute, now) }))
        .filter(({ weight }) => weight < 100);
}
function readable(table, split, rollout) {
    return minutesUntil(table.closedUntil, table, split, rollout);
}
function minutesUntil(end, { bucketSeconds }, { canary, stable, promoted }, rollout) {
    const first = Math.floor((servedSince(rollout) ?? Number.POSITIVE_INFINITY) / 60);
    const minutes = [];
    for (let minute = first; 60 * (minute + 1) <= end; minute++) {
        const start = minute * 60;
        const { weight, weightBefore } = weightsIn(rollout, start);
        const counted = (series) => (0,_analysis_count_table_js__WEBPACK_IMPORTED_MODULE_0__/* .minuteAt */ .Ad)(series, start, bucketSeconds);
        const half = (...series) => series.some((one) => (0,_analysis_count_table_js__WEBPACK_IMPORTED_MODULE_0__/* .isHalfShown */ .xo)(one, start, bucketSeconds));
        switch (servedIn({ weight, weightBefore })) {
            case 'both': {
                const sides = { canary: counted(canary), stable: counted(stable) };
                const counts = { minute, ...sides, weight, weightBefore };
                minutes.push({ counts, incomplete: half(canary, stable) });
                break;
            }
            case 'new': {
                const counts = allToNew(minute, counted(promoted));
                minutes.push({ counts, incomplete: half(promoted) });
                break;
            }
            case 'unknown':
        }
    }
    return minutes;
}
/**
 * When users were first served the new version, in seconds since the epoch: at the promotion if there is no
 * split. `undefined` if not yet.
 */
function servedSince({ stepStartTimes, phase }) {
    return stepStartTimes[0] ?? (phase.kind === 'baking' ? phase.since : undefined);
}
/** The weight at the end of a minute, and the weight that its first requests may still have had. */
function weightsIn(rollout, start) {
    return weightsBetween(weightChanges(rollout), start);
}
/**
 * The same for these changes, the earliest first.
 *
 * @param start the start of the minute, in seconds since the epoch
 */
function weightsBetween(changes, start) {
    return {
        weight: weightAt(changes, start + 59),
        weightBefore: weightAt(changes, start - PROPAGATION_SECONDS),
    };
}
/** % of the traffic on the new version at a time, in seconds since the epoch. */
function weightAt(changes, at) {
    return changes.findLast((change) => change.at <= at)?.weight ?? 0;
}
/**
 * Which versions the counts of a minute belong to. The minute of the promotion and the next one contain requests
 * of both versions, counted as those of the new one, and are left out.
 */
function servedIn({ weight, weightBefore }) {
    if (weight < 100)
        return 'both';
    return weightBefore === 100 ? 'new' : 'unknown';
}
function allToNew(minute, canary) {
    const nobody = { requests: 0, events: 0 };
    return { minute, canary, stable: nobody, weight: 100, weightBefore: 100 };
}


/***/ }),

/***/ 7133:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Ns: () => (/* binding */ openServices),
  df: () => (/* binding */ saveRepairCommands),
  w9: () => (/* binding */ takeOver)
});

// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-cloudwatch/dist-cjs/index.js
var dist_cjs = __webpack_require__(4085);
// EXTERNAL MODULE: ./build/aws/arns.js
var arns = __webpack_require__(828);
;// CONCATENATED MODULE: ./build/aws/client-middleware.js
// What becomes of a client's calls when the job is cancelled.
/**
 * Makes a client refuse calls once the job is cancelled. A pending read is aborted. A pending write completes,
 * because its effect must be known.
 */
function refuseWhenCancelled(client, { cancelled, ended }, isRead = isGet) {
    const unread = AbortSignal.any([cancelled, ended]);
    return handleWith(client, (handle) => (request, options) => {
        if (cancelled.aborted)
            return Promise.reject(notSent());
        return handle(request, isRead(request) ? { ...options, abortSignal: unread } : options);
    });
}
function notSent() {
    const error = new Error('the job is being cancelled, so the request was not sent');
    return Object.assign(error, { name: 'AbortError' });
}
/** Short enough to send a hanging rollback call three times. */
const URGENT_TIMEOUT_MS = 2_500;
/** Makes a client send every call until the deadline, with short timeouts once the job is cancelled. */
function hurryWhenCancelled(client, { cancelled, rollbackDeadline, ended }, isRead = isGet) {
    const unread = AbortSignal.any([rollbackDeadline, ended]);
    return handleWith(client, (handle) => (request, options) => handle(request, {
        ...options,
        abortSignal: isRead(request) ? unread : rollbackDeadline,
        ...(cancelled.aborted && { requestTimeout: URGENT_TIMEOUT_MS }),
    }));
}
/** API Gateway and Lambda use GET for all reads and for nothing else. Services such as ECS read by POST. */
function isGet({ method }) {
    return method === 'GET';
}
function handleWith(client, wrap) {
    const handler = client.config.requestHandler;
    handler.handle = wrap(handler.handle.bind(handler));
    return client;
}
/**
 * A second client with its own HTTP handler. It shares everything else: connections, credentials, rate
 * limit, retries, and the SDK's clock correction. The first call of a rollback therefore waits for none of them.
 */
function copyOf(client) {
    const { requestHandler } = client.config;
    const handle = { value: requestHandler.handle.bind(requestHandler), writable: true };
    const handler = Object.create(requestHandler, { handle });
    const config = { value: { ...client.config, requestHandler: handler } };
    return Object.create(client, { config });
}

// EXTERNAL MODULE: ./build/aws/clock.js
var aws_clock = __webpack_require__(2148);
// EXTERNAL MODULE: ./build/base/errors.js + 1 modules
var errors = __webpack_require__(6031);
// EXTERNAL MODULE: ./build/aws/credential-errors.js
var credential_errors = __webpack_require__(6569);
;// CONCATENATED MODULE: ./build/aws/renewed-session.js
// AWS's word that a session is over counts more than the date on it: a role's sessions can be revoked at any time.


/**
 * Makes a client send a call once more, with a new session, if AWS refused the session. The refused call had no
 * effect, so this is safe for any call.
 *
 * @param credentials `undefined`: those of the environment, which nobody can renew
 */
function renewWhenRefused(client, credentials) {
    if (!credentials)
        return client;
    const middleware = (next) => async (args) => {
        const used = await credentials();
        try {
            return await next(args);
        }
        catch (error) {
            giveUpUnlessReplaced(credentials, used, error);
        }
        try {
            return await next(args);
        }
        catch (error) {
            throw asRefused(error);
        }
    };
    // Credentials are chosen in a later step of the stack, so the second attempt chooses again.
    client.middlewareStack.add(middleware, { step: 'initialize', name: 'canaryActionRenewSession' });
    return client;
}
function giveUpUnlessReplaced(credentials, used, error) {
    if (!(0,credential_errors/* isSessionOver */.hy)(error))
        throw error;
    const how = (0,credential_errors/* isRevoked */.xK)(error) ? 'denied' : 'ended';
    if (!credentials.replace(used, how))
        throw asRefused(error);
}
/** A denial of the new session is a denial of the role, and stays as it is. */
function asRefused(error) {
    if (!(0,credential_errors/* isBadCredentials */.ww)(error))
        return error;
    return new errors/* KnownError */.E(`AWS ended the session of this job before its time, and rejects a new one as well (${(0,errors/* messageOf */.bD)(error)})`, { cause: error });
}

// EXTERNAL MODULE: ./build/aws/sdk-settings.js + 1 modules
var sdk_settings = __webpack_require__(8996);
;// CONCATENATED MODULE: ./build/aws/clients.js
// The AWS clients, in two sets of different types (decision 19): one for everything that a cancelled job must
// not start, and one for restoring traffic and cleaning up. Endpoint, region and credentials come from the
// environment, as for any SDK client.






/** @param credentials `undefined`: the credentials of the environment */
function connect(region, limits, credentials) {
    const settings = {
        region,
        ...(0,sdk_settings.readRetries)(process.env),
        ...(credentials && { credentials }),
        customUserAgent: 'canary-action/1',
        requestHandler: (0,sdk_settings.createPromptTransport)(process.env),
    };
    const place = (0,arns/* placeOf */.$t)(region);
    const clock = (0,aws_clock/* watchClock */.GV)();
    const cloudWatch = clock.follow(renewWhenRefused(new dist_cjs/* CloudWatchClient */.WBn(settings), credentials));
    const open = openPairs(settings, limits, clock);
    return {
        normal: {
            mode: 'normal',
            place,
            credentials,
            clock,
            open: (service) => open(service).normal,
            cloudWatch: refuseWhenCancelled(cloudWatch, limits),
        },
        rollback: { mode: 'rollback', place, open: (service) => open(service).rollback },
    };
}
/** Both clients of each service, made once. */
function openPairs(settings, limits, clock) {
    const opened = new Map();
    return (service) => {
        const known = opened.get(service);
        if (known)
            return known;
        const { create, isRead } = service;
        const client = clock.follow(renewWhenRefused(create(settings), settings.credentials));
        // Copied first, because the copy must send what the original is about to refuse.
        const rollback = hurryWhenCancelled(copyOf(client), limits, isRead);
        const pair = { rollback, normal: refuseWhenCancelled(client, limits, isRead) };
        opened.set(service, pair);
        return pair;
    };
}

// EXTERNAL MODULE: ./build/base/time.js
var time = __webpack_require__(2475);
// EXTERNAL MODULE: ./build/comments/listener.js
var listener = __webpack_require__(119);
// EXTERNAL MODULE: ./build/controller/context.js
var controller_context = __webpack_require__(7918);
// EXTERNAL MODULE: ./build/controller/recorder.js + 4 modules
var controller_recorder = __webpack_require__(6418);
// EXTERNAL MODULE: ./build/base/assert.js
var assert = __webpack_require__(648);
// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-lambda/dist-cjs/index.js
var client_lambda_dist_cjs = __webpack_require__(1696);
// EXTERNAL MODULE: ./build/aws/aws-errors.js + 1 modules
var aws_errors = __webpack_require__(1437);
// EXTERNAL MODULE: ./build/base/foreign-text.js
var foreign_text = __webpack_require__(6218);
// EXTERNAL MODULE: ./build/hooks/answer.js
var answer = __webpack_require__(5545);
;// CONCATENATED MODULE: ./build/hooks/lambda-hook.js
// A hook that is a Lambda function: invoked once, synchronously.







/**
 * A separate client: the SDK would resend a request whose response is late, and so run the hook twice. Also, the
 * socket may be idle for as long as the hook runs.
 */
function connectLambdaHooks(place, credentials) {
    const client = renewWhenRefused(new client_lambda_dist_cjs/* LambdaClient */.Nox({
        region: place.region,
        ...(credentials && { credentials }),
        maxAttempts: 1,
        customUserAgent: 'canary-action/1',
        requestHandler: (0,sdk_settings.createTransport)(process.env),
    }), credentials);
    return async ({ functionName, qualifier }, body, abortSignal) => {
        const command = new client_lambda_dist_cjs/* InvokeCommand */.mdN({
            FunctionName: functionName,
            ...(qualifier !== undefined && { Qualifier: qualifier }),
            InvocationType: 'RequestResponse',
            LogType: 'Tail',
            Payload: new TextEncoder().encode(body),
        });
        let answer;
        try {
            answer = await client.send(command, { abortSignal });
        }
        catch (error) {
            const resource = (0,arns/* hookArn */.J6)(place, functionName, qualifier);
            const permission = { action: 'lambda:InvokeFunction', resource };
            return { kind: 'failed', message: (0,aws_errors/* describeAwsError */.Pp)(error, 'invoking it', permission) };
        }
        return judgeInvoked({
            status: answer.StatusCode,
            functionError: answer.FunctionError ?? '',
            payload: answer.Payload?.transformToString() ?? '',
            logTail: Buffer.from(answer.LogResult ?? '', 'base64').toString('utf8'),
        });
    };
}
/**
 * Status 200 does not mean success: Lambda also returns it if the handler threw. A handler that returns nothing has the
 * payload `null`, so an empty one shows no result at all.
 */
function judgeInvoked({ status, functionError, payload, logTail }) {
    if (functionError !== '') {
        const why = errorInWords(payload) || functionError;
        const advice = (0,answer/* codeDeployAdvice */.Bf)(payload, logTail);
        return { kind: 'failed', message: [why, advice].filter((part) => part !== '').join('. ') };
    }
    if (status !== 200) {
        const message = `Lambda returned the status ${status ?? '(none)'}; expected 200`;
        return { kind: 'failed', message };
    }
    if (payload.trim() === '') {
        return { kind: 'failed', message: 'its response is empty; expected JSON, such as null' };
    }
    return ((0,answer/* readAnswer */.JN)(payload) ?? {
        kind: 'failed',
        message: `it returned ${(0,answer/* notShown */.d5)(payload)}; expected JSON`,
    });
}
/** `TypeError: x is not a function`, from the runtime's description of an error; nothing else of it is shown. */
function errorInWords(payload) {
    const json = (0,foreign_text/* parseJson */.qF)(payload) ?? null;
    if (json === null)
        return '';
    const { errorType, errorMessage } = json;
    const parts = [errorType, errorMessage].filter((part) => typeof part === 'string');
    return (0,answer/* shortly */.s4)(parts.join(': '));
}

;// CONCATENATED MODULE: ./build/rollout/hook-point.js
// When a rollout runs a hook: before any traffic, before each further change, and after the last one. The
// phase determines which hook runs.
const POINTS = {
    preparing: 'pre-traffic',
    step: 'step',
    baking: 'post-traffic',
};
/** The hook that ends a phase or, for the bake, begins it. */
function hookPointOf(phase) {
    return POINTS[phase.kind];
}

// EXTERNAL MODULE: ./build/rollout/release.js
var release = __webpack_require__(2787);
;// CONCATENATED MODULE: ./build/hooks/payload.js
// The payload of a hook: CodeDeploy's two IDs under CodeDeploy's names, and the details that CodeDeploy omits.


function hookPayload({ rollout, weight, arnOf, stageUrl, shadowUrl, }) {
    const { record, phase } = rollout;
    const { steps } = record.plan;
    const id = (0,release/* rolloutKey */.nL)(record.id);
    const hook = hookPointOf(phase);
    const over = stepsOver(phase, steps.length);
    return {
        DeploymentId: id,
        LifecycleEventHookExecutionId: `${id}/${hook}/${over}`,
        hook,
        rollout: (0,release/* formatRolloutId */.A2)(record.id),
        functions: record.functions.map((change) => ({ ...change, versionArn: arnOf(change) })),
        weight,
        ...(phase.kind !== 'baking' && { nextWeight: steps[over]?.weight ?? 100 }),
        step: over,
        steps: steps.length,
        ...(stageUrl !== undefined && { stageUrl }),
        ...(shadowUrl !== undefined && phase.kind === 'preparing' && { shadowUrl }),
    };
}
function stepsOver(phase, count) {
    if (phase.kind === 'step')
        return phase.index + 1;
    return phase.kind === 'baking' ? count : 0;
}

// EXTERNAL MODULE: ./build/base/duration.js
var duration = __webpack_require__(5902);
// EXTERNAL MODULE: ./build/rollout/phase.js
var rollout_phase = __webpack_require__(4781);
;// CONCATENATED MODULE: ./build/hooks/runner.js
// The hooks of one run: which have run in which phase, and their results. Hooks run concurrently with the loop,
// which continues its checks: an alarm that fires does not wait for them.




function createHookRunner(parts) {
    const { calls } = parts.inputs;
    const results = new Map();
    const latest = new Map();
    let running;
    const begin = (rollout, weight) => {
        const key = (0,rollout_phase/* formatPhase */.Z0)(rollout.phase);
        const stopped = new AbortController();
        const runAll = async () => {
            for (const hook of calls[hookPointOf(rollout.phase)]) {
                const report = await runAndReport(parts, hook, {
                    rollout,
                    weight,
                    stopped: stopped.signal,
                });
                if (report.result === 'stopped')
                    return 'stopped';
                latest.set(`${report.point} ${report.calls}`, evidenceOf(report));
                if (report.result === 'failed')
                    return 'failed';
            }
            return 'passed';
        };
        const end = runAll().then((result) => {
            if (running?.key === key)
                running = undefined;
            results.set(key, result);
        });
        return { key, end, stop: () => stopped.abort() };
    };
    return {
        stateIn: (phase) => {
            if (phase.kind === 'baking' && phase.asked)
                return 'clear';
            if (calls[hookPointOf(phase)].length === 0)
                return 'clear';
            const result = results.get((0,rollout_phase/* formatPhase */.Z0)(phase));
            if (result === 'passed')
                return 'clear';
            return result === 'failed' ? 'failed' : 'due';
        },
        run: async (rollout, weight) => {
            if (calls[hookPointOf(rollout.phase)].length === 0)
                return;
            if (running?.key !== (0,rollout_phase/* formatPhase */.Z0)(rollout.phase)) {
                running?.stop();
                running = begin(rollout, weight);
            }
            await running.end;
        },
        evidence: () => [...latest.values()],
        stop: async () => {
            running?.stop();
            await running?.end;
        },
    };
}
/** Runs one hook, and adds it to the log and the report. */
async function runAndReport(parts, hook, occasion) {
    const { log, now, ended } = parts;
    const { rollout, weight } = occasion;
    const point = hookPointOf(rollout.phase);
    const about = { point, calls: hook.label, weight, began: now() };
    log.line(`The ${point} hook: calling ${hook.label}`);
    const { kind: result, message } = await run(parts, hook, occasion);
    const report = { ...about, ended: now(), result, says: message };
    ended(report);
    log.line(`${sentence(report)}${message && `: ${message}`}`);
    return report;
}
function evidenceOf({ point, calls, result, says }) {
    return {
        source: { kind: 'hook', point, name: calls },
        verdict: result === 'passed' ? 'healthy' : 'failing',
        detail: { kind: 'hook-result', result, message: says },
    };
}
function sentence({ point, result, began, ended }) {
    return `The ${point} hook ${result} after ${(0,duration/* formatDuration */.a)(ended - began)}`;
}
/** Runs it once. Resolves at the time limit at the latest, whatever the call does. */
async function run({ inputs, payload, call }, hook, { rollout, weight, stopped }) {
    const { timeoutSeconds } = inputs;
    const controller = new AbortController();
    const { signal } = controller;
    const cut = new Promise((resolve) => {
        signal.addEventListener('abort', () => resolve(signal.reason), { once: true });
    });
    const abandon = (result) => controller.abort(result);
    const stop = () => abandon({ kind: 'stopped', message: 'its result is no longer needed' });
    if (stopped.aborted)
        stop();
    stopped.addEventListener('abort', stop, { once: true });
    const late = `no response within ${(0,duration/* formatDuration */.a)(timeoutSeconds)} (hook-timeout)`;
    const timer = setTimeout(() => abandon({ kind: 'failed', message: late }), timeoutSeconds * 1000);
    const answer = async () => {
        try {
            const body = JSON.stringify(await payload(rollout, weight));
            return signal.aborted ? await cut : await call(hook, body, signal);
        }
        catch (error) {
            return { kind: 'failed', message: `it could not be called: ${(0,errors/* known */.eO)(error).message}` };
        }
    };
    return await Promise.race([cut, answer()]).finally(() => clearTimeout(timer));
}

// EXTERNAL MODULE: ./build/hooks/url-hook.js
var url_hook = __webpack_require__(9924);
;// CONCATENATED MODULE: ./build/hooks/connect.js
// The hooks in the inputs, with this job's AWS clients and target.





function connectHooks(connection) {
    return createHookRunner({
        ...connection,
        payload: (rollout, weight) => describe(connection, rollout, weight),
        call: caller(connection),
    });
}
function caller({ place, credentials, inputs: { secret }, }) {
    let invoke;
    return (hook, body, signal) => {
        if (hook.kind === 'url')
            return (0,url_hook/* callUrl */.eh)(hook, body, secret, signal);
        invoke ??= connectLambdaHooks(place, credentials);
        return invoke(hook, body, signal);
    };
}
async function describe({ arnsOf, urlsOf }, rollout, weight) {
    const arns = await arnsOf(rollout);
    return hookPayload({
        rollout,
        weight,
        arnOf: ({ name }) => (0,assert/* must */.s)(arns.get(name), 'each function has its ARN'),
        ...urlsOf(rollout),
    });
}

// EXTERNAL MODULE: ./build/monitor/monitor.js + 6 modules
var monitor = __webpack_require__(5543);
// EXTERNAL MODULE: ./build/rollout/reached.js
var reached = __webpack_require__(7884);
// EXTERNAL MODULE: ./build/rollout/plan.js
var rollout_plan = __webpack_require__(7927);
;// CONCATENATED MODULE: ./build/rollout/shown.js
// How far a rollout is, for a run that takes it over. The phase is a tag, and anyone who may write tags could
// make a run skip steps. Changing the current weight requires the permission to release.


/**
 * The same rollout, or set back to the start of the step that has the current weight. A rollout whose run died
 * between the tag and the change also continues from there. Once the weight of the phase has been seen, any other one
 * was set outside this rollout, and the decision reports it.
 *
 * @param at seconds since the epoch
 */
function withShownPhase(rollout, trafficState, at) {
    const { phase, record, stepStartTimes } = rollout;
    // If several aliases have different weights, part of the change was already made.
    if ((0,reached/* isMarkedReached */.LN)(phase) ||
        trafficState.kind !== 'split' ||
        trafficState.most !== undefined ||
        trafficState.weight === 0) {
        return rollout;
    }
    const { steps } = record.plan;
    const shown = steps.findIndex(({ weight }) => (0,rollout_plan/* sameWeight */.DC)(weight, trafficState.weight));
    if (!isAhead(phase, shown))
        return rollout;
    // The decision reports a weight that is in no step of the plan.
    const index = shown === -1 ? Math.max(0, steps.length - 1) : shown;
    const since = Math.floor(at);
    return {
        ...rollout,
        phase: { kind: 'step', index, since },
        stepStartTimes: [...stepStartTimes.slice(0, index), since],
    };
}
/** @param shown the step with the current weight; -1 if there is none */
function isAhead(phase, shown) {
    if (phase.kind === 'baking')
        return true;
    return phase.kind === 'step' && shown !== -1 && phase.index > shown;
}

// EXTERNAL MODULE: ./build/targets/kinds.js + 6 modules
var kinds = __webpack_require__(7911);
// EXTERNAL MODULE: ./build/targets/ownership.js
var ownership = __webpack_require__(956);
// EXTERNAL MODULE: ./build/targets/seal.js
var seal = __webpack_require__(428);
// EXTERNAL MODULE: ./build/report/cause-text.js
var cause_text = __webpack_require__(5502);
// EXTERNAL MODULE: ./build/report/ending-text.js
var ending_text = __webpack_require__(5758);
// EXTERNAL MODULE: ./build/report/outcomes.js
var outcomes = __webpack_require__(1506);
// EXTERNAL MODULE: ./build/rollout/traffic-state.js
var traffic_state = __webpack_require__(7083);
// EXTERNAL MODULE: ./build/rollout/weights.js
var weights = __webpack_require__(191);
// EXTERNAL MODULE: ./build/report/format.js
var format = __webpack_require__(2772);
// EXTERNAL MODULE: ./build/rollout/next-step.js
var next_step = __webpack_require__(6352);
;// CONCATENATED MODULE: ./build/run/report-parts.js
// What the reports of a run have in common.





const NOTHING_DONE = {
    advice: [],
    commands: [],
    problems: [],
    foresight: [],
    weight: 0,
    open: undefined,
    rollout: undefined,
};
/** Of a rollout that never started. */
const NO_PLAN = {
    steps: [],
    advance: { kind: 'time', maxSeconds: undefined },
    bakeSeconds: 0,
};
function ofSnapshot(target, snapshot, notes) {
    const { record } = snapshot.rollout;
    return {
        stands: (0,outcomes/* describeTraffic */.hA)(snapshot.trafficState, record.functions),
        record,
        rollout: snapshot.rollout,
        notes,
        problems: [],
        foresight: [],
        weight: (0,traffic_state/* weightOf */.m)(snapshot.trafficState),
        target: target.describe(snapshot),
        open: openReport(snapshot),
    };
}
function openReport({ rollout }) {
    const { phase, record, paused } = rollout;
    return {
        phase: (0,format/* describePhase */.$8)(phase, record.plan),
        step: phase.kind === 'step' && !(0,rollout_plan/* isBake */.Wy)(record.plan, phase.index) ? phase.index + 1 : undefined,
        paused: paused !== undefined,
        nextStepAt: (0,next_step/* nextStepAt */.j)(rollout),
    };
}

;// CONCATENATED MODULE: ./build/run/open-reports.js
// The reports of commands that find a rollout of another run.



/** What a user can do if the stage or alias was changed outside this action. */
function manualSteps(target, { rollout, trafficState }) {
    if (trafficState.kind !== 'external')
        return { advice: [], commands: [] };
    const { record, phase } = rollout;
    const left = { phase, trafficState };
    return {
        advice: (0,outcomes/* recoveryOptions */.u_)(left, { record, words: target.words }),
        commands: [...target.showCommands(), ...target.repairCommands(record, left)],
    };
}
function openParts(target, make, linkTo) {
    const none = noneOpen(target);
    const idle = (cause, reason) => ({ ...none, outcome: 'unchanged', cause, reason, target: target.describe() });
    return {
        ...rollbackParts(target, make),
        open: (snapshot, text) => make({
            ...ofSnapshot(target, snapshot, []),
            outcome: snapshot.rollout.paused ? 'held' : 'running',
            cause: snapshot.rollout.paused && { kind: 'paused', by: snapshot.rollout.paused.by },
            reason: text ?? (0,outcomes/* describeTraffic */.hA)(snapshot.trafficState, snapshot.rollout.record.functions),
            ...manualSteps(target, snapshot),
        }),
        idle: (reason, cause = NOTHING_TO_DO) => make({ ...idle(cause, reason), weight: null }),
        nothingOpen: (reason) => make(idle(NOTHING_TO_DO, reason)),
        previewed: (functions, { url, label }, notes) => make({
            ...none,
            outcome: 'previewed',
            cause: undefined,
            reason: 'The code of the pull request is served by its own stage.',
            stands: 'No other stage was changed.',
            previewUrl: url,
            target: { ...target.describe(), previewLabel: label },
            record: { functions, plan: NO_PLAN },
            notes,
        }),
        returnedToEarlier: (functions, reason, cause) => make({
            ...none,
            outcome: 'rolled-back',
            cause,
            reason,
            stands: (0,outcomes/* describeTraffic */.hA)({ kind: 'stable' }, functions),
            target: target.describe(),
            record: { functions, plan: NO_PLAN },
        }),
        declined: (problems, snapshot, cause = { kind: 'refused', problems }, commands = []) => {
            const steps = snapshot?.trafficState.kind === 'external'
                ? manualSteps(target, snapshot)
                : { advice: [], commands: target.showCommands() };
            return make({
                ...(snapshot
                    ? ofSnapshot(target, snapshot, [])
                    : {
                        ...none,
                        target: target.describe(),
                        stands: 'Nothing was changed.',
                        weight: null,
                    }),
                outcome: 'failed',
                cause,
                reason: (0,cause_text/* causeText */.x)({ kind: 'refused', problems }, linkTo),
                problems,
                ...steps,
                commands: [...steps.commands, ...commands],
            });
        },
    };
}
const NOTHING_TO_DO = { kind: 'nothing-to-do' };
function noneOpen({ words }) {
    return {
        ...NOTHING_DONE,
        stands: `No rollout of this action is open on ${words}.`,
        record: { functions: [], plan: NO_PLAN },
        notes: [],
    };
}
/** Of the command `rollback`, if there is nothing to roll back, or if it fails. */
function rollbackParts(target, make) {
    const none = noneOpen(target);
    return {
        stateRemoved: (snapshot, reason, cause) => make({
            ...ofSnapshot(target, snapshot, []),
            outcome: 'unchanged',
            open: undefined,
            cause,
            reason,
            advice: [],
            commands: target.showCommands(),
        }),
        returnFailed: (why, cause) => make({
            ...none,
            outcome: 'failed',
            cause,
            reason: `The rollback failed: ${why}`,
            stands: 'The current state was not read after that.',
            weight: null,
            target: target.describe(undefined, 'unread'),
            commands: target.showCommands(),
        }),
    };
}

;// CONCATENATED MODULE: ./build/run/reporter.js
// Makes the report of a run, for each way in which it can end.









/** @param now seconds since the epoch */
function createReporter({ source, linkTo }, target, recorder, now) {
    const make = (parts) => recorder.report({ source, ...parts });
    const because = (cause) => ({ cause, reason: (0,cause_text/* causeText */.x)(cause, linkTo) });
    return {
        running: (snapshot, notes) => make({
            ...ofSnapshot(target, snapshot, notes),
            outcome: 'running',
            cause: undefined,
            reason: (0,outcomes/* describeTraffic */.hA)(snapshot.trafficState, snapshot.rollout.record.functions),
            advice: [],
            commands: [],
        }),
        ended: (ended, notes) => endedReport({ target, recorder, make, linkTo }, ended, notes, now()),
        planned: (released, plan, foresight, { notes, policy, blindSpots, weight }) => {
            const functions = released.map(({ name, from, version }) => ({
                name,
                from,
                to: version ?? 'a version to be published',
            }));
            return make({
                ...NOTHING_DONE,
                outcome: 'planned',
                cause: undefined,
                reason: `No problems found; the release would take ${plan.requests === undefined ? 'at least' : 'about'} ${(0,duration/* formatDuration */.a)((0,rollout_plan/* planSeconds */.h9)(plan))}.`,
                stands: (0,outcomes/* describeShare */.rm)(weight, functions),
                target: target.describe(),
                record: { functions, plan },
                foresight,
                policy,
                blindSpots,
                notes,
                weight,
            });
        },
        unchanged: (functions, why, plan, notes) => make({
            ...NOTHING_DONE,
            outcome: 'unchanged',
            ...because({ kind: 'nothing-new', why }),
            stands: (0,outcomes/* describeTraffic */.hA)({ kind: 'stable' }, functions),
            target: target.describe(),
            record: { functions, plan },
            notes,
        }),
        first: (functions, made, notes) => make({
            ...firstParts(target, functions, notes),
            ...because({ kind: 'first-release', made }),
        }),
        refused: (problems, notes, cause = { kind: 'preflight', problems }, weight = null) => make({
            ...NOTHING_DONE,
            outcome: 'failed',
            cause,
            reason: (0,cause_text/* causeText */.x)({ kind: 'preflight', problems }, linkTo),
            stands: 'This run did not change what users are served.',
            target: target.describe(),
            record: { functions: [], plan: NO_PLAN },
            problems,
            notes,
            weight,
        }),
        ...openParts(target, make, linkTo),
    };
}
function endedReport({ target, recorder, make, linkTo }, ended, notes, to) {
    const { ending, snapshot } = ended;
    const cause = causeOfEnding(ending, recorder);
    const report = make({
        ...ofSnapshot(target, snapshot, notes),
        ...stateAfter(ended, target),
        outcome: ending.kind,
        cause,
        open: ending.kind === 'held' ? openReport(snapshot) : undefined,
        reason: (0,cause_text/* causeText */.x)(cause, linkTo),
        advice: adviceFor(ended, target, to),
        commands: commandsFor(ended, target),
    });
    if (ending.kind === 'promoted')
        return report;
    const first = (0,weights/* servedSince */.IA)(snapshot.rollout);
    const servedSeconds = first === undefined ? undefined : to - first;
    // The impact on users is known once the report is made.
    const { impact } = report;
    return { ...report, reason: (0,ending_text/* endingText */.p)(ending, { linkTo, servedSeconds, impact }) };
}
function firstParts(target, functions, notes) {
    return {
        ...NOTHING_DONE,
        outcome: 'promoted',
        weight: 100,
        stands: (0,outcomes/* describeTraffic */.hA)({ kind: 'promoted', open: false }, functions),
        target: target.describe(),
        record: { functions, plan: NO_PLAN },
        notes,
    };
}
function adviceFor(ended, target, to) {
    const { ending, cleanup, snapshot, presumed } = ended;
    const { record } = snapshot.rollout;
    return (0,outcomes/* advise */.TH)({
        ending,
        untouched: cleanup === 'nothing-served',
        trafficBack: !presumed && snapshot.trafficState.kind === 'stable',
        record,
        left: leftOf(ended),
        words: target.words,
        from: record.startedAt,
        to,
    });
}
/** Commands to run manually: to repair, or to show the current state. */
function commandsFor(ended, target) {
    const { ending, cleanup, snapshot, presumed } = ended;
    const { record, phase } = snapshot.rollout;
    const observation = presumed ? undefined : { phase, trafficState: snapshot.trafficState };
    if (ending.kind === 'stuck')
        return target.repairCommands(record, observation);
    if (ending.kind !== 'failed' || cleanup === 'nothing-served')
        return [];
    const left = leftOf(ended);
    return [...target.showCommands(), ...(left ? target.repairCommands(record, left) : [])];
}
/** What a failed run has read and leaves to users; what another run owns is not included. */
function leftOf({ ending, cleanup, snapshot, presumed, theirs, }) {
    const { trafficState, rollout } = snapshot;
    const open = trafficState.kind === 'external' || trafficState.kind === 'split';
    const failed = ending.kind === 'failed' && cleanup !== 'nothing-served';
    return failed && open && !presumed && !theirs
        ? { phase: rollout.phase, trafficState }
        : undefined;
}
/** The state at the end, if it needs more words than the state of a running rollout. */
function stateAfter(ended, target) {
    const { snapshot, presumed } = ended;
    const stands = (0,outcomes/* describeTraffic */.hA)(snapshot.trafficState, snapshot.rollout.record.functions);
    if (presumed) {
        return {
            stands: `${UNREAD} ${stands}`,
            weight: null,
            target: target.describe(snapshot, 'unread'),
        };
    }
    const left = leftOf(ended)?.trafficState;
    const open = left?.kind === 'split' && (0,traffic_state/* weightOf */.m)(left) > 0;
    return open ? { stands: `${stands} ${outcomes/* UNMONITORED */.H5}` } : {};
}
const UNREAD = 'The current state could not be read. At worst:';
function causeOfEnding(ending, recorder) {
    if (ending.kind !== 'promoted')
        return ending.cause;
    const evidence = recorder.deciding().filter(({ verdict }) => verdict !== 'healthy');
    return { kind: 'completed', evidence };
}

;// CONCATENATED MODULE: ./build/run/services.js
// A run's services: everything that does something, bound to what the run was given.

















async function openServices(context, host) {
    const { inputs } = context;
    const { cancelled, log } = host;
    const rollbackDeadline = (0,controller_context/* rollbackDeadlineOf */.eQ)(cancelled);
    const ended = new AbortController();
    const limits = { cancelled, rollbackDeadline, ended: ended.signal };
    const clients = connect(inputs.region, limits, host.credentials);
    const linkTo = (0,release/* linkFrom */.NA)(context);
    const recorder = (0,controller_recorder/* createRecorder */.Tk)(time/* now */.tB);
    const target = await (0,kinds/* kindOf */.I)(inputs.target).connect(inputs.target, {
        clients,
        released: inputs.functions,
        say: log.line,
        warn: warnOnce(log, recorder),
        linkTo,
    });
    const reporter = createReporter({ source: context.source, linkTo }, target, recorder, time/* now */.tB);
    return {
        context,
        host,
        clients,
        target,
        recorder,
        reporter,
        monitor: (0,monitor/* createMonitor */.l)(clients.normal.cloudWatch, target.countSource, inputs),
        hooks: connectHooks({
            inputs: inputs.hooks,
            log,
            now: time/* now */.tB,
            place: clients.normal.place,
            credentials: clients.normal.credentials,
            arnsOf: ({ record }) => target.readArns(record.functions),
            urlsOf: (rollout) => target.urls(rollout),
            ended: recorder.recordHook,
        }),
        comments: listenerOf({ context, host, target, recorder }),
        rollbackDeadline,
        progress: (snapshot, notes) => host.show(reporter.running(snapshot, notes)),
        close: () => ended.abort(),
    };
}
/** Changes are repeated until they succeed, and what they find is the same each time. */
function warnOnce(log, recorder) {
    const said = new Set();
    return (text) => {
        if (said.has(text))
            return;
        said.add(text);
        log.warning(text);
        recorder.note(text);
    };
}
function listenerOf({ context, host: { conversation, log }, target, recorder, }) {
    if (!conversation)
        return listener/* NO_COMMENTS */.dG;
    return (0,listener/* listen */.KT)({
        conversation,
        setPaused: target.pause,
        recordRequest: recorder.recordRequest,
        log,
        feedback: context.inputs.feedback,
        key: () => target.describe().key,
    });
}
/** Leaves the rollout to the post step, with the commands to run manually if the post step cannot do anything. */
function saveRepairCommands({ target, host }, record) {
    const commands = target.repairCommands(record);
    host.saveForPost({ words: target.words, commands, on: record.on, seal: (0,seal/* sealOf */.R)(record) });
}
/**
 * From here on, this run owns the rollout: its post step rolls it back, and the earlier run, if it is still running,
 * stops at its next write.
 *
 * @returns the state once the earlier run has stopped writing
 */
async function takeOver(services, { rollout: { record } }) {
    const { target, context, host, clients } = services;
    const off = (0,aws_clock/* describeClockOffset */.ho)(clients.normal.clock.ahead());
    if (off !== undefined)
        host.log.warning(`${off}, and counts are read by the minute`);
    saveRepairCommands(services, record);
    await target.claim(context.id);
    await (0,time/* sleep */.yy)(ownership/* SETTLE_SECONDS */.Ej, host.cancelled);
    const { stored, trafficState } = await target.observe();
    (0,ownership/* assertOwned */.SG)(stored, context.id);
    if (stored.kind !== 'rollout' || !trafficState)
        throw new errors/* KnownError */.E('the current state is unknown');
    const found = (0,reached/* asTakenOver */.Ic)(stored.storedRollout, context.inputs.command);
    const rollout = withShownPhase(found, trafficState, (0,time/* now */.tB)());
    // Later runs must also count the time of the step from now on.
    if (rollout.phase !== found.phase) {
        const at = rollout.phase.kind === 'step' ? `step ${rollout.phase.index + 1}` : 'no step';
        host.log.warning(`The stored state is ahead (${(0,rollout_phase/* formatPhase */.Z0)(found.phase)}), but AWS shows the weight of ${at}: this run continues from there.`);
        await target.savePhase(rollout, rollout.phase);
    }
    return { rollout, trafficState };
}


/***/ }),

/***/ 9783:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ checkBypass),
/* harmony export */   s: () => (/* binding */ getProxyUrl)
/* harmony export */ });
function getProxyUrl(reqUrl) {
    const usingSsl = reqUrl.protocol === 'https:';
    if (checkBypass(reqUrl)) {
        return undefined;
    }
    const proxyVar = (() => {
        if (usingSsl) {
            return process.env['https_proxy'] || process.env['HTTPS_PROXY'];
        }
        else {
            return process.env['http_proxy'] || process.env['HTTP_PROXY'];
        }
    })();
    if (proxyVar) {
        try {
            return new DecodedURL(proxyVar);
        }
        catch (_a) {
            if (!proxyVar.startsWith('http://') && !proxyVar.startsWith('https://'))
                return new DecodedURL(`http://${proxyVar}`);
        }
    }
    else {
        return undefined;
    }
}
function checkBypass(reqUrl) {
    if (!reqUrl.hostname) {
        return false;
    }
    const reqHost = reqUrl.hostname;
    if (isLoopbackAddress(reqHost)) {
        return true;
    }
    const noProxy = process.env['no_proxy'] || process.env['NO_PROXY'] || '';
    if (!noProxy) {
        return false;
    }
    // Determine the request port
    let reqPort;
    if (reqUrl.port) {
        reqPort = Number(reqUrl.port);
    }
    else if (reqUrl.protocol === 'http:') {
        reqPort = 80;
    }
    else if (reqUrl.protocol === 'https:') {
        reqPort = 443;
    }
    // Format the request hostname and hostname with port
    const upperReqHosts = [reqUrl.hostname.toUpperCase()];
    if (typeof reqPort === 'number') {
        upperReqHosts.push(`${upperReqHosts[0]}:${reqPort}`);
    }
    // Compare request host against noproxy
    for (const upperNoProxyItem of noProxy
        .split(',')
        .map(x => x.trim().toUpperCase())
        .filter(x => x)) {
        if (upperNoProxyItem === '*' ||
            upperReqHosts.some(x => x === upperNoProxyItem ||
                x.endsWith(`.${upperNoProxyItem}`) ||
                (upperNoProxyItem.startsWith('.') &&
                    x.endsWith(`${upperNoProxyItem}`)))) {
            return true;
        }
    }
    return false;
}
function isLoopbackAddress(host) {
    const hostLower = host.toLowerCase();
    return (hostLower === 'localhost' ||
        hostLower.startsWith('127.') ||
        hostLower.startsWith('[::1]') ||
        hostLower.startsWith('[0:0:0:0:0:0:0:1]'));
}
class DecodedURL extends URL {
    constructor(url, base) {
        super(url, base);
        this._decodedUsername = decodeURIComponent(super.username);
        this._decodedPassword = decodeURIComponent(super.password);
    }
    get username() {
        return this._decodedUsername;
    }
    get password() {
        return this._decodedPassword;
    }
}
//# sourceMappingURL=proxy.js.map

/***/ })

};
