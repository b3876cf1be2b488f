export const id = 439;
export const ids = [439];
export const modules = {

/***/ 7439:
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
// EXTERNAL MODULE: ./build/aws/errors.js
var errors = __webpack_require__(8127);
// EXTERNAL MODULE: ./build/report/comment.js
var comment = __webpack_require__(7554);
;// CONCATENATED MODULE: ./build/report/json.js
// The report as a file: for programs, and for people who open it.
/** JSON with one member a line, and lists of numbers on one line each. */
function renderJson(report) {
    const text = JSON.stringify(report, null, 2);
    // A line break within a text is escaped in JSON, so only the layout has any.
    const numbers = /\[\n\s*((?:-?\d[\d.e+-]*|null)(?:,\n\s*(?:-?\d[\d.e+-]*|null))*)\n\s*\]/g;
    return `${text.replace(numbers, (_, list) => `[${list.replace(/\s+/g, ' ')}]`)}\n`;
}

// EXTERNAL MODULE: ./build/report/summary.js
var summary = __webpack_require__(4611);
// EXTERNAL MODULE: ./build/report/target-label.js
var target_label = __webpack_require__(8505);
;// CONCATENATED MODULE: ./build/github/publish.js
// Shows a report where people look: the comment on the pull request, the job summary, the outputs
// and a file. Nothing in here may change how a rollout ends, so nothing in here throws.









/** How long the last comment may take; the rollout is over, and the job is not to hang on it. */
const COMMENT_DEADLINE_MS = 20_000;
function createPublisher({ comment, deployment }, log) {
    const writers = [
        ...(comment ? [commentWriter(comment, log)] : []),
        ...(deployment ? [deploymentWriter(deployment, log)] : []),
    ];
    const write = (report) => Promise.all(writers.map((writer) => writer(report)));
    return {
        show: (report) => void write(report),
        finish: async (report) => {
            const written = write(report);
            await attempt(log, 'the job summary', () => writeSummary(report));
            await attempt(log, 'the outputs', () => writeOutputs(report));
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
        opened ??= openComment(place, (0,target_label/* targetKey */.h)(report.target));
        await (await opened)?.write((0,comment/* renderComment */.wQ)(report));
    });
}
function deploymentWriter(place, log) {
    let opened;
    return queued({ what: 'deployment', permission: 'deployments', log }, async (report) => {
        const { openDeployments } = await Promise.all(/* import() */[__webpack_require__.e(785), __webpack_require__.e(919)]).then(__webpack_require__.bind(__webpack_require__, 7919));
        opened ??= openDeployments(place);
        await opened.write(report);
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
async function writeOutputs(report) {
    const folder = (0,external_node_fs_.mkdtempSync)((0,external_node_path_.join)(process.env.RUNNER_TEMP || (0,external_node_os_.tmpdir)(), 'canary-action-'));
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
        weight: String(report.weight),
        verdict: report.verdict,
        ...openOutputs(report),
        report: file,
    };
    for (const [name, value] of Object.entries(outputs))
        core/* setOutput */.uH(name, value);
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

/***/ 7554:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ql: () => (/* binding */ commentMarker),
/* harmony export */   wQ: () => (/* binding */ renderComment)
/* harmony export */ });
/* unused harmony export COMMENT_LIMIT_BYTES */
/* harmony import */ var _rollout_duration_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1624);
/* harmony import */ var _rollout_plan_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(7927);
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4902);
/* harmony import */ var _summary_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4611);
/* harmony import */ var _target_label_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8505);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4702);
// The one comment on the pull request: the outcome first, and no more than fits a phone's screen.






/** GitHub refuses a longer body with 422; it counts characters, and bytes are never fewer. */
const COMMENT_LIMIT_BYTES = 65_536;
/** Hidden in the comment, to find it again. One comment per target and pull request. */
function commentMarker(key) {
    return `<!-- canary-action ${key} -->`;
}
function renderComment(report) {
    const { target, source } = report;
    const parts = [
        commentMarker((0,_target_label_js__WEBPACK_IMPORTED_MODULE_4__/* .targetKey */ .h)(target)),
        `### ${_words_js__WEBPACK_IMPORTED_MODULE_3__/* .HEADLINES */ .Ol[report.outcome]}: ${(0,_summary_js__WEBPACK_IMPORTED_MODULE_2__/* .subject */ .bc)(report)}`,
        `${(0,_words_js__WEBPACK_IMPORTED_MODULE_3__/* .bar */ .M0)(report.weight)} ${(0,_rollout_plan_js__WEBPACK_IMPORTED_MODULE_5__/* .formatWeight */ .ck)(report.weight)} of the traffic on the new version`,
        (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .escapeMarkdown */ .FV)(report.reason, 600),
        arms(report),
        next(report),
        ...report.advice.map((advice) => `- ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .escapeMarkdown */ .FV)(advice, 600)}`),
        (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .codeBlock */ .DV)(report.commands),
        ...report.problems.slice(0, 10).map((problem) => `- ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .escapeMarkdown */ .FV)(problem, 600)}`),
        `${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .link */ .nf)('Workflow run', source.runUrl)}${source.sha && ` · ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .code */ .aY)(source.sha.slice(0, 7))}`} · ${(0,_words_js__WEBPACK_IMPORTED_MODULE_3__/* .clockTime */ .qo)(report.endedAt)}`,
    ];
    const text = parts.filter((part) => part !== '').join('\n\n');
    return (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .shorten */ .ml)(text, COMMENT_LIMIT_BYTES, `*Shortened: see the ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .link */ .nf)('workflow run', source.runUrl)}.*`);
}
function arms({ steps }) {
    const step = steps.findLast((s) => s.canary.requests + s.stable.requests > 0);
    if (!step)
        return '';
    const row = (name, { requests, errors }) => [
        name,
        (0,_words_js__WEBPACK_IMPORTED_MODULE_3__/* .count */ .U9)(requests),
        (0,_words_js__WEBPACK_IMPORTED_MODULE_3__/* .count */ .U9)(errors),
        (0,_words_js__WEBPACK_IMPORTED_MODULE_3__/* .errorRate */ .zi)({ requests, errors }),
    ];
    const rows = [row('canary', step.canary), row('stable', step.stable)];
    return (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .table */ .tp)([`at ${step.label}`, 'requests', 'failed', 'rate'], rows);
}
function next({ outcome, steps, plan }) {
    const current = steps.at(-1);
    if (outcome !== 'running' || !current)
        return '';
    const following = plan.steps[steps.length];
    const what = following ? (0,_rollout_plan_js__WEBPACK_IMPORTED_MODULE_5__/* .formatWeight */ .ck)(following.weight) : 'promotion';
    const at = (0,_words_js__WEBPACK_IMPORTED_MODULE_3__/* .clockTime */ .qo)(current.began + current.plannedSeconds);
    return current.label === 'bake'
        ? `Watched on until ${at} (${(0,_rollout_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a)(current.plannedSeconds)})`
        : `Next: ${what}, not before ${at}`;
}


/***/ }),

/***/ 4902:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DV: () => (/* binding */ codeBlock),
/* harmony export */   FV: () => (/* binding */ escapeMarkdown),
/* harmony export */   aY: () => (/* binding */ code),
/* harmony export */   ml: () => (/* binding */ shorten),
/* harmony export */   nf: () => (/* binding */ link),
/* harmony export */   tp: () => (/* binding */ table)
/* harmony export */ });
// Foreign text in GitHub's Markdown: shown as the text it is, whatever it tries to be.
/**
 * Escapes everything that GitHub's Markdown or HTML gives a meaning to, on one line. A zero-width
 * space parts `@`, `#`, `GH-` and addresses from what follows, so that nobody is notified and
 * nothing is linked.
 */
function escapeMarkdown(text, maxLength = 300) {
    const line = oneLine(text);
    const short = line.length > maxLength ? `${cut(line, maxLength - 1)}…` : line;
    return short
        .replace(/[&<>]/g, (char) => HTML[char] ?? char)
        .replace(/[\\`*_{}[\]()#!|~$^=+-]/g, '\\$&')
        .replace(/^(\d+)([.)])/, '$1\\$2')
        .replace(/([@#])(?=\S)/g, '$1\u200B')
        .replace(/gh\\-(?=\d)/gi, '$&\u200B')
        .replace(/:\/\//g, ':\u200B//')
        .replace(/www(?=\.)/gi, '$&\u200B');
}
function oneLine(text) {
    return text.replace(/[\s\u2028\u2029]+/g, ' ').trim();
}
/** The beginning of a text; a character of two code units is not split. */
function cut(text, length) {
    return text.slice(0, length).replace(/[\uD800-\uDBFF]$/, '');
}
const HTML = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
/**
 * Foreign text as code: a fence longer than any run of backticks in it. One with `|` is escaped
 * instead, since code takes a pipe in a table otherwise than outside of one.
 */
function code(text, maxLength = 120) {
    const line = cut(oneLine(text), maxLength).trimEnd();
    if (line === '')
        return '';
    if (line.includes('|'))
        return escapeMarkdown(line, maxLength);
    const longest = Math.max(0, ...[...line.matchAll(/`+/g)].map((run) => run[0].length));
    const fence = '`'.repeat(longest + 1);
    const pad = longest > 0 ? ' ' : '';
    return `${fence}${pad}${line}${pad}${fence}`;
}
/** Lines to be copied as they are; empty when there are none. */
function codeBlock(lines) {
    if (lines.length === 0)
        return '';
    const longest = Math.max(2, ...lines.flatMap((l) => [...l.matchAll(/`+/g)].map((m) => m[0].length)));
    const fence = '`'.repeat(longest + 1);
    return [fence, ...lines.map((line) => line.replace(/[\r\n\u2028\u2029]+/g, ' ')), fence].join('\n');
}
/** A link whose address is ours; anything but http(s) becomes plain text. */
function link(text, url) {
    return /^https?:\/\/[^\s()<>"']+$/.test(url) ? `[${text}](${url})` : text;
}
/** A table; cells must be escaped already. */
function table(head, rows) {
    const line = (cells) => `| ${cells.join(' | ')} |`;
    return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
/**
 * Shortens a text to what GitHub takes, at a line's end, and says where the rest is.
 *
 * @param limit in UTF-8 bytes
 */
function shorten(text, limit, pointer) {
    const encoder = new TextEncoder();
    if (encoder.encode(text).length <= limit)
        return text;
    const room = limit - encoder.encode(`\n\n${pointer}\n`).length;
    const cut = new TextDecoder().decode(encoder.encode(text).slice(0, Math.max(0, room)));
    const end = cut.lastIndexOf('\n');
    return `${cut.slice(0, Math.max(0, end))}\n\n${pointer}\n`;
}


/***/ }),

/***/ 4611:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Br: () => (/* binding */ renderSummary),
/* harmony export */   bc: () => (/* binding */ subject)
/* harmony export */ });
/* unused harmony export SUMMARY_LIMIT_BYTES */
/* harmony import */ var _rollout_duration_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1624);
/* harmony import */ var _rollout_plan_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(7927);
/* harmony import */ var _rollout_release_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2787);
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4902);
/* harmony import */ var _target_label_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8505);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4702);
// The job summary: what happened, what was seen, what to do now.






/** GitHub refuses the upload of a step's summary above 1 MiB. */
const SUMMARY_LIMIT_BYTES = 1024 * 1024;
const MARGIN_BYTES = 1024;
function renderSummary(report) {
    const sections = [
        headline(report),
        list('What each step can see', report.foresight),
        list('What to do', report.advice),
        (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .codeBlock */ .DV)(report.commands),
        list('Problems', report.problems),
        released(report),
        steps(report),
        evidence(report),
        hooks(report),
        timeline(report),
        list('Notes', report.notes),
    ];
    const text = `${sections.filter((section) => section !== '').join('\n\n')}\n`;
    const pointer = `*Shortened: the whole report is in the file of the output ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .code */ .aY)('report')}.*`;
    return (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .shorten */ .ml)(text, SUMMARY_LIMIT_BYTES - MARGIN_BYTES, pointer);
}
function headline(report) {
    const title = `## ${_words_js__WEBPACK_IMPORTED_MODULE_2__/* .HEADLINES */ .Ol[report.outcome]}: ${subject(report)}`;
    return `${title}\n\n**${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .escapeMarkdown */ .FV)(report.reason, 1000)}**\n\n${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .escapeMarkdown */ .FV)(report.stands, 1000)}`;
}
/** What is released, where: `orders 7 → 8 on orders-api/prod`. */
function subject({ functions, target, steps }) {
    const where = (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .code */ .aY)((0,_target_label_js__WEBPACK_IMPORTED_MODULE_3__/* .targetLabel */ .O)(target));
    const shown = functions.slice(0, 3).map((f) => `${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .code */ .aY)(f.name)} ${(0,_rollout_release_js__WEBPACK_IMPORTED_MODULE_4__/* .changeInWords */ .Zb)(f)}`);
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
    unchanged: 'What stands',
    'rolled-back': 'What was tried',
    failed: 'What was asked for',
    stuck: 'What was tried',
};
function planInWords({ steps, advance, bakeSeconds }) {
    const held = (step) => advance.kind === 'evidence' ? '' : ` for ${(0,_rollout_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a)(step.holdSeconds)}`;
    const shown = steps.map((step) => `${(0,_rollout_plan_js__WEBPACK_IMPORTED_MODULE_5__/* .formatWeight */ .ck)(step.weight)}${held(step)}`);
    const pace = advance.kind === 'evidence' ? ' as evidence allows' : '';
    if (shown.length === 0 && bakeSeconds === 0)
        return '';
    return `${[...shown, 'promotion'].join(', ')}${pace}, then a bake of ${(0,_rollout_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a)(bakeSeconds)}`;
}
function released(report) {
    const { outcome, functions, target, source, plan, startedAt, endedAt } = report;
    const commit = source.sha
        ? `${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .code */ .aY)(source.sha.slice(0, 7))}${source.title && ` ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .escapeMarkdown */ .FV)(source.title)}`} by ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .escapeMarkdown */ .FV)(source.actor)}`
        : '';
    const rows = [
        ['Commit', commit],
        ['Run', (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .link */ .nf)('workflow run', source.runUrl)],
        ...targetRows(target),
        ...functions.map((f) => [`Function ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .code */ .aY)(f.name)}`, `version ${(0,_rollout_release_js__WEBPACK_IMPORTED_MODULE_4__/* .changeInWords */ .Zb)(f)}`]),
        ['Plan', planInWords(plan)],
        ['Time', `${(0,_words_js__WEBPACK_IMPORTED_MODULE_2__/* .dateTime */ .KQ)(startedAt)}, ${(0,_words_js__WEBPACK_IMPORTED_MODULE_2__/* .lasted */ .aG)(startedAt, endedAt)}`],
    ];
    return `### ${RELEASED[outcome]}\n\n${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .table */ .tp)(['', ''], rows.filter(([, value]) => value))}`;
}
function targetRows(target) {
    if (target.kind === 'alias') {
        const shown = target.aliases.slice(0, 20).map((alias) => (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .code */ .aY)(alias));
        const more = target.aliases.length > 20 ? ` and ${target.aliases.length - 20} more` : '';
        return [['Aliases', `${shown.join(', ')}${more}, ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .code */ .aY)(target.region)}`]];
    }
    const { apiName, restApiId, stageName, region, deploymentBefore, deploymentAfter } = target;
    const api = apiName === '' ? (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .code */ .aY)(restApiId) : `${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .code */ .aY)(apiName)} (${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .code */ .aY)(restApiId)})`;
    const moved = deploymentBefore === deploymentAfter ? '' : ` → ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .code */ .aY)(deploymentAfter)}`;
    return [
        ['REST API', `${api}, stage ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .code */ .aY)(stageName)}, ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .code */ .aY)(region)}`],
        ['Deployment', deploymentBefore && `${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .code */ .aY)(deploymentBefore)}${moved}`],
    ];
}
function steps(report) {
    if (report.steps.length === 0)
        return '';
    const rows = report.steps.map((step) => stepRow(step, report.endedAt));
    const head = ['Step', 'Weight', 'Held', 'Canary requests', 'failed', 'Stable requests', 'failed'];
    const by = report.countedBy === 'functions'
        ? '\n\nCounted by the functions’ versions: the gateway showed no series of its own for the canary.'
        : '';
    return `### Steps\n\n${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .table */ .tp)(head, rows)}${by}`;
}
function stepRow(step, now) {
    const { canary, stable } = step;
    return [
        `${(0,_words_js__WEBPACK_IMPORTED_MODULE_2__/* .bar */ .M0)(step.weight)} ${step.label}`,
        (0,_rollout_plan_js__WEBPACK_IMPORTED_MODULE_5__/* .formatWeight */ .ck)(step.weight),
        `${(0,_words_js__WEBPACK_IMPORTED_MODULE_2__/* .lasted */ .aG)(step.began, step.ended ?? now)} of ${(0,_rollout_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a)(step.plannedSeconds)}`,
        (0,_words_js__WEBPACK_IMPORTED_MODULE_2__/* .count */ .U9)(canary.requests),
        `${(0,_words_js__WEBPACK_IMPORTED_MODULE_2__/* .count */ .U9)(canary.errors)} (${(0,_words_js__WEBPACK_IMPORTED_MODULE_2__/* .errorRate */ .zi)(canary)})`,
        (0,_words_js__WEBPACK_IMPORTED_MODULE_2__/* .count */ .U9)(stable.requests),
        `${(0,_words_js__WEBPACK_IMPORTED_MODULE_2__/* .count */ .U9)(stable.errors)} (${(0,_words_js__WEBPACK_IMPORTED_MODULE_2__/* .errorRate */ .zi)(stable)})`,
    ];
}
const VERDICT_SIGNS = { healthy: '🟢', inconclusive: '🟡', failing: '🔴' };
function evidence({ evidence: witnesses }) {
    if (witnesses.length === 0)
        return '';
    const rows = witnesses.map((w) => [
        (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .escapeMarkdown */ .FV)(w.witness),
        `${VERDICT_SIGNS[w.verdict]} ${w.verdict}`,
        (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .escapeMarkdown */ .FV)(w.says, 500),
    ]);
    return `### Evidence at the end\n\n${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .table */ .tp)(['Witness', 'Verdict', 'Says'], rows)}`;
}
const RESULT_SIGNS = { passed: '🟢', failed: '🔴', stopped: '⚪' };
function hooks({ hooks: heard }) {
    if (heard.length === 0)
        return '';
    const rows = heard.map((hook) => [
        hook.point,
        (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .code */ .aY)(hook.calls),
        (0,_rollout_plan_js__WEBPACK_IMPORTED_MODULE_5__/* .formatWeight */ .ck)(hook.weight),
        `${RESULT_SIGNS[hook.result]} ${hook.result} after ${(0,_words_js__WEBPACK_IMPORTED_MODULE_2__/* .lasted */ .aG)(hook.began, hook.ended)}`,
        (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .escapeMarkdown */ .FV)(hook.says, 1000),
    ]);
    return `### Hooks\n\n${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .table */ .tp)(['Hook', 'Asked', 'At', 'Result', 'Says'], rows)}`;
}
function timeline({ timeline: entries }) {
    if (entries.length === 0)
        return '';
    const rows = entries.map((entry) => [(0,_words_js__WEBPACK_IMPORTED_MODULE_2__/* .clockTime */ .qo)(entry.at), (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .escapeMarkdown */ .FV)(entry.what, 500)]);
    return `### Timeline\n\n${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .table */ .tp)(['Time', 'What'], rows)}`;
}
function list(title, items) {
    if (items.length === 0)
        return '';
    return `### ${title}\n\n${items.map((item) => `- ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .escapeMarkdown */ .FV)(item, 2000)}`).join('\n')}`;
}


/***/ }),

/***/ 8505:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ targetLabel),
/* harmony export */   h: () => (/* binding */ targetKey)
/* harmony export */ });
// A target's name in a few words.
/** `orders-api/prod`, `orders:live`, `orders:live and 3 more`. */
function targetLabel(target) {
    if (target.kind === 'stage')
        return `${target.apiName || target.restApiId}/${target.stageName}`;
    const [first = '', ...more] = target.aliases;
    return more.length > 0 ? `${first} and ${more.length} more` : first;
}
/** What tells one target's comment from another's: it never changes while a target is the same. */
function targetKey(target) {
    if (target.kind === 'stage')
        return `${target.restApiId}/${target.stageName}`;
    const [first = '', ...more] = target.aliases;
    return more.length > 0 ? `${first}+${more.length}` : first;
}


/***/ }),

/***/ 4702:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   KQ: () => (/* binding */ dateTime),
/* harmony export */   M0: () => (/* binding */ bar),
/* harmony export */   Ol: () => (/* binding */ HEADLINES),
/* harmony export */   U9: () => (/* binding */ count),
/* harmony export */   YP: () => (/* binding */ phaseInWords),
/* harmony export */   aG: () => (/* binding */ lasted),
/* harmony export */   qo: () => (/* binding */ clockTime),
/* harmony export */   zi: () => (/* binding */ errorRate)
/* harmony export */ });
/* unused harmony export totalsInWords */
/* harmony import */ var _rollout_duration_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1624);
// Numbers and times as a person would say them.

/** `12:03:10 UTC` of a time in seconds since the epoch. */
function clockTime(seconds) {
    return `${new Date(seconds * 1000).toISOString().slice(11, 19)} UTC`;
}
/** `2025-06-01 12:03 UTC`. */
function dateTime(seconds) {
    return `${new Date(seconds * 1000).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}
function count(value) {
    return value.toLocaleString('en-US');
}
/** `0.42%`, `12%`; `–` where there were no requests. */
function errorRate({ requests, errors }) {
    if (requests === 0)
        return '–';
    const percent = (100 * errors) / requests;
    return `${percent === 0 || percent >= 10 ? Math.round(percent) : Number(percent.toPrecision(2))}%`;
}
/** `1,204 requests, 5 failed (0.42%)`. */
function totalsInWords(totals) {
    if (totals.requests === 0)
        return 'no requests';
    const requests = `${count(totals.requests)} request${totals.requests === 1 ? '' : 's'}`;
    return totals.errors === 0
        ? `${requests}, none failed`
        : `${requests}, ${count(totals.errors)} failed (${errorRate(totals)})`;
}
/** `▓▓▓▓░░░░░░` for 40 %. */
function bar(percent, width = 10) {
    const full = Math.round((Math.min(100, Math.max(0, percent)) / 100) * width);
    return '▓'.repeat(full) + '░'.repeat(width - full);
}
/** The outcome as a headline begins; a sign and the word, so that neither stands alone. */
const HEADLINES = {
    running: '🐤 Canary in progress',
    planned: '🔎 Planned',
    promoted: '✅ Promoted',
    held: '⏸️ Held',
    unchanged: '⚪ Unchanged',
    'rolled-back': '↩️ Rolled back',
    failed: '❌ Failed',
    stuck: '🚨 NOT ROLLED BACK',
};
function lasted(from, to) {
    return (0,_rollout_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a)(to - from);
}
/** Where a rollout is: `step 2/3`, `bake`. */
function phaseInWords(phase, count) {
    if (phase.kind === 'step')
        return `step ${phase.index + 1}/${count}`;
    return phase.kind === 'baking' ? 'bake' : 'prepare';
}


/***/ }),

/***/ 7927:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $0: () => (/* binding */ stepWindow),
/* harmony export */   DC: () => (/* binding */ sameWeight),
/* harmony export */   ck: () => (/* binding */ formatWeight),
/* harmony export */   eQ: () => (/* binding */ PATIENCE_SECONDS),
/* harmony export */   h9: () => (/* binding */ planSeconds)
/* harmony export */ });
// What a rollout will do, fixed before anything is touched.
/**
 * How long a step is extended while its evidence is inconclusive, unless the plan says otherwise. The
 * first whole minute of even the shortest step ends within two minutes, and CloudWatch shows a minute
 * of API Gateway or Lambda up to two minutes after it is over.
 */
const PATIENCE_SECONDS = 240;
function stepWindow({ advance }, step) {
    if (advance.kind === 'evidence') {
        const { minSeconds, maxSeconds } = advance;
        return { earliest: minSeconds, latest: Math.max(minSeconds, maxSeconds) };
    }
    const earliest = step.holdSeconds;
    return {
        earliest,
        latest: Math.max(earliest, advance.maxSeconds ?? earliest + PATIENCE_SECONDS),
    };
}
/** Seconds from the first shift to the end of the bake, if no step is extended. */
function planSeconds(plan) {
    const usual = (step) => plan.advance.kind === 'evidence' ? stepWindow(plan, step).latest : step.holdSeconds;
    return plan.steps.reduce((sum, step) => sum + usual(step), plan.bakeSeconds);
}
/** The words for a weight: `5%`, `12.25%`. */
function formatWeight(weight) {
    return `${Number(weight.toFixed(2))}%`;
}
/** API Gateway keeps two decimals at least; compare with a tolerance below them. */
function sameWeight(a, b) {
    return Math.abs(a - b) < 0.005;
}


/***/ }),

/***/ 2787:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A2: () => (/* binding */ formatRolloutId),
/* harmony export */   AR: () => (/* binding */ parseRolloutId),
/* harmony export */   Zb: () => (/* binding */ changeInWords),
/* harmony export */   c5: () => (/* binding */ sameRollout)
/* harmony export */ });
// What a rollout brings: which function goes from which version to which.
/** `7 → 8`, or `8, the first`. */
function changeInWords({ from, to }) {
    return from === '' ? `${to}, the first` : `${from} → ${to}`;
}
function formatRolloutId(id) {
    return `${id.repository}/actions/runs/${id.runId}/attempts/${id.attempt}`;
}
/** The id that a text of this form says; `undefined` when it says none. */
function parseRolloutId(text) {
    const [, repository, runId, attempt] = /^([\w./-]{1,140})\/actions\/runs\/([\w.-]{1,40})\/attempts\/([\w.-]{1,40})$/.exec(text) ?? [];
    if (repository === undefined || runId === undefined || attempt === undefined)
        return undefined;
    return { repository, runId, attempt };
}
function sameRollout(a, b) {
    return formatRolloutId(a) === formatRolloutId(b);
}


/***/ })

};
