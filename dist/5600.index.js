export const id = 5600;
export const ids = [5600];
export const modules = {

/***/ 5600:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  connectAliases: () => (/* binding */ connectAliases)
});

// EXTERNAL MODULE: ./build/aws/aliases.js
var aws_aliases = __webpack_require__(25354);
// EXTERNAL MODULE: ./build/aws/functions.js + 5 modules
var aws_functions = __webpack_require__(11056);
// EXTERNAL MODULE: ./build/aws/lambda-client.js
var lambda_client = __webpack_require__(43603);
// EXTERNAL MODULE: ./build/aws/lambda-probes.js
var lambda_probes = __webpack_require__(76219);
// EXTERNAL MODULE: ./build/aws/probes.js
var aws_probes = __webpack_require__(94731);
// EXTERNAL MODULE: ./build/aws/provisioned.js
var aws_provisioned = __webpack_require__(27136);
// EXTERNAL MODULE: ./build/aws/qualifiers.js
var qualifiers = __webpack_require__(58009);
// EXTERNAL MODULE: ./build/aws/versions.js
var versions = __webpack_require__(1605);
// EXTERNAL MODULE: ./build/base/command-line.js
var command_line = __webpack_require__(43260);
// EXTERNAL MODULE: ./build/base/problems.js
var base_problems = __webpack_require__(4726);
// EXTERNAL MODULE: ./build/monitor/log-source.js
var log_source = __webpack_require__(72869);
// EXTERNAL MODULE: ./build/rollout/record.js + 3 modules
var rollout_record = __webpack_require__(31222);
// EXTERNAL MODULE: ./build/targets/concurrency.js
var concurrency = __webpack_require__(99350);
// EXTERNAL MODULE: ./build/targets/lambda/new-code.js
var new_code = __webpack_require__(65101);
// EXTERNAL MODULE: ./build/targets/lambda/unqualified-callers.js
var unqualified_callers = __webpack_require__(46307);
// EXTERNAL MODULE: ./build/targets/lambda/version-reads.js
var version_reads = __webpack_require__(53633);
// EXTERNAL MODULE: ./build/targets/lambda/version-sweep.js + 1 modules
var version_sweep = __webpack_require__(14287);
// EXTERNAL MODULE: ./build/targets/ownership.js
var ownership = __webpack_require__(20956);
// EXTERNAL MODULE: ./build/targets/trust.js
var targets_trust = __webpack_require__(18911);
// EXTERNAL MODULE: ./build/aws/metric-data.js
var metric_data = __webpack_require__(12177);
// EXTERNAL MODULE: ./build/base/time.js
var time = __webpack_require__(22475);
// EXTERNAL MODULE: ./build/rollout/traffic.js
var traffic = __webpack_require__(66211);
// EXTERNAL MODULE: ./build/targets/lambda/inspect-async.js
var inspect_async = __webpack_require__(51672);
// EXTERNAL MODULE: ./build/targets/lambda/read-callers.js
var read_callers = __webpack_require__(75952);
// EXTERNAL MODULE: ./build/base/errors.js + 1 modules
var errors = __webpack_require__(76031);
// EXTERNAL MODULE: ./build/rollout/plan.js
var plan = __webpack_require__(17927);
// EXTERNAL MODULE: ./build/base/listed.js
var listed = __webpack_require__(639);
;// CONCATENATED MODULE: ./build/targets/alias/alias-state.js
// The traffic state of all aliases of a rollout together: they move as one, or not at all.


/** Compares one alias with the state that the rollout gives it; `undefined`: the alias does not exist. */
function aliasTraffic(state, { from, to }) {
    if (!state)
        return { kind: 'external', what: 'it no longer exists' };
    const others = Object.entries(state.weights);
    const [other] = others;
    if (others.length === 0 && state.version === from)
        return { kind: 'stable' };
    if (others.length === 0 && state.version === to)
        return { kind: 'promoted' };
    if (state.version === to && isHeld(state, from))
        return { kind: 'promoted', held: true };
    if (state.version === from && others.length === 1 && other?.[0] === to) {
        return { kind: 'split', weight: other[1] };
    }
    return {
        kind: 'external',
        what: `it points to ${describeAlias(state)}, not to ${from} or ${to}`,
        weight: shareOf(state, to),
    };
}
/** % of an alias's traffic on a version. */
function shareOf({ version, weights }, wanted) {
    const others = Object.values(weights).reduce((sum, weight) => sum + weight, 0);
    return version === wanted ? 100 - others : (weights[wanted] ?? 0);
}
/**
 * While an alias's provisioned concurrency moves to another version, Lambda keeps all traffic on the previous one
 * with weights of its own (hashicorp/terraform-provider-aws#48116).
 */
function isHeld({ weights }, on) {
    return Object.keys(weights).length === 1 && (0,plan/* sameWeight */.DC)(weights[on] ?? 0, 100);
}
/**
 * The traffic state of an alias in a phase of its rollout. An alias with its own provisioned concurrency is
 * promoted by weight alone, and moved after the bake.
 */
function aliasTrafficInPhase(state, { change, kept }, phase) {
    const trafficState = aliasTraffic(state, change);
    const byWeight = trafficState.kind === 'split' && (0,plan/* sameWeight */.DC)(trafficState.weight, 100);
    return kept && byWeight && phase.kind === 'baking' ? { kind: 'promoted' } : trafficState;
}
/** The version that gets all traffic by weight, otherwise the one that the alias points to. */
function mainVersion({ version, weights }) {
    const [all] = Object.entries(weights).find(([, weight]) => (0,plan/* sameWeight */.DC)(weight, 100)) ?? [];
    return all ?? version;
}
/** `7 (95%) and 8 (5%)`. */
function describeAlias({ version, weights }) {
    const others = Object.entries(weights);
    if (others.length === 0)
        return version;
    const rest = 100 - others.reduce((sum, [, weight]) => sum + weight, 0);
    const shares = [[version, rest], ...others];
    return shares.map(([v, weight]) => `${v} (${(0,plan/* formatWeight */.ck)(weight)})`).join(' and ');
}
/**
 * The traffic state of all aliases together. If only some have moved, it is that of the least advanced alias: the
 * next decision moves that one and leaves the others as they are.
 *
 * @param explained the weights that the rollout itself may have set, in %; otherwise, the smallest weight takes
 * precedence
 */
function trafficOfAll(trafficStates, explained) {
    const external = trafficStates.flatMap(({ label, trafficState }) => trafficState.kind === 'external' ? [`${label}: ${trafficState.what}`] : []);
    if (external.length > 0) {
        const read = {
            kind: 'external',
            what: (0,listed/* listed */.KE)(external, '; '),
            ...mostOf(trafficStates),
        };
        return external.length < trafficStates.length ? { ...read, others: 'owned' } : read;
    }
    const kinds = new Set(trafficStates.map(({ trafficState }) => trafficState.kind));
    if (kinds.size === 1 && kinds.has('stable'))
        return { kind: 'stable' };
    if (kinds.size === 1 && kinds.has('promoted'))
        return { kind: 'promoted', open: false };
    return splitOf(trafficStates, explained);
}
/** The largest traffic share of the new version; absent unless the share of every alias is known. */
function mostOf(trafficStates) {
    const weights = trafficStates.flatMap(({ trafficState }) => shareIn(trafficState) ?? []);
    return weights.length < trafficStates.length ? {} : { weight: Math.max(...weights) };
}
function shareIn(trafficState) {
    switch (trafficState.kind) {
        case 'stable':
            return 0;
        case 'promoted':
            return trafficState.held ? 0 : 100;
        default:
            return trafficState.weight;
    }
}
function splitOf(trafficStates, explained) {
    const weights = trafficStates.flatMap(({ label, trafficState }) => {
        if (trafficState.kind === 'split')
            return [{ label, weight: trafficState.weight }];
        return trafficState.kind === 'stable' ? [{ label, weight: 0 }] : [];
    });
    const least = Math.min(...weights.map(({ weight }) => weight));
    const [unexplained] = weights
        .filter(({ weight }) => !explained.some((e) => (0,plan/* sameWeight */.DC)(e, weight)))
        .sort((a, b) => a.weight - b.weight);
    const mixed = weights.some(({ weight }) => !(0,plan/* sameWeight */.DC)(weight, least));
    const most = Math.max(...trafficStates.map(({ trafficState }) => (trafficState.kind === 'promoted' ? 100 : 0)), ...weights.map(({ weight }) => weight));
    if (unexplained && mixed) {
        return { kind: 'split', weight: unexplained.weight, where: unexplained.label, most };
    }
    return { kind: 'split', weight: least, ...(!(0,plan/* sameWeight */.DC)(most, least) && { most }) };
}
/** The weights that the rollout may have set in a phase: a run may die in the middle of a shift. */
function explainedWeights(phase, { steps }) {
    switch (phase.kind) {
        case 'preparing':
            return [0];
        case 'step':
            return [steps[phase.index - 1]?.weight ?? 0, steps[phase.index]?.weight ?? 0];
        case 'baking':
            return [steps.at(-1)?.weight ?? 0];
    }
}

;// CONCATENATED MODULE: ./build/targets/alias/alias-set.js
// Brings aliases to a state by compare-and-set: each is written only at the revision that was read, so a change by
// another writer is never overwritten.




function labelOf({ functionName, alias }) {
    return `${functionName}:${alias}`;
}
const STABLE = {
    change: ({ from }) => ({ version: from, canary: undefined }),
    reached: ({ kind }) => kind === 'stable',
    overrules: true,
    atOnce: true,
    words: 'go back to the previous version',
};
const PROMOTED = {
    change: ({ to }) => ({ version: to, canary: undefined }),
    reached: ({ kind }) => kind === 'promoted',
    overrules: false,
    atOnce: false,
    words: 'be promoted',
};
/** The same, but Lambda may not hold traffic on the version being left. */
const MOVED = {
    ...PROMOTED,
    reached: (trafficState) => trafficState.kind === 'promoted' && !trafficState.held,
    atOnce: true,
};
/** All traffic to the new version, while the alias still points to the previous one. */
const PROMOTED_BY_WEIGHT = {
    change: ({ from, to }) => ({ version: from, canary: { version: to, weight: 100 } }),
    reached: (trafficState) => trafficState.kind === 'promoted' ||
        (trafficState.kind === 'split' && (0,plan/* sameWeight */.DC)(trafficState.weight, 100)),
    overrules: false,
    atOnce: false,
    words: 'be promoted',
};
/** @param weight in % */
function splitGoal(weight) {
    return {
        change: ({ from, to }) => ({
            version: from,
            canary: weight > 0 ? { version: to, weight } : undefined,
        }),
        reached: (trafficState) => trafficState.kind === 'split'
            ? (0,plan/* sameWeight */.DC)(trafficState.weight, weight)
            : trafficState.kind === 'stable' && weight === 0,
        overrules: false,
        atOnce: false,
        words: `give ${(0,plan/* formatWeight */.ck)(weight)} to the canary`,
    };
}
function newAliasCache() {
    return { observation: new Map(), left: new Map() };
}
/**
 * How many writes of an alias may lose against another writer in a row. A tool that changes descriptions must not
 * defeat a rollback; each time, the state is read and judged again.
 */
const RACES = 12;
/** How many reads in a row may show that somebody moved it. */
const OUTDATED_READS = 2;
/**
 * @param makeWay called when Lambda refuses an alias because a version behind it also has provisioned
 * concurrency; deallocates what the rollout allocated for that version, if anything
 */
function createAliasSet(aliases, makeWay = async () => undefined, { observation, left } = newAliasCache()) {
    const read = async (ref) => {
        const label = labelOf(ref);
        const state = await aliases.read(ref);
        if (state)
            observation.set(label, state);
        else
            observation.delete(label);
        if (state && !left.has(label))
            left.set(label, state);
        return state;
    };
    const update = async (member, goal, revisionId) => {
        const { ref, change } = member;
        const send = (revision) => aliases.update(ref, goal.change(change), revision);
        const answered = await send(revisionId).catch(async (error) => {
            if (!(0,aws_aliases/* isProvisionedTwice */.rI)(error))
                throw error;
            await makeWay(member);
            return send(revisionId);
        });
        const done = !goal.atOnce || goal.reached(aliasTraffic(answered, change));
        return done ? answered : send(answered.revisionId);
    };
    const write = async (member, goal, state) => {
        const { ref, change } = member;
        const label = labelOf(ref);
        const trafficState = aliasTraffic(state, change);
        if (!state || trafficState.kind === 'external') {
            throw new errors/* MovedError */.WJ(`${label} was not changed: ${describe(trafficState)}`);
        }
        if (!goal.reached(trafficState)) {
            const mine = goal.overrules || isHeldByLambda(trafficState);
            if (!mine)
                checkLeft(label, state, left.get(label) ?? state);
            const answered = await update(member, goal, state.revisionId).catch((error) => {
                // The write may have taken effect, so the current state is unknown.
                observation.delete(label);
                throw error;
            });
            observation.set(label, answered);
            if (!goal.reached(aliasTraffic(answered, change))) {
                throw new errors/* KnownError */.E(`AWS accepted the change, but does not show it: ${label} should ${goal.words}, but points to ${describeAlias(answered)}`);
            }
        }
        left.set(label, observation.get(label) ?? state);
    };
    return {
        mode: aliases.mode,
        read,
        bring: async (member, goal) => {
            const { ref } = member;
            let known = observation.get(labelOf(ref)) ?? (await read(ref));
            for (let attempt = 1;; attempt++) {
                try {
                    return await write(member, goal, known);
                }
                catch (error) {
                    if (attempt >= attemptsAfter(error))
                        throw error;
                }
                // Our own write whose response was lost, a write by another writer, or an outdated read: read again and
                // decide again.
                known = await read(ref);
            }
        },
        isLeft: ({ ref, change }) => {
            const state = observation.get(labelOf(ref));
            const trafficState = state && aliasTraffic(state, change).kind;
            return trafficState !== 'stable' && trafficState !== 'external';
        },
    };
}
/** How many attempts a failed write may have in all. */
function attemptsAfter(error) {
    if ((0,aws_aliases/* isLostRace */.Ii)(error))
        return RACES;
    return error instanceof errors/* MovedError */.WJ ? OUTDATED_READS : 1;
}
function isHeldByLambda(trafficState) {
    return trafficState.kind === 'promoted' && trafficState.held === true;
}
function describe(trafficState) {
    return trafficState.kind === 'external' ? trafficState.what : trafficState.kind;
}
/** A new revision alone is harmless: it may be a changed description. */
function checkLeft(label, state, left) {
    const [stands, stood] = [describeAlias(state), describeAlias(left)];
    if (stands === stood)
        return;
    throw new errors/* MovedError */.WJ(`${label} was not changed: someone else moved it from ${stood} to ${stands}`);
}

// EXTERNAL MODULE: ./build/doctor/reach-words.js
var reach_words = __webpack_require__(88081);
// EXTERNAL MODULE: ./build/targets/lambda/callers.js
var callers = __webpack_require__(14953);
;// CONCATENATED MODULE: ./build/targets/alias/judge-callers.js
// Pure: whether anything calls an alias, as far as AWS shows it (decision 29). Callers with a role of their own are
// invisible, so only positive evidence refuses a release: the alias was not called, nothing has a permission to call
// it, and something else may call the function without a qualifier, which is `$LATEST`.



const DAYS = 35;
/** Of an alias that exists. */
function judgeCallers(reading) {
    const { functionName, counts, arn, complete } = reading;
    const label = labelIn(arn);
    const [led, past] = [(0,callers/* callersInWords */.vj)(reading.ofAlias), passersBy(reading)];
    if (led.length > 0 || (counts?.alias ?? 0) > 0) {
        const isUsed = past.length > 0 && (counts === undefined || counts.all > counts.alias);
        const words = isUsed
            ? `${(0,callers/* listCallers */.P_)(past)} may call "${functionName}" without a qualifier, but not ${label}: such calls get $LATEST, and not this release. To release to them, let them call ${arn}`
            : '';
        return { reaches: 'somebody', words };
    }
    const silent = counts && `it was not called in the last ${DAYS} days`;
    const passing = `${(0,callers/* listCallers */.P_)(past)} may call "${functionName}" without a qualifier`;
    if (complete && past.length > 0 && silent !== undefined) {
        return {
            reaches: 'nobody',
            words: `a release of ${label} would reach nobody: ${UNLED}, ${silent}, and ${passing}, which is $LATEST. Let them call ${arn}. If callers with a role of their own are going to use the alias, set unused-alias: allow. ${(0,reach_words/* helpOn */.lf)('nobody')}`,
        };
    }
    const seen = [
        complete ? UNLED : 'of what could be read, nothing leads to it',
        silent ?? 'its calls could not be read',
        ...(past.length > 0 ? [passing] : []),
    ];
    return {
        reaches: 'unknown',
        words: `nothing that AWS shows calls ${label}: ${seen.join(', and ')}. Callers with a role of their own are invisible; if there are none, this release reaches nobody`,
    };
}
const UNLED = 'no permission, event source or function URL leads to it';
/** Of an alias that this release creates: who may call it, and what to add. */
function describeFirstCallers({ arn, ofAlias, ofFunction, functionName, complete, }) {
    const label = labelIn(arn);
    const led = (0,callers/* callersInWords */.vj)(ofAlias);
    if (led.length > 0)
        return `${(0,callers/* listCallers */.P_)(led)} may call ${label} once it exists`;
    const whole = complete ? 'nothing that AWS shows may call' : 'it is not known what may call';
    const others = [
        ...ofFunction.sources.map((source) => `create the event source mapping of ${source || 'the event source'} for ${arn}`),
        ...(ofFunction.hasUrl
            ? [`create a function URL for ${label}: that of "${functionName}" calls $LATEST`]
            : []),
    ];
    const commands = grants(functionName, arn, ofFunction.permitted);
    return [
        `${whole} ${label} once it exists, apart from callers with a role of their own. Then add a permission for each other caller: ${commands.join('; ')}`,
        ...others,
    ].join('; ');
}
/** More commands than this are no help. */
const MOST_COMMANDS = 3;
/** For the callers of the function; if there are none, for an API. */
function grants(functionName, arn, permitted) {
    const [, partition = '', , region = '', account = '', , , alias = ''] = arn.split(':');
    const ofServices = permitted.filter(({ service }) => service !== undefined);
    const example = {
        service: 'apigateway.amazonaws.com',
        sourceArn: `arn:${partition}:execute-api:${region}:${account}:API_ID/*`,
    };
    const callers = ofServices.length > 0 ? ofServices : [example];
    return callers.slice(0, MOST_COMMANDS).map(({ service = '', sourceArn }, i) => (0,command_line/* awsCommand */.bg)('lambda add-permission', {
        'function-name': functionName,
        qualifier: alias,
        'statement-id': `call-${alias}-${i + 1}`,
        action: 'lambda:InvokeFunction',
        principal: service,
        ...(sourceArn !== undefined && { 'source-arn': sourceArn }),
        region,
    }));
}
/** Services, sources and the URL that lead to the function without a qualifier, and not to the alias too. */
function passersBy({ ofAlias, ofFunction }) {
    const led = (0,callers/* callersInWords */.vj)(ofAlias);
    return (0,callers/* callersInWords */.vj)((0,callers/* ofServices */.IX)(ofFunction)).filter((words) => !led.includes(words));
}
/** `orders:live`. */
function labelIn(arn) {
    return arn.split(':').slice(6).join(':');
}

// EXTERNAL MODULE: ./build/targets/lambda/policy-callers.js
var policy_callers = __webpack_require__(4658);
;// CONCATENATED MODULE: ./build/targets/alias/returned-errors.js
// Pure: a 5XX response that a function returns is a successful invocation (Lambda developer guide, "types of metrics"),
// so the counts of an alias do not contain it. What can be read instead, by what calls the alias.


function frontsOf({ permitted, hasUrl }) {
    const known = permitted.map(frontOf).filter((front) => front !== undefined);
    return [...known, ...(hasUrl ? [{ kind: 'url' }] : [])];
}
function frontOf(caller) {
    const words = (0,policy_callers/* describeCaller */.j)(caller);
    switch (caller.service) {
        case 'apigateway.amazonaws.com':
            return { kind: 'api', words };
        case 'elasticloadbalancing.amazonaws.com':
            return { kind: 'load-balancer', words };
        default:
            return undefined;
    }
}
/** Where both versions' 5XX responses are counted together. */
const COUNTED = {
    api: '5xx of an HTTP API or 5XXError of a REST API (AWS/ApiGateway)',
    'load-balancer': 'HTTPCode_Target_5XX_Count of the target group (AWS/ApplicationELB)',
    url: 'Url5xxCount (AWS/Lambda)',
};
/**
 * What to know of returned errors before the release; empty if nothing is known to answer users.
 *
 * @param aliases of all functions
 */
function returnedErrorNotes(aliases) {
    const answering = aliases.filter(({ fronts }) => fronts.length > 0);
    const [first] = answering;
    if (!first)
        return [];
    const labels = (0,listed/* listed */.KE)(answering.map(({ label }) => label));
    const fronts = answering.flatMap((one) => one.fronts);
    const through = unique(fronts.map((front) => (front.kind === 'url' ? 'a function URL' : front.words)));
    const counted = unique(fronts.map(({ kind }) => COUNTED[kind]));
    return [
        `alias: a 5XX response that a function returns is invisible on ${labels}, called through ${(0,listed/* listed */.KE)(through)}: Lambda counts it as a success, so a version that returns status 500 is not rolled back for it. Count such responses by version and compare them: ${exampleMetrics(first.functionName)}. An alarm on ${(0,listed/* listed */.KE)(counted, ' or ')} shows both versions together, so in alarms it limits a release and blames no version`,
    ];
}
function unique(words) {
    return [...new Set(words)];
}
/** The input `metrics`, to be pasted; the function publishes it. */
function exampleMetrics(functionName) {
    const side = (which) => `{ Version: '{${which}.${functionName}}' }`;
    return `metrics: "[{ name: 5XX responses, namespace: ${functionName}, events: Failed, total: Responses, canary: ${side('to')}, stable: ${side('from')} }]" (published by the function with its AWS_LAMBDA_FUNCTION_VERSION as the dimension Version)`;
}

;// CONCATENATED MODULE: ./build/targets/alias/alias-callers.js
// Preflight: who calls the aliases of a release. Whatever cannot be read is a note, and refuses nothing.










async function inspectCallers(calls, facts, { unusedAlias, seesMore }, findings) {
    if (facts.length === 0)
        return;
    const counts = (0,read_callers/* valueIn */.xm)(await (0,read_callers/* optional */.lq)(() => readCounts(calls.cloudWatch, facts)));
    const sources = await (0,read_callers/* optional */.lq)(() => calls.versions.readEventSources());
    noteUnreadSources(sources, findings);
    const each = facts.map((fact, i) => ({
        fact,
        counts: counts?.[i],
        found: (0,base_problems/* noProblems */.I)(),
        fronts: undefined,
    }));
    await (0,concurrency/* forAll */.Lw)(each, async (one) => {
        noteItemFailures(one.fact, (0,read_callers/* valueIn */.xm)(sources) ?? [], one.found);
        const known = { counts: one.counts, sources, unusedAlias, seesMore };
        one.fronts = await inspectOne(calls, one.fact, known, one.found);
    });
    findings.problems.push(...each.flatMap(({ found }) => found.problems));
    findings.notes.push(...each.flatMap(({ found }) => found.notes));
    if (seesMore)
        return;
    const answering = each.flatMap(({ fronts }) => (fronts ? [fronts] : []));
    findings.notes.push(...returnedErrorNotes(answering));
}
/** @returns what is known of its responses; `undefined`: nothing was looked for */
async function inspectOne(calls, fact, { counts, sources, unusedAlias, seesMore }, found) {
    const { problems, notes } = found;
    const isFirst = fact.from === '';
    // Every call of the function came through the alias: there is nothing to find.
    const isAll = !isFirst && counts && counts.alias > 0 && counts.all <= counts.alias;
    if (isAll && seesMore)
        return undefined;
    const { reading, why } = await readAliasCallers(calls, fact, counts, sources);
    const { functionName } = fact.ref;
    const fronts = { label: labelOf(fact.ref), functionName, fronts: frontsOf(reading.ofAlias) };
    // What could not be read does not matter then.
    if (isAll)
        return fronts;
    if (why.length > 0) {
        notes.push(`alias: what calls ${labelOf(fact.ref)} could not be read completely (${why.join('; ')})`);
    }
    if (isFirst) {
        notes.push(`alias: ${describeFirstCallers(reading)}`);
        await noteFirstSettings(calls, fact, found);
        return undefined;
    }
    const { reaches, words } = judgeCallers(reading);
    const refuses = reaches === 'nobody' && unusedAlias === 'refuse';
    if (words !== '')
        (refuses ? problems : notes).push(`alias: ${words}`);
    return reaches === 'somebody' ? fronts : undefined;
}
/** Until then, the function was called without a qualifier, if at all. */
function noteFirstSettings({ qualifiers }, { arn, ref: { functionName, alias } }, found) {
    const region = arn.split(':')[3] ?? '';
    const succession = { functionName, region, from: '$LATEST', version: undefined, alias };
    return (0,inspect_async/* noteAsyncSettings */.k)(qualifiers, succession, found);
}
async function readAliasCallers({ functions, qualifiers }, { arn, ref }, counts, sources) {
    const { functionName, alias } = ref;
    const aliasArn = `${arn}:${alias}`;
    const { of, why } = await (0,read_callers/* readCallers */.lD)(functions, qualifiers, arn, [alias], sources);
    const reading = {
        functionName,
        arn: aliasArn,
        counts,
        ofAlias: of(aliasArn, 'unknown'),
        ofFunction: of(arn, 'yes'),
        complete: why.length === 0 && 'value' in sources,
    };
    return { reading, why };
}
const DAY = 24 * 3600;
/** Of each alias and of its whole function, in one request. */
async function readCounts(client, facts) {
    const to = (0,traffic/* startOfMinute */.ci)((0,time/* now */.tB)());
    const series = facts.flatMap(({ ref }) => {
        const FunctionName = ref.functionName;
        return [{ FunctionName, Resource: labelOf(ref) }, { FunctionName }].map((dimensions) => ({
            namespace: 'AWS/Lambda',
            metric: 'Invocations',
            dimensions,
            statistic: 'Sum',
            period: DAY,
        }));
    });
    const values = await (0,metric_data/* readMinutes */.w)(client, series, to - DAYS * DAY, to);
    return facts.map((_, i) => ({ alias: total(values[2 * i]), all: total(values[2 * i + 1]) }));
}
function total(values = new Map()) {
    return [...values.values()].reduce((sum, value) => sum + value, 0);
}
function noteUnreadSources(sources, { notes }) {
    if ('value' in sources)
        return;
    notes.push(`alias: the event sources could not be read (${sources.why}), so it is not known whether one of them calls a function without its alias, or has failures that are not counted as errors`);
}
/** Lambda developer guide, "Reporting batch item failures": the invocation itself succeeds. */
function noteItemFailures({ arn, ref }, sources, { notes }) {
    const called = `${arn}:${ref.alias}`;
    const reporting = sources.filter((one) => one.functionArn === called && one.reportsItems);
    for (const { sourceArn } of reporting) {
        notes.push(`alias: ${labelOf(ref)} reports failed messages of ${sourceArn} with ReportBatchItemFailures: AWS counts these as successful invocations, so a version that fails all of them is not rolled back for it. Count the failed messages in metrics, or name an alarm on them in alarms`);
    }
}

// EXTERNAL MODULE: ./build/targets/claim.js
var claim = __webpack_require__(12753);
// EXTERNAL MODULE: ./build/targets/alias/alias-record.js
var alias_record = __webpack_require__(94718);
;// CONCATENATED MODULE: ./build/targets/alias/alias-claim.js
// Compares what a record of aliases claims with the inputs of this run.


/**
 * What the record would change that the inputs do not name, as part of a sentence; `undefined`: nothing.
 *
 * @param asked the alias of each function, by its name
 */
function beyondAliases(record, asked) {
    const { aliases } = (0,alias_record/* aliasesOf */.QI)(record);
    const label = (name) => `${name}:${aliases[name]}`;
    const unnamed = (0,claim/* unnamedFunctions */.S)(record, Object.keys(asked), label);
    if (unnamed !== undefined)
        return unnamed;
    const moved = record.functions.find(({ name }) => aliases[name] !== asked[name]);
    return (moved &&
        `it moves the alias ${label(moved.name)}, and this run names ${moved.name}:${asked[moved.name]}; expected functions: ${label(moved.name)}`);
}

// EXTERNAL MODULE: ./build/analysis/count-table.js
var count_table = __webpack_require__(16361);
// EXTERNAL MODULE: ./build/analysis/errors-measure.js
var errors_measure = __webpack_require__(83273);
// EXTERNAL MODULE: ./build/base/assert.js
var assert = __webpack_require__(50648);
// EXTERNAL MODULE: ./build/monitor/baseline.js
var baseline = __webpack_require__(83646);
// EXTERNAL MODULE: ./build/monitor/counted-errors.js
var counted_errors = __webpack_require__(34955);
// EXTERNAL MODULE: ./build/analysis/measure.js
var measure = __webpack_require__(80203);
// EXTERNAL MODULE: ./build/analysis/slow-measure.js
var slow_measure = __webpack_require__(65571);
// EXTERNAL MODULE: ./build/aws/aws-errors.js + 1 modules
var aws_errors = __webpack_require__(51437);
// EXTERNAL MODULE: ./build/aws/call.js
var call = __webpack_require__(13280);
;// CONCATENATED MODULE: ./build/targets/alias/alias-latency.js
// The latency of weighted aliases: the Duration of each version's invocations, without their start (Lambda developer
// guide, "types of metrics").
//
// AWS does not document whether Duration has the statistic TC(x:), which counts the slow ones. So it is tried on the
// hour before, and latency is only compared if every minute with invocations has a count.







const HOUR = 3600;
const QUANTILES = [0.9, 0.99];
/** @param to the end of the hour, in seconds since the epoch */
async function readLatencyBaseline(client, refs, to) {
    try {
        return await readHour(client, refs, to);
    }
    catch (error) {
        // The statistic itself. Anything else is a failed reading.
        if (!(0,call/* causedBy */.$z)(error, aws_errors/* isRefusedForContent */.zc))
            throw error;
        return { measures: [], gap: 'refused' };
    }
}
async function readHour(client, refs, to) {
    const found = await readThresholds(client, refs, to);
    const series = found.flatMap(({ ref, thresholds }) => [
        durationSeries(ref, 'SampleCount'),
        ...thresholds.map((threshold) => durationSeries(ref, slowStatistic(threshold))),
    ]);
    const values = await (0,metric_data/* readMinutes */.w)(client, series, to - HOUR, to);
    let at = 0;
    const next = () => values[at++] ?? new Map();
    const hours = found.flatMap(({ ref, thresholds }) => {
        const ran = next();
        return thresholds.map((threshold) => ({
            measure: (0,slow_measure/* slowMeasure */.C)(threshold, scopeOf(ref, refs)),
            counted: (0,count_table/* shownTogether */.wT)(ran, next()),
        }));
    });
    if (hours.length === 0)
        return { measures: [], gap: 'no-traffic' };
    if (hours.some(({ counted }) => counted.incomplete))
        return { measures: [], gap: 'not-counted' };
    const measures = hours.map(({ measure, counted }) => ({ measure, minutes: (0,baseline/* countsOf */.mQ)(counted) }));
    return { measures, gap: undefined };
}
/** A function without invocations in that hour has none. */
async function readThresholds(client, refs, to) {
    const statistics = ['SampleCount', ...QUANTILES.map((q) => `p${q * 100}`)];
    const series = refs.flatMap((ref) => statistics.map((statistic) => ({ ...durationSeries(ref, statistic), period: HOUR })));
    const values = await (0,metric_data/* readMinutes */.w)(client, series, to - HOUR, to);
    return refs.flatMap((ref, i) => {
        const first = i * statistics.length;
        const [samples = new Map(), ...quantiles] = values.slice(first, first + statistics.length);
        const thresholds = QUANTILES.flatMap((quantile, q) => {
            const milliseconds = mostSampled(quantiles[q] ?? new Map(), samples);
            return milliseconds === undefined
                ? []
                : [{ quantile, milliseconds: Math.ceil(milliseconds) }];
        });
        return thresholds.length === 0 ? [] : [{ ref, thresholds }];
    });
}
/** CloudWatch may split a period that does not start at a full hour: the part with more samples. */
function mostSampled(values, samples) {
    const [best] = [...values].sort(([a], [b]) => (samples.get(b) ?? 0) - (samples.get(a) ?? 0));
    return best?.[1];
}
/** The slow invocations of both versions, for the measures of the hour before. */
async function readSlowVersions(client, baseline, changes, refOf, span) {
    const measures = baseline.map(({ measure }) => measure).filter(slow_measure/* isSlowMeasure */.m);
    const asked = measures.flatMap((measure) => {
        const change = changeOf(measure, changes);
        return change ? [{ measure, change, ref: refOf(change.name) }] : [];
    });
    const series = asked.flatMap(({ measure, change: { from, to }, ref }) => [to, from, undefined].flatMap((version) => [
        durationSeries(ref, 'SampleCount', version),
        durationSeries(ref, slowStatistic(measure.threshold), version),
    ]));
    const values = await (0,metric_data/* readMinutes */.w)(client, series, span.from, span.to);
    const seriesAt = (index) => (0,count_table/* shownTogether */.wT)(values[2 * index] ?? new Map(), values[2 * index + 1] ?? new Map());
    return asked.map(({ measure }, i) => ({
        measure,
        canary: seriesAt(3 * i),
        stable: seriesAt(3 * i + 1),
        promoted: seriesAt(3 * i + 2),
    }));
}
/** The function of a measure; not if its version does not change. */
function changeOf({ scope }, changes) {
    if (scope.kind !== 'function')
        return changes[0];
    return changes.find(({ name }) => name === scope.name);
}
/** With one function, its latency is that of all traffic. */
function scopeOf({ functionName: name }, refs) {
    return refs.length === 1 ? measure/* ALL */.y2 : { kind: 'function', name };
}
/** CloudWatch, "statistics definitions": `TC(x:)` counts the values above x. */
function slowStatistic({ milliseconds }) {
    return `TC(${milliseconds}:)`;
}
/** Of an alias, or of one version behind it. */
function durationSeries({ functionName, alias }, statistic, version) {
    return {
        namespace: 'AWS/Lambda',
        metric: 'Duration',
        dimensions: {
            FunctionName: functionName,
            Resource: `${functionName}:${alias}`,
            ...(version && { ExecutedVersion: version }),
        },
        statistic,
    };
}

;// CONCATENATED MODULE: ./build/targets/alias/alias-counts.js
// The traffic of weighted aliases. Lambda counts each version behind an alias separately (Lambda developer guide,
// "types of metrics": FunctionName, Resource and ExecutedVersion).








const alias_counts_HOUR = 3600;
const NO_LATENCY = { measures: [], gap: undefined };
/** @param aliasOf the alias of each function that may be counted */
function createAliasCounts(client, refs, aliasOf = new Map(refs.map(({ functionName, alias }) => [functionName, alias]))) {
    const refOf = (functionName) => ({
        functionName,
        alias: (0,assert/* must */.s)(aliasOf.get(functionName), `the alias of "${functionName}" is known`),
    });
    let changed = [];
    let gap = 'no-traffic';
    return {
        readTraffic: async (changes, span, closedUntil) => {
            const [ofNew, ofOld, ofAll] = await readGroups(client, span, [
                changes.map((c) => invocations(refOf(c.name), c.to)),
                changes.map((c) => invocations(refOf(c.name), c.from)),
                changes.map((c) => invocations(refOf(c.name))),
            ]);
            const sides = { canary: (0,count_table/* addUp */.NM)(ofNew), stable: (0,count_table/* addUp */.NM)(ofOld), promoted: (0,count_table/* addUp */.NM)(ofAll) };
            changed = changes;
            const counted = (0,counted_errors/* countedErrors */.G)('alias', { apart: true, sides, closedUntil });
            const own = severalOf(changes).map(({ name }, i) => ({
                measure: ownErrors(name),
                canary: ofNew[i] ?? count_table/* NO_EVENTS */.q9,
                stable: ofOld[i] ?? count_table/* NO_EVENTS */.q9,
                promoted: ofAll[i] ?? count_table/* NO_EVENTS */.q9,
            }));
            const table = { ...counted.table, rows: [...counted.table.rows, ...own] };
            return { ...counted, table, unreached: (0,counted_errors/* unreachedOf */.h)(changes, ofNew) };
        },
        readBaseline: async (startedAt, functions, compare) => {
            const to = (0,traffic/* startOfMinute */.ci)(startedAt);
            const whole = refs.map((ref) => invocations(ref));
            const [all] = await readGroups(client, { from: to - alias_counts_HOUR, to }, [whole, [], []]);
            const counts = new Map(refs.map(({ functionName }, i) => [functionName, all[i]]));
            const own = compare.includes('errors') ? severalOf(functions) : [];
            const latency = compare.includes('latency')
                ? await readLatencyBaseline(client, refs, to)
                : NO_LATENCY;
            gap = latency.gap;
            return [
                { measure: (0,errors_measure/* errorsMeasure */.YY)(), minutes: (0,baseline/* countsOf */.mQ)((0,count_table/* addUp */.NM)(all)) },
                ...own.map(({ name }) => ({
                    measure: ownErrors(name),
                    minutes: (0,baseline/* countsOf */.mQ)(counts.get(name) ?? count_table/* NO_EVENTS */.q9),
                })),
                ...latency.measures,
            ];
        },
        latencyGap: () => gap,
        readMeasures: (baseline, _, span) => readSlowVersions(client, baseline, changed, refOf, span),
        readDaily: (now) => {
            const pairs = refs.map((ref) => {
                const [requests, errors] = invocations(ref);
                return [requests, errors];
            });
            return (0,baseline/* readDailyTraffic */.fA)(client, pairs, now);
        },
    };
}
/** The errors of a single function are all errors. */
function severalOf(functions) {
    return functions.length > 1 ? functions : [];
}
function ownErrors(name) {
    return (0,errors_measure/* invocationsMeasure */.oB)(name, errors_measure/* SUMMED_FUNCTION_PARTS */.a7);
}
/** Reads three groups in one request. */
async function readGroups(client, { from, to }, groups) {
    const values = await (0,metric_data/* readMinutes */.w)(client, groups.flat(2), from, to);
    let at = 0;
    const take = (group) => group.map(() => (0,count_table/* addUp */.NM)(asEvents(values[at++], values[at++], values[at++])));
    const [first, second, third] = groups;
    return [take(first), take(second), take(third)];
}
/**
 * Invocations, errors and throttles of an alias, or of one version behind it. A throttled request is in neither
 * of the other two (Lambda developer guide, "types of metrics").
 */
function invocations({ functionName, alias }, version) {
    const dimensions = {
        FunctionName: functionName,
        Resource: `${functionName}:${alias}`,
        ...(version && { ExecutedVersion: version }),
    };
    const series = (metric) => ({
        namespace: 'AWS/Lambda',
        metric,
        dimensions,
        statistic: 'Sum',
    });
    return [series('Invocations'), series('Errors'), series('Throttles')];
}
/** AWS does not document that Throttles is 0 when nothing was throttled, so a missing value counts as 0. */
function asEvents(ran = new Map(), failed = new Map(), throttled = new Map()) {
    return [(0,count_table/* shownTogether */.wT)(ran, failed), { requests: throttled, events: throttled }];
}

// EXTERNAL MODULE: ./build/targets/lambda/voucher.js
var voucher = __webpack_require__(23235);
;// CONCATENATED MODULE: ./build/targets/alias/alias-proof.js
// What confirms the record of a rollout of aliases: the alias itself, as long as it points to the previous
// version;
// after the promotion, the description of the new version.




/** Whether each alias shows the previous version, or the new version's description names it. */
async function proveAliases({ aliasSet, functions }, members) {
    const vouches = (0,voucher/* createVoucher */.$)(functions, []);
    let moved = false;
    for (const { ref, change } of members) {
        const trafficState = aliasTraffic(await aliasSet.read(ref), change);
        moved ||= trafficState.kind === 'external';
        if (trafficState.kind !== 'promoted' || trafficState.held || (await vouches(change)))
            continue;
        return (0,targets_trust/* doubtful */.Yb)(`only its tags say that ${labelOf(ref)} pointed to version ${change.from} before ${change.to}`);
    }
    return moved ? { kind: 'moved' } : targets_trust/* BORNE_OUT */.g_;
}
/**
 * Whether a run that did not begin the rollout may move aliases to the new versions. Some of them must have part
 * of the traffic already, and the descriptions of the others must name the versions they were published after.
 *
 * @returns why it may not; `undefined`: it may
 */
async function doubtNewVersions({ aliasSet, functions }, members) {
    const vouches = (0,voucher/* createVoucher */.$)(functions);
    const stable = [];
    for (const member of members) {
        const trafficState = aliasTraffic(await aliasSet.read(member.ref), member.change);
        if (trafficState.kind === 'stable')
            stable.push(member);
    }
    if (stable.length > 0 && stable.length === members.length)
        return targets_trust/* NOT_BEGUN */.gr;
    for (const { ref, change } of stable) {
        if (await vouches(change))
            continue;
        return `only its tags say that version ${change.to} is released to ${labelOf(ref)}`;
    }
    return undefined;
}

;// CONCATENATED MODULE: ./build/targets/alias/alias-moves.js
// How a rollout moves its aliases forward.





/** The changes that move users to the new versions. */
function moves(proof, trust) {
    return {
        shift: ({ record }, weight) => forward(proof, trust, record, () => splitGoal(weight)),
        promote: ({ record }) => promoteAll(proof, trust, record),
    };
}
function promoteAll(proof, trust, record) {
    return forward(proof, trust, record, ({ kept }) => (kept ? PROMOTED_BY_WEIGHT : PROMOTED));
}
async function forward(proof, trust, record, goal) {
    const members = membersOf(record);
    const doubt = trust.isOwn(record) ? undefined : await doubtNewVersions(proof, members);
    if (doubt !== undefined)
        throw new errors/* MovedError */.WJ(doubt);
    await (0,concurrency/* forAll */.Lw)(members, (member) => proof.aliasSet.bring(member, goal(member)));
}
/** Lambda then splits the alias's own provisioned concurrency between the versions. */
async function makeWay(provisioned, { ref, change, kept }, say) {
    if (!kept)
        return;
    await provisioned.remove(change.name, change.to);
    say(`${labelOf(ref)}: Lambda does not allow a version with provisioned concurrency on an alias that has its own, so the provisioned concurrency of version ${change.to} was removed, and Lambda divides that of the alias`);
}
/** The alias of every function in the rollout. */
function movedRefs(record) {
    const { aliases } = (0,alias_record/* aliasesOf */.QI)(record);
    return record.functions.map(({ name }) => ({
        functionName: name,
        alias: (0,alias_record/* aliasIn */.eq)(aliases, name),
    }));
}
/** Every function whose version changes, with its alias. */
function membersOf(record) {
    const target = (0,alias_record/* aliasesOf */.QI)(record);
    return record.functions
        .filter(({ from, to }) => from !== to)
        .map((change) => ({
        ref: { functionName: change.name, alias: (0,alias_record/* aliasIn */.eq)(target.aliases, change.name) },
        change,
        kept: target.kept?.includes(change.name) ?? false,
    }));
}

// EXTERNAL MODULE: ./build/targets/iam-policy.js
var iam_policy = __webpack_require__(73151);
// EXTERNAL MODULE: ./build/targets/lambda/function-policy.js
var function_policy = __webpack_require__(26312);
;// CONCATENATED MODULE: ./build/targets/alias/alias-policy.js
// The minimal IAM policy of the role for a rollout of aliases.


function aliasPolicy(needs, place, order) {
    const { functions, aliases } = needs;
    const { prunes } = order;
    return [
        ...aliasStatements(needs),
        ...(0,function_policy/* functionStatements */.Ft)(functions, {
            calls: [],
            versions: [
                'lambda:GetPolicy',
                ...(0,iam_policy/* only */.j6)(aliases !== 'moved', 'lambda:GetFunctionEventInvokeConfig'),
                ...(0,iam_policy/* only */.j6)(aliases !== 'created', 'lambda:GetProvisionedConcurrencyConfig'),
            ],
            readsPolicies: true,
            readsNext: aliases !== 'created',
            order,
        }),
        // Who calls the alias.
        (0,iam_policy/* allow */.cw)('Callers', ['lambda:GetPolicy', 'lambda:ListFunctionUrlConfigs'], (0,function_policy/* bare */.$B)(functions)),
        (0,function_policy/* eventSourceStatement */.vg)(functions),
        ...(0,function_policy/* uploadStatements */.Kb)(functions, place),
        // A role that releases an alias may list its tags anyway.
        ...(prunes ? (0,function_policy/* pruneStatements */.JM)(functions, []) : []),
    ];
}
/** Where nothing is known but the inputs. */
function aliasPolicyAtMost(firstRelease, released, place, order) {
    const aliases = firstRelease === 'allow' ? 'either' : 'moved';
    const functions = released.map((input) => (0,function_policy/* needsAtMost */.sh)(place, input));
    return aliasPolicy({ aliases, functions }, place, order);
}
function aliasStatements({ functions, aliases }) {
    const write = [
        ...(0,iam_policy/* only */.j6)(aliases !== 'moved', 'lambda:CreateAlias', 'lambda:DeleteAlias'),
        ...(0,iam_policy/* only */.j6)(aliases !== 'created', 'lambda:UpdateAlias'),
    ];
    const savePhase = (0,iam_policy/* only */.j6)(aliases !== 'created', 'lambda:TagResource', 'lambda:UntagResource');
    return [
        // IAM treats an alias as part of its function (Service Authorization Reference).
        (0,iam_policy/* allow */.cw)('Release', ['lambda:GetAlias', ...write], (0,function_policy/* bare */.$B)(functions)),
        (0,iam_policy/* allow */.cw)('Remember', ['lambda:ListTags', ...savePhase], (0,function_policy/* bare */.$B)(functions)),
    ];
}

// EXTERNAL MODULE: ./build/aws/arns.js
var arns = __webpack_require__(828);
// EXTERNAL MODULE: ./build/targets/lambda/warm-up.js
var warm_up = __webpack_require__(30816);
// EXTERNAL MODULE: ./build/base/duration.js
var duration = __webpack_require__(15902);
;// CONCATENATED MODULE: ./build/targets/alias/finalize-provisioned.js
// The end of a promotion of an alias with its own provisioned concurrency. Until now the alias pointed to the
// previous version, with all traffic sent past it by weight. So a rollback was one call, to environments that were
// ready. Now the alias is moved, and Lambda moves its provisioned concurrency (decision 12).






/** Moves all of them, even if one fails. Throws the failures, with the resulting state. */
async function finalizeProvisioned(bound, members, waiting) {
    const kept = members.filter((member) => member.kept);
    await (0,concurrency/* forEvery */.db)(kept, (member) => handOverOne(bound, member, waiting));
}
async function handOverOne(bound, member, waiting) {
    const { ref, change } = member;
    const label = labelOf(ref);
    try {
        await bound.aliasSet.bring(member, PROMOTED);
    }
    catch (error) {
        throw new errors/* KnownError */.E(`${label} gives all traffic to version ${change.to} by weight, but could not be pointed to it, and the version keeps its allocated environments: ${(0,errors/* known */.eO)(error).message}`, { cause: error });
    }
    waiting.say(`${label}: Lambda moves its provisioned concurrency to version ${change.to}, and may serve version ${change.from} until it is ready`);
    const failure = await untilMoved(bound, member, waiting);
    if (failure === undefined) {
        await bound.provisioned.remove(change.name, change.to);
        waiting.say(waiting.stopped()
            ? `${label}: no longer waiting`
            : `${label}: version ${change.to} is served by environments of the alias`);
        return;
    }
    await bound.aliasSet.bring(member, MOVED);
    throw new errors/* KnownError */.E(`the provisioned concurrency of ${label} ${failure} for version ${change.to}, which is served anyway, and keeps its allocated environments`);
}
/** Lambda may take a moment to begin. Until then it shows the environments of the previous version. */
const CHECKS = 2;
/** @returns why to stop waiting; `undefined`: it has moved, or the job is cancelled */
async function untilMoved({ aliasSet, provisioned }, { ref, change }, { pause, stopped }) {
    let settled = 0;
    for (let waited = 0; waited <= warm_up/* WARM_UP_LIMIT_SECONDS */.A8; waited += warm_up/* POLL_SECONDS */.wK) {
        const trafficState = aliasTraffic(await aliasSet.read(ref), change);
        if (trafficState.kind !== 'promoted') {
            throw new errors/* KnownError */.E(`${labelOf(ref)} was moved by someone else while Lambda moved its provisioned concurrency`);
        }
        const found = await provisioned.read(ref.functionName, ref.alias);
        if (found?.status === 'FAILED')
            return `failed (${found.reason || 'Lambda gives no reason'})`;
        settled = trafficState.held || found?.status === 'IN_PROGRESS' ? 0 : settled + 1;
        if (settled >= CHECKS || stopped())
            return undefined;
        await pause(warm_up/* POLL_SECONDS */.wK);
    }
    return `was not ready within ${(0,duration/* formatDuration */.a)(warm_up/* WARM_UP_LIMIT_SECONDS */.A8)}`;
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./build/report/console-links.js
var console_links = __webpack_require__(72666);
// EXTERNAL MODULE: ./build/report/markdown.js
var markdown = __webpack_require__(34902);
// EXTERNAL MODULE: ./build/targets/lambda/function-report.js
var function_report = __webpack_require__(46604);
;// CONCATENATED MODULE: ./build/targets/alias/alias-report.js
// Aliases as reports show them.




/**
 * @param functions what is released to the aliases, as far as it is known
 * @param account `undefined` until AWS has named it
 */
function aliasReport(facts, functions, account) {
    const { region, aliases } = facts;
    const [first = '', ...more] = aliases;
    return {
        region,
        label: more.length > 0 ? `${first} and ${more.length} more` : first,
        key: keyOf(account ? `${account}/${region}` : region, aliases),
        resources: aliases,
        links: aliases.map((label) => linkTo(region, label)),
        metrics: metricsOf(aliases, functions),
        rows: [['Aliases', `${alias_report_listed(aliases)}, ${(0,markdown/* code */.aY)(region)}`]],
        ...function_report/* FUNCTION_REPORT */.c,
        countNotes: {},
        outputs: {},
        toJSON: () => facts,
    };
}
/** Short, and different for every set of aliases, every Region and every account: the names may be the same in all. */
function keyOf(place, aliases) {
    const [first = '', ...more] = [...aliases].sort();
    if (more.length === 0)
        return `${place}/${first}`;
    const all = (0,external_node_crypto_.createHash)('sha256')
        .update([first, ...more].join('\n'))
        .digest('hex');
    return `${place}/${first}+${more.length}-${all.slice(0, 16)}`;
}
function linkTo(region, label) {
    const [name = '', alias = ''] = label.split(':').map(encodeURIComponent);
    const url = `${(0,console_links/* consoleOf */.Fl)(region)}/lambda/home?region=${region}#/functions/${name}/aliases/${alias}`;
    return { text: `alias ${label}`, url };
}
/** More lines than this in a CloudWatch console graph are unreadable. */
const MOST_FUNCTIONS = 10;
function metricsOf(aliases, functions) {
    return functions.slice(0, MOST_FUNCTIONS).flatMap(({ name, from, to }) => {
        const resource = aliases.find((label) => label.startsWith(`${name}:`)) ?? name;
        return [from, to].flatMap((version) => ['Invocations', 'Errors'].map((metric) => [
            ...['AWS/Lambda', metric],
            ...['FunctionName', name, 'Resource', resource, 'ExecutedVersion', version],
        ]));
    });
}
/** A longer list makes a summary hard to read. */
const MOST_ALIASES = 20;
function alias_report_listed(aliases) {
    const shown = aliases.slice(0, MOST_ALIASES).map((alias) => (0,markdown/* code */.aY)(alias));
    const more = aliases.length > MOST_ALIASES ? ` and ${aliases.length - MOST_ALIASES} more` : '';
    return `${shown.join(', ')}${more}`;
}

// EXTERNAL MODULE: ./build/aws/readiness.js
var readiness = __webpack_require__(87338);
// EXTERNAL MODULE: ./build/report/stored-state-text.js
var stored_state_text = __webpack_require__(37886);
// EXTERNAL MODULE: ./build/targets/lambda/check-code.js
var check_code = __webpack_require__(64483);
// EXTERNAL MODULE: ./build/targets/lambda/check-function.js
var check_function = __webpack_require__(43730);
// EXTERNAL MODULE: ./build/targets/lambda/next-version.js
var next_version = __webpack_require__(30549);
// EXTERNAL MODULE: ./build/targets/lambda/inspect-warm.js
var inspect_warm = __webpack_require__(26483);
;// CONCATENATED MODULE: ./build/targets/alias/inspect-provisioned.js
// Preflight of provisioned concurrency: the new version must get what the previous version or its alias has
// (decision 12).






const NOT_WARM = { of: 'none', count: 0 };
/** Reads the environments of the version that serves now. @param state of the alias */
async function checkProvisioned({ provisioned, region }, input, { ref, state }, findings) {
    const { name, version } = input;
    if (state.version === '')
        return NOT_WARM;
    const read = (qualifier) => (0,base_problems/* attempt */.C)(findings, () => provisioned.read(name, qualifier));
    const shared = await read(ref.alias);
    if (shared)
        checkSettled({ region, ref, state }, shared, findings);
    const from = mainVersion(state);
    if (from === version)
        return NOT_WARM;
    if (shared) {
        if (version !== undefined && (await read(version)))
            refuseTwice(region, ref, version, findings);
        findings.notes.push(noteOfAlias(ref, from, shared.requested));
        return { of: 'alias', count: shared.requested };
    }
    const served = { name, from, version };
    const count = await (0,inspect_warm/* checkWarm */.E)(provisioned, served, findings);
    return count > 0 ? { of: 'version', count } : NOT_WARM;
}
function noteOfAlias(ref, from, count) {
    return (`provisioned concurrency: ${labelOf(ref)} has ${count} of its own; the new version gets the same amount before it receives traffic, and both cost money until the release ends. ` +
        `Lambda then moves the alias's own. Until that is ready, for a minute or more, it serves version ${from} again`);
}
/** While Lambda holds an alias with weights of its own, neither a repair nor a release would succeed. */
function checkSettled({ region, ref, state }, { status, reason }, findings) {
    const [other, ...more] = Object.values(state.weights);
    const held = other !== undefined && more.length === 0 && (0,plan/* sameWeight */.DC)(other, 100);
    if (!held || status === 'READY')
        return;
    const why = status === 'FAILED'
        ? `failed (${reason || 'Lambda gives no reason'}). Point the alias to a version that starts: ${(0,command_line/* aliasCommand */.Ql)(region, ref, mainVersion(state))}`
        : 'is not ready yet. Run the release again when it is';
    findings.problems.push(`alias: Lambda itself keeps ${labelOf(ref)} on the previous version, ${describeAlias(state)}, because the alias's provisioned concurrency of version ${state.version} ${why}`);
}
function refuseTwice(region, { functionName, alias }, version, findings) {
    const giveBack = (0,command_line/* awsCommand */.bg)('lambda delete-provisioned-concurrency-config', {
        region,
        'function-name': functionName,
        qualifier: version,
    });
    findings.problems.push(`version: version ${version} of "${functionName}" has provisioned concurrency of its own, and the alias ${alias} has some too; Lambda allows it only once for each version. ` +
        `Remove the version's: ${giveBack}`);
}

;// CONCATENATED MODULE: ./build/targets/alias/inspect-aliases.js
// Preflight of aliases: each function is ready, each alias points to one published version, and the two versions
// can share an alias.













/** Inspects one function and its alias. `undefined` when there are problems with it. */
async function inspectAlias(bound, input, findings) {
    const ref = refOf(input);
    const before = findings.problems.length;
    const latest = await (0,base_problems/* attempt */.C)(findings, () => readFunction(bound, input));
    if (!latest)
        return undefined;
    (0,check_function/* checkFunction */.d)(input, latest, findings);
    const code = await (0,new_code/* inspectNewCode */.Kv)(bound.codes, input, latest, findings);
    const open = await checkMemory(bound, ref, findings);
    const next = await readNext(bound, input, latest, findings);
    const traffic = next && (await inspectTraffic(bound, { ref, open }, next, findings));
    if (!traffic)
        return undefined;
    const { state: stood, serving } = traffic;
    const from = mainVersion(stood);
    checkCurrent(ref, from, input, findings);
    const trafficState = { ref, state: stood };
    const warmth = await checkProvisioned(bound, input, trafficState, findings);
    if (findings.problems.length > before)
        return undefined;
    const { arn, durable } = latest;
    const timeoutSeconds = Math.max(serving?.timeoutSeconds ?? 0, next.reading.timeoutSeconds);
    const split = isSplit(stood) ? stood : undefined;
    const release = (0,next_version/* versionToRelease */.B)(input, from, latest, serving, code);
    return { input, ref, arn, from, release, split, timeoutSeconds, durable, warmth };
}
const ABSENT = { version: '', weights: {}, revisionId: '' };
/**
 * Reads the current version of the alias.
 *
 * @returns no version if the alias does not exist; `undefined` if it could not be read
 */
async function inspectTraffic(bound, { ref, open }, next, findings) {
    const before = findings.problems.length;
    const state = await (0,base_problems/* attempt */.C)(findings, () => bound.aliases.read(ref));
    if (!state) {
        return findings.problems.length > before ? undefined : { state: ABSENT, serving: undefined };
    }
    checkAlias(bound, ref, state, findings, open);
    const from = mainVersion(state);
    const serving = await (0,base_problems/* attempt */.C)(findings, () => bound.functions.read(ref.functionName, from));
    if (serving)
        checkVersions(ref, next, { version: from, reading: serving }, findings);
    return { state, serving };
}
function refOf({ name, alias }) {
    return { functionName: name, alias: (0,assert/* must */.s)(alias, `the function ${name} has its alias`) };
}
async function readFunction({ functions, region }, { name }) {
    const found = await functions.read(name);
    if (found)
        return found;
    throw new errors/* KnownError */.E(`functions: there is no function "${name}" in ${region}`);
}
async function readNext({ functions }, input, latest, findings) {
    const { name, version } = input;
    if (version === undefined)
        return { words: 'the version to be published', reading: latest };
    const before = findings.problems.length;
    const reading = await (0,base_problems/* attempt */.C)(findings, () => functions.read(name, version));
    if (reading) {
        const why = (0,readiness/* whyNotReady */.$)(reading);
        if (why !== undefined)
            findings.problems.push(`version: version ${version} of "${name}" ${why}`);
        const wrong = (0,check_code/* wrongCode */.B)(input, reading);
        if (wrong !== undefined)
            findings.problems.push(wrong);
        return { words: `version ${version}`, reading };
    }
    if (findings.problems.length === before) {
        findings.problems.push(`version: "${name}" has no published version ${version}`);
    }
    return undefined;
}
function isSplit({ weights }) {
    return Object.keys(weights).length > 0;
}
/** A split alias without stored state was left by an interrupted release. */
function checkAlias({ region, onSplit }, ref, state, findings, explained) {
    const label = labelOf(ref);
    if (!/^\d+$/.test(state.version)) {
        findings.problems.push(`alias: ${label} points to ${state.version}; expected a published version, because only those can be split`);
    }
    if (!isSplit(state) || explained)
        return;
    const main = mainVersion(state);
    if (onSplit === 'repair') {
        findings.notes.push(`alias: ${label} is split between ${describeAlias(state)}; on-split-alias: repair first gives all traffic to ${main}`);
    }
    else {
        findings.problems.push(`alias: ${label} is split between ${describeAlias(state)} already, by another tool or an interrupted release. ` +
            `To give all traffic to ${main}, set on-split-alias: repair, or run: ${(0,command_line/* aliasCommand */.Ql)(region, ref, main)}`);
    }
}
/**
 * An AppSpec names the version that the alias points to before. If the alias points to the target version
 * already, an earlier run moved it, and there is nothing left to do.
 */
function checkCurrent(ref, from, { current, version }, findings) {
    if (current === undefined || from === current || from === version)
        return;
    const stands = from === '' ? 'does not exist yet' : `points to version ${from}`;
    findings.problems.push(`appspec: ${labelOf(ref)} ${stands}, but CurrentVersion is ${current}; expected the version that the alias points to`);
}
/** @returns whether a rollout of the alias is open, which then explains a split */
async function checkMemory({ stored, names, linkTo }, { functionName }, findings) {
    const found = await (0,base_problems/* attempt */.C)(findings, () => stored.readOf(functionName));
    if (!found || found.kind === 'none')
        return false;
    // The stored state of that function is checked when that function is inspected.
    if (found.kind === 'takes-part' && found.rememberedBy === [...names].sort()[0])
        return true;
    if (found.kind !== 'rollout') {
        findings.problems.push(`alias: ${(0,stored_state_text/* whyNotOwned */.k)(`"${functionName}"`, found, linkTo)}`);
        return found.kind === 'takes-part';
    }
    const { id, functions } = found.storedRollout.record;
    const same = functions.length === names.length && functions.every((f) => names.includes(f.name));
    // The same release: on-unfinished decides what to do with it.
    if (same)
        return true;
    findings.problems.push(`alias: the rollout of ${linkTo(id)} is unfinished, is stored on "${functionName}", and has different functions from this release. Wait until it ends`);
    return true;
}
/**
 * Lambda developer guide, "weighted alias": the versions must have the same role and the same dead-letter queue.
 */
function checkVersions({ functionName }, { words, reading: next }, { version: from, reading: old }, findings) {
    if (old.role !== next.role) {
        findings.problems.push(`functions: version ${from} of "${functionName}" has the role ${old.role}, and ${words} has ${next.role}; versions of one alias must share it`);
    }
    if (old.deadLetterQueue !== next.deadLetterQueue) {
        findings.problems.push(`functions: version ${from} of "${functionName}" and ${words} have different dead-letter queues; versions of one alias must share it`);
    }
}

;// CONCATENATED MODULE: ./build/targets/alias/observe-aliases.js
// Reads the traffic state and the stored state of the aliases.










function readings(bound) {
    const { aliasSet, stored, trust, released, known } = bound;
    return {
        observe: async () => {
            const read = await stored.read();
            checkAccount(released, (0,arns/* accountOf */.XP)((await stored.readArn()) ?? ''));
            const found = await trust.vet(read, ({ record }) => proveAliases(bound, membersOf(record)));
            if (found.kind !== 'rollout')
                return { stored: found, trafficState: undefined };
            for (const ref of movedRefs(found.storedRollout.record))
                known.set(ref.functionName, ref.alias);
            return { stored: found, trafficState: await observeAll(aliasSet, found.storedRollout) };
        },
        readTraffic: (rollout) => observeAll(aliasSet, rollout),
    };
}
function observing(bound, region) {
    const { stored, trust, released, memory } = bound;
    const refs = released.map(refOf);
    const labels = refs.map(labelOf);
    return {
        knows: trust.knows,
        ...readings(bound),
        readOtherRollout: async () => {
            if (refs.length === 1)
                return undefined;
            const each = await (0,concurrency/* mapAll */.gJ)(refs, ({ functionName }) => stored.readOf(functionName));
            return each.map(otherRolloutOf).find((one) => one !== undefined);
        },
        describe: (snapshot) => {
            const moved = snapshot ? movedRefs(snapshot.rollout.record).map(labelOf) : labels;
            // Labels in the order of the inputs, if the rollout has exactly those.
            const same = moved.length === labels.length && moved.every((label) => labels.includes(label));
            const facts = { kind: 'alias', region, aliases: same ? labels : moved };
            const [arn] = memory.arns.values();
            return aliasReport(facts, snapshot?.rollout.record.functions ?? [], arn && (0,arns/* accountOf */.XP)(arn));
        },
    };
}
/** The stored state on one of several functions, when the first of them has none. */
function otherRolloutOf(stored) {
    if (stored.kind === 'none')
        return undefined;
    if (stored.kind !== 'rollout')
        return stored;
    const { record } = stored.storedRollout;
    return { kind: 'another', of: (0,alias_record/* movedBy */.bb)(record), id: record.id };
}
/** A function of the same name in another account is not the one in the inputs. */
function checkAccount(released, account) {
    const other = released.find((input) => input.account !== undefined && input.account !== account);
    if (!other || account === '')
        return;
    throw new errors/* KnownError */.E(`functions: "${other.name}" belongs to account ${other.account}, but the job uses account ${account}`);
}
async function observeAll(aliasSet, { record, phase }) {
    const trafficStates = await (0,concurrency/* mapAll */.gJ)(membersOf(record), async (member) => ({
        label: labelOf(member.ref),
        trafficState: aliasTrafficInPhase(await aliasSet.read(member.ref), member, phase),
    }));
    return trafficOfAll(trafficStates, explainedWeights(phase, record.plan));
}

;// CONCATENATED MODULE: ./build/targets/alias/alias-rollback.js
// Restores the aliases of a rollout, and cleans up at its end. Everything here uses the rollback clients, so it
// also works after the job was cancelled.










function rollbackOf(bound) {
    const { aliasSet, functions, provisioned, stored, trust, versions } = bound;
    const isNeeded = async (name, version) => (await versions.aliased(name)).includes(version);
    return {
        ...readings(bound),
        restore: ({ record }, trafficState) => restoreOwned(aliasSet, membersOf(record), trafficState),
        completePromotion: ({ record }) => promoteAll(bound, trust, record),
        finalizeProvisioned: ({ record }, waiting) => finalizeProvisioned({ aliasSet, provisioned }, membersOf(record), waiting),
        cleanUp: ({ record }, served) => (0,warm_up/* deallocate */.xo)({ provisioned, isNeeded }, record.functions, (0,alias_record/* aliasesOf */.QI)(record), served),
        clearState: async (last, of) => {
            if ((0,ownership/* isOwnedByAnother */.QS)(await stored.read(), of))
                return;
            await stored.clear(last);
        },
        readAccount: async (storedOn) => {
            const [name = ''] = storedOn.split(':').slice(6);
            return (0,arns/* accountOf */.XP)((await functions.read(name))?.arn ?? '');
        },
    };
}
/** Restores all aliases of this rollout. An alias that was seen to be changed outside it is left alone. */
async function restoreOwned(aliasSet, members, trafficState) {
    const known = trafficState.kind === 'external' && trafficState.others === 'owned';
    await (0,concurrency/* forEvery */.db)(members, async (member) => {
        try {
            await aliasSet.bring(member, STABLE);
        }
        catch (error) {
            if (!known || !(error instanceof errors/* MovedError */.WJ))
                throw error;
        }
    });
}

// EXTERNAL MODULE: ./build/targets/lambda/publish-versions.js
var publish_versions = __webpack_require__(57954);
// EXTERNAL MODULE: ./build/targets/lambda/upload-code.js
var upload_code = __webpack_require__(23432);
;// CONCATENATED MODULE: ./build/targets/alias/repair-split.js
// Repairs an alias that something else left split, as a stopped CodeDeploy deployment does: all traffic returns to
// the version that it points to, or to the one that already has all of it. Compare-and-set leaves an alias alone
// that is still being moved.





/** @returns what was done, in a sentence */
async function repairSplit(aliases, facts) {
    const done = [];
    await (0,concurrency/* forAll */.Lw)(facts, async (fact) => {
        if (fact.split)
            done.push(await repair(aliases, fact, fact.split));
    });
    return done.join('; ');
}
async function repair(aliases, { ref }, split) {
    const label = labelOf(ref);
    const version = mainVersion(split);
    try {
        const after = await aliases.update(ref, { version, canary: undefined }, split.revisionId);
        const shown = describeAlias(after);
        if (shown === version)
            return `${label} was ${describeAlias(split)}, and is ${version} again`;
        throw new errors/* KnownError */.E(`${label} should point to ${version} again, but is ${shown}`);
    }
    catch (error) {
        if (!(0,aws_aliases/* isLostRace */.Ii)(error))
            throw error;
        throw new errors/* MovedError */.WJ(`${label} was not repaired: someone has moved it since the last check, so another release is in progress`, { cause: error });
    }
}

;// CONCATENATED MODULE: ./build/targets/alias/alias-setup.js
// Aliases after a clean preflight: their stored record, and how a rollout or a first release begins.













function setUpAliases({ aliases, functions, place, removing, provisioned, stored, trust }, facts, longestAnswerSeconds) {
    const first = facts.every(({ from }) => from === '');
    const released = facts.map(({ release }) => release);
    const uploads = (0,upload_code/* createUploads */.z)(functions, released);
    return {
        functions: released,
        uploads,
        publish: (publishing) => (0,publish_versions/* publishVersions */.X)(functions, uploads, publishing),
        longestAnswerSeconds,
        provisionedForNew: facts.reduce((sum, { warmth }) => sum + warmth.count, 0),
        blindSpots: [{ kind: 'returned-errors' }, { kind: 'asynchronous' }],
        functionArns: facts.map(({ arn }) => arn),
        policy: (order) => aliasPolicy({ aliases: first ? 'created' : 'moved', functions: facts.map(needsOf) }, place, order),
        ...(facts.some(({ split }) => split) && { repair: () => repairSplit(aliases, facts) }),
        whyUnchanged: async (changes) => changes.every((change) => change.from === change.to)
            ? 'code and configuration are the same as in the version that the alias points to'
            : undefined,
        ...(first && { serveFirst: (changes) => createAll({ aliases, removing }, facts, changes) }),
        storedOn: (0,assert/* must */.s)([...facts].sort(byName)[0], 'a function is released').arn,
        checkRoom: async (begun, signs, findings) => {
            // A first release stores nothing.
            if (first)
                return;
            const tags = tagsFor(withExpected(begun, facts), facts.length);
            await stored.checkRoom(tags, begun.id, signs, findings);
        },
        record: () => ({
            kind: 'alias',
            aliases: Object.fromEntries(facts.map(({ ref }) => [ref.functionName, ref.alias])),
        }),
        prepare: async (begun, preparing) => {
            const phase = { kind: 'preparing' };
            const kept = facts.filter(({ warmth }) => warmth.of === 'alias').map(({ ref }) => ref);
            const aliasOf = new Map(kept.map(({ functionName, alias }) => [functionName, alias]));
            const warmUps = await (0,warm_up/* findWarmUps */.hR)(provisioned, begun.functions, aliasOf);
            const record = withAllocated(begun, warmUps, [...aliasOf.keys()]);
            trust.writes(record);
            const tags = tagsFor(record, facts.length);
            await stored.begin(tags, record.id, preparing.pause);
            await (0,warm_up/* warmUpVersions */.mm)(provisioned, record.functions, warmUps, preparing);
            preparing.say('The new versions are published; they receive no traffic yet.');
            return { record, phase, stepStartTimes: [], canaryDeploymentId: undefined };
        },
    };
}
/** The state at the beginning; its parts may be spread over all functions. */
function tagsFor(record, functions) {
    return (0,rollout_record/* recordTags */.h0)(record, { kind: 'preparing' }, rollout_record/* MAX_CHUNKS */.sJ * functions);
}
/** With the environments that preflight expects to be allocated. */
function withExpected(record, facts) {
    const warm = facts.filter(({ warmth }) => warmth.of !== 'none');
    const warmed = warm.map(({ ref, warmth }) => [ref.functionName, warmth.count]);
    const kept = warm.filter(({ warmth }) => warmth.of === 'alias');
    const names = kept.map(({ ref }) => ref.functionName);
    return withAllocated(record, Object.fromEntries(warmed), names);
}
function needsOf({ arn, input, release, warmth, durable }) {
    return {
        arn,
        durable,
        publishes: input.version === undefined,
        code: input.code?.source,
        stores: release.version === undefined && release.upload?.store,
        provisions: warmth.of !== 'none',
    };
}
/** Alphabetical, as in the sort that finds the function with the stored state. */
function byName({ ref: a }, { ref: b }) {
    return a.functionName < b.functionName ? -1 : 1;
}
/** Environments are stored before they are requested, so that any run that ends the rollout deallocates them. */
function withAllocated(record, warmed, kept) {
    const target = {
        ...(0,alias_record/* aliasesOf */.QI)(record),
        ...(Object.keys(warmed).length > 0 && { warmed }),
        ...(kept.length > 0 && { kept }),
    };
    return { ...record, target };
}
/** Creates every alias, or none. */
async function createAll({ aliases, removing }, facts, changes) {
    const versions = new Map(changes.map(({ name, to }) => [name, to]));
    const made = [];
    try {
        await (0,concurrency/* forAll */.Lw)(facts, async (fact) => {
            const version = (0,assert/* must */.s)(versions.get(fact.ref.functionName), 'each function has its version');
            const state = await aliases.create(fact.ref, version);
            // Another version means that the alias was created outside this run in between, so it is not removed.
            if (state.version !== version) {
                throw new errors/* MovedError */.WJ(`${labelOf(fact.ref)} should be created for version ${version}, but someone else created it: ${describeAlias(state)}`);
            }
            made.push(fact);
        });
    }
    catch (error) {
        const left = await removeAll(removing, made);
        const { message } = (0,errors/* known */.eO)(error);
        const why = left === undefined
            ? `no alias was created: ${message}`
            : `${message}; some aliases were already created: ${left}`;
        throw new errors/* KnownError */.E(why, { cause: error });
    }
    const labels = (0,listed/* listed */.KE)(facts.map(({ ref }) => labelOf(ref)));
    return `${labels} ${facts.length === 1 ? 'was' : 'were'} created and ${facts.length === 1 ? 'gives' : 'give'} all traffic to the new version`;
}
/** Removes what was made. @returns why some of it is still there; `undefined`: none is */
async function removeAll(aliases, made) {
    try {
        await (0,concurrency/* forEvery */.db)(made, ({ ref }) => aliases.remove(ref));
        return undefined;
    }
    catch (error) {
        return (0,errors/* known */.eO)(error).message;
    }
}

// EXTERNAL MODULE: ./build/targets/lambda/version-text.js
var version_text = __webpack_require__(56805);
;// CONCATENATED MODULE: ./build/targets/alias/alias-undo.js
// Rolls back promoted aliases to the versions that served before, as named by the descriptions of the published
// versions.




/** Throws a `KnownError` that names what is gone, or what must be specified. */
async function findAliasUndo({ aliasSet, functions, rollbackAliasSet }, refs, to) {
    const found = await (0,concurrency/* mapAll */.gJ)(refs, async (ref) => memberOf(aliasSet, functions, ref, to, refs.length));
    const members = found.filter((member) => member !== undefined);
    const moved = members.filter(({ change }) => change.from !== change.to);
    return {
        functions: members.map(({ change: { name, from, to } }) => ({ name, from: to, to: from })),
        words: members.map(({ ref, change }) => `${labelOf(ref)} on version ${change.to}`).join(', '),
        done: moved.length === 0,
        go: () => moveAll(rollbackAliasSet, moved),
    };
}
/** Moves all of them, or none. */
async function moveAll(aliasSet, members) {
    try {
        await (0,concurrency/* forAll */.Lw)(members, (member) => aliasSet.bring(member, MOVED));
    }
    catch (error) {
        await (0,concurrency/* forEvery */.db)(members, (member) => aliasSet.bring(member, STABLE));
        throw new errors/* KnownError */.E(`nothing was rolled back: ${(0,errors/* known */.eO)(error).message}`, { cause: error });
    }
}
/** `undefined`: this function has no description that names its previous version. */
async function memberOf(aliasSet, functions, ref, to, count) {
    const name = ref.functionName;
    const state = await aliasSet.read(ref);
    if (!state)
        throw new errors/* KnownError */.E(`there is no alias ${labelOf(ref)}`);
    const from = state.version;
    const wanted = await versionFor(functions, name, from, to, count);
    if (wanted === undefined)
        return undefined;
    if (!(await functions.read(name, wanted))) {
        throw new errors/* KnownError */.E(`version ${wanted} of "${name}" no longer exists, so it cannot be restored`);
    }
    return { ref, change: { name, from, to: wanted }, kept: false };
}
async function versionFor(functions, name, from, to, count) {
    switch (to.kind) {
        case 'deployment':
            throw new errors/* KnownError */.E('rollback-to: aliases have no deployments; expected versions');
        case 'versions': {
            const { '': lone } = to.versions;
            if (lone === undefined)
                return to.versions[name];
            if (count === 1)
                return lone;
            throw new errors/* KnownError */.E(`rollback-to: "${lone}" does not name its function; expected for example ${name}=${lone}`);
        }
        case 'previous': {
            const served = await functions.read(name, from);
            const before = (0,version_text/* parseVersion */.o)(served?.description ?? '');
            if (before !== undefined)
                return before;
            throw new errors/* KnownError */.E(`version ${from} of "${name}" does not say what was served before it; name a version instead of previous, such as ${name}=7`);
        }
    }
}

// EXTERNAL MODULE: ./build/base/suggest.js
var suggest = __webpack_require__(24526);
;// CONCATENATED MODULE: ./build/targets/alias/first-release.js
// Aliases that do not exist. One is created only on request: with a misspelt name, the release would succeed and
// serve nobody.





/** A first release has no monitoring, so it must not be part of a release that has. */
async function checkFirst(aliases, facts, firstRelease, findings) {
    const absent = facts.filter(({ from }) => from === '');
    if (absent.length === 0)
        return;
    const missing = await (0,concurrency/* mapAll */.gJ)(absent, (fact) => describeMissing(aliases, fact));
    const labels = (0,listed/* listed */.KE)(missing.map(({ label }) => label));
    const words = missing
        .slice(0, SHOWN_NAMES)
        .map((each) => each.words)
        .join('');
    if (absent.length < facts.length) {
        findings.problems.push(`alias: there is no ${labels} yet, but the others exist.${words} A first release cannot be compared, so release ${absent.length === 1 ? 'it' : 'them'} alone first, with first-release: allow`);
    }
    else if (firstRelease === 'refuse') {
        findings.problems.push(`alias: there is no ${labels}.${words} If this is the first release, set first-release: allow, which creates ${absent.length === 1 ? 'the alias' : 'these aliases'} and gives the new version all traffic immediately`);
    }
    else {
        findings.notes.push(`alias: there is no ${labels} yet, so this is the first release: with nothing to compare it with, all traffic goes to it immediately.${words}`);
    }
}
async function describeMissing(aliases, { ref }) {
    const { functionName, alias } = ref;
    // The names are for a suggestion only, so the release does not require the permission.
    const names = await aliases.names(functionName).catch((0,errors/* orElse */.NW)([]));
    return { label: labelOf(ref), words: (0,suggest/* didYouMean */.a)(alias, names) || listNames(functionName, names) };
}
const SHOWN_NAMES = 10;
function listNames(functionName, names) {
    if (names.length === 0)
        return '';
    const shown = names.slice(0, SHOWN_NAMES).map((name) => `"${name}"`);
    const more = names.length > shown.length ? ` and ${names.length - shown.length} more` : '';
    return ` "${functionName}" has the ${names.length === 1 ? 'alias' : 'aliases'} ${shown.join(', ')}${more}.`;
}

// EXTERNAL MODULE: ./build/targets/lambda/function-shape.js
var function_shape = __webpack_require__(14109);
// EXTERNAL MODULE: ./build/base/quote.js
var quote = __webpack_require__(73636);
;// CONCATENATED MODULE: ./build/targets/alias/function-tags.js
// The state of a rollout in one function's tags: all of it, a part, or a reference to the function that stores
// it.






/** The tag of a function whose rollout is stored on another function. */
const WITH = `${rollout_record/* TAG_PREFIX */.C_}with`;
/** The tag with the name of the function that stores the next part of a long record. */
const MORE = `${rollout_record/* TAG_PREFIX */.C_}more`;
/** Enough for the longest record of a thousand functions. The limit prevents endless loops through edited tags. */
const MOST_PARTS = 100;
/** @param arns of known functions, by name; others are added */
function bindTags(aliases, functions, arns) {
    const find = async (name) => {
        const known = arns.get(name) ?? (await functions.read(name, undefined))?.arn;
        if (known !== undefined)
            arns.set(name, known);
        return known;
    };
    const mustFind = async (name) => {
        const arn = await find(name);
        if (arn === undefined)
            throw new errors/* KnownError */.E(`there is no function "${name}"`);
        return arn;
    };
    return {
        arnOf: find,
        tagsOf: async (name) => {
            const arn = await find(name);
            return arn === undefined ? {} : aliases.readTags(arn);
        },
        mark: async (name, tags) => aliases.tag(await mustFind(name), tags),
        unmark: async (name, keys) => aliases.untag(await mustFind(name), keys),
    };
}
async function function_tags_readFunction(tagged, name) {
    return readTags(tagged, name, await tagged.tagsOf(name));
}
/** What the tags of a function store: a record, including its further parts, or a reference to another function. */
async function readTags(tagged, name, tags) {
    const { [WITH]: elsewhere, [MORE]: more } = tags;
    for (const [key, named] of Object.entries({ [WITH]: elsewhere, [MORE]: more })) {
        if (named === undefined || (0,function_shape/* isFunctionName */.m)(named))
            continue;
        return { kind: 'unreadable', why: `the tag ${key} is ${(0,quote/* quote */.h)(named)}` };
    }
    if (elsewhere !== undefined) {
        return (await partIn(tagged, name, tags)) ?? { kind: 'none', last: undefined };
    }
    const parts = [tags];
    for (let next = more; (0,function_shape/* isFunctionName */.m)(next) && parts.length < MOST_PARTS;) {
        const part = await tagged.tagsOf(next);
        parts.push(recordTagsOf(part));
        next = part[MORE];
    }
    return (0,rollout_record/* readStoredState */.ZX)(Object.assign({}, ...parts.reverse()), alias_record/* aliasCodec */.bY);
}
/** `undefined`: a mark that is all that remains of a rollout has no owner. */
async function partIn(tagged, functionName, tags) {
    const rememberedBy = (0,assert/* must */.s)(tags[WITH], `the tag ${WITH} is there`);
    const part = { kind: 'takes-part', functionName, rememberedBy };
    try {
        const theirs = await tagged.tagsOf(rememberedBy);
        const stored = theirs[WITH] === undefined && (await readTags(tagged, rememberedBy, theirs));
        if (!stored || stored.kind === 'none')
            return undefined;
        if (stored.kind !== 'rollout')
            return { ...part, id: (0,rollout_record/* ownerOf */.bf)(tags) };
        const { record } = stored.storedRollout;
        const { id, functions } = record;
        if (!functions.some(({ name }) => name === functionName))
            return undefined;
        const alias = (0,alias_record/* aliasesOf */.QI)(record).aliases[functionName];
        return { ...part, id, ...(alias !== undefined && { alias }) };
    }
    catch (error) {
        (0,errors/* known */.eO)(error);
        // It may be of another team, and closed to this run.
        return { ...part, id: (0,rollout_record/* ownerOf */.bf)(tags) };
    }
}
/** The tags without those that change with the phase. */
function recordTagsOf(tags) {
    return Object.fromEntries(Object.entries(tags).filter(([key]) => (0,rollout_record/* isRecordTag */._K)(key)));
}

;// CONCATENATED MODULE: ./build/targets/alias/forget-commands.js
// The commands that remove the stored state of a rollout of aliases by hand.





/**
 * One command for each function with tags of the rollout. The function that stores the record comes last: until its
 * tags are gone, the others can be found.
 *
 * @param names of the functions in the inputs
 */
async function forgetCommands(tagged, region, names) {
    const [leader = '', ...others] = [...names].sort();
    const stored = await function_tags_readFunction(tagged, leader);
    const open = stored.kind === 'rollout' ? stored.storedRollout.record.functions : [];
    const all = new Set([...others, ...open.map(({ name }) => name)]);
    all.delete(leader);
    const commands = await (0,concurrency/* mapAll */.gJ)([...all, leader], async (name) => {
        const [tags, arn] = [await tagged.tagsOf(name), await tagged.arnOf(name)];
        const keys = (0,rollout_record/* ourTagKeys */.Vn)(tags);
        const { [WITH]: elsewhere = leader } = tags;
        const isOfAnother = elsewhere !== leader && (0,function_shape/* isFunctionName */.m)(elsewhere);
        if (arn === undefined || keys.length === 0 || isOfAnother)
            return [];
        return [(0,command_line/* awsCommand */.bg)('lambda untag-resource', { region, resource: arn, 'tag-keys': keys })];
    });
    return commands.flat();
}

;// CONCATENATED MODULE: ./build/targets/alias/observed-duration.js
// How long the invocations of an alias really take: a timeout of fifteen minutes says little about a function that
// answers in a second, and evidence for a new version waits that long.





const observed_duration_HOUR = 3600;
const observed_duration_DAY = 24 * observed_duration_HOUR;
/** Shorter timeouts do not delay the reading of a minute (`analysis/closed.ts`). */
const SHORT_SECONDS = 30;
/** With fewer invocations in the day, the longest of them says too little. */
const LEAST_INVOCATIONS = 100;
/** A new version may take this many times as long as the longest invocation of the day. */
const SLACK = 2;
/**
 * How long an answer may take, in seconds: the timeout, or less where a day of invocations shows that none takes nearly
 * as long. Failures of the canary count at once in any case, and what arrives later still counts: this bounds only the wait
 * for evidence in favour of it.
 */
function answerSeconds(timeoutSeconds, observed) {
    if (!observed || observed.invocations < LEAST_INVOCATIONS)
        return timeoutSeconds;
    const expected = Math.max(SHORT_SECONDS, Math.ceil((SLACK * observed.longestMs) / 1000));
    return Math.min(timeoutSeconds, expected);
}
/** The longest that an answer of any of the aliases may take, in seconds. Never throws for AWS. */
async function findLongestAnswer(client, aliases, { notes }) {
    const observed = await readDurations(client, aliases, (0,time/* now */.tB)()).catch((error) => {
        notes.push(`alias: how long invocations take could not be read (${(0,errors/* known */.eO)(error).message}), so evidence for the new version waits for the whole timeout`);
        return [];
    });
    return Math.max(...aliases.map(({ timeoutSeconds }, i) => answerSeconds(timeoutSeconds, observed[i])));
}
/**
 * Of each alias with a long timeout; `undefined` for the others.
 *
 * @param at seconds since the epoch
 */
async function readDurations(client, aliases, at) {
    const long = aliases.filter(({ timeoutSeconds }) => timeoutSeconds > SHORT_SECONDS);
    if (long.length === 0)
        return aliases.map(() => undefined);
    const to = (0,traffic/* startOfMinute */.ci)(at);
    const series = long.flatMap(({ ref }) => [hourly(ref, 'SampleCount'), hourly(ref, 'Maximum')]);
    const values = await (0,metric_data/* readMinutes */.w)(client, series, to - observed_duration_DAY, to);
    return aliases.map((one) => {
        const place = long.indexOf(one);
        return place < 0 ? undefined : durationsIn(values[2 * place], values[2 * place + 1]);
    });
}
function durationsIn(counts = new Map(), longest = new Map()) {
    return {
        invocations: [...counts.values()].reduce((sum, count) => sum + count, 0),
        longestMs: Math.max(0, ...longest.values()),
    };
}
function hourly(ref, statistic) {
    return {
        namespace: 'AWS/Lambda',
        metric: 'Duration',
        dimensions: { FunctionName: ref.functionName, Resource: labelOf(ref) },
        statistic,
        period: observed_duration_HOUR,
    };
}

// EXTERNAL MODULE: ./build/rollout/release.js
var release = __webpack_require__(82787);
// EXTERNAL MODULE: ./build/rollout/requested-target.js
var requested_target = __webpack_require__(56502);
;// CONCATENATED MODULE: ./build/targets/alias/asked-aliases.js
// Compares the stored state of functions with the aliases in the inputs. A function's tags store one rollout,
// whichever of its aliases it moves.

/**
 * The stored state if it is of the aliases in the inputs; otherwise a description of what is stored.
 *
 * @param asked alias by function name
 */
function ofRequestedAliases(stored, asked) {
    if (stored.kind === 'takes-part') {
        const { functionName, alias, id } = stored;
        if (alias === undefined || !id || alias === asked[functionName])
            return stored;
        return { kind: 'another', of: `${functionName}:${alias}`, id };
    }
    if (stored.kind !== 'rollout')
        return stored;
    const { record } = stored.storedRollout;
    const fits = Object.entries((0,alias_record/* aliasesOf */.QI)(record).aliases).every(([name, alias]) => !Object.hasOwn(asked, name) || asked[name] === alias);
    return fits ? stored : { kind: 'another', of: (0,alias_record/* movedBy */.bb)(record), id: record.id };
}

// EXTERNAL MODULE: ./build/rollout/tag-room.js
var tag_room = __webpack_require__(83296);
;// CONCATENATED MODULE: ./build/targets/alias/tag-shares.js
// How the tags of a rollout are spread over its functions, and whether each of them has room for its share.







function share(tags, id, leader, others) {
    const [own = {}, ...further] = spread(tags, others);
    const mine = { ...(0,rollout_record/* ownerTag */.qE)(id), [WITH]: leader };
    const all = others.map((name, i) => ({ name, tags: { ...mine, ...further[i] } }));
    return { leader, own, parts: all.slice(0, further.length), marks: all.slice(further.length) };
}
/** Splits the tags over the functions: what exceeds one function's limit goes to the next. */
function spread(tags, others) {
    const record = Object.entries(recordTagsOf(tags));
    const rest = Object.entries(tags).filter(([key]) => !(0,rollout_record/* isRecordTag */._K)(key));
    const count = Math.max(1, Math.ceil(record.length / rollout_record/* MAX_CHUNKS */.sJ));
    return Array.from({ length: count }, (_, i) => {
        const part = record.slice(i * rollout_record/* MAX_CHUNKS */.sJ, (i + 1) * rollout_record/* MAX_CHUNKS */.sJ);
        const next = i + 1 < count ? [[MORE, (0,assert/* must */.s)(others[i], 'there is a function for each part')]] : [];
        return Object.fromEntries([...(i === 0 ? rest : []), ...part, ...next]);
    });
}
/** @param signs whether the outcome is stored at the end */
async function checkRoom({ tagsOf }, { leader, own, parts, marks }, signs, { problems, notes }) {
    await (0,concurrency/* forAll */.Lw)([{ name: leader, tags: own }, ...parts, ...marks], async ({ name, tags }) => {
        const found = await tagsOf(name);
        const need = needOf(tags, name === leader, signs);
        const none = (0,tag_room/* whyNoRoom */.vN)(`the function "${name}"`, found, need);
        const little = (0,tag_room/* whyLittleRoom */.wi)(`the function "${name}"`, found, need);
        if (none !== undefined)
            problems.push(none);
        if (little !== undefined)
            notes.push(little);
    });
}
/** Immediately before the first write. Throws a `KnownError`. */
async function assertRoom(tagged, shared) {
    const { problems, notes } = (0,base_problems/* noProblems */.I)();
    await checkRoom(tagged, shared, false, { problems, notes });
    if (problems.length > 0)
        throw new errors/* KnownError */.E(problems.join('\n'));
}
/** Only the first function gets tags later. */
function needOf(tags, leads, signs) {
    const written = Object.keys(tags).length;
    if (!leads)
        return { certain: written, possible: 0 };
    // The times of the shifts, the outcome, a pause.
    return { certain: written + (signs ? 2 : 1), possible: signs ? 1 : 2 };
}

;// CONCATENATED MODULE: ./build/targets/alias/tag-store.js
// The stored state of a rollout of aliases. Aliases have no tags, so it is kept in the tags of the first function,
// and the tags of the others refer to that function.










/**
 * @param released the alias to move of each function to release, by name; the first in the alphabet stores the
 * state
 * @param arns see `bindTags`
 */
function createTagStore(aliases, functions, released, arns = new Map()) {
    const names = Object.keys(released).sort();
    const [leader = '', ...others] = names;
    const tagged = bindTags(aliases, functions, arns);
    const { mark, tagsOf } = tagged;
    const { readOf, signed } = bindRequested(tagged, released);
    const read = () => readOf(leader);
    const clear = async (name, last) => {
        if (last)
            await mark(name, (0,rollout_record/* lastOutcomeTag */.xS)(await signed(name, last)));
        const tags = await tagsOf(name);
        // If two rollouts share a function, the other one may have marked it after this one.
        if ((tags[WITH] ?? leader) !== leader)
            return;
        await tagged.unmark(name, (0,rollout_record/* tagKeysToClear */.x9)(tags, last));
    };
    const write = async ({ own, parts, marks }) => {
        // The record is written before the references to it, so that no reference is ever without a record.
        for (const { name, tags } of parts)
            await mark(name, tags);
        await mark(leader, own);
        await (0,concurrency/* forAll */.Lw)(marks, ({ name, tags }) => mark(name, tags));
    };
    /** If two runs mark a function within seconds, the last one owns it, if it also owns its first function. */
    const keepMark = async ({ name, tags }) => {
        const found = await tagsOf(name);
        if (found[WITH] === leader)
            return;
        (0,ownership/* assertFree */.FM)(await readTags(tagged, name, found), alias_record/* movedBy */.bb);
        await mark(name, tags);
        const theirs = (0,rollout_record/* ourTagKeys */.Vn)(found).filter((key) => !Object.hasOwn(tags, key));
        await tagged.unmark(name, theirs);
    };
    /** Removes what this run marked, but nothing of an open rollout. */
    const withdraw = async (id) => {
        const stored = await read();
        if (stored.kind === 'takes-part')
            return (0,concurrency/* forEvery */.db)(others, (name) => unmarkOwn(tagged, name, id));
        const open = stored.kind === 'rollout' ? stored.storedRollout.record : undefined;
        if (open && (0,release/* sameRollout */.c5)(open.id, id))
            return;
        const needed = new Set(open?.functions.map(({ name }) => name));
        const left = names.filter((name) => !needed.has(name));
        await (0,concurrency/* forEvery */.db)(left, (name) => unmarkOwn(tagged, name, id));
    };
    return {
        mode: aliases.mode,
        read,
        readOf,
        readArn: () => tagged.arnOf(leader),
        write: (tags) => mark(leader, tags),
        checkRoom: (tags, id, ...how) => checkRoom(tagged, share(tags, id, leader, others), ...how),
        begin: async (tags, id, pause) => {
            const shared = share(tags, id, leader, others);
            await assertRoom(tagged, shared);
            await (0,concurrency/* forAll */.Lw)(names, (name) => makeFree(tagged, name));
            try {
                await write(shared);
                await pause(ownership/* SETTLE_SECONDS */.Ej);
                await keepRecord(tagged, leader, shared.own, id);
                await (0,concurrency/* forAll */.Lw)([...shared.parts, ...shared.marks], keepMark);
                (0,ownership/* assertOwned */.SG)(await read(), id);
            }
            catch (error) {
                // Leftover marks of no rollout do no harm, so a failure here must not hide who owns it.
                if (error instanceof errors/* MovedError */.WJ)
                    await withdraw(id).catch((0,errors/* orElse */.NW)(undefined));
                throw error;
            }
        },
        pause: async (pause) => pause ? mark(leader, (0,rollout_record/* pauseTag */.ry)(pause)) : tagged.unmark(leader, [rollout_record/* PAUSED */.NN]),
        // The record is removed last: until then, the next run can find the other functions.
        clear: async (last) => {
            const stored = await read();
            if (stored.kind === 'another')
                return;
            const open = stored.kind === 'rollout' ? stored.storedRollout.record.functions : [];
            const all = new Set([...others, ...open.map(({ name }) => name)]);
            all.delete(leader);
            await (0,concurrency/* forEvery */.db)([...all], (name) => clear(name, undefined));
            await clear(leader, last);
        },
    };
}
/** The functions' stored state, compared with the inputs. */
function bindRequested(tagged, aliases) {
    const requestedAliasesOf = async (name) => {
        const on = (await tagged.arnOf(name)) ?? '';
        return { on, parts: Object.entries(aliases).map((entry) => entry.join(':')) };
    };
    return {
        readOf: async (name) => {
            const stored = await function_tags_readFunction(tagged, name);
            return ofRequestedAliases((0,requested_target/* ofRequestedTarget */.r)(stored, await requestedAliasesOf(name)), aliases);
        },
        signed: async (name, last) => ({
            ...last,
            of: (0,requested_target/* fingerprint */.R)(await requestedAliasesOf(name)),
        }),
    };
}
/**
 * If two runs wrote their records in the same second, the last one is the owner, and removes the rest of the other
 * record if that was longer. Throws a `MovedError` in the first one.
 */
async function keepRecord({ tagsOf, unmark }, leader, own, id) {
    const found = await tagsOf(leader);
    const owner = (0,rollout_record/* ownerOf */.bf)(found);
    if (owner && !(0,release/* sameRollout */.c5)(owner, id))
        throw (0,ownership/* takenOver */.GH)(owner, id);
    // It takes part in another rollout, and may store a part of that rollout's record.
    if (found[WITH] !== undefined)
        return;
    const parts = Object.keys(found).filter((key) => (0,rollout_record/* isRecordTag */._K)(key) || key === MORE);
    const theirs = parts.filter((key) => !Object.hasOwn(own, key));
    if (theirs.length > 0)
        await unmark(leader, theirs);
}
/** Remains of a rollout without an owner must not be read as part of this one. */
async function makeFree(tagged, name) {
    const tags = await tagged.tagsOf(name);
    (0,ownership/* assertFree */.FM)(await readTags(tagged, name, tags), alias_record/* movedBy */.bb);
    await tagged.unmark(name, (0,rollout_record/* ourTagKeys */.Vn)(tags));
}
async function unmarkOwn({ tagsOf, unmark }, name, id) {
    const tags = await tagsOf(name);
    const owner = (0,rollout_record/* ownerOf */.bf)(tags);
    if (owner && (0,release/* sameRollout */.c5)(owner, id))
        await unmark(name, (0,rollout_record/* ourTagKeys */.Vn)(tags));
}

;// CONCATENATED MODULE: ./build/targets/alias/alias-target.js
// Weighted aliases of one or more functions, with one plan and one verdict. All are promoted or none.




































function connectAliases(connection) {
    const { clients, released, onSplit, firstRelease, unusedAlias, seesMore, say, linkTo } = connection;
    const { place, cloudWatch } = clients.normal;
    const refs = released.map(refOf);
    const asked = Object.fromEntries(refs.map((ref) => [ref.functionName, ref.alias]));
    const trust = (0,targets_trust/* createTrust */.Zg)((record) => beyondAliases(record, asked));
    /** Includes those of an open rollout that has more functions than the inputs. */
    const known = new Map(Object.entries(asked));
    const memory = { aliases: newAliasCache(), arns: new Map() };
    const given = { asked, memory, say, trust, released, known };
    const bound = bindCalls(clients.normal, given);
    const rollback = bindCalls(clients.rollback, given);
    const { aliases, functions, versions, aliasSet, stored } = bound;
    const codes = (0,new_code/* createNewCodes */.HN)(clients.normal, functions, released);
    return {
        words: inWords(refs.map(labelOf)),
        rollback: rollbackOf(rollback),
        countSource: createAliasCounts(cloudWatch, refs, known),
        logs: logsOf(functions, clients.normal),
        ...observing(bound, place.region),
        ...(0,version_reads/* versionReads */.I)(functions, place, codes),
        inspect: async (findings) => {
            const looked = { ...bound, ...place, codes, onSplit, names: Object.keys(asked), linkTo };
            const each = released.map((input) => ({ input, claim: (0,base_problems/* noProblems */.I)() }));
            const found = await (0,concurrency/* mapAll */.gJ)(each, ({ input, claim }) => inspectAlias(looked, input, claim));
            findings.problems.push(...each.flatMap(({ claim }) => claim.problems));
            findings.notes.push(...each.flatMap(({ claim }) => claim.notes));
            const facts = found.filter((fact) => fact !== undefined);
            await checkFirst(aliases, facts, firstRelease, findings);
            const calls = { ...bound, cloudWatch, qualifiers: (0,qualifiers/* bindQualifiers */.b)(clients.normal) };
            const looksAt = facts.filter(({ from }) => from !== '' || firstRelease === 'allow');
            await inspectCallers(calls, looksAt, { unusedAlias, seesMore }, findings);
            await (0,unqualified_callers/* inspectUnqualified */.I)(calls, facts.flatMap(uploadedOf), findings);
            await inspectPermissions(clients.normal, facts, findings);
            if (facts.length < released.length)
                return undefined;
            const longest = await findLongestAnswer(cloudWatch, facts, findings);
            return setUpAliases({ ...bound, place, removing: rollback.aliases }, facts, longest);
        },
        policyAtMost: (order) => aliasPolicyAtMost(firstRelease, released, place, order),
        // A record of other aliases is not accepted at all (alias-claim.ts).
        differences: async () => [],
        ...storedStateCalls(stored),
        ...moves(bound, trust),
        readUnknownSplit: () => unknownSplit(aliasSet, refs),
        findUndo: (to) => findAliasUndo({ aliasSet, functions, rollbackAliasSet: rollback.aliasSet }, refs, to),
        sweep: ({ functions: changes, keep }) => {
            const { readTags } = aliases;
            return (0,version_sweep/* sweepVersions */.e)({ versions, functions, readTags }, changes, keep, NOTHING_KNOWN);
        },
        forgetCommands: () => forgetCommands(bindTags(aliases, functions, memory.arns), place.region, Object.keys(asked)),
        showCommands: () => refs.map((ref) => showCommand(place.region, ref)),
        // Each alias is repaired on its own, even if not all of them could be read.
        repairCommands: (record) => membersOf(record)
            .filter((member) => aliasSet.isLeft(member))
            .map(({ ref, change }) => (0,command_line/* aliasCommand */.Ql)(place.region, ref, change.from)),
        closesSplit: () => true,
        urls: () => ({ stageUrl: undefined, shadowUrl: undefined }),
    };
}
async function unknownSplit(aliasSet, refs) {
    const states = await (0,concurrency/* mapAll */.gJ)(refs, async (ref) => ({ ref, state: await aliasSet.read(ref) }));
    const split = states.find(({ state }) => Object.keys(state?.weights ?? {}).length > 0);
    return (split?.state &&
        `${labelOf(split.ref)} is split between ${describeAlias(split.state)} by another tool or an interrupted release`);
}
function logsOf(functions, clients) {
    return (0,log_source/* lazyLogTarget */.e)(async () => {
        const { aliasLogs } = await Promise.all(/* import() */[__webpack_require__.e(6362), __webpack_require__.e(2838), __webpack_require__.e(1804)]).then(__webpack_require__.bind(__webpack_require__, 71804));
        const { bindLogEvents } = await __webpack_require__.e(/* import() */ 7454).then(__webpack_require__.bind(__webpack_require__, 37454));
        return aliasLogs({ functions, place: clients.place, logs: bindLogEvents(clients) });
    });
}
function inWords(labels) {
    return labels.length === 1 ? `the alias ${labels[0]}` : `${labels.length} aliases`;
}
function bindCalls(clients, shared) {
    const { asked, memory, say } = shared;
    const aliases = (0,aws_aliases/* bindAliases */.mR)(clients);
    const functions = (0,aws_functions/* bindFunctions */.f)(clients);
    const provisioned = (0,aws_provisioned/* bindProvisioned */.w)(clients);
    const free = (member) => makeWay(provisioned, member, say);
    return {
        ...shared,
        aliases,
        functions,
        provisioned,
        versions: (0,versions/* bindVersions */.J)(clients),
        aliasSet: createAliasSet(aliases, free, memory.aliases),
        stored: createTagStore(aliases, functions, asked, memory.arns),
    };
}
function storedStateCalls(stored) {
    return {
        claim: async (id) => {
            (0,ownership/* assertOpen */.jI)(await stored.read());
            await stored.write((0,rollout_record/* ownerTag */.qE)(id));
        },
        savePhase: async (rollout, phase) => {
            (0,ownership/* assertOwned */.SG)(await stored.read(), rollout.record.id);
            await stored.write((0,rollout_record/* phaseTags */.$f)(rollout, phase));
        },
        pause: async (pause) => {
            (0,ownership/* assertOpen */.jI)(await stored.read());
            await stored.pause(pause);
        },
    };
}
function uploadedOf({ input: { name, code }, arn, ref }) {
    return code ? [{ name, arn, aliases: [ref.alias] }] : [];
}
/** Everything that uses a version of a function is found through the function itself. */
const NOTHING_KNOWN = {
    of: () => [],
    hidden: () => undefined,
    knows: () => false,
};
function showCommand(region, { functionName, alias }) {
    return (0,command_line/* awsCommand */.bg)('lambda get-alias', { region, 'function-name': functionName, name: alias });
}
async function inspectPermissions(clients, facts, findings) {
    const { place, open } = clients;
    const lambda = open(lambda_client/* LAMBDA */.G);
    const probes = facts.flatMap(({ input: { name, version, code }, arn, from, warmth }) => [
        ...(code ? [(0,lambda_probes/* uploadProbe */.G$)(lambda, place, name)] : []),
        from === '' ? (0,lambda_probes/* createAliasProbe */.jm)(lambda, place, name) : (0,lambda_probes/* aliasProbe */.b0)(lambda, place, name),
        ...(version === undefined ? [(0,lambda_probes/* publishProbe */.yv)(lambda, place, name)] : []),
        ...(from === '' ? [] : (0,lambda_probes/* functionTagProbes */.w7)(lambda, arn)),
        ...(warmth.of !== 'none' ? (0,lambda_probes/* provisionProbes */.xh)(lambda, place, name) : []),
    ]);
    await (0,aws_probes/* inspectProbes */.g)(clients, probes, findings);
}


/***/ })

};
