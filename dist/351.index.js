export const id = 351;
export const ids = [351];
export const modules = {

/***/ 987:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   w: () => (/* binding */ connectOctokit)
/* harmony export */ });
/* harmony import */ var _actions_github__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2785);
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5145);
// GitHub's client. Whatever a call of it fails with is a known error.


function connectOctokit({ token, apiUrl }) {
    const octokit = (0,_actions_github__WEBPACK_IMPORTED_MODULE_0__/* .getOctokit */ .Q)(token, { baseUrl: apiUrl, request: { retries: 2 } });
    octokit.hook.error('request', (error) => {
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .KnownError */ .E((0,_base_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .messageOf */ .bD)(error), { cause: error });
    });
    // GitHub's API returns JSON: text is the page of a proxy in between.
    octokit.hook.after('request', (response) => {
        const { status, data } = response;
        if (typeof data === 'string' && data !== '') {
            throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .KnownError */ .E((0,_base_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .messageOf */ .bD)({ status, response: { data } }));
        }
    });
    return octokit;
}


/***/ }),

/***/ 1351:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _n: () => (/* binding */ pullRequestOf),
/* harmony export */   h1: () => (/* binding */ findComment),
/* harmony export */   ik: () => (/* binding */ connectPullRequests),
/* harmony export */   openComment: () => (/* binding */ openComment)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5145);
/* harmony import */ var _report_comment_body_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4557);
/* harmony import */ var _octokit_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(987);
// The progress comment on the pull request: found by a hidden marker, edited in place.



/** The calls for the repository of the place. */
function connectPullRequests({ token, apiUrl, repository }) {
    const [owner = '', repo = ''] = repository.split('/');
    return { octokit: (0,_octokit_js__WEBPACK_IMPORTED_MODULE_2__/* .connectOctokit */ .w)({ token, apiUrl }), owner, repo };
}
/**
 * Finds the pull request; `undefined` if there is none to comment on.
 *
 * @param key distinguishes the comments of different targets
 */
async function openComment(place, key) {
    const { octokit, owner, repo } = connectPullRequests(place);
    const number = place.pullRequest ?? (await pullRequestOf(octokit, { owner, repo }, place.sha));
    if (number === undefined)
        return undefined;
    const at = { owner, repo, issue_number: number };
    const marker = (0,_report_comment_body_js__WEBPACK_IMPORTED_MODULE_1__/* .commentMarker */ .Ql)(key);
    let id = await findComment(octokit, at, marker);
    return {
        write: async (body) => {
            if (id !== undefined) {
                await octokit.rest.issues.updateComment({ owner, repo, comment_id: id, body });
                return;
            }
            const created = await octokit.rest.issues.createComment({ ...at, body });
            id = created.data.id;
        },
    };
}
/** The pull request that contains the commit: an open one first, otherwise the one merged last. */
async function pullRequestOf(octokit, repo, sha) {
    if (sha === '')
        return undefined;
    const { data } = await octokit.rest.repos.listPullRequestsAssociatedWithCommit({
        ...repo,
        commit_sha: sha,
    });
    const open = data.find((pull) => pull.state === 'open');
    const merged = data
        .filter((pull) => pull.merged_at !== null)
        .sort((a, b) => String(b.merged_at).localeCompare(String(a.merged_at)))[0];
    return (open ?? merged)?.number;
}
/**
 * This action's comment among all of them. The marker alone proves nothing, because anybody can write it: the
 * author must be the token's own user, which for the workflow's token is a bot.
 */
async function findComment(octokit, at, marker) {
    const viewer = await viewerLogin(octokit);
    const pages = octokit.paginate.iterator(octokit.rest.issues.listComments, {
        ...at,
        per_page: 100,
    });
    for await (const { data } of pages) {
        const ours = data.find((comment) => comment.body?.startsWith(marker) &&
            (viewer === undefined ? comment.user?.type === 'Bot' : comment.user?.login === viewer));
        if (ours)
            return ours.id;
    }
    return undefined;
}
/** `undefined` for a workflow's token, which belongs to no user. */
async function viewerLogin(octokit) {
    const answer = await octokit.rest.users.getAuthenticated().catch((0,_base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .orElse */ .NW)(undefined));
    return answer?.data.login;
}


/***/ })

};
