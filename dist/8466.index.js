export const id = 8466;
export const ids = [8466,918];
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


/***/ })

};
