export const id = 9572;
export const ids = [9572];
export const modules = {

/***/ 78213:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  w: () => (/* binding */ connectOctokit)
});

// EXTERNAL MODULE: ./node_modules/@actions/github/lib/github.js
var github = __webpack_require__(61351);
// EXTERNAL MODULE: ./build/base/errors.js + 1 modules
var errors = __webpack_require__(76031);
// EXTERNAL MODULE: ./build/base/time.js
var time = __webpack_require__(22475);
;// CONCATENATED MODULE: ./build/github/conditional-fetch.js
// Reads that are repeated, such as that of comments, ask whether anything has changed. GitHub answers 304 if nothing has,
// which does not count against the rate limit (GitHub REST API, "Best practices": conditional requests). A job's token
// has 1,000 requests an hour for all jobs of the repository, and a release would need 120 of them.
/** Lists of comments: the only reads that are repeated all the time. */
const REPEATED = /\/issues\/\d+\/comments\?/;
/** Pages whose last response is kept. */
const MOST_PAGES = 10;
/** A response without a change is the last one again. */
function conditionalFetch(send) {
    const pages = new Map();
    return async (given, options = {}) => {
        const url = String(given);
        const { method = 'GET' } = options;
        if (method !== 'GET' || !REPEATED.test(url))
            return send(given, options);
        const kept = pages.get(url);
        const headers = new Headers(options.headers);
        if (kept)
            headers.set('if-none-match', kept.etag);
        const response = await send(given, { ...options, headers });
        if (kept && response.status === 304)
            return new Response(kept.body, { headers: kept.headers });
        const etag = response.headers.get('etag');
        if (response.status !== 200 || etag === null)
            return response;
        const body = await response.arrayBuffer();
        if (!kept && pages.size === MOST_PAGES)
            pages.clear();
        pages.set(url, { etag, body, headers: response.headers });
        return new Response(body, { headers: response.headers });
    };
}

// EXTERNAL MODULE: ./build/github/guarded-fetch.js
var guarded_fetch = __webpack_require__(21895);
// EXTERNAL MODULE: ./node_modules/@actions/github/lib/utils.js + 20 modules
var utils = __webpack_require__(34148);
// EXTERNAL MODULE: ./build/base/assert.js
var assert = __webpack_require__(50648);
// EXTERNAL MODULE: ./build/network/proxy.js
var proxy = __webpack_require__(88637);
;// CONCATENATED MODULE: ./build/github/proxied-fetch.js
// How requests get to GitHub's API: directly, or through the proxy of the runner.



/** GitHub's toolkit has a `fetch` with the tunnel to the API's host; Node's own knows no proxy. */
function proxiedFetch(apiUrl) {
    if (!(0,proxy/* proxyFor */.i)(new URL(apiUrl)))
        return fetch;
    return (0,assert/* must */.s)(utils/* defaults */.NT.request?.fetch, 'the toolkit has a fetch for proxies');
}

// EXTERNAL MODULE: ./build/github/trouble.js
var github_trouble = __webpack_require__(81101);
;// CONCATENATED MODULE: ./build/github/retry.js
// Requests to GitHub that fail are sent again: for a few seconds here, so that a single fault costs nothing. What must
// outlast a longer one is tried again by whoever sends it.


/** Seconds before each further attempt. */
const PAUSES = [1, 3, 9];
/** A caller can do better with its time than to wait longer than this for one request. */
const LONGEST_WAIT_SECONDS = 15;
/** @param ended ends the waiting, and with it the attempts */
async function withRetries(request, ended, send) {
    for (const pause of PAUSES) {
        try {
            return await send();
        }
        catch (error) {
            const wait = waitFor(error, request, pause);
            if (wait === undefined || ended.aborted)
                throw error;
            await (0,time/* sleep */.yy)(wait, ended);
            if (ended.aborted)
                throw error;
        }
    }
    return await send();
}
/** @returns `undefined` when it must not be sent again */
function waitFor(error, request, pause) {
    const at = (0,time/* now */.tB)();
    const trouble = (0,github_trouble/* troubleOf */.L)(error, at);
    if (trouble.kind === 'outage')
        return isRepeatable(request) ? pause : undefined;
    if (trouble.kind !== 'limit')
        return undefined;
    const wait = Math.max(pause, trouble.until - at);
    return wait <= LONGEST_WAIT_SECONDS ? wait : undefined;
}
/**
 * Whether a request may take effect twice. A request without a response may have taken effect: then there would be
 * two comments or deployments. A status or reaction is the same the second time.
 */
function isRepeatable({ method, url }) {
    return method !== 'POST' || /\/(statuses|reactions|graphql)$/.test(url);
}

;// CONCATENATED MODULE: ./build/github/octokit.js
// GitHub's client. Whatever a call of it fails with is a known error.








/** @param ended aborts all requests of the client, and their further attempts */
function connectOctokit({ token, apiUrl }, ended) {
    // The option replaces the toolkit's own `request`, and with it what that does for proxies.
    const request = { fetch: fetchFor(apiUrl, ended) };
    const octokit = (0,github/* getOctokit */.Q)(token, { baseUrl: apiUrl, request });
    // GitHub's API returns JSON: text is the page of a proxy in between.
    octokit.hook.after('request', (response) => {
        const { status, data } = response;
        if (typeof data === 'string' && data !== '') {
            throw new errors/* KnownError */.E((0,errors/* messageOf */.bD)({ status, response: { data } }));
        }
    });
    octokit.hook.error('request', (error) => {
        throw new errors/* KnownError */.E((0,github_trouble/* troubleText */.N)(error, (0,time/* now */.tB)()), { cause: error });
    });
    octokit.hook.wrap('request', (send, options) => withRetries(options, ended, async () => send(options)));
    return octokit;
}
/** The one place where it is composed how requests get to GitHub. */
function fetchFor(apiUrl, ended) {
    return conditionalFetch((0,guarded_fetch/* guardedFetch */.x)(proxiedFetch(apiUrl), ended));
}


/***/ }),

/***/ 17191:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  ik: () => (/* binding */ connectPullRequests),
  h1: () => (/* binding */ findComment),
  openComment: () => (/* binding */ openComment),
  _n: () => (/* binding */ pullRequestOf)
});

// EXTERNAL MODULE: ./build/base/errors.js + 1 modules
var errors = __webpack_require__(76031);
// EXTERNAL MODULE: ./build/base/time.js
var time = __webpack_require__(22475);
// EXTERNAL MODULE: ./build/github/trouble.js
var github_trouble = __webpack_require__(81101);
;// CONCATENATED MODULE: ./build/github/identity.js
// Who writes with the token. What another user or bot wrote is not ours, whatever it says.



/** The user of a workflow's own token. */
const WORKFLOW = 'github-actions[bot]';
/**
 * The login of the token's user, as the REST API writes it: bots with `[bot]`. Asked once, unless GitHub is in trouble:
 * then it throws, because a guess could be the name of another.
 */
function identityOf(octokit) {
    let found;
    return async () => {
        found ??= askLogin(octokit);
        try {
            return await found;
        }
        catch (error) {
            found = undefined;
            throw (0,errors/* known */.eO)(error);
        }
    };
}
/** REST shows only the user of a personal token (`GET /user` refuses the tokens of apps), GraphQL that of every token. */
async function askLogin(octokit) {
    const base = octokit.request.endpoint.DEFAULTS.baseUrl.replace(/\/api\/v3\/?$/, '/api');
    try {
        const asked = {
            method: 'POST',
            url: `${base}/graphql`,
            query: '{ viewer { login } }',
        };
        const { data } = await octokit.request(asked);
        const login = data?.data?.viewer?.login;
        return typeof login === 'string' && login !== '' ? login : WORKFLOW;
    }
    catch (error) {
        const { kind } = (0,github_trouble/* troubleOf */.L)((0,errors/* known */.eO)(error), (0,time/* now */.tB)());
        if (kind === 'outage' || kind === 'limit')
            throw error;
        // A server without GraphQL, or a token that may not use it.
        return WORKFLOW;
    }
}

// EXTERNAL MODULE: ./build/github/octokit.js + 3 modules
var github_octokit = __webpack_require__(78213);
;// CONCATENATED MODULE: ./build/github/pull-request.js
// The progress comment on the pull request: found by a hidden marker, edited in place.





/** The calls for the repository of the place. */
function connectPullRequests({ token, apiUrl, repository }, ended) {
    const [owner = '', repo = ''] = repository.split('/');
    const octokit = (0,github_octokit/* connectOctokit */.w)({ token, apiUrl }, ended);
    return { octokit, owner, repo, self: identityOf(octokit) };
}
/**
 * Finds the pull request; `undefined` if there is none to comment on.
 *
 * @param marker the beginning of the comment, which distinguishes those of different targets
 * @param ended aborts what is in progress
 */
async function openComment(place, marker, ended) {
    const access = connectPullRequests(place, ended);
    const { octokit, owner, repo } = access;
    const number = place.pullRequest ?? (await pullRequestOf(access, place));
    if (number === undefined)
        return undefined;
    let id;
    return {
        write: async (body) => {
            // A comment whose creation got no response is found here, and not created twice.
            id ??= await findComment(access, number, marker);
            if (id !== undefined) {
                if (await update(access, id, body))
                    return;
                id = undefined;
            }
            const made = { owner, repo, issue_number: number, body };
            id = (await octokit.rest.issues.createComment(made)).data.id;
        },
    };
}
/** @returns whether there still is such a comment */
async function update({ octokit, owner, repo }, comment_id, body) {
    try {
        await octokit.rest.issues.updateComment({ owner, repo, comment_id, body });
        return true;
    }
    catch (error) {
        const trouble = (0,github_trouble/* troubleOf */.L)((0,errors/* known */.eO)(error), (0,time/* now */.tB)());
        if (trouble.kind === 'permission' && trouble.status === 404)
            return false;
        throw error;
    }
}
/**
 * The pull request that brought the commit to its branch: the one that it is the merge of, otherwise the one last
 * merged into that branch. An open one only if it would merge this very commit.
 */
async function pullRequestOf({ octokit, owner, repo }, { sha, branch }) {
    if (sha === '')
        return undefined;
    const asked = { owner, repo, commit_sha: sha };
    const { data } = await octokit.rest.repos.listPullRequestsAssociatedWithCommit(asked);
    const merged = data
        .filter((pull) => pull.merged_at !== null)
        .sort((a, b) => String(b.merged_at).localeCompare(String(a.merged_at)));
    const found = merged.find((pull) => pull.merge_commit_sha === sha) ??
        merged.find(({ base }) => branch === undefined || base.ref === branch) ??
        data.find(({ state, head }) => state === 'open' && head.sha === sha);
    return found?.number;
}
/**
 * This action's comment among all of them. The marker alone proves nothing, because anybody can write it: the
 * author must be the token's own user.
 */
async function findComment({ octokit, owner, repo, self }, issue_number, marker) {
    const login = await self();
    const asked = { owner, repo, issue_number, per_page: 100 };
    const pages = octokit.paginate.iterator(octokit.rest.issues.listComments, asked);
    for await (const { data } of pages) {
        const ours = data.find(({ body, user }) => body?.startsWith(marker) && user?.login === login);
        if (ours)
            return ours.id;
    }
    return undefined;
}


/***/ }),

/***/ 88637:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ authorizationOf),
/* harmony export */   i: () => (/* binding */ proxyFor)
/* harmony export */ });
/* harmony import */ var _actions_http_client_lib_proxy__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(19783);
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76031);
/* harmony import */ var _proxy_secrets_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(26081);
// The proxy that a connection needs, by the variables that the runner and GitHub's own actions obey: HTTPS_PROXY,
// HTTP_PROXY and NO_PROXY, in either case. GitHub's toolkit chooses, so that all connections follow one rule.



/**
 * The proxy for a URL, from the environment of this process. Throws a `KnownError` if the variable for it is not
 * understood: a connection that goes past a proxy would fail, or go where it must not.
 *
 * @returns `undefined`: the connection is made directly
 */
function proxyFor(to) {
    const [lower, upper] = _proxy_secrets_js__WEBPACK_IMPORTED_MODULE_2__/* .PROXY_VARIABLES */ .bD[to.protocol === 'https:' ? 'https:' : 'http:'];
    const name = process.env[lower] ? lower : upper;
    if (!process.env[name] || (0,_actions_http_client_lib_proxy__WEBPACK_IMPORTED_MODULE_0__/* .checkBypass */ .H)(to))
        return undefined;
    const proxy = (0,_actions_http_client_lib_proxy__WEBPACK_IMPORTED_MODULE_0__/* .getProxyUrl */ .s)(to);
    if (proxy && /^https?:$/.test(proxy.protocol) && proxy.hostname !== '')
        return proxy;
    const shown = proxy ? `, but it begins with ${proxy.protocol}//` : '';
    throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .KnownError */ .E(`${name} is not understood: expected http://HOST:PORT${shown}`);
}
/** The `Proxy-Authorization` of a proxy; `undefined`: it wants none. */
function authorizationOf({ username, password }) {
    return username === '' && password === '' ? undefined : `Basic ${(0,_proxy_secrets_js__WEBPACK_IMPORTED_MODULE_2__/* .basicOf */ .wV)(username, password)}`;
}


/***/ })

};
