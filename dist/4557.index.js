export const id = 4557;
export const ids = [4557];
export const modules = {

/***/ 59237:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   ai: () => (/* binding */ peakRate),
/* harmony export */   iR: () => (/* binding */ dispersionFor)
/* harmony export */ });
/* unused harmony export dispersionOf */
/* harmony import */ var _counts_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(16103);
// The usual event rate of the service and the size of its event clusters, from the hour before the rollout.

/** With fewer events in the hour, nothing can be said about clusters. */
const MIN_EVENTS = 10;
/** The spread must exceed that of independent requests by this many standard deviations. */
const NOTEWORTHY = 3;
const LARGEST = 50;
/** The most edges of incidents: two incidents, or one that began and ended in the middle of a minute. */
const MOST_EDGES = 4;
/** An edge exceeds the spread of the other minutes by this many standard deviations. */
const CLEAR = 4;
/** A part of the hour with so many pairs of minutes is judged by itself, too. */
const LONG_PART = 10;
/**
 * The size of event clusters, from 1 (independent) to 50: the Fano factor of the events per minute, by
 * successive differences, so that a slow drift of the rate counts less (von Neumann 1941). A burst does not
 * break a test of counts, because it hits both sides. A cluster on one side does: one broken server, or a
 * client that retries on the version it was routed to.
 *
 * The edges of an incident are left out, because an incident is a burst: the rate rises, and stays there for minutes.
 * A cluster is over in the next minute. With edges left out, the longest calm must not be diluted by the incident, so
 * the parts of the hour are judged by themselves, too.
 *
 * The minutes must be from before the rollout: a number that is fixed in advance keeps the test valid.
 */
function dispersionOf(minutes) {
    const { events } = (0,_counts_js__WEBPACK_IMPORTED_MODULE_0__/* .sum */ .cz)(minutes);
    if (minutes.length < 2 || events < MIN_EVENTS)
        return 1;
    const counts = minutes.map((minute) => minute.events);
    const pairs = counts.slice(1).map((count, i) => ({ before: counts[i], after: count }));
    const edges = clearEdges(counts, pairs);
    const parts = partsBetween(pairs, edges);
    const long = edges.length > 0 ? parts.filter((part) => part.length >= LONG_PART) : [];
    return Math.max(...[parts.flat(), ...long].map(clusterSize));
}
function clusterSize(pairs) {
    const fano = fanoFactor(pairs);
    const level = pairs.reduce((all, { before, after }) => all + before + after, 0) / 2 / pairs.length;
    const noise = Math.sqrt((3 + 1 / level) / (pairs.length + 1));
    return fano >= 1 + NOTEWORTHY * noise ? Math.min(LARGEST, fano) : 1;
}
function fanoFactor(pairs) {
    let squares = 0;
    let level = 0;
    for (const { before, after } of pairs) {
        squares += (after - before) ** 2;
        level += before + after;
    }
    return squares / level;
}
/** The pairs with the edge of an incident between them, if any are clear, by their place. */
function clearEdges(counts, pairs) {
    const steps = pairs
        .map((_, place) => ({ place, ...stepAt(counts, place) }))
        .filter(({ height }) => height > 0)
        .sort((a, b) => b.height - a.height)
        .slice(0, MOST_EDGES);
    const rest = pairs.filter((_, place) => !steps.some((step) => step.place === place));
    const size = Math.max(1, fanoFactor(rest) || 1);
    return steps
        .filter(({ height, level }) => height ** 2 > CLEAR ** 2 * size * level)
        .map(({ place }) => place);
}
/**
 * The change of the level between two successive minutes that the minutes around them do not reverse; 0 if they do.
 */
function stepAt(counts, place) {
    const before = counts.slice(Math.max(0, place - 1), place + 1);
    const after = counts.slice(place + 1, place + 3);
    const height = Math.max(Math.min(...after) - Math.max(...before), Math.min(...before) - Math.max(...after));
    return { height, level: (mean(before) + mean(after)) / 2 };
}
function mean(values) {
    return values.reduce((a, b) => a + b, 0) / values.length;
}
/** The pairs before, between and after the edges, which are left out. */
function partsBetween(pairs, edges) {
    const ends = [...edges, pairs.length].sort((a, b) => a - b);
    return ends.map((end, i) => pairs.slice(i === 0 ? 0 : ends[i - 1] + 1, end));
}
/**
 * The cluster size for a series with this baseline, unless the setting is a number.
 *
 * @param most the largest that is found out
 */
function dispersionFor(before, setting, most = LARGEST) {
    return setting === 'auto' ? Math.min(most, dispersionOf(before)) : setting;
}
/** The rate, 0 to 1, that 99% of the minutes with requests do not exceed; 0 without any requests. */
function peakRate(minutes) {
    const rates = minutes.filter((m) => m.requests > 0).map((m) => m.events / m.requests);
    rates.sort((a, b) => a - b);
    return rates[Math.ceil(0.99 * rates.length) - 1] ?? 0;
}


/***/ }),

/***/ 83273:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P5: () => (/* binding */ profileFor),
/* harmony export */   YY: () => (/* binding */ errorsMeasure),
/* harmony export */   a7: () => (/* binding */ SUMMED_FUNCTION_PARTS),
/* harmony export */   b0: () => (/* binding */ routeErrorsMeasure),
/* harmony export */   oB: () => (/* binding */ invocationsMeasure)
/* harmony export */ });
/* harmony import */ var _dispersion_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(59237);
/* harmony import */ var _harm_thresholds_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(18654);
/* harmony import */ var _measure_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(80203);
/* harmony import */ var _profile_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(60530);
/* harmony import */ var _share_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3788);
// Failed requests: a 5XX status on a stage, a failed or throttled invocation on an alias.





/** The smallest risk ratio worth a rollback. */
const MATERIAL_RATIO = 1.2;
function errorsMeasure(scope = _measure_js__WEBPACK_IMPORTED_MODULE_2__/* .ALL */ .y2) {
    const id = (0,_measure_js__WEBPACK_IMPORTED_MODULE_2__/* .measureId */ .s_)('errors', scope);
    return {
        id,
        kind: 'errors',
        scope,
        budget: { parts: 2, shared: false },
        ask: (series, { falseRollbackRate, dispersion, nextWeight, sound }) => ({
            series,
            question: {
                source: { kind: 'errors', ...(0,_measure_js__WEBPACK_IMPORTED_MODULE_2__/* .partOf */ .BU)(scope) },
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
/** Failed requests of one route. All routes share one budget. */
function routeErrorsMeasure(method, resource) {
    return {
        ...errorsMeasure({ kind: 'route', method, resource }),
        kind: 'route-errors',
        budget: { parts: 1, shared: true },
    };
}
/**
 * The parts of all functions where the errors of all traffic are the sum of the functions' own. More than those have:
 * a bad one among many is hidden in the sum, and shares these with the others.
 */
const SUMMED_FUNCTION_PARTS = 3;
/**
 * Failed and throttled invocations of one of the released functions. All functions share one budget. On a stage, the
 * gateway may return 200 although the function failed, with an integration that is not a proxy or is asynchronous.
 *
 * @param parts of the budget
 */
function invocationsMeasure(name, parts = 1) {
    return {
        ...errorsMeasure({ kind: 'function', name }),
        kind: 'invocations',
        budget: { parts, shared: true },
    };
}
/**
 * The profile for a rollout that began with this minute. It may depend on the number of requests, but not on
 * their outcomes. A minute with few requests needs bets that count successes too.
 */
function profileFor(first) {
    return first && (0,_share_js__WEBPACK_IMPORTED_MODULE_4__/* .isSparse */ .zP)(first) ? _profile_js__WEBPACK_IMPORTED_MODULE_3__/* .SPARSE_PROFILE */ .LU : _profile_js__WEBPACK_IMPORTED_MODULE_3__/* .DEFAULT_PROFILE */ .KG;
}


/***/ }),

/***/ 48690:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ic: () => (/* binding */ isAlarm),
/* harmony export */   QZ: () => (/* binding */ worst),
/* harmony export */   eP: () => (/* binding */ sameSource),
/* harmony export */   h9: () => (/* binding */ shownVerdict),
/* harmony export */   t6: () => (/* binding */ onlyObjects)
/* harmony export */ });
// Three verdicts, of which the worst takes precedence. Missing data is neither good nor bad: what could not be
// read is inconclusive, never healthy.
const ORDER = ['healthy', 'inconclusive', 'failing'];
/** The worst verdict of all evidence; `healthy` when there is none. */
function worst(evidence) {
    const ranks = evidence.map((e) => ORDER.indexOf(e.verdict));
    return ORDER[Math.max(0, ...ranks)] ?? 'healthy';
}
/**
 * The verdict that a report shows: that of the deciding evidence; `inconclusive` when there is no evidence at
 * all, because then nothing is known.
 */
function shownVerdict(deciding, all) {
    return all.length === 0 ? 'inconclusive' : worst(deciding);
}
/** Whether two pieces of evidence come from the same source. */
function sameSource(a, b) {
    return JSON.stringify(a) === JSON.stringify(b);
}
/**
 * Whether a lack of evidence from this source decides nothing. Of a part of the traffic, only what fails counts: a
 * function or a route may have too few requests ever to be called healthy. A guardrail without a limit says nothing about the new version.
 */
function onlyObjects({ source }) {
    return source.kind === 'guardrail' || ('scope' in source && source.scope !== undefined);
}
/** Whether the evidence is about one alarm or all alarms. */
function isAlarm({ source }) {
    return source.kind === 'alarm' || source.kind === 'alarms';
}


/***/ }),

/***/ 13281:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V$: () => (/* binding */ exactPath),
/* harmony export */   eD: () => (/* binding */ highMinutes),
/* harmony export */   i4: () => (/* binding */ minutesToFindTotalFailure)
/* harmony export */ });
/* unused harmony export exactNats */
/* harmony import */ var _counts_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(16103);
/* harmony import */ var _log_space_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(33402);
// Where stable has only a small share of the traffic: the exact test, which counts its successes too.


/**
 * ln of the likelihood ratio, in nats, of the canary's events in a minute if its odds of failing are `odds` times
 * stable's, against a version that makes no difference. Given the numbers of requests of both sides and of all events,
 * the canary's events are then hypergeometric (Fisher's exact test), whatever the service's own rate is, and whatever
 * share AWS routes. The alternative is Fisher's noncentral hypergeometric distribution. So the ratio has a mean of 1 for
 * a version that makes no difference, and of less for a better one.
 *
 * At 95%, a failed request of the canary is hardly evidence by itself: 19 in 20 are the canary's anyway. That stable
 * fails nothing at the same time is evidence, and this test counts it.
 */
function exactNats({ canary, stable }, odds) {
    const events = canary.events + stable.events;
    if (canary.requests === 0 || stable.requests === 0 || events === 0)
        return 0;
    const least = Math.max(0, events - stable.requests);
    const most = Math.min(canary.requests, events);
    const logOdds = Math.log(odds);
    const logStep = (k) => Math.log((events - k) * (canary.requests - k)) -
        Math.log((k + 1) * (stable.requests - events + k + 1));
    // ln of the probability of k events on the canary, in proportion to that of the observed number.
    const equal = [0];
    const worse = [0];
    let log = 0;
    for (let k = canary.events; k < most; k++) {
        log += logStep(k);
        equal.push(log);
        worse.push(log + (k + 1 - canary.events) * logOdds);
        if (isNegligible(equal) && isNegligible(worse))
            break;
    }
    log = 0;
    for (let k = canary.events - 1; k >= least; k--) {
        log -= logStep(k);
        equal.push(log);
        worse.push(log + (k - canary.events) * logOdds);
        if (isNegligible(equal) && isNegligible(worse))
            break;
    }
    return (0,_log_space_js__WEBPACK_IMPORTED_MODULE_1__/* .logSumExp */ .V)(equal) - (0,_log_space_js__WEBPACK_IMPORTED_MODULE_1__/* .logSumExp */ .V)(worse);
}
const NEGLIGIBLE_NATS = 50;
/** Both distributions have one peak: once a term falls this far below the one before, the rest adds nothing. */
function isNegligible(logs) {
    const last = logs.at(-1);
    return last < logs.at(-2) && last < logs[0] - NEGLIGIBLE_NATS;
}
/** Only failures that no service would accept: subtler ones are found by the comparison. */
const ODDS = [20, 1000];
/** The probability that a failure is present from the first minute, and that it begins in each later one. */
const HAZARD = 0.1;
/** The most evidence of one minute, unless nearly all requests of the canary failed in it; as in `profile.ts`. */
const CAP_NATS = Math.log(50);
const NEARLY_ALL = 0.9;
/** The evidence after each of the minutes, in nats: a mixture over the odds and over the minute of the onset. */
function exactPath(minutes, dispersion) {
    const logBets = ODDS.map(() => Number.NEGATIVE_INFINITY);
    let unstarted = 1;
    return minutes.map((minute) => {
        const logStarting = Math.log(unstarted * HAZARD);
        const { requests, events } = minute.canary;
        const cap = events >= NEARLY_ALL * requests ? Number.POSITIVE_INFINITY : CAP_NATS;
        for (const [i, odds] of ODDS.entries()) {
            const nats = Math.min(cap, exactNats(minute, odds) / dispersion);
            logBets[i] = (0,_log_space_js__WEBPACK_IMPORTED_MODULE_1__/* .logAddExp */ .x)(logBets[i], logStarting) + nats;
        }
        unstarted *= 1 - HAZARD;
        const mean = (0,_log_space_js__WEBPACK_IMPORTED_MODULE_1__/* .logSumExp */ .V)(logBets) - Math.log(ODDS.length);
        return (0,_log_space_js__WEBPACK_IMPORTED_MODULE_1__/* .logAddExp */ .x)(mean, Math.log(unstarted));
    });
}
/**
 * The minutes after which a total failure is usually found, if stable fails nothing; as a real number.
 *
 * @param share of the traffic that stable has, 0 to 1
 */
function minutesToFindTotalFailure(requestsPerMinute, share, { dispersion, falseRollbackRate, }) {
    const needed = Math.log(ODDS.length / HAZARD / falseRollbackRate);
    const perMinute = logChoose(requestsPerMinute, share * requestsPerMinute) / dispersion;
    return perMinute > 0 ? needed / perMinute : Number.POSITIVE_INFINITY;
}
/** ln of the number of ways to choose k of n, by Stirling's formula; its mean if k is less than one request. */
function logChoose(n, k) {
    if (n <= 1)
        return 0;
    if (k < 1)
        return k * Math.log(n);
    const entropy = n * Math.log(n) - k * Math.log(k) - (n - k) * Math.log(n - k);
    return Math.max(0, entropy - Math.log((2 * Math.PI * k * (n - k)) / n) / 2);
}
/** From this weight on, in %, stable has too small a share for the comparison alone. */
const HIGH_WEIGHT = 90;
/** The minutes for this test: with a steady high weight, because within them every request had the same split. */
function highMinutes(minutes) {
    return minutes.filter((m) => (0,_counts_js__WEBPACK_IMPORTED_MODULE_0__/* .isSteady */ .NZ)(m) && m.weight >= HIGH_WEIGHT && m.weight < 100 && m.stable.requests > 0);
}


/***/ }),

/***/ 2622:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H9: () => (/* binding */ formatFactor),
/* harmony export */   PH: () => (/* binding */ ratioFigures),
/* harmony export */   l9: () => (/* binding */ formatPercent),
/* harmony export */   u5: () => (/* binding */ figures)
/* harmony export */ });
// Numbers rounded for reading.
/** A rate, 0 to 1, as a percentage with two significant figures: `0.93%`, `12%`, `0%`. */
function formatPercent(value) {
    return `${figures(100 * value)}%`;
}
/** A ratio: `×9.1`; `×∞` when the divisor is 0. */
function formatFactor(ratio) {
    return Number.isFinite(ratio) ? `×${ratioFigures(ratio)}` : '×∞';
}
/** The figures of a ratio, with one decimal up to 100, as in `15.8`. */
function ratioFigures(ratio) {
    return ratio >= 10 && ratio < 100 ? ratio.toFixed(1) : figures(ratio);
}
/** Two significant figures with at most four decimals; above 100, all digits of the whole number. */
function figures(value) {
    if (value === 0)
        return '0';
    const size = Math.floor(Math.log10(Math.abs(value)));
    return value.toFixed(Math.max(0, Math.min(4, 1 - size)));
}


/***/ }),

/***/ 18654:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BC: () => (/* binding */ harmThresholdFor),
/* harmony export */   Fl: () => (/* binding */ errorHarm),
/* harmony export */   T_: () => (/* binding */ metricHarm),
/* harmony export */   UG: () => (/* binding */ slowHarm),
/* harmony export */   WS: () => (/* binding */ lossHarm)
/* harmony export */ });
/* harmony import */ var _counts_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(16103);
/* harmony import */ var _safe_bound_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(44643);
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
/**
 * The same for a configured metric: at full weight, twice stable's rate in the hour before.
 *
 * @param least the smallest increase that is harm at full weight, 0 to 1
 */
function metricHarm(before, nextWeight, least = _safe_bound_js__WEBPACK_IMPORTED_MODULE_1__/* .DEFAULT_HARM */ .$f.rate) {
    const usual = (0,_counts_js__WEBPACK_IMPORTED_MODULE_0__/* .rate */ .TS)((0,_counts_js__WEBPACK_IMPORTED_MODULE_0__/* .sum */ .cz)(before)) || 0;
    const added = Math.max(least, usual) * (100 / nextWeight);
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

/***/ 80203:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $x: () => (/* binding */ isOfRoute),
/* harmony export */   BU: () => (/* binding */ partOf),
/* harmony export */   Kl: () => (/* binding */ classOf),
/* harmony export */   pn: () => (/* binding */ partName),
/* harmony export */   s_: () => (/* binding */ measureId),
/* harmony export */   vK: () => (/* binding */ notCompared),
/* harmony export */   y2: () => (/* binding */ ALL)
/* harmony export */ });
/* harmony import */ var _measure_class_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(93934);
// A measure is counted for both versions: events among requests.

const CLASS_OF = {
    errors: 'errors',
    invocations: 'errors',
    'route-errors': 'errors',
    'client-errors': 'client-errors',
    'route-client-errors': 'client-errors',
    slow: 'latency',
    custom: 'metrics',
};
function classOf({ kind }) {
    return CLASS_OF[kind];
}
/**
 * The classes that are not compared.
 *
 * @param measures those that are counted; `undefined`: not known
 * @param known those whose hour before is known: of single routes, only these are to be compared
 */
function notCompared(compare, measures, known = []) {
    const counted = measures?.map(classOf) ?? _measure_class_js__WEBPACK_IMPORTED_MODULE_0__/* .CLASSES */ .N;
    const classes = _measure_class_js__WEBPACK_IMPORTED_MODULE_0__/* .CLASSES */ .N.flatMap((what) => {
        if (!compare.includes(what))
            return [{ what, why: 'off' }];
        return counted.includes(what) ? [] : [{ what, why: 'not-counted' }];
    });
    const lacksRoutes = known.some(isOfRoute) && !measures?.some(isOfRoute);
    return lacksRoutes ? [...classes, { what: 'routes', why: 'not-counted' }] : classes;
}
function isOfRoute({ scope }) {
    return scope.kind === 'route';
}
const ALL = { kind: 'all' };
/** `errors`, `errors of orders`, `errors of POST /orders`. */
function measureId(name, scope) {
    return scope.kind === 'all' ? name : `${name} of ${partName(scope)}`;
}
/** `orders`, `POST /orders`. */
function partName(scope) {
    switch (scope.kind) {
        case 'function':
            return scope.name;
        case 'route':
            return `${scope.method} ${scope.resource}`;
    }
}
/** The scope as named by a source of evidence: only if it is part of the traffic. */
function partOf(scope) {
    return scope.kind === 'all' ? {} : { scope };
}


/***/ }),

/***/ 50945:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BU: () => (/* binding */ partOf),
/* harmony export */   ax: () => (/* binding */ worthShowing),
/* harmony export */   dK: () => (/* binding */ withParts)
/* harmony export */ });
// Where in the traffic it happens: the function or the route that most of the excess comes from.
/** A part must explain this share of the excess events of all traffic. */
const MOST = 0.6;
/**
 * Names, with each failing comparison of all traffic, the function and the route from which most of its excess comes: the
 * whole often has enough evidence before its part has, which shares its rate with all others.
 */
function withParts(answers) {
    return answers.map((answer) => {
        const { finding } = answer;
        if (finding.verdict !== 'failing' || partOf(finding))
            return finding;
        const parts = answers.filter((each) => isPartOf(each.finding, finding));
        const mostly = ['function', 'route'].flatMap((kind) => mostOf(answer, parts.filter((part) => partOf(part.finding)?.kind === kind)));
        return mostly.length > 0 ? { ...finding, mostly } : finding;
    });
}
function mostOf(whole, parts) {
    const [first] = parts.toSorted((a, b) => worse(b) - worse(a));
    const scope = first && partOf(first.finding);
    return scope && worse(first) > 0 && worse(first) >= MOST * worse(whole) ? [scope] : [];
}
/** Events beyond stable's; if fewer are worse, those that are missing. */
function worse({ finding: { source }, excess }) {
    return 'missing' in source && source.kind === 'client-errors' ? -excess : excess;
}
function excess(finding) {
    return worse({ finding, excess: finding.comparison.excessEvents });
}
function isPartOf(part, whole) {
    return part.source.kind === whole.source.kind && partOf(part) !== undefined;
}
/** The part of the traffic that it is about; `undefined`: all of it. */
function partOf({ source }) {
    return 'scope' in source ? source.scope : undefined;
}
/** As many findings about parts of the traffic are always worth showing. */
const FEW = 3;
/** Of more, those with this much of the threshold. */
const NOTEWORTHY = 0.25;
const MOST_SHOWN = 10;
/** All findings about all traffic; of those about its parts, the ones that say more than that nothing was found. */
function worthShowing(findings) {
    const parts = findings.filter(partOf);
    if (parts.length <= FEW)
        return findings;
    const shown = parts
        .filter(isNoteworthy)
        .toSorted((a, b) => progress(b) - progress(a) || excess(b) - excess(a))
        .slice(0, MOST_SHOWN);
    return [...findings.filter((each) => !partOf(each)), ...shown];
}
function isNoteworthy(finding) {
    const { verdict, fell } = finding;
    return verdict === 'failing' || fell === true || progress(finding) >= NOTEWORTHY;
}
/** The evidence against the canary, as a share of the threshold; at most 1, because more says nothing of the harm. */
function progress({ reading: { nats, threshold } }) {
    return Math.min(1, nats / threshold);
}


/***/ }),

/***/ 25278:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ minutesToFind),
/* harmony export */   y: () => (/* binding */ power)
/* harmony export */ });
/* harmony import */ var _errors_measure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83273);
/* harmony import */ var _profile_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(60530);
/* harmony import */ var _rollback_test_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(38549);
// What a plan can and cannot detect, computed in advance: the judge's own test, run on the expected traffic
// with a canary that is luckier than nine in ten.



/** The quantile of the standard normal distribution that one rollout in ten exceeds. */
const ONE_IN_TEN = 1.2816;
const BISECTIONS = 18;
/**
 * What each step of a plan can detect at 90% power.
 *
 * The test runs on the likeliest path among the unlucky tenth: the canary's events so far are at a low
 * quantile and stable's at a high one, in proportion to what each adds to the variance of the evidence (the
 * classical least favorable point of a normal approximation), with Poisson quantiles after Wilson & Hilferty
 * (1931).
 *
 * Minutes that are not closed by the end of the bake are never read and detect nothing. Only a total failure is
 * expected from minutes that are not closed: what fails at once is shown before.
 */
function power(steps, traffic, { falseRollbackRate, closingMinutes, shownMinutes, bakeMinutes }) {
    const weights = steps.flatMap((step) => Array(step.minutes).fill(step.weight));
    const readAfter = (minutes) => weights.slice(0, Math.max(0, Math.floor(weights.length + bakeMinutes - minutes)));
    const read = readAfter(closingMinutes);
    const foundAt = (rate) => foundAfter(read, traffic, rate, falseRollbackRate);
    let end = 0;
    const powers = steps.map((step) => {
        end += step.minutes;
        const requests = traffic.requestsPerMinute * step.minutes;
        const canaryRequests = (requests * step.weight) / 100;
        return { ...step, requests, canaryRequests, smallest: smallestFound(end, traffic, foundAt) };
    });
    const found = foundAfter(readAfter(shownMinutes), traffic, 1, falseRollbackRate);
    const baking = Array(Math.ceil(bakeMinutes)).fill(100);
    const until = found === undefined ? undefined : found + Math.ceil(shownMinutes);
    const exposed = [...weights, ...baking].slice(0, until);
    const failedRequests = exposed.reduce((n, w) => n + (traffic.requestsPerMinute * w) / 100, 0);
    return { steps: powers, totalFailure: { foundAfter: found, failedRequests } };
}
/** The longest hold of a step that is proposed, in minutes. */
const LONGEST_HOLD = 240;
/**
 * How many closed minutes a weight must be held until nine in ten rollouts have detected a canary with that
 * rate: the proposal when a step detects nothing. A rate of 1 is a total failure.
 *
 * @param weight % of the traffic on the canary
 * @param canaryRate the canary's event rate, 0 to 1
 * @returns undefined if four hours are not enough
 */
function minutesToFind(weight, traffic, canaryRate, falseRollbackRate) {
    const weights = Array(LONGEST_HOLD).fill(weight);
    return foundAfter(weights, traffic, canaryRate, falseRollbackRate);
}
/** Bisects, on a logarithmic scale, for the smallest rate that is detected by minute `end`. */
function smallestFound(end, traffic, foundAt) {
    const isFound = (rate) => (foundAt(rate) ?? Number.POSITIVE_INFINITY) <= end;
    if (!isFound(1))
        return undefined;
    let missed = Math.log(Math.max(traffic.rate, 1e-7));
    let found = 0;
    for (let i = 0; i < BISECTIONS; i++) {
        const middle = (missed + found) / 2;
        if (isFound(Math.exp(middle)))
            found = middle;
        else
            missed = middle;
    }
    const rate = Math.exp(found);
    return { rate, ratio: rate / traffic.rate, foundAfter: foundAt(rate) };
}
/** The closed minute by which nine in ten rollouts have detected a canary with that rate. */
function foundAfter(weights, traffic, canaryRate, falseRollbackRate) {
    const path = unluckyPath(weights, traffic, canaryRate);
    const base = traffic.apart ? (0,_errors_measure_js__WEBPACK_IMPORTED_MODULE_0__/* .profileFor */ .P5)(path[0]) : _profile_js__WEBPACK_IMPORTED_MODULE_1__/* .DEFAULT_PROFILE */ .KG;
    const profile = { ...base, dispersion: traffic.dispersion };
    const before = { requests: 60 * traffic.requestsPerMinute, events: 0 };
    const test = (0,_rollback_test_js__WEBPACK_IMPORTED_MODULE_2__/* .createRollbackTest */ .Xv)({
        falseRollbackRate,
        profile,
        materialRatio: 1.2,
        before: { ...before, events: before.requests * traffic.rate },
    });
    const index = path.findIndex((minute) => test.add(minute).failing);
    return index < 0 ? undefined : index + 1;
}
/** Counts whose running totals stay at the unlucky tenth: few events on the canary, many on stable. */
function unluckyPath(weights, traffic, canaryRate) {
    const { requestsPerMinute, rate, dispersion } = traffic;
    let expectedCanary = 0;
    let expectedStable = 0;
    let canarySoFar = 0;
    let stableSoFar = 0;
    return weights.map((weight, minute) => {
        const share = weight / 100;
        expectedCanary += requestsPerMinute * share * canaryRate;
        expectedStable += requestsPerMinute * (1 - share) * rate;
        const lean = leaning(expectedCanary, expectedStable, share, canaryRate / rate);
        const spread = ONE_IN_TEN * Math.sqrt(dispersion);
        const canary = Math.floor(poissonQuantile(expectedCanary, -spread * lean.canary));
        const stable = poissonQuantile(expectedStable, spread * lean.stable);
        const canaryEvents = Math.max(0, canary - canarySoFar);
        const stableEvents = Math.max(0, stable - stableSoFar);
        canarySoFar += canaryEvents;
        stableSoFar += stableEvents;
        const canarySuccesses = requestsPerMinute * share * (1 - canaryRate);
        const stableRequests = Math.max(stableEvents, requestsPerMinute * (1 - share));
        return {
            minute,
            canary: { requests: canarySuccesses + canaryEvents, events: canaryEvents },
            stable: { requests: stableRequests, events: stableEvents },
            weight,
            weightBefore: weight,
        };
    });
}
/** How the bad luck is divided between the sides, as the cosine and sine of one angle. */
function leaning(canary, stable, share, ratio) {
    const r = Math.min(ratio, 1000);
    const perStable = Math.log1p(share * (r - 1));
    const fromCanary = Math.abs(Math.log(r) - perStable) * Math.sqrt(canary);
    const fromStable = perStable * Math.sqrt(stable);
    const length = Math.hypot(fromCanary, fromStable) || 1;
    return { canary: fromCanary / length, stable: fromStable / length };
}
/** The Poisson quantile at `z` standard normal deviates, as a real number. */
function poissonQuantile(mean, z) {
    if (mean <= 0)
        return 0;
    const k = mean + (z > 0 ? 1 : 0);
    return Math.max(0, k * (1 - 1 / (9 * k) + z / (3 * Math.sqrt(k))) ** 3);
}


/***/ }),

/***/ 60530:
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
        { ratio: 1.25, prior: 0.02 },
        { ratio: 1.5, prior: 0.2 },
        { ratio: 2, prior: 0.22 },
        { ratio: 3, prior: 0.14 },
        { ratio: 5, prior: 0.11 },
        { ratio: 10, prior: 0.1 },
        { ratio: 30, prior: 0.09 },
        { ratio: 100, prior: 0.07 },
        { ratio: 1000, prior: 0.05 },
    ],
    joint: [],
    onset: { atOnce: 0.75, hazard: 0.05 },
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
        { ratio: 1.5, prior: 0.01 },
        { ratio: 2, prior: 0.08 },
        { ratio: 3, prior: 0.11 },
        { ratio: 5, prior: 0.13 },
        { ratio: 10, prior: 0.16 },
        { ratio: 30, prior: 0.23 },
        { ratio: 100, prior: 0.14 },
        { ratio: 1000, prior: 0.05 },
    ],
    joint: [
        { canaryRisk: 0.95, stableRisk: 0.01, prior: 0.06 },
        { canaryRisk: 0.5, stableRisk: 0.01, prior: 0.03 },
    ],
};


/***/ }),

/***/ 73842:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ blindSpotCount),
/* harmony export */   t: () => (/* binding */ blindSpotText)
/* harmony export */ });
/* harmony import */ var _analysis_figures_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2622);
// Blind spots as text: what could break unseen, and what would show it.

/** `slower responses, because …: an alarm on IntegrationLatency would show them`. */
function blindSpotText(spot) {
    switch (spot.kind) {
        case 'not-compared':
            return `${CLASSES[spot.what]}: ${spot.why === 'off' ? `they are not in the input compare` : 'they are not counted by version, or nothing was counted in the hour before'}. Alarms would show them`;
        case 'latency':
            return `slower responses: ${LATENCY[spot.why]}`;
        case 'small-regressions': {
            const least = spot.below === undefined
                ? 'anything less than a failure of nearly all requests'
                : `error rates below ${(0,_analysis_figures_js__WEBPACK_IMPORTED_MODULE_0__/* .formatPercent */ .l9)(spot.below)}`;
            return `${least}, at ${Number(spot.requestsPerMinute.toPrecision(2))} requests per minute: longer steps would show more`;
        }
        case 'cached':
            return `errors that are up to ${spot.ratio} times as frequent, because the stage caches answers: alarms or metrics would show them`;
        case 'other-regions':
            return `what happens in other Regions than ${spot.region}: release them one after the other, each with its own run`;
        default:
            return FIXED[spot.kind];
    }
}
const CLASSES = {
    errors: 'failed requests',
    'client-errors': 'client errors (4XX)',
    latency: 'slower responses',
    routes: 'failures of a single route that has little traffic',
};
const LATENCY = {
    cache: 'latency is not compared on a stage with a cache. An alarm on IntegrationLatency would show them',
    'not-counted': 'CloudWatch does not count slow invocations here. An alarm on Duration would show them',
    refused: 'CloudWatch does not count slow invocations here. An alarm on Duration would show them',
    'no-traffic': 'nothing was measured in the hour before. An alarm would show them',
};
const FIXED = {
    'returned-errors': 'responses with status 500 that a function returns: to Lambda, they are successes. metrics by version would show them',
    'masked-failures': 'failures of a backend that an integration answers with status 200, other than failed invocations of the released functions: metrics would show them',
    asynchronous: 'what becomes of an event after its invocation, such as a message in a dead-letter queue: an alarm on the queue would show it',
    'bake-alone': 'what begins after the promotion and makes less than 10% of the requests fail: the bake has no version to compare with, and cannot distinguish a worse version from an incident. hold-back: 5% would compare them',
    'quiet-routes': 'routes that nobody calls during the release: a pre-traffic-hook that calls them would show it',
    'no-alarms': 'effects beyond the requests, such as the load of a database: alarms would show them, and none are set',
    'wrong-answers': 'wrong answers with status 200: metrics of your own would show them',
};
/** One line for a release that goes on. */
function blindSpotCount(spots) {
    return `the judge cannot see ${spots.length} kinds of harm that this release could do; command: plan lists them, and docs/judge.md of this action explains them`;
}


/***/ }),

/***/ 4023:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ causeTitle)
/* harmony export */ });
/* harmony import */ var _analysis_figures_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2622);
/* harmony import */ var _analysis_finding_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(33034);
/* harmony import */ var _analysis_measure_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(80203);
/* harmony import */ var _analysis_parts_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(50945);
/* harmony import */ var _evidence_text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(50664);
// Why a rollout was rolled back, in a few words without statistics.





/** `errors ×9 on version 8`, `alarm orders-5xx fired`; empty if the reason is short enough. */
function causeTitle({ outcome, cause, evidence, functions }) {
    // The post step has no evidence of its own, and its reason also names what happened in between.
    if (outcome !== 'rolled-back' || evidence.length === 0 || !cause || !('evidence' in cause))
        return '';
    const failing = cause.evidence.filter(({ verdict }) => verdict === 'failing');
    // The part of the traffic says more than the whole.
    const [first] = [...failing.filter(_analysis_parts_js__WEBPACK_IMPORTED_MODULE_3__/* .partOf */ .BU), ...failing.filter(_analysis_finding_js__WEBPACK_IMPORTED_MODULE_0__/* .isFinding */ .qd), ...failing];
    if (!first)
        return '';
    const part = (0,_analysis_parts_js__WEBPACK_IMPORTED_MODULE_3__/* .partOf */ .BU)(first);
    const named = part?.kind === 'function' ? functions.filter((f) => f.name === part.name) : functions;
    const [only] = named;
    const where = only && named.length === 1 ? `version ${only.to}` : 'the canary';
    const more = failing.length > 1 ? `, and ${failing.length - 1} more` : '';
    return `${inShort(first, where)}${more}`;
}
function inShort(evidence, where) {
    if ((0,_analysis_finding_js__WEBPACK_IMPORTED_MODULE_0__/* .isFinding */ .qd)(evidence))
        return findingInShort(evidence, where);
    const { source } = evidence;
    const name = (0,_evidence_text_js__WEBPACK_IMPORTED_MODULE_2__/* .sourceText */ .rI)(source);
    if (source.kind === 'alarm')
        return `${name} fired`;
    return source.kind === 'hook' ? `the ${name} failed` : (0,_evidence_text_js__WEBPACK_IMPORTED_MODULE_2__/* .describeEvidence */ .RQ)(evidence);
}
function findingInShort({ source, comparison, mostly = [] }, where) {
    if (source.kind === 'guardrail') {
        const whose = source.name === undefined ? '' : ` of ${source.name}`;
        return `too many errors${whose} on ${source.of === 'all-traffic' ? 'both versions together' : where}`;
    }
    const { ratio } = comparison;
    const [part] = mostly;
    const most = part ? `, most of them of ${(0,_analysis_measure_js__WEBPACK_IMPORTED_MODULE_1__/* .partName */ .pn)(part)}` : '';
    const what = source.kind === 'latency' ? 'slow responses' : (0,_evidence_text_js__WEBPACK_IMPORTED_MODULE_2__/* .sourceText */ .rI)(source);
    return ratio === null || !Number.isFinite(ratio)
        ? `${what} on ${where} only${most}`
        : `${what} ${(0,_analysis_figures_js__WEBPACK_IMPORTED_MODULE_4__/* .formatFactor */ .H9)(ratio)} on ${where}${most}`;
}


/***/ }),

/***/ 24557:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Ql: () => (/* binding */ commentMarker),
  we: () => (/* binding */ markerOf),
  wQ: () => (/* binding */ renderComment)
});

// UNUSED EXPORTS: COMMENT_LIMIT_BYTES, possibleCommands

// EXTERNAL MODULE: ./build/analysis/finding.js
var analysis_finding = __webpack_require__(33034);
// EXTERNAL MODULE: ./build/base/duration.js
var duration = __webpack_require__(15902);
// EXTERNAL MODULE: ./build/rollout/plan.js
var rollout_plan = __webpack_require__(17927);
// EXTERNAL MODULE: ./build/report/broke-text.js
var broke_text = __webpack_require__(61468);
// EXTERNAL MODULE: ./build/report/cause-title.js
var cause_title = __webpack_require__(4023);
// EXTERNAL MODULE: ./build/report/commits.js
var commits = __webpack_require__(1337);
// EXTERNAL MODULE: ./build/report/evidence-text.js
var evidence_text = __webpack_require__(50664);
// EXTERNAL MODULE: ./build/report/format.js
var format = __webpack_require__(92772);
// EXTERNAL MODULE: ./build/report/impact.js
var report_impact = __webpack_require__(72577);
// EXTERNAL MODULE: ./build/report/markdown.js
var markdown = __webpack_require__(34902);
// EXTERNAL MODULE: ./build/report/standing.js
var report_standing = __webpack_require__(30739);
// EXTERNAL MODULE: ./build/report/step-label.js
var step_label = __webpack_require__(22866);
;// CONCATENATED MODULE: ./build/report/step-path.js
// The path of a rollout in one line: the completed, current and remaining steps.


const SIGNS = {
    done: '✅ ',
    here: '⏳ ',
    held: '⏸️ ',
    broke: '❌ ',
    ahead: '',
};
/** Steps shown on each side of the current one. */
const AROUND = 3;
/** `✅ 5% → ⏳ 25% → 50% → promotion`; empty for a plan without a split. */
function stepPath({ outcome, plan, weights, steps }) {
    if (plan.steps.length === 0)
        return '';
    const current = steps.at(-1);
    const promoted = current !== undefined && (0,step_label/* isAfterPromotion */.Kf)(current);
    const bakes = plan.heldBack !== true || current?.label === step_label/* BAKE_LABEL */.Zs;
    const stations = [
        ...plan.steps.map((_, index) => (0,step_label/* stepLabel */.vO)(plan, index)),
        'promotion',
        ...(bakes ? [step_label/* BAKE_LABEL */.Zs] : []),
    ];
    const at = promoted ? stations.length - 1 : reached(plan, weights);
    const marked = stations.map((name, i) => `${SIGNS[markOf(outcome, i, at)]}${name}`);
    const from = Math.max(0, Math.min(at - AROUND, marked.length - 2 * AROUND - 1));
    const to = Math.max(from + 2 * AROUND + 1, at + AROUND + 1);
    const shown = marked.slice(from, to);
    return [...(from > 0 ? ['…'] : []), ...shown, ...(to < marked.length ? ['…'] : [])].join(' → ');
}
/** The index of the last step whose weight was set; -1 before the first. */
function reached(plan, weights) {
    return plan.steps.findLastIndex((step) => weights.some(({ weight }) => (0,rollout_plan/* sameWeight */.DC)(weight, step.weight)));
}
function markOf(outcome, station, at) {
    if (outcome === 'promoted' || station < at)
        return 'done';
    if (station > at)
        return 'ahead';
    if (outcome === 'running')
        return 'here';
    return outcome === 'held' ? 'held' : 'broke';
}

// EXTERNAL MODULE: ./build/report/summary.js + 6 modules
var summary = __webpack_require__(48320);
;// CONCATENATED MODULE: ./build/report/comment-body.js
// The comment on the pull request: the outcome first, and no more than fits on a phone screen.














/**
 * GitHub refuses a longer body with 422. It counts characters; there are never fewer bytes than characters.
 */
const COMMENT_LIMIT_BYTES = 65_536;
/** Hidden in the comment to find it again. There is one comment per target and pull request. */
function commentMarker(key) {
    return `<!-- canary-action ${key} -->`;
}
/** The marker at the beginning of a comment; `undefined`: it has none. */
function markerOf(body) {
    return /^<!-- canary-action [^\n]{1,500} -->/.exec(body)?.[0];
}
function renderComment(report) {
    const { target, source } = report;
    const parts = [
        commentMarker(target.key),
        `### ${format/* HEADLINES */.Ol[report.outcome]}: ${(0,summary/* subject */.bc)(report)}`,
        why(report),
        broke(report),
        (0,summary/* preview */.VH)(report),
        progress(report),
        sides(report),
        compared(report),
        hit(report),
        next(report),
        steering(report),
        ...notesOf(report).map((note) => `- ${(0,markdown/* escapeMarkdown */.FV)(note, 600)}`),
        ...report.advice.map((advice) => `- ${(0,markdown/* escapeMarkdown */.FV)(advice, 600)}`),
        logs(report),
        (0,markdown/* codeBlock */.DV)(report.commands),
        ...report.problems.slice(0, 10).map((problem) => `- ${(0,markdown/* escapeMarkdown */.FV)(problem, 600)}`),
        [runLink(source), commitOf(report), (0,format/* clockTime */.qo)(report.endedAt)]
            .filter((part) => part !== '')
            .join(' · '),
    ];
    const text = parts.filter((part) => part !== '').join('\n\n');
    return (0,markdown/* shorten */.ml)(text, COMMENT_LIMIT_BYTES, `*Shortened: see the ${(0,markdown/* link */.nf)((0,commits/* runWords */.$W)(source), source.runUrl)}.*`);
}
/** Empty if the run has no page. */
function runLink(source) {
    return source.runUrl && (0,markdown/* link */.nf)((0,format/* capitalize */.ZH)((0,commits/* runWords */.$W)(source)), source.runUrl);
}
/** Only a preview's, which tell its readers what its address does not do. */
function notesOf({ outcome, notes }) {
    return outcome === 'previewed' ? notes : [];
}
/** The changes since the previous version also identify the commit; without them, the commit itself. */
function commitOf(report) {
    const { source } = report;
    return (0,commits/* whatChanged */.fl)(report) || (source.sha === '' ? '' : (0,commits/* commitLink */.wn)(source));
}
/** The short cause if there is one; the numbers are in the summary. */
function why(report) {
    const short = (0,cause_title/* causeTitle */.e)(report);
    if (short === '')
        return (0,markdown/* escapeMarkdown */.FV)((0,format/* capitalize */.ZH)(report.reason), 600);
    return `**${(0,markdown/* escapeMarkdown */.FV)((0,format/* capitalize */.ZH)(short))}.** ${(0,markdown/* escapeMarkdown */.FV)(report.stands, 600)}`;
}
/** A release that was promoted nevertheless has it in its summary. */
function broke(report) {
    return report.outcome === 'promoted' ? '' : (0,broke_text/* brokeInMarkdown */._c)(report);
}
/** `▓▓▓░░░░░░░ 25%` of the traffic, and the path of steps. */
function progress(report) {
    const { outcome, weight, weights } = report;
    if (['planned', 'unchanged', 'previewed'].includes(outcome))
        return '';
    if (outcome === 'failed' && weights.length === 0)
        return '';
    const share = weight === null
        ? 'The share of traffic on the new version is unknown.'
        : `${(0,markdown/* code */.aY)((0,format/* bar */.M0)(weight))} **${(0,rollout_plan/* formatWeight */.ck)(weight)}** of the traffic on the new version`;
    const way = stepPath(report);
    return way === '' ? share : `${share}<br>${way}`;
}
function sides({ steps, functions }) {
    const step = steps.findLast((s) => requestsOf(s.canary) + requestsOf(s.stable) > 0);
    if (!step)
        return '';
    const [only] = functions.length === 1 ? functions : [];
    const row = (name, version, totals) => [
        version ? `${name} (${version})` : name,
        ...(totals === null
            ? ['not read', '–', '–']
            : [(0,format/* count */.U9)(totals.requests), (0,format/* count */.U9)(totals.errors), (0,format/* errorRate */.zi)(totals)]),
    ];
    const rows = [
        row('canary', only?.to, step.canary),
        ...(step.stable?.requests === 0 ? [] : [row('stable', only?.from, step.stable)]),
    ];
    return (0,markdown/* table */.tp)([`at ${step.label}`, 'requests', 'failed', 'rate'], rows);
}
/** What was observed and whether it is enough to decide, unless that is the reason above. */
function compared({ outcome, evidence }) {
    if (outcome !== 'running' && outcome !== 'promoted')
        return '';
    const finding = (0,report_standing/* leading */.R4)(evidence.filter(analysis_finding/* isFinding */.qd));
    const standing = finding && (0,report_standing/* standingOf */.YP)(finding);
    if (!finding || standing === 'nothing-compared')
        return '';
    const says = (0,evidence_text/* describeEvidence */.RQ)(finding);
    const text = standing === 'not-worse' ? `${says}: ${report_standing/* STANDINGS */.CV[standing]}` : says;
    return (0,markdown/* escapeMarkdown */.FV)((0,format/* capitalize */.ZH)(text), 600);
}
function requestsOf(totals) {
    return totals?.requests ?? 0;
}
function hit({ impact }) {
    if (!impact)
        return '';
    const { estimated, since, source } = impact;
    const requests = estimated === 1 ? 'request' : 'requests';
    return `About **${(0,format/* count */.U9)(estimated)}** ${requests} ${report_impact/* HARM */.b_[source.kind]} because of it since ${(0,format/* clockMinute */.v9)(since)}.`;
}
/** A link to the log query, which is long and is in the job summary. */
function logs({ outcome, functions, source }) {
    if (outcome !== 'rolled-back' || functions.length === 0)
        return '';
    return `- The query for its logs is in the summary of the ${(0,markdown/* link */.nf)((0,commits/* runWords */.$W)(source), source.runUrl)}.`;
}
function next({ outcome, steps, plan, open }) {
    const current = steps.at(-1);
    if (outcome !== 'running' || !current)
        return '';
    if (open?.paused)
        return '⏸️ Paused: the weight stays the same until the rollout is resumed.';
    const what = steps.length in plan.steps ? (0,step_label/* stepLabel */.vO)(plan, steps.length) : 'promotion';
    const at = (0,format/* clockTime */.qo)(current.began + current.plannedSeconds);
    return (0,step_label/* isAfterPromotion */.Kf)(current)
        ? `Monitored until ${at} (${(0,duration/* formatDuration */.a)(current.plannedSeconds)})`
        : `Next: ${what}, ${whenNext(plan, steps.length - 1, at)}`;
}
/** A step that waits for requests has no time of its own. */
function whenNext(plan, index, at) {
    const step = plan.steps[index];
    const requests = step ? (0,rollout_plan/* requestsFor */.Uw)(plan, step) : 0;
    return requests > 0
        ? `after ${requests} requests of the new version, expected at ${at}`
        : `not before ${at}`;
}
/**
 * No line begins with a command: with a user's token, this comment counts as a user's and must not be
 * executed.
 */
function steering(report) {
    const commands = possibleCommands(report).join(' | ');
    if (commands === '')
        return '';
    const when = report.outcome === 'held' ? ' (read by the next run, or by a job for comments)' : '';
    return `To control the rollout, comment${when}:<br>\`/canary ${commands}\``;
}
/** The commands that apply now; empty if no rollout is open or no comments are read. */
function possibleCommands({ open, pull }) {
    if (!open || pull === undefined)
        return [];
    if (open.step === undefined)
        return ['rollback'];
    return [open.paused ? 'resume' : 'pause', 'promote', 'rollback'];
}


/***/ }),

/***/ 1337:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $W: () => (/* binding */ runWords),
/* harmony export */   L5: () => (/* binding */ changedTogether),
/* harmony export */   fl: () => (/* binding */ whatChanged),
/* harmony export */   wn: () => (/* binding */ commitLink),
/* harmony export */   y5: () => (/* binding */ commitDetails)
/* harmony export */ });
/* unused harmony export commitOf */
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(34902);
// The commit of a version, if its description names one, and the changes since the previous version. Nothing
// is guessed: without a known commit there is no link.

/** The commit in a description that this action wrote; `undefined` for other descriptions. */
function commitOf(description) {
    const [, repository, sha] = /^([\w.-]{1,100}\/[\w.-]{1,100})@([0-9a-f]{7,64})(?:, after \d{1,18})?$/.exec(description) ??
        [];
    return repository === undefined || sha === undefined ? undefined : { repository, sha };
}
/** A link to the commit. */
function commitLink({ sha, ...source }) {
    const short = (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY)(sha.slice(0, 7));
    const home = homeOf(source);
    return home && isSha(sha) ? (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .link */ .nf)(short, `${home}/commit/${sha}`) : short;
}
/** At GitHub, the address of a run begins with server and repository. */
function homeOf({ runUrl, web }) {
    return web ?? /^(.*)\/actions\/runs\//.exec(runUrl)?.[1];
}
/** What GitHub calls a run, or any other name of it. */
function runWords({ runUrl }) {
    return runUrl.includes('/actions/runs/') ? 'workflow run' : 'run';
}
function isSha(text) {
    return /^[0-9a-f]{7,64}$/i.test(text);
}
/** `undefined` if one of them is unknown or in another repository. */
function rangeOf(report, change) {
    const { source } = report;
    const [from, to] = [change.from, change.to].map((version) => {
        const commit = commitOf(versionOf(report, change.name, version)?.description ?? '');
        return commit?.repository === source.repository ? commit.sha : undefined;
    });
    return from === undefined || to === undefined ? undefined : { from, to };
}
function versionOf({ versions }, name, version) {
    return versions.find((known) => known.name === name && known.version === version);
}
/** `1a2b3c4…3f9c2ab`, a link to the changes; empty if they are unknown or there are none. */
function rangeLink({ source }, { from, to }) {
    const home = homeOf(source);
    if (home === undefined || from === to)
        return '';
    return (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .link */ .nf)(`${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY)(`${from.slice(0, 7)}…${to.slice(0, 7)}`)}`, `${home}/compare/${from}...${to}`);
}
/** The changes, if they are the same for all functions; empty if unknown. */
function whatChanged(report) {
    const links = new Set(report.functions.map((change) => {
        const range = rangeOf(report, change);
        return range ? rangeLink(report, range) : '';
    }));
    const [only = ''] = links;
    return links.size === 1 ? only : '';
}
/** The same, for several functions only. */
function changedTogether(report) {
    return report.functions.length > 1 ? whatChanged(report) : '';
}
/** Details of a released version: commit or description, code, and changes. */
function commitDetails(report, change) {
    const version = versionOf(report, change.name, change.to);
    if (!version)
        return '';
    const { description, codeSha256 } = version;
    const range = rangeOf(report, change);
    const changed = range ? rangeLink(report, range) : '';
    const built = codeSha256 && `code ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY)(`${codeSha256.slice(0, 12)}…`)}`;
    // Changes that all functions share are shown once, not per function.
    if (changedTogether(report) !== '')
        return built;
    const parts = [
        madeOf(description, report.source),
        changed && `what changed: ${changed}`,
        range && range.from === range.to && change.from !== change.to
            ? 'the same commit as before'
            : '',
        built,
    ];
    return parts.filter((part) => part).join(' · ');
}
/** The commit, if this action wrote the description; otherwise the description itself. */
function madeOf(description, source) {
    const commit = commitOf(description);
    if (!commit)
        return description && `“${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeMarkdown */ .FV)(description, 256)}”`;
    const { repository, sha } = commit;
    return repository === source.repository
        ? `of ${commitLink({ ...source, sha })}`
        : `of ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY)(`${repository}@${sha.slice(0, 7)}`)}`;
}


/***/ }),

/***/ 72666:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C$: () => (/* binding */ alarmLink),
/* harmony export */   Fl: () => (/* binding */ consoleOf),
/* harmony export */   dB: () => (/* binding */ logQuery),
/* harmony export */   yZ: () => (/* binding */ metricsLink)
/* harmony export */ });
/* harmony import */ var _base_partitions_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(23601);
// Links to the AWS console.
//
// The addresses of the console are not documented. The format follows its own "share" links: objects and
// lists as `~(…)`, text after `'`, with every character except letters and digits as `*` and two digits.

function encode(value) {
    if (typeof value === 'number')
        return String(value);
    if (typeof value === 'string')
        return `'${encodeText(value)}`;
    if (isList(value))
        return `(${value.map((item) => `~${encode(item)}`).join('')})`;
    const members = Object.entries(value).map(([name, member]) => `${name}~${encode(member)}`);
    return `(${members.join('~')})`;
}
function isList(value) {
    return Array.isArray(value);
}
function encodeText(text) {
    return Array.from(new TextEncoder().encode(text), (byte) => {
        const char = String.fromCharCode(byte);
        return /[A-Za-z0-9_.-]/.test(char) ? char : `*${byte.toString(16).padStart(2, '0')}`;
    }).join('');
}
/** The console in the partition of the Region; without an address that is public, the links are plain text. */
function consoleOf(region) {
    const { console: host } = (0,_base_partitions_js__WEBPACK_IMPORTED_MODULE_0__/* .partitionOf */ .iQ)(region);
    return host === '' ? '' : `https://${region}.${host}`;
}
function cloudWatch(region, view) {
    return `${consoleOf(region)}/cloudwatch/home?region=${region}#${view}`;
}
function alarmLink(region, name) {
    const url = cloudWatch(region, `alarmsV2:alarm/${encodeURIComponent(name)}`);
    return { text: name, url };
}
/** A graph of the requests and errors of both versions during the run. */
function metricsLink(report) {
    const { target, startedAt, endedAt } = report;
    const graph = {
        metrics: target.metrics,
        view: 'timeSeries',
        stat: 'Sum',
        period: 60,
        region: target.region,
        start: iso(startedAt - 600),
        end: iso(endedAt + 600),
    };
    return { text: 'metrics', url: cloudWatch(target.region, `metricsV2:graph=~${encode(graph)}`) };
}
/**
 * The query for what the new version logged about its errors or its slowest requests; `undefined` if there is nothing
 * to search.
 *
 * @param from seconds since the epoch, like `to`
 */
function logQuery({ functions, target }, interest, from, to) {
    const search = target.searchLogs(functions, interest);
    if (!search)
        return undefined;
    const detail = {
        end: iso(to),
        start: iso(from),
        timeType: 'ABSOLUTE',
        tz: 'UTC',
        editorString: search.query,
        source: search.groups,
    };
    const view = `logsV2:logs-insights$3FqueryDetail$3D~${encode(detail)}`;
    const link = { text: 'Logs Insights', url: cloudWatch(target.region, view) };
    return { ...search, from, to, link };
}
function iso(seconds) {
    return new Date(1000 * seconds).toISOString();
}


/***/ }),

/***/ 50664:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H2: () => (/* binding */ measureTitle),
/* harmony export */   RQ: () => (/* binding */ describeEvidence),
/* harmony export */   lb: () => (/* binding */ describeAll),
/* harmony export */   rI: () => (/* binding */ sourceText),
/* harmony export */   s_: () => (/* binding */ verdictReason)
/* harmony export */ });
/* harmony import */ var _analysis_finding_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(33034);
/* harmony import */ var _analysis_measure_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(80203);
/* harmony import */ var _base_duration_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(15902);
/* harmony import */ var _base_listed_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(639);
/* harmony import */ var _finding_text_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(15632);
/* harmony import */ var _format_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(92772);
// Evidence as text: its source and its reason.






/** The source as named in reports: `alarm orders-5xx`, `latency p90`. */
function sourceText(source) {
    switch (source.kind) {
        case 'alarm':
            return `alarm ${source.name}`;
        case 'errors':
            return (0,_analysis_measure_js__WEBPACK_IMPORTED_MODULE_1__/* .measureId */ .s_)('errors', source.scope ?? _analysis_measure_js__WEBPACK_IMPORTED_MODULE_1__/* .ALL */ .y2);
        case 'client-errors':
            return (0,_analysis_measure_js__WEBPACK_IMPORTED_MODULE_1__/* .measureId */ .s_)('client errors', source.scope ?? _analysis_measure_js__WEBPACK_IMPORTED_MODULE_1__/* .ALL */ .y2);
        case 'latency':
            return (0,_analysis_measure_js__WEBPACK_IMPORTED_MODULE_1__/* .measureId */ .s_)(`latency p${source.percentile}`, source.scope ?? _analysis_measure_js__WEBPACK_IMPORTED_MODULE_1__/* .ALL */ .y2);
        case 'metric':
            return `metric ${source.name}`;
        case 'hook':
            return `${source.point} hook`;
        case 'traffic':
            return 'canary traffic';
        case 'reading':
            return source.of;
        case 'counts':
            return `counts of ${source.of === 'client-errors' ? 'client errors' : source.of}`;
        case 'people':
            return 'feedback';
        default:
            return source.kind;
    }
}
/** The reason for the verdict. */
function verdictReason(evidence) {
    if ((0,_analysis_finding_js__WEBPACK_IMPORTED_MODULE_0__/* .isFinding */ .qd)(evidence))
        return (0,_finding_text_js__WEBPACK_IMPORTED_MODULE_3__/* .findingText */ .N)(evidence);
    const { source, verdict, detail } = evidence;
    return detail ? detailText(detail, source) : verdict;
}
function detailText(detail, source) {
    switch (detail.kind) {
        case 'alarm-fired':
            return `in ALARM: ${detail.reason}`;
        case 'alarm-fired-before':
            return 'in ALARM since before the rollout; ignored';
        case 'alarm-ok':
            return 'OK';
        case 'alarm-no-data':
            return 'INSUFFICIENT_DATA';
        case 'alarm-gone':
            return 'the alarm no longer exists';
        case 'alarm-doubtful':
            return `CloudWatch reports ${detail.doubt}`;
        case 'requests':
            return `${detail.requests} requests counted, ${detail.errors} failed`;
        case 'too-few-requests':
            return detail.requests === 0
                ? 'none counted in this step yet'
                : `${detail.requests} requests counted in this step, fewer than ${detail.minRequests}`;
        case 'no-invocations':
            return `${detail.requests} requests counted, ${detail.errors} failed, but none reached a new version: Lambda counted no invocations of it in this step`;
        case 'unreadable':
            return unreadableText(detail.why, source);
        case 'bake-unread':
            return `its last minutes have not been read: a minute’s counts can be read ${(0,_base_duration_js__WEBPACK_IMPORTED_MODULE_2__/* .formatDuration */ .a)(detail.readableAfterSeconds)} after its end`;
        case 'nothing-compared':
            return `nothing has been compared yet: no minute that ended ${(0,_base_duration_js__WEBPACK_IMPORTED_MODULE_2__/* .formatDuration */ .a)(detail.closedAfterSeconds)} ago or earlier has requests to compare`;
        case 'incomplete-minutes':
            return `CloudWatch has only part of the data for ${minutesText(detail)}, which could not be compared`;
        case 'hook-result':
            return hookResultText(detail, source);
        case 'disliked':
            return `👎 by ${source.kind === 'people' ? (0,_base_listed_js__WEBPACK_IMPORTED_MODULE_5__/* .listed */ .KE)(source.logins) : ''}`;
    }
}
function unreadableText(why, source) {
    if (source.kind === 'alarms')
        return why;
    return source.kind === 'traffic'
        ? `the counts could not be read: ${why}`
        : `could not be read: ${why}`;
}
function minutesText({ minutes, from, }) {
    const first = (0,_format_js__WEBPACK_IMPORTED_MODULE_4__/* .clockMinute */ .v9)(from);
    return minutes === 1 ? `the minute ${first}` : `${minutes} minutes from ${first} on`;
}
function hookResultText({ result, message }, source) {
    const text = message === '' ? result : `${result}: ${message}`;
    return source.kind === 'hook' ? `${source.name} ${text}` : text;
}
/** The source and its reason. The reason of errors already begins with their name. */
function describeEvidence(evidence) {
    const { source } = evidence;
    const says = verdictReason(evidence);
    const isNamed = source.kind === 'errors' || (source.kind === 'client-errors' && !source.missing);
    return isNamed && !source.scope ? says : `${sourceText(source)}: ${says}`;
}
/** The evidence in one text. */
function describeAll(evidence) {
    return (0,_base_listed_js__WEBPACK_IMPORTED_MODULE_5__/* .listed */ .KE)(evidence.map(describeEvidence), '; ');
}
/** The title of a plot: `Latency p90: requests above 812 ms`, `Client errors (4XX)`. */
function measureTitle(measure) {
    const name = (0,_format_js__WEBPACK_IMPORTED_MODULE_4__/* .capitalize */ .ZH)(sourceText(measure));
    if (measure.kind === 'client-errors')
        return `${name} (4XX)`;
    return measure.kind === 'latency' ? `${name}: requests above ${measure.aboveMs} ms` : name;
}


/***/ }),

/***/ 15632:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ findingText)
/* harmony export */ });
/* harmony import */ var _analysis_counts_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(16103);
/* harmony import */ var _analysis_figures_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2622);
/* harmony import */ var _analysis_measure_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(80203);
/* harmony import */ var _base_duration_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(15902);
/* harmony import */ var _ratio_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(27348);
/* harmony import */ var _standing_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(30739);
// The finding of a comparison as text and figures.






/**
 * `errors 9.1% on the canary vs 1% on stable (×9.1, 99.4% interval 5–15)`; as long as nothing is decided, what was
 * observed: `canary failed 1 of 5 requests (20%), stable 0 of 95 (0%): not enough to decide`.
 */
function findingText(finding) {
    const { source, canary, comparison } = finding;
    if (source.kind === 'guardrail')
        return guardrailText(finding, source);
    const events = eventsOf(source);
    if (canary.requests === 0)
        return `${events}: no canary requests counted yet`;
    const rates = `${events} ${(0,_analysis_figures_js__WEBPACK_IMPORTED_MODULE_4__/* .formatPercent */ .l9)((0,_analysis_counts_js__WEBPACK_IMPORTED_MODULE_0__/* .rate */ .TS)(canary))} on the canary`;
    if (!isKnown(comparison.stableRate))
        return `${rates}; no stable requests to compare with`;
    const versus = `${rates} vs ${(0,_analysis_figures_js__WEBPACK_IMPORTED_MODULE_4__/* .formatPercent */ .l9)(comparison.stableRate)} on stable`;
    const ratio = ratioText(finding);
    const text = `${ratio === '' ? versus : `${versus} (${ratio})`}${mostlyText(finding)}`;
    if (finding.fell)
        return `${text}; a clear fall, which is no reason to roll back`;
    const standing = (0,_standing_js__WEBPACK_IMPORTED_MODULE_3__/* .standingOf */ .YP)(finding);
    if (standing === 'undecided' || standing === 'quiet') {
        return `${observed(finding, events)}: ${_standing_js__WEBPACK_IMPORTED_MODULE_3__/* .STANDINGS */ .CV[standing]}`;
    }
    return `${text}${originText(finding)}`;
}
/** What decided, if it was not closed minutes alone: `; from logs, 12s after the shift`. */
function originText({ decidedFrom, fromLogs }) {
    if (fromLogs)
        return `; from logs, ${(0,_base_duration_js__WEBPACK_IMPORTED_MODULE_2__/* .formatDuration */ .a)(fromLogs.afterShift)} after the shift`;
    return decidedFrom ? `; from ${minutesText(decidedFrom)}` : '';
}
/** `3 minutes, of which the last is still arriving`. */
function minutesText({ minutes, arriving }) {
    if (minutes === 1)
        return '1 minute, which is still arriving';
    const last = arriving === 1 ? 'the last is' : `the last ${arriving} are`;
    return `${minutes} minutes, of which ${last} still arriving`;
}
/** Of the errors, as a sentence of its own. */
function observed({ source, canary, stable }, events) {
    const [ofCanary, ofStable] = [(0,_standing_js__WEBPACK_IMPORTED_MODULE_3__/* .outOf */ .GH)(canary), (0,_standing_js__WEBPACK_IMPORTED_MODULE_3__/* .outOf */ .GH)(stable)];
    return source.kind === 'errors'
        ? `canary failed ${ofCanary.replace(' (', ` ${request(canary.requests)} (`)}, stable ${ofStable}`
        : `${events}: canary ${ofCanary}, stable ${ofStable}`;
}
function request(requests) {
    return requests === 1 ? 'request' : 'requests';
}
/** `, most of them of orders and of GET /orders`. */
function mostlyText({ mostly = [] }) {
    const parts = mostly.map((part) => `of ${(0,_analysis_measure_js__WEBPACK_IMPORTED_MODULE_1__/* .partName */ .pn)(part)}`);
    return parts.length > 0 ? `, most of them ${parts.join(' and ')}` : '';
}
function guardrailText({ canary, stable, verdict }, { of, limit, name }) {
    const found = (0,_analysis_figures_js__WEBPACK_IMPORTED_MODULE_4__/* .formatPercent */ .l9)((0,_analysis_counts_js__WEBPACK_IMPORTED_MODULE_0__/* .rate */ .TS)(canary));
    if (of === 'held-back') {
        const text = `errors ${found} on the canary vs ${(0,_analysis_figures_js__WEBPACK_IMPORTED_MODULE_4__/* .formatPercent */ .l9)((0,_analysis_counts_js__WEBPACK_IMPORTED_MODULE_0__/* .rate */ .TS)(stable))} on stable, which has a small share`;
        return verdict === 'inconclusive'
            ? `${text}; too few requests on stable to show whether it is the new version`
            : text;
    }
    const judged = limit >= 1
        ? 'cannot be judged: in the hour before, a third of the requests or more failed at times'
        : `limit ${(0,_analysis_figures_js__WEBPACK_IMPORTED_MODULE_4__/* .formatPercent */ .l9)(limit)}`;
    const whose = name === undefined ? '' : ` of ${name}`;
    return of === 'all-traffic'
        ? `errors ${found} of all traffic, which are not counted by version; ${judged}`
        : `errors${whose} ${found} with no stable traffic; ${judged}`;
}
/** The name of the events, in the plural. */
function eventsOf(source) {
    switch (source.kind) {
        case 'errors':
            return 'errors';
        case 'client-errors':
            return source.missing ? 'requests without a client error' : 'client errors (4XX)';
        case 'latency':
            return `requests above ${source.aboveMs} ms`;
        case 'metric':
            return source.missing ? `without ${source.name}` : source.name;
    }
}
/** Where there is no interval, the ratio may be known. */
function ratioText({ canary, comparison, interval }) {
    const ratio = beyondFile(comparison.ratio, canary.events);
    if (!interval)
        return Number.isFinite(ratio) ? (0,_analysis_figures_js__WEBPACK_IMPORTED_MODULE_4__/* .formatFactor */ .H9)(ratio) : '';
    const low = interval.low <= 0.01 ? '0' : (0,_analysis_figures_js__WEBPACK_IMPORTED_MODULE_4__/* .ratioFigures */ .PH)(interval.low);
    const high = interval.high >= 999 ? '∞' : (0,_analysis_figures_js__WEBPACK_IMPORTED_MODULE_4__/* .ratioFigures */ .PH)(interval.high);
    const level = (0,_ratio_js__WEBPACK_IMPORTED_MODULE_5__/* .formatLevel */ .e)(interval);
    return `${(0,_analysis_figures_js__WEBPACK_IMPORTED_MODULE_4__/* .formatFactor */ .H9)(Number.isNaN(ratio) ? interval.estimate : ratio)}, ${level} interval ${low}–${high}`;
}
/** A file contains `null` for an unknown number. */
function isKnown(value) {
    return value !== null && !Number.isNaN(value);
}
/** A file also contains `null` for an infinite ratio: the canary had events, and stable had none. */
function beyondFile(ratio, events) {
    return ratio ?? (events > 0 ? Number.POSITIVE_INFINITY : Number.NaN);
}


/***/ }),

/***/ 72577:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   an: () => (/* binding */ describeImpact),
/* harmony export */   b_: () => (/* binding */ HARM),
/* harmony export */   ux: () => (/* binding */ impactOf)
/* harmony export */ });
/* harmony import */ var _analysis_evidence_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(48690);
/* harmony import */ var _base_assert_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(50648);
/* harmony import */ var _format_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92772);
// The impact on users: how many requests failed that the previous version would have served correctly.



/**
 * The impact of the new version on users; `undefined` if the counts show nothing beyond chance. The impact
 * begins at the point from which the evidence for it adds up to the most.
 *
 * @param until when the last user was served the new version, in seconds since the epoch
 */
function impactOf(series, evidence, weights, until) {
    const { source, canary, stable } = suspectOf(series, evidence);
    const expected = expectedEvents(canary, stable);
    const excess = canary.events.map((events, i) => (events ?? 0) - (0,_base_assert_js__WEBPACK_IMPORTED_MODULE_1__/* .must */ .s)(expected[i], 'each point has its expectation'));
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
        source,
        since,
        requests: sum(canary.requests.slice(first)),
        events: sum(canary.events.slice(first)),
        excess: Math.round(counted),
        estimated: Math.round(counted * (observation > 0 ? Math.max(1, all / observation) : 1)),
    };
}
/** `about 18 requests failed because of it`. */
function describeImpact({ source, estimated }) {
    const requests = `${(0,_format_js__WEBPACK_IMPORTED_MODULE_0__/* .count */ .U9)(estimated)} request${estimated === 1 ? '' : 's'}`;
    return `about ${requests} ${HARM[source.kind]} because of it`;
}
/** What happened to requests, by what was compared. */
const HARM = {
    errors: 'failed',
    'client-errors': 'got a 4XX response',
    latency: 'took longer',
    metric: 'went wrong',
};
/** The comparison that failed, or else the errors. */
function suspectOf(series, evidence) {
    const failing = evidence.filter((e) => e.verdict === 'failing');
    const named = series.comparisons.find((comparison) => failing.some(({ source }) => (0,_analysis_evidence_js__WEBPACK_IMPORTED_MODULE_2__/* .sameSource */ .eP)(source, comparison.source)));
    if (named && (named.source.kind !== 'errors' || named.source.scope))
        return named;
    const { canary, stable } = series;
    return {
        source: { kind: 'errors' },
        canary: { requests: canary.requests, events: canary.errors },
        stable: { requests: stable.requests, events: stable.errors },
    };
}
/** The events that the canary's requests would have had at stable's rate in the same minute. */
function expectedEvents(canary, stable) {
    const overall = sum(stable.events) / Math.max(1, sum(stable.requests));
    return canary.requests.map((requests, i) => {
        const others = stable.requests[i] ?? 0;
        const rate = others > 0 ? (stable.events[i] ?? 0) / others : overall;
        return (requests ?? 0) * rate;
    });
}
/**
 * The evidence of each point for the overall increase of the rate over stable's: the log likelihood ratio of
 * Poisson counts. A single error among few requests counts little.
 */
function suspicion(canary, expected) {
    const ratio = Math.max(1.1, (sum(canary.events) + 1) / (sum(expected) + 1));
    return expected.map((mean, i) => (canary.events[i] ?? 0) * Math.log(ratio) - mean * (ratio - 1));
}
/** The index from which the remaining values add up to the most. */
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
/** Two standard deviations of a Poisson count, plus more than a single event. */
function beyondChance(expected) {
    return 2 + 2 * Math.sqrt(expected);
}
/** The canary's exposure between two times: seconds multiplied by weight. */
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

/***/ 27348:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ formatRatio),
/* harmony export */   e: () => (/* binding */ formatLevel)
/* harmony export */ });
/* harmony import */ var _analysis_figures_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2622);
// The ratio of a comparison as text. In the file of a report, an unknown or infinite number is `null`.

/** `×1.2 (0.53–2.5)`, with the interval of the decision, which is valid at any time; `–` if nothing is known. */
function formatRatio({ comparison, interval }) {
    if (Number.isNaN(comparison.ratio))
        return '–';
    const ratio = (0,_analysis_figures_js__WEBPACK_IMPORTED_MODULE_0__/* .formatFactor */ .H9)(comparison.ratio ?? Number.POSITIVE_INFINITY);
    if (!interval)
        return ratio;
    const low = interval.low <= 0.01 ? '0' : (0,_analysis_figures_js__WEBPACK_IMPORTED_MODULE_0__/* .figures */ .u5)(interval.low);
    const high = interval.high >= 999 ? '∞' : (0,_analysis_figures_js__WEBPACK_IMPORTED_MODULE_0__/* .figures */ .u5)(interval.high);
    return `${ratio} (${low}–${high})`;
}
/** `99.4%`. Files of earlier versions have no level. */
function formatLevel({ level = 0.99 }) {
    const missed = Number((100 * (1 - level)).toPrecision(2));
    return `${Number((100 - missed).toFixed(4))}%`;
}


/***/ }),

/***/ 4365:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ng: () => (/* binding */ describeRequest),
/* harmony export */   Y4: () => (/* binding */ requestsSection),
/* harmony export */   ah: () => (/* binding */ withRequest)
/* harmony export */ });
/* harmony import */ var _format_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92772);
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(34902);
// The requests of users on the pull request.


/** `/canary pause`, or `👎`. */
function sayAsked(asked) {
    return asked === '👎' ? asked : `/canary ${asked}`;
}
/** `/canary pause by octocat: it is paused`. */
function describeRequest({ asked, login, result }) {
    return `${sayAsked(asked)} by ${login}: ${result}`;
}
/** The report of a run that a user's comment started. */
function withRequest(report, person) {
    const entry = { at: person.at, kind: 'person', what: describeRequest(person) };
    return {
        ...report,
        people: [...report.people, person],
        timeline: [...report.timeline, entry].sort((a, b) => a.at - b.at),
    };
}
/** Further requests are only in the file. */
const SHOWN = 50;
function requestsSection({ people: all }) {
    if (all.length === 0)
        return '';
    const rows = all
        .slice(-SHOWN)
        .map(({ at, login, asked, result }) => [
        (0,_format_js__WEBPACK_IMPORTED_MODULE_0__/* .clockTime */ .qo)(at).slice(0, 8),
        (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .escapeMarkdown */ .FV)(login),
        asked === '👎' ? asked : `\`${sayAsked(asked)}\``,
        (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .escapeMarkdown */ .FV)(result, 500),
    ]);
    return `### Commands from comments\n\n${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .table */ .tp)(['UTC', 'User', 'Command', 'Result'], rows)}`;
}


/***/ }),

/***/ 30739:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CV: () => (/* binding */ STANDINGS),
/* harmony export */   GH: () => (/* binding */ outOf),
/* harmony export */   R4: () => (/* binding */ leading),
/* harmony export */   VL: () => (/* binding */ evidenceShare),
/* harmony export */   YP: () => (/* binding */ standingOf)
/* harmony export */ });
/* harmony import */ var _analysis_figures_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2622);
/* harmony import */ var _format_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92772);
// Whether what a comparison has observed is enough to decide, in plain words.


/** Evidence begins at 0 nats. Up to this value it counts as unchanged. */
const ROUNDING = 1e-9;
function standingOf({ source, verdict, canary, comparison, reading }) {
    if (verdict === 'failing')
        return 'worse';
    if (verdict === 'healthy')
        return 'not-worse';
    if (source.kind === 'guardrail')
        return 'undecided';
    // In a file, an unknown number is `null`.
    const stable = comparison.stableRate;
    const isKnown = stable !== null && !Number.isNaN(stable);
    if (canary.requests === 0 || !isKnown)
        return 'nothing-compared';
    return reading.nats > ROUNDING ? 'undecided' : 'quiet';
}
/** For a cell of a table, or the end of a line. */
const STANDINGS = {
    worse: 'worse',
    'not-worse': 'not worse',
    undecided: 'not enough to decide',
    quiet: 'no sign of harm, not enough to rule it out',
    'nothing-compared': 'nothing to compare yet',
};
/** `1 of 5 (20%)`. */
function outOf({ requests, events }) {
    return `${(0,_format_js__WEBPACK_IMPORTED_MODULE_0__/* .count */ .U9)(events)} of ${(0,_format_js__WEBPACK_IMPORTED_MODULE_0__/* .count */ .U9)(requests)} (${(0,_analysis_figures_js__WEBPACK_IMPORTED_MODULE_1__/* .formatPercent */ .l9)(events / requests)})`;
}
/** How much of the evidence for a rollback there is, 0 to 1. */
function evidenceShare({ reading: { nats, threshold } }) {
    return Math.max(0, Math.min(1, nats / threshold));
}
/** The comparison of the versions with the most evidence against the canary; the first, if none has any. */
function leading(findings) {
    const [first, ...others] = findings.filter(({ source }) => source.kind !== 'guardrail');
    return others.reduce((a, b) => (a && evidenceShare(a) >= evidenceShare(b) ? a : b), first);
}


/***/ }),

/***/ 22866:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Kf: () => (/* binding */ isAfterPromotion),
/* harmony export */   Zs: () => (/* binding */ BAKE_LABEL),
/* harmony export */   ui: () => (/* binding */ PROMOTED_LABEL),
/* harmony export */   vO: () => (/* binding */ stepLabel)
/* harmony export */ });
/* harmony import */ var _base_assert_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(50648);
/* harmony import */ var _rollout_plan_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(17927);
// The names of the rows in the table of steps.


/** The bake after the promotion. */
const BAKE_LABEL = 'bake';
/** The time after a promotion that no bake follows. */
const PROMOTED_LABEL = 'promoted';
/** `5%`; `95% (bake)`. */
function stepLabel(plan, index) {
    const { weight } = (0,_base_assert_js__WEBPACK_IMPORTED_MODULE_0__/* .must */ .s)(plan.steps[index], `the plan has step ${index + 1}`);
    return (0,_rollout_plan_js__WEBPACK_IMPORTED_MODULE_1__/* .isBake */ .Wy)(plan, index) ? `${(0,_rollout_plan_js__WEBPACK_IMPORTED_MODULE_1__/* .formatWeight */ .ck)(weight)} (bake)` : (0,_rollout_plan_js__WEBPACK_IMPORTED_MODULE_1__/* .formatWeight */ .ck)(weight);
}
function isAfterPromotion({ label }) {
    return label === BAKE_LABEL || label === PROMOTED_LABEL;
}


/***/ }),

/***/ 48320:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  VH: () => (/* binding */ preview),
  Br: () => (/* binding */ renderSummary),
  bc: () => (/* binding */ subject)
});

// UNUSED EXPORTS: SUMMARY_LIMIT_BYTES

// EXTERNAL MODULE: ./build/base/duration.js
var duration = __webpack_require__(15902);
// EXTERNAL MODULE: ./build/base/listed.js
var listed = __webpack_require__(639);
// EXTERNAL MODULE: ./build/rollout/hold-back.js
var hold_back = __webpack_require__(80225);
// EXTERNAL MODULE: ./build/rollout/plan.js
var rollout_plan = __webpack_require__(17927);
// EXTERNAL MODULE: ./build/rollout/release.js
var release = __webpack_require__(82787);
// EXTERNAL MODULE: ./build/report/blind-text.js
var blind_text = __webpack_require__(73842);
// EXTERNAL MODULE: ./build/report/broke-text.js
var broke_text = __webpack_require__(61468);
// EXTERNAL MODULE: ./build/report/format.js
var format = __webpack_require__(92772);
// EXTERNAL MODULE: ./build/report/markdown.js
var markdown = __webpack_require__(34902);
;// CONCATENATED MODULE: ./build/report/broke-section.js
// What broke, as a section of the job summary.



/** More kinds than this are collapsed. */
const SHOWN_KINDS = 5;
/** Empty if the logs were not read, or show nothing. */
function whatBrokeSection(report) {
    const { broke, functions } = report;
    if (!broke)
        return '';
    const { kinds, requests, more } = broke;
    const context = { functions, requests };
    // With one kind, there is nothing to tell apart.
    const marks = kinds.length > 1;
    const line = (0,broke_text/* brokeInMarkdown */._c)(report);
    const rest = kinds.slice(SHOWN_KINDS);
    const parts = [
        '### What broke',
        line === '' ? '' : `**${line}.**`,
        kindTable(kinds.slice(0, SHOWN_KINDS), context, marks),
        rest.length > 0 ? (0,markdown/* details */.zH)(`${rest.length} more`, kindTable(rest, context, marks)) : '',
        samplesOf(kinds),
        `The logs show ${requestsText(requests)}.${marks && kinds.some(({ newest }) => newest) ? NEWEST_NOTE : ''}${leftOut(more)}`,
    ];
    return parts.filter((part) => part !== '').join('\n\n');
}
function kindTable(kinds, context, marks) {
    const names = kinds.map((kind) => (0,broke_text/* versionsOf */.x4)(kind, context));
    const [first] = names;
    const areSame = names.every(({ canary, stable }) => {
        return canary === first?.canary && stable === first.stable;
    });
    const { canary, stable } = first && areSame ? first : { canary: 'the canary', stable: 'stable' };
    const head = ['Where', 'Status', 'Error', 'Place', `On ${canary}`, `On ${stable}`, 'Since (UTC)'];
    const rows = kinds.map((kind) => [
        `${(0,markdown/* code */.aY)((0,broke_text/* placeOf */.$t)(kind, context))}${kind.newest && marks ? ` ${NEWEST}` : ''}`,
        String(kind.status ?? ''),
        (0,markdown/* escapeMarkdown */.FV)((0,broke_text/* errorOf */.Mz)(kind)),
        (0,markdown/* code */.aY)((0,broke_text/* inOneLine */.UX)(kind.location ?? '')),
        (0,format/* count */.U9)(kind.canary),
        onStable(kind),
        (0,format/* clockTime */.qo)(kind.firstSeen).slice(0, 8),
    ]);
    // A stage has a status, aliases have none; and places are known only from the logs of functions.
    const used = head.map((_, i) => rows.some((row) => row[i] !== ''));
    const shown = (row) => row.filter((_, i) => used[i]);
    return (0,markdown/* table */.tp)(shown(head), rows.map(shown));
}
function onStable({ stable, novelty }) {
    if (stable > 0)
        return (0,format/* count */.U9)(stable);
    return novelty === 'unseen' ? 'none yet' : 'none';
}
const NEWEST = '🆕';
const NEWEST_NOTE = ` ${NEWEST}: began last, of those that stable does not have.`;
function requestsText({ canary, stable }) {
    const ofCanary = `${(0,format/* count */.U9)(canary)} ${canary === 1 ? 'request' : 'requests'} of the canary`;
    return stable === null
        ? `${ofCanary}; of stable, only the failures were read`
        : `${ofCanary} and ${(0,format/* count */.U9)(stable)} of stable`;
}
function leftOut(more) {
    if (more === 0)
        return '';
    return ` ${(0,format/* count */.U9)(more)} more ${more === 1 ? 'kind of failures is' : 'kinds of failures are'} left out.`;
}
const MOST_SAMPLES = 3;
const LONGEST_SAMPLE = 300;
/** Masked lines of the log, if the user wants them. */
function samplesOf(kinds) {
    const lines = kinds.flatMap(({ samples = [] }) => samples).slice(0, MOST_SAMPLES);
    if (lines.length === 0)
        return '';
    const shown = (0,markdown/* codeBlock */.DV)(lines.map((line) => shortLine(line)));
    return `From the log, with everything masked that looks private:\n\n${shown}`;
}
/** Never within a character of two code units. */
function shortLine(line) {
    return line.length > LONGEST_SAMPLE
        ? `${line.slice(0, LONGEST_SAMPLE - 1).replace(/[\uD800-\uDBFF]$/, '')}…`
        : line;
}

// EXTERNAL MODULE: ./build/report/cause-title.js
var cause_title = __webpack_require__(4023);
// EXTERNAL MODULE: ./build/report/commits.js
var commits = __webpack_require__(1337);
// EXTERNAL MODULE: ./build/analysis/finding.js
var finding = __webpack_require__(33034);
// EXTERNAL MODULE: ./build/analysis/parts.js
var parts = __webpack_require__(50945);
// EXTERNAL MODULE: ./build/rollout/not-compared.js
var not_compared = __webpack_require__(92673);
// EXTERNAL MODULE: ./build/report/console-links.js
var console_links = __webpack_require__(72666);
// EXTERNAL MODULE: ./build/report/evidence-text.js
var evidence_text = __webpack_require__(50664);
// EXTERNAL MODULE: ./build/report/ratio.js
var ratio = __webpack_require__(27348);
;// CONCATENATED MODULE: ./build/report/spark.js
// Plots in one line of text, for places where other plots are not possible.
const BARS = '▁▂▃▄▅▆▇█';
/**
 * Renders values as bars between 0 and `top`; a point without a value is `·`.
 *
 * @param top shared by lines that are compared with each other
 */
function sparkline(values, top) {
    return values
        .map((value) => {
        if (value === null)
            return '·';
        const level = top > 0 ? Math.ceil((BARS.length - 1) * Math.min(1, value / top)) : 0;
        return BARS[level];
    })
        .join('');
}
/** The points of the series that begin between two times, in seconds since the epoch. */
function pointsBetween({ from, every }, start, end) {
    const first = Math.max(0, Math.ceil((start - from) / every));
    return { first, end: Math.max(first, Math.ceil((end - from) / every)) };
}
/** Events per 100 requests, in at most `most` points; `null` for points without requests. */
function rates(requests, events, most) {
    const all = thinned(requests, most);
    const bad = thinned(events, most);
    return all.map((count, i) => (count ? (100 * (bad[i] ?? 0)) / count : null));
}
/** Adds up neighboring points so that at most `most` are left. */
function thinned(points, most) {
    const size = Math.max(1, Math.ceil(points.length / most));
    return Array.from({ length: Math.ceil(points.length / size) }, (_, i) => {
        const known = points.slice(i * size, (i + 1) * size).filter((point) => point !== null);
        return known.length > 0 ? known.reduce((sum, point) => sum + point, 0) : null;
    });
}

// EXTERNAL MODULE: ./build/report/standing.js
var standing = __webpack_require__(30739);
;// CONCATENATED MODULE: ./build/report/evidence-tables.js
// Tables of the evidence: the steps with their counts, and the latest finding of every source.













function stepTable(report) {
    if (report.steps.length === 0)
        return '';
    const top = highestRate(report);
    const rows = report.steps
        .filter(isShown)
        .map((step) => [
        `${step.label} ${(0,format/* bar */.M0)(step.weight, 5)}`,
        evidence_tables_duration(step, report.endedAt),
        totalsCell(step.canary),
        totalsCell(step.stable),
        course(report, step, top),
    ]);
    const head = ['Step', 'Duration', 'Canary failed', 'Stable failed', 'Canary trend'];
    const by = report.target.countNotes[report.countedBy ?? ''];
    const notes = [by, staleNote(report)].filter((note) => note !== undefined);
    return [`### Steps`, (0,markdown/* table */.tp)(head, rows), ...notes].join('\n\n');
}
/** The seconds after a promotion that no bake follows are shown only if something was counted in them. */
function isShown({ plannedSeconds, canary }) {
    return plannedSeconds > 0 || (canary !== null && canary.requests > 0);
}
/** `4m 58s of 5m`; after a promotion that no bake follows, nothing is planned. */
function evidence_tables_duration({ began, ended, plannedSeconds }, endedAt) {
    const elapsed = (0,format/* formatElapsed */.C7)(began, ended ?? endedAt);
    return plannedSeconds === 0 ? elapsed : `${elapsed} of ${(0,duration/* formatDuration */.a)(plannedSeconds)}`;
}
/** The counts of the table are older than the report if the last check could not read them. */
function staleNote({ evidence, countedAt }) {
    const unread = evidence.some(({ source, unread }) => source.kind === 'traffic' && unread);
    return unread && countedAt !== undefined
        ? `The counts were last read at ${(0,format/* clockTime */.qo)(countedAt)}; after that, they could not be read.`
        : undefined;
}
/** `0.42% (5 of 1,204)`. */
function totalsCell(totals) {
    if (totals === null)
        return 'not read';
    if (totals.requests === 0)
        return 'no requests';
    return `${(0,format/* errorRate */.zi)(totals)} (${(0,format/* count */.U9)(totals.errors)} of ${(0,format/* count */.U9)(totals.requests)})`;
}
const SPARKS = 12;
function course({ series, endedAt }, step, top) {
    if (!series)
        return '';
    const { first, end } = pointsBetween(series, step.began - 59, (step.ended ?? endedAt) - 59);
    const { requests, errors } = series.canary;
    const values = rates(requests.slice(first, end), errors.slice(first, end), SPARKS);
    return values.some((value) => value !== null) ? sparkline(values, top) : '';
}
/** The highest rate of the canary at any point, so that the lines of all steps share one scale. */
function highestRate({ series }) {
    if (!series)
        return 0;
    const all = rates(series.canary.requests, series.canary.errors, Number.POSITIVE_INFINITY);
    return Math.max(0, ...all.map(Number));
}
const SIGNS = { healthy: '🟢', inconclusive: '🟡', failing: '🔴' };
const STANDING_SIGNS = {
    worse: '🔴',
    'not-worse': '🟢',
    undecided: '🟡',
    quiet: '⚪',
    'nothing-compared': '⚪',
};
/** One row of figures for each comparison. */
function comparisonTable({ evidence, notCompared }) {
    const found = evidence.filter(finding/* isFinding */.qd);
    const missing = notCompared.length > 0 ? [`${(0,format/* capitalize */.ZH)((0,not_compared/* notComparedText */.G)(notCompared))}.`] : [];
    if (found.length === 0)
        return missing.join('');
    const shown = (0,parts/* worthShowing */.ax)(found);
    const rows = shown.map((finding) => [
        `${STANDING_SIGNS[(0,standing/* standingOf */.YP)(finding)]} ${(0,markdown/* escapeMarkdown */.FV)((0,evidence_text/* sourceText */.rI)(finding.source))}`,
        rateOf(finding.canary),
        rateOf(finding.stable),
        (0,ratio/* formatRatio */.B)(finding),
        against(finding),
        standing/* STANDINGS */.CV[(0,standing/* standingOf */.YP)(finding)],
    ]);
    const head = ['Compared', 'Canary', 'Stable', 'Ratio (interval)', 'Evidence against', 'Result'];
    const title = '### Comparison of the two versions';
    const rest = found.length - shown.length;
    const silent = rest > 0 ? [`Nothing found on ${rest} more functions and routes.`] : [];
    return [title, (0,markdown/* table */.tp)(head, rows), ...silent, ...levelNote(shown), ...missing].join('\n\n');
}
/** What the intervals are: each has the level of its own decision. */
function levelNote(found) {
    const levels = new Set(found.flatMap(({ interval }) => (interval ? [(0,ratio/* formatLevel */.e)(interval)] : [])));
    if (levels.size === 0)
        return [];
    return [
        `The intervals are true at all times with ${(0,listed/* listed */.KE)([...levels])}, the level at which each comparison decides.`,
    ];
}
function rateOf({ requests, events }) {
    return requests === 0 ? '–' : `${(0,format/* errorRate */.zi)({ requests, errors: events })} of ${(0,format/* count */.U9)(requests)}`;
}
/** The evidence for a rollback, in % of its threshold. */
function against(finding) {
    const part = (0,standing/* evidenceShare */.VL)(finding);
    return `${(0,format/* bar */.M0)(100 * part, 5)} ${Math.round(100 * part)}%`;
}
/** More healthy alarms than this are collapsed. */
const SHOWN_HEALTHY = 5;
/** The alarms and all other evidence except comparisons. */
function evidenceTable({ evidence, target }) {
    const others = evidence.filter((e) => !(0,finding/* isFinding */.qd)(e) && e.source.kind !== 'hook');
    if (others.length === 0)
        return '';
    const list = (some) => (0,markdown/* table */.tp)(['Check', 'State', 'Result'], some.map((e) => [
        `${SIGNS[e.verdict]} ${sourceCell(e.source, target.region)}`,
        checkWord(e),
        (0,markdown/* escapeMarkdown */.FV)((0,evidence_text/* verdictReason */.s_)(e), 500),
    ]));
    const title = '### Alarms and traffic';
    const well = others.filter((e) => e.verdict === 'healthy');
    if (well.length <= SHOWN_HEALTHY)
        return `${title}\n\n${list(others)}`;
    const rest = others.filter((e) => e.verdict !== 'healthy');
    const shown = rest.length > 0 ? [list(rest)] : [];
    return [title, ...shown, (0,markdown/* details */.zH)(`${well.length} are ok`, list(well))].join('\n\n');
}
/** That there were enough requests says nothing about how many of them failed. */
function checkWord({ source, verdict }) {
    if (verdict !== 'healthy')
        return verdict;
    return source.kind === 'traffic' ? 'enough requests' : 'ok';
}
function sourceCell(source, region) {
    return source.kind === 'alarm'
        ? `alarm ${(0,markdown/* link */.nf)((0,markdown/* escapeMarkdown */.FV)(source.name), (0,console_links/* alarmLink */.C$)(region, source.name).url)}`
        : (0,markdown/* escapeMarkdown */.FV)((0,evidence_text/* sourceText */.rI)(source));
}
const RESULT_SIGNS = { passed: '🟢', failed: '🔴', stopped: '⚪' };
function hookTable({ hooks }) {
    if (hooks.length === 0)
        return '';
    const rows = hooks.map((hook) => [
        hook.point,
        (0,markdown/* code */.aY)(hook.calls),
        (0,rollout_plan/* formatWeight */.ck)(hook.weight),
        `${RESULT_SIGNS[hook.result]} ${hook.result} after ${(0,format/* formatElapsed */.C7)(hook.began, hook.ended)}`,
        (0,markdown/* escapeMarkdown */.FV)(hook.says, 1000),
    ]);
    return `### Hooks\n\n${(0,markdown/* table */.tp)(['Hook', 'Called', 'Weight', 'Result', 'Message'], rows)}`;
}

;// CONCATENATED MODULE: ./build/report/logs-text.js
// What the logs were as evidence, in sentences.

/** Empty if they were not read. */
function logsSentences(logs) {
    if (!logs)
        return [];
    const { requests, lagSeconds, calls, abstained, dimension } = logs;
    const { canary, stable } = requests;
    const ofStable = stable === null ? "stable's failures" : `${(0,format/* count */.U9)(stable)} of stable`;
    const lag = lagSeconds === null ? '' : `; 99% of the lines could be read within ${lagSeconds}s`;
    return [
        `The logs show ${(0,format/* count */.U9)(canary)} requests of the canary and ${ofStable} (${(0,format/* count */.U9)(calls)} calls${lag}).`,
        ...(abstained.length > 0
            ? [`At the last check they were not enough for a decision: ${abstained.join('; ')}.`]
            : []),
        ...(dimension ? [dimensionText(dimension)] : []),
    ];
}
/** AWS documents neither. */
function dimensionText({ canarySeries, otherSeries, }) {
    return `Compared with the logs, ${CANARY[canarySeries]}, and ${OTHER[otherSeries]}.`;
}
const CANARY = {
    complete: "CloudWatch's metrics of the canary have all of its requests",
    empty: "CloudWatch's metrics of the canary have none of its requests",
    differs: "CloudWatch's metrics of the canary do not have exactly its requests",
};
const OTHER = {
    'with-canary': 'those of the whole stage have them as well',
    'without-canary': 'those of the stage do not have them',
    differs: 'it is not clear whether those of the stage have them',
};

// EXTERNAL MODULE: ./build/analysis/evidence.js
var analysis_evidence = __webpack_require__(48690);
;// CONCATENATED MODULE: ./build/report/plots.js
// Plots in Mermaid, which GitHub renders in Markdown. They contain no text from outside.




/** Both colors are readable on white and on GitHub's dark gray; the second is for stable. */
const plots_CANARY = '#d97706';
const STABLE = '#2563eb';
/** The plots; empty if there was no traffic to plot. */
function plots(report) {
    const parts = [weightPlot(report), ...ratePlots(report)].filter((part) => part !== '');
    return parts.length > 0 ? ['### Charts', ...parts].join('\n\n') : '';
}
function weightPlot({ weights, endedAt }) {
    const began = weights[0]?.at;
    if (began === undefined)
        return '';
    const end = Math.max(endedAt, weights.at(-1)?.at ?? 0);
    const samples = 61;
    const line = Array.from({ length: samples }, (_, i) => weightNow(weights, began + ((end - began) * i) / (samples - 1)));
    const time = timeAxis(end - began);
    const plot = chart({
        title: 'Traffic on the new version',
        description: `From ${line[0]}% to ${line.at(-1)}%.`,
        axes: [time, 'y-axis "% of the traffic" 0 --> 100'],
        lines: [line],
    });
    return `Traffic on the new version, in %\n\n${plot}`;
}
const MOST_POINTS = 45;
function ratePlots(report) {
    const { series, evidence } = report;
    if (!series)
        return [];
    const side = ({ requests, errors }) => ({ requests, events: errors });
    const failing = (source) => evidence.some((e) => e.verdict === 'failing' && (0,analysis_evidence/* sameSource */.eP)(e.source, source));
    const latency = series.comparisons.find(({ source }) => source.kind === 'latency');
    const others = series.comparisons.filter((c) => c.source.kind !== 'errors' && (c === latency || failing(c.source)));
    const rated = [
        {
            caption: 'Failed requests',
            title: 'Failed requests of both versions',
            canary: side(series.canary),
            stable: side(series.stable),
        },
        ...others.map(({ source, canary, stable }) => ({
            caption: (0,markdown/* escapeMarkdown */.FV)((0,evidence_text/* measureTitle */.H2)(source)),
            title: 'What was compared, of both versions',
            canary,
            stable,
        })),
    ];
    return rated.map((each) => ratePlot(report, series, each));
}
function ratePlot({ weights }, series, rated) {
    const first = Math.max(0, Math.floor(((weights[0]?.at ?? 0) - series.from) / series.every));
    const of = ({ requests, events }) => rates(requests.slice(first), events.slice(first), MOST_POINTS);
    const [canary, stable] = [of(rated.canary), of(rated.stable)];
    if (canary.length < 2 || canary.every((rate) => rate === null))
        return '';
    const highest = (line) => Math.max(0, ...line.map(Number));
    const top = Math.max(highest(canary), highest(stable));
    if (top === 0)
        return `${rated.caption}: none on either version.`;
    const plot = chart({
        title: rated.title,
        description: `At most ${figures(highest(canary))}% of canary requests, ${figures(highest(stable))}% of stable requests.`,
        axes: [
            timeAxis((series.canary.requests.length - first) * series.every),
            `y-axis "% of requests" 0 --> ${roundUp(top)}`,
        ],
        lines: [carriedOn(canary), carriedOn(stable)],
    });
    return `${rated.caption}, in %: 🟠 canary, 🔵 stable\n\n${plot}`;
}
function chart({ title, description, axes, lines }) {
    return [
        '```mermaid',
        '---',
        'config:',
        '  xyChart: { width: 640, height: 240 }',
        '  themeVariables:',
        `    xyChart: { backgroundColor: "transparent", plotColorPalette: "${plots_CANARY}, ${STABLE}" }`,
        '---',
        'xychart-beta',
        `  accTitle: ${title}`,
        `  accDescr: ${description}`,
        ...axes.map((axis) => `  ${axis}`),
        ...lines.map((line) => `  line [${line.map(figures).join(', ')}]`),
        '```',
    ].join('\n');
}
/** Rounds up to 1, 2 or 5 with zeros: an axis up to these values has about ten ticks. */
function roundUp(value) {
    const size = 10 ** Math.floor(Math.log10(value));
    const steps = [1, 2, 5, 10].map((step) => Number((step * size).toPrecision(1)));
    return steps.find((step) => step >= value) ?? value;
}
/** An axis in minutes, or in hours if there are very many minutes. */
function timeAxis(seconds) {
    const [unit, size] = seconds > 4 * 3600 ? ['hours', 3600] : ['minutes', 60];
    return `x-axis "${unit} since the first shift" 0 --> ${figures(Math.max(1, seconds) / Number(size))}`;
}
/** Points without requests have no rate; the line continues at the previous value. */
function carriedOn(points) {
    let last = points.find((point) => point !== null) ?? 0;
    return points.map((point) => {
        last = point ?? last;
        return last;
    });
}
function figures(value) {
    return String(Number(value.toPrecision(4)));
}
/** % of the traffic on the new version; 0 before the first shift. */
function weightNow(weights, at) {
    return weights.findLast((change) => change.at <= at)?.weight ?? 0;
}

// EXTERNAL MODULE: ./build/report/requests.js
var requests = __webpack_require__(4365);
// EXTERNAL MODULE: ./build/report/impact.js
var report_impact = __webpack_require__(72577);
;// CONCATENATED MODULE: ./build/report/rollback-section.js
// The sections after a failed release: the impact on users, what to do, and where to find details.




/** Empty for a release without visible harm. */
function affectedUsers({ impact }) {
    if (!impact)
        return '';
    const { source, since, requests, events, excess, estimated } = impact;
    const did = report_impact/* HARM */.b_[source.kind];
    const counted = (0,format/* errorRate */.zi)({ requests, errors: events });
    const late = estimated > excess
        ? ` About ${(0,format/* count */.U9)(estimated - excess)} of them are estimated: CloudWatch had not counted the last minutes yet.`
        : '';
    return [
        '### Affected requests',
        `**About ${(0,format/* count */.U9)(estimated)} request${estimated === 1 ? '' : 's'} ${did}** because of the new version since ${(0,format/* clockMinute */.v9)(since)}. ` +
            `From then on ${(0,format/* count */.U9)(requests)} requests were counted on the new version, of which ${(0,format/* count */.U9)(events)} ${did} (${counted}); ` +
            `stable's own rate explains ${(0,format/* count */.U9)(Math.max(0, events - excess))} of these.${late}`,
    ].join('\n\n');
}
/** Advice, commands and, if there was harm, the query that finds the affected requests. */
function nextSteps(report) {
    const { advice, commands } = report;
    const parts = [
        advice.map((item) => `- ${(0,markdown/* escapeMarkdown */.FV)(item, 2000)}`).join('\n'),
        (0,markdown/* codeBlock */.DV)(commands),
        query(report),
    ].filter((part) => part !== '');
    const title = report.outcome === 'held' ? 'How to continue' : 'What to do';
    return parts.length > 0 ? [`### ${title}`, ...parts].join('\n\n') : '';
}
/** An execution begins before its errors are logged; alarms and counts follow later. */
const BEFORE_SECONDS = 60;
function query(report) {
    const { outcome, impact, weights, startedAt, endedAt } = report;
    if (outcome !== 'rolled-back')
        return '';
    const from = (impact?.since ?? weights[0]?.at ?? startedAt) - BEFORE_SECONDS;
    const slow = impact?.source.kind === 'latency';
    const logs = (0,console_links/* logQuery */.dB)(report, slow ? 'slow' : 'errors', from, endedAt);
    if (!logs)
        return '';
    const { groups } = logs;
    const more = groups.length > 3 ? ` and ${groups.length - 3} more` : '';
    const shown = groups
        .slice(0, 3)
        .map((group) => (0,markdown/* code */.aY)(group))
        .join(', ');
    return [
        `The ${slow ? 'slowest requests' : 'errors'} that the new version logged, in ${(0,markdown/* link */.nf)(logs.link.text, logs.link.url)}; to run the query yourself, for ${shown}${more}, ${(0,format/* clockMinute */.v9)(from)} to ${(0,format/* clockMinute */.v9)(endedAt + 59)}:`,
        (0,markdown/* codeBlock */.DV)(logs.query.split('\n')),
    ].join('\n\n');
}
const MOST_LINKS = 10;
/** Links to the AWS console: `stage prod · metrics · …`. */
function consoleLinks(report) {
    if (report.weights.length === 0)
        return '';
    const links = [...report.target.links, (0,console_links/* metricsLink */.yZ)(report)];
    const shown = links.slice(0, MOST_LINKS).map(({ text, url }) => (0,markdown/* link */.nf)((0,markdown/* escapeMarkdown */.FV)(text), url));
    return shown.join(' · ');
}

;// CONCATENATED MODULE: ./build/report/summary.js
// The job summary: what happened, the evidence, and what to do now.
















/** GitHub refuses step summaries larger than 1 MiB. */
const SUMMARY_LIMIT_BYTES = 1024 * 1024;
const MARGIN_BYTES = 1024;
/** @param drawn renders the plots; by default in Mermaid */
function renderSummary(report, drawn = plots) {
    const sections = [
        headline(report),
        preview(report),
        list('What each step can detect', report.foresight),
        blindSpots(report),
        affectedUsers(report),
        whatBrokeSection(report),
        nextSteps(report),
        problems(report),
        drawn(report),
        stepTable(report),
        comparisonTable(report),
        evidenceTable(report),
        hookTable(report),
        (0,requests/* requestsSection */.Y4)(report),
        list('Logs', logsSentences(report.logs)),
        released(report),
        timeline(report),
        list('Notes', report.notes),
        ...policies(report),
    ];
    const text = `${sections.filter((section) => section !== '').join('\n\n')}\n`;
    const pointer = `*Shortened: the full report is in the file of the output ${(0,markdown/* code */.aY)('report')}.*`;
    return (0,markdown/* shorten */.ml)(text, SUMMARY_LIMIT_BYTES - MARGIN_BYTES, pointer);
}
function blindSpots({ blindSpots: spots = [] }) {
    return list('Blind spots: what could break unseen', spots.map(blind_text/* blindSpotText */.t));
}
function headline(report) {
    const short = (0,cause_title/* causeTitle */.e)(report);
    const reason = (0,markdown/* escapeMarkdown */.FV)((0,format/* capitalize */.ZH)(report.reason), 1000);
    return [
        `## ${format/* HEADLINES */.Ol[report.outcome]}: ${subject(report)}`,
        ...(short === '' ? [`**${reason}**`] : [`**${(0,markdown/* escapeMarkdown */.FV)((0,format/* capitalize */.ZH)(short))}.**`, reason]),
        (0,markdown/* escapeMarkdown */.FV)(report.stands, 1000),
    ].join('\n\n');
}
/** The link to the preview of a pull request; empty if there is none. */
function preview({ previewUrl }) {
    return previewUrl === undefined
        ? ''
        : `**${(0,markdown/* link */.nf)('Open the preview', previewUrl)}** (${(0,markdown/* code */.aY)(previewUrl)})`;
}
/** What is released and where: `orders 7 → 8 on orders-api/prod`. */
function subject(report) {
    const { functions, steps, target } = report;
    const where = (0,markdown/* code */.aY)(target.previewLabel ?? target.label);
    const shown = functions.slice(0, 3).map((f) => `${(0,markdown/* code */.aY)(f.name)} ${(0,release/* describeChange */.uQ)(f)}`);
    const more = functions.length > 3 ? ` and ${functions.length - 3} more` : '';
    if (shown.length > 0)
        return `${shown.join(', ')}${more} on ${where}`;
    return steps.length > 0 ? `API definition on ${where}` : where;
}
const RELEASED = {
    running: 'What is released',
    planned: 'What would be released',
    promoted: 'What was released',
    held: 'What is held',
    unchanged: 'Current state',
    previewed: 'What is previewed',
    'rolled-back': 'What was tried',
    failed: 'What was requested',
    stuck: 'What was tried',
};
/** The steps shown of a plan with very many steps. */
const FIRST_STEPS = 5;
function policies({ policy, planPolicy }) {
    const shown = (title, json) => json === undefined ? '' : (0,markdown/* details */.zH)(title, (0,markdown/* codeBlock */.DV)(json.split('\n')));
    return [
        shown('Permissions that the role needs for this release', policy),
        shown('Permissions of a role that can only plan it, for pull requests', planPolicy),
    ];
}
function planInWords(plan) {
    const { bakeSeconds, readSeconds = 0, advance } = plan;
    const held = (step) => {
        if (advance.kind === 'evidence')
            return '';
        const time = (0,duration/* formatDuration */.a)(step.holdSeconds);
        const requests = (0,rollout_plan/* requestsFor */.Uw)(plan, step);
        return requests > 0 ? ` until ${requests} requests (about ${time})` : ` for ${time}`;
    };
    const all = (0,rollout_plan/* rampOf */.Kq)(plan).map((step) => `${(0,rollout_plan/* formatWeight */.ck)(step.weight)}${held(step)}`);
    const left = all.length - FIRST_STEPS - 1;
    const shown = left > 1 ? [...all.slice(0, FIRST_STEPS), `${left} more steps`, ...all.slice(-1)] : all;
    const pace = advance.kind === 'evidence' ? ' as evidence allows' : '';
    if (shown.length === 0 && bakeSeconds === 0)
        return '';
    const read = readSeconds > 0 ? `, with its counts read within ${(0,duration/* formatDuration */.a)(readSeconds)}` : '';
    const bakeTime = (0,duration/* formatDuration */.a)(bakeSeconds);
    const share = (0,hold_back/* heldBackShare */.q4)(plan);
    return share > 0
        ? `${shown.join(', ')}${pace}, then a bake of ${bakeTime} at ${(0,rollout_plan/* formatWeight */.ck)(100 - share)}${read}, then promotion`
        : `${[...shown, 'promotion'].join(', ')}${pace}, then a bake of ${bakeTime}${read}`;
}
function released(report) {
    const { outcome, functions, target, source, plan, startedAt, endedAt } = report;
    const commit = source.sha
        ? `${(0,commits/* commitLink */.wn)(source)}${source.title && ` ${(0,markdown/* escapeMarkdown */.FV)(source.title)}`} by ${(0,markdown/* escapeMarkdown */.FV)(source.actor)}`
        : '';
    const rows = [
        ['Commit', commit],
        ['Tag', source.tag === undefined ? '' : (0,markdown/* code */.aY)(source.tag)],
        ['What changed', (0,commits/* changedTogether */.L5)(report)],
        ['Run', source.runUrl && (0,markdown/* link */.nf)((0,commits/* runWords */.$W)(source), source.runUrl)],
        ['In the console', consoleLinks(report)],
        ...target.rows,
        ...functions.map((f) => [`${target.releases} ${(0,markdown/* code */.aY)(f.name)}`, functionRow(report, f)]),
        ['Plan', planInWords(plan)],
        ['Time', `${(0,format/* dateTime */.KQ)(startedAt)}, ${(0,format/* formatElapsed */.C7)(startedAt, endedAt)}`],
    ];
    const items = rows.filter(([, value]) => value).map(([name, value]) => `- **${name}:** ${value}`);
    return `### ${RELEASED[outcome]}\n\n${items.join('\n')}`;
}
function functionRow(report, change) {
    const origin = (0,commits/* commitDetails */.y5)(report, change);
    return `version ${(0,release/* describeChange */.uQ)(change)}${origin && ` · ${origin}`}`;
}
const EVENT_SIGNS = {
    traffic: '🔀',
    alarm: '🔔',
    verdict: '⚖️',
    hook: '🪝',
    person: '🗣️',
    note: '📝',
};
/** A longer timeline is collapsed. */
const SHOWN_ENTRIES = 15;
function timeline({ timeline: entries }) {
    if (entries.length === 0)
        return '';
    const rows = entries.map((entry) => [
        (0,format/* clockTime */.qo)(entry.at).slice(0, 8),
        `${EVENT_SIGNS[entry.kind]} ${(0,markdown/* escapeMarkdown */.FV)(entry.what, 500)}`,
    ]);
    const shown = (0,markdown/* table */.tp)(['UTC', 'What'], rows);
    const long = entries.length > SHOWN_ENTRIES;
    return `### Timeline\n\n${long ? (0,markdown/* details */.zH)(`${entries.length} entries`, shown) : shown}`;
}
function problems({ problems: all }) {
    const shown = list('Problems', (0,listed/* firstOf */.Ku)(all));
    const pointer = `The rest is in the file of the output ${(0,markdown/* code */.aY)('report')}.`;
    return all.length > listed/* MOST_LISTED */.cC ? `${shown}\n\n${pointer}` : shown;
}
function list(title, items) {
    if (items.length === 0)
        return '';
    return `### ${title}\n\n${items.map((item) => `- ${(0,markdown/* escapeMarkdown */.FV)(item, 2000)}`).join('\n')}`;
}


/***/ }),

/***/ 80225:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Co: () => (/* binding */ bakesAlone),
/* harmony export */   eh: () => (/* binding */ chooseHoldBack),
/* harmony export */   ol: () => (/* binding */ DEFAULT_HOLD_BACK),
/* harmony export */   oz: () => (/* binding */ withBake),
/* harmony export */   q4: () => (/* binding */ heldBackShare)
/* harmony export */ });
/* harmony import */ var _analysis_exact_test_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(13281);
/* harmony import */ var _analysis_power_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(25278);
// The hold-back: the share of the traffic that stable keeps through the bake, so that the bake is compared like a step.


/** In %. */
const DEFAULT_HOLD_BACK = 5;
/**
 * Chooses the hold-back. The default needs enough traffic: with too little of it, the guardrail after the promotion
 * detects a total failure sooner than a comparison with a handful of requests.
 */
function chooseHoldBack(facts) {
    const { asked, bakeSeconds, steps, preview } = facts;
    if (asked === 0)
        return none({ kind: 'asked' });
    if (preview)
        return none({ kind: 'preview' });
    if (bakeSeconds === 0)
        return none({ kind: 'no-bake' });
    const last = steps.at(-1);
    if (!last)
        return none({ kind: 'no-steps' });
    const share = asked ?? DEFAULT_HOLD_BACK;
    if (last.weight >= 100 - share)
        return none({ kind: 'last-step', weight: last.weight });
    const why = asked === undefined ? whyNotByDefault(facts) : undefined;
    return why ? none(why) : { kind: 'held-back', share, asked: asked !== undefined };
}
/** Whether a bake follows the promotion, so that there is nothing to compare the new version with. */
function bakesAlone(holdBack) {
    if (holdBack.kind === 'held-back')
        return false;
    switch (holdBack.why.kind) {
        case 'no-bake':
        case 'preview':
        case 'no-comparison':
            return false;
        case 'asked':
        case 'no-steps':
        case 'last-step':
        case 'little-traffic':
            return true;
    }
}
function whyNotByDefault(facts) {
    const { compared, traffic, bakeSeconds } = facts;
    if (!compared)
        return { kind: 'no-comparison' };
    if (!traffic)
        return { kind: 'little-traffic', requestsPerMinute: 0 };
    // So that a failure that begins in the first half of the bake is found within it.
    return 2 * totalFailureFoundAfter(traffic, facts.falseRollbackRates) <= bakeSeconds / 60
        ? undefined
        : { kind: 'little-traffic', requestsPerMinute: traffic.requestsPerMinute };
}
/** Minutes. Where stable's counts may contain those of the canary, only the comparison finds it. */
function totalFailureFoundAfter(traffic, { errors, guardrail }) {
    const { requestsPerMinute, dispersion, apart } = traffic;
    const compared = (0,_analysis_power_js__WEBPACK_IMPORTED_MODULE_1__/* .minutesToFind */ .e)(100 - DEFAULT_HOLD_BACK, traffic, 1, errors);
    const settings = { dispersion, falseRollbackRate: guardrail };
    const guarded = apart
        ? Math.ceil((0,_analysis_exact_test_js__WEBPACK_IMPORTED_MODULE_0__/* .minutesToFindTotalFailure */ .i4)(requestsPerMinute, DEFAULT_HOLD_BACK / 100, settings))
        : Number.POSITIVE_INFINITY;
    return Math.min(compared ?? Number.POSITIVE_INFINITY, guarded);
}
function none(why) {
    return { kind: 'none', why };
}
/** The steps of a plan with its bake: with a hold-back, the bake is the last of them. */
function withBake(steps, bakeSeconds, holdBack) {
    if (holdBack.kind === 'none')
        return { steps, bakeSeconds };
    const bake = { weight: roundWeight(100 - holdBack.share), holdSeconds: bakeSeconds };
    return { steps: [...steps, bake], bakeSeconds, heldBack: true };
}
/** 100 less a share of two decimals is not always a number of two decimals. */
function roundWeight(weight) {
    return Math.round(100 * weight) / 100;
}
/** The share that stable keeps through the bake of a plan, in %; 0 if the bake follows the promotion. */
function heldBackShare({ steps, heldBack }) {
    const bake = heldBack ? steps.at(-1) : undefined;
    return bake ? roundWeight(100 - bake.weight) : 0;
}


/***/ }),

/***/ 92673:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ notComparedText)
/* harmony export */ });
/* harmony import */ var _base_listed_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(639);
// What is not compared, for the plan and the report.

const NAMES = {
    errors: 'errors',
    'client-errors': 'client errors (4XX)',
    latency: 'latency',
    routes: 'single routes',
};
/** `not compared: client errors (4XX), latency (not in the input compare)`. */
function notComparedText(all) {
    const because = (why, reason) => {
        const names = all.filter((each) => each.why === why).map(({ what }) => NAMES[what]);
        return names.length > 0 ? [`${(0,_base_listed_js__WEBPACK_IMPORTED_MODULE_0__/* .listed */ .KE)(names)} (${reason})`] : [];
    };
    const parts = [
        ...because('off', 'not in the input compare'),
        ...because('not-counted', 'no counts by version, or none of the hour before'),
    ];
    return `not compared: ${parts.join('; ')}`;
}


/***/ })

};
