export const id = 6057;
export const ids = [6057];
export const modules = {

/***/ 11056:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  f: () => (/* binding */ bindFunctions),
  M: () => (/* binding */ readArn)
});

// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-lambda/dist-cjs/index.js
var dist_cjs = __webpack_require__(71696);
// EXTERNAL MODULE: ./build/base/errors.js + 1 modules
var errors = __webpack_require__(76031);
// EXTERNAL MODULE: ./build/aws/arns.js
var arns = __webpack_require__(828);
// EXTERNAL MODULE: ./build/aws/aws-errors.js + 1 modules
var aws_errors = __webpack_require__(51437);
// EXTERNAL MODULE: ./build/aws/call.js
var call = __webpack_require__(13280);
// EXTERNAL MODULE: ./build/base/partitions.js
var partitions = __webpack_require__(23601);
;// CONCATENATED MODULE: ./build/aws/code-objects.js
// Writes code that is too large for a request to S3. One call does not need S3's own client, which is as large as all
// others together: the client of Lambda signs and sends it, with its credentials, proxy and limits.


/** The key names the content, so it is safe to repeat. */
async function storeCode(client, place, { bucket, key, content, sha256 }) {
    const doing = `writing the code to s3://${bucket}/${key}`;
    const resource = `arn:${place.partition}:s3:::${bucket}/${key}`;
    const request = requestFor(place, `/${bucket}/${key}`, content, sha256);
    await (0,call/* call */.T1)({ doing, permission: { action: 's3:PutObject', resource } }, () => send(client, place, request));
}
const ATTEMPTS = 4;
const PAUSE_MS = 1_000;
/** Retries what the SDK would retry. */
async function send(client, place, request) {
    for (let attempt = 1;; attempt++) {
        try {
            return await sendOnce(client, place, request);
        }
        catch (error) {
            if (!isPassing(error) || attempt === ATTEMPTS)
                throw error;
            await new Promise((resolve) => {
                setTimeout(resolve, PAUSE_MS * attempt);
            });
        }
    }
}
/** An error of S3 itself, or of the connection. */
function isPassing({ name, code, $metadata }) {
    if ($metadata)
        return ($metadata.httpStatusCode ?? 0) >= 500;
    return name === 'TimeoutError' || typeof code === 'string';
}
async function sendOnce(client, { region }, request) {
    const scheme = { name: 'sigv4', signingName: 's3', signingRegion: region, properties: {} };
    const signer = await client.config.signer(scheme);
    const signed = await signer.sign(request, { signingRegion: region, signingService: 's3' });
    const { response } = await client.config.requestHandler.handle(signed, {
        requestTimeout: SENDING_MS,
    });
    const { statusCode, headers, body } = response;
    const text = await textOf(body);
    if (statusCode >= 300)
        throw errorOf(statusCode, headers, text);
}
const SENDING_MS = 600_000;
/** Path style, because names of buckets may contain dots, which certificates do not cover. */
function requestFor({ region }, path, body, sha256) {
    const { AWS_ENDPOINT_URL_S3, AWS_ENDPOINT_URL } = process.env;
    const standard = `https://s3.${region}.${(0,partitions/* partitionOf */.iQ)(region).dnsSuffix}`;
    const { protocol, hostname, port, host } = new URL(AWS_ENDPOINT_URL_S3 || AWS_ENDPOINT_URL || standard);
    return {
        method: 'PUT',
        protocol,
        hostname,
        ...(port !== '' && { port: Number(port) }),
        path,
        query: {},
        headers: {
            host,
            'content-length': String(body.length),
            'content-type': 'application/zip',
            'x-amz-content-sha256': sha256,
        },
        body,
    };
}
async function textOf(body) {
    const chunks = [];
    for await (const chunk of body)
        chunks.push(chunk);
    return Buffer.concat(chunks).toString('utf8');
}
/** In the form of the SDK's errors. */
function errorOf(httpStatusCode, headers, xml) {
    const where = headers['x-amz-bucket-region'];
    const code = /<Code>([^<]{1,300})</.exec(xml)?.[1] ?? `HTTP ${httpStatusCode}`;
    const message = httpStatusCode === 301 || code === 'AuthorizationHeaderMalformed'
        ? `the bucket is in another Region${where ? `, ${where}` : ''}; expected one in the Region of the functions`
        : (/<Message>([^<]{1,300})/.exec(xml)?.[1] ?? code);
    const requestId = headers['x-amz-request-id'];
    return Object.assign(new Error(message), {
        name: code,
        $metadata: { httpStatusCode, ...(requestId && { requestId }) },
    });
}

;// CONCATENATED MODULE: ./build/aws/function-logging.js
// Where a function writes its log, and how much of it.
function loggingOf({ LoggingConfig = {}, Runtime }) {
    const { LogFormat, SystemLogLevel, LogGroup } = LoggingConfig;
    return {
        format: LogFormat === 'JSON' ? 'JSON' : 'Text',
        ...(SystemLogLevel && { systemLevel: SystemLogLevel }),
        ...(LogGroup && { group: LogGroup }),
        ...(Runtime && { runtime: Runtime }),
    };
}

// EXTERNAL MODULE: ./build/aws/lambda-client.js
var lambda_client = __webpack_require__(43603);
// EXTERNAL MODULE: ./build/aws/not-active.js
var not_active = __webpack_require__(87526);
// EXTERNAL MODULE: ./build/base/command-line.js
var command_line = __webpack_require__(43260);
// EXTERNAL MODULE: ./build/aws/credential-errors.js
var credential_errors = __webpack_require__(76569);
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
    return (0,aws_errors/* isAccessDenied */.w7)(error) || (0,credential_errors/* isBadCredentials */.ww)(error) || (0,errors/* errorName */.Is)(error) === 'AbortError';
}

;// CONCATENATED MODULE: ./build/aws/publish.js
// Publishes `$LATEST` as it was read before, and nothing else: AWS is sent the hash and the revision that were read.






/**
 * How often `$LATEST` is read again after AWS refused to publish it. Each time, an update in progress is waited for
 * as long as AWS's own waiter waits.
 */
const publish_ATTEMPTS = 10;
const publish_PAUSE_MS = 1_000;
/** @returns the number of the version, which can serve. Throws a `MovedError` if `$LATEST` is no longer the same. */
async function publish(publishing) {
    const { client, words, name, seen, read } = publishing;
    for (let attempt = 1;; attempt++) {
        await untilUpdated(client, words, name);
        const latest = await read();
        assertSame(name, seen, latest);
        try {
            return await publish_send(publishing, latest);
        }
        catch (error) {
            if (!(0,call/* causedBy */.$z)(error, isOutdated) || attempt === publish_ATTEMPTS)
                throw error;
            await new Promise((resolve) => {
                setTimeout(resolve, publish_PAUSE_MS * attempt);
            });
        }
    }
}
/** Throws a `MovedError` that names both hashes if the code or the settings are no longer the same. */
function assertSame(name, seen, now) {
    if (seen.codeSha256 !== now.codeSha256) {
        throw new errors/* MovedError */.WJ(`the code of "${name}" changed after preflight: preflight read ${seen.codeSha256}, and $LATEST is now ${now.codeSha256}. ${ANOTHER_PUSH}`);
    }
    if (seen.settings !== now.settings) {
        throw new errors/* MovedError */.WJ(`the settings of "${name}" changed after preflight; its code is still ${now.codeSha256}. ${ANOTHER_PUSH}`);
    }
}
const ANOTHER_PUSH = 'No version was published from it. Another job probably deployed it: run the release of that job, and let only one job at a time deploy and release (concurrency)';
async function publish_send({ client, words, name, description }, { codeSha256, revisionId }) {
    const input = {
        FunctionName: name,
        Description: description,
        CodeSha256: codeSha256,
        RevisionId: revisionId,
    };
    let answer;
    try {
        answer = await (0,call/* call */.T1)(words(`publishing a version of "${name}"`, 'PublishVersion', name), () => client.send(new dist_cjs/* PublishVersionCommand */.D3m(input)));
    }
    catch (error) {
        throw withWayOut((0,errors/* known */.eO)(error));
    }
    const version = answer.Version ?? '';
    if (!/^\d+$/.test(version)) {
        throw new errors/* KnownError */.E(`publishing "${name}" returned the version "${version}"; expected a number`);
    }
    if (answer.State !== 'Active')
        await untilActive(client, words, name, version);
    return version;
}
/**
 * `$LATEST` was written since it was read, or is being updated: then it is read again. Lambda API reference,
 * PublishVersion; the message about the hash is the one recorded by LocalStack.
 */
function isOutdated(cause) {
    const name = (0,errors/* errorName */.Is)(cause);
    return (name === 'PreconditionFailedException' ||
        name === 'ResourceConflictException' ||
        (name === 'InvalidParameterValueException' && /CodeSHA256/i.test((0,errors/* messageOf */.bD)(cause))));
}
/** The same error, or one that also says what to do if there is no room for code. */
function withWayOut(error) {
    if (!(0,call/* causedBy */.$z)(error, isStorageFull))
        return error;
    return new errors/* KnownError */.E(`${error.message}. ${STORAGE_FULL}`, { cause: error });
}
function isStorageFull(cause) {
    return (0,errors/* errorName */.Is)(cause) === 'CodeStorageExceededException';
}
const STORAGE_FULL = `The versions of all functions in this Region share one limit, which ${(0,command_line/* awsCommand */.bg)('lambda get-account-settings', {})} shows. Delete old versions by hand, and set keep-versions, which deletes them after each promotion`;
/** Throws a `KnownError` if the update fails. */
async function untilUpdated(client, words, name) {
    const update = {
        reading: words(`waiting for the last update of the function "${name}"`, 'GetFunction', name),
        failed: ({ lastUpdateReason }) => (0,not_active/* describeFailedUpdate */.G_)(name, lastUpdateReason),
        slow: (observation, spent) => (0,not_active/* describeSlowUpdate */.MD)(name, observation, spent),
    };
    await waitUntil(client, update, (patience) => (0,dist_cjs/* waitUntilFunctionUpdatedV2 */.rWV)(patience, { FunctionName: name }));
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

// EXTERNAL MODULE: ./build/aws/readiness.js
var readiness = __webpack_require__(87338);
;// CONCATENATED MODULE: ./build/aws/upload.js
// Uploads the code of a function over `$LATEST` as it was read before, and over nothing else: AWS is sent the revision
// that was read.




/** As long as 50 MB take on a slow line. */
const upload_SENDING_MS = 300_000;
const upload_ATTEMPTS = 10;
const upload_PAUSE_MS = 1_000;
/**
 * @returns `$LATEST` with the new code, settled. Throws a `MovedError` if it was neither as preflight read it, nor is
 * what was uploaded.
 */
async function upload(uploading) {
    const before = await upload_send(uploading);
    const { client, words, name, codeSha256, read } = uploading;
    await untilUpdated(client, words, name);
    const now = await read();
    if (now.codeSha256 !== codeSha256) {
        throw new errors/* MovedError */.WJ(`the code of "${name}" changed after it was uploaded: this run uploaded ${codeSha256}, and $LATEST is now ${now.codeSha256}. ${upload_ANOTHER_PUSH}`);
    }
    // An update of the code may also update the runtime, which is no change by somebody else.
    if (now.configured !== before.configured) {
        throw new errors/* MovedError */.WJ(`the settings of "${name}" changed while its code was uploaded; its code is now ${codeSha256}. ${upload_ANOTHER_PUSH}`);
    }
    return now;
}
const upload_ANOTHER_PUSH = 'No version was published from it. Another job probably deployed it: let only one job at a time deploy and release (concurrency)';
/** @returns `$LATEST` before */
async function upload_send(uploading) {
    const { client, words, name, seen, code, codeSha256, read } = uploading;
    for (let attempt = 1;; attempt++) {
        let latest = await read();
        if (latest.lastUpdateStatus === 'InProgress') {
            await untilUpdated(client, words, name);
            latest = await read();
        }
        // An earlier attempt, whose answer was lost.
        if (attempt > 1 && latest.codeSha256 === codeSha256)
            return latest;
        assertSame(name, seen, latest);
        try {
            const asked = { FunctionName: name, RevisionId: latest.revisionId, ...sourceOf(code) };
            const answer = await (0,call/* call */.T1)(words(`uploading the code of "${name}"`, 'UpdateFunctionCode', name), () => client.send(new dist_cjs/* UpdateFunctionCodeCommand */.KfB(asked), { requestTimeout: upload_SENDING_MS }));
            checkHash(name, answer.CodeSha256, codeSha256);
            return latest;
        }
        catch (error) {
            const isOutdated = (0,call/* causedBy */.$z)(error, isRevisionOutdated);
            if (!isOutdated || attempt === upload_ATTEMPTS)
                throw explained(withWayOut((0,errors/* known */.eO)(error)), code);
            await new Promise((resolve) => {
                setTimeout(resolve, upload_PAUSE_MS * attempt);
            });
        }
    }
}
/** Publishing a version also changes the revision. */
function isRevisionOutdated(cause) {
    return /^(PreconditionFailed|ResourceConflict)Exception$/.test((0,errors/* errorName */.Is)(cause));
}
function checkHash(name, found, expected) {
    if (found === expected)
        return;
    throw new errors/* MovedError */.WJ(`uploading the code of "${name}": Lambda received ${found}; expected ${expected}. What it was read from changed in between`);
}
/** What the code would be, as Lambda finds it; changes nothing. */
async function tryUpload({ client, words, name }, code) {
    const doing = `checking the new code of "${name}"`;
    const asked = { FunctionName: name, DryRun: true, ...sourceOf(code) };
    try {
        const { CodeSha256, CodeSize = 0 } = await (0,call/* call */.T1)(words(doing, 'UpdateFunctionCode', name), () => client.send(new dist_cjs/* UpdateFunctionCodeCommand */.KfB(asked), { requestTimeout: upload_SENDING_MS }));
        return { codeSha256: (0,call/* required */.mw)(CodeSha256, doing, 'CodeSha256'), bytes: CodeSize };
    }
    catch (error) {
        throw explained((0,errors/* known */.eO)(error), code);
    }
}
function sourceOf(code) {
    switch (code.kind) {
        case 'zip':
            return { ZipFile: code.zip };
        case 'object':
            return {
                S3Bucket: code.bucket,
                S3Key: code.key,
                ...(code.version !== undefined && { S3ObjectVersion: code.version }),
            };
        case 'image':
            return { ImageUri: code.uri };
    }
}
/** Lambda passes on the error of S3: "Error occurred while GetObject. S3 Error Code: NoSuchKey. …". */
function explained(error, code) {
    if (code.kind !== 'object')
        return error;
    const why = WHY_NOT_READ[/S3 Error Code: (\w+)/.exec((0,errors/* messageOf */.bD)(error.cause))?.[1] ?? ''];
    if (why === undefined)
        return error;
    const { bucket, key, version } = code;
    const which = version === undefined ? '' : `#${version}`;
    const words = `code: s3://${bucket}/${key}${which}: ${why} (${error.message})`;
    return new errors/* KnownError */.E(words, { cause: error.cause });
}
const WHY_NOT_READ = {
    PermanentRedirect: 'the bucket is in another Region; Lambda reads only buckets of its own',
    AuthorizationHeaderMalformed: 'the bucket is in another Region; Lambda reads only buckets of its own',
    NoSuchBucket: 'there is no such bucket',
    NoSuchKey: 'there is no such object',
    NoSuchVersion: 'the object has no such version',
    AccessDenied: 'the role may not read it, or it does not exist; expected s3:GetObject and s3:GetObjectVersion',
};

// EXTERNAL MODULE: ./build/aws/version-content.js
var version_content = __webpack_require__(21150);
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
        publish: (name, description, seen) => publish({
            ...{ client, words, name, description, seen },
            read: () => readFunction(client, words, name, undefined),
        }),
        storeCode: (code) => storeCode(client, place, code),
        tryUpload: (name, code) => tryUpload({ client, words, name }, code),
        upload: (name, seen, code, codeSha256) => upload({
            ...{ client, words, name, seen, code, codeSha256 },
            read: () => readFunction(client, words, name, undefined),
        }),
        assertLatest: async (name, seen) => assertSame(name, seen, await readFunction(client, words, name, undefined)),
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
        settings: (0,version_content/* settingsOf */.f5)(answer),
        configured: (0,version_content/* configuredIn */.O$)(answer),
        packageType: answer.PackageType === 'Image' ? 'Image' : 'Zip',
        codeBytes: answer.CodeSize ?? 0,
        revisionId: (0,call/* required */.mw)(answer.RevisionId, doing, 'RevisionId'),
        description: answer.Description ?? '',
        role: answer.Role ?? '',
        deadLetterQueue: answer.DeadLetterConfig?.TargetArn ?? '',
        timeoutSeconds: answer.Timeout ?? 3,
        durable: answer.DurableConfig !== undefined,
        logging: loggingOf(answer),
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
        readResourcePolicy: async (functionArn) => {
            const name = functionArn.split(':')[6] ?? '';
            const asked = words(`reading the policy of "${name}"`, 'GetResourcePolicy', name);
            const send = () => client.send(new dist_cjs/* GetResourcePolicyCommand */.Mab({ ResourceArn: functionArn }));
            try {
                return await (0,call/* ifThere */.y)(async () => (await (0,call/* call */.T1)(asked, send)).Policy);
            }
            catch (error) {
                // A Region that does not have the operation has no such policies either.
                if (!(0,call/* causedBy */.$z)(error, aws_errors/* isUnknownOperation */.ir))
                    throw error;
                return undefined;
            }
        },
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
                if (!(0,call/* causedBy */.$z)(error, aws_errors/* isThereAlready */.LC))
                    throw error;
            }
        },
    };
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

/***/ 43603:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ LAMBDA)
/* harmony export */ });
/* unused harmony export paceCalls */
/* harmony import */ var _aws_sdk_client_lambda__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(71696);
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

/***/ 87526:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G_: () => (/* binding */ describeFailedUpdate),
/* harmony export */   MD: () => (/* binding */ describeSlowUpdate),
/* harmony export */   VT: () => (/* binding */ describeFailedVersion),
/* harmony export */   w4: () => (/* binding */ observedState),
/* harmony export */   xz: () => (/* binding */ describeSlowVersion)
/* harmony export */ });
/* harmony import */ var _base_command_line_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(43260);
/* harmony import */ var _base_duration_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(15902);
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
/** Publishing without an update call since returns the latest version, failed or not. */
const REMEDY = 'Publishing the same code and configuration may return this version again, so change one of them, or delete the version';
function deletion(name, version) {
    return (0,_base_command_line_js__WEBPACK_IMPORTED_MODULE_1__/* .awsCommand */ .bg)('lambda delete-function', { 'function-name': name, qualifier: version });
}
function because(reason) {
    return reason === '' ? '' : ` (${reason})`;
}


/***/ }),

/***/ 87338:
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

/***/ 21150:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O$: () => (/* binding */ configuredIn),
/* harmony export */   OI: () => (/* binding */ isSameContent),
/* harmony export */   f5: () => (/* binding */ settingsOf)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
// What makes a version: its code, and all of its own settings. Two versions are the same only if both are.

/**
 * Members that differ between versions with the same code and settings, or that `codeSha256` covers. Every other
 * member counts, also one that AWS adds in future: then a version counts as new, and is released gradually.
 */
const VOLATILE = new Set([
    '$metadata',
    'CodeSha256',
    'CodeSize',
    'ConfigSha256',
    // That of a published version is the description that it was published with.
    'Description',
    'FunctionArn',
    'LastModified',
    'LastUpdateStatus',
    'LastUpdateStatusReason',
    'LastUpdateStatusReasonCode',
    'MasterArn',
    'RevisionId',
    'State',
    'StateReason',
    'StateReasonCode',
    'Version',
]);
function settingsOf(configuration) {
    const { SnapStart, ...rest } = configuration;
    const kept = Object.entries({ ...rest, SnapStart: SnapStart?.ApplyOn }).filter(([name]) => !VOLATILE.has(name));
    // Such as an environment whose key this role, or Lambda, may not use: its variables are then missing.
    if (kept.some(([, value]) => hasError(value)))
        return undefined;
    const text = JSON.stringify(normalized(Object.fromEntries(kept)));
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(text).digest('hex');
}
/** The same without what an update of the code may change: AWS then may choose another version of the runtime. */
function configuredIn(configuration) {
    const { RuntimeVersionConfig: _, ...rest } = configuration;
    return settingsOf(rest);
}
/** Whether a member has an `Error` in place of its value. */
function hasError(member) {
    if (typeof member !== 'object' || member === null)
        return false;
    return member.Error !== undefined;
}
/** With sorted members, and without empty ones: AWS returns "none" as an empty list, or leaves it out. */
function normalized(value) {
    if (Array.isArray(value))
        return value.map(normalized);
    if (typeof value !== 'object' || value === null)
        return value;
    const members = Object.entries(value)
        .map(([name, member]) => [name, normalized(member)])
        .filter(([, member]) => !isEmpty(member))
        .sort(([a], [b]) => (a < b ? -1 : 1));
    return Object.fromEntries(members);
}
/** An empty text is a value: a variable may have it. */
function isEmpty(value) {
    if (value === undefined || value === null)
        return true;
    return typeof value === 'object' && Object.keys(value).length === 0;
}
/** False if either is not known in full. */
function isSameContent(a, b) {
    return a.codeSha256 === b.codeSha256 && a.settings !== undefined && a.settings === b.settings;
}


/***/ }),

/***/ 43260:
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

/***/ 88081:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Lo: () => (/* binding */ describeReach),
/* harmony export */   lf: () => (/* binding */ helpOn),
/* harmony export */   uM: () => (/* binding */ linkTo),
/* harmony export */   vX: () => (/* binding */ describeToday)
/* harmony export */ });
/* unused harmony exports DOCTOR_PAGE, WAYS */
// The words for how a caller reaches a function. The action's refusals use the same ones.
/** The page that explains them, for a sentence. */
const DOCTOR_PAGE = 'https://github.com/org/canary-action/blob/v1/docs/doctor.md';
/** What a way means, in few words. Each is a heading of the page. */
const WAYS = {
    unqualified: 'unqualified',
    alias: 'alias',
    version: 'version',
    variable: 'stage variable',
    mixed: 'mixed',
    unknown: 'unknown',
    nobody: 'no caller',
};
/** A link to what the page says about a way. */
function linkTo(ways) {
    return `${DOCTOR_PAGE}#${WAYS[ways].replaceAll(' ', '-')}`;
}
/** The end of a refusal, which says where its words are explained. */
function helpOn(ways) {
    return `"canary-action doctor" shows all callers and the smallest change; see ${linkTo(ways)}`;
}
/** `alias live`, `stage variable orders = 7`. */
function describeReach(reach) {
    switch (reach.kind) {
        case 'alias':
            return `alias ${reach.alias}`;
        case 'version':
            return `version ${reach.version}`;
        case 'variable': {
            const value = reach.value === '' ? '' : ` = ${reach.value}`;
            return `stage variable ${reach.variable}${value}`;
        }
        default:
            return WAYS[reach.kind];
    }
}
/** When the users of a caller get new code that is deployed, in few words. */
function describeToday(reach, isMoved) {
    if (reach.kind === 'unqualified')
        return 'all users, at once';
    if (reach.kind === 'unknown')
        return 'not known';
    if (isMoved)
        return 'all users, by the tool';
    if (reach.kind === 'variable' && reach.holds === 'unknown')
        return 'not known';
    return 'nobody, until a release';
}


/***/ }),

/***/ 33612:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   GZ: () => (/* binding */ isDenied),
/* harmony export */   If: () => (/* binding */ refusedCalls),
/* harmony export */   W3: () => (/* binding */ otherPrincipals),
/* harmony export */   u0: () => (/* binding */ sourcesOf)
/* harmony export */ });
/* harmony import */ var _policy_document_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57929);
// Checks whether API Gateway may invoke a version. Every version and alias has a resource policy of its own; one on
// the function covers them only where its `Resource` names them (Lambda developer guide, "Working with
// resource-based policies"). A Deny wins over every Allow.
// Without a permission, callers get a 500 that no Lambda metric shows. So a statement allows a call only if all of
// it is understood, and denies one unless all of it is understood and does not match.

const GATEWAY = 'apigateway.amazonaws.com';
const SOURCE_OPERATORS = ['ArnLike', 'ArnEquals', 'StringLike', 'StringEquals'];
/** A further permission changes nothing about it. */
function isDenied({ denial }) {
    return denial !== undefined;
}
/**
 * The calls that the policies do not allow API Gateway to make.
 *
 * @param sourceArns `arn:…:execute-api:…:api/stage/VERB/path` of every call
 */
function refusedCalls({ arn, documents }, sourceArns) {
    const read = documents.map(_policy_document_js__WEBPACK_IMPORTED_MODULE_0__/* .readStatements */ .bA);
    if (read.includes(undefined)) {
        const denial = 'one of its policies is no policy that this action understands';
        return sourceArns.map((sourceArn) => ({ sourceArn, denial }));
    }
    const statements = read.flatMap((one) => one ?? []);
    return sourceArns.flatMap((sourceArn) => {
        const rulings = statements.map((one) => ({
            one,
            match: (0,_policy_document_js__WEBPACK_IMPORTED_MODULE_0__/* .matchStatement */ .Hs)(one, call(arn, sourceArn)),
        }));
        const denial = rulings.find(({ one, match }) => one.Effect !== 'Allow' && match !== 'no');
        if (denial)
            return [{ sourceArn, denial: describeDenial(denial.one, denial.match) }];
        const isAllowed = rulings.some(({ one, match }) => one.Effect === 'Allow' && match === 'yes');
        return isAllowed ? [] : [{ sourceArn, denial: undefined }];
    });
}
/**
 * The call as API Gateway makes it, with the condition keys that are known to be in it. It is sent over TLS: the
 * endpoints of Lambda accept nothing else (Lambda developer guide, "Infrastructure security").
 */
function call(arn, sourceArn) {
    return {
        service: GATEWAY,
        action: 'lambda:InvokeFunction',
        resource: arn,
        values: {
            'aws:sourcearn': sourceArn,
            'aws:sourceaccount': sourceArn.split(':')[4] ?? '',
            'aws:principalisawsservice': 'true',
            'aws:securetransport': 'true',
            'aws:principalservicename': GATEWAY,
        },
    };
}
function describeDenial({ Sid, Effect }, match) {
    const which = typeof Sid === 'string' && Sid !== '' ? `the statement "${Sid}"` : 'a statement';
    if (Effect === 'Deny' && match === 'yes')
        return `${which} denies it`;
    return `${which} may deny it: it contains something that this action does not understand`;
}
/**
 * Whether the policies may allow a call from a source that `knows` does not accept.
 *
 * @param knows whether a source is known; a statement without a source counts as unknown
 */
function otherPrincipals({ arn, documents }, knows) {
    return documents.some((document) => {
        const statements = (0,_policy_document_js__WEBPACK_IMPORTED_MODULE_0__/* .readStatements */ .bA)(document);
        return !statements?.every((statement) => isHarmless(statement, arn, knows));
    });
}
/** It lets nobody call, or nobody that is unknown, or is about something else. */
function isHarmless(statement, arn, knows) {
    if (statement.Effect === 'Deny' || (0,_policy_document_js__WEBPACK_IMPORTED_MODULE_0__/* .matchResource */ .UY)(statement, arn) === 'no')
        return true;
    const sources = sourcesOf(statement);
    return statement.Effect === 'Allow' && sources.length > 0 && sources.every(knows);
}
/** The callers that a statement is limited to. */
function sourcesOf({ Condition }) {
    const byOperator = Object.entries((Condition ?? {}));
    return byOperator.flatMap(([operator, byKey]) => Object.entries(byKey ?? {}).flatMap(([key, values]) => SOURCE_OPERATORS.includes(operator) && key.toLowerCase() === 'aws:sourcearn'
        ? (0,_policy_document_js__WEBPACK_IMPORTED_MODULE_0__/* .asList */ .DD)(values).map(String)
        : []));
}


/***/ }),

/***/ 57929:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DD: () => (/* binding */ asList),
/* harmony export */   Hs: () => (/* binding */ matchStatement),
/* harmony export */   UY: () => (/* binding */ matchResource),
/* harmony export */   bA: () => (/* binding */ readStatements),
/* harmony export */   pt: () => (/* binding */ matchOperation)
/* harmony export */ });
/* unused harmony export globMatches */
/* harmony import */ var _base_foreign_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(56218);
/* harmony import */ var _rollout_shape_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(86711);
// Reads IAM policy documents and decides whether a statement is about a call. What is not understood is neither a
// match nor a mismatch but unknown, so that the caller can treat it as the more dangerous of the two.


/** @returns `undefined`: the text is not a policy with statements */
function readStatements(policy) {
    const parsed = (0,_base_foreign_text_js__WEBPACK_IMPORTED_MODULE_1__/* .parseJson */ .qF)(policy);
    const statements = asList((0,_rollout_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .isMembers */ .gV)(parsed) ? parsed.Statement : undefined);
    return statements.length > 0 && statements.every(_rollout_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .isMembers */ .gV) ? statements : undefined;
}
/** Whether a statement, whatever its effect, is about this call. */
function matchStatement(statement, call) {
    return all([
        Object.keys(statement).every((name) => ELEMENTS.includes(name)) ? 'yes' : 'unknown',
        either(statement.Principal, statement.NotPrincipal, (one) => matchPrincipal(one, call.service)),
        matchOperation(statement, call.action),
        matchResource(statement, call.resource),
        matchCondition(statement.Condition, call.values),
    ]);
}
/** Whether a statement, whatever its effect, is about this action. */
function matchOperation({ Action, NotAction }, action) {
    return either(Action, NotAction, (one) => matchAction(one, action));
}
function matchResource({ Resource, NotResource }, arn) {
    return either(Resource, NotResource, (one) => matchArn(one, arn));
}
const ELEMENTS = [
    'Sid',
    'Effect',
    'Principal',
    'NotPrincipal',
    'Action',
    'NotAction',
    'Resource',
    'NotResource',
    'Condition',
];
/** An element or its negation; IAM requires exactly one of the two. */
function either(is, isNot, match) {
    if ((is === undefined) === (isNot === undefined))
        return 'unknown';
    return is === undefined ? not(match(isNot)) : match(is);
}
/** IAM user guide, "Principal": `*` and `{"AWS": "*"}` are everyone. */
function matchPrincipal(principal, service) {
    if (principal === '*')
        return 'yes';
    if (!(0,_rollout_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .isMembers */ .gV)(principal))
        return 'unknown';
    return any(Object.entries(principal).map(([type, names]) => {
        switch (type) {
            case 'Service':
                return matchAny(names, (name) => yesIf(name === service));
            case 'AWS':
                return matchAny(names, (name) => yesIf(name === '*'));
            case 'Federated':
            case 'CanonicalUser':
                return 'no';
            default:
                return 'unknown';
        }
    }));
}
/** Actions are case-insensitive. */
function matchAction(actions, action) {
    return matchAny(actions, (pattern) => yesIf(globMatches(pattern.toLowerCase(), action.toLowerCase())));
}
/**
 * IAM user guide, "Resource": a wildcard stays within its part of the ARN; only at the end of a part may it go
 * further. So a pattern that matches only across the parts is not understood.
 */
function matchArn(patterns, arn) {
    return matchAny(patterns, (pattern) => {
        if (pattern === '*' || arnLike(pattern, arn))
            return 'yes';
        return globMatches(pattern, arn) ? 'unknown' : 'no';
    });
}
/** IAM's ArnLike: six parts, of which only the last may contain colons. */
function arnLike(pattern, arn) {
    const [patterns, parts] = [arnParts(pattern), arnParts(arn)];
    return (patterns.length === parts.length &&
        patterns.every((part, i) => globMatches(part, parts[i] ?? '')));
}
function arnParts(arn) {
    const parts = arn.split(':');
    return [...parts.slice(0, 5), parts.slice(5).join(':')];
}
/** All operators and keys must match. */
function matchCondition(condition, values) {
    if (condition === undefined)
        return 'yes';
    if (!(0,_rollout_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .isMembers */ .gV)(condition))
        return 'unknown';
    return all(Object.entries(condition).flatMap(([operator, byKey]) => (0,_rollout_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .isMembers */ .gV)(byKey)
        ? Object.entries(byKey).map(([key, expected]) => holds(operator, values[key.toLowerCase()], expected))
        : ['unknown']));
}
const OPERATORS = {
    ArnEquals: arnLike,
    ArnLike: arnLike,
    StringEquals: (expected, found) => expected === found,
    StringEqualsIgnoreCase: (expected, found) => expected.toLowerCase() === found.toLowerCase(),
    StringLike: globMatches,
    Bool: (expected, found) => expected.toLowerCase() === found,
    Null: (expected) => expected.toLowerCase() === 'false',
};
/** @param found `undefined`: the key is not known, and may be absent from the call or have any value */
function holds(operator, found, expected) {
    if (found === undefined)
        return 'unknown';
    // Every known key is present in the call, so the suffix changes nothing.
    const base = operator.replace(/IfExists$/, '');
    const positive = base.replace(/^(Arn|String)Not/, '$1');
    const compare = Object.hasOwn(OPERATORS, positive) ? OPERATORS[positive] : undefined;
    if (!compare)
        return 'unknown';
    const match = matchAny(expected, (one) => yesIf(compare(one, found)));
    return base === positive ? match : not(match);
}
/** Text with a policy variable is not understood: `${aws:PrincipalAccount}`. */
function matchAny(values, match) {
    const list = asList(values);
    if (list.length === 0)
        return 'unknown';
    return any(list.map((value) => {
        if (typeof value === 'boolean')
            return match(String(value));
        return typeof value === 'string' && !value.includes('${') ? match(value) : 'unknown';
    }));
}
function all(matches) {
    if (matches.includes('no'))
        return 'no';
    return matches.includes('unknown') ? 'unknown' : 'yes';
}
function any(matches) {
    if (matches.includes('yes'))
        return 'yes';
    return matches.includes('unknown') ? 'unknown' : 'no';
}
function not(match) {
    return match === 'unknown' ? match : yesIf(match === 'no');
}
function yesIf(matches) {
    return matches ? 'yes' : 'no';
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


/***/ })

};
