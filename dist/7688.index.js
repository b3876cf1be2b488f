export const id = 7688;
export const ids = [7688,1437];
export const modules = {

/***/ 828:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $t: () => (/* binding */ placeOf),
/* harmony export */   J6: () => (/* binding */ hookArn),
/* harmony export */   Um: () => (/* binding */ qualifierOf),
/* harmony export */   XP: () => (/* binding */ accountOf),
/* harmony export */   eh: () => (/* binding */ versionArn),
/* harmony export */   k2: () => (/* binding */ functionArnPattern)
/* harmony export */ });
/* harmony import */ var _base_partitions_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(23601);
// Names of AWS resources, for permissions and links.

function placeOf(region) {
    return { region, partition: (0,_base_partitions_js__WEBPACK_IMPORTED_MODULE_0__/* .partitionOf */ .iQ)(region).id };
}
/** For messages and policies. An unknown account matches any account. */
function functionArnPattern(place, name, account = '*') {
    return `arn:${place.partition}:lambda:${place.region}:${account}:function:${name}`;
}
/** The account in an ARN; empty if the ARN has none. */
function accountOf(arn) {
    return arn.split(':')[4] ?? '';
}
/** The version or alias at the end of a function's ARN; empty if there is none. */
function qualifierOf(functionArn) {
    return functionArn.split(':')[7] ?? '';
}
/** A hook is configured as an ARN or as the name of a function. */
function hookArn(place, functionName, qualifier, account) {
    const arn = functionName.startsWith('arn:')
        ? functionName
        : functionArnPattern(place, functionName, account);
    return qualifier === undefined ? arn : `${arn}:${qualifier}`;
}
function versionArn(place, account, name, version) {
    return `arn:${place.partition}:lambda:${place.region}:${account}:function:${name}:${version}`;
}


/***/ }),

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

/***/ 53242:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   KL: () => (/* binding */ turnPages),
/* harmony export */   kg: () => (/* binding */ gather),
/* harmony export */   yw: () => (/* binding */ readAll)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76031);
/* harmony import */ var _call_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(13280);
// Responses in pages, each with a token for the next page.


/**
 * Follows the tokens of one paginated response. Throws on a repeated token, which would loop forever.
 *
 * @param doing for the error message: `reading the alarms`
 * @returns the token to request the next page with; `undefined`: that was the last page
 */
function turnPages(doing) {
    const turned = new Set();
    return (token) => {
        if (!token)
            return undefined;
        // A token that is not a string would not be recognized when it repeats.
        if (typeof token !== 'string' || turned.has(token)) {
            throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .KnownError */ .E(`${doing}: the pages of the AWS response never end`);
        }
        turned.add(token);
        return token;
    };
}
/** All pages of an SDK paginator. */
async function gather(pages) {
    const all = [];
    for await (const page of pages)
        all.push(page);
    return all;
}
/** The items of all pages of API Gateway, which are numbered by `position`. */
async function readAll(words, send) {
    const found = [];
    const turn = turnPages(words.doing);
    let position;
    do {
        const from = position === undefined ? {} : { position };
        const page = await (0,_call_js__WEBPACK_IMPORTED_MODULE_1__/* .call */ .T1)(words, () => send(from));
        found.push(...(page.items ?? []));
        position = turn(page.position);
    } while (position);
    return found;
}


/***/ }),

/***/ 37886:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ lossText),
/* harmony export */   k: () => (/* binding */ whyNotOwned)
/* harmony export */ });
/* harmony import */ var _rollout_record_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(31222);
/* harmony import */ var _rollout_release_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(82787);
// Explains to the user why a run cannot continue with the stored state.


/** @param words the target, for use in a sentence */
function whyNotOwned(words, stored, linkTo) {
    switch (stored.kind) {
        case 'takes-part':
            return `${describeParticipant(stored, linkTo)}. If its state cannot be read, a run for "${stored.rememberedBy}" alone says how to remove it`;
        case 'another':
            return describeAnother(stored, linkTo);
        case 'beyond':
            return `the rollout of ${linkTo(stored.id)} is unfinished, and ${stored.why}`;
        case 'unproven':
            return `${words} has stored state of the rollout ${linkTo(stored.id)}, but AWS does not confirm it: ${stored.why}. To keep what is served now, remove its tags ${_rollout_record_js__WEBPACK_IMPORTED_MODULE_0__/* .TAG_PREFIX */ .C_}*; to roll back, name the version or the deployment with command: rollback and rollback-to`;
        case 'unreadable':
            return `${words} has stored state that cannot be read (${stored.why}). Check what is served, then remove its tags ${_rollout_record_js__WEBPACK_IMPORTED_MODULE_0__/* .TAG_PREFIX */ .C_}*`;
    }
}
/** Which other release is in progress, and what to do. */
function describeAnother({ of, id }, linkTo) {
    return `${sayReleased(of, linkTo(id))}. A function can be in only one release at a time: wait until that release ends, or end it with command: promote or rollback for ${of}`;
}
/** What happened to a rollout that this run owned, or wanted to own. */
function lossText(loss, linkTo) {
    if (loss.kind === 'state-lost')
        return loss.why ?? 'the tags that store its state are gone';
    const { owner } = loss;
    switch (owner.kind) {
        case 'run':
            return describeTakenOver(owner.id, owner.before, linkTo);
        case 'release':
            return sayReleased(owner.of, linkTo(owner.id));
        case 'takes-part':
            return describeParticipant(owner, linkTo);
    }
}
/** @param of what the release moves */
function sayReleased(of, link) {
    return `${of} is being released by ${link}`;
}
/** @param own the ID of the rollout that was taken over */
function describeTakenOver(by, own, linkTo) {
    return (0,_rollout_release_js__WEBPACK_IMPORTED_MODULE_1__/* .areSiblings */ .e9)(by, own)
        ? `the release was taken over by ${linkTo(by)}`
        : `another run has taken over: ${linkTo(by)}`;
}
/** Which rollout a function is part of, and what to do. */
function describeParticipant({ functionName, rememberedBy, id }, linkTo) {
    const whose = id ? ` of ${linkTo(id)}` : '';
    return `"${functionName}" is part of the rollout${whose}, whose state is stored on the function "${rememberedBy}". Wait until that rollout ends, or release the same functions together again`;
}


/***/ }),

/***/ 84313:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Jr: () => (/* binding */ failing),
/* harmony export */   dN: () => (/* binding */ externalState),
/* harmony export */   ov: () => (/* binding */ errorCause)
/* harmony export */ });
/* harmony import */ var _analysis_finding_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(33034);
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76031);
// Why a rollout ended or is held, as data for decisions, files and workflows. Only report/ turns causes into
// text.


/** @param evidence the failing evidence; empty if a hook failed and its message is unknown */
function failing(evidence) {
    const [first] = [...evidence.filter(_analysis_finding_js__WEBPACK_IMPORTED_MODULE_0__/* .isFinding */ .qd), ...evidence];
    return { kind: first?.source.kind ?? 'hook', evidence };
}
/** A known error comes from AWS: a failed call, or a change that AWS does not show. Any other is a bug in this action. */
function errorCause(error) {
    const message = (0,_base_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .messageOf */ .bD)(error);
    if (!(error instanceof _base_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .KnownError */ .E))
        return { kind: 'internal-error', message };
    const root = (0,_base_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .rootOf */ .I5)(error);
    const code = root instanceof _base_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .KnownError */ .E ? '' : (0,_base_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .errorName */ .Is)(root);
    return { kind: 'aws-error', message, ...(code !== '' && { code }) };
}
/** A state that AWS shows, and that neither the version before nor this rollout explains. */
function externalState(what) {
    return { kind: 'external-change', change: { kind: 'state', what } };
}


/***/ }),

/***/ 34781:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z0: () => (/* binding */ formatPhase),
/* harmony export */   qd: () => (/* binding */ isSamePhase),
/* harmony export */   xl: () => (/* binding */ parsePhase)
/* harmony export */ });
// How far a rollout is, in a short form that is readable in the AWS console.
/** Whether both phases are the same part of the plan. */
function isSamePhase(a, b) {
    if (a?.kind !== b.kind)
        return false;
    return a.kind !== 'step' || b.kind !== 'step' || a.index === b.index;
}
/**
 * `preparing`, `step/0/1764000000`, `step/0/1764000000/reached`, `baking/1764000600`, `baking/1764000600/asked`,
 * `baking/1764000600/asked/reached`; times in seconds since the epoch.
 */
function formatPhase(phase) {
    switch (phase.kind) {
        case 'preparing':
            return 'preparing';
        case 'step':
            return `step/${phase.index}/${phase.since}${phase.reached ? '/reached' : ''}`;
        case 'baking':
            return `baking/${phase.since}${phase.asked ? '/asked' : ''}${phase.reached ? '/reached' : ''}`;
    }
}
/** Parses a phase of this form; `undefined` if the text has another form. */
function parsePhase(text) {
    if (text === 'preparing')
        return { kind: 'preparing' };
    const [, index, since, bakingSince, asked, reached] = /^(?:step\/(\d{1,4})\/(\d{1,11})|baking\/(\d{1,11})(\/asked)?)(\/reached)?$/.exec(text) ?? [];
    const mark = reached === undefined ? {} : { reached: true };
    if (bakingSince !== undefined) {
        const baking = { kind: 'baking', since: Number(bakingSince), ...mark };
        return asked === undefined ? baking : { ...baking, asked: true };
    }
    if (index === undefined || since === undefined)
        return undefined;
    return { kind: 'step', index: Number(index), since: Number(since), ...mark };
}


/***/ }),

/***/ 41125:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N9: () => (/* binding */ sealText),
/* harmony export */   _A: () => (/* binding */ unsealText),
/* harmony export */   cM: () => (/* binding */ checksum)
/* harmony export */ });
/* harmony import */ var _base_foreign_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(56218);
// The encoding of text in tags: base64url, because tags allow few characters, with a checksum in front,
// because an edited or mixed-up tag must not count as a record.

/** Any text, in letters that AWS takes in the value of a tag. */
function sealText(text) {
    return seal(toBase64Url(text));
}
/** The text again. Throws a `RangeError` when the checksum is not that of the text. */
function unsealText(sealed) {
    const text = unseal(sealed);
    return text === undefined ? undefined : fromBase64Url(text);
}
const SEAL_LENGTH = 8;
function seal(text) {
    return checksum(text) + text;
}
function unseal(sealed) {
    const text = sealed.slice(SEAL_LENGTH);
    return sealed === seal(text) ? text : undefined;
}
/** FNV-1a in hexadecimal: changing any one character changes it. */
function checksum(text) {
    let hash = 0x811c9dc5;
    for (let i = 0; i < text.length; i++)
        hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
    return (hash >>> 0).toString(16).padStart(SEAL_LENGTH, '0');
}
function toBase64Url(text) {
    const binary = Array.from(new TextEncoder().encode(text), (byte) => String.fromCharCode(byte));
    return btoa(binary.join(''))
        .replace(/\+/g, '-')
        .replace(/\//g, '_')
        .replace(/={1,2}$/, '');
}
function fromBase64Url(text) {
    const binary = (0,_base_foreign_text_js__WEBPACK_IMPORTED_MODULE_0__/* .binaryIn */ .Tc)(text.replace(/-/g, '+').replace(/_/g, '/'));
    if (binary === undefined)
        return undefined;
    return new TextDecoder().decode(Uint8Array.from(binary, (char) => char.charCodeAt(0)));
}


/***/ }),

/***/ 31222:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  sJ: () => (/* binding */ MAX_CHUNKS),
  NN: () => (/* binding */ PAUSED),
  C_: () => (/* binding */ TAG_PREFIX),
  Dq: () => (/* binding */ canaryTag),
  _K: () => (/* binding */ isRecordTag),
  xS: () => (/* binding */ lastOutcomeTag),
  Vn: () => (/* binding */ ourTagKeys),
  bf: () => (/* binding */ ownerOf),
  qE: () => (/* binding */ ownerTag),
  ry: () => (/* binding */ pauseTag),
  $f: () => (/* binding */ phaseTags),
  ZX: () => (/* binding */ readStoredState),
  h0: () => (/* binding */ recordTags),
  x9: () => (/* binding */ tagKeysToClear)
});

// EXTERNAL MODULE: ./build/base/errors.js + 1 modules
var errors = __webpack_require__(76031);
// EXTERNAL MODULE: ./build/base/foreign-text.js
var foreign_text = __webpack_require__(56218);
// EXTERNAL MODULE: ./build/base/quote.js
var quote = __webpack_require__(73636);
// EXTERNAL MODULE: ./build/rollout/release.js
var release = __webpack_require__(82787);
;// CONCATENATED MODULE: ./build/rollout/last-outcome.js
// How a rollout that was split across runs ended. Its tags are gone by then, and the next run (a late
// approval, another scheduled run) must be able to report the outcome.

/**
 * Formats for a tag:
 * `rolled-back/1764000000/octo-org/orders/actions/runs/7/attempts/1.0123456789ab/of/89abcdef`.
 */
function formatLastOutcome({ ended, at, by, of }) {
    const word = `${ended}/${Math.floor(at)}/${(0,release/* rolloutKey */.nL)(by)}`;
    return of === undefined ? word : `${word}/of/${of}`;
}
/** Parses a text of this form; `undefined` if it has another form. */
function parseLastOutcome(text) {
    const [, ended, at, rest = ''] = /^(promoted|rolled-back)\/(\d{1,11})\/(.+)$/.exec(text) ?? [];
    const [, id = rest, of] = /^(.+)\/of\/([0-9a-f]{8})$/.exec(rest) ?? [];
    const by = (0,release/* parseRolloutId */.AR)(id);
    if (!by || (ended !== 'promoted' && ended !== 'rolled-back'))
        return undefined;
    return { ended, at: Number(at), by, ...(of !== undefined && { of }) };
}

;// CONCATENATED MODULE: ./build/rollout/pause-tag.js
// A paused rollout. It is still judged, and rolled back if the new version is worse, but goes no further until
// it is resumed.

/** `1764000000/octo-org/orders/actions/runs/7/attempts/1.0123456789ab`. */
function formatPause({ since, by }) {
    return `${Math.floor(since)}/${(0,release/* rolloutKey */.nL)(by)}`;
}
/** Parses a pause of this form; `undefined` if the text has another form. */
function parsePause(text) {
    const [, since, id = ''] = /^(\d{1,11})\/(.+)$/.exec(text) ?? [];
    const by = (0,release/* parseRolloutId */.AR)(id);
    return by && { since: Number(since), by };
}

// EXTERNAL MODULE: ./build/rollout/phase.js
var rollout_phase = __webpack_require__(34781);
// EXTERNAL MODULE: ./build/rollout/shape.js
var shape = __webpack_require__(86711);
;// CONCATENATED MODULE: ./build/rollout/record-shape.js
// Checks the shape of a record at every level. Anyone who may write tags may write a record. So text counts
// as a record only if every part has the type and characters that this action and AWS would write.


/** The name of the first malformed part; `undefined` if it is a valid record. */
function wrongPart(record, codec) {
    if (!(0,shape/* isMembers */.gV)(record))
        return 'record';
    const wrong = Object.entries(checksOf(codec)).find(([name, check]) => !check((0,shape/* own */.ZV)(record, name)));
    return wrong?.[0] ?? wrongTogether(record, codec);
}
/** Before the year 5138, so that every value is a valid date. */
const isTime = (0,shape/* number */.ai)(0, 99_999_999_999);
const isSeconds = (0,shape/* number */.ai)(0, 1e9);
const isPlan = (0,shape/* members */.ol)({
    steps: (0,shape/* list */.p_)((0,shape/* members */.ol)({ weight: (0,shape/* number */.ai)(Number.MIN_VALUE, 100), holdSeconds: isSeconds })),
    advance: (value) => (0,shape/* members */.ol)({ kind: (0,shape/* text */.Qq)(/^time$/), maxSeconds: (0,shape/* optional */.lq)(isSeconds) })(value) ||
        (0,shape/* members */.ol)({ kind: (0,shape/* text */.Qq)(/^evidence$/), minSeconds: isSeconds, maxSeconds: isSeconds })(value),
    bakeSeconds: isSeconds,
    heldBack: (0,shape/* optional */.lq)((value) => value === true),
    readSeconds: (0,shape/* optional */.lq)(isSeconds),
    requests: (0,shape/* optional */.lq)((0,shape/* number */.ai)(1, 1e6)),
});
const checksOf = ({ isName, isVersion }) => ({
    id: (value) => (0,shape/* members */.ol)({
        repository: shape/* isString */.Kg,
        runId: shape/* isString */.Kg,
        attempt: shape/* isString */.Kg,
        job: (0,shape/* optional */.lq)((0,shape/* text */.Qq)(/^[0-9a-f]{12}$/)),
    })(value) && (0,release/* parseRolloutId */.AR)((0,release/* formatRolloutId */.A2)(value)) !== undefined,
    on: (0,shape/* optional */.lq)((0,shape/* text */.Qq)(/^arn:[\w-]+:[a-z0-9-]+:[\w-]+:\d*:[\w:$/-]{1,256}$/)),
    startedAt: isTime,
    plan: isPlan,
    longestAnswerSeconds: isSeconds,
    functions: (0,shape/* list */.p_)((0,shape/* members */.ol)({ name: isName, from: isVersion, to: isVersion })),
    target: shape/* isMembers */.gV,
    pull: (0,shape/* optional */.lq)((0,shape/* number */.ai)(1, Number.MAX_SAFE_INTEGER)),
    preview: (0,shape/* optional */.lq)((0,shape/* number */.ai)(1, Number.MAX_SAFE_INTEGER)),
});
/** Checks whether the parts are consistent with each other. */
function wrongTogether({ functions, target }, codec) {
    const names = functions.map(({ name }) => name);
    if (new Set(names).size < names.length)
        return 'functions';
    return codec.fits(target, names) ? undefined : 'target';
}

// EXTERNAL MODULE: ./build/rollout/record-text.js
var record_text = __webpack_require__(41125);
;// CONCATENATED MODULE: ./build/rollout/record.js
// The stored state of a rollout: what AWS does not store itself, kept in tags. The value of a tag holds 256
// characters of a small alphabet, so the fixed part is JSON in base64url, cut into numbered tags. The parts
// that change have separate tags.










const TAG_PREFIX = 'canary-action:';
const OWNER = `${TAG_PREFIX}rollout`;
const PHASE = `${TAG_PREFIX}phase`;
const CANARY = `${TAG_PREFIX}canary`;
const SHIFTS = `${TAG_PREFIX}shifts`;
/** Set while a rollout is paused. */
const PAUSED = `${TAG_PREFIX}paused`;
/** Kept after a rollout that was split across runs has ended. */
const LAST = `${TAG_PREFIX}last`;
const CHUNK = `${TAG_PREFIX}record.`;
const CHUNK_LENGTH = 256;
/** API Gateway allows 50 tags per stage; a record of this size leaves half of them to the user. */
const MAX_CHUNKS = 22;
/**
 * The tags for a rollout at its start. Throws a `KnownError` if the record does not fit.
 *
 * @param maxChunks may exceed what one resource can hold if the chunks are spread over several
 */
function recordTags(record, phase, maxChunks = MAX_CHUNKS) {
    const text = (0,record_text/* sealText */.N9)(JSON.stringify({ v: 1, ...record }));
    const chunks = text.match(new RegExp(`.{1,${CHUNK_LENGTH}}`, 'g')) ?? [];
    if (chunks.length > maxChunks) {
        throw new errors/* KnownError */.E(`the state of this release needs ${chunks.length} tags, and at most ${maxChunks} are used: release fewer functions or pinned integrations at once, or use stage variables`);
    }
    const numbered = chunks.map((chunk, i) => [`${CHUNK}${i + 1}-${chunks.length}`, chunk]);
    return {
        ...ownerTag(record.id),
        [PHASE]: (0,rollout_phase/* formatPhase */.Z0)(phase),
        ...Object.fromEntries(numbered),
    };
}
/** The tags that a new phase changes. The start time of a step is kept until the rollout ends. */
function phaseTags({ record, stepStartTimes }, phase) {
    const tag = { [PHASE]: (0,rollout_phase/* formatPhase */.Z0)(phase) };
    if (phase.kind !== 'step')
        return tag;
    const begun = [...stepStartTimes.slice(0, phase.index), phase.since];
    return { ...tag, [SHIFTS]: formatShifts(begun, record.startedAt) };
}
/** Seconds since the start of the rollout, in base 36: 50 steps of two weeks fit into one tag. */
function formatShifts(stepStartTimes, startedAt) {
    return stepStartTimes.map((at) => Math.max(0, at - startedAt).toString(36)).join('.');
}
/** @returns `undefined`: it holds something else, or more times than the plan has steps */
function parseShifts(text, { startedAt, plan }) {
    const parts = text === '' ? [] : text.split('.');
    const wellFormed = parts.every((part) => /^[0-9a-z]{1,6}$/.test(part));
    if (!wellFormed || parts.length > plan.steps.length)
        return undefined;
    return parts.map((part) => startedAt + Number.parseInt(part, 36));
}
/** The only tag that a run changes when it takes over a rollout. */
function ownerTag(id) {
    return { [OWNER]: (0,release/* rolloutKey */.nL)(id) };
}
/** The run that owns the rollout, according to the tags. */
function ownerOf(tags) {
    return (0,release/* parseRolloutId */.AR)(tags[OWNER] ?? '');
}
function canaryTag(deploymentId) {
    return { [CANARY]: deploymentId };
}
function pauseTag(pause) {
    return { [PAUSED]: formatPause(pause) };
}
function lastOutcomeTag(last) {
    return { [LAST]: formatLastOutcome(last) };
}
/** Whether a tag holds part of a record. */
function isRecordTag(key) {
    return key.startsWith(CHUNK);
}
/** The keys of this action's tags, to be removed at the end. If there are none, no rollout is open. */
function ourTagKeys(tags) {
    return Object.keys(tags).filter((key) => key.startsWith(TAG_PREFIX) && key !== LAST);
}
/** The same keys, plus the last outcome of the previous rollout, unless this one writes its own. */
function tagKeysToClear(tags, last) {
    const stale = last === undefined && Object.hasOwn(tags, LAST);
    return [...ourTagKeys(tags), ...(stale ? [LAST] : [])];
}
/**
 * Reads the stored state from tags.
 *
 * @param codec of the kind of target that has the tags
 */
function readStoredState(tags, codec) {
    if (ourTagKeys(tags).length === 0) {
        return { kind: 'none', last: parseLastOutcome(tags[LAST] ?? '') };
    }
    const phase = (0,rollout_phase/* parsePhase */.xl)(tags[PHASE] ?? '');
    if (!phase)
        return unreadable(`the tag ${PHASE} is ${(0,quote/* quote */.h)(tags[PHASE] ?? '')}`);
    const texts = joinChunks(tags);
    if (texts.length === 0)
        return unreadable(`some of the tags ${CHUNK}* are missing`);
    const begun = isAlone(tags)
        ? parseRecord(texts.join(''))
        : writtenBy(ownerOf(tags), texts, codec);
    if (begun === undefined)
        return unreadable(`the tags ${CHUNK}* contain no record of this version`);
    if (isOfOtherKind(begun, codec)) {
        return unreadable('its tags belong to a rollout of another kind of target');
    }
    const wrong = wrongPart(begun, codec);
    if (wrong !== undefined) {
        return unreadable(`the tags ${CHUNK}* contain a record whose "${wrong}" is malformed`);
    }
    const malformed = malformedTag(tags, codec);
    if (malformed !== undefined)
        return unreadable(malformed);
    const record = { ...begun, id: ownerOf(tags) ?? begun.id };
    const shifts = tags[SHIFTS] ?? '';
    const stepStartTimes = parseShifts(shifts, record);
    if (!stepStartTimes)
        return unreadable(`the tag ${SHIFTS} is ${(0,quote/* quote */.h)(shifts)}`);
    return {
        kind: 'rollout',
        storedRollout: {
            record,
            phase,
            stepStartTimes,
            canaryDeploymentId: tags[CANARY],
            paused: parsePause(tags[PAUSED] ?? ''),
        },
    };
}
function isOfOtherKind(record, codec) {
    const target = (0,shape/* isMembers */.gV)(record) ? record.target : undefined;
    return (0,shape/* isMembers */.gV)(target) && typeof target.kind === 'string' && target.kind !== codec.kind;
}
/** Checks the tags next to the record whose loss would change decisions; returns what is malformed. */
function malformedTag(tags, { isCanary }) {
    const { [CANARY]: canary, [PAUSED]: paused } = tags;
    if (canary !== undefined && !isCanary(canary))
        return `the tag ${CANARY} is ${(0,quote/* quote */.h)(canary)}`;
    const held = paused === undefined || parsePause(paused) !== undefined;
    return held ? undefined : `the tag ${PAUSED} is ${(0,quote/* quote */.h)(paused)}`;
}
function unreadable(why) {
    return { kind: 'unreadable', why };
}
/** The text of each record whose chunks are complete. */
function joinChunks(tags) {
    return totalsIn(tags).flatMap((total) => {
        const chunks = Array.from({ length: total }, (_, i) => tags[`${CHUNK}${i + 1}-${total}`]);
        return chunks.includes(undefined) ? [] : [chunks.join('')];
    });
}
/** The number of chunks of each record of which the tags hold any part. */
function totalsIn(tags) {
    const keys = Object.keys(tags).filter((key) => key.startsWith(CHUNK));
    const totals = keys.map((key) => Number(key.split('-').at(-1)));
    return [...new Set(totals)].filter((total) => total > 0 && total <= keys.length);
}
/** Whether the tags hold one record and no part of another. */
function isAlone(tags) {
    const keys = Object.keys(tags).filter((key) => key.startsWith(CHUNK));
    return keys.every((key) => key.endsWith(`-${keys.length}`));
}
/**
 * Two runs that begin in the same second both write their record. The run that still owns the rollout a moment
 * later removes what is left of the other record. Until then, the record of the owner counts.
 */
function writtenBy(owner, texts, codec) {
    const [record, another] = texts
        .map(parseRecord)
        .filter((one) => owner !== undefined &&
        wrongPart(one, codec) === undefined &&
        (0,release/* sameRollout */.c5)(one.id, owner));
    return another === undefined ? record : undefined;
}
/** The unchecked value in the text; `undefined` if it is not a record of this version. */
function parseRecord(text) {
    const { v, ...record } = ((0,foreign_text/* parseJson */.qF)((0,record_text/* unsealText */._A)(text) ?? '') ?? {});
    return v === 1 ? record : undefined;
}


/***/ }),

/***/ 20956:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ej: () => (/* binding */ SETTLE_SECONDS),
/* harmony export */   FM: () => (/* binding */ assertFree),
/* harmony export */   GH: () => (/* binding */ takenOver),
/* harmony export */   Hl: () => (/* binding */ isLostToAnother),
/* harmony export */   QS: () => (/* binding */ isOwnedByAnother),
/* harmony export */   SG: () => (/* binding */ assertOwned),
/* harmony export */   fj: () => (/* binding */ ownerId),
/* harmony export */   jI: () => (/* binding */ assertOpen),
/* harmony export */   je: () => (/* binding */ lossOf),
/* harmony export */   rl: () => (/* binding */ causeOf),
/* harmony export */   uj: () => (/* binding */ GONE)
/* harmony export */ });
/* unused harmony export LostError */
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76031);
/* harmony import */ var _report_stored_state_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(37886);
/* harmony import */ var _rollout_cause_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(84313);
/* harmony import */ var _rollout_release_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(82787);
// Checks ownership before each write: the stored rollout is read, and nothing that another run owns is changed.
// Tags have no lock, so the check is made as late as possible and repeated after the write.




/** This run no longer owns what it was about to write. */
class LostError extends _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .MovedError */ .WJ {
    loss;
    constructor(loss) {
        super((0,_report_stored_state_text_js__WEBPACK_IMPORTED_MODULE_1__/* .lossText */ .T)(loss, _rollout_release_js__WEBPACK_IMPORTED_MODULE_3__/* .describeRun */ .vZ));
        this.loss = loss;
    }
}
/** Whether another run is known to own what this run was about to write. */
function isLostToAnother(error) {
    return error instanceof LostError && ownerId(error.loss) !== undefined;
}
/** The new owner; `undefined`: there is none, or it is not known. */
function ownerId(loss) {
    return loss.kind === 'taken-over' ? loss.owner.id : undefined;
}
/** The cause of a failed change. */
function causeOf(error) {
    if (error instanceof LostError)
        return error.loss;
    return error instanceof _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .MovedError */ .WJ ? (0,_rollout_cause_js__WEBPACK_IMPORTED_MODULE_2__/* .externalState */ .dN)(error.message) : (0,_rollout_cause_js__WEBPACK_IMPORTED_MODULE_2__/* .errorCause */ .ov)(error);
}
/** For a rollout that `own` owned or was about to own. */
function takenOver(by, own) {
    return new LostError(ownedBy({ kind: 'run', id: by, before: own }));
}
/** Throws unless a rollout of the functions in the inputs is stored, whichever run owns it. */
function assertOpen(stored) {
    if (stored.kind === 'none')
        throw new LostError(GONE);
    if (stored.kind !== 'rollout')
        throw new LostError(lossTo(stored));
}
/** Throws unless exactly this rollout is stored. */
function assertOwned(stored, id) {
    const loss = lossOf(stored, id);
    if (loss)
        throw new LostError(loss);
}
/** How this rollout was lost; `undefined`: it is still the stored one. */
function lossOf(stored, id) {
    if (stored.kind === 'none')
        return GONE;
    if (stored.kind !== 'rollout')
        return lossTo(stored);
    const { record } = stored.storedRollout;
    return (0,_rollout_release_js__WEBPACK_IMPORTED_MODULE_3__/* .sameRollout */ .c5)(record.id, id)
        ? undefined
        : ownedBy({ kind: 'run', id: record.id, before: id });
}
/**
 * Whether the stored rollout belongs to another run, or is outside the inputs.
 *
 * @param id omitted: a rollout of any run is accepted
 */
function isOwnedByAnother(stored, id) {
    if (stored.kind === 'another')
        return true;
    return stored.kind === 'rollout' && !!id && !(0,_rollout_release_js__WEBPACK_IMPORTED_MODULE_3__/* .sameRollout */ .c5)(stored.storedRollout.record.id, id);
}
/**
 * Throws if a rollout is stored, or if the stored state is unreadable.
 *
 * @param movedBy what a rollout moves, as part of a sentence: `orders:live`
 */
function assertFree(stored, movedBy) {
    if (stored.kind === 'none')
        return;
    if (stored.kind !== 'rollout')
        throw new LostError(lossTo(stored));
    const { record } = stored.storedRollout;
    throw new LostError(ownedBy({ kind: 'release', id: record.id, of: movedBy(record) }));
}
const GONE = { kind: 'state-lost' };
function lossTo(stored) {
    switch (stored.kind) {
        case 'another':
            return ownedBy({ kind: 'release', id: stored.id, of: stored.of });
        case 'takes-part':
            return ownedBy(stored);
        default:
            return { kind: 'state-lost', why: stored.why };
    }
}
function ownedBy(owner) {
    return { kind: 'taken-over', owner };
}
/**
 * How long to wait between writing the owner and reading it back, in seconds. If two runs write it, the last one
 * is the owner, and by then everything that the other had begun to write is visible.
 */
const SETTLE_SECONDS = 2;


/***/ })

};
