export const id = 714;
export const ids = [714];
export const modules = {

/***/ 4152:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  createPublisher: () => (/* binding */ createPublisher)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./node_modules/@actions/core/lib/core.js + 18 modules
var core = __webpack_require__(6257);
// EXTERNAL MODULE: ./build/base/errors.js
var errors = __webpack_require__(5145);
// EXTERNAL MODULE: ./build/report/comment-body.js + 1 modules
var comment_body = __webpack_require__(4557);
;// CONCATENATED MODULE: ./build/report/files.js
// The report as a file: for programs, and for people who open it.
/** JSON with one member a line, and lists of numbers on one line each. */
function renderJson(report) {
    const text = JSON.stringify(report, null, 2);
    // A line break within a text is escaped in JSON, so only the layout has any.
    const numbers = /\[\n\s*((?:-?\d[\d.e+-]*|null)(?:,\n\s*(?:-?\d[\d.e+-]*|null))*)\n\s*\]/g;
    return `${text.replace(numbers, (_, list) => `[${list.replace(/\s+/g, ' ')}]`)}\n`;
}
/** Where the data goes in the page that the build made. */
const DATA_PLACE = '"the report"';
/**
 * The page with a report in it.
 *
 * @param page `dist/report-page.html`
 */
function renderPage(page, report) {
    // `</script>` and `<!--` in foreign text would end the data, or begin something else.
    const data = JSON.stringify(report).replace(/</g, '\\u003c');
    return page.replace(DATA_PLACE, () => data);
}

// EXTERNAL MODULE: ./build/report/summary.js + 4 modules
var summary = __webpack_require__(1600);
// EXTERNAL MODULE: ./build/targets/kinds.js + 5 modules
var kinds = __webpack_require__(3838);
;// CONCATENATED MODULE: ./build/action/publisher.js
// Shows a report where people look: the comment on the pull request, the job summary, the outputs
// and a file. Nothing in here may change how a rollout ends, so nothing in here throws.









/** How long the last comment may take; the rollout is over, and the job is not to hang on it. */
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
                const folder = (0,external_node_fs_.mkdtempSync)((0,external_node_path_.join)(process.env.RUNNER_TEMP || (0,external_node_os_.tmpdir)(), 'canary-action-'));
                writeOutputs(report, folder);
                await attempt(log, 'the page of the report', () => writePage(report, folder));
            });
            if (writers.length > 0)
                await Promise.race([written, deadline(log)]);
        },
    };
}
function commentWriter(place, log) {
    let opened;
    return queued({ what: 'comment', permission: 'pull-requests', log }, async (report) => {
        // Octokit is loaded when there is something to say, not at the start.
        const { openComment } = await Promise.all(/* import() */[__webpack_require__.e(785), __webpack_require__.e(351)]).then(__webpack_require__.bind(__webpack_require__, 1351));
        const pullRequest = place.pullRequest ?? report.pull;
        opened ??= openComment({ ...place, pullRequest }, report.target.key);
        await (await opened)?.write((0,comment_body/* renderComment */.wQ)(report));
    });
}
function deploymentWriter(place, log) {
    let opened;
    return queued({ what: 'deployment', permission: 'deployments', log }, async (report) => {
        const { openDeployments } = await Promise.all(/* import() */[__webpack_require__.e(785), __webpack_require__.e(804)]).then(__webpack_require__.bind(__webpack_require__, 7804));
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
            const why = explain(error, permission);
            log.warning(`The ${what} could not be written: ${why}. The rollout goes on.`);
        }
    };
    return (report) => {
        queue = queue.then(() => attempt(report));
        return queue;
    };
}
function explain(error, permission) {
    const status = error?.status;
    return status === 403 || status === 404
        ? `GitHub answers ${status}; the job needs "permissions: ${permission}: write" (and contents: read)`
        : (0,errors/* messageOf */.bD)(error);
}
async function attempt(log, what, write) {
    try {
        await write();
    }
    catch (error) {
        log.warning(`Writing ${what} failed: ${(0,errors/* messageOf */.bD)(error)}`);
    }
}
async function writeSummary(report) {
    if (!process.env.GITHUB_STEP_SUMMARY)
        return;
    await core/* summary */.z.addRaw((0,summary/* renderSummary */.Br)(report), false).write();
}
function writeOutputs(report, folder) {
    const file = (0,external_node_path_.join)(folder, 'report.json');
    (0,external_node_fs_.writeFileSync)(file, renderJson(report));
    const { functions, target } = report;
    const outputs = {
        outcome: report.outcome,
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
    for (const [name, value] of Object.entries(outputs))
        core/* setOutput */.uH(name, value);
}
/**
 * The page lies beside the bundle, is large, and is read now only. The runner starts the bundle by
 * its path; `import.meta.url` would be where it was built.
 */
function writePage(report, folder) {
    const page = (0,external_node_fs_.readFileSync)((0,external_node_path_.join)((0,external_node_path_.dirname)(process.argv[1] ?? ''), 'report-page.html'), 'utf8');
    const file = (0,external_node_path_.join)(folder, 'report.html');
    (0,external_node_fs_.writeFileSync)(file, renderPage(page, report));
    core/* setOutput */.uH('report-html', file);
}
/** Those of every kind of target: what this one does not set is empty. */
function targetOutputs({ outputs }) {
    const names = kinds/* TARGET_KINDS */.a.flatMap((kind) => kind.outputs);
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
            log.warning('GitHub did not take the last word in time.');
            resolve();
        }, COMMENT_DEADLINE_MS);
        timer.unref();
    });
}


/***/ }),

/***/ 7927:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $0: () => (/* binding */ stepWindow),
/* harmony export */   AV: () => (/* binding */ EXTENSION_SECONDS),
/* harmony export */   DC: () => (/* binding */ sameWeight),
/* harmony export */   ck: () => (/* binding */ formatWeight),
/* harmony export */   h9: () => (/* binding */ planSeconds)
/* harmony export */ });
// What a rollout will do, fixed before anything is touched.
/**
 * How long a step is extended while its evidence is inconclusive, unless the plan says otherwise. The
 * first whole minute of even the shortest step ends within two minutes, and CloudWatch shows a minute
 * of API Gateway or Lambda up to two minutes after it is over.
 */
const EXTENSION_SECONDS = 240;
function stepWindow({ advance }, step) {
    if (advance.kind === 'evidence') {
        const { minSeconds, maxSeconds } = advance;
        return { earliest: minSeconds, latest: Math.max(minSeconds, maxSeconds) };
    }
    const earliest = step.holdSeconds;
    return {
        earliest,
        latest: Math.max(earliest, advance.maxSeconds ?? earliest + EXTENSION_SECONDS),
    };
}
/** Seconds from the first shift until the bake has been read to its end, if no step is extended. */
function planSeconds(plan) {
    const usual = (step) => plan.advance.kind === 'evidence' ? stepWindow(plan, step).latest : step.holdSeconds;
    const { bakeSeconds, readSeconds = 0 } = plan;
    return plan.steps.reduce((sum, step) => sum + usual(step), bakeSeconds + readSeconds);
}
/** The words for a weight: `5%`, `12.25%`. */
function formatWeight(weight) {
    return `${Number(weight.toFixed(2))}%`;
}
/** API Gateway keeps two decimals at least; compare with a tolerance below them. */
function sameWeight(a, b) {
    return Math.abs(a - b) < 0.005;
}


/***/ })

};
