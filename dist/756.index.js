export const id = 756;
export const ids = [756,997,517];
export const modules = {

/***/ 9997:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   ownCredentials: () => (/* binding */ ownCredentials)
/* harmony export */ });
/* harmony import */ var _actions_core__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6257);
// Where the job's calls to AWS get their credentials from.

/**
 * A session of the job's own where `role-to-assume` names a role; `undefined`: those of the environment.
 * Rejects with a `RolloutError` when there is none to be had.
 */
async function ownCredentials({ role, region }, { runId, attempt }) {
    if (!role)
        return undefined;
    const { ownSession } = await Promise.all(/* import() */[__webpack_require__.e(956), __webpack_require__.e(331)]).then(__webpack_require__.bind(__webpack_require__, 9331));
    const credentials = ownSession({
        role,
        region,
        name: `canary-action-${runId}-${attempt}`.slice(0, 64),
        idToken: _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .getIDToken */ .V9,
        mask: _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .setSecret */ .Pq,
    });
    // At once: what is wrong with it is to be said before anything else is looked at.
    await credentials();
    return credentials;
}


/***/ }),

/***/ 6756:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   finishAfter: () => (/* binding */ finishAfter),
/* harmony export */   sayUndone: () => (/* binding */ sayUndone)
/* harmony export */ });
/* harmony import */ var _aws_call_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3280);
/* harmony import */ var _aws_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8127);
/* harmony import */ var _craft_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(8818);
/* harmony import */ var _github_own_credentials_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9997);
/* harmony import */ var _report_stuck_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(2143);
/* harmony import */ var _roll_back_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7065);
/* harmony import */ var _rollout_release_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(2787);
/* harmony import */ var _rollout_standing_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(8092);
/* harmony import */ var _session_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6626);
/* harmony import */ var _surroundings_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(2517);
// After the main step: if it was killed, timed out or crashed before it could end its rollout, what
// it left is taken back. Harmless when there is nothing left, and safe to repeat.










/** Seconds between tries to read what stands, and how often: an outage is often over soon. */
const PAUSE_SECONDS = 15;
const TRIES = 5;
async function untilRead(target, log) {
    for (let attempt = 1;; attempt++) {
        try {
            return await target.observe();
        }
        catch (error) {
            if (attempt === TRIES || isForGood(error))
                throw error;
            log.warning(`What stands could not be read (${(0,_aws_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .messageOf */ .bD)(error)}); trying again`);
            await (0,_craft_js__WEBPACK_IMPORTED_MODULE_6__/* .pause */ .v)(PAUSE_SECONDS);
        }
    }
}
function isForGood(error) {
    return (0,_aws_call_js__WEBPACK_IMPORTED_MODULE_0__/* .causedBy */ .$z)(error, (cause) => (0,_aws_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .isAccessDenied */ .w7)(cause) || (0,_aws_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .isBadCredentials */ .ww)(cause));
}
/** For a post step that could do nothing: what was to be taken back, and how that is done by hand. */
function sayUndone(why, { words, commands }) {
    return (0,_report_stuck_js__WEBPACK_IMPORTED_MODULE_7__/* .renderStuck */ .$)({
        reason: `The main step was cut off, and the post step could not finish the rollout on ${words}: ${why}`,
        stands: 'What stands now could not be read. Run all of these, whatever it is:',
        commands,
        weight: 100,
    });
}
/** @returns `undefined` when there was nothing to do */
async function finishAfter(inputs, log) {
    const id = (0,_surroundings_js__WEBPACK_IMPORTED_MODULE_5__.readRolloutId)(process.env);
    const session = (0,_session_js__WEBPACK_IMPORTED_MODULE_4__/* .openSession */ .fA)({
        inputs,
        id,
        log,
        source: (0,_surroundings_js__WEBPACK_IMPORTED_MODULE_5__.readSource)(process.env, {}),
        lifetimes: (0,_surroundings_js__WEBPACK_IMPORTED_MODULE_5__.readLifetimes)(process.env, inputs),
        credentials: await (0,_github_own_credentials_js__WEBPACK_IMPORTED_MODULE_2__.ownCredentials)(inputs, id),
        cancelled: new AbortController().signal,
        conversation: undefined,
        said: undefined,
        pull: undefined,
        eventName: '',
        leaveToPost: () => undefined,
        keepForPost: () => undefined,
        show: () => undefined,
    });
    const { memory, standing } = await untilRead(session.target, log);
    if (memory.kind !== 'rollout' || !(0,_rollout_release_js__WEBPACK_IMPORTED_MODULE_8__/* .sameRollout */ .c5)(memory.remembered.record.id, id))
        return undefined;
    const { remembered } = memory;
    log.group('Finish what the main step left');
    log.line(`The main step ended without ending ${(0,_rollout_release_js__WEBPACK_IMPORTED_MODULE_8__/* .formatRolloutId */ .A2)(id)}.`);
    if (!standing || !(0,_rollout_standing_js__WEBPACK_IMPORTED_MODULE_9__/* .canGiveBack */ .VH)(standing)) {
        const says = `The main step was cut off, and ${session.target.words} is not as it left it: ${standing?.what}`;
        return { says, stuck: false };
    }
    const ended = await (0,_roll_back_js__WEBPACK_IMPORTED_MODULE_3__/* .rollBack */ .Fu)((0,_session_js__WEBPACK_IMPORTED_MODULE_4__/* .craftOf */ .aQ)(session), { rollout: remembered, standing }, 'the main step was cut off');
    if (ended.ending.kind === 'stuck') {
        return { says: (0,_report_stuck_js__WEBPACK_IMPORTED_MODULE_7__/* .renderStuck */ .$)(session.reporter.ended(ended, [])), stuck: true };
    }
    const did = standing.kind === 'stable'
        ? 'all traffic was with the version before, and the post step cleared away the rest.'
        : 'the post step gave all traffic back to the version before.';
    return { says: `The main step was cut off; ${did}`, stuck: false };
}


/***/ }),

/***/ 2517:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   readCommentPlace: () => (/* binding */ readCommentPlace),
/* harmony export */   readDeploymentPlace: () => (/* binding */ readDeploymentPlace),
/* harmony export */   readEvent: () => (/* binding */ readEvent),
/* harmony export */   readEventComment: () => (/* binding */ readEventComment),
/* harmony export */   readLifetimes: () => (/* binding */ readLifetimes),
/* harmony export */   readPull: () => (/* binding */ readPull),
/* harmony export */   readRolloutId: () => (/* binding */ readRolloutId),
/* harmony export */   readSource: () => (/* binding */ readSource)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
// What the runner's environment says about this run.

function readEvent(env) {
    try {
        const event = JSON.parse((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(env.GITHUB_EVENT_PATH ?? '', 'utf8'));
        return typeof event === 'object' && event !== null ? event : {};
    }
    catch {
        // No file, or none that can be read: the report goes without a title.
        return {};
    }
}
/** The pull request that the event is about. */
function readPull({ action, pull_request: pull }, { repository }) {
    if (typeof pull?.number !== 'number')
        return undefined;
    const from = pull.head?.repo?.full_name;
    return {
        number: pull.number,
        closed: action === 'closed' || pull.state === 'closed',
        // A fork that was deleted has no repository any more.
        fork: from !== repository,
    };
}
/** A comment that was made on a pull request; `undefined`: the event tells of none. */
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
    const head = event.pull_request?.head?.sha;
    return {
        repository,
        // On a pull request GITHUB_SHA is a merge commit that nobody wrote.
        sha: typeof head === 'string' ? head : (env.GITHUB_SHA ?? ''),
        title: typeof message === 'string' ? (message.split('\n')[0] ?? '') : '',
        actor: env.GITHUB_ACTOR ?? '',
        runUrl: `${server}/${repository}/actions/runs/${env.GITHUB_RUN_ID ?? ''}`,
    };
}
/** Kept in a tag, so reduced to the characters that a tag takes. */
function readRolloutId(env) {
    const plain = (text) => (text ?? '').replace(/[^A-Za-z0-9_./-]/g, '-');
    return {
        repository: plain(env.GITHUB_REPOSITORY) || 'unknown',
        runId: plain(env.GITHUB_RUN_ID) || '0',
        attempt: plain(env.GITHUB_RUN_ATTEMPT) || '1',
    };
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
/** Of the environment that is deployed to; `undefined` when none is named, or there is no token. */
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
/** Where to comment; `undefined` when no comment is wanted or possible. */
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


/***/ })

};
