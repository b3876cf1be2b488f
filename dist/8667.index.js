export const id = 8667;
export const ids = [8667];
export const modules = {

/***/ 48667:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   parseTree: () => (/* binding */ parseTree)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76031);
/* harmony import */ var _base_quote_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(73636);
/* harmony import */ var _compose_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(81864);
/* harmony import */ var _tree_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(63174);
// YAML or JSON text → tree. CloudFormation's short forms (`!Ref x`) become long forms.




/** More nodes than a template of CloudFormation's 1 MB can have, but fewer than an alias bomb. */
const MAX_NODES = 200_000;
/** Nothing is a boolean or a number: a version 08 stays as it is. */
const AS_WRITTEN = (source) => source;
/**
 * Parses one document. Every error becomes a problem; nothing is thrown.
 *
 * @param meaningOf what a scalar without quotes means
 */
async function parseTree(text, meaningOf = AS_WRITTEN) {
    const yaml = await __webpack_require__.e(/* import() */ 8815).then(__webpack_require__.t.bind(__webpack_require__, 38815, 19));
    try {
        // This schema keeps all scalars as text.
        const composed = await (0,_compose_js__WEBPACK_IMPORTED_MODULE_1__/* .composeYaml */ .ee)(text, { schema: 'failsafe' });
        const { document, markAt } = composed;
        if (!document?.contents)
            return { kind: 'tree', tree: '' };
        return { kind: 'tree', tree: toTree(document.contents, { yaml, meaningOf, markAt }) };
    }
    catch (error) {
        return notYaml((0,_base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .known */ .eO)(error).message);
    }
}
function notYaml(why) {
    const problem = `it cannot be read as YAML or JSON: ${why.slice(0, 300)}`;
    return { kind: 'problem', problem };
}
function toTree(contents, { yaml, meaningOf, markAt }) {
    const anchors = new Map();
    const open = new Set();
    let count = 0;
    return visit(contents);
    function visit(node) {
        count += 1;
        if (count > MAX_NODES) {
            throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .KnownError */ .E(`its aliases expand to more than ${MAX_NODES} values`);
        }
        if (open.size > _compose_js__WEBPACK_IMPORTED_MODULE_1__/* .MAX_DEPTH */ .lr)
            throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .KnownError */ .E(_compose_js__WEBPACK_IMPORTED_MODULE_1__/* .TOO_DEEP */ .gZ);
        if (yaml.isAlias(node))
            return follow(node.source, node);
        const { anchor } = node;
        if (anchor !== undefined)
            anchors.set(anchor, node);
        open.add(node);
        const plain = contentOf(node);
        open.delete(node);
        return node.tag?.startsWith('!') ? longForm(node.tag.slice(1), plain, markOf(node)) : plain;
    }
    function markOf(node) {
        return markAt(node.range?.[0] ?? 0);
    }
    function fail(what, node) {
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .KnownError */ .E(`${what} at ${(0,_tree_js__WEBPACK_IMPORTED_MODULE_2__/* .markText */ .PQ)(markOf(node))}`);
    }
    function follow(anchor, alias) {
        const node = anchors.get(anchor);
        if (!node)
            fail(`the alias *${anchor} comes before its anchor, or has none`, alias);
        if (open.has(node))
            fail(`the anchor &${anchor} contains itself`, alias);
        return visit(node);
    }
    function contentOf(node) {
        if (yaml.isScalar(node))
            return textOf(node);
        if (yaml.isSeq(node))
            return node.items.map(visit);
        if (!yaml.isMap(node))
            fail('it contains an unknown kind of node', node);
        const entries = node.items.map(({ key, value }) => {
            if (!yaml.isScalar(key) || key.tag?.startsWith('!')) {
                fail(`the key ${(0,_base_quote_js__WEBPACK_IMPORTED_MODULE_3__/* .quote */ .h)(String(key))} is not a string`, key);
            }
            const isMerge = key.type === 'PLAIN' && key.value === '<<';
            return {
                key: String(key.value ?? ''),
                isMerge,
                value: value ? visit(value) : '',
                mark: markOf(key),
            };
        });
        return merged(entries);
    }
    /** Only a scalar without quotes can be anything but a text, and only without a tag of CloudFormation. */
    function textOf({ type, tag, value }) {
        const text = String(value ?? '');
        const isPlain = type === 'PLAIN' && (tag === undefined || tag !== YAML_TEXT);
        return isPlain && !tag?.startsWith('!') ? meaningOf(text) : text;
    }
}
/** `!!str`, written out. */
const YAML_TEXT = 'tag:yaml.org,2002:str';
/** YAML's merge key (yaml.org/type/merge): keys next to it take precedence, and an earlier map of a list. */
function merged(entries) {
    const taken = entries.filter(({ isMerge }) => isMerge).flatMap(mapsOf);
    const own = entries.filter(({ isMerge }) => !isMerge);
    const marks = new Map();
    const all = new Map();
    for (const map of taken.reverse()) {
        for (const [key, value] of map)
            all.set(key, value);
        for (const [key, mark] of (0,_tree_js__WEBPACK_IMPORTED_MODULE_2__/* .marksOf */ .Ok)(map))
            marks.set(key, mark);
    }
    for (const { key, value, mark } of own) {
        all.set(key, value);
        marks.set(key, mark);
    }
    return (0,_tree_js__WEBPACK_IMPORTED_MODULE_2__/* .markedMap */ .fl)(all, marks);
}
function mapsOf({ value, mark }) {
    const maps = (0,_tree_js__WEBPACK_IMPORTED_MODULE_2__/* .isList */ .Lv)(value) ? value : [value];
    return maps.map((map) => {
        if ((0,_tree_js__WEBPACK_IMPORTED_MODULE_2__/* .isMap */ .jh)(map))
            return map;
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .KnownError */ .E(`<< has a value that is not a map at ${(0,_tree_js__WEBPACK_IMPORTED_MODULE_2__/* .markText */ .PQ)(mark)}`);
    });
}
/**
 * `!Ref x` becomes `{Ref: x}`, likewise `!Condition x`. `!Sub x` becomes `{Fn::Sub: x}`, likewise all others.
 */
function longForm(tag, value, mark) {
    const name = tag === 'Ref' || tag === 'Condition' ? tag : `Fn::${tag}`;
    return (0,_tree_js__WEBPACK_IMPORTED_MODULE_2__/* .markedMap */ .fl)([[name, value]], new Map([[name, mark]]));
}


/***/ })

};
