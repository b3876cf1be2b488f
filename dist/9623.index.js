export const id = 9623;
export const ids = [9623,4242];
export const modules = {

/***/ 33959:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ splitAlpha)
/* harmony export */ });
// Divides the false-rollback rate among the tests.
const GUARDRAIL_SHARE = 0.1;
/**
 * Divides the rate so that the shares of all tests add up to it (the union bound: with more tests, each is
 * stricter, and the rollout as a whole stays within the rate). For errors and latency alone, a rate of 1%
 * gives 0.6%, 0.3% and, for the guardrail, 0.1%.
 */
function splitAlpha(falseRollbackRate, measures) {
    const sharers = ({ kind, budget }) => budget.shared ? measures.filter((other) => other.kind === kind).length : 1;
    const kinds = new Map(measures.map(({ kind, budget }) => [kind, budget]));
    const count = (kind) => measures.filter((m) => m.kind === kind).length;
    const parts = [...kinds].reduce((sum, [kind, { parts, shared }]) => sum + parts * (shared ? 1 : count(kind)), 0);
    const part = (falseRollbackRate * (1 - GUARDRAIL_SHARE)) / parts;
    return {
        of: (measure) => (measure.budget.parts * part) / sharers(measure),
        guardrail: falseRollbackRate * GUARDRAIL_SHARE,
    };
}


/***/ }),

/***/ 47515:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   rh: () => (/* binding */ closingSeconds),
/* harmony export */   u1: () => (/* binding */ USUALLY_SHOWN_SECONDS),
/* harmony export */   xu: () => (/* binding */ lastClosedMinute)
/* harmony export */ });
// Which minutes are closed: old enough that their counts in CloudWatch no longer grow.
/** CloudWatch's one-minute metrics arrive within about two minutes. */
const PUBLICATION_SECONDS = 120;
/** By then, what has ended is nearly always shown. */
const USUALLY_SHOWN_SECONDS = 90;
/** Added to the longest response time: the rest of the minute, and its publication. */
const ANSWER_SLACK_SECONDS = 90;
/**
 * How old the end of a minute must be before its counts no longer grow, in seconds.
 *
 * @param longestAnswerSeconds the timeout of the integration or function
 */
function closingSeconds(longestAnswerSeconds) {
    return Math.max(PUBLICATION_SECONDS, longestAnswerSeconds + ANSWER_SLACK_SECONDS);
}
/**
 * The last closed minute, counted from the epoch. A request counts in the minute in which it began, but is
 * published when it ends. So the successes of a slow canary arrive last: read too early, it shows only errors.
 * (AWS, "Using CloudWatch metrics with Lambda": "the timestamp reflects when the function was invoked".)
 *
 * @param nowSeconds seconds since the epoch
 * @param longestAnswerSeconds the timeout of the integration or function
 */
function lastClosedMinute(nowSeconds, longestAnswerSeconds) {
    return Math.floor((nowSeconds - closingSeconds(longestAnswerSeconds)) / 60) - 1;
}


/***/ }),

/***/ 7893:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ customMeasure)
/* harmony export */ });
/* harmony import */ var _dispersion_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(59237);
/* harmony import */ var _harm_thresholds_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(18654);
/* harmony import */ var _measure_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(80203);
/* harmony import */ var _profile_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(60530);
/* harmony import */ var _series_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(15242);
// A metric that the user configured: events among a total.





/** The smallest risk ratio worth a rollback. */
const MATERIAL_RATIO = 1.2;
/** @param worse whether more events are worse (failures) or fewer (purchases) */
function customMeasure(name, worse) {
    const id = `metric ${name}`;
    return {
        id,
        kind: 'custom',
        scope: _measure_js__WEBPACK_IMPORTED_MODULE_2__/* .ALL */ .y2,
        budget: { parts: 1, shared: false },
        ask: ({ minutes, before }, { falseRollbackRate, dispersion, nextWeight }) => {
            // Nothing is known of when the two parts of a user's metric arrive, so only closed minutes count.
            const { series, worse: direction, missing } = (0,_series_js__WEBPACK_IMPORTED_MODULE_4__/* .orient */ .s)({ minutes, before, worse });
            const harm = direction === 'more' ? _harm_thresholds_js__WEBPACK_IMPORTED_MODULE_1__/* .metricHarm */ .T_ : _harm_thresholds_js__WEBPACK_IMPORTED_MODULE_1__/* .lossHarm */ .WS;
            return {
                series,
                question: {
                    source: { kind: 'metric', name, ...(missing && { missing }) },
                    worse: direction,
                    falseRollbackRate,
                    standard: (0,_harm_thresholds_js__WEBPACK_IMPORTED_MODULE_1__/* .harmThresholdFor */ .BC)(nextWeight),
                    profile: { ..._profile_js__WEBPACK_IMPORTED_MODULE_3__/* .DEFAULT_PROFILE */ .KG, dispersion: (0,_dispersion_js__WEBPACK_IMPORTED_MODULE_0__/* .dispersionFor */ .iR)(series.before, dispersion) },
                    materialRatio: MATERIAL_RATIO,
                    harm: harm(series.before, nextWeight),
                },
            };
        },
    };
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

/***/ 88506:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ readAlarms)
/* harmony export */ });
/* harmony import */ var _aws_sdk_client_cloudwatch__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(44085);
/* harmony import */ var _base_alarm_ref_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(33085);
/* harmony import */ var _base_listed_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(639);
/* harmony import */ var _aws_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51437);
/* harmony import */ var _call_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(13280);
/* harmony import */ var _pages_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(53242);
// The state of CloudWatch alarms of every type.






const NAMES_PER_CALL = 100;
/**
 * Reads alarms by name. A name that does not exist is absent from the result; this is not an error.
 *
 * @param alarms names or ARNs; of an ARN, the alarm of that name is read, whose account may be another
 */
async function readAlarms(client, alarms) {
    const names = [...new Set(alarms.map(_base_alarm_ref_js__WEBPACK_IMPORTED_MODULE_3__/* .alarmName */ .V))];
    const readings = [];
    for (let i = 0; i < names.length; i += NAMES_PER_CALL) {
        readings.push(...(await readPages(client, names.slice(i, i + NAMES_PER_CALL))));
    }
    return readings;
}
async function readPages(client, names) {
    try {
        return await readTypes(client, names, TYPES);
    }
    catch (error) {
        // A Region that does not have the newest type of alarm refuses to search for it.
        if (!(0,_call_js__WEBPACK_IMPORTED_MODULE_1__/* .causedBy */ .$z)(error, _aws_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .isInvalid */ .If))
            throw error;
        return readTypes(client, names, OLDER_TYPES);
    }
}
/** Without types, AWS returns only metric alarms. */
const TYPES = Object.values(_aws_sdk_client_cloudwatch__WEBPACK_IMPORTED_MODULE_4__/* .AlarmType */ .Ctc);
const OLDER_TYPES = TYPES.filter((type) => type !== 'LogAlarm');
async function readTypes(client, names, types) {
    const readings = [];
    const turn = (0,_pages_js__WEBPACK_IMPORTED_MODULE_2__/* .turnPages */ .KL)('reading the alarms');
    let next;
    do {
        const page = await (0,_call_js__WEBPACK_IMPORTED_MODULE_1__/* .call */ .T1)({
            doing: `reading the alarms ${(0,_base_listed_js__WEBPACK_IMPORTED_MODULE_5__/* .listed */ .KE)(names)}`,
            permission: { action: 'cloudwatch:DescribeAlarms', resource: '*' },
        }, () => client.send(new _aws_sdk_client_cloudwatch__WEBPACK_IMPORTED_MODULE_4__/* .DescribeAlarmsCommand */ .zWD({
            AlarmNames: [...names],
            AlarmTypes: [...types],
            MaxRecords: 100,
            ...(next && { NextToken: next }),
        })));
        readings.push(...(page.MetricAlarms ?? []).map(metricAlarm), ...(page.CompositeAlarms ?? []).map(readingOf), ...(page.LogAlarms ?? []).map(logAlarm));
        next = turn(page.NextToken);
    } while (next);
    return readings;
}
function metricAlarm(alarm) {
    const periods = alarm.DatapointsToAlarm ?? alarm.EvaluationPeriods ?? 1;
    const period = alarm.Period ?? Math.max(60, ...(alarm.Metrics ?? []).map((m) => m.MetricStat?.Period ?? 0));
    const reading = readingOf(alarm);
    return {
        ...reading,
        doubt: alarm.EvaluationState ?? reading.doubt,
        reactsAfterSeconds: periods * period,
    };
}
function logAlarm(alarm) {
    const results = alarm.QueryResultsToAlarm ?? alarm.QueryResultsToEvaluate ?? 1;
    const schedule = alarm.ScheduledQueryConfiguration?.ScheduleConfiguration?.ScheduleExpression;
    const seconds = secondsBetween(schedule ?? '');
    const reading = readingOf(alarm);
    return {
        ...reading,
        doubt: alarm.EvaluationState ?? reading.doubt,
        reactsAfterSeconds: seconds === undefined ? undefined : results * seconds,
    };
}
/** `rate(5 minutes)`; `undefined` for anything else. */
function secondsBetween(schedule) {
    const [, count, unit] = /^rate\((\d+) (minute|hour|day)s?\)$/.exec(schedule) ?? [];
    const seconds = { minute: 60, hour: 3_600, day: 86_400 }[unit ?? ''];
    return seconds === undefined ? undefined : Number(count) * seconds;
}
function readingOf(alarm) {
    const at = alarm.StateTransitionedTimestamp;
    const state = STATES.find((each) => each === alarm.StateValue);
    return {
        arn: (0,_call_js__WEBPACK_IMPORTED_MODULE_1__/* .required */ .mw)(alarm.AlarmArn, 'reading the alarms', 'AlarmArn'),
        name: (0,_call_js__WEBPACK_IMPORTED_MODULE_1__/* .required */ .mw)(alarm.AlarmName, 'reading the alarms', 'AlarmName'),
        state: state ?? 'INSUFFICIENT_DATA',
        reason: alarm.StateReason ?? '',
        transitionedAt: at && at.getTime() / 1000,
        doubt: state === undefined ? `the state ${alarm.StateValue ?? '(none)'}` : undefined,
        reactsAfterSeconds: undefined,
    };
}
const STATES = ['OK', 'ALARM', 'INSUFFICIENT_DATA'];


/***/ }),

/***/ 64242:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ MAX_REDIRECTS),
/* harmony export */   Y: () => (/* binding */ redirectOf)
/* harmony export */ });
// The one rule for redirects of everything that this action sends to an address of others: within the same origin
// only. What is sent contains secrets, and what is returned is believed.
const MAX_REDIRECTS = 3;
/** @param location the header of the response; empty if it has none */
function redirectOf(from, method, status, location) {
    if (location === '' || !URL.canParse(location, from.href))
        return { refused: `it returned ${status} without an address` };
    const to = new URL(location, from);
    if (to.origin !== from.origin) {
        return {
            refused: `it redirects to another origin (${to.origin.slice(0, 200)}), which is not followed`,
        };
    }
    // The other codes turn any request into a GET.
    if (status === 307 || status === 308 || method === 'GET')
        return { to };
    return {
        refused: `it redirects with ${status}, which would turn the ${method} into a GET; expected 307 or 308`,
    };
}


/***/ }),

/***/ 90119:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Gq: () => (/* binding */ authorize),
/* harmony export */   KT: () => (/* binding */ listen),
/* harmony export */   dG: () => (/* binding */ NO_COMMENTS)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76031);
/* harmony import */ var _base_log_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(82130);
/* harmony import */ var _base_time_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(22475);
/* harmony import */ var _report_comment_body_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(24557);
/* harmony import */ var _rollout_comment_command_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(37883);
// Comment commands for a rollout while a run drives it. Comments are read concurrently with the loop, which never
// waits: what GitHub does not return is requested again at the next check.





const NO_REQUESTS = { promote: undefined, rollback: undefined, hold: undefined };
const NO_COMMENTS = {
    poll: async () => undefined,
    flush: async () => undefined,
    requests: () => NO_REQUESTS,
    evidence: () => [],
};
/** GitHub allows a job's token a thousand requests per hour. */
const POLL_SECONDS = 30;
function listen(parts) {
    const received = { comments: new Set(), objectors: new Set(), asked: NO_REQUESTS };
    let next = 0;
    let warned = false;
    let reading;
    const read = async (rollout, ended) => {
        const { pull, startedAt } = rollout.record;
        if (pull === undefined)
            return;
        try {
            const conversation = await parts.conversation();
            const comments = await conversation.read(pull, startedAt);
            const execution = { ...parts, ended };
            await readCommands(execution, conversation, rollout, comments, received);
            await readReactions(execution, conversation, comments, received);
        }
        catch (error) {
            (0,_base_log_js__WEBPACK_IMPORTED_MODULE_1__/* .logBug */ .N)(parts.log, error);
            const why = (0,_base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(error);
            if (!warned)
                parts.log.warning(`Comments could not be read: ${why}. The rollout continues.`);
            warned = true;
        }
        finally {
            next = (0,_base_time_js__WEBPACK_IMPORTED_MODULE_3__/* .now */ .tB)() + POLL_SECONDS;
        }
    };
    return {
        poll: async (rollout) => {
            if (reading || (0,_base_time_js__WEBPACK_IMPORTED_MODULE_3__/* .now */ .tB)() < next)
                return;
            reading = read(rollout, undefined).finally(() => {
                reading = undefined;
            });
            await reading;
        },
        flush: async (rollout, ended) => {
            await reading;
            await read(rollout, ended);
        },
        requests: () => received.asked,
        evidence: () => {
            const logins = [...received.objectors];
            if (logins.length === 0)
                return [];
            return [
                {
                    source: { kind: 'people', logins },
                    verdict: 'inconclusive',
                    detail: { kind: 'disliked' },
                },
            ];
        },
    };
}
const ENDED = {
    promoted: 'promoted',
    held: 'held',
    'rolled-back': 'rolled back',
    failed: 'failed',
    stuck: 'rollback failed',
};
function tooLate(ended) {
    return `received after the release had ended: ${ENDED[ended]}`;
}
/** Executes each new comment once. */
async function readCommands(parts, conversation, rollout, comments, received) {
    let failed;
    for (const comment of comments) {
        if (received.comments.has(comment.id))
            continue;
        try {
            await readCommand(parts, conversation, rollout, comment, received);
        }
        catch (error) {
            // The other comments do not wait for this one.
            failed ??= (0,_base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .known */ .eO)(error);
        }
    }
    if (failed)
        throw failed;
}
async function readCommand(parts, conversation, rollout, comment, received) {
    const { pull = 0, startedAt } = rollout.record;
    // What GitHub does not tell of its author is asked for again at the next poll.
    const command = (0,_rollout_comment_command_js__WEBPACK_IMPORTED_MODULE_4__/* .isEligible */ .YT)(comment, startedAt)
        ? await authorize(conversation, parts.log, pull, comment)
        : undefined;
    received.comments.add(comment.id);
    if (!command)
        return;
    const done = await execute(parts, rollout, comment, command, received.asked);
    // From here on it counts, even if it cannot be answered.
    received.asked = done.asked;
    await conversation.answer(comment.id, done.answer);
}
async function readReactions({ key, recordRequest, feedback, ended }, conversation, comments, received) {
    for (const login of await dislikes(conversation, comments, key())) {
        if (received.objectors.has(login) || !(await conversation.mayWrite(login)))
            continue;
        received.objectors.add(login);
        const held = feedback === 'hold';
        const noted = held
            ? 'the rollout stops advancing automatically'
            : 'noted; it does not affect the rollout';
        const result = ended === undefined ? noted : tooLate(ended);
        recordRequest({ login, asked: '👎', result });
        if (held)
            received.asked = { ...received.asked, hold: login };
    }
}
/** The users who objected, by their reactions to the progress comment; GitHub is called only if there are any. */
async function dislikes(conversation, comments, key) {
    const marker = (0,_report_comment_body_js__WEBPACK_IMPORTED_MODULE_2__/* .commentMarker */ .Ql)(key);
    const ours = comments.find(({ own, body, dislikes: count }) => own && count > 0 && body.startsWith(marker));
    return ours ? conversation.dislikes(ours.id) : [];
}
/** The command of a comment if its author is authorized; everybody else gets a reply. */
async function authorize(conversation, log, pull, { id, body, login }) {
    const spoken = (0,_rollout_comment_command_js__WEBPACK_IMPORTED_MODULE_4__/* .parseComment */ .vj)(body);
    if (spoken.kind === 'none')
        return undefined;
    if (await conversation.isAnswered(id)) {
        log.line(`The comment by ${login} has been answered already.`);
        return undefined;
    }
    if (!(await conversation.mayWrite(login))) {
        log.line(`${login} cannot give commands: no write access.`);
        await conversation.answer(id, 'confused');
        await conversation.refuse(pull, login);
        return undefined;
    }
    if (spoken.kind === 'command')
        return spoken.command;
    log.line(`The comment by ${login} was not understood: ${spoken.why}.`);
    await conversation.answer(id, 'confused');
    return undefined;
}
/** Executes what can be done at once, and leaves the rest to the loop's next decision. */
async function execute({ setPaused, recordRequest, log, ended }, { phase, record }, { login }, command, asked) {
    log.notice(`/canary ${command} by ${login}`);
    if (ended !== undefined) {
        recordRequest({ login, asked: command, result: tooLate(ended) });
        return { asked, answer: (0,_rollout_comment_command_js__WEBPACK_IMPORTED_MODULE_4__/* .isAchieved */ .Qz)(command, ended) ? '+1' : 'confused' };
    }
    const inStep = phase.kind === 'step';
    const impossible = (command === 'pause' || command === 'promote') && !inStep;
    try {
        if (command === 'pause' && inStep) {
            await setPaused({ since: Math.floor((0,_base_time_js__WEBPACK_IMPORTED_MODULE_3__/* .now */ .tB)()), by: record.id });
        }
        if (command === 'resume')
            await setPaused(undefined);
    }
    catch (error) {
        recordRequest({ login, asked: command, result: `failed: ${(0,_base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(error)}` });
        throw error;
    }
    const result = impossible ? 'not possible: the rollout is not in a step' : RESULTS[command];
    recordRequest({ login, asked: command, result });
    return impossible
        ? { asked, answer: 'confused' }
        : { asked: withCommand(asked, command, login), answer: '+1' };
}
function withCommand(asked, command, login) {
    if (command === 'promote')
        return { ...asked, promote: login };
    if (command === 'resume')
        return { ...asked, hold: undefined };
    return command === 'rollback' ? { ...asked, rollback: login } : asked;
}
/** The result of a command that a run receives while it drives the rollout. */
const RESULTS = {
    status: 'see the comment of the release',
    pause: 'the weight stays the same until the rollout is resumed',
    resume: 'the rollout continues with its plan',
    promote: 'will be promoted at the next check, unless that check is failing',
    rollback: 'will be rolled back immediately',
    advance: 'no effect: the run advances automatically',
};


/***/ }),

/***/ 67918:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Hz: () => (/* binding */ storesOutcome),
/* harmony export */   a5: () => (/* binding */ WHOLE_RELEASE),
/* harmony export */   eQ: () => (/* binding */ rollbackDeadlineOf)
/* harmony export */ });
// What the loop of a rollout works with.
/** If several runs share a rollout, the one that ends it stores the last outcome for the others. */
function storesOutcome({ inputs }) {
    return inputs.command !== 'rollout';
}
const WHOLE_RELEASE = {
    scope: { kind: 'to-the-end' },
    takenOverAt: 0,
    notes: [],
};
/** GitHub's runner kills a cancelled job 10 s after its signal. */
const GRACE_SECONDS = 10;
/** The report needs the rest. */
const ROLLBACK_SHARE = 0.9;
/**
 * One deadline for all calls that roll back or clean up. It starts when the job is cancelled; before that, there is
 * none.
 */
function rollbackDeadlineOf({ cancelled, graceSeconds = GRACE_SECONDS, }) {
    const limit = new AbortController();
    const start = () => {
        setTimeout(() => limit.abort(), graceSeconds * ROLLBACK_SHARE * 1000).unref();
    };
    if (cancelled.aborted)
        start();
    else
        cancelled.addEventListener('abort', start, { once: true });
    return limit.signal;
}


/***/ }),

/***/ 46138:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ readFinalState)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76031);
/* harmony import */ var _base_time_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(22475);
/* harmony import */ var _rollout_release_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(82787);
// The state at the end of a run, for its report: read if possible, otherwise marked as presumed.



/** Seconds. A report must not wait for AWS if AWS does not respond. */
const PATIENCE_SECONDS = 5;
async function readFinalState(loop, snapshot) {
    const presumed = { snapshot, presumed: true, theirs: false };
    try {
        return (await (0,_base_time_js__WEBPACK_IMPORTED_MODULE_2__/* .withTimeout */ .wj)(PATIENCE_SECONDS, read(loop, snapshot))) ?? presumed;
    }
    catch (error) {
        (0,_base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .known */ .eO)(error);
        return presumed;
    }
}
async function read({ target: { rollback } }, snapshot) {
    const { stored, trafficState } = await rollback.observe();
    if (stored.kind === 'rollout' && trafficState) {
        const { storedRollout } = stored;
        const same = sameRelease(storedRollout.record, snapshot.rollout.record);
        const theirs = !(0,_rollout_release_js__WEBPACK_IMPORTED_MODULE_1__/* .sameRollout */ .c5)(storedRollout.record.id, snapshot.rollout.record.id);
        if (same)
            return { snapshot: { rollout: storedRollout, trafficState }, presumed: false, theirs };
    }
    const theirs = stored.kind === 'rollout' || stored.kind === 'takes-part';
    const found = await rollback.readTraffic(snapshot.rollout);
    return { snapshot: { ...snapshot, trafficState: found }, presumed: false, theirs };
}
/** A run that takes over a rollout changes its owner, and nothing else in its record. */
function sameRelease(a, b) {
    const [one, other] = [a, b].map(({ startedAt, functions, target }) => JSON.stringify([startedAt, functions, target]));
    return one === other;
}


/***/ }),

/***/ 34005:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Zr: () => (/* binding */ persist),
/* harmony export */   f4: () => (/* binding */ FinalError),
/* harmony export */   fr: () => (/* binding */ unlessFinal)
/* harmony export */ });
/* harmony import */ var _aws_aws_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51437);
/* harmony import */ var _base_duration_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(15902);
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76031);
/* harmony import */ var _base_time_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(22475);
/* harmony import */ var _report_format_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(92772);
// What protects users is retried while there is time, and not a fixed number of times.





/** A retry would not help. */
class FinalError extends _base_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .KnownError */ .E {
}
const FIRST_PAUSE_SECONDS = 3;
const LONGEST_PAUSE_SECONDS = 60;
/** Once the job is cancelled, there is little time. */
const URGENT_PAUSE_SECONDS = 0.3;
const LOG_EVERY_MS = 60_000;
/**
 * Retries until it works, AWS refuses it finally, or there is no time left. Rejects with the last failure.
 *
 * @param doing for a sentence: `rolling back the stage "prod"`
 * @param work receives the number of earlier attempts
 */
async function persist(doing, retry, work) {
    const notices = logEveryMinute(doing, retry);
    const judge = createJudge(retry);
    try {
        for (let before = 0;; before++) {
            try {
                return await work(before);
            }
            catch (error) {
                (0,_base_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .known */ .eO)(error);
                if (judge(error) === 'over')
                    throw error;
                notices.failed((0,_base_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .messageOf */ .bD)(error));
                await nextTry(before, retry);
            }
        }
    }
    finally {
        notices.stop();
    }
}
/** Decides after each failure whether there is another attempt. */
function createJudge({ context: { giveUpAt }, host: { cancelled }, rollbackDeadline }) {
    let refused = false;
    return (error) => {
        // The refused call may have been about something that no longer exists: check once more.
        const twice = refused && (0,_aws_aws_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .isRefused */ .H0)(error);
        refused = (0,_aws_aws_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .isRefused */ .H0)(error);
        if (error instanceof FinalError || (0,_aws_aws_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .isDenied */ .GZ)(error) || twice)
            return 'over';
        if (!cancelled.aborted)
            return (0,_base_time_js__WEBPACK_IMPORTED_MODULE_4__/* .now */ .tB)() >= giveUpAt ? 'over' : 'again';
        return rollbackDeadline.aborted ? 'over' : 'again';
    };
}
function nextTry(before, { context: { giveUpAt }, host: { cancelled }, rollbackDeadline }) {
    if (cancelled.aborted)
        return (0,_base_time_js__WEBPACK_IMPORTED_MODULE_4__/* .sleep */ .yy)(URGENT_PAUSE_SECONDS, rollbackDeadline);
    const pause = Math.min(FIRST_PAUSE_SECONDS * 2 ** before, LONGEST_PAUSE_SECONDS);
    return (0,_base_time_js__WEBPACK_IMPORTED_MODULE_4__/* .sleep */ .yy)(Math.min(pause, giveUpAt - (0,_base_time_js__WEBPACK_IMPORTED_MODULE_4__/* .now */ .tB)()), cancelled);
}
/** One annotation, and from then on one log line a minute, however long an attempt takes. */
function logEveryMinute(doing, { context, host, manualCommands }) {
    const { giveUpAt } = context;
    const { log, cancelled } = host;
    let timer;
    let why = '';
    const left = () => (0,_base_duration_js__WEBPACK_IMPORTED_MODULE_1__/* .formatDuration */ .a)(giveUpAt - (0,_base_time_js__WEBPACK_IMPORTED_MODULE_4__/* .now */ .tB)());
    let commands = manualCommands;
    const say = () => {
        log.line(`${(0,_report_format_js__WEBPACK_IMPORTED_MODULE_3__/* .capitalize */ .ZH)(doing)} still fails (${why}). Retrying for another ${left()}.`);
        const lines = commands?.() ?? [];
        if (lines.length > 0)
            log.line('If you do not want to wait, run these commands:');
        for (const line of lines)
            log.line(line);
        commands = undefined;
    };
    return {
        failed: (latest) => {
            why = latest;
            if (cancelled.aborted)
                log.line(`${(0,_report_format_js__WEBPACK_IMPORTED_MODULE_3__/* .capitalize */ .ZH)(doing)} failed (${why}). Retrying.`);
            if (timer || cancelled.aborted)
                return;
            log.warning(`${(0,_report_format_js__WEBPACK_IMPORTED_MODULE_3__/* .capitalize */ .ZH)(doing)} failed (${why}). Retrying for up to ${left()}.`);
            timer = setInterval(say, LOG_EVERY_MS);
        },
        stop: () => clearInterval(timer),
    };
}
/** The action's own refusal is the same at the next attempt; a response from AWS may differ. */
async function unlessFinal(work) {
    try {
        return await work;
    }
    catch (error) {
        throw (0,_base_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .isFromThisAction */ .fU)(error) ? new FinalError((0,_base_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .known */ .eO)(error).message) : (0,_base_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .known */ .eO)(error);
    }
}


/***/ }),

/***/ 7266:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Bm: () => (/* binding */ bakeLeft),
  Tk: () => (/* binding */ createRecorder),
  Fw: () => (/* binding */ resumeSteps)
});

// EXTERNAL MODULE: ./build/analysis/count-table.js
var count_table = __webpack_require__(16361);
// EXTERNAL MODULE: ./build/analysis/evidence.js
var analysis_evidence = __webpack_require__(48690);
// EXTERNAL MODULE: ./build/analysis/finding.js
var finding = __webpack_require__(33034);
// EXTERNAL MODULE: ./build/analysis/parts.js
var parts = __webpack_require__(50945);
// EXTERNAL MODULE: ./build/report/impact.js
var report_impact = __webpack_require__(72577);
// EXTERNAL MODULE: ./build/rollout/traffic.js
var rollout_traffic = __webpack_require__(66211);
// EXTERNAL MODULE: ./build/rollout/weights.js
var weights = __webpack_require__(40191);
;// CONCATENATED MODULE: ./build/report/plot-series.js
// The counts and evidence over time, in a size that fits into a report.



/** Twelve hours by the minute; longer rollouts have coarser points. */
const MOST_POINTS = 720;
/** Round numbers of minutes per point; above these, whole hours. */
const ROUND_MINUTES = [1, 2, 3, 5, 10, 15, 20, 30, 60];
/**
 * The series of a rollout so far, from the minute in which it began to the last one with counts; `undefined`
 * if the counts could not be read.
 */
function seriesOf(traffic, rollout, paths) {
    if (traffic.kind === 'unreadable')
        return undefined;
    const from = (0,rollout_traffic/* startOfMinute */.ci)(rollout.record.startedAt);
    const { canary, stable, promoted } = (0,count_table/* errorsOf */.Bp)(traffic.table);
    const starts = [canary, stable, promoted].flatMap(({ requests }) => [...requests.keys()]);
    const last = Math.max(from, ...starts.map(rollout_traffic/* startOfMinute */.ci));
    const minutes = Array.from({ length: (last - from) / 60 + 1 }, (_, i) => from + 60 * i);
    const size = minutesPerPoint(minutes.length);
    const sides = minutes.map((start) => sidesAt(traffic.table, rollout, start));
    const column = (pick) => addUp(sides.map(pick), size);
    return {
        from,
        every: 60 * size,
        canary: { requests: column((m) => m.canary.requests), errors: column((m) => m.canary.events) },
        stable: { requests: column((m) => m.stable.requests), errors: column((m) => m.stable.events) },
        comparisons: paths.map((path) => comparisonSeries(path, minutes, size)),
    };
}
function minutesPerPoint(minutes) {
    const least = Math.ceil(minutes / MOST_POINTS);
    return ROUND_MINUTES.find((size) => size >= least) ?? 60 * Math.ceil(least / 60);
}
const UNKNOWN = { requests: null, events: null };
/**
 * The minute of the promotion and the next one contain requests of both versions, so their sides are unknown. So is
 * a minute that CloudWatch shows only in part.
 */
function sidesAt(table, rollout, start) {
    const { canary, stable, promoted } = (0,count_table/* errorsOf */.Bp)(table);
    const counted = (series) => (0,count_table/* isHalfShown */.xo)(series, start, table.bucketSeconds)
        ? UNKNOWN
        : (0,count_table/* minuteAt */.Ad)(series, start, table.bucketSeconds);
    const { weight, weightBefore } = (0,weights/* weightsIn */.nb)(rollout, start);
    if (weight < 100)
        return { canary: counted(canary), stable: counted(stable) };
    if (weightBefore < 100)
        return { canary: UNKNOWN, stable: UNKNOWN };
    return { canary: counted(promoted), stable: { requests: 0, events: 0 } };
}
function comparisonSeries({ source, points }, minutes, size) {
    const at = new Map(points.map((point) => [60 * point.minute, point]));
    const column = (pick) => minutes.map((start) => {
        const point = at.get(start);
        return point ? pick(point) : null;
    });
    const side = (name) => ({
        requests: addUp(column((p) => p[name].requests), size),
        events: addUp(column((p) => p[name].events), size),
    });
    return {
        source,
        canary: side('canary'),
        stable: side('stable'),
        // The maximum of each point, so that a crossing of the threshold stays visible.
        nats: inPoints(column((p) => p.nats), size, (cells) => rounded(Math.max(...cells))),
        threshold: inPoints(column((p) => p.threshold), size, (cells) => rounded(cells.at(-1) ?? 0)),
    };
}
function addUp(cells, size) {
    return inPoints(cells, size, (known) => known.reduce((sum, cell) => sum + cell, 0));
}
/** Combines each `size` minutes into one point; a point without any number is `null`. */
function inPoints(cells, size, join) {
    return Array.from({ length: Math.ceil(cells.length / size) }, (_, i) => {
        const known = cells.slice(i * size, (i + 1) * size).filter((cell) => cell !== null);
        return known.length > 0 ? join(known) : null;
    });
}
function rounded(nats) {
    return Number(nats.toFixed(3));
}

// EXTERNAL MODULE: ./build/report/report.js
var report = __webpack_require__(87177);
// EXTERNAL MODULE: ./build/report/step-label.js
var step_label = __webpack_require__(22866);
// EXTERNAL MODULE: ./build/report/evidence-text.js
var evidence_text = __webpack_require__(50664);
;// CONCATENATED MODULE: ./build/report/timeline.js
// Which entries the timeline of a report has, and how many.


/**
 * Alarms that changed, and comparisons that failed, since the previous check.
 *
 * @param now seconds since the epoch
 */
function newEvents(before, observation, now) {
    return observation.flatMap((evidence) => {
        const { source, verdict, since } = evidence;
        const last = before.find((e) => (0,analysis_evidence/* sameSource */.eP)(e.source, source))?.verdict ?? 'healthy';
        if (verdict === last)
            return [];
        const what = (0,evidence_text/* describeEvidence */.RQ)(evidence);
        if ((0,analysis_evidence/* isAlarm */.Ic)(evidence))
            return [{ at: since ?? now, kind: 'alarm', what }];
        // A failed hook has a separate entry. Missing data and inconclusive evidence come and go.
        const failed = verdict === 'failing' && source.kind !== 'hook';
        return failed ? [{ at: now, kind: 'verdict', what }] : [];
    });
}
/** Alarms that keep changing for thirty hours must not fill a report. */
const FIRST_ENTRIES = 100;
const LAST_ENTRIES = 200;
/** Sorted by time; if there are very many entries, only the first and the last. */
function shortened(timeline) {
    const entries = timeline.toSorted((a, b) => a.at - b.at);
    const left = entries.length - FIRST_ENTRIES - LAST_ENTRIES;
    const gap = entries[FIRST_ENTRIES];
    if (left <= 0 || !gap)
        return entries;
    return [
        ...entries.slice(0, FIRST_ENTRIES),
        { at: gap.at, kind: 'note', what: `${left} more entries, which are not shown here` },
        ...entries.slice(-LAST_ENTRIES),
    ];
}

// EXTERNAL MODULE: ./build/logs/failure-groups.js
var failure_groups = __webpack_require__(98013);
;// CONCATENATED MODULE: ./build/report/what-broke.js
// What broke: the failures that are new on the canary, of all that the logs show.


/** More than this helps nobody. */
const MOST_KINDS = 20;
/**
 * `undefined`: the logs show nothing that stable does not have as well.
 *
 * @param weights those of the new version since the rollout began
 */
function whatBroke({ failures, table }, weights) {
    const { canary, stable } = (0,count_table/* errorsOf */.Bp)(table);
    const all = { canary: requestsIn(canary), stable: requestsIn(stable) };
    // Of a busy stable version, only the failures are read.
    const isCounted = all.stable > 0 || all.canary === 0;
    const requests = { ...all, stable: isCounted ? all.stable : expectedOnStable(canary, weights) };
    const own = (0,failure_groups/* rankOnCanary */.mH)(failures, requests).filter(isOwn);
    if (own.length === 0)
        return undefined;
    const newest = newestOf(own);
    return {
        requests: { ...all, stable: isCounted ? all.stable : null },
        kinds: own.slice(0, MOST_KINDS).map((group) => kindOf(group, group === newest)),
        more: Math.max(0, own.length - MOST_KINDS),
    };
}
/** Of all seconds, also of those that may still grow. */
function requestsIn({ requests }) {
    return [...requests.values()].reduce((sum, more) => sum + more, 0);
}
/** The requests that stable must have had, by the split of the traffic. */
function expectedOnStable({ requests }, weights) {
    let sum = 0;
    for (const [second, count] of requests) {
        const weight = weights.findLast(({ at }) => at <= second)?.weight ?? 0;
        if (weight > 0)
            sum += (count * (100 - weight)) / weight;
    }
    return Math.round(sum);
}
function isOwn(group) {
    return group.novelty !== 'same';
}
/** What the version brought with it is usually among the first; what began last may be another problem. */
function newestOf(own) {
    return own
        .filter(({ stable }) => stable === 0)
        .reduce((last, group) => (last && last.firstSeen >= group.firstSeen ? last : group), undefined);
}
function kindOf(group, isNewest) {
    const { canary, stable, firstSeen, novelty, samples } = group;
    return {
        ...named(group),
        ...{ canary, stable, firstSeen: Math.floor(firstSeen / 1000), novelty },
        ...(isNewest && { newest: true }),
        ...(samples && { samples }),
    };
}
function named(group) {
    const { method = '', route, functionName, status, how, errorType, location } = group;
    return {
        ...(route !== undefined && { route: `${method} ${route}`.trim() }),
        ...(functionName !== undefined && { functionName }),
        ...(status !== undefined && { status }),
        ...(how !== undefined && { how }),
        ...(errorType !== undefined && { errorType }),
        ...(location !== undefined && { location }),
    };
}

// EXTERNAL MODULE: ./build/rollout/bake.js
var bake = __webpack_require__(69925);
// EXTERNAL MODULE: ./build/rollout/plan.js
var plan = __webpack_require__(17927);
// EXTERNAL MODULE: ./build/report/broke-text.js
var broke_text = __webpack_require__(61468);
;// CONCATENATED MODULE: ./build/report/broke-lines.js
// The lines of the job's log about failures that are new on the canary: one for each kind, as soon as a log shows it.

/** In a whole release. */
const MOST_LINES = 20;
/**
 * @param said names of what was said, to which this adds
 * @returns lines that are to be said now
 */
function newLines({ kinds, requests }, functions, said) {
    return kinds.flatMap((kind) => {
        if (!isWorthSaying(kind))
            return [];
        const names = namesOf(kind);
        const isKnown = names.every((name) => said.has(name));
        if (isKnown || said.has(TOO_MANY))
            return [];
        for (const name of names)
            said.add(name);
        if (said.size < MOST_LINES * 2)
            return [`New failures: ${(0,broke_text/* kindText */.uS)(kind, { functions, requests })}`];
        said.add(TOO_MANY);
        return ['There are more kinds of new failures; the report has them.'];
    });
}
/** A single failure that stable may have as well at any moment is no news yet. */
function isWorthSaying({ novelty, canary }) {
    return novelty === 'new' || (novelty === 'unseen' && canary >= ENOUGH_UNSEEN);
}
const ENOUGH_UNSEEN = 3;
const TOO_MANY = 'too many';
/**
 * What the client received is known first, and the place in the code often some seconds later: that is said once
 * more. Each kind has two names.
 */
function namesOf(kind) {
    const { route, functionName, status, how, errorType, location } = kind;
    const where = [route, functionName, status, how];
    const detail = status === undefined ? [errorType, location] : [];
    const seen = JSON.stringify([...where, ...detail]);
    return location === undefined ? [seen] : [seen, JSON.stringify([...where, errorType, location])];
}

// EXTERNAL MODULE: ./build/report/requests.js
var requests = __webpack_require__(4365);
;// CONCATENATED MODULE: ./build/controller/chronicle.js
// Records what happens in a run: entries of the timeline, results of hooks, commands of users.





/** @param now seconds since the epoch */
function createEventRecorder(now) {
    const timeline = [];
    const hooks = [];
    const people = [];
    const said = new Set();
    let broke;
    return {
        chronicle: {
            note: (what, kind = 'note') => timeline.push({ at: now(), kind, what }),
            recordHook: (hook) => {
                hooks.push(hook);
                const what = `${hook.point} hook ${hook.calls} ${hook.result}`;
                timeline.push({ at: hook.ended, kind: 'hook', what });
            },
            recordRequest: (asked) => {
                const person = { ...asked, at: now() };
                people.push(person);
                timeline.push({ at: person.at, kind: 'person', what: (0,requests/* describeRequest */.Ng)(person) });
            },
            recordFailures: (logs, rollout) => {
                if (logs.kind === 'off')
                    return [];
                broke = whatBroke(logs, (0,weights/* weightChanges */.o6)(rollout));
                const lines = broke ? newLines(broke, rollout.record.functions, said) : [];
                timeline.push(...lines.map((what) => ({ at: now(), kind: 'note', what })));
                return lines;
            },
        },
        add: (entries) => timeline.push(...entries),
        entries: () => ({
            ...{ hooks: [...hooks], people: [...people], timeline: shortened(timeline) },
            ...(broke && { broke }),
        }),
    };
}

// EXTERNAL MODULE: ./build/base/duration.js
var duration = __webpack_require__(15902);
// EXTERNAL MODULE: ./build/logs/format-problem-text.js
var format_problem_text = __webpack_require__(52273);
;// CONCATENATED MODULE: ./build/logs/abstention-text.js
// Why logs are no evidence, in words that continue a sentence.


function abstentionText(abstention) {
    switch (abstention.kind) {
        case 'format':
            return `the format of the access log ${(0,format_problem_text/* describeFormatProblem */.Q)(abstention.problem)}`;
        case 'group-missing':
            return `the log group "${abstention.group}" does not exist yet`;
        case 'log-class':
            return `the log group "${abstention.group}" has a class whose events AWS does not return`;
        case 'denied':
        case 'unreadable':
            return abstention.message;
        case 'budget':
            return 'the calls that were planned for this run have been made';
        case 'too-many-lines':
            return `the log group "${abstention.group}" has more lines than can be read`;
        case 'throttled':
            return 'AWS throttles the reads, because others in the account read logs as well';
        case 'gap':
            return `the lines of ${(0,duration/* formatDuration */.a)(abstention.seconds)} could not be read in time`;
        case 'unparsed':
            return `${percent(abstention.share)} of the lines do not have the format that the settings say`;
        case 'unfinished':
            return `of ${percent(abstention.share)} of the requests it is not known how they ended`;
        case 'dropped':
            return 'AWS dropped lines of the log';
        case 'clock':
            return `${percent(abstention.share)} of the lines are from the future, so a clock is off`;
        case 'incomplete':
            return `they show ${percent(abstention.share)} of the requests that CloudWatch counted for ${words(abstention.side)}`;
        case 'excess':
            return `they show ${percent(abstention.share)} of the requests that CloudWatch counted for ${words(abstention.side)}, so some were counted twice`;
        case 'successes-hidden':
            return 'the system log level hides invocations that succeed';
        case 'failures-hidden':
            return 'the log does not show all invocations that fail';
    }
}
function words(side) {
    return side === 'canary' ? 'the canary' : 'stable';
}
function percent(share) {
    if (!Number.isFinite(share))
        return 'far more than all';
    return `${(share * 100).toLocaleString('en-US', { maximumSignificantDigits: 3 })}%`;
}

;// CONCATENATED MODULE: ./build/controller/logs-report.js
// What was read of the logs, for the report.


function logsReport({ table, quality, calls, abstentions, dimension, }) {
    const { canary, stable } = (0,count_table/* errorsOf */.Bp)(table);
    const isCounted = stable.requests.size > 0 || stable.events.size === 0;
    return {
        requests: { canary: logs_report_requestsIn(canary), stable: isCounted ? logs_report_requestsIn(stable) : null },
        lagSeconds: quality.lagMs === undefined ? null : Math.round(quality.lagMs / 100) / 10,
        calls,
        abstained: [...new Set(abstentions.map(abstentionText))],
        ...(dimension && { dimension }),
    };
}
function logs_report_requestsIn({ requests }) {
    return [...requests.values()].reduce((sum, more) => sum + more, 0);
}

;// CONCATENATED MODULE: ./build/controller/recorder.js
// Records what has happened in this run, for the report.
















/** Stable's counts after the promotion. */
const NONE = { requests: 0, errors: 0 };
const NOT_READ_YET = {
    traffic: { kind: 'unreadable', why: 'not read yet' },
    at: undefined,
    notCompared: [],
};
function latestIn({ traffic, notCompared }, at) {
    return { traffic, notCompared, at };
}
/** @param now seconds since the epoch */
function createRecorder(now) {
    const startedAt = now();
    const { chronicle, add, entries } = createEventRecorder(now);
    const journalSteps = [];
    let versions = [];
    let evidence = [];
    let deciding = [];
    let paths = [];
    let latest = NOT_READ_YET;
    let couldRead = false;
    let logs = { kind: 'off' };
    const steps = () => journalSteps.map((step) => withCounts(step, latest));
    const endStep = () => {
        const last = journalSteps.at(-1);
        if (last && last.ended === undefined)
            last.ended = now();
    };
    return {
        ...chronicle,
        addVersions: (known) => {
            versions = known;
        },
        endStep,
        beginStep: (label, weight, plannedSeconds, since = now()) => {
            endStep();
            journalSteps.push({ label, weight, plannedSeconds, began: since, ended: undefined });
        },
        observed: (observation) => {
            add(newEvents(evidence, observation.evidence, now()));
            ({ evidence, deciding } = observation);
            if (observation.logs.kind === 'read')
                ({ logs } = observation);
            if (observation.paths.length > 0)
                paths = observation.paths;
            couldRead = observation.traffic.kind === 'counted';
            if (couldRead)
                latest = latestIn(observation, now());
        },
        verdict: () => (0,analysis_evidence/* shownVerdict */.h9)(deciding, evidence),
        unreached: () => (latest.traffic.kind === 'counted' ? (latest.traffic.unreached ?? []) : []),
        alarms: () => evidence.filter(analysis_evidence/* isAlarm */.Ic),
        compared: () => evidence.filter(finding/* isFinding */.qd),
        deciding: () => deciding,
        steps,
        currentCounts: () => {
            const step = couldRead ? steps().findLast(({ ended }) => ended === undefined) : undefined;
            return { canary: step?.canary ?? null, stable: step?.stable ?? null };
        },
        report: ({ record, rollout, ...parts }) => ({
            ...course(rollout, { traffic: latest.traffic, paths, evidence, ended: steps().at(-1)?.ended ?? now() }, parts),
            schema: report/* REPORT_SCHEMA */.D,
            startedAt,
            endedAt: now(),
            functions: record.functions,
            plan: record.plan,
            verdict: (0,analysis_evidence/* shownVerdict */.h9)(deciding, evidence),
            evidence,
            notCompared: latest.notCompared,
            steps: steps(),
            ...entries(),
            versions,
            ...ofLogs(logs, rollout),
            countedAt: latest.at,
            countedBy: latest.traffic.kind === 'counted' ? latest.traffic.source : undefined,
            ...parts,
            pull: rollout?.record.pull,
        }),
    };
}
function ofLogs(logs, rollout) {
    if (logs.kind === 'off' || !rollout)
        return {};
    return { logs: logsReport(logs), broke: whatBroke(logs, (0,weights/* weightChanges */.o6)(rollout)) };
}
/** A step that began after the counts were last read has unknown counts, not none. */
function withCounts(step, { traffic, at }) {
    if (traffic.kind === 'unreadable' || at === undefined || step.began > at)
        return { ...step, canary: null, stable: null };
    const { table } = traffic;
    const { canary, stable, promoted } = (0,count_table/* errorsOf */.Bp)(table);
    const within = { from: step.began, to: step.ended };
    // After the promotion, all traffic goes to the new version and is counted by the stage's series.
    if ((0,step_label/* isAfterPromotion */.Kf)(step))
        return { ...step, canary: (0,rollout_traffic/* totals */.Sd)(promoted, within, table), stable: NONE };
    return {
        ...step,
        canary: (0,rollout_traffic/* totals */.Sd)(canary, within, table),
        stable: (0,rollout_traffic/* totals */.Sd)(stable, within, table),
    };
}
/** A run that takes over continues the step where the earlier run began it. */
function resumeSteps(recorder, rollout) {
    const { phase, record } = rollout;
    if (phase.kind === 'baking') {
        const { label, seconds } = bakeLeft(rollout, phase.since);
        recorder.beginStep(label, 100, seconds, phase.since);
    }
    const step = phase.kind === 'step' ? record.plan.steps[phase.index] : undefined;
    if (phase.kind !== 'step' || !step)
        return;
    const label = (0,step_label/* stepLabel */.vO)(record.plan, phase.index);
    recorder.beginStep(label, step.weight, step.holdSeconds, phase.since);
}
/** What follows a promotion at this time: the bake, or the part of it that was not over; or nothing. */
function bakeLeft(rollout, promotedAt) {
    const { heldBack } = rollout.record.plan;
    const seconds = Math.max(0, ((0,bake/* bakeEnd */.VG)(rollout) ?? promotedAt) - promotedAt);
    return { label: heldBack && seconds === 0 ? step_label/* PROMOTED_LABEL */.ui : step_label/* BAKE_LABEL */.Zs, seconds };
}
/** What the plots show, and the impact on users. */
function course(rollout, { traffic, paths, evidence, ended }, { outcome, weight }) {
    if (!rollout)
        return { weights: [], series: undefined, impact: undefined };
    const weights = weightsUntil(rollout, weight, ended);
    const series = seriesOf(traffic, rollout, shownPaths(paths, evidence));
    const hurt = outcome === 'rolled-back' || outcome === 'failed';
    const impact = series && hurt ? (0,report_impact/* impactOf */.ux)(series, evidence, weights, ended) : undefined;
    return { weights, series, impact };
}
/** Hundreds of functions and routes would fill a report. */
function shownPaths(paths, evidence) {
    const shown = (0,parts/* worthShowing */.ax)(evidence.filter(finding/* isFinding */.qd));
    return paths.filter((path) => !(0,parts/* partOf */.BU)(path) || shown.some(({ source }) => (0,analysis_evidence/* sameSource */.eP)(source, path.source)));
}
/** The weights that were set, and the current one if it is known and differs. */
function weightsUntil(rollout, weight, at) {
    const changes = (0,weights/* weightChanges */.o6)(rollout);
    const last = changes.at(-1);
    return weight === null || last === undefined || (0,plan/* sameWeight */.DC)(last.weight, weight)
        ? changes
        : [...changes, { at, weight }];
}


/***/ }),

/***/ 51413:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Fu: () => (/* binding */ rollBack),
/* harmony export */   Ho: () => (/* binding */ clearState),
/* harmony export */   Ki: () => (/* binding */ rollbackFailed),
/* harmony export */   Le: () => (/* binding */ isRestored),
/* harmony export */   h2: () => (/* binding */ abort),
/* harmony export */   nY: () => (/* binding */ cleanUp)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76031);
/* harmony import */ var _base_time_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(22475);
/* harmony import */ var _report_cause_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(15502);
/* harmony import */ var _report_ending_text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(75758);
/* harmony import */ var _report_stored_state_text_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(37886);
/* harmony import */ var _rollout_release_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(82787);
/* harmony import */ var _rollout_traffic_state_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(87083);
/* harmony import */ var _targets_ownership_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(20956);
/* harmony import */ var _context_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(67918);
/* harmony import */ var _last_read_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(46138);
/* harmony import */ var _persist_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(34005);
// The rollback. It must not fail silently: it is retried while there is time, and if it fails, the report ends
// with the state in AWS and the exact commands that repair it.











/**
 * Rolls back, whatever the state; then removes the stored state.
 *
 * @param late a change that was in progress when the job was cancelled, and may still take effect
 */
async function rollBack(loop, snapshot, cause, late = Promise.resolve()) {
    loop.recorder.endStep();
    const reason = (0,_report_ending_text_js__WEBPACK_IMPORTED_MODULE_2__/* .rollbackText */ .E)(cause, (0,_rollout_release_js__WEBPACK_IMPORTED_MODULE_4__/* .linkFrom */ .NA)(loop.context));
    loop.host.keepCause({ cause, of: (0,_rollout_release_js__WEBPACK_IMPORTED_MODULE_4__/* .formatRolloutId */ .A2)(snapshot.rollout.record.id) });
    loop.host.log.group('Roll back');
    loop.host.log.line(`Rolling back: ${reason}`);
    const tried = await tryRollBack(loop, snapshot);
    if (tried.kind === 'lost')
        return lost(loop, snapshot, cause, tried.cause);
    if (tried.kind === 'failed') {
        const last = await (0,_last_read_js__WEBPACK_IMPORTED_MODULE_7__/* .readFinalState */ .I)(loop, snapshot);
        if (!isRestored(loop, last))
            return rollbackFailed(loop, last, cause, (0,_report_cause_text_js__WEBPACK_IMPORTED_MODULE_1__/* .causeText */ .x)(tried.cause, (0,_rollout_release_js__WEBPACK_IMPORTED_MODULE_4__/* .linkFrom */ .NA)(loop.context)));
    }
    const change = await overtake(loop, snapshot, late);
    if (change.kind === 'unread') {
        const why = `a change in progress may have taken effect after it: ${change.why}`;
        return rollbackFailed(loop, await (0,_last_read_js__WEBPACK_IMPORTED_MODULE_7__/* .readFinalState */ .I)(loop, snapshot), cause, why);
    }
    if (change.kind === 'late') {
        loop.host.log.warning('A change in progress has not returned yet; the post step will check again.');
    }
    loop.recorder.note(`rolled back: ${reason}`, 'traffic');
    const { trafficState, presumed } = await whatStands(loop, snapshot, tried.trafficState);
    loop.host.log.line(trafficState.kind === 'external'
        ? `Rolled back and verified, except for what was changed outside this action: ${trafficState.what}`
        : 'Rolled back and verified: all traffic goes to the previous version.');
    const cleaned = await cleanUp(loop, snapshot.rollout, 'before');
    // If anything is left to clean up, the stored state stays: the post step checks it again.
    const cleared = change.kind === 'over' && cleaned && (await clearState(loop, snapshot.rollout, 'rolled-back'));
    return {
        ending: { kind: 'rolled-back', cause },
        snapshot: { ...snapshot, trafficState },
        presumed,
        cleanup: cleared ? 'clean' : 'cleanup-pending',
    };
}
/** A rollback verifies what it wrote; only what belongs to another owner is still unknown. */
async function whatStands(loop, snapshot, found) {
    if (found.kind !== 'external')
        return { trafficState: { kind: 'stable' }, presumed: false };
    const { snapshot: last, presumed } = await (0,_last_read_js__WEBPACK_IMPORTED_MODULE_7__/* .readFinalState */ .I)(loop, {
        ...snapshot,
        trafficState: found,
    });
    return { trafficState: last.trafficState, presumed };
}
/** Removes what was prepared: no user was served the new version. */
async function abort(loop, snapshot, cause) {
    const ended = await rollBack(loop, snapshot, cause);
    if (ended.ending.kind === 'stuck')
        return ended;
    const cleanup = ended.cleanup === 'clean' ? 'nothing-served' : ended.cleanup;
    return { ...ended, ending: { kind: 'failed', cause, stopped: { at: 'start' } }, cleanup };
}
async function tryRollBack(loop, snapshot) {
    const { target } = loop;
    let { trafficState } = snapshot;
    try {
        const manualCommands = () => target.repairCommands(snapshot.rollout.record, {
            phase: snapshot.rollout.phase,
            trafficState,
        });
        await (0,_persist_js__WEBPACK_IMPORTED_MODULE_8__/* .persist */ .Zr)(`rolling back ${target.words}`, { ...loop, manualCommands }, async (before) => {
            const was = trafficState;
            if (before > 0)
                trafficState = await lookAgain(loop, snapshot, trafficState);
            if (!(0,_rollout_traffic_state_js__WEBPACK_IMPORTED_MODULE_9__/* .canRollBack */ .j)(trafficState)) {
                // This run owned only the canary, and it is gone.
                if (was.kind === 'external' && was.canary === 'owned')
                    return;
                throw new _persist_js__WEBPACK_IMPORTED_MODULE_8__/* .FinalError */ .f4(`it was changed outside this action: ${trafficState.what}`);
            }
            await target.rollback.restore(snapshot.rollout, trafficState);
        });
        return { kind: 'done', trafficState };
    }
    catch (error) {
        return error instanceof NotOursError
            ? { kind: 'lost', cause: error.loss, trafficState }
            : { kind: 'failed', cause: (0,_targets_ownership_js__WEBPACK_IMPORTED_MODULE_5__/* .causeOf */ .rl)((0,_base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .known */ .eO)(error)), trafficState };
    }
}
/** There is no other attempt. */
class NotOursError extends _persist_js__WEBPACK_IMPORTED_MODULE_8__/* .FinalError */ .f4 {
    loss;
    constructor(loss) {
        super((0,_report_stored_state_text_js__WEBPACK_IMPORTED_MODULE_3__/* .lossText */ .T)(loss, _rollout_release_js__WEBPACK_IMPORTED_MODULE_4__/* .describeRun */ .vZ));
        this.loss = loss;
    }
}
/**
 * An attempt may come hours after the one before, and the state may have been changed outside this run since. An
 * unreadable state is no reason not to try.
 */
async function lookAgain(loop, { rollout }, before) {
    const observation = await loop.target.rollback.observe().catch((0,_base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .orElse */ .NW)(undefined));
    if (!observation)
        return before;
    mustStillBeOurs(loop, observation, rollout);
    return observation.trafficState ?? before;
}
/** Owned by this run, or the rollout that this run could not claim because AWS did not respond. */
function mustStillBeOurs(loop, { stored }, { record }) {
    const loss = (0,_targets_ownership_js__WEBPACK_IMPORTED_MODULE_5__/* .lossOf */ .je)(stored, loop.context.id) && (0,_targets_ownership_js__WEBPACK_IMPORTED_MODULE_5__/* .lossOf */ .je)(stored, record.id);
    if (loss)
        throw new NotOursError(loss);
}
/** Waits for that change, and rolls back again if it took effect after the rollback. */
async function overtake(loop, snapshot, late) {
    const { rollbackDeadline } = loop;
    const { rollback } = loop.target;
    const first = await Promise.race([late.then(() => 'over'), (0,_base_time_js__WEBPACK_IMPORTED_MODULE_10__/* .whenAborted */ .eG)(rollbackDeadline)]);
    if (first === 'aborted')
        return { kind: 'late' };
    if (!loop.host.cancelled.aborted)
        return { kind: 'over' };
    try {
        const { trafficState } = await rollback.observe();
        if (trafficState?.kind !== 'stable') {
            await rollback.restore(snapshot.rollout, trafficState ?? snapshot.trafficState);
        }
        return { kind: 'over' };
    }
    catch (error) {
        const why = (0,_base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .known */ .eO)(error).message;
        return rollbackDeadline.aborted ? { kind: 'late' } : { kind: 'unread', why };
    }
}
/** It failed, but everything is restored: a response was lost, or someone else restored it. */
function isRestored({ target }, { snapshot, presumed }) {
    const { rollout, trafficState } = snapshot;
    if (presumed || trafficState.kind !== 'stable')
        return false;
    return target.repairCommands(rollout.record, { phase: rollout.phase, trafficState }).length === 0;
}
/** What another run or a person has changed belongs to them. */
async function lost(loop, snapshot, rollingBack, cause) {
    const stopped = { at: 'midway', rollingBack };
    const ending = { kind: 'failed', cause, stopped };
    return { ending, ...(await (0,_last_read_js__WEBPACK_IMPORTED_MODULE_7__/* .readFinalState */ .I)(loop, snapshot)), cleanup: 'clean' };
}
function rollbackFailed({ recorder, host: { log } }, { snapshot, presumed }, cause, failure) {
    recorder.note(`the rollback failed: ${failure}`, 'traffic');
    log.warning(`The rollback failed: ${failure}`);
    return {
        ending: { kind: 'stuck', cause, failure },
        snapshot,
        presumed,
        cleanup: 'cleanup-pending',
    };
}
/**
 * Removes what was created for the rollout. The traffic is already correct, so a failure is only reported.
 *
 * @returns whether there was time for it
 */
async function cleanUp({ target, host: { log }, rollbackDeadline, }, rollout, served) {
    try {
        await target.rollback.cleanUp(rollout, served);
        return true;
    }
    catch (error) {
        const why = (0,_base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .known */ .eO)(error).message;
        if (rollbackDeadline.aborted)
            return false;
        log.warning(`Not everything that was created for this rollout could be removed. Until it is removed, it may cost money: ${why}`);
        return true;
    }
}
/** How long that is retried: less than a rollback, because a later run can do it as well. */
const CLEAR_SECONDS = 180;
/**
 * Removes the stored state. The traffic is already correct, so a failure is only reported.
 *
 * @returns whether it was done
 */
async function clearState(loop, { record }, ended) {
    const { target, host, context } = loop;
    const { log, cancelled } = host;
    try {
        const signed = ended !== undefined && (0,_context_js__WEBPACK_IMPORTED_MODULE_6__/* .storesOutcome */ .Hz)(context);
        const last = signed ? { ended, at: (0,_base_time_js__WEBPACK_IMPORTED_MODULE_10__/* .now */ .tB)(), by: context.id } : undefined;
        // A run that rolls back without having taken over may own it nevertheless: the answer was lost.
        const owners = (0,_rollout_release_js__WEBPACK_IMPORTED_MODULE_4__/* .sameRollout */ .c5)(record.id, context.id) ? [record.id] : [record.id, context.id];
        const clear = async () => {
            for (const owner of owners)
                await target.rollback.clearState(last, owner);
        };
        const giveUpAt = Math.min(context.giveUpAt, (0,_base_time_js__WEBPACK_IMPORTED_MODULE_10__/* .now */ .tB)() + CLEAR_SECONDS);
        const patience = { ...loop, context: { giveUpAt } };
        // A cancelled job needs the rest of its time for the report.
        if (cancelled.aborted)
            await clear();
        else
            await (0,_persist_js__WEBPACK_IMPORTED_MODULE_8__/* .persist */ .Zr)(`removing the stored state of ${target.words}`, patience, clear);
        return true;
    }
    catch (error) {
        log.warning(`The tags "canary-action:…" could not be removed (${(0,_base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .known */ .eO)(error).message}). The post step or the next run will remove them.`);
        return false;
    }
}


/***/ }),

/***/ 25545:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bf: () => (/* binding */ codeDeployAdvice),
/* harmony export */   HM: () => (/* binding */ ANSWER_LIMIT_BYTES),
/* harmony export */   JN: () => (/* binding */ readAnswer),
/* harmony export */   d5: () => (/* binding */ notShown),
/* harmony export */   f1: () => (/* binding */ readFailure),
/* harmony export */   s4: () => (/* binding */ shortly)
/* harmony export */ });
/* harmony import */ var _base_foreign_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(56218);
// Interprets a hook's response. It is external text: its message is shown on one line and shortened.

/** Bytes: the maximum that is read of a response. Lambda returns at most 6 MB. */
const ANSWER_LIMIT_BYTES = 6 * 1024 * 1024;
const SHOWN = 400;
/** External text, shortened for a sentence. */
function shortly(text) {
    const line = text
        .slice(0, 4 * SHOWN)
        .replace(/[\s\p{Cc}\u2028\u2029]+/gu, ' ')
        .trim();
    return line.length > SHOWN
        ? `${line.slice(0, SHOWN - 1).replace(/[\uD800-\uDBFF]$/, '')}…`
        : line;
}
const AS_IT_IS = (text) => text;
/**
 * The verdict in the body of a successful response: `{"status": "Failed"}` fails, as CodeDeploy spells it, and any
 * other JSON passes. Only the message of the JSON is shown.
 *
 * @returns `undefined` if it is not JSON
 */
function readAnswer(body, clean = AS_IT_IS) {
    const json = parse(body);
    if (json === undefined)
        return undefined;
    if (typeof json !== 'object' || json === null)
        return { kind: 'passed', message: '' };
    const { status } = json;
    const failed = typeof status === 'string' && status.toLowerCase() === 'failed';
    const message = messageIn(json, ['message'], clean);
    if (!failed)
        return { kind: 'passed', message };
    return {
        kind: 'failed',
        message: message || 'it returned {"status":"Failed"} without a message',
    };
}
/**
 * The message of an unsuccessful response, from its JSON. Anything else may be a page of debugging output with the
 * server's environment in it, so it is only described.
 */
function readFailure(body, clean = AS_IT_IS) {
    const json = parse(body);
    if (json === null)
        return '';
    if (typeof json !== 'object')
        return notShown(body);
    return messageIn(json, ['message', 'Message', 'error'], clean);
}
/** Describes a response without a field that may be shown. */
function notShown(body) {
    const bytes = Buffer.byteLength(body);
    return `a response that is not a JSON object (${bytes} ${bytes === 1 ? 'byte' : 'bytes'}, not shown)`;
}
/** The first of these fields that is text; nothing else of a response is shown. */
function messageIn(json, fields, clean) {
    const texts = fields.map((field) => json[field]);
    const message = texts.find((text) => typeof text === 'string');
    return message === undefined ? '' : shortly(clean(message));
}
/** @returns `undefined` when it is no JSON */
function parse(body) {
    return body.trim() === '' ? null : (0,_base_foreign_text_js__WEBPACK_IMPORTED_MODULE_0__/* .parseJson */ .qF)(body);
}
/**
 * What AWS's own samples of CodeDeploy hooks call, throw and log when the deployment is not known to CodeDeploy.
 */
const CODEDEPLOY = /codedeploy|PutLifecycleEventHookExecutionStatus|LifecycleEventHookExecutionId|Validation test failed/i;
/** Advice for a hook that reports to CodeDeploy; empty if it does not. */
function codeDeployAdvice(...texts) {
    return texts.some((text) => CODEDEPLOY.test(text)) ? ADVICE : '';
}
const ADVICE = 'This hook reports its result to CodeDeploy. This action does not receive that report; return the result instead. ' +
    'Change three lines to support both: ' +
    "(1) const status = ok ? 'Succeeded' : 'Failed'; " +
    '(2) if (!event.rollout) await codedeploy.putLifecycleEventHookExecutionStatus({ …, status }); ' +
    '(3) return { status };';


/***/ }),

/***/ 89924:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   eh: () => (/* binding */ callUrl)
/* harmony export */ });
/* unused harmony exports SIGNATURE_HEADER, sign */
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_http__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(37067);
/* harmony import */ var node_https__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(44708);
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(76031);
/* harmony import */ var _base_redirect_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(64242);
/* harmony import */ var _base_without_secrets_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(68008);
/* harmony import */ var _inputs_address_secrets_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(64200);
/* harmony import */ var _network_agents_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(16428);
/* harmony import */ var _answer_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(25545);
// A hook behind a URL: one POST, signed if there is a secret. The URL may be as secret as a password, so messages
// contain no more of it than the host, whatever the server returns.









/** @param secret empty: nothing is signed */
async function callUrl({ url }, body, secret, signal) {
    let address = new URL(url);
    const secrets = [secret, ...(0,_inputs_address_secrets_js__WEBPACK_IMPORTED_MODULE_5__/* .addressSecrets */ .Y)(address)];
    const clean = (text) => (0,_base_without_secrets_js__WEBPACK_IMPORTED_MODULE_6__/* .withoutSecrets */ .cT)(text, secrets);
    try {
        for (let redirects = 0;; redirects++) {
            const signature = secret === '' ? '' : sign(secret, body, Date.now() / 1000);
            secrets.push(signature, signature.slice(signature.indexOf('v1=') + 3));
            const to = address;
            const reply = await (0,_base_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .foreign */ .V$)(() => post(to, body, signature, signal));
            if (reply.status < 300 || reply.status >= 400)
                return judgeReply(reply, clean);
            const next = (0,_base_redirect_js__WEBPACK_IMPORTED_MODULE_7__/* .redirectOf */ .Y)(address, 'POST', reply.status, reply.location);
            if ('refused' in next)
                return { kind: 'failed', message: clean(next.refused) };
            if (redirects === _base_redirect_js__WEBPACK_IMPORTED_MODULE_7__/* .MAX_REDIRECTS */ .N)
                return { kind: 'failed', message: 'it redirects too many times' };
            address = next.to;
            secrets.push(...(0,_inputs_address_secrets_js__WEBPACK_IMPORTED_MODULE_5__/* .addressSecrets */ .Y)(address));
        }
    }
    catch (error) {
        return {
            kind: 'failed',
            message: `it could not be reached: ${(0,_answer_js__WEBPACK_IMPORTED_MODULE_8__/* .shortly */ .s4)(clean((0,_base_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .known */ .eO)(error).message))}`,
        };
    }
}
function judgeReply({ status, body }, clean) {
    if (status < 200 || status >= 300) {
        const text = (0,_answer_js__WEBPACK_IMPORTED_MODULE_8__/* .readFailure */ .f1)(body ?? '', clean);
        return { kind: 'failed', message: `it returned ${status}${text && `: ${text}`}` };
    }
    if (body === undefined) {
        return {
            kind: 'failed',
            message: `it returned ${status} with more than 6 MB; expected a short JSON object, or nothing`,
        };
    }
    return (0,_answer_js__WEBPACK_IMPORTED_MODULE_8__/* .readAnswer */ .JN)(body, clean) ?? { kind: 'passed', message: '' };
}
/** @param signature empty: nothing is signed */
function post(address, body, signature, signal) {
    const send = address.protocol === 'https:' ? node_https__WEBPACK_IMPORTED_MODULE_2__.request : node_http__WEBPACK_IMPORTED_MODULE_1__.request;
    const headers = {
        'content-type': 'application/json',
        'content-length': Buffer.byteLength(body),
        'user-agent': 'canary-action/1',
        ...(signature !== '' && { [SIGNATURE_HEADER]: signature }),
    };
    return new Promise((resolve, reject) => {
        const agent = (0,_network_agents_js__WEBPACK_IMPORTED_MODULE_4__/* .agentFor */ .P)(address);
        const request = send(address, { method: 'POST', headers, signal, agent });
        request.on('error', reject);
        request.on('response', (response) => {
            const { statusCode: status = 0, headers: answered } = response;
            const chunks = [];
            let length = 0;
            const reply = (text) => resolve({ status, location: answered.location ?? '', body: text });
            response.on('data', (chunk) => {
                length += chunk.length;
                if (length <= _answer_js__WEBPACK_IMPORTED_MODULE_8__/* .ANSWER_LIMIT_BYTES */ .HM)
                    chunks.push(chunk);
                else {
                    reply(undefined);
                    request.destroy();
                }
            });
            response.on('end', () => reply(Buffer.concat(chunks).toString('utf8')));
            response.on('error', reject);
        });
        request.end(body);
    });
}
const SIGNATURE_HEADER = 'x-canary-signature';
/**
 * `t=1764000000,v1=…`: the time, and HMAC-SHA-256 in hexadecimal of `time.body`. The time is signed too, so that
 * an intercepted request cannot be sent again later.
 *
 * @param at seconds since the epoch
 */
function sign(secret, body, at) {
    const time = Math.floor(at);
    return `t=${time},v1=${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHmac)('sha256', secret).update(`${time}.${body}`).digest('hex')}`;
}


/***/ }),

/***/ 66761:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M$: () => (/* binding */ abstentionsOf),
/* harmony export */   cM: () => (/* binding */ keepsFailures),
/* harmony export */   eD: () => (/* binding */ abstentionsIn),
/* harmony export */   nb: () => (/* binding */ compareWithMetrics)
/* harmony export */ });
/* unused harmony export withExpected */
// Why logs are no evidence at some time: then they abstain, and metrics decide. Nothing of this is ever a 0, and nothing
// of this is a failure of the canary.
/** More than this share of unreadable, unfinished or misdated lines, and logs abstain. */
const TOLERATED_SHARE = 0.01;
/** Fewer requests than this share of those in the metrics, and logs abstain. */
const LEAST_SHARE = 0.95;
/** The metrics may be incomplete as well; above this, requests must have been counted twice. */
const MOST_SHARE = 1.1;
/** So few requests say nothing about a share. */
const FEWEST_REQUESTS = 20;
/** A second that has not been read at this age, in seconds, is a gap. */
const GAP_AFTER_SECONDS = 45;
/** What the logs themselves show. */
function abstentionsIn(counts, now) {
    const { quality, canary, stable, readUntil } = counts;
    const { events, unparsed, unfinished, fromTheFuture, dropped } = quality;
    const found = [];
    const limit = Math.floor(now) - GAP_AFTER_SECONDS;
    const holes = [...(canary.incomplete ?? []), ...(stable.incomplete ?? [])];
    const old = new Set(holes.filter((second) => second < limit)).size;
    // Nothing at all has been read since.
    const seconds = Math.max(old, readUntil < limit && holes.length === 0 ? limit - readUntil : 0);
    if (seconds > 0)
        found.push({ kind: 'gap', seconds });
    for (const [kind, part] of [
        ['unparsed', unparsed],
        ['unfinished', unfinished],
        ['clock', fromTheFuture],
    ]) {
        const share = part / Math.max(1, events);
        if (share > TOLERATED_SHARE)
            found.push({ kind, share });
    }
    if (dropped)
        found.push({ kind: 'dropped' });
    return found;
}
/** What the function's settings hide. */
function abstentionsOf({ successes, failures }) {
    return [
        ...(successes ? [] : [{ kind: 'successes-hidden' }]),
        ...(failures ? [] : [{ kind: 'failures-hidden' }]),
    ];
}
/**
 * Compares logs with metrics, over the minutes that are complete in both. API Gateway and Lambda count a request in the
 * minute in which it was received, so a minute on its own may differ at its edges; their sum may not.
 *
 * @param logs of one side, by the second
 * @param metrics requests by minute, in seconds since the epoch; complete minutes only
 * @param until seconds since the epoch: logs are settled up to here
 */
function compareWithMetrics(side, logs, metrics, until) {
    let [logged, measured] = [0, 0];
    for (const [minute, requests] of metrics) {
        const isWhole = minute + 60 <= until && !hasGap(logs, minute);
        if (!isWhole)
            continue;
        measured += requests;
        for (let second = minute; second < minute + 60; second++) {
            logged += logs.requests.get(second) ?? 0;
        }
    }
    if (Math.max(measured, logged) < FEWEST_REQUESTS)
        return [];
    const share = measured === 0 ? Number.POSITIVE_INFINITY : logged / measured;
    if (share < LEAST_SHARE)
        return [{ kind: 'incomplete', side, share }];
    return share > MOST_SHARE ? [{ kind: 'excess', side, share }] : [];
}
function hasGap({ incomplete }, minute) {
    for (let second = minute; second < minute + 60; second++)
        if (incomplete?.has(second))
            return true;
    return false;
}
/** Whether failures that were seen still count, and may decide at once; a pass never does without the logs. */
function keepsFailures({ kind }) {
    const kinds = [
        ...['group-missing', 'throttled', 'budget', 'too-many-lines', 'gap', 'unfinished'],
        ...['dropped', 'failures-hidden', 'unreadable'],
    ];
    return kinds.includes(kind);
}
/**
 * The requests of a side with at least those that must have arrived. A failure is often logged sooner than a success,
 * so the share of failures is too high in seconds that are not settled.
 *
 * @param expected requests a second, by the traffic and its split
 */
function withExpected(series, closedUntil, expected) {
    const requests = new Map(series.requests);
    for (const second of [...series.requests.keys(), ...series.events.keys()]) {
        if (second < closedUntil)
            continue;
        requests.set(second, Math.max(series.requests.get(second) ?? 0, Math.round(expected)));
    }
    return { ...series, requests };
}


/***/ }),

/***/ 98013:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FE: () => (/* binding */ withDetails),
/* harmony export */   fd: () => (/* binding */ withFailure),
/* harmony export */   mH: () => (/* binding */ rankOnCanary),
/* harmony export */   r3: () => (/* binding */ lookupsOf),
/* harmony export */   ye: () => (/* binding */ mostFrequent)
/* harmony export */ });
// What broke: failed requests by route and status, or by the way an invocation ended. Types and places only; messages
// are never kept.
/** More kinds of failures than anybody reads. */
const MOST_GROUPS = 200;
const MOST_EXAMPLES = 5;
/** The groups with one more request; without change if the request has not failed. */
function withFailure(groups, sighting) {
    const { failure, functionName, method, route, at, side } = sighting;
    if (!failure)
        return;
    const { functionRequestId, ...kind } = failure;
    const key = JSON.stringify([
        ...[functionName, method, route, kind.status, kind.how, kind.errorType, kind.location],
    ]);
    const known = groups.get(key);
    if (!known && groups.size >= MOST_GROUPS)
        return;
    const group = known ?? {
        ...(functionName !== undefined && { functionName }),
        ...(method !== undefined && { method }),
        ...(route !== undefined && { route }),
        ...kind,
        ...{ firstSeen: at, canary: 0, stable: 0, examples: [] },
    };
    const isExample = functionRequestId !== undefined && side === 'canary';
    groups.set(key, {
        ...group,
        firstSeen: Math.min(group.firstSeen, at),
        [side]: group[side] + 1,
        examples: isExample
            ? [...group.examples, functionRequestId].slice(0, MOST_EXAMPLES)
            : group.examples,
    });
}
/**
 * By which a group is looked up: request IDs of the function, or its own name if the access log has none.
 */
function lookupsOf({ examples, method, route, status }) {
    return examples.length > 0 ? examples : [JSON.stringify([method, route, status])];
}
/**
 * The groups with the type and place of the error in the function, where its own lines show them.
 *
 * @param details by what a group is looked up by
 */
function withDetails(groups, details) {
    return groups.map((group) => {
        const found = lookupsOf(group).flatMap((id) => details.get(id) ?? []);
        return { ...group, ...mostFrequent(found) };
    });
}
/** The detail that most of them have; `undefined` if there are none. */
function mostFrequent(details) {
    const counts = new Map();
    for (const detail of details) {
        const key = JSON.stringify([detail.errorType, detail.location]);
        const known = counts.get(key) ?? { detail, count: 0 };
        known.count += 1;
        counts.set(key, known);
    }
    return [...counts.values()].sort((a, b) => b.count - a.count)[0]?.detail;
}
/** As many failures would be expected on stable, if it failed as often. */
const ENOUGH = 3;
/** The groups of the canary: those that are new first, and the most frequent ones first among these. */
function rankOnCanary(groups, requests) {
    const order = ['new', 'unseen', 'more', 'same'];
    return groups
        .filter(({ canary }) => canary > 0)
        .map((group) => ({ ...group, novelty: noveltyOf(group, requests) }))
        .sort((a, b) => order.indexOf(a.novelty) - order.indexOf(b.novelty) ||
        b.canary - a.canary ||
        a.firstSeen - b.firstSeen);
}
function noveltyOf({ canary, stable }, requests) {
    if (requests.canary === 0)
        return stable === 0 ? 'unseen' : 'same';
    const expected = (canary / requests.canary) * requests.stable;
    if (stable === 0)
        return expected >= ENOUGH ? 'new' : 'unseen';
    return expected >= 2 * stable ? 'more' : 'same';
}


/***/ }),

/***/ 52273:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ describeFormatProblem)
/* harmony export */ });
// What is wrong with the format of an access log, in words.
/** For a sentence: `the format of the access log …`. */
function describeFormatProblem(problem) {
    switch (problem.kind) {
        case 'empty':
            return 'has no variables';
        case 'no-status':
            return 'does not contain $context.status, so errors cannot be told from successes';
        case 'no-request-id':
            return 'does not contain $context.requestId, so a request that is logged twice would count twice';
        case 'adjacent':
            return `has nothing between $context.${problem.first} and $context.${problem.second}, so their values cannot be told apart`;
        case 'entity':
            return `contains the entity ${problem.entity}; write the character itself`;
    }
}


/***/ }),

/***/ 685:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ NO_LOGS)
/* harmony export */ });
// What the logs of both versions show, by the second, while traffic is split.
const NO_LOGS = {
    poll: () => Promise.resolve(Number.POSITIVE_INFINITY),
    reading: () => ({ kind: 'off' }),
};


/***/ }),

/***/ 47377:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  d: () => (/* binding */ COUNTS_SECONDS),
  l: () => (/* binding */ createMonitor)
});

// EXTERNAL MODULE: ./build/analysis/closed.js
var analysis_closed = __webpack_require__(47515);
// EXTERNAL MODULE: ./build/analysis/evidence.js
var evidence = __webpack_require__(48690);
// EXTERNAL MODULE: ./build/analysis/finding.js
var finding = __webpack_require__(33034);
// EXTERNAL MODULE: ./build/aws/alarms.js
var aws_alarms = __webpack_require__(88506);
// EXTERNAL MODULE: ./build/base/assert.js
var assert = __webpack_require__(50648);
// EXTERNAL MODULE: ./build/base/errors.js + 1 modules
var errors = __webpack_require__(76031);
// EXTERNAL MODULE: ./build/base/time.js
var time = __webpack_require__(22475);
// EXTERNAL MODULE: ./build/rollout/bake.js
var bake = __webpack_require__(69925);
// EXTERNAL MODULE: ./build/rollout/plan.js
var rollout_plan = __webpack_require__(17927);
// EXTERNAL MODULE: ./build/rollout/traffic.js
var rollout_traffic = __webpack_require__(66211);
// EXTERNAL MODULE: ./build/base/alarm-ref.js
var alarm_ref = __webpack_require__(33085);
;// CONCATENATED MODULE: ./build/monitor/alarm-evidence.js
// Evidence from CloudWatch alarms, for a rollout that began at a given time.

/**
 * One piece of evidence per configured alarm. An alarm that was in ALARM before the rollout began counts again only
 * after it has left ALARM and fires again. An alarm that AWS does not return is inconclusive.
 *
 * @param alarms names or ARNs
 * @param startedAt seconds since the epoch
 */
function judgeAlarms(alarms, readings, startedAt) {
    return alarms.map((alarm) => {
        const reading = readings.find(({ arn }) => (0,alarm_ref/* isAlarm */.I)(alarm, arn));
        return { source: { kind: 'alarm', name: (0,alarm_ref/* alarmName */.V)(alarm) }, ...judge(reading, startedAt) };
    });
}
function judge(reading, startedAt) {
    if (!reading)
        return unread({ kind: 'alarm-gone' });
    if (reading.state === 'ALARM') {
        const since = reading.transitionedAt;
        if ((since ?? startedAt) < startedAt) {
            return { verdict: 'healthy', detail: { kind: 'alarm-fired-before' } };
        }
        const detail = { kind: 'alarm-fired', reason: reading.reason };
        return { verdict: 'failing', detail, ...(since !== undefined && { since }) };
    }
    if (reading.doubt)
        return unread({ kind: 'alarm-doubtful', doubt: reading.doubt });
    if (reading.state === 'INSUFFICIENT_DATA') {
        return { verdict: 'inconclusive', detail: { kind: 'alarm-no-data' } };
    }
    return { verdict: 'healthy', detail: { kind: 'alarm-ok' } };
}
function unread(detail) {
    return { verdict: 'inconclusive', detail, unread: true };
}

// EXTERNAL MODULE: ./build/monitor/baseline.js
var baseline = __webpack_require__(83646);
// EXTERNAL MODULE: ./build/analysis/count-table.js
var count_table = __webpack_require__(16361);
// EXTERNAL MODULE: ./build/logs/abstention.js
var abstention = __webpack_require__(66761);
;// CONCATENATED MODULE: ./build/logs/metric-dimension.js
// What AWS does not document about the metrics of a canary (decision 5): logs tell which of the series has its requests.

/** So few requests of a side say nothing. */
const FEWEST_REQUESTS = 20;
/** At the edges of the minutes, logs and metrics may differ by this share. */
const TOLERANCE = 0.05;
/**
 * @param from the first second that the logs show, since the epoch
 * @returns `undefined`: too little has settled
 */
function dimensionIn({ own, other, closedUntil }, logs, from) {
    const { canary, stable } = (0,count_table/* errorsOf */.Bp)(logs);
    const sums = { canary: 0, stable: 0, own: 0, other: 0 };
    const until = Math.min(closedUntil, logs.closedUntil);
    for (let minute = Math.ceil(from / 60) * 60; minute + 60 <= until; minute += 60) {
        const unread = (0,count_table/* isHalfShown */.xo)(canary, minute, 1) || (0,count_table/* isHalfShown */.xo)(stable, minute, 1);
        const unknown = (own?.incomplete?.has(minute) ?? false) || other.incomplete?.has(minute);
        if (unread || unknown)
            continue;
        sums.canary += (0,count_table/* minuteAt */.Ad)(canary, minute, 1).requests;
        sums.stable += (0,count_table/* minuteAt */.Ad)(stable, minute, 1).requests;
        sums.own += own?.requests.get(minute) ?? 0;
        sums.other += other.requests.get(minute) ?? 0;
    }
    return Math.min(sums.canary, sums.stable) < FEWEST_REQUESTS ? undefined : findingFor(sums);
}
function findingFor(sums) {
    const { canary, stable, own, other } = sums;
    const isComplete = Math.abs(own - canary) <= TOLERANCE * canary;
    // A small canary is not told from a tolerance of all requests.
    const near = (expected) => Math.abs(other - expected) <= canary / 3;
    const withCanary = near(stable + canary);
    const otherSeries = withCanary ? 'with-canary' : near(stable) ? 'without-canary' : 'differs';
    const canarySeries = isComplete ? 'complete' : own === 0 ? 'empty' : 'differs';
    return { canarySeries, otherSeries };
}

;// CONCATENATED MODULE: ./build/monitor/compare-logs.js
// Logs and metrics count the same requests. Where logs show clearly fewer or more of them, they are no evidence. Where
// they agree, logs also tell which series of the metrics has the canary's requests.



/** The reading, with what the metrics say about it. */
function comparedWith(traffic, reading) {
    // With unequal shares, metrics do not count what a cache answered.
    if (reading.kind === 'off' || traffic.kind !== 'counted' || traffic.share)
        return reading;
    const relation = reading.metrics[traffic.source];
    if (relation === undefined)
        return reading;
    const found = relation === 'no-series' ? [] : disagreements(traffic, reading);
    const dimension = relation === 'same' ? undefined : dimensionOf(traffic, reading, relation);
    return {
        ...reading,
        abstentions: [...reading.abstentions, ...found],
        ...(dimension && { dimension }),
    };
}
function disagreements({ table, apart }, { table: logged, from }) {
    const [metrics, logs] = [(0,count_table/* errorsOf */.Bp)(table), (0,count_table/* errorsOf */.Bp)(logged)];
    const until = logged.closedUntil;
    const ofCanary = wholeMinutes(table, metrics.canary, from);
    return [
        ...(0,abstention/* compareWithMetrics */.nb)('canary', logs.canary, ofCanary, until),
        // The other series may contain the canary's requests.
        ...(apart && logs.stable.requests.size > 0
            ? (0,abstention/* compareWithMetrics */.nb)('stable', logs.stable, wholeMinutes(table, metrics.stable, from), until)
            : []),
    ];
}
/** Requests by minute, of those that are closed and that logs may show from their first second on. */
function wholeMinutes({ closedUntil }, { requests, incomplete }, from) {
    return new Map([...requests].filter(([minute]) => minute >= from && minute + 60 <= closedUntil && !incomplete?.has(minute)));
}
/** After the promotion, the other series is that of all traffic: here it is read before. */
function dimensionOf({ table }, { table: logged, from }, relation) {
    const { canary, promoted } = (0,count_table/* errorsOf */.Bp)(table);
    const { closedUntil } = table;
    const own = relation === 'own-series' ? canary : undefined;
    return dimensionIn({ own, other: promoted, closedUntil }, logged, from);
}

// EXTERNAL MODULE: ./build/analysis/counts.js
var counts = __webpack_require__(16103);
// EXTERNAL MODULE: ./build/analysis/custom-measure.js
var custom_measure = __webpack_require__(7893);
// EXTERNAL MODULE: ./build/analysis/alpha.js
var analysis_alpha = __webpack_require__(33959);
// EXTERNAL MODULE: ./build/analysis/dispersion.js
var analysis_dispersion = __webpack_require__(59237);
// EXTERNAL MODULE: ./build/analysis/comparison.js
var analysis_comparison = __webpack_require__(44134);
;// CONCATENATED MODULE: ./build/analysis/seconds.js
// The counts of single seconds, from logs: the same requests as in the minutes of the metrics, sooner.
/** How many requests of stable there are for each one of the canary. */
function stablePerCanary({ weight, weightBefore, }) {
    const share = Math.max(weight, weightBefore) / 100;
    return (1 - share) / share;
}
/** The sums of a second in the form of a minute, for tests that take either. */
function asMinute({ second, canary, stable, weight, weightBefore, }) {
    return { minute: second, canary, stable, weight, weightBefore };
}
/**
 * The seconds as minutes, one for each calendar minute and weight. The canary's requests are at least those that must
 * have arrived.
 */
function byMinute(seconds) {
    const minutes = [];
    for (const one of seconds) {
        const { canary, stable, weight, weightBefore } = one;
        const minute = Math.floor(one.second / 60);
        const last = minutes.at(-1);
        const isSame = last?.minute === minute && last.weight === weight && last.weightBefore === weightBefore;
        if (isSame)
            minutes.pop();
        minutes.push({
            minute,
            canary: isSame ? added(last.canary, canary) : canary,
            stable: isSame ? added(last.stable, stable) : stable,
            weight,
            weightBefore,
        });
    }
    return minutes.map((minute) => {
        const { canary, stable } = minute;
        const expected = stable.requests / stablePerCanary(minute);
        return { ...minute, canary: { ...canary, requests: Math.max(canary.requests, expected) } };
    });
}
function added(a, b) {
    return { requests: a.requests + b.requests, events: a.events + b.events };
}

// EXTERNAL MODULE: ./build/analysis/open-minutes.js
var open_minutes = __webpack_require__(80199);
// EXTERNAL MODULE: ./build/analysis/rollback-test.js + 1 modules
var rollback_test = __webpack_require__(38549);
;// CONCATENATED MODULE: ./build/analysis/lasting-failure.js
// A failure of most requests that lasts is not a blip: some seconds of it are enough.

const KINDS = [
    { share: 0.9, seconds: 7, failed: 50 },
    { share: 0.4, seconds: 20, failed: 50 },
    // With few requests, as in minutes (`total-failure.ts`).
    { share: 0.9, seconds: 36, failed: 10 },
];
const FEWEST_FAILED = Math.min(...KINDS.map(({ failed }) => failed));
const SHORTEST_SECONDS = Math.min(...KINDS.map(({ seconds }) => seconds));
const SMALLEST_SHARE = Math.min(...KINDS.map(({ share }) => share));
/** Seconds longer ago than this are not looked at. */
const LONGEST_SECONDS = 120;
/** Of what must have arrived of the canary’s requests, this share is enough: lines arrive at random. */
const ARRIVED = 0.75;
/** Stable does not fail like that: at least this share of its requests is shown and succeeded, 0 to 1. */
const STABLE_SUCCEEDED = 0.5;
/** Where failures come in clusters, they must last longer: as many times as long as a cluster is large, but at most: */
const MOST_TIMES = 6;
/** A version that has served a whole step is more likely to have one bad server, so it must fail for three times as long. */
const PROVEN_TIMES = 3;
/** @param first the second in which it would have begun */
function isLasting({ canary }, { failed, requests, proven, lasted }) {
    for (const kind of KINDS) {
        const hasBegun = canary.events > 0 && canary.events >= kind.share * canary.requests;
        const isMost = failed >= Math.max(proven * kind.failed, kind.share * requests);
        if (hasBegun && isMost && lasted >= kind.seconds)
            return true;
    }
    return false;
}
/**
 * The first of the seconds during which most requests of the canary have failed, until the last one of them. Their
 * evidence needs no other second to agree. Stable's requests that have not been logged may fail as well, so enough of
 * them must be known to have succeeded.
 *
 * @param dispersion the size of clusters in the hour before
 * @param firstWeight that of the first step
 * @returns the index; `undefined`: there is no such failure
 */
function lastingSince(seconds, dispersion, firstWeight) {
    const end = seconds.at(-1)?.one;
    if (!end)
        return undefined;
    const proven = end.weight > firstWeight ? PROVEN_TIMES : 1;
    const times = proven * Math.min(MOST_TIMES, dispersion);
    let [failed, shown, arrived, succeeded, ofStable] = [0, 0, 0, 0, 0];
    for (let i = seconds.length - 1; i >= 0; i--) {
        const { one } = seconds[i];
        const span = end.second - one.second + 1;
        if (span > LONGEST_SECONDS)
            return undefined;
        const odds = stablePerCanary(one);
        failed += one.canary.events;
        shown += one.canary.requests;
        arrived += one.stable.requests / odds;
        succeeded += one.stable.requests - one.stable.events;
        ofStable += one.canary.requests * odds;
        const requests = Math.max(shown, ARRIVED * arrived);
        // It is over, or has not begun.
        if (span >= SHORTEST_SECONDS && failed < SMALLEST_SHARE * requests)
            return undefined;
        if (failed < FEWEST_FAILED || succeeded < STABLE_SUCCEEDED * ofStable)
            continue;
        if (isLasting(one, { failed, requests, proven, lasted: span / times }))
            return i;
    }
    return undefined;
}

// EXTERNAL MODULE: ./build/analysis/log-space.js
var log_space = __webpack_require__(33402);
// EXTERNAL MODULE: ./build/analysis/risk-ratio.js
var risk_ratio = __webpack_require__(49566);
// EXTERNAL MODULE: ./build/analysis/sequential-test.js + 1 modules
var sequential_test = __webpack_require__(28923);
// EXTERNAL MODULE: ./build/analysis/share.js
var analysis_share = __webpack_require__(3788);
;// CONCATENATED MODULE: ./build/analysis/seconds-test.js
// The sequential test by the second.






/** As in a minute of metrics: a time of trouble this long adds no more than the cap, at whichever second it begins. */
const CAP_SECONDS = 60;
/** New servers start in the first seconds after a shift, of which all together add less than the cap. */
const START_SECONDS = 10;
/** A regression begins in one of the seconds that are so far apart. */
const BEGIN_SECONDS = 10;
/**
 * The same test as in `sequential-test.ts`, of the same bets; a regression may begin every ten seconds, not every
 * minute. Instead of a calendar minute, any sixty seconds add at most the cap to a bet. There is no cap for a failure of
 * most requests that lasts (`lasting-failure.ts`).
 *
 * The product over single failed requests is a supermartingale in the order in which they are logged, as proved there,
 * so its mixture over bets and seconds of onset is one as well. Whatever cap is chosen, and whenever, the value is never
 * above that of the test without any, so the bound holds for all of them together.
 */
function createSecondsTest(profile) {
    const { ratios } = profile;
    const prepared = {
        profile,
        logRatios: Float64Array.from(ratios, ({ ratio }) => Math.log(ratio)),
        logPrior: Float64Array.from(ratios, ({ prior }) => Math.log(prior)),
    };
    const bets = new Float64Array(ratios.length).fill(Number.NEGATIVE_INFINITY);
    const atShifts = new Float64Array(ratios.length);
    const [begunAt, firstWeight] = [undefined, undefined];
    return resume(prepared, { bets, unstarted: 1, atShifts, begunAt, firstWeight, recent: [] });
}
function resume(prepared, state) {
    const { logPrior, profile } = prepared;
    function add(one) {
        begin(state, one.second, profile.onset);
        state.firstWeight ??= one.weight;
        const before = state.bets;
        const nats = natsOf(one, prepared);
        forget(state, one.second);
        const used = nats && capped(nats, one, state, profile.capNats);
        if (used)
            state.bets = sumOf(before, used);
        state.recent.push({ one, before, nats, used });
        if (one.canary.events === 0)
            return undefined;
        const calm = mixture(state.bets, state.unstarted, logPrior);
        const from = lastingSince(state.recent, profile.dispersion, state.firstWeight);
        if (from === undefined)
            return calm;
        return Math.max(calm, mixture(uncapped(state.recent.slice(from)), state.unstarted, logPrior));
    }
    return {
        add,
        fork: () => resume(prepared, { ...state, recent: [...state.recent] }),
    };
}
/** Places what is bet on a beginning since the last time. */
function begin(state, second, { atOnce, hazard }) {
    const { bets, begunAt, unstarted } = state;
    if (begunAt !== undefined && second - begunAt < BEGIN_SECONDS)
        return;
    const starting = begunAt === undefined ? atOnce : unstarted * (1 - (1 - hazard) ** ((second - begunAt) / 60));
    const logStarting = Math.log(starting);
    state.bets = new Float64Array(bets.length);
    for (let k = 0; k < bets.length; k++)
        state.bets[k] = (0,log_space/* logAddExp */.x)(bets[k], logStarting);
    state.unstarted = Math.max(0, unstarted - starting);
    state.begunAt = second;
}
/** The last second is kept, however long ago it is. */
function forget({ recent }, second) {
    while (recent.length > 1 && recent[0].one.second <= second - LONGEST_SECONDS)
        recent.shift();
}
function natsOf(one, { profile, logRatios }) {
    const all = one.canary.events + one.stable.events;
    if (all === 0)
        return undefined;
    const share = (0,analysis_share/* highShare */.Yv)(asMinute(one));
    const nats = new Float64Array(logRatios.length);
    for (let k = 0; k < nats.length; k++) {
        const { ratio } = profile.ratios[k];
        const raw = (0,risk_ratio/* riskRatioNats */.r)(one.canary.events, all, share, ratio, logRatios[k]);
        nats[k] = raw / profile.dispersion;
    }
    return nats;
}
/**
 * What is used of the evidence, so that no sixty seconds add more than the cap to a bet, and all first seconds after
 * shifts together less.
 */
function capped(nats, { second, canary, afterShift }, state, most) {
    if (canary.events === 0)
        return nats;
    const starts = afterShift < START_SECONDS;
    const used = highestEnds(state.recent, second - CAP_SECONDS, nats.length);
    for (let k = 0; k < used.length; k++) {
        const room = Math.min(most - used[k], starts ? sequential_test/* AT_SHIFTS */.kF * most - state.atShifts[k] : Number.POSITIVE_INFINITY);
        used[k] = Math.min(nats[k], Math.max(0, room));
    }
    if (starts)
        state.atShifts = sumOf(state.atShifts, used.map(positive));
    return used;
}
/** For each bet, the largest sum of what the last seconds after a time added; 0 of none. */
function highestEnds(recent, after, bets) {
    const sums = new Float64Array(bets);
    const highest = new Float64Array(bets);
    for (let i = recent.length - 1; i >= 0; i--) {
        const { one, used } = recent[i];
        if (one.second <= after)
            break;
        if (!used)
            continue;
        for (let k = 0; k < bets; k++) {
            sums[k] += used[k];
            if (sums[k] > highest[k])
                highest[k] = sums[k];
        }
    }
    return highest;
}
function positive(value) {
    return Math.max(0, value);
}
function sumOf(a, b) {
    const sum = a.slice();
    for (let k = 0; k < sum.length; k++)
        sum[k] += b[k];
    return sum;
}
/** The bets with all of the evidence of these seconds. */
function uncapped(seconds) {
    const bets = seconds[0].before.slice();
    for (const { nats } of seconds) {
        if (nats)
            for (let k = 0; k < bets.length; k++)
                bets[k] += nats[k];
    }
    return bets;
}
function mixture(bets, unstarted, logPrior) {
    const terms = new Float64Array(bets.length + 1);
    for (let k = 0; k < bets.length; k++)
        terms[k] = bets[k] + logPrior[k];
    terms[bets.length] = Math.log(unstarted);
    return (0,log_space/* logSumExp */.V)(terms);
}

// EXTERNAL MODULE: ./build/analysis/shared-incident.js
var shared_incident = __webpack_require__(84725);
;// CONCATENATED MODULE: ./build/analysis/young-seconds.js
// Seconds of which lines are still arriving. They may show that the canary fails, but never that it is healthy.

/** What is missing of stable is seen in so many seconds together. */
const WINDOW_SECONDS = 30;
/** In standard deviations: fewer requests of stable than that are no chance. */
const CLEARLY = 3;
/**
 * The seconds with everything that has not arrived counted in the canary's favour. A request is logged after its end,
 * so failures that time out are shown later than others, and in an incident one version may fail at once while the other
 * hangs. So stable is given at least its usual failures; and if clearly fewer of its requests are shown than of the
 * canary's, by their shares, the rest of them will fail. Settled seconds are as they are.
 *
 * All of this only lowers the evidence against the canary. Its own missing requests are in no factor of the test.
 *
 * @param usual stable's usual error rate, 0 to 1
 */
function inFavourBySecond({ counted, settledUntil }, usual) {
    const window = { canary: 0, expected: 0, requests: 0, events: 0 };
    const change = ({ canary, stable, ...one }, sign) => {
        window.canary += sign * canary.requests;
        window.expected += sign * canary.requests * stablePerCanary(one);
        window.requests += sign * stable.requests;
        window.events += sign * stable.events;
    };
    const isEarlier = ({ second }) => second < settledUntil - WINDOW_SECONDS;
    let first = Math.max(0, counted.findLastIndex(isEarlier));
    const from = first;
    return counted.map((one, i) => {
        if (i < from)
            return one;
        change(one, 1);
        for (; counted[first].second <= one.second - WINDOW_SECONDS; first++)
            change(counted[first], -1);
        if (one.second < settledUntil)
            return one;
        return { ...one, stable: favoured(one, window, usual) };
    });
}
function favoured(one, window, usual) {
    const { requests, events } = one.stable;
    const missing = window.expected - window.requests;
    const isClear = missing > (CLEARLY * window.expected) / Math.sqrt(window.canary);
    const running = isClear
        ? (missing / window.expected) * one.canary.requests * stablePerCanary(one)
        : 0;
    const yet = Math.max(0, usual - window.events / Math.max(1, window.requests));
    return { requests: requests + running, events: events + yet * requests + running };
}

;// CONCATENATED MODULE: ./build/analysis/seconds-decision.js
// When the evidence of logs is enough to roll back.








/** Stable's failures are added up over this many seconds, to find an incident. */
const INCIDENT_SECONDS = 15;
/** One look at all seconds. */
function decideBySecond(log, settings) {
    return watchSeconds(settings).look(log);
}
/**
 * Failures are counted as soon as they are logged. Seconds never show that a canary is healthy: for that, everything must
 * have arrived, and metrics show it as soon.
 */
function watchSeconds({ falseRollbackRate, profile, materialRatio, before, }) {
    const past = (0,counts/* sum */.cz)(before);
    const settled = createSecondsTest(profile);
    const calm = -Math.log(falseRollbackRate);
    let taken = 0;
    let since = counts/* NO_COUNTS */.lZ;
    /** Whether the evidence after a second is enough. */
    const read = (seconds, i, nats) => {
        if (nats === undefined || nats < calm)
            return undefined;
        const { second } = seconds[i];
        const incidentAt = firstIncident(seconds.slice(0, i + 1), past, profile.dispersion);
        const threshold = calm + (second >= incidentAt ? Math.log(rollback_test/* INCIDENT_FACTOR */.Bb) : 0);
        const failing = nats >= threshold && isMaterial(seconds, i, materialRatio);
        return failing ? { nats, threshold, failing } : undefined;
    };
    let decided;
    return {
        look: ({ counted, settledUntil }) => {
            if (decided)
                return decided;
            if (mostNats(counted) / profile.dispersion < calm)
                return undefined;
            const decision = (reading, seconds, i) => reading && {
                reading,
                shown: counted.slice(0, i + 1),
                counted: byMinute(seconds.slice(0, i + 1)),
            };
            for (; taken < counted.length && counted[taken].second < settledUntil; taken++) {
                const one = counted[taken];
                since = (0,counts/* sum */.cz)([since, one.stable]);
                decided = decision(read(counted, taken, settled.add(one)), counted, taken);
                if (decided)
                    return decided;
            }
            const favoured = inFavourBySecond({ counted, settledUntil }, (0,open_minutes/* usualRate */.P)(past, since));
            const test = settled.fork();
            for (let i = taken; i < favoured.length; i++) {
                const found = decision(read(favoured, i, test.add(favoured[i])), favoured, i);
                if (found)
                    return found;
            }
            return undefined;
        },
    };
}
/** More evidence there cannot be, whatever the ratio: a failure of the canary is worth less than −ln of its share. */
function mostNats(seconds) {
    let nats = 0;
    for (const { canary, weight, weightBefore } of seconds) {
        if (canary.events > 0)
            nats -= canary.events * Math.log(Math.max(weight, weightBefore) / 100);
    }
    return nats;
}
function isMaterial(seconds, last, ratio) {
    const since = seconds[last].second - 60 * rollback_test/* RECENT_MINUTES */.sX;
    let first = last;
    while (first > 0 && seconds[first - 1].second > since)
        first -= 1;
    return (0,analysis_comparison/* compare */.U)(byMinute(seconds.slice(first, last + 1))).ratio >= ratio;
}
/** The second from which on stable is known to have an incident; `Infinity`: it has none. */
function firstIncident(seconds, before, dispersion) {
    const incidents = (0,shared_incident/* createSharedIncidentDetector */.MX)(before, dispersion);
    let block = { from: Number.NEGATIVE_INFINITY, stable: counts/* NO_COUNTS */.lZ };
    for (const { second, stable } of seconds) {
        const from = second - (second % INCIDENT_SECONDS);
        if (from !== block.from) {
            if (incidents.add(block.stable))
                return block.from;
            block = { from, stable: counts/* NO_COUNTS */.lZ };
        }
        block.stable = (0,counts/* sum */.cz)([block.stable, stable]);
    }
    // The last block is not over, but what has failed in it has failed.
    return incidents.add(block.stable) ? block.from : Number.POSITIVE_INFINITY;
}

// EXTERNAL MODULE: ./build/analysis/shown-interval.js + 1 modules
var shown_interval = __webpack_require__(81252);
;// CONCATENATED MODULE: ./build/analysis/finding-with-logs.js
// One question, asked of metrics by the minute and of logs by the second.






/**
 * The part of the false-rollback rate for logs, where there are any. Metrics and logs show the same requests, and each of
 * them counts once in either of the two tests. The tests share the rate (the union bound), so nothing need be known of
 * how the two depend on each other, of which shows a request sooner, or of when logs can be read. The metrics keep
 * nearly all: what logs find at once, they find with far more evidence than they need.
 */
const LOGS_PART = 0.1;
/** The answer of the metrics; if logs find that the canary fails, and metrics do not yet, that of the logs. */
function findWithLogs(series, question) {
    const { seconds, before } = series;
    if (!seconds || question.worse === 'fewer')
        return (0,finding/* find */.I6)(series, question);
    const rate = question.falseRollbackRate;
    const metrics = (0,finding/* find */.I6)(series, { ...question, falseRollbackRate: rate * (1 - LOGS_PART) });
    // Its parts are compared with the whole, whichever of the two decides.
    const logged = (0,analysis_comparison/* compare */.U)(byMinute(seconds.counted)).excessEvents;
    const estimate = { ...metrics, excess: Math.max(metrics.excess, logged) };
    if (metrics.finding.verdict === 'failing')
        return estimate;
    const { profile, materialRatio } = question;
    const falseRollbackRate = rate * LOGS_PART;
    const settings = { falseRollbackRate, profile, materialRatio, before };
    const decision = decideBySecond(seconds, settings);
    return decision ? decidedBySecond(estimate, decision, question) : estimate;
}
function decidedBySecond(estimate, { reading, shown, counted }, { profile: { dispersion }, materialRatio, worse }) {
    const comparison = (0,analysis_comparison/* compare */.U)(counted);
    const { ratio } = comparison;
    const { failing, threshold, nats } = reading;
    const decision = { failing, threshold, dispersion, worse, ratio, materialRatio };
    const last = shown.at(-1);
    const minutes = byMinute(shown);
    const minute = minutes.at(-1);
    return {
        ...estimate,
        finding: {
            ...estimate.finding,
            verdict: 'failing',
            canary: (0,counts/* sum */.cz)(shown.map(({ canary }) => canary)),
            stable: (0,counts/* sum */.cz)(shown.map(({ stable }) => stable)),
            comparison,
            interval: (0,shown_interval/* shownInterval */.b)(counted, decision),
            reading,
            failingSince: minute?.minute,
            fromLogs: { afterShift: last?.afterShift ?? 0 },
        },
        path: minute
            ? [
                ...estimate.path.filter((point) => point.minute < minute.minute),
                { minute: minute.minute, canary: minute.canary, stable: minute.stable, nats, threshold },
            ]
            : estimate.path,
    };
}

// EXTERNAL MODULE: ./build/analysis/exact-test.js
var exact_test = __webpack_require__(13281);
;// CONCATENATED MODULE: ./build/analysis/guardrail.js
// The limit for minutes without stable traffic to compare with: an error rate that no service would accept.



/** The lowest and the highest limit of the guardrail, 0 to 1. */
const MIN_LIMIT = 0.1;
const MAX_LIMIT = 0.9;
/**
 * The rate, 0 to 1, that a canary without stable traffic must not exceed: 10%, or three times stable's peak
 * rate in the hour before, whichever is higher; at most 90%.
 *
 * 1, which no rate exceeds, if three times the peak rate is 1 or more: then there is no rate that only a worse version
 * has. A version that is no worse fails as often as stable did before, and would exceed any lower limit during a running
 * incident.
 */
function guardrailLimit(before) {
    const tolerated = 3 * (0,analysis_dispersion/* peakRate */.ai)(before);
    return tolerated < 1 ? Math.min(MAX_LIMIT, Math.max(MIN_LIMIT, tolerated)) : 1;
}
/** The minutes in which the canary had all of the traffic, both by its weight and by the counts. */
function canaryOnly(minutes) {
    return minutes.filter((m) => Math.min(m.weight, m.weightBefore) === 100 &&
        m.stable.requests === 0 &&
        m.canary.requests > 0);
}
/**
 * Evidence, in nats, after each of these minutes, that the canary's rate exceeds `limit`: a mixture of likelihood ratios
 * against the limit (Wald 1945), which is a test supermartingale at or below the limit. It cannot distinguish
 * a bad canary from an incident; so the canary should not get all of the traffic before the verdict. 0 without a limit.
 */
function guardrailPath(minutes, limit, dispersion = 1) {
    if (limit >= 1)
        return minutes.map(() => 0);
    const bets = [Math.min(2 * limit, 0.97), Math.min(5 * limit, 0.96), 0.95].map((bet) => ({
        perEvent: Math.log(bet / limit) / dispersion,
        perSuccess: Math.log((1 - bet) / (1 - limit)) / dispersion,
    }));
    let alone = counts/* NO_COUNTS */.lZ;
    return minutes.map(({ canary }) => {
        alone = (0,counts/* sum */.cz)([alone, canary]);
        const { requests, events } = alone;
        const nats = bets.map(({ perEvent, perSuccess }) => events * perEvent + (requests - events) * perSuccess);
        return (0,log_space/* logSumExp */.V)(nats) - Math.log(bets.length);
    });
}
/** The same after all of them; 0 without any. */
function guardrailNats(minutes, limit, dispersion = 1) {
    return guardrailPath(minutes, limit, dispersion).at(-1) ?? 0;
}

;// CONCATENATED MODULE: ./build/analysis/guardrail-finding.js
// The finding of the guardrail, once the canary has had traffic while stable had none.




/**
 * Failing when the canary's rate in minutes without stable traffic exceeds the limit, otherwise healthy: the
 * guardrail finds only this one problem, and does not object to anything else. Inconclusive if there is no limit.
 *
 * @param guarded whose errors these are, if not those of all requests
 * @returns undefined if the canary never had all of the traffic
 */
function guardrailFinding(errors, falseRollbackRate, dispersion, guarded) {
    const alone = canaryOnly(errors.minutes);
    if (alone.length === 0)
        return undefined;
    const limit = guardrailLimit(errors.before);
    const source = { kind: 'guardrail', limit, ...guarded };
    return limited(source, alone, falseRollbackRate, dispersion);
}
/**
 * The same for errors that are not counted by version, so that nobody knows whose they are: failing when so many of
 * all requests fail that no service would accept it. In an incident, this may roll back a good version.
 *
 * @param series all requests as the canary's
 */
function unattributedFinding({ minutes, before }, falseRollbackRate, dispersion) {
    const split = minutes.filter(({ weight, weightBefore, canary }) => weight > 0 && Math.max(weight, weightBefore) < 100 && canary.requests > 0);
    if (split.length === 0)
        return undefined;
    const limit = guardrailLimit(before);
    const source = { kind: 'guardrail', limit, of: 'all-traffic' };
    return limited(source, split, falseRollbackRate, dispersion);
}
/**
 * The guardrail while stable has a small share: failing when far more of the canary's requests fail than of stable's.
 * Inconclusive while so many of the canary's fail that no service would accept it, and stable has too few requests to
 * show whose fault that is. Otherwise healthy. It shares the guardrail's part of the false-rollback rate.
 *
 * @returns undefined if the canary never had such a weight
 */
function heldBackFinding({ minutes, before }, falseRollbackRate, dispersion) {
    const high = (0,exact_test/* highMinutes */.eD)(minutes);
    if (high.length === 0)
        return undefined;
    const limit = guardrailLimit(before);
    const source = { kind: 'guardrail', limit, of: 'held-back' };
    const found = guarded(source, high, (0,exact_test/* exactPath */.V$)(high, dispersion), falseRollbackRate);
    if (found.verdict === 'failing')
        return found;
    const recent = (0,exact_test/* highMinutes */.eD)(minutes.slice(-RECENT_MINUTES));
    const accepted = guardrailNats(recent, limit, dispersion) < -Math.log(falseRollbackRate);
    return accepted ? found : { ...found, verdict: 'inconclusive' };
}
/** What is over decides nothing: an incident that has ended does not hold a release. */
const RECENT_MINUTES = 3;
/** Compares the canary's sums with the limit after each minute. */
function limited(source, alone, falseRollbackRate, dispersion) {
    const { limit } = source;
    const path = guardrailPath(alone, limit, dispersion);
    const found = guarded(source, alone, path, falseRollbackRate);
    return limit < 1 ? found : { ...found, verdict: 'inconclusive' };
}
/** @param path the evidence after each minute, in nats */
function guarded(source, minutes, path, falseRollbackRate) {
    const threshold = -Math.log(falseRollbackRate);
    const first = path.findIndex((nats) => nats >= threshold);
    const failing = first >= 0;
    const canary = (0,counts/* sum */.cz)(minutes.map((m) => m.canary));
    return {
        source,
        verdict: failing ? 'failing' : 'healthy',
        canary,
        stable: (0,counts/* sum */.cz)(minutes.map((m) => m.stable)),
        comparison: (0,analysis_comparison/* compare */.U)(minutes),
        interval: undefined,
        reading: { nats: path.at(-1), threshold, failing },
        safe: { nats: 0, threshold: 0 },
        failingSince: minutes[first]?.minute,
    };
}

// EXTERNAL MODULE: ./build/analysis/measure.js
var analysis_measure = __webpack_require__(80203);
// EXTERNAL MODULE: ./build/analysis/parts.js
var parts = __webpack_require__(50945);
;// CONCATENATED MODULE: ./build/analysis/sample-ratio.js
// Checks whether AWS sends the canary the configured share of requests.



const ODDS = [0.01, 0.25, 0.5, 0.8, 0.9, 1.1, 1.25, 2, 4];
/** A gap smaller than a tenth of the share may be real, but does not matter. */
const MATERIAL = 0.1;
/**
 * The gap in the routing, if there is one. If it is unknown whether stable's counts include the canary's, both
 * interpretations must show the gap, and the smaller one is reported.
 */
function routingGap(minutes, apart) {
    const gap = sampleRatioGap(minutes);
    if (apart || !gap)
        return gap;
    const other = sampleRatioGap(minutes.map(withoutCanary));
    if (!other)
        return undefined;
    return distance(other) < distance(gap) ? other : gap;
}
function withoutCanary(minute) {
    const { canary, stable } = minute;
    const requests = Math.max(0, stable.requests - canary.requests);
    return { ...minute, stable: { requests, events: Math.min(requests, stable.events) } };
}
function distance({ realised, configured }) {
    return Math.abs(realised - configured);
}
/**
 * Reports a persistent gap between the actual and the configured share: the same likelihood ratio as for
 * errors, with every request as an event and bets in both directions (Lindon & Malek, NeurIPS 2022, use
 * theirs for this). The probability of a false report is at most `falseReports`, however often it is checked.
 *
 * @returns the gap, or undefined while the routing matches the configuration
 */
function sampleRatioGap(minutes, falseReports = 1e-4) {
    const nats = new Float64Array(ODDS.length);
    let canary = 0;
    let requests = 0;
    let expected = 0;
    let found = false;
    for (const minute of minutes) {
        const total = minute.canary.requests + minute.stable.requests;
        const share = minute.weight / 100;
        if (!(0,counts/* isSteady */.NZ)(minute) || total === 0 || share <= 0 || share >= 1)
            continue;
        for (let i = 0; i < ODDS.length; i++) {
            nats[i] += (0,risk_ratio/* riskRatioNats */.r)(minute.canary.requests, total, share, ODDS[i]);
        }
        canary += minute.canary.requests;
        requests += total;
        expected += total * share;
        found ||= (0,log_space/* logSumExp */.V)(nats) - Math.log(ODDS.length) >= -Math.log(falseReports);
    }
    const material = Math.abs(canary / expected - 1) >= MATERIAL;
    if (!found || !material)
        return undefined;
    return { realised: canary / requests, configured: expected / requests };
}

;// CONCATENATED MODULE: ./build/analysis/judge.js
// The judge turns all observations into one verdict. Each check recomputes everything from the minutes, so
// late data, a restart or a second observer changes nothing.











const DEFAULT_SETTINGS = {
    falseRollbackRate: 0.01,
    dispersion: 'auto',
    warmUpSeconds: 60,
    nextWeight: 100,
    apart: true,
};
/**
 * Judges a rollout by all observations since it began.
 *
 * @param measured one series for each measure, including that of all errors
 */
function judge_judge(measured, settings = DEFAULT_SETTINGS) {
    const errors = (0,assert/* must */.s)(measured.find(isAllErrors), 'the errors are always judged');
    const { minutes, before } = errors;
    const compared = settings.errors === 'counted'
        ? measured.filter(({ measure }) => (0,analysis_measure/* classOf */.Kl)(measure) !== 'errors')
        : measured;
    const alpha = (0,analysis_alpha/* splitAlpha */.b)(settings.falseRollbackRate, compared.map(({ measure }) => measure));
    // Where the weights do not divide what is counted, they neither show a gap nor the evidence of successes.
    const isByWeight = minutes.every(({ share }) => share === undefined);
    const routing = isByWeight ? routingGap(minutes, settings.apart) : undefined;
    const sound = settings.apart && isByWeight && routing === undefined;
    const dispersion = (0,analysis_dispersion/* dispersionFor */.iR)(before, settings.dispersion);
    const answers = compared.map((one) => {
        const context = { ...settings, falseRollbackRate: alpha.of(one.measure), sound };
        const { series, question } = one.measure.ask(one, context);
        return findWithLogs(series, question);
    });
    const findings = [
        ...(0,parts/* withParts */.dK)(answers),
        ...(compared.includes(errors) ? guardrails(compared, errors, alpha.guardrail, settings) : []),
    ];
    return {
        verdict: (0,evidence/* worst */.QZ)(findings),
        findings,
        paths: answers.map(({ source, path }) => ({ source, points: path })),
        routing,
        bothBad: (0,shared_incident/* bothBad */.hu)(minutes, before, dispersion),
    };
}
/**
 * The findings of the guardrail. One half of its part of the false-rollback rate is for the time in which stable has a
 * small share; those on what cannot be compared share the other half.
 */
function guardrails(measured, errors, rate, settings) {
    const { unattributed = [] } = settings;
    const functions = measured.filter(({ measure }) => measure.kind === 'invocations');
    const half = rate / 2;
    const share = half / (1 + functions.length + (unattributed.length > 0 ? 1 : 0));
    const clusters = ({ before }) => (0,analysis_dispersion/* dispersionFor */.iR)(before, settings.dispersion);
    const { before } = errors;
    const held = settings.apart ? heldBackFinding(errors, half, clusters(errors)) : undefined;
    return [
        guardrailFinding(errors, share, clusters(errors)),
        held,
        ...functions.map((one) => guardrailFinding(one, share, clusters(one), functionOf(one))),
        unattributedFinding({ minutes: unattributed, before }, share, clusters(errors)),
    ].filter((finding) => finding !== undefined);
}
/** The function whose invocations these are. */
function functionOf({ measure: { scope } }) {
    return scope.kind === 'function' ? { of: 'functions', name: scope.name } : undefined;
}
function isAllErrors({ measure: { kind, scope } }) {
    return kind === 'errors' && scope.kind === 'all';
}
/** The canary's requests in the closed minutes since it got its current weight. */
function requestsAtWeight(minutes, weight) {
    return sum(minutes.filter((m) => m.weight === weight).map((m) => m.canary)).requests;
}

// EXTERNAL MODULE: ./build/inputs/metric-fields.js
var metric_fields = __webpack_require__(23194);
// EXTERNAL MODULE: ./build/rollout/weights.js
var rollout_weights = __webpack_require__(40191);
;// CONCATENATED MODULE: ./build/rollout/log-seconds.js
// The counts of logs, by the second, while traffic is split.


/** As for minutes: a change of the weight may take this long to reach every server. */
const PROPAGATION_SECONDS = 60;
/** A shift is made before AWS answers, and its clock is not this one. */
const EARLIER_SECONDS = 5;
/**
 * Pairs the two sides of a row of the logs.
 *
 * @param readUntil every second before it has been read from each log
 */
function splitBySecond({ closedUntil }, { canary, stable }, rollout, readUntil) {
    const served = (0,rollout_weights/* servedSince */.IA)(rollout) ?? Number.POSITIVE_INFINITY;
    const changes = (0,rollout_weights/* weightChanges */.o6)(rollout).map(({ at, weight }) => ({
        at: Math.floor(at) - EARLIER_SECONDS,
        weight,
    }));
    const isRead = (second) => second < readUntil && !canary.incomplete?.has(second) && !stable.incomplete?.has(second);
    const isSplit = ({ weight, weightBefore }) => weight > 0 && Math.max(weight, weightBefore) < 100;
    const counted = secondsOf([canary, stable])
        .filter((second) => second >= served - EARLIER_SECONDS && isRead(second))
        .map((second) => {
        const shift = changes.findLast(({ at }) => at <= second)?.at ?? second;
        const weights = {
            weight: (0,rollout_weights/* weightAt */.UT)(changes, second),
            weightBefore: (0,rollout_weights/* weightAt */.UT)(changes, second - PROPAGATION_SECONDS),
        };
        const own = countsAt(canary, second);
        const other = countsAt(stable, second);
        return {
            second,
            canary: own,
            // Where only the failures of stable are read, the canary's requests tell how many there were.
            stable: stable.requests.size > 0 ? other : withRequests(other, own, weights),
            ...weights,
            afterShift: Math.max(0, second - shift - EARLIER_SECONDS),
        };
    })
        .filter(isSplit);
    return { counted, settledUntil: closedUntil };
}
function secondsOf(sides) {
    const seconds = sides.flatMap(({ requests, events }) => [...requests.keys(), ...events.keys()]);
    return [...new Set(seconds)].sort((a, b) => a - b);
}
function countsAt({ requests, events }, second) {
    const failed = events.get(second) ?? 0;
    return { requests: Math.max(failed, requests.get(second) ?? 0), events: failed };
}
function withRequests({ events }, canary, weights) {
    return { requests: Math.max(events, canary.requests * stablePerCanary(weights)), events };
}

;// CONCATENATED MODULE: ./build/monitor/log-series.js
// What logs add to the series of the judge.


/**
 * The seconds of a measure. Where logs count it, its metrics have a little less of the false-rollback rate, also while
 * the logs abstain: what they have shown before has used its part. Failures that were seen may still count then.
 */
function secondsFrom(logs, rollout) {
    if (logs.kind === 'off')
        return () => ({});
    const { table, readUntil, abstentions } = logs;
    const rows = new Map(table.rows.map((row) => [row.measure.id, row]));
    const isEvidence = abstentions.every(abstention/* keepsFailures */.cM);
    return ({ id }) => {
        const row = rows.get(id);
        if (!row)
            return {};
        const settledUntil = table.closedUntil;
        if (!isEvidence || !hasFailures(row.canary))
            return { seconds: { counted: [], settledUntil } };
        return { seconds: splitBySecond(table, row, rollout, readUntil) };
    };
}
/** If nothing failed on the canary, there is nothing to weigh. */
function hasFailures({ events }) {
    for (const count of events.values())
        if (count > 0)
            return true;
    return false;
}

// EXTERNAL MODULE: ./build/monitor/metric-counts.js
var metric_counts = __webpack_require__(15986);
;// CONCATENATED MODULE: ./build/monitor/judge-counts.js
// Reads the counts of both versions and judges them.














/** Reads everything since the rollout began. What cannot be read is said. */
async function readCounts(sources, rollout, now) {
    const closedUntil = 60 * ((0,analysis_closed/* lastClosedMinute */.xu)(now, rollout.record.longestAnswerSeconds) + 1);
    const reach = { closedUntil, readAt: now };
    try {
        return { ...reach, ...(await readAll(sources, rollout, now, closedUntil)) };
    }
    catch (error) {
        const traffic = { kind: 'unreadable', why: (0,errors/* known */.eO)(error).message };
        return { ...reach, traffic, past: undefined, unread: [] };
    }
}
/** Judges what was read, and what the logs show by now. */
function judgeCounts({ traffic, past, unread, closedUntil, readAt }, settings, rollout, logs) {
    if (!past || traffic.kind !== 'counted')
        return { traffic, ...NOT_JUDGED };
    const { compare } = settings;
    const rows = judgedRows(traffic.table, past);
    const course = { rollout, now: readAt, logs };
    return {
        traffic,
        judgement: judgeRows(rows, traffic, past, course, settings),
        unread: [...unread, ...incompleteEvidence(traffic.table, rows, compare, rollout)],
        notCompared: (0,analysis_measure/* notCompared */.vK)(compare, rows.map(({ measure }) => measure), past.map(({ measure }) => measure)),
        readUntil: closedUntil,
    };
}
/** The rows of the measures whose hour before was read: with only one of the two, there is no question. */
function judgedRows({ rows }, past) {
    const known = new Set(past.map(({ measure }) => measure.id));
    return rows.filter(({ measure }) => known.has(measure.id));
}
async function readAll(sources, rollout, now, closedUntil) {
    const { countSource, settings } = sources;
    const { startedAt, functions } = rollout.record;
    const span = { from: (0,rollout_traffic/* startOfMinute */.ci)(startedAt), to: (0,rollout_traffic/* startOfMinute */.ci)(now) + 60 };
    const traffic = await countSource.readTraffic(functions.filter(isChanged), span, closedUntil);
    if (settings.analysis === 'off' || traffic.kind !== 'counted')
        return { traffic, past: undefined, unread: [] };
    const baseline = await sources.baseline(rollout, now);
    const more = await readMore(sources, { baseline, traffic, rollout, span, now });
    const table = { ...traffic.table, rows: [...traffic.table.rows, ...more.rows] };
    return {
        traffic: { ...traffic, table },
        past: [...baseline, ...more.baseline],
        unread: more.unread,
    };
}
/** A version that is released again cannot be told from itself. */
function isChanged({ from, to }) {
    return from !== to;
}
const NOT_JUDGED = {
    judgement: undefined,
    unread: [],
    notCompared: [],
    readUntil: 0,
};
/** The measures of the target and the user's metrics, read separately: a failed read does not affect the other. */
async function readMore({ countSource, cloudWatch, metricBaseline, settings: { metrics } }, { baseline, traffic, rollout, span, now }) {
    const measures = metrics.map(({ name, worse }) => (0,custom_measure/* customMeasure */._)(name, worse));
    const slow = await readOrSay('comparisons', () => countSource.readMeasures(baseline, traffic, span));
    const own = await readOrSay('metrics', async () => {
        const past = await metricBaseline(rollout, now);
        const sides = await (0,metric_counts/* readMetrics */.Uw)(cloudWatch, metricQuestions(metrics, rollout), span);
        return measures.map((measure, i) => ({
            // After the promotion, a user's metric has no second side and is not part of the verdict.
            row: { measure, promoted: count_table/* NO_EVENTS */.q9, ...(0,assert/* must */.s)(sides[i], 'each metric has its counts') },
            past: { measure, minutes: (0,assert/* must */.s)(past[i], 'each metric has its baseline') },
        }));
    });
    return {
        rows: [...slow.read, ...own.read.map(({ row }) => row)],
        baseline: own.read.map(({ past }) => past),
        unread: [...slow.unread, ...own.unread],
    };
}
async function readOrSay(of, read) {
    try {
        return { read: await read(), unread: [] };
    }
    catch (error) {
        const detail = { kind: 'unreadable', why: (0,errors/* known */.eO)(error).message };
        const source = { kind: 'reading', of };
        return { read: [], unread: [{ source, verdict: 'inconclusive', detail, unread: true }] };
    }
}
/** Closed minutes of this phase for which CloudWatch returned incomplete data. */
function incompleteEvidence(table, rows, compare, rollout) {
    return [...compare, 'metrics'].flatMap((of) => {
        // What is missing of a single route decides nothing.
        const shown = rows.filter(({ measure }) => (0,analysis_measure/* classOf */.Kl)(measure) === of && !(0,analysis_measure/* isOfRoute */.$x)(measure));
        const minutes = new Set(shown.flatMap((row) => (0,rollout_weights/* incompleteMinutes */.Sf)(table, row, rollout)));
        if (minutes.size === 0)
            return [];
        const from = Math.min(...minutes);
        const detail = { kind: 'incomplete-minutes', minutes: minutes.size, from };
        const source = { kind: 'counts', of };
        return [{ source, verdict: 'inconclusive', detail, unread: true }];
    });
}
/** The user's metrics, with the versions of this rollout filled in. */
function metricQuestions(metrics, { record }) {
    return metrics.map((metric) => ({
        ...metric,
        canary: (0,metric_fields/* fillVersions */.$3)(metric.canary, record.functions),
        stable: (0,metric_fields/* fillVersions */.$3)(metric.stable, record.functions),
    }));
}
function judgeRows(rows, { table, apart, share, unattributed }, past, { rollout, now, logs }, { falseRollbackRate, dispersion, warmUpSeconds, compare }) {
    const before = new Map(past.map(({ measure, minutes }) => [measure.id, minutes]));
    // With a cache, logs do not say which requests reached a backend.
    const secondsOf = secondsFrom(share === undefined ? logs : { kind: 'off' }, rollout);
    const measured = rows.map((row) => ({
        measure: row.measure,
        minutes: sharesOf((0,rollout_weights/* splitByMinute */.o4)(table, row, rollout), share),
        // With a cache, the weights do not say what of the canary has not arrived.
        open: share === undefined ? (0,rollout_weights/* openMinutes */._J)(table, row, rollout, now) : [],
        ...secondsOf(row.measure),
        before: before.get(row.measure.id) ?? [],
    }));
    return judge_judge(measured, {
        falseRollbackRate,
        dispersion,
        warmUpSeconds,
        nextWeight: nextWeight(rollout),
        apart,
        errors: compare.includes('errors') ? 'compared' : 'counted',
        ...(unattributed && {
            unattributed: (0,rollout_weights/* splitByMinute */.o4)(table, { canary: unattributed, stable: count_table/* NO_EVENTS */.q9, promoted: count_table/* NO_EVENTS */.q9 }, rollout),
        }),
    });
}
/**
 * With unequal shares, a minute whose weight changed is left out: the share of the counted requests may then have been
 * larger than at any time that is known.
 */
function sharesOf(minutes, share) {
    if (!share)
        return [...minutes];
    return minutes.filter(counts/* isSteady */.NZ).map((minute) => ({ ...minute, share }));
}
/** The bake follows only what would be promoted. */
function nextWeight({ record: { plan }, phase }) {
    const next = phase.kind === 'step' ? (0,rollout_plan/* rampOf */.Kq)(plan)[phase.index + 1] : undefined;
    return next?.weight ?? 100;
}

// EXTERNAL MODULE: ./build/monitor/log-evidence.js
var log_evidence = __webpack_require__(685);
;// CONCATENATED MODULE: ./build/monitor/wait-with-logs.js
// The time between two checks, in which logs are read. What they show may end it early.

/** Logs may end a wait as often as the checks are usually made, so that no other call is made more often. */
const WAKE_SECONDS = 15;
/** @param isFailing what is known by now, without a call */
function waitWithLogs(logs, { now, sleep }, isFailing) {
    let wokeAt = Number.NEGATIVE_INFINITY;
    let judged = 0;
    /** Whether there is a reason to check now: failures of the canary that were not known. */
    const isNews = (rollout) => {
        const failures = canaryFailures(logs);
        if (failures <= judged || now() - wokeAt < WAKE_SECONDS)
            return false;
        judged = failures;
        return isFailing(rollout, now());
    };
    return async (rollout, until, stopped) => {
        while (now() < until && !stopped.aborted) {
            // A slow read does not delay the check: it goes on, and the next wait finds what it has read.
            const over = new AbortController();
            const end = () => over.abort();
            stopped.addEventListener('abort', end, { once: true });
            const waited = sleep(until - now(), over.signal).then(() => Number.POSITIVE_INFINITY);
            const due = await Promise.race([logs.poll(rollout, now()), waited]);
            end();
            stopped.removeEventListener('abort', end);
            if (stopped.aborted)
                return;
            if (isNews(rollout)) {
                wokeAt = now();
                return;
            }
            await sleep(Math.min(due / 1000, until - now()), stopped);
        }
    };
}
function canaryFailures(logs) {
    const reading = logs.reading();
    if (reading.kind === 'off')
        return 0;
    const { canary } = (0,count_table/* errorsOf */.Bp)(reading.table);
    return (0,count_table/* total */.X5)({ ...canary, incomplete: new Set() }, { from: 0 }, 1)?.events ?? 0;
}

;// CONCATENATED MODULE: ./build/monitor/monitor.js
// What is monitored while traffic is split: alarms, the counts of both versions, their logs, and the verdict. Everything
// is recomputed from CloudWatch, so a run that takes over gets the same result.
















/** Monitors one rollout. What cannot be read is inconclusive; a check throws only for a bug. */
function createMonitor(cloudWatch, countSource, settings, logs = log_evidence/* NO_LOGS */._) {
    const sources = {
        cloudWatch,
        countSource,
        settings,
        baseline: onceClosed(({ record: { startedAt, functions } }) => countSource.readBaseline(startedAt, functions.filter(isChanged), settings.compare)),
        metricBaseline: onceClosed((rollout) => {
            const questions = metricQuestions(settings.metrics, rollout);
            return (0,baseline/* readMetricBaseline */.yJ)(cloudWatch, questions, rollout.record.startedAt);
        }),
    };
    const readRarely = limitRate((rollout, now) => readCounts(sources, rollout, now));
    let latest;
    const observe = (rollout, now) => {
        if (!latest)
            return undefined;
        const reading = comparedWith(latest.counts.traffic, logs.reading());
        const counted = judgeCounts(latest.counts, settings, rollout, reading);
        return { ...weigh(latest.alarms, counted, rollout, settings, now), logs: reading };
    };
    return {
        check: async (rollout, now) => {
            const [alarms, counts] = await Promise.all([
                alarmEvidence(cloudWatch, settings.alarms, rollout.record.startedAt),
                readRarely(rollout, now),
            ]);
            latest = { alarms, counts };
            return (0,assert/* must */.s)(observe(rollout, now), 'the counts have just been read');
        },
        wait: waitWithLogs(logs, { now: time/* now */.tB, sleep: time/* sleep */.yy }, (rollout, now) => (observe(rollout, now)?.deciding ?? []).some(({ verdict }) => verdict === 'failing')),
    };
}
/** Minutes appear at no fixed second, so each is found within half a minute. CloudWatch bills every metric read. */
const COUNTS_SECONDS = 30;
function limitRate(read) {
    let last;
    return async (rollout, now) => {
        const snapshot = Math.floor(now / COUNTS_SECONDS);
        const key = JSON.stringify([snapshot, rollout.phase, rollout.stepStartTimes]);
        if (last?.key !== key)
            last = { key, counts: await read(rollout, now) };
        return last.counts;
    };
}
/**
 * Stores the hour before the rollout once its last minute is closed. Until then it is read again each time, because
 * incomplete data would look like a different baseline. No minute of the rollout is judged before that, so every
 * run uses the same hour.
 */
function onceClosed(read) {
    let kept;
    return async (rollout, now) => {
        if (kept)
            return kept.past;
        const past = await read(rollout);
        const { startedAt, longestAnswerSeconds } = rollout.record;
        const last = Math.floor(startedAt / 60) - 1;
        if ((0,analysis_closed/* lastClosedMinute */.xu)(now, longestAnswerSeconds) >= last)
            kept = { past };
        return past;
    };
}
function weigh(alarms, counted, rollout, settings, now) {
    const { phase, record } = rollout;
    const { traffic, judgement, unread, readUntil } = counted;
    const enforced = settings.analysis === 'enforce';
    const findings = [...(judgement?.findings ?? []), ...unread];
    const silence = phase.kind === 'step'
        ? [(0,rollout_traffic/* judgeTraffic */.TV)(traffic, phase.since, requestsIn(record.plan, phase.index, settings))]
        : [];
    const { plan } = record;
    const byEvidence = plan.advance.kind === 'evidence' && phase.kind === 'step' && !(0,rollout_plan/* isBake */.Wy)(plan, phase.index);
    const uncompared = enforced ? nothingCompared(judgement, record) : undefined;
    const baking = unreadInBake(counted, rollout, now);
    const compared = [...baking, ...findings];
    // A step that ends by time, and the bake, do not wait for evidence.
    const deciding = compared.filter((e) => (byEvidence && !(0,evidence/* onlyObjects */.t6)(e)) || isNews(e) || isUnaccepted(e));
    // The canary's own metrics end with the promotion, so an alarm on them has no data from then on.
    const rung = phase.kind === 'baking' ? alarms.filter(isNews) : alarms;
    return {
        evidence: [...alarms, ...silence, ...compared, ...listOf(uncompared)],
        deciding: [...rung, ...silence, ...(enforced ? deciding : []), ...listOf(uncompared)],
        traffic,
        uncompared,
        readUntil: enforced ? readUntil : Number.POSITIVE_INFINITY,
        paths: judgement?.paths ?? [],
        notCompared: counted.notCompared,
        misrouted: judgement?.routing,
        incident: enforced && phase.kind === 'step' ? judgement?.bothBad : undefined,
    };
}
/** The minimum number of canary requests in a step. */
function requestsIn(plan, index, { minRequests }) {
    const step = plan.steps[index];
    return Math.max(minRequests, step ? (0,rollout_plan/* requestsFor */.Uw)(plan, step) : 0);
}
function unreadInBake({ traffic, readUntil, judgement }, rollout, now) {
    const { phase, record } = rollout;
    const { longestAnswerSeconds, plan } = record;
    // After the promotion, nothing else reports that the counts could not be read.
    if (phase.kind === 'baking' && traffic.kind === 'unreadable')
        return [(0,rollout_traffic/* unreadableTraffic */.re)(traffic.why)];
    const end = (0,bake/* bakeEnd */.VG)(rollout);
    if (end === undefined || plan.bakeSeconds === 0 || !judgement)
        return [];
    return (0,bake/* unreadBake */.Pk)({ end, readUntil, closingSeconds: (0,analysis_closed/* closingSeconds */.rh)(longestAnswerSeconds) }, now);
}
function listOf(evidence) {
    return evidence ? [evidence] : [];
}
/**
 * Healthy requires at least one comparison. What could not be read has evidence of its own.
 *
 * @returns `undefined`: there is a comparison
 */
function nothingCompared(judgement, { longestAnswerSeconds }) {
    if (!judgement || judgement.findings.some(finding/* isMade */.sX))
        return undefined;
    const closedAfterSeconds = (0,analysis_closed/* closingSeconds */.rh)(longestAnswerSeconds);
    const detail = { kind: 'nothing-compared', closedAfterSeconds };
    return { source: { kind: 'comparison' }, verdict: 'inconclusive', detail };
}
/** No service would accept that many failures, and nobody knows whose they are: that is not promoted. */
function isUnaccepted({ source, verdict }) {
    return source.kind === 'guardrail' && source.of === 'held-back' && verdict === 'inconclusive';
}
/** Something is wrong, or its check could not be read. No data and a lack of evidence are neither. */
function isNews({ verdict, unread }) {
    return verdict === 'failing' || unread === true;
}
async function alarmEvidence(cloudWatch, alarms, startedAt) {
    if (alarms.length === 0)
        return [];
    let details;
    try {
        details = await (0,aws_alarms/* readAlarms */.t)(cloudWatch, alarms);
    }
    catch (error) {
        const source = { kind: 'alarms' };
        const detail = { kind: 'unreadable', why: (0,errors/* known */.eO)(error).message };
        return [{ source, verdict: 'inconclusive', detail, unread: true }];
    }
    return judgeAlarms(alarms, details, startedAt);
}


/***/ }),

/***/ 15502:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   x: () => (/* binding */ causeText)
/* harmony export */ });
/* harmony import */ var _base_duration_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(15902);
/* harmony import */ var _rollout_plan_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(17927);
/* harmony import */ var _rollout_release_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(82787);
/* harmony import */ var _change_text_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(36147);
/* harmony import */ var _evidence_text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(50664);
/* harmony import */ var _incident_text_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3241);
/* harmony import */ var _stored_state_text_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(37886);
// A cause as text. Most are clauses: they begin in lower case, and other text can follow them.







/** @param linkTo gives the web address of a run */
function causeText(cause, linkTo) {
    switch (cause.kind) {
        case 'external-change':
            return (0,_change_text_js__WEBPACK_IMPORTED_MODULE_5__/* .changeText */ .k0)(cause.change);
        case 'taken-over':
        case 'state-lost':
            return (0,_stored_state_text_js__WEBPACK_IMPORTED_MODULE_4__/* .lossText */ .T)(cause, linkTo);
        case 'superseded':
            return `superseded by ${linkTo(cause.by)}`;
        case 'inconclusive':
            return `inconclusive: ${(0,_evidence_text_js__WEBPACK_IMPORTED_MODULE_2__/* .describeAll */ .lb)(cause.evidence) || 'the end of the bake has not been read'}`;
        case 'shared-incident':
            return (0,_incident_text_js__WEBPACK_IMPORTED_MODULE_3__/* .incidentText */ .Kc)(cause.incident);
        case 'aws-error':
            return cause.message;
        case 'internal-error':
            return `internal error: ${cause.message}`;
        case 'cancelled':
            return 'cancelled';
        case 'cut-off':
            return 'the main step was interrupted';
        case 'unfinished':
            return cause.problems[0] ?? 'unfinished rollout of an earlier run';
        case 'requested':
        case 'started':
        case 'paused':
        case 'feedback':
        case 'preview':
        case 'waiting':
            return chosenText(cause);
        case 'preflight':
        case 'refused':
        case 'nothing-new':
        case 'nothing-to-do':
        case 'removed':
        case 'first-release':
        case 'completed':
            return sentenceOf(cause);
        default:
            return (0,_evidence_text_js__WEBPACK_IMPORTED_MODULE_2__/* .describeAll */ .lb)(cause.evidence) || 'a hook failed';
    }
}
/** Causes that a user or the inputs chose. */
function chosenText(cause) {
    switch (cause.kind) {
        case 'requested':
            return cause.through === 'comment'
                ? `on request: /canary rollback by ${cause.by}`
                : `requested by ${cause.by || 'the workflow'}`;
        case 'started':
            return 'the release was started and is waiting for the next command';
        case 'paused':
            return `paused by ${(0,_rollout_release_js__WEBPACK_IMPORTED_MODULE_1__/* .describeRun */ .vZ)(cause.by)}`;
        case 'feedback':
            return `👎 by ${cause.by}`;
        case 'preview':
            return `a preview of #${cause.pull} is never promoted`;
        case 'waiting':
            return waitingText(cause);
    }
}
function waitingText({ step, secondsLeft, evidence }) {
    const left = (0,_base_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a)(secondsLeft);
    const why = evidence.length > 0 ? `: ${(0,_evidence_text_js__WEBPACK_IMPORTED_MODULE_2__/* .describeAll */ .lb)(evidence)}` : '';
    if (step?.bake) {
        return `the bake at ${(0,_rollout_plan_js__WEBPACK_IMPORTED_MODULE_6__/* .formatWeight */ .ck)(step.weight)} continues for another ${left}${why}`;
    }
    return step
        ? `step ${step.number} of ${step.of} (${(0,_rollout_plan_js__WEBPACK_IMPORTED_MODULE_6__/* .formatWeight */ .ck)(step.weight)}) has ${left} left${why}`
        : `it is promoted, and the bake continues for another ${left}${why}`;
}
/** Complete sentences, for runs that neither rolled back nor held anything. */
function sentenceOf(cause) {
    switch (cause.kind) {
        case 'preflight':
            return cause.problems.length > 1
                ? `Stopped before any traffic was shifted, because of ${cause.problems.length} problems.`
                : `Stopped before any traffic was shifted: ${cause.problems[0] ?? UNREAD}`;
        case 'refused':
            return `Nothing was done: ${cause.problems[0] ?? UNREAD}`;
        case 'nothing-new':
            return `There is nothing to release: ${cause.why}.`;
        case 'nothing-to-do':
            return 'There is nothing to do.';
        case 'removed':
            return 'Previews were removed.';
        case 'first-release':
            return `This is the first release, with nothing to compare it with: ${cause.made}.`;
        case 'completed':
            return completedText(cause);
    }
}
const UNREAD = 'the current state could not be read';
/** Names the evidence that was not healthy but did not prevent the promotion, such as missing data. */
function completedText({ evidence }) {
    const passed = 'The canary completed all steps and the bake';
    const unread = evidence.filter((each) => each.unread);
    if (unread.length > 0) {
        return `${passed}, the end of which could not be monitored (${(0,_evidence_text_js__WEBPACK_IMPORTED_MODULE_2__/* .describeAll */ .lb)(unread)}).`;
    }
    return evidence.length > 0
        ? `${passed}, but there is no evidence that it is healthy (${(0,_evidence_text_js__WEBPACK_IMPORTED_MODULE_2__/* .describeAll */ .lb)(evidence)}).`
        : `${passed}.`;
}


/***/ }),

/***/ 36147:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ leftText),
/* harmony export */   Et: () => (/* binding */ restText),
/* harmony export */   k0: () => (/* binding */ changeText)
/* harmony export */ });
/* harmony import */ var _rollout_plan_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(17927);
// Changes from outside a rollout as text.

function changeText(change) {
    switch (change.kind) {
        case 'state':
            return change.what;
        case 'weight':
            return weightText(change);
        case 'canary-closed': {
            const gone = change.step === 1 ? 'it was not opened, or someone removed it' : 'someone removed it';
            return `the canary of step ${change.step} does not exist: ${gone}; all traffic goes to the previous version`;
        }
        case 'unknown-step':
            return `the stored state names step ${change.step}, which is not in the plan`;
        case 'reopened': {
            const what = change.weight === undefined
                ? 'a canary is open on the stage'
                : `the new version has ${(0,_rollout_plan_js__WEBPACK_IMPORTED_MODULE_0__/* .formatWeight */ .ck)(change.weight)} of the traffic`;
            return `it was changed outside this action after the promotion: ${what}`;
        }
        case 'lowered':
            return `someone else took traffic off one of the aliases during the promotion: the new version has ${(0,_rollout_plan_js__WEBPACK_IMPORTED_MODULE_0__/* .formatWeight */ .ck)(change.weight)} to ${(0,_rollout_plan_js__WEBPACK_IMPORTED_MODULE_0__/* .formatWeight */ .ck)(change.most)} of the traffic`;
        case 'promotion-undone':
            return 'the previous version is served: the promotion did not happen, or someone reverted it';
    }
}
function weightText(change) {
    const { weight, where, most, expected, step } = change;
    const canary = where === undefined ? 'the canary' : `the canary of ${where}`;
    const has = where === undefined && most !== undefined
        ? `${(0,_rollout_plan_js__WEBPACK_IMPORTED_MODULE_0__/* .formatWeight */ .ck)(weight)} to ${(0,_rollout_plan_js__WEBPACK_IMPORTED_MODULE_0__/* .formatWeight */ .ck)(most)}`
        : (0,_rollout_plan_js__WEBPACK_IMPORTED_MODULE_0__/* .formatWeight */ .ck)(weight);
    return `the weight was changed outside this action: ${canary} has ${has} instead of the ${(0,_rollout_plan_js__WEBPACK_IMPORTED_MODULE_0__/* .formatWeight */ .ck)(expected)} of step ${step}`;
}
/** Why the run left everything alone. */
function leftText(change) {
    switch (change.kind) {
        case 'state':
            return `stopped without changing it: ${change.what}`;
        case 'weight':
        case 'reopened':
            return `stopped without changing it, because ${changeText(change)}`;
        default:
            return changeText(change);
    }
}
/** Why the run rolls back what it still owns. */
function restText(change) {
    switch (change.kind) {
        case 'state':
            return `a part of it was changed outside this action and was not rolled back: ${change.what}`;
        case 'weight':
        case 'lowered':
            return `${changeText(change)}. The rest is rolled back too`;
        default:
            return changeText(change);
    }
}


/***/ }),

/***/ 75758:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ rollbackText),
/* harmony export */   p: () => (/* binding */ endingText)
/* harmony export */ });
/* harmony import */ var _base_duration_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(15902);
/* harmony import */ var _cause_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(15502);
/* harmony import */ var _change_text_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(36147);
/* harmony import */ var _format_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(92772);
/* harmony import */ var _impact_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(72577);
// How a rollout ended, and why: the reason in its report.





function endingText(ending, context) {
    const { linkTo, impact } = context;
    const harm = impact ? `; ${(0,_impact_js__WEBPACK_IMPORTED_MODULE_3__/* .describeImpact */ .an)(impact)}` : '';
    switch (ending.kind) {
        case 'rolled-back':
            return `${rolledBackText(ending, context)}${harm}`;
        case 'held':
            return ending.cause.kind === 'cancelled'
                ? 'cancelled; with on-cancel: hold, the rollout stays as it is'
                : (0,_cause_text_js__WEBPACK_IMPORTED_MODULE_1__/* .causeText */ .x)(ending.cause, linkTo);
        case 'failed':
            return `${stoppedText(ending.cause, ending.stopped, linkTo)}${harm}`;
        case 'stuck':
            return `the rollback failed: ${(0,_format_js__WEBPACK_IMPORTED_MODULE_2__/* .clause */ .sb)(ending.failure)}. Reason for the rollback: ${rollbackText(ending.cause, linkTo)}`;
    }
}
const FINISHED = {
    'after-cut-off': '; the main step was interrupted during the rollback, and the post step completed it',
    'after-failure': '; the rollback failed at first, and the post step completed it',
};
function rolledBackText({ cause, finished }, { linkTo, servedSeconds }) {
    const later = finished ? FINISHED[finished] : '';
    if (servedSeconds === undefined)
        return `${rollbackText(cause, linkTo)}${later}`;
    const after = (0,_base_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a)(servedSeconds);
    return isPartly(cause)
        ? `${(0,_cause_text_js__WEBPACK_IMPORTED_MODULE_1__/* .causeText */ .x)(cause, linkTo)}. The rest was rolled back too after ${after}${later}`
        : `${(0,_format_js__WEBPACK_IMPORTED_MODULE_2__/* .clause */ .sb)(rollbackText(cause, linkTo))}, rolled back after ${after}${later}`;
}
/**
 * Whether some of several aliases were lowered outside this rollout, so that the others are rolled back too.
 */
function isPartly(cause) {
    return (cause.kind === 'external-change' &&
        (cause.change.kind === 'weight' || cause.change.kind === 'lowered'));
}
/** Why a rollout is rolled back, for use during and after the rollback. */
function rollbackText(cause, linkTo) {
    return cause.kind === 'external-change' ? (0,_change_text_js__WEBPACK_IMPORTED_MODULE_4__/* .restText */ .Et)(cause.change) : (0,_cause_text_js__WEBPACK_IMPORTED_MODULE_1__/* .causeText */ .x)(cause, linkTo);
}
function stoppedText(cause, stopped, linkTo) {
    const why = (0,_cause_text_js__WEBPACK_IMPORTED_MODULE_1__/* .causeText */ .x)(cause, linkTo);
    switch (stopped.at) {
        case 'external':
            return cause.kind === 'external-change' ? (0,_change_text_js__WEBPACK_IMPORTED_MODULE_4__/* .leftText */ .$)(cause.change) : why;
        case 'midway': {
            const { rollingBack } = stopped;
            const back = rollingBack
                ? `; a rollback was required: ${rollbackText(rollingBack, linkTo)}`
                : '';
            return `stopped without further changes: ${why}${back}`;
        }
        case 'start':
            return `stopped before any user was served the new version: ${rollbackText(cause, linkTo)}`;
        case 'end':
            return why;
        case 'post-step':
            return stopped.rollingBack
                ? `A rollback was required (${rollbackText(stopped.rollingBack, linkTo)}), but ${stopped.words} is not in the state that the main step left: ${why}`
                : `The main step was interrupted, but ${stopped.words} is not in the state that it left: ${why}`;
    }
}


/***/ }),

/***/ 3241:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Fq: () => (/* binding */ NO_ROUTES),
/* harmony export */   Kc: () => (/* binding */ incidentText),
/* harmony export */   NP: () => (/* binding */ unreachedText),
/* harmony export */   eV: () => (/* binding */ routingText),
/* harmony export */   tB: () => (/* binding */ fallText)
/* harmony export */ });
/* harmony import */ var _base_listed_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(639);
/* harmony import */ var _finding_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(15632);
// Incidents that affect both versions or the routing: not caused by the new version, but users must know of
// them.


function incidentText({ canaryRate, stableRate, rateBefore }) {
    return (`both versions fail more often than before the rollout (canary ${percent(canaryRate)}, stable ${percent(stableRate)}, ` +
        `before ${percent(rateBefore)}): the weight is held until someone has investigated`);
}
function routingText({ realised, configured }) {
    return `AWS routes ${percent(realised)} of requests to the canary; the configured weight is ${percent(configured)}`;
}
/** Said once: AWS does not document whether the canary's requests are counted by route. */
const NO_ROUTES = 'single routes are not compared: the stage has detailed metrics, but CloudWatch has none of the canary’s routes';
/** Fewer client errors may be a repair, or an authorizer that lets everybody in. */
function fallText(finding) {
    return `${(0,_finding_text_js__WEBPACK_IMPORTED_MODULE_0__/* .findingText */ .N)(finding)}. Check that the new version still refuses what it must refuse`;
}
/** Functions whose new version was promoted after a split in which it got no request. */
function unreachedText(functions) {
    const versions = functions.length === 1 ? 'the new version' : 'the new versions';
    return `promoted unseen: Lambda has counted no invocation of ${versions} of ${(0,_base_listed_js__WEBPACK_IMPORTED_MODULE_1__/* .listed */ .KE)(functions)}`;
}
function percent(rate) {
    return `${Number((100 * rate).toPrecision(2))}%`;
}


/***/ }),

/***/ 61506:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H5: () => (/* binding */ UNMONITORED),
/* harmony export */   TH: () => (/* binding */ advise),
/* harmony export */   hA: () => (/* binding */ describeTraffic),
/* harmony export */   rm: () => (/* binding */ describeShare),
/* harmony export */   u_: () => (/* binding */ recoveryOptions)
/* harmony export */ });
/* harmony import */ var _rollout_plan_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(17927);
/* harmony import */ var _rollout_traffic_state_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(87083);
/* harmony import */ var _format_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92772);
// What an outcome means for users: which version serves traffic now, and what to do.



/** One sentence about which version serves how much traffic. */
function describeTraffic(trafficState, functions) {
    switch (trafficState.kind) {
        case 'stable':
            return `All traffic is served by the previous version${versions(functions, 'from')}.`;
        case 'split':
            return `${share(trafficState)} of the traffic is served by the canary${versions(functions, 'to')}, the rest by the current version${versions(functions, 'from')}.`;
        case 'promoted':
            return `All traffic is served by the new version${versions(functions, 'to')}.`;
        case 'external':
            return `The state in AWS was changed outside this rollout: ${trafficState.what}. ${stillServed(trafficState, functions)}`;
    }
}
/**
 * What is known of the traffic where no release is driven.
 *
 * @param weight % of the traffic on another version than the current one; `null`: unknown
 */
function describeShare(weight, functions) {
    if (weight === null)
        return 'How the traffic is split now could not be read.';
    if (weight === 0)
        return describeTraffic({ kind: 'stable' }, functions);
    return `${(0,_rollout_plan_js__WEBPACK_IMPORTED_MODULE_1__/* .formatWeight */ .ck)(weight)} of the traffic is served by the new version of an unfinished rollout${weight < 100 ? `, the rest by the current version${versions(functions, 'from')}` : ''}.`;
}
/** How much traffic the new version still serves after a change outside this rollout. */
function stillServed({ weight, canary }, functions) {
    const what = named(functions, 'to') || 'the new version';
    if (weight === 0)
        return `No traffic is served by ${what}.`;
    if (weight !== undefined) {
        return `${(0,_rollout_plan_js__WEBPACK_IMPORTED_MODULE_1__/* .formatWeight */ .ck)(weight)} of the traffic is still served by ${what}, and it is not monitored.`;
    }
    const open = canary === 'owned' ? 'Its canary is still open, and it is not monitored. ' : '';
    return `${open}The share of traffic served by ${what} is unknown.`;
}
/** For a canary that a failed run leaves open. */
const UNMONITORED = 'The canary is not monitored.';
function share(split) {
    return `${split.most === undefined ? '' : 'Up to '}${(0,_rollout_plan_js__WEBPACK_IMPORTED_MODULE_1__/* .formatWeight */ .ck)((0,_rollout_traffic_state_js__WEBPACK_IMPORTED_MODULE_2__/* .weightOf */ .m)(split))}`;
}
function versions(functions, side) {
    return functions.length === 0 ? '' : ` (${named(functions, side)})`;
}
/** `orders 8, payments 3`. */
function named(functions, side) {
    const shown = functions.slice(0, 5).map((f) => `${f.name} ${f[side]}`);
    return `${shown.join(', ')}${functions.length > 5 ? ', …' : ''}`;
}
/** What the user should do next; empty if nothing. */
function advise(context) {
    const { ending, untouched, trafficBack, words } = context;
    switch (ending.kind) {
        case 'promoted':
            return [];
        case 'rolled-back':
            return [
                ...executionLogAdvice(context),
                'Fix the problem and release again. The rejected version stays published, but nothing points to it.',
            ];
        case 'held':
            return [
                'To continue, run the action again: it takes over this rollout.',
                'To roll it back instead, run the action with on-unfinished: rollback.',
            ];
        case 'stuck':
            return [
                trafficBack
                    ? 'All traffic is on the previous version. Restore the rest by running, in this order:'
                    : 'Return all traffic to the previous version by running, in this order:',
            ];
        case 'failed':
            if (untouched) {
                return ['Only published versions are left, and nothing points to them. Release again.'];
            }
            if (context.left)
                return recoveryOptions(context.left, context);
            return [
                `The next run of the action finds what this run left on ${words}, and reports what it would do. To see the current state:`,
            ];
    }
}
/** The options for the state that this run has left. */
function recoveryOptions({ phase, trafficState }, { record, words }) {
    const { steps } = record.plan;
    const step = phase.kind === 'step' ? steps[phase.index] : undefined;
    const manually = 'run the action with command: rollback. To do it manually, use these commands; the first one shows what AWS serves, and the others do the same as the action:';
    if (trafficState.kind === 'split' && phase.kind === 'step' && step) {
        const wanted = (0,_rollout_plan_js__WEBPACK_IMPORTED_MODULE_1__/* .formatWeight */ .ck)(step.weight);
        const before = (0,_rollout_plan_js__WEBPACK_IMPORTED_MODULE_1__/* .weightBefore */ .EC)(record.plan, phase.index);
        const goOn = (0,_rollout_plan_js__WEBPACK_IMPORTED_MODULE_1__/* .sameWeight */ .DC)(trafficState.weight, before)
            ? `run the action again with command: rollout: it takes over this rollout and shifts to ${wanted} again`
            : `set ${wanted} again, then run the action: it takes over this rollout`;
        return [`To continue, ${goOn}.`, `To roll back, ${manually}`];
    }
    return (0,_rollout_traffic_state_js__WEBPACK_IMPORTED_MODULE_2__/* .canRollBack */ .j)(trafficState)
        ? [`To close what is left of this rollout on ${words}, ${manually}`]
        : [
            `Nothing on ${words} belongs to this rollout any longer. The next release is refused until its stored state is removed: run the action with command: rollback. To see what AWS serves:`,
        ];
}
/** Only for releases without functions: for functions, the report contains a log query. */
function executionLogAdvice({ record, from, to }) {
    if (record.functions.length > 0)
        return [];
    return [`Check the canary's execution log between ${(0,_format_js__WEBPACK_IMPORTED_MODULE_0__/* .clockTime */ .qo)(from)} and ${(0,_format_js__WEBPACK_IMPORTED_MODULE_0__/* .clockTime */ .qo)(to)}.`];
}


/***/ }),

/***/ 87177:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ REPORT_SCHEMA)
/* harmony export */ });
// The report of a rollout as data. The log, the comment, the job summary and the JSON file are functions of
// it, so they never disagree.
/** The version changes when a member changes its meaning or is removed. */
const REPORT_SCHEMA = 'canary-action/report/1';


/***/ }),

/***/ 69925:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BL: () => (/* binding */ waitedUntil),
/* harmony export */   H9: () => (/* binding */ isRead),
/* harmony export */   Ix: () => (/* binding */ bakeStepSince),
/* harmony export */   Pk: () => (/* binding */ unreadBake),
/* harmony export */   VG: () => (/* binding */ bakeEnd),
/* harmony export */   jS: () => (/* binding */ plannedReading),
/* harmony export */   k1: () => (/* binding */ readableAt)
/* harmony export */ });
/* unused harmony exports endOfMinute, readingSeconds */
/* harmony import */ var _plan_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(17927);
// When a bake ends: not when its time is over, but when its last minute has been read.

/** When the bake began as a step, in seconds since the epoch; `undefined` if it did not. */
function bakeStepSince({ record: { plan }, stepStartTimes, }) {
    const index = plan.steps.length - 1;
    return (0,_plan_js__WEBPACK_IMPORTED_MODULE_0__/* .isBake */ .Wy)(plan, index) ? stepStartTimes[index] : undefined;
}
/**
 * When the bake time is over, in seconds since the epoch; `undefined` before the bake. A promotion that was requested
 * during the bake does not begin it again, and one that was requested before it does not skip it.
 */
function bakeEnd(rollout) {
    const { phase, record } = rollout;
    const asStep = bakeStepSince(rollout);
    const since = phase.kind === 'baking' ? (asStep ?? phase.since) : asStep;
    return since === undefined ? undefined : since + record.plan.bakeSeconds;
}
/** The end of the minute that contains a time, both in seconds since the epoch. */
function endOfMinute(seconds) {
    return Math.ceil(seconds / 60) * 60;
}
/** Within this time, the last minute of a bake ends and the counts are read once more. */
const ONE_MORE_READING_SECONDS = 60 + 60;
/** Time for the work between the bake and the end of the job. */
const LEFT_TO_END_SECONDS = 60;
/**
 * The latest time after a bake, in seconds, by which its last minute has been read.
 *
 * @param closingSeconds how old the end of a minute must be before its counts no longer grow
 */
function readingSeconds(closingSeconds) {
    return Math.max(_plan_js__WEBPACK_IMPORTED_MODULE_0__/* .EXTENSION_SECONDS */ .AV, closingSeconds + ONE_MORE_READING_SECONDS);
}
/** The part of a plan for this: only a bake that is judged by its counts is read to its end. */
function plannedReading(bakeSeconds, judged, closingSeconds) {
    return judged && bakeSeconds > 0 ? { readSeconds: readingSeconds(closingSeconds) } : {};
}
/** Whether all minutes of the bake have been read. */
function isRead({ end, readUntil }) {
    return readUntil >= endOfMinute(end);
}
/**
 * The time limit for a bake whose end cannot be judged, in seconds since the epoch. A run that takes over gets
 * the same extension, and so does one that promotes at the end of the bake. The limit is longer only for counts that have not been read yet; an alarm that cannot be
 * read does not extend it.
 */
function waitedUntil(baking) {
    const { end, closingSeconds, resumedAt, endsBy } = baking;
    const extension = isRead(baking) ? _plan_js__WEBPACK_IMPORTED_MODULE_0__/* .EXTENSION_SECONDS */ .AV : readingSeconds(closingSeconds);
    const latest = Math.max(end + extension, resumedAt + _plan_js__WEBPACK_IMPORTED_MODULE_0__/* .EXTENSION_SECONDS */ .AV);
    return Math.min(latest, Math.max(end, endsBy - LEFT_TO_END_SECONDS));
}
/** When the last minute of a bake can be read; seconds since the epoch. */
function readableAt({ end, closingSeconds, }) {
    return endOfMinute(end) + closingSeconds;
}
/**
 * The evidence for a bake that is over and not read to its end; otherwise none.
 *
 * @param now seconds since the epoch
 */
function unreadBake(baking, now) {
    if (now < baking.end || isRead(baking))
        return [];
    const detail = { kind: 'bake-unread', readableAfterSeconds: baking.closingSeconds };
    return [{ source: { kind: 'bake' }, verdict: 'inconclusive', detail, unread: true }];
}


/***/ }),

/***/ 37883:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Qz: () => (/* binding */ isAchieved),
/* harmony export */   YT: () => (/* binding */ isEligible),
/* harmony export */   vj: () => (/* binding */ parseComment)
/* harmony export */ });
/* unused harmony export COMMENT_COMMANDS */
// Parses commands in comments. It is strict on purpose: a command moves the traffic of a production API, so
// text that only mentions, quotes or resembles a command must not count as one.
const COMMENT_COMMANDS = [
    'status',
    'pause',
    'resume',
    'promote',
    'rollback',
    'advance',
];
/** The maximum length of a GitHub comment. */
const MAX_LENGTH = 65_536;
/**
 * The single command of a comment: alone on its line, from the first character, and not in a code block, a
 * quotation or hidden text.
 */
function parseComment(body) {
    if (body.length > MAX_LENGTH)
        return { kind: 'none' };
    const asked = shownLines(body).filter((line) => /^\/canary(?![\w/.-])/.test(line));
    const [first, ...more] = asked;
    if (first === undefined)
        return { kind: 'none' };
    if (more.length > 0)
        return { kind: 'unclear', why: 'it contains several commands; write one' };
    const word = /^\/canary ([a-z]+)[ \t]*$/.exec(first)?.[1];
    const command = COMMENT_COMMANDS.find((known) => known === word);
    return command
        ? { kind: 'command', command }
        : { kind: 'unclear', why: `expected /canary ${COMMENT_COMMANDS.join(' | ')}` };
}
/** The lines outside code blocks and outside HTML that hides or quotes text. */
function shownLines(body) {
    const lines = [];
    let until;
    for (const line of body.split(/\r\n|\r|\n/)) {
        if (until) {
            if (until.test(line))
                until = undefined;
            continue;
        }
        until = hiddenUntil(line);
        if (!until)
            lines.push(line);
    }
    return lines;
}
/** The end of the block that this line opens; `undefined` if it opens none. */
function hiddenUntil(line) {
    const fence = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1];
    if (fence)
        return new RegExp(`^ {0,3}${fence[0]}{${fence.length},}[ \\t]*$`);
    const comment = line.lastIndexOf('<!--');
    if (comment >= 0 && line.indexOf('-->', comment) < 0)
        return /-->/;
    const tag = /<(pre|code|blockquote|details|template)\b/i.exec(line)?.[1]?.toLowerCase();
    return tag && !line.toLowerCase().includes(`</${tag}`) ? new RegExp(`</${tag}`, 'i') : undefined;
}
/**
 * Whether the request of a comment is already fulfilled, when no release is open anymore.
 *
 * @param ended how the last release ended; `undefined` if unknown
 */
function isAchieved(command, ended) {
    if (command === 'status')
        return true;
    return ((command === 'promote' && ended === 'promoted') ||
        (command === 'rollback' && ended === 'rolled-back'));
}
/** Only comments of users count, only if they were not edited, and only since the release began. */
function isEligible({ login, type, createdAt, updatedAt }, since) {
    const person = type === 'User' && !login.endsWith('[bot]');
    return person && createdAt === updatedAt && createdAt >= Math.floor(since);
}


/***/ }),

/***/ 96352:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ nextStepAt)
/* harmony export */ });
/* harmony import */ var _analysis_closed_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(47515);
/* harmony import */ var _bake_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(69925);
/* harmony import */ var _plan_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(17927);
// When an open rollout may continue.



/**
 * The earliest time of the next shift, the promotion, or the end of the bake including the read of its last
 * minute, in seconds since the epoch; `undefined` while the rollout is paused or does not wait for a time.
 */
function nextStepAt(rollout) {
    const { phase, paused, record } = rollout;
    const { plan, longestAnswerSeconds } = record;
    const step = phase.kind === 'step' ? plan.steps[phase.index] : undefined;
    if (phase.kind !== 'baking' && (!step || paused))
        return undefined;
    const end = (0,_bake_js__WEBPACK_IMPORTED_MODULE_0__/* .bakeEnd */ .VG)(rollout);
    if (end !== undefined) {
        // Plans of earlier versions do not store whether the bake is read to its end.
        if (plan.readSeconds === undefined)
            return end;
        return (0,_bake_js__WEBPACK_IMPORTED_MODULE_0__/* .readableAt */ .k1)({ end, closingSeconds: (0,_analysis_closed_js__WEBPACK_IMPORTED_MODULE_1__/* .closingSeconds */ .rh)(longestAnswerSeconds) });
    }
    return phase.kind === 'step' && step ? phase.since + (0,_plan_js__WEBPACK_IMPORTED_MODULE_2__/* .stepWindow */ .$0)(plan, step).earliest : undefined;
}


/***/ }),

/***/ 7884:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ic: () => (/* binding */ asTakenOver),
/* harmony export */   Kv: () => (/* binding */ unexpectedWeight),
/* harmony export */   LN: () => (/* binding */ isMarkedReached),
/* harmony export */   SZ: () => (/* binding */ markReached),
/* harmony export */   ZK: () => (/* binding */ reopened),
/* harmony export */   dG: () => (/* binding */ isPartlyLowered),
/* harmony export */   xg: () => (/* binding */ isReached)
/* harmony export */ });
/* harmony import */ var _plan_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(17927);
/* harmony import */ var _traffic_state_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(87083);
// A state that this run has reached itself, and later finds changed, was changed outside this rollout. The run
// leaves it alone.


/** Whether the goal of the phase is reached completely. */
function isReached({ plan, phase, trafficState, closes, }) {
    if (phase.kind === 'baking')
        return trafficState.kind === 'promoted' && !(trafficState.open && closes);
    const step = phase.kind === 'step' ? plan.steps[phase.index] : undefined;
    if (!step || trafficState.kind !== 'split')
        return false;
    return (0,_plan_js__WEBPACK_IMPORTED_MODULE_0__/* .sameWeight */ .DC)(trafficState.weight, step.weight) && trafficState.most === undefined;
}
/** The change that explains a weight other than the step's. */
function unexpectedWeight(index, step, split) {
    return { ...split, kind: 'weight', step: index + 1, expected: step.weight };
}
/**
 * Whether the weight of some of several aliases was lowered outside this rollout. Aliases move together or
 * not at all, so the others are rolled back too. Otherwise they would keep serving the new version without
 * monitoring. `by`: the weights that the run itself may have set on each of them.
 */
function isPartlyLowered({ weight, most }, by) {
    return most !== undefined && weight < by.least && most <= by.most;
}
/** The change that explains a promotion that is no longer complete. */
function reopened(trafficState) {
    return trafficState.kind === 'split'
        ? { kind: 'reopened', weight: (0,_traffic_state_js__WEBPACK_IMPORTED_MODULE_1__/* .weightOf */ .m)(trafficState) }
        : { kind: 'reopened' };
}
/** Whether an earlier run stored that it had seen the goal of this phase. */
function isMarkedReached(phase) {
    return phase.kind !== 'preparing' && phase.reached === true;
}
/** The same phase with that mark. */
function markReached(phase) {
    return phase.kind === 'preparing' ? phase : { ...phase, reached: true };
}
/**
 * The rollout for a run that takes it over. A schedule must not undo what a person changed since the last run, and nor
 * may a promotion. A release that a person runs again is the way to shift again, so it passes over the mark.
 */
function asTakenOver(rollout, command) {
    const { phase } = rollout;
    if (command === 'advance' || command === 'promote' || !isMarkedReached(phase))
        return rollout;
    const { reached: _, ...unmarked } = phase;
    return { ...rollout, phase: unmarked };
}


/***/ }),

/***/ 87083:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ canRollBack),
/* harmony export */   m: () => (/* binding */ weightOf)
/* harmony export */ });
// How AWS splits traffic now, in rollout terms: whether it is as this rollout left it, and how far it is.
/** Whether this rollout still owns anything that a rollback may restore. */
function canRollBack(trafficState) {
    return (trafficState.kind !== 'external' ||
        trafficState.others === 'owned' ||
        trafficState.canary === 'owned');
}
function weightOf(trafficState) {
    switch (trafficState.kind) {
        case 'stable':
            return 0;
        case 'split':
            return trafficState.most ?? trafficState.weight;
        case 'promoted':
            return 100;
        case 'external':
            return trafficState.weight ?? null;
    }
}


/***/ }),

/***/ 40191:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   IA: () => (/* binding */ servedSince),
/* harmony export */   Sf: () => (/* binding */ incompleteMinutes),
/* harmony export */   UT: () => (/* binding */ weightAt),
/* harmony export */   _J: () => (/* binding */ openMinutes),
/* harmony export */   nb: () => (/* binding */ weightsIn),
/* harmony export */   o4: () => (/* binding */ splitByMinute),
/* harmony export */   o6: () => (/* binding */ weightChanges)
/* harmony export */ });
/* unused harmony exports weightsBetween, servedIn */
/* harmony import */ var _analysis_closed_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(47515);
/* harmony import */ var _analysis_count_table_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(16361);
/* harmony import */ var _base_assert_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(50648);
// The weight of the canary over time: each minute is judged by its own split.



/** A change of the weight may take this long to reach every server; AWS documents no limit. */
const PROPAGATION_SECONDS = 60;
/** A stored state has no more times than its plan has steps. */
function weightOfStep({ plan }, index) {
    return (0,_base_assert_js__WEBPACK_IMPORTED_MODULE_1__/* .must */ .s)(plan.steps[index], `the plan has step ${index + 1}`).weight;
}
/** Every weight of the canary so far, the earliest first. */
function weightChanges({ record, stepStartTimes, phase, }) {
    const steps = stepStartTimes.map((at, i) => ({ at, weight: weightOfStep(record, i) }));
    return phase.kind === 'baking' ? [...steps, { at: phase.since, weight: 100 }] : steps;
}
/**
 * Pairs the two sides, with one entry per closed minute since users were first served the new version. A
 * minute that is shown only in part is not compared (see `incompleteMinutes`).
 */
function splitByMinute(table, split, rollout) {
    return readable(table, split, rollout).flatMap(({ counts, incomplete }) => incomplete ? [] : [counts]);
}
/**
 * The minutes that should be compared but cannot be, by their start in seconds since the epoch: AWS shows only
 * one of their counts, although they are old enough. Minutes from before this phase were already reported and
 * decided on.
 */
function incompleteMinutes(table, split, rollout) {
    const { phase, record } = rollout;
    const known = phase.kind === 'preparing' ? 0 : (0,_analysis_closed_js__WEBPACK_IMPORTED_MODULE_2__/* .lastClosedMinute */ .xu)(phase.since, record.longestAnswerSeconds);
    return readable(table, split, rollout)
        .filter(({ counts, incomplete }) => incomplete && counts.minute > known)
        .map(({ counts }) => 60 * counts.minute);
}
/**
 * The later minutes of a split, which are not closed: their counts are still arriving.
 *
 * @param now seconds since the epoch
 */
function openMinutes(table, split, rollout, now) {
    const first = Math.floor(table.closedUntil / 60);
    return minutesUntil(now + 60, table, split, rollout)
        .filter(({ counts, incomplete }) => !incomplete && counts.minute >= first)
        .map(({ counts }) => counts)
        .filter(({ weight }) => weight < 100);
}
function readable(table, split, rollout) {
    return minutesUntil(table.closedUntil, table, split, rollout);
}
function minutesUntil(end, { bucketSeconds }, { canary, stable, promoted }, rollout) {
    const first = Math.floor((servedSince(rollout) ?? Number.POSITIVE_INFINITY) / 60);
    const minutes = [];
    for (let minute = first; 60 * (minute + 1) <= end; minute++) {
        const start = minute * 60;
        const { weight, weightBefore } = weightsIn(rollout, start);
        const counted = (series) => (0,_analysis_count_table_js__WEBPACK_IMPORTED_MODULE_0__/* .minuteAt */ .Ad)(series, start, bucketSeconds);
        const half = (...series) => series.some((one) => (0,_analysis_count_table_js__WEBPACK_IMPORTED_MODULE_0__/* .isHalfShown */ .xo)(one, start, bucketSeconds));
        switch (servedIn({ weight, weightBefore })) {
            case 'both': {
                const sides = { canary: counted(canary), stable: counted(stable) };
                const counts = { minute, ...sides, weight, weightBefore };
                minutes.push({ counts, incomplete: half(canary, stable) });
                break;
            }
            case 'new': {
                const counts = allToNew(minute, counted(promoted));
                minutes.push({ counts, incomplete: half(promoted) });
                break;
            }
            case 'unknown':
        }
    }
    return minutes;
}
/**
 * When users were first served the new version, in seconds since the epoch: at the promotion if there is no
 * split. `undefined` if not yet.
 */
function servedSince({ stepStartTimes, phase }) {
    return stepStartTimes[0] ?? (phase.kind === 'baking' ? phase.since : undefined);
}
/** The weight at the end of a minute, and the weight that its first requests may still have had. */
function weightsIn(rollout, start) {
    return weightsBetween(weightChanges(rollout), start);
}
/**
 * The same for these changes, the earliest first.
 *
 * @param start the start of the minute, in seconds since the epoch
 */
function weightsBetween(changes, start) {
    return {
        weight: weightAt(changes, start + 59),
        weightBefore: weightAt(changes, start - PROPAGATION_SECONDS),
    };
}
/** % of the traffic on the new version at a time, in seconds since the epoch. */
function weightAt(changes, at) {
    return changes.findLast((change) => change.at <= at)?.weight ?? 0;
}
/**
 * Which versions the counts of a minute belong to. The minute of the promotion and the next one contain requests
 * of both versions, counted as those of the new one, and are left out.
 */
function servedIn({ weight, weightBefore }) {
    if (weight < 100)
        return 'both';
    return weightBefore === 100 ? 'new' : 'unknown';
}
function allToNew(minute, canary) {
    const nobody = { requests: 0, events: 0 };
    return { minute, canary, stable: nobody, weight: 100, weightBefore: 100 };
}


/***/ }),

/***/ 96179:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Ns: () => (/* binding */ openServices),
  df: () => (/* binding */ saveRepairCommands),
  w9: () => (/* binding */ takeOver)
});

// EXTERNAL MODULE: ./build/aws/clients.js + 1 modules
var aws_clients = __webpack_require__(81111);
// EXTERNAL MODULE: ./build/aws/clock.js
var clock = __webpack_require__(62148);
// EXTERNAL MODULE: ./build/base/errors.js + 1 modules
var errors = __webpack_require__(76031);
// EXTERNAL MODULE: ./build/base/log.js
var base_log = __webpack_require__(82130);
// EXTERNAL MODULE: ./build/base/time.js
var time = __webpack_require__(22475);
// EXTERNAL MODULE: ./build/comments/listener.js
var listener = __webpack_require__(90119);
// EXTERNAL MODULE: ./build/controller/context.js
var controller_context = __webpack_require__(67918);
// EXTERNAL MODULE: ./build/controller/recorder.js + 7 modules
var controller_recorder = __webpack_require__(7266);
// EXTERNAL MODULE: ./build/base/assert.js
var assert = __webpack_require__(50648);
// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-lambda/dist-cjs/index.js
var dist_cjs = __webpack_require__(71696);
// EXTERNAL MODULE: ./build/aws/arns.js
var arns = __webpack_require__(828);
// EXTERNAL MODULE: ./build/aws/aws-errors.js + 1 modules
var aws_errors = __webpack_require__(51437);
// EXTERNAL MODULE: ./build/aws/renewed-session.js
var renewed_session = __webpack_require__(50595);
// EXTERNAL MODULE: ./build/aws/sdk-settings.js + 1 modules
var sdk_settings = __webpack_require__(88996);
// EXTERNAL MODULE: ./build/base/foreign-text.js
var foreign_text = __webpack_require__(56218);
// EXTERNAL MODULE: ./build/hooks/answer.js
var answer = __webpack_require__(25545);
;// CONCATENATED MODULE: ./build/hooks/lambda-hook.js
// A hook that is a Lambda function: invoked once, synchronously.







/**
 * A separate client: the SDK would resend a request whose response is late, and so run the hook twice. Also, the
 * socket may be idle for as long as the hook runs.
 */
function connectLambdaHooks(place, credentials) {
    const client = (0,renewed_session/* renewWhenRefused */.a)(new dist_cjs/* LambdaClient */.Nox({
        region: place.region,
        ...(credentials && { credentials }),
        maxAttempts: 1,
        customUserAgent: 'canary-action/1',
        requestHandler: (0,sdk_settings.createTransport)(process.env),
    }), credentials);
    return async ({ functionName, qualifier }, body, abortSignal) => {
        const command = new dist_cjs/* InvokeCommand */.mdN({
            FunctionName: functionName,
            ...(qualifier !== undefined && { Qualifier: qualifier }),
            InvocationType: 'RequestResponse',
            LogType: 'Tail',
            Payload: new TextEncoder().encode(body),
        });
        let answer;
        try {
            answer = await client.send(command, { abortSignal });
        }
        catch (error) {
            const resource = (0,arns/* hookArn */.J6)(place, functionName, qualifier);
            const permission = { action: 'lambda:InvokeFunction', resource };
            return { kind: 'failed', message: (0,aws_errors/* describeAwsError */.Pp)(error, 'invoking it', permission) };
        }
        return judgeInvoked({
            status: answer.StatusCode,
            functionError: answer.FunctionError ?? '',
            payload: answer.Payload?.transformToString() ?? '',
            logTail: Buffer.from(answer.LogResult ?? '', 'base64').toString('utf8'),
        });
    };
}
/**
 * Status 200 does not mean success: Lambda also returns it if the handler threw. A handler that returns nothing has the
 * payload `null`, so an empty one shows no result at all.
 */
function judgeInvoked({ status, functionError, payload, logTail }) {
    if (functionError !== '') {
        const why = errorInWords(payload) || functionError;
        const advice = (0,answer/* codeDeployAdvice */.Bf)(payload, logTail);
        return { kind: 'failed', message: [why, advice].filter((part) => part !== '').join('. ') };
    }
    if (status !== 200) {
        const message = `Lambda returned the status ${status ?? '(none)'}; expected 200`;
        return { kind: 'failed', message };
    }
    if (payload.trim() === '') {
        return { kind: 'failed', message: 'its response is empty; expected JSON, such as null' };
    }
    return ((0,answer/* readAnswer */.JN)(payload) ?? {
        kind: 'failed',
        message: `it returned ${(0,answer/* notShown */.d5)(payload)}; expected JSON`,
    });
}
/** `TypeError: x is not a function`, from the runtime's description of an error; nothing else of it is shown. */
function errorInWords(payload) {
    const json = (0,foreign_text/* parseJson */.qF)(payload) ?? null;
    if (json === null)
        return '';
    const { errorType, errorMessage } = json;
    const parts = [errorType, errorMessage].filter((part) => typeof part === 'string');
    return (0,answer/* shortly */.s4)(parts.join(': '));
}

;// CONCATENATED MODULE: ./build/rollout/hook-point.js
// When a rollout runs a hook: before any traffic, before each further change, and after the last one. The
// phase determines which hook runs.
const POINTS = {
    preparing: 'pre-traffic',
    step: 'step',
    baking: 'post-traffic',
};
/** The hook that ends a phase or, for the bake, begins it. */
function hookPointOf(phase) {
    return POINTS[phase.kind];
}

// EXTERNAL MODULE: ./build/rollout/release.js
var release = __webpack_require__(82787);
;// CONCATENATED MODULE: ./build/hooks/payload.js
// The payload of a hook: CodeDeploy's two IDs under CodeDeploy's names, and the details that CodeDeploy omits.


function hookPayload({ rollout, weight, arnOf, stageUrl, shadowUrl, }) {
    const { record, phase } = rollout;
    const { steps } = record.plan;
    const id = (0,release/* rolloutKey */.nL)(record.id);
    const hook = hookPointOf(phase);
    const over = stepsOver(phase, steps.length);
    return {
        DeploymentId: id,
        LifecycleEventHookExecutionId: `${id}/${hook}/${over}`,
        hook,
        rollout: (0,release/* formatRolloutId */.A2)(record.id),
        functions: record.functions.map((change) => ({ ...change, versionArn: arnOf(change) })),
        weight,
        ...(phase.kind !== 'baking' && { nextWeight: steps[over]?.weight ?? 100 }),
        step: over,
        steps: steps.length,
        ...(stageUrl !== undefined && { stageUrl }),
        ...(shadowUrl !== undefined && phase.kind === 'preparing' && { shadowUrl }),
    };
}
function stepsOver(phase, count) {
    if (phase.kind === 'step')
        return phase.index + 1;
    return phase.kind === 'baking' ? count : 0;
}

// EXTERNAL MODULE: ./build/base/duration.js
var duration = __webpack_require__(15902);
// EXTERNAL MODULE: ./build/rollout/phase.js
var rollout_phase = __webpack_require__(34781);
;// CONCATENATED MODULE: ./build/hooks/runner.js
// The hooks of one run: which have run in which phase, and their results. Hooks run concurrently with the loop,
// which continues its checks: an alarm that fires does not wait for them.




function createHookRunner(parts) {
    const { calls } = parts.inputs;
    const results = new Map();
    const latest = new Map();
    let running;
    const begin = (rollout, weight) => {
        const key = (0,rollout_phase/* formatPhase */.Z0)(rollout.phase);
        const stopped = new AbortController();
        const runAll = async () => {
            for (const hook of calls[hookPointOf(rollout.phase)]) {
                const report = await runAndReport(parts, hook, {
                    rollout,
                    weight,
                    stopped: stopped.signal,
                });
                if (report.result === 'stopped')
                    return 'stopped';
                latest.set(`${report.point} ${report.calls}`, evidenceOf(report));
                if (report.result === 'failed')
                    return 'failed';
            }
            return 'passed';
        };
        const end = runAll().then((result) => {
            if (running?.key === key)
                running = undefined;
            results.set(key, result);
        });
        return { key, end, stop: () => stopped.abort() };
    };
    return {
        stateIn: (phase) => {
            if (phase.kind === 'baking' && phase.asked)
                return 'clear';
            if (calls[hookPointOf(phase)].length === 0)
                return 'clear';
            const result = results.get((0,rollout_phase/* formatPhase */.Z0)(phase));
            if (result === 'passed')
                return 'clear';
            return result === 'failed' ? 'failed' : 'due';
        },
        run: async (rollout, weight) => {
            if (calls[hookPointOf(rollout.phase)].length === 0)
                return;
            if (running?.key !== (0,rollout_phase/* formatPhase */.Z0)(rollout.phase)) {
                running?.stop();
                running = begin(rollout, weight);
            }
            await running.end;
        },
        evidence: () => [...latest.values()],
        stop: async () => {
            running?.stop();
            await running?.end;
        },
    };
}
/** Runs one hook, and adds it to the log and the report. */
async function runAndReport(parts, hook, occasion) {
    const { log, now, ended } = parts;
    const { rollout, weight } = occasion;
    const point = hookPointOf(rollout.phase);
    const about = { point, calls: hook.label, weight, began: now() };
    log.line(`The ${point} hook: calling ${hook.label}`);
    const { kind: result, message } = await run(parts, hook, occasion);
    const report = { ...about, ended: now(), result, says: message };
    ended(report);
    log.line(`${sentence(report)}${message && `: ${message}`}`);
    return report;
}
function evidenceOf({ point, calls, result, says }) {
    return {
        source: { kind: 'hook', point, name: calls },
        verdict: result === 'passed' ? 'healthy' : 'failing',
        detail: { kind: 'hook-result', result, message: says },
    };
}
function sentence({ point, result, began, ended }) {
    return `The ${point} hook ${result} after ${(0,duration/* formatDuration */.a)(ended - began)}`;
}
/** Runs it once. Resolves at the time limit at the latest, whatever the call does. */
async function run({ inputs, payload, call }, hook, { rollout, weight, stopped }) {
    const { timeoutSeconds } = inputs;
    const controller = new AbortController();
    const { signal } = controller;
    const cut = new Promise((resolve) => {
        signal.addEventListener('abort', () => resolve(signal.reason), { once: true });
    });
    const abandon = (result) => controller.abort(result);
    const stop = () => abandon({ kind: 'stopped', message: 'its result is no longer needed' });
    if (stopped.aborted)
        stop();
    stopped.addEventListener('abort', stop, { once: true });
    const late = `no response within ${(0,duration/* formatDuration */.a)(timeoutSeconds)} (hook-timeout)`;
    const timer = setTimeout(() => abandon({ kind: 'failed', message: late }), timeoutSeconds * 1000);
    const answer = async () => {
        try {
            const body = JSON.stringify(await payload(rollout, weight));
            return signal.aborted ? await cut : await call(hook, body, signal);
        }
        catch (error) {
            return { kind: 'failed', message: `it could not be called: ${(0,errors/* known */.eO)(error).message}` };
        }
    };
    return await Promise.race([cut, answer()]).finally(() => clearTimeout(timer));
}

// EXTERNAL MODULE: ./build/hooks/url-hook.js
var url_hook = __webpack_require__(89924);
;// CONCATENATED MODULE: ./build/hooks/connect.js
// The hooks in the inputs, with this job's AWS clients and target.





function connectHooks(connection) {
    return createHookRunner({
        ...connection,
        payload: (rollout, weight) => describe(connection, rollout, weight),
        call: caller(connection),
    });
}
function caller({ place, credentials, inputs: { secret }, }) {
    let invoke;
    return (hook, body, signal) => {
        if (hook.kind === 'url')
            return (0,url_hook/* callUrl */.eh)(hook, body, secret, signal);
        invoke ??= connectLambdaHooks(place, credentials);
        return invoke(hook, body, signal);
    };
}
async function describe({ arnsOf, urlsOf }, rollout, weight) {
    const arns = await arnsOf(rollout);
    return hookPayload({
        rollout,
        weight,
        arnOf: ({ name }) => (0,assert/* must */.s)(arns.get(name), 'each function has its ARN'),
        ...urlsOf(rollout),
    });
}

// EXTERNAL MODULE: ./build/monitor/log-evidence.js
var log_evidence = __webpack_require__(685);
;// CONCATENATED MODULE: ./build/monitor/explained-logs.js
// Adds to what logs show why functions failed. That is looked up while the logs are read further: it delays nothing.

const NO_EXPLAINED_LOGS = {
    ...log_evidence/* NO_LOGS */._,
    finish: () => Promise.resolve(log_evidence/* NO_LOGS */._.reading()),
};
/** Logs that are read less often, because AWS throttles or there are none, are not waited for. */
const LONGEST_WAIT_MS = 5_000;
function explainLogs(logs, services) {
    let details;
    let places;
    let looking;
    const look = async (rollout, when) => {
        const reading = logs.reading();
        if (reading.kind === 'off' || reading.failures.every(({ canary }) => canary === 0))
            return;
        details ??= await services.load();
        places ??= services.places(rollout);
        await details.look(reading.failures, await places, when);
    };
    const start = (rollout, when) => {
        looking ??= look(rollout, when)
            .catch(services.onBug)
            .finally(() => {
            looking = undefined;
        });
        return looking;
    };
    const reading = () => {
        const found = logs.reading();
        return found.kind === 'read' && details
            ? { ...found, failures: details.explain(found.failures) }
            : found;
    };
    return {
        reading,
        poll: async (rollout, now) => {
            const due = await logs.poll(rollout, now);
            void start(rollout, 'now');
            return due;
        },
        finish: async (rollout) => {
            const due = await logs.poll(rollout, services.now());
            // Lines of the last requests are still arriving.
            if (due <= LONGEST_WAIT_MS) {
                await services.sleep(due);
                await logs.poll(rollout, services.now());
            }
            await looking;
            await start(rollout, 'last');
            return reading();
        },
    };
}

;// CONCATENATED MODULE: ./build/monitor/lazy-logs.js
// Loads the code that reads logs only once traffic is split.
/** @param load is called once */
function lazyLogs(load) {
    let loading;
    let loaded;
    return {
        poll: async (rollout, now) => {
            if (!isSplit(rollout))
                return Number.POSITIVE_INFINITY;
            loading ??= load();
            loaded = await loading;
            return loaded.poll(rollout, now);
        },
        reading: () => loaded?.reading() ?? { kind: 'off' },
    };
}
/** A step sends traffic to both versions, also that of a bake in which the previous version keeps a share. */
function isSplit({ phase }) {
    return phase.kind === 'step';
}

// EXTERNAL MODULE: ./build/monitor/monitor.js + 17 modules
var monitor = __webpack_require__(47377);
// EXTERNAL MODULE: ./build/rollout/reached.js
var reached = __webpack_require__(7884);
// EXTERNAL MODULE: ./build/rollout/plan.js
var rollout_plan = __webpack_require__(17927);
;// CONCATENATED MODULE: ./build/rollout/shown.js
// How far a rollout is, for a run that takes it over. The phase is a tag, and anyone who may write tags could
// make a run skip steps. Changing the current weight requires the permission to release.


/**
 * The same rollout, or set back to the start of the step that has the current weight. A rollout whose run died
 * between the tag and the change also continues from there. Once the weight of the phase has been seen, any other one
 * was set outside this rollout, and the decision reports it.
 *
 * @param at seconds since the epoch
 */
function withShownPhase(rollout, trafficState, at) {
    const { phase, record, stepStartTimes } = rollout;
    // If several aliases have different weights, part of the change was already made.
    if ((0,reached/* isMarkedReached */.LN)(phase) ||
        trafficState.kind !== 'split' ||
        trafficState.most !== undefined ||
        trafficState.weight === 0) {
        return rollout;
    }
    const { steps } = record.plan;
    const shown = steps.findIndex(({ weight }) => (0,rollout_plan/* sameWeight */.DC)(weight, trafficState.weight));
    if (!isAhead(phase, shown))
        return rollout;
    // The decision reports a weight that is in no step of the plan.
    const index = shown === -1 ? Math.max(0, steps.length - 1) : shown;
    const since = Math.floor(at);
    return {
        ...rollout,
        phase: { kind: 'step', index, since },
        stepStartTimes: [...stepStartTimes.slice(0, index), since],
    };
}
/** @param shown the step with the current weight; -1 if there is none */
function isAhead(phase, shown) {
    if (phase.kind === 'baking')
        return true;
    return phase.kind === 'step' && shown !== -1 && phase.index > shown;
}

// EXTERNAL MODULE: ./build/targets/kinds.js + 6 modules
var kinds = __webpack_require__(97911);
// EXTERNAL MODULE: ./build/targets/ownership.js
var ownership = __webpack_require__(20956);
// EXTERNAL MODULE: ./build/targets/seal.js
var seal = __webpack_require__(90428);
// EXTERNAL MODULE: ./build/report/cause-text.js
var cause_text = __webpack_require__(15502);
// EXTERNAL MODULE: ./build/report/ending-text.js
var ending_text = __webpack_require__(75758);
// EXTERNAL MODULE: ./build/report/outcomes.js
var outcomes = __webpack_require__(61506);
// EXTERNAL MODULE: ./build/rollout/traffic-state.js
var traffic_state = __webpack_require__(87083);
// EXTERNAL MODULE: ./build/rollout/weights.js
var weights = __webpack_require__(40191);
// EXTERNAL MODULE: ./build/report/format.js
var format = __webpack_require__(92772);
// EXTERNAL MODULE: ./build/rollout/next-step.js
var next_step = __webpack_require__(96352);
;// CONCATENATED MODULE: ./build/run/report-parts.js
// What the reports of a run have in common.





const NOTHING_DONE = {
    advice: [],
    commands: [],
    problems: [],
    foresight: [],
    weight: 0,
    open: undefined,
    rollout: undefined,
};
/** Of a rollout that never started. */
const NO_PLAN = {
    steps: [],
    advance: { kind: 'time', maxSeconds: undefined },
    bakeSeconds: 0,
};
function ofSnapshot(target, snapshot, notes) {
    const { record } = snapshot.rollout;
    return {
        stands: (0,outcomes/* describeTraffic */.hA)(snapshot.trafficState, record.functions),
        record,
        rollout: snapshot.rollout,
        notes,
        problems: [],
        foresight: [],
        weight: (0,traffic_state/* weightOf */.m)(snapshot.trafficState),
        target: target.describe(snapshot),
        open: openReport(snapshot),
    };
}
function openReport({ rollout }) {
    const { phase, record, paused } = rollout;
    return {
        phase: (0,format/* describePhase */.$8)(phase, record.plan),
        step: phase.kind === 'step' && !(0,rollout_plan/* isBake */.Wy)(record.plan, phase.index) ? phase.index + 1 : undefined,
        paused: paused !== undefined,
        nextStepAt: (0,next_step/* nextStepAt */.j)(rollout),
    };
}

;// CONCATENATED MODULE: ./build/run/open-reports.js
// The reports of commands that find a rollout of another run.



/** What a user can do if the stage or alias was changed outside this action. */
function manualSteps(target, { rollout, trafficState }) {
    if (trafficState.kind !== 'external')
        return { advice: [], commands: [] };
    const { record, phase } = rollout;
    const left = { phase, trafficState };
    return {
        advice: (0,outcomes/* recoveryOptions */.u_)(left, { record, words: target.words }),
        commands: [...target.showCommands(), ...target.repairCommands(record, left)],
    };
}
function openParts(target, make, linkTo) {
    const none = noneOpen(target);
    const idle = (cause, reason) => ({ ...none, outcome: 'unchanged', cause, reason, target: target.describe() });
    return {
        ...rollbackParts(target, make),
        open: (snapshot, text) => make({
            ...ofSnapshot(target, snapshot, []),
            outcome: snapshot.rollout.paused ? 'held' : 'running',
            cause: snapshot.rollout.paused && { kind: 'paused', by: snapshot.rollout.paused.by },
            reason: text ?? (0,outcomes/* describeTraffic */.hA)(snapshot.trafficState, snapshot.rollout.record.functions),
            ...manualSteps(target, snapshot),
        }),
        idle: (reason, cause = NOTHING_TO_DO) => make({ ...idle(cause, reason), weight: null }),
        nothingOpen: (reason) => make(idle(NOTHING_TO_DO, reason)),
        previewed: (functions, { url, label }, notes) => make({
            ...none,
            outcome: 'previewed',
            cause: undefined,
            reason: 'The code of the pull request is served by its own stage.',
            stands: 'No other stage was changed.',
            previewUrl: url,
            target: { ...target.describe(), previewLabel: label },
            record: { functions, plan: NO_PLAN },
            notes,
        }),
        returnedToEarlier: (functions, reason, cause) => make({
            ...none,
            outcome: 'rolled-back',
            cause,
            reason,
            stands: (0,outcomes/* describeTraffic */.hA)({ kind: 'stable' }, functions),
            target: target.describe(),
            record: { functions, plan: NO_PLAN },
        }),
        declined: (problems, snapshot, cause = { kind: 'refused', problems }, commands = []) => {
            const steps = snapshot?.trafficState.kind === 'external'
                ? manualSteps(target, snapshot)
                : { advice: [], commands: target.showCommands() };
            return make({
                ...(snapshot
                    ? ofSnapshot(target, snapshot, [])
                    : {
                        ...none,
                        target: target.describe(),
                        stands: 'Nothing was changed.',
                        weight: null,
                    }),
                outcome: 'failed',
                cause,
                reason: (0,cause_text/* causeText */.x)({ kind: 'refused', problems }, linkTo),
                problems,
                ...steps,
                commands: [...steps.commands, ...commands],
            });
        },
    };
}
const NOTHING_TO_DO = { kind: 'nothing-to-do' };
function noneOpen({ words }) {
    return {
        ...NOTHING_DONE,
        stands: `No rollout of this action is open on ${words}.`,
        record: { functions: [], plan: NO_PLAN },
        notes: [],
    };
}
/** Of the command `rollback`, if there is nothing to roll back, or if it fails. */
function rollbackParts(target, make) {
    const none = noneOpen(target);
    return {
        stateRemoved: (snapshot, reason, cause) => make({
            ...ofSnapshot(target, snapshot, []),
            outcome: 'unchanged',
            open: undefined,
            cause,
            reason,
            advice: [],
            commands: target.showCommands(),
        }),
        returnFailed: (why, cause) => make({
            ...none,
            outcome: 'failed',
            cause,
            reason: `The rollback failed: ${why}`,
            stands: 'The current state was not read after that.',
            weight: null,
            target: target.describe(undefined, 'unread'),
            commands: target.showCommands(),
        }),
    };
}

;// CONCATENATED MODULE: ./build/run/reporter.js
// Makes the report of a run, for each way in which it can end.









/** @param now seconds since the epoch */
function createReporter({ source, linkTo }, target, recorder, now) {
    const make = (parts) => recorder.report({ source, ...parts });
    const because = (cause) => ({ cause, reason: (0,cause_text/* causeText */.x)(cause, linkTo) });
    return {
        running: (snapshot, notes) => make({
            ...ofSnapshot(target, snapshot, notes),
            outcome: 'running',
            cause: undefined,
            reason: (0,outcomes/* describeTraffic */.hA)(snapshot.trafficState, snapshot.rollout.record.functions),
            advice: [],
            commands: [],
        }),
        ended: (ended, notes) => endedReport({ target, recorder, make, linkTo }, ended, notes, now()),
        planned: (released, plan, foresight, { notes, policy, planPolicy, blindSpots, weight }) => {
            const functions = released.map(({ name, from, version }) => ({
                name,
                from,
                to: version ?? 'a version to be published',
            }));
            return make({
                ...NOTHING_DONE,
                outcome: 'planned',
                cause: undefined,
                reason: `No problems found; the release would take ${plan.requests === undefined ? 'at least' : 'about'} ${(0,duration/* formatDuration */.a)((0,rollout_plan/* planSeconds */.h9)(plan))}.`,
                stands: (0,outcomes/* describeShare */.rm)(weight, functions),
                target: target.describe(),
                record: { functions, plan },
                foresight,
                policy,
                planPolicy,
                blindSpots,
                notes,
                weight,
            });
        },
        unchanged: (functions, why, plan, notes) => make({
            ...NOTHING_DONE,
            outcome: 'unchanged',
            ...because({ kind: 'nothing-new', why }),
            stands: (0,outcomes/* describeTraffic */.hA)({ kind: 'stable' }, functions),
            target: target.describe(),
            record: { functions, plan },
            notes,
        }),
        first: (functions, made, notes) => make({
            ...firstParts(target, functions, notes),
            ...because({ kind: 'first-release', made }),
        }),
        refused: (problems, notes, cause = { kind: 'preflight', problems }, weight = null) => make({
            ...NOTHING_DONE,
            outcome: 'failed',
            cause,
            reason: (0,cause_text/* causeText */.x)({ kind: 'preflight', problems }, linkTo),
            stands: 'This run did not change what users are served.',
            target: target.describe(),
            record: { functions: [], plan: NO_PLAN },
            problems,
            notes,
            weight,
        }),
        ...openParts(target, make, linkTo),
    };
}
function endedReport({ target, recorder, make, linkTo }, ended, notes, to) {
    const { ending, snapshot } = ended;
    const cause = causeOfEnding(ending, recorder);
    const report = make({
        ...ofSnapshot(target, snapshot, notes),
        ...stateAfter(ended, target),
        outcome: ending.kind,
        cause,
        open: ending.kind === 'held' ? openReport(snapshot) : undefined,
        reason: (0,cause_text/* causeText */.x)(cause, linkTo),
        advice: adviceFor(ended, target, to),
        commands: commandsFor(ended, target),
    });
    if (ending.kind === 'promoted')
        return report;
    const first = (0,weights/* servedSince */.IA)(snapshot.rollout);
    const servedSeconds = first === undefined ? undefined : to - first;
    // The impact on users is known once the report is made.
    const { impact } = report;
    return { ...report, reason: (0,ending_text/* endingText */.p)(ending, { linkTo, servedSeconds, impact }) };
}
function firstParts(target, functions, notes) {
    return {
        ...NOTHING_DONE,
        outcome: 'promoted',
        weight: 100,
        stands: (0,outcomes/* describeTraffic */.hA)({ kind: 'promoted', open: false }, functions),
        target: target.describe(),
        record: { functions, plan: NO_PLAN },
        notes,
    };
}
function adviceFor(ended, target, to) {
    const { ending, cleanup, snapshot, presumed } = ended;
    const { record } = snapshot.rollout;
    return (0,outcomes/* advise */.TH)({
        ending,
        untouched: cleanup === 'nothing-served',
        trafficBack: !presumed && snapshot.trafficState.kind === 'stable',
        record,
        left: leftOf(ended),
        words: target.words,
        from: record.startedAt,
        to,
    });
}
/** Commands to run manually: to repair, or to show the current state. */
function commandsFor(ended, target) {
    const { ending, cleanup, snapshot, presumed } = ended;
    const { record, phase } = snapshot.rollout;
    const observation = presumed ? undefined : { phase, trafficState: snapshot.trafficState };
    if (ending.kind === 'stuck')
        return target.repairCommands(record, observation);
    if (ending.kind !== 'failed' || cleanup === 'nothing-served')
        return [];
    const left = leftOf(ended);
    return [...target.showCommands(), ...(left ? target.repairCommands(record, left) : [])];
}
/** What a failed run has read and leaves to users; what another run owns is not included. */
function leftOf({ ending, cleanup, snapshot, presumed, theirs, }) {
    const { trafficState, rollout } = snapshot;
    const open = trafficState.kind === 'external' || trafficState.kind === 'split';
    const failed = ending.kind === 'failed' && cleanup !== 'nothing-served';
    return failed && open && !presumed && !theirs
        ? { phase: rollout.phase, trafficState }
        : undefined;
}
/** The state at the end, if it needs more words than the state of a running rollout. */
function stateAfter(ended, target) {
    const { snapshot, presumed } = ended;
    const stands = (0,outcomes/* describeTraffic */.hA)(snapshot.trafficState, snapshot.rollout.record.functions);
    if (presumed) {
        return {
            stands: `${UNREAD} ${stands}`,
            weight: null,
            target: target.describe(snapshot, 'unread'),
        };
    }
    const left = leftOf(ended)?.trafficState;
    const open = left?.kind === 'split' && (0,traffic_state/* weightOf */.m)(left) > 0;
    return open ? { stands: `${stands} ${outcomes/* UNMONITORED */.H5}` } : {};
}
const UNREAD = 'The current state could not be read. At worst:';
function causeOfEnding(ending, recorder) {
    if (ending.kind !== 'promoted')
        return ending.cause;
    const evidence = recorder.deciding().filter(({ verdict }) => verdict !== 'healthy');
    return { kind: 'completed', evidence };
}

;// CONCATENATED MODULE: ./build/run/services.js
// A run's services: everything that does something, bound to what the run was given.




















/** The commands that change nothing, whatever their inputs are. */
const READS_ONLY = ['plan', 'status'];
async function openServices(context, host) {
    const { inputs } = context;
    const { cancelled, log } = host;
    const rollbackDeadline = (0,controller_context/* rollbackDeadlineOf */.eQ)(host);
    const ended = new AbortController();
    const limits = { cancelled, rollbackDeadline, ended: ended.signal };
    const sends = READS_ONLY.includes(inputs.command) ? 'reads' : 'everything';
    const clients = (0,aws_clients/* connect */.N)(inputs.region, limits, host.credentials, sends);
    const linkTo = (0,release/* linkFrom */.NA)(context);
    const recorder = (0,controller_recorder/* createRecorder */.Tk)(time/* now */.tB);
    const target = await (0,kinds/* kindOf */.I)(inputs.target).connect(inputs.target, {
        clients,
        released: inputs.functions,
        say: log.line,
        warn: warnOnce(log, recorder),
        linkTo,
    });
    const logs = logsFor(context, clients, target, log);
    const reporter = createReporter({ source: context.source, linkTo }, target, recorder, time/* now */.tB);
    return {
        context,
        host,
        clients,
        target,
        recorder,
        reporter,
        monitor: (0,monitor/* createMonitor */.l)(clients.normal.cloudWatch, target.countSource, inputs, logs),
        lastLogs: logs.finish,
        hooks: connectHooks({
            inputs: inputs.hooks,
            log,
            now: time/* now */.tB,
            place: clients.normal.place,
            credentials: clients.normal.credentials,
            arnsOf: ({ record }) => target.readArns(record.functions),
            urlsOf: (rollout) => target.urls(rollout),
            ended: recorder.recordHook,
        }),
        comments: listenerOf({ context, host, target, recorder }),
        rollbackDeadline,
        progress: (snapshot, notes) => host.show(reporter.running(snapshot, notes)),
        close: () => ended.abort(),
    };
}
function logsFor({ inputs: { logs, analysis, region, logSamples: samples } }, { normal }, { logs: target }, log) {
    if (logs === 'off' || analysis === 'off' || !target)
        return NO_EXPLAINED_LOGS;
    const { ahead } = normal.clock;
    const open = async () => {
        const { bindLogEvents } = await __webpack_require__.e(/* import() */ 7454).then(__webpack_require__.bind(__webpack_require__, 37454));
        return bindLogEvents(normal);
    };
    const read = lazyLogs(async () => {
        const { readLogs } = await __webpack_require__.e(/* import() */ 2421).then(__webpack_require__.bind(__webpack_require__, 82421));
        return readLogs({ target, client: await open(), region, ahead, now: time/* now */.tB, sleep: time/* sleep */.yy });
    });
    return explainLogs(read, {
        load: async () => {
            const { createFailureDetails } = await Promise.all(/* import() */[__webpack_require__.e(6362), __webpack_require__.e(9502)]).then(__webpack_require__.bind(__webpack_require__, 9502));
            const { callsPerSecond } = await __webpack_require__.e(/* import() */ 8733).then(__webpack_require__.bind(__webpack_require__, 78733));
            return createFailureDetails({
                ...{ client: await open(), callsPerSecond: callsPerSecond(region), samples },
                now: () => ((0,time/* now */.tB)() - (ahead() ?? 0)) * 1000,
                sleep: (ms) => (0,time/* sleep */.yy)(ms / 1000),
            });
        },
        ...{ places: target.versionLogs, now: time/* now */.tB, sleep: (ms) => (0,time/* sleep */.yy)(ms / 1000) },
        onBug: (error) => (0,base_log/* logBug */.N)(log, error),
    });
}
/** Changes are repeated until they succeed, and what they find is the same each time. */
function warnOnce(log, recorder) {
    const said = new Set();
    return (text) => {
        if (said.has(text))
            return;
        said.add(text);
        log.warning(text);
        recorder.note(text);
    };
}
function listenerOf({ context, host: { conversation, log }, target, recorder, }) {
    if (!conversation)
        return listener/* NO_COMMENTS */.dG;
    return (0,listener/* listen */.KT)({
        conversation,
        setPaused: target.pause,
        recordRequest: recorder.recordRequest,
        log,
        feedback: context.inputs.feedback,
        key: () => target.describe().key,
    });
}
/** Leaves the rollout to the post step, with the commands to run manually if the post step cannot do anything. */
function saveRepairCommands({ target, host }, record) {
    const commands = target.repairCommands(record);
    host.saveForPost({ words: target.words, commands, on: record.on, seal: (0,seal/* sealOf */.R)(record) });
}
/**
 * From here on, this run owns the rollout: its post step rolls it back, and the earlier run, if it is still running,
 * stops at its next write.
 *
 * @returns the state once the earlier run has stopped writing
 */
async function takeOver(services, { rollout: { record } }) {
    const { target, context, host, clients } = services;
    const off = (0,clock/* describeClockOffset */.ho)(clients.normal.clock.ahead());
    if (off !== undefined)
        host.log.warning(`${off}, and counts are read by the minute`);
    saveRepairCommands(services, record);
    await target.claim(context.id);
    await (0,time/* sleep */.yy)(ownership/* SETTLE_SECONDS */.Ej, host.cancelled);
    const { stored, trafficState } = await target.observe();
    (0,ownership/* assertOwned */.SG)(stored, context.id);
    if (stored.kind !== 'rollout' || !trafficState)
        throw new errors/* KnownError */.E('the current state is unknown');
    const found = (0,reached/* asTakenOver */.Ic)(stored.storedRollout, context.inputs.command);
    const rollout = withShownPhase(found, trafficState, (0,time/* now */.tB)());
    // Later runs must also count the time of the step from now on.
    if (rollout.phase !== found.phase) {
        const at = rollout.phase.kind === 'step' ? `step ${rollout.phase.index + 1}` : 'no step';
        host.log.warning(`The stored state is ahead (${(0,rollout_phase/* formatPhase */.Z0)(found.phase)}), but AWS shows the weight of ${at}: this run continues from there.`);
        await target.savePhase(rollout, rollout.phase);
    }
    return { rollout, trafficState };
}


/***/ })

};
