export const id = 6167;
export const ids = [6167];
export const modules = {

/***/ 16031:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  L: () => (/* binding */ definitionCalls),
  V: () => (/* binding */ nameOf)
});

// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-api-gateway/dist-cjs/index.js
var dist_cjs = __webpack_require__(60818);
// EXTERNAL MODULE: ./build/base/errors.js + 1 modules
var errors = __webpack_require__(76031);
// EXTERNAL MODULE: ./build/aws/call.js
var call = __webpack_require__(13280);
// EXTERNAL MODULE: ./build/aws/pages.js
var pages = __webpack_require__(53242);
// EXTERNAL MODULE: ./build/aws/variable-readers.js
var variable_readers = __webpack_require__(79417);
;// CONCATENATED MODULE: ./build/aws/authorizers.js
// The Lambda authorizers of an API's draft. API Gateway calls their functions like those of integrations, by a
// URI that may contain stage variables.




async function readAuthorizers(client, restApiId, words) {
    const found = [];
    const turn = (0,pages/* turnPages */.KL)(words.doing);
    let position;
    do {
        const page = await (0,call/* call */.T1)(words, () => client.send(new dist_cjs/* GetAuthorizersCommand */.S1n({ restApiId, limit: 500, ...(position && { position }) })));
        found.push(...(page.items ?? []).map(readingOf));
        position = turn(page.position);
    } while (position);
    return found;
}
function readingOf({ authorizerUri: uri, authorizerCredentials: credentials, ...rest }) {
    const { id = '', name = id } = rest;
    const [method, path] = ['authorizer', `"${name}"`];
    const call = { resourceId: '', path, method, credentials, authorizerId: id };
    return {
        id,
        integrations: uri ? [{ ...call, uri }] : [],
        readers: (0,variable_readers/* readerOf */.T)(`${method} ${path}`, rest),
    };
}

// EXTERNAL MODULE: ./build/aws/aws-errors.js + 1 modules
var aws_errors = __webpack_require__(51437);
// EXTERNAL MODULE: ./build/aws/draft-mark.js
var draft_mark = __webpack_require__(80947);
// EXTERNAL MODULE: ./build/aws/gateway-arns.js
var gateway_arns = __webpack_require__(31389);
;// CONCATENATED MODULE: ./build/aws/gateway-responses.js
// The gateway responses of an API's draft: what API Gateway itself answers. Their templates and headers may read
// stage variables.




async function readResponseReaders(client, place, restApiId) {
    const resource = (0,gateway_arns/* gatewayArn */.Sw)(place, `/restapis/${restApiId}/gatewayresponses`);
    const permission = { action: 'apigateway:GET', resource };
    const words = { doing: "reading the API's gateway responses", permission };
    const responses = await (0,pages/* readAll */.yw)(words, (from) => client.send(new dist_cjs/* GetGatewayResponsesCommand */.ehC({ restApiId, limit: 500, ...from })));
    return responses.flatMap(({ responseType = '', ...rest }) => (0,variable_readers/* readerOf */.T)(`gateway response ${responseType}`, rest));
}

// EXTERNAL MODULE: ./build/aws/gateway-words.js
var gateway_words = __webpack_require__(90212);
// EXTERNAL MODULE: ./build/aws/request-text.js
var request_text = __webpack_require__(71731);
// EXTERNAL MODULE: ./build/aws/rest-api-model.js
var rest_api_model = __webpack_require__(20307);
// EXTERNAL MODULE: ./build/aws/stage-export.js
var stage_export = __webpack_require__(69955);
// EXTERNAL MODULE: ./build/aws/twins.js
var twins = __webpack_require__(9073);
;// CONCATENATED MODULE: ./build/aws/definition-calls.js
// The definition of a REST API: its draft, its deployments and what a stage serves, in the action's own types.














function definitionCalls({ client, place, restApiId, stageName, }) {
    const api = `/restapis/${restApiId}`;
    return {
        readApi: async () => {
            const send = () => client.send(new dist_cjs/* GetRestApiCommand */.Wy4({ restApiId }));
            const doing = `reading the REST API "${restApiId}"`;
            const found = await (0,call/* call */.T1)((0,gateway_words/* gatewayWords */.K)(place, doing, 'GET', api), send);
            return { name: found.name ?? restApiId, defaultUrl: defaultUrlOf(found) };
        },
        readTwins: (name) => (0,twins/* readTwins */.g)(client, place, { restApiId, stageName, name }),
        readDraft: async (authorizers = 'asked') => {
            const reading = (0,gateway_words/* gatewayWords */.K)(place, "reading the API's resources", 'GET', `${api}/resources`);
            const methods = await readMethods(client, restApiId, reading);
            const wanted = authorizers === 'all' || (authorizers === 'asked' && methods.asked.length > 0);
            const asking = (0,gateway_words/* gatewayWords */.K)(place, "reading the API's authorizers", 'GET', `${api}/authorizers`);
            const all = wanted ? await readAuthorizers(client, restApiId, asking) : [];
            const unread = methods.asked.find((id) => wanted && !all.some((each) => each.id === id));
            if (unread !== undefined) {
                throw new errors/* KnownError */.E(`${asking.doing}: the AWS response lacks the authorizer "${unread}", which a method uses`);
            }
            const counted = all.filter(({ id }) => authorizers === 'all' || methods.asked.includes(id));
            return {
                ...methods,
                integrations: [...methods.integrations, ...counted.flatMap((each) => each.integrations)],
                readers: [...methods.readers, ...counted.flatMap((each) => each.readers)],
            };
        },
        readServed: () => (0,stage_export/* readServed */.W4)(client, place, restApiId, stageName),
        readResponseReaders: () => readResponseReaders(client, place, restApiId),
        markDraft: ({ resources }) => (0,draft_mark/* markDraft */.X)(client, place, restApiId, resources),
        readDeployment: async (deploymentId) => {
            const path = `${api}/deployments/${deploymentId}`;
            const send = () => client.send(new dist_cjs/* GetDeploymentCommand */.Tvn({ restApiId, deploymentId, embed: ['apisummary'] }));
            const doing = `reading the deployment "${deploymentId}"`;
            const { description = '', apiSummary } = await (0,call/* call */.T1)((0,gateway_words/* gatewayWords */.K)(place, doing, 'GET', path), send);
            return { description, routes: routesOf((0,call/* required */.mw)(apiSummary, doing, 'apiSummary')) };
        },
        readDescription: async (deploymentId) => {
            const path = `${api}/deployments/${deploymentId}`;
            const send = () => client.send(new dist_cjs/* GetDeploymentCommand */.Tvn({ restApiId, deploymentId }));
            const doing = `reading the deployment "${deploymentId}"`;
            try {
                return (await (0,call/* call */.T1)((0,gateway_words/* gatewayWords */.K)(place, doing, 'GET', path), send)).description;
            }
            catch (error) {
                if (!(0,call/* causedBy */.$z)(error, (cause) => (0,aws_errors/* isNotFound */.c4)(cause) || (0,aws_errors/* isAccessDenied */.w7)(cause)))
                    throw error;
                return undefined;
            }
        },
        snapshot: async (description) => {
            const send = () => client.send(new dist_cjs/* CreateDeploymentCommand */.ttP({ restApiId, description }));
            const path = `${api}/deployments`;
            const doing = 'creating a deployment';
            return (0,call/* required */.mw)((await (0,call/* call */.T1)((0,gateway_words/* gatewayWords */.K)(place, doing, 'POST', path), send)).id, doing, 'id');
        },
        rewriteIntegration: async (resourceId, httpMethod, uri) => {
            const patchOperations = [{ op: 'replace', path: '/uri', value: uri }];
            const send = () => client.send(new dist_cjs/* UpdateIntegrationCommand */.fak({ restApiId, resourceId, httpMethod, patchOperations }));
            const path = `${api}/resources/${resourceId}/methods/${httpMethod}/integration`;
            const doing = 'rewriting an integration';
            return (0,call/* required */.mw)((await (0,call/* call */.T1)((0,gateway_words/* gatewayWords */.K)(place, doing, 'PATCH', path), send)).uri, doing, 'uri');
        },
    };
}
function defaultUrlOf({ disableExecuteApiEndpoint, endpointConfiguration, }) {
    if (disableExecuteApiEndpoint)
        return 'nobody';
    return endpointConfiguration?.types?.includes('PRIVATE') ? 'its VPCs' : 'everyone';
}
function routesOf(summary) {
    return Object.entries(summary).flatMap(([path, methods]) => Object.entries(methods).map(([method, details]) => routeOf(path, method, details)));
}
/** AWS requires neither a key nor authorization unless the method says so. */
function routeOf(path, method, details) {
    const { apiKeyRequired = false, authorizationType = 'NONE' } = details;
    return { path, method, apiKeyRequired, authorizationType };
}
/** GetResources returns pages by `position`. With `embed=methods` it includes each method's integration. */
async function readMethods(client, restApiId, words) {
    const routes = [];
    const integrations = [];
    const resources = [];
    const readers = [];
    const asked = [];
    let longest = 0;
    const turn = (0,pages/* turnPages */.KL)(words.doing);
    let position;
    do {
        const page = await (0,call/* call */.T1)(words, () => client.send(new dist_cjs/* GetResourcesCommand */.zR8({
            restApiId,
            limit: 500,
            embed: ['methods'],
            ...(position && { position }),
        })));
        for (const resource of page.items ?? []) {
            resources.push(resource);
            for (const [method, details] of Object.entries(resource.resourceMethods ?? {})) {
                const read = methodOf(resource, method, details);
                routes.push(routeOf(read.path, method, details));
                readers.push(...read.readers);
                asked.push(...read.asked);
                integrations.push(...read.integrations);
                longest = Math.max(longest, read.answerSeconds);
            }
        }
        position = turn(page.position);
    } while (position);
    // A page may have no items, but every API has its root resource.
    if (resources.length === 0)
        (0,call/* required */.mw)(undefined, words.doing, 'items');
    return { routes, integrations, readers, asked, longestAnswerSeconds: longest, resources };
}
/** One method of a resource, with the integration it calls. */
function methodOf({ id: resourceId = '', path = '' }, method, { methodIntegration = {}, authorizerId, ...details }) {
    const { uri, credentials, connectionId, timeoutInMillis, ...rest } = methodIntegration;
    return {
        method,
        path,
        readers: (0,variable_readers/* readerOf */.T)(nameOf({ method, path }), { ...details, ...rest }),
        asked: authorizerId ? [authorizerId] : [],
        integrations: uri
            ? [{ resourceId, path, method, uri, credentials, connectionId, request: (0,request_text/* requestOf */.f)(rest) }]
            : [],
        answerSeconds: (timeoutInMillis ?? rest_api_model/* DEFAULT_TIMEOUT_MS */.t) / 1000,
    };
}
/** `GET /orders`, for a sentence. */
function nameOf({ method, path }) {
    return `${method} ${path}`;
}


/***/ }),

/***/ 21772:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ ALL_METHODS),
/* harmony export */   i: () => (/* binding */ detailedMetrics)
/* harmony export */ });
// The methods of a stage that have CloudWatch metrics of their own, "detailed metrics".
const ALL_METHODS = '*';
/** API reference, Stage, methodSettings: the keys are `~1orders/GET`, or star slash star for all methods. */
function detailedMetrics({ methodSettings = {} }) {
    return Object.fromEntries(Object.entries(methodSettings).map(([key, { metricsEnabled = false }]) => [
        methodName(key),
        metricsEnabled,
    ]));
}
function methodName(key) {
    const at = key.lastIndexOf('/');
    const [path, method] = [key.slice(0, at), key.slice(at + 1)];
    if (path === '*')
        return ALL_METHODS;
    const unescaped = path.replaceAll('~1', '/').replaceAll('~0', '~');
    return `${method} ${unescaped.startsWith('/') ? unescaped : `/${unescaped}`}`;
}


/***/ }),

/***/ 80947:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ sorted),
/* harmony export */   X: () => (/* binding */ markDraft)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var _aws_sdk_client_api_gateway__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(60818);
/* harmony import */ var _call_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(13280);
/* harmony import */ var _gateway_arns_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(31389);
/* harmony import */ var _pages_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(53242);
// A short digest of everything that a deployment of the API's draft would contain: drafts with equal marks are
// equal. AWS cannot compare a draft with a deployment, and returns the two in different forms. So the mark is
// stored when a deployment is created, and drafts are compared by their marks.





/** AWS's maximum page size. */
const limit = 500;
/**
 * @param resources all resources of the draft, with their methods
 * @returns 16 hexadecimal digits. Throws a `KnownError` when a part cannot be read.
 */
async function markDraft(client, place, restApiId, resources) {
    const words = (doing, path) => ({
        doing,
        permission: {
            action: 'apigateway:GET',
            resource: (0,_gateway_arns_js__WEBPACK_IMPORTED_MODULE_2__/* .gatewayArn */ .Sw)(place, `/restapis/${restApiId}${path}`),
        },
    });
    const all = (what, path, send) => (0,_pages_js__WEBPACK_IMPORTED_MODULE_3__/* .readAll */ .yw)(words(`reading the API's ${what}`, path), send);
    const of = { restApiId, limit };
    const [api, models, responses, authorizers, validators] = await Promise.all([
        (0,_call_js__WEBPACK_IMPORTED_MODULE_1__/* .call */ .T1)(words("reading the API's settings", ''), () => client.send(new _aws_sdk_client_api_gateway__WEBPACK_IMPORTED_MODULE_4__/* .GetRestApiCommand */ .Wy4({ restApiId }))),
        all('models', '/models', (from) => client.send(new _aws_sdk_client_api_gateway__WEBPACK_IMPORTED_MODULE_4__/* .GetModelsCommand */ .gqt({ ...of, ...from }))),
        all('gateway responses', '/gatewayresponses', (from) => client.send(new _aws_sdk_client_api_gateway__WEBPACK_IMPORTED_MODULE_4__/* .GetGatewayResponsesCommand */ .ehC({ ...of, ...from }))),
        all('authorizers', '/authorizers', (from) => client.send(new _aws_sdk_client_api_gateway__WEBPACK_IMPORTED_MODULE_4__/* .GetAuthorizersCommand */ .S1n({ ...of, ...from }))),
        all('request validators', '/requestvalidators', (from) => client.send(new _aws_sdk_client_api_gateway__WEBPACK_IMPORTED_MODULE_4__/* .GetRequestValidatorsCommand */ .kxJ({ ...of, ...from }))),
    ]);
    const whole = [
        deployed(api),
        ...[resources, models, responses, authorizers, validators].map(inAnyOrder),
    ];
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(JSON.stringify(whole)).digest('hex').slice(0, 16);
}
/** The API's settings without those that do not affect requests. Fields that AWS adds in future are included. */
function deployed(api) {
    const { $metadata, id, name, description, version, createdDate, warnings, tags, apiStatus, apiStatusMessage, ...settings } = api;
    return sorted(settings);
}
function inAnyOrder(list) {
    return list.map((each) => JSON.stringify(sorted(each))).sort();
}
/** The same value with the members of every object sorted by name. */
function sorted(value) {
    if (Array.isArray(value))
        return value.map(sorted);
    if (typeof value !== 'object' || value === null || value instanceof Date)
        return value;
    const members = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
    return Object.fromEntries(members.map(([name, member]) => [name, sorted(member)]));
}


/***/ }),

/***/ 31389:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   GA: () => (/* binding */ stageArn),
/* harmony export */   Oh: () => (/* binding */ stageUrl),
/* harmony export */   Sw: () => (/* binding */ gatewayArn)
/* harmony export */ });
/* harmony import */ var _base_partitions_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(23601);
// Names of API Gateway's resources, for permissions, tags and links.

/** API Gateway's control-plane ARNs have an empty account. */
function gatewayArn(place, path) {
    return `arn:${place.partition}:apigateway:${place.region}::${path}`;
}
function stageArn(place, restApiId, stageName) {
    return gatewayArn(place, `/restapis/${restApiId}/stages/${stageName}`);
}
/** A stage's default URL. An API with a custom domain may have disabled it. */
function stageUrl(place, restApiId, stageName) {
    const { dnsSuffix } = (0,_base_partitions_js__WEBPACK_IMPORTED_MODULE_0__/* .partitionOf */ .iQ)(place.region);
    return `https://${restApiId}.execute-api.${place.region}.${dnsSuffix}/${stageName}`;
}


/***/ }),

/***/ 51538:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ API_GATEWAY)
/* harmony export */ });
/* harmony import */ var _aws_sdk_client_api_gateway__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(60818);
/* harmony import */ var _aws_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51437);
// The client of API Gateway's control plane.


const API_GATEWAY = {
    create: (settings) => stopAtLimits(new _aws_sdk_client_api_gateway__WEBPACK_IMPORTED_MODULE_1__/* .APIGatewayClient */ .UR2(settings)),
};
/**
 * API Gateway returns 429 for a limit on the number of resources as well, which the SDK takes for throttling and
 * retries. It is made an error that is not retried.
 */
function stopAtLimits(client) {
    client.middlewareStack.add((next) => async (args) => {
        try {
            return await next(args);
        }
        catch (error) {
            if (!(0,_aws_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .isLimitReached */ .mL)(error))
                throw error;
            throw new _aws_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .LimitError */ .oC(error);
        }
    }, { step: 'finalizeRequest', name: 'canaryActionLimits', priority: 'low' });
    return client;
}


/***/ }),

/***/ 90212:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ gatewayWords)
/* harmony export */ });
/* harmony import */ var _gateway_arns_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(31389);
// What the calls of a REST API share: what they are bound to, and the permission that each of them needs.

function gatewayWords(place, doing, verb, path) {
    return { doing, permission: { action: `apigateway:${verb}`, resource: (0,_gateway_arns_js__WEBPACK_IMPORTED_MODULE_0__/* .gatewayArn */ .Sw)(place, path) } };
}


/***/ }),

/***/ 71731:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ requestOf)
/* harmony export */ });
// What an integration sends to its backend, as a text that can be compared. An API's resources and an export of a
// stage contain the same members for it.
/** `undefined` if the request has neither templates nor parameters of its own. */
function requestOf({ requestTemplates, requestParameters, }) {
    const parts = [requestTemplates, requestParameters].map(entriesOf);
    return parts.some((part) => part.length > 0) ? JSON.stringify(parts) : undefined;
}
/** The order of members and the space between words mean nothing. */
function entriesOf(members) {
    return Object.entries(members ?? {})
        .map(([name, text]) => [name, String(text).replace(/\s+/g, ' ').trim()])
        .sort(([a], [b]) => (a < b ? -1 : 1));
}


/***/ }),

/***/ 20307:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ DEFAULT_TIMEOUT_MS)
/* harmony export */ });
// The parts of a stage and an API definition that a rollout reads.
/** API Gateway's default timeout of an integration. */
const DEFAULT_TIMEOUT_MS = 29_000;


/***/ }),

/***/ 46167:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  A: () => (/* binding */ bindRestApi)
});

// EXTERNAL MODULE: ./build/aws/definition-calls.js + 2 modules
var definition_calls = __webpack_require__(16031);
// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-api-gateway/dist-cjs/index.js
var dist_cjs = __webpack_require__(60818);
// EXTERNAL MODULE: ./build/aws/call.js
var call = __webpack_require__(13280);
// EXTERNAL MODULE: ./build/aws/gateway-arns.js
var gateway_arns = __webpack_require__(31389);
;// CONCATENATED MODULE: ./build/aws/draft-import.js
// Replaces an API's draft by a definition, and reads one from a stage that can be imported again.



function draftImport({ client, place, restApiId, stageName, }) {
    const api = `/restapis/${restApiId}`;
    const words = (doing, verb, path) => ({
        doing,
        permission: { action: `apigateway:${verb}`, resource: (0,gateway_arns/* gatewayArn */.Sw)(place, path) },
    });
    return {
        exportStage: async () => {
            const doing = `reading the export of the stage "${stageName}"`;
            const exportType = 'oas30';
            // API reference, GetExport: the extensions of integrations, of authorizers, and all others.
            const parameters = { extensions: 'apigateway,authorizers' };
            const asked = { restApiId, stageName, exportType, parameters, accepts: 'application/json' };
            const path = `${api}/stages/${stageName}/exports/${exportType}`;
            const send = () => client.send(new dist_cjs/* GetExportCommand */.Gz1(asked));
            return (0,call/* required */.mw)((await (0,call/* call */.T1)(words(doing, 'GET', path), send)).body, doing, 'body');
        },
        importDraft: async (body, warnings) => {
            const asked = { restApiId, mode: 'overwrite', failOnWarnings: warnings === 'fail' };
            const send = () => client.send(new dist_cjs/* PutRestApiCommand */.fdq({ ...asked, body }));
            const found = await (0,call/* call */.T1)(words("importing the API's draft", 'PUT', api), send);
            return found.warnings ?? [];
        },
    };
}

// EXTERNAL MODULE: ./build/aws/gateway-client.js
var gateway_client = __webpack_require__(51538);
// EXTERNAL MODULE: ./build/aws/stage-calls.js + 2 modules
var stage_calls = __webpack_require__(10323);
;// CONCATENATED MODULE: ./build/aws/rest-api.js
// One REST API and one of its stages: API Gateway's calls, in the action's own types.




/** Binds the calls to an API and a stage. */
function bindRestApi({ mode, place, open }, restApiId, stageName) {
    const bound = { client: open(gateway_client/* API_GATEWAY */.Q), place, restApiId, stageName };
    const calls = { ...(0,stage_calls/* stageCalls */.a)(bound), ...(0,definition_calls/* definitionCalls */.L)(bound), ...draftImport(bound) };
    return { mode, restApiId, stageName, place, ...calls };
}


/***/ }),

/***/ 10323:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  M: () => (/* binding */ readingOf),
  a: () => (/* binding */ stageCalls)
});

// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-api-gateway/dist-cjs/index.js
var dist_cjs = __webpack_require__(60818);
// EXTERNAL MODULE: ./build/base/without-secrets.js
var without_secrets = __webpack_require__(68008);
;// CONCATENATED MODULE: ./build/aws/access-log-settings.js
// Where a stage writes its access log, and what a line of it looks like.
/** API Gateway accepts one of the two without the other for a while, and then writes nothing. */
function accessLogOf({ accessLogSettings = {}, }) {
    const { destinationArn, format } = accessLogSettings;
    return destinationArn && format ? { destinationArn, format } : undefined;
}

;// CONCATENATED MODULE: ./build/aws/cached-methods.js
// The cache of a stage, which answers requests without calling a backend.
/**
 * The methods whose answers a stage may cache: `GET /orders`, or `all methods`. Empty without a cache. A cluster alone
 * caches nothing: caching is a setting of each method (developer guide, "Cache settings for REST APIs").
 */
function cachedMethods({ cacheClusterEnabled = false, methodSettings = {}, }) {
    if (!cacheClusterEnabled)
        return [];
    const cached = Object.entries(methodSettings).filter(
    // With a time to live of 0, caching is disabled.
    ([, setting]) => setting.cachingEnabled && setting.cacheTtlInSeconds !== 0);
    return cached.map(([key]) => inWords(key)).sort();
}
/** Of a key such as `~1orders/GET`. */
function inWords(key) {
    const at = key.lastIndexOf('/');
    const [path, method] = [key.slice(0, at), key.slice(at + 1)];
    if (path === '*')
        return 'all methods';
    const unescaped = path.replaceAll('~1', '/').replaceAll('~0', '~');
    return `${method} ${unescaped.startsWith('/') ? unescaped : `/${unescaped}`}`;
}

// EXTERNAL MODULE: ./build/aws/call.js
var call = __webpack_require__(13280);
// EXTERNAL MODULE: ./build/aws/detailed-metrics.js
var detailed_metrics = __webpack_require__(21772);
// EXTERNAL MODULE: ./build/aws/gateway-arns.js
var gateway_arns = __webpack_require__(31389);
// EXTERNAL MODULE: ./build/aws/gateway-words.js
var gateway_words = __webpack_require__(90212);
;// CONCATENATED MODULE: ./build/aws/stage-calls.js
// One stage of a REST API: its settings and tags, in the action's own types.








function stageCalls({ client, place, restApiId, stageName }) {
    const path = `/restapis/${restApiId}/stages/${stageName}`;
    const resourceArn = (0,gateway_arns/* stageArn */.GA)(place, restApiId, stageName);
    const tagPath = `/tags/${encodeURIComponent(resourceArn)}`;
    return {
        readStage: async () => {
            const send = () => client.send(new dist_cjs/* GetStageCommand */.aOX({ restApiId, stageName }));
            return readingOf(await (0,call/* call */.T1)((0,gateway_words/* gatewayWords */.K)(place, `reading the stage "${stageName}"`, 'GET', path), send));
        },
        patchStage: async (doing, operations) => {
            const patchOperations = [...operations];
            const send = () => client.send(new dist_cjs/* UpdateStageCommand */.hJS({ restApiId, stageName, patchOperations }));
            const hides = (0,without_secrets/* valuesToHide */._9)(patchOperations.filter(isOfVariable).map(({ value }) => value));
            return readingOf(await (0,call/* call */.T1)({ ...(0,gateway_words/* gatewayWords */.K)(place, doing, 'PATCH', path), hides }, send));
        },
        tag: async (tags) => {
            const send = () => client.send(new dist_cjs/* TagResourceCommand */.eqU({ resourceArn, tags }));
            await (0,call/* call */.T1)((0,gateway_words/* gatewayWords */.K)(place, 'writing the tags of the stage', 'PUT', tagPath), send);
        },
        untag: async (keys) => {
            if (keys.length === 0)
                return;
            const send = () => client.send(new dist_cjs/* UntagResourceCommand */.RP$({ resourceArn, tagKeys: [...keys] }));
            await (0,call/* call */.T1)((0,gateway_words/* gatewayWords */.K)(place, 'removing the tags of the stage', 'DELETE', tagPath), send);
        },
    };
}
function isOfVariable({ path = '' }) {
    return /^\/(variables|canarySettings\/stageVariableOverrides)\//.test(path);
}
/** Converts a stage into the action's own type. */
function readingOf(stage) {
    const canary = stage.canarySettings;
    const doing = `reading the stage "${stage.stageName}"`;
    return {
        tags: stage.tags ?? {},
        cached: cachedMethods(stage),
        detailed: (0,detailed_metrics/* detailedMetrics */.i)(stage),
        accessLog: accessLogOf(stage),
        state: {
            // CreateStage requires one, and a deployment that a stage serves cannot be deleted.
            deploymentId: (0,call/* required */.mw)(stage.deploymentId, doing, 'deploymentId'),
            variables: stage.variables ?? {},
            canary: canary && {
                deploymentId: (0,call/* required */.mw)(canary.deploymentId, doing, 'canarySettings.deploymentId'),
                weight: (0,call/* required */.mw)(canary.percentTraffic, doing, 'canarySettings.percentTraffic'),
                overrides: canary.stageVariableOverrides ?? {},
                useStageCache: canary.useStageCache ?? false,
            },
        },
    };
}


/***/ }),

/***/ 69955:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W4: () => (/* binding */ readServed),
/* harmony export */   ik: () => (/* binding */ routesIn),
/* harmony export */   rY: () => (/* binding */ definitionIn)
/* harmony export */ });
/* unused harmony export ANY_AUTHORIZER */
/* harmony import */ var _aws_sdk_client_api_gateway__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(60818);
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76031);
/* harmony import */ var _base_foreign_text_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(56218);
/* harmony import */ var _call_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(13280);
/* harmony import */ var _gateway_arns_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(31389);
/* harmony import */ var _request_text_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(71731);
/* harmony import */ var _rest_api_model_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(20307);
/* harmony import */ var _variable_readers_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(79417);
// Reads what a stage serves from its export: the integrations and authorizers of its own deployment. The API's
// resources show the draft, which all stages share and which may be newer than any of them. While a canary is
// open, the export is that of the stage's base deployment (API reference, GetExport: it takes a stage).








/** Throws a `KnownError` when the export cannot be read or is not understood. */
async function readServed(client, place, restApiId, stageName) {
    const doing = `reading the export of the stage "${stageName}"`;
    const exportType = 'oas30';
    const path = `/restapis/${restApiId}/stages/${stageName}/exports/${exportType}`;
    const words = {
        doing,
        permission: { action: 'apigateway:GET', resource: (0,_gateway_arns_js__WEBPACK_IMPORTED_MODULE_2__/* .gatewayArn */ .Sw)(place, path) },
    };
    const parameters = { extensions: 'integrations,authorizers' };
    const asked = { restApiId, stageName, exportType, parameters, accepts: 'application/json' };
    const { body } = await (0,_call_js__WEBPACK_IMPORTED_MODULE_1__/* .call */ .T1)(words, () => client.send(new _aws_sdk_client_api_gateway__WEBPACK_IMPORTED_MODULE_3__/* .GetExportCommand */ .Gz1(asked)));
    const found = definitionIn((0,_base_foreign_text_js__WEBPACK_IMPORTED_MODULE_4__/* .parseJson */ .qF)(Buffer.from(body ?? []).toString('utf8')));
    if (typeof found !== 'string')
        return found;
    throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .KnownError */ .E(`${doing}: the export could not be parsed (${found}), so it is unknown which versions its users receive`);
}
/** Every method that a path of a REST API can have, as exports name it. */
const VERBS = {
    'x-amazon-apigateway-any-method': 'ANY',
    delete: 'DELETE',
    get: 'GET',
    head: 'HEAD',
    options: 'OPTIONS',
    patch: 'PATCH',
    post: 'POST',
    put: 'PUT',
};
const NOTHING = { integrations: [], readers: [], longestAnswerSeconds: 0 };
function together(parts) {
    return {
        integrations: parts.flatMap(({ integrations }) => integrations),
        readers: parts.flatMap(({ readers }) => readers),
        longestAnswerSeconds: Math.max(0, ...parts.map((part) => part.longestAnswerSeconds)),
    };
}
/**
 * What a definition in OpenAPI 3.0 or Swagger 2.0 calls.
 *
 * @returns an error text if any part is not understood: a partial result would look like a smaller API
 */
function definitionIn(document) {
    const { paths, components, securityDefinitions, ...rest } = membersOf(document) ?? {};
    const items = membersOf(paths);
    if (!items)
        return 'it has no paths';
    const all = [];
    for (const [path, item] of Object.entries(items)) {
        const found = operationsOf(path, membersOf(item));
        if (typeof found === 'string')
            return found;
        all.push(...found);
    }
    const found = membersOf(membersOf(components)?.securitySchemes ?? securityDefinitions);
    const schemes = Object.entries(found ?? {});
    const authorizers = schemes.map(([name, scheme]) => authorizerIn(name, membersOf(scheme) ?? {}));
    const responses = membersOf(rest['x-amazon-apigateway-gateway-responses']) ?? {};
    const readers = Object.entries(responses).flatMap(([type, response]) => (0,_variable_readers_js__WEBPACK_IMPORTED_MODULE_5__/* .readerOf */ .T)(`gateway response ${type}`, response));
    return together([...all, ...authorizers, { ...NOTHING, readers }]);
}
/** An export names an authorizer but does not contain its ID. */
const ANY_AUTHORIZER = '*';
/**
 * Lambda authorizers only. An authorizer without a URI in the export gets an empty one, which counts
 * as not understood.
 */
function authorizerIn(name, scheme) {
    const { 'x-amazon-apigateway-authorizer': extension, ...described } = scheme;
    const shown = membersOf(extension);
    const isCustom = scheme['x-amazon-apigateway-authtype'] === 'custom';
    if (shown?.type === 'cognito_user_pools' || (!shown && !isCustom))
        return NOTHING;
    const { authorizerUri, authorizerCredentials, ...rest } = shown ?? {};
    const call = { resourceId: '', method: 'authorizer', path: `"${name}"` };
    const uri = textIn(authorizerUri) ?? '';
    const credentials = textIn(authorizerCredentials);
    return {
        ...NOTHING,
        integrations: [{ ...call, uri, credentials, authorizerId: ANY_AUTHORIZER }],
        readers: (0,_variable_readers_js__WEBPACK_IMPORTED_MODULE_5__/* .readerOf */ .T)(`authorizer "${name}"`, { described, rest }),
    };
}
function textIn(value) {
    return typeof value === 'string' ? value : undefined;
}
function operationsOf(path, item) {
    if (!item)
        return `${path} is not an object`;
    const all = [];
    for (const [verb, operation] of Object.entries(item)) {
        if (isNoMethod(verb))
            continue;
        const method = Object.hasOwn(VERBS, verb) ? VERBS[verb] : undefined;
        if (method === undefined)
            return `${path} has an unknown method`;
        const found = operationOf(path, method, membersOf(operation) ?? {});
        if (typeof found === 'string')
            return found;
        all.push(found);
    }
    return all;
}
function operationOf(path, method, { [INTEGRATION]: extension, ...described }) {
    const { uri, credentials, connectionId, timeoutInMillis, ...rest } = membersOf(extension) ?? {
        uri: null,
    };
    if (typeof uri !== 'string' && !(uri === undefined && isMock(rest))) {
        return `${method} ${path} has no readable integration`;
    }
    const by = {
        credentials: textIn(credentials),
        connectionId: textIn(connectionId),
        request: (0,_request_text_js__WEBPACK_IMPORTED_MODULE_6__/* .requestOf */ .f)(rest),
    };
    const timeoutMs = typeof timeoutInMillis === 'number' ? timeoutInMillis : _rest_api_model_js__WEBPACK_IMPORTED_MODULE_7__/* .DEFAULT_TIMEOUT_MS */ .t;
    return {
        // An export has no resource IDs. They are not needed, because a deployment is frozen and never rewritten.
        integrations: typeof uri === 'string' ? [{ resourceId: '', path, method, uri, ...by }] : [],
        readers: (0,_variable_readers_js__WEBPACK_IMPORTED_MODULE_5__/* .readerOf */ .T)(`${method} ${path}`, { described, rest }),
        longestAnswerSeconds: timeoutMs / 1000,
    };
}
const INTEGRATION = 'x-amazon-apigateway-integration';
/** What a path may contain besides its methods. An export has none of it. */
function isNoMethod(member) {
    const isExtension = member.startsWith('x-') && !Object.hasOwn(VERBS, member);
    return isExtension || ['parameters', 'summary', 'description', 'servers'].includes(member);
}
/** Only such an integration has no URI. */
function isMock({ type }) {
    return typeof type === 'string' && type.toLowerCase() === 'mock';
}
/** The methods of a definition, and who may call them. API Gateway gives the same words for a deployment. */
function routesIn(document) {
    const { paths, components, securityDefinitions } = membersOf(document) ?? {};
    const schemes = membersOf(membersOf(components)?.securitySchemes ?? securityDefinitions) ?? {};
    return Object.entries(membersOf(paths) ?? {}).flatMap(([path, item]) => Object.entries(membersOf(item) ?? {}).flatMap(([verb, operation]) => {
        const method = Object.hasOwn(VERBS, verb) ? VERBS[verb] : undefined;
        return method === undefined ? [] : [{ path, method, ...accessOf(operation, schemes) }];
    }));
}
/** Developer guide, "x-amazon-apigateway-authtype": how a scheme is understood. */
function accessOf(operation, schemes) {
    const { security } = membersOf(operation) ?? {};
    const names = (Array.isArray(security) ? security : []).flatMap((each) => Object.keys(membersOf(each) ?? {}));
    let [apiKeyRequired, authorizationType] = [false, 'NONE'];
    for (const name of names) {
        const scheme = membersOf(schemes[name]) ?? {};
        const authorizer = membersOf(scheme['x-amazon-apigateway-authorizer']);
        const type = scheme['x-amazon-apigateway-authtype'];
        if (authorizer) {
            const isCognito = authorizer.type === 'cognito_user_pools' || type === 'cognito_user_pools';
            authorizationType = isCognito ? 'COGNITO_USER_POOLS' : 'CUSTOM';
        }
        else if (type === 'awsSigv4')
            authorizationType = 'AWS_IAM';
        else if (scheme.type === 'apiKey')
            apiKeyRequired = true;
    }
    return { apiKeyRequired, authorizationType };
}
/** `undefined` if the value is not an object. */
function membersOf(value) {
    const is = typeof value === 'object' && value !== null && !Array.isArray(value);
    return is ? value : undefined;
}


/***/ }),

/***/ 9073:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ readRestApis),
/* harmony export */   g: () => (/* binding */ readTwins)
/* harmony export */ });
/* harmony import */ var _aws_sdk_client_api_gateway__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(60818);
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76031);
/* harmony import */ var _aws_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51437);
/* harmony import */ var _call_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(13280);
/* harmony import */ var _gateway_arns_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(31389);
/* harmony import */ var _pages_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(53242);
// Other REST APIs of the same name. CloudWatch knows an API only by its name (developer guide, "API Gateway
// dimensions and metrics": `ApiName`, `Stage`), so it adds their requests to those of the stage.






/** Every REST API of the account in this Region. */
function readRestApis(client, place) {
    const resource = (0,_gateway_arns_js__WEBPACK_IMPORTED_MODULE_3__/* .gatewayArn */ .Sw)(place, '/restapis');
    const words = {
        doing: 'listing the REST APIs',
        permission: { action: 'apigateway:GET', resource },
    };
    return (0,_pages_js__WEBPACK_IMPORTED_MODULE_4__/* .readAll */ .yw)(words, (from) => client.send(new _aws_sdk_client_api_gateway__WEBPACK_IMPORTED_MODULE_5__/* .GetRestApisCommand */ .hwD({ limit: 500, ...from })));
}
/** The IDs of those that have a stage of the same name, or may have one. */
async function readTwins(client, place, { restApiId, stageName, name }) {
    const words = (doing, path) => ({
        doing,
        permission: { action: 'apigateway:GET', resource: (0,_gateway_arns_js__WEBPACK_IMPORTED_MODULE_3__/* .gatewayArn */ .Sw)(place, path) },
    });
    const apis = await readRestApis(client, place);
    const twins = [];
    for (const { id = '', name: other } of apis) {
        if (other !== name || id === restApiId)
            continue;
        const reading = words(`reading a stage of the REST API ${id}`, `/restapis/${id}/stages/*`);
        const stage = { restApiId: id, stageName };
        const found = await (0,_call_js__WEBPACK_IMPORTED_MODULE_2__/* .call */ .T1)(reading, () => client.send(new _aws_sdk_client_api_gateway__WEBPACK_IMPORTED_MODULE_5__/* .GetStageCommand */ .aOX(stage))).catch(
        // A stage that this job may not read may exist.
        (error) => !(0,_call_js__WEBPACK_IMPORTED_MODULE_2__/* .causedBy */ .$z)((0,_base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .known */ .eO)(error), _aws_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .isNotFound */ .c4));
        if (found)
            twins.push(id);
    }
    return twins;
}


/***/ }),

/***/ 79417:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ readerOf)
/* harmony export */ });
/* unused harmony export variablesRead */
// Finds stage variables in AWS's responses: templates, mappings and any other text that may use one.
/** Searches AWS's response for one part of the definition; empty if it reads no variable. */
function readerOf(where, answer) {
    const names = [...new Set(textsIn(answer).flatMap(variablesRead))];
    return names.length > 0 ? [{ where, names }] : [];
}
function textsIn(value) {
    if (typeof value === 'string')
        return [value];
    if (typeof value !== 'object' || value === null)
        return [];
    return Object.values(value).flatMap(textsIn);
}
const READ = /stageVariables(?:\.get\(\s*['"](\w+)['"]\s*\)|\[\s*['"](\w+)['"]\s*\]|\.(\w+)(?!\w*\())?/g;
/** The stage variables that a template or mapping reads; `*` stands for names that are not known. */
function variablesRead(text) {
    return [...text.matchAll(READ)].map(([, got, indexed, plain]) => got ?? indexed ?? plain ?? '*');
}


/***/ })

};
