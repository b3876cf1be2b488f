export const id = 2894;
export const ids = [2894];
export const modules = {

/***/ 44134:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ compare)
/* harmony export */ });
/* harmony import */ var _share_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3788);
// Compares the canary with stable, minute by minute: how much worse it is, and how many requests that cost.

/**
 * The common risk ratio and difference over strata (Mantel & Haenszel 1959; Greenland & Robins 1985 for the
 * ratio). Each minute is a stratum. Pooled counts would compare the canary's late minutes with stable's early
 * ones, because the weight grows while conditions change. Sparse minutes have about one request and nothing to
 * compare, so sparse minutes of equal weight are pooled.
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

/***/ 16103:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   LO: () => (/* binding */ missing),
/* harmony export */   NZ: () => (/* binding */ isSteady),
/* harmony export */   TS: () => (/* binding */ rate),
/* harmony export */   cz: () => (/* binding */ sum),
/* harmony export */   lZ: () => (/* binding */ NO_COUNTS),
/* harmony export */   oE: () => (/* binding */ withoutEvents),
/* harmony export */   yX: () => (/* binding */ swapSides)
/* harmony export */ });
// The counts of one minute of traffic: the one shape that every test here reads.
const NO_COUNTS = { requests: 0, events: 0 };
/** The sum of several counts. */
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
/** The same minute with the two versions swapped. */
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
/** The same minute, counting the requests that were not events as its events. */
function withoutEvents(minute) {
    return { ...minute, canary: missing(minute.canary), stable: missing(minute.stable) };
}
/** The same counts, with the requests that were not events as the events. */
function missing({ requests, events }) {
    return { requests, events: Math.max(0, requests - events) };
}
/** Whether the weight was the same throughout the minute. */
function isSteady(minute) {
    return minute.weight === minute.weightBefore;
}


/***/ }),

/***/ 33034:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I6: () => (/* binding */ find),
/* harmony export */   qd: () => (/* binding */ isFinding),
/* harmony export */   sX: () => (/* binding */ isMade)
/* harmony export */ });
/* unused harmony export verdictOf */
/* harmony import */ var _comparison_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(44134);
/* harmony import */ var _counts_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(16103);
/* harmony import */ var _rollback_test_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(38549);
/* harmony import */ var _safe_bound_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(44643);
/* harmony import */ var _shown_interval_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(81252);
// The finding of one test: its verdict and its numbers.





/** Whether the evidence is a comparison with its numbers. */
function isFinding(evidence) {
    return 'comparison' in evidence;
}
/**
 * Whether anything was compared: both sides in the same minute, or the canary with the guardrail's limit. The errors
 * of all traffic say nothing about one of the versions.
 */
function isMade({ source, comparison }) {
    return source.kind === 'guardrail'
        ? source.of === 'held-back' || (source.of !== 'all-traffic' && source.limit < 1)
        : !Number.isNaN(comparison.stableRate);
}
/**
 * Answers one question about one series. *Failing* once the rollback test has failed in any minute, closed or open;
 * *healthy* once the harm is ruled out in closed minutes and there is hardly any evidence against the canary (see
 * `verdictOf`); otherwise *inconclusive*. The same tests find that the canary has fewer events: with the sides
 * swapped, stable has more.
 */
function find(series, question) {
    const { profile, falseRollbackRate, materialRatio, harm, worse } = question;
    const before = (0,_counts_js__WEBPACK_IMPORTED_MODULE_1__/* .sum */ .cz)(series.before);
    const { mayFade = false } = question;
    const settings = { falseRollbackRate, profile, materialRatio, mayFade, before };
    const test = (0,_rollback_test_js__WEBPACK_IMPORTED_MODULE_2__/* .createRollbackTest */ .Xv)(settings);
    // The same test with the sides swapped, so the probability that it wrongly tells of a fall is the same.
    const opposite = question.tellsOpposite && (0,_rollback_test_js__WEBPACK_IMPORTED_MODULE_2__/* .createRollbackTest */ .Xv)(settings);
    let fell = false;
    const bound = (0,_safe_bound_js__WEBPACK_IMPORTED_MODULE_3__/* .createSafeBound */ .OO)(harm, profile.dispersion);
    let reading = {
        nats: 0,
        threshold: -Math.log(falseRollbackRate),
        failing: false,
    };
    let safeNats = 0;
    let failingSince;
    const path = [];
    const point = (shown, { nats, threshold }) => {
        const { minute, canary, stable } = worse === 'more' ? shown : (0,_counts_js__WEBPACK_IMPORTED_MODULE_1__/* .withoutEvents */ .oE)(shown);
        path.push({ minute, canary, stable, nats, threshold });
    };
    for (const minute of series.minutes) {
        const asked = worse === 'more' ? minute : (0,_counts_js__WEBPACK_IMPORTED_MODULE_1__/* .swapSides */ .yX)(minute);
        reading = test.add(asked);
        safeNats = bound.add(asked);
        fell = opposite?.add((0,_counts_js__WEBPACK_IMPORTED_MODULE_1__/* .swapSides */ .yX)(asked)).failing ?? false;
        if (reading.failing)
            failingSince ??= minute.minute;
        point(minute, reading);
    }
    const early = reading.failing || worse === 'fewer' ? [] : failingEarly(test, series.open ?? []);
    for (const { shown, provisional } of early) {
        point(shown, provisional);
        reading = provisional;
        failingSince = shown.minute;
    }
    const shown = [...series.minutes, ...early.map((one) => one.shown)];
    const counted = [...series.minutes, ...early.map((one) => one.provisional.minute)];
    const comparison = (0,_comparison_js__WEBPACK_IMPORTED_MODULE_0__/* .compare */ .U)(counted);
    const { failing, threshold, nats } = reading;
    const { ratio } = comparison;
    const { dispersion } = profile;
    const decision = { failing, threshold, dispersion, worse, ratio, materialRatio };
    const { source, standard } = question;
    // A check reads most findings only for their verdicts.
    let interval;
    const finding = {
        source,
        verdict: verdictOf(reading, safeNats, standard),
        canary: (0,_counts_js__WEBPACK_IMPORTED_MODULE_1__/* .sum */ .cz)(shown.map((m) => m.canary)),
        stable: (0,_counts_js__WEBPACK_IMPORTED_MODULE_1__/* .sum */ .cz)(shown.map((m) => m.stable)),
        comparison,
        get interval() {
            interval ??= { shown: (0,_shown_interval_js__WEBPACK_IMPORTED_MODULE_4__/* .shownInterval */ .b)(counted, decision) };
            return interval.shown;
        },
        reading: { nats, threshold, failing },
        safe: { nats: safeNats, threshold: -Math.log(standard.falseSafeRate) },
        failingSince,
        ...(fell && { fell }),
        ...(early.length > 0 && {
            decidedFrom: { minutes: shown.length, arriving: early.length },
        }),
    };
    const { excessEvents: excess } = (0,_comparison_js__WEBPACK_IMPORTED_MODULE_0__/* .compare */ .U)([...series.minutes, ...(series.open ?? [])]);
    return { source, finding, path, excess };
}
/** The open minutes until the one in which the test fails; empty if it does not. */
function failingEarly(test, open) {
    if (open.length === 0)
        return [];
    const readings = test.peek(open);
    const decisive = readings.findIndex(({ failing }) => failing);
    return readings
        .slice(0, decisive + 1)
        .map((provisional, i) => ({ shown: open[i], provisional }));
}
/** The verdict of the two tests: compares `safeNats` and the evidence against the canary with a threshold. */
function verdictOf(reading, safeNats, standard) {
    if (reading.failing)
        return 'failing';
    const safe = safeNats >= -Math.log(standard.falseSafeRate);
    const doubtful = reading.nats > standard.toleratedDoubt + ROUNDING;
    return safe && !doubtful ? 'healthy' : 'inconclusive';
}
/** Evidence begins at 0 nats. Up to this value it counts as unchanged. */
const ROUNDING = 1e-9;


/***/ }),

/***/ 33402:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ logSumExp),
/* harmony export */   x: () => (/* binding */ logAddExp)
/* harmony export */ });
// Sums of numbers kept as logarithms, so that evidence of e^1000 neither overflows nor underflows.
/** ln(e^a + e^b). */
function logAddExp(a, b) {
    const high = Math.max(a, b);
    if (high === Number.NEGATIVE_INFINITY)
        return high;
    return high + Math.log1p(Math.exp(Math.min(a, b) - high));
}
/** ln of the sum of e^x over the values; −∞ for no values. */
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

/***/ 80199:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ usualRate),
/* harmony export */   T: () => (/* binding */ inFavour)
/* harmony export */ });
/* harmony import */ var _counts_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(16103);
// Minutes whose counts are still arriving. They may show that the canary fails, but never that it is healthy.

/**
 * Open minutes with everything that has not arrived counted in the canary's favour. A slow version's errors are shown
 * before its successes, so the canary's missing requests are successes. And stable may be the slow one, so it is given
 * at least as many failed requests as usual; and if fewer of its requests have ended than of the canary's, the rest of
 * them will fail.
 *
 * All of this only lowers the evidence against the canary (see `sequential-test.ts`).
 *
 * @param usual stable's usual error rate, 0 to 1
 */
function inFavour(minutes, usual) {
    return minutes.map((minute) => {
        const { canary, stable } = minute;
        const expected = stable.requests * odds(minute);
        const running = stable.requests * stillRunning(minute, expected);
        return {
            ...minute,
            canary: { ...canary, requests: Math.max(canary.requests, expected) },
            stable: {
                requests: stable.requests + running,
                events: Math.max(stable.events, usual * stable.requests) + running,
            },
        };
    });
}
/**
 * The most requests of stable that may still run or be shown later, for each one that is shown, by the number of the
 * canary's that are: 0 unless there are more of these than by chance. In an incident, one version may fail at once, and
 * the other hang.
 */
function stillRunning({ canary }, expected) {
    const more = canary.requests - expected;
    const chance = Math.sqrt(expected);
    return more > chance ? (more + chance) / expected : 0;
}
/** Requests of the canary for each one of stable. */
function odds({ weight, weightBefore }) {
    const share = Math.max(weight, weightBefore) / 100;
    return share / (1 - share);
}
/**
 * Stable's usual error rate, 0 to 1: the higher one of before the rollout and since.
 */
function usualRate(before, since) {
    return Math.max((0,_counts_js__WEBPACK_IMPORTED_MODULE_0__/* .rate */ .TS)(before) || 0, (0,_counts_js__WEBPACK_IMPORTED_MODULE_0__/* .rate */ .TS)(since) || 0);
}


/***/ }),

/***/ 49566:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   r: () => (/* binding */ riskRatioNats)
/* harmony export */ });
// The formula behind most tests here: how much likelier a minute's events are if the canary's risk is `ratio`
// times stable's than if the version makes no difference.
/**
 * ln of the likelihood ratio, in nats, of `canary` of `total` events falling on a side with that share of the
 * requests. Stable's own rate in this minute cancels out: given that an event happened, only the random split
 * decides whose it is. So an incident that hits both versions gives no evidence, and the weight may change
 * from minute to minute.
 *
 * Lindon & Malek, "Anytime-valid inference for multinomial count data" (NeurIPS 2022), with the
 * multinomial's parameter written as a risk ratio.
 */
function riskRatioNats(canary, total, share, ratio, logRatio = Math.log(ratio)) {
    return canary * logRatio - total * Math.log1p(share * (ratio - 1));
}


/***/ }),

/***/ 38549:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Bb: () => (/* binding */ INCIDENT_FACTOR),
  sX: () => (/* binding */ RECENT_MINUTES),
  Xv: () => (/* binding */ createRollbackTest)
});

// EXTERNAL MODULE: ./build/analysis/comparison.js
var comparison = __webpack_require__(44134);
// EXTERNAL MODULE: ./build/analysis/counts.js
var counts = __webpack_require__(16103);
// EXTERNAL MODULE: ./build/analysis/open-minutes.js
var open_minutes = __webpack_require__(80199);
// EXTERNAL MODULE: ./build/analysis/sequential-test.js + 1 modules
var sequential_test = __webpack_require__(28923);
// EXTERNAL MODULE: ./build/analysis/shared-incident.js
var shared_incident = __webpack_require__(84725);
;// CONCATENATED MODULE: ./build/analysis/total-failure.js
// A total failure is not a blip: where nearly every request of the canary fails, no second minute has to agree.
/** Nearly every request: this share of the canary's, 0 to 1. */
const NEARLY_ALL = 0.9;
/** Stable does not fail like that: at least this share of its requests succeeded, 0 to 1. */
const STABLE_SUCCEEDED = 0.5;
/** For so long, measured in requests that the canary usually gets in that time. */
const SECONDS = 36;
const LEAST_REQUESTS = 10;
/**
 * Whether nearly every request of the canary failed in a minute, for most of it. A new server that needs some
 * seconds to start is not that, and neither is a minute of which hardly anything has arrived: stable’s requests may
 * be about to fail.
 *
 * @param last the minute before, whose traffic is the measure of a minute
 */
function isTotalFailure(minute, last) {
    const { canary, stable, weight, weightBefore } = minute;
    const perMinute = Math.max(traffic(minute), last ? traffic(last) : 0);
    const usual = (perMinute * Math.max(weight, weightBefore)) / 100;
    return (canary.requests >= Math.max(LEAST_REQUESTS, (usual * SECONDS) / 60) &&
        canary.events >= NEARLY_ALL * canary.requests &&
        stable.requests - stable.events >= STABLE_SUCCEEDED * (perMinute - usual));
}
function traffic({ canary, stable }) {
    return canary.requests + stable.requests;
}

// EXTERNAL MODULE: ./build/analysis/young.js
var young = __webpack_require__(61155);
;// CONCATENATED MODULE: ./build/analysis/rollback-test.js
// When the evidence is enough to roll back: strong, material, and stronger still during an incident.







/** A regression must still be visible in this many last minutes. */
const RECENT_MINUTES = 10;
/** What a young version does must still be visible in this many. */
const LAST_MINUTES = 3;
/** Once stable itself has had an incident, the evidence must be this many times as strong. */
const INCIDENT_FACTOR = 10;
/**
 * The decision to roll back. Materiality and incidents can only prevent a rollback, so the bound on the rate
 * of false rollbacks holds. By the same inequality, a rollback after the start of an incident on both sides
 * is false with a tenth of that rate. The cost for a real regression is 2.3 nats, and only if stable has an
 * incident too.
 */
function createRollbackTest(settings) {
    const { falseRollbackRate, profile, materialRatio, mayFade = false, before } = settings;
    const test = (0,sequential_test/* createSequentialTest */.Kz)(profile);
    const incidents = (0,shared_incident/* createSharedIncidentDetector */.MX)(before, profile.dispersion);
    const calmThreshold = -Math.log(falseRollbackRate);
    const recent = [];
    let since = counts/* NO_COUNTS */.lZ;
    let failing = false;
    function read(nats, incident, last) {
        const threshold = calmThreshold + (incident ? Math.log(INCIDENT_FACTOR) : 0);
        return { nats, threshold, failing: nats >= threshold && isMaterial(last) };
    }
    function isMaterial(last) {
        if ((0,comparison/* compare */.U)(last).ratio < materialRatio)
            return false;
        if (!mayFade)
            return true;
        return (0,comparison/* compare */.U)(last.slice(-LAST_MINUTES)).ratio >= materialRatio && (0,young/* isLasting */.d)(last);
    }
    function add(minute) {
        const total = !mayFade && isTotalFailure(minute, recent.at(-1));
        recent.push(minute);
        if (recent.length > RECENT_MINUTES)
            recent.shift();
        since = (0,counts/* sum */.cz)([since, minute.stable]);
        const reading = read(test.add(minute, { total }), incidents.add(minute.stable), recent);
        failing ||= reading.failing;
        return { ...reading, failing };
    }
    function peek(open) {
        const ahead = test.fork();
        const weather = incidents.fork();
        const last = [...recent];
        return (0,open_minutes/* inFavour */.T)(open, (0,open_minutes/* usualRate */.P)(before, since)).map((favoured, i) => {
            const minute = open[i];
            last.push(favoured);
            const total = isTotalFailure(minute, open[i - 1] ?? recent.at(-1));
            const nats = ahead.add(favoured, { open: true, total });
            const reading = read(nats, weather.add(minute.stable), last.slice(-RECENT_MINUTES));
            return { ...reading, minute: favoured };
        });
    }
    return { add, peek };
}


/***/ }),

/***/ 44643:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $f: () => (/* binding */ DEFAULT_HARM),
/* harmony export */   OO: () => (/* binding */ createSafeBound)
/* harmony export */ });
/* unused harmony export safeNats */
/* harmony import */ var _log_space_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(33402);
/* harmony import */ var _risk_ratio_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(49566);
/* harmony import */ var _share_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3788);
// The opposite direction: evidence that the new version is not harmful, so that a step may end.



/** A version that fails one request in two hundred, and fails twice as often as stable. */
const DEFAULT_HARM = { riskRatio: 2, rate: 0.005 };
/** The part of the bets that is on the comparison with stable; the others are on the canary's own rate. */
const COMPARED = 0.35;
const RATIO_BETS = [
    { of: 0.1, prior: 0.1 },
    { of: 0.5, prior: 0.1 },
    { of: 0.8, prior: 0.15 },
    { of: 1, prior: 0.35 },
    { of: 1.25, prior: 0.2 },
    { of: 1.5, prior: 0.1 },
];
/** Mostly on rates of a sixth and a third of the harm: one failed request among the first must not delay a step. */
const RATE_BETS = [
    { of: 1 / 100, prior: 0.25 },
    { of: 0.15, prior: 0.4 },
    { of: 1 / 3, prior: 0.35 },
];
/**
 * Evidence that the canary is outside the region of harm: from the comparison with stable, and from the canary's own
 * rate. Each alone is an e-value for the whole region, so their weighted mean is one too: while the canary is harmful,
 * M reaches 1/b with a probability of at most b, however often it is checked. The canary's own rate clears a service
 * without any error after about 800 error-free canary requests, at the default harm and b = 5%.
 *
 * The ratio's bets are scaled to `harm.riskRatio / 2`, so they stay below it.
 */
function createSafeBound(harm = DEFAULT_HARM, dispersion = 1) {
    const scale = Math.min(1, harm.riskRatio / 2);
    const ratios = RATIO_BETS.map((bet) => bet.of * scale);
    const rates = RATE_BETS.map((bet) => bet.of * harm.rate);
    const logPrior = Float64Array.from([
        ...RATIO_BETS.map((bet) => Math.log(bet.prior * COMPARED)),
        ...RATE_BETS.map((bet) => Math.log(bet.prior * (1 - COMPARED))),
    ]);
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

/***/ 28923:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  kF: () => (/* binding */ AT_SHIFTS),
  Kz: () => (/* binding */ createSequentialTest)
});

// UNUSED EXPORTS: evidencePath

// EXTERNAL MODULE: ./build/analysis/counts.js
var counts = __webpack_require__(16103);
// EXTERNAL MODULE: ./build/analysis/share.js
var analysis_share = __webpack_require__(3788);
;// CONCATENATED MODULE: ./build/analysis/joint.js
// Sparse traffic: with one request per minute, each success of stable is evidence too.


/**
 * ln of the likelihood ratio, in nats, of the sides and outcomes of a minute's requests together, against a
 * version that makes no difference. It is exact for any risk that both sides share, but relies on the
 * configured weight, so it is used only for sparse minutes whose weight was steady.
 *
 * The two-sample e-value of Turner, Ly & Grünwald ("Generic E-variables for exact sequential
 * k-sample tests", 2021), with the side drawn by the configured weight instead of in blocks.
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
var log_space = __webpack_require__(33402);
// EXTERNAL MODULE: ./build/analysis/risk-ratio.js
var risk_ratio = __webpack_require__(49566);
;// CONCATENATED MODULE: ./build/analysis/sequential-test.js
// The sequential test: one number that may be checked at any time, without more false alarms than the configured
// rate.





/**
 * A test martingale M of "the canary is not worse": a mixture over risk ratios and over the minute in which a
 * regression starts. While the canary is not worse, the probability that M ever reaches 1/a is at most a
 * (Ville's inequality), however often and whenever it is checked.
 *
 * It holds while counts are still arriving, too. Take the failed requests one by one, in the order in which they are
 * shown. Each was routed to the canary with at most the configured share, whatever has been shown before, so the
 * factor r/(1 + ρ(r − 1)) for one of the canary's, and 1/(1 + ρ(r − 1)) for one of stable's, has a mean of at most 1:
 * their product is a supermartingale over single requests. Requests that did not fail are in no factor. M is never
 * above a mixture of these products, because the cap and a larger share only lower it; so the bound holds at every
 * look, also in the middle of a minute. All that is needed is that a failed request is not shown later because stable
 * served it (see `open-minutes.ts`). If more is routed to the canary than configured, the observed share counts, by the
 * argument for whole minutes: given which requests of a minute fail, the canary's are a draw without replacement.
 */
function createSequentialTest(profile) {
    const bets = profile.ratios.length + profile.joint.length;
    return resume(prepare(profile), {
        logBet: new Float64Array(bets).fill(Number.NEGATIVE_INFINITY),
        added: new Float64Array(bets),
        atShifts: new Float64Array(bets),
        run: new Float64Array(bets),
        last: undefined,
        unstarted: 1,
        starting: profile.onset.atOnce,
        canarySeen: false,
    });
}
function prepare(profile) {
    const { ratios, joint } = profile;
    const logPrior = Float64Array.from([...ratios, ...joint], (bet) => Math.log(bet.prior));
    return {
        profile,
        logRatios: Float64Array.from(ratios, (r) => Math.log(r.ratio)),
        logPrior,
        terms: new Float64Array(logPrior.length + 1),
    };
}
function resume(prepared, state) {
    const { profile, logRatios, logPrior, terms } = prepared;
    const { ratios, joint, onset, capNats, dispersion } = profile;
    const { logBet, added, atShifts, run } = state;
    /** What has been used of a bet's cap. */
    function used(bet, shared) {
        if (shared === 'shifts')
            return atShifts[bet];
        return shared === 'if-reached' && run[bet] === 1 ? Math.max(0, added[bet]) : 0;
    }
    function grow(bet, nats, by) {
        const { influence, most, shared, logStarting, total } = by;
        const cap = total ? Number.POSITIVE_INFINITY : Math.max(0, most - used(bet, shared));
        const raw = (influence * nats) / dispersion;
        run[bet] = raw >= most ? run[bet] + 1 : 0;
        added[bet] = Math.min(cap, raw);
        if (shared === 'shifts')
            atShifts[bet] += Math.max(0, added[bet]);
        logBet[bet] = (0,log_space/* logAddExp */.x)(logBet[bet], logStarting) + added[bet];
    }
    function add(minute, { open = false, total = false } = {}) {
        const share = (0,analysis_share/* highShare */.Yv)(minute);
        const influence = minute.influence ?? 1;
        const isShift = !(0,counts/* isSteady */.NZ)(minute);
        const by = {
            influence,
            most: influence * capNats * (isShift ? AT_SHIFTS : 1),
            shared: isShift ? 'shifts' : sharedCap(state.last, minute),
            logStarting: Math.log(state.starting),
            total,
        };
        const events = minute.canary.events;
        const all = events + minute.stable.events;
        for (let i = 0; i < ratios.length; i++) {
            grow(i, (0,risk_ratio/* riskRatioNats */.r)(events, all, share, ratios[i].ratio, logRatios[i]), by);
        }
        // A canary without any request yet is no evidence: AWS may not route to it yet.
        const tells = state.canarySeen && !open;
        for (let i = 0; i < joint.length; i++) {
            grow(ratios.length + i, tells ? jointNats(minute, joint[i]) : 0, by);
        }
        state.last = minute;
        state.canarySeen ||= minute.canary.requests > 0;
        state.unstarted = Math.max(0, state.unstarted - state.starting);
        state.starting = state.unstarted * onset.hazard;
        for (let i = 0; i < logBet.length; i++)
            terms[i] = logPrior[i] + logBet[i];
        terms[logBet.length] = Math.log(state.unstarted);
        return (0,log_space/* logSumExp */.V)(terms);
    }
    return {
        add,
        fork: () => resume(prepared, {
            ...state,
            logBet: logBet.slice(),
            added: added.slice(),
            atShifts: atShifts.slice(),
            run: run.slice(),
        }),
    };
}
/**
 * What all minutes in which the weight changed may add, as a part of the cap of a minute: what new servers do at every
 * shift is one and the same trouble, and leaves room for chance in the minutes between.
 */
const AT_SHIFTS = 0.6;
/** With fewer failed requests of the canary, a minute is not a bad one, but one with a few bad requests. */
const BAD_MINUTE_EVENTS = 5;
function sharedCap(last, minute) {
    if (last?.minute !== minute.minute - 1)
        return 'never';
    return last.canary.events >= BAD_MINUTE_EVENTS ? 'if-reached' : 'never';
}
/** ln M after each of the minutes. */
function evidencePath(minutes, profile) {
    const test = createSequentialTest(profile);
    return minutes.map((minute) => test.add(minute));
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
/* harmony import */ var _unequal_share_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(81568);
// The canary's share of a minute's requests: the probability with which each of them was routed to it.

/** Below this many requests per minute, the observed share is mostly noise, and the configured one is used. */
const SPARSE_BELOW = 50;
/** From this share of the canary on, 0 to 1, stable may have hardly any requests in a minute by chance. */
const SMALL_STABLE = 0.9;
/** Whether the minute has too few requests for its observed share to mean anything. */
function isSparse(minute) {
    return minute.canary.requests + minute.stable.requests < SPARSE_BELOW;
}
/**
 * The largest share, 0 to 1, that the canary can have had at any time in the minute. Tests that may find the canary
 * worse use this one, because a larger share explains more of the canary's events by chance: the configured share, or
 * the observed one if it is larger by more than chance explains. So it also holds while counts are still arriving,
 * and where stable gets requests that nobody routed, such as health checks: these lower the observed share, but not
 * the chance that a failed request was routed to the canary.
 */
function highShare(minute) {
    if (minute.share === 'unequal')
        return (0,_unequal_share_js__WEBPACK_IMPORTED_MODULE_0__/* .unequalShare */ .p)(minute).high;
    const configured = Math.max(minute.weight, minute.weightBefore) / 100;
    const observed = observedShare(minute);
    const tolerated = configured < SMALL_STABLE ? noise(configured, minute) : 0;
    return observed - configured > tolerated ? observed : configured;
}
/**
 * The smallest share, 0 to 1, that the canary can have had at any time in the minute. Tests that may find the
 * canary safe use this one: with too large a share, few events on the canary wrongly look good.
 */
function lowShare(minute) {
    if (minute.share === 'unequal')
        return (0,_unequal_share_js__WEBPACK_IMPORTED_MODULE_0__/* .unequalShare */ .p)(minute).low;
    const configured = Math.min(minute.weight, minute.weightBefore) / 100;
    const observed = observedShare(minute);
    return configured - observed > noise(configured, minute) ? observed : configured;
}
/** A difference that one steady minute in forty exceeds by chance; any, if the minute is sparse. */
function noise(share, minute) {
    const requests = minute.canary.requests + minute.stable.requests;
    return requests < SPARSE_BELOW ? 1 : 2 * Math.sqrt((share * (1 - share)) / requests);
}
function observedShare(minute) {
    return minute.canary.requests / (minute.canary.requests + minute.stable.requests);
}


/***/ }),

/***/ 84725:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   MX: () => (/* binding */ createSharedIncidentDetector),
/* harmony export */   hu: () => (/* binding */ bothBad)
/* harmony export */ });
/* unused harmony export surpriseNats */
/* harmony import */ var _counts_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(16103);
// Incidents that hit both versions. They are not the canary's fault, but they call for caution.

/** Nats of surprise from which a rate counts as raised: a probability of one in a thousand. */
const SURPRISE = Math.log(1000);
/**
 * How surprising this many events are, in nats, if `expected` were expected: the Chernoff bound on the Poisson
 * tail, so e^-nats bounds the probability. 0 if there are no more than expected.
 */
function surpriseNats(events, expected) {
    if (events <= expected)
        return 0;
    return events * Math.log(events / expected) - events + expected;
}
/**
 * Detects incidents on stable: minutes whose rate is well over twice the usual one. The usual rate is that of
 * `before` and of the calm minutes since. Only stable counts, because a bad canary must not be mistaken for an
 * incident.
 */
function createSharedIncidentDetector(before, dispersion = 1) {
    return detectFrom({ calm: before, found: false }, dispersion);
}
function detectFrom(weather, dispersion) {
    function add(stable) {
        const { calm } = weather;
        const raised = calm.requests > 0 &&
            surpriseNats(stable.events, 2 * stable.requests * usualRate(calm)) / dispersion >= SURPRISE;
        if (raised)
            weather.found = true;
        else
            weather.calm = (0,_counts_js__WEBPACK_IMPORTED_MODULE_0__/* .sum */ .cz)([calm, stable]);
        return weather.found;
    }
    return { add, fork: () => detectFrom({ ...weather }, dispersion) };
}
/** The rate with half an event added, so that a service that never failed has a rate above 0. */
function usualRate(counts) {
    return (counts.events + 0.5) / (counts.requests + 1);
}
/** The number of last closed minutes in which both sides must be bad. */
const RECENT_MINUTES = 3;
/** Both sides must be this many times as bad as stable was before the rollout. */
const DEGRADED_RATIO = 3;
/**
 * Whether both sides have become bad since the rollout began, for example because the canary broke a database
 * that stable uses too. No comparison of the sides can detect that, and it cannot be distinguished from an
 * incident. So the weight is held for a person to check, instead of a rollback.
 *
 * @param before stable's counts per minute, over the hour before the rollout
 * @returns the rates, or undefined if not both are bad or there is too little data
 */
function bothBad(minutes, before, dispersion = 1) {
    const usual = (0,_counts_js__WEBPACK_IMPORTED_MODULE_0__/* .sum */ .cz)(before);
    if (usual.requests === 0)
        return undefined;
    const recent = minutes.slice(-RECENT_MINUTES);
    const sides = [(0,_counts_js__WEBPACK_IMPORTED_MODULE_0__/* .sum */ .cz)(recent.map((m) => m.canary)), (0,_counts_js__WEBPACK_IMPORTED_MODULE_0__/* .sum */ .cz)(recent.map((m) => m.stable))];
    const bad = sides.every((side) => {
        const expected = DEGRADED_RATIO * side.requests * usualRate(usual);
        return surpriseNats(side.events, expected) / dispersion >= SURPRISE;
    });
    if (!bad)
        return undefined;
    return { canaryRate: (0,_counts_js__WEBPACK_IMPORTED_MODULE_0__/* .rate */ .TS)(sides[0]), stableRate: (0,_counts_js__WEBPACK_IMPORTED_MODULE_0__/* .rate */ .TS)(sides[1]), rateBefore: (0,_counts_js__WEBPACK_IMPORTED_MODULE_0__/* .rate */ .TS)(usual) };
}


/***/ }),

/***/ 81252:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  b: () => (/* binding */ shownInterval)
});

// EXTERNAL MODULE: ./build/analysis/log-space.js
var log_space = __webpack_require__(33402);
// EXTERNAL MODULE: ./build/analysis/risk-ratio.js
var risk_ratio = __webpack_require__(49566);
// EXTERNAL MODULE: ./build/analysis/share.js
var share = __webpack_require__(3788);
;// CONCATENATED MODULE: ./build/analysis/interval.js
// How many times worse the canary is, and how certain that is: an interval that may be read at any time.



const LOWEST = Math.log(0.01);
const HIGHEST = Math.log(1000);
const POINTS = 121;
const GRID = Float64Array.from({ length: POINTS }, (_, i) => LOWEST + (i / (POINTS - 1)) * (HIGHEST - LOWEST));
const LOG_PRIOR = logPrior();
/** A wide bell curve around "no difference", with a floor for unexpected ratios. */
function logPrior() {
    const weights = GRID.map((x) => Math.exp(-0.5 * (x / 1.5) ** 2) + 1e-3);
    const total = weights.reduce((a, b) => a + b, 0);
    return weights.map((weight) => Math.log(weight / total));
}
/**
 * The confidence sequence of the canary's risk ratio: with a probability of at least 1 − `miss`, every lower end from
 * first to last is below the true ratio, and the same holds for the upper ends (Ville's inequality for the mixture over
 * the truth; Robbins 1970). In a minute whose share is uncertain, each end uses the share that is worse for it, as the
 * tests do. For display only; `rollback-test.ts` decides.
 *
 * @returns undefined if there are no events yet
 */
function ratioInterval(minutes, miss, dispersion = 1) {
    const [above, below] = [telling(minutes, share/* highShare */.Yv), telling(minutes, share/* lowShare */.yw)];
    const least = endsOf(above, miss, dispersion);
    if (!least)
        return undefined;
    const isSame = above.every(({ share }, i) => share === below[i]?.share);
    const most = isSame ? least : endsOf(below, miss, dispersion);
    return { estimate: least.estimate, low: least.low, high: most?.high ?? Math.exp(HIGHEST) };
}
function endsOf(minutes, miss, dispersion) {
    if (minutes.length === 0)
        return undefined;
    const natsAt = (logRatio) => {
        let nats = 0;
        const ratio = Math.exp(logRatio);
        for (const m of minutes)
            nats += (0,risk_ratio/* riskRatioNats */.r)(m.canary, m.total, m.share, ratio, logRatio);
        return nats / dispersion;
    };
    const peak = highest((logRatio) => slopeAt(minutes, logRatio));
    const floor = (0,log_space/* logSumExp */.V)(nearTerms(natsAt, peak)) + Math.log(miss);
    return {
        estimate: Math.exp(peak),
        low: Math.exp(crossing(natsAt, floor, LOWEST, peak)),
        high: Math.exp(crossing(natsAt, floor, HIGHEST, peak)),
    };
}
/** The minutes with events that both versions can have had. */
function telling(minutes, shareOf) {
    return minutes
        .filter((m) => m.canary.events + m.stable.events > 0)
        .map((m) => ({
        canary: m.canary.events,
        total: m.canary.events + m.stable.events,
        share: shareOf(m),
    }))
        .filter((m) => m.share > 0 && m.share < 1);
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
/** The maximum of a concave function, found from its slope. */
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
/** Terms this far below the peak add nothing visible. */
const NEGLIGIBLE_NATS = 40;
/** The terms of the mixture, from the peak outwards until they become negligible. */
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
/** The point between `outer` and the peak where the function first exceeds `floor`, if it starts below. */
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

;// CONCATENATED MODULE: ./build/analysis/shown-interval.js
// The interval that is shown next to a verdict.

/**
 * The interval at the level of the decision, from the same minutes. The test bets on certain ratios, on late
 * regressions and, with few requests, on successes, and limits what one minute counts; the interval does none of it.
 * So one of them may come to a result before the other. The interval is left out then: it would contradict the
 * verdict next to it.
 */
function shownInterval(minutes, decision) {
    // It would be one of the share's bounds, not of what was observed.
    if (minutes.some(({ share }) => share !== undefined))
        return undefined;
    const miss = Math.exp(-decision.threshold);
    const interval = ratioInterval(minutes, miss, decision.dispersion);
    return interval && agrees(interval, decision) ? { ...interval, level: 1 - miss } : undefined;
}
function agrees({ low, high }, { failing, worse, ratio, materialRatio }) {
    const isWorse = worse === 'more' ? low > 1 : high < 1;
    if (failing)
        return isWorse;
    const size = worse === 'more' ? ratio : 1 / ratio;
    // A difference that is certain and small is no reason for a rollback.
    return !isWorse || size < materialRatio;
}


/***/ }),

/***/ 81568:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ unequalShare),
/* harmony export */   q: () => (/* binding */ CACHE_MARGIN)
/* harmony export */ });
// The canary's share of the requests that a cache did not answer.
/**
 * How much larger the odds of the canary may be for the requests that fail than for all that are counted. A cache
 * answers some routes and not others. Where the cached routes fail more often at their backend, a canary whose answers
 * are cached less sends more of exactly those requests there, and so fails more often with the same code. The bound
 * holds if no route reaches its backend less than a third as often as all requests do.
 */
const CACHE_MARGIN = 3;
/**
 * The bounds of the share, 0 to 1. The observed share depends on how many requests reached a backend, and not on their
 * outcomes, so the argument of `share.ts` holds. The weight is no bound above: stable's answers come from the cache more
 * often. For a route that is not cached it is the share, which is the lowest.
 */
function unequalShare({ canary, stable, weight, weightBefore }) {
    const observed = canary.requests / Math.max(1, canary.requests + stable.requests);
    const high = (observed * CACHE_MARGIN) / (1 + observed * (CACHE_MARGIN - 1));
    return { high, low: Math.min(observed, weight / 100, weightBefore / 100) };
}


/***/ }),

/***/ 61155:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ withInfluence),
/* harmony export */   d: () => (/* binding */ isLasting)
/* harmony export */ });
/* harmony import */ var _comparison_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(44134);
/* harmony import */ var _counts_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(16103);
// A young version is not a worse one: what new servers do in their first minutes says little about later ones.


/**
 * The minutes with their influence on the test. A minute counts from the end of the warm-up after each change of the
 * weight on, at first less, and each further time of that length leaves a quarter of the rest. So there is no
 * edge at which a canary that is slow for a minute longer is suddenly taken for a bad one.
 *
 * A minute's influence is known before it begins. The evidence raised to a power below 1 stays valid (Jensen).
 *
 * Only for latency; a request that fails because its server did not start is a failed request.
 *
 * @param warmUpSeconds 0: every minute counts
 */
function withInfluence(minutes, warmUpSeconds) {
    if (warmUpSeconds === 0)
        return minutes;
    let changed = Number.NEGATIVE_INFINITY;
    let weight = 0;
    return minutes.flatMap((minute) => {
        if (minute.weight !== weight || !(0,_counts_js__WEBPACK_IMPORTED_MODULE_1__/* .isSteady */ .NZ)(minute))
            changed = minute.minute;
        weight = minute.weight;
        const influence = influenceAt(minute.minute - changed, warmUpSeconds);
        return influence > 0 ? [{ ...minute, influence }] : [];
    });
}
/** @param minutes since the last minute that may contain a change of the weight */
function influenceAt(minutes, warmUpSeconds) {
    // That minute and the one before contain the change, so this is the mean of what has passed since.
    const passed = 60 * minutes + 30;
    const beyond = (passed - warmUpSeconds) / warmUpSeconds;
    return beyond <= 0 || minutes === 0 ? 0 : 1 - 4 ** -beyond;
}
/** The influence from which on a minute is that of a warm canary. */
const WARM = 0.9;
/** A difference of so many standard deviations is no chance. */
const CLEARLY = 2;
/**
 * Whether the canary's difference from stable is there to stay: it is also seen in warm minutes, if there are any, and
 * does not get smaller by itself at the current weight. Otherwise it may be over before the next step, so it is no
 * reason to roll back. This can only prevent a rollback.
 */
function isLasting(minutes) {
    const warm = minutes.filter(({ influence = 1 }) => influence >= WARM);
    if (warm.length > 0 && !isHigher(warm))
        return false;
    const weight = minutes.at(-1)?.weight;
    const step = minutes.filter((minute) => minute.weight === weight);
    const middle = Math.ceil(step.length / 2);
    const [early, late] = [step.slice(0, middle), step.slice(middle)];
    return late.length > 0 && !isLower(late, early);
}
function isHigher(minutes) {
    return Math.log((0,_comparison_js__WEBPACK_IMPORTED_MODULE_0__/* .compare */ .U)(minutes).ratio) > CLEARLY * Math.sqrt(variance(minutes));
}
function isLower(late, early) {
    const fall = Math.log((0,_comparison_js__WEBPACK_IMPORTED_MODULE_0__/* .compare */ .U)(early).ratio) - Math.log((0,_comparison_js__WEBPACK_IMPORTED_MODULE_0__/* .compare */ .U)(late).ratio);
    return fall > CLEARLY * Math.sqrt(variance(early) + variance(late));
}
/** Of the logarithm of the ratio. */
function variance(minutes) {
    const events = (arm) => minutes.reduce((n, m) => n + m[arm].events, 0);
    return 1 / Math.max(1, events('canary')) + 1 / Math.max(1, events('stable'));
}


/***/ }),

/***/ 82787:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A2: () => (/* binding */ formatRolloutId),
/* harmony export */   AR: () => (/* binding */ parseRolloutId),
/* harmony export */   NA: () => (/* binding */ linkFrom),
/* harmony export */   Tx: () => (/* binding */ linkToRun),
/* harmony export */   c5: () => (/* binding */ sameRollout),
/* harmony export */   e9: () => (/* binding */ areSiblings),
/* harmony export */   nL: () => (/* binding */ rolloutKey),
/* harmony export */   uQ: () => (/* binding */ describeChange),
/* harmony export */   vZ: () => (/* binding */ describeRun)
/* harmony export */ });
// What a rollout releases: each function, with its old and new version.
/** `7 → 8`, or `8, the first`. */
function describeChange({ from, to }) {
    return from === '' ? `${to}, the first` : `${from} → ${to}`;
}
/** The path of the run at GitHub. Jobs of one run share it; `rolloutKey` distinguishes them. */
function formatRolloutId(id) {
    return `${id.repository}/actions/runs/${id.runId}/attempts/${id.attempt}`;
}
/** The complete identity, for tags. Earlier versions read it as the identity of another run. */
function rolloutKey(id) {
    const run = formatRolloutId(id);
    return id.job === undefined ? run : `${run}.${id.job}`;
}
/** Other CIs than GitHub Actions: the prefix of their run IDs, and what they call a run. */
const OTHERS = {
    gitlab: 'GitLab job',
    buildkite: 'Buildkite build',
    circleci: 'CircleCI job',
    codebuild: 'CodeBuild build',
    jenkins: 'Jenkins build',
    local: 'the command line, run',
};
/** For people: the path of a run at GitHub, or words such as `GitLab job 4711 of shop/orders`. */
function describeRun(id) {
    const other = otherRun(id);
    if (other === undefined)
        return formatRolloutId(id);
    return `${OTHERS[other.ci]} ${other.number} of ${id.repository}`;
}
function otherRun({ runId, }) {
    const [, ci = '', number = ''] = /^([a-z]+)-(.+)$/.exec(runId) ?? [];
    return Object.hasOwn(OTHERS, ci) ? { ci, number } : undefined;
}
/**
 * The web address of a run, or words for it if the address is not known.
 *
 * @param ownRun the web address of this run, whose server may be that of the other
 */
function linkToRun(id, ownRun) {
    const server = /^https?:\/\/[^/]{1,253}/.exec(ownRun)?.[0];
    const other = otherRun(id);
    if (server === undefined)
        return describeRun(id);
    if (other === undefined) {
        // A server of another CI has no runs of GitHub.
        return ownRun.includes('/actions/runs/') ? `${server}/${formatRolloutId(id)}` : describeRun(id);
    }
    return other.ci === 'gitlab' && ownRun.includes('/-/jobs/')
        ? `${server}/${id.repository}/-/jobs/${other.number}`
        : describeRun(id);
}
/** Parses an ID of this form, with or without a job; `undefined` if the text has another form. */
function parseRolloutId(text) {
    const [, repository, runId, last = ''] = /^([\w./-]{1,140})\/actions\/runs\/([\w.-]{1,40})\/attempts\/([\w.-]{1,53})$/.exec(text) ?? [];
    if (repository === undefined || runId === undefined)
        return undefined;
    const [, attempt, job] = /^(.+)\.([0-9a-f]{12})$/.exec(last) ?? [];
    return attempt === undefined || job === undefined
        ? { repository, runId, attempt: last }
        : { repository, runId, attempt, job };
}
function sameRollout(a, b) {
    return rolloutKey(a) === rolloutKey(b);
}
/** Whether the IDs belong to two jobs of one attempt of one run: neither is a re-run of the other. */
function areSiblings(a, b) {
    const known = a.job !== undefined && b.job !== undefined;
    return known && a.job !== b.job && formatRolloutId(a) === formatRolloutId(b);
}
/** Where a person can look at another run, which may be a job of this one. */
function linkFrom(own) {
    return (id) => {
        const link = linkToRun(id, own.source.runUrl);
        return areSiblings(id, own.id) ? `${link} (another job of this workflow run)` : link;
    };
}


/***/ })

};
