export const id = 7804;
export const ids = [7804];
export const modules = {

/***/ 57804:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  openDeployments: () => (/* binding */ openDeployments)
});

// EXTERNAL MODULE: ./build/base/errors.js + 1 modules
var errors = __webpack_require__(76031);
// EXTERNAL MODULE: ./build/base/foreign-text.js
var foreign_text = __webpack_require__(56218);
// EXTERNAL MODULE: ./build/rollout/plan.js
var plan = __webpack_require__(17927);
;// CONCATENATED MODULE: ./build/report/deployment-state.js
// The state of a rollout's GitHub deployment.

/** GitHub stores at most 140 characters of the description of a status. */
const MAX_DESCRIPTION = 140;
/**
 * The state for the outcome; `undefined` if the run changed nothing, so there is nothing to report.
 *
 * @param current the state of the deployment now; `undefined` if there is none yet
 */
function deploymentStatus({ outcome, reason, weight, problems, paused }, current) {
    switch (outcome) {
        case 'running':
        case 'held': {
            const held = paused ? 'paused at' : 'at';
            const share = weight === null ? 'an unknown share' : (0,plan/* formatWeight */.ck)(weight);
            return deployment_state_status('in_progress', `${held} ${share} of the traffic: ${reason}`);
        }
        case 'promoted':
            return deployment_state_status('success', reason);
        case 'rolled-back':
            // A promoted deployment that is rolled back later did serve users, but no longer does.
            return deployment_state_status(current === 'success' ? 'inactive' : 'failure', reason);
        case 'stuck':
        case 'failed':
            return problems.length === 0 && current === 'in_progress'
                ? deployment_state_status('failure', reason)
                : undefined;
        default:
            return undefined;
    }
}
function deployment_state_status(state, text) {
    const description = text.length <= MAX_DESCRIPTION ? text : `${text.slice(0, MAX_DESCRIPTION - 1)}…`;
    return { state, description };
}

// EXTERNAL MODULE: ./build/github/octokit.js + 3 modules
var github_octokit = __webpack_require__(78213);
;// CONCATENATED MODULE: ./build/github/deployment-status.js
// Keeps the GitHub deployment of a rollout up to date: in progress while it is open, then success, failure, or
// inactive once another one replaces it. The run that continues a rollout finds the deployment of the run that
// began it.




/** Distinguishes this action's deployments from those that GitHub creates for jobs with an environment. */
const TASK = 'canary';
const REPLACED = {
    state: 'inactive',
    description: 'replaced by another release',
};
/** Of a deployment without any status: the request for the first one failed, and is to be sent again. */
const NEW = 'in_progress';
/** @param ended aborts what is in progress */
function openDeployments(place, ended) {
    const calls = bind(place, ended);
    let current;
    return {
        write: async (report) => {
            const target = report.target.key;
            current ??= await found(calls, place, target);
            const status = deploymentStatus({ ...report, paused: report.open?.paused ?? false }, current?.state);
            if (!status)
                return;
            const goesOn = current?.state === 'in_progress' || report.outcome === 'rolled-back';
            if (!(current && goesOn)) {
                if (!place.begins)
                    return;
                current = { id: await calls.create(target), sha: place.sha, state: NEW };
            }
            await calls.post(current.id, status, report.source.runUrl);
            if (status.state === 'success')
                await calls.retire(target, current.id);
            current = { ...current, state: status.state };
        },
    };
}
/** A new release must not continue what an earlier release left in progress. */
async function found(calls, { begins, sha }, target) {
    const newest = await calls.newest(target);
    if (!begins || !newest || newest.sha === sha)
        return newest;
    if (newest.state === 'in_progress')
        await calls.post(newest.id, REPLACED, '');
    return undefined;
}
function bind(place, ended) {
    const { environment, sha, url } = place;
    const octokit = (0,github_octokit/* connectOctokit */.w)(place, ended);
    const [owner = '', repo = ''] = place.repository.split('/');
    const { repos } = octokit.rest;
    const ours = async (target) => {
        const asked = { owner, repo, environment, task: TASK, per_page: 30 };
        const { data } = await repos.listDeployments(asked);
        return data.filter(({ payload }) => isOf(target, payload));
    };
    const stateOf = async (deployment_id) => {
        const { data } = await repos.listDeploymentStatuses({
            owner,
            repo,
            deployment_id,
            per_page: 1,
        });
        return data[0]?.state ?? NEW;
    };
    const post = async (deployment_id, word, log_url) => {
        const link = url === '' ? {} : { environment_url: url };
        await repos.createDeploymentStatus({
            ...{ owner, repo, deployment_id, ...word },
            ...(log_url === '' ? {} : { log_url }),
            ...link,
            auto_inactive: false,
        });
    };
    return {
        post,
        newest: async (target) => {
            const [first] = await ours(target);
            return first && { id: first.id, sha: first.sha, state: await stateOf(first.id) };
        },
        create: async (target) => {
            const { data } = await repos.createDeployment({
                ...{ owner, repo, environment, ref: sha, task: TASK },
                auto_merge: false,
                required_contexts: [],
                payload: { target },
                description: `canary on ${target}`.slice(0, 140),
            });
            if (!('id' in data))
                throw new errors/* KnownError */.E(data.message ?? 'GitHub did not create a deployment');
            return data.id;
        },
        retire: async (target, but) => {
            for (const { id } of await ours(target)) {
                if (id === but || (await stateOf(id)) !== 'success')
                    continue;
                await post(id, REPLACED, '');
            }
        },
    };
}
/** Earlier versions wrote the target without its account, or without its Region either; both come first. */
function isOf(target, payload) {
    const found = targetOf(payload);
    return found !== undefined && (found === target || target.endsWith(`/${found}`));
}
/** GitHub returns the payload as it was sent, or as text. */
function targetOf(payload) {
    const parsed = typeof payload === 'string' ? (0,foreign_text/* parseJson */.qF)(payload) : payload;
    const target = parsed?.target;
    return typeof target === 'string' ? target : undefined;
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
