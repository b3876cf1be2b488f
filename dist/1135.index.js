export const id = 1135;
export const ids = [1135,8008];
export const modules = {

/***/ 4726:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ attempt),
/* harmony export */   I: () => (/* binding */ noProblems)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76031);
// What preflight finds. Problems stop the rollout; notes are only reported.

function noProblems() {
    return { problems: [], notes: [] };
}
/** Runs a read. A failure becomes a problem like any other, so the remaining checks still run. */
async function attempt(findings, read) {
    try {
        return await read();
    }
    catch (error) {
        findings.problems.push((0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .known */ .eO)(error).message);
        return undefined;
    }
}


/***/ }),

/***/ 22475:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   eG: () => (/* binding */ whenAborted),
/* harmony export */   tB: () => (/* binding */ now),
/* harmony export */   wj: () => (/* binding */ withTimeout),
/* harmony export */   yy: () => (/* binding */ sleep)
/* harmony export */ });
// The clock, and waits that a signal can end.
/** Seconds since the epoch. */
function now() {
    return Date.now() / 1000;
}
/** Waits for so many seconds, or until the signal is aborted. */
function sleep(seconds, signal) {
    return new Promise((resolve) => {
        if (signal?.aborted)
            return resolve();
        const done = () => {
            clearTimeout(timer);
            signal?.removeEventListener('abort', done);
            resolve();
        };
        const timer = setTimeout(done, Math.max(0, seconds) * 1000);
        signal?.addEventListener('abort', done);
    });
}
/**
 * Waits for the work, but no longer than the time limit; resolves to `undefined` on a timeout. Leaves no timer
 * behind. Rejects when the work rejects.
 */
async function withTimeout(seconds, work) {
    const done = new AbortController();
    const limit = sleep(seconds, done.signal).then(() => undefined);
    try {
        return await Promise.race([work, limit]);
    }
    finally {
        done.abort();
    }
}
/** Resolves when the signal is aborted. */
function whenAborted(signal) {
    return new Promise((resolve) => {
        if (signal.aborted)
            resolve('aborted');
        else
            signal.addEventListener('abort', () => resolve('aborted'), { once: true });
    });
}


/***/ }),

/***/ 68008:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _9: () => (/* binding */ valuesToHide),
/* harmony export */   cT: () => (/* binding */ withoutSecrets)
/* harmony export */ });
/* unused harmony export spellings */
/* harmony import */ var _foreign_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(56218);
// Removes secrets from text that other services return: a response often repeats the request.

/** Stands where a secret was. */
const HIDDEN = '***';
/**
 * The text without the secrets: neither plain, nor percent-encoded, nor escaped for JSON or HTML, in upper or
 * lower case.
 */
function withoutSecrets(text, secrets) {
    const forms = [...new Set(secrets.flatMap(spellings))].filter((form) => form !== '');
    if (forms.length === 0)
        return text;
    // The longest first, so that a secret that contains another one is removed as a whole.
    forms.sort((a, b) => b.length - a.length);
    return text.replace(new RegExp(forms.map(escapeForRegExp).join('|'), 'gi'), HIDDEN);
}
/** The forms in which a server may write a secret. */
function spellings(secret) {
    const plain = decoded(secret);
    const all = [secret, plain, encodeURI(plain), encodeURIComponent(plain)];
    const twice = all.flatMap((form) => [form, encodeURIComponent(form)]);
    return [...new Set(twice.flatMap((form) => [form, htmlOf(form), jsonOf(form), slashesOf(form)]))];
}
function decoded(text) {
    return (0,_foreign_text_js__WEBPACK_IMPORTED_MODULE_0__/* .percentDecoded */ .oF)(text.replaceAll('+', ' ')) ?? text;
}
function htmlOf(text) {
    return text
        .replaceAll('&', '&amp;')
        .replaceAll('<', '&lt;')
        .replaceAll('>', '&gt;')
        .replaceAll('"', '&quot;')
        .replaceAll("'", '&#39;');
}
function jsonOf(text) {
    return JSON.stringify(text).slice(1, -1);
}
/** PHP and others escape slashes in JSON. */
function slashesOf(text) {
    return text.replaceAll('/', '\\/');
}
function escapeForRegExp(text) {
    return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}
/** The values of variables that an error must not repeat. Short ones are left out: they occur in any text. */
function valuesToHide(values) {
    const isOpen = (value) => value.length < 4 || /^(?:[\w-]+:)?\d{1,10}$/.test(value);
    return values.filter((value) => value !== undefined).filter((value) => !isOpen(value));
}


/***/ }),

/***/ 23054:
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

/***/ 56502:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ fingerprint),
/* harmony export */   r: () => (/* binding */ ofRequestedTarget)
/* harmony export */ });
/* harmony import */ var _record_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(41125);
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

/***/ 83296:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   vN: () => (/* binding */ whyNoRoom),
/* harmony export */   wi: () => (/* binding */ whyLittleRoom)
/* harmony export */ });
/* unused harmony exports MOST_TAGS, countOwnTags */
/* harmony import */ var _record_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(31222);
// Whether the tags of a stage or a function have room for what a rollout stores there, counted as AWS counts them.

/** API Gateway and Lambda: tags per resource. */
const MOST_TAGS = 50;
/** The team's own tags. AWS does not count tags of its own, whose keys begin with `aws:`, in any case. */
function countOwnTags(tags) {
    const ours = (0,_record_js__WEBPACK_IMPORTED_MODULE_0__/* .tagKeysToClear */ .x9)(tags, undefined);
    return Object.keys(tags).filter((key) => !/^aws:/i.test(key) && !ours.includes(key)).length;
}
/** @param of `the stage "prod"` */
function whyNoRoom(of, tags, { certain }) {
    const own = countOwnTags(tags);
    const free = MOST_TAGS - own;
    if (certain <= free)
        return undefined;
    return `${of} has ${own} tags of its own, and AWS allows ${MOST_TAGS}: this release needs ${certain} more and ${free} are free, so ${certain - free} must be removed first`;
}
/** For a release that has room; `undefined`: whatever happens to it can be stored. */
function whyLittleRoom(of, tags, { certain, possible }) {
    const free = MOST_TAGS - countOwnTags(tags) - certain;
    if (free < 0 || free >= possible)
        return undefined;
    return `${of} has room for this release's ${certain} tags, but then for only ${free} more: a pause, or a later command such as promote, needs ${possible} more tags and could fail`;
}


/***/ }),

/***/ 64483:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ wrongCode)
/* harmony export */ });
// Compares the code to release with the hash that the deploying step printed.
/** @returns the problem; `undefined` if no hash is requested, or the code has it */
function wrongCode({ name, version, codeSha256, code }, reading) {
    if (codeSha256 === undefined || codeSha256 === reading.codeSha256)
        return undefined;
    if (code) {
        return `code-sha256: ${code.source.text} of "${name}" has the hash ${reading.codeSha256}; expected ${codeSha256}. It is not what the building step made, or that step is not reproducible`;
    }
    const what = version === undefined ? '$LATEST' : `version ${version}`;
    return `code-sha256: ${what} of "${name}" has the code ${reading.codeSha256}; expected ${codeSha256}. Another job has probably deployed since: run its release, or deploy again`;
}


/***/ }),

/***/ 30549:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ versionToRelease)
/* harmony export */ });
/* harmony import */ var _aws_version_content_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(21150);
// Which version a run releases of a function. Preflight decides it, so that the plan and the release agree, and
// publishing is bound to what preflight read.

/**
 * A number alone shows nothing: after an update that changed nothing, AWS may give a new one (getmoto/moto#8379). So
 * `$LATEST` is compared with the version that serves, and is published only if they differ.
 *
 * @param from the version that serves now; empty: none
 * @param latest `$LATEST`
 * @param serving the content of `from`; `undefined`: it is not known
 * @param code the code in the inputs; `undefined`: that of `$LATEST` is released
 */
function versionToRelease({ name, version }, from, latest, serving, code) {
    if (version !== undefined)
        return { name, from, version, latest: undefined };
    const seen = { codeSha256: latest.codeSha256, settings: latest.settings };
    const next = code ? { ...seen, codeSha256: code.codeSha256 } : seen;
    const isThere = code?.isThere ?? true;
    if (serving !== undefined && (0,_aws_version_content_js__WEBPACK_IMPORTED_MODULE_0__/* .isSameContent */ .OI)(next, serving)) {
        // If `$LATEST` has other code, what serves is released, and `$LATEST` does not matter.
        return { name, from, version: from, latest: isThere ? seen : undefined };
    }
    return { name, from, version: undefined, latest: seen, upload: isThere ? undefined : code };
}


/***/ }),

/***/ 82164:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bx: () => (/* binding */ readPoliciesOfNext),
/* harmony export */   N8: () => (/* binding */ notePolicyAccess),
/* harmony export */   h9: () => (/* binding */ readPolicies),
/* harmony export */   rX: () => (/* binding */ readOwnPolicies)
/* harmony export */ });
/* harmony import */ var _aws_aws_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51437);
/* harmony import */ var _aws_call_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(13280);
/* harmony import */ var _base_problems_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4726);
// Reads every resource policy that decides who may invoke a version: its own, and that of its function, which may
// name the versions as well.



/**
 * Without permission to read it, the policy of the function is left out: `notePolicyAccess` reports that.
 *
 * @param functionArn without a qualifier
 */
async function readPolicies(functions, functionArn, qualifier) {
    const whole = await ifPermitted(() => functions.readResourcePolicy(functionArn));
    return readOwnPolicies(functions, functionArn, qualifier, whole);
}
/** @param whole the policy of the function; `undefined`: there is none */
async function readOwnPolicies(functions, functionArn, qualifier, whole) {
    const name = functionArn.split(':')[6] ?? '';
    const own = await functions.readPolicy(name, qualifier);
    return invokePolicies(functionArn, qualifier, [own, whole]);
}
/** Of a version that is not published yet, and so has no policy of its own. */
async function readPoliciesOfNext(functions, functionArn) {
    const whole = await ifPermitted(() => functions.readResourcePolicy(functionArn));
    return invokePolicies(functionArn, UNKNOWN_NUMBER, [whole]);
}
/** Stands for the number of the next version: only a pattern that covers every version matches it. */
const UNKNOWN_NUMBER = '999999999';
/** Preflight: reports that a denial for all versions would go unnoticed. */
async function notePolicyAccess(functions, functionArn, findings) {
    const read = () => functions.readResourcePolicy(functionArn).then(() => 'permitted');
    const found = await (0,_base_problems_js__WEBPACK_IMPORTED_MODULE_2__/* .attempt */ .C)(findings, () => ifPermitted(read).then((whole) => whole ?? 'denied'));
    if (found !== 'denied')
        return;
    findings.notes.push(`invoke-permission: the role has no lambda:GetResourcePolicy on ${functionArn}, so a policy of the whole function that denies the new version to API Gateway would not be noticed`);
}
/** @returns `undefined` also if the role may not read it */
async function ifPermitted(read) {
    try {
        return await read();
    }
    catch (error) {
        if (!(0,_aws_call_js__WEBPACK_IMPORTED_MODULE_1__/* .causedBy */ .$z)(error, _aws_aws_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .isAccessDenied */ .w7))
            throw error;
        return undefined;
    }
}
function invokePolicies(functionArn, qualifier, found) {
    return {
        arn: qualifier === '$LATEST' ? functionArn : `${functionArn}:${qualifier}`,
        documents: found.filter((document) => document !== undefined),
    };
}


/***/ }),

/***/ 56805:
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


/***/ }),

/***/ 90428:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ sealOf)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
// A digest of a record. It is stored in the description of the deployment created for the rollout, which only
// those with release permissions can write. Tags that do not match it were changed.

/**
 * 24 hexadecimal digits over everything that is fixed for the whole rollout. Not included: the owner, which changes
 * when a run takes over, and the provisioned concurrency, which is known only after the seal is needed.
 */
function sealOf({ id: _, target, ...rest }) {
    const found = ['warmed', 'kept'];
    const fixed = Object.entries(target).filter(([name]) => !found.includes(name));
    const text = JSON.stringify(inOrder({ ...rest, target: Object.fromEntries(fixed) }));
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(text).digest('hex').slice(0, 24);
}
/** Gives equal text for equal members, in whatever order they were written. */
function inOrder(value) {
    if (Array.isArray(value))
        return value.map(inOrder);
    if (typeof value !== 'object' || value === null)
        return value;
    return Object.entries(value)
        .filter(([, member]) => member !== undefined)
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([name, member]) => [name, inOrder(member)]);
}


/***/ }),

/***/ 86905:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  connectPreviews: () => (/* binding */ connectPreviews)
});

// EXTERNAL MODULE: ./build/aws/deployments.js
var aws_deployments = __webpack_require__(90782);
// EXTERNAL MODULE: ./build/aws/functions.js + 5 modules
var aws_functions = __webpack_require__(11056);
// EXTERNAL MODULE: ./build/aws/gateway-arns.js
var gateway_arns = __webpack_require__(31389);
// EXTERNAL MODULE: ./build/aws/rest-api.js + 1 modules
var rest_api = __webpack_require__(46167);
// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-api-gateway/dist-cjs/index.js
var dist_cjs = __webpack_require__(60818);
// EXTERNAL MODULE: ./build/base/without-secrets.js
var without_secrets = __webpack_require__(68008);
// EXTERNAL MODULE: ./build/aws/call.js
var call = __webpack_require__(13280);
// EXTERNAL MODULE: ./build/aws/gateway-client.js
var gateway_client = __webpack_require__(51538);
;// CONCATENATED MODULE: ./build/aws/stages.js
// Creates and deletes stages of a REST API. The settings of one stage are in `stage-calls.ts`.





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
var assert = __webpack_require__(50648);
// EXTERNAL MODULE: ./build/base/errors.js + 1 modules
var errors = __webpack_require__(76031);
// EXTERNAL MODULE: ./build/base/time.js
var time = __webpack_require__(22475);
// EXTERNAL MODULE: ./build/rollout/preview-tags.js
var preview_tags = __webpack_require__(23054);
// EXTERNAL MODULE: ./build/targets/lambda/check-code.js
var check_code = __webpack_require__(64483);
// EXTERNAL MODULE: ./build/targets/lambda/next-version.js
var next_version = __webpack_require__(30549);
// EXTERNAL MODULE: ./build/targets/lambda/version-text.js
var version_text = __webpack_require__(56805);
// EXTERNAL MODULE: ./build/targets/stage/call-notes.js
var call_notes = __webpack_require__(46966);
// EXTERNAL MODULE: ./build/targets/stage/canary-change.js
var canary_change = __webpack_require__(3551);
// EXTERNAL MODULE: ./build/targets/stage/default-url.js
var default_url = __webpack_require__(82057);
// EXTERNAL MODULE: ./build/targets/stage/dependents.js
var dependents = __webpack_require__(55294);
// EXTERNAL MODULE: ./build/targets/stage/draft-deployment.js
var draft_deployment = __webpack_require__(51679);
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
var served_wiring = __webpack_require__(40634);
// EXTERNAL MODULE: ./build/targets/stage/stage-prepare.js
var stage_prepare = __webpack_require__(33876);
// EXTERNAL MODULE: ./build/targets/stage/stage-state.js
var stage_state = __webpack_require__(53794);
// EXTERNAL MODULE: ./build/targets/stage/wiring.js
var wiring = __webpack_require__(69044);
;// CONCATENATED MODULE: ./build/targets/stage/preview-stages.js
// The stages of previews, on the API of the stage that they are copied from. Nothing here changes a stage that is
// not a preview of this repository.

























/** Developer guide, "Quotas for configuring and running a REST API": stages per API. */
const STAGES_PER_API = 10;
function connectPreviews(sets, inputs) {
    const { restApiId, stageName } = inputs;
    const clients = sets.normal;
    const restoring = (0,rest_api/* bindRestApi */.A)(sets.rollback, restApiId, stageName);
    const deployments = (0,aws_deployments/* bindDeployments */.I)(clients, restApiId);
    const stages = bindStages(clients, restApiId);
    const stageOf = (name) => (0,rest_api/* bindRestApi */.A)(clients, restApiId, name);
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
