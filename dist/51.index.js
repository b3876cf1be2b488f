export const id = 51;
export const ids = [51];
export const modules = {

/***/ 8506:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ readAlarms)
/* harmony export */ });
/* harmony import */ var _aws_sdk_client_cloudwatch__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4085);
/* harmony import */ var _call_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3280);
// The state of CloudWatch alarms, metric and composite.


const NAMES_PER_CALL = 100;
/** Reads alarms by name. A name that does not exist is absent from the answer, without an error. */
async function readAlarms(client, names) {
    const readings = [];
    for (let i = 0; i < names.length; i += NAMES_PER_CALL) {
        readings.push(...(await readPages(client, names.slice(i, i + NAMES_PER_CALL))));
    }
    return readings;
}
async function readPages(client, names) {
    const readings = [];
    let next;
    do {
        const page = await (0,_call_js__WEBPACK_IMPORTED_MODULE_0__/* .call */ .T)({
            doing: `reading the alarms ${names.join(', ')}`,
            permission: { action: 'cloudwatch:DescribeAlarms', resource: '*' },
        }, () => client.send(new _aws_sdk_client_cloudwatch__WEBPACK_IMPORTED_MODULE_1__/* .DescribeAlarmsCommand */ .zWD({
            AlarmNames: [...names],
            // Without this, AWS answers with metric alarms only.
            AlarmTypes: ['MetricAlarm', 'CompositeAlarm'],
            MaxRecords: 100,
            ...(next && { NextToken: next }),
        })));
        readings.push(...(page.MetricAlarms ?? []).map(metricAlarm), ...(page.CompositeAlarms ?? []).map(readingOf));
        next = page.NextToken;
    } while (next);
    return readings;
}
function metricAlarm(alarm) {
    const periods = alarm.DatapointsToAlarm ?? alarm.EvaluationPeriods ?? 1;
    const period = alarm.Period ?? Math.max(60, ...(alarm.Metrics ?? []).map((m) => m.MetricStat?.Period ?? 0));
    return {
        ...readingOf(alarm),
        doubt: alarm.EvaluationState,
        reactsAfterSeconds: periods * period,
    };
}
function readingOf(alarm) {
    const at = alarm.StateTransitionedTimestamp;
    return {
        name: alarm.AlarmName ?? '',
        state: alarm.StateValue === 'OK' || alarm.StateValue === 'ALARM'
            ? alarm.StateValue
            : 'INSUFFICIENT_DATA',
        reason: alarm.StateReason ?? '',
        transitionedAt: at && at.getTime() / 1000,
        doubt: undefined,
        reactsAfterSeconds: undefined,
    };
}


/***/ }),

/***/ 828:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $t: () => (/* binding */ placeOf),
/* harmony export */   GA: () => (/* binding */ stageArn),
/* harmony export */   Sw: () => (/* binding */ gatewayArn),
/* harmony export */   XP: () => (/* binding */ accountOf),
/* harmony export */   k2: () => (/* binding */ functionArnPattern)
/* harmony export */ });
// Names of AWS resources, for permissions, tags and links.
function placeOf(region) {
    if (region.startsWith('cn-'))
        return { region, partition: 'aws-cn' };
    if (region.startsWith('us-gov-'))
        return { region, partition: 'aws-us-gov' };
    return { region, partition: 'aws' };
}
/** API Gateway's control-plane ARNs have an empty account. */
function gatewayArn(place, path) {
    return `arn:${place.partition}:apigateway:${place.region}::${path}`;
}
function stageArn(place, restApiId, stageName) {
    return gatewayArn(place, `/restapis/${restApiId}/stages/${stageName}`);
}
/** As far as it is known before the account is: for messages and policies. */
function functionArnPattern(place, name) {
    return `arn:${place.partition}:lambda:${place.region}:*:function:${name}`;
}
/** The account in an ARN such as a function's; empty when there is none. */
function accountOf(arn) {
    return arn.split(':')[4] ?? '';
}


/***/ }),

/***/ 3280:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ causedBy),
/* harmony export */   T: () => (/* binding */ call)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8127);
// One AWS call: retried where AWS asks for it, and its failure put into words.

const CONFLICT_ATTEMPTS = 6;
const CONFLICT_PAUSE_MS = 400;
/**
 * Runs a call and turns its failure into a `RolloutError` whose `cause` is AWS's own error.
 * API Gateway refuses concurrent writes on one API with a ConflictException and asks to try again
 * (hashicorp/terraform-provider-aws#776); the SDK does not count that among its retryable errors.
 */
async function call(words, send) {
    for (let attempt = 1;; attempt++) {
        try {
            return await send();
        }
        catch (error) {
            if (!isConcurrentWrite(error) || attempt === CONFLICT_ATTEMPTS) {
                throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .RolloutError */ .a6((0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .describeAwsError */ .Pp)(error, words.doing, words.permission), {
                    cause: error,
                });
            }
            await pause(CONFLICT_PAUSE_MS * attempt * (0.5 + Math.random()));
        }
    }
}
/** Whether a failed `call` was refused by AWS for this reason. */
function causedBy(error, test) {
    return error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .RolloutError */ .a6 && test(error.cause);
}
function isConcurrentWrite(error) {
    return (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .errorName */ .Is)(error) === 'ConflictException';
}
function pause(ms) {
    return new Promise((resolve) => {
        setTimeout(resolve, ms);
    });
}


/***/ }),

/***/ 8818:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ now),
/* harmony export */   v: () => (/* binding */ pause)
/* harmony export */ });
// What the loop of a rollout works with.
/** Seconds since the epoch. */
function now() {
    return Date.now() / 1000;
}
/** Waits, unless or until the signal is aborted. */
function pause(seconds, signal) {
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


/***/ }),

/***/ 9548:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  m: () => (/* binding */ BAKE),
  s: () => (/* binding */ createJournal)
});

;// CONCATENATED MODULE: ./build/report/report.js
// What a rollout has to tell, as data: the log, the comment, the job summary and the JSON file are
// functions of this and so never disagree.
/** Raised when a member changes its meaning or goes away. */
const REPORT_SCHEMA = 'canary-action/report/1';

// EXTERNAL MODULE: ./build/rollout/traffic.js
var rollout_traffic = __webpack_require__(6211);
// EXTERNAL MODULE: ./build/rollout/verdict.js
var verdict = __webpack_require__(7839);
;// CONCATENATED MODULE: ./build/journal.js
// What has happened so far in this run, gathered for the report.



/** The label of the time after the promotion. */
const BAKE = 'bake';
const NONE = { requests: 0, errors: 0 };
/** @param now seconds since the epoch */
function createJournal(now) {
    const startedAt = now();
    const timeline = [];
    const journalSteps = [];
    let evidence = [];
    let traffic = { kind: 'unreadable', why: 'not read yet' };
    const steps = () => journalSteps.map((step) => withCounts(step, traffic));
    const endStep = () => {
        const last = journalSteps.at(-1);
        if (last && last.ended === undefined)
            last.ended = now();
    };
    return {
        note: (what) => timeline.push({ at: now(), what }),
        endStep,
        beginStep: (label, weight, plannedSeconds, since = now()) => {
            endStep();
            journalSteps.push({ label, weight, plannedSeconds, began: since, ended: undefined });
        },
        saw: (newEvidence, newTraffic) => {
            evidence = newEvidence;
            if (newTraffic.kind === 'counted')
                traffic = newTraffic;
        },
        verdict: () => (0,verdict/* worst */.Q)(evidence),
        evidence: () => evidence,
        steps,
        currentStep: () => steps().findLast((step) => step.ended === undefined),
        report: ({ record, ...parts }) => ({
            schema: REPORT_SCHEMA,
            startedAt,
            endedAt: now(),
            functions: record.functions,
            plan: record.plan,
            verdict: (0,verdict/* worst */.Q)(evidence),
            evidence,
            steps: steps(),
            timeline: [...timeline],
            countedBy: traffic.kind === 'counted' ? traffic.source : undefined,
            ...parts,
        }),
    };
}
function withCounts(step, traffic) {
    if (traffic.kind === 'unreadable') {
        return { ...step, canary: NONE, stable: NONE };
    }
    const baking = step.label === BAKE;
    // A minute belongs to the step that its end lies in: counts have no finer grain.
    const from = step.began - 59;
    const to = step.ended === undefined ? undefined : step.ended - 59;
    // While baking everything is the new version, and the stage's series counts it.
    if (baking)
        return { ...step, canary: (0,rollout_traffic/* totals */.Sd)(traffic.stable, from, to), stable: NONE };
    return {
        ...step,
        canary: (0,rollout_traffic/* totals */.Sd)(traffic.canary, from, to),
        stable: (0,rollout_traffic/* totals */.Sd)(traffic.stable, from, to),
    };
}


/***/ }),

/***/ 4702:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   KQ: () => (/* binding */ dateTime),
/* harmony export */   M0: () => (/* binding */ bar),
/* harmony export */   Ol: () => (/* binding */ HEADLINES),
/* harmony export */   U9: () => (/* binding */ count),
/* harmony export */   YP: () => (/* binding */ phaseInWords),
/* harmony export */   aG: () => (/* binding */ lasted),
/* harmony export */   qo: () => (/* binding */ clockTime),
/* harmony export */   zi: () => (/* binding */ errorRate)
/* harmony export */ });
/* unused harmony export totalsInWords */
/* harmony import */ var _rollout_duration_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1624);
// Numbers and times as a person would say them.

/** `12:03:10 UTC` of a time in seconds since the epoch. */
function clockTime(seconds) {
    return `${new Date(seconds * 1000).toISOString().slice(11, 19)} UTC`;
}
/** `2025-06-01 12:03 UTC`. */
function dateTime(seconds) {
    return `${new Date(seconds * 1000).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}
function count(value) {
    return value.toLocaleString('en-US');
}
/** `0.42%`, `12%`; `–` where there were no requests. */
function errorRate({ requests, errors }) {
    if (requests === 0)
        return '–';
    const percent = (100 * errors) / requests;
    return `${percent === 0 || percent >= 10 ? Math.round(percent) : Number(percent.toPrecision(2))}%`;
}
/** `1,204 requests, 5 failed (0.42%)`. */
function totalsInWords(totals) {
    if (totals.requests === 0)
        return 'no requests';
    const requests = `${count(totals.requests)} request${totals.requests === 1 ? '' : 's'}`;
    return totals.errors === 0
        ? `${requests}, none failed`
        : `${requests}, ${count(totals.errors)} failed (${errorRate(totals)})`;
}
/** `▓▓▓▓░░░░░░` for 40 %. */
function bar(percent, width = 10) {
    const full = Math.round((Math.min(100, Math.max(0, percent)) / 100) * width);
    return '▓'.repeat(full) + '░'.repeat(width - full);
}
/** The outcome as a headline begins; a sign and the word, so that neither stands alone. */
const HEADLINES = {
    running: '🐤 Canary in progress',
    promoted: '✅ Promoted',
    held: '⏸️ Held',
    unchanged: '⚪ Unchanged',
    'rolled-back': '↩️ Rolled back',
    failed: '❌ Failed',
};
function lasted(from, to) {
    return (0,_rollout_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a)(to - from);
}
/** Where a rollout is: `step 2/3`, `bake`. */
function phaseInWords(phase, count) {
    if (phase.kind === 'step')
        return `step ${phase.index + 1}/${count}`;
    return phase.kind === 'baking' ? 'bake' : 'prepare';
}


/***/ }),

/***/ 7065:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ rollBack),
/* harmony export */   y: () => (/* binding */ forget)
/* harmony export */ });
/* harmony import */ var _aws_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8127);
/* harmony import */ var _craft_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8818);
/* harmony import */ var _rollout_mend_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8248);
// The way back. It must not fail quietly: it is tried again, and when it cannot be done, what stands
// now and the exact commands that mend it are what is said last.



const TRIES = 4;
const PAUSE_SECONDS = 3;
/** The runner kills a cancelled job 10 s after it asked it to stop. */
const CANCELLED_DEADLINE_MS = 9_000;
/** Takes a rollout back, whatever stands; then forgets it. */
async function rollBack(craft, moment, reason) {
    craft.journal.endStep();
    craft.log.group('Roll back');
    craft.log.line(`Rolling back: ${reason}`);
    const signal = craft.cancelled.aborted ? AbortSignal.timeout(CANCELLED_DEADLINE_MS) : undefined;
    const failure = await tryRollBack(craft, moment, signal);
    if (failure !== undefined)
        return stuck(craft, moment, reason, failure);
    craft.journal.note(`rolled back: ${reason}`);
    craft.log.line('Rolled back, and read back: all traffic goes to the version that stood before.');
    await forget(craft);
    return {
        ending: { kind: 'rolled-back', reason },
        moment: { ...moment, standing: { kind: 'stable' } },
        stuck: false,
    };
}
/** @returns why it could not be done; `undefined` when it was */
async function tryRollBack({ target, log }, moment, signal) {
    let standing = moment.standing;
    for (let attempt = 1;; attempt++) {
        try {
            await target.rollBack(moment.rollout, standing, signal);
            return undefined;
        }
        catch (error) {
            const why = (0,_aws_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(error);
            if (attempt === TRIES || signal?.aborted)
                return why;
            log.warning(`Rolling back did not work (${why}); trying again`);
            await (0,_craft_js__WEBPACK_IMPORTED_MODULE_1__/* .pause */ .v)(PAUSE_SECONDS * attempt);
            standing = (await target.observe(signal).catch(() => undefined))?.standing ?? standing;
        }
    }
}
function stuck(craft, moment, reason, failure) {
    craft.journal.note(`rolling back failed: ${failure}`);
    const { record } = moment.rollout;
    const commands = (0,_rollout_mend_js__WEBPACK_IMPORTED_MODULE_2__/* .mendCommands */ .V)(craft.target.name, record.stage);
    craft.log.error([
        `ROLLING BACK FAILED. It was to be rolled back because: ${reason}`,
        `It failed because: ${failure}`,
        'Users may still be served the new version. To give all traffic back to the version before, run:',
        ...commands,
    ].join('\n'));
    return {
        ending: { kind: 'failed', reason: `rolling back failed (${failure}), after: ${reason}` },
        moment,
        stuck: true,
    };
}
/** Removes the memory. The traffic is where it should be, so a failure is only said. */
async function forget({ target, log }) {
    try {
        await target.forget();
    }
    catch (error) {
        log.warning(`The tags "canary-action:…" of the stage could not be removed (${(0,_aws_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(error)}). The next run will do it.`);
    }
}


/***/ }),

/***/ 8248:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ mendCommands)
/* harmony export */ });
// The commands that put a stage back by hand, for when the action itself could not.
/** In order: close the canary, then put the deployment and the variables back. */
function mendCommands(stage, before) {
    const update = `aws apigateway update-stage --region ${stage.region} --rest-api-id ${stage.restApiId} --stage-name ${stage.stageName} --patch-operations`;
    const variables = Object.entries(before.variables).map(([name, value]) => value === null
        ? `op=remove,path=/variables/${name}`
        : `op=replace,path=/variables/${name},value=${quoteForShell(value)}`);
    const restore = [`op=replace,path=/deploymentId,value=${before.deploymentId}`, ...variables];
    return [`${update} op=remove,path=/canarySettings`, `${update} ${restore.join(' ')}`];
}
/** Values of stage variables hold no quotes, but `&`, `?` and `,` mean something to shell and CLI. */
function quoteForShell(value) {
    return /^[A-Za-z0-9._:/-]+$/.test(value) ? value : `'"${value}"'`;
}


/***/ }),

/***/ 4781:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ formatPhase),
/* harmony export */   x: () => (/* binding */ parsePhase)
/* harmony export */ });
// Where a rollout is, in a form short and plain enough to be read in the console.
/** `preparing`, `step/0/1764000000`, `baking/1764000600`; times in seconds since the epoch. */
function formatPhase(phase) {
    switch (phase.kind) {
        case 'preparing':
            return 'preparing';
        case 'step':
            return `step/${phase.index}/${phase.since}`;
        case 'baking':
            return `baking/${phase.since}`;
    }
}
/** The phase that a text says; `undefined` when it says none. */
function parsePhase(text) {
    if (text === 'preparing')
        return { kind: 'preparing' };
    const [, index, since, bakingSince] = /^(?:step\/(\d{1,4})\/(\d{1,11})|baking\/(\d{1,11}))$/.exec(text) ?? [];
    if (bakingSince !== undefined)
        return { kind: 'baking', since: Number(bakingSince) };
    if (index === undefined || since === undefined)
        return undefined;
    return { kind: 'step', index: Number(index), since: Number(since) };
}


/***/ }),

/***/ 7927:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ formatWeight),
/* harmony export */   h: () => (/* binding */ planSeconds)
/* harmony export */ });
// What a rollout will do, fixed before anything is touched.
/** Seconds from the first shift to the end of the bake, if nothing is held up. */
function planSeconds(plan) {
    return plan.steps.reduce((sum, step) => sum + step.holdSeconds, plan.bakeSeconds);
}
/** The words for a weight: `5%`, `12.25%`. */
function formatWeight(weight) {
    return `${Number(weight.toFixed(2))}%`;
}


/***/ }),

/***/ 3817:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C_: () => (/* binding */ TAG_PREFIX),
/* harmony export */   Dq: () => (/* binding */ canaryTag),
/* harmony export */   S1: () => (/* binding */ readMemory),
/* harmony export */   Vn: () => (/* binding */ ourTagKeys),
/* harmony export */   h0: () => (/* binding */ recordTags),
/* harmony export */   mk: () => (/* binding */ phaseTag),
/* harmony export */   sJ: () => (/* binding */ MAX_CHUNKS)
/* harmony export */ });
/* harmony import */ var _phase_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4781);
/* harmony import */ var _release_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2787);
// What AWS does not keep by itself about a rollout, in the form in which it is kept in AWS: tags of
// the stage. A tag's value holds 256 characters of a small alphabet, so the fixed part is JSON in
// base64url, cut into numbered tags; the two parts that change have tags of their own.


const TAG_PREFIX = 'canary-action:';
const OWNER = `${TAG_PREFIX}rollout`;
const PHASE = `${TAG_PREFIX}phase`;
const CANARY = `${TAG_PREFIX}canary`;
const CHUNK = `${TAG_PREFIX}record.`;
const CHUNK_LENGTH = 256;
/** API Gateway keeps 50 tags on a stage; a record of this size leaves users half of them. */
const MAX_CHUNKS = 22;
/** The tags for a rollout at its beginning. Throws a `RangeError` when it does not fit. */
function recordTags(record, phase) {
    const text = toBase64Url(JSON.stringify({ v: 1, ...record }));
    const chunks = text.match(new RegExp(`.{1,${CHUNK_LENGTH}}`, 'g')) ?? [];
    if (chunks.length > MAX_CHUNKS) {
        throw new RangeError(`the rollout's record needs ${chunks.length} stage tags, more than ${MAX_CHUNKS}: release fewer integrations at once, or use stage variables`);
    }
    const numbered = chunks.map((chunk, i) => [`${CHUNK}${i + 1}-${chunks.length}`, chunk]);
    return {
        [OWNER]: (0,_release_js__WEBPACK_IMPORTED_MODULE_0__/* .formatRolloutId */ .A)(record.id),
        ...phaseTag(phase),
        ...Object.fromEntries(numbered),
    };
}
function phaseTag(phase) {
    return { [PHASE]: (0,_phase_js__WEBPACK_IMPORTED_MODULE_1__/* .formatPhase */ .Z)(phase) };
}
function canaryTag(deploymentId) {
    return { [CANARY]: deploymentId };
}
/** The keys among a stage's tags that are ours, to be removed at the end. */
function ourTagKeys(tags) {
    return Object.keys(tags).filter((key) => key.startsWith(TAG_PREFIX));
}
/** Reads what the tags of a stage say. */
function readMemory(tags) {
    if (ourTagKeys(tags).length === 0)
        return { kind: 'none' };
    const phase = (0,_phase_js__WEBPACK_IMPORTED_MODULE_1__/* .parsePhase */ .x)(tags[PHASE] ?? '');
    if (!phase)
        return unreadable(`the tag ${PHASE} is "${tags[PHASE] ?? ''}"`);
    const text = joinChunks(tags);
    if (text === undefined)
        return unreadable(`of the tags ${CHUNK}* some are missing`);
    const record = parseRecord(text);
    if (!record)
        return unreadable(`the tags ${CHUNK}* hold no record of this version`);
    return {
        kind: 'rollout',
        remembered: { record, phase, canaryDeploymentId: tags[CANARY] },
    };
}
function unreadable(why) {
    return { kind: 'unreadable', why };
}
function joinChunks(tags) {
    const keys = Object.keys(tags).filter((key) => key.startsWith(CHUNK));
    const total = Number(keys[0]?.split('-').at(-1));
    if (keys.length === 0 || keys.length !== total)
        return undefined;
    const chunks = Array.from({ length: total }, (_, i) => tags[`${CHUNK}${i + 1}-${total}`]);
    return chunks.includes(undefined) ? undefined : chunks.join('');
}
function parseRecord(text) {
    try {
        const { v, ...record } = JSON.parse(fromBase64Url(text));
        const whole = v === 1 && record.id && record.plan && record.functions && record.stage;
        return whole ? record : undefined;
    }
    catch {
        return undefined;
    }
}
function toBase64Url(text) {
    const binary = Array.from(new TextEncoder().encode(text), (byte) => String.fromCharCode(byte));
    return btoa(binary.join('')).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');
}
function fromBase64Url(text) {
    const binary = atob(text.replace(/-/g, '+').replace(/_/g, '/'));
    return new TextDecoder().decode(Uint8Array.from(binary, (char) => char.charCodeAt(0)));
}


/***/ }),

/***/ 2787:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ formatRolloutId),
/* harmony export */   c: () => (/* binding */ sameRollout)
/* harmony export */ });
// What a rollout brings: which function goes from which version to which.
function formatRolloutId(id) {
    return `${id.repository}/actions/runs/${id.runId}/attempts/${id.attempt}`;
}
function sameRollout(a, b) {
    return formatRolloutId(a) === formatRolloutId(b);
}


/***/ }),

/***/ 6211:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Sd: () => (/* binding */ totals),
/* harmony export */   TV: () => (/* binding */ judgeTraffic),
/* harmony export */   ci: () => (/* binding */ startOfMinute)
/* harmony export */ });
// Requests of the two arms, from the gateway's own per-minute counts.
/** Sums the minutes that begin in `[from, to)`. */
function totals(arm, from = 0, to = Number.POSITIVE_INFINITY) {
    const inside = arm.minutes.filter(({ minute }) => minute >= from && minute < to);
    return {
        requests: inside.reduce((sum, m) => sum + m.requests, 0),
        errors: inside.reduce((sum, m) => sum + m.errors, 0),
    };
}
/**
 * Did the canary get any traffic since a step began? CloudWatch shows a minute only after it is
 * over, so a step begins with silence, which is inconclusive and not failing.
 *
 * @param since when the step began, seconds since the epoch
 */
function judgeTraffic(traffic, since) {
    const witness = 'canary traffic';
    if (traffic.kind === 'unreadable') {
        return {
            witness,
            verdict: 'inconclusive',
            says: `the counts could not be read: ${traffic.why}`,
        };
    }
    const { requests, errors } = totals(traffic.canary, startOfMinute(since));
    if (requests === 0) {
        return {
            witness,
            verdict: 'inconclusive',
            says: 'none counted in this step yet',
        };
    }
    return {
        witness,
        verdict: 'healthy',
        says: `${requests} requests counted, ${errors} of them 5XX`,
    };
}
/** The start of the minute that a time lies in, both in seconds since the epoch. */
function startOfMinute(seconds) {
    return Math.floor(seconds / 60) * 60;
}


/***/ }),

/***/ 7839:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ worst)
/* harmony export */ });
// Three verdicts, and the worst one wins. No data is neither good nor bad news: a thing that could
// not be seen is inconclusive, never healthy.
const ORDER = ['healthy', 'inconclusive', 'failing'];
/** The worst verdict of all evidence; `healthy` when there is none. */
function worst(evidence) {
    const ranks = evidence.map((e) => ORDER.indexOf(e.verdict));
    return ORDER[Math.max(0, ...ranks)] ?? 'healthy';
}


/***/ }),

/***/ 2843:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  a: () => (/* binding */ craftOf),
  f: () => (/* binding */ openSession)
});

// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-api-gateway/dist-cjs/index.js
var dist_cjs = __webpack_require__(818);
// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-cloudwatch/dist-cjs/index.js
var client_cloudwatch_dist_cjs = __webpack_require__(4085);
// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-lambda/dist-cjs/index.js
var client_lambda_dist_cjs = __webpack_require__(1696);
// EXTERNAL MODULE: ./build/aws/arns.js
var arns = __webpack_require__(828);
;// CONCATENATED MODULE: ./build/aws/clients.js
// The AWS clients. Endpoint, region and credentials come from the environment, as for any SDK.




/**
 * API Gateway allows an account 10 management calls a second in all, so throttling is part of
 * normal life: the adaptive mode slows this job down instead of hammering on.
 */
function connect(region) {
    const settings = {
        region,
        maxAttempts: 6,
        retryMode: 'adaptive',
        customUserAgent: 'canary-action/1',
        requestHandler: {
            connectionTimeout: 5_000,
            requestTimeout: 20_000,
            throwOnRequestTimeout: true,
        },
    };
    return {
        place: (0,arns/* placeOf */.$t)(region),
        apiGateway: new dist_cjs/* APIGatewayClient */.UR2(settings),
        lambda: new client_lambda_dist_cjs/* LambdaClient */.Nox(settings),
        cloudWatch: new client_cloudwatch_dist_cjs/* CloudWatchClient */.WBn(settings),
    };
}

// EXTERNAL MODULE: ./build/aws/call.js
var call = __webpack_require__(3280);
// EXTERNAL MODULE: ./build/aws/errors.js
var errors = __webpack_require__(8127);
;// CONCATENATED MODULE: ./build/aws/functions.js
// Lambda functions and their published versions.




/** AWS's own waiter for versions allows 26 minutes: SnapStart takes its snapshot in that time. */
const MAX_WAIT_SECONDS = 1560;
function bindFunctions(client, place) {
    const words = (doing, action, name) => ({
        doing,
        permission: { action: `lambda:${action}`, resource: (0,arns/* functionArnPattern */.k2)(place, name) },
    });
    const read = async (name, qualifier) => {
        const label = qualifier ? `${name}:${qualifier}` : name;
        try {
            const answer = await (0,call/* call */.T)(words(`reading the function "${label}"`, 'GetFunctionConfiguration', label), () => client.send(new client_lambda_dist_cjs/* GetFunctionConfigurationCommand */.qA6({
                FunctionName: name,
                ...(qualifier && { Qualifier: qualifier }),
            })));
            return {
                arn: answer.FunctionArn ?? '',
                state: answer.State ?? 'Active',
                stateReason: answer.StateReason ?? '',
                lastUpdateStatus: answer.LastUpdateStatus ?? 'Successful',
                codeSha256: answer.CodeSha256 ?? '',
            };
        }
        catch (error) {
            if ((0,call/* causedBy */.$)(error, errors/* isNotFound */.c4))
                return undefined;
            throw error;
        }
    };
    return {
        read,
        publish: (name, description) => publish(client, words, name, description),
        readPolicy: async (name, qualifier) => {
            try {
                const answer = await (0,call/* call */.T)(words(`reading the policy of "${name}:${qualifier}"`, 'GetPolicy', `${name}:${qualifier}`), () => client.send(new client_lambda_dist_cjs/* GetPolicyCommand */.s4W({ FunctionName: name, Qualifier: qualifier })));
                return answer.Policy;
            }
            catch (error) {
                if ((0,call/* causedBy */.$)(error, errors/* isNotFound */.c4))
                    return undefined;
                throw error;
            }
        },
        allowGateway: async (name, qualifier, statementId, sourceArn) => {
            try {
                await (0,call/* call */.T)(words(`letting API Gateway invoke "${name}:${qualifier}"`, 'AddPermission', `${name}:${qualifier}`), () => client.send(new client_lambda_dist_cjs/* AddPermissionCommand */.AL$({
                    FunctionName: name,
                    Qualifier: qualifier,
                    StatementId: statementId,
                    Action: 'lambda:InvokeFunction',
                    Principal: 'apigateway.amazonaws.com',
                    SourceArn: sourceArn,
                })));
            }
            catch (error) {
                // The statement is there: an earlier try, whose answer was lost, or an earlier release.
                if (!(0,call/* causedBy */.$)(error, (cause) => (0,errors/* errorName */.Is)(cause) === 'ResourceConflictException'))
                    throw error;
            }
        },
    };
}
async function publish(client, words, name, description) {
    await waited(`the last update of the function "${name}"`, () => (0,client_lambda_dist_cjs/* waitUntilFunctionUpdatedV2 */.rWV)({ client, maxWaitTime: MAX_WAIT_SECONDS }, { FunctionName: name }));
    const answer = await (0,call/* call */.T)(words(`publishing a version of "${name}"`, 'PublishVersion', name), () => client.send(new client_lambda_dist_cjs/* PublishVersionCommand */.D3m({ FunctionName: name, Description: description.slice(0, 256) })));
    const version = answer.Version ?? '';
    if (!/^\d+$/.test(version)) {
        throw new errors/* RolloutError */.a6(`publishing "${name}" answered with the version "${version}"; expected a number`);
    }
    if (answer.State !== 'Active') {
        await waited(`version ${version} of "${name}" to become active`, () => (0,client_lambda_dist_cjs/* waitUntilPublishedVersionActive */.S6K)({ client, maxWaitTime: MAX_WAIT_SECONDS, minDelay: 1 }, { FunctionName: name, Qualifier: version }));
    }
    return version;
}
async function waited(what, wait) {
    try {
        await wait();
    }
    catch (error) {
        throw new errors/* RolloutError */.a6(`waiting for ${what}: ${(0,errors/* messageOf */.bD)(error)}`, { cause: error });
    }
}

;// CONCATENATED MODULE: ./build/aws/rest-api.js
// One REST API and one of its stages: API Gateway's calls, in the product's own types.



/** Binds the calls to an API and a stage. Every method throws a `RolloutError` in words. */
function bindRestApi(client, place, restApiId, stageName) {
    const bound = { client, place, restApiId, stageName };
    return { restApiId, stageName, place, ...stageCalls(bound), ...definitionCalls(bound) };
}
function words(place, doing, verb, path) {
    return { doing, permission: { action: `apigateway:${verb}`, resource: (0,arns/* gatewayArn */.Sw)(place, path) } };
}
function stageCalls({ client, place, restApiId, stageName }) {
    const path = `/restapis/${restApiId}/stages/${stageName}`;
    const resourceArn = (0,arns/* stageArn */.GA)(place, restApiId, stageName);
    const tagPath = `/tags/${encodeURIComponent(resourceArn)}`;
    return {
        readStage: async (signal) => {
            const send = () => client.send(new dist_cjs/* GetStageCommand */.aOX({ restApiId, stageName }), withSignal(signal));
            return readingOf(await (0,call/* call */.T)(words(place, `reading the stage "${stageName}"`, 'GET', path), send));
        },
        patchStage: async (doing, operations, signal) => {
            const patchOperations = [...operations];
            const send = () => client.send(new dist_cjs/* UpdateStageCommand */.hJS({ restApiId, stageName, patchOperations }), withSignal(signal));
            return readingOf(await (0,call/* call */.T)(words(place, doing, 'PATCH', path), send));
        },
        tag: async (tags) => {
            const send = () => client.send(new dist_cjs/* TagResourceCommand */.eqU({ resourceArn, tags }));
            await (0,call/* call */.T)(words(place, 'writing tags of the stage', 'PUT', tagPath), send);
        },
        untag: async (keys, signal) => {
            if (keys.length === 0)
                return;
            const send = () => client.send(new dist_cjs/* UntagResourceCommand */.RP$({ resourceArn, tagKeys: [...keys] }), withSignal(signal));
            await (0,call/* call */.T)(words(place, 'removing tags of the stage', 'DELETE', tagPath), send);
        },
    };
}
function definitionCalls({ client, place, restApiId }) {
    const api = `/restapis/${restApiId}`;
    return {
        readName: async () => {
            const send = () => client.send(new dist_cjs/* GetRestApiCommand */.Wy4({ restApiId }));
            const doing = `reading the REST API "${restApiId}"`;
            return (await (0,call/* call */.T)(words(place, doing, 'GET', api), send)).name ?? restApiId;
        },
        readDraft: () => readDraft(client, restApiId, words(place, "reading the API's resources", 'GET', `${api}/resources`)),
        readRoutes: async (deploymentId) => {
            const path = `${api}/deployments/${deploymentId}`;
            const send = () => client.send(new dist_cjs/* GetDeploymentCommand */.Tvn({ restApiId, deploymentId, embed: ['apisummary'] }));
            const doing = `reading the deployment "${deploymentId}"`;
            return routesOf((await (0,call/* call */.T)(words(place, doing, 'GET', path), send)).apiSummary ?? {});
        },
        snapshot: async (description) => {
            const send = () => client.send(new dist_cjs/* CreateDeploymentCommand */.ttP({ restApiId, description }));
            const path = `${api}/deployments`;
            return (await (0,call/* call */.T)(words(place, 'creating a deployment', 'POST', path), send)).id ?? '';
        },
        rewriteIntegration: async (resourceId, httpMethod, uri) => {
            const patchOperations = [{ op: 'replace', path: '/uri', value: uri }];
            const send = () => client.send(new dist_cjs/* UpdateIntegrationCommand */.fak({ restApiId, resourceId, httpMethod, patchOperations }));
            const path = `${api}/resources/${resourceId}/methods/${httpMethod}/integration`;
            return (await (0,call/* call */.T)(words(place, 'rewriting an integration', 'PATCH', path), send)).uri ?? '';
        },
    };
}
function routesOf(summary) {
    return Object.entries(summary).flatMap(([path, methods]) => Object.keys(methods).map((method) => `${method} ${path}`));
}
function withSignal(signal) {
    return signal ? { abortSignal: signal } : {};
}
function readingOf(stage) {
    const canary = stage.canarySettings;
    return {
        tags: stage.tags ?? {},
        state: {
            deploymentId: stage.deploymentId ?? '',
            variables: stage.variables ?? {},
            canary: canary && {
                deploymentId: canary.deploymentId ?? '',
                weight: canary.percentTraffic ?? 0,
                overrides: canary.stageVariableOverrides ?? {},
                useStageCache: canary.useStageCache ?? false,
            },
        },
    };
}
/** GetResources pages by `position`; with `embed=methods` it brings each method's integration. */
async function readDraft(client, restApiId, words) {
    const routes = [];
    const integrations = [];
    let position;
    do {
        const page = await (0,call/* call */.T)(words, () => client.send(new dist_cjs/* GetResourcesCommand */.zR8({
            restApiId,
            limit: 500,
            embed: ['methods'],
            ...(position && { position }),
        })));
        for (const resource of page.items ?? []) {
            for (const [method, details] of Object.entries(resource.resourceMethods ?? {})) {
                const path = resource.path ?? '';
                routes.push(`${method} ${path}`);
                const { uri, credentials } = details.methodIntegration ?? {};
                if (uri)
                    integrations.push({ resourceId: resource.id ?? '', path, method, uri, credentials });
            }
        }
        position = page.position;
    } while (position);
    return { routes, integrations };
}

// EXTERNAL MODULE: ./build/craft.js
var craft = __webpack_require__(8818);
// EXTERNAL MODULE: ./build/journal.js + 1 modules
var build_journal = __webpack_require__(9548);
// EXTERNAL MODULE: ./build/rollout/mend.js
var mend = __webpack_require__(8248);
// EXTERNAL MODULE: ./build/rollout/plan.js
var plan = __webpack_require__(7927);
// EXTERNAL MODULE: ./build/report/words.js
var report_words = __webpack_require__(4702);
;// CONCATENATED MODULE: ./build/report/endings.js
// What an ending means for people: who is served what now, and what to do.



/** One sentence about who is served what. */
function standsInWords(standing, functions) {
    switch (standing.kind) {
        case 'stable':
            return `All traffic is served by what stood before${versions(functions, 'from')}.`;
        case 'split':
            return `${(0,plan/* formatWeight */.c)(standing.weight)} of the traffic is served by the canary${versions(functions, 'to')}, the rest by what stood before${versions(functions, 'from')}.`;
        case 'promoted':
            return `All traffic is served by what was released${versions(functions, 'to')}.`;
        case 'foreign':
            return `Someone else changed the stage: ${standing.what}.`;
    }
}
function versions(functions, side) {
    if (functions.length === 0)
        return '';
    const shown = functions.slice(0, 5).map((f) => `${f.name} ${f[side]}`);
    return ` (${shown.join(', ')}${functions.length > 5 ? ', …' : ''})`;
}
/** What a person should do next; empty when nothing. */
function advise(context) {
    const { ending, stuck, record, stage } = context;
    if (stuck) {
        return [
            'Give all traffic back to the version before by running, in this order:',
            ...(0,mend/* mendCommands */.V)(stage, record.stage),
        ];
    }
    switch (ending.kind) {
        case 'promoted':
            return [];
        case 'rolled-back':
            return [
                whereToLook(context),
                'Fix it and release again: the rejected version stays published, and nothing points to it.',
            ];
        case 'held':
            return [
                'Run the action again to go on from here: it takes this rollout over.',
                'To take it back instead, run it with on-unfinished: rollback.',
            ];
        case 'failed':
            return [
                `See what stands: aws apigateway get-stage --region ${stage.region} --rest-api-id ${stage.restApiId} --stage-name ${stage.stageName}`,
                'The next run of the action finds what this one left, and says what it would do with it.',
            ];
    }
}
function whereToLook({ record, from, to }) {
    const between = `between ${(0,report_words/* clockTime */.qo)(from)} and ${(0,report_words/* clockTime */.qo)(to)}`;
    const functions = record.functions.map((f) => `/aws/lambda/${f.name} (version ${f.to})`);
    return functions.length > 0
        ? `Look into the logs ${functions.slice(0, 5).join(', ')} ${between}.`
        : `Look into the canary's execution log of the stage ${between}.`;
}

;// CONCATENATED MODULE: ./build/reporter.js
// Makes the report of a run, for each way in which it can end.

function createReporter(job, journal) {
    const make = (parts) => journal.report({ source: job.source, ...parts });
    return {
        running: (moment, apiName, notes) => make({
            ...ofMoment(job, moment, apiName, notes),
            outcome: 'running',
            reason: standsInWords(moment.standing, moment.rollout.record.functions),
            advice: [],
        }),
        ended: (ended, apiName, notes) => {
            const { ending, moment, stuck } = ended;
            const { record } = moment.rollout;
            const stage = {
                restApiId: job.inputs.restApiId,
                stageName: job.inputs.stageName,
                region: job.inputs.region,
            };
            const to = Date.now() / 1000;
            return make({
                ...ofMoment(job, moment, apiName, notes),
                outcome: ending.kind,
                reason: reasonOf(ending),
                advice: advise({ ending, stuck, record, stage, from: record.startedAt, to }),
            });
        },
        unchanged: (functions, why, stage, notes) => make({
            outcome: 'unchanged',
            reason: `There is nothing to release: ${why}.`,
            stands: standsInWords({ kind: 'stable' }, functions),
            advice: [],
            target: ofStage(job, stage),
            record: { functions, plan: job.inputs.plan },
            weight: 0,
            problems: [],
            notes,
        }),
        refused: (problems, notes, stage) => make({
            outcome: 'failed',
            reason: refusalOf(problems),
            stands: 'No user was served anything new.',
            advice: [],
            target: ofStage(job, stage),
            record: { functions: [], plan: job.inputs.plan },
            weight: 0,
            problems,
            notes,
        }),
    };
}
function refusalOf(problems) {
    const first = problems[0] ?? 'the stage could not be read';
    return problems.length > 1
        ? `Stopped before anything was shifted, by ${problems.length} problems.`
        : `Stopped before anything was shifted: ${first}`;
}
function reasonOf(ending) {
    if (ending.kind === 'promoted')
        return 'The canary went through all its steps and the bake.';
    return ending.reason;
}
function ofMoment(job, { rollout, standing }, apiName, notes) {
    const { record, canaryDeploymentId } = rollout;
    const promoted = standing.kind === 'promoted' && record.stage.promote.deployment;
    const canaryDeployment = canaryDeploymentId ?? '';
    return {
        stands: standsInWords(standing, record.functions),
        record,
        notes,
        problems: [],
        weight: weightOf(standing),
        target: {
            ...ofStage(job),
            apiName,
            deploymentBefore: record.stage.deploymentId,
            deploymentAfter: promoted ? canaryDeployment : record.stage.deploymentId,
            canaryDeployment,
        },
    };
}
function weightOf(standing) {
    if (standing.kind === 'split')
        return standing.weight;
    return standing.kind === 'promoted' ? 100 : 0;
}
function ofStage({ inputs }, stage) {
    const deploymentId = stage?.reading.state.deploymentId ?? '';
    return {
        region: inputs.region,
        restApiId: inputs.restApiId,
        stageName: inputs.stageName,
        apiName: stage?.apiName ?? '',
        deploymentBefore: deploymentId,
        deploymentAfter: deploymentId,
        canaryDeployment: '',
    };
}

// EXTERNAL MODULE: ./build/targets/stage/stage-target.js + 2 modules
var stage_target = __webpack_require__(5016);
// EXTERNAL MODULE: ./build/aws/alarms.js
var aws_alarms = __webpack_require__(8506);
;// CONCATENATED MODULE: ./build/aws/counts.js
// Per-minute counts out of CloudWatch.


/** GetMetricData takes at most 500 queries a call. */
const QUERIES_PER_CALL = 500;
/**
 * Reads several series minute by minute, in the order given.
 *
 * @param from start of the first minute, seconds since the epoch
 * @param to end of the last minute, exclusive
 */
async function readMinutes(client, series, from, to) {
    const values = series.map(() => new Map());
    for (let start = 0; start < series.length; start += QUERIES_PER_CALL) {
        const queries = series
            .slice(start, start + QUERIES_PER_CALL)
            .map((s, i) => query(s, start + i));
        await readPages(client, queries, from, to, (result) => collect(result, values));
    }
    return values;
}
async function readPages(client, queries, from, to, take) {
    let next;
    do {
        const page = await (0,call/* call */.T)({
            doing: 'reading metrics',
            permission: { action: 'cloudwatch:GetMetricData', resource: '*' },
        }, () => client.send(new client_cloudwatch_dist_cjs/* GetMetricDataCommand */.Soe({
            MetricDataQueries: queries,
            StartTime: new Date(from * 1000),
            EndTime: new Date(to * 1000),
            ScanBy: 'TimestampAscending',
            ...(next && { NextToken: next }),
        })));
        for (const result of page.MetricDataResults ?? [])
            take(result);
        next = page.NextToken;
    } while (next);
}
function query(series, index) {
    const Dimensions = Object.entries(series.dimensions).map(([Name, Value]) => ({ Name, Value }));
    return {
        Id: `m${index}`,
        ReturnData: true,
        MetricStat: {
            Metric: { Namespace: series.namespace, MetricName: series.metric, Dimensions },
            Period: 60,
            Stat: series.statistic,
        },
    };
}
function collect(result, values) {
    const target = values[Number((result.Id ?? '').slice(1))];
    result.Timestamps?.forEach((time, i) => {
        target?.set(time.getTime() / 1000, result.Values?.[i] ?? 0);
    });
}

;// CONCATENATED MODULE: ./build/rollout/arms.js
// The two arms of the traffic, out of the series that CloudWatch has.
//
// No AWS page says under which dimension canary requests are counted, nor whether the series of the
// stage counts them as well. So both series are read next to those of the function versions, which
// are documented, and what cannot be told is not assumed.
/**
 * Tells the arms apart. The gateway's own canary series comes first, since it sees failures that
 * never reach a function; where it is empty although the new versions were invoked, the versions'
 * series stand in.
 */
function armsOf(raw) {
    if (sum(raw.canary.requests) === 0 && sum(raw.newVersions.requests) > 0) {
        return {
            kind: 'counted',
            source: 'functions',
            canary: toArm(raw.newVersions),
            stable: toArm(raw.oldVersions),
        };
    }
    const stable = stageIncludesCanary(raw) ? subtract(raw.stage, raw.canary) : raw.stage;
    return { kind: 'counted', source: 'gateway', canary: toArm(raw.canary), stable: toArm(stable) };
}
const TOLERANCE = 0.05;
/**
 * Whether the stage's series counts canary requests too: only when the functions' own counts show
 * it. Otherwise it is left as it is; a stable arm that holds canary requests as well can only make
 * a difference look smaller, never larger.
 */
function stageIncludesCanary(raw) {
    const stage = sum(raw.stage.requests);
    const old = sum(raw.oldVersions.requests);
    const all = old + sum(raw.newVersions.requests);
    if (old === 0 || all === old)
        return false;
    return Math.abs(stage - all) < Math.abs(stage - old) && Math.abs(stage - all) <= TOLERANCE * all;
}
function sum(values) {
    let total = 0;
    for (const value of values.values())
        total += value;
    return total;
}
function subtract(from, what) {
    return { requests: minus(from.requests, what.requests), errors: minus(from.errors, what.errors) };
}
function minus(from, what) {
    return new Map([...from].map(([m, value]) => [m, Math.max(0, value - (what.get(m) ?? 0))]));
}
/** A missing error count in a minute with requests is zero errors; without requests it is nothing. */
function toArm(series) {
    const minutes = [...series.requests]
        .filter(([, requests]) => requests > 0)
        .map(([minute, requests]) => ({
        minute,
        requests,
        errors: series.errors.get(minute) ?? 0,
    }));
    return { minutes: minutes.sort((a, b) => a.minute - b.minute) };
}

;// CONCATENATED MODULE: ./build/rollout/judge-alarms.js
// What CloudWatch alarms say about a rollout that began at a certain time.
/**
 * One piece of evidence per alarm that was asked for. An alarm that was in ALARM before the rollout
 * began counts again only when it fires anew; one that the answer lacks is inconclusive.
 *
 * @param startedAt seconds since the epoch
 */
function judgeAlarms(names, readings, startedAt) {
    return names.map((name) => {
        const reading = readings.find((r) => r.name === name);
        return { witness: `alarm ${name}`, ...judge(reading, startedAt) };
    });
}
function judge(reading, startedAt) {
    if (!reading)
        return { verdict: 'inconclusive', says: 'the alarm is not there any more' };
    if (reading.state === 'ALARM') {
        return (reading.transitionedAt ?? startedAt) < startedAt
            ? { verdict: 'healthy', says: 'in ALARM since before the rollout, and ignored' }
            : { verdict: 'failing', says: `in ALARM: ${reading.reason}` };
    }
    if (reading.doubt)
        return { verdict: 'inconclusive', says: `CloudWatch reports ${reading.doubt}` };
    if (reading.state === 'INSUFFICIENT_DATA') {
        return { verdict: 'inconclusive', says: 'INSUFFICIENT_DATA' };
    }
    return { verdict: 'healthy', says: 'OK' };
}

// EXTERNAL MODULE: ./build/rollout/traffic.js
var rollout_traffic = __webpack_require__(6211);
;// CONCATENATED MODULE: ./build/watch.js
// What is watched while traffic is split: alarms, and the counts of both arms.






/** One look at everything that has a say. Never throws: what cannot be read is inconclusive. */
async function look(clients, watched, phase, now) {
    const [alarms, traffic] = await Promise.all([
        alarmEvidence(clients, watched),
        readTraffic(clients, watched, now),
    ]);
    const silence = phase.kind === 'step' ? [(0,rollout_traffic/* judgeTraffic */.TV)(traffic, phase.since)] : [];
    return { evidence: [...alarms, ...silence], traffic };
}
async function alarmEvidence(clients, watched) {
    const { alarms, startedAt } = watched;
    if (alarms.length === 0)
        return [];
    try {
        return judgeAlarms(alarms, await (0,aws_alarms/* readAlarms */.t)(clients.cloudWatch, alarms), startedAt);
    }
    catch (error) {
        return [{ witness: 'alarms', verdict: 'inconclusive', says: (0,errors/* messageOf */.bD)(error) }];
    }
}
async function readTraffic(clients, watched, now) {
    const from = (0,rollout_traffic/* startOfMinute */.ci)(watched.startedAt);
    const series = seriesOf(watched);
    try {
        const values = await readMinutes(clients.cloudWatch, series, from, (0,rollout_traffic/* startOfMinute */.ci)(now) + 60);
        const pair = (index) => ({
            requests: values[index] ?? new Map(),
            errors: values[index + 1] ?? new Map(),
        });
        const versions = watched.functions.map((_, i) => ({
            old: pair(4 + 4 * i),
            new: pair(6 + 4 * i),
        }));
        return armsOf({
            stage: pair(0),
            canary: pair(2),
            oldVersions: addUp(versions.map((v) => v.old)),
            newVersions: addUp(versions.map((v) => v.new)),
        });
    }
    catch (error) {
        return { kind: 'unreadable', why: (0,errors/* messageOf */.bD)(error) };
    }
}
/** Requests and errors in turn: of the stage, of the canary, then of each old and new version. */
function seriesOf({ apiName, stageName, canaryDimension, functions }) {
    return [
        ...gatewaySeries(apiName, stageName),
        ...gatewaySeries(apiName, canaryDimension),
        ...functions.flatMap(({ name, from, to }) => [
            ...versionSeries(name, from),
            ...versionSeries(name, to),
        ]),
    ];
}
/** API Gateway developer guide: requests are the SampleCount of Count, errors the Sum of 5XXError. */
function gatewaySeries(ApiName, Stage) {
    const shared = { namespace: 'AWS/ApiGateway', dimensions: { ApiName, Stage } };
    return [
        { ...shared, metric: 'Count', statistic: 'SampleCount' },
        { ...shared, metric: '5XXError', statistic: 'Sum' },
    ];
}
function versionSeries(FunctionName, version) {
    const dimensions = { FunctionName, Resource: `${FunctionName}:${version}` };
    const shared = { namespace: 'AWS/Lambda', dimensions, statistic: 'Sum' };
    return [
        { ...shared, metric: 'Invocations' },
        { ...shared, metric: 'Errors' },
    ];
}
function addUp(series) {
    return {
        requests: addMinutes(series.map((s) => s.requests)),
        errors: addMinutes(series.map((s) => s.errors)),
    };
}
function addMinutes(all) {
    const sum = new Map();
    for (const values of all) {
        for (const [minute, value] of values)
            sum.set(minute, (sum.get(minute) ?? 0) + value);
    }
    return sum;
}

;// CONCATENATED MODULE: ./build/session.js
// A job bound to its stage: clients, calls, journal and reporter.








function openSession(job) {
    const { inputs } = job;
    const clients = connect(inputs.region);
    const journal = (0,build_journal/* createJournal */.s)(craft/* now */.t);
    return {
        job,
        clients,
        api: bindRestApi(clients.apiGateway, clients.place, inputs.restApiId, inputs.stageName),
        functions: bindFunctions(clients.lambda, clients.place),
        journal,
        reporter: createReporter(job, journal),
    };
}
/** What the loop needs to drive this rollout. */
function craftOf({ job, clients, api, journal, reporter }, { record }, apiName, notes = []) {
    const { inputs } = job;
    const watched = {
        apiName,
        stageName: inputs.stageName,
        canaryDimension: inputs.canaryDimension.replaceAll('{stage}', inputs.stageName),
        functions: record.functions.filter((change) => change.from !== change.to),
        alarms: inputs.alarms,
        startedAt: record.startedAt,
    };
    return {
        target: (0,stage_target/* createStageTarget */.u)(api, apiName),
        journal,
        log: job.log,
        onInconclusive: inputs.onInconclusive,
        cancelled: job.cancelled,
        watch: (current, at) => look(clients, watched, current.phase, at),
        progress: (moment) => job.show(reporter.running(moment, apiName, notes)),
    };
}


/***/ }),

/***/ 1834:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ setDrafts)
/* harmony export */ });
/* harmony import */ var _aws_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8127);
// Pinned integrations: the draft holds the new version just long enough to be deployed, so that
// nobody's next deployment ships a version that may yet be rejected.

/**
 * Sets the integrations to one side of their change. One that holds neither side was edited by
 * someone else meanwhile and is left alone.
 *
 * @returns the integrations that were left alone, in words
 */
async function setDrafts(api, drafts, side) {
    if (drafts.length === 0)
        return [];
    const { integrations } = await api.readDraft();
    const left = [];
    for (const draft of drafts) {
        const stands = integrations.find((i) => i.resourceId === draft.resourceId && i.method === draft.method);
        const other = side === 'to' ? 'from' : 'to';
        if (stands?.uri === draft[other])
            await rewrite(api, draft, draft[side]);
        else if (stands?.uri !== draft[side]) {
            left.push(`${draft.method} ${stands?.path ?? draft.resourceId} now calls ${stands?.uri ?? 'nothing'}`);
        }
    }
    return left;
}
async function rewrite(api, draft, uri) {
    const answered = await api.rewriteIntegration(draft.resourceId, draft.method, uri);
    if (answered !== uri) {
        throw new _aws_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .RolloutError */ .a6(`the integration of ${draft.method} on resource ${draft.resourceId} was to become ${uri}, and AWS answers ${answered}`);
    }
}


/***/ }),

/***/ 5016:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  u: () => (/* binding */ createStageTarget)
});

// EXTERNAL MODULE: ./build/aws/errors.js
var errors = __webpack_require__(8127);
// EXTERNAL MODULE: ./build/rollout/plan.js
var plan = __webpack_require__(7927);
// EXTERNAL MODULE: ./build/rollout/record.js
var record = __webpack_require__(3817);
;// CONCATENATED MODULE: ./build/rollout/standing.js
// What stands in AWS, in a rollout's own terms: is it as we left it, and how far has it come?
/** Compares the stage with what the rollout remembers. */
function standingOf(stage, remembered) {
    const promoted = isPromoted(stage, remembered);
    if (!promoted && !isBefore(stage, remembered)) {
        return foreign(`the stage serves deployment ${stage.deploymentId}${variableWords(stage, remembered)}, which is neither ` +
            `what stood there before (${remembered.record.stage.deploymentId}) nor what this rollout made (${remembered.canaryDeploymentId ?? 'nothing yet'})`);
    }
    const canary = stage.canary;
    if (!canary)
        return promoted ? { kind: 'promoted', open: false } : { kind: 'stable' };
    const strange = strangeCanary(canary, remembered);
    if (strange)
        return foreign(strange);
    return promoted ? { kind: 'promoted', open: true } : { kind: 'split', weight: canary.weight };
}
function isBefore(stage, { record }) {
    const { deploymentId, variables } = record.stage;
    return (stage.deploymentId === deploymentId &&
        Object.entries(variables).every(([name, value]) => (stage.variables[name] ?? null) === value));
}
function isPromoted(stage, { record, canaryDeploymentId }) {
    const { promote, overrides } = record.stage;
    if (canaryDeploymentId === undefined)
        return false;
    const deployment = promote.deployment ? canaryDeploymentId : record.stage.deploymentId;
    const expected = promote.variables ? Object.entries(overrides) : [];
    return (stage.deploymentId === deployment &&
        expected.every(([name, value]) => stage.variables[name] === value));
}
function strangeCanary(canary, remembered) {
    const { canaryDeploymentId, record } = remembered;
    if (canary.deploymentId !== canaryDeploymentId) {
        return `the canary on the stage serves deployment ${canary.deploymentId}, not ours (${canaryDeploymentId ?? 'none yet'})`;
    }
    if (!sameEntries(canary.overrides, record.stage.overrides)) {
        return `the canary's variable overrides are ${JSON.stringify(canary.overrides)}, not ours (${JSON.stringify(record.stage.overrides)})`;
    }
    return undefined;
}
function sameEntries(a, b) {
    const names = Object.keys(a);
    return names.length === Object.keys(b).length && names.every((name) => a[name] === b[name]);
}
function variableWords(stage, { record }) {
    const changed = Object.keys(record.stage.variables).filter((name) => stage.variables[name] !== undefined);
    if (changed.length === 0)
        return '';
    return ` with ${changed.map((name) => `${name}=${stage.variables[name]}`).join(', ')}`;
}
function foreign(what) {
    return { kind: 'foreign', what };
}

// EXTERNAL MODULE: ./build/targets/stage/drafts.js
var drafts = __webpack_require__(1834);
;// CONCATENATED MODULE: ./build/targets/stage/patches.js
// The patches of a stage, as data. Which operations AWS takes, and which it refuses, was recorded
// by localstack's AWS-validated test_apigateway_canary; every canary path is set by `replace`, even
// where there is no canary yet.
/**
 * Opens the canary. The deployment comes first: setting the weight of an absent canary would make
 * one on the stage's own deployment, which is no canary at all.
 */
function openPatch(record, canaryDeploymentId, weight) {
    const overrides = Object.entries(record.overrides);
    return [
        replace('/canarySettings/deploymentId', canaryDeploymentId),
        ...overrides.map(([name, value]) => replace(`/canarySettings/stageVariableOverrides/${name}`, value)),
        replace('/canarySettings/useStageCache', String(record.useStageCache)),
        ...weightPatch(weight),
    ];
}
/** @param weight per cent, to two decimals */
function weightPatch(weight) {
    return [replace('/canarySettings/percentTraffic', String(weight))];
}
/**
 * Promotes. The copies come before the weight: on a stage without a canary AWS then answers
 * "Promotion not available", while in the guide's order the weight would silently make a new one.
 */
function promotePatch({ promote }) {
    const copies = [];
    if (promote.variables) {
        copies.push({
            op: 'copy',
            from: '/canarySettings/stageVariableOverrides',
            path: '/variables',
        });
    }
    if (promote.deployment) {
        copies.push({ op: 'copy', from: '/canarySettings/deploymentId', path: '/deploymentId' });
    }
    return [...copies, replace('/canarySettings/percentTraffic', '0.0')];
}
function closePatch() {
    return [{ op: 'remove', path: '/canarySettings' }];
}
/** Puts back what stood before a promotion: the deployment and the variables that it changed. */
function restorePatch(record) {
    const variables = Object.entries(record.variables).map(([name, value]) => {
        const path = `/variables/${name}`;
        return value === null ? { op: 'remove', path } : replace(path, value);
    });
    const changed = record.promote.variables ? variables : [];
    const moved = record.promote.deployment ? [replace('/deploymentId', record.deploymentId)] : [];
    return [...moved, ...changed];
}
function replace(path, value) {
    return { op: 'replace', path, value };
}

;// CONCATENATED MODULE: ./build/targets/stage/stage-target.js
// The canary of a REST API's stage. What stands is read before each write, and what was written is
// read back: API Gateway has no lock on a stage, and accepts some requests without doing them.






/** @param apiName for people; the API's id goes with it */
function createStageTarget(api, apiName) {
    return {
        name: {
            words: `REST API ${apiName} (${api.restApiId}), stage ${api.stageName}`,
            restApiId: api.restApiId,
            stageName: api.stageName,
            region: api.place.region,
        },
        observe: async (signal) => {
            const { state, tags } = await api.readStage(signal);
            const memory = (0,record/* readMemory */.S1)(tags);
            return { memory, standing: standingIn(memory, state) };
        },
        remember: (phase) => api.tag((0,record/* phaseTag */.mk)(phase)),
        shift: (rollout, weight) => shift(api, rollout, weight),
        promote: (rollout) => promote(api, rollout),
        rollBack: (rollout, standing, signal) => rollBack(api, rollout, standing, signal),
        forget: async () => {
            const { tags } = await api.readStage();
            await api.untag((0,record/* ourTagKeys */.Vn)(tags));
        },
    };
}
function standingIn(memory, state) {
    return memory.kind === 'rollout' ? standingOf(state, memory.remembered) : undefined;
}
async function shift(api, rollout, weight) {
    const { stage } = rollout.record;
    const standing = await ourStanding(api, rollout);
    if (standing.kind === 'promoted') {
        throw new errors/* RolloutError */.a6('the canary was promoted already, so there is nothing left to shift');
    }
    const patch = standing.kind === 'stable'
        ? openPatch(stage, madeDeployment(rollout), weight)
        : weightPatch(weight);
    const { state } = await api.patchStage(`shifting ${(0,plan/* formatWeight */.c)(weight)} to the canary`, patch);
    const after = standingOf(state, rollout);
    if (after.kind !== 'split' || Math.abs(after.weight - weight) > 0.005) {
        throw notAsWritten(`a canary of ours at ${(0,plan/* formatWeight */.c)(weight)}`, after, state);
    }
}
async function promote(api, rollout) {
    const { stage } = rollout.record;
    let standing = await ourStanding(api, rollout);
    if (standing.kind === 'stable') {
        await shift(api, rollout, 0);
        standing = { kind: 'split', weight: 0 };
    }
    if (standing.kind === 'split') {
        const { state } = await api.patchStage('promoting the canary', promotePatch(stage));
        standing = standingOf(state, rollout);
        if (standing.kind !== 'promoted') {
            throw notAsWritten('the promoted deployment and variables', standing, state);
        }
    }
    if (standing.kind === 'promoted' && standing.open && stage.promote.close)
        await stage_target_close(api);
    if (stage.promote.deployment)
        await (0,drafts/* setDrafts */.t)(api, stage.drafts, 'to');
}
async function rollBack(api, rollout, standing, signal) {
    const { stage } = rollout.record;
    const open = standing.kind === 'split' || (standing.kind === 'promoted' && standing.open);
    if (open)
        await stage_target_close(api, signal);
    if (standing.kind === 'promoted') {
        // Only after the canary is gone: whether AWS moves the base under one is not documented.
        await api.patchStage('putting the deployment before back', restorePatch(stage), signal);
    }
    const { state } = await api.readStage(signal);
    const after = standingOf(state, rollout);
    if (after.kind !== 'stable')
        throw notAsWritten('the stage as it was before', after, state);
    await (0,drafts/* setDrafts */.t)(api, stage.drafts, 'from');
}
/** Removes the canary. Whether AWS calls removing an absent one an error is not documented. */
async function stage_target_close(api, signal) {
    try {
        const { state } = await api.patchStage('closing the canary', closePatch(), signal);
        if (!state.canary)
            return;
    }
    catch (error) {
        const { state } = await api.readStage(signal);
        if (state.canary)
            throw error;
        return;
    }
    const { state } = await api.readStage(signal);
    if (state.canary)
        throw new errors/* RolloutError */.a6('the canary was to be closed, and AWS still shows it');
}
async function ourStanding(api, rollout) {
    const { state } = await api.readStage();
    const standing = standingOf(state, rollout);
    if (standing.kind === 'foreign') {
        throw new errors/* RolloutError */.a6(`stopped without touching it: ${standing.what}`);
    }
    return standing;
}
function madeDeployment(rollout) {
    if (rollout.canaryDeploymentId !== undefined)
        return rollout.canaryDeploymentId;
    throw new errors/* RolloutError */.a6('the canary has no deployment yet: the rollout was cut off while preparing');
}
function notAsWritten(expected, after, state) {
    const found = after.kind === 'foreign' ? after.what : JSON.stringify(after);
    return new errors/* RolloutError */.a6(`AWS accepted the change, but does not show it: expected ${expected}, found ${found} (stage: ${JSON.stringify(state)})`);
}


/***/ })

};
