export const id = 803;
export const ids = [803];
export const modules = {

/***/ 3803:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  notify: () => (/* binding */ notify)
});

// EXTERNAL MODULE: ./build/aws/errors.js
var errors = __webpack_require__(8127);
// EXTERNAL MODULE: ./build/report/brief.js
var brief = __webpack_require__(7171);
// EXTERNAL MODULE: ./build/report/target-label.js
var target_label = __webpack_require__(8505);
// EXTERNAL MODULE: ./build/report/words.js
var words = __webpack_require__(4702);
;// CONCATENATED MODULE: ./build/report/event.js
// A report as an event, in the shape of EventBridge's: for chat rooms and for whatever acts on it.



function eventOf(report) {
    const { outcome, reason, stands, weight, target, functions, impact, source, endedAt } = report;
    const { repository, sha, actor, runUrl } = source;
    const time = new Date(1000 * Math.floor(endedAt)).toISOString();
    return {
        version: '0',
        id: `${runUrl}#${target.region}-${(0,target_label/* targetKey */.hD)(target)}-${outcome}-${weight ?? 'unknown'}-${Math.floor(endedAt)}`,
        'detail-type': 'Canary Rollout',
        source: 'canary-action',
        time,
        region: target.region,
        resources: resourcesOf(target),
        text: inOneLine(report),
        detail: {
            ...{ outcome, reason, stands, weight, target: (0,target_label/* targetLabel */.Op)(target), functions, impact },
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
    const why = (0,brief/* brief */.d)(report) || reason;
    return plain(`${words/* HEADLINES */.Ol[outcome]}: ${what}${(0,target_label/* targetLabel */.Op)(target)}. ${why.replace(/\.?$/, '.')} ${source.runUrl}`);
}
/** A chat gives `<`, `>` and `&` a meaning (mentions are `<!channel>` in Slack); a line is one line. */
function plain(text) {
    return text
        .replace(/[\s\p{Cc}\u2028\u2029]+/gu, ' ')
        .replaceAll('&', '&amp;')
        .replaceAll('<', '&lt;')
        .replaceAll('>', '&gt;');
}
function resourcesOf(target) {
    if (target.kind === 'alias')
        return target.aliases;
    const { region, restApiId, stageName } = target;
    const partition = region.startsWith('cn-')
        ? 'aws-cn'
        : region.startsWith('us-gov-')
            ? 'aws-us-gov'
            : 'aws';
    return [`arn:${partition}:apigateway:${region}::/restapis/${restApiId}/stages/${stageName}`];
}

// EXTERNAL MODULE: ./build/hooks/url-hook.js + 1 modules
var url_hook = __webpack_require__(4237);
;// CONCATENATED MODULE: ./build/hooks/notify.js
// Tells an address of the user's what becomes of a rollout. Nobody waits for its answer.



const DEADLINE_MS = 10_000;
/**
 * Sends a report as an event. Throws a `RolloutError` when it was not taken; the address is in no
 * message but for its host.
 *
 * @param secret signs it, as what goes to hooks; empty: nothing is signed
 */
async function notify(to, secret, report) {
    const body = JSON.stringify(eventOf(report));
    const { kind, says } = await (0,url_hook/* callUrl */.e)(to, body, secret, AbortSignal.timeout(DEADLINE_MS));
    if (kind === 'failed')
        throw new errors/* RolloutError */.a6(`${to.label}: ${says}`);
}


/***/ }),

/***/ 4237:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  e: () => (/* binding */ callUrl)
});

// EXTERNAL MODULE: external "node:http"
var external_node_http_ = __webpack_require__(7067);
// EXTERNAL MODULE: external "node:https"
var external_node_https_ = __webpack_require__(4708);
// EXTERNAL MODULE: ./build/aws/errors.js
var errors = __webpack_require__(8127);
// EXTERNAL MODULE: ./build/rollout/hook-answer.js
var hook_answer = __webpack_require__(6058);
// EXTERNAL MODULE: ./build/rollout/without-secrets.js
var without_secrets = __webpack_require__(5554);
// EXTERNAL MODULE: ./build/hooks/address-secrets.js
var address_secrets = __webpack_require__(3223);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
;// CONCATENATED MODULE: ./build/hooks/signature.js
// How a URL hook knows that a request is ours and new.

const SIGNATURE_HEADER = 'x-canary-signature';
/**
 * `t=1764000000,v1=…`: the time, and HMAC-SHA-256 in hexadecimal of `time.body`. The time is signed
 * too, so that a request that was overheard cannot be sent again later.
 *
 * @param at seconds since the epoch
 */
function sign(secret, body, at) {
    const time = Math.floor(at);
    return `t=${time},v1=${(0,external_node_crypto_.createHmac)('sha256', secret).update(`${time}.${body}`).digest('hex')}`;
}

;// CONCATENATED MODULE: ./build/hooks/url-hook.js
// A hook behind a URL: one POST, signed when there is a secret. The address may be as secret as a
// password, so no message shows more of it than the host, whatever the server answers.







const REDIRECTS = 3;
/** @param secret empty: nothing is signed */
async function callUrl({ url }, body, secret, signal) {
    let address = new URL(url);
    const secrets = [secret, ...(0,address_secrets/* addressSecrets */.Y)(address)];
    const clean = (text) => (0,without_secrets/* withoutSecrets */.L)(text, secrets);
    try {
        for (let redirects = 0;; redirects++) {
            const signature = secret === '' ? '' : sign(secret, body, Date.now() / 1000);
            secrets.push(signature, signature.slice(signature.indexOf('v1=') + 3));
            const reply = await post(address, body, signature, signal);
            if (reply.status < 300 || reply.status >= 400)
                return judgeReply(reply, clean);
            const next = redirected(address, reply);
            if ('refused' in next)
                return { kind: 'failed', says: clean(next.refused) };
            if (redirects === REDIRECTS)
                return { kind: 'failed', says: 'it redirects again and again' };
            address = next.address;
            secrets.push(...(0,address_secrets/* addressSecrets */.Y)(address));
        }
    }
    catch (error) {
        return { kind: 'failed', says: `it could not be reached: ${(0,hook_answer/* shortly */.s4)(clean((0,errors/* messageOf */.bD)(error)))}` };
    }
}
/** Only the same origin, and only by the codes that keep a POST a POST. */
function redirected(from, { status, location }) {
    if (location === '' || !URL.canParse(location, from.href))
        return { refused: `it answered ${status} and no address` };
    const address = new URL(location, from);
    if (address.origin !== from.origin) {
        return {
            refused: `it redirects to another origin (${(0,hook_answer/* shortly */.s4)(address.origin)}), which is not followed`,
        };
    }
    if (status === 307 || status === 308)
        return { address };
    return {
        refused: `it redirects with ${status}, which would make the POST a GET; expected 307 or 308`,
    };
}
function judgeReply({ status, body }, clean) {
    if (status < 200 || status >= 300) {
        const said = (0,hook_answer/* readFailure */.f1)(body ?? '', clean);
        return { kind: 'failed', says: `it answered ${status}${said && `: ${said}`}` };
    }
    if (body === undefined) {
        return {
            kind: 'failed',
            says: `it answered ${status} with more than 6 MB; expected a few words of JSON, or nothing`,
        };
    }
    return (0,hook_answer/* readAnswer */.JN)(body, clean) ?? { kind: 'passed', says: '' };
}
/** @param signature empty: nothing is signed */
function post(address, body, signature, signal) {
    const send = address.protocol === 'https:' ? external_node_https_.request : external_node_http_.request;
    const headers = {
        'content-type': 'application/json',
        'content-length': Buffer.byteLength(body),
        'user-agent': 'canary-action/1',
        ...(signature !== '' && { [SIGNATURE_HEADER]: signature }),
    };
    return new Promise((resolve, reject) => {
        const request = send(address, { method: 'POST', headers, signal, agent: false });
        request.on('error', reject);
        request.on('response', (response) => {
            const { statusCode: status = 0, headers: answered } = response;
            const chunks = [];
            let length = 0;
            const reply = (text) => resolve({ status, location: answered.location ?? '', body: text });
            response.on('data', (chunk) => {
                length += chunk.length;
                if (length <= hook_answer/* ANSWER_LIMIT_BYTES */.HM)
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


/***/ }),

/***/ 6058:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bf: () => (/* binding */ codeDeployAdvice),
/* harmony export */   HM: () => (/* binding */ ANSWER_LIMIT_BYTES),
/* harmony export */   JN: () => (/* binding */ readAnswer),
/* harmony export */   f1: () => (/* binding */ readFailure),
/* harmony export */   s4: () => (/* binding */ shortly)
/* harmony export */ });
// What a hook's answer means. Foreign text: its message is shown on one line, and not all of it.
/** Bytes: no more is read of an answer. Lambda answers with 6 MB at most. */
const ANSWER_LIMIT_BYTES = 6 * 1024 * 1024;
const SHOWN = 400;
/** Text of others in a sentence. */
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
 * The verdict in the body of an answer that was itself a success: `{"status": "Failed"}` fails, as
 * CodeDeploy spells it, and any other JSON passes. Of JSON only the message is shown.
 *
 * @returns `undefined` when it is no JSON
 */
function readAnswer(body, clean = AS_IT_IS) {
    const value = parse(body);
    if (!value)
        return undefined;
    const { json } = value;
    if (typeof json !== 'object' || json === null)
        return { kind: 'passed', says: '' };
    const { status } = json;
    const failed = typeof status === 'string' && status.toLowerCase() === 'failed';
    const says = messageIn(json, ['message'], clean);
    if (!failed)
        return { kind: 'passed', says };
    return { kind: 'failed', says: says || 'it answered {"status":"Failed"} and no message' };
}
/** What an answer that was no success says: its message where it is JSON, else its text. */
function readFailure(body, clean = AS_IT_IS) {
    const value = parse(body);
    if (!value)
        return shortly(clean(body));
    const { json } = value;
    if (typeof json === 'string')
        return shortly(clean(json));
    if (typeof json !== 'object' || json === null)
        return '';
    return messageIn(json, ['message', 'Message', 'error'], clean);
}
/** The first of these fields that is a text; nothing else of an answer is shown. */
function messageIn(json, fields, clean) {
    const texts = fields.map((field) => json[field]);
    const message = texts.find((text) => typeof text === 'string');
    return message === undefined ? '' : shortly(clean(message));
}
function parse(body) {
    if (body.trim() === '')
        return { json: null };
    try {
        return { json: JSON.parse(body) };
    }
    catch {
        return undefined;
    }
}
/** What AWS's own samples of CodeDeploy hooks call, throw and log when nobody knows the deployment. */
const CODEDEPLOY = /codedeploy|PutLifecycleEventHookExecutionStatus|LifecycleEventHookExecutionId|Validation test failed/i;
/** The way out for a hook that wants to report to CodeDeploy; empty when it does not. */
function codeDeployAdvice(...texts) {
    return texts.some((text) => CODEDEPLOY.test(text)) ? ADVICE : '';
}
const ADVICE = 'This hook was written for CodeDeploy, to which it reports; here nobody waits for that report. ' +
    'Three lines change, and it serves both: ' +
    "(1) const status = ok ? 'Succeeded' : 'Failed'; " +
    '(2) if (!event.rollout) await codedeploy.putLifecycleEventHookExecutionStatus({ …, status }); ' +
    '(3) return { status };';


/***/ })

};
