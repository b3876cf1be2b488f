export const id = 8423;
export const ids = [8423,9586,8466,8008,8554,8623,918];
export const modules = {

/***/ 88466:
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
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
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

/***/ 98623:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   readEvent: () => (/* binding */ readEvent)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var _base_foreign_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(56218);
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

/***/ 86108:
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
var errors = __webpack_require__(76031);
// EXTERNAL MODULE: ./build/controller/persist.js
var persist = __webpack_require__(34005);
// EXTERNAL MODULE: ./build/controller/rollback.js
var rollback = __webpack_require__(51413);
// EXTERNAL MODULE: ./build/github/cancel.js
var cancel = __webpack_require__(28554);
// EXTERNAL MODULE: ./build/github/oidc-credentials.js
var oidc_credentials = __webpack_require__(29586);
// EXTERNAL MODULE: ./build/github/workflow-commands.js
var workflow_commands = __webpack_require__(4972);
// EXTERNAL MODULE: ./build/report/ending-text.js
var ending_text = __webpack_require__(75758);
// EXTERNAL MODULE: ./build/report/format.js
var format = __webpack_require__(92772);
// EXTERNAL MODULE: ./build/report/stored-state-text.js
var stored_state_text = __webpack_require__(37886);
// EXTERNAL MODULE: ./build/report/stuck.js
var stuck = __webpack_require__(42143);
// EXTERNAL MODULE: ./build/rollout/cause.js
var rollout_cause = __webpack_require__(84313);
// EXTERNAL MODULE: ./build/rollout/release.js
var release = __webpack_require__(82787);
// EXTERNAL MODULE: ./build/rollout/traffic-state.js
var traffic_state = __webpack_require__(87083);
;// CONCATENATED MODULE: ./build/run/run-context.js
// What this run of the action was given: data only.
const NO_EVENT = { code: undefined, pull: undefined, comment: undefined };

// EXTERNAL MODULE: ./build/run/services.js + 11 modules
var run_services = __webpack_require__(96179);
// EXTERNAL MODULE: ./build/action/environment.js
var environment = __webpack_require__(88466);
// EXTERNAL MODULE: ./build/action/event.js
var action_event = __webpack_require__(98623);
// EXTERNAL MODULE: ./build/action/publisher.js + 1 modules
var action_publisher = __webpack_require__(3282);
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
    const credentials = await (0,oidc_credentials.oidcCredentials)(inputs, id, log, workflow_commands/* setSecret */.Pq);
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

/***/ 16361:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ad: () => (/* binding */ minuteAt),
/* harmony export */   Bp: () => (/* binding */ errorsOf),
/* harmony export */   Cf: () => (/* binding */ incompleteIn),
/* harmony export */   FF: () => (/* binding */ without),
/* harmony export */   NM: () => (/* binding */ addUp),
/* harmony export */   Ql: () => (/* binding */ shownApart),
/* harmony export */   X5: () => (/* binding */ total),
/* harmony export */   q9: () => (/* binding */ NO_EVENTS),
/* harmony export */   wT: () => (/* binding */ shownTogether),
/* harmony export */   xo: () => (/* binding */ isHalfShown)
/* harmony export */ });
/* harmony import */ var _base_assert_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(50648);
// The counts by measure, side and time: the one table that the judge, the steps and the report read.

const NO_EVENTS = { requests: new Map(), events: new Map() };
/** The row of the errors of all traffic. Throws an `ImpossibleError` when there is none. */
function errorsOf({ rows }) {
    const isErrors = ({ measure: { kind, scope } }) => kind === 'errors' && scope.kind === 'all';
    return (0,_base_assert_js__WEBPACK_IMPORTED_MODULE_0__/* .must */ .s)(rows.find(isErrors), 'the errors are always counted');
}
/**
 * The total of a window, such as a step. A bucket belongs to the window that contains its last second, because
 * counts have no finer resolution. Incomplete buckets are left out.
 *
 * @returns `null`: unknown, because only incomplete buckets have counts
 */
function total({ requests, events, incomplete = new Set() }, { from, to = Number.POSITIVE_INFINITY }, bucketSeconds) {
    const isWithin = (start) => {
        const last = start + bucketSeconds - 1;
        return last >= from && last < to;
    };
    const within = (values) => {
        let sum = 0;
        for (const [start, value] of values) {
            if (isWithin(start) && !incomplete.has(start))
                sum += value;
        }
        return sum;
    };
    const counts = { requests: within(requests), events: within(events) };
    return counts.requests === 0 && [...incomplete].some(isWithin) ? null : counts;
}
/** The counts of one minute. Without an entry, it had no requests. Events never exceed requests. */
function minuteAt({ requests, events }, start, bucketSeconds) {
    let all = 0;
    let bad = 0;
    for (let at = start; at < start + 60; at += bucketSeconds) {
        all += requests.get(at) ?? 0;
        bad += events.get(at) ?? 0;
    }
    return { requests: all, events: Math.min(all, bad) };
}
/** Whether part of a minute is missing. */
function isHalfShown({ incomplete }, start, bucketSeconds) {
    if (incomplete === undefined)
        return false;
    for (let at = start; at < start + 60; at += bucketSeconds)
        if (incomplete.has(at))
            return true;
    return false;
}
/**
 * A series for which AWS publishes requests and events together, with 0 for no events (API Gateway,
 * "dimensions and metrics": the average of 5XXError is the error rate, with Count as its denominator; Lambda,
 * "types of metrics": the outcome of each invocation is sent as 0 or 1). So a minute with only one of the two
 * is incomplete, and a missing value is not 0.
 */
function shownTogether(requests, events) {
    const buckets = [...requests.keys(), ...events.keys()];
    const half = buckets.filter((start) => !(requests.has(start) && events.has(start)));
    return half.length === 0 ? { requests, events } : { requests, events, incomplete: new Set(half) };
}
/**
 * A series of a metric that may be published only when an event happens: no value means 0 events. But events
 * without any requests are incomplete, because their total is missing.
 */
function shownApart(requests, events) {
    const half = [...events].filter(([start, count]) => count > 0 && !requests.has(start));
    return half.length === 0
        ? { requests, events }
        : { requests, events, incomplete: new Set(half.map(([start]) => start)) };
}
/** The buckets that any of the series shows only in part. */
function incompleteIn(...series) {
    const half = series.flatMap(({ incomplete = [] }) => [...incomplete]);
    return half.length === 0 ? {} : { incomplete: new Set(half) };
}
/** The sum of several series. */
function addUp(series) {
    return {
        requests: addMaps(series.map((s) => s.requests)),
        events: addMaps(series.map((s) => s.events)),
        ...incompleteIn(...series),
    };
}
function addMaps(all) {
    const sum = new Map();
    for (const values of all) {
        for (const [start, value] of values)
            sum.set(start, (sum.get(start) ?? 0) + value);
    }
    return sum;
}
/** One series minus another, bucket by bucket; never below 0. */
function without(from, what) {
    return {
        requests: minus(from.requests, what.requests),
        events: minus(from.events, what.events),
        ...incompleteIn(from, what),
    };
}
function minus(from, what) {
    return new Map([...from].map(([start, value]) => [start, Math.max(0, value - (what.get(start) ?? 0))]));
}


/***/ }),

/***/ 12177:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   w: () => (/* binding */ readMinutes)
/* harmony export */ });
/* harmony import */ var _aws_sdk_client_cloudwatch__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(44085);
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76031);
/* harmony import */ var _base_listed_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(639);
/* harmony import */ var _call_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(13280);
/* harmony import */ var _pages_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(53242);
// Reads per-minute counts from CloudWatch.





/** GetMetricData takes at most 500 queries a call. */
const QUERIES_PER_CALL = 500;
/** How often an incomplete series is requested, and the seconds between attempts. */
const ATTEMPTS = 3;
const PAUSE_SECONDS = 1;
/**
 * Reads several series minute by minute, in the given order. Throws if any series is incomplete: it would look
 * like one with fewer requests or no errors.
 *
 * @param from start of the first minute, seconds since the epoch
 * @param to end of the last minute, exclusive
 */
async function readMinutes(client, series, from, to) {
    const whole = new Map();
    let open = series;
    for (let attempt = 1; open.length > 0; attempt++) {
        const asked = await readOnce(client, open, from, to);
        const lost = [];
        asked.forEach((reading, i) => {
            const one = open[i];
            if (!one)
                return;
            if (reading.kind === 'whole')
                whole.set(one, reading.values);
            else
                lost.push({ series: one, ...reading });
        });
        const last = attempt === ATTEMPTS || lost.some(({ final }) => final);
        if (lost.length > 0 && last)
            throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .KnownError */ .E(inWords(lost));
        open = lost.map((one) => one.series);
        if (open.length > 0)
            await pause(PAUSE_SECONDS);
    }
    return series.map((one) => whole.get(one) ?? new Map());
}
async function readOnce(client, series, from, to) {
    const readings = [];
    for (let start = 0; start < series.length; start += QUERIES_PER_CALL) {
        const part = series.slice(start, start + QUERIES_PER_CALL);
        const answers = part.map(() => []);
        const about = [];
        await readPages(client, part.map(query), from, to, (page) => {
            about.push(...(page.Messages ?? []));
            for (const result of page.MetricDataResults ?? []) {
                const id = (0,_call_js__WEBPACK_IMPORTED_MODULE_1__/* .required */ .mw)(result.Id, 'reading metrics', 'MetricDataResults.Id');
                answers[Number(id.slice(1))]?.push(result);
            }
        });
        readings.push(...answers.map((results) => readingOf(results, about)));
    }
    return readings;
}
/**
 * Combines one series from all of its pages. `PartialData` continues on the next page, so the last status counts.
 * Any other status but `Complete` makes the series unusable (AWS, MetricDataResult, StatusCode). So does a message:
 * CloudWatch sends one only if the values are not exactly those requested.
 *
 * @param about messages about the operation as a whole
 */
function readingOf(results, about) {
    const codes = results.map(({ StatusCode }) => StatusCode);
    const spoilt = codes.findIndex((code, i) => !isGood(code, i === codes.length - 1));
    const messages = [...about, ...results.flatMap(({ Messages = [] }) => Messages)];
    if (codes.length > 0 && spoilt < 0 && messages.length === 0) {
        return { kind: 'whole', values: valuesOf(results) };
    }
    const status = spoilt < 0 ? [] : [codes[spoilt] ?? 'no StatusCode'];
    const words = codes.length === 0 ? ['no result'] : status;
    const texts = new Set(messages.map(({ Code = '', Value }) => Value || Code));
    return {
        kind: 'lost',
        message: [...words, ...texts].join(': '),
        final: status[0] === 'Forbidden' || (codes.length > 0 && spoilt < 0),
    };
}
function isGood(code, last) {
    return code === 'Complete' || (code === 'PartialData' && !last);
}
function valuesOf(results) {
    const values = new Map();
    for (const { Timestamps = [], Values = [] } of results) {
        Timestamps.forEach((time, i) => {
            const value = Values[i];
            if (value !== undefined)
                values.set(time.getTime() / 1000, value);
        });
    }
    return values;
}
/** `CloudWatch did not give all of 5XXError (InternalError: Try again)`. */
function inWords(lost) {
    const each = new Set(lost.map(({ series, message }) => `${series.metric} (${message})`));
    return `reading metrics: CloudWatch did not return all of ${(0,_base_listed_js__WEBPACK_IMPORTED_MODULE_3__/* .listed */ .KE)([...each])}`;
}
async function readPages(client, queries, from, to, take) {
    const turn = (0,_pages_js__WEBPACK_IMPORTED_MODULE_2__/* .turnPages */ .KL)('reading metrics');
    let next;
    do {
        const page = await (0,_call_js__WEBPACK_IMPORTED_MODULE_1__/* .call */ .T1)({
            doing: 'reading metrics',
            permission: { action: 'cloudwatch:GetMetricData', resource: '*' },
        }, () => client.send(new _aws_sdk_client_cloudwatch__WEBPACK_IMPORTED_MODULE_4__/* .GetMetricDataCommand */ .Soe({
            MetricDataQueries: queries,
            StartTime: new Date(from * 1000),
            EndTime: new Date(to * 1000),
            ScanBy: 'TimestampAscending',
            ...(next && { NextToken: next }),
        })));
        take(page);
        next = turn(page.NextToken);
    } while (next);
}
function query(series, index) {
    const Dimensions = Object.entries(series.dimensions).map(([Name, Value]) => ({ Name, Value }));
    return {
        Id: `m${index}`,
        ReturnData: true,
        MetricStat: {
            Metric: { Namespace: series.namespace, MetricName: series.metric, Dimensions },
            Period: series.period ?? 60,
            Stat: series.statistic,
        },
    };
}
function pause(seconds) {
    return new Promise((resolve) => {
        setTimeout(resolve, seconds * 1000);
    });
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

/***/ 28554:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   onCancel: () => (/* binding */ onCancel)
/* harmony export */ });
// A cancelled job gets SIGINT, SIGTERM 7.5 s later, and is killed 2.5 s after that (GitHub Docs, "workflow
// cancellation reference"). Both signals mean the same for a rollout: roll back now.
/** @param onSignal called at once on the first signal @param names the signals that cancel */
function onCancel(log, onSignal, names = ['SIGINT', 'SIGTERM']) {
    const controller = new AbortController();
    const stop = (name) => {
        if (!controller.signal.aborted) {
            log.line(`Received ${name}: the job is being cancelled.`);
            onSignal();
        }
        controller.abort();
    };
    for (const name of names)
        process.on(name, stop);
    return {
        signal: controller.signal,
        dispose: () => {
            for (const name of names)
                process.off(name, stop);
        },
    };
}


/***/ }),

/***/ 29586:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   GITHUB_TOKENS: () => (/* binding */ GITHUB_TOKENS),
/* harmony export */   oidcCredentials: () => (/* binding */ oidcCredentials)
/* harmony export */ });
// The source of the credentials for the job's AWS calls.
/** GitHub, as the provider of ID tokens. */
const GITHUB_TOKENS = {
    trusted: "GitHub's provider token.actions.githubusercontent.com for this repository",
    failed: 'GitHub did not issue an ID token to this job',
    expected: '"permissions: id-token: write" in the workflow',
};
/**
 * A session of the job's own if `role-to-assume` names a role; `undefined`: the credentials of the environment. The
 * session is opened by the first call that needs it, so a failure to open it is that call's failure.
 */
async function oidcCredentials({ role, region }, { runId, attempt }, log, mask) {
    if (!role)
        return undefined;
    const [{ openRoleSession }, { getIDToken }, { guardIdToken }] = await Promise.all([
        Promise.all(/* import() */[__webpack_require__.e(9956), __webpack_require__.e(6773)]).then(__webpack_require__.bind(__webpack_require__, 86773)),
        Promise.all(/* import() */[__webpack_require__.e(5921), __webpack_require__.e(2779), __webpack_require__.e(143)]).then(__webpack_require__.bind(__webpack_require__, 90143)),
        Promise.all(/* import() */[__webpack_require__.e(5921), __webpack_require__.e(2779), __webpack_require__.e(6381)]).then(__webpack_require__.bind(__webpack_require__, 86381)),
    ]);
    return openRoleSession({
        role,
        region,
        name: `canary-action-${runId}-${attempt}`.slice(0, 64),
        idToken: guardIdToken(getIDToken),
        provider: GITHUB_TOKENS,
        mask,
        log,
    });
}


/***/ }),

/***/ 83646:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   fA: () => (/* binding */ readDailyTraffic),
/* harmony export */   mQ: () => (/* binding */ countsOf),
/* harmony export */   yJ: () => (/* binding */ readMetricBaseline)
/* harmony export */ });
/* harmony import */ var _analysis_count_table_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(16361);
/* harmony import */ var _analysis_counts_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(16103);
/* harmony import */ var _aws_metric_data_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(12177);
/* harmony import */ var _rollout_traffic_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(66211);
/* harmony import */ var _metric_counts_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(15986);
// The traffic before the rollout.





const HOUR = 3600;
/** Stable's counts of the user's own metrics, per minute of the same hour, in the given order. */
async function readMetricBaseline(client, metrics, startedAt) {
    const to = (0,_rollout_traffic_js__WEBPACK_IMPORTED_MODULE_3__/* .startOfMinute */ .ci)(startedAt);
    const stable = metrics.map((metric) => (0,_metric_counts_js__WEBPACK_IMPORTED_MODULE_4__/* .metricSeries */ .Q3)(metric, metric.stable));
    const pairs = await (0,_metric_counts_js__WEBPACK_IMPORTED_MODULE_4__/* .readPairs */ .SX)(client, { from: to - HOUR, to }, stable);
    return pairs.map(({ requests, events }) => countsOf((0,_analysis_count_table_js__WEBPACK_IMPORTED_MODULE_0__/* .shownApart */ .Ql)(requests, events)));
}
const DAY = 24 * HOUR;
/**
 * Requests per minute and error rate over the last day.
 *
 * @param pairs requests, and errors among them, of every part of the traffic
 * @returns `undefined` if there are no counts for that time
 */
async function readDailyTraffic(client, pairs, now) {
    const to = (0,_rollout_traffic_js__WEBPACK_IMPORTED_MODULE_3__/* .startOfMinute */ .ci)(now);
    const series = pairs.flat().map((s) => ({ ...s, period: HOUR }));
    const values = await (0,_aws_metric_data_js__WEBPACK_IMPORTED_MODULE_2__/* .readMinutes */ .w)(client, series, to - DAY, to);
    const requests = values.filter((_, i) => i % 2 === 0);
    const errors = values.filter((_, i) => i % 2 === 1);
    const total = requests.reduce((sum, v) => sum + addUp(v), 0);
    if (total === 0)
        return undefined;
    const counts = requests.flatMap((r, i) => countsOf((0,_analysis_count_table_js__WEBPACK_IMPORTED_MODULE_0__/* .shownTogether */ .wT)(r, errors[i] ?? new Map())));
    const judged = (0,_analysis_counts_js__WEBPACK_IMPORTED_MODULE_1__/* .sum */ .cz)(counts);
    // A service younger than a day is judged by the hours in which it had traffic.
    const hours = Math.max(...requests.map((v) => v.size));
    return {
        requestsPerMinute: total / (hours * 60),
        errorRate: judged.requests === 0 ? 0 : judged.events / judged.requests,
    };
}
function addUp(values) {
    let total = 0;
    for (const value of values.values())
        total += value;
    return total;
}
/**
 * Converts requests and events of a series into counts per minute. Minutes without requests, and incomplete ones,
 * are absent.
 */
function countsOf({ requests, events, incomplete }) {
    return [...requests]
        .filter(([minute, count]) => count > 0 && !incomplete?.has(minute))
        .sort(([a], [b]) => a - b)
        .map(([minute, count]) => ({
        requests: count,
        events: Math.min(count, events.get(minute) ?? 0),
    }));
}


/***/ }),

/***/ 15986:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q3: () => (/* binding */ metricSeries),
/* harmony export */   SX: () => (/* binding */ readPairs),
/* harmony export */   Uw: () => (/* binding */ readMetrics)
/* harmony export */ });
/* harmony import */ var _analysis_count_table_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(16361);
/* harmony import */ var _aws_metric_data_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(12177);
// The user's own metrics, read from CloudWatch.


/** The user's own metrics, in the given order. */
async function readMetrics(client, metrics, span) {
    const pairs = await readPairs(client, span, metrics.flatMap((m) => [metricSeries(m, m.canary), metricSeries(m, m.stable)]));
    const arms = pairs.map((p) => (0,_analysis_count_table_js__WEBPACK_IMPORTED_MODULE_0__/* .shownApart */ .Ql)(p.requests, p.events));
    return metrics.map((_, i) => ({
        canary: arms[2 * i] ?? (0,_analysis_count_table_js__WEBPACK_IMPORTED_MODULE_0__/* .addUp */ .NM)([]),
        stable: arms[2 * i + 1] ?? (0,_analysis_count_table_js__WEBPACK_IMPORTED_MODULE_0__/* .addUp */ .NM)([]),
    }));
}
/** Each pair is one series: requests, and the events among them, as AWS returns them. */
async function readPairs(client, { from, to }, pairs) {
    if (pairs.length === 0)
        return [];
    const values = await (0,_aws_metric_data_js__WEBPACK_IMPORTED_MODULE_1__/* .readMinutes */ .w)(client, pairs.flat(), from, to);
    return pairs.map((_, i) => ({
        requests: values[2 * i] ?? new Map(),
        events: values[2 * i + 1] ?? new Map(),
    }));
}
function metricSeries({ namespace, total, events }, dimensions) {
    const shared = { namespace, dimensions, statistic: 'Sum' };
    return [
        { ...shared, metric: total },
        { ...shared, metric: events },
    ];
}


/***/ }),

/***/ 66211:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Sd: () => (/* binding */ totals),
/* harmony export */   TV: () => (/* binding */ judgeTraffic),
/* harmony export */   ci: () => (/* binding */ startOfMinute),
/* harmony export */   re: () => (/* binding */ unreadableTraffic),
/* harmony export */   vz: () => (/* binding */ sourceOf)
/* harmony export */ });
/* harmony import */ var _analysis_count_table_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(16361);
// Requests of both versions, from per-minute counts.

/**
 * Where the canary's requests are counted; `undefined` as long as no closed minute has any, because until then another
 * source may turn out to have them.
 */
function sourceOf(traffic) {
    if (traffic.kind === 'unreadable')
        return undefined;
    const { table, source } = traffic;
    const closed = totals((0,_analysis_count_table_js__WEBPACK_IMPORTED_MODULE_0__/* .errorsOf */ .Bp)(table).canary, { from: 0, to: table.closedUntil }, table);
    return closed && closed.requests > 0 ? source : undefined;
}
/** Requests and errors in a window; `null` if CloudWatch shows them only in part. */
function totals(series, within, { bucketSeconds }) {
    const counts = (0,_analysis_count_table_js__WEBPACK_IMPORTED_MODULE_0__/* .total */ .X5)(series, within, bucketSeconds);
    return counts && { requests: counts.requests, errors: counts.events };
}
/**
 * Judges whether the canary got enough traffic since a step began. CloudWatch publishes a minute only after
 * its end, so a step begins without data, which is inconclusive, not failing.
 *
 * @param since when the step began, in seconds since the epoch
 * @param minRequests the number of requests that is enough, at least 1
 */
function judgeTraffic(traffic, since, minRequests) {
    if (traffic.kind === 'unreadable')
        return unreadableTraffic(traffic.why);
    const { table, invoked } = traffic;
    const step = { from: since };
    const counted = totals((0,_analysis_count_table_js__WEBPACK_IMPORTED_MODULE_0__/* .errorsOf */ .Bp)(table).canary, step, table);
    const { requests, errors } = counted ?? { requests: 0, errors: 0 };
    if (requests < minRequests)
        return inconclusive({ kind: 'too-few-requests', requests, minRequests });
    if (invoked && (0,_analysis_count_table_js__WEBPACK_IMPORTED_MODULE_0__/* .total */ .X5)(invoked, step, table.bucketSeconds)?.requests === 0) {
        return inconclusive({ kind: 'no-invocations', requests, errors });
    }
    return { source: TRAFFIC, verdict: 'healthy', detail: { kind: 'requests', requests, errors } };
}
/** The evidence for counts that CloudWatch did not return. */
function unreadableTraffic(why) {
    return { ...inconclusive({ kind: 'unreadable', why }), unread: true };
}
function inconclusive(detail) {
    return { source: TRAFFIC, verdict: 'inconclusive', detail };
}
const TRAFFIC = { kind: 'traffic' };
/** The start of the minute that contains a time, both in seconds since the epoch. */
function startOfMinute(seconds) {
    return Math.floor(seconds / 60) * 60;
}


/***/ }),

/***/ 90428:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ sealOf)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
// A digest of a record. It is stored in the description of the deployment created for the rollout, which only
// those with release permissions can write. Tags that do not match it were changed.

/**
 * 24 hexadecimal digits over everything that is fixed for the whole rollout. Not included: the owner, which changes
 * when a run takes over, and the provisioned concurrency, which is known only after the seal is needed.
 */
function sealOf({ id: _, target, ...rest }) {
    const found = ['warmed', 'kept'];
    const fixed = Object.entries(target).filter(([name]) => !found.includes(name));
    const text = JSON.stringify(inOrder({ ...rest, target: Object.fromEntries(fixed) }));
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(text).digest('hex').slice(0, 24);
}
/** Gives equal text for equal members, in whatever order they were written. */
function inOrder(value) {
    if (Array.isArray(value))
        return value.map(inOrder);
    if (typeof value !== 'object' || value === null)
        return value;
    return Object.entries(value)
        .filter(([, member]) => member !== undefined)
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([name, member]) => [name, inOrder(member)]);
}


/***/ })

};
