export const id = 152;
export const ids = [152];
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

// EXTERNAL MODULE: ./build/report/summary.js + 5 modules
var summary = __webpack_require__(6881);
// EXTERNAL MODULE: ./build/report/target-label.js
var target_label = __webpack_require__(8505);
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
        opened ??= openComment({ ...place, pullRequest }, (0,target_label/* targetKey */.hD)(report.target));
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
        'deployment-before': target.kind === 'stage' ? target.deploymentBefore : '',
        'deployment-after': target.kind === 'stage' ? target.deploymentAfter : '',
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


/***/ })

};
