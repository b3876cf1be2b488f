export const id = 3106;
export const ids = [3106];
export const modules = {

/***/ 90782:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ bindDeployments)
/* harmony export */ });
/* harmony import */ var _aws_sdk_client_api_gateway__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(60818);
/* harmony import */ var _call_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(13280);
/* harmony import */ var _gateway_arns_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(31389);
/* harmony import */ var _gateway_client_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(51538);
/* harmony import */ var _pages_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(53242);
/* harmony import */ var _stage_calls_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(10323);
/* harmony import */ var _stage_export_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(69955);
// All deployments and stages of a REST API, and the deletion of deployments.







/** AWS's maximum size of a page of deployments. */
const PAGE_SIZE = 500;
function bindDeployments({ mode, place, open }, restApiId) {
    const client = open(_gateway_client_js__WEBPACK_IMPORTED_MODULE_2__/* .API_GATEWAY */ .Q);
    const words = (doing, verb, path) => ({
        doing,
        permission: {
            action: `apigateway:${verb}`,
            resource: (0,_gateway_arns_js__WEBPACK_IMPORTED_MODULE_1__/* .gatewayArn */ .Sw)(place, `/restapis/${restApiId}${path}`),
        },
    });
    return {
        mode,
        list: async () => {
            const doing = "listing the API's deployments";
            const pages = (0,_aws_sdk_client_api_gateway__WEBPACK_IMPORTED_MODULE_6__/* .paginateGetDeployments */ .Okw)({ client, pageSize: PAGE_SIZE }, { restApiId });
            const found = await (0,_call_js__WEBPACK_IMPORTED_MODULE_0__/* .call */ .T1)(words(doing, 'GET', '/deployments'), () => (0,_pages_js__WEBPACK_IMPORTED_MODULE_3__/* .gather */ .kg)(pages));
            return found
                .flatMap(({ items = [] }) => items)
                .map(({ id, description = '', createdDate }) => ({
                id: (0,_call_js__WEBPACK_IMPORTED_MODULE_0__/* .required */ .mw)(id, doing, 'id'),
                description,
                createdAt: (0,_call_js__WEBPACK_IMPORTED_MODULE_0__/* .required */ .mw)(createdDate, doing, 'createdDate').getTime() / 1000,
            }));
        },
        readStages: async () => {
            const send = () => client.send(new _aws_sdk_client_api_gateway__WEBPACK_IMPORTED_MODULE_6__/* .GetStagesCommand */ .pY7({ restApiId }));
            const doing = "listing the API's stages";
            const { item = [] } = await (0,_call_js__WEBPACK_IMPORTED_MODULE_0__/* .call */ .T1)(words(doing, 'GET', '/stages'), send);
            return item.map((stage) => ({
                name: (0,_call_js__WEBPACK_IMPORTED_MODULE_0__/* .required */ .mw)(stage.stageName, doing, 'stageName'),
                description: stage.description ?? '',
                ...(0,_stage_calls_js__WEBPACK_IMPORTED_MODULE_4__/* .readingOf */ .M)(stage),
            }));
        },
        readServed: async (stages) => {
            const found = [];
            for (const { name } of stages) {
                found.push(...(await (0,_stage_export_js__WEBPACK_IMPORTED_MODULE_5__/* .readServed */ .W4)(client, place, restApiId, name)).integrations);
            }
            return found;
        },
        remove: async (deploymentId) => {
            const path = `/deployments/${deploymentId}`;
            const send = () => client.send(new _aws_sdk_client_api_gateway__WEBPACK_IMPORTED_MODULE_6__/* .DeleteDeploymentCommand */ .Esf({ restApiId, deploymentId }));
            await (0,_call_js__WEBPACK_IMPORTED_MODULE_0__/* .call */ .T1)(words(`deleting the deployment ${deploymentId}`, 'DELETE', path), send);
        },
    };
}


/***/ }),

/***/ 46966:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ unclearCalls),
/* harmony export */   O: () => (/* binding */ changedCalls)
/* harmony export */ });
/* harmony import */ var _aws_definition_calls_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(16031);
/* harmony import */ var _integration_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(86778);
/* harmony import */ var _moved_calls_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6303);
// Notes about calls of the released definition that no check stops: those that are not understood, and those that
// lead somewhere else than on the stage.



/** Calls that are not understood, or use a stage variable that has no value. */
function unclearCalls({ released, variables, overrides }) {
    const values = { ...variables, ...overrides };
    const isSet = (name) => Object.hasOwn(values, name);
    const odd = released.filter((call) => (0,_integration_js__WEBPACK_IMPORTED_MODULE_1__/* .reachOf */ .xw)(call.uri, values).kind === 'unknown' && (0,_integration_js__WEBPACK_IMPORTED_MODULE_1__/* .variablesOf */ .ht)(call).every(isSet));
    const unset = [...new Set(released.flatMap(_integration_js__WEBPACK_IMPORTED_MODULE_1__/* .variablesOf */ .ht))].filter((name) => !isSet(name));
    return [
        ...listed('what these integrations call is not understood, so it was not checked', odd, shown),
        ...unset.flatMap((name) => {
            const users = released.filter((call) => (0,_integration_js__WEBPACK_IMPORTED_MODULE_1__/* .variablesOf */ .ht)(call).includes(name));
            return listed(`stage variable "${name}", which has no value, is used by`, users, shown);
        }),
    ];
}
/**
 * Calls of the canary that lead somewhere else than on the stage, without any override.
 *
 * @param functions the released functions, whose versions differ
 */
function changedCalls({ served, released, variables }, functions) {
    const changes = released.flatMap((call) => {
        const before = (0,_moved_calls_js__WEBPACK_IMPORTED_MODULE_2__/* .counterpart */ .UA)(call, served);
        const change = before && changeOf(before, call, variables, functions);
        return change === undefined ? [] : [{ call, change }];
    });
    const words = new Map(changes.map(({ call, change }) => [call, change]));
    return listed('on the canary, these routes call something else than on the stage', [...words.keys()], (call) => words.get(call) ?? '');
}
function changeOf(before, after, variables, functions) {
    const [old, fresh] = [(0,_integration_js__WEBPACK_IMPORTED_MODULE_1__/* .reachOf */ .xw)(before.uri, variables), (0,_integration_js__WEBPACK_IMPORTED_MODULE_1__/* .reachOf */ .xw)(after.uri, variables)];
    const isReleased = old.kind === 'lambda' &&
        fresh.kind === 'lambda' &&
        old.functionName === fresh.functionName &&
        functions.includes(old.functionName);
    const sameTarget = old.kind === 'lambda' || fresh.kind === 'lambda'
        ? (0,_moved_calls_js__WEBPACK_IMPORTED_MODULE_2__/* .keyOf */ .TN)(old) === (0,_moved_calls_js__WEBPACK_IMPORTED_MODULE_2__/* .keyOf */ .TN)(fresh)
        : (0,_integration_js__WEBPACK_IMPORTED_MODULE_1__/* .filledIn */ .AE)(before.uri, variables) === (0,_integration_js__WEBPACK_IMPORTED_MODULE_1__/* .filledIn */ .AE)(after.uri, variables);
    if (!isReleased && !sameTarget) {
        const [from, to] = [shown(before), shown(after)];
        return from === to ? `another address at ${to}` : `${to} instead of ${from}`;
    }
    const differs = (part) => (0,_integration_js__WEBPACK_IMPORTED_MODULE_1__/* .filledIn */ .AE)(before[part] ?? '', variables) !== (0,_integration_js__WEBPACK_IMPORTED_MODULE_1__/* .filledIn */ .AE)(after[part] ?? '', variables);
    const ways = [
        ...(differs('credentials') ? ['role'] : []),
        ...(differs('connectionId') ? ['VPC link'] : []),
        // The request to another AWS service names the queue, the table or the state machine.
        ...(fresh.kind !== 'lambda' && before.request !== after.request ? ['request'] : []),
    ];
    return ways.length === 0 ? undefined : `the same with another ${ways.join(', another ')}`;
}
function shown({ uri }) {
    return uri === '' ? 'no URI' : (0,_integration_js__WEBPACK_IMPORTED_MODULE_1__/* .shownUri */ .sb)(uri);
}
const MOST_SHOWN = 10;
/** Empty without calls. */
function listed(words, calls, inWords) {
    if (calls.length === 0)
        return [];
    const list = calls.slice(0, MOST_SHOWN).map((call) => `${(0,_aws_definition_calls_js__WEBPACK_IMPORTED_MODULE_0__/* .nameOf */ .V)(call)} (${inWords(call)})`);
    const more = calls.length - MOST_SHOWN;
    return [`definition: ${words}: ${list.join(', ')}${more > 0 ? ` and ${more} more` : ''}`];
}


/***/ }),

/***/ 3551:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ canaryChange),
/* harmony export */   t: () => (/* binding */ sharedVariables)
/* harmony export */ });
/* harmony import */ var _integration_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(86778);
// The settings of a stage's canary: the variable overrides and the rewritten integrations that lead it to the new
// versions.

/**
 * Adds the new versions to the wirings.
 *
 * @param extra overrides from the inputs, added to those of the wirings
 * @returns the change, or a description of the contradiction between two wirings
 */
function canaryChange(wirings, changes, extra) {
    const overrides = new Map();
    const problems = [];
    const drafts = [];
    const put = (name, value, why) => {
        const other = overrides.get(name);
        // A value from the inputs may be a secret, so the message names both by their source.
        if (other !== undefined && other.value !== value) {
            problems.push(`stage variable "${name}" would need two values, for ${other.why} and for ${why}; ` +
                'expected a separate variable for each function');
        }
        overrides.set(name, { value, why });
    };
    for (const [name, value] of Object.entries(extra))
        put(name, value, 'stage-variable-overrides');
    for (const wiring of wirings) {
        const to = changes.find((change) => change.name === wiring.functionName)?.to ?? wiring.from;
        if (wiring.kind === 'variable') {
            put(wiring.variable, wiring.prefix + to, `"${wiring.functionName}" (version ${to})`);
        }
        else {
            // The draft may name another version than the one that serves, and even the new one.
            const rewritten = wiring.integrations.map((integration) => draftChange(integration, to));
            drafts.push(...rewritten.filter((draft) => draft.from !== draft.to));
        }
    }
    if (problems.length > 0)
        return { problems };
    const values = [...overrides].map(([name, { value }]) => [name, value]);
    return { overrides: Object.fromEntries(values), drafts };
}
/** The variables that two functions both need. */
function sharedVariables(wirings) {
    const names = wirings.flatMap((w) => (w.kind === 'variable' ? [w.variable] : []));
    return [...new Set(names.filter((name, i) => names.indexOf(name) !== i))];
}
function draftChange(integration, to) {
    const { resourceId, method, uri } = integration;
    return { resourceId, method, from: uri, to: (0,_integration_js__WEBPACK_IMPORTED_MODULE_0__/* .withQualifier */ .f6)(uri, to) };
}


/***/ }),

/***/ 82057:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F4: () => (/* binding */ DISABLED),
/* harmony export */   Re: () => (/* binding */ checkDefaultUrl),
/* harmony export */   Uj: () => (/* binding */ PRIVATE)
/* harmony export */ });
// The default address of a stage is what hooks and readers of a preview get, so it has to answer them.
const DISABLED = "the API's default endpoint is disabled (disableExecuteApiEndpoint), so the default address of every stage answers 403";
const PRIVATE = 'the API is private and reachable only from its VPCs, so';
function checkDefaultUrl(defaultUrl, { shadowStage, tellsHooks }, { problems, notes }) {
    if (defaultUrl === 'everyone')
        return;
    if (defaultUrl === 'nobody' && shadowStage !== undefined) {
        problems.push(`shadow-stage: ${DISABLED}, and a shadow stage has no other address; expected no shadow-stage, or an API with its default endpoint`);
    }
    if (!tellsHooks)
        return;
    notes.push(defaultUrl === 'nobody'
        ? `hooks: ${DISABLED}: a hook that calls its stageUrl fails; let it call a custom domain instead`
        : `hooks: ${PRIVATE} stageUrl and shadowUrl answer only a hook that runs there`);
}


/***/ }),

/***/ 62971:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ callsDigest),
/* harmony export */   x: () => (/* binding */ definitionChanges)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var _aws_definition_calls_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(16031);
/* harmony import */ var _integration_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(86778);
// What an API definition calls, compared with another one, and as a digest by which a draft is recognized.



/** 16 hexadecimal digits over the routes and what each of them calls. */
function callsDigest(calls) {
    const all = [...callsByRoute(calls)].sort(([a], [b]) => (a < b ? -1 : 1));
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(JSON.stringify(all)).digest('hex').slice(0, 16);
}
/** `GET /orders is removed`, for each route that differs. */
function definitionChanges(before, after) {
    const [old, next] = [callsByRoute(before), callsByRoute(after)];
    return [...new Set([...old.keys(), ...next.keys()])].flatMap((route) => {
        const [was, is] = [old.get(route), next.get(route)];
        if (is === undefined)
            return [`${route} is removed`];
        if (was === undefined)
            return [`${route} is added`];
        if (was.uri !== is.uri) {
            const [from, to] = [was.uri, is.uri].map((uri) => (uri === '' ? 'nothing' : (0,_integration_js__WEBPACK_IMPORTED_MODULE_2__/* .shownUri */ .sb)(uri)));
            return [`${route} calls ${to} instead of ${from}`];
        }
        return JSON.stringify(was) === JSON.stringify(is) ? [] : [`${route} is called in another way`];
    });
}
function callsByRoute({ routes, integrations }) {
    return new Map(routes.map((route) => {
        const found = integrations.find(({ method, path, authorizerId }) => authorizerId === undefined && method === route.method && path === route.path);
        const { uri = '', credentials = '', connectionId = '' } = found ?? {};
        return [(0,_aws_definition_calls_js__WEBPACK_IMPORTED_MODULE_1__/* .nameOf */ .V)(route), { uri, credentials, connectionId }];
    }));
}


/***/ }),

/***/ 55294:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I6: () => (/* binding */ overridesInWords),
/* harmony export */   Z2: () => (/* binding */ movedAlong),
/* harmony export */   bo: () => (/* binding */ knowsVariable),
/* harmony export */   bz: () => (/* binding */ readersInWords),
/* harmony export */   qP: () => (/* binding */ strayDependents),
/* harmony export */   wt: () => (/* binding */ idleOverrides)
/* harmony export */ });
/* unused harmony export callsInWords */
/* harmony import */ var _aws_definition_calls_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(16031);
/* harmony import */ var _base_listed_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(639);
/* harmony import */ var _base_suggest_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(24526);
/* harmony import */ var _integration_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(86778);
// Finds everything that depends on a stage variable. If a variable changes for one function, everything else that
// depends on it would change with it, so this must be known first.




/** Describes what would move with the variables of released functions and is not released itself. */
function strayDependents(wirings, definition, variables) {
    return straysOf(wirings, definition, variables).map((stray) => describe(stray, variables));
}
/** Describes the same for a sentence about a move that is made nevertheless; empty if there is nothing. */
function movedAlong(wirings, definition, variables) {
    const strays = straysOf(wirings, definition, variables).map(({ variable, others }) => `stage variable "${variable}" also controls ${callsInWords(others, variables)}`);
    return strays.length > 0 ? `; ${(0,_base_listed_js__WEBPACK_IMPORTED_MODULE_3__/* .listed */ .KE)(strays, '; ')}` : '';
}
function straysOf(wirings, { integrations }, variables) {
    const moved = new Set(wirings.flatMap((w) => (w.kind === 'variable' ? [w.variable] : [])));
    return [...moved].flatMap((variable) => {
        const movers = wirings.flatMap((w) => w.kind === 'variable' && w.variable === variable ? [w.functionName] : []);
        const others = integrations.filter((integration) => {
            if (!(0,_integration_js__WEBPACK_IMPORTED_MODULE_2__/* .variablesOf */ .ht)(integration).includes(variable))
                return false;
            const decided = functionOf(integration, variable, variables);
            return decided === undefined || !movers.includes(decided);
        });
        return others.length > 0 ? [{ variable, movers, others }] : [];
    });
}
function describe({ variable, movers, others }, variables) {
    const names = movers.map((name) => `"${name}"`).join(' and ');
    const functions = new Set(others.map((other) => functionOf(other, variable, variables)));
    const listable = [...functions].every((name) => name !== undefined);
    const list = [...functions].map((name) => `"${name}"`).join(' and ');
    const orList = listable
        ? `, or list ${list} in functions too, and set one published version for all of them in version`
        : '';
    return (`stage variable "${variable}", which holds the version of ${names}, also controls ` +
        `${callsInWords(others, variables)}, which would change with it. To fix this, give ${names} ${movers.length === 1 ? 'its' : 'their'} own stage variable${orList}`);
}
/** The function whose version the variable determines; not for other uses, such as the role of the call. */
function functionOf(integration, variable, variables) {
    const scope = (0,_integration_js__WEBPACK_IMPORTED_MODULE_2__/* .reachOf */ .xw)(integration.uri, variables);
    const held = scope.kind === 'lambda' && scope.heldBy?.name === variable;
    const once = (0,_integration_js__WEBPACK_IMPORTED_MODULE_2__/* .variablesOf */ .ht)(integration).filter((name) => name === variable).length === 1;
    return held && once ? scope.functionName : undefined;
}
/** `what GET /pay calls (function "payments")`, for several calls. */
function callsInWords(calls, variables) {
    const shown = calls.slice(0, MOST_SHOWN).map((call) => callInWords(call, variables));
    const more = calls.length - shown.length;
    return `what ${shown.join(', ')}${more > 0 ? ` and ${more} more` : ''} ${calls.length === 1 ? 'calls' : 'call'}`;
}
const MOST_SHOWN = 10;
function callInWords(call, variables) {
    const scope = (0,_integration_js__WEBPACK_IMPORTED_MODULE_2__/* .reachOf */ .xw)(call.uri, variables);
    const link = call.connectionId === undefined ? '' : `, VPC link ${call.connectionId}`;
    const where = scope.kind === 'lambda' ? `function "${scope.functionName}"` : `${(0,_integration_js__WEBPACK_IMPORTED_MODULE_2__/* .shownUri */ .sb)(call.uri)}${link}`;
    return `${(0,_aws_definition_calls_js__WEBPACK_IMPORTED_MODULE_0__/* .nameOf */ .V)(call)} (${where})`;
}
/** Notes about readers of these variables that do not call a function through them. */
function readersInWords(moved, readers) {
    return moved.flatMap((variable) => {
        const where = readers.filter(({ names }) => names.includes(variable)).map((r) => r.where);
        if (where.length === 0)
            return [];
        const shown = where.slice(0, MOST_SHOWN).join(', ');
        const more = where.length > MOST_SHOWN ? ` and ${where.length - MOST_SHOWN} more` : '';
        return [
            `stage variable "${variable}" is also read by templates, mappings or gateway responses (${shown}${more}): on the canary they see its new value`,
        ];
    });
}
/** Whether any part reads the variable. A reader with computed names may read each. */
function knowsVariable(definition, name) {
    const read = variablesIn(definition);
    return read.includes(name) || read.includes('*');
}
function variablesIn({ integrations, readers }) {
    return [...integrations.flatMap(_integration_js__WEBPACK_IMPORTED_MODULE_2__/* .variablesOf */ .ht), ...readers.flatMap(({ names }) => names)];
}
/**
 * Describes overrides that no part of what is released reads: their names are probably misspelt.
 *
 * @param draft if it is not what is released
 */
function idleOverrides(overrides, released, variables, draft) {
    const known = [...new Set([...Object.keys(variables), ...variablesIn(released)])];
    const isIdle = (name) => !known.includes(name) && !knowsVariable(released, name);
    return Object.keys(overrides)
        .filter(isIdle)
        .map((name) => draft && knowsVariable(draft, name)
        ? `stage-variable-overrides: only the API's draft has the variable "${name}", and definition: deployed does not release the draft; expected a variable of the deployed definition, or definition: draft`
        : `stage-variable-overrides: neither the stage nor the API definition has the variable "${name}"; ` +
            `expected one that the stage has or the definition mentions.${(0,_base_suggest_js__WEBPACK_IMPORTED_MODULE_1__/* .didYouMean */ .a)(name, known)} If a function reads it from its event, set it on the stage first`);
}
/** Notes about what the overrides move. */
function overridesInWords(overrides, integrations, variables) {
    return Object.keys(overrides).flatMap((name) => {
        const moved = integrations.filter((call) => (0,_integration_js__WEBPACK_IMPORTED_MODULE_2__/* .variablesOf */ .ht)(call).includes(name));
        if (moved.length === 0)
            return [];
        return [
            `stage-variable-overrides: "${name}" controls ${callsInWords(moved, variables)}, and changes it`,
        ];
    });
}


/***/ }),

/***/ 71929:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CJ: () => (/* binding */ parseFile),
/* harmony export */   LK: () => (/* binding */ parseDraft),
/* harmony export */   T7: () => (/* binding */ parseSeal),
/* harmony export */   Ti: () => (/* binding */ describeDeployment),
/* harmony export */   iN: () => (/* binding */ DEPLOYMENT_MARK),
/* harmony export */   zi: () => (/* binding */ parseDeployment)
/* harmony export */ });
// The description of the deployment that a release creates, which is stored permanently in AWS. A rollback to an
// earlier release reads it.
/** At most 256 characters: API Gateway documents no limit for a deployment's description. */
const MAX_DESCRIPTION = 256;
function describeDeployment({ repository, runId }, { after, changes, draft, file, seal }) {
    const words = changes.map(({ name, from, to }) => `${name} ${from} to ${to}`).join(', ');
    const from = file === undefined ? '' : ` file ${file}`;
    const of = draft === undefined ? '' : ` draft ${draft}`;
    const sealed = seal === undefined ? '' : ` sealed ${seal}`;
    const text = `${DEPLOYMENT_MARK}${repository}${of}${from} run ${runId}${sealed} after ${after}${words && `: ${words}`}`;
    return text.length <= MAX_DESCRIPTION ? text : `${text.slice(0, MAX_DESCRIPTION - 1)}…`;
}
/** `undefined` if the description has another form or was truncated. */
function parseDeployment(description) {
    if (!description.startsWith(DEPLOYMENT_MARK) || description.endsWith('…'))
        return undefined;
    const [, after, words] = / run [\w.-]+(?: sealed [0-9a-f]+)? after ([A-Za-z0-9]{1,64})(?:: (.+))?$/.exec(description) ??
        [];
    if (after === undefined)
        return undefined;
    const changes = (words?.split(', ') ?? []).map((word) => {
        const [, name = '', from = '', to = ''] = /^([\w-]{1,64}) (\d*) to (\d+)$/.exec(word) ?? [];
        return { name, from, to };
    });
    return changes.every(({ to }) => to !== '') ? { after, changes } : undefined;
}
/** Also reads a truncated description; `undefined` if it has no draft mark. */
function parseDraft(description) {
    if (!description.startsWith(DEPLOYMENT_MARK))
        return undefined;
    return /^\S+ draft ([0-9a-f]{16}) (?:file|run) /.exec(description.slice(DEPLOYMENT_MARK.length))?.[1];
}
/** Also reads a truncated description; `undefined` if its draft was not imported. */
function parseFile(description) {
    if (!description.startsWith(DEPLOYMENT_MARK))
        return undefined;
    return / file ([0-9a-f]{16}) run /.exec(description)?.[1];
}
/** Also reads a truncated description; `undefined` if it has no digest. */
function parseSeal(description) {
    if (!description.startsWith(DEPLOYMENT_MARK))
        return undefined;
    return / run [\w.-]+ sealed ([0-9a-f]{24}) after /.exec(description)?.[1];
}
/** Begins the description of every deployment that is created for a canary. */
const DEPLOYMENT_MARK = 'canary-action: ';


/***/ }),

/***/ 96895:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ee: () => (/* binding */ withSide),
/* harmony export */   Fd: () => (/* binding */ changedMeanwhile),
/* harmony export */   ee: () => (/* binding */ changedBefore),
/* harmony export */   iv: () => (/* binding */ changesBetween)
/* harmony export */ });
/* harmony import */ var _aws_draft_mark_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(80947);
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76031);
/* harmony import */ var _base_listed_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(639);
/* harmony import */ var _integration_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(86778);
// What differs between two readings of an API's draft, and the errors for a draft that changed during a release.




/** Parts of a draft that only its mark compares. */
const OTHER_PARTS = 'its settings, models, gateway responses, authorizers or request validators are others now';
/** `GET /orders now calls arn:…`, for each resource and method that is not the same in both. */
function changesBetween(before, now) {
    const [old, current] = [partsOf(before), partsOf(now)];
    return [...new Set([...old.keys(), ...current.keys()])].flatMap((name) => {
        const [was, is] = [old.get(name), current.get(name)];
        if (was?.text === is?.text)
            return [];
        if (is === undefined)
            return [`${name} was removed`];
        if (was === undefined)
            return [`${name} was added`];
        return is.uri === undefined || is.uri === was.uri
            ? [`${name} was edited`]
            : [`${name} now calls ${(0,_integration_js__WEBPACK_IMPORTED_MODULE_2__/* .shownUri */ .sb)(is.uri)}`];
    });
}
function partsOf({ resources }) {
    const parts = new Map();
    for (const { resourceMethods = {}, path = '', ...resource } of resources) {
        parts.set(`the resource ${path}`, { text: textOf(resource), uri: undefined });
        for (const [method, details] of Object.entries(resourceMethods)) {
            parts.set(`${method} ${path}`, {
                text: textOf(details),
                uri: details.methodIntegration?.uri,
            });
        }
    }
    return parts;
}
function textOf(part) {
    return JSON.stringify((0,_aws_draft_mark_js__WEBPACK_IMPORTED_MODULE_0__/* .sorted */ .I)(part));
}
/** The draft with these integrations on one side of their change, if they were on the other. */
function withSide(draft, drafts, side) {
    if (drafts.length === 0)
        return draft;
    const other = side === 'to' ? 'from' : 'to';
    const uriOf = (resourceId, method, uri) => drafts.find((d) => d.resourceId === resourceId && d.method === method && d[other] === uri)?.[side] ?? uri;
    const resources = draft.resources.map((resource) => ({
        ...resource,
        ...(resource.resourceMethods && {
            resourceMethods: Object.fromEntries(Object.entries(resource.resourceMethods).map(([method, details]) => {
                const { methodIntegration } = details;
                if (!methodIntegration)
                    return [method, details];
                const uri = uriOf(resource.id, method, methodIntegration.uri);
                return [method, { ...details, methodIntegration: { ...methodIntegration, uri } }];
            })),
        }),
    }));
    return { ...draft, resources };
}
/** @param changes empty: no resource or method changed */
function changedBefore(changes) {
    return new _base_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .MovedError */ .WJ(`someone changed the API's draft after it was checked: ${inWords(changes)}. ` +
        `No deployment was created from it, and nothing of that change was overwritten. ${AGAIN}`);
}
/** @param changes empty: no resource or method changed */
function changedMeanwhile(changes) {
    return new _base_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .MovedError */ .WJ(`someone changed the API's draft while a deployment was created from it: ${inWords(changes)}. ` +
        `The deployment may contain that change, so it serves nobody; nothing of the change was overwritten. ${AGAIN}`);
}
const AGAIN = 'Run this again: the draft is then checked as it is now';
function inWords(changes) {
    return changes.length === 0 ? OTHER_PARTS : (0,_base_listed_js__WEBPACK_IMPORTED_MODULE_3__/* .listed */ .KE)(changes, ', ');
}


/***/ }),

/***/ 51679:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ assertUnchanged),
/* harmony export */   f: () => (/* binding */ deployDraft)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76031);
/* harmony import */ var _ownership_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(20956);
/* harmony import */ var _draft_changes_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(96895);
/* harmony import */ var _drafts_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(91834);
// Deploys the API's draft as it was checked. API Gateway can neither lock a draft nor make a deployment depend on its
// content, so the draft is compared before the deployment is created, and again after it: only if it is the same both
// times does the deployment contain what was checked.




/**
 * Throws a `MovedError` if the draft is no longer what was checked, or changes meanwhile.
 *
 * @param drafts pinned integrations, rewritten only while the deployment is created
 * @param deploy creates the deployment from a draft with this mark; `undefined`: it could not be read
 */
async function deployDraft(comparison, drafts, deploy) {
    const { api, restoring, checked } = comparison;
    const id = await (0,_drafts_js__WEBPACK_IMPORTED_MODULE_3__/* .withNewDrafts */ .BQ)(api, restoring, drafts, async () => {
        const { draft, mark } = await readUnchanged(comparison, drafts, _draft_changes_js__WEBPACK_IMPORTED_MODULE_2__/* .changedBefore */ .ee);
        const isRewritten = drafts.length > 0 && checked.mark !== undefined;
        return deploy(isRewritten ? await markOf(comparison, draft) : mark);
    });
    await readUnchanged(comparison, [], _draft_changes_js__WEBPACK_IMPORTED_MODULE_2__/* .changedMeanwhile */ .Fd);
    return id;
}
/** Throws a `MovedError` if the draft is no longer what was checked. */
async function assertUnchanged(comparison) {
    await readUnchanged(comparison, [], _draft_changes_js__WEBPACK_IMPORTED_MODULE_2__/* .changedBefore */ .ee);
}
/** @param rewritten what this run has set to its new side */
async function readUnchanged(comparison, rewritten, moved) {
    const first = await read(comparison, rewritten);
    if (first.changes === undefined)
        return first;
    // AWS documents nowhere that a read shows the latest write at once. A real change is still there later.
    await comparison.pause(_ownership_js__WEBPACK_IMPORTED_MODULE_1__/* .SETTLE_SECONDS */ .Ej);
    const last = await read(comparison, rewritten);
    if (last.changes !== undefined)
        throw moved(last.changes);
    return last;
}
/** `changes`: since it was checked; `undefined`: none are known; empty: of something other than its methods. */
async function read(comparison, rewritten) {
    const { api, checked } = comparison;
    const draft = await api.readDraft('none');
    const was = (0,_draft_changes_js__WEBPACK_IMPORTED_MODULE_2__/* .withSide */ .Ee)(draft, rewritten, 'from');
    const changes = (0,_draft_changes_js__WEBPACK_IMPORTED_MODULE_2__/* .changesBetween */ .iv)(checked.draft, was);
    if (changes.length > 0)
        return { draft, mark: undefined, changes };
    const mark = checked.mark && (await markOf(comparison, was));
    return { draft, mark, changes: mark === checked.mark || mark === undefined ? undefined : [] };
}
/** `undefined` if it cannot be read: the next release then treats the draft as changed. */
async function markOf({ api, warn }, draft) {
    try {
        return await api.markDraft(draft);
    }
    catch (error) {
        warn(`The API's draft could not be compared as a whole with what was checked: only a change of its methods is noticed, and the next release deploys it even if nothing changed (${(0,_base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .known */ .eO)(error).message})`);
        return undefined;
    }
}


/***/ }),

/***/ 91834:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BQ: () => (/* binding */ withNewDrafts),
/* harmony export */   Iu: () => (/* binding */ settleDrafts)
/* harmony export */ });
/* unused harmony export leftInWords */
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76031);
/* harmony import */ var _draft_changes_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(96895);
/* harmony import */ var _integration_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(86778);
// Pinned integrations: the draft has the new version only until it is deployed, so that no other deployment ships a
// version that may still be rolled back.



/** Sets the integrations to one side of their change, except for those with neither side, which are returned. */
async function setDrafts(api, drafts, side) {
    if (drafts.length === 0)
        return [];
    const { integrations } = await api.readDraft('none');
    const left = [];
    for (const draft of drafts) {
        const found = integrations.find((i) => i.resourceId === draft.resourceId && i.method === draft.method);
        const other = side === 'to' ? 'from' : 'to';
        if (found?.uri === draft[other])
            await rewrite(api, draft, draft[side]);
        else if (found?.uri !== draft[side]) {
            const route = `${draft.method} ${found?.path ?? `on resource ${draft.resourceId}`}`;
            left.push({ route, uri: found?.uri, expected: draft[side] });
        }
    }
    return left;
}
/** Sets the integrations to the side that is served now, and says what was left alone. */
async function settleDrafts({ api, warn }, drafts, side) {
    for (const left of await setDrafts(api, drafts, side))
        warn(leftInWords(left));
}
/** For users, who expect the draft to name the version that is served. */
function leftInWords({ route, uri, expected }) {
    const instead = (0,_integration_js__WEBPACK_IMPORTED_MODULE_2__/* .shownUri */ .sb)(expected);
    const calls = uri === undefined
        ? `no longer calls ${instead}`
        : `calls ${(0,_integration_js__WEBPACK_IMPORTED_MODULE_2__/* .shownUri */ .sb)(uri)} instead of ${instead}`;
    return `In the API's draft, ${route} ${calls}. Someone else set that, so it was left alone; the next deployment of the draft contains it.`;
}
/**
 * Sets the drafts to the new side only while the work runs. Throws a `MovedError` if someone else edits one of them.
 *
 * @param restoring restores the drafts in every case, including a cancellation
 */
async function withNewDrafts(api, restoring, drafts, work) {
    let left;
    let result;
    try {
        left = await setDrafts(api, drafts, 'to');
        if (left.length > 0)
            throw (0,_draft_changes_js__WEBPACK_IMPORTED_MODULE_1__/* .changedBefore */ .ee)(left.map(changeInWords));
        result = await work();
    }
    finally {
        left = await setDrafts(restoring, drafts, 'from');
    }
    if (left.length > 0)
        throw (0,_draft_changes_js__WEBPACK_IMPORTED_MODULE_1__/* .changedMeanwhile */ .Fd)(left.map(changeInWords));
    return result;
}
function changeInWords({ route, uri }) {
    return uri === undefined ? `${route} was removed` : `${route} now calls ${(0,_integration_js__WEBPACK_IMPORTED_MODULE_2__/* .shownUri */ .sb)(uri)}`;
}
async function rewrite(api, draft, uri) {
    const answered = await api.rewriteIntegration(draft.resourceId, draft.method, uri);
    if (answered !== uri) {
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .KnownError */ .E(`the integration of ${draft.method} on resource ${draft.resourceId} should be ${(0,_integration_js__WEBPACK_IMPORTED_MODULE_2__/* .shownUri */ .sb)(uri)}, but AWS returned ${(0,_integration_js__WEBPACK_IMPORTED_MODULE_2__/* .shownUri */ .sb)(answered)}`);
    }
}


/***/ }),

/***/ 7629:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ importDraft),
/* harmony export */   u: () => (/* binding */ restoreDraft)
/* harmony export */ });
/* harmony import */ var _aws_stage_export_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(69955);
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76031);
/* harmony import */ var _base_foreign_text_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(56218);
/* harmony import */ var _base_listed_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(639);
/* harmony import */ var _ownership_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(20956);
/* harmony import */ var _definition_changes_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(62971);
/* harmony import */ var _deployment_text_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(71929);
/* harmony import */ var _draft_deployment_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(51679);
// Replaces an API's draft by a definition, and restores it. API Gateway shares one draft among all stages and cannot lock
// it, so a draft is only replaced as preflight read it, and only restored if it still is what was imported.








/**
 * Throws a `MovedError` if the draft is no longer what was checked.
 *
 * @returns the draft that was imported, to be deployed as it is
 */
async function importDraft(comparison, definition) {
    const { api } = comparison;
    await (0,_draft_deployment_js__WEBPACK_IMPORTED_MODULE_4__/* .assertUnchanged */ .W)(comparison);
    await api.importDraft(definition.body, 'fail');
    const draft = await readImported(comparison, definition);
    const mark = await api.markDraft(draft).catch((0,_base_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .orElse */ .NW)(undefined));
    return { draft, mark };
}
async function readImported({ api, pause }, { expects, calls }) {
    const first = await api.readDraft('none');
    if ((0,_definition_changes_js__WEBPACK_IMPORTED_MODULE_3__/* .callsDigest */ .a)(first) === expects)
        return first;
    // AWS documents nowhere that a read shows the latest write at once.
    await pause(_ownership_js__WEBPACK_IMPORTED_MODULE_2__/* .SETTLE_SECONDS */ .Ej);
    const last = await api.readDraft('none');
    if ((0,_definition_changes_js__WEBPACK_IMPORTED_MODULE_3__/* .callsDigest */ .a)(last) === expects)
        return last;
    const differences = (0,_base_listed_js__WEBPACK_IMPORTED_MODULE_5__/* .listed */ .KE)((0,_definition_changes_js__WEBPACK_IMPORTED_MODULE_3__/* .definitionChanges */ .x)(calls, last), '; ');
    throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .KnownError */ .E(`after the import, the API's draft is not what the file says: ${differences}. Someone else may have changed it meanwhile; nothing was deployed`);
}
/**
 * Imports what the stage serves, after the rollout is rolled back. Safe to repeat. Someone else's draft is left alone, with
 * a warning.
 */
async function restoreDraft({ api, warn }, { before, expects }, { canaryDeploymentId }) {
    const draft = await api.readDraft('none');
    const mark = await api.markDraft(draft).catch((0,_base_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .orElse */ .NW)(undefined));
    // It was never replaced, or is as it was.
    if (mark !== undefined && mark === before)
        return;
    const body = await api.exportStage();
    const served = callsIn(body);
    const [now, wanted] = [(0,_definition_changes_js__WEBPACK_IMPORTED_MODULE_3__/* .callsDigest */ .a)(draft), (0,_definition_changes_js__WEBPACK_IMPORTED_MODULE_3__/* .callsDigest */ .a)(served)];
    const deployed = await deployedMark(api, canaryDeploymentId);
    const isEdited = deployed !== undefined && mark !== undefined && deployed !== mark;
    if (now !== expects || isEdited) {
        if (now === wanted)
            return;
        const changes = (0,_base_listed_js__WEBPACK_IMPORTED_MODULE_5__/* .listed */ .KE)((0,_definition_changes_js__WEBPACK_IMPORTED_MODULE_3__/* .definitionChanges */ .x)(served, draft), '; ');
        warn(`The API's draft is neither what was imported nor what the stage serves: ${changes}. Someone else set that, so it was left alone; the next deployment of the draft contains it.`);
        return;
    }
    const warnings = await api.importDraft(body, 'allow');
    const after = await api.readDraft('none');
    if ((0,_definition_changes_js__WEBPACK_IMPORTED_MODULE_3__/* .callsDigest */ .a)(after) !== wanted) {
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .KnownError */ .E(`the API's draft should be what the stage serves again, but differs: ${(0,_base_listed_js__WEBPACK_IMPORTED_MODULE_5__/* .listed */ .KE)((0,_definition_changes_js__WEBPACK_IMPORTED_MODULE_3__/* .definitionChanges */ .x)(served, after), '; ')}`);
    }
    for (const text of warnings)
        warn(`Restoring the API's draft, API Gateway warned: ${text}`);
}
async function deployedMark(api, deploymentId) {
    if (deploymentId === undefined)
        return undefined;
    return (0,_deployment_text_js__WEBPACK_IMPORTED_MODULE_6__/* .parseDraft */ .LK)((await api.readDescription(deploymentId)) ?? '');
}
/** What an export calls. */
function callsIn(body) {
    const document = (0,_base_foreign_text_js__WEBPACK_IMPORTED_MODULE_7__/* .parseJson */ .qF)(Buffer.from(body).toString('utf8'));
    const found = (0,_aws_stage_export_js__WEBPACK_IMPORTED_MODULE_0__/* .definitionIn */ .rY)(document);
    if (typeof found === 'string') {
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .KnownError */ .E(`the export of the stage could not be parsed (${found})`);
    }
    return { routes: (0,_aws_stage_export_js__WEBPACK_IMPORTED_MODULE_0__/* .routesIn */ .ik)(document), integrations: found.integrations };
}


/***/ }),

/***/ 2625:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DH: () => (/* binding */ keyNotes),
/* harmony export */   Fc: () => (/* binding */ howToAddToPlan),
/* harmony export */   cd: () => (/* binding */ releasedRoutes),
/* harmony export */   jc: () => (/* binding */ inspectKeys)
/* harmony export */ });
/* harmony import */ var _aws_definition_calls_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(16031);
/* harmony import */ var _base_command_line_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(43260);
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76031);
// A new stage is in no usage plan, so its routes that require an API key refuse every caller.



/** Preflight of the shadow stage, which no usage plan can contain before it exists. */
async function inspectKeys(api, { draft, reading }, { definition }, findings) {
    const routes = await releasedRoutes(api, definition, draft, reading.state.deploymentId);
    findings.notes.push(...keyNotes(routes, 'shadow-stage', 'Let the hook call other routes, or the new versions themselves'));
}
/** The routes of a new stage, or why they are not known. */
async function releasedRoutes(api, definition, draft, deploymentId) {
    if (definition === 'draft')
        return draft.routes;
    try {
        return (await api.readDeployment(deploymentId)).routes;
    }
    catch (error) {
        return (0,_base_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .known */ .eO)(error).message;
    }
}
const MOST_SHOWN = 5;
/** @param what the new stage is @param advice what to do */
function keyNotes(routes, what, advice) {
    if (typeof routes === 'string') {
        return [`${what}: the action could not check whether routes require an API key (${routes})`];
    }
    const keyed = routes.filter(({ apiKeyRequired }) => apiKeyRequired).map(_aws_definition_calls_js__WEBPACK_IMPORTED_MODULE_0__/* .nameOf */ .V);
    if (keyed.length === 0)
        return [];
    const more = keyed.length - MOST_SHOWN;
    const names = `${keyed.slice(0, MOST_SHOWN).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
    return [
        `${what}: ${names} ${keyed.length === 1 ? 'requires' : 'require'} an API key, and a new stage is in no usage plan, so there every request gets 403. ${advice}`,
    ];
}
/** For a stage that stays, in a sentence. */
function howToAddToPlan({ place, restApiId }, stageName) {
    const command = (0,_base_command_line_js__WEBPACK_IMPORTED_MODULE_2__/* .awsCommand */ .bg)('apigateway update-usage-plan', {
        region: place.region,
        'usage-plan-id': 'PLAN',
        'patch-operations': [`op=add,path=/apiStages,value=${restApiId}:${stageName}`],
    });
    return `To add it to a usage plan: ${command}`;
}


/***/ }),

/***/ 86778:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $y: () => (/* binding */ parseLambdaUri),
/* harmony export */   AE: () => (/* binding */ filledIn),
/* harmony export */   We: () => (/* binding */ endsIn),
/* harmony export */   f6: () => (/* binding */ withQualifier),
/* harmony export */   ht: () => (/* binding */ variablesOf),
/* harmony export */   sb: () => (/* binding */ shownUri),
/* harmony export */   wy: () => (/* binding */ mentions),
/* harmony export */   xw: () => (/* binding */ reachOf)
/* harmony export */ });
/* harmony import */ var _base_assert_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(50648);
/* harmony import */ var _base_foreign_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(56218);
// How an API reaches Lambda: parses the URI of an integration or an authorizer, with stage variables filled in.
// A form that AWS does not document is reported as not understood.


/** Each operation of Lambda belongs to one version of its API (API Gateway developer guide). */
const OPERATIONS = {
    '2015-03-31': 'invocations',
    '2021-11-15': 'response-streaming-invocations',
};
const LAMBDA_URI = /^arn:[\w-]+:apigateway:[\w-]+:lambda:path\/([\d-]+)\/functions\/(.+)\/([a-z-]+)$/;
const FUNCTION = /^(?:arn:[\w-]+:lambda:([\w-]+):(\d{12}):function:|(?:(\d{12}):)?(?:function:)?)([\w.-]+)(?::(\$LATEST|[\w-]*))?$/;
const HTTP = /^https?:\/\//i;
/** `states`, or `bucket.s3`: the service is the last part. */
const SERVICE = /^arn:[\w-]+:apigateway:[\w-]+:(?:[\w-]+\.)*([\w-]+):(?:path|action)\//;
const VARIABLE = /\$\{stageVariables\.([A-Za-z0-9_]+)\}/g;
/** Parses a URI. */
function reachOf(uri, variables) {
    const pieces = splitPieces(uri);
    const text = filledIn(uri, variables);
    const lambda = lambdaIn(text);
    if (lambda) {
        const { qualifier } = lambda;
        const heldBy = qualifier ? holder(uri, qualifier, variables) : undefined;
        return { kind: 'lambda', ...lambda, heldBy };
    }
    const isSet = (piece) => 'text' in piece || Object.hasOwn(variables, piece.variable);
    const service = SERVICE.exec(text)?.[1];
    const isService = service !== undefined && service !== 'lambda';
    if (HTTP.test(text) || isService || !pieces.every(isSet))
        return { kind: 'elsewhere' };
    return { kind: 'unknown' };
}
/** `undefined` if the URI is not that of a Lambda function, or is not understood. */
function parseLambdaUri(uri, variables) {
    const scope = reachOf(uri, variables);
    if (scope.kind !== 'lambda')
        return undefined;
    const { kind: _, ...lambda } = scope;
    return lambda;
}
/** The same URI with another qualifier instead of the literal one at its end. */
function withQualifier(uri, qualifier) {
    return uri.replace(/:[^:/]+(\/[a-z-]+)$/, (_, operation) => `:${qualifier}${operation}`);
}
/** Whether the URI itself, and not a variable, ends in this qualifier. */
function endsIn(uri, qualifier) {
    return /:([^:/]+)\/[a-z-]+$/.exec(uri)?.[1] === qualifier;
}
/** The stage variables that determine what is called, and with which role. */
function variablesOf({ uri, connectionId, credentials }) {
    return [uri, connectionId ?? '', credentials ?? ''].flatMap((text) => splitPieces(text).flatMap((piece) => ('variable' in piece ? [piece.variable] : [])));
}
/** Whether a URI contains a function's name as a separate word, in any form. */
function mentions(uri, functionName, variables) {
    const text = filledIn(uri, variables);
    return ((0,_base_foreign_text_js__WEBPACK_IMPORTED_MODULE_0__/* .percentDecoded */ .oF)(text) ?? text).split(/[^\w-]+/).includes(functionName);
}
/** A text with the values of stage variables; one without a value becomes empty. */
function filledIn(text, variables) {
    return splitPieces(text)
        .map((piece) => resolve(piece, variables))
        .join('');
}
/** A URI for a sentence: an ARN without its query, or otherwise no more than the host. The rest may be secret. */
function shownUri(uri) {
    if (uri.startsWith('arn:'))
        return uri.replace(/\?.*$/s, '?…');
    const [, head = '', rest = ''] = /^((?:\w+:\/\/)?[^/?#]*)(.*)$/s.exec(uri) ?? [];
    return `${head.replace(/\/\/[^/@]*@/, '//…@')}${rest.length > 1 ? '/…' : rest}`;
}
function lambdaIn(text) {
    const [, date = '', inner = '', operation] = LAMBDA_URI.exec(text) ?? [];
    if (operation === undefined || OPERATIONS[date] !== operation)
        return undefined;
    const [, region, account, partial, functionName, qualifier] = FUNCTION.exec(inner) ?? [];
    if (functionName === undefined)
        return undefined;
    return { functionName, qualifier, region, account: account ?? partial };
}
function splitPieces(text) {
    const pieces = [];
    let end = 0;
    for (const match of text.matchAll(VARIABLE)) {
        if (match.index > end)
            pieces.push({ text: text.slice(end, match.index) });
        pieces.push({ variable: (0,_base_assert_js__WEBPACK_IMPORTED_MODULE_1__/* .must */ .s)(match[1], 'the pattern names the variable') });
        end = match.index + match[0].length;
    }
    if (end < text.length)
        pieces.push({ text: text.slice(end) });
    return pieces;
}
function resolve(piece, variables) {
    if ('text' in piece)
        return piece.text;
    return Object.hasOwn(variables, piece.variable) ? (variables[piece.variable] ?? '') : '';
}
/** The last piece, if it is a variable that ends in the whole qualifier and is used nowhere else. */
function holder(uri, qualifier, variables) {
    const pieces = splitPieces(uri.replace(/\/[a-z-]+$/, ''));
    const last = pieces.at(-1);
    if (!last || 'text' in last)
        return undefined;
    const again = pieces.filter((piece) => 'variable' in piece && piece.variable === last.variable);
    const value = resolve(last, variables);
    if (again.length > 1 || !value.endsWith(qualifier))
        return undefined;
    return { name: last.variable, prefix: value.slice(0, value.length - qualifier.length) };
}


/***/ }),

/***/ 6303:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N2: () => (/* binding */ movedCalls),
/* harmony export */   TN: () => (/* binding */ keyOf),
/* harmony export */   UA: () => (/* binding */ counterpart)
/* harmony export */ });
/* harmony import */ var _aws_definition_calls_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(16031);
/* harmony import */ var _integration_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(86778);
/* harmony import */ var _routes_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3968);
// Which functions the canary will call that the stage does not call now. Derived from what the canary will serve,
// the stage's variables and the overrides in the inputs.



/**
 * The calls that will lead to another function than now.
 *
 * @param functions the released functions, whose own versions are checked elsewhere
 */
function movedCalls(moves, functions) {
    const found = moves.released.map((integration) => moveOf(integration, moves, functions));
    const calls = new Map();
    for (const { kind, ...move } of found.filter((each) => each.kind === 'call')) {
        const key = JSON.stringify({ ...move, integrations: [] });
        const others = calls.get(key)?.integrations ?? [];
        calls.set(key, { ...move, integrations: [...others, ...move.integrations] });
    }
    const problems = found.flatMap((each) => (each.kind === 'problem' ? [each.what] : []));
    return { calls: [...calls.values()], problems: [...new Set(problems)] };
}
/** @param functions the released functions */
function moveOf(integration, { served, variables, overrides }, functions) {
    const before = counterpart(integration, served);
    const after = (0,_integration_js__WEBPACK_IMPORTED_MODULE_1__/* .reachOf */ .xw)(integration.uri, { ...variables, ...overrides });
    const isOverridden = (0,_integration_js__WEBPACK_IMPORTED_MODULE_1__/* .variablesOf */ .ht)(integration).some((name) => Object.hasOwn(overrides, name));
    const by = isOverridden ? 'stage-variable-overrides' : 'definition';
    const isSame = before && keyOf((0,_integration_js__WEBPACK_IMPORTED_MODULE_1__/* .reachOf */ .xw)(before.uri, variables)) === keyOf(after);
    if (after.kind === 'unknown' ? !isOverridden : isSame)
        return { kind: 'none' };
    const draft = (0,_integration_js__WEBPACK_IMPORTED_MODULE_1__/* .reachOf */ .xw)(integration.uri, variables);
    const name = draft.kind === 'lambda' ? draft.functionName : '';
    const own = functions.includes(name) ? name : undefined;
    const problem = problemOf(integration, after, own);
    if (problem !== undefined)
        return { kind: 'problem', what: `${by}: ${problem}` };
    if (after.kind !== 'lambda' || own !== undefined)
        return { kind: 'none' };
    const { functionName, qualifier = '$LATEST', account, region } = after;
    const call = { functionName, qualifier, account, region, by };
    return { kind: 'call', ...call, integrations: [integration] };
}
/** The same route as it is served now. If no authorizers are visible, each is treated as unchanged. */
function counterpart(integration, served) {
    const key = (0,_routes_js__WEBPACK_IMPORTED_MODULE_2__/* .routeKey */ .vh)(integration);
    const found = served.find((call) => (0,_routes_js__WEBPACK_IMPORTED_MODULE_2__/* .routeKey */ .vh)(call) === key);
    const shown = served.some(({ authorizerId }) => authorizerId !== undefined);
    return found ?? (integration.authorizerId === undefined || shown ? undefined : integration);
}
/** Equal if both lead to the same version of a function, or to none. */
function keyOf(scope) {
    if (scope.kind !== 'lambda')
        return scope.kind;
    const { functionName, qualifier = '$LATEST', account, region } = scope;
    return JSON.stringify([functionName, qualifier, account ?? null, region ?? null]);
}
function problemOf(integration, after, released) {
    const route = `${(0,_aws_definition_calls_js__WEBPACK_IMPORTED_MODULE_0__/* .nameOf */ .V)(integration)} (${(0,_integration_js__WEBPACK_IMPORTED_MODULE_1__/* .shownUri */ .sb)(integration.uri)})`;
    if (after.kind === 'unknown') {
        return `it is unclear what ${route} will call; expected the URI of a function, another AWS service or an HTTP backend`;
    }
    if (released !== undefined && (after.kind !== 'lambda' || after.functionName !== released)) {
        return `${route} would no longer call "${released}", which is being released; expected a value that points to "${released}"`;
    }
    if (after.kind === 'lambda' && after.qualifier === '') {
        return `${route} will call "${after.functionName}" with an empty version, which AWS rejects; expected a version or an alias`;
    }
    return undefined;
}


/***/ }),

/***/ 1775:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $w: () => (/* binding */ withResponses),
/* harmony export */   eO: () => (/* binding */ longestAnswerSeconds),
/* harmony export */   vG: () => (/* binding */ releasedDefinition)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76031);
/* harmony import */ var _dependents_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(55294);
// What the new values of stage variables apply to: what the canary serves and, if only variables are promoted, what
// the stage goes on serving.


function releasedDefinition({ definition, promote }, { draft, served }) {
    const deploys = definition === 'draft';
    const stays = deploys && promote.deployment ? undefined : served;
    const parts = [...(deploys ? [draft] : []), ...(stays ? [stays] : [])];
    return {
        integrations: parts.flatMap(({ integrations }) => integrations),
        readers: parts.flatMap(({ readers }) => readers),
    };
}
/** Of what users can meet during the rollout: what the stage serves, and what the canary does. */
function longestAnswerSeconds({ definition }, { draft, served, }) {
    if (served === undefined)
        return draft.longestAnswerSeconds;
    const released = definition === 'draft' ? draft : served;
    return Math.max(served.longestAnswerSeconds, released.longestAnswerSeconds);
}
/**
 * Adds the gateway responses that read variables. AWS shows those of the draft.
 *
 * @param names the variables that get another value
 * @param when `if needed`: only if nothing else reads one of them
 */
async function withResponses(api, released, names, when, notes) {
    const open = when === 'always' ? names : names.filter((name) => !(0,_dependents_js__WEBPACK_IMPORTED_MODULE_1__/* .knowsVariable */ .bo)(released, name));
    const found = open.length > 0 ? await readResponses(api, notes) : [];
    const inDraft = when === 'always' ? '' : ' of the draft';
    const readers = found.map(({ where, names: read }) => ({ where: where + inDraft, names: read }));
    return { ...released, readers: [...released.readers, ...readers] };
}
async function readResponses(api, notes) {
    try {
        return await api.readResponseReaders();
    }
    catch (error) {
        notes.push(`stage variables: the action could not check whether gateway responses read one that changes (${(0,_base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .known */ .eO)(error).message})`);
        return [];
    }
}


/***/ }),

/***/ 3968:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   IM: () => (/* binding */ describeRouteDifference),
/* harmony export */   cp: () => (/* binding */ adviceFor),
/* harmony export */   gg: () => (/* binding */ compareRoutes),
/* harmony export */   vh: () => (/* binding */ routeKey)
/* harmony export */ });
/* harmony import */ var _aws_definition_calls_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(16031);
/* harmony import */ var _base_assert_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(50648);
// An endpoint that only one side of a canary has, or that only one side protects, refuses a random part of its users.
// Routes are compared by the requests that they answer: the names of path parameters make no difference, and
// `ANY` answers every verb that has no method of its own.


/** Compares the routes of the stable and the canary deployment. */
function compareRoutes(stable, canary) {
    const [old, fresh] = [answersOf(stable), answersOf(canary)];
    const guarded = namesOf(fresh, (key, route) => {
        const before = old.get(key);
        return before !== undefined && guardOf(before) !== guardOf(route);
    });
    return {
        added: namesOf(fresh, (key) => !old.has(key)).map(({ name }) => name),
        removed: namesOf(old, (key) => !fresh.has(key)).map(({ name }) => name),
        guarded: guarded.map(({ name, key, route }) => ({
            name,
            stable: (0,_base_assert_js__WEBPACK_IMPORTED_MODULE_1__/* .must */ .s)(old.get(key), 'only routes of both sides are compared'),
            canary: route,
        })),
    };
}
/** Equal for routes that answer the same requests; the names of path parameters make no difference. */
function routeKey({ method, path }) {
    return `${method} ${path.replace(/\{[^}+]*(\+?)\}/g, '{$1}')}`;
}
const VERBS = ['DELETE', 'GET', 'HEAD', 'OPTIONS', 'PATCH', 'POST', 'PUT'];
function answersOf(routes) {
    const isAny = ({ method }) => method === 'ANY';
    const all = routes
        .filter(isAny)
        .flatMap((route) => VERBS.map((method) => [routeKey({ ...route, method }), route]));
    const own = routes
        .filter((route) => !isAny(route))
        .map((route) => [routeKey(route), route]);
    return new Map([...all, ...own]);
}
/** The routes whose requests are all chosen, and the single verbs of the others. */
function namesOf(answers, chosen) {
    const routes = [...new Set(answers.values())];
    return routes
        .flatMap((route) => {
        const keys = [...answers].flatMap(([key, by]) => (by === route ? [key] : []));
        const found = keys.filter((key) => chosen(key, route));
        const [first] = found;
        if (first === undefined)
            return [];
        if (found.length === keys.length)
            return [{ name: (0,_aws_definition_calls_js__WEBPACK_IMPORTED_MODULE_0__/* .nameOf */ .V)(route), key: first, route }];
        return found.map((key) => ({ name: `${key.split(' ')[0]} ${route.path}`, key, route }));
    })
        .sort((a, b) => (a.name < b.name ? -1 : 1));
}
function guardOf({ apiKeyRequired, authorizationType }) {
    return `${apiKeyRequired} ${authorizationType}`;
}
/**
 * Describes the difference; `undefined` when there is none.
 *
 * @param splits whether users are split between the two sides
 */
function describeRouteDifference(difference, splits = true) {
    const { added, removed, guarded } = difference;
    const parts = [
        ...sentence('only the canary has', added),
        ...sentence('only stable has', removed),
        ...guardsInWords(guarded),
    ];
    if (parts.length === 0)
        return undefined;
    if (!splits) {
        return `${parts.join('; ')}: the release has no steps, so this changes for all users at once`;
    }
    const authorizes = guarded.some((route) => authorizationIn(route) !== undefined);
    return `${parts.join('; ')}: while traffic is split, these routes return ${authorizes ? '401 or 403' : '403'} to some users at random`;
}
/** What to do about the difference. */
function adviceFor({ added, removed, guarded }) {
    const parts = [
        ...(added.length > 0
            ? ['deploy the added routes to the stage first (no one calls them yet)']
            : []),
        ...(removed.length > 0 ? ['remove routes only after the release'] : []),
        ...(guarded.length > 0
            ? ['deploy a change of who may call a route to the whole stage, before or after the release']
            : []),
        'or set route-guard: warn',
    ];
    const text = parts.join(', ');
    return text.charAt(0).toUpperCase() + text.slice(1);
}
function guardsInWords(guarded) {
    const differences = guarded.flatMap((route) => [keyIn(route), authorizationIn(route)].flatMap((words) => words === undefined ? [] : [{ words, name: route.name }]));
    return [...new Set(differences.map(({ words }) => words))].flatMap((words) => sentence(words, differences.flatMap((each) => (each.words === words ? [each.name] : []))));
}
function keyIn({ stable, canary }) {
    if (stable.apiKeyRequired === canary.apiKeyRequired)
        return undefined;
    return `only ${canary.apiKeyRequired ? 'the canary' : 'stable'} requires an API key for`;
}
function authorizationIn({ stable, canary }) {
    const [old, fresh] = [stable.authorizationType, canary.authorizationType];
    return old === fresh
        ? undefined
        : `authorization is ${fresh} on the canary and ${old} on stable for`;
}
const MOST_SHOWN = 10;
/** Empty without routes. */
function sentence(words, routes) {
    if (routes.length === 0)
        return [];
    const shown = routes.slice(0, MOST_SHOWN).join(', ');
    const more = routes.length - MOST_SHOWN;
    return [`${words} ${shown}${more > 0 ? ` and ${more} more` : ''}`];
}


/***/ }),

/***/ 40634:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   aw: () => (/* binding */ servedVersion),
/* harmony export */   cV: () => (/* binding */ pinnedIn),
/* harmony export */   rN: () => (/* binding */ findReleaseWiring)
/* harmony export */ });
/* harmony import */ var _integration_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(86778);
/* harmony import */ var _wiring_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(69044);
// Which version of a function a stage serves, read from the stage's deployment; and how the release reaches the
// function, read from the definition that the release deploys.


/** The wiring of a release: the version from what is served, the form from what will be served. */
function findReleaseWiring(functionName, { served, released }, variables) {
    const found = (0,_wiring_js__WEBPACK_IMPORTED_MODULE_1__/* .findWiring */ .A)(functionName, released, variables);
    if (found.kind !== 'found' || served === released)
        return found;
    const version = servedVersion(functionName, served, variables);
    if ('problem' in version)
        return { kind: 'unsplittable', problem: version.problem };
    return { kind: 'found', wiring: { ...found.wiring, from: version.is } };
}
const VERSION = /^\d+$/;
/** The one published version of a function that the stage serves, or why there is none to name. */
function servedVersion(functionName, served, variables) {
    const calls = served.flatMap(({ method, path, uri }) => {
        const called = (0,_integration_js__WEBPACK_IMPORTED_MODULE_0__/* .parseLambdaUri */ .$y)(uri, variables);
        return called?.functionName === functionName
            ? [
                {
                    route: `${method} ${path}`,
                    qualifier: called.qualifier ?? '',
                    variable: called.heldBy?.name,
                },
            ]
            : [];
    });
    const first = calls[0];
    if (!first) {
        return problem(`no route of the deployment that the stage serves calls "${functionName}", so there is no version to release from`);
    }
    const vague = calls.find(({ qualifier }) => !VERSION.test(qualifier));
    if (vague) {
        const how = vague.qualifier === '' ? 'without a version' : `through ${throughOf(vague)}`;
        return problem(`${vague.route} of the deployment that the stage serves calls "${functionName}" ${how}, so it is unknown which version its users receive`);
    }
    const other = calls.find(({ qualifier }) => qualifier !== first.qualifier);
    if (other) {
        return problem(`the deployment that the stage serves calls two versions of "${functionName}" (${first.route} calls ${first.qualifier}, ${other.route} calls ${other.qualifier})`);
    }
    return { is: first.qualifier };
}
/** Only versions are shown of the values of stage variables: others may be secret. */
function throughOf({ qualifier, variable, }) {
    return variable === undefined
        ? `"${qualifier}"`
        : `stage variable "${variable}", which holds no version`;
}
function problem(what) {
    return {
        problem: `${what}. To fix this, deploy the draft to the stage once, or leave the function out of functions to release the draft as it is`,
    };
}
/**
 * The integrations whose URI ends in a version of the function, with this version in its place: a draft may name
 * another one.
 */
function pinnedIn(functionName, version, integrations) {
    return integrations.flatMap((integration) => {
        const { uri, authorizerId } = integration;
        const called = (0,_integration_js__WEBPACK_IMPORTED_MODULE_0__/* .parseLambdaUri */ .$y)(uri, {});
        const { qualifier = '' } = called ?? {};
        const isPinned = VERSION.test(qualifier) && (0,_integration_js__WEBPACK_IMPORTED_MODULE_0__/* .endsIn */ .We)(uri, qualifier);
        return called?.functionName === functionName && isPinned && authorizerId === undefined
            ? [{ ...integration, uri: (0,_integration_js__WEBPACK_IMPORTED_MODULE_0__/* .withQualifier */ .f6)(uri, version) }]
            : [];
    });
}


/***/ }),

/***/ 5614:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ describeOtherOverrides),
/* harmony export */   J: () => (/* binding */ shownValue)
/* harmony export */ });
// The values of stage variables that may be shown. Most may be secrets, so only values that are the version
// of a released function are shown.
/**
 * The value of a variable, if it may be shown: this rollout writes the version of a function into the
 * variable, and the value is a version of the same function.
 *
 * @param value `null` if the variable does not exist
 */
function shownValue(name, value, { functions, overrides }) {
    const ours = Object.hasOwn(overrides, name) ? overrides[name] : undefined;
    if (value === null || ours === undefined)
        return undefined;
    const held = functions.some((fn) => versionIn(ours, fn.name) === fn.to && versionIn(value, fn.name) !== undefined);
    return held ? value : undefined;
}
const ARN_HEAD = /^arn:[\w-]+:lambda:[\w-]+:\d{12}:function:/;
/** `7` from `7`, `orders:7` or the ARN of that version. */
function versionIn(value, functionName) {
    const [, name, version] = /^(?:([\w-]+):)?(\d{1,10})$/.exec(value.replace(ARN_HEAD, '')) ?? [];
    return name === undefined || name === functionName ? version : undefined;
}
/**
 * Describes the variables in which a set of overrides differs from the expected one: with the value if it is a
 * version, otherwise by name only.
 */
function describeOtherOverrides(found, known) {
    const names = [...new Set([...Object.keys(known.overrides), ...Object.keys(found)])];
    const value = (of, name) => Object.hasOwn(of, name) ? (of[name] ?? null) : null;
    const words = names.flatMap((name) => {
        const [theirs, ours] = [value(found, name), value(known.overrides, name)];
        if (theirs === ours)
            return [];
        if (theirs === null)
            return [`"${name}" is missing`];
        if (ours === null)
            return [`"${name}" is added`];
        const shown = shownValue(name, theirs, known);
        return [
            shown === undefined ? `"${name}" has a different value` : `${name}=${shown}, not ${ours}`,
        ];
    });
    return words.join('; ');
}


/***/ }),

/***/ 33876:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Nf: () => (/* binding */ findRefusals),
/* harmony export */   SU: () => (/* binding */ ensureInvokable),
/* harmony export */   Xr: () => (/* binding */ qualifierInWords),
/* harmony export */   e: () => (/* binding */ prepareCanary),
/* harmony export */   gb: () => (/* binding */ sourceArns),
/* harmony export */   lY: () => (/* binding */ describeRefusals)
/* harmony export */ });
/* harmony import */ var _aws_arns_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(828);
/* harmony import */ var _aws_aws_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51437);
/* harmony import */ var _aws_call_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(13280);
/* harmony import */ var _base_command_line_js__WEBPACK_IMPORTED_MODULE_17__ = __webpack_require__(43260);
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(76031);
/* harmony import */ var _rollout_record_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(31222);
/* harmony import */ var _rollout_release_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(82787);
/* harmony import */ var _lambda_invoke_policy_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(33612);
/* harmony import */ var _lambda_read_policies_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(82164);
/* harmony import */ var _ownership_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(20956);
/* harmony import */ var _seal_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(90428);
/* harmony import */ var _deployment_text_js__WEBPACK_IMPORTED_MODULE_16__ = __webpack_require__(71929);
/* harmony import */ var _draft_deployment_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(51679);
/* harmony import */ var _import_draft_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(7629);
/* harmony import */ var _routes_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(3968);
/* harmony import */ var _stage_record_js__WEBPACK_IMPORTED_MODULE_13__ = __webpack_require__(30034);
/* harmony import */ var _stage_room_js__WEBPACK_IMPORTED_MODULE_14__ = __webpack_require__(34084);
/* harmony import */ var _stage_store_js__WEBPACK_IMPORTED_MODULE_15__ = __webpack_require__(46630);
// Creates everything that the canary needs and no user sees yet.


















/**
 * Stores the rollout, then creates the canary's deployment from the draft, which is rewritten for pinned versions
 * only while the deployment is created. Throws when the guard finds routes that only one side has.
 *
 * @returns the stored rollout
 */
async function prepareCanary(calls, record, checked, choices, pause) {
    const phase = { kind: 'preparing' };
    await claim(calls.api, record, (0,_rollout_record_js__WEBPACK_IMPORTED_MODULE_4__/* .recordTags */ .h0)(record, phase), pause);
    let deployed = false;
    try {
        const canaryDeploymentId = await createCanary(calls, record, checked, choices, pause);
        deployed = true;
        return { record, phase, stepStartTimes: [], canaryDeploymentId };
    }
    finally {
        // The stored state, by which later runs do the same, may be what went wrong.
        if (!deployed)
            await putDraftBack(calls, record);
    }
}
/** If this run has replaced it. Whatever fails here is repeated at the end of the rollout. */
async function putDraftBack({ restoring, warn }, record) {
    const { imported } = (0,_stage_record_js__WEBPACK_IMPORTED_MODULE_13__/* .stageOf */ .g)(record);
    if (!imported)
        return;
    const unknown = { canaryDeploymentId: undefined };
    await (0,_import_draft_js__WEBPACK_IMPORTED_MODULE_11__/* .restoreDraft */ .u)({ api: restoring, warn }, imported, unknown).catch((0,_base_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .orElse */ .NW)(undefined));
}
/** @returns the ID of its deployment */
async function createCanary(calls, record, checked, choices, pause) {
    const { api } = calls;
    const canaryDeploymentId = choices.definition === 'deployed'
        ? (0,_stage_record_js__WEBPACK_IMPORTED_MODULE_13__/* .stageOf */ .g)(record).deploymentId
        : await deployFor({ ...calls, checked, pause }, record);
    (0,_ownership_js__WEBPACK_IMPORTED_MODULE_8__/* .assertOwned */ .SG)((0,_stage_store_js__WEBPACK_IMPORTED_MODULE_15__/* .storedStateOf */ .Cj)(api, (await api.readStage()).tags), record.id);
    await api.tag((0,_rollout_record_js__WEBPACK_IMPORTED_MODULE_4__/* .canaryTag */ .Dq)(canaryDeploymentId));
    if (choices.routeGuard === 'block' && choices.splits) {
        const [stable, canary] = [
            (await api.readDeployment((0,_stage_record_js__WEBPACK_IMPORTED_MODULE_13__/* .stageOf */ .g)(record).deploymentId)).routes,
            (await api.readDeployment(canaryDeploymentId)).routes,
        ];
        const difference = (0,_routes_js__WEBPACK_IMPORTED_MODULE_12__/* .describeRouteDifference */ .IM)((0,_routes_js__WEBPACK_IMPORTED_MODULE_12__/* .compareRoutes */ .gg)(stable, canary));
        if (difference)
            throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .KnownError */ .E(`the route guard stopped the rollout: ${difference}`);
    }
    return canaryDeploymentId;
}
/** Writes the record if there is none, on the stage as preflight saw it, and checks that this run still owns it. */
async function claim(api, record, tags, pause) {
    const { state, tags: found } = await api.readStage();
    (0,_ownership_js__WEBPACK_IMPORTED_MODULE_8__/* .assertFree */ .FM)((0,_stage_store_js__WEBPACK_IMPORTED_MODULE_15__/* .storedStateOf */ .Cj)(api, found), () => 'the stage');
    const { deploymentId } = (0,_stage_record_js__WEBPACK_IMPORTED_MODULE_13__/* .stageOf */ .g)(record);
    if (state.deploymentId !== deploymentId || state.canary) {
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .MovedError */ .WJ(`someone has changed the stage since preflight: it serves deployment ${state.deploymentId}${state.canary ? ' and a canary' : ''} instead of ${deploymentId}`);
    }
    (0,_stage_room_js__WEBPACK_IMPORTED_MODULE_14__/* .assertStageRoom */ .w)(api.stageName, found, tags);
    await api.tag(tags);
    await pause(_ownership_js__WEBPACK_IMPORTED_MODULE_8__/* .SETTLE_SECONDS */ .Ej);
    const written = (await api.readStage()).tags;
    const owner = (0,_rollout_record_js__WEBPACK_IMPORTED_MODULE_4__/* .ownerOf */ .bf)(written);
    if (owner && !(0,_rollout_release_js__WEBPACK_IMPORTED_MODULE_5__/* .sameRollout */ .c5)(owner, record.id))
        throw (0,_ownership_js__WEBPACK_IMPORTED_MODULE_8__/* .takenOver */ .GH)(owner, record.id);
    // Parts may be left of a record that another run wrote in the same second.
    await api.untag((0,_rollout_record_js__WEBPACK_IMPORTED_MODULE_4__/* .ourTagKeys */ .Vn)(written).filter((key) => (0,_rollout_record_js__WEBPACK_IMPORTED_MODULE_4__/* .isRecordTag */ ._K)(key) && !(key in tags)));
    const ours = Object.entries(written).filter(([key]) => !(0,_rollout_record_js__WEBPACK_IMPORTED_MODULE_4__/* .isRecordTag */ ._K)(key) || key in tags);
    (0,_ownership_js__WEBPACK_IMPORTED_MODULE_8__/* .assertOwned */ .SG)((0,_stage_store_js__WEBPACK_IMPORTED_MODULE_15__/* .storedStateOf */ .Cj)(api, Object.fromEntries(ours)), record.id);
}
async function deployFor(before, record) {
    const { drafts, deploymentId } = (0,_stage_record_js__WEBPACK_IMPORTED_MODULE_13__/* .stageOf */ .g)(record);
    const { definition } = before.checked;
    const comparison = definition
        ? { ...before, checked: await (0,_import_draft_js__WEBPACK_IMPORTED_MODULE_11__/* .importDraft */ .N)(before, definition) }
        : before;
    return (0,_draft_deployment_js__WEBPACK_IMPORTED_MODULE_10__/* .deployDraft */ .f)(comparison, drafts, async (draft) => {
        const past = {
            after: deploymentId,
            changes: record.functions,
            draft,
            file: definition?.file,
            seal: (0,_seal_js__WEBPACK_IMPORTED_MODULE_9__/* .sealOf */ .R)(record),
        };
        const id = await snapshot(comparison.api, record, (0,_deployment_text_js__WEBPACK_IMPORTED_MODULE_16__/* .describeDeployment */ .Ti)(record.id, past));
        if (id === '' || id === deploymentId) {
            throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .KnownError */ .E(`creating a deployment returned the ID "${id}"; expected a new one`);
        }
        return id;
    });
}
async function snapshot(api, { functions }, description) {
    try {
        return await api.snapshot(description);
    }
    catch (error) {
        if (!(0,_aws_call_js__WEBPACK_IMPORTED_MODULE_2__/* .causedBy */ .$z)(error, (cause) => cause instanceof _aws_aws_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .LimitError */ .oC))
            throw error;
        const versions = functions.map(({ name, to }) => `${name}=${to}`).join(', ');
        const release = versions && `. Then release the published versions with version: ${versions}`;
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .KnownError */ .E(`${(0,_base_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .known */ .eO)(error).message}. The API has as many deployments as AWS allows: delete those that no stage serves, and set keep-versions, which deletes unused ones after each promotion${release}`, { cause: error });
    }
}
/** The `execute-api` ARNs that API Gateway uses as the source when it invokes a function for these routes. */
function sourceArns(api, functionArn, integrations) {
    const { partition, region } = api.place;
    const gateway = `arn:${partition}:execute-api:${region}:${(0,_aws_arns_js__WEBPACK_IMPORTED_MODULE_0__/* .accountOf */ .XP)(functionArn)}:${api.restApiId}`;
    const arns = integrations
        .filter((integration) => integration.credentials === undefined)
        .map(({ method, path, authorizerId }) => 
    // Developer guide, "Configure a Lambda authorizer": the ARN contains no stage.
    authorizerId === undefined
        ? `${gateway}/${api.stageName}/${method === 'ANY' ? '*' : method}${path.replace(/\{[^}]*\}/g, '*')}`
        : `${gateway}/authorizers/${authorizerId}`);
    return [...new Set(arns)];
}
/** The calls to this version that API Gateway may not make. */
async function findRefusals(functions, api, { functionName, version, sourceArns: calls }) {
    const account = (0,_aws_arns_js__WEBPACK_IMPORTED_MODULE_0__/* .accountOf */ .XP)(calls[0] ?? '');
    if (account === '')
        return [];
    const functionArn = (0,_aws_arns_js__WEBPACK_IMPORTED_MODULE_0__/* .functionArnPattern */ .k2)(api.place, functionName, account);
    return (0,_lambda_invoke_policy_js__WEBPACK_IMPORTED_MODULE_6__/* .refusedCalls */ .If)(await (0,_lambda_read_policies_js__WEBPACK_IMPORTED_MODULE_7__/* .readPolicies */ .h9)(functions, functionArn, version), calls);
}
/**
 * Ensures that API Gateway may invoke the version before it serves any user. The sources are of one stage.
 *
 * @returns a description of what is missing; `undefined` if nothing is
 */
async function ensureInvokable(functions, api, invoked, how) {
    const { functionName, version } = invoked;
    const refused = () => findRefusals(functions, api, invoked);
    const before = await refused();
    if (before.length === 0)
        return undefined;
    // A further permission changes nothing about a denial.
    if (how === 'grant' && !before.some(_lambda_invoke_policy_js__WEBPACK_IMPORTED_MODULE_6__/* .isDenied */ .GZ)) {
        // All routes of the stage; all authorizers of the API.
        const scopes = new Set(before.map(({ sourceArn }) => sourceArn.split('/').slice(0, 2).join('/')));
        for (const scope of scopes) {
            const statementId = `canary-action-${api.restApiId}-${scope.split('/')[1]}`.slice(0, 100);
            await functions.allowGateway(functionName, version, statementId, `${scope}/*`);
        }
        if ((await refused()).length === 0)
            return undefined;
    }
    return describeRefusals(api.place, invoked, before);
}
/**
 * The message for a version that API Gateway may not invoke.
 * Without `version`, one that is not published yet.
 */
function describeRefusals({ region }, { functionName, version, }, refusals) {
    const which = version === undefined
        ? `a new version of "${functionName}"`
        : qualifierInWords(functionName, version);
    const first = refusals.find(_lambda_invoke_policy_js__WEBPACK_IMPORTED_MODULE_6__/* .isDenied */ .GZ) ?? refusals[0];
    const more = refusals.length > 1 ? ` and ${refusals.length - 1} more` : '';
    const calls = `(${first?.sourceArn}${more})`;
    if (first?.denial !== undefined) {
        return (`a resource policy keeps API Gateway from invoking ${which} ${calls}, so its users would get a 500: ${first.denial}. ` +
            `A further permission does not change that: change the policy, which is that of ${which} or of the function. ` +
            `To see that of the function: ${(0,_base_command_line_js__WEBPACK_IMPORTED_MODULE_17__/* .awsCommand */ .bg)('lambda get-policy', { region, 'function-name': functionName })}`);
    }
    const instead = version === undefined
        ? 'publish the version, give it the permission, and name it in the input version'
        : 'add the permission to it';
    return (`API Gateway has no permission to invoke ${which} ${calls}, so its users would get a 500. ` +
        'A policy on the function covers its versions and aliases only where its Resource names them. ' +
        `Set invoke-permission: grant, or ${instead}`);
}
/** `version 7 of "orders"`, `the alias "live" of "orders"`, or the function itself. */
function qualifierInWords(functionName, qualifier) {
    if (qualifier === '$LATEST')
        return `the function "${functionName}"`;
    const kind = /^\d+$/.test(qualifier) ? `version ${qualifier}` : `the alias "${qualifier}"`;
    return `${kind} of "${functionName}"`;
}


/***/ }),

/***/ 34084:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ checkStageRoom),
/* harmony export */   w: () => (/* binding */ assertStageRoom)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76031);
/* harmony import */ var _rollout_record_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(31222);
/* harmony import */ var _rollout_tag_room_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(83296);
// Whether the tags of a stage have room for a rollout.



function checkStageRoom(stageName, tags, record, signs, { problems, notes }) {
    const need = needOf((0,_rollout_record_js__WEBPACK_IMPORTED_MODULE_1__/* .recordTags */ .h0)(record, { kind: 'preparing' }), signs);
    const of = `the stage "${stageName}"`;
    const none = (0,_rollout_tag_room_js__WEBPACK_IMPORTED_MODULE_2__/* .whyNoRoom */ .vN)(of, tags, need);
    const little = (0,_rollout_tag_room_js__WEBPACK_IMPORTED_MODULE_2__/* .whyLittleRoom */ .wi)(of, tags, need);
    if (none !== undefined)
        problems.push(none);
    if (little !== undefined)
        notes.push(little);
}
/** Immediately before the first write, with the tags to be written. Throws a `KnownError`. */
function assertStageRoom(stageName, found, written) {
    const why = (0,_rollout_tag_room_js__WEBPACK_IMPORTED_MODULE_2__/* .whyNoRoom */ .vN)(`the stage "${stageName}"`, found, needOf(written, false));
    if (why !== undefined)
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .KnownError */ .E(why);
}
function needOf(record, signs) {
    // The canary's deployment, the times of the shifts, the outcome, a pause.
    const written = Object.keys(record).length;
    return { certain: written + (signs ? 3 : 2), possible: signs ? 1 : 2 };
}


/***/ }),

/***/ 53794:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Qn: () => (/* binding */ variableOf),
/* harmony export */   al: () => (/* binding */ describeStage),
/* harmony export */   u5: () => (/* binding */ trafficStateOf)
/* harmony export */ });
/* harmony import */ var _rollout_plan_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(17927);
/* harmony import */ var _shown_variable_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5614);
/* harmony import */ var _stage_record_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(30034);
// The traffic state of a stage in terms of a rollout: whether it was changed outside, and how far the rollout
// is.



/** Compares the stage with the stored rollout. */
function trafficStateOf(stage, storedRollout) {
    return stageTraffic(stage, {
        before: (0,_stage_record_js__WEBPACK_IMPORTED_MODULE_0__/* .stageOf */ .g)(storedRollout.record),
        functions: storedRollout.record.functions,
        canaryDeploymentId: storedRollout.canaryDeploymentId,
    });
}
function stageTraffic(stage, storedRollout) {
    const promoted = isPromoted(stage, storedRollout);
    if (!promoted && !isBefore(stage, storedRollout)) {
        return externalTraffic(stage, storedRollout, `the stage serves deployment ${stage.deploymentId}${variableWords(stage, storedRollout)}, which is neither ` +
            `the previous deployment (${storedRollout.before.deploymentId}) nor the one that this rollout created (${storedRollout.canaryDeploymentId ?? 'nothing yet'})`);
    }
    const canary = stage.canary;
    if (!canary)
        return promoted ? { kind: 'promoted', open: false } : { kind: 'stable' };
    if (!promoted && isEmptyCanary(canary, stage, storedRollout))
        return { kind: 'stable', open: true };
    const unexplained = externalCanary(canary, storedRollout);
    if (unexplained)
        return externalTraffic(stage, storedRollout, unexplained);
    return promoted ? { kind: 'promoted', open: true } : { kind: 'split', weight: canary.weight };
}
/** `null` if it does not exist: a variable may be called `constructor`. */
function variableOf(variables, name) {
    return Object.hasOwn(variables, name) ? (variables[name] ?? null) : null;
}
function isBefore(stage, { before }) {
    const { deploymentId, variables } = before;
    return (stage.deploymentId === deploymentId &&
        Object.entries(variables).every(([name, value]) => variableOf(stage.variables, name) === value));
}
function isPromoted(stage, { before, canaryDeploymentId }) {
    const { promote, overrides } = before;
    if (canaryDeploymentId === undefined)
        return false;
    const deployment = promote.deployment ? canaryDeploymentId : before.deploymentId;
    const expected = promote.variables ? Object.entries(overrides) : [];
    return (stage.deploymentId === deployment &&
        expected.every(([name, value]) => variableOf(stage.variables, name) === value));
}
/** Results from setting the weight of a canary that was removed just before. */
function isEmptyCanary(canary, stage, { before, canaryDeploymentId }) {
    const ours = canary.deploymentId === canaryDeploymentId && sameEntries(canary.overrides, before.overrides);
    return (!ours &&
        canary.deploymentId === stage.deploymentId &&
        Object.keys(canary.overrides).length === 0);
}
function externalCanary(canary, storedRollout) {
    const { canaryDeploymentId, before, functions } = storedRollout;
    if (canary.deploymentId !== canaryDeploymentId) {
        return `the canary on the stage serves deployment ${canary.deploymentId}, not the one of this rollout (${canaryDeploymentId ?? 'none yet'})`;
    }
    if (!sameEntries(canary.overrides, before.overrides)) {
        const others = (0,_shown_variable_js__WEBPACK_IMPORTED_MODULE_1__/* .describeOtherOverrides */ .$)(canary.overrides, {
            functions,
            overrides: before.overrides,
        });
        return `the canary's variable overrides are not those of this rollout: ${others}`;
    }
    return undefined;
}
function sameEntries(a, b) {
    const names = Object.keys(a);
    return (names.length === Object.keys(b).length && names.every((name) => a[name] === variableOf(b, name)));
}
function variableWords(stage, { before, functions }) {
    const known = { functions, overrides: before.overrides };
    const words = Object.entries(before.variables).flatMap(([name, stood]) => {
        const value = variableOf(stage.variables, name);
        const shown = (0,_shown_variable_js__WEBPACK_IMPORTED_MODULE_1__/* .shownValue */ .J)(name, value, known);
        if (shown !== undefined)
            return [`${name}=${shown}`];
        if (value === stood)
            return [];
        return [value === null ? `no "${name}"` : `a different "${name}" than before`];
    });
    return words.length === 0 ? '' : ` with ${words.join(', ')}`;
}
function externalTraffic(stage, storedRollout, what) {
    const { canary, deploymentId } = stage;
    const read = { kind: 'external', what, deploymentId };
    if (!canary || externalCanary(canary, storedRollout))
        return read;
    // If the stage itself serves part of the new version, the canary's weight is not its whole share.
    return servesNew(stage, storedRollout)
        ? { ...read, canary: 'owned' }
        : { ...read, canary: 'owned', weight: canary.weight };
}
/** Describes a stage without the values of its variables, which may be secrets. */
function describeStage({ deploymentId, canary }) {
    const split = canary
        ? `a canary of deployment ${canary.deploymentId} at ${(0,_rollout_plan_js__WEBPACK_IMPORTED_MODULE_2__/* .formatWeight */ .ck)(canary.weight)}`
        : 'no canary';
    return `deployment ${deploymentId}, ${split}`;
}
/** Whether the stage itself may serve the new version, in addition to the canary. */
function servesNew(stage, { before, canaryDeploymentId }) {
    const overrides = Object.entries(before.overrides);
    if (overrides.some(([name, value]) => variableOf(stage.variables, name) === value))
        return true;
    // If the deployment itself contains no versions, only the variables determine which ones are served.
    const byDeployment = before.drafts.length > 0 || overrides.length === 0;
    return byDeployment && stage.deploymentId === canaryDeploymentId;
}


/***/ }),

/***/ 46630:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $m: () => (/* binding */ lastTag),
/* harmony export */   Cj: () => (/* binding */ storedStateOf),
/* harmony export */   Fp: () => (/* binding */ forgetCommandsOf),
/* harmony export */   nB: () => (/* binding */ stageArnOf),
/* harmony export */   ud: () => (/* binding */ forgetCommands)
/* harmony export */ });
/* harmony import */ var _aws_gateway_arns_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(31389);
/* harmony import */ var _base_command_line_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(43260);
/* harmony import */ var _rollout_record_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(31222);
/* harmony import */ var _rollout_requested_target_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(56502);
/* harmony import */ var _stage_record_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(30034);
// The stored state of a rollout, in a stage's tags.





/** @param tags of the stage */
function storedStateOf(stage, tags) {
    return (0,_rollout_requested_target_js__WEBPACK_IMPORTED_MODULE_3__/* .ofRequestedTarget */ .r)((0,_rollout_record_js__WEBPACK_IMPORTED_MODULE_1__/* .readStoredState */ .ZX)(tags, _stage_record_js__WEBPACK_IMPORTED_MODULE_2__/* .stageCodec */ .h), requestedOf(stage));
}
/** The tag for the last outcome on this stage. */
function lastTag(stage, last) {
    return (0,_rollout_record_js__WEBPACK_IMPORTED_MODULE_1__/* .lastOutcomeTag */ .xS)({ ...last, of: (0,_rollout_requested_target_js__WEBPACK_IMPORTED_MODULE_3__/* .fingerprint */ .R)(requestedOf(stage)) });
}
function stageArnOf({ place, restApiId, stageName }) {
    return (0,_aws_gateway_arns_js__WEBPACK_IMPORTED_MODULE_0__/* .stageArn */ .GA)(place, restApiId, stageName);
}
/** The command that removes the stored state of a stage, and nothing else. */
async function forgetCommands(api) {
    return forgetCommandsOf(api, (await api.readStage()).tags);
}
/** @param tags of the stage */
function forgetCommandsOf(stage, tags) {
    const keys = (0,_rollout_record_js__WEBPACK_IMPORTED_MODULE_1__/* .ourTagKeys */ .Vn)(tags);
    if (keys.length === 0)
        return [];
    const options = { region: stage.place.region, 'resource-arn': stageArnOf(stage) };
    return [(0,_base_command_line_js__WEBPACK_IMPORTED_MODULE_4__/* .awsCommand */ .bg)('apigateway untag-resource', { ...options, 'tag-keys': keys })];
}
function requestedOf(stage) {
    return { on: stageArnOf(stage), parts: [] };
}


/***/ }),

/***/ 69044:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ findWiring)
/* harmony export */ });
/* harmony import */ var _aws_definition_calls_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(16031);
/* harmony import */ var _doctor_reach_words_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(88081);
/* harmony import */ var _integration_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(86778);
// How a stage canary can reach a function's new version, found from the API's integrations. A stage canary differs
// from its base only in deployment and variables (API Gateway developer guide, "canary release deployment"), so one
// of the two must determine the version.



const VERSION = /^\d+$/;
/**
 * Finds the wiring of one function.
 *
 * @param functionName the bare name
 * @param integrations everything that the API's definition calls
 * @param variables the stage's own variables
 */
function findWiring(functionName, integrations, variables) {
    const unparsed = integrations.find(({ uri }) => (0,_integration_js__WEBPACK_IMPORTED_MODULE_2__/* .reachOf */ .xw)(uri, variables).kind === 'unknown' && (0,_integration_js__WEBPACK_IMPORTED_MODULE_2__/* .mentions */ .wy)(uri, functionName, variables));
    if (unparsed)
        return unsplittable(notUnderstood(functionName, unparsed));
    const reached = integrations.flatMap((integration) => {
        const uri = (0,_integration_js__WEBPACK_IMPORTED_MODULE_2__/* .parseLambdaUri */ .$y)(integration.uri, variables);
        return uri?.functionName === functionName ? [{ ...uri, integration }] : [];
    });
    const first = reached[0];
    if (!first)
        return unsplittable(noIntegration(functionName, integrations));
    const odd = reached.find((r) => wiringKey(r) !== wiringKey(first) || isElsewhere(r, first));
    if (odd)
        return unsplittable(mixed(functionName, first, odd));
    return classify(functionName, first, reached.map((r) => r.integration));
}
function classify(functionName, reached, integrations) {
    const { qualifier, heldBy } = reached;
    if (qualifier === undefined)
        return unsplittable(unqualified(functionName, reached));
    if (qualifier === '')
        return unsplittable(unsetVariable(functionName, reached));
    if (!VERSION.test(qualifier))
        return unsplittable(sharedAlias(functionName, reached));
    const from = qualifier;
    if (!heldBy) {
        if (!integrations.every(({ uri }) => (0,_integration_js__WEBPACK_IMPORTED_MODULE_2__/* .endsIn */ .We)(uri, qualifier))) {
            return unsplittable(inPieces(functionName, reached));
        }
        const authorizer = integrations.find(({ authorizerId }) => authorizerId !== undefined);
        if (authorizer)
            return unsplittable(pinnedAuthorizer(functionName, authorizer));
        return found({ kind: 'pinned', functionName, from, integrations });
    }
    const { name: variable, prefix } = heldBy;
    return found({ kind: 'variable', functionName, from, variable, prefix, integrations });
}
/** Two integrations with the same key reach the function in the same way. */
function wiringKey(reached) {
    return JSON.stringify([reached.qualifier ?? null, reached.heldBy?.name ?? null]);
}
/** Two functions in different accounts or regions may have the same name. */
function isElsewhere(a, b) {
    const differ = (one = '', other = '') => one !== '' && other !== '' && one !== other;
    return differ(a.account, b.account) || differ(a.region, b.region);
}
function found(wiring) {
    return { kind: 'found', wiring };
}
function unsplittable(problem) {
    return { kind: 'unsplittable', problem };
}
function noIntegration(functionName, integrations) {
    const count = integrations.length;
    return (`none of the API's ${count} integration${count === 1 ? '' : 's'} calls the function ` +
        `"${functionName}" on this stage; expected a Lambda integration or authorizer with its name, or with a stage variable that holds it`);
}
function notUnderstood(functionName, integration) {
    return (`${(0,_aws_definition_calls_js__WEBPACK_IMPORTED_MODULE_0__/* .nameOf */ .V)(integration)} mentions "${functionName}" in a URI that is not recognized ` +
        `(${(0,_integration_js__WEBPACK_IMPORTED_MODULE_2__/* .shownUri */ .sb)(integration.uri)}), so it is unknown whether it would change with the others. To fix this, end the URI in ` +
        '"path/2015-03-31/functions/ARN/invocations" or "path/2021-11-15/functions/ARN/response-streaming-invocations"');
}
function inPieces(functionName, reached) {
    return (`${(0,_aws_definition_calls_js__WEBPACK_IMPORTED_MODULE_0__/* .nameOf */ .V)(reached.integration)} builds the version of "${functionName}" from several parts ` +
        `(${(0,_integration_js__WEBPACK_IMPORTED_MODULE_2__/* .shownUri */ .sb)(reached.integration.uri)}), so none of them can hold another version. To fix this, let the URI end in a stage ` +
        'variable that holds the whole version (":${stageVariables.version}"), and deploy the stage once');
}
function pinnedAuthorizer(functionName, authorizer) {
    return (`${(0,_aws_definition_calls_js__WEBPACK_IMPORTED_MODULE_0__/* .nameOf */ .V)(authorizer)} calls "${functionName}" by a version in its URI, and only the URIs of methods are rewritten ` +
        'for a canary. To fix this, let the URI of the authorizer end in a stage variable that holds the version ' +
        '(":${stageVariables.version}"), and deploy the stage once');
}
function unqualified(functionName, reached) {
    return (`${(0,_aws_definition_calls_js__WEBPACK_IMPORTED_MODULE_0__/* .nameOf */ .V)(reached.integration)} calls "${functionName}" unqualified, without a version, so stable and canary would run ` +
        'the same code. To fix this, end the integration URI in a published version (":7") or in a stage variable that ' +
        'holds one (":${stageVariables.version}"), and deploy the stage once; or let it call an alias, and set functions and ' +
        `alias in place of rest-api-id. ${(0,_doctor_reach_words_js__WEBPACK_IMPORTED_MODULE_1__/* .helpOn */ .lf)('unqualified')}`);
}
function unsetVariable(functionName, reached) {
    return (`${(0,_aws_definition_calls_js__WEBPACK_IMPORTED_MODULE_0__/* .nameOf */ .V)(reached.integration)} takes the version of "${functionName}" from a stage variable that is not set on this ` +
        'stage; expected it to hold the published version that is served now');
}
function sharedAlias(functionName, reached) {
    const { qualifier, heldBy } = reached;
    const through = heldBy ? `the stage variable "${heldBy.name}"` : `"${qualifier}"`;
    return (`${(0,_aws_definition_calls_js__WEBPACK_IMPORTED_MODULE_0__/* .nameOf */ .V)(reached.integration)} calls "${functionName}" through ${through}, which stable and canary ` +
        'share, so a stage canary cannot split it. To fix this, split the alias itself by weights (set functions and alias in ' +
        'place of rest-api-id), or let the integration URI end in a version number or in a stage variable that holds one. ' +
        (0,_doctor_reach_words_js__WEBPACK_IMPORTED_MODULE_1__/* .helpOn */ .lf)('alias'));
}
function mixed(functionName, a, b) {
    const where = ({ account, region }) => isElsewhere(a, b) ? ` in account ${account}, ${region}` : '';
    const words = (r) => `${(0,_aws_definition_calls_js__WEBPACK_IMPORTED_MODULE_0__/* .nameOf */ .V)(r.integration)} calls ${shownQualifier(r)}${r.heldBy ? ` by stage variable "${r.heldBy.name}"` : ''}${where(r)}`;
    return (`the API reaches "${functionName}" in two ways (${words(a)}; ${words(b)}); ` +
        'expected the same version in the same way everywhere, or the routes would run different code after the release. ' +
        (0,_doctor_reach_words_js__WEBPACK_IMPORTED_MODULE_1__/* .helpOn */ .lf)('mixed'));
}
/** Only a version is shown from the value of a stage variable: the rest may be secret. */
function shownQualifier({ qualifier = 'no version', heldBy }) {
    return heldBy && !VERSION.test(qualifier) ? 'something that is not a version' : qualifier;
}


/***/ })

};
