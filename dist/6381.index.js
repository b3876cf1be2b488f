export const id = 6381;
export const ids = [6381];
export const modules = {

/***/ 86381:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   guardIdToken: () => (/* binding */ guardIdToken)
/* harmony export */ });
/* harmony import */ var _actions_http_client__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(22779);
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76031);
// The ID token of the job, by @actions/core. That puts whatever the token service answered into its error, so only the
// status is taken from it; and its client follows redirects to any host, so it must not.


/**
 * The same, but its requests follow no redirect, and what it fails with is a `KnownError` that shows nothing of the
 * response but its status.
 */
function guardIdToken(getIdToken) {
    refuseRedirects();
    return async (audience) => {
        try {
            return await (0,_base_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .foreign */ .V$)(() => getIdToken(audience));
        }
        catch (error) {
            throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .KnownError */ .E(troubleIn((0,_base_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .known */ .eO)(error).message));
        }
    };
}
/** @actions/core creates its client itself, without an option for this. All clients of that class are its own. */
function refuseRedirects() {
    Object.defineProperty(_actions_http_client__WEBPACK_IMPORTED_MODULE_0__/* .HttpClient */ .Qq.prototype, '_allowRedirects', {
        configurable: true,
        get: () => false,
        set: () => undefined,
    });
}
function troubleIn(message) {
    const [, status] = /Error Code : (\d{3})\b/.exec(message) ?? [];
    return status === undefined ? message.replace(/\s+/g, ' ').trim() : `HTTP ${status}`;
}


/***/ })

};
