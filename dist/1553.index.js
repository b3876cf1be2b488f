export const id = 1553;
export const ids = [1553];
export const modules = {

/***/ 75635:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ checkAccount)
/* harmony export */ });
/* harmony import */ var _aws_aws_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51437);
/* harmony import */ var _aws_credential_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76569);
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76031);
/* harmony import */ var _usage_error_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(68137);
// Whose account this run works in, before it reads or changes anything there.




const WAYS = 'set AWS_PROFILE, or AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY; or --role-to-assume with an ID token of the CI; or run where the machine has a role';
/**
 * Throws a `KnownError` without usable credentials, and a `UsageError` if they are those of another account. Without an
 * expected account, nothing depends on STS, which some networks do not reach.
 */
async function checkAccount(access, log) {
    const { region, credentials, expected } = access;
    const found = await identity(region, credentials).catch((error) => refuse((0,_base_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .known */ .eO)(error), expected, log));
    if (!found)
        return;
    const { account, arn } = found;
    if (expected && expected.text !== account) {
        throw new _usage_error_js__WEBPACK_IMPORTED_MODULE_3__/* .UsageError */ .e([
            `${expected.from}: the credentials are of account ${account} (${arn}), but ${expected.text} is expected; nothing was read or changed`,
        ]);
    }
    log.line(`AWS account ${account}, ${region}, as ${arn.replace(/^arn:[\w-]+:\w+::\d+:/, '')}`);
}
async function identity(region, credentials) {
    const { readCallerIdentity } = await Promise.all(/* import() */[__webpack_require__.e(9956), __webpack_require__.e(5861), __webpack_require__.e(4085), __webpack_require__.e(746)]).then(__webpack_require__.bind(__webpack_require__, 80746));
    return await readCallerIdentity(region, credentials);
}
function refuse(error, expected, log) {
    const root = (0,_base_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .rootOf */ .I5)(error);
    if ((0,_aws_credential_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .hasNoCredentials */ .wg)(root)) {
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .KnownError */ .E(`There are no AWS credentials (${(0,_aws_aws_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .summaryOf */ .YG)(root)}): ${WAYS}`);
    }
    if ((0,_aws_credential_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .isBadCredentials */ .ww)(root)) {
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .KnownError */ .E(`AWS rejects the credentials (${(0,_aws_aws_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .summaryOf */ .YG)(root)}). They may have expired: get new ones; or ${WAYS}`);
    }
    if (expected)
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .KnownError */ .E(`${expected.from} could not be checked: ${error.message}`);
    log.line(`The AWS account could not be read, and nothing depends on it: ${error.message}`);
    return undefined;
}


/***/ }),

/***/ 12364:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Cn: () => (/* binding */ readCiRun),
/* harmony export */   ap: () => (/* binding */ ofRemote)
/* harmony export */ });
/* unused harmony export CI_NAMES */
// Who a run is, by the variables of the CI that runs it. One row for each CI; the first that fits counts. All values
// come from outside.
//
// Sources: GitLab "Predefined CI/CD variables reference"; AWS CodeBuild "Environment variables in build environments";
// Jenkins "Using environment variables" and the Branch API plugin; Buildkite "Environment variables"; CircleCI "Project
// values and variables"; GitHub "Default environment variables".
const ROWS = [
    {
        ci: 'GitHub Actions',
        sets: 'GITHUB_ACTIONS',
        prefix: '',
        read: (text) => {
            const home = `${text('GITHUB_SERVER_URL') || 'https://github.com'}/${text('GITHUB_REPOSITORY')}`;
            const pull = /^refs\/pull\/(\d+)\//.exec(text('GITHUB_REF'))?.[1];
            return {
                repository: text('GITHUB_REPOSITORY'),
                web: home,
                sha: text('GITHUB_SHA'),
                actor: text('GITHUB_ACTOR'),
                runUrl: `${home}/actions/runs/${text('GITHUB_RUN_ID')}`,
                runId: text('GITHUB_RUN_ID'),
                attempt: text('GITHUB_RUN_ATTEMPT'),
                tag: text('GITHUB_REF_TYPE') === 'tag' ? text('GITHUB_REF_NAME') : undefined,
                pull: numberOf(pull),
            };
        },
    },
    {
        ci: 'GitLab CI',
        sets: 'GITLAB_CI',
        prefix: 'gitlab-',
        read: (text) => ({
            repository: text('CI_PROJECT_PATH'),
            web: text('CI_PROJECT_URL') && `${text('CI_PROJECT_URL')}/-`,
            // In a pipeline for merged results, CI_COMMIT_SHA is a commit that no branch has.
            sha: text('CI_MERGE_REQUEST_SOURCE_BRANCH_SHA') || text('CI_COMMIT_SHA'),
            title: text('CI_MERGE_REQUEST_TITLE') || text('CI_COMMIT_TITLE'),
            actor: text('GITLAB_USER_LOGIN'),
            runUrl: text('CI_JOB_URL'),
            runId: text('CI_JOB_ID'),
            tag: text('CI_COMMIT_TAG'),
            pull: numberOf(text('CI_MERGE_REQUEST_IID')),
            timeoutSeconds: numberOf(text('CI_JOB_TIMEOUT')),
        }),
    },
    {
        ci: 'Buildkite',
        sets: 'BUILDKITE',
        prefix: 'buildkite-',
        read: (text) => ({
            ...ofRemote(text('BUILDKITE_REPO')),
            sha: text('BUILDKITE_COMMIT'),
            title: text('BUILDKITE_MESSAGE'),
            actor: text('BUILDKITE_BUILD_CREATOR'),
            runUrl: `${text('BUILDKITE_BUILD_URL')}#${text('BUILDKITE_JOB_ID')}`,
            runId: text('BUILDKITE_BUILD_NUMBER'),
            attempt: String(1 + (numberOf(text('BUILDKITE_RETRY_COUNT')) ?? 0)),
            tag: text('BUILDKITE_TAG'),
            pull: numberOf(text('BUILDKITE_PULL_REQUEST')),
            timeoutSeconds: minutes(text('BUILDKITE_TIMEOUT')),
        }),
    },
    {
        ci: 'CircleCI',
        sets: 'CIRCLECI',
        prefix: 'circleci-',
        read: (text) => ({
            ...ofRemote(text('CIRCLE_REPOSITORY_URL')),
            sha: text('CIRCLE_SHA1'),
            actor: text('CIRCLE_USERNAME'),
            runUrl: text('CIRCLE_BUILD_URL'),
            runId: text('CIRCLE_BUILD_NUM'),
            tag: text('CIRCLE_TAG'),
            pull: numberOf(/\/(\d+)$/.exec(text('CIRCLE_PULL_REQUEST'))?.[1]),
        }),
    },
    {
        ci: 'CodeBuild',
        sets: 'CODEBUILD_BUILD_ID',
        prefix: 'codebuild-',
        read: (text) => {
            const [, kind, name] = /^(pr|branch|tag)\/(.+)$/.exec(text('CODEBUILD_WEBHOOK_TRIGGER')) ?? [];
            const merged = text('CODEBUILD_WEBHOOK_EVENT') === 'PULL_REQUEST_MERGED';
            return {
                ...ofRemote(text('CODEBUILD_SOURCE_REPO_URL')),
                sha: text('CODEBUILD_RESOLVED_SOURCE_VERSION'),
                actor: text('CODEBUILD_INITIATOR'),
                runUrl: text('CODEBUILD_BUILD_URL'),
                runId: text('CODEBUILD_BUILD_NUMBER'),
                tag: kind === 'tag' ? name : undefined,
                pull: kind === 'pr' && !merged ? numberOf(name) : undefined,
            };
        },
    },
    {
        ci: 'Jenkins',
        sets: 'JENKINS_URL',
        prefix: 'jenkins-',
        read: (text) => ({
            ...ofRemote(text('GIT_URL')),
            sha: text('GIT_COMMIT'),
            title: text('CHANGE_TITLE'),
            // The first is set by the plugin "build user vars", the second for pull requests.
            actor: text('BUILD_USER_ID') || text('CHANGE_AUTHOR'),
            runUrl: text('BUILD_URL'),
            runId: text('BUILD_NUMBER'),
            tag: text('TAG_NAME'),
            pull: numberOf(text('CHANGE_ID')),
        }),
    },
];
/** What the CI says; `undefined`: this is none that is known. */
function readCiRun(env) {
    const text = (name) => (env[name] ?? '').trim();
    const row = ROWS.find(({ sets }) => text(sets) !== '');
    if (!row)
        return undefined;
    const read = row.read(text);
    return {
        ci: row.ci,
        repository: read.repository ?? '',
        web: read.web || undefined,
        sha: read.sha ?? '',
        title: (read.title ?? '').split('\n')[0] ?? '',
        actor: read.actor ?? '',
        runUrl: read.runUrl ?? '',
        runId: row.prefix + (read.runId || '0'),
        attempt: read.attempt || '1',
        tag: read.tag || undefined,
        pull: read.pull,
        timeoutSeconds: read.timeoutSeconds,
    };
}
/** The names of the CIs, in order. */
const CI_NAMES = ROWS.map(({ ci }) => ci);
/**
 * Repository and web address from the address that Git clones: `https://HOST/PATH.git` or `git@HOST:PATH.git`. A login in
 * it is left out.
 */
function ofRemote(remote) {
    const [, host, path] = /^(?:https?|ssh|git):\/\/(?:[^@/]*@)?([^/:]+)(?::\d+)?\/(.+?)(?:\.git)?\/?$/.exec(remote) ??
        /^(?:[^@/]*@)([^/:]+):(.+?)(?:\.git)?\/?$/.exec(remote) ??
        [];
    if (host === undefined || path === undefined)
        return { repository: '', web: undefined };
    return { repository: path, web: webOf(host, path) };
}
/** Only hosts whose addresses of commits are known. */
function webOf(host, path) {
    if (host === 'github.com')
        return `https://${host}/${path}`;
    return host === 'gitlab.com' ? `https://${host}/${path}/-` : undefined;
}
function numberOf(text) {
    return text !== undefined && /^\d{1,9}$/.test(text) ? Number(text) : undefined;
}
/** `false`: there is none. */
function minutes(text) {
    const found = numberOf(text);
    return found === undefined ? undefined : found * 60;
}


/***/ }),

/***/ 56099:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ openCredentials)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76031);
/* harmony import */ var _base_quote_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(73636);
// The credentials of a run: those of the environment, or a session of its own with an OIDC token of the CI.




const CI_TOKENS = {
    trusted: 'the OIDC provider of this CI, its audience, and the subject of this job',
    failed: 'there is no usable ID token',
    expected: 'the variable CANARY_ID_TOKEN, --id-token-file, or AWS_WEB_IDENTITY_TOKEN_FILE, with a token of the CI',
};
/** `undefined`: the credentials of the environment. Fails before anything has begun, if there is no session. */
async function openCredentials(inputs, id, context) {
    const credentials = await openSession(inputs, id, context);
    await credentials?.();
    return credentials;
}
async function openSession(inputs, id, context) {
    const { role, region } = inputs;
    const { log, env } = context;
    if (!role)
        return undefined;
    if (!hasToken(context) && env.ACTIONS_ID_TOKEN_REQUEST_URL) {
        const { oidcCredentials } = await __webpack_require__.e(/* import() */ 9586).then(__webpack_require__.bind(__webpack_require__, 29586));
        return oidcCredentials(inputs, id, log, log.mask);
    }
    const { openRoleSession } = await Promise.all(/* import() */[__webpack_require__.e(9956), __webpack_require__.e(9154)]).then(__webpack_require__.bind(__webpack_require__, 86773));
    return openRoleSession({
        role,
        region,
        name: `canary-action-${id.runId}-${id.attempt}`.slice(0, 64),
        idToken: async () => readToken(context),
        provider: CI_TOKENS,
        mask: log.mask,
        log,
    });
}
function hasToken({ flags, env }) {
    return flags.has('id-token') || flags.has('id-token-file') || !!env.AWS_WEB_IDENTITY_TOKEN_FILE;
}
/** The file is read each time, because some CIs renew it. */
async function readToken({ flags, env, cwd, log }) {
    const given = flags.text('id-token');
    const file = flags.text('id-token-file') || env.AWS_WEB_IDENTITY_TOKEN_FILE || '';
    if (given === '' && file === '')
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .KnownError */ .E('none is set');
    const token = given || (await readTokenFile((0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(cwd, file)));
    if (!/^[\w-]+\.[\w-]+\.[\w-]+$/.test(token)) {
        const where = given === '' ? (0,_base_quote_js__WEBPACK_IMPORTED_MODULE_3__/* .quote */ .h)(file) : 'CANARY_ID_TOKEN';
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .KnownError */ .E(`${where} has no token of the form header.payload.signature`);
    }
    log.mask(token);
    return token;
}
async function readTokenFile(path) {
    try {
        return (await (0,_base_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .foreign */ .V$)(() => (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(path, 'utf8'))).trim();
    }
    catch (error) {
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .KnownError */ .E(`${(0,_base_quote_js__WEBPACK_IMPORTED_MODULE_3__/* .quote */ .h)(path)} cannot be read: ${(0,_base_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .known */ .eO)(error).message}`);
    }
}


/***/ }),

/***/ 91553:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   inputVariables: () => (/* binding */ inputVariables),
/* harmony export */   problemsOf: () => (/* binding */ problemsOf),
/* harmony export */   readRelease: () => (/* binding */ readRelease),
/* harmony export */   withOrigin: () => (/* binding */ withOrigin)
/* harmony export */ });
/* harmony import */ var _base_duration_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(15902);
/* harmony import */ var _base_quote_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(73636);
/* harmony import */ var _inputs_masks_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(71713);
/* harmony import */ var _inputs_read_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(43137);
/* harmony import */ var _network_proxy_secrets_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(26081);
/* harmony import */ var _targets_kinds_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(97911);
/* harmony import */ var _check_account_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(75635);
/* harmony import */ var _ci_runs_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(12364);
/* harmony import */ var _credentials_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(56099);
/* harmony import */ var _input_flags_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(41767);
/* harmony import */ var _result_files_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(54134);
/* harmony import */ var _usage_error_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(68137);
// Flags, variables and the config file to the inputs of a release. The flags become the variables that a runner would
// set, so that both entry points read inputs in one way.












/** GitHub's time between the first signal and the kill, and more than most CIs give. */
const DEFAULT_GRACE_SECONDS = 10;
/** All that is wrong with the flags. */
async function problemsOf(command, context) {
    try {
        await readRelease(command, context);
        return [];
    }
    catch (error) {
        if (error instanceof _usage_error_js__WEBPACK_IMPORTED_MODULE_9__/* .UsageError */ .e)
            return error.problems;
        throw error;
    }
}
/** Throws one `UsageError` with all problems. What is secret in the inputs is hidden in the log from here on. */
async function readRelease(command, context) {
    const { flags, env, cwd, log } = context;
    const given = (0,_inputs_masks_js__WEBPACK_IMPORTED_MODULE_10__/* .masksOf */ .J)(_input_flags_js__WEBPACK_IMPORTED_MODULE_7__/* .SCHEMA */ .yx, flags.text);
    const { AWS_SECRET_ACCESS_KEY: key = '', AWS_SESSION_TOKEN: token = '' } = env;
    for (const secret of [key, token, ...(0,_network_proxy_secrets_js__WEBPACK_IMPORTED_MODULE_2__/* .proxySecrets */ .Wm)(env), ...given])
        log.mask(secret);
    const problems = [...(0,_result_files_js__WEBPACK_IMPORTED_MODULE_8__/* .fileProblems */ .tH)(flags, cwd)];
    const graceSeconds = readRunFlags(flags, problems);
    try {
        const inputs = await (0,_inputs_read_js__WEBPACK_IMPORTED_MODULE_1__/* .readInputs */ .Ko)(inputVariables(command, flags, env, cwd), _targets_kinds_js__WEBPACK_IMPORTED_MODULE_3__/* .TARGET_KINDS */ .a, {
            expectedRegion: 'expected --region, or the variable AWS_REGION',
            defaults: defaultsOf(env),
            lookUp: (order) => lookUp(order, context),
        });
        const openNames = (0,_targets_kinds_js__WEBPACK_IMPORTED_MODULE_3__/* .kindOf */ .I)(inputs.target).openNames(inputs.target);
        for (const secret of (0,_inputs_masks_js__WEBPACK_IMPORTED_MODULE_10__/* .masksOfInputs */ .a)(inputs, openNames, given))
            log.mask(secret);
        if (problems.length === 0)
            return { inputs, graceSeconds };
    }
    catch (error) {
        if (!(error instanceof _inputs_read_js__WEBPACK_IMPORTED_MODULE_1__/* .WrongInputs */ .Ls))
            throw error;
        problems.push(...error.problems.map((problem) => withOrigin(problem, flags)));
    }
    throw new _usage_error_js__WEBPACK_IMPORTED_MODULE_9__/* .UsageError */ .e(problems);
}
async function lookUp(order, context) {
    const { lookUpNames } = await Promise.all(/* import() */[__webpack_require__.e(9956), __webpack_require__.e(5861), __webpack_require__.e(4085), __webpack_require__.e(1111), __webpack_require__.e(8368)]).then(__webpack_require__.bind(__webpack_require__, 21112));
    // The session of the release is named after its run, which is known once the inputs are.
    const credentials = await (0,_credentials_js__WEBPACK_IMPORTED_MODULE_6__/* .openCredentials */ .Z)(order, { runId: 'names', attempt: '1' }, context);
    if (order.stack !== '') {
        const access = { region: order.region, credentials, expected: context.flags.get('account') };
        // The run logs it once more, when its inputs are known.
        await (0,_check_account_js__WEBPACK_IMPORTED_MODULE_4__/* .checkAccount */ .g)(access, { ...context.log, line: () => undefined });
    }
    return lookUpNames(order, credentials, context.log.mask);
}
/** The variables of a runner, with the inputs that are set. */
function inputVariables(command, flags, env, cwd) {
    const others = Object.entries(env).filter(([name]) => !/^(INPUT_|GITHUB_WORKSPACE$)/.test(name));
    const given = Object.keys(_input_flags_js__WEBPACK_IMPORTED_MODULE_7__/* .SCHEMA */ .yx.inputs).flatMap((name) => {
        const text = name === 'command' ? command : flags.text(name);
        return text === '' ? [] : [[`INPUT_${name.toUpperCase()}`, text]];
    });
    const region = flags.text('region');
    return {
        ...Object.fromEntries(others),
        ...Object.fromEntries(given),
        ...(region !== '' && { AWS_REGION: region }),
        GITHUB_WORKSPACE: cwd,
    };
}
/** Some CIs say when they end a job. */
function defaultsOf(env) {
    const seconds = (0,_ci_runs_js__WEBPACK_IMPORTED_MODULE_5__/* .readCiRun */ .Cn)(env)?.timeoutSeconds;
    return seconds === undefined ? {} : { 'job-timeout': `${seconds}s` };
}
/** What only the command line reads. @returns the grace, in seconds */
function readRunFlags(flags, problems) {
    const account = flags.get('account');
    if (account && !/^\d{12}$/.test(account.text)) {
        problems.push(`${account.from}: ${(0,_base_quote_js__WEBPACK_IMPORTED_MODULE_11__/* .quote */ .h)(account.text)} is not an account; expected twelve digits, such as 123456789012`);
    }
    const grace = flags.get('grace');
    const seconds = grace ? (0,_base_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .parseDuration */ .E)(grace.text) : DEFAULT_GRACE_SECONDS;
    if (seconds === undefined || seconds < 2 || seconds > 3600) {
        problems.push(`${grace?.from}: ${(0,_base_quote_js__WEBPACK_IMPORTED_MODULE_11__/* .quote */ .h)(grace?.text ?? '')}: expected a duration from 2s to 1h, such as 30s`);
    }
    return seconds ?? DEFAULT_GRACE_SECONDS;
}
/** `alias: …` as the user wrote it: `--alias: …`, `CANARY_ALIAS: …`, or unchanged if it is in the config file. */
function withOrigin(problem, flags) {
    const [names = ''] = /^[a-z0-9-]+(?:, [a-z0-9-]+)*(?=: )/.exec(problem) ?? [];
    if (names === '')
        return problem;
    const written = names.split(', ').map((name) => flags.get(name)?.from ?? fromConfig(name, flags));
    return written.join(', ') + problem.slice(names.length);
}
function fromConfig(name, flags) {
    return flags.has('config') && name in _input_flags_js__WEBPACK_IMPORTED_MODULE_7__/* .SCHEMA */ .yx.inputs ? `${name} in ${flags.text('config')}` : name;
}


/***/ }),

/***/ 54134:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   KB: () => (/* binding */ writeResults),
/* harmony export */   sH: () => (/* binding */ writeRefusal),
/* harmony export */   tH: () => (/* binding */ fileProblems)
/* harmony export */ });
/* unused harmony export dotenv */
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _base_assert_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(50648);
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76031);
/* harmony import */ var _base_log_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(82130);
/* harmony import */ var _base_quote_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(73636);
/* harmony import */ var _report_files_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(86376);
/* harmony import */ var _report_summary_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(48320);
/* harmony import */ var _report_wrong_inputs_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(22058);
/* harmony import */ var _run_outputs_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(48432);
// The files that a run leaves, where the flags name them.










/** The flags, in the order in which the files are written: later jobs decide by the outputs. */
const FILES = ['outputs', 'summary', 'report', 'page'];
/** Files that could not be written at the end, or that two flags name. */
function fileProblems(flags, cwd) {
    const named = FILES.flatMap((name) => {
        const given = flags.get(name);
        return given ? [{ from: given.from, text: given.text, path: (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(cwd, given.text) }] : [];
    });
    return named.flatMap(({ from, text, path }, index) => {
        const other = named.slice(0, index).find((each) => each.path === path);
        if (other)
            return [`${from} ${(0,_base_quote_js__WEBPACK_IMPORTED_MODULE_8__/* .quote */ .h)(text)}: ${other.from} names the same file; expected another`];
        const problem = whyNotWritable(path);
        return problem === undefined ? [] : [`${from} ${(0,_base_quote_js__WEBPACK_IMPORTED_MODULE_8__/* .quote */ .h)(text)}: ${problem}`];
    });
}
function whyNotWritable(path) {
    const folder = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(path);
    try {
        if (!(0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(folder).isDirectory())
            return `${(0,_base_quote_js__WEBPACK_IMPORTED_MODULE_8__/* .quote */ .h)(folder)} is not a folder`;
    }
    catch {
        return `there is no folder ${(0,_base_quote_js__WEBPACK_IMPORTED_MODULE_8__/* .quote */ .h)(folder)}`;
    }
    const found = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(path, { throwIfNoEntry: false });
    if (found?.isDirectory())
        return 'it is a folder; expected a file';
    try {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.accessSync)(found ? path : folder, node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.W_OK);
        return undefined;
    }
    catch {
        return 'it may not be written by this user';
    }
}
/** Never rejects: what fails is a warning. */
async function writeResults(report, flags, cwd, log) {
    const contents = {
        outputs: () => dotenv((0,_run_outputs_js__WEBPACK_IMPORTED_MODULE_7__/* .outputsOf */ .Y)(report)),
        summary: () => (0,_report_summary_js__WEBPACK_IMPORTED_MODULE_5__/* .renderSummary */ .Br)(report),
        report: () => (0,_report_files_js__WEBPACK_IMPORTED_MODULE_4__/* .renderJson */ .hF)(report),
        page: async () => (0,_report_files_js__WEBPACK_IMPORTED_MODULE_4__/* .renderPage */ .Cf)(await emptyPage(), report),
    };
    await writeAll(contents, flags, cwd, log);
}
/** The same for a run whose inputs are refused. */
async function writeRefusal(problems, flags, cwd, log) {
    const reason = `The inputs: ${problems.join('; ')}`;
    const contents = {
        outputs: () => dotenv({ outcome: 'failed', cause: 'refused', reason }),
        summary: () => (0,_report_wrong_inputs_js__WEBPACK_IMPORTED_MODULE_6__/* .renderWrongInputs */ .b)(problems),
    };
    await writeAll(contents, flags, cwd, log);
}
async function writeAll(contents, flags, cwd, log) {
    for (const name of FILES) {
        const path = flags.get(name)?.text;
        const make = contents[name];
        if (path === undefined || !make)
            continue;
        try {
            const text = log.masked(await make());
            await (0,_base_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .foreign */ .V$)(() => (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.writeFileSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(cwd, path), text));
        }
        catch (error) {
            (0,_base_log_js__WEBPACK_IMPORTED_MODULE_3__/* .logBug */ .N)(log, error);
            log.warning(`--${name} ${(0,_base_quote_js__WEBPACK_IMPORTED_MODULE_8__/* .quote */ .h)(path)} could not be written: ${(0,_base_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .messageOf */ .bD)(error)}`);
        }
    }
}
/** The longest value: GitLab refuses a dotenv report of more than 5 KB (docs, "artifacts:reports:dotenv"). */
const MAX_VALUE = 1000;
/**
 * One line for each output. GitLab allows letters, digits and underscores in a name, and no line break in a value; it
 * keeps quotes as they are, so there are none.
 */
function dotenv(outputs) {
    return Object.entries(outputs)
        .map(([name, value]) => {
        const key = `CANARY_OUTPUT_${name.replaceAll('-', '_').toUpperCase()}`;
        return `${key}=${value.replace(/\s+/g, ' ').slice(0, MAX_VALUE)}\n`;
    })
        .join('');
}
/** The page is a file next to the bundle. */
function emptyPage() {
    const bundle = (0,_base_assert_js__WEBPACK_IMPORTED_MODULE_9__/* .must */ .s)(process.argv[1], 'node was started with a file');
    return (0,_base_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .foreign */ .V$)(() => (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(bundle), 'report-page.html'), 'utf8'));
}


/***/ }),

/***/ 86376:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Cf: () => (/* binding */ renderPage),
/* harmony export */   fM: () => (/* binding */ withSourceText),
/* harmony export */   hF: () => (/* binding */ renderJson)
/* harmony export */ });
/* unused harmony exports fileOf, DATA_PLACEHOLDER */
/* harmony import */ var _comment_body_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(24557);
/* harmony import */ var _evidence_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(50664);
// The report as a file: JSON for programs, and a page for users.


function fileOf(report) {
    const { cause, evidence, series, impact } = report;
    return {
        ...report,
        cause: cause && 'evidence' in cause ? { ...cause, evidence: inFile(cause.evidence) } : cause,
        evidence: inFile(evidence),
        series: series && { ...series, comparisons: series.comparisons.map(withSourceText) },
        impact: impact && withSourceText(impact),
    };
}
function inFile(evidence) {
    return evidence.map((each) => {
        const { verdict, detail: _, ...rest } = each;
        return { witness: (0,_evidence_text_js__WEBPACK_IMPORTED_MODULE_1__/* .sourceText */ .rI)(each.source), verdict, says: (0,_evidence_text_js__WEBPACK_IMPORTED_MODULE_1__/* .verdictReason */ .s_)(each), ...rest };
    });
}
/** Adds the source as text to something measured. */
function withSourceText(measured) {
    return { witness: (0,_evidence_text_js__WEBPACK_IMPORTED_MODULE_1__/* .sourceText */ .rI)(measured.source), ...measured };
}
/**
 * JSON with one member per line, but each list of numbers on a single line. It also contains the comment as it is on a
 * pull request, for a program that posts it elsewhere.
 */
function renderJson(report) {
    const text = JSON.stringify({ ...fileOf(report), comment: (0,_comment_body_js__WEBPACK_IMPORTED_MODULE_0__/* .renderComment */ .wQ)(report) }, null, 2);
    // JSON escapes line breaks within text, so every line break here belongs to the layout.
    const numbers = /\[\n\s*((?:-?\d[\d.e+-]*|null)(?:,\n\s*(?:-?\d[\d.e+-]*|null))*)\n\s*\]/g;
    return `${text.replace(numbers, (_, list) => `[${list.replace(/\s+/g, ' ')}]`)}\n`;
}
/** The placeholder for the data in the built page. */
const DATA_PLACEHOLDER = '"the report"';
/**
 * The page that contains a report.
 *
 * @param page `dist/report-page.html`
 */
function renderPage(page, report) {
    // `</script>` and `<!--` in text from outside would end the data or begin a comment.
    const data = JSON.stringify(fileOf(report)).replace(/</g, '\\u003c');
    return page.replace(DATA_PLACEHOLDER, () => data);
}


/***/ }),

/***/ 48432:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ outputsOf)
/* harmony export */ });
/* harmony import */ var _targets_kinds_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(97911);
// The outputs of a run: what a later step or job decides by.

/** By the names in action.yml, in their order; what does not apply is empty. */
function outputsOf(report) {
    const { functions, target } = report;
    return {
        outcome: report.outcome,
        cause: report.cause?.kind ?? '',
        reason: report.reason,
        versions: JSON.stringify(Object.fromEntries(functions.map((f) => [f.name, f.to]))),
        'versions-before': JSON.stringify(Object.fromEntries(functions.map((f) => [f.name, f.from]))),
        ...targetOutputs(target),
        weight: String(report.weight ?? ''),
        verdict: report.verdict,
        ...openOutputs(report),
        'preview-url': report.previewUrl ?? '',
    };
}
/** The outputs of every kind of target: those that this target does not set are empty. */
function targetOutputs({ outputs }) {
    const names = _targets_kinds_js__WEBPACK_IMPORTED_MODULE_0__/* .TARGET_KINDS */ .a.flatMap((kind) => kind.outputs);
    return Object.fromEntries(names.map((name) => [name, outputs[name] ?? '']));
}
function openOutputs({ open }) {
    const next = open?.nextStepAt;
    return {
        phase: open?.phase ?? '',
        paused: String(open?.paused ?? false),
        'next-step-at': next === undefined ? '' : `${new Date(next * 1000).toISOString().slice(0, 19)}Z`,
    };
}


/***/ })

};
