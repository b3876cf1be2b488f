export const id = 9586;
export const ids = [9586];
export const modules = {

/***/ 29586:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   GITHUB_TOKENS: () => (/* binding */ GITHUB_TOKENS),
/* harmony export */   oidcCredentials: () => (/* binding */ oidcCredentials)
/* harmony export */ });
// The source of the credentials for the job's AWS calls.
/** GitHub, as the provider of ID tokens. */
const GITHUB_TOKENS = {
    trusted: "GitHub's provider token.actions.githubusercontent.com for this repository",
    failed: 'GitHub did not issue an ID token to this job',
    expected: '"permissions: id-token: write" in the workflow',
};
/**
 * A session of the job's own if `role-to-assume` names a role; `undefined`: the credentials of the environment. The
 * session is opened by the first call that needs it, so a failure to open it is that call's failure.
 */
async function oidcCredentials({ role, region }, { runId, attempt }, log, mask) {
    if (!role)
        return undefined;
    const [{ openRoleSession }, { getIDToken }, { guardIdToken }] = await Promise.all([
        Promise.all(/* import() */[__webpack_require__.e(9956), __webpack_require__.e(6773)]).then(__webpack_require__.bind(__webpack_require__, 86773)),
        Promise.all(/* import() */[__webpack_require__.e(5921), __webpack_require__.e(2779), __webpack_require__.e(143)]).then(__webpack_require__.bind(__webpack_require__, 90143)),
        Promise.all(/* import() */[__webpack_require__.e(5921), __webpack_require__.e(2779), __webpack_require__.e(6381)]).then(__webpack_require__.bind(__webpack_require__, 86381)),
    ]);
    return openRoleSession({
        role,
        region,
        name: `canary-action-${runId}-${attempt}`.slice(0, 64),
        idToken: guardIdToken(getIDToken),
        provider: GITHUB_TOKENS,
        mask,
        log,
    });
}


/***/ })

};
