export const id = 7454;
export const ids = [7454];
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


/***/ })

};
