export const id = 3282;
export const ids = [3282];
export const modules = {

/***/ 3282:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  createPublisher: () => (/* binding */ createPublisher)
});

// EXTERNAL MODULE: ./build/base/time.js
var time = __webpack_require__(22475);
// EXTERNAL MODULE: ./build/github/trouble.js
var github_trouble = __webpack_require__(81101);
// EXTERNAL MODULE: ./build/report/comment-body.js + 1 modules
var comment_body = __webpack_require__(24557);
// EXTERNAL MODULE: ./build/run/notify-destination.js
var notify_destination = __webpack_require__(78356);
// EXTERNAL MODULE: ./build/run/up-to-date.js
var up_to_date = __webpack_require__(82404);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/base/assert.js
var assert = __webpack_require__(50648);
// EXTERNAL MODULE: ./build/base/errors.js + 1 modules
var errors = __webpack_require__(76031);
// EXTERNAL MODULE: ./build/base/log.js
var base_log = __webpack_require__(82130);
// EXTERNAL MODULE: ./build/github/workflow-commands.js
var workflow_commands = __webpack_require__(4972);
// EXTERNAL MODULE: ./build/report/files.js
var files = __webpack_require__(86376);
// EXTERNAL MODULE: ./build/report/summary.js + 6 modules
var report_summary = __webpack_require__(48320);
// EXTERNAL MODULE: ./build/run/outputs.js
var run_outputs = __webpack_require__(48432);
;// CONCATENATED MODULE: ./build/action/local-results.js
// What a step leaves on the runner: outputs, report, page and summary. None waits for another, and the outputs come
// first, because later steps decide by them.










/** Never rejects: what fails is a warning, and its output stays empty. */
async function publishLocally(report, log) {
    await attempt(log, 'the outputs', () => writeOutputs(report));
    await attempt(log, 'the job summary', () => writeSummary(report));
    const folder = await attempt(log, 'the report', makeFolder);
    if (folder === undefined)
        return;
    await attempt(log, 'the report', () => writeFile('report', (0,external_node_path_.join)(folder, 'report.json'), (0,files/* renderJson */.hF)(report)));
    await attempt(log, 'the report page', async () => writeFile('report-html', (0,external_node_path_.join)(folder, 'report.html'), (0,files/* renderPage */.Cf)(await emptyPage(), report)));
}
async function attempt(log, what, write) {
    try {
        return await write();
    }
    catch (error) {
        (0,base_log/* logBug */.N)(log, error);
        log.warning(`Writing ${what} failed: ${(0,errors/* messageOf */.bD)(error)}`);
        return undefined;
    }
}
function makeFolder() {
    const parent = process.env.RUNNER_TEMP || (0,external_node_os_.tmpdir)();
    return (0,errors/* foreign */.V$)(() => (0,external_node_fs_.mkdtempSync)((0,external_node_path_.join)(parent, 'canary-action-')));
}
function writeFile(output, path, text) {
    return (0,errors/* foreign */.V$)(() => {
        (0,external_node_fs_.writeFileSync)(path, text);
        (0,workflow_commands/* setOutput */.uH)(output, path);
    });
}
async function writeSummary(report) {
    const file = process.env.GITHUB_STEP_SUMMARY;
    if (!file)
        return;
    const summary = (0,report_summary/* renderSummary */.Br)(report);
    await (0,errors/* foreign */.V$)(() => (0,external_node_fs_.appendFileSync)(file, summary));
}
async function writeOutputs(report) {
    const outputs = (0,run_outputs/* outputsOf */.Y)(report);
    await (0,errors/* foreign */.V$)(() => {
        for (const [name, value] of Object.entries(outputs))
            (0,workflow_commands/* setOutput */.uH)(name, value);
    });
}
/**
 * The page is a file next to the bundle. It is large, and read only here. The runner starts the bundle by its
 * path; `import.meta.url` would be the path where it was built.
 */
function emptyPage() {
    const bundle = (0,assert/* must */.s)(process.argv[1], 'node was started with a file');
    return (0,errors/* foreign */.V$)(() => (0,external_node_fs_.readFileSync)((0,external_node_path_.join)((0,external_node_path_.dirname)(bundle), 'report-page.html'), 'utf8'));
}

;// CONCATENATED MODULE: ./build/action/publisher.js
// Publishes a report: the comment on the pull request, the job summary, the outputs and a file. Nothing here may
// change how a rollout ends, so nothing here throws.






/** The time limit for the last report: the rollout is over, and the job must not hang on it. */
const LAST_WORD_SECONDS = 20;
function createPublisher({ comment, deployment, notify }, log) {
    const ended = new AbortController();
    const destinations = [
        ...(comment ? [commentAt(comment, log, ended.signal)] : []),
        ...(deployment ? [deploymentAt(deployment, ended.signal)] : []),
        ...(notify ? [(0,notify_destination/* notifyAt */.p)(notify, ended.signal)] : []),
    ];
    const writers = destinations.map((one) => (0,up_to_date/* keepUpToDate */.G)(one, log, ended.signal));
    const write = (report) => Promise.all(writers.map((writer) => writer(report)));
    return {
        show: (report) => void write(report),
        finish: async (report) => {
            const written = write(report).then(() => 'written');
            await publishLocally(report, log);
            if ((await (0,time/* withTimeout */.wj)(LAST_WORD_SECONDS, written)) === undefined) {
                const where = destinations.map(({ what }) => what).join(' and the ');
                log.warning(`The final report was not accepted within ${LAST_WORD_SECONDS} seconds; the ${where} may be out of date.`);
            }
            // Whatever is still in progress ends here.
            ended.abort();
        },
    };
}
function commentAt(place, log, ended) {
    let opened;
    let pointless = false;
    return {
        what: 'comment',
        shows: 'state',
        retryAfter: ofGitHub,
        write: async (report) => {
            if (pointless)
                return;
            // Octokit is loaded only when a comment is written, not at the start.
            const { openComment } = await Promise.all(/* import() */[__webpack_require__.e(5921), __webpack_require__.e(1351), __webpack_require__.e(9572)]).then(__webpack_require__.bind(__webpack_require__, 17191));
            const pullRequest = place.pullRequest ?? report.pull;
            opened ??= await openComment({ ...place, pullRequest }, (0,comment_body/* commentMarker */.Ql)(report.target.key), ended);
            if (opened)
                return await opened.write((0,comment_body/* renderComment */.wQ)(report));
            pointless = true;
            log.line(`No pull request brought the commit ${place.sha.slice(0, 7) || 'of this run'}, so there is no comment.`);
        },
    };
}
function deploymentAt(place, ended) {
    let opened;
    return {
        what: 'deployment',
        shows: 'state',
        retryAfter: ofGitHub,
        write: async (report) => {
            const { openDeployments } = await Promise.all(/* import() */[__webpack_require__.e(5921), __webpack_require__.e(1351), __webpack_require__.e(7804)]).then(__webpack_require__.bind(__webpack_require__, 57804));
            opened ??= openDeployments(place, ended);
            await opened.write(report);
        },
    };
}
function ofGitHub(error) {
    const at = (0,time/* now */.tB)();
    const trouble = (0,github_trouble/* troubleOf */.L)(error, at);
    if (trouble.kind === 'outage')
        return 0;
    return trouble.kind === 'limit' ? Math.max(0, trouble.until - at) : undefined;
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

/***/ 21895:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ REQUEST_SECONDS),
/* harmony export */   x: () => (/* binding */ guardedFetch)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76031);
/* harmony import */ var _base_redirect_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(64242);
// What all requests to GitHub go through: nothing is sent to another host, no response is larger than can be meant,
// and nothing outlives the time that it was given.


/** For one request, with its response. */
const REQUEST_SECONDS = 20;
/** A page of a hundred comments of the maximum length has less than 7 MB. */
const MAX_BYTES = 10 * 1024 * 1024;
/**
 * @param send sends one request
 * @param ended aborts requests in progress
 */
function guardedFetch(send, ended) {
    return async (given, options = {}) => {
        const signal = AbortSignal.any([ended, AbortSignal.timeout(REQUEST_SECONDS * 1000)]);
        const { method = 'GET' } = options;
        let to = new URL(String(given));
        for (let redirects = 0;; redirects++) {
            const response = await send(to, { ...options, signal, redirect: 'manual' });
            const { status, headers } = response;
            // 300 and 304 are responses of their own.
            if (![301, 302, 303, 307, 308].includes(status))
                return await read(response, MAX_BYTES);
            await response.body?.cancel();
            const next = (0,_base_redirect_js__WEBPACK_IMPORTED_MODULE_1__/* .redirectOf */ .Y)(to, method, status, headers.get('location') ?? '');
            if ('refused' in next)
                throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .KnownError */ .E(`GitHub's API could not be called: ${next.refused}`);
            if (redirects === _base_redirect_js__WEBPACK_IMPORTED_MODULE_1__/* .MAX_REDIRECTS */ .N)
                throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .KnownError */ .E("GitHub's API could not be called: it redirects too many times");
            to = next.to;
        }
    };
}
/** The response with all of its body, which is not read any further than the limit. */
async function read(response, maxBytes) {
    const { status, statusText, headers, body } = response;
    if (!body)
        return response;
    const chunks = [];
    let length = 0;
    for await (const chunk of body) {
        length += chunk.length;
        // Leaving the loop cancels the rest.
        if (length > maxBytes) {
            throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .KnownError */ .E(`GitHub's API returned more than ${maxBytes / 1024 / 1024} MB; is there a proxy in between?`);
        }
        chunks.push(chunk);
    }
    // A status without a body must be given none.
    return new Response(length === 0 ? null : Buffer.concat(chunks), { status, statusText, headers });
}


/***/ }),

/***/ 81101:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ troubleOf),
/* harmony export */   N: () => (/* binding */ troubleText)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76031);
/* harmony import */ var _report_format_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92772);
/* harmony import */ var _guarded_fetch_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(21895);
// What GitHub's errors mean: headers and message first, because one status has many causes.



/** @param now seconds since the epoch */
function troubleOf(error, now) {
    const root = requestErrorIn(error);
    const { status, response, request, cause } = root;
    if (root instanceof _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .KnownError */ .E || (0,_base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .rootOf */ .I5)(cause) instanceof _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .KnownError */ .E)
        return { kind: 'refusal' };
    if (typeof status !== 'number')
        return { kind: 'refusal' };
    if (!response)
        return { kind: 'outage', status: undefined };
    const message = (0,_base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(root);
    const limit = limitOf(status, response.headers, message, now);
    if (limit)
        return limit;
    if (status >= 500)
        return { kind: 'outage', status };
    const writes = request?.method !== 'GET';
    const permission = /^Resource not accessible by /.test(message) || (status === 404 && writes);
    return permission
        ? { kind: 'permission', status, needed: permissionFor(request?.url ?? '', writes) }
        : { kind: 'refusal' };
}
function requestErrorIn(error) {
    return ((0,_base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .rootOf */ .I5)(error) ?? {});
}
/** GitHub Docs, "Rate limits for the REST API", "Exceeding the rate limit": 403 or 429 for both limits. */
function limitOf(status, headers, message, now) {
    const usedUp = headers['x-ratelimit-remaining'] === '0';
    const after = numberIn(headers['retry-after']);
    const named = usedUp || after !== undefined || /rate limit/i.test(message);
    if (status !== 429 && !(status === 403 && named))
        return undefined;
    if (after !== undefined)
        return { kind: 'limit', which: 'secondary', until: now + after };
    const reset = numberIn(headers['x-ratelimit-reset']);
    if (usedUp && reset !== undefined)
        return { kind: 'limit', which: 'rate', until: reset };
    // "Otherwise, wait for at least one minute before retrying."
    return { kind: 'limit', which: 'secondary', until: now + 60 };
}
function numberIn(header) {
    const text = String(header ?? '');
    return /^\d{1,12}$/.test(text) ? Number(text) : undefined;
}
/** As `permissions` of a job writes it. */
function permissionFor(url, writes) {
    const scope = new URL(url, 'https://api.github.com').pathname.includes('/deployments')
        ? 'deployments'
        : 'pull-requests';
    return `${scope}: ${writes ? 'write' : 'read'}`;
}
/** The trouble in a sentence, without a full stop. */
function troubleText(error, now) {
    const trouble = troubleOf(error, now);
    switch (trouble.kind) {
        case 'limit': {
            const which = trouble.which === 'rate' ? 'rate limit' : 'secondary rate limit';
            return `GitHub's ${which} is used up until ${(0,_report_format_js__WEBPACK_IMPORTED_MODULE_1__/* .clockMinute */ .v9)(trouble.until)}`;
        }
        case 'outage':
            return outageText(requestErrorIn(error), trouble.status);
        case 'permission':
            return `GitHub returned ${trouble.status}; the job needs "permissions: ${trouble.needed}" (and contents: read)`;
        case 'refusal':
            return (0,_base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)((0,_base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .rootOf */ .I5)(error));
    }
}
function outageText(error, status) {
    if (status !== undefined) {
        return typeof error.response?.data === 'string'
            ? `GitHub, or a proxy in between, returned ${status}`
            : `GitHub returned ${status}: ${(0,_base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(error)}`;
    }
    const { cause } = error;
    if ((0,_base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .errorName */ .Is)(cause) === 'TimeoutError')
        return `GitHub did not respond within ${_guarded_fetch_js__WEBPACK_IMPORTED_MODULE_2__/* .REQUEST_SECONDS */ .c} seconds`;
    // If all addresses of a host fail, Node's error has only a code.
    const { code } = (cause?.cause ?? {});
    return `GitHub could not be reached: ${error.message || code || (0,_base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(error)}`;
}


/***/ }),

/***/ 86376:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Cf: () => (/* binding */ renderPage),
/* harmony export */   fM: () => (/* binding */ withSourceText),
/* harmony export */   hF: () => (/* binding */ renderJson)
/* harmony export */ });
/* unused harmony exports fileOf, DATA_PLACEHOLDER */
/* harmony import */ var _comment_body_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(24557);
/* harmony import */ var _evidence_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(50664);
// The report as a file: JSON for programs, and a page for users.


function fileOf(report) {
    const { cause, evidence, series, impact } = report;
    return {
        ...report,
        cause: cause && 'evidence' in cause ? { ...cause, evidence: inFile(cause.evidence) } : cause,
        evidence: inFile(evidence),
        series: series && { ...series, comparisons: series.comparisons.map(withSourceText) },
        impact: impact && withSourceText(impact),
    };
}
function inFile(evidence) {
    return evidence.map((each) => {
        const { verdict, detail: _, ...rest } = each;
        return { witness: (0,_evidence_text_js__WEBPACK_IMPORTED_MODULE_1__/* .sourceText */ .rI)(each.source), verdict, says: (0,_evidence_text_js__WEBPACK_IMPORTED_MODULE_1__/* .verdictReason */ .s_)(each), ...rest };
    });
}
/** Adds the source as text to something measured. */
function withSourceText(measured) {
    return { witness: (0,_evidence_text_js__WEBPACK_IMPORTED_MODULE_1__/* .sourceText */ .rI)(measured.source), ...measured };
}
/**
 * JSON with one member per line, but each list of numbers on a single line. It also contains the comment as it is on a
 * pull request, for a program that posts it elsewhere.
 */
function renderJson(report) {
    const text = JSON.stringify({ ...fileOf(report), comment: (0,_comment_body_js__WEBPACK_IMPORTED_MODULE_0__/* .renderComment */ .wQ)(report) }, null, 2);
    // JSON escapes line breaks within text, so every line break here belongs to the layout.
    const numbers = /\[\n\s*((?:-?\d[\d.e+-]*|null)(?:,\n\s*(?:-?\d[\d.e+-]*|null))*)\n\s*\]/g;
    return `${text.replace(numbers, (_, list) => `[${list.replace(/\s+/g, ' ')}]`)}\n`;
}
/** The placeholder for the data in the built page. */
const DATA_PLACEHOLDER = '"the report"';
/**
 * The page that contains a report.
 *
 * @param page `dist/report-page.html`
 */
function renderPage(page, report) {
    // `</script>` and `<!--` in text from outside would end the data or begin a comment.
    const data = JSON.stringify(fileOf(report)).replace(/</g, '\\u003c');
    return page.replace(DATA_PLACEHOLDER, () => data);
}


/***/ }),

/***/ 78356:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ notifyAt)
/* harmony export */ });
// The input `notify-url` as a place where reports are sent.
function notifyAt({ to, secret }, ended) {
    return {
        what: 'event for notify-url',
        shows: 'events',
        // Its server may have received it.
        retryAfter: () => undefined,
        write: async (report) => {
            const { notify } = await __webpack_require__.e(/* import() */ 9562).then(__webpack_require__.bind(__webpack_require__, 59562));
            await notify(to, secret, report, ended);
        },
    };
}


/***/ }),

/***/ 48432:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ outputsOf)
/* harmony export */ });
/* harmony import */ var _targets_kinds_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(97911);
// The outputs of a run: what a later step or job decides by.

/** By the names in action.yml, in their order; what does not apply is empty. */
function outputsOf(report) {
    const { functions, target } = report;
    return {
        outcome: report.outcome,
        cause: report.cause?.kind ?? '',
        reason: report.reason,
        versions: JSON.stringify(Object.fromEntries(functions.map((f) => [f.name, f.to]))),
        'versions-before': JSON.stringify(Object.fromEntries(functions.map((f) => [f.name, f.from]))),
        ...targetOutputs(target),
        weight: String(report.weight ?? ''),
        verdict: report.verdict,
        ...openOutputs(report),
        'preview-url': report.previewUrl ?? '',
    };
}
/** The outputs of every kind of target: those that this target does not set are empty. */
function targetOutputs({ outputs }) {
    const names = _targets_kinds_js__WEBPACK_IMPORTED_MODULE_0__/* .TARGET_KINDS */ .a.flatMap((kind) => kind.outputs);
    return Object.fromEntries(names.map((name) => [name, outputs[name] ?? '']));
}
function openOutputs({ open }) {
    const next = open?.nextStepAt;
    return {
        phase: open?.phase ?? '',
        paused: String(open?.paused ?? false),
        'next-step-at': next === undefined ? '' : `${new Date(next * 1000).toISOString().slice(0, 19)}Z`,
    };
}


/***/ }),

/***/ 82404:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ keepUpToDate)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76031);
/* harmony import */ var _base_log_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(82130);
/* harmony import */ var _base_time_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(22475);
// Keeps what is shown outside up to date, although it may not be writable for a while: a write that failed is made up
// for by the next one, and the newest report is tried until there is no more time.



/** Seconds before each further attempt of the same report; the last one repeats. */
const PAUSES = [1, 3, 9, 30];
/**
 * @param ended aborted when there is no more time
 * @returns resolves when all reports so far are written, or refused
 */
function keepUpToDate(destination, log, ended) {
    const { shows, retryAfter } = destination;
    const attempt = createAttempts(destination, log, ended);
    const waiting = [];
    let writing;
    let wake = new AbortController();
    /** Writes the first that waits. */
    const writeOne = async (report) => {
        for (const pause of endless(PAUSES)) {
            const failure = await attempt(report);
            const after = failure && retryAfter(failure.error);
            if (after === undefined)
                return;
            wake = new AbortController();
            await (0,_base_time_js__WEBPACK_IMPORTED_MODULE_2__/* .sleep */ .yy)(Math.max(pause, after), AbortSignal.any([ended, wake.signal]));
            // A newer report does not wait: it may be the last.
            if (ended.aborted || waiting.length > 1)
                return;
        }
    };
    const writeAll = async () => {
        for (let report = waiting[0]; report && !ended.aborted; report = waiting[0]) {
            await writeOne(report);
            waiting.shift();
        }
        writing = undefined;
    };
    return (report) => {
        // The first is being written.
        if (shows === 'state')
            waiting.splice(1);
        waiting.push(report);
        wake.abort();
        writing ??= writeAll();
        return writing;
    };
}
function* endless(pauses) {
    for (let i = 0;; i++)
        yield pauses[Math.min(i, pauses.length - 1)] ?? 0;
}
/** One warning, whatever follows: what is shown outside is not what a release is about. */
function createAttempts({ what, write }, log, ended) {
    let failing = false;
    let warned = false;
    const tell = (error) => {
        (0,_base_log_js__WEBPACK_IMPORTED_MODULE_1__/* .logBug */ .N)(log, error);
        const text = `The ${what} could not be written: ${(0,_base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(error)}`;
        if (!warned)
            log.warning(`${text}. The rollout continues.`);
        else if (!failing)
            log.line(`${text}.`);
        warned = true;
        failing = true;
    };
    return async (report) => {
        try {
            await write(report);
            if (failing)
                log.line(`The ${what} is up to date again.`);
            failing = false;
            return undefined;
        }
        catch (error) {
            if (ended.aborted)
                return undefined;
            tell(error);
            return { error };
        }
    };
}


/***/ })

};
