export const id = 2724;
export const ids = [2724,8554];
export const modules = {

/***/ 52724:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  end: () => (/* binding */ end),
  runRelease: () => (/* binding */ runRelease)
});

// EXTERNAL MODULE: ./build/aws/sdk-settings.js + 1 modules
var sdk_settings = __webpack_require__(88996);
// EXTERNAL MODULE: ./build/base/errors.js + 1 modules
var errors = __webpack_require__(76031);
// EXTERNAL MODULE: ./build/base/instant.js
var instant = __webpack_require__(5685);
// EXTERNAL MODULE: ./build/base/listed.js
var listed = __webpack_require__(639);
// EXTERNAL MODULE: ./build/base/time.js
var time = __webpack_require__(22475);
// EXTERNAL MODULE: ./build/commands/registry.js + 49 modules
var registry = __webpack_require__(59505);
// EXTERNAL MODULE: ./build/github/cancel.js
var cancel = __webpack_require__(28554);
// EXTERNAL MODULE: ./build/report/format.js
var format = __webpack_require__(92772);
// EXTERNAL MODULE: ./build/report/internal-error.js
var internal_error = __webpack_require__(47169);
// EXTERNAL MODULE: ./build/report/stuck.js
var stuck = __webpack_require__(42143);
// EXTERNAL MODULE: ./build/run/notify-destination.js
var notify_destination = __webpack_require__(78356);
// EXTERNAL MODULE: ./build/run/up-to-date.js
var up_to_date = __webpack_require__(82404);
// EXTERNAL MODULE: ./build/cli/check-account.js
var check_account = __webpack_require__(75635);
// EXTERNAL MODULE: ./build/cli/cli-command.js
var cli_command = __webpack_require__(96543);
// EXTERNAL MODULE: ./build/cli/credentials.js
var cli_credentials = __webpack_require__(56099);
// EXTERNAL MODULE: ./build/cli/read-release.js
var read_release = __webpack_require__(91553);
// EXTERNAL MODULE: ./build/cli/result-files.js
var result_files = __webpack_require__(54134);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./build/cli/ci-runs.js
var ci_runs = __webpack_require__(12364);
// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(31421);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
;// CONCATENATED MODULE: ./build/cli/git.js
// The commit of the current folder, where no CI says it.




/** What Git may take; a repository on a network drive answers late. */
const LIMIT_MS = 5_000;
/** Empty where there is no Git, or no repository. */
async function readGit(cwd) {
    const [remote, commit, tag] = await Promise.all([
        git(cwd, ['config', '--get', 'remote.origin.url']),
        git(cwd, ['log', '-1', '--format=%H%n%s']),
        git(cwd, ['describe', '--exact-match', '--tags', 'HEAD']),
    ]);
    const [sha = '', title = ''] = commit.split('\n');
    return {
        ci: 'Git',
        ...(0,ci_runs/* ofRemote */.ap)(remote),
        sha,
        title,
        actor: await userName(),
        runUrl: '',
        tag: tag || undefined,
        pull: undefined,
        timeoutSeconds: undefined,
    };
}
function git(cwd, args) {
    return new Promise((resolve) => {
        const options = { cwd, timeout: LIMIT_MS, env: { ...process.env, GIT_OPTIONAL_LOCKS: '0' } };
        (0,external_node_child_process_.execFile)('git', args, options, (error, stdout) => resolve(error ? '' : stdout.trim()));
    });
}
/** A container may have a user without a name. */
function userName() {
    return (0,errors/* foreign */.V$)(() => (0,external_node_os_.userInfo)().username).catch((0,errors/* orElse */.NW)(''));
}

;// CONCATENATED MODULE: ./build/cli/run-identity.js
// Who this run is: what the CI says, or Git where there is none.



/** @param startedAt seconds since the epoch: the ID of a run that no CI runs */
async function identify(env, cwd, { commit, command }, startedAt) {
    const ci = (0,ci_runs/* readCiRun */.Cn)(env) ?? {
        ...(await readGit(cwd)),
        runId: `local-${Math.floor(startedAt)}`,
        attempt: '1',
    };
    return { id: idOf(ci), source: sourceOf(ci, commit), event: eventOf(ci, command, env) };
}
/** Stored in a tag, so it is reduced to the characters and the lengths that one allows. */
function idOf({ repository, runId, attempt }) {
    const plain = (text, most) => text.replace(/[^A-Za-z0-9_./-]/g, '-').slice(0, most);
    return {
        repository: plain(repository, 140) || 'unknown',
        runId: plain(runId, 40).replaceAll('/', '-'),
        attempt: plain(attempt, 10).replaceAll('/', '-') || '1',
        job: (0,external_node_crypto_.randomBytes)(6).toString('hex'),
    };
}
function sourceOf(ci, commit) {
    const { repository, sha, title, actor, runUrl, web, tag } = ci;
    const other = commit !== '' && commit !== sha;
    return {
        repository,
        sha: other ? commit : sha,
        // Of another commit, only its name is known.
        title: other ? '' : title,
        actor,
        runUrl,
        ...(web !== undefined && { web }),
        ...(tag !== undefined && !other && { tag }),
    };
}
function eventOf({ ci, pull }, command, env) {
    // A release that belongs to a pull request offers commands in its comments, which nothing reads here.
    const previewed = command === 'preview' && pull !== undefined;
    return {
        code: codeEventOf(ci, pull, env),
        pull: previewed ? { number: pull, closed: false, fork: false } : undefined,
        comment: undefined,
    };
}
/** Elsewhere than at GitHub, code is unmerged if the run is for a pull request. */
function codeEventOf(ci, pull, env) {
    const more = { mergedPull: false, before: undefined };
    if (ci === 'GitHub Actions') {
        return { name: env.GITHUB_EVENT_NAME ?? '', ref: env.GITHUB_REF ?? '', ...more };
    }
    return pull === undefined ? undefined : { name: 'pull_request', ref: '', ...more };
}

// EXTERNAL MODULE: ./build/cli/usage-error.js
var usage_error = __webpack_require__(68137);
;// CONCATENATED MODULE: ./build/cli/release-run.js
// The commands of the action, run from a command line: read → connect → release → report → exit code.



















/** The last attempt of a rollback and the report need this much of the job's time. */
const LAST_WORD_SECONDS = 120;
/** A job timeout that is too short does not prevent a rollback. */
const LEAST_SECONDS = 60;
const LAST_EVENT_SECONDS = 10;
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'];
async function runRelease(command, context) {
    const { flags, cwd, log } = context;
    const { run, access, identity } = await prepare(command, context);
    const { signal, dispose } = (0,cancel.onCancel)(log, () => undefined, SIGNALS);
    const events = openEvents(run.inputs, log);
    try {
        const host = {
            log,
            cancelled: signal,
            ...access,
            conversation: undefined,
            // No step follows that could finish this one: the next run does, or the command rollback.
            keepCause: () => undefined,
            leaveToPost: () => undefined,
            saveForPost: () => undefined,
            show: events.show,
        };
        const done = await (0,registry.runCommand)({ ...run, ...identity }, host);
        await Promise.all([(0,result_files/* writeResults */.KB)(done.report, flags, cwd, log), events.finish(done.report)]);
        return end(done.report, command, log);
    }
    finally {
        events.close();
        dispose();
    }
}
/** The events of `notify-url`. A release does not wait for them, but for the last one a little. */
function openEvents({ notify, hooks }, log) {
    const ended = new AbortController();
    const write = notify &&
        (0,up_to_date/* keepUpToDate */.G)((0,notify_destination/* notifyAt */.p)({ to: notify, secret: hooks.secret }, ended.signal), log, ended.signal);
    return {
        show: (report) => void write?.(report),
        finish: async (report) => {
            if (write)
                await (0,time/* withTimeout */.wj)(LAST_EVENT_SECONDS, write(report));
        },
        close: () => ended.abort(),
    };
}
/** Everything that can be refused before anything has begun. A later job decides by the outputs of that as well. */
async function prepare(command, context) {
    const { flags, cwd, log } = context;
    try {
        return await readAll(command, context);
    }
    catch (error) {
        const problems = error instanceof usage_error/* UsageError */.e ? error.problems : [(0,errors/* messageOf */.bD)(error)];
        await (0,result_files/* writeRefusal */.sH)(problems, flags, cwd, log);
        throw error;
    }
}
async function readAll(command, context) {
    const { flags, env, cwd, log } = context;
    const startedAt = (0,time/* now */.tB)();
    const { inputs, graceSeconds } = await (0,read_release.readRelease)(command, context);
    (0,sdk_settings.checkSdkSettings)(env);
    const identity = await identify(env, cwd, inputs, startedAt);
    const credentials = await (0,cli_credentials/* openCredentials */.Z)(inputs, identity.id, context);
    const expected = flags.get('account');
    // A rollback waits for nothing that it does not need.
    if (expected || command !== 'rollback') {
        await (0,check_account/* checkAccount */.g)({ region: inputs.region, credentials, expected }, log);
    }
    const run = { inputs, lifetimes: lifetimesOf(inputs, env), ...times(inputs, startedAt) };
    return { run, access: { credentials, graceSeconds }, identity };
}
function times({ jobTimeoutSeconds }, startedAt) {
    const most = startedAt + jobTimeoutSeconds - LAST_WORD_SECONDS;
    return { startedAt, giveUpAt: Math.max(most, startedAt + LEAST_SECONDS) };
}
function lifetimesOf({ jobTimeoutSeconds, role, credentialsExpireAt: given }, env) {
    // A session of its own is renewed.
    if (role)
        return { jobTimeoutSeconds, credentialsExpireAt: undefined, temporary: false };
    const text = env.AWS_CREDENTIAL_EXPIRATION ?? '';
    const end = given ?? (0,instant/* parseInstant */.n)(text);
    return {
        jobTimeoutSeconds,
        credentialsExpireAt: end,
        temporary: (env.AWS_SESSION_TOKEN ?? '') !== '',
        ...(end === undefined && text !== '' && { notATime: text }),
    };
}
/** Says how it ended. What was asked for is a success, as in the action. */
function end(report, command, log) {
    const { outcome, reason, stands, problems, cause } = report;
    const words = `${(0,format/* sentence */.em)(reason)} ${stands}`;
    switch (outcome) {
        case 'running':
        case 'planned':
        case 'previewed':
        case 'promoted':
        case 'unchanged':
            log.line(`${reason} ${stands}`);
            return cli_command/* EXIT */.d.ok;
        case 'held':
            log.notice(`Held: ${words}`);
            return isAsAsked(report, command) ? cli_command/* EXIT */.d.ok : cli_command/* EXIT */.d.held;
        case 'rolled-back':
            if (command === 'rollback') {
                log.notice(`Rolled back: ${words}`);
                return cli_command/* EXIT */.d.ok;
            }
            log.error(`Rolled back: ${words}`);
            return cli_command/* EXIT */.d.failed;
        case 'stuck':
            log.error((0,stuck/* renderStuck */.$)(report));
            return cli_command/* EXIT */.d.stuck;
        default:
            for (const problem of problems.length > 1 ? (0,listed/* firstOf */.Ku)(problems) : [])
                log.error(problem);
            log.error(cause?.kind === 'internal-error' ? `${words} ${internal_error/* HOW_TO_REPORT */.YS}` : words);
            return cli_command/* EXIT */.d.failed;
    }
}
/** A release that goes on when its time comes, or whose pause was asked for, waits for nobody. */
function isAsAsked({ cause }, command) {
    return command === 'pause' || cause?.kind === 'started' || cause?.kind === 'waiting';
}


/***/ }),

/***/ 28554:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   onCancel: () => (/* binding */ onCancel)
/* harmony export */ });
// A cancelled job gets SIGINT, SIGTERM 7.5 s later, and is killed 2.5 s after that (GitHub Docs, "workflow
// cancellation reference"). Both signals mean the same for a rollout: roll back now.
/** @param onSignal called at once on the first signal @param names the signals that cancel */
function onCancel(log, onSignal, names = ['SIGINT', 'SIGTERM']) {
    const controller = new AbortController();
    const stop = (name) => {
        if (!controller.signal.aborted) {
            log.line(`Received ${name}: the job is being cancelled.`);
            onSignal();
        }
        controller.abort();
    };
    for (const name of names)
        process.on(name, stop);
    return {
        signal: controller.signal,
        dispose: () => {
            for (const name of names)
                process.off(name, stop);
        },
    };
}


/***/ }),

/***/ 78356:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ notifyAt)
/* harmony export */ });
// The input `notify-url` as a place where reports are sent.
function notifyAt({ to, secret }, ended) {
    return {
        what: 'event for notify-url',
        shows: 'events',
        // Its server may have received it.
        retryAfter: () => undefined,
        write: async (report) => {
            const { notify } = await __webpack_require__.e(/* import() */ 9562).then(__webpack_require__.bind(__webpack_require__, 59562));
            await notify(to, secret, report, ended);
        },
    };
}


/***/ }),

/***/ 82404:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ keepUpToDate)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76031);
/* harmony import */ var _base_log_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(82130);
/* harmony import */ var _base_time_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(22475);
// Keeps what is shown outside up to date, although it may not be writable for a while: a write that failed is made up
// for by the next one, and the newest report is tried until there is no more time.



/** Seconds before each further attempt of the same report; the last one repeats. */
const PAUSES = [1, 3, 9, 30];
/**
 * @param ended aborted when there is no more time
 * @returns resolves when all reports so far are written, or refused
 */
function keepUpToDate(destination, log, ended) {
    const { shows, retryAfter } = destination;
    const attempt = createAttempts(destination, log, ended);
    const waiting = [];
    let writing;
    let wake = new AbortController();
    /** Writes the first that waits. */
    const writeOne = async (report) => {
        for (const pause of endless(PAUSES)) {
            const failure = await attempt(report);
            const after = failure && retryAfter(failure.error);
            if (after === undefined)
                return;
            wake = new AbortController();
            await (0,_base_time_js__WEBPACK_IMPORTED_MODULE_2__/* .sleep */ .yy)(Math.max(pause, after), AbortSignal.any([ended, wake.signal]));
            // A newer report does not wait: it may be the last.
            if (ended.aborted || waiting.length > 1)
                return;
        }
    };
    const writeAll = async () => {
        for (let report = waiting[0]; report && !ended.aborted; report = waiting[0]) {
            await writeOne(report);
            waiting.shift();
        }
        writing = undefined;
    };
    return (report) => {
        // The first is being written.
        if (shows === 'state')
            waiting.splice(1);
        waiting.push(report);
        wake.abort();
        writing ??= writeAll();
        return writing;
    };
}
function* endless(pauses) {
    for (let i = 0;; i++)
        yield pauses[Math.min(i, pauses.length - 1)] ?? 0;
}
/** One warning, whatever follows: what is shown outside is not what a release is about. */
function createAttempts({ what, write }, log, ended) {
    let failing = false;
    let warned = false;
    const tell = (error) => {
        (0,_base_log_js__WEBPACK_IMPORTED_MODULE_1__/* .logBug */ .N)(log, error);
        const text = `The ${what} could not be written: ${(0,_base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(error)}`;
        if (!warned)
            log.warning(`${text}. The rollout continues.`);
        else if (!failing)
            log.line(`${text}.`);
        warned = true;
        failing = true;
    };
    return async (report) => {
        try {
            await write(report);
            if (failing)
                log.line(`The ${what} is up to date again.`);
            failing = false;
            return undefined;
        }
        catch (error) {
            if (ended.aborted)
                return undefined;
            tell(error);
            return { error };
        }
    };
}


/***/ })

};
