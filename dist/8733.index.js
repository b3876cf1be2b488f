export const id = 8733;
export const ids = [8733];
export const modules = {

/***/ 78733:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ quotaOf),
/* harmony export */   callsPerSecond: () => (/* binding */ callsPerSecond)
/* harmony export */ });
// How often logs may be read.
/** Regions in which AWS allows fewer calls. */
const SMALL_QUOTA = [
    ...['ap-northeast-3', 'ap-southeast-3', 'ca-west-1', 'eu-central-1', 'il-central-1'],
];
/**
 * FilterLogEvents a second, for an account and Region (CloudWatch Logs user guide, "CloudWatch Logs quotas"). It cannot
 * be raised.
 */
function quotaOf(region) {
    if (region === 'us-east-1')
        return 25;
    return SMALL_QUOTA.includes(region) ? 5 : 10;
}
/** Calls a second that this job makes at most: others in the account read as well. */
function callsPerSecond(region) {
    return quotaOf(region) < 10 ? 1 : 2;
}


/***/ })

};
