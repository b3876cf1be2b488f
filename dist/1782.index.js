export const id = 1782;
export const ids = [1782];
export const modules = {

/***/ 52273:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ describeFormatProblem)
/* harmony export */ });
// What is wrong with the format of an access log, in words.
/** For a sentence: `the format of the access log …`. */
function describeFormatProblem(problem) {
    switch (problem.kind) {
        case 'empty':
            return 'has no variables';
        case 'no-status':
            return 'does not contain $context.status, so errors cannot be told from successes';
        case 'no-request-id':
            return 'does not contain $context.requestId, so a request that is logged twice would count twice';
        case 'adjacent':
            return `has nothing between $context.${problem.first} and $context.${problem.second}, so their values cannot be told apart`;
        case 'entity':
            return `contains the entity ${problem.entity}; write the character itself`;
    }
}


/***/ }),

/***/ 81782:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  stageLogs: () => (/* binding */ stageLogs)
});

// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-api-gateway/dist-cjs/index.js
var dist_cjs = __webpack_require__(60818);
// EXTERNAL MODULE: ./build/aws/call.js
var call = __webpack_require__(13280);
// EXTERNAL MODULE: ./build/aws/gateway-client.js
var gateway_client = __webpack_require__(51538);
// EXTERNAL MODULE: ./build/aws/gateway-words.js
var gateway_words = __webpack_require__(90212);
;// CONCATENATED MODULE: ./build/aws/gateway-account.js
// The settings of API Gateway for an account and Region.




/** The role with which API Gateway writes logs, of all APIs; empty if there is none. Throws a `KnownError`. */
async function readLogRole({ place, open }) {
    const doing = "reading API Gateway's settings of the account";
    const send = () => open(gateway_client/* API_GATEWAY */.Q).send(new dist_cjs/* GetAccountCommand */.rC_({}));
    const { cloudwatchRoleArn = '' } = await (0,call/* call */.T1)((0,gateway_words/* gatewayWords */.K)(place, doing, 'GET', '/account'), send);
    return cloudwatchRoleArn;
}

// EXTERNAL MODULE: ./build/aws/gateway-arns.js
var gateway_arns = __webpack_require__(31389);
// EXTERNAL MODULE: ./build/aws/log-events.js + 1 modules
var log_events = __webpack_require__(37454);
// EXTERNAL MODULE: ./build/base/errors.js + 1 modules
var errors = __webpack_require__(76031);
// EXTERNAL MODULE: ./build/base/time.js
var time = __webpack_require__(22475);
// EXTERNAL MODULE: ./build/base/foreign-text.js
var foreign_text = __webpack_require__(56218);
;// CONCATENATED MODULE: ./build/logs/access-record.js
// What the evidence needs of one request in an access log, whatever the format of the log.
/**
 * `undefined`: the line has no status or no ID. Such a request is not counted as a success.
 */
function recordOf(values) {
    const text = (name) => {
        const value = values.get(name);
        return value === undefined || value === '' || value === '-' ? undefined : value;
    };
    const number = (name) => numberOf(text(name));
    const requestId = text('requestId') ?? text('extendedRequestId');
    const status = number('status');
    if (requestId === undefined || status === undefined || status < 100 || status > 599) {
        return undefined;
    }
    return {
        requestId,
        status,
        ...defined('at', number('requestTimeEpoch')),
        ...defined('method', text('httpMethod')),
        ...defined('route', text('resourcePath')),
        ...defined('latency', number('responseLatency')),
        ...defined('integrationLatency', number('integration.latency')),
        ...defined('integrationStatus', number('integration.status')),
        ...defined('errorType', text('error.responseType')),
        ...defined('functionRequestId', text('integration.requestId')),
        ...defined('isCanary', truthOf(text('isCanaryRequest'))),
        ...defined('deploymentId', text('deploymentId')),
        ...defined('apiId', text('apiId')),
        ...defined('stage', text('stage')),
    };
}
/** Every value is text, numbers included. */
function numberOf(text) {
    return text !== undefined && /^\d{1,16}$/.test(text) ? Number(text) : undefined;
}
function truthOf(text) {
    if (text?.toLowerCase() === 'true')
        return true;
    return text?.toLowerCase() === 'false' ? false : undefined;
}
function defined(key, value) {
    return value === undefined ? {} : { [key]: value };
}

;// CONCATENATED MODULE: ./build/logs/template-pieces.js
// The format of an access log, split into literal text and variables.
/** `$context.integration.status`, or `${context.status}`. A dot that ends a sentence is not part of the name. */
const VARIABLE = /\$\{context((?:\.[A-Za-z0-9_]+)+)\}|\$context((?:\.[A-Za-z0-9_]+)+)/g;
/**
 * Names for the same value (API Gateway developer guide, "Variables for access logging": the former are documented
 * as equal to the latter).
 */
const SAME = {
    integrationLatency: 'integration.latency',
    integrationErrorMessage: 'integration.error',
    awsEndpointRequestId: 'integration.requestId',
};
function piecesOf(format) {
    const literals = [];
    const variables = [];
    let from = 0;
    for (const { 0: text, 1: braced, 2: path = '', index } of format.matchAll(VARIABLE)) {
        literals.push(format.slice(from, index));
        const name = (braced ?? path).slice(1);
        variables.push(SAME[name] ?? name);
        from = index + text.length;
    }
    literals.push(format.slice(from));
    return { literals, variables };
}
/** The format with a changed text in place of each literal. */
function withLiterals(format, change) {
    const parts = [];
    let from = 0;
    for (const { 0: text, index } of format.matchAll(VARIABLE)) {
        parts.push(change(format.slice(from, index), from === 0 ? 'first' : 'between'), text);
        from = index + text.length;
    }
    return [...parts, change(format.slice(from), 'last')].join('');
}

;// CONCATENATED MODULE: ./build/logs/template-reader.js
// Reads lines that were written by a template. Its time grows with the length of the line and no faster: the text of a
// line is in the hands of whoever sent the request.
//
// A variable of known form (a status, an ID, a number) is read by its form, which is bounded. Anything else is free
// text. The runs of literals and known variables between two free texts are searched for, from the left and from the
// right. Where both searches agree, there is only one way to read the line.
/**
 * A form matches at exactly one length: it is bounded, and it ends before the literal that follows. API Gateway writes
 * `-` for a missing value.
 */
const FORMS = {
    status: /-|[1-5]\d\d/y,
    requestId: /[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}/y,
    extendedRequestId: /[A-Za-z0-9+/=_-]{1,64}/y,
    requestTime: /-|\d\d\/[A-Za-z]{3}\/\d{4}:\d\d:\d\d:\d\d [+-]\d{4}/y,
    requestTimeEpoch: /-|\d{1,16}/y,
    httpMethod: /-|[A-Za-z]{1,20}/y,
    resourcePath: /[^\s"'<>,|;\\]{1,512}/y,
    protocol: /-|[A-Za-z0-9/.]{1,16}/y,
    apiId: /-|[a-z0-9]{0,32}/y,
    stage: /[A-Za-z0-9_-]{1,128}/y,
    deploymentId: /-|[a-z0-9]{0,32}/y,
    isCanaryRequest: /-|[A-Za-z]{0,8}/y,
    responseLatency: /-|\d{0,12}/y,
    responseLength: /-|\d{0,15}/y,
    'integration.latency': /-|\d{0,12}/y,
    'integration.status': /-|\d{0,3}/y,
    'integration.requestId': /[A-Za-z0-9+/=_-]{0,128}/y,
    'error.responseType': /-|[A-Z0-9_]{0,64}/y,
    'identity.sourceIp': /-|[0-9a-fA-F.:]{1,45}/y,
};
/** The longest value of any form. */
const LONGEST_VALUE = 512;
/** Forms that end where they end, whatever follows. */
const EXACT = ['status', 'requestId', 'requestTime'];
/** @param pieces without two variables that have nothing between them */
function createTemplateReader(pieces) {
    const { runs, free } = runsOf(pieces);
    return (line) => {
        const matches = free.length === 0 ? whole(runs[0], line) : between(runs, line);
        return typeof matches === 'string' ? matches : valuesOf(runs, free, matches, line);
    };
}
function runsOf({ literals, variables }) {
    const runs = [];
    const free = [];
    let before = literals[0] ?? '';
    let parts = [];
    const close = () => {
        const lengths = parts.map(({ after }) => after.length + LONGEST_VALUE);
        runs.push({ before, parts, longest: lengths.reduce((sum, one) => sum + one, before.length) });
    };
    variables.forEach((variable, i) => {
        const after = literals[i + 1] ?? '';
        const form = formOf(variable, after);
        if (form) {
            parts.push({ variable, form, after });
            return;
        }
        close();
        free.push(variable);
        [before, parts] = [after, []];
    });
    close();
    return { runs, free };
}
/** The form of a variable; `undefined`: it is free text, or its value could contain the literal's beginning. */
function formOf(variable, after) {
    const form = FORMS[variable];
    if (form === undefined)
        return undefined;
    const next = after.charAt(0);
    form.lastIndex = 0;
    const isSwallowed = next !== '' && form.exec(next.repeat(2))?.[0].length === 2;
    return isSwallowed && !EXACT.includes(variable) ? undefined : form;
}
/** @returns where the run ends; -1: it is not here */
function endOf({ before, parts }, line, start) {
    if (!line.startsWith(before, start))
        return -1;
    let at = start + before.length;
    for (const { form, after } of parts) {
        form.lastIndex = at;
        const [value] = form.exec(line) ?? [];
        if (value === undefined || !line.startsWith(after, at + value.length))
            return -1;
        at += value.length + after.length;
    }
    return at;
}
function whole(run, line) {
    const end = run ? endOf(run, line, 0) : -1;
    return end === line.length ? [{ start: 0, end, certain: true }] : 'other-text';
}
/** Where each run is. The first one begins the line and the last one ends it. */
function between(runs, line) {
    const [first, last] = [runs[0], runs.at(-1)];
    if (!first || !last)
        return 'other-text';
    const head = { start: 0, end: endOf(first, line, 0), certain: true };
    if (head.end < 0)
        return 'other-text';
    const tail = tailOf(last, line);
    if (!tail || tail.start < head.end)
        return 'other-text';
    const inner = runs.slice(1, -1);
    const left = fromLeft(inner, line, head.end, tail.start);
    const right = left && fromRight(inner, line, head.end, tail.start);
    if (!left || !right)
        return 'other-text';
    const middle = left.map((place, i) => ({ ...place, certain: place.start === right[i]?.start }));
    const unsure = middle.some(({ certain }, i) => !certain && inner[i]?.parts.length !== 0);
    return unsure ? 'ambiguous' : [head, ...middle, tail];
}
function tailOf(run, line) {
    const least = Math.max(0, line.length - run.longest);
    for (let start = line.length; start >= least; start--) {
        const found = line.lastIndexOf(run.before, start);
        if (found < least)
            return undefined;
        start = found;
        if (endOf(run, line, start) === line.length)
            return { start, end: line.length, certain: true };
    }
    return undefined;
}
function fromLeft(runs, line, from, to) {
    const matches = [];
    let at = from;
    for (const run of runs) {
        let start = line.indexOf(run.before, at);
        let end = start < 0 ? -1 : endOf(run, line, start);
        while (start >= 0 && end < 0) {
            start = line.indexOf(run.before, start + 1);
            end = start < 0 ? -1 : endOf(run, line, start);
        }
        if (start < 0 || end > to)
            return undefined;
        matches.push({ start, end });
        at = end;
    }
    return matches;
}
function fromRight(runs, line, from, to) {
    const matches = [];
    let limit = to;
    for (const run of [...runs].reverse()) {
        let start = limit - run.before.length;
        let end = -1;
        while (start >= from) {
            start = line.lastIndexOf(run.before, start);
            end = start < from ? -1 : endOf(run, line, start);
            if (end >= 0 && end <= limit)
                break;
            start -= 1;
        }
        if (start < from)
            return undefined;
        matches.unshift({ start, end });
        limit = start;
    }
    return matches;
}
/** A variable that occurs twice must have the same value in both places. A free text of uncertain extent has none. */
function valuesOf(runs, free, matches, line) {
    const values = new Map();
    let same = true;
    const set = (variable, value) => {
        if ((values.get(variable) ?? value) !== value)
            same = false;
        values.set(variable, value);
    };
    runs.forEach(({ before, parts }, i) => {
        let at = (matches[i]?.start ?? 0) + before.length;
        for (const { variable, form, after } of parts) {
            form.lastIndex = at;
            const [value = ''] = form.exec(line) ?? [];
            set(variable, value);
            at += value.length + after.length;
        }
        const [variable, here, next] = [free[i], matches[i], matches[i + 1]];
        if (variable !== undefined && here?.certain && next?.certain) {
            set(variable, line.slice(here.end, next.start));
        }
    });
    return same ? values : 'ambiguous';
}

;// CONCATENATED MODULE: ./build/logs/access-log-format.js
// Compiles the format of a stage's access log (`GetStage`, accessLogSettings.format) into a reader of its lines. The
// template comes first, because values are substituted as text: in a log that looks like JSON, a quote in a user agent
// may break the JSON, and the line still has only one reading (DataBiosphere/azul#4009, #4348).




function compileFormat(text) {
    const format = withoutEnd(text);
    const pieces = piecesOf(format);
    const [problem, ...others] = problemsOf(format, pieces);
    if (problem)
        return { kind: 'refused', problems: [problem, ...others] };
    const readTemplate = createTemplateReader(pieces);
    const readFields = fieldReader(format, pieces);
    return {
        kind: 'compiled',
        variables: new Set(pieces.variables),
        read: (message) => {
            const line = withoutEnd(message);
            const values = readTemplate(line);
            // What can be read in two ways may contain a field that the client wrote: the parser would take the last one.
            if (values === 'ambiguous')
                return 'unparsed';
            const found = values === 'other-text' ? readFields(line) : values;
            return (found && recordOf(found)) ?? 'unparsed';
        },
    };
}
/** API Gateway allows a line break only at the end of a format (API Gateway developer guide, "Set up logging"). */
function withoutEnd(text) {
    return text.endsWith('\n') ? text.replace(/\r?\n$/, '') : text;
}
const ENTITY = /&(?:lt|gt|amp|quot|apos|#\d{1,7}|#[xX][0-9a-fA-F]{1,6});/g;
function problemsOf(format, { literals, variables }) {
    if (variables.length === 0)
        return [{ kind: 'empty' }];
    const problems = [];
    if (!variables.includes('status'))
        problems.push({ kind: 'no-status' });
    if (!variables.includes('requestId') && !variables.includes('extendedRequestId')) {
        problems.push({ kind: 'no-request-id' });
    }
    variables.slice(1).forEach((second, i) => {
        const first = variables[i];
        if (first !== undefined && literals[i + 1] === '') {
            problems.push({ kind: 'adjacent', first, second });
        }
    });
    const [entity] = format.match(ENTITY) ?? [];
    if (entity !== undefined)
        problems.push({ kind: 'entity', entity });
    return problems;
}
/** Reads lines that are JSON, even if API Gateway writes it in another way than the template does. */
function fieldReader(format, { variables }) {
    const paths = fieldsOf(format, variables);
    if (paths.size === 0)
        return () => undefined;
    return (line) => {
        const root = line.startsWith('{') ? (0,foreign_text/* parseJson */.qF)(line) : undefined;
        if (root === undefined)
            return undefined;
        const values = new Map();
        for (const [variable, path] of paths) {
            const value = path.reduce((at, key) => fieldIn(at, key), root);
            if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') {
                values.set(variable, String(value));
            }
        }
        return values;
    };
}
/** The field that holds a variable and nothing else, for each variable that has one; empty if it is not JSON. */
function fieldsOf(format, variables) {
    const found = new Map();
    let count = 0;
    // Characters for private use, which need no escape in JSON and occur in no format.
    const marked = format.replace(VARIABLE, () => `\uE000${count++}\uE001`);
    // A variable without quotes is given them, so that the rest can be parsed.
    const quoted = marked.replace(/([:,[]\s{0,8})(\uE000\d+\uE001)(?=\s{0,8}[,}\]])/g, '$1"$2"');
    const visit = (value, path) => {
        if (typeof value === 'string') {
            const [, index] = /^\uE000(\d+)\uE001$/.exec(value) ?? [];
            const variable = index === undefined ? undefined : variables[Number(index)];
            if (variable !== undefined && !found.has(variable))
                found.set(variable, path);
            return;
        }
        if (typeof value !== 'object' || value === null)
            return;
        for (const [key, one] of Object.entries(value))
            visit(one, [...path, key]);
    };
    visit((0,foreign_text/* parseJson */.qF)(quoted), []);
    return found;
}
function fieldIn(value, key) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key))
        return undefined;
    return value[key];
}

// EXTERNAL MODULE: ./build/logs/format-problem-text.js
var format_problem_text = __webpack_require__(52273);
// EXTERNAL MODULE: ./build/logs/interpreters.js + 1 modules
var interpreters = __webpack_require__(96019);
;// CONCATENATED MODULE: ./build/logs/proposed-format.js
// The smallest change of an access log's format that makes it usable.


/** What a verdict needs. */
const NEEDED = ['requestId', 'status'];
/**
 * What is useful as well: to name routes and errors, to find the lines of the function, and to leave out the lines of
 * other stages in the same group.
 */
const USEFUL = [
    'httpMethod',
    'resourcePath',
    'responseLatency',
    'integration.requestId',
    'error.responseType',
    'isCanaryRequest',
    'apiId',
    'stage',
];
/** The user's format with what is missing, as one line. A format that can be read is returned as it is. */
function proposeFormat(format) {
    return compileFormat(format).kind === 'compiled' ? format : completed(format, NEEDED);
}
/** The same with what says which stage a line belongs to. */
function proposeNamedFormat(format) {
    return completed(format, [...NEEDED, 'apiId', 'stage']);
}
/** The same with what makes the report say more. */
function proposeFullFormat(format) {
    return completed(format, [...NEEDED, ...USEFUL]);
}
function completed(format, wanted) {
    const line = separated(decoded(format.replace(/[\r\n]+/g, ' ').trim()));
    const known = new Set(piecesOf(line).variables);
    const missing = wanted.filter((name) => !known.has(name) && !isReplaced(name, known));
    return missing.reduce(added, line);
}
/** The longer ID is as unique as the other one. */
function isReplaced(name, known) {
    return name === 'requestId' && known.has('extendedRequestId');
}
const ENTITIES = {
    '&lt;': '<',
    '&gt;': '>',
    '&quot;': '"',
    '&apos;': "'",
    '&amp;': '&',
};
/** Without entities, even if they were encoded more than once. Each turn shortens the text. */
function decoded(format) {
    const once = format.replace(ENTITY, (entity) => ENTITIES[entity] ?? ' ');
    return once === format ? format : decoded(once);
}
/** With a blank between two variables that have nothing between them. */
function separated(format) {
    return withLiterals(format, (literal, place) => literal === '' && place === 'between' ? ' ' : literal);
}
/** With one more variable, in the form that the format has. */
function added(format, name) {
    const variable = `$context.${name}`;
    const field = name.split('.').at(-1) ?? name;
    if (/^\{.*\}$/s.test(format)) {
        const body = format.slice(0, -1).trimEnd();
        const comma = /[{,]$/.test(body) ? '' : ',';
        return `${body}${comma}"${field}":"${variable}"}`;
    }
    const [closing] = /<\/[\w:-]{1,64}>\s{0,8}$/.exec(format) ?? [];
    if (closing !== undefined) {
        return `${format.slice(0, -closing.length)}<${field}>${variable}</${field}>${closing}`;
    }
    if (format === '')
        return variable;
    return `${format}${separatorOf(format)}${variable}`;
}
/** What the format has between most of its variables: a comma, or else a blank. */
function separatorOf(format) {
    const between = piecesOf(format).literals.slice(1, -1);
    const commas = between.filter((literal) => literal.trim() === ',').length;
    return commas > between.length / 2 ? ',' : ' ';
}

// EXTERNAL MODULE: ./build/logs/tally.js + 7 modules
var logs_tally = __webpack_require__(40341);
// EXTERNAL MODULE: ./build/targets/concurrency.js
var concurrency = __webpack_require__(99350);
// EXTERNAL MODULE: ./build/targets/lambda/version-logs.js
var version_logs = __webpack_require__(56973);
// EXTERNAL MODULE: ./build/targets/log-groups.js
var log_groups = __webpack_require__(89844);
// EXTERNAL MODULE: ./build/aws/deployments.js
var deployments = __webpack_require__(90782);
// EXTERNAL MODULE: ./build/aws/twins.js
var twins = __webpack_require__(9073);
// EXTERNAL MODULE: ./build/base/listed.js
var listed = __webpack_require__(639);
;// CONCATENATED MODULE: ./build/targets/stage/shared-log.js
// Several stages may write to one log group. Unless each line says whose it is, the failures of another stage's canary
// would be taken for those of this one.








/** Reading the stages of more APIs than this takes too long. */
const MOST_APIS = 50;
/** Whether it matters who else writes to the group: what lines do not say. */
function unnamedBy(variables) {
    if (!variables.has('apiId'))
        return 'api';
    return variables.has('stage') ? undefined : 'stage';
}
function unnamedIn(format) {
    const compiled = compileFormat(format);
    return compiled.kind === 'compiled' ? unnamedBy(compiled.variables) : undefined;
}
/** Read once: preflight and the release ask the same. */
function rememberSharing(clients, own) {
    const known = new Map();
    return ({ destinationArn, format }) => {
        const group = (0,log_events/* groupIn */.Vh)(destinationArn);
        const unnamed = unnamedIn(format);
        if (!group || !unnamed)
            return Promise.resolve(undefined);
        const key = `${unnamed} ${destinationArn}`;
        const found = known.get(key) ?? whyShared(clients, own, { group, unnamed });
        known.set(key, found);
        return found;
    };
}
/** The role that writes logs, and the stages that may share the group. */
function settingsRead(format, restApiId) {
    const unnamed = unnamedIn(format);
    const stages = { api: '/restapis/*/stages', stage: `/restapis/${restApiId}/stages` };
    return ['/account', ...(unnamed ? [stages[unnamed]] : [])];
}
/**
 * Why the lines of a group may not be those of a stage; `undefined`: they are.
 *
 * @param unnamed what lines do not say: with the API, only other stages of the same API matter
 */
async function whyShared(clients, own, { group, unnamed }) {
    try {
        const apis = unnamed === 'api' ? await readApis(clients, own) : [own.restApiId];
        if (apis.length > MOST_APIS)
            return unchecked(group, `there are ${apis.length} REST APIs`);
        const stages = (await (0,concurrency/* mapAll */.gJ)(apis, (id) => stagesWriting(clients, id, group))).flat();
        const others = stages.filter((stage) => !isSame(stage, own));
        if (others.length === 0)
            return undefined;
        const names = others.map(({ restApiId, stageName }) => `${restApiId}/${stageName}`);
        return `the log group "${group.name}" also has the lines of ${(0,listed/* listed */.KE)(names)}, and lines do not say whose they are`;
    }
    catch (error) {
        return unchecked(group, (0,errors/* known */.eO)(error).message);
    }
}
function unchecked({ name }, why) {
    return `lines do not say which stage they belong to, and it could not be checked whether others write to the log group "${name}" as well (${why})`;
}
async function readApis({ open, place }, { restApiId }) {
    const apis = await (0,twins/* readRestApis */.O)(open(gateway_client/* API_GATEWAY */.Q), place);
    return [...new Set([restApiId, ...apis.flatMap(({ id }) => id ?? [])])];
}
async function stagesWriting(clients, restApiId, group) {
    const stages = await (0,deployments/* bindDeployments */.I)(clients, restApiId).readStages();
    return stages
        .filter(({ accessLog }) => (0,log_events/* groupIn */.Vh)(accessLog?.destinationArn ?? '')?.name === group.name)
        .map(({ name }) => ({ restApiId, stageName: name }));
}
function isSame(a, b) {
    return a.restApiId === b.restApiId && a.stageName === b.stageName;
}

;// CONCATENATED MODULE: ./build/targets/stage/stage-logs.js
// The access logs of a stage: its own group, and the one of the canary's requests behind it.














/** Names, times and IDs that a line has instead of its variables. */
const BYTES_OF_VALUES = 150;
function stageLogs(services) {
    const sharing = rememberSharing(services.clients, services.bound.api);
    return {
        inspect: async (releases) => {
            const { api } = services.bound;
            try {
                const { accessLog } = await api.readStage();
                return accessLog
                    ? await inspectLog(services, accessLog, releases, sharing)
                    : unusable(NO_ACCESS_LOG);
            }
            catch (error) {
                return unusable((0,errors/* known */.eO)(error).message);
            }
        },
        open: async (rollout, from) => {
            const { accessLog } = await services.bound.api.readStage();
            const group = accessLog && (0,log_events/* groupIn */.Vh)(accessLog.destinationArn);
            const compiled = accessLog && compileFormat(accessLog.format);
            if (!accessLog || !group || compiled?.kind !== 'compiled')
                return undefined;
            if ((await sharing(accessLog)) !== undefined)
                return undefined;
            return openGroups(services, { accessLog, group, compiled }, rollout, from);
        },
        versionLogs: ({ record }) => (0,version_logs/* readVersionLogs */.K)(services.bound.functions, record.functions),
    };
}
const NO_ACCESS_LOG = 'the stage has no access log; set one up with a log group of CloudWatch Logs as its destination';
function unusable(...problems) {
    return { problems, doubts: [], hints: [], permissions: [], sources: 0, requestBytes: 0 };
}
async function inspectLog(services, accessLog, releases, sharing) {
    const { bound, clients, logs, readAccount } = services;
    const { destinationArn, format } = accessLog;
    const { place } = clients;
    const group = (0,log_events/* groupIn */.Vh)(destinationArn);
    const account = await readAccount();
    const problems = [...placeProblems(destinationArn, place.region), ...formatProblems(format)];
    if (!group || group.region !== place.region)
        return unusable(...problems);
    const names = [group.name, canaryGroupOf(group)];
    const found = await (0,log_groups/* inspectGroups */.T)(logs, [group.name], group.account, (0,time/* now */.tB)());
    const isForeign = account !== '' && account !== group.account;
    const role = await readLogRole(clients).catch((0,errors/* orElse */.NW)(undefined));
    const code = await inspectCode(services, releases, group.account);
    const shared = problems.length > 0 || isForeign ? undefined : await sharing(accessLog);
    return {
        problems: [
            ...problems,
            ...(role === '' ? [NO_ROLE] : []),
            ...(isForeign ? [foreignGroup(group, account)] : found.problems),
            ...(shared === undefined
                ? []
                : [`${shared}. Change the format to: ${proposeNamedFormat(format)}`]),
        ],
        doubts: found.doubts,
        hints: [...hintsFor(format), ...code.hints],
        permissions: [
            ...(0,log_groups.logPermissions)(place, [...names, ...code.groups], group.account),
            ...settingsRead(format, bound.api.restApiId).map((path) => ({
                action: 'apigateway:GET',
                resource: (0,gateway_arns/* gatewayArn */.Sw)(place, path),
            })),
        ],
        sources: names.length,
        requestBytes: format.length + BYTES_OF_VALUES,
    };
}
/** The logs of the functions: where they fail in their code. They decide nothing. */
async function inspectCode({ bound, logs }, releases, account) {
    const found = await (0,concurrency/* mapAll */.gJ)(releases, async ({ name }) => {
        const reading = await bound.functions.read(name).catch((0,errors/* orElse */.NW)(undefined));
        return reading?.logging?.group ?? (0,version_logs/* ownGroup */.E)(name);
    });
    const groups = [...new Set(found)];
    const { problems } = await (0,log_groups/* inspectGroups */.T)(logs, groups, account, (0,time/* now */.tB)());
    return {
        groups,
        hints: problems.map((problem) => `the report cannot say where in its code a function fails: ${problem}`),
    };
}
const NO_ROLE = "API Gateway has no role to write logs with in this Region; set the CloudWatch log role in API Gateway's settings of the account (in Terraform: aws_api_gateway_account)";
function foreignGroup({ name, account }, own) {
    return `the access log goes to the log group "${name}" of the account ${account}, which this job does not read; expected a log group of the account ${own}`;
}
function placeProblems(destinationArn, region) {
    const group = (0,log_events/* groupIn */.Vh)(destinationArn);
    if (!group) {
        return [
            /:firehose:/.test(destinationArn)
                ? `the access log goes to the Firehose stream ${destinationArn}, which cannot be read in seconds; expected a log group of CloudWatch Logs`
                : `the destination of the access log is ${destinationArn}; expected the ARN of a log group`,
        ];
    }
    return group.region === region
        ? []
        : [
            `the access log goes to the log group "${group.name}" in ${group.region}; expected a log group in ${region}`,
        ];
}
function formatProblems(format) {
    const compiled = compileFormat(format);
    if (compiled.kind === 'compiled')
        return [];
    const what = compiled.problems.map(format_problem_text/* describeFormatProblem */.Q).join(', and ');
    return [`the format of the access log ${what}. Change it to: ${proposeFormat(format)}`];
}
/** Without them, failures are counted, but not by route. */
function hintsFor(format) {
    const compiled = compileFormat(format);
    if (compiled.kind === 'refused')
        return [];
    const lacks = ['httpMethod', 'resourcePath'].filter((name) => !compiled.variables.has(name));
    if (lacks.length === 0)
        return [];
    const names = lacks.map((name) => `$context.${name}`).join(' and ');
    return [
        `the format of the access log does not contain ${names}, so the report cannot name routes. To add what is useful, change it to: ${proposeFullFormat(format)}`,
    ];
}
/** API Gateway developer guide, "Set up an API Gateway canary release deployment". */
function canaryGroupOf({ name }) {
    return `${name}/Canary`;
}
function openGroups({ bound }, { accessLog, group, compiled }, rollout, from) {
    const { api, seen } = bound;
    const canaryGroup = canaryGroupOf(group);
    const sources = [
        { name: 'canary', side: 'canary', failuresOnly: false, group: canaryGroup },
        { name: 'stable', side: 'stable', failuresOnly: false, group: group.name },
    ];
    const formats = followFormat(accessLog.format, compiled, () => seen.accessLog === 'none' ? undefined : seen.accessLog?.format);
    const { canaryDeploymentId: canaryDeployment } = rollout;
    const tally = (0,logs_tally/* createTally */.X)({
        ...{ sources, from },
        longestMs: rollout.record.longestAnswerSeconds * 1000,
        interpreter: (0,interpreters/* accessInterpreter */.j)({
            ...{ formats, canaryGroup, apiId: api.restApiId, stage: api.stageName },
            ...(canaryDeployment !== undefined && { canaryDeployment }),
        }),
    });
    return {
        ...{ sources, tally },
        limits: () => limitsOf(accessLog, seen.accessLog),
        metrics: { gateway: 'own-series', functions: 'no-series' },
    };
}
/** Each check reads the stage. A format that was changed in the meantime is known from the next check on. */
function followFormat(first, compiled, current) {
    const known = new Set([first]);
    let formats = [compiled];
    return () => {
        const format = current();
        if (format !== undefined && !known.has(format)) {
            known.add(format);
            const next = compileFormat(format);
            // Lines that no longer say whose they are may be those of another stage.
            const isNamed = next.kind === 'compiled' && isAsNamed(next, compiled);
            if (isNamed)
                formats = [next, ...formats];
        }
        return formats;
    };
}
function isAsNamed(next, before) {
    const unnamed = unnamedBy(next.variables);
    return unnamed === undefined || unnamed === unnamedBy(before.variables);
}
/** What somebody changed on the stage. The lines that were read before remain what they are. */
function limitsOf({ destinationArn }, current) {
    if (current === undefined)
        return [];
    if (current === 'none')
        return [moved('the access log of the stage was turned off')];
    if (current.destinationArn !== destinationArn) {
        return [moved('the access log of the stage now has another destination')];
    }
    const compiled = compileFormat(current.format);
    return compiled.kind === 'refused' ? [{ kind: 'format', problem: compiled.problems[0] }] : [];
}
function moved(message) {
    return { kind: 'unreadable', message };
}


/***/ })

};
