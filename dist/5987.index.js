export const id = 5987;
export const ids = [5987,8008,1437,8368];
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

/***/ 68633:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CF: () => (/* binding */ operationsOf),
/* harmony export */   WP: () => (/* binding */ schemasOf),
/* harmony export */   df: () => (/* binding */ clientAt)
/* harmony export */ });
/* harmony import */ var _aws_sdk_client_cloudwatch__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(44085);
/* harmony import */ var _smithy_core_client__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92658);
/* harmony import */ var _smithy_core_endpoints__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(62085);
// What the clients of a few calls have in common (decision 33): each is the client of CloudWatch, with the schemas,
// protocol and address of another service.



/**
 * Schemas as the SDK generates them: a kind, a namespace, a name, traits, and for a structure its members and their
 * types (0: text, 1: number).
 */
function schemasOf(namespace) {
    return {
        shape: (name, members) => [
            ...[3, namespace, name, 0],
            Object.keys(members),
            Object.values(members),
        ],
        list: (name, member) => [
            ...[1, namespace, name, 0],
            () => member,
        ],
    };
}
/** Makes the commands of a service. */
function operationsOf(namespace, service, client) {
    const command = (0,_smithy_core_client__WEBPACK_IMPORTED_MODULE_0__.makeBuilder)({
        UseFIPS: { type: 'builtInParams', name: 'useFipsEndpoint' },
        Endpoint: { type: 'builtInParams', name: 'endpoint' },
        Region: { type: 'builtInParams', name: 'region' },
        UseDualStack: { type: 'builtInParams', name: 'useDualstackEndpoint' },
    }, service, client, _smithy_core_endpoints__WEBPACK_IMPORTED_MODULE_1__.getEndpointPlugin);
    return (name, input, output) => command({}, () => [], name, [9, namespace, name, 0, () => input, () => output]);
}
/** A client whose address is that of CloudWatch with another first name, unless an address is given. */
function clientAt(host, settings) {
    const client = new _aws_sdk_client_cloudwatch__WEBPACK_IMPORTED_MODULE_2__/* .CloudWatchClient */ .WBn(settings);
    const endpointOf = client.config.endpointProvider;
    client.config.endpointProvider = (parameters, context) => {
        const endpoint = endpointOf(parameters, context);
        return parameters.Endpoint ? endpoint : { ...endpoint, url: renamed(endpoint.url, host) };
    };
    return client;
}
function renamed({ protocol, host, pathname }, name) {
    return new URL(`${protocol}//${host.replace(/^monitoring(?=[.-])/, name)}${pathname}`);
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

/***/ 21112:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  lookUpNames: () => (/* binding */ lookUpNames)
});

// EXTERNAL MODULE: ./build/aws/clients.js + 1 modules
var clients = __webpack_require__(81111);
// EXTERNAL MODULE: ./build/base/errors.js + 1 modules
var errors = __webpack_require__(76031);
// EXTERNAL MODULE: ./build/aws/aws-errors.js + 1 modules
var aws_errors = __webpack_require__(51437);
// EXTERNAL MODULE: ./build/aws/call.js
var call = __webpack_require__(13280);
// EXTERNAL MODULE: ./build/aws/pages.js
var pages = __webpack_require__(53242);
// EXTERNAL MODULE: ./node_modules/@aws-sdk/core/dist-cjs/submodules/protocols/index.js
var protocols = __webpack_require__(37288);
// EXTERNAL MODULE: ./build/aws/small-client.js
var small_client = __webpack_require__(68633);
;// CONCATENATED MODULE: ./build/aws/stacks-client.js
// The client of CloudFormation, for the two calls that are needed. Like that of CloudWatch Logs, it is the client of
// CloudWatch with another name, protocol and address (decision 33): the package of CloudFormation has the schemas of
// all of its operations.


const NAMESPACE = 'com.amazonaws.cloudformation';
const VERSION = '2010-05-15';
const { shape, list } = (0,small_client/* schemasOf */.WP)(NAMESPACE);
const OUTPUT = shape('Output', { OutputKey: 0, OutputValue: 0 });
const STACK = shape('Stack', {
    ...{ StackId: 0, StackName: 0, StackStatus: 0 },
    Outputs: () => list('Outputs', OUTPUT),
});
const SUMMARY = shape('StackResourceSummary', {
    ...{ LogicalResourceId: 0, PhysicalResourceId: 0, ResourceType: 0, ResourceStatus: 0 },
});
const operation = (0,small_client/* operationsOf */.CF)(NAMESPACE, 'CloudFormation', 'CloudFormationClient');
const DescribeStacksCommand = operation('DescribeStacks', shape('DescribeStacksInput', { StackName: 0 }), shape('DescribeStacksOutput', { Stacks: () => list('Stacks', STACK) }));
const ListStackResourcesCommand = operation('ListStackResources', shape('ListStackResourcesInput', { StackName: 0, NextToken: 0 }), shape('ListStackResourcesOutput', {
    StackResourceSummaries: () => list('StackResourceSummaries', SUMMARY),
    NextToken: 0,
}));
const CLOUDFORMATION = {
    create: createStacksClient,
    // Both calls read, by POST.
    isRead: () => true,
};
/** The rules of `@aws-sdk/client-cloudformation` give the same address. */
function createStacksClient(settings) {
    const client = (0,small_client/* clientAt */.df)('cloudformation', {
        ...settings,
        ...{ serviceId: 'CloudFormation', signingName: 'cloudformation', protocol: protocols.AwsQueryProtocol },
        protocolSettings: {
            defaultNamespace: NAMESPACE,
            xmlNamespace: `http://cloudformation.amazonaws.com/doc/${VERSION}/`,
            version: VERSION,
        },
    });
    return client;
}

;// CONCATENATED MODULE: ./build/aws/stacks.js
// Stacks of CloudFormation and their resources, in the action's own types.





/** Every method throws a `KnownError`. */
function bindStacks({ open, place }) {
    const client = open(CLOUDFORMATION);
    const wordsOf = (doing, action, stack) => ({
        doing,
        permission: { action: `cloudformation:${action}`, resource: stackArnPattern(place, stack) },
    });
    return {
        describe: async (stack) => {
            const doing = `reading the stack "${stack}"`;
            const send = () => client.send(new DescribeStacksCommand({ StackName: stack }));
            try {
                const { Stacks } = await (0,call/* call */.T1)(wordsOf(doing, 'DescribeStacks', stack), send);
                const [found] = (0,call/* required */.mw)(Stacks, doing, 'Stacks');
                return {
                    arn: (0,call/* required */.mw)(found?.StackId, doing, 'StackId'),
                    name: (0,call/* required */.mw)(found?.StackName, doing, 'StackName'),
                    status: (0,call/* required */.mw)(found?.StackStatus, doing, 'StackStatus'),
                    outputs: (found?.Outputs ?? []).map(({ OutputKey, OutputValue = '' }) => ({
                        key: (0,call/* required */.mw)(OutputKey, doing, 'OutputKey'),
                        value: OutputValue,
                    })),
                };
            }
            catch (error) {
                if (!isMissing(error))
                    throw error;
                return undefined;
            }
        },
        readResources: async (stack) => {
            const doing = `listing the resources of the stack "${stack}"`;
            const words = wordsOf(doing, 'ListStackResources', stack);
            const found = [];
            const turn = (0,pages/* turnPages */.KL)(doing);
            let NextToken;
            do {
                const from = { StackName: stack, ...(NextToken && { NextToken }) };
                const page = await (0,call/* call */.T1)(words, () => client.send(new ListStackResourcesCommand(from)));
                for (const each of (0,call/* required */.mw)(page.StackResourceSummaries, doing, 'StackResourceSummaries')) {
                    const { PhysicalResourceId: physicalId, ResourceStatus: status = '' } = each;
                    // It does not exist yet, or no longer: such rows stay in the list.
                    if (!physicalId || /^DELETE_(COMPLETE|SKIPPED)$/.test(status))
                        continue;
                    found.push({
                        ...{ physicalId, status },
                        logicalId: (0,call/* required */.mw)(each.LogicalResourceId, doing, 'LogicalResourceId'),
                        type: (0,call/* required */.mw)(each.ResourceType, doing, 'ResourceType'),
                    });
                }
                NextToken = turn(page.NextToken);
            } while (NextToken);
            return found;
        },
    };
}
/** The ARN of a stack ends in an ID that no policy can know before. */
function stackArnPattern({ partition, region }, stack, account = '*') {
    return stack.startsWith('arn:')
        ? stack
        : `arn:${partition}:cloudformation:${region}:${account}:stack/${stack}/*`;
}
/** AWS has no name of its own for that error: a `ValidationError` with "Stack with id … does not exist". */
function isMissing(error) {
    return ((0,call/* causedBy */.$z)(error, (cause) => !(0,aws_errors/* isAccessDenied */.w7)(cause)) &&
        /^Stack with id .* does not exist$/s.test((0,errors/* messageOf */.bD)((0,errors/* rootOf */.I5)(error))));
}

// EXTERNAL MODULE: ./build/base/quote.js
var quote = __webpack_require__(73636);
// EXTERNAL MODULE: ./build/inputs/checkout-file.js
var checkout_file = __webpack_require__(7261);
// EXTERNAL MODULE: ./build/base/listed.js
var listed = __webpack_require__(639);
// EXTERNAL MODULE: ./build/base/suggest.js
var suggest = __webpack_require__(24526);
// EXTERNAL MODULE: ./build/inputs/names.js
var inputs_names = __webpack_require__(43636);
;// CONCATENATED MODULE: ./build/resolve/name-index.js
// Finds what a written name stands for, in the resources of a stack and its nested stacks, and in outputs. An exact
// physical name comes first, then a logical ID, then the key of an output, then the name of a CDK construct.




function indexNames(known) {
    const entries = known.stacks.flatMap(({ path, resources }) => resources.map(({ logicalId, type, physicalId }) => ({
        ...{ logicalId, type, physicalId },
        path: `${path}/${logicalId}`,
    })));
    const where = placeOf(known);
    return {
        find: (of, written) => {
            const fitting = entries.filter(({ type }) => TYPES[of].includes(type));
            if (fitting.some((entry) => nameIn(of, entry.physicalId) === written)) {
                return { kind: 'physical' };
            }
            return (among(of, written, fitting.filter(isCalled(written))) ??
                inOutputs(of, written, known) ??
                among(of, written, fitting.filter(isConstruct(written))) ??
                ofAnotherType(of, written, entries, where) ??
                unknown(of, written, fitting, known, where));
        },
        functionsWith: (alias) => functionsWith(alias, entries, where),
    };
}
/** The resources whose physical ID names it. */
const TYPES = {
    function: ['AWS::Lambda::Function', 'AWS::Lambda::Alias'],
    'function alias': ['AWS::Lambda::Alias'],
    'REST API': ['AWS::ApiGateway::RestApi'],
    'API stage': ['AWS::ApiGateway::Stage'],
    alarm: ['AWS::CloudWatch::Alarm', 'AWS::CloudWatch::CompositeAlarm'],
    bucket: ['AWS::S3::Bucket'],
    'log group': ['AWS::Logs::LogGroup'],
};
/** From a physical ID, or from what an output holds: the ARN of an alias, the address of a stage. */
function nameIn(of, text) {
    const [, api, stage] = /^https:\/\/([a-z0-9]+)\.execute-api\.[^/]+(?:\/([^/?#]+))?/.exec(text) ?? [];
    switch (of) {
        case 'function':
            return text.replace(/^arn:[^:]*:lambda:[^:]*:[^:]*:function:/, '');
        case 'function alias':
            return text.replace(/^arn:[^:]*:lambda:[^:]*:[^:]*:function:[^:]*:/, '');
        case 'REST API':
            return api ?? text;
        case 'API stage':
            return (api && stage) ?? text;
        case 'log group':
            return text.replace(/^arn:[^:]*:logs:[^:]*:[^:]*:log-group:(.*?)(?::\*)?$/, '$1');
        case 'bucket':
            return text.replace(/^arn:[^:]*:s3:::/, '');
        default:
            return text;
    }
}
/** By its logical ID, or by the end of its path: `Payments/Orders`. */
function isCalled(written) {
    return ({ path }) => path.endsWith(`/${written}`) || path === written;
}
/** CDK's logical IDs end in eight hexadecimal digits of a hash (CDK developer guide, "Logical IDs"). */
function isConstruct(written) {
    return ({ path }) => {
        const [, construct] = /^(.+)[0-9A-F]{8}$/.exec(path) ?? [];
        return construct?.endsWith(`/${written}`) === true;
    };
}
/** `undefined` if there is none. */
function among(of, written, found) {
    const [first] = found;
    if (!first)
        return undefined;
    const names = [...new Set(found.map(({ physicalId }) => nameIn(of, physicalId)))];
    if (names.length > 1) {
        const each = found.map(({ path, physicalId }) => `${path} (${nameIn(of, physicalId)})`);
        return {
            kind: 'refused',
            problem: `${(0,quote/* quote */.h)(written)} is ambiguous: ${(0,listed/* listed */.KE)(each)}; expected one of these names`,
        };
    }
    return { kind: 'found', names, what: `${first.type} ${first.path}` };
}
function inOutputs(of, written, { outputs, file, stacks }) {
    const own = outputs.find(({ key }) => key === written);
    const [main] = stacks;
    if (own) {
        const what = `the output ${own.key} of the stack "${main?.path}"`;
        return { kind: 'found', names: [nameIn(of, own.value)], what };
    }
    if (!file)
        return undefined;
    const called = file.outputs.filter(({ key, stack }) => key === written || (stack !== '' && `${stack}/${key}` === written));
    // The file may have the outputs of several stacks, and one of them is named.
    const ofStack = called.filter(({ stack }) => stack === main?.path);
    const found = ofStack.length > 0 ? ofStack : called;
    const [first] = found;
    if (!first)
        return undefined;
    const label = ({ stack, key }) => (stack === '' ? key : `${stack}/${key}`);
    if (found.length > 1) {
        return {
            kind: 'refused',
            problem: `${(0,quote/* quote */.h)(written)} is ambiguous in ${(0,quote/* quote */.h)(file.path)}: ${(0,listed/* listed */.KE)(found.map(label))}; expected one of these names, or stack`,
        };
    }
    if (first.sensitive) {
        return {
            kind: 'refused',
            problem: `the output ${(0,quote/* quote */.h)(written)} in ${(0,quote/* quote */.h)(file.path)} is sensitive, and names are shown in logs and comments; expected an output that is not`,
        };
    }
    const what = `the output ${label(first)} in "${file.path}"`;
    return { kind: 'found', names: first.values.map((value) => nameIn(of, value)), what };
}
function ofAnotherType(of, written, entries, where) {
    const other = entries.find(isCalled(written)) ?? entries.find(isConstruct(written));
    if (!other)
        return undefined;
    const hint = other.type === 'AWS::ApiGatewayV2::Api'
        ? '. HTTP and WebSocket APIs have no stage canary: use functions and alias'
        : '';
    return {
        kind: 'refused',
        problem: `${(0,quote/* quote */.h)(written)} is an ${other.type} of ${where}; expected an ${TYPES[of][0]}${hint}`,
    };
}
function unknown(of, written, fitting, { outputs, file }, where) {
    const keys = [...outputs, ...(file?.outputs ?? [])].map(({ key }) => key);
    const ids = [...new Set(fitting.map(({ logicalId }) => logicalId))];
    const meant = (0,suggest/* didYouMean */.a)(written, [...ids, ...keys]);
    const has = ids.length > 0 && meant === '' ? ` It has ${(0,listed/* listed */.KE)(ids)}.` : '';
    return {
        kind: 'unknown',
        note: `${where} has no ${of} ${(0,quote/* quote */.h)(written)}, so it is taken for a name in the account.${meant}${has}`,
    };
}
function functionsWith(alias, entries, where) {
    const aliases = entries.filter(({ type }) => type === 'AWS::Lambda::Alias');
    const having = aliases.filter(({ physicalId }) => nameIn('function alias', physicalId) === alias);
    if (having.length > 0) {
        const names = [...new Set(having.map(({ physicalId }) => (0,inputs_names/* bareFunction */.j$)(physicalId)))];
        return { kind: 'found', names, what: where };
    }
    const others = [
        ...new Set(aliases.map(({ physicalId }) => nameIn('function alias', physicalId))),
    ];
    const has = others.length === 0
        ? 'it has no AWS::Lambda::Alias at all'
        : `its aliases are ${(0,listed/* listed */.KE)(others)}`;
    return {
        kind: 'refused',
        problem: `no function of ${where} has an alias ${(0,quote/* quote */.h)(alias)}, and functions is empty; ${has}.${(0,suggest/* didYouMean */.a)(alias, others)}`,
    };
}
/** For sentences. */
function placeOf({ stacks, file }) {
    const places = [
        ...(stacks[0] ? [`the stack "${stacks[0].path}"`] : []),
        ...(file ? [`the file ${(0,quote/* quote */.h)(file.path)}`] : []),
    ];
    return places.join(' or ');
}

// EXTERNAL MODULE: ./build/base/foreign-text.js
var foreign_text = __webpack_require__(56218);
;// CONCATENATED MODULE: ./build/resolve/outputs-file.js
// Reads a file with outputs: of `cdk deploy --outputs-file`, or of `terraform output -json`.

/** @returns the outputs, or a description of what is wrong with the file */
function parseOutputs(text) {
    const plain = text.replace(/^\uFEFF/, '').trim();
    if (plain === '')
        return 'it is empty; expected outputs as JSON';
    const document = (0,foreign_text/* parseJson */.qF)(plain);
    if (document === undefined) {
        if (NOISE.test(plain)) {
            return 'it has more than JSON in it: the wrapper of hashicorp/setup-terraform added its own lines; expected terraform_wrapper: false in that step';
        }
        return plain.includes('\u0000')
            ? 'it is not UTF-8 (PowerShell before version 7 writes UTF-16); expected outputs as JSON in UTF-8'
            : 'it is not JSON; expected what "cdk deploy --outputs-file" or "terraform output -json" writes';
    }
    const members = membersOf(document);
    if (!members)
        return 'it is not a JSON object; expected outputs by name';
    const entries = Object.entries(members);
    if (entries.length === 0)
        return 'it has no outputs';
    if (entries.every(([, value]) => isTerraform(value)))
        return fromTerraform(entries);
    return fromCdk(entries);
}
/**
 * hashicorp/setup-terraform wraps the program: its standard output begins with the command line, and ends with
 * workflow commands (hashicorp/setup-terraform#20).
 */
const NOISE = /^\[command\]|^::(?:debug|set-output)|terraform-bin/m;
function membersOf(value) {
    const is = typeof value === 'object' && value !== null && !Array.isArray(value);
    return is ? value : undefined;
}
/** `{"value": …, "type": …, "sensitive": …}`. */
function isTerraform(value) {
    const members = membersOf(value);
    return members !== undefined && 'value' in members && 'sensitive' in members;
}
function fromTerraform(entries) {
    const outputs = [];
    const secrets = [];
    for (const [key, entry] of entries) {
        const { value, sensitive } = membersOf(entry) ?? {};
        const isSensitive = sensitive !== false;
        if (isSensitive)
            secrets.push(...textsIn(value).filter(isWorthAMask));
        outputs.push(...flattened(key, value, isSensitive));
    }
    return { outputs, secrets: [...new Set(secrets)] };
}
/** An object gives an output for each of its members: `functions.orders`. */
function flattened(key, value, sensitive) {
    const members = membersOf(value);
    if (members) {
        return Object.entries(members).flatMap(([name, inner]) => flattened(`${key}.${name}`, inner, sensitive));
    }
    const all = Array.isArray(value) ? value : [value];
    const values = all.filter((each) => typeof each === 'string' || typeof each === 'number');
    if (values.length !== all.length)
        return [];
    return [{ key, stack: '', values: values.map(String), sensitive }];
}
function fromCdk(entries) {
    const outputs = [];
    for (const [stack, entry] of entries) {
        const members = membersOf(entry);
        if (!members || Object.values(members).some((value) => typeof value !== 'string')) {
            return 'its form is not known; expected outputs by stack, as "cdk deploy --outputs-file" writes them, or by name with value and sensitive, as "terraform output -json" does';
        }
        for (const [key, value] of Object.entries(members)) {
            outputs.push({ key, stack, values: [String(value)], sensitive: false });
        }
    }
    return { outputs, secrets: [] };
}
function textsIn(value) {
    if (typeof value === 'string')
        return [value];
    if (typeof value !== 'object' || value === null)
        return [];
    return Object.values(value).flatMap(textsIn);
}
/** To mask a few letters, or each line of a text, would take half of the log with it. */
function isWorthAMask(text) {
    return text.length >= 5 && !/[\r\n]/.test(text);
}

;// CONCATENATED MODULE: ./build/resolve/stack-state.js
// What the status of a stack means for a release. CloudFormation user guide, "Stack status codes".
/** @param begins whether a release begins; nothing else is kept from an end by a stack that is being updated */
function stackStateOf(name, status, begins) {
    const stack = `the stack "${name}" is in the state ${status}`;
    const refused = (why) => ({
        kind: begins ? 'refused' : 'told',
        words: `${stack}: ${why}`,
    });
    if (status === 'DELETE_COMPLETE' || status === 'REVIEW_IN_PROGRESS') {
        return { kind: 'refused', words: `${stack}, so it has no resources` };
    }
    // Only what the last update replaced is still being deleted.
    if (/^UPDATE_(ROLLBACK_)?COMPLETE_CLEANUP_IN_PROGRESS$/.test(status)) {
        return { kind: 'told', words: `${stack}: replaced resources are still being deleted` };
    }
    if (status.endsWith('_IN_PROGRESS')) {
        return refused('its names and the code of its functions may still change; expected the release to start after the deployment of the stack, in a later step or job');
    }
    if (/^(ROLLBACK_COMPLETE|ROLLBACK_FAILED|CREATE_FAILED|DELETE_FAILED)$/.test(status)) {
        return refused('it was not created, or only parts of it exist; expected a deployed stack');
    }
    if (status.endsWith('_FAILED')) {
        return refused('its resources may be those of two different deployments; expected the stack to be repaired first (deploy it again, or continue its rollback)');
    }
    if (/ROLLBACK_COMPLETE$/.test(status)) {
        return {
            kind: 'told',
            words: `${stack}: its last deployment failed, so its resources are those of the one before`,
        };
    }
    return { kind: 'settled' };
}

;// CONCATENATED MODULE: ./build/resolve/read-names.js
// Looks up what the names in the inputs stand for: reads the stack with its nested stacks, and the file with outputs.








/** Terraform allows any size of a state; names need little of it. */
const MAX_BYTES = 5 * 1024 * 1024;
/**
 * Only reads, so a cancelled job may end it anywhere.
 *
 * @param credentials `undefined`: those of the environment
 * @param mask hides a text in the log
 */
async function lookUpNames(order, credentials, mask) {
    const ended = new AbortController();
    const never = new AbortController().signal;
    const limits = { cancelled: never, rollbackDeadline: never, ended: ended.signal };
    try {
        return await readNames(order, (0,clients/* connect */.N)(order.region, limits, credentials, 'reads').normal, mask);
    }
    finally {
        ended.abort();
    }
}
async function readNames(order, clients, mask) {
    const problems = [];
    const file = readOutputs(order, mask, problems);
    const stack = order.stack === '' ? undefined : await readStack(order, clients, problems);
    const index = indexNames({
        stacks: stack?.walked ?? [],
        outputs: stack?.reading.outputs ?? [],
        file,
    });
    return {
        ...{ problems, find: index.find },
        notes: stack?.notes ?? [],
        stacks: stack?.patterns ?? [],
        functionsWith: (alias) => (stack ? index.functionsWith(alias) : withoutStack(alias)),
    };
}
function withoutStack(alias) {
    return {
        kind: 'refused',
        problem: `functions is empty, and without stack it is not known which functions have the alias ${(0,quote/* quote */.h)(alias)}; expected functions, or stack`,
    };
}
function readOutputs({ outputsFile, workspace }, mask, problems) {
    if (outputsFile === '')
        return undefined;
    const source = `outputs-file ${(0,quote/* quote */.h)(outputsFile)}`;
    const file = (0,checkout_file/* readCheckoutFile */.$)(outputsFile, workspace, MAX_BYTES);
    const parsed = 'problem' in file ? file.problem : parseOutputs(file.text);
    if (typeof parsed === 'string') {
        problems.push(`${source}: ${parsed}`);
        return undefined;
    }
    for (const secret of parsed.secrets)
        mask(secret);
    return { path: outputsFile, outputs: parsed.outputs };
}
/** `undefined` if it cannot be used, which is a problem. */
async function readStack({ stack, region, begins }, clients, problems) {
    const stacks = bindStacks(clients);
    try {
        const reading = await stacks.describe(stack);
        if (!reading) {
            problems.push(`stack: there is no stack ${(0,quote/* quote */.h)(stack)} in ${region}; check its name and AWS_REGION`);
            return undefined;
        }
        const state = stackStateOf(reading.name, reading.status, begins);
        if (state.kind === 'refused') {
            problems.push(`stack: ${state.words}`);
            return undefined;
        }
        const found = await walk(stacks, reading);
        const notes = state.kind === 'told' ? [`stack: ${state.words}`] : [];
        return { reading, ...found, notes };
    }
    catch (error) {
        problems.push(`stack: ${(0,errors/* known */.eO)(error).message}`);
        return undefined;
    }
}
/** The stack, then those nested in it. */
async function walk(stacks, { arn, name }) {
    const walked = [];
    const patterns = [];
    const open = [{ arn, path: name, pattern: patternOf(arn, name) }];
    for (let next = open.shift(); next; next = open.shift()) {
        const { path } = next;
        const resources = await stacks.readResources(next.arn);
        walked.push({ path, resources });
        patterns.push(next.pattern);
        for (const { type, logicalId, physicalId } of resources) {
            if (type !== 'AWS::CloudFormation::Stack')
                continue;
            const pattern = patternOf(physicalId, nestedName(next.arn, logicalId, physicalId));
            open.push({ arn: physicalId, path: `${path}/${logicalId}`, pattern });
        }
    }
    return { walked, patterns };
}
/** The ARN ends in an ID that is another one if the stack is created again. */
function patternOf(arn, name) {
    return arn.replace(/:stack\/.*$/, `:stack/${name}/*`);
}
/** CloudFormation names it after its parent and its logical ID, with a random end; long names are cut. */
function nestedName(parentArn, logicalId, arn) {
    const [parent = '', name = ''] = [parentArn, arn].map((each) => /:stack\/([^/]+)\//.exec(each)?.[1]);
    const prefix = `${parent}-${logicalId}-`;
    return name.startsWith(prefix) ? `${prefix}*` : name;
}


/***/ })

};
