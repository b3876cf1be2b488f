export const id = 117;
export const ids = [117];
export const modules = {

/***/ 5117:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ checkSupplied),
/* harmony export */   readSupplied: () => (/* binding */ readSupplied),
/* harmony export */   z: () => (/* binding */ pseudoParameters)
/* harmony export */ });
/* harmony import */ var _base_partitions_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3601);
/* harmony import */ var _base_quote_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3636);
/* harmony import */ var _base_suggest_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4526);
/* harmony import */ var _tree_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3174);
// The `template-parameters` input, and the values that CloudFormation provides.




const NAME = /^[A-Za-z0-9:.]{1,255}$/;
const PSEUDO = ['AccountId', 'Partition', 'Region', 'StackId', 'StackName', 'URLSuffix'].map((name) => `AWS::${name}`);
/** Parses `NAME=VALUE` lines; adds every error to the problems. */
function readSupplied(text, problems) {
    const supplied = new Map();
    for (const line of text.split('\n').map((l) => l.trim())) {
        if (line === '')
            continue;
        const at = line.indexOf('=');
        const name = line.slice(0, Math.max(at, 0)).trim();
        if (!NAME.test(name)) {
            problems.push(`template-parameters: ${(0,_base_quote_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .h)(line)}; expected NAME=VALUE, one per line, with a parameter, a logical id or AWS::AccountId as its name`);
        }
        else if (supplied.has(name)) {
            problems.push(`template-parameters: "${name}" is given twice`);
        }
        else
            supplied.set(name, line.slice(at + 1).trim());
    }
    return supplied;
}
/** Reports names that the template does not have; they are probably misspelled. */
function checkSupplied(template, supplied) {
    const known = [
        ...(0,_tree_js__WEBPACK_IMPORTED_MODULE_3__/* .mapAt */ .SC)(template, 'Parameters').keys(),
        ...(0,_tree_js__WEBPACK_IMPORTED_MODULE_3__/* .mapAt */ .SC)(template, 'Resources').keys(),
        ...PSEUDO,
    ];
    const isUnknown = (name) => !known.includes(name.split('.')[0] ?? '');
    return [...supplied.keys()]
        .filter(isUnknown)
        .map((name) => `template-parameters names "${name}", which is neither a parameter nor a resource of the template.${(0,_base_suggest_js__WEBPACK_IMPORTED_MODULE_1__/* .didYouMean */ .a)(name, known)}`);
}
/**
 * The pseudo-parameters that depend on the Region (CloudFormation user guide, "pseudo parameters reference").
 */
function pseudoParameters(region) {
    if (region === '')
        return new Map();
    const { id, dnsSuffix } = (0,_base_partitions_js__WEBPACK_IMPORTED_MODULE_0__/* .partitionOf */ .iQ)(region);
    return new Map([
        ['AWS::Region', region],
        ['AWS::Partition', id],
        ['AWS::URLSuffix', dnsSuffix],
    ]);
}


/***/ }),

/***/ 3174:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $6: () => (/* binding */ textAt),
/* harmony export */   Lv: () => (/* binding */ isList),
/* harmony export */   SC: () => (/* binding */ mapAt),
/* harmony export */   jh: () => (/* binding */ isMap)
/* harmony export */ });
// A template or AppSpec as a tree of texts. Numbers and booleans keep their spelling, so that a version 08 or
// a name 1e3 does not change.
function isMap(tree) {
    return tree instanceof Map;
}
function isList(tree) {
    return Array.isArray(tree);
}
/** The map under a key; empty if there is none. */
function mapAt(tree, key) {
    const found = tree.get(key);
    return isMap(found) ? found : new Map();
}
/** The text under a key; `undefined` if there is none, or another kind of value. */
function textAt(tree, key) {
    const found = tree.get(key);
    return typeof found === 'string' && found !== '' ? found : undefined;
}


/***/ })

};
