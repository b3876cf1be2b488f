export const id = 583;
export const ids = [583];
export const modules = {

/***/ 3959:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ splitAlpha)
/* harmony export */ });
// One knob, the false-rollback rate, divided among the tests.
const GUARDRAIL_SHARE = 0.1;
/**
 * Divides the rate so that the parts of all tests sum to it (the union bound: with more tests each
 * is stricter, and the rollout as a whole stays within the rate). Errors and latency alone give
 * 0.6%, 0.3% and 0.1% of 1%.
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
/* harmony export */   r: () => (/* binding */ closingSeconds),
/* harmony export */   x: () => (/* binding */ lastClosedMinute)
/* harmony export */ });
// Which minutes are closed: old enough that CloudWatch's counts for them have stopped growing.
/** CloudWatch's one-minute metrics arrive within about two minutes. */
const PUBLICATION_SECONDS = 120;
/** Added to the longest answer: the end of the minute, and its publication. */
const ANSWER_SLACK_SECONDS = 90;
/**
 * How old a minute's end must be until its counts have stopped growing, in seconds.
 *
 * @param longestAnswerSeconds the integration's or the function's time-out
 */
function closingSeconds(longestAnswerSeconds) {
    return Math.max(PUBLICATION_SECONDS, longestAnswerSeconds + ANSWER_SLACK_SECONDS);
}
/**
 * The last minute, counted from the epoch, that is closed. A request counts in the minute in which
 * it began but is published when it has ended, so a slow canary's successes arrive last: read too
 * early, its errors stand alone. (AWS, "Using CloudWatch metrics with Lambda": "the timestamp
 * reflects when the function was invoked".)
 *
 * @param nowSeconds seconds since the epoch
 * @param longestAnswerSeconds the integration's or the function's time-out
 */
function lastClosedMinute(nowSeconds, longestAnswerSeconds) {
    return Math.floor((nowSeconds - closingSeconds(longestAnswerSeconds)) / 60) - 1;
}


/***/ }),

/***/ 4134:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ compare)
/* harmony export */ });
/* harmony import */ var _share_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3788);
// The canary against stable, minute by minute: how much worse, and how many requests paid for it.

/**
 * The common risk ratio and difference over strata (Mantel & Haenszel 1959; Greenland & Robins
 * 1985 for the ratio). A minute is a stratum: pooled counts would compare the canary's late
 * minutes with stable's early ones, for the weight grows while the weather changes. Sparse
 * minutes hold one request or so and have nothing to compare, so those of equal weight are pooled.
 */
function compare(minutes) {
    let canarySide = 0;
    let stableSide = 0;
    let pairs = 0;
    let matched = 0;
    let expected = 0;
    let observed = 0;
    for (const stratum of strata(minutes)) {
        const { canaryRequests, canaryEvents, stableRequests, stableEvents } = stratum;
        if (canaryRequests === 0 || stableRequests === 0)
            continue;
        const requests = canaryRequests + stableRequests;
        canarySide += (canaryEvents * stableRequests) / requests;
        stableSide += (stableEvents * canaryRequests) / requests;
        pairs += (canaryRequests * stableRequests) / requests;
        matched += canaryRequests;
        observed += canaryEvents;
        expected += (canaryRequests * stableEvents) / stableRequests;
    }
    return {
        ratio: canarySide / stableSide,
        difference: (canarySide - stableSide) / pairs,
        excessEvents: observed - expected,
        stableRate: expected / matched,
    };
}
function strata(minutes) {
    const all = [];
    const sparse = new Map();
    for (const minute of minutes) {
        const weight = minute.weight + 1000 * minute.weightBefore;
        const pooled = (0,_share_js__WEBPACK_IMPORTED_MODULE_0__/* .isSparse */ .zP)(minute) ? sparse.get(weight) : undefined;
        const stratum = pooled ?? { ...EMPTY };
        if (!pooled)
            all.push(stratum);
        if ((0,_share_js__WEBPACK_IMPORTED_MODULE_0__/* .isSparse */ .zP)(minute))
            sparse.set(weight, stratum);
        stratum.canaryRequests += minute.canary.requests;
        stratum.canaryEvents += minute.canary.events;
        stratum.stableRequests += minute.stable.requests;
        stratum.stableEvents += minute.stable.events;
    }
    return all;
}
const EMPTY = { canaryRequests: 0, canaryEvents: 0, stableRequests: 0, stableEvents: 0 };


/***/ }),

/***/ 6361:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ad: () => (/* binding */ minuteAt),
/* harmony export */   Bp: () => (/* binding */ errorsOf),
/* harmony export */   FF: () => (/* binding */ without),
/* harmony export */   NM: () => (/* binding */ addUp),
/* harmony export */   Ql: () => (/* binding */ shownApart),
/* harmony export */   X5: () => (/* binding */ total),
/* harmony export */   q9: () => (/* binding */ NO_EVENTS),
/* harmony export */   wT: () => (/* binding */ shownTogether),
/* harmony export */   xo: () => (/* binding */ isHalfShown)
/* harmony export */ });
/* unused harmony export halfShownIn */
/* harmony import */ var _base_assert_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(648);
// What was counted, by measure, side and time: the one table that judge, steps and report read.

const NO_EVENTS = { requests: new Map(), events: new Map() };
/** The row of the errors of all traffic. */
function errorsOf({ rows }) {
    const isErrors = ({ measure: { kind, scope } }) => kind === 'errors' && scope.kind === 'all';
    return (0,_base_assert_js__WEBPACK_IMPORTED_MODULE_0__/* .must */ .s)(rows.find(isErrors), 'the errors are always counted');
}
/**
 * Sums up what belongs to a window, a step's for instance. A bucket belongs to the window in which its
 * last second lies: counts have no finer grain.
 */
function total({ requests, events }, { from, to = Number.POSITIVE_INFINITY }, bucketSeconds) {
    const within = (values) => {
        let sum = 0;
        for (const [start, value] of values) {
            const last = start + bucketSeconds - 1;
            if (last >= from && last < to)
                sum += value;
        }
        return sum;
    };
    return { requests: within(requests), events: within(events) };
}
/** One minute. Without an entry it had no requests; events never exceed the requests. */
function minuteAt(series, start, bucketSeconds) {
    let requests = 0;
    let events = 0;
    for (const at of bucketsOf(start, bucketSeconds)) {
        requests += series.requests.get(at) ?? 0;
        events += series.events.get(at) ?? 0;
    }
    return { requests, events: Math.min(requests, events) };
}
/** Whether a part of a minute is missing. */
function isHalfShown({ halfShown }, start, bucketSeconds) {
    return halfShown !== undefined && bucketsOf(start, bucketSeconds).some((at) => halfShown.has(at));
}
/** The buckets of a minute, by their start. */
function bucketsOf(start, bucketSeconds) {
    return Array.from({ length: 60 / bucketSeconds }, (_, i) => start + i * bucketSeconds);
}
/**
 * A series of which AWS shows requests and events together, the events as 0 where there are none
 * (API Gateway, "dimensions and metrics": the average of 5XXError is the error rate, with Count for
 * its denominator; Lambda, "types of metrics": the outcome of each invocation is sent as 0 or 1). So a
 * minute with one of the two has not been shown whole, and no value is not the value 0.
 */
function shownTogether(requests, events) {
    const buckets = [...requests.keys(), ...events.keys()];
    const half = buckets.filter((start) => !(requests.has(start) && events.has(start)));
    return half.length === 0 ? { requests, events } : { requests, events, halfShown: new Set(half) };
}
/**
 * A series of a metric that may be counted only when it happens: no events are 0 events. But events
 * without any requests have lost what they are a part of.
 */
function shownApart(requests, events) {
    const half = [...events].filter(([start, count]) => count > 0 && !requests.has(start));
    return half.length === 0
        ? { requests, events }
        : { requests, events, halfShown: new Set(half.map(([start]) => start)) };
}
/** What is half shown in any of them. */
function halfShownIn(...series) {
    const half = series.flatMap(({ halfShown = [] }) => [...halfShown]);
    return half.length === 0 ? {} : { halfShown: new Set(half) };
}
/** Several series as one. */
function addUp(series) {
    return {
        requests: addMaps(series.map((s) => s.requests)),
        events: addMaps(series.map((s) => s.events)),
        ...halfShownIn(...series),
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
/** One series less another, bucket by bucket; never below 0. */
function without(from, what) {
    return {
        requests: minus(from.requests, what.requests),
        events: minus(from.events, what.events),
        ...halfShownIn(from, what),
    };
}
function minus(from, what) {
    return new Map([...from].map(([start, value]) => [start, Math.max(0, value - (what.get(start) ?? 0))]));
}


/***/ }),

/***/ 6103:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   LO: () => (/* binding */ missing),
/* harmony export */   NZ: () => (/* binding */ isSteady),
/* harmony export */   TS: () => (/* binding */ rate),
/* harmony export */   cz: () => (/* binding */ sum),
/* harmony export */   oE: () => (/* binding */ withoutEvents),
/* harmony export */   yX: () => (/* binding */ swapSides)
/* harmony export */ });
/* unused harmony export NO_COUNTS */
// What a minute of traffic looked like: the one shape that every test here reads.
const NO_COUNTS = { requests: 0, events: 0 };
/** The sum of some counts. */
function sum(counts) {
    let requests = 0;
    let events = 0;
    for (const c of counts) {
        requests += c.requests;
        events += c.events;
    }
    return { requests, events };
}
/** Events per request; NaN without requests. */
function rate(counts) {
    return counts.events / counts.requests;
}
/** The same minute with the two versions in each other's place. */
function swapSides(minute) {
    const { canary, stable, weight, weightBefore } = minute;
    return {
        ...minute,
        canary: stable,
        stable: canary,
        weight: 100 - weight,
        weightBefore: 100 - weightBefore,
    };
}
/** The same minute with the requests that were no events for its events. */
function withoutEvents(minute) {
    return { ...minute, canary: missing(minute.canary), stable: missing(minute.stable) };
}
/** The requests that were no events, as events. */
function missing({ requests, events }) {
    return { requests, events: Math.max(0, requests - events) };
}
/** Whether the weight was the same throughout the minute. */
function isSteady(minute) {
    return minute.weight === minute.weightBefore;
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
// A metric that the user named: events among a total.





/** The smallest risk ratio worth a rollback. */
const MATERIAL_RATIO = 1.2;
/** @param worse whether many events are bad (failures) or few (purchases) */
function customMeasure(name, worse) {
    const id = `metric ${name}`;
    return {
        id,
        kind: 'custom',
        scope: _measure_js__WEBPACK_IMPORTED_MODULE_2__/* .ALL */ .y,
        budget: { parts: 1, shared: false },
        ask: (counted, { falseRollbackRate, dispersion, nextWeight }) => {
            const { series, worse: direction, missing } = (0,_series_js__WEBPACK_IMPORTED_MODULE_4__/* .orient */ .s)({ ...counted, worse });
            const harm = direction === 'more' ? _harm_thresholds_js__WEBPACK_IMPORTED_MODULE_1__/* .metricHarm */ .T_ : _harm_thresholds_js__WEBPACK_IMPORTED_MODULE_1__/* .lossHarm */ .WS;
            return {
                series,
                question: {
                    witness: id,
                    noun: missing ? `without ${name}` : name,
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

/***/ 9237:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   ai: () => (/* binding */ peakRate),
/* harmony export */   iR: () => (/* binding */ dispersionFor)
/* harmony export */ });
/* unused harmony export dispersionOf */
/* harmony import */ var _counts_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6103);
// What the hour before the rollout says about the service: its usual rate and its clusters.

/** Fewer events than this in the hour say nothing about clusters. */
const FEWEST_EVENTS = 10;
/** Standard deviations by which the spread must exceed what independent requests give. */
const NOTEWORTHY = 3;
const LARGEST = 50;
/**
 * The size of the clusters in which events come, from 1 (independent) to 50: the Fano factor of
 * the events per minute, by successive differences, so that a slow drift of the rate counts less
 * (von Neumann 1941). What breaks every test of counts is not a burst, which hits both arms, but
 * a cluster that falls on one arm: one broken server, a client that retries where it was sent.
 *
 * The minutes must lie before the rollout: a number that is fixed beforehand leaves the test valid.
 */
function dispersionOf(minutes) {
    const { events } = (0,_counts_js__WEBPACK_IMPORTED_MODULE_0__/* .sum */ .cz)(minutes);
    if (minutes.length < 2 || events < FEWEST_EVENTS)
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
/** Of a series with this baseline, where a setting may say otherwise. */
function dispersionFor(before, setting) {
    return setting === 'auto' ? dispersionOf(before) : setting;
}
/** The rate, 0 to 1, that 99 % of the minutes with requests stay at or below; 0 without any. */
function peakRate(minutes) {
    const rates = minutes.filter((m) => m.requests > 0).map((m) => m.events / m.requests);
    rates.sort((a, b) => a - b);
    return rates[Math.ceil(0.99 * rates.length) - 1] ?? 0;
}


/***/ }),

/***/ 3273:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ profileFor),
/* harmony export */   Y: () => (/* binding */ errorsMeasure)
/* harmony export */ });
/* harmony import */ var _dispersion_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9237);
/* harmony import */ var _harm_thresholds_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8654);
/* harmony import */ var _measure_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(203);
/* harmony import */ var _profile_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(530);
/* harmony import */ var _share_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3788);
// Failed requests: a 5XX status on a stage, a failed or throttled invocation on an alias.





/** The smallest risk ratio worth a rollback. */
const MATERIAL_RATIO = 1.2;
function errorsMeasure(scope = _measure_js__WEBPACK_IMPORTED_MODULE_2__/* .ALL */ .y) {
    const id = (0,_measure_js__WEBPACK_IMPORTED_MODULE_2__/* .measureId */ .s)('errors', scope);
    return {
        id,
        kind: 'errors',
        scope,
        budget: { parts: 2, shared: false },
        ask: (series, { falseRollbackRate, dispersion, nextWeight, sound }) => ({
            series,
            question: {
                witness: id,
                noun: 'errors',
                worse: 'more',
                falseRollbackRate,
                standard: (0,_harm_thresholds_js__WEBPACK_IMPORTED_MODULE_1__/* .harmThresholdFor */ .BC)(nextWeight),
                profile: {
                    ...(sound ? profileFor(series.minutes[0]) : _profile_js__WEBPACK_IMPORTED_MODULE_3__/* .DEFAULT_PROFILE */ .KG),
                    dispersion: (0,_dispersion_js__WEBPACK_IMPORTED_MODULE_0__/* .dispersionFor */ .iR)(series.before, dispersion),
                },
                materialRatio: MATERIAL_RATIO,
                harm: (0,_harm_thresholds_js__WEBPACK_IMPORTED_MODULE_1__/* .errorHarm */ .Fl)(nextWeight),
            },
        }),
    };
}
/**
 * The profile for a rollout that began with this minute. The number of requests, unlike their
 * outcomes, may decide: a minute with few calls for bets that count successes too.
 */
function profileFor(first) {
    return first && (0,_share_js__WEBPACK_IMPORTED_MODULE_4__/* .isSparse */ .zP)(first) ? _profile_js__WEBPACK_IMPORTED_MODULE_3__/* .SPARSE_PROFILE */ .LU : _profile_js__WEBPACK_IMPORTED_MODULE_3__/* .DEFAULT_PROFILE */ .KG;
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
// What a step must have ruled out before the next weight: less is known early, but less is at stake.


/** No rate above this is asked to be ruled out: a coin toss is harm at any weight. */
const CEILING = 0.5;
/**
 * The harm to rule out before the canary gets `nextWeight` per cent: a rate at which half a per
 * cent of all requests would fail. At a small next weight only a canary that fails wholesale can
 * do that, and a few dozen requests rule it out; before promotion (100) it is `DEFAULT_HARM`.
 */
function errorHarm(nextWeight) {
    return {
        riskRatio: _safe_bound_js__WEBPACK_IMPORTED_MODULE_1__/* .DEFAULT_HARM */ .$f.riskRatio,
        rate: Math.min(CEILING, (_safe_bound_js__WEBPACK_IMPORTED_MODULE_1__/* .DEFAULT_HARM */ .$f.rate * 100) / nextWeight),
    };
}
/** The same for slow requests: a share that would add another `1 − quantile` of all requests. */
function slowHarm(quantile, nextWeight) {
    const usual = 1 - quantile;
    return { riskRatio: 2, rate: Math.min(CEILING, usual * (1 + 100 / nextWeight)) };
}
/** The same for a user's metric: twice stable's rate of the hour before, at full weight. */
function metricHarm(before, nextWeight) {
    const usual = (0,_counts_js__WEBPACK_IMPORTED_MODULE_0__/* .rate */ .TS)((0,_counts_js__WEBPACK_IMPORTED_MODULE_0__/* .sum */ .cz)(before)) || 0;
    const added = Math.max(_safe_bound_js__WEBPACK_IMPORTED_MODULE_1__/* .DEFAULT_HARM */ .$f.rate, usual) * (100 / nextWeight);
    return { riskRatio: 2, rate: Math.min(CEILING, usual + added) };
}
/**
 * The same for a metric of which fewer events are worse: half of them lost, where stable has as
 * many that their loss would be half of the usual number at full weight.
 */
function lossHarm(before, nextWeight) {
    const half = ((0,_counts_js__WEBPACK_IMPORTED_MODULE_0__/* .rate */ .TS)((0,_counts_js__WEBPACK_IMPORTED_MODULE_0__/* .sum */ .cz)(before)) || 2 * _safe_bound_js__WEBPACK_IMPORTED_MODULE_1__/* .DEFAULT_HARM */ .$f.rate) / 2;
    return { riskRatio: 2, rate: Math.min(CEILING, (half * 100) / nextWeight) };
}
/**
 * The standard before the canary gets `nextWeight` per cent. Before promotion (100) nothing at all
 * may speak against it; between steps a doubt of five to one may stand, for the next weight will
 * settle it.
 */
function harmThresholdFor(nextWeight) {
    return nextWeight < 100
        ? { falseSafeRate: 0.1, toleratedDoubt: Math.log(5) }
        : { falseSafeRate: 0.05, toleratedDoubt: 0 };
}


/***/ }),

/***/ 3402:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ logSumExp),
/* harmony export */   x: () => (/* binding */ logAddExp)
/* harmony export */ });
// Sums of numbers kept as logarithms, so that evidence of e^1000 neither overflows nor vanishes.
/** ln(e^a + e^b). */
function logAddExp(a, b) {
    const high = Math.max(a, b);
    if (high === Number.NEGATIVE_INFINITY)
        return high;
    return high + Math.log1p(Math.exp(Math.min(a, b) - high));
}
/** ln of the sum of e^x over the values; −∞ for none. */
function logSumExp(values) {
    let high = Number.NEGATIVE_INFINITY;
    for (let i = 0; i < values.length; i++)
        if (values[i] > high)
            high = values[i];
    if (high === Number.NEGATIVE_INFINITY)
        return high;
    let total = 0;
    for (let i = 0; i < values.length; i++)
        total += Math.exp(values[i] - high);
    return high + Math.log(total);
}


/***/ }),

/***/ 203:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   s: () => (/* binding */ measureId),
/* harmony export */   y: () => (/* binding */ ALL)
/* harmony export */ });
// A measure is something that is counted for both versions: events among requests.
const ALL = { kind: 'all' };
/** `errors`, `errors of orders`, `errors of POST /orders`. */
function measureId(name, scope) {
    switch (scope.kind) {
        case 'all':
            return name;
        case 'function':
            return `${name} of ${scope.name}`;
        case 'route':
            return `${name} of ${scope.method} ${scope.resource}`;
    }
}


/***/ }),

/***/ 530:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   KG: () => (/* binding */ DEFAULT_PROFILE),
/* harmony export */   LU: () => (/* binding */ SPARSE_PROFILE)
/* harmony export */ });
/* unused harmony export FAST_PROFILE */
// What the sequential test looks for, and how ready it is to believe it: all of its constants.
/**
 * The default: a regression of any size, there at once or later, confirmed by a second minute.
 * The cap is what one bad minute of one bad server can do; the prior of the onset keeps the cap
 * from hiding a regression behind a long good start.
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
/** No cap and no late onset: quickest where every request is known to be independent. */
const FAST_PROFILE = {
    ...DEFAULT_PROFILE,
    onset: { atOnce: 1, hazard: 0 },
    capNats: Number.POSITIVE_INFINITY,
};
/**
 * For fewer than 50 requests a minute: with bets that count successes too, and little on the small
 * ratios, which so few requests cannot show while a rollout lasts.
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

/***/ 9566:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   r: () => (/* binding */ riskRatioNats)
/* harmony export */ });
// The one formula under most tests here: how much likelier a minute's events are if the canary's
// risk is `ratio` times stable's than if the version makes no difference.
/**
 * ln of the likelihood ratio, in nats, of `canary` of `total` events falling on an arm with that
 * share of the requests. Stable's own rate, whatever it is in this minute, cancels: given that an
 * event happened, only the coin decides whose it is. That is why an incident that hits both
 * versions says nothing, and why the weight may change from minute to minute.
 *
 * Lindon & Malek, "Anytime-valid inference for multinomial count data" (NeurIPS 2022), with the
 * multinomial's parameter written as a risk ratio.
 */
function riskRatioNats(canary, total, share, ratio, logRatio = Math.log(ratio)) {
    return canary * logRatio - total * Math.log1p(share * (ratio - 1));
}


/***/ }),

/***/ 1952:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  X: () => (/* binding */ createRollbackTest)
});

// EXTERNAL MODULE: ./build/analysis/comparison.js
var comparison = __webpack_require__(4134);
// EXTERNAL MODULE: ./build/analysis/counts.js
var counts = __webpack_require__(6103);
// EXTERNAL MODULE: ./build/analysis/share.js
var analysis_share = __webpack_require__(3788);
;// CONCATENATED MODULE: ./build/analysis/joint.js
// Sparse traffic: with one request a minute, each of stable's successes is news too.


/**
 * ln of the likelihood ratio, in nats, of a minute's arms and outcomes together, against a version
 * that makes no difference. It is exact for any risk that the arms share, but takes the configured
 * weight at its word, so it speaks only of sparse minutes whose weight was steady.
 *
 * The two-sample e-value of Turner, Ly & Grünwald ("Generic E-variables for exact sequential
 * k-sample tests", 2021), with the arm drawn by the configured weight instead of in blocks.
 */
function jointNats(minute, alternative) {
    if (!(0,counts/* isSteady */.NZ)(minute) || !(0,analysis_share/* isSparse */.zP)(minute))
        return 0;
    const { canary, stable } = minute;
    const { canaryRisk, stableRisk } = alternative;
    const share = minute.weight / 100;
    const risk = share * canaryRisk + (1 - share) * stableRisk;
    return (canary.events * Math.log(canaryRisk / risk) +
        stable.events * Math.log(stableRisk / risk) +
        (canary.requests - canary.events) * Math.log((1 - canaryRisk) / (1 - risk)) +
        (stable.requests - stable.events) * Math.log((1 - stableRisk) / (1 - risk)));
}

// EXTERNAL MODULE: ./build/analysis/log-space.js
var log_space = __webpack_require__(3402);
// EXTERNAL MODULE: ./build/analysis/risk-ratio.js
var risk_ratio = __webpack_require__(9566);
;// CONCATENATED MODULE: ./build/analysis/sequential-test.js
// The sequential test: one number that may be looked at after every minute without ever crying
// wolf more often than it was told to.




/**
 * A test martingale M of "the canary is not worse": a mixture over risk ratios and over the minute
 * in which a regression starts. While the canary is not worse, the chance that M ever reaches
 * 1/a is at most a (Ville's inequality), however often and whenever one looks.
 */
function createSequentialTest(profile) {
    const { ratios, joint, onset, capNats, dispersion } = profile;
    const logRatios = Float64Array.from(ratios, (r) => Math.log(r.ratio));
    const logPrior = Float64Array.from([...ratios, ...joint], (bet) => Math.log(bet.prior));
    const logBet = new Float64Array(logPrior.length).fill(Number.NEGATIVE_INFINITY);
    const terms = new Float64Array(logPrior.length + 1);
    let unstarted = 1;
    let starting = onset.atOnce;
    let logStarting = Math.log(starting);
    let canarySeen = false;
    function grow(bet, nats) {
        logBet[bet] = (0,log_space/* logAddExp */.x)(logBet[bet], logStarting) + Math.min(capNats, nats / dispersion);
    }
    function add(minute) {
        const share = (0,analysis_share/* highShare */.Yv)(minute);
        const events = minute.canary.events;
        const total = events + minute.stable.events;
        for (let i = 0; i < ratios.length; i++) {
            grow(i, (0,risk_ratio/* riskRatioNats */.r)(events, total, share, ratios[i].ratio, logRatios[i]));
        }
        // A canary that nothing has reached yet is no news: the route to it may not be open.
        for (let i = 0; i < joint.length; i++) {
            grow(ratios.length + i, canarySeen ? jointNats(minute, joint[i]) : 0);
        }
        canarySeen ||= minute.canary.requests > 0;
        unstarted = Math.max(0, unstarted - starting);
        starting = unstarted * onset.hazard;
        logStarting = Math.log(starting);
        for (let i = 0; i < logBet.length; i++)
            terms[i] = logPrior[i] + logBet[i];
        terms[logBet.length] = Math.log(unstarted);
        return (0,log_space/* logSumExp */.V)(terms);
    }
    return { add };
}
/** ln M after each of the minutes. */
function evidencePath(minutes, profile) {
    const test = createSequentialTest(profile);
    return minutes.map((minute) => test.add(minute));
}

// EXTERNAL MODULE: ./build/analysis/shared-incident.js
var shared_incident = __webpack_require__(4725);
;// CONCATENATED MODULE: ./build/analysis/rollback-test.js
// When the evidence is enough to roll back: strong, material, and stronger still in bad weather.



/** How far back a regression must still be visible, in closed minutes. */
const RECENT_MINUTES = 10;
/** Once stable itself has had an incident, evidence must be this many times as strong. */
const WEATHER_FACTOR = 10;
/**
 * The decision to roll back. Materiality and weather only ever prevent a rollback, so the rate of
 * false ones keeps its bound; and a rollback that is decided after an incident of both arms began
 * is false with a tenth of that rate, by the same inequality. A real regression pays for it with
 * 2.3 nats, and only when stable is in trouble too.
 */
function createRollbackTest(settings) {
    const { falseRollbackRate, profile, materialRatio, before } = settings;
    const test = createSequentialTest(profile);
    const weather = (0,shared_incident/* createSharedIncidentDetector */.MX)(before, profile.dispersion);
    const calmThreshold = -Math.log(falseRollbackRate);
    const recent = [];
    let failing = false;
    function add(minute) {
        recent.push(minute);
        if (recent.length > RECENT_MINUTES)
            recent.shift();
        const nats = test.add(minute);
        const rough = weather.add(minute.stable);
        const threshold = calmThreshold + (rough ? Math.log(WEATHER_FACTOR) : 0);
        failing ||= nats >= threshold && (0,comparison/* compare */.U)(recent).ratio >= materialRatio;
        return { nats, threshold, failing };
    }
    return { add };
}


/***/ }),

/***/ 4643:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $f: () => (/* binding */ DEFAULT_HARM),
/* harmony export */   OO: () => (/* binding */ createSafeBound)
/* harmony export */ });
/* unused harmony export safeNats */
/* harmony import */ var _log_space_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3402);
/* harmony import */ var _risk_ratio_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9566);
/* harmony import */ var _share_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3788);
// The other direction: evidence that the new version is not harmful, so that a step may end.



/** A version that makes one request in two hundred fail, and fails twice as often as stable. */
const DEFAULT_HARM = { riskRatio: 2, rate: 0.005 };
const RATIO_BETS = [
    { of: 0.1, prior: 0.1 },
    { of: 0.5, prior: 0.1 },
    { of: 0.8, prior: 0.15 },
    { of: 1, prior: 0.35 },
    { of: 1.25, prior: 0.2 },
    { of: 1.5, prior: 0.1 },
];
const RATE_BETS = [
    { of: 1 / 100, prior: 0.6 },
    { of: 1 / 10, prior: 0.25 },
    { of: 1 / 3, prior: 0.15 },
];
/**
 * Evidence that the canary lies outside the region of harm. Half of it comes from the comparison
 * with stable, half from the canary's own rate; each half alone is an e-value for the whole
 * region, so their mean is one too: while the canary is harmful, M reaches 1/b with a chance of at
 * most b, however often one looks. A service without any error is cleared by the second half,
 * after about 780 error-free canary requests at the default harm and b = 5 %.
 *
 * The ratio's bets are scaled to `harm.riskRatio / 2`, so they stay below it.
 */
function createSafeBound(harm = DEFAULT_HARM, dispersion = 1) {
    const scale = Math.min(1, harm.riskRatio / 2);
    const ratios = RATIO_BETS.map((bet) => bet.of * scale);
    const rates = RATE_BETS.map((bet) => bet.of * harm.rate);
    const logPrior = Float64Array.from([...RATIO_BETS, ...RATE_BETS], (b) => Math.log(b.prior / 2));
    const nats = new Float64Array(logPrior.length);
    const terms = new Float64Array(logPrior.length);
    const perEvent = rates.map((rate) => Math.log(rate / harm.rate));
    const perSuccess = rates.map((rate) => Math.log1p(-rate) - Math.log1p(-harm.rate));
    function add(minute) {
        const { requests, events } = minute.canary;
        const total = events + minute.stable.events;
        const share = (0,_share_js__WEBPACK_IMPORTED_MODULE_0__/* .lowShare */ .yw)(minute);
        const harmful = (0,_risk_ratio_js__WEBPACK_IMPORTED_MODULE_1__/* .riskRatioNats */ .r)(events, total, share, harm.riskRatio);
        for (let i = 0; i < ratios.length; i++) {
            nats[i] += ((0,_risk_ratio_js__WEBPACK_IMPORTED_MODULE_1__/* .riskRatioNats */ .r)(events, total, share, ratios[i]) - harmful) / dispersion;
        }
        for (let i = 0; i < rates.length; i++) {
            const own = events * perEvent[i] + (requests - events) * perSuccess[i];
            nats[ratios.length + i] += own / dispersion;
        }
        for (let i = 0; i < nats.length; i++)
            terms[i] = logPrior[i] + nats[i];
        return (0,_log_space_js__WEBPACK_IMPORTED_MODULE_2__/* .logSumExp */ .V)(terms);
    }
    return { add };
}
/** ln of the evidence of safety, in nats, after all of the minutes. */
function safeNats(minutes, harm, dispersion = 1) {
    const bound = createSafeBound(harm, dispersion);
    return minutes.reduce((_, minute) => bound.add(minute), 0);
}


/***/ }),

/***/ 5242:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ withoutWarmUp),
/* harmony export */   s: () => (/* binding */ orient)
/* harmony export */ });
/* harmony import */ var _counts_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6103);
// What the judge is given: one series per question, each with the hour before the rollout.

/**
 * The series without the minutes in which a canary is still cold: the first `warmUp` minutes of
 * each weight, the one in which it was set among them. Only for latency; a request that fails because its server did
 * not start is a failed request.
 */
function withoutWarmUp(minutes, warmUp) {
    let warmFrom = Number.NEGATIVE_INFINITY;
    let weight = 0;
    return minutes.filter((m) => {
        if (m.weight !== weight || m.weightBefore !== m.weight)
            warmFrom = m.minute + warmUp;
        weight = m.weight;
        return m.minute >= warmFrom;
    });
}
/**
 * What to look for in a metric. Of one of which less is worse the rarer side is compared, for there
 * a ratio says most: fewer orders where one visit in fifty ends in one, more failed logins where
 * most succeed. Which side that is was known before the rollout; without a history the first
 * minute's requests of both arms tell, whose outcomes say nothing of the arms.
 */
function orient({ worse, ...series }) {
    if (worse === 'higher')
        return { series, worse: 'more', missing: false };
    if (!isCommon(series))
        return { series, worse: 'fewer', missing: false };
    const minutes = series.minutes.map(_counts_js__WEBPACK_IMPORTED_MODULE_0__/* .withoutEvents */ .oE);
    return { series: { minutes, before: series.before.map(_counts_js__WEBPACK_IMPORTED_MODULE_0__/* .missing */ .LO) }, worse: 'more', missing: true };
}
function isCommon({ before, minutes }) {
    const usual = (0,_counts_js__WEBPACK_IMPORTED_MODULE_0__/* .sum */ .cz)(before);
    const first = minutes.find((m) => m.canary.requests + m.stable.requests > 0);
    const known = usual.requests > 0 ? usual : (0,_counts_js__WEBPACK_IMPORTED_MODULE_0__/* .sum */ .cz)(first ? [first.canary, first.stable] : []);
    return (0,_counts_js__WEBPACK_IMPORTED_MODULE_0__/* .rate */ .TS)(known) > 0.5;
}


/***/ }),

/***/ 3788:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Yv: () => (/* binding */ highShare),
/* harmony export */   yw: () => (/* binding */ lowShare),
/* harmony export */   zP: () => (/* binding */ isSparse)
/* harmony export */ });
/* unused harmony export SPARSE_BELOW */
/* harmony import */ var _counts_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6103);
// The canary's share of a minute's requests: the coin that was tossed for each of them.

/** Below this many requests the observed share is mostly noise, and the configured one is used. */
const SPARSE_BELOW = 50;
/** Whether the minute has too few requests for its observed share to mean anything. */
function isSparse(minute) {
    return minute.canary.requests + minute.stable.requests < SPARSE_BELOW;
}
/**
 * The largest share, 0 to 1, that the canary can have had at any moment of the minute. A test
 * that may blame the canary takes this one: a larger share explains more of the canary's events
 * by chance. Which source is used depends on the number of requests only, never on outcomes, so
 * the choice costs no validity.
 */
function highShare(minute) {
    const configured = minute.weight / 100;
    if (isSparse(minute))
        return Math.max(configured, minute.weightBefore / 100);
    const observed = observedShare(minute);
    if ((0,_counts_js__WEBPACK_IMPORTED_MODULE_0__/* .isSteady */ .NZ)(minute))
        return observed;
    return Math.max(observed, configured, minute.weightBefore / 100);
}
/**
 * The smallest share, 0 to 1, that the canary can have had at any moment of the minute. A test
 * that may acquit the canary takes this one: with too large a share, too few events on the canary
 * look like good news.
 */
function lowShare(minute) {
    const configured = minute.weight / 100;
    if (isSparse(minute))
        return Math.min(configured, minute.weightBefore / 100);
    const observed = observedShare(minute);
    if ((0,_counts_js__WEBPACK_IMPORTED_MODULE_0__/* .isSteady */ .NZ)(minute))
        return observed;
    return Math.min(observed, configured, minute.weightBefore / 100);
}
function observedShare(minute) {
    return minute.canary.requests / (minute.canary.requests + minute.stable.requests);
}


/***/ }),

/***/ 4725:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   MX: () => (/* binding */ createSharedIncidentDetector),
/* harmony export */   hu: () => (/* binding */ bothBad)
/* harmony export */ });
/* unused harmony export surpriseNats */
/* harmony import */ var _counts_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6103);
// Weather: what hits both versions. It is no fault of the canary, but it is no time to be hasty.

/** Nats of surprise from which on a rate counts as raised: one chance in a thousand. */
const SURPRISE = Math.log(1000);
/**
 * How surprising so many events are, in nats, where `expected` were expected: the Chernoff bound
 * on the Poisson tail, so e^-nats bounds the chance. 0 for no more than expected.
 */
function surpriseNats(events, expected) {
    if (events <= expected)
        return 0;
    return events * Math.log(events / expected) - events + expected;
}
/**
 * Watches stable alone for an incident: a minute whose rate is raised to well over twice its
 * usual one. The usual rate is that of `before` and of the calm minutes since. Only stable is
 * asked, for a bad canary must not pass for bad weather.
 */
function createSharedIncidentDetector(before, dispersion = 1) {
    let calm = before;
    let observation = false;
    function add(stable) {
        const raised = calm.requests > 0 &&
            surpriseNats(stable.events, 2 * stable.requests * usualRate(calm)) / dispersion >= SURPRISE;
        if (raised)
            observation = true;
        else
            calm = (0,_counts_js__WEBPACK_IMPORTED_MODULE_0__/* .sum */ .cz)([calm, stable]);
        return observation;
    }
    return { add };
}
/** The rate with half an event added, so that a service that never failed has one too. */
function usualRate(counts) {
    return (counts.events + 0.5) / (counts.requests + 1);
}
/** The closed minutes that the question "are both arms bad now?" is about. */
const RECENT_MINUTES = 3;
/** Both arms must be this many times as bad as stable was before the rollout. */
const DEGRADED_RATIO = 3;
/**
 * Whether both arms have become bad since the rollout began, as when the canary breaks a database
 * that stable uses too. No comparison of the arms can see that, and neither can anything tell it
 * from an incident: it calls for a frozen weight and a human, not for a rollback.
 *
 * @param before stable's counts per minute, over the hour before the rollout
 * @returns what was seen, or undefined: not both bad, or too little to say
 */
function bothBad(minutes, before, dispersion = 1) {
    const usual = (0,_counts_js__WEBPACK_IMPORTED_MODULE_0__/* .sum */ .cz)(before);
    if (usual.requests === 0)
        return undefined;
    const recent = minutes.slice(-RECENT_MINUTES);
    const arms = [(0,_counts_js__WEBPACK_IMPORTED_MODULE_0__/* .sum */ .cz)(recent.map((m) => m.canary)), (0,_counts_js__WEBPACK_IMPORTED_MODULE_0__/* .sum */ .cz)(recent.map((m) => m.stable))];
    const bad = arms.every((arm) => {
        const expected = DEGRADED_RATIO * arm.requests * usualRate(usual);
        return surpriseNats(arm.events, expected) / dispersion >= SURPRISE;
    });
    if (!bad)
        return undefined;
    return { canaryRate: (0,_counts_js__WEBPACK_IMPORTED_MODULE_0__/* .rate */ .TS)(arms[0]), stableRate: (0,_counts_js__WEBPACK_IMPORTED_MODULE_0__/* .rate */ .TS)(arms[1]), rateBefore: (0,_counts_js__WEBPACK_IMPORTED_MODULE_0__/* .rate */ .TS)(usual) };
}


/***/ }),

/***/ 5571:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ slowMeasure),
/* harmony export */   m: () => (/* binding */ isSlowMeasure)
/* harmony export */ });
/* harmony import */ var _dispersion_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9237);
/* harmony import */ var _harm_thresholds_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8654);
/* harmony import */ var _measure_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(203);
/* harmony import */ var _profile_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(530);
/* harmony import */ var _series_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5242);
// Slow requests: slower than a quantile of stable's own past.





/** The smallest risk ratio worth a rollback. */
const MATERIAL_RATIO = 1.3;
/** Minutes of a new weight in which a canary may still be cold. */
const WARM_UP_MINUTES = 1;
function slowMeasure(threshold, scope = _measure_js__WEBPACK_IMPORTED_MODULE_2__/* .ALL */ .y) {
    const { quantile, milliseconds } = threshold;
    const id = (0,_measure_js__WEBPACK_IMPORTED_MODULE_2__/* .measureId */ .s)(`latency p${Math.round(quantile * 100)}`, scope);
    return {
        id,
        kind: 'slow',
        scope,
        threshold,
        budget: { parts: 1, shared: true },
        ask: ({ minutes, before }, { falseRollbackRate, dispersion, nextWeight }) => ({
            series: { minutes: (0,_series_js__WEBPACK_IMPORTED_MODULE_4__/* .withoutWarmUp */ .B)(minutes, WARM_UP_MINUTES), before },
            question: {
                witness: id,
                noun: `requests above ${Math.round(milliseconds)} ms`,
                worse: 'more',
                falseRollbackRate,
                standard: (0,_harm_thresholds_js__WEBPACK_IMPORTED_MODULE_1__/* .harmThresholdFor */ .BC)(nextWeight),
                profile: { ..._profile_js__WEBPACK_IMPORTED_MODULE_3__/* .DEFAULT_PROFILE */ .KG, dispersion: (0,_dispersion_js__WEBPACK_IMPORTED_MODULE_0__/* .dispersionFor */ .iR)(before, dispersion) },
                materialRatio: MATERIAL_RATIO,
                harm: (0,_harm_thresholds_js__WEBPACK_IMPORTED_MODULE_1__/* .slowHarm */ .UG)(quantile, nextWeight),
            },
        }),
    };
}
function isSlowMeasure(measure) {
    return measure.kind === 'slow';
}


/***/ }),

/***/ 8506:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ readAlarms)
/* harmony export */ });
/* harmony import */ var _aws_sdk_client_cloudwatch__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4085);
/* harmony import */ var _call_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3280);
/* harmony import */ var _pages_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3242);
// The state of CloudWatch alarms, metric and composite.



const NAMES_PER_CALL = 100;
/** Reads alarms by name. A name that does not exist is absent from the answer, without an error. */
async function readAlarms(client, names) {
    const readings = [];
    for (let i = 0; i < names.length; i += NAMES_PER_CALL) {
        readings.push(...(await readPages(client, names.slice(i, i + NAMES_PER_CALL))));
    }
    return readings;
}
async function readPages(client, names) {
    const readings = [];
    const turn = (0,_pages_js__WEBPACK_IMPORTED_MODULE_1__/* .turnPages */ .K)('reading the alarms');
    let next;
    do {
        const page = await (0,_call_js__WEBPACK_IMPORTED_MODULE_0__/* .call */ .T1)({
            doing: `reading the alarms ${names.join(', ')}`,
            permission: { action: 'cloudwatch:DescribeAlarms', resource: '*' },
        }, () => client.send(new _aws_sdk_client_cloudwatch__WEBPACK_IMPORTED_MODULE_2__/* .DescribeAlarmsCommand */ .zWD({
            AlarmNames: [...names],
            // Without this, AWS answers with metric alarms only.
            AlarmTypes: ['MetricAlarm', 'CompositeAlarm'],
            MaxRecords: 100,
            ...(next && { NextToken: next }),
        })));
        readings.push(...(page.MetricAlarms ?? []).map(metricAlarm), ...(page.CompositeAlarms ?? []).map(readingOf));
        next = turn(page.NextToken);
    } while (next);
    return readings;
}
function metricAlarm(alarm) {
    const periods = alarm.DatapointsToAlarm ?? alarm.EvaluationPeriods ?? 1;
    const period = alarm.Period ?? Math.max(60, ...(alarm.Metrics ?? []).map((m) => m.MetricStat?.Period ?? 0));
    return {
        ...readingOf(alarm),
        doubt: alarm.EvaluationState,
        reactsAfterSeconds: periods * period,
    };
}
function readingOf(alarm) {
    const at = alarm.StateTransitionedTimestamp;
    return {
        name: (0,_call_js__WEBPACK_IMPORTED_MODULE_0__/* .required */ .mw)(alarm.AlarmName, 'reading the alarms', 'AlarmName'),
        state: alarm.StateValue === 'OK' || alarm.StateValue === 'ALARM'
            ? alarm.StateValue
            : 'INSUFFICIENT_DATA',
        reason: alarm.StateReason ?? '',
        transitionedAt: at && at.getTime() / 1000,
        doubt: undefined,
        reactsAfterSeconds: undefined,
    };
}


/***/ }),

/***/ 828:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $t: () => (/* binding */ placeOf),
/* harmony export */   GA: () => (/* binding */ stageArn),
/* harmony export */   J6: () => (/* binding */ hookArn),
/* harmony export */   Oh: () => (/* binding */ stageUrl),
/* harmony export */   Sw: () => (/* binding */ gatewayArn),
/* harmony export */   Um: () => (/* binding */ qualifierOf),
/* harmony export */   XP: () => (/* binding */ accountOf),
/* harmony export */   eh: () => (/* binding */ versionArn),
/* harmony export */   k2: () => (/* binding */ functionArnPattern)
/* harmony export */ });
// Names of AWS resources, for permissions, tags and links.
function placeOf(region) {
    if (region.startsWith('cn-'))
        return { region, partition: 'aws-cn' };
    if (region.startsWith('us-gov-'))
        return { region, partition: 'aws-us-gov' };
    return { region, partition: 'aws' };
}
/** API Gateway's control-plane ARNs have an empty account. */
function gatewayArn(place, path) {
    return `arn:${place.partition}:apigateway:${place.region}::${path}`;
}
function stageArn(place, restApiId, stageName) {
    return gatewayArn(place, `/restapis/${restApiId}/stages/${stageName}`);
}
/** For messages and policies, as far as it is known: of any account, where it is not. */
function functionArnPattern(place, name, account = '*') {
    return `arn:${place.partition}:lambda:${place.region}:${account}:function:${name}`;
}
/** The account in an ARN such as a function's; empty when there is none. */
function accountOf(arn) {
    return arn.split(':')[4] ?? '';
}
/** The version or alias at the end of a function's ARN; empty when there is none. */
function qualifierOf(functionArn) {
    return functionArn.split(':')[7] ?? '';
}
/** What a hook is named by is an ARN already, or the name of a function. */
function hookArn(place, functionName, qualifier, account) {
    const arn = functionName.startsWith('arn:')
        ? functionName
        : functionArnPattern(place, functionName, account);
    return qualifier === undefined ? arn : `${arn}:${qualifier}`;
}
function versionArn(place, account, name, version) {
    return `arn:${place.partition}:lambda:${place.region}:${account}:function:${name}:${version}`;
}
/** A stage's default address; an API may have switched it off in favour of its own domain. */
function stageUrl(place, restApiId, stageName) {
    const suffix = place.partition === 'aws-cn' ? 'amazonaws.com.cn' : 'amazonaws.com';
    return `https://${restApiId}.execute-api.${place.region}.${suffix}/${stageName}`;
}


/***/ }),

/***/ 5067:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B5: () => (/* binding */ isThrottled),
/* harmony export */   GZ: () => (/* binding */ isDenied),
/* harmony export */   H0: () => (/* binding */ isRefused),
/* harmony export */   Pp: () => (/* binding */ describeAwsError),
/* harmony export */   c4: () => (/* binding */ isNotFound),
/* harmony export */   w7: () => (/* binding */ isAccessDenied),
/* harmony export */   ww: () => (/* binding */ isBadCredentials)
/* harmony export */ });
/* unused harmony export isInvalid */
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5145);
/* harmony import */ var _base_without_secrets_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8008);
// Errors of AWS in words: what happened, what stands now, what to do.


function isNotFound(error) {
    return /NotFound/.test((0,_base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .errorName */ .Is)(error));
}
function isAccessDenied(error) {
    return (/^(AccessDenied|AccessDeniedException|UnauthorizedOperation|ForbiddenException)$/.test((0,_base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .errorName */ .Is)(error)) ||
        (error?.$metadata?.httpStatusCode === 403 &&
            /not authorized/.test((0,_base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(error))));
}
/** AWS asked for fewer calls, and went on asking for as long as the SDK tried. */
function isThrottled(error) {
    if (/TooManyRequests|Throttl/.test((0,_base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .errorName */ .Is)(error)))
        return true;
    return error instanceof _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .KnownError */ .E && isThrottled(error.cause);
}
/** The session or key of the job is no longer, or was never, valid. */
function isBadCredentials(error) {
    return /^(ExpiredToken|ExpiredTokenException|InvalidClientTokenId|UnrecognizedClientException|CredentialsProviderError|InvalidSignatureException|InvalidAccessKeyId)$/.test((0,_base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .errorName */ .Is)(error));
}
/** IAM's denial names both; this bounded expression takes them out of the sentence. */
const DENIAL = /is not authorized to perform: ([\w:*-]{1,128})(?: on resource: ([^\s"]{1,512}))?/;
/**
 * One sentence about a failed call.
 *
 * @param hides what AWS's words must not give back
 */
function describeAwsError(error, doing, permission, hides = []) {
    if (isAccessDenied(error)) {
        const [, action = permission.action, resource = permission.resource] = DENIAL.exec((0,_base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(error)) ?? [];
        return `${doing}: AWS denies ${action} on ${resource}; the role of this job needs that permission`;
    }
    if (isBadCredentials(error)) {
        return `${doing}: AWS does not accept the credentials of this job (${inShort(error)}); they may have expired, see role-duration-seconds of aws-actions/configure-aws-credentials`;
    }
    if ((0,_base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .errorName */ .Is)(error) === 'TimeoutError' || error?.code === 'ECONNREFUSED') {
        return `${doing}: AWS could not be reached (${inShort(error)})`;
    }
    return `${doing}: ${(0,_base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .errorName */ .Is)(error) || 'error'}: ${inShort(error, hides)}`;
}
const LONGEST = 300;
/**
 * What was said, in one line that a person reads to its end, and the request's id for AWS's support.
 * The SDK puts into an error whatever came: a page of a proxy, a list of every rule that was broken.
 */
function inShort(error, hides = []) {
    const { httpStatusCode: status, requestId } = error?.$metadata ?? {};
    const said = isForeignAnswer(error)
        ? `an answer that is not AWS's${status === undefined ? '' : ` (HTTP ${status})`}; is there a proxy in between?`
        : shortened((0,_base_without_secrets_js__WEBPACK_IMPORTED_MODULE_1__/* .withoutSecrets */ .cT)((0,_base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(error), hides));
    return requestId === undefined ? said : `${said} (request ${shortened(requestId, 64)})`;
}
/** The SDK could not take it apart, or it is a page for a browser. */
function isForeignAnswer(error) {
    return (/Deserialization error|is not valid JSON/.test((0,_base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(error)) ||
        /^\s*<(!doctype|html|head|body|\?xml)\b/i.test((0,_base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(error)));
}
/** Cut between words. */
function shortened(text, longest = LONGEST) {
    const line = text.replace(/\s+/g, ' ').trim();
    if (line.length <= longest)
        return line;
    const cut = line.slice(0, longest);
    return `${cut.slice(0, cut.lastIndexOf(' ') > longest / 2 ? cut.lastIndexOf(' ') : longest)} …`;
}
/** AWS denies this job the call. */
function isDenied(error) {
    return isAccessDenied((0,_base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .rootOf */ .I5)(error));
}
/** AWS does not take the call as it is, of this job or at all: trying again leads nowhere by itself. */
function isRefused(error) {
    const root = (0,_base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .rootOf */ .I5)(error);
    return isDenied(root) || isBadCredentials(root) || isNotFound(root) || isInvalid(root);
}
function isInvalid(error) {
    return /^(BadRequestException|InvalidParameterValueException|ValidationException|ValidationError)$/.test((0,_base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .errorName */ .Is)(error));
}


/***/ }),

/***/ 3280:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $z: () => (/* binding */ causedBy),
/* harmony export */   T1: () => (/* binding */ call),
/* harmony export */   ZC: () => (/* binding */ abortable),
/* harmony export */   mw: () => (/* binding */ required),
/* harmony export */   y: () => (/* binding */ ifThere)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5145);
/* harmony import */ var _aws_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5067);
// One AWS call: retried where AWS asks for it, and its failure put into words.


const CONFLICT_ATTEMPTS = 6;
const CONFLICT_PAUSE_MS = 400;
/**
 * How long a call that AWS throttles is tried again, on top of the SDK's own tries: the account's
 * quota is shared, and somebody's deployment of many functions uses it up for a minute.
 */
const THROTTLED_PATIENCE_MS = 90_000;
const THROTTLED_PAUSE_MS = 2_000;
/**
 * Runs a call and turns its failure into a `KnownError` whose `cause` is AWS's own error.
 * API Gateway refuses concurrent writes on one API with a ConflictException and asks to try again
 * (hashicorp/terraform-provider-aws#776); the SDK does not count that among its retryable errors.
 */
async function call(words, send) {
    const begun = Date.now();
    for (let attempt = 1;; attempt++) {
        try {
            return await send();
        }
        catch (error) {
            const pauseMs = pauseAfter(error, attempt, Date.now() - begun);
            if (pauseMs === undefined) {
                throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .KnownError */ .E((0,_aws_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .describeAwsError */ .Pp)(error, words.doing, words.permission, words.hides), {
                    cause: error,
                });
            }
            await pause(pauseMs * (0.5 + Math.random()));
        }
    }
}
/** How long to wait before the next try; `undefined`: there is none. */
function pauseAfter(error, attempt, spentMs) {
    if (isConcurrentWrite(error)) {
        return attempt < CONFLICT_ATTEMPTS ? CONFLICT_PAUSE_MS * attempt : undefined;
    }
    return (0,_aws_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .isThrottled */ .B5)(error) && spentMs < THROTTLED_PATIENCE_MS ? THROTTLED_PAUSE_MS : undefined;
}
/** The options of a call that may be given up. */
function abortable(signal) {
    return signal ? { abortSignal: signal } : {};
}
/** A field that AWS always returns. A response without it is incomplete, and an incomplete one is no data. */
function required(value, doing, field) {
    if (value === undefined || value === '') {
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .KnownError */ .E(`${doing}: the response from AWS has no ${field}`);
    }
    return value;
}
/** What a read finds; `undefined` where AWS says that there is no such thing. */
async function ifThere(read) {
    try {
        return await read();
    }
    catch (error) {
        if (causedBy(error, _aws_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .isNotFound */ .c4))
            return undefined;
        throw error;
    }
}
/** Whether a failed `call` was refused by AWS for this reason. */
function causedBy(error, test) {
    return error instanceof _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .KnownError */ .E && test(error.cause);
}
function isConcurrentWrite(error) {
    return (0,_base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .errorName */ .Is)(error) === 'ConflictException';
}
function pause(ms) {
    return new Promise((resolve) => {
        setTimeout(resolve, ms);
    });
}


/***/ }),

/***/ 2148:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   GV: () => (/* binding */ watchClock),
/* harmony export */   ho: () => (/* binding */ describeClockOffset)
/* harmony export */ });
/* unused harmony export WORTH_SAYING */
/* harmony import */ var _base_duration_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5902);
// How far this machine's clock is from AWS's. The SDK corrects its signatures by itself; but what is
// counted is asked for by the minute, and a rollout is remembered by when its steps began.

function watchClock() {
    let least;
    const see = ({ headers }) => {
        const seconds = (Date.now() - Date.parse(headers.date ?? '')) / 1000;
        if (Number.isNaN(seconds))
            return;
        // An answer takes its time: of many, the one that says least says it best.
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
/** Seconds. CloudWatch counts by the minute: beyond the next one, steps are judged by others' minutes. */
const WORTH_SAYING = 30;
/** `undefined`: as good as right, or not known. */
function describeClockOffset(ahead) {
    if (ahead === undefined || Math.abs(ahead) < WORTH_SAYING)
        return undefined;
    const side = ahead > 0 ? 'ahead of' : 'behind';
    return `this machine's clock is ${(0,_base_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a)(Math.round(Math.abs(ahead)))} ${side} AWS's`;
}


/***/ }),

/***/ 782:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ bindDeployments)
/* harmony export */ });
/* harmony import */ var _aws_sdk_client_api_gateway__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(818);
/* harmony import */ var _arns_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(828);
/* harmony import */ var _call_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3280);
/* harmony import */ var _pages_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3242);
/* harmony import */ var _rest_api_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4561);
/* harmony import */ var _stage_export_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9955);
// All deployments and stages of a REST API, and how a deployment is deleted.






/** The most that a page of deployments can hold. */
const PAGE_SIZE = 500;
function bindDeployments(client, place, restApiId) {
    const words = (doing, verb, path) => ({
        doing,
        permission: {
            action: `apigateway:${verb}`,
            resource: (0,_arns_js__WEBPACK_IMPORTED_MODULE_4__/* .gatewayArn */ .Sw)(place, `/restapis/${restApiId}${path}`),
        },
    });
    return {
        list: async () => {
            const doing = "listing the API's deployments";
            const pages = (0,_aws_sdk_client_api_gateway__WEBPACK_IMPORTED_MODULE_5__/* .paginateGetDeployments */ .Okw)({ client, pageSize: PAGE_SIZE }, { restApiId });
            const found = await (0,_call_js__WEBPACK_IMPORTED_MODULE_0__/* .call */ .T1)(words(doing, 'GET', '/deployments'), () => (0,_pages_js__WEBPACK_IMPORTED_MODULE_1__/* .gather */ .k)(pages));
            return found
                .flatMap(({ items = [] }) => items)
                .map(({ id, description = '', createdDate }) => ({
                id: (0,_call_js__WEBPACK_IMPORTED_MODULE_0__/* .required */ .mw)(id, doing, 'id'),
                description,
                createdAt: (0,_call_js__WEBPACK_IMPORTED_MODULE_0__/* .required */ .mw)(createdDate, doing, 'createdDate').getTime() / 1000,
            }));
        },
        readStages: async () => {
            const send = () => client.send(new _aws_sdk_client_api_gateway__WEBPACK_IMPORTED_MODULE_5__/* .GetStagesCommand */ .pY7({ restApiId }));
            const doing = "listing the API's stages";
            const { item = [] } = await (0,_call_js__WEBPACK_IMPORTED_MODULE_0__/* .call */ .T1)(words(doing, 'GET', '/stages'), send);
            return item.map((stage) => ({
                name: (0,_call_js__WEBPACK_IMPORTED_MODULE_0__/* .required */ .mw)(stage.stageName, doing, 'stageName'),
                ...(0,_rest_api_js__WEBPACK_IMPORTED_MODULE_2__/* .readingOf */ .MU)(stage),
            }));
        },
        readServed: async (stages) => {
            const found = [];
            for (const { name, state } of stages) {
                if (state.deploymentId === '')
                    continue;
                found.push(...(await (0,_stage_export_js__WEBPACK_IMPORTED_MODULE_3__/* .readServed */ .W)(client, place, restApiId, name)));
            }
            return found;
        },
        remove: async (deploymentId) => {
            const path = `/deployments/${deploymentId}`;
            const send = () => client.send(new _aws_sdk_client_api_gateway__WEBPACK_IMPORTED_MODULE_5__/* .DeleteDeploymentCommand */ .Esf({ restApiId, deploymentId }));
            await (0,_call_js__WEBPACK_IMPORTED_MODULE_0__/* .call */ .T1)(words(`deleting the deployment ${deploymentId}`, 'DELETE', path), send);
        },
    };
}


/***/ }),

/***/ 6221:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  f: () => (/* binding */ bindFunctions),
  M: () => (/* binding */ readArn)
});

// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-lambda/dist-cjs/index.js
var dist_cjs = __webpack_require__(1696);
// EXTERNAL MODULE: ./build/base/errors.js
var errors = __webpack_require__(5145);
// EXTERNAL MODULE: ./build/aws/arns.js
var arns = __webpack_require__(828);
// EXTERNAL MODULE: ./build/aws/call.js
var call = __webpack_require__(3280);
// EXTERNAL MODULE: ./build/aws/not-active.js
var not_active = __webpack_require__(7526);
// EXTERNAL MODULE: ./build/aws/readiness.js
var readiness = __webpack_require__(7338);
// EXTERNAL MODULE: ./build/aws/aws-errors.js
var aws_errors = __webpack_require__(5067);
;// CONCATENATED MODULE: ./build/aws/wait-until.js
// Waits with the SDK's own waiters, which take every refusal for "not yet" and would go on for half an
// hour although nobody may look. Their errors hold AWS's whole answer, environment variables included,
// so nothing of them is shown: what was seen last is kept here, by named fields.



/** AWS's own waiter for versions allows 26 minutes: SnapStart takes its snapshot in that time. */
const MAX_WAIT_SECONDS = 1560;
/** Runs a waiter until it is satisfied, gives up, or is refused for good. */
async function waitUntil(client, words, wait) {
    const refused = new AbortController();
    let observation;
    let trouble;
    const send = async (...args) => {
        try {
            const answer = await client.send(...args);
            observation = (0,not_active/* seenState */.jE)(fieldsOf(answer));
            return answer;
        }
        catch (error) {
            trouble = error;
            if (isFinal(error))
                refused.abort(error);
            throw error;
        }
    };
    const watched = Object.create(client, { send: { value: send } });
    try {
        await wait({ client: watched, abortSignal: refused.signal, maxWaitTime: MAX_WAIT_SECONDS });
    }
    catch (error) {
        if (refused.signal.aborted || !observation)
            throw lookFailed(words.look, trouble);
        const tooSlow = (0,errors/* errorName */.Is)(error) === 'TimeoutError';
        throw new errors/* KnownError */.E(tooSlow ? words.slow(observation, MAX_WAIT_SECONDS) : words.failed(observation));
    }
}
/** GetFunction wraps what GetFunctionConfiguration answers. */
function fieldsOf(answer) {
    return answer.Configuration ?? answer;
}
function lookFailed({ doing, permission }, cause) {
    return new errors/* KnownError */.E((0,aws_errors/* describeAwsError */.Pp)(cause, doing, permission), { cause });
}
/** `AbortError`: the job is to stop, and nothing is sent any more. */
function isFinal(error) {
    return (0,aws_errors/* isAccessDenied */.w7)(error) || (0,aws_errors/* isBadCredentials */.ww)(error) || (0,errors/* errorName */.Is)(error) === 'AbortError';
}

;// CONCATENATED MODULE: ./build/aws/functions.js
// Lambda functions and their published versions.







/** Of a function that has been there before. Throws a `KnownError` where it is gone. */
async function readArn(functions, name) {
    const found = await functions.read(name);
    if (!found)
        throw new errors/* KnownError */.E(`the function "${name}" does not exist any more`);
    return found.arn;
}
function bindFunctions(client, place) {
    const words = (doing, action, name) => ({
        doing,
        permission: { action: `lambda:${action}`, resource: (0,arns/* functionArnPattern */.k2)(place, name) },
    });
    return {
        read: (name, qualifier, signal) => (0,call/* ifThere */.y)(() => readFunction(client, words, name, qualifier, signal)),
        publish: (name, description) => publish(client, words, name, description),
        untilReady: (name, version) => untilReady(name, version, () => readFunction(client, words, name, version)),
        ...policyCalls(client, words),
    };
}
async function readFunction(client, words, name, qualifier, signal) {
    const label = qualifier ? `${name}:${qualifier}` : name;
    const which = { FunctionName: name, ...(qualifier && { Qualifier: qualifier }) };
    const send = () => client.send(new dist_cjs/* GetFunctionConfigurationCommand */.qA6(which), signal ? { abortSignal: signal } : {});
    const doing = `reading the function "${label}"`;
    const answer = await (0,call/* call */.T1)(words(doing, 'GetFunctionConfiguration', label), send);
    const { state, stateReason, lastUpdateStatus, lastUpdateReason } = (0,not_active/* seenState */.jE)(answer);
    return {
        arn: (0,call/* required */.mw)(answer.FunctionArn, doing, 'FunctionArn'),
        state: state || 'Active',
        stateReason,
        snapshot: snapshotOf(answer),
        lastUpdateStatus: lastUpdateStatus || 'Successful',
        lastUpdateReason,
        codeSha256: (0,call/* required */.mw)(answer.CodeSha256, doing, 'CodeSha256'),
        description: answer.Description ?? '',
        role: answer.Role ?? '',
        deadLetterQueue: answer.DeadLetterConfig?.TargetArn ?? '',
        timeoutSeconds: answer.Timeout ?? 3,
    };
}
/** Only published versions have one. */
function snapshotOf({ SnapStart, Version }) {
    if (SnapStart?.ApplyOn !== 'PublishedVersions' || Version === '$LATEST')
        return 'none';
    return SnapStart.OptimizationStatus === 'On' ? 'made' : 'making';
}
function whose(name, qualifier) {
    return { FunctionName: name, ...(qualifier !== '$LATEST' && { Qualifier: qualifier }) };
}
function labelOf(name, qualifier) {
    return qualifier === '$LATEST' ? name : `${name}:${qualifier}`;
}
function policyCalls(client, words) {
    return {
        readPolicy: (name, qualifier) => (0,call/* ifThere */.y)(async () => {
            const label = labelOf(name, qualifier);
            const send = () => client.send(new dist_cjs/* GetPolicyCommand */.s4W(whose(name, qualifier)));
            return (await (0,call/* call */.T1)(words(`reading the policy of "${label}"`, 'GetPolicy', label), send))
                .Policy;
        }),
        allowGateway: async (name, qualifier, statementId, sourceArn) => {
            const label = labelOf(name, qualifier);
            const send = () => client.send(new dist_cjs/* AddPermissionCommand */.AL$({
                ...whose(name, qualifier),
                StatementId: statementId,
                Action: 'lambda:InvokeFunction',
                Principal: 'apigateway.amazonaws.com',
                SourceArn: sourceArn,
            }));
            try {
                await (0,call/* call */.T1)(words(`letting API Gateway invoke "${label}"`, 'AddPermission', label), send);
            }
            catch (error) {
                // The statement is there: an earlier try, whose answer was lost, or an earlier release.
                const there = (cause) => (0,errors/* errorName */.Is)(cause) === 'ResourceConflictException';
                if (!(0,call/* causedBy */.$z)(error, there))
                    throw error;
            }
        },
    };
}
async function publish(client, words, name, description) {
    const update = {
        look: words(`waiting for the last update of the function "${name}"`, 'GetFunction', name),
        failed: ({ lastUpdateReason }) => (0,not_active/* sayFailedUpdate */.CG)(name, lastUpdateReason),
        slow: (observation, spent) => (0,not_active/* saySlowUpdate */.gj)(name, observation, spent),
    };
    await waitUntil(client, update, (patience) => (0,dist_cjs/* waitUntilFunctionUpdatedV2 */.rWV)(patience, { FunctionName: name }));
    const answer = await (0,call/* call */.T1)(words(`publishing a version of "${name}"`, 'PublishVersion', name), () => client.send(new dist_cjs/* PublishVersionCommand */.D3m({ FunctionName: name, Description: description })));
    const version = answer.Version ?? '';
    if (!/^\d+$/.test(version)) {
        throw new errors/* KnownError */.E(`publishing "${name}" answered with the version "${version}"; expected a number`);
    }
    if (answer.State !== 'Active')
        await untilActive(client, words, name, version);
    return version;
}
async function untilActive(client, words, name, version) {
    const label = `${name}:${version}`;
    const doing = `waiting for version ${version} of "${name}" to become active`;
    const activation = {
        look: words(doing, 'GetFunctionConfiguration', label),
        failed: ({ stateReason }) => (0,not_active/* sayFailedVersion */.nS)(name, version, stateReason),
        slow: (observation, spent) => (0,not_active/* saySlowVersion */.pb)(name, version, observation, spent),
    };
    await waitUntil(client, activation, (patience) => (0,dist_cjs/* waitUntilPublishedVersionActive */.S6K)({ ...patience, minDelay: 1 }, { FunctionName: name, Qualifier: version }));
}
/** Lambda may show a version as Active a little before its snapshot. */
const SNAPSHOT_LOOKS = 60;
const SNAPSHOT_PAUSE_MS = 5_000;
async function untilReady(name, version, read) {
    for (let look = 1;; look++) {
        const reading = await read();
        const why = (0,readiness/* whyNotReady */.$)(reading);
        if (why === undefined)
            return;
        const coming = reading.state !== 'Inactive' && look < SNAPSHOT_LOOKS;
        if (!coming)
            throw new errors/* KnownError */.E(`version ${version} of "${name}" ${why}`);
        await new Promise((resolve) => {
            setTimeout(resolve, SNAPSHOT_PAUSE_MS);
        });
    }
}


/***/ }),

/***/ 2177:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   w: () => (/* binding */ readMinutes)
/* harmony export */ });
/* harmony import */ var _aws_sdk_client_cloudwatch__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4085);
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5145);
/* harmony import */ var _call_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3280);
/* harmony import */ var _pages_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3242);
// Per-minute counts out of CloudWatch.




/** GetMetricData takes at most 500 queries a call. */
const QUERIES_PER_CALL = 500;
/** How often a series is asked for whose answer is not whole, and seconds between. */
const ATTEMPTS = 3;
const PAUSE_SECONDS = 1;
/**
 * Reads several series minute by minute, in the order given: all of each, or it throws. A series of
 * which CloudWatch could not read everything would pass for one with fewer requests, or no errors.
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
                answers[Number((result.Id ?? '').slice(1))]?.push(result);
            }
        });
        readings.push(...answers.map((results) => readingOf(results, about)));
    }
    return readings;
}
/**
 * One series, from all of its pages. `PartialData` goes on in the next page, so the last word counts;
 * any other word but `Complete` spoils it (AWS, MetricDataResult, StatusCode), and so does a message:
 * CloudWatch has one only where the values are not simply those asked for.
 *
 * @param about messages about the operation as a whole
 */
function readingOf(results, about) {
    const codes = results.map(({ StatusCode }) => StatusCode);
    const spoilt = codes.findIndex((code, i) => !isGood(code, i === codes.length - 1));
    const said = [...about, ...results.flatMap(({ Messages = [] }) => Messages)];
    if (codes.length > 0 && spoilt < 0 && said.length === 0) {
        return { kind: 'whole', values: valuesOf(results) };
    }
    const status = spoilt < 0 ? [] : [codes[spoilt] ?? 'no StatusCode'];
    const words = codes.length === 0 ? ['no result'] : status;
    const texts = new Set(said.map(({ Code = '', Value }) => Value || Code));
    return {
        kind: 'lost',
        says: [...words, ...texts].join(': '),
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
    const each = new Set(lost.map(({ series, says }) => `${series.metric} (${says})`));
    return `reading metrics: CloudWatch did not return all of ${[...each].join(', ')}`;
}
async function readPages(client, queries, from, to, take) {
    const turn = (0,_pages_js__WEBPACK_IMPORTED_MODULE_2__/* .turnPages */ .K)('reading metrics');
    let next;
    do {
        const page = await (0,_call_js__WEBPACK_IMPORTED_MODULE_1__/* .call */ .T1)({
            doing: 'reading metrics',
            permission: { action: 'cloudwatch:GetMetricData', resource: '*' },
        }, () => client.send(new _aws_sdk_client_cloudwatch__WEBPACK_IMPORTED_MODULE_3__/* .GetMetricDataCommand */ .Soe({
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

/***/ 7526:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CG: () => (/* binding */ sayFailedUpdate),
/* harmony export */   gj: () => (/* binding */ saySlowUpdate),
/* harmony export */   jE: () => (/* binding */ seenState),
/* harmony export */   nS: () => (/* binding */ sayFailedVersion),
/* harmony export */   pb: () => (/* binding */ saySlowVersion)
/* harmony export */ });
/* harmony import */ var _base_command_line_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3260);
/* harmony import */ var _base_duration_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5902);
// A function's update, or a new version, that did not get ready: what to say of it. It is said by named
// fields of AWS's answer only, for the whole answer holds the environment variables and the address of
// the code.


function seenState(fields) {
    return {
        state: fields.State ?? '',
        stateReason: reasonOf(fields.StateReasonCode, fields.StateReason),
        lastUpdateStatus: fields.LastUpdateStatus ?? '',
        lastUpdateReason: reasonOf(fields.LastUpdateStatusReasonCode, fields.LastUpdateStatusReason),
    };
}
function reasonOf(code, reason) {
    return [code, reason?.replace(/\.\s*$/, '')].filter((part) => part).join(': ');
}
/** One sentence on an update that failed. */
function sayFailedUpdate(name, reason) {
    return `the last update of "${name}" failed${because(reason)}; there is nothing sound to publish. Update its code or configuration again`;
}
/** @param spentSeconds how long it was waited for */
function saySlowUpdate(name, observation, spentSeconds) {
    const status = observation.lastUpdateStatus || 'InProgress';
    return `the last update of "${name}" was still ${status}${because(observation.lastUpdateReason)} after ${(0,_base_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a)(spentSeconds)}. Run this again when its LastUpdateStatus is Successful, or update it again`;
}
/** One sentence on a published version that cannot start. */
function sayFailedVersion(name, version, reason) {
    return `version ${version} of "${name}" failed to start${because(reason)}. ${WAY_OUT}: ${deletion(name, version)}`;
}
/** @param spentSeconds how long it was waited for */
function saySlowVersion(name, version, { state, stateReason }, spentSeconds) {
    return `version ${version} of "${name}" was still ${state || 'not there'}${because(stateReason)} after ${(0,_base_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a)(spentSeconds)}; expected Active. ${state === 'Inactive' ? 'Invoke it once, and run' : 'Run'} this again when it is Active. If it stays so: ${WAY_OUT}: ${deletion(name, version)}`;
}
/** Publishing what has not changed answers with the version that is there already, failed or not. */
const WAY_OUT = 'Publishing the same code and configuration gives this version again, so change one of them, or delete the version';
function deletion(name, version) {
    return (0,_base_command_line_js__WEBPACK_IMPORTED_MODULE_1__/* .awsCommand */ .bg)('lambda delete-function', { 'function-name': name, qualifier: version });
}
function because(reason) {
    return reason === '' ? '' : ` (${reason})`;
}


/***/ }),

/***/ 3242:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ turnPages),
/* harmony export */   k: () => (/* binding */ gather)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5145);
// Answers that come in pages, each with a token for the next.

/**
 * Follows the tokens of one answer. A token that comes twice would go round for ever.
 *
 * @param doing for the failure: `reading the alarms`
 * @returns what the next page is asked with; `undefined`: that was the last
 */
function turnPages(doing) {
    const turned = new Set();
    return (token) => {
        if (!token)
            return undefined;
        // What is no text is never the same twice.
        if (typeof token !== 'string' || turned.has(token)) {
            throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .KnownError */ .E(`${doing}: the pages of AWS's answer have no end`);
        }
        turned.add(token);
        return token;
    };
}
/** All pages of a paginator of the SDK. */
async function gather(pages) {
    const all = [];
    for await (const page of pages)
        all.push(page);
    return all;
}


/***/ }),

/***/ 7338:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ whyNotReady)
/* harmony export */ });
// Whether a published version can take traffic.
/**
 * Why not, as the end of a sentence about the version; `undefined`: it can. A snapshot is ready when
 * the version is Active and its optimization is On; one that nobody used for two weeks is Inactive, and
 * calls fail until it is made anew (Lambda developer guide, "SnapStart").
 */
function whyNotReady({ state, stateReason, snapshot }) {
    const because = stateReason && ` (${stateReason})`;
    if (state === 'Failed') {
        return `is Failed${because}, and stays so; expected Active. Release another version: publishing gives a new one once code or configuration have changed, or this one is deleted`;
    }
    if (snapshot === 'none') {
        return state === 'Active' || state === 'Inactive'
            ? undefined
            : `is ${state}${because}; expected Active`;
    }
    if (state === 'Inactive') {
        return 'is Inactive: nobody used its SnapStart snapshot for so long that Lambda dropped it, and calls fail until it is made anew; invoke it once, and release it when it is Active';
    }
    if (state !== 'Active')
        return `is ${state}${because}; expected Active, with its SnapStart snapshot`;
    return snapshot === 'making'
        ? 'is Active, and its SnapStart snapshot is not made yet; expected OptimizationStatus On'
        : undefined;
}


/***/ }),

/***/ 4561:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  AJ: () => (/* binding */ bindRestApi),
  Vb: () => (/* binding */ nameOf),
  MU: () => (/* binding */ rest_api_readingOf)
});

// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-api-gateway/dist-cjs/index.js
var dist_cjs = __webpack_require__(818);
// EXTERNAL MODULE: ./build/base/errors.js
var errors = __webpack_require__(5145);
// EXTERNAL MODULE: ./build/base/without-secrets.js
var without_secrets = __webpack_require__(8008);
// EXTERNAL MODULE: ./build/aws/arns.js
var arns = __webpack_require__(828);
// EXTERNAL MODULE: ./build/aws/call.js
var call = __webpack_require__(3280);
// EXTERNAL MODULE: ./build/aws/pages.js
var pages = __webpack_require__(3242);
;// CONCATENATED MODULE: ./build/aws/variable-readers.js
// Stage variables in the texts of AWS's answers: templates, mappings, whatever may hold one.
/** Looks through all that AWS answers about one place; none where nothing reads a variable. */
function readerOf(where, answer) {
    const names = [...new Set(textsIn(answer).flatMap(variablesRead))];
    return names.length > 0 ? [{ where, names }] : [];
}
function textsIn(value) {
    if (typeof value === 'string')
        return [value];
    if (typeof value !== 'object' || value === null)
        return [];
    return Object.values(value).flatMap(textsIn);
}
const READ = /stageVariables(?:\.get\(\s*['"](\w+)['"]\s*\)|\[\s*['"](\w+)['"]\s*\]|\.(\w+)(?!\w*\())?/g;
/** The stage variables that a template or mapping reads; `*`: others besides. */
function variablesRead(text) {
    return [...text.matchAll(READ)].map(([, got, indexed, plain]) => got ?? indexed ?? plain ?? '*');
}

;// CONCATENATED MODULE: ./build/aws/authorizers.js
// The Lambda authorizers of an API's draft: the gateway calls their functions as it calls those of
// integrations, by a URI that may hold stage variables.




async function readAuthorizers(client, restApiId, words, signal) {
    const found = [];
    const turn = (0,pages/* turnPages */.K)(words.doing);
    let position;
    do {
        const page = await (0,call/* call */.T1)(words, () => client.send(new dist_cjs/* GetAuthorizersCommand */.S1n({ restApiId, limit: 500, ...(position && { position }) }), (0,call/* abortable */.ZC)(signal)));
        found.push(...(page.items ?? []).map(readingOf));
        position = turn(page.position);
    } while (position);
    return found;
}
function readingOf({ authorizerUri: uri, authorizerCredentials: credentials, ...rest }) {
    const { id = '', name = id } = rest;
    const [method, path] = ['authorizer', `"${name}"`];
    const call = { resourceId: '', path, method, credentials, authorizerId: id };
    return {
        id,
        integrations: uri ? [{ ...call, uri }] : [],
        readers: readerOf(`${method} ${path}`, rest),
    };
}

// EXTERNAL MODULE: ./build/aws/aws-errors.js
var aws_errors = __webpack_require__(5067);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
;// CONCATENATED MODULE: ./build/aws/draft-mark.js
// The whole of what a deployment of the API's draft would hold, as one short mark: drafts with the same
// mark are the same. AWS compares a draft with a deployment nowhere, and shows a deployment in another
// form than a draft; so the mark is written when a deployment is made, and draft is compared with draft.





/** The most that a page can hold. */
const limit = 500;
/**
 * @param resources all of the draft, with their methods
 * @returns 16 hexadecimal digits. Throws a `KnownError` when a part cannot be read.
 */
async function markDraft(client, place, restApiId, resources) {
    const words = (doing, path) => ({
        doing,
        permission: {
            action: 'apigateway:GET',
            resource: (0,arns/* gatewayArn */.Sw)(place, `/restapis/${restApiId}${path}`),
        },
    });
    const all = (what, path, send) => readAll(words(`reading the API's ${what}`, path), send);
    const of = { restApiId, limit };
    const [api, models, responses, authorizers, validators] = await Promise.all([
        (0,call/* call */.T1)(words("reading the API's settings", ''), () => client.send(new dist_cjs/* GetRestApiCommand */.Wy4({ restApiId }))),
        all('models', '/models', (from) => client.send(new dist_cjs/* GetModelsCommand */.gqt({ ...of, ...from }))),
        all('gateway responses', '/gatewayresponses', (from) => client.send(new dist_cjs/* GetGatewayResponsesCommand */.ehC({ ...of, ...from }))),
        all('authorizers', '/authorizers', (from) => client.send(new dist_cjs/* GetAuthorizersCommand */.S1n({ ...of, ...from }))),
        all('request validators', '/requestvalidators', (from) => client.send(new dist_cjs/* GetRequestValidatorsCommand */.kxJ({ ...of, ...from }))),
    ]);
    const whole = [
        deployed(api),
        ...[resources, models, responses, authorizers, validators].map(inAnyOrder),
    ];
    return (0,external_node_crypto_.createHash)('sha256').update(JSON.stringify(whole)).digest('hex').slice(0, 16);
}
async function readAll(words, send) {
    const found = [];
    const turn = (0,pages/* turnPages */.K)(words.doing);
    let position;
    do {
        const from = position === undefined ? {} : { position };
        const page = await (0,call/* call */.T1)(words, () => send(from));
        found.push(...(page.items ?? []));
        position = turn(page.position);
    } while (position);
    return found;
}
/** The API's settings less those that no request meets. What is new in AWS's answer counts. */
function deployed(api) {
    const { $metadata, id, name, description, version, createdDate, warnings, tags, apiStatus, apiStatusMessage, ...settings } = api;
    return sorted(settings);
}
function inAnyOrder(list) {
    return list.map((each) => JSON.stringify(sorted(each))).sort();
}
/** The same value with the members of every object in the order of their names. */
function sorted(value) {
    if (Array.isArray(value))
        return value.map(sorted);
    if (typeof value !== 'object' || value === null || value instanceof Date)
        return value;
    const members = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
    return Object.fromEntries(members.map(([name, member]) => [name, sorted(member)]));
}

// EXTERNAL MODULE: ./build/aws/stage-export.js
var stage_export = __webpack_require__(9955);
;// CONCATENATED MODULE: ./build/aws/rest-api.js
// One REST API and one of its stages: API Gateway's calls, in the product's own types.











/** Binds the calls to an API and a stage. Every method throws a `KnownError` in words. */
function bindRestApi(client, place, restApiId, stageName) {
    const bound = { client, place, restApiId, stageName };
    return { restApiId, stageName, place, ...stageCalls(bound), ...definitionCalls(bound) };
}
function words(place, doing, verb, path) {
    return { doing, permission: { action: `apigateway:${verb}`, resource: (0,arns/* gatewayArn */.Sw)(place, path) } };
}
function stageCalls({ client, place, restApiId, stageName }) {
    const path = `/restapis/${restApiId}/stages/${stageName}`;
    const resourceArn = (0,arns/* stageArn */.GA)(place, restApiId, stageName);
    const tagPath = `/tags/${encodeURIComponent(resourceArn)}`;
    return {
        readStage: async (signal) => {
            const send = () => client.send(new dist_cjs/* GetStageCommand */.aOX({ restApiId, stageName }), (0,call/* abortable */.ZC)(signal));
            return rest_api_readingOf(await (0,call/* call */.T1)(words(place, `reading the stage "${stageName}"`, 'GET', path), send));
        },
        patchStage: async (doing, operations, signal) => {
            const patchOperations = [...operations];
            const send = () => client.send(new dist_cjs/* UpdateStageCommand */.hJS({ restApiId, stageName, patchOperations }), (0,call/* abortable */.ZC)(signal));
            const hides = (0,without_secrets/* valuesToHide */._9)(patchOperations.filter(isOfVariable).map(({ value }) => value));
            return rest_api_readingOf(await (0,call/* call */.T1)({ ...words(place, doing, 'PATCH', path), hides }, send));
        },
        tag: async (tags, signal) => {
            const send = () => client.send(new dist_cjs/* TagResourceCommand */.eqU({ resourceArn, tags }), (0,call/* abortable */.ZC)(signal));
            await (0,call/* call */.T1)(words(place, 'writing tags of the stage', 'PUT', tagPath), send);
        },
        untag: async (keys, signal) => {
            if (keys.length === 0)
                return;
            const send = () => client.send(new dist_cjs/* UntagResourceCommand */.RP$({ resourceArn, tagKeys: [...keys] }), (0,call/* abortable */.ZC)(signal));
            await (0,call/* call */.T1)(words(place, 'removing tags of the stage', 'DELETE', tagPath), send);
        },
    };
}
function definitionCalls({ client, place, restApiId, stageName }) {
    const api = `/restapis/${restApiId}`;
    return {
        readName: async () => {
            const send = () => client.send(new dist_cjs/* GetRestApiCommand */.Wy4({ restApiId }));
            const doing = `reading the REST API "${restApiId}"`;
            return (await (0,call/* call */.T1)(words(place, doing, 'GET', api), send)).name ?? restApiId;
        },
        readDraft: async (signal, authorizers = 'asked') => {
            const reading = words(place, "reading the API's resources", 'GET', `${api}/resources`);
            const methods = await readMethods(client, restApiId, reading, signal);
            const wanted = authorizers === 'all' || (authorizers === 'asked' && methods.asked.length > 0);
            const asking = words(place, "reading the API's authorizers", 'GET', `${api}/authorizers`);
            const all = wanted ? await readAuthorizers(client, restApiId, asking, signal) : [];
            const unread = methods.asked.find((id) => wanted && !all.some((each) => each.id === id));
            if (unread !== undefined) {
                throw new errors/* KnownError */.E(`${asking.doing}: AWS's answer lacks the authorizer "${unread}", which a method asks`);
            }
            const counted = all.filter(({ id }) => authorizers === 'all' || methods.asked.includes(id));
            return {
                ...methods,
                integrations: [...methods.integrations, ...counted.flatMap((each) => each.integrations)],
                readers: [...methods.readers, ...counted.flatMap((each) => each.readers)],
            };
        },
        readServed: (signal) => (0,stage_export/* readServed */.W)(client, place, restApiId, stageName, signal),
        markDraft: ({ resources }) => markDraft(client, place, restApiId, resources),
        readDeployment: async (deploymentId) => {
            const path = `${api}/deployments/${deploymentId}`;
            const send = () => client.send(new dist_cjs/* GetDeploymentCommand */.Tvn({ restApiId, deploymentId, embed: ['apisummary'] }));
            const doing = `reading the deployment "${deploymentId}"`;
            const { description = '', apiSummary = {} } = await (0,call/* call */.T1)(words(place, doing, 'GET', path), send);
            return { description, routes: routesOf(apiSummary) };
        },
        readDescription: async (deploymentId, signal) => {
            const path = `${api}/deployments/${deploymentId}`;
            const send = () => client.send(new dist_cjs/* GetDeploymentCommand */.Tvn({ restApiId, deploymentId }), (0,call/* abortable */.ZC)(signal));
            const doing = `reading the deployment "${deploymentId}"`;
            try {
                return (await (0,call/* call */.T1)(words(place, doing, 'GET', path), send)).description;
            }
            catch (error) {
                if ((0,call/* causedBy */.$z)(error, (cause) => (0,aws_errors/* isNotFound */.c4)(cause) || (0,aws_errors/* isAccessDenied */.w7)(cause)))
                    return undefined;
                throw error;
            }
        },
        snapshot: async (description) => {
            const send = () => client.send(new dist_cjs/* CreateDeploymentCommand */.ttP({ restApiId, description }));
            const path = `${api}/deployments`;
            const doing = 'creating a deployment';
            return (0,call/* required */.mw)((await (0,call/* call */.T1)(words(place, doing, 'POST', path), send)).id, doing, 'id');
        },
        rewriteIntegration: async (resourceId, httpMethod, uri, signal) => {
            const patchOperations = [{ op: 'replace', path: '/uri', value: uri }];
            const send = () => client.send(new dist_cjs/* UpdateIntegrationCommand */.fak({ restApiId, resourceId, httpMethod, patchOperations }), (0,call/* abortable */.ZC)(signal));
            const path = `${api}/resources/${resourceId}/methods/${httpMethod}/integration`;
            const doing = 'rewriting an integration';
            return (0,call/* required */.mw)((await (0,call/* call */.T1)(words(place, doing, 'PATCH', path), send)).uri, doing, 'uri');
        },
    };
}
function isOfVariable({ path = '' }) {
    return /^\/(variables|canarySettings\/stageVariableOverrides)\//.test(path);
}
function routesOf(summary) {
    return Object.entries(summary).flatMap(([path, methods]) => Object.keys(methods).map((method) => `${method} ${path}`));
}
/** A stage in the product's own words. */
function rest_api_readingOf(stage) {
    const canary = stage.canarySettings;
    const doing = `reading the stage "${stage.stageName}"`;
    return {
        tags: stage.tags ?? {},
        state: {
            deploymentId: stage.deploymentId ?? '',
            variables: stage.variables ?? {},
            canary: canary && {
                deploymentId: (0,call/* required */.mw)(canary.deploymentId, doing, 'canarySettings.deploymentId'),
                weight: (0,call/* required */.mw)(canary.percentTraffic, doing, 'canarySettings.percentTraffic'),
                overrides: canary.stageVariableOverrides ?? {},
                useStageCache: canary.useStageCache ?? false,
            },
        },
    };
}
/** What an integration without a time-out of its own has. */
const DEFAULT_TIMEOUT_MS = 29_000;
/** GetResources pages by `position`; with `embed=methods` it brings each method's integration. */
async function readMethods(client, restApiId, words, signal) {
    const routes = [];
    const integrations = [];
    const resources = [];
    const readers = [];
    const asked = [];
    let longest = 0;
    const turn = (0,pages/* turnPages */.K)(words.doing);
    let position;
    do {
        const page = await (0,call/* call */.T1)(words, () => client.send(new dist_cjs/* GetResourcesCommand */.zR8({
            restApiId,
            limit: 500,
            embed: ['methods'],
            ...(position && { position }),
        }), (0,call/* abortable */.ZC)(signal)));
        for (const resource of page.items ?? []) {
            resources.push(resource);
            for (const [method, details] of Object.entries(resource.resourceMethods ?? {})) {
                const read = methodOf(resource, method, details);
                routes.push(nameOf(read));
                readers.push(...read.readers);
                asked.push(...read.asked);
                integrations.push(...read.integrations);
                longest = Math.max(longest, read.answerSeconds);
            }
        }
        position = turn(page.position);
    } while (position);
    return { routes, integrations, readers, asked, longestAnswerSeconds: longest, resources };
}
/** One method of a resource, with what it calls. */
function methodOf({ id: resourceId = '', path = '' }, method, { methodIntegration = {}, authorizerId, ...details }) {
    const { uri, credentials, connectionId, timeoutInMillis, ...rest } = methodIntegration;
    return {
        method,
        path,
        readers: readerOf(nameOf({ method, path }), { ...details, ...rest }),
        asked: authorizerId ? [authorizerId] : [],
        integrations: uri ? [{ resourceId, path, method, uri, credentials, connectionId }] : [],
        answerSeconds: (timeoutInMillis ?? DEFAULT_TIMEOUT_MS) / 1000,
    };
}
/** `GET /orders`, for a sentence. */
function nameOf({ method, path }) {
    return `${method} ${path}`;
}


/***/ }),

/***/ 9955:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ readServed)
/* harmony export */ });
/* unused harmony export ANY_AUTHORIZER */
/* harmony import */ var _aws_sdk_client_api_gateway__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(818);
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5145);
/* harmony import */ var _arns_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(828);
/* harmony import */ var _call_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3280);
// What a stage serves, out of its export: the integrations of its own deployment, and its authorizers. The API's resources
// show the draft, which all stages share and which may be ahead of any of them. While a canary is open
// the export is that of the stage's base deployment (API reference, GetExport: it takes a stage).




/** Throws a `KnownError` when the export cannot be read, or is not understood. */
async function readServed(client, place, restApiId, stageName, signal) {
    const doing = `reading what the stage "${stageName}" serves`;
    const exportType = 'oas30';
    const path = `/restapis/${restApiId}/stages/${stageName}/exports/${exportType}`;
    const words = {
        doing,
        permission: { action: 'apigateway:GET', resource: (0,_arns_js__WEBPACK_IMPORTED_MODULE_2__/* .gatewayArn */ .Sw)(place, path) },
    };
    const parameters = { extensions: 'integrations,authorizers' };
    const asked = { restApiId, stageName, exportType, parameters, accepts: 'application/json' };
    const { body } = await (0,_call_js__WEBPACK_IMPORTED_MODULE_1__/* .call */ .T1)(words, () => client.send(new _aws_sdk_client_api_gateway__WEBPACK_IMPORTED_MODULE_3__/* .GetExportCommand */ .Gz1(asked), (0,_call_js__WEBPACK_IMPORTED_MODULE_1__/* .abortable */ .ZC)(signal)));
    const found = integrationsIn(parsed(Buffer.from(body ?? []).toString('utf8')));
    if (typeof found !== 'string')
        return found;
    throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .KnownError */ .E(`${doing}: the export is not understood (${found}), so it is not known which versions its users get`);
}
/** `undefined` for what is no JSON; the parser's own words would show a piece of it. */
function parsed(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined;
    }
}
/** Every method that a path of a REST API can have, as exports name it. */
const VERBS = {
    'x-amazon-apigateway-any-method': 'ANY',
    delete: 'DELETE',
    get: 'GET',
    head: 'HEAD',
    options: 'OPTIONS',
    patch: 'PATCH',
    post: 'POST',
    put: 'PUT',
};
/** Or what is not understood: half an export would pass for a stage that serves less. */
function integrationsIn(document) {
    const paths = membersOf(membersOf(document)?.paths);
    if (!paths)
        return 'it has no paths';
    const all = [];
    for (const [path, item] of Object.entries(paths)) {
        const found = integrationsOf(path, membersOf(item));
        if (typeof found === 'string')
            return found;
        all.push(...found);
    }
    return [...all, ...authorizersIn(membersOf(membersOf(document)?.components)?.securitySchemes)];
}
/** An export names an authorizer, and not its id. */
const ANY_AUTHORIZER = '*';
/** Lambda authorizers. One whose URI is not shown has none, which nobody understands. */
function authorizersIn(schemes) {
    return Object.entries(membersOf(schemes) ?? {}).flatMap(([name, scheme]) => {
        const members = membersOf(scheme) ?? {};
        const shown = membersOf(members['x-amazon-apigateway-authorizer']);
        const isCustom = members['x-amazon-apigateway-authtype'] === 'custom';
        if (shown?.type === 'cognito_user_pools' || (!shown && !isCustom))
            return [];
        const call = { resourceId: '', method: 'authorizer', path: `"${name}"` };
        const uri = textIn(shown?.authorizerUri) ?? '';
        const credentials = textIn(shown?.authorizerCredentials);
        return [{ ...call, uri, credentials, authorizerId: ANY_AUTHORIZER }];
    });
}
function textIn(value) {
    return typeof value === 'string' ? value : undefined;
}
function integrationsOf(path, item) {
    if (!item)
        return `${path} is no object`;
    const all = [];
    for (const [verb, operation] of Object.entries(item)) {
        const method = Object.hasOwn(VERBS, verb) ? VERBS[verb] : undefined;
        if (method === undefined)
            return `${path} has a method that is not known`;
        const extension = membersOf(operation)?.['x-amazon-apigateway-integration'];
        const { uri, credentials, connectionId } = membersOf(extension) ?? { uri: null };
        if (typeof uri === 'string') {
            const by = { credentials: textIn(credentials), connectionId: textIn(connectionId) };
            // An export names no resources; a deployment is frozen, so nothing of it is ever rewritten.
            all.push({ resourceId: '', path, method, uri, ...by });
        }
        else if (uri !== undefined)
            return `${method} ${path} has no integration that can be read`;
    }
    return all;
}
/** `undefined` for what is no object. */
function membersOf(value) {
    const is = typeof value === 'object' && value !== null && !Array.isArray(value);
    return is ? value : undefined;
}


/***/ }),

/***/ 648:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   s: () => (/* binding */ must)
/* harmony export */ });
/* unused harmony export ImpossibleError */
// What cannot happen is said to be so, and not replaced by a default.
/** A contradiction in the code itself: never a response from AWS, GitHub or a hook. */
class ImpossibleError extends Error {
    name = 'ImpossibleError';
}
/** @param what is always there: `the plan has step 3` */
function must(value, what) {
    if (value === undefined || value === null)
        throw new ImpossibleError(`expected that ${what}`);
    return value;
}


/***/ }),

/***/ 3260:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ql: () => (/* binding */ aliasCommand),
/* harmony export */   Wx: () => (/* binding */ patchWords),
/* harmony export */   bg: () => (/* binding */ awsCommand)
/* harmony export */ });
// Commands for people to paste. They hold ids and values that others chose, so a command is made of words,
// and each word is quoted for a POSIX shell; what a word holds is JSON where the AWS CLI's own shorthand
// would read more into it than a value.
/**
 * One line for a shell.
 *
 * @param operation of the AWS CLI, such as `lambda get-alias`
 */
function awsCommand(operation, options) {
    return ['aws', ...operation.split(' '), ...Object.entries(options).flatMap(optionWords)]
        .map(quoteForShell)
        .join(' ');
}
/** The words behind `--patch-operations`. */
function patchWords(patches) {
    const short = patches.every(({ path, value = '-' }) => PLAIN.test(path) && STAGE_VARIABLE.test(value));
    return short ? patches.map(shorthand) : [JSON.stringify(patches)];
}
/** All traffic of an alias for one version. */
function aliasCommand(region, { functionName, alias }, version) {
    return awsCommand('lambda update-alias', {
        'function-name': functionName,
        name: alias,
        'function-version': version,
        'routing-config': JSON.stringify({ AdditionalVersionWeights: {} }),
        region,
    });
}
/** What neither ends a value of the shorthand nor is read as anything else in it. */
const PLAIN = /^[A-Za-z0-9._:/-]+$/;
/** What AWS takes in the value of a stage variable: nothing that ends a quoted value of the shorthand. */
const STAGE_VARIABLE = /^[A-Za-z0-9\-._~:/?#&=,]+$/;
function shorthand({ op, path, value }) {
    if (value === undefined)
        return `op=${op},path=${path}`;
    return `op=${op},path=${path},value=${PLAIN.test(value) ? value : `"${value}"`}`;
}
/** A value that begins with a dash would be taken for an option of its own. */
function optionWords([name, value]) {
    if (typeof value !== 'string')
        return [`--${name}`, ...value];
    return value.startsWith('-') ? [`--${name}=${value}`] : [`--${name}`, value];
}
/** Without quotes only where no shell reads anything into it; of `name=value` the value alone is quoted. */
function quoteForShell(word) {
    const [name = ''] = /^(?:[A-Za-z0-9_@%+:,./-][A-Za-z0-9_@%+:,./=-]*=)?/.exec(word) ?? [];
    const value = word.slice(name.length);
    const plain = /^[A-Za-z0-9_@%+:,./-]*$/.test(value) && word !== '';
    return name + (plain ? value : `'${value.replaceAll("'", "'\\''")}'`);
}


/***/ }),

/***/ 4726:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ attempt),
/* harmony export */   I: () => (/* binding */ noProblems)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5145);
// What preflight finds: problems stop the rollout, notes are only said.

function noProblems() {
    return { problems: [], notes: [] };
}
/** Runs a read; a failure becomes a problem like any other, so that the rest is still looked at. */
async function attempt(findings, read) {
    try {
        return await read();
    }
    catch (error) {
        findings.problems.push((0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(error));
        return undefined;
    }
}


/***/ }),

/***/ 2475:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   eG: () => (/* binding */ whenAborted),
/* harmony export */   tB: () => (/* binding */ now),
/* harmony export */   wj: () => (/* binding */ withTimeout),
/* harmony export */   yy: () => (/* binding */ sleep)
/* harmony export */ });
// The clock, and waiting that a signal can end.
/** Seconds since the epoch. */
function now() {
    return Date.now() / 1000;
}
/** Waits, unless or until the signal is aborted. */
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
/** Waits for the work, and no longer than this; leaves no timer behind. Rejects where the work does. */
async function withTimeout(seconds, work) {
    const done = new AbortController();
    const ended = work.finally(() => done.abort());
    return await Promise.race([ended, sleep(seconds, done.signal).then(() => undefined)]);
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

/***/ 8008:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _9: () => (/* binding */ valuesToHide),
/* harmony export */   cT: () => (/* binding */ withoutSecrets)
/* harmony export */ });
/* unused harmony export spellings */
// What others say, without what they were sent: an answer often repeats the request.
/** Stands where a secret was. */
const HIDDEN = '***';
/**
 * A text in which no secret is left, neither plain nor percent-encoded, nor as JSON or HTML escape it,
 * in upper or lower case.
 */
function withoutSecrets(text, secrets) {
    const forms = [...new Set(secrets.flatMap(spellings))].filter((form) => form !== '');
    if (forms.length === 0)
        return text;
    // The longest first: what holds another secret goes as a whole.
    forms.sort((a, b) => b.length - a.length);
    return text.replace(new RegExp(forms.map(escapeForRegExp).join('|'), 'gi'), HIDDEN);
}
/** The ways in which a server may write it. */
function spellings(secret) {
    const plain = decoded(secret);
    const all = [secret, plain, encodeURI(plain), encodeURIComponent(plain)];
    const twice = all.flatMap((form) => [form, encodeURIComponent(form)]);
    return [...new Set(twice.flatMap((form) => [form, htmlOf(form), jsonOf(form), slashesOf(form)]))];
}
function decoded(text) {
    try {
        return decodeURIComponent(text.replaceAll('+', ' '));
    }
    catch {
        // A lone percent sign: it is no encoding, and stands for itself.
        return text;
    }
}
function htmlOf(text) {
    return text
        .replaceAll('&', '&amp;')
        .replaceAll('<', '&lt;')
        .replaceAll('>', '&gt;')
        .replaceAll('"', '&quot;')
        .replaceAll("'", '&#39;');
}
function jsonOf(text) {
    return JSON.stringify(text).slice(1, -1);
}
/** PHP and others escape slashes in JSON. */
function slashesOf(text) {
    return text.replaceAll('/', '\\/');
}
function escapeForRegExp(text) {
    return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}
/** Among values of variables those that an error must not repeat. Short ones are in every text. */
function valuesToHide(values) {
    const isOpen = (value) => value.length < 4 || /^(?:[\w-]+:)?\d{1,10}$/.test(value);
    return values.filter((value) => value !== undefined).filter((value) => !isOpen(value));
}


/***/ }),

/***/ 119:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Gq: () => (/* binding */ authorize),
/* harmony export */   KT: () => (/* binding */ listen),
/* harmony export */   dG: () => (/* binding */ NO_COMMENTS)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5145);
/* harmony import */ var _base_time_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2475);
/* harmony import */ var _report_comment_body_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4557);
/* harmony import */ var _rollout_comment_command_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7883);
// What people ask of a rollout while a run drives it. It is read beside the loop, which waits for
// nobody: what GitHub does not answer is asked for again at the next look.




const NO_REQUESTS = { promote: undefined, rollback: undefined, hold: undefined };
const NO_COMMENTS = {
    poll: async () => undefined,
    flush: async () => undefined,
    requests: () => NO_REQUESTS,
    evidence: () => [],
};
/** GitHub allows a job's token a thousand requests an hour. */
const POLL_SECONDS = 30;
function listen(parts) {
    const heard = { comments: new Set(), unhappy: new Set(), asked: NO_REQUESTS };
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
            const obeying = { ...parts, ended };
            await readCommands(obeying, conversation, rollout, comments, heard);
            await readReactions(obeying, conversation, comments, heard);
        }
        catch (error) {
            const why = (0,_base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(error);
            if (!warned)
                parts.log.warning(`Comments could not be read: ${why}. The rollout goes on.`);
            warned = true;
        }
        finally {
            next = (0,_base_time_js__WEBPACK_IMPORTED_MODULE_2__/* .now */ .tB)() + POLL_SECONDS;
        }
    };
    return {
        poll: async (rollout) => {
            if (reading || (0,_base_time_js__WEBPACK_IMPORTED_MODULE_2__/* .now */ .tB)() < next)
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
        requests: () => heard.asked,
        evidence: () => {
            const says = `👎 by ${[...heard.unhappy].join(', ')}`;
            return heard.unhappy.size > 0 ? [{ witness: 'feedback', verdict: 'inconclusive', says }] : [];
        },
    };
}
const TOO_LATE = 'it came when the release had ended';
/** Obeys each new comment once. */
async function readCommands(parts, conversation, rollout, comments, heard) {
    const { pull = 0, startedAt } = rollout.record;
    for (const comment of comments) {
        if (heard.comments.has(comment.id))
            continue;
        heard.comments.add(comment.id);
        if (!(0,_rollout_comment_command_js__WEBPACK_IMPORTED_MODULE_3__/* .isEligible */ .YT)(comment, startedAt))
            continue;
        const command = await authorize(conversation, parts.log, pull, comment);
        if (!command)
            continue;
        heard.asked = await execute(conversation, parts, rollout, comment, command, heard.asked);
    }
}
async function readReactions({ key, recordRequest, feedback, ended }, conversation, comments, heard) {
    for (const login of await dislikes(conversation, comments, key)) {
        if (heard.unhappy.has(login) || !(await conversation.mayWrite(login)))
            continue;
        heard.unhappy.add(login);
        const held = feedback === 'hold';
        const noted = held ? 'the rollout goes no further by itself' : 'noted; it stops nothing';
        const result = ended === undefined ? noted : `${TOO_LATE}: ${ended}`;
        recordRequest({ login, asked: '👎', result });
        if (held)
            heard.asked = { ...heard.asked, hold: `👎 by ${login}` };
    }
}
/** Who is not content, by the reactions to the progress comment; GitHub is asked only if there are. */
async function dislikes(conversation, comments, key) {
    const marker = (0,_report_comment_body_js__WEBPACK_IMPORTED_MODULE_1__/* .commentMarker */ .Ql)(key);
    const ours = comments.find(({ type, body, dislikes: count }) => type === 'Bot' && count > 0 && body.startsWith(marker));
    return ours ? conversation.dislikes(ours.id) : [];
}
/** The command of a comment whose author may give it; everybody else is answered. */
async function authorize(conversation, log, pull, { id, body, login }) {
    const spoken = (0,_rollout_comment_command_js__WEBPACK_IMPORTED_MODULE_3__/* .parseComment */ .vj)(body);
    if (spoken.kind === 'none' || (await conversation.isAnswered(id)))
        return undefined;
    if (!(await conversation.mayWrite(login))) {
        log.line(`${login} may not give commands: no write access.`);
        await conversation.answer(id, 'confused');
        await conversation.refuse(pull, login);
        return undefined;
    }
    if (spoken.kind === 'command')
        return spoken.command;
    log.line(`The comment of ${login} was not understood: ${spoken.why}.`);
    await conversation.answer(id, 'confused');
    return undefined;
}
/** Does what can be done at once, and leaves the rest to the loop's next decision. */
async function execute(conversation, { setPaused, recordRequest, log, ended }, { phase, record }, { id, login }, command, asked) {
    const said = `/canary ${command} by ${login}`;
    log.notice(said);
    if (ended !== undefined) {
        await conversation.answer(id, (0,_rollout_comment_command_js__WEBPACK_IMPORTED_MODULE_3__/* .isAchieved */ .Qz)(command, ended) ? '+1' : 'confused');
        recordRequest({ login, asked: command, result: `${TOO_LATE}: ${ended}` });
        return asked;
    }
    const inStep = phase.kind === 'step';
    const impossible = (command === 'pause' || command === 'promote') && !inStep;
    try {
        if (command === 'pause' && inStep) {
            await setPaused({ since: Math.floor((0,_base_time_js__WEBPACK_IMPORTED_MODULE_2__/* .now */ .tB)()), by: record.id });
        }
        if (command === 'resume')
            await setPaused(undefined);
    }
    catch (error) {
        recordRequest({ login, asked: command, result: `failed: ${(0,_base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(error)}` });
        throw error;
    }
    const result = impossible ? 'not possible: no step is being held' : RESULTS[command];
    recordRequest({ login, asked: command, result });
    await conversation.answer(id, impossible ? 'confused' : '+1');
    if (command === 'promote' && inStep)
        return { ...asked, promote: said };
    if (command === 'resume')
        return { ...asked, hold: undefined };
    return command === 'rollback' ? { ...asked, rollback: `on request: ${said}` } : asked;
}
/** What comes of a command that a run hears while it drives the rollout. */
const RESULTS = {
    status: 'the comment says it',
    pause: 'it keeps its weight until it is resumed',
    resume: 'it goes on by its plan',
    promote: 'to be promoted at the next look, unless that one is failing',
    rollback: 'to be rolled back at once',
    advance: 'nothing: the run goes on by itself',
};


/***/ }),

/***/ 6138:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ readFinalState)
/* harmony export */ });
/* harmony import */ var _rollout_release_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2787);
// What stands at the end of a run, for its report: read if that can be done, else said to be a guess.

/** Milliseconds: a report must not wait for an AWS that does not answer. */
const PATIENCE_MS = 5_000;
async function readFinalState({ target, rollbackDeadline }, snapshot) {
    try {
        const signal = AbortSignal.any([rollbackDeadline, AbortSignal.timeout(PATIENCE_MS)]);
        const { stored, trafficState } = await target.observe(signal);
        if (stored.kind === 'rollout' && trafficState) {
            const { storedRollout } = stored;
            const same = sameRelease(storedRollout.record, snapshot.rollout.record);
            const theirs = !(0,_rollout_release_js__WEBPACK_IMPORTED_MODULE_0__/* .sameRollout */ .c5)(storedRollout.record.id, snapshot.rollout.record.id);
            if (same)
                return { snapshot: { rollout: storedRollout, trafficState }, presumed: false, theirs };
        }
        const theirs = stored.kind === 'rollout' || stored.kind === 'takes-part';
        const found = await target.look(snapshot.rollout, signal);
        return { snapshot: { ...snapshot, trafficState: found }, presumed: false, theirs };
    }
    catch {
        return { snapshot, presumed: true, theirs: false };
    }
}
/** A run that takes a rollout over changes whose it is, and nothing else of its record. */
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
/* harmony import */ var _aws_aws_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5067);
/* harmony import */ var _base_duration_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5902);
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5145);
/* harmony import */ var _base_time_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2475);
/* harmony import */ var _report_format_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2772);
// What protects users is tried for as long as there is time for it, and not so and so often.





/** There is no sense in trying again. */
class FinalError extends _base_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .KnownError */ .E {
}
const FIRST_PAUSE_SECONDS = 3;
const LONGEST_PAUSE_SECONDS = 60;
/** Once the job is to stop, there is no time to be patient. */
const URGENT_TRIES = 10;
const URGENT_PAUSE_SECONDS = 0.3;
const SAID_EVERY_MS = 60_000;
/**
 * Tries until it works, AWS refuses it for good, or there is no time left. Rejects with the last failure.
 *
 * @param doing for a sentence: `rolling back the stage "prod"`
 * @param work is given how often it was tried before
 */
async function persist(doing, patience, work) {
    const said = sayEveryMinute(doing, patience);
    const judge = createJudge(patience);
    try {
        for (let before = 0;; before++) {
            try {
                return await work(before);
            }
            catch (error) {
                if (judge(error) === 'over')
                    throw error;
                said.failed((0,_base_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .messageOf */ .bD)(error));
                await nextTry(before, patience);
            }
        }
    }
    finally {
        said.stop();
    }
}
/** Says after each failure whether there is another try. */
function createJudge({ cancelled, rollbackDeadline, giveUpAt }) {
    let urgent = 0;
    let refused = false;
    return (error) => {
        // What was refused may have been asked of something that is not there any more: look once more.
        const twice = refused && (0,_aws_aws_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .isRefused */ .H0)(error);
        refused = (0,_aws_aws_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .isRefused */ .H0)(error);
        if (error instanceof FinalError || (0,_aws_aws_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .isDenied */ .GZ)(error) || twice)
            return 'over';
        if (!cancelled.aborted)
            return (0,_base_time_js__WEBPACK_IMPORTED_MODULE_4__/* .now */ .tB)() >= giveUpAt ? 'over' : 'again';
        urgent++;
        return urgent >= URGENT_TRIES || rollbackDeadline.aborted ? 'over' : 'again';
    };
}
function nextTry(before, { cancelled, rollbackDeadline, giveUpAt }) {
    if (cancelled.aborted)
        return (0,_base_time_js__WEBPACK_IMPORTED_MODULE_4__/* .sleep */ .yy)(URGENT_PAUSE_SECONDS, rollbackDeadline);
    const patient = Math.min(FIRST_PAUSE_SECONDS * 2 ** before, LONGEST_PAUSE_SECONDS);
    return (0,_base_time_js__WEBPACK_IMPORTED_MODULE_4__/* .sleep */ .yy)(Math.min(patient, giveUpAt - (0,_base_time_js__WEBPACK_IMPORTED_MODULE_4__/* .now */ .tB)()), cancelled);
}
/** One annotation says it; from then on the log does, once a minute, however long a try takes. */
function sayEveryMinute(doing, { log, giveUpAt, cancelled, byHand }) {
    let timer;
    let why = '';
    const left = () => (0,_base_duration_js__WEBPACK_IMPORTED_MODULE_1__/* .formatDuration */ .a)(giveUpAt - (0,_base_time_js__WEBPACK_IMPORTED_MODULE_4__/* .now */ .tB)());
    let commands = byHand;
    const say = () => {
        log.line(`${(0,_report_format_js__WEBPACK_IMPORTED_MODULE_3__/* .capitalize */ .ZH)(doing)} still fails (${why}). Trying for another ${left()}.`);
        const lines = commands?.() ?? [];
        if (lines.length > 0)
            log.line('If you do not want to wait, run by hand:');
        for (const line of lines)
            log.line(line);
        commands = undefined;
    };
    return {
        failed: (latest) => {
            why = latest;
            if (cancelled.aborted)
                log.line(`${(0,_report_format_js__WEBPACK_IMPORTED_MODULE_3__/* .capitalize */ .ZH)(doing)} did not work (${why}). Trying again.`);
            if (timer || cancelled.aborted)
                return;
            log.warning(`${(0,_report_format_js__WEBPACK_IMPORTED_MODULE_3__/* .capitalize */ .ZH)(doing)} did not work (${why}). Trying again for up to ${left()}.`);
            timer = setInterval(say, SAID_EVERY_MS);
        },
        stop: () => clearInterval(timer),
    };
}
/** What this action says of itself is the same at the next try; what AWS answers need not be. */
async function unlessFinal(work) {
    try {
        return await work;
    }
    catch (error) {
        throw (0,_base_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .isOwn */ .NP)(error) ? new FinalError((0,_base_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .messageOf */ .bD)(error)) : error;
    }
}


/***/ }),

/***/ 3964:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  mM: () => (/* binding */ BAKE),
  Tk: () => (/* binding */ createRecorder),
  Fw: () => (/* binding */ resumeSteps)
});

// EXTERNAL MODULE: ./build/analysis/count-table.js
var count_table = __webpack_require__(6361);
// EXTERNAL MODULE: ./build/analysis/evidence.js
var analysis_evidence = __webpack_require__(8690);
// EXTERNAL MODULE: ./build/report/impact.js
var report_impact = __webpack_require__(2577);
// EXTERNAL MODULE: ./build/rollout/traffic.js
var rollout_traffic = __webpack_require__(6211);
// EXTERNAL MODULE: ./build/rollout/weights.js
var weights = __webpack_require__(191);
;// CONCATENATED MODULE: ./build/report/plot-series.js
// What was counted and concluded, minute by minute, in a size that a report can carry.



/** Twelve hours by the minute; what lasts longer is told in coarser points. */
const MOST_POINTS = 720;
/** Minutes of one point that a person can think in; then whole hours. */
const ROUND_MINUTES = [1, 2, 3, 5, 10, 15, 20, 30, 60];
/**
 * The series of a rollout so far, from the minute in which it began to the last one in which
 * anything was counted; `undefined` where nothing was.
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
    const arms = minutes.map((start) => armsAt(traffic.table, rollout, start));
    const column = (pick) => addUp(arms.map(pick), size);
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
const UNTOLD = { requests: null, events: null };
/** The minute of the promotion, and the one after, hold something of both, and tell of neither. */
function armsAt(table, rollout, start) {
    const { canary, stable, promoted } = (0,count_table/* errorsOf */.Bp)(table);
    const counted = (series) => (0,count_table/* minuteAt */.Ad)(series, start, table.bucketSeconds);
    const { weight, weightBefore } = (0,weights/* weightsIn */.nb)(rollout, start);
    if (weight < 100)
        return { canary: counted(canary), stable: counted(stable) };
    if (weightBefore < 100)
        return { canary: UNTOLD, stable: UNTOLD };
    return { canary: counted(promoted), stable: { requests: 0, events: 0 } };
}
function comparisonSeries({ witness, points }, minutes, size) {
    const at = new Map(points.map((point) => [60 * point.minute, point]));
    const column = (pick) => minutes.map((start) => {
        const point = at.get(start);
        return point ? pick(point) : null;
    });
    const arm = (name) => ({
        requests: addUp(column((p) => p[name].requests), size),
        events: addUp(column((p) => p[name].events), size),
    });
    return {
        witness,
        canary: arm('canary'),
        stable: arm('stable'),
        // The highest of a point: that it crossed the threshold must not be lost.
        nats: inPoints(column((p) => p.nats), size, (cells) => rounded(Math.max(...cells))),
        threshold: inPoints(column((p) => p.threshold), size, (cells) => rounded(cells.at(-1) ?? 0)),
    };
}
function addUp(cells, size) {
    return inPoints(cells, size, (told) => told.reduce((sum, cell) => sum + cell, 0));
}
/** Minutes put together by `size`; a point without any number is `null`. */
function inPoints(cells, size, join) {
    return Array.from({ length: Math.ceil(cells.length / size) }, (_, i) => {
        const told = cells.slice(i * size, (i + 1) * size).filter((cell) => cell !== null);
        return told.length > 0 ? join(told) : null;
    });
}
function rounded(nats) {
    return Number(nats.toFixed(3));
}

// EXTERNAL MODULE: ./build/report/ratio.js
var ratio = __webpack_require__(7348);
;// CONCATENATED MODULE: ./build/report/report.js
// What a rollout has to tell, as data: the log, the comment, the job summary and the JSON file are
// functions of this and so never disagree.
/** Raised when a member changes its meaning or goes away. */
const REPORT_SCHEMA = 'canary-action/report/1';

// EXTERNAL MODULE: ./build/report/timeline.js
var report_timeline = __webpack_require__(7556);
// EXTERNAL MODULE: ./build/rollout/plan.js
var rollout_plan = __webpack_require__(7927);
// EXTERNAL MODULE: ./build/report/requests.js
var requests = __webpack_require__(4365);
;// CONCATENATED MODULE: ./build/controller/chronicle.js
// What happened in a run, as it happens: entries of the timeline, what hooks said, what people asked.


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
        told: () => ({ hooks: [...hooks], people: [...people], timeline: (0,report_timeline/* shortened */.vI)(timeline) }),
    };
}

;// CONCATENATED MODULE: ./build/controller/recorder.js
// What has happened so far in this run, gathered for the report.











/** The label of the time after the promotion. */
const BAKE = 'bake';
const NONE = { requests: 0, errors: 0 };
/** @param now seconds since the epoch */
function createRecorder(now) {
    const startedAt = now();
    const { chronicle, add, told } = createEventRecorder(now);
    const journalSteps = [];
    let versions = [];
    let evidence = [];
    let deciding = [];
    let paths = [];
    let traffic = { kind: 'unreadable', why: 'not read yet' };
    const steps = () => journalSteps.map((step) => withCounts(step, traffic));
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
            add((0,report_timeline/* news */.wI)(evidence, observation.evidence, now()));
            ({ evidence, deciding } = observation);
            if (observation.paths.length > 0)
                paths = observation.paths;
            if (observation.traffic.kind === 'counted')
                traffic = observation.traffic;
        },
        verdict: () => (0,analysis_evidence/* shownVerdict */.h9)(deciding, evidence),
        alarms: () => evidence.filter(report_timeline/* isAlarm */.Ic),
        errors: () => evidence.filter(ratio/* isFinding */.q).find(({ witness }) => witness === 'errors'),
        deciding: () => deciding,
        steps,
        currentStep: () => steps().findLast((step) => step.ended === undefined),
        report: ({ record, rollout, ...parts }) => ({
            ...course(rollout, { traffic, paths, evidence, ended: steps().at(-1)?.ended ?? now() }, parts),
            schema: REPORT_SCHEMA,
            startedAt,
            endedAt: now(),
            functions: record.functions,
            plan: record.plan,
            verdict: (0,analysis_evidence/* shownVerdict */.h9)(deciding, evidence),
            evidence,
            steps: steps(),
            ...told(),
            versions,
            countedBy: traffic.kind === 'counted' ? traffic.source : undefined,
            ...parts,
            pull: rollout?.record.pull,
        }),
    };
}
function withCounts(step, traffic) {
    if (traffic.kind === 'unreadable')
        return { ...step, canary: NONE, stable: NONE };
    const { table } = traffic;
    const { canary, stable, promoted } = (0,count_table/* errorsOf */.Bp)(table);
    const within = { from: step.began, to: step.ended };
    // While baking everything is the new version, and the stage's series counts it.
    if (step.label === BAKE)
        return { ...step, canary: (0,rollout_traffic/* totals */.Sd)(promoted, within, table), stable: NONE };
    return {
        ...step,
        canary: (0,rollout_traffic/* totals */.Sd)(canary, within, table),
        stable: (0,rollout_traffic/* totals */.Sd)(stable, within, table),
    };
}
/** A run that takes over goes on counting where the one before began the step. */
function resumeSteps(recorder, { phase, record: { plan } }) {
    if (phase.kind === 'baking')
        recorder.beginStep(BAKE, 100, plan.bakeSeconds, phase.since);
    const step = phase.kind === 'step' ? plan.steps[phase.index] : undefined;
    if (phase.kind !== 'step' || !step)
        return;
    recorder.beginStep((0,rollout_plan/* formatWeight */.ck)(step.weight), step.weight, step.holdSeconds, phase.since);
}
/** What the plots show, and what it did to users. */
function course(rollout, { traffic, paths, evidence, ended }, { outcome, weight }) {
    if (!rollout)
        return { weights: [], series: undefined, impact: undefined };
    const weights = weightsUntil(rollout, weight, ended);
    const series = seriesOf(traffic, rollout, paths);
    const hurt = outcome === 'rolled-back' || outcome === 'failed';
    const impact = series && hurt ? (0,report_impact/* impactOf */.u)(series, evidence, weights, ended) : undefined;
    return { weights, series, impact };
}
/** The weights that were set, and the one that stands now where that is another, and known. */
function weightsUntil(rollout, weight, at) {
    const changes = (0,weights/* weightChanges */.o6)(rollout);
    const last = changes.at(-1);
    return weight === null || last === undefined || (0,rollout_plan/* sameWeight */.DC)(last.weight, weight)
        ? changes
        : [...changes, { at, weight }];
}


/***/ }),

/***/ 1413:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Fu: () => (/* binding */ rollBack),
/* harmony export */   Ho: () => (/* binding */ clearState),
/* harmony export */   h2: () => (/* binding */ abort),
/* harmony export */   nY: () => (/* binding */ cleanUp)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5145);
/* harmony import */ var _base_time_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(2475);
/* harmony import */ var _rollout_release_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2787);
/* harmony import */ var _rollout_traffic_state_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(7083);
/* harmony import */ var _targets_ownership_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(956);
/* harmony import */ var _last_read_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6138);
/* harmony import */ var _persist_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4005);
// The way back. It must not fail quietly: it is tried for as long as there is time, and when it cannot be
// done, what AWS shows now and the exact commands that mend it are what is said last.







/**
 * Takes a rollout back, whatever stands; then forgets it.
 *
 * @param late a change that was under way when the job was told to stop, and may yet be made
 */
async function rollBack(loop, snapshot, reason, late = Promise.resolve()) {
    loop.recorder.endStep();
    loop.rollsBack({ reason, of: (0,_rollout_release_js__WEBPACK_IMPORTED_MODULE_3__/* .formatRolloutId */ .A2)(snapshot.rollout.record.id) });
    loop.log.group('Roll back');
    loop.log.line(`Rolling back: ${reason}`);
    const tried = await tryRollBack(loop, snapshot);
    if (tried.kind === 'lost')
        return lost(loop, snapshot, reason, tried.why);
    if (tried.kind === 'failed') {
        const last = await (0,_last_read_js__WEBPACK_IMPORTED_MODULE_4__/* .readFinalState */ .I)(loop, snapshot);
        if (!isBack(loop, last))
            return rollbackFailed(loop, last, reason, tried.why);
    }
    const change = await overtake(loop, snapshot, late);
    if (change.kind === 'unread') {
        const why = `a change that was under way may have come after it: ${change.why}`;
        return rollbackFailed(loop, await (0,_last_read_js__WEBPACK_IMPORTED_MODULE_4__/* .readFinalState */ .I)(loop, snapshot), reason, why);
    }
    if (change.kind === 'late') {
        loop.log.warning('A change that was under way has no answer yet: the post step looks again.');
    }
    loop.recorder.note(`rolled back: ${reason}`, 'traffic');
    const { trafficState, presumed } = await whatStands(loop, snapshot, tried.trafficState);
    loop.log.line(trafficState.kind === 'external'
        ? `Rolled back, and read back, but for what somebody else holds: ${trafficState.what}`
        : 'Rolled back, and read back: all traffic goes to the version that stood before.');
    const cleared = await cleanUp(loop, snapshot.rollout, 'before');
    // What is not settled must stay remembered: the post step looks at it once more.
    const forgotten = change.kind === 'over' && cleared && (await clearState(loop, snapshot.rollout, 'rolled-back'));
    return {
        ending: { kind: 'rolled-back', reason },
        snapshot: { ...snapshot, trafficState },
        presumed,
        cleanup: forgotten ? 'clean' : 'cleanup-pending',
    };
}
/** A way back reads what it wrote; only what was left to somebody else is not known by that. */
async function whatStands(loop, snapshot, found) {
    if (found.kind !== 'external')
        return { trafficState: { kind: 'stable' }, presumed: false };
    const { snapshot: last, presumed } = await (0,_last_read_js__WEBPACK_IMPORTED_MODULE_4__/* .readFinalState */ .I)(loop, {
        ...snapshot,
        trafficState: found,
    });
    return { trafficState: last.trafficState, presumed };
}
/** Clears away what was prepared: no user was served the new version. */
async function abort(loop, snapshot, reason) {
    const ended = await rollBack(loop, snapshot, reason);
    if (ended.ending.kind === 'stuck')
        return ended;
    const said = `stopped before any user was served the new version: ${reason}`;
    const cleanup = ended.cleanup === 'clean' ? 'nothing-served' : ended.cleanup;
    return { ...ended, ending: { kind: 'failed', reason: said }, cleanup };
}
async function tryRollBack(loop, snapshot) {
    const { target, rollbackDeadline } = loop;
    let { trafficState } = snapshot;
    try {
        const byHand = () => target.repairCommands(snapshot.rollout.record, {
            phase: snapshot.rollout.phase,
            trafficState,
        });
        await (0,_persist_js__WEBPACK_IMPORTED_MODULE_2__/* .persist */ .Zr)(`rolling back ${target.words}`, { ...loop, byHand }, async (before) => {
            const was = trafficState;
            if (before > 0)
                trafficState = await lookAgain(loop, snapshot, trafficState);
            if (!(0,_rollout_traffic_state_js__WEBPACK_IMPORTED_MODULE_5__/* .canRollBack */ .j)(trafficState)) {
                // Nothing but the canary was ours, and it is gone.
                if (was.kind === 'external' && was.canary === 'owned')
                    return;
                throw new _persist_js__WEBPACK_IMPORTED_MODULE_2__/* .FinalError */ .f4(`somebody else changed it: ${trafficState.what}`);
            }
            await target.rollBack(snapshot.rollout, trafficState, rollbackDeadline);
        });
        return { kind: 'done', trafficState };
    }
    catch (error) {
        const kind = error instanceof LostError ? 'lost' : 'failed';
        return { kind, why: (0,_base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(error), trafficState };
    }
}
class LostError extends _persist_js__WEBPACK_IMPORTED_MODULE_2__/* .FinalError */ .f4 {
}
/**
 * A try may come hours after the one before, and somebody else may have had a hand in it since. What cannot
 * be read is no reason not to try.
 */
async function lookAgain(loop, { rollout }, before) {
    const observation = await loop.target.observe(loop.rollbackDeadline).catch(() => undefined);
    if (!observation)
        return before;
    mustStillBeOurs(loop, observation, rollout);
    return observation.trafficState ?? before;
}
/** It is this run's own, or the one that this run could not make its own for want of an answer. */
function mustStillBeOurs(loop, { stored }, { record }) {
    const ours = stored.kind === 'rollout' && (0,_rollout_release_js__WEBPACK_IMPORTED_MODULE_3__/* .sameRollout */ .c5)(stored.storedRollout.record.id, loop.id);
    try {
        if (!ours)
            (0,_targets_ownership_js__WEBPACK_IMPORTED_MODULE_1__/* .assertOwned */ .SG)(stored, record.id);
    }
    catch (error) {
        throw new LostError((0,_targets_ownership_js__WEBPACK_IMPORTED_MODULE_1__/* .describeOwner */ .$S)(error, loop.linkTo) ?? (0,_base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(error));
    }
}
/** Waits for that change, and goes back once more if it came after the way back. */
async function overtake(loop, snapshot, late) {
    const { target, rollbackDeadline } = loop;
    const first = await Promise.race([late.then(() => 'over'), (0,_base_time_js__WEBPACK_IMPORTED_MODULE_6__/* .whenAborted */ .eG)(rollbackDeadline)]);
    if (first === 'aborted')
        return { kind: 'late' };
    if (!loop.cancelled.aborted)
        return { kind: 'over' };
    try {
        const { trafficState } = await target.observe(rollbackDeadline);
        if (trafficState?.kind !== 'stable') {
            await target.rollBack(snapshot.rollout, trafficState ?? snapshot.trafficState, rollbackDeadline);
        }
        return { kind: 'over' };
    }
    catch (error) {
        return rollbackDeadline.aborted ? { kind: 'late' } : { kind: 'unread', why: (0,_base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(error) };
    }
}
/** It failed, and all is back all the same: an answer was lost, or somebody else did it. */
function isBack({ target }, { snapshot, presumed }) {
    const { rollout, trafficState } = snapshot;
    if (presumed || trafficState.kind !== 'stable')
        return false;
    return target.repairCommands(rollout.record, { phase: rollout.phase, trafficState }).length === 0;
}
/** What another run, or a person, has made of it is theirs. */
async function lost(loop, snapshot, why, to) {
    const reason = `stopped without touching anything more: ${to}; it was to be rolled back: ${why}`;
    const ending = { kind: 'failed', reason };
    return { ending, ...(await (0,_last_read_js__WEBPACK_IMPORTED_MODULE_4__/* .readFinalState */ .I)(loop, snapshot)), cleanup: 'clean' };
}
function rollbackFailed({ recorder, log }, { snapshot, presumed }, reason, failure) {
    recorder.note(`rolling back failed: ${failure}`, 'traffic');
    log.warning(`Rolling back failed: ${failure}`);
    return {
        ending: { kind: 'stuck', reason: `rolling back failed (${failure}), after: ${reason}` },
        snapshot,
        presumed,
        cleanup: 'cleanup-pending',
    };
}
/**
 * Clears away what was made beside the traffic, which is where it should be: a failure is only said.
 *
 * @returns whether there was time for it
 */
async function cleanUp({ target, log, rollbackDeadline }, rollout, stands) {
    try {
        await target.cleanUp(rollout, stands, rollbackDeadline);
        return true;
    }
    catch (error) {
        if (rollbackDeadline.aborted)
            return false;
        log.warning(`What was made for this rollout could not all be cleared away, and may cost money until it is: ${(0,_base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(error)}`);
        return true;
    }
}
/**
 * Removes the memory. The traffic is where it should be, so a failure is only said.
 *
 * @returns whether it was done
 */
async function clearState({ target, log, signedBy, rollbackDeadline }, { record }, ended) {
    try {
        const last = signedBy && ended && { ended, at: (0,_base_time_js__WEBPACK_IMPORTED_MODULE_6__/* .now */ .tB)(), by: signedBy };
        await target.clearState(last, rollbackDeadline, record.id);
        return true;
    }
    catch (error) {
        log.warning(`The tags "canary-action:…" could not be removed (${(0,_base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(error)}). The post step, or the next run, will do it.`);
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
/* harmony export */   f1: () => (/* binding */ readFailure),
/* harmony export */   s4: () => (/* binding */ shortly)
/* harmony export */ });
// What a hook's answer means. Foreign text: its message is shown on one line, and not all of it.
/** Bytes: no more is read of an answer. Lambda answers with 6 MB at most. */
const ANSWER_LIMIT_BYTES = 6 * 1024 * 1024;
const SHOWN = 400;
/** Text of others in a sentence. */
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
 * The verdict in the body of an answer that was itself a success: `{"status": "Failed"}` fails, as
 * CodeDeploy spells it, and any other JSON passes. Of JSON only the message is shown.
 *
 * @returns `undefined` when it is no JSON
 */
function readAnswer(body, clean = AS_IT_IS) {
    const value = parse(body);
    if (!value)
        return undefined;
    const { json } = value;
    if (typeof json !== 'object' || json === null)
        return { kind: 'passed', says: '' };
    const { status } = json;
    const failed = typeof status === 'string' && status.toLowerCase() === 'failed';
    const says = messageIn(json, ['message'], clean);
    if (!failed)
        return { kind: 'passed', says };
    return { kind: 'failed', says: says || 'it answered {"status":"Failed"} and no message' };
}
/** What an answer that was no success says: its message where it is JSON, else its text. */
function readFailure(body, clean = AS_IT_IS) {
    const value = parse(body);
    if (!value)
        return shortly(clean(body));
    const { json } = value;
    if (typeof json === 'string')
        return shortly(clean(json));
    if (typeof json !== 'object' || json === null)
        return '';
    return messageIn(json, ['message', 'Message', 'error'], clean);
}
/** The first of these fields that is a text; nothing else of an answer is shown. */
function messageIn(json, fields, clean) {
    const texts = fields.map((field) => json[field]);
    const message = texts.find((text) => typeof text === 'string');
    return message === undefined ? '' : shortly(clean(message));
}
function parse(body) {
    if (body.trim() === '')
        return { json: null };
    try {
        return { json: JSON.parse(body) };
    }
    catch {
        return undefined;
    }
}
/** What AWS's own samples of CodeDeploy hooks call, throw and log when nobody knows the deployment. */
const CODEDEPLOY = /codedeploy|PutLifecycleEventHookExecutionStatus|LifecycleEventHookExecutionId|Validation test failed/i;
/** The way out for a hook that wants to report to CodeDeploy; empty when it does not. */
function codeDeployAdvice(...texts) {
    return texts.some((text) => CODEDEPLOY.test(text)) ? ADVICE : '';
}
const ADVICE = 'This hook was written for CodeDeploy, to which it reports; here nobody waits for that report. ' +
    'Three lines change, and it serves both: ' +
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
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5145);
/* harmony import */ var _base_without_secrets_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(8008);
/* harmony import */ var _inputs_address_secrets_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4200);
/* harmony import */ var _answer_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(5545);
// A hook behind a URL: one POST, signed when there is a secret. The address may be as secret as a
// password, so no message shows more of it than the host, whatever the server answers.







const REDIRECTS = 3;
/** @param secret empty: nothing is signed */
async function callUrl({ url }, body, secret, signal) {
    let address = new URL(url);
    const secrets = [secret, ...(0,_inputs_address_secrets_js__WEBPACK_IMPORTED_MODULE_4__/* .addressSecrets */ .Y)(address)];
    const clean = (text) => (0,_base_without_secrets_js__WEBPACK_IMPORTED_MODULE_5__/* .withoutSecrets */ .cT)(text, secrets);
    try {
        for (let redirects = 0;; redirects++) {
            const signature = secret === '' ? '' : sign(secret, body, Date.now() / 1000);
            secrets.push(signature, signature.slice(signature.indexOf('v1=') + 3));
            const reply = await post(address, body, signature, signal);
            if (reply.status < 300 || reply.status >= 400)
                return judgeReply(reply, clean);
            const next = redirected(address, reply);
            if ('refused' in next)
                return { kind: 'failed', says: clean(next.refused) };
            if (redirects === REDIRECTS)
                return { kind: 'failed', says: 'it redirects again and again' };
            address = next.address;
            secrets.push(...(0,_inputs_address_secrets_js__WEBPACK_IMPORTED_MODULE_4__/* .addressSecrets */ .Y)(address));
        }
    }
    catch (error) {
        return { kind: 'failed', says: `it could not be reached: ${(0,_answer_js__WEBPACK_IMPORTED_MODULE_6__/* .shortly */ .s4)(clean((0,_base_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .messageOf */ .bD)(error)))}` };
    }
}
/** Only the same origin, and only by the codes that keep a POST a POST. */
function redirected(from, { status, location }) {
    if (location === '' || !URL.canParse(location, from.href))
        return { refused: `it answered ${status} and no address` };
    const address = new URL(location, from);
    if (address.origin !== from.origin) {
        return {
            refused: `it redirects to another origin (${(0,_answer_js__WEBPACK_IMPORTED_MODULE_6__/* .shortly */ .s4)(address.origin)}), which is not followed`,
        };
    }
    if (status === 307 || status === 308)
        return { address };
    return {
        refused: `it redirects with ${status}, which would make the POST a GET; expected 307 or 308`,
    };
}
function judgeReply({ status, body }, clean) {
    if (status < 200 || status >= 300) {
        const said = (0,_answer_js__WEBPACK_IMPORTED_MODULE_6__/* .readFailure */ .f1)(body ?? '', clean);
        return { kind: 'failed', says: `it answered ${status}${said && `: ${said}`}` };
    }
    if (body === undefined) {
        return {
            kind: 'failed',
            says: `it answered ${status} with more than 6 MB; expected a few words of JSON, or nothing`,
        };
    }
    return (0,_answer_js__WEBPACK_IMPORTED_MODULE_6__/* .readAnswer */ .JN)(body, clean) ?? { kind: 'passed', says: '' };
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
        const request = send(address, { method: 'POST', headers, signal, agent: false });
        request.on('error', reject);
        request.on('response', (response) => {
            const { statusCode: status = 0, headers: answered } = response;
            const chunks = [];
            let length = 0;
            const reply = (text) => resolve({ status, location: answered.location ?? '', body: text });
            response.on('data', (chunk) => {
                length += chunk.length;
                if (length <= _answer_js__WEBPACK_IMPORTED_MODULE_6__/* .ANSWER_LIMIT_BYTES */ .HM)
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
 * `t=1764000000,v1=…`: the time, and HMAC-SHA-256 in hexadecimal of `time.body`. The time is signed
 * too, so that a request that was overheard cannot be sent again later.
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
/* harmony export */   mF: () => (/* binding */ readBaseline),
/* harmony export */   mQ: () => (/* binding */ countsOf),
/* harmony export */   yJ: () => (/* binding */ readMetricBaseline)
/* harmony export */ });
/* harmony import */ var _analysis_count_table_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6361);
/* harmony import */ var _analysis_counts_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6103);
/* harmony import */ var _analysis_errors_measure_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3273);
/* harmony import */ var _analysis_slow_measure_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5571);
/* harmony import */ var _aws_metric_data_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2177);
/* harmony import */ var _rollout_traffic_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(6211);
/* harmony import */ var _metric_counts_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(5986);
// What the stage was like before the rollout: its traffic, its errors, its latency.







const HOUR = 3600;
const QUANTILES = [0.9, 0.99];
/** @param startedAt seconds since the epoch */
async function readBaseline(client, apiName, stageName, startedAt) {
    const to = (0,_rollout_traffic_js__WEBPACK_IMPORTED_MODULE_5__/* .startOfMinute */ .ci)(startedAt);
    const latencies = QUANTILES.map((q) => ({
        ...(0,_metric_counts_js__WEBPACK_IMPORTED_MODULE_6__/* .latencySeries */ .YV)(apiName, stageName, `p${q * 100}`),
        period: HOUR,
    }));
    const weight = { ...(0,_metric_counts_js__WEBPACK_IMPORTED_MODULE_6__/* .latencySeries */ .YV)(apiName, stageName, 'SampleCount'), period: HOUR };
    const series = [...(0,_metric_counts_js__WEBPACK_IMPORTED_MODULE_6__/* .gatewaySeries */ .io)(apiName, stageName), weight, ...latencies];
    const [requests, errors, samples, ...quantiles] = await (0,_aws_metric_data_js__WEBPACK_IMPORTED_MODULE_4__/* .readMinutes */ .w)(client, series, to - HOUR, to);
    const all = requests ?? new Map();
    const thresholds = QUANTILES.flatMap((quantile, i) => {
        const milliseconds = mostSampled(quantiles[i] ?? new Map(), samples ?? new Map());
        // Whole milliseconds: CloudWatch takes few decimals in TC(x:), and nobody feels them.
        return milliseconds === undefined ? [] : [{ quantile, milliseconds: Math.ceil(milliseconds) }];
    });
    const slowCounts = await (0,_aws_metric_data_js__WEBPACK_IMPORTED_MODULE_4__/* .readMinutes */ .w)(client, thresholds.map((threshold) => (0,_metric_counts_js__WEBPACK_IMPORTED_MODULE_6__/* .slowSeries */ .Dl)(apiName, stageName, threshold)), to - HOUR, to);
    return [
        { measure: (0,_analysis_errors_measure_js__WEBPACK_IMPORTED_MODULE_2__/* .errorsMeasure */ .Y)(), minutes: countsOf((0,_analysis_count_table_js__WEBPACK_IMPORTED_MODULE_0__/* .shownTogether */ .wT)(all, errors ?? new Map())) },
        ...thresholds.map((threshold, i) => ({
            measure: (0,_analysis_slow_measure_js__WEBPACK_IMPORTED_MODULE_3__/* .slowMeasure */ .C)(threshold),
            minutes: countsOf((0,_analysis_count_table_js__WEBPACK_IMPORTED_MODULE_0__/* .shownTogether */ .wT)(all, slowCounts[i] ?? new Map())),
        })),
    ];
}
/** Stable's counts of the user's own metrics, per minute of the same hour, in the order asked for. */
async function readMetricBaseline(client, metrics, startedAt) {
    const to = (0,_rollout_traffic_js__WEBPACK_IMPORTED_MODULE_5__/* .startOfMinute */ .ci)(startedAt);
    const stable = metrics.map((metric) => (0,_metric_counts_js__WEBPACK_IMPORTED_MODULE_6__/* .metricSeries */ .Q3)(metric, metric.stable));
    const pairs = await (0,_metric_counts_js__WEBPACK_IMPORTED_MODULE_6__/* .readPairs */ .SX)(client, { from: to - HOUR, to }, stable);
    return pairs.map(({ requests, events }) => countsOf((0,_analysis_count_table_js__WEBPACK_IMPORTED_MODULE_0__/* .shownApart */ .Ql)(requests, events)));
}
const DAY = 24 * HOUR;
/**
 * Requests a minute and error rate over the last day.
 *
 * @param pairs requests, and errors among them, of every part of the traffic
 * @returns `undefined` when nothing was counted in that time
 */
async function readDailyTraffic(client, pairs, now) {
    const to = (0,_rollout_traffic_js__WEBPACK_IMPORTED_MODULE_5__/* .startOfMinute */ .ci)(now);
    const series = pairs.flat().map((s) => ({ ...s, period: HOUR }));
    const values = await (0,_aws_metric_data_js__WEBPACK_IMPORTED_MODULE_4__/* .readMinutes */ .w)(client, series, to - DAY, to);
    const requests = values.filter((_, i) => i % 2 === 0);
    const errors = values.filter((_, i) => i % 2 === 1);
    const total = requests.reduce((sum, v) => sum + addUp(v), 0);
    if (total === 0)
        return undefined;
    const counts = requests.flatMap((r, i) => countsOf((0,_analysis_count_table_js__WEBPACK_IMPORTED_MODULE_0__/* .shownTogether */ .wT)(r, errors[i] ?? new Map())));
    const judged = (0,_analysis_counts_js__WEBPACK_IMPORTED_MODULE_1__/* .sum */ .cz)(counts);
    // What is younger than a day is judged by the hours in which it was used.
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
 * Requests and events of a series as counts, minute by minute; minutes without requests, and those
 * that are half shown, are absent.
 */
function countsOf({ requests, events, halfShown }) {
    return [...requests]
        .filter(([minute, count]) => count > 0 && !halfShown?.has(minute))
        .sort(([a], [b]) => a - b)
        .map(([minute, count]) => ({
        requests: count,
        events: Math.min(count, events.get(minute) ?? 0),
    }));
}
/** An hour that does not begin at a full one may come as two values: the one that saw more. */
function mostSampled(values, samples) {
    const [best] = [...values].sort(([a], [b]) => (samples.get(b) ?? 0) - (samples.get(a) ?? 0));
    return best?.[1];
}


/***/ }),

/***/ 5986:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Dl: () => (/* binding */ slowSeries),
/* harmony export */   Eg: () => (/* binding */ readTraffic),
/* harmony export */   Q3: () => (/* binding */ metricSeries),
/* harmony export */   SX: () => (/* binding */ readPairs),
/* harmony export */   Uw: () => (/* binding */ readMetrics),
/* harmony export */   YV: () => (/* binding */ latencySeries),
/* harmony export */   io: () => (/* binding */ gatewaySeries),
/* harmony export */   q8: () => (/* binding */ readSlow)
/* harmony export */ });
/* harmony import */ var _analysis_count_table_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6361);
/* harmony import */ var _aws_metric_data_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2177);
// The series of a stage canary, read from CloudWatch.


/** Reads requests and errors of both arms. Throws a `KnownError` when they cannot be read. */
async function readTraffic(client, { apiName, stage, canary }, functions, span) {
    const pairs = await readPairs(client, span, [
        gatewaySeries(apiName, stage),
        gatewaySeries(apiName, canary),
        ...functions.map((f) => versionSeries(f.name, f.from)),
        ...functions.map((f) => versionSeries(f.name, f.to)),
    ]);
    const [ofStage, ofCanary, ...ofVersions] = pairs.map((p) => (0,_analysis_count_table_js__WEBPACK_IMPORTED_MODULE_0__/* .shownTogether */ .wT)(p.requests, p.events));
    return {
        stage: ofStage ?? (0,_analysis_count_table_js__WEBPACK_IMPORTED_MODULE_0__/* .addUp */ .NM)([]),
        canary: ofCanary ?? (0,_analysis_count_table_js__WEBPACK_IMPORTED_MODULE_0__/* .addUp */ .NM)([]),
        oldVersions: (0,_analysis_count_table_js__WEBPACK_IMPORTED_MODULE_0__/* .addUp */ .NM)(ofVersions.slice(0, functions.length)),
        newVersions: (0,_analysis_count_table_js__WEBPACK_IMPORTED_MODULE_0__/* .addUp */ .NM)(ofVersions.slice(functions.length)),
    };
}
/** Slow answers by threshold, in the order asked for. */
async function readSlow(client, { apiName, stage, canary }, slow, span) {
    const pairs = await readPairs(client, span, slow.map((t) => [slowSeries(apiName, stage, t), slowSeries(apiName, canary, t)]));
    return pairs.map((p) => ({ stage: p.requests, canary: p.events }));
}
/** The user's own metrics, in the order asked for. */
async function readMetrics(client, metrics, span) {
    const pairs = await readPairs(client, span, metrics.flatMap((m) => [metricSeries(m, m.canary), metricSeries(m, m.stable)]));
    const arms = pairs.map((p) => (0,_analysis_count_table_js__WEBPACK_IMPORTED_MODULE_0__/* .shownApart */ .Ql)(p.requests, p.events));
    return metrics.map((_, i) => ({
        canary: arms[2 * i] ?? (0,_analysis_count_table_js__WEBPACK_IMPORTED_MODULE_0__/* .addUp */ .NM)([]),
        stable: arms[2 * i + 1] ?? (0,_analysis_count_table_js__WEBPACK_IMPORTED_MODULE_0__/* .addUp */ .NM)([]),
    }));
}
/** Each pair is one series: requests, and the events among them, as AWS shows them. */
async function readPairs(client, { from, to }, pairs) {
    if (pairs.length === 0)
        return [];
    const values = await (0,_aws_metric_data_js__WEBPACK_IMPORTED_MODULE_1__/* .readMinutes */ .w)(client, pairs.flat(), from, to);
    return pairs.map((_, i) => ({
        requests: values[2 * i] ?? new Map(),
        events: values[2 * i + 1] ?? new Map(),
    }));
}
/** API Gateway developer guide: requests are the SampleCount of Count, errors the Sum of 5XXError. */
function gatewaySeries(ApiName, Stage) {
    const shared = { namespace: 'AWS/ApiGateway', dimensions: { ApiName, Stage } };
    return [
        { ...shared, metric: 'Count', statistic: 'SampleCount' },
        { ...shared, metric: '5XXError', statistic: 'Sum' },
    ];
}
function latencySeries(ApiName, Stage, statistic) {
    return {
        namespace: 'AWS/ApiGateway',
        metric: 'Latency',
        dimensions: { ApiName, Stage },
        statistic,
    };
}
/** CloudWatch, "statistics definitions": `TC(x:)` counts the values above x. */
function slowSeries(apiName, stage, { milliseconds }) {
    return latencySeries(apiName, stage, `TC(${milliseconds}:)`);
}
/** Lambda developer guide, "types of metrics": a version's own series. */
function versionSeries(FunctionName, version) {
    const dimensions = { FunctionName, Resource: `${FunctionName}:${version}` };
    const shared = { namespace: 'AWS/Lambda', dimensions, statistic: 'Sum' };
    return [
        { ...shared, metric: 'Invocations' },
        { ...shared, metric: 'Errors' },
    ];
}
function metricSeries({ namespace, total, events }, dimensions) {
    const shared = { namespace, dimensions, statistic: 'Sum' };
    return [
        { ...shared, metric: total },
        { ...shared, metric: events },
    ];
}


/***/ }),

/***/ 5874:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  d: () => (/* binding */ COUNTS_SECONDS),
  l: () => (/* binding */ createMonitor)
});

// EXTERNAL MODULE: ./build/analysis/closed.js
var analysis_closed = __webpack_require__(7515);
// EXTERNAL MODULE: ./build/analysis/comparison.js
var analysis_comparison = __webpack_require__(4134);
// EXTERNAL MODULE: ./build/analysis/counts.js
var counts = __webpack_require__(6103);
// EXTERNAL MODULE: ./build/analysis/figures.js
var figures = __webpack_require__(2622);
// EXTERNAL MODULE: ./build/analysis/log-space.js
var log_space = __webpack_require__(3402);
// EXTERNAL MODULE: ./build/analysis/risk-ratio.js
var risk_ratio = __webpack_require__(9566);
// EXTERNAL MODULE: ./build/analysis/share.js
var share = __webpack_require__(3788);
;// CONCATENATED MODULE: ./build/analysis/interval.js
// How many times worse, and how sure: an interval that may be read at any time.




const LOWEST = Math.log(0.01);
const HIGHEST = Math.log(1000);
const POINTS = 121;
const GRID = Float64Array.from({ length: POINTS }, (_, i) => LOWEST + (i / (POINTS - 1)) * (HIGHEST - LOWEST));
const LOG_PRIOR = logPrior();
/** A wide bell around "no difference", with a floor for what nobody expects. */
function logPrior() {
    const weights = GRID.map((x) => Math.exp(-0.5 * (x / 1.5) ** 2) + 1e-3);
    const total = weights.reduce((a, b) => a + b, 0);
    return weights.map((weight) => Math.log(weight / total));
}
/**
 * The confidence sequence of the canary's risk ratio: with a chance of at least 1 − `miss`, every
 * interval given from first to last holds the true ratio (Ville's inequality for the mixture over
 * the truth; Robbins 1970). Minutes in which the weight changed are left out. For display; the
 * decision is `rollback-test.ts`.
 *
 * @returns undefined while there is no event
 */
function ratioInterval(minutes, miss, dispersion = 1) {
    const telling = minutes
        .filter((m) => (0,counts/* isSteady */.NZ)(m) && m.canary.events + m.stable.events > 0)
        .map((m) => ({
        canary: m.canary.events,
        total: m.canary.events + m.stable.events,
        share: (0,share/* highShare */.Yv)(m),
    }))
        .filter((m) => m.share > 0 && m.share < 1);
    if (telling.length === 0)
        return undefined;
    const natsAt = (logRatio) => {
        let nats = 0;
        const ratio = Math.exp(logRatio);
        for (const m of telling)
            nats += (0,risk_ratio/* riskRatioNats */.r)(m.canary, m.total, m.share, ratio, logRatio);
        return nats / dispersion;
    };
    const peak = highest((logRatio) => slopeAt(telling, logRatio));
    const floor = (0,log_space/* logSumExp */.V)(nearTerms(natsAt, peak)) + Math.log(miss);
    return {
        estimate: Math.exp(peak),
        low: Math.exp(crossing(natsAt, floor, LOWEST, peak)),
        high: Math.exp(crossing(natsAt, floor, HIGHEST, peak)),
    };
}
/** The derivative of the log-likelihood, up to a factor. */
function slopeAt(minutes, logRatio) {
    const ratio = Math.exp(logRatio);
    let slope = 0;
    for (const { canary, total, share } of minutes) {
        slope += canary - (total * share * ratio) / (1 + share * (ratio - 1));
    }
    return slope;
}
/** Where a concave function is highest, by its slope. */
function highest(slope) {
    let [rising, falling] = [LOWEST, HIGHEST];
    for (let i = 0; i < 30; i++) {
        const middle = (rising + falling) / 2;
        if (slope(middle) > 0)
            rising = middle;
        else
            falling = middle;
    }
    return (rising + falling) / 2;
}
/** What lies so far below the peak adds nothing that could be seen. */
const NEGLIGIBLE_NATS = 40;
/** The terms of the mixture, from the peak outwards for as long as they matter. */
function nearTerms(natsAt, peak) {
    const terms = [];
    const least = natsAt(peak) - NEGLIGIBLE_NATS;
    const start = Math.round(((peak - LOWEST) / (HIGHEST - LOWEST)) * (POINTS - 1));
    const walk = (from, step) => {
        for (let i = from; i >= 0 && i < POINTS; i += step) {
            const nats = natsAt(GRID[i]);
            terms.push(nats + LOG_PRIOR[i]);
            if (nats < least)
                break;
        }
    };
    walk(start, 1);
    walk(start - 1, -1);
    return terms;
}
/** Where the function first exceeds `floor` on the way from `outer`, if it starts below it. */
function crossing(f, floor, outer, peak) {
    if (f(outer) > floor)
        return outer;
    let [below, above] = [outer, peak];
    for (let i = 0; i < 16; i++) {
        const middle = (below + above) / 2;
        if (f(middle) > floor)
            above = middle;
        else
            below = middle;
    }
    return below;
}

// EXTERNAL MODULE: ./build/analysis/rollback-test.js + 2 modules
var rollback_test = __webpack_require__(1952);
// EXTERNAL MODULE: ./build/analysis/safe-bound.js
var safe_bound = __webpack_require__(4643);
;// CONCATENATED MODULE: ./build/analysis/finding.js
// What one test found: its verdict, its numbers, and both in words.






/** Whether it compared anything: both arms in the same minute, or one with the guardrail's limit. */
function isMade({ witness, comparison }) {
    return witness === 'guardrail' || !Number.isNaN(comparison.stableRate);
}
/**
 * Asks one question of one series. *Failing* once the rollback test has failed in any minute;
 * *healthy* once the harm is ruled out and hardly anything speaks against the canary (see
 * `verdictOf`); otherwise *inconclusive*. That the canary has fewer events is found by the same
 * tests with the arms in each other's place: stable then has more.
 */
function find(series, question) {
    const { profile, falseRollbackRate, materialRatio, harm, worse } = question;
    const before = (0,counts/* sum */.cz)(series.before);
    const test = (0,rollback_test/* createRollbackTest */.X)({ falseRollbackRate, profile, materialRatio, before });
    const bound = (0,safe_bound/* createSafeBound */.OO)(harm, profile.dispersion);
    let reading = {
        nats: 0,
        threshold: -Math.log(falseRollbackRate),
        failing: false,
    };
    let safeNats = 0;
    let failingSince;
    const path = [];
    for (const minute of series.minutes) {
        const asked = worse === 'more' ? minute : (0,counts/* swapSides */.yX)(minute);
        reading = test.add(asked);
        safeNats = bound.add(asked);
        if (reading.failing)
            failingSince ??= minute.minute;
        const { nats, threshold } = reading;
        const { canary, stable } = worse === 'more' ? minute : (0,counts/* withoutEvents */.oE)(minute);
        path.push({ minute: minute.minute, canary, stable, nats, threshold });
    }
    const canary = (0,counts/* sum */.cz)(series.minutes.map((m) => m.canary));
    const stable = (0,counts/* sum */.cz)(series.minutes.map((m) => m.stable));
    const comparison = (0,analysis_comparison/* compare */.U)(series.minutes);
    const interval = ratioInterval(series.minutes, 0.01, profile.dispersion);
    const verdict = verdictOf(reading, safeNats, question.standard);
    const says = sayWhat(question.noun, { canary, stable, comparison, interval, verdict });
    const safe = { nats: safeNats, threshold: -Math.log(question.standard.falseSafeRate) };
    const numbers = { canary, stable, comparison, interval, reading, safe, failingSince };
    return { finding: { witness: question.witness, verdict, says, ...numbers }, path };
}
/** The verdict of the two tests, `safeNats` and the doubt held against a standard. */
function verdictOf(reading, safeNats, standard) {
    if (reading.failing)
        return 'failing';
    const safe = safeNats >= -Math.log(standard.falseSafeRate);
    const doubtful = reading.nats > standard.toleratedDoubt + ROUNDING;
    return safe && !doubtful ? 'healthy' : 'inconclusive';
}
/** Evidence that began at 0 nats counts as unchanged up to this. */
const ROUNDING = 1e-9;
function sayWhat(noun, f) {
    if (f.canary.requests === 0)
        return `${noun}: nothing counted on the canary yet`;
    const rates = `${noun} ${(0,figures/* formatPercent */.l9)((0,counts/* rate */.TS)(f.canary))} on the canary`;
    if (Number.isNaN(f.comparison.stableRate))
        return `${rates}; nothing on stable to compare with`;
    const versus = `${rates} vs ${(0,figures/* formatPercent */.l9)(f.comparison.stableRate)} on stable`;
    const ratio = sayRatio(f.comparison, f.interval);
    const text = ratio === '' ? versus : `${versus} (${ratio})`;
    return f.verdict === 'inconclusive' ? `${text}; not enough to say` : text;
}
/** The interval needs a minute whose weight was steady; the ratio may be there before it. */
function sayRatio({ ratio }, interval) {
    if (!interval)
        return Number.isFinite(ratio) ? (0,figures/* formatFactor */.H9)(ratio) : '';
    const low = interval.low <= 0.01 ? '0' : (0,figures/* ratioFigures */.PH)(interval.low);
    const high = interval.high >= 999 ? '∞' : (0,figures/* ratioFigures */.PH)(interval.high);
    return `${(0,figures/* formatFactor */.H9)(Number.isNaN(ratio) ? interval.estimate : ratio)}, 99% interval ${low}–${high}`;
}

// EXTERNAL MODULE: ./build/aws/alarms.js
var aws_alarms = __webpack_require__(8506);
// EXTERNAL MODULE: ./build/base/duration.js
var duration = __webpack_require__(5902);
// EXTERNAL MODULE: ./build/base/errors.js
var errors = __webpack_require__(5145);
// EXTERNAL MODULE: ./build/rollout/bake.js
var bake = __webpack_require__(9925);
// EXTERNAL MODULE: ./build/rollout/traffic.js
var rollout_traffic = __webpack_require__(6211);
;// CONCATENATED MODULE: ./build/monitor/alarm-evidence.js
// What CloudWatch alarms say about a rollout that began at a certain time.
/**
 * One piece of evidence per alarm that was asked for. An alarm that was in ALARM before the rollout
 * began counts again only when it fires anew; one that the answer lacks is inconclusive.
 *
 * @param startedAt seconds since the epoch
 */
function judgeAlarms(names, readings, startedAt) {
    return names.map((name) => {
        const reading = readings.find((r) => r.name === name);
        return { witness: `alarm ${name}`, ...judge(reading, startedAt) };
    });
}
function judge(reading, startedAt) {
    if (!reading)
        return unread('the alarm is not there any more');
    if (reading.state === 'ALARM') {
        const since = reading.transitionedAt;
        if ((since ?? startedAt) < startedAt) {
            return { verdict: 'healthy', says: 'in ALARM since before the rollout, and ignored' };
        }
        const says = `in ALARM: ${reading.reason}`;
        return { verdict: 'failing', says, ...(since !== undefined && { since }) };
    }
    if (reading.doubt)
        return unread(`CloudWatch reports ${reading.doubt}`);
    if (reading.state === 'INSUFFICIENT_DATA') {
        return { verdict: 'inconclusive', says: 'INSUFFICIENT_DATA' };
    }
    return { verdict: 'healthy', says: 'OK' };
}
function unread(says) {
    return { verdict: 'inconclusive', says, unread: true };
}

// EXTERNAL MODULE: ./build/monitor/baseline.js
var baseline = __webpack_require__(3646);
// EXTERNAL MODULE: ./build/analysis/count-table.js
var count_table = __webpack_require__(6361);
// EXTERNAL MODULE: ./build/analysis/custom-measure.js
var custom_measure = __webpack_require__(7893);
// EXTERNAL MODULE: ./build/base/assert.js
var assert = __webpack_require__(648);
// EXTERNAL MODULE: ./build/analysis/alpha.js
var analysis_alpha = __webpack_require__(3959);
// EXTERNAL MODULE: ./build/analysis/dispersion.js
var analysis_dispersion = __webpack_require__(9237);
// EXTERNAL MODULE: ./build/analysis/evidence.js
var evidence = __webpack_require__(8690);
;// CONCATENATED MODULE: ./build/analysis/guardrail.js
// Where there is no stable arm to compare with, only a rate that nobody would accept.



/** The lowest rate that the guardrail may call unacceptable. */
const LEAST_LIMIT = 0.1;
/**
 * The rate, 0 to 1, that an unaccompanied canary must not exceed: a tenth, or three times what
 * stable's minutes reached in the hour before, if that is more.
 */
function guardrailLimit(before) {
    return Math.min(0.9, Math.max(LEAST_LIMIT, 3 * (0,analysis_dispersion/* peakRate */.ai)(before)));
}
/** The minutes in which the canary had all of the traffic, by its weight and in fact. */
function unaccompanied(minutes) {
    return minutes.filter((m) => Math.min(m.weight, m.weightBefore) === 100 &&
        m.stable.requests === 0 &&
        m.canary.requests > 0);
}
/**
 * Evidence, in nats, that the canary's rate in these minutes exceeds `limit`: a mixture of
 * likelihood ratios against the limit (Wald 1945), at the limit or below it a test
 * supermartingale. It cannot tell a bad canary from a bad day; that is why the canary should not
 * get all of the traffic while a verdict is still wanted.
 */
function guardrailNats(minutes, limit, dispersion = 1) {
    const alone = (0,counts/* sum */.cz)(minutes.map((m) => m.canary));
    const bets = [Math.min(2 * limit, 0.97), Math.min(5 * limit, 0.96), 0.95];
    const successes = alone.requests - alone.events;
    const nats = bets.map((bet) => (alone.events * Math.log(bet / limit) + successes * Math.log((1 - bet) / (1 - limit))) /
        dispersion);
    return (0,log_space/* logSumExp */.V)(nats) - Math.log(bets.length);
}

;// CONCATENATED MODULE: ./build/analysis/guardrail-finding.js
// The guardrail as one more finding, once the canary has been without company.




/**
 * Failing when the canary's rate without company is beyond the limit, otherwise healthy: the
 * guardrail knows one kind of trouble only, and has nothing against what it cannot see.
 *
 * @returns undefined when stable has had requests in every minute
 */
function guardrailFinding(errors, falseRollbackRate, dispersion) {
    const alone = unaccompanied(errors.minutes);
    if (alone.length === 0)
        return undefined;
    const limit = guardrailLimit(errors.before);
    const threshold = -Math.log(falseRollbackRate);
    const path = alone.map((_, i) => guardrailNats(alone.slice(0, i + 1), limit, dispersion));
    const first = path.findIndex((nats) => nats >= threshold);
    const failing = first >= 0;
    const canary = (0,counts/* sum */.cz)(alone.map((m) => m.canary));
    return {
        witness: 'guardrail',
        verdict: failing ? 'failing' : 'healthy',
        says: `errors ${(0,figures/* formatPercent */.l9)((0,counts/* rate */.TS)(canary))} with no stable traffic; limit ${(0,figures/* formatPercent */.l9)(limit)}`,
        canary,
        stable: (0,counts/* sum */.cz)(alone.map((m) => m.stable)),
        comparison: (0,analysis_comparison/* compare */.U)(alone),
        interval: undefined,
        reading: { nats: path.at(-1), threshold, failing },
        safe: { nats: 0, threshold: 0 },
        failingSince: alone[first]?.minute,
    };
}

;// CONCATENATED MODULE: ./build/analysis/sample-ratio.js
// Whether AWS sends the canary the share that it was told to send.



const ODDS = [0.01, 0.25, 0.5, 0.8, 0.9, 1.1, 1.25, 2, 4];
/** A gap smaller than a tenth of the share is real perhaps, but of no consequence. */
const MATERIAL = 0.1;
/**
 * The gap in the routing, if there is one. Where it is not known whether stable's counts hold the
 * canary's as well, both readings must show it, and the nearer one is reported.
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
 * Reports a persistent gap between the realised and the configured share: the same likelihood
 * ratio as for errors, with every request for an event and odds on both sides (Lindon & Malek,
 * NeurIPS 2022, use theirs for this). It falsely reports with a chance of at most `falseReports`,
 * however often one looks.
 *
 * @returns the gap, or undefined while the routing is what was configured
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
// The judge: all that was observed in, one verdict out. Everything is recomputed from the minutes
// at each look, so late data, a restart or a second observer change nothing.









const DEFAULT_SETTINGS = {
    falseRollbackRate: 0.01,
    dispersion: 'auto',
    nextWeight: 100,
    apart: true,
};
/**
 * Judges a rollout by everything observed since it began.
 *
 * @param measured one series for each measure, that of all errors among them
 */
function judge_judge(measured, settings = DEFAULT_SETTINGS) {
    const errors = (0,assert/* must */.s)(measured.find(isAllErrors), 'the errors are always judged');
    const { minutes, before } = errors;
    const alpha = (0,analysis_alpha/* splitAlpha */.b)(settings.falseRollbackRate, measured.map(({ measure }) => measure));
    const routing = routingGap(minutes, settings.apart);
    const sound = settings.apart && routing === undefined;
    const dispersion = (0,analysis_dispersion/* dispersionFor */.iR)(before, settings.dispersion);
    const answers = measured.map((one) => {
        const context = { ...settings, falseRollbackRate: alpha.of(one.measure), sound };
        const { series, question } = one.measure.ask(one, context);
        return find(series, question);
    });
    const guardrail = guardrailFinding(errors, alpha.guardrail, dispersion);
    const findings = [...answers.map(({ finding }) => finding), ...(guardrail ? [guardrail] : [])];
    return {
        verdict: (0,evidence/* worst */.QZ)(findings),
        findings,
        paths: answers.map(({ finding: { witness }, path }) => ({ witness, points: path })),
        routing,
        bothBad: (0,shared_incident/* bothBad */.hu)(minutes, before, dispersion),
    };
}
function isAllErrors({ measure: { kind, scope } }) {
    return kind === 'errors' && scope.kind === 'all';
}
/** The canary's requests in the closed minutes since its weight became what it is now. */
function requestsAtWeight(minutes, weight) {
    return sum(minutes.filter((m) => m.weight === weight).map((m) => m.canary)).requests;
}

// EXTERNAL MODULE: ./build/inputs/metric-fields.js
var metric_fields = __webpack_require__(3194);
// EXTERNAL MODULE: ./build/report/format.js
var format = __webpack_require__(2772);
// EXTERNAL MODULE: ./build/rollout/weights.js
var weights = __webpack_require__(191);
// EXTERNAL MODULE: ./build/monitor/metric-counts.js
var metric_counts = __webpack_require__(5986);
;// CONCATENATED MODULE: ./build/monitor/judge-counts.js
// The counts of both arms, and what the judge makes of them.











/** Reads and judges everything since the rollout began. Never throws. */
async function countAndJudge(sources, rollout, now) {
    const { countSource, settings } = sources;
    const { record } = rollout;
    const span = { from: (0,rollout_traffic/* startOfMinute */.ci)(record.startedAt), to: (0,rollout_traffic/* startOfMinute */.ci)(now) + 60 };
    const closedUntil = 60 * ((0,analysis_closed/* lastClosedMinute */.x)(now, record.longestAnswerSeconds) + 1);
    try {
        const changed = record.functions.filter((change) => change.from !== change.to);
        const traffic = await countSource.readTraffic(changed, span, closedUntil);
        if (settings.analysis === 'off' || traffic.kind !== 'counted')
            return { traffic, ...NOT_JUDGED };
        const baseline = await sources.baseline(rollout, now);
        const more = await readMore(sources, { baseline, traffic, rollout, span, now });
        const table = { ...traffic.table, rows: [...traffic.table.rows, ...more.rows] };
        const counted = { ...traffic, table };
        const past = [...baseline, ...more.baseline];
        return {
            traffic: counted,
            judgement: judgeTable(counted, past, rollout, settings),
            unread: [...more.unread, ...halfShown(table, rollout)],
            readUntil: closedUntil,
        };
    }
    catch (error) {
        return { traffic: { kind: 'unreadable', why: (0,errors/* messageOf */.bD)(error) }, ...NOT_JUDGED };
    }
}
const NOT_JUDGED = { judgement: undefined, unread: [], readUntil: 0 };
/** Latency and the user's metrics, each for itself: one that cannot be read does not blind the rest. */
async function readMore({ countSource, cloudWatch, metricBaseline, settings: { metrics } }, { baseline, traffic, rollout, span, now }) {
    const measures = metrics.map(({ name, worse }) => (0,custom_measure/* customMeasure */._)(name, worse));
    const slow = await readOrSay('latency', () => countSource.readMeasures(baseline, traffic, span));
    const own = await readOrSay('metrics', async () => {
        const past = await metricBaseline(rollout, now);
        const sides = await (0,metric_counts/* readMetrics */.Uw)(cloudWatch, metricQuestions(metrics, rollout), span);
        return measures.map((measure, i) => ({
            // After the promotion a user's metric has no second side, and no part in the verdict.
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
async function readOrSay(witness, read) {
    try {
        return { read: await read(), unread: [] };
    }
    catch (error) {
        const says = `could not be read: ${(0,errors/* messageOf */.bD)(error)}`;
        return { read: [], unread: [{ witness, verdict: 'inconclusive', says, unread: true }] };
    }
}
/** Minutes of this phase that have been closed for CloudWatch, and are not there as a whole. */
function halfShown(table, rollout) {
    return Object.entries(GROUPS).flatMap(([what, kind]) => {
        const rows = table.rows.filter(({ measure }) => measure.kind === kind);
        const minutes = new Set(rows.flatMap((row) => (0,weights/* halfShownMinutes */.E0)(table, row, rollout)));
        if (minutes.size === 0)
            return [];
        const from = (0,format/* clockMinute */.v9)(Math.min(...minutes));
        const some = minutes.size === 1 ? `the minute ${from}` : `${minutes.size} minutes from ${from} on`;
        const says = `CloudWatch shows only a part of ${some}, which could not be compared`;
        return [{ witness: `counts of ${what}`, verdict: 'inconclusive', says, unread: true }];
    });
}
/** What a report calls the measures of a kind. */
const GROUPS = { errors: 'errors', latency: 'slow', metrics: 'custom' };
/** The user's metrics with the versions of this rollout filled in. */
function metricQuestions(metrics, { record }) {
    return metrics.map((metric) => ({
        ...metric,
        canary: (0,metric_fields/* fillVersions */.$3)(metric.canary, record.functions),
        stable: (0,metric_fields/* fillVersions */.$3)(metric.stable, record.functions),
    }));
}
function judgeTable({ table, apart }, past, rollout, { falseRollbackRate, dispersion }) {
    const before = new Map(past.map(({ measure, minutes }) => [measure.id, minutes]));
    const measured = table.rows.map((row) => ({
        measure: row.measure,
        minutes: (0,weights/* splitByMinute */.o4)(table, row, rollout),
        before: before.get(row.measure.id) ?? [],
    }));
    return judge_judge(measured, {
        falseRollbackRate,
        dispersion,
        nextWeight: nextWeight(rollout),
        apart,
    });
}
function nextWeight({ record, phase }) {
    const next = phase.kind === 'step' ? record.plan.steps[phase.index + 1] : undefined;
    return next?.weight ?? 100;
}

;// CONCATENATED MODULE: ./build/monitor/monitor.js
// What is watched while traffic is split: alarms, the counts of both arms, and what the judge makes
// of them. Everything is recomputed from CloudWatch, so a run that takes over sees the same.










/** A watch over one rollout. Its looks never throw: what cannot be read is inconclusive. */
function createMonitor(cloudWatch, countSource, settings) {
    const sources = {
        cloudWatch,
        countSource,
        settings,
        baseline: onceClosed(({ record }) => countSource.readBaseline(record.startedAt)),
        metricBaseline: onceClosed((rollout) => {
            const questions = metricQuestions(settings.metrics, rollout);
            return (0,baseline/* readMetricBaseline */.yJ)(cloudWatch, questions, rollout.record.startedAt);
        }),
    };
    const readCounts = nowAndThen((rollout, now) => countAndJudge(sources, rollout, now));
    return async (rollout, now) => {
        const [alarms, counted] = await Promise.all([
            alarmEvidence(cloudWatch, settings.alarms, rollout.record.startedAt),
            readCounts(rollout, now),
        ]);
        return weigh(alarms, counted, rollout, settings, now);
    };
}
/** CloudWatch has nothing new within half a minute, and asks a price per metric read. */
const COUNTS_SECONDS = 30;
function nowAndThen(read) {
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
 * Keeps the hour before the rollout once its last minute is closed. Until then it is read anew: what
 * CloudWatch had not shown yet would pass for a service of other habits. No minute of the rollout
 * is judged before that, so every run judges by the same hour.
 */
function onceClosed(read) {
    let kept;
    return async (rollout, now) => {
        if (kept)
            return kept.past;
        const past = await read(rollout);
        const { startedAt, longestAnswerSeconds } = rollout.record;
        const last = Math.floor(startedAt / 60) - 1;
        if ((0,analysis_closed/* lastClosedMinute */.x)(now, longestAnswerSeconds) >= last)
            kept = { past };
        return past;
    };
}
function weigh(alarms, counted, { phase, record }, settings, now) {
    const { traffic, judgement, unread, readUntil } = counted;
    const enforced = settings.analysis === 'enforce';
    const findings = [...(judgement?.findings ?? []), ...unread];
    const silence = phase.kind === 'step' ? [(0,rollout_traffic/* judgeTraffic */.TV)(traffic, phase.since, settings.minRequests)] : [];
    const byEvidence = record.plan.advance.kind === 'evidence' && phase.kind === 'step';
    const uncompared = enforced ? nothingCompared(judgement, record) : undefined;
    const baking = phase.kind === 'baking' ? unreadInBake(counted, record, phase, now) : [];
    const compared = [...baking, ...findings];
    // By the clock nothing waits for a proof.
    const deciding = byEvidence ? compared : compared.filter(isNews);
    // The canary's own metrics end with the promotion, so an alarm on them falls silent then.
    const rung = phase.kind === 'baking' ? alarms.filter(isNews) : alarms;
    return {
        evidence: [...alarms, ...silence, ...compared, ...listOf(uncompared)],
        deciding: [...rung, ...silence, ...(enforced ? deciding : []), ...listOf(uncompared)],
        traffic,
        uncompared,
        readUntil: enforced ? readUntil : Number.POSITIVE_INFINITY,
        paths: judgement?.paths ?? [],
        misrouted: misrouted(judgement),
        holdReason: enforced && phase.kind === 'step' ? freeze(judgement) : undefined,
    };
}
/** After the promotion no other witness says that the counts could not be read. */
function unreadInBake({ traffic, readUntil, judgement }, { plan: { bakeSeconds }, longestAnswerSeconds }, { since }, now) {
    if (traffic.kind === 'unreadable')
        return [(0,rollout_traffic/* unreadableTraffic */.re)(traffic.why)];
    if (bakeSeconds === 0 || !judgement)
        return [];
    const end = since + bakeSeconds;
    return (0,bake/* unreadBake */.Pk)({ end, readUntil, closingSeconds: (0,analysis_closed/* closingSeconds */.r)(longestAnswerSeconds) }, now);
}
function listOf(evidence) {
    return evidence ? [evidence] : [];
}
/**
 * Healthy needs at least one comparison that was made. What could not be read at all has said so.
 *
 * @returns `undefined`: there is one
 */
function nothingCompared(judgement, { longestAnswerSeconds }) {
    if (!judgement || judgement.findings.some(isMade))
        return undefined;
    const after = (0,duration/* formatDuration */.a)((0,analysis_closed/* closingSeconds */.r)(longestAnswerSeconds));
    const says = `nothing has been compared yet: no minute that ended ${after} ago or earlier has requests to compare`;
    return { witness: 'comparison', verdict: 'inconclusive', says };
}
/** Something is wrong, or nobody could ask whether it is; silence and a lack of proof are neither. */
function isNews({ verdict, unread }) {
    return verdict === 'failing' || unread === true;
}
function misrouted(judgement) {
    const gap = judgement?.routing;
    if (!gap)
        return undefined;
    return `AWS sends ${percent(gap.realised)} of the requests to the canary, and was told ${percent(gap.configured)}`;
}
function percent(rate) {
    return `${Number((100 * rate).toPrecision(2))}%`;
}
function freeze(judgement) {
    const bad = judgement?.bothBad;
    if (!bad)
        return undefined;
    return (`both versions fail more than before the rollout (canary ${percent(bad.canaryRate)}, stable ${percent(bad.stableRate)}, ` +
        `before ${percent(bad.rateBefore)}): the weight stays as it is until someone has looked`);
}
async function alarmEvidence(cloudWatch, alarms, startedAt) {
    if (alarms.length === 0)
        return [];
    try {
        return judgeAlarms(alarms, await (0,aws_alarms/* readAlarms */.t)(cloudWatch, alarms), startedAt);
    }
    catch (error) {
        return [{ witness: 'alarms', verdict: 'inconclusive', says: (0,errors/* messageOf */.bD)(error), unread: true }];
    }
}


/***/ }),

/***/ 2577:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ describeImpact),
/* harmony export */   u: () => (/* binding */ impactOf)
/* harmony export */ });
/* harmony import */ var _format_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2772);
// Who was hit: how many requests went wrong that the previous version would have answered well.

/**
 * What the new version did to its users; `undefined` where the counts show nothing beyond chance.
 * The trouble begins where what speaks for it adds up to the most.
 *
 * @param until when the last user was served the new version; seconds since the epoch
 */
function impactOf(series, evidence, weights, until) {
    const { witness, canary, stable } = suspectOf(series, evidence);
    const expected = expectedEvents(canary, stable);
    const excess = canary.events.map((events, i) => (events ?? 0) - (expected[i] ?? 0));
    const first = worstSuffix(suspicion(canary, expected));
    const counted = sum(excess.slice(first));
    if (counted < beyondChance(sum(expected.slice(first))))
        return undefined;
    const { from, every } = series;
    const last = canary.requests.findLastIndex((requests) => (requests ?? 0) > 0);
    const since = from + first * every;
    const observation = exposure(weights, since, from + (last + 1) * every);
    const all = exposure(weights, since, until);
    return {
        witness,
        since,
        requests: sum(canary.requests.slice(first)),
        events: sum(canary.events.slice(first)),
        excess: Math.round(counted),
        estimated: Math.round(counted * (observation > 0 ? Math.max(1, all / observation) : 1)),
    };
}
/** `about 18 requests failed that would not have`. */
function describeImpact({ witness, estimated }) {
    const requests = `${(0,_format_js__WEBPACK_IMPORTED_MODULE_0__/* .count */ .U9)(estimated)} request${estimated === 1 ? '' : 's'}`;
    return `about ${requests} ${whatHappened(witness)} that would not have`;
}
function whatHappened(witness) {
    if (witness === 'errors')
        return 'failed';
    return witness.startsWith('latency') ? 'took longer' : 'went worse';
}
/** The comparison that failed; without one, the errors. */
function suspectOf(series, evidence) {
    const failing = evidence.filter((e) => e.verdict === 'failing').map((e) => e.witness);
    const named = series.comparisons.find(({ witness }) => failing.includes(witness));
    if (named && named.witness !== 'errors')
        return named;
    const { canary, stable } = series;
    return {
        witness: 'errors',
        canary: { requests: canary.requests, events: canary.errors },
        stable: { requests: stable.requests, events: stable.errors },
    };
}
/** Events that the canary's requests would have had at stable's rate of the same minute. */
function expectedEvents(canary, stable) {
    const overall = sum(stable.events) / Math.max(1, sum(stable.requests));
    return canary.requests.map((requests, i) => {
        const others = stable.requests[i] ?? 0;
        const rate = others > 0 ? (stable.events[i] ?? 0) / others : overall;
        return (requests ?? 0) * rate;
    });
}
/**
 * How much each point speaks for a rate that is as far above stable's as all of them together show:
 * the log likelihood ratio of Poisson counts. A lone error among few requests weighs little.
 */
function suspicion(canary, expected) {
    const ratio = Math.max(1.1, (sum(canary.events) + 1) / (sum(expected) + 1));
    return expected.map((mean, i) => (canary.events[i] ?? 0) * Math.log(ratio) - mean * (ratio - 1));
}
/** Where to begin so that the rest adds up to the most. */
function worstSuffix(values) {
    let total = 0;
    let most = 0;
    let first = 0;
    for (let i = values.length - 1; i >= 0; i--) {
        total += values[i] ?? 0;
        if (total > most)
            [most, first] = [total, i];
    }
    return first;
}
/** Two standard deviations of a Poisson count, and more than a lone event. */
function beyondChance(expected) {
    return 2 + 2 * Math.sqrt(expected);
}
/** Seconds times weight: how much of the traffic the canary took between two times. */
function exposure(weights, from, to) {
    return sum(weights.map(({ at, weight }, i) => {
        const end = Math.min(to, weights[i + 1]?.at ?? to);
        return weight * Math.max(0, end - Math.max(at, from));
    }));
}
function sum(values) {
    return values.reduce((total, value) => total + (value ?? 0), 0);
}


/***/ }),

/***/ 1506:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H5: () => (/* binding */ UNMONITORED),
/* harmony export */   TH: () => (/* binding */ advise),
/* harmony export */   ZN: () => (/* binding */ waysOut),
/* harmony export */   hA: () => (/* binding */ describeTraffic)
/* harmony export */ });
/* harmony import */ var _rollout_plan_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7927);
/* harmony import */ var _rollout_traffic_state_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7083);
/* harmony import */ var _format_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2772);
// What an ending means for people: who is served what now, and what to do.



/** One sentence about who is served what. */
function describeTraffic(trafficState, functions) {
    switch (trafficState.kind) {
        case 'stable':
            return `All traffic is served by the previous version${versions(functions, 'from')}.`;
        case 'split':
            return `${share(trafficState)} of the traffic is served by the canary${versions(functions, 'to')}, the rest by the current version${versions(functions, 'from')}.`;
        case 'promoted':
            return `All traffic is served by what was released${versions(functions, 'to')}.`;
        case 'external':
            return `The state in AWS was changed outside this rollout: ${trafficState.what}. ${stillServed(trafficState, functions)}`;
    }
}
/** Who is served the new version although somebody else moved what this rollout had made. */
function stillServed({ weight, canary }, functions) {
    const what = named(functions, 'to') || 'the new version';
    if (weight === 0)
        return `No traffic is served by ${what}.`;
    if (weight !== undefined) {
        return `${(0,_rollout_plan_js__WEBPACK_IMPORTED_MODULE_1__/* .formatWeight */ .ck)(weight)} of the traffic is still served by ${what}, and nobody monitors it.`;
    }
    const open = canary === 'owned' ? 'Its canary is still open, and nobody monitors it. ' : '';
    return `${open}How much of the traffic is served by ${what} is not known.`;
}
/** A canary that a run leaves open as it fails. */
const UNMONITORED = 'Nobody monitors it.';
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
/** What a person should do next; empty when nothing. */
function advise(context) {
    const { ending, untouched, trafficBack, words } = context;
    switch (ending.kind) {
        case 'promoted':
            return [];
        case 'rolled-back':
            return [
                ...whereToLook(context),
                'Fix it and release again: the rejected version stays published, and nothing points to it.',
            ];
        case 'held':
            return [
                'Run the action again to go on from here: it takes this rollout over.',
                'To roll it back instead, run it with on-unfinished: rollback.',
            ];
        case 'stuck':
            return [
                trafficBack
                    ? 'All traffic is on the previous version. Restore the rest by running, in this order:'
                    : 'Return all traffic to the previous version by running, in this order:',
            ];
        case 'failed':
            if (untouched) {
                return [
                    'Nothing is left of it but published versions, which nothing points to. Release again.',
                ];
            }
            if (context.left)
                return waysOut(context.left, context);
            return [
                `The next run of the action finds what this one left on ${words}, and says what it would do with it. To see the current state:`,
            ];
    }
}
/** What a person may do with what this run has left to them. */
function waysOut({ phase, trafficState }, { record, words }) {
    const { steps } = record.plan;
    const step = phase.kind === 'step' ? steps[phase.index] : undefined;
    const byHand = 'run the action with command: rollback. By hand: the first of these commands shows what AWS serves, and the rest does the same:';
    if (trafficState.kind === 'split' && phase.kind === 'step' && step) {
        const wanted = (0,_rollout_plan_js__WEBPACK_IMPORTED_MODULE_1__/* .formatWeight */ .ck)(step.weight);
        const before = steps[phase.index - 1]?.weight ?? 0;
        const goOn = (0,_rollout_plan_js__WEBPACK_IMPORTED_MODULE_1__/* .sameWeight */ .DC)(trafficState.weight, before)
            ? `run the action again: it takes this rollout over, and goes on to ${wanted} again`
            : `set ${wanted} again, then run the action: it takes this rollout over`;
        return [`To go on, ${goOn}.`, `To roll back, ${byHand}`];
    }
    return (0,_rollout_traffic_state_js__WEBPACK_IMPORTED_MODULE_2__/* .canRollBack */ .j)(trafficState)
        ? [`To close what is left of this rollout on ${words}, ${byHand}`]
        : [
            `Nothing on ${words} is this rollout's any more. The next release is refused until it is forgotten: run the action with command: rollback. To see what AWS serves:`,
        ];
}
/** What functions logged is found by a query of the report's own. */
function whereToLook({ record, from, to }) {
    if (record.functions.length > 0)
        return [];
    return [`Look into the canary's execution log between ${(0,_format_js__WEBPACK_IMPORTED_MODULE_0__/* .clockTime */ .qo)(from)} and ${(0,_format_js__WEBPACK_IMPORTED_MODULE_0__/* .clockTime */ .qo)(to)}.`];
}


/***/ }),

/***/ 1728:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Rj: () => (/* binding */ fingerprint),
/* harmony export */   bb: () => (/* binding */ movedBy),
/* harmony export */   p1: () => (/* binding */ ofAskedFor)
/* harmony export */ });
/* harmony import */ var _base_assert_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(648);
/* harmony import */ var _record_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1125);
// What is remembered, compared with what was asked for. A function's tags remember one rollout, whichever
// of its aliases it moves; and tags of one stage or function can be copied to another.


/** The same memory, where it is of what was asked for; else what there is instead. */
function ofAskedFor(stored, asked) {
    switch (stored.kind) {
        case 'none': {
            const { last } = stored;
            if (last?.of === undefined)
                return stored;
            const { of, ...word } = last;
            return { kind: 'none', last: of === fingerprint(asked) ? word : undefined };
        }
        case 'takes-part': {
            const { functionName, alias, id } = stored;
            if (alias === undefined || !id || alias === asked.aliases[functionName])
                return stored;
            return { kind: 'another', of: `${functionName}:${alias}`, id };
        }
        case 'rollout':
            return ofRollout(stored, asked);
        case 'another':
        case 'beyond':
        case 'unproven':
        case 'unreadable':
            return stored;
    }
}
function ofRollout(stored, asked) {
    const { record } = stored.storedRollout;
    if (record.on !== undefined && record.on !== asked.on) {
        return { kind: 'unreadable', why: `its tags are a copy of those of ${record.on}` };
    }
    if (record.target.kind !== asked.kind) {
        const found = record.target.kind === 'stage' ? 'a stage' : 'aliases';
        return { kind: 'unreadable', why: `its tags are those of a rollout of ${found}` };
    }
    const { target } = record;
    if (target.kind !== 'alias')
        return stored;
    const fits = Object.entries(target.aliases).every(([name, alias]) => !Object.hasOwn(asked.aliases, name) || asked.aliases[name] === alias);
    return fits ? stored : { kind: 'another', of: movedBy(record), id: record.id };
}
/** What a rollout moves: `orders:staging`, `carts:live and orders:live`, or `the stage`. */
function movedBy({ target, functions }) {
    if (target.kind === 'stage')
        return 'the stage';
    const labels = functions.map(({ name }) => `${name}:${(0,_base_assert_js__WEBPACK_IMPORTED_MODULE_0__/* .must */ .s)(target.aliases[name], `the record has the alias of "${name}"`)}`);
    if (labels.length <= 3)
        return labels.join(' and ');
    return `${labels.slice(0, 2).join(', ')} and ${labels.length - 2} more`;
}
/** Tells what one last word is about from what another one is about: 8 hexadecimal digits. */
function fingerprint({ on, aliases }) {
    const labels = Object.entries(aliases).map((entry) => entry.join(':'));
    return (0,_record_text_js__WEBPACK_IMPORTED_MODULE_1__/* .checksum */ .cM)([on, ...labels.sort()].join('\n'));
}


/***/ }),

/***/ 9925:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BL: () => (/* binding */ waitedUntil),
/* harmony export */   H9: () => (/* binding */ isRead),
/* harmony export */   Pk: () => (/* binding */ unreadBake),
/* harmony export */   jS: () => (/* binding */ plannedReading),
/* harmony export */   k1: () => (/* binding */ readableAt)
/* harmony export */ });
/* unused harmony exports endOfMinute, readingSeconds */
/* harmony import */ var _base_duration_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5902);
/* harmony import */ var _plan_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7927);
// How a bake ends: not with the clock, but when its last minute has been read.


/** The end of the minute in which a time lies, both in seconds since the epoch. */
function endOfMinute(seconds) {
    return Math.ceil(seconds / 60) * 60;
}
/** In this time the last minute of a bake is over, and the counts are read once more. */
const ONE_MORE_READING_SECONDS = 60 + 60;
/** For what comes after the bake, before the job ends. */
const LEFT_TO_END_SECONDS = 60;
/**
 * How long after a bake its last minute has been read at the latest.
 *
 * @param closingSeconds how old a minute's end must be until its counts have stopped growing
 */
function readingSeconds(closingSeconds) {
    return Math.max(_plan_js__WEBPACK_IMPORTED_MODULE_1__/* .EXTENSION_SECONDS */ .AV, closingSeconds + ONE_MORE_READING_SECONDS);
}
/** What a plan holds of it: only a bake that is judged by its counts is read to its end. */
function plannedReading(bakeSeconds, judged, closingSeconds) {
    return judged && bakeSeconds > 0 ? { readSeconds: readingSeconds(closingSeconds) } : {};
}
/** Whether the bake has been read to its end. */
function isRead({ end, readUntil }) {
    return readUntil >= endOfMinute(end);
}
/**
 * Until when a bake is waited for whose end cannot be judged; a run that takes over is as patient. Only counts
 * that are yet to be read take their time: an alarm that cannot be read is not waited for as long.
 */
function waitedUntil(baking) {
    const { end, closingSeconds, takenOverAt, endsBy } = baking;
    const extension = isRead(baking) ? _plan_js__WEBPACK_IMPORTED_MODULE_1__/* .EXTENSION_SECONDS */ .AV : readingSeconds(closingSeconds);
    const latest = Math.max(end + extension, takenOverAt + _plan_js__WEBPACK_IMPORTED_MODULE_1__/* .EXTENSION_SECONDS */ .AV);
    return Math.min(latest, Math.max(end, endsBy - LEFT_TO_END_SECONDS));
}
/** When the last minute of a bake can be read. */
function readableAt({ end, closingSeconds, }) {
    return endOfMinute(end) + closingSeconds;
}
/**
 * What is said of a bake that is over and not read to its end.
 *
 * @param now seconds since the epoch
 */
function unreadBake(baking, now) {
    if (now < baking.end || isRead(baking))
        return [];
    const after = (0,_base_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a)(baking.closingSeconds);
    const says = `its last minutes have not been read: a minute’s counts can be read ${after} after its end`;
    return [{ witness: 'bake', verdict: 'inconclusive', says, unread: true }];
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
// What a comment asks for. Strict on purpose: it moves the traffic of a production API, so nothing that
// merely talks about a command, quotes one, or looks like one may be taken for it.
const COMMENT_COMMANDS = [
    'status',
    'pause',
    'resume',
    'promote',
    'rollback',
    'advance',
];
/** What GitHub takes for a comment; more is no comment of GitHub's. */
const MAX_LENGTH = 65_536;
/**
 * The one command that stands alone on a line of its own, from the line's very beginning; not in a code
 * block, a quotation, or anything that is not shown.
 */
function parseComment(body) {
    if (body.length > MAX_LENGTH)
        return { kind: 'none' };
    const asked = shownLines(body).filter((line) => /^\/canary(?![\w/.-])/.test(line));
    const [first, ...more] = asked;
    if (first === undefined)
        return { kind: 'none' };
    if (more.length > 0)
        return { kind: 'unclear', why: 'it holds several commands; write one' };
    const word = /^\/canary ([a-z]+)[ \t]*$/.exec(first)?.[1];
    const command = COMMENT_COMMANDS.find((known) => known === word);
    return command
        ? { kind: 'command', command }
        : { kind: 'unclear', why: `expected /canary ${COMMENT_COMMANDS.join(' | ')}` };
}
/** The lines outside of code blocks and of HTML that hides or quotes. */
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
/** Where what this line opens ends; `undefined`: it opens nothing that goes on. */
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
 * Whether what a comment asks for is so already, where no release is open any more.
 *
 * @param ended how the last one ended; `undefined`: that is not known
 */
function isAchieved(command, ended) {
    if (command === 'status')
        return true;
    return ((command === 'promote' && ended === 'promoted') ||
        (command === 'rollback' && ended === 'rolled-back'));
}
/** Only people, only what they wrote and did not change afterwards, only since the release began. */
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
// When a rollout that is left open may go further.



/**
 * The earliest time of the next shift, of the promotion, or of the end of the bake with its last minute read, in seconds since
 * the epoch; `undefined` while it is paused, or waits for nothing.
 */
function nextStepAt({ phase, paused, record: { plan, longestAnswerSeconds }, }) {
    if (phase.kind === 'baking') {
        const end = phase.since + plan.bakeSeconds;
        // Plans of earlier releases do not say whether the bake is read to its end.
        if (plan.readSeconds === undefined)
            return end;
        return (0,_bake_js__WEBPACK_IMPORTED_MODULE_0__/* .readableAt */ .k1)({ end, closingSeconds: (0,_analysis_closed_js__WEBPACK_IMPORTED_MODULE_1__/* .closingSeconds */ .r)(longestAnswerSeconds) });
    }
    const step = phase.kind === 'step' ? plan.steps[phase.index] : undefined;
    if (phase.kind !== 'step' || !step || paused)
        return undefined;
    return phase.since + (0,_plan_js__WEBPACK_IMPORTED_MODULE_2__/* .stepWindow */ .$0)(plan, step).earliest;
}


/***/ }),

/***/ 5743:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   LK: () => (/* binding */ parseDraft),
/* harmony export */   MP: () => (/* binding */ describeVersion),
/* harmony export */   T7: () => (/* binding */ parseSeal),
/* harmony export */   Ti: () => (/* binding */ describeDeployment),
/* harmony export */   iN: () => (/* binding */ DEPLOYMENT_MARK),
/* harmony export */   ot: () => (/* binding */ parseVersion),
/* harmony export */   zi: () => (/* binding */ parseDeployment)
/* harmony export */ });
// What a release writes where AWS keeps it for good: the descriptions of the deployment and of the
// versions that it makes. A rollback behind a promotion finds the way back in them.
/** At most 256 characters: API Gateway documents no limit for a deployment's description. */
const MAX_DESCRIPTION = 256;
function describeDeployment({ repository, runId }, { after, changes, draft, seal }) {
    const words = changes.map(({ name, from, to }) => `${name} ${from} to ${to}`).join(', ');
    const of = draft === undefined ? '' : ` draft ${draft}`;
    const sealed = seal === undefined ? '' : ` sealed ${seal}`;
    const text = `${DEPLOYMENT_MARK}${repository}${of} run ${runId}${sealed} after ${after}${words && `: ${words}`}`;
    return text.length <= MAX_DESCRIPTION ? text : `${text.slice(0, MAX_DESCRIPTION - 1)}…`;
}
/** `undefined` when the description is not of this form, or was too long to be whole. */
function parseDeployment(description) {
    if (!description.startsWith(DEPLOYMENT_MARK) || description.endsWith('…'))
        return undefined;
    const [, after, words] = / run [\w.-]+(?: sealed [0-9a-f]+)? after ([A-Za-z0-9]{1,64})(?:: (.+))?$/.exec(description) ??
        [];
    if (after === undefined)
        return undefined;
    const changes = (words?.split(', ') ?? []).map((word) => {
        const [, name = '', from = '', to = ''] = /^([\w-]{1,64}) (\d*) to (\d+)$/.exec(word) ?? [];
        return { name, from, to };
    });
    return changes.every(({ to }) => to !== '') ? { after, changes } : undefined;
}
/** Also of a description that was too long to be whole; `undefined`: it does not say. */
function parseDraft(description) {
    if (!description.startsWith(DEPLOYMENT_MARK))
        return undefined;
    return /^\S+ draft ([0-9a-f]{16}) run /.exec(description.slice(DEPLOYMENT_MARK.length))?.[1];
}
/** Also of a description that was too long to be whole; `undefined`: it has none. */
function parseSeal(description) {
    if (!description.startsWith(DEPLOYMENT_MARK))
        return undefined;
    return / run [\w.-]+ sealed ([0-9a-f]{24}) after /.exec(description)?.[1];
}
/** @param source repository and commit */
function describeVersion(source, from) {
    if (from === '')
        return source.slice(0, MAX_DESCRIPTION);
    const tail = `, after ${from}`;
    return `${source.slice(0, MAX_DESCRIPTION - tail.length)}${tail}`;
}
/** The version that was served when this one was published; `undefined` when it does not say. */
function parseVersion(description) {
    return /@[0-9a-f]+, after (\d{1,18})$/.exec(description)?.[1];
}
/** Begins the description of every deployment that is made for a canary. */
const DEPLOYMENT_MARK = 'canary-action: ';


/***/ }),

/***/ 4781:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z0: () => (/* binding */ formatPhase),
/* harmony export */   qd: () => (/* binding */ isSamePhase),
/* harmony export */   xl: () => (/* binding */ parsePhase)
/* harmony export */ });
// Where a rollout is, in a form short and plain enough to be read in the console.
/** Whether both are the same part of the plan. */
function isSamePhase(a, b) {
    if (a?.kind !== b.kind)
        return false;
    return a.kind !== 'step' || b.kind !== 'step' || a.index === b.index;
}
/**
 * `preparing`, `step/0/1764000000`, `baking/1764000600`, `baking/1764000600/asked`; times in seconds
 * since the epoch.
 */
function formatPhase(phase) {
    switch (phase.kind) {
        case 'preparing':
            return 'preparing';
        case 'step':
            return `step/${phase.index}/${phase.since}`;
        case 'baking':
            return `baking/${phase.since}${phase.asked ? '/asked' : ''}`;
    }
}
/** The phase that a text says; `undefined` when it says none. */
function parsePhase(text) {
    if (text === 'preparing')
        return { kind: 'preparing' };
    const [, index, since, bakingSince, asked] = /^(?:step\/(\d{1,4})\/(\d{1,11})|baking\/(\d{1,11})(\/asked)?)$/.exec(text) ?? [];
    if (bakingSince !== undefined) {
        const baking = { kind: 'baking', since: Number(bakingSince) };
        return asked === undefined ? baking : { ...baking, asked: true };
    }
    if (index === undefined || since === undefined)
        return undefined;
    return { kind: 'step', index: Number(index), since: Number(since) };
}


/***/ }),

/***/ 7581:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ff: () => (/* binding */ wrongPart),
/* harmony export */   Mf: () => (/* binding */ isGatewayId),
/* harmony export */   mx: () => (/* binding */ isFunctionName)
/* harmony export */ });
/* harmony import */ var _release_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2787);
// The shape of a record, deep down. Whoever may write tags may write a record, so what is read is taken
// for one only where every part has the type and the letters that this action, and AWS, would have given it.

/** The name of the first part that is not as it must be; `undefined`: it is a record. */
function wrongPart(record) {
    if (!isMembers(record))
        return 'record';
    const wrong = Object.entries(RECORD).find(([name, check]) => !check(own(record, name)));
    return wrong?.[0] ?? wrongTogether(record);
}
/** The id of a deployment or of a resource. */
function isGatewayId(value) {
    return isText(value, /^[a-z0-9]{1,64}$/);
}
function isFunctionName(value) {
    return isText(value, /^[A-Za-z0-9_-]{1,64}$/);
}
function isMembers(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
function own(members, name) {
    return Object.hasOwn(members, name) ? members[name] : undefined;
}
function isText(value, pattern) {
    return typeof value === 'string' && pattern.test(value);
}
const text = (pattern) => (value) => isText(value, pattern);
const number = (least, most) => (value) => typeof value === 'number' && value >= least && value <= most;
const optional = (check) => (value) => value === undefined || check(value);
const list = (check) => (value) => Array.isArray(value) && value.every(check);
const members = (checks) => (value) => isMembers(value) && Object.entries(checks).every(([name, check]) => check(own(value, name)));
/** By names of the same form. */
const map = (isName, check) => (value) => isMembers(value) &&
    Object.entries(value).every(([name, member]) => isName(name) && check(member));
const isBoolean = (value) => typeof value === 'boolean';
/** Before the year 5138, so that any of them is a date. */
const isTime = number(0, 99_999_999_999);
const isSeconds = number(0, 1e9);
const isCount = number(0, 1e9);
const isVersion = text(/^\d{1,18}$/);
const isVariable = text(/^\w{1,64}$/);
const isVariableValue = text(/^[A-Za-z0-9\-._~:/?#&=,]{0,512}$/);
/** Of a Lambda integration, with `${stageVariables.name}` in it. */
const isUri = text(/^[A-Za-z0-9:/._${}-]{1,2048}$/);
const isPlan = members({
    steps: list(members({ weight: number(Number.MIN_VALUE, 100), holdSeconds: isSeconds })),
    advance: (value) => members({ kind: text(/^time$/), maxSeconds: optional(isSeconds) })(value) ||
        members({ kind: text(/^evidence$/), minSeconds: isSeconds, maxSeconds: isSeconds })(value),
    bakeSeconds: isSeconds,
    readSeconds: optional(isSeconds),
});
const isStage = members({
    kind: text(/^stage$/),
    deploymentId: isGatewayId,
    variables: map(isVariable, (value) => value === null || isVariableValue(value)),
    overrides: map(isVariable, isVariableValue),
    useStageCache: isBoolean,
    drafts: list(members({
        resourceId: isGatewayId,
        method: text(/^(?:ANY|DELETE|GET|HEAD|OPTIONS|PATCH|POST|PUT)$/),
        from: isUri,
        to: isUri,
    })),
    promote: members({ deployment: isBoolean, variables: isBoolean, close: isBoolean }),
    shadow: optional(text(/^[A-Za-z0-9_-]{1,128}$/)),
    warmed: optional(map(isFunctionName, isCount)),
});
const isAlias = members({
    kind: text(/^alias$/),
    aliases: map(isFunctionName, text(/^(?!\d+$)[A-Za-z0-9_-]{1,128}$/)),
    warmed: optional(map(isFunctionName, isCount)),
    kept: optional(list(isFunctionName)),
});
const RECORD = {
    id: (value) => members({
        repository: isString,
        runId: isString,
        attempt: isString,
        job: optional(text(/^[0-9a-f]{12}$/)),
    })(value) && (0,_release_js__WEBPACK_IMPORTED_MODULE_0__/* .parseRolloutId */ .AR)((0,_release_js__WEBPACK_IMPORTED_MODULE_0__/* .formatRolloutId */ .A2)(value)) !== undefined,
    on: optional(text(/^arn:[\w-]+:(?:apigateway|lambda):[\w-]+:\d*:[\w:$/-]{1,256}$/)),
    startedAt: isTime,
    plan: isPlan,
    longestAnswerSeconds: isSeconds,
    functions: list(members({ name: isFunctionName, from: isVersion, to: isVersion })),
    target: (value) => isStage(value) || isAlias(value),
    pull: optional(number(1, Number.MAX_SAFE_INTEGER)),
    preview: optional(number(1, Number.MAX_SAFE_INTEGER)),
};
function isString(value) {
    return typeof value === 'string';
}
/** What one part says of another. */
function wrongTogether({ functions, target }) {
    const names = functions.map(({ name }) => name);
    const { variables = {}, overrides = {}, aliases, warmed = {}, kept = [] } = target;
    if (new Set(names).size < names.length)
        return 'functions';
    const right = isSame(Object.keys(variables), Object.keys(overrides)) &&
        (aliases === undefined || isSame(Object.keys(aliases), names)) &&
        [...Object.keys(warmed), ...kept].every((name) => names.includes(name));
    return right ? undefined : 'target';
}
function isSame(a, b) {
    return a.length === b.length && a.every((name) => b.includes(name));
}


/***/ }),

/***/ 1125:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N9: () => (/* binding */ sealText),
/* harmony export */   _A: () => (/* binding */ unsealText),
/* harmony export */   cM: () => (/* binding */ checksum)
/* harmony export */ });
// Text as tags hold it: base64url, for their alphabet is small, behind a checksum, for an edited or
// mixed-up tag must not be taken for a record.
/** Any text, in letters that AWS takes in the value of a tag. */
function sealText(text) {
    return seal(toBase64Url(text));
}
/** The text again. Throws a `RangeError` when the checksum is not that of the text. */
function unsealText(sealed) {
    return fromBase64Url(unseal(sealed));
}
const SEAL_LENGTH = 8;
function seal(text) {
    return checksum(text) + text;
}
function unseal(sealed) {
    const text = sealed.slice(SEAL_LENGTH);
    if (sealed !== seal(text))
        throw new RangeError('the checksum does not fit');
    return text;
}
/** FNV-1a in hexadecimal: any one changed character changes it. */
function checksum(text) {
    let hash = 0x811c9dc5;
    for (let i = 0; i < text.length; i++)
        hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
    return (hash >>> 0).toString(16).padStart(SEAL_LENGTH, '0');
}
function toBase64Url(text) {
    const binary = Array.from(new TextEncoder().encode(text), (byte) => String.fromCharCode(byte));
    return btoa(binary.join(''))
        .replace(/\+/g, '-')
        .replace(/\//g, '_')
        .replace(/={1,2}$/, '');
}
function fromBase64Url(text) {
    const binary = atob(text.replace(/-/g, '+').replace(/_/g, '/'));
    return new TextDecoder().decode(Uint8Array.from(binary, (char) => char.charCodeAt(0)));
}


/***/ }),

/***/ 6675:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  sJ: () => (/* binding */ MAX_CHUNKS),
  NN: () => (/* binding */ PAUSED),
  C_: () => (/* binding */ TAG_PREFIX),
  Dq: () => (/* binding */ canaryTag),
  _K: () => (/* binding */ isRecordTag),
  xS: () => (/* binding */ lastOutcomeTag),
  Vn: () => (/* binding */ ourTagKeys),
  bf: () => (/* binding */ ownerOf),
  qE: () => (/* binding */ ownerTag),
  ry: () => (/* binding */ pauseTag),
  $f: () => (/* binding */ phaseTags),
  ZX: () => (/* binding */ readStoredState),
  h0: () => (/* binding */ recordTags),
  x9: () => (/* binding */ tagKeysToClear)
});

// EXTERNAL MODULE: ./build/base/quote.js
var quote = __webpack_require__(3636);
// EXTERNAL MODULE: ./build/rollout/release.js
var release = __webpack_require__(2787);
;// CONCATENATED MODULE: ./build/rollout/last-outcome.js
// How a rollout that was driven in pieces ended. Its tags are gone by then, and the next piece (an
// approval that comes late, a schedule that fires once more) must be able to say what became of it.

/** `rolled-back/1764000000/octo-org/orders/actions/runs/7/attempts/1.0123456789ab/of/89abcdef`: fits into a tag. */
function formatLastOutcome({ ended, at, by, of }) {
    const word = `${ended}/${Math.floor(at)}/${(0,release/* rolloutKey */.nL)(by)}`;
    return of === undefined ? word : `${word}/of/${of}`;
}
/** What a text of this form says; `undefined` when it says nothing. */
function parseLastOutcome(text) {
    const [, ended, at, rest = ''] = /^(promoted|rolled-back)\/(\d{1,11})\/(.+)$/.exec(text) ?? [];
    const [, id = rest, of] = /^(.+)\/of\/([0-9a-f]{8})$/.exec(rest) ?? [];
    const by = (0,release/* parseRolloutId */.AR)(id);
    if (!by || (ended !== 'promoted' && ended !== 'rolled-back'))
        return undefined;
    return { ended, at: Number(at), by, ...(of !== undefined && { of }) };
}

;// CONCATENATED MODULE: ./build/rollout/pause-tag.js
// A rollout that somebody paused: it is judged on, and taken back when it is worse, and goes no
// further until somebody resumes it.

/** `1764000000/octo-org/orders/actions/runs/7/attempts/1.0123456789ab`. */
function formatPause({ since, by }) {
    return `${Math.floor(since)}/${(0,release/* rolloutKey */.nL)(by)}`;
}
/** The pause that a text of this form says; `undefined` when it says none. */
function parsePause(text) {
    const [, since, id = ''] = /^(\d{1,11})\/(.+)$/.exec(text) ?? [];
    const by = (0,release/* parseRolloutId */.AR)(id);
    return by && { since: Number(since), by };
}

// EXTERNAL MODULE: ./build/rollout/phase.js
var rollout_phase = __webpack_require__(4781);
// EXTERNAL MODULE: ./build/rollout/record-shape.js
var record_shape = __webpack_require__(7581);
// EXTERNAL MODULE: ./build/rollout/record-text.js
var record_text = __webpack_require__(1125);
;// CONCATENATED MODULE: ./build/rollout/record.js
// What AWS does not keep by itself about a rollout, in the form in which it is kept in AWS: tags of
// the stage. A tag's value holds 256 characters of a small alphabet, so the fixed part is JSON in
// base64url, cut into numbered tags; the two parts that change have tags of their own.







const TAG_PREFIX = 'canary-action:';
const OWNER = `${TAG_PREFIX}rollout`;
const PHASE = `${TAG_PREFIX}phase`;
const CANARY = `${TAG_PREFIX}canary`;
const SHIFTS = `${TAG_PREFIX}shifts`;
/** Stands while a rollout is paused. */
const PAUSED = `${TAG_PREFIX}paused`;
/** Stays behind when a rollout that was driven in pieces has ended. */
const LAST = `${TAG_PREFIX}last`;
const CHUNK = `${TAG_PREFIX}record.`;
const CHUNK_LENGTH = 256;
/** API Gateway keeps 50 tags on a stage; a record of this size leaves users half of them. */
const MAX_CHUNKS = 22;
/**
 * The tags for a rollout at its beginning. Throws a `RangeError` when it does not fit.
 *
 * @param maxChunks more than what one thing can hold, where the chunks are spread over several
 */
function recordTags(record, phase, maxChunks = MAX_CHUNKS) {
    const text = (0,record_text/* sealText */.N9)(JSON.stringify({ v: 1, ...record }));
    const chunks = text.match(new RegExp(`.{1,${CHUNK_LENGTH}}`, 'g')) ?? [];
    if (chunks.length > maxChunks) {
        throw new RangeError(`the rollout's record needs ${chunks.length} stage tags, more than ${maxChunks}: release fewer integrations at once, or use stage variables`);
    }
    const numbered = chunks.map((chunk, i) => [`${CHUNK}${i + 1}-${chunks.length}`, chunk]);
    return {
        ...ownerTag(record.id),
        [PHASE]: (0,rollout_phase/* formatPhase */.Z0)(phase),
        ...Object.fromEntries(numbered),
    };
}
/** The tags that a new phase changes. A step's beginning is kept until the rollout ends. */
function phaseTags({ record, stepStartTimes }, phase) {
    const tag = { [PHASE]: (0,rollout_phase/* formatPhase */.Z0)(phase) };
    if (phase.kind !== 'step')
        return tag;
    const begun = [...stepStartTimes.slice(0, phase.index), phase.since];
    return { ...tag, [SHIFTS]: formatShifts(begun, record.startedAt) };
}
/** Seconds after the rollout's start, in base 36: 50 steps of two weeks fit into one tag. */
function formatShifts(stepStartTimes, startedAt) {
    return stepStartTimes.map((at) => Math.max(0, at - startedAt).toString(36)).join('.');
}
function parseShifts(text, startedAt) {
    const parts = (text ?? '').split('.').filter((part) => /^[0-9a-z]{1,6}$/.test(part));
    return parts.map((part) => startedAt + Number.parseInt(part, 36));
}
/** The one tag that a run changes when it takes a rollout over. */
function ownerTag(id) {
    return { [OWNER]: (0,release/* rolloutKey */.nL)(id) };
}
/** The run that the tags name as the one whose rollout it is. */
function ownerOf(tags) {
    return (0,release/* parseRolloutId */.AR)(tags[OWNER] ?? '');
}
function canaryTag(deploymentId) {
    return { [CANARY]: deploymentId };
}
function pauseTag(pause) {
    return { [PAUSED]: formatPause(pause) };
}
function lastOutcomeTag(last) {
    return { [LAST]: formatLastOutcome(last) };
}
/** Whether a tag holds a part of a record. */
function isRecordTag(key) {
    return key.startsWith(CHUNK);
}
/** The keys among a stage's tags that are ours, to be removed at the end; none: no rollout is open. */
function ourTagKeys(tags) {
    return Object.keys(tags).filter((key) => key.startsWith(TAG_PREFIX) && key !== LAST);
}
/** The same and the last word of the rollout before, unless this one leaves its own. */
function tagKeysToClear(tags, last) {
    const stale = last === undefined && Object.hasOwn(tags, LAST);
    return [...ourTagKeys(tags), ...(stale ? [LAST] : [])];
}
/** Reads what the tags of a stage say. */
function readStoredState(tags) {
    if (ourTagKeys(tags).length === 0) {
        return { kind: 'none', last: parseLastOutcome(tags[LAST] ?? '') };
    }
    const phase = (0,rollout_phase/* parsePhase */.xl)(tags[PHASE] ?? '');
    if (!phase)
        return unreadable(`the tag ${PHASE} is ${(0,quote/* quote */.h)(tags[PHASE] ?? '')}`);
    const texts = joinChunks(tags);
    if (texts.length === 0)
        return unreadable(`of the tags ${CHUNK}* some are missing`);
    const begun = isAlone(tags) ? parseRecord(texts.join('')) : writtenBy(ownerOf(tags), texts);
    if (begun === undefined)
        return unreadable(`the tags ${CHUNK}* hold no record of this version`);
    const wrong = (0,record_shape/* wrongPart */.Ff)(begun);
    if (wrong !== undefined) {
        return unreadable(`the tags ${CHUNK}* hold a record whose "${wrong}" is malformed`);
    }
    const strange = strangeTag(tags);
    if (strange !== undefined)
        return unreadable(strange);
    const record = { ...begun, id: ownerOf(tags) ?? begun.id };
    return {
        kind: 'rollout',
        storedRollout: {
            record,
            phase,
            stepStartTimes: parseShifts(tags[SHIFTS], record.startedAt),
            canaryDeploymentId: tags[CANARY],
            paused: parsePause(tags[PAUSED] ?? ''),
        },
    };
}
/** Tags beside the record whose loss would change what is done. */
function strangeTag(tags) {
    const { [CANARY]: canary, [PAUSED]: paused } = tags;
    if (canary !== undefined && !(0,record_shape/* isGatewayId */.Mf)(canary))
        return `the tag ${CANARY} is ${(0,quote/* quote */.h)(canary)}`;
    const held = paused === undefined || parsePause(paused) !== undefined;
    return held ? undefined : `the tag ${PAUSED} is ${(0,quote/* quote */.h)(paused)}`;
}
function unreadable(why) {
    return { kind: 'unreadable', why };
}
/** The text of each record of which all chunks are there. */
function joinChunks(tags) {
    return totalsIn(tags).flatMap((total) => {
        const chunks = Array.from({ length: total }, (_, i) => tags[`${CHUNK}${i + 1}-${total}`]);
        return chunks.includes(undefined) ? [] : [chunks.join('')];
    });
}
/** Into how many chunks each record was cut that the tags hold something of. */
function totalsIn(tags) {
    const keys = Object.keys(tags).filter((key) => key.startsWith(CHUNK));
    const totals = keys.map((key) => Number(key.split('-').at(-1)));
    return [...new Set(totals)].filter((total) => total > 0 && total <= keys.length);
}
/** Whether the tags hold one record and nothing of another. */
function isAlone(tags) {
    const keys = Object.keys(tags).filter((key) => key.startsWith(CHUNK));
    return keys.every((key) => key.endsWith(`-${keys.length}`));
}
/**
 * Two runs that begin in the same second both write their record, and the one that is still its owner a
 * moment later removes what is left of the other's. Until then the owner's counts.
 */
function writtenBy(owner, texts) {
    const [record, another] = texts
        .map(parseRecord)
        .filter((one) => owner !== undefined &&
        (0,record_shape/* wrongPart */.Ff)(one) === undefined &&
        (0,release/* sameRollout */.c5)(one.id, owner));
    return another === undefined ? record : undefined;
}
/** What the text holds, whatever that is; `undefined`: no record of this version. */
function parseRecord(text) {
    try {
        const { v, ...record } = JSON.parse((0,record_text/* unsealText */._A)(text));
        return v === 1 ? record : undefined;
    }
    catch {
        return undefined;
    }
}


/***/ }),

/***/ 7596:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ shownValue),
/* harmony export */   n: () => (/* binding */ sayOtherOverrides)
/* harmony export */ });
// The values of stage variables that people are shown. Most may be secrets, so only those are shown
// that hold the version of a function which is released.
/**
 * The value of a variable, where it may be shown: this rollout writes the version of a function into that
 * variable, and the value is a version of the same function.
 *
 * @param value `null`: there is no such variable
 */
function shownValue(name, value, { functions, overrides }) {
    const ours = Object.hasOwn(overrides, name) ? overrides[name] : undefined;
    if (value === null || ours === undefined)
        return undefined;
    const held = functions.some((fn) => versionIn(ours, fn.name) === fn.to && versionIn(value, fn.name) !== undefined);
    return held ? value : undefined;
}
const ARN_HEAD = /^arn:[\w-]+:lambda:[\w-]+:\d{12}:function:/;
/** `7`, out of `7`, `orders:7` or the ARN of that version. */
function versionIn(value, functionName) {
    const [, name, version] = /^(?:([\w-]+):)?(\d{1,10})$/.exec(value.replace(ARN_HEAD, '')) ?? [];
    return name === undefined || name === functionName ? version : undefined;
}
/**
 * In which variables a set of overrides is not the one that was expected, for a sentence: the version
 * where it is one, else the name alone.
 */
function sayOtherOverrides(found, known) {
    const names = [...new Set([...Object.keys(known.overrides), ...Object.keys(found)])];
    const value = (of, name) => Object.hasOwn(of, name) ? (of[name] ?? null) : null;
    const words = names.flatMap((name) => {
        const [theirs, ours] = [value(found, name), value(known.overrides, name)];
        if (theirs === ours)
            return [];
        if (theirs === null)
            return [`"${name}" is missing`];
        if (ours === null)
            return [`"${name}" is added`];
        const shown = shownValue(name, theirs, known);
        return [shown === undefined ? `"${name}" has another value` : `${name}=${shown}, not ${ours}`];
    });
    return words.join('; ');
}


/***/ }),

/***/ 5235:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Jo: () => (/* binding */ sayTakenOver),
/* harmony export */   Tg: () => (/* binding */ sayReleased),
/* harmony export */   Tm: () => (/* binding */ whyNotOwned),
/* harmony export */   lM: () => (/* binding */ describeParticipant)
/* harmony export */ });
/* harmony import */ var _record_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6675);
/* harmony import */ var _release_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2787);
// Why what is remembered is nothing to go on with, for a person.


/** @param words of the target, for a sentence */
function whyNotOwned(words, stored, linkTo) {
    switch (stored.kind) {
        case 'takes-part':
            return describeParticipant(stored, linkTo);
        case 'another':
            return sayAnother(stored, linkTo);
        case 'beyond':
            return `the rollout of ${linkTo(stored.id)} is unfinished, and ${stored.why}`;
        case 'unproven':
            return `${words} remembers the rollout of ${linkTo(stored.id)}, and AWS does not confirm what it remembers: ${stored.why}. To keep what is served now, remove its tags ${_record_js__WEBPACK_IMPORTED_MODULE_0__/* .TAG_PREFIX */ .C_}*; to go back, name the version or the deployment with command: rollback and rollback-to`;
        case 'unreadable':
            return `${words} remembers a rollout that cannot be read (${stored.why}). Look at what stands, then remove its tags ${_record_js__WEBPACK_IMPORTED_MODULE_0__/* .TAG_PREFIX */ .C_}*`;
    }
}
/** What is being released instead, and what to do. */
function sayAnother({ of, id }, linkTo) {
    return `${sayReleased(of, linkTo(id))}. A function can be in one release at a time: let that one end first, or end it by command: promote or rollback for ${of}`;
}
/** @param of what it moves */
function sayReleased(of, link) {
    return `${of} is being released by ${link}`;
}
/** @param own the rollout that was taken over */
function sayTakenOver(by, own, linkTo) {
    return (0,_release_js__WEBPACK_IMPORTED_MODULE_1__/* .areSiblings */ .e9)(by, own)
        ? `the release was taken over by ${linkTo(by)}`
        : `another run has taken over: ${linkTo(by)}`;
}
/** Whose rollout a function is in, and what to do. */
function describeParticipant({ functionName, rememberedBy, id }, linkTo) {
    const whose = id ? ` of ${linkTo(id)}` : '';
    return `"${functionName}" takes part in the rollout${whose}, which the function "${rememberedBy}" remembers. Let that one end first, or release the same functions together again`;
}


/***/ }),

/***/ 7083:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ canRollBack),
/* harmony export */   m: () => (/* binding */ weightOf)
/* harmony export */ });
// What stands in AWS, in a rollout's own terms: is it as we left it, and how far has it come?
/** Whether there is anything of ours that a rollback may put back. */
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
/* harmony export */   re: () => (/* binding */ unreadableTraffic)
/* harmony export */ });
/* harmony import */ var _analysis_count_table_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6361);
// Requests of the two arms, from per-minute counts.

/** Requests and errors in a window. */
function totals(series, within, { bucketSeconds }) {
    const { requests, events } = (0,_analysis_count_table_js__WEBPACK_IMPORTED_MODULE_0__/* .total */ .X5)(series, within, bucketSeconds);
    return { requests, errors: events };
}
/**
 * Did the canary get enough traffic since a step began? CloudWatch shows a minute only after it is
 * over, so a step begins with silence, which is inconclusive and not failing.
 *
 * @param since when the step began, seconds since the epoch
 * @param minRequests what is enough, at least 1
 */
function judgeTraffic(traffic, since, minRequests) {
    if (traffic.kind === 'unreadable')
        return unreadableTraffic(traffic.why);
    const witness = WITNESS;
    const { table, invoked } = traffic;
    const step = { from: since };
    const { requests, errors } = totals((0,_analysis_count_table_js__WEBPACK_IMPORTED_MODULE_0__/* .errorsOf */ .Bp)(table).canary, step, table);
    if (requests < minRequests) {
        const says = requests === 0
            ? 'none counted in this step yet'
            : `${requests} requests counted in this step, fewer than ${minRequests}`;
        return { witness, verdict: 'inconclusive', says };
    }
    const says = `${requests} requests counted, ${errors} failed`;
    if (invoked && (0,_analysis_count_table_js__WEBPACK_IMPORTED_MODULE_0__/* .total */ .X5)(invoked, step, table.bucketSeconds).requests === 0) {
        return {
            witness,
            verdict: 'inconclusive',
            says: `${says}, and none of them reached a new version: Lambda counts no invocation of one in this step`,
        };
    }
    return { witness, verdict: 'healthy', says };
}
/** Counts that CloudWatch did not give. */
function unreadableTraffic(why) {
    const says = `the counts could not be read: ${why}`;
    return { witness: WITNESS, verdict: 'inconclusive', says, unread: true };
}
const WITNESS = 'canary traffic';
/** The start of the minute that a time lies in, both in seconds since the epoch. */
function startOfMinute(seconds) {
    return Math.floor(seconds / 60) * 60;
}


/***/ }),

/***/ 191:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E0: () => (/* binding */ halfShownMinutes),
/* harmony export */   IA: () => (/* binding */ servedSince),
/* harmony export */   nb: () => (/* binding */ weightsIn),
/* harmony export */   o4: () => (/* binding */ splitByMinute),
/* harmony export */   o6: () => (/* binding */ weightChanges)
/* harmony export */ });
/* unused harmony export weightAt */
/* harmony import */ var _analysis_closed_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7515);
/* harmony import */ var _analysis_count_table_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6361);
// Which weight the canary had at what time: needed to judge each minute by its own split.


/** A change of the weight may need this long to reach every server; AWS promises nothing. */
const PROPAGATION_SECONDS = 60;
/** Per cent on the new version at a time, in seconds since the epoch. */
function weightAt({ record, stepStartTimes, phase }, at) {
    if (phase.kind === 'baking' && at >= phase.since)
        return 100;
    const index = stepStartTimes.findLastIndex((since) => since <= at);
    return record.plan.steps[index]?.weight ?? 0;
}
/** Every weight that a rollout has given its canary so far, the earliest first. */
function weightChanges({ record, stepStartTimes, phase, }) {
    const steps = stepStartTimes.map((at, i) => ({ at, weight: record.plan.steps[i]?.weight ?? 0 }));
    return phase.kind === 'baking' ? [...steps, { at: phase.since, weight: 100 }] : steps;
}
/**
 * Puts the two sides next to each other, one entry per closed minute since users were served the new
 * version. A minute that is half shown is not compared (see `halfShownMinutes`).
 */
function splitByMinute(table, split, rollout) {
    return readable(table, split, rollout).flatMap(({ counts, halfShown }) => halfShown ? [] : [counts]);
}
/**
 * The minutes that should be compared and cannot be, by their start in seconds: AWS shows one of their
 * counts, and not the other, although they are old enough. Those that were so before this phase began
 * have been reported, and decided upon.
 */
function halfShownMinutes(table, split, rollout) {
    const { phase, record } = rollout;
    const known = phase.kind === 'preparing' ? 0 : (0,_analysis_closed_js__WEBPACK_IMPORTED_MODULE_1__/* .lastClosedMinute */ .x)(phase.since, record.longestAnswerSeconds);
    return readable(table, split, rollout)
        .filter(({ counts, halfShown }) => halfShown && counts.minute > known)
        .map(({ counts }) => 60 * counts.minute);
}
function readable({ bucketSeconds, closedUntil }, { canary, stable, promoted }, rollout) {
    const first = Math.floor((servedSince(rollout) ?? Number.POSITIVE_INFINITY) / 60);
    const minutes = [];
    for (let minute = first; 60 * (minute + 1) <= closedUntil; minute++) {
        const start = minute * 60;
        const { weight, weightBefore } = weightsIn(rollout, start);
        const counted = (series) => (0,_analysis_count_table_js__WEBPACK_IMPORTED_MODULE_0__/* .minuteAt */ .Ad)(series, start, bucketSeconds);
        const half = (...series) => series.some((one) => (0,_analysis_count_table_js__WEBPACK_IMPORTED_MODULE_0__/* .isHalfShown */ .xo)(one, start, bucketSeconds));
        if (weight < 100) {
            const sides = { canary: counted(canary), stable: counted(stable) };
            const counts = { minute, ...sides, weight, weightBefore };
            minutes.push({ counts, halfShown: half(canary, stable) });
        }
        else if (weightBefore === 100) {
            const counts = allToNew(minute, counted(promoted));
            minutes.push({ counts, halfShown: half(promoted) });
        }
    }
    return minutes;
}
/**
 * When users were first served the new version, in seconds since the epoch; where there is no split,
 * with the promotion. `undefined`: not yet.
 */
function servedSince({ stepStartTimes, phase }) {
    return stepStartTimes[0] ?? (phase.kind === 'baking' ? phase.since : undefined);
}
/** The weight at the end of a minute, and the one that its first requests may still have met. */
function weightsIn(rollout, start) {
    return {
        weight: weightAt(rollout, start + 59),
        weightBefore: weightAt(rollout, start - PROPAGATION_SECONDS),
    };
}
/** The minute of the promotion, and the one after, hold something of both, and are left out. */
function allToNew(minute, canary) {
    const nobody = { requests: 0, events: 0 };
    return { minute, canary, stable: nobody, weight: 100, weightBefore: 100 };
}


/***/ }),

/***/ 8075:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  NA: () => (/* binding */ linkFrom),
  qr: () => (/* binding */ loopContext),
  Ns: () => (/* binding */ openServices),
  Hw: () => (/* binding */ patienceOf),
  df: () => (/* binding */ saveRepairCommands),
  w9: () => (/* binding */ takeOver)
});

// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-api-gateway/dist-cjs/index.js
var dist_cjs = __webpack_require__(818);
// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-cloudwatch/dist-cjs/index.js
var client_cloudwatch_dist_cjs = __webpack_require__(4085);
// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-lambda/dist-cjs/index.js
var client_lambda_dist_cjs = __webpack_require__(1696);
// EXTERNAL MODULE: ./build/aws/arns.js
var arns = __webpack_require__(828);
;// CONCATENATED MODULE: ./build/aws/client-middleware.js
// Lambda allows an account 15 control-plane calls a second in all (Lambda developer guide, "Lambda
// quotas"), and a release of many functions makes hundreds: they are spread out, not thrown at it.
/** One less than AWS allows: the account may have other work. */
const CALLS_PER_SECOND = 14;
/** Lets the client's calls go out one after the other, each a little later than the one before. */
function paceCalls(client) {
    const pace = createPace(1000 / CALLS_PER_SECOND);
    client.middlewareStack.add((next) => async (args) => {
        await pace();
        return next(args);
    }, { step: 'finalizeRequest', name: 'canaryActionPace', priority: 'low' });
    return client;
}
/** @returns a wait that ends at once for the first caller, and `spacingMs` later for each further */
function createPace(spacingMs) {
    let free = 0;
    return () => {
        const now = Date.now();
        const at = Math.max(now, free);
        free = at + spacingMs;
        if (at <= now)
            return Promise.resolve();
        return new Promise((resolve) => {
            setTimeout(resolve, at - now);
        });
    };
}
/** Short enough that a call of the way back that hangs can be sent three times. */
const URGENT_TIMEOUT_MS = 2_500;
/**
 * Makes a client refuse calls once the signal is aborted, except those that bring a signal of their
 * own: these are the way back. Calls under way come to their end.
 */
function refuseAfter(cancelled, client) {
    const handler = client.config.requestHandler;
    const handle = handler.handle.bind(handler);
    handler.handle = (request, options = {}) => {
        if (!cancelled.aborted)
            return handle(request, options);
        if (options.abortSignal !== undefined) {
            return handle(request, { ...options, requestTimeout: URGENT_TIMEOUT_MS });
        }
        return Promise.reject(Object.assign(new Error('the job is to stop, so it was not sent'), { name: 'AbortError' }));
    };
    return client;
}

// EXTERNAL MODULE: ./build/aws/clock.js
var aws_clock = __webpack_require__(2148);
;// CONCATENATED MODULE: ./build/aws/clients.js
// The AWS clients. Endpoint, region and credentials come from the environment, as for any SDK.






/**
 * API Gateway allows an account 10 management calls a second in all, so throttling is part of
 * normal life: the adaptive mode slows this job down instead of hammering on.
 *
 * @param cancelled from then on only calls of the way back are sent
 * @param credentials `undefined`: those of the environment
 */
function connect(region, cancelled, credentials) {
    const settings = {
        region,
        maxAttempts: 6,
        ...(credentials && { credentials }),
        retryMode: 'adaptive',
        customUserAgent: 'canary-action/1',
        requestHandler: {
            connectionTimeout: 5_000,
            requestTimeout: 20_000,
            throwOnRequestTimeout: true,
        },
    };
    const clock = (0,aws_clock/* watchClock */.GV)();
    const ready = (client) => refuseAfter(cancelled, clock.follow(client));
    return {
        place: (0,arns/* placeOf */.$t)(region),
        credentials,
        clock,
        apiGateway: ready(new dist_cjs/* APIGatewayClient */.UR2(settings)),
        lambda: ready(paceCalls(new client_lambda_dist_cjs/* LambdaClient */.Nox(settings))),
        cloudWatch: ready(new client_cloudwatch_dist_cjs/* CloudWatchClient */.WBn(settings)),
    };
}

// EXTERNAL MODULE: ./build/aws/functions.js + 1 modules
var aws_functions = __webpack_require__(6221);
// EXTERNAL MODULE: ./build/base/errors.js
var errors = __webpack_require__(5145);
// EXTERNAL MODULE: ./build/base/time.js
var time = __webpack_require__(2475);
// EXTERNAL MODULE: ./build/comments/listener.js
var listener = __webpack_require__(119);
;// CONCATENATED MODULE: ./build/controller/context.js
// What the loop of a rollout works with.
/** The runner kills a cancelled job 10 s after it asked it to stop; the report needs some of that. */
const CANCELLED_DEADLINE_MS = 9_000;
/**
 * A signal for every call of the way back. While nobody asks the job to stop it is never aborted;
 * from then on there is one deadline for all of them.
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

// EXTERNAL MODULE: ./build/controller/recorder.js + 3 modules
var controller_recorder = __webpack_require__(3964);
// EXTERNAL MODULE: ./build/aws/aws-errors.js
var aws_errors = __webpack_require__(5067);
// EXTERNAL MODULE: ./build/hooks/answer.js
var answer = __webpack_require__(5545);
;// CONCATENATED MODULE: ./build/hooks/lambda-hook.js
// A hook that is a Lambda function: invoked once, synchronously.




/**
 * A client of its own: the SDK would send a request anew whose answer is late, and so run the hook
 * twice; and a socket may stay silent for as long as the hook thinks.
 */
function connectLambdaHooks(place, credentials) {
    const client = new client_lambda_dist_cjs/* LambdaClient */.Nox({
        region: place.region,
        ...(credentials && { credentials }),
        maxAttempts: 1,
        customUserAgent: 'canary-action/1',
        requestHandler: { connectionTimeout: 5_000 },
    });
    return async ({ functionName, qualifier }, body, abortSignal) => {
        const command = new client_lambda_dist_cjs/* InvokeCommand */.mdN({
            FunctionName: functionName,
            ...(qualifier !== undefined && { Qualifier: qualifier }),
            InvocationType: 'RequestResponse',
            LogType: 'Tail',
            Payload: new TextEncoder().encode(body),
        });
        try {
            const answer = await client.send(command, { abortSignal });
            return judgeInvoked({
                functionError: answer.FunctionError ?? '',
                payload: answer.Payload?.transformToString() ?? '',
                logTail: Buffer.from(answer.LogResult ?? '', 'base64').toString('utf8'),
            });
        }
        catch (error) {
            const resource = (0,arns/* hookArn */.J6)(place, functionName, qualifier);
            const permission = { action: 'lambda:InvokeFunction', resource };
            return { kind: 'failed', says: (0,aws_errors/* describeAwsError */.Pp)(error, 'invoking it', permission) };
        }
    };
}
/** Status 200 says nothing: Lambda answers it when the handler threw, too. */
function judgeInvoked({ functionError, payload, logTail }) {
    if (functionError !== '') {
        const why = errorInWords(payload) || functionError;
        const advice = (0,answer/* codeDeployAdvice */.Bf)(payload, logTail);
        return { kind: 'failed', says: [why, advice].filter((part) => part !== '').join('. ') };
    }
    return ((0,answer/* readAnswer */.JN)(payload) ?? {
        kind: 'failed',
        says: `its answer is not JSON: ${(0,answer/* shortly */.s4)(payload)}`,
    });
}
/** `TypeError: x is not a function`, out of what the runtime says of an error. */
function errorInWords(payload) {
    try {
        const { errorType, errorMessage } = JSON.parse(payload);
        const parts = [errorType, errorMessage].filter((part) => typeof part === 'string');
        return (0,answer/* shortly */.s4)(parts.join(': '));
    }
    catch {
        return (0,answer/* shortly */.s4)(payload);
    }
}

;// CONCATENATED MODULE: ./build/rollout/hook-point.js
// Where a rollout asks a hook: before any traffic, before each further change of it, and after the
// last. Which of them is asked follows from the phase.
const POINTS = {
    preparing: 'pre-traffic',
    step: 'step',
    baking: 'post-traffic',
};
/** The hook that ends a phase, or, for the bake, begins it. */
function hookPointOf(phase) {
    return POINTS[phase.kind];
}

// EXTERNAL MODULE: ./build/rollout/release.js
var release = __webpack_require__(2787);
;// CONCATENATED MODULE: ./build/hooks/payload.js
// What a hook is told: CodeDeploy's two ids under CodeDeploy's names, and what it never told.


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
// The hooks of one run: which have been asked in which phase, and what they said. Hooks are asked
// beside the loop, which goes on looking: an alarm that fires meanwhile does not wait for them.




function createHookRunner(parts) {
    const { calls } = parts.inputs;
    const results = new Map();
    const said = new Map();
    let asking;
    const begin = (rollout, weight) => {
        const key = (0,rollout_phase/* formatPhase */.Z0)(rollout.phase);
        const stopped = new AbortController();
        const askAll = async () => {
            for (const hook of calls[hookPointOf(rollout.phase)]) {
                const report = await hear(parts, hook, { rollout, weight, stopped: stopped.signal });
                if (report.result === 'stopped')
                    return 'stopped';
                said.set(`${report.point} ${report.calls}`, evidenceOf(report));
                if (report.result === 'failed')
                    return 'failed';
            }
            return 'passed';
        };
        const end = askAll().then((result) => {
            if (asking?.key === key)
                asking = undefined;
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
        ask: async (rollout, weight) => {
            if (calls[hookPointOf(rollout.phase)].length === 0)
                return;
            if (asking?.key !== (0,rollout_phase/* formatPhase */.Z0)(rollout.phase)) {
                asking?.stop();
                asking = begin(rollout, weight);
            }
            await asking.end;
        },
        evidence: () => [...said.values()],
        stop: async () => {
            asking?.stop();
            await asking?.end;
        },
    };
}
/** Asks one hook, and tells the log and the report of it. */
async function hear(parts, hook, occasion) {
    const { log, now, ended } = parts;
    const { rollout, weight } = occasion;
    const point = hookPointOf(rollout.phase);
    const about = { point, calls: hook.label, weight, began: now() };
    log.line(`The ${point} hook: asking ${hook.label}`);
    const { kind: result, says } = await ask(parts, hook, occasion);
    const report = { ...about, ended: now(), result, says };
    ended(report);
    log.line(`${sentence(report)}${says && `: ${says}`}`);
    return report;
}
function evidenceOf({ point, calls, result, says }) {
    return {
        witness: `${point} hook`,
        verdict: result === 'passed' ? 'healthy' : 'failing',
        says: `${calls} ${result}${says && `: ${says}`}`,
    };
}
function sentence({ point, result, began, ended }) {
    return `The ${point} hook ${result} after ${(0,duration/* formatDuration */.a)(ended - began)}`;
}
/** Asks once. The result comes at the time limit at the latest, whatever the call does. */
async function ask({ inputs, payload, call }, hook, { rollout, weight, stopped }) {
    const { timeoutSeconds } = inputs;
    const controller = new AbortController();
    const { signal } = controller;
    const cut = new Promise((resolve) => {
        signal.addEventListener('abort', () => resolve(signal.reason), { once: true });
    });
    const abandon = (result) => controller.abort(result);
    const stop = () => abandon({ kind: 'stopped', says: 'the release went another way meanwhile' });
    if (stopped.aborted)
        stop();
    stopped.addEventListener('abort', stop, { once: true });
    const late = `no answer within ${(0,duration/* formatDuration */.a)(timeoutSeconds)} (hook-timeout)`;
    const timer = setTimeout(() => abandon({ kind: 'failed', says: late }), timeoutSeconds * 1000);
    const answer = async () => {
        try {
            const body = JSON.stringify(await payload(rollout, weight));
            return signal.aborted ? await cut : await call(hook, body, signal);
        }
        catch (error) {
            return { kind: 'failed', says: `it could not be asked: ${(0,errors/* messageOf */.bD)(error)}` };
        }
    };
    return await Promise.race([cut, answer()]).finally(() => clearTimeout(timer));
}

// EXTERNAL MODULE: ./build/hooks/url-hook.js
var url_hook = __webpack_require__(9924);
;// CONCATENATED MODULE: ./build/hooks/connect.js
// The hooks that the inputs name, bound to this job's AWS and target.





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
/** All functions of a rollout are of one account, so one of them tells it. */
async function describe({ place, functions, urlsOf }, rollout, weight) {
    const [first] = rollout.record.functions;
    const account = first ? (0,arns/* accountOf */.XP)((await functions.read(first.name))?.arn ?? '') : '';
    return hookPayload({
        rollout,
        weight,
        arnOf: ({ name, to }) => (0,arns/* versionArn */.eh)(place, account, name, to),
        ...urlsOf(rollout),
    });
}

// EXTERNAL MODULE: ./build/monitor/monitor.js + 8 modules
var monitor = __webpack_require__(5874);
// EXTERNAL MODULE: ./build/report/target-label.js
var target_label = __webpack_require__(8505);
// EXTERNAL MODULE: ./build/rollout/plan.js
var rollout_plan = __webpack_require__(7927);
;// CONCATENATED MODULE: ./build/rollout/shown.js
// How far a rollout is, for a run that takes it over. The phase is a tag, and whoever may write tags could have
// steps skipped; the weight that stands needs the right to release.

/**
 * The same, or back at the step whose weight stands, from its beginning: a run that died between its tag and
 * the change goes on from there as well.
 *
 * @param at seconds since the epoch
 */
function asFarAsShown(rollout, trafficState, at) {
    const { phase, record, stepStartTimes } = rollout;
    // Where several have different weights, a part of the change is there to be seen.
    if (trafficState.kind !== 'split' ||
        trafficState.most !== undefined ||
        trafficState.weight === 0) {
        return rollout;
    }
    const { steps } = record.plan;
    const shown = steps.findIndex(({ weight }) => (0,rollout_plan/* sameWeight */.DC)(weight, trafficState.weight));
    if (!isAhead(phase, shown))
        return rollout;
    // A weight that is in no step of the plan is told as what it is by the decision.
    const index = shown === -1 ? Math.max(0, steps.length - 1) : shown;
    const since = Math.floor(at);
    return {
        ...rollout,
        phase: { kind: 'step', index, since },
        stepStartTimes: [...stepStartTimes.slice(0, index), since],
    };
}
/** @param shown the step whose weight stands; -1: that of none */
function isAhead(phase, shown) {
    if (phase.kind === 'baking')
        return true;
    return phase.kind === 'step' && shown !== -1 && phase.index > shown;
}

// EXTERNAL MODULE: ./build/aws/call.js
var call = __webpack_require__(3280);
;// CONCATENATED MODULE: ./build/aws/aliases.js
// Lambda aliases and the tags of their functions.




/** Someone else wrote in between: the revision is not the one that was read. */
function isLostRace(error) {
    return (0,call/* causedBy */.$z)(error, (cause) => (0,errors/* errorName */.Is)(cause) === 'PreconditionFailedException');
}
/**
 * A version may have provisioned concurrency by itself or by one alias (Lambda developer guide). How an
 * alias that would give it a second one is refused is not documented, so any such word will do.
 */
function isProvisionedTwice(error) {
    const names = ['InvalidParameterValueException', 'ResourceConflictException'];
    return (0,call/* causedBy */.$z)(error, (cause) => names.includes((0,errors/* errorName */.Is)(cause)) && /provisioned/i.test((0,errors/* messageOf */.bD)(cause)));
}
function isThereAlready(error) {
    return (0,errors/* errorName */.Is)(error) === 'ResourceConflictException';
}
function bindAliases(client, place) {
    const words = (doing, action, name) => ({
        doing,
        permission: { action: `lambda:${action}`, resource: (0,arns/* functionArnPattern */.k2)(place, name) },
    });
    const read = readWith(client, words);
    return {
        read,
        names: namesWith(client, words),
        ...writes(client, words, read),
        ...tagCalls(client, words),
    };
}
function readWith(client, words) {
    return async ({ functionName, alias }, signal) => {
        const label = `${functionName}:${alias}`;
        const send = () => client.send(new client_lambda_dist_cjs/* GetAliasCommand */.MES({ FunctionName: functionName, Name: alias }), (0,call/* abortable */.ZC)(signal));
        const doing = `reading the alias "${label}"`;
        return (0,call/* ifThere */.y)(async () => stateOf(await (0,call/* call */.T1)(words(doing, 'GetAlias', label), send)));
    };
}
function namesWith(client, words) {
    return (functionName) => (0,call/* call */.T1)(words(`listing the aliases of "${functionName}"`, 'ListAliases', functionName), async () => {
        const names = [];
        for await (const page of (0,client_lambda_dist_cjs/* paginateListAliases */._O$)({ client }, { FunctionName: functionName })) {
            names.push(...(page.Aliases ?? []).map(({ Name = '' }) => Name));
        }
        return names;
    });
}
function writes(client, words, read) {
    return {
        update: async ({ functionName, alias }, change, revisionId, signal) => {
            const label = `${functionName}:${alias}`;
            const send = () => client.send(new client_lambda_dist_cjs/* UpdateAliasCommand */.lqC({
                FunctionName: functionName,
                Name: alias,
                FunctionVersion: change.version,
                RoutingConfig: { AdditionalVersionWeights: weightsOf(change) },
                RevisionId: revisionId,
            }), (0,call/* abortable */.ZC)(signal));
            return stateOf(await (0,call/* call */.T1)(words(`moving the alias "${label}"`, 'UpdateAlias', label), send));
        },
        create: async (ref, version) => {
            const { functionName, alias } = ref;
            const label = `${functionName}:${alias}`;
            const asked = { FunctionName: functionName, Name: alias, FunctionVersion: version };
            try {
                const send = () => client.send(new client_lambda_dist_cjs/* CreateAliasCommand */.W_e(asked));
                return stateOf(await (0,call/* call */.T1)(words(`making the alias "${label}"`, 'CreateAlias', label), send));
            }
            catch (error) {
                // An earlier try, whose answer was lost; the caller sees whether it is what was asked for.
                const state = (0,call/* causedBy */.$z)(error, isThereAlready) ? await read(ref) : undefined;
                if (!state)
                    throw error;
                return state;
            }
        },
        remove: async ({ functionName, alias }) => {
            const label = `${functionName}:${alias}`;
            const send = () => client.send(new client_lambda_dist_cjs/* DeleteAliasCommand */.Hou({ FunctionName: functionName, Name: alias }));
            await (0,call/* call */.T1)(words(`removing the alias "${label}"`, 'DeleteAlias', label), send);
        },
    };
}
function tagCalls(client, words) {
    return {
        readTags: async (arn, signal) => {
            const send = () => client.send(new client_lambda_dist_cjs/* ListTagsCommand */.bvr({ Resource: arn }), (0,call/* abortable */.ZC)(signal));
            return (await (0,call/* call */.T1)(words('reading tags of a function', 'ListTags', arn), send)).Tags ?? {};
        },
        tag: async (arn, Tags, signal) => {
            const send = () => client.send(new client_lambda_dist_cjs/* TagResourceCommand */.eqU({ Resource: arn, Tags: { ...Tags } }), (0,call/* abortable */.ZC)(signal));
            await (0,call/* call */.T1)(words('writing tags of a function', 'TagResource', arn), send);
        },
        untag: async (arn, keys, signal) => {
            if (keys.length === 0)
                return;
            const send = () => client.send(new client_lambda_dist_cjs/* UntagResourceCommand */.RP$({ Resource: arn, TagKeys: [...keys] }), (0,call/* abortable */.ZC)(signal));
            await (0,call/* call */.T1)(words('removing tags of a function', 'UntagResource', arn), send);
        },
    };
}
/** Lambda takes shares of 1; four digits keep hundredths of a per cent. */
function weightsOf({ canary }) {
    return canary ? { [canary.version]: Number((canary.weight / 100).toFixed(4)) } : {};
}
function stateOf(alias) {
    const weights = alias.RoutingConfig?.AdditionalVersionWeights ?? {};
    const doing = `reading the alias "${alias.Name}"`;
    return {
        version: (0,call/* required */.mw)(alias.FunctionVersion, doing, 'FunctionVersion'),
        revisionId: (0,call/* required */.mw)(alias.RevisionId, doing, 'RevisionId'),
        weights: Object.fromEntries(Object.entries(weights).map(([version, share]) => [
            version,
            Number((share * 100).toFixed(4)),
        ])),
    };
}

;// CONCATENATED MODULE: ./build/aws/lambda-probes.js
// Permissions that only writes to Lambda need, asked for by requests that Lambda refuses.


/** The number of a version that nobody has published. */
const NO_VERSION = '999999999';
/** Recorded on AWS: a checksum that is not that of the code is refused with 400. */
function publishProbe(client, place, functionName) {
    return {
        permission: {
            action: 'lambda:PublishVersion',
            resource: (0,arns/* functionArnPattern */.k2)(place, functionName),
        },
        send: () => client.send(new client_lambda_dist_cjs/* PublishVersionCommand */.D3m({ FunctionName: functionName, CodeSha256: 'probe' })),
    };
}
/** As on a stage: a key that AWS keeps to itself, and one that is not there. */
function functionTagProbes(client, functionArn) {
    const Resource = functionArn;
    return [
        {
            permission: { action: 'lambda:TagResource', resource: functionArn },
            send: () => client.send(new client_lambda_dist_cjs/* TagResourceCommand */.eqU({ Resource, Tags: { 'aws:probe': 'x' } })),
        },
        {
            permission: { action: 'lambda:UntagResource', resource: functionArn },
            send: () => client.send(new client_lambda_dist_cjs/* UntagResourceCommand */.RP$({ Resource, TagKeys: ['canary-action:probe'] })),
        },
    ];
}
/** A version that cannot exist: AWS answers 404. */
function grantProbe(client, place, functionName) {
    return {
        permission: {
            action: 'lambda:AddPermission',
            resource: (0,arns/* functionArnPattern */.k2)(place, `${functionName}:*`),
        },
        send: () => client.send(new client_lambda_dist_cjs/* AddPermissionCommand */.AL$({
            FunctionName: functionName,
            Qualifier: NO_VERSION,
            StatementId: 'canary-action-probe',
            Action: 'lambda:InvokeFunction',
            Principal: 'apigateway.amazonaws.com',
        })),
    };
}
/** An alias that is not there: AWS answers 404. */
function aliasProbe(client, place, functionName) {
    return {
        permission: {
            action: 'lambda:UpdateAlias',
            resource: (0,arns/* functionArnPattern */.k2)(place, functionName),
        },
        send: () => client.send(new client_lambda_dist_cjs/* UpdateAliasCommand */.lqC({ FunctionName: functionName, Name: 'canary-action-probe' })),
    };
}
/** A version that cannot exist: AWS answers 404. */
function provisionProbes(client, place, functionName) {
    const which = { FunctionName: functionName, Qualifier: NO_VERSION };
    const resource = (0,arns/* functionArnPattern */.k2)(place, `${functionName}:*`);
    const action = (verb) => `lambda:${verb}ProvisionedConcurrencyConfig`;
    return [
        {
            permission: { action: action('Put'), resource },
            send: () => client.send(new client_lambda_dist_cjs/* PutProvisionedConcurrencyConfigCommand */.iLl({
                ...which,
                ProvisionedConcurrentExecutions: 1,
            })),
        },
        {
            permission: { action: action('Delete'), resource },
            send: () => client.send(new client_lambda_dist_cjs/* DeleteProvisionedConcurrencyConfigCommand */.Cbo(which)),
        },
    ];
}
/** A version that cannot exist: AWS answers 404. */
function createAliasProbe(client, place, functionName) {
    return {
        permission: {
            action: 'lambda:CreateAlias',
            resource: (0,arns/* functionArnPattern */.k2)(place, functionName),
        },
        send: () => client.send(new client_lambda_dist_cjs/* CreateAliasCommand */.W_e({
            FunctionName: functionName,
            Name: 'canary-action-probe',
            FunctionVersion: NO_VERSION,
        })),
    };
}

;// CONCATENATED MODULE: ./build/aws/probes.js
// Does the role have a permission that only writes need? Asked without writing anything: IAM is
// consulted before a request is looked into, so a request that AWS is known to refuse for its
// content is refused as AccessDenied when, and only when, the permission is missing.



/** The permissions among the probed ones that the role lacks, in words. */
async function missingPermissions(probes) {
    const missing = [];
    for (const { permission, send } of probes) {
        try {
            await send();
        }
        catch (error) {
            if ((0,aws_errors/* isAccessDenied */.w7)(error))
                missing.push((0,aws_errors/* describeAwsError */.Pp)(error, 'permissions', permission));
        }
    }
    return missing;
}
/** Recorded on AWS: these copies and canary settings are refused with 400 whatever stands there. */
function stageProbes(client, place, restApiId, stageName) {
    const resourceArn = (0,arns/* stageArn */.GA)(place, restApiId, stageName);
    const tags = (0,arns/* gatewayArn */.Sw)(place, `/tags/${encodeURIComponent(resourceArn)}`);
    return [
        {
            permission: { action: 'apigateway:PATCH', resource: resourceArn },
            send: () => {
                const copy = { op: 'copy', from: '/canarySettings/none', path: '/none' };
                return client.send(new dist_cjs/* UpdateStageCommand */.hJS({ restApiId, stageName, patchOperations: [copy] }));
            },
        },
        {
            permission: {
                action: 'apigateway:PUT',
                resource: tags,
            },
            // AWS keeps keys that begin with "aws:" to itself.
            send: () => client.send(new dist_cjs/* TagResourceCommand */.eqU({ resourceArn, tags: { 'aws:probe': 'x' } })),
        },
        {
            permission: { action: 'apigateway:DELETE', resource: tags },
            // Removing a tag that is not there changes nothing.
            send: () => client.send(new dist_cjs/* UntagResourceCommand */.RP$({ resourceArn, tagKeys: ['canary-action:probe'] })),
        },
    ];
}
/** Recorded on AWS: canary settings without a stage name are refused with 400. */
function deploymentProbe(client, place, restApiId) {
    return {
        permission: {
            action: 'apigateway:POST',
            resource: (0,arns/* gatewayArn */.Sw)(place, `/restapis/${restApiId}/deployments`),
        },
        send: () => client.send(new dist_cjs/* CreateDeploymentCommand */.ttP({ restApiId, canarySettings: { percentTraffic: 0 } })),
    };
}
/** API Gateway refuses a patch of a path that the resource does not have. */
function integrationProbe(client, place, restApiId, { resourceId, method: httpMethod }) {
    const path = `/restapis/${restApiId}/resources/${resourceId}/methods/${httpMethod}/integration`;
    const replace = { op: 'replace', path: '/none', value: 'probe' };
    return {
        permission: { action: 'apigateway:PATCH', resource: (0,arns/* gatewayArn */.Sw)(place, path) },
        send: () => client.send(new dist_cjs/* UpdateIntegrationCommand */.fak({
            restApiId,
            resourceId,
            httpMethod,
            patchOperations: [replace],
        })),
    };
}

;// CONCATENATED MODULE: ./build/aws/provisioned.js
// Provisioned concurrency: execution environments that are kept ready for a version or an alias.



function bindProvisioned(client, place) {
    const about = (doing, verb, name, qualifier) => ({
        doing: `${doing} the provisioned concurrency of "${name}:${qualifier}"`,
        permission: {
            action: `lambda:${verb}ProvisionedConcurrencyConfig`,
            resource: (0,arns/* functionArnPattern */.k2)(place, `${name}:${qualifier}`),
        },
    });
    return {
        read: (name, qualifier) => (0,call/* ifThere */.y)(async () => {
            const which = { FunctionName: name, Qualifier: qualifier };
            const words = about('reading', 'Get', name, qualifier);
            const answer = await (0,call/* call */.T1)(words, () => client.send(new client_lambda_dist_cjs/* GetProvisionedConcurrencyConfigCommand */.D96(which)));
            return {
                requested: (0,call/* required */.mw)(answer.RequestedProvisionedConcurrentExecutions, words.doing, 'RequestedProvisionedConcurrentExecutions'),
                status: answer.Status ?? 'IN_PROGRESS',
                reason: answer.StatusReason ?? '',
            };
        }),
        request: async (name, version, count) => {
            const asked = {
                FunctionName: name,
                Qualifier: version,
                ProvisionedConcurrentExecutions: count,
            };
            await (0,call/* call */.T1)(about('asking for', 'Put', name, version), () => client.send(new client_lambda_dist_cjs/* PutProvisionedConcurrencyConfigCommand */.iLl(asked)));
        },
        remove: async (name, version, signal) => {
            const which = { FunctionName: name, Qualifier: version };
            await (0,call/* ifThere */.y)(() => (0,call/* call */.T1)(about('giving back', 'Delete', name, version), () => client.send(new client_lambda_dist_cjs/* DeleteProvisionedConcurrencyConfigCommand */.Cbo(which), (0,call/* abortable */.ZC)(signal))));
        },
    };
}

// EXTERNAL MODULE: ./build/aws/pages.js
var aws_pages = __webpack_require__(3242);
;// CONCATENATED MODULE: ./build/aws/versions.js
// The published versions of functions: which there are, what leads to them, and how one is deleted.




function bindVersions(client, place) {
    const words = (doing, action, resource) => ({
        doing,
        permission: { action: `lambda:${action}`, resource },
    });
    const all = (doing, action, name, pages) => (0,call/* call */.T1)(words(doing, action, (0,arns/* functionArnPattern */.k2)(place, name)), () => (0,aws_pages/* gather */.k)(pages));
    return {
        list: async (name) => {
            const pages = (0,client_lambda_dist_cjs/* paginateListVersionsByFunction */.CE5)({ client }, { FunctionName: name });
            const doing = `listing the versions of "${name}"`;
            const found = await all(doing, 'ListVersionsByFunction', name, pages);
            const numbers = found
                .flatMap((page) => page.Versions ?? [])
                .map((v) => (0,call/* required */.mw)(v.Version, doing, 'Version'));
            return numbers.filter(isVersionNumber);
        },
        aliased: async (name, signal) => {
            const asked = { FunctionName: name };
            const pages = (0,client_lambda_dist_cjs/* paginateListAliases */._O$)({ client }, asked, (0,call/* abortable */.ZC)(signal));
            const found = await all(`listing the aliases of "${name}"`, 'ListAliases', name, pages);
            return found.flatMap((page) => page.Aliases ?? []).flatMap(versionsOf);
        },
        provisioned: async (name) => {
            const pages = (0,client_lambda_dist_cjs/* paginateListProvisionedConcurrencyConfigs */.WMh)({ client }, { FunctionName: name });
            const doing = `listing the provisioned concurrency of "${name}"`;
            const found = await all(doing, 'ListProvisionedConcurrencyConfigs', name, pages);
            const configs = found.flatMap((page) => page.ProvisionedConcurrencyConfigs ?? []);
            return configs.map(({ FunctionArn }) => (0,arns/* qualifierOf */.Um)((0,call/* required */.mw)(FunctionArn, doing, 'FunctionArn')));
        },
        readEventTargets: async () => {
            // Whether a bare function name finds those of its versions and aliases is not documented: all.
            const pages = (0,client_lambda_dist_cjs/* paginateListEventSourceMappings */.KvF)({ client }, {});
            const doing = 'listing the event source mappings';
            const found = await (0,call/* call */.T1)(words(doing, 'ListEventSourceMappings', '*'), () => (0,aws_pages/* gather */.k)(pages));
            return found
                .flatMap((page) => page.EventSourceMappings ?? [])
                .map(({ FunctionArn }) => (0,call/* required */.mw)(FunctionArn, doing, 'FunctionArn'));
        },
        remove: async (name, version) => {
            const which = { FunctionName: name, Qualifier: version };
            const resource = (0,arns/* functionArnPattern */.k2)(place, `${name}:${version}`);
            const doing = `deleting version ${version} of "${name}"`;
            await (0,call/* call */.T1)(words(doing, 'DeleteFunction', resource), () => client.send(new client_lambda_dist_cjs/* DeleteFunctionCommand */.Z3K(which)));
        },
    };
}
function versionsOf({ FunctionVersion, RoutingConfig }) {
    return [
        (0,call/* required */.mw)(FunctionVersion, 'listing aliases', 'FunctionVersion'),
        ...Object.keys(RoutingConfig?.AdditionalVersionWeights ?? {}),
    ];
}
function isVersionNumber(text) {
    return /^[1-9]\d*$/.test(text);
}

// EXTERNAL MODULE: ./build/base/command-line.js
var command_line = __webpack_require__(3260);
// EXTERNAL MODULE: ./build/base/problems.js
var problems = __webpack_require__(4726);
// EXTERNAL MODULE: ./build/rollout/record.js + 2 modules
var rollout_record = __webpack_require__(6675);
// EXTERNAL MODULE: ./build/targets/ownership.js
var ownership = __webpack_require__(956);
;// CONCATENATED MODULE: ./build/targets/concurrency.js
// Work on many functions at a time.



/** Enough that a call every 70 ms can be out although each takes half a second to answer. */
const AT_ONCE = 8;
/** As many as the SDK's connections: the way back must not wait for answers, only for its turn. */
const ALL_AT_ONCE = 50;
/**
 * Runs `work` on all of them, a few at a time. After a failure nothing new is begun; what is under
 * way is waited for, and then what failed is thrown, in words.
 */
function mapAll(items, work) {
    return run(items, work, AT_ONCE, (failures) => failures.length > 0);
}
/** The same, for its effects alone. */
async function forAll(items, work) {
    await mapAll(items, work);
}
/** The same, but none is left out because another failed: for the way back. */
async function forEvery(items, work) {
    await run(items, work, ALL_AT_ONCE, () => false);
}
async function run(items, work, atOnce, enough) {
    const results = new Array(items.length);
    const failures = [];
    let next = 0;
    const worker = async () => {
        while (next < items.length && !enough(failures)) {
            const index = next++;
            try {
                results[index] = await work(items[index]);
            }
            catch (error) {
                failures.push(error);
            }
        }
    };
    await Promise.all(Array.from({ length: Math.min(atOnce, items.length) }, worker));
    if (failures.length > 0)
        throw joined(failures);
    return results;
}
function joined(failures) {
    const words = failures.map(errors/* messageOf */.bD).join('; ');
    const moved = failures.every((failure) => failure instanceof errors/* MovedError */.WJ);
    const taken = failures.find((failure) => failure instanceof ownership/* TakenError */.G3);
    if (moved && taken)
        return taken;
    if (moved)
        return new errors/* MovedError */.WJ(words);
    // As long as one of them may go well at the next try, they may all together.
    const cause = failures.find((failure) => !(0,aws_errors/* isRefused */.H0)(failure)) ?? failures[0];
    return new errors/* KnownError */.E(words, { cause });
}

// EXTERNAL MODULE: ./build/targets/stage/integration.js
var stage_integration = __webpack_require__(6778);
// EXTERNAL MODULE: ./build/targets/stage/stage-state.js
var stage_state = __webpack_require__(3794);
;// CONCATENATED MODULE: ./build/targets/claim.js
// What is remembered is a claim: whoever may write tags may write a record. It is compared with what this
// run was asked to release, for no more than that is ever touched (decision 17).


/** What the record would have touched that was not asked for, for a sentence; `undefined`: nothing. */
function beyondAsked(record, asked) {
    const { functions, target } = record;
    const others = functions.filter(({ name }) => !Object.hasOwn(asked.functions, name));
    if (others.length > 0) {
        const label = ({ name }) => target.kind === 'alias' ? `${name}:${target.aliases[name]}` : name;
        return `it releases ${listed(others.map(({ name }) => name))} as well, which this run does not name; expected functions: ${functions.map(label).join(', ')}`;
    }
    if (target.kind === 'alias') {
        const moved = functions.find(({ name }) => target.aliases[name] !== asked.functions[name]);
        return moved && otherAlias(moved.name, target.aliases[moved.name], asked);
    }
    const strange = Object.keys(target.overrides).filter((name) => !asked.variables.includes(name) && !isVersionOf(target, name, functions));
    return strange.length === 0
        ? undefined
        : `it sets the stage variable ${listed(strange)} as well, which this run does not name; expected it in stage-variable-overrides`;
}
function otherAlias(name, theirs, { functions }) {
    return `it moves the alias ${name}:${theirs}, and this run names ${name}:${functions[name]}; expected functions: ${name}:${theirs}`;
}
function listed(names) {
    return names.map((name) => `"${name}"`).join(', ');
}
/**
 * Whether a variable goes from one version of a released function to the other, and nothing else. Before
 * the version it may hold the function, or the end of its name: `7`, `orders:7`, `arn:…:orders:7`.
 */
function isVersionOf({ variables, overrides }, variable, functions) {
    const [before, after] = [(0,stage_state/* variableOf */.Qn)(variables, variable), (0,stage_state/* variableOf */.Qn)(overrides, variable)];
    return functions.some(({ name, from, to }) => {
        if (after === null || !after.endsWith(to))
            return false;
        const prefix = after.slice(0, -to.length);
        const called = prefix.slice(0, -1).replace(/^arn:[\w-]+:lambda:[\w-]+:\d{12}:function:/, '');
        const fits = prefix === '' || (prefix.endsWith(':') && called !== '' && name.endsWith(called));
        return fits && before === prefix + from;
    });
}
/**
 * The function whose version an integration is rewritten to; `undefined`: it is rewritten in another way
 * than a release does. The draft may have named another version than the one that is served.
 *
 * @param variables of the stage as it was before
 */
function rewrittenFor({ from, to }, functions, variables) {
    const before = (0,stage_integration/* parseLambdaUri */.$y)(from, variables);
    return functions.find((change) => before?.functionName === change.name &&
        before.qualifier !== undefined &&
        /^\d+$/.test(before.qualifier) &&
        (0,stage_integration/* endsIn */.We)(from, before.qualifier) &&
        (0,stage_integration/* withQualifier */.f6)(from, change.to) === to);
}

// EXTERNAL MODULE: ./build/targets/seal.js
var targets_seal = __webpack_require__(428);
;// CONCATENATED MODULE: ./build/targets/trust.js
// Which records this run acts on. Its own it knows by itself; any other must move nothing but what was asked
// for, and AWS must bear out what it says. This is where every reading of the tags comes by, so whatever
// is written later is written for a record that was looked at here (decision 17).



const BORNE_OUT = { kind: 'borne-out' };
function doubtful(why) {
    return { kind: 'doubtful', why };
}
/** Of a release that was cut off before its first shift: what it would serve, nothing in AWS shows. */
const NOT_BEGUN = 'nobody is served the new version, and only the run that began the release may begin to shift';
function createTrust(asked) {
    const known = new Set();
    const borneOut = new Set();
    let own;
    const vetOther = async (stored, claim, ask) => {
        const { record } = stored.storedRollout;
        const beyond = beyondAsked(record, asked);
        if (beyond !== undefined)
            return { kind: 'beyond', id: record.id, why: beyond };
        const finding = await ask(stored.storedRollout);
        if (finding.kind === 'doubtful')
            return unproven(record, finding.why);
        if (finding.kind === 'borne-out')
            borneOut.add(claim);
        return stored;
    };
    return {
        knows: (seal) => known.add(seal),
        writes: (record) => {
            own = { id: record.id, seal: (0,targets_seal/* sealOf */.R)(record) };
            known.add(own.seal);
        },
        isOwn: (record) => known.has((0,targets_seal/* sealOf */.R)(record)),
        vet: async (stored, ask) => {
            if (stored.kind !== 'rollout')
                return stored;
            const { record, canaryDeploymentId } = stored.storedRollout;
            if (record.target.kind !== asked.kind)
                return ofOtherKind(record);
            const seal = (0,targets_seal/* sealOf */.R)(record);
            const claim = `${seal} ${canaryDeploymentId}`;
            if (known.has(seal) || borneOut.has(claim))
                return stored;
            return own && (0,release/* sameRollout */.c5)(own.id, record.id)
                ? unproven(record, 'its tags are not as this run wrote them')
                : vetOther(stored, claim, ask);
        },
    };
}
function unproven({ id }, why) {
    return { kind: 'unproven', id, why };
}
function ofOtherKind({ target }) {
    const what = target.kind === 'stage' ? 'a stage' : 'aliases';
    return { kind: 'unreadable', why: `its tags are those of a release of ${what}` };
}

// EXTERNAL MODULE: ./build/targets/invoke-policy.js
var invoke_policy = __webpack_require__(8164);
// EXTERNAL MODULE: ./build/rollout/past-releases.js
var past_releases = __webpack_require__(5743);
;// CONCATENATED MODULE: ./build/targets/retention.js
// What of earlier releases may be deleted: never what anything is known to lead to, nor what is
// newer than the release, and of the rest the newest are kept.

/**
 * The versions that may go, oldest first. A version newer than the released one is never among them:
 * somebody published it, and may be about to release it.
 *
 * @param keep how many of the newest stay, the released one among them
 * @param inUse what something is known to lead to
 */
function oldVersions(versions, { from, to }, keep, inUse) {
    const ascending = [...versions].sort((a, b) => Number(a) - Number(b));
    const ours = to === undefined ? ascending : ascending.filter((v) => Number(v) <= Number(to));
    // A version that is yet to be published takes one of the places.
    const kept = to === undefined ? keep - 1 : keep;
    const older = ours.slice(0, Math.max(0, ours.length - kept));
    const used = new Set([from, to, ...inUse]);
    return older.filter((version) => !used.has(version));
}
/**
 * The deployments that may go, oldest first: those that this action made, without the newest.
 *
 * @param before seconds since the epoch: one that was made later may be another release's, at work
 */
function oldDeployments(deployments, before, keep, inUse) {
    const used = new Set(inUse);
    const ours = deployments
        .filter(({ description }) => description.startsWith(past_releases/* DEPLOYMENT_MARK */.iN))
        .sort((a, b) => a.createdAt - b.createdAt);
    return ours
        .slice(0, Math.max(0, ours.length - keep))
        .filter(({ id, createdAt }) => createdAt < before && !used.has(id));
}
/** The version that the value of a stage variable leads to: `7`, or the end of `orders:7`. */
function versionIn(value) {
    return /(?:^|:)(\d+)$/.exec(value)?.[1];
}

;// CONCATENATED MODULE: ./build/targets/version-sweep.js
// Old versions of the released functions: which nothing leads to any more. What may lead to one is
// looked for wherever AWS shows it; where it cannot be seen, the versions of that function stay.







/** So many old versions of one function go at a time: the account's other calls need their turn. */
const MOST_AT_ONCE = 50;
async function sweepVersions(bound, released, keep, known) {
    const targets = await bound.versions.readEventTargets();
    const swept = await mapAll(released, async (fn) => {
        try {
            return await sweepFunction(bound, fn, keep, known, targets);
        }
        catch (error) {
            return stays(fn, (0,errors/* messageOf */.bD)(error));
        }
    });
    return {
        leftovers: swept.flatMap(({ leftovers }) => leftovers),
        notes: swept.flatMap(({ notes }) => notes),
    };
}
function stays({ name }, why) {
    return { leftovers: [], notes: [`the old versions of "${name}" stay: ${why}`] };
}
async function sweepFunction(bound, fn, keep, known, targets) {
    const { versions, functions } = bound;
    const { name } = fn;
    const hidden = known.hidden(name);
    if (hidden !== undefined)
        return stays(fn, hidden);
    const arn = await (0,aws_functions/* readArn */.M)(functions, name);
    if ((0,rollout_record/* ourTagKeys */.Vn)(await bound.readTags(arn)).length > 0) {
        return stays(fn, 'it takes part in a rollout that is not finished');
    }
    const inUse = [
        ...(await versions.aliased(name)),
        ...(await versions.provisioned(name)),
        ...known.of(name),
        ...targets.filter((target) => target.startsWith(`${arn}:`)).map(arns/* qualifierOf */.Um),
    ];
    const old = oldVersions(await versions.list(name), fn, keep, inUse).slice(0, MOST_AT_ONCE);
    const called = await mapAll(old, async (version) => (0,invoke_policy/* otherPrincipals */.W3)(await functions.readPolicy(name, version), known.knows));
    return {
        leftovers: old
            .filter((_, i) => !called[i])
            .map((version) => ({
            words: `version ${version} of "${name}"`,
            remove: () => versions.remove(name, version),
        })),
        notes: old.filter((_, i) => called[i]).map((version) => permitted(name, version)),
    };
}
function permitted(name, version) {
    return `version ${version} of "${name}" stays: it has a permission of its own, so something may call it`;
}

// EXTERNAL MODULE: ./build/analysis/count-table.js
var count_table = __webpack_require__(6361);
// EXTERNAL MODULE: ./build/analysis/errors-measure.js
var errors_measure = __webpack_require__(3273);
// EXTERNAL MODULE: ./build/aws/metric-data.js
var metric_data = __webpack_require__(2177);
// EXTERNAL MODULE: ./build/base/assert.js
var assert = __webpack_require__(648);
// EXTERNAL MODULE: ./build/monitor/baseline.js
var baseline = __webpack_require__(3646);
;// CONCATENATED MODULE: ./build/monitor/split.js
// The two sides of the traffic, out of the series that CloudWatch has.
//
// No AWS page says under which dimension canary requests are counted, nor whether the series of the
// stage counts them as well. So both series are read next to those of the function versions, which
// are documented, and what cannot be known is not assumed.


/**
 * Separates the sides. The gateway's own canary series comes first, since it sees failures that
 * never reach a function; where it is empty although the new versions were invoked, the versions'
 * series stand in.
 *
 * @param closedUntil seconds since the epoch; counts of what came later may still grow
 */
function splitCounts(raw, closedUntil) {
    const { stage, canary, oldVersions, newVersions } = raw;
    if (sum(canary.requests) === 0 && sum(newVersions.requests) > 0) {
        const sides = { canary: newVersions, stable: oldVersions, promoted: newVersions };
        return countedErrors('functions', { apart: true, sides, closedUntil });
    }
    const overlap = overlapOf(raw, closedUntil);
    const stable = overlap === 'whole' ? (0,count_table/* without */.FF)(stage, canary) : stage;
    const apart = overlap !== 'unknown';
    const sides = { canary, stable, promoted: stage };
    return countedErrors('gateway', { apart, sides, closedUntil });
}
/** The errors of all traffic, by the minute. */
function countedErrors(source, counted) {
    const { apart, sides, closedUntil } = counted;
    const rows = [{ measure: (0,errors_measure/* errorsMeasure */.Y)(), ...sides }];
    return { kind: 'counted', source, apart, table: { bucketSeconds: 60, closedUntil, rows } };
}
const TOLERANCE = 0.05;
/**
 * How much of the canary's traffic the stage's series counts as well, as far as the functions' own
 * counts show it: the whole of it, or nothing. Where they do not show it, the series is left as it
 * is, and every canary request may stand in both sides. That makes the sequential test weaker but
 * not wrong (see docs/decisions/0005), as long as it bets on failures only.
 *
 * Only closed minutes are asked: of one that is open the gateway's counts may be there while the
 * functions' are still on their way.
 */
function overlapOf(raw, closedUntil) {
    const closed = ({ requests }) => sum(requests, closedUntil);
    const stage = closed(raw.stage);
    const old = closed(raw.oldVersions);
    const all = old + closed(raw.newVersions);
    if (old === 0 || all === old)
        return 'unknown';
    const toAll = Math.abs(stage - all);
    const toOld = Math.abs(stage - old);
    if (toAll < toOld && toAll <= TOLERANCE * all)
        return 'whole';
    return toOld < toAll && toOld <= TOLERANCE * old ? 'none' : 'unknown';
}
/** The sum of the minutes that begin before `until`. */
function sum(values, until = Number.POSITIVE_INFINITY) {
    let total = 0;
    for (const [minute, value] of values)
        if (minute < until)
            total += value;
    return total;
}

// EXTERNAL MODULE: ./build/rollout/traffic.js
var traffic = __webpack_require__(6211);
;// CONCATENATED MODULE: ./build/targets/alias/alias-counts.js
// The traffic of weighted aliases: Lambda counts each version that an alias sends to apart (Lambda
// developer guide, "types of metrics": FunctionName, Resource and ExecutedVersion).







const HOUR = 3600;
/** @param aliasOf the alias of each function that may be counted */
function createAliasCounts(client, refs, aliasOf = new Map(refs.map(({ functionName, alias }) => [functionName, alias]))) {
    const refOf = (functionName) => ({
        functionName,
        alias: (0,assert/* must */.s)(aliasOf.get(functionName), `the alias of "${functionName}" is known`),
    });
    return {
        readTraffic: async (changes, span, closedUntil) => {
            const [canary, stable, promoted] = await readGroups(client, span, [
                changes.map((c) => invocations(refOf(c.name), c.to)),
                changes.map((c) => invocations(refOf(c.name), c.from)),
                changes.map((c) => invocations(refOf(c.name))),
            ]);
            const sides = { canary, stable, promoted };
            return countedErrors('alias', { apart: true, sides, closedUntil });
        },
        readBaseline: async (startedAt) => {
            const to = (0,traffic/* startOfMinute */.ci)(startedAt);
            const whole = refs.map((ref) => invocations(ref));
            const [all] = await readGroups(client, { from: to - HOUR, to }, [whole, [], []]);
            return [{ measure: (0,errors_measure/* errorsMeasure */.Y)(), minutes: (0,baseline/* countsOf */.mQ)(all) }];
        },
        // Whether Lambda's Duration takes TC(x:) is not documented: it is not asked.
        readMeasures: async () => [],
        readDaily: (now) => {
            const pairs = refs.map((ref) => {
                const [requests, errors] = invocations(ref);
                return [requests, errors];
            });
            return (0,baseline/* readDailyTraffic */.fA)(client, pairs, now);
        },
    };
}
/** Reads three groups in one go, and adds each up over its functions. */
async function readGroups(client, { from, to }, groups) {
    const values = await (0,metric_data/* readMinutes */.w)(client, groups.flat(2), from, to);
    let at = 0;
    const take = (group) => {
        const series = group.map(() => asEvents(values[at++], values[at++], values[at++]));
        return (0,count_table/* addUp */.NM)(series.flat());
    };
    const [first, second, third] = groups;
    return [take(first), take(second), take(third)];
}
/**
 * Invocations, errors and throttles of an alias, or of one version behind it. A throttled request
 * is in neither of the other two (Lambda developer guide, "types of metrics").
 */
function invocations({ functionName, alias }, version) {
    const dimensions = {
        FunctionName: functionName,
        Resource: `${functionName}:${alias}`,
        ...(version && { ExecutedVersion: version }),
    };
    const series = (metric) => ({
        namespace: 'AWS/Lambda',
        metric,
        dimensions,
        statistic: 'Sum',
    });
    return [series('Invocations'), series('Errors'), series('Throttles')];
}
/** No page of AWS's says that Throttles is 0 where nothing was throttled: none counts as none. */
function asEvents(ran = new Map(), failed = new Map(), throttled = new Map()) {
    return [(0,count_table/* shownTogether */.wT)(ran, failed), { requests: throttled, events: throttled }];
}

;// CONCATENATED MODULE: ./build/targets/warm-up.js
// Where the previous version or its alias has provisioned concurrency, the new version gets as much before
// any traffic, and what only one side needed is given back when the rollout is over.



/**
 * What the new versions lack of what is ready for the versions before. Changes nothing.
 *
 * @param kept the aliases that have it of their own, by function name
 */
async function findWarmUps(provisioned, changes, kept = new Map()) {
    const moving = changes.filter(({ from, to }) => from !== to);
    const found = await mapAll(moving, async ({ name, from, to }) => {
        const before = await provisioned.read(name, kept.get(name) ?? from);
        // What is there already is somebody else's, and stays whatever becomes of the rollout.
        const there = before && (await provisioned.read(name, to));
        return before && !there ? [[name, before.requested]] : [];
    });
    return Object.fromEntries(found.flat());
}
/** Lambda allocates within minutes; a version that cannot start fails, or is tried again and again. */
const WARM_UP_LIMIT_SECONDS = 900;
const POLL_SECONDS = 5;
/** Asks for the environments and waits until they are there. Throws when they do not come. */
async function warmUpVersions(provisioned, changes, warmUps, waiting) {
    const asked = changes.filter(({ name }) => Object.hasOwn(warmUps, name));
    await mapAll(asked, async ({ name, to }) => {
        const count = warmUps[name] ?? 0;
        await provisioned.request(name, to, count);
        waiting.say(`${name}: ${count} environments are made ready for version ${to}`);
        await untilReady(provisioned, name, to, waiting);
        waiting.say(`${name}: ${count} environments of version ${to} are ready`);
    });
}
async function untilReady(provisioned, name, version, { pause, stopped }) {
    for (let waited = 0; waited <= WARM_UP_LIMIT_SECONDS; waited += POLL_SECONDS) {
        const { status, reason } = (await provisioned.read(name, version)) ?? GONE;
        if (status === 'READY')
            return;
        if (status === 'FAILED') {
            throw new errors/* KnownError */.E(`the provisioned concurrency of version ${version} of "${name}" failed (${reason || 'Lambda gives no reason'}), so the version does not start as it is`);
        }
        if (stopped())
            throw new errors/* KnownError */.E('cancelled while environments were made ready');
        await pause(POLL_SECONDS);
    }
    throw new errors/* KnownError */.E(`the provisioned concurrency of version ${version} of "${name}" was not ready within ${(0,duration/* formatDuration */.a)(WARM_UP_LIMIT_SECONDS)}`);
}
const GONE = { status: 'FAILED', reason: 'somebody removed it' };
/**
 * Gives back what the losing side has, unless that version is needed all the same. An alias that has it
 * of its own has left nothing on the previous version.
 *
 * @param stands which side has all the traffic now
 */
async function deallocate({ provisioned, isNeeded }, { functions, target }, stands, signal) {
    const { warmed = {} } = target;
    const kept = (target.kind === 'alias' && target.kept) || [];
    const asked = functions.filter(({ name }) => Object.hasOwn(warmed, name) && !(stands === 'new' && kept.includes(name)));
    await forEvery(asked, async ({ name, from, to }) => {
        const left = stands === 'new' ? from : to;
        if (!(await isNeeded(name, left)))
            await provisioned.remove(name, left, signal);
    });
}

;// CONCATENATED MODULE: ./build/targets/voucher.js
// Whether AWS says which version was served before another one: the version's own description does, where this
// action published it. It cannot be changed afterwards, and to publish needs the right to release.

/** @param said by what else needs that right */
function createVoucher(functions, said = [], signal) {
    return async ({ name, from, to }) => {
        if (said.some((one) => one.name === name && one.from === from && one.to === to))
            return true;
        const description = (await functions.read(name, to, signal))?.description ?? '';
        return (0,past_releases/* parseVersion */.ot)(description) === from;
    };
}

;// CONCATENATED MODULE: ./build/targets/alias/alias-state.js
// What stands on the aliases of a rollout, taken together: they move as one, or not at all.

/** Compares one alias with what the rollout does to it; `undefined`: there is none. */
function aliasTraffic(state, { from, to }) {
    if (!state)
        return { kind: 'external', what: 'it is not there any more' };
    const others = Object.entries(state.weights);
    const [other] = others;
    if (others.length === 0 && state.version === from)
        return { kind: 'stable' };
    if (others.length === 0 && state.version === to)
        return { kind: 'promoted' };
    if (state.version === to && isHeld(state, from))
        return { kind: 'promoted', held: true };
    if (state.version === from && others.length === 1 && other?.[0] === to) {
        return { kind: 'split', weight: other[1] };
    }
    return {
        kind: 'external',
        what: `it points to ${describeAlias(state)}, not to ${from} and ${to}`,
        weight: shareOf(state, to),
    };
}
/** Per cent of an alias's traffic on a version. */
function shareOf({ version, weights }, wanted) {
    const others = Object.values(weights).reduce((sum, weight) => sum + weight, 0);
    return version === wanted ? 100 - others : (weights[wanted] ?? 0);
}
/**
 * While provisioned concurrency of an alias moves to another version, Lambda holds all of its traffic on
 * the one before, by weights that nobody wrote (hashicorp/terraform-provider-aws#48116).
 */
function isHeld({ weights }, on) {
    return Object.keys(weights).length === 1 && (0,rollout_plan/* sameWeight */.DC)(weights[on] ?? 0, 100);
}
/**
 * What stands on an alias of a rollout in its phase. One with provisioned concurrency of its own is
 * promoted by weight alone, and moved when the bake is over.
 */
function aliasTrafficInPhase(state, { change, kept }, phase) {
    const trafficState = aliasTraffic(state, change);
    const byWeight = trafficState.kind === 'split' && (0,rollout_plan/* sameWeight */.DC)(trafficState.weight, 100);
    return kept && byWeight && phase.kind === 'baking' ? { kind: 'promoted' } : trafficState;
}
/** The version that has all of the traffic by weight, or else the one that the alias points to. */
function mainVersion({ version, weights }) {
    const [all] = Object.entries(weights).find(([, weight]) => (0,rollout_plan/* sameWeight */.DC)(weight, 100)) ?? [];
    return all ?? version;
}
/** `7 (95%) and 8 (5%)`. */
function describeAlias({ version, weights }) {
    const others = Object.entries(weights);
    if (others.length === 0)
        return version;
    const rest = 100 - others.reduce((sum, [, weight]) => sum + weight, 0);
    const shares = [[version, rest], ...others];
    return shares.map(([v, weight]) => `${v} (${(0,rollout_plan/* formatWeight */.ck)(weight)})`).join(' and ');
}
/**
 * The standing of all aliases as one. Where some have moved and others not yet, it is the one that
 * is furthest behind: the next command moves those and leaves the others as they are.
 *
 * @param explained the weights that the rollout itself may have left, in %; the least of any others comes first
 */
function trafficOfAll(standings, explained) {
    const foreign = standings.flatMap(({ label, trafficState }) => trafficState.kind === 'external' ? [`${label}: ${trafficState.what}`] : []);
    if (foreign.length > 0) {
        const read = { kind: 'external', what: foreign.join('; '), ...mostOf(standings) };
        return foreign.length < standings.length ? { ...read, others: 'owned' } : read;
    }
    const kinds = new Set(standings.map(({ trafficState }) => trafficState.kind));
    if (kinds.size === 1 && kinds.has('stable'))
        return { kind: 'stable' };
    if (kinds.size === 1 && kinds.has('promoted'))
        return { kind: 'promoted', open: false };
    return splitOf(standings, explained);
}
/** The largest share of the new version, where that of every alias is known. */
function mostOf(standings) {
    const weights = standings.flatMap(({ trafficState }) => shareIn(trafficState) ?? []);
    return weights.length < standings.length ? {} : { weight: Math.max(...weights) };
}
function shareIn(trafficState) {
    switch (trafficState.kind) {
        case 'stable':
            return 0;
        case 'promoted':
            return trafficState.held ? 0 : 100;
        default:
            return trafficState.weight;
    }
}
function splitOf(standings, explained) {
    const weights = standings.flatMap(({ label, trafficState }) => {
        if (trafficState.kind === 'split')
            return [{ label, weight: trafficState.weight }];
        return trafficState.kind === 'stable' ? [{ label, weight: 0 }] : [];
    });
    const least = Math.min(...weights.map(({ weight }) => weight));
    const [strange] = weights
        .filter(({ weight }) => !explained.some((e) => (0,rollout_plan/* sameWeight */.DC)(e, weight)))
        .sort((a, b) => a.weight - b.weight);
    const mixed = weights.some(({ weight }) => !(0,rollout_plan/* sameWeight */.DC)(weight, least));
    const most = Math.max(...standings.map(({ trafficState }) => (trafficState.kind === 'promoted' ? 100 : 0)), ...weights.map(({ weight }) => weight));
    if (strange && mixed) {
        return { kind: 'split', weight: strange.weight, where: strange.label, most };
    }
    return { kind: 'split', weight: least, ...(!(0,rollout_plan/* sameWeight */.DC)(most, least) && { most }) };
}
/** The weights that the rollout may have left in a phase: a run may die before a shift is whole. */
function explainedWeights(phase, { steps }) {
    switch (phase.kind) {
        case 'preparing':
            return [0];
        case 'step':
            return [steps[phase.index - 1]?.weight ?? 0, steps[phase.index]?.weight ?? 0];
        case 'baking':
            return [steps.at(-1)?.weight ?? 0];
    }
}

;// CONCATENATED MODULE: ./build/targets/alias/alias-set.js
// Aliases brought to a state by compare-and-set: each is written only as it was read, and never over
// the head of someone else.




function labelOf({ functionName, alias }) {
    return `${functionName}:${alias}`;
}
const STABLE = {
    change: ({ from }) => ({ version: from, canary: undefined }),
    reached: ({ kind }) => kind === 'stable',
    overrules: true,
    atOnce: true,
    words: 'go back to the previous version',
};
const PROMOTED = {
    change: ({ to }) => ({ version: to, canary: undefined }),
    reached: ({ kind }) => kind === 'promoted',
    overrules: false,
    atOnce: false,
    words: 'be promoted',
};
/** The same, and Lambda is not left to hold users where they were. */
const MOVED = {
    ...PROMOTED,
    reached: (trafficState) => trafficState.kind === 'promoted' && !trafficState.held,
    atOnce: true,
};
/** All traffic for the new version, while the alias goes on pointing to the one before. */
const PROMOTED_BY_WEIGHT = {
    change: ({ from, to }) => ({ version: from, canary: { version: to, weight: 100 } }),
    reached: (trafficState) => trafficState.kind === 'promoted' ||
        (trafficState.kind === 'split' && (0,rollout_plan/* sameWeight */.DC)(trafficState.weight, 100)),
    overrules: false,
    atOnce: false,
    words: 'be promoted',
};
/** @param weight per cent */
function splitGoal(weight) {
    return {
        change: ({ from, to }) => ({
            version: from,
            canary: weight > 0 ? { version: to, weight } : undefined,
        }),
        reached: (trafficState) => trafficState.kind === 'split'
            ? (0,rollout_plan/* sameWeight */.DC)(trafficState.weight, weight)
            : trafficState.kind === 'stable' && weight === 0,
        overrules: false,
        atOnce: false,
        words: `give ${(0,rollout_plan/* formatWeight */.ck)(weight)} to the canary`,
    };
}
/**
 * @param makeWay called where Lambda refuses an alias because a version behind it has provisioned
 *   concurrency as well: gives back what the rollout lent that version, if it did
 */
function createAliasSet(aliases, makeWay = async () => undefined) {
    const observation = new Map();
    /** As this run first found it, or left it last. */
    const left = new Map();
    const look = async (ref, signal) => {
        const label = labelOf(ref);
        const state = await aliases.read(ref, signal);
        if (state)
            observation.set(label, state);
        else
            observation.delete(label);
        if (state && !left.has(label))
            left.set(label, state);
        return state;
    };
    const update = async (member, goal, revisionId, signal) => {
        const { ref, change } = member;
        const send = (revision) => aliases.update(ref, goal.change(change), revision, signal);
        const answered = await send(revisionId).catch(async (error) => {
            if (!isProvisionedTwice(error))
                throw error;
            await makeWay(member);
            return send(revisionId);
        });
        const done = !goal.atOnce || goal.reached(aliasTraffic(answered, change));
        return done ? answered : send(answered.revisionId);
    };
    const write = async (member, goal, state, signal) => {
        const { ref, change } = member;
        const label = labelOf(ref);
        const trafficState = aliasTraffic(state, change);
        if (!state || trafficState.kind === 'external') {
            throw new errors/* MovedError */.WJ(`${label} was left alone: ${alias_set_describe(trafficState)}`);
        }
        if (!goal.reached(trafficState)) {
            const mine = goal.overrules || isHeldByLambda(trafficState);
            if (!mine)
                checkLeft(label, state, left.get(label) ?? state);
            const answered = await update(member, goal, state.revisionId, signal).catch((error) => {
                // It may have had its effect all the same: the current state is not known any more.
                observation.delete(label);
                throw error;
            });
            observation.set(label, answered);
            if (!goal.reached(aliasTraffic(answered, change))) {
                throw new errors/* KnownError */.E(`AWS accepted the change, but does not show it: ${label} was to ${goal.words}, and is ${JSON.stringify(answered)}`);
            }
        }
        left.set(label, observation.get(label) ?? state);
    };
    return {
        look,
        bring: async (member, goal, signal) => {
            const { ref } = member;
            const known = observation.get(labelOf(ref)) ?? (await look(ref, signal));
            try {
                await write(member, goal, known, signal);
            }
            catch (error) {
                if (!isLostRace(error) && !(error instanceof errors/* MovedError */.WJ))
                    throw error;
                // Our own write whose answer was lost, someone else's, or a reading that is old or wrong: look,
                // and judge anew.
                await write(member, goal, await look(ref, signal), signal);
            }
        },
        isLeft: ({ ref, change }) => {
            const state = observation.get(labelOf(ref));
            const trafficState = state && aliasTraffic(state, change).kind;
            return trafficState !== 'stable' && trafficState !== 'external';
        },
    };
}
function isHeldByLambda(trafficState) {
    return trafficState.kind === 'promoted' && trafficState.held === true;
}
function alias_set_describe(trafficState) {
    return trafficState.kind === 'external' ? trafficState.what : trafficState.kind;
}
/** A new revision alone is no harm: someone may have written a description. */
function checkLeft(label, state, left) {
    const [stands, stood] = [describeAlias(state), describeAlias(left)];
    if (stands === stood)
        return;
    throw new errors/* MovedError */.WJ(`${label} was left alone: somebody else moved it from ${stood} to ${stands}`);
}

;// CONCATENATED MODULE: ./build/targets/alias/alias-proof.js
// What bears out the record of a rollout of aliases: as long as an alias points to the previous version, the
// alias itself; behind the promotion the description of the new version.




/** Whether each alias shows the previous version, or the new version says what was served before it. */
async function proveAliases({ fleet, functions }, members, signal) {
    const vouches = createVoucher(functions, [], signal);
    let moved = false;
    for (const { ref, change } of members) {
        const trafficState = aliasTraffic(await fleet.look(ref, signal), change);
        moved ||= trafficState.kind === 'external';
        if (trafficState.kind !== 'promoted' || trafficState.held || (await vouches(change)))
            continue;
        return doubtful(`nothing but its tags says that ${labelOf(ref)} pointed to version ${change.from} before ${change.to}`);
    }
    return moved ? { kind: 'moved' } : BORNE_OUT;
}
/**
 * Whether a run that did not begin the rollout may move aliases to the new versions: some of them have a
 * part of the traffic there already, and the others' versions say what they were published after.
 *
 * @returns why it may not; `undefined`: it may
 */
async function doubtNewVersions({ fleet, functions }, members) {
    const vouches = createVoucher(functions);
    const stable = [];
    for (const member of members) {
        const trafficState = aliasTraffic(await fleet.look(member.ref), member.change);
        if (trafficState.kind === 'stable')
            stable.push(member);
    }
    if (stable.length > 0 && stable.length === members.length)
        return NOT_BEGUN;
    for (const { ref, change } of stable) {
        if (await vouches(change))
            continue;
        return `nothing but its tags says that version ${change.to} is released to ${labelOf(ref)}`;
    }
    return undefined;
}

;// CONCATENATED MODULE: ./build/targets/alias/finalize-provisioned.js
// The end of a promotion of an alias with provisioned concurrency of its own. Until now the alias pointed
// to the previous version, by weight alone past it: the way back was one call, to environments that were
// ready. Now it is moved, and Lambda moves what it keeps ready after it (decision 12).






/** Moves all of them, whatever becomes of one. Throws what went wrong, with what stands instead. */
async function finalizeProvisioned(bound, members, waiting) {
    const kept = members.filter((member) => member.kept);
    await forEvery(kept, (member) => handOverOne(bound, member, waiting));
}
async function handOverOne(bound, member, waiting) {
    const { ref, change } = member;
    const label = labelOf(ref);
    try {
        await bound.fleet.bring(member, PROMOTED);
    }
    catch (error) {
        throw new errors/* KnownError */.E(`${label} gives all traffic to version ${change.to} by weight, but could not be pointed to it, and the version keeps the environments that it was lent: ${(0,errors/* messageOf */.bD)(error)}`, { cause: error });
    }
    waiting.say(`${label}: Lambda moves its provisioned concurrency to version ${change.to}, and may serve version ${change.from} until it is ready`);
    const failure = await untilMoved(bound, member, waiting);
    if (failure === undefined) {
        await bound.provisioned.remove(change.name, change.to);
        waiting.say(waiting.stopped()
            ? `${label}: not waited for any longer`
            : `${label}: version ${change.to} is served, by environments of the alias`);
        return;
    }
    await bound.fleet.bring(member, MOVED);
    throw new errors/* KnownError */.E(`the provisioned concurrency of ${label} ${failure} for version ${change.to}, which is served all the same, and keeps what environments it was lent`);
}
/** Lambda may take a moment to begin, and until then shows what it had ready for the previous version. */
const LOOKS = 2;
/** @returns why it is not to be waited for any more; `undefined`: it has moved, or the job is to stop */
async function untilMoved({ fleet, provisioned }, { ref, change }, { pause, stopped }) {
    let settled = 0;
    for (let waited = 0; waited <= WARM_UP_LIMIT_SECONDS; waited += POLL_SECONDS) {
        const trafficState = aliasTraffic(await fleet.look(ref), change);
        if (trafficState.kind !== 'promoted') {
            throw new errors/* KnownError */.E(`${labelOf(ref)} was moved by somebody else, while Lambda moved its provisioned concurrency`);
        }
        const found = await provisioned.read(ref.functionName, ref.alias);
        if (found?.status === 'FAILED')
            return `failed (${found.reason || 'Lambda gives no reason'})`;
        settled = trafficState.held || found?.status === 'IN_PROGRESS' ? 0 : settled + 1;
        if (settled >= LOOKS || stopped())
            return undefined;
        await pause(POLL_SECONDS);
    }
    return `was not ready within ${(0,duration/* formatDuration */.a)(WARM_UP_LIMIT_SECONDS)}`;
}

;// CONCATENATED MODULE: ./build/targets/alias/alias-moves.js
// What a rollout does to its aliases, and to what is kept ready behind them.







/** All that changes who is served what, or what is ready for them. */
function moves(proof, trust, provisioned, versions) {
    const { fleet } = proof;
    const forward = async (record, goal) => {
        const members = membersOf(record);
        const doubt = trust.isOwn(record) ? undefined : await doubtNewVersions(proof, members);
        if (doubt !== undefined)
            throw new errors/* MovedError */.WJ(doubt);
        await forAll(members, (member) => fleet.bring(member, goal(member)));
    };
    return {
        shift: ({ record }, weight) => forward(record, () => splitGoal(weight)),
        promote: ({ record }) => forward(record, ({ kept }) => (kept ? PROMOTED_BY_WEIGHT : PROMOTED)),
        finalizeProvisioned: ({ record }, waiting) => finalizeProvisioned({ fleet, provisioned }, membersOf(record), waiting),
        rollBack: ({ record }, trafficState, signal) => giveBack(fleet, membersOf(record), trafficState, signal),
        cleanUp: ({ record }, stands, signal) => {
            const isNeeded = async (name, version) => (await versions.aliased(name, signal)).includes(version);
            return deallocate({ provisioned, isNeeded }, record, stands, signal);
        },
    };
}
/** What an alias has of its own is then shared out by Lambda. */
async function makeWay(provisioned, { ref, change, kept }, say) {
    if (!kept)
        return;
    await provisioned.remove(change.name, change.to);
    say(`${labelOf(ref)}: Lambda takes no version with provisioned concurrency behind an alias that has some, so version ${change.to} gave back what it was lent, and Lambda shares out the alias's`);
}
/** All that are ours. What somebody else was seen to hold is left to them. */
async function giveBack(fleet, members, trafficState, signal) {
    const known = trafficState.kind === 'external' && trafficState.others === 'owned';
    await forEvery(members, async (member) => {
        try {
            await fleet.bring(member, STABLE, signal);
        }
        catch (error) {
            if (!known || !(error instanceof errors/* MovedError */.WJ))
                throw error;
        }
    });
}
/** The alias of every function, as the rollout has it. */
function movedRefs(record) {
    const { aliases } = aliasRecord(record);
    return record.functions.map(({ name }) => ({
        functionName: name,
        alias: aliasIn(aliases, name),
    }));
}
function aliasIn(aliases, name) {
    return (0,assert/* must */.s)(aliases[name], `the record has the alias of "${name}"`);
}
function aliasRecord({ target }) {
    if (target.kind === 'alias')
        return target;
    throw new errors/* KnownError */.E('what is remembered here is not the rollout of an alias');
}
/** Every function whose version changes, with its alias. */
function membersOf(record) {
    const target = aliasRecord(record);
    return record.functions
        .filter(({ from, to }) => from !== to)
        .map((change) => ({
        ref: { functionName: change.name, alias: aliasIn(target.aliases, change.name) },
        change,
        kept: target.kept?.includes(change.name) ?? false,
    }));
}

;// CONCATENATED MODULE: ./build/targets/alias/repair-split.js
// An alias that somebody else left split, as a stopped CodeDeploy deployment does, is given back to the
// version that it points to, or to the one that has all of its traffic: by compare-and-set, so that what is still being moved is left alone.





/** @returns what was done, in a sentence */
async function repairSplit(aliases, facts) {
    const done = [];
    await forAll(facts, async (fact) => {
        if (fact.split)
            done.push(await repair(aliases, fact, fact.split));
    });
    return done.join('; ');
}
async function repair(aliases, { ref }, split) {
    const label = labelOf(ref);
    const version = mainVersion(split);
    try {
        const after = await aliases.update(ref, { version, canary: undefined }, split.revisionId);
        const shown = describeAlias(after);
        if (shown === version)
            return `${label} was ${describeAlias(split)}, and is ${version} again`;
        throw new errors/* KnownError */.E(`${label} was to be given back to ${version}, and is ${shown}`);
    }
    catch (error) {
        if (!isLostRace(error))
            throw error;
        throw new errors/* MovedError */.WJ(`${label} was not repaired: somebody moved it since it was looked at, so another release is at work`, { cause: error });
    }
}

;// CONCATENATED MODULE: ./build/targets/alias/alias-setup.js
// Aliases after a clean preflight: what is remembered of them, and how a rollout or a first release
// begins.








function setUpAliases({ aliases, provisioned, stored, trust }, facts) {
    const first = facts.every(({ from }) => from === '');
    return {
        functions: facts.map(({ input, from }) => ({
            name: input.name,
            from,
            version: input.version,
        })),
        longestAnswerSeconds: Math.max(...facts.map((fact) => fact.timeoutSeconds)),
        lends: facts.reduce((sum, { warmth }) => sum + warmth.count, 0),
        needs: {
            kind: 'alias',
            creates: first,
            functions: facts.map(({ arn, input, warmth }) => ({
                arn,
                publishes: input.version === undefined,
                provisions: warmth.of !== 'none',
            })),
        },
        ...(facts.some(({ split }) => split) && { repair: () => repairSplit(aliases, facts) }),
        whyUnchanged: async (changes) => changes.every((change) => change.from === change.to)
            ? 'code and configuration are those of the version that the alias points to'
            : undefined,
        ...(first && { serveFirst: (changes) => createAll(aliases, facts, changes) }),
        rememberedOn: (0,assert/* must */.s)([...facts].sort(byName)[0], 'a function is released').arn,
        record: () => ({
            kind: 'alias',
            aliases: Object.fromEntries(facts.map(({ ref }) => [ref.functionName, ref.alias])),
        }),
        prepare: async (begun, preparing) => {
            const phase = { kind: 'preparing' };
            const kept = facts.filter(({ warmth }) => warmth.of === 'alias').map(({ ref }) => ref);
            const aliasOf = new Map(kept.map(({ functionName, alias }) => [functionName, alias]));
            const warmUps = await findWarmUps(provisioned, begun.functions, aliasOf);
            const record = remembering(begun, warmUps, [...aliasOf.keys()]);
            trust.writes(record);
            const tags = (0,rollout_record/* recordTags */.h0)(record, phase, rollout_record/* MAX_CHUNKS */.sJ * facts.length);
            await stored.begin(tags, record.id, preparing.pause);
            await warmUpVersions(provisioned, record.functions, warmUps, preparing);
            preparing.say('The new versions are published; nobody is served them yet.');
            return { record, phase, stepStartTimes: [], canaryDeploymentId: undefined };
        },
    };
}
/** In the order of the alphabet, as their names are sorted to find the one that remembers. */
function byName({ ref: a }, { ref: b }) {
    return a.functionName < b.functionName ? -1 : 1;
}
/** What is asked for is remembered before: whoever ends the rollout gives it back. */
function remembering(record, warmed, kept) {
    if (record.target.kind !== 'alias')
        return record;
    const target = {
        ...record.target,
        ...(Object.keys(warmed).length > 0 && { warmed }),
        ...(kept.length > 0 && { kept }),
    };
    return { ...record, target };
}
/** Makes every alias, or none. */
async function createAll(aliases, facts, changes) {
    const versions = new Map(changes.map(({ name, to }) => [name, to]));
    const made = [];
    try {
        await forAll(facts, async (fact) => {
            const version = (0,assert/* must */.s)(versions.get(fact.ref.functionName), 'each function has its version');
            const state = await aliases.create(fact.ref, version);
            // Another version means that somebody else made it meanwhile: it is not ours to remove.
            if (state.version !== version) {
                throw new errors/* MovedError */.WJ(`${labelOf(fact.ref)} was to be made for version ${version}, and somebody else made it: ${describeAlias(state)}`);
            }
            made.push(fact);
        });
    }
    catch (error) {
        throw await removed(aliases, made, error);
    }
    const labels = facts.map(({ ref }) => labelOf(ref)).join(', ');
    return `${labels} ${facts.length === 1 ? 'was' : 'were'} made and ${facts.length === 1 ? 'gives' : 'give'} all traffic to the new version`;
}
async function removed(aliases, made, error) {
    const why = (0,errors/* messageOf */.bD)(error);
    try {
        await forEvery(made, ({ ref }) => aliases.remove(ref));
        return new errors/* KnownError */.E(`no alias was made: ${why}`, { cause: error });
    }
    catch (left) {
        return new errors/* KnownError */.E(`${why}; some aliases were made already: ${(0,errors/* messageOf */.bD)(left)}`, {
            cause: error,
        });
    }
}

;// CONCATENATED MODULE: ./build/targets/alias/alias-undo.js
// Behind a promotion of aliases: the versions that were served before, as the published versions
// themselves say it.




/** Throws a `KnownError` that says what is gone, or what must be named. */
async function findAliasUndo(fleet, functions, refs, to) {
    const found = await mapAll(refs, async (ref) => memberOf(fleet, functions, ref, to, refs.length));
    const members = found.filter((member) => member !== undefined);
    const moved = members.filter(({ change }) => change.from !== change.to);
    return {
        functions: members.map(({ change: { name, from, to } }) => ({ name, from: to, to: from })),
        words: members.map(({ ref, change }) => `${labelOf(ref)} on version ${change.to}`).join(', '),
        done: moved.length === 0,
        go: () => moveAll(fleet, moved),
    };
}
/** All, or none. */
async function moveAll(fleet, members) {
    try {
        await forAll(members, (member) => fleet.bring(member, MOVED));
    }
    catch (error) {
        const why = (0,errors/* messageOf */.bD)(error);
        await forEvery(members, (member) => fleet.bring(member, STABLE));
        throw new errors/* KnownError */.E(`nothing was gone back to: ${why}`, { cause: error });
    }
}
/** `undefined`: nothing is said of this function. */
async function memberOf(fleet, functions, ref, to, count) {
    const name = ref.functionName;
    const state = await fleet.look(ref);
    if (!state)
        throw new errors/* KnownError */.E(`there is no alias ${labelOf(ref)}`);
    const from = state.version;
    const wanted = await versionFor(functions, name, from, to, count);
    if (wanted === undefined)
        return undefined;
    if (!(await functions.read(name, wanted))) {
        throw new errors/* KnownError */.E(`version ${wanted} of "${name}" is gone, so there is no way back to it`);
    }
    return { ref, change: { name, from, to: wanted }, kept: false };
}
async function versionFor(functions, name, from, to, count) {
    switch (to.kind) {
        case 'deployment':
            throw new errors/* KnownError */.E('rollback-to: aliases have no deployments; expected versions');
        case 'versions': {
            const { '': lone } = to.versions;
            if (lone === undefined)
                return to.versions[name];
            if (count === 1)
                return lone;
            throw new errors/* KnownError */.E(`rollback-to: "${lone}" does not say of which function; expected for example ${name}=${lone}`);
        }
        case 'previous': {
            const served = await functions.read(name, from);
            const before = (0,past_releases/* parseVersion */.ot)(served?.description ?? '');
            if (before !== undefined)
                return before;
            throw new errors/* KnownError */.E(`version ${from} of "${name}" does not say what was served before it; name a version instead of previous, such as ${name}=7`);
        }
    }
}

// EXTERNAL MODULE: ./build/base/suggest.js
var suggest = __webpack_require__(4526);
;// CONCATENATED MODULE: ./build/targets/alias/first-release.js
// Aliases that are not there. One is made only where that was meant: a misspelt name would be a green
// release that nobody calls.



/** A first release is watched by nobody, so it must not ride along with one that is. */
async function checkFirst(aliases, facts, firstRelease, findings) {
    const absent = facts.filter(({ from }) => from === '');
    if (absent.length === 0)
        return;
    const missing = await mapAll(absent, (fact) => describeMissing(aliases, fact));
    const labels = missing.map(({ label }) => label).join(', ');
    const words = missing.map((each) => each.words).join('');
    if (absent.length < facts.length) {
        findings.problems.push(`alias: there is no ${labels} yet, while the others exist.${words} A first release has nothing to be compared with, so release ${absent.length === 1 ? 'it' : 'them'} alone first, with first-release: allow`);
    }
    else if (firstRelease === 'refuse') {
        findings.problems.push(`alias: there is no ${labels}.${words} If this is the first release, set first-release: allow, which makes ${absent.length === 1 ? 'the alias' : 'these aliases'} and gives the new version all traffic at once`);
    }
    else {
        findings.notes.push(`alias: there is no ${labels} yet, so this is the first release: with nothing to compare it with, all traffic goes to it at once.${words}`);
    }
}
async function describeMissing(aliases, { ref }) {
    const { functionName, alias } = ref;
    // A guess is all that it is for: the release asks for no permission because of it.
    const names = await aliases.names(functionName).catch(() => []);
    return { label: labelOf(ref), words: (0,suggest/* didYouMean */.a)(alias, names) || sayNames(functionName, names) };
}
const SHOWN_NAMES = 10;
function sayNames(functionName, names) {
    if (names.length === 0)
        return '';
    const shown = names.slice(0, SHOWN_NAMES).map((name) => `"${name}"`);
    const more = names.length > shown.length ? ` and ${names.length - shown.length} more` : '';
    return ` "${functionName}" has the ${names.length === 1 ? 'alias' : 'aliases'} ${shown.join(', ')}${more}.`;
}

// EXTERNAL MODULE: ./build/aws/not-active.js
var not_active = __webpack_require__(7526);
// EXTERNAL MODULE: ./build/aws/readiness.js
var readiness = __webpack_require__(7338);
// EXTERNAL MODULE: ./build/rollout/stored-state-text.js
var stored_state_text = __webpack_require__(5235);
;// CONCATENATED MODULE: ./build/targets/inspect-warm.js
// Preflight of versions with provisioned concurrency: what starts at once is not to be followed by what
// starts cold.

/**
 * The environments that are kept ready for the version that is served alone.
 *
 * @returns how many; 0: none
 * @param from the version that is served
 * @param version the one to be released; `undefined`: it is yet to be published
 */
async function checkWarm(provisioned, { name, from, version }, findings) {
    if (from === version)
        return 0;
    const own = await (0,problems/* attempt */.C)(findings, () => provisioned.read(name, from));
    if (!own)
        return 0;
    findings.notes.push(`provisioned concurrency: version ${from} of "${name}" has ${own.requested}; the new one gets as much before any traffic, and both cost until the release is over`);
    return own.requested;
}

;// CONCATENATED MODULE: ./build/targets/alias/inspect-provisioned.js
// Preflight of provisioned concurrency: what the previous version or its alias has, the new version is to
// have as well (decision 12).






const NOT_WARM = { of: 'none', count: 0 };
/** Reads what is ready for the version that is served. @param state of the alias */
async function checkProvisioned({ provisioned, region }, input, { ref, state }, findings) {
    const { name, version } = input;
    if (state.version === '')
        return NOT_WARM;
    const read = (qualifier) => (0,problems/* attempt */.C)(findings, () => provisioned.read(name, qualifier));
    const shared = await read(ref.alias);
    if (shared)
        checkSettled({ region, ref, state }, shared, findings);
    const from = mainVersion(state);
    if (from === version)
        return NOT_WARM;
    if (shared) {
        if (version !== undefined && (await read(version)))
            refuseTwice(region, ref, version, findings);
        findings.notes.push(noteOfAlias(ref, from, shared.requested));
        return { of: 'alias', count: shared.requested };
    }
    const served = { name, from, version };
    const count = await checkWarm(provisioned, served, findings);
    return count > 0 ? { of: 'version', count } : NOT_WARM;
}
function noteOfAlias(ref, from, count) {
    return (`provisioned concurrency: ${labelOf(ref)} has ${count} of its own; the new version is lent as much before any traffic, and both cost until the release is over. ` +
        `Then Lambda moves the alias's own, and until that is ready, a minute or more, it serves version ${from} once again`);
}
/** Where Lambda holds an alias by weights of its own, neither repair nor release would end well. */
function checkSettled({ region, ref, state }, { status, reason }, findings) {
    const others = Object.values(state.weights);
    const held = others.length === 1 && (0,rollout_plan/* sameWeight */.DC)(others[0] ?? 0, 100) && status !== 'READY';
    if (!held)
        return;
    const why = status === 'FAILED'
        ? `failed (${reason || 'Lambda gives no reason'}). Point the alias to a version that starts: ${(0,command_line/* aliasCommand */.Ql)(region, ref, mainVersion(state))}`
        : 'is not ready yet. Run the release again when it is';
    findings.problems.push(`alias: Lambda itself holds ${labelOf(ref)} on the previous version, ${describeAlias(state)}, for the alias's provisioned concurrency of version ${state.version} ${why}`);
}
function refuseTwice(region, { functionName, alias }, version, findings) {
    const giveBack = (0,command_line/* awsCommand */.bg)('lambda delete-provisioned-concurrency-config', {
        region,
        'function-name': functionName,
        qualifier: version,
    });
    findings.problems.push(`version: version ${version} of "${functionName}" has provisioned concurrency of its own, and the alias ${alias} has some too; Lambda lets a version have it once. ` +
        `Give back the version's: ${giveBack}`);
}

;// CONCATENATED MODULE: ./build/targets/alias/inspect-aliases.js
// Preflight of aliases: each function is ready, each alias stands on one published version, and the
// two versions may share an alias.










/** Looks at one function and its alias. `undefined` when there are problems with it. */
async function inspectAlias(bound, input, findings) {
    const ref = refOf(input);
    const before = findings.problems.length;
    const latest = await (0,problems/* attempt */.C)(findings, () => readFunction(bound, input));
    if (!latest)
        return undefined;
    checkFunction(input, latest, findings);
    const open = await checkMemory(bound, ref, findings);
    const next = await readNext(bound, input, latest, findings);
    const stood = next && (await inspectStanding(bound, { ref, open }, next, findings));
    if (stood)
        checkCurrent(ref, mainVersion(stood), input, findings);
    if (!stood)
        return undefined;
    const trafficState = { ref, state: stood };
    const warmth = await checkProvisioned(bound, input, trafficState, findings);
    if (findings.problems.length > before)
        return undefined;
    const { arn, timeoutSeconds } = latest;
    const split = isSplit(stood) ? stood : undefined;
    return { input, ref, arn, from: mainVersion(stood), split, timeoutSeconds, warmth };
}
const ABSENT = { version: '', weights: {}, revisionId: '' };
/**
 * Looks at what the alias stands on.
 *
 * @returns without a version where there is no such alias; `undefined` when it could not be read
 */
async function inspectStanding(bound, { ref, open }, next, findings) {
    const before = findings.problems.length;
    const state = await (0,problems/* attempt */.C)(findings, () => bound.aliases.read(ref));
    if (!state)
        return findings.problems.length > before ? undefined : ABSENT;
    checkAlias(bound, ref, state, findings, open);
    await checkVersions(bound, ref, next, mainVersion(state), findings);
    return state;
}
function refOf({ name, alias }) {
    return { functionName: name, alias: alias ?? '' };
}
async function readFunction({ functions, region }, { name }) {
    const found = await functions.read(name);
    if (found)
        return found;
    throw new errors/* KnownError */.E(`functions: there is no function "${name}" in ${region}`);
}
async function readNext({ functions }, { name, version }, latest, findings) {
    if (version === undefined)
        return { words: 'the version to be published', reading: latest };
    const before = findings.problems.length;
    const reading = await (0,problems/* attempt */.C)(findings, () => functions.read(name, version));
    if (reading) {
        const why = (0,readiness/* whyNotReady */.$)(reading);
        if (why !== undefined)
            findings.problems.push(`version: version ${version} of "${name}" ${why}`);
        return { words: `version ${version}`, reading };
    }
    if (findings.problems.length === before) {
        findings.problems.push(`version: "${name}" has no published version ${version}`);
    }
    return undefined;
}
function checkFunction(input, reading, findings) {
    const { name } = input;
    if (!['Active', 'Inactive', 'Pending'].includes(reading.state)) {
        findings.problems.push(`functions: "${name}" is ${reading.state}${reading.stateReason && ` (${reading.stateReason})`}; expected Active`);
    }
    if (reading.lastUpdateStatus === 'Failed') {
        findings.problems.push(`functions: ${(0,not_active/* sayFailedUpdate */.CG)(name, reading.lastUpdateReason)}`);
    }
    const account = (0,arns/* accountOf */.XP)(reading.arn);
    if (input.account !== undefined && input.account !== account) {
        findings.problems.push(`functions: "${name}" is of account ${input.account}, and the job works in account ${account}`);
    }
}
function isSplit({ weights }) {
    return Object.keys(weights).length > 0;
}
/** An alias that is split and that nobody remembers was left so by a release that was cut off. */
function checkAlias({ region, onSplit }, ref, state, findings, explained) {
    const label = labelOf(ref);
    if (!/^\d+$/.test(state.version)) {
        findings.problems.push(`alias: ${label} points to ${state.version}; expected a published version, for only those can be split`);
    }
    if (!isSplit(state) || explained)
        return;
    const main = mainVersion(state);
    if (onSplit === 'repair') {
        findings.notes.push(`alias: ${label} is split between ${describeAlias(state)}; on-split-alias: repair gives all of it to ${main} before anything else`);
    }
    else {
        findings.problems.push(`alias: ${label} is split between ${describeAlias(state)} already, by someone else or a release that was cut off. ` +
            `To give all of it to ${main}, set on-split-alias: repair, or: ${(0,command_line/* aliasCommand */.Ql)(region, ref, main)}`);
    }
}
/**
 * An AppSpec says what the alias points to before. One that points to the target already was moved by
 * an earlier run: nothing is left to do.
 */
function checkCurrent(ref, from, { current, version }, findings) {
    if (current === undefined || from === current || from === version)
        return;
    const stands = from === '' ? 'is not there yet' : `points to version ${from}`;
    findings.problems.push(`appspec: ${labelOf(ref)} ${stands}, and CurrentVersion is ${current}; expected the version that the alias points to`);
}
/** @returns whether a rollout of the alias is open, which then explains a split */
async function checkMemory({ stored, names, linkTo }, { functionName }, findings) {
    const found = await (0,problems/* attempt */.C)(findings, () => stored.readOf(functionName));
    if (!found || found.kind === 'none')
        return false;
    // What that one remembers is looked at where it is.
    if (found.kind === 'takes-part' && found.rememberedBy === [...names].sort()[0])
        return true;
    if (found.kind !== 'rollout') {
        findings.problems.push(`alias: ${(0,stored_state_text/* whyNotOwned */.Tm)(`"${functionName}"`, found, linkTo)}`);
        return found.kind === 'takes-part';
    }
    const { id, functions } = found.storedRollout.record;
    const same = functions.length === names.length && functions.every((f) => names.includes(f.name));
    // The same release: what is done with it is for on-unfinished to say.
    if (same)
        return true;
    findings.problems.push(`alias: the rollout of ${linkTo(id)} is unfinished, which "${functionName}" remembers, with other functions than are released here. Let it end first`);
    return true;
}
/** Lambda developer guide, "weighted alias": the same role, and the same dead-letter queue. */
async function checkVersions({ functions }, { functionName }, { words, reading: next }, from, findings) {
    const old = await (0,problems/* attempt */.C)(findings, () => functions.read(functionName, from));
    if (!old)
        return;
    if (old.role !== next.role) {
        findings.problems.push(`functions: version ${from} of "${functionName}" has the role ${old.role}, and ${words} has ${next.role}; versions behind one alias must share it`);
    }
    if (old.deadLetterQueue !== next.deadLetterQueue) {
        findings.problems.push(`functions: version ${from} of "${functionName}" and ${words} have different dead-letter queues; versions behind one alias must share it`);
    }
}

// EXTERNAL MODULE: ./build/rollout/asked-for.js
var asked_for = __webpack_require__(1728);
;// CONCATENATED MODULE: ./build/targets/alias/observe-aliases.js
// What stands on the aliases, and what is remembered of them.









function observing({ stored, trust, proof, released, known, region, }) {
    const refs = released.map(refOf);
    const labels = refs.map(labelOf);
    const { fleet } = proof;
    return {
        knows: trust.knows,
        observe: async (signal) => {
            const read = await stored.read(signal);
            checkAccount(released, (0,arns/* accountOf */.XP)((await stored.readArn(signal)) ?? ''));
            const found = await trust.vet(read, ({ record }) => proveAliases(proof, membersOf(record), signal));
            if (found.kind !== 'rollout')
                return { stored: found, trafficState: undefined };
            for (const ref of movedRefs(found.storedRollout.record))
                known.set(ref.functionName, ref.alias);
            return { stored: found, trafficState: await observeAll(fleet, found.storedRollout, signal) };
        },
        look: (rollout, signal) => observeAll(fleet, rollout, signal),
        readBeside: async () => {
            if (refs.length === 1)
                return undefined;
            const each = await mapAll(refs, ({ functionName }) => stored.readOf(functionName));
            return each.map(besideOf).find((one) => one !== undefined);
        },
        describe: (snapshot) => {
            const moved = snapshot ? movedRefs(snapshot.rollout.record).map(labelOf) : labels;
            // As they were asked for, where that is all of it.
            const same = moved.length === labels.length && moved.every((label) => labels.includes(label));
            return { kind: 'alias', region, aliases: same ? labels : moved };
        },
    };
}
/** What one of several functions remembers, where the first of them remembers nothing. */
function besideOf(stored) {
    if (stored.kind === 'none')
        return undefined;
    if (stored.kind !== 'rollout')
        return stored;
    const { record } = stored.storedRollout;
    return { kind: 'another', of: (0,asked_for/* movedBy */.bb)(record), id: record.id };
}
/** A function of the same name in another account is not the one that was asked for. */
function checkAccount(released, account) {
    const other = released.find((input) => input.account !== undefined && input.account !== account);
    if (!other || account === '')
        return;
    throw new errors/* KnownError */.E(`functions: "${other.name}" is of account ${other.account}, and the job works in account ${account}`);
}
async function observeAll(fleet, { record, phase }, signal) {
    const standings = await mapAll(membersOf(record), async (member) => ({
        label: labelOf(member.ref),
        trafficState: aliasTrafficInPhase(await fleet.look(member.ref, signal), member, phase),
    }));
    return trafficOfAll(standings, explainedWeights(phase, record.plan));
}

// EXTERNAL MODULE: ./build/base/quote.js
var quote = __webpack_require__(3636);
// EXTERNAL MODULE: ./build/rollout/record-shape.js
var record_shape = __webpack_require__(7581);
;// CONCATENATED MODULE: ./build/targets/alias/function-tags.js
// What one function says of a rollout, in its tags: the whole of it, a part, or that another one
// remembers it.




/** The tag of a function that takes part in a rollout which another one remembers. */
const WITH = `${rollout_record/* TAG_PREFIX */.C_}with`;
/** The tag that names the function with the next part of a record too long for one. */
const MORE = `${rollout_record/* TAG_PREFIX */.C_}more`;
/** Enough for the longest record of a thousand functions; an edited tag must not lead round in circles. */
const MOST_PARTS = 100;
function bindTags(aliases, functions) {
    const arns = new Map();
    const find = async (name, signal) => {
        const known = arns.get(name) ?? (await functions.read(name, undefined, signal))?.arn;
        if (known !== undefined)
            arns.set(name, known);
        return known;
    };
    const mustFind = async (name, signal) => {
        const arn = await find(name, signal);
        if (arn === undefined)
            throw new errors/* KnownError */.E(`there is no function "${name}"`);
        return arn;
    };
    return {
        arnOf: find,
        tagsOf: async (name, signal) => {
            const arn = await find(name, signal);
            return arn === undefined ? {} : aliases.readTags(arn, signal);
        },
        mark: async (name, tags, signal) => aliases.tag(await mustFind(name, signal), tags, signal),
        unmark: async (name, keys, signal) => aliases.untag(await mustFind(name, signal), keys, signal),
    };
}
async function function_tags_readFunction(tagged, name, signal) {
    return readTags(tagged, name, await tagged.tagsOf(name, signal), signal);
}
/** What a function with these tags remembers, its record's further parts included, or takes part in. */
async function readTags(tagged, name, tags, signal) {
    const { [WITH]: elsewhere, [MORE]: more } = tags;
    for (const [key, named] of Object.entries({ [WITH]: elsewhere, [MORE]: more })) {
        if (named === undefined || (0,record_shape/* isFunctionName */.mx)(named))
            continue;
        return { kind: 'unreadable', why: `the tag ${key} is ${(0,quote/* quote */.h)(named)}` };
    }
    if (elsewhere !== undefined) {
        return (await partIn(tagged, name, tags, signal)) ?? { kind: 'none', last: undefined };
    }
    const parts = [tags];
    for (let next = more; (0,record_shape/* isFunctionName */.mx)(next) && parts.length < MOST_PARTS;) {
        const part = await tagged.tagsOf(next, signal);
        parts.push(recordTagsOf(part));
        next = part[MORE];
    }
    return (0,rollout_record/* readStoredState */.ZX)(Object.assign({}, ...parts.reverse()));
}
/** A mark that is all that is left of a rollout is nobody's: `undefined`. */
async function partIn(tagged, functionName, tags, signal) {
    const rememberedBy = tags[WITH] ?? '';
    const part = { kind: 'takes-part', functionName, rememberedBy };
    try {
        const theirs = await tagged.tagsOf(rememberedBy, signal);
        const stored = theirs[WITH] === undefined && (await readTags(tagged, rememberedBy, theirs, signal));
        if (!stored || stored.kind === 'none')
            return undefined;
        if (stored.kind !== 'rollout')
            return { ...part, id: (0,rollout_record/* ownerOf */.bf)(tags) };
        const { id, functions, target } = stored.storedRollout.record;
        if (!functions.some(({ name }) => name === functionName))
            return undefined;
        const alias = target.kind === 'alias' ? target.aliases[functionName] : undefined;
        return { ...part, id, ...(alias !== undefined && { alias }) };
    }
    catch {
        // It may be of another team, and closed to this run.
        return { ...part, id: (0,rollout_record/* ownerOf */.bf)(tags) };
    }
}
/** Without what changes from phase to phase. */
function recordTagsOf(tags) {
    return Object.fromEntries(Object.entries(tags).filter(([key]) => (0,rollout_record/* isRecordTag */._K)(key)));
}

;// CONCATENATED MODULE: ./build/targets/alias/tag-store.js
// What is remembered of a rollout of aliases: aliases have no tags, so it stands in the tags of the
// first function, and the others say whose they are.








/**
 * @param released the alias to move of each function to release, by name; the first in the alphabet
 *   remembers
 */
function createTagStore(aliases, functions, released) {
    const names = Object.keys(released).sort();
    const [leader = '', ...others] = names;
    const tagged = bindTags(aliases, functions);
    const { mark, tagsOf } = tagged;
    const { readOf, signed } = bindAsked(tagged, released);
    const read = (signal) => readOf(leader, signal);
    const clear = async (name, last, signal) => {
        if (last)
            await mark(name, (0,rollout_record/* lastOutcomeTag */.xS)(await signed(name, last, signal)), signal);
        const tags = await tagsOf(name, signal);
        // Of two rollouts that have a function in common, one may have marked it after the other.
        if ((tags[WITH] ?? leader) !== leader)
            return;
        await tagged.unmark(name, (0,rollout_record/* tagKeysToClear */.x9)(tags, last), signal);
    };
    const write = async ({ own, parts, marks }) => {
        // The one that remembers comes before those that only say so: a record is never without it.
        for (const { name, tags } of parts)
            await mark(name, tags);
        await mark(leader, own);
        await forAll(marks, ({ name, tags }) => mark(name, tags));
    };
    /** Of two that marked a function in the same seconds, the last one has it, if it has its own. */
    const keepMark = async ({ name, tags }) => {
        const found = await tagsOf(name);
        if (found[WITH] === leader)
            return;
        (0,ownership/* assertFree */.FM)(await readTags(tagged, name, found));
        await mark(name, tags);
        const theirs = (0,rollout_record/* ourTagKeys */.Vn)(found).filter((key) => !Object.hasOwn(tags, key));
        await tagged.unmark(name, theirs);
    };
    /** What this run marked, and no rollout that stands. */
    const giveUp = async (id) => {
        const stored = await read();
        if (stored.kind === 'takes-part')
            return forEvery(others, (name) => unmarkOwn(tagged, name, id));
        const open = stored.kind === 'rollout' ? stored.storedRollout.record : undefined;
        if (open && (0,release/* sameRollout */.c5)(open.id, id))
            return;
        const needed = new Set(open?.functions.map(({ name }) => name));
        const left = names.filter((name) => !needed.has(name));
        await forEvery(left, (name) => unmarkOwn(tagged, name, id));
    };
    return {
        read,
        readOf,
        readArn: (signal) => tagged.arnOf(leader, signal),
        write: (tags) => mark(leader, tags),
        begin: async (tags, id, pause) => {
            const shared = share(tags, id, leader, others);
            await forAll(names, (name) => makeFree(tagged, name));
            try {
                await write(shared);
                await pause(ownership/* SETTLE_SECONDS */.Ej);
                await keepRecord(tagged, leader, shared.own, id);
                await forAll([...shared.parts, ...shared.marks], keepMark);
                (0,ownership/* assertOwned */.SG)(await read(), id);
            }
            catch (error) {
                // Marks that nobody remembers are in nobody's way: that they stay must not hide whose it is.
                if (error instanceof errors/* MovedError */.WJ)
                    await giveUp(id).catch(() => { });
                throw error;
            }
        },
        pause: async (pause) => pause ? mark(leader, (0,rollout_record/* pauseTag */.ry)(pause)) : tagged.unmark(leader, [rollout_record/* PAUSED */.NN]),
        // The one that remembers comes last: until then the next run still knows of the others.
        clear: async (last, signal) => {
            const stored = await read(signal);
            if (stored.kind === 'another')
                return;
            const open = stored.kind === 'rollout' ? stored.storedRollout.record.functions : [];
            const all = new Set([...others, ...open.map(({ name }) => name)]);
            all.delete(leader);
            await forEvery([...all], (name) => clear(name, undefined, signal));
            await clear(leader, last, signal);
        },
    };
}
/** What the functions say, compared with what was asked for. */
function bindAsked(tagged, aliases) {
    const askedOf = async (name, signal) => {
        const on = (await tagged.arnOf(name, signal)) ?? '';
        return { kind: 'alias', on, aliases };
    };
    return {
        readOf: async (name, signal) => {
            const stored = await function_tags_readFunction(tagged, name, signal);
            return (0,asked_for/* ofAskedFor */.p1)(stored, await askedOf(name, signal));
        },
        signed: async (name, last, signal) => ({
            ...last,
            of: (0,asked_for/* fingerprint */.Rj)(await askedOf(name, signal)),
        }),
    };
}
/**
 * Of two that wrote their records in the same second, the last one has it, and clears away what is left of
 * the other one's, if that was longer. Throws a `MovedError` in the first one.
 */
async function keepRecord({ tagsOf, unmark }, leader, own, id) {
    const found = await tagsOf(leader);
    const owner = (0,rollout_record/* ownerOf */.bf)(found);
    if (owner && !(0,release/* sameRollout */.c5)(owner, id))
        throw (0,ownership/* takenOver */.GH)(owner, id);
    // It takes part in another rollout, and may hold a part of that one's record.
    if (found[WITH] !== undefined)
        return;
    const parts = Object.keys(found).filter((key) => (0,rollout_record/* isRecordTag */._K)(key) || key === MORE);
    const theirs = parts.filter((key) => !Object.hasOwn(own, key));
    if (theirs.length > 0)
        await unmark(leader, theirs);
}
/** What is left of a rollout that nobody remembers any more must not be read as this one's. */
async function makeFree(tagged, name) {
    const tags = await tagged.tagsOf(name);
    (0,ownership/* assertFree */.FM)(await readTags(tagged, name, tags));
    await tagged.unmark(name, (0,rollout_record/* ourTagKeys */.Vn)(tags));
}
async function unmarkOwn({ tagsOf, unmark }, name, id) {
    const tags = await tagsOf(name);
    const owner = (0,rollout_record/* ownerOf */.bf)(tags);
    if (owner && (0,release/* sameRollout */.c5)(owner, id))
        await unmark(name, (0,rollout_record/* ourTagKeys */.Vn)(tags));
}
function share(tags, id, leader, others) {
    const [own = {}, ...further] = spread(tags, others);
    const mine = { ...(0,rollout_record/* ownerTag */.qE)(id), [WITH]: leader };
    const all = others.map((name, i) => ({ name, tags: { ...mine, ...further[i] } }));
    return { own, parts: all.slice(0, further.length), marks: all.slice(further.length) };
}
/** The tags of each function in turn: what is too much for one goes to the next. */
function spread(tags, others) {
    const record = Object.entries(recordTagsOf(tags));
    const rest = Object.entries(tags).filter(([key]) => !(0,rollout_record/* isRecordTag */._K)(key));
    const count = Math.max(1, Math.ceil(record.length / rollout_record/* MAX_CHUNKS */.sJ));
    return Array.from({ length: count }, (_, i) => {
        const part = record.slice(i * rollout_record/* MAX_CHUNKS */.sJ, (i + 1) * rollout_record/* MAX_CHUNKS */.sJ);
        const next = i + 1 < count ? [[MORE, (0,assert/* must */.s)(others[i], 'there is a function for each part')]] : [];
        return Object.fromEntries([...(i === 0 ? rest : []), ...part, ...next]);
    });
}

;// CONCATENATED MODULE: ./build/targets/alias/alias-target.js
// Weighted aliases of one or many functions: one plan, one verdict, all or none.























function connectAliases(connection) {
    const { clients, released, onSplit, firstRelease, say, linkTo } = connection;
    const { place, lambda, cloudWatch } = clients;
    const aliases = bindAliases(lambda, place);
    const functions = (0,aws_functions/* bindFunctions */.f)(lambda, place);
    const provisioned = bindProvisioned(lambda, place);
    const versions = bindVersions(lambda, place);
    const fleet = createAliasSet(aliases, (member) => makeWay(provisioned, member, say));
    const refs = released.map(refOf);
    const labels = refs.map(labelOf);
    const asked = Object.fromEntries(refs.map((ref) => [ref.functionName, ref.alias]));
    const stored = createTagStore(aliases, functions, asked);
    /** With those of an open rollout of more functions than were asked for. */
    const known = new Map(Object.entries(asked));
    const trust = createTrust({ kind: 'alias', functions: asked, variables: [] });
    const proof = { fleet, functions };
    return {
        words: labels.length === 1 ? `the alias ${labels[0]}` : `${labels.length} aliases`,
        countSource: createAliasCounts(cloudWatch, refs, known),
        ...observing({ stored, trust, proof, released, known, region: place.region }),
        inspect: async (findings) => {
            const bound = {
                aliases,
                functions,
                provisioned,
                region: place.region,
                onSplit,
                stored,
                names: Object.keys(asked),
                linkTo,
            };
            const each = released.map((input) => ({ input, claim: (0,problems/* noProblems */.I)() }));
            const found = await mapAll(each, ({ input, claim }) => inspectAlias(bound, input, claim));
            findings.problems.push(...each.flatMap(({ claim }) => claim.problems));
            findings.notes.push(...each.flatMap(({ claim }) => claim.notes));
            const facts = found.filter((fact) => fact !== undefined);
            await checkFirst(aliases, facts, firstRelease, findings);
            await inspectPermissions(clients, facts, findings);
            return facts.length < released.length
                ? undefined
                : setUpAliases({ aliases, provisioned, stored, trust }, facts);
        },
        ...memoryCalls(stored),
        ...moves(proof, trust, provisioned, versions),
        readUnknownSplit: async () => {
            const states = await mapAll(refs, async (ref) => ({ ref, state: await fleet.look(ref) }));
            const split = states.find(({ state }) => Object.keys(state?.weights ?? {}).length > 0);
            return (split?.state &&
                `${labelOf(split.ref)} is split between ${describeAlias(split.state)} by someone else, or a release that was cut off`);
        },
        findUndo: (to) => findAliasUndo(fleet, functions, refs, to),
        sweep: ({ functions: changes, keep }) => {
            const { readTags } = aliases;
            const bound = { versions, functions, readTags };
            return sweepVersions(bound, changes, keep, NOTHING_KNOWN);
        },
        showCommands: () => refs.map((ref) => showCommand(place.region, ref)),
        // Each alias is known by itself, even where not all of them could be read.
        repairCommands: (record) => membersOf(record)
            .filter((member) => fleet.isLeft(member))
            .map(({ ref, change }) => (0,command_line/* aliasCommand */.Ql)(place.region, ref, change.from)),
        urls: () => ({ stageUrl: undefined, shadowUrl: undefined }),
    };
}
function memoryCalls(stored) {
    return {
        claim: async (id) => {
            (0,ownership/* mustBeOpen */.zf)(await stored.read());
            await stored.write((0,rollout_record/* ownerTag */.qE)(id));
        },
        savePhase: async (rollout, phase) => {
            (0,ownership/* assertOwned */.SG)(await stored.read(), rollout.record.id);
            await stored.write((0,rollout_record/* phaseTags */.$f)(rollout, phase));
        },
        pause: async (pause) => {
            (0,ownership/* mustBeOpen */.zf)(await stored.read());
            await stored.pause(pause);
        },
        clearState: async (last, signal, of) => {
            if ((0,ownership/* isOwnedByAnother */.QS)(await stored.read(signal), of))
                return;
            await stored.clear(last, signal);
        },
    };
}
/** All that leads to a version of a function is found by the function. */
const NOTHING_KNOWN = {
    of: () => [],
    hidden: () => undefined,
    knows: () => false,
};
function showCommand(region, { functionName, alias }) {
    return (0,command_line/* awsCommand */.bg)('lambda get-alias', { region, 'function-name': functionName, name: alias });
}
async function inspectPermissions({ place, lambda }, facts, findings) {
    const probes = facts.flatMap(({ input: { name, version }, arn, from, warmth }) => [
        from === '' ? createAliasProbe(lambda, place, name) : aliasProbe(lambda, place, name),
        ...(version === undefined ? [publishProbe(lambda, place, name)] : []),
        ...(from === '' ? [] : functionTagProbes(lambda, arn)),
        ...(warmth.of !== 'none' ? provisionProbes(lambda, place, name) : []),
    ]);
    findings.problems.push(...(await missingPermissions(probes)));
}

// EXTERNAL MODULE: ./build/aws/deployments.js
var aws_deployments = __webpack_require__(782);
// EXTERNAL MODULE: ./build/aws/rest-api.js + 3 modules
var rest_api = __webpack_require__(4561);
// EXTERNAL MODULE: ./build/base/without-secrets.js
var without_secrets = __webpack_require__(8008);
;// CONCATENATED MODULE: ./build/aws/shadow-stages.js
// Stages that are made for the pre-traffic hook, beside the one that is released to. What we made is
// known by its description: to tag a new stage would need a permission of its own.




/** AWS gives deployments six letters and digits. */
const NO_DEPLOYMENT = 'canary-action-probe';
function bindShadowStages(client, place, restApiId) {
    const words = (doing, verb, path) => ({
        doing,
        permission: {
            action: `apigateway:${verb}`,
            resource: (0,arns/* gatewayArn */.Sw)(place, `/restapis/${restApiId}/stages${path}`),
        },
    });
    const removal = (name) => ({
        permission: words('', 'DELETE', `/${name}`).permission,
        send: () => client.send(new dist_cjs/* DeleteStageCommand */.BIU({ restApiId, stageName: name })),
    });
    return {
        readAll: async (signal) => {
            const { item = [] } = await (0,call/* call */.T1)(words("listing the API's stages", 'GET', ''), () => client.send(new dist_cjs/* GetStagesCommand */.pY7({ restApiId }), (0,call/* abortable */.ZC)(signal)));
            return item.map(({ stageName = '', description = '' }) => ({ name: stageName, description }));
        },
        create: async ({ name, description }, deploymentId, variables) => {
            const stageName = name;
            const asked = { restApiId, stageName, deploymentId, description, variables };
            const making = words(`making the shadow stage "${name}"`, 'POST', '');
            const hides = (0,without_secrets/* valuesToHide */._9)(Object.values(variables));
            await (0,call/* call */.T1)({ ...making, hides }, () => client.send(new dist_cjs/* CreateStageCommand */.oCS(asked)));
        },
        probes: (name, free) => [
            {
                permission: words('', 'POST', '').permission,
                send: () => client.send(new dist_cjs/* CreateStageCommand */.oCS({ restApiId, stageName: name, deploymentId: NO_DEPLOYMENT })),
            },
            ...(free ? [removal(name)] : []),
        ],
        remove: async (name, signal) => {
            await (0,call/* ifThere */.y)(() => (0,call/* call */.T1)(words(`removing the shadow stage "${name}"`, 'DELETE', `/${name}`), () => client.send(new dist_cjs/* DeleteStageCommand */.BIU({ restApiId, stageName: name }), (0,call/* abortable */.ZC)(signal))));
        },
    };
}

// EXTERNAL MODULE: ./build/targets/stage/canary-change.js
var canary_change = __webpack_require__(3551);
// EXTERNAL MODULE: ./build/targets/stage/served-wiring.js
var served_wiring = __webpack_require__(634);
// EXTERNAL MODULE: ./build/targets/stage/stage-prepare.js
var stage_prepare = __webpack_require__(3876);
// EXTERNAL MODULE: ./build/targets/stage/wiring.js
var stage_wiring = __webpack_require__(9044);
;// CONCATENATED MODULE: ./build/targets/stage/inspect-functions.js
// Preflight of the functions: are they ready, can a stage canary reach their new versions, and may
// API Gateway invoke those?










async function inspectFunctions({ functions, provisioned, api, inputs }, released, stage, findings) {
    const facts = [];
    for (const input of released) {
        const reading = await (0,problems/* attempt */.C)(findings, async () => {
            const found = await functions.read(input.name);
            if (found)
                return found;
            throw new errors/* KnownError */.E(`functions: there is no function "${input.name}" in ${api.place.region}`);
        });
        if (reading)
            checkReading(input, reading, findings);
        const wiring = stage && wiringOf(input, stage, inputs, findings);
        if (!reading || !wiring)
            continue;
        const called = [...wiring.integrations, ...afterwards(wiring, stage, inputs)];
        const arns = (0,stage_prepare/* sourceArns */.gb)(api, reading.arn, called);
        const served = { name: input.name, from: wiring.from, version: input.version };
        const warm = await checkWarm(provisioned, served, findings);
        const fact = { input, arn: reading.arn, wiring, sourceArns: arns, warm };
        facts.push(fact);
        await checkVersion(functions, api, fact, reading, inputs, findings);
    }
    checkChoices(facts, inputs, findings);
    return facts;
}
function checkReading(input, reading, findings) {
    const { name } = input;
    if (reading.state !== 'Active' && reading.state !== 'Inactive' && reading.state !== 'Pending') {
        findings.problems.push(`functions: "${name}" is ${reading.state}${reading.stateReason && ` (${reading.stateReason})`}; expected Active`);
    }
    if (reading.lastUpdateStatus === 'Failed') {
        findings.problems.push(`functions: ${(0,not_active/* sayFailedUpdate */.CG)(name, reading.lastUpdateReason)}`);
    }
    const account = (0,arns/* accountOf */.XP)(reading.arn);
    if (input.account !== undefined && input.account !== account) {
        findings.problems.push(`functions: "${name}" is of account ${input.account}, and the job works in account ${account}`);
    }
}
function wiringOf(input, { draft, served, reading }, { definition, promote }, findings) {
    if (!served)
        return undefined;
    const released = definition === 'draft' ? draft.integrations : served;
    const { variables } = reading.state;
    const found = (0,served_wiring/* findReleaseWiring */.rN)(input.name, { served, released }, variables);
    if (found.kind !== 'found') {
        findings.problems.push(`functions: ${found.problem}`);
        return undefined;
    }
    const { wiring } = found;
    if (wiring.kind === 'variable' && !promote.deployment) {
        const stays = (0,stage_wiring/* findWiring */.A)(input.name, served, variables);
        const same = stays.kind === 'found' && stays.wiring.kind === 'variable';
        if (!same || stays.wiring.variable !== wiring.variable) {
            findings.problems.push(`promote: the deployment that stays on the stage does not take the version of "${input.name}" from stage variable "${wiring.variable}", as the draft does; expected promote with deployment`);
        }
    }
    return wiring;
}
/** What calls the new version once the variable alone is promoted. */
function afterwards({ functionName }, { served = [], reading }, { promote }) {
    if (promote.deployment)
        return [];
    const stays = (0,stage_wiring/* findWiring */.A)(functionName, served, reading.state.variables);
    return stays.kind === 'found' ? stays.wiring.integrations : [];
}
/**
 * A version that exists can be looked at now. One that is yet to be published has no policy (a new
 * version never has), so without leave to grant one its users would get a 500; unless the code is
 * that of the version the stage serves, and publishing will change nothing.
 */
async function checkVersion(functions, api, { input, wiring, sourceArns: arns }, reading, inputs, findings) {
    const { name, version } = input;
    if (version === undefined) {
        if (inputs.invokePermission === 'grant' || arns.length === 0)
            return;
        const serving = await (0,problems/* attempt */.C)(findings, () => functions.read(name, wiring.from));
        if (serving?.codeSha256 !== reading.codeSha256) {
            findings.problems.push(`invoke-permission: ${(0,stage_prepare/* describeMissing */.UV)(name, undefined, arns)}`);
        }
        return;
    }
    const there = await (0,problems/* attempt */.C)(findings, () => functions.read(name, version));
    if (!there) {
        findings.problems.push(`version: "${name}" has no published version ${version}`);
        return;
    }
    const why = (0,readiness/* whyNotReady */.$)(there);
    if (why !== undefined)
        findings.problems.push(`version: version ${version} of "${name}" ${why}`);
    if (inputs.invokePermission === 'grant' || version === wiring.from)
        return;
    const invoked = { functionName: name, version, sourceArns: arns };
    const missing = await (0,problems/* attempt */.C)(findings, () => (0,stage_prepare/* ensureInvokable */.SU)(functions, api, invoked, 'check'));
    if (missing)
        findings.problems.push(`invoke-permission: ${missing}`);
}
/** Whether all functions that share a variable are released to one and the same known value of it. */
function agreeOn(variable, facts) {
    const values = facts.flatMap(({ input: { version }, wiring }) => wiring.kind === 'variable' && wiring.variable === variable
        ? [version === undefined ? undefined : wiring.prefix + version]
        : []);
    return values[0] !== undefined && values.every((value) => value === values[0]);
}
/** Choices that contradict the way in which the new versions are reached. */
function checkChoices(facts, inputs, findings) {
    const wirings = facts.map((fact) => fact.wiring);
    for (const variable of (0,canary_change/* sharedVariables */.t)(wirings)) {
        if (agreeOn(variable, facts))
            continue;
        findings.problems.push(`functions: several of them take their version from the one stage variable "${variable}"; expected a variable of its own for each, or one published number for all of them in version`);
    }
    const pinned = wirings.find((wiring) => wiring.kind === 'pinned');
    const variable = wirings.find((wiring) => wiring.kind === 'variable');
    if (pinned && inputs.definition === 'deployed') {
        findings.problems.push(`definition: "${pinned.functionName}" is pinned in its integration URI, so its canary needs a deployment of its own; expected definition: draft`);
    }
    if (pinned && !inputs.promote.deployment) {
        findings.problems.push(`promote: without "deployment" the new version of "${pinned.functionName}" would be tried and never promoted`);
    }
    if (variable && !inputs.promote.variables) {
        findings.problems.push(`promote: without "variables" the new version of "${variable.functionName}" would be tried and never promoted`);
    }
}

;// CONCATENATED MODULE: ./build/targets/stage/inspect-permissions.js
// Preflight of the permissions that only the later writes need.


async function inspect_permissions_inspectPermissions(clients, inputs, released, functions, moved, findings) {
    const { place, apiGateway, lambda } = clients;
    const probes = stageProbes(apiGateway, place, inputs.restApiId, inputs.stageName);
    if (inputs.definition === 'draft') {
        probes.push(deploymentProbe(apiGateway, place, inputs.restApiId));
    }
    for (const { name, version } of released) {
        if (version === undefined)
            probes.push(publishProbe(lambda, place, name));
        if (inputs.invokePermission === 'grant')
            probes.push(grantProbe(lambda, place, name));
    }
    if (inputs.invokePermission === 'grant') {
        const isAsked = ({ version, mayCall }) => version !== '$LATEST' && (!mayCall || inputs.shadowStage !== undefined);
        const qualified = moved.filter(isAsked);
        const called = new Set(qualified.map(({ functionName }) => functionName));
        for (const { name } of released)
            called.delete(name);
        for (const name of called)
            probes.push(grantProbe(lambda, place, name));
    }
    for (const { input, warm } of functions) {
        if (warm)
            probes.push(...provisionProbes(lambda, place, input.name));
    }
    const pinned = functions.find(({ wiring }) => wiring.kind === 'pinned');
    const integration = pinned?.wiring.integrations[0];
    if (integration) {
        probes.push(integrationProbe(apiGateway, place, inputs.restApiId, integration));
    }
    findings.problems.push(...(await missingPermissions(probes)));
}

// EXTERNAL MODULE: ./build/targets/stage/routes.js
var stage_routes = __webpack_require__(3968);
// EXTERNAL MODULE: ./build/targets/stage/stage-store.js
var stage_store = __webpack_require__(6630);
;// CONCATENATED MODULE: ./build/targets/stage/inspect-stage.js
// Preflight of the API and its stage.












const UNKNOWN = 'not known to be what is served';
/** At the most: the record's chunks, and rollout, phase, shifts, canary, paused and last. */
const OUR_TAGS = rollout_record/* MAX_CHUNKS */.sJ + 6;
const TAGS_PER_STAGE = 50;
/** Reads the API, its stage and its draft. `undefined` when one of them cannot be read. */
async function inspectStage(api, inputs, releases, findings) {
    const apiName = await (0,problems/* attempt */.C)(findings, () => readApiName(api));
    if (apiName === undefined)
        return undefined;
    const reading = await (0,problems/* attempt */.C)(findings, () => readStage(api));
    const draft = await (0,problems/* attempt */.C)(findings, () => api.readDraft());
    if (reading === undefined || draft === undefined)
        return undefined;
    checkStage(api, reading, findings);
    const { deploymentId } = reading.state;
    const facts = { apiName, reading, draft, served: undefined, draftIs: UNKNOWN };
    if (deploymentId === '')
        return facts;
    const compares = inputs.definition === 'draft' && releases === 'functions';
    const guards = inputs.definition === 'draft' && inputs.routeGuard !== 'off';
    const deployed = compares || guards
        ? await (0,problems/* attempt */.C)(findings, () => api.readDeployment(deploymentId))
        : undefined;
    if (guards && deployed)
        checkRoutes(deployed, draft, inputs, findings);
    const served = await readServed(api, draft, inputs, releases, findings);
    const draftIs = compares && deployed ? await compareDraft(api, draft, deployed, findings) : UNKNOWN;
    return { ...facts, served, draftIs };
}
/** Needed for functions and overrides; a draft that is released as it is can be without. */
async function readServed(api, draft, { overrides }, releases, findings) {
    const read = async () => withIds(await api.readServed(), draft);
    if (releases === 'functions' || Object.keys(overrides).length > 0) {
        return (0,problems/* attempt */.C)(findings, read);
    }
    try {
        return await read();
    }
    catch (error) {
        findings.notes.push(`definition: it is not looked at what the canary will call otherwise than the stage (${(0,errors/* messageOf */.bD)(error)})`);
        return undefined;
    }
}
/** An export names authorizers, and the draft knows their ids. */
function withIds(served, { integrations }) {
    return served.map((call) => {
        if (call.authorizerId === undefined)
            return call;
        const same = integrations.find(({ authorizerId, path }) => authorizerId && path === call.path);
        return { ...call, authorizerId: same?.authorizerId ?? call.authorizerId };
    });
}
/** By the mark that this action leaves on its deployments: draft is compared with draft. */
async function compareDraft(api, draft, { description }, { notes }) {
    try {
        const mark = await api.markDraft(draft);
        return (0,past_releases/* parseDraft */.LK)(description) === mark ? 'what is served' : UNKNOWN;
    }
    catch (error) {
        notes.push(`definition: the API's draft cannot be compared with what the stage serves, so every release deploys it, also where nothing changed (${(0,errors/* messageOf */.bD)(error)})`);
        return UNKNOWN;
    }
}
async function readApiName(api) {
    try {
        return await api.readName();
    }
    catch (error) {
        if (!(0,call/* causedBy */.$z)(error, aws_errors/* isNotFound */.c4))
            throw error;
        throw new errors/* KnownError */.E(`rest-api-id: there is no REST API "${api.restApiId}" in ${api.place.region}. HTTP and WebSocket APIs are not visible here and have no stage canary; check the id and AWS_REGION`);
    }
}
async function readStage(api) {
    try {
        return await api.readStage();
    }
    catch (error) {
        if (!(0,call/* causedBy */.$z)(error, aws_errors/* isNotFound */.c4))
            throw error;
        throw new errors/* KnownError */.E(`stage-name: the REST API ${api.restApiId} has no stage "${api.stageName}"; a canary needs a stage that already serves a deployment`);
    }
}
function checkStage(api, { state, tags }, findings) {
    if (state.deploymentId === '') {
        findings.problems.push(`the stage "${api.stageName}" serves no deployment yet`);
    }
    const stray = unknownCanary(api.stageName, { state, tags });
    if (stray !== undefined) {
        findings.problems.push(`${stray}. ` + `To close it: ${closeCommand(api)}`);
    }
    const stored = (0,stage_store/* memoryOf */.zE)(api, tags);
    if (stored.kind === 'unreadable') {
        findings.problems.push((0,stored_state_text/* whyNotOwned */.Tm)(`the stage "${api.stageName}"`, stored, release/* formatRolloutId */.A2));
    }
    const others = Object.keys(tags).length - (0,rollout_record/* tagKeysToClear */.x9)(tags, undefined).length;
    if (others > TAGS_PER_STAGE - OUR_TAGS) {
        findings.problems.push(`the stage has ${others} tags; the rollout is remembered in up to ${OUR_TAGS} more, and a stage holds ${TAGS_PER_STAGE}`);
    }
}
/** The command that closes the canary of a stage. */
function closeCommand({ place, restApiId, stageName }) {
    return (0,command_line/* awsCommand */.bg)('apigateway update-stage', {
        region: place.region,
        'rest-api-id': restApiId,
        'stage-name': stageName,
        'patch-operations': (0,command_line/* patchWords */.Wx)([{ op: 'remove', path: '/canarySettings' }]),
    });
}
/** A canary that no rollout remembers, in words. */
function unknownCanary(stageName, { state: { canary }, tags }) {
    if (!canary || (0,rollout_record/* ourTagKeys */.Vn)(tags).length > 0)
        return undefined;
    return `the stage "${stageName}" has a canary that is not of this action (deployment ${canary.deploymentId}, ${(0,rollout_plan/* formatWeight */.ck)(canary.weight)})`;
}
/** The draft shows which routes the canary would have, before a deployment is made. */
function checkRoutes({ routes }, draft, { routeGuard }, findings) {
    const difference = (0,stage_routes/* describeRouteDifference */.I)((0,stage_routes/* compareRoutes */.g)(routes, draft.routes));
    if (!difference)
        return;
    if (routeGuard === 'warn')
        findings.notes.push(`routes: ${difference}`);
    else {
        findings.problems.push(`route-guard: ${difference}. Deploy the added routes to the stage first (nobody calls them yet), remove routes only after the release, or set route-guard: warn`);
    }
}

// EXTERNAL MODULE: ./build/targets/stage/dependents.js
var dependents = __webpack_require__(5294);
// EXTERNAL MODULE: ./build/targets/stage/moved-calls.js
var moved_calls = __webpack_require__(6303);
;// CONCATENATED MODULE: ./build/targets/stage/inspect-variables.js
// Preflight of the stage variables that the canary moves: what hangs on them besides the release, and
// whether API Gateway may call whatever they lead to.








async function inspectVariables(bound, { draft, served, reading }, released, facts, findings) {
    const { overrides, definition, promote } = bound.inputs;
    const { variables } = reading.state;
    const wirings = facts.map(({ wiring }) => wiring);
    const canary = definition === 'draft' ? draft.integrations : (served ?? []);
    // Variables that are promoted alone meet the deployment that stays.
    const calls = promote.deployment ? canary : [...canary, ...(served ?? [])];
    const moves = { served: served ?? calls, released: calls, variables, overrides };
    const moved = (0,moved_calls/* movedCalls */.N)(moves, released.map(({ name }) => name));
    const known = { integrations: [...draft.integrations, ...calls], readers: draft.readers };
    findings.problems.push(...strangers(facts, variables), ...(0,dependents/* strayDependents */.qP)(wirings, { integrations: calls }, variables).map((words) => `functions: ${words}`), ...contradictions(facts, overrides), ...(0,dependents/* idleOverrides */.wt)(overrides, known, variables), ...moved.problems);
    const held = wirings.flatMap((wiring) => (wiring.kind === 'variable' ? [wiring.variable] : []));
    const names = [...new Set([...held, ...Object.keys(overrides)])];
    findings.notes.push(...(0,dependents/* overridesInWords */.I6)(overrides, calls, variables), ...(0,dependents/* readersInWords */.bz)(names, draft.readers));
    const [first] = facts;
    const account = first && (0,arns/* accountOf */.XP)(first.arn);
    const called = [];
    for (const call of moved.calls) {
        const fact = await inspectCall(bound, call, account, findings);
        if (fact)
            called.push(fact);
    }
    return called;
}
/** Calls of a function that has the name of a released one, and is another. */
function strangers(facts, variables) {
    return facts.flatMap(({ input: { name }, arn, wiring: { integrations } }) => integrations.flatMap((integration) => {
        const uri = (0,stage_integration/* parseLambdaUri */.$y)(integration.uri, variables);
        const elsewhere = uri && whereElse(uri, placeIn(arn));
        if (elsewhere === undefined)
            return [];
        return [
            `functions: ${(0,rest_api/* nameOf */.Vb)(integration)} calls a "${name}" ${elsewhere}, and the job works with ${arn}; expected a function of the job's own account and region`,
        ];
    }));
}
/** Overrides of a variable that a release sets to another value, or to one that nobody knows yet. */
function contradictions(facts, overrides) {
    return facts.flatMap(({ input: { name, version }, wiring }) => {
        if (wiring.kind !== 'variable' || !Object.hasOwn(overrides, wiring.variable))
            return [];
        if (version !== undefined && overrides[wiring.variable] === wiring.prefix + version)
            return [];
        return [
            `stage-variable-overrides: "${wiring.variable}" holds the version of "${name}", which the release sets itself; leave it out`,
        ];
    });
}
/** What the draft alone leads to may be beyond this job; what was asked for may not. */
async function inspectCall({ api, functions, inputs }, call, account, findings) {
    const { functionName, qualifier, integrations, by } = call;
    const route = integrations[0] ? (0,rest_api/* nameOf */.Vb)(integrations[0]) : '';
    const will = `${by}: ${route} will call ${(0,stage_prepare/* qualifierInWords */.Xr)(functionName, qualifier)}`;
    const unseen = (why) => {
        const list = by === 'definition' ? findings.notes : findings.problems;
        list.push(`${will}, ${why}`);
        return undefined;
    };
    const place = account === undefined ? undefined : { account, region: api.place.region };
    const elsewhere = whereElse(call, place ?? { region: api.place.region });
    if (elsewhere !== undefined)
        return unseen(`which is ${elsewhere}; ${OUT_OF_SIGHT}`);
    try {
        const which = qualifier === '$LATEST' ? undefined : qualifier;
        const reading = await functions.read(functionName, which);
        if (!reading) {
            const what = `and there is none in ${api.place.region}; expected a version or an alias that exists`;
            if (call.account !== undefined && account === undefined)
                return unseen(what);
            findings.problems.push(`${will}, ${what}`);
            return undefined;
        }
        const other = whereElse(call, placeIn(reading.arn));
        if (other !== undefined)
            return unseen(`which is ${other}; ${OUT_OF_SIGHT}`);
        const why = (0,readiness/* whyNotReady */.$)(reading);
        if (why !== undefined)
            findings.problems.push(`${will}, which ${why}`);
        const arn = reading.arn.split(':').slice(0, 7).join(':');
        const invoked = {
            functionName,
            version: qualifier,
            sourceArns: (0,stage_prepare/* sourceArns */.gb)(api, arn, integrations),
        };
        const missing = await (0,stage_prepare/* ensureInvokable */.SU)(functions, api, invoked, 'check');
        if (missing !== undefined && inputs.invokePermission === 'check') {
            findings.problems.push(`invoke-permission: ${missing}`);
        }
        return { ...invoked, arn, mayCall: missing === undefined };
    }
    catch (error) {
        return unseen(`and whether that is possible cannot be seen: ${(0,errors/* messageOf */.bD)(error)}`);
    }
}
const OUT_OF_SIGHT = 'the job can look only at its own account and region';
function placeIn(arn) {
    return { account: (0,arns/* accountOf */.XP)(arn), region: arn.split(':')[3] };
}
/** Where the function is that the URI means, if not there. */
function whereElse(meant, there) {
    const differ = (one, other) => one !== undefined && other !== undefined && one !== other;
    if (differ(meant.account, there.account))
        return `in account ${meant.account}`;
    return differ(meant.region, there.region) ? `in ${meant.region}` : undefined;
}

// EXTERNAL MODULE: ./build/rollout/shown-variable.js
var shown_variable = __webpack_require__(7596);
;// CONCATENATED MODULE: ./build/targets/stage/repair-commands.js
// The commands that put a stage back by hand, for when the action itself could not: what is left to do,
// as far as it is known what stands.


/**
 * In order: close the canary, put the deployment and the variables back, then what is edited.
 *
 * @param seen `undefined`: the current state is not known, so whatever may be left
 * @param functions whose versions may be shown in the values of variables
 */
function repairCommands(stage, before, observation, functions = []) {
    const trafficState = observation?.trafficState;
    const open = trafficState === undefined || hasOurCanary(trafficState);
    const moved = trafficState === undefined || trafficState.kind === 'promoted';
    // The draft holds the new version while the canary is made, and for good after the promotion.
    const ours = trafficState?.kind !== 'external';
    const edited = ours && (moved || observation?.phase.kind !== 'step') ? before.drafts : [];
    const update = (patches) => (0,command_line/* awsCommand */.bg)('apigateway update-stage', {
        region: stage.region,
        'rest-api-id': stage.restApiId,
        'stage-name': stage.stageName,
        'patch-operations': (0,command_line/* patchWords */.Wx)(patches),
    });
    const { patches, unshown } = restoring(before, functions);
    return [
        ...(open ? [update([{ op: 'remove', path: '/canarySettings' }])] : []),
        ...(moved && patches.length > 0 ? [update(patches)] : []),
        // Apart, for the shell stops at a value that is not set, and users are not to wait for that.
        ...(moved ? unshown.map((name) => `${update([])} ${replaceUnshown(name)}`) : []),
        ...edited.map((draft) => putBack(stage, draft)),
    ];
}
/** What somebody else made of the stage is theirs; a canary of ours on it is not. */
function hasOurCanary(trafficState) {
    if (trafficState.kind === 'external')
        return trafficState.canary === 'owned';
    return trafficState.kind === 'split' || trafficState.open === true;
}
/** `unshown`: the variables whose values are not printed. */
function restoring({ deploymentId, variables, overrides, promote }, functions) {
    const patches = [];
    const unshown = [];
    if (promote.deployment) {
        patches.push({ op: 'replace', path: '/deploymentId', value: deploymentId });
    }
    for (const [name, value] of promote.variables ? Object.entries(variables) : []) {
        const path = `/variables/${name}`;
        const shown = value === null ? null : (0,shown_variable/* shownValue */.J)(name, value, { functions, overrides });
        if (shown === null)
            patches.push({ op: 'remove', path });
        else if (shown === undefined)
            unshown.push(name);
        else
            patches.push({ op: 'replace', path, value: shown });
    }
    return { patches, unshown };
}
/**
 * The value may be a secret, so whoever runs this sets it first; until then the shell stops at it and says
 * so. API Gateway takes the same characters in a variable's name as a shell does.
 */
function replaceUnshown(variable) {
    const name = variable.replace(/\W/g, '_');
    const value = `\${BEFORE_${name}:?set it to the value of the stage variable ${name} before the release}`;
    return `"op=replace,path=/variables/${name},value=\\"${value}\\""`;
}
function putBack({ region, restApiId }, { resourceId, method, from }) {
    return (0,command_line/* awsCommand */.bg)('apigateway update-integration', {
        region,
        'rest-api-id': restApiId,
        'resource-id': resourceId,
        'http-method': method,
        'patch-operations': (0,command_line/* patchWords */.Wx)([{ op: 'replace', path: '/uri', value: from }]),
    });
}

// EXTERNAL MODULE: ./build/targets/stage/stage-record.js
var stage_record = __webpack_require__(34);
;// CONCATENATED MODULE: ./build/targets/stage/shadow-stage.js
// The shadow stage: the canary's deployment and variables under a name of its own, so that the
// pre-traffic hook can call what no user is served yet. It is gone before the first of them is.






const MARK = `${past_releases/* DEPLOYMENT_MARK */.iN}shadow of `;
/** What an account has unless it asked for more (API Gateway developer guide, "quotas"). */
const STAGES_PER_API = 10;
/** The name must be free, or that of a shadow which a lost run left. */
async function inspectShadow(stages, { shadowStage: name, stageName }, findings) {
    if (name === undefined)
        return;
    if (name === stageName) {
        findings.problems.push(`shadow-stage: "${name}" is the stage that is released to; expected another name`);
        return;
    }
    const all = await (0,problems/* attempt */.C)(findings, () => stages.readAll());
    if (!all)
        return;
    const taken = all.find((stage) => stage.name === name);
    if (taken && !isShadowOf(stageName, taken)) {
        findings.problems.push(`shadow-stage: the API has a stage "${name}" already, which is not the shadow of "${stageName}"; expected a name that is free`);
    }
    findings.problems.push(...(await missingPermissions(stages.probes(name, !taken))));
    if (!taken && all.length >= STAGES_PER_API) {
        findings.notes.push(`shadow-stage: the API has ${all.length} stages, and AWS refuses more than ${STAGES_PER_API} unless the account's quota is raised`);
    }
}
/** The shadow of another stage is needed by that one's release. */
function isShadowOf(stageName, { description }) {
    return description.startsWith(`${MARK}${stageName}, `);
}
/**
 * Makes the shadow of a prepared rollout.
 *
 * @param variables of the stage that is released to, as they stand
 */
async function makeShadow(stages, { record, canaryDeploymentId }, stageName, variables) {
    const { shadow, overrides } = (0,stage_record/* stageOf */.g)(record);
    if (shadow === undefined || canaryDeploymentId === undefined)
        return;
    await removeShadow(stages, record, stageName);
    const description = `${MARK}${stageName}, ${(0,release/* formatRolloutId */.A2)(record.id)}`;
    const head = { name: shadow, description };
    await stages.create(head, canaryDeploymentId, { ...variables, ...overrides });
}
/**
 * Removes the shadow; a stage of that name which somebody else made, or another stage's release, is left
 * alone.
 */
async function removeShadow(stages, record, stageName, signal) {
    const { shadow } = (0,stage_record/* stageOf */.g)(record);
    if (shadow === undefined)
        return;
    const found = (await stages.readAll(signal)).find(({ name }) => name === shadow);
    if (!found)
        return;
    if (!isShadowOf(stageName, found)) {
        throw new errors/* KnownError */.E(`the stage "${shadow}" is not the shadow of this rollout any more`);
    }
    await stages.remove(shadow, signal);
}

// EXTERNAL MODULE: ./build/analysis/slow-measure.js
var slow_measure = __webpack_require__(5571);
// EXTERNAL MODULE: ./build/monitor/metric-counts.js
var metric_counts = __webpack_require__(5986);
;// CONCATENATED MODULE: ./build/targets/stage/stage-counts.js
// The traffic of a stage's canary: the gateway's own series, and those of the functions' versions.






function createStageCounts(client, series) {
    const { stageName, canaryDimension: canary, readApiName } = series;
    const dimensions = async () => ({ apiName: await readApiName(), stage: stageName, canary });
    let last;
    return {
        readTraffic: async (changes, span, closedUntil) => {
            last = await (0,metric_counts/* readTraffic */.Eg)(client, await dimensions(), changes, span);
            const traffic = splitCounts(last, closedUntil);
            const observation = traffic.kind === 'counted' && traffic.source === 'gateway' && changes.length > 0;
            return observation ? { ...traffic, invoked: last.newVersions } : traffic;
        },
        readBaseline: async (startedAt) => (0,baseline/* readBaseline */.mF)(client, await readApiName(), stageName, startedAt),
        readMeasures: async (baseline, traffic, span) => {
            // Slowness is measured by the gateway only; where its canary series is missing, not at all.
            if (!last || traffic.kind !== 'counted' || traffic.source !== 'gateway')
                return [];
            const reading = last;
            const measures = baseline.map(({ measure }) => measure).filter(slow_measure/* isSlowMeasure */.m);
            const thresholds = measures.map(({ threshold }) => threshold);
            const counts = await (0,metric_counts/* readSlow */.q8)(client, await dimensions(), thresholds, span);
            return measures.map((measure, i) => ({
                measure,
                ...slowArms(reading, traffic, (0,assert/* must */.s)(counts[i], 'each threshold has its counts')),
            }));
        },
        readDaily: async (now) => (0,baseline/* readDailyTraffic */.fA)(client, [(0,metric_counts/* gatewaySeries */.io)(await readApiName(), stageName)], now),
    };
}
function slowArms({ stage, canary }, traffic, slow) {
    const all = (0,count_table/* shownTogether */.wT)(stage.requests, slow.stage);
    const ofCanary = (0,count_table/* shownTogether */.wT)(canary.requests, slow.canary);
    const stable = (0,count_table/* errorsOf */.Bp)(traffic.table).stable === stage ? all : (0,count_table/* without */.FF)(all, ofCanary);
    return { canary: ofCanary, stable, promoted: all };
}

// EXTERNAL MODULE: ./build/targets/stage/drafts.js
var drafts = __webpack_require__(1834);
;// CONCATENATED MODULE: ./build/targets/stage/patches.js
// The patches of a stage, as data. Which operations AWS takes, and which it refuses, was recorded
// by localstack's AWS-validated test_apigateway_canary; every canary path is set by `replace`, even
// where there is no canary yet.
/**
 * Opens the canary. The deployment comes first: setting the weight of an absent canary would make
 * one on the stage's own deployment, which is no canary at all.
 */
function openPatch(record, canaryDeploymentId, weight) {
    const overrides = Object.entries(record.overrides);
    return [
        replace('/canarySettings/deploymentId', canaryDeploymentId),
        ...overrides.map(([name, value]) => replace(`/canarySettings/stageVariableOverrides/${name}`, value)),
        replace('/canarySettings/useStageCache', String(record.useStageCache)),
        ...weightPatch(weight),
    ];
}
/** @param weight per cent, to two decimals */
function weightPatch(weight) {
    return [replace('/canarySettings/percentTraffic', String(weight))];
}
/**
 * Promotes. The copies come before the weight: on a stage without a canary AWS then answers
 * "Promotion not available", while in the guide's order the weight would silently make a new one.
 */
function promotePatch({ promote }) {
    const copies = [];
    if (promote.variables) {
        copies.push({
            op: 'copy',
            from: '/canarySettings/stageVariableOverrides',
            path: '/variables',
        });
    }
    if (promote.deployment) {
        copies.push({ op: 'copy', from: '/canarySettings/deploymentId', path: '/deploymentId' });
    }
    return [...copies, replace('/canarySettings/percentTraffic', '0.0')];
}
function closePatch() {
    return [{ op: 'remove', path: '/canarySettings' }];
}
/** Puts back what stood before a promotion: the deployment and the variables that it changed. */
function restorePatch(record) {
    const variables = Object.entries(record.variables).map(([name, value]) => {
        const path = `/variables/${name}`;
        return value === null ? { op: 'remove', path } : replace(path, value);
    });
    const changed = record.promote.variables ? variables : [];
    const moved = record.promote.deployment ? [replace('/deploymentId', record.deploymentId)] : [];
    return [...moved, ...changed];
}
function replace(path, value) {
    return { op: 'replace', path, value };
}

;// CONCATENATED MODULE: ./build/targets/stage/stage-moves.js
// The changes of a stage: what stands is read before each, and what was written is read back.









async function shift(api, own, rollout, weight) {
    const stage = (0,stage_record/* stageOf */.g)(rollout.record);
    const trafficState = await ourStanding(api, rollout);
    if (trafficState.kind === 'promoted') {
        throw new errors/* KnownError */.E('the canary was promoted already, so there is nothing left to shift');
    }
    if (trafficState.kind === 'stable' && !own.isOwn(rollout.record))
        throw new errors/* MovedError */.WJ(NOT_BEGUN);
    if (trafficState.kind === 'stable' && trafficState.open)
        await stage_moves_close(api);
    const patch = trafficState.kind === 'stable'
        ? openPatch(stage, madeDeployment(rollout), weight)
        : weightPatch(weight);
    const { state } = await api.patchStage(`shifting ${(0,rollout_plan/* formatWeight */.ck)(weight)} to the canary`, patch);
    const after = (0,stage_state/* trafficStateOf */.u5)(state, rollout);
    if (after.kind === 'stable' && after.open) {
        throw new errors/* KnownError */.E('somebody removed the canary at this very moment, and AWS made an empty one of the change');
    }
    if (after.kind !== 'split' || Math.abs(after.weight - weight) > 0.005) {
        throw notAsWritten(`a canary of ours at ${(0,rollout_plan/* formatWeight */.ck)(weight)}`, after, state);
    }
}
async function promote(api, own, rollout) {
    const stage = (0,stage_record/* stageOf */.g)(rollout.record);
    let trafficState = await ourStanding(api, rollout);
    if (trafficState.kind === 'stable') {
        await shift(api, own, rollout, 0);
        trafficState = { kind: 'split', weight: 0 };
    }
    if (trafficState.kind === 'split') {
        const { state } = await api.patchStage('promoting the canary', promotePatch(stage));
        trafficState = (0,stage_state/* trafficStateOf */.u5)(state, rollout);
        if (trafficState.kind !== 'promoted') {
            throw notAsWritten('the promoted deployment and variables', trafficState, state);
        }
    }
    if (trafficState.kind === 'promoted' && trafficState.open && stage.promote.close)
        await stage_moves_close(api);
    if (stage.promote.deployment)
        await (0,drafts/* setDrafts */.t)(api, stage.drafts, 'to');
}
async function rollBack(api, rollout, trafficState, signal) {
    const stage = (0,stage_record/* stageOf */.g)(rollout.record);
    const beside = trafficState.kind === 'external' && trafficState.canary === 'owned';
    const open = trafficState.kind === 'split' || ('open' in trafficState && trafficState.open);
    if (open || beside)
        await stage_moves_close(api, signal);
    if (trafficState.kind === 'promoted') {
        // Only after the canary is gone: whether AWS moves the base under one is not documented.
        await api.patchStage('putting the deployment before back', restorePatch(stage), signal);
    }
    const { state } = await api.readStage(signal);
    const after = (0,stage_state/* trafficStateOf */.u5)(state, rollout);
    // The canary was ours; the rest is what somebody else made of it.
    if (beside && after.kind === 'external' && after.canary !== 'owned')
        return;
    if (after.kind !== 'stable' || after.open)
        throw notAsWritten('the stage as it was before', after, state);
    await (0,drafts/* setDrafts */.t)(api, stage.drafts, 'from', signal);
}
/** Removes the canary. Whether AWS calls removing an absent one an error is not documented. */
async function stage_moves_close(api, signal) {
    try {
        const { state } = await api.patchStage('closing the canary', closePatch(), signal);
        if (!state.canary)
            return;
    }
    catch (error) {
        const { state } = await api.readStage(signal);
        if (state.canary)
            throw error;
        return;
    }
    const { state } = await api.readStage(signal);
    if (state.canary)
        throw new errors/* KnownError */.E('the canary was to be closed, and AWS still shows it');
}
async function ourStanding(api, rollout) {
    const { state, tags } = await api.readStage();
    (0,ownership/* assertOwned */.SG)((0,stage_store/* memoryOf */.zE)(api, tags), rollout.record.id);
    const trafficState = (0,stage_state/* trafficStateOf */.u5)(state, rollout);
    if (trafficState.kind === 'external') {
        throw new errors/* KnownError */.E(`stopped without touching it: ${trafficState.what}`);
    }
    return trafficState;
}
function madeDeployment(rollout) {
    if (rollout.canaryDeploymentId !== undefined)
        return rollout.canaryDeploymentId;
    throw new errors/* KnownError */.E('the canary has no deployment yet: the rollout was cut off while preparing');
}
function notAsWritten(expected, after, state) {
    const found = after.kind === 'external' ? after.what : JSON.stringify(after);
    return new errors/* KnownError */.E(`AWS accepted the change, but does not show it: expected ${expected}, found ${found} (${(0,stage_state/* describeStage */.al)(state)})`);
}

;// CONCATENATED MODULE: ./build/targets/stage/stage-proof.js
// What bears out the record of a stage's rollout: the deployment that was made for it, which says so in its
// description, or what is served. Both need the right to release; tags do not.









/** Where the stage itself shows what stood before, since nothing is promoted yet, nothing else has to. */
async function proveStage({ api, functions }, { record, canaryDeploymentId }, state, signal) {
    const stage = (0,stage_record/* stageOf */.g)(record);
    const trafficState = (0,stage_state/* trafficStateOf */.u5)(state, { record, canaryDeploymentId, ...ANY_PHASE });
    if (trafficState.kind === 'external')
        return { kind: 'moved' };
    const strange = strangeDraft(stage, record.functions, state);
    if (strange !== undefined)
        return doubtful(strange);
    const made = canaryDeploymentId === stage.deploymentId ? undefined : canaryDeploymentId;
    const description = (made && (await api.readDescription(made, signal))) ?? '';
    const seal = (0,past_releases/* parseSeal */.T7)(description);
    if (seal !== undefined) {
        return seal === (0,targets_seal/* sealOf */.R)(record) ? BORNE_OUT : doubtful(otherRelease(made));
    }
    const past = (0,past_releases/* parseDeployment */.zi)(description);
    const promoted = trafficState.kind === 'promoted';
    if (promoted && stage.promote.deployment && made && past?.after !== stage.deploymentId) {
        return doubtful(`nothing but its tags says that the deployment ${stage.deploymentId} was served before ${made}`);
    }
    const vouches = createVoucher(functions, past?.changes, signal);
    const asking = { api, vouches, signal, stage, functions: record.functions, state };
    const doubt = (promoted && stage.promote.variables ? await doubtVariables(asking) : undefined) ??
        (await doubtDrafts(asking, promoted));
    return doubt === undefined ? BORNE_OUT : doubtful(doubt);
}
function otherRelease(deploymentId = '') {
    return `the deployment ${deploymentId} was made for another release, or the record of this one was changed`;
}
/** What stands is compared without a look at the phase. */
const ANY_PHASE = { phase: { kind: 'preparing' }, stepStartTimes: [] };
/** An integration that is rewritten otherwise than from one version of a released function to the other. */
function strangeDraft(stage, functions, state) {
    const variables = before(stage, state);
    const strange = stage.drafts.find((draft) => !rewrittenFor(draft, functions, variables));
    return (strange &&
        `it rewrites ${strange.method} on resource ${strange.resourceId} from ${strange.from} to ${strange.to}, which are not the two versions of a function that it releases`);
}
function before({ variables }, state) {
    const own = Object.entries(variables).flatMap(([name, value]) => value === null ? [] : [[name, value]]);
    return { ...state.variables, ...Object.fromEntries(own) };
}
/** Each variable must be the one that the API reads a version from, and the version be vouched for. */
async function doubtVariables({ api, vouches, signal, stage, functions, state, }) {
    const names = Object.keys(stage.overrides);
    if (names.length === 0)
        return undefined;
    const { integrations } = await api.readDraft(signal);
    for (const name of names) {
        const change = functions.find((fn) => {
            const found = (0,stage_wiring/* findWiring */.A)(fn.name, integrations, state.variables);
            if (found.kind !== 'found' || found.wiring.kind !== 'variable')
                return false;
            const { variable, prefix } = found.wiring;
            return (variable === name &&
                (0,stage_state/* variableOf */.Qn)(stage.overrides, name) === prefix + fn.to &&
                (0,stage_state/* variableOf */.Qn)(stage.variables, name) === prefix + fn.from);
        });
        if (change && (await vouches(change)))
            continue;
        const value = (0,stage_state/* variableOf */.Qn)(stage.variables, name);
        return `nothing but its tags says that the stage variable "${name}" was ${value === null ? 'not set' : `"${value}"`} before`;
    }
    return undefined;
}
/** As long as the draft holds nothing new, nothing in it is put back. */
async function doubtDrafts({ api, vouches, signal, stage, functions, state }, promoted) {
    for (const draft of stage.drafts) {
        const change = rewrittenFor(draft, functions, before(stage, state));
        if (change && (0,stage_integration/* endsIn */.We)(draft.from, change.from) && (await vouches(change)))
            continue;
        const { integrations } = await api.readDraft(signal);
        const holds = (uri) => integrations.some((one) => one.resourceId === draft.resourceId && one.method === draft.method && one.uri === uri);
        if (!promoted && state.canary === undefined && !holds(draft.to))
            continue;
        return `nothing but its tags says that ${draft.method} on resource ${draft.resourceId} called ${draft.from} before`;
    }
    return undefined;
}

;// CONCATENATED MODULE: ./build/targets/stage/stage-uses.js
// What the stages of a REST API lead to: versions by their variables and by what the API's definition
// calls, deployments by serving them or by an unfinished rollout.





function versionUses({ restApiId, stageName, shadowStage, stages, integrations, }) {
    const views = stages.flatMap(({ state }) => viewsOf(state));
    const values = views.flatMap((variables) => Object.values(variables));
    const inVariables = values.map(versionIn).filter((version) => version !== undefined);
    const others = stages.filter(({ name }) => name !== stageName);
    const open = openRollouts(stages).flatMap(({ record }) => record.functions);
    const reachesOf = ({ uri }, seenBy) => [{}, ...seenBy].map((variables) => ({ uri, scope: (0,stage_integration/* reachOf */.xw)(uri, variables) }));
    const called = (functionName) => integrations
        .flatMap((integration) => reachesOf(integration, views))
        .flatMap(({ uri, scope }) => {
        if (scope.kind !== 'lambda' || scope.functionName !== functionName)
            return [];
        const { qualifier = '' } = scope;
        return [{ qualifier, isPinned: /^\d+$/.test(qualifier) && (0,stage_integration/* endsIn */.We)(uri, qualifier) }];
    });
    // It may lead anywhere: that it names no function is no proof. With the variables of other stages a URI
    // may make no sense, as their deployments are others.
    const own = stages
        .filter(({ name }) => name === stageName)
        .flatMap(({ state }) => viewsOf(state));
    const strange = integrations.find((integration) => reachesOf(integration, own).some(({ scope }) => scope.kind === 'unknown'));
    return {
        of: (functionName) => [
            ...new Set([
                ...inVariables,
                ...called(functionName).map(({ qualifier }) => qualifier),
                ...open.filter(({ name }) => name === functionName).flatMap(({ from, to }) => [from, to]),
            ]),
        ],
        hidden: (functionName) => {
            if (strange) {
                return `it is not understood what ${(0,rest_api/* nameOf */.Vb)(strange)} calls (${(0,stage_integration/* shownUri */.sb)(strange.uri)})`;
            }
            // Of a deployment that is no stage's own AWS shows the routes, and not what they call.
            return others.length > 0 && called(functionName).some(({ isPinned }) => isPinned)
                ? `its version is pinned in the API's integrations, and what the deployments of the other stages (${others.map(({ name }) => name).join(', ')}) call cannot be seen`
                : undefined;
        },
        knows: (sourceArn) => {
            const [, source] = sourceArn.split(`:${restApiId}/`);
            const stage = source?.split('/')[0];
            const ours = stage === stageName || (stage !== undefined && stage === shadowStage);
            // Authorizers have no stage in their permission.
            const anyStage = stage === '*' || stage === 'authorizers';
            return ours || (anyStage && others.length === 0);
        },
    };
}
/** A stage's variables as its base sees them, and as its canary does. */
function viewsOf({ variables, canary }) {
    return canary ? [variables, { ...variables, ...canary.overrides }] : [variables];
}
/** Deployments that a stage serves, or an unfinished rollout may yet. */
function deploymentUses(stages) {
    const served = stages.flatMap(({ state }) => [state.deploymentId, state.canary?.deploymentId]);
    const open = openRollouts(stages).flatMap(({ record: { target }, canaryDeploymentId }) => [
        target.kind === 'stage' ? target.deploymentId : undefined,
        canaryDeploymentId,
    ]);
    return [...served, ...open].filter((id) => id !== undefined);
}
/** Throws where it cannot be known what a rollout needs. */
function openRollouts(stages) {
    return stages.flatMap(({ name, tags }) => {
        const stored = (0,rollout_record/* readStoredState */.ZX)(tags);
        if (stored.kind === 'unreadable') {
            throw new errors/* KnownError */.E(`the stage "${name}" remembers a rollout that cannot be read (${stored.why})`);
        }
        return stored.kind === 'rollout' ? [stored.storedRollout] : [];
    });
}

;// CONCATENATED MODULE: ./build/targets/stage/stage-provisioned.js
// What is kept ready for the versions behind a stage: lent to the new one before any traffic, and given
// back by the one that lost. What else calls a version before is looked for first.



/** @param stands which side has all the traffic now */
async function deallocateStage(bound, record, stands, signal) {
    const isNeeded = async (name, version) => (await bound.versions.aliased(name, signal)).includes(version) ||
        // What was lent for this rollout alone is called by nobody else.
        (stands === 'new' && (await isCalled(bound, name, version)));
    await deallocate({ provisioned: bound.provisioned, isNeeded }, record, stands, signal);
}
/** By another stage, the draft, or whoever has leave to call it; taken for granted where it cannot be seen. */
async function isCalled({ api, functions, deployments, inputs }, name, version) {
    const { restApiId, stageName } = api;
    const stages = await deployments.readStages();
    const served = await deployments.readServed(stages).catch(() => undefined);
    if (!served)
        return true;
    const uses = versionUses({
        restApiId,
        stageName,
        shadowStage: inputs.shadowStage,
        // This rollout is remembered until it has settled, and needs the version no longer.
        stages: stages.map((stage) => (stage.name === stageName ? { ...stage, tags: {} } : stage)),
        integrations: [...served, ...(await api.readDraft()).integrations],
    });
    return (uses.hidden(name) !== undefined ||
        uses.of(name).includes(version) ||
        (0,invoke_policy/* otherPrincipals */.W3)(await functions.readPolicy(name, version), uses.knows));
}

;// CONCATENATED MODULE: ./build/targets/stage/stage-setup.js
// A stage after a clean preflight: what the canary will be, and how it is made.








function setUpStage(bound, stage, facts, moved) {
    return {
        functions: facts.map(({ input, wiring }) => ({
            name: input.name,
            from: wiring.from,
            version: input.version,
        })),
        longestAnswerSeconds: stage.draft.longestAnswerSeconds,
        lends: facts.reduce((sum, { warm }) => sum + warm, 0),
        needs: needsOf(bound, stage, facts, moved),
        whyUnchanged: (changes) => whyUnchanged(bound, stage, changes),
        rememberedOn: (0,stage_store/* rememberedOn */.yd)(bound.api),
        record: (changes) => stageRecord(bound, stage, facts, changes),
        prepare: async (begun, preparing) => {
            const { say, pause } = preparing;
            await checkInvokable(bound, facts, moved, begun.functions, say);
            const warmUps = await findWarmUps(bound.provisioned, begun.functions);
            const record = stage_setup_remembering(begun, warmUps);
            bound.trust.writes(record);
            const rollout = await (0,stage_prepare/* prepareCanary */.e)(bound.api, record, bound.inputs, pause);
            await warmUpVersions(bound.provisioned, record.functions, warmUps, preparing);
            await preview(bound, stage, rollout, say);
            say(`The canary will serve deployment ${rollout.canaryDeploymentId}; nobody is served it yet.`);
            return rollout;
        },
    };
}
/** What is asked for is remembered before: whoever ends the rollout gives it back. */
function stage_setup_remembering(record, warmed) {
    const lends = Object.keys(warmed).length > 0;
    return lends ? { ...record, target: { ...(0,stage_record/* stageOf */.g)(record), warmed } } : record;
}
function needsOf({ api, inputs }, { draft }, facts, moved) {
    const pinned = facts.filter(({ wiring }) => wiring.kind === 'pinned');
    const { definition, routeGuard } = inputs;
    const deploys = definition === 'draft';
    return {
        kind: 'stage',
        restApiId: api.restApiId,
        stageName: api.stageName,
        functions: facts.map(({ arn, input, warm }) => ({
            arn,
            publishes: input.version === undefined,
            provisions: warm > 0,
        })),
        calls: [
            ...new Set(moved.map(({ arn, version }) => (version === '$LATEST' ? arn : `${arn}:*`))),
        ],
        deploys,
        readsAuthorizers: draft.asked.length > 0,
        readsServed: true,
        // A deployment of ours says which draft it was made of.
        comparesRoutes: routeGuard === 'block' || (deploys && (routeGuard === 'warn' || facts.length > 0)),
        rewrites: pinned.flatMap(({ wiring }) => wiring.integrations.map(({ resourceId, method }) => `${resourceId}/methods/${method}`)),
        grants: inputs.invokePermission === 'grant',
        shadow: inputs.shadowStage,
    };
}
/** The canary under a name of its own, for the pre-traffic hook. */
async function preview({ api, shadows }, { reading: { state } }, rollout, say) {
    const { shadow } = (0,stage_record/* stageOf */.g)(rollout.record);
    if (shadow === undefined)
        return;
    await makeShadow(shadows, rollout, api.stageName, state.variables);
    say(`The stage "${shadow}" shows the canary to the pre-traffic hook, and to nobody else.`);
}
/** Said only where all of what would be released is compared with what the stage serves. */
async function whyUnchanged({ inputs }, { reading: { state }, draftIs }, changes) {
    const overridesStand = Object.entries(inputs.overrides).every(([name, value]) => (0,stage_state/* variableOf */.Qn)(state.variables, name) === value);
    if (changes.some((change) => change.from !== change.to) || !overridesStand)
        return undefined;
    // Without functions the draft itself is the release, and it is asked for.
    const draftStands = changes.length > 0 && draftIs === 'what is served';
    if (inputs.definition === 'draft' && !draftStands)
        return undefined;
    return changes.length > 0
        ? 'code and configuration are those of the version that the stage serves'
        : 'the stage has these variables already';
}
async function checkInvokable({ functions, api, inputs }, facts, moved, changes, say) {
    const problems = [];
    const released = facts.flatMap(({ input: { name }, sourceArns }) => changes
        .filter((change) => change.name === name && change.from !== change.to)
        .map(({ to }) => ({ functionName: name, version: to, sourceArns })));
    for (const { functionName, version, sourceArns } of [...released, ...moved]) {
        for (const arns of [sourceArns, ofShadow(sourceArns, inputs)]) {
            const invoked = { functionName, version, sourceArns: arns };
            const missing = await (0,stage_prepare/* ensureInvokable */.SU)(functions, api, invoked, inputs.invokePermission);
            if (missing !== undefined)
                problems.push(missing);
        }
        if (problems.length === 0) {
            say(`API Gateway may invoke ${(0,stage_prepare/* qualifierInWords */.Xr)(functionName, version)}`);
        }
    }
    if (problems.length > 0)
        throw new errors/* KnownError */.E(problems.join('\n'));
}
/** The same calls from the shadow stage; none without one. */
function ofShadow(sourceArns, { restApiId, stageName, shadowStage }) {
    if (shadowStage === undefined)
        return [];
    const partOf = (stage) => `:${restApiId}/${stage}/`;
    return sourceArns.map((arn) => arn.replace(partOf(stageName), partOf(shadowStage)));
}
function stageRecord({ inputs }, { reading: { state } }, facts, changes) {
    const wirings = facts.map((fact) => fact.wiring);
    const change = (0,canary_change/* canaryChange */.B)(wirings, changes, inputs.overrides);
    if ('problems' in change)
        throw new errors/* KnownError */.E(change.problems.join('\n'));
    const names = Object.keys(change.overrides);
    return {
        kind: 'stage',
        deploymentId: state.deploymentId,
        variables: Object.fromEntries(names.map((name) => [name, (0,stage_state/* variableOf */.Qn)(state.variables, name)])),
        overrides: change.overrides,
        useStageCache: inputs.useStageCache,
        drafts: change.drafts,
        promote: inputs.promote,
        ...(inputs.shadowStage !== undefined && { shadow: inputs.shadowStage }),
    };
}

;// CONCATENATED MODULE: ./build/targets/stage/stage-sweep.js
// What earlier releases to a stage left: old versions of the functions, and the deployments that were
// made for their canaries.







async function sweepStage({ place, lambda, apiGateway }, { api, functions, inputs }, order) {
    const { restApiId, stageName } = api;
    const deployments = (0,aws_deployments/* bindDeployments */.I)(apiGateway, place, restApiId);
    const stages = await deployments.readStages();
    const served = order.functions.length > 0 ? await deployments.readServed(stages) : [];
    // An authorizer that no method asks any more may still be in a deployment.
    const { integrations: draft } = await api.readDraft(undefined, 'all');
    const { readTags } = bindAliases(lambda, place);
    const bound = { versions: bindVersions(lambda, place), functions, readTags };
    const known = versionUses({
        restApiId,
        stageName,
        shadowStage: inputs.shadowStage,
        stages,
        integrations: [...served, ...draft],
    });
    const versions = order.functions.length === 0
        ? { leftovers: [], notes: [] }
        : await sweepVersions(bound, order.functions, order.keep, known);
    const willDeploy = order.rollout === undefined && inputs.definition === 'draft';
    const keep = willDeploy ? order.keep - 1 : order.keep;
    const leftovers = await sweepDeployments(deployments, stages, { ...order, keep });
    return { ...versions, leftovers: [...versions.leftovers, ...leftovers] };
}
async function sweepDeployments(deployments, stages, { keep, rollout }) {
    const ours = rollout
        ? [(0,stage_record/* stageOf */.g)(rollout.record).deploymentId, rollout.canaryDeploymentId ?? '']
        : [];
    const before = rollout?.record.startedAt ?? Number.POSITIVE_INFINITY;
    const inUse = [...deploymentUses(stages), ...ours];
    const old = oldDeployments(await deployments.list(), before, keep, inUse);
    return old.map(({ id, description }) => ({
        words: `deployment ${id} (${description})`,
        remove: () => deployments.remove(id),
    }));
}

;// CONCATENATED MODULE: ./build/targets/stage/stage-undo.js
// Behind a promotion of a stage: the deployment and the versions that its history says stood before.









/** Throws a `KnownError` that says what is gone, or what must be named. */
async function findStageUndo(bound, deployments, released, to) {
    const { api } = bound;
    const [stage, served, draft, history] = [
        await api.readStage(),
        await api.readServed(),
        await api.readDraft(),
        await deployments.list(),
    ];
    if (stage.state.canary) {
        throw new errors/* KnownError */.E(`the stage has a canary, of deployment ${stage.state.canary.deploymentId}; to close it first: ${closeCommand(api)}`);
    }
    const place = { stage, served, draft, history, released };
    const goal = goalOf(place, to);
    if (!history.some(({ id }) => id === goal.deploymentId)) {
        throw new errors/* KnownError */.E(`the deployment ${goal.deploymentId} is gone; ${inWords(history)}`);
    }
    const wirings = Object.keys(goal.versions).map((name) => stage_undo_wiringOf(place, name));
    const changes = wirings.map(({ functionName: name, from }) => ({
        name,
        from,
        to: goal.versions[name] ?? from,
    }));
    await checkThere(bound, changes);
    const way = wayTo(bound, stage, goal, wirings, changes);
    return { ...way, words: way.words + (0,dependents/* movedAlong */.Z2)(wirings, draft, stage.state.variables) };
}
function goalOf(place, to) {
    switch (to.kind) {
        case 'previous':
            return previous(place);
        case 'deployment': {
            const found = place.history.find(({ id }) => id === to.id);
            const changes = (0,past_releases/* parseDeployment */.zi)(found?.description ?? '')?.changes ?? [];
            return { deploymentId: to.id, versions: stage_undo_versionsOf(changes, 'to') };
        }
        case 'versions':
            return byVersions(place, to.versions);
    }
}
function previous(place) {
    const { stage, history } = place;
    const { deploymentId } = stage.state;
    const served = history.find(({ id }) => id === deploymentId);
    const past = (0,past_releases/* parseDeployment */.zi)(served?.description ?? '');
    if (!past) {
        throw new errors/* KnownError */.E(`the deployment ${deploymentId} that is served does not say what stood before it; name a deployment or a version instead of previous: ${inWords(history)}`);
    }
    for (const { name, to } of past.changes) {
        const wiring = stage_undo_wiringOf(place, name);
        if (wiring.kind === 'pinned' || wiring.from === to)
            continue;
        throw new errors/* KnownError */.E(`the deployment ${deploymentId} was made for version ${to} of "${name}", and the stage serves ${wiring.from}; name a version instead of previous`);
    }
    return { deploymentId: past.after, versions: stage_undo_versionsOf(past.changes, 'from') };
}
function byVersions(place, asked) {
    const { stage, history, released } = place;
    const { '': lone, ...named } = asked;
    const only = released.length === 1 ? released[0]?.name : undefined;
    if (lone !== undefined && only === undefined) {
        throw new errors/* KnownError */.E(`rollback-to: "${lone}" does not say of which function; expected for example orders=${lone}`);
    }
    const versions = lone === undefined || only === undefined ? named : { ...named, [only]: lone };
    const pinned = Object.keys(versions).filter((name) => stage_undo_wiringOf(place, name).kind === 'pinned');
    if (pinned.length === 0)
        return { deploymentId: stage.state.deploymentId, versions };
    const made = [...history]
        .sort((a, b) => b.createdAt - a.createdAt)
        .find(({ description }) => {
        const changes = (0,past_releases/* parseDeployment */.zi)(description)?.changes ?? [];
        return pinned.every((name) => changes.some((change) => change.name === name && change.to === versions[name]));
    });
    if (made)
        return { deploymentId: made.id, versions };
    throw new errors/* KnownError */.E(`no deployment of the API is known to have version ${pinned.map((name) => `${versions[name]} of "${name}"`).join(' and ')}, which the integration names; release it with command: rollout and version, or name a deployment: ${inWords(history)}`);
}
function stage_undo_versionsOf(changes, side) {
    return Object.fromEntries(changes.map((change) => [change.name, change[side]]));
}
/** From what is served; rewritten is what the draft has of the version that is gone back from. */
function stage_undo_wiringOf({ served, draft, stage }, name) {
    const found = (0,stage_wiring/* findWiring */.A)(name, served, stage.state.variables);
    if (found.kind !== 'found')
        throw new errors/* KnownError */.E(found.problem);
    const { wiring } = found;
    return wiring.kind === 'pinned'
        ? { ...wiring, integrations: (0,served_wiring/* pinnedAt */.wm)(name, wiring.from, draft.integrations) }
        : wiring;
}
async function checkThere({ functions }, changes) {
    for (const { name, to } of changes) {
        if (await functions.read(name, to))
            continue;
        throw new errors/* KnownError */.E(`version ${to} of "${name}" is gone, so there is no way back to it`);
    }
}
function wayTo({ api }, { state }, { deploymentId, versions }, wirings, changes) {
    const change = (0,canary_change/* canaryChange */.B)(wirings, changes, {});
    if ('problems' in change)
        throw new errors/* KnownError */.E(change.problems.join('\n'));
    const variables = Object.entries(change.overrides).filter(([name, value]) => (0,stage_state/* variableOf */.Qn)(state.variables, name) !== value);
    const moved = state.deploymentId !== deploymentId;
    const patch = [
        ...(moved ? [{ op: 'replace', path: '/deploymentId', value: deploymentId }] : []),
        ...variables.map(([name, value]) => ({ op: 'replace', path: `/variables/${name}`, value })),
    ];
    const isThere = (now) => now.deploymentId === deploymentId &&
        variables.every(([name, value]) => (0,stage_state/* variableOf */.Qn)(now.variables, name) === value);
    let tried = false;
    /** Another try may come hours later, and somebody else may have had a hand in it since. */
    const checkUntouched = async () => {
        const { state: now } = await api.readStage();
        const asFound = now.deploymentId === state.deploymentId &&
            variables.every(([name]) => (0,stage_state/* variableOf */.Qn)(now.variables, name) === (0,stage_state/* variableOf */.Qn)(state.variables, name));
        if (!asFound && !isThere(now)) {
            throw new errors/* MovedError */.WJ(`somebody else changed the stage to deployment ${now.deploymentId}`);
        }
    };
    const named = Object.entries(versions).map(([name, version]) => `${name} ${version}`);
    return {
        functions: changes.map(({ name, from, to }) => ({ name, from: to, to: from })),
        words: `deployment ${deploymentId}${named.length > 0 ? ` with ${named.join(', ')}` : ''}`,
        done: patch.length === 0,
        go: async () => {
            if (tried)
                await checkUntouched();
            tried = true;
            if (patch.length > 0)
                await api.patchStage('going back', patch);
            const { state: after } = await api.readStage();
            if (!isThere(after)) {
                throw new errors/* KnownError */.E(`AWS accepted the change, but does not show it: expected deployment ${deploymentId}, found ${(0,stage_state/* describeStage */.al)(after)}`);
            }
            // Nobody's next deployment is to ship what was gone back from.
            await (0,drafts/* setDrafts */.t)(api, change.drafts, 'to');
        },
    };
}
/** The newest of the history, for a sentence. */
function inWords(history) {
    if (history.length === 0)
        return 'the API has no deployments';
    const newest = [...history].sort((a, b) => b.createdAt - a.createdAt).slice(0, 10);
    const words = newest.map(({ id, createdAt, description }) => {
        const at = new Date(createdAt * 1000).toISOString().slice(0, 16);
        return `${id} (${at}Z${description && `, ${description.slice(0, 80)}`})`;
    });
    return `the API's history holds ${words.join(', ')}`;
}

;// CONCATENATED MODULE: ./build/targets/stage/stage-target.js
// The canary of a REST API's stage. What stands is read before each write, and what was written is
// read back: API Gateway has no lock on a stage, and accepts some requests without doing them.



























function connectStage({ clients, inputs, released }) {
    const { restApiId, stageName } = inputs;
    const api = (0,rest_api/* bindRestApi */.AJ)(clients.apiGateway, clients.place, restApiId, stageName);
    const shadows = bindShadowStages(clients.apiGateway, clients.place, restApiId);
    const functions = (0,aws_functions/* bindFunctions */.f)(clients.lambda, clients.place);
    const provisioned = bindProvisioned(clients.lambda, clients.place);
    const trust = createTrust(askedFor(inputs, released));
    const bound = { api, functions, provisioned, shadows, inputs, trust };
    const { region } = clients.place;
    const deployments = (0,aws_deployments/* bindDeployments */.I)(clients.apiGateway, clients.place, restApiId);
    const versions = bindVersions(clients.lambda, clients.place);
    const warmth = { ...bound, deployments, versions };
    let apiName = '';
    let deploymentId = '';
    const readApiName = async () => {
        apiName ||= await api.readName();
        return apiName;
    };
    const canaryDimension = inputs.canaryDimension.replaceAll('{stage}', stageName);
    const countSource = createStageCounts(clients.cloudWatch, {
        stageName,
        canaryDimension,
        readApiName,
    });
    return {
        words: `the stage "${stageName}" of REST API ${restApiId}`,
        countSource,
        ...looks(bound),
        inspect: async (findings) => {
            const releases = released.length > 0 ? 'functions' : 'no functions';
            const stage = await inspectStage(api, inputs, releases, findings);
            const facts = await inspectFunctions(bound, released, stage, findings);
            if (!stage)
                return undefined;
            ({ apiName } = stage);
            deploymentId = stage.reading.state.deploymentId;
            const moved = await inspectVariables(bound, stage, released, facts, findings);
            await inspect_permissions_inspectPermissions(clients, inputs, released, facts, moved, findings);
            await inspectShadow(shadows, inputs, findings);
            checkSomething(inputs, released, findings);
            return setUpStage(bound, stage, facts, moved);
        },
        ...stage_target_memoryCalls(api),
        ...changes(bound, warmth),
        readUnknownSplit: async () => unknownCanary(stageName, await api.readStage()),
        findUndo: (to) => findStageUndo(bound, deployments, released, to),
        sweep: (order) => sweepStage(clients, bound, order),
        ...handCommands({ restApiId, stageName, region }),
        urls: ({ record }) => urlsOf(clients.place, { restApiId, stageName }, (0,stage_record/* stageOf */.g)(record).shadow),
        describe: (snapshot) => ({
            kind: 'stage',
            region,
            restApiId,
            stageName,
            apiName,
            canaryDimension,
            ...deploymentsOf(deploymentId, snapshot),
        }),
    };
}
/** The changes of the traffic, and what is cleaned up after the last. */
function changes({ api, trust, shadows, inputs: { stageName } }, provisioned) {
    return {
        shift: async (rollout, weight) => {
            await endPreview(shadows, stageName, rollout);
            await shift(api, trust, rollout, weight);
        },
        promote: async (rollout) => {
            await endPreview(shadows, stageName, rollout);
            await promote(api, trust, rollout);
        },
        rollBack: (rollout, trafficState, signal) => rollBack(api, rollout, trafficState, signal),
        cleanUp: async ({ record }, stands, signal) => {
            await removeShadow(shadows, record, stageName, signal);
            await deallocateStage(provisioned, record, stands, signal);
        },
    };
}
function looks({ api, trust, functions }) {
    return {
        knows: trust.knows,
        observe: async (signal) => {
            const { state, tags } = await api.readStage(signal);
            const stored = await trust.vet((0,stage_store/* memoryOf */.zE)(api, tags), (storedRollout) => proveStage({ api, functions }, storedRollout, state, signal));
            return { stored, trafficState: standingIn(stored, state) };
        },
        look: async (rollout, signal) => (0,stage_state/* trafficStateOf */.u5)((await api.readStage(signal)).state, rollout),
    };
}
function askedFor({ overrides }, released) {
    const functions = Object.fromEntries(released.map(({ name }) => [name, undefined]));
    return { kind: 'stage', functions, variables: Object.keys(overrides) };
}
function urlsOf(place, { restApiId, stageName }, shadow) {
    return {
        stageUrl: (0,arns/* stageUrl */.Oh)(place, restApiId, stageName),
        shadowUrl: shadow === undefined ? undefined : (0,arns/* stageUrl */.Oh)(place, restApiId, shadow),
    };
}
function handCommands(stage) {
    const { region, restApiId, stageName } = stage;
    return {
        showCommands: () => [
            (0,command_line/* awsCommand */.bg)('apigateway get-stage', {
                region,
                'rest-api-id': restApiId,
                'stage-name': stageName,
            }),
        ],
        repairCommands: (record, observation) => repairCommands(stage, (0,stage_record/* stageOf */.g)(record), observation, record.functions),
    };
}
function stage_target_memoryCalls(api) {
    return {
        claim: async (id) => {
            await mustStillBeOpen(api);
            await api.tag((0,rollout_record/* ownerTag */.qE)(id));
        },
        savePhase: async (rollout, phase) => {
            (0,ownership/* assertOwned */.SG)((0,stage_store/* memoryOf */.zE)(api, (await api.readStage()).tags), rollout.record.id);
            await api.tag((0,rollout_record/* phaseTags */.$f)(rollout, phase));
        },
        pause: async (pause) => {
            await mustStillBeOpen(api);
            await (pause ? api.tag((0,rollout_record/* pauseTag */.ry)(pause)) : api.untag([rollout_record/* PAUSED */.NN]));
        },
        clearState: async (last, signal, of) => {
            const { tags } = await api.readStage(signal);
            if ((0,ownership/* isOwnedByAnother */.QS)((0,stage_store/* memoryOf */.zE)(api, tags), of))
                return;
            if (last)
                await api.tag((0,stage_store/* lastTag */.$m)(api, last), signal);
            await api.untag((0,rollout_record/* tagKeysToClear */.x9)(tags, last), signal);
        },
    };
}
async function mustStillBeOpen(api) {
    (0,ownership/* mustBeOpen */.zf)((0,stage_store/* memoryOf */.zE)(api, (await api.readStage()).tags));
}
/** With the first user the shadow is of no use. What fails here is done at the end of the rollout. */
async function endPreview(shadows, stageName, { phase, record }) {
    if (phase.kind !== 'preparing')
        return;
    await removeShadow(shadows, record, stageName).catch(() => undefined);
}
function checkSomething(inputs, released, findings) {
    const overrides = Object.keys(inputs.overrides).length;
    if (released.length === 0 && inputs.definition === 'deployed' && overrides === 0) {
        findings.problems.push('there is nothing to release: no functions, no stage-variable-overrides, and definition: deployed; expected at least one of them');
    }
}
function deploymentsOf(before, snapshot) {
    if (!snapshot) {
        return { deploymentBefore: before, deploymentAfter: before, canaryDeployment: '' };
    }
    const { rollout, trafficState } = snapshot;
    const stage = (0,stage_record/* stageOf */.g)(rollout.record);
    const canaryDeployment = rollout.canaryDeploymentId ?? '';
    const moved = trafficState.kind === 'promoted' && stage.promote.deployment;
    const ours = moved ? canaryDeployment : stage.deploymentId;
    return {
        deploymentBefore: stage.deploymentId,
        deploymentAfter: trafficState.kind === 'external' ? (trafficState.deploymentId ?? '') : ours,
        canaryDeployment,
    };
}
function standingIn(stored, state) {
    return stored.kind === 'rollout' ? (0,stage_state/* trafficStateOf */.u5)(state, stored.storedRollout) : undefined;
}

;// CONCATENATED MODULE: ./build/targets/kinds.js
// The target that the inputs name.


function connectTarget(clients, inputs, telling) {
    const released = inputs.functions;
    switch (inputs.target.kind) {
        case 'stage':
            return connectStage({ clients, inputs: inputs.target, released });
        case 'alias': {
            const { onSplit, firstRelease } = inputs.target;
            return connectAliases({ clients, released, onSplit, firstRelease, ...telling });
        }
    }
}

// EXTERNAL MODULE: ./build/analysis/evidence.js
var evidence = __webpack_require__(8690);
// EXTERNAL MODULE: ./build/report/impact.js
var report_impact = __webpack_require__(2577);
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
/** Of a rollout that never began. */
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
/** A target of which nothing has been read since it was changed. */
function asUnread(target) {
    return target.kind === 'stage' ? { ...target, deploymentAfter: '' } : target;
}
function openReport({ rollout }) {
    const { phase, record, paused } = rollout;
    return {
        phase: (0,format/* describePhase */.$8)(phase, record.plan.steps.length),
        paused: paused !== undefined,
        nextStepAt: (0,next_step/* nextStepAt */.j)(rollout),
    };
}

;// CONCATENATED MODULE: ./build/run/open-reports.js
// The reports of the commands that meet a rollout which another run began.


/** For a rollout whose stage or alias somebody else has changed: what can be done. */
function byHand(target, { rollout, trafficState }) {
    if (trafficState.kind !== 'external')
        return { advice: [], commands: [] };
    const { record, phase } = rollout;
    const left = { phase, trafficState };
    return {
        advice: (0,outcomes/* waysOut */.ZN)(left, { record, words: target.words }),
        commands: [...target.showCommands(), ...target.repairCommands(record, left)],
    };
}
function openParts(target, make) {
    const none = noneOpen(target);
    return {
        ...oddEnds(target, make),
        open: (snapshot, said) => make({
            ...ofSnapshot(target, snapshot, []),
            outcome: snapshot.rollout.paused ? 'held' : 'running',
            reason: said ?? (0,outcomes/* describeTraffic */.hA)(snapshot.trafficState, snapshot.rollout.record.functions),
            ...byHand(target, snapshot),
        }),
        idle: (reason) => make({ ...none, outcome: 'unchanged', reason, target: target.describe() }),
        previewed: (functions, url, notes) => make({
            ...none,
            outcome: 'previewed',
            reason: 'The code of the pull request is served by a stage of its own.',
            stands: 'No other stage was touched.',
            previewUrl: url,
            target: target.describe(),
            record: { functions, plan: NO_PLAN },
            notes,
        }),
        wentBack: (functions, reason) => make({
            ...none,
            outcome: 'rolled-back',
            reason,
            stands: (0,outcomes/* describeTraffic */.hA)({ kind: 'stable' }, functions),
            target: target.describe(),
            record: { functions, plan: NO_PLAN },
        }),
        declined: (problems, snapshot) => make({
            ...(snapshot
                ? ofSnapshot(target, snapshot, [])
                : {
                    ...none,
                    target: target.describe(),
                    stands: 'Nothing was changed.',
                    weight: null,
                }),
            outcome: 'failed',
            reason: `Nothing was done: ${problems[0] ?? 'the current state could not be read'}`,
            problems,
            ...(snapshot?.trafficState.kind === 'external'
                ? byHand(target, snapshot)
                : { advice: [], commands: target.showCommands() }),
        }),
    };
}
function noneOpen({ words }) {
    return {
        ...NOTHING_DONE,
        stands: `No rollout of this action is open on ${words}.`,
        record: { functions: [], plan: NO_PLAN },
        notes: [],
    };
}
/** Of the command rollback, where it finds nothing to take back, or does not come to its end. */
function oddEnds(target, make) {
    const none = noneOpen(target);
    return {
        forgot: (snapshot, reason) => make({
            ...ofSnapshot(target, snapshot, []),
            outcome: 'unchanged',
            open: undefined,
            reason,
            advice: [],
            commands: target.showCommands(),
        }),
        brokeOff: (why) => make({
            ...none,
            outcome: 'failed',
            reason: `Rolling back failed: ${why}`,
            stands: 'What AWS serves now was not read after that.',
            weight: null,
            target: asUnread(target.describe()),
            commands: target.showCommands(),
        }),
    };
}

;// CONCATENATED MODULE: ./build/run/reporter.js
// Makes the report of a run, for each way in which it can end.









/** @param now seconds since the epoch */
function createReporter({ source }, target, recorder, now) {
    const make = (parts) => recorder.report({ source, ...parts });
    return {
        running: (snapshot, notes) => make({
            ...ofSnapshot(target, snapshot, notes),
            outcome: 'running',
            reason: (0,outcomes/* describeTraffic */.hA)(snapshot.trafficState, snapshot.rollout.record.functions),
            advice: [],
            commands: [],
        }),
        ended: (ended, notes) => {
            const { ending, snapshot } = ended;
            const to = now();
            const report = make({
                ...ofSnapshot(target, snapshot, notes),
                ...standsAfter(ended, target),
                outcome: ending.kind,
                open: ending.kind === 'held' ? openReport(snapshot) : undefined,
                reason: reasonOf(ended, recorder, to),
                advice: adviceFor(ended, target, to),
                commands: commandsFor(ended, target),
            });
            return withImpact(report);
        },
        planned: (released, plan, foresight, { notes, policy }) => {
            const functions = released.map(({ name, from, version }) => ({
                name,
                from,
                to: version ?? 'a version to be published',
            }));
            return make({
                ...NOTHING_DONE,
                outcome: 'planned',
                reason: `Nothing stands in the way; it would take at least ${(0,duration/* formatDuration */.a)((0,rollout_plan/* planSeconds */.h9)(plan))}.`,
                stands: (0,outcomes/* describeTraffic */.hA)({ kind: 'stable' }, functions),
                target: target.describe(),
                record: { functions, plan },
                foresight,
                policy,
                notes,
            });
        },
        unchanged: (functions, why, plan, notes) => make({
            ...NOTHING_DONE,
            outcome: 'unchanged',
            reason: `There is nothing to release: ${why}.`,
            stands: (0,outcomes/* describeTraffic */.hA)({ kind: 'stable' }, functions),
            target: target.describe(),
            record: { functions, plan },
            notes,
        }),
        first: (functions, made, notes) => make(firstParts(target, functions, made, notes)),
        refused: (problems, notes) => make({
            ...NOTHING_DONE,
            outcome: 'failed',
            reason: refusalOf(problems),
            stands: 'This run served nobody anything new.',
            target: target.describe(),
            record: { functions: [], plan: NO_PLAN },
            problems,
            notes,
        }),
        ...openParts(target, make),
    };
}
function firstParts(target, functions, made, notes) {
    return {
        ...NOTHING_DONE,
        outcome: 'promoted',
        weight: 100,
        reason: `This is the first release, with nothing to compare it with: ${made}.`,
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
/** What is to be run by hand: to mend, or to see what stands. */
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
/** What a run that failed has read, and leaves to people; what another run has is that one's. */
function leftOf({ ending, cleanup, snapshot, presumed, theirs }) {
    const { trafficState, rollout } = snapshot;
    const open = trafficState.kind === 'external' || trafficState.kind === 'split';
    const failed = ending.kind === 'failed' && cleanup !== 'nothing-served';
    return failed && open && !presumed && !theirs
        ? { phase: rollout.phase, trafficState }
        : undefined;
}
/** What is served at the end, where that takes more words than of a rollout that goes on. */
function standsAfter(ended, target) {
    const { snapshot, presumed } = ended;
    const stands = (0,outcomes/* describeTraffic */.hA)(snapshot.trafficState, snapshot.rollout.record.functions);
    if (presumed) {
        return {
            stands: `${UNREAD} ${stands}`,
            weight: null,
            target: asUnread(target.describe(snapshot)),
        };
    }
    const left = leftOf(ended)?.trafficState;
    const open = left?.kind === 'split' && (0,traffic_state/* weightOf */.m)(left) > 0;
    return open ? { stands: `${stands} ${outcomes/* UNMONITORED */.H5}` } : {};
}
const UNREAD = 'The current state could not be read. At worst:';
function refusalOf(problems) {
    const first = problems[0] ?? 'the current state could not be read';
    return problems.length > 1
        ? `Stopped before anything was shifted, by ${problems.length} problems.`
        : `Stopped before anything was shifted: ${first}`;
}
function reasonOf({ ending, snapshot }, recorder, to) {
    if (ending.kind === 'promoted')
        return `${PASSED}${unwatched(recorder)}.`;
    const first = (0,weights/* servedSince */.IA)(snapshot.rollout);
    if (ending.kind !== 'rolled-back' || first === undefined)
        return ending.reason;
    return `${ending.reason.replace(/\.$/, '')}, rolled back after ${(0,duration/* formatDuration */.a)(to - first)}`;
}
const PASSED = 'The canary went through all its steps and the bake';
/** What on-inconclusive: promote lets pass is said all the same, and what silence lets pass. */
function unwatched(recorder) {
    const doubts = recorder.deciding().filter(({ verdict }) => verdict !== 'healthy');
    const unread = doubts.filter((evidence) => evidence.unread);
    const say = (some) => `(${some.map(evidence/* describeEvidence */.RQ).join('; ')})`;
    if (unread.length > 0)
        return `, the end of which could not be watched ${say(unread)}`;
    return doubts.length > 0 ? `, but nothing shows that it is healthy ${say(doubts)}` : '';
}
/** The report whose reason says what it has cost the users as well. */
function withImpact(report) {
    const { reason, impact } = report;
    return impact ? { ...report, reason: `${reason}; ${(0,report_impact/* describeImpact */.a)(impact)}` } : report;
}

;// CONCATENATED MODULE: ./build/run/services.js
// A job bound to its target: clients, calls, journal and reporter.


















function openServices(context) {
    const clients = connect(context.inputs.region, context.cancelled, context.credentials);
    const target = connectTarget(clients, context.inputs, {
        say: context.log.line,
        linkTo: linkFrom(context),
    });
    const recorder = (0,controller_recorder/* createRecorder */.Tk)(time/* now */.tB);
    return {
        context,
        startedAt: (0,time/* now */.tB)(),
        clients,
        target,
        functions: (0,aws_functions/* bindFunctions */.f)(clients.lambda, clients.place),
        recorder,
        reporter: createReporter(context, target, recorder, time/* now */.tB),
        rollbackDeadline: rollbackDeadlineOf(context.cancelled),
    };
}
/** For what a run reads and writes to roll back. */
function patienceOf({ context, rollbackDeadline }) {
    return {
        log: context.log,
        cancelled: context.cancelled,
        rollbackDeadline,
        giveUpAt: context.giveUpAt,
    };
}
/** Where a person can look at another run, which may be a job of this one. */
function linkFrom({ id: claim, source }) {
    return (id) => {
        const link = (0,release/* linkToRun */.Tx)(id, source.runUrl);
        return (0,release/* areSiblings */.e9)(id, claim) ? `${link} (another job of this workflow run)` : link;
    };
}
/** What the loop needs to drive a rollout. */
function loopContext({ context, clients, target, functions, recorder, reporter, rollbackDeadline, startedAt, }, { notes = [], takenOverAt = 0, scope = { kind: 'to-the-end' } } = {}) {
    return {
        scope,
        id: context.id,
        endsBy: startedAt + context.lifetimes.jobTimeoutSeconds,
        signedBy: context.inputs.command === 'rollout' ? undefined : context.id,
        target,
        recorder,
        log: context.log,
        onInconclusive: context.inputs.onInconclusive,
        onCancel: context.inputs.onCancel,
        linkTo: linkFrom(context),
        takenOverAt,
        cancelled: context.cancelled,
        rollbackDeadline,
        giveUpAt: context.giveUpAt,
        rollsBack: context.keepCause,
        monitor: (0,monitor/* createMonitor */.l)(clients.cloudWatch, target.countSource, context.inputs),
        hooks: connectHooks({
            inputs: context.inputs.hooks,
            log: context.log,
            now: time/* now */.tB,
            place: clients.place,
            credentials: clients.credentials,
            functions,
            urlsOf: (rollout) => target.urls(rollout),
            ended: recorder.recordHook,
        }),
        comments: ordersOf(context, target, recorder),
        progress: (snapshot) => context.show(reporter.running(snapshot, notes)),
    };
}
function ordersOf(context, target, recorder) {
    const { conversation, log, inputs } = context;
    if (!conversation)
        return listener/* NO_COMMENTS */.dG;
    const key = (0,target_label/* targetKey */.hD)(target.describe());
    return (0,listener/* listen */.KT)({
        conversation,
        setPaused: target.pause,
        recordRequest: recorder.recordRequest,
        log,
        feedback: inputs.feedback,
        key,
    });
}
/** Leaves the rollout to the post step, with what is to be run by hand if AWS lets it do nothing. */
function saveRepairCommands({ target, context }, record) {
    const commands = target.repairCommands(record);
    context.saveForPost({ words: target.words, commands, on: record.on, seal: (0,targets_seal/* sealOf */.R)(record) });
}
/**
 * From here on it is this run's: its post step takes it back, and the run before, if it is still there,
 * stops at its next write.
 *
 * @returns what stands once the other one's writing is over
 */
async function takeOver(services, { rollout: { record } }) {
    const { target, context, clients } = services;
    const off = (0,aws_clock/* describeClockOffset */.ho)(clients.clock.ahead());
    if (off !== undefined)
        context.log.warning(`${off}, and what is counted is asked for by the minute`);
    saveRepairCommands(services, record);
    await target.claim(context.id);
    await (0,time/* sleep */.yy)(ownership/* SETTLE_SECONDS */.Ej, context.cancelled);
    const { stored, trafficState } = await target.observe();
    (0,ownership/* assertOwned */.SG)(stored, context.id);
    if (stored.kind !== 'rollout' || !trafficState)
        throw new errors/* KnownError */.E('the current state is not known');
    const rollout = asFarAsShown(stored.storedRollout, trafficState, (0,time/* now */.tB)());
    // Later runs count the time of the step from now on as well.
    if (rollout.phase !== stored.storedRollout.phase) {
        const at = rollout.phase.kind === 'step' ? `step ${rollout.phase.index + 1}` : 'no step';
        context.log.warning(`The stored state is ahead (${(0,rollout_phase/* formatPhase */.Z0)(stored.storedRollout.phase)}), and AWS shows the weight of ${at}: this run goes on from there.`);
        await target.savePhase(rollout, rollout.phase);
    }
    return { rollout, trafficState };
}


/***/ }),

/***/ 8164:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W3: () => (/* binding */ otherPrincipals),
/* harmony export */   vz: () => (/* binding */ uncoveredCalls)
/* harmony export */ });
/* unused harmony export globMatches */
// May API Gateway invoke a version? A function's resource policy is kept per qualifier: a statement
// on the function or on an alias says nothing about a version (Lambda developer guide, "aliases in
// permissions policies"). Without one, callers get a 500 that no Lambda metric shows.
const GATEWAY = 'apigateway.amazonaws.com';
const SOURCE_OPERATORS = ['ArnLike', 'ArnEquals', 'StringLike', 'StringEquals'];
/**
 * The calls that the policy does not allow API Gateway to make.
 *
 * @param policy the policy document of exactly the qualifier that is invoked; `undefined`: none
 * @param sourceArns `arn:…:execute-api:…:api/stage/VERB/path` of every call
 */
function uncoveredCalls(policy, sourceArns) {
    const statements = readStatements(policy).filter(allowsGateway);
    return sourceArns.filter((arn) => !statements.some((s) => matchesSource(s.Condition, arn)));
}
/**
 * Whether the policy lets anyone call whom `knows` does not know.
 *
 * @param policy the policy document of exactly one qualifier; `undefined`: none
 * @param knows tells by the source of a call; a statement that names no source is a stranger's
 */
function otherPrincipals(policy, knows) {
    if (policy === undefined)
        return false;
    const statements = readStatements(policy);
    const known = (sources) => sources.length > 0 && sources.every(knows);
    return statements.length === 0 || !statements.every((s) => known(sourcesOf(s)));
}
function sourcesOf({ Condition }) {
    const byOperator = Object.entries((Condition ?? {}));
    return byOperator.flatMap(([operator, byKey]) => Object.entries(byKey ?? {}).flatMap(([key, values]) => SOURCE_OPERATORS.includes(operator) && key.toLowerCase() === 'aws:sourcearn'
        ? asList(values).map(String)
        : []));
}
function readStatements(policy) {
    if (policy === undefined)
        return [];
    try {
        const parsed = JSON.parse(policy);
        return asList(parsed?.Statement);
    }
    catch {
        return [];
    }
}
function allowsGateway(statement) {
    const principal = statement.Principal;
    const services = principal === '*' ? [GATEWAY] : asList(principal?.Service);
    return (statement.Effect === 'Allow' &&
        services.includes(GATEWAY) &&
        asList(statement.Action).some((action) => globMatches(String(action), 'lambda:InvokeFunction')));
}
/** All conditions of a statement must hold. Without one it covers every call. */
function matchesSource(condition, arn) {
    const byOperator = Object.entries((condition ?? {}));
    return byOperator.every(([operator, byKey]) => Object.entries(byKey ?? {}).every(([key, expected]) => holds(operator, key, expected, arn)));
}
/** A condition on anything but the source is not ours to judge, and is taken to hold. */
function holds(operator, key, expected, arn) {
    const found = sourceValue(key, arn);
    if (found === undefined || !SOURCE_OPERATORS.includes(operator))
        return true;
    return asList(expected).some((pattern) => globMatches(String(pattern), found));
}
/** What API Gateway says about itself under this key when it makes the call. */
function sourceValue(key, arn) {
    switch (key.toLowerCase()) {
        case 'aws:sourcearn':
            return arn;
        case 'aws:sourceaccount':
            return arn.split(':')[4];
        default:
            return undefined;
    }
}
/** `*` and `?` as IAM matches them. Linear in the text: no expression is built from the pattern. */
function globMatches(pattern, text) {
    let p = 0;
    let t = 0;
    let star = -1;
    let resume = 0;
    while (t < text.length) {
        if (pattern[p] === '*') {
            star = p++;
            resume = t;
        }
        else if (p < pattern.length && (pattern[p] === '?' || pattern[p] === text[t])) {
            p++;
            t++;
        }
        else if (star >= 0) {
            p = star + 1;
            t = ++resume;
        }
        else
            return false;
    }
    while (pattern[p] === '*')
        p++;
    return p === pattern.length;
}
function asList(value) {
    if (value === undefined || value === null)
        return [];
    return Array.isArray(value) ? value : [value];
}


/***/ }),

/***/ 956:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $S: () => (/* binding */ describeOwner),
/* harmony export */   Ej: () => (/* binding */ SETTLE_SECONDS),
/* harmony export */   FM: () => (/* binding */ assertFree),
/* harmony export */   G3: () => (/* binding */ TakenError),
/* harmony export */   GH: () => (/* binding */ takenOver),
/* harmony export */   QS: () => (/* binding */ isOwnedByAnother),
/* harmony export */   SG: () => (/* binding */ assertOwned),
/* harmony export */   zf: () => (/* binding */ mustBeOpen)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5145);
/* harmony import */ var _rollout_asked_for_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1728);
/* harmony import */ var _rollout_release_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2787);
/* harmony import */ var _rollout_stored_state_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5235);
// Ownership before each write: whose rollout is remembered is read, and what is another run's is left
// alone. Tags have no lock, so it is read as late as it can be, and once more after it was written.




/** Another run has what this one was to write. */
class TakenError extends _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .MovedError */ .WJ {
    /** Says it, with the address of that run. */
    say;
    constructor(say) {
        super(say(_rollout_release_js__WEBPACK_IMPORTED_MODULE_2__/* .formatRolloutId */ .A2));
        this.say = say;
    }
}
/** It was `own`'s, or was to be. */
function takenOver(by, own) {
    return new TakenError((linkTo) => (0,_rollout_stored_state_text_js__WEBPACK_IMPORTED_MODULE_1__/* .sayTakenOver */ .Jo)(by, own, linkTo));
}
/** What another run has is said with a link to it. */
function describeOwner(error, linkTo) {
    return error instanceof TakenError ? error.say(linkTo) : undefined;
}
/** Throws unless a rollout of what was asked for is remembered, whoever has it. */
function mustBeOpen(stored) {
    if (stored.kind === 'none')
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .MovedError */ .WJ('the tags that remember it are gone');
    if (stored.kind !== 'rollout')
        throw anothers(stored);
}
/** Throws unless it is this rollout that is remembered. */
function assertOwned(stored, id) {
    if (stored.kind === 'none')
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .MovedError */ .WJ('the tags that remember it are gone');
    if (stored.kind !== 'rollout')
        throw anothers(stored);
    const { record } = stored.storedRollout;
    if (!(0,_rollout_release_js__WEBPACK_IMPORTED_MODULE_2__/* .sameRollout */ .c5)(record.id, id))
        throw takenOver(record.id, id);
}
/**
 * Whether a rollout is remembered, and another run has it, or it is not what was asked for.
 *
 * @param id omitted: any run's is meant
 */
function isOwnedByAnother(stored, id) {
    if (stored.kind === 'another')
        return true;
    return stored.kind === 'rollout' && !!id && !(0,_rollout_release_js__WEBPACK_IMPORTED_MODULE_2__/* .sameRollout */ .c5)(stored.storedRollout.record.id, id);
}
/** Throws where a rollout is remembered, or something that cannot be read. */
function assertFree(stored) {
    if (stored.kind === 'none')
        return;
    if (stored.kind !== 'rollout')
        throw anothers(stored);
    const { record } = stored.storedRollout;
    throw new TakenError((linkTo) => (0,_rollout_stored_state_text_js__WEBPACK_IMPORTED_MODULE_1__/* .sayReleased */ .Tg)((0,_rollout_asked_for_js__WEBPACK_IMPORTED_MODULE_3__/* .movedBy */ .bb)(record), linkTo(record.id)));
}
function anothers(stored) {
    switch (stored.kind) {
        case 'another':
            return new TakenError((linkTo) => (0,_rollout_stored_state_text_js__WEBPACK_IMPORTED_MODULE_1__/* .sayReleased */ .Tg)(stored.of, linkTo(stored.id)));
        case 'takes-part':
            return stored.id
                ? new TakenError((linkTo) => (0,_rollout_stored_state_text_js__WEBPACK_IMPORTED_MODULE_1__/* .describeParticipant */ .lM)(stored, linkTo))
                : new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .MovedError */ .WJ((0,_rollout_stored_state_text_js__WEBPACK_IMPORTED_MODULE_1__/* .describeParticipant */ .lM)(stored, _rollout_release_js__WEBPACK_IMPORTED_MODULE_2__/* .formatRolloutId */ .A2));
        default:
            return new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .MovedError */ .WJ(stored.why);
    }
}
/**
 * How long is waited between saying whose a rollout is and reading whether it stayed so, in seconds: of
 * two runs that say so, the last one has it, and what the other had begun to write is written by then.
 */
const SETTLE_SECONDS = 2;


/***/ }),

/***/ 428:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ sealOf)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
// A digest of a record, which stands where only those who release may write: in the description of the
// deployment that was made for it. Tags that do not fit it were changed.

/**
 * 24 hexadecimal digits over all that is fixed for the whole rollout. Whose it is changes with each run
 * that takes it over, and what is kept ready for it is found out only after this is needed.
 */
function sealOf({ id: _, target, ...rest }) {
    const found = ['warmed', 'kept'];
    const fixed = Object.entries(target).filter(([name]) => !found.includes(name));
    const text = JSON.stringify(inOrder({ ...rest, target: Object.fromEntries(fixed) }));
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(text).digest('hex').slice(0, 24);
}
/** The same for the same members, in whichever order they were written. */
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


/***/ }),

/***/ 3551:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ canaryChange),
/* harmony export */   t: () => (/* binding */ sharedVariables)
/* harmony export */ });
/* harmony import */ var _integration_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6778);
// What the canary of a stage will be: the overrides and the rewritten integrations that bring the
// new versions to it.

/**
 * Puts the new versions into the wirings.
 *
 * @param extra overrides that the user asked for; they are added to those of the wirings
 * @returns the change, or what two wirings contradict each other in
 */
function canaryChange(wirings, changes, extra) {
    const overrides = new Map();
    const problems = [];
    const drafts = [];
    const put = (name, value, why) => {
        const other = overrides.get(name);
        // A value that was given may be a secret, so both are told by where they come from.
        if (other !== undefined && other.value !== value) {
            problems.push(`stage variable "${name}" would have to have two values, by ${other.why} and by ${why}; ` +
                'expected a variable of its own for each function');
        }
        overrides.set(name, { value, why });
    };
    for (const [name, value] of Object.entries(extra))
        put(name, value, 'stage-variable-overrides');
    for (const wiring of wirings) {
        const to = changes.find((change) => change.name === wiring.functionName)?.to ?? wiring.from;
        if (wiring.kind === 'variable') {
            put(wiring.variable, wiring.prefix + to, `"${wiring.functionName}" (version ${to})`);
        }
        else {
            // The draft may name another version than the one that is served, and even the new one.
            const rewritten = wiring.integrations.map((integration) => draftChange(integration, to));
            drafts.push(...rewritten.filter((draft) => draft.from !== draft.to));
        }
    }
    if (problems.length > 0)
        return { problems };
    const values = [...overrides].map(([name, { value }]) => [name, value]);
    return { overrides: Object.fromEntries(values), drafts };
}
/** The variables that two functions both need. */
function sharedVariables(wirings) {
    const names = wirings.flatMap((w) => (w.kind === 'variable' ? [w.variable] : []));
    return [...new Set(names.filter((name, i) => names.indexOf(name) !== i))];
}
function draftChange(integration, to) {
    const { resourceId, method, uri } = integration;
    return { resourceId, method, from: uri, to: (0,_integration_js__WEBPACK_IMPORTED_MODULE_0__/* .withQualifier */ .f6)(uri, to) };
}


/***/ }),

/***/ 5294:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I6: () => (/* binding */ overridesInWords),
/* harmony export */   Z2: () => (/* binding */ movedAlong),
/* harmony export */   bz: () => (/* binding */ readersInWords),
/* harmony export */   qP: () => (/* binding */ strayDependents),
/* harmony export */   wt: () => (/* binding */ idleOverrides)
/* harmony export */ });
/* unused harmony export callsInWords */
/* harmony import */ var _aws_rest_api_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4561);
/* harmony import */ var _base_suggest_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4526);
/* harmony import */ var _integration_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6778);
// What hangs on a stage variable. Before one is moved for a function, everything else that it decides is
// known: it would move along, unasked.



/** What would move with the variables of released functions and is not released itself, in words. */
function strayDependents(wirings, definition, variables) {
    return straysOf(wirings, definition, variables).map((stray) => describe(stray, variables));
}
/** The same for a sentence about a move that is made all the same; empty where there is nothing. */
function movedAlong(wirings, definition, variables) {
    const strays = straysOf(wirings, definition, variables).map(({ variable, others }) => `stage variable "${variable}" also decides ${callsInWords(others, variables)}`);
    return strays.length > 0 ? `; ${strays.join('; ')}` : '';
}
function straysOf(wirings, { integrations }, variables) {
    const moved = new Set(wirings.flatMap((w) => (w.kind === 'variable' ? [w.variable] : [])));
    return [...moved].flatMap((variable) => {
        const movers = wirings.flatMap((w) => w.kind === 'variable' && w.variable === variable ? [w.functionName] : []);
        const others = integrations.filter((integration) => {
            if (!(0,_integration_js__WEBPACK_IMPORTED_MODULE_2__/* .variablesOf */ .ht)(integration).includes(variable))
                return false;
            const decided = functionOf(integration, variable, variables);
            return decided === undefined || !movers.includes(decided);
        });
        return others.length > 0 ? [{ variable, movers, others }] : [];
    });
}
function describe({ variable, movers, others }, variables) {
    const names = movers.map((name) => `"${name}"`).join(' and ');
    const functions = new Set(others.map((other) => functionOf(other, variable, variables)));
    const listable = [...functions].every((name) => name !== undefined);
    const list = [...functions].map((name) => `"${name}"`).join(' and ');
    const orList = listable
        ? `, or list ${list} in functions too and name one published number for all of them in version`
        : '';
    return (`stage variable "${variable}", which holds the version of ${names}, also decides ` +
        `${callsInWords(others, variables)}, which would move with it. Way out: give ${names} a stage variable of its own${orList}`);
}
/** The function whose version the variable decides; nothing else, such as the role of the call. */
function functionOf(integration, variable, variables) {
    const scope = (0,_integration_js__WEBPACK_IMPORTED_MODULE_2__/* .reachOf */ .xw)(integration.uri, variables);
    const held = scope.kind === 'lambda' && scope.heldBy?.name === variable;
    const once = (0,_integration_js__WEBPACK_IMPORTED_MODULE_2__/* .variablesOf */ .ht)(integration).filter((name) => name === variable).length === 1;
    return held && once ? scope.functionName : undefined;
}
/** `what GET /pay calls (function "payments")`, for several of them. */
function callsInWords(calls, variables) {
    const shown = calls.slice(0, MOST_SHOWN).map((call) => callInWords(call, variables));
    const more = calls.length - shown.length;
    return `what ${shown.join(', ')}${more > 0 ? ` and ${more} more` : ''} ${calls.length === 1 ? 'calls' : 'call'}`;
}
const MOST_SHOWN = 10;
function callInWords(call, variables) {
    const scope = (0,_integration_js__WEBPACK_IMPORTED_MODULE_2__/* .reachOf */ .xw)(call.uri, variables);
    const link = call.connectionId === undefined ? '' : `, VPC link ${call.connectionId}`;
    const where = scope.kind === 'lambda' ? `function "${scope.functionName}"` : `${(0,_integration_js__WEBPACK_IMPORTED_MODULE_2__/* .shownUri */ .sb)(call.uri)}${link}`;
    return `${(0,_aws_rest_api_js__WEBPACK_IMPORTED_MODULE_0__/* .nameOf */ .Vb)(call)} (${where})`;
}
/** Who reads these variables without being called by them, as notes. */
function readersInWords(moved, readers) {
    return moved.flatMap((variable) => {
        const where = readers.filter(({ names }) => names.includes(variable)).map((r) => r.where);
        if (where.length === 0)
            return [];
        const shown = where.slice(0, MOST_SHOWN).join(', ');
        const more = where.length > MOST_SHOWN ? ` and ${where.length - MOST_SHOWN} more` : '';
        return [
            `stage variable "${variable}" is also read by templates or mappings (${shown}${more}): on the canary they see its new value`,
        ];
    });
}
/** Overrides that nothing would notice, in words: their names are most likely misspelt. */
function idleOverrides(overrides, { integrations, readers }, variables) {
    const read = readers.flatMap(({ names }) => names);
    // Whoever goes through all of the variables reads this one, too.
    if (read.includes('*'))
        return [];
    const known = [
        ...new Set([...Object.keys(variables), ...integrations.flatMap(_integration_js__WEBPACK_IMPORTED_MODULE_2__/* .variablesOf */ .ht), ...read]),
    ];
    return Object.keys(overrides)
        .filter((name) => !known.includes(name))
        .map((name) => `stage-variable-overrides: neither the stage nor the API's definition knows the variable "${name}"; ` +
        `expected one that it has or mentions.${(0,_base_suggest_js__WEBPACK_IMPORTED_MODULE_1__/* .didYouMean */ .a)(name, known)} If a function reads it from its event, set it on the stage first`);
}
/** What the overrides move, as notes. */
function overridesInWords(overrides, integrations, variables) {
    return Object.keys(overrides).flatMap((name) => {
        const moved = integrations.filter((call) => (0,_integration_js__WEBPACK_IMPORTED_MODULE_2__/* .variablesOf */ .ht)(call).includes(name));
        if (moved.length === 0)
            return [];
        return [
            `stage-variable-overrides: "${name}" decides ${callsInWords(moved, variables)}, and moves it`,
        ];
    });
}


/***/ }),

/***/ 1834:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ setDrafts)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5145);
// Pinned integrations: the draft holds the new version just long enough to be deployed, so that
// nobody's next deployment ships a version that may yet be rejected.

/**
 * Sets the integrations to one side of their change. One that holds neither side was edited by
 * someone else meanwhile and is left alone.
 *
 * @returns the integrations that were left alone, in words
 */
async function setDrafts(api, drafts, side, signal) {
    if (drafts.length === 0)
        return [];
    const { integrations } = await api.readDraft(signal, 'none');
    const left = [];
    for (const draft of drafts) {
        const stands = integrations.find((i) => i.resourceId === draft.resourceId && i.method === draft.method);
        const other = side === 'to' ? 'from' : 'to';
        if (stands?.uri === draft[other])
            await rewrite(api, draft, draft[side], signal);
        else if (stands?.uri !== draft[side]) {
            left.push(`${draft.method} ${stands?.path ?? draft.resourceId} now calls ${stands?.uri ?? 'nothing'}`);
        }
    }
    return left;
}
async function rewrite(api, draft, uri, signal) {
    const answered = await api.rewriteIntegration(draft.resourceId, draft.method, uri, signal);
    if (answered !== uri) {
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .KnownError */ .E(`the integration of ${draft.method} on resource ${draft.resourceId} was to become ${uri}, and AWS answers ${answered}`);
    }
}


/***/ }),

/***/ 6778:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $y: () => (/* binding */ parseLambdaUri),
/* harmony export */   We: () => (/* binding */ endsIn),
/* harmony export */   f6: () => (/* binding */ withQualifier),
/* harmony export */   ht: () => (/* binding */ variablesOf),
/* harmony export */   sb: () => (/* binding */ shownUri),
/* harmony export */   wy: () => (/* binding */ mentions),
/* harmony export */   xw: () => (/* binding */ reachOf)
/* harmony export */ });
// How an API reaches Lambda: the URI of an integration or an authorizer taken apart, with stage
// variables filled in. What is not one of the shapes that AWS documents is not understood, and says so.
/** Each operation of Lambda belongs to one version of its API (API Gateway developer guide). */
const OPERATIONS = {
    '2015-03-31': 'invocations',
    '2021-11-15': 'response-streaming-invocations',
};
const LAMBDA_URI = /^arn:[\w-]+:apigateway:[\w-]+:lambda:path\/([\d-]+)\/functions\/(.+)\/([a-z-]+)$/;
const FUNCTION = /^(?:arn:[\w-]+:lambda:([\w-]+):(\d{12}):function:|(?:(\d{12}):)?(?:function:)?)([\w.-]+)(?::(\$LATEST|[\w-]*))?$/;
const HTTP = /^https?:\/\//i;
/** `states`, or `bucket.s3`: the service is the last word. */
const SERVICE = /^arn:[\w-]+:apigateway:[\w-]+:(?:[\w-]+\.)*([\w-]+):(?:path|action)\//;
const VARIABLE = /\$\{stageVariables\.([A-Za-z0-9_]+)\}/g;
/** Takes a URI apart. */
function reachOf(uri, variables) {
    const pieces = splitPieces(uri);
    const text = pieces.map((piece) => resolve(piece, variables)).join('');
    const lambda = lambdaIn(text);
    if (lambda) {
        const { qualifier } = lambda;
        const heldBy = qualifier ? holder(uri, qualifier, variables) : undefined;
        return { kind: 'lambda', ...lambda, heldBy };
    }
    const isSet = (piece) => 'text' in piece || Object.hasOwn(variables, piece.variable);
    const service = SERVICE.exec(text)?.[1];
    const isService = service !== undefined && service !== 'lambda';
    if (HTTP.test(text) || isService || !pieces.every(isSet))
        return { kind: 'elsewhere' };
    return { kind: 'unknown' };
}
/** `undefined` when the URI is not a Lambda function's, or not understood. */
function parseLambdaUri(uri, variables) {
    const scope = reachOf(uri, variables);
    if (scope.kind !== 'lambda')
        return undefined;
    const { kind: _, ...lambda } = scope;
    return lambda;
}
/** The same URI with another qualifier in place of the literal one at its end. */
function withQualifier(uri, qualifier) {
    return uri.replace(/:[^:/]+(\/[a-z-]+)$/, (_, operation) => `:${qualifier}${operation}`);
}
/** Whether the URI itself, and no variable, ends in this qualifier. */
function endsIn(uri, qualifier) {
    return /:([^:/]+)\/[a-z-]+$/.exec(uri)?.[1] === qualifier;
}
/** The stage variables that decide where a call goes, and as whom. */
function variablesOf({ uri, connectionId, credentials }) {
    return [uri, connectionId ?? '', credentials ?? ''].flatMap((text) => splitPieces(text).flatMap((piece) => ('variable' in piece ? [piece.variable] : [])));
}
/** Whether a URI names a function, as a word of its own, in whatever shape. */
function mentions(uri, functionName, variables) {
    const filled = splitPieces(uri).map((piece) => resolve(piece, variables));
    return decoded(filled.join(''))
        .split(/[^\w-]+/)
        .includes(functionName);
}
/** A URI for a sentence, without what may be secret in it. */
function shownUri(uri) {
    return uri.replace(/\?.*$/, '?…').replace(/\/\/[^/@]*@/, '//…@');
}
function lambdaIn(text) {
    const [, date = '', inner = '', operation] = LAMBDA_URI.exec(text) ?? [];
    if (operation === undefined || OPERATIONS[date] !== operation)
        return undefined;
    const [, region, account, partial, functionName, qualifier] = FUNCTION.exec(inner) ?? [];
    if (functionName === undefined)
        return undefined;
    return { functionName, qualifier, region, account: account ?? partial };
}
function decoded(text) {
    try {
        return decodeURIComponent(text);
    }
    catch {
        return text;
    }
}
function splitPieces(text) {
    const pieces = [];
    let end = 0;
    for (const match of text.matchAll(VARIABLE)) {
        if (match.index > end)
            pieces.push({ text: text.slice(end, match.index) });
        pieces.push({ variable: match[1] ?? '' });
        end = match.index + match[0].length;
    }
    if (end < text.length)
        pieces.push({ text: text.slice(end) });
    return pieces;
}
function resolve(piece, variables) {
    if ('text' in piece)
        return piece.text;
    return Object.hasOwn(variables, piece.variable) ? (variables[piece.variable] ?? '') : '';
}
/** The last piece, if it is a variable that ends in the whole qualifier and stands nowhere else. */
function holder(uri, qualifier, variables) {
    const pieces = splitPieces(uri.replace(/\/[a-z-]+$/, ''));
    const last = pieces.at(-1);
    if (!last || 'text' in last)
        return undefined;
    const again = pieces.filter((piece) => 'variable' in piece && piece.variable === last.variable);
    const value = resolve(last, variables);
    if (again.length > 1 || !value.endsWith(qualifier))
        return undefined;
    return { name: last.variable, prefix: value.slice(0, value.length - qualifier.length) };
}


/***/ }),

/***/ 6303:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ movedCalls)
/* harmony export */ });
/* harmony import */ var _aws_rest_api_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4561);
/* harmony import */ var _integration_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6778);
// Which functions the canary will call that the stage does not call now, worked out from what it will
// serve, the stage's variables and the overrides that were asked for.


/**
 * What leads elsewhere than now.
 *
 * @param functions that are released: their own versions are looked after in another place
 */
function movedCalls(moves, functions) {
    const found = moves.released.map((integration) => moveOf(integration, moves, functions));
    const calls = new Map();
    for (const { kind, ...move } of found.filter((each) => each.kind === 'call')) {
        const key = JSON.stringify({ ...move, integrations: [] });
        const others = calls.get(key)?.integrations ?? [];
        calls.set(key, { ...move, integrations: [...others, ...move.integrations] });
    }
    const problems = found.flatMap((each) => (each.kind === 'problem' ? [each.what] : []));
    return { calls: [...calls.values()], problems: [...new Set(problems)] };
}
/** @param functions that are released */
function moveOf(integration, { served, variables, overrides }, functions) {
    const before = counterpart(integration, served);
    const after = (0,_integration_js__WEBPACK_IMPORTED_MODULE_1__/* .reachOf */ .xw)(integration.uri, { ...variables, ...overrides });
    const isOverridden = (0,_integration_js__WEBPACK_IMPORTED_MODULE_1__/* .variablesOf */ .ht)(integration).some((name) => Object.hasOwn(overrides, name));
    const by = isOverridden ? 'stage-variable-overrides' : 'definition';
    const isSame = before && keyOf((0,_integration_js__WEBPACK_IMPORTED_MODULE_1__/* .reachOf */ .xw)(before.uri, variables)) === keyOf(after);
    if (after.kind === 'unknown' ? !isOverridden : isSame)
        return { kind: 'none' };
    const draft = (0,_integration_js__WEBPACK_IMPORTED_MODULE_1__/* .reachOf */ .xw)(integration.uri, variables);
    const name = draft.kind === 'lambda' ? draft.functionName : '';
    const own = functions.includes(name) ? name : undefined;
    const problem = problemOf(integration, after, own);
    if (problem !== undefined)
        return { kind: 'problem', what: `${by}: ${problem}` };
    if (after.kind !== 'lambda' || own !== undefined)
        return { kind: 'none' };
    const { functionName, qualifier = '$LATEST', account, region } = after;
    const call = { functionName, qualifier, account, region, by };
    return { kind: 'call', ...call, integrations: [integration] };
}
/** The same route as it is served now. Where no authorizers are shown, each counts as it will be. */
function counterpart(integration, served) {
    const found = served.find(({ method, path }) => method === integration.method && path === integration.path);
    const shown = served.some(({ authorizerId }) => authorizerId !== undefined);
    return found ?? (integration.authorizerId === undefined || shown ? undefined : integration);
}
function keyOf(scope) {
    if (scope.kind !== 'lambda')
        return scope.kind;
    const { functionName, qualifier = '$LATEST', account, region } = scope;
    return JSON.stringify([functionName, qualifier, account ?? null, region ?? null]);
}
function problemOf(integration, after, released) {
    const route = `${(0,_aws_rest_api_js__WEBPACK_IMPORTED_MODULE_0__/* .nameOf */ .Vb)(integration)} (${(0,_integration_js__WEBPACK_IMPORTED_MODULE_1__/* .shownUri */ .sb)(integration.uri)})`;
    if (after.kind === 'unknown') {
        return `it is not understood what ${route} will call; expected the URI of a function, another AWS service or an HTTP backend`;
    }
    if (released !== undefined && (after.kind !== 'lambda' || after.functionName !== released)) {
        return `it leads ${route} away from "${released}", which is released; expected a value that leads to "${released}"`;
    }
    if (after.kind === 'lambda' && after.qualifier === '') {
        return `${route} will call "${after.functionName}" by an empty version, which AWS refuses; expected a version or an alias`;
    }
    return undefined;
}


/***/ }),

/***/ 3968:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ describeRouteDifference),
/* harmony export */   g: () => (/* binding */ compareRoutes)
/* harmony export */ });
// An endpoint that only one side of a canary has answers 403 to part of the users, at random.
/** Compares the routes of the stable and the canary deployment. */
function compareRoutes(stable, canary) {
    return {
        added: canary.filter((route) => !stable.includes(route)).sort(),
        removed: stable.filter((route) => !canary.includes(route)).sort(),
    };
}
/** The difference in words; `undefined` when there is none. */
function describeRouteDifference(difference) {
    const { added, removed } = difference;
    const parts = [
        added.length > 0 ? `only the canary has ${list(added)}` : '',
        removed.length > 0 ? `only stable has ${list(removed)}` : '',
    ].filter((part) => part !== '');
    if (parts.length === 0)
        return undefined;
    return `${parts.join('; ')}: while traffic is split, these answer 403 to part of the users, at random`;
}
function list(routes) {
    const shown = routes.slice(0, 10).join(', ');
    return routes.length > 10 ? `${shown} and ${routes.length - 10} more` : shown;
}


/***/ }),

/***/ 634:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   aw: () => (/* binding */ servedVersion),
/* harmony export */   rN: () => (/* binding */ findReleaseWiring),
/* harmony export */   wm: () => (/* binding */ pinnedAt)
/* harmony export */ });
/* harmony import */ var _integration_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6778);
/* harmony import */ var _wiring_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9044);
// Which version of a function the users of a stage get, out of the deployment that the stage serves; and
// how the release reaches it, out of the definition that the release deploys.


/** The wiring of a release: from what is served, in the way of what will be. */
function findReleaseWiring(functionName, { served, released }, variables) {
    const found = (0,_wiring_js__WEBPACK_IMPORTED_MODULE_1__/* .findWiring */ .A)(functionName, released, variables);
    if (found.kind !== 'found' || served === released)
        return found;
    const version = servedVersion(functionName, served, variables);
    if ('problem' in version)
        return { kind: 'unsplittable', problem: version.problem };
    return { kind: 'found', wiring: { ...found.wiring, from: version.is } };
}
const VERSION = /^\d+$/;
/** The one published version of a function that the stage's users get, or why there is none to name. */
function servedVersion(functionName, served, variables) {
    const calls = served.flatMap(({ method, path, uri }) => {
        const called = (0,_integration_js__WEBPACK_IMPORTED_MODULE_0__/* .parseLambdaUri */ .$y)(uri, variables);
        return called?.functionName === functionName
            ? [{ route: `${method} ${path}`, qualifier: called.qualifier ?? '' }]
            : [];
    });
    const first = calls[0];
    if (!first) {
        return problem(`no route of the deployment that the stage serves calls "${functionName}", so there is no version to release from`);
    }
    const vague = calls.find(({ qualifier }) => !VERSION.test(qualifier));
    if (vague) {
        const how = vague.qualifier === '' ? 'without a version' : `through "${vague.qualifier}"`;
        return problem(`${vague.route} of the deployment that the stage serves calls "${functionName}" ${how}, so it is not known which version its users get`);
    }
    const other = calls.find(({ qualifier }) => qualifier !== first.qualifier);
    if (other) {
        return problem(`the deployment that the stage serves calls two versions of "${functionName}" (${first.route} calls ${first.qualifier}, ${other.route} calls ${other.qualifier})`);
    }
    return { is: first.qualifier };
}
function problem(what) {
    return {
        problem: `${what}. Way out: deploy the draft to the stage once, or leave the function out of functions to release the draft as it is`,
    };
}
/** The integrations whose URI ends in that version of the function. */
function pinnedAt(functionName, version, integrations) {
    return integrations.filter(({ uri, authorizerId }) => {
        const called = (0,_integration_js__WEBPACK_IMPORTED_MODULE_0__/* .parseLambdaUri */ .$y)(uri, {});
        const isThat = called?.functionName === functionName && called.qualifier === version;
        return isThat && authorizerId === undefined;
    });
}


/***/ }),

/***/ 3876:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   SU: () => (/* binding */ ensureInvokable),
/* harmony export */   UV: () => (/* binding */ describeMissing),
/* harmony export */   Xr: () => (/* binding */ qualifierInWords),
/* harmony export */   e: () => (/* binding */ prepareCanary),
/* harmony export */   gb: () => (/* binding */ sourceArns)
/* harmony export */ });
/* harmony import */ var _aws_arns_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(828);
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5145);
/* harmony import */ var _rollout_past_releases_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(5743);
/* harmony import */ var _rollout_record_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6675);
/* harmony import */ var _rollout_release_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(2787);
/* harmony import */ var _invoke_policy_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(8164);
/* harmony import */ var _ownership_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(956);
/* harmony import */ var _seal_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(428);
/* harmony import */ var _drafts_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1834);
/* harmony import */ var _routes_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(3968);
/* harmony import */ var _stage_record_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(34);
/* harmony import */ var _stage_store_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(6630);
// Makes everything that the canary needs and that no user can see yet.












/**
 * Remembers the rollout, then makes the canary's deployment out of the draft (for pinned versions:
 * rewritten for that moment only). Throws when the guard finds routes that only one side has.
 *
 * @returns what is remembered now
 */
async function prepareCanary(api, record, choices, pause) {
    const phase = { kind: 'preparing' };
    await claim(api, record, (0,_rollout_record_js__WEBPACK_IMPORTED_MODULE_1__/* .recordTags */ .h0)(record, phase), pause);
    const canaryDeploymentId = choices.definition === 'deployed'
        ? (0,_stage_record_js__WEBPACK_IMPORTED_MODULE_5__/* .stageOf */ .g)(record).deploymentId
        : await deployDraft(api, record);
    (0,_ownership_js__WEBPACK_IMPORTED_MODULE_2__/* .assertOwned */ .SG)((0,_stage_store_js__WEBPACK_IMPORTED_MODULE_6__/* .memoryOf */ .zE)(api, (await api.readStage()).tags), record.id);
    await api.tag((0,_rollout_record_js__WEBPACK_IMPORTED_MODULE_1__/* .canaryTag */ .Dq)(canaryDeploymentId));
    if (choices.routeGuard === 'block') {
        const [stable, canary] = [
            (await api.readDeployment((0,_stage_record_js__WEBPACK_IMPORTED_MODULE_5__/* .stageOf */ .g)(record).deploymentId)).routes,
            (await api.readDeployment(canaryDeploymentId)).routes,
        ];
        const difference = (0,_routes_js__WEBPACK_IMPORTED_MODULE_7__/* .describeRouteDifference */ .I)((0,_routes_js__WEBPACK_IMPORTED_MODULE_7__/* .compareRoutes */ .g)(stable, canary));
        if (difference)
            throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .KnownError */ .E(`the route guard stopped the rollout: ${difference}`);
    }
    return { record, phase, stepStartTimes: [], canaryDeploymentId };
}
/** Writes the record where none is, on the stage as preflight saw it, and sees that it stays this run's. */
async function claim(api, record, tags, pause) {
    const { state, tags: found } = await api.readStage();
    (0,_ownership_js__WEBPACK_IMPORTED_MODULE_2__/* .assertFree */ .FM)((0,_stage_store_js__WEBPACK_IMPORTED_MODULE_6__/* .memoryOf */ .zE)(api, found));
    const { deploymentId } = (0,_stage_record_js__WEBPACK_IMPORTED_MODULE_5__/* .stageOf */ .g)(record);
    if (state.deploymentId !== deploymentId || state.canary) {
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .MovedError */ .WJ(`somebody moved the stage since preflight: it serves deployment ${state.deploymentId}${state.canary ? ' and a canary' : ''}, and served ${deploymentId}`);
    }
    await api.tag(tags);
    await pause(_ownership_js__WEBPACK_IMPORTED_MODULE_2__/* .SETTLE_SECONDS */ .Ej);
    const written = (await api.readStage()).tags;
    const owner = (0,_rollout_record_js__WEBPACK_IMPORTED_MODULE_1__/* .ownerOf */ .bf)(written);
    if (owner && !(0,_rollout_release_js__WEBPACK_IMPORTED_MODULE_8__/* .sameRollout */ .c5)(owner, record.id))
        throw (0,_ownership_js__WEBPACK_IMPORTED_MODULE_2__/* .takenOver */ .GH)(owner, record.id);
    // Of a record that another run wrote in the same second there may be parts left.
    await api.untag((0,_rollout_record_js__WEBPACK_IMPORTED_MODULE_1__/* .ourTagKeys */ .Vn)(written).filter((key) => (0,_rollout_record_js__WEBPACK_IMPORTED_MODULE_1__/* .isRecordTag */ ._K)(key) && !(key in tags)));
    const ours = Object.entries(written).filter(([key]) => !(0,_rollout_record_js__WEBPACK_IMPORTED_MODULE_1__/* .isRecordTag */ ._K)(key) || key in tags);
    (0,_ownership_js__WEBPACK_IMPORTED_MODULE_2__/* .assertOwned */ .SG)((0,_stage_store_js__WEBPACK_IMPORTED_MODULE_6__/* .memoryOf */ .zE)(api, Object.fromEntries(ours)), record.id);
}
async function deployDraft(api, record) {
    const { drafts, deploymentId } = (0,_stage_record_js__WEBPACK_IMPORTED_MODULE_5__/* .stageOf */ .g)(record);
    await (0,_drafts_js__WEBPACK_IMPORTED_MODULE_4__/* .setDrafts */ .t)(api, drafts, 'to');
    try {
        const draft = await markOf(api);
        const past = {
            after: deploymentId,
            changes: record.functions,
            draft,
            seal: (0,_seal_js__WEBPACK_IMPORTED_MODULE_3__/* .sealOf */ .R)(record),
        };
        const id = await api.snapshot((0,_rollout_past_releases_js__WEBPACK_IMPORTED_MODULE_9__/* .describeDeployment */ .Ti)(record.id, past));
        if (id === '' || id === deploymentId) {
            throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .KnownError */ .E(`creating a deployment answered with the id "${id}"; expected a new one`);
        }
        return id;
    }
    finally {
        await (0,_drafts_js__WEBPACK_IMPORTED_MODULE_4__/* .setDrafts */ .t)(api, drafts, 'from');
    }
}
/** `undefined` where it cannot be read: then the next release takes the draft for changed. */
async function markOf(api) {
    try {
        return await api.markDraft(await api.readDraft(undefined, 'none'));
    }
    catch {
        return undefined;
    }
}
/** The `execute-api` ARNs that the gateway names when it invokes a function for these routes. */
function sourceArns(api, functionArn, integrations) {
    const { partition, region } = api.place;
    const gateway = `arn:${partition}:execute-api:${region}:${(0,_aws_arns_js__WEBPACK_IMPORTED_MODULE_10__/* .accountOf */ .XP)(functionArn)}:${api.restApiId}`;
    const arns = integrations
        .filter((integration) => integration.credentials === undefined)
        .map(({ method, path, authorizerId }) => 
    // Developer guide, "Configure a Lambda authorizer": no stage is named.
    authorizerId === undefined
        ? `${gateway}/${api.stageName}/${method === 'ANY' ? '*' : method}${path.replace(/\{[^}]*\}/g, '*')}`
        : `${gateway}/authorizers/${authorizerId}`);
    return [...new Set(arns)];
}
/**
 * Sees to it that API Gateway may invoke the version, before any user meets it. The sources are of one
 * stage.
 *
 * @returns what is missing, in words; `undefined` when all is well
 */
async function ensureInvokable(functions, api, invoked, how) {
    const { functionName, version } = invoked;
    const missing = async () => (0,_invoke_policy_js__WEBPACK_IMPORTED_MODULE_11__/* .uncoveredCalls */ .vz)(await functions.readPolicy(functionName, version), invoked.sourceArns);
    const before = await missing();
    if (before.length === 0)
        return undefined;
    if (how === 'grant') {
        // All routes of the stage; all authorizers of the API.
        const scopes = new Set(before.map((arn) => arn.split('/').slice(0, 2).join('/')));
        for (const scope of scopes) {
            const statementId = `canary-action-${api.restApiId}-${scope.split('/')[1]}`.slice(0, 100);
            await functions.allowGateway(functionName, version, statementId, `${scope}/*`);
        }
        if ((await missing()).length === 0)
            return undefined;
    }
    return describeMissing(functionName, version, before);
}
/**
 * What to say when the gateway may not invoke a version.
 *
 * @param version `undefined`: one that is yet to be published
 */
function describeMissing(functionName, version, arns) {
    const [which, instead] = version === undefined
        ? [
            `a new version of "${functionName}"`,
            'publish the version, give it the permission, and name it in the input version',
        ]
        : [qualifierInWords(functionName, version), 'add the permission to it'];
    return (`API Gateway may not invoke ${which} (${arns[0]}${arns.length > 1 ? ` and ${arns.length - 1} more` : ''}), ` +
        'so its users would get a 500. A policy on the function does not cover its versions and aliases, nor the other way round. ' +
        `Set invoke-permission: grant, or ${instead}`);
}
/** `version 7 of "orders"`, `the alias "live" of "orders"`, or the function itself. */
function qualifierInWords(functionName, qualifier) {
    if (qualifier === '$LATEST')
        return `the function "${functionName}"`;
    const kind = /^\d+$/.test(qualifier) ? `version ${qualifier}` : `the alias "${qualifier}"`;
    return `${kind} of "${functionName}"`;
}


/***/ }),

/***/ 34:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ stageOf)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5145);
// A stage's part of what is remembered.

/** What a stage's rollout remembers. Throws when the record is of another kind of target. */
function stageOf({ target }) {
    if (target.kind === 'stage')
        return target;
    throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .KnownError */ .E('what is remembered here is not the rollout of a stage');
}


/***/ }),

/***/ 3794:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Qn: () => (/* binding */ variableOf),
/* harmony export */   al: () => (/* binding */ describeStage),
/* harmony export */   u5: () => (/* binding */ trafficStateOf)
/* harmony export */ });
/* harmony import */ var _rollout_plan_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7927);
/* harmony import */ var _rollout_shown_variable_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7596);
// What a stage serves, in a rollout's own terms: is it as we left it, and how far has it come?


/** Compares the stage with what the rollout remembers. */
function trafficStateOf(stage, storedRollout) {
    const { target } = storedRollout.record;
    if (target.kind !== 'stage') {
        return { kind: 'external', what: 'what is remembered here is the rollout of an alias' };
    }
    return standingOfStage(stage, {
        before: target,
        functions: storedRollout.record.functions,
        canaryDeploymentId: storedRollout.canaryDeploymentId,
    });
}
function standingOfStage(stage, storedRollout) {
    const promoted = isPromoted(stage, storedRollout);
    if (!promoted && !isBefore(stage, storedRollout)) {
        return foreign(stage, storedRollout, `the stage serves deployment ${stage.deploymentId}${variableWords(stage, storedRollout)}, which is neither ` +
            `what stood there before (${storedRollout.before.deploymentId}) nor what this rollout made (${storedRollout.canaryDeploymentId ?? 'nothing yet'})`);
    }
    const canary = stage.canary;
    if (!canary)
        return promoted ? { kind: 'promoted', open: false } : { kind: 'stable' };
    if (!promoted && isEmptyCanary(canary, stage, storedRollout))
        return { kind: 'stable', open: true };
    const strange = strangeCanary(canary, storedRollout);
    if (strange)
        return foreign(stage, storedRollout, strange);
    return promoted ? { kind: 'promoted', open: true } : { kind: 'split', weight: canary.weight };
}
/** `null` where there is none: a variable may be called `constructor`. */
function variableOf(variables, name) {
    return Object.hasOwn(variables, name) ? (variables[name] ?? null) : null;
}
function isBefore(stage, { before }) {
    const { deploymentId, variables } = before;
    return (stage.deploymentId === deploymentId &&
        Object.entries(variables).every(([name, value]) => variableOf(stage.variables, name) === value));
}
function isPromoted(stage, { before, canaryDeploymentId }) {
    const { promote, overrides } = before;
    if (canaryDeploymentId === undefined)
        return false;
    const deployment = promote.deployment ? canaryDeploymentId : before.deploymentId;
    const expected = promote.variables ? Object.entries(overrides) : [];
    return (stage.deploymentId === deployment &&
        expected.every(([name, value]) => variableOf(stage.variables, name) === value));
}
/** Made by setting the weight of a canary that somebody had just removed. */
function isEmptyCanary(canary, stage, { before, canaryDeploymentId }) {
    const ours = canary.deploymentId === canaryDeploymentId && sameEntries(canary.overrides, before.overrides);
    return (!ours &&
        canary.deploymentId === stage.deploymentId &&
        Object.keys(canary.overrides).length === 0);
}
function strangeCanary(canary, storedRollout) {
    const { canaryDeploymentId, before, functions } = storedRollout;
    if (canary.deploymentId !== canaryDeploymentId) {
        return `the canary on the stage serves deployment ${canary.deploymentId}, not ours (${canaryDeploymentId ?? 'none yet'})`;
    }
    if (!sameEntries(canary.overrides, before.overrides)) {
        const others = (0,_rollout_shown_variable_js__WEBPACK_IMPORTED_MODULE_0__/* .sayOtherOverrides */ .n)(canary.overrides, { functions, overrides: before.overrides });
        return `the canary's variable overrides are not ours: ${others}`;
    }
    return undefined;
}
function sameEntries(a, b) {
    const names = Object.keys(a);
    return (names.length === Object.keys(b).length && names.every((name) => a[name] === variableOf(b, name)));
}
function variableWords(stage, { before, functions }) {
    const known = { functions, overrides: before.overrides };
    const words = Object.entries(before.variables).flatMap(([name, stood]) => {
        const value = variableOf(stage.variables, name);
        const shown = (0,_rollout_shown_variable_js__WEBPACK_IMPORTED_MODULE_0__/* .shownValue */ .J)(name, value, known);
        if (shown !== undefined)
            return [`${name}=${shown}`];
        if (value === stood)
            return [];
        return [value === null ? `no "${name}"` : `another "${name}" than before`];
    });
    return words.length === 0 ? '' : ` with ${words.join(', ')}`;
}
function foreign(stage, storedRollout, what) {
    const { canary, deploymentId } = stage;
    const read = { kind: 'external', what, deploymentId };
    if (!canary || strangeCanary(canary, storedRollout))
        return read;
    // Where the stage itself has something of the new version, the canary's share is not all of it.
    return servesNew(stage, storedRollout)
        ? { ...read, canary: 'owned' }
        : { ...read, canary: 'owned', weight: canary.weight };
}
/** A stage without the values of its variables, which may be secrets. */
function describeStage({ deploymentId, canary }) {
    const split = canary
        ? `a canary of deployment ${canary.deploymentId} at ${(0,_rollout_plan_js__WEBPACK_IMPORTED_MODULE_1__/* .formatWeight */ .ck)(canary.weight)}`
        : 'no canary';
    return `deployment ${deploymentId}, ${split}`;
}
/** Whether the stage may serve the new version beside the canary. */
function servesNew(stage, { before, canaryDeploymentId }) {
    const overrides = Object.entries(before.overrides);
    if (overrides.some(([name, value]) => variableOf(stage.variables, name) === value))
        return true;
    // Without versions in the deployment itself, the variables alone say which are served.
    const byDeployment = before.drafts.length > 0 || overrides.length === 0;
    return byDeployment && stage.deploymentId === canaryDeploymentId;
}


/***/ }),

/***/ 6630:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $m: () => (/* binding */ lastTag),
/* harmony export */   yd: () => (/* binding */ rememberedOn),
/* harmony export */   zE: () => (/* binding */ memoryOf)
/* harmony export */ });
/* harmony import */ var _aws_arns_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(828);
/* harmony import */ var _rollout_asked_for_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1728);
/* harmony import */ var _rollout_record_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6675);
// What a stage's tags remember of a rollout to this stage.



/** @param tags of the stage */
function memoryOf(stage, tags) {
    return (0,_rollout_asked_for_js__WEBPACK_IMPORTED_MODULE_1__/* .ofAskedFor */ .p1)((0,_rollout_record_js__WEBPACK_IMPORTED_MODULE_0__/* .readStoredState */ .ZX)(tags), askedFor(stage));
}
/** The tag for a last word on this stage. */
function lastTag(stage, last) {
    return (0,_rollout_record_js__WEBPACK_IMPORTED_MODULE_0__/* .lastOutcomeTag */ .xS)({ ...last, of: (0,_rollout_asked_for_js__WEBPACK_IMPORTED_MODULE_1__/* .fingerprint */ .Rj)(askedFor(stage)) });
}
function rememberedOn({ place, restApiId, stageName }) {
    return (0,_aws_arns_js__WEBPACK_IMPORTED_MODULE_2__/* .stageArn */ .GA)(place, restApiId, stageName);
}
function askedFor(stage) {
    return { kind: 'stage', on: rememberedOn(stage), aliases: {} };
}


/***/ }),

/***/ 9044:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ findWiring)
/* harmony export */ });
/* harmony import */ var _aws_rest_api_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4561);
/* harmony import */ var _integration_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6778);
// How a stage canary can reach a function's new version, found from the API's integrations.
// A stage canary differs from its base in deployment and variables only (API Gateway developer
// guide, "canary release deployment"), so the version must hang on one of the two.


const VERSION = /^\d+$/;
/**
 * Finds the wiring of one function.
 *
 * @param functionName the bare name
 * @param integrations everything that the API's definition calls
 * @param variables the stage's own variables
 */
function findWiring(functionName, integrations, variables) {
    const strange = integrations.find(({ uri }) => (0,_integration_js__WEBPACK_IMPORTED_MODULE_1__/* .reachOf */ .xw)(uri, variables).kind === 'unknown' && (0,_integration_js__WEBPACK_IMPORTED_MODULE_1__/* .mentions */ .wy)(uri, functionName, variables));
    if (strange)
        return unsplittable(notUnderstood(functionName, strange));
    const reached = integrations.flatMap((integration) => {
        const uri = (0,_integration_js__WEBPACK_IMPORTED_MODULE_1__/* .parseLambdaUri */ .$y)(integration.uri, variables);
        return uri?.functionName === functionName ? [{ ...uri, integration }] : [];
    });
    const first = reached[0];
    if (!first)
        return unsplittable(noIntegration(functionName, integrations));
    const odd = reached.find((r) => wiringKey(r) !== wiringKey(first) || isElsewhere(r, first));
    if (odd)
        return unsplittable(mixed(functionName, first, odd));
    return classify(functionName, first, reached.map((r) => r.integration));
}
function classify(functionName, reached, integrations) {
    const { qualifier, heldBy } = reached;
    if (qualifier === undefined)
        return unsplittable(unqualified(functionName, reached));
    if (qualifier === '')
        return unsplittable(unsetVariable(functionName, reached));
    if (!VERSION.test(qualifier))
        return unsplittable(sharedAlias(functionName, reached));
    const from = qualifier;
    if (!heldBy) {
        if (!integrations.every(({ uri }) => (0,_integration_js__WEBPACK_IMPORTED_MODULE_1__/* .endsIn */ .We)(uri, qualifier))) {
            return unsplittable(inPieces(functionName, reached));
        }
        const authorizer = integrations.find(({ authorizerId }) => authorizerId !== undefined);
        if (authorizer)
            return unsplittable(pinnedAuthorizer(functionName, authorizer));
        return found({ kind: 'pinned', functionName, from, integrations });
    }
    const { name: variable, prefix } = heldBy;
    return found({ kind: 'variable', functionName, from, variable, prefix, integrations });
}
/** Two integrations with the same key reach the function in the same way. */
function wiringKey(reached) {
    return JSON.stringify([reached.qualifier ?? null, reached.heldBy?.name ?? null]);
}
/** Two functions may have one name, in two accounts or regions. */
function isElsewhere(a, b) {
    const differ = (one = '', other = '') => one !== '' && other !== '' && one !== other;
    return differ(a.account, b.account) || differ(a.region, b.region);
}
function found(wiring) {
    return { kind: 'found', wiring };
}
function unsplittable(problem) {
    return { kind: 'unsplittable', problem };
}
function noIntegration(functionName, integrations) {
    const count = integrations.length;
    return (`none of the API's ${count} integration${count === 1 ? '' : 's'} calls the function ` +
        `"${functionName}" on this stage; expected a Lambda integration or authorizer with its name, or with a stage variable that holds it`);
}
function notUnderstood(functionName, integration) {
    return (`${(0,_aws_rest_api_js__WEBPACK_IMPORTED_MODULE_0__/* .nameOf */ .Vb)(integration)} mentions "${functionName}" in a URI that is not understood ` +
        `(${(0,_integration_js__WEBPACK_IMPORTED_MODULE_1__/* .shownUri */ .sb)(integration.uri)}), so it is not known whether it would move with the others. Way out: end the URI in ` +
        '"path/2015-03-31/functions/ARN/invocations" or "path/2021-11-15/functions/ARN/response-streaming-invocations"');
}
function inPieces(functionName, reached) {
    return (`${(0,_aws_rest_api_js__WEBPACK_IMPORTED_MODULE_0__/* .nameOf */ .Vb)(reached.integration)} puts the version of "${functionName}" together from several parts ` +
        `(${(0,_integration_js__WEBPACK_IMPORTED_MODULE_1__/* .shownUri */ .sb)(reached.integration.uri)}), so no one of them can carry another. Way out: let the URI end in a stage ` +
        'variable that holds the whole version (":${stageVariables.version}"), and deploy the stage once');
}
function pinnedAuthorizer(functionName, authorizer) {
    return (`${(0,_aws_rest_api_js__WEBPACK_IMPORTED_MODULE_0__/* .nameOf */ .Vb)(authorizer)} calls "${functionName}" by a version in its URI, and only the URIs of methods are rewritten ` +
        'for a canary. Way out: let the URI of the authorizer end in a stage variable that holds the version ' +
        '(":${stageVariables.version}"), and deploy the stage once');
}
function unqualified(functionName, reached) {
    return (`${(0,_aws_rest_api_js__WEBPACK_IMPORTED_MODULE_0__/* .nameOf */ .Vb)(reached.integration)} calls "${functionName}" without a version, so stable and canary would run ` +
        'the same code. Way out: end the integration URI in a published version (":7") or in a stage variable that ' +
        'holds one (":${stageVariables.version}"), and deploy the stage once');
}
function unsetVariable(functionName, reached) {
    return (`${(0,_aws_rest_api_js__WEBPACK_IMPORTED_MODULE_0__/* .nameOf */ .Vb)(reached.integration)} takes the version of "${functionName}" from a stage variable that is not set on this ` +
        'stage; expected it to hold the published version that is served now');
}
function sharedAlias(functionName, reached) {
    const { qualifier, heldBy } = reached;
    const through = heldBy ? `the stage variable "${heldBy.name}"` : `"${qualifier}"`;
    return (`${(0,_aws_rest_api_js__WEBPACK_IMPORTED_MODULE_0__/* .nameOf */ .Vb)(reached.integration)} calls "${functionName}" through ${through}, which stable and canary ` +
        'share, so a stage canary cannot split it. Way out: split the alias itself by weights, or let the ' +
        'integration URI end in a version number or in a stage variable that holds one');
}
function mixed(functionName, a, b) {
    const where = ({ account, region }) => isElsewhere(a, b) ? ` in account ${account}, ${region}` : '';
    const words = (r) => `${(0,_aws_rest_api_js__WEBPACK_IMPORTED_MODULE_0__/* .nameOf */ .Vb)(r.integration)} calls ${shownQualifier(r)}${r.heldBy ? ` by stage variable "${r.heldBy.name}"` : ''}${where(r)}`;
    return (`the API reaches "${functionName}" in two ways (${words(a)}; ${words(b)}); ` +
        'expected the same version in the same way everywhere, or the routes would run different code after the release');
}
/** Of what a stage variable holds, only a version is shown: the rest may be secret. */
function shownQualifier({ qualifier = 'no version', heldBy }) {
    return heldBy && !VERSION.test(qualifier) ? 'what is no version' : qualifier;
}


/***/ })

};
