export const id = 295;
export const ids = [295];
export const modules = {

/***/ 90295:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q2: () => (/* binding */ HOOK_INPUTS),
/* harmony export */   Uk: () => (/* binding */ NO_HOOK_FUNCTIONS),
/* harmony export */   Zl: () => (/* binding */ hookInputs),
/* harmony export */   onlyProblem: () => (/* binding */ onlyProblem)
/* harmony export */ });
// The inputs that a template or an AppSpec replaces, in the same form as in a workflow.
function onlyProblem(problem) {
    return { values: {}, current: {}, notes: [], problems: [problem] };
}
const HOOK_INPUTS = ['pre-traffic-hook', 'post-traffic-hook'];
const NO_HOOK_FUNCTIONS = { preTraffic: [], postTraffic: [] };
/** The inputs that the hooks replace. Several functions may share a hook, which runs once. */
function hookInputs({ preTraffic, postTraffic, }) {
    return { ...listed('pre-traffic-hook', preTraffic), ...listed('post-traffic-hook', postTraffic) };
}
function listed(input, hooks) {
    return hooks.length === 0 ? {} : { [input]: [...new Set(hooks)].join('\n') };
}


/***/ })

};
