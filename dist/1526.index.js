export const id = 1526;
export const ids = [1526,8667];
export const modules = {

/***/ 25354:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ii: () => (/* binding */ isLostRace),
/* harmony export */   mR: () => (/* binding */ bindAliases),
/* harmony export */   rI: () => (/* binding */ isProvisionedTwice)
/* harmony export */ });
/* harmony import */ var _aws_sdk_client_lambda__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(71696);
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76031);
/* harmony import */ var _arns_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(828);
/* harmony import */ var _aws_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(51437);
/* harmony import */ var _call_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(13280);
/* harmony import */ var _lambda_client_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(43603);
/* harmony import */ var _pages_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(53242);
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

/***/ 58009:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ bindQualifiers)
/* harmony export */ });
/* harmony import */ var _aws_sdk_client_lambda__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(71696);
/* harmony import */ var _arns_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(828);
/* harmony import */ var _call_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(13280);
/* harmony import */ var _lambda_client_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(43603);
/* harmony import */ var _pages_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(53242);
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
/* harmony import */ var _aws_sdk_client_lambda__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(71696);
/* harmony import */ var _arns_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(828);
/* harmony import */ var _call_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(13280);
/* harmony import */ var _lambda_client_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(43603);
/* harmony import */ var _pages_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(53242);
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

/***/ 46886:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  m: () => (/* binding */ readInfrastructure)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/base/quote.js
var quote = __webpack_require__(73636);
// EXTERNAL MODULE: ./build/base/listed.js
var listed = __webpack_require__(639);
// EXTERNAL MODULE: ./build/doctor/diagnose.js
var diagnose = __webpack_require__(80380);
// EXTERNAL MODULE: ./build/doctor/reach-words.js
var reach_words = __webpack_require__(88081);
;// CONCATENATED MODULE: ./build/doctor/compare.js
// Files and an account together: the account says what users get today, and the files what the next deployment will
// change.




function compare({ files, account, stack }) {
    const problems = [];
    const pairs = new Map(files.functions.flatMap((file) => {
        const twin = twinOf(file, account, stack, problems);
        return twin ? [[file.id, twin]] : [];
    }));
    const known = new Set([...pairs.values()].map(({ id }) => id));
    const unmatched = files.functions.filter(({ id }) => !pairs.has(id));
    const idOf = (id) => pairs.get(id)?.id ?? id;
    const moved = files.movers.map((mover) => ({ ...mover, functionId: idOf(mover.functionId) }));
    const ready = (0,diagnose/* diagnose */.h4)(files).filter(diagnose/* isReady */.i_);
    const prepared = new Set(ready.map(({ fact }) => fact.id));
    return {
        functions: files.functions.map((file) => together(file, pairs.get(file.id), prepared)),
        aliases: [
            ...account.aliases.filter(({ functionId }) => known.has(functionId)),
            ...files.aliases.filter(({ functionId }) => !pairs.has(functionId)),
        ],
        callers: [
            ...account.callers.filter(({ functionId }) => known.has(functionId)),
            ...files.callers.filter(({ functionId }) => !pairs.has(functionId)),
        ],
        movers: [...account.movers.filter(({ functionId }) => known.has(functionId)), ...moved],
        notes: [
            ...files.notes,
            ...account.notes,
            ...differences(files, account, pairs),
            ...notDeployed(unmatched),
            ...notInFiles(account, known),
        ],
        problems: [...files.problems, ...account.problems, ...problems],
    };
}
/** The function in the account: by its name, or by what CloudFormation wrote into its tags. */
function twinOf(file, account, stack, problems) {
    const named = account.functions.find(({ name }) => name !== undefined && name === file.name);
    if (named || file.tool === 'terraform')
        return named;
    const logicalId = file.id.slice(file.id.indexOf('#') + 1);
    const made = account.functions.filter((each) => each.stack?.logicalId === logicalId);
    const own = stack === undefined ? made : made.filter((each) => each.stack?.name === stack);
    if (own.length > 1) {
        const stacks = own.map((each) => each.stack?.name ?? '').sort();
        problems.push(`"${logicalId}" is a function of ${own.length} stacks (${(0,listed/* listed */.KE)(stacks)}); name one of them in --stack`);
        return undefined;
    }
    return own[0];
}
function together(file, twin, prepared) {
    if (!twin)
        return file;
    const isPrepared = prepared.has(file.id);
    return {
        ...twin,
        isPrepared,
        label: file.label,
        tool: file.tool,
        where: `${file.where}; ${twin.where}`,
    };
}
/** Routes and function URLs whose way differs. Other callers have different names in files and account. */
function differences(files, account, pairs) {
    return files.callers.filter(isComparable).flatMap((caller) => {
        const twin = pairs.get(caller.functionId);
        if (!twin)
            return [];
        const same = account.callers.filter((each) => each.functionId === twin.id && each.label === caller.label);
        const now = [...new Set(same.map(({ reach }) => (0,reach_words/* describeReach */.Lo)(reach)))];
        const wanted = (0,reach_words/* describeReach */.Lo)(caller.reach);
        if (caller.reach.kind === 'unknown' || isAlike(caller, same))
            return [];
        const today = now.length === 0 ? 'does not have it' : `has ${(0,listed/* listed */.KE)(now)}`;
        return [
            `${caller.label} of ${twin.name}: ${caller.where} has ${wanted}, and the account ${today}; it is not deployed yet, or was changed by other means`,
        ];
    });
}
function isComparable({ front }) {
    return front === 'rest' || front === 'http' || front === 'websocket' || front === 'url';
}
/** The version in a variable is the action's, so only the variable counts. */
function isAlike({ reach }, others) {
    return others.some(({ reach: now }) => {
        if (now.kind !== reach.kind)
            return false;
        if (now.kind === 'alias' && reach.kind === 'alias')
            return now.alias === reach.alias;
        return (!(now.kind === 'variable' && reach.kind === 'variable') || now.variable === reach.variable);
    });
}
function notDeployed(functions) {
    if (functions.length === 0)
        return [];
    const names = functions.map(({ label }) => (0,quote/* quote */.h)(label));
    return [`not found in the account, so only the files are shown: ${(0,listed/* listed */.KE)(names)}`];
}
function notInFiles(account, known) {
    const others = account.functions.filter(({ id }) => !known.has(id));
    if (others.length === 0)
        return [];
    const names = others.map(({ label }) => label);
    return [`in the account, but not in these files: ${(0,listed/* listed */.KE)(names)}`];
}

// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-api-gateway/dist-cjs/index.js
var dist_cjs = __webpack_require__(60818);
// EXTERNAL MODULE: ./build/aws/call.js
var call = __webpack_require__(13280);
// EXTERNAL MODULE: ./build/aws/gateway-arns.js
var gateway_arns = __webpack_require__(31389);
// EXTERNAL MODULE: ./build/aws/gateway-client.js
var gateway_client = __webpack_require__(51538);
// EXTERNAL MODULE: ./build/aws/pages.js
var aws_pages = __webpack_require__(53242);
;// CONCATENATED MODULE: ./build/aws/account-apis.js
// All REST APIs of an account in a Region, with their stages.





function bindAccountApis({ place, open }) {
    const client = open(gateway_client/* API_GATEWAY */.Q);
    const words = (doing, path) => ({
        doing,
        permission: { action: 'apigateway:GET', resource: (0,gateway_arns/* gatewayArn */.Sw)(place, path) },
    });
    return {
        list: async () => {
            const doing = 'listing the REST APIs';
            const apis = await (0,aws_pages/* readAll */.yw)(words(doing, '/restapis'), (from) => client.send(new dist_cjs/* GetRestApisCommand */.hwD({ limit: 500, ...from })));
            return apis.map(({ id, name }) => {
                const known = (0,call/* required */.mw)(id, doing, 'id');
                return { id: known, name: name ?? known };
            });
        },
        stages: async (restApiId) => {
            const doing = `listing the stages of the REST API "${restApiId}"`;
            const { item = [] } = await (0,call/* call */.T1)(words(doing, `/restapis/${restApiId}/stages`), () => client.send(new dist_cjs/* GetStagesCommand */.pY7({ restApiId })));
            return item.map(({ stageName, variables = {} }) => ({
                name: (0,call/* required */.mw)(stageName, doing, 'stageName'),
                variables,
            }));
        },
    };
}

// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-lambda/dist-cjs/index.js
var client_lambda_dist_cjs = __webpack_require__(71696);
// EXTERNAL MODULE: ./build/aws/arns.js
var arns = __webpack_require__(828);
// EXTERNAL MODULE: ./build/aws/lambda-client.js
var lambda_client = __webpack_require__(43603);
;// CONCATENATED MODULE: ./build/aws/account-functions.js
// All functions of an account in a Region, and the aliases of one.





function bindAccountFunctions({ place, open }) {
    const client = open(lambda_client/* LAMBDA */.G);
    return {
        list: async () => {
            const doing = 'listing the functions';
            const permission = { action: 'lambda:ListFunctions', resource: '*' };
            const pages = await (0,call/* call */.T1)({ doing, permission }, () => (0,aws_pages/* gather */.kg)((0,client_lambda_dist_cjs/* paginateListFunctions */.fVs)({ client }, {})));
            return pages
                .flatMap((page) => (0,call/* required */.mw)(page.Functions, doing, 'Functions'))
                .map(({ FunctionName, FunctionArn }) => ({
                name: (0,call/* required */.mw)(FunctionName, doing, 'FunctionName'),
                arn: (0,call/* required */.mw)(FunctionArn, doing, 'FunctionArn'),
            }));
        },
        aliases: async (name) => {
            const doing = `listing the aliases of "${name}"`;
            const resource = (0,arns/* functionArnPattern */.k2)(place, name);
            const pages = await (0,call/* call */.T1)({ doing, permission: { action: 'lambda:ListAliases', resource } }, () => (0,aws_pages/* gather */.kg)((0,client_lambda_dist_cjs/* paginateListAliases */._O$)({ client }, { FunctionName: name })));
            return pages
                .flatMap((page) => (0,call/* required */.mw)(page.Aliases, doing, 'Aliases'))
                .map(({ Name, FunctionVersion, RoutingConfig }) => ({
                name: (0,call/* required */.mw)(Name, doing, 'Name'),
                version: (0,call/* required */.mw)(FunctionVersion, doing, 'FunctionVersion'),
                splitTo: Object.keys(RoutingConfig?.AdditionalVersionWeights ?? {})[0],
            }));
        },
    };
}

// EXTERNAL MODULE: ./build/aws/aliases.js
var aliases = __webpack_require__(25354);
// EXTERNAL MODULE: ./build/aws/clients.js + 1 modules
var aws_clients = __webpack_require__(81111);
// EXTERNAL MODULE: ./build/aws/credential-errors.js
var credential_errors = __webpack_require__(76569);
// EXTERNAL MODULE: ./build/aws/functions.js + 5 modules
var functions = __webpack_require__(11056);
// EXTERNAL MODULE: ./node_modules/@smithy/core/dist-cjs/submodules/client/index.js
var client = __webpack_require__(92658);
// EXTERNAL MODULE: ./node_modules/@smithy/core/dist-cjs/submodules/endpoints/index.js
var endpoints = __webpack_require__(62085);
;// CONCATENATED MODULE: ./build/aws/http-apis.js
// HTTP and WebSocket APIs: what their routes call. The calls are those of API Gateway's second API, sent by the client
// of the first, which has the same address, protocol and permissions: another package would add a tenth to the bundle
// (as decision 33 for CloudWatch Logs).






const NAMESPACE = 'com.amazonaws.apigatewayv2';
// Schemas as the SDK generates them (see `logs-client.ts`): 0 is text, 128 a map of it; a label of the path has the
// trait 1.
const ITEM = [
    ...[3, NAMESPACE, 'Item', 0],
    ['apiId', 'name', 'protocolType', 'integrationId', 'integrationUri', 'routeKey'].concat(...[['target', 'authorizerUri', 'stageName', 'stageVariables']]),
    [0, 0, 0, 0, 0, 0, 0, 0, 0, 128],
];
const OUTPUT = [
    ...[3, NAMESPACE, 'Output', 0],
    ['items', 'nextToken'],
    [() => [1, NAMESPACE, 'Items', 0, () => ITEM], 0],
];
const NEXT = [0, { httpQuery: 'nextToken' }];
const OF_ALL = [3, NAMESPACE, 'OfAll', 0, ['nextToken'], [NEXT]];
const OF_API = [
    ...[3, NAMESPACE, 'OfApi', 0],
    ['apiId', 'nextToken'],
    [[0, 1], NEXT],
];
const command = (0,client.makeBuilder)({
    UseFIPS: { type: 'builtInParams', name: 'useFipsEndpoint' },
    Endpoint: { type: 'builtInParams', name: 'endpoint' },
    Region: { type: 'builtInParams', name: 'region' },
    UseDualStack: { type: 'builtInParams', name: 'useDualstackEndpoint' },
}, 'ApiGatewayV2', 'APIGatewayClient', endpoints.getEndpointPlugin);
function operation(name, path, input) {
    const traits = { http: ['GET', path, 200] };
    return command({}, () => [], name, [
        ...[9, NAMESPACE, name, traits],
        ...[() => input, () => OUTPUT],
    ]);
}
const GetApisCommand = operation('GetApis', '/v2/apis', OF_ALL);
const OF = {
    integrations: operation('GetIntegrations', '/v2/apis/{apiId}/integrations', OF_API),
    routes: operation('GetRoutes', '/v2/apis/{apiId}/routes', OF_API),
    authorizers: operation('GetAuthorizers', '/v2/apis/{apiId}/authorizers', OF_API),
    stages: operation('GetStages', '/v2/apis/{apiId}/stages', OF_API),
};
function bindHttpApis({ place, open }) {
    // Its type knows only the commands of the first API.
    const client = open(gateway_client/* API_GATEWAY */.Q);
    const words = (doing, path) => ({
        doing,
        permission: { action: 'apigateway:GET', resource: (0,gateway_arns/* gatewayArn */.Sw)(place, path) },
    });
    const all = async (asking, send) => {
        const found = [];
        const turn = (0,aws_pages/* turnPages */.KL)(asking.doing);
        let nextToken;
        do {
            const from = nextToken === undefined ? {} : { nextToken };
            const page = await (0,call/* call */.T1)(asking, () => send(from));
            found.push(...(page.items ?? []));
            nextToken = turn(page.nextToken);
        } while (nextToken !== undefined);
        return found;
    };
    return {
        list: async () => {
            const asking = words('listing the HTTP and WebSocket APIs', '/apis');
            const found = await all(asking, (from) => client.send(new GetApisCommand(from)));
            return found.map(({ apiId = '', name = apiId, protocolType }) => ({
                ...{ apiId, name, protocol: protocolType === 'WEBSOCKET' ? 'WEBSOCKET' : 'HTTP' },
            }));
        },
        read: async (apiId) => {
            const each = (kind) => all(words(`reading the ${kind} of the API "${apiId}"`, `/apis/${apiId}/${kind}`), (from) => client.send(new OF[kind]({ apiId, ...from })));
            const integrations = await each('integrations');
            const routes = await each('routes');
            const authorizers = await each('authorizers');
            const stages = await each('stages');
            return {
                calls: [
                    ...routes.flatMap((route) => callOf(route, integrations)),
                    ...authorizers.flatMap(authorizerOf),
                ],
                stages: stages.map(({ stageName = '', stageVariables = {} }) => ({
                    ...{ name: stageName, variables: stageVariables },
                })),
            };
        },
    };
}
function callOf({ routeKey = '', target = '' }, integrations) {
    const id = target.replace(/^integrations\//, '');
    const uri = integrations.find(({ integrationId }) => integrationId === id)?.integrationUri;
    return uri ? [{ label: routeKey, uri }] : [];
}
function authorizerOf({ name = '', authorizerUri }) {
    return authorizerUri ? [{ label: `authorizer ${name}`, uri: authorizerUri }] : [];
}

// EXTERNAL MODULE: ./build/aws/qualifiers.js
var qualifiers = __webpack_require__(58009);
// EXTERNAL MODULE: ./build/aws/rest-api.js + 1 modules
var rest_api = __webpack_require__(46167);
// EXTERNAL MODULE: ./build/aws/versions.js
var versions = __webpack_require__(1605);
// EXTERNAL MODULE: ./build/base/errors.js + 1 modules
var errors = __webpack_require__(76031);
// EXTERNAL MODULE: ./build/base/suggest.js
var suggest = __webpack_require__(24526);
// EXTERNAL MODULE: ./build/doctor/callee.js
var doctor_callee = __webpack_require__(43026);
// EXTERNAL MODULE: ./build/doctor/template-callers.js
var template_callers = __webpack_require__(77963);
// EXTERNAL MODULE: ./build/targets/concurrency.js
var concurrency = __webpack_require__(99350);
// EXTERNAL MODULE: ./build/targets/lambda/read-callers.js
var read_callers = __webpack_require__(75952);
;// CONCATENATED MODULE: ./build/survey/read-account.js
// What an account shows of functions and their callers. Only reads are sent. What cannot be read is said, with the
// permission that it needs, and the rest is read.




















/** Reading one takes five calls or more, of 14 a second. */
const MOST_FUNCTIONS = 300;
/** Previews of pull requests are stages too. */
const MOST_STAGES = 10;
/** Throws a `KnownError` without usable credentials, or with those of another account. */
async function readAccount(options) {
    const never = new AbortController().signal;
    const limits = { cancelled: never, rollbackDeadline: never, ended: never };
    const clients = (0,aws_clients/* connect */.N)(options.region, limits, undefined, 'reads').normal;
    const all = await listFunctions(clients);
    const account = (0,arns/* accountOf */.XP)(all[0]?.arn ?? '');
    if (options.account !== undefined && account !== '' && account !== options.account) {
        throw new errors/* KnownError */.E(`the credentials are of the account ${account}; expected ${options.account} (--account)`);
    }
    const words = `account ${account || 'without functions'} (${options.region})`;
    const found = {
        ...{ functions: [], aliases: [], callers: [], movers: [], notes: [], problems: [] },
    };
    const reading = { clients, where: words, account, region: options.region, found };
    const chosen = await choose(all, options, reading);
    await readFunctions(chosen, reading);
    await readRestApis(reading);
    await readHttpApis(reading);
    found.problems.push(...missingAliases(found));
    return { survey: found, words, account };
}
/** There are no credentials at all, so perhaps none are meant to be used. */
class NoCredentialsError extends errors/* KnownError */.E {
}
async function listFunctions(clients) {
    try {
        return await bindAccountFunctions(clients).list();
    }
    catch (error) {
        const message = `${(0,errors/* known */.eO)(error).message}. Without an account, add --offline`;
        if ((0,call/* causedBy */.$z)(error, credential_errors/* hasNoCredentials */.wg))
            throw new NoCredentialsError(message);
        throw (0,call/* causedBy */.$z)(error, credential_errors/* isBadCredentials */.ww) ? new errors/* KnownError */.E(message) : error;
    }
}
async function choose(all, { functions, stack }, { found, where }) {
    const names = all.map(({ name }) => name);
    for (const name of functions.filter((each) => !names.includes(each))) {
        found.problems.push(`there is no function ${(0,quote/* quote */.h)(name)} in ${where}.${(0,suggest/* didYouMean */.a)(name, names)}`);
    }
    const asked = functions.length > 0 ? all.filter(({ name }) => functions.includes(name)) : all;
    if (asked.length <= MOST_FUNCTIONS)
        return asked;
    const wanted = stack === undefined ? asked : asked.filter(({ name }) => name.startsWith(stack));
    if (wanted.length <= MOST_FUNCTIONS)
        return wanted;
    found.problems.push(`${where} has ${asked.length} functions; the first ${MOST_FUNCTIONS} were read. Name those of interest in --functions`);
    return wanted.slice(0, MOST_FUNCTIONS);
}
async function readFunctions(chosen, reading) {
    const { clients, found } = reading;
    const sources = await part(found, () => (0,versions/* bindVersions */.J)(clients).readEventSources());
    const calls = {
        functions: (0,functions/* bindFunctions */.f)(clients),
        qualifiers: (0,qualifiers/* bindQualifiers */.b)(clients),
        tags: (0,aliases/* bindAliases */.mR)(clients),
        own: bindAccountFunctions(clients),
        sources: sources ? { value: sources } : { why: 'the event sources were not read' },
    };
    await (0,concurrency/* forAll */.Lw)(chosen, (each) => readFunction(each, calls, reading));
    // In the order of the list, whichever was read first.
    const order = new Map(chosen.map(({ arn }, i) => [arn, i]));
    found.functions.sort((a, b) => (order.get(a.id) ?? 0) - (order.get(b.id) ?? 0));
}
/** Aliases that are called and do not exist: such calls fail. */
function missingAliases({ functions, aliases, callers, notes }) {
    return callers.flatMap(({ functionId, label, reach }) => {
        if (reach.kind !== 'alias')
            return [];
        const own = aliases.filter((alias) => alias.functionId === functionId);
        const isThere = own.some(({ name }) => name === reach.alias);
        const fn = functions.find(({ id }) => id === functionId);
        if (isThere || !fn || notes.includes(unreadAliases(fn.label)))
            return [];
        const names = own.map(({ name }) => name);
        return [
            `${label} calls the alias "${reach.alias}" of ${fn.label}, which does not exist.${(0,suggest/* didYouMean */.a)(reach.alias, names)}`,
        ];
    });
}
function unreadAliases(name) {
    return `the aliases of ${name} were not read, so it is not known whether those that are called exist`;
}
async function readFunction({ name, arn }, reads, { found, where }) {
    const tags = (await part(found, () => reads.tags.readTags(arn))) ?? {};
    const stack = tags['aws:cloudformation:stack-name'];
    const logicalId = tags['aws:cloudformation:logical-id'];
    found.functions.push({
        ...{ id: arn, label: name, name, where, tool: undefined },
        ...(stack && logicalId && { stack: { name: stack, logicalId } }),
    });
    const listed = await part(found, () => reads.own.aliases(name));
    if (!listed)
        found.notes.push(unreadAliases(name));
    const aliases = listed ?? [];
    for (const alias of aliases) {
        found.aliases.push({ functionId: arn, ...alias, where });
        if (alias.version === '$LATEST') {
            const mover = { functionId: arn, alias: alias.name, where: `${where}, ${name}` };
            found.movers.push({ ...mover, kind: 'latest', by: '$LATEST' });
        }
    }
    const names = aliases.map((alias) => alias.name);
    const callers = await (0,read_callers/* readCallers */.lD)(reads.functions, reads.qualifiers, arn, names, reads.sources);
    found.problems.push(...callers.why);
    for (const alias of [undefined, ...names]) {
        const called = alias === undefined ? arn : `${arn}:${alias}`;
        addDirect(arn, alias, callers.of(called, 'yes'), where, found);
    }
}
/** Callers that AWS tells by the function: permissions of services, event sources, the URL. */
function addDirect(functionId, alias, { permitted, sources, hasUrl }, where, found) {
    const reach = alias === undefined ? { kind: 'unqualified' } : aliasReach(alias);
    const add = (front, label) => found.callers.push({ functionId, front, label, through: '', reach, where });
    for (const source of sources)
        add('source', `event source ${(0,template_callers/* sourceWords */.hI)(source)}`);
    if (hasUrl)
        add('url', 'function URL');
    for (const { service, sourceArn } of permitted) {
        // APIs say themselves what they call; a permission for an account or a role says nothing about calls.
        if (service === undefined || service.startsWith('apigateway.'))
            continue;
        const from = sourceArn === undefined ? '' : ` ${(0,template_callers/* sourceWords */.hI)(sourceArn)}`;
        add('other', `${service.split('.')[0]}${from}`);
    }
}
function aliasReach(alias) {
    return { kind: 'alias', alias };
}
/** Reads a part. A failure is a problem, and the rest is read. */
async function part(found, read) {
    try {
        return await read();
    }
    catch (error) {
        const { message } = (0,errors/* known */.eO)(error);
        if (!found.problems.includes(message))
            found.problems.push(message);
        return undefined;
    }
}
function addCalled({ uri, variables, ...call }, reading) {
    const { found, where, account, region } = reading;
    const place = /:lambda:([\w-]+):(\d{12}):function:/.exec(uri);
    const isElsewhere = place !== null && (place[1] !== region || place[2] !== account);
    if (isElsewhere)
        return;
    const names = new Map(found.functions.map(({ label, id }) => [label, id]));
    const lookup = {
        variables,
        named: (name) => names.get(name),
        reference: () => ({ kind: 'unknown', why: 'an account has no references' }),
    };
    const callee = (0,doctor_callee/* calleeOf */.ow)(uri, lookup);
    if (callee.kind === 'function') {
        const { functionId, reach } = callee;
        found.callers.push({ ...call, functionId, reach, where });
    }
    else if (callee.kind === 'unknown') {
        found.problems.push(`${call.through}, ${call.label}: ${callee.why}`);
    }
}
async function readRestApis(reading) {
    const { clients, found } = reading;
    const apis = bindAccountApis(clients);
    for (const { id, name } of (await part(found, () => apis.list())) ?? []) {
        const stages = (await part(found, () => apis.stages(id))) ?? [];
        if (stages.length > MOST_STAGES) {
            const others = stages.slice(MOST_STAGES).map((stage) => stage.name);
            found.notes.push(`the REST API "${name}" has ${stages.length} stages; these were not read: ${(0,listed/* firstOf */.Ku)(others, 5).join(', ')}`);
        }
        for (const { name: stage, variables } of stages.slice(0, MOST_STAGES)) {
            const api = (0,rest_api/* bindRestApi */.A)(clients, id, stage);
            const served = await part(found, () => api.readServed());
            for (const { method, path, uri } of served?.integrations ?? []) {
                const label = `${method} ${path.replace(/^"(.*)"$/, '$1')}`;
                const through = `REST ${name}/${stage}`;
                const call = { front: 'rest', label, through, stage: { api: id, name: stage } };
                addCalled({ ...call, uri, variables }, reading);
            }
        }
    }
}
async function readHttpApis(reading) {
    const { clients, found } = reading;
    const apis = bindHttpApis(clients);
    for (const { apiId, name, protocol } of (await part(found, () => apis.list())) ?? []) {
        const api = await part(found, () => apis.read(apiId));
        const front = protocol === 'HTTP' ? 'http' : 'websocket';
        const kind = protocol === 'HTTP' ? 'HTTP' : 'WebSocket';
        for (const { name: stage, variables } of api?.stages ?? []) {
            const through = `${kind} ${name}/${stage}`;
            for (const { label, uri } of api?.calls ?? []) {
                addCalled({ front, label, through, uri, variables }, reading);
            }
        }
    }
}

// EXTERNAL MODULE: ./build/survey/read-folder.js + 12 modules
var read_folder = __webpack_require__(77835);
// EXTERNAL MODULE: ./build/cli/usage-error.js
var usage_error = __webpack_require__(68137);
;// CONCATENATED MODULE: ./build/cli/read-infrastructure.js
// Reads the checkout and the account that `doctor` and `init` are about.






async function readInfrastructure({ flags, env, cwd }) {
    const region = flags.text('region') || env.AWS_REGION || env.AWS_DEFAULT_REGION || '';
    refuseWrong(flags.text('account'), region);
    const folder = (0,external_node_path_.resolve)(cwd, flags.text('folder') || '.');
    const shown = flags.text('terraform-json');
    const files = await (0,read_folder/* readFolder */.j)(folder, shown === '' ? undefined : (0,external_node_path_.resolve)(cwd, shown));
    const isOffline = flags.has('offline') || region === '';
    const hasFiles = files.survey.functions.length > 0;
    const account = isOffline ? undefined : await readIfThere(region, flags, hasFiles);
    if (account === undefined || 'note' in account) {
        const why = flags.has('offline')
            ? []
            : [account?.note ?? 'no account was read: there is no Region (--region or AWS_REGION)'];
        const { survey } = files;
        return {
            ...{ folder, region, read: files.read, files: survey },
            account: flags.text('account') || undefined,
            survey: { ...survey, notes: [...survey.notes, ...why] },
        };
    }
    const both = hasFiles
        ? compare({
            files: files.survey,
            account: account.survey,
            stack: flags.text('stack') || undefined,
        })
        : withNotes(account.survey, files.survey);
    const read = [...files.read, account.words];
    return {
        ...{ survey: both, files: files.survey, read, folder, region },
        account: account.account || flags.text('account') || undefined,
    };
}
/** The account alone, and what was wrong with the files. */
function withNotes(account, files) {
    return {
        ...account,
        notes: [...files.notes, ...account.notes],
        problems: [...files.problems, ...account.problems],
    };
}
function refuseWrong(account, region) {
    const problems = [];
    if (account !== '' && !/^\d{12}$/.test(account)) {
        problems.push(`--account: ${(0,quote/* quote */.h)(account)}; expected 12 digits`);
    }
    if (region !== '' && !/^[a-z]{2,4}(-[a-z]+)+-\d+$/.test(region)) {
        problems.push(`--region: ${(0,quote/* quote */.h)(region)}; expected a Region such as eu-central-1`);
    }
    if (problems.length > 0)
        throw new usage_error/* UsageError */.e(problems);
}
/** Without credentials, the files are enough. */
async function readIfThere(region, flags, hasFiles) {
    try {
        return await readAccount({
            region,
            account: flags.text('account') || undefined,
            functions: namesIn(flags.text('functions')),
            stack: flags.text('stack') || undefined,
        });
    }
    catch (error) {
        if (!hasFiles || !(error instanceof NoCredentialsError))
            throw error;
        return { note: 'no account was read: there are no AWS credentials' };
    }
}
/** Names of functions, of ARNs and of `function:alias`. */
function namesIn(text) {
    return text
        .split(/[,\n]/)
        .map((each) => each
        .trim()
        .replace(/^arn:.*?:function:/, '')
        .replace(/:.*$/, ''))
        .filter((each) => each !== '');
}


/***/ }),

/***/ 1024:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ count),
/* harmony export */   m: () => (/* binding */ adviseOn)
/* harmony export */ });
// What to say about one function: the mode that fits, what a deployment does today, and the smallest change.
function adviseOn(diagnosis) {
    return {
        inputs: inputsOf(diagnosis),
        mode: describeMode(diagnosis),
        today: describeDeployment(diagnosis),
        change: describeChange(diagnosis),
        care: diagnosis.cautions.map((mover) => stopWords(mover, diagnosis.fact.tool)),
    };
}
function inputsOf({ mode, fact }) {
    const functions = fact.name ?? fact.label;
    if (mode.kind === 'alias')
        return { functions, alias: mode.alias };
    if (mode.kind === 'none')
        return {};
    return { 'rest-api-id': mode.api, 'stage-name': mode.stage ?? 'prod', functions };
}
function describeMode({ mode, change }) {
    const after = change.kind === 'nothing' ? '' : ', after the change';
    return `${modeWords(mode)}${mode.kind === 'none' ? '' : after}`;
}
function modeWords(mode) {
    switch (mode.kind) {
        case 'alias':
            return `alias (inputs functions and alias: ${mode.alias})`;
        case 'stage':
            return `stage canary (inputs rest-api-id: ${mode.api}, stage-name: ${mode.stage ?? 'NAME'}, and functions)`;
        case 'none':
            return 'not known before its callers are';
    }
}
/** What one deployment of new code does to users, as things are. */
function describeDeployment({ ways, callers, movers, cautions, mode }) {
    const [mover] = [...movers, ...cautions];
    switch (ways) {
        case 'nobody':
            return 'Nothing that was read calls this function.';
        case 'unqualified':
            return 'A deployment of new code is the release: all users get it at once.';
        case 'unknown':
            return 'It is not known which code the callers get.';
        case 'mixed': {
            const now = callers.filter(({ caller }) => caller.reach.kind === 'unqualified').length;
            if (now === 0) {
                return 'Its callers get different versions, and one release moves only some of them.';
            }
            const rest = callers.length - now;
            return `A deployment of new code reaches ${count(now, 'caller')} at once, and the other ${rest} only with a release: both codes run side by side.`;
        }
        default:
            if (mover)
                return `${deploymentWords(mover)}.`;
            return mode.kind === 'stage'
                ? 'A deployment of new code reaches nobody until a release moves the stage.'
                : 'A deployment of new code reaches nobody until a release moves the alias.';
    }
}
function deploymentWords({ alias, kind, by }) {
    switch (kind) {
        case 'codedeploy':
            return `CodeDeploy moves the alias ${alias} with each deployment (${by})`;
        case 'latest':
            return `The alias ${alias} is $LATEST, so a deployment of new code is the release: all users get it at once`;
        case 'weights-not-ignored':
            return `A deployment while a release is open ends the release: the tool removes the weights of ${alias} (${by})`;
        case 'planned':
            return `The plan that was read moves the alias ${alias}, for all users at once`;
        case 'stage-deployment':
            return `New code reaches nobody until a release, but a changed API definition reaches all users with the deployment (${by})`;
        case 'stage-not-ignored':
            return `A deployment sets the stage to what the files say, for all users at once (${by})`;
        default:
            return `The tool moves the alias ${alias} to the new code, for all users at once (${by})`;
    }
}
function describeChange({ fact, change, mode, movers }) {
    if (fact.isPrepared && change.kind !== 'nothing') {
        return [`The files have the change already. ${ALONE}`];
    }
    switch (change.kind) {
        case 'nothing':
            return [];
        case 'find-callers':
            return [
                mode.kind === 'alias'
                    ? `Let its callers call the alias ${mode.alias}. Callers that use a role of their own are not visible here.`
                    : 'Find out what calls it: see the notes, or read the account as well.',
            ];
        case 'stop-moving':
            return change.movers.map((mover) => stopWords(mover, fact.tool));
        case 'call-alias':
            return [
                ...callAlias(change, fact.tool, fact.label),
                ...movers.map((mover) => stopWords(mover, fact.tool)),
            ];
    }
}
const ALONE = 'Deploy this alone first: it moves all callers at once, to the same code.';
function callAlias({ alias, callers }, tool, label) {
    const who = listOf(callers);
    switch (tool) {
        case 'sam':
            return [
                `Add "AutoPublishAlias: ${alias}" and a constant AutoPublishCodeSha256 to ${label}. Its events (${who}) then call the alias. SAM accepts the constant only in the function, not in Globals.`,
                ALONE,
            ];
        case 'cdk':
            return [
                `Create one lambda.Version and one lambda.Alias named "${alias}" for ${label}, and pass the alias to ${who} in place of the function. Use neither currentVersion nor addAlias.`,
                ALONE,
            ];
        case 'terraform':
            return [
                `Set "publish = true" on ${label}, add an aws_lambda_alias named "${alias}" with ignore_changes = [function_version, routing_config], and let ${who} use its invoke_arn. Give the aws_lambda_permission its qualifier.`,
                ALONE,
            ];
        case 'serverless':
            return [
                `Set provider.versionFunctions: false, add an AWS::Lambda::Version and an AWS::Lambda::Alias named "${alias}" for ${label} in resources, and let ${who} call the alias by resources.extensions.`,
                ALONE,
            ];
        case 'cloudformation':
            return [
                `Add an AWS::Lambda::Version and an AWS::Lambda::Alias named "${alias}" for ${label}, and let ${who} and the AWS::Lambda::Permission name the alias.`,
                ALONE,
            ];
        case undefined:
            return [
                `Let ${who} call the alias ${alias} of ${label} in place of what they call now, in the tool that owns them.`,
                ALONE,
            ];
    }
}
function listOf(callers) {
    const labels = [...new Set(callers.map(({ label }) => shortened(label)))];
    const more = labels.length - MOST_CALLERS;
    return [...labels.slice(0, MOST_CALLERS), ...(more > 0 ? [`${more} more`] : [])].join(', ');
}
const MOST_CALLERS = 3;
const LONGEST_LABEL = 50;
function shortened(label) {
    return label.length > LONGEST_LABEL ? `${label.slice(0, LONGEST_LABEL - 1)}…` : label;
}
const STOPS = {
    'new-version': ({ alias, where }, tool) => tool === 'sam'
        ? `Add a constant AutoPublishCodeSha256 to the function (${where}), and deploy it alone: SAM then never moves ${alias} again.`
        : `Point the alias ${alias} (${where}) to a version that is published once: an AWS::Lambda::Version with a name of its own${tool === 'cdk' ? ' (new lambda.Version, not currentVersion or addAlias)' : ''}.`,
    latest: ({ alias, where }) => `Publish a version, and point the alias ${alias} to it (${where}): an alias of $LATEST cannot be split.`,
    codedeploy: ({ by, where }) => `Remove ${by} (${where}), or let the action read it with the input template: only one of the two can move the alias.`,
    'not-ignored': ({ where }) => `Add "lifecycle { ignore_changes = [function_version, routing_config] }" to the alias (${where}).`,
    'weights-not-ignored': ({ where, by }) => `Make routing_config of the alias ignored too (${where}; ${by}).`,
    planned: ({ where }) => `Do not apply this plan while a release is open (${where}).`,
    'stage-not-ignored': ({ where }) => `Add "lifecycle { ignore_changes = [deployment_id, variables, canary_settings] }" to the stage (${where}).`,
    'stage-deployment': ({ where }) => `Deploy changes of the API definition while no release is open, or define the stage as resources of its own (${where}).`,
};
function stopWords(mover, tool) {
    return STOPS[mover.kind](mover, tool);
}
function count(number, thing) {
    return `${number} ${thing}${number === 1 ? '' : 's'}`;
}


/***/ }),

/***/ 43026:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Po: () => (/* binding */ referenceTo),
/* harmony export */   SP: () => (/* binding */ shown),
/* harmony export */   ow: () => (/* binding */ calleeOf)
/* harmony export */ });
// Which function a URI or an ARN calls, and by which qualifier. The text may have references to resources in it, for
// templates do not say what AWS will call them.
/** A reference within a text: `Orders.Arn`, `aws_lambda_alias.live.arn`. */
function referenceTo(path) {
    return `${OPEN}${path}${CLOSE}`;
}
const OPEN = '\uE000';
const CLOSE = '\uE001';
const REFERENCE = /^\uE000([^\uE001]*)\uE001/;
const ANY_REFERENCE = /\uE000([^\uE000\uE001]*)\uE001/g;
/** API Gateway developer guide, "Lambda proxy integrations": both operations have this form. */
const INVOCATION = /:lambda:path\/[\d-]+\/functions\/(.+)\/(?:response-streaming-)?invocations$/s;
const FUNCTION_ARN = /^arn:.*?:function:(.+)$/s;
const STAGE_VARIABLE = /^\$\{stageVariables\.(\w+)\}$/;
const VARIABLES = /\$\{stageVariables\.(\w+)\}/g;
/** As in AWS, or with a part that only CloudFormation knows. */
const NAME = /^[\w\uE002-]+$/;
function calleeOf(text, lookup) {
    const called = INVOCATION.exec(text)?.[1] ?? text;
    const begin = REFERENCE.exec(called);
    if (begin)
        return afterReference(called, begin, lookup);
    const partial = FUNCTION_ARN.exec(called)?.[1];
    if (partial !== undefined)
        return inName(partial, lookup);
    if (called !== text)
        return inName(called, lookup);
    return { kind: 'elsewhere' };
}
/** `Orders.Arn`, and perhaps a qualifier. */
function afterReference(text, [all, path = ''], lookup) {
    const rest = text.slice(all.length);
    const found = lookup.reference(path);
    if (found.kind === 'unknown')
        return found;
    if (found.kind === 'number')
        return { kind: 'unknown', why: `${path} is not a function` };
    const { functionId } = found;
    if (rest === '')
        return { kind: 'function', functionId, reach: reachOfReferenced(found) };
    if (!rest.startsWith(':'))
        return { kind: 'unknown', why: `${shown(text)} is not understood` };
    if (found.kind !== 'function') {
        return { kind: 'unknown', why: `${shown(text)} has a second qualifier` };
    }
    return { kind: 'function', functionId, reach: reachOfQualifier(rest.slice(1), lookup) };
}
/** `orders`, `orders:live`, `${stageVariables.fn}`: what follows `function:` or stands alone. */
function inName(partial, lookup) {
    const begin = REFERENCE.exec(partial);
    if (begin)
        return afterReference(partial, begin, lookup);
    const whole = STAGE_VARIABLE.exec(partial.split(':')[0] ?? '')?.[1];
    if (whole !== undefined)
        return byWholeVariable(partial, whole, lookup);
    const [name = '', ...rest] = filled(partial, lookup).split(':');
    if (!NAME.test(name))
        return { kind: 'unknown', why: `${shown(partial)} is not understood` };
    // The qualifier as it is written, for its own variable.
    const written = partial.slice(partial.indexOf(':') + 1);
    const reach = rest.length === 0 ? { kind: 'unqualified' } : reachOfQualifier(written, lookup);
    return placed(name, reach, lookup);
}
/** A stage variable has the name of the function, and perhaps its qualifier. */
function byWholeVariable(partial, variable, lookup) {
    const value = filled(partial, lookup);
    const [name = '', qualifier] = value.replace(/^.*:function:/, '').split(':');
    if (!Object.hasOwn(lookup.variables, variable) || !NAME.test(name)) {
        const why = `the stage variable "${variable}" names the function, and its value is not known`;
        return { kind: 'unknown', why };
    }
    if (qualifier === undefined)
        return placed(name, { kind: 'unqualified' }, lookup);
    const isInVariable = !partial.includes(':');
    const reach = isInVariable
        ? { kind: 'variable', variable, ...readValue(qualifier, lookup) }
        : reachOfQualifier(partial.slice(partial.indexOf(':') + 1), lookup);
    return placed(name, reach, lookup);
}
function placed(name, reach, { named }) {
    const functionId = named(name);
    return functionId === undefined
        ? { kind: 'other', name, reach }
        : { kind: 'function', functionId, reach };
}
function reachOfReferenced(found) {
    if (found.kind === 'alias')
        return { kind: 'alias', alias: found.alias };
    if (found.kind === 'version')
        return { kind: 'version', version: found.version };
    return { kind: 'unqualified' };
}
function reachOfQualifier(written, lookup) {
    const variable = STAGE_VARIABLE.exec(written)?.[1];
    if (variable !== undefined) {
        return { kind: 'variable', variable, ...readValue(lookup.variables[variable] ?? '', lookup) };
    }
    const [all, path = ''] = REFERENCE.exec(written) ?? [];
    if (all === written)
        return reachOfNumber(lookup.reference(path));
    const qualifier = filled(written, lookup);
    if (qualifier === '$LATEST' || qualifier === '')
        return { kind: 'unqualified' };
    if (/^\d+$/.test(qualifier))
        return { kind: 'version', version: qualifier };
    if (NAME.test(qualifier))
        return { kind: 'alias', alias: qualifier };
    return { kind: 'unknown', why: `the qualifier ${shown(written)} is not understood` };
}
function reachOfNumber(found) {
    if (found.kind === 'number' || found.kind === 'version') {
        return { kind: 'version', version: found.version };
    }
    if (found.kind === 'alias')
        return { kind: 'alias', alias: found.alias };
    return {
        kind: 'unknown',
        why: found.kind === 'unknown' ? found.why : 'the qualifier is a function',
    };
}
/** A stage variable's value, which may be a reference to a version or an alias. */
function readValue(value, { reference }) {
    const [all, path = ''] = REFERENCE.exec(value) ?? [];
    if (all === undefined || all !== value)
        return { holds: kindOfValue(value), value };
    const found = reference(path);
    if (found.kind === 'number' || found.kind === 'version') {
        return { holds: 'version', value: found.version };
    }
    if (found.kind === 'alias')
        return { holds: 'alias', value: found.alias };
    return { holds: 'unknown', value: '' };
}
function kindOfValue(value) {
    if (value === '' || value.startsWith('$'))
        return 'unknown';
    return /^\d+$/.test(value) ? 'version' : 'alias';
}
function filled(text, { variables }) {
    return text.replace(VARIABLES, (all, name) => Object.hasOwn(variables, name) ? (variables[name] ?? '') : all);
}
/** A text for a sentence, with its references as they are written. */
function shown(text) {
    const plain = text.replace(ANY_REFERENCE, '${$1}').replaceAll('\uE002', '');
    return `"${plain.length > 100 ? `${plain.slice(0, 97)}...` : plain}"`;
}


/***/ }),

/***/ 80380:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h4: () => (/* binding */ diagnose),
/* harmony export */   i_: () => (/* binding */ isReady),
/* harmony export */   nj: () => (/* binding */ aliasOfMode)
/* harmony export */ });
/* unused harmony exports NEW_ALIAS, waysOf, aliasOf */
// How each function is reached, which mode of the action fits it, and what has to change before. The action splits
// traffic in two places: at an alias (functions, alias), which any caller may call, and at the canary of a REST API's
// stage (rest-api-id, stage-name), which needs a version in the integration or in a stage variable.
/** The name of an alias that does not exist yet. */
const NEW_ALIAS = 'live';
function diagnose(survey) {
    return survey.functions.map((fact) => {
        const isOf = ({ functionId }) => functionId === fact.id;
        const callers = survey.callers.filter(isOf);
        const found = { fact, aliases: survey.aliases.filter(isOf), callers };
        return diagnoseOne(found, survey.movers.filter(isOf));
    });
}
function diagnoseOne({ fact, aliases, callers }, movers) {
    const ways = waysOf(callers);
    const mode = modeOf(ways, { fact, aliases, callers });
    const own = movers.filter((mover) => concerns(mover, mode));
    const inTheWay = own.filter((mover) => !isCaution(mover));
    return {
        fact,
        aliases,
        callers: callers.map((caller) => ({ caller, isMoved: isMoved(caller.reach, movers) })),
        ways,
        mode,
        change: changeOf(mode, callers, inTheWay),
        movers: inTheWay,
        cautions: own.filter(isCaution),
    };
}
/** How all callers together reach the function. */
function waysOf(callers) {
    const [first] = callers;
    if (!first)
        return 'nobody';
    const keys = new Set(callers.map(({ reach }) => keyOf(reach)));
    return keys.size === 1 ? first.reach.kind : 'mixed';
}
/** Two callers with the same key get the same code, and a release moves them together. */
function keyOf(reach) {
    const alias = aliasOf(reach);
    if (alias !== undefined)
        return `alias ${alias}`;
    if (reach.kind === 'version')
        return `version ${reach.version}`;
    return reach.kind === 'variable' ? `variable ${reach.variable}` : reach.kind;
}
/** The alias that is called, also by a stage variable. */
function aliasOf(reach) {
    if (reach.kind === 'alias')
        return reach.alias;
    return reach.kind === 'variable' && reach.holds === 'alias' ? reach.value : undefined;
}
function modeOf(ways, { aliases, callers }) {
    const [first] = callers;
    if (!first) {
        const [only, another] = aliases;
        return only && !another ? { kind: 'alias', alias: only.name } : { kind: 'none' };
    }
    if (callers.every(({ reach }) => reach.kind === 'unknown'))
        return { kind: 'none' };
    if (ways === 'version' || ways === 'variable') {
        const { stage, reach } = first;
        const oneStage = callers.every((caller) => caller.front === 'rest' && caller.stage?.api === stage?.api);
        if (oneStage && stage && aliasOf(reach) === undefined) {
            return { kind: 'stage', api: stage.api, stage: stage.name };
        }
    }
    return { kind: 'alias', alias: bestAlias(aliases, callers) };
}
/** The one that callers use, else the only one there is, else a new one. */
function bestAlias(aliases, callers) {
    const used = new Set(callers.flatMap(({ reach }) => aliasOf(reach) ?? []));
    const [alias = NEW_ALIAS] = used.size > 0 ? used : aliases.map(({ name }) => name);
    return alias;
}
function concerns({ alias }, mode) {
    if (mode.kind === 'alias')
        return alias === mode.alias;
    return mode.kind === 'stage' && alias === undefined;
}
/** Whether releases are gradual in spite of it. */
function isCaution({ kind }) {
    return kind === 'stage-deployment';
}
function isMoved(reach, movers) {
    const alias = aliasOf(reach);
    return alias !== undefined && movers.some((mover) => mover.alias === alias);
}
function changeOf(mode, callers, movers) {
    if (mode.kind === 'alias') {
        const others = callers.filter(({ reach }) => reach.kind !== 'unknown' && aliasOf(reach) !== mode.alias);
        if (others.length > 0)
            return { kind: 'call-alias', alias: mode.alias, callers: others };
    }
    if (movers.length > 0)
        return { kind: 'stop-moving', movers };
    const isKnown = mode.kind !== 'none' &&
        callers.length > 0 &&
        callers.every(({ reach }) => reach.kind !== 'unknown');
    return { kind: isKnown ? 'nothing' : 'find-callers' };
}
/** The alias that all callers are to call; `undefined`: the function is released otherwise, or not yet. */
function aliasOfMode({ mode }) {
    return mode.kind === 'alias' ? mode.alias : undefined;
}
/** Whether a release could begin now. */
function isReady({ change }) {
    return change.kind === 'nothing';
}


/***/ }),

/***/ 575:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ diagnosisText),
/* harmony export */   k: () => (/* binding */ wrapped)
/* harmony export */ });
/* harmony import */ var _base_listed_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(639);
/* harmony import */ var _advice_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1024);
/* harmony import */ var _diagnose_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(80380);
/* harmony import */ var _reach_words_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(88081);
// A diagnosis for a terminal: at most 100 columns.




const NEXT = 'Next: npx github:org/canary-action init, which writes the change and what a release needs.';
const WIDTH = 100;
const LABEL = 9;
const TOOLS = {
    sam: 'SAM',
    cloudformation: 'CloudFormation',
    cdk: 'CDK',
    terraform: 'Terraform',
    serverless: 'Serverless Framework',
};
/** @param read what was read, in words: `template.yaml`, `account 123456789012 (eu-central-1)` */
function diagnosisText(read, diagnoses, { notes, problems }) {
    return [
        ...wrapped(`Read: ${read.length === 0 ? 'nothing' : (0,_base_listed_js__WEBPACK_IMPORTED_MODULE_2__/* .listed */ .KE)(read)}`, 0),
        ...wrapped(summaryOf(diagnoses), 0),
        ...diagnoses.flatMap((each) => ['', ...functionText(each)]),
        ...listText('Could not be read', [...problems, ...unknownReaches(diagnoses)]),
        ...listText('Notes', notes),
        ...(diagnoses.length === 0 || diagnoses.every(_diagnose_js__WEBPACK_IMPORTED_MODULE_3__/* .isReady */ .i_) ? [] : ['', NEXT]),
        '',
    ].join('\n');
}
function unknownReaches(diagnoses) {
    return diagnoses.flatMap(({ fact, callers }) => callers.flatMap(({ caller: { label, reach } }) => reach.kind === 'unknown' ? [`how ${label} reaches ${fact.label}: ${reach.why}`] : []));
}
function summaryOf(diagnoses) {
    if (diagnoses.length === 0)
        return 'No function was found.';
    const ready = diagnoses.filter(_diagnose_js__WEBPACK_IMPORTED_MODULE_3__/* .isReady */ .i_).length;
    const callers = diagnoses.flatMap((each) => each.callers);
    const unqualified = callers.filter(({ caller }) => caller.reach.kind === 'unqualified').length;
    return `${(0,_advice_js__WEBPACK_IMPORTED_MODULE_0__/* .count */ .U)(diagnoses.length, 'function')}, ${ready} ready for gradual releases. ${(0,_advice_js__WEBPACK_IMPORTED_MODULE_0__/* .count */ .U)(callers.length, 'caller')}, ${unqualified} without a version or an alias.`;
}
function functionText(diagnosis) {
    const { fact, callers, aliases, ways } = diagnosis;
    const { mode, today, change, care } = (0,_advice_js__WEBPACK_IMPORTED_MODULE_0__/* .adviseOn */ .m)(diagnosis);
    const tool = fact.tool ? `${TOOLS[fact.tool]}, ` : '';
    const name = fact.name !== undefined && fact.name !== fact.label ? ` = ${fact.name}` : '';
    const state = (0,_diagnose_js__WEBPACK_IMPORTED_MODULE_3__/* .isReady */ .i_)(diagnosis) ? 'ready' : 'to change';
    const versions = aliases.map((each) => `${each.name}${each.version === undefined ? '' : ` → ${each.version}`}${each.splitTo === undefined ? '' : ` and ${each.splitTo}`}`);
    return [
        ...wrapped(`${fact.label}${name} (${tool}${fact.where}): ${state}`, 0),
        ...callerTable(callers),
        ...(versions.length > 0 ? labelled('Aliases', versions.join(', ')) : []),
        ...labelled('Mode', mode),
        ...labelled('Today', today),
        ...change.flatMap((step, i) => labelled(i === 0 ? 'Change' : '', step)),
        ...(change.length > 0 ? [`  ${' '.repeat(LABEL)}${(0,_reach_words_js__WEBPACK_IMPORTED_MODULE_1__/* .linkTo */ .uM)(ways)}`] : []),
        ...care.flatMap((each) => labelled('Care', each)),
    ];
}
const HEAD = ['caller', 'through', 'reaches it by', 'gets new code'];
const GAP = '  ';
function callerTable(callers) {
    if (callers.length === 0)
        return [];
    const rows = callers.map(({ caller, isMoved }) => [
        caller.label,
        caller.through,
        (0,_reach_words_js__WEBPACK_IMPORTED_MODULE_1__/* .describeReach */ .Lo)(caller.reach),
        (0,_reach_words_js__WEBPACK_IMPORTED_MODULE_1__/* .describeToday */ .vX)(caller.reach, isMoved),
    ]);
    const table = [HEAD, ...rows];
    const widths = fittingWidths(HEAD.map((_, i) => Math.max(...table.map((row) => row[i]?.length ?? 0))));
    return table.map((row) => `${GAP}${row.map((cell, i) => fitted(cell, widths[i] ?? 0)).join(GAP)}`.trimEnd());
}
/** The widest columns give way first. */
function fittingWidths(wanted) {
    const widths = [...wanted];
    const room = WIDTH - GAP.length * widths.length;
    let over = widths.reduce((sum, width) => sum + width, 0) - room;
    for (; over > 0; over--) {
        const widest = widths.indexOf(Math.max(...widths));
        widths[widest] = (widths[widest] ?? 0) - 1;
    }
    return widths;
}
function fitted(text, width) {
    return text.length > width ? `${text.slice(0, width - 1)}…` : text.padEnd(width);
}
function labelled(label, text) {
    const [first = '', ...rest] = wrapped(text, LABEL + 2);
    return [`  ${label.padEnd(LABEL)}${first.trimStart()}`, ...rest];
}
function listText(title, items) {
    if (items.length === 0)
        return [];
    return ['', `${title}:`, ...items.flatMap((item) => bulleted(item))];
}
function bulleted(item) {
    const [first = '', ...rest] = wrapped(item, 4);
    return [`  - ${first.trimStart()}`, ...rest];
}
/** Lines of at most 100 columns, broken at spaces. A longer word, such as an ARN, stays whole. */
function wrapped(text, indent) {
    const lines = [];
    let line = '';
    for (const word of text.split(/\s+/)) {
        if (line !== '' && indent + line.length + 1 + word.length > WIDTH) {
            lines.push(' '.repeat(indent) + line);
            line = word;
        }
        else
            line = line === '' ? word : `${line} ${word}`;
    }
    return [...lines, ' '.repeat(indent) + line];
}


/***/ }),

/***/ 48342:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ readDefinition)
/* harmony export */ });
/* harmony import */ var _templates_tree_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(63174);
// The functions that an OpenAPI definition calls, by API Gateway's extensions (API Gateway developer guide,
// "OpenAPI extensions").

/** Every integration and authorizer of a definition. */
function readDefinition(definition, add) {
    for (const [path, methods] of (0,_templates_tree_js__WEBPACK_IMPORTED_MODULE_0__/* .mapAt */ .SC)(definition, 'paths')) {
        if ((0,_templates_tree_js__WEBPACK_IMPORTED_MODULE_0__/* .isMap */ .jh)(methods))
            readMethods(path, methods, add);
    }
    const schemes = [
        ...(0,_templates_tree_js__WEBPACK_IMPORTED_MODULE_0__/* .mapAt */ .SC)((0,_templates_tree_js__WEBPACK_IMPORTED_MODULE_0__/* .mapAt */ .SC)(definition, 'components'), 'securitySchemes'),
        ...(0,_templates_tree_js__WEBPACK_IMPORTED_MODULE_0__/* .mapAt */ .SC)(definition, 'securityDefinitions'),
    ];
    for (const [name, scheme] of schemes) {
        if (!(0,_templates_tree_js__WEBPACK_IMPORTED_MODULE_0__/* .isMap */ .jh)(scheme))
            continue;
        const uri = (0,_templates_tree_js__WEBPACK_IMPORTED_MODULE_0__/* .mapAt */ .SC)(scheme, 'x-amazon-apigateway-authorizer').get('authorizerUri');
        if (uri !== undefined)
            add(`authorizer ${name}`, uri);
    }
}
const METHOD = /^(get|put|post|delete|options|head|patch|trace)$/i;
const ANY_METHOD = 'x-amazon-apigateway-any-method';
function readMethods(path, methods, add) {
    for (const [method, operation] of methods) {
        if (!(0,_templates_tree_js__WEBPACK_IMPORTED_MODULE_0__/* .isMap */ .jh)(operation) || !(METHOD.test(method) || method === ANY_METHOD))
            continue;
        const name = method === ANY_METHOD ? 'ANY' : method.toUpperCase();
        const uri = (0,_templates_tree_js__WEBPACK_IMPORTED_MODULE_0__/* .mapAt */ .SC)(operation, 'x-amazon-apigateway-integration').get('uri');
        if (uri !== undefined)
            add(`${name} ${path}`, uri);
    }
}


/***/ }),

/***/ 77963:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A7: () => (/* binding */ addCall),
/* harmony export */   DF: () => (/* binding */ variablesIn),
/* harmony export */   MV: () => (/* binding */ readPlainResources),
/* harmony export */   hI: () => (/* binding */ sourceWords)
/* harmony export */ });
/* harmony import */ var _templates_tree_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(63174);
/* harmony import */ var _callee_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(43026);
/* harmony import */ var _openapi_calls_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(48342);
/* harmony import */ var _template_scope_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(93163);
// What calls functions in CloudFormation's own resources, and in OpenAPI definitions within them.




/** Adds a caller. One of no function is none; one that is not understood is a problem. */
function addCall({ file, index, found }, call, called, variables = {}) {
    const text = (0,_template_scope_js__WEBPACK_IMPORTED_MODULE_2__/* .symbolic */ .fv)(called, file);
    const callee = (0,_callee_js__WEBPACK_IMPORTED_MODULE_3__/* .calleeOf */ .ow)(text, index.lookup(file, variables));
    const where = file.path;
    if (callee.kind === 'function') {
        const { functionId, reach } = callee;
        const [label, through] = [(0,_template_scope_js__WEBPACK_IMPORTED_MODULE_2__/* .plainText */ .wh)(call.label), (0,_template_scope_js__WEBPACK_IMPORTED_MODULE_2__/* .plainText */ .wh)(call.through)];
        found.callers.push({ ...call, label, through, functionId, reach, where });
    }
    else if (callee.kind !== 'elsewhere') {
        found.problems.push(`${file.path}: ${call.label}: ${whyNotPlaced(callee)}`);
    }
}
function whyNotPlaced(callee) {
    return callee.kind === 'other'
        ? `it calls the function ${(0,_callee_js__WEBPACK_IMPORTED_MODULE_3__/* .shown */ .SP)(callee.name)}, which is not in these files`
        : `it is not known what it calls: ${callee.why}`;
}
function readPlainResources(reading) {
    const resources = (0,_template_scope_js__WEBPACK_IMPORTED_MODULE_2__/* .resourcesOf */ .F3)(reading.file);
    const apis = apisOf(reading.file, resources);
    for (const resource of resources)
        READERS[resource.type]?.(resource, { ...reading, apis });
}
const REST_API = 'AWS::ApiGateway::RestApi';
const V2_API = 'AWS::ApiGatewayV2::Api';
function apisOf(file, resources) {
    const paths = pathsOf(file, resources);
    return new Map(resources
        .filter(({ type }) => type === REST_API || type === V2_API)
        .map(({ id, properties }) => {
        const stages = resources
            .filter(({ type }) => type.startsWith('AWS::ApiGateway') && type.endsWith('::Stage'))
            .filter((stage) => apiIn(stage.properties, file) === id)
            .map((stage) => ({
            name: (0,_template_scope_js__WEBPACK_IMPORTED_MODULE_2__/* .symbolic */ .fv)(stage.properties.get('StageName'), file),
            variables: variablesIn(stage.properties, file),
        }));
        const name = (0,_template_scope_js__WEBPACK_IMPORTED_MODULE_2__/* .symbolic */ .fv)(properties.get('Name'), file);
        // A name that a variable makes says less than the logical ID.
        const label = /^[\w .-]+$/.test(name) ? name : id;
        return [id, { label, stages, paths }];
    }));
}
function variablesIn(properties, file) {
    const entries = [...(0,_templates_tree_js__WEBPACK_IMPORTED_MODULE_0__/* .mapAt */ .SC)(properties, 'Variables'), ...(0,_templates_tree_js__WEBPACK_IMPORTED_MODULE_0__/* .mapAt */ .SC)(properties, 'StageVariables')];
    return Object.fromEntries(entries.map(([name, value]) => [name, (0,_template_scope_js__WEBPACK_IMPORTED_MODULE_2__/* .symbolic */ .fv)(value, file)]));
}
/** The logical ID of the API that a resource belongs to. */
function apiIn(properties, file) {
    return referred(properties.get('RestApiId') ?? properties.get('ApiId'), file);
}
/** The logical ID that a value refers to; empty if it is no reference. */
function referred(tree, file) {
    return /\uE000([^.\uE001]*)/.exec((0,_template_scope_js__WEBPACK_IMPORTED_MODULE_2__/* .symbolic */ .fv)(tree, file))?.[1] ?? '';
}
function pathsOf(file, resources) {
    const parts = new Map(resources
        .filter(({ type }) => type === 'AWS::ApiGateway::Resource')
        .map(({ id, properties }) => [id, properties]));
    const pathOf = (id, depth = 0) => {
        const properties = parts.get(id);
        if (!properties || depth > parts.size)
            return '';
        const parent = pathOf(referred(properties.get('ParentId'), file), depth + 1);
        return `${parent}/${(0,_template_scope_js__WEBPACK_IMPORTED_MODULE_2__/* .symbolic */ .fv)(properties.get('PathPart'), file)}`;
    };
    return new Map([...parts.keys()].map((id) => [id, pathOf(id)]));
}
const READERS = {
    [REST_API]: readBody('rest'),
    [V2_API]: readBody('http'),
    'AWS::ApiGateway::Method': (resource, reading) => {
        const { properties } = resource;
        const { apis, file } = reading;
        const api = apis.get(apiIn(properties, file));
        const path = api?.paths.get(referred(properties.get('ResourceId'), file)) || '/';
        const label = `${(0,_template_scope_js__WEBPACK_IMPORTED_MODULE_2__/* .symbolic */ .fv)(properties.get('HttpMethod'), file)} ${path}`;
        const uri = (0,_templates_tree_js__WEBPACK_IMPORTED_MODULE_0__/* .mapAt */ .SC)(properties, 'Integration').get('Uri');
        inStages(reading, { front: 'rest', label, api: apiIn(properties, file) }, uri);
    },
    'AWS::ApiGateway::Authorizer': (resource, reading) => {
        const { properties } = resource;
        const label = `authorizer ${(0,_templates_tree_js__WEBPACK_IMPORTED_MODULE_0__/* .textAt */ .$6)(properties, 'Name') ?? resource.id}`;
        const api = apiIn(properties, reading.file);
        inStages(reading, { front: 'rest', label, api }, properties.get('AuthorizerUri'));
    },
    'AWS::ApiGatewayV2::Integration': readV2Integration,
    'AWS::ApiGatewayV2::Authorizer': ({ id, properties }, reading) => {
        const label = `authorizer ${(0,_templates_tree_js__WEBPACK_IMPORTED_MODULE_0__/* .textAt */ .$6)(properties, 'Name') ?? id}`;
        const api = apiIn(properties, reading.file);
        inStages(reading, { front: 'http', label, api }, properties.get('AuthorizerUri'));
    },
    'AWS::Lambda::Url': ({ properties }, reading) => {
        const qualifier = properties.get('Qualifier');
        const called = withQualifier(properties.get('TargetFunctionArn'), qualifier, reading);
        addName(reading, { front: 'url', label: 'function URL', through: '' }, called);
    },
    'AWS::Lambda::EventSourceMapping': ({ id, properties }, reading) => {
        const source = sourceWords((0,_template_scope_js__WEBPACK_IMPORTED_MODULE_2__/* .symbolic */ .fv)(properties.get('EventSourceArn'), reading.file)) || id;
        const call = { front: 'source', label: `event source ${source}`, through: '' };
        addName(reading, call, (0,_template_scope_js__WEBPACK_IMPORTED_MODULE_2__/* .symbolic */ .fv)(properties.get('FunctionName'), reading.file));
    },
    'AWS::Lambda::Permission': readPermission,
    'AWS::Events::Rule': ({ id, properties }, reading) => {
        const targets = properties.get('Targets');
        for (const target of (0,_templates_tree_js__WEBPACK_IMPORTED_MODULE_0__/* .isList */ .Lv)(targets) ? targets : []) {
            const arn = (0,_templates_tree_js__WEBPACK_IMPORTED_MODULE_0__/* .isMap */ .jh)(target) ? (0,_template_scope_js__WEBPACK_IMPORTED_MODULE_2__/* .symbolic */ .fv)(target.get('Arn'), reading.file) : '';
            addName(reading, { front: 'other', label: `rule ${id}`, through: '' }, arn);
        }
    },
    'AWS::SNS::Subscription': ({ properties }, reading) => {
        if ((0,_templates_tree_js__WEBPACK_IMPORTED_MODULE_0__/* .textAt */ .$6)(properties, 'Protocol') !== 'lambda')
            return;
        const label = `sns ${sourceWords((0,_template_scope_js__WEBPACK_IMPORTED_MODULE_2__/* .symbolic */ .fv)(properties.get('TopicArn'), reading.file))}`;
        const call = { front: 'other', label, through: '' };
        addName(reading, call, (0,_template_scope_js__WEBPACK_IMPORTED_MODULE_2__/* .symbolic */ .fv)(properties.get('Endpoint'), reading.file));
    },
    'AWS::Scheduler::Schedule': ({ id, properties }, reading) => {
        const call = { front: 'other', label: `schedule ${id}`, through: '' };
        addName(reading, call, (0,_template_scope_js__WEBPACK_IMPORTED_MODULE_2__/* .symbolic */ .fv)((0,_templates_tree_js__WEBPACK_IMPORTED_MODULE_0__/* .mapAt */ .SC)(properties, 'Target').get('Arn'), reading.file));
    },
    'AWS::AppSync::DataSource': ({ id, properties }, reading) => {
        const call = { front: 'other', label: `AppSync data source ${id}`, through: '' };
        const called = (0,_templates_tree_js__WEBPACK_IMPORTED_MODULE_0__/* .mapAt */ .SC)(properties, 'LambdaConfig').get('LambdaFunctionArn');
        addName(reading, call, (0,_template_scope_js__WEBPACK_IMPORTED_MODULE_2__/* .symbolic */ .fv)(called, reading.file));
    },
};
/** Where a function may also be given by its bare name. */
function addName(reading, call, called) {
    if (called === '')
        return;
    addCall(reading, call, asFunctionArn(called));
}
/** A bare name in the form that is read everywhere. */
function asFunctionArn(called) {
    return /^[\w-]+(:[\w$-]+)?$/.test(called) ? `arn:aws:lambda:::function:${called}` : called;
}
function withQualifier(called, qualifier, { file }) {
    const name = (0,_template_scope_js__WEBPACK_IMPORTED_MODULE_2__/* .symbolic */ .fv)(called, file);
    const suffix = (0,_template_scope_js__WEBPACK_IMPORTED_MODULE_2__/* .symbolic */ .fv)(qualifier, file);
    return suffix === '' ? name : `${asFunctionArn(name)}:${suffix}`;
}
/** An ARN's last part, for a sentence. */
function sourceWords(arn) {
    const reference = /\uE000([^.\uE001]*)/.exec(arn)?.[1];
    return reference ?? arn.split(/[:/]/).at(-1) ?? '';
}
/** Once for each stage, since its variables may differ; once if there is no stage. */
function inStages(reading, { front, label, api }, called) {
    const { stages = [], label: name = api } = reading.apis.get(api) ?? {};
    const each = stages.length > 0 ? stages : [{ name: '', variables: {} }];
    for (const stage of each) {
        const through = `${front === 'rest' ? 'REST' : front === 'http' ? 'HTTP' : 'WebSocket'} ${name}${stage.name === '' ? '' : `/${stage.name}`}`;
        const released = { api, name: stage.name || undefined };
        const call = { front, label, through, ...(front === 'rest' && { stage: released }) };
        addCall(reading, call, called, stage.variables);
    }
}
function readV2Integration({ id, properties }, reading) {
    const { file } = reading;
    const resources = (0,_template_scope_js__WEBPACK_IMPORTED_MODULE_2__/* .resourcesOf */ .F3)(file);
    const api = apiIn(properties, file);
    const routes = resources
        .filter(({ type }) => type === 'AWS::ApiGatewayV2::Route')
        .filter((route) => (0,_template_scope_js__WEBPACK_IMPORTED_MODULE_2__/* .symbolic */ .fv)(route.properties.get('Target'), file).includes(`\uE000${id}\uE001`))
        .map((route) => (0,_template_scope_js__WEBPACK_IMPORTED_MODULE_2__/* .symbolic */ .fv)(route.properties.get('RouteKey'), file));
    const definition = resources.find((each) => each.id === api);
    const isSocket = definition && (0,_templates_tree_js__WEBPACK_IMPORTED_MODULE_0__/* .textAt */ .$6)(definition.properties, 'ProtocolType') === 'WEBSOCKET';
    const front = isSocket ? 'websocket' : 'http';
    for (const label of routes.length > 0 ? routes : [`integration ${id}`]) {
        inStages(reading, { front, label, api }, properties.get('IntegrationUri'));
    }
}
/** Services whose own resources say what they call. */
const READ_FROM_ITSELF = /^(apigateway|events|sns)\./;
/** Services that call a function by a permission, and whose resources are not read. */
function readPermission({ properties }, reading) {
    const { file } = reading;
    const principal = (0,_template_scope_js__WEBPACK_IMPORTED_MODULE_2__/* .symbolic */ .fv)(properties.get('Principal'), file);
    const action = (0,_template_scope_js__WEBPACK_IMPORTED_MODULE_2__/* .symbolic */ .fv)(properties.get('Action'), file);
    const isRead = READ_FROM_ITSELF.test(principal) || action === 'lambda:InvokeFunctionUrl';
    if (isRead || !/\.amazonaws\.com/.test(principal))
        return;
    const source = sourceWords((0,_template_scope_js__WEBPACK_IMPORTED_MODULE_2__/* .symbolic */ .fv)(properties.get('SourceArn'), file));
    const label = `${principal.split('.')[0]}${source === '' ? '' : ` ${source}`}`;
    const called = (0,_template_scope_js__WEBPACK_IMPORTED_MODULE_2__/* .symbolic */ .fv)(properties.get('FunctionName'), file);
    addName(reading, { front: 'other', label, through: '' }, called);
}
function readBody(front) {
    return ({ id, properties }, reading) => {
        if (properties.has('BodyS3Location')) {
            reading.found.notes.push(`${reading.file.path}: the definition of ${id} is in S3, which is not read`);
        }
        const body = properties.get('Body');
        if (!(0,_templates_tree_js__WEBPACK_IMPORTED_MODULE_0__/* .isMap */ .jh)(body))
            return;
        (0,_openapi_calls_js__WEBPACK_IMPORTED_MODULE_1__/* .readDefinition */ .U)(body, (label, uri) => inStages(reading, { front, label, api: id }, uri));
    };
}


/***/ }),

/***/ 93163:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F3: () => (/* binding */ resourcesOf),
/* harmony export */   FG: () => (/* binding */ whyUnknown),
/* harmony export */   Zp: () => (/* binding */ unknownBecause),
/* harmony export */   fv: () => (/* binding */ symbolic),
/* harmony export */   wh: () => (/* binding */ plainText)
/* harmony export */ });
/* harmony import */ var _templates_intrinsic_call_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(19724);
/* harmony import */ var _templates_tree_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(63174);
/* harmony import */ var _callee_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(43026);
// A template's values as text. A reference to a resource stays a reference, because only CloudFormation knows what it
// becomes; what cannot be known at all becomes a reference that says why.



/** Before a reason: no logical ID begins so. */
const UNKNOWN = '?';
/** Before what only CloudFormation knows, such as the name of the stack: a name with it is not known. */
const PSEUDO = '\uE002';
/** A text for people. */
function plainText(text) {
    return text.replaceAll(PSEUDO, '');
}
/** A reference that says why it leads nowhere. */
function unknownBecause(why) {
    return (0,_callee_js__WEBPACK_IMPORTED_MODULE_1__/* .referenceTo */ .Po)(`${UNKNOWN}${why}`);
}
/** The reason in such a reference; `undefined`: it is another. */
function whyUnknown(path) {
    return path.startsWith(UNKNOWN) ? path.slice(UNKNOWN.length) : undefined;
}
/** The value as text; a list or a map has none. */
function symbolic(tree, file) {
    if (tree === undefined || (0,_templates_tree_js__WEBPACK_IMPORTED_MODULE_0__/* .isList */ .Lv)(tree))
        return '';
    if (!(0,_templates_tree_js__WEBPACK_IMPORTED_MODULE_0__/* .isMap */ .jh)(tree))
        return tree;
    const call = (0,_templates_intrinsic_call_js__WEBPACK_IMPORTED_MODULE_2__/* .intrinsicOf */ .j)(tree);
    if (!call)
        return '';
    return FORMS[call.name]?.(call.argument, file) ?? unknownBecause(`${call.name} is not resolved`);
}
const FORMS = {
    Ref: (argument, file) => (typeof argument === 'string' ? refer(argument, file) : ''),
    'Fn::GetAtt': (argument) => (0,_callee_js__WEBPACK_IMPORTED_MODULE_1__/* .referenceTo */ .Po)((0,_templates_tree_js__WEBPACK_IMPORTED_MODULE_0__/* .isList */ .Lv)(argument) ? argument.join('.') : String(argument)),
    'Fn::Sub': substitute,
    'Fn::Join': (argument, file) => {
        const [delimiter = '', items] = (0,_templates_tree_js__WEBPACK_IMPORTED_MODULE_0__/* .isList */ .Lv)(argument) ? argument : [];
        const parts = (0,_templates_tree_js__WEBPACK_IMPORTED_MODULE_0__/* .isList */ .Lv)(items) ? items.map((item) => symbolic(item, file)) : [];
        return parts.join(typeof delimiter === 'string' ? delimiter : '');
    },
    'Fn::If': (argument, file) => {
        const [condition = '', ...both] = (0,_templates_tree_js__WEBPACK_IMPORTED_MODULE_0__/* .isList */ .Lv)(argument) ? argument : [];
        const [yes, no] = both.map((each) => symbolic(each, file));
        if (yes !== undefined && yes === no)
            return yes;
        return unknownBecause(`it depends on the condition "${String(condition)}"`);
    },
    'Fn::ImportValue': (argument, file) => unknownBecause(`it is exported by another stack, as "${symbolic(argument, file)}"`),
};
function substitute(argument, file) {
    const [pattern, own] = (0,_templates_tree_js__WEBPACK_IMPORTED_MODULE_0__/* .isList */ .Lv)(argument) ? argument : [argument];
    if (typeof pattern !== 'string')
        return '';
    return pattern.replace(/\$\{(!?)\s*([^}]*?)\s*\}/g, (_, literal, name) => {
        if (literal !== '')
            return `\${${name}}`;
        const given = (0,_templates_tree_js__WEBPACK_IMPORTED_MODULE_0__/* .isMap */ .jh)(own) ? own.get(name) : undefined;
        if (given !== undefined)
            return symbolic(given, file);
        return name.includes('.') ? (0,_callee_js__WEBPACK_IMPORTED_MODULE_1__/* .referenceTo */ .Po)(name) : refer(name, file);
    });
}
function refer(name, { template, parameters }) {
    if (name.startsWith('AWS::'))
        return `${PSEUDO}${name.slice('AWS::'.length)}`;
    const parameter = (0,_templates_tree_js__WEBPACK_IMPORTED_MODULE_0__/* .mapAt */ .SC)(template, 'Parameters').get(name);
    if (!(0,_templates_tree_js__WEBPACK_IMPORTED_MODULE_0__/* .isMap */ .jh)(parameter))
        return (0,_callee_js__WEBPACK_IMPORTED_MODULE_1__/* .referenceTo */ .Po)(name);
    const passed = parameters.get(name) ?? (0,_templates_tree_js__WEBPACK_IMPORTED_MODULE_0__/* .textAt */ .$6)(parameter, 'Default');
    return passed ?? unknownBecause(`the parameter "${name}" has no default`);
}
/** The resources of a template, without those that are not written as maps. */
function resourcesOf({ template }) {
    return [...(0,_templates_tree_js__WEBPACK_IMPORTED_MODULE_0__/* .mapAt */ .SC)(template, 'Resources')].flatMap(([id, body]) => (0,_templates_tree_js__WEBPACK_IMPORTED_MODULE_0__/* .isMap */ .jh)(body)
        ? [{ id, type: (0,_templates_tree_js__WEBPACK_IMPORTED_MODULE_0__/* .textAt */ .$6)(body, 'Type') ?? '', body, properties: (0,_templates_tree_js__WEBPACK_IMPORTED_MODULE_0__/* .mapAt */ .SC)(body, 'Properties') }]
        : []);
}


/***/ }),

/***/ 34691:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  z: () => (/* binding */ parseHcl)
});

// EXTERNAL MODULE: ./build/base/errors.js + 1 modules
var errors = __webpack_require__(76031);
// EXTERNAL MODULE: ./build/base/quote.js
var quote = __webpack_require__(73636);
;// CONCATENATED MODULE: ./build/hcl/hcl-cursor.js
// A place in a text of Terraform's language, and the steps over its smallest parts (HCL native syntax specification,
// "Lexical elements").


const MAX_DEPTH = 100;
function cursorAt(path, text, at = 0) {
    return { path, text, at, inner: 0, depth: 0 };
}
function lineAt(text, offset) {
    let line = 1;
    for (let i = text.indexOf('\n'); i >= 0 && i < offset; i = text.indexOf('\n', i + 1))
        line++;
    return line;
}
/** What is not understood, with the line that it stands in. */
function refuse(cursor, expected) {
    const { path, text, at } = cursor;
    const rest = text.slice(at, at + 40).split('\n')[0] ?? '';
    const found = at >= text.length ? 'the file ends' : rest === '' ? 'the line ends' : (0,quote/* quote */.h)(rest);
    throw new errors/* KnownError */.E(`${path}:${lineAt(text, at)}: ${found}; expected ${expected}`);
}
/** Goes one level down for a call. */
function deeper(cursor, read) {
    cursor.depth += 1;
    if (cursor.depth > MAX_DEPTH)
        refuse(cursor, `at most ${MAX_DEPTH} levels`);
    const value = read();
    cursor.depth -= 1;
    return value;
}
/** Within brackets, lines do not end anything. */
function within(cursor, read) {
    cursor.inner += 1;
    const value = read();
    cursor.inner -= 1;
    return value;
}
const SPACE = /[ \t\r]+|#[^\n]*|\/\/[^\n]*|\/\*[\s\S]*?\*\//y;
const SPACE_AND_LINES = /\s+|#[^\n]*|\/\/[^\n]*|\/\*[\s\S]*?\*\//y;
function skipSpace(cursor, lines = cursor.inner > 0) {
    const pattern = lines ? SPACE_AND_LINES : SPACE;
    while (match(cursor, pattern) !== undefined)
        ;
}
/** Takes what a sticky pattern finds here. */
function match(cursor, pattern) {
    pattern.lastIndex = cursor.at;
    const [found] = pattern.exec(cursor.text) ?? [];
    if (found === undefined || found === '')
        return undefined;
    cursor.at += found.length;
    return found;
}
/** Takes this text, if it comes next; else stays in place. */
function take(cursor, text) {
    const before = cursor.at;
    skipSpace(cursor);
    const isNext = cursor.text.startsWith(text, cursor.at);
    cursor.at = isNext ? cursor.at + text.length : before;
    return isNext;
}
function expect(cursor, text) {
    if (take(cursor, text))
        return;
    skipSpace(cursor);
    refuse(cursor, (0,quote/* quote */.h)(text));
}
const NAME = /[\p{L}_][\p{L}\p{N}_-]*/uy;
function takeName(cursor) {
    skipSpace(cursor);
    return match(cursor, NAME);
}

;// CONCATENATED MODULE: ./build/hcl/hcl-templates.js
// Strings and heredocs of Terraform's language, with what they interpolate (HCL native syntax specification,
// "Template expressions").

const ESCAPES = {
    ...{ n: '\n', r: '\r', t: '\t', '"': '"', '\\': '\\' },
};
const LITERAL = /(?:[^"\\$%\n]|\$(?!\$?\{)|%(?!%?\{))+/y;
const ESCAPED_MARK = /\$\$\{|%%\{/y;
const UNICODE = /u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}/y;
/** After the opening quote. */
function readQuoted(cursor, read) {
    const parts = [];
    for (;;) {
        const literal = match(cursor, ESCAPED_MARK)?.slice(1) ?? match(cursor, LITERAL);
        if (literal !== undefined)
            parts.push({ kind: 'text', text: literal });
        else if (cursor.text[cursor.at] === '"')
            break;
        else if (cursor.text[cursor.at] === '\\')
            parts.push(readEscape(cursor));
        else if (!readMark(cursor, parts, read))
            refuse(cursor, 'the closing quote of a string');
    }
    cursor.at += 1;
    return joinParts(parts);
}
function readEscape(cursor) {
    cursor.at += 1;
    const code = match(cursor, UNICODE);
    if (code !== undefined) {
        return { kind: 'text', text: String.fromCodePoint(Number.parseInt(code.slice(1), 16)) };
    }
    const text = ESCAPES[cursor.text[cursor.at] ?? ''];
    if (text === undefined)
        refuse(cursor, 'an escape such as \\n or \\"');
    cursor.at += 1;
    return { kind: 'text', text };
}
/** `${…}`, or a directive `%{…}`, whose effect is not known. */
function readMark(cursor, parts, read) {
    const mark = cursor.text.slice(cursor.at, cursor.at + 2);
    if (mark !== '${' && mark !== '%{')
        return false;
    cursor.at += 2;
    if (cursor.text[cursor.at] === '~')
        cursor.at += 1;
    if (mark === '%{') {
        const end = cursor.text.indexOf('}', cursor.at);
        if (end < 0)
            refuse(cursor, '"}"');
        cursor.at = end + 1;
        parts.push({ kind: 'operation', what: 'a directive %{…}' });
        return true;
    }
    parts.push(within(cursor, () => read(cursor)));
    skipSpace(cursor, true);
    if (cursor.text[cursor.at] === '~')
        cursor.at += 1;
    if (cursor.text[cursor.at] !== '}')
        refuse(cursor, '"}"');
    cursor.at += 1;
    return true;
}
const HEREDOC = /<<(-?)([\p{L}_][\p{L}\p{N}_-]*)\r?\n/uy;
const HEREDOC_LITERAL = /(?:[^$%]|\$(?!\$?\{)|%(?!%?\{))+/y;
/** `undefined`: there is none here. */
function readHeredoc(cursor, read, inside) {
    HEREDOC.lastIndex = cursor.at;
    const [opening, , word = ''] = HEREDOC.exec(cursor.text) ?? [];
    if (opening === undefined)
        return undefined;
    const begin = cursor.at + opening.length;
    const closing = closingLine(cursor.text, begin, word);
    if (!closing)
        refuse(cursor, `a line ${word} that ends the heredoc`);
    const { start: end } = closing;
    // The same text, cut at its end, so that lines stay those of the file.
    const inner = inside(cursor.text.slice(0, end), begin);
    const parts = [];
    while (inner.at < end) {
        const literal = match(inner, ESCAPED_MARK)?.slice(1) ?? match(inner, HEREDOC_LITERAL);
        if (literal !== undefined)
            parts.push({ kind: 'text', text: literal });
        else if (!readMark(inner, parts, read))
            refuse(inner, 'text');
    }
    // The line break after the closing word ends the attribute.
    cursor.at = closing.end;
    return joinParts(parts);
}
/** The line with this word alone; its end is before the line break. */
function closingLine(text, begin, word) {
    for (let start = begin; start <= text.length;) {
        const next = text.indexOf('\n', start);
        const stop = next < 0 ? text.length : next;
        const line = text.slice(start, stop);
        if (line.trim() === word)
            return { start, end: start + line.trimEnd().length };
        if (next < 0)
            return undefined;
        start = next + 1;
    }
    return undefined;
}
function joinParts(parts) {
    const joined = [];
    for (const part of parts) {
        const last = joined.at(-1);
        if (part.kind === 'text' && last?.kind === 'text') {
            joined[joined.length - 1] = { kind: 'text', text: last.text + part.text };
        }
        else
            joined.push(part);
    }
    const [first, another] = joined;
    if (!first)
        return { kind: 'text', text: '' };
    // `"${x}"` is x itself.
    return another ? { kind: 'template', parts: joined } : first;
}

;// CONCATENATED MODULE: ./build/hcl/hcl-expressions.js
// Expressions of Terraform's language (HCL native syntax specification, "Expressions"). Operators are recognized, and
// their values are not computed.


function readExpression(cursor) {
    return deeper(cursor, () => {
        const left = readOperation(cursor);
        if (!take(cursor, '?'))
            return left;
        // A conditional may go on in the next line.
        return within(cursor, () => {
            const yes = readExpression(cursor);
            expect(cursor, ':');
            return { kind: 'conditional', test: left, yes, no: readExpression(cursor) };
        });
    });
}
const OPERATOR = /==|!=|<=|>=|&&|\|\||[<>+*/%-]/y;
function readOperation(cursor) {
    const first = readUnary(cursor);
    const operator = takeOperator(cursor);
    if (operator === undefined)
        return first;
    do
        readUnary(cursor);
    while (takeOperator(cursor) !== undefined);
    return { kind: 'operation', what: `an operation with ${operator}` };
}
/** Stays in place if there is none. */
function takeOperator(cursor) {
    const before = cursor.at;
    skipSpace(cursor);
    const operator = match(cursor, OPERATOR);
    if (operator === undefined)
        cursor.at = before;
    return operator;
}
function readUnary(cursor) {
    skipSpace(cursor);
    const sign = match(cursor, /[!-]/y);
    const value = readPart(cursor);
    if (sign === undefined)
        return value;
    return value.kind === 'text' && sign === '-'
        ? { kind: 'text', text: `-${value.text}` }
        : { kind: 'operation', what: `an operation with ${sign}` };
}
/** A value, and the steps into it. */
function readPart(cursor) {
    const base = readValue(cursor);
    const steps = readSteps(cursor);
    if (steps.length === 0)
        return base;
    if (base.kind === 'traversal')
        return { ...base, steps: [...base.steps, ...steps] };
    return { kind: 'part', of: base, steps };
}
const NUMBER = /\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
function readValue(cursor) {
    skipSpace(cursor);
    const number = match(cursor, NUMBER);
    if (number !== undefined)
        return { kind: 'text', text: number };
    const heredoc = readHeredoc(cursor, readExpression, (text, at) => cursorAt(cursor.path, text, at));
    if (heredoc)
        return heredoc;
    if (take(cursor, '"'))
        return readQuoted(cursor, readExpression);
    if (take(cursor, '(')) {
        const value = within(cursor, () => readExpression(cursor));
        closeWith(cursor, ')');
        return value;
    }
    if (take(cursor, '['))
        return readList(cursor);
    if (take(cursor, '{'))
        return readMap(cursor);
    return readNamed(cursor);
}
function readNamed(cursor) {
    const name = takeName(cursor);
    if (name === undefined)
        refuse(cursor, 'a value');
    const full = readScopedName(cursor, name);
    if (cursor.text[cursor.at] === '(') {
        cursor.at += 1;
        return { kind: 'call', name: full, args: readItems(cursor, ')') };
    }
    if (full === 'true' || full === 'false' || full === 'null')
        return { kind: 'text', text: full };
    return { kind: 'traversal', root: full, steps: [] };
}
/** `provider::aws::arn_parse`. */
function readScopedName(cursor, name) {
    let full = name;
    while (cursor.text.startsWith('::', cursor.at)) {
        cursor.at += 2;
        full += `::${takeName(cursor) ?? refuse(cursor, 'the name of a function')}`;
    }
    return full;
}
/** Up to and with the closing bracket. */
function readItems(cursor, close) {
    return within(cursor, () => {
        const items = [];
        while (!take(cursor, close)) {
            items.push(readExpression(cursor));
            take(cursor, '...');
            if (!take(cursor, ',')) {
                expect(cursor, close);
                break;
            }
        }
        return items;
    });
}
function readList(cursor) {
    const each = readFor(cursor, ']');
    return each ?? { kind: 'list', items: readItems(cursor, ']') };
}
function readMap(cursor) {
    const each = readFor(cursor, '}');
    if (each)
        return each;
    return within(cursor, () => {
        const entries = [];
        while (!take(cursor, '}')) {
            const key = readKey(cursor);
            if (!take(cursor, '=') && !take(cursor, ':'))
                refuse(cursor, '"="');
            entries.push({ key, value: readExpression(cursor) });
            take(cursor, ',');
        }
        return { kind: 'map', entries };
    });
}
/** A bare name is text here, not a reference. */
function readKey(cursor) {
    const key = readExpression(cursor);
    return key.kind === 'traversal' && key.steps.length === 0
        ? { kind: 'text', text: key.root }
        : key;
}
/** `for k, v in x : …`, after the bracket; `undefined`: something else. */
function readFor(cursor, close) {
    skipSpace(cursor, true);
    if (match(cursor, /for\b(?=\s+[\p{L}_])/uy) === undefined)
        return undefined;
    return within(cursor, () => {
        const names = [takeName(cursor) ?? refuse(cursor, 'a name')];
        if (take(cursor, ','))
            names.push(takeName(cursor) ?? refuse(cursor, 'a name'));
        if (takeName(cursor) !== 'in')
            refuse(cursor, '"in"');
        const of = readExpression(cursor);
        expect(cursor, ':');
        const first = readExpression(cursor);
        const second = take(cursor, '=>') ? readExpression(cursor) : undefined;
        take(cursor, '...');
        skipSpace(cursor);
        const isFiltered = match(cursor, /if\b/y) !== undefined;
        if (isFiltered)
            readExpression(cursor);
        expect(cursor, close);
        const [key, value] = second ? [first, second] : [undefined, first];
        return { kind: 'for', names, of, key, value, isFiltered };
    });
}
function readSteps(cursor) {
    const steps = [];
    for (;;) {
        // Within brackets, a step may stand in the next line.
        const next = cursor.text[cursor.at];
        if (next === '.' && !cursor.text.startsWith('...', cursor.at)) {
            cursor.at += 1;
            steps.push(readDotted(cursor));
        }
        else if (next === '[') {
            cursor.at += 1;
            steps.push(within(cursor, () => readIndex(cursor)));
        }
        else
            return steps;
    }
}
function readDotted(cursor) {
    if (match(cursor, /\*/y) !== undefined)
        return { kind: 'splat' };
    const number = match(cursor, /\d+/y);
    if (number !== undefined)
        return { kind: 'index', index: { kind: 'text', text: number } };
    const name = takeName(cursor);
    return name === undefined ? refuse(cursor, 'the name of an attribute') : { kind: 'name', name };
}
function readIndex(cursor) {
    if (take(cursor, '*')) {
        closeWith(cursor, ']');
        return { kind: 'splat' };
    }
    const index = readExpression(cursor);
    expect(cursor, ']');
    return { kind: 'index', index };
}
function closeWith(cursor, close) {
    skipSpace(cursor, true);
    expect(cursor, close);
}

;// CONCATENATED MODULE: ./build/hcl/hcl-parser.js
// A file of Terraform's language to blocks and attributes (HCL native syntax specification, "Structural elements").


/** Throws a `KnownError` with the line of what is not understood. */
function parseHcl(path, text) {
    const cursor = cursorAt(path, text.replace(/^\uFEFF/, ' '));
    const body = readBody(cursor);
    if (cursor.at < cursor.text.length)
        refuse(cursor, 'a block or an attribute');
    return { path, text, body };
}
/** Up to the end, or a closing brace. */
function readBody(cursor) {
    const attributes = new Map();
    const blocks = [];
    for (;;) {
        skipSpace(cursor, true);
        const start = cursor.at;
        if (start >= cursor.text.length || cursor.text[start] === '}')
            return { attributes, blocks };
        const name = takeName(cursor) ?? refuse(cursor, 'a block or an attribute');
        skipSpace(cursor);
        if (cursor.text[cursor.at] === '=' && cursor.text[cursor.at + 1] !== '=') {
            cursor.at += 1;
            const value = readExpression(cursor);
            const line = lineAt(cursor.text, start);
            attributes.set(name, { value, start, end: cursor.at, line });
            endLine(cursor);
        }
        else
            blocks.push(deeper(cursor, () => readBlock(cursor, name, start)));
    }
}
function readBlock(cursor, type, start) {
    const labels = [];
    for (;;) {
        skipSpace(cursor);
        const label = match(cursor, /"(?:[^"\\\n]|\\.)*"/y)?.slice(1, -1) ?? takeName(cursor);
        if (label === undefined)
            break;
        labels.push(label);
    }
    if (cursor.text[cursor.at] !== '{')
        refuse(cursor, '"=" or "{"');
    cursor.at += 1;
    // Within brackets of an expression there are no blocks, so lines count again.
    const body = readBody(cursor);
    if (cursor.text[cursor.at] !== '}')
        refuse(cursor, `"}" for ${type} ${labels.join(' ')}`.trim());
    const close = cursor.at;
    cursor.at += 1;
    return { type, labels, body, start, close, end: cursor.at, line: lineAt(cursor.text, start) };
}
/** An attribute ends with its line, or with the block in the same line. */
function endLine(cursor) {
    skipSpace(cursor);
    const next = cursor.text[cursor.at];
    if (next !== undefined && next !== '\n' && next !== '}')
        refuse(cursor, 'the end of the line');
}


/***/ }),

/***/ 97038:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   l: () => (/* binding */ findFiles)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76031);
/* harmony import */ var _base_quote_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(73636);
// The files of a checkout that may define infrastructure. Only names are looked at, so its size does not matter.




/** What is installed or built. `cdk.out` and `.serverless` are built too, and are read. */
const SKIPPED = new Set([
    ...['node_modules', '.git', '.terraform', '.aws-sam', '.venv', 'venv', '__pycache__', 'vendor'],
    ...['target', 'coverage', '.gradle', '.next'],
]);
const MOST_DEEP = 12;
const MOST_ENTRIES = 100_000;
/** What infrastructure is written in, and programs and scripts that make it. */
const RELEVANT = /\.(ya?ml|json|template|tf|sh)$|(?:^|\/)serverless\.(?:ts|js|mjs|cjs)$|(?:^|\/)(?:cdk\.json|Makefile|Justfile|Jenkinsfile)$/;
/** Throws a `KnownError` if there is no such folder. Links are not followed. */
function findFiles(folder) {
    const root = onDisk(folder, () => (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.realpathSync)(folder));
    if (!onDisk(folder, () => (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(root)).isDirectory()) {
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .KnownError */ .E(`${(0,_base_quote_js__WEBPACK_IMPORTED_MODULE_3__/* .quote */ .h)(folder)} is not a folder`);
    }
    const paths = [];
    const notes = [];
    let entries = 0;
    for (const { path, isLink } of within(root, '', 0)) {
        entries += 1;
        if (entries > MOST_ENTRIES) {
            notes.push(`${(0,_base_quote_js__WEBPACK_IMPORTED_MODULE_3__/* .quote */ .h)(folder)} has more than ${MOST_ENTRIES} files; the rest was not looked at`);
            break;
        }
        if (!RELEVANT.test(path))
            continue;
        if (isLink)
            notes.push(`${path} is a link, and is not followed`);
        else
            paths.push(path);
    }
    return { paths: paths.sort(), notes };
}
/** Files and links. */
function* within(root, path, depth) {
    const entries = onDisk(path, () => (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readdirSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(root, path), { withFileTypes: true }));
    for (const entry of entries) {
        const inner = path === '' ? entry.name : `${path}/${entry.name}`;
        if (entry.isSymbolicLink())
            yield { path: inner, isLink: true };
        else if (entry.isFile())
            yield { path: inner, isLink: false };
        else if (entry.isDirectory() && !SKIPPED.has(entry.name) && depth < MOST_DEEP) {
            yield* within(root, inner, depth + 1);
        }
    }
}
function onDisk(path, read) {
    try {
        return read();
    }
    catch (error) {
        const code = error.code;
        const why = code === 'ENOENT' ? 'there is no such folder' : (0,_base_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .messageOf */ .bD)(error);
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .KnownError */ .E(`${(0,_base_quote_js__WEBPACK_IMPORTED_MODULE_3__/* .quote */ .h)(path)}: ${why}`, { cause: error });
    }
}


/***/ }),

/***/ 77835:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  j: () => (/* binding */ readFolder)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/base/errors.js + 1 modules
var errors = __webpack_require__(76031);
// EXTERNAL MODULE: ./build/base/foreign-text.js
var foreign_text = __webpack_require__(56218);
// EXTERNAL MODULE: ./build/base/quote.js
var quote = __webpack_require__(73636);
;// CONCATENATED MODULE: ./build/doctor/facts.js
// What is known of functions and their callers, whether it comes from an account or from files.
const EMPTY_SURVEY = {
    ...{ functions: [], aliases: [], callers: [], movers: [], notes: [], problems: [] },
};
function joined(surveys) {
    return {
        functions: surveys.flatMap(({ functions }) => functions),
        aliases: surveys.flatMap(({ aliases }) => aliases),
        callers: surveys.flatMap(({ callers }) => callers),
        movers: surveys.flatMap(({ movers }) => movers),
        notes: surveys.flatMap(({ notes }) => notes),
        problems: surveys.flatMap(({ problems }) => problems),
    };
}

;// CONCATENATED MODULE: ./build/doctor/risky-commands.js
// Commands in scripts and workflows that move aliases or stages behind the back of a release. No template shows them.
const AT_ONCE = 'it moves aliases to the new code at once, for all users';
const RISKS = [
    // aws-cdk, hotswap of Lambda functions: it publishes a version and updates the aliases of the function.
    { command: /\bcdk\s[^\n]*--hotswap(?:-fallback)?\b/, effect: AT_ONCE },
    { command: /\bcdk\s+watch\b/, effect: AT_ONCE },
    { command: /\bsam\s+sync\b/, effect: AT_ONCE },
    // CloudFormation user guide, "Using drift-aware change sets".
    {
        command: /--revert-drift\b|\bREVERT_DRIFT\b/,
        effect: 'it sets aliases and stages back to what the template says, past every release',
    },
    {
        command: /\bterraform\b[^\n]*\sapply\b(?:\s+-\S+)*\s+["']?[\w./-]*plan[\w./-]*/,
        effect: 'a saved plan that was made before a release sets an alias back, if it changes the alias in any way',
    },
];
/** In a file of commands: what each of them does, with its line. */
function riskyCommands(path, text) {
    return text.split('\n').flatMap((line, i) => RISKS.flatMap(({ command, effect }) => {
        const found = /^\s*(#|\/\/)/.test(line) ? null : command.exec(line);
        return found ? [`${path}:${i + 1}: "${shortened(found[0])}": ${effect}`] : [];
    }));
}
function shortened(command) {
    return command.length > 60 ? `${command.slice(0, 59)}…` : command;
}

// EXTERNAL MODULE: ./build/templates/tree.js
var templates_tree = __webpack_require__(63174);
;// CONCATENATED MODULE: ./build/doctor/serverless-template.js
// serverless.yml as the template of CloudFormation that the framework makes of it, as far as callers are concerned
// (Serverless Framework 3 and 4, "AWS - Functions", "AWS - Resources", `lib/plugins/aws/lib/naming.js`).

function isServerlessFile(tree) {
    return (0,templates_tree/* isMap */.jh)(tree) && tree.has('service') && tree.has('provider');
}
/** @param path for problems */
function serverlessTemplate(path, tree) {
    const resources = new Map();
    const labels = new Map();
    const problems = [];
    const functions = tree.get('functions');
    for (const each of (0,templates_tree/* isList */.Lv)(functions) ? functions : [functions]) {
        if ((0,templates_tree/* isMap */.jh)(each)) {
            for (const [name, written] of each)
                addFunction(name, written);
        }
        else if (typeof each === 'string' && each !== '') {
            problems.push(`${path}: functions are in another file (${each}). ${PACKAGED}`);
        }
    }
    const own = resourceSections(tree, path, problems);
    for (const section of own)
        for (const [id, body] of (0,templates_tree/* mapAt */.SC)(section, 'Resources'))
            resources.set(id, body);
    for (const section of own)
        extend(resources, (0,templates_tree/* mapAt */.SC)(section, 'extensions'));
    return { template: new Map([['Resources', resources]]), labels, problems };
    function addFunction(name, written) {
        const id = `${normalize(name)}LambdaFunction`;
        labels.set(id, name);
        const body = (0,templates_tree/* isMap */.jh)(written) ? written : new Map();
        resources.set(id, resource('AWS::Lambda::Function', { FunctionName: nameOf(tree, name, body) }));
        const events = body.get('events');
        for (const event of (0,templates_tree/* isList */.Lv)(events) ? events : []) {
            for (const [id2, made] of resourcesOfEvent(name, event))
                resources.set(id2, made);
        }
        if (body.has('url') && body.get('url') !== 'false') {
            const properties = { TargetFunctionArn: arnOf(name) };
            resources.set(`${normalize(name)}LambdaFunctionUrl`, resource('AWS::Lambda::Url', properties));
        }
    }
}
const PACKAGED = 'Run "serverless package" first: its .serverless/cloudformation-template-update-stack.json is read instead';
function resource(type, properties) {
    return new Map([
        ['Type', type],
        ['Properties', new Map(Object.entries(properties))],
    ]);
}
/** `service-stage-orders`, unless it is given; empty if the stage is known only to the command that deploys. */
function nameOf(tree, name, body) {
    const given = (0,templates_tree/* textAt */.$6)(body, 'name');
    if (given !== undefined)
        return given;
    const service = (0,templates_tree/* textAt */.$6)(tree, 'service') ?? (0,templates_tree/* textAt */.$6)((0,templates_tree/* mapAt */.SC)(tree, 'service'), 'name') ?? '';
    const stage = (0,templates_tree/* textAt */.$6)((0,templates_tree/* mapAt */.SC)(tree, 'provider'), 'stage');
    return stage === undefined ? '' : `${service}-${stage}-${name}`;
}
function arnOf(name) {
    return new Map([['Fn::GetAtt', [`${normalize(name)}LambdaFunction`, 'Arn']]]);
}
/** `create-order` → `CreateDashorder`. */
function normalize(name) {
    const plain = name.replaceAll('-', 'Dash').replaceAll('_', 'Underscore');
    return plain.charAt(0).toUpperCase() + plain.slice(1);
}
function resourcesOfEvent(name, event) {
    const [type, written] = (0,templates_tree/* isMap */.jh)(event) ? ([...event][0] ?? ['', '']) : [String(event), ''];
    return EVENTS[type]?.(name, written) ?? otherEvent(name, type, written);
}
const EVENTS = {
    http: (name, written) => {
        const { method, path } = routeOf(written);
        const parts = path.split('/').filter((part) => part !== '');
        const id = parts.map(normalizePart).join('');
        const resources = parts.map((part, i) => {
            const parent = `ApiGatewayResource${parts.slice(0, i).map(normalizePart).join('')}`;
            const properties = { PathPart: part, ParentId: i === 0 ? '' : ref(parent) };
            const own = `ApiGatewayResource${parts
                .slice(0, i + 1)
                .map(normalizePart)
                .join('')}`;
            return [own, resource('AWS::ApiGateway::Resource', properties)];
        });
        const last = parts.length === 0 ? '' : ref(`ApiGatewayResource${id}`);
        const uri = new Map([['Fn::Join', ['', [LAMBDA_PATH, arnOf(name), '/invocations']]]]);
        const verb = normalize(method.toLowerCase());
        return [
            ...resources,
            [
                `ApiGatewayMethod${id}${verb}`,
                resource('AWS::ApiGateway::Method', {
                    ...{ HttpMethod: method.toUpperCase(), ResourceId: last, RestApiId: ref(REST_API) },
                    Integration: new Map([['Uri', uri]]),
                }),
            ],
            [REST_API, resource('AWS::ApiGateway::RestApi', {})],
        ];
    },
    httpApi: (name, written) => {
        const { method, path } = routeOf(written);
        const isDefault = path === '*' || method === '*';
        const key = isDefault && path === '*'
            ? '$default'
            : `${method === '*' ? 'ANY' : method.toUpperCase()} ${path}`;
        const integration = `HttpApiIntegration${normalize(name)}`;
        const target = new Map([['Fn::Join', ['/', ['integrations', ref(integration)]]]]);
        const api = { ApiId: ref(HTTP_API) };
        return [
            [integration, resource(V2_INTEGRATION, { ...api, IntegrationUri: arnOf(name) })],
            [`HttpApiRoute${name}${key}`, resource(V2_ROUTE, { ...api, RouteKey: key, Target: target })],
            [HTTP_API, resource('AWS::ApiGatewayV2::Api', { ProtocolType: 'HTTP' })],
        ];
    },
    websocket: (name, written) => {
        const route = (0,templates_tree/* isMap */.jh)(written) ? ((0,templates_tree/* textAt */.$6)(written, 'route') ?? '$default') : String(written);
        const integration = `${normalize(name)}WebsocketsIntegration`;
        const target = new Map([['Fn::Join', ['/', ['integrations', ref(integration)]]]]);
        const uri = new Map([['Fn::Join', ['', [LAMBDA_PATH, arnOf(name), '/invocations']]]]);
        const api = { ApiId: ref(SOCKET_API) };
        return [
            [integration, resource(V2_INTEGRATION, { ...api, IntegrationUri: uri })],
            [
                `WebsocketsRoute${name}${route}`,
                resource(V2_ROUTE, { ...api, RouteKey: route, Target: target }),
            ],
            [SOCKET_API, resource('AWS::ApiGatewayV2::Api', { ProtocolType: 'WEBSOCKET' })],
        ];
    },
};
const LAMBDA_PATH = 'arn:aws:apigateway:region:lambda:path/2015-03-31/functions/';
const REST_API = 'ApiGatewayRestApi';
const HTTP_API = 'HttpApi';
const SOCKET_API = 'WebsocketsApi';
const V2_INTEGRATION = 'AWS::ApiGatewayV2::Integration';
const V2_ROUTE = 'AWS::ApiGatewayV2::Route';
function ref(id) {
    return new Map([['Ref', id]]);
}
/** `GET /orders`, `GET orders`, `*`, or the two as a map. */
function routeOf(written) {
    if ((0,templates_tree/* isMap */.jh)(written)) {
        return { method: (0,templates_tree/* textAt */.$6)(written, 'method') ?? '*', path: (0,templates_tree/* textAt */.$6)(written, 'path') ?? '*' };
    }
    const [method = '*', path = method] = String(written).trim().split(/\s+/);
    return { method, path };
}
/** `{id}` → `IdVar`. */
function normalizePart(part) {
    const name = part.replace(/^\{(.*?)\+?\}$/, '$1Var').replace(/[^A-Za-z0-9_-]/g, '');
    return normalize(name);
}
const SOURCES = ['sqs', 'stream', 'msk', 'kafka', 'activemq', 'rabbitmq'];
/** Those that read a queue or a stream, and those that have a permission. */
function otherEvent(name, type, written) {
    const from = (0,templates_tree/* isMap */.jh)(written) ? ((0,templates_tree/* textAt */.$6)(written, 'arn') ?? '') : String(written);
    const source = /^arn:/.test(from) ? from : '';
    const id = `${normalize(name)}Event${type}${source.split(':').at(-1) ?? ''}`;
    if (SOURCES.includes(type)) {
        const properties = { FunctionName: arnOf(name), EventSourceArn: source || type };
        return [[id, resource('AWS::Lambda::EventSourceMapping', properties)]];
    }
    return [
        [
            id,
            resource('AWS::Lambda::Permission', {
                ...{ FunctionName: arnOf(name), Principal: `${type}.amazonaws.com`, SourceArn: source },
            }),
        ],
    ];
}
/** `resources` may be a list of sections. */
function resourceSections(tree, path, problems) {
    const written = tree.get('resources');
    return ((0,templates_tree/* isList */.Lv)(written) ? written : [written]).flatMap((section) => {
        if ((0,templates_tree/* isMap */.jh)(section))
            return [section];
        if (typeof section === 'string' && section !== '') {
            problems.push(`${path}: resources are in another file (${section}). ${PACKAGED}`);
        }
        return [];
    });
}
/** Properties of an extension replace those of the generated resource, each as a whole. */
function extend(resources, extensions) {
    for (const [id, extension] of extensions) {
        const made = resources.get(id);
        if (!(0,templates_tree/* isMap */.jh)(made) || !(0,templates_tree/* isMap */.jh)(extension))
            continue;
        const properties = new Map([...(0,templates_tree/* mapAt */.SC)(made, 'Properties'), ...(0,templates_tree/* mapAt */.SC)(extension, 'Properties')]);
        resources.set(id, new Map([...made, ['Properties', properties]]));
    }
}

// EXTERNAL MODULE: ./build/doctor/callee.js
var doctor_callee = __webpack_require__(43026);
// EXTERNAL MODULE: ./build/doctor/openapi-calls.js
var openapi_calls = __webpack_require__(48342);
// EXTERNAL MODULE: ./build/doctor/template-callers.js
var template_callers = __webpack_require__(77963);
// EXTERNAL MODULE: ./build/templates/globals.js
var globals = __webpack_require__(35108);
// EXTERNAL MODULE: ./build/doctor/template-scope.js
var template_scope = __webpack_require__(93163);
;// CONCATENATED MODULE: ./build/doctor/template-index.js
// The functions, versions and aliases of templates, so that a reference to one of them can be followed.




/** `template.yaml#Orders`: unique among all templates. */
function idOf({ path }, logicalId) {
    return `${path}#${logicalId}`;
}
const FUNCTIONS = ['AWS::Lambda::Function', 'AWS::Serverless::Function'];
function isSamFunction({ type }) {
    return type === 'AWS::Serverless::Function';
}
/** SAM merges its Globals into the properties of a function. */
function propertiesOf(file, resource) {
    return isSamFunction(resource)
        ? (0,globals/* functionProperties */.y)(file.template, resource.body)
        : resource.properties;
}
function indexTemplates(files) {
    const table = new Map();
    const named = files.flatMap((file) => functionsOf(file));
    const functions = named.map(({ fact }) => fact);
    for (const { id } of functions)
        table.set(id, { kind: 'function', functionId: id });
    const byName = new Map(named.map(({ text, fact }) => [text, fact.id]));
    const lookup = (file, variables = {}) => ({
        variables,
        named: (name) => byName.get(name),
        reference: (path) => follow(path, file, table),
    });
    for (const file of files)
        addVersions(file, lookup(file), table);
    const found = files.map((file) => aliasesOf(file, lookup(file), table));
    return {
        functions,
        aliases: found.flatMap(({ aliases }) => aliases),
        movers: found.flatMap(({ movers }) => movers),
        lookup,
    };
}
/** With their names as text, which may have parts that only CloudFormation knows. */
function functionsOf(file) {
    return (0,template_scope/* resourcesOf */.F3)(file)
        .filter(({ type }) => FUNCTIONS.includes(type))
        .map((resource) => {
        const text = (0,template_scope/* symbolic */.fv)(propertiesOf(file, resource).get('FunctionName'), file);
        const isKnown = /^[\w-]+$/.test(text);
        const fact = {
            ...{ id: idOf(file, resource.id), label: resource.id, where: file.path },
            name: isKnown ? text : undefined,
            tool: file.tool,
        };
        return { text, fact };
    });
}
/** `Orders.Arn` or `parent.yaml#Orders.Arn`. */
function follow(path, file, table) {
    const why = (0,template_scope/* whyUnknown */.FG)(path);
    if (why !== undefined)
        return { kind: 'unknown', why };
    const at = path.indexOf('#');
    const [own, local] = at < 0 ? [file.path, path] : [path.slice(0, at), path.slice(at + 1)];
    const [logicalId = '', attribute] = local.split('.');
    // SAM: `OrdersAliaslive` is written `Orders.Alias` as well, and `Orders.Version`.
    const exact = table.get(`${own}#${local}`);
    if (exact)
        return exact;
    const found = table.get(`${own}#${logicalId}`);
    if (!found)
        return { kind: 'unknown', why: `"${logicalId}" is not a function of the template` };
    const isNumber = attribute === 'Version' && found.kind === 'version';
    return isNumber ? { kind: 'number', version: found.version } : found;
}
/** Versions are named by their logical IDs, since they have no numbers yet. */
function addVersions(file, lookup, table) {
    for (const { id, type, properties } of (0,template_scope/* resourcesOf */.F3)(file)) {
        if (type !== 'AWS::Lambda::Version')
            continue;
        const functionId = functionIn(properties.get('FunctionName'), file, lookup);
        if (functionId !== undefined) {
            table.set(idOf(file, id), { kind: 'version', functionId, version: id });
        }
    }
}
/** The function that a property names, whatever the form: a name, an ARN, a reference. */
function functionIn(tree, file, lookup) {
    const text = (0,template_scope/* symbolic */.fv)(tree, file);
    const callee = (0,doctor_callee/* calleeOf */.ow)(text, lookup);
    if (callee.kind === 'function')
        return callee.functionId;
    return lookup.named(text);
}
function aliasesOf(file, lookup, table) {
    const aliases = [];
    const movers = [];
    for (const resource of (0,template_scope/* resourcesOf */.F3)(file)) {
        const found = isSamFunction(resource)
            ? samAlias(file, resource)
            : plainAlias(file, resource, lookup);
        if (!found)
            continue;
        const { logicalIds, alias } = found;
        aliases.push(alias);
        movers.push(...found.movers);
        const { functionId, name } = alias;
        for (const id of logicalIds) {
            table.set(idOf(file, id), { kind: 'alias', functionId, alias: name });
        }
    }
    return { aliases, movers };
}
/** SAM developer guide, "Generated resources": `OrdersAliaslive`, also as `!Ref Orders.Alias`. */
function samAlias(file, resource) {
    const properties = propertiesOf(file, resource);
    const name = (0,template_scope/* symbolic */.fv)(properties.get('AutoPublishAlias'), file);
    if (name === '')
        return undefined;
    const functionId = idOf(file, resource.id);
    const mover = { functionId, alias: name, where: `${file.path}, ${resource.id}` };
    const movers = [];
    if (!properties.has('AutoPublishCodeSha256')) {
        const by = 'AutoPublishAlias without a constant AutoPublishCodeSha256';
        movers.push({ ...mover, kind: 'new-version', by });
    }
    if (usesCodeDeploy(properties.get('DeploymentPreference'))) {
        movers.push({ ...mover, kind: 'codedeploy', by: 'DeploymentPreference' });
    }
    return {
        logicalIds: [`${resource.id}Alias${name.replace(/[^A-Za-z0-9]/g, '')}`, `${resource.id}.Alias`],
        alias: { functionId, name, version: undefined, where: file.path },
        movers,
    };
}
function usesCodeDeploy(preference) {
    if (!(0,templates_tree/* isMap */.jh)(preference))
        return false;
    return !/^(false|no|off|n)$/i.test(String(preference.get('Enabled') ?? ''));
}
function plainAlias(file, { id, type, body, properties }, lookup) {
    if (type !== 'AWS::Lambda::Alias')
        return undefined;
    const functionId = functionIn(properties.get('FunctionName'), file, lookup);
    const name = (0,template_scope/* symbolic */.fv)(properties.get('Name'), file);
    if (functionId === undefined || name === '')
        return undefined;
    const mover = { functionId, alias: name, where: `${file.path}, ${id}` };
    const movers = [];
    const text = (0,template_scope/* symbolic */.fv)(properties.get('FunctionVersion'), file);
    const version = versionIn(text, lookup);
    if (text === '$LATEST')
        movers.push({ ...mover, kind: 'latest', by: '$LATEST' });
    const renamed = version === undefined ? undefined : renamedBy(version, file);
    if (renamed !== undefined)
        movers.push({ ...mover, kind: 'new-version', by: renamed });
    const policy = body.get('UpdatePolicy');
    if ((0,templates_tree/* isMap */.jh)(policy) && policy.has('CodeDeployLambdaAliasUpdate')) {
        movers.push({ ...mover, kind: 'codedeploy', by: 'CodeDeployLambdaAliasUpdate' });
    }
    const alias = { functionId, name, version: version ?? (text || undefined), where: file.path };
    return { logicalIds: [id], alias, movers };
}
/** The logical ID of the version that an alias points to. */
function versionIn(text, { reference }) {
    const path = /^\uE000(.*)\uE001$/.exec(text)?.[1];
    const found = path === undefined ? undefined : reference(path);
    return found?.kind === 'number' || found?.kind === 'version' ? found.version : undefined;
}
/**
 * Why a version gets another logical ID, and so is published anew, with each change of the code: CDK's `currentVersion`
 * and `addAlias` put a hash of the function into it (aws-cdk-lib, `lambda/lib/function-hash.ts`), and so do the
 * Serverless Framework (`OrdersLambdaVersion…`) and SAM (`OrdersVersion` and ten digits of a hash).
 */
function renamedBy(logicalId, { tool }) {
    if (/CurrentVersion[0-9A-F]{8}[0-9a-f]{32}$/i.test(logicalId)) {
        return 'currentVersion or addAlias';
    }
    const [, serverlessHash = ''] = logicalId.split(/LambdaVersion(?=[A-Za-z0-9]{20})/);
    if (tool === 'serverless' && /^[A-Za-z0-9]{20,}$/.test(serverlessHash)) {
        return 'versionFunctions';
    }
    return /Version[0-9a-f]{10}$/.test(logicalId) && !/Version0{10}$/.test(logicalId)
        ? 'AutoPublishAlias without a constant AutoPublishCodeSha256'
        : undefined;
}

;// CONCATENATED MODULE: ./build/doctor/sam-callers.js
// What calls functions in SAM's own resources: events, function URLs and APIs (SAM developer guide, "EventSource",
// "AWS::Serverless::Api", "AWS::Serverless::HttpApi").






const REST = 'AWS::Serverless::Api';
const HTTP = 'AWS::Serverless::HttpApi';
function readSamResources(reading) {
    for (const resource of (0,template_scope/* resourcesOf */.F3)(reading.file)) {
        if (isSamFunction(resource))
            readFunction(resource, reading);
        else if (resource.type === REST)
            readApi(resource, 'rest', reading);
        else if (resource.type === HTTP)
            readApi(resource, 'http', reading);
    }
}
function readFunction(resource, reading) {
    const { file } = reading;
    const properties = propertiesOf(file, resource);
    const alias = (0,template_scope/* symbolic */.fv)(properties.get('AutoPublishAlias'), file);
    // SAM lets all events call the alias, if there is one.
    const called = (0,doctor_callee/* referenceTo */.Po)(alias === '' ? `${resource.id}.Arn` : `${resource.id}.Alias`);
    for (const [name, event] of (0,templates_tree/* mapAt */.SC)(properties, 'Events')) {
        if ((0,templates_tree/* isMap */.jh)(event))
            readEvent(name, event, called, reading);
    }
    if ((0,templates_tree/* isMap */.jh)(properties.get('FunctionUrlConfig'))) {
        (0,template_callers/* addCall */.A7)(reading, { front: 'url', label: 'function URL', through: '' }, called);
    }
}
function readEvent(name, event, called, reading) {
    const { file } = reading;
    const type = (0,templates_tree/* textAt */.$6)(event, 'Type') ?? '';
    const properties = (0,templates_tree/* mapAt */.SC)(event, 'Properties');
    if (type !== 'Api' && type !== 'HttpApi') {
        (0,template_callers/* addCall */.A7)(reading, eventCall(name, type, properties, file), called);
        return;
    }
    const { front, api, stageName } = apiOfEvent(type, properties, file);
    const method = (0,template_scope/* symbolic */.fv)(properties.get('Method'), file) || 'ANY';
    const path = (0,template_scope/* symbolic */.fv)(properties.get('Path'), file) || '$default';
    // SAM leaves a path alone that the definition has already, and adds only a permission.
    if (isDefined(api, method, path, file))
        return;
    const label = path === '$default' ? path : `${method.toUpperCase()} ${path}`;
    const through = `${front === 'rest' ? 'REST' : 'HTTP'} ${api}${stageName === '' ? '' : `/${stageName}`}`;
    const stage = front === 'rest' ? { api, name: stageName || undefined } : undefined;
    (0,template_callers/* addCall */.A7)(reading, { front, label, through, stage }, called);
}
/** Events that read a queue or a stream, and those that call the function. */
const sam_callers_SOURCES = [...['SQS', 'Kinesis', 'DynamoDB', 'MSK', 'MQ', 'SelfManagedKafka', 'DocumentDB']];
function eventCall(name, type, properties, file) {
    const front = sam_callers_SOURCES.includes(type) ? 'source' : 'other';
    const from = ['Queue', 'Stream', 'Broker', 'Topic', 'Bucket'].flatMap((key) => (0,template_callers/* sourceWords */.hI)((0,template_scope/* symbolic */.fv)(properties.get(key), file)) || []);
    return { front, label: `${type} ${from[0] ?? name}`, through: '' };
}
/** The API of an event: one of the template, or the one that SAM makes for all events without. */
function apiOfEvent(type, properties, file) {
    const front = type === 'Api' ? 'rest' : 'http';
    const named = (0,template_scope/* symbolic */.fv)(properties.get(front === 'rest' ? 'RestApiId' : 'ApiId'), file);
    const api = (0,template_callers/* sourceWords */.hI)(named) || (front === 'rest' ? 'ServerlessRestApi' : 'ServerlessHttpApi');
    const own = (0,templates_tree/* mapAt */.SC)((0,templates_tree/* mapAt */.SC)((0,templates_tree/* mapAt */.SC)(file.template, 'Resources'), api), 'Properties');
    const implied = front === 'rest' && named === '' ? 'Prod' : '';
    return { front, api, stageName: (0,template_scope/* symbolic */.fv)(own.get('StageName'), file) || implied };
}
function isDefined(api, method, path, file) {
    const own = (0,templates_tree/* mapAt */.SC)((0,templates_tree/* mapAt */.SC)((0,templates_tree/* mapAt */.SC)(file.template, 'Resources'), api), 'Properties');
    const paths = (0,templates_tree/* mapAt */.SC)((0,templates_tree/* mapAt */.SC)(own, 'DefinitionBody'), 'paths');
    return [...(0,templates_tree/* mapAt */.SC)(paths, path).keys()].some((key) => key.toLowerCase() === method.toLowerCase());
}
function readApi({ id, properties }, front, reading) {
    const { file, found } = reading;
    const name = (0,template_scope/* symbolic */.fv)(properties.get('StageName'), file);
    const through = `${front === 'rest' ? 'REST' : 'HTTP'} ${id}${name === '' ? '' : `/${name}`}`;
    const stage = front === 'rest' ? { api: id, name: name || undefined } : undefined;
    const variables = (0,template_callers/* variablesIn */.DF)(properties, file);
    const add = (label, uri) => (0,template_callers/* addCall */.A7)(reading, { front, label, through, stage }, uri, variables);
    if (properties.has('DefinitionUri')) {
        found.notes.push(`${file.path}: the definition of ${id} is in another file, which is not read`);
    }
    const body = properties.get('DefinitionBody');
    if ((0,templates_tree/* isMap */.jh)(body)) {
        if ([...body.keys()].some((key) => key.startsWith('Fn::'))) {
            found.notes.push(`${file.path}: the definition of ${id} is included, and is not read`);
        }
        (0,openapi_calls/* readDefinition */.U)(body, add);
    }
    for (const [key, authorizer] of (0,templates_tree/* mapAt */.SC)((0,templates_tree/* mapAt */.SC)(properties, 'Auth'), 'Authorizers')) {
        const called = (0,templates_tree/* isMap */.jh)(authorizer) ? authorizer.get('FunctionArn') : undefined;
        if (called !== undefined)
            add(`authorizer ${key}`, called);
    }
}
/** SAM makes a deployment of each changed definition, and moves the stage to it. */
function stageMovers({ file, found }) {
    const own = (0,template_scope/* resourcesOf */.F3)(file).filter(({ type }) => type === REST);
    return found.callers.flatMap(({ functionId, stage, reach, where }) => {
        const isOwn = own.some(({ id }) => id === stage?.api);
        if (!isOwn || (reach.kind !== 'variable' && reach.kind !== 'version'))
            return [];
        const by = `${stage?.api} is an ${REST}`;
        return [{ functionId, alias: undefined, kind: 'stage-deployment', by, where }];
    });
}

;// CONCATENATED MODULE: ./build/doctor/survey-templates.js
// Templates of CloudFormation, SAM and CDK, and what the Serverless Framework packages, to facts.






/** Whether a document is a template of CloudFormation, in any of its dialects. */
function isTemplate(tree) {
    if (!(0,templates_tree/* isMap */.jh)(tree))
        return false;
    const resources = tree.get('Resources');
    return ((0,templates_tree/* isMap */.jh)(resources) && [...resources.values()].some((each) => (0,templates_tree/* isMap */.jh)(each) && each.has('Type')));
}
function toolOf(tree) {
    if (!(0,templates_tree/* isMap */.jh)(tree))
        return 'cloudformation';
    if (tree.has('Transform') && JSON.stringify(tree.get('Transform')).includes('Serverless')) {
        return 'sam';
    }
    const resources = [...(0,templates_tree/* mapAt */.SC)(tree, 'Resources').values()];
    const isCdk = resources.some((each) => (0,templates_tree/* isMap */.jh)(each) && (0,templates_tree/* mapAt */.SC)(each, 'Metadata').has('aws:cdk:path'));
    return isCdk ? 'cdk' : 'cloudformation';
}
/** Templates that belong together: a parent stack passes references to the nested ones. */
function surveyTemplates(parsed, assets = new Map()) {
    const files = withParameters(parsed, assets);
    if (files.length === 0)
        return EMPTY_SURVEY;
    const index = indexTemplates(files);
    const found = { callers: [], notes: [], problems: [] };
    const movers = [...index.movers];
    for (const file of files) {
        const own = { callers: [], notes: [], problems: [] };
        const reading = { file, index, found: own };
        (0,template_callers/* readPlainResources */.MV)(reading);
        readSamResources(reading);
        movers.push(...stageMovers(reading), ...deploymentMovers(reading));
        found.callers.push(...own.callers);
        found.notes.push(...own.notes, ...unread(file, files, assets));
        found.problems.push(...own.problems);
    }
    const { functions, aliases } = index;
    return { functions, aliases, movers: unique(movers), ...found };
}
function unique(movers) {
    return [...new Map(movers.map((mover) => [JSON.stringify(mover), mover])).values()];
}
/**
 * CDK's own deployment is named after a hash of the API, so each change of it moves the stage (aws-cdk-lib,
 * `aws-apigateway/lib/deployment.ts`).
 */
function deploymentMovers({ file, found }) {
    const moved = (0,template_scope/* resourcesOf */.F3)(file)
        .filter(({ type }) => type === 'AWS::ApiGateway::Stage')
        .filter(({ properties }) => /Deployment[0-9A-Fa-f]{8}[0-9a-f]{32}/.test((0,template_scope/* symbolic */.fv)(properties.get('DeploymentId'), file)))
        .map(({ properties }) => (0,template_scope/* symbolic */.fv)(properties.get('RestApiId'), file));
    return found.callers.flatMap(({ functionId, stage, reach, where }) => {
        const isOwn = stage && moved.some((api) => api.includes(stage.api));
        if (!isOwn || (reach.kind !== 'variable' && reach.kind !== 'version'))
            return [];
        const by = 'the API is deployed with each change (deploy: true)';
        return [{ functionId, alias: undefined, kind: 'stage-deployment', by, where }];
    });
}
/** With what parents pass to nested stacks, as far as the nested template is among the files. */
function withParameters(parsed, assets) {
    const files = parsed.flatMap(({ path, tree, tool = toolOf(tree) }) => (0,templates_tree/* isMap */.jh)(tree) ? [{ path, tool, template: tree, parameters: new Map() }] : []);
    const passed = new Map();
    for (const file of files) {
        for (const stack of nestedStacks(file)) {
            const child = childOf(stack, file, files, assets);
            if (!child)
                continue;
            const parameters = passed.get(child.path) ?? new Map();
            for (const [name, value] of (0,templates_tree/* mapAt */.SC)(stack.properties, 'Parameters')) {
                parameters.set(name, located((0,template_scope/* symbolic */.fv)(value, file), file));
            }
            passed.set(child.path, parameters);
        }
    }
    return files.map((file) => ({ ...file, parameters: passed.get(file.path) ?? file.parameters }));
}
/** A parent's reference, as the nested template can follow it. */
function located(text, { path }) {
    return text.replace(/\uE000(?!\?)([^#\uE001]*)\uE001/g, `\uE000${path}#$1\uE001`);
}
const NESTED = ['AWS::CloudFormation::Stack', 'AWS::Serverless::Application'];
function nestedStacks(file) {
    return (0,template_scope/* resourcesOf */.F3)(file).filter(({ type }) => NESTED.includes(type));
}
/** By the path in its properties, or by the name of the asset that CDK writes. */
function childOf({ body, properties }, file, files, assets) {
    const { path } = file;
    const [hash = ''] = (0,template_scope/* symbolic */.fv)(properties.get('TemplateURL'), file).match(/[0-9a-f]{64}/) ?? [];
    const byHash = assets.get(hash);
    if (byHash !== undefined)
        return files.find((each) => each.path === byHash);
    const asset = (0,templates_tree/* textAt */.$6)((0,templates_tree/* mapAt */.SC)(body, 'Metadata'), 'aws:asset:path');
    const location = asset ?? (0,templates_tree/* textAt */.$6)(properties, 'TemplateURL') ?? (0,templates_tree/* textAt */.$6)(properties, 'Location');
    if (location === undefined)
        return undefined;
    const folder = path.includes('/') ? path.slice(0, path.lastIndexOf('/') + 1) : '';
    const wanted = folder + location.replace(/^\.\//, '');
    return files.find((file) => file.path === wanted);
}
function unread(file, files, assets) {
    const nested = nestedStacks(file)
        .filter((stack) => childOf(stack, file, files, assets) === undefined)
        .map(({ id }) => `${file.path}: the nested stack ${id} is not in these files, and is not read`);
    const loops = [...(0,templates_tree/* mapAt */.SC)(file.template, 'Resources').keys()]
        .filter((id) => id.startsWith('Fn::'))
        .map((id) => `${file.path}: ${id} in Resources is not expanded`);
    return [...nested, ...loops];
}

;// CONCATENATED MODULE: ./build/doctor/survey-serverless.js
// serverless.yml to facts.




function surveyServerless(path, tree) {
    if (!(0,templates_tree/* isMap */.jh)(tree))
        return EMPTY_SURVEY;
    const { template, labels, problems } = serverlessTemplate(path, tree);
    const survey = surveyTemplates([{ path, tree: template, tool: 'serverless' }]);
    return {
        ...survey,
        functions: survey.functions.map((each) => ({
            ...each,
            label: labels.get(each.label) ?? each.label,
        })),
        problems: [...problems, ...survey.problems],
    };
}

;// CONCATENATED MODULE: ./build/doctor/terraform-instance.js
// One resource of Terraform, whether it comes from its files or from `terraform show -json`.
/** A path of a reference without what `count` and `for_each` of known instances do not change: `[0]`. */
function normalized(path) {
    return path.replace(/\[\d+\]/g, '').replace(/\.\*\./g, '.');
}

;// CONCATENATED MODULE: ./build/doctor/survey-terraform.js
// Terraform's resources to facts (registry.terraform.io, provider hashicorp/aws).




function surveyTerraform(all, { notes = [], planned = [], folder = '' } = {}) {
    const found = {
        ...{ functions: [], aliases: [], callers: [], movers: [] },
        ...{ notes: [...notes], problems: [] },
    };
    const reading = { all, table: new Map(), byName: new Map(), found, folder };
    for (const each of all)
        survey_terraform_FUNCTIONS[each.type]?.(each, reading);
    for (const each of all)
        ALIASES[each.type]?.(each, reading);
    for (const each of all)
        CALLERS[each.type]?.(each, reading);
    for (const address of planned)
        addPlanned(address, reading);
    for (const each of all)
        if (each.type === 'aws_api_gateway_stage')
            addStageMovers(each, reading);
    return found;
}
const survey_terraform_FUNCTIONS = {
    aws_lambda_function: (each, reading) => addFunction(each, each.get('function_name'), reading),
    'module function': (each, reading) => addFunction(each, each.get('function_name'), reading),
};
function addFunction({ address, where }, name, { table, byName, found, folder }) {
    const isKnown = /^[\w-]+$/.test(name);
    // Root modules may have the same addresses.
    const id = folder === '' ? address : `${folder}#${address}`;
    const fact = { id, label: address, where, tool: 'terraform' };
    found.functions.push({ ...fact, name: isKnown ? name : undefined });
    table.set(address, { kind: 'function', functionId: id });
    if (isKnown)
        byName.set(name, id);
}
const ALIASES = {
    aws_lambda_alias: (each, reading) => {
        const name = each.get('name');
        const alias = addAlias(each, name, reading);
        if (!alias)
            return;
        const mover = { functionId: alias.functionId, alias: name, where: each.where };
        const { movers } = reading.found;
        if (alias.version === '$LATEST' || followsUnpublished(each, reading)) {
            movers.push({ ...mover, kind: 'latest', by: '$LATEST' });
        }
        if (each.ignores('function_version') === false) {
            movers.push({ ...mover, kind: 'not-ignored', by: 'function_version is not ignored' });
        }
        else if (each.ignores('routing_config') === false) {
            const by = 'routing_config is not ignored';
            movers.push({ ...mover, kind: 'weights-not-ignored', by });
        }
    },
    // terraform-aws-modules/lambda, modules/alias/main.tf: with refresh_alias, which is the default, it ignores the
    // version and not the weights; without, it ignores nothing.
    'module alias': (each, reading) => {
        const name = each.get('name');
        const alias = addAlias(each, name, reading);
        if (!alias || each.get('use_existing_alias') === 'true')
            return;
        const mover = { functionId: alias.functionId, alias: name, where: each.where };
        const isMoved = each.get('refresh_alias') === 'false';
        reading.found.movers.push(isMoved
            ? { ...mover, kind: 'not-ignored', by: 'refresh_alias = false' }
            : { ...mover, kind: 'weights-not-ignored', by: 'refresh_alias ignores only the version' });
    },
};
function addAlias(each, name, { table, found, byName }) {
    const lookup = lookupIn({ table, byName });
    const text = each.get('function_name');
    const callee = (0,doctor_callee/* calleeOf */.ow)(asArn(text), lookup);
    if (callee.kind !== 'function') {
        const why = callee.kind === 'unknown' ? callee.why : `${(0,doctor_callee/* shown */.SP)(text)} is not in these files`;
        found.problems.push(`${each.where}: the function of ${each.address} is not known: ${why}`);
        return undefined;
    }
    const { functionId } = callee;
    const version = versionWords(each.get('function_version'));
    const alias = { functionId, name, version, where: each.where };
    found.aliases.push(alias);
    table.set(each.address, { kind: 'alias', functionId, alias: name });
    return alias;
}
function addPlanned(address, { all, table, found }) {
    const alias = table.get(address);
    if (alias?.kind !== 'alias')
        return;
    const where = all.find((each) => each.address === address)?.where ?? address;
    const mover = { functionId: alias.functionId, alias: alias.alias, where };
    found.movers.push({ ...mover, kind: 'planned', by: `the plan changes ${address}` });
}
/** Without `publish`, the version of a function is `$LATEST` (provider hashicorp/aws, `aws_lambda_function`). */
function followsUnpublished(alias, reading) {
    const version = alias.get('function_version');
    const followed = instanceAt(version, reading);
    return followed?.type === 'aws_lambda_function' && followed.get('publish') !== 'true';
}
/** A number, or `undefined` for one that is known only after the deployment. */
function versionWords(text) {
    return /^(\d+|\$LATEST)$/.test(text) ? text : undefined;
}
function lookupIn({ table, byName }, variables = {}) {
    return {
        variables,
        named: (name) => byName.get(name),
        reference: (path) => survey_terraform_follow(path, table),
    };
}
/** Attributes that have the version in them, or are it. */
const QUALIFIED = /\.(qualified_arn|qualified_invoke_arn|lambda_function_qualified_\w+)$/;
const NUMBER = /\.(version|lambda_function_version)$/;
function survey_terraform_follow(path, table) {
    const why = (0,template_scope/* whyUnknown */.FG)(path);
    if (why !== undefined)
        return { kind: 'unknown', why };
    const plain = normalized(path);
    const address = plain.replace(/\.[\w-]+$/, '');
    const found = table.get(address) ?? table.get(plain);
    if (!found)
        return { kind: 'unknown', why: `${plain} is not a function of these files` };
    if (found.kind !== 'function')
        return found;
    if (NUMBER.test(plain))
        return { kind: 'number', version: 'published last' };
    const { functionId } = found;
    return QUALIFIED.test(plain) ? { kind: 'version', functionId, version: 'published last' } : found;
}
function asArn(called) {
    return /^[\w-]+(:[\w$-]+)?$/.test(called) ? `arn:aws:lambda:::function:${called}` : called;
}
function addCall({ where, address }, call, called, reading, variables = {}) {
    if (called === '')
        return;
    const callee = (0,doctor_callee/* calleeOf */.ow)(called, lookupIn(reading, variables));
    if (callee.kind === 'function') {
        const { functionId, reach } = callee;
        reading.found.callers.push({ ...call, functionId, reach, where });
    }
    else if (callee.kind !== 'elsewhere') {
        reading.found.problems.push(`${where}: ${address} (${call.label}): ${whyNot(callee)}`);
    }
}
function whyNot(callee) {
    return callee.kind === 'other'
        ? `it calls the function ${(0,doctor_callee/* shown */.SP)(callee.name)}, which is not in these files`
        : `it is not known what it calls: ${callee.why}`;
}
/** The address in a reference; empty if there is none. */
function addressIn(text) {
    const path = /\uE000([^\uE001]*)\uE001/.exec(text)?.[1] ?? '';
    return normalized(path).replace(/\.[\w-]+$/, '');
}
/** By a reference, or by an ID, which a state has. */
function instanceAt(text, { all }) {
    const address = addressIn(text);
    if (address !== '')
        return all.find((each) => each.address === address);
    return text === '' ? undefined : all.find((each) => each.get('id') === text);
}
const CALLERS = {
    aws_api_gateway_integration: (each, reading) => {
        const path = pathOf(each.get('resource_id'), reading) ?? `(${each.address})`;
        const method = each.get('http_method');
        const resolved = instanceAt(method, reading)?.get('http_method') ?? method;
        inStages(each, `${resolved} ${path || '/'}`.trim(), each.get('uri'), reading);
    },
    aws_api_gateway_authorizer: (each, reading) => inStages(each, `authorizer ${each.get('name')}`, each.get('authorizer_uri'), reading),
    aws_api_gateway_rest_api: noteBody,
    aws_apigatewayv2_api: (each, reading) => {
        noteBody(each, reading);
        // "Quick create": an API with one route and integration.
        const call = { front: 'http', label: '$default', through: v2Words(each) };
        addCall(each, call, each.get('target'), reading);
    },
    aws_apigatewayv2_integration: readV2Integration,
    aws_apigatewayv2_authorizer: (each, reading) => {
        const api = instanceAt(each.get('api_id'), reading);
        const label = `authorizer ${each.get('name')}`;
        const call = { front: 'http', label, through: v2Words(api) };
        addCall(each, call, each.get('authorizer_uri'), reading);
    },
    aws_lambda_function_url: (each, reading) => addQualified(each, { front: 'url', label: 'function URL', through: '' }, reading),
    aws_lambda_event_source_mapping: (each, reading) => {
        const source = sourceIn(each.get('event_source_arn')) || each.address;
        const call = { front: 'source', label: `event source ${source}`, through: '' };
        addCall(each, call, asArn(each.get('function_name')), reading);
    },
    aws_lambda_permission: (each, reading) => {
        const principal = each.get('principal');
        const [service = ''] = principal.split('.');
        if (!principal.includes('.amazonaws.com') || READ_FROM_ITSELF.includes(service))
            return;
        const source = sourceIn(each.get('source_arn'));
        const label = `${service}${source === '' ? '' : ` ${source}`}`;
        addQualified(each, { front: 'other', label, through: '' }, reading);
    },
    aws_cloudwatch_event_target: (each, reading) => {
        const label = `events ${sourceIn(each.get('rule')) || each.address}`;
        addCall(each, { front: 'other', label, through: '' }, each.get('arn'), reading);
    },
    aws_sns_topic_subscription: (each, reading) => {
        if (each.get('protocol') !== 'lambda')
            return;
        const label = `sns ${sourceIn(each.get('topic_arn'))}`;
        addCall(each, { front: 'other', label, through: '' }, each.get('endpoint'), reading);
    },
    aws_scheduler_schedule: (each, reading) => {
        const label = `schedule ${each.get('name') || each.address}`;
        for (const called of each.nested('target', 'arn')) {
            addCall(each, { front: 'other', label, through: '' }, called, reading);
        }
    },
};
/** Services whose own resources say what they call. */
const READ_FROM_ITSELF = ['apigateway', 'events', 'sns'];
function sourceIn(text) {
    const address = addressIn(text);
    return address === '' ? (0,template_callers/* sourceWords */.hI)(text) : address.replace(/^aws_\w+?\./, '');
}
function addQualified(each, call, reading) {
    const qualifier = each.get('qualifier');
    const name = asArn(each.get('function_name'));
    const suffix = qualifierText(qualifier, reading);
    addCall(each, call, suffix === '' ? name : `${name}:${suffix}`, reading);
}
/** `aws_lambda_alias.live.name` is its name here. */
function qualifierText(text, { table }) {
    const found = table.get(addressIn(text));
    return found?.kind === 'alias' ? found.alias : text;
}
/** `/orders/{id}`, from the resources above; empty for the root; `undefined`: it is not known. */
function pathOf(text, reading, depth = 0) {
    const resource = instanceAt(text, reading);
    if (/root_resource_id\uE001$/.test(text) || isRootOf(text, reading))
        return '';
    if (!resource || depth > reading.all.length)
        return undefined;
    // `each.value.resource_id` of a method leads to its resource.
    if (resource.type !== 'aws_api_gateway_resource') {
        return pathOf(resource.get('resource_id'), reading, depth + 1);
    }
    const parent = pathOf(resource.get('parent_id'), reading, depth + 1);
    return parent === undefined ? undefined : `${parent}/${resource.get('path_part')}`;
}
/** In a state, the root is an ID of the API. */
function isRootOf(id, { all }) {
    return id !== '' && all.some((each) => each.get('root_resource_id') === id);
}
function inStages(each, label, called, reading) {
    const api = instanceAt(each.get('rest_api_id'), reading);
    const name = api?.get('name') || api?.address || 'API';
    const own = reading.all.filter((stage) => stage.type === 'aws_api_gateway_stage' &&
        instanceAt(stage.get('rest_api_id'), reading) === api);
    const stages = own.map((stage) => ({
        name: stage.get('stage_name'),
        variables: stage.map('variables'),
    }));
    for (const stage of stages.length > 0 ? stages : [{ name: '', variables: {} }]) {
        const through = `REST ${name}${stage.name === '' ? '' : `/${stage.name}`}`;
        const id = api?.get('id') ?? '';
        const known = /^[a-z0-9]+$/.test(id) ? id : (api?.address ?? 'API');
        const released = { api: known, name: stage.name || undefined };
        const call = { front: 'rest', label, through, stage: released };
        addCall(each, call, called, reading, stage.variables);
    }
}
function noteBody(each, { found }) {
    if (each.get('body') === '')
        return;
    found.notes.push(`${each.where}: the body of ${each.address} is an API definition, which is not read`);
}
function v2Words(api) {
    const kind = api?.get('protocol_type') === 'WEBSOCKET' ? 'WebSocket' : 'HTTP';
    return `${kind} ${api?.get('name') || api?.address || 'API'}`;
}
function readV2Integration(each, reading) {
    const api = instanceAt(each.get('api_id'), reading);
    const routes = reading.all
        .filter(({ type }) => type === 'aws_apigatewayv2_route')
        .filter((route) => addressIn(route.get('target')) === each.address)
        .map((route) => route.get('route_key'));
    const front = api?.get('protocol_type') === 'WEBSOCKET' ? 'websocket' : 'http';
    for (const label of routes.length > 0 ? routes : [`integration ${each.address}`]) {
        addCall(each, { front, label, through: v2Words(api) }, each.get('integration_uri'), reading);
    }
}
/** A stage whose deployment or variables Terraform sets again with each apply. */
function addStageMovers(stage, reading) {
    const { found } = reading;
    const set = ['deployment_id', 'variables'].filter((attribute) => stage.ignores(attribute) === false);
    if (set.length === 0)
        return;
    const api = instanceAt(stage.get('rest_api_id'), reading)?.address;
    const moved = found.callers.filter(({ stage: own, reach }) => own?.api === api && (reach.kind === 'variable' || reach.kind === 'version'));
    const ids = new Set(moved.map(({ functionId }) => functionId));
    const by = `${set.join(' and ')} of ${stage.address} ${set.length === 1 ? 'is' : 'are'} not ignored`;
    for (const functionId of ids) {
        found.movers.push({
            functionId,
            alias: undefined,
            kind: 'stage-not-ignored',
            by,
            where: stage.where,
        });
    }
}

;// CONCATENATED MODULE: ./build/doctor/terraform-values.js
// The values of Terraform's expressions, as far as its files tell them. Resources stay references.


function evaluate(expression, names) {
    switch (expression.kind) {
        case 'text':
            return expression;
        case 'template':
            return {
                kind: 'text',
                text: expression.parts.map((part) => asText(evaluate(part, names))).join(''),
            };
        case 'traversal':
            return evaluateTraversal(expression.root, expression.steps, names);
        case 'part':
            return stepInto(evaluate(expression.of, names), expression.steps, names);
        case 'list':
            return { kind: 'list', items: expression.items.map((item) => evaluate(item, names)) };
        case 'map': {
            const entries = expression.entries.map(({ key, value }) => [asText(evaluate(key, names)), evaluate(value, names)]);
            return { kind: 'map', entries: new Map(entries) };
        }
        case 'call':
            return evaluateCall(expression.name, expression.args, names);
        case 'for':
            return evaluateFor(expression, names);
        case 'conditional':
            return unknown('it depends on a condition');
        case 'operation':
            return unknown(`${expression.what} is not computed`);
    }
}
function unknown(why) {
    return { kind: 'unknown', why };
}
function asText(value) {
    if (value.kind === 'text')
        return value.text;
    if (value.kind === 'reference')
        return (0,doctor_callee/* referenceTo */.Po)(value.path);
    return value.kind === 'unknown' ? (0,template_scope/* unknownBecause */.Zp)(value.why) : '';
}
/** Functions whose result is their argument, or has the same elements. */
const TRANSPARENT = ['toset', 'tolist', 'tomap', 'tostring', 'nonsensitive', 'sensitive', 'one'];
function evaluateCall(name, args, names) {
    const [first] = args;
    if (first && TRANSPARENT.includes(name))
        return evaluate(first, names);
    if (name === 'keys' && first)
        return keysOf(evaluate(first, names), names);
    // Of several alternatives, the first that is known.
    if (name === 'try' || name === 'coalesce') {
        const all = args.map((arg) => evaluate(arg, names));
        return all.find(({ kind }) => kind !== 'unknown') ?? unknown(`${name}() is not computed`);
    }
    return unknown(`${name}() is not computed`);
}
function keysOf(value, names) {
    const entries = entriesOf(value, names);
    if (!entries)
        return unknown('the keys are not known');
    return { kind: 'list', items: entries.map(([text]) => ({ kind: 'text', text })) };
}
/** The elements of a collection by their keys; `undefined`: they are not known. */
function entriesOf(value, names) {
    if (value.kind === 'map')
        return [...value.entries];
    if (value.kind === 'list') {
        // A set's elements are their own keys.
        return value.items.map((item) => [asText(item), item]);
    }
    if (value.kind !== 'reference')
        return undefined;
    const keys = names.keys(value.path);
    return keys?.map((key) => [key, { kind: 'reference', path: `${value.path}["${key}"]` }]);
}
function evaluateFor({ names: own, of, key, value, isFiltered }, names) {
    const entries = entriesOf(evaluate(of, names), names);
    if (!entries)
        return unknown('what "for" goes through is not known');
    if (isFiltered)
        return unknown('a condition of "for" is not computed');
    const [keyName, valueName] = own.length > 1 ? own : [undefined, own[0]];
    const made = entries.map(([entryKey, entry]) => {
        const bound = new Map(names.bound);
        if (keyName !== undefined)
            bound.set(keyName, { kind: 'text', text: entryKey });
        if (valueName !== undefined)
            bound.set(valueName, entry);
        const inner = { ...names, bound };
        return [key ? asText(evaluate(key, inner)) : '', evaluate(value, inner)];
    });
    return key
        ? { kind: 'map', entries: new Map(made) }
        : { kind: 'list', items: made.map(([, item]) => item) };
}
function evaluateTraversal(root, steps, names) {
    const bound = names.bound.get(root);
    if (bound)
        return stepInto(bound, steps, names);
    const [first, ...rest] = steps;
    const name = first?.kind === 'name' ? first.name : '';
    if (root === 'local')
        return named(`local.${name}`, names.locals.get(name), rest, names);
    if (root === 'var' && names.passed.has(name)) {
        return stepInto(names.passed.get(name) ?? unknown(`var.${name} is not known`), rest, names);
    }
    if (root === 'var')
        return named(`var.${name}`, names.variables.get(name), rest, names);
    if (root === 'each' || root === 'count' || root === 'self') {
        return unknown(`${root}.${name} is not known`);
    }
    const output = root === 'module' ? outputOf(steps, names) : undefined;
    if (output)
        return output;
    return stepInto({ kind: 'reference', path: names.prefix + root }, steps, names);
}
/** `module.shop.function_arn`, if the module's files are read. */
function outputOf(steps, names) {
    // A module with `count` or `for_each` has an index after its name.
    const [first, ...others] = steps;
    const [second, ...rest] = others[0]?.kind === 'index' ? others.slice(1) : others;
    if (first?.kind !== 'name' || second?.kind !== 'name')
        return undefined;
    const value = names.output(first.name, second.name);
    return value && stepInto(value, rest, names);
}
function named(label, expression, steps, names) {
    if (!expression)
        return unknown(`${label} has no value in these files`);
    if (names.open.has(label))
        return unknown(`${label} depends on itself`);
    const inner = { ...names, bound: new Map(), open: new Set([...names.open, label]) };
    return stepInto(evaluate(expression, inner), steps, names);
}
function stepInto(value, steps, names) {
    let at = value;
    for (const step of steps)
        at = oneStep(at, step, names);
    return at;
}
function oneStep(value, step, names) {
    if (value.kind === 'unknown')
        return value;
    if (step.kind === 'splat')
        return value;
    const key = step.kind === 'name' ? step.name : asText(evaluate(step.index, names));
    if (value.kind === 'map')
        return value.entries.get(key) ?? unknown(`there is no "${key}"`);
    if (value.kind === 'list')
        return value.items[Number(key)] ?? unknown(`there is no [${key}]`);
    if (value.kind === 'text')
        return unknown(`"${value.text}" has no "${key}"`);
    const isNumber = /^\d+$/.test(key);
    const index = isNumber ? `[${key}]` : `["${key}"]`;
    return { kind: 'reference', path: value.path + (step.kind === 'name' ? `.${key}` : index) };
}
/** The names that the files of one module give. */
function namesIn(bodies) {
    const blocks = bodies.flatMap((body) => body.blocks);
    const locals = blocks
        .filter(({ type }) => type === 'locals')
        .flatMap(({ body }) => [...body.attributes].map(([name, { value }]) => [name, value]));
    const variables = blocks
        .filter(({ type }) => type === 'variable')
        .map(({ labels, body }) => [labels[0] ?? '', body.attributes.get('default')?.value]);
    return {
        ...{ locals: new Map(locals), variables: new Map(variables) },
        ...{ bound: new Map(), open: new Set() },
    };
}

;// CONCATENATED MODULE: ./build/doctor/terraform-files.js
// The resources of Terraform's files, one for each key of `for_each`, with those of modules in the same checkout.

/** The modules of terraform-aws-modules/lambda that are understood by their inputs and outputs. */
const FUNCTION_MODULE = /^(?:registry\.\S+?\/)?terraform-aws-modules\/lambda\/aws$/;
const ALIAS_MODULE = /^(?:registry\.\S+?\/)?terraform-aws-modules\/lambda\/aws\/\/modules\/alias$/;
/** @param files of any folders; each folder that no other one calls is read by itself */
function readTerraformFiles(files) {
    const folders = new Map();
    for (const file of files) {
        folders.set(folderOf(file), [...(folders.get(folderOf(file)) ?? []), file]);
    }
    const called = new Set(files.flatMap((file) => modulesIn(file).map((block) => sourceFolder(file, block) ?? '')));
    const roots = [...folders.keys()].filter((folder) => !called.has(folder) || folder === '');
    return roots.map((folder) => readingOf(moduleAt(folder, folders, '', new Map(), [])));
}
function folderOf({ path }) {
    return path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : '';
}
function modulesIn({ body }) {
    return body.blocks.filter(({ type }) => type === 'module');
}
function sourceOf({ body }) {
    const source = body.attributes.get('source')?.value;
    return source?.kind === 'text' ? source.text : '';
}
/** The folder of a module in the same checkout; `undefined`: it is elsewhere. */
function sourceFolder(file, block) {
    const source = sourceOf(block);
    if (!/^\.\.?\//.test(source))
        return undefined;
    const parts = folderOf(file).split('/').filter(Boolean);
    for (const part of source.split('/').filter((each) => each !== '' && each !== '.')) {
        if (part === '..')
            parts.pop();
        else
            parts.push(part);
    }
    return parts.join('/');
}
function moduleAt(folder, folders, prefix, passed, open) {
    const files = folders.get(folder) ?? [];
    const children = new Map();
    const names = {
        ...namesIn(files.map(({ body }) => body)),
        ...{ passed, prefix },
        keys: keysIn(files, prefix, () => names),
        output: (name, output) => terraform_files_outputOf(children.get(name), output),
    };
    for (const file of files) {
        for (const block of modulesIn(file)) {
            const [name = ''] = block.labels;
            const source = sourceFolder(file, block);
            // A module cannot call itself, so neither does this.
            if (source === undefined || !folders.has(source) || open.includes(source))
                continue;
            const inner = [...block.body.attributes].map(([key, { value }]) => [key, evaluate(value, names)]);
            const path = `${prefix}module.${name}.`;
            const child = moduleAt(source, folders, path, new Map(inner), [...open, folder]);
            children.set(name, child);
        }
    }
    return { folder, files, names, children };
}
function terraform_files_outputOf(module, name) {
    const blocks = module?.files.flatMap(({ body }) => body.blocks) ?? [];
    const block = blocks.find(({ type, labels }) => type === 'output' && labels[0] === name);
    const value = block?.body.attributes.get('value')?.value;
    return module && value && evaluate(value, module.names);
}
/** Stands for each key, if they are not known. */
const UNKNOWN_KEY = '*';
function keysIn(files, prefix, names) {
    const blocks = new Map(files.flatMap(resourcesIn).map(({ address, block }) => [prefix + address, block]));
    const keysOf = (address, open) => {
        const each = blocks.get(address)?.body.attributes.get('for_each');
        if (!each || open.includes(address))
            return undefined;
        const inner = { ...names(), keys: (other) => keysOf(other, [...open, address]) };
        return entriesOf(evaluate(each.value, inner), inner)?.map(([key]) => key) ?? [UNKNOWN_KEY];
    };
    return (address) => keysOf(address, []);
}
function resourcesIn({ path, body }) {
    return body.blocks.flatMap((block) => {
        const [first = '', second = ''] = block.labels;
        if (block.type === 'resource') {
            return [{ path, block, type: first, address: `${first}.${second}` }];
        }
        const type = block.type === 'module' ? moduleType(sourceOf(block)) : undefined;
        return type === undefined ? [] : [{ path, block, type, address: `module.${first}` }];
    });
}
function moduleType(source) {
    if (FUNCTION_MODULE.test(source))
        return 'module function';
    return ALIAS_MODULE.test(source) ? 'module alias' : undefined;
}
function readingOf({ folder, files, names, children }) {
    const written = files.flatMap(resourcesIn);
    const inner = [...children.values()].map(readingOf);
    return {
        folder,
        instances: [
            ...written.flatMap((each) => instancesOf(each, names)),
            ...inner.flatMap(({ instances }) => instances),
        ],
        notes: [
            ...files.flatMap((file) => unreadModules(file, children)),
            ...written.flatMap((each) => unknownKeys(each, names)),
            ...inner.flatMap(({ notes }) => notes),
        ],
    };
}
function unreadModules(file, children) {
    return modulesIn(file)
        .filter((block) => moduleType(sourceOf(block)) === undefined)
        .filter(({ labels }) => !children.has(labels[0] ?? ''))
        .map(({ labels, line }) => `${file.path}:${line}: the module "${labels[0]}" is not read; "terraform show -json" of a plan or of the state has what is in it (--terraform-json FILE)`);
}
function unknownKeys({ path, block, address }, names) {
    const isUnknown = names.keys(names.prefix + address)?.includes(UNKNOWN_KEY);
    return isUnknown
        ? [
            `${path}:${block.line}: for_each of ${address} is not known from the files; it is read as one`,
        ]
        : [];
}
function instancesOf(written, names) {
    const address = names.prefix + written.address;
    const each = written.block.body.attributes.get('for_each');
    if (!each)
        return [instanceOf(written, address, names)];
    const entries = entriesOf(evaluate(each.value, names), names) ?? [
        [UNKNOWN_KEY, { kind: 'text', text: UNKNOWN_KEY }],
    ];
    return entries.map(([key, value]) => {
        const bound = new Map([['each', boundEach(key, value)]]);
        return instanceOf(written, `${address}["${key}"]`, { ...names, bound });
    });
}
function boundEach(key, value) {
    const entries = new Map([
        ['key', { kind: 'text', text: key }],
        ['value', value],
    ]);
    return { kind: 'map', entries };
}
function instanceOf({ path, block, type }, address, names) {
    const text = (attribute) => attribute ? asText(evaluate(attribute.value, names)) : '';
    return {
        ...{ address, type, where: `${path}:${block.line}` },
        get: (attribute) => text(block.body.attributes.get(attribute)),
        map: (attribute) => {
            const found = block.body.attributes.get(attribute);
            const value = found && evaluate(found.value, names);
            const entries = value?.kind === 'map' ? [...value.entries] : [];
            return Object.fromEntries(entries.map(([name, each]) => [name, asText(each)]));
        },
        nested: (inner, attribute) => block.body.blocks
            .filter((each) => each.type === inner)
            .map((each) => text(each.body.attributes.get(attribute))),
        ignores: (attribute) => ignoredIn(block).some((each) => each === 'all' || each === attribute),
    };
}
/** The names in `lifecycle { ignore_changes = […] }`; `all` is one of its own. */
function ignoredIn(block) {
    const lifecycle = block.body.blocks.find(({ type }) => type === 'lifecycle');
    const value = lifecycle?.body.attributes.get('ignore_changes')?.value;
    const items = value?.kind === 'list' ? value.items : value ? [value] : [];
    return items.flatMap((item) => {
        if (item.kind === 'text')
            return [item.text];
        return item.kind === 'traversal' ? [item.root] : [];
    });
}

;// CONCATENATED MODULE: ./build/doctor/terraform-json.js
// What `terraform show -json` writes of a plan or a state (Terraform documentation, "JSON Output Format"). Values that
// are known only after the apply come from the configuration, as references.



/** `undefined`: it is something else. */
function readTerraformJson(path, text) {
    const whole = parsed(text);
    const isPlan = typeof whole?.planned_values === 'object';
    const values = member(whole, isPlan ? 'planned_values' : 'values');
    const root = member(values, 'root_module');
    if (!whole || typeof whole.format_version !== 'string' || !values)
        return undefined;
    const configuration = member(member(whole, 'configuration'), 'root_module');
    const instances = instancesIn(path, root ?? {}, configuration, '');
    return { instances, planned: plannedAliases(whole) };
}
function parsed(text) {
    const value = (0,foreign_text/* parseJson */.qF)(text);
    return isMembers(value) ? value : undefined;
}
function isMembers(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
function member(of, name) {
    const value = of?.[name];
    return isMembers(value) ? value : undefined;
}
function list(of, name) {
    const value = of?.[name];
    return Array.isArray(value) ? value.filter(isMembers) : [];
}
function terraform_json_text(of, name) {
    const value = of?.[name];
    return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
        ? String(value)
        : '';
}
function instancesIn(path, module, configuration, prefix) {
    const own = list(module, 'resources')
        .filter((each) => terraform_json_text(each, 'mode') !== 'data')
        .map((each) => terraform_json_instanceOf(path, each, written(each, configuration), prefix));
    const inner = list(module, 'child_modules').flatMap((child) => {
        const address = terraform_json_text(child, 'address');
        const name = address.slice(address.lastIndexOf('module.') + 'module.'.length);
        const calls = member(configuration, 'module_calls');
        const called = member(member(calls, name.replace(/\[.*$/, '')), 'module');
        return instancesIn(path, child, called, `${address}.`);
    });
    return [...own, ...inner];
}
/** The resource in the configuration, which has no keys. */
function written(resource, configuration) {
    const address = `${terraform_json_text(resource, 'type')}.${terraform_json_text(resource, 'name')}`;
    const found = list(configuration, 'resources').find((each) => terraform_json_text(each, 'address') === address);
    return member(found, 'expressions');
}
function terraform_json_instanceOf(path, resource, expressions, prefix) {
    const values = member(resource, 'values');
    const address = terraform_json_text(resource, 'address');
    return {
        ...{ address, type: terraform_json_text(resource, 'type'), where: path.replace(/^.*\//, '') },
        get: (attribute) => terraform_json_text(values, attribute) || referred(member(expressions, attribute), resource, prefix),
        map: (attribute) => {
            const entries = Object.entries(member(values, attribute) ?? {});
            return Object.fromEntries(entries.map(([name, value]) => [name, String(value)]));
        },
        nested: (block, attribute) => list(values, block).map((each) => terraform_json_text(each, attribute)),
        // The format does not have `lifecycle`; a plan shows what it would change.
        ignores: () => undefined,
    };
}
/**
 * The most specific resource that an expression refers to: the format lists `aws_lambda_alias.live.arn` before
 * `aws_lambda_alias.live`. With `for_each`, the one with the same key.
 */
function referred(expression, resource, prefix) {
    const value = expression?.constant_value;
    if (typeof value === 'string' || typeof value === 'number')
        return String(value);
    const references = expression?.references;
    if (!Array.isArray(references))
        return '';
    const names = references.filter((each) => typeof each === 'string');
    const lambda = names.filter((each) => /^aws_lambda_(alias|function)\./.test(each));
    const found = lambda[0] ?? names.find((each) => /^(aws_|module\.)/.test(each));
    if (found === undefined)
        return names.length === 0 ? '' : (0,template_scope/* unknownBecause */.Zp)(`it is ${names[0]}`);
    // The format has no text around a reference, and so not the qualifier that may follow an ARN.
    if (/^aws_lambda_function\./.test(found) && !/\.(?:qualified_)?invoke_arn$/.test(found)) {
        return (0,template_scope/* unknownBecause */.Zp)(`a plan does not have it before the apply (it is made of ${found}); read the files or the state`);
    }
    const index = resource.index;
    const key = typeof index === 'string' && names.includes('each.key') ? `["${index}"]` : '';
    const [type = '', name = '', ...rest] = found.replace(/\[.*?\]/g, '').split('.');
    return (0,doctor_callee/* referenceTo */.Po)(`${prefix}${[type, `${name}${key}`, ...rest].join('.')}`);
}
function plannedAliases(plan) {
    return list(plan, 'resource_changes')
        .filter((each) => terraform_json_text(each, 'type') === 'aws_lambda_alias')
        .filter((each) => {
        const actions = member(each, 'change')?.actions;
        return Array.isArray(actions) && actions.includes('update');
    })
        .map((each) => terraform_json_text(each, 'address'));
}

// EXTERNAL MODULE: ./build/hcl/hcl-parser.js + 3 modules
var hcl_parser = __webpack_require__(34691);
// EXTERNAL MODULE: ./build/templates/parse.js
var parse = __webpack_require__(48667);
// EXTERNAL MODULE: ./build/survey/find-files.js
var find_files = __webpack_require__(97038);
;// CONCATENATED MODULE: ./build/survey/read-folder.js
// The infrastructure that a checkout defines: SAM, CloudFormation, CDK's output, Terraform, serverless.yml.
















/** CloudFormation accepts templates of 1 MB; CDK writes longer ones in lines of their own. */
const MOST_BYTES = 5_000_000;
const MOST_JSON_BYTES = 100_000_000;
/**
 * @param terraformJson what `terraform show -json` wrote, to be read in place of Terraform's files
 * @param edited texts in place of those on the disk, by their paths
 */
async function readFolder(folder, terraformJson, edited = new Map()) {
    const { paths, notes } = (0,find_files/* findFiles */.l)(folder);
    const at = { folder, paths, edited };
    const readings = [
        await readTemplates(at),
        terraformJson === undefined ? await readTerraform(at) : readShown(terraformJson),
        programsIn(paths),
        commandsIn(at),
    ];
    return {
        survey: joined([...readings.map(({ survey }) => survey), { ...EMPTY_SURVEY, notes }]),
        read: readings.flatMap(({ read }) => read),
    };
}
/** What `serverless package` writes. */
const read_folder_PACKAGED = /(?:^|\/)\.serverless\/cloudformation-template-update-stack\.json$/;
const BUILT = /(?:^|\/)(?:cdk\.out|\.serverless)\//;
const CDK_TEMPLATE = /(?:^|\/)cdk\.out\/(?:.*\/)?[^/]+\.template\.json$/;
const SERVERLESS = /(?:^|\/)serverless\.ya?ml$/;
async function readTemplates({ folder, paths, edited }) {
    const problems = [];
    const documents = [];
    for (const path of paths.filter(mayBeTemplate)) {
        const text = edited.get(path) ?? textOf(folder, path, MOST_BYTES, problems);
        const tree = text === undefined ? undefined : await treeOf(path, text, problems);
        if (tree !== undefined)
            documents.push({ path, tree });
    }
    const own = documents.filter(({ path, tree }) => isServerlessFile(tree) && !isPackaged(path, paths));
    const templates = documents.filter(({ tree }) => !isServerlessFile(tree) && isTemplate(tree));
    const surveys = [
        surveyTemplates(templates.map(({ path, tree }) => templateOf(path, tree)), assetsIn({ folder, paths, edited })),
        ...own.map(({ path, tree }) => surveyServerless(path, tree)),
        { ...EMPTY_SURVEY, problems },
    ];
    return { survey: joined(surveys), read: [...templates, ...own].map(({ path }) => path) };
}
/** CDK names nested templates by their hashes, and says in a manifest which files they are. */
function assetsIn({ folder, paths }) {
    const manifests = paths.filter((path) => /(?:^|\/)cdk\.out\/(?:.*\/)?[^/]+\.assets\.json$/.test(path));
    return new Map(manifests.flatMap((path) => {
        const within = path.slice(0, path.lastIndexOf('/') + 1);
        const manifest = (0,foreign_text/* parseJson */.qF)(textOf(folder, path, MOST_BYTES, []) ?? '');
        const { files } = (manifest ?? {});
        return Object.entries(files ?? {}).flatMap(([hash, file]) => typeof file?.source?.path === 'string' ? [[hash, within + file.source.path]] : []);
    }));
}
/** `undefined`: it has nothing of AWS in it, or is not understood. */
async function treeOf(path, text, problems) {
    const isServerless = SERVERLESS.test(path);
    if (!isServerless && !/\bAWS::/.test(text))
        return undefined;
    const parsed = await (0,parse.parseTree)(text);
    if (parsed.kind === 'tree')
        return parsed.tree;
    // Files with placeholders of another engine may look like templates.
    if (isServerless || /^[ \t]{0,40}["']?Resources\b/m.test(text)) {
        problems.push(`${path}: ${parsed.problem}`);
    }
    return undefined;
}
function templateOf(path, tree) {
    if (read_folder_PACKAGED.test(path))
        return { path, tree, tool: 'serverless' };
    return CDK_TEMPLATE.test(path) ? { path, tree, tool: 'cdk' } : { path, tree };
}
function mayBeTemplate(path) {
    if (path.endsWith('.tf') || /\.tf\.json$/.test(path))
        return false;
    if (BUILT.test(path))
        return CDK_TEMPLATE.test(path) || read_folder_PACKAGED.test(path);
    return /\.(?:ya?ml|json|template)$/.test(path);
}
/** Whether the framework has written the template of a serverless.yml, which has everything in it. */
function isPackaged(path, paths) {
    const folder = path.slice(0, path.lastIndexOf('/') + 1);
    return paths.includes(`${folder}.serverless/cloudformation-template-update-stack.json`);
}
async function readTerraform({ folder, paths, edited }) {
    const files = [];
    const problems = [];
    for (const path of paths.filter((each) => each.endsWith('.tf'))) {
        const text = edited.get(path) ?? textOf(folder, path, MOST_BYTES, problems);
        try {
            if (text !== undefined)
                files.push((0,hcl_parser/* parseHcl */.z)(path, text));
        }
        catch (error) {
            problems.push((0,errors/* known */.eO)(error).message);
        }
    }
    for (const path of paths.filter((each) => each.endsWith('.tf.json'))) {
        problems.push(`${path}: Terraform's JSON syntax is not read; use --terraform-json`);
    }
    const surveys = readTerraformFiles(files).map(({ instances, ...more }) => surveyTerraform(instances, more));
    return {
        survey: joined([...surveys, { ...EMPTY_SURVEY, problems }]),
        read: files.map(({ path }) => path),
    };
}
function readShown(path) {
    const problems = [];
    const text = textOf('', path, MOST_JSON_BYTES, problems);
    if (text === undefined)
        throw new errors/* KnownError */.E(`--terraform-json: ${problems.join('; ')}`);
    const shown = readTerraformJson(path, text);
    if (!shown) {
        throw new errors/* KnownError */.E(`--terraform-json: ${(0,quote/* quote */.h)(path)} is not what "terraform show -json" writes of a plan or a state`);
    }
    return { survey: surveyTerraform(shown.instances, { planned: shown.planned }), read: [path] };
}
/** Infrastructure that a program makes, and whose output is missing. */
function programsIn(paths) {
    const problems = [];
    for (const path of paths) {
        const folder = path.slice(0, path.lastIndexOf('/') + 1);
        const isCdk = /(?:^|\/)cdk\.json$/.test(path) && !BUILT.test(path);
        if (isCdk && !paths.some((each) => each.startsWith(`${folder}cdk.out/`))) {
            problems.push(`${path}: there is no ${folder}cdk.out. Run "npx cdk synth" first`);
        }
        const isProgram = /(?:^|\/)serverless\.[cm]?[jt]s$/.test(path);
        if (isProgram && !isPackaged(path, paths)) {
            problems.push(`${path}: it is a program. Run "npx serverless package" first`);
        }
    }
    return { survey: { ...EMPTY_SURVEY, problems }, read: [] };
}
/** Scripts, workflows of CIs, and npm's scripts. */
const SCRIPTS = /\.sh$|(?:^|\/)(?:Makefile|Justfile|Jenkinsfile|package\.json|buildspec[\w.-]*\.ya?ml|\.gitlab-ci\.ya?ml)$|(?:^|\/)\.(?:github\/workflows|circleci|buildkite)\/[^/]+\.ya?ml$/;
const MOST_SCRIPT_BYTES = 500_000;
function commandsIn({ folder, paths }) {
    const notes = paths
        .filter((path) => SCRIPTS.test(path))
        .flatMap((path) => riskyCommands(path, textOf(folder, path, MOST_SCRIPT_BYTES, []) ?? ''));
    return { survey: { ...EMPTY_SURVEY, notes }, read: [] };
}
/** `undefined`: it could not be read, which is a problem. */
function textOf(folder, path, mostBytes, problems) {
    const full = folder === '' ? path : (0,external_node_path_.join)(folder, path);
    try {
        const { size } = (0,external_node_fs_.statSync)(full);
        if (size <= mostBytes)
            return (0,external_node_fs_.readFileSync)(full, 'utf8');
        // Lock files and data are no templates.
        if (folder === '')
            problems.push(`${(0,quote/* quote */.h)(path)} has ${size} bytes; expected at most ${mostBytes}`);
    }
    catch (error) {
        problems.push(`${(0,quote/* quote */.h)(path)}: ${(0,errors/* messageOf */.bD)(error)}`);
    }
    return undefined;
}


/***/ }),

/***/ 99350:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Lw: () => (/* binding */ forAll),
/* harmony export */   db: () => (/* binding */ forEvery),
/* harmony export */   gJ: () => (/* binding */ mapAll)
/* harmony export */ });
/* harmony import */ var _aws_aws_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51437);
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76031);
/* harmony import */ var _base_listed_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(639);
/* harmony import */ var _ownership_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(20956);
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

/***/ 4658:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ describeCaller),
/* harmony export */   p: () => (/* binding */ permittedCallers)
/* harmony export */ });
/* harmony import */ var _rollout_shape_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(86711);
/* harmony import */ var _invoke_policy_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(33612);
/* harmony import */ var _policy_document_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(57929);
// Who the resource policies of a function let call it, for sentences and commands. Unlike the check of one call
// (`invoke-policy.ts`), this collects whatever may be allowed, and ignores denials.



/**
 * The callers with a permission on exactly this ARN.
 *
 * @param asFarAs `yes`: only where the statement is certainly about it
 */
function permittedCallers({ arn, documents }, asFarAs) {
    const fits = (match) => match === 'yes' || match === asFarAs;
    return documents
        .flatMap((document) => (0,_policy_document_js__WEBPACK_IMPORTED_MODULE_2__/* .readStatements */ .bA)(document) ?? [])
        .filter((statement) => statement.Effect === 'Allow' &&
        fits((0,_policy_document_js__WEBPACK_IMPORTED_MODULE_2__/* .matchResource */ .UY)(statement, arn)) &&
        INVOCATIONS.some((action) => fits((0,_policy_document_js__WEBPACK_IMPORTED_MODULE_2__/* .matchOperation */ .pt)(statement, action))))
        .flatMap(callersOf);
}
const INVOCATIONS = ['lambda:InvokeFunction', 'lambda:InvokeFunctionUrl'];
function callersOf(statement) {
    const { Principal } = statement;
    const named = (0,_rollout_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .isMembers */ .gV)(Principal) ? (0,_policy_document_js__WEBPACK_IMPORTED_MODULE_2__/* .asList */ .DD)(Principal.Service) : [];
    const services = named.length > 0 ? named.map(String) : [undefined];
    const found = (0,_invoke_policy_js__WEBPACK_IMPORTED_MODULE_1__/* .sourcesOf */ .u0)(statement);
    const sources = found.length > 0 ? found : [undefined];
    return services.flatMap((service) => sources.map((sourceArn) => ({ service, sourceArn })));
}
/** `API Gateway (API a1b2c3d4e5)`. */
function describeCaller({ service, sourceArn }) {
    if (service === undefined)
        return 'other principals';
    const api = /^arn:[^:]*:execute-api:[^:]*:[^:]*:([a-z0-9]+)\//.exec(sourceArn ?? '')?.[1];
    if (api !== undefined)
        return `API Gateway (API ${api})`;
    return sourceArn === undefined ? service : `${service} (${sourceArn})`;
}


/***/ }),

/***/ 75952:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   lD: () => (/* binding */ readCallers),
/* harmony export */   lq: () => (/* binding */ optional),
/* harmony export */   xm: () => (/* binding */ valueIn)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76031);
/* harmony import */ var _policy_callers_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4658);
// Reads what leads to a function and its aliases. Whatever cannot be read is left out, and said.


async function optional(read) {
    try {
        return { value: await read() };
    }
    catch (error) {
        return { why: (0,_base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .known */ .eO)(error).message };
    }
}
function valueIn(found) {
    return 'value' in found ? found.value : undefined;
}
/**
 * @param functionArn without a qualifier
 * @param aliases whose permissions are read as well
 * @param sources all event sources
 */
async function readCallers(functions, qualifiers, functionArn, aliases, sources) {
    const name = functionArn.split(':')[6] ?? '';
    const policies = [];
    for (const qualifier of [...aliases, '$LATEST']) {
        policies.push(await optional(() => functions.readPolicy(name, qualifier)));
    }
    // It may name the aliases as well.
    policies.push(await optional(() => functions.readResourcePolicy(functionArn)));
    const urls = await optional(() => qualifiers.readUrlOwners(name));
    const documents = policies.map(valueIn).filter((document) => document !== undefined);
    return {
        of: (called, certain) => ({
            permitted: (0,_policy_callers_js__WEBPACK_IMPORTED_MODULE_1__/* .permittedCallers */ .p)({ arn: called, documents }, certain),
            sources: (valueIn(sources) ?? [])
                .filter((each) => each.functionArn === called)
                .map(({ sourceArn }) => sourceArn),
            hasUrl: (valueIn(urls) ?? []).includes(called),
        }),
        why: [...policies, urls].flatMap((one) => ('why' in one ? [one.why] : [])),
    };
}


/***/ }),

/***/ 35108:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ wrongIgnoreGlobals),
/* harmony export */   y: () => (/* binding */ functionProperties)
/* harmony export */ });
/* harmony import */ var _base_listed_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(639);
/* harmony import */ var _base_quote_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(73636);
/* harmony import */ var _base_suggest_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(24526);
/* harmony import */ var _intrinsic_call_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(19724);
/* harmony import */ var _tree_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(63174);
// SAM's Globals section (SAM developer guide, "Globals section"): maps are merged, lists are concatenated,
// and any other value of the function replaces the global one. The attribute IgnoreGlobals keeps all or some of
// them away from a function.





/** The properties of a function, combined with the global ones that reach it. */
function functionProperties(template, resource) {
    const globals = (0,_tree_js__WEBPACK_IMPORTED_MODULE_1__/* .mapAt */ .SC)((0,_tree_js__WEBPACK_IMPORTED_MODULE_1__/* .mapAt */ .SC)(template, 'Globals'), 'Function');
    const ignored = resource.get('IgnoreGlobals');
    const reaching = ignored === '*' ? new Map() : without(globals, (0,_tree_js__WEBPACK_IMPORTED_MODULE_1__/* .isList */ .Lv)(ignored) ? ignored : []);
    return mergeMaps(reaching, (0,_tree_js__WEBPACK_IMPORTED_MODULE_1__/* .mapAt */ .SC)(resource, 'Properties'));
}
/** What SAM would reject of IgnoreGlobals. */
function wrongIgnoreGlobals(template, id, resource) {
    const ignored = resource.get('IgnoreGlobals');
    // Without globals, SAM does not look at it.
    const hasGlobals = (0,_tree_js__WEBPACK_IMPORTED_MODULE_1__/* .mapAt */ .SC)(template, 'Globals').has('Function');
    if (!hasGlobals || ignored === undefined || ignored === '' || ignored === '*')
        return [];
    const place = (0,_tree_js__WEBPACK_IMPORTED_MODULE_1__/* .placeOf */ .$t)(resource, 'IgnoreGlobals');
    const names = (0,_tree_js__WEBPACK_IMPORTED_MODULE_1__/* .isList */ .Lv)(ignored) ? ignored.filter((name) => typeof name === 'string') : [];
    if (!(0,_tree_js__WEBPACK_IMPORTED_MODULE_1__/* .isList */ .Lv)(ignored) || names.length < ignored.length) {
        const value = typeof ignored === 'string' ? ` is ${(0,_base_quote_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .h)(ignored)}` : '';
        return [
            `${place}IgnoreGlobals of "${id}"${value}; expected "*" or a list of global properties`,
        ];
    }
    const known = [...(0,_tree_js__WEBPACK_IMPORTED_MODULE_1__/* .mapAt */ .SC)((0,_tree_js__WEBPACK_IMPORTED_MODULE_1__/* .mapAt */ .SC)(template, 'Globals'), 'Function').keys()];
    return names
        .filter((name) => !known.includes(name))
        .map((name) => {
        const meant = (0,_base_suggest_js__WEBPACK_IMPORTED_MODULE_0__/* .didYouMean */ .a)(name, known) || ` Expected one of ${(0,_base_listed_js__WEBPACK_IMPORTED_MODULE_3__/* .listed */ .KE)(known)}.`;
        return `${place}IgnoreGlobals of "${id}" lists ${(0,_base_quote_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .h)(name)}, which is not in Globals.${meant}`;
    });
}
function without(map, names) {
    const left = [...map].filter(([key]) => !names.includes(key));
    return (0,_tree_js__WEBPACK_IMPORTED_MODULE_1__/* .markedMap */ .fl)(left, (0,_tree_js__WEBPACK_IMPORTED_MODULE_1__/* .marksOf */ .Ok)(map));
}
function mergeMaps(globals, own) {
    const all = new Map(globals);
    for (const [key, value] of own) {
        const shared = globals.get(key);
        all.set(key, shared === undefined ? value : merge(shared, value));
    }
    return (0,_tree_js__WEBPACK_IMPORTED_MODULE_1__/* .markedMap */ .fl)(all, new Map([...(0,_tree_js__WEBPACK_IMPORTED_MODULE_1__/* .marksOf */ .Ok)(globals), ...(0,_tree_js__WEBPACK_IMPORTED_MODULE_1__/* .marksOf */ .Ok)(own)]));
}
function merge(shared, own) {
    if ((0,_tree_js__WEBPACK_IMPORTED_MODULE_1__/* .isList */ .Lv)(shared) && (0,_tree_js__WEBPACK_IMPORTED_MODULE_1__/* .isList */ .Lv)(own))
        return [...shared, ...own];
    const maps = (0,_tree_js__WEBPACK_IMPORTED_MODULE_1__/* .isMap */ .jh)(shared) && (0,_tree_js__WEBPACK_IMPORTED_MODULE_1__/* .isMap */ .jh)(own) && !(0,_intrinsic_call_js__WEBPACK_IMPORTED_MODULE_4__/* .intrinsicOf */ .j)(shared) && !(0,_intrinsic_call_js__WEBPACK_IMPORTED_MODULE_4__/* .intrinsicOf */ .j)(own);
    return maps ? mergeMaps(shared, own) : own;
}


/***/ }),

/***/ 19724:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ intrinsicOf)
/* harmony export */ });
// A function of CloudFormation, as a map with one key.
/** The function that a map calls; `undefined` if it is a map of values. */
function intrinsicOf(map) {
    const [first] = map;
    if (map.size !== 1 || !first)
        return undefined;
    const [name, argument] = first;
    return name === 'Ref' || name.startsWith('Fn::') ? { name, argument } : undefined;
}


/***/ }),

/***/ 48667:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   parseTree: () => (/* binding */ parseTree)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76031);
/* harmony import */ var _base_quote_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(73636);
/* harmony import */ var _compose_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(81864);
/* harmony import */ var _tree_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(63174);
// YAML or JSON text → tree. CloudFormation's short forms (`!Ref x`) become long forms.




/** More nodes than a template of CloudFormation's 1 MB can have, but fewer than an alias bomb. */
const MAX_NODES = 200_000;
/** Nothing is a boolean or a number: a version 08 stays as it is. */
const AS_WRITTEN = (source) => source;
/**
 * Parses one document. Every error becomes a problem; nothing is thrown.
 *
 * @param meaningOf what a scalar without quotes means
 */
async function parseTree(text, meaningOf = AS_WRITTEN) {
    const yaml = await __webpack_require__.e(/* import() */ 8815).then(__webpack_require__.t.bind(__webpack_require__, 38815, 19));
    try {
        // This schema keeps all scalars as text.
        const composed = await (0,_compose_js__WEBPACK_IMPORTED_MODULE_1__/* .composeYaml */ .ee)(text, { schema: 'failsafe' });
        const { document, markAt } = composed;
        if (!document?.contents)
            return { kind: 'tree', tree: '' };
        return { kind: 'tree', tree: toTree(document.contents, { yaml, meaningOf, markAt }) };
    }
    catch (error) {
        return notYaml((0,_base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .known */ .eO)(error).message);
    }
}
function notYaml(why) {
    const problem = `it cannot be read as YAML or JSON: ${why.slice(0, 300)}`;
    return { kind: 'problem', problem };
}
function toTree(contents, { yaml, meaningOf, markAt }) {
    const anchors = new Map();
    const open = new Set();
    let count = 0;
    return visit(contents);
    function visit(node) {
        count += 1;
        if (count > MAX_NODES) {
            throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .KnownError */ .E(`its aliases expand to more than ${MAX_NODES} values`);
        }
        if (open.size > _compose_js__WEBPACK_IMPORTED_MODULE_1__/* .MAX_DEPTH */ .lr)
            throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .KnownError */ .E(_compose_js__WEBPACK_IMPORTED_MODULE_1__/* .TOO_DEEP */ .gZ);
        if (yaml.isAlias(node))
            return follow(node.source, node);
        const { anchor } = node;
        if (anchor !== undefined)
            anchors.set(anchor, node);
        open.add(node);
        const plain = contentOf(node);
        open.delete(node);
        return node.tag?.startsWith('!') ? longForm(node.tag.slice(1), plain, markOf(node)) : plain;
    }
    function markOf(node) {
        return markAt(node.range?.[0] ?? 0);
    }
    function fail(what, node) {
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .KnownError */ .E(`${what} at ${(0,_tree_js__WEBPACK_IMPORTED_MODULE_2__/* .markText */ .PQ)(markOf(node))}`);
    }
    function follow(anchor, alias) {
        const node = anchors.get(anchor);
        if (!node)
            fail(`the alias *${anchor} comes before its anchor, or has none`, alias);
        if (open.has(node))
            fail(`the anchor &${anchor} contains itself`, alias);
        return visit(node);
    }
    function contentOf(node) {
        if (yaml.isScalar(node))
            return textOf(node);
        if (yaml.isSeq(node))
            return node.items.map(visit);
        if (!yaml.isMap(node))
            fail('it contains an unknown kind of node', node);
        const entries = node.items.map(({ key, value }) => {
            if (!yaml.isScalar(key) || key.tag?.startsWith('!')) {
                fail(`the key ${(0,_base_quote_js__WEBPACK_IMPORTED_MODULE_3__/* .quote */ .h)(String(key))} is not a string`, key);
            }
            const isMerge = key.type === 'PLAIN' && key.value === '<<';
            return {
                key: String(key.value ?? ''),
                isMerge,
                value: value ? visit(value) : '',
                mark: markOf(key),
            };
        });
        return merged(entries);
    }
    /** Only a scalar without quotes can be anything but a text, and only without a tag of CloudFormation. */
    function textOf({ type, tag, value }) {
        const text = String(value ?? '');
        const isPlain = type === 'PLAIN' && (tag === undefined || tag !== YAML_TEXT);
        return isPlain && !tag?.startsWith('!') ? meaningOf(text) : text;
    }
}
/** `!!str`, written out. */
const YAML_TEXT = 'tag:yaml.org,2002:str';
/** YAML's merge key (yaml.org/type/merge): keys next to it take precedence, and an earlier map of a list. */
function merged(entries) {
    const taken = entries.filter(({ isMerge }) => isMerge).flatMap(mapsOf);
    const own = entries.filter(({ isMerge }) => !isMerge);
    const marks = new Map();
    const all = new Map();
    for (const map of taken.reverse()) {
        for (const [key, value] of map)
            all.set(key, value);
        for (const [key, mark] of (0,_tree_js__WEBPACK_IMPORTED_MODULE_2__/* .marksOf */ .Ok)(map))
            marks.set(key, mark);
    }
    for (const { key, value, mark } of own) {
        all.set(key, value);
        marks.set(key, mark);
    }
    return (0,_tree_js__WEBPACK_IMPORTED_MODULE_2__/* .markedMap */ .fl)(all, marks);
}
function mapsOf({ value, mark }) {
    const maps = (0,_tree_js__WEBPACK_IMPORTED_MODULE_2__/* .isList */ .Lv)(value) ? value : [value];
    return maps.map((map) => {
        if ((0,_tree_js__WEBPACK_IMPORTED_MODULE_2__/* .isMap */ .jh)(map))
            return map;
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .KnownError */ .E(`<< has a value that is not a map at ${(0,_tree_js__WEBPACK_IMPORTED_MODULE_2__/* .markText */ .PQ)(mark)}`);
    });
}
/**
 * `!Ref x` becomes `{Ref: x}`, likewise `!Condition x`. `!Sub x` becomes `{Fn::Sub: x}`, likewise all others.
 */
function longForm(tag, value, mark) {
    const name = tag === 'Ref' || tag === 'Condition' ? tag : `Fn::${tag}`;
    return (0,_tree_js__WEBPACK_IMPORTED_MODULE_2__/* .markedMap */ .fl)([[name, value]], new Map([[name, mark]]));
}


/***/ })

};
