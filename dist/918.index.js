export const id = 918;
export const ids = [918];
export const modules = {

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
