export const id = 315;
export const ids = [315];
export const modules = {

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
// EXTERNAL MODULE: ./build/aws/lambda-client.js
var lambda_client = __webpack_require__(3603);
// EXTERNAL MODULE: ./build/aws/not-active.js
var not_active = __webpack_require__(7526);
// EXTERNAL MODULE: ./build/aws/readiness.js
var readiness = __webpack_require__(7338);
// EXTERNAL MODULE: ./build/aws/aws-errors.js
var aws_errors = __webpack_require__(5067);
;// CONCATENATED MODULE: ./build/aws/wait-until.js
// Waits with the SDK's own waiters. They treat every error as "not yet", and would continue for half an hour
// without the permission to read. Their errors contain AWS's whole response, environment variables included, so
// nothing of them is shown. Instead, the named fields of the last read are kept here.



/** AWS's own waiter for versions allows 26 minutes, because SnapStart may need that long for its snapshot. */
const MAX_WAIT_SECONDS = 1560;
/** Runs a waiter until it succeeds, reaches its time limit, or gets an error that is final. */
async function waitUntil(client, words, wait) {
    const refused = new AbortController();
    let last;
    let trouble;
    const send = async (...args) => {
        try {
            last = await client.send(...args);
            return last;
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
        if (refused.signal.aborted || !last)
            throw readFailed(words.reading, trouble);
        const observation = (0,not_active/* observedState */.w4)(fieldsOf(last));
        const tooSlow = (0,errors/* errorName */.Is)(error) === 'TimeoutError';
        throw new errors/* KnownError */.E(tooSlow ? words.slow(observation, MAX_WAIT_SECONDS) : words.failed(observation));
    }
}
/** GetFunction wraps the response of GetFunctionConfiguration. */
function fieldsOf(answer) {
    return answer.Configuration ?? answer;
}
function readFailed({ doing, permission }, cause) {
    return new errors/* KnownError */.E((0,aws_errors/* describeAwsError */.Pp)(cause, doing, permission), { cause });
}
/** `AbortError`: the job is cancelled and nothing is sent any more. */
function isFinal(error) {
    return (0,aws_errors/* isAccessDenied */.w7)(error) || (0,aws_errors/* isBadCredentials */.ww)(error) || (0,errors/* errorName */.Is)(error) === 'AbortError';
}

;// CONCATENATED MODULE: ./build/aws/functions.js
// Lambda functions and their published versions.








/** The ARN of a function that is known to have existed. Throws a `KnownError` if it is gone. */
async function readArn(functions, name) {
    const found = await functions.read(name);
    if (!found)
        throw new errors/* KnownError */.E(`the function "${name}" no longer exists`);
    return found.arn;
}
function bindFunctions({ mode, place, open }) {
    const client = open(lambda_client/* LAMBDA */.G);
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
    const { state, stateReason, lastUpdateStatus, lastUpdateReason } = (0,not_active/* observedState */.w4)(answer);
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
/** Only published versions have a snapshot. */
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
                await (0,call/* call */.T1)(words(`allowing API Gateway to invoke "${label}"`, 'AddPermission', label), send);
            }
            catch (error) {
                // The statement is there: an earlier try, whose answer was lost, or an earlier release.
                if (!(0,call/* causedBy */.$z)(error, isConflict))
                    throw error;
            }
        },
    };
}
function isConflict(cause) {
    return (0,errors/* errorName */.Is)(cause) === 'ResourceConflictException';
}
async function publish(client, words, name, description) {
    const update = {
        reading: words(`waiting for the last update of the function "${name}"`, 'GetFunction', name),
        failed: ({ lastUpdateReason }) => (0,not_active/* describeFailedUpdate */.G_)(name, lastUpdateReason),
        slow: (observation, spent) => (0,not_active/* describeSlowUpdate */.MD)(name, observation, spent),
    };
    await waitUntil(client, update, (patience) => (0,dist_cjs/* waitUntilFunctionUpdatedV2 */.rWV)(patience, { FunctionName: name }));
    const answer = await (0,call/* call */.T1)(words(`publishing a version of "${name}"`, 'PublishVersion', name), () => client.send(new dist_cjs/* PublishVersionCommand */.D3m({ FunctionName: name, Description: description })));
    const version = answer.Version ?? '';
    if (!/^\d+$/.test(version)) {
        throw new errors/* KnownError */.E(`publishing "${name}" returned the version "${version}"; expected a number`);
    }
    if (answer.State !== 'Active')
        await untilActive(client, words, name, version);
    return version;
}
async function untilActive(client, words, name, version) {
    const label = `${name}:${version}`;
    const doing = `waiting for version ${version} of "${name}" to become active`;
    const activation = {
        reading: words(doing, 'GetFunctionConfiguration', label),
        failed: ({ stateReason }) => (0,not_active/* describeFailedVersion */.VT)(name, version, stateReason),
        slow: (observation, spent) => (0,not_active/* describeSlowVersion */.xz)(name, version, observation, spent),
    };
    await waitUntil(client, activation, (patience) => (0,dist_cjs/* waitUntilPublishedVersionActive */.S6K)({ ...patience, minDelay: 1 }, { FunctionName: name, Qualifier: version }));
}
/** Lambda may show a version as Active shortly before its snapshot is ready. */
const SNAPSHOT_CHECKS = 60;
const SNAPSHOT_PAUSE_MS = 5_000;
async function untilReady(name, version, read) {
    for (let attempt = 1;; attempt++) {
        const reading = await read();
        const why = (0,readiness/* whyNotReady */.$)(reading);
        if (why === undefined)
            return;
        const coming = reading.state !== 'Inactive' && attempt < SNAPSHOT_CHECKS;
        if (!coming)
            throw new errors/* KnownError */.E(`version ${version} of "${name}" ${why}`);
        await new Promise((resolve) => {
            setTimeout(resolve, SNAPSHOT_PAUSE_MS);
        });
    }
}


/***/ }),

/***/ 3603:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ LAMBDA)
/* harmony export */ });
/* unused harmony export paceCalls */
/* harmony import */ var _aws_sdk_client_lambda__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1696);
// The client of Lambda. Lambda allows 15 control-plane calls a second per account (Lambda developer guide, "Lambda
// quotas"). A release of many functions makes hundreds of calls, so they are spaced out.

const LAMBDA = {
    create: (settings) => paceCalls(new _aws_sdk_client_lambda__WEBPACK_IMPORTED_MODULE_0__/* .LambdaClient */ .Nox(settings)),
};
/** One less than AWS allows, because the account may run other work. */
const CALLS_PER_SECOND = 14;
/** Spaces out the client's calls so that they stay within the rate limit. */
function paceCalls(client) {
    const pace = createPace(1000 / CALLS_PER_SECOND);
    client.middlewareStack.add((next) => async (args) => {
        await pace();
        return next(args);
    }, { step: 'finalizeRequest', name: 'canaryActionPace', priority: 'low' });
    return client;
}
/** @returns a wait that ends at once for the first caller, and `spacingMs` later for each further one */
function createPace(spacingMs) {
    let free = 0;
    return () => {
        const now = Date.now();
        const at = Math.max(now, free);
        free = at + spacingMs;
        if (at <= now)
            return Promise.resolve();
        return new Promise((resolve) => {
            setTimeout(resolve, at - now);
        });
    };
}


/***/ }),

/***/ 7526:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G_: () => (/* binding */ describeFailedUpdate),
/* harmony export */   MD: () => (/* binding */ describeSlowUpdate),
/* harmony export */   VT: () => (/* binding */ describeFailedVersion),
/* harmony export */   w4: () => (/* binding */ observedState),
/* harmony export */   xz: () => (/* binding */ describeSlowVersion)
/* harmony export */ });
/* harmony import */ var _base_command_line_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3260);
/* harmony import */ var _base_duration_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5902);
// Describes an update of a function, or a new version, that did not become ready. Only named fields of AWS's
// response are used, because the whole response contains the environment variables and the URL of the code.


function observedState(fields) {
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
/** One sentence about a failed update. */
function describeFailedUpdate(name, reason) {
    return `the last update of "${name}" failed${because(reason)}; nothing can be published. Update its code or configuration again`;
}
/** @param spentSeconds how long the action waited */
function describeSlowUpdate(name, observation, spentSeconds) {
    const status = observation.lastUpdateStatus || 'InProgress';
    return `the last update of "${name}" was still ${status}${because(observation.lastUpdateReason)} after ${(0,_base_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a)(spentSeconds)}. Run this again when its LastUpdateStatus is Successful, or update it again`;
}
/** One sentence about a published version that cannot start. */
function describeFailedVersion(name, version, reason) {
    return `version ${version} of "${name}" failed to start${because(reason)}. ${REMEDY}: ${deletion(name, version)}`;
}
/** @param spentSeconds how long the action waited */
function describeSlowVersion(name, version, { state, stateReason }, spentSeconds) {
    return `version ${version} of "${name}" was still ${state || 'not there'}${because(stateReason)} after ${(0,_base_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a)(spentSeconds)}; expected Active. ${state === 'Inactive' ? 'Invoke it once, and run' : 'Run'} this again when it is Active. If its state does not change: ${REMEDY}: ${deletion(name, version)}`;
}
/** Publishing unchanged code returns the existing version, failed or not. */
const REMEDY = 'Publishing the same code and configuration returns this version again, so change one of them, or delete the version';
function deletion(name, version) {
    return (0,_base_command_line_js__WEBPACK_IMPORTED_MODULE_1__/* .awsCommand */ .bg)('lambda delete-function', { 'function-name': name, qualifier: version });
}
function because(reason) {
    return reason === '' ? '' : ` (${reason})`;
}


/***/ }),

/***/ 7338:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ whyNotReady)
/* harmony export */ });
// Whether a published version can take traffic.
/**
 * Why the version cannot take traffic, as the end of a sentence; `undefined`: it can. A snapshot is ready when
 * the version is Active and its optimization is On. Lambda makes a version Inactive after two weeks without
 * use, and calls fail until its snapshot is recreated (Lambda developer guide, "SnapStart").
 */
function whyNotReady({ state, stateReason, snapshot }) {
    const because = stateReason && ` (${stateReason})`;
    if (state === 'Failed') {
        return `is Failed${because}, and will not recover; expected Active. Release another version: to publish a new one, change the code or configuration, or delete this version`;
    }
    if (snapshot === 'none') {
        return state === 'Active' || state === 'Inactive'
            ? undefined
            : `is ${state}${because}; expected Active`;
    }
    if (state === 'Inactive') {
        return 'is Inactive: Lambda deleted its unused SnapStart snapshot, and calls fail until Lambda creates it again; invoke it once, and release it when it is Active';
    }
    if (state !== 'Active')
        return `is ${state}${because}; expected Active, with its SnapStart snapshot`;
    return snapshot === 'making'
        ? 'is Active, and its SnapStart snapshot is not ready yet; expected OptimizationStatus On'
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
// Commands for users to paste. They contain IDs and values from outside, so a command is built from words,
// and each word is quoted for a POSIX shell. A word is written as JSON where the AWS CLI's shorthand would
// interpret parts of it as syntax.
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
/** The words that follow `--patch-operations`. */
function patchWords(patches) {
    const short = patches.every(({ path, value = '-' }) => PLAIN.test(path) && STAGE_VARIABLE.test(value));
    return short ? patches.map(shorthand) : [JSON.stringify(patches)];
}
/** The command that routes all traffic of an alias to one version. */
function aliasCommand(region, { functionName, alias }, version) {
    return awsCommand('lambda update-alias', {
        'function-name': functionName,
        name: alias,
        'function-version': version,
        'routing-config': JSON.stringify({ AdditionalVersionWeights: {} }),
        region,
    });
}
/** Characters that the shorthand neither ends a value at nor interprets. */
const PLAIN = /^[A-Za-z0-9._:/-]+$/;
/** Characters that AWS accepts in the value of a stage variable. None ends a quoted value of the shorthand. */
const STAGE_VARIABLE = /^[A-Za-z0-9\-._~:/?#&=,]+$/;
function shorthand({ op, path, value }) {
    if (value === undefined)
        return `op=${op},path=${path}`;
    return `op=${op},path=${path},value=${PLAIN.test(value) ? value : `"${value}"`}`;
}
/** A value that begins with a dash is joined with `=`, or the CLI would parse it as another option. */
function optionWords([name, value]) {
    if (typeof value !== 'string')
        return [`--${name}`, ...value];
    return value.startsWith('-') ? [`--${name}=${value}`] : [`--${name}`, value];
}
/**
 * Leaves out the quotes only where no shell interprets the word. In `name=value`, only the value is quoted.
 */
function quoteForShell(word) {
    const [name = ''] = /^(?:[A-Za-z0-9_@%+:,./-][A-Za-z0-9_@%+:,./=-]*=)?/.exec(word) ?? [];
    const value = word.slice(name.length);
    const plain = /^[A-Za-z0-9_@%+:,./-]*$/.test(value) && word !== '';
    return name + (plain ? value : `'${value.replaceAll("'", "'\\''")}'`);
}


/***/ }),

/***/ 6502:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ fingerprint),
/* harmony export */   r: () => (/* binding */ ofRequestedTarget)
/* harmony export */ });
/* harmony import */ var _record_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1125);
// Compares the stored state with the request. Tags can be copied from one resource to another, and may store a
// rollout of another part of the same resource.

/** The stored state, if it belongs to the request; otherwise what was found instead. */
function ofRequestedTarget(stored, asked) {
    switch (stored.kind) {
        case 'none': {
            const { last } = stored;
            if (last?.of === undefined)
                return stored;
            const { of, ...word } = last;
            return { kind: 'none', last: of === fingerprint(asked) ? word : undefined };
        }
        case 'rollout': {
            // Earlier versions of the action did not write it.
            const { on } = stored.storedRollout.record;
            if (on === undefined || on === asked.on)
                return stored;
            return { kind: 'unreadable', why: `its tags are a copy of the tags of ${on}` };
        }
        case 'takes-part':
        case 'another':
        case 'beyond':
        case 'unproven':
        case 'unreadable':
            return stored;
    }
}
/** Identifies what a last outcome is about: 8 hexadecimal digits. */
function fingerprint({ on, parts }) {
    return (0,_record_text_js__WEBPACK_IMPORTED_MODULE_0__/* .checksum */ .cM)([on, ...[...parts].sort()].join('\n'));
}


/***/ }),

/***/ 3612:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W3: () => (/* binding */ otherPrincipals),
/* harmony export */   vz: () => (/* binding */ uncoveredCalls)
/* harmony export */ });
/* unused harmony export globMatches */
/* harmony import */ var _base_foreign_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6218);
// Checks whether API Gateway may invoke a version. Lambda stores a resource policy per qualifier: a statement on
// the function or an alias does not apply to a version (Lambda developer guide, "aliases in permissions
// policies").
// Without a statement, callers get a 500 that no Lambda metric shows.

const GATEWAY = 'apigateway.amazonaws.com';
const SOURCE_OPERATORS = ['ArnLike', 'ArnEquals', 'StringLike', 'StringEquals'];
/**
 * The calls that the policy does not allow API Gateway to make.
 *
 * @param policy the policy document of exactly the invoked qualifier; `undefined`: none
 * @param sourceArns `arn:…:execute-api:…:api/stage/VERB/path` of every call
 */
function uncoveredCalls(policy, sourceArns) {
    const statements = readStatements(policy).filter(allowsGateway);
    return sourceArns.filter((arn) => !statements.some((s) => matchesSource(s.Condition, arn)));
}
/**
 * Whether the policy allows a call from a source that `knows` does not accept.
 *
 * @param policy the policy document of exactly one qualifier; `undefined`: none
 * @param knows whether a source is known; a statement without a source counts as unknown
 */
function otherPrincipals(policy, knows) {
    if (policy === undefined)
        return false;
    const statements = readStatements(policy);
    const known = (sources) => sources.length > 0 && sources.every(knows);
    return statements.length === 0 || !statements.every((s) => known(sourcesOf(s)));
}
function sourcesOf({ Condition }) {
    const byOperator = Object.entries((Condition ?? {}));
    return byOperator.flatMap(([operator, byKey]) => Object.entries(byKey ?? {}).flatMap(([key, values]) => SOURCE_OPERATORS.includes(operator) && key.toLowerCase() === 'aws:sourcearn'
        ? asList(values).map(String)
        : []));
}
function readStatements(policy) {
    const parsed = (0,_base_foreign_text_js__WEBPACK_IMPORTED_MODULE_0__/* .parseJson */ .qF)(policy ?? '');
    return asList(parsed?.Statement);
}
function allowsGateway(statement) {
    const principal = statement.Principal;
    const services = principal === '*' ? [GATEWAY] : asList(principal?.Service);
    return (statement.Effect === 'Allow' &&
        services.includes(GATEWAY) &&
        asList(statement.Action).some((action) => globMatches(String(action), 'lambda:InvokeFunction')));
}
/** All conditions of a statement must match. A statement without conditions covers every call. */
function matchesSource(condition, arn) {
    const byOperator = Object.entries((condition ?? {}));
    return byOperator.every(([operator, byKey]) => Object.entries(byKey ?? {}).every(([key, expected]) => holds(operator, key, expected, arn)));
}
/** Conditions on anything but the source cannot be evaluated here, and are assumed to match. */
function holds(operator, key, expected, arn) {
    const found = sourceValue(key, arn);
    if (found === undefined || !SOURCE_OPERATORS.includes(operator))
        return true;
    return asList(expected).some((pattern) => globMatches(String(pattern), found));
}
/** The value that API Gateway sends for this key when it makes the call. */
function sourceValue(key, arn) {
    switch (key.toLowerCase()) {
        case 'aws:sourcearn':
            return arn;
        case 'aws:sourceaccount':
            return arn.split(':')[4];
        default:
            return undefined;
    }
}
/**
 * Matches `*` and `?` as IAM does. Linear in the length of the text: the pattern is not turned into a regular
 * expression.
 */
function globMatches(pattern, text) {
    let p = 0;
    let t = 0;
    let star = -1;
    let resume = 0;
    while (t < text.length) {
        if (pattern[p] === '*') {
            star = p++;
            resume = t;
        }
        else if (p < pattern.length && (pattern[p] === '?' || pattern[p] === text[t])) {
            p++;
            t++;
        }
        else if (star >= 0) {
            p = star + 1;
            t = ++resume;
        }
        else
            return false;
    }
    while (pattern[p] === '*')
        p++;
    return p === pattern.length;
}
function asList(value) {
    if (value === undefined || value === null)
        return [];
    return Array.isArray(value) ? value : [value];
}


/***/ }),

/***/ 6805:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ describeVersion),
/* harmony export */   o: () => (/* binding */ parseVersion)
/* harmony export */ });
// The description of a version that a release publishes, which is stored permanently in AWS. A rollback to an
// earlier release reads it.
/** Lambda's limit. */
const MAX_DESCRIPTION = 256;
/** @param source repository and commit */
function describeVersion(source, from) {
    if (from === '')
        return source.slice(0, MAX_DESCRIPTION);
    const tail = `, after ${from}`;
    return `${source.slice(0, MAX_DESCRIPTION - tail.length)}${tail}`;
}
/** The version that was served when this one was published; `undefined` if not recorded. */
function parseVersion(description) {
    return /@[0-9a-f]+, after (\d{1,18})$/.exec(description)?.[1];
}


/***/ })

};
