export const id = 108;
export const ids = [108,586,466,479,554,623,918];
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
/* harmony export */   readEventComment: () => (/* binding */ readEventComment),
/* harmony export */   readLifetimes: () => (/* binding */ readLifetimes),
/* harmony export */   readPull: () => (/* binding */ readPull),
/* harmony export */   readRolloutId: () => (/* binding */ readRolloutId)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var _base_instant_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5685);
/* harmony import */ var _source_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(918);
// Reads the runner's environment for this run.



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
        own: false,
        dislikes: 0,
        login: text(comment.user?.login),
        type: text(comment.user?.type),
        createdAt: Date.parse(text(comment.created_at)) / 1000,
        updatedAt: Date.parse(text(comment.updated_at)) / 1000,
        pull,
        repository: text(repository?.full_name),
    };
}
/** From the event: whether its code is merged. */
function readCodeEvent(env, event) {
    const text = (value) => (typeof value === 'string' ? value : '');
    const { workflow_run: run, repository } = event;
    const own = text(run?.head_repository?.full_name);
    return {
        name: env.GITHUB_EVENT_NAME ?? '',
        ref: env.GITHUB_REF ?? '',
        mergedPull: (0,_source_js__WEBPACK_IMPORTED_MODULE_1__.isMergedPull)(event),
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
function readLifetimes(env, { jobTimeoutSeconds, role, credentialsExpireAt: given, }) {
    // A session of the job's own is renewed.
    if (role)
        return { jobTimeoutSeconds, credentialsExpireAt: undefined, temporary: false };
    const text = env.AWS_CREDENTIAL_EXPIRATION ?? '';
    const set = text === '' ? undefined : (0,_base_instant_js__WEBPACK_IMPORTED_MODULE_2__/* .parseInstant */ .n)(text);
    return {
        jobTimeoutSeconds,
        credentialsExpireAt: given ?? set,
        temporary: (env.AWS_SESSION_TOKEN ?? '') !== '',
        ...(given === undefined && set === undefined && text !== '' && { notATime: text }),
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
        branch: (0,_source_js__WEBPACK_IMPORTED_MODULE_1__.branchOf)(env, event, inputs),
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

/***/ 8623:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   readEvent: () => (/* binding */ readEvent)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var _base_foreign_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6218);
// The event that started the workflow, from the runner's file.


function readEvent(env) {
    const event = (0,_base_foreign_text_js__WEBPACK_IMPORTED_MODULE_1__/* .parseJson */ .qF)(readEventFile(env.GITHUB_EVENT_PATH ?? ''));
    return typeof event === 'object' && event !== null ? event : {};
}
/** Empty where there is no file, or none that can be read: the report goes without a title. */
function readEventFile(path) {
    try {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(path, 'utf8');
    }
    catch {
        return '';
    }
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
// EXTERNAL MODULE: ./build/base/errors.js + 1 modules
var errors = __webpack_require__(6031);
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

// EXTERNAL MODULE: ./build/run/services.js + 12 modules
var run_services = __webpack_require__(7133);
// EXTERNAL MODULE: ./build/action/environment.js
var environment = __webpack_require__(8466);
// EXTERNAL MODULE: ./build/action/event.js
var action_event = __webpack_require__(8623);
// EXTERNAL MODULE: ./build/action/publisher.js + 2 modules
var action_publisher = __webpack_require__(8479);
// EXTERNAL MODULE: ./build/action/source.js
var action_source = __webpack_require__(918);
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
    const event = (0,action_event.readEvent)(process.env);
    const source = (0,action_source.readSource)(process.env, event, inputs);
    const { signal, dispose } = (0,cancel.onCancel)(log, () => undefined);
    const startedAt = Date.now() / 1000;
    const lifetimes = (0,environment.readLifetimes)(process.env, inputs);
    const context = { inputs, id, source, event: NO_EVENT, lifetimes, startedAt, giveUpAt };
    const credentials = await (0,oidc_credentials.oidcCredentials)(inputs, id, log);
    const services = await (0,run_services/* openServices */.Ns)(context, postHost({ log, cancelled: signal, credentials }));
    try {
        const { target } = services;
        target.knows(kept.seal);
        const { stored, trafficState } = await (0,persist/* persist */.Zr)(`reading ${target.words}`, services, () => (0,persist/* unlessFinal */.fr)(target.rollback.observe()));
        assertTrusted(services, stored);
        if (stored.kind !== 'rollout' || !isOwnRollout(stored.storedRollout, left)) {
            await (0,persist/* persist */.Zr)(`finding the account of ${target.words}`, services, () => assertReachable(services, kept.on));
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
    throw new persist/* FinalError */.f4(`the credentials of this step do not belong to account ${account}, where the release is open`);
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

/***/ 8479:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  createPublisher: () => (/* binding */ createPublisher)
});

// EXTERNAL MODULE: ./build/base/time.js
var time = __webpack_require__(2475);
// EXTERNAL MODULE: ./build/github/trouble.js
var github_trouble = __webpack_require__(1101);
// EXTERNAL MODULE: ./build/report/comment-body.js + 1 modules
var comment_body = __webpack_require__(4557);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build/base/assert.js
var assert = __webpack_require__(648);
// EXTERNAL MODULE: ./build/base/errors.js + 1 modules
var errors = __webpack_require__(6031);
// EXTERNAL MODULE: ./build/base/log.js
var base_log = __webpack_require__(2130);
// EXTERNAL MODULE: ./build/github/workflow-commands.js
var workflow_commands = __webpack_require__(4972);
// EXTERNAL MODULE: ./build/report/files.js
var files = __webpack_require__(6376);
// EXTERNAL MODULE: ./build/report/summary.js + 4 modules
var report_summary = __webpack_require__(1600);
// EXTERNAL MODULE: ./build/targets/kinds.js + 6 modules
var kinds = __webpack_require__(7911);
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
    };
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
/** The outputs of every kind of target: those that this target does not set are empty. */
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

;// CONCATENATED MODULE: ./build/action/up-to-date.js
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
            await (0,time/* sleep */.yy)(Math.max(pause, after), AbortSignal.any([ended, wake.signal]));
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
        (0,base_log/* logBug */.N)(log, error);
        const text = `The ${what} could not be written: ${(0,errors/* messageOf */.bD)(error)}`;
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
        ...(notify ? [notifyAt(notify, ended.signal)] : []),
    ];
    const writers = destinations.map((one) => keepUpToDate(one, log, ended.signal));
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
            const { openComment } = await Promise.all(/* import() */[__webpack_require__.e(921), __webpack_require__.e(351), __webpack_require__.e(191)]).then(__webpack_require__.bind(__webpack_require__, 7191));
            const pullRequest = place.pullRequest ?? report.pull;
            opened ??= await openComment({ ...place, pullRequest }, report.target.key, ended);
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
            const { openDeployments } = await Promise.all(/* import() */[__webpack_require__.e(921), __webpack_require__.e(351), __webpack_require__.e(804)]).then(__webpack_require__.bind(__webpack_require__, 7804));
            opened ??= openDeployments(place, ended);
            await opened.write(report);
        },
    };
}
function notifyAt({ to, secret }, ended) {
    return {
        what: 'event for notify-url',
        shows: 'events',
        // Its server may have received it.
        retryAfter: () => undefined,
        write: async (report) => {
            const { notify } = await __webpack_require__.e(/* import() */ 562).then(__webpack_require__.bind(__webpack_require__, 9562));
            await notify(to, secret, report, ended);
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

/***/ 918:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   branchOf: () => (/* binding */ branchOf),
/* harmony export */   isMergedPull: () => (/* binding */ isMergedPull),
/* harmony export */   readSource: () => (/* binding */ readSource)
/* harmony export */ });
// The commit of a release, and what belongs to it.
/** @param commit of the inputs; empty: that of the event */
function readSource(env, event, { commit } = {}) {
    const server = env.GITHUB_SERVER_URL || 'https://github.com';
    const repository = env.GITHUB_REPOSITORY ?? '';
    const ofEvent = firstText([pullCommit(event), builtCommit(event), env.GITHUB_SHA]);
    const other = commit !== undefined && commit !== '' && commit !== ofEvent;
    const title = firstText([
        event.pull_request?.title,
        event.head_commit?.message,
        event.workflow_run?.head_commit?.message,
        event.release?.name,
    ]);
    const tag = tagOf(env);
    return {
        repository,
        sha: other ? commit : ofEvent,
        // Of another commit, only its name is known.
        title: other ? '' : (title.split('\n')[0] ?? ''),
        actor: env.GITHUB_ACTOR ?? '',
        runUrl: `${server}/${repository}/actions/runs/${env.GITHUB_RUN_ID ?? ''}`,
        ...(tag !== undefined && !other && { tag }),
    };
}
/** The branch that the commit is on; `undefined`: not known. */
function branchOf(env, { workflow_run: run }, { commit }) {
    if (commit !== '')
        return undefined;
    const built = run?.head_branch;
    if (typeof built === 'string')
        return built;
    return /^refs\/heads\/(.+)$/.exec(env.GITHUB_REF ?? '')?.[1];
}
function tagOf(env) {
    return /^refs\/tags\/(.+)$/.exec(env.GITHUB_REF ?? '')?.[1];
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
/** On `workflow_run`, GITHUB_SHA is the last commit of the default branch, not the one that was built. */
function builtCommit({ workflow_run: run }) {
    return run?.head_sha;
}
function firstText(values) {
    const found = values.find((value) => typeof value === 'string' && value !== '');
    return typeof found === 'string' ? found : '';
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

/***/ 1895:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ REQUEST_SECONDS),
/* harmony export */   x: () => (/* binding */ guardedFetch)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6031);
/* harmony import */ var _base_redirect_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4242);
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

/***/ 9586:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   oidcCredentials: () => (/* binding */ oidcCredentials)
/* harmony export */ });
/* harmony import */ var _workflow_commands_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4972);
// The source of the credentials for the job's AWS calls.

/**
 * A session of the job's own if `role-to-assume` names a role; `undefined`: the credentials of the environment. The
 * session is opened by the first call that needs it, so a failure to open it is that call's failure.
 */
async function oidcCredentials({ role, region }, { runId, attempt }, log) {
    if (!role)
        return undefined;
    const [{ openRoleSession }, { getIDToken }, { guardIdToken }] = await Promise.all([
        Promise.all(/* import() */[__webpack_require__.e(956), __webpack_require__.e(773)]).then(__webpack_require__.bind(__webpack_require__, 6773)),
        Promise.all(/* import() */[__webpack_require__.e(921), __webpack_require__.e(779), __webpack_require__.e(143)]).then(__webpack_require__.bind(__webpack_require__, 143)),
        Promise.all(/* import() */[__webpack_require__.e(921), __webpack_require__.e(779), __webpack_require__.e(381)]).then(__webpack_require__.bind(__webpack_require__, 6381)),
    ]);
    return openRoleSession({
        role,
        region,
        name: `canary-action-${runId}-${attempt}`.slice(0, 64),
        idToken: guardIdToken(getIDToken),
        mask: _workflow_commands_js__WEBPACK_IMPORTED_MODULE_0__/* .setSecret */ .Pq,
        log,
    });
}


/***/ }),

/***/ 1101:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ troubleOf),
/* harmony export */   N: () => (/* binding */ troubleText)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6031);
/* harmony import */ var _report_format_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2772);
/* harmony import */ var _guarded_fetch_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1895);
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

/***/ 6376:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Cf: () => (/* binding */ renderPage),
/* harmony export */   fM: () => (/* binding */ withSourceText),
/* harmony export */   hF: () => (/* binding */ renderJson)
/* harmony export */ });
/* unused harmony exports fileOf, DATA_PLACEHOLDER */
/* harmony import */ var _evidence_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(664);
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
