export const id = 6773;
export const ids = [6773,8996,8008,1437,9154];
export const modules = {

/***/ 51437:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  oC: () => (/* binding */ LimitError),
  Pp: () => (/* binding */ describeAwsError),
  w7: () => (/* binding */ isAccessDenied),
  A5: () => (/* binding */ isBusy),
  mw: () => (/* binding */ isDenialByIam),
  GZ: () => (/* binding */ isDenied),
  If: () => (/* binding */ isInvalid),
  mL: () => (/* binding */ isLimitReached),
  c4: () => (/* binding */ isNotFound),
  H0: () => (/* binding */ isRefused),
  zc: () => (/* binding */ isRefusedForContent),
  LC: () => (/* binding */ isThereAlready),
  B5: () => (/* binding */ isThrottled),
  ir: () => (/* binding */ isUnknownOperation),
  YG: () => (/* binding */ summaryOf)
});

// EXTERNAL MODULE: ./build/base/errors.js + 1 modules
var errors = __webpack_require__(76031);
// EXTERNAL MODULE: ./build/base/without-secrets.js
var without_secrets = __webpack_require__(68008);
// EXTERNAL MODULE: ./build/aws/credential-errors.js
var credential_errors = __webpack_require__(76569);
;// CONCATENATED MODULE: ./build/aws/unreachable.js
// Whether a call failed on its way to AWS, and what to do about it.

/** Errors of Node's for a certificate that is not trusted, has expired, or belongs to another host. */
const CERTIFICATE = /^(ERR_TLS_CERT|SELF_SIGNED_|DEPTH_ZERO_SELF_SIGNED|UNABLE_TO_(VERIFY|GET_ISSUER)|CERT_)/;
const NETWORK = /^(E(CONN\w+|PIPE|TIMEDOUT|HOSTUNREACH|HOSTDOWN|NETUNREACH|NETDOWN|NOTFOUND|AI_\w+|ADDRNOTAVAIL|PROTO)|ERR_(TLS|SSL)_\w+|ERR_SSL\w*|HPE_\w+)$/;
/** @returns why AWS could not be reached; `undefined`: it could, or the error says nothing of it */
function whyUnreachable(error) {
    const first = firstOf(error);
    const code = codeOf(first);
    if (CERTIFICATE.test(code)) {
        return `${(0,errors/* messageOf */.bD)(first)}; if a proxy in between has a certificate of its own, name its authority in AWS_CA_BUNDLE or NODE_EXTRA_CA_CERTS`;
    }
    const name = (0,errors/* errorName */.Is)(first);
    const failed = name === 'TimeoutError' || name === 'ProxyError' || NETWORK.test(code);
    return failed ? (0,errors/* messageOf */.bD)(first) : undefined;
}
function codeOf(error) {
    const code = error?.code;
    return typeof code === 'string' ? code : '';
}
/** Where several addresses of one host were tried, Node's error has no message, and one error for each. */
function firstOf(error) {
    const { errors } = (error ?? {});
    return Array.isArray(errors) && errors.length > 0 ? errors[0] : error;
}

;// CONCATENATED MODULE: ./build/aws/aws-errors.js
// Describes AWS errors: what happened, the current state, and what to do.




function isNotFound(error) {
    return /NotFound/.test((0,errors/* errorName */.Is)(error));
}
function isAccessDenied(error) {
    return (/^(AccessDenied|AccessDeniedException|UnauthorizedOperation|ForbiddenException)$/.test((0,errors/* errorName */.Is)(error)) ||
        (error?.$metadata?.httpStatusCode === 403 &&
            /not authorized/.test((0,errors/* messageOf */.bD)(error))));
}
/** AWS throttled the call, and continued to do so through all of the SDK's retries. */
function isThrottled(error) {
    if (/TooManyRequests|Throttl/.test((0,errors/* errorName */.Is)(error)))
        return true;
    return error instanceof errors/* KnownError */.E && isThrottled(error.cause);
}
/** IAM's own denial of this action. A service may also deny what a permitted request contains. */
function isDenialByIam(error, action) {
    return DENIAL.exec((0,errors/* messageOf */.bD)(error))?.[1] === action;
}
/** AWS has permitted the call, and then refused what it contains. */
function isRefusedForContent(error) {
    const status = error?.$metadata?.httpStatusCode ?? 0;
    const about = status >= 400 && status < 500 && ![401, 403, 408, 429].includes(status);
    return about && !isAccessDenied(error) && !isThrottled(error) && !(0,credential_errors/* isBadCredentials */.ww)(error);
}
/**
 * Lambda's answer in a Region that does not have the operation
 * (hashicorp/terraform-provider-aws#27986, aws-controllers-k8s/community#2971).
 */
function isUnknownOperation(error) {
    return (isAccessDenied(error) && /^Unable to determine service\/operation name/.test((0,errors/* messageOf */.bD)(error)));
}
/**
 * Lambda refuses a write while another change of the function is in progress (Lambda developer guide, "Lambda
 * function states"). The same error name also means that something exists already.
 */
function isBusy(error) {
    return ((0,errors/* errorName */.Is)(error) === 'ResourceConflictException' &&
        /update is in progress|in the following state: Pending/i.test((0,errors/* messageOf */.bD)(error)));
}
/** Lambda refuses to create what exists. */
function isThereAlready(error) {
    return (0,errors/* errorName */.Is)(error) === 'ResourceConflictException' && !isBusy(error);
}
/** API Gateway's limit on the number of resources, which no retry changes (`stopAtLimits`). */
class LimitError extends Error {
    $metadata;
    constructor(cause) {
        super((0,errors/* messageOf */.bD)(cause), { cause });
        this.name = 'LimitExceeded';
        const requestId = cause?.$metadata?.requestId;
        this.$metadata = requestId === undefined ? {} : { requestId };
    }
}
/** API Gateway also uses this name for throttling. */
function isLimitReached(error) {
    return ((0,errors/* errorName */.Is)(error) === 'LimitExceededException' &&
        !/too many requests|rate exceeded|throttl/i.test((0,errors/* messageOf */.bD)(error)));
}
/** IAM's denial names the action and the resource; this bounded expression extracts them. */
const DENIAL = /is not authorized to perform: ([\w:*-]{1,128})(?: on resource: ([^\s"]{1,512}))?/;
/**
 * Describes a failed call in one sentence.
 *
 * @param hides text that AWS may have echoed and that must not be shown
 */
function describeAwsError(error, doing, permission, hides = []) {
    if (isAccessDenied(error)) {
        const [, action = permission.action, resource = permission.resource] = DENIAL.exec((0,errors/* messageOf */.bD)(error)) ?? [];
        return `${doing}: AWS denies ${action} on ${resource}; the role of this job needs that permission`;
    }
    if ((0,credential_errors/* hasNoCredentials */.wg)(error)) {
        return `${doing}: this job has no AWS credentials (${summaryOf(error)}): use aws-actions/configure-aws-credentials before this step, or set role-to-assume; jobs for pull requests from forks and Dependabot get none`;
    }
    if ((0,credential_errors/* isBadCredentials */.ww)(error)) {
        return `${doing}: AWS rejected the credentials of this job (${summaryOf(error)}); they may have expired, see role-duration-seconds of aws-actions/configure-aws-credentials`;
    }
    const unreachable = whyUnreachable(error);
    if (unreachable !== undefined) {
        return `${doing}: AWS could not be reached (${shortened((0,without_secrets/* withoutSecrets */.cT)(unreachable, hides))})`;
    }
    // The action's own sentence, such as why there is no session.
    if (error instanceof errors/* KnownError */.E)
        return `${doing}: ${error.message}`;
    return `${doing}: ${(0,errors/* errorName */.Is)(error) || 'error'}: ${summaryOf(error, hides)}`;
}
const LONGEST = 300;
/**
 * The error message as one short line, and the request ID for AWS support. The SDK copies any response into
 * the error: a proxy's HTML page, or a list of every violated rule.
 */
function summaryOf(error, hides = []) {
    const { httpStatusCode: status, requestId } = error?.$metadata ?? {};
    const text = isUnparsedResponse(error)
        ? `a response that is not from AWS${status === undefined ? '' : ` (HTTP ${status})`}; is there a proxy in between?`
        : shortened((0,without_secrets/* withoutSecrets */.cT)((0,errors/* messageOf */.bD)(error), hides));
    return requestId === undefined ? text : `${text} (request ${shortened(requestId, 64)})`;
}
/** The SDK could not parse the response, or it is a page for a browser. */
function isUnparsedResponse(error) {
    return (/Deserialization error|is not valid JSON/.test((0,errors/* messageOf */.bD)(error)) ||
        /^\s*<(!doctype|html|head|body|\?xml)\b/i.test((0,errors/* messageOf */.bD)(error)));
}
/** Shortened at a word boundary. */
function shortened(text, longest = LONGEST) {
    const line = text.replace(/\s+/g, ' ').trim();
    if (line.length <= longest)
        return line;
    const cut = line.slice(0, longest);
    return `${cut.slice(0, cut.lastIndexOf(' ') > longest / 2 ? cut.lastIndexOf(' ') : longest)} …`;
}
/** AWS denies this job the permission for the call. */
function isDenied(error) {
    return isAccessDenied((0,errors/* rootOf */.I5)(error));
}
/** AWS rejects the call as it is, for this job or for everyone: a retry alone does not help. */
function isRefused(error) {
    const root = (0,errors/* rootOf */.I5)(error);
    return isDenied(root) || (0,credential_errors/* isBadCredentials */.ww)(root) || isNotFound(root) || isInvalid(root);
}
function isInvalid(error) {
    return /^(BadRequestException|InvalidParameterValueException|ValidationException|ValidationError)$/.test((0,errors/* errorName */.Is)(error));
}


/***/ }),

/***/ 76569:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   hy: () => (/* binding */ isSessionOver),
/* harmony export */   wg: () => (/* binding */ hasNoCredentials),
/* harmony export */   ww: () => (/* binding */ isBadCredentials),
/* harmony export */   xK: () => (/* binding */ isRevoked)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76031);
// What AWS and its SDK say about the credentials of a call.

/** The SDK found none in the environment, in files, or on the machine. */
function hasNoCredentials(error) {
    return (0,_base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .errorName */ .Is)(error) === 'CredentialsProviderError';
}
/**
 * AWS no longer accepts the session or key of the call. Its services use different names for it, and Lambda uses
 * others than API Gateway.
 */
const ENDED = /^(ExpiredToken|InvalidToken|InvalidClientTokenId|UnrecognizedClient|InvalidAccessKeyId|TokenRefreshRequired|AuthFailure|RequestExpired)(Exception)?$/;
/**
 * "Revoke active sessions" denies everything to the role's sessions so far, so that AWS does not call them expired
 * (IAM user guide, "Revoke IAM role temporary security credentials").
 */
const REVOKED = /explicit deny in an identity-based policy/;
/** A new session of the same role may be accepted. */
function isSessionOver(error) {
    return ENDED.test((0,_base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .errorName */ .Is)(error)) || isRevoked(error);
}
/** A denial that may be about this session alone, or about the role. */
function isRevoked(error) {
    return REVOKED.test((0,_base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(error));
}
/** The job's session or key has expired or was never valid, or the job has none. */
function isBadCredentials(error) {
    const name = (0,_base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .errorName */ .Is)(error);
    return ENDED.test(name) || name === 'InvalidSignatureException' || hasNoCredentials(error);
}


/***/ }),

/***/ 86773:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   openRoleSession: () => (/* binding */ openRoleSession)
/* harmony export */ });
/* harmony import */ var _aws_sdk_credential_provider_web_identity__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(29956);
/* harmony import */ var _base_duration_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(15902);
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76031);
/* harmony import */ var _base_partitions_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(23601);
/* harmony import */ var _aws_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(51437);
/* harmony import */ var _sdk_settings_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(88996);
// An AWS session of the job's own, obtained with an OIDC token of the CI. It is renewed before it expires, so a
// rollout may last longer than any session, and a rollback never fails because of an expired session.






/** A session with less time left than this is renewed. */
const RENEW_SECONDS = 600;
/** With less time left than this, an old session is no longer used. */
const LEAST_SECONDS = 15;
/** A failed renewal is tried again after this time, as long as the old session is good. */
const RETRY_MS = 60_000;
/** While the old session is good, no call waits longer than this for a new one. */
const PATIENCE_MS = 10_000;
/** Refused twice in this time, it is not the session that AWS refuses. */
const REPLACED_MS = 60_000;
/** All clients share one session. Rejects with a `KnownError` if no session can be obtained. */
function openRoleSession(parts) {
    let current;
    let minting;
    let refused;
    let replacedAt = Number.NEGATIVE_INFINITY;
    let retryAt = 0;
    const announce = createAnnouncer(parts.log);
    const isUsable = () => current !== undefined && refused !== 'ended' && secondsLeft(current) > LEAST_SECONDS;
    const isDue = () => !current || refused || (secondsLeft(current) <= RENEW_SECONDS && Date.now() >= retryAt);
    const renew = async () => {
        current = await mint(parts);
        refused = undefined;
        announce.renewed();
        return current;
    };
    const provide = async () => {
        if (current && isUsable() && !isDue())
            return current;
        minting ??= renew().finally(() => {
            minting = undefined;
        });
        if (!current || !isUsable())
            return await minting;
        const old = current;
        try {
            return await within(PATIENCE_MS, minting);
        }
        catch (error) {
            retryAt = Date.now() + RETRY_MS;
            refused = undefined;
            announce.failed(old, (0,_base_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .known */ .eO)(error));
            return old;
        }
    };
    const replace = ({ accessKeyId }, how) => {
        if (current?.accessKeyId !== accessKeyId)
            return true;
        if (Date.now() - replacedAt < REPLACED_MS)
            return false;
        replacedAt = Date.now();
        refused = how;
        if (how === 'ended') {
            parts.log.warning('AWS ended the session of this job before its time; a new one is opened.');
        }
        return true;
    };
    return Object.assign(provide, { memoized: true, replace });
}
/** The same promise, or a `KnownError` after that time. */
async function within(ms, work) {
    let timer;
    const late = new Promise((_, reject) => {
        const error = new _base_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .KnownError */ .E(`there was no answer within ${ms / 1000} s`);
        timer = setTimeout(() => reject(error), ms);
    });
    // It may fail after the time: the next call sees that.
    work.catch(() => undefined);
    return await Promise.race([work, late]).finally(() => clearTimeout(timer));
}
/** Says that the session is not renewed while there is time to act: one annotation, then lines. */
function createAnnouncer(log) {
    let said = false;
    return {
        failed: (session, { message }) => {
            const left = (0,_base_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a)(Math.round(secondsLeft(session)));
            const until = session.expiration?.toISOString().slice(11, 16);
            const text = `The AWS session of this job ends in ${left} (${until} UTC), and it could not be renewed: ${message}. The next attempt follows in a minute; without a new session, this job can neither go on nor roll back after that.`;
            if (said)
                log.line(text);
            else
                log.warning(text);
            said = true;
        },
        renewed: () => {
            if (said)
                log.line('The AWS session of this job was renewed.');
            said = false;
        },
    };
}
function secondsLeft({ expiration }) {
    return expiration ? (expiration.getTime() - Date.now()) / 1000 : 0;
}
async function mint(parts) {
    const { role, name, region, mask, provider } = parts;
    const webIdentityToken = await ask(parts, audienceIn(region));
    const assume = (0,_aws_sdk_credential_provider_web_identity__WEBPACK_IMPORTED_MODULE_5__.fromWebToken)({
        roleArn: role.arn,
        roleSessionName: name,
        durationSeconds: role.seconds,
        webIdentityToken,
        parentClientConfig: { region, requestHandler: (0,_sdk_settings_js__WEBPACK_IMPORTED_MODULE_4__.createPromptTransport)(process.env) },
    });
    let session;
    try {
        session = await assume();
    }
    catch (error) {
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .KnownError */ .E(`role-to-assume: AWS does not let this job assume ${role.arn} (${(0,_aws_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .summaryOf */ .YG)(error)}); its trust policy must allow ${provider.trusted}, and sessions of ${role.seconds} s`, { cause: error });
    }
    for (const secret of [session.secretAccessKey, session.sessionToken]) {
        if (secret !== undefined)
            mask(secret);
    }
    return session;
}
/** The audience that GitHub's guide has people trust in their role: only China has one of its own. */
function audienceIn(region) {
    return (0,_base_partitions_js__WEBPACK_IMPORTED_MODULE_2__/* .partitionOf */ .iQ)(region).id === 'aws-cn' ? 'sts.amazonaws.com.cn' : 'sts.amazonaws.com';
}
async function ask({ idToken, provider: { failed, expected } }, audience) {
    try {
        return await idToken(audience);
    }
    catch (error) {
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .KnownError */ .E(`role-to-assume: ${failed} (${(0,_base_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .messageOf */ .bD)(error)}); expected ${expected}`, {
            cause: error,
        });
    }
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
