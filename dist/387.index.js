export const id = 387;
export const ids = [387,295];
export const modules = {

/***/ 90387:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   readAppSpec: () => (/* binding */ readAppSpec)
/* harmony export */ });
/* harmony import */ var _base_quote_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(73636);
/* harmony import */ var _base_suggest_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(24526);
/* harmony import */ var _release_facts_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(90295);
/* harmony import */ var _tree_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(63174);
// CodeDeploy's AppSpec for Lambda → the inputs of a release (CodeDeploy user guide, "AppSpec file
// structure"). The guide spells the keys in different cases, so any case is accepted.




const SECTIONS = ['version', 'Resources', 'Hooks'];
const PROPERTIES = ['Name', 'Alias', 'CurrentVersion', 'TargetVersion'];
const HOOKS = ['BeforeAllowTraffic', 'AfterAllowTraffic'];
/** Reads an AppSpec. Every error becomes a problem; nothing is thrown. */
function readAppSpec(tree, { gives }) {
    if (!(0,_tree_js__WEBPACK_IMPORTED_MODULE_2__/* .isMap */ .jh)(tree))
        return (0,_release_facts_js__WEBPACK_IMPORTED_MODULE_1__.onlyProblem)('it contains no AppSpec; expected version, Resources and Hooks');
    const problems = [];
    const notes = [];
    const sections = byName(tree, SECTIONS, 'the AppSpec', problems);
    const version = sections.version ?? '';
    if (version !== '0.0' && version !== '0')
        problems.push(`version is ${words(version)}; expected 0.0`);
    const resources = resourcesOf(sections.Resources, problems);
    const hooks = (0,_release_facts_js__WEBPACK_IMPORTED_MODULE_1__/* .hookInputs */ .Zl)(hooksOf(sections.Hooks, problems));
    if (gives('functions'))
        problems.push('functions is also set as an input; expected only one of them');
    for (const { name, alias, current, target } of resources) {
        notes.push(`"${name}" is released through ${alias}, from version ${current} to ${target}`);
    }
    const stronger = ['alias', 'version', ..._release_facts_js__WEBPACK_IMPORTED_MODULE_1__/* .HOOK_INPUTS */ .Q2].filter(gives);
    if (stronger.length > 0) {
        notes.push(`${stronger.join(', ')} set as input overrides the AppSpec`);
    }
    return {
        values: {
            functions: resources
                .map((r) => (gives('alias') ? r.written : `${r.written}:${r.alias}`))
                .join('\n'),
            version: resources.map((r) => `${r.name}=${r.target}`).join('\n'),
            ...hooks,
        },
        current: Object.fromEntries(resources.map((r) => [r.name, r.current])),
        notes,
        problems,
    };
}
function resourcesOf(written, problems) {
    const entries = entriesOf(written);
    const nameless = entries.find(({ key }) => isName(key, 'Type') || isName(key, 'Properties'));
    if (nameless) {
        problems.push(`${(0,_tree_js__WEBPACK_IMPORTED_MODULE_2__/* .placeOf */ .$t)(nameless.map, nameless.key)}${nameless.key} is directly in Resources; expected the name of a resource, with Type and Properties indented below it`);
        return [];
    }
    const found = entries.map((entry) => readResource(entry, problems));
    if (found.length === 0) {
        problems.push('it has no Resources; expected a list with the function to release');
    }
    return found.filter((resource) => resource !== undefined);
}
/** Keys are compared in any case. */
function isName(key, name) {
    return key.toLowerCase() === name.toLowerCase();
}
function readResource({ map: parent, key: id, value: body }, problems) {
    const before = problems.length;
    const known = ['Type', 'Properties'];
    const place = (0,_tree_js__WEBPACK_IMPORTED_MODULE_2__/* .placeOf */ .$t)(parent, id);
    if (!(0,_tree_js__WEBPACK_IMPORTED_MODULE_2__/* .isMap */ .jh)(body)) {
        problems.push(`${place}the resource ${(0,_base_quote_js__WEBPACK_IMPORTED_MODULE_3__/* .quote */ .h)(id)} has no Type and Properties`);
        return undefined;
    }
    const { Type: type = '', Properties: properties } = byName(body, known, (0,_base_quote_js__WEBPACK_IMPORTED_MODULE_3__/* .quote */ .h)(id), problems);
    if (type !== 'AWS::Lambda::Function') {
        problems.push(`${place}${(0,_base_quote_js__WEBPACK_IMPORTED_MODULE_3__/* .quote */ .h)(id)} is of the type ${words(type)}; expected AWS::Lambda::Function`);
        return undefined;
    }
    const map = (0,_tree_js__WEBPACK_IMPORTED_MODULE_2__/* .isMap */ .jh)(properties) ? properties : new Map();
    const values = byName(map, PROPERTIES, (0,_base_quote_js__WEBPACK_IMPORTED_MODULE_3__/* .quote */ .h)(id), problems);
    const text = (property, form, expected) => {
        const value = values[property] ?? '';
        if (typeof value === 'string' && form.test(value))
            return value;
        const written = [...map.keys()].find((key) => isName(key, property)) ?? property;
        problems.push(`${(0,_tree_js__WEBPACK_IMPORTED_MODULE_2__/* .placeOf */ .$t)(map, written) || place}${property} of ${(0,_base_quote_js__WEBPACK_IMPORTED_MODULE_3__/* .quote */ .h)(id)} is ${words(value)}; expected ${expected}`);
        return '';
    };
    const arn = 'the name of a function';
    const written = text('Name', /^(?:arn:[\w-]+:lambda:[\w-]+:\d{12}:function:)?[\w-]+$/, arn);
    const resource = {
        written,
        // Versions are keyed by the bare name.
        name: written.replace(/^arn:.*:function:/, ''),
        alias: text('Alias', /^[\w-]+$/, 'the name of an alias'),
        current: text('CurrentVersion', /^\d+$/, 'the number of a published version'),
        target: text('TargetVersion', /^\d+$/, 'the number of a published version'),
    };
    return problems.length > before ? undefined : resource;
}
function hooksOf(written, problems) {
    if (written === undefined || written === '')
        return _release_facts_js__WEBPACK_IMPORTED_MODULE_1__/* .NO_HOOK_FUNCTIONS */ .Uk;
    const found = {
        BeforeAllowTraffic: [],
        AfterAllowTraffic: [],
    };
    for (const { map, key, value } of entriesOf(written)) {
        const name = HOOKS.find((known) => isName(key, known));
        const place = (0,_tree_js__WEBPACK_IMPORTED_MODULE_2__/* .placeOf */ .$t)(map, key);
        if (name === undefined) {
            problems.push(`${place}Hooks has the unknown key ${(0,_base_quote_js__WEBPACK_IMPORTED_MODULE_3__/* .quote */ .h)(key)}.${(0,_base_suggest_js__WEBPACK_IMPORTED_MODULE_0__/* .didYouMean */ .a)(key, HOOKS)}`);
        }
        else if (typeof value !== 'string' || value === '') {
            problems.push(`${place}the hook ${name} is ${words(value)}; expected the name of a function`);
        }
        else
            found[name].push(value);
    }
    return { preTraffic: found.BeforeAllowTraffic, postTraffic: found.AfterAllowTraffic };
}
/** The entries of a map, or of a list of maps with one entry each. */
function entriesOf(written) {
    const maps = ((0,_tree_js__WEBPACK_IMPORTED_MODULE_2__/* .isList */ .Lv)(written) ? written : [written]).filter((item) => (0,_tree_js__WEBPACK_IMPORTED_MODULE_2__/* .isMap */ .jh)(item));
    return maps.flatMap((map) => [...map].map(([key, value]) => ({ map, key, value })));
}
/** The values by name, in any case; unknown and duplicate names are problems. */
function byName(map, known, where, problems) {
    const found = {};
    for (const [key, value] of map) {
        const name = known.find((k) => isName(key, k));
        if (name === undefined) {
            problems.push(`${(0,_tree_js__WEBPACK_IMPORTED_MODULE_2__/* .placeOf */ .$t)(map, key)}${where} has the unknown key ${(0,_base_quote_js__WEBPACK_IMPORTED_MODULE_3__/* .quote */ .h)(key)}.${(0,_base_suggest_js__WEBPACK_IMPORTED_MODULE_0__/* .didYouMean */ .a)(key, known)}`);
        }
        else if (found[name] !== undefined)
            problems.push(`${(0,_tree_js__WEBPACK_IMPORTED_MODULE_2__/* .placeOf */ .$t)(map, key)}${where} has ${name} twice`);
        else
            found[name] = value;
    }
    return found;
}
function words(value) {
    if (value === '')
        return 'missing';
    return typeof value === 'string' ? (0,_base_quote_js__WEBPACK_IMPORTED_MODULE_3__/* .quote */ .h)(value) : 'not a string';
}


/***/ }),

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
