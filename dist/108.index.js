export const id = 108;
export const ids = [108,586,466,431,554];
export const modules = {

/***/ 8466:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   drawRolloutId: () => (/* binding */ drawRolloutId),
/* harmony export */   readCodeEvent: () => (/* binding */ readCodeEvent),
/* harmony export */   readCommentPlace: () => (/* binding */ readCommentPlace),
/* harmony export */   readDeploymentPlace: () => (/* binding */ readDeploymentPlace),
/* harmony export */   readDestinations: () => (/* binding */ readDestinations),
/* harmony export */   readEvent: () => (/* binding */ readEvent),
/* harmony export */   readEventComment: () => (/* binding */ readEventComment),
/* harmony export */   readLifetimes: () => (/* binding */ readLifetimes),
/* harmony export */   readPull: () => (/* binding */ readPull),
/* harmony export */   readRolloutId: () => (/* binding */ readRolloutId),
/* harmony export */   readSource: () => (/* binding */ readSource)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3024);
/* harmony import */ var _base_foreign_text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6218);
// Reads the runner's environment for this run.



function readEvent(env) {
    const event = (0,_base_foreign_text_js__WEBPACK_IMPORTED_MODULE_2__/* .parseJson */ .qF)(readEventFile(env.GITHUB_EVENT_PATH ?? ''));
    return typeof event === 'object' && event !== null ? event : {};
}
/** Empty where there is no file, or none that can be read: the report goes without a title. */
function readEventFile(path) {
    try {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readFileSync)(path, 'utf8');
    }
    catch {
        return '';
    }
}
/** The pull request of the event. */
function readPull({ action, pull_request: pull }, { repository }) {
    if (typeof pull?.number !== 'number')
        return undefined;
    const from = pull.head?.repo?.full_name;
    return {
        number: pull.number,
        closed: action === 'closed' || pull.state === 'closed',
        // A deleted fork has no repository.
        fork: from !== repository,
    };
}
/** A comment on a pull request; `undefined`: the event contains none. */
function readEventComment(event) {
    const { action, comment, issue, repository } = event;
    const pull = issue?.pull_request ? issue.number : undefined;
    if (action !== 'created' || typeof comment?.id !== 'number' || typeof pull !== 'number') {
        return undefined;
    }
    const text = (value) => (typeof value === 'string' ? value : '');
    return {
        id: comment.id,
        body: text(comment.body),
        dislikes: 0,
        login: text(comment.user?.login),
        type: text(comment.user?.type),
        createdAt: Date.parse(text(comment.created_at)) / 1000,
        updatedAt: Date.parse(text(comment.updated_at)) / 1000,
        pull,
        repository: text(repository?.full_name),
    };
}
function readSource(env, event) {
    const server = env.GITHUB_SERVER_URL || 'https://github.com';
    const repository = env.GITHUB_REPOSITORY ?? '';
    const message = event.pull_request?.title ?? event.head_commit?.message;
    const ofPull = pullCommit(event);
    return {
        repository,
        sha: typeof ofPull === 'string' ? ofPull : (env.GITHUB_SHA ?? ''),
        title: typeof message === 'string' ? (message.split('\n')[0] ?? '') : '',
        actor: env.GITHUB_ACTOR ?? '',
        runUrl: `${server}/${repository}/actions/runs/${env.GITHUB_RUN_ID ?? ''}`,
    };
}
/**
 * On an open pull request, GITHUB_SHA is a generated merge commit, so the head is used. Once merged, GITHUB_SHA is
 * the commit on the base, which a squash or a rebase creates.
 */
function pullCommit(event) {
    const { pull_request: pull } = event;
    return isMergedPull(event) ? pull?.merge_commit_sha : pull?.head?.sha;
}
function isMergedPull({ action, pull_request: pull }) {
    return action === 'closed' && pull?.merged === true;
}
/** From the event: whether its code is merged. */
function readCodeEvent(env, event) {
    const text = (value) => (typeof value === 'string' ? value : '');
    const { workflow_run: run, repository } = event;
    const own = text(run?.head_repository?.full_name);
    return {
        name: env.GITHUB_EVENT_NAME ?? '',
        ref: env.GITHUB_REF ?? '',
        mergedPull: isMergedPull(event),
        before: run && {
            event: text(run.event),
            branch: text(run.head_branch),
            own: own !== '' && own === text(repository?.full_name),
        },
    };
}
/** Stored in a tag, so it is reduced to the characters that a tag allows. */
function readRolloutId(env) {
    const plain = (text) => (text ?? '').replace(/[^A-Za-z0-9_./-]/g, '-');
    return {
        repository: plain(env.GITHUB_REPOSITORY) || 'unknown',
        runId: plain(env.GITHUB_RUN_ID) || '0',
        attempt: plain(env.GITHUB_RUN_ATTEMPT) || '1',
    };
}
/** The same, with a random part that distinguishes this job from others of its run. */
function drawRolloutId(env) {
    return { ...readRolloutId(env), job: (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes)(6).toString('hex') };
}
function readLifetimes(env, { jobTimeoutSeconds, role }) {
    // A session of the job's own is renewed.
    if (role)
        return { jobTimeoutSeconds, credentialsExpireAt: undefined, temporary: false };
    const expiry = Date.parse(env.AWS_CREDENTIAL_EXPIRATION ?? '');
    return {
        jobTimeoutSeconds,
        credentialsExpireAt: Number.isNaN(expiry) ? undefined : expiry / 1000,
        temporary: (env.AWS_SESSION_TOKEN ?? '') !== '',
    };
}
/** The environment that is deployed to; `undefined` if none is named, or if there is no token. */
function readDeploymentPlace(env, inputs, source) {
    const { environment, githubToken } = inputs;
    if (environment === '' || githubToken === '' || source.repository === '')
        return undefined;
    return {
        token: githubToken,
        apiUrl: env.GITHUB_API_URL || 'https://api.github.com',
        repository: source.repository,
        sha: source.sha,
        environment,
        url: inputs.environmentUrl,
        begins: inputs.command === 'rollout' || inputs.command === 'start',
    };
}
/** Where to comment; `undefined` if comments are off or not possible. */
function readCommentPlace(env, event, inputs, source) {
    if (!inputs.comment || inputs.githubToken === '' || source.repository === '')
        return undefined;
    const number = event.pull_request?.number ?? (event.issue?.pull_request && event.issue.number);
    return {
        token: inputs.githubToken,
        apiUrl: env.GITHUB_API_URL || 'https://api.github.com',
        repository: source.repository,
        pullRequest: typeof number === 'number' ? number : undefined,
        sha: source.sha,
    };
}
/** Where a report is shown in addition to the job's own page. */
function readDestinations(env, event, inputs, source) {
    return {
        comment: readCommentPlace(env, event, inputs, source),
        deployment: readDeploymentPlace(env, inputs, source),
        notify: inputs.notify && { to: inputs.notify, secret: inputs.hooks.secret },
    };
}


/***/ }),

/***/ 6108:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  describeUnfinished: () => (/* binding */ describeUnfinished),
  finishAfter: () => (/* binding */ finishAfter)
});

// EXTERNAL MODULE: ./build/aws/arns.js
var arns = __webpack_require__(828);
// EXTERNAL MODULE: ./build/base/errors.js
var errors = __webpack_require__(5145);
// EXTERNAL MODULE: ./build/controller/persist.js
var persist = __webpack_require__(4005);
// EXTERNAL MODULE: ./build/controller/rollback.js
var rollback = __webpack_require__(1413);
// EXTERNAL MODULE: ./build/github/cancel.js
var cancel = __webpack_require__(8554);
// EXTERNAL MODULE: ./build/github/oidc-credentials.js
var oidc_credentials = __webpack_require__(9586);
// EXTERNAL MODULE: ./build/report/ending-text.js
var ending_text = __webpack_require__(5758);
// EXTERNAL MODULE: ./build/report/format.js
var format = __webpack_require__(2772);
// EXTERNAL MODULE: ./build/report/stored-state-text.js
var stored_state_text = __webpack_require__(7886);
// EXTERNAL MODULE: ./build/report/stuck.js
var stuck = __webpack_require__(2143);
// EXTERNAL MODULE: ./build/rollout/cause.js
var rollout_cause = __webpack_require__(4313);
// EXTERNAL MODULE: ./build/rollout/release.js
var release = __webpack_require__(2787);
// EXTERNAL MODULE: ./build/rollout/traffic-state.js
var traffic_state = __webpack_require__(7083);
;// CONCATENATED MODULE: ./build/run/run-context.js
// What this run of the action was given: data only.
const NO_EVENT = { code: undefined, pull: undefined, comment: undefined };

// EXTERNAL MODULE: ./build/run/services.js + 11 modules
var run_services = __webpack_require__(7206);
// EXTERNAL MODULE: ./build/action/environment.js
var environment = __webpack_require__(8466);
// EXTERNAL MODULE: ./build/action/publisher.js
var action_publisher = __webpack_require__(2431);
;// CONCATENATED MODULE: ./build/action/post-step.js
// After the main step: if it was killed, timed out or crashed before it could end its rollout, rolls back what it
// left, and reports that. Harmless if nothing is left, and safe to repeat.

















/** For a post step that could do nothing: what was to be rolled back, and how to do it manually. */
function describeUnfinished(why, { words, commands }, left) {
    const began = left
        ? (0,format/* sentence */.em)(`A rollback was required: ${(0,ending_text/* rollbackText */.E)(left.cause, release/* formatRolloutId */.A2)}`)
        : 'The main step was interrupted.';
    return (0,stuck/* renderStuck */.$)({
        reason: `${began} The post step could not finish the rollout on ${words}: ${why}`,
        stands: 'The post step could not read the current state from AWS. Run all of these commands in any case:',
        commands,
        weight: null,
    });
}
/** @returns `undefined` if there was nothing to do */
async function finishAfter(left, log) {
    const { inputs, kept, published, cause, giveUpAt } = left;
    const { id } = kept;
    const event = (0,environment.readEvent)(process.env);
    const source = (0,environment.readSource)(process.env, event);
    const { signal, dispose } = (0,cancel.onCancel)(log, () => undefined);
    const startedAt = Date.now() / 1000;
    const lifetimes = (0,environment.readLifetimes)(process.env, inputs);
    const context = { inputs, id, source, event: NO_EVENT, lifetimes, startedAt, giveUpAt };
    const credentials = await (0,oidc_credentials.oidcCredentials)(inputs, id);
    const services = await (0,run_services/* openServices */.Ns)(context, postHost({ log, cancelled: signal, credentials }));
    try {
        const { target } = services;
        target.knows(kept.seal);
        const { stored, trafficState } = await (0,persist/* persist */.Zr)(`reading ${target.words}`, services, () => (0,persist/* unlessFinal */.fr)(target.rollback.observe()));
        assertTrusted(services, stored);
        if (stored.kind !== 'rollout' || !isOwnRollout(stored.storedRollout, left)) {
            await assertReachable(services, kept.on);
            return undefined;
        }
        const { storedRollout } = stored;
        const { record } = storedRollout;
        log.group('Finish the rollout of the main step');
        if (published === 'promoted') {
            await cleanUpPromoted(services, storedRollout, trafficState);
            return undefined;
        }
        log.line(cause
            ? `The main step could not finish ${(0,release/* formatRolloutId */.A2)(record.id)}: ${(0,ending_text/* rollbackText */.E)(cause.cause, (0,release/* linkFrom */.NA)(services.context))}`
            : `The main step ended without finishing ${(0,release/* formatRolloutId */.A2)(record.id)}.`);
        const ended = await rollBackUnended(services, { rollout: storedRollout, trafficState }, left);
        const report = services.reporter.ended(ended, []);
        // The main step's report has more details, if it reported the same outcome.
        if (report.outcome !== published) {
            const publisher = (0,action_publisher.createPublisher)((0,environment.readDestinations)(process.env, event, inputs, source), log);
            await publisher.finish(report);
        }
        return resultOf(report, trafficState, left);
    }
    finally {
        services.close();
        dispose();
    }
}
/** Nothing runs after the post step, so it saves nothing and publishes only its outcome. */
function postHost(given) {
    return {
        ...given,
        conversation: undefined,
        leaveToPost: () => undefined,
        keepCause: () => undefined,
        saveForPost: () => undefined,
        show: () => undefined,
    };
}
/** The main step's own rollout, or the one that it was rolling back. */
function isOwnRollout({ record: { id } }, { kept, cause }) {
    return (0,release/* sameRollout */.c5)(id, kept.id) || (0,release/* formatRolloutId */.A2)(id) === cause?.of;
}
/** A step in between may have changed to the credentials of another account, which has no stored state. */
async function assertReachable({ target }, on) {
    const { readAccount } = target.rollback;
    if (on === undefined || !readAccount)
        return;
    const account = (0,arns/* accountOf */.XP)(on);
    if ((await readAccount(on)) === account)
        return;
    throw new errors/* KnownError */.E(`the credentials of this step do not belong to account ${account}, where the release is open`);
}
/** The tags are not as the main step wrote them: a person must check, with the main step's commands. */
function assertTrusted({ target, context }, stored) {
    const changed = stored.kind === 'unproven' && (0,release/* sameRollout */.c5)(stored.id, context.id);
    if (!changed && stored.kind !== 'unreadable')
        return;
    throw new errors/* KnownError */.E((0,stored_state_text/* whyNotOwned */.k)(target.words, stored, (0,release/* linkFrom */.NA)(context)));
}
/**
 * The release ended well; users do not see what the main step could not do after that. What was changed outside it
 * since is left alone.
 */
async function cleanUpPromoted(services, rollout, trafficState) {
    if (trafficState?.kind === 'promoted')
        await (0,rollback/* cleanUp */.nY)(services, rollout, 'new');
    if (await (0,rollback/* clearState */.Ho)(services, rollout, 'promoted')) {
        services.host.log.line('The remaining stored state was removed.');
    }
}
/** Leaves alone what is not in the state that the main step left. */
async function rollBackUnended(services, { rollout, trafficState, }, left) {
    const rollingBack = left.cause?.cause;
    if (trafficState && (0,traffic_state/* canRollBack */.j)(trafficState)) {
        const ended = await (0,rollback/* rollBack */.Fu)(services, { rollout, trafficState }, rollingBack ?? { kind: 'cut-off' });
        if (ended.ending.kind !== 'rolled-back')
            return ended;
        return { ...ended, ending: { ...ended.ending, ...finishedAs(left) } };
    }
    const what = trafficState?.kind === 'external'
        ? trafficState.what
        : 'the current state could not be read from AWS';
    const cause = trafficState ? (0,rollout_cause/* externalState */.dN)(what) : { kind: 'aws-error', message: what };
    return {
        ending: {
            kind: 'failed',
            cause,
            stopped: {
                at: 'post-step',
                words: services.target.words,
                ...(rollingBack && { rollingBack }),
            },
        },
        snapshot: { rollout, trafficState: trafficState ?? { kind: 'external', what } },
        presumed: false,
        cleanup: 'clean',
    };
}
/** What happened between the cause and the end of the rollback. */
function finishedAs({ published, cause }) {
    if (!cause)
        return {};
    if (published === undefined)
        return { finished: 'after-cut-off' };
    return published === 'stuck' ? { finished: 'after-failure' } : {};
}
function resultOf(report, before, { cause }) {
    if (report.outcome === 'stuck')
        return { message: (0,stuck/* renderStuck */.$)(report), stuck: true };
    if (report.outcome === 'failed')
        return { message: report.reason, stuck: false };
    if (cause)
        return { message: `Rolled back: ${(0,format/* sentence */.em)(report.reason)} ${report.stands}`, stuck: false };
    const did = before?.kind === 'stable'
        ? 'all traffic was on the previous version, and the post step cleaned up the rest.'
        : 'the post step returned all traffic to the previous version.';
    return { message: `The main step was interrupted; ${did}`, stuck: false };
}


/***/ }),

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

/***/ 8554:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   onCancel: () => (/* binding */ onCancel)
/* harmony export */ });
// A cancelled job gets SIGINT, SIGTERM 7.5 s later, and is killed 2.5 s after that (GitHub Docs, "workflow
// cancellation reference"). Both signals mean the same for a rollout: roll back now.
/** @param onSignal called at once on the first signal */
function onCancel(log, onSignal) {
    const controller = new AbortController();
    const stop = (name) => {
        if (!controller.signal.aborted) {
            log.line(`Received ${name}: the job is being cancelled.`);
            onSignal();
        }
        controller.abort();
    };
    process.on('SIGINT', stop);
    process.on('SIGTERM', stop);
    return {
        signal: controller.signal,
        dispose: () => {
            process.off('SIGINT', stop);
            process.off('SIGTERM', stop);
        },
    };
}


/***/ }),

/***/ 9586:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   oidcCredentials: () => (/* binding */ oidcCredentials)
/* harmony export */ });
/* harmony import */ var _workflow_commands_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4972);
// The source of the credentials for the job's AWS calls.

/**
 * A session of the job's own if `role-to-assume` names a role; `undefined`: the credentials of the environment.
 * Rejects with a `KnownError` if no session can be obtained.
 */
async function oidcCredentials({ role, region }, { runId, attempt }) {
    if (!role)
        return undefined;
    const [{ openRoleSession }, { getIDToken }] = await Promise.all([
        Promise.all(/* import() */[__webpack_require__.e(956), __webpack_require__.e(773)]).then(__webpack_require__.bind(__webpack_require__, 6773)),
        Promise.all(/* import() */[__webpack_require__.e(119), __webpack_require__.e(421)]).then(__webpack_require__.bind(__webpack_require__, 6421)),
    ]);
    const credentials = openRoleSession({
        role,
        region,
        name: `canary-action-${runId}-${attempt}`.slice(0, 64),
        idToken: getIDToken,
        mask: _workflow_commands_js__WEBPACK_IMPORTED_MODULE_0__/* .setSecret */ .Pq,
    });
    // Opened at once, so that its problems are reported before anything else is checked.
    await credentials();
    return credentials;
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
