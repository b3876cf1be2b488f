export const id = 840;
export const ids = [840];
export const modules = {

/***/ 828:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $t: () => (/* binding */ placeOf),
/* harmony export */   GA: () => (/* binding */ stageArn),
/* harmony export */   J6: () => (/* binding */ hookArn),
/* harmony export */   Oh: () => (/* binding */ stageUrl),
/* harmony export */   Sw: () => (/* binding */ gatewayArn),
/* harmony export */   Um: () => (/* binding */ qualifierOf),
/* harmony export */   XP: () => (/* binding */ accountOf),
/* harmony export */   eh: () => (/* binding */ versionArn),
/* harmony export */   k2: () => (/* binding */ functionArnPattern)
/* harmony export */ });
// Names of AWS resources, for permissions, tags and links.
function placeOf(region) {
    if (region.startsWith('cn-'))
        return { region, partition: 'aws-cn' };
    if (region.startsWith('us-gov-'))
        return { region, partition: 'aws-us-gov' };
    return { region, partition: 'aws' };
}
/** API Gateway's control-plane ARNs have an empty account. */
function gatewayArn(place, path) {
    return `arn:${place.partition}:apigateway:${place.region}::${path}`;
}
function stageArn(place, restApiId, stageName) {
    return gatewayArn(place, `/restapis/${restApiId}/stages/${stageName}`);
}
/** For messages and policies, as far as it is known: of any account, where it is not. */
function functionArnPattern(place, name, account = '*') {
    return `arn:${place.partition}:lambda:${place.region}:${account}:function:${name}`;
}
/** The account in an ARN such as a function's; empty when there is none. */
function accountOf(arn) {
    return arn.split(':')[4] ?? '';
}
/** The version or alias at the end of a function's ARN; empty when there is none. */
function qualifierOf(functionArn) {
    return functionArn.split(':')[7] ?? '';
}
/** What a hook is named by is an ARN already, or the name of a function. */
function hookArn(place, functionName, qualifier, account) {
    const arn = functionName.startsWith('arn:')
        ? functionName
        : functionArnPattern(place, functionName, account);
    return qualifier === undefined ? arn : `${arn}:${qualifier}`;
}
function versionArn(place, account, name, version) {
    return `arn:${place.partition}:lambda:${place.region}:${account}:function:${name}:${version}`;
}
/** A stage's default address; an API may have switched it off in favour of its own domain. */
function stageUrl(place, restApiId, stageName) {
    const suffix = place.partition === 'aws-cn' ? 'amazonaws.com.cn' : 'amazonaws.com';
    return `https://${restApiId}.execute-api.${place.region}.${suffix}/${stageName}`;
}


/***/ }),

/***/ 5067:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B5: () => (/* binding */ isThrottled),
/* harmony export */   GZ: () => (/* binding */ isDenied),
/* harmony export */   H0: () => (/* binding */ isRefused),
/* harmony export */   Pp: () => (/* binding */ describeAwsError),
/* harmony export */   c4: () => (/* binding */ isNotFound),
/* harmony export */   w7: () => (/* binding */ isAccessDenied),
/* harmony export */   ww: () => (/* binding */ isBadCredentials)
/* harmony export */ });
/* unused harmony export isInvalid */
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5145);
/* harmony import */ var _base_without_secrets_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8008);
// Errors of AWS in words: what happened, what stands now, what to do.


function isNotFound(error) {
    return /NotFound/.test((0,_base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .errorName */ .Is)(error));
}
function isAccessDenied(error) {
    return (/^(AccessDenied|AccessDeniedException|UnauthorizedOperation|ForbiddenException)$/.test((0,_base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .errorName */ .Is)(error)) ||
        (error?.$metadata?.httpStatusCode === 403 &&
            /not authorized/.test((0,_base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(error))));
}
/** AWS asked for fewer calls, and went on asking for as long as the SDK tried. */
function isThrottled(error) {
    if (/TooManyRequests|Throttl/.test((0,_base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .errorName */ .Is)(error)))
        return true;
    return error instanceof _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .KnownError */ .E && isThrottled(error.cause);
}
/** The session or key of the job is no longer, or was never, valid. */
function isBadCredentials(error) {
    return /^(ExpiredToken|ExpiredTokenException|InvalidClientTokenId|UnrecognizedClientException|CredentialsProviderError|InvalidSignatureException|InvalidAccessKeyId)$/.test((0,_base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .errorName */ .Is)(error));
}
/** IAM's denial names both; this bounded expression takes them out of the sentence. */
const DENIAL = /is not authorized to perform: ([\w:*-]{1,128})(?: on resource: ([^\s"]{1,512}))?/;
/**
 * One sentence about a failed call.
 *
 * @param hides what AWS's words must not give back
 */
function describeAwsError(error, doing, permission, hides = []) {
    if (isAccessDenied(error)) {
        const [, action = permission.action, resource = permission.resource] = DENIAL.exec((0,_base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(error)) ?? [];
        return `${doing}: AWS denies ${action} on ${resource}; the role of this job needs that permission`;
    }
    if (isBadCredentials(error)) {
        return `${doing}: AWS does not accept the credentials of this job (${inShort(error)}); they may have expired, see role-duration-seconds of aws-actions/configure-aws-credentials`;
    }
    if ((0,_base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .errorName */ .Is)(error) === 'TimeoutError' || error?.code === 'ECONNREFUSED') {
        return `${doing}: AWS could not be reached (${inShort(error)})`;
    }
    return `${doing}: ${(0,_base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .errorName */ .Is)(error) || 'error'}: ${inShort(error, hides)}`;
}
const LONGEST = 300;
/**
 * What was said, in one line that a person reads to its end, and the request's id for AWS's support.
 * The SDK puts into an error whatever came: a page of a proxy, a list of every rule that was broken.
 */
function inShort(error, hides = []) {
    const { httpStatusCode: status, requestId } = error?.$metadata ?? {};
    const said = isForeignAnswer(error)
        ? `an answer that is not AWS's${status === undefined ? '' : ` (HTTP ${status})`}; is there a proxy in between?`
        : shortened((0,_base_without_secrets_js__WEBPACK_IMPORTED_MODULE_1__/* .withoutSecrets */ .cT)((0,_base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(error), hides));
    return requestId === undefined ? said : `${said} (request ${shortened(requestId, 64)})`;
}
/** The SDK could not take it apart, or it is a page for a browser. */
function isForeignAnswer(error) {
    return (/Deserialization error|is not valid JSON/.test((0,_base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(error)) ||
        /^\s*<(!doctype|html|head|body|\?xml)\b/i.test((0,_base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(error)));
}
/** Cut between words. */
function shortened(text, longest = LONGEST) {
    const line = text.replace(/\s+/g, ' ').trim();
    if (line.length <= longest)
        return line;
    const cut = line.slice(0, longest);
    return `${cut.slice(0, cut.lastIndexOf(' ') > longest / 2 ? cut.lastIndexOf(' ') : longest)} …`;
}
/** AWS denies this job the call. */
function isDenied(error) {
    return isAccessDenied((0,_base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .rootOf */ .I5)(error));
}
/** AWS does not take the call as it is, of this job or at all: trying again leads nowhere by itself. */
function isRefused(error) {
    const root = (0,_base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .rootOf */ .I5)(error);
    return isDenied(root) || isBadCredentials(root) || isNotFound(root) || isInvalid(root);
}
function isInvalid(error) {
    return /^(BadRequestException|InvalidParameterValueException|ValidationException|ValidationError)$/.test((0,_base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .errorName */ .Is)(error));
}


/***/ }),

/***/ 3280:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $z: () => (/* binding */ causedBy),
/* harmony export */   T1: () => (/* binding */ call),
/* harmony export */   mw: () => (/* binding */ required),
/* harmony export */   y: () => (/* binding */ ifThere)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5145);
/* harmony import */ var _aws_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5067);
// One AWS call: retried where AWS asks for it, and its failure put into words.


const CONFLICT_ATTEMPTS = 6;
const CONFLICT_PAUSE_MS = 400;
/**
 * How long a call that AWS throttles is tried again, on top of the SDK's own tries: the account's
 * quota is shared, and somebody's deployment of many functions uses it up for a minute.
 */
const THROTTLED_PATIENCE_MS = 90_000;
const THROTTLED_PAUSE_MS = 2_000;
/**
 * Runs a call and turns its failure into a `KnownError` whose `cause` is AWS's own error.
 * API Gateway refuses concurrent writes on one API with a ConflictException and asks to try again
 * (hashicorp/terraform-provider-aws#776); the SDK does not count that among its retryable errors.
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
/** How long to wait before the next try; `undefined`: there is none. */
function pauseAfter(error, attempt, spentMs) {
    if (isConcurrentWrite(error)) {
        return attempt < CONFLICT_ATTEMPTS ? CONFLICT_PAUSE_MS * attempt : undefined;
    }
    return (0,_aws_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .isThrottled */ .B5)(error) && spentMs < THROTTLED_PATIENCE_MS ? THROTTLED_PAUSE_MS : undefined;
}
/** A field that AWS always returns. A response without it is incomplete, and an incomplete one is no data. */
function required(value, doing, field) {
    if (value === undefined || value === '') {
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .KnownError */ .E(`${doing}: the response from AWS has no ${field}`);
    }
    return value;
}
/** What a read finds; `undefined` where AWS says that there is no such thing. */
async function ifThere(read) {
    try {
        return await read();
    }
    catch (error) {
        if (causedBy(error, _aws_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .isNotFound */ .c4))
            return undefined;
        throw error;
    }
}
/** Whether a failed `call` was refused by AWS for this reason. */
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

/***/ 6221:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  f: () => (/* binding */ bindFunctions),
  M: () => (/* binding */ readArn)
});

// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-lambda/dist-cjs/index.js
var dist_cjs = __webpack_require__(1696);
// EXTERNAL MODULE: ./build/base/errors.js
var errors = __webpack_require__(5145);
// EXTERNAL MODULE: ./build/aws/arns.js
var arns = __webpack_require__(828);
// EXTERNAL MODULE: ./build/aws/call.js
var call = __webpack_require__(3280);
// EXTERNAL MODULE: ./build/aws/not-active.js
var not_active = __webpack_require__(7526);
// EXTERNAL MODULE: ./build/aws/readiness.js
var readiness = __webpack_require__(7338);
// EXTERNAL MODULE: ./build/aws/aws-errors.js
var aws_errors = __webpack_require__(5067);
;// CONCATENATED MODULE: ./build/aws/wait-until.js
// Waits with the SDK's own waiters, which take every refusal for "not yet" and would go on for half an
// hour although nobody may look. Their errors hold AWS's whole answer, environment variables included,
// so nothing of them is shown: what was seen last is kept here, by named fields.



/** AWS's own waiter for versions allows 26 minutes: SnapStart takes its snapshot in that time. */
const MAX_WAIT_SECONDS = 1560;
/** Runs a waiter until it is satisfied, gives up, or is refused for good. */
async function waitUntil(client, words, wait) {
    const refused = new AbortController();
    let observation;
    let trouble;
    const send = async (...args) => {
        try {
            const answer = await client.send(...args);
            observation = (0,not_active/* seenState */.jE)(fieldsOf(answer));
            return answer;
        }
        catch (error) {
            trouble = error;
            if (isFinal(error))
                refused.abort(error);
            throw error;
        }
    };
    const watched = Object.create(client, { send: { value: send } });
    try {
        await wait({ client: watched, abortSignal: refused.signal, maxWaitTime: MAX_WAIT_SECONDS });
    }
    catch (error) {
        if (refused.signal.aborted || !observation)
            throw lookFailed(words.look, trouble);
        const tooSlow = (0,errors/* errorName */.Is)(error) === 'TimeoutError';
        throw new errors/* KnownError */.E(tooSlow ? words.slow(observation, MAX_WAIT_SECONDS) : words.failed(observation));
    }
}
/** GetFunction wraps what GetFunctionConfiguration answers. */
function fieldsOf(answer) {
    return answer.Configuration ?? answer;
}
function lookFailed({ doing, permission }, cause) {
    return new errors/* KnownError */.E((0,aws_errors/* describeAwsError */.Pp)(cause, doing, permission), { cause });
}
/** `AbortError`: the job is to stop, and nothing is sent any more. */
function isFinal(error) {
    return (0,aws_errors/* isAccessDenied */.w7)(error) || (0,aws_errors/* isBadCredentials */.ww)(error) || (0,errors/* errorName */.Is)(error) === 'AbortError';
}

;// CONCATENATED MODULE: ./build/aws/functions.js
// Lambda functions and their published versions.







/** Of a function that has been there before. Throws a `KnownError` where it is gone. */
async function readArn(functions, name) {
    const found = await functions.read(name);
    if (!found)
        throw new errors/* KnownError */.E(`the function "${name}" does not exist any more`);
    return found.arn;
}
function bindFunctions({ mode, place, lambda: client, }) {
    const words = (doing, action, name) => ({
        doing,
        permission: { action: `lambda:${action}`, resource: (0,arns/* functionArnPattern */.k2)(place, name) },
    });
    return {
        mode,
        read: (name, qualifier) => (0,call/* ifThere */.y)(() => readFunction(client, words, name, qualifier)),
        publish: (name, description) => publish(client, words, name, description),
        untilReady: (name, version) => untilReady(name, version, () => readFunction(client, words, name, version)),
        ...policyCalls(client, words),
    };
}
async function readFunction(client, words, name, qualifier) {
    const label = qualifier ? `${name}:${qualifier}` : name;
    const which = { FunctionName: name, ...(qualifier && { Qualifier: qualifier }) };
    const send = () => client.send(new dist_cjs/* GetFunctionConfigurationCommand */.qA6(which));
    const doing = `reading the function "${label}"`;
    const answer = await (0,call/* call */.T1)(words(doing, 'GetFunctionConfiguration', label), send);
    const { state, stateReason, lastUpdateStatus, lastUpdateReason } = (0,not_active/* seenState */.jE)(answer);
    return {
        arn: (0,call/* required */.mw)(answer.FunctionArn, doing, 'FunctionArn'),
        state: state || 'Active',
        stateReason,
        snapshot: snapshotOf(answer),
        lastUpdateStatus: lastUpdateStatus || 'Successful',
        lastUpdateReason,
        codeSha256: (0,call/* required */.mw)(answer.CodeSha256, doing, 'CodeSha256'),
        description: answer.Description ?? '',
        role: answer.Role ?? '',
        deadLetterQueue: answer.DeadLetterConfig?.TargetArn ?? '',
        timeoutSeconds: answer.Timeout ?? 3,
    };
}
/** Only published versions have one. */
function snapshotOf({ SnapStart, Version }) {
    if (SnapStart?.ApplyOn !== 'PublishedVersions' || Version === '$LATEST')
        return 'none';
    return SnapStart.OptimizationStatus === 'On' ? 'made' : 'making';
}
function whose(name, qualifier) {
    return { FunctionName: name, ...(qualifier !== '$LATEST' && { Qualifier: qualifier }) };
}
function labelOf(name, qualifier) {
    return qualifier === '$LATEST' ? name : `${name}:${qualifier}`;
}
function policyCalls(client, words) {
    return {
        readPolicy: (name, qualifier) => (0,call/* ifThere */.y)(async () => {
            const label = labelOf(name, qualifier);
            const send = () => client.send(new dist_cjs/* GetPolicyCommand */.s4W(whose(name, qualifier)));
            return (await (0,call/* call */.T1)(words(`reading the policy of "${label}"`, 'GetPolicy', label), send))
                .Policy;
        }),
        allowGateway: async (name, qualifier, statementId, sourceArn) => {
            const label = labelOf(name, qualifier);
            const send = () => client.send(new dist_cjs/* AddPermissionCommand */.AL$({
                ...whose(name, qualifier),
                StatementId: statementId,
                Action: 'lambda:InvokeFunction',
                Principal: 'apigateway.amazonaws.com',
                SourceArn: sourceArn,
            }));
            try {
                await (0,call/* call */.T1)(words(`letting API Gateway invoke "${label}"`, 'AddPermission', label), send);
            }
            catch (error) {
                // The statement is there: an earlier try, whose answer was lost, or an earlier release.
                const there = (cause) => (0,errors/* errorName */.Is)(cause) === 'ResourceConflictException';
                if (!(0,call/* causedBy */.$z)(error, there))
                    throw error;
            }
        },
    };
}
async function publish(client, words, name, description) {
    const update = {
        look: words(`waiting for the last update of the function "${name}"`, 'GetFunction', name),
        failed: ({ lastUpdateReason }) => (0,not_active/* sayFailedUpdate */.CG)(name, lastUpdateReason),
        slow: (observation, spent) => (0,not_active/* saySlowUpdate */.gj)(name, observation, spent),
    };
    await waitUntil(client, update, (patience) => (0,dist_cjs/* waitUntilFunctionUpdatedV2 */.rWV)(patience, { FunctionName: name }));
    const answer = await (0,call/* call */.T1)(words(`publishing a version of "${name}"`, 'PublishVersion', name), () => client.send(new dist_cjs/* PublishVersionCommand */.D3m({ FunctionName: name, Description: description })));
    const version = answer.Version ?? '';
    if (!/^\d+$/.test(version)) {
        throw new errors/* KnownError */.E(`publishing "${name}" answered with the version "${version}"; expected a number`);
    }
    if (answer.State !== 'Active')
        await untilActive(client, words, name, version);
    return version;
}
async function untilActive(client, words, name, version) {
    const label = `${name}:${version}`;
    const doing = `waiting for version ${version} of "${name}" to become active`;
    const activation = {
        look: words(doing, 'GetFunctionConfiguration', label),
        failed: ({ stateReason }) => (0,not_active/* sayFailedVersion */.nS)(name, version, stateReason),
        slow: (observation, spent) => (0,not_active/* saySlowVersion */.pb)(name, version, observation, spent),
    };
    await waitUntil(client, activation, (patience) => (0,dist_cjs/* waitUntilPublishedVersionActive */.S6K)({ ...patience, minDelay: 1 }, { FunctionName: name, Qualifier: version }));
}
/** Lambda may show a version as Active a little before its snapshot. */
const SNAPSHOT_LOOKS = 60;
const SNAPSHOT_PAUSE_MS = 5_000;
async function untilReady(name, version, read) {
    for (let look = 1;; look++) {
        const reading = await read();
        const why = (0,readiness/* whyNotReady */.$)(reading);
        if (why === undefined)
            return;
        const coming = reading.state !== 'Inactive' && look < SNAPSHOT_LOOKS;
        if (!coming)
            throw new errors/* KnownError */.E(`version ${version} of "${name}" ${why}`);
        await new Promise((resolve) => {
            setTimeout(resolve, SNAPSHOT_PAUSE_MS);
        });
    }
}


/***/ }),

/***/ 7526:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CG: () => (/* binding */ sayFailedUpdate),
/* harmony export */   gj: () => (/* binding */ saySlowUpdate),
/* harmony export */   jE: () => (/* binding */ seenState),
/* harmony export */   nS: () => (/* binding */ sayFailedVersion),
/* harmony export */   pb: () => (/* binding */ saySlowVersion)
/* harmony export */ });
/* harmony import */ var _base_command_line_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3260);
/* harmony import */ var _base_duration_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5902);
// A function's update, or a new version, that did not get ready: what to say of it. It is said by named
// fields of AWS's answer only, for the whole answer holds the environment variables and the address of
// the code.


function seenState(fields) {
    return {
        state: fields.State ?? '',
        stateReason: reasonOf(fields.StateReasonCode, fields.StateReason),
        lastUpdateStatus: fields.LastUpdateStatus ?? '',
        lastUpdateReason: reasonOf(fields.LastUpdateStatusReasonCode, fields.LastUpdateStatusReason),
    };
}
function reasonOf(code, reason) {
    return [code, reason?.replace(/\.\s*$/, '')].filter((part) => part).join(': ');
}
/** One sentence on an update that failed. */
function sayFailedUpdate(name, reason) {
    return `the last update of "${name}" failed${because(reason)}; there is nothing sound to publish. Update its code or configuration again`;
}
/** @param spentSeconds how long it was waited for */
function saySlowUpdate(name, observation, spentSeconds) {
    const status = observation.lastUpdateStatus || 'InProgress';
    return `the last update of "${name}" was still ${status}${because(observation.lastUpdateReason)} after ${(0,_base_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a)(spentSeconds)}. Run this again when its LastUpdateStatus is Successful, or update it again`;
}
/** One sentence on a published version that cannot start. */
function sayFailedVersion(name, version, reason) {
    return `version ${version} of "${name}" failed to start${because(reason)}. ${WAY_OUT}: ${deletion(name, version)}`;
}
/** @param spentSeconds how long it was waited for */
function saySlowVersion(name, version, { state, stateReason }, spentSeconds) {
    return `version ${version} of "${name}" was still ${state || 'not there'}${because(stateReason)} after ${(0,_base_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a)(spentSeconds)}; expected Active. ${state === 'Inactive' ? 'Invoke it once, and run' : 'Run'} this again when it is Active. If it stays so: ${WAY_OUT}: ${deletion(name, version)}`;
}
/** Publishing what has not changed answers with the version that is there already, failed or not. */
const WAY_OUT = 'Publishing the same code and configuration gives this version again, so change one of them, or delete the version';
function deletion(name, version) {
    return (0,_base_command_line_js__WEBPACK_IMPORTED_MODULE_1__/* .awsCommand */ .bg)('lambda delete-function', { 'function-name': name, qualifier: version });
}
function because(reason) {
    return reason === '' ? '' : ` (${reason})`;
}


/***/ }),

/***/ 3242:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ turnPages),
/* harmony export */   k: () => (/* binding */ gather)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5145);
// Answers that come in pages, each with a token for the next.

/**
 * Follows the tokens of one answer. A token that comes twice would go round for ever.
 *
 * @param doing for the failure: `reading the alarms`
 * @returns what the next page is asked with; `undefined`: that was the last
 */
function turnPages(doing) {
    const turned = new Set();
    return (token) => {
        if (!token)
            return undefined;
        // What is no text is never the same twice.
        if (typeof token !== 'string' || turned.has(token)) {
            throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .KnownError */ .E(`${doing}: the pages of AWS's answer have no end`);
        }
        turned.add(token);
        return token;
    };
}
/** All pages of a paginator of the SDK. */
async function gather(pages) {
    const all = [];
    for await (const page of pages)
        all.push(page);
    return all;
}


/***/ }),

/***/ 7338:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ whyNotReady)
/* harmony export */ });
// Whether a published version can take traffic.
/**
 * Why not, as the end of a sentence about the version; `undefined`: it can. A snapshot is ready when
 * the version is Active and its optimization is On; one that nobody used for two weeks is Inactive, and
 * calls fail until it is made anew (Lambda developer guide, "SnapStart").
 */
function whyNotReady({ state, stateReason, snapshot }) {
    const because = stateReason && ` (${stateReason})`;
    if (state === 'Failed') {
        return `is Failed${because}, and stays so; expected Active. Release another version: publishing gives a new one once code or configuration have changed, or this one is deleted`;
    }
    if (snapshot === 'none') {
        return state === 'Active' || state === 'Inactive'
            ? undefined
            : `is ${state}${because}; expected Active`;
    }
    if (state === 'Inactive') {
        return 'is Inactive: nobody used its SnapStart snapshot for so long that Lambda dropped it, and calls fail until it is made anew; invoke it once, and release it when it is Active';
    }
    if (state !== 'Active')
        return `is ${state}${because}; expected Active, with its SnapStart snapshot`;
    return snapshot === 'making'
        ? 'is Active, and its SnapStart snapshot is not made yet; expected OptimizationStatus On'
        : undefined;
}


/***/ }),

/***/ 3260:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ql: () => (/* binding */ aliasCommand),
/* harmony export */   Wx: () => (/* binding */ patchWords),
/* harmony export */   bg: () => (/* binding */ awsCommand)
/* harmony export */ });
// Commands for people to paste. They hold ids and values that others chose, so a command is made of words,
// and each word is quoted for a POSIX shell; what a word holds is JSON where the AWS CLI's own shorthand
// would read more into it than a value.
/**
 * One line for a shell.
 *
 * @param operation of the AWS CLI, such as `lambda get-alias`
 */
function awsCommand(operation, options) {
    return ['aws', ...operation.split(' '), ...Object.entries(options).flatMap(optionWords)]
        .map(quoteForShell)
        .join(' ');
}
/** The words behind `--patch-operations`. */
function patchWords(patches) {
    const short = patches.every(({ path, value = '-' }) => PLAIN.test(path) && STAGE_VARIABLE.test(value));
    return short ? patches.map(shorthand) : [JSON.stringify(patches)];
}
/** All traffic of an alias for one version. */
function aliasCommand(region, { functionName, alias }, version) {
    return awsCommand('lambda update-alias', {
        'function-name': functionName,
        name: alias,
        'function-version': version,
        'routing-config': JSON.stringify({ AdditionalVersionWeights: {} }),
        region,
    });
}
/** What neither ends a value of the shorthand nor is read as anything else in it. */
const PLAIN = /^[A-Za-z0-9._:/-]+$/;
/** What AWS takes in the value of a stage variable: nothing that ends a quoted value of the shorthand. */
const STAGE_VARIABLE = /^[A-Za-z0-9\-._~:/?#&=,]+$/;
function shorthand({ op, path, value }) {
    if (value === undefined)
        return `op=${op},path=${path}`;
    return `op=${op},path=${path},value=${PLAIN.test(value) ? value : `"${value}"`}`;
}
/** A value that begins with a dash would be taken for an option of its own. */
function optionWords([name, value]) {
    if (typeof value !== 'string')
        return [`--${name}`, ...value];
    return value.startsWith('-') ? [`--${name}=${value}`] : [`--${name}`, value];
}
/** Without quotes only where no shell reads anything into it; of `name=value` the value alone is quoted. */
function quoteForShell(word) {
    const [name = ''] = /^(?:[A-Za-z0-9_@%+:,./-][A-Za-z0-9_@%+:,./=-]*=)?/.exec(word) ?? [];
    const value = word.slice(name.length);
    const plain = /^[A-Za-z0-9_@%+:,./-]*$/.test(value) && word !== '';
    return name + (plain ? value : `'${value.replaceAll("'", "'\\''")}'`);
}


/***/ }),

/***/ 8008:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _9: () => (/* binding */ valuesToHide),
/* harmony export */   cT: () => (/* binding */ withoutSecrets)
/* harmony export */ });
/* unused harmony export spellings */
// What others say, without what they were sent: an answer often repeats the request.
/** Stands where a secret was. */
const HIDDEN = '***';
/**
 * A text in which no secret is left, neither plain nor percent-encoded, nor as JSON or HTML escape it,
 * in upper or lower case.
 */
function withoutSecrets(text, secrets) {
    const forms = [...new Set(secrets.flatMap(spellings))].filter((form) => form !== '');
    if (forms.length === 0)
        return text;
    // The longest first: what holds another secret goes as a whole.
    forms.sort((a, b) => b.length - a.length);
    return text.replace(new RegExp(forms.map(escapeForRegExp).join('|'), 'gi'), HIDDEN);
}
/** The ways in which a server may write it. */
function spellings(secret) {
    const plain = decoded(secret);
    const all = [secret, plain, encodeURI(plain), encodeURIComponent(plain)];
    const twice = all.flatMap((form) => [form, encodeURIComponent(form)]);
    return [...new Set(twice.flatMap((form) => [form, htmlOf(form), jsonOf(form), slashesOf(form)]))];
}
function decoded(text) {
    try {
        return decodeURIComponent(text.replaceAll('+', ' '));
    }
    catch {
        // A lone percent sign: it is no encoding, and stands for itself.
        return text;
    }
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
/** Among values of variables those that an error must not repeat. Short ones are in every text. */
function valuesToHide(values) {
    const isOpen = (value) => value.length < 4 || /^(?:[\w-]+:)?\d{1,10}$/.test(value);
    return values.filter((value) => value !== undefined).filter((value) => !isOpen(value));
}


/***/ }),

/***/ 7886:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ lossText),
/* harmony export */   k: () => (/* binding */ whyNotOwned)
/* harmony export */ });
/* harmony import */ var _rollout_record_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6675);
/* harmony import */ var _rollout_release_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2787);
// Why what is remembered is nothing to go on with, for a person.


/** @param words of the target, for a sentence */
function whyNotOwned(words, stored, linkTo) {
    switch (stored.kind) {
        case 'takes-part':
            return describeParticipant(stored, linkTo);
        case 'another':
            return sayAnother(stored, linkTo);
        case 'beyond':
            return `the rollout of ${linkTo(stored.id)} is unfinished, and ${stored.why}`;
        case 'unproven':
            return `${words} remembers the rollout of ${linkTo(stored.id)}, and AWS does not confirm what it remembers: ${stored.why}. To keep what is served now, remove its tags ${_rollout_record_js__WEBPACK_IMPORTED_MODULE_0__/* .TAG_PREFIX */ .C_}*; to go back, name the version or the deployment with command: rollback and rollback-to`;
        case 'unreadable':
            return `${words} remembers a rollout that cannot be read (${stored.why}). Look at what stands, then remove its tags ${_rollout_record_js__WEBPACK_IMPORTED_MODULE_0__/* .TAG_PREFIX */ .C_}*`;
    }
}
/** What is being released instead, and what to do. */
function sayAnother({ of, id }, linkTo) {
    return `${sayReleased(of, linkTo(id))}. A function can be in one release at a time: let that one end first, or end it by command: promote or rollback for ${of}`;
}
/** What became of a rollout that this run had, or was to have. */
function lossText(loss, linkTo) {
    if (loss.kind === 'state-lost')
        return loss.why ?? 'the tags that remember it are gone';
    const { owner } = loss;
    switch (owner.kind) {
        case 'run':
            return sayTakenOver(owner.id, owner.before, linkTo);
        case 'release':
            return sayReleased(owner.of, linkTo(owner.id));
        case 'takes-part':
            return describeParticipant(owner, linkTo);
    }
}
/** @param of what it moves */
function sayReleased(of, link) {
    return `${of} is being released by ${link}`;
}
/** @param own the rollout that was taken over */
function sayTakenOver(by, own, linkTo) {
    return (0,_rollout_release_js__WEBPACK_IMPORTED_MODULE_1__/* .areSiblings */ .e9)(by, own)
        ? `the release was taken over by ${linkTo(by)}`
        : `another run has taken over: ${linkTo(by)}`;
}
/** Whose rollout a function is in, and what to do. */
function describeParticipant({ functionName, rememberedBy, id }, linkTo) {
    const whose = id ? ` of ${linkTo(id)}` : '';
    return `"${functionName}" takes part in the rollout${whose}, which the function "${rememberedBy}" remembers. Let that one end first, or release the same functions together again`;
}


/***/ }),

/***/ 4313:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Jr: () => (/* binding */ failing),
/* harmony export */   dN: () => (/* binding */ externalState),
/* harmony export */   ov: () => (/* binding */ errorCause)
/* harmony export */ });
/* harmony import */ var _analysis_finding_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3479);
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5145);
// Why a rollout ended as it did, or is left as it is: as data, for decisions, files and workflows. Only
// report/ makes words of it.


/** @param evidence that fails; none: a hook does, and what it said is not known */
function failing(evidence) {
    const [first] = [...evidence.filter(_analysis_finding_js__WEBPACK_IMPORTED_MODULE_0__/* .isFinding */ .qd), ...evidence];
    return { kind: first?.source.kind ?? 'hook', evidence };
}
/** A failure that this action can explain is AWS's; any other is its own. */
function errorCause(error) {
    const message = (0,_base_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .messageOf */ .bD)(error);
    if (!isExplained(error))
        return { kind: 'internal-error', message };
    const root = (0,_base_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .rootOf */ .I5)(error);
    const code = root instanceof _base_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .KnownError */ .E ? '' : (0,_base_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .errorName */ .Is)(root);
    return { kind: 'aws-error', message, ...(code !== '' && { code }) };
}
function isExplained(error) {
    const isSdk = typeof error === 'object' && error !== null && '$metadata' in error;
    return error instanceof _base_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .KnownError */ .E || isSdk;
}
/** A state that AWS shows, and that neither the version before nor this rollout explains. */
function externalState(what) {
    return { kind: 'external-change', change: { kind: 'state', what } };
}


/***/ }),

/***/ 4781:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z0: () => (/* binding */ formatPhase),
/* harmony export */   qd: () => (/* binding */ isSamePhase),
/* harmony export */   xl: () => (/* binding */ parsePhase)
/* harmony export */ });
// Where a rollout is, in a form short and plain enough to be read in the console.
/** Whether both are the same part of the plan. */
function isSamePhase(a, b) {
    if (a?.kind !== b.kind)
        return false;
    return a.kind !== 'step' || b.kind !== 'step' || a.index === b.index;
}
/**
 * `preparing`, `step/0/1764000000`, `baking/1764000600`, `baking/1764000600/asked`; times in seconds
 * since the epoch.
 */
function formatPhase(phase) {
    switch (phase.kind) {
        case 'preparing':
            return 'preparing';
        case 'step':
            return `step/${phase.index}/${phase.since}`;
        case 'baking':
            return `baking/${phase.since}${phase.asked ? '/asked' : ''}`;
    }
}
/** The phase that a text says; `undefined` when it says none. */
function parsePhase(text) {
    if (text === 'preparing')
        return { kind: 'preparing' };
    const [, index, since, bakingSince, asked] = /^(?:step\/(\d{1,4})\/(\d{1,11})|baking\/(\d{1,11})(\/asked)?)$/.exec(text) ?? [];
    if (bakingSince !== undefined) {
        const baking = { kind: 'baking', since: Number(bakingSince) };
        return asked === undefined ? baking : { ...baking, asked: true };
    }
    if (index === undefined || since === undefined)
        return undefined;
    return { kind: 'step', index: Number(index), since: Number(since) };
}


/***/ }),

/***/ 1125:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N9: () => (/* binding */ sealText),
/* harmony export */   _A: () => (/* binding */ unsealText),
/* harmony export */   cM: () => (/* binding */ checksum)
/* harmony export */ });
// Text as tags hold it: base64url, for their alphabet is small, behind a checksum, for an edited or
// mixed-up tag must not be taken for a record.
/** Any text, in letters that AWS takes in the value of a tag. */
function sealText(text) {
    return seal(toBase64Url(text));
}
/** The text again. Throws a `RangeError` when the checksum is not that of the text. */
function unsealText(sealed) {
    return fromBase64Url(unseal(sealed));
}
const SEAL_LENGTH = 8;
function seal(text) {
    return checksum(text) + text;
}
function unseal(sealed) {
    const text = sealed.slice(SEAL_LENGTH);
    if (sealed !== seal(text))
        throw new RangeError('the checksum does not fit');
    return text;
}
/** FNV-1a in hexadecimal: any one changed character changes it. */
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
    const binary = atob(text.replace(/-/g, '+').replace(/_/g, '/'));
    return new TextDecoder().decode(Uint8Array.from(binary, (char) => char.charCodeAt(0)));
}


/***/ }),

/***/ 6675:
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

// EXTERNAL MODULE: ./build/base/quote.js
var quote = __webpack_require__(3636);
// EXTERNAL MODULE: ./build/rollout/release.js
var release = __webpack_require__(2787);
;// CONCATENATED MODULE: ./build/rollout/last-outcome.js
// How a rollout that was driven in pieces ended. Its tags are gone by then, and the next piece (an
// approval that comes late, a schedule that fires once more) must be able to say what became of it.

/** `rolled-back/1764000000/octo-org/orders/actions/runs/7/attempts/1.0123456789ab/of/89abcdef`: fits into a tag. */
function formatLastOutcome({ ended, at, by, of }) {
    const word = `${ended}/${Math.floor(at)}/${(0,release/* rolloutKey */.nL)(by)}`;
    return of === undefined ? word : `${word}/of/${of}`;
}
/** What a text of this form says; `undefined` when it says nothing. */
function parseLastOutcome(text) {
    const [, ended, at, rest = ''] = /^(promoted|rolled-back)\/(\d{1,11})\/(.+)$/.exec(text) ?? [];
    const [, id = rest, of] = /^(.+)\/of\/([0-9a-f]{8})$/.exec(rest) ?? [];
    const by = (0,release/* parseRolloutId */.AR)(id);
    if (!by || (ended !== 'promoted' && ended !== 'rolled-back'))
        return undefined;
    return { ended, at: Number(at), by, ...(of !== undefined && { of }) };
}

;// CONCATENATED MODULE: ./build/rollout/pause-tag.js
// A rollout that somebody paused: it is judged on, and taken back when it is worse, and goes no
// further until somebody resumes it.

/** `1764000000/octo-org/orders/actions/runs/7/attempts/1.0123456789ab`. */
function formatPause({ since, by }) {
    return `${Math.floor(since)}/${(0,release/* rolloutKey */.nL)(by)}`;
}
/** The pause that a text of this form says; `undefined` when it says none. */
function parsePause(text) {
    const [, since, id = ''] = /^(\d{1,11})\/(.+)$/.exec(text) ?? [];
    const by = (0,release/* parseRolloutId */.AR)(id);
    return by && { since: Number(since), by };
}

// EXTERNAL MODULE: ./build/rollout/phase.js
var rollout_phase = __webpack_require__(4781);
// EXTERNAL MODULE: ./build/rollout/record-shape.js
var record_shape = __webpack_require__(7581);
// EXTERNAL MODULE: ./build/rollout/record-text.js
var record_text = __webpack_require__(1125);
// EXTERNAL MODULE: ./build/rollout/shape.js
var shape = __webpack_require__(6711);
;// CONCATENATED MODULE: ./build/rollout/record.js
// What AWS does not keep by itself about a rollout, in the form in which it is kept in AWS: tags of
// the stage. A tag's value holds 256 characters of a small alphabet, so the fixed part is JSON in
// base64url, cut into numbered tags; the two parts that change have tags of their own.








const TAG_PREFIX = 'canary-action:';
const OWNER = `${TAG_PREFIX}rollout`;
const PHASE = `${TAG_PREFIX}phase`;
const CANARY = `${TAG_PREFIX}canary`;
const SHIFTS = `${TAG_PREFIX}shifts`;
/** Stands while a rollout is paused. */
const PAUSED = `${TAG_PREFIX}paused`;
/** Stays behind when a rollout that was driven in pieces has ended. */
const LAST = `${TAG_PREFIX}last`;
const CHUNK = `${TAG_PREFIX}record.`;
const CHUNK_LENGTH = 256;
/** API Gateway keeps 50 tags on a stage; a record of this size leaves users half of them. */
const MAX_CHUNKS = 22;
/**
 * The tags for a rollout at its beginning. Throws a `RangeError` when it does not fit.
 *
 * @param maxChunks more than what one thing can hold, where the chunks are spread over several
 */
function recordTags(record, phase, maxChunks = MAX_CHUNKS) {
    const text = (0,record_text/* sealText */.N9)(JSON.stringify({ v: 1, ...record }));
    const chunks = text.match(new RegExp(`.{1,${CHUNK_LENGTH}}`, 'g')) ?? [];
    if (chunks.length > maxChunks) {
        throw new RangeError(`the rollout's record needs ${chunks.length} stage tags, more than ${maxChunks}: release fewer integrations at once, or use stage variables`);
    }
    const numbered = chunks.map((chunk, i) => [`${CHUNK}${i + 1}-${chunks.length}`, chunk]);
    return {
        ...ownerTag(record.id),
        [PHASE]: (0,rollout_phase/* formatPhase */.Z0)(phase),
        ...Object.fromEntries(numbered),
    };
}
/** The tags that a new phase changes. A step's beginning is kept until the rollout ends. */
function phaseTags({ record, stepStartTimes }, phase) {
    const tag = { [PHASE]: (0,rollout_phase/* formatPhase */.Z0)(phase) };
    if (phase.kind !== 'step')
        return tag;
    const begun = [...stepStartTimes.slice(0, phase.index), phase.since];
    return { ...tag, [SHIFTS]: formatShifts(begun, record.startedAt) };
}
/** Seconds after the rollout's start, in base 36: 50 steps of two weeks fit into one tag. */
function formatShifts(stepStartTimes, startedAt) {
    return stepStartTimes.map((at) => Math.max(0, at - startedAt).toString(36)).join('.');
}
function parseShifts(text, startedAt) {
    const parts = (text ?? '').split('.').filter((part) => /^[0-9a-z]{1,6}$/.test(part));
    return parts.map((part) => startedAt + Number.parseInt(part, 36));
}
/** The one tag that a run changes when it takes a rollout over. */
function ownerTag(id) {
    return { [OWNER]: (0,release/* rolloutKey */.nL)(id) };
}
/** The run that the tags name as the one whose rollout it is. */
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
/** Whether a tag holds a part of a record. */
function isRecordTag(key) {
    return key.startsWith(CHUNK);
}
/** The keys among a stage's tags that are ours, to be removed at the end; none: no rollout is open. */
function ourTagKeys(tags) {
    return Object.keys(tags).filter((key) => key.startsWith(TAG_PREFIX) && key !== LAST);
}
/** The same and the last word of the rollout before, unless this one leaves its own. */
function tagKeysToClear(tags, last) {
    const stale = last === undefined && Object.hasOwn(tags, LAST);
    return [...ourTagKeys(tags), ...(stale ? [LAST] : [])];
}
/**
 * Reads what tags say.
 *
 * @param codec of the kind of target whose tags they are
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
        return unreadable(`of the tags ${CHUNK}* some are missing`);
    const begun = isAlone(tags)
        ? parseRecord(texts.join(''))
        : writtenBy(ownerOf(tags), texts, codec);
    if (begun === undefined)
        return unreadable(`the tags ${CHUNK}* hold no record of this version`);
    if (isOfOtherKind(begun, codec)) {
        return unreadable('its tags are those of a rollout of another kind of target');
    }
    const wrong = (0,record_shape/* wrongPart */.Ff)(begun, codec);
    if (wrong !== undefined) {
        return unreadable(`the tags ${CHUNK}* hold a record whose "${wrong}" is malformed`);
    }
    const strange = strangeTag(tags);
    if (strange !== undefined)
        return unreadable(strange);
    const record = { ...begun, id: ownerOf(tags) ?? begun.id };
    return {
        kind: 'rollout',
        storedRollout: {
            record,
            phase,
            stepStartTimes: parseShifts(tags[SHIFTS], record.startedAt),
            canaryDeploymentId: tags[CANARY],
            paused: parsePause(tags[PAUSED] ?? ''),
        },
    };
}
function isOfOtherKind(record, codec) {
    const target = (0,shape/* isMembers */.gV)(record) ? record.target : undefined;
    return (0,shape/* isMembers */.gV)(target) && typeof target.kind === 'string' && target.kind !== codec.kind;
}
/** Tags beside the record whose loss would change what is done. */
function strangeTag(tags) {
    const { [CANARY]: canary, [PAUSED]: paused } = tags;
    if (canary !== undefined && !(0,record_shape/* isGatewayId */.Mf)(canary))
        return `the tag ${CANARY} is ${(0,quote/* quote */.h)(canary)}`;
    const held = paused === undefined || parsePause(paused) !== undefined;
    return held ? undefined : `the tag ${PAUSED} is ${(0,quote/* quote */.h)(paused)}`;
}
function unreadable(why) {
    return { kind: 'unreadable', why };
}
/** The text of each record of which all chunks are there. */
function joinChunks(tags) {
    return totalsIn(tags).flatMap((total) => {
        const chunks = Array.from({ length: total }, (_, i) => tags[`${CHUNK}${i + 1}-${total}`]);
        return chunks.includes(undefined) ? [] : [chunks.join('')];
    });
}
/** Into how many chunks each record was cut that the tags hold something of. */
function totalsIn(tags) {
    const keys = Object.keys(tags).filter((key) => key.startsWith(CHUNK));
    const totals = keys.map((key) => Number(key.split('-').at(-1)));
    return [...new Set(totals)].filter((total) => total > 0 && total <= keys.length);
}
/** Whether the tags hold one record and nothing of another. */
function isAlone(tags) {
    const keys = Object.keys(tags).filter((key) => key.startsWith(CHUNK));
    return keys.every((key) => key.endsWith(`-${keys.length}`));
}
/**
 * Two runs that begin in the same second both write their record, and the one that is still its owner a
 * moment later removes what is left of the other's. Until then the owner's counts.
 */
function writtenBy(owner, texts, codec) {
    const [record, another] = texts
        .map(parseRecord)
        .filter((one) => owner !== undefined &&
        (0,record_shape/* wrongPart */.Ff)(one, codec) === undefined &&
        (0,release/* sameRollout */.c5)(one.id, owner));
    return another === undefined ? record : undefined;
}
/** What the text holds, whatever that is; `undefined`: no record of this version. */
function parseRecord(text) {
    try {
        const { v, ...record } = JSON.parse((0,record_text/* unsealText */._A)(text));
        return v === 1 ? record : undefined;
    }
    catch {
        return undefined;
    }
}


/***/ }),

/***/ 956:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ej: () => (/* binding */ SETTLE_SECONDS),
/* harmony export */   FM: () => (/* binding */ assertFree),
/* harmony export */   GH: () => (/* binding */ takenOver),
/* harmony export */   Hl: () => (/* binding */ isLostToAnother),
/* harmony export */   QS: () => (/* binding */ isOwnedByAnother),
/* harmony export */   SG: () => (/* binding */ assertOwned),
/* harmony export */   fj: () => (/* binding */ ownerId),
/* harmony export */   je: () => (/* binding */ lossOf),
/* harmony export */   rl: () => (/* binding */ causeOf),
/* harmony export */   uj: () => (/* binding */ GONE),
/* harmony export */   zf: () => (/* binding */ mustBeOpen)
/* harmony export */ });
/* unused harmony export LostError */
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5145);
/* harmony import */ var _report_stored_state_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7886);
/* harmony import */ var _rollout_cause_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4313);
/* harmony import */ var _rollout_release_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2787);
// Ownership before each write: whose rollout is remembered is read, and what is another run's is left
// alone. Tags have no lock, so it is read as late as it can be, and once more after it was written.




/** What this run was to write is not its own any more. */
class LostError extends _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .MovedError */ .WJ {
    loss;
    constructor(loss) {
        super((0,_report_stored_state_text_js__WEBPACK_IMPORTED_MODULE_1__/* .lossText */ .T)(loss, _rollout_release_js__WEBPACK_IMPORTED_MODULE_3__/* .formatRolloutId */ .A2));
        this.loss = loss;
    }
}
/** Whether another run is known to have what this one was to write. */
function isLostToAnother(error) {
    return error instanceof LostError && ownerId(error.loss) !== undefined;
}
/** Whose it is now; `undefined`: nobody's, or that is not known. */
function ownerId(loss) {
    return loss.kind === 'taken-over' ? loss.owner.id : undefined;
}
/** Why a change failed. */
function causeOf(error) {
    if (error instanceof LostError)
        return error.loss;
    return error instanceof _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .MovedError */ .WJ ? (0,_rollout_cause_js__WEBPACK_IMPORTED_MODULE_2__/* .externalState */ .dN)(error.message) : (0,_rollout_cause_js__WEBPACK_IMPORTED_MODULE_2__/* .errorCause */ .ov)(error);
}
/** It was `own`'s, or was to be. */
function takenOver(by, own) {
    return new LostError(ownedBy({ kind: 'run', id: by, before: own }));
}
/** Throws unless a rollout of what was asked for is remembered, whoever has it. */
function mustBeOpen(stored) {
    if (stored.kind === 'none')
        throw new LostError(GONE);
    if (stored.kind !== 'rollout')
        throw new LostError(lossTo(stored));
}
/** Throws unless it is this rollout that is remembered. */
function assertOwned(stored, id) {
    const loss = lossOf(stored, id);
    if (loss)
        throw new LostError(loss);
}
/** What became of this rollout; `undefined`: it is the one that is remembered. */
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
 * Whether a rollout is remembered, and another run has it, or it is not what was asked for.
 *
 * @param id omitted: any run's is meant
 */
function isOwnedByAnother(stored, id) {
    if (stored.kind === 'another')
        return true;
    return stored.kind === 'rollout' && !!id && !(0,_rollout_release_js__WEBPACK_IMPORTED_MODULE_3__/* .sameRollout */ .c5)(stored.storedRollout.record.id, id);
}
/**
 * Throws where a rollout is remembered, or something that cannot be read.
 *
 * @param movedBy what a rollout moves, for a sentence: `orders:live`
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
 * How long is waited between saying whose a rollout is and reading whether it stayed so, in seconds: of
 * two runs that say so, the last one has it, and what the other had begun to write is written by then.
 */
const SETTLE_SECONDS = 2;


/***/ }),

/***/ 428:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ sealOf)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
// A digest of a record, which stands where only those who release may write: in the description of the
// deployment that was made for it. Tags that do not fit it were changed.

/**
 * 24 hexadecimal digits over all that is fixed for the whole rollout. Whose it is changes with each run
 * that takes it over, and what is kept ready for it is found out only after this is needed.
 */
function sealOf({ id: _, target, ...rest }) {
    const found = ['warmed', 'kept'];
    const fixed = Object.entries(target).filter(([name]) => !found.includes(name));
    const text = JSON.stringify(inOrder({ ...rest, target: Object.fromEntries(fixed) }));
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(text).digest('hex').slice(0, 24);
}
/** The same for the same members, in whichever order they were written. */
function inOrder(value) {
    if (Array.isArray(value))
        return value.map(inOrder);
    if (typeof value !== 'object' || value === null)
        return value;
    return Object.entries(value)
        .filter(([, member]) => member !== undefined)
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([name, member]) => [name, inOrder(member)]);
}


/***/ })

};
