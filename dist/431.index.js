export const id = 431;
export const ids = [431];
export const modules = {

/***/ 2431:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   createPublisher: () => (/* binding */ createPublisher)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8161);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6760);
/* harmony import */ var _base_assert_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(648);
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5145);
/* harmony import */ var _base_log_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2130);
/* harmony import */ var _github_workflow_commands_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(4972);
/* harmony import */ var _report_comment_body_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(4557);
/* harmony import */ var _report_files_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(6376);
/* harmony import */ var _report_summary_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(1600);
/* harmony import */ var _targets_kinds_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(3838);
// Publishes a report: the comment on the pull request, the job summary, the outputs and a file. Nothing here may
// change how a rollout ends, so nothing here throws.











/** The time limit for the last comment: the rollout is over, and the job must not hang on it. */
const COMMENT_DEADLINE_MS = 20_000;
function createPublisher({ comment, deployment, notify }, log) {
    const writers = [
        ...(comment ? [commentWriter(comment, log)] : []),
        ...(deployment ? [deploymentWriter(deployment, log)] : []),
        ...(notify ? [notifyWriter(notify, log)] : []),
    ];
    const write = (report) => Promise.all(writers.map((writer) => writer(report)));
    return {
        show: (report) => void write(report),
        finish: async (report) => {
            const written = write(report);
            await attempt(log, 'the job summary', () => writeSummary(report));
            await attempt(log, 'the outputs', async () => {
                const parent = process.env.RUNNER_TEMP || (0,node_os__WEBPACK_IMPORTED_MODULE_1__.tmpdir)();
                const folder = await (0,_base_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .foreign */ .V$)(() => (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.mkdtempSync)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(parent, 'canary-action-')));
                await writeOutputs(report, folder);
                await attempt(log, 'the report page', () => writePage(report, folder));
            });
            if (writers.length > 0)
                await Promise.race([written, deadline(log)]);
        },
    };
}
function commentWriter(place, log) {
    let opened;
    return queued({ what: 'comment', permission: 'pull-requests', log }, async (report) => {
        // Octokit is loaded only when a comment is written, not at the start.
        const { openComment } = await Promise.all(/* import() */[__webpack_require__.e(119), __webpack_require__.e(785), __webpack_require__.e(351)]).then(__webpack_require__.bind(__webpack_require__, 1351));
        const pullRequest = place.pullRequest ?? report.pull;
        opened ??= openComment({ ...place, pullRequest }, report.target.key);
        await (await opened)?.write((0,_report_comment_body_js__WEBPACK_IMPORTED_MODULE_6__/* .renderComment */ .wQ)(report));
    });
}
function deploymentWriter(place, log) {
    let opened;
    return queued({ what: 'deployment', permission: 'deployments', log }, async (report) => {
        const { openDeployments } = await Promise.all(/* import() */[__webpack_require__.e(119), __webpack_require__.e(785), __webpack_require__.e(804)]).then(__webpack_require__.bind(__webpack_require__, 7804));
        opened ??= openDeployments(place);
        await opened.write(report);
    });
}
function notifyWriter({ to, secret }, log) {
    return queued({ what: 'event for notify-url', permission: '', log }, async (report) => {
        const { notify } = await __webpack_require__.e(/* import() */ 562).then(__webpack_require__.bind(__webpack_require__, 9562));
        await notify(to, secret, report);
    });
}
/** Writes are queued: an older state never overwrites a newer one. */
function queued({ what, permission, log }, write) {
    let queue = Promise.resolve();
    let gaveUp = false;
    const attempt = async (report) => {
        if (gaveUp)
            return;
        try {
            await write(report);
        }
        catch (error) {
            gaveUp = true;
            (0,_base_log_js__WEBPACK_IMPORTED_MODULE_4__/* .logBug */ .N)(log, error);
            const why = explain(error, permission);
            log.warning(`The ${what} could not be written: ${why}. The rollout continues.`);
        }
    };
    return (report) => {
        queue = queue.then(() => attempt(report));
        return queue;
    };
}
function explain(error, permission) {
    const { status } = ((0,_base_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .rootOf */ .I5)(error) ?? {});
    return status === 403 || status === 404
        ? `GitHub returned ${status}; the job needs "permissions: ${permission}: write" (and contents: read)`
        : (0,_base_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .messageOf */ .bD)(error);
}
async function attempt(log, what, write) {
    try {
        await write();
    }
    catch (error) {
        (0,_base_log_js__WEBPACK_IMPORTED_MODULE_4__/* .logBug */ .N)(log, error);
        log.warning(`Writing ${what} failed: ${(0,_base_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .messageOf */ .bD)(error)}`);
    }
}
async function writeSummary(report) {
    const file = process.env.GITHUB_STEP_SUMMARY;
    if (!file)
        return;
    const summary = (0,_report_summary_js__WEBPACK_IMPORTED_MODULE_8__/* .renderSummary */ .Br)(report);
    await (0,_base_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .foreign */ .V$)(() => (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.appendFileSync)(file, summary));
}
async function writeOutputs(report, folder) {
    const file = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, 'report.json');
    const json = (0,_report_files_js__WEBPACK_IMPORTED_MODULE_7__/* .renderJson */ .hF)(report);
    const { functions, target } = report;
    const outputs = {
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
        report: file,
    };
    await (0,_base_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .foreign */ .V$)(() => {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.writeFileSync)(file, json);
        for (const [name, value] of Object.entries(outputs))
            (0,_github_workflow_commands_js__WEBPACK_IMPORTED_MODULE_5__/* .setOutput */ .uH)(name, value);
    });
}
/**
 * The page is a file next to the bundle. It is large, and read only here. The runner starts the bundle by its
 * path; `import.meta.url` would be the path where it was built.
 */
async function writePage(report, folder) {
    const bundle = (0,_base_assert_js__WEBPACK_IMPORTED_MODULE_10__/* .must */ .s)(process.argv[1], 'node was started with a file');
    const empty = await (0,_base_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .foreign */ .V$)(() => (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(bundle), 'report-page.html'), 'utf8'));
    const file = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, 'report.html');
    const page = (0,_report_files_js__WEBPACK_IMPORTED_MODULE_7__/* .renderPage */ .Cf)(empty, report);
    await (0,_base_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .foreign */ .V$)(() => {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.writeFileSync)(file, page);
        (0,_github_workflow_commands_js__WEBPACK_IMPORTED_MODULE_5__/* .setOutput */ .uH)('report-html', file);
    });
}
/** The outputs of every kind of target: those that this target does not set are empty. */
function targetOutputs({ outputs }) {
    const names = _targets_kinds_js__WEBPACK_IMPORTED_MODULE_9__/* .TARGET_KINDS */ .a.flatMap((kind) => kind.outputs);
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
function deadline(log) {
    return new Promise((resolve) => {
        const timer = setTimeout(() => {
            log.warning('GitHub did not accept the final report in time.');
            resolve();
        }, COMMENT_DEADLINE_MS);
        timer.unref();
    });
}


/***/ }),

/***/ 6376:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Cf: () => (/* binding */ renderPage),
/* harmony export */   fM: () => (/* binding */ withSourceText),
/* harmony export */   hF: () => (/* binding */ renderJson)
/* harmony export */ });
/* unused harmony exports fileOf, DATA_PLACEHOLDER */
/* harmony import */ var _evidence_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7814);
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
        return { witness: (0,_evidence_text_js__WEBPACK_IMPORTED_MODULE_0__/* .sourceText */ .rI)(each.source), verdict, says: (0,_evidence_text_js__WEBPACK_IMPORTED_MODULE_0__/* .verdictReason */ .s_)(each), ...rest };
    });
}
/** Adds the source as text to something measured. */
function withSourceText(measured) {
    return { witness: (0,_evidence_text_js__WEBPACK_IMPORTED_MODULE_0__/* .sourceText */ .rI)(measured.source), ...measured };
}
/** JSON with one member per line, but each list of numbers on a single line. */
function renderJson(report) {
    const text = JSON.stringify(fileOf(report), null, 2);
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


/***/ })

};
