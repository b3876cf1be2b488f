export const id = 6035;
export const ids = [6035];
export const modules = {

/***/ 46035:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   readOpenApi: () => (/* binding */ readOpenApi)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76031);
/* harmony import */ var _base_quote_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(73636);
/* harmony import */ var _compose_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(81864);
// Reads an API definition for API Gateway: OpenAPI 3.0 or Swagger 2.0, in YAML or JSON. What API Gateway would refuse or
// ignore is a problem with its place in the file, and so is what only CloudFormation understands.



async function readOpenApi(text, names) {
    const yaml = await __webpack_require__.e(/* import() */ 8815).then(__webpack_require__.t.bind(__webpack_require__, 38815, 19));
    const plain = text.replace(/^\uFEFF/, '');
    const problems = [];
    let composed;
    try {
        composed = await (0,_compose_js__WEBPACK_IMPORTED_MODULE_1__/* .composeYaml */ .ee)(plain, { merge: true });
    }
    catch (error) {
        return { kind: 'problems', problems: [`it is not YAML or JSON: ${(0,_base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .known */ .eO)(error).message}`] };
    }
    const { document, markAt } = composed;
    const root = document?.contents;
    if (!document || !yaml.isMap(root)) {
        return { kind: 'problems', problems: [`1:1: ${EXPECTED}`] };
    }
    const place = (offset) => {
        const { line, column } = markAt(offset);
        return `${line}:${column}`;
    };
    const offsetOf = (node) => node?.range?.[0] ?? 0;
    const at = (node, problem) => {
        problems.push(`${place(offsetOf(node))}: ${problem}`);
    };
    const reading = { yaml, names, at };
    checkNodes(document, reading);
    checkTop(root, reading);
    keepVersion(document, yaml);
    let found;
    try {
        found = await (0,_base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .foreign */ .V$)(() => document.toJS({ maxAliasCount: 1000 }));
    }
    catch (error) {
        return { kind: 'problems', problems: [`1:1: ${(0,_base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .known */ .eO)(error).message}`] };
    }
    checkPaths(root, found, reading);
    if (problems.length > 0)
        return { kind: 'problems', problems: [...new Set(problems)] };
    const title = document.getIn(['info', 'title'], true);
    return {
        kind: 'definition',
        definition: {
            document: found,
            title: String(title.value),
            titleAt: place(offsetOf(title)),
        },
    };
}
const EXPECTED = 'expected an OpenAPI 3.0 or Swagger 2.0 definition';
/** A version 1.0 is not 1. */
function keepVersion(document, { isScalar }) {
    const version = document.getIn(['info', 'version'], true);
    if (isScalar(version) && typeof version.value === 'number')
        version.value = version.source;
}
/** Replaces the names of AWS, and finds what cannot be imported. */
function checkNodes(document, reading) {
    const { isNode, isPair, isScalar, visit } = reading.yaml;
    visit(document, (key, node) => {
        if (isNode(node) && node.tag?.startsWith('!') && !node.tag.startsWith('!!')) {
            reading.at(node, onlyCloudFormation(node.tag));
            return visit.SKIP;
        }
        if (isPair(node))
            checkPair(node, reading);
        if (key !== 'key' && isScalar(node) && typeof node.value === 'string') {
            const problem = (text) => reading.at(node, text);
            node.value = withNames(node.value, reading.names, problem);
        }
        return undefined;
    });
}
function checkPair(pair, { yaml, at }) {
    const { isScalar } = yaml;
    const [name, value] = [keyOf(pair), pair.value];
    if (/^Fn::/.test(name))
        at(pair.key, onlyCloudFormation(name));
    // `Ref` is no word of OpenAPI, and a model may have a property of that name.
    if (name === 'Ref' && isScalar(value))
        at(pair.key, onlyCloudFormation(name));
    if (name === '$ref' && isScalar(value) && !String(value.value).startsWith('#/')) {
        at(value, `$ref ${(0,_base_quote_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .h)(String(value.value))} leads out of the file, which API Gateway does not follow; expected "#/…"`);
    }
}
function keyOf(pair) {
    return String(pair?.key?.value);
}
function onlyCloudFormation(what) {
    return `${what} is understood by CloudFormation only, so this cannot be imported; expected plain text, in which \${AWS::Region}, \${AWS::AccountId}, \${AWS::Partition} and \${AWS::URLSuffix} may stand, and functions by name with a stage variable for the version: function:orders:\${stageVariables.orders}`;
}
const AWS_NAME = /\$\{(AWS::\w+)\}/g;
function withNames(text, names, problem) {
    // In templates of VTL, ${…} means something else; a URI has no other variables than these.
    if (/^arn:/.test(text)) {
        for (const [, name = ''] of text.matchAll(/\$\{([^{}]{0,200})\}/g)) {
            if (!/^(stageVariables\.|AWS::)/.test(name)) {
                problem(`\${${name}} is a name of CloudFormation; expected the value itself, or \${stageVariables.NAME}`);
            }
        }
    }
    return text.replace(AWS_NAME, (whole, name) => {
        if (!Object.hasOwn(names, name)) {
            problem(`${whole} is not replaced; expected one of ${Object.keys(names).join(', ')}`);
            return whole;
        }
        const value = names[name];
        if (value !== undefined)
            return value;
        problem(`${whole}: the account is not known, because the API calls functions of none or of several; expected its number`);
        return whole;
    });
}
function checkTop(root, reading) {
    const { yaml, at } = reading;
    checkVersion(root, reading);
    const security = root.get('security', true);
    if (security !== undefined) {
        at(security, 'API Gateway ignores security at this level, so the routes would be open; expected security in each operation');
    }
    const info = root.get('info', true);
    const title = yaml.isMap(info) ? info.get('title', true) : undefined;
    if (!yaml.isScalar(title) || String(title.value ?? '') === '') {
        at(info ?? root, 'there is no info.title; expected the name of the API, which it becomes');
    }
}
function checkVersion(root, { yaml, at }) {
    const found = ['openapi', 'swagger'].flatMap((name) => {
        const node = root.get(name, true);
        return yaml.isScalar(node) ? [{ name, node, version: String(node.source ?? node.value) }] : [];
    });
    const [only, other] = found;
    if (!only || other) {
        at(root, `it has ${other ? 'both openapi and' : 'neither openapi nor'} swagger; ${EXPECTED}`);
        return;
    }
    const { name, node, version } = only;
    const isRead = name === 'openapi' ? /^3\.0(\.\d{1,4})?$/.test(version) : version === '2.0';
    if (!isRead)
        at(node, `${name} ${(0,_base_quote_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .h)(version)} is not read by API Gateway; ${EXPECTED}`);
}
/** The members of a path that are methods. */
const VERBS = [
    ...['get', 'put', 'post', 'delete', 'patch', 'options', 'head'],
    'x-amazon-apigateway-any-method',
];
const INTEGRATION = 'x-amazon-apigateway-integration';
/** @param plain the document as plain data, in which anchors and merged maps are resolved */
function checkPaths(root, plain, reading) {
    const { yaml, at } = reading;
    const node = root.get('paths', true);
    const paths = Object.entries(membersOf(plain.paths));
    if (paths.length === 0) {
        const expected = 'it has no paths, so every route would be deleted; expected at least one';
        at(node ?? root, expected);
    }
    for (const [path, item] of paths) {
        const pair = () => pairIn(node, path, yaml);
        if (!path.startsWith('/'))
            at(pair()?.key, `${(0,_base_quote_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .h)(path)} is no path; expected "/" first`);
        for (const [verb, operation] of Object.entries(membersOf(item))) {
            const problem = problemOfMethod(path, verb, membersOf(operation));
            if (problem)
                at(pairIn(pair()?.value, verb, yaml)?.key ?? pair()?.key, problem);
        }
    }
}
function problemOfMethod(path, verb, operation) {
    if (verb === 'trace')
        return 'API Gateway has no method TRACE; expected another one';
    if (!VERBS.includes(verb) || Object.keys(membersOf(operation[INTEGRATION])).length > 0) {
        return undefined;
    }
    const method = verb.startsWith('x-') ? 'ANY' : verb.toUpperCase();
    return `${method} ${path} has no ${INTEGRATION}, and API Gateway deploys no method without one; expected its type, uri and httpMethod`;
}
function membersOf(value) {
    return typeof value === 'object' && value !== null ? value : {};
}
/** `undefined` for a member that is merged from elsewhere. */
function pairIn(map, key, { isMap }) {
    return isMap(map) ? map.items.find((pair) => keyOf(pair) === key) : undefined;
}


/***/ })

};
