export const id = 6535;
export const ids = [6535,4242,9572,7191];
export const modules = {

/***/ 64242:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ MAX_REDIRECTS),
/* harmony export */   Y: () => (/* binding */ redirectOf)
/* harmony export */ });
// The one rule for redirects of everything that this action sends to an address of others: within the same origin
// only. What is sent contains secrets, and what is returned is believed.
const MAX_REDIRECTS = 3;
/** @param location the header of the response; empty if it has none */
function redirectOf(from, method, status, location) {
    if (location === '' || !URL.canParse(location, from.href))
        return { refused: `it returned ${status} without an address` };
    const to = new URL(location, from);
    if (to.origin !== from.origin) {
        return {
            refused: `it redirects to another origin (${to.origin.slice(0, 200)}), which is not followed`,
        };
    }
    // The other codes turn any request into a GET.
    if (status === 307 || status === 308 || method === 'GET')
        return { to };
    return {
        refused: `it redirects with ${status}, which would turn the ${method} into a GET; expected 307 or 308`,
    };
}


/***/ }),

/***/ 22475:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   eG: () => (/* binding */ whenAborted),
/* harmony export */   tB: () => (/* binding */ now),
/* harmony export */   wj: () => (/* binding */ withTimeout),
/* harmony export */   yy: () => (/* binding */ sleep)
/* harmony export */ });
// The clock, and waits that a signal can end.
/** Seconds since the epoch. */
function now() {
    return Date.now() / 1000;
}
/** Waits for so many seconds, or until the signal is aborted. */
function sleep(seconds, signal) {
    return new Promise((resolve) => {
        if (signal?.aborted)
            return resolve();
        const done = () => {
            clearTimeout(timer);
            signal?.removeEventListener('abort', done);
            resolve();
        };
        const timer = setTimeout(done, Math.max(0, seconds) * 1000);
        signal?.addEventListener('abort', done);
    });
}
/**
 * Waits for the work, but no longer than the time limit; resolves to `undefined` on a timeout. Leaves no timer
 * behind. Rejects when the work rejects.
 */
async function withTimeout(seconds, work) {
    const done = new AbortController();
    const limit = sleep(seconds, done.signal).then(() => undefined);
    try {
        return await Promise.race([work, limit]);
    }
    finally {
        done.abort();
    }
}
/** Resolves when the signal is aborted. */
function whenAborted(signal) {
    return new Promise((resolve) => {
        if (signal.aborted)
            resolve('aborted');
        else
            signal.addEventListener('abort', () => resolve('aborted'), { once: true });
    });
}


/***/ }),

/***/ 56535:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   openConversation: () => (/* binding */ openConversation)
/* harmony export */ });
/* harmony import */ var _pull_request_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(17191);
// Comments on the pull request of a release, and the replies to them.

/** @param ended aborts what is in progress */
function openConversation(place, ended) {
    const access = (0,_pull_request_js__WEBPACK_IMPORTED_MODULE_0__/* .connectPullRequests */ .ik)(place, ended);
    const { octokit, owner, repo, self } = access;
    const may = new Map();
    const mayWrite = async (username) => {
        const answer = may.get(username) ?? (await askPermission(access, username));
        may.set(username, answer);
        return answer;
    };
    const { issues, reactions } = octokit.rest;
    const at = (issue_number) => ({ owner, repo, issue_number });
    return {
        mayWrite,
        findPull: async () => place.pullRequest ?? (await (0,_pull_request_js__WEBPACK_IMPORTED_MODULE_0__/* .pullRequestOf */ ._n)(access, place)),
        read: async (pull, since) => {
            const from = new Date(since * 1000).toISOString();
            const asked = { ...at(pull), since: from, per_page: 100 };
            const [login, found] = await Promise.all([
                self(),
                octokit.paginate(issues.listComments, asked),
            ]);
            return found.map(({ id, body = '', user, created_at, updated_at, reactions: counts }) => ({
                id,
                body,
                own: user?.login === login,
                dislikes: counts?.['-1'] ?? 0,
                login: user?.login ?? '',
                type: user?.type ?? '',
                createdAt: Date.parse(created_at) / 1000,
                updatedAt: Date.parse(updated_at) / 1000,
            }));
        },
        isAnswered: async (comment_id) => {
            const asked = { owner, repo, comment_id, per_page: 100 };
            const [login, found] = await Promise.all([
                self(),
                octokit.paginate(reactions.listForIssueComment, asked),
            ]);
            return found.some(({ content, user }) => (content === '+1' || content === 'confused') && user?.login === login);
        },
        answer: async (comment_id, content) => {
            await reactions.createForIssueComment({ owner, repo, comment_id, content });
        },
        refuse: async (pull, login) => {
            const marker = `<!-- canary-action refusal ${login.toLowerCase()} -->`;
            if ((await (0,_pull_request_js__WEBPACK_IMPORTED_MODULE_0__/* .findComment */ .h1)(access, pull, marker)) !== undefined)
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
async function askPermission({ octokit, owner, repo }, username) {
    const asked = { owner, repo, username };
    const { data } = await octokit.rest.repos.getCollaboratorPermissionLevel(asked);
    return data.permission === 'admin' || data.permission === 'write';
}


/***/ }),

/***/ 21895:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ REQUEST_SECONDS),
/* harmony export */   x: () => (/* binding */ guardedFetch)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76031);
/* harmony import */ var _base_redirect_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(64242);
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

/***/ 81101:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ troubleOf),
/* harmony export */   N: () => (/* binding */ troubleText)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76031);
/* harmony import */ var _report_format_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92772);
/* harmony import */ var _guarded_fetch_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(21895);
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
