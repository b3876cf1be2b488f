export const id = 5709;
export const ids = [5709,6185,295];
export const modules = {

/***/ 4726:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ attempt),
/* harmony export */   I: () => (/* binding */ noProblems)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76031);
// What preflight finds. Problems stop the rollout; notes are only reported.

function noProblems() {
    return { problems: [], notes: [] };
}
/** Runs a read. A failure becomes a problem like any other, so the remaining checks still run. */
async function attempt(findings, read) {
    try {
        return await read();
    }
    catch (error) {
        findings.problems.push((0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .known */ .eO)(error).message);
        return undefined;
    }
}


/***/ }),

/***/ 35108:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ wrongIgnoreGlobals),
/* harmony export */   y: () => (/* binding */ functionProperties)
/* harmony export */ });
/* harmony import */ var _base_listed_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(639);
/* harmony import */ var _base_quote_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(73636);
/* harmony import */ var _base_suggest_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(24526);
/* harmony import */ var _intrinsic_call_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(19724);
/* harmony import */ var _tree_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(63174);
// SAM's Globals section (SAM developer guide, "Globals section"): maps are merged, lists are concatenated,
// and any other value of the function replaces the global one. The attribute IgnoreGlobals keeps all or some of
// them away from a function.





/** The properties of a function, combined with the global ones that reach it. */
function functionProperties(template, resource) {
    const globals = (0,_tree_js__WEBPACK_IMPORTED_MODULE_1__/* .mapAt */ .SC)((0,_tree_js__WEBPACK_IMPORTED_MODULE_1__/* .mapAt */ .SC)(template, 'Globals'), 'Function');
    const ignored = resource.get('IgnoreGlobals');
    const reaching = ignored === '*' ? new Map() : without(globals, (0,_tree_js__WEBPACK_IMPORTED_MODULE_1__/* .isList */ .Lv)(ignored) ? ignored : []);
    return mergeMaps(reaching, (0,_tree_js__WEBPACK_IMPORTED_MODULE_1__/* .mapAt */ .SC)(resource, 'Properties'));
}
/** What SAM would reject of IgnoreGlobals. */
function wrongIgnoreGlobals(template, id, resource) {
    const ignored = resource.get('IgnoreGlobals');
    // Without globals, SAM does not look at it.
    const hasGlobals = (0,_tree_js__WEBPACK_IMPORTED_MODULE_1__/* .mapAt */ .SC)(template, 'Globals').has('Function');
    if (!hasGlobals || ignored === undefined || ignored === '' || ignored === '*')
        return [];
    const place = (0,_tree_js__WEBPACK_IMPORTED_MODULE_1__/* .placeOf */ .$t)(resource, 'IgnoreGlobals');
    const names = (0,_tree_js__WEBPACK_IMPORTED_MODULE_1__/* .isList */ .Lv)(ignored) ? ignored.filter((name) => typeof name === 'string') : [];
    if (!(0,_tree_js__WEBPACK_IMPORTED_MODULE_1__/* .isList */ .Lv)(ignored) || names.length < ignored.length) {
        const value = typeof ignored === 'string' ? ` is ${(0,_base_quote_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .h)(ignored)}` : '';
        return [
            `${place}IgnoreGlobals of "${id}"${value}; expected "*" or a list of global properties`,
        ];
    }
    const known = [...(0,_tree_js__WEBPACK_IMPORTED_MODULE_1__/* .mapAt */ .SC)((0,_tree_js__WEBPACK_IMPORTED_MODULE_1__/* .mapAt */ .SC)(template, 'Globals'), 'Function').keys()];
    return names
        .filter((name) => !known.includes(name))
        .map((name) => {
        const meant = (0,_base_suggest_js__WEBPACK_IMPORTED_MODULE_0__/* .didYouMean */ .a)(name, known) || ` Expected one of ${(0,_base_listed_js__WEBPACK_IMPORTED_MODULE_3__/* .listed */ .KE)(known)}.`;
        return `${place}IgnoreGlobals of "${id}" lists ${(0,_base_quote_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .h)(name)}, which is not in Globals.${meant}`;
    });
}
function without(map, names) {
    const left = [...map].filter(([key]) => !names.includes(key));
    return (0,_tree_js__WEBPACK_IMPORTED_MODULE_1__/* .markedMap */ .fl)(left, (0,_tree_js__WEBPACK_IMPORTED_MODULE_1__/* .marksOf */ .Ok)(map));
}
function mergeMaps(globals, own) {
    const all = new Map(globals);
    for (const [key, value] of own) {
        const shared = globals.get(key);
        all.set(key, shared === undefined ? value : merge(shared, value));
    }
    return (0,_tree_js__WEBPACK_IMPORTED_MODULE_1__/* .markedMap */ .fl)(all, new Map([...(0,_tree_js__WEBPACK_IMPORTED_MODULE_1__/* .marksOf */ .Ok)(globals), ...(0,_tree_js__WEBPACK_IMPORTED_MODULE_1__/* .marksOf */ .Ok)(own)]));
}
function merge(shared, own) {
    if ((0,_tree_js__WEBPACK_IMPORTED_MODULE_1__/* .isList */ .Lv)(shared) && (0,_tree_js__WEBPACK_IMPORTED_MODULE_1__/* .isList */ .Lv)(own))
        return [...shared, ...own];
    const maps = (0,_tree_js__WEBPACK_IMPORTED_MODULE_1__/* .isMap */ .jh)(shared) && (0,_tree_js__WEBPACK_IMPORTED_MODULE_1__/* .isMap */ .jh)(own) && !(0,_intrinsic_call_js__WEBPACK_IMPORTED_MODULE_4__/* .intrinsicOf */ .j)(shared) && !(0,_intrinsic_call_js__WEBPACK_IMPORTED_MODULE_4__/* .intrinsicOf */ .j)(own);
    return maps ? mergeMaps(shared, own) : own;
}


/***/ }),

/***/ 19724:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ intrinsicOf)
/* harmony export */ });
// A function of CloudFormation, as a map with one key.
/** The function that a map calls; `undefined` if it is a map of values. */
function intrinsicOf(map) {
    const [first] = map;
    if (map.size !== 1 || !first)
        return undefined;
    const [name, argument] = first;
    return name === 'Ref' || name.startsWith('Fn::') ? { name, argument } : undefined;
}


/***/ }),

/***/ 36185:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   plainValue: () => (/* binding */ plainValue)
/* harmony export */ });
// What YAML 1.1 makes of a scalar without quotes (yaml.org/type: bool, int, float, null), with the patterns of PyYAML's
// resolver, which the AWS and SAM CLIs use. CloudFormation gets the value, and compares it as text.
const TRUE = /^(?:yes|Yes|YES|true|True|TRUE|on|On|ON)$/;
const FALSE = /^(?:no|No|NO|false|False|FALSE|off|Off|OFF)$/;
const NULL = /^(?:~|null|Null|NULL|)$/;
const INTEGER = /^[-+]?(?:0b_*[01][01_]*|0x_*[0-9a-fA-F][0-9a-fA-F_]*|0[0-7_]+|0|[1-9][0-9_]*)$/;
const FRACTION = /^[-+]?(?:[0-9][0-9_]*\.[0-9_]*|\.[0-9][0-9_]*)(?:[eE][-+][0-9]+)?$/;
const BASE_60 = /^[-+]?[1-9][0-9_]*(?::[0-5]?[0-9])+$/;
/** The value as CloudFormation shows it; anything but a boolean, a number or null is the text itself. */
function plainValue(source) {
    if (TRUE.test(source))
        return 'true';
    if (FALSE.test(source))
        return 'false';
    if (NULL.test(source))
        return '';
    if (INTEGER.test(source))
        return integer(source.replaceAll('_', ''));
    if (FRACTION.test(source))
        return fraction(Number(source.replaceAll('_', '')));
    return BASE_60.test(source) ? base60(source.replaceAll('_', '')) : source;
}
function integer(source) {
    const digits = source.replace(/^[-+]/, '');
    const octal = /^0[0-7]/.test(digits) ? `0o${digits.slice(1)}` : digits;
    return signed(source, BigInt(octal));
}
function base60(source) {
    const parts = source.replace(/^[-+]/, '').split(':');
    return signed(source, parts.reduce((sum, part) => sum * 60n + BigInt(part), 0n));
}
function signed(source, value) {
    return String(source.startsWith('-') ? -value : value);
}
/** Python and Java write a whole number that was a fraction with `.0`. */
function fraction(value) {
    return Number.isInteger(value) && Math.abs(value) < 1e16 ? value.toFixed(1) : String(value);
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


/***/ }),

/***/ 25709:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  readSam: () => (/* binding */ readSam)
});

// EXTERNAL MODULE: ./build/base/errors.js + 1 modules
var errors = __webpack_require__(76031);
// EXTERNAL MODULE: ./build/base/listed.js
var listed = __webpack_require__(639);
// EXTERNAL MODULE: ./build/base/quote.js
var quote = __webpack_require__(73636);
// EXTERNAL MODULE: ./build/templates/globals.js
var globals = __webpack_require__(35108);
// EXTERNAL MODULE: ./build/templates/intrinsic-call.js
var intrinsic_call = __webpack_require__(19724);
// EXTERNAL MODULE: ./build/templates/tree.js
var templates_tree = __webpack_require__(63174);
;// CONCATENATED MODULE: ./build/templates/parameter-rules.js
// What CloudFormation accepts as the value of a parameter (CloudFormation user guide, "Parameters": types, AllowedValues,
// AllowedPattern, lengths and limits).



/** Why CloudFormation would reject a value; `undefined`: it accepts it. */
function parameterProblem(name, parameter, value) {
    const expected = expectedInstead(parameter, value);
    return (expected && `the parameter "${name}" is ${(0,quote/* quote */.h)(value)}; the template expects ${expected} of it`);
}
function expectedInstead(parameter, value) {
    const type = (0,templates_tree/* textAt */.$6)(parameter, 'Type') ?? 'String';
    const items = /^(?:CommaDelimitedList|List<)/.test(type)
        ? value.split(',').map((item) => item.trim())
        : [value];
    const isNumeric = type === 'Number' || type === 'List<Number>';
    if (isNumeric && !items.every(isNumber))
        return 'a number';
    const allowed = parameter.get('AllowedValues');
    if ((0,templates_tree/* isList */.Lv)(allowed)) {
        const texts = allowed.filter((each) => typeof each === 'string');
        if (!items.every((item) => texts.includes(item)))
            return `one of ${(0,listed/* listed */.KE)(texts)}`;
    }
    if (isNumeric)
        return outOfLimits(parameter, items);
    return wrongLength(parameter, value) ?? wrongPattern(parameter, value);
}
function isNumber(text) {
    return /^[-+]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][-+]?\d+)?$/.test(text);
}
function outOfLimits(parameter, items) {
    const [least, most] = ['MinValue', 'MaxValue'].map((key) => (0,templates_tree/* textAt */.$6)(parameter, key));
    const numbers = items.map(Number);
    if (least !== undefined && numbers.some((n) => n < Number(least)))
        return `at least ${least}`;
    if (most !== undefined && numbers.some((n) => n > Number(most)))
        return `at most ${most}`;
    return undefined;
}
function wrongLength(parameter, value) {
    const [least, most] = ['MinLength', 'MaxLength'].map((key) => (0,templates_tree/* textAt */.$6)(parameter, key));
    if (least !== undefined && value.length < Number(least))
        return `at least ${least} characters`;
    if (most !== undefined && value.length > Number(most))
        return `at most ${most} characters`;
    return undefined;
}
/** CloudFormation's patterns are Java's and match the whole value. One that JavaScript cannot read is not checked. */
function wrongPattern(parameter, value) {
    const pattern = (0,templates_tree/* textAt */.$6)(parameter, 'AllowedPattern');
    const whole = pattern === undefined ? undefined : compiled(`^(?:${pattern})$`);
    return whole === undefined || whole.test(value) ? undefined : `the pattern ${pattern}`;
}
function compiled(pattern) {
    try {
        return new RegExp(pattern, 'u');
    }
    catch (error) {
        if (!(error instanceof SyntaxError))
            throw error;
        return undefined;
    }
}

// EXTERNAL MODULE: ./build/templates/plain-scalar.js
var plain_scalar = __webpack_require__(36185);
;// CONCATENATED MODULE: ./build/templates/resolution.js
// The context in which a template is resolved, and the gaps that are found.

/** Some hundred for each function of the largest template. */
const MAX_CALLS = 200_000;
function resolution(scope) {
    return { scope, gaps: [], open: new Set(), spent: { calls: 0 }, conditions: new Map() };
}
/** Counts a call. Throws if there are more than any real template needs. */
function countCall(at) {
    at.spent.calls += 1;
    if (at.spent.calls > MAX_CALLS)
        throw new errors/* KnownError */.E(`its functions need more than ${MAX_CALLS} calls`);
}
/** The resolution one level deeper; `undefined`, and a gap, for a cycle. */
function nested(what, at) {
    if (at.open.has(what))
        return addGap(at, `${what} depends on itself`);
    return { ...at, open: new Set([...at.open, what]) };
}
/** Adds a gap that the user can fill. */
function ask(at, name, what) {
    at.gaps.push({ name, what });
}
/** Adds a gap that cannot be filled. */
function addGap(at, what) {
    at.gaps.push({ name: undefined, what });
}

// EXTERNAL MODULE: ./build/templates/template-parameters.js
var template_parameters = __webpack_require__(95117);
;// CONCATENATED MODULE: ./build/templates/intrinsics.js
// Resolves CloudFormation's functions as far as possible without CloudFormation.








/**
 * The tree with all functions resolved. `undefined` for AWS::NoValue, or, if gaps were added, for a value that
 * cannot be known.
 */
function resolve(tree, at) {
    if (typeof tree === 'string')
        return withoutReference(tree, at);
    if ((0,templates_tree/* isList */.Lv)(tree))
        return resolveAll(tree, at);
    if (!(0,templates_tree/* isMap */.jh)(tree))
        return undefined;
    const call = (0,intrinsic_call/* intrinsicOf */.j)(tree);
    if (!call) {
        const entries = [...tree].map(([key, value]) => [key, resolve(value, at)]);
        return new Map(entries.filter((entry) => entry[1] !== undefined));
    }
    return called(call.name, call.argument, at);
}
function called(name, argument, at) {
    countCall(at);
    const before = at.gaps.length;
    const value = FUNCTIONS[name]?.(argument, at);
    const none = name === 'Ref' || name === 'Fn::If';
    if (value === undefined && !none && at.gaps.length === before)
        return cannot(at, name);
    return typeof value === 'string' ? withoutReference(value, at) : value;
}
/** A dynamic reference (CloudFormation user guide) is replaced while the stack is deployed, and never here. */
function withoutReference(text, at) {
    const [reference] = /\{\{resolve:[^}]*\}\}/.exec(text) ?? [];
    return reference === undefined ? text : cannot(at, (0,quote/* quote */.h)(reference));
}
function resolveAll(list, at) {
    return list.map((item) => resolve(item, at)).filter((item) => item !== undefined);
}
/** Whether a condition is true; `undefined` if it cannot be known. */
function holds(name, at) {
    const known = at.conditions.get(name);
    if (known !== undefined)
        return known;
    const condition = conditionNamed(name, (0,templates_tree/* mapAt */.SC)(at.scope.template, 'Conditions'));
    if (condition === undefined)
        return addGap(at, `there is no condition "${name}"`);
    const inner = nested(`the condition "${name}"`, at);
    const value = inner && truth(condition, inner);
    if (value !== undefined)
        at.conditions.set(name, value);
    return value;
}
/** A condition may be called On, which is true in YAML 1.1 where it is used as a value. */
function conditionNamed(name, conditions) {
    return conditions.get(name) ?? [...conditions].find(([key]) => (0,plain_scalar.plainValue)(key) === name)?.[1];
}
function truth(tree, at) {
    countCall(at);
    if (tree === 'true' || tree === 'false')
        return tree === 'true';
    const [call] = (0,templates_tree/* isMap */.jh)(tree) ? tree : [];
    const [name = '', argument = ''] = call ?? [];
    if (name === 'Condition' && typeof argument === 'string')
        return holds(argument, at);
    const list = (0,templates_tree/* isList */.Lv)(argument) ? argument : [];
    switch (name) {
        case 'Fn::Equals': {
            const [left, right] = list.map((item) => textOf(item, at));
            if (left === undefined || right === undefined)
                return unclear(at);
            return left === right;
        }
        case 'Fn::Not':
            return negated(list[0] === undefined ? undefined : truth(list[0], at));
        case 'Fn::And':
            return combined(list, at, false);
        case 'Fn::Or':
            return combined(list, at, true);
        default:
            return unclear(at);
    }
}
/** For a condition that is invalid, or that depends on a gap already reported. */
function unclear(at) {
    return at.gaps.length > 0 ? undefined : addGap(at, 'a condition cannot be read');
}
function negated(value) {
    return value === undefined ? undefined : !value;
}
/** And/Or: one deciding value is enough, whatever the others are. */
function combined(list, at, decides) {
    const before = at.gaps.length;
    const found = list.map((item) => truth(item, at));
    if (found.includes(decides)) {
        at.gaps.length = before;
        return decides;
    }
    return found.includes(undefined) ? undefined : !decides;
}
const FUNCTIONS = {
    // Made of what the framework alone can read (`serverless-variables.ts`).
    'Fn::ServerlessVariable': (argument, at) => addGap(at, `${(0,quote/* quote */.h)(String(argument))} is known only to the Serverless Framework`),
    Ref: (argument, at) => {
        if (typeof argument !== 'string')
            return cannot(at, 'Ref without a name');
        return generatedBySam(argument, at) ? aliasOf(argument, at) : refer(argument, at);
    },
    'Fn::GetAtt': (argument, at) => attribute((0,templates_tree/* isList */.Lv)(argument) ? argument.join('.') : argument, at),
    'Fn::If': (argument, at) => {
        const [condition, yes, no] = (0,templates_tree/* isList */.Lv)(argument) ? argument : [];
        if (typeof condition !== 'string' || yes === undefined || no === undefined) {
            return cannot(at, 'Fn::If');
        }
        const value = holds(condition, at);
        return value === undefined ? undefined : resolve(value ? yes : no, at);
    },
    'Fn::Sub': substitute,
    'Fn::Join': (argument, at) => {
        const [delimiter, items] = (0,templates_tree/* isList */.Lv)(argument) ? argument : [];
        const list = items === undefined ? undefined : listOf(items, at);
        if (typeof delimiter !== 'string' || !list)
            return undefined;
        return list.join(delimiter);
    },
    'Fn::Split': (argument, at) => {
        const [delimiter, text] = (0,templates_tree/* isList */.Lv)(argument) ? argument : [];
        const whole = text === undefined ? undefined : textOf(text, at);
        if (typeof delimiter !== 'string' || whole === undefined)
            return undefined;
        return whole.split(delimiter);
    },
    'Fn::Select': (argument, at) => {
        const [index, items] = (0,templates_tree/* isList */.Lv)(argument) ? argument : [];
        const position = index === undefined ? undefined : textOf(index, at);
        const list = items === undefined ? undefined : listOf(items, at);
        return list?.[Number(position)];
    },
    'Fn::FindInMap': (argument, at) => {
        const names = (0,templates_tree/* isList */.Lv)(argument) ? argument.slice(0, 3).map((item) => textOf(item, at)) : [];
        const [map = '', top = '', second = ''] = names;
        if (names.includes(undefined))
            return undefined;
        const found = (0,templates_tree/* mapAt */.SC)((0,templates_tree/* mapAt */.SC)((0,templates_tree/* mapAt */.SC)(at.scope.template, 'Mappings'), map), top).get(second);
        return found ?? cannot(at, `Fn::FindInMap of "${names.join('", "')}"`);
    },
};
function textOf(tree, at) {
    const value = resolve(tree, at);
    return typeof value === 'string' ? value : undefined;
}
function listOf(tree, at) {
    const before = at.gaps.length;
    const value = resolve(tree, at);
    const whole = (0,templates_tree/* isList */.Lv)(value) && at.gaps.length === before;
    return whole ? value.filter((item) => typeof item === 'string') : undefined;
}
/** Replaces `${Name}`, `${Resource.Attribute}` and variables of the second argument; keeps `${!Literal}`. */
function substitute(argument, at) {
    const [pattern, own] = (0,templates_tree/* isList */.Lv)(argument) ? argument : [argument];
    if (typeof pattern !== 'string')
        return undefined;
    const before = at.gaps.length;
    const text = pattern.replace(/\$\{(!?)\s*([^}]*?)\s*\}/g, (_, literal, name) => {
        if (literal !== '')
            return `\${${name}}`;
        const given = (0,templates_tree/* isMap */.jh)(own) ? own.get(name) : undefined;
        if (given !== undefined)
            return textOf(given, at) ?? '';
        const value = name.includes('.') ? attribute(name, at) : refer(name, at);
        if (typeof value === 'string')
            return value;
        if (at.gaps.length === before)
            cannot(at, `\${${name}}`);
        return '';
    });
    return at.gaps.length > before ? undefined : text;
}
function refer(name, at) {
    const { supplied, pseudo, template } = at.scope;
    if (name === 'AWS::NoValue')
        return undefined;
    const parameter = (0,templates_tree/* mapAt */.SC)(template, 'Parameters').get(name);
    const value = supplied.get(name) ?? pseudo.get(name);
    if ((0,templates_tree/* isMap */.jh)(parameter))
        return parameterValue(name, parameter, value, at);
    if (value !== undefined)
        return value;
    if (template_parameters/* PSEUDO */.r2.includes(name))
        return ask(at, name, `${name} is known only to CloudFormation`);
    if (name.startsWith('AWS::'))
        return cannot(at, name);
    const resource = (0,templates_tree/* mapAt */.SC)((0,templates_tree/* mapAt */.SC)(template, 'Resources'), name);
    if ((0,templates_tree/* textAt */.$6)(resource, 'Type') === 'AWS::Lambda::Alias')
        return aliasResource(name, resource, at);
    if ((0,templates_tree/* mapAt */.SC)(template, 'Resources').has(name))
        return physicalName(name, at);
    return addGap(at, `there is no parameter or resource "${name}"`);
}
function parameterValue(name, parameter, supplied, at) {
    const type = (0,templates_tree/* textAt */.$6)(parameter, 'Type') ?? 'String';
    const fallback = parameter.get('Default');
    const kept = type.startsWith('AWS::SSM::');
    const value = supplied ?? (typeof fallback === 'string' && !kept ? fallback : undefined);
    if (value === undefined) {
        const why = kept ? 'is kept in Systems Manager' : 'has no default';
        return ask(at, name, `the parameter "${name}" ${why}`);
    }
    const problem = parameterProblem(name, parameter, value);
    if (problem !== undefined)
        return addGap(at, problem);
    const list = type === 'CommaDelimitedList' || type.startsWith('List<');
    return list ? value.split(',').map((item) => item.trim()) : value;
}
/** The property that names a resource; without it, CloudFormation generates a name. */
const NAMED_BY = {
    'AWS::Serverless::Function': 'FunctionName',
    'AWS::Lambda::Function': 'FunctionName',
    'AWS::CloudWatch::Alarm': 'AlarmName',
    'AWS::CloudWatch::CompositeAlarm': 'AlarmName',
    'AWS::CloudWatch::LogAlarm': 'AlarmName',
};
/** `Ref` of an API is its ID, which a stack knows by the logical ID. */
const APIS = ['AWS::Serverless::Api', 'AWS::ApiGateway::RestApi'];
/** The name of a resource in AWS; `undefined` if it cannot be known. */
function physicalName(logicalId, at) {
    const given = at.scope.supplied.get(logicalId);
    if (given !== undefined)
        return given;
    const resource = (0,templates_tree/* mapAt */.SC)((0,templates_tree/* mapAt */.SC)(at.scope.template, 'Resources'), logicalId);
    const property = NAMED_BY[(0,templates_tree/* textAt */.$6)(resource, 'Type') ?? ''];
    const isNamed = property !== undefined || APIS.includes((0,templates_tree/* textAt */.$6)(resource, 'Type') ?? '');
    if (isNamed && at.scope.namesLater)
        return logicalId;
    const name = property && (0,templates_tree/* mapAt */.SC)(resource, 'Properties').get(property);
    const inner = name && nested(`the name of "${logicalId}"`, at);
    if (name && !inner)
        return undefined;
    const before = at.gaps.length;
    const value = inner && resolve(name, inner);
    if (typeof value === 'string' && value !== '')
        return value;
    if (at.gaps.length > before)
        return undefined;
    return ask(at, logicalId, `"${logicalId}" has no ${property ?? 'name of its own'}, so CloudFormation names it`);
}
/** `Ref` of `Orders.Alias` or `Orders.Version` (SAM developer guide, "referencing generated resources"). */
function generatedBySam(path, { scope }) {
    const [id = '', what = '', ...more] = path.split('.');
    const resource = (0,templates_tree/* mapAt */.SC)((0,templates_tree/* mapAt */.SC)(scope.template, 'Resources'), id);
    const isFunction = (0,templates_tree/* textAt */.$6)(resource, 'Type') === 'AWS::Serverless::Function';
    return isFunction && more.length === 0 && (what === 'Alias' || what === 'Version');
}
/** `Ref` of an alias is its ARN; the function with its alias means the same to Lambda. */
function aliasResource(id, resource, at) {
    const properties = (0,templates_tree/* mapAt */.SC)(resource, 'Properties');
    const parts = ['FunctionName', 'Name'].map((key) => {
        const written = properties.get(key);
        return written === undefined ? undefined : textOf(written, at);
    });
    const [name, alias] = parts;
    if (name !== undefined && alias !== undefined)
        return `${name}:${alias}`;
    return at.gaps.length > 0 ? undefined : ask(at, id, `"${id}" has no name that can be read`);
}
/** The function with its alias, as Lambda accepts it in place of an ARN. The number of a version is not known. */
function aliasOf(path, at) {
    const supplied = at.scope.supplied.get(path);
    if (supplied !== undefined)
        return supplied;
    const [id = '', what] = path.split('.');
    const resource = (0,templates_tree/* mapAt */.SC)((0,templates_tree/* mapAt */.SC)(at.scope.template, 'Resources'), id);
    const alias = (0,globals/* functionProperties */.y)(at.scope.template, resource).get('AutoPublishAlias');
    if (what !== 'Alias' || alias === undefined)
        return ask(at, path, `"${path}" is created by SAM`);
    const [name, its] = [physicalName(id, at), textOf(alias, at)];
    return name !== undefined && its !== undefined ? `${name}:${its}` : undefined;
}
/** Only the ARNs of functions and alarms can be built from their names. */
function attribute(path, at) {
    if (typeof path !== 'string')
        return undefined;
    const supplied = at.scope.supplied.get(path);
    if (supplied !== undefined)
        return supplied;
    const [logicalId = '', ...rest] = path.split('.');
    const resource = (0,templates_tree/* mapAt */.SC)((0,templates_tree/* mapAt */.SC)(at.scope.template, 'Resources'), logicalId);
    const property = NAMED_BY[(0,templates_tree/* textAt */.$6)(resource, 'Type') ?? ''];
    if (property === undefined || rest.join('.') !== 'Arn') {
        const isThere = (0,templates_tree/* mapAt */.SC)(at.scope.template, 'Resources').has(logicalId);
        return isThere
            ? ask(at, path, `Fn::GetAtt ${path} is known only to CloudFormation`)
            : addGap(at, `there is no resource "${logicalId}"`);
    }
    const name = physicalName(logicalId, at);
    if (at.scope.namesLater)
        return name;
    const parts = ['AWS::Partition', 'AWS::Region', 'AWS::AccountId'].map((part) => refer(part, at));
    if (name === undefined || parts.includes(undefined))
        return undefined;
    const [partition, region, account] = parts;
    return property === 'FunctionName'
        ? `arn:${partition}:lambda:${region}:${account}:function:${name}`
        : `arn:${partition}:cloudwatch:${region}:${account}:alarm:${name}`;
}
function cannot(at, what) {
    return addGap(at, `${what} cannot be resolved outside of CloudFormation`);
}

;// CONCATENATED MODULE: ./build/templates/entry-values.js
// Values of a template's entries, resolved. What is missing or of another shape becomes a problem with its place.



/** `line 12, column 5: Type of "Orders"` */
function entryText({ id, map, key }) {
    return `${(0,templates_tree/* placeOf */.$t)(map, key)}${key} of "${id}"`;
}
const MISSING = { kind: 'missing' };
const UNKNOWN = { kind: 'unknown' };
function readEntry(entry, found) {
    const written = entry.map.get(entry.key);
    if (written === undefined || written === '')
        return MISSING;
    const before = found.at.gaps.length;
    const value = resolve(written, found.at);
    const gaps = found.at.gaps.slice(before);
    for (const gap of gaps)
        found.gap(entryText(entry), gap, entry.input);
    if (gaps.length > 0)
        return UNKNOWN;
    return value === undefined || value === '' ? MISSING : { kind: 'value', value };
}
/** Like `readEntry`; anything but a text is a problem. */
function readText(entry, found) {
    const read = readEntry(entry, found);
    if (read.kind !== 'value')
        return read;
    if (typeof read.value === 'string')
        return { kind: 'value', value: read.value };
    found.problems.push(`${entryText(entry)} is ${shapeOf(read.value)}; expected a string`);
    return UNKNOWN;
}
/** The text, if it is known. */
function textIn(read) {
    return read.kind === 'value' ? read.value : undefined;
}
function shapeOf(value) {
    if (typeof value === 'string')
        return (0,quote/* quote */.h)(value);
    return (0,templates_tree/* isList */.Lv)(value) ? 'a list that does not contain only strings' : 'a map';
}

;// CONCATENATED MODULE: ./build/templates/deployment-config.js
// A schedule of one's own in the same template: AWS::CodeDeploy::DeploymentConfig (CloudFormation user guide).




const TYPE = 'AWS::CodeDeploy::DeploymentConfig';
/** The steps of the configuration that an entry refers to; `undefined`: it refers to none in this template. */
function definedSchedule(entry, found) {
    const id = configOf(entry, found);
    if (id === undefined)
        return undefined;
    const routing = (0,templates_tree/* mapAt */.SC)(propertiesOf(id, found), 'TrafficRoutingConfig');
    const before = found.problems.length;
    const steps = stepsOf(id, routing, found);
    if (steps !== undefined)
        return { kind: 'value', value: steps };
    if (found.problems.length === before) {
        found.problems.push(`${entryText(entry)}: "${id}" has no TrafficRoutingConfig that can be read; expected TimeBasedCanary or TimeBasedLinear with whole numbers, or the input steps`);
    }
    return { kind: 'unknown' };
}
/** By `Ref`, or by the name that it has. */
function configOf({ map, key }, { at }) {
    const written = map.get(key);
    const resources = (0,templates_tree/* mapAt */.SC)(at.scope.template, 'Resources');
    const isConfig = (id) => (0,templates_tree/* textAt */.$6)((0,templates_tree/* mapAt */.SC)(resources, id), 'Type') === TYPE;
    const call = (0,templates_tree/* isMap */.jh)(written) ? (0,intrinsic_call/* intrinsicOf */.j)(written) : undefined;
    if (call?.name === 'Ref' && typeof call.argument === 'string') {
        const id = call.argument;
        return isConfig(id) && !at.scope.supplied.has(id) ? id : undefined;
    }
    if (typeof written !== 'string' || written === '')
        return undefined;
    return [...resources.keys()].find((id) => isConfig(id) &&
        (0,templates_tree/* textAt */.$6)((0,templates_tree/* mapAt */.SC)((0,templates_tree/* mapAt */.SC)(resources, id), 'Properties'), 'DeploymentConfigName') === written);
}
function propertiesOf(id, { at }) {
    return (0,templates_tree/* mapAt */.SC)((0,templates_tree/* mapAt */.SC)((0,templates_tree/* mapAt */.SC)(at.scope.template, 'Resources'), id), 'Properties');
}
function stepsOf(id, routing, found) {
    const text = (map, key) => textIn(readText({ id, map, key, input: 'steps' }, found));
    const number = (map, key, most) => {
        const value = text(map, key);
        if (value === undefined)
            return undefined;
        if (/^\d+(?:\.0)?$/.test(value) && Number(value) >= 1 && Number(value) <= most)
            return Number(value);
        found.problems.push(`${entryText({ id, map, key, input: 'steps' })} is ${(0,quote/* quote */.h)(value)}; expected a whole number from 1 to ${most}`);
        return undefined;
    };
    switch (text(routing, 'Type')) {
        case 'AllAtOnce':
            return 'AllAtOnce';
        case 'TimeBasedCanary': {
            const map = (0,templates_tree/* mapAt */.SC)(routing, 'TimeBasedCanary');
            const percent = number(map, 'CanaryPercentage', 99);
            const minutes = number(map, 'CanaryInterval', MOST_MINUTES);
            return percent && minutes ? `${percent}%/${minutes}m` : undefined;
        }
        case 'TimeBasedLinear': {
            const map = (0,templates_tree/* mapAt */.SC)(routing, 'TimeBasedLinear');
            const percent = number(map, 'LinearPercentage', 99);
            const minutes = number(map, 'LinearInterval', MOST_MINUTES);
            return percent && minutes ? linear(percent, minutes) : undefined;
        }
        default:
            return undefined;
    }
}
/** CodeDeploy's limit for a whole deployment: 2 days. */
const MOST_MINUTES = 2880;
/** The shift to 100% is the promotion, so it is not a step. */
function linear(percent, minutes) {
    const count = Math.ceil(100 / percent) - 1;
    return Array.from({ length: count }, (_, i) => `${percent * (i + 1)}%/${minutes}m`).join(', ');
}

;// CONCATENATED MODULE: ./build/templates/released-function.js
// A function that a template releases gradually, whatever says so.


/** Whether the Condition of a resource is true; `undefined` if that cannot be known, which is reported. */
function isThere(id, resource, found) {
    const condition = (0,templates_tree/* textAt */.$6)(resource, 'Condition');
    if (condition === undefined)
        return true;
    const before = found.at.gaps.length;
    const there = holds(condition, found.at);
    if (there === undefined) {
        const where = `${(0,templates_tree/* placeOf */.$t)(resource, 'Condition')}the Condition of "${id}"`;
        for (const gap of found.at.gaps.slice(before))
            found.gap(where, gap, 'template-parameters');
    }
    return there;
}
/** The name in AWS of the function with this logical ID; `undefined` if unknown, which is reported, or not needed. */
function nameOf(id, found) {
    if (found.gives('functions'))
        return undefined;
    const before = found.at.gaps.length;
    const name = physicalName(id, found.at);
    for (const gap of found.at.gaps.slice(before))
        found.gap('functions', gap, 'functions');
    return name;
}

;// CONCATENATED MODULE: ./build/templates/alias-updates.js
// Aliases that CloudFormation updates through CodeDeploy (CloudFormation user guide, "UpdatePolicy attribute"): as written
// by hand, by CDK's LambdaDeploymentGroup, or by SAM in a processed template.





function readAliasUpdates(template, found) {
    const resources = (0,templates_tree/* mapAt */.SC)(template, 'Resources');
    const updates = [...resources].flatMap(([id, alias]) => (0,templates_tree/* isMap */.jh)(alias) && (0,templates_tree/* textAt */.$6)(alias, 'Type') === 'AWS::Lambda::Alias'
        ? readAliasUpdate(id, alias, resources, found)
        : []);
    return {
        functions: updates.flatMap(({ released }) => released ?? []),
        groups: new Set(updates.flatMap(({ group }) => group ?? [])),
    };
}
function readAliasUpdate(id, alias, resources, found) {
    const update = (0,templates_tree/* mapAt */.SC)(alias, 'UpdatePolicy').get('CodeDeployLambdaAliasUpdate');
    if (!(0,templates_tree/* isMap */.jh)(update))
        return [];
    const group = groupOf(update, resources);
    const there = isThere(id, alias, found);
    if (there === false) {
        const condition = (0,templates_tree/* textAt */.$6)(alias, 'Condition');
        found.notes.push(`"${id}" is not released: its Condition "${condition}" is false`);
    }
    const released = there ? readReleased(id, alias, update, group, found) : undefined;
    return [{ released, group: group?.id }];
}
/** The deployment group of the update, if it is in the template. */
function groupOf(update, resources) {
    const written = update.get('DeploymentGroupName');
    const id = referenced(written) ?? groupNamed(written, resources);
    const group = id === undefined ? undefined : resources.get(id);
    return id !== undefined && (0,templates_tree/* isMap */.jh)(group)
        ? { id, properties: (0,templates_tree/* mapAt */.SC)(group, 'Properties') }
        : undefined;
}
/** The logical ID in `Ref`. */
function referenced(tree) {
    const call = (0,templates_tree/* isMap */.jh)(tree) ? (0,intrinsic_call/* intrinsicOf */.j)(tree) : undefined;
    return call?.name === 'Ref' && typeof call.argument === 'string' ? call.argument : undefined;
}
function groupNamed(name, resources) {
    if (typeof name !== 'string' || name === '')
        return undefined;
    return [...resources.keys()].find((id) => (0,templates_tree/* textAt */.$6)((0,templates_tree/* mapAt */.SC)(resources, id), 'Type') === 'AWS::CodeDeploy::DeploymentGroup' &&
        (0,templates_tree/* textAt */.$6)((0,templates_tree/* mapAt */.SC)((0,templates_tree/* mapAt */.SC)(resources, id), 'Properties'), 'DeploymentGroupName') === name);
}
function readReleased(id, alias, update, group, found) {
    const properties = (0,templates_tree/* mapAt */.SC)(alias, 'Properties');
    const hook = (key, input) => found.gives(input) ? undefined : textIn(readText({ id, map: update, key, input }, found));
    return {
        id,
        name: found.gives('functions') ? undefined : functionName(id, properties, found),
        alias: found.gives('alias') ? undefined : requiredText(id, properties, 'Name', 'alias', found),
        type: found.gives('steps') ? undefined : scheduleOf(id, update, group, found),
        alarms: found.gives('alarms') || !group ? [] : alarmsOf(group, found),
        preTraffic: hook('BeforeAllowTrafficHook', 'pre-traffic-hook'),
        postTraffic: hook('AfterAllowTrafficHook', 'post-traffic-hook'),
    };
}
/** A function in the template has a logical ID, with which its name can be supplied. */
function functionName(id, properties, found) {
    const own = referenced(properties.get('FunctionName'));
    const isFunction = own !== undefined && (0,templates_tree/* mapAt */.SC)(found.at.scope.template, 'Resources').has(own);
    return isFunction
        ? nameOf(own, found)
        : requiredText(id, properties, 'FunctionName', 'functions', found);
}
function requiredText(id, map, key, input, found) {
    const read = readText({ id, map, key, input }, found);
    if (read.kind === 'missing')
        found.problems.push(`"${id}" has no ${key}; expected it, or the input ${input}`);
    return textIn(read);
}
function scheduleOf(id, update, group, found) {
    if (!group) {
        const place = (0,templates_tree/* placeOf */.$t)(update, 'DeploymentGroupName');
        found.problems.push(`${place}the deployment group of "${id}" is not in this template, so its schedule and alarms are unknown; expected the inputs steps and alarms`);
        return undefined;
    }
    const entry = {
        ...{ id: group.id, map: group.properties },
        ...{ key: 'DeploymentConfigName', input: 'steps' },
    };
    const read = definedSchedule(entry, found) ?? readText(entry, found);
    // CodeDeploy's default for Lambda (API reference, CreateDeploymentGroup).
    return read.kind === 'missing' ? 'AllAtOnce' : textIn(read);
}
/** The alarms that are monitored: none if the group does not ask for them. */
function alarmsOf({ id, properties }, found) {
    const entry = { id, map: properties, key: 'AlarmConfiguration', input: 'alarms' };
    const read = readEntry(entry, found);
    if (read.kind !== 'value')
        return [];
    if (!(0,templates_tree/* isMap */.jh)(read.value)) {
        found.problems.push(`${entryText(entry)} is ${shapeOf(read.value)}; expected a map with Alarms`);
        return [];
    }
    if (read.value.get('Enabled') === 'false') {
        found.notes.push(`the alarms of "${id}" are not enabled`);
        return [];
    }
    const alarms = read.value.get('Alarms') ?? [];
    if (alarms === '')
        return [];
    const names = (0,templates_tree/* isList */.Lv)(alarms) ? alarms.map(alarmName) : [undefined];
    if (names.includes(undefined)) {
        const shape = (0,templates_tree/* isList */.Lv)(alarms) ? 'a list with an item that has no Name' : shapeOf(alarms);
        found.problems.push(`${(0,templates_tree/* placeOf */.$t)(properties, entry.key)}Alarms of "${id}" is ${shape}; expected a list of alarms, each with its Name`);
    }
    return names.filter((name) => name !== undefined);
}
function alarmName(item) {
    return (0,templates_tree/* isMap */.jh)(item) ? (0,templates_tree/* textAt */.$6)(item, 'Name') : undefined;
}

// EXTERNAL MODULE: ./build/base/names-text.js
var names_text = __webpack_require__(74326);
// EXTERNAL MODULE: ./build/templates/release-facts.js
var release_facts = __webpack_require__(90295);
;// CONCATENATED MODULE: ./build/templates/one-release.js
// Everything that a template releases, as one release with one schedule.




/** Combines everything into one release: all functions, one schedule, all alarms. */
function together(functions, stepsOf, found) {
    const { notes, problems, gives } = found;
    const types = functions.flatMap(({ type }) => type ?? []);
    // One schedule may have two spellings.
    if (new Set(types.map(stepsOf)).size > 1) {
        const each = (0,listed/* listed */.KE)(functions.map(({ id, type }) => `"${id}" ${type}`));
        problems.push(`one release has one schedule, and these have different ones: ${each}; expected the input steps`);
    }
    const alarms = [...new Set(functions.flatMap((f) => f.alarms))];
    const hooks = (0,release_facts/* hookInputs */.Zl)(hooksOf(functions));
    problems.push(...functions.flatMap(invalidNames), ...alarms.flatMap(broken));
    notes.unshift(...functions.map(understood));
    const aliases = [...new Set(functions.flatMap(({ alias }) => alias ?? []))];
    const texts = {
        // For functions that are set as input; a stage does not need it.
        alias: gives('functions') && !gives('rest-api-id') && aliases.length === 1 ? aliases[0] : '',
        functions: functions.flatMap(labelOf).join('\n'),
        steps: types[0] ?? '',
        alarms: (0,names_text/* namesText */.c)(alarms),
        ...hooks,
    };
    reportOverruled(gives, notes);
    return { values: texts, current: {}, notes, problems };
}
function hooksOf(functions) {
    const all = (key) => [
        ...new Set(functions.flatMap((f) => f[key] ?? [])),
    ];
    return { preTraffic: all('preTraffic'), postTraffic: all('postTraffic') };
}
function labelOf({ name, alias }) {
    if (name === undefined)
        return [];
    return [alias === undefined ? name : `${name}:${alias}`];
}
/** Problems of names that cannot be items of a list separated by commas and lines. */
function invalidNames({ id, name = '', alias = '' }) {
    return [name, alias]
        .filter((text) => /[,:\n]/.test(text.replace(/^arn:[^,\n]*$/, '')))
        .map((text) => `"${id}": ${(0,quote/* quote */.h)(text)} is neither the name of a function nor of an alias`);
}
function broken(alarm) {
    return alarm.includes('\n')
        ? [`the alarm ${(0,quote/* quote */.h)(alarm)} has a line break in its name, which CloudWatch does not allow`]
        : [];
}
function understood(f) {
    const [label = ''] = labelOf(f);
    const parts = [
        label === '' ? ' is released' : ` is released as ${label}`,
        f.type === undefined ? '' : `, by ${f.type}`,
        f.alarms.length === 0 ? '' : `, monitored by ${(0,listed/* listed */.KE)(f.alarms)}`,
    ];
    return `"${f.id}"${parts.join('')}`;
}
function reportOverruled(gives, notes) {
    const stronger = ['functions', 'alias', 'steps', 'alarms', ...release_facts/* HOOK_INPUTS */.Q2].filter(gives);
    if (stronger.length === 0)
        return;
    notes.push(`${stronger.join(', ')} ${stronger.length === 1 ? 'is' : 'are'} set as input, which overrides the template`);
}

// EXTERNAL MODULE: ./build/base/suggest.js
var suggest = __webpack_require__(24526);
;// CONCATENATED MODULE: ./build/templates/deployment-preference.js
// The DeploymentPreference of a function in SAM (SAM developer guide, "DeploymentPreference").





const KEYS = [
    'Alarms',
    'Enabled',
    'Hooks',
    'PassthroughCondition',
    'Role',
    'TriggerConfigurations',
    'Type',
];
/** Keys that only CodeDeploy needs, and why a release does not. */
const OF_CODEDEPLOY = {
    Role: 'belongs to CodeDeploy; the role of the job is used',
    TriggerConfigurations: 'is not used: no SNS message is sent; the job summary and the outputs say what happened',
    PassthroughCondition: 'is not needed: a function is released according to its own Condition, and there is no CodeDeploy resource',
};
/** Whether the preference is enabled; `undefined` if that cannot be resolved, which is reported. */
function isEnabled(id, preference, found) {
    const entry = { id, map: preference, key: 'Enabled', input: 'template-parameters' };
    const read = readEntry(entry, found);
    if (read.kind === 'missing')
        return true;
    if (read.kind === 'unknown')
        return undefined;
    if (/^(false|no|off|n)$/i.test(String(read.value)))
        return false;
    if (/^(true|yes|on|y)$/i.test(String(read.value)))
        return true;
    found.problems.push(`${entryText(entry)} is ${shapeOf(read.value)}; expected true or false`);
    return undefined;
}
/** Reads an enabled preference; reports what is not supported. */
function readPreference(id, preference, found) {
    reportKeys(id, preference, found);
    const hooks = deployment_preference_hooksOf(id, preference, found);
    const hook = (key, input) => found.gives(input) ? undefined : textIn(readText({ id, map: hooks, key, input }, found));
    return {
        type: readType(id, preference, found),
        alarms: readAlarms(id, preference, found),
        preTraffic: hook('PreTraffic', 'pre-traffic-hook'),
        postTraffic: hook('PostTraffic', 'post-traffic-hook'),
    };
}
function reportKeys(id, preference, { notes, problems }) {
    for (const key of preference.keys()) {
        const why = Object.hasOwn(OF_CODEDEPLOY, key) ? OF_CODEDEPLOY[key] : undefined;
        if (why !== undefined)
            notes.push(`${key} of "${id}" ${why}`);
        if (why !== undefined || KEYS.includes(key))
            continue;
        const unknown = `${(0,templates_tree/* placeOf */.$t)(preference, key)}the DeploymentPreference of "${id}" has the unknown key ${(0,quote/* quote */.h)(key)}`;
        const meant = (0,suggest/* didYouMean */.a)(key, KEYS);
        // A misspelt alarm would not be monitored. What resembles no key is ignored, as SAM does.
        if (meant === '')
            notes.push(`${unknown}, which is ignored, as by SAM`);
        else
            problems.push(`${unknown}.${meant}`);
    }
}
const HOOK_KEYS = ['PreTraffic', 'PostTraffic'];
function deployment_preference_hooksOf(id, preference, { problems }) {
    const hooks = preference.get('Hooks');
    if (hooks === undefined || hooks === '')
        return new Map();
    if (!(0,templates_tree/* isMap */.jh)(hooks)) {
        problems.push(`${(0,templates_tree/* placeOf */.$t)(preference, 'Hooks')}Hooks of "${id}" is ${shapeOf(hooks)}; expected a map with PreTraffic and PostTraffic`);
        return new Map();
    }
    for (const key of hooks.keys()) {
        if (HOOK_KEYS.includes(key))
            continue;
        problems.push(`${(0,templates_tree/* placeOf */.$t)(hooks, key)}Hooks of "${id}" has the unknown key ${(0,quote/* quote */.h)(key)}.${(0,suggest/* didYouMean */.a)(key, HOOK_KEYS)}`);
    }
    return hooks;
}
function readType(id, preference, found) {
    if (found.gives('steps'))
        return undefined;
    const entry = { id, map: preference, key: 'Type', input: 'steps' };
    const defined = definedSchedule(entry, found);
    if (defined)
        return textIn(defined);
    const type = readText(entry, found);
    if (type.kind === 'missing') {
        found.problems.push(`${(0,templates_tree/* placeOf */.$t)(preference, 'Type')}the DeploymentPreference of "${id}" has no Type${preference.has('Type') ? ': it is empty' : ''}; expected one, or the input steps`);
    }
    return textIn(type);
}
function readAlarms(id, preference, found) {
    if (found.gives('alarms'))
        return [];
    const entry = { id, map: preference, key: 'Alarms', input: 'alarms' };
    const read = readEntry(entry, found);
    if (read.kind !== 'value')
        return [];
    const { value } = read;
    const names = (0,templates_tree/* isList */.Lv)(value) ? value.filter((item) => typeof item === 'string') : [];
    if (!(0,templates_tree/* isList */.Lv)(value) || names.length < value.length) {
        found.problems.push(`${entryText(entry)} is ${shapeOf(value)}; expected a list of alarms`);
    }
    return names.filter((name) => name !== '');
}

// EXTERNAL MODULE: ./build/base/problems.js
var problems = __webpack_require__(4726);
;// CONCATENATED MODULE: ./build/templates/misplaced.js
// Finds keys of a function that belong in its DeploymentPreference, or are misspellings of it. SAM refuses
// unknown properties; here an ignored key would be an alarm that is not monitored.





const OWN = ['AutoPublishAlias', 'DeploymentPreference'];
/** Functions also have a Role, so that key is not misplaced. */
const WITHIN = KEYS.filter((key) => key !== 'Role');
/** @returns one problem for each such key */
function misplaced(id, properties) {
    return [...properties.keys()].flatMap((key) => {
        if (OWN.includes(key))
            return [];
        if (WITHIN.some((known) => known === key)) {
            return [
                `${(0,templates_tree/* placeOf */.$t)(properties, key)}"${id}" has ${key} next to its DeploymentPreference, where SAM rejects it; expected it inside`,
            ];
        }
        const meant = (0,suggest/* didYouMean */.a)(key, OWN);
        return meant === ''
            ? []
            : [`${(0,templates_tree/* placeOf */.$t)(properties, key)}"${id}" has the unknown property ${(0,quote/* quote */.h)(key)}.${meant}`];
    });
}
/** The attributes of a resource: CloudFormation's, and those of SAM's own (SAM developer guide, "resource attributes"). */
const ATTRIBUTES = [
    ...['Type', 'Properties', 'Condition', 'DependsOn', 'Metadata', 'CreationPolicy', 'UpdatePolicy'],
    ...['DeletionPolicy', 'UpdateReplacePolicy', 'IgnoreGlobals', 'Connectors'],
];
/** What is next to the properties of a resource and is not known there. It might change how the function is released. */
function unknownAttributes(id, resource) {
    const found = (0,problems/* noProblems */.I)();
    for (const key of resource.keys()) {
        if (ATTRIBUTES.includes(key))
            continue;
        const unknown = `${(0,templates_tree/* placeOf */.$t)(resource, key)}"${id}" has the unknown attribute ${(0,quote/* quote */.h)(key)}`;
        const meant = (0,suggest/* didYouMean */.a)(key, ATTRIBUTES);
        if (meant === '')
            found.notes.push(`${unknown}, which is ignored`);
        else
            found.problems.push(`${unknown}.${meant}`);
    }
    return found;
}

;// CONCATENATED MODULE: ./build/templates/sam-functions.js
// The functions of a SAM template that have an AutoPublishAlias and a DeploymentPreference.








/** Reports what is wrong with them, and why the others are left out. */
function readSamFunctions(template, found) {
    return candidatesIn(template, found).flatMap((each) => readCandidate(each, found));
}
/**
 * The functions with a DeploymentPreference. If no function has one and the schedule is an input, those with an alias:
 * the template leaves open nothing else.
 */
function candidatesIn(template, found) {
    const all = [...(0,templates_tree/* mapAt */.SC)(template, 'Resources')].flatMap(([id, resource]) => (0,templates_tree/* isMap */.jh)(resource) ? readFunction(template, id, resource, found) : []);
    const gradual = all.filter(({ preference }) => preference !== undefined);
    const byInput = gradual.length === 0 && found.gives('steps');
    const chosen = byInput
        ? all.filter(({ properties }) => properties.has('AutoPublishAlias'))
        : gradual;
    for (const candidate of all) {
        if (!chosen.includes(candidate))
            found.notes.push(leftOut(candidate));
    }
    return chosen;
}
function leftOut({ id, properties }) {
    return properties.has('AutoPublishAlias')
        ? `"${id}" is not released: it has an AutoPublishAlias and no DeploymentPreference`
        : `"${id}" is not released: it has no DeploymentPreference`;
}
function readFunction(template, id, resource, found) {
    if ((0,templates_tree/* textAt */.$6)(resource, 'Type') !== 'AWS::Serverless::Function')
        return [];
    const { problems, notes } = unknownAttributes(id, resource);
    found.notes.push(...notes);
    found.problems.push(...problems);
    const properties = (0,globals/* functionProperties */.y)(template, resource);
    found.problems.push(...(0,globals/* wrongIgnoreGlobals */.S)(template, id, resource), ...misplaced(id, properties));
    const preference = properties.get('DeploymentPreference');
    if (preference === undefined || preference === '') {
        return [{ id, resource, properties, preference: undefined }];
    }
    const problem = wrongPreference(id, properties, preference);
    if (problem !== undefined)
        found.problems.push(problem);
    return problem !== undefined || !(0,templates_tree/* isMap */.jh)(preference)
        ? []
        : [{ id, resource, properties, preference }];
}
/** What is wrong with the shape of a preference. */
function wrongPreference(id, properties, preference) {
    const where = `${(0,templates_tree/* placeOf */.$t)(properties, 'DeploymentPreference')}the DeploymentPreference of "${id}" is`;
    if (!(0,templates_tree/* isMap */.jh)(preference))
        return `${where} ${shapeOf(preference)}; expected a map with a Type`;
    const call = (0,intrinsic_call/* intrinsicOf */.j)(preference);
    return call === undefined
        ? undefined
        : `${where} ${call.name}, which SAM rejects; expected a map, in which Enabled or Type may depend on a condition`;
}
function readCandidate({ id, resource, properties, preference }, found) {
    const out = (why) => {
        found.notes.push(`"${id}" is not released: ${why}`);
        return [];
    };
    const there = isThere(id, resource, found);
    if (there === false)
        return out(`its Condition "${(0,templates_tree/* textAt */.$6)(resource, 'Condition')}" is false`);
    const enabled = preference === undefined || isEnabled(id, preference, found);
    if (enabled === false)
        return out('its DeploymentPreference is not enabled');
    if (!there || !enabled)
        return [];
    reportProvisioned(id, properties, found);
    return [
        {
            id,
            alias: readAlias(id, properties, found),
            name: nameOf(id, found),
            ...(preference ? readPreference(id, preference, found) : NO_PREFERENCE),
        },
    ];
}
const NO_PREFERENCE = {
    type: undefined,
    alarms: [],
    preTraffic: undefined,
    postTraffic: undefined,
};
/** Reports provisioned concurrency: SAM assigns it to the alias, and a release moves it last. */
function reportProvisioned(id, properties, { at, notes }) {
    const written = properties.get('ProvisionedConcurrencyConfig');
    if (written === undefined || written === '')
        return;
    const gaps = [];
    // The amount does not matter here, so missing values are not reported.
    if (resolve(written, { ...at, gaps }) === undefined && gaps.length === 0)
        return;
    notes.push(`ProvisionedConcurrencyConfig of "${id}" belongs to the alias: the new version gets the same amount before it receives traffic, and the alias's is moved after the bake`);
}
function readAlias(id, properties, found) {
    if (found.gives('alias'))
        return undefined;
    const entry = { id, map: properties, key: 'AutoPublishAlias', input: 'alias' };
    const read = readText(entry, found);
    if (read.kind === 'missing') {
        found.problems.push(properties.has('AutoPublishAlias')
            ? `${entryText(entry)} is empty; expected the alias to move, or the input alias`
            : `"${id}" has a DeploymentPreference and no AutoPublishAlias; expected the alias to move, or the input alias`);
    }
    return textIn(read);
}

;// CONCATENATED MODULE: ./build/templates/serverless-variables.js
// Variables of the Serverless Framework ("Variables", versions 3 and 4): `${self:custom.alarm}`, `${opt:stage, 'dev'}`. What
// the file itself says is put in. What somebody must say becomes a parameter, and anything else a gap.

/** The innermost variable of a text. `${AWS::Region}` and `${!x}` are CloudFormation's. */
const INNERMOST = /\$\{(?!AWS::|!)([^${}]*)\}/;
/** What a person says, when calling the framework or around it. */
const GIVEN = /^(?:opt|env|param):[\w.-]+$/;
/** Variables that refer to each other endlessly. */
const MOST = 50;
/** Puts in all variables of a file. */
function putInVariables(file) {
    const parameters = new Map();
    return { tree: visit(file, 0), parameters };
    function visit(tree, depth) {
        if (typeof tree === 'string')
            return textIn(tree, depth);
        if ((0,templates_tree/* isList */.Lv)(tree))
            return tree.map((item) => visit(item, depth));
        const entries = [...tree].map(([key, value]) => [key, visit(value, depth)]);
        return (0,templates_tree/* markedMap */.fl)(entries, (0,templates_tree/* marksOf */.Ok)(tree));
    }
    function textIn(text, depth) {
        const found = INNERMOST.exec(text);
        if (!found)
            return text;
        const [all, inside = ''] = found;
        if (depth > MOST)
            return gap(all);
        const value = meaningOf(all, inside, depth + 1);
        if (all === text)
            return value;
        const before = text.slice(0, found.index);
        const after = text.slice(found.index + all.length);
        if (typeof value === 'string')
            return textIn(`${before}${value}${after}`, depth + 1);
        // A variable within a variable that is not known makes the outer one unknown.
        if (/\$\{(?!AWS::|!)[^}]*$/.test(before))
            return gap(text);
        return joined(before, value, textIn(after, depth));
    }
    function meaningOf(all, inside, depth) {
        const alternatives = inside.split(',').map((each) => each.trim());
        const [first = '', ...others] = alternatives;
        if (!GIVEN.test(first))
            return firstKnown(alternatives, depth) ?? gap(all);
        return refer(first, firstKnown(others, depth));
    }
    function firstKnown(alternatives, depth) {
        for (const each of alternatives) {
            const value = knownValue(each, depth);
            if (value !== undefined)
                return value;
        }
        return undefined;
    }
    /** @param fallback the value without a person's */
    function refer(name, fallback) {
        const known = typeof fallback === 'string' ? [['Default', fallback]] : [];
        if (!parameters.has(name) || known.length > 0)
            parameters.set(name, new Map(known));
        return new Map([['Ref', name]]);
    }
    function knownValue(address, depth) {
        const literal = /^(?:'([^']*)'|"([^"]*)"|(true|false|null|-?\d+(?:\.\d+)?))$/.exec(address);
        if (literal)
            return literal[1] ?? literal[2] ?? literal[3] ?? '';
        if (address === 'sls:stage' || address === 'self:provider.stage')
            return stageOf(depth);
        const [, path] = /^self:(.*)$/.exec(address) ?? [];
        const found = path === undefined ? undefined : at(path);
        return found === undefined ? undefined : visit(found, depth);
    }
    /** `--stage`, the provider's, or `dev`. */
    function stageOf(depth) {
        const own = (0,templates_tree/* textAt */.$6)((0,templates_tree/* mapAt */.SC)(file, 'provider'), 'stage') ?? 'dev';
        const written = INNERMOST.test(own) ? textIn(own, depth) : own;
        return (0,templates_tree/* isMap */.jh)(written) ? written : refer('opt:stage', written);
    }
    function at(path) {
        let found = file;
        for (const key of path.split('.')) {
            found = (0,templates_tree/* isMap */.jh)(found) ? found.get(key) : undefined;
        }
        return found;
    }
}
function gap(variable) {
    return new Map([['Fn::ServerlessVariable', variable]]);
}
function joined(...parts) {
    return new Map([['Fn::Join', ['', parts.filter((part) => part !== '')]]]);
}

;// CONCATENATED MODULE: ./build/templates/serverless.js
// serverless.yml with the canary plugin → the template of CloudFormation that the plugin makes of it, as far as a release
// is concerned (davidgf/serverless-plugin-canary-deployments: settings of a function replace the general ones; hooks are
// keys of functions; an alarm is a logical ID, or a map with its name).





function isServerless(tree) {
    return (0,templates_tree/* isMap */.jh)(tree) && tree.has('service') && tree.has('provider');
}
/** The plugin's keys; a release needs no role, and sends no messages of CodeDeploy. */
const serverless_KEYS = ['type', 'alias', 'alarms', 'preTrafficHook', 'postTrafficHook', 'stages'];
const serverless_OF_CODEDEPLOY = [
    'codeDeployRole',
    'codeDeployRolePermissionsBoundary',
    'triggerConfigurations',
];
/** Under which the stage is put in with the other variables. */
const STAGE = 'the stage';
function serverlessTemplate(file) {
    const whole = (0,templates_tree/* markedMap */.fl)([...file, [STAGE, '${sls:stage}']], (0,templates_tree/* marksOf */.Ok)(file));
    const { tree, parameters } = putInVariables(whole);
    const service = (0,templates_tree/* isMap */.jh)(tree) ? tree : new Map();
    const general = (0,templates_tree/* mapAt */.SC)((0,templates_tree/* mapAt */.SC)(service, 'custom'), 'deploymentSettings');
    const functions = functionsOf(service);
    const keys = functions.map(({ key }) => key);
    const found = { notes: notesOn(service, general), problems: elsewhere(service) };
    const stages = stagesIn(general);
    const made = functions.flatMap(({ key, body }) => {
        const own = body.get('deploymentSettings');
        const lambda = resource('AWS::Lambda::Function', { FunctionName: serverless_nameOf(service, key, body) });
        if (!(0,templates_tree/* isMap */.jh)(own)) {
            found.notes.push(`"${key}" is not released: it has no deploymentSettings`);
            return [[lambdaId(key), lambda]];
        }
        const settings = { key, map: serverless_combined(general, own) };
        found.problems.push(...wrongSettings(settings, keys));
        return [[lambdaId(key), lambda], ...gradual(settings, stages)];
    });
    const template = new Map([
        ['Parameters', parameters],
        ['Conditions', conditionOf(stages, service.get(STAGE) ?? '')],
        ['Resources', new Map([...ownResources(service), ...made])],
    ]);
    return { template, ...found };
}
/** Functions are a map, or a list of maps. */
function functionsOf(service) {
    return mapsIn(service.get('functions')).flatMap((map) => [...map].map(([key, body]) => ({ key, body: (0,templates_tree/* isMap */.jh)(body) ? body : new Map() })));
}
function mapsIn(written) {
    return ((0,templates_tree/* isList */.Lv)(written) ? written : [written]).filter((each) => (0,templates_tree/* isMap */.jh)(each));
}
/** Functions in other files, which are not read. */
function elsewhere(service) {
    const written = service.get('functions');
    const others = ((0,templates_tree/* isList */.Lv)(written) ? written : [written]).filter((each) => (0,templates_tree/* isMap */.jh)(each) && each.has('Fn::ServerlessVariable'));
    if (others.length === 0)
        return [];
    return [
        `${(0,templates_tree/* placeOf */.$t)(service, 'functions')}functions are in another file; expected .serverless/cloudformation-template-update-stack.json, which "serverless package" writes`,
    ];
}
function notesOn(service, general) {
    const plugins = service.get('plugins');
    const names = (0,templates_tree/* isList */.Lv)(plugins) ? plugins : [];
    const isUsed = names.some((name) => typeof name === 'string' && /canary-deployments/.test(name));
    return [
        ...(isUsed
            ? []
            : ['no canary plugin is listed in plugins, so deploymentSettings had no effect']),
        ...serverless_OF_CODEDEPLOY.filter((key) => general.has(key)).map((key) => `${key} belongs to CodeDeploy and is not used`),
    ];
}
/** `service-stage-orders`, unless it has a name of its own. */
function serverless_nameOf(service, key, body) {
    const own = body.get('name');
    if (own !== undefined && own !== '')
        return own;
    const name = (0,templates_tree/* textAt */.$6)(service, 'service') ?? (0,templates_tree/* textAt */.$6)((0,templates_tree/* mapAt */.SC)(service, 'service'), 'name') ?? '';
    return new Map([['Fn::Join', ['-', [name, service.get(STAGE) ?? '', key]]]]);
}
/** `create-order` → `CreateDashorderLambdaFunction` (the framework's `naming.js`). */
function lambdaId(key) {
    const plain = key.replaceAll('-', 'Dash').replaceAll('_', 'Underscore');
    return `${plain.charAt(0).toUpperCase()}${plain.slice(1)}LambdaFunction`;
}
function resource(type, properties) {
    return new Map([
        ['Type', type],
        ['Properties', new Map(Object.entries(properties))],
    ]);
}
/** The plugin does not look into the values: those of the function replace the general ones. */
function serverless_combined(general, own) {
    return (0,templates_tree/* markedMap */.fl)([...general, ...own], new Map([...(0,templates_tree/* marksOf */.Ok)(general), ...(0,templates_tree/* marksOf */.Ok)(own)]));
}
function wrongSettings({ key, map }, functions) {
    const unknown = [...map.keys()]
        .filter((name) => !serverless_KEYS.includes(name) && !serverless_OF_CODEDEPLOY.includes(name))
        .map((name) => `${(0,templates_tree/* placeOf */.$t)(map, name)}deploymentSettings of "${key}" have the unknown key ${(0,quote/* quote */.h)(name)}.${(0,suggest/* didYouMean */.a)(name, serverless_KEYS)}`);
    const hooks = ['preTrafficHook', 'postTrafficHook'].flatMap((name) => {
        const hook = map.get(name);
        if (typeof hook !== 'string' || hook === '' || hook.startsWith('arn:'))
            return [];
        if (functions.includes(hook))
            return [];
        return [
            `${(0,templates_tree/* placeOf */.$t)(map, name)}${name} of "${key}" is ${(0,quote/* quote */.h)(hook)}; expected the key of a function.${(0,suggest/* didYouMean */.a)(hook, functions)}`,
        ];
    });
    return [...unknown, ...hooks];
}
/** The alias and its deployment group. The alias has the key of the function, which people know. */
function gradual({ key, map }, stages) {
    const group = `${key}:group`;
    const update = new Map([
        ['DeploymentGroupName', ref(group)],
        ['BeforeAllowTrafficHook', hookOf(map.get('preTrafficHook'))],
        ['AfterAllowTrafficHook', hookOf(map.get('postTrafficHook'))],
    ]);
    const alarms = map.get('alarms');
    const alias = new Map([
        ...resource('AWS::Lambda::Alias', {
            FunctionName: ref(lambdaId(key)),
            Name: map.get('alias') ?? '',
        }),
        ['UpdatePolicy', new Map([['CodeDeployLambdaAliasUpdate', update]])],
        ...(stages.length > 0 ? [['Condition', conditionName(stages)]] : []),
    ]);
    return [
        [key, alias],
        [
            group,
            resource('AWS::CodeDeploy::DeploymentGroup', {
                DeploymentConfigName: map.get('type') ?? '',
                AlarmConfiguration: new Map([
                    ['Alarms', (0,templates_tree/* isList */.Lv)(alarms) ? alarms.map(alarmOf) : (alarms ?? '')],
                ]),
            }),
        ],
    ];
}
function hookOf(written) {
    const isKey = typeof written === 'string' && written !== '' && !written.startsWith('arn:');
    return isKey ? ref(lambdaId(written)) : (written ?? '');
}
function alarmOf(written) {
    const name = (0,templates_tree/* isMap */.jh)(written) && written.has('name') ? (written.get('name') ?? '') : written;
    return new Map([['Name', name === written && typeof name === 'string' ? ref(name) : name]]);
}
function ref(id) {
    return new Map([['Ref', id]]);
}
/** The stages in which the plugin is active; empty: in all. */
function stagesIn(general) {
    const stages = general.get('stages');
    return (0,templates_tree/* isList */.Lv)(stages) ? stages.filter((each) => typeof each === 'string') : [];
}
function conditionName(stages) {
    return `the stage is ${(0,listed/* listed */.KE)(stages, ' or ')}`;
}
function conditionOf(stages, stage) {
    if (stages.length === 0)
        return new Map();
    const each = stages.map((name) => new Map([['Fn::Equals', [stage, name]]]));
    return new Map([[conditionName(stages), new Map([['Fn::Or', each]])]]);
}
/** Resources that the user adds, such as alarms. */
function ownResources(service) {
    return mapsIn(service.get('resources')).flatMap((section) => [...(0,templates_tree/* mapAt */.SC)(section, 'Resources')]);
}

;// CONCATENATED MODULE: ./build/templates/stage-canary.js
// A canary of a stage in a template: CanarySetting of AWS::Serverless::Api or AWS::ApiGateway::Stage (API Gateway API
// reference, "CanarySettings"). It has a percentage and no times.





const STAGES = ['AWS::Serverless::Api', 'AWS::ApiGateway::Stage'];
function canaryStages(template) {
    const globals = (0,templates_tree/* mapAt */.SC)((0,templates_tree/* mapAt */.SC)(template, 'Globals'), 'Api');
    return [...(0,templates_tree/* mapAt */.SC)(template, 'Resources')].flatMap(([id, resource]) => {
        const type = (0,templates_tree/* isMap */.jh)(resource) ? ((0,templates_tree/* textAt */.$6)(resource, 'Type') ?? '') : '';
        if (!(0,templates_tree/* isMap */.jh)(resource) || !STAGES.includes(type))
            return [];
        const own = (0,templates_tree/* mapAt */.SC)(resource, 'Properties');
        const properties = type === 'AWS::Serverless::Api' ? new Map([...globals, ...own]) : own;
        return (0,templates_tree/* isMap */.jh)(properties.get('CanarySetting')) ? [{ id, type, resource, properties }] : [];
    });
}
/** The inputs of the only stage that has a canary; `undefined`: there is none, or its Condition is false. */
function readStageCanary(template, found) {
    const stages = canaryStages(template).filter(({ id, resource }) => isThere(id, resource, found));
    const [stage, ...others] = stages;
    if (!stage)
        return undefined;
    if (others.length > 0) {
        const ids = (0,listed/* listed */.KE)(stages.map(({ id }) => `"${id}"`));
        found.problems.push(`several stages have a CanarySetting: ${ids}; expected one, or the inputs rest-api-id, stage-name and steps instead of template`);
        return undefined;
    }
    return valuesOf(stage, found);
}
function valuesOf({ id, type, properties }, found) {
    const settings = (0,templates_tree/* mapAt */.SC)(properties, 'CanarySetting');
    const text = (key, input, map = properties) => found.gives(input) ? '' : (textIn(readText({ id, map, key, input }, found)) ?? '');
    const api = type === 'AWS::Serverless::Api' ? ownApi(id, found) : text('RestApiId', 'rest-api-id');
    if (!found.gives('steps'))
        found.problems.push(withoutTimes(id, settings, found));
    if (settings.has('DeploymentId')) {
        found.notes.push(`DeploymentId of "${id}" is not used: a release makes its own deployment`);
    }
    found.notes.push(`"${id}" is released as the canary of its stage`);
    return {
        'rest-api-id': api,
        'stage-name': text('StageName', 'stage-name'),
        'stage-variable-overrides': overrides(id, settings, found),
        'use-stage-cache': text('UseStageCache', 'use-stage-cache', settings),
    };
}
/** Of SAM's own resource, the ID is what `Ref` returns. */
function ownApi(id, found) {
    if (found.gives('rest-api-id'))
        return '';
    const entry = {
        ...{ id, map: new Map([['RestApiId', new Map([['Ref', id]])]]) },
        ...{ key: 'RestApiId', input: 'rest-api-id' },
    };
    return textIn(readText(entry, found)) ?? '';
}
function withoutTimes(id, settings, found) {
    const read = readText({ id, map: settings, key: 'PercentTraffic', input: 'steps' }, found);
    const percent = textIn(read);
    const says = percent === undefined ? 'no PercentTraffic' : `${Number(percent)}%`;
    const example = percent === undefined ? '10%/10m' : `${Number(percent)}%/10m`;
    return `${(0,templates_tree/* placeOf */.$t)(settings, 'PercentTraffic')}CanarySetting of "${id}" has ${says} and no times; expected the input steps, such as ${example}`;
}
/** One `name=value` per line, as the input has them. */
function overrides(id, settings, found) {
    const input = 'stage-variable-overrides';
    if (found.gives(input))
        return '';
    const entry = { id, map: settings, key: 'StageVariableOverrides', input };
    const read = readEntry(entry, found);
    if (read.kind !== 'value')
        return '';
    if (!(0,templates_tree/* isMap */.jh)(read.value)) {
        found.problems.push(`${entryText(entry)} is not a map; expected names and values`);
        return '';
    }
    const odd = [...read.value].filter(([, value]) => typeof value !== 'string' || /\n/.test(value));
    found.problems.push(...odd.map(([name]) => `${entryText(entry)}: ${(0,quote/* quote */.h)(name)} is no text of one line`));
    return [...read.value].map(([name, value]) => `${name}=${String(value)}`).join('\n');
}

;// CONCATENATED MODULE: ./build/templates/unread.js
// What a template may release gradually, and this action does not: it is said, and never passed over.

/** What a template may release gradually besides functions of SAM, and is not read. */
const UNREAD = {
    'AWS::CodeDeploy::DeploymentGroup': () => 'is not read: no alias of this template is updated by it (UpdatePolicy, CodeDeployLambdaAliasUpdate)',
    'AWS::Serverless::Application': () => 'is a separate template, which is not read',
    'AWS::CloudFormation::Stack': () => 'is a separate template, which is not read',
    'AWS::Serverless::StateMachine': (properties) => properties.has('DeploymentPreference')
        ? 'is a state machine, which this action does not release'
        : undefined,
    'AWS::Serverless::Api': canarySetting,
    'AWS::ApiGateway::Stage': canarySetting,
    'AWS::ApiGateway::Deployment': (properties) => properties.has('DeploymentCanarySettings') ? CANARY_STAGE : undefined,
};
const CANARY_STAGE = 'has a canary of its stage, which is not read; a stage is released with the inputs rest-api-id, stage-name and steps instead of template';
function canarySetting(properties) {
    return properties.has('CanarySetting') ? CANARY_STAGE : undefined;
}
/** @param read logical IDs of the deployment groups that are read */
function reportUnread(template, read, notes) {
    for (const [id, resource] of (0,templates_tree/* mapAt */.SC)(template, 'Resources')) {
        const why = (0,templates_tree/* isMap */.jh)(resource) && !read.has(id) ? whyUnread(template, resource) : undefined;
        if (why !== undefined)
            notes.push(`"${id}" ${why}`);
        else if (id.startsWith('Fn::'))
            notes.push(`${id} in Resources is not expanded`);
    }
}
function whyUnread(template, resource) {
    const type = (0,templates_tree/* textAt */.$6)(resource, 'Type') ?? '';
    const own = (0,templates_tree/* mapAt */.SC)(resource, 'Properties');
    const globals = (0,templates_tree/* mapAt */.SC)((0,templates_tree/* mapAt */.SC)(template, 'Globals'), 'Api');
    const properties = type === 'AWS::Serverless::Api' ? new Map([...globals, ...own]) : own;
    return Object.hasOwn(UNREAD, type) ? UNREAD[type]?.(properties) : undefined;
}

;// CONCATENATED MODULE: ./build/templates/sam.js
// A template of SAM, CloudFormation or the Serverless Framework → the inputs of a release.












/** Reads a template. Every error becomes a problem; nothing is thrown. */
function readSam(tree, given) {
    if (isServerless(tree)) {
        const { template, notes, problems } = serverlessTemplate(tree);
        const facts = readResources(template, given);
        return {
            ...facts,
            notes: [...facts.notes, ...notes],
            problems: [...problems, ...facts.problems],
        };
    }
    return readResources(tree, given);
}
function readResources(tree, given) {
    if (!(0,templates_tree/* isMap */.jh)(tree) || (0,templates_tree/* mapAt */.SC)(tree, 'Resources').size === 0) {
        return (0,release_facts.onlyProblem)('it has no Resources; expected a template of SAM or CloudFormation');
    }
    const pseudo = (0,template_parameters/* pseudoParameters */.zo)(given.region);
    const found = findings(tree, given, pseudo);
    try {
        const updates = readAliasUpdates(tree, found);
        const functions = [...readSamFunctions(tree, found), ...updates.functions];
        // A release moves aliases or one stage. What a template has besides is said.
        const stage = isOnlyStage(functions, found) ? readStageCanary(tree, found) : undefined;
        const read = new Set([...updates.groups, ...(stage ? stageIds(tree) : [])]);
        reportUnread(tree, read, found.notes);
        if (functions.length === 0 && !stage && found.problems.length === 0) {
            found.problems.push(nothingToRelease(found.notes));
        }
        found.problems.push(...(0,template_parameters/* checkSupplied */.Tx)(tree, given.supplied));
        const facts = together(functions, given.stepsOf, found);
        return stage ? { ...facts, values: { ...facts.values, ...stage } } : facts;
    }
    catch (error) {
        return (0,release_facts.onlyProblem)((0,errors/* known */.eO)(error).message);
    }
}
/** For aliases that are inputs, a stage is none of the template's business. */
function isOnlyStage(functions, { gives, problems }) {
    return functions.length === 0 && problems.length === 0 && !gives('alias');
}
function stageIds(template) {
    return canaryStages(template).map(({ id }) => id);
}
function findings(template, { gives, supplied, namesLater = false }, pseudo) {
    const problems = [];
    const asked = new Set();
    const resources = (0,templates_tree/* mapAt */.SC)(template, 'Resources');
    const gap = (where, { name, what }, input) => {
        if (input === 'steps' && name !== undefined && (0,templates_tree/* isMap */.jh)(resources.get(name))) {
            // The name of a resource is not a schedule.
            problems.push(`${where}: "${name}" is no schedule; expected the input steps`);
        }
        else if (name === undefined) {
            const instead = input === 'template-parameters' ? INSTEAD : `expected the input ${input} instead`;
            problems.push(`${where}: ${what}; ${instead}`);
        }
        else if (!asked.has(name)) {
            asked.add(name);
            problems.push(`${where}: ${what}; expected a line ${name}=VALUE in template-parameters${input === 'template-parameters' ? '' : `, or the input ${input}`}`);
        }
    };
    return {
        at: resolution({ template, supplied, pseudo, namesLater }),
        notes: [],
        problems,
        gives,
        gap,
    };
}
/** What can be set if the template does not say enough. */
const INSTEAD = 'expected the inputs functions, alias and steps instead of template';
/** @param reasons why each candidate is left out */
function nothingToRelease(reasons) {
    const because = reasons.length === 0 ? '' : `: ${(0,listed/* listed */.KE)(reasons, '; ')}`;
    return `no function has both an AutoPublishAlias and a DeploymentPreference that is enabled, and no alias is updated by CodeDeploy, so there is nothing to release${because}; ${INSTEAD}`;
}


/***/ })

};
