export const id = 4242;
export const ids = [4242];
export const modules = {

/***/ 64242:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ MAX_REDIRECTS),
/* harmony export */   Y: () => (/* binding */ redirectOf)
/* harmony export */ });
// The one rule for redirects of everything that this action sends to an address of others: within the same origin
// only. What is sent contains secrets, and what is returned is believed.
const MAX_REDIRECTS = 3;
/** @param location the header of the response; empty if it has none */
function redirectOf(from, method, status, location) {
    if (location === '' || !URL.canParse(location, from.href))
        return { refused: `it returned ${status} without an address` };
    const to = new URL(location, from);
    if (to.origin !== from.origin) {
        return {
            refused: `it redirects to another origin (${to.origin.slice(0, 200)}), which is not followed`,
        };
    }
    // The other codes turn any request into a GET.
    if (status === 307 || status === 308 || method === 'GET')
        return { to };
    return {
        refused: `it redirects with ${status}, which would turn the ${method} into a GET; expected 307 or 308`,
    };
}


/***/ })

};
