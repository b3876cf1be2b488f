export const id = 535;
export const ids = [535,351];
export const modules = {

/***/ 6535:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   openConversation: () => (/* binding */ openConversation)
/* harmony export */ });
/* harmony import */ var _pull_request_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1351);
// Comments on the pull request of a release, and the replies to them.

function openConversation(place) {
    const { octokit, owner, repo } = (0,_pull_request_js__WEBPACK_IMPORTED_MODULE_0__/* .connectPullRequests */ .ik)(place);
    const may = new Map();
    const mayWrite = (username) => {
        const known = may.get(username) ?? askPermission(octokit, { owner, repo, username });
        may.set(username, known);
        return known;
    };
    const { issues, reactions } = octokit.rest;
    const at = (issue_number) => ({ owner, repo, issue_number });
    return {
        mayWrite,
        findPull: async () => place.pullRequest ?? (await (0,_pull_request_js__WEBPACK_IMPORTED_MODULE_0__/* .pullRequestOf */ ._n)(octokit, { owner, repo }, place.sha)),
        read: async (pull, since) => {
            const from = new Date(since * 1000).toISOString();
            const asked = { ...at(pull), since: from, per_page: 100 };
            const found = await octokit.paginate(issues.listComments, asked);
            return found.map(({ id, body = '', user, created_at, updated_at, reactions: counts }) => ({
                id,
                body,
                dislikes: counts?.['-1'] ?? 0,
                login: user?.login ?? '',
                type: user?.type ?? '',
                createdAt: Date.parse(created_at) / 1000,
                updatedAt: Date.parse(updated_at) / 1000,
            }));
        },
        isAnswered: async (comment_id) => {
            const asked = { owner, repo, comment_id, per_page: 100 };
            const { data } = await reactions.listForIssueComment(asked);
            return data.some(({ content, user }) => (content === '+1' || content === 'confused') && user?.login.endsWith('[bot]'));
        },
        answer: async (comment_id, content) => {
            await reactions.createForIssueComment({ owner, repo, comment_id, content });
        },
        refuse: async (pull, login) => {
            const marker = `<!-- canary-action refusal ${login.toLowerCase()} -->`;
            if ((await (0,_pull_request_js__WEBPACK_IMPORTED_MODULE_0__/* .findComment */ .h1)(octokit, at(pull), marker)) !== undefined)
                return;
            const body = `${marker}\n@${login}: only users with write access to this repository can give commands to a release, so nothing was done.`;
            await issues.createComment({ ...at(pull), body });
        },
        pullState: async (pull_number) => {
            const { data } = await octokit.rest.pulls.get({ owner, repo, pull_number });
            return data.state === 'closed' ? 'closed' : 'open';
        },
        dislikes: async (comment_id) => {
            const asked = { owner, repo, comment_id, content: '-1', per_page: 100 };
            const found = await octokit.paginate(reactions.listForIssueComment, asked);
            return found.flatMap(({ user }) => (user ? [user.login] : []));
        },
    };
}
async function askPermission(octokit, who) {
    const { data } = await octokit.rest.repos.getCollaboratorPermissionLevel(who);
    return data.permission === 'admin' || data.permission === 'write';
}


/***/ }),

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
