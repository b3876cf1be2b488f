export const id = 2577;
export const ids = [2577];
export const modules = {

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

/***/ 32577:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  writeNote: () => (/* binding */ writeNote)
});

// UNUSED EXPORTS: withoutQuickActions

// EXTERNAL MODULE: ./build/base/errors.js + 1 modules
var errors = __webpack_require__(76031);
// EXTERNAL MODULE: external "node:http"
var external_node_http_ = __webpack_require__(37067);
// EXTERNAL MODULE: external "node:https"
var external_node_https_ = __webpack_require__(44708);
// EXTERNAL MODULE: ./build/base/foreign-text.js
var foreign_text = __webpack_require__(56218);
// EXTERNAL MODULE: ./build/base/time.js
var time = __webpack_require__(22475);
// EXTERNAL MODULE: ./build/base/without-secrets.js
var without_secrets = __webpack_require__(68008);
// EXTERNAL MODULE: ./build/network/agents.js + 1 modules
var agents = __webpack_require__(16428);
;// CONCATENATED MODULE: ./build/gitlab/gitlab-api.js
// Calls of GitLab's REST API. Whatever a call fails with is a known error, without the token.







/** GitLab refused a call, or did not answer. */
class GitLabError extends errors/* KnownError */.E {
    /** `undefined`: there was no answer. */
    status;
    constructor(message, status) {
        super(message);
        this.status = status;
    }
}
const REQUEST_MS = 20_000;
/** A page of a hundred notes of a usual length has far less. */
const MAX_BYTES = 20 * 1024 * 1024;
/** Seconds before each further attempt. */
const PAUSES = [1, 4, 10];
/** A job does not wait longer for its comment. */
const LONGEST_PAUSE = 60;
/**
 * Sends a call, again if GitLab is overloaded or cannot be reached. Only calls that may be repeated are repeated after
 * a failure that leaves open whether they had an effect.
 *
 * @param path begins with a slash
 */
async function callGitLab(access, method, path, body) {
    const address = new URL(access.apiUrl + path);
    for (let attempt = 0;; attempt++) {
        const reply = await send(address, access.token, method, body).catch((error) => (0,errors/* known */.eO)(error));
        const pause = PAUSES[attempt];
        const wait = pause === undefined ? undefined : pauseAfter(reply, method, pause);
        if (wait !== undefined)
            await (0,time/* sleep */.yy)(wait);
        else if (reply instanceof errors/* KnownError */.E)
            throw unreachable(address, reply);
        else
            return readReply(address, reply, access.token);
    }
}
/** @returns seconds; `undefined`: another attempt is of no use */
function pauseAfter(reply, method, pause) {
    if (reply instanceof errors/* KnownError */.E)
        return method === 'POST' ? undefined : pause;
    // Refused before anything was done.
    if (reply.status === 429)
        return Math.min(LONGEST_PAUSE, reply.retryAfter ?? pause);
    return reply.status >= 500 && method !== 'POST' ? pause : undefined;
}
function unreachable({ host }, { message }) {
    return new GitLabError(`GitLab at ${host} could not be reached: ${message}`);
}
function readReply({ host }, { status, text, nextPage }, token) {
    const body = (0,foreign_text/* parseJson */.qF)(text);
    if (status >= 200 && status < 300 && body !== undefined)
        return { status, body, nextPage };
    if (status >= 200 && status < 300) {
        throw new GitLabError(`GitLab at ${host} did not answer with JSON; is its API at another address, or a proxy in between?`);
    }
    if (status >= 300 && status < 400) {
        throw new GitLabError(`GitLab at ${host} redirects (HTTP ${status}); expected the address of its API in --api-url`, status);
    }
    const told = (0,without_secrets/* withoutSecrets */.cT)(messageIn(body), [token]);
    throw new GitLabError(`GitLab answered HTTP ${status}${told && `: ${told}`}`, status);
}
/** `message`, `error` or `error_description`, whose forms differ from call to call. */
function messageIn(body) {
    if (typeof body !== 'object' || body === null)
        return '';
    const { message, error, error_description: details } = body;
    const told = details ?? message ?? error;
    const text = typeof told === 'string' ? told : JSON.stringify(told ?? '');
    return text.replace(/\s+/g, ' ').slice(0, 300);
}
function send(address, token, method, body) {
    const text = body === undefined ? undefined : JSON.stringify(body);
    const headers = {
        accept: 'application/json',
        // Personal, project and group access tokens (GitLab docs, "REST API authentication").
        'private-token': token,
        'user-agent': 'canary-action/1',
        ...(text !== undefined && {
            'content-type': 'application/json',
            'content-length': Buffer.byteLength(text),
        }),
    };
    return (0,errors/* foreign */.V$)(() => new Promise((resolve, reject) => {
        const request = (address.protocol === 'https:' ? external_node_https_.request : external_node_http_.request)(address, {
            method,
            headers,
            agent: (0,agents/* agentFor */.P)(address),
            signal: AbortSignal.timeout(REQUEST_MS),
        });
        request.on('error', reject);
        request.on('response', (response) => {
            const chunks = [];
            let length = 0;
            response.on('data', (chunk) => {
                length += chunk.length;
                if (length <= MAX_BYTES)
                    chunks.push(chunk);
                else
                    request.destroy(new Error(`the answer has more than ${MAX_BYTES} bytes`));
            });
            response.on('error', reject);
            response.on('end', () => {
                const { statusCode = 0, headers: answered } = response;
                const seconds = Number(answered['retry-after']);
                const page = answered['x-next-page'];
                resolve({
                    status: statusCode,
                    retryAfter: seconds > 0 ? seconds : undefined,
                    nextPage: typeof page === 'string' && page !== '' ? page : undefined,
                    text: Buffer.concat(chunks).toString('utf8'),
                });
            });
        });
        request.end(text);
    }));
}

;// CONCATENATED MODULE: ./build/gitlab/merge-request-note.js
// The comment on a merge request: a note, found by its hidden marker and edited in place.


/** A hundred notes each; nobody reads a merge request with more. */
const MAX_PAGES = 50;
/**
 * Creates or edits the note.
 *
 * @param marker the beginning of its body, which distinguishes the notes of different targets
 * @returns `undefined` if no merge request brought the commit
 */
async function writeNote(place, marker, body) {
    const mergeRequest = place.mergeRequest ?? (await mergeRequestOf(place));
    if (mergeRequest === undefined)
        return undefined;
    const path = `${pathOf(place)}/merge_requests/${mergeRequest}/notes`;
    const text = { body: withoutQuickActions(body) };
    const id = await findNote(place, path, marker);
    if (id !== undefined && (await update(place, `${path}/${id}`, text))) {
        return { mergeRequest, how: 'updated' };
    }
    await explain(place, callGitLab(place, 'POST', path, text));
    return { mergeRequest, how: 'created' };
}
function pathOf({ project }) {
    return `/projects/${encodeURIComponent(project)}`;
}
/** @returns whether there still is such a note */
async function update(place, path, text) {
    try {
        await callGitLab(place, 'PUT', path, text);
        return true;
    }
    catch (error) {
        if (!(error instanceof GitLabError))
            throw error;
        if (error.status === 404)
            return false;
        throw explained(place, error);
    }
}
/**
 * The token's own note: anybody can write a marker. GitLab has no way to ask for notes of one author.
 */
async function findNote(place, path, marker) {
    const self = idIn((await explain(place, callGitLab(place, 'GET', '/user'))).body);
    let page = '1';
    for (let read = 0; page !== undefined && read < MAX_PAGES; read++) {
        const query = `?sort=asc&order_by=created_at&per_page=100&page=${page}`;
        const answer = await explain(place, callGitLab(place, 'GET', path + query));
        const notes = Array.isArray(answer.body) ? answer.body : [];
        const ours = notes.find(({ body, author }) => typeof body === 'string' && body.startsWith(marker) && idIn(author) === self);
        if (ours)
            return idIn(ours);
        page = answer.nextPage;
    }
    return undefined;
}
function idIn(value) {
    const id = value?.id;
    return typeof id === 'number' ? id : undefined;
}
/** That whose merge the commit is, otherwise the one last merged; an open one only if its head is the commit. */
async function mergeRequestOf(place) {
    const { sha } = place;
    if (sha === '')
        return undefined;
    const path = `${pathOf(place)}/repository/commits/${encodeURIComponent(sha)}/merge_requests`;
    const { body } = await explain(place, callGitLab(place, 'GET', path));
    const all = Array.isArray(body) ? body : [];
    const merged = all
        .filter(({ state }) => state === 'merged')
        .sort((a, b) => String(b.merged_at).localeCompare(String(a.merged_at)));
    const found = merged.find((each) => each.merge_commit_sha === sha || each.squash_commit_sha === sha) ??
        merged[0] ??
        all.find((each) => each.state === 'opened' && each.sha === sha);
    return typeof found?.iid === 'number' ? found.iid : undefined;
}
/** A line that begins with a slash is a command of GitLab, such as `/close`, and some of the text is from outside. */
function withoutQuickActions(body) {
    return body.replace(/^([ \t]*)\//gm, '$1\u200B/');
}
async function explain(place, answer) {
    try {
        return await answer;
    }
    catch (error) {
        throw error instanceof GitLabError ? explained(place, error) : (0,errors/* known */.eO)(error);
    }
}
function explained({ project, mergeRequest }, error) {
    const { status, message } = error;
    if (status === 401) {
        return new errors/* KnownError */.E(`${message}. Expected a project access token with the scope api and the role Reporter or more, which is not expired; the job token (CI_JOB_TOKEN) may read notes but not write them`);
    }
    if (status === 403) {
        return new errors/* KnownError */.E(`${message}. The token may not comment in ${project}; expected the scope api and the role Reporter or more`);
    }
    if (status === 404) {
        const what = mergeRequest === undefined ? project : `merge request !${mergeRequest} of ${project}`;
        return new errors/* KnownError */.E(`${message}. There is no ${what}, or the token may not see it; check --repository and --number`);
    }
    return error;
}


/***/ }),

/***/ 16428:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  P: () => (/* binding */ agentFor),
  j: () => (/* binding */ createAgents)
});

// EXTERNAL MODULE: external "node:http"
var external_node_http_ = __webpack_require__(37067);
// EXTERNAL MODULE: external "node:https"
var external_node_https_ = __webpack_require__(44708);
// EXTERNAL MODULE: ./build/base/errors.js + 1 modules
var errors = __webpack_require__(76031);
// EXTERNAL MODULE: ./build/network/proxy.js
var network_proxy = __webpack_require__(88637);
;// CONCATENATED MODULE: ./build/network/tunnel.js
// A tunnel through an HTTP proxy (CONNECT, RFC 9110 section 9.3.6): the proxy forwards bytes and sees no request.



/** As long as a connection without a proxy may take. A silent proxy must not keep the process alive. */
const LIMIT_MS = 5_000;
/** A proxy that could not be reached, or refused. The message never contains its user and password. */
class ProxyError extends Error {
    name = 'ProxyError';
    /** The AWS SDK tries again only if an error has this. */
    $retryable;
    constructor({ host }, what, options) {
        super(`the proxy ${host} ${what}`, options);
        this.$retryable = options.lasting ? undefined : {};
    }
}
/** Rejects with a `ProxyError`. */
function openTunnel(proxy, to) {
    const send = proxy.protocol === 'https:' ? external_node_https_.request : external_node_http_.request;
    const host = `${to.host.includes(':') ? `[${to.host}]` : to.host}:${to.port}`;
    const authorization = (0,network_proxy/* authorizationOf */.P)(proxy);
    return new Promise((resolve, reject) => {
        const request = send({
            method: 'CONNECT',
            host: proxy.hostname.replace(/^\[|\]$/g, ''),
            port: proxy.port || (proxy.protocol === 'https:' ? 443 : 80),
            path: host,
            headers: { host, ...(authorization && { 'proxy-authorization': authorization }) },
            agent: false,
        });
        const limit = setTimeout(() => {
            const what = `did not answer within ${LIMIT_MS / 1000} s`;
            request.destroy(new ProxyError(proxy, what, { lasting: false }));
        }, LIMIT_MS);
        const fail = (error) => {
            clearTimeout(limit);
            reject(error);
        };
        request.on('error', (error) => {
            if (error instanceof ProxyError)
                return fail(error);
            const { code, message } = error;
            const what = `could not be reached (${message || code})`;
            fail(new ProxyError(proxy, what, { lasting: false, cause: error }));
        });
        request.on('connect', ({ statusCode = 0 }, socket) => {
            clearTimeout(limit);
            if (statusCode === 200)
                return resolve(socket);
            socket.destroy();
            fail(refusal(proxy, host, statusCode));
        });
        // An answer that is no answer to CONNECT: a server that is not a proxy.
        request.on('response', ({ statusCode = 0 }) => {
            request.destroy();
            fail(refusal(proxy, host, statusCode));
        });
        request.end();
    });
}
function refusal(proxy, host, status) {
    const why = status === 407 || status === 401 ? 'it expects another user and password in the variable' : '';
    const what = `refused a connection to ${host} with HTTP ${status}${why && `: ${why}`}`;
    return new ProxyError(proxy, what, { lasting: status < 500 && status !== 429 });
}

;// CONCATENATED MODULE: ./build/network/agents.js
// Agents for node:http and node:https that reach each server as the runner's environment says: directly or through
// a proxy. They open every connection of this action that GitHub's toolkit does not open.





/** As those of the AWS SDK. */
const POOL = { keepAlive: true, maxSockets: 50 };
/** @param trusted the certificates to trust, in PEM; `undefined`: those that Node trusts */
function createAgents(trusted) {
    return {
        httpAgent: new ProxiedPlainAgent(POOL),
        httpsAgent: new ProxiedTlsAgent({ ...POOL, ...(trusted && { ca: [...trusted] }) }),
    };
}
/** For one request, whose connection is not kept. */
function agentFor({ protocol }) {
    return protocol === 'https:' ? new ProxiedTlsAgent() : new ProxiedPlainAgent();
}
class ProxiedPlainAgent extends external_node_http_.Agent {
    createConnection(options, created) {
        return connect('http', options, created, (socket) => socket ? socket : super.createConnection(options, created));
    }
}
class ProxiedTlsAgent extends external_node_https_.Agent {
    createConnection(options, created) {
        // The server's certificate is checked in a tunnel as well: the proxy sees nothing of the requests.
        return connect('https', options, created, (socket) => socket
            ? super.createConnection({ ...options, socket })
            : super.createConnection(options, created));
    }
}
/** @param open gets the socket of the tunnel; `undefined`: there is no proxy for this server */
function connect(scheme, { host, port }, created, open) {
    const to = { host: host ?? 'localhost', port: Number(port ?? (scheme === 'https' ? 443 : 80)) };
    const name = to.host.includes(':') ? `[${to.host}]` : to.host;
    // Node passes an error to a request only by the callback.
    const fail = (error) => created?.(error, undefined);
    try {
        const proxy = (0,network_proxy/* proxyFor */.i)(new URL(`${scheme}://${name}:${to.port}`));
        if (!proxy)
            return open();
        openTunnel(proxy, to).then((socket) => created?.(null, open(socket)), fail);
    }
    catch (error) {
        fail((0,errors/* known */.eO)(error));
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


/***/ }),

/***/ 19783:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ checkBypass),
/* harmony export */   s: () => (/* binding */ getProxyUrl)
/* harmony export */ });
function getProxyUrl(reqUrl) {
    const usingSsl = reqUrl.protocol === 'https:';
    if (checkBypass(reqUrl)) {
        return undefined;
    }
    const proxyVar = (() => {
        if (usingSsl) {
            return process.env['https_proxy'] || process.env['HTTPS_PROXY'];
        }
        else {
            return process.env['http_proxy'] || process.env['HTTP_PROXY'];
        }
    })();
    if (proxyVar) {
        try {
            return new DecodedURL(proxyVar);
        }
        catch (_a) {
            if (!proxyVar.startsWith('http://') && !proxyVar.startsWith('https://'))
                return new DecodedURL(`http://${proxyVar}`);
        }
    }
    else {
        return undefined;
    }
}
function checkBypass(reqUrl) {
    if (!reqUrl.hostname) {
        return false;
    }
    const reqHost = reqUrl.hostname;
    if (isLoopbackAddress(reqHost)) {
        return true;
    }
    const noProxy = process.env['no_proxy'] || process.env['NO_PROXY'] || '';
    if (!noProxy) {
        return false;
    }
    // Determine the request port
    let reqPort;
    if (reqUrl.port) {
        reqPort = Number(reqUrl.port);
    }
    else if (reqUrl.protocol === 'http:') {
        reqPort = 80;
    }
    else if (reqUrl.protocol === 'https:') {
        reqPort = 443;
    }
    // Format the request hostname and hostname with port
    const upperReqHosts = [reqUrl.hostname.toUpperCase()];
    if (typeof reqPort === 'number') {
        upperReqHosts.push(`${upperReqHosts[0]}:${reqPort}`);
    }
    // Compare request host against noproxy
    for (const upperNoProxyItem of noProxy
        .split(',')
        .map(x => x.trim().toUpperCase())
        .filter(x => x)) {
        if (upperNoProxyItem === '*' ||
            upperReqHosts.some(x => x === upperNoProxyItem ||
                x.endsWith(`.${upperNoProxyItem}`) ||
                (upperNoProxyItem.startsWith('.') &&
                    x.endsWith(`${upperNoProxyItem}`)))) {
            return true;
        }
    }
    return false;
}
function isLoopbackAddress(host) {
    const hostLower = host.toLowerCase();
    return (hostLower === 'localhost' ||
        hostLower.startsWith('127.') ||
        hostLower.startsWith('[::1]') ||
        hostLower.startsWith('[0:0:0:0:0:0:0:1]'));
}
class DecodedURL extends URL {
    constructor(url, base) {
        super(url, base);
        this._decodedUsername = decodeURIComponent(super.username);
        this._decodedPassword = decodeURIComponent(super.password);
    }
    get username() {
        return this._decodedUsername;
    }
    get password() {
        return this._decodedPassword;
    }
}
//# sourceMappingURL=proxy.js.map

/***/ })

};
