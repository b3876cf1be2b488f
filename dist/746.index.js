export const id = 746;
export const ids = [746,8996];
export const modules = {

/***/ 13280:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $z: () => (/* binding */ causedBy),
/* harmony export */   T1: () => (/* binding */ call),
/* harmony export */   mw: () => (/* binding */ required),
/* harmony export */   y: () => (/* binding */ ifThere)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76031);
/* harmony import */ var _aws_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51437);
// One AWS call: retried if AWS requests it, with a readable error if it fails.


const CONFLICT_ATTEMPTS = 6;
const CONFLICT_PAUSE_MS = 400;
/**
 * How long a throttled call is retried, in addition to the SDK's own retries, and a write that another change of the
 * function is in the way of. The account's quota is shared, and another deployment of many functions can exhaust it
 * for a minute.
 */
const BUSY_LIMIT_MS = 90_000;
const BUSY_PAUSE_MS = 2_000;
/**
 * Runs a call. Throws a `KnownError` whose `cause` is AWS's own error.
 * API Gateway refuses concurrent writes to one API with a retryable ConflictException
 * (hashicorp/terraform-provider-aws#776), which the SDK does not treat as retryable.
 */
async function call(words, send) {
    const begun = Date.now();
    for (let attempt = 1;; attempt++) {
        try {
            return await send();
        }
        catch (error) {
            const pauseMs = pauseAfter(error, attempt, Date.now() - begun);
            if (pauseMs === undefined) {
                throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .KnownError */ .E((0,_aws_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .describeAwsError */ .Pp)(error, words.doing, words.permission, words.hides), {
                    cause: error,
                });
            }
            await pause(pauseMs * (0.5 + Math.random()));
        }
    }
}
/** The wait before the next attempt, in milliseconds; `undefined`: do not retry. */
function pauseAfter(error, attempt, spentMs) {
    if (isConcurrentWrite(error)) {
        return attempt < CONFLICT_ATTEMPTS ? CONFLICT_PAUSE_MS * attempt : undefined;
    }
    const passes = (0,_aws_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .isThrottled */ .B5)(error) || (0,_aws_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .isBusy */ .A5)(error);
    return passes && spentMs < BUSY_LIMIT_MS ? BUSY_PAUSE_MS : undefined;
}
/** A field that AWS always returns. A response without it is incomplete, and is not used as data. */
function required(value, doing, field) {
    if (value === undefined || value === '') {
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .KnownError */ .E(`${doing}: the response from AWS has no ${field}`);
    }
    return value;
}
/** The result of a read; `undefined` if AWS says that the resource does not exist. */
async function ifThere(read) {
    try {
        return await read();
    }
    catch (error) {
        if (!causedBy(error, _aws_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .isNotFound */ .c4))
            throw error;
        return undefined;
    }
}
/** Whether a failed `call` has an AWS error that passes this test. */
function causedBy(error, test) {
    return error instanceof _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .KnownError */ .E && test(error.cause);
}
function isConcurrentWrite(error) {
    return (0,_base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .errorName */ .Is)(error) === 'ConflictException';
}
function pause(ms) {
    return new Promise((resolve) => {
        setTimeout(resolve, ms);
    });
}


/***/ }),

/***/ 80746:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   readCallerIdentity: () => (/* binding */ readCallerIdentity)
/* harmony export */ });
/* harmony import */ var _aws_sdk_client_cloudwatch__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(44085);
/* harmony import */ var _aws_sdk_core_protocols__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(37288);
/* harmony import */ var _smithy_core_client__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(92658);
/* harmony import */ var _smithy_core_endpoints__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(62085);
/* harmony import */ var _call_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(13280);
/* harmony import */ var _sdk_settings_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(88996);
// Whose credentials these are: GetCallerIdentity of STS, which needs no permission. The client is made as that of
// CloudWatch Logs, because one call does not need a client of its own (decision 33).






const NAMESPACE = 'com.amazonaws.sts';
const TARGET = 'AWSSecurityTokenServiceV20110615';
/** Nobody waits for a network that has no way to STS. */
const ATTEMPTS = 2;
/**
 * Throws a `KnownError` whose `cause` is the error of AWS or of its SDK.
 *
 * @param credentials `undefined`: those of the environment
 */
async function readCallerIdentity(region, credentials) {
    const client = createClient(region, credentials);
    const doing = 'asking AWS whose credentials these are';
    try {
        const permission = { action: 'sts:GetCallerIdentity', resource: '*' };
        const { Account, Arn } = await (0,_call_js__WEBPACK_IMPORTED_MODULE_0__/* .call */ .T1)({ doing, permission }, () => client.send(new GetCallerIdentityCommand({})));
        return { account: (0,_call_js__WEBPACK_IMPORTED_MODULE_0__/* .required */ .mw)(Account, doing, 'Account'), arn: Arn ?? '' };
    }
    finally {
        client.destroy();
    }
}
function shape(name, members) {
    return [3, NAMESPACE, name, 0, [...members], members.map(() => 0)];
}
const command = (0,_smithy_core_client__WEBPACK_IMPORTED_MODULE_2__.makeBuilder)({
    UseFIPS: { type: 'builtInParams', name: 'useFipsEndpoint' },
    Endpoint: { type: 'builtInParams', name: 'endpoint' },
    Region: { type: 'builtInParams', name: 'region' },
    UseDualStack: { type: 'builtInParams', name: 'useDualstackEndpoint' },
}, TARGET, 'STSClient', _smithy_core_endpoints__WEBPACK_IMPORTED_MODULE_3__.getEndpointPlugin);
const REQUEST = shape('GetCallerIdentityRequest', []);
const RESPONSE = shape('GetCallerIdentityResponse', ['UserId', 'Account', 'Arn']);
const GetCallerIdentityCommand = command({}, () => [], 'GetCallerIdentity', [
    ...[9, NAMESPACE, 'GetCallerIdentity', 0],
    () => REQUEST,
    () => RESPONSE,
]);
function createClient(region, credentials) {
    const client = new _aws_sdk_client_cloudwatch__WEBPACK_IMPORTED_MODULE_4__/* .CloudWatchClient */ .WBn({
        region,
        ...(0,_sdk_settings_js__WEBPACK_IMPORTED_MODULE_1__.readRetries)(process.env),
        maxAttempts: ATTEMPTS,
        ...(credentials && { credentials }),
        customUserAgent: 'canary-action/1',
        requestHandler: (0,_sdk_settings_js__WEBPACK_IMPORTED_MODULE_1__.createPromptTransport)(process.env),
        ...{ serviceId: 'STS', signingName: 'sts', protocol: _aws_sdk_core_protocols__WEBPACK_IMPORTED_MODULE_5__.AwsQueryProtocol },
        protocolSettings: {
            ...{ defaultNamespace: NAMESPACE, serviceTarget: TARGET, version: '2011-06-15' },
            xmlNamespace: 'https://sts.amazonaws.com/doc/2011-06-15/',
        },
    });
    const endpointOf = client.config.endpointProvider;
    client.config.endpointProvider = (parameters, context) => {
        const endpoint = endpointOf(parameters, context);
        return parameters.Endpoint ? endpoint : { ...endpoint, url: addressOf(endpoint.url) };
    };
    return client;
}
/** STS has an endpoint in every Region (AWS General Reference, "AWS STS endpoints and quotas"). */
function addressOf(cloudWatch) {
    const host = cloudWatch.host.replace(/^monitoring(?=[.-])/, 'sts');
    return new URL(`${cloudWatch.protocol}//${host}${cloudWatch.pathname}`);
}


/***/ }),

/***/ 88996:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  checkSdkSettings: () => (/* binding */ checkSdkSettings),
  createPromptTransport: () => (/* binding */ createPromptTransport),
  createTransport: () => (/* binding */ createTransport),
  readRetries: () => (/* binding */ readRetries)
});

// EXTERNAL MODULE: ./build/base/errors.js + 1 modules
var errors = __webpack_require__(76031);
// EXTERNAL MODULE: ./build/network/agents.js + 1 modules
var agents = __webpack_require__(16428);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:tls"
var external_node_tls_ = __webpack_require__(41692);
;// CONCATENATED MODULE: ./build/network/certificates.js
// Certificate authorities that a company adds to those that Node trusts.



/**
 * Node's own certificates, those of NODE_EXTRA_CA_CERTS, and those of a file in PEM. Throws a `KnownError` if the
 * file is of no use.
 *
 * @param name of the variable that names the file
 */
function trustedWith(name, path) {
    const added = readPem(path, (why) => {
        throw new errors/* KnownError */.E(`${name}: "${path}" ${why}; expected a file with certificates in PEM format`);
    });
    return [...trustedByNode(), added];
}
function readPem(path, refuse) {
    let text;
    try {
        text = (0,external_node_fs_.readFileSync)(path, 'utf8');
    }
    catch (error) {
        return refuse(`cannot be read (${error.code ?? (0,errors/* messageOf */.bD)(error)})`);
    }
    if (!text.includes('-----BEGIN CERTIFICATE-----'))
        return refuse('contains no certificate');
    try {
        external_node_tls_.createSecureContext({ ca: text });
    }
    catch (error) {
        return refuse(`cannot be used (${(0,errors/* messageOf */.bD)(error)})`);
    }
    return text;
}
/** An explicit list replaces Node's own, and with it NODE_EXTRA_CA_CERTS. */
function trustedByNode() {
    // Node 20 has no such function.
    if (typeof external_node_tls_.getCACertificates === 'function')
        return external_node_tls_.getCACertificates('default');
    const extra = process.env.NODE_EXTRA_CA_CERTS;
    return [...external_node_tls_.rootCertificates, ...(extra ? [readExtra(extra)] : [])].filter(Boolean);
}
/** Node only warns about a file that it cannot read. */
function readExtra(path) {
    try {
        return (0,external_node_fs_.readFileSync)(path, 'utf8');
    }
    catch {
        return '';
    }
}

;// CONCATENATED MODULE: ./build/aws/sdk-settings.js
// What the environment sets for the clients of the AWS SDK, under the names that other AWS tools obey.



/**
 * API Gateway allows 10 management calls a second per account, so throttling is normal. The adaptive retry mode
 * slows this job down.
 */
const DEFAULTS = { maxAttempts: 6, retryMode: 'adaptive' };
/** What botocore accepts; the SDK for JavaScript takes `legacy` for `standard`. */
const RETRY_MODES = ['adaptive', 'standard', 'legacy'];
const CONNECTION_TIMEOUT_MS = 5_000;
const REQUEST_TIMEOUT_MS = 20_000;
/** Throws a `KnownError` if one of the two variables is not understood. */
function readRetries({ AWS_MAX_ATTEMPTS: attempts, AWS_RETRY_MODE: mode }) {
    if (attempts && !/^[1-9]\d{0,2}$/.test(attempts)) {
        throw new errors/* KnownError */.E(`AWS_MAX_ATTEMPTS: expected a number from 1 to 999, but it is "${attempts}"`);
    }
    const retryMode = mode ? RETRY_MODES.find((known) => known === mode) : DEFAULTS.retryMode;
    if (!retryMode) {
        throw new errors/* KnownError */.E(`AWS_RETRY_MODE: expected ${RETRY_MODES.join(' or ')}, but it is "${mode}"`);
    }
    return { maxAttempts: attempts ? Number(attempts) : DEFAULTS.maxAttempts, retryMode };
}
/** Throws a `KnownError` if AWS_CA_BUNDLE names no file with certificates. */
function createTransport({ AWS_CA_BUNDLE: bundle }) {
    const trusted = bundle ? trustedWith('AWS_CA_BUNDLE', bundle) : undefined;
    return { ...(0,agents/* createAgents */.j)(trusted), connectionTimeout: CONNECTION_TIMEOUT_MS };
}
/** @see createTransport */
function createPromptTransport(env) {
    return {
        ...createTransport(env),
        requestTimeout: REQUEST_TIMEOUT_MS,
        throwOnRequestTimeout: true,
    };
}
/** Throws a `KnownError` if the environment has a setting that is not understood, before anything is begun. */
function checkSdkSettings(env) {
    readRetries(env);
    createTransport(env);
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
