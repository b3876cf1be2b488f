export const id = 8623;
export const ids = [8623];
export const modules = {

/***/ 98623:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   readEvent: () => (/* binding */ readEvent)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var _base_foreign_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(56218);
// The event that started the workflow, from the runner's file.


function readEvent(env) {
    const event = (0,_base_foreign_text_js__WEBPACK_IMPORTED_MODULE_1__/* .parseJson */ .qF)(readEventFile(env.GITHUB_EVENT_PATH ?? ''));
    return typeof event === 'object' && event !== null ? event : {};
}
/** Empty where there is no file, or none that can be read: the report goes without a title. */
function readEventFile(path) {
    try {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(path, 'utf8');
    }
    catch {
        return '';
    }
}


/***/ })

};
