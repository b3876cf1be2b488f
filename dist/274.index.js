export const id = 274;
export const ids = [274];
export const modules = {

/***/ 2274:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  oidcCredentials: () => (/* binding */ oidcCredentials)
});

// EXTERNAL MODULE: ./build/base/errors.js + 1 modules
var errors = __webpack_require__(6031);
;// CONCATENATED MODULE: ./build/github/id-token.js
// The ID token of the job. @actions/core puts whatever the token service answered into its error, so only the status
// is taken from it.

/** The same, but what it fails with is a `KnownError` that shows nothing of the response but its status. */
function withoutResponse(getIdToken) {
    return async (audience) => {
        try {
            return await (0,errors/* foreign */.V$)(() => getIdToken(audience));
        }
        catch (error) {
            throw new errors/* KnownError */.E(troubleIn((0,errors/* known */.eO)(error).message));
        }
    };
}
function troubleIn(message) {
    const [, status] = /Error Code : (\d{3})\b/.exec(message) ?? [];
    return status === undefined ? message.replace(/\s+/g, ' ').trim() : `HTTP ${status}`;
}

// EXTERNAL MODULE: ./build/github/workflow-commands.js
var workflow_commands = __webpack_require__(4972);
;// CONCATENATED MODULE: ./build/github/oidc-credentials.js
// The source of the credentials for the job's AWS calls.


/**
 * A session of the job's own if `role-to-assume` names a role; `undefined`: the credentials of the environment. The
 * session is opened by the first call that needs it, so a failure to open it is that call's failure.
 */
async function oidcCredentials({ role, region }, { runId, attempt }, log) {
    if (!role)
        return undefined;
    const [{ openRoleSession }, { getIDToken }] = await Promise.all([
        Promise.all(/* import() */[__webpack_require__.e(956), __webpack_require__.e(773)]).then(__webpack_require__.bind(__webpack_require__, 6773)),
        Promise.all(/* import() */[__webpack_require__.e(921), __webpack_require__.e(889)]).then(__webpack_require__.bind(__webpack_require__, 1889)),
    ]);
    return openRoleSession({
        role,
        region,
        name: `canary-action-${runId}-${attempt}`.slice(0, 64),
        idToken: withoutResponse(getIDToken),
        mask: workflow_commands/* setSecret */.Pq,
        log,
    });
}


/***/ })

};
