export const id = 626;
export const ids = [626,295];
export const modules = {

/***/ 295:
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

/***/ 3626:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  readSam: () => (/* binding */ readSam)
});

// EXTERNAL MODULE: ./build/base/errors.js + 1 modules
var errors = __webpack_require__(6031);
// EXTERNAL MODULE: ./build/base/listed.js
var listed = __webpack_require__(639);
// EXTERNAL MODULE: ./build/base/names-text.js
var names_text = __webpack_require__(4326);
// EXTERNAL MODULE: ./build/base/quote.js
var quote = __webpack_require__(3636);
// EXTERNAL MODULE: ./build/base/suggest.js
var suggest = __webpack_require__(4526);
;// CONCATENATED MODULE: ./build/templates/resolution.js
// The context in which a template is resolved, and the gaps that are found.

const MAX_CALLS = 20_000;
function resolution(scope) {
    return { scope, gaps: [], open: new Set(), spent: { calls: 0 } };
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
var template_parameters = __webpack_require__(5117);
// EXTERNAL MODULE: ./build/templates/tree.js
var templates_tree = __webpack_require__(3174);
;// CONCATENATED MODULE: ./build/templates/intrinsics.js
// Resolves CloudFormation's functions as far as possible without CloudFormation.



/**
 * The tree with all functions resolved. `undefined` for AWS::NoValue, or, if gaps were added, for a value that
 * cannot be known.
 */
function resolve(tree, at) {
    if (typeof tree === 'string')
        return tree;
    if ((0,templates_tree/* isList */.Lv)(tree))
        return resolveAll(tree, at);
    if (!(0,templates_tree/* isMap */.jh)(tree))
        return undefined;
    const call = intrinsicOf(tree);
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
    return value === undefined && !none && at.gaps.length === before ? cannot(at, name) : value;
}
function resolveAll(list, at) {
    return list.map((item) => resolve(item, at)).filter((item) => item !== undefined);
}
/** The function that a map calls; `undefined` if it is a map of values. */
function intrinsicOf(map) {
    const [first] = map;
    if (map.size !== 1 || !first)
        return undefined;
    const [name, argument] = first;
    return name === 'Ref' || name.startsWith('Fn::') ? { name, argument } : undefined;
}
/** Whether a condition is true; `undefined` if it cannot be known. */
function holds(name, at) {
    const condition = (0,templates_tree/* mapAt */.SC)(at.scope.template, 'Conditions').get(name);
    if (condition === undefined)
        return addGap(at, `there is no condition "${name}"`);
    const inner = nested(`the condition "${name}"`, at);
    return inner && truth(condition, inner);
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
    Ref: (argument, at) => typeof argument === 'string' ? refer(argument, at) : cannot(at, `Ref without a name`),
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
/** The name of a resource in AWS; `undefined` if it cannot be known. */
function physicalName(logicalId, at) {
    const given = at.scope.supplied.get(logicalId);
    if (given !== undefined)
        return given;
    const resource = (0,templates_tree/* mapAt */.SC)((0,templates_tree/* mapAt */.SC)(at.scope.template, 'Resources'), logicalId);
    const property = NAMED_BY[(0,templates_tree/* textAt */.$6)(resource, 'Type') ?? ''];
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
    if (property === undefined || rest.join('.') !== 'Arn')
        return cannot(at, `Fn::GetAtt ${path}`);
    const name = physicalName(logicalId, at);
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
    const written = preference.get('Enabled');
    if (written === undefined)
        return true;
    const text = read(written, `Enabled of "${id}"`, 'template-parameters', found);
    if (text === undefined)
        return undefined;
    if (/^(false|no|off|n)$/i.test(String(text)))
        return false;
    if (/^(true|yes|on|y)$/i.test(String(text)))
        return true;
    found.problems.push(`Enabled of "${id}" is ${wordsOf(text)}; expected true or false`);
    return undefined;
}
/** Reads an enabled preference; reports what is not supported. */
function readPreference(id, preference, found) {
    reportKeys(id, preference, found);
    const hooks = preference.get('Hooks');
    if (hooks !== undefined && hooks !== '' && !(0,templates_tree/* isMap */.jh)(hooks)) {
        found.problems.push(`Hooks of "${id}" is not a map with PreTraffic and PostTraffic`);
    }
    const hook = (name, input) => {
        const written = (0,templates_tree/* isMap */.jh)(hooks) && !found.gives(input) ? hooks.get(name) : undefined;
        return oneText(written, `${name} of "${id}"`, input, found);
    };
    reportHookKeys(id, hooks, found);
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
        else if (!KEYS.includes(key)) {
            problems.push(`the DeploymentPreference of "${id}" has the unknown key ${(0,quote/* quote */.h)(key)}.${(0,suggest/* didYouMean */.a)(key, KEYS)}`);
        }
    }
}
function reportHookKeys(id, hooks, { problems }) {
    const known = ['PreTraffic', 'PostTraffic'];
    const keys = (0,templates_tree/* isMap */.jh)(hooks) ? [...hooks.keys()] : [];
    for (const key of keys.filter((name) => !known.includes(name))) {
        problems.push(`Hooks of "${id}" has the unknown key ${(0,quote/* quote */.h)(key)}.${(0,suggest/* didYouMean */.a)(key, known)}`);
    }
}
function readType(id, preference, found) {
    if (found.gives('steps'))
        return undefined;
    const written = preference.get('Type');
    if (written !== undefined && written !== '') {
        return oneText(written, `Type of "${id}"`, 'steps', found);
    }
    found.problems.push(`the DeploymentPreference of "${id}" has no Type; expected one, or the input steps`);
    return undefined;
}
function readAlarms(id, preference, found) {
    const written = preference.get('Alarms');
    if (written === undefined || written === '' || found.gives('alarms'))
        return [];
    const value = read(written, `Alarms of "${id}"`, 'alarms', found);
    if (value === undefined)
        return [];
    const names = (0,templates_tree/* isList */.Lv)(value) ? value.filter((item) => typeof item === 'string') : [];
    if (!(0,templates_tree/* isList */.Lv)(value) || names.length < value.length) {
        found.problems.push(`Alarms of "${id}" is ${wordsOf(value)}; expected a list of alarms`);
    }
    return names.filter((name) => name !== '');
}
/** A text, or `undefined` if absent; anything else is a problem. */
function oneText(written, where, input, found) {
    if (written === undefined || written === '')
        return undefined;
    const value = read(written, where, input, found);
    if (value === undefined || typeof value === 'string')
        return value || undefined;
    found.problems.push(`${where} is ${wordsOf(value)}; expected a string`);
    return undefined;
}
/** The value with its functions resolved; reports what is missing. */
function read(written, where, input, found) {
    const before = found.at.gaps.length;
    const value = resolve(written, found.at);
    const gaps = found.at.gaps.slice(before);
    for (const gap of gaps)
        found.gap(where, gap, input);
    return gaps.length > 0 ? undefined : value;
}
function wordsOf(value) {
    if (typeof value === 'string')
        return (0,quote/* quote */.h)(value);
    return (0,templates_tree/* isList */.Lv)(value) ? 'a list that does not contain only strings' : 'a map';
}

;// CONCATENATED MODULE: ./build/templates/globals.js
// SAM's Globals section (SAM developer guide, "Globals section"): maps are merged, lists are concatenated,
// and any other value of the function replaces the global one.


/** The properties of a function, combined with the global ones. */
function functionProperties(template, resource) {
    const globals = (0,templates_tree/* mapAt */.SC)((0,templates_tree/* mapAt */.SC)(template, 'Globals'), 'Function');
    return mergeMaps(globals, (0,templates_tree/* mapAt */.SC)(resource, 'Properties'));
}
function mergeMaps(globals, own) {
    const all = new Map(globals);
    for (const [key, value] of own) {
        const shared = globals.get(key);
        all.set(key, shared === undefined ? value : merge(shared, value));
    }
    return all;
}
function merge(shared, own) {
    if ((0,templates_tree/* isList */.Lv)(shared) && (0,templates_tree/* isList */.Lv)(own))
        return [...shared, ...own];
    const maps = (0,templates_tree/* isMap */.jh)(shared) && (0,templates_tree/* isMap */.jh)(own) && !intrinsicOf(shared) && !intrinsicOf(own);
    return maps ? mergeMaps(shared, own) : own;
}

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
                `"${id}" has ${key} next to its DeploymentPreference, where SAM rejects it; expected it inside`,
            ];
        }
        const meant = (0,suggest/* didYouMean */.a)(key, OWN);
        return meant === '' ? [] : [`"${id}" has the unknown property ${(0,quote/* quote */.h)(key)}.${meant}`];
    });
}

// EXTERNAL MODULE: ./build/templates/release-facts.js
var release_facts = __webpack_require__(295);
;// CONCATENATED MODULE: ./build/templates/sam.js
// A SAM template → the inputs of a release: the functions with an AutoPublishAlias and a
// DeploymentPreference, as one release with one schedule.












/** Reads a template. Every error becomes a problem; nothing is thrown. */
function readSam(tree, given) {
    if (!(0,templates_tree/* isMap */.jh)(tree) || (0,templates_tree/* mapAt */.SC)(tree, 'Resources').size === 0) {
        return (0,release_facts.onlyProblem)('it has no Resources; expected a SAM template');
    }
    const pseudo = (0,template_parameters/* pseudoParameters */.zo)(given.region);
    const found = findings(tree, given, pseudo);
    try {
        const functions = [...(0,templates_tree/* mapAt */.SC)(tree, 'Resources')].flatMap(([id, resource]) => (0,templates_tree/* isMap */.jh)(resource) ? readResource(tree, id, resource, found) : []);
        reportUnread(tree, found.notes);
        if (functions.length === 0 && found.problems.length === 0) {
            found.problems.push(nothingToRelease(found.notes));
        }
        found.problems.push(...(0,template_parameters/* checkSupplied */.Tx)(tree, given.supplied));
        return together(functions, found);
    }
    catch (error) {
        return (0,release_facts.onlyProblem)((0,errors/* known */.eO)(error).message);
    }
}
function findings(template, { gives, supplied }, pseudo) {
    const problems = [];
    const asked = new Set();
    const resources = (0,templates_tree/* mapAt */.SC)(template, 'Resources');
    const gap = (where, { name, what }, input) => {
        if (input === 'steps' && name !== undefined && (0,templates_tree/* isMap */.jh)(resources.get(name))) {
            // A name that CloudFormation gives to a deployment configuration is not a schedule.
            problems.push(`${where}: the schedule is defined by "${name}", which is not read; expected the input steps`);
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
    return { at: resolution({ template, supplied, pseudo }), notes: [], problems, gives, gap };
}
function readResource(template, id, resource, found) {
    if ((0,templates_tree/* textAt */.$6)(resource, 'Type') !== 'AWS::Serverless::Function')
        return [];
    const properties = functionProperties(template, resource);
    found.problems.push(...misplaced(id, properties));
    const preference = properties.get('DeploymentPreference');
    const out = (why) => {
        found.notes.push(`"${id}" is not released: ${why}`);
        return [];
    };
    if (!(0,templates_tree/* isMap */.jh)(preference))
        return out('it has no DeploymentPreference');
    const there = isThere(id, resource, found);
    if (there === false)
        return out(`its Condition "${(0,templates_tree/* textAt */.$6)(resource, 'Condition')}" is false`);
    const enabled = isEnabled(id, preference, found);
    if (enabled === false)
        return out('its DeploymentPreference is not enabled');
    if (!there || !enabled)
        return [];
    reportProvisioned(id, properties, found);
    return [
        {
            id,
            alias: readAlias(id, properties, found),
            name: readName(id, found),
            ...readPreference(id, preference, found),
        },
    ];
}
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
function isThere(id, resource, found) {
    const condition = (0,templates_tree/* textAt */.$6)(resource, 'Condition');
    if (condition === undefined)
        return true;
    const before = found.at.gaps.length;
    const there = holds(condition, found.at);
    if (there === undefined) {
        const where = `the Condition of "${id}"`;
        for (const gap of found.at.gaps.slice(before))
            found.gap(where, gap, 'template-parameters');
    }
    return there;
}
function readAlias(id, properties, found) {
    if (found.gives('alias'))
        return undefined;
    const written = properties.get('AutoPublishAlias');
    if (written === undefined || written === '') {
        found.problems.push(`"${id}" has a DeploymentPreference and no AutoPublishAlias; expected the alias to move, or the input alias`);
    }
    return oneText(written, `AutoPublishAlias of "${id}"`, 'alias', found);
}
function readName(id, found) {
    if (found.gives('functions'))
        return undefined;
    const before = found.at.gaps.length;
    const name = physicalName(id, found.at);
    for (const gap of found.at.gaps.slice(before))
        found.gap('functions', gap, 'functions');
    return name;
}
/** What can be set if the template does not say enough. */
const INSTEAD = 'expected the inputs functions, alias and steps instead of template';
/** @param reasons why each candidate is left out */
function nothingToRelease(reasons) {
    const because = reasons.length === 0 ? '' : `: ${(0,listed/* listed */.KE)(reasons, '; ')}`;
    return `no function has both an AutoPublishAlias and a DeploymentPreference that is enabled, so there is nothing to release${because}; ${INSTEAD}`;
}
/** Combines everything into one release: all functions, one schedule, all alarms. */
function together(functions, found) {
    const { notes, problems, gives } = found;
    const types = [...new Set(functions.flatMap(({ type }) => type ?? []))];
    if (types.length > 1) {
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
/** Resource types that may contain functions, but are not read. */
const UNREAD = {
    'AWS::CodeDeploy::DeploymentGroup': 'is plain CloudFormation (or was created by CDK): only what SAM writes as DeploymentPreference is read',
    'AWS::Serverless::Application': 'is a separate template, which is not read',
    'AWS::CloudFormation::Stack': 'is a separate template, which is not read',
};
function reportUnread(template, notes) {
    for (const [id, resource] of (0,templates_tree/* mapAt */.SC)(template, 'Resources')) {
        const type = (0,templates_tree/* isMap */.jh)(resource) ? ((0,templates_tree/* textAt */.$6)(resource, 'Type') ?? '') : '';
        const why = Object.hasOwn(UNREAD, type) ? UNREAD[type] : undefined;
        if (why !== undefined)
            notes.push(`"${id}" ${why}`);
        else if (id.startsWith('Fn::'))
            notes.push(`${id} in Resources is not expanded`);
    }
}


/***/ })

};
