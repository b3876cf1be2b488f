export const id = 9135;
export const ids = [9135];
export const modules = {

/***/ 3671:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ clientErrorsMeasure)
/* harmony export */ });
/* harmony import */ var _counts_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(16103);
/* harmony import */ var _dispersion_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(59237);
/* harmony import */ var _errors_measure_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(83273);
/* harmony import */ var _harm_thresholds_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(18654);
/* harmony import */ var _measure_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(80203);
/* harmony import */ var _profile_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(60530);
/* harmony import */ var _series_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(15242);
// Requests that API Gateway answers with a 4XX status: rejected, not found, or not understood.







/**
 * The smallest change worth a rollback, as a ratio of odds: 3% → 4.4%, 40% → 50%, 70% → 78%. A ratio of rates would
 * let a service with many client errors reject a fifth more of all requests. More is asked for than of failures,
 * because clients cause most of these, and a version may change a few of them on purpose.
 */
const MATERIAL_ODDS = 1.5;
/** At full weight, a smaller increase is no harm: twice that of failures, so that it is ruled out no later than they. */
const LEAST_HARM = 0.01;
function clientErrorsMeasure(scope = _measure_js__WEBPACK_IMPORTED_MODULE_4__/* .ALL */ .y2) {
    return {
        id: (0,_measure_js__WEBPACK_IMPORTED_MODULE_4__/* .measureId */ .s_)('client errors', scope),
        kind: kindOf(scope),
        scope,
        budget: { parts: 1, shared: true },
        ask: (counted, { falseRollbackRate, dispersion, nextWeight, sound }) => {
            const { series, worse, missing } = (0,_series_js__WEBPACK_IMPORTED_MODULE_6__/* .rarer */ .L)(counted);
            const { before, minutes } = series;
            const profile = sound && worse === 'more' ? (0,_errors_measure_js__WEBPACK_IMPORTED_MODULE_2__/* .profileFor */ .P5)(minutes[0]) : _profile_js__WEBPACK_IMPORTED_MODULE_5__/* .DEFAULT_PROFILE */ .KG;
            return {
                series,
                question: {
                    source: { kind: 'client-errors', ...(missing && { missing }), ...(0,_measure_js__WEBPACK_IMPORTED_MODULE_4__/* .partOf */ .BU)(scope) },
                    worse,
                    falseRollbackRate,
                    standard: (0,_harm_thresholds_js__WEBPACK_IMPORTED_MODULE_3__/* .harmThresholdFor */ .BC)(nextWeight),
                    profile: { ...profile, dispersion: (0,_dispersion_js__WEBPACK_IMPORTED_MODULE_1__/* .dispersionFor */ .iR)(before, dispersion) },
                    materialRatio: materialRatio(before, worse),
                    harm: worse === 'more'
                        ? (0,_harm_thresholds_js__WEBPACK_IMPORTED_MODULE_3__/* .metricHarm */ .T_)(before, nextWeight, LEAST_HARM)
                        : (0,_harm_thresholds_js__WEBPACK_IMPORTED_MODULE_3__/* .lossHarm */ .WS)(before, nextWeight),
                    tellsOpposite: true,
                },
            };
        },
    };
}
function kindOf(scope) {
    return scope.kind === 'route' ? 'route-client-errors' : 'client-errors';
}
/** The ratio of the rates at which the odds differ by `MATERIAL_ODDS`, at the usual rate of the compared events. */
function materialRatio(before, worse) {
    const usual = Math.min(0.5, (0,_counts_js__WEBPACK_IMPORTED_MODULE_0__/* .rate */ .TS)((0,_counts_js__WEBPACK_IMPORTED_MODULE_0__/* .sum */ .cz)(before)) || 0);
    return worse === 'more'
        ? MATERIAL_ODDS / (1 + usual * (MATERIAL_ODDS - 1))
        : MATERIAL_ODDS - usual * (MATERIAL_ODDS - 1);
}


/***/ }),

/***/ 15242:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ rarer),
/* harmony export */   s: () => (/* binding */ orient)
/* harmony export */ });
/* harmony import */ var _counts_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(16103);
// The input of the judge: one series per question, each with the hour before the rollout.

/**
 * What to look for in a metric. If fewer events are worse, the rarer outcome is compared, because a ratio
 * shows most there: fewer orders if one visit in fifty ends in an order, more failed logins if most succeed.
 * The rarer outcome is known before the rollout. Without a history, the first minute of both sides together
 * determines it; their total does not reveal how the sides differ.
 */
function orient({ worse, ...series }) {
    if (worse === 'higher')
        return { series, worse: 'more', missing: false };
    if (!isCommon(series))
        return { series, worse: 'fewer', missing: false };
    return { series: withoutAnyEvents(series), worse: 'more', missing: true };
}
/**
 * The same for events of which more are worse. Where most requests are events, fewer requests without them are looked
 * for: a service that rejects 70% of its requests can at most reject one and a half times as many, but then serves none.
 */
function rarer(series) {
    if (!isCommon(series))
        return { series, worse: 'more', missing: false };
    return { series: withoutAnyEvents(series), worse: 'fewer', missing: true };
}
function withoutAnyEvents({ minutes, before }) {
    return { minutes: minutes.map(_counts_js__WEBPACK_IMPORTED_MODULE_0__/* .withoutEvents */ .oE), before: before.map(_counts_js__WEBPACK_IMPORTED_MODULE_0__/* .missing */ .LO) };
}
function isCommon({ before, minutes }) {
    const usual = (0,_counts_js__WEBPACK_IMPORTED_MODULE_0__/* .sum */ .cz)(before);
    const first = minutes.find((m) => m.canary.requests + m.stable.requests > 0);
    const known = usual.requests > 0 ? usual : (0,_counts_js__WEBPACK_IMPORTED_MODULE_0__/* .sum */ .cz)(first ? [first.canary, first.stable] : []);
    return (0,_counts_js__WEBPACK_IMPORTED_MODULE_0__/* .rate */ .TS)(known) > 0.5;
}


/***/ }),

/***/ 19135:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  connectStage: () => (/* binding */ connectStage)
});

// EXTERNAL MODULE: ./build/aws/arns.js
var arns = __webpack_require__(828);
// EXTERNAL MODULE: ./build/aws/gateway-arns.js
var gateway_arns = __webpack_require__(31389);
// EXTERNAL MODULE: ./build/base/command-line.js
var command_line = __webpack_require__(43260);
// EXTERNAL MODULE: ./build/base/errors.js + 1 modules
var errors = __webpack_require__(76031);
// EXTERNAL MODULE: ./build/monitor/log-source.js
var log_source = __webpack_require__(72869);
// EXTERNAL MODULE: ./build/rollout/record.js + 3 modules
var record = __webpack_require__(31222);
// EXTERNAL MODULE: ./build/targets/lambda/version-reads.js
var version_reads = __webpack_require__(53633);
// EXTERNAL MODULE: ./build/targets/ownership.js
var ownership = __webpack_require__(20956);
// EXTERNAL MODULE: ./build/targets/trust.js
var targets_trust = __webpack_require__(18911);
// EXTERNAL MODULE: ./build/aws/definition-calls.js + 2 modules
var definition_calls = __webpack_require__(16031);
// EXTERNAL MODULE: ./build/aws/detailed-metrics.js
var detailed_metrics = __webpack_require__(21772);
;// CONCATENATED MODULE: ./build/targets/stage/detailed-routes.js
// The routes that API Gateway may count by themselves, where a stage has detailed metrics.


const VERBS = ['DELETE', 'GET', 'HEAD', 'OPTIONS', 'PATCH', 'POST', 'PUT'];
/**
 * Every name under which requests may be counted. AWS does not document whether those to a method `ANY` are counted under
 * that word or under their own verb, so both are asked for.
 */
function detailedRoutes(routes, detailed) {
    const isOn = (name) => detailed[name] ?? detailed[detailed_metrics/* ALL_METHODS */.N] ?? false;
    const on = routes.filter((route) => isOn((0,definition_calls/* nameOf */.V)(route)));
    const names = on.flatMap(({ method, path }) => (method === 'ANY' ? [method, ...VERBS] : [method]).map((each) => ({
        method: each,
        resource: path,
    })));
    return [...new Map(names.map((name) => [`${name.method} ${name.resource}`, name])).values()];
}

// EXTERNAL MODULE: ./build/aws/readiness.js
var readiness = __webpack_require__(87338);
// EXTERNAL MODULE: ./build/base/problems.js
var problems = __webpack_require__(4726);
// EXTERNAL MODULE: ./build/targets/lambda/check-code.js
var check_code = __webpack_require__(64483);
// EXTERNAL MODULE: ./build/targets/lambda/check-function.js
var check_function = __webpack_require__(43730);
// EXTERNAL MODULE: ./build/targets/lambda/inspect-async.js
var inspect_async = __webpack_require__(51672);
// EXTERNAL MODULE: ./build/targets/lambda/inspect-warm.js
var inspect_warm = __webpack_require__(26483);
// EXTERNAL MODULE: ./build/targets/lambda/invoke-policy.js
var invoke_policy = __webpack_require__(33612);
// EXTERNAL MODULE: ./build/targets/lambda/new-code.js
var new_code = __webpack_require__(65101);
// EXTERNAL MODULE: ./build/targets/lambda/next-version.js
var next_version = __webpack_require__(30549);
// EXTERNAL MODULE: ./build/targets/lambda/read-policies.js
var read_policies = __webpack_require__(82164);
// EXTERNAL MODULE: ./build/targets/lambda/unqualified-callers.js
var unqualified_callers = __webpack_require__(46307);
// EXTERNAL MODULE: ./build/targets/stage/canary-change.js
var canary_change = __webpack_require__(3551);
// EXTERNAL MODULE: ./build/targets/stage/served-wiring.js
var served_wiring = __webpack_require__(40634);
// EXTERNAL MODULE: ./build/targets/stage/stage-prepare.js
var stage_prepare = __webpack_require__(33876);
// EXTERNAL MODULE: ./build/targets/stage/wiring.js
var stage_wiring = __webpack_require__(69044);
;// CONCATENATED MODULE: ./build/targets/stage/inspect-functions.js
// Preflight of the functions: whether they are ready, whether a stage canary can reach their new versions, and
// whether API Gateway may invoke those.
















/** The code in the inputs is read once, however often it is asked for. */
function withCodes(clients, reads, released) {
    return { ...reads, codes: (0,new_code/* createNewCodes */.HN)(clients, reads.functions, released) };
}
async function inspectFunctions(reads, released, stage, findings) {
    const { functions, provisioned, qualifiers, api, inputs, codes } = reads;
    const facts = [];
    for (const input of released) {
        const reading = await (0,problems/* attempt */.C)(findings, async () => {
            const found = await functions.read(input.name);
            if (found)
                return found;
            throw new errors/* KnownError */.E(`functions: there is no function "${input.name}" in ${api.place.region}`);
        });
        if (reading)
            (0,check_function/* checkFunction */.d)(input, reading, findings);
        const code = reading && (await (0,new_code/* inspectNewCode */.Kv)(codes, input, reading, findings));
        const wiring = stage && wiringOf(input, stage, inputs, findings);
        if (!reading || !wiring)
            continue;
        const called = [...wiring.integrations, ...afterwards(wiring, stage, inputs)];
        const arns = (0,stage_prepare/* sourceArns */.gb)(api, reading.arn, called);
        const release = await releaseOf(functions, input, wiring, { latest: reading, code }, findings);
        const served = { name: input.name, from: wiring.from, version: input.version };
        const warm = await (0,inspect_warm/* checkWarm */.E)(provisioned, served, findings);
        const { arn, durable } = reading;
        const { place } = api;
        const fact = { input, place, arn, release, wiring, sourceArns: arns, warm, durable };
        const succession = { functionName: input.name, region: place.region, ...release };
        await (0,inspect_async/* noteAsyncSettings */.k)(qualifiers, succession, findings);
        facts.push(fact);
        await checkVersion(functions, fact, inputs, findings);
        if (arns.length > 0)
            await (0,read_policies/* notePolicyAccess */.N8)(functions, arn, findings);
    }
    checkChoices(facts, inputs, findings);
    await (0,unqualified_callers/* inspectUnqualified */.I)(reads, facts.flatMap(uploadedOf), findings);
    return facts;
}
/** A route of this API that names no version is refused with the wiring. */
function uploadedOf({ input: { name, code }, arn }) {
    return code ? [{ name, arn, aliases: [] }] : [];
}
function wiringOf(input, { draft, served, reading }, { definition, promote }, findings) {
    if (!served)
        return undefined;
    const { integrations } = served;
    const released = definition === 'draft' ? draft.integrations : integrations;
    const { variables } = reading.state;
    const found = (0,served_wiring/* findReleaseWiring */.rN)(input.name, { served: integrations, released }, variables);
    if (found.kind !== 'found') {
        findings.problems.push(`functions: ${found.problem}`);
        return undefined;
    }
    const { wiring } = found;
    if (wiring.kind === 'variable' && !promote.deployment) {
        const stays = (0,stage_wiring/* findWiring */.A)(input.name, integrations, variables);
        const same = stays.kind === 'found' && stays.wiring.kind === 'variable';
        if (!same || stays.wiring.variable !== wiring.variable) {
            findings.problems.push(`promote: the deployment that stays on the stage does not take the version of "${input.name}" from stage variable "${wiring.variable}", as the draft does; expected promote with deployment`);
        }
    }
    return wiring;
}
/** The calls to the new version after only the variable is promoted. */
function afterwards({ functionName }, { served, reading }, { promote }) {
    if (promote.deployment)
        return [];
    const stays = (0,stage_wiring/* findWiring */.A)(functionName, served?.integrations ?? [], reading.state.variables);
    return stays.kind === 'found' ? stays.wiring.integrations : [];
}
async function releaseOf(functions, input, { from }, { latest, code }, findings) {
    const { name, version } = input;
    const serving = version === undefined && from !== ''
        ? await (0,problems/* attempt */.C)(findings, () => functions.read(name, from))
        : undefined;
    return (0,next_version/* versionToRelease */.B)(input, from, latest, serving, code);
}
async function checkVersion(functions, fact, inputs, findings) {
    const { name, version } = fact.input;
    if (version === undefined) {
        if (fact.release.version !== undefined)
            return;
        const why = await whyNextRefused(functions, fact, inputs, findings);
        if (why !== undefined)
            findings.problems.push(`invoke-permission: ${why}`);
        return;
    }
    const there = await (0,problems/* attempt */.C)(findings, () => functions.read(name, version));
    if (!there) {
        findings.problems.push(`version: "${name}" has no published version ${version}`);
        return;
    }
    const wrong = (0,check_code/* wrongCode */.B)(fact.input, there);
    if (wrong !== undefined)
        findings.problems.push(wrong);
    const why = (0,readiness/* whyNotReady */.$)(there);
    if (why !== undefined)
        findings.problems.push(`version: version ${version} of "${name}" ${why}`);
    if (version === fact.wiring.from)
        return;
    const policies = await (0,problems/* attempt */.C)(findings, () => (0,read_policies/* readPolicies */.h9)(functions, fact.arn, version));
    const missing = policies && whyRefused(fact, version, policies, inputs);
    if (missing !== undefined)
        findings.problems.push(`invoke-permission: ${missing}`);
}
/**
 * A version that is not published yet has no policy of its own, so unless the policy of the function covers it, or
 * the release adds a permission, its users would get a 500.
 */
async function whyNextRefused(functions, fact, inputs, findings) {
    const policies = await (0,problems/* attempt */.C)(findings, () => (0,read_policies/* readPoliciesOfNext */.Bx)(functions, fact.arn));
    return policies && whyRefused(fact, undefined, policies, inputs);
}
/** The release can add a permission, and nothing against a denial. */
function whyRefused({ place, input, sourceArns: calls }, version, policies, { invokePermission }) {
    const refused = (0,invoke_policy/* refusedCalls */.If)(policies, calls);
    if (invokePermission === 'grant' && !refused.some(invoke_policy/* isDenied */.GZ))
        return undefined;
    if (refused.length === 0)
        return undefined;
    return (0,stage_prepare/* describeRefusals */.lY)(place, { functionName: input.name, version }, refused);
}
/** Whether all functions that share a variable get the same known value of it. */
function agreeOn(variable, facts) {
    const values = facts.flatMap(({ input: { version }, wiring }) => wiring.kind === 'variable' && wiring.variable === variable
        ? [version === undefined ? undefined : wiring.prefix + version]
        : []);
    return values[0] !== undefined && values.every((value) => value === values[0]);
}
/** Checks for inputs that contradict how the new versions are reached. */
function checkChoices(facts, inputs, findings) {
    const wirings = facts.map((fact) => fact.wiring);
    for (const variable of (0,canary_change/* sharedVariables */.t)(wirings)) {
        if (agreeOn(variable, facts))
            continue;
        findings.problems.push(`functions: several of them take their version from the same stage variable "${variable}"; expected a separate variable for each, or one published version for all of them in version`);
    }
    const pinned = wirings.find((wiring) => wiring.kind === 'pinned');
    const variable = wirings.find((wiring) => wiring.kind === 'variable');
    if (pinned && inputs.definition === 'deployed') {
        findings.problems.push(`definition: "${pinned.functionName}" is pinned in its integration URI, so its canary needs a deployment of its own; expected definition: draft`);
    }
    if (pinned && !inputs.promote.deployment) {
        findings.problems.push(`promote: without "deployment" the new version of "${pinned.functionName}" would be tried and never promoted`);
    }
    if (variable && !inputs.promote.variables) {
        findings.problems.push(`promote: without "variables" the new version of "${variable.functionName}" would be tried and never promoted`);
    }
}

// EXTERNAL MODULE: ./build/aws/gateway-client.js
var gateway_client = __webpack_require__(51538);
// EXTERNAL MODULE: ./build/aws/lambda-client.js
var lambda_client = __webpack_require__(43603);
// EXTERNAL MODULE: ./build/aws/lambda-probes.js
var lambda_probes = __webpack_require__(76219);
// EXTERNAL MODULE: ./build/aws/probes.js
var aws_probes = __webpack_require__(94731);
// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-api-gateway/dist-cjs/index.js
var dist_cjs = __webpack_require__(60818);
;// CONCATENATED MODULE: ./build/aws/stage-probes.js
// Checks permissions that only writes to a stage need, with requests that API Gateway refuses.


/** Recorded from AWS: these copies and canary settings are refused with 400, whatever the state of the stage. */
function stageProbes(client, place, restApiId, stageName) {
    const resourceArn = (0,gateway_arns/* stageArn */.GA)(place, restApiId, stageName);
    const tags = (0,gateway_arns/* gatewayArn */.Sw)(place, `/tags/${encodeURIComponent(resourceArn)}`);
    return [
        {
            permission: { action: 'apigateway:PATCH', resource: resourceArn },
            harmless: 'refusal on record',
            send: () => {
                const copy = { op: 'copy', from: '/canarySettings/none', path: '/none' };
                return client.send(new dist_cjs/* UpdateStageCommand */.hJS({ restApiId, stageName, patchOperations: [copy] }));
            },
        },
        {
            permission: {
                action: 'apigateway:PUT',
                resource: tags,
            },
            harmless: 'refusal on record',
            // AWS reserves keys that begin with "aws:".
            send: () => client.send(new dist_cjs/* TagResourceCommand */.eqU({ resourceArn, tags: { 'aws:probe': 'x' } })),
        },
        {
            permission: { action: 'apigateway:DELETE', resource: tags },
            harmless: 'changes nothing',
            // Removing a tag that does not exist changes nothing.
            send: () => client.send(new dist_cjs/* UntagResourceCommand */.RP$({ resourceArn, tagKeys: ['canary-action:probe'] })),
        },
    ];
}
/**
 * Recorded from AWS: canary settings without a stage name are refused with 400. It counts towards AWS's limit of one
 * CreateDeployment in five seconds, so the SDK may have to repeat the release's own.
 */
function deploymentProbe(client, place, restApiId) {
    return {
        permission: {
            action: 'apigateway:POST',
            resource: (0,gateway_arns/* gatewayArn */.Sw)(place, `/restapis/${restApiId}/deployments`),
        },
        harmless: 'refusal on record',
        send: () => client.send(new dist_cjs/* CreateDeploymentCommand */.ttP({ restApiId, canarySettings: { percentTraffic: 0 } })),
    };
}
/**
 * API Gateway refuses what is no definition. It is sent as a merge, which by itself deletes nothing, and warnings
 * discard it.
 */
function importProbe(client, place, restApiId) {
    return {
        permission: {
            action: 'apigateway:PUT',
            resource: (0,gateway_arns/* gatewayArn */.Sw)(place, `/restapis/${restApiId}`),
        },
        harmless: 'refusal expected',
        send: () => client.send(new dist_cjs/* PutRestApiCommand */.fdq({
            ...{ restApiId, mode: 'merge', failOnWarnings: true },
            body: Buffer.from('"no definition"'),
        })),
    };
}
/** API Gateway refuses to patch a path that the resource does not have. */
function integrationProbe(client, place, restApiId, { resourceId, method: httpMethod }) {
    const path = `/restapis/${restApiId}/resources/${resourceId}/methods/${httpMethod}/integration`;
    const replace = { op: 'replace', path: '/none', value: 'probe' };
    return {
        permission: { action: 'apigateway:PATCH', resource: (0,gateway_arns/* gatewayArn */.Sw)(place, path) },
        harmless: 'refusal expected',
        send: () => client.send(new dist_cjs/* UpdateIntegrationCommand */.fak({
            restApiId,
            resourceId,
            httpMethod,
            patchOperations: [replace],
        })),
    };
}

;// CONCATENATED MODULE: ./build/targets/stage/inspect-permissions.js
// Preflight of the permissions that only later writes need.





async function inspectPermissions(clients, inputs, released, functions, moved, findings) {
    const { place, open } = clients;
    const [apiGateway, lambda] = [open(gateway_client/* API_GATEWAY */.Q), open(lambda_client/* LAMBDA */.G)];
    const probes = gatewayProbes(apiGateway, place, inputs);
    for (const { name, version, code } of released) {
        if (code)
            probes.push((0,lambda_probes/* uploadProbe */.G$)(lambda, place, name));
        if (version === undefined)
            probes.push((0,lambda_probes/* publishProbe */.yv)(lambda, place, name));
    }
    if (inputs.invokePermission === 'grant') {
        const isAsked = ({ version, mayCall }) => version !== '$LATEST' && (!mayCall || inputs.shadowStage !== undefined);
        const qualified = moved.filter(isAsked);
        const called = new Set(qualified.map(({ functionName }) => functionName));
        for (const { name } of released)
            called.add(name);
        for (const name of called)
            probes.push((0,lambda_probes/* grantProbe */.nn)(lambda, place, name));
    }
    for (const { input, warm } of functions) {
        if (warm)
            probes.push(...(0,lambda_probes/* provisionProbes */.xh)(lambda, place, input.name));
    }
    const pinned = functions.find(({ wiring }) => wiring.kind === 'pinned');
    const integration = pinned?.wiring.integrations[0];
    if (integration) {
        probes.push(integrationProbe(apiGateway, place, inputs.restApiId, integration));
    }
    await (0,aws_probes/* inspectProbes */.g)(clients, probes, findings);
}
function gatewayProbes(client, place, { restApiId, stageName, definition, apiDefinition }) {
    return [
        ...stageProbes(client, place, restApiId, stageName),
        ...(definition === 'draft' ? [deploymentProbe(client, place, restApiId)] : []),
        ...(apiDefinition ? [importProbe(client, place, restApiId)] : []),
    ];
}

// EXTERNAL MODULE: ./build/aws/aws-errors.js + 1 modules
var aws_errors = __webpack_require__(51437);
// EXTERNAL MODULE: ./build/aws/call.js
var call = __webpack_require__(13280);
// EXTERNAL MODULE: ./build/report/stored-state-text.js
var stored_state_text = __webpack_require__(37886);
// EXTERNAL MODULE: ./build/rollout/plan.js
var plan = __webpack_require__(17927);
// EXTERNAL MODULE: ./build/rollout/release.js
var release = __webpack_require__(82787);
// EXTERNAL MODULE: ./build/targets/stage/default-url.js
var default_url = __webpack_require__(82057);
// EXTERNAL MODULE: ./build/targets/stage/deployment-text.js
var deployment_text = __webpack_require__(71929);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./build/aws/stage-export.js
var stage_export = __webpack_require__(69955);
// EXTERNAL MODULE: ./build/base/listed.js
var listed = __webpack_require__(639);
// EXTERNAL MODULE: ./build/base/partitions.js
var partitions = __webpack_require__(23601);
// EXTERNAL MODULE: ./build/base/quote.js
var quote = __webpack_require__(73636);
// EXTERNAL MODULE: ./build/inputs/api-definition.js
var api_definition = __webpack_require__(9868);
// EXTERNAL MODULE: ./build/targets/stage/definition-changes.js
var definition_changes = __webpack_require__(62971);
// EXTERNAL MODULE: ./build/targets/stage/integration.js
var stage_integration = __webpack_require__(86778);
;// CONCATENATED MODULE: ./build/targets/stage/inspect-definition.js
// Preflight of an OpenAPI file: what it would make of the API's draft.









/** A digest of the text, by which an open rollout is compared with the file. */
function fileDigest(text) {
    return (0,external_node_crypto_.createHash)('sha256').update(text).digest('hex').slice(0, 16);
}
/** `undefined` if the file has problems, which are reported. */
async function inspectDefinition(api, file, context, findings) {
    const { problems, notes } = findings;
    const read = (0,api_definition/* readDefinitionText */.D)(file);
    if ('problem' in read) {
        problems.push(read.problem);
        return undefined;
    }
    const { region, partition } = api.place;
    const names = {
        'AWS::Region': region,
        'AWS::AccountId': accountIn(context),
        'AWS::Partition': partition,
        'AWS::URLSuffix': (0,partitions/* partitionOf */.iQ)(region).dnsSuffix,
    };
    const definition = await (0,api_definition/* parseDefinition */.J)(file, read.text, names, problems);
    if (!definition)
        return undefined;
    const { document, title, titleAt } = definition;
    const found = (0,stage_export/* definitionIn */.rY)(document);
    if (typeof found === 'string') {
        problems.push(`api-definition ${(0,quote/* quote */.h)(file.path)}: ${found}`);
        return undefined;
    }
    const routes = (0,stage_export/* routesIn */.ik)(document);
    if (title !== context.apiName) {
        problems.push(`api-definition ${file.path}:${titleAt}: info.title is ${(0,quote/* quote */.h)(title)}, and an import makes it the name of the API, by which CloudWatch counts its requests; expected ${(0,quote/* quote */.h)(context.apiName)}`);
    }
    problems.push(...pinned(file.path, found.integrations, context.variables));
    const calls = { routes, integrations: found.integrations };
    notes.push(...lostChanges(context));
    const { asked, resources } = context.draft;
    return {
        body: Buffer.from(JSON.stringify(document)),
        file: fileDigest(read.text),
        expects: (0,definition_changes/* callsDigest */.a)(calls),
        calls,
        changes: (0,definition_changes/* definitionChanges */.x)(context.draft, calls),
        draft: { ...found, routes, asked, resources },
    };
}
/** The account of the functions that the API calls; `undefined` if that is not one. */
function accountIn({ draft, served, variables }) {
    const all = [...draft.integrations, ...(served?.integrations ?? [])];
    const accounts = all.flatMap(({ uri }) => (0,stage_integration/* parseLambdaUri */.$y)(uri, variables)?.account ?? []);
    const [only, ...others] = new Set(accounts);
    return others.length === 0 ? only : undefined;
}
/** The next import of the file would write the old version back. */
function pinned(path, integrations, variables) {
    return integrations.flatMap((call) => {
        const lambda = (0,stage_integration/* parseLambdaUri */.$y)(call.uri, variables);
        const { functionName = '', qualifier = '' } = lambda ?? {};
        if (!/^\d+$/.test(qualifier) || !(0,stage_integration/* endsIn */.We)(call.uri, qualifier))
            return [];
        return [
            `api-definition ${(0,quote/* quote */.h)(path)}: ${(0,definition_calls/* nameOf */.V)(call)} calls version ${qualifier} of "${functionName}", so each import would go back to it; expected a stage variable, such as function:${functionName}:\${stageVariables.${functionName.replace(/\W/g, '_')}}`,
        ];
    });
}
/** Edits of the draft that no stage has been given yet. */
function lostChanges({ draft, served, servedRoutes }) {
    if (!served)
        return [];
    const { routes } = draft;
    const { integrations } = served;
    const changes = (0,definition_changes/* definitionChanges */.x)({ routes: servedRoutes ?? routes, integrations }, draft);
    return changes.length === 0
        ? []
        : [
            `api-definition: the draft has changes that the stage does not serve, and the import replaces them: ${(0,listed/* listed */.KE)(changes, '; ')}`,
        ];
}
/** For a plan. */
function importInWords({ changes }) {
    return changes.length === 0
        ? 'api-definition: the draft has the same routes, which call the same; the import may change other parts'
        : `api-definition: the import changes the draft: ${(0,listed/* listed */.KE)(changes, '; ')}`;
}

;// CONCATENATED MODULE: ./build/targets/stage/inspect-twins.js
// Preflight of the API's name, by which CloudWatch counts its requests.


async function inspectTwins(api, apiName, { compares }, releases, { problems, notes }) {
    let twins;
    try {
        twins = await api.readTwins(apiName);
    }
    catch (error) {
        notes.push(`rest-api-id: ${uncheckedName(apiName, (0,errors/* known */.eO)(error).message)}`);
        return;
    }
    if (twins.length === 0)
        return;
    const shared = sharedName(apiName, api.stageName, twins);
    if (releases === 'functions') {
        notes.push(`rest-api-id: ${shared}. The versions are compared by Lambda's metrics instead, without latency; alarms on the API's name, and the forecast, count both APIs`);
    }
    else if (compares) {
        problems.push(`rest-api-id: ${shared}, so the canary cannot be compared; expected a unique name, functions (which are counted by version), or analysis: off`);
    }
    else {
        notes.push(`rest-api-id: ${shared}. All counts in the report include both`);
    }
}
function uncheckedName(apiName, why) {
    return `the action could not check whether another REST API has the name "${apiName}", whose requests CloudWatch would add to those of this one (${why})`;
}
/** Why the counts of API Gateway are not those of one API. */
function sharedName(apiName, stageName, twins) {
    return `CloudWatch counts requests by the API's name, and ${(0,listed/* listed */.KE)(twins)} ${twins.length === 1 ? 'is' : 'are'} also called "${apiName}", with a stage "${stageName}"`;
}

// EXTERNAL MODULE: ./build/targets/stage/routes.js
var stage_routes = __webpack_require__(3968);
;// CONCATENATED MODULE: ./build/targets/stage/stage-cache.js
// Pure: whether the canary uses the stage's cache, and why.

/**
 * By default, a canary with a deployment of its own uses the cache: AWS caches the answers of different deployments
 * separately, and without a cache the canary's users would wait longer, and its backend would get many times the
 * requests. With stable's deployment, both have one key (developer guide, "Set up an API Gateway canary release
 * deployment"). Canary users would then get the previous version's answers, and all users those of the new one,
 * whatever its weight.
 *
 * @param cached the methods whose answers the stage may cache
 */
function decideCache({ useStageCache: asked, definition }, cached) {
    const shares = definition === 'deployed';
    if (cached.length === 0)
        return { uses: asked === true, why: 'no-cache' };
    if (asked === 'auto') {
        return shares ? { uses: false, why: 'shared-answers' } : { uses: true, why: 'own-answers' };
    }
    return { uses: asked, why: asked && shares ? 'chosen-and-shared' : 'chosen' };
}
/** What users should know of it before the release; empty without a cache. */
function cacheNotes({ uses, why }, cached, compares) {
    if (why === 'no-cache')
        return [];
    const use = `use-stage-cache: the stage caches answers of ${(0,listed/* listed */.KE)(cached)}. ${USE[why](uses)}`;
    return compares ? [use, NOT_COMPARED] : [use];
}
const USE = {
    'own-answers': () => 'The canary uses the cache as well: it has a deployment of its own, and AWS caches its answers separately',
    'shared-answers': () => 'The canary does not use the cache: it has the deployment of the stage, so each version would get answers of the other. All of its requests reach the backend',
    chosen: (uses) => uses
        ? 'The canary uses the cache as well'
        : 'The canary does not use the cache, so all of its requests reach the backend, and its users wait longer',
    'chosen-and-shared': () => 'The canary uses the cache and has the deployment of the stage, so each version gets answers of the other: users get those of the new version whatever its weight. With use-stage-cache: auto, the canary does not use the cache',
};
const NOT_COMPARED = 'use-stage-cache: an answer from the cache is fast and never fails, and the versions get different shares of such answers. So only requests that reached a backend are compared, latency is not compared, and errors only roll back if they are more than three times as frequent';

// EXTERNAL MODULE: ./build/targets/stage/stage-store.js
var stage_store = __webpack_require__(46630);
;// CONCATENATED MODULE: ./build/targets/stage/inspect-stage.js
// Preflight of the API and its stage.
















const UNKNOWN = 'not known to be what is served';
/** Reads the API, its stage and its draft. `undefined` if one of them cannot be read. */
async function inspectStage(api, inputs, releases, findings) {
    const found = await (0,problems/* attempt */.C)(findings, () => readApi(api));
    if (found === undefined)
        return undefined;
    const { name: apiName } = found;
    (0,default_url/* checkDefaultUrl */.Re)(found.defaultUrl, inputs, findings);
    await inspectTwins(api, apiName, inputs, releases, findings);
    const reading = await (0,problems/* attempt */.C)(findings, () => readStage(api));
    const draft = await (0,problems/* attempt */.C)(findings, () => api.readDraft());
    if (reading === undefined || draft === undefined)
        return undefined;
    checkStage(api, reading, findings);
    const { cached } = reading;
    findings.notes.push(...cacheNotes(decideCache(inputs, cached), cached, inputs.compares));
    const { deploymentId } = reading.state;
    const compares = inputs.definition === 'draft' && releases === 'functions';
    const guards = inputs.definition === 'draft' && inputs.routeGuard !== 'off';
    const deployed = compares || guards
        ? await (0,problems/* attempt */.C)(findings, () => api.readDeployment(deploymentId))
        : undefined;
    const served = await readServed(api, draft, inputs, releases, findings);
    const { variables } = reading.state;
    const definition = inputs.apiDefinition &&
        (await inspectDefinition(api, inputs.apiDefinition, { apiName, draft, served, servedRoutes: deployed?.routes, variables }, findings));
    const released = definition?.draft ?? draft;
    if (guards && deployed)
        checkRoutes(deployed, released, inputs, findings);
    const mark = inputs.definition === 'draft' ? await markDraft(api, draft, releases, findings) : undefined;
    const draftIs = compares ? draftState(deployed, mark, definition) : UNKNOWN;
    return { apiName, reading, draft: released, served, mark, draftIs, definition };
}
/** By the marks that this action stores on its deployments, so that one draft is compared with another. */
function draftState(deployed, mark, definition) {
    const { description = '' } = deployed ?? {};
    const isSame = mark !== undefined && (0,deployment_text/* parseDraft */.LK)(description) === mark;
    const isImported = !definition || (0,deployment_text/* parseFile */.CJ)(description) === definition.file;
    return isSame && isImported ? 'what is served' : UNKNOWN;
}
/** Needed for functions and overrides; a draft that is released as it is does not need it. */
async function readServed(api, draft, { overrides }, releases, findings) {
    const read = async () => withIds(await api.readServed(), draft);
    if (releases === 'functions' || Object.keys(overrides).length > 0) {
        return (0,problems/* attempt */.C)(findings, read);
    }
    try {
        return await read();
    }
    catch (error) {
        findings.notes.push(`definition: the action could not check what the canary will call differently from the stage (${(0,errors/* known */.eO)(error).message})`);
        return undefined;
    }
}
/** Adds the authorizer IDs, which the draft contains and an export does not. */
function withIds(served, draft) {
    const integrations = served.integrations.map((call) => {
        if (call.authorizerId === undefined)
            return call;
        const same = draft.integrations.find(({ authorizerId, path }) => authorizerId && path === call.path);
        return { ...call, authorizerId: same?.authorizerId ?? call.authorizerId };
    });
    return { ...served, integrations };
}
async function markDraft(api, draft, releases, { notes }) {
    try {
        return await api.markDraft(draft);
    }
    catch (error) {
        const unread = releases === 'functions'
            ? "the API's draft cannot be compared with what the stage serves, so every release deploys it, even if nothing changed"
            : "the API's draft cannot be read as a whole";
        notes.push(`definition: ${unread}; if someone changes it during the release, only a change of its methods is noticed (${(0,errors/* known */.eO)(error).message})`);
        return undefined;
    }
}
async function readApi(api) {
    try {
        return await api.readApi();
    }
    catch (error) {
        if (!(0,call/* causedBy */.$z)(error, aws_errors/* isNotFound */.c4))
            throw error;
        throw new errors/* KnownError */.E(`rest-api-id: there is no REST API "${api.restApiId}" in ${api.place.region}. HTTP and WebSocket APIs are not visible here and have no stage canary; check the ID and AWS_REGION`);
    }
}
async function readStage(api) {
    try {
        return await api.readStage();
    }
    catch (error) {
        if (!(0,call/* causedBy */.$z)(error, aws_errors/* isNotFound */.c4))
            throw error;
        throw new errors/* KnownError */.E(`stage-name: the REST API ${api.restApiId} has no stage "${api.stageName}"; a canary needs a stage that already serves a deployment`);
    }
}
function checkStage(api, reading, findings) {
    const { tags } = reading;
    const stray = unknownCanary(api.stageName, reading);
    if (stray !== undefined) {
        findings.problems.push(`${stray}. ` + `To close it: ${closeCommand(api)}`);
    }
    const stored = (0,stage_store/* storedStateOf */.Cj)(api, tags);
    if (stored.kind === 'unreadable') {
        const why = (0,stored_state_text/* whyNotOwned */.k)(`the stage "${api.stageName}"`, stored, release/* describeRun */.vZ);
        findings.problems.push(`${why}. To remove them: ${(0,stage_store/* forgetCommandsOf */.Fp)(api, tags).join('; ')}`);
    }
}
/** The command that closes the canary of a stage. */
function closeCommand({ place, restApiId, stageName }) {
    return (0,command_line/* awsCommand */.bg)('apigateway update-stage', {
        region: place.region,
        'rest-api-id': restApiId,
        'stage-name': stageName,
        'patch-operations': (0,command_line/* patchWords */.Wx)([{ op: 'remove', path: '/canarySettings' }]),
    });
}
/** Describes a canary without a stored rollout. */
function unknownCanary(stageName, { state, tags }) {
    const { canary } = state;
    if (!canary || (0,record/* ourTagKeys */.Vn)(tags).length > 0)
        return undefined;
    // So a promotion without `close` leaves it, and so may another tool.
    const isLeft = canary.weight === 0 && canary.deploymentId === state.deploymentId;
    const has = isLeft
        ? 'has a canary that a promotion left open (with promote: close, it would be closed)'
        : 'has a canary that this action did not create';
    return `the stage "${stageName}" ${has} (deployment ${canary.deploymentId}, ${(0,plan/* formatWeight */.ck)(canary.weight)})`;
}
/** The draft shows which routes the canary would have, before a deployment is created. */
function checkRoutes({ routes }, draft, { routeGuard, splits }, findings) {
    const difference = (0,stage_routes/* compareRoutes */.gg)(routes, draft.routes);
    const words = (0,stage_routes/* describeRouteDifference */.IM)(difference, splits);
    if (words === undefined)
        return;
    if (routeGuard === 'warn' || !splits)
        findings.notes.push(`routes: ${words}`);
    else
        findings.problems.push(`route-guard: ${words}. ${(0,stage_routes/* adviceFor */.cp)(difference)}`);
}

// EXTERNAL MODULE: ./build/targets/stage/call-notes.js
var call_notes = __webpack_require__(46966);
// EXTERNAL MODULE: ./build/targets/stage/dependents.js
var dependents = __webpack_require__(55294);
// EXTERNAL MODULE: ./build/targets/stage/moved-calls.js
var moved_calls = __webpack_require__(6303);
// EXTERNAL MODULE: ./build/targets/stage/released-definition.js
var released_definition = __webpack_require__(1775);
;// CONCATENATED MODULE: ./build/targets/stage/inspect-variables.js
// Preflight of the stage variables that the canary changes: what else depends on them, and whether API Gateway may
// invoke everything that they lead to.












async function inspectVariables(bound, { draft, served, reading }, released, facts, findings) {
    const { overrides, definition } = bound.inputs;
    const { variables } = reading.state;
    const wirings = facts.map(({ wiring }) => wiring);
    const held = wirings.flatMap((wiring) => (wiring.kind === 'variable' ? [wiring.variable] : []));
    const names = [...new Set([...held, ...Object.keys(overrides)])];
    const asked = (0,released_definition/* releasedDefinition */.vG)(bound.inputs, { draft, served });
    // A variable that the stage has needs no other reader.
    const [when, unsure] = definition === 'draft'
        ? ['always', names]
        : ['if needed', names.filter((name) => !Object.hasOwn(variables, name))];
    const read = await (0,released_definition/* withResponses */.$w)(bound.api, asked, unsure, when, findings.notes);
    const calls = read.integrations;
    const moves = { served: served?.integrations ?? calls, released: calls, variables, overrides };
    const functions = released.map(({ name }) => name);
    const moved = (0,moved_calls/* movedCalls */.N2)(moves, functions);
    findings.problems.push(...otherFunctions(facts, variables), ...(0,dependents/* strayDependents */.qP)(wirings, { integrations: calls }, variables).map((words) => `functions: ${words}`), ...contradictions(facts, overrides), ...(0,dependents/* idleOverrides */.wt)(overrides, read, variables, definition === 'deployed' ? draft : undefined), ...moved.problems);
    findings.notes.push(...(0,call_notes/* unclearCalls */.G)(moves), ...(0,call_notes/* changedCalls */.O)(moves, functions), ...(0,dependents/* overridesInWords */.I6)(overrides, calls, variables), ...(0,dependents/* readersInWords */.bz)(names, read.readers));
    const [first] = facts;
    const account = first && (0,arns/* accountOf */.XP)(first.arn);
    const called = [];
    for (const call of moved.calls) {
        const fact = await inspectCall(bound, call, account, findings);
        if (fact)
            called.push(fact);
    }
    return called;
}
/** Calls of another function with the same name as a released one. */
function otherFunctions(facts, variables) {
    return facts.flatMap(({ input: { name }, arn, wiring: { integrations } }) => integrations.flatMap((integration) => {
        const uri = (0,stage_integration/* parseLambdaUri */.$y)(integration.uri, variables);
        const elsewhere = uri && whereElse(uri, placeIn(arn));
        if (elsewhere === undefined)
            return [];
        return [
            `functions: ${(0,definition_calls/* nameOf */.V)(integration)} calls a "${name}" ${elsewhere}, but the job uses ${arn}; expected a function of the job's own account and region`,
        ];
    }));
}
/** Overrides of a variable that a release sets to another value, or to one that is not known yet. */
function contradictions(facts, overrides) {
    return facts.flatMap(({ input: { name, version }, wiring }) => {
        if (wiring.kind !== 'variable' || !Object.hasOwn(overrides, wiring.variable))
            return [];
        if (version !== undefined && overrides[wiring.variable] === wiring.prefix + version)
            return [];
        return [
            `stage-variable-overrides: "${wiring.variable}" holds the version of "${name}", which the release sets itself; omit it`,
        ];
    });
}
/** What only the draft leads to may be inaccessible to this job; what the inputs name may not. */
async function inspectCall({ api, functions, inputs }, call, account, findings) {
    const { functionName, qualifier, integrations, by } = call;
    const route = integrations[0] ? (0,definition_calls/* nameOf */.V)(integrations[0]) : '';
    const will = `${by}: ${route} will call ${(0,stage_prepare/* qualifierInWords */.Xr)(functionName, qualifier)}`;
    const unseen = (why) => {
        const list = by === 'definition' ? findings.notes : findings.problems;
        list.push(`${will}, ${why}`);
        return undefined;
    };
    const place = account === undefined ? undefined : { account, region: api.place.region };
    const elsewhere = whereElse(call, place ?? { region: api.place.region });
    if (elsewhere !== undefined)
        return unseen(`which is ${elsewhere}; ${OUT_OF_SIGHT}`);
    try {
        const which = qualifier === '$LATEST' ? undefined : qualifier;
        const reading = await functions.read(functionName, which);
        if (!reading) {
            const what = `which does not exist in ${api.place.region}; expected an existing version or alias`;
            if (call.account !== undefined && account === undefined)
                return unseen(what);
            findings.problems.push(`${will}, ${what}`);
            return undefined;
        }
        const other = whereElse(call, placeIn(reading.arn));
        if (other !== undefined)
            return unseen(`which is ${other}; ${OUT_OF_SIGHT}`);
        const why = (0,readiness/* whyNotReady */.$)(reading);
        if (why !== undefined)
            findings.problems.push(`${will}, which ${why}`);
        const arn = reading.arn.split(':').slice(0, 7).join(':');
        const invoked = {
            functionName,
            version: qualifier,
            sourceArns: (0,stage_prepare/* sourceArns */.gb)(api, arn, integrations),
        };
        const refused = await (0,stage_prepare/* findRefusals */.Nf)(functions, api, invoked);
        if (refused.some(invoke_policy/* isDenied */.GZ) || (refused.length > 0 && inputs.invokePermission === 'check')) {
            const missing = (0,stage_prepare/* describeRefusals */.lY)(api.place, invoked, refused);
            findings.problems.push(`invoke-permission: ${missing}`);
        }
        await (0,read_policies/* notePolicyAccess */.N8)(functions, arn, findings);
        return { ...invoked, arn, mayCall: refused.length === 0 };
    }
    catch (error) {
        return unseen(`and the action could not check whether that is possible: ${(0,errors/* known */.eO)(error).message}`);
    }
}
const OUT_OF_SIGHT = 'the job can check only its own account and region';
function placeIn(arn) {
    return { account: (0,arns/* accountOf */.XP)(arn), region: arn.split(':')[3] };
}
/** The location of the function in the URI, if it is another one. */
function whereElse(meant, there) {
    const differ = (one, other) => one !== undefined && other !== undefined && one !== other;
    if (differ(meant.account, there.account))
        return `in account ${meant.account}`;
    return differ(meant.region, there.region) ? `in ${meant.region}` : undefined;
}

// EXTERNAL MODULE: ./build/targets/lambda/voucher.js
var voucher = __webpack_require__(23235);
// EXTERNAL MODULE: ./build/targets/seal.js
var targets_seal = __webpack_require__(90428);
// EXTERNAL MODULE: ./build/targets/stage/shown-variable.js
var shown_variable = __webpack_require__(5614);
// EXTERNAL MODULE: ./build/targets/claim.js
var claim = __webpack_require__(12753);
// EXTERNAL MODULE: ./build/targets/stage/stage-record.js
var stage_record = __webpack_require__(30034);
// EXTERNAL MODULE: ./build/targets/stage/stage-state.js
var stage_state = __webpack_require__(53794);
;// CONCATENATED MODULE: ./build/targets/stage/stage-claim.js
// Compares what a record of a stage claims with the inputs of this run.




/** What the record would change that the inputs do not name, as part of a sentence; `undefined`: nothing. */
function beyondStage(record, asked) {
    const unnamed = (0,claim/* unnamedFunctions */.S)(record, asked.functions, (name) => name);
    if (unnamed !== undefined)
        return unnamed;
    const target = (0,stage_record/* stageOf */.g)(record);
    if (target.imported && !asked.imports) {
        return "it has replaced the API's draft as well, which this run does not name; expected api-definition";
    }
    const unnamedVariables = Object.keys(target.overrides).filter((name) => !asked.variables.includes(name) && !isVersionOf(target, name, record.functions));
    return unnamedVariables.length === 0
        ? undefined
        : `it sets the stage variable ${(0,claim/* quoted */.T)(unnamedVariables)} as well, which this run does not name; expected it in stage-variable-overrides`;
}
/**
 * Whether a variable changes only from one version of a released function to the other. The text before the version
 * may be the function, or the end of its name: `7`, `orders:7`, `arn:…:orders:7`.
 */
function isVersionOf({ variables, overrides }, variable, functions) {
    const [before, after] = [(0,stage_state/* variableOf */.Qn)(variables, variable), (0,stage_state/* variableOf */.Qn)(overrides, variable)];
    return functions.some(({ name, from, to }) => {
        if (after === null || !after.endsWith(to))
            return false;
        const prefix = after.slice(0, -to.length);
        const called = prefix.slice(0, -1).replace(/^arn:[\w-]+:lambda:[\w-]+:\d{12}:function:/, '');
        const fits = prefix === '' || (prefix.endsWith(':') && called !== '' && name.endsWith(called));
        return fits && before === prefix + from;
    });
}
/**
 * The function whose version an integration is rewritten to; `undefined`: the rewrite is not one that a release
 * makes. The draft may have named another version than the one that serves.
 *
 * @param variables of the stage as it was before
 */
function rewrittenFor({ from, to }, functions, variables) {
    const before = (0,stage_integration/* parseLambdaUri */.$y)(from, variables);
    return functions.find((change) => before?.functionName === change.name &&
        before.qualifier !== undefined &&
        /^\d+$/.test(before.qualifier) &&
        (0,stage_integration/* endsIn */.We)(from, before.qualifier) &&
        (0,stage_integration/* withQualifier */.f6)(from, change.to) === to);
}

;// CONCATENATED MODULE: ./build/targets/stage/stage-proof.js
// What confirms the record of a stage's rollout: the description of the deployment created for it, or what is
// served. Changing either needs release permissions; changing tags does not.










/** Until something is promoted, the stage itself shows the previous state, and no other proof is needed. */
async function proveStage({ api, functions }, { record, canaryDeploymentId }, state) {
    const stage = (0,stage_record/* stageOf */.g)(record);
    const trafficState = (0,stage_state/* trafficStateOf */.u5)(state, { record, canaryDeploymentId, ...ANY_PHASE });
    if (trafficState.kind === 'external')
        return { kind: 'moved' };
    const unexplained = unexplainedDraft(stage, record.functions, state);
    if (unexplained !== undefined)
        return (0,targets_trust/* doubtful */.Yb)(unexplained);
    const made = canaryDeploymentId === stage.deploymentId ? undefined : canaryDeploymentId;
    const description = (made && (await api.readDescription(made))) ?? '';
    const seal = (0,deployment_text/* parseSeal */.T7)(description);
    if (seal !== undefined) {
        return seal === (0,targets_seal/* sealOf */.R)(record) ? targets_trust/* BORNE_OUT */.g_ : (0,targets_trust/* doubtful */.Yb)(otherRelease(made));
    }
    const past = (0,deployment_text/* parseDeployment */.zi)(description);
    const promoted = trafficState.kind === 'promoted';
    if (promoted && stage.promote.deployment && made && past?.after !== stage.deploymentId) {
        return (0,targets_trust/* doubtful */.Yb)(`only its tags say that the deployment ${stage.deploymentId} was served before ${made}`);
    }
    const vouches = (0,voucher/* createVoucher */.$)(functions, past?.changes);
    const asking = { api, vouches, stage, functions: record.functions, state };
    const doubt = (promoted && stage.promote.variables ? await doubtVariables(asking) : undefined) ??
        (await doubtDrafts(asking, promoted));
    return doubt === undefined ? targets_trust/* BORNE_OUT */.g_ : (0,targets_trust/* doubtful */.Yb)(doubt);
}
function otherRelease(deploymentId = '') {
    return `the deployment ${deploymentId} was created for another release, or the record of this one was changed`;
}
/** The stage is compared independently of the phase. */
const ANY_PHASE = { phase: { kind: 'preparing' }, stepStartTimes: [] };
/** Describes an integration that is not rewritten from one version of a released function to the other. */
function unexplainedDraft(stage, functions, state) {
    const variables = before(stage, state);
    const unexplained = stage.drafts.find((draft) => !rewrittenFor(draft, functions, variables));
    return (unexplained &&
        `it rewrites ${unexplained.method} on resource ${unexplained.resourceId} from ${(0,stage_integration/* shownUri */.sb)(unexplained.from)} to ${(0,stage_integration/* shownUri */.sb)(unexplained.to)}, which are not the two versions of a function that it releases`);
}
function before({ variables }, state) {
    const own = Object.entries(variables).flatMap(([name, value]) => value === null ? [] : [[name, value]]);
    return { ...state.variables, ...Object.fromEntries(own) };
}
/** Each variable must be one that what is served reads a version from, and the version must be confirmed. */
async function doubtVariables({ api, vouches, stage, functions, state, }) {
    const names = Object.keys(stage.overrides);
    if (names.length === 0)
        return undefined;
    const { integrations } = await api.readServed();
    for (const name of names) {
        const change = functions.find((fn) => {
            const found = (0,stage_wiring/* findWiring */.A)(fn.name, integrations, state.variables);
            if (found.kind !== 'found' || found.wiring.kind !== 'variable')
                return false;
            const { variable, prefix } = found.wiring;
            return (variable === name &&
                (0,stage_state/* variableOf */.Qn)(stage.overrides, name) === prefix + fn.to &&
                (0,stage_state/* variableOf */.Qn)(stage.variables, name) === prefix + fn.from);
        });
        if (change && (await vouches(change)))
            continue;
        const value = (0,stage_state/* variableOf */.Qn)(stage.variables, name);
        const shown = (0,shown_variable/* shownValue */.J)(name, value, { functions, overrides: stage.overrides });
        const was = value === null ? 'was not set' : shown === undefined ? 'had another value' : `was "${shown}"`;
        return `only its tags say that the stage variable "${name}" ${was} before`;
    }
    return undefined;
}
/** If the draft has none of the new versions, nothing in it is restored, so it needs no proof. */
async function doubtDrafts({ api, vouches, stage, functions, state }, promoted) {
    for (const draft of stage.drafts) {
        const change = rewrittenFor(draft, functions, before(stage, state));
        if (change && (0,stage_integration/* endsIn */.We)(draft.from, change.from) && (await vouches(change)))
            continue;
        const { integrations } = await api.readDraft();
        const holds = (uri) => integrations.some((one) => one.resourceId === draft.resourceId && one.method === draft.method && one.uri === uri);
        if (!promoted && state.canary === undefined && !holds(draft.to))
            continue;
        return `only its tags say that ${draft.method} on resource ${draft.resourceId} called ${(0,stage_integration/* shownUri */.sb)(draft.from)} before`;
    }
    return undefined;
}

;// CONCATENATED MODULE: ./build/targets/stage/observe-stage.js
// Reads the traffic state and the stored state of a stage.



function readings({ api, trust, functions, seen }) {
    return {
        observe: async () => {
            const { state, tags, accessLog = 'none' } = await api.readStage();
            seen.accessLog = accessLog;
            const stored = await trust.vet((0,stage_store/* storedStateOf */.Cj)(api, tags), (storedRollout) => proveStage({ api, functions }, storedRollout, state));
            seen.trafficState = trafficIn(stored, state);
            return { stored, trafficState: seen.trafficState };
        },
        readTraffic: async (rollout) => (0,stage_state/* trafficStateOf */.u5)((await api.readStage()).state, rollout),
    };
}
function trafficIn(stored, state) {
    return stored.kind === 'rollout' ? (0,stage_state/* trafficStateOf */.u5)(state, stored.storedRollout) : undefined;
}

;// CONCATENATED MODULE: ./build/targets/stage/repair-commands.js
// The commands for repairing a stage by hand if the action could not: what is left to do, as far as the current
// state is known.


/**
 * In order: close the canary, restore the deployment and the variables, then restore edited drafts.
 *
 * @param observation `undefined`: the current state is not known, so every repair that may be needed
 * @param functions whose versions may be shown in the values of variables
 */
function repairCommands(stage, before, observation, functions = []) {
    const trafficState = observation?.trafficState;
    const open = trafficState === undefined || hasOurCanary(trafficState);
    const moved = trafficState === undefined || trafficState.kind === 'promoted';
    // The draft has the new version while the canary is created, and permanently after the promotion.
    const ours = trafficState?.kind !== 'external';
    const edited = ours && (moved || observation?.phase.kind !== 'step') ? before.drafts : [];
    const update = (patches) => (0,command_line/* awsCommand */.bg)('apigateway update-stage', {
        region: stage.region,
        'rest-api-id': stage.restApiId,
        'stage-name': stage.stageName,
        'patch-operations': (0,command_line/* patchWords */.Wx)(patches),
    });
    const { patches, unshown } = restoring(before, functions);
    return [
        ...(open ? [update([{ op: 'remove', path: '/canarySettings' }])] : []),
        ...(moved && patches.length > 0 ? [update(patches)] : []),
        // In a separate command, because the shell stops at a value that is not set, and users must not wait for
        // that.
        ...(moved ? unshown.map((name) => `${update([])} ${replaceUnshown(name)}`) : []),
        ...edited.map((draft) => putBack(stage, draft)),
        ...(ours && before.imported ? importServed(stage) : []),
    ];
}
/** External changes to the stage are left alone; a canary of this rollout on it is not. */
function hasOurCanary(trafficState) {
    if (trafficState.kind === 'external')
        return trafficState.canary === 'owned';
    return trafficState.kind === 'split' || trafficState.open === true;
}
/** `unshown`: the variables whose values are not printed. */
function restoring({ deploymentId, variables, overrides, promote }, functions) {
    const patches = [];
    const unshown = [];
    if (promote.deployment) {
        patches.push({ op: 'replace', path: '/deploymentId', value: deploymentId });
    }
    for (const [name, value] of promote.variables ? Object.entries(variables) : []) {
        const path = `/variables/${name}`;
        const shown = value === null ? null : (0,shown_variable/* shownValue */.J)(name, value, { functions, overrides });
        if (shown === null)
            patches.push({ op: 'remove', path });
        else if (shown === undefined)
            unshown.push(name);
        else
            patches.push({ op: 'replace', path, value: shown });
    }
    return { patches, unshown };
}
/**
 * The value may be a secret, so the user sets it before running this; until then the shell stops with an error. API
 * Gateway allows the same characters in a variable's name as a shell does.
 */
function replaceUnshown(variable) {
    const name = variable.replace(/\W/g, '_');
    const value = `\${BEFORE_${name}:?set it to the value of the stage variable ${name} before the release}`;
    return `"op=replace,path=/variables/${name},value=\\"${value}\\""`;
}
/** What the stage serves becomes the draft again. */
function importServed({ region, restApiId, stageName }) {
    const file = 'served-definition.json';
    const read = (0,command_line/* awsCommand */.bg)('apigateway get-export', {
        region,
        'rest-api-id': restApiId,
        'stage-name': stageName,
        'export-type': 'oas30',
        accepts: 'application/json',
        parameters: JSON.stringify({ extensions: 'apigateway,authorizers' }),
    });
    return [
        `${read} ${file}`,
        (0,command_line/* awsCommand */.bg)('apigateway put-rest-api', {
            region,
            'rest-api-id': restApiId,
            mode: 'overwrite',
            body: `fileb://${file}`,
        }),
    ];
}
function putBack({ region, restApiId }, { resourceId, method, from }) {
    return (0,command_line/* awsCommand */.bg)('apigateway update-integration', {
        region,
        'rest-api-id': restApiId,
        'resource-id': resourceId,
        'http-method': method,
        'patch-operations': (0,command_line/* patchWords */.Wx)([{ op: 'replace', path: '/uri', value: from }]),
    });
}

// EXTERNAL MODULE: ./build/targets/stage/inspect-keys.js
var inspect_keys = __webpack_require__(2625);
;// CONCATENATED MODULE: ./build/targets/stage/shadow-stage.js
// The shadow stage: the canary's deployment and variables under a separate name, so that the pre-traffic hook can
// call what no user is served yet. It is removed before the first user is served.







const MARK = `${deployment_text/* DEPLOYMENT_MARK */.iN}shadow of `;
/** The default quota of an account (API Gateway developer guide, "quotas"). */
const STAGES_PER_API = 10;
/** The name must be free, or belong to a shadow that a lost run left. */
async function inspectShadow(clients, { api, shadows: stages, inputs }, facts, findings) {
    const { shadowStage: name, stageName } = inputs;
    if (name === undefined)
        return;
    if (name === stageName) {
        findings.problems.push(`shadow-stage: "${name}" is the stage that is being released; expected another name`);
        return;
    }
    await (0,inspect_keys/* inspectKeys */.jc)(api, facts, inputs, findings);
    const all = await (0,problems/* attempt */.C)(findings, () => stages.readAll());
    if (!all)
        return;
    const taken = all.find((stage) => stage.name === name);
    if (taken && !isShadowOf(stageName, taken)) {
        findings.problems.push(`shadow-stage: the API has a stage "${name}" already, which is not the shadow of "${stageName}"; expected an unused name`);
    }
    await (0,aws_probes/* inspectProbes */.g)(clients, [stages.probe(name)], findings);
    if (!taken && all.length >= STAGES_PER_API) {
        findings.notes.push(`shadow-stage: the API has ${all.length} stages, and AWS refuses more than ${STAGES_PER_API} unless the account's quota is raised`);
    }
}
/** The shadow of another stage is needed by that stage's release. */
function isShadowOf(stageName, { description }) {
    return description.startsWith(`${MARK}${stageName}, `);
}
/**
 * Creates the shadow of a prepared rollout.
 *
 * @param variables the current variables of the released stage
 */
async function makeShadow(stages, { record, canaryDeploymentId }, stageName, variables) {
    const { shadow, overrides } = (0,stage_record/* stageOf */.g)(record);
    if (shadow === undefined || canaryDeploymentId === undefined)
        return;
    await removeShadow(stages, record, stageName);
    const description = `${MARK}${stageName}, ${(0,release/* formatRolloutId */.A2)(record.id)}`;
    const head = { name: shadow, description };
    await stages.create(head, canaryDeploymentId, { ...variables, ...overrides });
}
/**
 * Removes the shadow. A stage of that name is left alone if it was created outside this action, or for another
 * stage's release.
 */
async function removeShadow(stages, record, stageName) {
    const { shadow } = (0,stage_record/* stageOf */.g)(record);
    if (shadow === undefined)
        return;
    const found = (await stages.readAll()).find(({ name }) => name === shadow);
    if (!found)
        return;
    if (!isShadowOf(stageName, found)) {
        throw new errors/* KnownError */.E(`the stage "${shadow}" is no longer the shadow stage of this rollout`);
    }
    await stages.remove(shadow);
}

// EXTERNAL MODULE: ./build/aws/deployments.js
var deployments = __webpack_require__(90782);
// EXTERNAL MODULE: ./build/aws/functions.js + 5 modules
var aws_functions = __webpack_require__(11056);
// EXTERNAL MODULE: ./build/aws/provisioned.js
var provisioned = __webpack_require__(27136);
// EXTERNAL MODULE: ./build/aws/qualifiers.js
var qualifiers = __webpack_require__(58009);
// EXTERNAL MODULE: ./build/aws/rest-api.js + 1 modules
var rest_api = __webpack_require__(46167);
// EXTERNAL MODULE: ./build/base/without-secrets.js
var without_secrets = __webpack_require__(68008);
;// CONCATENATED MODULE: ./build/aws/shadow-stages.js
// Stages created for the pre-traffic hook, in addition to the released stage. The action recognizes its own by
// their description: tagging a new stage would need another permission.





/** A deployment ID that cannot exist: AWS's IDs have six letters and digits. */
const NO_DEPLOYMENT = 'canary-action-probe';
function bindShadowStages({ mode, place, open }, restApiId) {
    const client = open(gateway_client/* API_GATEWAY */.Q);
    const words = (doing, verb, path) => ({
        doing,
        permission: {
            action: `apigateway:${verb}`,
            resource: (0,gateway_arns/* gatewayArn */.Sw)(place, `/restapis/${restApiId}/stages${path}`),
        },
    });
    return {
        mode,
        readAll: async () => {
            const { item = [] } = await (0,call/* call */.T1)(words("listing the API's stages", 'GET', ''), () => client.send(new dist_cjs/* GetStagesCommand */.pY7({ restApiId })));
            return item.map(({ stageName = '', description = '' }) => ({ name: stageName, description }));
        },
        create: async ({ name, description }, deploymentId, variables) => {
            const stageName = name;
            const asked = { restApiId, stageName, deploymentId, description, variables };
            const making = words(`creating the shadow stage "${name}"`, 'POST', '');
            const hides = (0,without_secrets/* valuesToHide */._9)(Object.values(variables));
            await (0,call/* call */.T1)({ ...making, hides }, () => client.send(new dist_cjs/* CreateStageCommand */.oCS(asked)));
        },
        probe: (name) => ({
            permission: words('', 'POST', '').permission,
            harmless: 'refusal on record',
            send: () => client.send(new dist_cjs/* CreateStageCommand */.oCS({ restApiId, stageName: name, deploymentId: NO_DEPLOYMENT })),
        }),
        remove: async (name) => {
            await (0,call/* ifThere */.y)(() => (0,call/* call */.T1)(words(`deleting the shadow stage "${name}"`, 'DELETE', `/${name}`), () => client.send(new dist_cjs/* DeleteStageCommand */.BIU({ restApiId, stageName: name }))));
        },
    };
}

// EXTERNAL MODULE: ./build/aws/versions.js
var versions = __webpack_require__(1605);
;// CONCATENATED MODULE: ./build/targets/stage/stage-context.js
// The calls of one stage, with the user's inputs for it.







function bindStage(clients, inputs, trust, warn) {
    const { restApiId, stageName } = inputs;
    return {
        api: (0,rest_api/* bindRestApi */.A)(clients, restApiId, stageName),
        functions: (0,aws_functions/* bindFunctions */.f)(clients),
        provisioned: (0,provisioned/* bindProvisioned */.w)(clients),
        versions: (0,versions/* bindVersions */.J)(clients),
        qualifiers: (0,qualifiers/* bindQualifiers */.b)(clients),
        deployments: (0,deployments/* bindDeployments */.I)(clients, restApiId),
        shadows: bindShadowStages(clients, restApiId),
        inputs,
        trust,
        seen: { trafficState: undefined },
        warn,
    };
}

// EXTERNAL MODULE: ./build/analysis/errors-measure.js
var errors_measure = __webpack_require__(83273);
// EXTERNAL MODULE: ./build/analysis/slow-measure.js
var slow_measure = __webpack_require__(65571);
// EXTERNAL MODULE: ./build/aws/metric-data.js
var metric_data = __webpack_require__(12177);
// EXTERNAL MODULE: ./build/monitor/baseline.js
var baseline = __webpack_require__(83646);
// EXTERNAL MODULE: ./build/rollout/traffic.js
var traffic = __webpack_require__(66211);
// EXTERNAL MODULE: ./build/analysis/count-table.js
var count_table = __webpack_require__(16361);
// EXTERNAL MODULE: ./build/monitor/counted-errors.js
var counted_errors = __webpack_require__(34955);
;// CONCATENATED MODULE: ./build/targets/stage/stage-series.js
// The series of a stage canary, read from CloudWatch.



/** Reads requests and errors of both sides. Throws a `KnownError` when they cannot be read. */
async function readTraffic(client, { apiName, stage, canary, cached }, functions, span) {
    const versions = [
        ...functions.map((f) => versionSeries(f.name, f.from)),
        ...functions.map((f) => versionSeries(f.name, f.to)),
    ];
    const gateway = [...gatewaySeries(apiName, stage), ...gatewaySeries(apiName, canary)];
    const hits = cached ? [hitSeries(apiName, stage), hitSeries(apiName, canary)] : [];
    const { from, to } = span;
    const values = await (0,metric_data/* readMinutes */.w)(client, [...gateway, ...versions.flat(), ...hits], from, to);
    const [all, failed, canaryAll, canaryFailed, ...ofVersions] = values;
    const [stageHits, canaryHits] = cached ? values.slice(-2) : [];
    const perVersion = versions.map((_, i) => invocationsIn(ofVersions.slice(3 * i, 3 * i + 3)));
    const ofOld = perVersion.slice(0, functions.length);
    const ofNew = perVersion.slice(functions.length);
    return {
        stage: beyondCache((0,count_table/* shownTogether */.wT)(all ?? new Map(), failed ?? new Map()), stageHits),
        // AWS does not document whether a canary without the cache has this metric, so a missing value is no hit.
        canary: withoutHits((0,count_table/* shownTogether */.wT)(canaryAll ?? new Map(), canaryFailed ?? new Map()), canaryHits),
        oldVersions: (0,count_table/* addUp */.NM)(ofOld),
        newVersions: (0,count_table/* addUp */.NM)(ofNew),
        functions: functions.map(({ name }, i) => ({
            name,
            oldVersion: ofOld[i] ?? count_table/* NO_EVENTS */.q9,
            newVersion: ofNew[i] ?? count_table/* NO_EVENTS */.q9,
        })),
        unreached: (0,counted_errors/* unreachedOf */.h)(functions, ofNew),
    };
}
/** The invocations of each of these versions, per minute. */
async function readInvocations(client, versions, { from, to }) {
    const series = versions.map((version) => versionSeries(version.name, version.from));
    const values = await (0,metric_data/* readMinutes */.w)(client, series.flat(), from, to);
    return series.map((_, i) => invocationsIn(values.slice(3 * i, 3 * i + 3)));
}
/**
 * A throttled request is in neither Invocations nor Errors (Lambda developer guide, "types of metrics"). AWS does not
 * document that Throttles is 0 when nothing was throttled, so a missing value counts as 0.
 */
function invocationsIn([ran = new Map(), failed = new Map(), throttled = new Map(),]) {
    return (0,count_table/* addUp */.NM)([(0,count_table/* shownTogether */.wT)(ran, failed), { requests: throttled, events: throttled }]);
}
/** API Gateway developer guide: requests are the SampleCount of Count. */
const REQUESTS = { metric: 'Count', statistic: 'SampleCount' };
/** Requests, and errors as the Sum of 5XXError. */
function gatewaySeries(apiName, stage) {
    return [
        gatewayMetric(apiName, stage, REQUESTS),
        gatewayMetric(apiName, stage, { metric: '5XXError', statistic: 'Sum' }),
    ];
}
/** @param route of its requests only; AWS sends these metrics only for a stage with detailed metrics */
function gatewayMetric(ApiName, Stage, { metric, statistic }, route) {
    const dimensions = {
        ApiName,
        ...(route && { Method: route.method, Resource: route.resource }),
        Stage,
    };
    return { namespace: 'AWS/ApiGateway', metric, dimensions, statistic };
}
/**
 * API Gateway developer guide, "dimensions and metrics": the sum of CacheHitCount is the number of answers from the
 * cache, and its average their share of all requests, so it has a value for each minute with requests.
 */
function hitSeries(ApiName, Stage) {
    const dimensions = { ApiName, Stage };
    return { namespace: 'AWS/ApiGateway', metric: 'CacheHitCount', dimensions, statistic: 'Sum' };
}
/**
 * The requests that the cache did not answer. A minute without its number of hits is incomplete. An answer from the
 * cache is no error.
 *
 * @param hits `undefined`: there is no cache
 */
function beyondCache(series, hits) {
    if (!hits)
        return series;
    const unknown = [...series.requests.keys()].filter((minute) => !hits.has(minute));
    const incomplete = new Set([...(series.incomplete ?? []), ...unknown]);
    return { ...withoutHits(series, hits), ...(incomplete.size > 0 && { incomplete }) };
}
function withoutHits(series, hits = new Map()) {
    const { requests } = (0,count_table/* without */.FF)(series, { requests: hits, events: new Map() });
    return { ...series, requests };
}
/** CloudWatch, "statistics definitions": `TC(x:)` counts the values above x. */
function slowStatistic({ milliseconds }) {
    return `TC(${milliseconds}:)`;
}
/** Lambda developer guide, "types of metrics": a version's own series. */
function versionSeries(FunctionName, version) {
    const dimensions = { FunctionName, Resource: `${FunctionName}:${version}` };
    const shared = { namespace: 'AWS/Lambda', dimensions, statistic: 'Sum' };
    return [
        { ...shared, metric: 'Invocations' },
        { ...shared, metric: 'Errors' },
        { ...shared, metric: 'Throttles' },
    ];
}

;// CONCATENATED MODULE: ./build/targets/stage/gateway-measures.js
// What API Gateway counts for each side of a stage's canary, besides all failures: client errors, slow responses, and both
// kinds of errors of single routes.




function eventsOf(measure) {
    if ((0,slow_measure/* isSlowMeasure */.m)(measure)) {
        return { metric: 'Latency', statistic: slowStatistic(measure.threshold) };
    }
    switch (measure.kind) {
        case 'client-errors':
        case 'route-client-errors':
            return { metric: '4XXError', statistic: 'Sum' };
        case 'route-errors':
            return { metric: '5XXError', statistic: 'Sum' };
        default:
            return undefined;
    }
}
/** The route that a measure is about. */
function routeOf({ scope }) {
    return scope.kind === 'route' ? scope : undefined;
}
/** Reads those of the measures that API Gateway counts, in the given order and in one call. */
async function readGatewayMeasures(client, { apiName, stage, canary }, measures, reading, traffic, span) {
    const counted = measures.filter((measure) => eventsOf(measure) !== undefined);
    const read = readerOf(client, span);
    const of = (side) => (measure) => read.eventsOf(apiName, side, measure);
    const sides = { stage: counted.map(of(stage)), canary: counted.map(of(canary)) };
    const values = await read.all();
    const isApart = (0,count_table/* errorsOf */.Bp)(traffic.table).stable === reading.stage;
    const rows = counted.map((measure, i) => {
        const all = sides.stage[i]?.(values, reading.stage) ?? NONE;
        const fresh = sides.canary[i]?.(values, reading.canary) ?? NONE;
        return { measure, canary: fresh, stable: isApart ? all : (0,count_table/* without */.FF)(all, fresh), promoted: all };
    });
    return hasRoutes(rows, reading) ? rows : rows.filter(({ measure }) => !routeOf(measure));
}
/** A minute whose requests are known only in part stays so. */
function together(counted, events) {
    const both = (0,count_table/* shownTogether */.wT)(counted.requests, events);
    return { ...both, ...(0,count_table/* incompleteIn */.Cf)(counted, both) };
}
const NONE = { requests: new Map(), events: new Map() };
/** Collects series, each only once, and reads them together. */
function readerOf(client, { from, to }) {
    const asked = new Map();
    const ask = (series) => {
        const key = JSON.stringify(series);
        const known = asked.get(key) ?? { at: asked.size, series };
        asked.set(key, known);
        return known.at;
    };
    return {
        eventsOf: (apiName, side, measure) => {
            const route = routeOf(measure);
            const counted = eventsOf(measure);
            const events = counted && ask(gatewayMetric(apiName, side, counted, route));
            const requests = route && ask(gatewayMetric(apiName, side, REQUESTS, route));
            return (values, ofSide) => {
                const all = requests === undefined ? ofSide : { ...NONE, requests: values[requests] ?? new Map() };
                return together(all, (events === undefined ? undefined : values[events]) ?? new Map());
            };
        },
        all: () => (0,metric_data/* readMinutes */.w)(client, [...asked.values()].map(({ series }) => series), from, to),
    };
}
/** With fewer requests of the canary, it may be chance that none of them was to a measured route. */
const ENOUGH = 20;
/**
 * Whether the canary's requests are counted by route as well, as far as can be seen: AWS does not document it. The canary
 * should have the same share of the routes' requests as of all.
 */
function hasRoutes(rows, { stage, canary }) {
    const ofRoutes = rows.filter(({ measure }) => routeOf(measure));
    // Each route once, although several of its measures may be read.
    const routes = ofRoutes.filter(({ measure }) => measure.kind === ofRoutes[0]?.measure.kind);
    const seen = sumOf(routes.map((row) => row.canary));
    if (seen > 0)
        return true;
    const share = sumOf([canary]) / Math.max(1, sumOf([stage]));
    return share * sumOf(routes.map((row) => row.promoted)) < ENOUGH;
}
function sumOf(series) {
    return series
        .flatMap(({ requests }) => [...requests.values()])
        .reduce((sum, each) => sum + each, 0);
}

// EXTERNAL MODULE: ./build/analysis/client-errors-measure.js
var client_errors_measure = __webpack_require__(3671);
// EXTERNAL MODULE: ./build/targets/stage/route-limit.js
var route_limit = __webpack_require__(85619);
;// CONCATENATED MODULE: ./build/targets/stage/route-baseline.js
// Which routes are compared by themselves: those with the most requests in the hour before.





/**
 * The routes with requests in the hour, the busiest first; of very many, only so many. The choice depends on nothing that
 * the canary does.
 *
 * @param names every name under which requests may be counted
 */
async function busiestRoutes(client, apiName, stageName, names, { from, to }) {
    if (names.length === 0)
        return [];
    const counts = await (0,metric_data/* readMinutes */.w)(client, names.map((name) => ({
        ...gatewayMetric(apiName, stageName, REQUESTS, name),
        period: to - from,
    })), from, to);
    return names
        .map((name, i) => ({ name, requests: route_baseline_sumOf(counts[i]?.values() ?? []) }))
        .filter(({ requests }) => requests > 0)
        .sort((a, b) => b.requests - a.requests)
        .slice(0, route_limit/* MOST_ROUTES */.B)
        .map(({ name }) => name);
}
function routeMeasures(routes, compare) {
    return routes.flatMap(({ method, resource }) => [
        ...(compare.includes('errors') ? [(0,errors_measure/* routeErrorsMeasure */.b0)(method, resource)] : []),
        ...(compare.includes('client-errors')
            ? [(0,client_errors_measure/* clientErrorsMeasure */.F)({ kind: 'route', method, resource })]
            : []),
    ]);
}
function route_baseline_sumOf(values) {
    let sum = 0;
    for (const value of values)
        sum += value;
    return sum;
}

;// CONCATENATED MODULE: ./build/targets/stage/stage-baseline.js
// The traffic, errors and latency of the stage in the hour before the rollout.










const HOUR = 3600;
const QUANTILES = [0.9, 0.99];
async function readBaseline(client, apiName, stageName, { startedAt, functions, compare, cached, routes }) {
    const to = (0,traffic/* startOfMinute */.ci)(startedAt);
    const span = { from: to - HOUR, to };
    const read = (series) => (0,metric_data/* readMinutes */.w)(client, series, span.from, span.to);
    const [all = stage_baseline_NONE, errors = stage_baseline_NONE, ...others] = await read([
        ...gatewaySeries(apiName, stageName),
        ...(cached ? [hitSeries(apiName, stageName)] : []),
        ...(!cached && compare.includes('latency') ? quantileSeries(apiName, stageName) : []),
    ]);
    const [hits, quantiles] = cached ? [others[0], []] : [undefined, others];
    const counted = (0,count_table/* shownTogether */.wT)(all, errors);
    // Of a single route, it is not known which requests its cache answered.
    const wantsRoutes = !cached && (compare.includes('errors') || compare.includes('client-errors'));
    const busiest = await busiestRoutes(client, apiName, stageName, wantsRoutes ? routes : [], span);
    const measures = [
        ...(compare.includes('client-errors') ? [(0,client_errors_measure/* clientErrorsMeasure */.F)()] : []),
        ...thresholdsIn(quantiles).map((threshold) => (0,slow_measure/* slowMeasure */.C)(threshold)),
        ...routeMeasures(busiest, compare),
    ];
    const reader = readerOf(client, span);
    const takes = measures.map((measure) => reader.eventsOf(apiName, stageName, measure));
    const values = await reader.all();
    const invoked = compare.includes('errors') ? functions : [];
    const served = invoked.filter(({ from }) => from !== '');
    const counts = await readInvocations(client, served, span);
    const invocations = new Map(served.map(({ name }, i) => [name, counts[i]]));
    return [
        { measure: (0,errors_measure/* errorsMeasure */.YY)(), minutes: (0,baseline/* countsOf */.mQ)(beyondCache(counted, hits)) },
        ...invoked.map(({ name }) => ({
            measure: (0,errors_measure/* invocationsMeasure */.oB)(name),
            minutes: (0,baseline/* countsOf */.mQ)(invocations.get(name) ?? count_table/* NO_EVENTS */.q9),
        })),
        ...measures.map((measure, i) => ({
            measure,
            minutes: (0,baseline/* countsOf */.mQ)(beyondCache(takes[i]?.(values, counted) ?? count_table/* NO_EVENTS */.q9, hits)),
        })),
    ];
}
const stage_baseline_NONE = new Map();
/** The number of responses, and the quantiles of their latency over the hour. */
function quantileSeries(apiName, stageName) {
    return ['SampleCount', ...QUANTILES.map((q) => `p${q * 100}`)].map((statistic) => ({
        ...gatewayMetric(apiName, stageName, { metric: 'Latency', statistic }),
        period: HOUR,
    }));
}
function thresholdsIn([samples = stage_baseline_NONE, ...quantiles]) {
    return QUANTILES.flatMap((quantile, i) => {
        const milliseconds = mostSampled(quantiles[i] ?? stage_baseline_NONE, samples);
        // Whole milliseconds: CloudWatch supports few decimals in TC(x:), and they would make no difference.
        return milliseconds === undefined ? [] : [{ quantile, milliseconds: Math.ceil(milliseconds) }];
    });
}
/**
 * CloudWatch may split a period that does not start at a full hour into two values: returns the one with more
 * samples.
 */
function mostSampled(values, samples) {
    const [best] = [...values].sort(([a], [b]) => (samples.get(b) ?? 0) - (samples.get(a) ?? 0));
    return best?.[1];
}

;// CONCATENATED MODULE: ./build/targets/stage/stage-split.js
// The two sides of a stage's traffic, from CloudWatch's series.
//
// AWS does not document under which dimension canary requests are counted, nor whether the stage's series includes
// them. So both series are read in addition to those of the function versions, which are documented, and nothing
// undocumented is assumed.


/**
 * Separates the sides. API Gateway's own canary series takes precedence, because it includes failures that never
 * reach a function. If it is empty although the new versions were invoked, the versions' series are used
 * instead. They do not contain the 5XX responses that a function returns. Of those, only the stage's series may show
 * some: while traffic is split, without a version; after the promotion, all of them.
 *
 * @param closedUntil seconds since the epoch; counts of what came later may still grow
 * @param gateway `shared`: API Gateway's series also count another API of the same name
 */
function splitCounts(raw, closedUntil, gateway = 'own') {
    const { stage, canary, oldVersions, newVersions } = raw;
    if (gateway === 'shared') {
        const sides = { canary: newVersions, stable: oldVersions, promoted: newVersions };
        return (0,counted_errors/* countedErrors */.G)('functions', { apart: true, sides, closedUntil });
    }
    const overlap = overlapOf(raw, closedUntil);
    if (sum(canary.requests) === 0 && sum(newVersions.requests) > 0) {
        const sides = { canary: newVersions, stable: oldVersions, promoted: stage };
        const counted = (0,counted_errors/* countedErrors */.G)('functions', { apart: true, sides, closedUntil });
        return overlap === 'none' ? counted : { ...counted, unattributed: beyondVersions(raw) };
    }
    const stable = overlap === 'whole' ? (0,count_table/* without */.FF)(stage, canary) : stage;
    const apart = overlap !== 'unknown';
    const sides = { canary, stable, promoted: stage };
    return (0,counted_errors/* countedErrors */.G)('gateway', { apart, sides, closedUntil });
}
/** The failures of the stage that the versions' own counts do not contain. */
function beyondVersions({ stage, oldVersions, newVersions }) {
    const { requests } = stage;
    const { events } = (0,count_table/* without */.FF)(stage, (0,count_table/* addUp */.NM)([oldVersions, newVersions]));
    return { requests, events, ...(0,count_table/* incompleteIn */.Cf)(stage, oldVersions, newVersions) };
}
const TOLERANCE = 0.05;
/**
 * How much of the canary's traffic the stage's series includes, as far as the functions' own counts show it: all of
 * it, or none. If they do not show it, the series is used as it is, and every canary request may be counted on both
 * sides. That makes the sequential test weaker but not wrong (see docs/decisions/0005), as long as it bets on
 * failures only.
 *
 * Only closed minutes are used: in an open one, API Gateway's counts may be there before those of the functions.
 */
function overlapOf(raw, closedUntil) {
    const closed = ({ requests }) => sum(requests, closedUntil);
    const stage = closed(raw.stage);
    const old = closed(raw.oldVersions);
    const all = old + closed(raw.newVersions);
    if (old === 0 || all === old)
        return 'unknown';
    const toAll = Math.abs(stage - all);
    const toOld = Math.abs(stage - old);
    if (toAll < toOld && toAll <= TOLERANCE * all)
        return 'whole';
    return toOld < toAll && toOld <= TOLERANCE * old ? 'none' : 'unknown';
}
/** The sum of the minutes that begin before `until`. */
function sum(values, until = Number.POSITIVE_INFINITY) {
    let total = 0;
    for (const [minute, value] of values)
        if (minute < until)
            total += value;
    return total;
}

;// CONCATENATED MODULE: ./build/targets/stage/stage-counts.js
// The traffic of a stage's canary: API Gateway's own series, and those of the functions' versions.











function createStageCounts(client, series) {
    const { stageName, canaryDimension: canary, readApiName, readTwins, compares, readCached, readRoutes, } = series;
    const dimensions = async () => ({
        apiName: await readApiName(),
        stage: stageName,
        canary,
        cached: await readCached(),
    });
    let last;
    let gap = 'no-traffic';
    return {
        readTraffic: async (changes, span, closedUntil) => {
            const names = await dimensions();
            last = await readTraffic(client, names, changes, span);
            const twins = await readTwins();
            const isShared = twins.length > 0;
            if (isShared && changes.length === 0 && compares) {
                throw new errors/* KnownError */.E(sharedName(names.apiName, stageName, twins));
            }
            const gateway = isShared && changes.length > 0 ? 'shared' : 'own';
            const split = splitCounts(last, closedUntil, gateway);
            const traffic = names.cached ? ofBackends(split) : split;
            return changes.length > 0 ? withInvocations(traffic, last) : traffic;
        },
        readBaseline: async (startedAt, functions, compare) => {
            if ((await readTwins()).length > 0 && compares) {
                return unknownHour(functions, compare);
            }
            const { apiName, cached } = await dimensions();
            const routes = await readRoutes();
            const hour = { startedAt, functions, compare, cached, routes };
            const baseline = await readBaseline(client, apiName, stageName, hour);
            gap = gapIn(baseline, cached);
            return baseline;
        },
        latencyGap: () => gap,
        readMeasures: async (baseline, traffic, span) => {
            // Only API Gateway counts these per side. Without its canary series, they are not measured.
            if (!last || traffic.kind !== 'counted' || traffic.source === 'functions')
                return [];
            const measures = baseline.map(({ measure }) => measure);
            return readGatewayMeasures(client, await dimensions(), measures, last, traffic, span);
        },
        readDaily: async (now) => {
            const apiName = await readApiName();
            const daily = await (0,baseline/* readDailyTraffic */.fA)(client, [gatewaySeries(apiName, stageName)], now);
            if (!daily || !(await readCached()))
                return daily;
            return beyondHits(daily, await readHits(client, apiName, stageName, now));
        },
    };
}
/** Of an API that CloudWatch does not tell apart from another, only the functions are known. */
function unknownHour(functions, compare) {
    const own = compare.includes('errors') ? functions : [];
    return [
        { measure: (0,errors_measure/* errorsMeasure */.YY)(), minutes: [] },
        ...own.map(({ name }) => ({ measure: (0,errors_measure/* invocationsMeasure */.oB)(name), minutes: [] })),
    ];
}
function gapIn(baseline, cached) {
    if (cached)
        return 'cache';
    return baseline.some(({ measure }) => (0,slow_measure/* isSlowMeasure */.m)(measure)) ? undefined : 'no-traffic';
}
/** On a stage with a cache: the versions' requests are what reached a backend. */
function ofBackends(traffic) {
    const source = traffic.source === 'gateway' ? 'backend' : traffic.source;
    return { ...traffic, source, share: 'unequal' };
}
/** Adds what Lambda counts by version, which the gateway's own errors may not show. */
function withInvocations(traffic, { functions, newVersions, unreached }) {
    const rows = functions.map(({ name, oldVersion, newVersion }) => {
        const sides = { canary: newVersion, stable: oldVersion, promoted: newVersion };
        return { measure: (0,errors_measure/* invocationsMeasure */.oB)(name), ...sides };
    });
    const table = { ...traffic.table, rows: [...traffic.table.rows, ...rows] };
    const counted = { ...traffic, unreached, table };
    return traffic.source === 'functions' ? counted : { ...counted, invoked: newVersions };
}
const stage_counts_HOUR = 3600;
/** The share of the last day's requests that the cache answered: the average of its hours. */
async function readHits(client, apiName, stage, now) {
    const to = (0,traffic/* startOfMinute */.ci)(now);
    const series = { ...hitSeries(apiName, stage), period: stage_counts_HOUR };
    const [count] = gatewaySeries(apiName, stage);
    const from = to - 24 * stage_counts_HOUR;
    const [hits, requests] = await (0,metric_data/* readMinutes */.w)(client, [series, { ...count, period: stage_counts_HOUR }], from, to);
    const sum = (values) => [...(values?.values() ?? [])].reduce((a, b) => a + b, 0);
    return sum(hits) / Math.max(1, sum(requests));
}
/** The traffic of the backends; with answers from the cache alone, there is none. */
function beyondHits(daily, hits) {
    const rest = 1 - hits;
    if (rest <= 0)
        return undefined;
    const { requestsPerMinute, errorRate } = daily;
    return {
        requestsPerMinute: requestsPerMinute * rest,
        errorRate: Math.min(1, errorRate / rest),
    };
}

// EXTERNAL MODULE: ./build/targets/stage/draft-changes.js
var draft_changes = __webpack_require__(96895);
;// CONCATENATED MODULE: ./build/targets/stage/stage-difference.js
// Compares all of what an open rollout releases on a stage with what the inputs of this run request, except for the
// versions of functions. A run continues an open rollout only if there is no difference.










/**
 * Each difference continues a sentence about the rollout. Values of variables may be secret and are not shown.
 *
 * @param say logs a line about what could not be compared
 */
async function stageDifferences({ api, inputs }, rollout, say) {
    const settings = settingDifferences(inputs, rollout);
    const definition = await definitionDifference(api, inputs, rollout, say);
    return definition === undefined ? settings : [...settings, definition];
}
/** Only those in overrides that the inputs name. */
function overrideDifferences({ overrides }, { record }) {
    const open = (0,stage_record/* stageOf */.g)(record).overrides;
    return differing(Object.keys(overrides), overrides, open);
}
function settingDifferences(inputs, { record }) {
    const open = (0,stage_record/* stageOf */.g)(record);
    const set = Object.keys(open.overrides).filter((name) => !isVersionOf(open, name, record.functions));
    const names = [...new Set([...set, ...Object.keys(inputs.overrides)])];
    const found = [...differing(names, inputs.overrides, open.overrides)];
    if (promoteInWords(open.promote) !== promoteInWords(inputs.promote)) {
        found.push(`promotes ${promoteInWords(open.promote)} (promote: ${promoteInWords(inputs.promote)} is requested)`);
    }
    if (inputs.useStageCache !== 'auto' && open.useStageCache !== inputs.useStageCache) {
        found.push(open.useStageCache
            ? "uses the stage's cache (use-stage-cache: false is requested)"
            : "does not use the stage's cache (use-stage-cache: true is requested)");
    }
    return found;
}
function differing(names, requested, open) {
    const other = names.filter((name) => (0,stage_state/* variableOf */.Qn)(requested, name) !== (0,stage_state/* variableOf */.Qn)(open, name));
    return other.length === 0
        ? []
        : [`has other values of the stage variable ${(0,claim/* quoted */.T)(other)} than stage-variable-overrides`];
}
function promoteInWords({ deployment, variables, close }) {
    const parts = { deployment, variables, close };
    const chosen = Object.entries(parts).filter(([, wanted]) => wanted);
    return chosen.map(([name]) => name).join(', ') || 'nothing';
}
async function definitionDifference(api, { definition, apiDefinition }, { record, canaryDeploymentId }, say) {
    const { deploymentId, drafts } = (0,stage_record/* stageOf */.g)(record);
    if (canaryDeploymentId === undefined)
        return 'has no deployment of its own yet';
    const open = canaryDeploymentId === deploymentId ? 'deployed' : 'draft';
    if (open !== definition) {
        return `releases ${open === 'draft' ? "a deployment of the API's draft" : 'no deployment of its own'} (definition: ${definition} is requested)`;
    }
    if (open === 'deployed')
        return undefined;
    return ((await fileDifference(api, canaryDeploymentId, apiDefinition)) ??
        draftDifference(api, canaryDeploymentId, drafts, say));
}
/** By the digest of the file that the deployment's description stores. */
async function fileDifference(api, canaryDeploymentId, file) {
    if (!file)
        return undefined;
    const read = (0,api_definition/* readDefinitionText */.D)(file);
    if ('problem' in read)
        return `cannot be compared with the requested one (${read.problem})`;
    const imported = (0,deployment_text/* parseFile */.CJ)((await api.readDescription(canaryDeploymentId)) ?? '');
    return imported === fileDigest(read.text)
        ? undefined
        : `releases another API definition than that in api-definition ${(0,quote/* quote */.h)(file.path)}`;
}
/** By the mark that the deployment's description stores. A draft that cannot be compared is not the same. */
async function draftDifference(api, canaryDeploymentId, drafts, say) {
    try {
        const { description } = await api.readDeployment(canaryDeploymentId);
        if (isOfEarlierVersion(description)) {
            say(`The open rollout was begun by an earlier version of this action, which did not record the API's draft: the deployment ${canaryDeploymentId} is not compared with it.`);
            return undefined;
        }
        const deployed = (0,deployment_text/* parseDraft */.LK)(description);
        if (deployed === undefined) {
            return `serves the deployment ${canaryDeploymentId}, which cannot be compared with the API's draft, because its description has no mark of the draft`;
        }
        const now = await api.markDraft((0,draft_changes/* withSide */.Ee)(await api.readDraft('none'), drafts, 'to'));
        return deployed === now
            ? undefined
            : `serves the deployment ${canaryDeploymentId}, and the API's draft has changed since that was created`;
    }
    catch (error) {
        return `serves the deployment ${canaryDeploymentId}, which could not be compared with the API's draft (${(0,errors/* known */.eO)(error).message})`;
    }
}
/**
 * A release that was open while the action was updated must still be continued. The description shows it: writing
 * one needs the permission to release, unlike tags.
 */
function isOfEarlierVersion(description) {
    return description.startsWith(deployment_text/* DEPLOYMENT_MARK */.iN) && (0,deployment_text/* parseSeal */.T7)(description) === undefined;
}

// EXTERNAL MODULE: ./build/targets/stage/drafts.js
var drafts = __webpack_require__(91834);
;// CONCATENATED MODULE: ./build/targets/stage/last-seen.js
// The traffic of the stage as the last check saw it. A stage has no revision that a write could name, so each write
// compares what it reads with what the decision was made from.


/** Throws if somebody closed the canary or changed its weight since the last check: a brake is not overruled. */
function assertAsSeen({ trafficState: seen }, found) {
    if (seen?.kind !== 'split')
        return;
    if (found.kind === 'stable')
        throw new errors/* KnownError */.E('someone removed the canary after the last check');
    if (found.kind !== 'split' || (0,plan/* sameWeight */.DC)(found.weight, seen.weight))
        return;
    throw new errors/* MovedError */.WJ(`the weight was changed outside this action after the last check: the canary has ${(0,plan/* formatWeight */.ck)(found.weight)} instead of ${(0,plan/* formatWeight */.ck)(seen.weight)}`);
}

;// CONCATENATED MODULE: ./build/targets/stage/patches.js
// The patches of a stage, as data. localstack's AWS-validated test_apigateway_canary recorded which operations AWS
// accepts and which it rejects. Every canary path is set by `replace`, even if there is no canary yet.
/**
 * Opens the canary. The deployment comes first: setting the weight of an absent canary would create one on the
 * stage's own deployment, which has no canary version.
 */
function openPatch(record, canaryDeploymentId, weight) {
    const overrides = Object.entries(record.overrides);
    return [
        replace('/canarySettings/deploymentId', canaryDeploymentId),
        ...overrides.map(([name, value]) => replace(`/canarySettings/stageVariableOverrides/${name}`, value)),
        replace('/canarySettings/useStageCache', String(record.useStageCache)),
        ...weightPatch(weight),
    ];
}
/** @param weight in %, to two decimals */
function weightPatch(weight) {
    return [replace('/canarySettings/percentTraffic', String(weight))];
}
/**
 * Promotes. The copies come before the weight: on a stage without a canary, AWS then returns "Promotion not
 * available". In the developer guide's order, the weight would silently create a new canary.
 */
function promotePatch({ promote }) {
    const copies = [];
    if (promote.variables) {
        copies.push({
            op: 'copy',
            from: '/canarySettings/stageVariableOverrides',
            path: '/variables',
        });
    }
    if (promote.deployment) {
        copies.push({ op: 'copy', from: '/canarySettings/deploymentId', path: '/deploymentId' });
    }
    return [...copies, replace('/canarySettings/percentTraffic', '0.0')];
}
function closePatch() {
    return [{ op: 'remove', path: '/canarySettings' }];
}
/** Restores what a promotion changed: the deployment and the variables. */
function restorePatch(record) {
    const variables = Object.entries(record.variables).map(([name, value]) => {
        const path = `/variables/${name}`;
        return value === null ? { op: 'remove', path } : replace(path, value);
    });
    const changed = record.promote.variables ? variables : [];
    const moved = record.promote.deployment ? [replace('/deploymentId', record.deploymentId)] : [];
    return [...moved, ...changed];
}
function replace(path, value) {
    return { op: 'replace', path, value };
}

;// CONCATENATED MODULE: ./build/targets/stage/stage-moves.js
// How a rollout moves its stage forward: reads the state before each change, and reads each change back.










async function shift(moves, rollout, weight) {
    const { api, trust } = moves;
    const stage = (0,stage_record/* stageOf */.g)(rollout.record);
    const trafficState = await ownedTraffic(moves, rollout);
    if (trafficState.kind === 'promoted') {
        throw new errors/* KnownError */.E('the canary was already promoted, so there is nothing left to shift');
    }
    if (trafficState.kind === 'stable' && !trust.isOwn(rollout.record))
        throw new errors/* MovedError */.WJ(targets_trust/* NOT_BEGUN */.gr);
    if (trafficState.kind === 'stable' && trafficState.open)
        await stage_moves_close(api);
    const patch = trafficState.kind === 'stable'
        ? openPatch(stage, madeDeployment(rollout), weight)
        : weightPatch(weight);
    const { state } = await api.patchStage(`shifting ${(0,plan/* formatWeight */.ck)(weight)} to the canary`, patch);
    const after = (0,stage_state/* trafficStateOf */.u5)(state, rollout);
    if (after.kind === 'stable' && after.open) {
        throw new errors/* KnownError */.E('someone removed the canary at the same moment, and AWS created an empty one from the change');
    }
    if (after.kind !== 'split' || Math.abs(after.weight - weight) > 0.005) {
        throw notAsWritten(`a canary of this rollout at ${(0,plan/* formatWeight */.ck)(weight)}`, after, state);
    }
}
async function promote(moves, rollout) {
    const { api } = moves;
    const stage = (0,stage_record/* stageOf */.g)(rollout.record);
    let trafficState = await ownedTraffic(moves, rollout);
    if (trafficState.kind === 'stable') {
        await shift(moves, rollout, 0);
        trafficState = { kind: 'split', weight: 0 };
    }
    if (trafficState.kind === 'split') {
        const { state } = await api.patchStage('promoting the canary', promotePatch(stage));
        trafficState = (0,stage_state/* trafficStateOf */.u5)(state, rollout);
        if (trafficState.kind !== 'promoted') {
            throw notAsWritten('the promoted deployment and variables', trafficState, state);
        }
    }
    if (trafficState.kind === 'promoted' && trafficState.open && stage.promote.close)
        await stage_moves_close(api);
    if (stage.promote.deployment)
        await (0,drafts/* settleDrafts */.Iu)(moves, stage.drafts, 'to');
}
/** Removes the canary. AWS does not document whether removing an absent one is an error. */
async function stage_moves_close(api) {
    try {
        const { state } = await api.patchStage('closing the canary', closePatch());
        if (!state.canary)
            return;
    }
    catch (error) {
        (0,errors/* known */.eO)(error);
        const { state } = await api.readStage();
        if (state.canary)
            throw error;
        return;
    }
    const { state } = await api.readStage();
    if (state.canary)
        throw new errors/* KnownError */.E('AWS still shows the canary after it was closed');
}
async function ownedTraffic({ api, seen }, rollout) {
    const { state, tags } = await api.readStage();
    (0,ownership/* assertOwned */.SG)((0,stage_store/* storedStateOf */.Cj)(api, tags), rollout.record.id);
    const trafficState = (0,stage_state/* trafficStateOf */.u5)(state, rollout);
    if (trafficState.kind === 'external') {
        throw new errors/* KnownError */.E(`stopped without changing it: ${trafficState.what}`);
    }
    assertAsSeen(seen, trafficState);
    return trafficState;
}
function madeDeployment(rollout) {
    if (rollout.canaryDeploymentId !== undefined)
        return rollout.canaryDeploymentId;
    throw new errors/* KnownError */.E('the canary has no deployment yet: the rollout was interrupted during preparation');
}
function notAsWritten(expected, after, state) {
    const found = after.kind === 'external' ? `${after.what} (${(0,stage_state/* describeStage */.al)(state)})` : (0,stage_state/* describeStage */.al)(state);
    return new errors/* KnownError */.E(`AWS accepted the change, but does not show it: expected ${expected}, found ${found}`);
}

// EXTERNAL MODULE: ./build/targets/iam-policy.js
var iam_policy = __webpack_require__(73151);
// EXTERNAL MODULE: ./build/targets/lambda/function-policy.js
var function_policy = __webpack_require__(26312);
;// CONCATENATED MODULE: ./build/targets/stage/stage-policy.js
// The minimal IAM policy of the role for a rollout of a stage.


function stagePolicy(needs, place, order) {
    const { functions, calls } = needs;
    const { role, prunes } = order;
    // That of a version is read once it is published.
    const readsPolicy = role === 'release' || prunes || functions.some((fn) => !fn.publishes);
    return [
        ...stageStatements(needs, place, order),
        ...(0,function_policy/* functionStatements */.Ft)(functions, {
            calls,
            versions: [
                'lambda:GetFunctionEventInvokeConfig',
                ...(0,iam_policy/* only */.j6)(readsPolicy, 'lambda:GetPolicy'),
                'lambda:GetProvisionedConcurrencyConfig',
            ],
            readsPolicies: true,
            readsNext: true,
            order,
        }),
        ...(0,function_policy/* uploadStatements */.Kb)(functions, place),
        ...(prunes ? (0,function_policy/* pruneStatements */.JM)(functions, ['lambda:ListTags']) : []),
        (0,function_policy/* eventSourceStatement */.vg)(prunes ? functions : functions.filter(({ code }) => code !== undefined)),
    ];
}
/** Where nothing is known but the inputs: each function may be pinned in any integration of the API. */
function stagePolicyAtMost(inputs, released, place, order) {
    const { restApiId, stageName, definition, apiDefinition, shadowStage } = inputs;
    const { invokePermission } = inputs;
    const needs = {
        ...{ restApiId, stageName, shadow: shadowStage, calls: [] },
        functions: released.map((input) => (0,function_policy/* needsAtMost */.sh)(place, input)),
        deploys: definition === 'draft',
        imports: apiDefinition !== undefined,
        readsAuthorizers: true,
        readsServed: true,
        comparesRoutes: true,
        rewrites: released.length > 0 ? ['*/methods/*'] : [],
        grants: invokePermission === 'grant',
    };
    const account = `arn:${place.partition}:apigateway:${place.region}::/account`;
    // Whether the account writes access logs.
    return [...stagePolicy(needs, place, order), (0,iam_policy/* allow */.cw)('LogRole', ['apigateway:GET'], [account])];
}
function stageStatements(needs, { region, partition }, { role, prunes }) {
    const { restApiId, stageName, deploys, comparesRoutes, shadow, functions, calls } = needs;
    const arn = (path) => `arn:${partition}:apigateway:${region}::${path}`;
    const api = `/restapis/${restApiId}`;
    const [stages, deployments] = [arn(`${api}/stages`), arn(`${api}/deployments`)];
    const stage = `${stages}/${stageName}`;
    // Who else needs what the new versions got, when it is given back.
    const givesBack = role === 'release' && functions.some((fn) => fn.provisions);
    const looksAround = prunes || shadow !== undefined || givesBack;
    const read = [
        arn('/restapis'),
        arn(api),
        arn(`${api}/resources`),
        ...(0,iam_policy/* only */.j6)(!deploys && (needs.readsAuthorizers || prunes), arn(`${api}/authorizers`)),
        stage,
        ...(0,iam_policy/* only */.j6)(looksAround, stages),
        ...stage_policy_exports(stages, needs, prunes || givesBack),
        ...(0,iam_policy/* only */.j6)(deploys, ...DEFINITION.map((part) => arn(`${api}/${part}`))),
        ...(0,iam_policy/* only */.j6)(comparesRoutes, `${deployments}/*`),
        ...(0,iam_policy/* only */.j6)(prunes, deployments),
    ];
    const drafts = needs.rewrites.map((path) => arn(`${api}/resources/${path}/integration`));
    return [
        (0,iam_policy/* allow */.cw)('Read', ['apigateway:GET'], read),
        (0,iam_policy/* allow */.cw)('Shift', ['apigateway:PATCH'], [stage, ...drafts]),
        (0,iam_policy/* allow */.cw)('Remember', ['apigateway:PUT', 'apigateway:DELETE'], [arn(`/tags/${encodeURIComponent(stage)}`)]),
        (0,iam_policy/* allow */.cw)('Make', ['apigateway:POST'], [...(0,iam_policy/* only */.j6)(deploys, deployments), ...(0,iam_policy/* only */.j6)(shadow !== undefined, stages)]),
        (0,iam_policy/* allow */.cw)('ClearAway', ['apigateway:DELETE'], [...(0,iam_policy/* only */.j6)(shadow !== undefined, `${stages}/${shadow}`), ...(0,iam_policy/* only */.j6)(prunes, `${deployments}/*`)]),
        (0,iam_policy/* allow */.cw)('Import', ['apigateway:PUT'], (0,iam_policy/* only */.j6)(needs.imports, arn(api))),
        {
            ...(0,iam_policy/* allow */.cw)('Grant', ['lambda:AddPermission'], needs.grants ? [...new Set([...(0,function_policy/* qualified */.LX)(functions), ...calls])] : []),
            Condition: { StringEquals: { 'lambda:Principal': 'apigateway.amazonaws.com' } },
        },
    ];
}
/** The parts of a draft other than its resources. */
const DEFINITION = ['models', 'gatewayresponses', 'authorizers', 'requestvalidators'];
/** Exports of every stage, if other callers of a version matter. */
function stage_policy_exports(stages, { readsServed, stageName, functions }, ofAll) {
    if (ofAll && functions.length > 0)
        return [`${stages}/*/exports/*`];
    return readsServed ? [`${stages}/${stageName}/exports/*`] : [];
}

// EXTERNAL MODULE: ./build/report/console-links.js
var console_links = __webpack_require__(72666);
// EXTERNAL MODULE: ./build/report/markdown.js
var markdown = __webpack_require__(34902);
// EXTERNAL MODULE: ./build/targets/lambda/function-report.js
var function_report = __webpack_require__(46604);
;// CONCATENATED MODULE: ./build/targets/stage/stage-report.js
// A stage as reports show it.





function stageReport(facts) {
    const { region, restApiId, apiName, stageName, deploymentBefore, deploymentAfter } = facts;
    return {
        region,
        label: `${apiName || restApiId}/${stageName}`,
        key: `${region}/${restApiId}/${stageName}`,
        resources: [arnOf(facts)],
        links: [linkTo(facts)],
        metrics: metricsOf(facts),
        rows: rowsOf(facts),
        ...function_report/* FUNCTION_REPORT */.c,
        countNotes: COUNT_NOTES,
        outputs: { 'deployment-before': deploymentBefore, 'deployment-after': deploymentAfter },
        toJSON: () => facts,
    };
}
const COUNT_NOTES = {
    backend: 'The stage caches answers (use-stage-cache), so only requests that reached a backend are counted, latency is not compared, and errors only roll back if they are more than three times as frequent. Use alarms or metrics for smaller regressions.',
    functions: 'Counted by function version, because API Gateway has no metrics for the canary alone. A 4XX or 5XX response that a function returns is not counted by version, so client errors are not compared, and neither is latency. Set canary-metric-dimension to the dimension that your account shows, or use alarms or metrics.',
};
function arnOf({ region, restApiId, stageName }) {
    return (0,gateway_arns/* stageArn */.GA)((0,arns/* placeOf */.$t)(region), restApiId, stageName);
}
function linkTo({ region, restApiId, stageName }) {
    const id = encodeURIComponent(restApiId);
    const url = `${(0,console_links/* consoleOf */.Fl)(region)}/apigateway/main/apis/${id}/stages?api=${id}&region=${region}`;
    return { text: `stage ${stageName}`, url };
}
function metricsOf({ apiName, stageName, canaryDimension, }) {
    return [stageName, canaryDimension].flatMap((stage) => ['Count', '5XXError', '4XXError'].map((metric) => [
        ...['AWS/ApiGateway', metric],
        ...['ApiName', apiName, 'Stage', stage],
    ]));
}
function rowsOf(facts) {
    const { apiName, restApiId, stageName, region, deploymentBefore, deploymentAfter } = facts;
    const api = apiName === '' ? (0,markdown/* code */.aY)(restApiId) : `${(0,markdown/* code */.aY)(apiName)} (${(0,markdown/* code */.aY)(restApiId)})`;
    const after = deploymentAfter === '' ? 'not known' : (0,markdown/* code */.aY)(deploymentAfter);
    const moved = deploymentBefore === deploymentAfter ? '' : ` → ${after}`;
    return [
        ['REST API', `${api}, stage ${(0,markdown/* code */.aY)(stageName)}, ${(0,markdown/* code */.aY)(region)}`],
        ['Deployment', deploymentBefore && `${(0,markdown/* code */.aY)(deploymentBefore)}${moved}`],
    ];
}

// EXTERNAL MODULE: ./build/targets/stage/import-draft.js
var import_draft = __webpack_require__(7629);
// EXTERNAL MODULE: ./build/targets/lambda/warm-up.js
var warm_up = __webpack_require__(30816);
;// CONCATENATED MODULE: ./build/targets/stage/stage-uses.js
// What the stages of a REST API use: versions, by their variables and by what the API's definition calls;
// deployments, by serving them or through an unfinished rollout.






function versionUses({ restApiId, stageName, shadowStage, stages, integrations, }) {
    const views = stages.flatMap(({ state }) => viewsOf(state));
    const values = views.flatMap((variables) => Object.values(variables));
    const inVariables = values.map(versionIn).filter((version) => version !== undefined);
    const others = stages.filter(({ name }) => name !== stageName);
    const open = openRollouts(stages).flatMap(({ record }) => record.functions);
    const reachesOf = ({ uri }, seenBy) => [{}, ...seenBy].map((variables) => ({ uri, scope: (0,stage_integration/* reachOf */.xw)(uri, variables) }));
    const called = (functionName) => integrations
        .flatMap((integration) => reachesOf(integration, views))
        .flatMap(({ uri, scope }) => {
        if (scope.kind !== 'lambda' || scope.functionName !== functionName)
            return [];
        const { qualifier = '' } = scope;
        return [{ qualifier, isPinned: /^\d+$/.test(qualifier) && (0,stage_integration/* endsIn */.We)(uri, qualifier) }];
    });
    // It may lead anywhere, so it may lead to this function. A URI may not make sense with the variables of other
    // stages, because they have other deployments.
    const own = stages
        .filter(({ name }) => name === stageName)
        .flatMap(({ state }) => viewsOf(state));
    const unparsed = integrations.find((integration) => reachesOf(integration, own).some(({ scope }) => scope.kind === 'unknown'));
    return {
        of: (functionName) => [
            ...new Set([
                ...inVariables,
                ...called(functionName).map(({ qualifier }) => qualifier),
                ...open.filter(({ name }) => name === functionName).flatMap(({ from, to }) => [from, to]),
            ]),
        ],
        hidden: (functionName) => {
            if (unparsed) {
                return `it is unclear what ${(0,definition_calls/* nameOf */.V)(unparsed)} calls (${(0,stage_integration/* shownUri */.sb)(unparsed.uri)})`;
            }
            // For a deployment that is not a stage's own, AWS shows the routes but not what they call.
            return others.length > 0 && called(functionName).some(({ isPinned }) => isPinned)
                ? `its version is pinned in the API's integrations, and what the deployments of the other stages (${(0,listed/* listed */.KE)(others.map(({ name }) => name))}) call is unknown`
                : undefined;
        },
        knows: (sourceArn) => {
            const [, source] = sourceArn.split(`:${restApiId}/`);
            const stage = source?.split('/')[0];
            const ours = stage === stageName || (stage !== undefined && stage === shadowStage);
            // The permission of an authorizer names no stage.
            const anyStage = stage === '*' || stage === 'authorizers';
            return ours || (anyStage && others.length === 0);
        },
    };
}
/** A stage's variables as its base uses them, and as its canary does. */
function viewsOf({ variables, canary }) {
    return canary ? [variables, { ...variables, ...canary.overrides }] : [variables];
}
/** Deployments that a stage serves, or that an unfinished rollout may still need. */
function deploymentUses(stages) {
    const served = stages.flatMap(({ state }) => [state.deploymentId, state.canary?.deploymentId]);
    const open = openRollouts(stages).flatMap(({ record, canaryDeploymentId }) => [
        (0,stage_record/* stageOf */.g)(record).deploymentId,
        canaryDeploymentId,
    ]);
    return [...served, ...open].filter((id) => id !== undefined);
}
/** Throws if the needs of a rollout cannot be determined. */
function openRollouts(stages) {
    return stages.flatMap(({ name, tags }) => {
        const stored = (0,record/* readStoredState */.ZX)(tags, stage_record/* stageCodec */.h);
        if (stored.kind === 'unreadable') {
            throw new errors/* KnownError */.E(`the stage "${name}" has stored state that cannot be read (${stored.why})`);
        }
        return stored.kind === 'rollout' ? [stored.storedRollout] : [];
    });
}
/** The version in the value of a stage variable: `7`, or the end of `orders:7`. */
function versionIn(value) {
    return /(?:^|:)(\d+)$/.exec(value)?.[1];
}

;// CONCATENATED MODULE: ./build/targets/stage/stage-provisioned.js
// The provisioned concurrency of the versions behind a stage: allocated for the new version before it gets traffic,
// and deallocated from the losing version. Other callers of a version are checked first.







/** @param served which side has all the traffic now */
async function deallocateStage(bound, record, served) {
    const isNeeded = async (name, version) => (await bound.versions.aliased(name)).includes(version) ||
        // What was allocated only for this rollout has no other caller.
        (served === 'new' && (await isCalled(bound, name, version)));
    await (0,warm_up/* deallocate */.xo)({ provisioned: bound.provisioned, isNeeded }, record.functions, (0,stage_record/* stageOf */.g)(record), served);
}
/** By another stage, the draft, or another permitted caller; assumed if callers cannot be determined. */
async function isCalled({ api, functions, deployments, inputs }, name, version) {
    const { restApiId, stageName } = api;
    const stages = await deployments.readStages();
    const served = await deployments.readServed(stages).catch((0,errors/* orElse */.NW)(undefined));
    if (!served)
        return true;
    const uses = versionUses({
        restApiId,
        stageName,
        shadowStage: inputs.shadowStage,
        // This rollout stays stored until its cleanup is complete, but no longer needs the version.
        stages: stages.map((stage) => (stage.name === stageName ? { ...stage, tags: {} } : stage)),
        integrations: [...served, ...(await api.readDraft()).integrations],
    });
    return (uses.hidden(name) !== undefined ||
        uses.of(name).includes(version) ||
        (await isPermitted(functions, name, version, uses.knows)));
}
/** Assumed if the policy of the function cannot be read. */
async function isPermitted(functions, name, version, knows) {
    const arn = await (0,aws_functions/* readArn */.M)(functions, name);
    try {
        const whole = await functions.readResourcePolicy(arn);
        return (0,invoke_policy/* otherPrincipals */.W3)(await (0,read_policies/* readOwnPolicies */.rX)(functions, arn, version, whole), knows);
    }
    catch (error) {
        (0,errors/* known */.eO)(error);
        return true;
    }
}

;// CONCATENATED MODULE: ./build/targets/stage/stage-rollback.js
// Restores the stage of a rollout, and cleans up at its end. Everything here uses the rollback clients, so it also
// works after the job was cancelled.













function rollbackOf(bound) {
    const { api, shadows } = bound;
    const restoreImported = draftRestorer(bound);
    return {
        ...readings(bound),
        restore: async (rollout, trafficState) => {
            await restore(bound, rollout, trafficState);
            await restoreImported(rollout);
        },
        completePromotion: (rollout) => promote(bound, rollout),
        cleanUp: async (rollout, served) => {
            const { record } = rollout;
            // Also if there was nothing to restore on the stage, because a person did.
            if (served === 'before')
                await restoreImported(rollout);
            await removeShadow(shadows, record, api.stageName);
            await deallocateStage(bound, record, served);
        },
        clearState: async (last, of) => {
            const { tags } = await api.readStage();
            if ((0,ownership/* isOwnedByAnother */.QS)((0,stage_store/* storedStateOf */.Cj)(api, tags), of))
                return;
            if (last)
                await api.tag((0,stage_store/* lastTag */.$m)(api, last));
            await api.untag((0,record/* tagKeysToClear */.x9)(tags, last));
        },
    };
}
/** Restores the draft if a rollout replaced it, once for each. */
function draftRestorer(bound) {
    const done = new Set();
    return async (rollout) => {
        const { imported } = (0,stage_record/* stageOf */.g)(rollout.record);
        // A run that ends the rollout of another one may then begin its own.
        const key = (0,targets_seal/* sealOf */.R)(rollout.record);
        if (!imported || done.has(key))
            return;
        await (0,import_draft/* restoreDraft */.u)(bound, imported, rollout);
        done.add(key);
    };
}
async function restore({ api, warn }, rollout, trafficState) {
    const stage = (0,stage_record/* stageOf */.g)(rollout.record);
    const hasOwnCanary = trafficState.kind === 'external' && trafficState.canary === 'owned';
    const open = trafficState.kind === 'split' || ('open' in trafficState && trafficState.open);
    if (open || hasOwnCanary)
        await stage_moves_close(api);
    if (trafficState.kind === 'promoted') {
        // Only after the canary is gone: AWS does not document whether it changes the base while a canary is open.
        await api.patchStage('restoring the previous deployment', restorePatch(stage));
    }
    const { state } = await api.readStage();
    const after = (0,stage_state/* trafficStateOf */.u5)(state, rollout);
    // The canary was of this rollout; the rest was changed outside it and is left alone.
    if (hasOwnCanary && after.kind === 'external' && after.canary !== 'owned')
        return;
    if (after.kind !== 'stable' || after.open)
        throw notAsWritten('the stage as it was before', after, state);
    await (0,drafts/* settleDrafts */.Iu)({ api, warn }, stage.drafts, 'from');
}

// EXTERNAL MODULE: ./build/analysis/unequal-share.js
var unequal_share = __webpack_require__(81568);
// EXTERNAL MODULE: ./build/targets/lambda/publish-versions.js
var publish_versions = __webpack_require__(57954);
// EXTERNAL MODULE: ./build/targets/lambda/upload-code.js
var upload_code = __webpack_require__(23432);
// EXTERNAL MODULE: ./build/targets/stage/stage-room.js
var stage_room = __webpack_require__(34084);
;// CONCATENATED MODULE: ./build/targets/stage/stage-setup.js
// A stage after a clean preflight: what the canary will be, and how it is created.

















function setUpStage(bound, stage, facts, moved) {
    const released = facts.map(({ release }) => release);
    const uploads = (0,upload_code/* createUploads */.z)(bound.functions, released);
    return {
        functions: released,
        ...(stage.definition && { foreseen: [importInWords(stage.definition)] }),
        uploads,
        publish: (publishing) => (0,publish_versions/* publishVersions */.X)(bound.functions, uploads, publishing),
        longestAnswerSeconds: (0,released_definition/* longestAnswerSeconds */.eO)(bound.inputs, stage),
        detailedRoutes: detailedRoutes(stage.draft.routes, stage.reading.detailed).length,
        provisionedForNew: facts.reduce((sum, { warm }) => sum + warm, 0),
        blindSpots: [
            ...(stage.reading.cached.length > 0
                ? [{ kind: 'cached', ratio: unequal_share/* CACHE_MARGIN */.q }]
                : []),
            { kind: 'masked-failures' },
        ],
        functionArns: facts.map(({ arn }) => arn),
        policy: (order) => stagePolicy(needsOf(bound, stage, facts, moved), bound.api.place, order),
        whyUnchanged: (changes) => whyUnchanged(bound, stage, changes),
        checkRoom: async (record, signs, findings) => {
            const warmed = Object.fromEntries(facts.map(({ input, warm }) => [input.name, warm]));
            const allocated = withAllocated(record, facts.some(({ warm }) => warm > 0) ? warmed : {});
            (0,stage_room/* checkStageRoom */.m)(bound.api.stageName, stage.reading.tags, allocated, signs, findings);
        },
        storedOn: (0,stage_store/* stageArnOf */.nB)(bound.api),
        record: (changes) => stageRecord(bound, stage, facts, changes),
        prepare: async (begun, preparing) => {
            const { say, pause } = preparing;
            await checkInvokable(bound, facts, moved, begun.functions, say);
            const warmUps = await (0,warm_up/* findWarmUps */.hR)(bound.provisioned, begun.functions);
            const record = withAllocated(begun, warmUps);
            bound.trust.writes(record);
            if (stage.definition)
                say(importInWords(stage.definition));
            const rollout = await (0,stage_prepare/* prepareCanary */.e)(bound, record, stage, bound.inputs, pause);
            await (0,warm_up/* warmUpVersions */.mm)(bound.provisioned, record.functions, warmUps, preparing);
            await preview(bound, stage, rollout, say);
            say(`The canary will serve deployment ${rollout.canaryDeploymentId}; it receives no traffic yet.`);
            return rollout;
        },
    };
}
/** Environments are stored before they are requested, so that any run that ends the rollout deallocates them. */
function withAllocated(record, warmed) {
    const allocates = Object.keys(warmed).length > 0;
    return allocates ? { ...record, target: { ...(0,stage_record/* stageOf */.g)(record), warmed } } : record;
}
function needsOf({ api, inputs }, { draft }, facts, moved) {
    const pinned = facts.filter(({ wiring }) => wiring.kind === 'pinned');
    const { definition, routeGuard } = inputs;
    const deploys = definition === 'draft';
    return {
        restApiId: api.restApiId,
        stageName: api.stageName,
        functions: facts.map(({ arn, input, release, warm, durable }) => ({
            arn,
            publishes: input.version === undefined,
            code: input.code?.source,
            stores: release.version === undefined && release.upload?.store,
            provisions: warm > 0,
            durable,
        })),
        calls: [
            ...new Set(moved.map(({ arn, version }) => (version === '$LATEST' ? arn : `${arn}:*`))),
        ],
        deploys,
        imports: inputs.apiDefinition !== undefined,
        readsAuthorizers: draft.asked.length > 0,
        readsServed: true,
        // A deployment created by this action stores the mark of its draft.
        comparesRoutes: routeGuard === 'block' ||
            (!deploys && inputs.shadowStage !== undefined) ||
            (deploys && (routeGuard === 'warn' || facts.length > 0)),
        rewrites: pinned.flatMap(({ wiring }) => wiring.integrations.map(({ resourceId, method }) => `${resourceId}/methods/${method}`)),
        grants: inputs.invokePermission === 'grant',
        shadow: inputs.shadowStage,
    };
}
/** The canary as a separate stage, for the pre-traffic hook. */
async function preview({ api, shadows }, { reading: { state } }, rollout, say) {
    const { shadow } = (0,stage_record/* stageOf */.g)(rollout.record);
    if (shadow === undefined)
        return;
    await makeShadow(shadows, rollout, api.stageName, state.variables);
    say(`The stage "${shadow}" serves the canary for the pre-traffic hook only.`);
}
/** Returned only if everything to be released was compared with what the stage serves. */
async function whyUnchanged({ inputs }, { reading: { state }, draftIs }, changes) {
    const overridesStand = Object.entries(inputs.overrides).every(([name, value]) => (0,stage_state/* variableOf */.Qn)(state.variables, name) === value);
    if (changes.some((change) => change.from !== change.to) || !overridesStand)
        return undefined;
    // Without functions, the draft itself is the release, which the user requested.
    const draftIsServed = changes.length > 0 && draftIs === 'what is served';
    if (inputs.definition === 'draft' && !draftIsServed)
        return undefined;
    return changes.length > 0
        ? 'code and configuration are the same as in the version that the stage serves'
        : 'the stage already has these variables';
}
async function checkInvokable({ functions, api, inputs }, facts, moved, changes, say) {
    const problems = [];
    const released = facts.flatMap(({ input: { name }, sourceArns }) => changes
        .filter((change) => change.name === name && change.from !== change.to)
        .map(({ to }) => ({ functionName: name, version: to, sourceArns })));
    for (const { functionName, version, sourceArns } of [...released, ...moved]) {
        for (const arns of [sourceArns, ofShadow(sourceArns, inputs)]) {
            const invoked = { functionName, version, sourceArns: arns };
            const missing = await (0,stage_prepare/* ensureInvokable */.SU)(functions, api, invoked, inputs.invokePermission);
            if (missing !== undefined)
                problems.push(missing);
        }
        if (problems.length === 0) {
            say(`API Gateway can invoke ${(0,stage_prepare/* qualifierInWords */.Xr)(functionName, version)}`);
        }
    }
    if (problems.length > 0)
        throw new errors/* KnownError */.E(problems.join('\n'));
}
/** The same calls from the shadow stage; empty if there is none. */
function ofShadow(sourceArns, { restApiId, stageName, shadowStage }) {
    if (shadowStage === undefined)
        return [];
    const partOf = (stage) => `:${restApiId}/${stage}/`;
    return sourceArns.map((arn) => arn.replace(partOf(stageName), partOf(shadowStage)));
}
function stageRecord({ inputs }, { reading: { state, cached }, mark = '', definition }, facts, changes) {
    const wirings = facts.map((fact) => fact.wiring);
    const change = (0,canary_change/* canaryChange */.B)(wirings, changes, inputs.overrides);
    if ('problems' in change)
        throw new errors/* KnownError */.E(change.problems.join('\n'));
    const names = Object.keys(change.overrides);
    return {
        kind: 'stage',
        deploymentId: state.deploymentId,
        variables: Object.fromEntries(names.map((name) => [name, (0,stage_state/* variableOf */.Qn)(state.variables, name)])),
        overrides: change.overrides,
        useStageCache: decideCache(inputs, cached).uses,
        drafts: change.drafts,
        promote: inputs.promote,
        ...(definition && { imported: { before: mark, expects: definition.expects } }),
        ...(inputs.shadowStage !== undefined && { shadow: inputs.shadowStage }),
    };
}

// EXTERNAL MODULE: ./build/aws/aliases.js
var aliases = __webpack_require__(25354);
// EXTERNAL MODULE: ./build/targets/lambda/version-sweep.js + 1 modules
var version_sweep = __webpack_require__(14287);
;// CONCATENATED MODULE: ./build/targets/stage/old-deployments.js
// Selects which deployments of earlier releases may be deleted: none that is known to be in use, and none that
// another tool created. The newest of the rest are kept.

/**
 * The deployments that may be deleted, oldest first: those that this action created, without the newest.
 *
 * @param before seconds since the epoch; a later deployment may belong to another release that is running
 */
function oldDeployments(deployments, before, keep, inUse) {
    const used = new Set(inUse);
    const ours = deployments
        .filter(({ description }) => description.startsWith(deployment_text/* DEPLOYMENT_MARK */.iN))
        .sort((a, b) => a.createdAt - b.createdAt);
    return ours
        .slice(0, Math.max(0, ours.length - keep))
        .filter(({ id, createdAt }) => createdAt < before && !used.has(id));
}

;// CONCATENATED MODULE: ./build/targets/stage/stage-sweep.js
// What earlier releases to a stage left: old versions of the functions, and the deployments created for their
// canaries.





async function sweepStage(clients, { api, functions, versions, deployments, inputs }, order) {
    const { restApiId, stageName } = api;
    const stages = await deployments.readStages();
    const served = order.functions.length > 0 ? await deployments.readServed(stages) : [];
    // An authorizer that no method uses any more may still be in a deployment.
    const { integrations: draft } = await api.readDraft('all');
    const { readTags } = (0,aliases/* bindAliases */.mR)(clients);
    const bound = { versions, functions, readTags };
    const known = versionUses({
        restApiId,
        stageName,
        shadowStage: inputs.shadowStage,
        stages,
        integrations: [...served, ...draft],
    });
    const swept = order.functions.length === 0
        ? { leftovers: [], notes: [] }
        : await (0,version_sweep/* sweepVersions */.e)(bound, order.functions, order.keep, known);
    const willDeploy = order.rollout === undefined && inputs.definition === 'draft';
    const keep = willDeploy ? order.keep - 1 : order.keep;
    const leftovers = await sweepDeployments(deployments, stages, { ...order, keep });
    return { ...swept, leftovers: [...swept.leftovers, ...leftovers] };
}
/** The rest is deleted after later releases. */
const MOST_AT_ONCE = 50;
async function sweepDeployments(deployments, stages, { keep, rollout }) {
    const ours = rollout
        ? [(0,stage_record/* stageOf */.g)(rollout.record).deploymentId, rollout.canaryDeploymentId ?? '']
        : [];
    const before = rollout?.record.startedAt ?? Number.POSITIVE_INFINITY;
    const inUse = [...deploymentUses(stages), ...ours];
    const old = oldDeployments(await deployments.list(), before, keep, inUse);
    return old.slice(0, MOST_AT_ONCE).map(({ id, description }) => ({
        words: `deployment ${id} (${description})`,
        remove: () => deployments.remove(id),
    }));
}

;// CONCATENATED MODULE: ./build/targets/stage/stage-undo.js
// Rolls back a promoted stage to an earlier deployment and its versions, as named by its history.










/**
 * Throws a `KnownError` that names what is gone, or what must be specified.
 *
 * @param rollbackApi makes the changes; once started, they run to completion
 */
async function findStageUndo(bound, rollbackApi, released, to) {
    const { functions, api, deployments, warn } = bound;
    const [stage, served, draft, history] = [
        await api.readStage(),
        (await api.readServed()).integrations,
        await api.readDraft(),
        await deployments.list(),
    ];
    if (stage.state.canary) {
        throw new errors/* KnownError */.E(`the stage has a canary of deployment ${stage.state.canary.deploymentId}; close it first: ${closeCommand(api)}`);
    }
    const place = { stage, served, draft, history, released };
    const goal = goalOf(place, to);
    if (!history.some(({ id }) => id === goal.deploymentId)) {
        throw new errors/* KnownError */.E(`the deployment ${goal.deploymentId} no longer exists; ${inWords(history)}`);
    }
    const wirings = Object.keys(goal.versions).map((name) => stage_undo_wiringOf(place, name));
    const changes = wirings.map(({ functionName: name, from }) => ({
        name,
        from,
        to: goal.versions[name] ?? from,
    }));
    await checkThere(functions, changes);
    const way = wayTo({ api: rollbackApi, warn }, stage, goal, wirings, changes);
    return {
        ...way,
        words: way.words + (0,dependents/* movedAlong */.Z2)(wirings, { integrations: served }, stage.state.variables),
    };
}
function goalOf(place, to) {
    switch (to.kind) {
        case 'previous':
            return previous(place);
        case 'deployment': {
            const found = place.history.find(({ id }) => id === to.id);
            const changes = (0,deployment_text/* parseDeployment */.zi)(found?.description ?? '')?.changes ?? [];
            return { deploymentId: to.id, versions: versionsOf(changes, 'to') };
        }
        case 'versions':
            return byVersions(place, to.versions);
    }
}
function previous(place) {
    const { stage, history } = place;
    const { deploymentId } = stage.state;
    const served = history.find(({ id }) => id === deploymentId);
    const past = (0,deployment_text/* parseDeployment */.zi)(served?.description ?? '');
    if (!past) {
        throw new errors/* KnownError */.E(`the deployment ${deploymentId} that is served does not say what was served before it; name a deployment or a version instead of previous: ${inWords(history)}`);
    }
    for (const { name, to } of past.changes) {
        const wiring = stage_undo_wiringOf(place, name);
        if (wiring.kind === 'pinned' || wiring.from === to)
            continue;
        throw new errors/* KnownError */.E(`the deployment ${deploymentId} was created for version ${to} of "${name}", and the stage serves ${wiring.from}; name a version instead of previous`);
    }
    return { deploymentId: past.after, versions: versionsOf(past.changes, 'from') };
}
function byVersions(place, asked) {
    const { stage, history, released } = place;
    const { '': lone, ...named } = asked;
    const only = released.length === 1 ? released[0]?.name : undefined;
    if (lone !== undefined && only === undefined) {
        throw new errors/* KnownError */.E(`rollback-to: "${lone}" does not name its function; expected for example orders=${lone}`);
    }
    const versions = lone === undefined || only === undefined ? named : { ...named, [only]: lone };
    const pinned = Object.keys(versions).filter((name) => stage_undo_wiringOf(place, name).kind === 'pinned');
    if (pinned.length === 0)
        return { deploymentId: stage.state.deploymentId, versions };
    const made = [...history]
        .sort((a, b) => b.createdAt - a.createdAt)
        .find(({ description }) => {
        const changes = (0,deployment_text/* parseDeployment */.zi)(description)?.changes ?? [];
        return pinned.every((name) => changes.some((change) => change.name === name && change.to === versions[name]));
    });
    if (made)
        return { deploymentId: made.id, versions };
    throw new errors/* KnownError */.E(`no deployment of the API is known to have version ${(0,listed/* listed */.KE)(pinned.map((name) => `${versions[name]} of "${name}"`))}, which the integration names; release it with command: rollout and version, or name a deployment: ${inWords(history)}`);
}
function versionsOf(changes, side) {
    return Object.fromEntries(changes.map((change) => [change.name, change[side]]));
}
/** The version from what is served; the rewrite from the draft's integrations, which should have that version. */
function stage_undo_wiringOf({ served, draft, stage }, name) {
    const found = (0,stage_wiring/* findWiring */.A)(name, served, stage.state.variables);
    if (found.kind !== 'found')
        throw new errors/* KnownError */.E(found.problem);
    const { wiring } = found;
    return wiring.kind === 'pinned'
        ? { ...wiring, integrations: (0,served_wiring/* pinnedIn */.cV)(name, wiring.from, draft.integrations) }
        : wiring;
}
async function checkThere(functions, changes) {
    for (const { name, to } of changes) {
        if (await functions.read(name, to))
            continue;
        throw new errors/* KnownError */.E(`version ${to} of "${name}" no longer exists, so it cannot be restored`);
    }
}
function wayTo(calls, { state }, { deploymentId, versions }, wirings, changes) {
    const { api } = calls;
    const change = (0,canary_change/* canaryChange */.B)(wirings, changes, {});
    if ('problems' in change)
        throw new errors/* KnownError */.E(change.problems.join('\n'));
    const variables = Object.entries(change.overrides).filter(([name, value]) => (0,stage_state/* variableOf */.Qn)(state.variables, name) !== value);
    const moved = state.deploymentId !== deploymentId;
    const patch = [
        ...(moved ? [{ op: 'replace', path: '/deploymentId', value: deploymentId }] : []),
        ...variables.map(([name, value]) => ({ op: 'replace', path: `/variables/${name}`, value })),
    ];
    const isThere = (now) => now.deploymentId === deploymentId &&
        variables.every(([name, value]) => (0,stage_state/* variableOf */.Qn)(now.variables, name) === value);
    let tried = false;
    /** A retry may come hours later, and the stage may have been changed outside the action since. */
    const checkUntouched = async () => {
        const { state: now } = await api.readStage();
        const asFound = now.deploymentId === state.deploymentId &&
            variables.every(([name]) => (0,stage_state/* variableOf */.Qn)(now.variables, name) === (0,stage_state/* variableOf */.Qn)(state.variables, name));
        if (!asFound && !isThere(now)) {
            throw new errors/* MovedError */.WJ(`someone else changed the stage to deployment ${now.deploymentId}`);
        }
    };
    const named = Object.entries(versions).map(([name, version]) => `${name} ${version}`);
    return {
        functions: changes.map(({ name, from, to }) => ({ name, from: to, to: from })),
        words: `deployment ${deploymentId}${named.length > 0 ? ` with ${named.join(', ')}` : ''}`,
        done: patch.length === 0,
        go: async () => {
            if (tried)
                await checkUntouched();
            tried = true;
            if (patch.length > 0)
                await api.patchStage('going back', patch);
            const { state: after } = await api.readStage();
            if (!isThere(after)) {
                throw new errors/* KnownError */.E(`AWS accepted the change, but does not show it: expected deployment ${deploymentId}, found ${(0,stage_state/* describeStage */.al)(after)}`);
            }
            // No other deployment may ship the version that was just rolled back.
            await (0,drafts/* settleDrafts */.Iu)(calls, change.drafts, 'to');
        },
    };
}
/** The newest deployments of the history, for a sentence. */
function inWords(history) {
    if (history.length === 0)
        return 'the API has no deployments';
    const newest = [...history].sort((a, b) => b.createdAt - a.createdAt).slice(0, 10);
    const words = newest.map(({ id, createdAt, description }) => {
        const at = new Date(createdAt * 1000).toISOString().slice(0, 16);
        return `${id} (${at}Z${description && `, ${description.slice(0, 80)}`})`;
    });
    return `the API's history contains ${words.join(', ')}`;
}

;// CONCATENATED MODULE: ./build/targets/stage/unpromoted.js
// What a canary tries and its promotion leaves behind. The inputs can ask for that, so it is said and not refused.
function unpromotedInWords({ definition, overrides, promote, }) {
    const names = Object.keys(overrides).map((name) => `"${name}"`);
    return [
        ...(definition === 'draft' && !promote.deployment
            ? ['promote: without "deployment" the canary serves the draft, and the promotion drops it']
            : []),
        ...(names.length > 0 && !promote.variables
            ? [
                `promote: without "variables" the canary uses the overrides of ${names.join(', ')}, and the promotion drops them`,
            ]
            : []),
    ];
}

;// CONCATENATED MODULE: ./build/targets/stage/stage-target.js
// The canary of a REST API's stage. The state is read before each write, and each write is read back: API Gateway
// has no lock on a stage, and accepts some requests without applying them.
































function connectStage({ clients, inputs, released, ...log }) {
    const { restApiId, stageName } = inputs;
    const { place, cloudWatch } = clients.normal;
    const named = {
        functions: released.map(({ name }) => name),
        variables: Object.keys(inputs.overrides),
        imports: inputs.apiDefinition !== undefined,
    };
    const trust = (0,targets_trust/* createTrust */.Zg)((record) => beyondStage(record, named));
    const bound = bindStage(clients.normal, inputs, trust, log.warn);
    const rollback = bindStage(clients.rollback, inputs, trust, log.warn);
    const { api } = bound;
    const reads = withCodes(clients.normal, { ...bound, cloudWatch }, released);
    const name = nameOf(api, log.say);
    const routes = routesOf(api);
    let deploymentId = '';
    const series = seriesOf(bound, name, routes);
    const countSource = createStageCounts(cloudWatch, series);
    return {
        words: `the stage "${stageName}" of REST API ${restApiId}`,
        rollback: rollbackOf(rollback),
        countSource,
        logs: logsOf(bound, clients, released),
        knows: trust.knows,
        ...readings(bound),
        ...(0,version_reads/* versionReads */.I)(bound.functions, place, reads.codes),
        inspect: async (findings) => {
            const releases = released.length > 0 ? 'functions' : 'no functions';
            const stage = await inspectStage(api, inputs, releases, findings);
            const facts = await inspectFunctions(reads, released, stage, findings);
            if (!stage)
                return undefined;
            name.is(stage.apiName);
            routes.are(stage);
            deploymentId = stage.reading.state.deploymentId;
            const moved = await inspectVariables(bound, stage, released, facts, findings);
            await inspectPermissions(clients.normal, inputs, released, facts, moved, findings);
            await inspectShadow(clients.normal, bound, stage, findings);
            checkSomething(inputs, released, findings);
            findings.notes.push(...unpromotedInWords(inputs));
            return setUpStage({ ...bound, restoring: rollback.api }, stage, facts, moved);
        },
        policyAtMost: (order) => stagePolicyAtMost(inputs, released, place, order),
        differences: differencesOf(bound, log.say),
        ...storedStateCalls(api),
        ...changes(bound),
        readUnknownSplit: async () => unknownCanary(stageName, await api.readStage()),
        findUndo: (to) => findStageUndo(bound, rollback.api, released, to),
        sweep: (order) => sweepStage(clients.normal, bound, order),
        ...manualCommands(api),
        closesSplit: (record) => (0,stage_record/* stageOf */.g)(record).promote.close,
        urls: ({ record }) => urlsOf(place, { restApiId, stageName }, (0,stage_record/* stageOf */.g)(record).shadow),
        describe: (snapshot, now) => stageReport({
            kind: 'stage',
            region: place.region,
            restApiId,
            stageName,
            apiName: name.known(),
            canaryDimension: series.canaryDimension,
            ...deploymentsOf(deploymentId, snapshot),
            ...(now === 'unread' && { deploymentAfter: '' }),
        }),
    };
}
function logsOf(bound, { normal }, [first]) {
    return (0,log_source/* lazyLogTarget */.e)(async () => {
        const { stageLogs } = await Promise.all(/* import() */[__webpack_require__.e(6362), __webpack_require__.e(2838), __webpack_require__.e(1782)]).then(__webpack_require__.bind(__webpack_require__, 81782));
        const { bindLogEvents } = await __webpack_require__.e(/* import() */ 7454).then(__webpack_require__.bind(__webpack_require__, 37454));
        const readAccount = async () => first ? (0,arns/* accountOf */.XP)((await bound.functions.read(first.name))?.arn ?? '') : '';
        return stageLogs({ bound, clients: normal, logs: bindLogEvents(normal), readAccount });
    });
}
function differencesOf(bound, say) {
    return async (rollout, of) => of === 'all'
        ? stageDifferences(bound, rollout, say)
        : overrideDifferences(bound.inputs, rollout);
}
function seriesOf({ api, inputs }, name, routes) {
    const { stageName, canaryDimension, compares } = inputs;
    return {
        stageName,
        canaryDimension: canaryDimension.replaceAll('{stage}', stageName),
        readApiName: name.read,
        readTwins: name.readTwins,
        compares,
        readCached: readCachedOf(api, inputs),
        readRoutes: routes.read,
    };
}
/** The API's name, which is a dimension in CloudWatch, and other APIs that have it; read on first use. */
function nameOf(api, say) {
    let name = '';
    let twins;
    let isUncheckedSaid = false;
    const read = async () => {
        name ||= (await api.readApi()).name;
        return name;
    };
    return {
        read,
        /** Without them, the counts of the name are used as if they were those of this API alone. */
        readTwins: async () => {
            const apiName = await read();
            twins ??= await api.readTwins(apiName).catch((error) => {
                const text = uncheckedName(apiName, (0,errors/* known */.eO)(error).message);
                if (!isUncheckedSaid)
                    say(`Warning: ${text}.`);
                isUncheckedSaid = true;
                return undefined;
            });
            return twins ?? [];
        },
        is: (found) => {
            name = found;
        },
        /** Empty before it is read. */
        known: () => name,
    };
}
/** Whether the stage caches answers; read once, and only if anything is compared. */
function readCachedOf(api, { compares }) {
    let cached;
    return async () => {
        cached ??= compares && (await api.readStage()).cached.length > 0;
        return cached;
    };
}
/**
 * The routes that API Gateway may count by themselves; read on first use. The draft has them too, unless the guard of
 * routes is off. If they cannot be read, single routes are not compared.
 */
function routesOf(api) {
    let names;
    return {
        read: async () => {
            names ??= await readNames(api).catch((0,errors/* orElse */.NW)([]));
            return names;
        },
        are: ({ draft, reading }) => {
            names = detailedRoutes(draft.routes, reading.detailed);
        },
    };
}
/** Most stages have no detailed metrics, so that nothing but the stage is read. */
async function readNames(api) {
    const { detailed } = await api.readStage();
    if (!Object.values(detailed).includes(true))
        return [];
    const { routes } = await api.readDraft('none');
    return detailedRoutes(routes, detailed);
}
/** The changes that move users to the new version. */
function changes(bound) {
    const { shadows, inputs } = bound;
    return {
        shift: async (rollout, weight) => {
            await endPreview(shadows, inputs.stageName, rollout);
            await shift(bound, rollout, weight);
        },
        promote: async (rollout) => {
            await endPreview(shadows, inputs.stageName, rollout);
            await promote(bound, rollout);
        },
    };
}
function urlsOf(place, { restApiId, stageName }, shadow) {
    return {
        stageUrl: (0,gateway_arns/* stageUrl */.Oh)(place, restApiId, stageName),
        shadowUrl: shadow === undefined ? undefined : (0,gateway_arns/* stageUrl */.Oh)(place, restApiId, shadow),
    };
}
function manualCommands(api) {
    const { restApiId, stageName } = api;
    const { region } = api.place;
    const stage = { restApiId, stageName, region };
    return {
        forgetCommands: () => (0,stage_store/* forgetCommands */.ud)(api),
        showCommands: () => [
            (0,command_line/* awsCommand */.bg)('apigateway get-stage', {
                region,
                'rest-api-id': restApiId,
                'stage-name': stageName,
            }),
        ],
        repairCommands: (record, observation) => repairCommands(stage, (0,stage_record/* stageOf */.g)(record), observation, record.functions),
    };
}
function storedStateCalls(api) {
    return {
        claim: async (id) => {
            await assertStillOpen(api);
            await api.tag((0,record/* ownerTag */.qE)(id));
        },
        savePhase: async (rollout, phase) => {
            (0,ownership/* assertOwned */.SG)((0,stage_store/* storedStateOf */.Cj)(api, (await api.readStage()).tags), rollout.record.id);
            await api.tag((0,record/* phaseTags */.$f)(rollout, phase));
        },
        pause: async (pause) => {
            await assertStillOpen(api);
            await (pause ? api.tag((0,record/* pauseTag */.ry)(pause)) : api.untag([record/* PAUSED */.NN]));
        },
    };
}
async function assertStillOpen(api) {
    (0,ownership/* assertOpen */.jI)((0,stage_store/* storedStateOf */.Cj)(api, (await api.readStage()).tags));
}
/**
 * The shadow is not needed once users are served. If its removal fails, it is repeated at the end of the
 * rollout.
 */
async function endPreview(shadows, stageName, { phase, record }) {
    if (phase.kind !== 'preparing')
        return;
    await removeShadow(shadows, record, stageName).catch((0,errors/* orElse */.NW)(undefined));
}
function checkSomething(inputs, released, findings) {
    const overrides = Object.keys(inputs.overrides).length;
    if (released.length === 0 && inputs.definition === 'deployed' && overrides === 0) {
        findings.problems.push('there is nothing to release: no functions, no stage-variable-overrides, and definition: deployed; expected at least one of them');
    }
}
function deploymentsOf(before, snapshot) {
    if (!snapshot) {
        return { deploymentBefore: before, deploymentAfter: before, canaryDeployment: '' };
    }
    const { rollout, trafficState } = snapshot;
    const stage = (0,stage_record/* stageOf */.g)(rollout.record);
    const canaryDeployment = rollout.canaryDeploymentId ?? '';
    const moved = trafficState.kind === 'promoted' && stage.promote.deployment;
    const ours = moved ? canaryDeployment : stage.deploymentId;
    return {
        deploymentBefore: stage.deploymentId,
        deploymentAfter: trafficState.kind === 'external' ? (trafficState.deploymentId ?? '') : ours,
        canaryDeployment,
    };
}


/***/ })

};
