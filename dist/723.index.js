export const id = 723;
export const ids = [723];
export const modules = {

/***/ 3723:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runCommand: () => (/* binding */ runCommand)
});

// EXTERNAL MODULE: ./build/aws/errors.js
var errors = __webpack_require__(8127);
// EXTERNAL MODULE: ./build/craft.js
var build_craft = __webpack_require__(8818);
// EXTERNAL MODULE: ./build/rollout/memory-in-words.js
var memory_in_words = __webpack_require__(779);
// EXTERNAL MODULE: ./build/rollout/duration.js
var duration = __webpack_require__(1624);
// EXTERNAL MODULE: ./build/rollout/next-step.js
var next_step = __webpack_require__(6352);
;// CONCATENATED MODULE: ./build/rollout/open-for.js
// How old a rollout is that was left open, and whose: what a schedule that fires no more leaves behind.


/** GitHub starts a schedule late at times, by minutes and more. */
const OVERDUE_SECONDS = 3600;
/** `begun 75h ago (2026-11-18T09:00:00Z)`. @param now seconds since the epoch */
function begunInWords({ record: { startedAt } }, now) {
    return `begun ${(0,duration/* formatDuration */.a)(now - startedAt)} ago (${iso(startedAt)})`;
}
/**
 * A sentence or two on an open rollout.
 *
 * @param link to the run that drove it last
 * @param now seconds since the epoch
 */
function openInWords(rollout, link, now) {
    const open = `It was ${begunInWords(rollout, now)}, and ${link} drove it last.`;
    const due = (0,next_step/* nextStepAt */.j)(rollout);
    if (due === undefined || now - due < OVERDUE_SECONDS)
        return open;
    const what = rollout.phase.kind === 'baking' ? 'bake could have ended' : 'step could have ended';
    return `${open} Its ${what} ${(0,duration/* formatDuration */.a)(now - due)} ago: see what the last run said, and whether the schedule of command: advance still fires.`;
}
function iso(seconds) {
    return new Date(seconds * 1000).toISOString().replace(/\.\d{3}Z$/, 'Z');
}

// EXTERNAL MODULE: ./build/rollout/plan.js
var rollout_plan = __webpack_require__(7927);
;// CONCATENATED MODULE: ./build/rollout/plan-difference.js
// What a run asks for, against what the open rollout was started with.


/** One sentence for each part in which the open rollout is not what is asked for. */
function differences(asked, { plan, functions }) {
    return [...planDifferences(asked, plan), ...functionDifferences(asked, functions)];
}
/** The same of steps and times alone. */
function planDifferences({ steps, advance, bakeSeconds }, plan) {
    const found = [];
    if (steps && !sameSteps(steps, plan.steps)) {
        found.push(...compared('steps', stepsInWords(steps), stepsInWords(plan.steps)));
    }
    if (advance)
        found.push(...compared('advance', advance, plan.advance.kind));
    if (bakeSeconds !== undefined) {
        const [wanted, open] = [bakeSeconds, plan.bakeSeconds].map(duration/* formatDuration */.a);
        found.push(...compared('bake-time', wanted, open));
    }
    return found;
}
function functionDifferences(asked, functions) {
    const found = asked.functions.flatMap(({ name, version }) => {
        const change = functions.find((f) => f.name === name);
        if (!change)
            return [`functions: "${name}" is asked for, and has no part in what is open`];
        return version === undefined ? [] : compared(`version of "${name}"`, version, change.to);
    });
    if (asked.functions.length === 0)
        return found;
    const more = functions.filter(({ name }) => !asked.functions.some((f) => f.name === name));
    return [
        ...found,
        ...more.map(({ name }) => `functions: "${name}" has a part in what is open, and is not asked for`),
    ];
}
/** Why a rollout is not to be rolled back for these functions: it moves none of them. */
function noneAsked({ functions }, open) {
    const some = functions.some(({ name }) => open.functions.some((f) => f.name === name));
    if (some || functions.length === 0)
        return undefined;
    const [asked, moved] = [functions, open.functions].map((all) => all.map(({ name }) => `"${name}"`).join(', '));
    return `functions: ${asked} is asked for, and ${moved || 'only the definition'} is open. Leave functions out, or set on-other-plan: continue to roll back what is open`;
}
function compared(name, wanted, open) {
    return wanted === open ? [] : [`${name}: ${wanted} is asked for, and ${open} is open`];
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
var release = __webpack_require__(2787);
// EXTERNAL MODULE: ./build/rollout/standing.js
var rollout_standing = __webpack_require__(8092);
// EXTERNAL MODULE: ./build/session.js + 60 modules
var build_session = __webpack_require__(243);
;// CONCATENATED MODULE: ./build/open-rollout.js
// The rollout that is open, for the commands that go on with one that another run began.








/**
 * Looks for an open rollout. Changes nothing, and never throws.
 *
 * @param read how what stands is read; omitted: once
 */
async function findOpen(session, read = () => session.target.observe()) {
    const { target, job } = session;
    job.log.group('Look');
    try {
        const { memory, standing } = await read();
        if (memory.kind === 'rollout' && standing) {
            return { kind: 'open', moment: { rollout: memory.remembered, standing } };
        }
        if (memory.kind !== 'none' && memory.kind !== 'rollout')
            return other(session, memory);
        const beside = await target.readBeside?.();
        if (beside)
            return other(session, beside);
        const stray = await target.readStray();
        if (stray !== undefined)
            return problem(`${stray}; it is left alone`);
        return { kind: 'none', last: memory.kind === 'none' ? memory.last : undefined };
    }
    catch (error) {
        return problem((0,errors/* messageOf */.bD)(error));
    }
}
function problem(text, beside = false) {
    return { kind: 'problem', problem: text, beside };
}
function other({ target, job }, memory) {
    const text = (0,memory_in_words/* whyNotOurs */.nL)(target.words, memory, (0,build_session/* linkFrom */.NA)(job));
    return { ...problem(text, memory.kind === 'another'), memory: memory.kind };
}
/**
 * Does something with the open rollout, if it is ours, as we left it, and the one that is asked for;
 * else says why not.
 *
 * @param otherwise where none is open
 */
async function withOpen(session, work, otherwise) {
    const { reporter, target, job } = session;
    const found = await findOpen(session);
    if (found.kind === 'none')
        return otherwise(found.last);
    if (found.kind === 'problem')
        return reporter.declined([found.problem]);
    const { moment } = found;
    if (moment.standing.kind === 'foreign') {
        const problem = `${target.words} is not as the rollout left it: ${moment.standing.what}${wayOut(moment.standing)}`;
        return reporter.declined([problem], moment);
    }
    job.log.line(sayOpen(session, moment));
    const others = differences(job.inputs.asked, moment.rollout.record);
    if (others.length > 0 && job.inputs.onOtherPlan === 'fail') {
        const hint = 'Leave these inputs out, or set on-other-plan: continue to go on with what is open';
        return reporter.declined([...others, hint], moment);
    }
    for (const other of others)
        job.log.warning(`Going on with what is open: ${other}`);
    try {
        return await work(moment);
    }
    catch (error) {
        return reporter.declined([(0,errors/* messageOf */.bD)(error)], moment);
    }
}
/** What ends a rollout of which somebody else has changed something. */
function wayOut(standing) {
    return (0,rollout_standing/* canGiveBack */.VH)(standing)
        ? '. To roll back what is still as it was left, run the action with command: rollback, or set on-unfinished: rollback'
        : '. Nothing of the rollout is left there: to have it forgotten, run the action with command: rollback';
}
/** How old the open rollout is, and whose. */
function sayOpen({ job }, { rollout }) {
    return openInWords(rollout, (0,build_session/* linkFrom */.NA)(job)(rollout.record.id), (0,build_craft/* now */.tB)());
}
/** What to say where no rollout is open. */
function noneOpen({ target, job }, last) {
    const none = `no rollout is open on ${target.words}`;
    if (!last)
        return none;
    const at = new Date(last.at * 1000).toISOString().replace('.000Z', 'Z');
    const how = last.ended === 'promoted' ? 'promoted' : 'rolled back';
    return `${none}: the last one was ${how} at ${at} by ${(0,release/* linkToRun */.Tx)(last.by, job.source.runUrl)}`;
}

// EXTERNAL MODULE: ./build/rollout/history.js
var rollout_history = __webpack_require__(3618);
;// CONCATENATED MODULE: ./build/begin.js
// From a clean preflight to a canary that is ready to take traffic: publish, compare, remember,
// prepare. Nothing here is seen by a user of the API.



/** Makes what the canary needs and remembers the rollout, or finds that nothing changed. */
async function begin(beginning) {
    const { log, opening, plan, id } = beginning;
    if (opening.repair)
        log.line(await opening.repair());
    log.group('Publish');
    const changes = await publish(beginning);
    if (opening.serveFirst) {
        return { kind: 'first', changes, made: await opening.serveFirst(changes) };
    }
    const why = await opening.whyUnchanged(changes);
    if (why !== undefined)
        return { kind: 'unchanged', changes, why };
    log.group('Deploy to the canary');
    const preparing = {
        say: log.line,
        pause: (seconds) => (0,build_craft/* pause */.v7)(seconds, beginning.cancelled),
        stopped: () => beginning.cancelled.aborted,
    };
    const record = {
        id,
        on: opening.rememberedOn,
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
/** Publishes the versions that are released. Publishing what is published already changes nothing. */
async function publish({ functions, opening, log, description, }) {
    const changes = [];
    for (const { name, from, version } of opening.functions) {
        const to = version ?? (await functions.publish(name, (0,rollout_history/* describeVersion */.MP)(description, from)));
        if (to !== from && version === undefined)
            await functions.untilReady(name, to);
        changes.push({ name, from, to });
        const published = version === undefined ? ', published' : '';
        log.line(to === from
            ? `${name}: version ${to} is what is served already`
            : `${name}: version ${(0,release/* changeInWords */.Zb)({ from, to })}${published}`);
    }
    return changes;
}

;// CONCATENATED MODULE: ./build/origins.js
// What AWS keeps of the versions that are released, for the report alone: nobody waits for it, and
// what cannot be read is not told.
/** A report tells of no more functions in full. */
const MOST_FUNCTIONS = 20;
/** Of both versions of each function, one after the other. Never throws. */
async function readVersions(functions, changes, signal) {
    const found = [];
    const wanted = changes
        .slice(0, MOST_FUNCTIONS)
        .flatMap(({ name, from, to }) => [from, to].map((version) => ({ name, version })));
    for (const { name, version } of wanted) {
        if (version === '' || signal.aborted)
            continue;
        const reading = await functions.read(name, version, signal).catch(() => undefined);
        if (!reading)
            continue;
        const { description, codeSha256 } = reading;
        found.push({ name, version, description, codeSha256 });
    }
    return found;
}

;// CONCATENATED MODULE: ./build/observe.js
// One look: what stands in AWS, and what the witnesses say.




const LOOK_SECONDS = 15;
/** How long AWS may fail to show what stands. */
const BLIND_SECONDS = 180;
/** Looks until AWS answers, it has been blind for too long, or the job is to stop. */
async function takeLook(craft, before) {
    const begun = (0,build_craft/* now */.tB)();
    // One annotation says it; what is tried again belongs in the log.
    let tell = craft.log.warning;
    for (;;) {
        const look = await unlessCancelled(craft, () => lookOnce(craft, before));
        if (look.kind !== 'blind' || (0,build_craft/* now */.tB)() - begun > BLIND_SECONDS)
            return look;
        tell(`What stands in AWS could not be read: ${look.why}. Trying again.`);
        tell = craft.log.line;
        await (0,build_craft/* pause */.v7)(LOOK_SECONDS, craft.cancelled);
    }
}
async function lookOnce(craft, before) {
    try {
        const { memory, standing } = await craft.target.observe(craft.cancelled);
        if (memory.kind === 'takes-part') {
            return { ...lost((0,memory_in_words/* sayTakesPart */.FG)(memory, craft.linkTo)), ...(memory.id && { to: memory.id }) };
        }
        if (memory.kind === 'another') {
            return { ...lost((0,memory_in_words/* sayReleased */.Tg)(memory.of, craft.linkTo(memory.id))), to: memory.id };
        }
        if (memory.kind !== 'rollout' && memory.kind !== 'none')
            return lost(memory.why);
        if (memory.kind === 'none' || !standing)
            return lost('the tags that remember it are gone');
        const { id } = memory.remembered.record;
        const { id: own } = before.rollout.record;
        if (!(0,release/* sameRollout */.c5)(id, own))
            return { ...lost((0,memory_in_words/* sayTakenOver */.Jo)(id, own, craft.linkTo)), to: id };
        // What this run has written it knows by itself; only whether it is paused do others write.
        const rollout = { ...before.rollout, paused: memory.remembered.paused };
        const seen = await craft.watch(rollout, (0,build_craft/* now */.tB)());
        return { kind: 'seen', moment: { rollout, standing }, seen };
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

;// CONCATENATED MODULE: ./build/ask-hook.js
// Where the loop meets its hooks: what they have said counts with what was seen, and the loop goes on
// looking while one thinks.




/** A look with the last word of every hook among its evidence, and what people said. */
function withHooks({ hooks, orders }, look) {
    if (look.kind !== 'seen')
        return look;
    const said = hooks.evidence();
    const { evidence, decisive } = look.seen;
    const seen = {
        ...look.seen,
        evidence: [...evidence, ...said, ...orders.evidence()],
        decisive: [...decisive, ...said],
    };
    return { ...look, seen };
}
/**
 * Asks the hook of the moment's phase, until it has answered or it is time for another look.
 *
 * @returns the moment with what later runs need to know of the answer
 */
async function askHook(craft, moment) {
    const { hooks, cancelled } = craft;
    const { standing } = moment;
    // Nobody is asked about what somebody else holds: the loop has left it.
    if (standing.kind === 'foreign')
        return moment;
    const answered = new AbortController();
    const asked = hooks.ask(moment.rollout, (0,rollout_standing/* weightOf */.mm)(standing));
    const awake = (0,build_craft/* pause */.v7)(LOOK_SECONDS, AbortSignal.any([cancelled, answered.signal]));
    await Promise.race([asked.then(() => answered.abort()), awake]);
    return rememberAnswer(craft, moment);
}
/**
 * The bake may last for many runs, and asks its hook in the first of them alone. The other points ask
 * right before a change, which tells later runs that they have passed.
 */
async function rememberAnswer({ hooks, target, log }, moment) {
    const { rollout } = moment;
    const { phase } = rollout;
    if (phase.kind !== 'baking' || hooks.standing(phase) !== 'clear')
        return moment;
    const asked = { ...phase, asked: true };
    try {
        await target.remember(rollout, asked);
        return { ...moment, rollout: { ...rollout, phase: asked } };
    }
    catch (error) {
        log.warning(`That the post-traffic hook has passed could not be remembered, so a later run asks it again: ${(0,errors/* messageOf */.bD)(error)}`);
        return moment;
    }
}

// EXTERNAL MODULE: ./build/journal.js + 3 modules
var build_journal = __webpack_require__(5935);
// EXTERNAL MODULE: ./build/last-look.js
var last_look = __webpack_require__(9324);
// EXTERNAL MODULE: ./build/rollout/verdict.js
var rollout_verdict = __webpack_require__(7839);
// EXTERNAL MODULE: ./build/report/finding.js
var finding = __webpack_require__(8586);
// EXTERNAL MODULE: ./build/report/words.js
var words = __webpack_require__(4702);
;// CONCATENATED MODULE: ./build/report/look-line.js
// One line of the log for each look.





function renderLookLine(look) {
    const columns = [
        (0,words/* clockTime */.qo)(look.at).slice(0, 8),
        look.where.padEnd('step 50/50'.length),
        `${(0,words/* bar */.M0)(look.weight)} ${(0,rollout_plan/* formatWeight */.ck)(look.weight).padStart(6)}`,
        `${(0,duration/* formatDuration */.a)(look.secondsLeft)} left`.padEnd(14),
        `canary ${arm(look.canary)}`,
        `stable ${arm(look.stable)}`,
        (look.errors ? (0,finding/* ratioInWords */.a)(look.errors) : '–').padEnd(RATIO_WIDTH),
        alarmWords(look.alarms),
        verdictWords(look),
    ].filter((column) => column !== '');
    return columns.join('  ');
}
/** Right-aligned figures, so that the eye goes down a column; as wide for a million a day. */
function arm(totals) {
    if (totals.requests === 0)
        return 'no requests yet'.padEnd(ARM_WIDTH);
    const requests = (0,words/* count */.U9)(totals.requests).padStart(9);
    const failed = (0,words/* count */.U9)(totals.errors).padStart(6);
    return `${requests} req ${failed} failed ${(0,words/* errorRate */.zi)(totals).padStart(6)}`;
}
const RATIO_WIDTH = '×0.012 (0.0012–0.12)'.length;
const ARM_WIDTH = '1,000,000 req 10,000 failed 0.012%'.length;
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
// EXTERNAL MODULE: ./build/rollout/bake.js
var bake = __webpack_require__(9925);
;// CONCATENATED MODULE: ./build/rollout/reached.js
// What a run has itself brought about, and finds changed, was changed by somebody: it is left to them.


/** Whether all that the phase was to bring is there. */
function isReached({ plan, phase, standing, closes, }) {
    if (phase.kind === 'baking')
        return standing.kind === 'promoted' && !(standing.open && closes);
    const step = phase.kind === 'step' ? plan.steps[phase.index] : undefined;
    if (!step || standing.kind !== 'split')
        return false;
    return (0,rollout_plan/* sameWeight */.DC)(standing.weight, step.weight) && standing.most === undefined;
}
/** For a run that found another weight than its step's. */
function strangeWeight(index, step, { weight, where, most }) {
    const canary = where === undefined ? 'the canary' : `the canary of ${where}`;
    const has = where === undefined && most !== undefined
        ? `from ${(0,rollout_plan/* formatWeight */.ck)(weight)} to ${(0,rollout_plan/* formatWeight */.ck)(most)}`
        : (0,rollout_plan/* formatWeight */.ck)(weight);
    return `stopped without touching it, because somebody else changed the weight: ${canary} has ${has}, not ${(0,rollout_plan/* formatWeight */.ck)(step.weight)} as step ${index + 1} wants`;
}
/** For a run that found its own promotion changed. */
function reopened(standing) {
    const what = standing.kind === 'split'
        ? `the new version has ${(0,rollout_plan/* formatWeight */.ck)((0,rollout_standing/* weightOf */.mm)(standing))} of the traffic`
        : 'a canary is open on the stage';
    return `stopped without touching it, because somebody else changed it after the promotion: ${what}`;
}

;// CONCATENATED MODULE: ./build/rollout/decide.js
// What to do next: a pure function of the plan, of what stands in AWS, and of the verdict. It is
// asked anew at every look, so a run that takes over from a dead one decides as the dead one would.




/** Decides on one command. Total: every situation has exactly one answer. */
function decide(s) {
    const command = decideInTime(s);
    if (command.kind !== 'wait' || s.reach.kind !== 'one-look')
        return command;
    return leaveHeld(waitingInWords(s, command.until));
}
function decideInTime(s) {
    const { standing, phase } = s;
    if (standing.kind === 'foreign')
        return onForeign(standing, phase);
    if (s.cancelled)
        return onCancelled(s);
    if (s.verdict === 'failing' || s.hook === 'failed')
        return goBack(s);
    switch (phase.kind) {
        case 'preparing':
            return onPreparing(s, standing);
        case 'step':
            return onStep(s, standing, phase);
        case 'baking':
            return onBaking(s, standing, phase.since);
    }
}
/** All or none: what is still ours goes back, what somebody else holds is left to them. */
function onForeign({ what, others }, phase) {
    // Nothing of it was ever moved, so there is nothing to remember for anybody.
    if (phase.kind === 'preparing') {
        const reason = `stopped without touching it: ${what}`;
        return { kind: 'finish', ending: { kind: 'failed', reason } };
    }
    return others === 'ours'
        ? {
            kind: 'roll-back',
            reason: `somebody else holds a part of it, which was left alone: ${what}`,
        }
        : leave(`stopped without touching it: ${what}`);
}
function onCancelled({ onCancel, phase, standing }) {
    if (onCancel === 'rollback')
        return { kind: 'roll-back', reason: 'cancelled' };
    // What nobody was served yet is not worth keeping.
    if (phase.kind === 'preparing' && standing.kind === 'stable') {
        return { kind: 'abandon', reason: 'cancelled' };
    }
    const reason = 'cancelled, and on-cancel: hold leaves it as it is';
    return { kind: 'leave', ending: { kind: 'held', reason } };
}
/** A hook that says no before any traffic ends a release that nobody has seen. */
function goBack({ phase, standing, hook, because: reason }) {
    const unseen = phase.kind === 'preparing' && standing.kind === 'stable';
    return { kind: unseen && hook === 'failed' ? 'abandon' : 'roll-back', reason };
}
function onPreparing({ plan, hook }, standing) {
    if (standing.kind === 'promoted')
        return { kind: 'promote' };
    if (hook === 'due')
        return { kind: 'hook' };
    const first = plan.steps[0];
    if (!first)
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
        return canaryGone(index, standing);
    if (s.reached && !isReached(s))
        return leave(strangeWeight(index, step, standing));
    if (!(0,rollout_plan/* sameWeight */.DC)(standing.weight, step.weight))
        return shiftAgain(s.plan, index, step, standing);
    return onHeldStep(s, index, step, since);
}
function onHeldStep(s, index, step, since) {
    if (s.reach.kind === 'promote')
        return s.hook === 'due' ? { kind: 'hook' } : { kind: 'promote' };
    if (s.reach.kind === 'hold')
        return onHold(s.now, s.reach);
    const window = (0,rollout_plan/* stepWindow */.$0)(s.plan, step);
    const earliest = since + window.earliest;
    // A run that takes over has the same patience before it calls silence inconclusive.
    const latest = Math.max(since + window.latest, s.takenOverAt + rollout_plan/* PATIENCE_SECONDS */.eQ);
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
    if (s.hook === 'due')
        return { kind: 'hook' };
    const next = s.plan.steps[index + 1];
    if (!next)
        return { kind: 'promote' };
    return { kind: 'shift', step: index + 1, weight: next.weight };
}
function onHold(now, { why, until }) {
    return now < until ? { kind: 'wait', until } : leaveHeld(why);
}
/** How long an incident that hits both versions is waited out before the run ends. */
const FREEZE_SECONDS = 1800;
function onFrozen({ now }, reason, until) {
    return now < until ? { kind: 'wait', until } : leaveHeld(reason);
}
/** What the policy says of what could not be judged; `undefined`: go on. */
function onSilence({ onInconclusive, because }) {
    if (onInconclusive === 'promote')
        return undefined;
    const reason = `inconclusive: ${because}`;
    if (onInconclusive === 'rollback')
        return { kind: 'roll-back', reason };
    return leaveHeld(reason);
}
/**
 * The memory is written before the shift, so a run that died in between finds the weight of the
 * step before: shift again. Any other weight is someone else's.
 */
function shiftAgain(plan, index, step, standing) {
    const before = plan.steps[index - 1]?.weight ?? 0;
    if ((0,rollout_plan/* sameWeight */.DC)(standing.weight, before))
        return { kind: 'shift', step: index, weight: step.weight };
    return leave(strangeWeight(index, step, standing));
}
/** A canary that was open and is not any more was closed by someone: all users are on stable. */
function canaryGone(index, { open }) {
    const gone = index === 0 ? 'it was not opened, or someone removed it' : 'someone removed it';
    const reason = `the canary of step ${index + 1} is not there: ${gone}; all traffic goes to the version that stood before`;
    if (open)
        return { kind: 'roll-back', reason };
    return { kind: 'finish', ending: { kind: 'failed', reason } };
}
function onBaking(s, standing, since) {
    if (s.reached && standing.kind !== 'stable' && !isReached(s))
        return leave(reopened(standing));
    // The memory is written before the promotion, so here it was not made yet, or not whole.
    if (standing.kind === 'split')
        return { kind: 'promote' };
    if (standing.kind === 'promoted' && standing.open && s.closes)
        return { kind: 'promote' };
    if (standing.kind === 'stable') {
        const reason = 'the version before is served: the promotion was not made, or someone took it back';
        if (standing.open)
            return { kind: 'roll-back', reason };
        return { kind: 'finish', ending: { kind: 'failed', reason } };
    }
    if (s.hook === 'due')
        return { kind: 'hook' };
    const until = since + s.plan.bakeSeconds;
    if (s.now < until)
        return { kind: 'wait', until };
    return onBaked(s, until) ?? { kind: 'finish', ending: { kind: 'promoted' } };
}
/**
 * What is done at the end of a bake that could not be watched to its end; `undefined`: nothing, it was.
 */
function onBaked(s, end) {
    if (s.plan.bakeSeconds === 0)
        return undefined;
    const baking = { ...s, end };
    if ((0,bake/* isRead */.H9)(baking) && s.verdict !== 'inconclusive')
        return undefined;
    const until = (0,bake/* waitedUntil */.BL)(baking);
    if (s.now >= until)
        return onSilence(s.because === '' ? { ...s, because: UNREAD } : s);
    const readable = (0,bake/* isRead */.H9)(baking) ? until : (0,bake/* readableAt */.k1)(baking);
    return { kind: 'wait', until: s.now < readable ? Math.min(readable, until) : until };
}
const UNREAD = 'the end of the bake has not been read';
function leave(reason) {
    return { kind: 'leave', ending: { kind: 'failed', reason } };
}
function leaveHeld(reason) {
    return { kind: 'leave', ending: { kind: 'held', reason } };
}
/** What a run that does not wait would wait for. */
function waitingInWords({ phase, plan, frozen, verdict, because, now }, until) {
    const left = (0,duration/* formatDuration */.a)(until - now);
    const why = verdict === 'inconclusive' ? `: ${because}` : '';
    if (phase.kind === 'baking')
        return `it is promoted, and baked for another ${left}${why}`;
    if (frozen !== undefined)
        return frozen;
    const step = phase.kind === 'step' ? phase.index : 0;
    const where = `step ${step + 1} of ${plan.steps.length} (${(0,rollout_plan/* formatWeight */.ck)(plan.steps[step]?.weight ?? 0)})`;
    return `${where} has another ${left} to go${why}`;
}

// EXTERNAL MODULE: ./build/rollout/phase.js
var rollout_phase = __webpack_require__(4781);
// EXTERNAL MODULE: ./build/analysis/closed.js
var analysis_closed = __webpack_require__(7515);
;// CONCATENATED MODULE: ./build/situation.js
// What a look amounts to, for the decision.






/** Everything that the decision depends on. */
function situation(craft, { rollout, standing }, look, trouble, reached) {
    const decisive = look.kind === 'seen' ? decisiveIn(look.seen, rollout) : [];
    const asked = craft.orders.asked();
    const failure = trouble ?? asked.rollback ?? (look.kind === 'blind' ? look.why : undefined);
    return {
        plan: rollout.record.plan,
        phase: rollout.phase,
        standing,
        verdict: failure === undefined ? (0,rollout_verdict/* worst */.Q)(decisive) : 'failing',
        because: failure ?? becauseOf(decisive),
        frozen: look.kind === 'seen' ? look.seen.frozen : undefined,
        readUntil: look.kind === 'seen' ? look.seen.readUntil : 0,
        closingSeconds: (0,analysis_closed/* closingSeconds */.r)(rollout.record.longestAnswerSeconds),
        endsBy: craft.endsBy,
        hook: craft.hooks.standing(rollout.phase),
        onInconclusive: craft.onInconclusive,
        onCancel: craft.onCancel,
        now: (0,build_craft/* now */.tB)(),
        takenOverAt: craft.takenOverAt,
        closes: closesSplit(rollout.record),
        reached,
        cancelled: look.kind === 'cancelled',
        reach: reachOf(craft, rollout, asked),
    };
}
/** Which phase's goal this run has itself seen: by a look, or as its own change was read back. */
function trackReached() {
    let phase;
    const saw = ({ rollout, standing }) => {
        const { record } = rollout;
        const goal = { plan: record.plan, phase: rollout.phase, standing, closes: closesSplit(record) };
        if (isReached(goal))
            ({ phase } = rollout);
    };
    return {
        saw,
        /** What a change has made, unless it failed or is still under way. */
        made: ({ moment, trouble, late }) => {
            if (trouble === undefined && late === undefined)
                saw(moment);
        },
        of: ({ rollout }) => (0,rollout_phase/* isSamePhase */.qd)(phase, rollout.phase),
    };
}
/**
 * By the clock the steps go on before anything could be compared, all but the last: the promotion
 * needs one comparison. After it silence decides nothing.
 */
function decisiveIn({ decisive, uncompared }, { phase, record: { plan } }) {
    const last = phase.kind === 'step' && phase.index >= plan.steps.length - 1;
    return last ? decisive : decisive.filter((evidence) => evidence !== uncompared);
}
/** How long a run waits for somebody to resume what was paused. */
const PAUSED_SECONDS = 1800;
/** A pause holds every run but one that was told to promote. */
function reachOf({ reach, takenOverAt }, { paused, phase, record }, asked) {
    if (record.preview !== undefined && reach.kind !== 'hold') {
        return { kind: 'hold', why: `a preview of #${record.preview} is never promoted`, until: 0 };
    }
    if (asked.promote !== undefined && record.preview === undefined)
        return { kind: 'promote' };
    if (reach.kind === 'promote' || reach.kind === 'hold')
        return reach;
    const since = phase.kind === 'step' ? phase.since : 0;
    const hold = paused
        ? { why: `paused by ${(0,release/* formatRolloutId */.A2)(paused.by)}`, from: paused.since }
        : asked.hold !== undefined && { why: asked.hold, from: since };
    if (!hold)
        return reach;
    const from = Math.max(hold.from, takenOverAt);
    const until = reach.kind === 'one-look' ? 0 : from + PAUSED_SECONDS;
    return { kind: 'hold', why: hold.why, until };
}
/** Whether nothing of the split is to be left after the promotion. */
function closesSplit({ target }) {
    return target.kind === 'alias' || target.promote.close;
}
/** What the worst witnesses say. */
function becauseOf(evidence) {
    const verdict = (0,rollout_verdict/* worst */.Q)(evidence);
    if (verdict === 'healthy')
        return '';
    const speakers = evidence.filter((e) => e.verdict === verdict);
    return speakers.map(rollout_verdict/* sayEvidence */.$).join('; ');
}

// EXTERNAL MODULE: ./build/targets/ours.js
var ours = __webpack_require__(9438);
// EXTERNAL MODULE: ./build/way-back.js
var way_back = __webpack_require__(9435);
;// CONCATENATED MODULE: ./build/wind-up.js
// What is left to do when the traffic is where it is to stay. Nothing of it is seen by users, so a failure is
// only said.



/** @returns whether nothing is left for the post step */
async function windUp(craft, moment, stands) {
    const promoted = stands === 'new';
    if (promoted) {
        await completePromotion(craft, moment);
        await handOver(craft, moment);
    }
    else if (!(await completeWayBack(craft, moment))) {
        return false;
    }
    const settled = await (0,roll_back/* settle */.G9)(craft, moment.rollout, stands);
    const forgotten = await (0,roll_back/* forget */.y6)(craft, moment.rollout, promoted ? 'promoted' : undefined);
    return settled && forgotten;
}
/** A run that died while promoting may have left a last part undone; nothing of it is seen by users. */
async function completePromotion({ target, log }, { rollout }) {
    try {
        await target.promote(rollout);
    }
    catch (error) {
        log.warning(`Promoted, but not tidied up: ${(0,errors/* messageOf */.bD)(error)}`);
    }
}
/**
 * A way back that was cut off, or somebody who took the traffic back by hand, may have left the rest: the
 * draft of pinned versions.
 *
 * @returns whether nothing of it is left
 */
async function completeWayBack(craft, { rollout, standing }) {
    if (standing.kind !== 'stable')
        return true;
    try {
        await craft.target.rollBack(rollout, standing, craft.wayBack);
        return true;
    }
    catch (error) {
        craft.log.warning(`All traffic is back, but not all else: ${(0,errors/* messageOf */.bD)(error)}`);
        return false;
    }
}
/** Users have the new version already, so this is no reason to take it back. */
async function handOver({ target, log, cancelled }, { rollout }) {
    try {
        await target.handOver?.(rollout, {
            say: log.line,
            pause: (seconds) => (0,build_craft/* pause */.v7)(seconds, cancelled),
            stopped: () => cancelled.aborted,
        });
    }
    catch (error) {
        log.warning(`Promoted, but not all is as it was meant to be: ${(0,errors/* messageOf */.bD)(error)}`);
    }
}

;// CONCATENATED MODULE: ./build/perform.js
// The one place that waits and acts: look at everything, decide, perform one command, and again.

















/**
 * Drives a prepared rollout to an ending. Never throws for what AWS answers.
 *
 * @param first as this run begins it, or takes it over
 */
async function perform(craft, first) {
    const ended = await driveToEnd(craft, first);
    const { kind } = ended.ending;
    // What stays open can be asked of the next run as well; a job that is to stop has no time left.
    const over = kind === 'promoted' || kind === 'rolled-back' || ended.rest === 'untouched';
    if (over && !craft.cancelled.aborted)
        await hearOut(craft, ended.moment, kind);
    return ended;
}
/** Seconds that GitHub may take to tell what people said last. */
const LAST_WORD_SECONDS = 10;
async function hearOut({ orders }, { rollout }, ended) {
    await (0,build_craft/* within */.ux)(LAST_WORD_SECONDS, orders.hearOut(rollout, ended));
}
async function driveToEnd(craft, first) {
    let moment = first;
    let trouble;
    let late;
    const reached = trackReached();
    const said = new Set();
    (0,build_journal/* resumeSteps */.Fw)(craft.journal, first.rollout);
    for (;;) {
        const look = withHooks(craft, await takeLook(craft, moment));
        if (look.kind === 'lost') {
            await craft.hooks.stop();
            return onLost(craft, moment, look);
        }
        if (look.kind === 'seen') {
            moment = look.moment;
            reached.saw(moment);
            craft.journal.saw(look.seen);
        }
        announce(craft, look, said);
        void craft.orders.poll(moment.rollout);
        let command = decide(situation(craft, moment, look, trouble, reached.of(moment)));
        if (command.kind === 'finish') {
            // After this nothing of it can be taken back by a comment any more.
            await hearOut(craft, moment);
            command = decide(situation(craft, moment, look, trouble, reached.of(moment)));
        }
        if (command.kind !== 'wait' && command.kind !== 'hook')
            await craft.hooks.stop();
        const result = await act(craft, moment, command, late);
        if (result.kind === 'ended')
            return result.ended;
        ({ moment, trouble, late } = result);
        reached.made(result);
    }
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
async function act(craft, moment, command, late) {
    switch (command.kind) {
        case 'wait':
            craft.log.line(lookLine(craft, moment, command.until));
            await (0,build_craft/* pause */.v7)(Math.min(LOOK_SECONDS, command.until - (0,build_craft/* now */.tB)()), craft.cancelled);
            return { kind: 'go-on', moment, trouble: undefined };
        case 'hook':
            return { kind: 'go-on', moment: await askHook(craft, moment), trouble: undefined };
        case 'shift':
            return shift(craft, moment, command.step, command.weight);
        case 'promote':
            return promote(craft, moment);
        case 'roll-back':
            return { kind: 'ended', ended: await (0,roll_back/* rollBack */.Fu)(craft, moment, command.reason, late) };
        case 'abandon':
            return { kind: 'ended', ended: await (0,roll_back/* abandon */.e9)(craft, moment, command.reason) };
        case 'finish':
            return { kind: 'ended', ended: await finish(craft, moment, command.ending) };
        case 'leave':
            return { kind: 'ended', ended: end(craft, moment, command.ending) };
    }
}
async function finish(craft, moment, ending) {
    const settled = await windUp(craft, moment, ending.kind === 'promoted' ? 'new' : 'before');
    const ended = end(craft, moment, ending);
    return settled ? ended : { ...ended, rest: 'unsettled' };
}
/** After a failure it is not known what stands: the worst is taken for granted. */
async function attempted(craft, moment, work) {
    const working = work();
    try {
        const first = await Promise.race([working, (0,way_back/* aborted */.QH)(craft.cancelled)]);
        const late = first === 'aborted' ? working.catch(() => undefined) : undefined;
        return { kind: 'go-on', moment, trouble: undefined, late };
    }
    catch (error) {
        const why = (0,ours/* sayTaken */.ZZ)(error, craft.linkTo) ?? (0,errors/* messageOf */.bD)(error);
        return error instanceof errors/* MovedError */.WJ
            ? { kind: 'ended', ended: await stop(craft, moment, why) }
            : { kind: 'go-on', moment, trouble: why };
    }
}
function shift(craft, { rollout }, index, weight) {
    const { target, journal, log } = craft;
    const { steps } = rollout.record.plan;
    const holdSeconds = steps[index]?.holdSeconds ?? 0;
    const held = (0,duration/* formatDuration */.a)(holdSeconds);
    log.group(`Step ${index + 1} of ${steps.length}: ${(0,rollout_plan/* formatWeight */.ck)(weight)} for ${held}`);
    const phase = { kind: 'step', index, since: Math.floor((0,build_craft/* now */.tB)()) };
    if ((0,rollout_phase/* isSamePhase */.qd)(rollout.phase, phase)) {
        const why = `The weight of step ${index + 1} was not there when this run took over: it is set again`;
        log.warning(why);
        journal.note(why);
    }
    const shifts = [...rollout.shifts.slice(0, index), phase.since];
    const after = {
        rollout: { ...rollout, phase, shifts },
        standing: { kind: 'split', weight },
    };
    return attempted(craft, after, async () => {
        await target.remember(rollout, phase);
        await target.shift(rollout, weight);
        journal.note(`shifted ${(0,rollout_plan/* formatWeight */.ck)(weight)} to the canary`, 'traffic');
        journal.beginStep((0,rollout_plan/* formatWeight */.ck)(weight), weight, holdSeconds);
        craft.progress(after);
    });
}
function promote(craft, { rollout }) {
    const { target, journal, log } = craft;
    const { bakeSeconds } = rollout.record.plan;
    log.group(`Promote, and bake for ${(0,duration/* formatDuration */.a)(bakeSeconds)}`);
    const baking = rollout.phase.kind === 'baking';
    const phase = baking ? rollout.phase : { kind: 'baking', since: Math.floor((0,build_craft/* now */.tB)()) };
    const after = {
        rollout: { ...rollout, phase },
        standing: { kind: 'promoted', open: true },
    };
    return attempted(craft, after, async () => {
        if (!baking)
            await target.remember(rollout, phase);
        await target.promote(rollout);
        journal.note('promoted: all traffic goes to the new version', 'traffic');
        journal.beginStep(build_journal/* BAKE */.mM, 100, bakeSeconds);
        log.line('Promoted, and read back: all traffic goes to the new version.');
        craft.progress(after);
    });
}
function lookLine(craft, { rollout, standing }, until) {
    const step = craft.journal.currentStep();
    const none = { requests: 0, errors: 0 };
    return renderLookLine({
        at: (0,build_craft/* now */.tB)(),
        where: (0,words/* phaseInWords */.YP)(rollout.phase, rollout.record.plan.steps.length),
        weight: standing.kind === 'split' ? standing.weight : 100,
        secondsLeft: until - (0,build_craft/* now */.tB)(),
        canary: step?.canary ?? none,
        stable: step?.stable ?? none,
        errors: craft.journal.errors(),
        verdict: craft.journal.verdict(),
        decisive: craft.journal.decisive(),
        alarms: craft.journal.alarms(),
    });
}
/** A run that only looks on is not needed where another one does the same. */
async function onLost(craft, moment, { why, to }) {
    const { reach } = craft;
    if (to && reach.kind === 'one-look')
        return end(craft, moment, { kind: 'held', reason: why });
    return stop(craft, moment, why);
}
/** Somebody else holds what was ours: what stands now is read, and left alone. */
async function stop(craft, moment, why) {
    craft.journal.endStep();
    const ending = {
        kind: 'failed',
        reason: `stopped without touching anything more: ${why}`,
    };
    return { ending, ...(await (0,last_look/* lastLook */.w)(craft, moment)), rest: 'settled' };
}
function end(craft, moment, ending) {
    craft.journal.endStep();
    return { ending, moment, presumed: false, rest: 'settled' };
}

;// CONCATENATED MODULE: ./build/rollout/schedule-limits.js
// A schedule that outlives the job or its credentials cannot finish, nor roll back.

/** Set aside for preflight, publishing, the calls between the steps, and the report. */
const OVERHEAD_SECONDS = 120;
/** What `aws-actions/configure-aws-credentials` asks for when it is told nothing. */
const DEFAULT_SESSION_SECONDS = 3600;
/** @param now seconds since the epoch */
function checkSchedule(stay, lifetimes, now) {
    const needed = stay.seconds + OVERHEAD_SECONDS;
    const problems = [];
    const notes = [];
    const reading = stay.readSeconds
        ? ` (${(0,duration/* formatDuration */.a)(stay.readSeconds)} of it until the end of the bake has been read)`
        : '';
    const takes = `${stay.words} ${(0,duration/* formatDuration */.a)(stay.seconds)}${reading}`;
    if (needed > lifetimes.jobTimeoutSeconds) {
        problems.push(`${takes}, and GitHub ends the job after ${(0,duration/* formatDuration */.a)(lifetimes.jobTimeoutSeconds)} (job-timeout): shorten ${stay.shorten}, ${stay.way ?? ''}or raise timeout-minutes and job-timeout`);
    }
    const left = lifetimes.credentialsExpireAt && lifetimes.credentialsExpireAt - now;
    if (left !== undefined && needed > left) {
        problems.push(`${takes}, and the AWS credentials expire in ${(0,duration/* formatDuration */.a)(left)}: set role-duration-seconds: ${roundUp(needed)} (the role must allow it), name the role in role-to-assume here, so that its session is renewed, or shorten ${stay.shorten}`);
    }
    else if (left === undefined && lifetimes.temporary && needed > DEFAULT_SESSION_SECONDS) {
        notes.push(`${takes}; AWS sessions last one hour unless role-duration-seconds says more: it must be at least ${roundUp(needed)} here`);
    }
    if (problems.length === 0)
        notes.push(...hookNotes(stay, lifetimes.jobTimeoutSeconds, left));
    return { problems, notes };
}
/** Hooks rarely take all the time that they may, so a release is not refused for it. */
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
        .map(({ seconds, words }) => `hooks may add ${(0,duration/* formatDuration */.a)(stay.hookSeconds)} to the ${(0,duration/* formatDuration */.a)(stay.seconds)} of the schedule, if each takes all of hook-timeout, and ${words} after ${(0,duration/* formatDuration */.a)(seconds)}`);
}
function roundUp(seconds) {
    return Math.ceil(seconds / 300) * 300;
}

// EXTERNAL MODULE: ./build/aws/alarms.js
var alarms = __webpack_require__(8506);
// EXTERNAL MODULE: ./build/preflight/findings.js
var preflight_findings = __webpack_require__(2032);
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
    const readings = await (0,preflight_findings/* attempt */.C)(findings, () => (0,alarms/* readAlarms */.t)(client, inputs.alarms));
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

// EXTERNAL MODULE: ./build/preflight/clock.js
var preflight_clock = __webpack_require__(7026);
// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-lambda/dist-cjs/index.js
var dist_cjs = __webpack_require__(1696);
// EXTERNAL MODULE: ./build/aws/arns.js
var arns = __webpack_require__(828);
// EXTERNAL MODULE: ./build/aws/call.js
var call = __webpack_require__(3280);
;// CONCATENATED MODULE: ./build/preflight/hooks.js
// Preflight of the hooks: a function must be there, and the role may invoke it. Lambda's dry run asks
// for both and runs nothing. A URL is not called: nobody can tell a rehearsal from the real thing.




async function inspectHooks({ lambda, place, opening }, { calls }, findings) {
    if (opening?.serveFirst && Object.values(calls).flat().length > 0) {
        findings.notes.push('hooks: a first release is served at once, and no hook is asked about it');
    }
    const all = Object.entries(calls).flatMap(([point, hooks]) => hooks.map((hook) => ({ point, hook })));
    for (const { point, hook } of all) {
        if (hook.kind !== 'function')
            continue;
        const found = await (0,preflight_findings/* attempt */.C)(findings, () => rehearse(lambda, place, point, hook));
        if (found === 'missing') {
            findings.problems.push(`${point}-hook: there is no function "${hook.label}" in ${place.region}`);
        }
    }
}
async function rehearse(client, place, point, { functionName, qualifier, label }) {
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
    const answer = await (0,call/* ifThere */.y)(() => (0,call/* call */.T1)(words, () => client.send(command)));
    return answer === undefined ? 'missing' : 'there';
}

// EXTERNAL MODULE: ./build/analysis/alpha.js
var alpha = __webpack_require__(3959);
// EXTERNAL MODULE: ./build/analysis/history.js
var analysis_history = __webpack_require__(1824);
// EXTERNAL MODULE: ./build/analysis/judge.js + 5 modules
var judge = __webpack_require__(9107);
// EXTERNAL MODULE: ./build/analysis/profile.js
var analysis_profile = __webpack_require__(530);
// EXTERNAL MODULE: ./build/analysis/rollback-test.js + 2 modules
var rollback_test = __webpack_require__(1952);
;// CONCATENATED MODULE: ./build/analysis/power.js
// What a plan can and cannot see, said beforehand: the product's own test, run on the traffic that
// is expected, with a canary that is luckier than nine in ten.



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
 * Minutes that are not closed by the end of the bake are never read, and find nothing.
 */
function power(steps, traffic, { falseRollbackRate, closingMinutes, bakeMinutes }) {
    const weights = steps.flatMap((step) => Array(step.minutes).fill(step.weight));
    const read = weights.slice(0, Math.max(0, Math.floor(weights.length + bakeMinutes - closingMinutes)));
    const foundAt = (rate) => foundAfter(read, traffic, rate, falseRollbackRate);
    let end = 0;
    const powers = steps.map((step) => {
        end += step.minutes;
        const requests = traffic.requestsPerMinute * step.minutes;
        const canaryRequests = (requests * step.weight) / 100;
        return { ...step, requests, canaryRequests, smallest: smallestFound(end, traffic, foundAt) };
    });
    const found = foundAt(1);
    const baking = Array(Math.ceil(bakeMinutes)).fill(100);
    const until = found === undefined ? undefined : found + Math.ceil(closingMinutes);
    const exposed = [...weights, ...baking].slice(0, until);
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
    const base = traffic.apart ? (0,judge/* profileFor */.P5)(path[0]) : analysis_profile/* DEFAULT_PROFILE */.KG;
    const profile = { ...base, dispersion: traffic.dispersion };
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
function foresee(plan, outlook) {
    const { daily, dispersion, apart, falseRollbackRate } = outlook;
    const warnings = [...tooHigh(plan), ...neverCompared(plan, outlook)];
    if (plan.steps.length === 0)
        return { says: [], warnings };
    if (!daily) {
        warnings.push('CloudWatch counted no request in the last day, so nothing can be said about what the steps will see');
        return { says: [], warnings };
    }
    const { requestsPerMinute, errorRate: rate } = daily;
    const traffic = { requestsPerMinute, rate, dispersion, apart };
    const closingMinutes = outlook.closingSeconds / 60;
    const afterwards = plan.bakeSeconds + (plan.readSeconds ?? 0);
    const watching = { falseRollbackRate, closingMinutes, bakeMinutes: afterwards / 60 };
    const seen = power(plannedMinutes(plan), traffic, watching);
    const says = seen.steps.map((step, i) => sayStep(step, i, daily, watching));
    warnings.push(...blindSteps(seen, plan, daily, traffic, watching));
    return { says: [...says, sayTotalFailure(seen, watching)], warnings };
}
/** A minute has ended and its counts are read, after it was closed. */
const END_AND_READING_SECONDS = 60 + 45;
/** Steps that are over before any minute of them can be compared, whatever the traffic. */
function neverCompared(plan, outlook) {
    const last = plan.steps.at(-1);
    if (!last)
        return [];
    const { closingSeconds, longestAnswerSeconds, decides } = outlook;
    const held = (0,rollout_plan/* planSeconds */.h9)({
        ...plan,
        bakeSeconds: 0,
        readSeconds: 0,
        steps: plan.steps.slice(0, -1),
    });
    const until = held + (0,rollout_plan/* stepWindow */.$0)(plan, last).latest;
    const needed = closingSeconds + END_AND_READING_SECONDS;
    if (until >= needed)
        return [];
    const then = decides
        ? 'The release is inconclusive then, and on-inconclusive decides'
        : 'Nothing is compared then';
    return [
        `no minute can be compared before the promotion: an answer may take ${(0,duration/* formatDuration */.a)(longestAnswerSeconds)}, so a minute’s counts are read ${(0,duration/* formatDuration */.a)(closingSeconds)} after its end, and the steps are over after ${(0,duration/* formatDuration */.a)(until)} at the latest. ${then}. Hold the steps for ${(0,duration/* formatDuration */.a)(roundUpMinutes(needed))} in all, or shorten the time-out`,
    ];
}
function roundUpMinutes(seconds) {
    return Math.ceil(seconds / 60) * 60;
}
/** The minute of the promotion, and the one after, hold something of both versions. */
const LEFT_OUT_SECONDS = 120;
/** What a bake that is judged is too short for. */
function shortBake({ bakeSeconds, readSeconds }) {
    if (readSeconds === undefined || bakeSeconds >= LEFT_OUT_SECONDS)
        return [];
    return [
        `${(0,duration/* formatDuration */.a)(bakeSeconds)} compares no minute: the one of the promotion and the one after hold something of both versions. Alarms are watched; set 2m or more to have the new version’s errors judged`,
    ];
}
function plannedMinutes(plan) {
    return plan.steps.map((step) => {
        const { earliest, latest } = (0,rollout_plan/* stepWindow */.$0)(plan, step);
        const seconds = plan.advance.kind === 'evidence' ? latest : earliest;
        return { weight: step.weight, minutes: Math.max(1, Math.round(seconds / 60)) };
    });
}
/** A minute in which a weight was set counts in part, and the metrics are read twice a minute. */
const ROUGHLY_MINUTES = 1.5;
/** When what needs so many closed minutes is found, in minutes since the first shift. */
function noticed(foundAfter, { closingMinutes }) {
    return `within ${Math.ceil(foundAfter + closingMinutes + ROUGHLY_MINUTES)} min`;
}
function sayStep(step, index, daily, watching) {
    const where = `step ${index + 1} (${(0,rollout_plan/* formatWeight */.ck)(step.weight)}, ${step.minutes} min): about ${about(step.canaryRequests)} canary requests`;
    const { smallest } = step;
    if (!smallest)
        return `${where}; not even a total failure would be sure to show`;
    const usual = daily.errorRate > 0 ? ` (stable: ${inPercent(daily.errorRate)})` : '';
    return `${where}; finds an error rate of ${inPercent(smallest.rate)} or more${usual}, ${noticed(smallest.foundAfter, watching)} of the start`;
}
function sayTotalFailure({ totalFailure }, watching) {
    const { foundAfter, failedRequests } = totalFailure;
    return foundAfter === undefined
        ? 'a version that fails every request would not be sure to be found by comparison'
        : `a version that fails every request is found ${noticed(foundAfter, watching)}, after about ${about(failedRequests)} failed requests`;
}
/** Steps that see nothing, and what would: holding the first of them longer, or other weights. */
function blindSteps(seen, plan, daily, traffic, { falseRollbackRate, bakeMinutes, closingMinutes }) {
    const blind = seen.steps.filter((step) => !step.smallest);
    const first = blind[0];
    if (!first)
        return [];
    const proposals = ['advance: evidence'];
    const weights = autoSteps(daily.requestsPerMinute, plan.advance.kind);
    if (!weights.includes(first.weight)) {
        proposals.unshift(`steps: auto (here ${weights.map(rollout_plan/* formatWeight */.ck).join(', ')})`);
    }
    if (bakeMinutes < closingMinutes) {
        const needed = (0,duration/* formatDuration */.a)(Math.ceil(closingMinutes) * 60);
        proposals.unshift(`a bake-time of ${needed}, for no minute is read sooner after it is over`);
    }
    const minutes = minutesToFind(first.weight, traffic, 1, falseRollbackRate);
    if (minutes !== undefined) {
        proposals.unshift(`a step of ${(0,rollout_plan/* formatWeight */.ck)(first.weight)} that is held for ${Math.ceil(minutes)} min`);
    }
    return [
        `at ${about(daily.requestsPerMinute)} requests a minute, ${blind.length} of ${seen.steps.length} steps cannot see even a total failure; ` +
            `what can: ${proposals.join(', ')}`,
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






/** @param watched `undefined`: there is nothing whose traffic could be counted */
async function inspectPlan(watched, inputs, findings, now) {
    const { advance, bakeSeconds, analysis } = inputs;
    // Read whatever the analysis is: a role that may not read metrics would hold at every step.
    const daily = watched && (await (0,preflight_findings/* attempt */.C)(findings, () => watched.gauge.readDaily(now)));
    const steps = inputs.steps === 'auto' ? automaticSteps(daily, advance.kind) : inputs.steps;
    const closing = (0,analysis_closed/* closingSeconds */.r)(watched?.opening.longestAnswerSeconds ?? 0);
    const judged = watched !== undefined && analysis === 'enforce';
    const plan = { steps, advance, bakeSeconds, ...(0,bake/* plannedReading */.jS)(bakeSeconds, judged, closing) };
    if (!watched || analysis === 'off')
        return { plan, foresight: [] };
    const history = daily && steps.length > 0
        ? await (0,preflight_findings/* attempt */.C)(findings, () => watched.gauge.readHistory(now))
        : undefined;
    const { says, warnings } = foresee(plan, { daily, ...outlook(watched, history, inputs) });
    findings.notes.push(...warnings.map((warning) => `steps: ${warning}`));
    findings.notes.push(...shortBake(plan).map((warning) => `bake-time: ${warning}`));
    return { plan, foresight: says };
}
/** The tests that will run, and on what: as the last hour would have them. */
function outlook({ opening }, history, { falseRollbackRate, dispersion, metrics, analysis }) {
    const { minutes = [], slow = [] } = history ?? {};
    const tests = { latency: slow.length, metrics: metrics.length };
    return {
        falseRollbackRate: (0,alpha/* splitAlpha */.b)(falseRollbackRate, tests).errors,
        dispersion: dispersion === 'auto' ? (0,analysis_history/* dispersionOf */.a)(minutes) : dispersion,
        // Only the versions' own counts show what the gateway's series hold (see rollout/arms.ts).
        apart: opening.functions.length > 0,
        closingSeconds: (0,analysis_closed/* closingSeconds */.r)(opening.longestAnswerSeconds),
        longestAnswerSeconds: opening.longestAnswerSeconds,
        decides: analysis === 'enforce',
    };
}

;// CONCATENATED MODULE: ./build/preflight/preflight.js
// Preflight: everything that can be known before anything is changed.







/** Looks at everything and changes nothing. Problems are listed, never thrown. */
async function inspect({ target, cloudWatch, lambda, place, lifetimes, clock }, inputs, now) {
    const findings = (0,preflight_findings/* noFindings */._)();
    const opening = await target.inspect(findings);
    await inspectAlarms(cloudWatch, inputs, findings);
    await inspectHooks({ lambda, place, opening }, inputs.hooks, findings);
    const watched = opening && { gauge: target.gauge, opening };
    const { plan, foresight } = await inspectPlan(watched, inputs, findings, now);
    const schedule = checkSchedule(stayOf(plan, inputs), lifetimes, now);
    findings.problems.push(...schedule.problems);
    findings.notes.push(...schedule.notes);
    (0,preflight_clock/* checkClock */.D)(clock.ahead(), findings);
    return { findings, opening, plan, foresight };
}
/** How long the run of the release is there: one that is started is driven on by other runs. */
function stayOf(plan, { command, planOf, holdSeconds, hooks }) {
    const { calls, timeoutSeconds } = hooks;
    const before = calls['pre-traffic'].length * timeoutSeconds;
    const after = calls.step.length * plan.steps.length + calls['post-traffic'].length;
    const released = command === 'plan' ? planOf : command;
    return released === 'start'
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
            way: 'release in pieces (command: start, then advance), ',
        };
}

;// CONCATENATED MODULE: ./build/prune.js
// After a promotion: what earlier releases left is deleted where that was asked for. The release is
// over by then, so nothing that goes wrong here changes its outcome.

/** Deletes, and says what. Never throws. */
async function prune(session, { rollout }) {
    const { job } = session;
    const { keepVersions: keep } = job.inputs;
    if (keep === undefined || job.cancelled.aborted)
        return [];
    job.log.group('Delete what earlier releases left');
    const { functions } = rollout.record;
    const { leftovers, notes } = await look(session, { keep, functions, rollout });
    const gone = [];
    for (const { words, remove } of leftovers) {
        if (job.cancelled.aborted)
            break;
        try {
            await remove();
            job.log.line(`Deleted ${words}.`);
            gone.push(words);
        }
        catch (error) {
            job.log.warning(`${words} was to be deleted, and stays: ${(0,errors/* messageOf */.bD)(error)}`);
        }
    }
    for (const note of notes)
        job.log.line(note);
    return gone.length === 0 ? notes : [`keep-versions: deleted ${gone.join(', ')}`, ...notes];
}
/** Says what a promotion of these would delete. Never throws. */
async function foreseePruning(session, released) {
    const { keepVersions: keep } = session.job.inputs;
    if (keep === undefined)
        return [];
    const functions = released.map(({ name, from, version }) => ({ name, from, to: version }));
    const { leftovers, notes } = await look(session, { keep, functions, rollout: undefined });
    const words = leftovers.map((leftover) => leftover.words).join(', ');
    return [`keep-versions: a promotion would delete ${words || 'nothing'}`, ...notes];
}
async function look({ target, job }, order) {
    try {
        return await target.sweep(order);
    }
    catch (error) {
        const why = `what earlier releases left stays: ${(0,errors/* messageOf */.bD)(error)}`;
        job.log.warning(why);
        return { leftovers: [], notes: [why] };
    }
}

;// CONCATENATED MODULE: ./build/unfinished.js
// A rollout that an earlier run left open: whose it is, and what is to be done with it.














/**
 * Looks for an open rollout of ours and does with it what `on-unfinished` says.
 *
 * @param since when this run began, in seconds since the epoch: it waits for others no longer than its job
 *   has time
 */
async function meetUnfinished(session, since) {
    const { target, job } = session;
    let observed;
    try {
        observed = await target.observe();
    }
    catch {
        // Preflight reads the same things, and says what is wrong with them among everything else.
        return { kind: 'clear' };
    }
    const { memory, standing } = observed;
    if (memory.kind === 'none') {
        // Preflight says it among everything else, where it is not to be waited for.
        const beside = job.inputs.supersede === 'wait' ? await besideIt(session) : undefined;
        return beside ? meetAnother(session, beside, since) : { kind: 'clear' };
    }
    if (memory.kind !== 'rollout')
        return meetAnother(session, memory, since);
    const { remembered } = memory;
    const whose = `the rollout of ${(0,build_session/* linkFrom */.NA)(job)(remembered.record.id)} is unfinished (${(0,rollout_phase/* formatPhase */.Z0)(remembered.phase)}), ${begunInWords(remembered, (0,build_craft/* now */.tB)())}`;
    job.log.warning(`On ${target.words}, ${whose}.`);
    const takesBack = job.inputs.onUnfinished === 'rollback';
    if (!standing)
        return refuse(session, `${whose}, and ${target.words} was not read`);
    if (standing.kind === 'foreign' && !(takesBack && (0,rollout_standing/* canGiveBack */.VH)(standing))) {
        return refuse(session, `${whose}, and ${target.words} is not as it left it: ${standing.what}${wayOut(standing)}`, { rollout: remembered, standing });
    }
    return settle(session, { rollout: remembered, standing, since }, whose);
}
/** What takes part in a rollout of something else, or is another alias's, is never touched. */
function meetAnother(session, memory, since) {
    const { target, job } = session;
    const says = (0,memory_in_words/* whyNotOurs */.nL)(target.words, memory, (0,build_session/* linkFrom */.NA)(job));
    // What nobody can vouch for may never end.
    const ends = memory.kind !== 'unreadable' && memory.kind !== 'unproven';
    if (ends && job.inputs.supersede === 'wait')
        return waitForIts(session, { since }, says);
    const hint = ends ? '. To wait for it, set supersede: wait' : '';
    // Whose it is may serve users something of its own, which was not read.
    return { kind: 'ended', report: session.reporter.declined([`${says}${hint}`]) };
}
async function besideIt({ target }) {
    return target.readBeside?.().catch(() => undefined);
}
async function settle(session, moment, whose) {
    const { job } = session;
    if (job.inputs.onUnfinished === 'fail') {
        return refuse(session, `${whose}; on-unfinished: fail leaves it alone. Set resume or rollback`, moment);
    }
    if (job.inputs.onUnfinished === 'rollback' || neverSeen(moment)) {
        if (isSiblings(session, moment))
            return besideSibling(session, moment, whose);
        return takeBack(session, moment, 'unfinished rollout of an earlier run');
    }
    try {
        const other = await whatElse(session, moment.rollout);
        if (other !== undefined)
            return await supersede(session, moment, `${whose}, and ${other}`);
        const changed = planDifferences(job.inputs.asked, moment.rollout.record.plan);
        if (changed.length > 0 && job.inputs.onOtherPlan === 'fail') {
            return refuse(session, `${whose}, and has another plan than this run: ${changed.join('; ')}. Set on-other-plan: continue to go on with the plan that is open, or on-unfinished: rollback to take it back`, moment);
        }
        for (const one of changed)
            job.log.warning(`Going on with the plan that is open: ${one}`);
        const own = await (0,build_session/* takeOver */.w9)(session, moment);
        job.log.line('Going on with it: its own plan, from where it stands.');
        return { kind: 'resume', moment: own };
    }
    catch (error) {
        return refuse(session, `${whose}, and it could not be taken over: ${(0,errors/* messageOf */.bD)(error)}`, moment);
    }
}
/** First it is this run's: one that still drives it stops, and does not undo what is done here. */
async function takeBack(session, moment, why) {
    // The way back does not wait for a tag.
    const own = await (0,build_session/* takeOver */.w9)(session, moment).catch(() => moment);
    if (!(0,rollout_standing/* canGiveBack */.VH)(own.standing)) {
        const problem = `${session.target.words} is not as it was left: ${own.standing.what}${wayOut(own.standing)}`;
        return refuse(session, problem, own);
    }
    const ended = await (0,roll_back/* rollBack */.Fu)((0,build_session/* craftOf */.aQ)(session), own, why);
    if (ended.ending.kind === 'rolled-back')
        return { kind: 'clear' };
    session.job.leaveToPost();
    return { kind: 'ended', report: session.reporter.ended(ended, []) };
}
/** Of jobs that run at the same time none is newer than the other, so none takes the other's release back. */
function isSiblings({ job }, { rollout }) {
    return (0,release/* areSiblings */.e9)(rollout.record.id, job.id);
}
function besideSibling(session, moment, whose) {
    if (session.job.inputs.supersede === 'wait')
        return waitForIts(session, moment, whose);
    return refuse(session, `${whose}. Jobs of one workflow run do not roll back each other's releases: set supersede: wait, let one job run at a time (strategy: max-parallel: 1), or release the functions together in one job`, moment);
}
/** Another release is open. What is newer must not be lost, and what is older not be cut off unasked. */
async function supersede(session, moment, whose) {
    const { job } = session;
    switch (job.inputs.supersede) {
        case 'fail':
            return refuse(session, `${whose}. Finish it first, or set supersede: wait or replace, or on-unfinished: rollback`, moment);
        case 'replace':
            if (isSiblings(session, moment))
                return besideSibling(session, moment, whose);
            return takeBack(session, moment, `superseded by ${(0,build_session/* linkFrom */.NA)(job)(job.id)}`);
        case 'wait':
            return waitForIts(session, moment, whose);
    }
}
/** No user is served by it, and it was not further than its first shift: nothing to go on with. */
function neverSeen({ rollout, standing }) {
    const { phase } = rollout;
    const first = phase.kind === 'preparing' || (phase.kind === 'step' && phase.index === 0);
    return first && standing.kind === 'stable';
}
/**
 * This run goes on only with what it would release itself.
 *
 * @returns what else the rollout releases, for a sentence; `undefined` when it is the same
 */
async function whatElse({ job, functions }, { record }) {
    const asked = job.inputs.functions.map(({ name }) => name);
    const others = record.functions.filter(({ name }) => !asked.includes(name));
    if (others.length > 0) {
        return `it releases ${others.map(({ name }) => `"${name}"`).join(', ')} as well, which is not what this run would release`;
    }
    for (const { name, version } of job.inputs.functions) {
        const change = record.functions.find((f) => f.name === name);
        const wanted = version ?? (await functions.read(name))?.codeSha256;
        const open = version
            ? change?.to
            : change && (await functions.read(name, change.to))?.codeSha256;
        if (wanted === open)
            continue;
        return `it releases ${change ? `version ${change.to} of` : 'nothing of'} "${name}", which is not what this run would release`;
    }
    return undefined;
}
/** Set aside for what comes before the steps and after the bake. */
const unfinished_OVERHEAD_SECONDS = 300;
/**
 * Waits until the rollout that is open has ended, or there is no time left for this run's own.
 *
 * @param met the moment of that rollout is left out where it is not of what was asked for
 */
async function waitForIts(session, met, whose) {
    const { target, job } = session;
    const moment = 'rollout' in met ? met : undefined;
    const { steps, advance, bakeSeconds, jobTimeoutSeconds, analysis } = job.inputs;
    // How long this run's own functions may take to answer is not known before its preflight.
    const closing = (0,analysis_closed/* closingSeconds */.r)(moment?.rollout.record.longestAnswerSeconds ?? 0);
    const own = (0,rollout_plan/* planSeconds */.h9)({
        steps: steps === 'auto' ? [] : steps,
        advance,
        bakeSeconds,
        ...(0,bake/* plannedReading */.jS)(bakeSeconds, analysis === 'enforce', closing),
    });
    const until = met.since + jobTimeoutSeconds - own - unfinished_OVERHEAD_SECONDS;
    job.log.group('Wait for the rollout that is open');
    while ((0,build_craft/* now */.tB)() < until) {
        job.log.line(`Waiting: ${whose}.`);
        await (0,build_craft/* pause */.v7)(WAIT_SECONDS, job.cancelled);
        if (job.cancelled.aborted) {
            return refuse(session, 'cancelled while it waited for an earlier rollout', moment);
        }
        const seen = await target.observe(job.cancelled).catch(() => undefined);
        if (seen?.memory.kind === 'none' && !(await besideIt(session)))
            return { kind: 'clear' };
    }
    return refuse(session, `${whose}; it has not ended in the time that this job could wait (job-timeout)`, moment);
}
const WAIT_SECONDS = 60;
/** @param moment what stands, where that is known: users may be served a part of it */
function refuse({ reporter }, problem, moment) {
    const report = moment ? reporter.declined([problem], moment) : reporter.refused([problem], []);
    return { kind: 'ended', report };
}

;// CONCATENATED MODULE: ./build/commands/release.js
// A release from its inputs to its report: preflight, publish, deploy, and the loop that shifts,
// judges and promotes. A rollout that another run left open is met first.











/** All of it. */
function rollout(session) {
    return release_release(session, () => ({}));
}
/** As far as the first weight, which is then judged for as long as the run was told to stay. */
function start(session) {
    return release_release(session, () => {
        const why = 'it was started, and waits for the next command';
        return { reach: { kind: 'hold', why, until: (0,build_craft/* now */.tB)() + session.job.inputs.holdSeconds } };
    });
}
async function release_release(session, drive) {
    session.job.log.group('Preflight');
    for (const sentence of session.job.inputs.understood)
        session.job.log.line(sentence);
    const since = (0,build_craft/* now */.tB)();
    for (;;) {
        const met = await meetUnfinished(session, since);
        if (met.kind === 'ended')
            return met.report;
        if (met.kind === 'resume') {
            return driveOn(session, met.moment, { ...drive(), takenOverAt: (0,build_craft/* now */.tB)() });
        }
        const report = await startAnew(session, drive);
        if (report !== 'taken')
            return report;
        session.job.log.line('Another release was begun here meanwhile, which is waited for.');
    }
}
/** Looks at everything that a release needs, and changes nothing. */
function preflight({ target, clients, job }, startedAt) {
    const around = { ...clients, target, lifetimes: job.lifetimes };
    return inspect(around, job.inputs, startedAt);
}
/** @returns `taken` where another run was faster, and is to be waited for */
async function startAnew(session, drive) {
    const { job, functions, reporter } = session;
    const { log } = job;
    const startedAt = (0,build_craft/* now */.tB)();
    const { findings, opening, plan, foresight } = await preflight(session, startedAt);
    if (job.cancelled.aborted)
        return reporter.refused(['cancelled during preflight'], []);
    const { problems, notes } = findings;
    for (const note of notes)
        log.warning(note);
    if (problems.length > 0 || !opening) {
        return (await isTaken(session)) ? 'taken' : reporter.refused(problems, notes);
    }
    for (const sentence of foresight)
        log.line(sentence);
    log.line('Nothing stands in the way.');
    const description = `${job.source.repository}@${job.source.sha}`;
    try {
        const pull = await findPull(session);
        const preview = job.inputs.command === 'preview' ? job.pull?.number : undefined;
        const parts = { functions, opening, plan, description, startedAt, pull, preview };
        const begins = (record) => (0,build_session/* keepMend */.IR)(session, record);
        const begun = await begin({ ...job, ...parts, begins });
        switch (begun.kind) {
            case 'unchanged':
                return reporter.unchanged(begun.changes, begun.why, plan, notes);
            case 'first':
                return reporter.first(begun.changes, begun.made, notes);
            case 'ready':
                return await driveOn(session, { rollout: begun.rollout, standing: { kind: 'stable' } }, { ...drive(), notes });
        }
    }
    catch (error) {
        const taken = (0,ours/* sayTaken */.ZZ)(error, (0,build_session/* linkFrom */.NA)(job));
        const undone = await undo(session, taken ?? (0,errors/* messageOf */.bD)(error), notes);
        return taken !== undefined && waits(session) ? 'taken' : undone;
    }
}
function waits({ job }) {
    return job.inputs.supersede === 'wait' && !job.cancelled.aborted;
}
/** Whether another release was begun here since it was looked for, where such a one is waited for. */
async function isTaken(session) {
    if (!waits(session))
        return false;
    const { target } = session;
    try {
        const { memory } = await target.observe();
        return memory.kind !== 'none' || (await target.readBeside?.()) !== undefined;
    }
    catch {
        return false;
    }
}
/** Seconds that GitHub may take to say which pull request carries the release. */
const GITHUB_SECONDS = 5;
/** A release goes without one as well, so nothing that GitHub answers stops it. */
async function findPull({ job }) {
    const { conversation, pull, log } = job;
    if (!conversation)
        return undefined;
    if (pull)
        return pull.number;
    try {
        const found = conversation().then((github) => github.findPull());
        return await (0,build_craft/* within */.ux)(GITHUB_SECONDS, found);
    }
    catch (error) {
        log.line(`Which pull request carries the release is not known: ${(0,errors/* messageOf */.bD)(error)}`);
        return undefined;
    }
}
/** Something failed before any user was served the new version: clear away what was prepared. */
async function undo({ target, job, reporter, wayBack }, why, notes) {
    try {
        const { memory, standing } = await target.observe(wayBack);
        // What another run has begun meanwhile is not this one's to take back.
        const ours = memory.kind === 'rollout' && (0,release/* sameRollout */.c5)(memory.remembered.record.id, job.id);
        if (ours && standing && standing.kind !== 'foreign') {
            await target.rollBack(memory.remembered, standing, wayBack);
            await target.settle(memory.remembered, 'before', wayBack);
            await target.forget(undefined, wayBack, job.id);
        }
    }
    catch (error) {
        job.log.warning(`What was prepared could not be cleared away: ${(0,errors/* messageOf */.bD)(error)}`);
        job.leaveToPost();
    }
    return reporter.refused([job.cancelled.aborted ? 'cancelled while preparing' : why], notes);
}
/** Drives a prepared or taken-over rollout to its ending, or as far as it is to go. */
async function driveOn(session, moment, drive) {
    const craft = (0,build_session/* craftOf */.aQ)(session, drive);
    if (craft.reach.kind === 'one-look') {
        await (0,build_craft/* within */.ux)(GITHUB_SECONDS, craft.orders.poll(moment.rollout));
    }
    const told = new AbortController();
    void readVersions(session.functions, moment.rollout.record.functions, told.signal).then(session.journal.knows);
    const ended = await perform(craft, moment).finally(() => told.abort());
    if (ended.rest === 'unsettled')
        session.job.leaveToPost();
    const pruned = ended.ending.kind === 'promoted' ? await prune(session, ended.moment) : [];
    return session.reporter.ended(ended, [...(drive.notes ?? []), ...pruned]);
}

;// CONCATENATED MODULE: ./build/commands/advance.js
// One look at a rollout that is open: judge what was seen since, shift if it is time, hold, or roll
// back. Made for a schedule, so with nothing open there is nothing wrong.



function advance(session) {
    return withOpen(session, async (moment) => {
        if (moment.rollout.phase.kind === 'preparing' && moment.standing.kind === 'stable') {
            const problem = `the rollout on ${session.target.words} was cut off before its first step, so there is nothing to advance; command: rollback clears it away, and so does the next release`;
            return session.reporter.declined([problem], moment);
        }
        return driveOn(session, await (0,build_session/* takeOver */.w9)(session, moment), { reach: { kind: 'one-look' } });
    }, (last) => session.reporter.idle(`There is nothing to advance: ${noneOpen(session, last)}.`));
}

// EXTERNAL MODULE: ./build/orders.js
var orders = __webpack_require__(4299);
// EXTERNAL MODULE: ./build/report/people.js
var people = __webpack_require__(5044);
// EXTERNAL MODULE: ./build/rollout/comment-command.js
var comment_command = __webpack_require__(7883);
;// CONCATENATED MODULE: ./build/commands/comment.js
// Does what a comment on the pull request asks for, for the event `issue_comment`: the same commands, by
// the same rules, for a release that no job is driving at the moment.






/** @param run does another command */
async function comment(session, run) {
    const { job, reporter } = session;
    const { said, conversation } = job;
    const idle = (why) => ({ report: reporter.idle(why), did: 'comment' });
    const declined = (why) => ({ report: reporter.declined([why]), did: 'comment' });
    if (!said)
        return declined('there is no comment: expected a run of the event issue_comment, on a pull request');
    if ((0,comment_command/* parseComment */.vj)(said.body).kind === 'none')
        return idle('The comment asks for nothing.');
    if (said.repository !== job.source.repository) {
        return declined(`the comment is of the repository ${said.repository}, not of ${job.source.repository}`);
    }
    if (!(0,comment_command/* isHeard */.Vh)(said, 0))
        return idle('The comment is not heard: only people are, and only what they wrote and did not change.');
    if (!conversation)
        return declined('a comment needs github-token, to ask who may give commands');
    try {
        const github = await conversation();
        const command = await (0,orders/* allowed */.TQ)(github, job.log, said.pull, said);
        if (!command)
            return idle('Nothing was done for the comment: it was answered.');
        return await obey(session, github, said, command, run);
    }
    catch (error) {
        return declined(`GitHub could not be asked: ${(0,errors/* messageOf */.bD)(error)}`);
    }
}
async function obey(session, github, said, command, run) {
    const { job, reporter } = session;
    const at = (0,build_craft/* now */.tB)();
    const found = await findOpen(session);
    const pull = found.kind === 'open' ? found.moment.rollout.record.pull : said.pull;
    if (pull !== said.pull) {
        await github.answer(said.id, 'confused');
        const carrier = pull === undefined ? 'no pull request' : `#${pull}`;
        const why = `the release that is open is carried by ${carrier}, not by #${said.pull}`;
        return { report: reporter.declined([why]), did: command };
    }
    const inputs = { ...job.inputs, command };
    const report = await run(command, { ...session, job: { ...job, inputs } });
    const last = found.kind === 'none' ? found.last?.ended : undefined;
    const obeyed = found.kind === 'none' ? (0,comment_command/* isSo */.d7)(command, last) : isDone(command, report.outcome);
    const answered = github.answer(said.id, obeyed ? '+1' : 'confused').catch((error) => {
        job.log.warning(`The comment could not be answered: ${(0,errors/* messageOf */.bD)(error)}`);
    });
    await (0,build_craft/* within */.ux)(ANSWER_SECONDS, answered);
    const person = { at, login: said.login, asked: command, result: report.reason };
    return { report: (0,people/* withPerson */.IZ)(report, person), did: command };
}
/** Whether the release that was open is as the command wants it. */
function isDone(command, outcome) {
    if (outcome === 'failed' || outcome === 'stuck')
        return false;
    return outcome !== 'rolled-back' || command === 'rollback';
}
/** What was done is done: an answer is not waited for any longer. */
const ANSWER_SECONDS = 10;

;// CONCATENATED MODULE: ./build/commands/pause.js
// Stops a rollout from going further by itself, and lets it go on. While it is paused it is judged by
// every run that looks, and taken back when it is worse.


function pause(session) {
    const { reporter, target, job } = session;
    return withOpen(session, async (moment) => {
        const { phase, paused } = moment.rollout;
        if (phase.kind !== 'step') {
            const where = phase.kind === 'baking' ? 'is promoted already' : 'has not begun yet';
            return reporter.declined([`the rollout on ${target.words} ${where}, so it cannot be paused`], moment);
        }
        if (paused)
            return reporter.open(moment, 'It is paused already.');
        return remember(session, moment, { since: Math.floor((0,build_craft/* now */.tB)()), by: job.id });
    }, (last) => reporter.declined([`there is nothing to pause: ${noneOpen(session, last)}`]));
}
function resume(session) {
    const { reporter } = session;
    return withOpen(session, async (moment) => moment.rollout.paused
        ? remember(session, moment, undefined)
        : reporter.open(moment, 'It is not paused.'), (last) => reporter.declined([`there is nothing to resume: ${noneOpen(session, last)}`]));
}
async function remember({ target, reporter }, { rollout, standing }, paused) {
    await target.pause(paused);
    const said = paused
        ? 'Paused: it keeps its weight until it is resumed, promoted or rolled back.'
        : 'Resumed: the next run goes on by its plan.';
    return reporter.open({ standing, rollout: { ...rollout, paused } }, said);
}

;// CONCATENATED MODULE: ./build/rollout/cost.js
// What a release costs beside the traffic that is there anyway. AWS bills GetMetricData by the metric
// asked for, and environments of provisioned concurrency as long as they are up; DescribeAlarms and the
// control plane of API Gateway and Lambda are free.


/** CloudWatch's price list for GetMetricData; some regions ask for more. */
const DOLLARS_PER_METRIC = 0.01 / 1000;
/** Thresholds of latency, each counted for the stage and for its canary. */
const SLOW_SERIES = 2 * 2;
/** Requests, errors, samples, the two quantiles, and the slow answers above each. */
const STAGE_HISTORY_SERIES = 5 + 2;
/** Invocations, errors and throttles: of the new version, of the old one, and of the whole alias. */
const ALIAS_SERIES = 3;
/** Metrics that one reading of the counts asks for, at most. */
function metricsPerReading({ target, functions, metrics, judged }) {
    const own = judged ? 4 * metrics : 0;
    if (target === 'alias')
        return 3 * ALIAS_SERIES * functions + own;
    // Requests and errors: of the stage, of its canary, and of each function's two versions.
    return 2 * (2 + 2 * functions) + (judged ? SLOW_SERIES : 0) + own;
}
/** Metrics that one reading of the hour before asks for, at most. */
function metricsOfHistory({ target, functions, metrics, judged }) {
    if (!judged)
        return 0;
    return (target === 'alias' ? ALIAS_SERIES * functions : STAGE_HISTORY_SERIES) + 2 * metrics;
}
/** Readings while a run stays for so long: one to begin with, one each time, one after each shift. */
function readingsIn(seconds, { plan, readingSeconds }) {
    return 1 + Math.floor(seconds / readingSeconds) + plan.steps.length;
}
/** What a release would cost, a sentence each. */
function foreseeCost(expense) {
    const { plan, lends, staysSeconds } = expense;
    const whole = (0,rollout_plan/* planSeconds */.h9)(plan);
    const says = staysSeconds === undefined ? ofOneJob(expense, whole) : ofPieces(expense, staysSeconds);
    if (lends === 0)
        return says;
    return [
        ...says,
        `cost: about ${lends} × ${(0,duration/* formatDuration */.a)(whole)} of provisioned concurrency lent to the new versions, billed by their memory as long as it is up, at the region's price; more if a step is extended`,
    ];
}
const FREE = 'alarms and the control plane of API Gateway and Lambda are asked for free';
const PRICED = 'at 0.01 USD per 1,000, the price in most regions';
function ofOneJob(expense, seconds) {
    const { asked, dollars, readings, each } = reading(expense, seconds);
    return [
        `cost: about ${(0,duration/* formatDuration */.a)(seconds)} of a runner for the steps and the bake, if no step is extended`,
        `cost: about ${dollars} USD for about ${count(asked)} CloudWatch metrics (${count(readings)} readings of up to ${each}, and the hour before), ${PRICED}; ${FREE}`,
    ];
}
function ofPieces(expense, stays) {
    const { asked, dollars } = reading(expense, stays);
    const later = metricsPerReading(expense) + metricsOfHistory(expense);
    return [
        `cost: about ${(0,duration/* formatDuration */.a)(stays)} of a runner after the first weight (hold-for), and a short run for each later command; nothing runs between them`,
        `cost: about ${dollars} USD for about ${count(asked)} CloudWatch metrics in the run that starts it, and about ${later} metrics (${inDollars(later)} USD) in each advance, ${PRICED}; ${FREE}`,
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

;// CONCATENATED MODULE: ./build/rollout/iam-policy.js
// The least that a role must be allowed for one rollout, as an IAM policy. What each call needs is in
// the README's table of permissions; the tests run whole rollouts under what is written here.
/** The policy as JSON, ready to be attached. */
function renderPolicy(needs) {
    const { target, hooks } = needs;
    const all = [
        ...(target.kind === 'stage' ? stageStatements(needs, target) : aliasStatements(target)),
        ...functionStatements(needs),
        ...(needs.prunes ? pruneStatements(target) : []),
        allow('Watch', [...(needs.watchesAlarms ? ['cloudwatch:DescribeAlarms'] : []), 'cloudwatch:GetMetricData'], ['*']),
        allow('Ask', ['lambda:InvokeFunction'], [...new Set(hooks)]),
    ];
    const Statement = all.filter(({ Resource }) => Resource.length > 0);
    return JSON.stringify({ Version: '2012-10-17', Statement }, null, 2);
}
function allow(Sid, Action, Resource) {
    return { Sid, Effect: 'Allow', Action, Resource };
}
function stageStatements(needs, target) {
    const { restApiId, stageName, deploys, comparesRoutes, shadow, functions, calls } = target;
    const { prunes } = needs;
    const arn = (path) => `arn:${needs.partition}:apigateway:${needs.region}::${path}`;
    const api = `/restapis/${restApiId}`;
    const [stages, deployments] = [arn(`${api}/stages`), arn(`${api}/deployments`)];
    const stage = `${stages}/${stageName}`;
    const only = (wanted, ...arns) => (wanted ? arns : []);
    const looksAround = prunes || shadow !== undefined || functions.some((fn) => fn.provisions);
    const read = [
        arn(api),
        arn(`${api}/resources`),
        ...only(!deploys && (target.readsAuthorizers || prunes), arn(`${api}/authorizers`)),
        stage,
        ...only(looksAround, stages),
        ...iam_policy_exports(stages, target, prunes || functions.some((fn) => fn.provisions)),
        ...only(deploys, ...DEFINITION.map((part) => arn(`${api}/${part}`))),
        ...only(comparesRoutes, `${deployments}/*`),
        ...only(prunes, deployments),
    ];
    const drafts = target.rewrites.map((path) => arn(`${api}/resources/${path}/integration`));
    return [
        allow('Read', ['apigateway:GET'], read),
        allow('Shift', ['apigateway:PATCH'], [stage, ...drafts]),
        allow('Remember', ['apigateway:PUT', 'apigateway:DELETE'], [arn(`/tags/${encodeURIComponent(stage)}`)]),
        allow('Make', ['apigateway:POST'], [...only(deploys, deployments), ...only(shadow !== undefined, stages)]),
        allow('ClearAway', ['apigateway:DELETE'], [...only(shadow !== undefined, `${stages}/${shadow}`), ...only(prunes, `${deployments}/*`)]),
        {
            ...allow('Grant', ['lambda:AddPermission'], target.grants ? [...new Set([...qualified(functions), ...calls])] : []),
            Condition: { StringEquals: { 'lambda:Principal': 'apigateway.amazonaws.com' } },
        },
    ];
}
/** What a draft holds besides its resources. */
const DEFINITION = ['models', 'gatewayresponses', 'authorizers', 'requestvalidators'];
/** Of every stage, where it matters what else calls a version. */
function iam_policy_exports(stages, { readsServed, stageName, functions }, ofAll) {
    if (ofAll && functions.length > 0)
        return [`${stages}/*/exports/*`];
    return readsServed ? [`${stages}/${stageName}/exports/*`] : [];
}
function aliasStatements({ functions, creates }) {
    const write = creates ? ['lambda:CreateAlias', 'lambda:DeleteAlias'] : ['lambda:UpdateAlias'];
    const remember = creates ? [] : ['lambda:TagResource', 'lambda:UntagResource'];
    return [
        // IAM takes an alias for a part of its function (Service Authorization Reference).
        allow('Release', ['lambda:GetAlias', ...write], bare(functions)),
        allow('Remember', ['lambda:ListTags', ...remember], bare(functions)),
    ];
}
function functionStatements({ target, prunes }) {
    const { kind, functions } = target;
    const published = functions.filter(({ publishes }) => publishes);
    const provisioned = functions.filter(({ provisions }) => provisions);
    const first = kind === 'alias' && target.creates;
    const calls = kind === 'stage' ? target.calls : [];
    const versions = [
        ...(kind === 'stage' || prunes ? ['lambda:GetPolicy'] : []),
        ...(first ? [] : ['lambda:GetProvisionedConcurrencyConfig']),
    ];
    return [
        allow('Look', ['lambda:GetFunctionConfiguration'], [...new Set([...bare(functions), ...qualified(functions), ...calls])]),
        allow('LookAtCalls', ['lambda:GetPolicy'], calls),
        ...(versions.length > 0 ? [allow('LookClosely', versions, qualified(functions))] : []),
        allow('Publish', ['lambda:GetFunction', 'lambda:PublishVersion'], bare(published)),
        allow('Provision', ['lambda:DeleteProvisionedConcurrencyConfig', 'lambda:PutProvisionedConcurrencyConfig'], qualified(provisioned)),
        allow('Aliases', ['lambda:ListAliases'], bare(prunes ? functions : provisioned)),
    ];
}
function pruneStatements({ kind, functions }) {
    const uses = ['lambda:ListProvisionedConcurrencyConfigs', 'lambda:ListVersionsByFunction'];
    return [
        // Those who release an alias have it anyway.
        allow('Uses', kind === 'stage' ? ['lambda:ListTags', ...uses] : uses, bare(functions)),
        // IAM knows no resource for it.
        allow('EventSources', ['lambda:ListEventSourceMappings'], functions.length > 0 ? ['*'] : []),
        // Never the function itself: without a version's number the request would delete all of it.
        allow('DeleteVersions', ['lambda:DeleteFunction'], qualified(functions)),
    ];
}
/** Where a call names a version or an alias, IAM compares the ARN with it, and without it otherwise. */
function bare(functions) {
    return functions.map(({ arn }) => arn);
}
function qualified(functions) {
    return functions.map(({ arn }) => `${arn}:*`);
}

// EXTERNAL MODULE: ./build/watch.js + 2 modules
var watch = __webpack_require__(9296);
;// CONCATENATED MODULE: ./build/commands/plan.js
// Says what a release would do, and changes nothing.











/** Looks at everything, changes nothing, and says what would happen. */
async function plan(session) {
    session.job.log.group('Preflight');
    for (const sentence of session.job.inputs.understood)
        session.job.log.line(sentence);
    const { findings, opening, plan, foresight } = await preflight(session, (0,build_craft/* now */.tB)());
    const { problems, notes } = findings;
    const open = await session.target.observe().catch(() => undefined);
    if (open?.memory.kind === 'rollout') {
        const { record } = open.memory.remembered;
        notes.push(`the rollout of ${(0,release/* formatRolloutId */.A2)(record.id)} is unfinished; see on-unfinished`);
    }
    if (session.job.inputs.planOf === 'start') {
        const whole = (0,duration/* formatDuration */.a)((0,rollout_plan/* planSeconds */.h9)(plan));
        notes.push(`plan-of: start: later runs (command: advance or promote) go through the ${whole} of steps and bake, so job-timeout does not bound them`);
    }
    const understood = session.job.inputs.understood;
    if (problems.length > 0 || !opening) {
        return session.reporter.refused(problems, [...understood, ...notes]);
    }
    notes.push(...(await withoutNewCode(opening)), ...costOf(session, opening, plan));
    // After a first release there is nothing earlier, and no promotion that it could follow.
    const pruning = opening.serveFirst ? [] : await foreseePruning(session, opening.functions);
    for (const sentence of [...notes, ...foresight, ...pruning])
        session.job.log.line(sentence);
    const policy = policyFor(session, opening);
    return session.reporter.planned(opening.functions, plan, foresight, {
        notes: [...understood, ...notes, ...pruning],
        policy,
    });
}
/** What comes of versions that are served already: decided as the release decides. */
async function withoutNewCode({ functions, serveFirst, whyUnchanged, }) {
    if (serveFirst || functions.length === 0)
        return [];
    const changes = functions.map(({ name, from, version = from }) => ({ name, from, to: version }));
    if (changes.some(({ from, to }) => from !== to))
        return [];
    const why = await whyUnchanged(changes);
    if (why === undefined) {
        return [
            'without new code this is a release all the same: not all of it is known to be what is served already',
        ];
    }
    const publishes = functions.some(({ version }) => version === undefined);
    return publishes ? [] : [`there is nothing to release: ${why}`];
}
/** What the release would cost beside its traffic. */
function costOf({ job }, opening, plan) {
    const { analysis, metrics, planOf, holdSeconds } = job.inputs;
    return foreseeCost({
        plan,
        target: opening.needs.kind,
        functions: opening.functions.filter(({ from, version }) => from !== version).length,
        metrics: metrics.length,
        judged: analysis !== 'off',
        readingSeconds: watch/* COUNTS_SECONDS */.d,
        closingSeconds: (0,analysis_closed/* closingSeconds */.r)(opening.longestAnswerSeconds),
        lends: opening.lends,
        staysSeconds: planOf === 'start' ? holdSeconds : undefined,
    });
}
/** The least that a role must be allowed for exactly this release. */
function policyFor({ job, clients }, { needs, serveFirst }) {
    const { place } = clients;
    const { alarms, hooks, keepVersions, role } = job.inputs;
    // A role has rights in its own account only, and this is where all of it happens.
    const [known = role?.arn ?? ''] = needs.functions.map(({ arn }) => arn);
    const account = (0,arns/* accountOf */.XP)(known) || undefined;
    return renderPolicy({
        ...place,
        target: needs,
        watchesAlarms: alarms.length > 0,
        prunes: keepVersions !== undefined && !serveFirst,
        hooks: Object.values(hooks.calls)
            .flat()
            .flatMap((hook) => hook.kind === 'function'
            ? [(0,arns/* hookArn */.J6)(place, hook.functionName, hook.qualifier, account)]
            : []),
    });
}

// EXTERNAL MODULE: ./build/aws/deployments.js
var aws_deployments = __webpack_require__(782);
// EXTERNAL MODULE: ./build/aws/functions.js + 1 modules
var aws_functions = __webpack_require__(8785);
// EXTERNAL MODULE: ./build/aws/rest-api.js + 3 modules
var rest_api = __webpack_require__(4561);
// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-api-gateway/dist-cjs/index.js
var client_api_gateway_dist_cjs = __webpack_require__(818);
// EXTERNAL MODULE: ./build/rollout/shown-variable.js
var shown_variable = __webpack_require__(7596);
;// CONCATENATED MODULE: ./build/aws/stages.js
// Stages of a REST API as things that come and go; one stage's settings are `rest-api.ts`.




function bindStages(client, place, restApiId) {
    const words = (doing, verb, path) => ({
        doing,
        permission: {
            action: `apigateway:${verb}`,
            resource: (0,arns/* gatewayArn */.Sw)(place, `/restapis/${restApiId}/stages${path}`),
        },
    });
    return {
        create: async ({ stageName, deploymentId, variables, tags }) => {
            const asked = { restApiId, stageName, deploymentId };
            const making = words(`making the stage "${stageName}"`, 'POST', '');
            const hides = (0,shown_variable/* valuesToHide */._9)(Object.values(variables));
            await (0,call/* call */.T1)({ ...making, hides }, () => client.send(new client_api_gateway_dist_cjs/* CreateStageCommand */.oCS({ ...asked, variables: { ...variables }, tags: { ...tags } })));
        },
        remove: async (stageName) => {
            await (0,call/* call */.T1)(words(`deleting the stage "${stageName}"`, 'DELETE', `/${stageName}`), () => client.send(new client_api_gateway_dist_cjs/* DeleteStageCommand */.BIU({ restApiId, stageName })));
        },
    };
}

// EXTERNAL MODULE: ./build/rollout/canary-change.js
var canary_change = __webpack_require__(4117);
// EXTERNAL MODULE: ./build/rollout/dependents.js
var dependents = __webpack_require__(5332);
// EXTERNAL MODULE: ./build/rollout/moved-calls.js
var moved_calls = __webpack_require__(5434);
;// CONCATENATED MODULE: ./build/rollout/preview.js
// The stage of its own that a pull request gets: its name, and the tags by which it is known again.
const OF = 'canary-preview:of';
const AT = 'canary-preview:at';
function previewStageName(pull) {
    return `pr-${pull}`;
}
function previewTags({ repository, pull, at }) {
    return { [OF]: `${repository}/pull/${pull}`, [AT]: String(Math.floor(at)) };
}
/** `undefined`: the stage is no preview of ours, whatever it is called. */
function readPreview(stageName, tags) {
    const [, repository, number] = /^([\w./-]{1,140})\/pull\/(\d{1,10})$/.exec(tags[OF] ?? '') ?? [];
    const at = /^\d{1,11}$/.exec(tags[AT] ?? '')?.[0];
    const pull = Number(number);
    if (repository === undefined || at === undefined || stageName !== previewStageName(pull)) {
        return undefined;
    }
    return { repository, pull, at: Number(at) };
}
/** What the description of a preview's deployment says. */
function describePreview(repository, pull) {
    return `canary-action: preview of ${repository}#${pull}`.slice(0, 256);
}

// EXTERNAL MODULE: ./build/rollout/served.js
var rollout_served = __webpack_require__(9577);
// EXTERNAL MODULE: ./build/rollout/wiring.js
var wiring = __webpack_require__(6046);
// EXTERNAL MODULE: ./build/targets/stage/drafts.js
var stage_drafts = __webpack_require__(1834);
// EXTERNAL MODULE: ./build/targets/stage/prepare.js
var prepare = __webpack_require__(2831);
;// CONCATENATED MODULE: ./build/previews/preview-stages.js
// The stages of previews, on the API whose stage they are made from. Nothing here touches a stage that
// is not a preview of this repository.
















/** Developer guide, "Quotas for configuring and running a REST API": stages per API. */
const STAGES_PER_API = 10;
function connectPreviews(clients, inputs) {
    const { restApiId } = inputs;
    const { apiGateway, place } = clients;
    const deployments = (0,aws_deployments/* bindDeployments */.I)(apiGateway, place, restApiId);
    const stages = bindStages(apiGateway, place, restApiId);
    const stageOf = (name) => (0,rest_api/* bindRestApi */.A)(apiGateway, place, restApiId, name);
    const list = async () => (await deployments.readStages()).flatMap(({ name, tags }) => readPreview(name, tags) ?? []);
    const remove = async ({ repository, pull }) => {
        const name = previewStageName(pull);
        const found = (await deployments.readStages()).find((stage) => stage.name === name);
        if (!found)
            return false;
        if (readPreview(name, found.tags)?.repository !== repository)
            throw notOurs(name, repository);
        await stages.remove(name);
        await clearAway({ repository, pull });
        return true;
    };
    const clearAway = async ({ repository, pull }, but) => {
        const made = describePreview(repository, pull);
        for (const { id, description } of await deployments.list()) {
            // AWS refuses while another stage serves it, and that is as it should be.
            if (description === made && id !== but)
                await deployments.remove(id).catch(() => undefined);
        }
    };
    const makeRoom = async (order) => {
        const all = await deployments.readStages();
        if (all.length < STAGES_PER_API)
            return [];
        const { repository } = order.preview;
        const [oldest] = all
            .flatMap(({ name, tags }) => readPreview(name, tags) ?? [])
            .filter((preview) => preview.repository === repository)
            .sort((a, b) => a.at - b.at);
        const full = `the API has ${all.length} stages, as many as an API can have`;
        if (!oldest) {
            throw new errors/* RolloutError */.a6(`${full}, and none of them is a preview of ${repository} that could make room: remove a stage by hand`);
        }
        if (order.onLimit === 'refuse') {
            throw new errors/* RolloutError */.a6(`${full}: close a pull request, run command: sweep, or set preview-limit: oldest`);
        }
        await remove(oldest);
        return [oldest.pull];
    };
    return {
        list,
        remove,
        make: (order) => make({ clients, inputs, stageOf, stages, makeRoom, clearAway }, order),
    };
}
async function make(maker, order) {
    const { clients, inputs, stageOf, stages, makeRoom } = maker;
    const base = stageOf(inputs.stageName);
    const name = previewStageName(order.preview.pull);
    const own = stageOf(name);
    const { state } = await base.readStage();
    const isNeeded = order.functions.length > 0 || inputs.definition === 'deployed';
    const served = isNeeded ? await base.readServed() : [];
    const draft = await base.readDraft();
    const { variables: stands } = state;
    const released = inputs.definition === 'draft' ? draft.integrations : served;
    const wirings = order.functions.map((f) => wiringOf(f.name, served, released, stands));
    const moves = { served: released, released, variables: stands, overrides: inputs.overrides };
    const moved = (0,moved_calls/* movedCalls */.N)(moves, order.functions.map((each) => each.name));
    mustBeSound([
        ...(0,dependents/* strayDependents */.qP)(wirings, { integrations: released }, stands).map((words) => `functions: ${words}`),
        ...(0,dependents/* idleOverrides */.wt)(inputs.overrides, { ...draft, integrations: released }, stands),
        ...moved.problems,
    ]);
    const there = await readIfThere(own);
    if (there && readPreview(name, there.tags)?.repository !== order.preview.repository) {
        throw notOurs(name, order.preview.repository);
    }
    const removed = there ? [] : await makeRoom(order);
    const changes = await preview_stages_publish(maker, order, wirings);
    const change = (0,canary_change/* canaryChange */.B)(wirings, changes, inputs.overrides);
    if ('problems' in change)
        throw new errors/* RolloutError */.a6(change.problems.join('\n'));
    const deploymentId = inputs.definition === 'deployed'
        ? state.deploymentId
        : await snapshot(base, change.drafts, describePreview(order.preview.repository, order.preview.pull));
    await permit(maker, own, calledBy(wirings, changes, moved.calls));
    const variables = { ...state.variables, ...change.overrides };
    const tags = previewTags(order.preview);
    if (there) {
        await own.patchStage('bringing the preview up to date', [
            { op: 'replace', path: '/deploymentId', value: deploymentId },
            ...variablePatch(there.state.variables, variables),
        ]);
        await own.tag(tags);
        // What stays for now goes when the pull request closes.
        await maker.clearAway(order.preview, deploymentId).catch(() => undefined);
    }
    else
        await stages.create({ stageName: name, deploymentId, variables, tags });
    return { url: (0,arns/* stageUrl */.Oh)(clients.place, inputs.restApiId, name), changes, removed };
}
function notOurs(name, repository) {
    return new errors/* RolloutError */.a6(`the stage "${name}" is no preview of ${repository}, so it is left alone; rename it, or remove it by hand`);
}
function wiringOf(name, served, released, variables) {
    const found = (0,wiring/* findWiring */.A)(name, released, variables);
    if (found.kind !== 'found')
        throw new errors/* RolloutError */.a6(`functions: ${found.problem}`);
    // What is new in the draft is served by no version yet.
    const version = (0,rollout_served/* servedVersion */.aw)(name, served, variables);
    return { ...found.wiring, from: 'is' in version ? version.is : '' };
}
async function readIfThere(api) {
    try {
        return await api.readStage();
    }
    catch (error) {
        if (/NotFoundException|Invalid Stage/.test((0,errors/* messageOf */.bD)(error)))
            return undefined;
        throw error;
    }
}
async function preview_stages_publish({ clients }, { functions, source }, wirings) {
    const lambda = (0,aws_functions/* bindFunctions */.f)(clients.lambda, clients.place);
    const changes = [];
    for (const [i, { name, version }] of functions.entries()) {
        const from = wirings[i]?.from ?? '';
        const to = version ?? (await lambda.publish(name, (0,rollout_history/* describeVersion */.MP)(source, '')));
        changes.push({ name, from, to });
    }
    return changes;
}
/** The draft holds the new versions just for the moment of the snapshot. */
async function snapshot(api, drafts, description) {
    await (0,stage_drafts/* setDrafts */.t)(api, drafts, 'to');
    try {
        return await api.snapshot(description);
    }
    finally {
        await (0,stage_drafts/* setDrafts */.t)(api, drafts, 'from');
    }
}
function mustBeSound(problems) {
    if (problems.length > 0)
        throw new errors/* RolloutError */.a6(problems.join('\n'));
}
function calledBy(wirings, changes, moved) {
    const versionOf = (functionName) => changes.find(({ name }) => name === functionName)?.to ?? '';
    return [
        ...wirings.map((wiring) => ({ ...wiring, version: versionOf(wiring.functionName) })),
        ...moved.map((call) => ({ ...call, version: call.qualifier })),
    ];
}
async function permit({ clients, inputs }, own, called) {
    const functions = (0,aws_functions/* bindFunctions */.f)(clients.lambda, clients.place);
    for (const { functionName, version, integrations } of called) {
        const arn = (await functions.read(functionName))?.arn ?? '';
        const invoked = { functionName, version, sourceArns: (0,prepare/* sourceArns */.gb)(own, arn, integrations) };
        const missing = await (0,prepare/* ensureInvokable */.SU)(functions, own, invoked, inputs.invokePermission);
        if (missing !== undefined)
            throw new errors/* RolloutError */.a6(missing);
    }
}
/** Every variable of the base as it is now, and none that it has no more. */
function variablePatch(before, after) {
    const gone = Object.keys(before).filter((name) => (0,rollout_standing/* variableOf */.Qn)(after, name) === null);
    return [
        ...Object.entries(after).map(([name, value]) => ({ op: 'replace', path: `/variables/${name}`, value })),
        ...gone.map((name) => ({ op: 'remove', path: `/variables/${name}` })),
    ];
}

// EXTERNAL MODULE: ./build/persist.js
var persist = __webpack_require__(8928);
;// CONCATENATED MODULE: ./build/commands/rollback.js
// Takes back what is open because somebody asked for it; or, behind a promotion, goes back to what the
// history of the API or the function says stood before.








/** An open rollout is taken back whatever its plan is: the way back needs no agreement. */
async function rollback(session) {
    const { reporter, target, job } = session;
    // Whoever asks for a rollback asks for it now, and AWS may be what is in trouble.
    const patience = (0,build_session/* patienceOf */.Hw)(session);
    const found = await findOpen(session, () => (0,persist/* persist */.Zr)(`reading ${target.words}`, patience, () => (0,persist/* unlessFinal */.fr)(target.observe(session.wayBack))));
    const { rollbackTo } = job.inputs;
    if (rollbackTo && (found.kind !== 'problem' || isOverruled(found))) {
        return rollback_goBack(session, found, rollbackTo);
    }
    if (found.kind === 'problem')
        return reporter.declined([found.problem]);
    if (found.kind === 'none') {
        return reporter.idle(`There is nothing to roll back: ${noneOpen(session, found.last)}.`);
    }
    const { moment } = found;
    const strangers = noneAsked(job.inputs.asked, moment.rollout.record);
    if (strangers !== undefined && job.inputs.onOtherPlan === 'fail') {
        return reporter.declined([strangers], moment);
    }
    if (!(0,rollout_standing/* canGiveBack */.VH)(moment.standing))
        return forgetIt(session, moment, moment.standing.what);
    // The way back does not wait for a tag.
    const ours = await (0,build_session/* takeOver */.w9)(session, moment).catch(() => moment);
    const ended = await (0,roll_back/* rollBack */.Fu)((0,build_session/* craftOf */.aQ)(session), ours, `asked for by ${job.source.actor || 'the workflow'}`);
    if (ended.rest === 'unsettled')
        job.leaveToPost();
    return reporter.ended(ended, []);
}
/**
 * Nothing of it is there to be taken back, and what somebody else made of it is theirs. What is remembered
 * would bar every later release.
 */
async function forgetIt(session, moment, what) {
    const { target, job, reporter } = session;
    const reason = `Nothing of the rollout is left on ${target.words}, which is left as it is: ${what}`;
    const craft = (0,build_session/* craftOf */.aQ)(session);
    const patience = (0,build_session/* patienceOf */.Hw)(session);
    try {
        await (0,persist/* persist */.Zr)(`forgetting the rollout on ${target.words}`, patience, () => target.forget(undefined, craft.wayBack, moment.rollout.record.id));
    }
    catch (error) {
        return reporter.declined([`${what}; and it could not be forgotten: ${(0,errors/* messageOf */.bD)(error)}`], moment);
    }
    await (0,roll_back/* settle */.G9)(craft, moment.rollout, 'before');
    job.log.warning(`${reason}. What was remembered of it is removed.`);
    return reporter.forgot(moment, `${reason}. What was remembered of it is removed.`);
}
/** A person who names where to go back to needs no tags for it, and has these forgotten. */
function isOverruled({ memory }) {
    return memory === 'unproven' || memory === 'unreadable';
}
/** Behind a promotion. A rerun of the same workflow run must not go back one step more. */
async function rollback_goBack(session, found, to) {
    const { reporter, target, job } = session;
    if (found.kind === 'open') {
        const problem = 'a rollout is open, so nothing is promoted that could be gone back from; leave rollback-to out to take it back';
        return reporter.declined([problem], found.moment);
    }
    const last = found.kind === 'none' ? found.last : undefined;
    if (to.kind === 'previous' && last?.ended === 'rolled-back') {
        const already = noneOpen(session, last);
        const { runId, repository } = job.id;
        return last.by.runId === runId && last.by.repository === repository
            ? reporter.idle(`It was gone back already: ${already}.`)
            : reporter.declined([`${already}; to go back further, name a version or a deployment`]);
    }
    // What is overruled is forgotten, whoever wrote it; what somebody begins meanwhile is not.
    const forgotten = found.kind === 'problem' ? undefined : job.id;
    const patience = (0,build_session/* patienceOf */.Hw)(session);
    let begun = false;
    try {
        const way = await (0,persist/* persist */.Zr)(`looking for the way back of ${target.words}`, patience, () => (0,persist/* unlessFinal */.fr)(target.findWayBack(to)));
        if (way.stands)
            return reporter.idle(`It stands so already: ${way.words}.`);
        job.log.group('Roll back');
        job.log.line(`Going back to ${way.words}.`);
        begun = true;
        await (0,persist/* persist */.Zr)(`going back to ${way.words}`, patience, () => (0,persist/* unlessFinal */.fr)(way.go()));
        await target
            .forget({ ended: 'rolled-back', at: (0,build_craft/* now */.tB)(), by: job.id }, undefined, forgotten)
            .catch((error) => job.log.warning((0,errors/* messageOf */.bD)(error)));
        const by = job.source.actor || 'the workflow';
        return reporter.wentBack(way.functions, `asked for by ${by}; gone back to ${way.words}`);
    }
    catch (error) {
        return begun ? reporter.brokeOff((0,errors/* messageOf */.bD)(error)) : reporter.declined([(0,errors/* messageOf */.bD)(error)]);
    }
}

;// CONCATENATED MODULE: ./build/commands/preview.js
// The preview of a pull request: made and brought up to date while it is open, removed when it closes.







async function preview(session) {
    const { job, reporter } = session;
    const { inputs, pull } = job;
    if (!pull) {
        return reporter.declined([
            'there is no pull request: expected a run of the event pull_request',
        ]);
    }
    if (pull.fork) {
        return reporter.idle('The pull request comes from a fork, whose runs get no role and a token that may only read: there is no preview.');
    }
    if (inputs.target.kind !== 'stage') {
        return reporter.declined([
            'a preview is made on a REST API: expected rest-api-id and stage-name',
        ]);
    }
    const name = inputs.preview === 'stage' ? previewStageName(pull.number) : inputs.target.stageName;
    if (inputs.protectedStages.includes(name)) {
        return reporter.declined([
            `the stage "${name}" is protected (protected-stages), so no pull request may touch it`,
        ]);
    }
    try {
        return inputs.preview === 'stage'
            ? await ofStage(session, pull)
            : await ofCanary(session, pull);
    }
    catch (error) {
        return reporter.declined([(0,errors/* messageOf */.bD)(error)]);
    }
}
async function ofStage(session, pull) {
    const { job, clients, reporter } = session;
    const { target, functions, previewLimit } = job.inputs;
    if (target.kind !== 'stage')
        return reporter.declined(['a preview is made on a REST API']);
    const previews = connectPreviews(clients, target);
    const { repository, sha } = job.source;
    const own = { repository, pull: pull.number };
    const name = previewStageName(pull.number);
    const gone = async (why) => {
        const removed = await previews.remove(own);
        return reporter.idle(removed ? `The preview ${name} is removed: ${why}.` : `There is no preview: ${why}.`);
    };
    if (pull.closed)
        return gone('the pull request is closed');
    job.log.group('Preview');
    const made = await previews.make({
        preview: { ...own, at: (0,build_craft/* now */.tB)() },
        functions,
        source: `${repository}@${sha}`,
        onLimit: previewLimit,
    });
    // It may have been closed meanwhile, and the run that was to remove it found nothing.
    if (await isClosed(session, pull.number))
        return gone('the pull request was closed meanwhile');
    job.log.line(`The preview is at ${made.url}`);
    const room = made.removed.map((number) => `the preview of #${number} was removed to make room`);
    return reporter.previewed(made.changes, made.url, room);
}
/** GitHub that does not answer is no reason to remove anything. */
async function isClosed({ job }, pull) {
    const state = await job.conversation?.().then((github) => github.pullState(pull), () => undefined);
    return state === 'closed';
}
/** A small weight on a shared stage: judged as ever, and never promoted. */
async function ofCanary(session, pull) {
    const { reporter } = session;
    const found = await findOpen(session);
    if (found.kind === 'problem')
        return reporter.declined([found.problem]);
    const none = () => reporter.idle('There is no preview: the pull request is closed.');
    if (found.kind === 'none')
        return pull.closed ? none() : start(session);
    const { preview: theirs } = found.moment.rollout.record;
    if (theirs === pull.number)
        return replace(session, pull);
    return pull.closed ? none() : reporter.declined([taken(session, theirs)]);
}
async function replace(session, { closed }) {
    const back = await rollback(session);
    if (back.outcome !== 'rolled-back')
        return back;
    return closed
        ? session.reporter.idle('The preview is removed: the pull request is closed.')
        : start(session);
}
function taken({ target }, theirs) {
    const whom = theirs === undefined ? 'a release' : `the preview of #${theirs}`;
    return `${target.words} is taken by ${whom}`;
}

;// CONCATENATED MODULE: ./build/commands/promote.js
// Promotes the rollout that is open, past the rest of its schedule, and bakes it. What is shown to be
// worse is taken back all the same.





function promote_promote(session) {
    const { reporter, target } = session;
    return withOpen(session, async (moment) => {
        const { preview } = moment.rollout.record;
        if (preview !== undefined) {
            const problem = `what is open is a preview of #${preview}, which is never promoted`;
            return reporter.declined([problem], moment);
        }
        if ((0,rollout_standing/* weightOf */.mm)(moment.standing) === 0) {
            const problem = `the rollout on ${target.words} has not begun: nobody has been served the new version yet`;
            return reporter.declined([problem], moment);
        }
        const ours = await (0,build_session/* takeOver */.w9)(session, moment);
        return driveOn(session, ours, { reach: { kind: 'promote' }, takenOverAt: (0,build_craft/* now */.tB)() });
    }, (last) => {
        const none = noneOpen(session, last);
        return last?.ended === 'promoted'
            ? reporter.idle(`It is promoted already: ${none}.`)
            : reporter.declined([`there is nothing to promote: ${none}`]);
    });
}

// EXTERNAL MODULE: ./build/report/endings.js
var endings = __webpack_require__(5955);
;// CONCATENATED MODULE: ./build/commands/status.js
// Says where a rollout is, and changes nothing.





async function status_status(session) {
    const { reporter, journal } = session;
    const found = await findOpen(session);
    if (found.kind === 'problem') {
        if (!found.beside)
            return reporter.declined([found.problem]);
        const none = sentence(noneOpen(session, undefined));
        return reporter.idle(`${none}. But ${found.problem}.`);
    }
    if (found.kind === 'none')
        return reporter.idle(`${sentence(noneOpen(session, found.last))}.`);
    const { moment } = found;
    (0,build_journal/* resumeSteps */.Fw)(journal, moment.rollout);
    journal.saw(await (0,build_session/* craftOf */.aQ)(session).watch(moment.rollout, (0,build_craft/* now */.tB)()));
    const stands = (0,endings/* standsInWords */.kr)(moment.standing, moment.rollout.record.functions);
    return reporter.open(moment, `${stands} ${sayOpen(session, moment)}`);
}
function sentence(text) {
    return text.charAt(0).toUpperCase() + text.slice(1);
}

;// CONCATENATED MODULE: ./build/commands/sweep.js
// Removes the previews that nobody needs any more: of pull requests that are closed, and those that
// were not brought up to date for long.





async function sweep(session) {
    const { job, clients, reporter } = session;
    const { target } = job.inputs;
    if (target.kind !== 'stage') {
        return reporter.declined([
            'previews are stages of a REST API: expected rest-api-id and stage-name',
        ]);
    }
    job.log.group('Sweep');
    const previews = connectPreviews(clients, target);
    const removed = [];
    const problems = [];
    try {
        for (const preview of await previews.list()) {
            const why = await whyGone(session, preview);
            if (why === undefined)
                continue;
            try {
                await previews.remove(preview);
                removed.push(`${previewStageName(preview.pull)} (${why})`);
                job.log.line(`Removed ${removed.at(-1)}.`);
            }
            catch (error) {
                problems.push((0,errors/* messageOf */.bD)(error));
            }
        }
    }
    catch (error) {
        problems.push((0,errors/* messageOf */.bD)(error));
    }
    if (problems.length > 0)
        return reporter.declined(problems);
    return reporter.idle(removed.length > 0 ? `Removed ${removed.join(', ')}.` : 'There is nothing to sweep.');
}
/** `undefined`: it stays. What GitHub does not say is no reason to remove anything. */
async function whyGone({ job }, { repository, pull, at }) {
    const { protectedStages, previewAgeSeconds } = job.inputs;
    if (repository !== job.source.repository)
        return undefined;
    if (protectedStages.includes(previewStageName(pull)))
        return undefined;
    const age = (0,build_craft/* now */.tB)() - at;
    if (age > previewAgeSeconds)
        return `not brought up to date for ${(0,duration/* formatDuration */.a)(age)}`;
    const state = await job.conversation?.().then((github) => github.pullState(pull), () => undefined);
    return state === 'closed' ? `#${pull} is closed` : undefined;
}

;// CONCATENATED MODULE: ./build/rollout/merged-code.js
// Whose code a run carries. Listed is what brings merged code; whatever else GitHub has, or will have,
// may bring code that nobody has merged. What each event stands for: GitHub's "Events that trigger
// workflows", by its columns GITHUB_SHA and GITHUB_REF.
/** Events whose commit is on a branch or tag that somebody with write access chose. */
const MERGED = [
    'push',
    'release',
    'schedule',
    'workflow_dispatch',
    'repository_dispatch',
];
/** A merge queue tries candidates on branches of its own, and may yet throw them out. */
const QUEUE = 'gh-readonly-queue/';
function carriesMergedCode({ name, ref, mergedPull, before }) {
    switch (name) {
        case 'pull_request':
        case 'pull_request_target':
            return mergedPull;
        // GITHUB_REF is the default branch here, whatever the run before was about.
        case 'workflow_run':
            return before !== undefined && isOfMerged(before);
        // A new branch says nothing of what was merged; a new tag marks a release.
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

;// CONCATENATED MODULE: ./build/run-command.js
// What each command does: one function each, over the same parts.












const COMMANDS = {
    rollout: rollout,
    plan: plan,
    start: start,
    advance: advance,
    promote: promote_promote,
    rollback: rollback,
    pause: pause,
    resume: resume,
    status: status_status,
    preview: preview,
    sweep: sweep,
};
/** Does what was asked. Never throws for what AWS answers: the report says how it ended. */
async function runCommand(job) {
    const { command } = job.inputs;
    const session = (0,build_session/* openSession */.fA)(job);
    const refusal = refuseUnmerged(job);
    if (refusal)
        return { report: session.reporter.refused([refusal], []), did: command };
    return command === 'comment'
        ? comment(session, (asked, as) => COMMANDS[asked](as))
        : { report: await COMMANDS[command](session), did: command };
}
/** The commands that bring code to users. */
const RELEASES = ['rollout', 'start', 'advance', 'promote'];
/** Code that is not merged may be thrown away yet, and its stage may serve everybody. */
function refuseUnmerged({ inputs: { command, onPullRequest }, event }) {
    if (!event || onPullRequest === 'allow' || !RELEASES.includes(command))
        return undefined;
    if (carriesMergedCode(event))
        return undefined;
    return `on-pull-request: command ${command} would bring code that is not merged to users; expected command: plan or preview on the event ${event.name || 'unknown'}, or on-pull-request: allow`;
}


/***/ })

};
