export const id = 683;
export const ids = [683];
export const modules = {

/***/ 4683:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   onlyProblem: () => (/* binding */ onlyProblem)
/* harmony export */ });
// What a template or an AppSpec stands for: inputs, as a workflow would give them.
function onlyProblem(problem) {
    return { values: {}, current: {}, says: [], problems: [problem] };
}


/***/ })

};
