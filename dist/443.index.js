export const id = 443;
export const ids = [443];
export const modules = {

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

/***/ 30443:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   runComment: () => (/* binding */ runComment)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _base_foreign_text_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(56218);
/* harmony import */ var _base_quote_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(73636);
/* harmony import */ var _report_comment_body_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(24557);
/* harmony import */ var _report_report_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(87177);
/* harmony import */ var _ci_runs_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(12364);
/* harmony import */ var _cli_command_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(96543);
/* harmony import */ var _usage_error_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(68137);
// `canary-action comment gitlab|github`: posts or updates the comment of a report that an earlier command wrote.









/** A report has a few hundred kilobytes. */
const MAX_BYTES = 20 * 1024 * 1024;
async function runComment(context) {
    const problems = [];
    const posted = readPosted(context, problems);
    const number = readNumber(context, problems);
    const apiUrl = readApiUrl(context, problems);
    const token = readToken(context, problems);
    if (problems.length > 0 || !posted)
        throw new _usage_error_js__WEBPACK_IMPORTED_MODULE_5__/* .UsageError */ .e(problems);
    context.log.mask(token);
    const place = { apiUrl, token, ...posted, number };
    return context.word === 'gitlab' ? onGitLab(place, context) : onGitHub(place, context);
}
async function onGitLab(place, { env, log, flags }) {
    const { writeNote } = await __webpack_require__.e(/* import() */ 2577).then(__webpack_require__.bind(__webpack_require__, 32577));
    const { repository, number, marker, body, ...access } = place;
    const own = flags.has('repository') ? '' : (env.CI_PROJECT_ID ?? '');
    const project = own || repository;
    const written = await writeNote({ ...access, project, mergeRequest: number }, marker, body);
    if (written)
        log.line(`The comment on merge request !${written.mergeRequest} was ${written.how}.`);
    else
        log.line(`No merge request brought the commit ${shortOf(place)}, so there is no comment.`);
    return _cli_command_js__WEBPACK_IMPORTED_MODULE_4__/* .EXIT */ .d.ok;
}
async function onGitHub(place, { log }) {
    const { openComment } = await Promise.all(/* import() */[__webpack_require__.e(5921), __webpack_require__.e(1351), __webpack_require__.e(7191)]).then(__webpack_require__.bind(__webpack_require__, 17191));
    const { apiUrl, token, repository, sha, number, marker, body } = place;
    const found = await openComment({ apiUrl, token, repository, sha, pullRequest: number, branch: undefined }, marker, new AbortController().signal);
    await found?.write(body);
    if (found)
        log.line('The comment on the pull request was written.');
    else
        log.line(`No pull request brought the commit ${shortOf(place)}, so there is no comment.`);
    return _cli_command_js__WEBPACK_IMPORTED_MODULE_4__/* .EXIT */ .d.ok;
}
function shortOf({ sha }) {
    return sha.slice(0, 7) || 'of this run';
}
/** The report is a file of the user's, so it may be anything. */
function readPosted({ flags, cwd, env }, problems) {
    const file = flags.get('report');
    if (!file) {
        problems.push('--report: expected the file that a command wrote with --report');
        return undefined;
    }
    const found = readReport((0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(cwd, file.text));
    if ('problem' in found) {
        problems.push(`${file.from} ${(0,_base_quote_js__WEBPACK_IMPORTED_MODULE_6__/* .quote */ .h)(file.text)}: ${found.problem}`);
        return undefined;
    }
    const repository = flags.text('repository') || (0,_ci_runs_js__WEBPACK_IMPORTED_MODULE_3__/* .readCiRun */ .Cn)(env)?.repository || found.repository;
    if (!/^[^/\s]+(\/[^/\s]+)+$/.test(repository)) {
        const shown = repository === '' ? 'it is not known' : `it is ${(0,_base_quote_js__WEBPACK_IMPORTED_MODULE_6__/* .quote */ .h)(repository)}`;
        problems.push(`--repository: expected GROUP/NAME, but ${shown}`);
    }
    return { ...found, repository };
}
function readReport(path) {
    const text = readText(path);
    if ('problem' in text)
        return text;
    const report = (0,_base_foreign_text_js__WEBPACK_IMPORTED_MODULE_7__/* .parseJson */ .qF)(text.text);
    if (report?.schema !== _report_report_js__WEBPACK_IMPORTED_MODULE_8__/* .REPORT_SCHEMA */ .D) {
        return { problem: `it is no report; expected JSON with the schema ${_report_report_js__WEBPACK_IMPORTED_MODULE_8__/* .REPORT_SCHEMA */ .D}` };
    }
    const { comment: body, source } = report;
    const marker = typeof body === 'string' ? (0,_report_comment_body_js__WEBPACK_IMPORTED_MODULE_2__/* .markerOf */ .we)(body) : undefined;
    if (typeof body !== 'string' || marker === undefined) {
        return { problem: 'it has no comment, because an earlier version wrote it; write it again' };
    }
    const { repository = '', sha = '' } = source ?? {};
    return { body, marker, repository: String(repository), sha: String(sha) };
}
function readText(path) {
    try {
        const { size } = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(path);
        if (size > MAX_BYTES)
            return { problem: `it has ${size} bytes; expected at most ${MAX_BYTES}` };
        return { text: (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(path, 'utf8') };
    }
    catch (error) {
        const code = error.code;
        return { problem: code === 'ENOENT' ? 'there is no such file' : `it cannot be read (${code})` };
    }
}
function readNumber({ flags, env }, problems) {
    const given = flags.get('number');
    if (!given)
        return (0,_ci_runs_js__WEBPACK_IMPORTED_MODULE_3__/* .readCiRun */ .Cn)(env)?.pull;
    if (/^[1-9]\d{0,8}$/.test(given.text))
        return Number(given.text);
    problems.push(`${given.from}: ${(0,_base_quote_js__WEBPACK_IMPORTED_MODULE_6__/* .quote */ .h)(given.text)} is not a number; expected for example 42`);
    return undefined;
}
const API_URLS = {
    gitlab: ['CI_API_V4_URL', 'https://gitlab.com/api/v4'],
    github: ['GITHUB_API_URL', 'https://api.github.com'],
};
function readApiUrl({ flags, env, word }, problems) {
    const [variable, standard] = API_URLS[word === 'gitlab' ? 'gitlab' : 'github'];
    const url = flags.text('api-url') || env[variable] || standard;
    if (!/^https?:\/\/[^\s?#]+$/.test(url) || !URL.canParse(url)) {
        const from = flags.get('api-url')?.from ?? variable;
        problems.push(`${from}: ${(0,_base_quote_js__WEBPACK_IMPORTED_MODULE_6__/* .quote */ .h)(url)} is not an address; expected for example ${standard}`);
    }
    return url.replace(/\/$/, '');
}
function readToken({ flags, env, word }, problems) {
    if (word === 'github') {
        const token = flags.text('github-token') || env.GITHUB_TOKEN || '';
        if (token === '')
            problems.push('GITHUB_TOKEN: expected a token with pull-requests: write');
        return token;
    }
    const token = flags.text('gitlab-token') || env.GITLAB_TOKEN || '';
    if (token === '') {
        const job = env.CI_JOB_TOKEN ? '; the job token CI_JOB_TOKEN may not write comments' : '';
        problems.push(`GITLAB_TOKEN: expected a project access token with the scope api, as a masked variable of the project${job}`);
    }
    return token;
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


/***/ })

};
