export const id = 882;
export const ids = [882];
export const modules = {

/***/ 8690:
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
 * Whether a lack of evidence from this source decides nothing. Of the functions' own errors, only those count that
 * show: in a large API they may have too few invocations ever to be called healthy.
 */
function onlyObjects({ source }) {
    return source.kind === 'errors' && source.scope?.kind === 'functions';
}
/** Whether the evidence is about one alarm or all alarms. */
function isAlarm({ source }) {
    return source.kind === 'alarm' || source.kind === 'alarms';
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

/***/ 203:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BU: () => (/* binding */ partOf),
/* harmony export */   s_: () => (/* binding */ measureId),
/* harmony export */   y2: () => (/* binding */ ALL)
/* harmony export */ });
// A measure is counted for both versions: events among requests.
const ALL = { kind: 'all' };
/** `errors`, `errors of the functions`, `errors of orders`, `errors of POST /orders`. */
function measureId(name, scope) {
    switch (scope.kind) {
        case 'all':
            return name;
        case 'functions':
            return `${name} of the functions`;
        case 'function':
            return `${name} of ${scope.name}`;
        case 'route':
            return `${name} of ${scope.method} ${scope.resource}`;
    }
}
/** The scope as named by a source of evidence: only if it is part of the traffic. */
function partOf(scope) {
    return scope.kind === 'all' ? {} : { scope };
}


/***/ }),

/***/ 4242:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ MAX_REDIRECTS),
/* harmony export */   Y: () => (/* binding */ redirectOf)
/* harmony export */ });
// The one rule for redirects of everything that this action sends to an address of others: within the same origin
// only. What is sent contains secrets, and what is returned is believed.
const MAX_REDIRECTS = 3;
/** @param location the header of the response; empty if it has none */
function redirectOf(from, method, status, location) {
    if (location === '' || !URL.canParse(location, from.href))
        return { refused: `it returned ${status} without an address` };
    const to = new URL(location, from);
    if (to.origin !== from.origin) {
        return {
            refused: `it redirects to another origin (${to.origin.slice(0, 200)}), which is not followed`,
        };
    }
    // The other codes turn any request into a GET.
    if (status === 307 || status === 308 || method === 'GET')
        return { to };
    return {
        refused: `it redirects with ${status}, which would turn the ${method} into a GET; expected 307 or 308`,
    };
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

/***/ 4023:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ causeTitle)
/* harmony export */ });
/* harmony import */ var _analysis_figures_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2622);
/* harmony import */ var _analysis_finding_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3479);
/* harmony import */ var _evidence_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7814);
// Why a rollout was rolled back, in a few words without statistics.



/** `errors ×9 on version 8`, `alarm orders-5xx fired`; empty if the reason is short enough. */
function causeTitle({ outcome, cause, evidence, functions }) {
    // The post step has no evidence of its own, and its reason also names what happened in between.
    if (outcome !== 'rolled-back' || evidence.length === 0 || !cause || !('evidence' in cause))
        return '';
    const failing = cause.evidence.filter(({ verdict }) => verdict === 'failing');
    const [first] = [...failing.filter(_analysis_finding_js__WEBPACK_IMPORTED_MODULE_0__/* .isFinding */ .qd), ...failing];
    if (!first)
        return '';
    const [only] = functions;
    const where = only && functions.length === 1 ? `version ${only.to}` : 'the canary';
    const more = failing.length > 1 ? `, and ${failing.length - 1} more` : '';
    return `${inShort(first, where)}${more}`;
}
function inShort(evidence, where) {
    const { source } = evidence;
    const name = (0,_evidence_text_js__WEBPACK_IMPORTED_MODULE_1__/* .sourceText */ .rI)(source);
    if ((0,_analysis_finding_js__WEBPACK_IMPORTED_MODULE_0__/* .isFinding */ .qd)(evidence)) {
        const { ratio } = evidence.comparison;
        if (source.kind === 'guardrail') {
            return `too many errors on ${source.of === 'all-traffic' ? 'both versions together' : where}`;
        }
        const what = source.kind === 'latency' ? 'slow responses' : name;
        return ratio === null || !Number.isFinite(ratio)
            ? `${what} on ${where} only`
            : `${what} ${(0,_analysis_figures_js__WEBPACK_IMPORTED_MODULE_2__/* .formatFactor */ .H9)(ratio)} on ${where}`;
    }
    if (source.kind === 'alarm')
        return `${name} fired`;
    return source.kind === 'hook' ? `the ${name} failed` : (0,_evidence_text_js__WEBPACK_IMPORTED_MODULE_1__/* .describeEvidence */ .RQ)(evidence);
}


/***/ }),

/***/ 4557:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Ql: () => (/* binding */ commentMarker),
  wQ: () => (/* binding */ renderComment)
});

// UNUSED EXPORTS: COMMENT_LIMIT_BYTES, possibleCommands

// EXTERNAL MODULE: ./build/base/duration.js
var duration = __webpack_require__(5902);
// EXTERNAL MODULE: ./build/rollout/plan.js
var rollout_plan = __webpack_require__(7927);
// EXTERNAL MODULE: ./build/report/cause-title.js
var cause_title = __webpack_require__(4023);
// EXTERNAL MODULE: ./build/report/commits.js
var commits = __webpack_require__(1337);
// EXTERNAL MODULE: ./build/report/format.js
var format = __webpack_require__(2772);
// EXTERNAL MODULE: ./build/report/impact.js
var report_impact = __webpack_require__(2577);
// EXTERNAL MODULE: ./build/report/markdown.js
var markdown = __webpack_require__(4902);
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
    const stations = [...plan.steps.map(({ weight }) => (0,rollout_plan/* formatWeight */.ck)(weight)), 'promotion', 'bake'];
    if (plan.steps.length === 0)
        return '';
    const baking = steps.at(-1)?.label === 'bake';
    const at = baking ? stations.length - 1 : reached(plan, weights);
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

// EXTERNAL MODULE: ./build/report/summary.js + 4 modules
var summary = __webpack_require__(1600);
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
function renderComment(report) {
    const { target, source } = report;
    const parts = [
        commentMarker(target.key),
        `### ${format/* HEADLINES */.Ol[report.outcome]}: ${(0,summary/* subject */.bc)(report)}`,
        why(report),
        (0,summary/* preview */.VH)(report),
        progress(report),
        sides(report),
        hit(report),
        next(report),
        steering(report),
        ...notesOf(report).map((note) => `- ${(0,markdown/* escapeMarkdown */.FV)(note, 600)}`),
        ...report.advice.map((advice) => `- ${(0,markdown/* escapeMarkdown */.FV)(advice, 600)}`),
        logs(report),
        (0,markdown/* codeBlock */.DV)(report.commands),
        ...report.problems.slice(0, 10).map((problem) => `- ${(0,markdown/* escapeMarkdown */.FV)(problem, 600)}`),
        [(0,markdown/* link */.nf)('Workflow run', source.runUrl), commitOf(report), (0,format/* clockTime */.qo)(report.endedAt)]
            .filter((part) => part !== '')
            .join(' · '),
    ];
    const text = parts.filter((part) => part !== '').join('\n\n');
    return (0,markdown/* shorten */.ml)(text, COMMENT_LIMIT_BYTES, `*Shortened: see the ${(0,markdown/* link */.nf)('workflow run', source.runUrl)}.*`);
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
    return `- The query for its logs is in the summary of the ${(0,markdown/* link */.nf)('workflow run', source.runUrl)}.`;
}
function next({ outcome, steps, plan, open }) {
    const current = steps.at(-1);
    if (outcome !== 'running' || !current)
        return '';
    if (open?.paused)
        return '⏸️ Paused: the weight stays the same until the rollout is resumed.';
    const following = plan.steps[steps.length];
    const what = following ? (0,rollout_plan/* formatWeight */.ck)(following.weight) : 'promotion';
    const at = (0,format/* clockTime */.qo)(current.began + current.plannedSeconds);
    return current.label === 'bake'
        ? `Monitored until ${at} (${(0,duration/* formatDuration */.a)(current.plannedSeconds)})`
        : `Next: ${what}, not before ${at}`;
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
/* harmony export */   L5: () => (/* binding */ changedTogether),
/* harmony export */   fl: () => (/* binding */ whatChanged),
/* harmony export */   wn: () => (/* binding */ commitLink),
/* harmony export */   y5: () => (/* binding */ commitDetails)
/* harmony export */ });
/* unused harmony export commitOf */
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4902);
// The commit of a version, if its description names one, and the changes since the previous version. Nothing
// is guessed: without a known commit there is no link.

/** The commit in a description that this action wrote; `undefined` for other descriptions. */
function commitOf(description) {
    const [, repository, sha] = /^([\w.-]{1,100}\/[\w.-]{1,100})@([0-9a-f]{7,64})(?:, after \d{1,18})?$/.exec(description) ??
        [];
    return repository === undefined || sha === undefined ? undefined : { repository, sha };
}
/** A link to the commit, derived from the address of the run, which begins with the server and repository. */
function commitLink({ sha, runUrl }) {
    const short = (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY)(sha.slice(0, 7));
    const home = homeOf(runUrl);
    return home && isSha(sha) ? (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .link */ .nf)(short, `${home}/commit/${sha}`) : short;
}
function homeOf(runUrl) {
    return /^(.*)\/actions\/runs\//.exec(runUrl)?.[1];
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
    const home = homeOf(source.runUrl);
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
        ? `of ${commitLink({ sha, runUrl: source.runUrl })}`
        : `of ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY)(`${repository}@${sha.slice(0, 7)}`)}`;
}


/***/ }),

/***/ 2666:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C$: () => (/* binding */ alarmLink),
/* harmony export */   Fl: () => (/* binding */ consoleOf),
/* harmony export */   dB: () => (/* binding */ logQuery),
/* harmony export */   yZ: () => (/* binding */ metricsLink)
/* harmony export */ });
/* harmony import */ var _base_partitions_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3601);
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

/***/ 7814:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  lb: () => (/* binding */ describeAll),
  RQ: () => (/* binding */ describeEvidence),
  H2: () => (/* binding */ measureTitle),
  rI: () => (/* binding */ sourceText),
  s_: () => (/* binding */ verdictReason)
});

// EXTERNAL MODULE: ./build/analysis/finding.js + 1 modules
var finding = __webpack_require__(3479);
// EXTERNAL MODULE: ./build/analysis/measure.js
var measure = __webpack_require__(203);
// EXTERNAL MODULE: ./build/base/duration.js
var duration = __webpack_require__(5902);
// EXTERNAL MODULE: ./build/base/listed.js
var listed = __webpack_require__(639);
// EXTERNAL MODULE: ./build/analysis/counts.js
var counts = __webpack_require__(6103);
// EXTERNAL MODULE: ./build/analysis/figures.js
var figures = __webpack_require__(2622);
;// CONCATENATED MODULE: ./build/report/finding-text.js
// The finding of a comparison as text and figures.


/** `errors 9.1% on the canary vs 1% on stable (×9.1, 99% interval 5–15)`. */
function findingText(finding) {
    const { source, canary, comparison, verdict } = finding;
    if (source.kind === 'guardrail') {
        const [found, limit] = [(0,figures/* formatPercent */.l9)((0,counts/* rate */.TS)(canary)), (0,figures/* formatPercent */.l9)(source.limit)];
        const whose = source.of === 'functions' ? ' of the functions' : '';
        return source.of === 'all-traffic'
            ? `errors ${found} of all traffic, which are not counted by version; limit ${limit}`
            : `errors${whose} ${found} with no stable traffic; limit ${limit}`;
    }
    const events = eventsOf(source);
    if (canary.requests === 0)
        return `${events}: no canary requests counted yet`;
    const rates = `${events} ${(0,figures/* formatPercent */.l9)((0,counts/* rate */.TS)(canary))} on the canary`;
    if (!isKnown(comparison.stableRate))
        return `${rates}; no stable requests to compare with`;
    const versus = `${rates} vs ${(0,figures/* formatPercent */.l9)(comparison.stableRate)} on stable`;
    const ratio = ratioText(finding);
    const text = ratio === '' ? versus : `${versus} (${ratio})`;
    return verdict === 'inconclusive' ? `${text}; not enough data for a verdict` : text;
}
/** The name of the events, in the plural. */
function eventsOf(source) {
    switch (source.kind) {
        case 'errors':
            return 'errors';
        case 'latency':
            return `requests above ${source.aboveMs} ms`;
        case 'metric':
            return source.missing ? `without ${source.name}` : source.name;
    }
}
/** The interval needs a minute with a steady weight, so the ratio may be known first. */
function ratioText({ canary, comparison, interval }) {
    const ratio = beyondFile(comparison.ratio, canary.events);
    if (!interval)
        return Number.isFinite(ratio) ? (0,figures/* formatFactor */.H9)(ratio) : '';
    const low = interval.low <= 0.01 ? '0' : (0,figures/* ratioFigures */.PH)(interval.low);
    const high = interval.high >= 999 ? '∞' : (0,figures/* ratioFigures */.PH)(interval.high);
    return `${(0,figures/* formatFactor */.H9)(Number.isNaN(ratio) ? interval.estimate : ratio)}, 99% interval ${low}–${high}`;
}
/** A file contains `null` for an unknown number. */
function isKnown(value) {
    return value !== null && !Number.isNaN(value);
}
/** A file also contains `null` for an infinite ratio: the canary had events, and stable had none. */
function beyondFile(ratio, events) {
    return ratio ?? (events > 0 ? Number.POSITIVE_INFINITY : Number.NaN);
}

// EXTERNAL MODULE: ./build/report/format.js
var format = __webpack_require__(2772);
;// CONCATENATED MODULE: ./build/report/evidence-text.js
// Evidence as text: its source and its reason.






/** The source as named in reports: `alarm orders-5xx`, `latency p90`. */
function sourceText(source) {
    switch (source.kind) {
        case 'alarm':
            return `alarm ${source.name}`;
        case 'errors':
            return (0,measure/* measureId */.s_)('errors', source.scope ?? measure/* ALL */.y2);
        case 'latency':
            return (0,measure/* measureId */.s_)(`latency p${source.percentile}`, source.scope ?? measure/* ALL */.y2);
        case 'metric':
            return `metric ${source.name}`;
        case 'hook':
            return `${source.point} hook`;
        case 'traffic':
            return 'canary traffic';
        case 'reading':
            return source.of;
        case 'counts':
            return `counts of ${source.of}`;
        case 'people':
            return 'feedback';
        default:
            return source.kind;
    }
}
/** The reason for the verdict. */
function verdictReason(evidence) {
    if ((0,finding/* isFinding */.qd)(evidence))
        return findingText(evidence);
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
            return `its last minutes have not been read: a minute’s counts can be read ${(0,duration/* formatDuration */.a)(detail.readableAfterSeconds)} after its end`;
        case 'nothing-compared':
            return `nothing has been compared yet: no minute that ended ${(0,duration/* formatDuration */.a)(detail.closedAfterSeconds)} ago or earlier has requests to compare`;
        case 'incomplete-minutes':
            return `CloudWatch has only part of the data for ${minutesText(detail)}, which could not be compared`;
        case 'hook-result':
            return hookResultText(detail, source);
        case 'disliked':
            return `👎 by ${source.kind === 'people' ? (0,listed/* listed */.KE)(source.logins) : ''}`;
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
    const first = (0,format/* clockMinute */.v9)(from);
    return minutes === 1 ? `the minute ${first}` : `${minutes} minutes from ${first} on`;
}
function hookResultText({ result, message }, source) {
    const text = message === '' ? result : `${result}: ${message}`;
    return source.kind === 'hook' ? `${source.name} ${text}` : text;
}
/** The source and its reason. The reason of the errors already begins with their name. */
function describeEvidence(evidence) {
    const { source } = evidence;
    const says = verdictReason(evidence);
    return source.kind === 'errors' && !source.scope ? says : `${sourceText(source)}: ${says}`;
}
/** The evidence in one text. */
function describeAll(evidence) {
    return (0,listed/* listed */.KE)(evidence.map(describeEvidence), '; ');
}
/** The title of a plot: `Latency p90: requests above 812 ms`. */
function measureTitle(measure) {
    const name = (0,format/* capitalize */.ZH)(sourceText(measure));
    return measure.kind === 'latency' ? `${name}: requests above ${measure.aboveMs} ms` : name;
}


/***/ }),

/***/ 2577:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   an: () => (/* binding */ describeImpact),
/* harmony export */   b_: () => (/* binding */ HARM),
/* harmony export */   ux: () => (/* binding */ impactOf)
/* harmony export */ });
/* harmony import */ var _analysis_evidence_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8690);
/* harmony import */ var _base_assert_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(648);
/* harmony import */ var _format_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2772);
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
const HARM = { errors: 'failed', latency: 'took longer', metric: 'went wrong' };
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

/***/ 7348:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ formatRatio)
/* harmony export */ });
/* harmony import */ var _analysis_figures_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2622);
// The ratio of a comparison as text. In the file of a report, an unknown or infinite number is `null`.

/** `×1.2 (0.53–2.5)`, with the 99% interval, which is valid at any time; `–` if nothing is known. */
function formatRatio({ comparison, interval }) {
    if (!interval || Number.isNaN(comparison.ratio))
        return '–';
    const low = interval.low <= 0.01 ? '0' : (0,_analysis_figures_js__WEBPACK_IMPORTED_MODULE_0__/* .figures */ .u5)(interval.low);
    const high = interval.high >= 999 ? '∞' : (0,_analysis_figures_js__WEBPACK_IMPORTED_MODULE_0__/* .figures */ .u5)(interval.high);
    return `${(0,_analysis_figures_js__WEBPACK_IMPORTED_MODULE_0__/* .formatFactor */ .H9)(comparison.ratio ?? Number.POSITIVE_INFINITY)} (${low}–${high})`;
}


/***/ }),

/***/ 4365:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ng: () => (/* binding */ describeRequest),
/* harmony export */   Y4: () => (/* binding */ requestsSection),
/* harmony export */   ah: () => (/* binding */ withRequest)
/* harmony export */ });
/* harmony import */ var _format_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2772);
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4902);
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

/***/ 1600:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  VH: () => (/* binding */ preview),
  Br: () => (/* binding */ renderSummary),
  bc: () => (/* binding */ subject)
});

// UNUSED EXPORTS: SUMMARY_LIMIT_BYTES

// EXTERNAL MODULE: ./build/base/duration.js
var duration = __webpack_require__(5902);
// EXTERNAL MODULE: ./build/base/listed.js
var listed = __webpack_require__(639);
// EXTERNAL MODULE: ./build/rollout/plan.js
var plan = __webpack_require__(7927);
// EXTERNAL MODULE: ./build/rollout/release.js
var release = __webpack_require__(2787);
// EXTERNAL MODULE: ./build/report/cause-title.js
var cause_title = __webpack_require__(4023);
// EXTERNAL MODULE: ./build/report/commits.js
var commits = __webpack_require__(1337);
// EXTERNAL MODULE: ./build/analysis/finding.js + 1 modules
var finding = __webpack_require__(3479);
// EXTERNAL MODULE: ./build/report/console-links.js
var console_links = __webpack_require__(2666);
// EXTERNAL MODULE: ./build/report/evidence-text.js + 1 modules
var evidence_text = __webpack_require__(7814);
// EXTERNAL MODULE: ./build/report/format.js
var format = __webpack_require__(2772);
// EXTERNAL MODULE: ./build/report/markdown.js
var markdown = __webpack_require__(4902);
// EXTERNAL MODULE: ./build/report/ratio.js
var ratio = __webpack_require__(7348);
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
/** 95% of a normal distribution lies within this many standard deviations. */
const DEVIATIONS = 1.96;
/**
 * The 95% interval of Wilson (1927) for the rate of `events` in `requests`, both ends 0 to 1; `undefined`
 * without requests. It is for display only: the judge decides by its own interval, which may be checked
 * repeatedly.
 */
function rateInterval(requests, events) {
    if (requests === 0)
        return undefined;
    const rate = Math.min(1, events / requests);
    const z2 = DEVIATIONS ** 2;
    const middle = rate + z2 / (2 * requests);
    const scope = DEVIATIONS * Math.sqrt((rate * (1 - rate) + z2 / (4 * requests)) / requests);
    const scale = 1 + z2 / requests;
    return {
        low: events === 0 ? 0 : (middle - scope) / scale,
        high: events >= requests ? 1 : (middle + scope) / scale,
    };
}

;// CONCATENATED MODULE: ./build/report/evidence-tables.js
// Tables of the evidence: the steps with their counts, and the latest finding of every source.









function stepTable(report) {
    if (report.steps.length === 0)
        return '';
    const top = highestRate(report);
    const rows = report.steps.map((step) => [
        `${step.label} ${(0,format/* bar */.M0)(step.weight, 5)}`,
        `${(0,format/* formatElapsed */.C7)(step.began, step.ended ?? report.endedAt)} of ${(0,duration/* formatDuration */.a)(step.plannedSeconds)}`,
        totalsCell(step.canary),
        between(step.canary),
        totalsCell(step.stable),
        course(report, step, top),
    ]);
    const head = [
        'Step',
        'Duration',
        'Canary failed',
        '95% interval',
        'Stable failed',
        'Canary trend',
    ];
    const by = report.target.countNotes[report.countedBy ?? ''];
    const notes = [by, staleNote(report)].filter((note) => note !== undefined);
    return [`### Steps`, (0,markdown/* table */.tp)(head, rows), ...notes].join('\n\n');
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
function between(totals) {
    const interval = totals && rateInterval(totals.requests, totals.errors);
    return interval ? `${(0,format/* percent */.KN)(interval.low)}–${(0,format/* percent */.KN)(interval.high)}` : '–';
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
/** One row of figures for each comparison. */
function comparisonTable({ evidence }) {
    const found = evidence.filter(finding/* isFinding */.qd);
    if (found.length === 0)
        return '';
    const rows = found.map((finding) => [
        `${SIGNS[finding.verdict]} ${(0,markdown/* escapeMarkdown */.FV)((0,evidence_text/* sourceText */.rI)(finding.source))}`,
        rateOf(finding.canary),
        rateOf(finding.stable),
        (0,ratio/* formatRatio */.B)(finding),
        against(finding),
        finding.verdict,
    ]);
    const head = [
        'Compared',
        'Canary',
        'Stable',
        'Ratio (99% interval)',
        'Evidence against',
        'Verdict',
    ];
    return `### Comparison of the two versions\n\n${(0,markdown/* table */.tp)(head, rows)}`;
}
function rateOf({ requests, events }) {
    return requests === 0 ? '–' : `${(0,format/* errorRate */.zi)({ requests, errors: events })} of ${(0,format/* count */.U9)(requests)}`;
}
/** The evidence for a rollback, in % of its threshold. */
function against({ reading: { nats, threshold } }) {
    const part = Math.max(0, Math.min(1, nats / threshold));
    return `${(0,format/* bar */.M0)(100 * part, 5)} ${Math.round(100 * part)}%`;
}
/** More healthy alarms than this are collapsed. */
const SHOWN_HEALTHY = 5;
/** The alarms and all other evidence except comparisons. */
function evidenceTable({ evidence, target }) {
    const others = evidence.filter((e) => !(0,finding/* isFinding */.qd)(e) && e.source.kind !== 'hook');
    if (others.length === 0)
        return '';
    const list = (some) => (0,markdown/* table */.tp)(['Check', 'Verdict', 'Result'], some.map((e) => [
        `${SIGNS[e.verdict]} ${sourceCell(e.source, target.region)}`,
        e.verdict,
        (0,markdown/* escapeMarkdown */.FV)((0,evidence_text/* verdictReason */.s_)(e), 500),
    ]));
    const title = '### Alarms and traffic';
    const well = others.filter((e) => e.verdict === 'healthy');
    if (well.length <= SHOWN_HEALTHY)
        return `${title}\n\n${list(others)}`;
    const rest = others.filter((e) => e.verdict !== 'healthy');
    const shown = rest.length > 0 ? [list(rest)] : [];
    return [title, ...shown, (0,markdown/* details */.zH)(`${well.length} are healthy`, list(well))].join('\n\n');
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
        (0,plan/* formatWeight */.ck)(hook.weight),
        `${RESULT_SIGNS[hook.result]} ${hook.result} after ${(0,format/* formatElapsed */.C7)(hook.began, hook.ended)}`,
        (0,markdown/* escapeMarkdown */.FV)(hook.says, 1000),
    ]);
    return `### Hooks\n\n${(0,markdown/* table */.tp)(['Hook', 'Called', 'Weight', 'Result', 'Message'], rows)}`;
}

// EXTERNAL MODULE: ./build/analysis/evidence.js
var analysis_evidence = __webpack_require__(8690);
;// CONCATENATED MODULE: ./build/report/plots.js
// Plots in Mermaid, which GitHub renders in Markdown. They contain no text from outside.




/** Both colors are readable on white and on GitHub's dark gray; the second is for stable. */
const CANARY = '#d97706';
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
            title: 'Slow responses or metric events of both versions',
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
        `    xyChart: { backgroundColor: "transparent", plotColorPalette: "${CANARY}, ${STABLE}" }`,
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
var report_impact = __webpack_require__(2577);
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
        affectedUsers(report),
        nextSteps(report),
        problems(report),
        drawn(report),
        stepTable(report),
        comparisonTable(report),
        evidenceTable(report),
        hookTable(report),
        (0,requests/* requestsSection */.Y4)(report),
        released(report),
        timeline(report),
        list('Notes', report.notes),
        policy(report),
    ];
    const text = `${sections.filter((section) => section !== '').join('\n\n')}\n`;
    const pointer = `*Shortened: the full report is in the file of the output ${(0,markdown/* code */.aY)('report')}.*`;
    return (0,markdown/* shorten */.ml)(text, SUMMARY_LIMIT_BYTES - MARGIN_BYTES, pointer);
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
function policy({ policy: json }) {
    if (json === undefined)
        return '';
    const title = 'Minimum permissions that the role needs for this release';
    return (0,markdown/* details */.zH)(title, (0,markdown/* codeBlock */.DV)(json.split('\n')));
}
function planInWords({ steps, advance, bakeSeconds, readSeconds = 0 }) {
    const held = (step) => advance.kind === 'evidence' ? '' : ` for ${(0,duration/* formatDuration */.a)(step.holdSeconds)}`;
    const all = steps.map((step) => `${(0,plan/* formatWeight */.ck)(step.weight)}${held(step)}`);
    const left = all.length - FIRST_STEPS - 1;
    const shown = left > 1 ? [...all.slice(0, FIRST_STEPS), `${left} more steps`, ...all.slice(-1)] : all;
    const pace = advance.kind === 'evidence' ? ' as evidence allows' : '';
    if (shown.length === 0 && bakeSeconds === 0)
        return '';
    const read = readSeconds > 0 ? `, with its counts read within ${(0,duration/* formatDuration */.a)(readSeconds)}` : '';
    return `${[...shown, 'promotion'].join(', ')}${pace}, then a bake of ${(0,duration/* formatDuration */.a)(bakeSeconds)}${read}`;
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
        ['Run', (0,markdown/* link */.nf)('workflow run', source.runUrl)],
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


/***/ })

};
