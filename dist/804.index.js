export const id = 804;
export const ids = [804];
export const modules = {

/***/ 7804:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  openDeployments: () => (/* binding */ openDeployments)
});

// EXTERNAL MODULE: ./build/base/errors.js
var errors = __webpack_require__(5145);
// EXTERNAL MODULE: ./build/base/foreign-text.js
var foreign_text = __webpack_require__(6218);
// EXTERNAL MODULE: ./build/rollout/plan.js
var plan = __webpack_require__(7927);
;// CONCATENATED MODULE: ./build/report/deployment-state.js
// The state of a rollout's GitHub deployment.

/** GitHub stores at most 140 characters of the description of a status. */
const MAX_DESCRIPTION = 140;
/**
 * The state for the outcome; `undefined` if the run changed nothing, so there is nothing to report.
 *
 * @param current the state of the deployment now; `undefined` if there is none yet
 */
function deploymentStatus({ outcome, reason, weight, problems, paused }, current) {
    switch (outcome) {
        case 'running':
        case 'held': {
            const held = paused ? 'paused at' : 'at';
            const share = weight === null ? 'an unknown share' : (0,plan/* formatWeight */.ck)(weight);
            return deployment_state_status('in_progress', `${held} ${share} of the traffic: ${reason}`);
        }
        case 'promoted':
            return deployment_state_status('success', reason);
        case 'rolled-back':
            // A promoted deployment that is rolled back later did serve users, but no longer does.
            return deployment_state_status(current === 'success' ? 'inactive' : 'failure', reason);
        case 'stuck':
        case 'failed':
            return problems.length === 0 && current === 'in_progress'
                ? deployment_state_status('failure', reason)
                : undefined;
        default:
            return undefined;
    }
}
function deployment_state_status(state, text) {
    const description = text.length <= MAX_DESCRIPTION ? text : `${text.slice(0, MAX_DESCRIPTION - 1)}…`;
    return { state, description };
}

// EXTERNAL MODULE: ./build/github/octokit.js
var github_octokit = __webpack_require__(987);
;// CONCATENATED MODULE: ./build/github/deployment-status.js
// Keeps the GitHub deployment of a rollout up to date: in progress while it is open, then success, failure, or
// inactive once another one replaces it. The run that continues a rollout finds the deployment of the run that
// began it.




/** Distinguishes this action's deployments from those that GitHub creates for jobs with an environment. */
const TASK = 'canary';
const REPLACED = {
    state: 'inactive',
    description: 'replaced by another release',
};
function openDeployments(place) {
    const calls = bind(place);
    let current;
    return {
        write: async (report) => {
            const target = report.target.key;
            current ??= await found(calls, place, target);
            const status = deploymentStatus({ ...report, paused: report.open?.paused ?? false }, current?.state);
            if (!status)
                return;
            const goesOn = current?.state === 'in_progress' || report.outcome === 'rolled-back';
            if (!(current && goesOn)) {
                if (!place.begins)
                    return;
                current = { id: await calls.create(target), sha: place.sha, state: undefined };
            }
            await calls.post(current.id, status, report.source.runUrl);
            if (status.state === 'success')
                await calls.retire(target, current.id);
            current = { ...current, state: status.state };
        },
    };
}
/** A new release must not continue what an earlier release left in progress. */
async function found(calls, { begins, sha }, target) {
    const newest = await calls.newest(target);
    if (!begins || !newest || newest.sha === sha)
        return newest;
    if (newest.state === 'in_progress')
        await calls.post(newest.id, REPLACED, '');
    return undefined;
}
function bind(place) {
    const { environment, sha, url } = place;
    const octokit = (0,github_octokit/* connectOctokit */.w)(place);
    const [owner = '', repo = ''] = place.repository.split('/');
    const { repos } = octokit.rest;
    const ours = async (target) => {
        const asked = { owner, repo, environment, task: TASK, per_page: 30 };
        const { data } = await repos.listDeployments(asked);
        return data.filter(({ payload }) => targetOf(payload) === target);
    };
    const stateOf = async (deployment_id) => {
        const { data } = await repos.listDeploymentStatuses({
            owner,
            repo,
            deployment_id,
            per_page: 1,
        });
        return data[0]?.state;
    };
    const post = async (deployment_id, word, log_url) => {
        const link = url === '' ? {} : { environment_url: url };
        await repos.createDeploymentStatus({
            ...{ owner, repo, deployment_id, ...word },
            ...(log_url === '' ? {} : { log_url }),
            ...link,
            auto_inactive: false,
        });
    };
    return {
        post,
        newest: async (target) => {
            const [first] = await ours(target);
            return first && { id: first.id, sha: first.sha, state: await stateOf(first.id) };
        },
        create: async (target) => {
            const { data } = await repos.createDeployment({
                ...{ owner, repo, environment, ref: sha, task: TASK },
                auto_merge: false,
                required_contexts: [],
                payload: { target },
                description: `canary on ${target}`.slice(0, 140),
            });
            if (!('id' in data))
                throw new errors/* KnownError */.E(data.message ?? 'GitHub did not create a deployment');
            return data.id;
        },
        retire: async (target, but) => {
            for (const { id } of await ours(target)) {
                if (id === but || (await stateOf(id)) !== 'success')
                    continue;
                await post(id, REPLACED, '');
            }
        },
    };
}
/** GitHub returns the payload as it was sent, or as text. */
function targetOf(payload) {
    const parsed = typeof payload === 'string' ? (0,foreign_text/* parseJson */.qF)(payload) : payload;
    const target = parsed?.target;
    return typeof target === 'string' ? target : undefined;
}


/***/ }),

/***/ 987:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   w: () => (/* binding */ connectOctokit)
/* harmony export */ });
/* harmony import */ var _actions_github__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2785);
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5145);
// GitHub's client. Whatever a call of it fails with is a known error.


function connectOctokit({ token, apiUrl }) {
    const octokit = (0,_actions_github__WEBPACK_IMPORTED_MODULE_0__/* .getOctokit */ .Q)(token, { baseUrl: apiUrl, request: { retries: 2 } });
    octokit.hook.error('request', (error) => {
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .KnownError */ .E((0,_base_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .messageOf */ .bD)(error), { cause: error });
    });
    // GitHub's API returns JSON: text is the page of a proxy in between.
    octokit.hook.after('request', (response) => {
        const { status, data } = response;
        if (typeof data === 'string' && data !== '') {
            throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .KnownError */ .E((0,_base_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .messageOf */ .bD)({ status, response: { data } }));
        }
    });
    return octokit;
}


/***/ })

};
