export const id = 586;
export const ids = [586];
export const modules = {

/***/ 9586:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   oidcCredentials: () => (/* binding */ oidcCredentials)
/* harmony export */ });
/* harmony import */ var _workflow_commands_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4972);
// The source of the credentials for the job's AWS calls.

/**
 * A session of the job's own if `role-to-assume` names a role; `undefined`: the credentials of the environment.
 * Rejects with a `KnownError` if no session can be obtained.
 */
async function oidcCredentials({ role, region }, { runId, attempt }) {
    if (!role)
        return undefined;
    const [{ openRoleSession }, { getIDToken }] = await Promise.all([
        Promise.all(/* import() */[__webpack_require__.e(956), __webpack_require__.e(773)]).then(__webpack_require__.bind(__webpack_require__, 6773)),
        Promise.all(/* import() */[__webpack_require__.e(119), __webpack_require__.e(421)]).then(__webpack_require__.bind(__webpack_require__, 6421)),
    ]);
    const credentials = openRoleSession({
        role,
        region,
        name: `canary-action-${runId}-${attempt}`.slice(0, 64),
        idToken: getIDToken,
        mask: _workflow_commands_js__WEBPACK_IMPORTED_MODULE_0__/* .setSecret */ .Pq,
    });
    // Opened at once, so that its problems are reported before anything else is checked.
    await credentials();
    return credentials;
}


/***/ })

};
