export const id = 9505;
export const ids = [9505,8733];
export const modules = {

/***/ 43603:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ LAMBDA)
/* harmony export */ });
/* unused harmony export paceCalls */
/* harmony import */ var _aws_sdk_client_lambda__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(71696);
// The client of Lambda. Lambda allows 15 control-plane calls a second per account (Lambda developer guide, "Lambda
// quotas"). A release of many functions makes hundreds of calls, so they are spaced out.

const LAMBDA = {
    create: (settings) => paceCalls(new _aws_sdk_client_lambda__WEBPACK_IMPORTED_MODULE_0__/* .LambdaClient */ .Nox(settings)),
};
/** One less than AWS allows, because the account may run other work. */
const CALLS_PER_SECOND = 14;
/** Spaces out the client's calls so that they stay within the rate limit. */
function paceCalls(client) {
    const pace = createPace(1000 / CALLS_PER_SECOND);
    client.middlewareStack.add((next) => async (args) => {
        await pace();
        return next(args);
    }, { step: 'finalizeRequest', name: 'canaryActionPace', priority: 'low' });
    return client;
}
/** @returns a wait that ends at once for the first caller, and `spacingMs` later for each further one */
function createPace(spacingMs) {
    let free = 0;
    return () => {
        const now = Date.now();
        const at = Math.max(now, free);
        free = at + spacingMs;
        if (at <= now)
            return Promise.resolve();
        return new Promise((resolve) => {
            setTimeout(resolve, at - now);
        });
    };
}


/***/ }),

/***/ 78733:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ quotaOf),
/* harmony export */   callsPerSecond: () => (/* binding */ callsPerSecond)
/* harmony export */ });
// How often logs may be read.
/** Regions in which AWS allows fewer calls. */
const SMALL_QUOTA = [
    ...['ap-northeast-3', 'ap-southeast-3', 'ca-west-1', 'eu-central-1', 'il-central-1'],
];
/**
 * FilterLogEvents a second, for an account and Region (CloudWatch Logs user guide, "CloudWatch Logs quotas"). It cannot
 * be raised.
 */
function quotaOf(region) {
    if (region === 'us-east-1')
        return 25;
    return SMALL_QUOTA.includes(region) ? 5 : 10;
}
/** Calls a second that this job makes at most: others in the account read as well. */
function callsPerSecond(region) {
    return quotaOf(region) < 10 ? 1 : 2;
}


/***/ }),

/***/ 59505:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runCommand: () => (/* binding */ runCommand)
});

;// CONCATENATED MODULE: ./build/rollout/merged-code.js
// Whether a run has merged code. The list names the events that have it. Any other event of GitHub, now or in
// the future, may have unmerged code. Source: GitHub, "Events that trigger workflows", columns GITHUB_SHA and
// GITHUB_REF.
/** Events whose commit is on a branch or tag that someone with write access chose. */
const MERGED = [
    'push',
    'release',
    'schedule',
    'workflow_dispatch',
    'repository_dispatch',
];
/** A merge queue tests candidates on separate branches, and may still reject them. */
const QUEUE = 'gh-readonly-queue/';
function carriesMergedCode({ name, ref, mergedPull, before }) {
    switch (name) {
        case 'pull_request':
        case 'pull_request_target':
            return mergedPull;
        // GITHUB_REF is the default branch here, whatever the previous run was for.
        case 'workflow_run':
            return before !== undefined && isOfMerged(before);
        // A new branch may contain unmerged code; a new tag marks a release.
        case 'create':
            return ref.startsWith('refs/tags/');
        default:
            return MERGED.includes(name) && isOwnRef(ref);
    }
}
function isOwnRef(ref) {
    return /^refs\/(heads|tags)\//.test(ref) && !ref.startsWith(`refs/heads/${QUEUE}`);
}
function isOfMerged({ event, branch, own }) {
    return own && MERGED.includes(event) && !branch.startsWith(QUEUE);
}

// EXTERNAL MODULE: ./build/run/services.js + 11 modules
var run_services = __webpack_require__(96179);
// EXTERNAL MODULE: ./build/base/errors.js + 1 modules
var errors = __webpack_require__(76031);
// EXTERNAL MODULE: ./build/base/time.js
var time = __webpack_require__(22475);
// EXTERNAL MODULE: ./build/report/stored-state-text.js
var stored_state_text = __webpack_require__(37886);
// EXTERNAL MODULE: ./build/base/duration.js
var duration = __webpack_require__(15902);
// EXTERNAL MODULE: ./build/rollout/next-step.js
var next_step = __webpack_require__(96352);
;// CONCATENATED MODULE: ./build/rollout/open-for.js
// Describes the age and owner of an open rollout, such as one left behind by a schedule that no longer runs.


/** GitHub sometimes starts scheduled runs late, by minutes or more. */
const OVERDUE_SECONDS = 3600;
/** `started 75h ago (2026-11-18T09:00:00Z)`. @param now seconds since the epoch */
function describeStart({ record: { startedAt } }, now) {
    return `started ${(0,duration/* formatDuration */.a)(now - startedAt)} ago (${iso(startedAt)})`;
}
/**
 * One or two sentences about an open rollout.
 *
 * @param link to the last run that drove it
 * @param now seconds since the epoch
 */
function describeOpen(rollout, link, now) {
    const open = `It was ${describeStart(rollout, now)}, and ${link} ran it last.`;
    const due = (0,next_step/* nextStepAt */.j)(rollout);
    if (due === undefined || now - due < OVERDUE_SECONDS)
        return open;
    const what = rollout.phase.kind === 'baking' ? 'bake could have ended' : 'step could have ended';
    return `${open} Its ${what} ${(0,duration/* formatDuration */.a)(now - due)} ago: see what the last run reported, and whether the schedule of command: advance still runs.`;
}
function iso(seconds) {
    return new Date(seconds * 1000).toISOString().replace(/\.\d{3}Z$/, 'Z');
}

// EXTERNAL MODULE: ./build/rollout/hold-back.js
var hold_back = __webpack_require__(80225);
// EXTERNAL MODULE: ./build/rollout/plan.js
var rollout_plan = __webpack_require__(17927);
;// CONCATENATED MODULE: ./build/rollout/plan-difference.js
// Compares what a run requests with the plan of the open rollout.



/** One sentence for each difference between the request and the open rollout. */
function differences(asked, { plan, functions }) {
    return [...planDifferences(asked, plan), ...functionDifferences(asked, functions)];
}
/** The same for steps and times only. */
function planDifferences({ steps, advance, bakeSeconds, holdBack }, plan) {
    const found = [];
    const ramp = (0,rollout_plan/* rampOf */.Kq)(plan);
    if (steps && !sameSteps(steps, ramp)) {
        found.push(...compared('steps', stepsInWords(steps), stepsInWords(ramp)));
    }
    if (advance)
        found.push(...compared('advance', advance, plan.advance.kind));
    if (bakeSeconds !== undefined) {
        const [wanted, open] = [bakeSeconds, plan.bakeSeconds].map(duration/* formatDuration */.a);
        found.push(...compared('bake-time', wanted, open));
    }
    if (holdBack !== undefined) {
        const [wanted, open] = [holdBack, (0,hold_back/* heldBackShare */.q4)(plan)].map(rollout_plan/* formatWeight */.ck);
        found.push(...compared('hold-back', wanted, open));
    }
    return found;
}
function functionDifferences(asked, functions) {
    const found = asked.functions.flatMap(({ name, version }) => {
        const change = functions.find((f) => f.name === name);
        if (!change)
            return [`functions: "${name}" is requested, but is not part of the open rollout`];
        return version === undefined ? [] : compared(`version of "${name}"`, version, change.to);
    });
    if (asked.functions.length === 0)
        return found;
    const more = functions.filter(({ name }) => !asked.functions.some((f) => f.name === name));
    return [
        ...found,
        ...more.map(({ name }) => `functions: "${name}" is part of the open rollout, but is not requested`),
    ];
}
/**
 * Why a rollback for these functions is refused: the open rollout moves none of them. `undefined` if it does.
 */
function whyNoneRequested({ functions }, open) {
    const some = functions.some(({ name }) => open.functions.some((f) => f.name === name));
    if (some || functions.length === 0)
        return undefined;
    const [asked, moved] = [functions, open.functions].map((all) => all.map(({ name }) => `"${name}"`).join(', '));
    return `functions: ${asked} is requested, but ${moved || 'only the definition'} is open. Omit functions, or set on-other-plan: continue to roll back what is open`;
}
function compared(name, wanted, open) {
    return wanted === open ? [] : [`${name}: ${wanted} is requested, but ${open} is open`];
}
function sameSteps(a, b) {
    return (a.length === b.length &&
        a.every(({ weight, holdSeconds }, i) => {
            const other = b[i];
            return other && (0,rollout_plan/* sameWeight */.DC)(weight, other.weight) && holdSeconds === other.holdSeconds;
        }));
}
/** `5%/5m, 25%/10m`. */
function stepsInWords(steps) {
    if (steps.length === 0)
        return 'none';
    return steps.map((s) => `${(0,rollout_plan/* formatWeight */.ck)(s.weight)}/${(0,duration/* formatDuration */.a)(s.holdSeconds)}`).join(', ');
}

// EXTERNAL MODULE: ./build/rollout/release.js
var release = __webpack_require__(82787);
// EXTERNAL MODULE: ./build/rollout/traffic-state.js
var traffic_state = __webpack_require__(87083);
// EXTERNAL MODULE: ./build/base/log.js
var base_log = __webpack_require__(82130);
;// CONCATENATED MODULE: ./build/commands/take-over.js
// Takes over an open rollout, without a gap in what a cancellation means: from the moment that the rollout is known,
// it gets the answer of `on-cancel`, and does not wait for the call that it interrupted.




/**
 * For a run that drives the rollout on. Rejects if it cannot be taken over, unless the job is cancelled. What another
 * run has taken over meanwhile is left to that run in any case.
 */
function takeOverToDrive(services, found) {
    return take(services, found, (error) => {
        if (!services.host.cancelled.aborted || error instanceof errors/* MovedError */.WJ)
            throw error;
    });
}
/** For a run that rolls it back: the rollback does not wait for a tag. */
function takeOverToRollBack(services, found) {
    return take(services, found, () => undefined);
}
async function take(services, found, onFailure) {
    const { log, cancelled } = services.host;
    const logged = (error) => (0,base_log/* logBug */.N)(log, error);
    const taking = (0,run_services/* takeOver */.w9)(services, found);
    try {
        const taken = await Promise.race([taking, (0,time/* whenAborted */.eG)(cancelled)]);
        if (taken !== 'aborted')
            return { snapshot: taken };
        return { snapshot: found, late: taking.catch(logged) };
    }
    catch (error) {
        onFailure(error);
        logged(error);
        return { snapshot: found };
    }
}
/**
 * A read that shows what is open. A cancelled job must know it as well, so what the normal clients refuse is then
 * read with those that still send.
 */
async function readToAnswer({ host }, normal, rollback) {
    try {
        return await normal();
    }
    catch (error) {
        if (!host.cancelled.aborted)
            throw error;
        (0,errors/* known */.eO)(error);
        return rollback();
    }
}

;// CONCATENATED MODULE: ./build/commands/open-rollout.js
// The open rollout, for the commands that continue one that another run began.








/**
 * Looks for an open rollout. Changes nothing, and never throws.
 *
 * @param read reads the current state; omitted: one attempt, or two if the job is cancelled
 */
async function findOpen(services, read = () => observeOpen(services)) {
    const { target, host } = services;
    host.log.group('Current state');
    try {
        const { stored, trafficState } = await read();
        if (stored.kind === 'rollout' && trafficState) {
            return { kind: 'open', snapshot: { rollout: stored.storedRollout, trafficState } };
        }
        if (stored.kind !== 'none' && stored.kind !== 'rollout')
            return await other(services, stored);
        const otherRollout = await target.readOtherRollout?.();
        if (otherRollout)
            return await other(services, otherRollout);
        const unknownSplit = await target.readUnknownSplit();
        if (unknownSplit !== undefined)
            return problem(`${unknownSplit}; it was not changed`);
        return { kind: 'none', last: stored.kind === 'none' ? stored.last : undefined };
    }
    catch (error) {
        return problem((0,errors/* known */.eO)(error).message);
    }
}
/** What is open, also for a job that is cancelled meanwhile. */
function observeOpen(services) {
    const { target } = services;
    return readToAnswer(services, target.observe, target.rollback.observe);
}
function problem(text, otherRollout = false) {
    return { kind: 'problem', problem: text, otherRollout };
}
/** The commands that remove a stored state that no run can continue; empty if the state cannot be read. */
function commandsToForget({ target }) {
    return target.forgetCommands().catch((0,errors/* orElse */.NW)([]));
}
async function other(services, stored) {
    const { target, context } = services;
    const text = (0,stored_state_text/* whyNotOwned */.k)(target.words, stored, (0,release/* linkFrom */.NA)(context));
    const found = { ...problem(text, stored.kind === 'another'), stored: stored.kind };
    return neverEnds(stored) ? { ...found, commands: await commandsToForget(services) } : found;
}
/**
 * Runs something on the open rollout, if this action owns it, it was not changed outside it, and it is the one in
 * the inputs. Otherwise explains why not.
 *
 * @param otherwise used if none is open
 */
async function withOpen(services, work, otherwise) {
    const { reporter, target, context, host } = services;
    const found = await findOpen(services);
    if (found.kind === 'none')
        return otherwise(found.last);
    if (found.kind === 'problem')
        return declinedBy(services, found);
    const { snapshot } = found;
    if (snapshot.trafficState.kind === 'external') {
        const problem = `${target.words} is not in the state that the rollout left: ${snapshot.trafficState.what}${howToEnd(snapshot.trafficState)}`;
        return reporter.declined([problem], snapshot, undefined, await waysOut(services, snapshot));
    }
    host.log.line(describeOpenRollout(services, snapshot));
    const others = [
        ...differences(context.inputs.asked, snapshot.rollout.record),
        ...(await namedDifferences(services, snapshot)).map((it) => `the open rollout ${it}`),
    ];
    if (others.length > 0 && context.inputs.onOtherPlan === 'fail') {
        const hint = 'Omit these inputs, or set on-other-plan: continue to keep the plan of the open rollout';
        return reporter.declined([...others, hint], snapshot);
    }
    for (const other of others)
        host.log.warning(`Continuing the open rollout: ${other}`);
    try {
        return await work(snapshot);
    }
    catch (error) {
        return reporter.declined([(0,errors/* known */.eO)(error).message], snapshot);
    }
}
/** A cancelled job has no time to read them, and a rollback needs no matching plan. */
function namedDifferences(services, { rollout }) {
    const read = () => services.target.differences(rollout, 'named');
    return readToAnswer(services, read, async () => []);
}
/** The report of a command that found a problem. */
function declinedBy({ reporter }, { problem: text, commands }) {
    return reporter.declined([text], undefined, undefined, commands);
}
/** Only where nothing of the rollout is left, so that only its stored state is in the way. */
async function waysOut(services, { trafficState }) {
    const isGone = trafficState.kind === 'external' && !(0,traffic_state/* canRollBack */.j)(trafficState);
    return isGone ? commandsToForget(services) : [];
}
/** Whether no run can continue or end it, because it cannot be read or confirmed. */
function neverEnds({ kind }) {
    return kind === 'unreadable' || kind === 'unproven';
}
/** How to end a rollout that was changed outside this action. */
function howToEnd(trafficState) {
    return (0,traffic_state/* canRollBack */.j)(trafficState)
        ? '. To roll back the part that did not change, run the action with command: rollback, or set on-unfinished: rollback'
        : '. Nothing of the rollout is left there. To remove its stored state, run the action with command: rollback, or use the commands that are shown';
}
/** The age and the owner of the open rollout. */
function describeOpenRollout({ context }, { rollout }) {
    return describeOpen(rollout, (0,release/* linkFrom */.NA)(context)(rollout.record.id), (0,time/* now */.tB)());
}
/** The message if no rollout is open. */
function describeNoneOpen({ target, context }, last) {
    const none = `no rollout is open on ${target.words}`;
    if (!last)
        return none;
    const at = new Date(last.at * 1000).toISOString().replace('.000Z', 'Z');
    const how = last.ended === 'promoted' ? 'promoted' : 'rolled back';
    return `${none}: the last one was ${how} at ${at} by ${(0,release/* linkToRun */.Tx)(last.by, context.source.runUrl)}`;
}

// EXTERNAL MODULE: ./build/controller/context.js
var context = __webpack_require__(67918);
// EXTERNAL MODULE: ./build/analysis/finding.js
var finding = __webpack_require__(33034);
// EXTERNAL MODULE: ./build/base/assert.js
var assert = __webpack_require__(50648);
// EXTERNAL MODULE: ./build/report/evidence-text.js
var evidence_text = __webpack_require__(50664);
// EXTERNAL MODULE: ./build/report/format.js
var format = __webpack_require__(92772);
// EXTERNAL MODULE: ./build/report/incident-text.js
var incident_text = __webpack_require__(3241);
// EXTERNAL MODULE: ./build/report/ratio.js
var ratio = __webpack_require__(27348);
// EXTERNAL MODULE: ./build/report/standing.js
var report_standing = __webpack_require__(30739);
;// CONCATENATED MODULE: ./build/report/progress-line.js
// One line of the log for each check.






function renderProgressLine(line) {
    const columns = [
        (0,format/* clockTime */.qo)(line.at).slice(0, 8),
        line.where.padEnd('step 50/50'.length),
        `${(0,format/* bar */.M0)(line.weight)} ${(0,rollout_plan/* formatWeight */.ck)(line.weight).padStart(6)}`,
        `${(0,duration/* formatDuration */.a)(line.secondsLeft)} left`.padEnd(14),
        `canary ${arm(line.canary)}`,
        `stable ${arm(line.stable)}`,
        ratioOfErrors(line).padEnd(RATIO_WIDTH),
        alarmWords(line.alarms),
        verdictWords(line),
    ].filter((column) => column !== '');
    return columns.join('  ');
}
/** Right-aligned figures in columns, wide enough for a million requests per day. */
function arm(totals) {
    if (totals === null)
        return 'not read'.padEnd(ARM_WIDTH);
    if (totals.requests === 0)
        return 'no requests yet'.padEnd(ARM_WIDTH);
    const requests = (0,format/* count */.U9)(totals.requests).padStart(9);
    const failed = (0,format/* count */.U9)(totals.errors).padStart(6);
    return `${requests} req ${failed} failed ${(0,format/* errorRate */.zi)(totals).padStart(6)}`;
}
function ratioOfErrors({ compared }) {
    const errors = compared.find(({ source }) => source.kind === 'errors' && !source.scope);
    return errors ? (0,ratio/* formatRatio */.B)(errors) : '–';
}
const RATIO_WIDTH = '×0.012 (0.0012–0.12)'.length;
const ARM_WIDTH = '1,000,000 req 10,000 failed 0.012%'.length;
/** `alarms 2/2 ok`; empty if no alarm is monitored. */
function alarmWords(alarms) {
    if (alarms.length === 0)
        return '';
    const ok = alarms.filter((e) => e.verdict === 'healthy').length;
    return `alarms ${ok}/${alarms.length} ok`;
}
function verdictWords({ verdict, deciding, compared }) {
    if (verdict === 'healthy')
        return comparedWords(compared);
    const speakers = deciding.filter((e) => e.verdict === verdict);
    const first = speakers[0];
    if (!first)
        return `${verdict}: no checks in this phase`;
    const more = speakers.length > 1 ? ` (+${speakers.length - 1})` : '';
    return `${verdict}: ${(0,evidence_text/* describeEvidence */.RQ)(first)}${more}`.slice(0, 120);
}
/**
 * If nothing that decides objects: what the comparisons have shown, and whether it is enough. The one with the most
 * evidence against the canary counts, and the errors if none has any.
 */
function comparedWords(compared) {
    const most = (0,report_standing/* leading */.R4)(compared);
    if (!most)
        return 'nothing compared yet';
    const standing = (0,report_standing/* standingOf */.YP)(most);
    const words = report_standing/* STANDINGS */.CV[standing];
    switch (standing) {
        case 'worse':
            return `${(0,evidence_text/* sourceText */.rI)(most.source)}: ${words}, which does not decide`;
        case 'undecided': {
            const part = Math.round(100 * (0,report_standing/* evidenceShare */.VL)(most));
            return `${(0,evidence_text/* sourceText */.rI)(most.source)}: ${words} (evidence ${part}%)`;
        }
        default:
            return words;
    }
}

// EXTERNAL MODULE: ./build/report/step-label.js
var step_label = __webpack_require__(22866);
// EXTERNAL MODULE: ./build/rollout/bake.js
var bake = __webpack_require__(69925);
// EXTERNAL MODULE: ./build/rollout/cause.js
var rollout_cause = __webpack_require__(84313);
// EXTERNAL MODULE: ./build/rollout/reached.js
var rollout_reached = __webpack_require__(7884);
;// CONCATENATED MODULE: ./build/rollout/decide.js
// Decides what to do next: a pure function of the plan, the traffic state and the verdict. It is evaluated
// again at every check, so a run that takes over from a dead run decides as that run would have.






/** Returns exactly one decision for every input (a total function). */
function decide(s) {
    const decision = decideInTime(s);
    if (decision.kind !== 'wait' || s.scope.kind !== 'one-check')
        return decision;
    return leaveHeld(waitingFor(s, decision.until));
}
function decideInTime(s) {
    const { trafficState, phase } = s;
    if (trafficState.kind === 'external')
        return onExternal(trafficState, phase);
    if (s.cancelled)
        return onCancelled(s);
    if (s.trouble || s.verdict === 'failing' || s.hook === 'failed')
        return rollBack(s);
    switch (phase.kind) {
        case 'preparing':
            return onPreparing(s, trafficState);
        case 'step':
            return onStep(s, trafficState, phase);
        case 'baking':
            return onBaking(s, trafficState, phase.since);
    }
}
/** All or none: rolls back what this rollout still owns, and leaves alone what was changed outside it. */
function onExternal({ what, others }, phase) {
    const cause = (0,rollout_cause/* externalState */.dN)(what);
    // Nothing was ever moved, so there is no state to keep.
    if (phase.kind === 'preparing') {
        return { kind: 'finish', ending: { kind: 'failed', cause, stopped: { at: 'external' } } };
    }
    return others === 'owned' ? { kind: 'roll-back', cause } : leave(cause);
}
function onCancelled({ policies: { onCancel }, phase, trafficState }) {
    const cause = { kind: 'cancelled' };
    if (onCancel === 'rollback')
        return { kind: 'roll-back', cause };
    // A canary that has served no user is not worth keeping.
    if (phase.kind === 'preparing' && trafficState.kind === 'stable') {
        return { kind: 'abandon', cause };
    }
    return leaveHeld(cause);
}
/** A hook that fails before any traffic ends a release that has served no user. */
function rollBack({ phase, trafficState, hook, trouble, evidence }) {
    const unseen = phase.kind === 'preparing' && trafficState.kind === 'stable';
    const kind = unseen && hook === 'failed' ? 'abandon' : 'roll-back';
    return { kind, cause: trouble ?? (0,rollout_cause/* failing */.Jr)(evidence) };
}
function onPreparing({ plan, hook }, trafficState) {
    if (trafficState.kind === 'promoted')
        return { kind: 'promote' };
    if (hook === 'due')
        return { kind: 'hook' };
    const first = plan.steps[0];
    if (!first)
        return { kind: 'promote' };
    return { kind: 'shift', step: 0, weight: first.weight };
}
function onStep(s, trafficState, { index, since }) {
    const step = s.plan.steps[index];
    if (!step)
        return leave(changed({ kind: 'unknown-step', step: index + 1 }));
    if (trafficState.kind === 'promoted')
        return { kind: 'promote' };
    if (trafficState.kind === 'stable')
        return canaryGone(index, trafficState);
    if (s.reached && !(0,rollout_reached/* isReached */.xg)(s))
        return onUnexpectedWeight(index, step, trafficState, step.weight);
    if (!(0,rollout_plan/* sameWeight */.DC)(trafficState.weight, step.weight))
        return shiftAgain(s.plan, index, step, trafficState);
    return onHeldStep(s, index, step, since);
}
function onHeldStep(s, index, step, since) {
    if (s.scope.kind === 'promote')
        return s.hook === 'due' ? { kind: 'hook' } : { kind: 'promote' };
    if (s.scope.kind === 'hold')
        return onHold(s.now, s.scope);
    const window = (0,rollout_plan/* stepWindow */.$0)(s.plan, step);
    const earliest = since + window.earliest;
    // A run that takes over gets the same extension before missing data counts as inconclusive.
    const latest = Math.max(Math.min(since + window.latest, lastStart(s, step)), s.takenOverAt + rollout_plan/* EXTENSION_SECONDS */.AV);
    if (s.now < earliest)
        return { kind: 'wait', until: earliest };
    if (s.incident)
        return onFrozen(s, s.incident, latest + FREEZE_SECONDS);
    const open = (0,rollout_plan/* isBake */.Wy)(s.plan, index)
        ? onBaked(s, earliest, s.takenOverAt)
        : onInconclusiveStep(s, latest);
    if (open)
        return open;
    if (s.hook === 'due')
        return { kind: 'hook' };
    const next = s.plan.steps[index + 1];
    if (!next)
        return { kind: 'promote' };
    return { kind: 'shift', step: index + 1, weight: next.weight };
}
/** Time for the promotion, the bake and the end of the job. */
const LEFT_TO_END_SECONDS = 120;
/** A step that waits for requests leaves the job enough time for what follows; `Infinity` if the clock ends it. */
function lastStart({ plan, endsBy }, step) {
    if ((0,rollout_plan/* requestsFor */.Uw)(plan, step) === 0)
        return Number.POSITIVE_INFINITY;
    return endsBy - plan.bakeSeconds - (plan.readSeconds ?? 0) - LEFT_TO_END_SECONDS;
}
/** What to do at the end of a step whose evidence is not enough; `undefined` to continue. */
function onInconclusiveStep(s, latest) {
    if (s.verdict !== 'inconclusive')
        return undefined;
    return s.now < latest ? { kind: 'wait', until: latest } : onInconclusiveEvidence(s);
}
function onHold(now, { cause, until }) {
    return now < until ? { kind: 'wait', until } : leaveHeld(cause);
}
/** How long the run waits for the end of an incident that hits both versions. */
const FREEZE_SECONDS = 1800;
function onFrozen({ now }, incident, until) {
    return now < until ? { kind: 'wait', until } : leaveHeld({ kind: 'shared-incident', incident });
}
/** Applies the policy for inconclusive evidence; `undefined` to continue. */
function onInconclusiveEvidence({ policies: { onInconclusive }, evidence, }) {
    if (onInconclusive === 'promote')
        return undefined;
    const cause = { kind: 'inconclusive', evidence };
    return onInconclusive === 'rollback' ? { kind: 'roll-back', cause } : leaveHeld(cause);
}
/**
 * The phase is stored before the shift. So a run that takes over from one that died in between finds the
 * weight of the previous step, and shifts again. Any other weight was set outside this rollout.
 */
function shiftAgain(plan, index, step, trafficState) {
    const before = (0,rollout_plan/* weightBefore */.EC)(plan, index);
    if ((0,rollout_plan/* sameWeight */.DC)(trafficState.weight, before))
        return { kind: 'shift', step: index, weight: step.weight };
    return onUnexpectedWeight(index, step, trafficState, before);
}
/** @param least the minimum weight of each alias in %, unless it was lowered outside this rollout */
function onUnexpectedWeight(index, step, trafficState, least) {
    const cause = changed((0,rollout_reached/* unexpectedWeight */.Kv)(index, step, trafficState));
    return (0,rollout_reached/* isPartlyLowered */.dG)(trafficState, { least, most: step.weight })
        ? { kind: 'roll-back', cause }
        : leave(cause);
}
/** A canary that is no longer open was closed outside this rollout: all users are on stable. */
function canaryGone(index, { open }) {
    return closeOrFinish(changed({ kind: 'canary-closed', step: index + 1 }), open);
}
/** All users are on stable; at most an empty canary is left. */
function closeOrFinish(cause, open) {
    return open
        ? { kind: 'roll-back', cause }
        : { kind: 'finish', ending: { kind: 'failed', cause, stopped: { at: 'end' } } };
}
function onBaking(s, trafficState, since) {
    if (s.reached && trafficState.kind !== 'stable' && !(0,rollout_reached/* isReached */.xg)(s))
        return leave(changed((0,rollout_reached/* reopened */.ZK)(trafficState)));
    // The phase is stored before the promotion, so the promotion was not made yet, or only in part.
    if (trafficState.kind === 'split')
        return promoteOrFollow(s.plan, trafficState);
    if (trafficState.kind === 'promoted' && trafficState.open && s.closes)
        return { kind: 'promote' };
    if (trafficState.kind === 'stable') {
        return closeOrFinish(changed({ kind: 'promotion-undone' }), trafficState.open);
    }
    if (s.hook === 'due')
        return { kind: 'hook' };
    const until = (s.bakeStepSince ?? since) + s.plan.bakeSeconds;
    if (s.now < until)
        return { kind: 'wait', until };
    return (onBaked(s, until, Math.max(s.takenOverAt, since)) ?? {
        kind: 'finish',
        ending: { kind: 'promoted' },
    });
}
/** From whichever step the promotion started, each alias had at least the weight of the first step. */
function promoteOrFollow({ steps: [first] }, trafficState) {
    const least = first?.weight ?? 0;
    if (!(0,rollout_reached/* isPartlyLowered */.dG)(trafficState, { least, most: 100 }))
        return { kind: 'promote' };
    const { weight } = trafficState;
    const cause = changed({ kind: 'lowered', weight, most: (0,traffic_state/* weightOf */.m)(trafficState) });
    return { kind: 'roll-back', cause };
}
/**
 * What to do at the end of a bake that was not judged to its end; `undefined` if it was.
 *
 * @param resumedAt when this run took over the rollout or promoted it, whichever is later
 */
function onBaked(s, end, resumedAt) {
    if (s.plan.bakeSeconds === 0)
        return undefined;
    const baking = { ...s, end, resumedAt };
    if ((0,bake/* isRead */.H9)(baking) && s.verdict !== 'inconclusive')
        return undefined;
    const until = (0,bake/* waitedUntil */.BL)(baking);
    if (s.now >= until)
        return onInconclusiveEvidence(s);
    const readable = (0,bake/* isRead */.H9)(baking) ? until : (0,bake/* readableAt */.k1)(baking);
    return { kind: 'wait', until: s.now < readable ? Math.min(readable, until) : until };
}
function changed(change) {
    return { kind: 'external-change', change };
}
function leave(cause) {
    return { kind: 'leave', ending: { kind: 'failed', cause, stopped: { at: 'external' } } };
}
function leaveHeld(cause) {
    return { kind: 'leave', ending: { kind: 'held', cause } };
}
/** The cause for a run that does not wait: what it would have to wait for. */
function waitingFor({ phase, plan, incident, verdict, evidence, now }, until) {
    const waiting = {
        kind: 'waiting',
        secondsLeft: until - now,
        evidence: verdict === 'inconclusive' ? evidence : [],
    };
    if (phase.kind === 'baking')
        return { ...waiting, step: undefined };
    if (incident)
        return { kind: 'shared-incident', incident };
    return { ...waiting, step: stepOf(plan, phase.kind === 'step' ? phase.index : 0) };
}
function stepOf(plan, index) {
    const { weight } = (0,assert/* must */.s)(plan.steps[index], `the plan has step ${index + 1}`);
    const { length } = plan.steps;
    return (0,rollout_plan/* isBake */.Wy)(plan, index)
        ? { number: length, of: length, weight, bake: true }
        : { number: index + 1, of: (0,rollout_plan/* rampOf */.Kq)(plan).length, weight };
}

// EXTERNAL MODULE: ./build/rollout/phase.js
var rollout_phase = __webpack_require__(34781);
// EXTERNAL MODULE: ./build/rollout/traffic.js
var rollout_traffic = __webpack_require__(66211);
// EXTERNAL MODULE: ./build/targets/ownership.js
var ownership = __webpack_require__(20956);
// EXTERNAL MODULE: ./build/analysis/closed.js
var analysis_closed = __webpack_require__(47515);
// EXTERNAL MODULE: ./build/analysis/evidence.js
var analysis_evidence = __webpack_require__(48690);
;// CONCATENATED MODULE: ./build/controller/decision-input.js
// Turns a check into the input of the decision.







/** Everything that the decision depends on. */
function decisionInput(loop, { rollout, trafficState }, check, trouble, reached) {
    const deciding = check.kind === 'seen' ? decisiveIn(check.observation, rollout) : [];
    const asked = loop.comments.requests();
    return {
        plan: rollout.record.plan,
        phase: rollout.phase,
        trafficState,
        verdict: (0,analysis_evidence/* worst */.QZ)(deciding),
        evidence: worstOf(deciding),
        trouble: trouble ?? requestedBy(asked.rollback) ?? (check.kind === 'blind' ? check.cause : undefined),
        incident: check.kind === 'seen' ? check.observation.incident : undefined,
        readUntil: check.kind === 'seen' ? check.observation.readUntil : 0,
        closingSeconds: (0,analysis_closed/* closingSeconds */.rh)(rollout.record.longestAnswerSeconds),
        endsBy: loop.context.startedAt + loop.context.lifetimes.jobTimeoutSeconds,
        bakeStepSince: (0,bake/* bakeStepSince */.Ix)(rollout),
        hook: loop.hooks.stateIn(rollout.phase),
        policies: loop.context.inputs,
        now: (0,time/* now */.tB)(),
        takenOverAt: loop.drive.takenOverAt,
        closes: loop.target.closesSplit(rollout.record),
        reached,
        cancelled: check.kind === 'cancelled',
        scope: scopeOf(loop, rollout, asked),
    };
}
/**
 * The phase whose goal was seen: by this run in a check, or when it verified its own change; or by the run before.
 *
 * @param first as this run starts it, or takes it over
 */
function trackReached(target, first) {
    let phase = (0,rollout_reached/* isMarkedReached */.LN)(first) ? first : undefined;
    const saw = ({ rollout, trafficState }) => {
        const { record } = rollout;
        const goal = {
            plan: record.plan,
            phase: rollout.phase,
            trafficState,
            closes: target.closesSplit(record),
        };
        if ((0,rollout_reached/* isReached */.xg)(goal))
            ({ phase } = rollout);
    };
    return {
        saw,
        /** The state after a change, unless the change failed or is still in progress. */
        made: ({ snapshot, trouble, late }) => {
            if (trouble === undefined && late === undefined)
                saw(snapshot);
        },
        of: ({ rollout }) => (0,rollout_phase/* isSamePhase */.qd)(phase, rollout.phase),
    };
}
/**
 * With `advance: time`, steps advance before anything has been compared, except the last one before the bake: the bake
 * and the promotion need one comparison. After the promotion, missing data decides nothing.
 */
function decisiveIn({ deciding, uncompared }, { phase, record: { plan } }) {
    const last = phase.kind === 'step' && phase.index >= (0,rollout_plan/* rampOf */.Kq)(plan).length - 1;
    return last ? deciding : deciding.filter((evidence) => evidence !== uncompared);
}
/** How long a run waits for a paused rollout to be resumed. */
const PAUSED_SECONDS = 1800;
/** A pause holds every run except one with the command `promote`. */
function scopeOf({ drive: { scope, takenOverAt } }, { paused, phase, record }, asked) {
    if (record.preview !== undefined && scope.kind !== 'hold') {
        return { kind: 'hold', cause: { kind: 'preview', pull: record.preview }, until: 0 };
    }
    if (asked.promote !== undefined && record.preview === undefined)
        return { kind: 'promote' };
    if (scope.kind === 'promote' || scope.kind === 'hold')
        return scope;
    const since = phase.kind === 'step' ? phase.since : 0;
    const hold = holdOf(paused, asked.hold, since);
    if (!hold)
        return scope;
    const from = Math.max(hold.from, takenOverAt);
    const until = scope.kind === 'one-check' ? 0 : from + PAUSED_SECONDS;
    return { kind: 'hold', cause: hold.cause, until };
}
/** Why the rollout keeps its weight, and since when; `undefined`: it does not. */
function holdOf(paused, disliked, stepSince) {
    if (paused)
        return { cause: { kind: 'paused', by: paused.by }, from: paused.since };
    if (disliked === undefined)
        return undefined;
    return { cause: { kind: 'feedback', by: disliked }, from: stepSince };
}
function requestedBy(login) {
    return login === undefined ? undefined : { kind: 'requested', by: login, through: 'comment' };
}
/** The evidence behind the verdict; empty if it is healthy. */
function worstOf(evidence) {
    const verdict = (0,analysis_evidence/* worst */.QZ)(evidence);
    return verdict === 'healthy' ? [] : evidence.filter((each) => each.verdict === verdict);
}

// EXTERNAL MODULE: ./build/controller/rollback.js
var rollback = __webpack_require__(51413);
;// CONCATENATED MODULE: ./build/controller/finalize.js
// The work that is left once the traffic is final. Users do not see it, so a failure is only reported.



/** @returns whether nothing is left for the post step */
async function finalize(loop, snapshot, served) {
    const promoted = served === 'new';
    if (promoted) {
        await completePromotion(loop, snapshot);
        await finalizeProvisioned(loop, snapshot);
    }
    else if (!(await completeRollback(loop, snapshot))) {
        return false;
    }
    const cleaned = await (0,rollback/* cleanUp */.nY)(loop, snapshot.rollout, served);
    const cleared = await (0,rollback/* clearState */.Ho)(loop, snapshot.rollout, promoted ? 'promoted' : undefined);
    return cleaned && cleared;
}
async function completePromotion({ target, host: { log } }, { rollout }) {
    try {
        await target.rollback.completePromotion(rollout);
    }
    catch (error) {
        log.warning(`Promoted, but the cleanup failed: ${(0,errors/* known */.eO)(error).message}`);
    }
}
/**
 * An interrupted rollback, or a person who restored the traffic manually, may have left the rest: the draft of pinned
 * versions.
 *
 * @returns whether nothing of it is left
 */
async function completeRollback(loop, { rollout, trafficState }) {
    if (trafficState.kind !== 'stable')
        return true;
    try {
        await loop.target.rollback.restore(rollout, trafficState);
        return true;
    }
    catch (error) {
        loop.host.log.warning(`All traffic is on the previous version, but not everything else was restored: ${(0,errors/* known */.eO)(error).message}`);
        return false;
    }
}
/** Users already have the new version, so a failure here is no reason to roll back. */
async function finalizeProvisioned({ target, host: { log, cancelled } }, { rollout }) {
    try {
        await target.rollback.finalizeProvisioned?.(rollout, {
            say: log.line,
            pause: (seconds) => (0,time/* sleep */.yy)(seconds, cancelled),
            stopped: () => cancelled.aborted,
        });
    }
    catch (error) {
        log.warning(`Promoted, but not everything was completed: ${(0,errors/* known */.eO)(error).message}`);
    }
}

// EXTERNAL MODULE: ./build/controller/last-read.js
var last_read = __webpack_require__(46138);
// EXTERNAL MODULE: ./build/report/cause-text.js
var cause_text = __webpack_require__(15502);
;// CONCATENATED MODULE: ./build/controller/observe.js
// One check: the state in AWS, and the evidence.






const CHECK_SECONDS = 15;
/** How long the state in AWS may be unreadable. */
const BLIND_SECONDS = 180;
/** Checks until AWS responds, the state has been unreadable for too long, or the job is cancelled. */
async function observe(loop, before) {
    const begun = (0,time/* now */.tB)();
    // One annotation is enough; retries belong in the log.
    let tell = loop.host.log.warning;
    for (;;) {
        const check = await unlessCancelled(loop, () => lookOnce(loop, before));
        if (check.kind !== 'blind' || (0,time/* now */.tB)() - begun > BLIND_SECONDS)
            return check;
        const why = (0,cause_text/* causeText */.x)(check.cause, (0,release/* linkFrom */.NA)(loop.context));
        tell(`Could not read the current state from AWS: ${why}. Retrying.`);
        tell = loop.host.log.line;
        await (0,time/* sleep */.yy)(CHECK_SECONDS, loop.host.cancelled);
    }
}
async function lookOnce(loop, before) {
    try {
        const { stored, trafficState } = await loop.target.observe();
        const loss = (0,ownership/* lossOf */.je)(stored, before.rollout.record.id);
        if (loss)
            return { kind: 'lost', loss };
        if (stored.kind !== 'rollout' || !trafficState)
            return { kind: 'lost', loss: ownership/* GONE */.uj };
        // This run knows what it wrote itself. Only the pause is written by other runs.
        const rollout = { ...before.rollout, paused: stored.storedRollout.paused };
        const observation = await loop.monitor.check(rollout, (0,time/* now */.tB)());
        return { kind: 'seen', snapshot: { rollout, trafficState }, observation };
    }
    catch (error) {
        return { kind: 'blind', cause: (0,rollout_cause/* errorCause */.ov)((0,errors/* known */.eO)(error)) };
    }
}
/** Resolves as soon as the job is cancelled, and ignores the result of the read. */
function unlessCancelled({ host: { cancelled } }, read) {
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

// EXTERNAL MODULE: ./build/report/internal-error.js
var internal_error = __webpack_require__(47169);
;// CONCATENATED MODULE: ./build/controller/on-bug.js
// The one handler of unexpected errors: an error that is not a known one is a bug in this action, and is
// never mistaken for a response from AWS (docs/decisions/0022-a-bug-is-not-an-answer-from-aws.md).






/**
 * Ends a rollout whose loop threw. After the promotion, users have the new version as intended, so the traffic is not
 * changed. Before that, nothing monitors the canary any longer, so it is rolled back.
 *
 * @param latest the last known state
 */
async function endOnBug(loop, latest, error) {
    const { rollout, trafficState } = latest;
    const over = rollout.phase.kind === 'baking' && trafficState.kind === 'promoted';
    return over || !(0,traffic_state/* canRollBack */.j)(trafficState)
        ? on_bug_leave(loop, latest, error)
        : rollBackOnBug(loop, latest, error);
}
/** @param snapshot the worst case, if a change may have been made in part */
async function rollBackOnBug(loop, snapshot, error) {
    const cause = begin(loop, error);
    try {
        return await (0,rollback/* rollBack */.Fu)(loop, snapshot, cause);
    }
    catch (another) {
        return breakOff(loop, snapshot, cause, another);
    }
}
/** The rollback threw as well. It is not started again: what AWS serves shows whether it is still needed. */
async function breakOff(loop, snapshot, cause, another) {
    (0,base_log/* logBug */.N)(loop.host.log, another);
    const last = await lookLast(loop, snapshot);
    return (0,rollback/* isRestored */.Le)(loop, last)
        ? { ...last, ending: { kind: 'rolled-back', cause }, cleanup: 'cleanup-pending' }
        : (0,rollback/* rollbackFailed */.Ki)(loop, last, cause, (0,internal_error/* internalErrorText */.Zs)(another));
}
async function on_bug_leave(loop, latest, error) {
    const cause = begin(loop, error);
    loop.recorder.endStep();
    const ending = { kind: 'failed', cause, stopped: { at: 'midway' } };
    return { ending, ...(await lookLast(loop, latest)), cleanup: 'clean' };
}
function begin(loop, error) {
    (0,base_log/* logBug */.N)(loop.host.log, error);
    // Not awaited: a running hook must not keep traffic on the canary.
    loop.hooks.stop().catch((another) => (0,base_log/* logBug */.N)(loop.host.log, another));
    return (0,rollout_cause/* errorCause */.ov)(error);
}
/** The bug may be in the read itself. */
async function lookLast(loop, snapshot) {
    try {
        return await (0,last_read/* readFinalState */.I)(loop, snapshot);
    }
    catch (error) {
        (0,base_log/* logBug */.N)(loop.host.log, error);
        return { snapshot, presumed: true, theirs: false };
    }
}

// EXTERNAL MODULE: ./build/controller/recorder.js + 7 modules
var controller_recorder = __webpack_require__(7266);
;// CONCATENATED MODULE: ./build/controller/run-hooks.js
// Connects the loop to its hooks: their results count together with the check, and the loop keeps checking
// while a hook runs.




/** A check with the last result of every hook among its evidence, and the reactions of users. */
function withHooks({ hooks, comments }, check) {
    if (check.kind !== 'seen')
        return check;
    const results = hooks.evidence();
    const { evidence, deciding } = check.observation;
    const observation = {
        ...check.observation,
        evidence: [...evidence, ...results, ...comments.evidence()],
        deciding: [...deciding, ...results],
    };
    return { ...check, observation };
}
/**
 * Runs the hook of the snapshot's phase, until it returns or the next check is due.
 *
 * @returns the snapshot with what later runs need to know of the result
 */
async function runHook(loop, snapshot) {
    const { hooks, host } = loop;
    const { trafficState } = snapshot;
    // No hook runs for what this run no longer owns: the loop has stopped.
    if (trafficState.kind === 'external')
        return snapshot;
    const answered = new AbortController();
    const asked = hooks.run(snapshot.rollout, (0,traffic_state/* weightOf */.m)(trafficState));
    const awake = (0,time/* sleep */.yy)(CHECK_SECONDS, AbortSignal.any([host.cancelled, answered.signal]));
    await Promise.race([asked.then(() => answered.abort()), awake]);
    return rememberAnswer(loop, snapshot);
}
/**
 * The bake may last for many runs, and its hook runs only in the first of them. The other hooks run right before a
 * change, which shows later runs that they have passed.
 */
async function rememberAnswer({ hooks, target, host: { log } }, snapshot) {
    const { rollout } = snapshot;
    const { phase } = rollout;
    if (phase.kind !== 'baking' || hooks.stateIn(phase) !== 'clear')
        return snapshot;
    const asked = { ...phase, asked: true };
    try {
        await target.savePhase(rollout, asked);
        return { ...snapshot, rollout: { ...rollout, phase: asked } };
    }
    catch (error) {
        log.warning(`The result of the post-traffic hook could not be stored, so a later run will call it again: ${(0,errors/* known */.eO)(error).message}`);
        return snapshot;
    }
}

;// CONCATENATED MODULE: ./build/controller/loop.js
// The only place that waits and acts: observe, decide, apply one decision, repeat.

























/**
 * Drives a prepared rollout to an ending. Never throws: neither for a response from AWS nor for a bug.
 *
 * @param first as this run starts it, or takes it over
 */
async function runLoop(loop, first) {
    const latest = { snapshot: first };
    const ended = await driveToEnd(loop, latest).catch((error) => endOnBug(loop, latest.snapshot, error));
    const { kind } = ended.ending;
    // Commands on an open rollout can wait for the next run; a cancelled job has no time left.
    const over = kind === 'promoted' || kind === 'rolled-back' || ended.cleanup === 'nothing-served';
    if (over && !loop.host.cancelled.aborted) {
        await Promise.all([flush(loop, ended.snapshot, kind), sayWhatBroke(loop, ended)]);
    }
    return ended;
}
/** Seconds that the last look at the logs may take. */
const LAST_LOGS_SECONDS = 10;
/**
 * The logs that came too late for the decision, if alarms or metrics made it, and the line of code that failed. All
 * traffic is on the previous version by now.
 */
async function sayWhatBroke(loop, { ending, snapshot }) {
    if (ending.kind !== 'rolled-back')
        return;
    const { cancelled } = loop.host;
    const reading = (0,time/* withTimeout */.wj)(LAST_LOGS_SECONDS, loop.lastLogs(snapshot.rollout));
    const read = await Promise.race([reading, (0,time/* whenAborted */.eG)(cancelled)]).catch((error) => (0,base_log/* logBug */.N)(loop.host.log, error));
    if (typeof read === 'object')
        sayFailures(loop, snapshot, read);
}
/** Seconds that GitHub may take to return the last comments. */
const LAST_WORD_SECONDS = 10;
async function flush({ comments }, { rollout }, ended) {
    await (0,time/* withTimeout */.wj)(LAST_WORD_SECONDS, comments.flush(rollout, ended));
}
/** @param latest is kept up to date, for the handler of a bug */
async function driveToEnd(loop, latest) {
    let { snapshot } = latest;
    let trouble;
    let { late } = loop.drive;
    const reached = trackReached(loop.target, snapshot.rollout.phase);
    const announced = new Set();
    (0,controller_recorder/* resumeSteps */.Fw)(loop.recorder, snapshot.rollout);
    for (;;) {
        const check = withHooks(loop, await observe(loop, snapshot));
        if (check.kind === 'lost') {
            await loop.hooks.stop();
            return onLost(loop, snapshot, check);
        }
        if (check.kind === 'seen') {
            snapshot = check.snapshot;
            latest.snapshot = snapshot;
            reached.saw(snapshot);
            loop.recorder.observed(check.observation);
            sayFailures(loop, snapshot, check.observation.logs);
        }
        announce(loop, check, announced);
        void loop.comments.poll(snapshot.rollout);
        let decision = decide(decisionInput(loop, snapshot, check, trouble, reached.of(snapshot)));
        if (decision.kind === 'finish') {
            // After this, a comment can no longer roll it back.
            await flush(loop, snapshot);
            decision = decide(decisionInput(loop, snapshot, check, trouble, reached.of(snapshot)));
        }
        if (decision.kind !== 'wait' && decision.kind !== 'hook')
            await loop.hooks.stop();
        await keepReached(loop, snapshot, decision, reached.of(snapshot));
        const result = await apply(loop, snapshot, decision, late);
        if (result.kind === 'ended')
            return result.ended;
        ({ snapshot, trouble, late } = result);
        if (trouble === undefined)
            latest.snapshot = snapshot;
        reached.made(result);
    }
}
/** What the logs show for the first time: one line for each kind of failures that is new on the canary. */
function sayFailures({ recorder, host: { log } }, { rollout }, logs) {
    for (const line of recorder.recordFailures(logs, rollout))
        log.line(line);
}
/** Annotates what users must know, once, when it is first observed. */
function announce({ host: { log }, recorder, target }, check, announced) {
    if (check.kind !== 'seen')
        return;
    const { incident, misrouted, traffic, evidence, notCompared } = check.observation;
    const isSplit = check.snapshot.rollout.phase.kind === 'step';
    const source = isSplit ? (0,rollout_traffic/* sourceOf */.vz)(traffic) : undefined;
    const texts = {
        incident: incident && (0,incident_text/* incidentText */.Kc)(incident),
        misrouted: misrouted && (0,incident_text/* routingText */.eV)(misrouted),
        routes: notCompared.some(({ what }) => what === 'routes') ? incident_text/* NO_ROUTES */.Fq : undefined,
        ...fallTexts(evidence),
        counts: source && target.describe().countNotes[source],
    };
    for (const [about, text] of Object.entries(texts)) {
        if (text === undefined || announced.has(about))
            continue;
        announced.add(about);
        log.warning(text);
        recorder.note(text);
    }
}
/** What has clearly fallen and may be too little now, by its name. */
function fallTexts(evidence) {
    const fallen = evidence.filter(finding/* isFinding */.qd).filter(({ fell }) => fell);
    return Object.fromEntries(fallen.map((each) => [(0,evidence_text/* sourceText */.rI)(each.source), (0,incident_text/* fallText */.tB)(each)]));
}
async function apply(loop, snapshot, decision, late) {
    switch (decision.kind) {
        case 'wait':
            loop.host.log.line(progressLine(loop, snapshot, decision.until));
            await loop.monitor.wait(snapshot.rollout, Math.min((0,time/* now */.tB)() + CHECK_SECONDS, decision.until), loop.host.cancelled);
            return { kind: 'go-on', snapshot, trouble: undefined };
        case 'hook':
            return { kind: 'go-on', snapshot: await runHook(loop, snapshot), trouble: undefined };
        case 'shift':
            return shift(loop, snapshot, decision.step, decision.weight);
        case 'promote':
            return promote(loop, snapshot);
        case 'roll-back':
            return { kind: 'ended', ended: await (0,rollback/* rollBack */.Fu)(loop, snapshot, decision.cause, late) };
        case 'abandon':
            return { kind: 'ended', ended: await (0,rollback/* abort */.h2)(loop, snapshot, decision.cause) };
        case 'finish':
            return { kind: 'ended', ended: await finish(loop, snapshot, decision.ending) };
        case 'leave':
            return { kind: 'ended', ended: end(loop, snapshot, decision.ending) };
    }
}
/** When the rollout is left to another run: a weight that it finds changed was changed by somebody else. */
async function keepReached({ target, host: { cancelled, log } }, { rollout }, decision, reached) {
    const held = decision.kind === 'leave' && decision.ending.kind === 'held';
    if (!held || !reached || (0,rollout_reached/* isMarkedReached */.LN)(rollout.phase) || cancelled.aborted)
        return;
    try {
        await target.savePhase(rollout, (0,rollout_reached/* markReached */.SZ)(rollout.phase));
    }
    catch (error) {
        log.line(`The next run will not know that this run saw the weight of this step: ${(0,errors/* known */.eO)(error).message}`);
    }
}
async function finish(loop, snapshot, ending) {
    const settled = await finalize(loop, snapshot, ending.kind === 'promoted' ? 'new' : 'before');
    const ended = end(loop, snapshot, ending);
    return settled ? ended : { ...ended, cleanup: 'cleanup-pending' };
}
/** After a failure, the state is unknown: the worst case is assumed. */
async function attempted(loop, snapshot, work) {
    const working = work();
    try {
        const first = await Promise.race([working, (0,time/* whenAborted */.eG)(loop.host.cancelled)]);
        const log = (error) => (0,base_log/* logBug */.N)(loop.host.log, error);
        const late = first === 'aborted' ? working.catch(log) : undefined;
        return { kind: 'go-on', snapshot, trouble: undefined, late };
    }
    catch (error) {
        if (!(error instanceof errors/* KnownError */.E)) {
            return { kind: 'ended', ended: await rollBackOnBug(loop, snapshot, error) };
        }
        const cause = (0,ownership/* causeOf */.rl)(error);
        return error instanceof errors/* MovedError */.WJ
            ? { kind: 'ended', ended: await onMoved(loop, snapshot, cause) }
            : { kind: 'go-on', snapshot, trouble: cause };
    }
}
/**
 * What somebody else moved is not moved again. Of several aliases, the others may have changed by then: what this rollout
 * still owns is rolled back, if that is what was meant.
 */
async function onMoved(loop, snapshot, cause) {
    const check = await observe(loop, snapshot);
    if (check.kind !== 'seen')
        return stop(loop, snapshot, cause);
    const decision = decide(decisionInput(loop, check.snapshot, check, undefined, false));
    return decision.kind === 'roll-back'
        ? (0,rollback/* rollBack */.Fu)(loop, check.snapshot, decision.cause)
        : stop(loop, check.snapshot, cause);
}
function shift(loop, { rollout }, index, weight) {
    const { target, recorder, host } = loop;
    const { log } = host;
    const { plan } = rollout.record;
    const { holdSeconds } = (0,assert/* must */.s)(plan.steps[index], `the plan has step ${index + 1}`);
    const baking = (0,rollout_plan/* isBake */.Wy)(plan, index);
    const name = baking ? 'Bake' : `Step ${index + 1} of ${(0,rollout_plan/* rampOf */.Kq)(plan).length}`;
    log.group(`${name}: ${(0,rollout_plan/* formatWeight */.ck)(weight)} for ${(0,duration/* formatDuration */.a)(holdSeconds)}`);
    const phase = { kind: 'step', index, since: Math.floor((0,time/* now */.tB)()) };
    if ((0,rollout_phase/* isSamePhase */.qd)(rollout.phase, phase)) {
        const why = `The weight of step ${index + 1} was missing when this run took over; setting it again`;
        log.warning(why);
        recorder.note(why);
    }
    const stepStartTimes = [...rollout.stepStartTimes.slice(0, index), phase.since];
    const after = {
        rollout: { ...rollout, phase, stepStartTimes },
        trafficState: { kind: 'split', weight },
    };
    return attempted(loop, after, async () => {
        await target.savePhase(rollout, phase);
        await target.shift(rollout, weight);
        const kept = `: the bake, in which the previous version keeps ${(0,rollout_plan/* formatWeight */.ck)(100 - weight)}`;
        const shifted = `shifted ${(0,rollout_plan/* formatWeight */.ck)(weight)} to the canary`;
        recorder.note(`${shifted}${baking ? kept : ''}`, 'traffic');
        recorder.beginStep((0,step_label/* stepLabel */.vO)(plan, index), weight, holdSeconds);
        loop.progress(after, loop.drive.notes);
    });
}
function promote(loop, { rollout }) {
    const { target, recorder, host } = loop;
    const { log } = host;
    const baking = rollout.phase.kind === 'baking';
    const phase = baking ? rollout.phase : { kind: 'baking', since: Math.floor((0,time/* now */.tB)()) };
    const after = {
        rollout: { ...rollout, phase },
        trafficState: { kind: 'promoted', open: true },
    };
    const left = (0,controller_recorder/* bakeLeft */.Bm)(after.rollout, phase.since);
    log.group(left.label === step_label/* BAKE_LABEL */.Zs ? `Promote and bake for ${(0,duration/* formatDuration */.a)(left.seconds)}` : 'Promote');
    return attempted(loop, after, async () => {
        if (!baking)
            await target.savePhase(rollout, phase);
        await target.promote(rollout);
        if (rollout.phase.kind === 'step')
            warnOfUnreached(loop);
        recorder.note('promoted: all traffic goes to the new version', 'traffic');
        recorder.beginStep(left.label, 100, left.seconds);
        log.line('Promoted and verified: all traffic goes to the new version.');
        loop.progress(after, loop.drive.notes);
    });
}
/** A release that reached nobody is promoted like any other, but not without a word. */
function warnOfUnreached({ recorder, host: { log } }) {
    const unreached = recorder.unreached();
    if (unreached.length === 0)
        return;
    const text = (0,incident_text/* unreachedText */.NP)(unreached);
    log.warning(text);
    recorder.note(text);
}
function progressLine(loop, { rollout, trafficState }, until) {
    return renderProgressLine({
        at: (0,time/* now */.tB)(),
        where: (0,format/* describePhase */.$8)(rollout.phase, rollout.record.plan),
        weight: trafficState.kind === 'split' ? trafficState.weight : 100,
        secondsLeft: until - (0,time/* now */.tB)(),
        ...loop.recorder.currentCounts(),
        compared: loop.recorder.compared(),
        verdict: loop.recorder.verdict(),
        deciding: loop.recorder.deciding(),
        alarms: loop.recorder.alarms(),
    });
}
/** A run that makes one check is not needed if another run drives the rollout. */
async function onLost(loop, snapshot, { loss }) {
    const another = (0,ownership/* ownerId */.fj)(loss) !== undefined;
    return another && loop.drive.scope.kind === 'one-check'
        ? end(loop, snapshot, { kind: 'held', cause: loss })
        : stop(loop, snapshot, loss);
}
/** The rollout is no longer owned by this run: its state is read, and not changed. */
async function stop(loop, snapshot, cause) {
    loop.recorder.endStep();
    const ending = { kind: 'failed', cause, stopped: { at: 'midway' } };
    return { ending, ...(await (0,last_read/* readFinalState */.I)(loop, snapshot)), cleanup: 'clean' };
}
function end(loop, snapshot, ending) {
    loop.recorder.endStep();
    return { ending, snapshot, presumed: false, cleanup: 'clean' };
}

;// CONCATENATED MODULE: ./build/controller/prepare.js
// From a clean preflight to a canary that is ready for traffic: publish, compare, store, prepare. No user of
// the API sees any of it.

/** Creates what the canary needs and stores the rollout, or finds that nothing changed. */
async function prepare(beginning) {
    const { log, opening, plan, id } = beginning;
    if (opening.repair)
        log.line(await opening.repair());
    log.group('Publish');
    const changes = await opening.publish({ say: log.line, source: beginning.source });
    if (opening.serveFirst) {
        return { kind: 'first', changes, made: await opening.serveFirst(changes) };
    }
    const why = await opening.whyUnchanged(changes);
    if (why !== undefined)
        return { kind: 'unchanged', changes, why };
    log.group('Deploy to the canary');
    const preparing = {
        say: log.line,
        pause: (seconds) => (0,time/* sleep */.yy)(seconds, beginning.cancelled),
        stopped: () => beginning.cancelled.aborted,
    };
    const record = {
        id,
        on: opening.storedOn,
        startedAt: Math.floor(beginning.startedAt),
        plan,
        longestAnswerSeconds: opening.longestAnswerSeconds,
        functions: changes,
        target: opening.record(changes),
        ...(beginning.pull === undefined ? {} : { pull: beginning.pull }),
        ...(beginning.preview === undefined ? {} : { preview: beginning.preview }),
    };
    beginning.begins(record);
    return { kind: 'ready', rollout: await opening.prepare(record, preparing) };
}

// EXTERNAL MODULE: ./build/base/problems.js
var problems = __webpack_require__(4726);
;// CONCATENATED MODULE: ./build/rollout/blind-spots.js
// What a release could break without the judge seeing it, from what is known before it begins.
/** The most specific first. */
function blindSpots(facts) {
    const { ofTarget, requestsPerMinute, smallest, bakesAlone, region, alarms, metrics } = facts;
    return [
        ...uncompared(facts),
        ...ofTarget.filter(({ kind }) => kind !== 'returned-errors' || metrics === 0),
        ...(requestsPerMinute === undefined
            ? []
            : [{ kind: 'small-regressions', below: smallest, requestsPerMinute }]),
        ...(bakesAlone ? [{ kind: 'bake-alone' }] : []),
        { kind: 'quiet-routes' },
        ...(metrics === 0 ? [{ kind: 'wrong-answers' }] : []),
        ...(alarms === 0 ? [{ kind: 'no-alarms' }] : []),
        { kind: 'other-regions', region },
    ];
}
/** Latency has a reason of its own. Whether the canary's routes are counted is only known once it has requests. */
function uncompared({ notCompared, latencyGap }) {
    return notCompared.flatMap(({ what, why }) => {
        if (what === 'routes')
            return [];
        const hasReason = what === 'latency' && why !== 'off' && latencyGap !== undefined;
        return [hasReason ? { kind: 'latency', why: latencyGap } : { kind: 'not-compared', what, why }];
    });
}

// EXTERNAL MODULE: ./build/base/quote.js
var quote = __webpack_require__(73636);
;// CONCATENATED MODULE: ./build/rollout/schedule-limits.js
// A schedule that is longer than the job or its credentials can neither finish nor roll back.


/** Reserved for preflight, publishing, the calls between the steps, and the report. */
const OVERHEAD_SECONDS = 120;
/** The default session of `aws-actions/configure-aws-credentials`. */
const DEFAULT_SESSION_SECONDS = 3600;
/**
 * How long the steps and the bake may take in this job, in seconds.
 *
 * @param now seconds since the epoch
 */
function secondsAvailable({ jobTimeoutSeconds, credentialsExpireAt, temporary }, now) {
    const unknown = temporary ? DEFAULT_SESSION_SECONDS : Number.POSITIVE_INFINITY;
    const ofCredentials = credentialsExpireAt === undefined ? unknown : credentialsExpireAt - now;
    return Math.min(jobTimeoutSeconds, ofCredentials) - OVERHEAD_SECONDS;
}
/** @param now seconds since the epoch */
function checkSchedule(stay, lifetimes, now) {
    const reading = stay.readSeconds
        ? ` (including ${(0,duration/* formatDuration */.a)(stay.readSeconds)} until the end of the bake has been read)`
        : '';
    const takes = `${stay.words} ${(0,duration/* formatDuration */.a)(stay.seconds)}${reading}`;
    const needed = stay.seconds + OVERHEAD_SECONDS;
    const { credentialsExpireAt: end, jobTimeoutSeconds } = lifetimes;
    const left = end === undefined ? undefined : end - now;
    const problems = [];
    const notes = [];
    if (needed > jobTimeoutSeconds) {
        const shorter = stay.shorten ? `shorten ${stay.shorten}, ${stay.way ?? ''}or ` : '';
        problems.push(`${takes}, but the job ends after ${(0,duration/* formatDuration */.a)(jobTimeoutSeconds)} (job-timeout): ${shorter}raise the timeout of the job and job-timeout`);
    }
    if (left === undefined)
        notes.push(...unknownEndNotes(takes, needed, lifetimes));
    else if (needed > left)
        problems.push(`${takes}, but ${expiryProblem(stay, needed, left)}`);
    if (problems.length === 0)
        notes.push(...hookNotes(stay, jobTimeoutSeconds, left));
    return { problems, notes };
}
const RENEWED = 'name the role in role-to-assume here, so that its session is renewed';
function expiryProblem({ shorten }, needed, left) {
    const when = left > 0
        ? `the AWS credentials expire in ${(0,duration/* formatDuration */.a)(left)}`
        : 'the AWS credentials have expired';
    const shorter = shorten ? `; or shorten ${shorten}` : '';
    return `${when}: ${RENEWED}; or set ${longerSession(needed)}${shorter}`;
}
function unknownEndNotes(takes, needed, { notATime, temporary }) {
    const notes = [];
    if (temporary && needed > DEFAULT_SESSION_SECONDS) {
        notes.push(`${takes}, and it is unknown when the AWS credentials expire, by default after one hour: ${RENEWED}; or set ${longerSession(needed)}, and credentials-expire-at here`);
    }
    if (notATime !== undefined) {
        notes.push(`AWS_CREDENTIAL_EXPIRATION is ${(0,quote/* quote */.h)(notATime)}, which is not a time; expected for example 2030-01-31T12:00:00Z`);
    }
    return notes;
}
function longerSession(seconds) {
    return `role-duration-seconds: ${roundUp(seconds)} where it is assumed (the role must allow that)`;
}
/** Hooks rarely use all of their time limit, so a release is not refused because of it. */
function hookNotes(stay, jobSeconds, credentialSeconds) {
    const most = stay.seconds + stay.hookSeconds + OVERHEAD_SECONDS;
    const ends = [
        { seconds: jobSeconds, words: 'the job ends' },
        ...(credentialSeconds === undefined
            ? []
            : [{ seconds: credentialSeconds, words: 'the AWS credentials expire' }]),
    ];
    return ends
        .filter(({ seconds }) => most > seconds)
        .map(({ seconds, words }) => `hooks may add ${(0,duration/* formatDuration */.a)(stay.hookSeconds)} to the ${(0,duration/* formatDuration */.a)(stay.seconds)} of the schedule, if each uses the full hook-timeout, and ${words} after ${(0,duration/* formatDuration */.a)(seconds)}`);
}
function roundUp(seconds) {
    return Math.ceil(seconds / 300) * 300;
}

// EXTERNAL MODULE: ./build/aws/alarms.js
var alarms = __webpack_require__(88506);
// EXTERNAL MODULE: ./build/base/alarm-ref.js
var alarm_ref = __webpack_require__(33085);
;// CONCATENATED MODULE: ./build/preflight/check-alarms.js
// Preflight of the alarms: each must exist and have data.




/** Metrics of API Gateway and Lambda appear up to two minutes after the end of their minute. */
const METRIC_DELAY_SECONDS = 120;
/** Two names may be the parts of one. */
const COMMAS = '; a name with a comma is written as a JSON list, such as ["a, b"]';
async function inspectAlarms(client, inputs, findings) {
    if (inputs.alarms.length === 0) {
        if (inputs.analysis !== 'enforce') {
            findings.notes.push('alarms: none are set, and the comparison does not decide: only missing traffic can stop this rollout');
        }
        return;
    }
    const readings = await (0,problems/* attempt */.C)(findings, () => (0,alarms/* readAlarms */.t)(client, inputs.alarms));
    if (!readings)
        return;
    for (const alarm of inputs.alarms) {
        const reading = readings.find(({ arn }) => (0,alarm_ref/* isAlarm */.I)(alarm, arn));
        if (!reading)
            findings.problems.push(`alarms: ${whyAbsent(alarm, readings, inputs)}`);
        else if (reading.state === 'ALARM')
            checkFiring(reading, inputs, findings);
    }
    checkReactionTime(readings, inputs, findings);
}
function whyAbsent(alarm, readings, { region, alarms }) {
    const name = (0,alarm_ref/* alarmName */.V)(alarm);
    const namesake = readings.find((reading) => reading.name === name);
    return namesake
        ? `"${alarm}" is not the alarm of that name that this job can read, which is ${namesake.arn}; expected an alarm of the job's own account`
        : `there is no alarm "${alarm}" in ${region}, neither a metric nor a composite nor a log alarm${alarms.length > 1 ? COMMAS : ''}`;
}
function checkFiring(reading, inputs, findings) {
    if (inputs.onAlarmAtStart === 'continue') {
        findings.notes.push(`alarms: "${reading.name}" is already in ALARM; only a new transition counts`);
    }
    else {
        findings.problems.push(`alarms: "${reading.name}" is in ALARM before the release starts (${reading.reason}). If this release is the fix, set on-alarm-at-start: continue`);
    }
}
function checkReactionTime(readings, { steps }, findings) {
    if (steps === 'auto')
        return;
    const shortest = Math.min(...steps.map((step) => step.holdSeconds));
    for (const { name, reactsAfterSeconds } of readings) {
        const needed = (reactsAfterSeconds ?? 0) + METRIC_DELAY_SECONDS;
        if (reactsAfterSeconds !== undefined && shortest < needed) {
            findings.notes.push(`alarms: "${name}" can take ${(0,duration/* formatDuration */.a)(needed)} to fire, but the shortest step lasts ${(0,duration/* formatDuration */.a)(shortest)}; a problem in one step may show only in the next`);
        }
    }
}

// EXTERNAL MODULE: ./build/aws/clock.js
var clock = __webpack_require__(62148);
;// CONCATENATED MODULE: ./build/preflight/check-clock.js
// Compares this machine's clock with AWS's.


const TOO_MUCH = 120;
/** @param ahead seconds by which this machine is ahead; negative: behind */
function checkClock(ahead, { problems, notes }) {
    const off = (0,clock/* describeClockOffset */.ho)(ahead);
    if (off === undefined)
        return;
    if (Math.abs(ahead ?? 0) < TOO_MUCH) {
        notes.push(`${off}, so counts may be a minute late. Correct the clock`);
    }
    else {
        problems.push(`${off}; expected less than ${(0,duration/* formatDuration */.a)(TOO_MUCH)}, because steps are judged by CloudWatch minutes. Correct the clock (on a self-hosted runner, use NTP)`);
    }
}

// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-lambda/dist-cjs/index.js
var dist_cjs = __webpack_require__(71696);
// EXTERNAL MODULE: ./build/aws/arns.js
var arns = __webpack_require__(828);
// EXTERNAL MODULE: ./build/aws/aws-errors.js + 1 modules
var aws_errors = __webpack_require__(51437);
// EXTERNAL MODULE: ./build/aws/call.js
var call = __webpack_require__(13280);
// EXTERNAL MODULE: ./build/aws/lambda-client.js
var lambda_client = __webpack_require__(43603);
;// CONCATENATED MODULE: ./build/preflight/check-hooks.js
// Preflight of the hooks: a function must exist, and the role must be allowed to invoke it. Lambda's dry run checks
// both without running the function; a run that only reads looks whether it exists, and no further. A URL is not called, because it could not tell a test from a real call.






async function inspectHooks({ clients, opening }, { calls }, findings) {
    if (opening?.serveFirst && Object.values(calls).flat().length > 0) {
        findings.notes.push('hooks: a first release receives all traffic immediately, without calling a hook');
    }
    const all = Object.entries(calls).flatMap(([point, hooks]) => hooks.map((hook) => ({ point, hook })));
    for (const { point, hook } of all) {
        if (hook.kind !== 'function')
            continue;
        const found = await (0,problems/* attempt */.C)(findings, () => look({ clients, point, hook }, findings));
        if (found === 'missing') {
            findings.problems.push(`${point}-hook: there is no function "${hook.label}" in ${clients.place.region}`);
        }
    }
}
function look(check, findings) {
    return check.clients.sends === 'reads' ? lookUp(check, findings) : dryRun(check);
}
/** The role that releases may invoke what the role of a plan may not read, such as a function of another account. */
async function lookUp({ clients, point, hook: { functionName, qualifier, label } }, { notes }) {
    const resource = (0,arns/* hookArn */.J6)(clients.place, functionName, qualifier);
    const words = {
        doing: `${point}-hook: reading "${label}"`,
        permission: { action: 'lambda:GetFunctionConfiguration', resource },
    };
    const which = {
        FunctionName: functionName,
        ...(qualifier !== undefined && { Qualifier: qualifier }),
    };
    const command = new dist_cjs/* GetFunctionConfigurationCommand */.qA6(which);
    try {
        const answer = await (0,call/* ifThere */.y)(() => (0,call/* call */.T1)(words, () => clients.open(lambda_client/* LAMBDA */.G).send(command)));
        return answer === undefined ? 'missing' : 'there';
    }
    catch (error) {
        if (!(0,aws_errors/* isDenied */.GZ)(error))
            throw error;
        notes.push(`${point}-hook: whether "${label}" exists was not checked, because the role of this job has no lambda:GetFunctionConfiguration on ${resource}`);
        return 'unknown';
    }
}
async function dryRun({ clients: { place, open }, point, hook: { functionName, qualifier, label }, }) {
    const resource = (0,arns/* hookArn */.J6)(place, functionName, qualifier);
    const words = {
        doing: `${point}-hook: a dry run of "${label}"`,
        permission: { action: 'lambda:InvokeFunction', resource },
    };
    const command = new dist_cjs/* InvokeCommand */.mdN({
        FunctionName: functionName,
        ...(qualifier !== undefined && { Qualifier: qualifier }),
        InvocationType: 'DryRun',
    });
    const answer = await (0,call/* ifThere */.y)(() => (0,call/* call */.T1)(words, () => open(lambda_client/* LAMBDA */.G).send(command)));
    return answer === undefined ? 'missing' : 'there';
}

;// CONCATENATED MODULE: ./build/preflight/check-logs.js
// Preflight of the logs: whether they can be read, and if not, what to change.
const NO_LOG_FACTS = { notes: [], permissions: [], read: undefined };
/** @param opening `undefined`: other problems prevent the release */
async function inspectLogs({ logs: target }, opening, { logs, analysis, steps }, findings) {
    const splits = opening && !opening.serveFirst && (steps === 'auto' || steps.length > 0);
    if (logs === 'off' || analysis === 'off' || !splits)
        return NO_LOG_FACTS;
    if (!target) {
        if (logs === 'required')
            findings.problems.push(`logs: ${NONE}`);
        return NO_LOG_FACTS;
    }
    const outlook = await target.inspect(opening.functions);
    const { problems, doubts, hints, permissions, sources, requestBytes } = outlook;
    if (logs === 'required') {
        findings.problems.push(...[...problems, ...doubts].map((problem) => `logs: ${problem}`));
    }
    if (problems.length > 0) {
        const why = problems.join('; ');
        return {
            notes: logs === 'required' ? [] : [`Logs are not used: ${why}`],
            permissions,
            read: undefined,
        };
    }
    return {
        notes: [...doubts, ...hints].map((text) => `logs: ${text}`),
        permissions,
        read: { sources, requestBytes },
    };
}
const NONE = 'this kind of target has no logs to read; expected logs: auto or off';

;// CONCATENATED MODULE: ./build/preflight/check-tags.js
// Preflight of the stored state: the tags must have room for the record of exactly this release.

/**
 * The numbers of versions to be published are not known yet, and are taken to be the next ones. The target checks
 * again, with the record itself, before its first write.
 */
async function inspectTags(opening, { id, pull }, plan, { command, planOf }, findings, now) {
    await (0,problems/* attempt */.C)(findings, async () => {
        const functions = opening.functions.map(({ name, from, version }) => ({
            name,
            from,
            to: version ?? nextAfter(from),
        }));
        const record = {
            id,
            on: opening.storedOn,
            startedAt: Math.floor(now),
            plan,
            longestAnswerSeconds: opening.longestAnswerSeconds,
            functions,
            target: opening.record(functions),
            ...(pull !== undefined && { pull }),
        };
        const released = command === 'plan' ? planOf : command;
        await opening.checkRoom(record, released === 'start', findings);
    });
}
/** Of the length that the next version will have, whatever its name. */
function nextAfter(version) {
    return /^\d*$/.test(version) ? String(Number(version) + 1) : version;
}

// EXTERNAL MODULE: ./build/analysis/alpha.js
var alpha = __webpack_require__(33959);
// EXTERNAL MODULE: ./build/analysis/custom-measure.js
var custom_measure = __webpack_require__(7893);
// EXTERNAL MODULE: ./build/analysis/dispersion.js
var analysis_dispersion = __webpack_require__(59237);
// EXTERNAL MODULE: ./build/analysis/errors-measure.js
var errors_measure = __webpack_require__(83273);
// EXTERNAL MODULE: ./build/analysis/measure.js
var measure = __webpack_require__(80203);
// EXTERNAL MODULE: ./build/analysis/measure-class.js
var measure_class = __webpack_require__(93934);
;// CONCATENATED MODULE: ./build/analysis/auto-steps.js
// Weights chosen from the traffic: the first weight limits the cost of a total failure.
const LADDERS = {
    time: { firstRequests: 30, count: 4 },
    // Evidence depends on the number of requests: twice as many for the first weight, and one step fewer.
    evidence: { firstRequests: 60, count: 3 },
};
/** The limits of the first weight, in %. */
const MIN_FIRST = 0.1;
const MAX_FIRST = 10;
/** The last weight before promotion, in %: a comparison learns most per minute at an even split. */
const LAST = 50;
/** In %. Above this weight, too little stable traffic is left to compare with. */
const HIGHEST_WEIGHT = 95;
/**
 * The weights of a ramp for this traffic, in % to two decimals. The first gives the canary a few dozen
 * requests per minute, the last is 50%, and each is the same multiple of the previous one. Promotion follows
 * the last one. 100% is never a step, because it leaves nothing to compare with.
 *
 * @param requestsPerMinute of both versions together; 0 if unknown
 */
function autoSteps(requestsPerMinute, pace = 'time') {
    const { firstRequests, count } = LADDERS[pace];
    const wanted = requestsPerMinute > 0 ? (100 * firstRequests) / requestsPerMinute : MAX_FIRST;
    const first = Math.min(MAX_FIRST, Math.max(MIN_FIRST, wanted));
    const multiple = (LAST / first) ** (1 / (count - 1));
    return Array.from({ length: count }, (_, i) => Math.round(100 * first * multiple ** i) / 100);
}

// EXTERNAL MODULE: ./build/analysis/power.js
var power = __webpack_require__(25278);
;// CONCATENATED MODULE: ./build/rollout/low-traffic.js
// A plan for a few requests a minute: its steps wait for requests, and not for the clock.


/** Below this traffic, the default steps end with too few requests of the canary to be compared. */
const LOW_TRAFFIC_PER_MINUTE = 10;
/**
 * The weights in %, and the canary requests that each of them waits for: the first that fits. With these numbers, a
 * version that fails every request is promoted in less than 1% of releases (`npm run bench -- judge`, low traffic).
 * With 50% alone, eight failures would not be enough, because half of them are expected on the canary.
 */
const low_traffic_LADDERS = [
    { weights: [25, 50], requests: 8 },
    { weights: [25], requests: 10 },
];
/** No step is planned to be shorter, however fast its requests come. */
const LEAST_SECONDS = 600;
function waitingPlan({ requestsPerMinute, availableSeconds }) {
    if (requestsPerMinute >= LOW_TRAFFIC_PER_MINUTE)
        return { kind: 'not-needed' };
    const plans = low_traffic_LADDERS.map(({ weights, requests }) => ({
        steps: weights.map((weight) => low_traffic_stepOf(weight, requests, requestsPerMinute)),
        requests,
    }));
    const plan = plans.find(({ steps }) => secondsOf(steps) <= availableSeconds);
    if (plan)
        return { kind: 'planned', plan };
    return { kind: 'too-long', seconds: Math.min(...plans.map(({ steps }) => secondsOf(steps))) };
}
function low_traffic_stepOf(weight, requests, perMinute) {
    const minutes = Math.ceil((100 * requests) / (weight * perMinute));
    return { weight, holdSeconds: Math.max(LEAST_SECONDS, 60 * minutes) };
}
function secondsOf(steps) {
    return steps.reduce((sum, { holdSeconds }) => sum + holdSeconds, 0);
}
/** What the plan does instead of the default, and how long that takes. */
function waitingNotes(plan, requestsPerMinute) {
    const { steps, requests = 0 } = plan;
    const weights = steps.map(({ weight }) => (0,rollout_plan/* formatWeight */.ck)(weight)).join(' and ');
    const takes = secondsOf(steps);
    const clock = steps.map(({ weight, holdSeconds }) => `${(0,rollout_plan/* formatWeight */.ck)(weight)}/${(0,duration/* formatDuration */.a)(holdSeconds)}`);
    return [
        `the steps wait for requests, not for the clock: ${weights}, until the new version has had ${requests} requests${steps.length > 1 ? ' in each' : ''}. At ${perMinute(requestsPerMinute)}, that takes about ${(0,duration/* formatDuration */.a)(takes)}, and at most ${(0,duration/* formatDuration */.a)(takes * rollout_plan/* LONGEST_WAIT */.dX)}. A version that fails every request is then rolled back in 99 of 100 releases. To let the clock decide, set steps: ${clock.join(', ')}`,
    ];
}
/** What to do if waiting takes too long. */
function tooLongNote(seconds, { requestsPerMinute, availableSeconds }) {
    return `at ${perMinute(requestsPerMinute)}, the new version gets too few requests to be judged in this job: that takes about ${(0,duration/* formatDuration */.a)(seconds)}, and the job and its credentials leave ${(0,duration/* formatDuration */.a)(Math.max(0, availableSeconds))}. The release will probably be held. Raise job-timeout and timeout-minutes, with role-to-assume so that the credentials last; or run command: start, and command: advance on a schedule; or set on-inconclusive: promote to release without a verdict`;
}
function perMinute(requests) {
    const rounded = Number(requests.toPrecision(2));
    return rounded === 1 ? '1 request per minute' : `${rounded} requests per minute`;
}

;// CONCATENATED MODULE: ./build/rollout/forecast.js
// Forecasts what a plan can detect, from the traffic of the last day.





/** How long each step of an automatic plan is held, if time ends the steps. */
const AUTO_HOLD_SECONDS = 300;
/** Steps chosen from the traffic; see `autoSteps`. */
function automaticSteps(daily, pace) {
    const weights = autoSteps(daily?.requestsPerMinute ?? 0, pace);
    return weights.map((weight) => ({ weight, holdSeconds: AUTO_HOLD_SECONDS }));
}
/** The traffic that the tests will read. */
function expectedTraffic({ requestsPerMinute, errorRate: rate }, { dispersion, apart }) {
    return { requestsPerMinute, rate, dispersion, apart };
}
function forecast(plan, input) {
    const { daily, falseRollbackRate } = input;
    const warnings = [...tooHigh(plan), ...neverCompared(plan, input)];
    if (plan.steps.length === 0)
        return { notes: [], warnings };
    if (!daily) {
        warnings.push('CloudWatch counted no requests in the last day, so it is unknown what the steps can detect');
        return { notes: [], warnings };
    }
    if (plan.requests !== undefined)
        return { notes: waitingNotes(plan, daily.requestsPerMinute), warnings };
    const traffic = expectedTraffic(daily, input);
    const closingMinutes = input.closingSeconds / 60;
    const afterwards = (plan.heldBack ? 0 : plan.bakeSeconds) + (plan.readSeconds ?? 0);
    const shownMinutes = input.shownSeconds / 60;
    const bakeMinutes = afterwards / 60;
    const watching = { falseRollbackRate, closingMinutes, shownMinutes, bakeMinutes };
    const observation = (0,power/* power */.y)(plannedMinutes(plan), traffic, watching);
    const notes = observation.steps.map((step, i) => describeStep(step, (0,rollout_plan/* isBake */.Wy)(plan, i) ? 'bake' : `step ${i + 1}`, daily, watching));
    warnings.push(...ineffectiveSteps(observation, plan, daily, traffic, watching));
    const smallest = observation.steps.at(-1)?.smallest?.rate;
    return {
        notes: [...notes, describeTotalFailure(observation, watching, input)],
        warnings,
        smallest,
    };
}
/** The minute itself, and the delay of the read after the minute is closed. */
const END_AND_READING_SECONDS = 60 + 45;
/** Warns about steps that end before any of their minutes can be compared, whatever the traffic. */
function neverCompared(plan, input) {
    const ramp = (0,rollout_plan/* rampOf */.Kq)(plan);
    const last = ramp.at(-1);
    if (!last)
        return [];
    const { closingSeconds, longestAnswerSeconds, decides } = input;
    const { advance } = plan;
    const held = (0,rollout_plan/* planSeconds */.h9)({ steps: ramp.slice(0, -1), advance, bakeSeconds: 0 });
    const until = held + (0,rollout_plan/* stepWindow */.$0)(plan, last).latest;
    const needed = closingSeconds + END_AND_READING_SECONDS;
    if (until >= needed)
        return [];
    const then = decides
        ? 'The release is then inconclusive, and on-inconclusive applies'
        : 'Nothing is compared in that case';
    return [
        `no minute can be compared before ${plan.heldBack ? 'the bake' : 'the promotion'}: the steps end after ${(0,duration/* formatDuration */.a)(until)} at the latest. A response may take ${(0,duration/* formatDuration */.a)(longestAnswerSeconds)}, so a minute’s counts are read ${(0,duration/* formatDuration */.a)(closingSeconds)} after its end. ${then}. Extend the steps to ${(0,duration/* formatDuration */.a)(roundUpMinutes(needed))} in total, or shorten the timeout`,
    ];
}
function roundUpMinutes(seconds) {
    return Math.ceil(seconds / 60) * 60;
}
/** The minute of the promotion and the next one contain requests of both versions. */
const LEFT_OUT_SECONDS = 120;
/** Warns about a bake that is judged but too short for a comparison. */
function shortBake({ bakeSeconds, readSeconds, heldBack }) {
    if (heldBack || readSeconds === undefined || bakeSeconds >= LEFT_OUT_SECONDS)
        return [];
    return [
        `${(0,duration/* formatDuration */.a)(bakeSeconds)} is too short to compare a minute: the minute of the promotion and the next one contain requests of both versions. Alarms are monitored; to have the new version’s errors judged, set 2m or more`,
    ];
}
function plannedMinutes(plan) {
    return plan.steps.map((step) => {
        const { earliest, latest } = (0,rollout_plan/* stepWindow */.$0)(plan, step);
        const seconds = plan.advance.kind === 'evidence' ? latest : earliest;
        return { weight: step.weight, minutes: Math.max(1, Math.round(seconds / 60)) };
    });
}
/** A minute in which a weight was set counts in part, and the metrics are read twice per minute. */
const ROUGHLY_MINUTES = 1.5;
/**
 * When a regression is detected that needs this many minutes, since the first shift.
 *
 * @param readAfter minutes between the end of a minute and the read of its counts
 */
function noticed(foundAfter, readAfter) {
    return `within ${Math.ceil(foundAfter + readAfter + ROUGHLY_MINUTES)} min`;
}
function describeStep(step, name, daily, watching) {
    const where = `${name} (${(0,rollout_plan/* formatWeight */.ck)(step.weight)}, ${step.minutes} min): about ${about(step.canaryRequests)} canary requests`;
    const { smallest } = step;
    if (!smallest)
        return `${where}; even a total failure might not be detected`;
    const usual = daily.errorRate > 0 ? ` (stable: ${inPercent(daily.errorRate)})` : '';
    return `${where}; detects an error rate of ${inPercent(smallest.rate)} or more${usual}, ${noticed(smallest.foundAfter, watching.closingMinutes)} of the start`;
}
function describeTotalFailure({ totalFailure }, { closingMinutes, shownMinutes }, { longestAnswerSeconds }) {
    const { foundAfter, failedRequests } = totalFailure;
    if (foundAfter === undefined)
        return 'a version that fails every request might not be detected by the comparison';
    const [early, late] = [shownMinutes, closingMinutes].map((after) => noticed(foundAfter, after));
    const hanging = longestAnswerSeconds > LONG_SECONDS && late !== early
        ? `; ${late} if its requests fail only at the timeout of ${(0,duration/* formatDuration */.a)(longestAnswerSeconds)}`
        : '';
    return `a version that fails every request is detected ${early}, after about ${about(failedRequests)} failed requests${hanging}`;
}
/** Up to this timeout, a request that hangs is shown hardly later than one that fails at once. */
const LONG_SECONDS = 60;
/** Warns about steps that detect nothing, and proposes a longer hold of the first one, or other weights. */
function ineffectiveSteps(observation, plan, daily, traffic, { falseRollbackRate, bakeMinutes, closingMinutes }) {
    const blind = observation.steps.filter((step) => !step.smallest);
    const first = blind[0];
    if (!first)
        return [];
    const proposals = ['advance: evidence'];
    if (daily.requestsPerMinute < LOW_TRAFFIC_PER_MINUTE) {
        proposals.unshift('the default steps, which wait for requests at this traffic');
    }
    const weights = autoSteps(daily.requestsPerMinute, plan.advance.kind);
    if (!weights.includes(first.weight)) {
        proposals.unshift(`steps: auto (here ${weights.map(rollout_plan/* formatWeight */.ck).join(', ')})`);
    }
    if (bakeMinutes < closingMinutes) {
        const needed = (0,duration/* formatDuration */.a)(Math.ceil(closingMinutes) * 60);
        proposals.unshift(`a bake-time of ${needed}, because a minute cannot be read sooner`);
    }
    const minutes = (0,power/* minutesToFind */.e)(first.weight, traffic, 1, falseRollbackRate);
    if (minutes !== undefined) {
        proposals.unshift(`a step of ${(0,rollout_plan/* formatWeight */.ck)(first.weight)} that is held for ${Math.ceil(minutes)} min`);
    }
    return [
        `at ${about(daily.requestsPerMinute)} requests per minute, ${blind.length} of ${observation.steps.length} steps cannot detect even a total failure; ` +
            `alternatives: ${proposals.join(', ')}`,
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

// EXTERNAL MODULE: ./build/rollout/not-compared.js
var not_compared = __webpack_require__(92673);
;// CONCATENATED MODULE: ./build/preflight/choose-plan.js
// Preflight of the plan: derives the weights from the traffic if requested, and forecasts what each step can
// detect.













/** @param watched `undefined`: no traffic can be counted */
async function inspectPlan(watched, inputs, findings, now) {
    const { advance, bakeSeconds, analysis, compare } = inputs;
    // Read even if the analysis is off: a role without permission to read metrics would hold at every step.
    const daily = watched && (await (0,problems/* attempt */.C)(findings, () => watched.countSource.readDaily(now)));
    const waiting = watched && choose_plan_waitingFor(watched, inputs, daily, findings);
    const chosen = inputs.steps === 'auto' ? automaticSteps(daily, advance.kind) : inputs.steps;
    const { steps = chosen, ...waits } = waiting ?? {};
    const closing = (0,analysis_closed/* closingSeconds */.rh)(watched?.opening.longestAnswerSeconds ?? 0);
    const judged = watched !== undefined && analysis === 'enforce';
    const compared = watched !== undefined && analysis !== 'off';
    const baseline = compared && daily && steps.length > 0
        ? await readPast(watched, compare, findings, now)
        : undefined;
    const expected = compared ? outlook(watched, baseline, inputs) : undefined;
    const holdBack = holdBackFor(steps, inputs, {
        compared: compared && compare.includes('errors'),
        traffic: daily && expected && expectedTraffic(daily, expected),
        falseRollbackRates: ratesOf(inputs, baseline),
    });
    const plan = {
        ...(0,hold_back/* withBake */.oz)(steps, bakeSeconds, holdBack),
        ...waits,
        advance,
        ...(0,bake/* plannedReading */.jS)(bakeSeconds, judged, closing),
    };
    if (!watched || !expected)
        return { plan, holdBack, forecast: [] };
    return {
        plan,
        holdBack,
        ...foresee(plan, watched, baseline, { daily, ...expected }, inputs, findings),
    };
}
function readPast({ countSource, opening }, compare, findings, now) {
    return (0,problems/* attempt */.C)(findings, () => countSource.readBaseline(now, opening.functions, compare));
}
/** What each step can detect, and what none can. */
function foresee(plan, { countSource, opening }, baseline, input, inputs, findings) {
    const { compare } = inputs;
    const gap = countSource.latencyGap();
    if (compare.includes('latency'))
        findings.notes.push(...latencyNotes(gap));
    const missing = [...routesIn(baseline), ...notComparedIn(baseline, inputs, findings)];
    const seen = {
        ofTarget: opening.blindSpots,
        notCompared: (0,measure/* notCompared */.vK)(compare, baseline?.map(({ measure }) => measure)),
        latencyGap: gap,
        smallest: undefined,
        requestsPerMinute: input.daily?.requestsPerMinute,
    };
    if (!compare.includes('errors'))
        return { forecast: missing, seen };
    const { notes, warnings, smallest } = forecast(plan, input);
    findings.notes.push(...warnings.map((warning) => `steps: ${warning}`));
    findings.notes.push(...shortBake(plan).map((warning) => `bake-time: ${warning}`));
    return { forecast: [...notes, ...missing], seen: { ...seen, smallest } };
}
function holdBackFor(steps, { holdBack: asked, bakeSeconds, command }, known) {
    return (0,hold_back/* chooseHoldBack */.eh)({ asked, steps, bakeSeconds, preview: command === 'preview', ...known });
}
/**
 * At low traffic, the default steps would end with too few requests. Steps of the user's own are kept, and so is the
 * clock if it decides anyway.
 */
function choose_plan_waitingFor({ opening, availableSeconds }, inputs, daily, findings) {
    if (!daily || !isByDefault(inputs))
        return undefined;
    const { bakeSeconds } = inputs;
    const closing = (0,analysis_closed/* closingSeconds */.rh)(opening.longestAnswerSeconds);
    const { readSeconds = 0 } = (0,bake/* plannedReading */.jS)(bakeSeconds, true, closing);
    const traffic = {
        requestsPerMinute: daily.requestsPerMinute,
        availableSeconds: availableSeconds - bakeSeconds - readSeconds,
    };
    const waiting = waitingPlan(traffic);
    if (waiting.kind === 'too-long') {
        findings.notes.push(`steps: ${tooLongNote(waiting.seconds, traffic)}`);
    }
    return waiting.kind === 'planned' ? waiting.plan : undefined;
}
/** Whether the inputs leave it to the action when a step ends, and whether its counts decide. */
function isByDefault(inputs) {
    const { asked, steps, advance, analysis, compare, onInconclusive, command } = inputs;
    const isDefault = asked.steps === undefined && steps !== 'auto' && steps.length > 0;
    const isClock = advance.kind === 'time' && advance.maxSeconds === undefined;
    const isJudged = analysis === 'enforce' && compare.includes('errors');
    return isDefault && isClock && isJudged && onInconclusive !== 'promote' && command !== 'preview';
}
/** Which routes are compared by themselves. */
function routesIn(baseline) {
    const scopes = (baseline ?? []).map(({ measure }) => measure.scope);
    const routes = new Set(scopes.flatMap((scope) => (scope.kind === 'route' ? [(0,measure/* partName */.pn)(scope)] : [])));
    if (routes.size === 0)
        return [];
    return [
        `routes: ${routes.size} are also compared by themselves, those with the most requests in the last hour; any other only with all traffic`,
    ];
}
/** What the comparison will not see. Without traffic in the last day, it is unknown what is counted. */
function notComparedIn(baseline, { compare, metrics, analysis }, findings) {
    const measures = baseline?.map(({ measure }) => measure);
    const missing = (0,measure/* notCompared */.vK)(compare, measures);
    if (missing.length === measure_class/* CLASSES */.N.length && metrics.length === 0) {
        const then = analysis === 'enforce' ? ', so on-inconclusive applies' : '';
        findings.notes.push(`compare: nothing is compared${then}; ${(0,not_compared/* notComparedText */.G)(missing)}`);
    }
    return missing.length > 0 ? [(0,not_compared/* notComparedText */.G)(missing)] : [];
}
/** Latency that is not compared although there is traffic. The target has its own words for a cache. */
function latencyNotes(gap) {
    if (gap !== 'not-counted' && gap !== 'refused')
        return [];
    const why = gap === 'refused'
        ? 'CloudWatch refuses to count slow invocations'
        : 'CloudWatch returned no count of slow invocations for the last hour';
    return [
        `latency: it is not compared, because ${why} (statistic TC of Duration). Set an alarm on Duration in alarms to monitor it`,
    ];
}
const NO_BASELINE = [{ measure: (0,errors_measure/* errorsMeasure */.YY)(), minutes: [] }];
/** The parts of the false-rollback rate. The guardrail shares its own among its findings. */
function ratesOf({ falseRollbackRate, metrics }, baseline = NO_BASELINE) {
    const split = (0,alpha/* splitAlpha */.b)(falseRollbackRate, [
        ...baseline.map(({ measure }) => measure),
        ...metrics.map(({ name, worse }) => (0,custom_measure/* customMeasure */._)(name, worse)),
    ]);
    return { errors: split.of(baseline[0].measure), guardrail: split.guardrail / 2 };
}
/** The tests that will run, and their expected data, based on the last hour. */
function outlook({ opening }, baseline, inputs) {
    const { dispersion, analysis } = inputs;
    const [errors] = baseline ?? NO_BASELINE;
    const closing = (0,analysis_closed/* closingSeconds */.rh)(opening.longestAnswerSeconds);
    return {
        falseRollbackRate: ratesOf(inputs, baseline).errors,
        dispersion: (0,analysis_dispersion/* dispersionFor */.iR)(errors.minutes, dispersion),
        // Only the versions' own counts show what API Gateway's series contain (see targets/stage/stage-split.ts).
        apart: opening.functions.length > 0,
        closingSeconds: closing,
        // With a cache, nothing counts before its minute is closed.
        shownSeconds: opening.blindSpots.some(({ kind }) => kind === 'cached')
            ? closing
            : analysis_closed/* USUALLY_SHOWN_SECONDS */.u1,
        longestAnswerSeconds: opening.longestAnswerSeconds,
        decides: analysis === 'enforce',
    };
}

;// CONCATENATED MODULE: ./build/preflight/preflight.js
// Preflight: everything that can be known before anything is changed.











/** Reads everything and changes nothing. Problems are returned, never thrown. */
async function inspect({ target, clients, lifetimes, run }, inputs, now) {
    const findings = (0,problems/* noProblems */.I)();
    const opening = await target.inspect(findings);
    await inspectAlarms(clients.cloudWatch, inputs, findings);
    await inspectHooks({ clients, opening }, inputs.hooks, findings);
    const availableSeconds = isStart(inputs)
        ? Number.POSITIVE_INFINITY
        : secondsAvailable(lifetimes, now);
    const logs = await inspectLogs(target, opening, inputs, findings);
    const watched = opening && { countSource: target.countSource, opening, availableSeconds };
    const { plan, holdBack, forecast, seen } = await inspectPlan(watched, inputs, findings, now);
    const schedule = checkSchedule(stayOf(plan, inputs), lifetimes, now);
    findings.problems.push(...schedule.problems);
    findings.notes.push(...schedule.notes);
    checkClock(clients.clock.ahead(), findings);
    // The record can only be composed if nothing contradicts it.
    if (opening && findings.problems.length === 0) {
        await inspectTags(opening, run, plan, inputs, findings, now);
    }
    const { alarms, metrics, region } = inputs;
    const given = {
        alarms: alarms.length,
        metrics: metrics.length,
        region,
        bakesAlone: inputs.compare.includes('errors') && plan.bakeSeconds > 0 && (0,hold_back/* bakesAlone */.Co)(holdBack),
    };
    const spots = seen ? blindSpots({ ...seen, ...given }) : [];
    return {
        findings,
        opening,
        plan,
        holdBack,
        warnings: schedule.notes,
        forecast,
        blindSpots: spots,
        logs: { ...logs, requestsPerMinute: seen?.requestsPerMinute },
    };
}
/** Whether later runs continue the release. */
function isStart({ command, planOf }) {
    return (command === 'plan' ? planOf : command) === 'start';
}
/** How long the run of this release lasts: after `start`, other runs continue the release. */
function stayOf(plan, inputs) {
    const { holdSeconds, hooks } = inputs;
    const { calls, timeoutSeconds } = hooks;
    const before = calls['pre-traffic'].length * timeoutSeconds;
    const after = calls.step.length * plan.steps.length + calls['post-traffic'].length;
    return isStart(inputs)
        ? {
            seconds: holdSeconds,
            hookSeconds: before,
            words: 'hold-for takes',
            shorten: 'hold-for',
        }
        : {
            seconds: (0,rollout_plan/* planSeconds */.h9)(plan),
            readSeconds: plan.readSeconds ?? 0,
            hookSeconds: before + after * timeoutSeconds,
            words: 'the steps and the bake take',
            shorten: 'the steps',
            way: 'split the release across runs (command: start, then advance), ',
        };
}

// EXTERNAL MODULE: ./build/report/blind-text.js
var blind_text = __webpack_require__(73842);
;// CONCATENATED MODULE: ./build/report/hold-back-text.js
// Whether the previous version keeps a share of the traffic through the bake, and why.




/** One sentence, without its end; none if there is nothing to say. */
function holdBackText(holdBack, bakeSeconds) {
    if (holdBack.kind === 'none') {
        const why = whyNone(holdBack.why);
        return why === undefined ? [] : [`hold-back: none, because ${why}`];
    }
    const { share, asked } = holdBack;
    const kept = (0,rollout_plan/* formatWeight */.ck)(share);
    const origin = asked ? '' : ' (the default)';
    return [
        `hold-back: ${kept}${origin}: the bake is a last step of ${(0,rollout_plan/* formatWeight */.ck)(100 - share)} for ${(0,duration/* formatDuration */.a)(bakeSeconds)}, in which the previous version keeps ${kept} and both are compared; the promotion follows it`,
    ];
}
const AFTER = 'The bake follows the promotion. Without the previous version to compare with, it detects only an error rate of at least 10%, and cannot tell it from an incident';
function whyNone(why) {
    switch (why.kind) {
        case 'asked':
        case 'no-bake':
        case 'no-steps':
        case 'preview':
            return undefined;
        case 'no-comparison':
            return 'errors are not compared. The bake follows the promotion';
        case 'last-step':
            return `the last step is ${(0,rollout_plan/* formatWeight */.ck)(why.weight)} already. ${AFTER}`;
        case 'little-traffic':
            return `${traffic(why.requestsPerMinute)}, of which ${(0,rollout_plan/* formatWeight */.ck)(hold_back/* DEFAULT_HOLD_BACK */.ol)} are too few to find even a total failure within the bake. ${AFTER}`;
    }
}
function traffic(requestsPerMinute) {
    if (requestsPerMinute === 0)
        return 'no requests were counted in the last day';
    const rounded = requestsPerMinute < 10
        ? Number(requestsPerMinute.toPrecision(2))
        : Math.round(requestsPerMinute);
    return `there were about ${(0,format/* count */.U9)(rounded)} requests per minute in the last day`;
}

// EXTERNAL MODULE: ./build/base/listed.js
var listed = __webpack_require__(639);
;// CONCATENATED MODULE: ./build/commands/latest-after-rollback.js
// A rollback moves traffic. Code that was uploaded stays in `$LATEST`, and a reader should not take it for what serves.

function latestAfterRollback({ functions }, { ending, snapshot }) {
    if (ending.kind !== 'rolled-back')
        return [];
    const uploaded = functions.filter(({ code }) => code !== undefined).map(({ name }) => name);
    const changed = snapshot.rollout.record.functions.filter(({ name, from, to }) => from !== to && uploaded.includes(name));
    if (changed.length === 0)
        return [];
    const names = (0,listed/* listed */.KE)(changed.map(({ name }) => `"${name}"`));
    return [
        `code: a rollback does not change $LATEST: that of ${names} still has the code of this release, which nothing serves. The next release with code replaces it`,
    ];
}

;// CONCATENATED MODULE: ./build/commands/prune.js
// After a promotion: deletes what earlier releases left, if requested. The release is over by then, so no failure
// here changes its outcome.


/** Deletes, and describes what it deleted. Never throws. */
async function prune(services, { rollout }) {
    const { context, host } = services;
    const { keepVersions: keep } = context.inputs;
    if (keep === undefined || host.cancelled.aborted)
        return [];
    host.log.group('Delete old versions and deployments');
    const { functions } = rollout.record;
    const { leftovers, notes } = await check(services, { keep, functions, rollout });
    const gone = [];
    for (const { words, remove } of leftovers) {
        if (host.cancelled.aborted)
            break;
        try {
            await remove();
            host.log.line(`Deleted ${words}.`);
            gone.push(words);
        }
        catch (error) {
            host.log.warning(`${words} could not be deleted: ${(0,errors/* known */.eO)(error).message}`);
        }
    }
    for (const note of notes)
        host.log.line(note);
    return gone.length === 0 ? notes : [`keep-versions: deleted ${(0,listed/* listed */.KE)(gone)}`, ...notes];
}
/** Describes what a promotion of these would delete. Never throws. */
async function forecastPruning(services, released) {
    const { keepVersions: keep } = services.context.inputs;
    if (keep === undefined)
        return [];
    const functions = released.map(({ name, from, version }) => ({ name, from, to: version }));
    const { leftovers, notes } = await check(services, { keep, functions, rollout: undefined });
    const words = (0,listed/* listed */.KE)(leftovers.map((leftover) => leftover.words));
    return [`keep-versions: a promotion would delete ${words || 'nothing'}`, ...notes];
}
async function check({ target, host }, order) {
    try {
        return await target.sweep(order);
    }
    catch (error) {
        const why = `old versions and deployments were not deleted: ${(0,errors/* known */.eO)(error).message}`;
        host.log.warning(why);
        return { leftovers: [], notes: [why] };
    }
}

;// CONCATENATED MODULE: ./build/rollout/rest-of-run.js
// How long a run that continues a rollout still takes.


/** One check with its shift, generously. */
const rest_of_run_CHECK_SECONDS = 60;
/** In seconds, if no step is extended. */
function restOfRun(rollout, scope, now) {
    switch (scope.kind) {
        case 'one-check':
            return rest_of_run_CHECK_SECONDS;
        case 'hold':
            return Math.max(0, scope.until - now);
        case 'promote':
            return restOfBake(rollout, now) ?? (0,rollout_plan/* planSeconds */.h9)({ ...rollout.record.plan, steps: [] });
        case 'to-the-end':
            return restOfBake(rollout, now) ?? restOfPlan(rollout, now);
    }
}
/** `undefined` before the bake. */
function restOfBake(rollout, now) {
    const end = (0,bake/* bakeEnd */.VG)(rollout);
    const { readSeconds = 0 } = rollout.record.plan;
    return end === undefined ? undefined : Math.max(0, end + readSeconds - now);
}
function restOfPlan({ record: { plan }, phase }, now) {
    if (phase.kind !== 'step')
        return (0,rollout_plan/* planSeconds */.h9)(plan);
    const steps = plan.steps.slice(phase.index);
    return Math.max(0, (0,rollout_plan/* planSeconds */.h9)({ ...plan, steps }) - (now - phase.since));
}

;// CONCATENATED MODULE: ./build/commands/time-left.js
// Warns a run that continues a rollout if the job or its credentials end before it does.




/** A run's own release was checked in preflight, and refused if there is too little time. */
function warnIfTooShort({ context, host }, rollout, scope) {
    const { lifetimes, startedAt } = context;
    // Stored in whole seconds.
    if (rollout.record.startedAt >= Math.floor(startedAt))
        return;
    const at = (0,time/* now */.tB)();
    const stay = {
        seconds: restOfRun(rollout, scope, at),
        hookSeconds: 0,
        words: 'the rest of this run takes',
    };
    const jobTimeoutSeconds = Math.max(0, lifetimes.jobTimeoutSeconds - (at - startedAt));
    const { problems, notes } = checkSchedule(stay, { ...lifetimes, jobTimeoutSeconds }, at);
    for (const text of [...problems, ...notes])
        host.log.warning(text);
}
/** How long before the end of the credentials it is announced, in seconds. */
const AHEAD_SECONDS = 600;
/**
 * Announces the end of credentials that nobody renews: a pause or an extended step can outlast what preflight allowed.
 *
 * @returns ends the wait
 */
function announceExpiry({ context, host }) {
    const { credentialsExpireAt: end } = context.lifetimes;
    const over = new AbortController();
    const wait = end === undefined ? 0 : end - AHEAD_SECONDS - (0,time/* now */.tB)();
    if (end === undefined || wait <= 0)
        return () => undefined;
    void (0,time/* sleep */.yy)(wait, over.signal).then(() => {
        if (over.signal.aborted)
            return;
        host.log.warning(`The AWS credentials of this job expire in ${(0,duration/* formatDuration */.a)(end - (0,time/* now */.tB)())}; after that, it can neither go on nor roll back. To end the rollout before, cancel the job.`);
    });
    return () => over.abort();
}

;// CONCATENATED MODULE: ./build/commands/request-difference.js
// Compares all of what an open rollout releases with what this run was asked for. A run continues only what it would
// release itself: a later push must not be reported as released when the earlier one is.

/** @returns the difference, as the end of a sentence; `undefined` if everything is the same */
async function differenceFromRequest(services, rollout) {
    const { inputs } = services.context;
    const { functions } = rollout.record;
    const asked = inputs.functions.map(({ name }) => name);
    const others = functions.filter(({ name }) => !asked.includes(name));
    const found = [];
    if (others.length > 0) {
        found.push(`also releases ${(0,listed/* listed */.KE)(others.map(({ name }) => `"${name}"`))}`);
    }
    for (const input of inputs.functions) {
        const difference = await versionDifference(services, rollout, input);
        if (difference !== undefined)
            found.push(difference);
    }
    found.push(...(await services.target.differences(rollout, 'all')));
    return found.length === 0
        ? undefined
        : `it ${found.join(', and ')}, which differs from what this run would release`;
}
/** By code and by settings: a version is never changed, and `$LATEST` is what this run would publish. */
async function versionDifference({ target }, { record }, { name, version, codeSha256, code }) {
    const open = record.functions.find((change) => change.name === name)?.to;
    if (open === undefined)
        return `releases nothing of "${name}"`;
    const words = `releases version ${open} of "${name}"`;
    if (version !== undefined && version !== open)
        return words;
    if (version !== undefined && codeSha256 === undefined)
        return undefined;
    const published = await target.readVersion(name, open);
    if (codeSha256 !== undefined && codeSha256 !== published?.digest) {
        return `${words} (its code is ${published?.digest}, and code-sha256 is ${codeSha256})`;
    }
    if (version !== undefined)
        return undefined;
    const latest = await target.readVersion(name);
    if (!latest || !published)
        return words;
    const why = whyOther(published, latest, code ? code.source.text : '$LATEST');
    return why === undefined ? undefined : `${words} (${why})`;
}
/** @param from where the code of the next version comes from */
function whyOther(published, next, from) {
    if (next.digest !== published.digest)
        return `its code is not that of ${from}`;
    if (next.settings === undefined || published.settings === undefined) {
        return 'AWS did not return all of its settings, so they cannot be compared with $LATEST';
    }
    return next.settings === published.settings ? undefined : 'its settings are not those of $LATEST';
}

;// CONCATENATED MODULE: ./build/commands/unfinished.js
// A rollout that an earlier run left open: who owns it, and what to do with it.
















/**
 * Looks for an open rollout of this action, and handles it according to `on-unfinished`.
 *
 * @param since when this run began, in seconds since the epoch: it waits for others only within the time of its
 * job
 */
async function handleUnfinished(services, since) {
    const { target, context, host } = services;
    let observed;
    try {
        observed = await observeOpen(services);
    }
    catch (error) {
        (0,errors/* known */.eO)(error);
        // Preflight reads the same things, and says what is wrong with them among everything else.
        return { kind: 'clear' };
    }
    const { stored, trafficState } = observed;
    if (stored.kind === 'none') {
        // Preflight reports it together with all others, unless this run waits for it.
        const otherRollout = context.inputs.supersede === 'wait' ? await findOtherRollout(services) : undefined;
        return otherRollout ? handleOther(services, otherRollout, since) : { kind: 'clear' };
    }
    if (stored.kind !== 'rollout')
        return handleOther(services, stored, since);
    const { storedRollout } = stored;
    const whose = `the rollout of ${(0,release/* linkFrom */.NA)(context)(storedRollout.record.id)} is unfinished (${(0,rollout_phase/* formatPhase */.Z0)(storedRollout.phase)}), ${describeStart(storedRollout, (0,time/* now */.tB)())}`;
    host.log.warning(`On ${target.words}, ${whose}.`);
    const takesBack = context.inputs.onUnfinished === 'rollback';
    if (!trafficState)
        return refuse(services, `${whose}, but ${target.words} could not be read`);
    if (trafficState.kind === 'external' && !(takesBack && (0,traffic_state/* canRollBack */.j)(trafficState))) {
        return refuse(services, `${whose}, but ${target.words} is not in the state that it left: ${trafficState.what}${howToEnd(trafficState)}`, { rollout: storedRollout, trafficState });
    }
    return cleanUp(services, { rollout: storedRollout, trafficState, since }, whose);
}
/** Never changes a function that takes part in a rollout of something else, or an alias of another rollout. */
async function handleOther(services, stored, since) {
    const { target, context } = services;
    const says = (0,stored_state_text/* whyNotOwned */.k)(target.words, stored, (0,release/* linkFrom */.NA)(context));
    // A rollout that cannot be confirmed may never end.
    const ends = !neverEnds(stored);
    if (ends && context.inputs.supersede === 'wait')
        return waitForIts(services, { since }, says);
    const hint = ends ? '. To wait for it, set supersede: wait' : '';
    // The owner's rollout may serve users a version of its own, which was not read.
    const problems = [`${says}${hint}`];
    const commands = ends ? [] : await commandsToForget(services);
    const cause = { kind: 'unfinished', problems };
    const report = services.reporter.declined(problems, undefined, cause, commands);
    return { kind: 'ended', report };
}
async function findOtherRollout({ target }) {
    return target.readOtherRollout?.().catch((0,errors/* orElse */.NW)(undefined));
}
async function cleanUp(services, snapshot, whose) {
    const { context, host } = services;
    if (context.inputs.onUnfinished === 'fail') {
        return refuse(services, `${whose}; with on-unfinished: fail, this run does not change it. Set resume or rollback`, snapshot);
    }
    if (context.inputs.onUnfinished === 'rollback' || servedNobody(snapshot)) {
        if (isSiblings(services, snapshot))
            return handleSibling(services, snapshot, whose);
        return rollBackUnfinished(services, snapshot, { kind: 'unfinished', problems: [] });
    }
    try {
        const other = await differenceFromRequest(services, snapshot.rollout);
        if (other !== undefined)
            return await supersede(services, snapshot, `${whose}, and ${other}`);
        const changed = planDifferences(context.inputs.asked, snapshot.rollout.record.plan);
        if (changed.length > 0 && context.inputs.onOtherPlan === 'fail') {
            return refuse(services, `${whose}, and uses a different plan than this run: ${(0,listed/* listed */.KE)(changed, '; ')}. To continue with its plan, set on-other-plan: continue. To roll it back, set on-unfinished: rollback`, snapshot);
        }
        for (const one of changed)
            host.log.warning(`Continuing with the plan of the open rollout: ${one}`);
        const taken = await takeOverToDrive(services, snapshot);
        host.log.line('Continuing the open rollout with its own plan, from its current state.');
        return { kind: 'resume', ...taken };
    }
    catch (error) {
        return refuse(services, `${whose}, but it could not be taken over: ${(0,errors/* known */.eO)(error).message}`, snapshot);
    }
}
/** First, this run takes it over. A run that still drives it then stops, and does not undo what is done here. */
async function rollBackUnfinished(services, snapshot, cause) {
    const { snapshot: claim, late } = await takeOverToRollBack(services, snapshot);
    if (!(0,traffic_state/* canRollBack */.j)(claim.trafficState)) {
        const problem = `${services.target.words} is not in the state that the rollout left: ${claim.trafficState.what}${howToEnd(claim.trafficState)}`;
        return refuse(services, problem, claim);
    }
    const ended = await (0,rollback/* rollBack */.Fu)(services, claim, cause, late);
    if (ended.ending.kind === 'rolled-back')
        return { kind: 'clear' };
    services.host.leaveToPost();
    return { kind: 'ended', report: services.reporter.ended(ended, []) };
}
/** Concurrent jobs are not newer than each other, so none rolls back the release of another. */
function isSiblings({ context }, { rollout }) {
    return (0,release/* areSiblings */.e9)(rollout.record.id, context.id);
}
function handleSibling(services, snapshot, whose) {
    if (services.context.inputs.supersede === 'wait')
        return waitForIts(services, snapshot, whose);
    return refuse(services, `${whose}. Jobs of one workflow run do not roll back each other's releases: set supersede: wait, let one job run at a time (strategy: max-parallel: 1), or release the functions together in one job`, snapshot);
}
/** Another release is open. A newer one must not be lost, and an older one not be interrupted without a request. */
async function supersede(services, snapshot, whose) {
    const { context } = services;
    switch (context.inputs.supersede) {
        case 'fail':
            return refuse(services, `${whose}. Finish it first, or set supersede: wait or replace, or on-unfinished: rollback`, snapshot);
        case 'replace':
            if (isSiblings(services, snapshot))
                return handleSibling(services, snapshot, whose);
            return rollBackUnfinished(services, snapshot, { kind: 'superseded', by: context.id });
        case 'wait':
            return waitForIts(services, snapshot, whose);
    }
}
/** It serves no user and had not passed its first shift: there is nothing to continue. */
function servedNobody({ rollout, trafficState }) {
    const { phase } = rollout;
    const first = phase.kind === 'preparing' || (phase.kind === 'step' && phase.index === 0);
    return first && trafficState.kind === 'stable';
}
/** Seconds reserved for what comes before the steps and after the bake. */
const unfinished_OVERHEAD_SECONDS = 300;
/**
 * Waits until the open rollout has ended, or no time is left for this run's own release.
 *
 * @param met the snapshot is omitted if that rollout is not of the target in the inputs
 */
async function waitForIts(services, met, whose) {
    const { target, context, host } = services;
    const snapshot = 'rollout' in met ? met : undefined;
    const { steps, advance, bakeSeconds, jobTimeoutSeconds, analysis } = context.inputs;
    // The longest response time of this run's own functions is not known before its preflight.
    const closing = (0,analysis_closed/* closingSeconds */.rh)(snapshot?.rollout.record.longestAnswerSeconds ?? 0);
    const claim = (0,rollout_plan/* planSeconds */.h9)({
        // The hold-back does not change how long the release takes.
        steps: steps === 'auto' ? [] : steps,
        advance,
        bakeSeconds,
        ...(0,bake/* plannedReading */.jS)(bakeSeconds, analysis === 'enforce', closing),
    });
    const until = met.since + jobTimeoutSeconds - claim - unfinished_OVERHEAD_SECONDS;
    host.log.group('Wait for the open rollout');
    while ((0,time/* now */.tB)() < until) {
        host.log.line(`Waiting: ${whose}.`);
        await (0,time/* sleep */.yy)(WAIT_SECONDS, host.cancelled);
        if (host.cancelled.aborted) {
            const why = 'cancelled while waiting for an earlier rollout';
            return refuse(services, why, snapshot, { kind: 'cancelled' });
        }
        const observation = await target.observe().catch((0,errors/* orElse */.NW)(undefined));
        if (observation?.stored.kind === 'none' && !(await findOtherRollout(services)))
            return { kind: 'clear' };
    }
    return refuse(services, `${whose}; it did not end within the time that this job can wait (job-timeout)`, snapshot);
}
const WAIT_SECONDS = 60;
/** @param snapshot the current state, if known: users may be served part of it */
async function refuse(services, problem, snapshot, cause = { kind: 'unfinished', problems: [problem] }) {
    const { reporter } = services;
    const report = snapshot
        ? reporter.declined([problem], snapshot, cause, await waysOut(services, snapshot))
        : reporter.refused([problem], [], cause);
    return { kind: 'ended', report };
}

;// CONCATENATED MODULE: ./build/commands/version-details.js
// What AWS stores about the released versions, for the report only: what cannot be read is left out.

/** A report shows no more functions in detail. */
const MOST_FUNCTIONS = 20;
/** For both versions of each function, one after the other, until the job is cancelled. Never throws. */
async function readVersions({ readVersion }, changes, cancelled) {
    const found = [];
    const wanted = changes
        .slice(0, MOST_FUNCTIONS)
        .flatMap(({ name, from, to }) => [from, to].map((version) => ({ name, version })));
    for (const { name, version } of wanted) {
        if (version === '' || cancelled.aborted)
            continue;
        const reading = await readVersion(name, version).catch((0,errors/* orElse */.NW)(undefined));
        if (!reading)
            continue;
        const { description, digest } = reading;
        found.push({ name, version, description, codeSha256: digest });
    }
    return found;
}

;// CONCATENATED MODULE: ./build/commands/weight-now.js
// The share of the new version, where no release is driven. A report says 0 only if that was read.


/** % of the traffic on the new version; `null` if it is unknown. Changes nothing, and never throws. */
async function weightNow(target) {
    try {
        const { stored, trafficState } = await target.observe();
        if (stored.kind === 'rollout')
            return trafficState ? (0,traffic_state/* weightOf */.m)(trafficState) : null;
        if (stored.kind !== 'none' && stored.kind !== 'another')
            return null;
        return (await target.readUnknownSplit()) === undefined ? 0 : null;
    }
    catch (error) {
        (0,errors/* known */.eO)(error);
        return null;
    }
}

;// CONCATENATED MODULE: ./build/commands/rollout.js
// A release from its inputs to its report: preflight, publish, deploy, and the loop that shifts, judges and
// promotes.
// A rollout that another run left open is handled first.



















/** The complete release. */
function rollout(services) {
    return rollout_release(services, () => ({}));
}
/** Up to the first weight, which is then judged for the configured time. */
function start(services) {
    return rollout_release(services, () => {
        const cause = { kind: 'started' };
        return { scope: { kind: 'hold', cause, until: (0,time/* now */.tB)() + services.context.inputs.holdSeconds } };
    });
}
async function rollout_release(services, drive) {
    services.host.log.group('Preflight');
    for (const sentence of services.context.inputs.understood)
        services.host.log.line(sentence);
    const since = (0,time/* now */.tB)();
    for (;;) {
        const met = await handleUnfinished(services, since);
        if (met.kind === 'ended')
            return met.report;
        if (met.kind === 'resume') {
            const { snapshot, late } = met;
            return continueRollout(services, snapshot, { ...drive(), takenOverAt: (0,time/* now */.tB)(), late });
        }
        const report = await startNew(services, drive);
        if (report !== 'taken')
            return report;
        services.host.log.line('Another release was started here in the meantime; waiting for it to end.');
    }
}
/** Reads everything that a release needs, and changes nothing. */
function preflight({ target, clients, context }, startedAt) {
    const run = { id: context.id, pull: context.event.pull?.number };
    const services = { target, clients: clients.normal, lifetimes: context.lifetimes, run };
    return inspect(services, context.inputs, startedAt);
}
/** @returns `taken` if another run was faster, and this one is to wait for it */
async function startNew(services, drive) {
    const { context, host, reporter } = services;
    const { log } = host;
    const startedAt = (0,time/* now */.tB)();
    const found = await preflight(services, startedAt);
    const { findings, opening, plan, holdBack, forecast: foresight, blindSpots } = found;
    if (host.cancelled.aborted) {
        return reporter.refused(['cancelled during preflight'], [], CANCELLED);
    }
    const { problems, notes } = findings;
    for (const note of notes)
        log.warning(note);
    if (problems.length > 0 || !opening) {
        if (await isTaken(services))
            return 'taken';
        return reporter.refused(problems, notes, undefined, await weightNow(services.target));
    }
    const planned = holdBackText(holdBack, plan.bakeSeconds);
    for (const sentence of [...foresight, ...found.logs.notes, ...planned])
        log.line(sentence);
    if (blindSpots.length > 0) {
        const line = (0,blind_text/* blindSpotCount */.N)(blindSpots);
        log.line(line);
        notes.push(line);
    }
    log.line('No problems found.');
    const source = `${context.source.repository}@${context.source.sha}`;
    const pull = await findPull(services);
    const preview = context.inputs.command === 'preview' ? context.event.pull?.number : undefined;
    const parts = { opening, plan, source, startedAt, pull, preview };
    const begins = (record) => (0,run_services/* saveRepairCommands */.df)(services, record);
    let begun;
    try {
        begun = await prepare({ id: context.id, ...host, ...parts, begins });
    }
    catch (error) {
        (0,base_log/* logBug */.N)(host.log, error);
        const undone = await undo(services, opening, (0,ownership/* causeOf */.rl)(error), notes);
        return (0,ownership/* isLostToAnother */.Hl)(error) && waits(services) ? 'taken' : undone;
    }
    switch (begun.kind) {
        case 'unchanged':
            return reporter.unchanged(begun.changes, begun.why, plan, notes);
        case 'first':
            return reporter.first(begun.changes, begun.made, notes);
        case 'ready':
            return continueRollout(services, { rollout: begun.rollout, trafficState: { kind: 'stable' } }, { ...drive(), notes: [...notes, ...planned] });
    }
}
const CANCELLED = { kind: 'cancelled' };
function waits({ context, host }) {
    return context.inputs.supersede === 'wait' && !host.cancelled.aborted;
}
/** Whether another release has begun here since the first check, if this run waits for such releases. */
async function isTaken(services) {
    if (!waits(services))
        return false;
    const { target } = services;
    try {
        const { stored } = await target.observe();
        return stored.kind !== 'none' || (await target.readOtherRollout?.()) !== undefined;
    }
    catch (error) {
        (0,errors/* known */.eO)(error);
        return false;
    }
}
/** The time limit for finding the release's pull request on GitHub, in seconds. */
const GITHUB_SECONDS = 5;
const UNFOUND = 'The pull request of the release could not be found, so no commands are read from its comments';
/** A release also works without one, so no GitHub error stops it. */
async function findPull({ context, host }) {
    const { conversation, log } = host;
    const { pull } = context.event;
    if (!conversation)
        return undefined;
    if (pull)
        return pull.number;
    try {
        const asked = conversation().then(async (github) => ({ found: await github.findPull() }));
        const answer = await (0,time/* withTimeout */.wj)(GITHUB_SECONDS, asked);
        if (!answer)
            log.line(`${UNFOUND}: no answer within ${GITHUB_SECONDS} seconds`);
        return answer?.found;
    }
    catch (error) {
        log.line(`${UNFOUND}: ${(0,errors/* known */.eO)(error).message}`);
        return undefined;
    }
}
/** A failure before any user was served the new version: removes what was prepared. */
async function undo({ target, context, host, reporter }, { uploads }, cause, notes) {
    const { rollback } = target;
    try {
        const { stored, trafficState } = await rollback.observe();
        // This run must not roll back what another run has begun in between.
        const ours = stored.kind === 'rollout' && (0,release/* sameRollout */.c5)(stored.storedRollout.record.id, context.id);
        if (ours && trafficState && trafficState.kind !== 'external') {
            await rollback.restore(stored.storedRollout, trafficState);
            await rollback.cleanUp(stored.storedRollout, 'before');
            await rollback.clearState(undefined, context.id);
        }
    }
    catch (error) {
        (0,base_log/* logBug */.N)(host.log, error);
        host.log.warning(`What was prepared could not be removed: ${(0,errors/* messageOf */.bD)(error)}`);
        host.leaveToPost();
    }
    const left = (await uploads?.left()) ?? [];
    if (host.cancelled.aborted) {
        return reporter.refused(['cancelled while preparing', ...left], notes, CANCELLED);
    }
    const weight = await weightNow(target);
    return reporter.refused([(0,cause_text/* causeText */.x)(cause, (0,release/* linkFrom */.NA)(context)), ...left], notes, cause, weight);
}
/** Drives a prepared or taken-over rollout to its end, or as far as it is to go. */
async function continueRollout(services, snapshot, part) {
    const drive = { ...context/* WHOLE_RELEASE */.a5, ...part };
    if (drive.scope.kind === 'one-check')
        await pollOnce(services, snapshot);
    await readDetails(services, snapshot.rollout.record);
    warnIfTooShort(services, snapshot.rollout, drive.scope);
    const stop = announceExpiry(services);
    const ended = await runLoop({ ...services, drive }, snapshot).finally(stop);
    if (ended.cleanup === 'cleanup-pending')
        services.host.leaveToPost();
    const pruned = ended.ending.kind === 'promoted' ? await prune(services, ended.snapshot) : [];
    const left = latestAfterRollback(services.context.inputs, ended);
    return services.reporter.ended(ended, [...drive.notes, ...pruned, ...left]);
}
/** This run makes one check, so the comments are read before it. A cancellation does not wait for them. */
async function pollOnce({ comments, host: { cancelled } }, { rollout }) {
    if (cancelled.aborted)
        return;
    const polling = (0,time/* withTimeout */.wj)(GITHUB_SECONDS, comments.poll(rollout));
    await Promise.race([polling, (0,time/* whenAborted */.eG)(cancelled)]);
}
/** How long the loop may wait for details that only its report needs, in seconds. */
const DETAILS_SECONDS = 5;
/** Before the loop, with no concurrent reads, so that the first call after a cancellation is the rollback. */
async function readDetails({ target, recorder, host: { cancelled } }, record) {
    if (cancelled.aborted)
        return;
    const reading = readVersions(target, record.functions, cancelled).then(recorder.addVersions);
    await Promise.race([(0,time/* withTimeout */.wj)(DETAILS_SECONDS, reading), (0,time/* whenAborted */.eG)(cancelled)]);
}

;// CONCATENATED MODULE: ./build/commands/advance.js
// One check of an open rollout: judges what happened since, then shifts if it is time, holds, or rolls back.
// Intended for a schedule, so having nothing open is not an error.



function advance(services) {
    return withOpen(services, async (snapshot) => {
        if (snapshot.rollout.phase.kind === 'preparing' && snapshot.trafficState.kind === 'stable') {
            const problem = `the rollout on ${services.target.words} was interrupted before its first step, so there is nothing to advance; command: rollback removes it, and so does the next release`;
            return services.reporter.declined([problem], snapshot);
        }
        const { snapshot: ours, late } = await takeOverToDrive(services, snapshot);
        return continueRollout(services, ours, { scope: { kind: 'one-check' }, late });
    }, (last) => services.reporter.nothingOpen(`There is nothing to advance: ${describeNoneOpen(services, last)}.`));
}

// EXTERNAL MODULE: ./build/comments/listener.js
var listener = __webpack_require__(90119);
// EXTERNAL MODULE: ./build/report/requests.js
var requests = __webpack_require__(4365);
// EXTERNAL MODULE: ./build/rollout/comment-command.js
var comment_command = __webpack_require__(37883);
;// CONCATENATED MODULE: ./build/commands/comment.js
// Executes a comment on the pull request, for the event `issue_comment`: the same commands, under the same rules,
// for a release that no job is driving at the moment.






/** @param run runs another command */
async function comment(services, run) {
    const { context, host, reporter } = services;
    const { comment } = context.event;
    const { conversation } = host;
    const idle = (why) => ({ report: reporter.idle(why), did: 'comment' });
    const declined = (why) => ({
        report: reporter.declined([why]),
        did: 'comment',
    });
    if (!comment)
        return declined('there is no comment: expected the event issue_comment, on a pull request');
    if ((0,comment_command/* parseComment */.vj)(comment.body).kind === 'none')
        return idle('The comment contains no command.');
    if (comment.repository !== context.source.repository) {
        return declined(`the comment is from the repository ${comment.repository}, not from ${context.source.repository}`);
    }
    if (!(0,comment_command/* isEligible */.YT)(comment, 0))
        return idle('Comment ignored. Commands must come from a user account and must not have been edited.');
    if (!conversation)
        return declined('a comment needs github-token, to check who can give commands');
    try {
        const github = await conversation();
        const command = await (0,listener/* authorize */.Gq)(github, host.log, comment.pull, comment);
        if (!command)
            return idle('Nothing was done: the comment has been answered.');
        return await executeComment(services, github, comment, command, run);
    }
    catch (error) {
        return declined(`Could not read from GitHub: ${(0,errors/* known */.eO)(error).message}`);
    }
}
async function executeComment(services, github, posted, command, run) {
    const { context, host, reporter } = services;
    const at = (0,time/* now */.tB)();
    const found = await findOpen(services);
    const pull = found.kind === 'open' ? found.snapshot.rollout.record.pull : posted.pull;
    if (pull !== posted.pull) {
        await github.answer(posted.id, 'confused');
        const carrier = pull === undefined ? 'no pull request' : `#${pull}`;
        const why = `the open release belongs to ${carrier}, not to #${posted.pull}`;
        return { report: reporter.declined([why]), did: command };
    }
    const inputs = { ...context.inputs, command };
    const report = await run(command, { ...services, context: { ...context, inputs } });
    const last = found.kind === 'none' ? found.last?.ended : undefined;
    const obeyed = found.kind === 'none' ? (0,comment_command/* isAchieved */.Qz)(command, last) : isDone(command, report.outcome);
    const answered = github.answer(posted.id, obeyed ? '+1' : 'confused').catch((error) => {
        host.log.warning(`The comment could not be answered: ${(0,errors/* known */.eO)(error).message}`);
    });
    await (0,time/* withTimeout */.wj)(ANSWER_SECONDS, answered);
    const person = { at, login: posted.login, asked: command, result: report.reason };
    return { report: (0,requests/* withRequest */.ah)(report, person), did: command };
}
/** Whether the previously open release is now in the state that the command requests. */
function isDone(command, outcome) {
    if (outcome === 'failed' || outcome === 'stuck')
        return false;
    return outcome !== 'rolled-back' || command === 'rollback';
}
/** The command is complete, so the reply gets no more time than this. */
const ANSWER_SECONDS = 10;

;// CONCATENATED MODULE: ./build/commands/pause.js
// Pauses a rollout at its weight, and resumes it. While it is paused, every run that checks it also judges it, and
// rolls it back if it is worse.


function pause(services) {
    const { reporter, target, context } = services;
    return withOpen(services, async (snapshot) => {
        const { phase, paused } = snapshot.rollout;
        if (phase.kind !== 'step') {
            const where = phase.kind === 'baking' ? 'is already promoted' : 'has not started yet';
            return reporter.declined([`the rollout on ${target.words} ${where}, so it cannot be paused`], snapshot);
        }
        if (paused)
            return reporter.open(snapshot, 'It is already paused.');
        return savePhase(services, snapshot, { since: Math.floor((0,time/* now */.tB)()), by: context.id });
    }, (last) => reporter.declined([`there is nothing to pause: ${describeNoneOpen(services, last)}`]));
}
function resume(services) {
    const { reporter } = services;
    return withOpen(services, async (snapshot) => snapshot.rollout.paused
        ? savePhase(services, snapshot, undefined)
        : reporter.open(snapshot, 'It is not paused.'), (last) => reporter.declined([`there is nothing to resume: ${describeNoneOpen(services, last)}`]));
}
async function savePhase({ target, reporter }, { rollout, trafficState }, paused) {
    await target.pause(paused);
    const text = paused
        ? 'Paused: the weight stays the same until the rollout is resumed, promoted or rolled back.'
        : 'Resumed: the next run continues with its plan.';
    return reporter.open({ trafficState, rollout: { ...rollout, paused } }, text);
}

// EXTERNAL MODULE: ./build/monitor/monitor.js + 17 modules
var monitor = __webpack_require__(47377);
;// CONCATENATED MODULE: ./build/preflight/cost.js
// The cost of a release, without that of its traffic. AWS bills GetMetricData per requested metric, and provisioned
// concurrency for as long as it is allocated. DescribeAlarms and the control planes that targets call are free.


/** CloudWatch's list price for GetMetricData; some regions cost more. */
const DOLLARS_PER_METRIC = 0.01 / 1000;
/** The maximum number of metrics requested by one reading of the counts. */
function metricsPerReading(expense) {
    const { metricCost, functions, metrics, judged } = expense;
    return metricCost.traffic(functions) + (judged ? metricCost.measures(expense) + 4 * metrics : 0);
}
/** The maximum number of metrics requested by one reading of the hour before. */
function metricsOfHistory(expense) {
    const { metricCost, metrics, judged } = expense;
    return judged ? metricCost.history(expense) + 2 * metrics : 0;
}
/** The number of readings in a run of this length: one at the start, one per interval, one after each shift. */
function readingsIn(seconds, { plan, readingSeconds }) {
    return 1 + Math.floor(seconds / readingSeconds) + plan.steps.length;
}
/** The cost of a release, one item per sentence. */
function forecastCost(expense) {
    const { plan, provisionedForNew, staysSeconds } = expense;
    const whole = (0,rollout_plan/* planSeconds */.h9)(plan);
    const lines = staysSeconds === undefined ? ofOneJob(expense, whole) : ofPieces(expense, staysSeconds);
    if (provisionedForNew === 0)
        return lines;
    return [
        ...lines,
        `cost: about ${provisionedForNew} × ${(0,duration/* formatDuration */.a)(whole)} of provisioned concurrency for the new versions, billed by their memory while it is allocated, at the region's price; more if a step is extended`,
    ];
}
const PRICED = 'at 0.01 USD per 1,000, the price in most regions';
function freeOf({ freeCalls }) {
    return `reading alarms and calling the control plane of ${freeCalls} is free`;
}
function ofOneJob(expense, seconds) {
    const { asked, dollars, readings, each } = reading(expense, seconds);
    return [
        `cost: about ${(0,duration/* formatDuration */.a)(seconds)} of runner time for the steps and the bake, if no step is extended`,
        `cost: about ${dollars} USD for about ${count(asked)} CloudWatch metrics (${count(readings)} readings of up to ${each}, and the hour before), ${PRICED}; ${freeOf(expense)}`,
    ];
}
function ofPieces(expense, stays) {
    const { asked, dollars } = reading(expense, stays);
    const later = metricsPerReading(expense) + metricsOfHistory(expense);
    return [
        `cost: about ${(0,duration/* formatDuration */.a)(stays)} of runner time after the first weight (hold-for), and a short run for each later command; nothing runs between them`,
        `cost: about ${dollars} USD for about ${count(asked)} CloudWatch metrics in the run that starts it, and about ${later} metrics (${inDollars(later)} USD) in each advance, ${PRICED}; ${freeOf(expense)}`,
    ];
}
function reading(expense, seconds) {
    const each = metricsPerReading(expense);
    const readings = readingsIn(seconds, expense);
    const untilKept = 1 + Math.ceil((60 + expense.closingSeconds) / expense.readingSeconds);
    const asked = each * readings + metricsOfHistory(expense) * Math.min(readings, untilKept);
    return { each, readings, asked, dollars: inDollars(asked) };
}
function inDollars(metrics) {
    return Math.max(0.0001, metrics * DOLLARS_PER_METRIC).toLocaleString('en-US', {
        maximumSignificantDigits: 2,
    });
}
function count(value) {
    return value.toLocaleString('en-US');
}

// EXTERNAL MODULE: ./build/aws/log-quota.js
var log_quota = __webpack_require__(78733);
// EXTERNAL MODULE: ./build/logs/read-cost.js
var read_cost = __webpack_require__(13692);
;// CONCATENATED MODULE: ./build/preflight/log-cost.js
// The cost of reading logs: calls of a quota that the account shares, and transfer out of AWS.


/** @returns one sentence; none if logs are not read */
function logCost({ read, requestsPerMinute = 0 }, { seconds, region }) {
    if (!read)
        return [];
    const { sources, requestBytes: lineBytes } = read;
    const hour = (0,read_cost/* readCost */.i)({ requestsPerSecond: requestsPerMinute / 60, lineBytes, sources });
    const share = (perHour) => (perHour * seconds) / 3600;
    const calls = Math.ceil(share(hour.callsPerHour));
    const gigabytes = share(hour.gigabytesPerHour).toLocaleString('en-US', FIGURES);
    const dollars = share(hour.dollarsPerHour).toLocaleString('en-US', FIGURES);
    const [ours, all] = [(0,log_quota.callsPerSecond)(region), (0,log_quota/* quotaOf */.O)(region)];
    const most = read_cost/* CALLS_OF_A_RUN */.I.toLocaleString('en-US');
    return [
        `cost: about ${calls.toLocaleString('en-US')} calls of FilterLogEvents to read logs, at most ${ours} of the ${all} a second that AWS allows the account in ${region}, and at most ${most} in a run; about ${gigabytes} GB (${dollars} USD at 0.09 USD per GB) if the runner is outside AWS, and free otherwise`,
    ];
}
const FIGURES = { maximumSignificantDigits: 2 };

// EXTERNAL MODULE: ./build/targets/kinds.js + 6 modules
var kinds = __webpack_require__(97911);
// EXTERNAL MODULE: ./build/targets/iam-policy.js
var iam_policy = __webpack_require__(73151);
;// CONCATENATED MODULE: ./build/commands/plan-policies.js
// The IAM policies that a plan writes: of the role that releases, and of one that can only plan. They are written whatever
// preflight found, because a role that lacks permissions is where they are needed.


/** @param opening `undefined`: preflight could not read enough to know what exactly the release needs */
async function policiesFor(services, opening, { permissions }) {
    const logs = opening ? permissions : await logsAtMost(services);
    const needs = { ...needsOf(services, opening), logs };
    const unchecked = (0,iam_policy/* uncheckedActions */.mT)(needs).join(', ');
    return {
        shown: { policy: (0,iam_policy/* renderPolicy */.zQ)(needs), planPolicy: (0,iam_policy/* renderPlanPolicy */.Ok)(needs) },
        notes: [
            `permissions: a plan only reads, so it did not check whether the release may do what changes something: ${unchecked}. The release checks what it can before it changes anything`,
            ...(opening ? [] : [AT_MOST]),
        ],
    };
}
const AT_MOST = 'permissions: not everything could be read, so the policies allow what a release with these inputs can need at most. A plan without problems writes exact ones';
/** The logs of any group: their names are in what could not be read. */
async function logsAtMost({ context, clients }) {
    const { logs, analysis, functions } = context.inputs;
    if (logs === 'off' || analysis === 'off')
        return [];
    const { logPermissions } = await __webpack_require__.e(/* import() */ 9844).then(__webpack_require__.bind(__webpack_require__, 89844));
    const { account = '' } = functions.find((one) => one.account) ?? {};
    return logPermissions(clients.normal.place, ['*'], account);
}
function needsOf({ context, clients, target }, opening) {
    const { place } = clients.normal;
    const { alarms, hooks, keepVersions, role, functions, stacks } = context.inputs;
    const prunes = keepVersions !== undefined && !opening?.serveFirst;
    // A role has permissions only in its own account, and the whole release runs there.
    const [known = role?.arn ?? ''] = opening?.functionArns ?? [];
    const account = (0,arns/* accountOf */.XP)(known) || functions.find((one) => one.account)?.account;
    return {
        target: (of) => opening ? opening.policy({ role: of, prunes }) : target.policyAtMost({ role: of, prunes }),
        stacks,
        watchesAlarms: alarms.length > 0,
        hooks: Object.values(hooks.calls)
            .flat()
            .flatMap((hook) => hook.kind === 'function'
            ? [(0,arns/* hookArn */.J6)(place, hook.functionName, hook.qualifier, account)]
            : []),
    };
}

;// CONCATENATED MODULE: ./build/commands/plan.js
// Shows what a release would do, without changing anything: no request that could change something is sent, not even one
// that AWS would refuse.
















/** Reads everything, changes nothing, and reports what would happen. */
async function plan(services) {
    services.host.log.group('Preflight');
    for (const sentence of services.context.inputs.understood)
        services.host.log.line(sentence);
    const found = await preflight(services, (0,time/* now */.tB)());
    const { findings, opening, plan, holdBack, warnings, forecast: foresight, blindSpots } = found;
    const { problems, notes } = findings;
    const open = await services.target.observe().catch((0,errors/* orElse */.NW)(undefined));
    if (open?.stored.kind === 'rollout') {
        const { record } = open.stored.storedRollout;
        notes.push(`the rollout of ${(0,release/* describeRun */.vZ)(record.id)} is unfinished; see on-unfinished`);
    }
    if (services.context.inputs.planOf === 'start') {
        const whole = (0,duration/* formatDuration */.a)((0,rollout_plan/* planSeconds */.h9)(plan));
        notes.push(`plan-of: start: later runs (command: advance or promote) run the ${whole} of steps and bake, so job-timeout does not limit them`);
    }
    // A first release has no split.
    if (!opening?.serveFirst)
        notes.push(...holdBackText(holdBack, plan.bakeSeconds));
    const understood = services.context.inputs.understood;
    const policies = await policiesFor(services, opening, found.logs);
    notes.push(...policies.notes);
    if (problems.length > 0 || !opening) {
        const weight = await weightNow(services.target);
        const told = [...understood, ...notes];
        return { ...services.reporter.refused(problems, told, undefined, weight), ...policies.shown };
    }
    notes.push(...(opening.foreseen ?? []), ...(opening.uploads?.foreseen ?? []));
    notes.push(...(await withoutNewCode(opening)));
    notes.push(...found.logs.notes, ...costOf(services, opening, found));
    // A first release has no earlier releases and no promotion after which to delete them.
    const pruning = opening.serveFirst ? [] : await forecastPruning(services, opening.functions);
    for (const sentence of warnings)
        services.host.log.warning(sentence);
    const others = notes.filter((note) => !warnings.includes(note));
    for (const sentence of [...others, ...foresight, ...pruning])
        services.host.log.line(sentence);
    for (const spot of blindSpots)
        services.host.log.line(`blind spot: ${(0,blind_text/* blindSpotText */.t)(spot)}`);
    return services.reporter.planned(opening.functions, plan, foresight, {
        blindSpots,
        notes: [...understood, ...notes, ...pruning],
        ...policies.shown,
        weight: await weightNow(services.target),
    });
}
/** The result for versions that are served already, decided as the release decides it. */
async function withoutNewCode({ functions, serveFirst, whyUnchanged, }) {
    if (serveFirst || functions.length === 0)
        return [];
    if (functions.some(({ from, version }) => from !== version))
        return [];
    const why = await whyUnchanged(functions.map(({ name, from }) => ({ name, from, to: from })));
    return why === undefined
        ? [
            'without new code this is still a release, because it is not certain that all of it is already served',
        ]
        : [`there is nothing to release: ${why}`];
}
/** The cost of the release, without that of its traffic. */
function costOf({ context }, opening, { plan, logs }) {
    const { target, analysis, compare, metrics, planOf, holdSeconds, region } = context.inputs;
    const { metricCost, freeCalls } = (0,kinds/* kindOf */.I)(target);
    const staysSeconds = planOf === 'start' ? holdSeconds : undefined;
    const ofLogs = logCost(logs, { seconds: staysSeconds ?? (0,rollout_plan/* planSeconds */.h9)(plan), region });
    const ofRest = forecastCost({
        plan,
        metricCost,
        freeCalls,
        functions: opening.functions.filter(({ from, version }) => from !== version).length,
        compare,
        routes: opening.detailedRoutes ?? 0,
        metrics: metrics.length,
        judged: analysis !== 'off',
        readingSeconds: monitor/* COUNTS_SECONDS */.d,
        closingSeconds: (0,analysis_closed/* closingSeconds */.rh)(opening.longestAnswerSeconds),
        provisionedForNew: opening.provisionedForNew,
        staysSeconds,
    });
    return [...ofRest, ...ofLogs];
}

// EXTERNAL MODULE: ./build/rollout/preview-tags.js
var preview_tags = __webpack_require__(23054);
;// CONCATENATED MODULE: ./build/commands/closed-pull.js
// Whether a pull request is closed, so that its preview is no longer needed.

/** A failed call to GitHub is no reason to remove anything. */
async function isClosed({ conversation, log }, pull) {
    if (!conversation)
        return false;
    try {
        const github = await conversation();
        return (await github.pullState(pull)) === 'closed';
    }
    catch (error) {
        log.line(`Whether #${pull} is closed could not be read: ${(0,errors/* known */.eO)(error).message}`);
        return false;
    }
}

// EXTERNAL MODULE: ./build/controller/persist.js
var persist = __webpack_require__(34005);
;// CONCATENATED MODULE: ./build/commands/rollback.js
// Rolls back the open rollout on request; or, after a promotion, returns to what the history of the API or the
// function names as the previous release.













/** An open rollout is rolled back whatever its plan is: a rollback needs no matching plan. */
async function rollback_rollback(services) {
    const { reporter, target, context, host } = services;
    // A requested rollback is urgent, and AWS may be the cause of the problem.
    const found = await findOpen(services, () => (0,persist/* persist */.Zr)(`reading ${target.words}`, services, () => (0,persist/* unlessFinal */.fr)(target.rollback.observe())));
    const { rollbackTo } = context.inputs;
    if (rollbackTo && (found.kind !== 'problem' || isOverruled(found))) {
        return goBack(services, found, rollbackTo);
    }
    if (found.kind === 'problem')
        return declinedBy(services, found);
    if (found.kind === 'none') {
        return reporter.nothingOpen(`There is nothing to roll back: ${describeNoneOpen(services, found.last)}.`);
    }
    const { snapshot } = found;
    const mismatch = whyNoneRequested(context.inputs.asked, snapshot.rollout.record);
    if (mismatch !== undefined && context.inputs.onOtherPlan === 'fail') {
        return reporter.declined([mismatch], snapshot);
    }
    if (!(0,traffic_state/* canRollBack */.j)(snapshot.trafficState))
        return clearStoredState(services, snapshot, snapshot.trafficState.what);
    const { snapshot: ours, late } = await takeOverToRollBack(services, snapshot);
    const ended = await (0,rollback/* rollBack */.Fu)(services, ours, requested(services), late);
    if (ended.cleanup === 'cleanup-pending')
        host.leaveToPost();
    return reporter.ended(ended, latestAfterRollback(context.inputs, ended));
}
/**
 * Nothing of the rollout is left to roll back, and external changes are left alone. Its stored state would block
 * every later release.
 */
async function clearStoredState(services, snapshot, what) {
    const { target, host, reporter } = services;
    const reason = `Nothing of the rollout is left on ${target.words}, which was not changed: ${what}`;
    try {
        await (0,persist/* persist */.Zr)(`removing the stored state of the rollout on ${target.words}`, services, () => target.rollback.clearState(undefined, snapshot.rollout.record.id));
    }
    catch (error) {
        return reporter.declined([`${what}; and its stored state could not be removed: ${(0,errors/* known */.eO)(error).message}`], snapshot, undefined, await commandsToForget(services));
    }
    await (0,rollback/* cleanUp */.nY)(services, snapshot.rollout, 'before');
    host.log.warning(`${reason}. Its stored state was removed.`);
    const text = `${reason}. Its stored state was removed.`;
    return reporter.stateRemoved(snapshot, text, (0,rollout_cause/* externalState */.dN)(what));
}
function requested({ context }) {
    return { kind: 'requested', by: context.source.actor, through: 'workflow' };
}
/** A person who names the release to return to needs no tags for it, and has them cleared. */
function isOverruled({ stored }) {
    return stored === 'unproven' || stored === 'unreadable';
}
/** After a promotion. A rerun of the same workflow run must not go back one release further. */
async function goBack(services, found, to) {
    const { reporter, target, context, host } = services;
    if (found.kind === 'open') {
        const problem = 'a rollout is open, so there is no promotion to roll back; omit rollback-to to roll back the open rollout';
        return reporter.declined([problem], found.snapshot);
    }
    const last = found.kind === 'none' ? found.last : undefined;
    if (to.kind === 'previous' && last?.ended === 'rolled-back') {
        const already = describeNoneOpen(services, last);
        const { runId, repository } = context.id;
        return last.by.runId === runId && last.by.repository === repository
            ? reporter.nothingOpen(`It was already rolled back: ${already}.`)
            : reporter.declined([`${already}; to roll back further, name a version or a deployment`]);
    }
    // Stored state that cannot be trusted is cleared; that of a rollout that starts in the meantime is not.
    const forgotten = found.kind === 'problem' ? undefined : context.id;
    let begun = false;
    try {
        const way = await (0,persist/* persist */.Zr)(`finding an earlier release for ${target.words}`, services, () => (0,persist/* unlessFinal */.fr)(target.findUndo(to)));
        if (way.done)
            return reporter.nothingOpen(`This release is already served: ${way.words}.`);
        host.log.group('Roll back');
        host.log.line(`Rolling back to ${way.words}.`);
        begun = true;
        await (0,persist/* persist */.Zr)(`rolling back to ${way.words}`, services, () => (0,persist/* unlessFinal */.fr)(way.go()));
        await target.rollback
            .clearState({ ended: 'rolled-back', at: (0,time/* now */.tB)(), by: context.id }, forgotten)
            .catch((error) => host.log.warning((0,errors/* known */.eO)(error).message));
        const cause = requested(services);
        const why = (0,cause_text/* causeText */.x)(cause, (0,release/* linkFrom */.NA)(context));
        return reporter.returnedToEarlier(way.functions, `${why}; rolled back to ${way.words}`, cause);
    }
    catch (error) {
        const { message } = (0,errors/* known */.eO)(error);
        return begun
            ? reporter.returnFailed(message, (0,ownership/* causeOf */.rl)(error))
            : reporter.declined([message], undefined, (0,ownership/* causeOf */.rl)(error));
    }
}

;// CONCATENATED MODULE: ./build/commands/preview.js
// The preview of a pull request: created and updated while it is open, removed when it closes.








async function preview(services) {
    const { context, reporter } = services;
    const { inputs, event } = context;
    const { pull } = event;
    if (!pull) {
        return reporter.declined(['there is no pull request: expected the event pull_request']);
    }
    if (pull.fork) {
        return reporter.idle('The pull request comes from a fork. Its runs get no role and a read-only token, so there is no preview.');
    }
    const previews = await (0,kinds/* kindOf */.I)(inputs.target).previews?.(inputs.target, services.clients);
    if (!previews) {
        return reporter.declined(['a preview needs a REST API: expected rest-api-id and stage-name']);
    }
    const name = inputs.preview === 'stage' ? (0,preview_tags/* previewStageName */.ae)(pull.number) : previews.stageName;
    if (inputs.protectedStages.includes(name)) {
        return reporter.declined([
            `the stage "${name}" is protected (protected-stages), so pull requests must not change it`,
        ]);
    }
    try {
        return inputs.preview === 'stage'
            ? await ofStage(services, previews, pull)
            : await ofCanary(services, pull);
    }
    catch (error) {
        return reporter.declined([(0,errors/* known */.eO)(error).message]);
    }
}
async function ofStage(services, previews, pull) {
    const { context, host, reporter } = services;
    const { functions, previewLimit } = context.inputs;
    const { repository, sha } = context.source;
    const own = { repository, pull: pull.number };
    const name = (0,preview_tags/* previewStageName */.ae)(pull.number);
    const gone = async (why) => {
        const removed = await previews.remove(own);
        return removed
            ? reporter.idle(`The preview ${name} was removed: ${why}.`, { kind: 'removed' })
            : reporter.idle(`There is no preview: ${why}.`);
    };
    if (pull.closed)
        return gone('the pull request is closed');
    host.log.group('Preview');
    const made = await previews.make({
        preview: { ...own, at: (0,time/* now */.tB)() },
        functions,
        source: `${repository}@${sha}`,
        onLimit: previewLimit,
    });
    // The pull request may have been closed in between, and the run that removes previews found nothing.
    if (await isClosed(host, pull.number))
        return gone('the pull request was closed in the meantime');
    host.log.line(`The preview is at ${made.url}`);
    for (const note of made.notes)
        host.log.warning(note);
    const room = made.removed.map((number) => `the preview of #${number} was removed to make room`);
    return reporter.previewed(made.changes, made, [...room, ...made.notes]);
}
/** A small weight on a shared stage: judged as usual, and never promoted. */
async function ofCanary(services, pull) {
    const { reporter } = services;
    const found = await findOpen(services);
    if (found.kind === 'problem')
        return declinedBy(services, found);
    const none = () => reporter.idle('There is no preview: the pull request is closed.');
    if (found.kind === 'none')
        return pull.closed ? none() : start(services);
    const { preview: theirs } = found.snapshot.rollout.record;
    if (theirs === pull.number)
        return replace(services, pull);
    return pull.closed ? none() : reporter.declined([taken(services, theirs)]);
}
async function replace(services, { closed }) {
    const back = await rollback_rollback(services);
    if (back.outcome !== 'rolled-back')
        return back;
    return closed
        ? services.reporter.idle('The preview was removed: the pull request is closed.', {
            kind: 'removed',
        })
        : start(services);
}
function taken({ target }, theirs) {
    const whom = theirs === undefined ? 'a release' : `the preview of #${theirs}`;
    return `${target.words} is in use by ${whom}`;
}

;// CONCATENATED MODULE: ./build/commands/promote.js
// Promotes the open rollout, past the rest of its schedule, and bakes it. If it is shown to be worse, it is still
// rolled back.






function promote_promote(services) {
    const { reporter, target } = services;
    return withOpen(services, async (snapshot) => {
        const { preview } = snapshot.rollout.record;
        if (preview !== undefined) {
            const problem = `the open rollout is a preview of #${preview}, which is never promoted`;
            return reporter.declined([problem], snapshot);
        }
        // A weight of 0% that somebody set later is told as such.
        const started = (0,rollout_reached/* isMarkedReached */.LN)(snapshot.rollout.phase);
        if ((0,traffic_state/* weightOf */.m)(snapshot.trafficState) === 0 && !started) {
            const problem = `the rollout on ${target.words} has not started: the new version has not received traffic yet`;
            return reporter.declined([problem], snapshot);
        }
        const { snapshot: ours, late } = await takeOverToDrive(services, snapshot);
        return continueRollout(services, ours, {
            scope: { kind: 'promote' },
            takenOverAt: (0,time/* now */.tB)(),
            late,
        });
    }, (last) => {
        const none = describeNoneOpen(services, last);
        return last?.ended === 'promoted'
            ? reporter.idle(`It is already promoted: ${none}.`)
            : reporter.declined([`there is nothing to promote: ${none}`]);
    });
}

// EXTERNAL MODULE: ./build/report/outcomes.js
var outcomes = __webpack_require__(61506);
;// CONCATENATED MODULE: ./build/commands/status.js
// Shows the state of a rollout, without changing anything.





async function status_status(services) {
    const { reporter, recorder } = services;
    const found = await findOpen(services);
    if (found.kind === 'problem') {
        if (!found.otherRollout)
            return declinedBy(services, found);
        const none = sentence(describeNoneOpen(services, undefined));
        const here = (await weightNow(services.target)) === 0 ? reporter.nothingOpen : reporter.idle;
        return here(`${none}. However, ${found.problem}.`);
    }
    if (found.kind === 'none')
        return reporter.nothingOpen(`${sentence(describeNoneOpen(services, found.last))}.`);
    const { snapshot } = found;
    (0,controller_recorder/* resumeSteps */.Fw)(recorder, snapshot.rollout);
    recorder.observed(await services.monitor.check(snapshot.rollout, (0,time/* now */.tB)()));
    const stands = (0,outcomes/* describeTraffic */.hA)(snapshot.trafficState, snapshot.rollout.record.functions);
    return reporter.open(snapshot, `${stands} ${describeOpenRollout(services, snapshot)}`);
}
function sentence(text) {
    return text.charAt(0).toUpperCase() + text.slice(1);
}

;// CONCATENATED MODULE: ./build/commands/sweep.js
// Removes previews that are no longer needed: those of closed pull requests, and those that were not updated for a
// long time.






async function sweep(services) {
    const { context, host, clients, reporter } = services;
    const { target } = context.inputs;
    const previews = await (0,kinds/* kindOf */.I)(target).previews?.(target, clients);
    if (!previews) {
        return reporter.declined([
            'previews are stages of a REST API: expected rest-api-id and stage-name',
        ]);
    }
    host.log.group('Sweep');
    const removed = [];
    const problems = [];
    try {
        for (const preview of await previews.list()) {
            const why = await whyGone(services, preview);
            if (why === undefined)
                continue;
            try {
                await previews.remove(preview);
                removed.push(`${(0,preview_tags/* previewStageName */.ae)(preview.pull)} (${why})`);
                host.log.line(`Removed ${removed.at(-1)}.`);
            }
            catch (error) {
                problems.push((0,errors/* known */.eO)(error).message);
            }
        }
    }
    catch (error) {
        problems.push((0,errors/* known */.eO)(error).message);
    }
    if (problems.length > 0)
        return reporter.declined(problems);
    return removed.length > 0
        ? reporter.idle(`Removed ${removed.join(', ')}.`, { kind: 'removed' })
        : reporter.idle('There is nothing to sweep.');
}
/** `undefined`: keep it. */
async function whyGone({ context, host }, { repository, pull, at }) {
    const { protectedStages, previewAgeSeconds } = context.inputs;
    if (repository !== context.source.repository)
        return undefined;
    if (protectedStages.includes((0,preview_tags/* previewStageName */.ae)(pull)))
        return undefined;
    const age = (0,time/* now */.tB)() - at;
    if (age > previewAgeSeconds)
        return `not updated for ${(0,duration/* formatDuration */.a)(age)}`;
    return (await isClosed(host, pull)) ? `#${pull} is closed` : undefined;
}

;// CONCATENATED MODULE: ./build/commands/registry.js
// What each command does: one function each, with the same services.












const COMMANDS = {
    rollout: rollout,
    plan: plan,
    start: start,
    advance: advance,
    promote: promote_promote,
    rollback: rollback_rollback,
    pause: pause,
    resume: resume,
    status: status_status,
    preview: preview,
    sweep: sweep,
};
/** Runs the requested command. Never throws for AWS errors: the report contains the outcome. */
async function runCommand(context, host) {
    const services = await (0,run_services/* openServices */.Ns)(context, host);
    try {
        return await work(services);
    }
    finally {
        services.close();
    }
}
async function work(services) {
    const { context, reporter } = services;
    const { command } = context.inputs;
    const refusal = refuseUnmerged(context);
    if (refusal) {
        const cause = { kind: 'refused', problems: [refusal] };
        return { report: reporter.refused([refusal], [], cause), did: command };
    }
    return command === 'comment'
        ? comment(services, (asked, as) => COMMANDS[asked](as))
        : { report: await COMMANDS[command](services), did: command };
}
/** The commands that release code to users. */
const RELEASES = ['rollout', 'start', 'advance', 'promote'];
/** Unmerged code may still be discarded, and its stage may serve all users. */
function refuseUnmerged({ inputs: { command, onPullRequest }, event: { code }, }) {
    if (!code || onPullRequest === 'allow' || !RELEASES.includes(command))
        return undefined;
    if (carriesMergedCode(code))
        return undefined;
    return `on-pull-request: command ${command} would release unmerged code to users; expected command: plan or preview on the event ${code.name || 'unknown'}, or on-pull-request: allow`;
}


/***/ }),

/***/ 13692:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ CALLS_OF_A_RUN),
/* harmony export */   i: () => (/* binding */ readCost)
/* harmony export */ });
// What reading logs costs: calls, which count against a quota, and the transfer out of AWS, which is billed. Reading has
// no price of its own.
/** The calls of one run at most: three hours of reading as fast as the quota of the account allows here. */
const CALLS_OF_A_RUN = 20_000;
/** A hot read every 5 seconds looks at 20 seconds, and two settling reads follow. */
const READS_OF_A_LINE = 20 / 5 + 2;
const READS_PER_HOUR = 3600 / 5 + 2 * (3600 / 30);
/** Names, times and IDs around a line in a response: measured with lines of 282 bytes. */
const BYTES_AROUND = 240;
/** FilterLogEvents returns up to 1 MB or 10,000 events. */
const PAGE_BYTES = 1_048_576;
const PAGE_EVENTS = 10_000;
/** Amazon EC2 pricing, "Data transfer OUT", first tier; CloudWatch Logs is billed like EC2. */
const DOLLARS_PER_GIGABYTE = 0.09;
function readCost({ requestsPerSecond, lineBytes, sources }) {
    const lines = requestsPerSecond * 3600 * READS_OF_A_LINE;
    const pages = Math.max((lines * lineBytes) / PAGE_BYTES, lines / PAGE_EVENTS);
    const gigabytesPerHour = (lines * (lineBytes + BYTES_AROUND)) / 1e9;
    return {
        // Each read has at least one page, and its last page is not full.
        callsPerHour: Math.ceil(sources * READS_PER_HOUR + pages),
        gigabytesPerHour,
        dollarsPerHour: gigabytesPerHour * DOLLARS_PER_GIGABYTE,
    };
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


/***/ })

};
