export const id = 1437;
export const ids = [1437];
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


/***/ })

};
