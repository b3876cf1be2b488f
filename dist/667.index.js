export const id = 667;
export const ids = [667];
export const modules = {

/***/ 8667:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   parseTree: () => (/* binding */ parseTree)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6031);
/* harmony import */ var _base_quote_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3636);
/* harmony import */ var _compose_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1864);
/* harmony import */ var _tree_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3174);
// YAML or JSON text → tree. CloudFormation's short forms (`!Ref x`) become long forms.




/** More nodes than a template of CloudFormation's 1 MB can have, but fewer than an alias bomb. */
const MAX_NODES = 200_000;
/** Parses one document. Every error becomes a problem; nothing is thrown. */
async function parseTree(text) {
    const yaml = await __webpack_require__.e(/* import() */ 815).then(__webpack_require__.t.bind(__webpack_require__, 8815, 19));
    try {
        // This schema keeps all scalars as text.
        const document = await (0,_compose_js__WEBPACK_IMPORTED_MODULE_1__/* .composeYaml */ .ee)(text, { schema: 'failsafe' });
        return { kind: 'tree', tree: document?.contents ? toTree(yaml, document.contents) : '' };
    }
    catch (error) {
        return notYaml((0,_base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .known */ .eO)(error).message);
    }
}
function notYaml(why) {
    const problem = `it cannot be read as YAML or JSON: ${why.slice(0, 300)}`;
    return { kind: 'problem', problem };
}
function toTree(yaml, contents) {
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
            return follow(node.source);
        const { anchor } = node;
        if (anchor !== undefined)
            anchors.set(anchor, node);
        open.add(node);
        const plain = contentOf(node);
        open.delete(node);
        return node.tag?.startsWith('!') ? longForm(node.tag.slice(1), plain) : plain;
    }
    function follow(anchor) {
        const node = anchors.get(anchor);
        if (!node)
            throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .KnownError */ .E(`the alias *${anchor} comes before its anchor, or has none`);
        if (open.has(node))
            throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .KnownError */ .E(`the anchor &${anchor} contains itself`);
        return visit(node);
    }
    function contentOf(node) {
        if (yaml.isScalar(node))
            return String(node.value ?? '');
        if (yaml.isSeq(node))
            return node.items.map(visit);
        if (!yaml.isMap(node))
            throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .KnownError */ .E('it contains an unknown kind of node');
        const entries = node.items.map(({ key, value }) => {
            if (!yaml.isScalar(key) || key.tag?.startsWith('!')) {
                throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .KnownError */ .E(`the key ${(0,_base_quote_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .h)(String(key))} is not a string`);
            }
            return [String(key.value ?? ''), value ? visit(value) : ''];
        });
        return merged(entries);
    }
}
/** YAML's merge key, as in the SAM CLI: keys next to it take precedence. */
function merged(entries) {
    const taken = entries
        .filter(([key]) => key === '<<')
        .flatMap(([, value]) => ((0,_tree_js__WEBPACK_IMPORTED_MODULE_3__/* .isList */ .Lv)(value) ? value : [value]))
        .flatMap((value) => ((0,_tree_js__WEBPACK_IMPORTED_MODULE_3__/* .isMap */ .jh)(value) ? [...value] : []));
    return new Map([...taken, ...entries.filter(([key]) => key !== '<<')]);
}
/**
 * `!Ref x` becomes `{Ref: x}`, likewise `!Condition x`. `!Sub x` becomes `{Fn::Sub: x}`, likewise all others.
 */
function longForm(tag, value) {
    const name = tag === 'Ref' || tag === 'Condition' ? tag : `Fn::${tag}`;
    return new Map([[name, value]]);
}


/***/ })

};
