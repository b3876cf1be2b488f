export const id = 70;
export const ids = [70];
export const modules = {

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

/***/ 9237:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   ai: () => (/* binding */ peakRate),
/* harmony export */   iR: () => (/* binding */ dispersionFor)
/* harmony export */ });
/* unused harmony export dispersionOf */
/* harmony import */ var _counts_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6103);
// The usual event rate of the service and the size of its event clusters, from the hour before the rollout.

/** With fewer events in the hour, nothing can be said about clusters. */
const MIN_EVENTS = 10;
/** The spread must exceed that of independent requests by this many standard deviations. */
const NOTEWORTHY = 3;
const LARGEST = 50;
/**
 * The size of event clusters, from 1 (independent) to 50: the Fano factor of the events per minute, by
 * successive differences, so that a slow drift of the rate counts less (von Neumann 1941). A burst does not
 * break a test of counts, because it hits both sides. A cluster on one side does: one broken server, or a
 * client that retries on the version it was routed to.
 *
 * The minutes must be from before the rollout: a number that is fixed in advance keeps the test valid.
 */
function dispersionOf(minutes) {
    const { events } = (0,_counts_js__WEBPACK_IMPORTED_MODULE_0__/* .sum */ .cz)(minutes);
    if (minutes.length < 2 || events < MIN_EVENTS)
        return 1;
    let squares = 0;
    for (let i = 1; i < minutes.length; i++) {
        squares += (minutes[i].events - minutes[i - 1].events) ** 2;
    }
    const mean = events / minutes.length;
    const fano = squares / (minutes.length - 1) / 2 / mean;
    const noise = Math.sqrt((3 + 1 / mean) / minutes.length);
    return fano < 1 + NOTEWORTHY * noise ? 1 : Math.min(LARGEST, fano);
}
/** The cluster size for a series with this baseline, unless the setting is a number. */
function dispersionFor(before, setting) {
    return setting === 'auto' ? dispersionOf(before) : setting;
}
/** The rate, 0 to 1, that 99% of the minutes with requests do not exceed; 0 without any requests. */
function peakRate(minutes) {
    const rates = minutes.filter((m) => m.requests > 0).map((m) => m.events / m.requests);
    rates.sort((a, b) => a - b);
    return rates[Math.ceil(0.99 * rates.length) - 1] ?? 0;
}


/***/ }),

/***/ 8654:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BC: () => (/* binding */ harmThresholdFor),
/* harmony export */   Fl: () => (/* binding */ errorHarm),
/* harmony export */   T_: () => (/* binding */ metricHarm),
/* harmony export */   UG: () => (/* binding */ slowHarm),
/* harmony export */   WS: () => (/* binding */ lossHarm)
/* harmony export */ });
/* harmony import */ var _counts_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6103);
/* harmony import */ var _safe_bound_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4643);
// The harm that a step must rule out before the next weight: early steps know less, but also risk less.


/** The highest rate that must be ruled out: one failure in two requests is harm at any weight. */
const CEILING = 0.5;
/**
 * The harm to rule out before the canary gets `nextWeight` %: a rate at which 0.5% of all requests would fail.
 * At a small next weight, only a canary that fails most requests reaches it, and a few dozen requests rule it
 * out. Before promotion (100) it is `DEFAULT_HARM`.
 */
function errorHarm(nextWeight) {
    return {
        riskRatio: _safe_bound_js__WEBPACK_IMPORTED_MODULE_1__/* .DEFAULT_HARM */ .$f.riskRatio,
        rate: Math.min(CEILING, (_safe_bound_js__WEBPACK_IMPORTED_MODULE_1__/* .DEFAULT_HARM */ .$f.rate * 100) / nextWeight),
    };
}
/** The same for slow requests: a share at which slow requests increase by `1 − quantile` of all requests. */
function slowHarm(quantile, nextWeight) {
    const usual = 1 - quantile;
    return { riskRatio: 2, rate: Math.min(CEILING, usual * (1 + 100 / nextWeight)) };
}
/** The same for a configured metric: at full weight, twice stable's rate in the hour before. */
function metricHarm(before, nextWeight) {
    const usual = (0,_counts_js__WEBPACK_IMPORTED_MODULE_0__/* .rate */ .TS)((0,_counts_js__WEBPACK_IMPORTED_MODULE_0__/* .sum */ .cz)(before)) || 0;
    const added = Math.max(_safe_bound_js__WEBPACK_IMPORTED_MODULE_1__/* .DEFAULT_HARM */ .$f.rate, usual) * (100 / nextWeight);
    return { riskRatio: 2, rate: Math.min(CEILING, usual + added) };
}
/**
 * The same for a metric of which fewer events are worse: half of them are lost, and at full weight the loss
 * would be half of stable's usual number.
 */
function lossHarm(before, nextWeight) {
    const half = ((0,_counts_js__WEBPACK_IMPORTED_MODULE_0__/* .rate */ .TS)((0,_counts_js__WEBPACK_IMPORTED_MODULE_0__/* .sum */ .cz)(before)) || 2 * _safe_bound_js__WEBPACK_IMPORTED_MODULE_1__/* .DEFAULT_HARM */ .$f.rate) / 2;
    return { riskRatio: 2, rate: Math.min(CEILING, (half * 100) / nextWeight) };
}
/**
 * The threshold before the canary gets `nextWeight` %. Before promotion (100), no evidence against it is
 * tolerated. Between steps, evidence of five to one is tolerated, because the next weight will settle it.
 */
function harmThresholdFor(nextWeight) {
    return nextWeight < 100
        ? { falseSafeRate: 0.1, toleratedDoubt: Math.log(5) }
        : { falseSafeRate: 0.05, toleratedDoubt: 0 };
}


/***/ }),

/***/ 530:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   KG: () => (/* binding */ DEFAULT_PROFILE),
/* harmony export */   LU: () => (/* binding */ SPARSE_PROFILE)
/* harmony export */ });
/* unused harmony export FAST_PROFILE */
// The constants of the sequential test: what it looks for, and how much it expects each possibility.
/**
 * The default: a regression of any size, present at once or later, confirmed by a second minute. The cap
 * limits the effect of one bad minute of one bad server. With the prior of the onset, a long good start does
 * not hide a regression despite the cap.
 */
const DEFAULT_PROFILE = {
    ratios: [
        { ratio: 1.25, prior: 0.06 },
        { ratio: 1.5, prior: 0.14 },
        { ratio: 2, prior: 0.2 },
        { ratio: 3, prior: 0.14 },
        { ratio: 5, prior: 0.12 },
        { ratio: 10, prior: 0.1 },
        { ratio: 30, prior: 0.08 },
        { ratio: 100, prior: 0.08 },
        { ratio: 1000, prior: 0.08 },
    ],
    joint: [],
    onset: { atOnce: 0.7, hazard: 0.05 },
    capNats: Math.log(50),
    dispersion: 1,
};
/** No cap and no late onset: the quickest if every request is known to be independent. */
const FAST_PROFILE = {
    ...DEFAULT_PROFILE,
    onset: { atOnce: 1, hazard: 0 },
    capNats: Number.POSITIVE_INFINITY,
};
/**
 * For fewer than 50 requests per minute: with bets that count successes too, and little weight on the small
 * ratios, which so few requests cannot show during a rollout.
 */
const SPARSE_PROFILE = {
    ...DEFAULT_PROFILE,
    ratios: [
        { ratio: 1.25, prior: 0.01 },
        { ratio: 1.5, prior: 0.04 },
        { ratio: 2, prior: 0.13 },
        { ratio: 3, prior: 0.13 },
        { ratio: 5, prior: 0.13 },
        { ratio: 10, prior: 0.14 },
        { ratio: 30, prior: 0.13 },
        { ratio: 100, prior: 0.11 },
        { ratio: 1000, prior: 0.08 },
    ],
    joint: [
        { canaryRisk: 0.95, stableRisk: 0.01, prior: 0.06 },
        { canaryRisk: 0.5, stableRisk: 0.01, prior: 0.04 },
    ],
};


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


/***/ })

};
