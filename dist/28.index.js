export const id = 28;
export const ids = [28];
export const modules = {

/***/ 3273:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P5: () => (/* binding */ profileFor),
/* harmony export */   YY: () => (/* binding */ errorsMeasure),
/* harmony export */   oB: () => (/* binding */ invocationsMeasure)
/* harmony export */ });
/* harmony import */ var _dispersion_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9237);
/* harmony import */ var _harm_thresholds_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8654);
/* harmony import */ var _measure_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(203);
/* harmony import */ var _profile_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(530);
/* harmony import */ var _share_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3788);
// Failed requests: a 5XX status on a stage, a failed or throttled invocation on an alias.





/** The smallest risk ratio worth a rollback. */
const MATERIAL_RATIO = 1.2;
function errorsMeasure(scope = _measure_js__WEBPACK_IMPORTED_MODULE_2__/* .ALL */ .y2) {
    const id = (0,_measure_js__WEBPACK_IMPORTED_MODULE_2__/* .measureId */ .s_)('errors', scope);
    return {
        id,
        kind: 'errors',
        scope,
        budget: { parts: 2, shared: false },
        ask: (series, { falseRollbackRate, dispersion, nextWeight, sound }) => ({
            series,
            question: {
                source: { kind: 'errors', ...(0,_measure_js__WEBPACK_IMPORTED_MODULE_2__/* .partOf */ .BU)(scope) },
                worse: 'more',
                falseRollbackRate,
                standard: (0,_harm_thresholds_js__WEBPACK_IMPORTED_MODULE_1__/* .harmThresholdFor */ .BC)(nextWeight),
                profile: {
                    ...(sound ? profileFor(series.minutes[0]) : _profile_js__WEBPACK_IMPORTED_MODULE_3__/* .DEFAULT_PROFILE */ .KG),
                    dispersion: (0,_dispersion_js__WEBPACK_IMPORTED_MODULE_0__/* .dispersionFor */ .iR)(series.before, dispersion),
                },
                materialRatio: MATERIAL_RATIO,
                harm: (0,_harm_thresholds_js__WEBPACK_IMPORTED_MODULE_1__/* .errorHarm */ .Fl)(nextWeight),
            },
        }),
    };
}
/**
 * Failed and throttled invocations of the released functions, where the errors are those of the gateway: it may return
 * 200 although the function failed, with an integration that is not a proxy or is asynchronous.
 */
function invocationsMeasure() {
    return {
        ...errorsMeasure({ kind: 'functions' }),
        kind: 'invocations',
        budget: { parts: 1, shared: true },
    };
}
/**
 * The profile for a rollout that began with this minute. It may depend on the number of requests, but not on
 * their outcomes. A minute with few requests needs bets that count successes too.
 */
function profileFor(first) {
    return first && (0,_share_js__WEBPACK_IMPORTED_MODULE_4__/* .isSparse */ .zP)(first) ? _profile_js__WEBPACK_IMPORTED_MODULE_3__/* .SPARSE_PROFILE */ .LU : _profile_js__WEBPACK_IMPORTED_MODULE_3__/* .DEFAULT_PROFILE */ .KG;
}


/***/ }),

/***/ 203:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BU: () => (/* binding */ partOf),
/* harmony export */   s_: () => (/* binding */ measureId),
/* harmony export */   y2: () => (/* binding */ ALL)
/* harmony export */ });
// A measure is counted for both versions: events among requests.
const ALL = { kind: 'all' };
/** `errors`, `errors of the functions`, `errors of orders`, `errors of POST /orders`. */
function measureId(name, scope) {
    switch (scope.kind) {
        case 'all':
            return name;
        case 'functions':
            return `${name} of the functions`;
        case 'function':
            return `${name} of ${scope.name}`;
        case 'route':
            return `${name} of ${scope.method} ${scope.resource}`;
    }
}
/** The scope as named by a source of evidence: only if it is part of the traffic. */
function partOf(scope) {
    return scope.kind === 'all' ? {} : { scope };
}


/***/ }),

/***/ 5354:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ii: () => (/* binding */ isLostRace),
/* harmony export */   mR: () => (/* binding */ bindAliases),
/* harmony export */   rI: () => (/* binding */ isProvisionedTwice)
/* harmony export */ });
/* harmony import */ var _aws_sdk_client_lambda__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(1696);
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6031);
/* harmony import */ var _arns_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(828);
/* harmony import */ var _aws_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1437);
/* harmony import */ var _call_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3280);
/* harmony import */ var _lambda_client_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3603);
/* harmony import */ var _pages_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(3242);
// Lambda aliases and the tags of their functions.







/** Another writer changed the alias in between: its revision differs from the one that was read. */
function isLostRace(error) {
    return (0,_call_js__WEBPACK_IMPORTED_MODULE_3__/* .causedBy */ .$z)(error, (cause) => (0,_base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .errorName */ .Is)(cause) === 'PreconditionFailedException');
}
/**
 * A version may have provisioned concurrency of its own or through one alias (Lambda developer guide). The
 * error for a second one through an alias is not documented, so this matches any error of that meaning.
 */
function isProvisionedTwice(error) {
    const names = ['InvalidParameterValueException', 'ResourceConflictException'];
    return (0,_call_js__WEBPACK_IMPORTED_MODULE_3__/* .causedBy */ .$z)(error, (cause) => names.includes((0,_base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .errorName */ .Is)(cause)) && /provisioned/i.test((0,_base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(cause)));
}
function bindAliases({ mode, place, open }) {
    const client = open(_lambda_client_js__WEBPACK_IMPORTED_MODULE_4__/* .LAMBDA */ .G);
    const words = (doing, action, name) => ({
        doing,
        permission: { action: `lambda:${action}`, resource: (0,_arns_js__WEBPACK_IMPORTED_MODULE_1__/* .functionArnPattern */ .k2)(place, name) },
    });
    const read = readWith(client, words);
    return {
        mode,
        read,
        names: namesWith(client, words),
        ...writes(client, words, read),
        ...tagCalls(client, words),
    };
}
function readWith(client, words) {
    return async ({ functionName, alias }) => {
        const label = `${functionName}:${alias}`;
        const send = () => client.send(new _aws_sdk_client_lambda__WEBPACK_IMPORTED_MODULE_6__/* .GetAliasCommand */ .MES({ FunctionName: functionName, Name: alias }));
        const doing = `reading the alias "${label}"`;
        return (0,_call_js__WEBPACK_IMPORTED_MODULE_3__/* .ifThere */ .y)(async () => stateOf(await (0,_call_js__WEBPACK_IMPORTED_MODULE_3__/* .call */ .T1)(words(doing, 'GetAlias', label), send)));
    };
}
function namesWith(client, words) {
    return async (functionName) => {
        const doing = `listing the aliases of "${functionName}"`;
        const pages = (0,_aws_sdk_client_lambda__WEBPACK_IMPORTED_MODULE_6__/* .paginateListAliases */ ._O$)({ client }, { FunctionName: functionName });
        const found = await (0,_call_js__WEBPACK_IMPORTED_MODULE_3__/* .call */ .T1)(words(doing, 'ListAliases', functionName), () => (0,_pages_js__WEBPACK_IMPORTED_MODULE_5__/* .gather */ .kg)(pages));
        return found
            .flatMap((page) => (0,_call_js__WEBPACK_IMPORTED_MODULE_3__/* .required */ .mw)(page.Aliases, doing, 'Aliases'))
            .map(({ Name }) => (0,_call_js__WEBPACK_IMPORTED_MODULE_3__/* .required */ .mw)(Name, doing, 'Name'));
    };
}
function writes(client, words, read) {
    return {
        update: async ({ functionName, alias }, change, revisionId) => {
            const label = `${functionName}:${alias}`;
            const send = () => client.send(new _aws_sdk_client_lambda__WEBPACK_IMPORTED_MODULE_6__/* .UpdateAliasCommand */ .lqC({
                FunctionName: functionName,
                Name: alias,
                FunctionVersion: change.version,
                RoutingConfig: { AdditionalVersionWeights: weightsOf(change) },
                RevisionId: revisionId,
            }));
            return stateOf(await (0,_call_js__WEBPACK_IMPORTED_MODULE_3__/* .call */ .T1)(words(`updating the alias "${label}"`, 'UpdateAlias', label), send));
        },
        create: async (ref, version) => {
            const { functionName, alias } = ref;
            const label = `${functionName}:${alias}`;
            const asked = { FunctionName: functionName, Name: alias, FunctionVersion: version };
            try {
                const send = () => client.send(new _aws_sdk_client_lambda__WEBPACK_IMPORTED_MODULE_6__/* .CreateAliasCommand */ .W_e(asked));
                return stateOf(await (0,_call_js__WEBPACK_IMPORTED_MODULE_3__/* .call */ .T1)(words(`creating the alias "${label}"`, 'CreateAlias', label), send));
            }
            catch (error) {
                if (!(0,_call_js__WEBPACK_IMPORTED_MODULE_3__/* .causedBy */ .$z)(error, _aws_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .isThereAlready */ .LC))
                    throw error;
                // An earlier try, whose answer was lost; the caller sees whether it is what was asked for.
                const state = await read(ref);
                if (!state)
                    throw error;
                return state;
            }
        },
        remove: async ({ functionName, alias }) => {
            const label = `${functionName}:${alias}`;
            const send = () => client.send(new _aws_sdk_client_lambda__WEBPACK_IMPORTED_MODULE_6__/* .DeleteAliasCommand */ .Hou({ FunctionName: functionName, Name: alias }));
            await (0,_call_js__WEBPACK_IMPORTED_MODULE_3__/* .call */ .T1)(words(`deleting the alias "${label}"`, 'DeleteAlias', label), send);
        },
    };
}
function tagCalls(client, words) {
    return {
        readTags: async (arn) => {
            const send = () => client.send(new _aws_sdk_client_lambda__WEBPACK_IMPORTED_MODULE_6__/* .ListTagsCommand */ .bvr({ Resource: arn }));
            const doing = 'reading the tags of a function';
            // Lambda returns an empty object for none. Taking nothing for none would lose a stored rollout.
            return (0,_call_js__WEBPACK_IMPORTED_MODULE_3__/* .required */ .mw)((await (0,_call_js__WEBPACK_IMPORTED_MODULE_3__/* .call */ .T1)(words(doing, 'ListTags', arn), send)).Tags, doing, 'Tags');
        },
        tag: async (arn, Tags) => {
            const send = () => client.send(new _aws_sdk_client_lambda__WEBPACK_IMPORTED_MODULE_6__/* .TagResourceCommand */ .eqU({ Resource: arn, Tags: { ...Tags } }));
            await (0,_call_js__WEBPACK_IMPORTED_MODULE_3__/* .call */ .T1)(words('writing the tags of a function', 'TagResource', arn), send);
        },
        untag: async (arn, keys) => {
            if (keys.length === 0)
                return;
            const send = () => client.send(new _aws_sdk_client_lambda__WEBPACK_IMPORTED_MODULE_6__/* .UntagResourceCommand */ .RP$({ Resource: arn, TagKeys: [...keys] }));
            await (0,_call_js__WEBPACK_IMPORTED_MODULE_3__/* .call */ .T1)(words('removing the tags of a function', 'UntagResource', arn), send);
        },
    };
}
/** Lambda takes fractions of 1; four digits keep hundredths of 1%. */
function weightsOf({ canary }) {
    return canary ? { [canary.version]: Number((canary.weight / 100).toFixed(4)) } : {};
}
function stateOf(alias) {
    const weights = alias.RoutingConfig?.AdditionalVersionWeights ?? {};
    const doing = `reading the alias "${alias.Name}"`;
    return {
        version: (0,_call_js__WEBPACK_IMPORTED_MODULE_3__/* .required */ .mw)(alias.FunctionVersion, doing, 'FunctionVersion'),
        revisionId: (0,_call_js__WEBPACK_IMPORTED_MODULE_3__/* .required */ .mw)(alias.RevisionId, doing, 'RevisionId'),
        weights: Object.fromEntries(Object.entries(weights).map(([version, share]) => [
            version,
            Number((share * 100).toFixed(4)),
        ])),
    };
}


/***/ }),

/***/ 6219:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b0: () => (/* binding */ aliasProbe),
/* harmony export */   jm: () => (/* binding */ createAliasProbe),
/* harmony export */   nn: () => (/* binding */ grantProbe),
/* harmony export */   w7: () => (/* binding */ functionTagProbes),
/* harmony export */   xh: () => (/* binding */ provisionProbes),
/* harmony export */   yv: () => (/* binding */ publishProbe)
/* harmony export */ });
/* harmony import */ var _aws_sdk_client_lambda__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1696);
/* harmony import */ var _arns_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(828);
// Checks permissions that only writes to Lambda need, with requests that Lambda refuses.


/** Of a function (Lambda developer guide, "Using tags on Lambda functions"). */
const MOST_TAGS = 50;
/** A version number that no function reaches. */
const NO_VERSION = '999999999';
/** Recorded from AWS: a checksum that does not match the code is refused with 400. */
function publishProbe(client, place, functionName) {
    return {
        permission: {
            action: 'lambda:PublishVersion',
            resource: (0,_arns_js__WEBPACK_IMPORTED_MODULE_0__/* .functionArnPattern */ .k2)(place, functionName),
        },
        harmless: 'refusal on record',
        send: () => client.send(new _aws_sdk_client_lambda__WEBPACK_IMPORTED_MODULE_1__/* .PublishVersionCommand */ .D3m({ FunctionName: functionName, CodeSha256: 'probe' })),
    };
}
/** More tags than a function can have. The keys are those that a policy with conditions on them allows. */
const TOO_MANY = Object.fromEntries(Array.from({ length: MOST_TAGS + 1 }, (_, i) => [`canary-action:probe-${i}`, '']));
/** Recorded from AWS: too many tags in one request are refused with 400. Removing an absent tag changes nothing. */
function functionTagProbes(client, functionArn) {
    const Resource = functionArn;
    return [
        {
            permission: { action: 'lambda:TagResource', resource: functionArn },
            harmless: 'refusal on record',
            send: () => client.send(new _aws_sdk_client_lambda__WEBPACK_IMPORTED_MODULE_1__/* .TagResourceCommand */ .eqU({ Resource, Tags: TOO_MANY })),
        },
        {
            permission: { action: 'lambda:UntagResource', resource: functionArn },
            harmless: 'changes nothing',
            send: () => client.send(new _aws_sdk_client_lambda__WEBPACK_IMPORTED_MODULE_1__/* .UntagResourceCommand */ .RP$({ Resource, TagKeys: ['canary-action:probe'] })),
        },
    ];
}
/** A version that cannot exist: AWS returns 404. */
function grantProbe(client, place, functionName) {
    return {
        permission: {
            action: 'lambda:AddPermission',
            resource: (0,_arns_js__WEBPACK_IMPORTED_MODULE_0__/* .functionArnPattern */ .k2)(place, `${functionName}:*`),
        },
        harmless: 'refusal on record',
        send: () => client.send(new _aws_sdk_client_lambda__WEBPACK_IMPORTED_MODULE_1__/* .AddPermissionCommand */ .AL$({
            FunctionName: functionName,
            Qualifier: NO_VERSION,
            StatementId: 'canary-action-probe',
            Action: 'lambda:InvokeFunction',
            Principal: 'apigateway.amazonaws.com',
        })),
    };
}
/** An alias that does not exist: AWS returns 404. */
function aliasProbe(client, place, functionName) {
    return {
        permission: {
            action: 'lambda:UpdateAlias',
            resource: (0,_arns_js__WEBPACK_IMPORTED_MODULE_0__/* .functionArnPattern */ .k2)(place, functionName),
        },
        harmless: 'refusal on record',
        send: () => client.send(new _aws_sdk_client_lambda__WEBPACK_IMPORTED_MODULE_1__/* .UpdateAliasCommand */ .lqC({ FunctionName: functionName, Name: 'canary-action-probe' })),
    };
}
/** A version that cannot exist: AWS returns 404. */
function provisionProbes(client, place, functionName) {
    const which = { FunctionName: functionName, Qualifier: NO_VERSION };
    const resource = (0,_arns_js__WEBPACK_IMPORTED_MODULE_0__/* .functionArnPattern */ .k2)(place, `${functionName}:*`);
    const action = (verb) => `lambda:${verb}ProvisionedConcurrencyConfig`;
    return [
        {
            permission: { action: action('Put'), resource },
            harmless: 'refusal on record',
            send: () => client.send(new _aws_sdk_client_lambda__WEBPACK_IMPORTED_MODULE_1__/* .PutProvisionedConcurrencyConfigCommand */ .iLl({
                ...which,
                ProvisionedConcurrentExecutions: 1,
            })),
        },
        {
            permission: { action: action('Delete'), resource },
            harmless: 'refusal on record',
            send: () => client.send(new _aws_sdk_client_lambda__WEBPACK_IMPORTED_MODULE_1__/* .DeleteProvisionedConcurrencyConfigCommand */ .Cbo(which)),
        },
    ];
}
/** A version that cannot exist: AWS returns 404. */
function createAliasProbe(client, place, functionName) {
    return {
        permission: {
            action: 'lambda:CreateAlias',
            resource: (0,_arns_js__WEBPACK_IMPORTED_MODULE_0__/* .functionArnPattern */ .k2)(place, functionName),
        },
        harmless: 'refusal on record',
        send: () => client.send(new _aws_sdk_client_lambda__WEBPACK_IMPORTED_MODULE_1__/* .CreateAliasCommand */ .W_e({
            FunctionName: functionName,
            Name: 'canary-action-probe',
            FunctionVersion: NO_VERSION,
        })),
    };
}


/***/ }),

/***/ 4731:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ inspectProbes)
/* harmony export */ });
/* harmony import */ var _aws_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1437);
// Checks whether the role has a permission that only writes need, without writing anything. IAM is checked
// before a request is validated. So a request that AWS is known to reject for its content fails with
// AccessDenied if, and only if, the permission is missing.

/**
 * Those of the probed permissions that the role lacks are problems. What AWS's answer does not settle is only noted:
 * no answer to the content, or a denial that is not in IAM's words where the usual answer is not on record.
 */
async function inspectProbes(probes, { problems, notes }) {
    for (const probe of probes) {
        const found = await ask(probe);
        if (found.kind === 'there')
            continue;
        const findings = found.kind === 'missing' ? problems : notes;
        // Two requests may need the same permission.
        if (!findings.includes(found.words))
            findings.push(found.words);
    }
}
async function ask({ permission, harmless, send }) {
    const { action, resource } = permission;
    try {
        await send();
    }
    catch (error) {
        if ((0,_aws_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .isRefusedForContent */ .zc)(error))
            return { kind: 'there' };
        const words = (0,_aws_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .describeAwsError */ .Pp)(error, 'permissions', permission);
        if (!(0,_aws_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .isAccessDenied */ .w7)(error) || (0,_aws_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .isUnknownOperation */ .ir)(error)) {
            const unchecked = `permissions: ${action} on ${resource} could not be checked`;
            return { kind: 'unsettled', words: `${unchecked} (${words})` };
        }
        if (harmless !== 'refusal expected' || (0,_aws_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .isDenialByIam */ .mw)(error, action)) {
            return { kind: 'missing', words };
        }
        const unsure = 'How AWS answers this check is not on record, so the permission may be there';
        return { kind: 'unsettled', words: `${words}. ${unsure}` };
    }
    if (harmless === 'changes nothing')
        return { kind: 'there' };
    const words = `permissions: AWS accepted a request that it was expected to refuse (a check of ${action} on ${resource}): see what it changed there, and report this`;
    return { kind: 'missing', words };
}


/***/ }),

/***/ 7136:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   w: () => (/* binding */ bindProvisioned)
/* harmony export */ });
/* harmony import */ var _aws_sdk_client_lambda__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1696);
/* harmony import */ var _arns_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(828);
/* harmony import */ var _call_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3280);
/* harmony import */ var _lambda_client_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3603);
// Provisioned concurrency: execution environments that Lambda keeps ready for a version or an alias.




function bindProvisioned({ mode, place, open }) {
    const client = open(_lambda_client_js__WEBPACK_IMPORTED_MODULE_2__/* .LAMBDA */ .G);
    const about = (doing, verb, name, qualifier) => ({
        doing: `${doing} the provisioned concurrency of "${name}:${qualifier}"`,
        permission: {
            action: `lambda:${verb}ProvisionedConcurrencyConfig`,
            resource: (0,_arns_js__WEBPACK_IMPORTED_MODULE_0__/* .functionArnPattern */ .k2)(place, `${name}:${qualifier}`),
        },
    });
    return {
        mode,
        read: (name, qualifier) => (0,_call_js__WEBPACK_IMPORTED_MODULE_1__/* .ifThere */ .y)(async () => {
            const which = { FunctionName: name, Qualifier: qualifier };
            const words = about('reading', 'Get', name, qualifier);
            const answer = await (0,_call_js__WEBPACK_IMPORTED_MODULE_1__/* .call */ .T1)(words, () => client.send(new _aws_sdk_client_lambda__WEBPACK_IMPORTED_MODULE_3__/* .GetProvisionedConcurrencyConfigCommand */ .D96(which)));
            return {
                requested: (0,_call_js__WEBPACK_IMPORTED_MODULE_1__/* .required */ .mw)(answer.RequestedProvisionedConcurrentExecutions, words.doing, 'RequestedProvisionedConcurrentExecutions'),
                status: answer.Status ?? 'IN_PROGRESS',
                reason: answer.StatusReason ?? '',
            };
        }),
        request: async (name, version, count) => {
            const asked = {
                FunctionName: name,
                Qualifier: version,
                ProvisionedConcurrentExecutions: count,
            };
            await (0,_call_js__WEBPACK_IMPORTED_MODULE_1__/* .call */ .T1)(about('asking for', 'Put', name, version), () => client.send(new _aws_sdk_client_lambda__WEBPACK_IMPORTED_MODULE_3__/* .PutProvisionedConcurrencyConfigCommand */ .iLl(asked)));
        },
        remove: async (name, version) => {
            const which = { FunctionName: name, Qualifier: version };
            await (0,_call_js__WEBPACK_IMPORTED_MODULE_1__/* .ifThere */ .y)(() => (0,_call_js__WEBPACK_IMPORTED_MODULE_1__/* .call */ .T1)(about('giving back', 'Delete', name, version), () => client.send(new _aws_sdk_client_lambda__WEBPACK_IMPORTED_MODULE_3__/* .DeleteProvisionedConcurrencyConfigCommand */ .Cbo(which))));
        },
    };
}


/***/ }),

/***/ 8009:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ bindQualifiers)
/* harmony export */ });
/* harmony import */ var _aws_sdk_client_lambda__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1696);
/* harmony import */ var _arns_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(828);
/* harmony import */ var _call_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3280);
/* harmony import */ var _lambda_client_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3603);
/* harmony import */ var _pages_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3242);
// What Lambda keeps for each version and alias of a function, besides its policy and its provisioned concurrency.





function bindQualifiers({ mode, place, open }) {
    const client = open(_lambda_client_js__WEBPACK_IMPORTED_MODULE_2__/* .LAMBDA */ .G);
    const words = (doing, action, name) => ({
        doing,
        permission: { action: `lambda:${action}`, resource: (0,_arns_js__WEBPACK_IMPORTED_MODULE_0__/* .functionArnPattern */ .k2)(place, name) },
    });
    return {
        mode,
        readUrlOwners: async (FunctionName) => {
            const doing = `listing the function URLs of "${FunctionName}"`;
            const pages = (0,_aws_sdk_client_lambda__WEBPACK_IMPORTED_MODULE_4__/* .paginateListFunctionUrlConfigs */ .AJU)({ client }, { FunctionName });
            const asked = words(doing, 'ListFunctionUrlConfigs', FunctionName);
            const found = await (0,_call_js__WEBPACK_IMPORTED_MODULE_1__/* .call */ .T1)(asked, () => (0,_pages_js__WEBPACK_IMPORTED_MODULE_3__/* .gather */ .kg)(pages));
            return found
                .flatMap((page) => (0,_call_js__WEBPACK_IMPORTED_MODULE_1__/* .required */ .mw)(page.FunctionUrlConfigs, doing, 'FunctionUrlConfigs'))
                .map(({ FunctionArn }) => (0,_call_js__WEBPACK_IMPORTED_MODULE_1__/* .required */ .mw)(FunctionArn, doing, 'FunctionArn'));
        },
        readAsyncSettings: (FunctionName, Qualifier) => (0,_call_js__WEBPACK_IMPORTED_MODULE_1__/* .ifThere */ .y)(async () => {
            const label = `${FunctionName}:${Qualifier}`;
            const doing = `reading the settings of asynchronous invocations of "${label}"`;
            const send = () => client.send(new _aws_sdk_client_lambda__WEBPACK_IMPORTED_MODULE_4__/* .GetFunctionEventInvokeConfigCommand */ .sJE({ FunctionName, Qualifier }));
            return settingsOf(await (0,_call_js__WEBPACK_IMPORTED_MODULE_1__/* .call */ .T1)(words(doing, 'GetFunctionEventInvokeConfig', label), send));
        }),
    };
}
function settingsOf({ MaximumRetryAttempts, MaximumEventAgeInSeconds, DestinationConfig, }) {
    return {
        retries: MaximumRetryAttempts,
        ageSeconds: MaximumEventAgeInSeconds,
        onSuccess: DestinationConfig?.OnSuccess?.Destination ?? '',
        onFailure: DestinationConfig?.OnFailure?.Destination ?? '',
    };
}


/***/ }),

/***/ 1605:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ bindVersions)
/* harmony export */ });
/* unused harmony export isVersionNumber */
/* harmony import */ var _aws_sdk_client_lambda__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1696);
/* harmony import */ var _arns_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(828);
/* harmony import */ var _call_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3280);
/* harmony import */ var _lambda_client_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3603);
/* harmony import */ var _pages_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3242);
// The published versions of functions: listing them, finding what uses them, and deleting one. Lambda returns an empty
// list for none, so a response without its list is incomplete: what uses a version would look unused.





function bindVersions({ mode, place, open }) {
    const client = open(_lambda_client_js__WEBPACK_IMPORTED_MODULE_2__/* .LAMBDA */ .G);
    const words = (doing, action, resource) => ({
        doing,
        permission: { action: `lambda:${action}`, resource },
    });
    const all = (doing, action, name, pages) => (0,_call_js__WEBPACK_IMPORTED_MODULE_1__/* .call */ .T1)(words(doing, action, (0,_arns_js__WEBPACK_IMPORTED_MODULE_0__/* .functionArnPattern */ .k2)(place, name)), () => (0,_pages_js__WEBPACK_IMPORTED_MODULE_3__/* .gather */ .kg)(pages));
    return {
        mode,
        list: async (name) => {
            const pages = (0,_aws_sdk_client_lambda__WEBPACK_IMPORTED_MODULE_4__/* .paginateListVersionsByFunction */ .CE5)({ client }, { FunctionName: name });
            const doing = `listing the versions of "${name}"`;
            const found = await all(doing, 'ListVersionsByFunction', name, pages);
            const numbers = found
                .flatMap((page) => (0,_call_js__WEBPACK_IMPORTED_MODULE_1__/* .required */ .mw)(page.Versions, doing, 'Versions'))
                .map((v) => (0,_call_js__WEBPACK_IMPORTED_MODULE_1__/* .required */ .mw)(v.Version, doing, 'Version'));
            return numbers.filter(isVersionNumber);
        },
        aliased: async (name) => {
            const asked = { FunctionName: name };
            const pages = (0,_aws_sdk_client_lambda__WEBPACK_IMPORTED_MODULE_4__/* .paginateListAliases */ ._O$)({ client }, asked);
            const doing = `listing the aliases of "${name}"`;
            const found = await all(doing, 'ListAliases', name, pages);
            return found.flatMap((page) => (0,_call_js__WEBPACK_IMPORTED_MODULE_1__/* .required */ .mw)(page.Aliases, doing, 'Aliases')).flatMap(versionsOf);
        },
        provisioned: async (name) => {
            const pages = (0,_aws_sdk_client_lambda__WEBPACK_IMPORTED_MODULE_4__/* .paginateListProvisionedConcurrencyConfigs */ .WMh)({ client }, { FunctionName: name });
            const doing = `listing the provisioned concurrency of "${name}"`;
            const found = await all(doing, 'ListProvisionedConcurrencyConfigs', name, pages);
            const configs = found.flatMap((page) => (0,_call_js__WEBPACK_IMPORTED_MODULE_1__/* .required */ .mw)(page.ProvisionedConcurrencyConfigs, doing, 'ProvisionedConcurrencyConfigs'));
            return configs.map(({ FunctionArn }) => (0,_arns_js__WEBPACK_IMPORTED_MODULE_0__/* .qualifierOf */ .Um)((0,_call_js__WEBPACK_IMPORTED_MODULE_1__/* .required */ .mw)(FunctionArn, doing, 'FunctionArn')));
        },
        readEventSources: async () => {
            // AWS does not document whether a bare function name also finds mappings of its versions and aliases, so this
            // lists all mappings.
            const pages = (0,_aws_sdk_client_lambda__WEBPACK_IMPORTED_MODULE_4__/* .paginateListEventSourceMappings */ .KvF)({ client }, {});
            const doing = 'listing the event source mappings';
            const found = await (0,_call_js__WEBPACK_IMPORTED_MODULE_1__/* .call */ .T1)(words(doing, 'ListEventSourceMappings', '*'), () => (0,_pages_js__WEBPACK_IMPORTED_MODULE_3__/* .gather */ .kg)(pages));
            return found
                .flatMap((page) => (0,_call_js__WEBPACK_IMPORTED_MODULE_1__/* .required */ .mw)(page.EventSourceMappings, doing, 'EventSourceMappings'))
                .map(({ FunctionArn, EventSourceArn = '', FunctionResponseTypes = [] }) => ({
                functionArn: (0,_call_js__WEBPACK_IMPORTED_MODULE_1__/* .required */ .mw)(FunctionArn, doing, 'FunctionArn'),
                sourceArn: EventSourceArn,
                reportsItems: FunctionResponseTypes.includes('ReportBatchItemFailures'),
            }));
        },
        isExecuting: async (name, version) => {
            const asked = { FunctionName: name, Qualifier: version, Statuses: ['RUNNING'] };
            const doing = `listing the durable executions of version ${version} of "${name}"`;
            const resource = (0,_arns_js__WEBPACK_IMPORTED_MODULE_0__/* .functionArnPattern */ .k2)(place, `${name}:${version}`);
            const { DurableExecutions = [], NextMarker } = await (0,_call_js__WEBPACK_IMPORTED_MODULE_1__/* .call */ .T1)(words(doing, 'ListDurableExecutionsByFunction', resource), () => client.send(new _aws_sdk_client_lambda__WEBPACK_IMPORTED_MODULE_4__/* .ListDurableExecutionsByFunctionCommand */ .BPf(asked)));
            return DurableExecutions.length > 0 || Boolean(NextMarker);
        },
        remove: async (name, version) => {
            const which = { FunctionName: name, Qualifier: version };
            const resource = (0,_arns_js__WEBPACK_IMPORTED_MODULE_0__/* .functionArnPattern */ .k2)(place, `${name}:${version}`);
            const doing = `deleting version ${version} of "${name}"`;
            await (0,_call_js__WEBPACK_IMPORTED_MODULE_1__/* .call */ .T1)(words(doing, 'DeleteFunction', resource), () => client.send(new _aws_sdk_client_lambda__WEBPACK_IMPORTED_MODULE_4__/* .DeleteFunctionCommand */ .Z3K(which)));
        },
    };
}
function versionsOf({ FunctionVersion, RoutingConfig }) {
    return [
        (0,_call_js__WEBPACK_IMPORTED_MODULE_1__/* .required */ .mw)(FunctionVersion, 'listing aliases', 'FunctionVersion'),
        ...Object.keys(RoutingConfig?.AdditionalVersionWeights ?? {}),
    ];
}
function isVersionNumber(text) {
    return /^[1-9]\d*$/.test(text);
}


/***/ }),

/***/ 4955:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ countedErrors),
/* harmony export */   h: () => (/* binding */ unreachedOf)
/* harmony export */ });
/* harmony import */ var _analysis_errors_measure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3273);
// The errors of all traffic, which every count source reads.

/** The functions whose new version has no invocation, by the counts of each. */
function unreachedOf(functions, counts) {
    const isReached = (i) => [...(counts[i]?.requests.values() ?? [])].some((n) => n > 0);
    return functions.filter((_, i) => !isReached(i)).map(({ name }) => name);
}
/** The errors of all traffic, per minute. */
function countedErrors(source, counted) {
    const { apart, sides, closedUntil } = counted;
    const rows = [{ measure: (0,_analysis_errors_measure_js__WEBPACK_IMPORTED_MODULE_0__/* .errorsMeasure */ .YY)(), ...sides }];
    return { kind: 'counted', source, apart, table: { bucketSeconds: 60, closedUntil, rows } };
}


/***/ }),

/***/ 2666:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C$: () => (/* binding */ alarmLink),
/* harmony export */   Fl: () => (/* binding */ consoleOf),
/* harmony export */   dB: () => (/* binding */ logQuery),
/* harmony export */   yZ: () => (/* binding */ metricsLink)
/* harmony export */ });
/* harmony import */ var _base_partitions_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3601);
// Links to the AWS console.
//
// The addresses of the console are not documented. The format follows its own "share" links: objects and
// lists as `~(…)`, text after `'`, with every character except letters and digits as `*` and two digits.

function encode(value) {
    if (typeof value === 'number')
        return String(value);
    if (typeof value === 'string')
        return `'${encodeText(value)}`;
    if (isList(value))
        return `(${value.map((item) => `~${encode(item)}`).join('')})`;
    const members = Object.entries(value).map(([name, member]) => `${name}~${encode(member)}`);
    return `(${members.join('~')})`;
}
function isList(value) {
    return Array.isArray(value);
}
function encodeText(text) {
    return Array.from(new TextEncoder().encode(text), (byte) => {
        const char = String.fromCharCode(byte);
        return /[A-Za-z0-9_.-]/.test(char) ? char : `*${byte.toString(16).padStart(2, '0')}`;
    }).join('');
}
/** The console in the partition of the Region; without an address that is public, the links are plain text. */
function consoleOf(region) {
    const { console: host } = (0,_base_partitions_js__WEBPACK_IMPORTED_MODULE_0__/* .partitionOf */ .iQ)(region);
    return host === '' ? '' : `https://${region}.${host}`;
}
function cloudWatch(region, view) {
    return `${consoleOf(region)}/cloudwatch/home?region=${region}#${view}`;
}
function alarmLink(region, name) {
    const url = cloudWatch(region, `alarmsV2:alarm/${encodeURIComponent(name)}`);
    return { text: name, url };
}
/** A graph of the requests and errors of both versions during the run. */
function metricsLink(report) {
    const { target, startedAt, endedAt } = report;
    const graph = {
        metrics: target.metrics,
        view: 'timeSeries',
        stat: 'Sum',
        period: 60,
        region: target.region,
        start: iso(startedAt - 600),
        end: iso(endedAt + 600),
    };
    return { text: 'metrics', url: cloudWatch(target.region, `metricsV2:graph=~${encode(graph)}`) };
}
/**
 * The query for what the new version logged about its errors or its slowest requests; `undefined` if there is nothing
 * to search.
 *
 * @param from seconds since the epoch, like `to`
 */
function logQuery({ functions, target }, interest, from, to) {
    const search = target.searchLogs(functions, interest);
    if (!search)
        return undefined;
    const detail = {
        end: iso(to),
        start: iso(from),
        timeType: 'ABSOLUTE',
        tz: 'UTC',
        editorString: search.query,
        source: search.groups,
    };
    const view = `logsV2:logs-insights$3FqueryDetail$3D~${encode(detail)}`;
    const link = { text: 'Logs Insights', url: cloudWatch(target.region, view) };
    return { ...search, from, to, link };
}
function iso(seconds) {
    return new Date(1000 * seconds).toISOString();
}


/***/ }),

/***/ 2753:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ unnamedFunctions),
/* harmony export */   T: () => (/* binding */ quoted)
/* harmony export */ });
/* harmony import */ var _base_listed_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(639);
// A stored record is a claim: anyone who can write tags can write a record. It is compared with the inputs of this
// run, and nothing outside them is ever changed (decision 17).

/**
 * The functions that the record releases and the inputs do not name, as part of a sentence; `undefined`: none.
 *
 * @param label the name of a function as it would appear in the inputs
 */
function unnamedFunctions({ functions }, asked, label) {
    const names = functions.map(({ name }) => name);
    const others = names.filter((name) => !asked.includes(name));
    return others.length === 0
        ? undefined
        : `it releases ${quoted(others)} as well, which this run does not name; expected functions: ${names.map(label).join(', ')}`;
}
function quoted(names) {
    return (0,_base_listed_js__WEBPACK_IMPORTED_MODULE_0__/* .listed */ .KE)(names.map((name) => `"${name}"`));
}


/***/ }),

/***/ 9350:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Lw: () => (/* binding */ forAll),
/* harmony export */   db: () => (/* binding */ forEvery),
/* harmony export */   gJ: () => (/* binding */ mapAll)
/* harmony export */ });
/* harmony import */ var _aws_aws_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1437);
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6031);
/* harmony import */ var _base_listed_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(639);
/* harmony import */ var _ownership_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(956);
// Concurrent work on many functions.




/** High enough to send a call every 70 ms when each response takes half a second. */
const AT_ONCE = 8;
/** The number of the SDK's connections: a rollback must wait only for its turn, not for responses. */
const ALL_AT_ONCE = 50;
/**
 * Runs `work` on all items, a few at a time. After a failure it starts no further work, waits for the pending
 * work, and then throws one error that describes the failures.
 */
function mapAll(items, work) {
    return run(items, work, AT_ONCE, (failures) => failures.length > 0);
}
/** Like `mapAll`, without results. */
async function forAll(items, work) {
    await mapAll(items, work);
}
/** Like `forAll`, but a failure does not stop the work on other items. Used by rollbacks. */
async function forEvery(items, work) {
    await run(items, work, ALL_AT_ONCE, () => false);
}
async function run(items, work, atOnce, enough) {
    const results = new Array(items.length);
    const failures = [];
    let next = 0;
    const worker = async () => {
        while (next < items.length && !enough(failures)) {
            const index = next++;
            try {
                results[index] = await work(items[index]);
            }
            catch (error) {
                failures.push(error);
            }
        }
    };
    await Promise.all(Array.from({ length: Math.min(atOnce, items.length) }, worker));
    if (failures.length > 0)
        throw joined(failures);
    return results;
}
function joined(failures) {
    // A bug comes first: the responses from AWS to the other calls do not explain it.
    const bug = failures.find((failure) => !(failure instanceof _base_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .KnownError */ .E));
    if (bug !== undefined)
        return bug;
    const words = (0,_base_listed_js__WEBPACK_IMPORTED_MODULE_3__/* .listed */ .KE)(failures.map(_base_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .messageOf */ .bD), '; ');
    const moved = failures.every((failure) => failure instanceof _base_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .MovedError */ .WJ);
    const taken = failures.find(_ownership_js__WEBPACK_IMPORTED_MODULE_2__/* .isLostToAnother */ .Hl);
    if (moved && taken)
        return taken;
    if (moved)
        return new _base_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .MovedError */ .WJ(words);
    // If a retry may help one of them, it may help all of them together.
    const cause = failures.find((failure) => !(0,_aws_aws_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .isRefused */ .H0)(failure)) ?? failures[0];
    return new _base_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .KnownError */ .E(words, { cause });
}


/***/ }),

/***/ 3151:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ allow),
/* harmony export */   z: () => (/* binding */ renderPolicy)
/* harmony export */ });
// The minimal IAM policy of the role for one rollout. The README's table of permissions lists what each call
// needs. The tests run complete rollouts with the policy made here.
/** The policy as JSON, ready to attach to the role. */
function renderPolicy({ target, watchesAlarms, hooks }) {
    const all = [
        ...target,
        allow('Watch', [...(watchesAlarms ? ['cloudwatch:DescribeAlarms'] : []), 'cloudwatch:GetMetricData'], ['*']),
        allow('Ask', ['lambda:InvokeFunction'], [...new Set(hooks)]),
    ];
    const Statement = all.filter(({ Resource }) => Resource.length > 0);
    return JSON.stringify({ Version: '2012-10-17', Statement }, null, 2);
}
function allow(Sid, Action, Resource) {
    return { Sid, Effect: 'Allow', Action, Resource };
}


/***/ }),

/***/ 3730:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ checkFunction)
/* harmony export */ });
/* harmony import */ var _aws_arns_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(828);
/* harmony import */ var _aws_not_active_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7526);
/* harmony import */ var _check_code_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4483);
// Whether a function can be released at all, for every kind of target.



/** States of a function whose code can be published; `Pending` ends while the action waits for it. */
const READY = ['Active', 'Inactive', 'Pending'];
/** Adds a problem for each reason why the function cannot be released. */
function checkFunction(input, reading, { problems, notes }) {
    const { name, account: expected, version } = input;
    const { state, stateReason, lastUpdateStatus, lastUpdateReason, arn } = reading;
    const wrong = version === undefined ? (0,_check_code_js__WEBPACK_IMPORTED_MODULE_2__/* .wrongCode */ .B)(input, reading) : undefined;
    if (wrong !== undefined)
        problems.push(wrong);
    if (reading.durable) {
        notes.push(`functions: "${name}" has durable executions. Those that run stay on the version that they began with, also after a promotion or a rollback`);
    }
    if (!READY.includes(state)) {
        problems.push(`functions: "${name}" is ${state}${stateReason && ` (${stateReason})`}; expected Active`);
    }
    if (lastUpdateStatus === 'Failed') {
        problems.push(`functions: ${(0,_aws_not_active_js__WEBPACK_IMPORTED_MODULE_1__/* .describeFailedUpdate */ .G_)(name, lastUpdateReason)}`);
    }
    const account = (0,_aws_arns_js__WEBPACK_IMPORTED_MODULE_0__/* .accountOf */ .XP)(arn);
    if (expected !== undefined && expected !== account) {
        problems.push(`functions: "${name}" belongs to account ${expected}, but the job uses account ${account}`);
    }
}


/***/ }),

/***/ 6312:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $B: () => (/* binding */ bare),
/* harmony export */   Ft: () => (/* binding */ functionStatements),
/* harmony export */   JM: () => (/* binding */ pruneStatements),
/* harmony export */   LX: () => (/* binding */ qualified),
/* harmony export */   vg: () => (/* binding */ eventSourceStatement)
/* harmony export */ });
/* harmony import */ var _iam_policy_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3151);
// The statements of an IAM policy for the functions that a rollout releases.

function functionStatements(functions, { calls, versions, readsPolicies, prunes }) {
    const published = functions.filter(({ publishes }) => publishes);
    const provisioned = functions.filter(({ provisions }) => provisions);
    return [
        (0,_iam_policy_js__WEBPACK_IMPORTED_MODULE_0__/* .allow */ .c)('Look', ['lambda:GetFunctionConfiguration'], [...new Set([...bare(functions), ...qualified(functions), ...calls])]),
        (0,_iam_policy_js__WEBPACK_IMPORTED_MODULE_0__/* .allow */ .c)('LookAtCalls', ['lambda:GetPolicy'], calls),
        (0,_iam_policy_js__WEBPACK_IMPORTED_MODULE_0__/* .allow */ .c)('LookAtFunctions', ['lambda:GetResourcePolicy'], [...new Set([...(readsPolicies ? bare(functions) : []), ...calls.map(unqualified)])]),
        ...(versions.length > 0 ? [(0,_iam_policy_js__WEBPACK_IMPORTED_MODULE_0__/* .allow */ .c)('LookClosely', versions, qualified(functions))] : []),
        (0,_iam_policy_js__WEBPACK_IMPORTED_MODULE_0__/* .allow */ .c)('Publish', ['lambda:GetFunction', 'lambda:PublishVersion'], bare(published)),
        (0,_iam_policy_js__WEBPACK_IMPORTED_MODULE_0__/* .allow */ .c)('Provision', ['lambda:DeleteProvisionedConcurrencyConfig', 'lambda:PutProvisionedConcurrencyConfig'], qualified(provisioned)),
        (0,_iam_policy_js__WEBPACK_IMPORTED_MODULE_0__/* .allow */ .c)('Aliases', ['lambda:ListAliases'], bare(prunes ? functions : provisioned)),
    ];
}
/** @param more further actions on the functions that find out which versions are in use */
function pruneStatements(functions, more) {
    const uses = ['lambda:ListProvisionedConcurrencyConfigs', 'lambda:ListVersionsByFunction'];
    return [
        (0,_iam_policy_js__WEBPACK_IMPORTED_MODULE_0__/* .allow */ .c)('Uses', [...more, ...uses], bare(functions)),
        ...executions(functions.filter(({ durable }) => durable)),
        // Never the function itself: without a version number, the request would delete the whole function.
        (0,_iam_policy_js__WEBPACK_IMPORTED_MODULE_0__/* .allow */ .c)('DeleteVersions', ['lambda:DeleteFunction'], qualified(functions)),
    ];
}
function executions(durable) {
    return durable.length === 0
        ? []
        : [
            (0,_iam_policy_js__WEBPACK_IMPORTED_MODULE_0__/* .allow */ .c)('Executions', ['lambda:ListDurableExecutionsByFunction'], [...bare(durable), ...qualified(durable)]),
        ];
}
/** IAM defines no resource type for this action. */
function eventSourceStatement(functions) {
    return (0,_iam_policy_js__WEBPACK_IMPORTED_MODULE_0__/* .allow */ .c)('EventSources', ['lambda:ListEventSourceMappings'], functions.length > 0 ? ['*'] : []);
}
/** IAM matches the ARN with the qualifier if the call names one, and without it otherwise. */
function bare(functions) {
    return functions.map(({ arn }) => arn);
}
function qualified(functions) {
    return functions.map(({ arn }) => `${arn}:*`);
}
function unqualified(call) {
    return call.replace(/:\*$/, '');
}


/***/ }),

/***/ 6604:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ FUNCTION_REPORT)
/* harmony export */ });
// Released functions as reports show them.
const FUNCTION_REPORT = {
    releases: 'Function',
    searchLogs,
};
/** Logs Insights searches at most 50 named groups. */
const MOST_GROUPS = 50;
const FINDING = {
    errors: [
        'fields @timestamp, @log, @requestId, @message',
        '| filter @message like /(?i)(error|exception|fatal|timed out|status: timeout)/',
        '| sort @timestamp asc',
    ],
    slow: [
        'fields @timestamp, @log, @requestId, @duration, @initDuration',
        '| filter @type = "REPORT"',
        '| sort @duration desc',
    ],
};
/**
 * `undefined` if no function was released. A function may be configured with another log group than the default one.
 * The name of a log stream contains the version in brackets: `2025/11/24/[8]0123…`.
 */
function searchLogs(functions, interest) {
    if (functions.length === 0)
        return undefined;
    const groups = functions.slice(0, MOST_GROUPS).map(({ name }) => `/aws/lambda/${name}`);
    const versions = [...new Set(functions.map(({ to: version }) => version))];
    const [fields = '', ...rest] = FINDING[interest];
    const ours = `| filter @logStream like /\\[(${versions.join('|')})\\]/`;
    return { groups, query: [fields, ours, ...rest, '| limit 200'].join('\n') };
}


/***/ }),

/***/ 1672:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   k: () => (/* binding */ noteAsyncSettings)
/* harmony export */ });
/* harmony import */ var _base_command_line_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3260);
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6031);
// Preflight of asynchronous invocations: retries, age and destinations belong to one version or alias, and a new one
// has AWS's defaults (Lambda developer guide, "Configuring error handling settings for asynchronous invocations").


/** Notes the settings that the new version or alias will lack. */
async function noteAsyncSettings(qualifiers, succession, { notes }) {
    const { functionName, from, version } = succession;
    if (from === version)
        return;
    try {
        const served = await qualifiers.readAsyncSettings(functionName, from);
        if (!served)
            return;
        const own = version !== undefined && (await qualifiers.readAsyncSettings(functionName, version));
        if (!own)
            notes.push(describeLack(succession, served));
    }
    catch (error) {
        notes.push(`functions: it could not be checked whether "${functionName}" has settings for asynchronous invocations that a new version would lack (${(0,_base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .known */ .eO)(error).message})`);
    }
}
function describeLack({ functionName, region, from, version, alias }, served) {
    const to = alias ?? version;
    const next = to === undefined ? 'the new version' : `${functionName}:${to}`;
    const command = (0,_base_command_line_js__WEBPACK_IMPORTED_MODULE_1__/* .awsCommand */ .bg)('lambda put-function-event-invoke-config', {
        'function-name': functionName,
        qualifier: to ?? 'VERSION',
        ...optionsOf(served),
        region,
    });
    return `functions: ${functionName}:${from} has settings for asynchronous invocations (${inWords(served)}), and ${next} has none: AWS's defaults apply to it. Once it exists, run: ${command}`;
}
function inWords({ retries, ageSeconds, onSuccess, onFailure }) {
    return [
        ...(retries === undefined ? [] : [`retries: ${retries}`]),
        ...(ageSeconds === undefined ? [] : [`maximum age: ${ageSeconds}s`]),
        ...(onSuccess === '' ? [] : [`on success: ${onSuccess}`]),
        ...(onFailure === '' ? [] : [`on failure: ${onFailure}`]),
    ].join(', ');
}
function optionsOf({ retries, ageSeconds, onSuccess, onFailure }) {
    const destinations = {
        ...(onSuccess !== '' && { OnSuccess: { Destination: onSuccess } }),
        ...(onFailure !== '' && { OnFailure: { Destination: onFailure } }),
    };
    return {
        ...(retries !== undefined && { 'maximum-retry-attempts': String(retries) }),
        ...(ageSeconds !== undefined && { 'maximum-event-age-in-seconds': String(ageSeconds) }),
        ...(Object.keys(destinations).length > 0 && {
            'destination-config': JSON.stringify(destinations),
        }),
    };
}


/***/ }),

/***/ 6483:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ checkWarm)
/* harmony export */ });
/* harmony import */ var _base_problems_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4726);
// Preflight of versions with provisioned concurrency: a version without cold starts must not be replaced by one
// with cold starts.

/**
 * The provisioned environments of the version that serves all traffic.
 *
 * @returns the number of environments; 0: none
 * @param from the version that serves now
 * @param version the version to release; `undefined`: it is not published yet
 */
async function checkWarm(provisioned, { name, from, version }, findings) {
    if (from === version)
        return 0;
    const own = await (0,_base_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .attempt */ .C)(findings, () => provisioned.read(name, from));
    if (!own)
        return 0;
    findings.notes.push(`provisioned concurrency: version ${from} of "${name}" has ${own.requested}; the new one gets the same amount before it receives traffic, and both cost money until the release ends`);
    return own.requested;
}


/***/ }),

/***/ 7954:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ publishVersions)
/* harmony export */ });
/* harmony import */ var _rollout_release_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2787);
/* harmony import */ var _version_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6805);
// The versions of Lambda functions that a rollout releases: published, or named in the inputs.


/**
 * Publishes the versions to release, if preflight found that `$LATEST` differs from what serves. What is published is
 * what preflight read: an upload in between stops the release.
 */
async function publishVersions(functions, released, { say, source }) {
    const changes = [];
    for (const { name, from, version, latest } of released) {
        if (version !== undefined && latest)
            await functions.assertLatest(name, latest);
        const to = version ?? (await functions.publish(name, (0,_version_text_js__WEBPACK_IMPORTED_MODULE_0__/* .describeVersion */ .M)(source, from), latest));
        if (to !== from && version === undefined)
            await functions.untilReady(name, to);
        changes.push({ name, from, to });
        const published = version === undefined ? ', published' : '';
        say(to === from
            ? `${name}: version ${to} is already served`
            : `${name}: version ${(0,_rollout_release_js__WEBPACK_IMPORTED_MODULE_1__/* .describeChange */ .uQ)({ from, to })}${published}`);
    }
    return changes;
}


/***/ }),

/***/ 3633:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ versionReads)
/* harmony export */ });
/* harmony import */ var _aws_arns_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(828);
/* harmony import */ var _aws_functions_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5468);
// The versions of Lambda functions, as Lambda shows them.


function versionReads(functions, place) {
    return {
        readVersion: async (name, version) => {
            const reading = await functions.read(name, version);
            return (reading && {
                description: reading.description,
                digest: reading.codeSha256,
                settings: reading.settings,
            });
        },
        readArns: (changes) => readArns(functions, place, changes),
    };
}
/** All functions of a rollout belong to one account, so any of them shows it. */
async function readArns(functions, place, changes) {
    const [first] = changes;
    if (!first)
        return new Map();
    const account = (0,_aws_arns_js__WEBPACK_IMPORTED_MODULE_0__/* .accountOf */ .XP)(await (0,_aws_functions_js__WEBPACK_IMPORTED_MODULE_1__/* .readArn */ .M)(functions, first.name));
    return new Map(changes.map(({ name, to }) => [name, (0,_aws_arns_js__WEBPACK_IMPORTED_MODULE_0__/* .versionArn */ .eh)(place, account, name, to)]));
}


/***/ }),

/***/ 4287:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  e: () => (/* binding */ sweepVersions)
});

// EXTERNAL MODULE: ./build/aws/arns.js
var arns = __webpack_require__(828);
// EXTERNAL MODULE: ./build/aws/functions.js + 2 modules
var aws_functions = __webpack_require__(5468);
// EXTERNAL MODULE: ./build/base/errors.js + 1 modules
var errors = __webpack_require__(6031);
// EXTERNAL MODULE: ./build/rollout/record.js + 3 modules
var record = __webpack_require__(1222);
// EXTERNAL MODULE: ./build/targets/concurrency.js
var concurrency = __webpack_require__(9350);
// EXTERNAL MODULE: ./build/targets/lambda/invoke-policy.js
var invoke_policy = __webpack_require__(3612);
// EXTERNAL MODULE: ./build/targets/lambda/read-policies.js
var read_policies = __webpack_require__(2164);
;// CONCATENATED MODULE: ./build/targets/lambda/retention.js
// Selects which versions of earlier releases may be deleted: none that is known to be in use, and none newer than the
// release. The newest of the rest are kept.
/**
 * The versions that may be deleted, oldest first. A version newer than the released one is never among them:
 * another person or tool published it, and may be about to release it.
 *
 * @param keep how many of the newest to keep, including the released one
 * @param inUse versions that are known to be in use
 */
function oldVersions(versions, { from, to }, keep, inUse) {
    const ascending = [...versions].sort((a, b) => Number(a) - Number(b));
    const ours = to === undefined ? ascending : ascending.filter((v) => Number(v) <= Number(to));
    // A version that is not published yet takes one of the places.
    const kept = to === undefined ? keep - 1 : keep;
    const older = ours.slice(0, Math.max(0, ours.length - kept));
    const used = new Set([from, to, ...inUse]);
    return older.filter((version) => !used.has(version));
}

;// CONCATENATED MODULE: ./build/targets/lambda/version-sweep.js
// Finds old versions of the released functions that nothing uses. Every use that AWS shows is checked. If uses of a
// function's versions cannot be determined, they are kept.








/**
 * The maximum number of old versions of one function to delete at a time: other calls of the account share the
 * quota.
 */
const MOST_AT_ONCE = 50;
async function sweepVersions(bound, released, keep, uses) {
    const sources = await bound.versions.readEventSources();
    const targets = sources.map(({ functionArn }) => functionArn);
    const swept = await (0,concurrency/* mapAll */.gJ)(released, async (fn) => {
        try {
            return await sweepFunction(bound, fn, keep, uses, targets);
        }
        catch (error) {
            return stays(fn, (0,errors/* known */.eO)(error).message);
        }
    });
    return {
        leftovers: swept.flatMap(({ leftovers }) => leftovers),
        notes: swept.flatMap(({ notes }) => notes),
    };
}
function stays({ name }, why) {
    return { leftovers: [], notes: [`the old versions of "${name}" were not deleted: ${why}`] };
}
async function sweepFunction(bound, fn, keep, uses, targets) {
    const { versions, functions } = bound;
    const { name } = fn;
    const hidden = uses.hidden(name);
    if (hidden !== undefined)
        return stays(fn, hidden);
    const arn = await (0,aws_functions/* readArn */.M)(functions, name);
    if ((0,record/* ourTagKeys */.Vn)(await bound.readTags(arn)).length > 0) {
        return stays(fn, 'it is part of an unfinished rollout');
    }
    const inUse = [
        ...(await versions.aliased(name)),
        ...(await versions.provisioned(name)),
        ...uses.of(name),
        ...targets.filter((target) => target.startsWith(`${arn}:`)).map(arns/* qualifierOf */.Um),
    ];
    const old = oldVersions(await versions.list(name), fn, keep, inUse).slice(0, MOST_AT_ONCE);
    // Not to be allowed to read it is no proof that nobody may call: the versions then stay.
    const whole = await functions.readResourcePolicy(arn);
    const kept = await (0,concurrency/* mapAll */.gJ)(old, async (version) => (0,invoke_policy/* otherPrincipals */.W3)(await (0,read_policies/* readOwnPolicies */.rX)(functions, arn, version, whole), uses.knows)
        ? 'a policy lets something else call it'
        : whyExecuting(bound, name, version));
    return {
        leftovers: old
            .filter((_, i) => kept[i] === undefined)
            .map((version) => ({
            words: `version ${version} of "${name}"`,
            remove: () => versions.remove(name, version),
        })),
        notes: old.flatMap((version, i) => kept[i] === undefined ? [] : [`version ${version} of "${name}" is kept: ${kept[i]}`]),
    };
}
/**
 * A durable execution stays on the version that it began with (Lambda developer guide, "Durable functions"), and may
 * run much longer than a release.
 *
 * @returns why the version must stay; `undefined`: no execution runs on it
 */
async function whyExecuting({ functions, versions }, name, version) {
    const reading = await functions.read(name, version);
    if (!reading?.durable)
        return undefined;
    try {
        return (await versions.isExecuting(name, version)) ? 'durable executions run on it' : undefined;
    }
    catch (error) {
        return `whether durable executions run on it is unknown (${(0,errors/* known */.eO)(error).message})`;
    }
}


/***/ }),

/***/ 3235:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ createVoucher)
/* harmony export */ });
/* harmony import */ var _version_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6805);
// Checks whether AWS shows which version served before another one. If this action published the version, its
// description names it. A description cannot be changed later, and publishing needs release permissions.

/** @param said changes named by another source that needs release permissions */
function createVoucher(functions, said = []) {
    return async ({ name, from, to }) => {
        if (said.some((one) => one.name === name && one.from === from && one.to === to))
            return true;
        const description = (await functions.read(name, to))?.description ?? '';
        return (0,_version_text_js__WEBPACK_IMPORTED_MODULE_0__/* .parseVersion */ .o)(description) === from;
    };
}


/***/ }),

/***/ 816:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A8: () => (/* binding */ WARM_UP_LIMIT_SECONDS),
/* harmony export */   hR: () => (/* binding */ findWarmUps),
/* harmony export */   mm: () => (/* binding */ warmUpVersions),
/* harmony export */   wK: () => (/* binding */ POLL_SECONDS),
/* harmony export */   xo: () => (/* binding */ deallocate)
/* harmony export */ });
/* harmony import */ var _base_duration_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5902);
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6031);
/* harmony import */ var _concurrency_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9350);
// If the previous version or its alias has provisioned concurrency, the new version gets the same amount before it
// receives traffic. What only the losing side needed is deallocated when the rollout is over.



/**
 * The provisioned concurrency that the new versions lack compared with the previous ones. Changes nothing.
 *
 * @param kept the aliases that have their own, by function name
 */
async function findWarmUps(provisioned, changes, kept = new Map()) {
    const moving = changes.filter(({ from, to }) => from !== to);
    const found = await (0,_concurrency_js__WEBPACK_IMPORTED_MODULE_2__/* .mapAll */ .gJ)(moving, async ({ name, from, to }) => {
        const before = await provisioned.read(name, kept.get(name) ?? from);
        // What exists already was not allocated by this rollout, and is kept whatever the outcome.
        const there = before && (await provisioned.read(name, to));
        return before && !there ? [[name, before.requested]] : [];
    });
    return Object.fromEntries(found.flat());
}
/** Lambda allocates within minutes. For a version that cannot start, it fails or keeps retrying. */
const WARM_UP_LIMIT_SECONDS = 900;
const POLL_SECONDS = 5;
/** Requests the environments and waits until they are ready. Throws if they do not become ready. */
async function warmUpVersions(provisioned, changes, warmUps, waiting) {
    const asked = changes.filter(({ name }) => Object.hasOwn(warmUps, name));
    await (0,_concurrency_js__WEBPACK_IMPORTED_MODULE_2__/* .mapAll */ .gJ)(asked, async ({ name, to }) => {
        const count = warmUps[name] ?? 0;
        await provisioned.request(name, to, count);
        waiting.say(`${name}: ${count} environments are being prepared for version ${to}`);
        await untilReady(provisioned, name, to, waiting);
        waiting.say(`${name}: ${count} environments of version ${to} are ready`);
    });
}
async function untilReady(provisioned, name, version, { pause, stopped }) {
    for (let waited = 0; waited <= WARM_UP_LIMIT_SECONDS; waited += POLL_SECONDS) {
        const { status, reason } = (await provisioned.read(name, version)) ?? GONE;
        if (status === 'READY')
            return;
        if (status === 'FAILED') {
            throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .KnownError */ .E(`the provisioned concurrency of version ${version} of "${name}" failed (${reason || 'Lambda gives no reason'}), so the version does not start`);
        }
        if (stopped())
            throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .KnownError */ .E('cancelled while environments were being prepared');
        await pause(POLL_SECONDS);
    }
    throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .KnownError */ .E(`the provisioned concurrency of version ${version} of "${name}" was not ready within ${(0,_base_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a)(WARM_UP_LIMIT_SECONDS)}`);
}
const GONE = { status: 'FAILED', reason: 'someone removed it' };
/**
 * Deallocates what the losing side has, unless that version is still needed.
 *
 * @param served which side has all the traffic now
 */
async function deallocate({ provisioned, isNeeded }, functions, { warmed = {}, kept = [] }, served) {
    const asked = functions.filter(({ name }) => Object.hasOwn(warmed, name) && !(served === 'new' && kept.includes(name)));
    await (0,_concurrency_js__WEBPACK_IMPORTED_MODULE_2__/* .forEvery */ .db)(asked, async ({ name, from, to }) => {
        const left = served === 'new' ? from : to;
        if (!(await isNeeded(name, left)))
            await provisioned.remove(name, left);
    });
}


/***/ }),

/***/ 8911:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Yb: () => (/* binding */ doubtful),
/* harmony export */   Zg: () => (/* binding */ createTrust),
/* harmony export */   g_: () => (/* binding */ BORNE_OUT),
/* harmony export */   gr: () => (/* binding */ NOT_BEGUN)
/* harmony export */ });
/* harmony import */ var _rollout_release_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2787);
/* harmony import */ var _seal_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(428);
// Decides which records this run acts on. A run recognizes the records that it wrote. Any other record must move
// only what the inputs name, and AWS must confirm it. Every read of the tags passes through here, so every later
// write is for a record that was checked (decision 17).


const BORNE_OUT = { kind: 'borne-out' };
function doubtful(why) {
    return { kind: 'doubtful', why };
}
/** For a release that was interrupted before its first shift: nothing in AWS shows what it would serve. */
const NOT_BEGUN = 'the new version has no traffic, and only the run that started the release may start to shift';
/**
 * @param beyondAsked what a record would change that the inputs do not name, as part of a sentence; `undefined`:
 * nothing
 */
function createTrust(beyondInputs) {
    const known = new Set();
    const borneOut = new Set();
    let own;
    const vetOther = async (stored, claim, ask) => {
        const { record } = stored.storedRollout;
        const beyond = beyondInputs(record);
        if (beyond !== undefined)
            return { kind: 'beyond', id: record.id, why: beyond };
        const finding = await ask(stored.storedRollout);
        if (finding.kind === 'doubtful')
            return unproven(record, finding.why);
        if (finding.kind === 'borne-out')
            borneOut.add(claim);
        return stored;
    };
    return {
        knows: (seal) => known.add(seal),
        writes: (record) => {
            own = { id: record.id, seal: (0,_seal_js__WEBPACK_IMPORTED_MODULE_0__/* .sealOf */ .R)(record) };
            known.add(own.seal);
        },
        isOwn: (record) => known.has((0,_seal_js__WEBPACK_IMPORTED_MODULE_0__/* .sealOf */ .R)(record)),
        vet: async (stored, ask) => {
            if (stored.kind !== 'rollout')
                return stored;
            const { record, canaryDeploymentId } = stored.storedRollout;
            const seal = (0,_seal_js__WEBPACK_IMPORTED_MODULE_0__/* .sealOf */ .R)(record);
            const claim = `${seal} ${canaryDeploymentId}`;
            if (known.has(seal) || borneOut.has(claim))
                return stored;
            return own && (0,_rollout_release_js__WEBPACK_IMPORTED_MODULE_1__/* .sameRollout */ .c5)(own.id, record.id)
                ? unproven(record, 'its tags were changed after this run wrote them')
                : vetOther(stored, claim, ask);
        },
    };
}
function unproven({ id }, why) {
    return { kind: 'unproven', id, why };
}


/***/ })

};
