import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";
/******/ var __webpack_modules__ = ({

/***/ 21916:
/***/ ((__unused_webpack_module, exports) => {

var __webpack_unused_export__;

__webpack_unused_export__ = true;
exports.Io = __webpack_unused_export__ = void 0;
var peq = new Uint32Array(0x10000);
var myers_32 = function (a, b) {
    var n = a.length;
    var m = b.length;
    var lst = 1 << (n - 1);
    var pv = -1;
    var mv = 0;
    var sc = n;
    var i = n;
    while (i--) {
        peq[a.charCodeAt(i)] |= 1 << i;
    }
    for (i = 0; i < m; i++) {
        var eq = peq[b.charCodeAt(i)];
        var xv = eq | mv;
        eq |= ((eq & pv) + pv) ^ pv;
        mv |= ~(eq | pv);
        pv &= eq;
        if (mv & lst) {
            sc++;
        }
        if (pv & lst) {
            sc--;
        }
        mv = (mv << 1) | 1;
        pv = (pv << 1) | ~(xv | mv);
        mv &= xv;
    }
    i = n;
    while (i--) {
        peq[a.charCodeAt(i)] = 0;
    }
    return sc;
};
var myers_x = function (b, a) {
    var n = a.length;
    var m = b.length;
    var mhc = [];
    var phc = [];
    var hsize = Math.ceil(n / 32);
    var vsize = Math.ceil(m / 32);
    for (var i = 0; i < hsize; i++) {
        phc[i] = -1;
        mhc[i] = 0;
    }
    var j = 0;
    for (; j < vsize - 1; j++) {
        var mv_1 = 0;
        var pv_1 = -1;
        var start_1 = j * 32;
        var vlen_1 = Math.min(32, m) + start_1;
        for (var k = start_1; k < vlen_1; k++) {
            peq[b.charCodeAt(k)] |= 1 << k;
        }
        for (var i = 0; i < n; i++) {
            var eq = peq[a.charCodeAt(i)];
            var pb = (phc[(i / 32) | 0] >>> i) & 1;
            var mb = (mhc[(i / 32) | 0] >>> i) & 1;
            var xv = eq | mv_1;
            var xh = ((((eq | mb) & pv_1) + pv_1) ^ pv_1) | eq | mb;
            var ph = mv_1 | ~(xh | pv_1);
            var mh = pv_1 & xh;
            if ((ph >>> 31) ^ pb) {
                phc[(i / 32) | 0] ^= 1 << i;
            }
            if ((mh >>> 31) ^ mb) {
                mhc[(i / 32) | 0] ^= 1 << i;
            }
            ph = (ph << 1) | pb;
            mh = (mh << 1) | mb;
            pv_1 = mh | ~(xv | ph);
            mv_1 = ph & xv;
        }
        for (var k = start_1; k < vlen_1; k++) {
            peq[b.charCodeAt(k)] = 0;
        }
    }
    var mv = 0;
    var pv = -1;
    var start = j * 32;
    var vlen = Math.min(32, m - start) + start;
    for (var k = start; k < vlen; k++) {
        peq[b.charCodeAt(k)] |= 1 << k;
    }
    var score = m;
    for (var i = 0; i < n; i++) {
        var eq = peq[a.charCodeAt(i)];
        var pb = (phc[(i / 32) | 0] >>> i) & 1;
        var mb = (mhc[(i / 32) | 0] >>> i) & 1;
        var xv = eq | mv;
        var xh = ((((eq | mb) & pv) + pv) ^ pv) | eq | mb;
        var ph = mv | ~(xh | pv);
        var mh = pv & xh;
        score += (ph >>> (m - 1)) & 1;
        score -= (mh >>> (m - 1)) & 1;
        if ((ph >>> 31) ^ pb) {
            phc[(i / 32) | 0] ^= 1 << i;
        }
        if ((mh >>> 31) ^ mb) {
            mhc[(i / 32) | 0] ^= 1 << i;
        }
        ph = (ph << 1) | pb;
        mh = (mh << 1) | mb;
        pv = mh | ~(xv | ph);
        mv = ph & xv;
    }
    for (var k = start; k < vlen; k++) {
        peq[b.charCodeAt(k)] = 0;
    }
    return score;
};
var distance = function (a, b) {
    if (a.length < b.length) {
        var tmp = b;
        b = a;
        a = tmp;
    }
    if (b.length === 0) {
        return a.length;
    }
    if (a.length <= 32) {
        return myers_32(a, b);
    }
    return myers_x(a, b);
};
exports.Io = distance;
var closest = function (str, arr) {
    var min_distance = Infinity;
    var min_index = 0;
    for (var i = 0; i < arr.length; i++) {
        var dist = distance(str, arr[i]);
        if (dist < min_distance) {
            min_distance = dist;
            min_index = i;
        }
    }
    return arr[min_index];
};
__webpack_unused_export__ = closest;


/***/ }),

/***/ 42613:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("assert");

/***/ }),

/***/ 20181:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("buffer");

/***/ }),

/***/ 35317:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("child_process");

/***/ }),

/***/ 76982:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("crypto");

/***/ }),

/***/ 24434:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("events");

/***/ }),

/***/ 79896:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("fs");

/***/ }),

/***/ 58611:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("http");

/***/ }),

/***/ 65692:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("https");

/***/ }),

/***/ 73339:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("module");

/***/ }),

/***/ 69278:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("net");

/***/ }),

/***/ 34589:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:assert");

/***/ }),

/***/ 16698:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:async_hooks");

/***/ }),

/***/ 4573:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:buffer");

/***/ }),

/***/ 31421:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:child_process");

/***/ }),

/***/ 37540:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:console");

/***/ }),

/***/ 77598:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:crypto");

/***/ }),

/***/ 53053:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:diagnostics_channel");

/***/ }),

/***/ 40610:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:dns");

/***/ }),

/***/ 78474:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:events");

/***/ }),

/***/ 73024:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs");

/***/ }),

/***/ 51455:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs/promises");

/***/ }),

/***/ 37067:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:http");

/***/ }),

/***/ 32467:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:http2");

/***/ }),

/***/ 44708:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:https");

/***/ }),

/***/ 77030:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:net");

/***/ }),

/***/ 48161:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:os");

/***/ }),

/***/ 76760:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:path");

/***/ }),

/***/ 643:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:perf_hooks");

/***/ }),

/***/ 1708:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:process");

/***/ }),

/***/ 41792:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:querystring");

/***/ }),

/***/ 26848:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:readline/promises");

/***/ }),

/***/ 57075:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:stream");

/***/ }),

/***/ 41692:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:tls");

/***/ }),

/***/ 73136:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:url");

/***/ }),

/***/ 57975:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:util");

/***/ }),

/***/ 73429:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:util/types");

/***/ }),

/***/ 75919:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:worker_threads");

/***/ }),

/***/ 38522:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:zlib");

/***/ }),

/***/ 70857:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("os");

/***/ }),

/***/ 16928:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("path");

/***/ }),

/***/ 932:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("process");

/***/ }),

/***/ 13193:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("string_decoder");

/***/ }),

/***/ 53557:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("timers");

/***/ }),

/***/ 64756:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("tls");

/***/ }),

/***/ 39023:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("util");

/***/ }),

/***/ 70578:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  iW: () => (/* binding */ main),
  bE: () => (/* binding */ post)
});

// UNUSED EXPORTS: STATE

// EXTERNAL MODULE: ./build/base/errors.js + 1 modules
var errors = __nccwpck_require__(76031);
// EXTERNAL MODULE: ./build/base/listed.js
var listed = __nccwpck_require__(639);
// EXTERNAL MODULE: ./build/base/log.js
var base_log = __nccwpck_require__(82130);
// EXTERNAL MODULE: ./build/github/workflow-commands.js
var workflow_commands = __nccwpck_require__(4972);
;// CONCATENATED MODULE: ./build/github/actions-log.js
// The job's log. All output passes through here, so that external text never becomes a workflow command.

function createLog() {
    let open = false;
    const endGroup = () => {
        if (open)
            workflow_commands/* endGroup */.N4();
        open = false;
    };
    return {
        endGroup,
        group: (title) => {
            endGroup();
            workflow_commands/* startGroup */.Oh(oneLine(title));
            open = true;
        },
        line: (text) => workflow_commands/* info */.pq(oneLine(text)),
        notice: (text) => workflow_commands/* notice */.lm(text),
        warning: (text) => workflow_commands/* warning */.$e(text),
        error: (text) => workflow_commands/* error */.z3(text),
    };
}
/**
 * The runner reads `::command::` at the start of a line, after any .NET white space, and `##[command]` anywhere in
 * it. Lines of the action contain external text, so this returns one line in which neither form survives.
 * (Annotations are encoded by `workflow-commands.ts`.)
 */
function oneLine(text) {
    return text
        .replace(/[\r\n\u2028\u2029]+/g, ' ')
        .replace(/##\[/g, '##\u200B[')
        .replace(/^([\s\u0085]*):(?=:)/, '$1:\u200B');
}

// EXTERNAL MODULE: ./build/inputs/masks.js
var masks = __nccwpck_require__(71713);
// EXTERNAL MODULE: ./build/inputs/read.js + 5 modules
var read = __nccwpck_require__(43137);
// EXTERNAL MODULE: ./build/inputs/schema.js + 10 modules
var schema = __nccwpck_require__(3130);
// EXTERNAL MODULE: ./build/network/proxy-secrets.js
var proxy_secrets = __nccwpck_require__(26081);
// EXTERNAL MODULE: ./build/report/broke-text.js
var broke_text = __nccwpck_require__(61468);
// EXTERNAL MODULE: ./build/report/format.js
var format = __nccwpck_require__(92772);
// EXTERNAL MODULE: ./build/report/internal-error.js
var internal_error = __nccwpck_require__(47169);
// EXTERNAL MODULE: ./build/report/stuck.js
var stuck = __nccwpck_require__(42143);
// EXTERNAL MODULE: ./build/targets/kinds.js + 6 modules
var kinds = __nccwpck_require__(97911);
;// CONCATENATED MODULE: ./build/action/deadlines.js
// When the main step and the post step give up a rollback that keeps failing.
/** Reserved for the post step, so that it can try as well, in seconds. */
const POST_SECONDS = 300;
/** Reserved for the last attempt and the report of the post step, in seconds. */
const LAST_WORD_SECONDS = 120;
/** For a post step after a cancelled main step: the runner gives it five minutes in total. */
const AFTER_CANCEL_SECONDS = 180;
/** The minimum for every attempt: a configured job timeout that is too short does not prevent it. */
const LEAST_SECONDS = 60;
/**
 * When the main step leaves a failing rollback to the post step. All in seconds since the epoch. The job may end
 * earlier, because the time before this action is not known. It is then cancelled, and the action gets a signal.
 *
 * @param endsAt when GitHub ends the job, according to `job-timeout`
 */
function mainStepDeadline(begunAt, endsAt) {
    return Math.max(endsAt - POST_SECONDS, begunAt + LEAST_SECONDS);
}
/** The same for the post step, which gets no signal when the job is cancelled. */
function postStepDeadline(begunAt, endsAt, cancelled) {
    const least = begunAt + LEAST_SECONDS;
    const most = cancelled ? begunAt + AFTER_CANCEL_SECONDS : Number.POSITIVE_INFINITY;
    return Math.max(least, Math.min(endsAt - LAST_WORD_SECONDS, most));
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__(73024);
// EXTERNAL MODULE: ./build/report/wrong-inputs.js
var wrong_inputs = __nccwpck_require__(22058);
;// CONCATENATED MODULE: ./build/action/input-refusal.js
// A run whose inputs are refused has no target to report on, but an outcome like any other: a step with `if: always()`
// reads the outputs, and a person the summary.





/** Never throws. */
async function publishRefusal({ problems }, log) {
    const cause = 'refused';
    const outputs = { outcome: 'failed', cause, reason: `The inputs: ${(0,listed/* listed */.KE)(problems, '; ')}` };
    try {
        await (0,errors/* foreign */.V$)(() => {
            for (const [name, value] of Object.entries(outputs))
                (0,workflow_commands/* setOutput */.uH)(name, value);
            const file = process.env.GITHUB_STEP_SUMMARY;
            if (file)
                (0,external_node_fs_.appendFileSync)(file, (0,wrong_inputs/* renderWrongInputs */.b)(problems));
        });
    }
    catch (error) {
        log.warning(`Writing the outputs and the summary failed: ${(0,errors/* messageOf */.bD)((0,errors/* known */.eO)(error))}`);
    }
}

;// CONCATENATED MODULE: ./build/action/main-step.js
// The composition root: read → connect → roll out → report → pass or fail. Modules are loaded when they are needed,
// so that an invalid input is reported at once.
















/** Names in the state that the main step saves for the post step. */
const STATE = {
    /** What the main step began; without it there is nothing to finish. */
    kept: 'kept',
    ended: 'ended',
    cancelled: 'cancelled',
    /** The outcome that was published. */
    published: 'told',
    /** Why the main step was rolling back, or what it left to the post step. */
    cause: 'cause',
    /** When GitHub ends the job, according to job-timeout, in seconds since the epoch. */
    endsAt: 'endsAt',
};
/** The main step. */
async function main() {
    const log = createLog();
    const begunAt = Date.now() / 1000;
    let ended = true;
    try {
        for (const secret of (0,proxy_secrets/* proxySecrets */.Wm)(process.env))
            workflow_commands/* setSecret */.Pq(secret);
        const given = (0,masks/* masksOf */.J)((0,schema/* schemaOf */.pP)(kinds/* TARGET_KINDS */.a), (name) => (0,read/* inputText */.AN)(process.env, name));
        for (const secret of given)
            workflow_commands/* setSecret */.Pq(secret);
        for (const stray of (0,read/* strayInputs */.Rv)(process.env, kinds/* TARGET_KINDS */.a))
            log.warning(stray);
        let early;
        const lookUp = async (order) => {
            early = await openAccess(order, log);
            const { lookUpNames } = await Promise.all(/* import() */[__nccwpck_require__.e(9956), __nccwpck_require__.e(5861), __nccwpck_require__.e(4085), __nccwpck_require__.e(1111), __nccwpck_require__.e(5987)]).then(__nccwpck_require__.bind(__nccwpck_require__, 21112));
            return lookUpNames(order, early.credentials, workflow_commands/* setSecret */.Pq);
        };
        const inputs = await (0,read/* readInputs */.Ko)(process.env, kinds/* TARGET_KINDS */.a, { ...read/* ACTION */.hr, lookUp });
        const openNames = (0,kinds/* kindOf */.I)(inputs.target).openNames(inputs.target);
        for (const secret of (0,masks/* masksOfInputs */.a)(inputs, openNames, given))
            workflow_commands/* setSecret */.Pq(secret);
        const access = early ?? (await openAccess(inputs, log));
        const endsAt = begunAt + inputs.jobTimeoutSeconds;
        save(STATE.endsAt, String(endsAt));
        ended = false;
        let left = false;
        const leaveToPost = () => {
            left = true;
        };
        const giveUpAt = mainStepDeadline(begunAt, endsAt);
        const { report, did } = await release(inputs, { ...access, startedAt: begunAt, giveUpAt, leaveToPost }, log);
        ended = !left;
        passOrFail(report, did);
    }
    catch (error) {
        log.endGroup();
        (0,base_log/* logBug */.N)(log, error);
        if (error instanceof read/* WrongInputs */.Ls)
            await publishRefusal(error, log);
        workflow_commands/* setFailed */.C1((0,internal_error/* failureText */.kY)(error, ended ? NOTHING_BEGUN : LEFT_TO_POST));
    }
    finally {
        // What could not be put back, or broke off, is left to the post step: it has minutes of its own.
        if (ended)
            save(STATE.ended, 'true');
    }
}
const NOTHING_BEGUN = 'Nothing was changed in AWS.';
const LEFT_TO_POST = 'The post step, which runs next, finishes what this run began in AWS.';
/** Who this run is, and what it may call AWS with; fails before anything has begun. */
async function openAccess(inputs, log) {
    const [{ checkSdkSettings }, { oidcCredentials }, { drawRolloutId }] = await Promise.all([
        __nccwpck_require__.e(/* import() */ 8996).then(__nccwpck_require__.bind(__nccwpck_require__, 88996)),
        __nccwpck_require__.e(/* import() */ 9586).then(__nccwpck_require__.bind(__nccwpck_require__, 29586)),
        __nccwpck_require__.e(/* import() */ 8466).then(__nccwpck_require__.bind(__nccwpck_require__, 88466)),
    ]);
    checkSdkSettings(process.env);
    const id = drawRolloutId(process.env);
    const credentials = await oidcCredentials(inputs, id, log, workflow_commands/* setSecret */.Pq);
    // Opened at once, so that its problems are reported before anything else is checked.
    await credentials?.();
    return { id, credentials };
}
async function release(inputs, given, log) {
    const [{ runCommand }, { createPublisher }, { onCancel }, surroundings, { readEvent }, { readSource }, postState,] = await Promise.all([
        Promise.all(/* import() */[__nccwpck_require__.e(9956), __nccwpck_require__.e(5861), __nccwpck_require__.e(4085), __nccwpck_require__.e(1696), __nccwpck_require__.e(2894), __nccwpck_require__.e(7688), __nccwpck_require__.e(1111), __nccwpck_require__.e(4557), __nccwpck_require__.e(258), __nccwpck_require__.e(9623), __nccwpck_require__.e(9505), __nccwpck_require__.e(8008)]).then(__nccwpck_require__.bind(__nccwpck_require__, 59505)),
        Promise.all(/* import() */[__nccwpck_require__.e(2894), __nccwpck_require__.e(4557), __nccwpck_require__.e(3282), __nccwpck_require__.e(4242)]).then(__nccwpck_require__.bind(__nccwpck_require__, 3282)),
        __nccwpck_require__.e(/* import() */ 8554).then(__nccwpck_require__.bind(__nccwpck_require__, 28554)),
        __nccwpck_require__.e(/* import() */ 8466).then(__nccwpck_require__.bind(__nccwpck_require__, 88466)),
        __nccwpck_require__.e(/* import() */ 8623).then(__nccwpck_require__.bind(__nccwpck_require__, 98623)),
        __nccwpck_require__.e(/* import() */ 918).then(__nccwpck_require__.bind(__nccwpck_require__, 918)),
        __nccwpck_require__.e(/* import() */ 3673).then(__nccwpck_require__.bind(__nccwpck_require__, 63673)),
    ]);
    const event = readEvent(process.env);
    const source = readSource(process.env, event, inputs);
    const places = surroundings.readDestinations(process.env, event, inputs, source);
    const { comment } = places;
    const publisher = createPublisher(places, log);
    const ended = new AbortController();
    const { signal, dispose } = onCancel(log, () => workflow_commands/* saveState */.LZ(STATE.cancelled, 'true'));
    let kept = false;
    const keepCause = (cause) => {
        kept = true;
        try {
            save(STATE.cause, JSON.stringify(postState.shortened(cause)));
        }
        catch (error) {
            // The rollback does not wait for that.
            (0,errors/* known */.eO)(error);
        }
    };
    try {
        const { id, startedAt, giveUpAt, credentials, leaveToPost } = given;
        const context = {
            inputs,
            id,
            source,
            event: {
                code: surroundings.readCodeEvent(process.env, event),
                pull: surroundings.readPull(event, source),
                comment: surroundings.readEventComment(event),
            },
            lifetimes: surroundings.readLifetimes(process.env, inputs),
            startedAt,
            giveUpAt,
        };
        const host = {
            log,
            cancelled: signal,
            credentials,
            conversation: comment && (() => openConversationAt(comment, ended.signal)),
            keepCause,
            leaveToPost,
            saveForPost: (commands) => save(STATE.kept, JSON.stringify(postState.stateToSave(inputs, id, commands, process.env))),
            show: publisher.show,
        };
        const done = await runCommand(context, host);
        log.group('Report');
        await publisher.finish(done.report);
        save(STATE.published, done.report.outcome);
        const { cause } = done.report;
        if (!kept && cause)
            keepCause({ cause });
        return done;
    }
    finally {
        ended.abort();
        log.endGroup();
        dispose();
    }
}
/** For the post step. The disk may be full, which is no bug. */
function save(name, value) {
    try {
        workflow_commands/* saveState */.LZ(name, value);
    }
    catch (error) {
        throw new errors/* KnownError */.E((0,errors/* messageOf */.bD)(error), { cause: error });
    }
}
/** Octokit is loaded when there is something to say, not at the start. */
async function openConversationAt(place, ended) {
    const { openConversation } = await Promise.all(/* import() */[__nccwpck_require__.e(5921), __nccwpck_require__.e(1351), __nccwpck_require__.e(6535)]).then(__nccwpck_require__.bind(__nccwpck_require__, 56535));
    return openConversation(place, ended);
}
/**
 * Promoted, held, open and unchanged pass, and so does a requested outcome; the rest fails, with a one-line
 * message.
 */
function passOrFail(report, command) {
    const { outcome, reason, stands, problems } = report;
    const fail = (text) => workflow_commands/* setFailed */.C1(withAdvice(text, report));
    switch (outcome) {
        case 'running':
        case 'planned':
        case 'previewed':
        case 'promoted':
        case 'unchanged':
            workflow_commands/* info */.pq(`${reason} ${stands}`);
            return;
        case 'held':
            workflow_commands/* notice */.lm(`Held: ${(0,format/* sentence */.em)(reason)} ${stands}`);
            return;
        case 'rolled-back':
            if (command === 'rollback')
                workflow_commands/* notice */.lm(rolledBackText(report));
            else
                fail(rolledBackText(report));
            return;
        case 'stuck':
            fail((0,stuck/* renderStuck */.$)(report));
            process.exitCode = STUCK_EXIT_CODE;
            return;
        default:
            for (const problem of problems.length > 1 ? (0,listed/* firstOf */.Ku)(problems) : [])
                workflow_commands/* error */.z3(problem);
            fail(`${(0,format/* sentence */.em)(reason)} ${stands}`);
    }
}
function rolledBackText(report) {
    const broke = (0,broke_text/* brokeText */.RA)(report);
    const what = broke === '' ? '' : ` ${(0,format/* sentence */.em)(broke)}`;
    return `Rolled back: ${(0,format/* sentence */.em)(report.reason)}${what} ${report.stands}`;
}
/** Adds how to report a bug. */
function withAdvice(text, { cause }) {
    return cause?.kind === 'internal-error' ? `${text} ${internal_error/* HOW_TO_REPORT */.YS}` : text;
}
/** Told apart from a release that was rolled back or refused. */
const STUCK_EXIT_CODE = 2;
/** The post step: finishes the rollback if the main step could not, and changes nothing else. */
async function post() {
    const log = createLog();
    const begunAt = Date.now() / 1000;
    const kept = readState(STATE.kept);
    if (!kept || workflow_commands/* getState */.Gu(STATE.ended) === 'true')
        return;
    const [{ finishAfter, describeUnfinished }, { isMuted, restoredVariables }] = await Promise.all([
        Promise.all(/* import() */[__nccwpck_require__.e(9956), __nccwpck_require__.e(5861), __nccwpck_require__.e(4085), __nccwpck_require__.e(1696), __nccwpck_require__.e(2894), __nccwpck_require__.e(7688), __nccwpck_require__.e(1111), __nccwpck_require__.e(4557), __nccwpck_require__.e(9623), __nccwpck_require__.e(3282), __nccwpck_require__.e(8423)]).then(__nccwpck_require__.bind(__nccwpck_require__, 86108)),
        __nccwpck_require__.e(/* import() */ 3673).then(__nccwpck_require__.bind(__nccwpck_require__, 63673)),
    ]);
    const cause = readState(STATE.cause);
    try {
        const inputs = await (0,read/* readInputs */.Ko)(restoredVariables(kept, process.env), kinds/* TARGET_KINDS */.a);
        const cancelled = workflow_commands/* getState */.Gu(STATE.cancelled) === 'true';
        // A rollback with a cause of its own must not become a hold because the job was cancelled.
        if (inputs.onCancel === 'hold' && cancelled && !cause)
            return log.notice('The job was cancelled; with on-cancel: hold, the rollout stays as it is.');
        const published = workflow_commands/* getState */.Gu(STATE.published) || undefined;
        const endsAt = Number(workflow_commands/* getState */.Gu(STATE.endsAt));
        const giveUpAt = postStepDeadline(begunAt, endsAt, cancelled);
        const after = await finishAfter({ inputs, kept, published, cause, giveUpAt }, log);
        if (!after)
            return;
        if (isMuted(kept, process.env)) {
            log.warning('The post step did not receive the secrets of the main step (github-token, notify-url), so the comment, the deployment or the notification may be out of date.');
        }
        workflow_commands/* setFailed */.C1(after.message);
        if (after.stuck)
            process.exitCode = STUCK_EXIT_CODE;
    }
    catch (error) {
        (0,base_log/* logBug */.N)(log, error);
        workflow_commands/* setFailed */.C1((0,internal_error/* unfinishedText */.FZ)(error, (why) => describeUnfinished(why, kept, cause)));
        process.exitCode = STUCK_EXIT_CODE;
    }
    finally {
        log.endGroup();
    }
}
function readState(name) {
    const state = workflow_commands/* getState */.Gu(name);
    return state === '' ? undefined : JSON.parse(state);
}


/***/ }),

/***/ 93934:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ CLASSES)
/* harmony export */ });
// The classes of measures that a user can choose to compare.
/** As named by the input `compare`. */
const CLASSES = ['errors', 'client-errors', 'latency'];


/***/ }),

/***/ 33085:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ isAlarm),
/* harmony export */   V: () => (/* binding */ alarmName)
/* harmony export */ });
// An alarm as the inputs name it: by its name, or by its ARN, which also tells its account.
const ARN = /^arn:[\w-]+:cloudwatch:[^:]*:[^:]*:alarm:/;
function alarmName(alarm) {
    return alarm.replace(ARN, '');
}
/** @param found the ARN of an alarm, as CloudWatch returned it */
function isAlarm(alarm, found) {
    return alarm === found || alarm === alarmName(found);
}


/***/ }),

/***/ 50648:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   s: () => (/* binding */ must)
/* harmony export */ });
/* unused harmony export ImpossibleError */
// Assertions for what cannot happen. An impossible value throws; it is never replaced by a default.
/** A contradiction in the code itself: never a response from AWS, GitHub or a hook. */
class ImpossibleError extends Error {
    name = 'ImpossibleError';
}
/**
 * The value itself. Throws an `ImpossibleError` when there is none.
 *
 * @param what must always be true, as a clause: `the plan has step 3`
 */
function must(value, what) {
    if (value === undefined || value === null)
        throw new ImpossibleError(`expected that ${what}`);
    return value;
}


/***/ }),

/***/ 15902:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ parseDuration),
/* harmony export */   a: () => (/* binding */ formatDuration)
/* harmony export */ });
// Durations as written in a workflow: `90s`, `5m`, `2h`, `1h30m`.
const UNIT_SECONDS = { h: 3600, m: 60, s: 1 };
/** Seconds of `90s`, `5m`, `2h` or `1h30m`; `undefined` for anything else. */
function parseDuration(text) {
    const match = /^(?:(\d{1,5})h)?(?:(\d{1,6})m)?(?:(\d{1,7})s)?$/.exec(text.trim());
    if (!match || match[0] === '')
        return undefined;
    const [, h = '0', m = '0', s = '0'] = match;
    return Number(h) * UNIT_SECONDS.h + Number(m) * UNIT_SECONDS.m + Number(s);
}
/** `5400` seconds as `1h30m`; `0` as `0s`; fractions of a second are rounded. */
function formatDuration(seconds) {
    let rest = Math.max(0, Math.round(seconds));
    const parts = [];
    for (const [unit, size] of Object.entries(UNIT_SECONDS)) {
        const count = Math.floor(rest / size);
        rest -= count * size;
        if (count > 0)
            parts.push(`${count}${unit}`);
    }
    return parts.join('') || '0s';
}


/***/ }),

/***/ 76031:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  E: () => (/* binding */ KnownError),
  WJ: () => (/* binding */ MovedError),
  Is: () => (/* binding */ errorName),
  V$: () => (/* binding */ foreign),
  fU: () => (/* binding */ isFromThisAction),
  eO: () => (/* binding */ known),
  bD: () => (/* binding */ messageOf),
  NW: () => (/* binding */ orElse),
  I5: () => (/* binding */ rootOf)
});

;// CONCATENATED MODULE: ./build/base/response-error.js
// The error that an HTTP client makes of a response. GitHub's client writes all of a response into its message, so
// the message is put together here, from named fields only.
/**
 * The message of an error that holds a response of GitHub: the response's `message`, and the resource, field, code and
 * message of each of its `errors`. `undefined`: the error holds no response, or one without a message.
 */
function responseMessage(error) {
    const { status, response } = (error ?? {});
    if (typeof status !== 'number' || response?.data === undefined)
        return undefined;
    const { data } = response;
    if (typeof data === 'string') {
        return `HTTP ${status}, with a response that is not from GitHub; is there a proxy in between?`;
    }
    const { message, errors } = (data ?? {});
    if (typeof message !== 'string' || message.trim() === '') {
        return `HTTP ${status}, with a response without a message`;
    }
    const details = (Array.isArray(errors) ? errors : []).map(detail).filter((one) => one !== '');
    return [message, ...details].join(': ');
}
/** As in GitHub's REST API ("Validation failed"); some of its errors are texts. */
function detail(error) {
    if (typeof error === 'string')
        return error;
    const { resource, field, code, message } = (error ?? {});
    return [resource, field, code, message].filter((part) => typeof part === 'string').join(' ');
}

;// CONCATENATED MODULE: ./build/base/errors.js
// Errors whose message is a sentence for the user.

/** An error for the user. Its message is a sentence; nothing else of the error is shown. */
class KnownError extends Error {
    constructor(message, options) {
        super(message, options);
        this.name = 'RolloutError';
    }
}
/** Returns a known error, to be handled. Rethrows anything else: it is a bug, which one place handles. */
function known(error) {
    if (error instanceof KnownError)
        return error;
    throw error;
}
/** For `.catch`: this value instead of a known error. */
function orElse(value) {
    return (error) => {
        known(error);
        return value;
    };
}
/** Calls third-party code, and turns whatever it throws into a known error. The call must contain no code of our own. */
async function foreign(call) {
    try {
        return await call();
    }
    catch (error) {
        throw new KnownError(messageOf(error), { cause: error });
    }
}
/**
 * State in AWS was changed outside this run after the run wrote it. The run must not overwrite that change.
 */
class MovedError extends KnownError {
}
/** The name that the SDK or AWS gives an error, such as `NotFoundException`; empty for anything else. */
function errorName(error) {
    const name = error?.name;
    return typeof name === 'string' ? name : '';
}
/** The message of an error; never empty: an error without a message is described by its name. */
function messageOf(error) {
    const told = responseMessage(error);
    if (told)
        return told;
    const message = error?.message;
    if (typeof message === 'string' && message.trim() !== '')
        return message;
    return errorName(error) || String(error);
}
/** Whether this action, not AWS, raised the error. Such an error is the same on the next attempt. */
function isFromThisAction(error) {
    return rootOf(error) instanceof KnownError;
}
/** The original error from AWS that a `KnownError` explains. */
function rootOf(error) {
    return error instanceof KnownError && error.cause !== undefined ? rootOf(error.cause) : error;
}


/***/ }),

/***/ 56218:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Tc: () => (/* binding */ binaryIn),
/* harmony export */   oF: () => (/* binding */ percentDecoded),
/* harmony export */   qF: () => (/* binding */ parseJson)
/* harmony export */ });
// Text of others, which may be anything: what cannot be parsed is `undefined` instead of an error.
/** What the text holds; `undefined`: it is not JSON. The parser's own message would show a part of it. */
function parseJson(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined;
    }
}
/** A text without its percent-encoding; `undefined`: it has a lone percent sign, so it is not encoded. */
function percentDecoded(text) {
    try {
        return decodeURIComponent(text);
    }
    catch {
        return undefined;
    }
}
/** The bytes of a text in base64, one to a character; `undefined`: it is not base64. */
function binaryIn(base64) {
    try {
        return atob(base64);
    }
    catch {
        return undefined;
    }
}


/***/ }),

/***/ 5685:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ parseInstant)
/* harmony export */ });
// Times as AWS and its tools write them.
const ISO = /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d(\.\d{1,9})?)?(Z|[+-]\d\d:?\d\d)$/;
/** Seconds since the epoch of `2030-01-31T12:00:00Z`; `undefined` for anything else, and without a time zone. */
function parseInstant(text) {
    const at = ISO.test(text) ? Date.parse(text) : Number.NaN;
    return Number.isNaN(at) ? undefined : at / 1000;
}


/***/ }),

/***/ 639:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   KE: () => (/* binding */ listed),
/* harmony export */   Ku: () => (/* binding */ firstOf),
/* harmony export */   cC: () => (/* binding */ MOST_LISTED)
/* harmony export */ });
// Every list in a message has an end: a reader stops at some point, and so must the text.
/** In a list of its own. */
const MOST_LISTED = 20;
/** The first items, and how many there are besides. */
function firstOf(items, most = MOST_LISTED) {
    const rest = items.length - most;
    return rest > 0 ? [...items.slice(0, most), `and ${rest} more`] : items;
}
/** The first items as part of a sentence: `a, b, and 3 more`. */
function listed(items, separator = ', ', most = 10) {
    return firstOf(items, most).join(separator);
}


/***/ }),

/***/ 82130:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ logBug)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(76031);
// The log of a run.

/** Logs the stack trace of a bug, to be reported; the message of a known error is enough. */
function logBug(log, error) {
    if (error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .KnownError */ .E)
        return;
    log.group('Internal error: stack trace');
    const stack = error instanceof Error ? error.stack : undefined;
    for (const line of (stack ?? String(error)).split('\n'))
        log.line(line);
    log.endGroup();
}


/***/ }),

/***/ 74326:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ namesText)
/* harmony export */ });
// Names as the text of an input, one per line; or as a JSON list, if one of them contains what separates names.
function namesText(names) {
    return names.some((name) => /[,\n]/.test(name)) ? JSON.stringify(names) : names.join('\n');
}


/***/ }),

/***/ 23601:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   fG: () => (/* binding */ whyElsewhere),
/* harmony export */   iQ: () => (/* binding */ partitionOf)
/* harmony export */ });
/* unused harmony export PARTITIONS */
// The partitions of AWS. A test compares this table with that of the AWS SDK.
/** The partition of every Region that belongs to none of the others. */
const COMMERCIAL = {
    id: 'aws',
    dnsSuffix: 'amazonaws.com',
    console: 'console.aws.amazon.com',
    regions: /^(us|eu|ap|sa|ca|me|af|il|mx)-\w+-\d+$/,
};
const PARTITIONS = [
    COMMERCIAL,
    {
        id: 'aws-cn',
        dnsSuffix: 'amazonaws.com.cn',
        console: 'console.amazonaws.cn',
        regions: /^cn-\w+-\d+$/,
    },
    {
        id: 'aws-us-gov',
        dnsSuffix: 'amazonaws.com',
        console: 'console.amazonaws-us-gov.com',
        regions: /^us-gov-\w+-\d+$/,
    },
    {
        id: 'aws-eusc',
        dnsSuffix: 'amazonaws.eu',
        console: 'console.amazonaws-eusc.eu',
        regions: /^eusc-(de)-\w+-\d+$/,
    },
    { id: 'aws-iso', dnsSuffix: 'c2s.ic.gov', console: '', regions: /^us-iso-\w+-\d+$/ },
    { id: 'aws-iso-b', dnsSuffix: 'sc2s.sgov.gov', console: '', regions: /^us-isob-\w+-\d+$/ },
    { id: 'aws-iso-e', dnsSuffix: 'cloud.adc-e.uk', console: '', regions: /^eu-isoe-\w+-\d+$/ },
    { id: 'aws-iso-f', dnsSuffix: 'csp.hci.ic.gov', console: '', regions: /^us-isof-\w+-\d+$/ },
];
function partitionOf(region) {
    return PARTITIONS.find(({ regions }) => regions.test(region)) ?? COMMERCIAL;
}
/**
 * Why an ARN cannot be that of something in this Region, for a sentence; `undefined`: it can. IAM's ARNs name no
 * Region.
 *
 * @param region of the job; empty if it is not known, which is a problem of its own
 */
function whyElsewhere(arn, region) {
    const [, partition = '', , arnRegion = ''] = arn.split(':');
    if (region === '')
        return undefined;
    if (arnRegion !== '' && arnRegion !== region) {
        return `is in ${arnRegion}, but the job uses ${region}`;
    }
    const expected = partitionOf(region).id;
    return partition === expected
        ? undefined
        : `is in the partition ${partition}, but the job's Region ${region} is in ${expected}`;
}


/***/ }),

/***/ 73636:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ quote)
/* harmony export */ });
/** Text from outside, for use in a message: quoted, on one line, at most 120 characters. */
function quote(text) {
    const line = text.replace(/\s+/g, ' ');
    return `"${line.length > 120 ? `${line.slice(0, 117)}...` : line}"`;
}


/***/ }),

/***/ 24526:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ didYouMean)
/* harmony export */ });
/* harmony import */ var fastest_levenshtein__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(21916);

/** Suggests the known word that a misspelled one most likely meant: ` Did you mean "x"?`; otherwise empty. */
function didYouMean(word, known) {
    // The text comes from outside. The cost grows with its length, and a long text is never a near miss.
    if (word.length > 64)
        return '';
    const typed = word.toLowerCase();
    const [best] = known
        .map((candidate) => ({ candidate, edits: (0,fastest_levenshtein__WEBPACK_IMPORTED_MODULE_0__/* .distance */ .Io)(typed, candidate.toLowerCase()) }))
        .filter(({ candidate, edits }) => edits <= Math.max(2, Math.floor(candidate.length / 3)))
        .sort((a, b) => a.edits - b.edits || likeness(typed, b.candidate) - likeness(typed, a.candidate));
    return best ? ` Did you mean "${best.candidate}"?` : '';
}
/**
 * Breaks ties at the same distance: prefers a common prefix, then the same length, as with swapped letters.
 */
function likeness(typed, candidate) {
    const other = candidate.toLowerCase();
    let shared = 0;
    while (shared < typed.length && typed[shared] === other[shared])
        shared++;
    return shared - Math.abs(typed.length - other.length) / 100;
}


/***/ }),

/***/ 4972:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $e: () => (/* binding */ warning),
/* harmony export */   C1: () => (/* binding */ setFailed),
/* harmony export */   Gu: () => (/* binding */ getState),
/* harmony export */   LZ: () => (/* binding */ saveState),
/* harmony export */   N4: () => (/* binding */ endGroup),
/* harmony export */   Oh: () => (/* binding */ startGroup),
/* harmony export */   Pq: () => (/* binding */ setSecret),
/* harmony export */   lm: () => (/* binding */ notice),
/* harmony export */   pq: () => (/* binding */ info),
/* harmony export */   uH: () => (/* binding */ setOutput),
/* harmony export */   z3: () => (/* binding */ error)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(73024);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(48161);
// Workflow commands: how a step talks to the runner. The functions have the names of those in `@actions/core`, and
// a test compares their effects. That package loads an HTTP client, which takes far longer than refusing an input.


/** Masks a text in everything that is logged from now on. */
function setSecret(secret) {
    issue('add-mask', secret);
}
/** Fails the step, with an annotation. */
function setFailed(message) {
    process.exitCode = 1;
    error(message);
}
function error(message) {
    issue('error', message);
}
function warning(message) {
    issue('warning', message);
}
function notice(message) {
    issue('notice', message);
}
/** Writes to the log. The runner executes what looks like a command. */
function info(text) {
    process.stdout.write(text + node_os__WEBPACK_IMPORTED_MODULE_1__.EOL);
}
function startGroup(title) {
    issue('group', title);
}
function endGroup() {
    issue('endgroup', '');
}
function setOutput(name, value) {
    set('GITHUB_OUTPUT', 'set-output', name, value);
}
/** Saves a text for the post step. */
function saveState(name, value) {
    set('GITHUB_STATE', 'save-state', name, value);
}
/** What the main step saved; empty if nothing. */
function getState(name) {
    return process.env[`STATE_${name}`] ?? '';
}
/** Appends to a file of the runner. Outside of a job there is none, and the value goes to the log. */
function set(variable, command, name, value) {
    const file = process.env[variable];
    if (!file) {
        issue(`${command} name=${name}`, value);
        return;
    }
    if (!(0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(file))
        throw new Error(`Missing file at path: ${file}`);
    const end = delimiterOf(value);
    (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.appendFileSync)(file, [`${name}<<${end}`, value, end, ''].join(node_os__WEBPACK_IMPORTED_MODULE_1__.EOL));
}
/** A line that the value does not contain, so that no value ends early and sets another one. */
function delimiterOf(value) {
    let delimiter = 'END';
    while (value.includes(delimiter))
        delimiter += delimiter;
    return delimiter;
}
/** A line that the runner executes; the message may have several lines. */
function issue(command, message) {
    const escaped = message.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A');
    info(`::${command}::${escaped}`);
}


/***/ }),

/***/ 64200:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ addressSecrets),
/* harmony export */   _: () => (/* binding */ addressMasks)
/* harmony export */ });
/* harmony import */ var _base_foreign_text_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(56218);
// The parts of an address that are as secret as a password: incoming webhooks have their key in path or query.

/** Less than that is no key, and is in every text. */
const SHORTEST = 4;
/** A mask hides its text everywhere in the log, so it must be longer. */
const SHORTEST_MASK = 6;
/** All parts that must not be shown when a response repeats them; only the host may be shown. */
function addressSecrets(address) {
    return partsOf(address, () => true);
}
/** @param isSecret which segments of the path are secret on their own */
function partsOf(address, isSecret) {
    const { href, pathname, search, hash, username, password } = address;
    const query = search.slice(1);
    const pairs = query === '' ? [] : query.split('&');
    const parts = [
        href,
        pathname + search,
        pathname,
        query,
        ...pairs,
        ...pairs.map((pair) => pair.replace(/^[^=]*=/, '')),
        ...pathname.split('/').filter(isSecret),
        hash.slice(1),
        username,
        password,
    ];
    return [...new Set(parts)].filter((part) => part.length >= SHORTEST);
}
/** Whether a path segment looks generated: paths also contain words, which a mask would hide everywhere in the log. */
function isLikeKey(segment) {
    return segment.length >= 16 || (segment.length >= 8 && /\d/.test(segment));
}
/**
 * What to mask of a given address, valid or not: the secret parts, plain and percent-encoded.
 *
 * @param open names that are in the log anyway, such as that of the stage
 */
function addressMasks(text, open) {
    const secrets = URL.canParse(text) ? [text, ...partsOf(new URL(text), isLikeKey)] : [text];
    const spelled = secrets.flatMap((secret) => [secret, (0,_base_foreign_text_js__WEBPACK_IMPORTED_MODULE_0__/* .percentDecoded */ .oF)(secret) ?? secret]);
    const all = spelled.flatMap((secret) => [secret, encodeURIComponent(secret)]);
    return [...new Set(all)].filter((mask) => mask.length >= SHORTEST_MASK && !open.has(mask));
}


/***/ }),

/***/ 9868:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ readDefinitionText),
/* harmony export */   J: () => (/* binding */ parseDefinition)
/* harmony export */ });
/* harmony import */ var _base_quote_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(73636);
/* harmony import */ var _checkout_file_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7261);
// The input `api-definition`: an OpenAPI file of the checkout.


/** API reference, PutRestApi: the largest body. */
const MAX_BYTES = 6 * 1024 * 1024;
/** @returns its text, or what is wrong with the file */
function readDefinitionText({ path, workspace, }) {
    const file = (0,_checkout_file_js__WEBPACK_IMPORTED_MODULE_0__/* .readCheckoutFile */ .$)(path, workspace, MAX_BYTES);
    return 'text' in file ? file : { problem: `api-definition ${(0,_base_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .h)(path)}: ${file.problem}` };
}
/** Adds every error to the problems, with line and column; `undefined` if there are any. */
async function parseDefinition({ path }, text, names, problems) {
    const { readOpenApi } = await __nccwpck_require__.e(/* import() */ 6035).then(__nccwpck_require__.bind(__nccwpck_require__, 46035));
    const read = await readOpenApi(text, names);
    if (read.kind === 'definition')
        return read.definition;
    const isPlaced = (problem) => /^\d+:\d+: /.test(problem);
    problems.push(...read.problems.map((problem) => `api-definition ${path}:${isPlaced(problem) ? '' : ' '}${problem}`));
    return undefined;
}


/***/ }),

/***/ 7261:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ readCheckoutFile),
/* harmony export */   V: () => (/* binding */ findInCheckout)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(73024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(76760);
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(76031);
// Reads files of the checkout that the inputs name.



/**
 * Reads only regular files inside the workspace. A path or link that leads out of it is treated as an attack.
 */
function readCheckoutFile(path, workspace, maxBytes) {
    const found = findInCheckout(path, workspace);
    if ('problem' in found)
        return found;
    const { real, kind, bytes } = found;
    if (kind === 'folder')
        return { problem: 'it is a folder; expected a file' };
    if (bytes > maxBytes)
        return { problem: `it has ${bytes} bytes; expected at most ${maxBytes}` };
    try {
        return { text: (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(real, 'utf8') };
    }
    catch (error) {
        return { problem: (0,_base_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .messageOf */ .bD)(error) };
    }
}
/** Finds a regular file or a folder inside the workspace. */
function findInCheckout(path, workspace) {
    try {
        const root = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.realpathSync)(workspace);
        const real = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.realpathSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(root, path));
        if (!real.startsWith(root + node_path__WEBPACK_IMPORTED_MODULE_1__.sep))
            return { problem: 'it is outside the checkout' };
        const status = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.lstatSync)(real);
        if (status.isDirectory())
            return { real, kind: 'folder', bytes: 0 };
        if (!status.isFile())
            return { problem: 'it is not a regular file' };
        return { real, kind: 'file', bytes: status.size };
    }
    catch (error) {
        const code = error.code;
        if (code === 'ENOENT')
            return {
                problem: 'there is no such file in the checkout (does a checkout step run first?)',
            };
        return { problem: (0,_base_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .messageOf */ .bD)(error) };
    }
}


/***/ }),

/***/ 89291:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ beginsRelease),
/* harmony export */   m: () => (/* binding */ idleInputs)
/* harmony export */ });
// When an input has an effect. One that nothing uses is a mistake of whoever set it: it is refused, and not
// dropped without a word. The tables are total, so that no input can be declared without an answer.
const BEGINNING = ['rollout', 'start', 'plan'];
/** No other command is stopped by an input without effect: a rollback does not wait for tidy inputs. */
function beginsRelease({ command }) {
    return BEGINNING.includes(command);
}
/**
 * Inputs that nothing uses, although they are set to another value than their default.
 *
 * @param isGiven whether the text of an input is not empty
 */
function idleInputs(effects, declared, values, isGiven) {
    if (!beginsRelease(values))
        return [];
    return Object.entries(effects).flatMap(([name, effect]) => {
        if (typeof effect === 'string' || effect.isMet(values))
            return [];
        const value = values[name];
        if (!isGiven(name) || value === undefined || isDefault(declared[name], value))
            return [];
        const words = `${name}: it has no effect ${effect.otherwise}; expected ${effect.expected}, or no ${name}`;
        return [{ name, words }];
    });
}
function isDefault(declaration, value) {
    const parsed = declaration?.type.parse(declaration.default, '');
    return parsed?.ok === true && JSON.stringify(parsed.value) === JSON.stringify(value);
}


/***/ }),

/***/ 64347:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Ae: () => (/* binding */ anyText),
/* harmony export */   CT: () => (/* binding */ stageName),
/* harmony export */   Ci: () => (/* binding */ steps),
/* harmony export */   H1: () => (/* binding */ keepVersions),
/* harmony export */   HG: () => (/* binding */ dispersion),
/* harmony export */   Jt: () => (/* binding */ flag),
/* harmony export */   MB: () => (/* binding */ bad),
/* harmony export */   Q7: () => (/* binding */ sessionSeconds),
/* harmony export */   TS: () => (/* binding */ rate),
/* harmony export */   d5: () => (/* binding */ holdBack),
/* harmony export */   dt: () => (/* binding */ ALIAS),
/* harmony export */   nK: () => (/* binding */ alias),
/* harmony export */   ok: () => (/* binding */ ok),
/* harmony export */   p0: () => (/* binding */ duration),
/* harmony export */   pQ: () => (/* binding */ optionalDuration),
/* harmony export */   tP: () => (/* binding */ countOfRequests),
/* harmony export */   uR: () => (/* binding */ instant),
/* harmony export */   w3: () => (/* binding */ roleArn),
/* harmony export */   yL: () => (/* binding */ oneOf)
/* harmony export */ });
/* harmony import */ var _base_duration_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(15902);
/* harmony import */ var _base_instant_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(5685);
/* harmony import */ var _base_partitions_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(23601);
/* harmony import */ var _base_quote_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(73636);
/* harmony import */ var _base_suggest_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(24526);
/* harmony import */ var _rollout_steps_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(62155);
// The parsers of the inputs. A parser returns a value or the problems.






/** Accepts one of several words. */
function oneOf(...words) {
    return (text) => {
        const word = words.find((w) => w === text);
        if (word !== undefined)
            return ok(word);
        return bad(`${(0,_base_quote_js__WEBPACK_IMPORTED_MODULE_4__/* .quote */ .h)(text)}; expected ${words.join(', ')}.${(0,_base_suggest_js__WEBPACK_IMPORTED_MODULE_2__/* .didYouMean */ .a)(text, words)}`);
    };
}
/** The booleans of YAML 1.2, as `@actions/core` reads them. */
const flag = (text) => {
    if (/^(true|True|TRUE)$/.test(text))
        return ok(true);
    if (/^(false|False|FALSE)$/.test(text))
        return ok(false);
    return bad(`${(0,_base_quote_js__WEBPACK_IMPORTED_MODULE_4__/* .quote */ .h)(text)}; expected true or false`);
};
const duration = (text) => {
    const seconds = (0,_base_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .parseDuration */ .E)(text);
    return seconds === undefined
        ? bad(`${(0,_base_quote_js__WEBPACK_IMPORTED_MODULE_4__/* .quote */ .h)(text)} is not a duration; expected for example 30s, 5m or 1h30m`)
        : ok(seconds);
};
/** May be empty: required inputs are checked after all are read. */
const stageName = (text) => text === '' || /^[A-Za-z0-9_-]{1,128}$/.test(text)
    ? ok(text)
    : bad(`${(0,_base_quote_js__WEBPACK_IMPORTED_MODULE_4__/* .quote */ .h)(text)}; expected a stage's name: letters, digits, "-" and "_", at most 128`);
/** The name of an alias: AWS would interpret a name of digits only as a version. */
const ALIAS = /^(?!\d+$)[A-Za-z0-9_-]{1,128}$/;
/** The alias of all functions without their own; may be empty. */
const alias = (text) => text === '' || ALIAS.test(text)
    ? ok(text)
    : bad(`${(0,_base_quote_js__WEBPACK_IMPORTED_MODULE_4__/* .quote */ .h)(text)}; expected an alias: letters, digits, "-" and "_", and not only digits`);
const steps = (text) => {
    if (text === 'auto')
        return ok('auto');
    const parsed = (0,_rollout_steps_js__WEBPACK_IMPORTED_MODULE_3__/* .parseSteps */ .$)(text);
    return parsed.kind === 'steps' ? ok(parsed.steps) : bad(...parsed.problems);
};
/** In seconds; `undefined` for an empty text. */
const optionalDuration = (text) => text === '' ? ok(undefined) : duration(text);
/** A rate between 0.01% and 10%, as a share of 1. */
const rate = (text) => {
    const percent = Number(/^(\d{1,2}(?:\.\d{1,4})?)\s*%$/.exec(text)?.[1]);
    return percent >= 0.01 && percent <= 10
        ? ok(percent / 100)
        : bad(`${(0,_base_quote_js__WEBPACK_IMPORTED_MODULE_4__/* .quote */ .h)(text)}; expected a percentage from 0.01% to 10%`);
};
/** The largest hold-back, in %. */
const MOST_HELD_BACK = 50;
/** A share of the traffic in %; 0: none; `undefined` for an empty text. */
const holdBack = (text) => {
    if (text === '')
        return ok(undefined);
    if (text === 'none')
        return ok(0);
    const percent = Number(/^(\d{1,2}(?:\.\d{1,2})?)\s*%$/.exec(text)?.[1]);
    return percent <= MOST_HELD_BACK
        ? ok(percent)
        : bad(`${(0,_base_quote_js__WEBPACK_IMPORTED_MODULE_4__/* .quote */ .h)(text)}; expected a percentage from 0% to ${MOST_HELD_BACK}% such as 5%, or none`);
};
const countOfRequests = (text) => /^[1-9]\d{0,8}$/.test(text)
    ? ok(Number(text))
    : bad(`${(0,_base_quote_js__WEBPACK_IMPORTED_MODULE_4__/* .quote */ .h)(text)}; expected a whole number from 1`);
/** How many versions to keep; empty: all. */
const keepVersions = (text) => {
    if (text === '')
        return ok(undefined);
    return /^[1-9]\d{0,3}$/.test(text)
        ? ok(Number(text))
        : bad(`${(0,_base_quote_js__WEBPACK_IMPORTED_MODULE_4__/* .quote */ .h)(text)}; expected the number of newest versions to keep, a whole number from 1`);
};
const ROLE = /^arn:aws[a-z-]{0,16}:iam::\d{12}:role\/[\w+=,.@/-]{1,512}$/;
/** Empty: use the credentials of the environment. */
function roleArn(region) {
    return (text) => {
        if (text === '')
            return ok(undefined);
        if (!ROLE.test(text)) {
            return bad(`${(0,_base_quote_js__WEBPACK_IMPORTED_MODULE_4__/* .quote */ .h)(text)} is not the ARN of a role; expected for example arn:aws:iam::123456789012:role/deploy`);
        }
        const elsewhere = (0,_base_partitions_js__WEBPACK_IMPORTED_MODULE_1__/* .whyElsewhere */ .fG)(text, region);
        return elsewhere === undefined ? ok(text) : bad(`${(0,_base_quote_js__WEBPACK_IMPORTED_MODULE_4__/* .quote */ .h)(text)} ${elsewhere}`);
    };
}
/** In seconds. AWS accepts sessions from 15 minutes to 12 hours. */
const sessionSeconds = (text) => {
    const seconds = /^\d{1,6}$/.test(text) ? Number(text) : 0;
    return seconds >= 900 && seconds <= 43_200
        ? ok(seconds)
        : bad(`${(0,_base_quote_js__WEBPACK_IMPORTED_MODULE_4__/* .quote */ .h)(text)}; expected seconds from 900 to 43200`);
};
/** In seconds since the epoch; empty: unknown. The output of another step may be a JSON string with its quotes. */
const instant = (text) => {
    if (text === '')
        return ok(undefined);
    const at = (0,_base_instant_js__WEBPACK_IMPORTED_MODULE_5__/* .parseInstant */ .n)(text.replace(/^"(.*)"$/, '$1'));
    return at !== undefined
        ? ok(at)
        : bad(`${(0,_base_quote_js__WEBPACK_IMPORTED_MODULE_4__/* .quote */ .h)(text)}; expected a time such as 2030-01-31T12:00:00Z`);
};
/** `auto`, or the size of event clusters. */
const dispersion = (text) => {
    if (text === 'auto')
        return ok('auto');
    const size = /^\d{1,3}(?:\.\d{1,3})?$/.test(text) ? Number(text) : Number.NaN;
    return size >= 1 ? ok(size) : bad(`${(0,_base_quote_js__WEBPACK_IMPORTED_MODULE_4__/* .quote */ .h)(text)}; expected auto, or a number from 1`);
};
/** Parsed later, when the YAML library is loaded. */
const anyText = (text) => ok(text);
/** The parsed value. */
const ok = (value) => ({ ok: true, value });
/** The problems; each quotes the text and states what was expected. */
const bad = (...problems) => ({ ok: false, problems });


/***/ }),

/***/ 1627:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   JL: () => (/* binding */ hooks),
/* harmony export */   OX: () => (/* binding */ hookSecret),
/* harmony export */   Yk: () => (/* binding */ isHookSecret),
/* harmony export */   hK: () => (/* binding */ notifyUrl),
/* harmony export */   xG: () => (/* binding */ hookTimeout)
/* harmony export */ });
/* harmony import */ var _base_partitions_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(23601);
/* harmony import */ var _base_quote_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(73636);
/* harmony import */ var _fields_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(64347);
// Parses hooks: a Lambda function by name or ARN, or an address.



const bad = (problem) => ({ ok: false, problems: [problem] });
/** Lambda's limit for a synchronous invocation. */
const LONGEST_SECONDS = 900;
const hookTimeout = (text) => {
    const parsed = (0,_fields_js__WEBPACK_IMPORTED_MODULE_1__/* .duration */ .p0)(text);
    if (!parsed.ok)
        return parsed;
    return parsed.value >= 1 && parsed.value <= LONGEST_SECONDS
        ? parsed
        : bad(`${(0,_base_quote_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .h)(text)}; expected from 1s to 15m, the maximum duration of a Lambda function`);
};
/**
 * Parses hooks, one per line, because an address may contain any other separator.
 *
 * @param region to check ARNs against; empty if unknown
 */
function hooks(region) {
    return (text) => {
        const lines = text.split('\n').map((line) => line.trim());
        const parsed = lines.filter((line) => line !== '').map((line) => hook(line, region));
        const problems = parsed.flatMap((each) => (each.ok ? [] : each.problems));
        if (problems.length > 0)
            return { ok: false, problems };
        return { ok: true, value: numbered(parsed.flatMap((each) => (each.ok ? [each.value] : []))) };
    };
}
/** Numbers several addresses on one host: `hooks.example.com (2)`. */
function numbered(all) {
    return all.map((one, i) => {
        const alike = (other) => other.kind === 'url' && other.label === one.label;
        if (one.kind !== 'url' || all.filter(alike).length === 1)
            return one;
        return { ...one, label: `${one.label} (${all.slice(0, i).filter(alike).length + 1})` };
    });
}
function hook(text, region) {
    return /^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? urlHook(text) : functionHook(text, region);
}
/** A shorter secret would be masked wherever it occurs in the log by chance, and can be guessed. */
const MIN_SECRET = 8;
/** Whether a text can be the secret that signs requests: one line. The runner masks each line on its own. */
function isHookSecret(text) {
    return text.length >= MIN_SECRET && !/[\r\n]/.test(text);
}
/** May be empty. Never shown. */
const hookSecret = (text) => text === '' || isHookSecret(text)
    ? { ok: true, value: text }
    : bad(`its value (not shown) is too short, or has several lines; expected at least ${MIN_SECRET} characters in one line`);
/** The address that receives the events of a rollout; `undefined` if there is none. */
const notifyUrl = (text) => text === '' ? { ok: true, value: undefined } : urlHook(text);
function urlHook(text) {
    if (!URL.canParse(text)) {
        return bad('an address is not valid (not shown, because it may be secret)');
    }
    const url = new URL(text);
    const shown = `the address on ${(0,_base_quote_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .h)(url.host)}`;
    if (text.length > 2048)
        return bad(`${shown} is longer than 2048 characters`);
    if (url.username !== '' || url.password !== '') {
        return bad(`${shown} contains a user name or password; expected hook-secret instead`);
    }
    const isLocal = /^(localhost|127(\.\d+){3}|\[::1\])$/.test(url.hostname);
    if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isLocal)) {
        return bad(`${shown}; expected an address that begins with https://`);
    }
    return { ok: true, value: { kind: 'url', url: url.href, label: url.host } };
}
/** Text that is not a function may be an address without its beginning, and so a secret. */
function shownHook(text) {
    return /[/?#@=&%]/.test(text)
        ? 'a line that is not shown, because it may be secret'
        : (0,_base_quote_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .h)(text);
}
const NAME = /^[A-Za-z0-9_-]{1,64}$/;
const QUALIFIER = /^(\$LATEST|[A-Za-z0-9_-]{1,128})$/;
const ARN = /^(arn:[\w-]+:lambda:[\w-]+:\d{12}:function:([^:]+))(?::(.+))?$/;
function functionHook(text, region) {
    const [, arn, arnName, arnQualifier] = ARN.exec(text) ?? [];
    const [plain = '', ...rest] = text.split(':');
    const name = arnName ?? plain;
    const plainQualifier = rest.length > 0 ? rest.join(':') : undefined;
    const qualifier = arn === undefined ? plainQualifier : arnQualifier;
    if (!NAME.test(name) || (qualifier !== undefined && !QUALIFIER.test(qualifier))) {
        return bad(`${shownHook(text)}; expected one per line: a Lambda function (NAME, NAME:ALIAS or an ARN) or an address that begins with https://`);
    }
    const elsewhere = arn === undefined ? undefined : (0,_base_partitions_js__WEBPACK_IMPORTED_MODULE_0__/* .whyElsewhere */ .fG)(arn, region);
    if (elsewhere !== undefined)
        return bad(`${(0,_base_quote_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .h)(text)} ${elsewhere}`);
    const label = qualifier === undefined ? name : `${name}:${qualifier}`;
    return {
        ok: true,
        value: { kind: 'function', functionName: arn ?? name, qualifier, label },
    };
}


/***/ }),

/***/ 89080:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   NJ: () => (/* binding */ file),
/* harmony export */   OZ: () => (/* binding */ url),
/* harmony export */   Qq: () => (/* binding */ text),
/* harmony export */   SX: () => (/* binding */ booleanOr),
/* harmony export */   Tf: () => (/* binding */ numberOrMap),
/* harmony export */   Tj: () => (/* binding */ map),
/* harmony export */   X1: () => (/* binding */ percentage),
/* harmony export */   Yq: () => (/* binding */ choice),
/* harmony export */   ai: () => (/* binding */ number),
/* harmony export */   aw: () => (/* binding */ optionalShare),
/* harmony export */   c3: () => (/* binding */ listOf),
/* harmony export */   kB: () => (/* binding */ time),
/* harmony export */   kX: () => (/* binding */ optionalTime),
/* harmony export */   nR: () => (/* binding */ timeOf),
/* harmony export */   p_: () => (/* binding */ list),
/* harmony export */   sP: () => (/* binding */ textMap),
/* harmony export */   zM: () => (/* binding */ boolean)
/* harmony export */ });
/* harmony import */ var _fields_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(64347);
// The types of inputs: how a text becomes a value, the name of the type in the README, and the values that the
// config file accepts.

/** An item of a list. YAML distinguishes `8` and `true` from `"8"` and `"true"`; here they are equal. */
const ITEM = { type: ['string', 'number', 'boolean'] };
/** A text that its parser validates. */
function text(parse, options = {}) {
    const { name = 'text', pattern } = options;
    const schema = pattern === undefined ? { type: ['string', 'number'] } : { type: 'string', pattern };
    return { name, parse, schema };
}
function url(parse) {
    return text(parse, { name: 'URL', pattern: '^https?://' });
}
/** A path in the checkout; the file is read after all inputs are known. */
const file = { name: 'file', parse: _fields_js__WEBPACK_IMPORTED_MODULE_0__.ok, schema: { type: 'string' } };
/** One of several words. */
function choice(...words) {
    return { name: 'text', words, parse: (0,_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .oneOf */ .yL)(...words), schema: { enum: words } };
}
const boolean = {
    name: 'boolean',
    parse: _fields_js__WEBPACK_IMPORTED_MODULE_0__/* .flag */ .Jt,
    schema: { type: ['boolean', 'string'], pattern: '^(true|True|TRUE|false|False|FALSE)$' },
};
/** True, false, or a text that its parser validates. */
function booleanOr(parse) {
    return { name: 'boolean or text', parse, schema: { type: ['boolean', 'string'] } };
}
const DURATION = { type: 'string', pattern: '^(?=.)(\\d{1,5}h)?(\\d{1,6}m)?(\\d{1,7}s)?$' };
/** In seconds. */
const time = timeOf(_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .duration */ .p0);
/** In seconds; `undefined` for an empty text. */
const optionalTime = timeOf(_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .optionalDuration */ .pQ);
/** A duration that its parser validates. */
function timeOf(parse) {
    return { name: 'duration', parse, schema: DURATION };
}
/** A number in this range, or a word instead. */
function number(parse, range, word) {
    const digits = '\\d+(\\.\\d+)?';
    return {
        name: word ? `${word} or number` : 'number',
        parse,
        schema: {
            ...{ type: ['number', 'string'], ...range },
            pattern: `^(${word ? `${word}|${digits}` : digits})$`,
        },
    };
}
/** A share between 0 and 1, written as a percentage. */
function percentage(parse) {
    return { name: 'percentage', parse, schema: { type: 'string', pattern: '^[\\d.]+\\s*%$' } };
}
/** A share of the traffic in %, or `none`; `undefined` for an empty text. */
function optionalShare(parse) {
    const schema = { type: 'string', pattern: '^([\\d.]+\\s*%|none)$' };
    return { name: 'percentage or none', parse, schema };
}
/** Several texts: a YAML list, or one text with one item per line (or another separator of the parser). */
function list(parse, name = 'list') {
    return { name, parse, schema: { type: ['string', 'array'], items: ITEM } };
}
/** Several of these words. */
function listOf(words, parse) {
    const schema = { type: ['string', 'array'], items: { enum: words } };
    return { name: 'list', words, parse, schema };
}
/** Texts by name: a YAML map, or `name=value`, one per line. */
function map(parse) {
    return { name: 'map', parse, schema: MAP };
}
/** The same, for values that YAML reads as text only. */
function textMap(parse) {
    const value = { type: 'string' };
    return { name: 'map', parse, schema: { ...MAP, items: value, additionalProperties: value } };
}
/** The same, or one number without a name. */
function numberOrMap(parse) {
    return { name: 'number or map', parse, schema: { ...MAP, type: [...MAP.type, 'number'] } };
}
const MAP = { type: ['string', 'array', 'object'], items: ITEM, additionalProperties: ITEM };


/***/ }),

/***/ 87666:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Cn: () => (/* binding */ functions),
/* harmony export */   Cs: () => (/* binding */ earlierRelease),
/* harmony export */   Dy: () => (/* binding */ webAddress),
/* harmony export */   ID: () => (/* binding */ codeHashes),
/* harmony export */   P4: () => (/* binding */ twice),
/* harmony export */   Qx: () => (/* binding */ stackName),
/* harmony export */   UD: () => (/* binding */ compare),
/* harmony export */   bq: () => (/* binding */ alarms),
/* harmony export */   cA: () => (/* binding */ environment),
/* harmony export */   e4: () => (/* binding */ versions),
/* harmony export */   hL: () => (/* binding */ stageNames),
/* harmony export */   mJ: () => (/* binding */ commitSha),
/* harmony export */   ry: () => (/* binding */ splitList)
/* harmony export */ });
/* harmony import */ var _analysis_measure_class_js__WEBPACK_IMPORTED_MODULE_6__ = __nccwpck_require__(93934);
/* harmony import */ var _base_alarm_ref_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(33085);
/* harmony import */ var _base_foreign_text_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(56218);
/* harmony import */ var _base_partitions_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(23601);
/* harmony import */ var _base_quote_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(73636);
/* harmony import */ var _base_suggest_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(24526);
/* harmony import */ var _fields_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(64347);
// The parsers of inputs with several items, separated by commas or lines.







/** Names separated by commas or lines, or a JSON list of them, as `toJSON` makes it. */
function splitList(text) {
    return (namesInJson(text) ?? text.split(/[,\n]/))
        .map((item) => item.trim())
        .filter((item) => item !== '');
}
/** `undefined`: it is not a JSON list of texts. */
function namesInJson(text) {
    const list = text.startsWith('[') ? (0,_base_foreign_text_js__WEBPACK_IMPORTED_MODULE_3__/* .parseJson */ .qF)(text) : undefined;
    return Array.isArray(list) && list.every((item) => typeof item === 'string') ? list : undefined;
}
/** Alarms by name or ARN, one per line or separated by commas. ARNs must be in `region`. */
function alarms(region) {
    return (text) => {
        const items = [...new Set(splitList(text))];
        const problems = items.flatMap((item) => {
            const name = (0,_base_alarm_ref_js__WEBPACK_IMPORTED_MODULE_4__/* .alarmName */ .V)(item);
            if (name.length > 255)
                return [`${(0,_base_quote_js__WEBPACK_IMPORTED_MODULE_5__/* .quote */ .h)(name)} is longer than an alarm name can be`];
            const elsewhere = name === item ? undefined : (0,_base_partitions_js__WEBPACK_IMPORTED_MODULE_0__/* .whyElsewhere */ .fG)(item, region);
            return elsewhere === undefined ? [] : [`${(0,_base_quote_js__WEBPACK_IMPORTED_MODULE_5__/* .quote */ .h)(item)} ${elsewhere}`];
        });
        if (problems.length > 0)
            return (0,_fields_js__WEBPACK_IMPORTED_MODULE_2__/* .bad */ .MB)(...problems);
        // The ARN says more than the name.
        const arns = items.filter((item) => (0,_base_alarm_ref_js__WEBPACK_IMPORTED_MODULE_4__/* .alarmName */ .V)(item) !== item).map(_base_alarm_ref_js__WEBPACK_IMPORTED_MODULE_4__/* .alarmName */ .V);
        return (0,_fields_js__WEBPACK_IMPORTED_MODULE_2__.ok)(items.filter((item) => !arns.includes(item)));
    };
}
/** What is compared, in the order of all; at least one. */
const compare = (text) => {
    const words = splitList(text);
    const known = _analysis_measure_class_js__WEBPACK_IMPORTED_MODULE_6__/* .CLASSES */ .N;
    const unknown = words.filter((word) => !known.includes(word));
    if (unknown.length > 0) {
        return (0,_fields_js__WEBPACK_IMPORTED_MODULE_2__/* .bad */ .MB)(...unknown.map((word) => `${(0,_base_quote_js__WEBPACK_IMPORTED_MODULE_5__/* .quote */ .h)(word)}; expected ${_analysis_measure_class_js__WEBPACK_IMPORTED_MODULE_6__/* .CLASSES */ .N.join(', ')}.${(0,_base_suggest_js__WEBPACK_IMPORTED_MODULE_1__/* .didYouMean */ .a)(word, _analysis_measure_class_js__WEBPACK_IMPORTED_MODULE_6__/* .CLASSES */ .N)}`));
    }
    return words.length > 0
        ? (0,_fields_js__WEBPACK_IMPORTED_MODULE_2__.ok)(_analysis_measure_class_js__WEBPACK_IMPORTED_MODULE_6__/* .CLASSES */ .N.filter((each) => words.includes(each)))
        : (0,_fields_js__WEBPACK_IMPORTED_MODULE_2__/* .bad */ .MB)(`${(0,_base_quote_js__WEBPACK_IMPORTED_MODULE_5__/* .quote */ .h)(text)} names nothing to compare; expected ${_analysis_measure_class_js__WEBPACK_IMPORTED_MODULE_6__/* .CLASSES */ .N.join(', ')}`);
};
const FUNCTION_ARN = /^arn:[\w-]+:lambda:[\w-]+:(\d{12}):function:([^:]+)(?::(.+))?$/;
/** Function names or ARNs. ARNs must be in `region`; a qualifier is refused. */
function functions(region) {
    return (text) => {
        const read = splitList(text).map((item) => functionRef(item, region));
        const problems = read.filter((r) => typeof r === 'string');
        const refs = read.filter((r) => typeof r !== 'string');
        problems.push(...twice(refs.map((ref) => ref.name)));
        return problems.length > 0 ? (0,_fields_js__WEBPACK_IMPORTED_MODULE_2__/* .bad */ .MB)(...problems) : (0,_fields_js__WEBPACK_IMPORTED_MODULE_2__.ok)(refs);
    };
}
function twice(names) {
    const repeated = names.filter((name, i) => names.indexOf(name) !== i);
    return [...new Set(repeated)].map((name) => `"${name}" is listed twice`);
}
function functionRef(item, region) {
    const [, account, arnName, arnQualifier] = FUNCTION_ARN.exec(item) ?? [];
    const elsewhere = arnName === undefined ? undefined : (0,_base_partitions_js__WEBPACK_IMPORTED_MODULE_0__/* .whyElsewhere */ .fG)(item, region);
    if (elsewhere !== undefined)
        return `${(0,_base_quote_js__WEBPACK_IMPORTED_MODULE_5__/* .quote */ .h)(item)} ${elsewhere}`;
    const [name = '', ...rest] = arnName === undefined ? item.split(':') : [arnName];
    const qualifier = arnQualifier ?? (rest.length > 0 ? rest.join(':') : undefined);
    const otherArn = arnName === undefined && item.startsWith('arn:');
    if (otherArn || !/^[A-Za-z0-9_-]{1,64}$/.test(name)) {
        return `${(0,_base_quote_js__WEBPACK_IMPORTED_MODULE_5__/* .quote */ .h)(item)} is not a function; expected a name or an ARN`;
    }
    if (qualifier === '$LATEST') {
        return `${(0,_base_quote_js__WEBPACK_IMPORTED_MODULE_5__/* .quote */ .h)(item)}: $LATEST changes with every update and cannot be released; omit it, and the action publishes a version of it`;
    }
    if (qualifier !== undefined && !_fields_js__WEBPACK_IMPORTED_MODULE_2__/* .ALIAS */ .dt.test(qualifier)) {
        return `${(0,_base_quote_js__WEBPACK_IMPORTED_MODULE_5__/* .quote */ .h)(item)} has the qualifier ${(0,_base_quote_js__WEBPACK_IMPORTED_MODULE_5__/* .quote */ .h)(qualifier)}; expected the function alone, or with an alias (a version to release goes into "version")`;
    }
    return { name, account, version: undefined, alias: qualifier };
}
/** `8` for the only function, or `orders=8, payments=3`. The key of a single number is empty. */
const versions = (text) => {
    const problems = [];
    const entries = splitList(text).map((item) => {
        const [, name = '', version = ''] = /^(?:([A-Za-z0-9_-]{1,64})\s*=\s*)?(\d{1,18})$/.exec(item) ?? [];
        if (version === '') {
            problems.push(`${(0,_base_quote_js__WEBPACK_IMPORTED_MODULE_5__/* .quote */ .h)(item)}; expected the number of a published version, such as 8 or orders=8`);
        }
        return [name, version];
    });
    problems.push(...twice(entries.map(([name]) => name || 'the only function')));
    return problems.length > 0 ? (0,_fields_js__WEBPACK_IMPORTED_MODULE_2__/* .bad */ .MB)(...problems) : (0,_fields_js__WEBPACK_IMPORTED_MODULE_2__.ok)(Object.fromEntries(entries));
};
/** In base64, as Lambda returns it for a ZIP file, or the digest of an image in hexadecimal digits. */
const CODE_HASH = /^(?:([A-Za-z0-9_-]{1,64})\s*=\s*)?([A-Za-z0-9+/]{43}=|[0-9a-f]{64})$/;
/** The hash of the only function, or `orders=…`. The key of a single hash is empty. */
const codeHashes = (text) => {
    const problems = [];
    const entries = splitList(text).map((item) => {
        const [, name = '', hash = ''] = CODE_HASH.exec(item) ?? [];
        if (hash === '') {
            problems.push(`${(0,_base_quote_js__WEBPACK_IMPORTED_MODULE_5__/* .quote */ .h)(item)}; expected the CodeSha256 that Lambda returns (44 characters that end with =, or 64 hexadecimal digits), or NAME=HASH`);
        }
        return [name, hash];
    });
    problems.push(...twice(entries.map(([name]) => name || 'the only function')));
    return problems.length > 0 ? (0,_fields_js__WEBPACK_IMPORTED_MODULE_2__/* .bad */ .MB)(...problems) : (0,_fields_js__WEBPACK_IMPORTED_MODULE_2__.ok)(Object.fromEntries(entries));
};
const STACK_ARN = /^arn:[\w-]+:cloudformation:[\w-]+:\d{12}:stack\/[A-Za-z][A-Za-z0-9-]{0,127}\/[\w-]+$/;
/** The name or the ARN of a stack; may be empty. An ARN must be in `region`. */
function stackName(region) {
    return (text) => {
        if (text === '' || /^[A-Za-z][A-Za-z0-9-]{0,127}$/.test(text))
            return (0,_fields_js__WEBPACK_IMPORTED_MODULE_2__.ok)(text);
        if (!STACK_ARN.test(text)) {
            return (0,_fields_js__WEBPACK_IMPORTED_MODULE_2__/* .bad */ .MB)(`${(0,_base_quote_js__WEBPACK_IMPORTED_MODULE_5__/* .quote */ .h)(text)} is not a stack; expected the name of one, with letters, digits and "-", or its ARN`);
        }
        const elsewhere = (0,_base_partitions_js__WEBPACK_IMPORTED_MODULE_0__/* .whyElsewhere */ .fG)(text, region);
        return elsewhere === undefined ? (0,_fields_js__WEBPACK_IMPORTED_MODULE_2__.ok)(text) : (0,_fields_js__WEBPACK_IMPORTED_MODULE_2__/* .bad */ .MB)(`${(0,_base_quote_js__WEBPACK_IMPORTED_MODULE_5__/* .quote */ .h)(text)} ${elsewhere}`);
    };
}
/** `undefined` for an empty text. */
const earlierRelease = (text) => {
    if (text === '')
        return { ok: true, value: undefined };
    if (text === 'previous')
        return { ok: true, value: { kind: 'previous' } };
    const id = /^deployment\s*=\s*([A-Za-z0-9]{1,64})$/.exec(text)?.[1];
    if (id !== undefined)
        return { ok: true, value: { kind: 'deployment', id } };
    const parsed = versions(text);
    if (parsed.ok)
        return { ok: true, value: { kind: 'versions', versions: parsed.value } };
    const expected = 'previous, deployment=ID of a stage, or versions such as 7 or orders=7';
    return { ok: false, problems: [`${(0,_base_quote_js__WEBPACK_IMPORTED_MODULE_5__/* .quote */ .h)(text)}; expected ${expected}`] };
};
/** May be empty. In lower case, as GitHub writes it. */
const commitSha = (text) => {
    const sha = text.toLowerCase();
    return sha === '' || /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(sha)
        ? { ok: true, value: sha }
        : {
            ok: false,
            problems: [`${(0,_base_quote_js__WEBPACK_IMPORTED_MODULE_5__/* .quote */ .h)(text)}; expected the full SHA of a commit, of 40 hexadecimal digits`],
        };
};
/** GitHub allows 255 characters in the name of an environment. */
const environment = (text) => text.length <= 255
    ? { ok: true, value: text }
    : { ok: false, problems: [`${(0,_base_quote_js__WEBPACK_IMPORTED_MODULE_5__/* .quote */ .h)(text)}; expected at most 255 characters`] };
/** May be empty. */
const webAddress = (text) => text === '' || /^https?:\/\/[^\s]+$/.test(text)
    ? { ok: true, value: text }
    : { ok: false, problems: [`${(0,_base_quote_js__WEBPACK_IMPORTED_MODULE_5__/* .quote */ .h)(text)}; expected an address that begins with https://`] };
/** Names separated by commas or lines. */
const stageNames = (text) => {
    const names = splitList(text);
    const wrong = names.filter((name) => !(0,_fields_js__WEBPACK_IMPORTED_MODULE_2__/* .stageName */ .CT)(name).ok);
    return wrong.length > 0
        ? { ok: false, problems: wrong.map((name) => `${(0,_base_quote_js__WEBPACK_IMPORTED_MODULE_5__/* .quote */ .h)(name)} is not the name of a stage`) }
        : { ok: true, value: names };
};


/***/ }),

/***/ 71713:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ masksOf),
/* harmony export */   a: () => (/* binding */ masksOfInputs)
/* harmony export */ });
/* harmony import */ var _address_secrets_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(64200);
// What the log must never show: secrets as given, and the addresses of hooks.

/** A hook secret has at least eight characters, and a token of GitHub's forty. */
const MIN_MASK = 5;
/** Inputs with addresses, one per line; they may also contain functions. */
const ADDRESSES = ['pre-traffic-hook', 'step-hook', 'post-traffic-hook', 'notify-url'];
/**
 * What to mask before the inputs are read, including invalid ones.
 *
 * @param given returns the text of an input; empty if not set
 */
function masksOf({ inputs }, given) {
    const names = Object.keys(inputs).filter((name) => inputs[name]?.open);
    const open = new Set(names.flatMap((name) => given(name).split(/[\s,:]+/)));
    const secrets = [given('github-token'), given('hook-secret')].filter(isWorthAMask);
    const lines = ADDRESSES.flatMap((name) => given(name).split('\n')).map((line) => line.trim());
    const masks = lines.filter(isLikeAddress).flatMap((line) => (0,_address_secrets_js__WEBPACK_IMPORTED_MODULE_0__/* .addressMasks */ ._)(line, open));
    return [...new Set([...secrets, ...masks])];
}
/** To mask a letter, or each line of a text, would take half of the log with it. A hook secret like that is refused. */
function isWorthAMask(secret) {
    return secret.length >= MIN_MASK && !/[\r\n]/.test(secret);
}
/** Whether the line contains characters that no function name or ARN has. */
function isLikeAddress(line) {
    return /[/?#@=&%]/.test(line);
}
/**
 * The same for the addresses in a config file.
 *
 * @param openNames names of the target, which are not secret
 * @param masked what is already masked
 */
function masksOfInputs({ hooks, notify, functions }, openNames, masked) {
    const names = functions.flatMap(({ name, alias = '' }) => [name, alias]);
    const all = [...Object.values(hooks.calls).flat(), ...(notify ? [notify] : [])];
    const open = new Set([...names, ...openNames]);
    const masks = all.flatMap((hook) => (hook.kind === 'url' ? (0,_address_secrets_js__WEBPACK_IMPORTED_MODULE_0__/* .addressMasks */ ._)(hook.url, open) : []));
    return [...new Set(masks)].filter((mask) => !masked.includes(mask));
}


/***/ }),

/***/ 97087:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ inputsIn),
/* harmony export */   l: () => (/* binding */ membersOf)
/* harmony export */ });
// From declared inputs to the members of an object, and to its type.
/** The inputs of all these groups, by name. */
function inputsIn(groups) {
    return Object.assign({}, ...groups.map(({ inputs }) => inputs));
}
/** Renames the values of inputs to the names of their members. */
function membersOf(declared, values) {
    const members = Object.entries(declared).flatMap(([name, declaration]) => {
        const { combined, member = camelCase(name) } = declaration;
        return combined ? [] : [[member, values[name]]];
    });
    return Object.fromEntries(members);
}
function camelCase(name) {
    return name.replace(/-(.)/g, (_, letter) => letter.toUpperCase());
}


/***/ }),

/***/ 23194:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $3: () => (/* binding */ fillVersions),
/* harmony export */   Bm: () => (/* binding */ parseMetrics),
/* harmony export */   to: () => (/* binding */ metricList)
/* harmony export */ });
/* harmony import */ var _base_assert_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(50648);
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(76031);
/* harmony import */ var _base_quote_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(73636);
/* harmony import */ var _base_suggest_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(24526);
/* harmony import */ var _templates_compose_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(81864);
/* harmony import */ var _fields_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(64347);
// The `metrics` input: a YAML list of custom metrics.






const KEYS = ['name', 'worse', 'namespace', 'events', 'total', 'canary', 'stable'];
const MAX_METRICS = 20;
const TEXT = { type: ['string', 'number', 'boolean'], minLength: 1, maxLength: 255 };
const DIMENSIONS = { type: 'object', additionalProperties: TEXT };
/** Parsed after the functions are known, because dimensions may name them. */
const metricList = {
    name: 'YAML list',
    parse: _fields_js__WEBPACK_IMPORTED_MODULE_3__/* .anyText */ .Ae,
    schema: {
        type: ['string', 'array'],
        maxItems: MAX_METRICS,
        items: {
            type: 'object',
            additionalProperties: false,
            required: KEYS.filter((key) => key !== 'worse'),
            properties: {
                ...{ name: TEXT, worse: { enum: ['higher', 'lower'] }, namespace: TEXT },
                ...{ events: TEXT, total: TEXT, canary: DIMENSIONS, stable: DIMENSIONS },
            },
        },
    },
};
/** Parses the list; adds every error to the problems. */
async function parseMetrics(text, functions, problems) {
    if (text === '')
        return [];
    let content;
    try {
        const { document } = await (0,_templates_compose_js__WEBPACK_IMPORTED_MODULE_2__/* .composeYaml */ .ee)(text);
        content = await (0,_base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .foreign */ .V$)(() => document?.toJS({ mapAsMap: true, maxAliasCount: 20 }));
    }
    catch (error) {
        problems.push(`metrics: it is not YAML: ${(0,_base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .known */ .eO)(error).message.split('\n')[0]}`);
        return [];
    }
    if (!Array.isArray(content) || content.length > MAX_METRICS) {
        problems.push(`metrics: ${(0,_base_quote_js__WEBPACK_IMPORTED_MODULE_4__/* .quote */ .h)(text)}; expected a list of at most ${MAX_METRICS} metrics`);
        return [];
    }
    return content.flatMap((item, i) => {
        const found = readMetric(item, functions);
        if (!Array.isArray(found))
            return [found];
        problems.push(...found.map((problem) => `metrics, item ${i + 1}: ${problem}`));
        return [];
    });
}
/** One metric, or its problems. */
function readMetric(item, functions) {
    if (!(item instanceof Map))
        return [`expected a map with the keys ${KEYS.join(', ')}`];
    const problems = [...item.keys()]
        .filter((key) => !KEYS.includes(key))
        .map((key) => `unknown key ${(0,_base_quote_js__WEBPACK_IMPORTED_MODULE_4__/* .quote */ .h)(String(key))}.${(0,_base_suggest_js__WEBPACK_IMPORTED_MODULE_1__/* .didYouMean */ .a)(String(key), KEYS)}`);
    const text = (key) => {
        const value = item.get(key);
        if (typeof value === 'string' && value.length > 0 && value.length <= 255)
            return value;
        problems.push(`"${key}" is ${(0,_base_quote_js__WEBPACK_IMPORTED_MODULE_4__/* .quote */ .h)(String(value))}; expected a string`);
        return '';
    };
    const dimensions = (key) => {
        const found = readDimensions(item.get(key), functions);
        if (typeof found !== 'string')
            return found;
        problems.push(`"${key}": ${found}`);
        return {};
    };
    const worse = item.get('worse') ?? 'higher';
    if (worse !== 'higher' && worse !== 'lower') {
        problems.push(`"worse" is ${(0,_base_quote_js__WEBPACK_IMPORTED_MODULE_4__/* .quote */ .h)(String(worse))}; expected higher or lower`);
    }
    const metric = {
        name: text('name'),
        worse: worse === 'lower' ? 'lower' : 'higher',
        namespace: text('namespace'),
        events: text('events'),
        total: text('total'),
        canary: dimensions('canary'),
        stable: dimensions('stable'),
    };
    return problems.length > 0 ? problems : metric;
}
const PLACEHOLDER = /\{(?:to|from)\.([A-Za-z0-9_-]{1,64})\}/g;
function readDimensions(value, functions) {
    if (!(value instanceof Map))
        return 'expected the dimensions of this side, such as { Version: "8" }';
    const dimensions = {};
    for (const [name, raw] of value) {
        const text = String(raw);
        const stranger = [...text.matchAll(PLACEHOLDER)].find((m) => !functions.includes((0,_base_assert_js__WEBPACK_IMPORTED_MODULE_5__/* .must */ .s)(m[1], 'a placeholder names its function')));
        if (stranger)
            return `${(0,_base_quote_js__WEBPACK_IMPORTED_MODULE_4__/* .quote */ .h)(stranger[0])} names no function of this release`;
        dimensions[String(name)] = text;
    }
    return dimensions;
}
/** Replaces the placeholders in dimensions with the versions of the release. */
function fillVersions(dimensions, versions) {
    const fill = (text) => versions.reduce((filled, v) => filled.replaceAll(`{to.${v.name}}`, v.to).replaceAll(`{from.${v.name}}`, v.from), text);
    return Object.fromEntries(Object.entries(dimensions).map(([name, text]) => [name, fill(text)]));
}


/***/ }),

/***/ 43636:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   T6: () => (/* binding */ functionNames),
/* harmony export */   Vb: () => (/* binding */ nameOf),
/* harmony export */   WR: () => (/* binding */ hookNames),
/* harmony export */   eZ: () => (/* binding */ namesOf),
/* harmony export */   j$: () => (/* binding */ bareFunction),
/* harmony export */   mu: () => (/* binding */ keyNames),
/* harmony export */   o2: () => (/* binding */ placeholderNames)
/* harmony export */ });
/* harmony import */ var _base_names_text_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(74326);
/* harmony import */ var _list_fields_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(87666);
// Names in the texts of inputs, which a stack or a file with outputs may know by another name: a logical ID, or the key of
// an output. Physical names replace them before anything is parsed.


/** The text is one name. */
function nameOf(of) {
    return {
        rename: (text, rename) => (text === '' ? '' : rename(of, text).join(',')),
    };
}
/** Names separated by commas or lines; an ARN names something by itself. */
function namesOf(of) {
    return {
        rename: (text, rename) => (0,_base_names_text_js__WEBPACK_IMPORTED_MODULE_1__/* .namesText */ .c)((0,_list_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .splitList */ .ry)(text).flatMap((item) => (isArn(item) ? [item] : rename(of, item)))),
    };
}
/** Functions, some with a qualifier: `orders, payments:live`. */
const functionNames = {
    rename: (text, rename) => (0,_list_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .splitList */ .ry)(text)
        .flatMap((item) => renamedFunction(item, rename))
        .join('\n'),
};
/** The same, one per line, among addresses. */
const hookNames = {
    hidden: true,
    rename: (text, rename) => text
        .split('\n')
        .map((line) => line.trim())
        .flatMap((line) => (isAddress(line) ? [line] : renamedFunction(line, rename)))
        .join('\n'),
};
function isAddress(line) {
    return line === '' || /^[a-z][a-z0-9+.-]*:\/\//i.test(line);
}
function renamedFunction(item, rename) {
    if (isArn(item))
        return [item];
    const [name = '', ...qualifier] = item.split(':');
    return rename('function', name).map((each) => [each, ...qualifier].join(':'));
}
function isArn(item) {
    return item.startsWith('arn:');
}
/** A key before `=` and a value. The hash of code ends in `=` itself. */
const KEY = /^(\s*)([A-Za-z0-9_./-]{1,255})(?=\s*=\s*[^\s=])/;
/** Values by function: `orders=8, payments=3`. */
const keyNames = {
    rename: (text, rename) => text.replace(/[^,\n]+/g, (item) => item.replace(KEY, (_, space, name) => space + onlyFunction(name, rename))),
};
/** The versions of a function in the dimensions of a metric: `{to.orders}`. */
const placeholderNames = {
    rename: (text, rename) => text.replace(/\{(to|from)\.([^{}\s]+)\}/g, (_, side, name) => `{${side}.${onlyFunction(name, rename)}}`),
};
function onlyFunction(name, rename) {
    const [only, ...others] = rename('function', name);
    return only === undefined || others.length > 0 ? name : bareFunction(only);
}
/** The name alone, of an ARN or with a qualifier. */
function bareFunction(text) {
    return text.replace(/^arn:[^:]*:lambda:[^:]*:[^:]*:function:/, '').replace(/:.*$/, '');
}


/***/ }),

/***/ 43137:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  hr: () => (/* binding */ ACTION),
  Ls: () => (/* binding */ WrongInputs),
  AN: () => (/* binding */ inputText),
  Ko: () => (/* binding */ readInputs),
  Rv: () => (/* binding */ strayInputs)
});

// EXTERNAL MODULE: ./build/base/errors.js + 1 modules
var errors = __nccwpck_require__(76031);
// EXTERNAL MODULE: ./build/base/listed.js
var listed = __nccwpck_require__(639);
// EXTERNAL MODULE: ./build/base/suggest.js
var suggest = __nccwpck_require__(24526);
// EXTERNAL MODULE: ./build/rollout/plan.js
var plan = __nccwpck_require__(17927);
// EXTERNAL MODULE: ./build/base/names-text.js
var names_text = __nccwpck_require__(74326);
// EXTERNAL MODULE: ./build/base/quote.js
var quote = __nccwpck_require__(73636);
// EXTERNAL MODULE: ./build/templates/compose.js
var compose = __nccwpck_require__(81864);
// EXTERNAL MODULE: ./build/templates/template-parameters.js
var template_parameters = __nccwpck_require__(95117);
// EXTERNAL MODULE: ./build/inputs/checkout-file.js
var checkout_file = __nccwpck_require__(7261);
;// CONCATENATED MODULE: ./build/inputs/config-file.js
// The `config` input: a YAML file in the checkout that uses the names of the inputs.







const MAX_BYTES = 256 * 1024;
/** Keys with a problem of their own; to look for what each of thousands meant takes seconds. */
const MOST_UNKNOWN = 20;
/** Reads the file. Every error becomes a problem; nothing is thrown. */
async function readConfigFile(path, workspace, allowed) {
    const file = (0,checkout_file/* readCheckoutFile */.$)(path, workspace, MAX_BYTES);
    if ('problem' in file)
        return failed(`config ${(0,quote/* quote */.h)(path)}: ${file.problem}`);
    const { visit } = await __nccwpck_require__.e(/* import() */ 8815).then(__nccwpck_require__.t.bind(__nccwpck_require__, 38815, 19));
    let content;
    try {
        const { document } = await (0,compose/* composeYaml */.ee)(file.text);
        if (!document)
            return { values: {}, problems: [] };
        // As it was written: a version 1.10 is not 1.1.
        content = await (0,errors/* foreign */.V$)(() => {
            visit(document, { Scalar: (_, node) => asWritten(node) });
            return document.toJS({ mapAsMap: true, maxAliasCount: 20 });
        });
    }
    catch (error) {
        return failed(`config ${(0,quote/* quote */.h)(path)} is not YAML: ${(0,errors/* known */.eO)(error).message}`);
    }
    if (content === null)
        return { values: {}, problems: [] };
    if (!(content instanceof Map)) {
        return failed(`config ${(0,quote/* quote */.h)(path)} contains no settings; expected lines such as "stage-name: prod"`);
    }
    return fromEntries(path, content, allowed);
}
function asWritten(node) {
    const odd = typeof node.value === 'number' || typeof node.value === 'boolean';
    if (odd && node.source !== undefined)
        node.value = node.source;
}
function failed(problem) {
    return { values: {}, problems: [problem] };
}
function fromEntries(path, content, allowed) {
    const values = {};
    const unknown = [...content.keys()].map(String).filter((name) => !allowed.includes(name));
    const problems = unknown
        .slice(0, MOST_UNKNOWN)
        .map((name) => `config ${(0,quote/* quote */.h)(path)}: unknown key ${(0,quote/* quote */.h)(name)}.${(0,suggest/* didYouMean */.a)(name, allowed)}`);
    const rest = unknown.length - MOST_UNKNOWN;
    if (rest > 0)
        problems.push(`config ${(0,quote/* quote */.h)(path)}: ${rest} more unknown keys`);
    for (const [key, value] of content) {
        const name = String(key);
        if (!allowed.includes(name))
            continue;
        const text = toText(name, value);
        if (text === undefined) {
            problems.push(`config ${(0,quote/* quote */.h)(path)}: the value of "${name}" is neither a string nor a list or map of strings`);
        }
        else
            values[name] = text;
    }
    return { values, problems };
}
/** A scalar unchanged, a list with one item per line, a map as `name=value` lines. */
function toText(name, value) {
    if (isScalar(value))
        return value === null ? '' : String(value);
    if (Array.isArray(value) && value.every(isScalar))
        return listText(name, value);
    // A list of maps belongs to an input that is YAML itself, and JSON is YAML.
    if (Array.isArray(value) && value.every((item) => item instanceof Map)) {
        return JSON.stringify(value.map(plainObject));
    }
    if (value instanceof Map && [...value.values()].every(isScalar)) {
        return mapText(name, [...value]);
    }
    return undefined;
}
function listText(name, items) {
    // The names of alarms may contain commas.
    return name === 'alarms' ? (0,names_text/* namesText */.c)(items.map((item) => String(item ?? ''))) : items.join('\n');
}
function mapText(name, map) {
    const entries = map.map(([key, item]) => [String(key), String(item ?? '')]);
    if (name !== 'template-parameters')
        return entries.map((entry) => entry.join('=')).join('\n');
    // A value of several lines would be read as several parameters.
    if (entries.some(([, item]) => item.trim().includes('\n')))
        return undefined;
    return entries.map((entry) => (0,template_parameters/* suppliedLine */.Dx)(...entry)).join('\n');
}
function plainObject(map) {
    const entries = [...map].map(([key, value]) => [
        String(key),
        value instanceof Map ? plainObject(value) : value,
    ]);
    return Object.fromEntries(entries);
}
function isScalar(value) {
    return value === null || ['string', 'number', 'boolean'].includes(typeof value);
}

// EXTERNAL MODULE: ./build/inputs/effect.js
var effect = __nccwpck_require__(89291);
;// CONCATENATED MODULE: ./build/inputs/effects.js
// When the inputs of every release have an effect.
const compares = {
    isMet: ({ analysis }) => analysis !== 'off',
    otherwise: 'with analysis: off',
    expected: 'analysis: enforce or observe',
};
const HOOKS = ['pre-traffic-hook', 'step-hook', 'post-traffic-hook'];
const hasHook = (values) => HOOKS.some((name) => values[name]?.length !== 0);
function needs(name, isMet) {
    return { isMet, otherwise: `without ${name}`, expected: name };
}
const EFFECTS = {
    command: 'always',
    config: 'always',
    'plan-of': 'by command',
    'hold-for': 'by command',
    'rollback-to': 'by command',
    functions: 'always',
    // Without functions it is refused, because it names none of them.
    version: 'always',
    // Without functions it is refused, too.
    'code-sha256': 'always',
    // Without functions it is refused, too.
    code: 'always',
    'code-bucket': {
        isMet: ({ code }) => code === undefined || Object.keys(code).length > 0,
        otherwise: 'without code',
        expected: 'code',
    },
    stack: 'always',
    'outputs-file': 'always',
    appspec: 'always',
    template: 'always',
    // Without a template it is refused where that would be read.
    'template-parameters': 'always',
    steps: 'always',
    advance: 'always',
    'min-step-time': {
        isMet: ({ advance }) => advance !== 'time',
        otherwise: 'with advance: time',
        expected: 'advance: evidence',
    },
    'max-step-time': 'always',
    'bake-time': 'always',
    'hold-back': {
        isMet: (values) => values['hold-back'] === 0 || (values['bake-time'] !== 0 && values.steps?.length !== 0),
        otherwise: 'without steps or a bake, which it changes',
        expected: 'steps and a bake-time',
    },
    'job-timeout': 'always',
    alarms: 'always',
    'on-alarm-at-start': needs('alarms', ({ alarms }) => alarms?.length !== 0),
    analysis: 'always',
    compare: compares,
    logs: compares,
    'false-rollback-rate': compares,
    dispersion: compares,
    'warm-up': {
        isMet: (values) => compares.isMet(values) &&
            (values.compare === undefined || values.compare.includes('latency')),
        otherwise: 'without a comparison of latency',
        expected: 'analysis: enforce or observe, and latency in compare',
    },
    'min-requests': 'always',
    metrics: compares,
    'on-inconclusive': 'always',
    'on-cancel': 'always',
    'on-other-plan': 'always',
    'on-unfinished': 'always',
    supersede: 'always',
    'on-pull-request': 'always',
    'keep-versions': 'always',
    'pre-traffic-hook': 'always',
    'step-hook': 'always',
    'post-traffic-hook': 'always',
    'hook-timeout': {
        isMet: hasHook,
        otherwise: 'without hooks',
        expected: 'pre-traffic-hook, step-hook or post-traffic-hook',
    },
    'hook-secret': {
        isMet: (values) => values['notify-url'] !== undefined || HOOKS.some((name) => signs(values[name])),
        otherwise: 'without a hook address or notify-url, whose requests it signs',
        expected: 'one of them',
    },
    preview: 'by command',
    'preview-limit': 'by command',
    'preview-age': 'by command',
    'protected-stages': 'by command',
    comment: 'always',
    'log-samples': {
        isMet: (values) => values.logs !== 'off' && compares.isMet(values),
        otherwise: 'without logs',
        expected: 'logs: auto or required',
    },
    commit: 'always',
    feedback: {
        isMet: ({ comment }) => comment !== false,
        otherwise: 'with comment: false, because it reads reactions to the comment',
        expected: 'comment: true',
    },
    environment: 'always',
    'environment-url': needs('environment', ({ environment }) => environment !== ''),
    'notify-url': 'always',
    'github-token': 'always',
    'role-to-assume': 'always',
    // Together with role-to-assume it is refused where the inputs are read.
    'credentials-expire-at': 'always',
    'role-duration-seconds': {
        isMet: (values) => values['role-to-assume'] !== undefined,
        otherwise: 'without role-to-assume',
        expected: 'role-to-assume',
    },
};
/** An invalid list is `undefined`. */
function signs(hooks) {
    return hooks === undefined || hooks.some(({ kind }) => kind === 'url');
}

// EXTERNAL MODULE: ./build/inputs/names.js
var inputs_names = __nccwpck_require__(43636);
;// CONCATENATED MODULE: ./build/inputs/look-up.js
// Names of a stack, or of a file with outputs, in the texts of inputs. Looking them up needs AWS, which this folder does
// not know, so it is passed in.

/**
 * The texts of the inputs with physical names. Adds a problem for each name that is ambiguous.
 *
 * @param textOf returns the text of an input as written
 */
function withPhysicalNames({ inputs }, textOf, names, problems) {
    const notes = new Set();
    const texts = {};
    const replaced = (input, written, found, hidden = false) => {
        switch (found.kind) {
            case 'found': {
                const same = found.names.length === 1 && found.names[0] === written;
                if (!same)
                    notes.add(`"${written}" is ${found.names.join(', ')} (${found.what})`);
                return found.names;
            }
            case 'unknown':
                if (!hidden)
                    notes.add(`${input}: ${found.note}`);
                return [written];
            case 'refused':
                problems.push(`${input}: ${found.problem}`);
                return [written];
            default:
                return [written];
        }
    };
    for (const [input, { names: within }] of Object.entries(inputs)) {
        const text = textOf(input);
        if (!within || text === '')
            continue;
        texts[input] = within.rename(text, (of, name) => replaced(input, name, names.find(of, name), within.hidden));
    }
    const alias = texts.alias ?? textOf('alias');
    if (alias !== '' && textOf('functions') === '' && textOf('rest-api-id') === '') {
        const having = names.functionsWith(alias);
        if (having.kind === 'refused')
            problems.push(`alias: ${having.problem}`);
        if (having.kind === 'found') {
            texts.functions = having.names.join('\n');
            notes.add(`functions: all with the alias "${alias}": ${having.names.join(', ')} (${having.what})`);
        }
    }
    const physical = (name) => {
        const found = names.find('function', name);
        return found.kind === 'found' ? (0,inputs_names/* bareFunction */.j$)(found.names[0] ?? name) : name;
    };
    return {
        textOf: (name) => texts[name] ?? textOf(name),
        byFunction: (values) => Object.fromEntries(Object.entries(values).map(([name, value]) => [physical(name), value])),
        notes: [...notes],
    };
}

// EXTERNAL MODULE: ./build/inputs/members.js
var members = __nccwpck_require__(97087);
// EXTERNAL MODULE: ./build/inputs/metric-fields.js
var metric_fields = __nccwpck_require__(23194);
;// CONCATENATED MODULE: ./build/inputs/per-function.js
// Inputs with a value for each function: `8` for a single function, or `orders=8, payments=3`.

/** @returns the value of a function; adds a problem for each value that has no function */
function perFunction(input, values, functions, problems, textOf = String) {
    const { '': lone, ...named } = values ?? {};
    if (lone !== undefined && functions.length !== 1) {
        const text = textOf(lone);
        problems.push(`${input}: "${text}" does not name its function, and ${functions.length} are listed; expected for example orders=${text}`);
    }
    const names = functions.map(({ name }) => name);
    for (const name of Object.keys(named).filter((each) => !names.includes(each))) {
        problems.push(`${input}: "${name}" is not among the functions.${(0,suggest/* didYouMean */.a)(name, names)}`);
    }
    return (name) => (Object.hasOwn(named, name) ? named[name] : lone);
}

// EXTERNAL MODULE: ./build/rollout/steps.js + 1 modules
var steps = __nccwpck_require__(62155);
;// CONCATENATED MODULE: ./build/inputs/read-template.js
// The inputs `appspec` and `template`: a CodeDeploy or SAM file that replaces other inputs.



/** CloudFormation's limit for a template. */
const read_template_MAX_BYTES = 1024 * 1024;
const NOTHING = { source: '', values: {}, current: {}, notes: [], isWrong: false };
/**
 * Reads the named file, if any. Adds every error to the problems.
 *
 * @param textOf returns the text of an input; empty if not set
 */
async function readTemplate(textOf, { workspace, region }, problems) {
    const [appSpec, template] = [textOf('appspec'), textOf('template')];
    if (template === '' && textOf('template-parameters') !== '') {
        problems.push('template-parameters: there is no template; expected the input template');
    }
    if (appSpec !== '' && template !== '') {
        problems.push('appspec, template: both are given; expected one of them');
    }
    const kind = template === '' ? 'appspec' : 'template';
    const path = textOf(kind);
    if (path === '')
        return NOTHING;
    const source = `${kind} ${(0,quote/* quote */.h)(path)}`;
    const file = (0,checkout_file/* readCheckoutFile */.$)(path, workspace, read_template_MAX_BYTES);
    if ('problem' in file) {
        problems.push(`${source}: ${file.problem}`);
        return { ...NOTHING, isWrong: true };
    }
    const { readSupplied } = await Promise.resolve(/* import() */).then(__nccwpck_require__.bind(__nccwpck_require__, 95117));
    const supplied = readSupplied(textOf('template-parameters'), problems);
    const gives = (name) => textOf(name) !== '';
    // Logical IDs are names then, which are looked up later.
    const namesLater = gives('stack');
    const given = { gives, supplied, region, stepsOf, namesLater };
    const described = await read(kind, file.text, given);
    problems.push(...described.problems.map((problem) => `${source}: ${problem}`));
    return {
        ...described,
        source,
        isWrong: described.problems.length > 0,
        notes: described.notes.map((says) => `${source}: ${says}`),
    };
}
/** By its steps, a schedule is the same whatever it is called. */
function stepsOf(text) {
    const parsed = (0,steps/* parseSteps */.$)(text);
    return parsed.kind === 'steps' ? JSON.stringify(parsed.steps) : text;
}
async function read(kind, text, given) {
    const { parseTree } = await __nccwpck_require__.e(/* import() */ 8667).then(__nccwpck_require__.bind(__nccwpck_require__, 48667));
    const { plainValue } = await __nccwpck_require__.e(/* import() */ 6185).then(__nccwpck_require__.bind(__nccwpck_require__, 36185));
    const parsed = await parseTree(text, kind === 'template' ? plainValue : undefined);
    if (parsed.kind === 'problem') {
        const { onlyProblem } = await __nccwpck_require__.e(/* import() */ 295).then(__nccwpck_require__.bind(__nccwpck_require__, 90295));
        return onlyProblem(parsed.problem);
    }
    if (kind === 'appspec') {
        return (await __nccwpck_require__.e(/* import() */ 387).then(__nccwpck_require__.bind(__nccwpck_require__, 90387))).readAppSpec(parsed.tree, given);
    }
    return (await __nccwpck_require__.e(/* import() */ 5709).then(__nccwpck_require__.bind(__nccwpck_require__, 25709))).readSam(parsed.tree, given);
}

// EXTERNAL MODULE: ./build/inputs/schema.js + 10 modules
var inputs_schema = __nccwpck_require__(3130);
;// CONCATENATED MODULE: ./build/inputs/read.js
// INPUT_* and the config file → Inputs. All problems are collected and reported together.













/** The inputs have problems, which its message lists. */
class WrongInputs extends errors/* KnownError */.E {
    problems;
    constructor(problems) {
        super(listProblems(problems));
        this.problems = problems;
    }
}
const ACTION = {
    expectedRegion: 'expected the step aws-actions/configure-aws-credentials before this one, with aws-region',
    defaults: {},
};
/**
 * Reads all inputs. Throws one `WrongInputs` with all problems.
 *
 * @param kinds of target that the inputs may name
 */
async function readInputs(env, kinds, host = ACTION) {
    const schema = (0,inputs_schema/* schemaOf */.pP)(kinds);
    const region = env.AWS_REGION || env.AWS_DEFAULT_REGION || '';
    const problems = [
        ...misspelledInputs(env, schema),
        ...convertedInputs(env, schema),
        ...regionProblems(region, host),
    ];
    const allowed = (0,inputs_schema/* configNames */.FG)(schema);
    const workspace = env.GITHUB_WORKSPACE || '.';
    const path = inputText(env, 'config');
    const config = path === '' ? { values: {}, problems: [] } : await readConfigFile(path, workspace, allowed);
    problems.push(...config.problems);
    const given = (name) => inputText(env, name) || config.values[name] || '';
    const described = await readTemplate(given, { workspace, region }, problems);
    const written = (name) => given(name) || described.values[name] || '';
    const source = (name) => given(name) === '' && described.values[name] ? `${described.source}, ` : '';
    const names = await readNames(schema, { written, source, workspace, region }, host, problems);
    const renamed = names && withPhysicalNames(schema, written, names, problems);
    // What cannot be parsed because of a name that is not clear would only repeat that.
    if (renamed && problems.length > 0)
        throw new WrongInputs(problems);
    const { textOf, byFunction } = renamed ?? read_asWritten(written);
    const orDefault = (name) => textOf(name) || host.defaults[name] || '';
    const values = parseAll(schema, region, orDefault, source, problems);
    const functions = withRequests(values, workspace, problems);
    const facts = {
        ...{ textOf, values, functions, workspace },
        current: byFunction(described.current),
        isFileWrong: described.isWrong,
    };
    const kind = kindNamed(kinds, facts);
    const named = kind && readTarget(kind, kinds, facts, problems);
    checkStart(values, problems);
    checkHoldBack(values, problems);
    checkCode(values, kind, problems);
    checkExpiry(values, problems);
    const effects = { ...EFFECTS, ...kind?.effects };
    const idle = (0,effect/* idleInputs */.m)(effects, schema.inputs, values, (name) => textOf(name) !== '');
    const isSet = ({ name }) => inputText(env, name) !== '';
    problems.push(...idle.filter(isSet).map(({ words }) => words));
    // Several workflows share a config file, so what one of them does not use is no mistake, but is said.
    const unused = idle.filter((each) => !isSet(each)).map(({ words }) => `config: ${words}`);
    const metrics = await (0,metric_fields/* parseMetrics */.Bm)(values.metrics ?? '', functions.map((f) => f.name), problems);
    if (problems.length > 0 || !named)
        throw new WrongInputs(problems);
    const all = values;
    return {
        ...(0,members/* membersOf */.l)(inputs_schema/* COMMON */.Sq, all),
        region,
        ...named,
        advance: readAdvance(all),
        metrics,
        hooks: readHooks(all),
        role: readRole(all),
        asked: readAsked(all, named.functions, (name) => textOf(name) !== ''),
        stacks: names?.stacks ?? [],
        understood: [...described.notes, ...(names?.notes ?? []), ...(renamed?.notes ?? []), ...unused],
    };
}
function read_asWritten(textOf) {
    return { textOf, byFunction: (values) => values };
}
/** Looks names up, after everything that has none was found right: nothing wrong is sent to AWS. */
async function readNames(schema, { written, source, workspace, region, }, { lookUp }, problems) {
    const [stack, outputsFile] = [written('stack'), written('outputs-file')];
    if (stack === '' && outputsFile === '')
        return undefined;
    const unnamed = Object.entries(schema.inputs).filter(([, { names }]) => !names);
    const inputs = { ...schema, inputs: Object.fromEntries(unnamed) };
    const values = parseAll(inputs, region, written, source, problems);
    if (!lookUp)
        problems.push('stack, outputs-file: names cannot be looked up here');
    if (!lookUp || problems.length > 0)
        throw new WrongInputs(problems);
    const role = readRole(values);
    const names = await lookUp({
        ...{ stack, outputsFile, workspace, region, role },
        begins: (0,effect/* beginsRelease */.a)(values),
    });
    if (names.problems.length > 0)
        throw new WrongInputs(names.problems);
    return names;
}
function readAsked(values, functions, named) {
    return {
        steps: named('steps') && values.steps !== 'auto' ? values.steps : undefined,
        advance: named('advance') ? values.advance : undefined,
        bakeSeconds: named('bake-time') ? values['bake-time'] : undefined,
        holdBack: values['hold-back'],
        functions,
    };
}
/** The kind that the inputs name: the last if they name several, the first if they name none. */
function kindNamed(kinds, given) {
    return kinds.findLast((kind) => kind.isNamed(given)) ?? kinds[0];
}
function readTarget(named, kinds, given, problems) {
    const others = kinds
        .filter((kind) => kind !== named)
        .flatMap(({ inputs, words }) => inputs.flatMap((group) => Object.keys(group.inputs).map((name) => ({ name, of: words }))));
    return named.read({ ...given, others: others.filter(({ name }) => given.textOf(name) !== '') }, problems);
}
function readRole(values) {
    const arn = values['role-to-assume'];
    return arn === undefined ? undefined : { arn, seconds: values['role-duration-seconds'] };
}
function readHooks(values) {
    const calls = {
        'pre-traffic': values['pre-traffic-hook'],
        step: values['step-hook'],
        'post-traffic': values['post-traffic-hook'],
    };
    return { calls, timeoutSeconds: values['hook-timeout'], secret: values['hook-secret'] };
}
const LONGEST_EVIDENCE_SECONDS = 1800;
function readAdvance(values) {
    const maxSeconds = values['max-step-time'];
    if (values.advance === 'time')
        return { kind: 'time', maxSeconds };
    const minSeconds = values['min-step-time'];
    return { kind: 'evidence', minSeconds, maxSeconds: maxSeconds ?? LONGEST_EVIDENCE_SECONDS };
}
/** A session of the action's own is renewed, so its end limits nothing. */
function checkExpiry(values, problems) {
    if (!values['role-to-assume'] || values['credentials-expire-at'] === undefined)
        return;
    problems.push('credentials-expire-at: it has no effect with role-to-assume, whose session is renewed; omit one of the two');
}
/** `start` leaves a split, so the plan must have one. */
function checkStart(values, problems) {
    const { command, steps, 'plan-of': planOf } = values;
    const starts = command === 'start' || (command === 'plan' && planOf === 'start');
    if (!starts || steps === 'auto' || !steps || steps.length > 0)
        return;
    problems.push('steps: there is no step to hold at; expected at least one with command: start');
}
/** The bake is a step after the others, so its weight is larger. */
function checkHoldBack(values, problems) {
    const { steps, 'hold-back': share, 'bake-time': bakeSeconds } = values;
    const last = steps === 'auto' ? undefined : steps?.at(-1);
    if (!share || !last || bakeSeconds === 0 || last.weight < 100 - share)
        return;
    const bake = (0,plan/* formatWeight */.ck)(100 - share);
    problems.push(`hold-back: the bake would be a step of ${bake}, but the last of the steps is ${(0,plan/* formatWeight */.ck)(last.weight)} already; expected a smaller hold-back, a smaller last step, or hold-back: 0%`);
}
/** Code is uploaded for a release of functions, and not for a preview, which may have unmerged code. */
function checkCode({ code, command }, kind, problems) {
    if (!code || Object.keys(code).length === 0)
        return;
    if (kind && !kind.takesCode) {
        problems.push(`code: only functions of Lambda have code to upload, and ${kind.words} has none; omit it`);
    }
    if (command === 'preview') {
        problems.push('code: a preview shows what is uploaded already, because it must not change $LATEST; omit it');
    }
}
function parseAll({ inputs }, region, textOf, 
/** A prefix for the name of an input whose text comes from a file. */
source, problems) {
    const values = {};
    for (const [name, { default: fallback, type }] of Object.entries(inputs)) {
        const parsed = type.parse(textOf(name) || fallback, region);
        if (parsed.ok)
            values[name] = parsed.value;
        else
            problems.push(...parsed.problems.map((problem) => `${source(name)}${name}: ${problem}`));
    }
    return values;
}
/** The variable names of the runner: upper case, spaces as underscores, hyphens unchanged. */
function inputText(env, name) {
    return (env[`INPUT_${name.replace(/ /g, '_').toUpperCase()}`] ?? '').trim();
}
/** Inputs that this action does not have. A known name may have been meant. */
function unknownInputs(env, { inputs }) {
    const known = Object.keys(inputs);
    return Object.keys(env)
        .filter((key) => key.startsWith('INPUT_'))
        .map((key) => key.slice('INPUT_'.length).toLowerCase())
        .filter((name) => !known.includes(name))
        .map((name) => ({ name: name.slice(0, 60), meant: (0,suggest/* didYouMean */.a)(name, known) }));
}
/** act also passes the inputs of an outer composite action, which may have similar names. */
function mayBeOfOthers(env, meant) {
    return meant === '' || env.ACT === 'true';
}
function misspelledInputs(env, schema) {
    return unknownInputs(env, schema)
        .filter(({ meant }) => !mayBeOfOthers(env, meant))
        .map(({ name, meant }) => `${name}: this action has no such input.${meant}`);
}
/** Unknown inputs that are probably not meant for this action: a warning for each. */
function strayInputs(env, kinds) {
    const stray = unknownInputs(env, (0,inputs_schema/* schemaOf */.pP)(kinds)).filter(({ meant }) => mayBeOfOthers(env, meant));
    return (0,listed/* firstOf */.Ku)(stray.map(({ name, meant }) => `${name}: this action has no such input, so it is ignored.${meant}`));
}
/** What GitHub makes of a list or an object whose expression is the whole value. */
function convertedInputs(env, { inputs }) {
    return Object.keys(inputs)
        .filter((name) => ['Array', 'Object'].includes(inputText(env, name)))
        .map((name) => `${name}: "${inputText(env, name)}" is what GitHub makes of a value of fromJSON; expected a text, such as \${{ join(fromJSON(…), ',') }}`);
}
function regionProblems(region, { expectedRegion }) {
    if (region === '')
        return [`AWS_REGION is not set; ${expectedRegion}`];
    return /^[a-z0-9-]{2,32}$/.test(region)
        ? []
        : [`AWS_REGION "${region.slice(0, 60)}" is not a region; expected for example eu-central-1`];
}
/** Adds the requested version and code to each function. */
function withRequests(values, workspace, problems) {
    const { functions, version, 'code-sha256': hashes, code, 'code-bucket': bucket = '' } = values;
    // Problems of the list itself are already reported.
    if (!functions)
        return [];
    const versionOf = perFunction('version', version, functions, problems);
    const hashOf = perFunction('code-sha256', hashes, functions, problems);
    const sourceOf = perFunction('code', code, functions, problems, ({ text }) => text);
    return functions.map((each) => {
        const [codeSha256, source] = [hashOf(each.name), sourceOf(each.name)];
        const requested = versionOf(each.name);
        if (source && requested !== undefined) {
            problems.push(`code, version: "${each.name}" has code to upload and the published version ${requested}; expected one of them`);
        }
        return {
            ...each,
            version: requested,
            ...(codeSha256 !== undefined && { codeSha256 }),
            ...(source && { code: { source, workspace, bucket } }),
        };
    });
}
function listProblems(problems) {
    const count = problems.length === 1 ? 'one problem' : `${problems.length} problems`;
    return `The inputs have ${count}; nothing was changed in AWS.\n${(0,listed/* firstOf */.Ku)(problems)
        .map((p) => `- ${p}`)
        .join('\n')}`;
}


/***/ }),

/***/ 3130:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  Sq: () => (/* binding */ COMMON),
  FG: () => (/* binding */ configNames),
  pP: () => (/* binding */ schemaOf)
});

// EXTERNAL MODULE: ./build/inputs/fields.js
var fields = __nccwpck_require__(64347);
// EXTERNAL MODULE: ./build/inputs/input-types.js
var input_types = __nccwpck_require__(89080);
;// CONCATENATED MODULE: ./build/inputs/access-inputs.js


const accessInputs = {
    title: 'AWS credentials',
    inputs: {
        'role-to-assume': {
            type: (0,input_types/* text */.Qq)((value, region) => (0,fields/* roleArn */.w3)(region)(value), { name: 'ARN', pattern: '^arn:' }),
            default: '',
            defaultText: 'the credentials of an earlier step',
            combined: true,
            doc: 'The ARN of a role that the action assumes through GitHub OIDC.',
            details: 'The job needs `id-token: write`. The action renews the session for rollouts that last longer than one session, and if AWS ends it early.',
        },
        'role-duration-seconds': {
            type: (0,input_types/* number */.ai)(fields/* sessionSeconds */.Q7, { minimum: 900, maximum: 43_200 }),
            default: '3600',
            combined: true,
            doc: 'The length of each `role-to-assume` session, in seconds.',
            details: 'The role must allow it.',
        },
        'credentials-expire-at': {
            type: (0,input_types/* text */.Qq)(fields/* instant */.uR, { name: 'time', pattern: '^"?\\d{4}-\\d{2}-\\d{2}[T ]\\d{2}:' }),
            default: '',
            defaultText: '`AWS_CREDENTIAL_EXPIRATION`',
            doc: 'When the credentials of an earlier step expire.',
            details: 'A release that takes longer is refused. For example the output `aws-expiration` of `aws-actions/configure-aws-credentials` with `output-credentials: true`. Not with `role-to-assume`, whose session is renewed.',
        },
    },
};

// EXTERNAL MODULE: ./build/inputs/list-fields.js
var list_fields = __nccwpck_require__(87666);
;// CONCATENATED MODULE: ./build/inputs/command-inputs.js


const COMMANDS = [
    'rollout',
    'plan',
    'start',
    'advance',
    'promote',
    'rollback',
    'pause',
    'resume',
    'status',
    'comment',
    'preview',
    'sweep',
];
const commandInputs = {
    title: 'Command',
    inputs: {
        command: {
            type: (0,input_types/* choice */.Yq)(...COMMANDS),
            default: 'rollout',
            doc: 'What this run does: a complete release, one part of a release, or a check.',
            details: '`rollout`: run the complete release. `plan`: check everything, change nothing, and report what would happen and what each step can detect. It fails if it finds problems, so you can use it as a pull-request check. To split a release across runs, use the following commands. `start`: release up to the first weight. `advance`: check once, then shift if it is time, or roll back. `promote`: skip the remaining steps and promote. `rollback`: return all traffic to the previous version. `pause`: keep the current weight. `resume`: end the pause. `status`: show the current state and change nothing. `comment`: run the command in a pull-request comment, such as `/canary promote`, on the event `issue_comment`. `preview`: deploy the code of a pull request; see the input `preview`. `sweep`: remove old previews and previews of closed pull requests.',
        },
        config: {
            type: input_types/* file */.NJ,
            default: '',
            workflowOnly: true,
            combined: true,
            doc: 'A YAML file in the checkout that sets inputs by name.',
            details: 'Inputs under `with:` override the file.',
        },
        'plan-of': {
            type: (0,input_types/* choice */.Yq)('rollout', 'start'),
            default: 'rollout',
            doc: 'The kind of release that the command `plan` checks.',
            details: '`rollout`: a complete release in one job. `start`: a release that later runs continue with `advance` or `promote`, so `job-timeout` does not limit it.',
        },
        'hold-for': {
            type: input_types/* time */.kB,
            default: '0s',
            member: 'holdSeconds',
            doc: 'How long the command `start` monitors the first weight before it ends, such as `30m`.',
            details: 'With `0s`, it ends immediately and later runs continue the release.',
        },
        'rollback-to': {
            type: { ...(0,input_types/* numberOrMap */.Tf)(list_fields/* earlierRelease */.Cs), name: 'text or map' },
            default: '',
            defaultText: 'only an open release is rolled back',
            doc: 'The earlier release that the command `rollback` returns to after a promotion.',
            details: '`previous`: the release before the one now served, as recorded in the description of its deployment or version. `deployment=ID`: a deployment in the history of the stage. Versions: `7`, or `orders=7, payments=3`.',
        },
    },
};

// EXTERNAL MODULE: ./build/inputs/hook-fields.js
var hook_fields = __nccwpck_require__(1627);
// EXTERNAL MODULE: ./build/inputs/names.js
var names = __nccwpck_require__(43636);
;// CONCATENATED MODULE: ./build/inputs/hook-inputs.js



const hookList = (0,input_types/* list */.p_)((text, region) => (0,hook_fields/* hooks */.JL)(region)(text));
const hookInputs = {
    title: 'Hooks',
    inputs: {
        'pre-traffic-hook': {
            type: hookList,
            default: '',
            combined: true,
            names: names/* hookNames */.WR,
            doc: 'Runs after the canary is prepared and before it receives traffic.',
            details: 'Set a Lambda function (`NAME`, `NAME:ALIAS` or ARN) or an HTTPS address; write several hooks one per line. If a hook fails, the release ends before any user is served.',
        },
        'step-hook': {
            type: hookList,
            default: '',
            combined: true,
            names: names/* hookNames */.WR,
            doc: 'Runs at the end of each step, before the next weight or the promotion.',
            details: 'If a hook fails, the release is rolled back.',
        },
        'post-traffic-hook': {
            type: hookList,
            default: '',
            combined: true,
            names: names/* hookNames */.WR,
            doc: 'Runs after the promotion, when the bake begins.',
            details: 'If a hook fails, the release is rolled back.',
        },
        'hook-timeout': {
            type: (0,input_types/* timeOf */.nR)(hook_fields/* hookTimeout */.xG),
            default: '60s',
            combined: true,
            doc: 'How long a hook may run, from `1s` to `15m`.',
        },
        'hook-secret': {
            type: (0,input_types/* text */.Qq)(hook_fields/* hookSecret */.OX),
            default: '',
            workflowOnly: true,
            secret: true,
            combined: true,
            doc: 'The key that signs requests to hook addresses and to `notify-url`.',
            details: 'At least 8 characters in one line. The signature is in the header `x-canary-signature` (HMAC-SHA-256).',
        },
    },
};

// EXTERNAL MODULE: ./build/analysis/measure-class.js
var measure_class = __nccwpck_require__(93934);
// EXTERNAL MODULE: ./build/inputs/metric-fields.js
var metric_fields = __nccwpck_require__(23194);
;// CONCATENATED MODULE: ./build/inputs/judging-inputs.js






const judgingInputs = {
    title: 'Alarms and comparison',
    inputs: {
        alarms: {
            type: (0,input_types/* list */.p_)((text, region) => (0,list_fields/* alarms */.bq)(region)(text)),
            default: '',
            names: (0,names/* namesOf */.eZ)('alarm'),
            doc: 'CloudWatch alarms of any type: names or ARNs, separated by commas or line breaks.',
            details: 'If a name contains a comma, use a JSON list such as `["orders, 5xx"]`, or a list in the config file. Metric, composite and log alarms of the account and the Region of the job. If one fires, the release is rolled back.',
        },
        'on-alarm-at-start': {
            type: (0,input_types/* choice */.Yq)('stop', 'continue'),
            default: 'stop',
            doc: 'What to do if an alarm is already firing when the release starts.',
            details: '`stop`: do not start. `continue`: start, and count only a new transition to `ALARM`.',
        },
        analysis: {
            type: (0,input_types/* choice */.Yq)('enforce', 'observe', 'off'),
            default: 'enforce',
            doc: 'Whether to compare the errors and latency of the new version with the current version.',
            details: '`enforce`: compare, and roll back a worse version. `observe`: compare, and only report. `off`: do not compare.',
        },
        compare: {
            type: (0,input_types/* listOf */.c3)(measure_class/* CLASSES */.N, list_fields/* compare */.UD),
            default: measure_class/* CLASSES */.N.join(', '),
            defaultText: 'all three',
            doc: 'What to compare.',
            details: '`errors`: 5XX responses, and failed or throttled invocations. `client-errors`: 4XX responses. `latency`: slow responses. On a stage with detailed metrics, errors and client errors are also compared by route. Aliases have counts of errors only. Your own `metrics` are always compared.',
        },
        logs: {
            type: (0,input_types/* choice */.Yq)('auto', 'off', 'required'),
            default: 'auto',
            doc: 'Whether to read the logs of both versions, which show failures within seconds.',
            details: 'Metrics arrive by the minute, and one to three minutes late. On a stage, the access log is read, and on an alias the log of the function. `auto`: read them if they exist and can be read. `off`: do not read them. `required`: do not start if they cannot be read. See [logs](docs/logs.md).',
        },
        'false-rollback-rate': {
            type: (0,input_types/* percentage */.X1)(fields/* rate */.TS),
            default: '1%',
            doc: 'The maximum probability that the comparison rolls back a version that is no worse.',
            details: 'It covers all tests of a complete rollout.',
        },
        dispersion: {
            type: (0,input_types/* number */.ai)(fields/* dispersion */.HG, { minimum: 1, maximum: 999 }, 'auto'),
            default: 'auto',
            doc: 'The expected size of failure clusters on one version.',
            details: 'One bad execution environment can cause such clusters. `auto` estimates the size from the hour before the release: up to 50 failures, and up to 5 slow requests. You can also set a number. It does not make sticky routing comparable: if all requests of a client go to one version, `false-rollback-rate` does not hold.',
        },
        'warm-up': {
            type: input_types/* time */.kB,
            default: '1m',
            member: 'warmUpSeconds',
            doc: 'How long the new version may be slower after each change of its weight.',
            details: 'Its execution environments start then, and caches are empty. Slow requests of this time are not compared, and those after it count more and more. Set it to the time after which a new version has its usual latency. Failed requests always count.',
        },
        'min-requests': {
            type: (0,input_types/* number */.ai)(fields/* countOfRequests */.tP, { minimum: 1, maximum: 999_999_999 }),
            default: '1',
            doc: 'The minimum number of canary requests before a step can end.',
            details: 'If they do not arrive within `max-step-time`, `on-inconclusive` applies.',
        },
        metrics: {
            type: metric_fields/* metricList */.to,
            default: '',
            combined: true,
            names: names/* placeholderNames */.o2,
            doc: 'Your own metrics to compare, as YAML.',
            details: 'A list of items with the keys `name`, `worse` (`higher`, the default, or `lower`), `namespace`, `events`, `total`, `canary` and `stable`. `events` and `total` are metric names. `canary` and `stable` hold the dimensions of each side.',
        },
    },
};

// EXTERNAL MODULE: ./build/inputs/members.js
var members = __nccwpck_require__(97087);
;// CONCATENATED MODULE: ./build/inputs/policy-inputs.js


const policyInputs = {
    title: 'Policies',
    inputs: {
        'on-inconclusive': {
            type: (0,input_types/* choice */.Yq)('hold', 'promote', 'rollback'),
            default: 'hold',
            doc: 'What to do if a step or the bake ends without enough evidence.',
            details: '`hold`: keep the current weight and end the run. `promote`: continue. `rollback`: roll back. It applies if an alarm, the traffic or (with `advance: evidence`) the comparison is still inconclusive at `max-step-time`. It also applies if nothing was compared before the promotion, or if the bake could not be read to its end.',
        },
        'on-cancel': {
            type: (0,input_types/* choice */.Yq)('rollback', 'hold'),
            default: 'rollback',
            doc: 'What to do if the job is cancelled.',
            details: '`rollback`: roll back. `hold`: keep the canary at its weight until a later run continues the release or rolls it back.',
        },
        'on-other-plan': {
            type: (0,input_types/* choice */.Yq)('fail', 'continue'),
            default: 'fail',
            doc: 'What to do if the open release was started with a different plan.',
            details: 'A plan is different if its steps, times, versions or `stage-variable-overrides` do not match the inputs of this run. `fail`: stop. `continue`: keep the plan of the open release. For `rollout` and `start`, only steps and times count; for all else, see `supersede`.',
        },
        'on-unfinished': {
            type: (0,input_types/* choice */.Yq)('resume', 'rollback', 'fail'),
            default: 'resume',
            doc: 'What to do if an earlier run left a rollout open on this target.',
            details: '`resume`: continue it. `rollback`: roll it back, then start this release. `fail`: stop, and leave it open.',
        },
        supersede: {
            type: (0,input_types/* choice */.Yq)('wait', 'replace', 'fail'),
            default: 'fail',
            doc: 'What to do if the open rollout releases something different from what this run would release.',
            details: 'The action compares code and settings of the functions, the API definition, stage variables and `promote`. `fail`: stop. `wait`: wait until it ends. `replace`: roll it back, then start this release. The action never replaces the release of another alias or of another job in the same workflow run.',
        },
        'on-pull-request': {
            type: (0,input_types/* choice */.Yq)('refuse', 'allow'),
            default: 'refuse',
            doc: 'What to do with a release on an event that can bring unmerged code to users.',
            details: '`refuse`: stop. `allow`: release. Examples of such events: `pull_request`, `merge_group`, `issue_comment`.',
        },
        'keep-versions': {
            type: (0,input_types/* number */.ai)(fields/* keepVersions */.H1, { minimum: 1, maximum: 9999 }),
            default: '',
            defaultText: 'nothing is deleted',
            doc: 'How many versions and deployments to keep after a promotion.',
            details: 'The action deletes old versions of the released functions, and unused deployments that it created. It keeps this many of the newest of each. It never deletes anything that is in use.',
        },
    },
};

;// CONCATENATED MODULE: ./build/inputs/preview-inputs.js



const previewInputs = {
    title: 'Previews',
    inputs: {
        preview: {
            type: (0,input_types/* choice */.Yq)('stage', 'canary'),
            default: 'stage',
            doc: 'What the command `preview` creates for a pull request.',
            details: '`stage`: a separate stage `pr-NUMBER` with the variables of `stage-name`; that stage does not change. The new stage has only its default address, and is in no usage plan, so routes that require an API key answer 403 until you add it to one. `canary`: a canary on the stage itself, at the first weight of `steps`, monitored and never promoted. Each push updates the preview. Closing the pull request removes it.',
        },
        'preview-limit': {
            type: (0,input_types/* choice */.Yq)('oldest', 'refuse'),
            default: 'refuse',
            doc: 'What to do if the API has no room for another stage.',
            details: "`refuse`: stop. `oldest`: remove this repository's least recently updated preview.",
        },
        'preview-age': {
            type: input_types/* time */.kB,
            default: '336h',
            member: 'previewAgeSeconds',
            doc: 'The command `sweep` removes previews that have not been updated for this long.',
        },
        'protected-stages': {
            type: (0,input_types/* list */.p_)(list_fields/* stageNames */.hL),
            default: 'prod, production, live',
            names: (0,names/* namesOf */.eZ)('API stage'),
            doc: 'Stages that previews must not change, separated by commas or line breaks.',
        },
    },
};

// EXTERNAL MODULE: ./build/base/partitions.js
var partitions = __nccwpck_require__(23601);
// EXTERNAL MODULE: ./build/base/quote.js
var quote = __nccwpck_require__(73636);
;// CONCATENATED MODULE: ./build/inputs/code-fields.js
// The parsers of `code` and `code-bucket`: where the code of functions comes from.




/** The source of the only function, or `orders=…`. The key of a single source is empty. */
function codeSources(region) {
    return (text) => {
        const items = splitSources(text).map((item) => {
            const [, name = '', source = item] = NAMED.exec(item) ?? [];
            return { name, source: parseSource(source, region) };
        });
        const problems = items.flatMap(({ source }) => (source.ok ? [] : source.problems));
        problems.push(...(0,list_fields/* twice */.P4)(items.map(({ name }) => name || 'the only function')));
        if (problems.length > 0)
            return (0,fields/* bad */.MB)(...problems);
        return (0,fields.ok)(Object.fromEntries(items.flatMap(({ name, source }) => (source.ok ? [[name, source.value]] : []))));
    };
}
const NAMED = /^([A-Za-z0-9_-]{1,64})\s*=\s*(.*)$/s;
/** Paths and keys may contain commas, so a comma separates only before another name. */
function splitSources(text) {
    return text
        .split(/\n|,(?=\s*[A-Za-z0-9_-]{1,64}\s*=)/)
        .map((item) => item.trim())
        .filter((item) => item !== '');
}
function parseSource(text, region) {
    if (text.startsWith('s3://'))
        return parseObject(text);
    if (/\.dkr\.ecr[.-]/.test(text))
        return parseImage(text, region);
    if (text === '')
        return (0,fields/* bad */.MB)('"" is no code; expected for example orders=dist/orders.zip');
    if (/^(?:[[{]|[a-z][a-z0-9+.-]*:\/\/)/i.test(text)) {
        return (0,fields/* bad */.MB)(`${(0,quote/* quote */.h)(text)} is not understood; expected a file or folder of the checkout, s3://BUCKET/KEY#VERSION, or an image in ECR`);
    }
    return (0,fields.ok)({ kind: 'path', text, path: text });
}
const BUCKET = /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/;
/** A key may contain `#`; the version comes after the last one. */
function parseObject(text) {
    const [, bucket = '', key = '', version] = /^s3:\/\/([^/]*)\/(.*?)(?:#([^#/]*))?$/s.exec(text) ?? [];
    if (!BUCKET.test(bucket) || key === '') {
        return (0,fields/* bad */.MB)(`${(0,quote/* quote */.h)(text)} is not an object in S3; expected s3://BUCKET/KEY#VERSION`);
    }
    if (!version) {
        return (0,fields/* bad */.MB)(`${(0,quote/* quote */.h)(text)} names no version, so another upload would change it; expected s3://${bucket}/${key}#VERSION. The version ID is what the upload returned, if the bucket has versioning`);
    }
    return (0,fields.ok)({ kind: 'object', text, bucket, key, version });
}
const IMAGE = /^\d{12}\.dkr\.ecr(?:-fips)?\.([a-z0-9-]{1,32})\.([a-z0-9.-]{1,32})\/([a-z0-9][a-z0-9._/-]{0,255})(.*)$/;
function parseImage(text, region) {
    const [, where = '', suffix = '', repository = '', which = ''] = IMAGE.exec(text) ?? [];
    const example = `123456789012.dkr.ecr.${region || 'eu-central-1'}.amazonaws.com/orders@sha256:…`;
    if (repository === '')
        return (0,fields/* bad */.MB)(`${(0,quote/* quote */.h)(text)} is not an image in ECR; expected ${example}`);
    const digest = /^@sha256:([0-9a-f]{64})$/.exec(which)?.[1];
    if (digest === undefined) {
        return (0,fields/* bad */.MB)(`${(0,quote/* quote */.h)(text)} ${which.startsWith('@') ? 'has no valid digest' : 'names no digest, and a tag moves'}; expected ${example}, such as the output digest of docker/build-push-action`);
    }
    if (region !== '' && where !== region) {
        return (0,fields/* bad */.MB)(`${(0,quote/* quote */.h)(text)} is in ${where}, but the job uses ${region}; Lambda takes images of its own Region`);
    }
    if (region !== '' && suffix !== (0,partitions/* partitionOf */.iQ)(region).dnsSuffix) {
        return (0,fields/* bad */.MB)(`${(0,quote/* quote */.h)(text)} is not an image in ECR of ${region}; expected ${example}`);
    }
    return (0,fields.ok)({ kind: 'image', text, uri: text, digest, repository });
}
/** May be empty. */
const bucketName = (text) => text === '' || BUCKET.test(text)
    ? (0,fields.ok)(text)
    : (0,fields/* bad */.MB)(`${(0,quote/* quote */.h)(text)}; expected the name of a bucket in S3, without s3://`);

;// CONCATENATED MODULE: ./build/inputs/release-inputs.js





const releaseInputs = {
    title: 'Release target',
    inputs: {
        functions: {
            type: (0,input_types/* list */.p_)((text, region) => (0,list_fields/* functions */.Cn)(region)(text)),
            default: '',
            open: true,
            combined: true,
            names: names/* functionNames */.T6,
            doc: 'The Lambda functions to release: names or ARNs, separated by commas or line breaks.',
            details: 'The action publishes a version of each function, unless `version` sets one. If empty, only the API definition is released; see `definition`.',
        },
        version: {
            type: (0,input_types/* numberOrMap */.Tf)(list_fields/* versions */.e4),
            default: '',
            combined: true,
            names: names/* keyNames */.mu,
            doc: 'A published version to release, instead of publishing a new one.',
            details: '`8` for a single function, or `orders=8, payments=3`.',
        },
        'code-sha256': {
            type: (0,input_types/* textMap */.sP)(list_fields/* codeHashes */.ID),
            default: '',
            combined: true,
            names: names/* keyNames */.mu,
            doc: 'The hash of the code to release. Anything else is refused.',
            details: 'The `CodeSha256` that the deploying step got from Lambda: one hash for a single function, or `NAME=HASH` per line. Without it, the action releases the code that it finds.',
        },
        code: {
            type: (0,input_types/* map */.Tj)((sources, region) => codeSources(region)(sources)),
            default: '',
            combined: true,
            names: names/* keyNames */.mu,
            doc: 'The code that the action uploads before it publishes, one `NAME=SOURCE` per line.',
            details: 'A source is a ZIP file or a folder of the checkout, `s3://BUCKET/KEY#VERSION`, or an image in ECR with its digest. Code that a function already has is not uploaded again. Not for functions that something calls without a version or an alias. See [code](docs/code.md).',
        },
        'code-bucket': {
            // A logical ID has capital letters.
            type: (0,input_types/* text */.Qq)(bucketName, { pattern: '^[A-Za-z0-9][A-Za-z0-9./-]{1,254}$' }),
            default: '',
            combined: true,
            names: (0,names/* nameOf */.Vb)('bucket'),
            doc: 'A bucket in S3, in the same Region, for code of more than 50 MB.',
            details: 'Lambda accepts at most 50 MB in a request. The action writes larger code to `canary-action/HASH.zip` in this bucket.',
        },
        stack: {
            type: (0,input_types/* text */.Qq)((value, region) => (0,list_fields/* stackName */.Qx)(region)(value), {
                pattern: '^([A-Za-z][A-Za-z0-9-]{0,127}|arn:.+)$',
            }),
            default: '',
            combined: true,
            doc: 'A CloudFormation stack, also of SAM, CDK or Serverless, whose logical IDs can replace names.',
            details: 'You can write them in `functions`, `alias`, `rest-api-id`, `stage-name`, `alarms`, hooks and wherever else a name is, and so the keys of its outputs. With `alias` and without `functions`, the action releases every function of the stack that has this alias. See [names](docs/names.md).',
        },
        'outputs-file': {
            type: input_types/* file */.NJ,
            default: '',
            combined: true,
            doc: 'A file in the checkout with outputs of CDK or Terraform, whose keys can replace names.',
            details: 'What `cdk deploy --outputs-file` or `terraform output -json` has written. See [names](docs/names.md).',
        },
        appspec: {
            type: input_types/* file */.NJ,
            default: '',
            combined: true,
            doc: 'A CodeDeploy AppSpec file in the checkout, in YAML or JSON.',
            details: 'Replaces `functions`, which you cannot set with it. Also replaces `alias`, `version`, `pre-traffic-hook` and `post-traffic-hook`, unless you set them. The `CurrentVersion` in the file must match the version the alias points to.',
        },
        template: {
            type: input_types/* file */.NJ,
            default: '',
            combined: true,
            doc: 'A template of SAM or CloudFormation in the checkout, or serverless.yml with the canary plugin.',
            details: 'In YAML or JSON, also as synthesized by CDK. Functions with an `AutoPublishAlias` and a `DeploymentPreference`, and aliases that CodeDeploy updates, replace `functions`, `steps`, `alarms`, `pre-traffic-hook` and `post-traffic-hook`. If you set one of these inputs, it overrides the template.',
        },
        'template-parameters': {
            type: (0,input_types/* map */.Tj)(fields/* anyText */.Ae),
            default: '',
            combined: true,
            doc: 'Values that the template needs but does not contain, one `NAME=VALUE` per line.',
            details: 'Several on one line are separated by spaces, as in `sam deploy --parameter-overrides`; put a value that contains `NAME=` in double quotes. Set parameters and `AWS::AccountId` by name. If the template does not name a function or an alarm, set its name by logical ID.',
        },
    },
};

;// CONCATENATED MODULE: ./build/inputs/report-inputs.js




const reportInputs = {
    title: 'Reporting',
    inputs: {
        comment: {
            type: input_types/* boolean */.zM,
            actionOnly: true,
            default: 'true',
            doc: 'Whether to write one comment on the pull request.',
        },
        'log-samples': {
            type: input_types/* boolean */.zM,
            default: 'false',
            doc: 'Whether the job summary shows lines of the log of a function that failed.',
            details: 'At most three lines of 300 characters: the message of the error and where it was thrown, with everything masked that looks like a secret or an address. They are text from your users in part, so whoever may read the repository may read them. Without it, the report has counts, routes, statuses, types of errors and places in the code.',
        },
        feedback: {
            type: (0,input_types/* choice */.Yq)('report', 'hold'),
            actionOnly: true,
            default: 'report',
            doc: 'What happens if a user with write access reacts to the comment with 👎.',
            details: '`report`: the report mentions it. `hold`: the release stops advancing automatically.',
        },
        commit: {
            type: (0,input_types/* text */.Qq)(list_fields/* commitSha */.mJ),
            open: true,
            default: '',
            defaultText: "the event's commit",
            workflowOnly: true,
            doc: 'The commit that is released, if the job checked out another one than the event names.',
            details: 'Set its full SHA, such as the output `commit` of `actions/checkout`. The report, the comment, the deployment and the description of the version name it; it does not choose what is released.',
        },
        environment: {
            type: (0,input_types/* text */.Qq)(list_fields/* environment */.cA),
            actionOnly: true,
            open: true,
            default: '',
            defaultText: 'none',
            doc: 'The GitHub environment of the release, such as `production`.',
            details: 'GitHub shows the release as a deployment to it (in progress, success, failure or inactive). The token needs `deployments: write`.',
        },
        'environment-url': {
            type: (0,input_types/* url */.OZ)(list_fields/* webAddress */.Dy),
            actionOnly: true,
            default: '',
            doc: 'The address that GitHub shows next to the environment.',
        },
        'notify-url': {
            type: (0,input_types/* url */.OZ)(hook_fields/* notifyUrl */.hK),
            default: '',
            secret: true,
            member: 'notify',
            doc: 'An HTTPS address that receives an event after each traffic change and at the end.',
            details: 'The event has the EventBridge format; chat tools show its text. The response never delays or affects the rollout.',
        },
        'github-token': {
            type: (0,input_types/* text */.Qq)(fields/* anyText */.Ae),
            actionOnly: true,
            default: '',
            defaultText: "the job's own token",
            expression: '${{ github.token }}',
            workflowOnly: true,
            secret: true,
            doc: 'The token for the pull-request comment, comment commands and the deployment.',
            details: 'It needs `pull-requests: write`, and `deployments: write` if you set `environment`.',
        },
    },
};

;// CONCATENATED MODULE: ./build/inputs/schedule-inputs.js


const scheduleInputs = {
    title: 'Schedule',
    inputs: {
        steps: {
            type: (0,input_types/* list */.p_)(fields/* steps */.Ci, 'list or auto'),
            default: '5%/5m, 25%/10m, 50%/10m',
            doc: 'The weight and duration of each step, such as `5%/5m, 25%/10m, 50%/10m`.',
            details: 'Weights can have two decimals; durations use `s`, `m` and `h`. Alternatively, set a CodeDeploy preset such as `Canary10Percent5Minutes`, or `auto`. `auto` chooses weights from the traffic of the last day. Below 10 requests per minute, the default waits for requests instead of the clock: 25% and 50%, until the new version has had 8 requests in each.',
        },
        advance: {
            type: (0,input_types/* choice */.Yq)('time', 'evidence'),
            default: 'time',
            combined: true,
            doc: 'When a step ends.',
            details: '`time`: after its duration. `evidence`: as soon as the evidence shows that the new version is no worse, between `min-step-time` and `max-step-time`.',
        },
        'min-step-time': {
            type: input_types/* time */.kB,
            default: '1m',
            combined: true,
            doc: 'The minimum duration of a step with `advance: evidence`.',
        },
        'max-step-time': {
            type: input_types/* optionalTime */.kX,
            default: '',
            defaultText: "`30m` with `advance: evidence`, otherwise the step's duration plus four minutes",
            combined: true,
            doc: 'The maximum duration of a step while its evidence is inconclusive.',
            details: 'After that, `on-inconclusive` applies.',
        },
        'bake-time': {
            type: input_types/* time */.kB,
            default: '5m',
            member: 'bakeSeconds',
            doc: 'How long to monitor the new version at the end.',
            details: 'With a `hold-back`, this is the last step before the promotion; otherwise it follows the promotion. It ends when its last minute has been read, about three minutes later.',
        },
        'hold-back': {
            type: (0,input_types/* optionalShare */.aw)(fields/* holdBack */.d5),
            default: '',
            defaultText: '`5%` where it can be compared, otherwise `0%`',
            doc: 'The share of the traffic that the previous version keeps through the bake.',
            details: 'Both versions are compared until the bake has been read to its end, and the promotion follows. With `0%` or `none`, the bake follows the promotion, where only an error rate of at least 10% is detected. By default, 5% are held back if there are steps, all below 95%, errors are compared, and there is enough traffic to find a total failure within half of the bake. `command: plan` says which, and why.',
        },
        'job-timeout': {
            type: input_types/* time */.kB,
            default: '6h',
            member: 'jobTimeoutSeconds',
            doc: "The job's `timeout-minutes`, as a duration such as `90m`.",
            details: 'The schedule must fit within it.',
        },
    },
};

;// CONCATENATED MODULE: ./build/inputs/schema.js
// All inputs. Each is declared once: inputs of every release in the file of their group here, inputs of one
// kind of target in its folder. action.yml, the tables of the README and the schema of the config file are
// generated from the declarations (`npm run generate`).










/** The inputs of every release, in the order of the documentation. */
const GROUPS = [
    commandInputs,
    releaseInputs,
    scheduleInputs,
    judgingInputs,
    policyInputs,
    hookInputs,
    previewInputs,
    reportInputs,
    accessInputs,
];
/** The inputs of every release, by name. */
const COMMON = (0,members/* inputsIn */.R)(GROUPS);
/** The inputs of every release together with those of these kinds of target. */
function schemaOf(kinds) {
    const added = kinds.flatMap(({ plural, inputs }) => inputs.map((each) => only(plural, each)));
    const groups = GROUPS.flatMap((group) => group === releaseInputs
        ? [withAdded(group, added), ...groupsOfTheirOwn(added)]
        : [withAdded(group, added)]);
    return { groups, inputs: (0,members/* inputsIn */.R)(groups) };
}
/** The names that are also allowed in the config file. */
function configNames({ inputs }) {
    return Object.keys(inputs).filter((name) => !inputs[name]?.workflowOnly);
}
/** The group with its inputs marked as specific to this kind of target. */
function only(plural, group) {
    const inputs = Object.entries(group.inputs).map(([name, each]) => [
        name,
        { ...each, only: plural },
    ]);
    return { ...group, inputs: Object.fromEntries(inputs) };
}
function withAdded({ title, inputs }, added) {
    const here = added.filter((group) => group.title === title);
    const following = (after) => here.filter((group) => group.after === after).flatMap((group) => Object.entries(group.inputs));
    const all = Object.entries(inputs).flatMap((entry) => [entry, ...following(entry[0])]);
    return { title, inputs: Object.fromEntries([...following(undefined), ...all]) };
}
function groupsOfTheirOwn(added) {
    return added.filter(({ title }) => !GROUPS.some((group) => group.title === title));
}


/***/ }),

/***/ 59479:
/***/ ((__webpack_module__, __unused_webpack___webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
/* harmony import */ var _action_main_step_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(70578);
// The entry of both steps and of the command line. Each is started by its own name (dist/post.js, dist/cli.js), so that
// a main step that died before it could leave any state is never run a second time.

const started = process.argv[1] ?? '';
if (started.endsWith('cli.js'))
    await (await __nccwpck_require__.e(/* import() */ 2953).then(__nccwpck_require__.bind(__nccwpck_require__, 32953))).start();
else
    await (started.endsWith('post.js') ? (0,_action_main_step_js__WEBPACK_IMPORTED_MODULE_0__/* .post */ .bE)() : (0,_action_main_step_js__WEBPACK_IMPORTED_MODULE_0__/* .main */ .iW)());
// After the last word nothing keeps the step: neither a server that does not answer nor an open connection.
process.stdout.write('', () => process.exit());

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 26081:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Wm: () => (/* binding */ proxySecrets),
/* harmony export */   bD: () => (/* binding */ PROXY_VARIABLES),
/* harmony export */   wV: () => (/* binding */ basicOf)
/* harmony export */ });
/* harmony import */ var _base_foreign_text_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(56218);
// What of the proxy variables must not be shown. Nothing else is needed of proxies before the inputs are read.

/** By the scheme of the server's URL, in the order in which they count. */
const PROXY_VARIABLES = {
    'https:': ['https_proxy', 'HTTPS_PROXY'],
    'http:': ['http_proxy', 'HTTP_PROXY'],
};
/** The passwords in the variables, in every form in which they are sent or set. */
function proxySecrets(env) {
    const values = Object.values(PROXY_VARIABLES)
        .flat()
        .map((name) => env[name] ?? '');
    const secrets = values.flatMap((value) => {
        const [, user = '', password = ''] = LOGIN.exec(value) ?? [];
        const [plainUser, plain] = [user, password].map((part) => (0,_base_foreign_text_js__WEBPACK_IMPORTED_MODULE_0__/* .percentDecoded */ .oF)(part) ?? part);
        return plain ? [password, plain, basicOf(plainUser ?? '', plain)] : [];
    });
    return [...new Set(secrets)];
}
/** User and password of a proxy URL, also of one that is not valid. */
const LOGIN = /^(?:[a-z0-9]+:\/\/)?([^:@/]*):([^@/]*)@/i;
/** User and password as they are sent. */
function basicOf(user, password) {
    return Buffer.from(`${user}:${password}`).toString('base64');
}


/***/ }),

/***/ 61468:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $t: () => (/* binding */ placeOf),
/* harmony export */   Mz: () => (/* binding */ errorOf),
/* harmony export */   RA: () => (/* binding */ brokeText),
/* harmony export */   UX: () => (/* binding */ inOneLine),
/* harmony export */   _c: () => (/* binding */ brokeInMarkdown),
/* harmony export */   uS: () => (/* binding */ kindText),
/* harmony export */   x4: () => (/* binding */ versionsOf)
/* harmony export */ });
/* harmony import */ var _format_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(92772);
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(34902);
// What broke, in words: `POST /orders 502 on version 8: TypeError in checkout.mjs:41, 37 times, not on version 7`.
// Types and places come from logs, so they are text from outside.


const ENDINGS = {
    error: 'error',
    timeout: 'timeout',
    'out-of-memory': 'out of memory',
    exit: 'the process ended',
    init: 'error while loading the code',
    'response-too-large': 'response too large',
};
/** One line of plain text. */
function kindText(kind, context) {
    return `${placeOf(kind, context)} ${restOf(kind, context)}`;
}
/** The route or the function that failed. */
function placeOf({ route, functionName }, { functions }) {
    const [only] = functions.length === 1 ? functions : [];
    return inOneLine(route ?? functionName ?? only?.name ?? 'requests');
}
function restOf(kind, context) {
    const status = kind.status === undefined ? '' : `${kind.status} `;
    const place = kind.location === undefined ? '' : `in ${inOneLine(kind.location)}`;
    const why = [errorOf(kind), place].filter((part) => part !== '').join(' ');
    const where = `${status}on ${versionsOf(kind, context).canary}`;
    return `${where}${why === '' ? '' : `: ${why}`}, ${countsText(kind, context)}`;
}
/** Empty if only the status is known. */
function errorOf({ errorType, how }) {
    return inOneLine(errorType ?? (how ? ENDINGS[how] : ''));
}
/** Each of several functions has versions of its own. */
function versionsOf({ functionName }, { functions }) {
    const own = functions.filter(({ name }) => functionName === undefined || name === functionName);
    const [only] = own;
    return only && own.length === 1
        ? { canary: `version ${only.to}`, stable: `version ${only.from}` }
        : { canary: 'the canary', stable: 'stable' };
}
function countsText(kind, context) {
    const { canary, stable, novelty } = kind;
    const names = versionsOf(kind, context);
    const times = canary === 1 ? 'once' : `${(0,_format_js__WEBPACK_IMPORTED_MODULE_0__/* .count */ .U9)(canary)} times`;
    switch (novelty) {
        case 'new':
            return `${times}, not on ${names.stable}`;
        case 'unseen':
            return `${times}, not yet on ${names.stable}, which had too few requests to tell`;
        case 'more': {
            const { requests } = context;
            const ofAll = requests.stable === null ? '' : ` of ${(0,_format_js__WEBPACK_IMPORTED_MODULE_0__/* .count */ .U9)(requests.stable)}`;
            return `${(0,_format_js__WEBPACK_IMPORTED_MODULE_0__/* .count */ .U9)(canary)} of ${(0,_format_js__WEBPACK_IMPORTED_MODULE_0__/* .count */ .U9)(requests.canary)} requests, ${(0,_format_js__WEBPACK_IMPORTED_MODULE_0__/* .count */ .U9)(stable)}${ofAll} on ${names.stable}`;
        }
    }
}
const LONGEST = 150;
/** Nothing that begins another line or changes the direction of the text. */
function inOneLine(text) {
    const line = text.replace(/[\p{C}\p{Z}\s]+/gu, ' ').trim();
    return line.length > LONGEST ? `${line.slice(0, LONGEST)}…` : line;
}
/** The kind that says the most, and its release; `undefined`: the logs show none that stable does not have. */
function leading({ broke, functions }) {
    const [kind] = broke?.kinds ?? [];
    return broke && kind?.novelty === 'new'
        ? { kind, context: { functions, requests: broke.requests } }
        : undefined;
}
/** The one line that matters; empty if the logs show nothing that stable does not have. */
function brokeText(report) {
    const found = leading(report);
    return found ? kindText(found.kind, found.context) : '';
}
/** The same for Markdown. */
function brokeInMarkdown(report) {
    const found = leading(report);
    if (!found)
        return '';
    const { kind, context } = found;
    return `${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .code */ .aY)(placeOf(kind, context))} ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .escapeMarkdown */ .FV)(restOf(kind, context), 600)}`;
}


/***/ }),

/***/ 92772:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $8: () => (/* binding */ describePhase),
/* harmony export */   C7: () => (/* binding */ formatElapsed),
/* harmony export */   KQ: () => (/* binding */ dateTime),
/* harmony export */   M0: () => (/* binding */ bar),
/* harmony export */   Ol: () => (/* binding */ HEADLINES),
/* harmony export */   U9: () => (/* binding */ count),
/* harmony export */   ZH: () => (/* binding */ capitalize),
/* harmony export */   em: () => (/* binding */ sentence),
/* harmony export */   qo: () => (/* binding */ clockTime),
/* harmony export */   sb: () => (/* binding */ clause),
/* harmony export */   v9: () => (/* binding */ clockMinute),
/* harmony export */   zi: () => (/* binding */ errorRate)
/* harmony export */ });
/* unused harmony exports percent, formatTotals */
/* harmony import */ var _base_duration_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(15902);
/* harmony import */ var _rollout_plan_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(17927);
// Numbers and times, formatted for reading.


/** `12:03:10 UTC` of a time in seconds since the epoch. */
function clockTime(seconds) {
    return `${new Date(seconds * 1000).toISOString().slice(11, 19)} UTC`;
}
/** `12:03 UTC`, for a time that is known to the minute. */
function clockMinute(seconds) {
    return `${new Date(seconds * 1000).toISOString().slice(11, 16)} UTC`;
}
/** `2025-06-01 12:03 UTC`. */
function dateTime(seconds) {
    return `${new Date(seconds * 1000).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}
function count(value) {
    return value.toLocaleString('en-US');
}
/** `0.42%`, `12%`; `–` if there were no requests. */
function errorRate({ requests, errors }) {
    return requests === 0 ? '–' : percent(errors / requests);
}
/** `0.42%`, `12%` for a share between 0 and 1. */
function percent(share) {
    const value = 100 * share;
    return `${value === 0 || value >= 10 ? Math.round(value) : Number(value.toPrecision(2))}%`;
}
/** `1,204 requests, 5 failed (0.42%)`. */
function formatTotals(totals) {
    if (totals.requests === 0)
        return 'no requests';
    const requests = `${count(totals.requests)} request${totals.requests === 1 ? '' : 's'}`;
    return totals.errors === 0
        ? `${requests}, none failed`
        : `${requests}, ${count(totals.errors)} failed (${errorRate(totals)})`;
}
/** `▓▓▓▓░░░░░░` for 40%. */
function bar(percent, width = 10) {
    const share = Math.min(100, Math.max(0, percent)) / 100;
    const full = share > 0 ? Math.max(1, Math.round(share * width)) : 0;
    return '▓'.repeat(full) + '░'.repeat(width - full);
}
/** The beginning of a headline: always an icon together with a word. */
const HEADLINES = {
    running: '🐤 Canary in progress',
    planned: '🔎 Planned',
    promoted: '✅ Promoted',
    held: '⏸️ Held',
    unchanged: '⚪ Unchanged',
    previewed: '🔗 Preview',
    'rolled-back': '↩️ Rolled back',
    failed: '❌ Failed',
    stuck: '🚨 ROLLBACK FAILED',
};
function formatElapsed(from, to) {
    return (0,_base_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a)(to - from);
}
/** How far a rollout is: `step 2/3`, `bake`. */
function describePhase(phase, plan) {
    if (phase.kind === 'preparing')
        return 'prepare';
    if (phase.kind === 'baking' || (0,_rollout_plan_js__WEBPACK_IMPORTED_MODULE_1__/* .isBake */ .Wy)(plan, phase.index))
        return 'bake';
    return `step ${phase.index + 1}/${(0,_rollout_plan_js__WEBPACK_IMPORTED_MODULE_1__/* .rampOf */ .Kq)(plan).length}`;
}
/** The text with its first letter in upper case. */
function capitalize(text) {
    return text.charAt(0).toUpperCase() + text.slice(1);
}
/** A text as a complete sentence; text from outside may already end with a full stop. */
function sentence(text) {
    return /[.!?]$/.test(text) ? text : `${text}.`;
}
/** A text that continues within a sentence; text from outside may end with a full stop. */
function clause(text) {
    return text.replace(/\.$/, '');
}


/***/ }),

/***/ 47169:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   FZ: () => (/* binding */ unfinishedText),
/* harmony export */   YS: () => (/* binding */ HOW_TO_REPORT),
/* harmony export */   Zs: () => (/* binding */ internalErrorText),
/* harmony export */   kY: () => (/* binding */ failureText)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(76031);
// The text for a bug in this action, with how to report it.

const HOW_TO_REPORT = 'This is a bug in canary-action, not a response from AWS or GitHub: please report it with the stack trace in the log at https://github.com/org/canary-action/issues';
function internalErrorText(error) {
    return `internal error: ${(0,_base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(error)}`;
}
/** @param inWords what could not be done because of it */
function unfinishedText(error, inWords) {
    return error instanceof _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .KnownError */ .E
        ? inWords((0,_base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(error))
        : `${inWords(internalErrorText(error))} ${HOW_TO_REPORT}`;
}
/** The message of a step that fails without a report. @param state the state in AWS, as a sentence */
function failureText(error, state) {
    if (error instanceof _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .KnownError */ .E)
        return (0,_base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(error);
    return `${internalErrorText(error)}. ${state} ${HOW_TO_REPORT}`;
}


/***/ }),

/***/ 34902:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   DV: () => (/* binding */ codeBlock),
/* harmony export */   FV: () => (/* binding */ escapeMarkdown),
/* harmony export */   aY: () => (/* binding */ code),
/* harmony export */   ml: () => (/* binding */ shorten),
/* harmony export */   nf: () => (/* binding */ link),
/* harmony export */   tp: () => (/* binding */ table),
/* harmony export */   zH: () => (/* binding */ details)
/* harmony export */ });
// Text from outside in GitHub's Markdown, always shown as plain text.
/**
 * Escapes everything that has a meaning in GitHub's Markdown or in HTML, on one line. A zero-width space
 * separates `@`, `#`, `GH-` and addresses from the text that follows, so that nobody is notified and nothing
 * is linked.
 */
function escapeMarkdown(text, maxLength = 300) {
    const line = oneLine(text);
    const short = line.length > maxLength ? `${cut(line, maxLength - 1)}…` : line;
    return short
        .replace(/[&<>]/g, (char) => HTML[char] ?? char)
        .replace(/[\\`*_{}[\]()#!|~$^=+-]/g, '\\$&')
        .replace(/^(\d+)([.)])/, '$1\\$2')
        .replace(/([@#])(?=\S)/g, '$1\u200B')
        .replace(/gh\\-(?=\d)/gi, '$&\u200B')
        .replace(/:\/\//g, ':\u200B//')
        .replace(/www(?=\.)/gi, '$&\u200B');
}
function oneLine(text) {
    return text.replace(/[\s\u2028\u2029]+/g, ' ').trim();
}
/** The beginning of a text; it never splits a character of two code units. */
function cut(text, length) {
    return text.slice(0, length).replace(/[\uD800-\uDBFF]$/, '');
}
const HTML = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
/**
 * Text from outside as code, with a fence longer than any run of backticks in it. Text with `|` is escaped
 * instead, because a pipe within code is parsed differently in tables.
 */
function code(text, maxLength = 120) {
    const line = cut(oneLine(text), maxLength).trimEnd();
    if (line === '')
        return '';
    if (line.includes('|'))
        return escapeMarkdown(line, maxLength);
    const longest = Math.max(0, ...[...line.matchAll(/`+/g)].map((run) => run[0].length));
    const fence = '`'.repeat(longest + 1);
    const pad = longest > 0 ? ' ' : '';
    return `${fence}${pad}${line}${pad}${fence}`;
}
/** Lines to copy unchanged; empty if there are none. */
function codeBlock(lines) {
    if (lines.length === 0)
        return '';
    const longest = Math.max(2, ...lines.flatMap((l) => [...l.matchAll(/`+/g)].map((m) => m[0].length)));
    const fence = '`'.repeat(longest + 1);
    return [fence, ...lines.map((line) => line.replace(/[\r\n\u2028\u2029]+/g, ' ')), fence].join('\n');
}
/** A link to a trusted address; anything but http(s) becomes plain text. */
function link(text, url) {
    if (!/^https?:\/\/[^\s<>"\\]+$/.test(url))
        return text;
    return /[()']/.test(url) ? `[${text}](<${url}>)` : `[${text}](${url})`;
}
/** Content that is collapsed until opened; both texts must already be escaped. */
function details(title, content) {
    return `<details>\n<summary>${title}</summary>\n\n${content}\n\n</details>`;
}
/** A table; its cells must already be escaped. */
function table(head, rows) {
    const line = (cells) => `| ${cells.join(' | ')} |`;
    return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
/**
 * Shortens a text to what GitHub accepts, at the end of a line, and adds a pointer to the rest.
 *
 * @param limit in UTF-8 bytes
 */
function shorten(text, limit, pointer) {
    const encoder = new TextEncoder();
    if (encoder.encode(text).length <= limit)
        return text;
    const room = limit - encoder.encode(`\n\n${pointer}\n`).length;
    const cut = new TextDecoder().decode(encoder.encode(text).slice(0, Math.max(0, room)));
    const end = cut.lastIndexOf('\n');
    return `${cut.slice(0, Math.max(0, end))}\n\n${pointer}\n`;
}


/***/ }),

/***/ 42143:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ renderStuck)
/* harmony export */ });
// The final message of a run whose rollback failed.
/** Several lines for an annotation: the current state, and the commands to restore traffic. */
function renderStuck({ reason, stands, commands, weight, }) {
    const run = weight === null || weight > 0
        ? 'Users may still be served the new version. To return all traffic to the previous version, run:'
        : 'To restore the rest, run:';
    return [
        'ROLLBACK FAILED: manual action required.',
        reason,
        stands,
        ...(commands.length > 0 ? [run, ...commands] : []),
    ].join('\n');
}


/***/ }),

/***/ 22058:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ renderWrongInputs)
/* harmony export */ });
/* harmony import */ var _base_listed_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(639);
/* harmony import */ var _format_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(92772);
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(34902);
// The job summary of a run whose inputs are refused.



function renderWrongInputs(problems) {
    const count = problems.length === 1 ? 'one problem' : `${problems.length} problems`;
    const lines = (0,_base_listed_js__WEBPACK_IMPORTED_MODULE_2__/* .firstOf */ .Ku)(problems).map((problem) => `- ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .escapeMarkdown */ .FV)(problem, 600)}`);
    return [
        `## ${_format_js__WEBPACK_IMPORTED_MODULE_0__/* .HEADLINES */ .Ol.failed}`,
        '',
        `The inputs have ${count}. Nothing was changed in AWS.`,
        '',
        ...lines,
        '',
    ].join('\n');
}


/***/ }),

/***/ 17927:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $0: () => (/* binding */ stepWindow),
/* harmony export */   AV: () => (/* binding */ EXTENSION_SECONDS),
/* harmony export */   DC: () => (/* binding */ sameWeight),
/* harmony export */   EC: () => (/* binding */ weightBefore),
/* harmony export */   Kq: () => (/* binding */ rampOf),
/* harmony export */   Uw: () => (/* binding */ requestsFor),
/* harmony export */   Wy: () => (/* binding */ isBake),
/* harmony export */   ck: () => (/* binding */ formatWeight),
/* harmony export */   dX: () => (/* binding */ LONGEST_WAIT),
/* harmony export */   h9: () => (/* binding */ planSeconds)
/* harmony export */ });
/* harmony import */ var _base_assert_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(50648);
// The plan of a rollout, fixed before anything is changed.

/**
 * How long a step is extended while its evidence is inconclusive, unless the plan sets a limit. The first
 * whole minute of even the shortest step ends within two minutes, and CloudWatch publishes a minute of API
 * Gateway or Lambda up to two minutes after its end.
 */
const EXTENSION_SECONDS = 240;
/** How many canary requests a step waits for; 0: the clock ends it, as it ends the bake. */
function requestsFor(plan, step) {
    return isBake(plan, plan.steps.indexOf(step)) ? 0 : (plan.requests ?? 0);
}
/** A step that waits for requests ends no sooner, however fast they come. */
const LEAST_WAIT_SECONDS = 600;
/** A step that waits for requests is extended to this many times what it takes with the usual traffic. */
const LONGEST_WAIT = 6;
/** The steps before the bake. */
function rampOf({ steps, heldBack }) {
    return heldBack ? steps.slice(0, -1) : steps;
}
/** Whether the bake is this step of the plan. */
function isBake({ steps, heldBack }, index) {
    return heldBack === true && index === steps.length - 1;
}
/** The bake lasts its time: the evidence for the promotion was required before it. */
function stepWindow(plan, step) {
    const { advance } = plan;
    if (isBake(plan, plan.steps.indexOf(step))) {
        return { earliest: step.holdSeconds, latest: step.holdSeconds + EXTENSION_SECONDS };
    }
    if (requestsFor(plan, step) > 0) {
        const earliest = Math.min(LEAST_WAIT_SECONDS, step.holdSeconds);
        return { earliest, latest: step.holdSeconds * LONGEST_WAIT };
    }
    if (advance.kind === 'evidence') {
        const { minSeconds, maxSeconds } = advance;
        return { earliest: minSeconds, latest: Math.max(minSeconds, maxSeconds) };
    }
    const earliest = step.holdSeconds;
    return {
        earliest,
        latest: Math.max(earliest, advance.maxSeconds ?? earliest + EXTENSION_SECONDS),
    };
}
/** Seconds from the first shift until the bake has been read to its end, if no step is extended. */
function planSeconds(plan) {
    const { bakeSeconds, readSeconds = 0, advance } = plan;
    const usual = (step) => advance.kind === 'evidence' ? stepWindow(plan, step).latest : step.holdSeconds;
    return rampOf(plan).reduce((sum, step) => sum + usual(step), bakeSeconds + readSeconds);
}
/** Formats a weight: `5%`, `12.25%`. */
function formatWeight(weight) {
    return `${Number(weight.toFixed(2))}%`;
}
/** API Gateway stores at least two decimals, so the tolerance is smaller than that. */
function sameWeight(a, b) {
    return Math.abs(a - b) < 0.005;
}
/** % on the canary before a step of the plan. */
function weightBefore({ steps }, index) {
    return index === 0 ? 0 : (0,_base_assert_js__WEBPACK_IMPORTED_MODULE_0__/* .must */ .s)(steps[index - 1], `the plan has step ${index}`).weight;
}


/***/ }),

/***/ 86711:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Ft: () => (/* binding */ isSame),
/* harmony export */   KH: () => (/* binding */ isText),
/* harmony export */   Kg: () => (/* binding */ isString),
/* harmony export */   Lm: () => (/* binding */ isBoolean),
/* harmony export */   Qq: () => (/* binding */ text),
/* harmony export */   Tj: () => (/* binding */ map),
/* harmony export */   ZV: () => (/* binding */ own),
/* harmony export */   ai: () => (/* binding */ number),
/* harmony export */   gV: () => (/* binding */ isMembers),
/* harmony export */   lq: () => (/* binding */ optional),
/* harmony export */   my: () => (/* binding */ isCount),
/* harmony export */   ol: () => (/* binding */ members),
/* harmony export */   p_: () => (/* binding */ list)
/* harmony export */ });
// Checks of parsed JSON: whether a value has the required type and characters.
function isMembers(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
/** An own member of the value; inherited ones do not count. */
function own(members, name) {
    return Object.hasOwn(members, name) ? members[name] : undefined;
}
function isText(value, pattern) {
    return typeof value === 'string' && pattern.test(value);
}
const text = (pattern) => (value) => isText(value, pattern);
const number = (least, most) => (value) => typeof value === 'number' && value >= least && value <= most;
const optional = (check) => (value) => value === undefined || check(value);
const list = (check) => (value) => Array.isArray(value) && value.every(check);
const members = (checks) => (value) => isMembers(value) && Object.entries(checks).every(([name, check]) => check(own(value, name)));
/** A map whose names all have the same form. */
const map = (isName, check) => (value) => isMembers(value) &&
    Object.entries(value).every(([name, member]) => isName(name) && check(member));
const isBoolean = (value) => typeof value === 'boolean';
const isString = (value) => typeof value === 'string';
const isCount = number(0, 1e9);
/** Whether two lists contain the same names. */
function isSame(a, b) {
    return a.length === b.length && a.every((name) => b.includes(name));
}


/***/ }),

/***/ 62155:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  $: () => (/* binding */ parseSteps)
});

// UNUSED EXPORTS: MAX_STEPS

// EXTERNAL MODULE: ./build/base/duration.js
var duration = __nccwpck_require__(15902);
// EXTERNAL MODULE: ./build/base/suggest.js
var suggest = __nccwpck_require__(24526);
;// CONCATENATED MODULE: ./build/rollout/presets.js
// CodeDeploy's names for schedules, spelled as in CodeDeploy, SAM and CDK.
// Semantics (CodeDeploy user guide, "deployment configurations"): the first increment is shifted at once. A
// canary then shifts the rest after its interval; a linear schedule shifts an equal share each interval, with
// the remainder last. The shift to 100% is the promotion, so it is not a step here.
/** The names that CodeDeploy predefines for Lambda, without their prefix. */
const PRESET_NAMES = [
    'AllAtOnce',
    'Canary10Percent5Minutes',
    'Canary10Percent10Minutes',
    'Canary10Percent15Minutes',
    'Canary10Percent30Minutes',
    'Linear10PercentEvery1Minute',
    'Linear10PercentEvery2Minutes',
    'Linear10PercentEvery3Minutes',
    'Linear10PercentEvery10Minutes',
];
const PREFIX = /^(?:CodeDeployDefault\.)?(?:Lambda)?/;
const CANARY = /^Canary(\d{1,3})Percent(\d{1,4})Minutes?$/;
const LINEAR = /^Linear(\d{1,3})PercentEvery(\d{1,4})Minutes?$/;
/**
 * The steps of a preset: any of `PRESET_NAMES`, or the same pattern with other numbers, with or without
 * `CodeDeployDefault.Lambda`. `undefined` for any other name.
 */
function presetSteps(name) {
    const short = name.replace(PREFIX, '');
    if (short === 'AllAtOnce')
        return [];
    const canary = numbers(CANARY.exec(short));
    if (canary)
        return [{ weight: canary.percent, holdSeconds: canary.minutes * 60 }];
    const linear = numbers(LINEAR.exec(short));
    return linear && linearSteps(linear.percent, linear.minutes * 60);
}
function numbers(match) {
    const percent = Number(match?.[1]);
    const minutes = Number(match?.[2]);
    // CodeDeploy's limits: at most 99% in one increment, and 2880 minutes in total.
    const valid = percent >= 1 && percent <= 99 && minutes >= 1 && minutes <= 2880;
    return valid ? { percent, minutes } : undefined;
}
function linearSteps(percent, holdSeconds) {
    const count = Math.ceil(100 / percent) - 1;
    return Array.from({ length: count }, (_, k) => ({ weight: percent * (k + 1), holdSeconds }));
}

;// CONCATENATED MODULE: ./build/rollout/steps.js
// The `steps` input: `5%/5m, 25%/10m, 50%/10m`, or the name of a preset.



/** Enough for any practical schedule; it also limits the size of the stored state. */
const MAX_STEPS = 50;
const STEP_FORM = 'expected a weight and a duration such as "5%/5m"';
/** Parses the steps; lists all problems, each with the text that it is about. */
function parseSteps(text) {
    const trimmed = text.trim();
    if (/^[A-Za-z][\w.-]*$/.test(trimmed))
        return parsePreset(trimmed);
    const parts = trimmed.split(/[,\n]/).map((part) => part.trim());
    const given = parts.filter((part) => part !== '');
    if (given.length === 0)
        return { kind: 'problems', problems: [`it is empty; ${STEP_FORM}`] };
    if (given.length > MAX_STEPS)
        return tooMany(given.length);
    const read = given.map(parseStep);
    const problems = read.filter((r) => typeof r === 'string');
    const steps = read.filter((r) => typeof r !== 'string');
    problems.push(...orderProblems(steps));
    return problems.length > 0 ? { kind: 'problems', problems } : { kind: 'steps', steps };
}
function parsePreset(name) {
    const steps = presetSteps(name);
    if (steps && steps.length > MAX_STEPS)
        return tooMany(steps.length);
    if (steps)
        return { kind: 'steps', steps };
    const hint = (0,suggest/* didYouMean */.a)(name.replace(/^(?:CodeDeployDefault\.)?(?:Lambda)?/, ''), PRESET_NAMES) ||
        ` Expected steps such as "5%/5m, 50%/10m", or a preset such as ${PRESET_NAMES[1]}.`;
    return { kind: 'problems', problems: [`"${name}" is not the name of a preset.${hint}`] };
}
function tooMany(count) {
    return { kind: 'problems', problems: [`${count} steps; expected at most ${MAX_STEPS}`] };
}
function parseStep(text) {
    const [weightText = '', holdText, ...more] = text.split('/').map((part) => part.trim());
    if (holdText === undefined || more.length > 0)
        return `"${text}": ${STEP_FORM}`;
    const weight = parseWeight(weightText);
    if (typeof weight === 'string')
        return `"${text}": ${weight}`;
    const holdSeconds = (0,duration/* parseDuration */.E)(holdText);
    if (holdSeconds === undefined) {
        return `"${text}": "${holdText}" is not a duration; expected for example 30s, 5m or 1h`;
    }
    if (holdSeconds === 0)
        return `"${text}": a step of 0 s measures nothing; expected at least 1s`;
    return { weight, holdSeconds };
}
/** Parses a weight such as `5%` or `12.25 %`; returns a description of the problem if it is invalid. */
function parseWeight(text) {
    const match = /^(\d{1,10})(?:\.(\d{1,10}))?\s*%$/.exec(text);
    if (!match)
        return `"${text}" is not a percentage; expected for example 5% or 12.25%`;
    if ((match[2] ?? '').length > 2) {
        return `"${text}" has more than two decimals, which API Gateway may not keep`;
    }
    const weight = Number(`${match[1]}.${match[2] ?? 0}`);
    if (weight <= 0)
        return `a weight of ${text} sends no traffic to the canary; expected more than 0%`;
    if (weight > 100)
        return `a weight of ${text} is above 100%`;
    return weight;
}
function orderProblems(steps) {
    return steps.flatMap((step, i) => {
        const before = steps[i - 1];
        return before && step.weight <= before.weight
            ? [`${step.weight}% follows ${before.weight}%; expected each step to be larger than the last`]
            : [];
    });
}


/***/ }),

/***/ 94718:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   QI: () => (/* binding */ aliasesOf),
/* harmony export */   bY: () => (/* binding */ aliasCodec),
/* harmony export */   bb: () => (/* binding */ movedBy),
/* harmony export */   eq: () => (/* binding */ aliasIn)
/* harmony export */ });
/* harmony import */ var _base_assert_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(50648);
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(76031);
/* harmony import */ var _rollout_shape_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(86711);
/* harmony import */ var _lambda_function_shape_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(14109);
// The aliases' part of a record: which alias of each function the rollout moves.




/** The record of a rollout of aliases. Throws when the record is of another kind of target. */
function aliasesOf({ target }) {
    if (target.kind === 'alias')
        return target;
    throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .KnownError */ .E('the state stored here is not that of an alias rollout');
}
/** What a rollout moves: `orders:staging`, or `carts:live and orders:live`. */
function movedBy(record) {
    const { aliases } = aliasesOf(record);
    const labels = record.functions.map(({ name }) => `${name}:${aliasIn(aliases, name)}`);
    if (labels.length <= 3)
        return labels.join(' and ');
    return `${labels.slice(0, 2).join(', ')} and ${labels.length - 2} more`;
}
/** The reader of a record has checked that it has an alias for every function. */
function aliasIn(aliases, name) {
    return (0,_base_assert_js__WEBPACK_IMPORTED_MODULE_3__/* .must */ .s)(aliases[name], `the record has the alias of "${name}"`);
}
const aliasCodec = {
    kind: 'alias',
    ..._lambda_function_shape_js__WEBPACK_IMPORTED_MODULE_2__/* .FUNCTION_SHAPE */ .h,
    isCanary: () => false,
    fits: (target, functions) => {
        if (!isAlias(target))
            return false;
        const { aliases, warmed = {}, kept = [] } = target;
        return ((0,_rollout_shape_js__WEBPACK_IMPORTED_MODULE_1__/* .isSame */ .Ft)(Object.keys(aliases), functions) &&
            [...Object.keys(warmed), ...kept].every((name) => functions.includes(name)));
    },
};
const isAlias = (0,_rollout_shape_js__WEBPACK_IMPORTED_MODULE_1__/* .members */ .ol)({
    kind: (0,_rollout_shape_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)(/^alias$/),
    aliases: (0,_rollout_shape_js__WEBPACK_IMPORTED_MODULE_1__/* .map */ .Tj)(_lambda_function_shape_js__WEBPACK_IMPORTED_MODULE_2__/* .isFunctionName */ .m, (0,_rollout_shape_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)(/^(?!\d+$)[A-Za-z0-9_-]{1,128}$/)),
    warmed: (0,_rollout_shape_js__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lq)((0,_rollout_shape_js__WEBPACK_IMPORTED_MODULE_1__/* .map */ .Tj)(_lambda_function_shape_js__WEBPACK_IMPORTED_MODULE_2__/* .isFunctionName */ .m, _rollout_shape_js__WEBPACK_IMPORTED_MODULE_1__/* .isCount */ .my)),
    kept: (0,_rollout_shape_js__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lq)((0,_rollout_shape_js__WEBPACK_IMPORTED_MODULE_1__/* .list */ .p_)(_lambda_function_shape_js__WEBPACK_IMPORTED_MODULE_2__/* .isFunctionName */ .m)),
});


/***/ }),

/***/ 97911:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  a: () => (/* binding */ TARGET_KINDS),
  I: () => (/* binding */ kindOf)
});

// EXTERNAL MODULE: ./build/base/listed.js
var listed = __nccwpck_require__(639);
// EXTERNAL MODULE: ./build/inputs/fields.js
var fields = __nccwpck_require__(64347);
// EXTERNAL MODULE: ./build/inputs/input-types.js
var input_types = __nccwpck_require__(89080);
// EXTERNAL MODULE: ./build/inputs/members.js
var members = __nccwpck_require__(97087);
// EXTERNAL MODULE: ./build/inputs/names.js
var names = __nccwpck_require__(43636);
;// CONCATENATED MODULE: ./build/inputs/target-inputs.js
// How a kind of target handles its inputs. This folder does not know the kinds; they are passed in.
/** Inputs that apply only to another kind of target than the one whose input `name` is. */
function inapplicableInputs(name, { others }) {
    if (others.length === 0)
        return [];
    const names = others.map((other) => other.name).join(', ');
    const of = [...new Set(others.map((other) => other.of))].join(' or ');
    return [
        `${name}: ${names} ${others.length === 1 ? 'is' : 'are'} for ${of}; expected one or the other`,
    ];
}

;// CONCATENATED MODULE: ./build/targets/alias/alias-inputs.js
// The inputs for aliases, and their combined meaning.






const target = {
    title: 'Release target',
    inputs: {
        alias: {
            type: (0,input_types/* text */.Qq)(fields/* alias */.nK, { pattern: fields/* ALIAS */.dt.source }),
            default: '',
            open: true,
            combined: true,
            names: (0,names/* nameOf */.Vb)('function alias'),
            doc: 'The Lambda alias to shift traffic on, instead of a stage.',
            details: 'To use a different alias for one function, write `NAME:ALIAS` in `functions`.',
        },
    },
};
const policies = {
    title: 'Policies',
    after: 'on-unfinished',
    inputs: {
        'first-release': {
            type: (0,input_types/* choice */.Yq)('refuse', 'allow'),
            default: 'refuse',
            doc: 'What to do if the alias does not exist.',
            details: '`refuse`: stop before changing anything, and suggest an existing alias. `allow`: create the alias and send all traffic to the new version immediately.',
        },
        'unused-alias': {
            type: (0,input_types/* choice */.Yq)('refuse', 'allow'),
            default: 'refuse',
            doc: 'What to do if nothing calls the alias.',
            details: '`refuse`: stop before changing anything if the release would reach nobody: no permission, event source or function URL leads to the alias, it was not called in the last 35 days, and something else may call the function without a qualifier. `allow`: only warn, for callers with a role of their own that begin to call later.',
        },
        'on-split-alias': {
            type: (0,input_types/* choice */.Yq)('fail', 'repair'),
            default: 'fail',
            member: 'onSplit',
            doc: 'What to do if an alias is already split and no rollout of this action is open.',
            details: 'A stopped CodeDeploy deployment can leave an alias split between two versions. `fail`: stop. `repair`: send all traffic to the version that the alias points to, or to the one that already receives 100%, then release. The action repairs an alias only if nothing else is shifting it.',
        },
    },
};
const ALIAS_INPUTS = [target, policies];
const DECLARED = (0,members/* inputsIn */.R)(ALIAS_INPUTS);
const ALIAS_EFFECTS = {
    alias: 'always',
    'first-release': 'always',
    'unused-alias': 'always',
    'on-split-alias': 'always',
};
function namesAliases({ textOf, functions, }) {
    return textOf('alias') !== '' || functions.some((f) => f.alias !== undefined);
}
function readAliasInputs(given, problems) {
    const wrong = [...inapplicableInputs('alias', given), ...missingInputs(given)];
    problems.push(...wrong);
    if (wrong.length > 0)
        return undefined;
    const read = given.values;
    return {
        target: { kind: 'alias', ...(0,members/* membersOf */.l)(DECLARED, read), seesMore: seesMore(given) },
        functions: given.functions.map((input) => withAlias(input, read.alias, given.current)),
    };
}
function seesMore({ textOf, values }) {
    return textOf('metrics') !== '' || (Array.isArray(values.alarms) && values.alarms.length > 0);
}
/** The function's own alias, or the common one; and the version that it must point to before. */
function withAlias(input, alias, current) {
    const before = Object.hasOwn(current, input.name) ? current[input.name] : undefined;
    return {
        ...input,
        alias: input.alias ?? alias,
        ...(before !== undefined && { current: before }),
    };
}
function missingInputs({ textOf, functions }) {
    const bare = functions.filter((f) => f.alias === undefined);
    return [
        ...(textOf('functions') === ''
            ? ['functions: it is empty; expected the functions whose alias to shift']
            : []),
        ...(bare.length > 0 && textOf('alias') === ''
            ? [
                `alias: ${(0,listed/* listed */.KE)(bare.map((f) => `"${f.name}"`))} has no alias, but others have one; expected alias, or ${bare[0]?.name}:ALIAS`,
            ]
            : []),
    ];
}

// EXTERNAL MODULE: ./build/targets/alias/alias-record.js
var alias_record = __nccwpck_require__(94718);
;// CONCATENATED MODULE: ./build/targets/alias/alias-kind.js
// Weighted aliases of Lambda functions, as a kind of target.


const aliasKind = {
    kind: 'alias',
    plural: 'aliases',
    words: 'an alias',
    takesCode: true,
    inputs: ALIAS_INPUTS,
    effects: ALIAS_EFFECTS,
    isNamed: namesAliases,
    read: readAliasInputs,
    // Their names are in the list of functions.
    openNames: () => [],
    postInputs: () => ({}),
    codec: alias_record/* aliasCodec */.bY,
    metricCost: {
        // Invocations, errors and throttles: of the new version, the previous version, and the whole alias.
        traffic: (functions) => 3 * 3 * functions,
        // Two thresholds, each with invocations and slow ones: of the new version, the previous version, and the alias.
        measures: ({ functions, compare }) => (compare.includes('latency') ? 2 * 2 * 3 * functions : 0),
        // Invocations, errors and throttles; samples and the two quantiles, and samples and the slow ones above each.
        history: ({ functions, compare }) => (3 + (compare.includes('latency') ? 3 + 3 : 0)) * functions,
    },
    freeCalls: 'API Gateway and Lambda',
    outputs: [],
    connect: async ({ kind: _, ...policies }, services) => {
        const { connectAliases } = await Promise.all(/* import() */[__nccwpck_require__.e(9956), __nccwpck_require__.e(5861), __nccwpck_require__.e(4085), __nccwpck_require__.e(1696), __nccwpck_require__.e(2894), __nccwpck_require__.e(7688), __nccwpck_require__.e(6057), __nccwpck_require__.e(258), __nccwpck_require__.e(9218), __nccwpck_require__.e(5600)]).then(__nccwpck_require__.bind(__nccwpck_require__, 5600));
        return connectAliases({ ...services, ...policies });
    },
};

// EXTERNAL MODULE: ./build/targets/stage/route-limit.js
var route_limit = __nccwpck_require__(85619);
// EXTERNAL MODULE: ./build/inputs/api-definition.js
var api_definition = __nccwpck_require__(9868);
// EXTERNAL MODULE: ./build/inputs/effect.js
var effect = __nccwpck_require__(89291);
// EXTERNAL MODULE: ./build/base/quote.js
var quote = __nccwpck_require__(73636);
// EXTERNAL MODULE: ./build/base/suggest.js
var suggest = __nccwpck_require__(24526);
// EXTERNAL MODULE: ./build/inputs/list-fields.js
var list_fields = __nccwpck_require__(87666);
;// CONCATENATED MODULE: ./build/targets/stage/stage-fields.js
// Parses the texts of a stage's inputs, and describes what is wrong with them.




/** May be empty: required inputs are checked after all inputs are read. */
const restApiId = (text) => text === '' || /^[A-Za-z0-9_-]{1,64}$/.test(text)
    ? (0,fields.ok)(text)
    : (0,fields/* bad */.MB)(`${(0,quote/* quote */.h)(text)}; expected the ID of a REST API, such as a1b2c3d4e5`);
/** Whether a stage is created for the pre-traffic hook, or its name. */
const shadowStage = (text) => {
    const wanted = (0,fields/* flag */.Jt)(text);
    if (wanted.ok)
        return wanted;
    const name = (0,fields/* stageName */.CT)(text);
    return name.ok
        ? name
        : (0,fields/* bad */.MB)(`${(0,quote/* quote */.h)(text)}; expected true, false, or the name of a stage to create`);
};
/** Whether the canary uses the cache; `auto`: as `stage-cache.ts` decides. */
const stageCache = (text) => {
    if (text === 'auto')
        return (0,fields.ok)('auto');
    const wanted = (0,fields/* flag */.Jt)(text);
    return wanted.ok ? wanted : (0,fields/* bad */.MB)(`${(0,quote/* quote */.h)(text)}; expected auto, true or false`);
};
/** The dimension's value may contain `{stage}`. */
const dimension = (text) => text.length <= 255
    ? (0,fields.ok)(text)
    : (0,fields/* bad */.MB)(`${(0,quote/* quote */.h)(text)} is longer than the 255 characters of a dimension value`);
/** API Gateway developer guide, "stage variables": names, values and their lengths. */
const VARIABLE_NAME = /^[A-Za-z0-9_]{1,64}$/;
const VARIABLE_VALUE = /^[A-Za-z0-9\-._~:/?#&=,]{1,512}$/;
/** `name=value`, one per line, because a value may contain commas. Values may be secret, and are not shown. */
const stageVariables = (text) => {
    const lines = text
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== '');
    const problems = [];
    const entries = lines.map((line, i) => {
        const at = line.indexOf('=');
        const name = at < 0 ? '' : line.slice(0, at).trim();
        const value = line.slice(at + 1).trim();
        if (at < 0)
            problems.push(`line ${i + 1} has no "="; expected name=value, one per line`);
        else if (!VARIABLE_NAME.test(name)) {
            problems.push(`${nearName(name) ? (0,quote/* quote */.h)(name) : `the text before "=" in line ${i + 1}`} is not a stage variable's name; expected letters, digits and "_", at most 64`);
        }
        else if (!VARIABLE_VALUE.test(value)) {
            problems.push(`the value of "${name}" would be refused by API Gateway; expected 1 to 512 letters, digits and -._~:/?#&=,`);
        }
        return [name, value];
    });
    problems.push(...(0,list_fields/* twice */.P4)(entries.map(([name]) => name).filter((name) => VARIABLE_NAME.test(name))));
    return problems.length > 0 ? (0,fields/* bad */.MB)(...problems) : (0,fields.ok)(Object.fromEntries(entries));
};
/** A name with a typing error; any other text may be part of a value. */
function nearName(text) {
    return /^[\w.-]{1,80}$/.test(text);
}
const PROMOTE_PARTS = ['deployment', 'variables', 'close'];
/** The console's choices for a promotion. */
const promote = (text) => {
    const parts = (0,list_fields/* splitList */.ry)(text);
    const unknown = parts.filter((part) => !PROMOTE_PARTS.includes(part));
    if (unknown.length > 0) {
        return (0,fields/* bad */.MB)(...unknown.map((p) => `${(0,quote/* quote */.h)(p)}; expected ${PROMOTE_PARTS.join(', ')}.${(0,suggest/* didYouMean */.a)(p, PROMOTE_PARTS)}`));
    }
    const choice = {
        deployment: parts.includes('deployment'),
        variables: parts.includes('variables'),
        close: parts.includes('close'),
    };
    return choice.deployment || choice.variables
        ? (0,fields.ok)(choice)
        : (0,fields/* bad */.MB)(`${(0,quote/* quote */.h)(text)} promotes nothing; expected "deployment", "variables" or both`);
};

;// CONCATENATED MODULE: ./build/targets/stage/stage-inputs.js
// The inputs for a stage's canary, and their combined meaning.








const stage_inputs_target = {
    title: 'Release target',
    inputs: {
        'rest-api-id': {
            type: (0,input_types/* text */.Qq)(restApiId),
            default: '',
            open: true,
            names: (0,names/* nameOf */.Vb)('REST API'),
            doc: 'The ID of the REST API, such as `a1b2c3d4e5`.',
        },
        'stage-name': {
            type: (0,input_types/* text */.Qq)(fields/* stageName */.CT),
            default: '',
            open: true,
            names: (0,names/* nameOf */.Vb)('API stage'),
            doc: 'The stage to release to.',
            details: 'It must already serve a deployment.',
        },
    },
};
const canary = {
    title: 'Stage canary',
    inputs: {
        'stage-variable-overrides': {
            type: (0,input_types/* map */.Tj)(stageVariables),
            default: '',
            member: 'overrides',
            doc: "Stage variables that the canary uses instead of the stage's own, one `name=value` per line.",
        },
        'use-stage-cache': {
            type: (0,input_types/* booleanOr */.SX)(stageCache),
            default: 'auto',
            doc: "Whether the canary uses the stage's cache.",
            details: '`auto`: it does if it has a deployment of its own, whose answers AWS caches separately. With `definition: deployed` it does not, because each version would get answers of the other.',
        },
        promote: {
            type: (0,input_types/* listOf */.c3)(PROMOTE_PARTS, promote),
            default: 'deployment, variables, close',
            defaultText: 'all three',
            doc: 'What a promotion changes on the stage.',
            details: "`deployment`: the stage takes the canary's deployment. `variables`: the stage takes the overrides. `close`: the canary is removed. Without `close` the canary stays at 0%, and the next release is refused until it is closed.",
        },
        definition: {
            type: (0,input_types/* choice */.Yq)('draft', 'deployed'),
            default: 'draft',
            doc: 'The API definition that the canary serves.',
            details: "`draft`: a new deployment of the API draft. `deployed`: the stage's current deployment with different stage variables.",
        },
        'api-definition': {
            type: input_types/* file */.NJ,
            default: '',
            combined: true,
            doc: "An OpenAPI file in the checkout that replaces the API's draft before it is released.",
            details: 'OpenAPI 3.0 or Swagger 2.0, in YAML or JSON, with `x-amazon-apigateway-integration`. Versions must come from stage variables. A rollback restores the draft to what the stage serves. See [API definition](docs/api-definition.md).',
        },
        'route-guard': {
            type: (0,input_types/* choice */.Yq)('block', 'warn', 'off'),
            default: 'block',
            doc: 'What to do if the stage and the canary differ in their routes, or in who may call them.',
            details: '`block`: stop. `warn`: report it and continue. `off`: do not check. Such a route returns 403 (or 401) to some users at random while traffic is split, so without steps (`AllAtOnce`) the guard only reports it. The guard compares verbs, paths, API keys and types of authorization; AWS does not show the authorizer, the scopes or the request validator of a deployed route, nor its resource policy.',
        },
        'invoke-permission': {
            type: (0,input_types/* choice */.Yq)('check', 'grant'),
            default: 'check',
            doc: 'What to do if API Gateway lacks permission to invoke the new version.',
            details: '`check`: stop. `grant`: add the permission. This also applies to other functions that the canary calls.',
        },
        'canary-metric-dimension': {
            type: (0,input_types/* text */.Qq)(dimension),
            default: '{stage}/Canary',
            member: 'canaryDimension',
            doc: "The value of the CloudWatch `Stage` dimension that counts the canary's requests.",
            details: 'The action replaces `{stage}` with the stage name.',
        },
    },
};
const hooks = {
    title: 'Hooks',
    after: 'pre-traffic-hook',
    inputs: {
        'shadow-stage': {
            type: (0,input_types/* booleanOr */.SX)(shadowStage),
            default: 'false',
            open: true,
            combined: true,
            doc: 'Whether to create a temporary stage for the pre-traffic hook.',
            details: "Set `true`, or the name of the stage to create. The stage has the canary's deployment and variables, and the hook receives its address. The action removes it before the canary serves any user.",
        },
    },
};
const STAGE_INPUTS = [stage_inputs_target, canary, hooks];
const stage_inputs_DECLARED = (0,members/* inputsIn */.R)(STAGE_INPUTS);
const STAGE_EFFECTS = {
    'rest-api-id': 'always',
    'stage-name': 'always',
    'stage-variable-overrides': 'always',
    'use-stage-cache': 'always',
    promote: 'always',
    definition: 'always',
    'api-definition': {
        isMet: (read) => read.definition !== 'deployed',
        otherwise: 'with definition: deployed, which releases no draft',
        expected: 'definition: draft',
    },
    // `off` also spares a permission, with `definition: deployed` as well.
    'route-guard': 'always',
    'invoke-permission': 'always',
    'canary-metric-dimension': 'always',
    'shadow-stage': {
        isMet: (read) => read['pre-traffic-hook']?.length !== 0,
        otherwise: 'without pre-traffic-hook, which alone can call the stage',
        expected: 'pre-traffic-hook',
    },
};
/** The lists of hooks, which all get the address of the stage. */
const HOOKS = ['pre-traffic-hook', 'step-hook', 'post-traffic-hook'];
function isFilled(value) {
    return Array.isArray(value) && value.length > 0;
}
const REQUIRED = ['rest-api-id', 'stage-name'];
function namesStage({ textOf }) {
    return REQUIRED.some((name) => textOf(name) !== '');
}
function readStageInputs(given, problems) {
    const { textOf, values, functions } = given;
    const missing = stage_inputs_missingInputs(given);
    const foreign = textOf('rest-api-id') === '' ? [] : inapplicableInputs('rest-api-id', given);
    problems.push(...missing, ...foreign, ...promotesNothing(given), ...cannotImport(given));
    if (missing.length > 0 || foreign.length > 0)
        return undefined;
    const read = values;
    const target = {
        kind: 'stage',
        ...(0,members/* membersOf */.l)(stage_inputs_DECLARED, read),
        shadowStage: shadowOf(read),
        apiDefinition: fileOf(given, read),
        splits: !Array.isArray(values.steps) || values.steps.length > 0,
        compares: values.analysis !== 'off',
        tellsHooks: HOOKS.some((name) => isFilled(values[name])),
    };
    return { target, functions };
}
function stage_inputs_missingInputs({ textOf, isFileWrong }) {
    // The problems of the file are reported, and what follows from them is not.
    if (isFileWrong && REQUIRED.every((name) => textOf(name) === ''))
        return [];
    return REQUIRED.filter((name) => textOf(name) === '').map((name) => `${name}: it is missing or empty; expected rest-api-id and stage-name for the canary of a stage, or functions and alias`);
}
/** `true` stands for a name derived from the stage's. */
function shadowOf(values) {
    const { 'shadow-stage': shadow, 'stage-name': stage } = values;
    return shadow === true ? `${stage}-canary-shadow` : shadow || undefined;
}
function fileOf({ workspace }, values) {
    const path = values['api-definition'];
    return path === '' ? undefined : { path, workspace };
}
/** The draft is that of all stages, so it gets only what is to be released. */
function cannotImport({ values, workspace }) {
    const read = values;
    const path = read['api-definition'];
    if (!path)
        return [];
    if (values.command === 'preview') {
        return [
            "api-definition: a preview must not change the API's draft, which all stages share; omit it",
        ];
    }
    // Nothing else reads the file: a rollback needs no checkout.
    if (!(0,effect/* beginsRelease */.a)(values))
        return [];
    const found = (0,api_definition/* readDefinitionText */.D)({ path, workspace });
    return [
        ...('problem' in found ? [found.problem] : []),
        ...(read.promote && !read.promote.deployment
            ? [
                'promote: the definition would be tried and never promoted; expected promote with deployment',
            ]
            : []),
    ];
}
/** With functions, preflight checks that what reaches them is promoted. */
function promotesNothing({ values, functions }) {
    if (!(0,effect/* beginsRelease */.a)(values) || functions.length > 0)
        return [];
    const read = values;
    const { promote: chosen, definition, 'stage-variable-overrides': overrides = {} } = read;
    const tried = [
        ...(definition === 'draft' ? ['deployment'] : []),
        ...(Object.keys(overrides).length > 0 ? ['variables'] : []),
    ];
    if (!chosen || tried.length === 0 || tried.some((part) => chosen[part]))
        return [];
    return [
        `promote: the canary would be tried and nothing of it promoted; expected ${tried.join(' or ')}`,
    ];
}

// EXTERNAL MODULE: ./build/targets/stage/stage-record.js
var stage_record = __nccwpck_require__(30034);
;// CONCATENATED MODULE: ./build/targets/stage/stage-kind.js
// The canary of a REST API's stage, as a kind of target.



const stageKind = {
    kind: 'stage',
    plural: 'stages',
    words: 'the canary of a stage',
    takesCode: true,
    inputs: STAGE_INPUTS,
    effects: STAGE_EFFECTS,
    isNamed: namesStage,
    read: readStageInputs,
    openNames: ({ restApiId, stageName }) => [restApiId, stageName],
    postInputs: ({ restApiId, stageName, canaryDimension, apiDefinition }) => ({
        'rest-api-id': restApiId,
        'stage-name': stageName,
        'canary-metric-dimension': canaryDimension,
        ...(apiDefinition && { 'api-definition': apiDefinition.path }),
    }),
    codec: stage_record/* stageCodec */.h,
    metricCost: {
        // Requests and errors: of the stage, of its canary, and of each function's two versions, with throttles.
        traffic: (functions) => 2 * 2 + 3 * 2 * functions,
        // Client errors, and the slow responses of two thresholds: of the stage and of its canary. The same of each route. With
        // a cache, the answers from it instead of the slow responses.
        measures: (compared) => 2 * (gatewayMetrics(compared) + routeMetrics(compared)),
        // Requests and errors, and of each function's version; samples and quantiles. The requests of all routes.
        history: (compared) => 2 +
            (compared.compare.includes('errors') ? 3 * compared.functions : 0) +
            (compared.compare.includes('latency') ? 3 : 0) +
            gatewayMetrics(compared) +
            (routeMetrics(compared) > 0 ? compared.routes : 0) +
            routeMetrics(compared),
    },
    freeCalls: 'API Gateway and Lambda',
    outputs: ['deployment-before', 'deployment-after'],
    connect: async (inputs, services) => {
        const { connectStage } = await Promise.all(/* import() */[__nccwpck_require__.e(9956), __nccwpck_require__.e(5861), __nccwpck_require__.e(4085), __nccwpck_require__.e(1696), __nccwpck_require__.e(818), __nccwpck_require__.e(2894), __nccwpck_require__.e(7688), __nccwpck_require__.e(6057), __nccwpck_require__.e(6167), __nccwpck_require__.e(258), __nccwpck_require__.e(9218), __nccwpck_require__.e(3106), __nccwpck_require__.e(9135)]).then(__nccwpck_require__.bind(__nccwpck_require__, 19135));
        return connectStage({ ...services, inputs });
    },
    previews: async (inputs, clients) => {
        const { connectPreviews } = await Promise.all(/* import() */[__nccwpck_require__.e(9956), __nccwpck_require__.e(5861), __nccwpck_require__.e(1696), __nccwpck_require__.e(818), __nccwpck_require__.e(2894), __nccwpck_require__.e(7688), __nccwpck_require__.e(6057), __nccwpck_require__.e(6167), __nccwpck_require__.e(3106), __nccwpck_require__.e(1135)]).then(__nccwpck_require__.bind(__nccwpck_require__, 86905));
        return connectPreviews(clients, inputs);
    },
};
function gatewayMetrics({ compare }) {
    return (compare.includes('client-errors') ? 1 : 0) + (compare.includes('latency') ? 2 : 0);
}
/** Requests, errors and client errors of those routes that are compared by themselves. */
function routeMetrics({ routes, compare }) {
    const classes = compare.filter((each) => each !== 'latency').length;
    return classes > 0 ? Math.min(routes, route_limit/* MOST_ROUTES */.B) * (1 + classes) : 0;
}

;// CONCATENATED MODULE: ./build/targets/kinds.js
// All kinds of target.


const TARGET_KINDS = [stageKind, aliasKind];
/** The kind of the target that these inputs name. */
function kindOf({ kind }) {
    const found = TARGET_KINDS.find((one) => one.kind === kind);
    if (!found)
        throw new RangeError(`there is no kind of target "${kind}"`);
    return found;
}


/***/ }),

/***/ 14109:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ FUNCTION_SHAPE),
/* harmony export */   m: () => (/* binding */ isFunctionName)
/* harmony export */ });
/* harmony import */ var _rollout_shape_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(86711);
// What the names and versions of Lambda functions look like in stored state.

function isFunctionName(value) {
    return (0,_rollout_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .isText */ .KH)(value, /^[A-Za-z0-9_-]{1,64}$/);
}
const FUNCTION_SHAPE = {
    isName: isFunctionName,
    isVersion: (value) => (0,_rollout_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .isText */ .KH)(value, /^\d{1,18}$/),
};


/***/ }),

/***/ 85619:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ MOST_ROUTES)
/* harmony export */ });
// How many routes are compared by themselves.
/**
 * More routes are not compared by themselves: each costs up to six metrics in every reading, and makes the test of all
 * others stricter.
 */
const MOST_ROUTES = 50;


/***/ }),

/***/ 30034:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ stageOf),
/* harmony export */   h: () => (/* binding */ stageCodec)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(76031);
/* harmony import */ var _rollout_shape_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(86711);
/* harmony import */ var _lambda_function_shape_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(14109);
// A stage's part of a record: the state of the stage before the rollout, and the canary of this rollout.



/** The record of a stage's rollout. Throws when the record is of another kind of target. */
function stageOf({ target }) {
    if (target.kind === 'stage')
        return target;
    throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .KnownError */ .E('the state stored here is not that of a stage rollout');
}
/** The ID of a deployment or of a resource. */
const isGatewayId = (0,_rollout_shape_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)(/^[a-z0-9]{1,64}$/);
const stageCodec = {
    kind: 'stage',
    ..._lambda_function_shape_js__WEBPACK_IMPORTED_MODULE_2__/* .FUNCTION_SHAPE */ .h,
    isCanary: isGatewayId,
    fits: (target, functions) => {
        if (!isStage(target))
            return false;
        const { variables, overrides, warmed = {} } = target;
        return ((0,_rollout_shape_js__WEBPACK_IMPORTED_MODULE_1__/* .isSame */ .Ft)(Object.keys(variables), Object.keys(overrides)) &&
            Object.keys(warmed).every((name) => functions.includes(name)));
    },
};
const isVariable = (0,_rollout_shape_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)(/^\w{1,64}$/);
const isVariableValue = (0,_rollout_shape_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)(/^[A-Za-z0-9\-._~:/?#&=,]{0,512}$/);
/** The URI of a Lambda integration, which may contain `${stageVariables.name}`. */
const isUri = (0,_rollout_shape_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)(/^[A-Za-z0-9:/._${}-]{1,2048}$/);
const isStage = (0,_rollout_shape_js__WEBPACK_IMPORTED_MODULE_1__/* .members */ .ol)({
    kind: (0,_rollout_shape_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)(/^stage$/),
    deploymentId: isGatewayId,
    variables: (0,_rollout_shape_js__WEBPACK_IMPORTED_MODULE_1__/* .map */ .Tj)(isVariable, (value) => value === null || isVariableValue(value)),
    overrides: (0,_rollout_shape_js__WEBPACK_IMPORTED_MODULE_1__/* .map */ .Tj)(isVariable, isVariableValue),
    useStageCache: _rollout_shape_js__WEBPACK_IMPORTED_MODULE_1__/* .isBoolean */ .Lm,
    drafts: (0,_rollout_shape_js__WEBPACK_IMPORTED_MODULE_1__/* .list */ .p_)((0,_rollout_shape_js__WEBPACK_IMPORTED_MODULE_1__/* .members */ .ol)({
        resourceId: isGatewayId,
        method: (0,_rollout_shape_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)(/^(?:ANY|DELETE|GET|HEAD|OPTIONS|PATCH|POST|PUT)$/),
        from: isUri,
        to: isUri,
    })),
    promote: (0,_rollout_shape_js__WEBPACK_IMPORTED_MODULE_1__/* .members */ .ol)({ deployment: _rollout_shape_js__WEBPACK_IMPORTED_MODULE_1__/* .isBoolean */ .Lm, variables: _rollout_shape_js__WEBPACK_IMPORTED_MODULE_1__/* .isBoolean */ .Lm, close: _rollout_shape_js__WEBPACK_IMPORTED_MODULE_1__/* .isBoolean */ .Lm }),
    imported: (0,_rollout_shape_js__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lq)((0,_rollout_shape_js__WEBPACK_IMPORTED_MODULE_1__/* .members */ .ol)({ before: (0,_rollout_shape_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)(/^(?:[0-9a-f]{16})?$/), expects: (0,_rollout_shape_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)(/^[0-9a-f]{16}$/) })),
    shadow: (0,_rollout_shape_js__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lq)((0,_rollout_shape_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)(/^[A-Za-z0-9_-]{1,128}$/)),
    warmed: (0,_rollout_shape_js__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lq)((0,_rollout_shape_js__WEBPACK_IMPORTED_MODULE_1__/* .map */ .Tj)(_lambda_function_shape_js__WEBPACK_IMPORTED_MODULE_2__/* .isFunctionName */ .m, _rollout_shape_js__WEBPACK_IMPORTED_MODULE_1__/* .isCount */ .my)),
});


/***/ }),

/***/ 81864:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   ee: () => (/* binding */ composeYaml),
/* harmony export */   gZ: () => (/* binding */ TOO_DEEP),
/* harmony export */   lr: () => (/* binding */ MAX_DEPTH)
/* harmony export */ });
/* harmony import */ var _base_assert_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(50648);
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(76031);
/* harmony import */ var _base_quote_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(73636);
/* harmony import */ var _tree_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(63174);
// Untrusted YAML or JSON → one document.




const MAX_DEPTH = 100;
const TOO_DEEP = `it is nested more than ${MAX_DEPTH} deep`;
/**
 * Composes the one document of a text.
 *
 * @throws KnownError, with line and column, when it is not YAML, holds several documents, or is nested too deeply
 */
async function composeYaml(text, options = {}) {
    const { Composer, isScalar, LineCounter, Parser, visit } = await __nccwpck_require__.e(/* import() */ 8815).then(__nccwpck_require__.t.bind(__nccwpck_require__, 38815, 19));
    const lines = new LineCounter();
    const markAt = (offset) => {
        const { line, col } = lines.linePos(offset);
        return { line: Math.max(line, 1), column: Math.max(col, 1) };
    };
    const tokens = await (0,_base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .foreign */ .V$)(() => [...new Parser(lines.addNewLine).parse(text)]);
    if (isDeep(tokens))
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .KnownError */ .E(TOO_DEEP);
    // Its own check for repeated keys compares each key with all others of its map: 50,000 of them take 13 seconds.
    const composer = new Composer({ logLevel: 'error', uniqueKeys: false, ...options });
    const [document, another] = await (0,_base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .foreign */ .V$)(() => {
        const [first, second] = composer.compose(tokens, true, text.length);
        return [first, second];
    });
    const [error] = document?.errors ?? [];
    if (error)
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .KnownError */ .E(syntaxProblem(error, markAt));
    if (another)
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .KnownError */ .E(`it contains more than one document${at(markAt, another.range[0])}`);
    const repeated = document && repeatedKey(document, { isScalar, visit });
    if (repeated) {
        const { name, offset } = repeated;
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .KnownError */ .E(`Map keys must be unique; ${(0,_base_quote_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .h)(name)} occurs twice${at(markAt, offset)}`);
    }
    return { document, markAt };
}
function at(markAt, offset) {
    return ` at ${(0,_tree_js__WEBPACK_IMPORTED_MODULE_1__/* .markText */ .PQ)(markAt(offset))}`;
}
/** What is wrong, where, and how it is mended where the parser's words do not say. */
function syntaxProblem({ message, code, pos: [offset] }, markAt) {
    const first = (0,_base_assert_js__WEBPACK_IMPORTED_MODULE_3__/* .must */ .s)(message.split('\n')[0], 'a text has a first line').replace(/:$/, '');
    const where = `${first}${at(markAt, offset)}`;
    if (code !== 'MISSING_CHAR' && code !== 'BAD_INDENT')
        return where;
    return `${where}; expected each further line of a value to be indented more than its key`;
}
/** A key that is more than once in the same map; `undefined`: there is none. */
function repeatedKey(document, { isScalar, visit }) {
    let repeated;
    visit(document, {
        Map: (_, { items }) => {
            const keys = new Set();
            for (const { key } of items) {
                const value = isScalar(key) ? key.value : key;
                if (keys.has(value)) {
                    const range = key?.range;
                    repeated = { name: String(value), offset: range?.[0] ?? 0 };
                    return visit.BREAK;
                }
                keys.add(value);
            }
            return undefined;
        },
    });
    return repeated;
}
/**
 * Whether collections are nested too deeply. This is checked before composing, which recurses: a stack
 * overflow within a regular expression ends the process (observed with 500,000 brackets).
 */
function isDeep(tokens) {
    let level = [...tokens];
    for (let depth = 0; level.length > 0; depth += 1) {
        if (depth > MAX_DEPTH)
            return true;
        level = level.flatMap(innerTokens);
    }
    return false;
}
function innerTokens(token) {
    if (token.type === 'document')
        return token.value ? [token.value] : [];
    if (!('items' in token))
        return [];
    return token.items.flatMap(({ key, value }) => [key, value].filter((t) => t != null));
}


/***/ }),

/***/ 95117:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Dx: () => (/* binding */ suppliedLine),
/* harmony export */   Tx: () => (/* binding */ checkSupplied),
/* harmony export */   r2: () => (/* binding */ PSEUDO),
/* harmony export */   readSupplied: () => (/* binding */ readSupplied),
/* harmony export */   zo: () => (/* binding */ pseudoParameters)
/* harmony export */ });
/* harmony import */ var _base_partitions_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(23601);
/* harmony import */ var _base_quote_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(73636);
/* harmony import */ var _base_suggest_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(24526);
/* harmony import */ var _tree_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(63174);
// The `template-parameters` input, and the values that CloudFormation provides.




/** Also those of Serverless, such as `env:ORDERS_ALARM`. */
const NAME = /^[A-Za-z0-9:._-]{1,255}$/;
/** Those with one text as their value, which the user can give. */
const PSEUDO = ['AccountId', 'Partition', 'Region', 'StackId', 'StackName', 'URLSuffix'].map((name) => `AWS::${name}`);
/**
 * Parses `NAME=VALUE` lines, and lines with several of them as `sam deploy --parameter-overrides` accepts them; adds
 * every error to the problems.
 */
function readSupplied(text, problems) {
    const supplied = new Map();
    for (const line of text.split('\n').map((l) => l.trim())) {
        if (line === '')
            continue;
        const entries = readLine(line);
        if (typeof entries === 'string')
            problems.push(`template-parameters: ${(0,_base_quote_js__WEBPACK_IMPORTED_MODULE_3__/* .quote */ .h)(line)}${entries}`);
        else
            for (const [name, value] of entries) {
                if (supplied.has(name))
                    problems.push(`template-parameters: "${name}" is given twice`);
                else
                    supplied.set(name, value);
            }
    }
    return supplied;
}
/** The entries of a line, or what is wrong with it. */
function readLine(line) {
    const at = line.indexOf('=');
    const name = line.slice(0, Math.max(at, 0)).trim();
    if (!NAME.test(name)) {
        return '; expected NAME=VALUE, one per line, with a parameter, a logical id or AWS::AccountId as its name';
    }
    const rest = line.slice(at + 1);
    const value = rest.trim();
    if (WRAPPED.test(value))
        return [[name, unquoted(value)]];
    const isOne = name !== 'ParameterKey' && !SEVERAL.test(rest) && !/^["']/.test(value);
    if (isOne)
        return [[name, value]];
    return (severalIn(line) ??
        ' is neither one NAME=VALUE nor several separated by spaces; expected one per line, and a value that contains NAME= in double quotes');
}
/**
 * Another name after the first value, also behind a comma, as aws-cloudformation-github-deploy accepts it; or a line
 * that a shell would continue.
 */
const SEVERAL = /[\s,][A-Za-z0-9:._-]+\s*=|\\$/;
const WRAPPED = /^(?:"(?:\\.|[^"\\])*"|'[^']*')$/;
/** Both forms of `sam deploy --parameter-overrides` (AWS SAM CLI, samcli/cli/types.py). */
const LONG_FORM = /^ParameterKey=([^\s=,]+),ParameterValue=/;
const ENTRY = /^([^\s=]+)=("(?:\\.|[^"\\])*"|'[^']*'|[^\s"'\\]*)(?=\s|$)/;
/** `undefined` if any part of the line is something else. */
function severalIn(line) {
    const entries = [];
    for (let rest = line; rest !== '';) {
        const text = rest.replace(LONG_FORM, '$1=');
        const [all = '', name = '', value = ''] = ENTRY.exec(text) ?? [];
        if (!NAME.test(name) || isJoined(value))
            return undefined;
        entries.push([name, unquoted(value)]);
        rest = text.slice(all.length).trimStart();
    }
    return entries;
}
/** Whether an unquoted value has more behind a comma. */
function isJoined(value) {
    return !WRAPPED.test(value) && (SEVERAL.test(value) || value.endsWith(','));
}
function unquoted(value) {
    if (!WRAPPED.test(value))
        return value;
    const inner = value.slice(1, -1);
    return value.startsWith('"') ? inner.replace(/\\(["\\ ])/g, '$1') : inner;
}
/** A value that is known to be one, so that `readSupplied` does not find others in it. */
function suppliedLine(name, value) {
    const plain = !SEVERAL.test(value) && !/^["']/.test(value);
    return `${name}=${plain ? value : `"${value.replace(/["\\]/g, '\\$&')}"`}`;
}
/** Reports names that the template does not have; they are probably misspelled. */
function checkSupplied(template, supplied) {
    const known = [
        ...(0,_tree_js__WEBPACK_IMPORTED_MODULE_2__/* .mapAt */ .SC)(template, 'Parameters').keys(),
        ...(0,_tree_js__WEBPACK_IMPORTED_MODULE_2__/* .mapAt */ .SC)(template, 'Resources').keys(),
        ...PSEUDO,
    ];
    const isUnknown = (name) => !known.includes(name.split('.')[0] ?? '');
    return [...supplied.keys()]
        .filter(isUnknown)
        .map((name) => `template-parameters names "${name}", which is neither a parameter nor a resource of the template.${(0,_base_suggest_js__WEBPACK_IMPORTED_MODULE_1__/* .didYouMean */ .a)(name, known)}`);
}
/**
 * The pseudo-parameters that depend on the Region (CloudFormation user guide, "pseudo parameters reference").
 */
function pseudoParameters(region) {
    if (region === '')
        return new Map();
    const { id, dnsSuffix } = (0,_base_partitions_js__WEBPACK_IMPORTED_MODULE_0__/* .partitionOf */ .iQ)(region);
    return new Map([
        ['AWS::Region', region],
        ['AWS::Partition', id],
        ['AWS::URLSuffix', dnsSuffix],
    ]);
}


/***/ }),

/***/ 63174:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $6: () => (/* binding */ textAt),
/* harmony export */   $t: () => (/* binding */ placeOf),
/* harmony export */   Lv: () => (/* binding */ isList),
/* harmony export */   Ok: () => (/* binding */ marksOf),
/* harmony export */   PQ: () => (/* binding */ markText),
/* harmony export */   SC: () => (/* binding */ mapAt),
/* harmony export */   fl: () => (/* binding */ markedMap),
/* harmony export */   jh: () => (/* binding */ isMap)
/* harmony export */ });
// A template or AppSpec as a tree of texts, with the place of each entry in the file.
function isMap(tree) {
    return tree instanceof Map;
}
function isList(tree) {
    return Array.isArray(tree);
}
/** Where the entries of a map are. Kept beside the maps, so that two with the same entries are equal. */
const MARKS = new WeakMap();
const NO_MARKS = new Map();
/** A map that knows where its entries are in the file. */
function markedMap(entries, marks) {
    const map = new Map(entries);
    MARKS.set(map, marks);
    return map;
}
/** Where each key is in the file; empty for maps that are not written there. */
function marksOf(map) {
    return MARKS.get(map) ?? NO_MARKS;
}
/** The map under a key; empty if there is none. */
function mapAt(tree, key) {
    const found = tree.get(key);
    return isMap(found) ? found : new Map();
}
/** The text under a key; `undefined` if there is none, or another kind of value. */
function textAt(tree, key) {
    const found = tree.get(key);
    return typeof found === 'string' && found !== '' ? found : undefined;
}
/** The beginning of a problem with an entry: `line 12, column 5: `; empty if it is not in the file. */
function placeOf(map, key) {
    const mark = map && marksOf(map).get(key);
    return mark ? `${markText(mark)}: ` : '';
}
function markText({ line, column }) {
    return `line ${line}, column ${column}`;
}


/***/ })

/******/ });
/************************************************************************/
/******/ // The module cache
/******/ var __webpack_module_cache__ = {};
/******/ 
/******/ // The require function
/******/ function __nccwpck_require__(moduleId) {
/******/ 	// Check if module is in cache
/******/ 	var cachedModule = __webpack_module_cache__[moduleId];
/******/ 	if (cachedModule !== undefined) {
/******/ 		return cachedModule.exports;
/******/ 	}
/******/ 	// Create a new module (and put it into the cache)
/******/ 	var module = __webpack_module_cache__[moduleId] = {
/******/ 		// no module.id needed
/******/ 		// no module.loaded needed
/******/ 		exports: {}
/******/ 	};
/******/ 
/******/ 	// Execute the module function
/******/ 	var threw = true;
/******/ 	try {
/******/ 		__webpack_modules__[moduleId].call(module.exports, module, module.exports, __nccwpck_require__);
/******/ 		threw = false;
/******/ 	} finally {
/******/ 		if(threw) delete __webpack_module_cache__[moduleId];
/******/ 	}
/******/ 
/******/ 	// Return the exports of the module
/******/ 	return module.exports;
/******/ }
/******/ 
/******/ // expose the modules object (__webpack_modules__)
/******/ __nccwpck_require__.m = __webpack_modules__;
/******/ 
/************************************************************************/
/******/ /* webpack/runtime/asset-relocator-loader */
/******/ if (typeof __nccwpck_require__ !== 'undefined') __nccwpck_require__.ab = decodeURIComponent(new URL('.', import.meta.url).pathname).slice(import.meta.url.match(/^file:\/\/\/\w:/) ? 1 : 0, -1) + "/";
/******/ 
/******/ /* webpack/runtime/async module */
/******/ (() => {
/******/ 	var webpackQueues = typeof Symbol === "function" ? Symbol("webpack queues") : "__webpack_queues__";
/******/ 	var webpackExports = typeof Symbol === "function" ? Symbol("webpack exports") : "__webpack_exports__";
/******/ 	var webpackError = typeof Symbol === "function" ? Symbol("webpack error") : "__webpack_error__";
/******/ 	var resolveQueue = (queue) => {
/******/ 		if(queue && queue.d < 1) {
/******/ 			queue.d = 1;
/******/ 			queue.forEach((fn) => (fn.r--));
/******/ 			queue.forEach((fn) => (fn.r-- ? fn.r++ : fn()));
/******/ 		}
/******/ 	}
/******/ 	var wrapDeps = (deps) => (deps.map((dep) => {
/******/ 		if(dep !== null && typeof dep === "object") {
/******/ 			if(dep[webpackQueues]) return dep;
/******/ 			if(dep.then) {
/******/ 				var queue = [];
/******/ 				queue.d = 0;
/******/ 				dep.then((r) => {
/******/ 					obj[webpackExports] = r;
/******/ 					resolveQueue(queue);
/******/ 				}, (e) => {
/******/ 					obj[webpackError] = e;
/******/ 					resolveQueue(queue);
/******/ 				});
/******/ 				var obj = {};
/******/ 				obj[webpackQueues] = (fn) => (fn(queue));
/******/ 				return obj;
/******/ 			}
/******/ 		}
/******/ 		var ret = {};
/******/ 		ret[webpackQueues] = x => {};
/******/ 		ret[webpackExports] = dep;
/******/ 		return ret;
/******/ 	}));
/******/ 	__nccwpck_require__.a = (module, body, hasAwait) => {
/******/ 		var queue;
/******/ 		hasAwait && ((queue = []).d = -1);
/******/ 		var depQueues = new Set();
/******/ 		var exports = module.exports;
/******/ 		var currentDeps;
/******/ 		var outerResolve;
/******/ 		var reject;
/******/ 		var promise = new Promise((resolve, rej) => {
/******/ 			reject = rej;
/******/ 			outerResolve = resolve;
/******/ 		});
/******/ 		promise[webpackExports] = exports;
/******/ 		promise[webpackQueues] = (fn) => (queue && fn(queue), depQueues.forEach(fn), promise["catch"](x => {}));
/******/ 		module.exports = promise;
/******/ 		body((deps) => {
/******/ 			currentDeps = wrapDeps(deps);
/******/ 			var fn;
/******/ 			var getResult = () => (currentDeps.map((d) => {
/******/ 				if(d[webpackError]) throw d[webpackError];
/******/ 				return d[webpackExports];
/******/ 			}))
/******/ 			var promise = new Promise((resolve) => {
/******/ 				fn = () => (resolve(getResult));
/******/ 				fn.r = 0;
/******/ 				var fnQueue = (q) => (q !== queue && !depQueues.has(q) && (depQueues.add(q), q && !q.d && (fn.r++, q.push(fn))));
/******/ 				currentDeps.map((dep) => (dep[webpackQueues](fnQueue)));
/******/ 			});
/******/ 			return fn.r ? promise : getResult();
/******/ 		}, (err) => ((err ? reject(promise[webpackError] = err) : outerResolve(exports)), resolveQueue(queue)));
/******/ 		queue && queue.d < 0 && (queue.d = 0);
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/create fake namespace object */
/******/ (() => {
/******/ 	var getProto = Object.getPrototypeOf ? (obj) => (Object.getPrototypeOf(obj)) : (obj) => (obj.__proto__);
/******/ 	var leafPrototypes;
/******/ 	// create a fake namespace object
/******/ 	// mode & 1: value is a module id, require it
/******/ 	// mode & 2: merge all properties of value into the ns
/******/ 	// mode & 4: return value when already ns object
/******/ 	// mode & 16: return value when it's Promise-like
/******/ 	// mode & 8|1: behave like require
/******/ 	__nccwpck_require__.t = function(value, mode) {
/******/ 		if(mode & 1) value = this(value);
/******/ 		if(mode & 8) return value;
/******/ 		if(typeof value === 'object' && value) {
/******/ 			if((mode & 4) && value.__esModule) return value;
/******/ 			if((mode & 16) && typeof value.then === 'function') return value;
/******/ 		}
/******/ 		var ns = Object.create(null);
/******/ 		__nccwpck_require__.r(ns);
/******/ 		var def = {};
/******/ 		leafPrototypes = leafPrototypes || [null, getProto({}), getProto([]), getProto(getProto)];
/******/ 		for(var current = mode & 2 && value; typeof current == 'object' && !~leafPrototypes.indexOf(current); current = getProto(current)) {
/******/ 			Object.getOwnPropertyNames(current).forEach((key) => (def[key] = () => (value[key])));
/******/ 		}
/******/ 		def['default'] = () => (value);
/******/ 		__nccwpck_require__.d(ns, def);
/******/ 		return ns;
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/define property getters */
/******/ (() => {
/******/ 	// define getter functions for harmony exports
/******/ 	__nccwpck_require__.d = (exports, definition) => {
/******/ 		for(var key in definition) {
/******/ 			if(__nccwpck_require__.o(definition, key) && !__nccwpck_require__.o(exports, key)) {
/******/ 				Object.defineProperty(exports, key, { enumerable: true, get: definition[key] });
/******/ 			}
/******/ 		}
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/ensure chunk */
/******/ (() => {
/******/ 	__nccwpck_require__.f = {};
/******/ 	// This file contains only the entry chunk.
/******/ 	// The chunk loading function for additional chunks
/******/ 	__nccwpck_require__.e = (chunkId) => {
/******/ 		return Promise.all(Object.keys(__nccwpck_require__.f).reduce((promises, key) => {
/******/ 			__nccwpck_require__.f[key](chunkId, promises);
/******/ 			return promises;
/******/ 		}, []));
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/get javascript chunk filename */
/******/ (() => {
/******/ 	// This function allow to reference async chunks
/******/ 	__nccwpck_require__.u = (chunkId) => {
/******/ 		// return url for filenames based on template
/******/ 		return "" + chunkId + ".index.js";
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/hasOwnProperty shorthand */
/******/ (() => {
/******/ 	__nccwpck_require__.o = (obj, prop) => (Object.prototype.hasOwnProperty.call(obj, prop))
/******/ })();
/******/ 
/******/ /* webpack/runtime/make namespace object */
/******/ (() => {
/******/ 	// define __esModule on exports
/******/ 	__nccwpck_require__.r = (exports) => {
/******/ 		if(typeof Symbol !== 'undefined' && Symbol.toStringTag) {
/******/ 			Object.defineProperty(exports, Symbol.toStringTag, { value: 'Module' });
/******/ 		}
/******/ 		Object.defineProperty(exports, '__esModule', { value: true });
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/import chunk loading */
/******/ (() => {
/******/ 	// no baseURI
/******/ 	
/******/ 	// object to store loaded and loading chunks
/******/ 	// undefined = chunk not loaded, null = chunk preloaded/prefetched
/******/ 	// [resolve, Promise] = chunk loading, 0 = chunk loaded
/******/ 	var installedChunks = {
/******/ 		8792: 0
/******/ 	};
/******/ 	
/******/ 	var installChunk = (data) => {
/******/ 		var {ids, modules, runtime} = data;
/******/ 		// add "modules" to the modules object,
/******/ 		// then flag all "ids" as loaded and fire callback
/******/ 		var moduleId, chunkId, i = 0;
/******/ 		for(moduleId in modules) {
/******/ 			if(__nccwpck_require__.o(modules, moduleId)) {
/******/ 				__nccwpck_require__.m[moduleId] = modules[moduleId];
/******/ 			}
/******/ 		}
/******/ 		if(runtime) runtime(__nccwpck_require__);
/******/ 		for(;i < ids.length; i++) {
/******/ 			chunkId = ids[i];
/******/ 			if(__nccwpck_require__.o(installedChunks, chunkId) && installedChunks[chunkId]) {
/******/ 				installedChunks[chunkId][0]();
/******/ 			}
/******/ 			installedChunks[ids[i]] = 0;
/******/ 		}
/******/ 	
/******/ 	}
/******/ 	
/******/ 	__nccwpck_require__.f.j = (chunkId, promises) => {
/******/ 			// import() chunk loading for javascript
/******/ 			var installedChunkData = __nccwpck_require__.o(installedChunks, chunkId) ? installedChunks[chunkId] : undefined;
/******/ 			if(installedChunkData !== 0) { // 0 means "already installed".
/******/ 	
/******/ 				// a Promise means "currently loading".
/******/ 				if(installedChunkData) {
/******/ 					promises.push(installedChunkData[1]);
/******/ 				} else {
/******/ 					if(true) { // all chunks have JS
/******/ 						// setup Promise in chunk cache
/******/ 						var promise = import("./" + __nccwpck_require__.u(chunkId)).then(installChunk, (e) => {
/******/ 							if(installedChunks[chunkId] !== 0) installedChunks[chunkId] = undefined;
/******/ 							throw e;
/******/ 						});
/******/ 						var promise = Promise.race([promise, new Promise((resolve) => (installedChunkData = installedChunks[chunkId] = [resolve]))])
/******/ 						promises.push(installedChunkData[1] = promise);
/******/ 					}
/******/ 				}
/******/ 			}
/******/ 	};
/******/ 	
/******/ 	// no prefetching
/******/ 	
/******/ 	// no preloaded
/******/ 	
/******/ 	// no external install chunk
/******/ 	
/******/ 	// no on chunks loaded
/******/ })();
/******/ 
/************************************************************************/
/******/ 
/******/ // startup
/******/ // Load entry module and return exports
/******/ // This entry module used 'module' so it can't be inlined
/******/ var __webpack_exports__ = __nccwpck_require__(59479);
/******/ __webpack_exports__ = await __webpack_exports__;
/******/ 
