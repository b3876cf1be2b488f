export const id = 9562;
export const ids = [9562,8008];
export const modules = {

/***/ 68008:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _9: () => (/* binding */ valuesToHide),
/* harmony export */   cT: () => (/* binding */ withoutSecrets)
/* harmony export */ });
/* unused harmony export spellings */
/* harmony import */ var _foreign_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(56218);
// Removes secrets from text that other services return: a response often repeats the request.

/** Stands where a secret was. */
const HIDDEN = '***';
/**
 * The text without the secrets: neither plain, nor percent-encoded, nor escaped for JSON or HTML, in upper or
 * lower case.
 */
function withoutSecrets(text, secrets) {
    const forms = [...new Set(secrets.flatMap(spellings))].filter((form) => form !== '');
    if (forms.length === 0)
        return text;
    // The longest first, so that a secret that contains another one is removed as a whole.
    forms.sort((a, b) => b.length - a.length);
    return text.replace(new RegExp(forms.map(escapeForRegExp).join('|'), 'gi'), HIDDEN);
}
/** The forms in which a server may write a secret. */
function spellings(secret) {
    const plain = decoded(secret);
    const all = [secret, plain, encodeURI(plain), encodeURIComponent(plain)];
    const twice = all.flatMap((form) => [form, encodeURIComponent(form)]);
    return [...new Set(twice.flatMap((form) => [form, htmlOf(form), jsonOf(form), slashesOf(form)]))];
}
function decoded(text) {
    return (0,_foreign_text_js__WEBPACK_IMPORTED_MODULE_0__/* .percentDecoded */ .oF)(text.replaceAll('+', ' ')) ?? text;
}
function htmlOf(text) {
    return text
        .replaceAll('&', '&amp;')
        .replaceAll('<', '&lt;')
        .replaceAll('>', '&gt;')
        .replaceAll('"', '&quot;')
        .replaceAll("'", '&#39;');
}
function jsonOf(text) {
    return JSON.stringify(text).slice(1, -1);
}
/** PHP and others escape slashes in JSON. */
function slashesOf(text) {
    return text.replaceAll('/', '\\/');
}
function escapeForRegExp(text) {
    return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}
/** The values of variables that an error must not repeat. Short ones are left out: they occur in any text. */
function valuesToHide(values) {
    const isOpen = (value) => value.length < 4 || /^(?:[\w-]+:)?\d{1,10}$/.test(value);
    return values.filter((value) => value !== undefined).filter((value) => !isOpen(value));
}


/***/ }),

/***/ 25545:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bf: () => (/* binding */ codeDeployAdvice),
/* harmony export */   HM: () => (/* binding */ ANSWER_LIMIT_BYTES),
/* harmony export */   JN: () => (/* binding */ readAnswer),
/* harmony export */   d5: () => (/* binding */ notShown),
/* harmony export */   f1: () => (/* binding */ readFailure),
/* harmony export */   s4: () => (/* binding */ shortly)
/* harmony export */ });
/* harmony import */ var _base_foreign_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(56218);
// Interprets a hook's response. It is external text: its message is shown on one line and shortened.

/** Bytes: the maximum that is read of a response. Lambda returns at most 6 MB. */
const ANSWER_LIMIT_BYTES = 6 * 1024 * 1024;
const SHOWN = 400;
/** External text, shortened for a sentence. */
function shortly(text) {
    const line = text
        .slice(0, 4 * SHOWN)
        .replace(/[\s\p{Cc}\u2028\u2029]+/gu, ' ')
        .trim();
    return line.length > SHOWN
        ? `${line.slice(0, SHOWN - 1).replace(/[\uD800-\uDBFF]$/, '')}…`
        : line;
}
const AS_IT_IS = (text) => text;
/**
 * The verdict in the body of a successful response: `{"status": "Failed"}` fails, as CodeDeploy spells it, and any
 * other JSON passes. Only the message of the JSON is shown.
 *
 * @returns `undefined` if it is not JSON
 */
function readAnswer(body, clean = AS_IT_IS) {
    const json = parse(body);
    if (json === undefined)
        return undefined;
    if (typeof json !== 'object' || json === null)
        return { kind: 'passed', message: '' };
    const { status } = json;
    const failed = typeof status === 'string' && status.toLowerCase() === 'failed';
    const message = messageIn(json, ['message'], clean);
    if (!failed)
        return { kind: 'passed', message };
    return {
        kind: 'failed',
        message: message || 'it returned {"status":"Failed"} without a message',
    };
}
/**
 * The message of an unsuccessful response, from its JSON. Anything else may be a page of debugging output with the
 * server's environment in it, so it is only described.
 */
function readFailure(body, clean = AS_IT_IS) {
    const json = parse(body);
    if (json === null)
        return '';
    if (typeof json !== 'object')
        return notShown(body);
    return messageIn(json, ['message', 'Message', 'error'], clean);
}
/** Describes a response without a field that may be shown. */
function notShown(body) {
    const bytes = Buffer.byteLength(body);
    return `a response that is not a JSON object (${bytes} ${bytes === 1 ? 'byte' : 'bytes'}, not shown)`;
}
/** The first of these fields that is text; nothing else of a response is shown. */
function messageIn(json, fields, clean) {
    const texts = fields.map((field) => json[field]);
    const message = texts.find((text) => typeof text === 'string');
    return message === undefined ? '' : shortly(clean(message));
}
/** @returns `undefined` when it is no JSON */
function parse(body) {
    return body.trim() === '' ? null : (0,_base_foreign_text_js__WEBPACK_IMPORTED_MODULE_0__/* .parseJson */ .qF)(body);
}
/**
 * What AWS's own samples of CodeDeploy hooks call, throw and log when the deployment is not known to CodeDeploy.
 */
const CODEDEPLOY = /codedeploy|PutLifecycleEventHookExecutionStatus|LifecycleEventHookExecutionId|Validation test failed/i;
/** Advice for a hook that reports to CodeDeploy; empty if it does not. */
function codeDeployAdvice(...texts) {
    return texts.some((text) => CODEDEPLOY.test(text)) ? ADVICE : '';
}
const ADVICE = 'This hook reports its result to CodeDeploy. This action does not receive that report; return the result instead. ' +
    'Change three lines to support both: ' +
    "(1) const status = ok ? 'Succeeded' : 'Failed'; " +
    '(2) if (!event.rollout) await codedeploy.putLifecycleEventHookExecutionStatus({ …, status }); ' +
    '(3) return { status };';


/***/ }),

/***/ 59562:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  notify: () => (/* binding */ notify)
});

// EXTERNAL MODULE: ./build/base/errors.js + 1 modules
var errors = __webpack_require__(76031);
// EXTERNAL MODULE: ./build/report/cause-title.js
var cause_title = __webpack_require__(4023);
// EXTERNAL MODULE: ./build/report/files.js
var files = __webpack_require__(86376);
// EXTERNAL MODULE: ./build/report/format.js
var format = __webpack_require__(92772);
;// CONCATENATED MODULE: ./build/report/notify-event.js
// A report as an event in EventBridge's format: for chat rooms and for programs that react to it.



function eventOf(report) {
    const { outcome, reason, stands, weight, target, functions, source, endedAt } = report;
    const impact = report.impact && (0,files/* withSourceText */.fM)(report.impact);
    const { repository, sha, actor, runUrl } = source;
    const time = new Date(1000 * Math.floor(endedAt)).toISOString();
    return {
        version: '0',
        id: `${runUrl}#${target.key}-${outcome}-${weight ?? 'unknown'}-${Math.floor(endedAt)}`,
        'detail-type': 'Canary Rollout',
        source: 'canary-action',
        time,
        region: target.region,
        resources: target.resources,
        text: inOneLine(report),
        detail: {
            ...{ outcome, reason, stands, weight, target: target.label, functions, impact },
            ...{ repository, sha, actor, runUrl },
        },
    };
}
/** `↩️ Rolled back: orders 7 → 8 on orders-api/prod. Errors ×9 on version 8. https://…`. */
function inOneLine(report) {
    const { outcome, functions, target, reason, source } = report;
    const [first] = functions;
    const what = first
        ? `${first.name} ${first.from} → ${first.to}${functions.length > 1 ? ` and ${functions.length - 1} more` : ''} on `
        : '';
    const why = (0,cause_title/* causeTitle */.e)(report) || reason;
    return plain(`${format/* HEADLINES */.Ol[outcome]}: ${what}${target.label}. ${(0,format/* sentence */.em)(why)} ${source.runUrl}`);
}
/**
 * Escapes text for a chat, where `<`, `>` and `&` have a meaning (Slack mentions: `<!channel>`), on one line.
 */
function plain(text) {
    return text
        .replace(/[\s\p{Cc}\u2028\u2029]+/gu, ' ')
        .replaceAll('&', '&amp;')
        .replaceAll('<', '&lt;')
        .replaceAll('>', '&gt;');
}

// EXTERNAL MODULE: ./build/hooks/url-hook.js
var url_hook = __webpack_require__(89924);
;// CONCATENATED MODULE: ./build/hooks/notify.js
// Sends reports of a rollout to a URL of the user's. The rollout does not wait for its response.



const DEADLINE_MS = 10_000;
/**
 * Sends a report as an event. Throws a `KnownError` if it was not accepted. Messages contain only the host of
 * the URL.
 *
 * @param secret signs the request, as for hooks; empty: nothing is signed
 * @param ended aborts the request
 */
async function notify(to, secret, report, ended) {
    const body = JSON.stringify(eventOf(report));
    const signal = AbortSignal.any([ended, AbortSignal.timeout(DEADLINE_MS)]);
    const { kind, message } = await (0,url_hook/* callUrl */.eh)(to, body, secret, signal);
    if (kind === 'failed')
        throw new errors/* KnownError */.E(`${to.label}: ${message}`);
}


/***/ }),

/***/ 89924:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   eh: () => (/* binding */ callUrl)
/* harmony export */ });
/* unused harmony exports SIGNATURE_HEADER, sign */
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_http__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(37067);
/* harmony import */ var node_https__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(44708);
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(76031);
/* harmony import */ var _base_redirect_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(64242);
/* harmony import */ var _base_without_secrets_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(68008);
/* harmony import */ var _inputs_address_secrets_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(64200);
/* harmony import */ var _network_agents_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(16428);
/* harmony import */ var _answer_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(25545);
// A hook behind a URL: one POST, signed if there is a secret. The URL may be as secret as a password, so messages
// contain no more of it than the host, whatever the server returns.









/** @param secret empty: nothing is signed */
async function callUrl({ url }, body, secret, signal) {
    let address = new URL(url);
    const secrets = [secret, ...(0,_inputs_address_secrets_js__WEBPACK_IMPORTED_MODULE_5__/* .addressSecrets */ .Y)(address)];
    const clean = (text) => (0,_base_without_secrets_js__WEBPACK_IMPORTED_MODULE_6__/* .withoutSecrets */ .cT)(text, secrets);
    try {
        for (let redirects = 0;; redirects++) {
            const signature = secret === '' ? '' : sign(secret, body, Date.now() / 1000);
            secrets.push(signature, signature.slice(signature.indexOf('v1=') + 3));
            const to = address;
            const reply = await (0,_base_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .foreign */ .V$)(() => post(to, body, signature, signal));
            if (reply.status < 300 || reply.status >= 400)
                return judgeReply(reply, clean);
            const next = (0,_base_redirect_js__WEBPACK_IMPORTED_MODULE_7__/* .redirectOf */ .Y)(address, 'POST', reply.status, reply.location);
            if ('refused' in next)
                return { kind: 'failed', message: clean(next.refused) };
            if (redirects === _base_redirect_js__WEBPACK_IMPORTED_MODULE_7__/* .MAX_REDIRECTS */ .N)
                return { kind: 'failed', message: 'it redirects too many times' };
            address = next.to;
            secrets.push(...(0,_inputs_address_secrets_js__WEBPACK_IMPORTED_MODULE_5__/* .addressSecrets */ .Y)(address));
        }
    }
    catch (error) {
        return {
            kind: 'failed',
            message: `it could not be reached: ${(0,_answer_js__WEBPACK_IMPORTED_MODULE_8__/* .shortly */ .s4)(clean((0,_base_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .known */ .eO)(error).message))}`,
        };
    }
}
function judgeReply({ status, body }, clean) {
    if (status < 200 || status >= 300) {
        const text = (0,_answer_js__WEBPACK_IMPORTED_MODULE_8__/* .readFailure */ .f1)(body ?? '', clean);
        return { kind: 'failed', message: `it returned ${status}${text && `: ${text}`}` };
    }
    if (body === undefined) {
        return {
            kind: 'failed',
            message: `it returned ${status} with more than 6 MB; expected a short JSON object, or nothing`,
        };
    }
    return (0,_answer_js__WEBPACK_IMPORTED_MODULE_8__/* .readAnswer */ .JN)(body, clean) ?? { kind: 'passed', message: '' };
}
/** @param signature empty: nothing is signed */
function post(address, body, signature, signal) {
    const send = address.protocol === 'https:' ? node_https__WEBPACK_IMPORTED_MODULE_2__.request : node_http__WEBPACK_IMPORTED_MODULE_1__.request;
    const headers = {
        'content-type': 'application/json',
        'content-length': Buffer.byteLength(body),
        'user-agent': 'canary-action/1',
        ...(signature !== '' && { [SIGNATURE_HEADER]: signature }),
    };
    return new Promise((resolve, reject) => {
        const agent = (0,_network_agents_js__WEBPACK_IMPORTED_MODULE_4__/* .agentFor */ .P)(address);
        const request = send(address, { method: 'POST', headers, signal, agent });
        request.on('error', reject);
        request.on('response', (response) => {
            const { statusCode: status = 0, headers: answered } = response;
            const chunks = [];
            let length = 0;
            const reply = (text) => resolve({ status, location: answered.location ?? '', body: text });
            response.on('data', (chunk) => {
                length += chunk.length;
                if (length <= _answer_js__WEBPACK_IMPORTED_MODULE_8__/* .ANSWER_LIMIT_BYTES */ .HM)
                    chunks.push(chunk);
                else {
                    reply(undefined);
                    request.destroy();
                }
            });
            response.on('end', () => reply(Buffer.concat(chunks).toString('utf8')));
            response.on('error', reject);
        });
        request.end(body);
    });
}
const SIGNATURE_HEADER = 'x-canary-signature';
/**
 * `t=1764000000,v1=…`: the time, and HMAC-SHA-256 in hexadecimal of `time.body`. The time is signed too, so that
 * an intercepted request cannot be sent again later.
 *
 * @param at seconds since the epoch
 */
function sign(secret, body, at) {
    const time = Math.floor(at);
    return `t=${time},v1=${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHmac)('sha256', secret).update(`${time}.${body}`).digest('hex')}`;
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
