export const id = 9218;
export const ids = [9218,8008];
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

/***/ 65571:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ slowMeasure),
/* harmony export */   m: () => (/* binding */ isSlowMeasure)
/* harmony export */ });
/* harmony import */ var _dispersion_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(59237);
/* harmony import */ var _harm_thresholds_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(18654);
/* harmony import */ var _measure_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(80203);
/* harmony import */ var _profile_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(60530);
/* harmony import */ var _young_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(61155);
// Slow requests: slower than a quantile of stable's own latency before the rollout.





/** The smallest risk ratio worth a rollback. */
const MATERIAL_RATIO = 1.3;
/**
 * The largest cluster size that is found out. Slow minutes that hit both versions, such as those of a job every ten
 * minutes, look like clusters of 40 in the hour before, and would hide a version with twice the slow requests.
 */
const MOST_CLUSTERED = 5;
function slowMeasure(threshold, scope = _measure_js__WEBPACK_IMPORTED_MODULE_2__/* .ALL */ .y2) {
    const { quantile, milliseconds } = threshold;
    const aboveMs = Math.round(milliseconds);
    const id = (0,_measure_js__WEBPACK_IMPORTED_MODULE_2__/* .measureId */ .s_)(`latency p${Math.round(quantile * 100)}`, scope);
    return {
        id,
        kind: 'slow',
        scope,
        threshold,
        budget: { parts: 1, shared: true },
        ask: ({ minutes, before }, { falseRollbackRate, dispersion, warmUpSeconds, nextWeight }) => ({
            series: { minutes: (0,_young_js__WEBPACK_IMPORTED_MODULE_4__/* .withInfluence */ .Q)(minutes, warmUpSeconds), before },
            question: {
                source: {
                    kind: 'latency',
                    percentile: Math.round(quantile * 100),
                    aboveMs,
                    ...(0,_measure_js__WEBPACK_IMPORTED_MODULE_2__/* .partOf */ .BU)(scope),
                },
                worse: 'more',
                falseRollbackRate,
                standard: (0,_harm_thresholds_js__WEBPACK_IMPORTED_MODULE_1__/* .harmThresholdFor */ .BC)(nextWeight),
                profile: {
                    ..._profile_js__WEBPACK_IMPORTED_MODULE_3__/* .DEFAULT_PROFILE */ .KG,
                    dispersion: (0,_dispersion_js__WEBPACK_IMPORTED_MODULE_0__/* .dispersionFor */ .iR)(before, dispersion, MOST_CLUSTERED),
                },
                materialRatio: MATERIAL_RATIO,
                mayFade: true,
                harm: (0,_harm_thresholds_js__WEBPACK_IMPORTED_MODULE_1__/* .slowHarm */ .UG)(quantile, nextWeight),
            },
        }),
    };
}
function isSlowMeasure(measure) {
    return measure.kind === 'slow';
}


/***/ }),

/***/ 25354:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ii: () => (/* binding */ isLostRace),
/* harmony export */   mR: () => (/* binding */ bindAliases),
/* harmony export */   rI: () => (/* binding */ isProvisionedTwice)
/* harmony export */ });
/* harmony import */ var _aws_sdk_client_lambda__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(71696);
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76031);
/* harmony import */ var _arns_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(828);
/* harmony import */ var _aws_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(51437);
/* harmony import */ var _call_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(13280);
/* harmony import */ var _lambda_client_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(43603);
/* harmony import */ var _pages_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(53242);
// Lambda aliases and the tags of their functions.







/** Another writer changed the alias in between: its revision differs from the one that was read. */
function isLostRace(error) {
    return (0,_call_js__WEBPACK_IMPORTED_MODULE_3__/* .causedBy */ .$z)(error, (cause) => (0,_base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .errorName */ .Is)(cause) === 'PreconditionFailedException');
}
/**
 * A version may have provisioned concurrency of its own or through one alias (Lambda developer guide). The
 * error for a second one through an alias is not documented, so this matches any error of that meaning.
 */
function isProvisionedTwice(error) {
    const names = ['InvalidParameterValueException', 'ResourceConflictException'];
    return (0,_call_js__WEBPACK_IMPORTED_MODULE_3__/* .causedBy */ .$z)(error, (cause) => names.includes((0,_base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .errorName */ .Is)(cause)) && /provisioned/i.test((0,_base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(cause)));
}
function bindAliases({ mode, place, open }) {
    const client = open(_lambda_client_js__WEBPACK_IMPORTED_MODULE_4__/* .LAMBDA */ .G);
    const words = (doing, action, name) => ({
        doing,
        permission: { action: `lambda:${action}`, resource: (0,_arns_js__WEBPACK_IMPORTED_MODULE_1__/* .functionArnPattern */ .k2)(place, name) },
    });
    const read = readWith(client, words);
    return {
        mode,
        read,
        names: namesWith(client, words),
        ...writes(client, words, read),
        ...tagCalls(client, words),
    };
}
function readWith(client, words) {
    return async ({ functionName, alias }) => {
        const label = `${functionName}:${alias}`;
        const send = () => client.send(new _aws_sdk_client_lambda__WEBPACK_IMPORTED_MODULE_6__/* .GetAliasCommand */ .MES({ FunctionName: functionName, Name: alias }));
        const doing = `reading the alias "${label}"`;
        return (0,_call_js__WEBPACK_IMPORTED_MODULE_3__/* .ifThere */ .y)(async () => stateOf(await (0,_call_js__WEBPACK_IMPORTED_MODULE_3__/* .call */ .T1)(words(doing, 'GetAlias', label), send)));
    };
}
function namesWith(client, words) {
    return async (functionName) => {
        const doing = `listing the aliases of "${functionName}"`;
        const pages = (0,_aws_sdk_client_lambda__WEBPACK_IMPORTED_MODULE_6__/* .paginateListAliases */ ._O$)({ client }, { FunctionName: functionName });
        const found = await (0,_call_js__WEBPACK_IMPORTED_MODULE_3__/* .call */ .T1)(words(doing, 'ListAliases', functionName), () => (0,_pages_js__WEBPACK_IMPORTED_MODULE_5__/* .gather */ .kg)(pages));
        return found
            .flatMap((page) => (0,_call_js__WEBPACK_IMPORTED_MODULE_3__/* .required */ .mw)(page.Aliases, doing, 'Aliases'))
            .map(({ Name }) => (0,_call_js__WEBPACK_IMPORTED_MODULE_3__/* .required */ .mw)(Name, doing, 'Name'));
    };
}
function writes(client, words, read) {
    return {
        update: async ({ functionName, alias }, change, revisionId) => {
            const label = `${functionName}:${alias}`;
            const send = () => client.send(new _aws_sdk_client_lambda__WEBPACK_IMPORTED_MODULE_6__/* .UpdateAliasCommand */ .lqC({
                FunctionName: functionName,
                Name: alias,
                FunctionVersion: change.version,
                RoutingConfig: { AdditionalVersionWeights: weightsOf(change) },
                RevisionId: revisionId,
            }));
            return stateOf(await (0,_call_js__WEBPACK_IMPORTED_MODULE_3__/* .call */ .T1)(words(`updating the alias "${label}"`, 'UpdateAlias', label), send));
        },
        create: async (ref, version) => {
            const { functionName, alias } = ref;
            const label = `${functionName}:${alias}`;
            const asked = { FunctionName: functionName, Name: alias, FunctionVersion: version };
            try {
                const send = () => client.send(new _aws_sdk_client_lambda__WEBPACK_IMPORTED_MODULE_6__/* .CreateAliasCommand */ .W_e(asked));
                return stateOf(await (0,_call_js__WEBPACK_IMPORTED_MODULE_3__/* .call */ .T1)(words(`creating the alias "${label}"`, 'CreateAlias', label), send));
            }
            catch (error) {
                if (!(0,_call_js__WEBPACK_IMPORTED_MODULE_3__/* .causedBy */ .$z)(error, _aws_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .isThereAlready */ .LC))
                    throw error;
                // An earlier try, whose answer was lost; the caller sees whether it is what was asked for.
                const state = await read(ref);
                if (!state)
                    throw error;
                return state;
            }
        },
        remove: async ({ functionName, alias }) => {
            const label = `${functionName}:${alias}`;
            const send = () => client.send(new _aws_sdk_client_lambda__WEBPACK_IMPORTED_MODULE_6__/* .DeleteAliasCommand */ .Hou({ FunctionName: functionName, Name: alias }));
            await (0,_call_js__WEBPACK_IMPORTED_MODULE_3__/* .call */ .T1)(words(`deleting the alias "${label}"`, 'DeleteAlias', label), send);
        },
    };
}
function tagCalls(client, words) {
    return {
        readTags: async (arn) => {
            const send = () => client.send(new _aws_sdk_client_lambda__WEBPACK_IMPORTED_MODULE_6__/* .ListTagsCommand */ .bvr({ Resource: arn }));
            const doing = 'reading the tags of a function';
            // Lambda returns an empty object for none. Taking nothing for none would lose a stored rollout.
            return (0,_call_js__WEBPACK_IMPORTED_MODULE_3__/* .required */ .mw)((await (0,_call_js__WEBPACK_IMPORTED_MODULE_3__/* .call */ .T1)(words(doing, 'ListTags', arn), send)).Tags, doing, 'Tags');
        },
        tag: async (arn, Tags) => {
            const send = () => client.send(new _aws_sdk_client_lambda__WEBPACK_IMPORTED_MODULE_6__/* .TagResourceCommand */ .eqU({ Resource: arn, Tags: { ...Tags } }));
            await (0,_call_js__WEBPACK_IMPORTED_MODULE_3__/* .call */ .T1)(words('writing the tags of a function', 'TagResource', arn), send);
        },
        untag: async (arn, keys) => {
            if (keys.length === 0)
                return;
            const send = () => client.send(new _aws_sdk_client_lambda__WEBPACK_IMPORTED_MODULE_6__/* .UntagResourceCommand */ .RP$({ Resource: arn, TagKeys: [...keys] }));
            await (0,_call_js__WEBPACK_IMPORTED_MODULE_3__/* .call */ .T1)(words('removing the tags of a function', 'UntagResource', arn), send);
        },
    };
}
/** Lambda takes fractions of 1; four digits keep hundredths of 1%. */
function weightsOf({ canary }) {
    return canary ? { [canary.version]: Number((canary.weight / 100).toFixed(4)) } : {};
}
function stateOf(alias) {
    const weights = alias.RoutingConfig?.AdditionalVersionWeights ?? {};
    const doing = `reading the alias "${alias.Name}"`;
    return {
        version: (0,_call_js__WEBPACK_IMPORTED_MODULE_3__/* .required */ .mw)(alias.FunctionVersion, doing, 'FunctionVersion'),
        revisionId: (0,_call_js__WEBPACK_IMPORTED_MODULE_3__/* .required */ .mw)(alias.RevisionId, doing, 'RevisionId'),
        weights: Object.fromEntries(Object.entries(weights).map(([version, share]) => [
            version,
            Number((share * 100).toFixed(4)),
        ])),
    };
}


/***/ }),

/***/ 76219:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G$: () => (/* binding */ uploadProbe),
/* harmony export */   b0: () => (/* binding */ aliasProbe),
/* harmony export */   jm: () => (/* binding */ createAliasProbe),
/* harmony export */   nn: () => (/* binding */ grantProbe),
/* harmony export */   w7: () => (/* binding */ functionTagProbes),
/* harmony export */   xh: () => (/* binding */ provisionProbes),
/* harmony export */   yv: () => (/* binding */ publishProbe)
/* harmony export */ });
/* harmony import */ var _aws_sdk_client_lambda__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(71696);
/* harmony import */ var _arns_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(828);
// Checks permissions that only writes to Lambda need, with requests that Lambda refuses.


/** Of a function (Lambda developer guide, "Using tags on Lambda functions"). */
const MOST_TAGS = 50;
/** A version number that no function reaches. */
const NO_VERSION = '999999999';
/** Recorded from AWS: a checksum that does not match the code is refused with 400. */
function publishProbe(client, place, functionName) {
    return {
        permission: {
            action: 'lambda:PublishVersion',
            resource: (0,_arns_js__WEBPACK_IMPORTED_MODULE_0__/* .functionArnPattern */ .k2)(place, functionName),
        },
        harmless: 'refusal on record',
        send: () => client.send(new _aws_sdk_client_lambda__WEBPACK_IMPORTED_MODULE_1__/* .PublishVersionCommand */ .D3m({ FunctionName: functionName, CodeSha256: 'probe' })),
    };
}
/** With `DryRun`, AWS validates the request and changes nothing; it also refuses what is no ZIP file. */
function uploadProbe(client, place, functionName) {
    const asked = { FunctionName: functionName, ZipFile: new Uint8Array(1), DryRun: true };
    return {
        permission: {
            action: 'lambda:UpdateFunctionCode',
            resource: (0,_arns_js__WEBPACK_IMPORTED_MODULE_0__/* .functionArnPattern */ .k2)(place, functionName),
        },
        harmless: 'changes nothing',
        send: () => client.send(new _aws_sdk_client_lambda__WEBPACK_IMPORTED_MODULE_1__/* .UpdateFunctionCodeCommand */ .KfB(asked)),
    };
}
/** More tags than a function can have. The keys are those that a policy with conditions on them allows. */
const TOO_MANY = Object.fromEntries(Array.from({ length: MOST_TAGS + 1 }, (_, i) => [`canary-action:probe-${i}`, '']));
/** Recorded from AWS: too many tags in one request are refused with 400. Removing an absent tag changes nothing. */
function functionTagProbes(client, functionArn) {
    const Resource = functionArn;
    return [
        {
            permission: { action: 'lambda:TagResource', resource: functionArn },
            harmless: 'refusal on record',
            send: () => client.send(new _aws_sdk_client_lambda__WEBPACK_IMPORTED_MODULE_1__/* .TagResourceCommand */ .eqU({ Resource, Tags: TOO_MANY })),
        },
        {
            permission: { action: 'lambda:UntagResource', resource: functionArn },
            harmless: 'changes nothing',
            send: () => client.send(new _aws_sdk_client_lambda__WEBPACK_IMPORTED_MODULE_1__/* .UntagResourceCommand */ .RP$({ Resource, TagKeys: ['canary-action:probe'] })),
        },
    ];
}
/** A version that cannot exist: AWS returns 404. */
function grantProbe(client, place, functionName) {
    return {
        permission: {
            action: 'lambda:AddPermission',
            resource: (0,_arns_js__WEBPACK_IMPORTED_MODULE_0__/* .functionArnPattern */ .k2)(place, `${functionName}:*`),
        },
        harmless: 'refusal on record',
        send: () => client.send(new _aws_sdk_client_lambda__WEBPACK_IMPORTED_MODULE_1__/* .AddPermissionCommand */ .AL$({
            FunctionName: functionName,
            Qualifier: NO_VERSION,
            StatementId: 'canary-action-probe',
            Action: 'lambda:InvokeFunction',
            Principal: 'apigateway.amazonaws.com',
        })),
    };
}
/** An alias that does not exist: AWS returns 404. */
function aliasProbe(client, place, functionName) {
    return {
        permission: {
            action: 'lambda:UpdateAlias',
            resource: (0,_arns_js__WEBPACK_IMPORTED_MODULE_0__/* .functionArnPattern */ .k2)(place, functionName),
        },
        harmless: 'refusal on record',
        send: () => client.send(new _aws_sdk_client_lambda__WEBPACK_IMPORTED_MODULE_1__/* .UpdateAliasCommand */ .lqC({ FunctionName: functionName, Name: 'canary-action-probe' })),
    };
}
/** A version that cannot exist: AWS returns 404. */
function provisionProbes(client, place, functionName) {
    const which = { FunctionName: functionName, Qualifier: NO_VERSION };
    const resource = (0,_arns_js__WEBPACK_IMPORTED_MODULE_0__/* .functionArnPattern */ .k2)(place, `${functionName}:*`);
    const action = (verb) => `lambda:${verb}ProvisionedConcurrencyConfig`;
    return [
        {
            permission: { action: action('Put'), resource },
            harmless: 'refusal on record',
            send: () => client.send(new _aws_sdk_client_lambda__WEBPACK_IMPORTED_MODULE_1__/* .PutProvisionedConcurrencyConfigCommand */ .iLl({
                ...which,
                ProvisionedConcurrentExecutions: 1,
            })),
        },
        {
            permission: { action: action('Delete'), resource },
            harmless: 'refusal on record',
            send: () => client.send(new _aws_sdk_client_lambda__WEBPACK_IMPORTED_MODULE_1__/* .DeleteProvisionedConcurrencyConfigCommand */ .Cbo(which)),
        },
    ];
}
/** A version that cannot exist: AWS returns 404. */
function createAliasProbe(client, place, functionName) {
    return {
        permission: {
            action: 'lambda:CreateAlias',
            resource: (0,_arns_js__WEBPACK_IMPORTED_MODULE_0__/* .functionArnPattern */ .k2)(place, functionName),
        },
        harmless: 'refusal on record',
        send: () => client.send(new _aws_sdk_client_lambda__WEBPACK_IMPORTED_MODULE_1__/* .CreateAliasCommand */ .W_e({
            FunctionName: functionName,
            Name: 'canary-action-probe',
            FunctionVersion: NO_VERSION,
        })),
    };
}


/***/ }),

/***/ 94731:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ inspectProbes)
/* harmony export */ });
/* harmony import */ var _aws_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51437);
// Checks whether the role has a permission that only writes need, without writing anything. IAM is checked
// before a request is validated. So a request that AWS is known to reject for its content fails with
// AccessDenied if, and only if, the permission is missing.

/**
 * Sends nothing if only reads are sent. Otherwise: those of the probed permissions that the role lacks are problems. What AWS's answer does not settle is only noted:
 * no answer to the content, or a denial that is not in IAM's words where the usual answer is not on record.
 */
async function inspectProbes({ sends }, probes, { problems, notes }) {
    if (sends === 'reads')
        return;
    for (const probe of probes) {
        const found = await ask(probe);
        if (found.kind === 'there')
            continue;
        const findings = found.kind === 'missing' ? problems : notes;
        // Two requests may need the same permission.
        if (!findings.includes(found.words))
            findings.push(found.words);
    }
}
async function ask({ permission, harmless, send }) {
    const { action, resource } = permission;
    try {
        await send();
    }
    catch (error) {
        if ((0,_aws_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .isRefusedForContent */ .zc)(error))
            return { kind: 'there' };
        const words = (0,_aws_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .describeAwsError */ .Pp)(error, 'permissions', permission);
        if (!(0,_aws_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .isAccessDenied */ .w7)(error) || (0,_aws_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .isUnknownOperation */ .ir)(error)) {
            const unchecked = `permissions: ${action} on ${resource} could not be checked`;
            return { kind: 'unsettled', words: `${unchecked} (${words})` };
        }
        if (harmless !== 'refusal expected' || (0,_aws_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .isDenialByIam */ .mw)(error, action)) {
            return { kind: 'missing', words };
        }
        const unsure = 'How AWS answers this check is not on record, so the permission may be there';
        return { kind: 'unsettled', words: `${words}. ${unsure}` };
    }
    if (harmless === 'changes nothing')
        return { kind: 'there' };
    const words = `permissions: AWS accepted a request that it was expected to refuse (a check of ${action} on ${resource}): see what it changed there, and report this`;
    return { kind: 'missing', words };
}


/***/ }),

/***/ 27136:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   w: () => (/* binding */ bindProvisioned)
/* harmony export */ });
/* harmony import */ var _aws_sdk_client_lambda__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(71696);
/* harmony import */ var _arns_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(828);
/* harmony import */ var _call_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(13280);
/* harmony import */ var _lambda_client_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(43603);
// Provisioned concurrency: execution environments that Lambda keeps ready for a version or an alias.




function bindProvisioned({ mode, place, open }) {
    const client = open(_lambda_client_js__WEBPACK_IMPORTED_MODULE_2__/* .LAMBDA */ .G);
    const about = (doing, verb, name, qualifier) => ({
        doing: `${doing} the provisioned concurrency of "${name}:${qualifier}"`,
        permission: {
            action: `lambda:${verb}ProvisionedConcurrencyConfig`,
            resource: (0,_arns_js__WEBPACK_IMPORTED_MODULE_0__/* .functionArnPattern */ .k2)(place, `${name}:${qualifier}`),
        },
    });
    return {
        mode,
        read: (name, qualifier) => (0,_call_js__WEBPACK_IMPORTED_MODULE_1__/* .ifThere */ .y)(async () => {
            const which = { FunctionName: name, Qualifier: qualifier };
            const words = about('reading', 'Get', name, qualifier);
            const answer = await (0,_call_js__WEBPACK_IMPORTED_MODULE_1__/* .call */ .T1)(words, () => client.send(new _aws_sdk_client_lambda__WEBPACK_IMPORTED_MODULE_3__/* .GetProvisionedConcurrencyConfigCommand */ .D96(which)));
            return {
                requested: (0,_call_js__WEBPACK_IMPORTED_MODULE_1__/* .required */ .mw)(answer.RequestedProvisionedConcurrentExecutions, words.doing, 'RequestedProvisionedConcurrentExecutions'),
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
            await (0,_call_js__WEBPACK_IMPORTED_MODULE_1__/* .call */ .T1)(about('asking for', 'Put', name, version), () => client.send(new _aws_sdk_client_lambda__WEBPACK_IMPORTED_MODULE_3__/* .PutProvisionedConcurrencyConfigCommand */ .iLl(asked)));
        },
        remove: async (name, version) => {
            const which = { FunctionName: name, Qualifier: version };
            await (0,_call_js__WEBPACK_IMPORTED_MODULE_1__/* .ifThere */ .y)(() => (0,_call_js__WEBPACK_IMPORTED_MODULE_1__/* .call */ .T1)(about('giving back', 'Delete', name, version), () => client.send(new _aws_sdk_client_lambda__WEBPACK_IMPORTED_MODULE_3__/* .DeleteProvisionedConcurrencyConfigCommand */ .Cbo(which))));
        },
    };
}


/***/ }),

/***/ 58009:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ bindQualifiers)
/* harmony export */ });
/* harmony import */ var _aws_sdk_client_lambda__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(71696);
/* harmony import */ var _arns_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(828);
/* harmony import */ var _call_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(13280);
/* harmony import */ var _lambda_client_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(43603);
/* harmony import */ var _pages_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(53242);
// What Lambda keeps for each version and alias of a function, besides its policy and its provisioned concurrency.





function bindQualifiers({ mode, place, open }) {
    const client = open(_lambda_client_js__WEBPACK_IMPORTED_MODULE_2__/* .LAMBDA */ .G);
    const words = (doing, action, name) => ({
        doing,
        permission: { action: `lambda:${action}`, resource: (0,_arns_js__WEBPACK_IMPORTED_MODULE_0__/* .functionArnPattern */ .k2)(place, name) },
    });
    return {
        mode,
        readUrlOwners: async (FunctionName) => {
            const doing = `listing the function URLs of "${FunctionName}"`;
            const pages = (0,_aws_sdk_client_lambda__WEBPACK_IMPORTED_MODULE_4__/* .paginateListFunctionUrlConfigs */ .AJU)({ client }, { FunctionName });
            const asked = words(doing, 'ListFunctionUrlConfigs', FunctionName);
            const found = await (0,_call_js__WEBPACK_IMPORTED_MODULE_1__/* .call */ .T1)(asked, () => (0,_pages_js__WEBPACK_IMPORTED_MODULE_3__/* .gather */ .kg)(pages));
            return found
                .flatMap((page) => (0,_call_js__WEBPACK_IMPORTED_MODULE_1__/* .required */ .mw)(page.FunctionUrlConfigs, doing, 'FunctionUrlConfigs'))
                .map(({ FunctionArn }) => (0,_call_js__WEBPACK_IMPORTED_MODULE_1__/* .required */ .mw)(FunctionArn, doing, 'FunctionArn'));
        },
        readAsyncSettings: (FunctionName, Qualifier) => (0,_call_js__WEBPACK_IMPORTED_MODULE_1__/* .ifThere */ .y)(async () => {
            const label = `${FunctionName}:${Qualifier}`;
            const doing = `reading the settings of asynchronous invocations of "${label}"`;
            const send = () => client.send(new _aws_sdk_client_lambda__WEBPACK_IMPORTED_MODULE_4__/* .GetFunctionEventInvokeConfigCommand */ .sJE({ FunctionName, Qualifier }));
            return settingsOf(await (0,_call_js__WEBPACK_IMPORTED_MODULE_1__/* .call */ .T1)(words(doing, 'GetFunctionEventInvokeConfig', label), send));
        }),
    };
}
function settingsOf({ MaximumRetryAttempts, MaximumEventAgeInSeconds, DestinationConfig, }) {
    return {
        retries: MaximumRetryAttempts,
        ageSeconds: MaximumEventAgeInSeconds,
        onSuccess: DestinationConfig?.OnSuccess?.Destination ?? '',
        onFailure: DestinationConfig?.OnFailure?.Destination ?? '',
    };
}


/***/ }),

/***/ 1605:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ bindVersions)
/* harmony export */ });
/* unused harmony export isVersionNumber */
/* harmony import */ var _aws_sdk_client_lambda__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(71696);
/* harmony import */ var _arns_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(828);
/* harmony import */ var _call_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(13280);
/* harmony import */ var _lambda_client_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(43603);
/* harmony import */ var _pages_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(53242);
// The published versions of functions: listing them, finding what uses them, and deleting one. Lambda returns an empty
// list for none, so a response without its list is incomplete: what uses a version would look unused.





function bindVersions({ mode, place, open }) {
    const client = open(_lambda_client_js__WEBPACK_IMPORTED_MODULE_2__/* .LAMBDA */ .G);
    const words = (doing, action, resource) => ({
        doing,
        permission: { action: `lambda:${action}`, resource },
    });
    const all = (doing, action, name, pages) => (0,_call_js__WEBPACK_IMPORTED_MODULE_1__/* .call */ .T1)(words(doing, action, (0,_arns_js__WEBPACK_IMPORTED_MODULE_0__/* .functionArnPattern */ .k2)(place, name)), () => (0,_pages_js__WEBPACK_IMPORTED_MODULE_3__/* .gather */ .kg)(pages));
    return {
        mode,
        list: async (name) => {
            const pages = (0,_aws_sdk_client_lambda__WEBPACK_IMPORTED_MODULE_4__/* .paginateListVersionsByFunction */ .CE5)({ client }, { FunctionName: name });
            const doing = `listing the versions of "${name}"`;
            const found = await all(doing, 'ListVersionsByFunction', name, pages);
            const numbers = found
                .flatMap((page) => (0,_call_js__WEBPACK_IMPORTED_MODULE_1__/* .required */ .mw)(page.Versions, doing, 'Versions'))
                .map((v) => (0,_call_js__WEBPACK_IMPORTED_MODULE_1__/* .required */ .mw)(v.Version, doing, 'Version'));
            return numbers.filter(isVersionNumber);
        },
        aliased: async (name) => {
            const asked = { FunctionName: name };
            const pages = (0,_aws_sdk_client_lambda__WEBPACK_IMPORTED_MODULE_4__/* .paginateListAliases */ ._O$)({ client }, asked);
            const doing = `listing the aliases of "${name}"`;
            const found = await all(doing, 'ListAliases', name, pages);
            return found.flatMap((page) => (0,_call_js__WEBPACK_IMPORTED_MODULE_1__/* .required */ .mw)(page.Aliases, doing, 'Aliases')).flatMap(versionsOf);
        },
        provisioned: async (name) => {
            const pages = (0,_aws_sdk_client_lambda__WEBPACK_IMPORTED_MODULE_4__/* .paginateListProvisionedConcurrencyConfigs */ .WMh)({ client }, { FunctionName: name });
            const doing = `listing the provisioned concurrency of "${name}"`;
            const found = await all(doing, 'ListProvisionedConcurrencyConfigs', name, pages);
            const configs = found.flatMap((page) => (0,_call_js__WEBPACK_IMPORTED_MODULE_1__/* .required */ .mw)(page.ProvisionedConcurrencyConfigs, doing, 'ProvisionedConcurrencyConfigs'));
            return configs.map(({ FunctionArn }) => (0,_arns_js__WEBPACK_IMPORTED_MODULE_0__/* .qualifierOf */ .Um)((0,_call_js__WEBPACK_IMPORTED_MODULE_1__/* .required */ .mw)(FunctionArn, doing, 'FunctionArn')));
        },
        readEventSources: async () => {
            // AWS does not document whether a bare function name also finds mappings of its versions and aliases, so this
            // lists all mappings.
            const pages = (0,_aws_sdk_client_lambda__WEBPACK_IMPORTED_MODULE_4__/* .paginateListEventSourceMappings */ .KvF)({ client }, {});
            const doing = 'listing the event source mappings';
            const found = await (0,_call_js__WEBPACK_IMPORTED_MODULE_1__/* .call */ .T1)(words(doing, 'ListEventSourceMappings', '*'), () => (0,_pages_js__WEBPACK_IMPORTED_MODULE_3__/* .gather */ .kg)(pages));
            return found
                .flatMap((page) => (0,_call_js__WEBPACK_IMPORTED_MODULE_1__/* .required */ .mw)(page.EventSourceMappings, doing, 'EventSourceMappings'))
                .map(({ FunctionArn, EventSourceArn = '', FunctionResponseTypes = [] }) => ({
                functionArn: (0,_call_js__WEBPACK_IMPORTED_MODULE_1__/* .required */ .mw)(FunctionArn, doing, 'FunctionArn'),
                sourceArn: EventSourceArn,
                reportsItems: FunctionResponseTypes.includes('ReportBatchItemFailures'),
            }));
        },
        isExecuting: async (name, version) => {
            const asked = { FunctionName: name, Qualifier: version, Statuses: ['RUNNING'] };
            const doing = `listing the durable executions of version ${version} of "${name}"`;
            const resource = (0,_arns_js__WEBPACK_IMPORTED_MODULE_0__/* .functionArnPattern */ .k2)(place, `${name}:${version}`);
            const { DurableExecutions = [], NextMarker } = await (0,_call_js__WEBPACK_IMPORTED_MODULE_1__/* .call */ .T1)(words(doing, 'ListDurableExecutionsByFunction', resource), () => client.send(new _aws_sdk_client_lambda__WEBPACK_IMPORTED_MODULE_4__/* .ListDurableExecutionsByFunctionCommand */ .BPf(asked)));
            return DurableExecutions.length > 0 || Boolean(NextMarker);
        },
        remove: async (name, version) => {
            const which = { FunctionName: name, Qualifier: version };
            const resource = (0,_arns_js__WEBPACK_IMPORTED_MODULE_0__/* .functionArnPattern */ .k2)(place, `${name}:${version}`);
            const doing = `deleting version ${version} of "${name}"`;
            await (0,_call_js__WEBPACK_IMPORTED_MODULE_1__/* .call */ .T1)(words(doing, 'DeleteFunction', resource), () => client.send(new _aws_sdk_client_lambda__WEBPACK_IMPORTED_MODULE_4__/* .DeleteFunctionCommand */ .Z3K(which)));
        },
    };
}
function versionsOf({ FunctionVersion, RoutingConfig }) {
    return [
        (0,_call_js__WEBPACK_IMPORTED_MODULE_1__/* .required */ .mw)(FunctionVersion, 'listing aliases', 'FunctionVersion'),
        ...Object.keys(RoutingConfig?.AdditionalVersionWeights ?? {}),
    ];
}
function isVersionNumber(text) {
    return /^[1-9]\d*$/.test(text);
}


/***/ }),

/***/ 68008:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _9: () => (/* binding */ valuesToHide),
/* harmony export */   cT: () => (/* binding */ withoutSecrets)
/* harmony export */ });
/* unused harmony export spellings */
/* harmony import */ var _foreign_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(56218);
// Removes secrets from text that other services return: a response often repeats the request.

/** Stands where a secret was. */
const HIDDEN = '***';
/**
 * The text without the secrets: neither plain, nor percent-encoded, nor escaped for JSON or HTML, in upper or
 * lower case.
 */
function withoutSecrets(text, secrets) {
    const forms = [...new Set(secrets.flatMap(spellings))].filter((form) => form !== '');
    if (forms.length === 0)
        return text;
    // The longest first, so that a secret that contains another one is removed as a whole.
    forms.sort((a, b) => b.length - a.length);
    return text.replace(new RegExp(forms.map(escapeForRegExp).join('|'), 'gi'), HIDDEN);
}
/** The forms in which a server may write a secret. */
function spellings(secret) {
    const plain = decoded(secret);
    const all = [secret, plain, encodeURI(plain), encodeURIComponent(plain)];
    const twice = all.flatMap((form) => [form, encodeURIComponent(form)]);
    return [...new Set(twice.flatMap((form) => [form, htmlOf(form), jsonOf(form), slashesOf(form)]))];
}
function decoded(text) {
    return (0,_foreign_text_js__WEBPACK_IMPORTED_MODULE_0__/* .percentDecoded */ .oF)(text.replaceAll('+', ' ')) ?? text;
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
/** The values of variables that an error must not repeat. Short ones are left out: they occur in any text. */
function valuesToHide(values) {
    const isOpen = (value) => value.length < 4 || /^(?:[\w-]+:)?\d{1,10}$/.test(value);
    return values.filter((value) => value !== undefined).filter((value) => !isOpen(value));
}


/***/ }),

/***/ 34955:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ countedErrors),
/* harmony export */   h: () => (/* binding */ unreachedOf)
/* harmony export */ });
/* harmony import */ var _analysis_errors_measure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83273);
// The errors of all traffic, which every count source reads.

/** The functions whose new version has no invocation, by the counts of each. */
function unreachedOf(functions, counts) {
    const isReached = (i) => [...(counts[i]?.requests.values() ?? [])].some((n) => n > 0);
    return functions.filter((_, i) => !isReached(i)).map(({ name }) => name);
}
/** The errors of all traffic, per minute. */
function countedErrors(source, counted) {
    const { apart, sides, closedUntil } = counted;
    const rows = [{ measure: (0,_analysis_errors_measure_js__WEBPACK_IMPORTED_MODULE_0__/* .errorsMeasure */ .YY)(), ...sides }];
    return { kind: 'counted', source, apart, table: { bucketSeconds: 60, closedUntil, rows } };
}


/***/ }),

/***/ 72869:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ lazyLogTarget)
/* harmony export */ });
// The logs of a target: whether they can be used, and how requests are read from them.
/** Loads the code that reads logs only when it is asked. */
function lazyLogTarget(load) {
    return {
        inspect: async (releases) => (await load()).inspect(releases),
        open: async (rollout, from) => (await load()).open(rollout, from),
        versionLogs: async (rollout) => (await load()).versionLogs(rollout),
    };
}


/***/ }),

/***/ 32370:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Nc: () => (/* binding */ MOST_SENT),
/* harmony export */   OI: () => (/* binding */ MOST_UNZIPPED),
/* harmony export */   z3: () => (/* binding */ formatBytes)
/* harmony export */ });
// What Lambda accepts (Lambda developer guide, "Lambda quotas"), in bytes.
/** Of the files of a function; its layers count as well, and are not known here. */
const MOST_UNZIPPED = 250 * 1024 * 1024;
/** Of a ZIP file in a request, which is sent in base64: 50 MB with the rest of the request. */
const MOST_SENT = 50 * 1024 * 1024 - 4096;
/** `1.2 MB`. */
function formatBytes(bytes) {
    if (bytes < 1024)
        return `${bytes} bytes`;
    const [unit, size] = bytes < 1024 ** 2 ? ['kB', 1024] : ['MB', 1024 ** 2];
    const value = bytes / size;
    return `${value < 10 ? Math.round(value * 10) / 10 : Math.round(value)} ${unit}`;
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

/***/ 56502:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ fingerprint),
/* harmony export */   r: () => (/* binding */ ofRequestedTarget)
/* harmony export */ });
/* harmony import */ var _record_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(41125);
// Compares the stored state with the request. Tags can be copied from one resource to another, and may store a
// rollout of another part of the same resource.

/** The stored state, if it belongs to the request; otherwise what was found instead. */
function ofRequestedTarget(stored, asked) {
    switch (stored.kind) {
        case 'none': {
            const { last } = stored;
            if (last?.of === undefined)
                return stored;
            const { of, ...word } = last;
            return { kind: 'none', last: of === fingerprint(asked) ? word : undefined };
        }
        case 'rollout': {
            // Earlier versions of the action did not write it.
            const { on } = stored.storedRollout.record;
            if (on === undefined || on === asked.on)
                return stored;
            return { kind: 'unreadable', why: `its tags are a copy of the tags of ${on}` };
        }
        case 'takes-part':
        case 'another':
        case 'beyond':
        case 'unproven':
        case 'unreadable':
            return stored;
    }
}
/** Identifies what a last outcome is about: 8 hexadecimal digits. */
function fingerprint({ on, parts }) {
    return (0,_record_text_js__WEBPACK_IMPORTED_MODULE_0__/* .checksum */ .cM)([on, ...[...parts].sort()].join('\n'));
}


/***/ }),

/***/ 83296:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   vN: () => (/* binding */ whyNoRoom),
/* harmony export */   wi: () => (/* binding */ whyLittleRoom)
/* harmony export */ });
/* unused harmony exports MOST_TAGS, countOwnTags */
/* harmony import */ var _record_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(31222);
// Whether the tags of a stage or a function have room for what a rollout stores there, counted as AWS counts them.

/** API Gateway and Lambda: tags per resource. */
const MOST_TAGS = 50;
/** The team's own tags. AWS does not count tags of its own, whose keys begin with `aws:`, in any case. */
function countOwnTags(tags) {
    const ours = (0,_record_js__WEBPACK_IMPORTED_MODULE_0__/* .tagKeysToClear */ .x9)(tags, undefined);
    return Object.keys(tags).filter((key) => !/^aws:/i.test(key) && !ours.includes(key)).length;
}
/** @param of `the stage "prod"` */
function whyNoRoom(of, tags, { certain }) {
    const own = countOwnTags(tags);
    const free = MOST_TAGS - own;
    if (certain <= free)
        return undefined;
    return `${of} has ${own} tags of its own, and AWS allows ${MOST_TAGS}: this release needs ${certain} more and ${free} are free, so ${certain - free} must be removed first`;
}
/** For a release that has room; `undefined`: whatever happens to it can be stored. */
function whyLittleRoom(of, tags, { certain, possible }) {
    const free = MOST_TAGS - countOwnTags(tags) - certain;
    if (free < 0 || free >= possible)
        return undefined;
    return `${of} has room for this release's ${certain} tags, but then for only ${free} more: a pause, or a later command such as promote, needs ${possible} more tags and could fail`;
}


/***/ }),

/***/ 12753:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ unnamedFunctions),
/* harmony export */   T: () => (/* binding */ quoted)
/* harmony export */ });
/* harmony import */ var _base_listed_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(639);
// A stored record is a claim: anyone who can write tags can write a record. It is compared with the inputs of this
// run, and nothing outside them is ever changed (decision 17).

/**
 * The functions that the record releases and the inputs do not name, as part of a sentence; `undefined`: none.
 *
 * @param label the name of a function as it would appear in the inputs
 */
function unnamedFunctions({ functions }, asked, label) {
    const names = functions.map(({ name }) => name);
    const others = names.filter((name) => !asked.includes(name));
    return others.length === 0
        ? undefined
        : `it releases ${quoted(others)} as well, which this run does not name; expected functions: ${names.map(label).join(', ')}`;
}
function quoted(names) {
    return (0,_base_listed_js__WEBPACK_IMPORTED_MODULE_0__/* .listed */ .KE)(names.map((name) => `"${name}"`));
}


/***/ }),

/***/ 99350:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Lw: () => (/* binding */ forAll),
/* harmony export */   db: () => (/* binding */ forEvery),
/* harmony export */   gJ: () => (/* binding */ mapAll)
/* harmony export */ });
/* harmony import */ var _aws_aws_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51437);
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76031);
/* harmony import */ var _base_listed_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(639);
/* harmony import */ var _ownership_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(20956);
// Concurrent work on many functions.




/** High enough to send a call every 70 ms when each response takes half a second. */
const AT_ONCE = 8;
/** The number of the SDK's connections: a rollback must wait only for its turn, not for responses. */
const ALL_AT_ONCE = 50;
/**
 * Runs `work` on all items, a few at a time. After a failure it starts no further work, waits for the pending
 * work, and then throws one error that describes the failures.
 */
function mapAll(items, work) {
    return run(items, work, AT_ONCE, (failures) => failures.length > 0);
}
/** Like `mapAll`, without results. */
async function forAll(items, work) {
    await mapAll(items, work);
}
/** Like `forAll`, but a failure does not stop the work on other items. Used by rollbacks. */
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
    // A bug comes first: the responses from AWS to the other calls do not explain it.
    const bug = failures.find((failure) => !(failure instanceof _base_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .KnownError */ .E));
    if (bug !== undefined)
        return bug;
    const words = (0,_base_listed_js__WEBPACK_IMPORTED_MODULE_3__/* .listed */ .KE)(failures.map(_base_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .messageOf */ .bD), '; ');
    const moved = failures.every((failure) => failure instanceof _base_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .MovedError */ .WJ);
    const taken = failures.find(_ownership_js__WEBPACK_IMPORTED_MODULE_2__/* .isLostToAnother */ .Hl);
    if (moved && taken)
        return taken;
    if (moved)
        return new _base_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .MovedError */ .WJ(words);
    // If a retry may help one of them, it may help all of them together.
    const cause = failures.find((failure) => !(0,_aws_aws_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .isRefused */ .H0)(failure)) ?? failures[0];
    return new _base_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .KnownError */ .E(words, { cause });
}


/***/ }),

/***/ 14953:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   IX: () => (/* binding */ ofServices),
/* harmony export */   P_: () => (/* binding */ listCallers),
/* harmony export */   vj: () => (/* binding */ callersInWords)
/* harmony export */ });
/* harmony import */ var _policy_callers_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4658);
// What leads to a function, or to one of its aliases, as far as AWS shows it.

/** Each once: `API Gateway (API a1b2c3d4e5)`. */
function callersInWords({ permitted, sources, hasUrl }) {
    const all = [
        ...permitted.map(_policy_callers_js__WEBPACK_IMPORTED_MODULE_0__/* .describeCaller */ .j),
        ...sources.map((source) => (source === '' ? 'an event source' : `the event source ${source}`)),
        ...(hasUrl ? ['its function URL'] : []),
    ];
    return [...new Set(all)];
}
/** A permission for an account or for everyone says nothing about calls that are made. */
function ofServices(callers) {
    return {
        ...callers,
        permitted: callers.permitted.filter(({ service }) => service !== undefined),
    };
}
const MOST_CALLERS = 5;
function listCallers(callers) {
    const more = callers.length - MOST_CALLERS;
    return [...callers.slice(0, MOST_CALLERS), ...(more > 0 ? [`${more} more`] : [])].join(', ');
}


/***/ }),

/***/ 64483:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ wrongCode)
/* harmony export */ });
// Compares the code to release with the hash that the deploying step printed.
/** @returns the problem; `undefined` if no hash is requested, or the code has it */
function wrongCode({ name, version, codeSha256, code }, reading) {
    if (codeSha256 === undefined || codeSha256 === reading.codeSha256)
        return undefined;
    if (code) {
        return `code-sha256: ${code.source.text} of "${name}" has the hash ${reading.codeSha256}; expected ${codeSha256}. It is not what the building step made, or that step is not reproducible`;
    }
    const what = version === undefined ? '$LATEST' : `version ${version}`;
    return `code-sha256: ${what} of "${name}" has the code ${reading.codeSha256}; expected ${codeSha256}. Another job has probably deployed since: run its release, or deploy again`;
}


/***/ }),

/***/ 43730:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ checkFunction)
/* harmony export */ });
/* harmony import */ var _aws_arns_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(828);
/* harmony import */ var _aws_not_active_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(87526);
/* harmony import */ var _check_code_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(64483);
// Whether a function can be released at all, for every kind of target.



/** States of a function whose code can be published; `Pending` ends while the action waits for it. */
const READY = ['Active', 'Inactive', 'Pending'];
/** Adds a problem for each reason why the function cannot be released. */
function checkFunction(input, reading, { problems, notes }) {
    const { name, account: expected, version } = input;
    const { state, stateReason, lastUpdateStatus, lastUpdateReason, arn } = reading;
    // Code to upload is compared with the hash where it is read.
    const released = version === undefined && input.code === undefined;
    const wrong = released ? (0,_check_code_js__WEBPACK_IMPORTED_MODULE_2__/* .wrongCode */ .B)(input, reading) : undefined;
    if (wrong !== undefined)
        problems.push(wrong);
    if (reading.durable) {
        notes.push(`functions: "${name}" has durable executions. Those that run stay on the version that they began with, also after a promotion or a rollback`);
    }
    if (!READY.includes(state)) {
        problems.push(`functions: "${name}" is ${state}${stateReason && ` (${stateReason})`}; expected Active`);
    }
    if (lastUpdateStatus === 'Failed' && input.code === undefined) {
        problems.push(`functions: ${(0,_aws_not_active_js__WEBPACK_IMPORTED_MODULE_1__/* .describeFailedUpdate */ .G_)(name, lastUpdateReason)}`);
    }
    const account = (0,_aws_arns_js__WEBPACK_IMPORTED_MODULE_0__/* .accountOf */ .XP)(arn);
    if (expected !== undefined && expected !== account) {
        problems.push(`functions: "${name}" belongs to account ${expected}, but the job uses account ${account}`);
    }
}


/***/ }),

/***/ 26312:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $B: () => (/* binding */ bare),
/* harmony export */   Ft: () => (/* binding */ functionStatements),
/* harmony export */   JM: () => (/* binding */ pruneStatements),
/* harmony export */   Kb: () => (/* binding */ uploadStatements),
/* harmony export */   LX: () => (/* binding */ qualified),
/* harmony export */   sh: () => (/* binding */ needsAtMost),
/* harmony export */   vg: () => (/* binding */ eventSourceStatement)
/* harmony export */ });
/* harmony import */ var _aws_arns_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(828);
/* harmony import */ var _iam_policy_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73151);
// The statements of an IAM policy for the functions that a rollout releases.


/** What the release of a function can need, where only its inputs are known. */
function needsAtMost(place, { name, account, version, code }) {
    return {
        arn: (0,_aws_arns_js__WEBPACK_IMPORTED_MODULE_0__/* .functionArnPattern */ .k2)(place, name, account),
        publishes: version === undefined,
        provisions: true,
        durable: true,
        code: code?.source,
        stores: code !== undefined && code.bucket !== '' && { bucket: code.bucket, key: '' },
    };
}
function functionStatements(functions, { calls, versions, readsPolicies, readsNext, order: { role, prunes } }) {
    const published = functions.filter(({ publishes }) => publishes);
    const provisioned = functions.filter(({ provisions }) => provisions);
    const readsVersion = (fn) => role === 'release' || readsNext || !fn.publishes;
    const givenBack = role === 'release' ? provisioned : [];
    return [
        (0,_iam_policy_js__WEBPACK_IMPORTED_MODULE_1__/* .allow */ .cw)('Look', ['lambda:GetFunctionConfiguration'], [...new Set([...bare(functions), ...qualified(functions.filter(readsVersion)), ...calls])]),
        (0,_iam_policy_js__WEBPACK_IMPORTED_MODULE_1__/* .allow */ .cw)('LookAtCalls', ['lambda:GetPolicy'], calls),
        (0,_iam_policy_js__WEBPACK_IMPORTED_MODULE_1__/* .allow */ .cw)('LookAtFunctions', ['lambda:GetResourcePolicy'], [...new Set([...(readsPolicies ? bare(functions) : []), ...calls.map(unqualified)])]),
        ...(versions.length > 0 ? [(0,_iam_policy_js__WEBPACK_IMPORTED_MODULE_1__/* .allow */ .cw)('LookClosely', versions, qualified(functions))] : []),
        (0,_iam_policy_js__WEBPACK_IMPORTED_MODULE_1__/* .allow */ .cw)('Publish', ['lambda:GetFunction', 'lambda:PublishVersion'], bare(published)),
        (0,_iam_policy_js__WEBPACK_IMPORTED_MODULE_1__/* .allow */ .cw)('Provision', ['lambda:DeleteProvisionedConcurrencyConfig', 'lambda:PutProvisionedConcurrencyConfig'], qualified(provisioned)),
        (0,_iam_policy_js__WEBPACK_IMPORTED_MODULE_1__/* .allow */ .cw)('Aliases', ['lambda:ListAliases'], bare(prunes ? functions : givenBack)),
    ];
}
/** What the input `code` needs. IAM asks the caller for what Lambda reads. */
function uploadStatements(functions, { partition, region }) {
    const uploaded = functions.filter(({ code }) => code !== undefined);
    const sources = uploaded.flatMap(({ code }) => (code ? [code] : []));
    const object = (bucket, key) => `arn:${partition}:s3:::${bucket}/${key}`;
    return [
        (0,_iam_policy_js__WEBPACK_IMPORTED_MODULE_1__/* .allow */ .cw)('Upload', ['lambda:UpdateFunctionCode'], bare(uploaded)),
        (0,_iam_policy_js__WEBPACK_IMPORTED_MODULE_1__/* .allow */ .cw)('UploadCallers', ['lambda:GetPolicy', 'lambda:ListFunctionUrlConfigs', 'lambda:ListVersionsByFunction'], bare(uploaded)),
        (0,_iam_policy_js__WEBPACK_IMPORTED_MODULE_1__/* .allow */ .cw)('CodeBucket', ['s3:GetObject', 's3:PutObject'], 
        // The next code has another name.
        uploaded.flatMap(({ stores }) => (stores ? [object(stores.bucket, 'canary-action/*')] : []))),
        (0,_iam_policy_js__WEBPACK_IMPORTED_MODULE_1__/* .allow */ .cw)('CodeObjects', ['s3:GetObject', 's3:GetObjectVersion'], sources.flatMap((code) => (code.kind === 'object' ? [object(code.bucket, code.key)] : []))),
        (0,_iam_policy_js__WEBPACK_IMPORTED_MODULE_1__/* .allow */ .cw)('Images', ['ecr:BatchGetImage', 'ecr:GetDownloadUrlForLayer'], sources.flatMap((code) => code.kind === 'image'
            ? [
                `arn:${partition}:ecr:${region}:${code.uri.slice(0, 12)}:repository/${code.repository}`,
            ]
            : [])),
    ];
}
/** @param more further actions on the functions that find out which versions are in use */
function pruneStatements(functions, more) {
    const uses = ['lambda:ListProvisionedConcurrencyConfigs', 'lambda:ListVersionsByFunction'];
    return [
        (0,_iam_policy_js__WEBPACK_IMPORTED_MODULE_1__/* .allow */ .cw)('Uses', [...more, ...uses], bare(functions)),
        ...executions(functions.filter(({ durable }) => durable)),
        // Never the function itself: without a version number, the request would delete the whole function.
        (0,_iam_policy_js__WEBPACK_IMPORTED_MODULE_1__/* .allow */ .cw)('DeleteVersions', ['lambda:DeleteFunction'], qualified(functions)),
    ];
}
function executions(durable) {
    return durable.length === 0
        ? []
        : [
            (0,_iam_policy_js__WEBPACK_IMPORTED_MODULE_1__/* .allow */ .cw)('Executions', ['lambda:ListDurableExecutionsByFunction'], [...bare(durable), ...qualified(durable)]),
        ];
}
/** IAM defines no resource type for this action. */
function eventSourceStatement(functions) {
    return (0,_iam_policy_js__WEBPACK_IMPORTED_MODULE_1__/* .allow */ .cw)('EventSources', ['lambda:ListEventSourceMappings'], functions.length > 0 ? ['*'] : []);
}
/** IAM matches the ARN with the qualifier if the call names one, and without it otherwise. */
function bare(functions) {
    return functions.map(({ arn }) => arn);
}
function qualified(functions) {
    return functions.map(({ arn }) => `${arn}:*`);
}
function unqualified(call) {
    return call.replace(/:\*$/, '');
}


/***/ }),

/***/ 46604:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ FUNCTION_REPORT)
/* harmony export */ });
// Released functions as reports show them.
const FUNCTION_REPORT = {
    releases: 'Function',
    searchLogs,
};
/** Logs Insights searches at most 50 named groups. */
const MOST_GROUPS = 50;
const FINDING = {
    errors: [
        'fields @timestamp, @log, @requestId, @message',
        '| filter @message like /(?i)(error|exception|fatal|timed out|status: timeout)/',
        '| sort @timestamp asc',
    ],
    slow: [
        'fields @timestamp, @log, @requestId, @duration, @initDuration',
        '| filter @type = "REPORT"',
        '| sort @duration desc',
    ],
};
/**
 * `undefined` if no function was released. A function may be configured with another log group than the default one.
 * The name of a log stream contains the version in brackets: `2025/11/24/[8]0123…`.
 */
function searchLogs(functions, interest) {
    if (functions.length === 0)
        return undefined;
    const groups = functions.slice(0, MOST_GROUPS).map(({ name }) => `/aws/lambda/${name}`);
    const versions = [...new Set(functions.map(({ to: version }) => version))];
    const [fields = '', ...rest] = FINDING[interest];
    const ours = `| filter @logStream like /\\[(${versions.join('|')})\\]/`;
    return { groups, query: [fields, ours, ...rest, '| limit 200'].join('\n') };
}


/***/ }),

/***/ 51672:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   k: () => (/* binding */ noteAsyncSettings)
/* harmony export */ });
/* harmony import */ var _base_command_line_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(43260);
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76031);
// Preflight of asynchronous invocations: retries, age and destinations belong to one version or alias, and a new one
// has AWS's defaults (Lambda developer guide, "Configuring error handling settings for asynchronous invocations").


/** Notes the settings that the new version or alias will lack. */
async function noteAsyncSettings(qualifiers, succession, { notes }) {
    const { functionName, from, version } = succession;
    if (from === version)
        return;
    try {
        const served = await qualifiers.readAsyncSettings(functionName, from);
        if (!served)
            return;
        const own = version !== undefined && (await qualifiers.readAsyncSettings(functionName, version));
        if (!own)
            notes.push(describeLack(succession, served));
    }
    catch (error) {
        notes.push(`functions: it could not be checked whether "${functionName}" has settings for asynchronous invocations that a new version would lack (${(0,_base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .known */ .eO)(error).message})`);
    }
}
function describeLack({ functionName, region, from, version, alias }, served) {
    const to = alias ?? version;
    const next = to === undefined ? 'the new version' : `${functionName}:${to}`;
    const command = (0,_base_command_line_js__WEBPACK_IMPORTED_MODULE_1__/* .awsCommand */ .bg)('lambda put-function-event-invoke-config', {
        'function-name': functionName,
        qualifier: to ?? 'VERSION',
        ...optionsOf(served),
        region,
    });
    return `functions: ${functionName}:${from} has settings for asynchronous invocations (${inWords(served)}), and ${next} has none: AWS's defaults apply to it. Once it exists, run: ${command}`;
}
function inWords({ retries, ageSeconds, onSuccess, onFailure }) {
    return [
        ...(retries === undefined ? [] : [`retries: ${retries}`]),
        ...(ageSeconds === undefined ? [] : [`maximum age: ${ageSeconds}s`]),
        ...(onSuccess === '' ? [] : [`on success: ${onSuccess}`]),
        ...(onFailure === '' ? [] : [`on failure: ${onFailure}`]),
    ].join(', ');
}
function optionsOf({ retries, ageSeconds, onSuccess, onFailure }) {
    const destinations = {
        ...(onSuccess !== '' && { OnSuccess: { Destination: onSuccess } }),
        ...(onFailure !== '' && { OnFailure: { Destination: onFailure } }),
    };
    return {
        ...(retries !== undefined && { 'maximum-retry-attempts': String(retries) }),
        ...(ageSeconds !== undefined && { 'maximum-event-age-in-seconds': String(ageSeconds) }),
        ...(Object.keys(destinations).length > 0 && {
            'destination-config': JSON.stringify(destinations),
        }),
    };
}


/***/ }),

/***/ 26483:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ checkWarm)
/* harmony export */ });
/* harmony import */ var _base_problems_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4726);
// Preflight of versions with provisioned concurrency: a version without cold starts must not be replaced by one
// with cold starts.

/**
 * The provisioned environments of the version that serves all traffic.
 *
 * @returns the number of environments; 0: none
 * @param from the version that serves now
 * @param version the version to release; `undefined`: it is not published yet
 */
async function checkWarm(provisioned, { name, from, version }, findings) {
    if (from === version)
        return 0;
    const own = await (0,_base_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .attempt */ .C)(findings, () => provisioned.read(name, from));
    if (!own)
        return 0;
    findings.notes.push(`provisioned concurrency: version ${from} of "${name}" has ${own.requested}; the new one gets the same amount before it receives traffic, and both cost money until the release ends`);
    return own.requested;
}


/***/ }),

/***/ 65101:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bj: () => (/* binding */ sha256Of),
/* harmony export */   HN: () => (/* binding */ createNewCodes),
/* harmony export */   Kv: () => (/* binding */ inspectNewCode)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76031);
/* harmony import */ var _base_problems_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4726);
/* harmony import */ var _packaging_limits_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(32370);
/* harmony import */ var _check_code_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(64483);
// The code that the input `code` names for a function, and how Lambda gets it. It is read once in a run.





function createNewCodes({ sends }, functions, released) {
    const inputs = new Map(released.map((input) => [input.name, input]));
    const found = new Map();
    const tries = sends === 'everything';
    return {
        tries,
        read: async (name) => {
            const input = inputs.get(name);
            if (!input?.code)
                return undefined;
            const asked = tries ? functions : triesNothing(input);
            const reading = found.get(name) ?? readCode(asked, name, input.code);
            found.set(name, reading);
            return reading;
        },
    };
}
/** How a run that only reads may show the hash of an object that it cannot read. */
const UNREAD = 'that only the release reads';
/** Lambda finds the hash of code elsewhere by a dry run of the upload, which needs the permission to upload. */
function triesNothing({ codeSha256 = UNREAD }) {
    return { tryUpload: async () => ({ codeSha256, bytes: 0 }) };
}
async function readCode(functions, name, { source, workspace, bucket }) {
    switch (source.kind) {
        case 'path': {
            // Most releases upload nothing here, so they do not load it.
            const { pack } = await Promise.all(/* import() */[__webpack_require__.e(1306), __webpack_require__.e(672)]).then(__webpack_require__.bind(__webpack_require__, 50672));
            return fromPackage(source.text, bucket, await pack(source.path, workspace));
        }
        case 'object': {
            const send = { ...source, kind: 'object' };
            return { send, ...(await functions.tryUpload(name, send)) };
        }
        case 'image': {
            const send = { kind: 'image', uri: source.uri };
            await functions.tryUpload(name, send);
            return { send, codeSha256: source.digest, bytes: 0 };
        }
    }
}
function fromPackage(text, bucket, { bytes: zip, codeSha256 }) {
    const found = { codeSha256, bytes: zip.length };
    if (zip.length <= _packaging_limits_js__WEBPACK_IMPORTED_MODULE_3__/* .MOST_SENT */ .Nc)
        return { ...found, send: { kind: 'zip', zip } };
    if (bucket === '') {
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .KnownError */ .E(`code: "${text}" has ${(0,_packaging_limits_js__WEBPACK_IMPORTED_MODULE_3__/* .formatBytes */ .z3)(zip.length)} as a ZIP file, and Lambda accepts at most 50 MB in a request; expected code-bucket, a bucket in S3 that the action writes it to`);
    }
    const key = `canary-action/${Buffer.from(codeSha256, 'base64').toString('hex')}.zip`;
    const send = { kind: 'object', bucket, key, version: undefined };
    return { ...found, send, store: { bucket, key, content: zip } };
}
/** Of the content, as S3 compares it. */
function sha256Of(content) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(content).digest('hex');
}
/**
 * Preflight: reads the code of a function, and checks that the function can have it.
 *
 * @param latest `$LATEST`
 * @returns `undefined` if the inputs name none, or there are problems with it
 */
async function inspectNewCode(codes, input, latest, findings) {
    const { name, code } = input;
    if (!code)
        return undefined;
    const { source } = code;
    const expected = source.kind === 'image' ? 'Image' : 'Zip';
    if (latest.packageType !== expected) {
        findings.problems.push(expected === 'Image'
            ? `code: "${name}" is deployed as a ZIP file, and ${source.text} is an image; Lambda does not change one into the other`
            : `code: "${name}" is deployed as an image, and ${source.text} is none; expected an image in ECR with its digest`);
        return undefined;
    }
    const found = await (0,_base_problems_js__WEBPACK_IMPORTED_MODULE_2__/* .attempt */ .C)(findings, () => codes.read(name));
    if (!found)
        return undefined;
    if (!codes.tries && source.kind !== 'path')
        findings.notes.push(untried(name, source.text));
    const wrong = (0,_check_code_js__WEBPACK_IMPORTED_MODULE_4__/* .wrongCode */ .B)(input, found);
    if (wrong !== undefined)
        findings.problems.push(wrong);
    const isSame = found.codeSha256 === latest.codeSha256;
    // After a failed update, `$LATEST` runs other code than it shows.
    const isThere = isSame && latest.lastUpdateStatus !== 'Failed';
    const before = { codeSha256: latest.codeSha256, bytes: latest.codeBytes };
    return { ...found, source, isThere, before };
}
function untried(name, text) {
    return `code: a plan only reads, so it did not check whether Lambda can read ${text} for "${name}"; the release checks it before it changes anything`;
}


/***/ }),

/***/ 30549:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ versionToRelease)
/* harmony export */ });
/* harmony import */ var _aws_version_content_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(21150);
// Which version a run releases of a function. Preflight decides it, so that the plan and the release agree, and
// publishing is bound to what preflight read.

/**
 * A number alone shows nothing: after an update that changed nothing, AWS may give a new one (getmoto/moto#8379). So
 * `$LATEST` is compared with the version that serves, and is published only if they differ.
 *
 * @param from the version that serves now; empty: none
 * @param latest `$LATEST`
 * @param serving the content of `from`; `undefined`: it is not known
 * @param code the code in the inputs; `undefined`: that of `$LATEST` is released
 */
function versionToRelease({ name, version }, from, latest, serving, code) {
    if (version !== undefined)
        return { name, from, version, latest: undefined };
    const seen = { codeSha256: latest.codeSha256, settings: latest.settings };
    const next = code ? { ...seen, codeSha256: code.codeSha256 } : seen;
    const isThere = code?.isThere ?? true;
    if (serving !== undefined && (0,_aws_version_content_js__WEBPACK_IMPORTED_MODULE_0__/* .isSameContent */ .OI)(next, serving)) {
        // If `$LATEST` has other code, what serves is released, and `$LATEST` does not matter.
        return { name, from, version: from, latest: isThere ? seen : undefined };
    }
    return { name, from, version: undefined, latest: seen, upload: isThere ? undefined : code };
}


/***/ }),

/***/ 4658:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ describeCaller),
/* harmony export */   p: () => (/* binding */ permittedCallers)
/* harmony export */ });
/* harmony import */ var _rollout_shape_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(86711);
/* harmony import */ var _invoke_policy_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(33612);
/* harmony import */ var _policy_document_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(57929);
// Who the resource policies of a function let call it, for sentences and commands. Unlike the check of one call
// (`invoke-policy.ts`), this collects whatever may be allowed, and ignores denials.



/**
 * The callers with a permission on exactly this ARN.
 *
 * @param asFarAs `yes`: only where the statement is certainly about it
 */
function permittedCallers({ arn, documents }, asFarAs) {
    const fits = (match) => match === 'yes' || match === asFarAs;
    return documents
        .flatMap((document) => (0,_policy_document_js__WEBPACK_IMPORTED_MODULE_2__/* .readStatements */ .bA)(document) ?? [])
        .filter((statement) => statement.Effect === 'Allow' &&
        fits((0,_policy_document_js__WEBPACK_IMPORTED_MODULE_2__/* .matchResource */ .UY)(statement, arn)) &&
        INVOCATIONS.some((action) => fits((0,_policy_document_js__WEBPACK_IMPORTED_MODULE_2__/* .matchOperation */ .pt)(statement, action))))
        .flatMap(callersOf);
}
const INVOCATIONS = ['lambda:InvokeFunction', 'lambda:InvokeFunctionUrl'];
function callersOf(statement) {
    const { Principal } = statement;
    const named = (0,_rollout_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .isMembers */ .gV)(Principal) ? (0,_policy_document_js__WEBPACK_IMPORTED_MODULE_2__/* .asList */ .DD)(Principal.Service) : [];
    const services = named.length > 0 ? named.map(String) : [undefined];
    const found = (0,_invoke_policy_js__WEBPACK_IMPORTED_MODULE_1__/* .sourcesOf */ .u0)(statement);
    const sources = found.length > 0 ? found : [undefined];
    return services.flatMap((service) => sources.map((sourceArn) => ({ service, sourceArn })));
}
/** `API Gateway (API a1b2c3d4e5)`. */
function describeCaller({ service, sourceArn }) {
    if (service === undefined)
        return 'other principals';
    const api = /^arn:[^:]*:execute-api:[^:]*:[^:]*:([a-z0-9]+)\//.exec(sourceArn ?? '')?.[1];
    if (api !== undefined)
        return `API Gateway (API ${api})`;
    return sourceArn === undefined ? service : `${service} (${sourceArn})`;
}


/***/ }),

/***/ 57954:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ publishVersions)
/* harmony export */ });
/* harmony import */ var _rollout_release_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(82787);
/* harmony import */ var _version_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(56805);
// The versions of Lambda functions that a rollout releases: published, or named in the inputs.


/**
 * Uploads the code in the inputs, and publishes the versions to release, if preflight found that they differ from what
 * serves. What is published is what preflight read, or what was uploaded over it: another upload in between stops the
 * release.
 */
async function publishVersions(functions, uploads, { say, source }) {
    const changes = [];
    for (const { name, from, version, latest } of await uploads.all(say)) {
        if (version !== undefined && latest)
            await functions.assertLatest(name, latest);
        const to = version ?? (await functions.publish(name, (0,_version_text_js__WEBPACK_IMPORTED_MODULE_1__/* .describeVersion */ .M)(source, from), latest));
        if (to !== from && version === undefined)
            await functions.untilReady(name, to);
        changes.push({ name, from, to });
        const published = version === undefined ? ', published' : '';
        say(to === from
            ? `${name}: version ${to} is already served`
            : `${name}: version ${(0,_rollout_release_js__WEBPACK_IMPORTED_MODULE_0__/* .describeChange */ .uQ)({ from, to })}${published}`);
    }
    return changes;
}


/***/ }),

/***/ 75952:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   lD: () => (/* binding */ readCallers),
/* harmony export */   lq: () => (/* binding */ optional),
/* harmony export */   xm: () => (/* binding */ valueIn)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76031);
/* harmony import */ var _policy_callers_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4658);
// Reads what leads to a function and its aliases. Whatever cannot be read is left out, and said.


async function optional(read) {
    try {
        return { value: await read() };
    }
    catch (error) {
        return { why: (0,_base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .known */ .eO)(error).message };
    }
}
function valueIn(found) {
    return 'value' in found ? found.value : undefined;
}
/**
 * @param functionArn without a qualifier
 * @param aliases whose permissions are read as well
 * @param sources all event sources
 */
async function readCallers(functions, qualifiers, functionArn, aliases, sources) {
    const name = functionArn.split(':')[6] ?? '';
    const policies = [];
    for (const qualifier of [...aliases, '$LATEST']) {
        policies.push(await optional(() => functions.readPolicy(name, qualifier)));
    }
    // It may name the aliases as well.
    policies.push(await optional(() => functions.readResourcePolicy(functionArn)));
    const urls = await optional(() => qualifiers.readUrlOwners(name));
    const documents = policies.map(valueIn).filter((document) => document !== undefined);
    return {
        of: (called, certain) => ({
            permitted: (0,_policy_callers_js__WEBPACK_IMPORTED_MODULE_1__/* .permittedCallers */ .p)({ arn: called, documents }, certain),
            sources: (valueIn(sources) ?? [])
                .filter((each) => each.functionArn === called)
                .map(({ sourceArn }) => sourceArn),
            hasUrl: (valueIn(urls) ?? []).includes(called),
        }),
        why: [...policies, urls].flatMap((one) => ('why' in one ? [one.why] : [])),
    };
}


/***/ }),

/***/ 82164:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bx: () => (/* binding */ readPoliciesOfNext),
/* harmony export */   N8: () => (/* binding */ notePolicyAccess),
/* harmony export */   h9: () => (/* binding */ readPolicies),
/* harmony export */   rX: () => (/* binding */ readOwnPolicies)
/* harmony export */ });
/* harmony import */ var _aws_aws_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51437);
/* harmony import */ var _aws_call_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(13280);
/* harmony import */ var _base_problems_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4726);
// Reads every resource policy that decides who may invoke a version: its own, and that of its function, which may
// name the versions as well.



/**
 * Without permission to read it, the policy of the function is left out: `notePolicyAccess` reports that.
 *
 * @param functionArn without a qualifier
 */
async function readPolicies(functions, functionArn, qualifier) {
    const whole = await ifPermitted(() => functions.readResourcePolicy(functionArn));
    return readOwnPolicies(functions, functionArn, qualifier, whole);
}
/** @param whole the policy of the function; `undefined`: there is none */
async function readOwnPolicies(functions, functionArn, qualifier, whole) {
    const name = functionArn.split(':')[6] ?? '';
    const own = await functions.readPolicy(name, qualifier);
    return invokePolicies(functionArn, qualifier, [own, whole]);
}
/** Of a version that is not published yet, and so has no policy of its own. */
async function readPoliciesOfNext(functions, functionArn) {
    const whole = await ifPermitted(() => functions.readResourcePolicy(functionArn));
    return invokePolicies(functionArn, UNKNOWN_NUMBER, [whole]);
}
/** Stands for the number of the next version: only a pattern that covers every version matches it. */
const UNKNOWN_NUMBER = '999999999';
/** Preflight: reports that a denial for all versions would go unnoticed. */
async function notePolicyAccess(functions, functionArn, findings) {
    const read = () => functions.readResourcePolicy(functionArn).then(() => 'permitted');
    const found = await (0,_base_problems_js__WEBPACK_IMPORTED_MODULE_2__/* .attempt */ .C)(findings, () => ifPermitted(read).then((whole) => whole ?? 'denied'));
    if (found !== 'denied')
        return;
    findings.notes.push(`invoke-permission: the role has no lambda:GetResourcePolicy on ${functionArn}, so a policy of the whole function that denies the new version to API Gateway would not be noticed`);
}
/** @returns `undefined` also if the role may not read it */
async function ifPermitted(read) {
    try {
        return await read();
    }
    catch (error) {
        if (!(0,_aws_call_js__WEBPACK_IMPORTED_MODULE_1__/* .causedBy */ .$z)(error, _aws_aws_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .isAccessDenied */ .w7))
            throw error;
        return undefined;
    }
}
function invokePolicies(functionArn, qualifier, found) {
    return {
        arn: qualifier === '$LATEST' ? functionArn : `${functionArn}:${qualifier}`,
        documents: found.filter((document) => document !== undefined),
    };
}


/***/ }),

/***/ 46307:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ inspectUnqualified)
/* harmony export */ });
/* harmony import */ var _aws_metric_data_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(12177);
/* harmony import */ var _base_time_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(22475);
/* harmony import */ var _doctor_reach_words_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(88081);
/* harmony import */ var _rollout_traffic_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(66211);
/* harmony import */ var _callers_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(14953);
/* harmony import */ var _read_callers_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(75952);
// Preflight of code that is to be uploaded: whether something calls the function without a qualifier. It would get the
// new code with the upload, before anything is tried. Callers with a role of their own are invisible.






async function inspectUnqualified(reads, uploaded, findings) {
    if (uploaded.length === 0)
        return;
    const sources = await (0,_read_callers_js__WEBPACK_IMPORTED_MODULE_4__/* .optional */ .lq)(() => reads.versions.readEventSources());
    for (const each of uploaded)
        await inspectOne(reads, each, sources, findings);
}
async function inspectOne(reads, { name, arn, aliases }, sources, { problems, notes }) {
    const found = await (0,_read_callers_js__WEBPACK_IMPORTED_MODULE_4__/* .readCallers */ .lD)(reads.functions, reads.qualifiers, arn, [], sources);
    const why = [...found.why, ...('why' in sources ? [sources.why] : [])];
    if (why.length > 0) {
        problems.push(`code: it could not be read what calls "${name}" without a version or an alias, and whatever does would get the new code with the upload: ${why.join('; ')}`);
        return;
    }
    const callers = (0,_callers_js__WEBPACK_IMPORTED_MODULE_3__/* .ofServices */ .IX)(found.of(arn, 'unknown'));
    const [sure, permitted] = apart(callers);
    if (sure.length > 0)
        problems.push(`${refusal(name, arn, (0,_callers_js__WEBPACK_IMPORTED_MODULE_3__/* .listCallers */ .P_)(sure))}. ${HELP}`);
    if (permitted.length === 0)
        return;
    const counted = await (0,_read_callers_js__WEBPACK_IMPORTED_MODULE_4__/* .optional */ .lq)(() => countUnqualified(reads, name, aliases));
    const who = (0,_callers_js__WEBPACK_IMPORTED_MODULE_3__/* .listCallers */ .P_)(permitted);
    if ('why' in counted) {
        problems.push(`${refusal(name, arn, `${who}, whose calls could not be counted (${counted.why})`)}. ${HELP}`);
    }
    else if (counted.value > 0) {
        const calls = `${counted.value} call${counted.value === 1 ? '' : 's'} in the last ${DAYS} days named neither a version nor an alias`;
        problems.push(`${refusal(name, arn, `${who}: it has the permission, and ${calls}`)}. If it calls something else by now, remove that permission. ${HELP}`);
    }
    else {
        notes.push(`code: ${who} may call "${name}" without a version or an alias, and did not in the last ${DAYS} days. It would get the new code with the upload`);
    }
}
/** What certainly calls it, and what may. */
function apart(callers) {
    const { permitted } = callers;
    return [
        (0,_callers_js__WEBPACK_IMPORTED_MODULE_3__/* .callersInWords */ .vj)({ ...callers, permitted: [] }),
        (0,_callers_js__WEBPACK_IMPORTED_MODULE_3__/* .callersInWords */ .vj)({ permitted, sources: [], hasUrl: false }),
    ];
}
const HELP = (0,_doctor_reach_words_js__WEBPACK_IMPORTED_MODULE_1__/* .helpOn */ .lf)('unqualified');
function refusal(name, arn, callers) {
    return `code: the upload would be the release of "${name}", for all at once, because it is called without a version or an alias, by ${callers}. Let that call an alias or a version (${arn}:ALIAS), or upload the code by other means and omit code`;
}
const DAYS = 35;
const DAY = 24 * 3600;
/** Called directly, versions have series of their own; older ones are not called any more. */
const MOST_VERSIONS = 100;
/** Calls that neither an alias of these nor a version explains. AWS has no series of the other calls. */
async function countUnqualified({ cloudWatch, versions }, FunctionName, aliases) {
    const numbers = (await versions.list(FunctionName)).slice(-MOST_VERSIONS);
    const series = [
        { FunctionName },
        ...[...aliases, ...numbers].map((qualifier) => ({
            FunctionName,
            Resource: `${FunctionName}:${qualifier}`,
        })),
    ].map((dimensions) => ({
        ...{ namespace: 'AWS/Lambda', metric: 'Invocations', dimensions },
        ...{ statistic: 'Sum', period: DAY },
    }));
    const to = (0,_rollout_traffic_js__WEBPACK_IMPORTED_MODULE_2__/* .startOfMinute */ .ci)((0,_base_time_js__WEBPACK_IMPORTED_MODULE_5__/* .now */ .tB)());
    const values = await (0,_aws_metric_data_js__WEBPACK_IMPORTED_MODULE_0__/* .readMinutes */ .w)(cloudWatch, series, to - DAYS * DAY, to);
    const [all = 0, ...explained] = series.map((_, i) => [...(values[i]?.values() ?? [])].reduce((sum, value) => sum + value, 0));
    return Math.max(0, all - explained.reduce((sum, value) => sum + value, 0));
}


/***/ }),

/***/ 23432:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   z: () => (/* binding */ createUploads)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76031);
/* harmony import */ var _base_listed_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(639);
/* harmony import */ var _packaging_limits_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(32370);
/* harmony import */ var _concurrency_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(99350);
/* harmony import */ var _new_code_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(65101);
// Uploads the code of a release over `$LATEST`, all of it before anything is published. Nobody is served `$LATEST`, but
// an upload is not undone, so what it is now is said if the release goes no further.





function createUploads(functions, released) {
    const pending = released.filter(isPending);
    let begun = false;
    return {
        foreseen: pending.map(({ name, upload }) => `code: "${name}" gets ${inWords(upload)}, in place of ${placeOf(upload)}`),
        all: async (say) => {
            if (pending.length === 0)
                return released;
            await storeLarge(functions, pending, say);
            begun = true;
            const done = await (0,_concurrency_js__WEBPACK_IMPORTED_MODULE_1__/* .mapAll */ .gJ)(pending, async (release) => {
                const { name, upload, latest } = release;
                const now = await functions.upload(name, latest, upload.send, upload.codeSha256);
                say(`${name}: uploaded ${inWords(upload)}`);
                const { codeSha256, settings } = now;
                return { ...release, latest: { codeSha256, settings }, upload: undefined };
            });
            return released.map((each) => done.find(({ name }) => name === each.name) ?? each);
        },
        left: async () => (begun ? leftInWords(functions, pending) : []),
    };
}
function isPending(release) {
    return release.version === undefined && release.upload !== undefined;
}
/** First, so that a bucket that cannot be written leaves every function as it is. */
async function storeLarge(functions, pending, say) {
    for (const { name, upload } of pending) {
        if (!upload.store)
            continue;
        const { bucket, key, content } = upload.store;
        await functions.storeCode({ bucket, key, content, sha256: (0,_new_code_js__WEBPACK_IMPORTED_MODULE_2__/* .sha256Of */ .Bj)(content) });
        say(`${name}: wrote ${(0,_packaging_limits_js__WEBPACK_IMPORTED_MODULE_3__/* .formatBytes */ .z3)(content.length)} to s3://${bucket}/${key}`);
    }
}
/** `dist/orders.zip (1.2 MB, code q83v…=)`. */
function inWords({ source, codeSha256, bytes }) {
    return `${source.text} (${describe({ codeSha256, bytes })})`;
}
function placeOf({ before }) {
    return `$LATEST (${describe(before)})`;
}
function describe({ codeSha256, bytes }) {
    return `${bytes > 0 ? `${(0,_packaging_limits_js__WEBPACK_IMPORTED_MODULE_3__/* .formatBytes */ .z3)(bytes)}, ` : ''}code ${codeSha256}`;
}
async function leftInWords(functions, pending) {
    const parts = [];
    for (const { name, upload } of pending) {
        // A cancelled job sends nothing any more.
        const reading = await functions.read(name).catch((0,_base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .orElse */ .NW)(undefined));
        parts.push(`that of "${name}" ${whatIs(reading?.codeSha256, upload)}`);
    }
    return [
        `$LATEST now: ${(0,_base_listed_js__WEBPACK_IMPORTED_MODULE_4__/* .listed */ .KE)(parts, '; ', 20)}. Nothing serves it. To go on, run the release again: code that is there is not uploaded again. To return, release the earlier code`,
    ];
}
/** @param found `undefined`: it could not be read */
function whatIs(found, { codeSha256, before }) {
    switch (found) {
        case codeSha256:
            return `has the new code ${codeSha256}`;
        case before.codeSha256:
            return `still has ${before.codeSha256}`;
        case undefined:
            return `has ${before.codeSha256} or the new code ${codeSha256}`;
        default:
            return `has ${found}, which another job uploaded`;
    }
}


/***/ }),

/***/ 53633:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ versionReads)
/* harmony export */ });
/* harmony import */ var _aws_arns_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(828);
/* harmony import */ var _aws_functions_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(11056);
// The versions of Lambda functions, as Lambda shows them.


/** @param codes the code in the inputs, which a release would publish in place of that of `$LATEST` */
function versionReads(functions, place, codes) {
    return {
        readVersion: async (name, version) => {
            const reading = await functions.read(name, version);
            const code = version === undefined ? await codes.read(name) : undefined;
            return (reading && {
                description: reading.description,
                digest: code?.codeSha256 ?? reading.codeSha256,
                settings: reading.settings,
            });
        },
        readArns: (changes) => readArns(functions, place, changes),
    };
}
/** All functions of a rollout belong to one account, so any of them shows it. */
async function readArns(functions, place, changes) {
    const [first] = changes;
    if (!first)
        return new Map();
    const account = (0,_aws_arns_js__WEBPACK_IMPORTED_MODULE_0__/* .accountOf */ .XP)(await (0,_aws_functions_js__WEBPACK_IMPORTED_MODULE_1__/* .readArn */ .M)(functions, first.name));
    return new Map(changes.map(({ name, to }) => [name, (0,_aws_arns_js__WEBPACK_IMPORTED_MODULE_0__/* .versionArn */ .eh)(place, account, name, to)]));
}


/***/ }),

/***/ 14287:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  e: () => (/* binding */ sweepVersions)
});

// EXTERNAL MODULE: ./build/aws/arns.js
var arns = __webpack_require__(828);
// EXTERNAL MODULE: ./build/aws/functions.js + 5 modules
var aws_functions = __webpack_require__(11056);
// EXTERNAL MODULE: ./build/base/errors.js + 1 modules
var errors = __webpack_require__(76031);
// EXTERNAL MODULE: ./build/rollout/record.js + 3 modules
var record = __webpack_require__(31222);
// EXTERNAL MODULE: ./build/targets/concurrency.js
var concurrency = __webpack_require__(99350);
// EXTERNAL MODULE: ./build/targets/lambda/invoke-policy.js
var invoke_policy = __webpack_require__(33612);
// EXTERNAL MODULE: ./build/targets/lambda/read-policies.js
var read_policies = __webpack_require__(82164);
;// CONCATENATED MODULE: ./build/targets/lambda/retention.js
// Selects which versions of earlier releases may be deleted: none that is known to be in use, and none newer than the
// release. The newest of the rest are kept.
/**
 * The versions that may be deleted, oldest first. A version newer than the released one is never among them:
 * another person or tool published it, and may be about to release it.
 *
 * @param keep how many of the newest to keep, including the released one
 * @param inUse versions that are known to be in use
 */
function oldVersions(versions, { from, to }, keep, inUse) {
    const ascending = [...versions].sort((a, b) => Number(a) - Number(b));
    const ours = to === undefined ? ascending : ascending.filter((v) => Number(v) <= Number(to));
    // A version that is not published yet takes one of the places.
    const kept = to === undefined ? keep - 1 : keep;
    const older = ours.slice(0, Math.max(0, ours.length - kept));
    const used = new Set([from, to, ...inUse]);
    return older.filter((version) => !used.has(version));
}

;// CONCATENATED MODULE: ./build/targets/lambda/version-sweep.js
// Finds old versions of the released functions that nothing uses. Every use that AWS shows is checked. If uses of a
// function's versions cannot be determined, they are kept.








/**
 * The maximum number of old versions of one function to delete at a time: other calls of the account share the
 * quota.
 */
const MOST_AT_ONCE = 50;
async function sweepVersions(bound, released, keep, uses) {
    const sources = await bound.versions.readEventSources();
    const targets = sources.map(({ functionArn }) => functionArn);
    const swept = await (0,concurrency/* mapAll */.gJ)(released, async (fn) => {
        try {
            return await sweepFunction(bound, fn, keep, uses, targets);
        }
        catch (error) {
            return stays(fn, (0,errors/* known */.eO)(error).message);
        }
    });
    return {
        leftovers: swept.flatMap(({ leftovers }) => leftovers),
        notes: swept.flatMap(({ notes }) => notes),
    };
}
function stays({ name }, why) {
    return { leftovers: [], notes: [`the old versions of "${name}" were not deleted: ${why}`] };
}
async function sweepFunction(bound, fn, keep, uses, targets) {
    const { versions, functions } = bound;
    const { name } = fn;
    const hidden = uses.hidden(name);
    if (hidden !== undefined)
        return stays(fn, hidden);
    const arn = await (0,aws_functions/* readArn */.M)(functions, name);
    if ((0,record/* ourTagKeys */.Vn)(await bound.readTags(arn)).length > 0) {
        return stays(fn, 'it is part of an unfinished rollout');
    }
    const inUse = [
        ...(await versions.aliased(name)),
        ...(await versions.provisioned(name)),
        ...uses.of(name),
        ...targets.filter((target) => target.startsWith(`${arn}:`)).map(arns/* qualifierOf */.Um),
    ];
    const old = oldVersions(await versions.list(name), fn, keep, inUse).slice(0, MOST_AT_ONCE);
    // Not to be allowed to read it is no proof that nobody may call: the versions then stay.
    const whole = await functions.readResourcePolicy(arn);
    const kept = await (0,concurrency/* mapAll */.gJ)(old, async (version) => (0,invoke_policy/* otherPrincipals */.W3)(await (0,read_policies/* readOwnPolicies */.rX)(functions, arn, version, whole), uses.knows)
        ? 'a policy lets something else call it'
        : whyExecuting(bound, name, version));
    return {
        leftovers: old
            .filter((_, i) => kept[i] === undefined)
            .map((version) => ({
            words: `version ${version} of "${name}"`,
            remove: () => versions.remove(name, version),
        })),
        notes: old.flatMap((version, i) => kept[i] === undefined ? [] : [`version ${version} of "${name}" is kept: ${kept[i]}`]),
    };
}
/**
 * A durable execution stays on the version that it began with (Lambda developer guide, "Durable functions"), and may
 * run much longer than a release.
 *
 * @returns why the version must stay; `undefined`: no execution runs on it
 */
async function whyExecuting({ functions, versions }, name, version) {
    const reading = await functions.read(name, version);
    if (!reading?.durable)
        return undefined;
    try {
        return (await versions.isExecuting(name, version)) ? 'durable executions run on it' : undefined;
    }
    catch (error) {
        return `whether durable executions run on it is unknown (${(0,errors/* known */.eO)(error).message})`;
    }
}


/***/ }),

/***/ 56805:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ describeVersion),
/* harmony export */   o: () => (/* binding */ parseVersion)
/* harmony export */ });
// The description of a version that a release publishes, which is stored permanently in AWS. A rollback to an
// earlier release reads it.
/** Lambda's limit. */
const MAX_DESCRIPTION = 256;
/** @param source repository and commit */
function describeVersion(source, from) {
    if (from === '')
        return source.slice(0, MAX_DESCRIPTION);
    const tail = `, after ${from}`;
    return `${source.slice(0, MAX_DESCRIPTION - tail.length)}${tail}`;
}
/** The version that was served when this one was published; `undefined` if not recorded. */
function parseVersion(description) {
    return /@[0-9a-f]+, after (\d{1,18})$/.exec(description)?.[1];
}


/***/ }),

/***/ 23235:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ createVoucher)
/* harmony export */ });
/* harmony import */ var _version_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(56805);
// Checks whether AWS shows which version served before another one. If this action published the version, its
// description names it. A description cannot be changed later, and publishing needs release permissions.

/** @param said changes named by another source that needs release permissions */
function createVoucher(functions, said = []) {
    return async ({ name, from, to }) => {
        if (said.some((one) => one.name === name && one.from === from && one.to === to))
            return true;
        const description = (await functions.read(name, to))?.description ?? '';
        return (0,_version_text_js__WEBPACK_IMPORTED_MODULE_0__/* .parseVersion */ .o)(description) === from;
    };
}


/***/ }),

/***/ 30816:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A8: () => (/* binding */ WARM_UP_LIMIT_SECONDS),
/* harmony export */   hR: () => (/* binding */ findWarmUps),
/* harmony export */   mm: () => (/* binding */ warmUpVersions),
/* harmony export */   wK: () => (/* binding */ POLL_SECONDS),
/* harmony export */   xo: () => (/* binding */ deallocate)
/* harmony export */ });
/* harmony import */ var _base_duration_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(15902);
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76031);
/* harmony import */ var _concurrency_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(99350);
// If the previous version or its alias has provisioned concurrency, the new version gets the same amount before it
// receives traffic. What only the losing side needed is deallocated when the rollout is over.



/**
 * The provisioned concurrency that the new versions lack compared with the previous ones. Changes nothing.
 *
 * @param kept the aliases that have their own, by function name
 */
async function findWarmUps(provisioned, changes, kept = new Map()) {
    const moving = changes.filter(({ from, to }) => from !== to);
    const found = await (0,_concurrency_js__WEBPACK_IMPORTED_MODULE_2__/* .mapAll */ .gJ)(moving, async ({ name, from, to }) => {
        const before = await provisioned.read(name, kept.get(name) ?? from);
        // What exists already was not allocated by this rollout, and is kept whatever the outcome.
        const there = before && (await provisioned.read(name, to));
        return before && !there ? [[name, before.requested]] : [];
    });
    return Object.fromEntries(found.flat());
}
/** Lambda allocates within minutes. For a version that cannot start, it fails or keeps retrying. */
const WARM_UP_LIMIT_SECONDS = 900;
const POLL_SECONDS = 5;
/** Requests the environments and waits until they are ready. Throws if they do not become ready. */
async function warmUpVersions(provisioned, changes, warmUps, waiting) {
    const asked = changes.filter(({ name }) => Object.hasOwn(warmUps, name));
    await (0,_concurrency_js__WEBPACK_IMPORTED_MODULE_2__/* .mapAll */ .gJ)(asked, async ({ name, to }) => {
        const count = warmUps[name] ?? 0;
        await provisioned.request(name, to, count);
        waiting.say(`${name}: ${count} environments are being prepared for version ${to}`);
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
            throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .KnownError */ .E(`the provisioned concurrency of version ${version} of "${name}" failed (${reason || 'Lambda gives no reason'}), so the version does not start`);
        }
        if (stopped())
            throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .KnownError */ .E('cancelled while environments were being prepared');
        await pause(POLL_SECONDS);
    }
    throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .KnownError */ .E(`the provisioned concurrency of version ${version} of "${name}" was not ready within ${(0,_base_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a)(WARM_UP_LIMIT_SECONDS)}`);
}
const GONE = { status: 'FAILED', reason: 'someone removed it' };
/**
 * Deallocates what the losing side has, unless that version is still needed.
 *
 * @param served which side has all the traffic now
 */
async function deallocate({ provisioned, isNeeded }, functions, { warmed = {}, kept = [] }, served) {
    const asked = functions.filter(({ name }) => Object.hasOwn(warmed, name) && !(served === 'new' && kept.includes(name)));
    await (0,_concurrency_js__WEBPACK_IMPORTED_MODULE_2__/* .forEvery */ .db)(asked, async ({ name, from, to }) => {
        const left = served === 'new' ? from : to;
        if (!(await isNeeded(name, left)))
            await provisioned.remove(name, left);
    });
}


/***/ }),

/***/ 18911:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Yb: () => (/* binding */ doubtful),
/* harmony export */   Zg: () => (/* binding */ createTrust),
/* harmony export */   g_: () => (/* binding */ BORNE_OUT),
/* harmony export */   gr: () => (/* binding */ NOT_BEGUN)
/* harmony export */ });
/* harmony import */ var _rollout_release_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(82787);
/* harmony import */ var _seal_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(90428);
// Decides which records this run acts on. A run recognizes the records that it wrote. Any other record must move
// only what the inputs name, and AWS must confirm it. Every read of the tags passes through here, so every later
// write is for a record that was checked (decision 17).


const BORNE_OUT = { kind: 'borne-out' };
function doubtful(why) {
    return { kind: 'doubtful', why };
}
/** For a release that was interrupted before its first shift: nothing in AWS shows what it would serve. */
const NOT_BEGUN = 'the new version has no traffic, and only the run that started the release may start to shift';
/**
 * @param beyondAsked what a record would change that the inputs do not name, as part of a sentence; `undefined`:
 * nothing
 */
function createTrust(beyondInputs) {
    const known = new Set();
    const borneOut = new Set();
    let own;
    const vetOther = async (stored, claim, ask) => {
        const { record } = stored.storedRollout;
        const beyond = beyondInputs(record);
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
            own = { id: record.id, seal: (0,_seal_js__WEBPACK_IMPORTED_MODULE_1__/* .sealOf */ .R)(record) };
            known.add(own.seal);
        },
        isOwn: (record) => known.has((0,_seal_js__WEBPACK_IMPORTED_MODULE_1__/* .sealOf */ .R)(record)),
        vet: async (stored, ask) => {
            if (stored.kind !== 'rollout')
                return stored;
            const { record, canaryDeploymentId } = stored.storedRollout;
            const seal = (0,_seal_js__WEBPACK_IMPORTED_MODULE_1__/* .sealOf */ .R)(record);
            const claim = `${seal} ${canaryDeploymentId}`;
            if (known.has(seal) || borneOut.has(claim))
                return stored;
            return own && (0,_rollout_release_js__WEBPACK_IMPORTED_MODULE_0__/* .sameRollout */ .c5)(own.id, record.id)
                ? unproven(record, 'its tags were changed after this run wrote them')
                : vetOther(stored, claim, ask);
        },
    };
}
function unproven({ id }, why) {
    return { kind: 'unproven', id, why };
}


/***/ })

};
