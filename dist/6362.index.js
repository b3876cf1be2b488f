export const id = 6362;
export const ids = [6362,7454];
export const modules = {

/***/ 37454:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  bindLogEvents: () => (/* binding */ bindLogEvents),
  TA: () => (/* binding */ groupArn),
  Vh: () => (/* binding */ groupIn),
  Ms: () => (/* binding */ whyUnread)
});

// EXTERNAL MODULE: ./build/base/errors.js + 1 modules
var errors = __webpack_require__(76031);
// EXTERNAL MODULE: ./build/aws/arns.js
var arns = __webpack_require__(828);
// EXTERNAL MODULE: ./build/aws/aws-errors.js + 1 modules
var aws_errors = __webpack_require__(51437);
// EXTERNAL MODULE: ./build/aws/call.js
var call = __webpack_require__(13280);
// EXTERNAL MODULE: ./node_modules/@aws-sdk/core/dist-cjs/submodules/protocols/index.js
var protocols = __webpack_require__(37288);
// EXTERNAL MODULE: ./build/aws/small-client.js
var small_client = __webpack_require__(68633);
;// CONCATENATED MODULE: ./build/aws/logs-client.js
// The client of CloudWatch Logs, for the two calls that are needed. It is the client of CloudWatch with another name,
// protocol and address, because the package of CloudWatch Logs has the schemas of all of its operations and would add a
// tenth to the bundle (decision 33).



const NAMESPACE = 'com.amazonaws.cloudwatchlogs';
const TARGET = 'Logs_20140328';
const { shape, list } = (0,small_client/* schemasOf */.WP)(NAMESPACE);
const FILTERED_EVENT = shape('FilteredLogEvent', {
    ...{ logStreamName: 0, timestamp: 1, message: 0, ingestionTime: 1, eventId: 0 },
});
const LOG_GROUP = shape('LogGroup', {
    ...{ logGroupName: 0, arn: 0, retentionInDays: 1, logGroupClass: 0 },
});
const operation = (0,small_client/* operationsOf */.CF)(NAMESPACE, TARGET, 'CloudWatchLogsClient');
const FilterLogEventsCommand = operation('FilterLogEvents', shape('FilterLogEventsRequest', {
    ...{ logGroupName: 0, logStreamNamePrefix: 0, startTime: 1, endTime: 1, filterPattern: 0 },
    nextToken: 0,
}), shape('FilterLogEventsResponse', {
    events: () => list('FilteredLogEvents', FILTERED_EVENT),
    nextToken: 0,
}));
const DescribeLogGroupsCommand = operation('DescribeLogGroups', shape('DescribeLogGroupsRequest', { logGroupNamePrefix: 0, nextToken: 0 }), shape('DescribeLogGroupsResponse', {
    logGroups: () => list('LogGroups', LOG_GROUP),
    nextToken: 0,
}));
const CLOUDWATCH_LOGS = {
    create: createLogsClient,
    // Both calls read, by POST.
    isRead: () => true,
};
/**
 * Its address is that of CloudWatch with another name. In 12 Regions of all partitions, with and without FIPS and dual
 * stack, the rules of `@aws-sdk/client-cloudwatch-logs` differ only for GovCloud with both.
 */
function createLogsClient(settings) {
    const client = (0,small_client/* clientAt */.df)('logs', {
        ...settings,
        ...{ serviceId: 'CloudWatch Logs', signingName: 'logs', protocol: protocols.AwsJson1_1Protocol },
        protocolSettings: { defaultNamespace: NAMESPACE, serviceTarget: TARGET, version: '2014-03-28' },
    });
    client.middlewareStack.add((next) => async (args) => {
        try {
            return await next(args);
        }
        catch (error) {
            if ((0,errors/* errorName */.Is)(error) !== 'ThrottlingException')
                throw error;
            throw new OverQuotaError(error);
        }
    }, { step: 'finalizeRequest', name: 'canaryActionOverQuota', priority: 'low' });
    return client;
}
/**
 * The quota of FilterLogEvents belongs to the account, and others read as well. So a throttled call is not repeated
 * at once, neither by the SDK nor by `call`, which go by the name of the error.
 */
class OverQuotaError extends Error {
    name = 'OverQuota';
    $metadata;
    constructor(cause) {
        super((0,errors/* messageOf */.bD)(cause), { cause });
        const requestId = cause?.$metadata?.requestId;
        this.$metadata = requestId === undefined ? {} : { requestId };
    }
}

// EXTERNAL MODULE: ./build/aws/pages.js
var pages = __webpack_require__(53242);
;// CONCATENATED MODULE: ./build/aws/log-events.js
// Reads log groups, and the events in them, page by page.






function bindLogEvents({ place, open }) {
    const client = open(CLOUDWATCH_LOGS);
    return {
        async *pages(query) {
            const words = {
                doing: `reading the log group "${query.group}"`,
                permission: { action: 'logs:FilterLogEvents', resource: eventsArn(place, query.group) },
            };
            const turn = (0,pages/* turnPages */.KL)(words.doing);
            let token;
            do {
                const input = { ...inputOf(query), ...(token !== undefined && { nextToken: token }) };
                const page = await (0,call/* call */.T1)(words, () => client.send(new FilterLogEventsCommand(input)));
                const events = eventsIn(page, query.group, words.doing);
                token = turn(page.nextToken);
                yield { events, isLast: token === undefined };
            } while (token !== undefined);
        },
        readGroup: async (name) => {
            const words = {
                doing: `reading the settings of the log group "${name}"`,
                permission: { action: 'logs:DescribeLogGroups', resource: groupArn(place, '*') },
            };
            const turn = (0,pages/* turnPages */.KL)(words.doing);
            let token;
            do {
                const input = {
                    logGroupNamePrefix: name,
                    ...(token !== undefined && { nextToken: token }),
                };
                const page = await (0,call/* call */.T1)(words, () => client.send(new DescribeLogGroupsCommand(input)));
                const found = page.logGroups?.find(({ logGroupName }) => logGroupName === name);
                if (found) {
                    const { retentionInDays: retentionDays, logGroupClass: logClass = 'STANDARD' } = found;
                    return { name, account: (0,arns/* accountOf */.XP)(found.arn ?? ''), retentionDays, logClass };
                }
                token = turn(page.nextToken);
            } while (token !== undefined);
            return undefined;
        },
    };
}
function inputOf({ group, streamPrefix, from, to, pattern }) {
    return {
        logGroupName: group,
        ...(streamPrefix !== undefined && { logStreamNamePrefix: streamPrefix }),
        startTime: from,
        // Inclusive, unlike that of GetLogEvents.
        endTime: to - 1,
        ...(pattern !== undefined && { filterPattern: pattern }),
    };
}
function eventsIn({ events = [] }, group, doing) {
    return events.map(({ eventId, logStreamName, timestamp, ingestionTime, message }) => {
        const at = (0,call/* required */.mw)(timestamp, doing, 'events.timestamp');
        return {
            id: eventId ?? '',
            group,
            stream: logStreamName ?? '',
            at,
            ingestedAt: ingestionTime ?? at,
            message: message ?? '',
        };
    });
}
/** Of a group; a policy for its events has `:*` at its end. */
function groupArn({ partition, region }, name, account = '*') {
    return `arn:${partition}:logs:${region}:${account}:log-group:${name}`;
}
function eventsArn(place, name) {
    return `${groupArn(place, name)}:*`;
}
/** The group in the destination of a stage's access log, which may end with `:*`; `undefined`: it is not a group. */
function groupIn(destinationArn) {
    const [, region, account, name] = LOG_GROUP_ARN.exec(destinationArn) ?? [];
    return region === undefined || account === undefined || name === undefined
        ? undefined
        : { region, account, name };
}
const LOG_GROUP_ARN = /^arn:[\w-]{1,20}:logs:([\w-]{1,30}):(\d{0,12}):log-group:([^:*]{1,512})(?::\*)?$/;
/** @param error of a call above */
function whyUnread(error) {
    const root = (0,errors/* rootOf */.I5)(error);
    if ((0,errors/* errorName */.Is)(root) === 'OverQuota')
        return 'throttled';
    if ((0,aws_errors/* isNotFound */.c4)(root))
        return 'missing';
    if ((0,aws_errors/* isDenied */.GZ)(root))
        return 'denied';
    // The name is not among the documented errors of the operation (aws/karpenter-provider-aws#9567).
    const isClass = (0,errors/* errorName */.Is)(root) === 'InvalidOperationException' ||
        /not supported for this log class/.test((0,errors/* messageOf */.bD)(root));
    return isClass ? 'class' : 'other';
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

/***/ 13838:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  x: () => (/* binding */ isErrorType),
  o: () => (/* binding */ readErrorRecord)
});

// EXTERNAL MODULE: ./build/base/foreign-text.js
var foreign_text = __webpack_require__(56218);
;// CONCATENATED MODULE: ./build/logs/stack-location.js
// The place in the user's code where an error was thrown: `src/checkout.mjs:41`. Frames of the runtime and of libraries
// are passed over. Only names that look like files are shown, because a message may imitate a frame.
/** The file and line of a frame. Each expression is bounded. */
const FRAMES = [
    // Node.js: `at handler (file:///var/task/checkout.mjs:41:11)`, `at /var/task/index.js:5:9`
    /^at (?:[^()]{0,200} \()?(?:async )?(?:file:\/\/)?([^():]{1,300}):(\d{1,7}):\d{1,7}\)?$/,
    // Python: `File "/var/task/app.py", line 3, in handler`
    /^File "([^"]{1,300})", line (\d{1,7})/,
    // .NET, with symbols: `at Orders.Function.Handle(String input) in /src/Function.cs:line 45`
    /^at .{1,300} in ((?:[A-Za-z]:)?[^:]{1,300}):line (\d{1,7})$/,
    // Ruby: `/var/task/app.rb:5:in 'handler'`
    /^(?:from )?(\/?[\w./-]{1,300}\.rb):(\d{1,7}):in /,
];
/** Java: `at com.example.Orders.handle(Orders.java:41)`. The file has no path, but the class has a package. */
const JAVA = /^at (?:[\w.-]{1,100}\/+){0,3}([\w.$<>]{1,300})\(([\w$-]{1,100}\.\w{1,10}):(\d{1,7})\)$/;
const LIBRARY_CLASSES = /^(?:java|javax|jakarta|jdk|sun|kotlin|kotlinx|scala|groovy|com\.sun|com\.amazonaws|software\.amazon|com\.fasterxml|com\.google|org\.springframework|org\.apache|org\.crac|io\.micronaut|io\.quarkus|io\.netty|reactor)\./;
const LIBRARY_FILES = /node_modules\/|site-packages\/|dist-packages\/|\/gems\/|^node:|^internal\/|^\/var\/(?:runtime|lang)\/|^\/opt\/|^\/usr\/|^runtime\/|aws-lambda-go|^<|importlib/;
const FILE = /^[\w@+. /-]{1,100}$/;
/**
 * @param frames as the runtime writes them, the newest first
 * @returns `undefined`: no frame is in the user's code
 */
function locationIn(frames) {
    for (const frame of frames.slice(0, MOST_FRAMES)) {
        const place = placeOf(frame);
        const file = place && shortened(place.file);
        if (place && file !== undefined)
            return `${file}:${place.line}`;
    }
    return undefined;
}
const MOST_FRAMES = 200;
const LONGEST_FRAME = 700;
function placeOf(frame) {
    if (typeof frame !== 'string')
        return inUserFile(frame.path, String(frame.line));
    const line = frame.slice(0, LONGEST_FRAME).trim();
    const [, name, javaFile, javaLine] = JAVA.exec(line) ?? [];
    if (name !== undefined && javaFile !== undefined && javaLine !== undefined) {
        return LIBRARY_CLASSES.test(name) ? undefined : { file: javaFile, line: javaLine };
    }
    for (const form of FRAMES) {
        const [, file, number] = form.exec(line) ?? [];
        if (file !== undefined && number !== undefined)
            return inUserFile(file, number);
    }
    return undefined;
}
function inUserFile(file, line) {
    return LIBRARY_FILES.test(file) || !/^\d{1,7}$/.test(line) ? undefined : { file, line };
}
/** Relative to the function's code; or else without folders, which may be those of the machine that built it. */
function shortened(file) {
    const inTask = file.startsWith('/var/task/');
    const name = inTask ? file.slice('/var/task/'.length) : (file.split(/[\\/]/).at(-1) ?? '');
    return FILE.test(name) && !name.includes('..') ? name : undefined;
}

;// CONCATENATED MODULE: ./build/logs/error-record.js
// The records that runtimes write when a function fails: its type and its place in the code, never its message. The
// forms are those of AWS's runtime clients, which are public:
// - Node.js: aws/aws-lambda-nodejs-runtime-interface-client, src/Errors.js and src/LogPatch.js
// - Python: aws/aws-lambda-python-runtime-interface-client, awslambdaric/bootstrap.py (log_error)
// - Java: aws/aws-lambda-java-libs, UserFault.reportableError
// - .NET: aws/aws-lambda-dotnet#1016 and DefaultLogMessageFormatter.cs
// - Ruby: aws/aws-lambda-ruby-runtime-interface-client, lambda_logger.rb and lambda_errors.rb
// - Go: aws/aws-lambda-go, lambda/invoke_loop.go (reportFailure) and messages.go


/** `undefined`: the event is not such a record. */
function readErrorRecord(message) {
    if (message.startsWith('{'))
        return readObject(message);
    if (message.startsWith('[ERROR] '))
        return readPython(message);
    return readNode(message) ?? readDotnet(message) ?? readGo(message) ?? readJava(message);
}
const NODE = /^[\dTZ:.-]{20,30}\t([\w-]{1,64})\tERROR\t(?:Invoke Error|Uncaught Exception|Unhandled Promise Rejection) \t(?=\{)/;
/** A rejected promise is reported with what it was rejected with. */
function readNode(message) {
    const [head, id] = NODE.exec(message) ?? [];
    if (head === undefined || id === undefined)
        return undefined;
    const error = objectOf((0,foreign_text/* parseJson */.qF)(message.slice(head.length)));
    const reason = objectOf(error?.reason);
    const cause = typeof reason?.errorType === 'string' ? reason : error;
    return { ...idOf(id), ...detailOf(cause), isFailure: true };
}
/** The type, the message, and a line for each frame, the newest last. */
function readPython(message) {
    const lines = message.split(LINE_BREAK);
    const start = lines.indexOf('Traceback (most recent call last):');
    if (start < 1)
        return undefined;
    const [, type] = /^\[ERROR\] ([\w.]{1,120})(?::|$)/.exec(lines[0] ?? '') ?? [];
    return {
        ...typeOf(type),
        ...placeIn(lines.slice(start + 1).reverse()),
        isFailure: true,
    };
}
const LINE_BREAK = /\r\n|\r|\n/;
const DOTNET = /^[\dTZ:.-]{20,30}\t([\w-]{1,64})\t(?:fail|crit)\t([\w.+`]{1,120}): /;
function readDotnet(message) {
    const [, id, type] = DOTNET.exec(message) ?? [];
    if (id === undefined)
        return undefined;
    const frames = message.split(LINE_BREAK).slice(1);
    return { ...idOf(id), ...typeOf(type), ...placeIn(frames), isFailure: false };
}
/** Go's logger writes the date in front, unless it was told not to. */
const GO = /^\d{4}\/\d\d\/\d\d \d\d:\d\d:\d\d (?=\{"errorMessage":)/;
function readGo(message) {
    const [head] = GO.exec(message) ?? [];
    return head === undefined ? undefined : readObject(message.slice(head.length));
}
/** How many lines of a message are searched for the trace that follows it. */
const MOST_LINES = 50;
/** `message: com.example.SomeException`, and then its trace, which begins with the same name. */
function readJava(message) {
    const lines = message.split(LINE_BREAK, MOST_LINES * 5);
    for (const [i, line] of lines.slice(0, MOST_LINES).entries()) {
        const [, type] = /: ([a-z][\w$]{0,60}(?:\.[\w$]{1,60}){1,12})$/.exec(line.slice(-400)) ?? [];
        const next = lines[i + 1] ?? '';
        if (type !== undefined && (next === type || next.startsWith(`${type}:`))) {
            return { ...typeOf(type), ...placeIn(lines.slice(i + 2)), isFailure: true };
        }
    }
    return undefined;
}
const ERROR_LEVELS = ['ERROR', 'FATAL', 'CRITICAL', 'Error', 'Critical'];
/**
 * The JSON format of any runtime; and the plain object that the runtimes of Go and Ruby write in the text format, which
 * has nothing but type, message and trace.
 */
function readObject(message) {
    const object = objectOf((0,foreign_text/* parseJson */.qF)(message));
    if (!object)
        return undefined;
    const keys = Object.keys(object).filter((key) => key !== 'stackTrace');
    if (keys.sort().join() === 'errorMessage,errorType') {
        return { ...detailOf(object), isFailure: true };
    }
    if (!ERROR_LEVELS.includes(object.level ?? object.log_level))
        return undefined;
    const error = typeof object.errorType === 'string' ? object : objectOf(object.message);
    const id = object.requestId ?? object.AWSRequestId;
    if (typeof error?.errorType === 'string') {
        return { ...idOf(id), ...detailOf(error), isFailure: false };
    }
    const java = typeof object.message === 'string' ? readJava(object.message) : undefined;
    return java && { ...java, ...idOf(id), isFailure: false };
}
function objectOf(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value)
        ? value
        : undefined;
}
function detailOf(error) {
    const stack = error?.stack ?? error?.stackTrace ?? error?.trace;
    return { ...typeOf(error?.errorType), ...placeIn(framesOf(stack)) };
}
/** The newest frame first. Python has the newest one last. */
function framesOf(stack) {
    const list = Array.isArray(stack) ? stack : typeof stack === 'string' ? [stack] : [];
    const frames = list.flatMap((one) => {
        if (typeof one === 'string')
            return one.split(LINE_BREAK);
        const { path, line } = objectOf(one) ?? {};
        return typeof path === 'string' && typeof line === 'number' ? [{ path, line }] : [];
    });
    const isPython = frames.some((one) => typeof one === 'string' && /^\s*File "/.test(one));
    return isPython ? frames.reverse() : frames;
}
function placeIn(frames) {
    const location = locationIn(frames);
    return location === undefined ? {} : { location };
}
/** A type is shown in reports, so it must look like one. */
function typeOf(type) {
    return isErrorType(type) ? { errorType: type } : {};
}
function isErrorType(type) {
    return typeof type === 'string' && /^[\w.$:<>`+-]{1,120}$/.test(type);
}
function idOf(id) {
    return typeof id === 'string' && /^[0-9a-f]{8}-[0-9a-f-]{27}$/.test(id) ? { requestId: id } : {};
}


/***/ }),

/***/ 2580:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ sightingsOf),
/* harmony export */   c: () => (/* binding */ detailsOf)
/* harmony export */ });
/* harmony import */ var _lambda_invocations_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(12625);
// The requests of an alias, from the lines that Lambda writes for each invocation.

/** @param versionOf `undefined`: the stream belongs to another function or version */
function sightingsOf(facts, versionOf) {
    const own = facts.filter(({ event }) => versionOf(event) !== undefined);
    const { invocations, dropped } = (0,_lambda_invocations_js__WEBPACK_IMPORTED_MODULE_0__/* .invocationsOf */ .Z)(own);
    return {
        sightings: invocations.flatMap((one) => sightingOf(one, versionOf) ?? []),
        dropped,
    };
}
function sightingOf(invocation, versionOf) {
    const { requestId, group, stream, startedAt, endedAt = 0, durationMs = 0, outcome } = invocation;
    const at = startedAt ?? endedAt - Math.round(durationMs);
    const version = versionOf({ group, stream });
    if (version === undefined || (startedAt === undefined && endedAt === 0))
        return undefined;
    const failure = outcome.kind === 'failed' ? { ...failureOf(outcome), functionRequestId: requestId } : undefined;
    return {
        requestId,
        at,
        ...version,
        group,
        isCertain: true,
        ...(durationMs > 0 && { latency: durationMs }),
        isClosed: outcome.kind === 'ok' || outcome.kind === 'failed',
        ...(failure && { failure }),
    };
}
function failureOf({ how, errorType, location, }) {
    return {
        how,
        ...(errorType !== undefined && { errorType }),
        ...(location !== undefined && { location }),
    };
}
/** Why a function's invocations failed, by request ID, for the failures of a stage that invoked it. */
function detailsOf(invocations) {
    const details = new Map();
    for (const { requestId, outcome } of invocations) {
        if (outcome.kind !== 'failed')
            continue;
        const { how: _, ...detail } = failureOf(outcome);
        details.set(requestId, detail);
    }
    return details;
}


/***/ }),

/***/ 12625:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ readInvocations),
/* harmony export */   Z: () => (/* binding */ invocationsOf)
/* harmony export */ });
/* harmony import */ var _lambda_lines_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(34985);
// Puts Lambda's lines together to invocations. Lines may come in any order and more than once; the result is the same.
// Some runtimes write an error without the ID of the request. One environment serves one request at a time and has a
// stream of its own, so such a line belongs to the request that the stream had started last.

/** @param events of one version: its own streams only */
function readInvocations(events) {
    return invocationsOf(events.flatMap((event) => {
        const fact = (0,_lambda_lines_js__WEBPACK_IMPORTED_MODULE_0__/* .readLambdaLine */ .E)(event.message);
        return fact ? [{ event, fact }] : [];
    }));
}
function invocationsOf(facts) {
    const placed = [...facts].sort((a, b) => a.event.at - b.event.at);
    const drafts = new Map();
    for (const { event, fact } of placed) {
        if ('requestId' in fact && fact.requestId !== undefined) {
            take(draftOf(drafts, fact.requestId, event), fact, event);
        }
    }
    const streams = byStream(drafts);
    for (const { event, fact } of placed) {
        if (fact.kind === 'error' && fact.requestId === undefined) {
            takeUnnamed(streams.get(keyOf(event)) ?? [], fact, event);
        }
    }
    return {
        invocations: [...drafts.values()].map(finished),
        dropped: placed.some(({ fact }) => fact.kind === 'dropped'),
    };
}
function draftOf(drafts, requestId, event) {
    const { group, stream } = event;
    const draft = drafts.get(requestId) ?? { requestId, group, stream, failures: [], errors: [] };
    drafts.set(requestId, draft);
    return draft;
}
function take(draft, fact, { at }) {
    switch (fact.kind) {
        case 'started':
            draft.startedAt = at;
            break;
        case 'ended':
            draft.endedAt = Math.max(at, draft.endedAt ?? at);
            if (fact.durationMs !== undefined)
                draft.durationMs = fact.durationMs;
            if (typeof fact.result === 'string')
                draft.result = stronger(draft.result, fact.result);
            else
                draft.failures = [...draft.failures, fact.result];
            break;
        case 'failed':
            draft.failures = [...draft.failures, fact.failure];
            break;
        case 'error':
            draft.errors = [...draft.errors, fact];
            break;
        case 'dropped':
            break;
    }
}
/** Two lines report an invocation in the JSON format; one of them may lack the status. */
function stronger(a, b) {
    return a === 'ok' || a === 'unstated' ? a : b;
}
function keyOf({ group, stream }) {
    return `${group}\n${stream}`;
}
/** The invocations of each environment, in order. */
function byStream(drafts) {
    const streams = new Map();
    for (const draft of drafts.values()) {
        const key = keyOf(draft);
        const list = streams.get(key) ?? [];
        list.push(draft);
        streams.set(key, list);
    }
    for (const list of streams.values())
        list.sort((a, b) => beginOf(a) - beginOf(b));
    return streams;
}
function beginOf({ startedAt, endedAt, durationMs = 0 }) {
    return startedAt ?? (endedAt ?? 0) - durationMs;
}
/**
 * Gives an error without an ID to the invocation that the environment was serving. An error between two invocations was
 * thrown when the environment was initialized: it explains why the next one failed, but does not make it fail, because
 * Lambda initializes once more.
 */
function takeUnnamed(drafts, fact, event) {
    const next = indexAfter(drafts, event.at);
    const [before, last] = [drafts[next - 2], drafts[next - 1]];
    // In the same millisecond, one may end and the next one begin: errors come before the end.
    if (before && last && beginOf(last) === event.at && before.endedAt === event.at) {
        take(before, fact, event);
    }
    else if (last && (last.endedAt ?? event.at) >= event.at) {
        take(last, fact, event);
    }
    else {
        const first = drafts[next];
        if (first)
            take(first, { ...fact, isFailure: false }, event);
    }
}
/** The index of the first invocation that begins later. */
function indexAfter(drafts, at) {
    let [low, high] = [0, drafts.length];
    while (low < high) {
        const middle = (low + high) >> 1;
        const draft = drafts[middle];
        if (draft && beginOf(draft) <= at)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}
function finished(draft) {
    const { requestId, group, stream, startedAt, endedAt, durationMs } = draft;
    return {
        requestId,
        group,
        stream,
        ...(startedAt !== undefined && { startedAt }),
        ...(endedAt !== undefined && { endedAt }),
        ...(durationMs !== undefined && { durationMs }),
        outcome: outcomeOf(draft),
    };
}
/** What the platform says comes before what the runtime wrote, and a runtime's record tells the type and place. */
function outcomeOf({ result, failures, errors }) {
    const record = errors.find(({ isFailure }) => isFailure);
    const detail = record ?? errors.at(-1);
    const failure = failures.find(({ how }) => how !== 'error') ?? failures[0];
    if (failure)
        return { kind: 'failed', ...failure, ...detailFor(failure, detail) };
    if (record && result !== 'ok') {
        const { errorType = '' } = record;
        const how = errorType.startsWith('Init<') ? 'init' : 'error';
        return { kind: 'failed', how, ...detailFor({ how }, record) };
    }
    if (result === 'ok' || result === 'unstated')
        return { kind: 'ok' };
    return { kind: result === 'unknown' ? 'unknown' : 'open' };
}
/** A timeout has no place: what was logged before it was handled. */
function detailFor({ how, errorType }, detail) {
    if (how === 'timeout' || how === 'out-of-memory' || how === 'response-too-large')
        return {};
    const type = detail?.errorType ?? errorType;
    return {
        ...(type !== undefined && { errorType: type }),
        ...(detail?.location !== undefined && { location: detail.location }),
    };
}


/***/ }),

/***/ 34985:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ readLambdaLine)
/* harmony export */ });
/* harmony import */ var _base_foreign_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(56218);
/* harmony import */ var _error_record_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(13838);
// Lambda's own lines, in the text and in the JSON format (Lambda developer guide, "Lambda Telemetry API Event schema
// reference" and "Configuring JSON and plain text log formats"). A line of the function itself is no evidence: an error
// that was handled and logged is not a failed invocation.


/** `undefined`: any other line. */
function readLambdaLine(message) {
    if (message.startsWith('{'))
        return readPlatform(message) ?? asError(message);
    return readText(message) ?? asError(message);
}
function asError(message) {
    const record = (0,_error_record_js__WEBPACK_IMPORTED_MODULE_0__/* .readErrorRecord */ .o)(message);
    return record && { kind: 'error', ...record };
}
const START = /^START RequestId: ([0-9a-f-]{36}) Version: (\$LATEST|\d{1,10})(?:\s|$)/;
const REPORT = /^REPORT RequestId: ([0-9a-f-]{36})\s{1,3}Duration: (\d{1,9}(?:\.\d{1,6})?) ms/;
const CRASH = /^(?:[\dTZ:.-]{20,30} )?(?:RequestId: )?([0-9a-f]{8}-[0-9a-f-]{27}) (?:Error: )?/;
function readText(message) {
    const [, started, version] = START.exec(message) ?? [];
    if (started !== undefined && version !== undefined) {
        return { kind: 'started', requestId: started, version };
    }
    const [report, ended, duration] = REPORT.exec(message) ?? [];
    if (report !== undefined && ended !== undefined) {
        const durationMs = Number(duration);
        return { kind: 'ended', requestId: ended, durationMs, result: resultIn(message) ?? 'unstated' };
    }
    return readCrash(message);
}
/** `…\tStatus: error\tError Type: Runtime.OutOfMemory`; a report of a success has no status. */
function resultIn(message) {
    const [, status] = /\tStatus: (\w{1,20})(?=\s|$)/.exec(message) ?? [];
    const [, type] = /\tError Type: (\S{1,120})(?=\s|$)/.exec(message) ?? [];
    return status === undefined || status === 'success' ? undefined : failedAs(status, type);
}
/** `RequestId: … Error: Runtime exited with error: signal: killed\nRuntime.ExitError` */
function readCrash(message) {
    const [head, requestId] = CRASH.exec(message) ?? [];
    if (head === undefined || requestId === undefined)
        return undefined;
    const rest = message.slice(head.length, head.length + 300);
    const failure = crashIn(rest);
    return failure && { kind: 'failed', requestId, failure };
}
function crashIn(text) {
    if (/^Task timed out after \d/.test(text))
        return { how: 'timeout' };
    if (/^Runtime exited .*signal: killed/.test(text))
        return { how: 'out-of-memory' };
    if (/^Runtime exited /.test(text))
        return { how: 'exit', errorType: 'Runtime.ExitError' };
    if (/\bRuntime\.InvalidEntrypoint\b/.test(text)) {
        return { how: 'init', errorType: 'Runtime.InvalidEntrypoint' };
    }
    return undefined;
}
function failedAs(status, type) {
    const how = kindOf(status, typeof type === 'string' ? type : '');
    return { how, ...((0,_error_record_js__WEBPACK_IMPORTED_MODULE_0__/* .isErrorType */ .x)(type) && { errorType: type }) };
}
function kindOf(status, type) {
    if (status === 'timeout' || type === 'Sandbox.Timedout')
        return 'timeout';
    if (type === 'Runtime.OutOfMemory')
        return 'out-of-memory';
    if (type === 'Runtime.ExitError')
        return 'exit';
    if (type === 'Function.ResponseSizeTooLarge')
        return 'response-too-large';
    return isInit(type) ? 'init' : 'error';
}
/** Ruby names the phase; the others have types of their own. */
function isInit(type) {
    return (type.startsWith('Init<') ||
        /^Runtime\.(?:ImportModuleError|HandlerNotFound|MalformedHandlerName|UserCodeSyntaxError|InvalidEntrypoint|InvalidWorkingDir)$/.test(type));
}
function readPlatform(message) {
    if (!message.includes('"platform.'))
        return undefined;
    const { type, record } = ((0,_base_foreign_text_js__WEBPACK_IMPORTED_MODULE_1__/* .parseJson */ .qF)(message) ?? {});
    if (type === 'platform.logsDropped')
        return { kind: 'dropped' };
    const { requestId, version, status, errorType } = record ?? {};
    if (typeof requestId !== 'string')
        return undefined;
    if (type === 'platform.start') {
        return { kind: 'started', requestId, version: String(version ?? '') };
    }
    if (type !== 'platform.report' && type !== 'platform.runtimeDone')
        return undefined;
    const duration = record?.metrics?.durationMs;
    return {
        kind: 'ended',
        requestId,
        ...(typeof duration === 'number' && { durationMs: duration }),
        result: resultOf(status, errorType),
    };
}
function resultOf(status, errorType) {
    if (status === 'success')
        return 'ok';
    return typeof status === 'string' ? failedAs(status, errorType) : 'unknown';
}


/***/ })

};
