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
 * A session of the job's own if `role-to-assume` names a role; `undefined`: the credentials of the environment. The
 * session is opened by the first call that needs it, so a failure to open it is that call's failure.
 */
async function oidcCredentials({ role, region }, { runId, attempt }, log) {
    if (!role)
        return undefined;
    const [{ openRoleSession }, { getIDToken }, { guardIdToken }] = await Promise.all([
        Promise.all(/* import() */[__webpack_require__.e(956), __webpack_require__.e(773)]).then(__webpack_require__.bind(__webpack_require__, 6773)),
        Promise.all(/* import() */[__webpack_require__.e(921), __webpack_require__.e(779), __webpack_require__.e(143)]).then(__webpack_require__.bind(__webpack_require__, 143)),
        Promise.all(/* import() */[__webpack_require__.e(921), __webpack_require__.e(779), __webpack_require__.e(381)]).then(__webpack_require__.bind(__webpack_require__, 6381)),
    ]);
    return openRoleSession({
        role,
        region,
        name: `canary-action-${runId}-${attempt}`.slice(0, 64),
        idToken: guardIdToken(getIDToken),
        mask: _workflow_commands_js__WEBPACK_IMPORTED_MODULE_0__/* .setSecret */ .Pq,
        log,
    });
}


/***/ })

};
