export const id = 905;
export const ids = [905];
export const modules = {

/***/ 3054:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   LW: () => (/* binding */ readPreview),
/* harmony export */   QV: () => (/* binding */ describePreview),
/* harmony export */   ae: () => (/* binding */ previewStageName),
/* harmony export */   uh: () => (/* binding */ previewTags)
/* harmony export */ });
// The preview stage of a pull request: its name, and the tags that identify it.
const OF = 'canary-preview:of';
const AT = 'canary-preview:at';
function previewStageName(pull) {
    return `pr-${pull}`;
}
function previewTags({ repository, pull, at }) {
    return { [OF]: `${repository}/pull/${pull}`, [AT]: String(Math.floor(at)) };
}
/** `undefined` if this action did not create the stage, whatever its name. */
function readPreview(stageName, tags) {
    const [, repository, number] = /^([\w./-]{1,140})\/pull\/(\d{1,10})$/.exec(tags[OF] ?? '') ?? [];
    const at = /^\d{1,11}$/.exec(tags[AT] ?? '')?.[0];
    const pull = Number(number);
    if (repository === undefined || at === undefined || stageName !== previewStageName(pull)) {
        return undefined;
    }
    return { repository, pull, at: Number(at) };
}
/** The description of a preview's deployment. */
function describePreview(repository, pull) {
    return `canary-action: preview of ${repository}#${pull}`.slice(0, 256);
}


/***/ }),

/***/ 6905:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  connectPreviews: () => (/* binding */ connectPreviews)
});

// EXTERNAL MODULE: ./build/aws/deployments.js
var aws_deployments = __webpack_require__(782);
// EXTERNAL MODULE: ./build/aws/functions.js + 4 modules
var aws_functions = __webpack_require__(3106);
// EXTERNAL MODULE: ./build/aws/gateway-arns.js
var gateway_arns = __webpack_require__(1389);
// EXTERNAL MODULE: ./build/aws/rest-api.js + 4 modules
var rest_api = __webpack_require__(3782);
// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-api-gateway/dist-cjs/index.js
var dist_cjs = __webpack_require__(818);
// EXTERNAL MODULE: ./build/base/without-secrets.js
var without_secrets = __webpack_require__(8008);
// EXTERNAL MODULE: ./build/aws/call.js
var call = __webpack_require__(3280);
// EXTERNAL MODULE: ./build/aws/gateway-client.js
var gateway_client = __webpack_require__(1538);
;// CONCATENATED MODULE: ./build/aws/stages.js
// Creates and deletes stages of a REST API. The settings of one stage are in `rest-api.ts`.





function bindStages({ place, open }, restApiId) {
    const client = open(gateway_client/* API_GATEWAY */.Q);
    const words = (doing, verb, path) => ({
        doing,
        permission: {
            action: `apigateway:${verb}`,
            resource: (0,gateway_arns/* gatewayArn */.Sw)(place, `/restapis/${restApiId}/stages${path}`),
        },
    });
    return {
        create: async ({ stageName, description, deploymentId, variables, tags }) => {
            const asked = { restApiId, stageName, description, deploymentId };
            const making = words(`creating the stage "${stageName}"`, 'POST', '');
            const hides = (0,without_secrets/* valuesToHide */._9)(Object.values(variables));
            await (0,call/* call */.T1)({ ...making, hides }, () => client.send(new dist_cjs/* CreateStageCommand */.oCS({ ...asked, variables: { ...variables }, tags: { ...tags } })));
        },
        remove: async (stageName) => {
            await (0,call/* call */.T1)(words(`deleting the stage "${stageName}"`, 'DELETE', `/${stageName}`), () => client.send(new dist_cjs/* DeleteStageCommand */.BIU({ restApiId, stageName })));
        },
    };
}

// EXTERNAL MODULE: ./build/base/assert.js
var assert = __webpack_require__(648);
// EXTERNAL MODULE: ./build/base/errors.js + 1 modules
var errors = __webpack_require__(6031);
// EXTERNAL MODULE: ./build/base/time.js
var time = __webpack_require__(2475);
// EXTERNAL MODULE: ./build/rollout/preview-tags.js
var preview_tags = __webpack_require__(3054);
// EXTERNAL MODULE: ./build/targets/lambda/check-code.js
var check_code = __webpack_require__(4483);
// EXTERNAL MODULE: ./build/targets/lambda/next-version.js
var next_version = __webpack_require__(549);
// EXTERNAL MODULE: ./build/targets/lambda/version-text.js
var version_text = __webpack_require__(6805);
// EXTERNAL MODULE: ./build/targets/stage/call-notes.js
var call_notes = __webpack_require__(6966);
// EXTERNAL MODULE: ./build/targets/stage/canary-change.js
var canary_change = __webpack_require__(3551);
// EXTERNAL MODULE: ./build/targets/stage/default-url.js
var default_url = __webpack_require__(2057);
// EXTERNAL MODULE: ./build/targets/stage/dependents.js
var dependents = __webpack_require__(5294);
// EXTERNAL MODULE: ./build/targets/stage/draft-deployment.js
var draft_deployment = __webpack_require__(1679);
// EXTERNAL MODULE: ./build/targets/stage/inspect-keys.js
var inspect_keys = __webpack_require__(2625);
// EXTERNAL MODULE: ./build/targets/stage/moved-calls.js
var moved_calls = __webpack_require__(6303);
;// CONCATENATED MODULE: ./build/targets/stage/own-previews.js
// Which stages are previews. Their tags are a claim, because permission to tag is not permission to change a stage:
// a stage is a preview only if its own description, or that of the deployment it serves, says so as well. Those of
// previews that older releases of this action made are on the deployment alone.

async function previewsAmong(stages, deployments) {
    const claims = stages.flatMap((stage) => {
        const preview = (0,preview_tags/* readPreview */.LW)(stage.name, stage.tags);
        if (!preview)
            return [];
        const made = (0,preview_tags/* describePreview */.QV)(preview.repository, preview.pull);
        return [{ preview, made, stage }];
    });
    const isOpen = claims.some(({ stage, made }) => stage.description !== made);
    const history = isOpen ? await deployments.list() : [];
    const served = ({ state }) => history.find(({ id }) => id === state.deploymentId)?.description;
    return claims
        .filter(({ stage, made }) => stage.description === made || served(stage) === made)
        .map(({ preview }) => preview);
}

// EXTERNAL MODULE: ./build/targets/stage/released-definition.js
var released_definition = __webpack_require__(1775);
// EXTERNAL MODULE: ./build/targets/stage/served-wiring.js
var served_wiring = __webpack_require__(634);
// EXTERNAL MODULE: ./build/targets/stage/stage-prepare.js
var stage_prepare = __webpack_require__(3876);
// EXTERNAL MODULE: ./build/targets/stage/stage-state.js
var stage_state = __webpack_require__(3794);
// EXTERNAL MODULE: ./build/targets/stage/wiring.js
var wiring = __webpack_require__(9044);
;// CONCATENATED MODULE: ./build/targets/stage/preview-stages.js
// The stages of previews, on the API of the stage that they are copied from. Nothing here changes a stage that is
// not a preview of this repository.

























/** Developer guide, "Quotas for configuring and running a REST API": stages per API. */
const STAGES_PER_API = 10;
function connectPreviews(sets, inputs) {
    const { restApiId, stageName } = inputs;
    const clients = sets.normal;
    const restoring = (0,rest_api/* bindRestApi */.AJ)(sets.rollback, restApiId, stageName);
    const deployments = (0,aws_deployments/* bindDeployments */.I)(clients, restApiId);
    const stages = bindStages(clients, restApiId);
    const stageOf = (name) => (0,rest_api/* bindRestApi */.AJ)(clients, restApiId, name);
    const list = async () => previewsAmong(await deployments.readStages(), deployments);
    const find = async ({ repository, pull }) => {
        const name = (0,preview_tags/* previewStageName */.ae)(pull);
        const found = (await deployments.readStages()).find((stage) => stage.name === name);
        if (!found)
            return undefined;
        const [own] = await previewsAmong([found], deployments);
        if (own?.repository !== repository)
            throw notOurs(found, repository);
        return found;
    };
    const remove = async ({ repository, pull }) => {
        if (!(await find({ repository, pull })))
            return false;
        await stages.remove((0,preview_tags/* previewStageName */.ae)(pull));
        await clearAway({ repository, pull });
        return true;
    };
    const clearAway = async ({ repository, pull }, but) => {
        const made = (0,preview_tags/* describePreview */.QV)(repository, pull);
        for (const { id, description } of await deployments.list()) {
            // AWS refuses while another stage serves it, and that is as it should be.
            if (description === made && id !== but)
                await deployments.remove(id).catch((0,errors/* orElse */.NW)(undefined));
        }
    };
    const makeRoom = async (order) => {
        const all = await deployments.readStages();
        if (all.length < STAGES_PER_API)
            return [];
        const { repository } = order.preview;
        const [oldest] = (await previewsAmong(all, deployments))
            .filter((preview) => preview.repository === repository)
            .sort((a, b) => a.at - b.at);
        const full = `the API has ${all.length} stages, which is the maximum`;
        if (!oldest) {
            throw new errors/* KnownError */.E(`${full}, and none of them is a preview of ${repository} that could make room: delete a stage manually`);
        }
        if (order.onLimit === 'refuse') {
            throw new errors/* KnownError */.E(`${full}: close a pull request, run command: sweep, or set preview-limit: oldest`);
        }
        await remove(oldest);
        return [oldest.pull];
    };
    return {
        stageName: inputs.stageName,
        list,
        remove,
        make: (order) => make({ clients, inputs, restoring, stageOf, stages, find, makeRoom, clearAway }, order),
    };
}
async function make(maker, order) {
    const { clients, inputs, stageOf, find, makeRoom } = maker;
    const base = stageOf(inputs.stageName);
    const notes = [...(await addressNotes(base))];
    const name = (0,preview_tags/* previewStageName */.ae)(order.preview.pull);
    const own = stageOf(name);
    const { state } = await base.readStage();
    const isNeeded = order.functions.length > 0 || inputs.definition === 'deployed';
    const deployed = isNeeded ? await base.readServed() : undefined;
    const draft = await base.readDraft();
    const { variables: stands } = state;
    const definition = inputs.definition === 'deployed' && deployed ? deployed : draft;
    const { integrations: released } = definition;
    const served = deployed?.integrations ?? [];
    const wirings = order.functions.map((f) => wiringOf(f.name, served, released, stands));
    const moves = { served: released, released, variables: stands, overrides: inputs.overrides };
    const moved = (0,moved_calls/* movedCalls */.N2)(moves, order.functions.map((each) => each.name));
    const names = Object.keys(inputs.overrides);
    const read = await (0,released_definition/* withResponses */.$w)(base, definition, names, 'if needed', []);
    mustBeSound([
        ...(0,dependents/* strayDependents */.qP)(wirings, { integrations: released }, stands).map((words) => `functions: ${words}`),
        ...(0,dependents/* idleOverrides */.wt)(inputs.overrides, read, stands),
        ...moved.problems,
    ]);
    notes.push(...(0,call_notes/* unclearCalls */.G)(moves), ...(0,inspect_keys/* keyNotes */.DH)(await (0,inspect_keys/* releasedRoutes */.cd)(base, inputs.definition, draft, state.deploymentId), 'the preview', (0,inspect_keys/* howToAddToPlan */.Fc)(base, name)));
    const there = await find(order.preview);
    const removed = there ? [] : await makeRoom(order);
    const changes = await publish(maker, order, wirings);
    const change = (0,canary_change/* canaryChange */.B)(wirings, changes, inputs.overrides);
    if ('problems' in change)
        throw new errors/* KnownError */.E(change.problems.join('\n'));
    const description = (0,preview_tags/* describePreview */.QV)(order.preview.repository, order.preview.pull);
    const warn = (text) => notes.push(text);
    const checked = { draft, mark: undefined };
    const deploying = { api: base, restoring: maker.restoring, warn, checked, pause: time/* sleep */.yy };
    const deploymentId = inputs.definition === 'deployed'
        ? state.deploymentId
        : await (0,draft_deployment/* deployDraft */.f)(deploying, change.drafts, () => base.snapshot(description));
    await permit(maker, own, calledBy(wirings, changes, moved.calls));
    const variables = { ...state.variables, ...change.overrides };
    await serve(maker, order, there, { deploymentId, description, variables });
    const url = (0,gateway_arns/* stageUrl */.Oh)(clients.place, inputs.restApiId, name);
    return { url, label: `${inputs.restApiId}/${name}`, changes, removed, notes };
}
/** Creates the stage of the preview, or updates the one that is there. */
async function serve({ stageOf, stages, clearAway }, { preview }, there, served) {
    const { deploymentId, description, variables } = served;
    const stageName = (0,preview_tags/* previewStageName */.ae)(preview.pull);
    const tags = (0,preview_tags/* previewTags */.uh)(preview);
    if (!there)
        return stages.create({ stageName, tags, ...served });
    const own = stageOf(stageName);
    await own.patchStage('updating the preview', [
        { op: 'replace', path: '/description', value: description },
        { op: 'replace', path: '/deploymentId', value: deploymentId },
        ...variablePatch(there.state.variables, variables),
    ]);
    await own.tag(tags);
    // What stays for now goes when the pull request closes.
    await clearAway(preview, deploymentId).catch((0,errors/* orElse */.NW)(undefined));
}
/** A preview is nothing but its address. */
async function addressNotes(api) {
    let defaultUrl;
    try {
        ({ defaultUrl } = await api.readApi());
    }
    catch (error) {
        return [
            `preview: the action could not check whether the API answers at its default address (${(0,errors/* known */.eO)(error).message})`,
        ];
    }
    if (defaultUrl === 'nobody') {
        throw new errors/* KnownError */.E(`${default_url/* DISABLED */.F4}, and a preview has no other address. Nothing was changed; turn the default endpoint on, or set preview: canary`);
    }
    return defaultUrl === 'its VPCs' ? [`preview: ${default_url/* PRIVATE */.Uj} the preview answers only there`] : [];
}
function notOurs({ name, tags }, repository) {
    const claims = (0,preview_tags/* readPreview */.LW)(name, tags)?.repository === repository;
    const why = claims
        ? ' (only its tags say so, and neither its description nor its deployment)'
        : '';
    return new errors/* KnownError */.E(`the stage "${name}" is not a preview of ${repository}${why}, so it was not changed; rename it, or delete it manually`);
}
function wiringOf(name, served, released, variables) {
    const found = (0,wiring/* findWiring */.A)(name, released, variables);
    if (found.kind !== 'found')
        throw new errors/* KnownError */.E(`functions: ${found.problem}`);
    // No version serves what is new in the draft.
    const version = (0,served_wiring/* servedVersion */.aw)(name, served, variables);
    return { ...found.wiring, from: 'is' in version ? version.is : '' };
}
async function publish({ clients }, { functions, source }, wirings) {
    const lambda = (0,aws_functions/* bindFunctions */.f)(clients);
    const changes = [];
    for (const [i, input] of functions.entries()) {
        const { name } = input;
        const { from } = (0,assert/* must */.s)(wirings[i], 'each function has its wiring');
        const latest = await lambda.read(name);
        if (!latest)
            throw new errors/* KnownError */.E(`functions: there is no function "${name}"`);
        const wrong = input.version === undefined ? (0,check_code/* wrongCode */.B)(input, latest) : undefined;
        if (wrong !== undefined)
            throw new errors/* KnownError */.E(wrong);
        const serving = from === '' ? undefined : await lambda.read(name, from);
        const { version } = (0,next_version/* versionToRelease */.B)(input, from, latest, serving);
        const to = version ?? (await lambda.publish(name, (0,version_text/* describeVersion */.M)(source, ''), latest));
        changes.push({ name, from, to });
    }
    return changes;
}
function mustBeSound(problems) {
    if (problems.length > 0)
        throw new errors/* KnownError */.E(problems.join('\n'));
}
function calledBy(wirings, changes, moved) {
    const versionOf = (functionName) => (0,assert/* must */.s)(changes.find(({ name }) => name === functionName), `a version of "${functionName}" is released`).to;
    return [
        ...wirings.map((wiring) => ({ ...wiring, version: versionOf(wiring.functionName) })),
        ...moved.map((call) => ({ ...call, version: call.qualifier })),
    ];
}
async function permit({ clients, inputs }, own, called) {
    const functions = (0,aws_functions/* bindFunctions */.f)(clients);
    for (const { functionName, version, integrations } of called) {
        const arn = await (0,aws_functions/* readArn */.M)(functions, functionName);
        const invoked = { functionName, version, sourceArns: (0,stage_prepare/* sourceArns */.gb)(own, arn, integrations) };
        const missing = await (0,stage_prepare/* ensureInvokable */.SU)(functions, own, invoked, inputs.invokePermission);
        if (missing !== undefined)
            throw new errors/* KnownError */.E(missing);
    }
}
/** Sets every variable to its current value on the base stage, and removes those that the base no longer has. */
function variablePatch(before, after) {
    const gone = Object.keys(before).filter((name) => (0,stage_state/* variableOf */.Qn)(after, name) === null);
    return [
        ...Object.entries(after).map(([name, value]) => ({ op: 'replace', path: `/variables/${name}`, value })),
        ...gone.map((name) => ({ op: 'remove', path: `/variables/${name}` })),
    ];
}


/***/ })

};
