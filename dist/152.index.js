export const id = 152;
export const ids = [152];
export const modules = {

/***/ 9152:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  rollOut: () => (/* binding */ rollOut)
});

// EXTERNAL MODULE: ./build/aws/errors.js
var errors = __webpack_require__(8127);
;// CONCATENATED MODULE: ./build/rollout/integration.js
// How an API's integrations reach Lambda: the URI taken apart, with stage variables filled in.
const LAMBDA_URI = /^arn:[\w-]+:apigateway:[\w-]+:lambda:path\/[\d-]+\/functions\/(.+)\/invocations$/;
const FUNCTION_ARN = /^arn:[\w-]+:lambda:[\w-]+:\d{12}:function:/;
const VARIABLE = /\$\{stageVariables\.([A-Za-z0-9_]+)\}/g;
/** Takes a URI apart; `undefined` when it is not a Lambda function's or its name stays unknown. */
function parseLambdaUri(uri, variables) {
    const inner = LAMBDA_URI.exec(uri)?.[1];
    if (inner === undefined)
        return undefined;
    const pieces = splitPieces(inner);
    const text = pieces.map((piece) => resolve(piece, variables)).join('');
    const ref = text.replace(FUNCTION_ARN, '');
    const [functionName = '', qualifier] = ref.split(':');
    if (functionName === '')
        return undefined;
    return {
        functionName,
        qualifier,
        heldBy: qualifier ? holder(pieces, qualifier, variables) : undefined,
    };
}
/** The same URI with another qualifier in place of the literal one at its end. */
function withQualifier(uri, qualifier) {
    return uri.replace(/:[^:/]+\/invocations$/, `:${qualifier}/invocations`);
}
function splitPieces(text) {
    const pieces = [];
    let end = 0;
    for (const match of text.matchAll(VARIABLE)) {
        if (match.index > end)
            pieces.push({ text: text.slice(end, match.index) });
        pieces.push({ variable: match[1] ?? '' });
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
/** The last piece, if it is a variable that ends in the whole qualifier. */
function holder(pieces, qualifier, variables) {
    const last = pieces.at(-1);
    if (!last || 'text' in last)
        return undefined;
    const value = resolve(last, variables);
    if (!value.endsWith(qualifier))
        return undefined;
    return { name: last.variable, prefix: value.slice(0, value.length - qualifier.length) };
}

;// CONCATENATED MODULE: ./build/rollout/canary-change.js
// What the canary of a stage will be: the overrides and the rewritten integrations that bring the
// new versions to it.

/**
 * Puts the new versions into the wirings.
 *
 * @param extra overrides that the user asked for; they are added to those of the wirings
 * @returns the change, or what two wirings contradict each other in
 */
function canaryChange(wirings, changes, extra) {
    const overrides = new Map();
    const problems = [];
    const drafts = [];
    const put = (name, value, why) => {
        const other = overrides.get(name);
        if (other !== undefined && other !== value) {
            problems.push(`stage variable "${name}" would have to be both "${other}" and "${value}" (${why}); ` +
                'expected a variable of its own for each function');
        }
        overrides.set(name, value);
    };
    for (const [name, value] of Object.entries(extra))
        put(name, value, 'stage-variable-overrides');
    for (const wiring of wirings) {
        const to = changes.find((change) => change.name === wiring.functionName)?.to ?? wiring.from;
        if (wiring.kind === 'variable') {
            put(wiring.variable, wiring.prefix + to, `function ${wiring.functionName}`);
        }
        else if (to !== wiring.from) {
            drafts.push(...wiring.integrations.map((integration) => draftChange(integration, to)));
        }
    }
    return problems.length > 0 ? { problems } : { overrides: Object.fromEntries(overrides), drafts };
}
/** The variables that two functions would both need, whatever their new versions will be. */
function sharedVariables(wirings) {
    const names = wirings.flatMap((w) => w.kind === 'variable' && w.prefix === '' ? [w.variable] : []);
    return [...new Set(names.filter((name, i) => names.indexOf(name) !== i))];
}
function draftChange(integration, to) {
    const { resourceId, method, uri } = integration;
    return { resourceId, method, from: uri, to: withQualifier(uri, to) };
}

;// CONCATENATED MODULE: ./build/rollout/routes.js
// An endpoint that only one side of a canary has answers 403 to part of the users, at random.
/** Compares the routes of the stable and the canary deployment. */
function compareRoutes(stable, canary) {
    return {
        added: canary.filter((route) => !stable.includes(route)).sort(),
        removed: stable.filter((route) => !canary.includes(route)).sort(),
    };
}
/** The difference in words; `undefined` when there is none. */
function describeRouteDifference(difference) {
    const { added, removed } = difference;
    const parts = [
        added.length > 0 ? `only the canary has ${list(added)}` : '',
        removed.length > 0 ? `only stable has ${list(removed)}` : '',
    ].filter((part) => part !== '');
    if (parts.length === 0)
        return undefined;
    return `${parts.join('; ')}: while traffic is split, these answer 403 to part of the users, at random`;
}
function list(routes) {
    const shown = routes.slice(0, 10).join(', ');
    return routes.length > 10 ? `${shown} and ${routes.length - 10} more` : shown;
}

// EXTERNAL MODULE: ./build/rollout/standing.js
var standing = __webpack_require__(8092);
// EXTERNAL MODULE: ./build/aws/arns.js
var arns = __webpack_require__(828);
;// CONCATENATED MODULE: ./build/rollout/invoke-policy.js
// May API Gateway invoke a version? A function's resource policy is kept per qualifier: a statement
// on the function or on an alias says nothing about a version (Lambda developer guide, "aliases in
// permissions policies"). Without one, callers get a 500 that no Lambda metric shows.
const GATEWAY = 'apigateway.amazonaws.com';
const SOURCE_OPERATORS = ['ArnLike', 'ArnEquals', 'StringLike', 'StringEquals'];
/**
 * The calls that the policy does not allow API Gateway to make.
 *
 * @param policy the policy document of exactly the qualifier that is invoked; `undefined`: none
 * @param sourceArns `arn:…:execute-api:…:api/stage/VERB/path` of every call
 */
function uncoveredCalls(policy, sourceArns) {
    const statements = readStatements(policy).filter(allowsGateway);
    return sourceArns.filter((arn) => !statements.some((s) => matchesSource(s.Condition, arn)));
}
function readStatements(policy) {
    if (policy === undefined)
        return [];
    try {
        const parsed = JSON.parse(policy);
        return asList(parsed?.Statement);
    }
    catch {
        return [];
    }
}
function allowsGateway(statement) {
    const principal = statement.Principal;
    const services = principal === '*' ? [GATEWAY] : asList(principal?.Service);
    return (statement.Effect === 'Allow' &&
        services.includes(GATEWAY) &&
        asList(statement.Action).some((action) => globMatches(String(action), 'lambda:InvokeFunction')));
}
/** All conditions of a statement must hold. Without one it covers every call. */
function matchesSource(condition, arn) {
    const byOperator = Object.entries((condition ?? {}));
    return byOperator.every(([operator, byKey]) => Object.entries(byKey ?? {}).every(([key, expected]) => holds(operator, key, expected, arn)));
}
/** A condition on anything but the source is not ours to judge, and is taken to hold. */
function holds(operator, key, expected, arn) {
    const found = sourceValue(key, arn);
    if (found === undefined || !SOURCE_OPERATORS.includes(operator))
        return true;
    return asList(expected).some((pattern) => globMatches(String(pattern), found));
}
/** What API Gateway says about itself under this key when it makes the call. */
function sourceValue(key, arn) {
    switch (key.toLowerCase()) {
        case 'aws:sourcearn':
            return arn;
        case 'aws:sourceaccount':
            return arn.split(':')[4];
        default:
            return undefined;
    }
}
/** `*` and `?` as IAM matches them. Linear in the text: no expression is built from the pattern. */
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

// EXTERNAL MODULE: ./build/rollout/record.js
var rollout_record = __webpack_require__(3817);
// EXTERNAL MODULE: ./build/targets/stage/drafts.js
var stage_drafts = __webpack_require__(1834);
;// CONCATENATED MODULE: ./build/targets/stage/prepare.js
// Makes everything that the canary needs and that no user can see yet.






/**
 * Remembers the rollout, then makes the canary's deployment out of the draft (for pinned versions:
 * rewritten for that moment only). Throws when the guard finds routes that only one side has.
 *
 * @returns what is remembered now
 */
async function prepareCanary(api, record, choices) {
    const phase = { kind: 'preparing' };
    await api.tag((0,rollout_record/* recordTags */.h0)(record, phase));
    const canaryDeploymentId = choices.definition === 'deployed' ? record.stage.deploymentId : await deployDraft(api, record);
    await api.tag((0,rollout_record/* canaryTag */.Dq)(canaryDeploymentId));
    if (choices.routeGuard === 'block') {
        const [stable, canary] = [
            await api.readRoutes(record.stage.deploymentId),
            await api.readRoutes(canaryDeploymentId),
        ];
        const difference = describeRouteDifference(compareRoutes(stable, canary));
        if (difference)
            throw new errors/* RolloutError */.a6(`the route guard stopped the rollout: ${difference}`);
    }
    return { record, phase, shifts: [], canaryDeploymentId };
}
async function deployDraft(api, record) {
    const { drafts, deploymentId } = record.stage;
    await (0,stage_drafts/* setDrafts */.t)(api, drafts, 'to');
    try {
        const id = await api.snapshot(describeDeployment(record));
        if (id === '' || id === deploymentId) {
            throw new errors/* RolloutError */.a6(`creating a deployment answered with the id "${id}"; expected a new one`);
        }
        return id;
    }
    finally {
        await (0,stage_drafts/* setDrafts */.t)(api, drafts, 'from');
    }
}
/** At most 256 characters: API Gateway documents no limit for a deployment's description. */
function describeDeployment({ id, functions }) {
    const changes = functions.map((f) => `${f.name} ${f.from} to ${f.to}`).join(', ');
    return `canary of ${id.repository} run ${id.runId}${changes && `: ${changes}`}`.slice(0, 256);
}
/** The `execute-api` ARNs that the gateway names when it invokes a function for these routes. */
function sourceArns(api, functionArn, integrations) {
    const { partition, region } = api.place;
    const stage = `arn:${partition}:execute-api:${region}:${(0,arns/* accountOf */.XP)(functionArn)}:${api.restApiId}/${api.stageName}`;
    return integrations
        .filter((integration) => integration.credentials === undefined)
        .map(({ method, path }) => `${stage}/${method === 'ANY' ? '*' : method}${path.replace(/\{[^}]*\}/g, '*')}`);
}
/**
 * Sees to it that API Gateway may invoke the version, before any user meets it.
 *
 * @returns what is missing, in words; `undefined` when all is well
 */
async function ensureInvokable(functions, api, invoked, how) {
    const { functionName, version } = invoked;
    const missing = async () => uncoveredCalls(await functions.readPolicy(functionName, version), invoked.sourceArns);
    const before = await missing();
    const first = before[0];
    if (first === undefined)
        return undefined;
    if (how === 'grant') {
        const stage = first.split('/').slice(0, 2).join('/');
        const statementId = `canary-action-${api.restApiId}-${api.stageName}`.slice(0, 100);
        await functions.allowGateway(functionName, version, statementId, `${stage}/*`);
        if ((await missing()).length === 0)
            return undefined;
    }
    return describeMissing(functionName, version, before);
}
/** What to say when the gateway may not invoke a version. */
function describeMissing(functionName, version, arns) {
    return (`API Gateway may not invoke version ${version} of "${functionName}" (${arns[0]}${arns.length > 1 ? ` and ${arns.length - 1} more` : ''}), ` +
        'so its users would get a 500. A policy on the function or on an alias does not cover a version. ' +
        'Set invoke-permission: grant, or add the permission to the version');
}

;// CONCATENATED MODULE: ./build/begin.js
// From a clean preflight to a canary that is ready to take traffic: publish, compare, remember,
// deploy. Nothing here is seen by a user of the API.





/** Publishes the versions that are released. Publishing what is published already changes nothing. */
async function publish(beginning) {
    const { functions, facts, log, description } = beginning;
    const changes = [];
    for (const { input, wiring } of facts) {
        const to = input.version ?? (await functions.publish(input.name, description));
        changes.push({ name: input.name, from: wiring.from, to });
        log.line(to === wiring.from
            ? `${input.name}: version ${to} is what the stage serves already`
            : `${input.name}: version ${wiring.from} → ${to}${input.version === undefined ? ', published' : ''}`);
    }
    return changes;
}
/** Says why there is nothing to release; `undefined` when there is something. */
async function whyUnchanged({ api, inputs, stage }, changes) {
    const { state } = stage.reading;
    const overridesStand = Object.entries(inputs.overrides).every(([name, value]) => state.variables[name] === value);
    if (changes.some((change) => change.from !== change.to) || !overridesStand)
        return undefined;
    if (inputs.definition === 'draft') {
        // Without functions the draft itself is the release, and only AWS knows what changed in it.
        if (changes.length === 0)
            return undefined;
        const stable = await api.readRoutes(state.deploymentId);
        if (describeRouteDifference(compareRoutes(stable, stage.draft.routes)))
            return undefined;
    }
    return changes.length > 0
        ? 'code and configuration are those of the version that the stage serves'
        : 'the stage has these variables already';
}
/** Makes the canary's deployment and remembers the rollout, or finds that nothing changed. */
async function begin(beginning) {
    const { api, inputs, log } = beginning;
    log.group('Publish');
    const changes = await publish(beginning);
    const why = await whyUnchanged(beginning, changes);
    if (why !== undefined)
        return { kind: 'unchanged', changes, why };
    await checkInvokable(beginning, changes);
    log.group('Deploy to the canary');
    const record = makeRecord(beginning, changes);
    const rollout = await prepareCanary(api, record, inputs);
    log.line(`The canary will serve deployment ${rollout.canaryDeploymentId}; nobody is served it yet.`);
    return { kind: 'ready', rollout };
}
async function checkInvokable({ functions, api, inputs, facts, log }, changes) {
    const problems = [];
    for (const { input, sourceArns } of facts) {
        const change = changes.find((c) => c.name === input.name);
        if (!change || change.from === change.to)
            continue;
        const invoked = { functionName: change.name, version: change.to, sourceArns };
        const missing = await ensureInvokable(functions, api, invoked, inputs.invokePermission);
        if (missing !== undefined)
            problems.push(missing);
        else
            log.line(`${change.name}: API Gateway may invoke version ${change.to}`);
    }
    if (problems.length > 0)
        throw new errors/* RolloutError */.a6(problems.join('\n'));
}
function makeRecord(beginning, changes) {
    const { facts, id, startedAt } = beginning;
    return {
        id,
        startedAt: Math.floor(startedAt),
        plan: beginning.plan,
        longestAnswerSeconds: beginning.stage.draft.longestAnswerSeconds,
        functions: changes,
        stage: stageRecord(beginning, facts, changes),
    };
}
function stageRecord({ inputs, stage }, facts, changes) {
    const { state } = stage.reading;
    const wirings = facts.map((fact) => fact.wiring);
    const change = canaryChange(wirings, changes, inputs.overrides);
    if ('problems' in change)
        throw new errors/* RolloutError */.a6(change.problems.join('\n'));
    const names = Object.keys(change.overrides);
    return {
        deploymentId: state.deploymentId,
        variables: Object.fromEntries(names.map((name) => [name, (0,standing/* variableOf */.Q)(state.variables, name)])),
        overrides: change.overrides,
        useStageCache: inputs.useStageCache,
        drafts: change.drafts,
        promote: inputs.promote,
    };
}

// EXTERNAL MODULE: ./build/craft.js
var build_craft = __webpack_require__(8818);
// EXTERNAL MODULE: ./build/journal.js + 1 modules
var build_journal = __webpack_require__(9548);
// EXTERNAL MODULE: ./build/rollout/release.js
var release = __webpack_require__(2787);
;// CONCATENATED MODULE: ./build/observe.js
// One look: what stands in AWS, and what the witnesses say.



const LOOK_SECONDS = 15;
/** How often in a row AWS may fail to show what stands; each try has its own retries. */
const TRIES = 8;
/** Looks until AWS answers, the tries are used up, or the job is to stop. */
async function takeLook(craft, before) {
    for (let attempt = 1;; attempt++) {
        const look = await unlessCancelled(craft, () => lookOnce(craft, before));
        if (look.kind !== 'blind' || attempt === TRIES)
            return look;
        craft.log.warning(`What stands in AWS could not be read: ${look.why}. Trying again.`);
        await (0,build_craft/* pause */.v)(LOOK_SECONDS, craft.cancelled);
    }
}
async function lookOnce(craft, before) {
    try {
        const { memory, standing } = await craft.target.observe(craft.cancelled);
        if (memory.kind === 'unreadable')
            return lost(memory.why);
        if (memory.kind === 'none' || !standing)
            return lost('the tags that remember it are gone');
        const { id } = memory.remembered.record;
        if (!(0,release/* sameRollout */.c5)(id, before.rollout.record.id)) {
            return lost(`run ${id.runId} of ${id.repository} has taken over`);
        }
        const seen = await craft.watch(memory.remembered, (0,build_craft/* now */.t)());
        return { kind: 'seen', moment: { rollout: memory.remembered, standing }, seen };
    }
    catch (error) {
        return { kind: 'blind', why: (0,errors/* messageOf */.bD)(error) };
    }
}
function lost(why) {
    return { kind: 'lost', why };
}
/** Resolves as soon as the job is to stop, and lets the reading come to nothing. */
function unlessCancelled({ cancelled }, read) {
    return new Promise((resolve, reject) => {
        const stop = () => resolve({ kind: 'cancelled' });
        if (cancelled.aborted)
            return stop();
        cancelled.addEventListener('abort', stop, { once: true });
        read()
            .then(resolve, reject)
            .finally(() => cancelled.removeEventListener('abort', stop));
    });
}

// EXTERNAL MODULE: ./build/rollout/duration.js
var duration = __webpack_require__(1624);
// EXTERNAL MODULE: ./build/rollout/plan.js
var rollout_plan = __webpack_require__(7927);
// EXTERNAL MODULE: ./build/rollout/verdict.js
var rollout_verdict = __webpack_require__(7839);
// EXTERNAL MODULE: ./build/report/words.js
var words = __webpack_require__(4702);
;// CONCATENATED MODULE: ./build/report/look-line.js
// One line of the log for each look.




function renderLookLine(look) {
    const columns = [
        (0,words/* clockTime */.qo)(look.at).slice(0, 8),
        look.where.padEnd(9),
        `${(0,words/* bar */.M0)(look.weight)} ${(0,rollout_plan/* formatWeight */.ck)(look.weight).padStart(6)}`,
        `${(0,duration/* formatDuration */.a)(look.secondsLeft)} left`.padEnd(13),
        `canary ${arm(look.canary)}`.padEnd(26),
        `stable ${arm(look.stable)}`.padEnd(26),
        alarmWords(look.alarms),
        verdictWords(look),
    ].filter((column) => column !== '');
    return columns.join('  ');
}
function arm(totals) {
    if (totals.requests === 0)
        return 'no requests yet';
    return `${(0,words/* count */.U9)(totals.requests)} req, ${(0,words/* count */.U9)(totals.errors)} failed (${(0,words/* errorRate */.zi)(totals)})`;
}
/** `alarms 2/2 ok`; nothing where none is watched. */
function alarmWords(alarms) {
    if (alarms.length === 0)
        return '';
    const ok = alarms.filter((e) => e.verdict === 'healthy').length;
    return `alarms ${ok}/${alarms.length} ok`;
}
function verdictWords({ verdict, decisive }) {
    const speakers = decisive.filter((e) => e.verdict === verdict && verdict !== 'healthy');
    const first = speakers[0];
    if (!first)
        return verdict;
    const more = speakers.length > 1 ? ` (+${speakers.length - 1})` : '';
    return `${verdict}: ${(0,rollout_verdict/* sayEvidence */.$)(first)}${more}`.slice(0, 120);
}

// EXTERNAL MODULE: ./build/roll-back.js
var roll_back = __webpack_require__(7065);
;// CONCATENATED MODULE: ./build/rollout/decide.js
// What to do next: a pure function of the plan, of what stands in AWS, and of the verdict. It is
// asked anew at every look, so a run that takes over from a dead one decides as the dead one would.

/** Decides on one command. Total: every situation has exactly one answer. */
function decide(s) {
    const { standing, phase } = s;
    if (standing.kind === 'foreign')
        return leave(`stopped without touching it: ${standing.what}`);
    if (s.cancelled)
        return { kind: 'roll-back', reason: 'cancelled' };
    if (s.verdict === 'failing')
        return { kind: 'roll-back', reason: s.because };
    switch (phase.kind) {
        case 'preparing':
            return onPreparing(s, standing);
        case 'step':
            return onStep(s, standing, phase);
        case 'baking':
            return onBaking(s, standing, phase.since);
    }
}
function onPreparing({ plan }, standing) {
    const first = plan.steps[0];
    if (!first || standing.kind === 'promoted')
        return { kind: 'promote' };
    return { kind: 'shift', step: 0, weight: first.weight };
}
function onStep(s, standing, { index, since }) {
    const step = s.plan.steps[index];
    if (!step)
        return leave(`what is remembered says step ${index + 1}, which is not in the plan`);
    if (standing.kind === 'promoted')
        return { kind: 'promote' };
    if (standing.kind === 'stable')
        return canaryGone(index);
    const { weight } = standing;
    if (!sameWeight(weight, step.weight))
        return shiftAgain(s.plan, index, step, weight);
    return onHeldStep(s, index, step, since);
}
function onHeldStep(s, index, step, since) {
    const window = (0,rollout_plan/* stepWindow */.$0)(s.plan, step);
    const earliest = since + window.earliest;
    const latest = since + window.latest;
    if (s.now < earliest)
        return { kind: 'wait', until: earliest };
    if (s.frozen !== undefined)
        return onFrozen(s, s.frozen, latest + FREEZE_SECONDS);
    if (s.verdict === 'inconclusive') {
        if (s.now < latest)
            return { kind: 'wait', until: latest };
        const blocked = onSilence(s);
        if (blocked)
            return blocked;
    }
    const next = s.plan.steps[index + 1];
    if (!next)
        return { kind: 'promote' };
    return { kind: 'shift', step: index + 1, weight: next.weight };
}
/** How long an incident that hits both versions is waited out before the run ends. */
const FREEZE_SECONDS = 1800;
function onFrozen({ now }, reason, until) {
    if (now < until)
        return { kind: 'wait', until };
    return { kind: 'leave', ending: { kind: 'held', reason } };
}
/** What the policy says of a step that could not be judged; `undefined`: go on. */
function onSilence({ onInconclusive, because }) {
    if (onInconclusive === 'promote')
        return undefined;
    const reason = `inconclusive: ${because}`;
    if (onInconclusive === 'rollback')
        return { kind: 'roll-back', reason };
    return { kind: 'leave', ending: { kind: 'held', reason } };
}
/**
 * The memory is written before the shift, so a run that died in between finds the weight of the
 * step before: shift again. Any other weight is someone else's.
 */
function shiftAgain(plan, index, step, stands) {
    const before = plan.steps[index - 1]?.weight ?? 0;
    if (sameWeight(stands, before))
        return { kind: 'shift', step: index, weight: step.weight };
    return leave(`stopped without touching it: the canary has ${(0,rollout_plan/* formatWeight */.ck)(stands)}, not ${(0,rollout_plan/* formatWeight */.ck)(step.weight)} as step ${index + 1} wants`);
}
/** A canary that was open and is not any more was closed by someone: all users are on stable. */
function canaryGone(index) {
    const reason = `the canary was removed by someone else during step ${index + 1}; all traffic goes to the version that stood before`;
    return { kind: 'finish', ending: { kind: 'failed', reason } };
}
function onBaking(s, standing, since) {
    // The memory is written before the promotion, so here it was not made yet, or not whole.
    if (standing.kind === 'split')
        return { kind: 'promote' };
    if (standing.kind === 'promoted' && standing.open && s.closes)
        return { kind: 'promote' };
    if (standing.kind === 'stable') {
        const reason = 'the stage was set back to the version before, by someone else';
        return { kind: 'finish', ending: { kind: 'failed', reason } };
    }
    const until = since + s.plan.bakeSeconds;
    return s.now < until ? { kind: 'wait', until } : { kind: 'finish', ending: { kind: 'promoted' } };
}
function leave(reason) {
    return { kind: 'leave', ending: { kind: 'failed', reason } };
}
/** API Gateway keeps two decimals at least; compare with a tolerance below them. */
function sameWeight(a, b) {
    return Math.abs(a - b) < 0.005;
}

;// CONCATENATED MODULE: ./build/perform.js
// The one place that waits and acts: look at everything, decide, perform one command, and again.











/**
 * Drives a prepared rollout to an ending. Never throws for what AWS answers.
 *
 * @param first what is remembered when this run takes over
 */
async function perform(craft, first) {
    let moment = { rollout: first, standing: { kind: 'stable' } };
    let trouble;
    const said = new Set();
    resumeJournal(craft, first);
    for (;;) {
        const look = await takeLook(craft, moment);
        if (look.kind === 'lost')
            return end(craft, moment, stop(look.why));
        if (look.kind === 'seen') {
            moment = look.moment;
            craft.journal.saw(look.seen);
        }
        announce(craft, look, said);
        const command = decide(situation(craft, moment, look, trouble));
        const result = await act(craft, moment, command);
        if (result.kind === 'ended')
            return result.ended;
        ({ moment, trouble } = result);
    }
}
/** A run that takes over goes on counting where the one before began the step. */
function resumeJournal({ journal }, { phase, record: { plan } }) {
    if (phase.kind === 'baking')
        journal.beginStep(build_journal/* BAKE */.m, 100, plan.bakeSeconds, phase.since);
    const step = phase.kind === 'step' ? plan.steps[phase.index] : undefined;
    if (phase.kind !== 'step' || !step)
        return;
    journal.beginStep((0,rollout_plan/* formatWeight */.ck)(step.weight), step.weight, step.holdSeconds, phase.since);
}
function situation(craft, { rollout, standing }, look, trouble) {
    const decisive = look.kind === 'seen' ? look.seen.decisive : [];
    const failure = trouble ?? (look.kind === 'blind' ? look.why : undefined);
    return {
        plan: rollout.record.plan,
        phase: rollout.phase,
        standing,
        verdict: failure === undefined ? (0,rollout_verdict/* worst */.Q)(decisive) : 'failing',
        because: failure ?? becauseOf(decisive),
        frozen: look.kind === 'seen' ? look.seen.frozen : undefined,
        onInconclusive: craft.onInconclusive,
        now: (0,build_craft/* now */.t)(),
        closes: rollout.record.stage.promote.close,
        cancelled: look.kind === 'cancelled',
    };
}
/** Annotates what people must know, once, when it is first seen. */
function announce({ log, journal }, look, said) {
    if (look.kind !== 'seen')
        return;
    const { frozen, misrouted } = look.seen;
    for (const [about, text] of Object.entries({ frozen, misrouted })) {
        if (text === undefined || said.has(about))
            continue;
        said.add(about);
        log.warning(text);
        journal.note(text);
    }
}
/** What the worst witnesses say. */
function becauseOf(evidence) {
    const verdict = (0,rollout_verdict/* worst */.Q)(evidence);
    if (verdict === 'healthy')
        return '';
    const speakers = evidence.filter((e) => e.verdict === verdict);
    return speakers.map(rollout_verdict/* sayEvidence */.$).join('; ');
}
async function act(craft, moment, command) {
    switch (command.kind) {
        case 'wait':
            craft.log.line(lookLine(craft, moment, command.until));
            await (0,build_craft/* pause */.v)(Math.min(LOOK_SECONDS, command.until - (0,build_craft/* now */.t)()), craft.cancelled);
            return { kind: 'go-on', moment, trouble: undefined };
        case 'shift':
            return shift(craft, moment, command.step, command.weight);
        case 'promote':
            return promote(craft, moment);
        case 'roll-back':
            return { kind: 'ended', ended: await (0,roll_back/* rollBack */.F)(craft, moment, command.reason) };
        case 'finish':
            await (0,roll_back/* forget */.y)(craft);
            return { kind: 'ended', ended: end(craft, moment, command.ending) };
        case 'leave':
            return { kind: 'ended', ended: end(craft, moment, command.ending) };
    }
}
/** After a failure it is not known what stands: the worst is taken for granted. */
async function attempted(moment, work) {
    try {
        await work();
        return { kind: 'go-on', moment, trouble: undefined };
    }
    catch (error) {
        return { kind: 'go-on', moment, trouble: (0,errors/* messageOf */.bD)(error) };
    }
}
function shift(craft, { rollout }, index, weight) {
    const { target, journal, log } = craft;
    const { steps } = rollout.record.plan;
    const holdSeconds = steps[index]?.holdSeconds ?? 0;
    const held = (0,duration/* formatDuration */.a)(holdSeconds);
    log.group(`Step ${index + 1} of ${steps.length}: ${(0,rollout_plan/* formatWeight */.ck)(weight)} for ${held}`);
    const phase = { kind: 'step', index, since: Math.floor((0,build_craft/* now */.t)()) };
    const shifts = [...rollout.shifts.slice(0, index), phase.since];
    const after = {
        rollout: { ...rollout, phase, shifts },
        standing: { kind: 'split', weight },
    };
    return attempted(after, async () => {
        await target.remember(rollout, phase);
        await target.shift(rollout, weight);
        journal.note(`shifted ${(0,rollout_plan/* formatWeight */.ck)(weight)} to the canary`);
        journal.beginStep((0,rollout_plan/* formatWeight */.ck)(weight), weight, holdSeconds);
        craft.progress(after);
    });
}
function promote(craft, { rollout }) {
    const { target, journal, log } = craft;
    const { bakeSeconds } = rollout.record.plan;
    log.group(`Promote, and bake for ${(0,duration/* formatDuration */.a)(bakeSeconds)}`);
    const baking = rollout.phase.kind === 'baking';
    const phase = baking ? rollout.phase : { kind: 'baking', since: Math.floor((0,build_craft/* now */.t)()) };
    const after = {
        rollout: { ...rollout, phase },
        standing: { kind: 'promoted', open: true },
    };
    return attempted(after, async () => {
        if (!baking)
            await target.remember(rollout, phase);
        await target.promote(rollout);
        journal.note('promoted: all traffic goes to the new version');
        journal.beginStep(build_journal/* BAKE */.m, 100, bakeSeconds);
        log.line('Promoted, and read back: all traffic goes to the new version.');
        craft.progress(after);
    });
}
function lookLine(craft, { rollout, standing }, until) {
    const step = craft.journal.currentStep();
    const none = { requests: 0, errors: 0 };
    return renderLookLine({
        at: (0,build_craft/* now */.t)(),
        where: (0,words/* phaseInWords */.YP)(rollout.phase, rollout.record.plan.steps.length),
        weight: standing.kind === 'split' ? standing.weight : 100,
        secondsLeft: until - (0,build_craft/* now */.t)(),
        canary: step?.canary ?? none,
        stable: step?.stable ?? none,
        verdict: craft.journal.verdict(),
        decisive: craft.journal.decisive(),
        alarms: craft.journal.alarms(),
    });
}
function stop(why) {
    return { kind: 'failed', reason: `stopped without touching anything more: ${why}` };
}
function end(craft, moment, ending) {
    craft.journal.endStep();
    return { ending, moment, stuck: false };
}

;// CONCATENATED MODULE: ./build/rollout/schedule-limits.js
// A schedule that outlives the job or its credentials cannot finish, nor roll back.


/** Set aside for preflight, publishing, the calls between the steps, and the report. */
const OVERHEAD_SECONDS = 120;
/** What `aws-actions/configure-aws-credentials` asks for when it is told nothing. */
const DEFAULT_SESSION_SECONDS = 3600;
/** @param now seconds since the epoch */
function checkSchedule(plan, lifetimes, now) {
    const needed = (0,rollout_plan/* planSeconds */.h9)(plan) + OVERHEAD_SECONDS;
    const problems = [];
    const notes = [];
    const takes = `the steps and the bake take ${(0,duration/* formatDuration */.a)((0,rollout_plan/* planSeconds */.h9)(plan))}`;
    if (needed > lifetimes.jobTimeoutSeconds) {
        problems.push(`${takes}, and GitHub ends the job after ${(0,duration/* formatDuration */.a)(lifetimes.jobTimeoutSeconds)} (job-timeout): shorten the steps, or raise timeout-minutes and job-timeout`);
    }
    const left = lifetimes.credentialsExpireAt && lifetimes.credentialsExpireAt - now;
    if (left !== undefined && needed > left) {
        problems.push(`${takes}, and the AWS credentials expire in ${(0,duration/* formatDuration */.a)(left)}: set role-duration-seconds: ${roundUp(needed)} (the role must allow it), or shorten the steps`);
    }
    else if (left === undefined && lifetimes.temporary && needed > DEFAULT_SESSION_SECONDS) {
        notes.push(`${takes}; AWS sessions last one hour unless role-duration-seconds says more: it must be at least ${roundUp(needed)} here`);
    }
    return { problems, notes };
}
function roundUp(seconds) {
    return Math.ceil(seconds / 300) * 300;
}

// EXTERNAL MODULE: ./build/aws/alarms.js
var alarms = __webpack_require__(8506);
;// CONCATENATED MODULE: ./build/preflight/findings.js
// What preflight finds: problems stop the rollout, notes are only said.

function noFindings() {
    return { problems: [], notes: [] };
}
/** Runs a read; a failure becomes a problem like any other, so that the rest is still looked at. */
async function attempt(findings, read) {
    try {
        return await read();
    }
    catch (error) {
        findings.problems.push((0,errors/* messageOf */.bD)(error));
        return undefined;
    }
}

;// CONCATENATED MODULE: ./build/preflight/alarms.js
// Preflight of the alarms: each must exist, and say something.



/** Metrics of API Gateway and Lambda appear up to two minutes after the minute is over. */
const METRIC_DELAY_SECONDS = 120;
async function inspectAlarms(client, inputs, findings) {
    if (inputs.alarms.length === 0) {
        if (inputs.analysis !== 'enforce') {
            findings.notes.push('alarms: none is given, and the comparison does not decide: only silence can stop this rollout');
        }
        return;
    }
    const readings = await attempt(findings, () => (0,alarms/* readAlarms */.t)(client, inputs.alarms));
    if (!readings)
        return;
    for (const name of inputs.alarms) {
        const reading = readings.find((r) => r.name === name);
        if (!reading)
            findings.problems.push(`alarms: there is no alarm "${name}" in ${inputs.region}`);
        else if (reading.state === 'ALARM')
            checkFiring(reading, inputs, findings);
    }
    checkReactionTime(readings, inputs, findings);
}
function checkFiring(reading, inputs, findings) {
    if (inputs.onAlarmAtStart === 'continue') {
        findings.notes.push(`alarms: "${reading.name}" is in ALARM already; only a new transition counts`);
    }
    else {
        findings.problems.push(`alarms: "${reading.name}" is in ALARM before anything was done (${reading.reason}). If this release is the fix, set on-alarm-at-start: continue`);
    }
}
function checkReactionTime(readings, { steps }, findings) {
    if (steps === 'auto')
        return;
    const shortest = Math.min(...steps.map((step) => step.holdSeconds));
    for (const { name, reactsAfterSeconds } of readings) {
        const needed = (reactsAfterSeconds ?? 0) + METRIC_DELAY_SECONDS;
        if (reactsAfterSeconds !== undefined && shortest < needed) {
            findings.notes.push(`alarms: "${name}" can take ${(0,duration/* formatDuration */.a)(needed)} to fire, and the shortest step lasts ${(0,duration/* formatDuration */.a)(shortest)}; what a step does wrong may show only in the next`);
        }
    }
}

;// CONCATENATED MODULE: ./build/rollout/wiring.js
// How a stage canary can reach a function's new version, found from the API's integrations.
// A stage canary differs from its base in deployment and variables only (API Gateway developer
// guide, "canary release deployment"), so the version must hang on one of the two.

const VERSION = /^\d+$/;
/**
 * Finds the wiring of one function.
 *
 * @param functionName the bare name
 * @param integrations all integrations of the API's draft
 * @param variables the stage's own variables
 */
function findWiring(functionName, integrations, variables) {
    const reached = integrations.flatMap((integration) => {
        const uri = parseLambdaUri(integration.uri, variables);
        return uri?.functionName === functionName ? [{ ...uri, integration }] : [];
    });
    const first = reached[0];
    if (!first)
        return unsplittable(noIntegration(functionName, integrations));
    const odd = reached.find((r) => wiringKey(r) !== wiringKey(first));
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
    if (!heldBy)
        return found({ kind: 'pinned', functionName, from, integrations });
    const { name: variable, prefix } = heldBy;
    return found({ kind: 'variable', functionName, from, variable, prefix, integrations });
}
/** Two integrations with the same key reach the function in the same way. */
function wiringKey(reached) {
    return JSON.stringify([reached.qualifier ?? null, reached.heldBy?.name ?? null]);
}
function found(wiring) {
    return { kind: 'found', wiring };
}
function unsplittable(problem) {
    return { kind: 'unsplittable', problem };
}
function route(integration) {
    return `${integration.method} ${integration.path}`;
}
function noIntegration(functionName, integrations) {
    const count = integrations.length;
    return (`none of the API's ${count} integration${count === 1 ? '' : 's'} calls the function ` +
        `"${functionName}" on this stage; expected a Lambda integration with its name, or with a stage variable that holds it`);
}
function unqualified(functionName, reached) {
    return (`${route(reached.integration)} calls "${functionName}" without a version, so stable and canary would run ` +
        'the same code. Way out: end the integration URI in a published version (":7") or in a stage variable that ' +
        'holds one (":${stageVariables.version}"), and deploy the stage once');
}
function unsetVariable(functionName, reached) {
    return (`${route(reached.integration)} takes the version of "${functionName}" from a stage variable that is not set on this ` +
        'stage; expected it to hold the published version that is served now');
}
function sharedAlias(functionName, reached) {
    const held = reached.heldBy ? ` (stage variable "${reached.heldBy.name}")` : '';
    return (`${route(reached.integration)} calls "${functionName}" through "${reached.qualifier}"${held}, which stable and canary ` +
        'share, so a stage canary cannot split it. Way out: split the alias itself by weights, or let the ' +
        'integration URI end in a version number or in a stage variable that holds one');
}
function mixed(functionName, a, b) {
    const words = (r) => `${route(r.integration)} calls ${r.qualifier ?? 'no version'}${r.heldBy ? ` by stage variable "${r.heldBy.name}"` : ''}`;
    return (`the API reaches "${functionName}" in two ways (${words(a)}; ${words(b)}); ` +
        'expected the same version in the same way everywhere, or the routes would run different code after the release');
}

;// CONCATENATED MODULE: ./build/preflight/functions.js
// Preflight of the functions: are they ready, can a stage canary reach their new versions, and may
// API Gateway invoke those?






async function inspectFunctions(functions, api, inputs, stage, findings) {
    const facts = [];
    for (const input of inputs.functions) {
        const reading = await attempt(findings, async () => {
            const found = await functions.read(input.name);
            if (found)
                return found;
            throw new errors/* RolloutError */.a6(`functions: there is no function "${input.name}" in ${api.place.region}`);
        });
        if (reading)
            checkReading(input, reading, findings);
        const wiring = stage && wiringOf(input, stage, findings);
        if (!reading || !wiring)
            continue;
        const arns = sourceArns(api, reading.arn, wiring.integrations);
        const fact = { input, wiring, sourceArns: arns };
        facts.push(fact);
        await checkVersion(functions, api, fact, reading, inputs, findings);
    }
    checkChoices(facts, inputs, findings);
    return facts;
}
function checkReading(input, reading, findings) {
    const { name } = input;
    if (reading.state !== 'Active' && reading.state !== 'Inactive' && reading.state !== 'Pending') {
        findings.problems.push(`functions: "${name}" is ${reading.state}${reading.stateReason && ` (${reading.stateReason})`}; expected Active`);
    }
    if (reading.lastUpdateStatus === 'Failed') {
        findings.problems.push(`functions: the last update of "${name}" failed; there is nothing sound to publish`);
    }
    const account = (0,arns/* accountOf */.XP)(reading.arn);
    if (input.account !== undefined && input.account !== account) {
        findings.problems.push(`functions: "${name}" is of account ${input.account}, and the job works in account ${account}`);
    }
}
function wiringOf(input, { draft, reading }, findings) {
    const found = findWiring(input.name, draft.integrations, reading.state.variables);
    if (found.kind === 'found')
        return found.wiring;
    findings.problems.push(`functions: ${found.problem}`);
    return undefined;
}
/**
 * A version that exists can be looked at now. One that is yet to be published has no policy (a new
 * version never has), so without leave to grant one its users would get a 500; unless the code is
 * that of the version the stage serves, and publishing will change nothing.
 */
async function checkVersion(functions, api, { input, wiring, sourceArns: arns }, reading, inputs, findings) {
    const { name, version } = input;
    if (version === undefined) {
        if (inputs.invokePermission === 'grant' || arns.length === 0)
            return;
        const serving = await attempt(findings, () => functions.read(name, wiring.from));
        if (serving?.codeSha256 !== reading.codeSha256) {
            findings.problems.push(`invoke-permission: ${describeMissing(name, 'to be published', arns)}`);
        }
        return;
    }
    const there = await attempt(findings, () => functions.read(name, version));
    if (!there) {
        findings.problems.push(`version: "${name}" has no published version ${version}`);
        return;
    }
    if (there.state !== 'Active' && there.state !== 'Inactive') {
        findings.problems.push(`version: ${version} of "${name}" is ${there.state}; expected Active`);
    }
    if (inputs.invokePermission === 'grant' || version === wiring.from)
        return;
    const invoked = { functionName: name, version, sourceArns: arns };
    const missing = await attempt(findings, () => ensureInvokable(functions, api, invoked, 'check'));
    if (missing)
        findings.problems.push(`invoke-permission: ${missing}`);
}
/** Choices that contradict the way in which the new versions are reached. */
function checkChoices(facts, inputs, findings) {
    const wirings = facts.map((fact) => fact.wiring);
    for (const variable of sharedVariables(wirings)) {
        findings.problems.push(`functions: several of them take their version from the one stage variable "${variable}"; expected a variable of its own for each`);
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

// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-api-gateway/dist-cjs/index.js
var dist_cjs = __webpack_require__(818);
// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-lambda/dist-cjs/index.js
var client_lambda_dist_cjs = __webpack_require__(1696);
;// CONCATENATED MODULE: ./build/aws/probes.js
// Does the role have a permission that only writes need? Asked without writing anything: IAM is
// consulted before a request is looked into, so a request that AWS is known to refuse for its
// content is refused as AccessDenied when, and only when, the permission is missing.




/** The permissions among the probed ones that the role lacks, in words. */
async function missingPermissions(probes) {
    const missing = [];
    for (const { permission, send } of probes) {
        try {
            await send();
        }
        catch (error) {
            if ((0,errors/* isAccessDenied */.w7)(error))
                missing.push((0,errors/* describeAwsError */.Pp)(error, 'permissions', permission));
        }
    }
    return missing;
}
/** Recorded on AWS: these copies and canary settings are refused with 400 whatever stands there. */
function stageProbes(client, place, restApiId, stageName) {
    const resourceArn = (0,arns/* stageArn */.GA)(place, restApiId, stageName);
    const tags = (0,arns/* gatewayArn */.Sw)(place, `/tags/${encodeURIComponent(resourceArn)}`);
    return [
        {
            permission: { action: 'apigateway:PATCH', resource: resourceArn },
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
            // AWS keeps keys that begin with "aws:" to itself.
            send: () => client.send(new dist_cjs/* TagResourceCommand */.eqU({ resourceArn, tags: { 'aws:probe': 'x' } })),
        },
        {
            permission: { action: 'apigateway:DELETE', resource: tags },
            // Removing a tag that is not there changes nothing.
            send: () => client.send(new dist_cjs/* UntagResourceCommand */.RP$({ resourceArn, tagKeys: ['canary-action:probe'] })),
        },
    ];
}
/** Recorded on AWS: canary settings without a stage name are refused with 400. */
function deploymentProbe(client, place, restApiId) {
    return {
        permission: {
            action: 'apigateway:POST',
            resource: (0,arns/* gatewayArn */.Sw)(place, `/restapis/${restApiId}/deployments`),
        },
        send: () => client.send(new dist_cjs/* CreateDeploymentCommand */.ttP({ restApiId, canarySettings: { percentTraffic: 0 } })),
    };
}
/** API Gateway refuses a patch of a path that the resource does not have. */
function integrationProbe(client, place, restApiId, { resourceId, method: httpMethod }) {
    const path = `/restapis/${restApiId}/resources/${resourceId}/methods/${httpMethod}/integration`;
    const replace = { op: 'replace', path: '/none', value: 'probe' };
    return {
        permission: { action: 'apigateway:PATCH', resource: (0,arns/* gatewayArn */.Sw)(place, path) },
        send: () => client.send(new dist_cjs/* UpdateIntegrationCommand */.fak({
            restApiId,
            resourceId,
            httpMethod,
            patchOperations: [replace],
        })),
    };
}
/** Recorded on AWS: a checksum that is not that of the code is refused with 400. */
function publishProbe(client, place, functionName) {
    return {
        permission: {
            action: 'lambda:PublishVersion',
            resource: (0,arns/* functionArnPattern */.k2)(place, functionName),
        },
        send: () => client.send(new client_lambda_dist_cjs/* PublishVersionCommand */.D3m({ FunctionName: functionName, CodeSha256: 'probe' })),
    };
}
/** A version that cannot exist: AWS answers 404. */
function grantProbe(client, place, functionName) {
    const Qualifier = '999999999';
    return {
        permission: {
            action: 'lambda:AddPermission',
            resource: (0,arns/* functionArnPattern */.k2)(place, `${functionName}:*`),
        },
        send: () => client.send(new client_lambda_dist_cjs/* AddPermissionCommand */.AL$({
            FunctionName: functionName,
            Qualifier,
            StatementId: 'canary-action-probe',
            Action: 'lambda:InvokeFunction',
            Principal: 'apigateway.amazonaws.com',
        })),
    };
}

;// CONCATENATED MODULE: ./build/preflight/permissions.js
// Preflight of the permissions that only the later writes need.

async function inspectPermissions(clients, inputs, functions, findings) {
    const { place, apiGateway, lambda } = clients;
    const probes = stageProbes(apiGateway, place, inputs.restApiId, inputs.stageName);
    if (inputs.definition === 'draft') {
        probes.push(deploymentProbe(apiGateway, place, inputs.restApiId));
    }
    for (const { name, version } of inputs.functions) {
        if (version === undefined)
            probes.push(publishProbe(lambda, place, name));
        if (inputs.invokePermission === 'grant')
            probes.push(grantProbe(lambda, place, name));
    }
    const pinned = functions.find(({ wiring }) => wiring.kind === 'pinned');
    const integration = pinned?.wiring.integrations[0];
    if (integration) {
        probes.push(integrationProbe(apiGateway, place, inputs.restApiId, integration));
    }
    findings.problems.push(...(await missingPermissions(probes)));
}

// EXTERNAL MODULE: ./build/aws/history.js
var aws_history = __webpack_require__(2110);
// EXTERNAL MODULE: ./build/analysis/alpha.js
var analysis_alpha = __webpack_require__(3959);
// EXTERNAL MODULE: ./build/analysis/judge.js + 11 modules
var judge = __webpack_require__(1545);
// EXTERNAL MODULE: ./build/analysis/rollback-test.js + 2 modules
var rollback_test = __webpack_require__(1952);
;// CONCATENATED MODULE: ./build/analysis/power.js
// What a plan can and cannot see, said beforehand: the product's own test, run on the traffic that
// is expected, with a canary that is luckier than nine in ten.


/** Minutes between the end of a minute and the reading of its counts. */
const PUBLICATION_MINUTES = 2;
/** The quantile of the standard normal that one rollout in ten lies beyond. */
const ONE_IN_TEN = 1.2816;
const BISECTIONS = 18;
/**
 * What each step of a plan can find at 90 % power.
 *
 * The path that the test is run on is the likeliest among the unlucky tenth: the canary's events
 * so far stand at a low quantile and stable's at a high one, in proportion to what each adds to
 * the variance of the evidence (the classical least favourable point of a normal approximation),
 * with Poisson quantiles after Wilson & Hilferty (1931).
 *
 * @param falseRollbackRate what the errors test may spend, from `splitAlpha`
 */
function power(steps, traffic, falseRollbackRate) {
    const weights = steps.flatMap((step) => Array(step.minutes).fill(step.weight));
    const foundAt = (rate) => foundAfter(weights, traffic, rate, falseRollbackRate);
    let end = 0;
    const powers = steps.map((step) => {
        end += step.minutes;
        const requests = traffic.requestsPerMinute * step.minutes;
        const canaryRequests = (requests * step.weight) / 100;
        return { ...step, requests, canaryRequests, smallest: smallestFound(end, traffic, foundAt) };
    });
    const found = foundAt(1);
    const exposed = weights.slice(0, found === undefined ? undefined : found + PUBLICATION_MINUTES);
    const failedRequests = exposed.reduce((n, w) => n + (traffic.requestsPerMinute * w) / 100, 0);
    return { steps: powers, totalFailure: { foundAfter: found, failedRequests } };
}
/** No step is proposed to be held longer than this. */
const LONGEST_HOLD = 240;
/**
 * How many closed minutes a weight must be held until nine rollouts in ten have found a canary with
 * that rate: what to propose where a step sees nothing. At rate 1, a total failure.
 *
 * @param weight per cent to the canary
 * @param canaryRate the canary's event rate, 0 to 1
 * @returns undefined if four hours do not suffice
 */
function minutesToFind(weight, traffic, canaryRate, falseRollbackRate) {
    const weights = Array(LONGEST_HOLD).fill(weight);
    return foundAfter(weights, traffic, canaryRate, falseRollbackRate);
}
/** Bisects, on a logarithmic scale, for the smallest rate that is found by minute `end`. */
function smallestFound(end, traffic, foundAt) {
    const isFound = (rate) => (foundAt(rate) ?? Number.POSITIVE_INFINITY) <= end;
    if (!isFound(1))
        return undefined;
    let missed = Math.log(Math.max(traffic.rate, 1e-7));
    let found = 0;
    for (let i = 0; i < BISECTIONS; i++) {
        const middle = (missed + found) / 2;
        if (isFound(Math.exp(middle)))
            found = middle;
        else
            missed = middle;
    }
    const rate = Math.exp(found);
    return { rate, ratio: rate / traffic.rate, foundAfter: foundAt(rate) };
}
/** The closed minute by which nine in ten rollouts have found a canary with that rate. */
function foundAfter(weights, traffic, canaryRate, falseRollbackRate) {
    const path = unluckyPath(weights, traffic, canaryRate);
    const profile = { ...(0,judge/* profileFor */.P5)(path[0]), dispersion: traffic.dispersion };
    const before = { requests: 60 * traffic.requestsPerMinute, events: 0 };
    const test = (0,rollback_test/* createRollbackTest */.X)({
        falseRollbackRate,
        profile,
        materialRatio: 1.2,
        before: { ...before, events: before.requests * traffic.rate },
    });
    const index = path.findIndex((minute) => test.add(minute).failing);
    return index < 0 ? undefined : index + 1;
}
/** Counts whose running totals stay at the unlucky tenth: few events on the canary, many on stable. */
function unluckyPath(weights, traffic, canaryRate) {
    const { requestsPerMinute, rate, dispersion } = traffic;
    let expectedCanary = 0;
    let expectedStable = 0;
    let canarySoFar = 0;
    let stableSoFar = 0;
    return weights.map((weight, minute) => {
        const share = weight / 100;
        expectedCanary += requestsPerMinute * share * canaryRate;
        expectedStable += requestsPerMinute * (1 - share) * rate;
        const lean = leaning(expectedCanary, expectedStable, share, canaryRate / rate);
        const spread = ONE_IN_TEN * Math.sqrt(dispersion);
        const canary = Math.floor(poissonQuantile(expectedCanary, -spread * lean.canary));
        const stable = poissonQuantile(expectedStable, spread * lean.stable);
        const canaryEvents = Math.max(0, canary - canarySoFar);
        const stableEvents = Math.max(0, stable - stableSoFar);
        canarySoFar += canaryEvents;
        stableSoFar += stableEvents;
        const canarySuccesses = requestsPerMinute * share * (1 - canaryRate);
        const stableRequests = Math.max(stableEvents, requestsPerMinute * (1 - share));
        return {
            minute,
            canary: { requests: canarySuccesses + canaryEvents, events: canaryEvents },
            stable: { requests: stableRequests, events: stableEvents },
            weight,
            weightBefore: weight,
        };
    });
}
/** How the bad luck is divided between the arms, as the cosine and sine of one angle. */
function leaning(canary, stable, share, ratio) {
    const r = Math.min(ratio, 1000);
    const perStable = Math.log1p(share * (r - 1));
    const fromCanary = Math.abs(Math.log(r) - perStable) * Math.sqrt(canary);
    const fromStable = perStable * Math.sqrt(stable);
    const length = Math.hypot(fromCanary, fromStable) || 1;
    return { canary: fromCanary / length, stable: fromStable / length };
}
/** The Poisson quantile at `z` standard normal deviates, as a real number. */
function poissonQuantile(mean, z) {
    if (mean <= 0)
        return 0;
    const k = mean + (z > 0 ? 1 : 0);
    return Math.max(0, k * (1 - 1 / (9 * k) + z / (3 * Math.sqrt(k))) ** 3);
}

;// CONCATENATED MODULE: ./build/analysis/steps.js
// Weights that follow the traffic: a total failure costs what the first weight lets through.
const LADDERS = {
    time: { firstRequests: 30, count: 4 },
    // Evidence comes by requests: twice as many, and a rung less to wait on.
    evidence: { firstRequests: 60, count: 3 },
};
/** The first weight's limits, in per cent. */
const LEAST_FIRST = 0.1;
const MOST_FIRST = 10;
/** The last weight before promotion: where a comparison learns most per minute. */
const LAST = 50;
/** Above this there is too little stable traffic left to compare with. */
const HIGHEST_WEIGHT = 95;
/**
 * The weights, in per cent to two decimals, of a ramp for this traffic: the first gives the canary
 * a few dozen requests a minute, the last is 50 %, and each is the same multiple of the one
 * before. Promotion follows the last one; never 100 % as a step, for there is nothing left to
 * compare with.
 *
 * @param requestsPerMinute what the API gets, both arms together; 0 when unknown
 */
function autoSteps(requestsPerMinute, pace = 'time') {
    const { firstRequests, count } = LADDERS[pace];
    const wanted = requestsPerMinute > 0 ? (100 * firstRequests) / requestsPerMinute : MOST_FIRST;
    const first = Math.min(MOST_FIRST, Math.max(LEAST_FIRST, wanted));
    const multiple = (LAST / first) ** (1 / (count - 1));
    return Array.from({ length: count }, (_, i) => Math.round(100 * first * multiple ** i) / 100);
}

;// CONCATENATED MODULE: ./build/rollout/foresight.js
// What a plan will be able to see, said before it begins: at the traffic of the last day.




/** How long each step of an automatic plan is held, when it goes by the clock. */
const AUTO_HOLD_SECONDS = 300;
/** Steps that follow the traffic; see `autoSteps`. */
function automaticSteps(daily, pace) {
    const weights = autoSteps(daily?.requestsPerMinute ?? 0, pace);
    return weights.map((weight) => ({ weight, holdSeconds: AUTO_HOLD_SECONDS }));
}
/**
 * @param daily `undefined`: nothing was counted in the last day
 * @param falseRollbackRate of the whole rollout, 0 to 1
 */
function foresee(plan, daily, falseRollbackRate) {
    const warnings = [...tooHigh(plan)];
    if (plan.steps.length === 0)
        return { says: [], warnings };
    if (!daily) {
        warnings.push('CloudWatch counted no request to this stage in the last day, so nothing can be said about what the steps will see');
        return { says: [], warnings };
    }
    const alpha = (0,analysis_alpha/* splitAlpha */.b)(falseRollbackRate, { latency: 2, metrics: 0 });
    const traffic = {
        requestsPerMinute: daily.requestsPerMinute,
        rate: daily.errorRate,
        dispersion: 1,
    };
    const seen = power(plannedMinutes(plan), traffic, alpha.errors);
    const says = seen.steps.map((step, i) => sayStep(step, i, daily));
    warnings.push(...blindSteps(seen, plan, daily));
    return { says: [...says, sayTotalFailure(seen)], warnings };
}
function plannedMinutes(plan) {
    return plan.steps.map((step) => {
        const { earliest, latest } = (0,rollout_plan/* stepWindow */.$0)(plan, step);
        const seconds = plan.advance.kind === 'evidence' ? latest : earliest;
        return { weight: step.weight, minutes: Math.max(1, Math.round(seconds / 60)) };
    });
}
function sayStep(step, index, daily) {
    const where = `step ${index + 1} (${(0,rollout_plan/* formatWeight */.ck)(step.weight)}, ${step.minutes} min): about ${about(step.canaryRequests)} canary requests`;
    const { smallest } = step;
    if (!smallest)
        return `${where}; not even a total failure would be sure to show`;
    const usual = daily.errorRate > 0 ? ` (stable: ${inPercent(daily.errorRate)})` : '';
    return `${where}; finds an error rate of ${inPercent(smallest.rate)} or more${usual}, within ${Math.ceil(smallest.foundAfter)} min of the start`;
}
function sayTotalFailure({ totalFailure }) {
    const { foundAfter, failedRequests } = totalFailure;
    return foundAfter === undefined
        ? 'a version that fails every request would not be sure to be found by comparison'
        : `a version that fails every request is found within ${Math.ceil(foundAfter)} min, after about ${about(failedRequests)} failed requests`;
}
function blindSteps(seen, plan, daily) {
    const blind = seen.steps.filter((step) => !step.smallest);
    if (blind.length === 0)
        return [];
    const better = autoSteps(daily.requestsPerMinute, plan.advance.kind).map(rollout_plan/* formatWeight */.ck).join(', ');
    return [
        `at ${about(daily.requestsPerMinute)} requests a minute, ${blind.length} of ${seen.steps.length} steps cannot see even a total failure: ` +
            `hold them longer, use weights such as ${better} (steps: auto), or advance: evidence`,
    ];
}
function tooHigh({ steps }) {
    const high = steps.filter((step) => step.weight > HIGHEST_WEIGHT);
    return high.map(({ weight }) => `a step of ${(0,rollout_plan/* formatWeight */.ck)(weight)} leaves too little stable traffic to compare with; at most ${HIGHEST_WEIGHT}% can be judged`);
}
function about(value) {
    return value >= 100
        ? Math.round(value).toLocaleString('en-US')
        : String(Number(value.toPrecision(2)));
}
function inPercent(rate) {
    return `${Number((100 * rate).toPrecision(2))}%`;
}

;// CONCATENATED MODULE: ./build/preflight/plan.js
// Preflight of the plan: weights that follow the traffic where that was asked for, and what each
// step will be able to see.



async function inspectPlan(client, inputs, stage, findings, now) {
    const { advance, bakeSeconds, analysis, falseRollbackRate } = inputs;
    // Read whatever the analysis is: a role that may not read metrics would hold at every step.
    const daily = stage
        ? await attempt(findings, () => (0,aws_history/* readDailyTraffic */.f)(client, stage.apiName, inputs.stageName, now))
        : undefined;
    const steps = inputs.steps === 'auto' ? automaticSteps(daily, advance.kind) : inputs.steps;
    const plan = { steps, advance, bakeSeconds };
    if (!stage || analysis === 'off')
        return { plan, foresight: [] };
    const { says, warnings } = foresee(plan, daily, falseRollbackRate);
    findings.notes.push(...warnings.map((warning) => `steps: ${warning}`));
    return { plan, foresight: says };
}

// EXTERNAL MODULE: ./build/aws/call.js
var call = __webpack_require__(3280);
;// CONCATENATED MODULE: ./build/preflight/stage.js
// Preflight of the API and its stage.






/** The tags of a rollout at the most: the record's chunks, and rollout, phase, shifts and canary. */
const OUR_TAGS = rollout_record/* MAX_CHUNKS */.sJ + 4;
const TAGS_PER_STAGE = 50;
/** Reads the API, its stage and its draft. `undefined` when one of them cannot be read. */
async function inspectStage(api, inputs, findings) {
    const apiName = await attempt(findings, () => readApiName(api));
    if (apiName === undefined)
        return undefined;
    const reading = await attempt(findings, () => readStage(api));
    const draft = await attempt(findings, () => api.readDraft());
    if (reading === undefined || draft === undefined)
        return undefined;
    checkStage(api, reading, findings);
    await checkRoutes(api, reading, draft, inputs, findings);
    return { apiName, reading, draft };
}
async function readApiName(api) {
    try {
        return await api.readName();
    }
    catch (error) {
        if (!(0,call/* causedBy */.$)(error, errors/* isNotFound */.c4))
            throw error;
        throw new errors/* RolloutError */.a6(`rest-api-id: there is no REST API "${api.restApiId}" in ${api.place.region}. HTTP and WebSocket APIs are not visible here and have no stage canary; check the id and AWS_REGION`);
    }
}
async function readStage(api) {
    try {
        return await api.readStage();
    }
    catch (error) {
        if (!(0,call/* causedBy */.$)(error, errors/* isNotFound */.c4))
            throw error;
        throw new errors/* RolloutError */.a6(`stage-name: the REST API ${api.restApiId} has no stage "${api.stageName}"; a canary needs a stage that already serves a deployment`);
    }
}
function checkStage(api, { state, tags }, findings) {
    if (state.deploymentId === '') {
        findings.problems.push(`the stage "${api.stageName}" serves no deployment yet`);
    }
    const { canary } = state;
    if (canary && (0,rollout_record/* ourTagKeys */.Vn)(tags).length === 0) {
        findings.problems.push(`the stage "${api.stageName}" has a canary that is not of this action (deployment ${canary.deploymentId}, ${(0,rollout_plan/* formatWeight */.ck)(canary.weight)}). ` +
            `To close it: aws apigateway update-stage --rest-api-id ${api.restApiId} --stage-name ${api.stageName} --patch-operations op=remove,path=/canarySettings`);
    }
    const others = Object.keys(tags).length - (0,rollout_record/* ourTagKeys */.Vn)(tags).length;
    if (others > TAGS_PER_STAGE - OUR_TAGS) {
        findings.problems.push(`the stage has ${others} tags; the rollout is remembered in up to ${OUR_TAGS} more, and a stage holds ${TAGS_PER_STAGE}`);
    }
}
/** The draft shows which routes the canary would have, before a deployment is made. */
async function checkRoutes(api, { state }, draft, inputs, findings) {
    if (inputs.routeGuard === 'off' || inputs.definition === 'deployed' || state.deploymentId === '')
        return;
    const stable = await attempt(findings, () => api.readRoutes(state.deploymentId));
    if (!stable)
        return;
    const difference = describeRouteDifference(compareRoutes(stable, draft.routes));
    if (!difference)
        return;
    if (inputs.routeGuard === 'warn')
        findings.notes.push(`routes: ${difference}`);
    else {
        findings.problems.push(`route-guard: ${difference}. Deploy the added routes to the stage first (nobody calls them yet), remove routes only after the release, or set route-guard: warn`);
    }
}

;// CONCATENATED MODULE: ./build/preflight/preflight.js
// Preflight: everything that can be known before anything is changed.







/** Looks at everything and changes nothing. Problems are listed, never thrown. */
async function inspect(around, inputs, now) {
    const findings = noFindings();
    const stage = await inspectStage(around.api, inputs, findings);
    const functions = await inspectFunctions(around.functions, around.api, inputs, stage, findings);
    await inspectAlarms(around.clients.cloudWatch, inputs, findings);
    if (stage)
        await inspectPermissions(around.clients, inputs, functions, findings);
    if (inputs.functions.length === 0 &&
        inputs.definition === 'deployed' &&
        Object.keys(inputs.overrides).length === 0) {
        findings.problems.push('there is nothing to release: no functions, no stage-variable-overrides, and definition: deployed; expected at least one of them');
    }
    const { plan, foresight } = await inspectPlan(around.clients.cloudWatch, inputs, stage, findings, now);
    const schedule = checkSchedule(plan, around.lifetimes, now);
    findings.problems.push(...schedule.problems);
    findings.notes.push(...schedule.notes);
    return { findings, stage, functions, plan, foresight };
}

// EXTERNAL MODULE: ./build/session.js + 11 modules
var build_session = __webpack_require__(6997);
// EXTERNAL MODULE: ./build/targets/stage/stage-target.js + 1 modules
var stage_target = __webpack_require__(9461);
// EXTERNAL MODULE: ./build/rollout/phase.js
var phase = __webpack_require__(4781);
;// CONCATENATED MODULE: ./build/unfinished.js
// A rollout that an earlier run left open: whose it is, and what is to be done with it.







/** Looks for an open rollout of ours and does with it what `on-unfinished` says. */
async function meetUnfinished(session) {
    const { api, job } = session;
    let observed;
    try {
        observed = await (0,stage_target/* createStageTarget */.u)(api, '').observe();
    }
    catch {
        // Preflight reads the same stage, and says what is wrong with it among everything else.
        return { kind: 'clear' };
    }
    const { memory, standing } = observed;
    if (memory.kind === 'none')
        return { kind: 'clear' };
    if (memory.kind === 'unreadable') {
        return refuse(`the stage remembers a rollout that cannot be read (${memory.why}). Look at the stage, then remove its tags ${rollout_record/* TAG_PREFIX */.C_}*`);
    }
    const { remembered } = memory;
    const whose = `the rollout of ${(0,release/* formatRolloutId */.A2)(remembered.record.id)} is unfinished (${(0,phase/* formatPhase */.Z)(remembered.phase)})`;
    job.log.warning(`On this stage ${whose}.`);
    if (!standing || standing.kind === 'foreign') {
        return refuse(`${whose}, and the stage is not as it left it: ${standing?.what}`);
    }
    return settle(session, { rollout: remembered, standing }, whose);
}
async function settle(session, moment, whose) {
    const { job } = session;
    if (job.inputs.onUnfinished === 'fail') {
        return refuse(`${whose}; on-unfinished: fail leaves it alone. Set resume or rollback`);
    }
    if (job.inputs.onUnfinished === 'rollback' || neverSeen(moment)) {
        const { ending } = await (0,roll_back/* rollBack */.F)((0,build_session/* craftOf */.a)(session, ''), moment, 'unfinished rollout of an earlier run');
        return ending.kind === 'rolled-back' ? { kind: 'clear' } : refuse(`${whose}; ${ending.kind}`);
    }
    return resume(session, moment.rollout, whose);
}
/** No user is served by it, and it was not further than its first shift: nothing to go on with. */
function neverSeen({ rollout, standing }) {
    const { phase } = rollout;
    const first = phase.kind === 'preparing' || (phase.kind === 'step' && phase.index === 0);
    return first && standing.kind === 'stable';
}
/** Goes on only with what this run would release itself: anything newer must not be lost. */
async function resume(session, rollout, whose) {
    const { job, api, functions } = session;
    try {
        const apiName = await api.readName();
        for (const { name, version } of job.inputs.functions) {
            const change = rollout.record.functions.find((f) => f.name === name);
            const wanted = version ?? (await functions.read(name))?.codeSha256;
            const open = version
                ? change?.to
                : change && (await functions.read(name, change.to))?.codeSha256;
            if (wanted === open)
                continue;
            return refuse(`${whose}, and it releases ${change ? `version ${change.to} of` : 'nothing of'} "${name}", which is not what this run would release. Finish it first, or set on-unfinished: rollback`);
        }
        // From here on it is this run's: its post step takes it back, and the run before stops.
        await api.tag((0,rollout_record/* ownerTag */.qE)(job.id));
        job.log.line('Going on with it: its own plan, from where it stands.');
        const record = { ...rollout.record, id: job.id };
        return { kind: 'resume', rollout: { ...rollout, record }, apiName };
    }
    catch (error) {
        return refuse(`${whose}, and it could not be taken over: ${(0,errors/* messageOf */.bD)(error)}`);
    }
}
function refuse(problem) {
    return { kind: 'refused', problems: [problem] };
}

;// CONCATENATED MODULE: ./build/roll-out.js
// One rollout from its inputs to its report: preflight, publish, deploy, and the loop that shifts,
// judges and promotes. A rollout that another run left open is met first.








/** Rolls out. Never throws for what AWS answers: the report says how it ended. */
async function rollOut(job) {
    const session = (0,build_session/* openSession */.f)(job);
    job.log.group('Preflight');
    const met = await meetUnfinished(session);
    switch (met.kind) {
        case 'refused':
            return session.reporter.refused(met.problems, []);
        case 'resume':
            return drive(session, met.rollout, met.apiName, []);
        case 'clear':
            return startAnew(session);
    }
}
async function startAnew(session) {
    const { job, clients, api, functions, reporter } = session;
    const { inputs, lifetimes, log } = job;
    const startedAt = (0,build_craft/* now */.t)();
    const around = { clients, api, functions, lifetimes };
    const preflight = await inspect(around, inputs, startedAt);
    const { findings, stage, functions: facts, plan, foresight } = preflight;
    const { problems, notes } = findings;
    for (const note of notes)
        log.warning(note);
    if (problems.length > 0 || !stage)
        return reporter.refused(problems, notes, stage);
    if (job.cancelled.aborted) {
        return reporter.refused(['cancelled during preflight'], notes, stage);
    }
    for (const sentence of foresight)
        log.line(sentence);
    log.line('Nothing stands in the way.');
    const description = `${job.source.repository}@${job.source.sha}`;
    try {
        const begun = await begin({
            ...job,
            api,
            functions,
            stage,
            facts,
            plan,
            description,
            startedAt,
        });
        return begun.kind === 'unchanged'
            ? reporter.unchanged(begun.changes, begun.why, stage, plan, notes)
            : await drive(session, begun.rollout, stage.apiName, notes);
    }
    catch (error) {
        return undo(session, (0,errors/* messageOf */.bD)(error), stage, notes);
    }
}
/** Something failed before any user was served the new version: clear away what was prepared. */
async function undo({ api, job, reporter }, why, stage, notes) {
    const target = (0,stage_target/* createStageTarget */.u)(api, stage.apiName);
    try {
        const { memory, standing } = await target.observe();
        if (memory.kind === 'rollout' && standing && standing.kind !== 'foreign') {
            await target.rollBack(memory.remembered, standing);
            await target.forget();
        }
    }
    catch (error) {
        job.log.warning(`What was prepared could not be cleared away: ${(0,errors/* messageOf */.bD)(error)}`);
    }
    return reporter.refused([why], notes, stage);
}
/** Drives a prepared or taken-over rollout to its ending. */
async function drive(session, rollout, apiName, notes) {
    const ended = await perform((0,build_session/* craftOf */.a)(session, apiName, notes), rollout);
    return session.reporter.ended(ended, apiName, notes);
}


/***/ })

};
