export const id = 2953;
export const ids = [2953,8008];
export const modules = {

/***/ 68008:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _9: () => (/* binding */ valuesToHide),
/* harmony export */   cT: () => (/* binding */ withoutSecrets)
/* harmony export */ });
/* unused harmony export spellings */
/* harmony import */ var _foreign_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(56218);
// Removes secrets from text that other services return: a response often repeats the request.

/** Stands where a secret was. */
const HIDDEN = '***';
/**
 * The text without the secrets: neither plain, nor percent-encoded, nor escaped for JSON or HTML, in upper or
 * lower case.
 */
function withoutSecrets(text, secrets) {
    const forms = [...new Set(secrets.flatMap(spellings))].filter((form) => form !== '');
    if (forms.length === 0)
        return text;
    // The longest first, so that a secret that contains another one is removed as a whole.
    forms.sort((a, b) => b.length - a.length);
    return text.replace(new RegExp(forms.map(escapeForRegExp).join('|'), 'gi'), HIDDEN);
}
/** The forms in which a server may write a secret. */
function spellings(secret) {
    const plain = decoded(secret);
    const all = [secret, plain, encodeURI(plain), encodeURIComponent(plain)];
    const twice = all.flatMap((form) => [form, encodeURIComponent(form)]);
    return [...new Set(twice.flatMap((form) => [form, htmlOf(form), jsonOf(form), slashesOf(form)]))];
}
function decoded(text) {
    return (0,_foreign_text_js__WEBPACK_IMPORTED_MODULE_0__/* .percentDecoded */ .oF)(text.replaceAll('+', ' ')) ?? text;
}
function htmlOf(text) {
    return text
        .replaceAll('&', '&amp;')
        .replaceAll('<', '&lt;')
        .replaceAll('>', '&gt;')
        .replaceAll('"', '&quot;')
        .replaceAll("'", '&#39;');
}
function jsonOf(text) {
    return JSON.stringify(text).slice(1, -1);
}
/** PHP and others escape slashes in JSON. */
function slashesOf(text) {
    return text.replaceAll('/', '\\/');
}
function escapeForRegExp(text) {
    return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}
/** The values of variables that an error must not repeat. Short ones are left out: they occur in any text. */
function valuesToHide(values) {
    const isOpen = (value) => value.length < 4 || /^(?:[\w-]+:)?\d{1,10}$/.test(value);
    return values.filter((value) => value !== undefined).filter((value) => !isOpen(value));
}


/***/ }),

/***/ 96543:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ EXIT)
/* harmony export */ });
// What a command of the command line is. Each is one object in `command-table.ts`; the parser, the help and the exit
// code are the same for all.
const EXIT = {
    /** Promoted, unchanged, planned, previewed, or in progress; or done as asked, such as a rollback by `rollback`. */
    ok: 0,
    /** Rolled back or failed. */
    failed: 1,
    /** The command line is wrong. Nothing was begun. */
    usage: 2,
    /** The release is held, and waits for a person. */
    held: 3,
    /** A rollback failed: a person must act. */
    stuck: 4,
};


/***/ }),

/***/ 41767:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   HV: () => (/* binding */ releaseFlags),
/* harmony export */   T_: () => (/* binding */ absentFlags),
/* harmony export */   yx: () => (/* binding */ SCHEMA)
/* harmony export */ });
/* harmony import */ var _inputs_schema_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3130);
/* harmony import */ var _targets_kinds_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(97911);
// The flags of a release: the inputs of the action, from their declarations, and what only the command line has.


const SCHEMA = (0,_inputs_schema_js__WEBPACK_IMPORTED_MODULE_0__/* .schemaOf */ .pP)(_targets_kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .TARGET_KINDS */ .a);
/** What only the command line has. */
const RUN_FLAGS = {
    title: 'Run',
    flags: [
        {
            name: 'region',
            value: 'REGION',
            doc: 'The AWS Region, such as eu-central-1. Default: AWS_REGION, then AWS_DEFAULT_REGION.',
        },
        {
            name: 'account',
            value: 'ID',
            doc: 'The AWS account that the credentials must be of, such as 123456789012. With any other, nothing is read or changed.',
        },
        {
            name: 'id-token-file',
            value: 'FILE',
            doc: 'A file with an OIDC token of the CI, for role-to-assume. Default: AWS_WEB_IDENTITY_TOKEN_FILE.',
        },
        {
            name: 'id-token',
            value: 'TOKEN',
            secret: true,
            doc: 'The same as a variable, such as an ID token of GitLab for the audience sts.amazonaws.com.',
        },
        {
            name: 'grace',
            value: 'TIME',
            doc: 'How long the process may take to roll back after SIGTERM or SIGINT, until the CI kills it. Default: 10s.',
        },
    ],
};
const FILE_FLAGS = {
    title: 'Results',
    flags: [
        { name: 'summary', value: 'FILE.md', doc: 'Writes the summary of the release, as Markdown.' },
        {
            name: 'report',
            value: 'FILE.json',
            doc: 'Writes the report, for programs and for the command comment.',
        },
        { name: 'page', value: 'FILE.html', doc: 'Writes the report as a page, with plots.' },
        {
            name: 'outputs',
            value: 'FILE.env',
            doc: 'Writes the outputs as lines such as CANARY_OUTPUT_OUTCOME=promoted, which GitLab reads as a dotenv report.',
        },
    ],
};
/** The flags of all commands that the action has, too. */
function releaseFlags() {
    const groups = SCHEMA.groups.map(({ title, inputs }) => ({
        title,
        flags: Object.entries(inputs)
            .filter(([name, declared]) => name !== 'command' && !declared.actionOnly)
            .map(flagOf),
    }));
    return [FILE_FLAGS, RUN_FLAGS, ...groups.filter(({ flags }) => flags.length > 0)];
}
/** The inputs that only the action has, and why. */
function absentFlags() {
    const ofAction = Object.entries(SCHEMA.inputs)
        .filter(([, { actionOnly }]) => actionOnly)
        .map(([name]) => [name, `${name} is for GitHub Actions only, because it is about GitHub`]);
    return {
        ...Object.fromEntries(ofAction),
        comment: 'the command line comments afterwards, with canary-action comment',
        command: 'the command is the first word, as in canary-action plan',
        'aws-region': 'expected --region',
        profile: 'set the variable AWS_PROFILE',
    };
}
function flagOf([name, declared]) {
    const { type, secret } = declared;
    const lines = /^(list|map|.* or map)$/.test(type.name);
    return {
        name,
        value: placeholderOf(declared),
        doc: docOf(declared),
        ...(lines && { repeats: true }),
        ...(type.name === 'boolean' && { boolean: true }),
        ...(secret && { secret: true }),
    };
}
function placeholderOf({ type: { name, words } }) {
    if (words && name !== 'list')
        return words.join('|');
    return name.replace(/\W+/g, '-').toUpperCase();
}
function docOf({ doc, only, default: text, defaultText = text }) {
    return [
        plain(doc),
        ...(only ? [`For ${only} only.`] : []),
        ...(defaultText === '' ? [] : [`Default: ${plain(defaultText)}.`]),
    ].join(' ');
}
/** A terminal shows no Markdown. */
function plain(text) {
    return text.replaceAll('`', '');
}


/***/ }),

/***/ 32953:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  start: () => (/* binding */ start)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/base/assert.js
var assert = __webpack_require__(50648);
// EXTERNAL MODULE: ./build/base/errors.js + 1 modules
var errors = __webpack_require__(76031);
// EXTERNAL MODULE: ./build/base/foreign-text.js
var foreign_text = __webpack_require__(56218);
;// CONCATENATED MODULE: ./build/cli/comment-flags.js
// The flags of the command `comment`.
const COMMENT_FLAGS = [
    {
        title: 'Comment',
        flags: [
            {
                name: 'report',
                value: 'FILE.json',
                doc: 'The report that a command wrote with --report, or the output report of the action.',
            },
            {
                name: 'number',
                value: 'NUMBER',
                doc: 'The merge request or pull request. Default: that of the CI job, otherwise the one that brought the commit of the report.',
            },
            {
                name: 'repository',
                value: 'GROUP/NAME',
                doc: 'The project or repository. Default: that of the CI job, otherwise that of the report.',
            },
            {
                name: 'api-url',
                value: 'URL',
                doc: 'The address of the API. Default: CI_API_V4_URL or GITHUB_API_URL, otherwise gitlab.com or github.com.',
            },
            {
                name: 'gitlab-token',
                value: 'TOKEN',
                secret: true,
                doc: 'A project access token with the scope api. Default: GITLAB_TOKEN. The job token CI_JOB_TOKEN may not write comments.',
            },
            {
                name: 'github-token',
                value: 'TOKEN',
                secret: true,
                doc: 'A token with pull-requests: write. Default: GITHUB_TOKEN.',
            },
        ],
    },
];

;// CONCATENATED MODULE: ./build/cli/doctor-command.js
// The command `doctor`: how the callers of each function reach it, and what has to change before a gradual release.
/** What `doctor` and `init` read. */
const READING_FLAGS = [
    {
        name: 'folder',
        value: 'PATH',
        doc: 'The checkout to read: SAM, CloudFormation, cdk.out, Terraform, serverless.yml. Default: the current folder.',
    },
    {
        name: 'terraform-json',
        value: 'FILE',
        doc: 'What "terraform show -json" writes of a plan or of the state, in place of *.tf files.',
    },
    {
        name: 'region',
        value: 'REGION',
        doc: 'The AWS Region of the account to read. Default: AWS_REGION. Without a Region, only files are read.',
    },
    { name: 'account', value: 'ID', doc: 'Refuses credentials of another account.' },
    {
        name: 'functions',
        value: 'NAMES',
        doc: 'The functions of the account to read, separated by commas. Default: all.',
    },
    {
        name: 'stack',
        value: 'NAME',
        doc: 'The CloudFormation stack of the files, if several stacks have the same logical IDs.',
    },
    { name: 'offline', doc: 'Reads files only, and sends nothing to AWS.' },
];
const DOCTOR = {
    name: 'doctor',
    summary: 'Shows how callers reach each function, and what to change before a gradual release.',
    details: [
        'Reads the files of a checkout, and an AWS account if there are a Region and credentials. It changes',
        'nothing. With both, it says what the next deployment would change.',
    ],
    flags: [
        { title: 'What to read', flags: READING_FLAGS },
        {
            title: 'Result',
            flags: [
                { name: 'json', doc: 'Writes JSON in place of tables.' },
                { name: 'check', doc: 'Exit code 1 if a function is not ready for gradual releases.' },
            ],
        },
    ],
    run: async (context) => (await Promise.all(/* import() */[__webpack_require__.e(9956), __webpack_require__.e(5861), __webpack_require__.e(4085), __webpack_require__.e(1696), __webpack_require__.e(818), __webpack_require__.e(2894), __webpack_require__.e(7688), __webpack_require__.e(1111), __webpack_require__.e(6057), __webpack_require__.e(6167), __webpack_require__.e(1526), __webpack_require__.e(7082)]).then(__webpack_require__.bind(__webpack_require__, 97082))).runDoctor(context),
};

;// CONCATENATED MODULE: ./build/cli/init-command.js
// The command `init`: writes what a repository needs for its first gradual release, as files.

const INIT = {
    name: 'init',
    summary: 'Writes workflows, roles, alarms, the config file, and the edits of SAM or Terraform files.',
    details: [
        'Reads what doctor reads, and writes files of the checkout only. Without a terminal, or with',
        '--dry-run, it shows what it would write. A second run changes nothing.',
    ],
    flags: [
        { title: 'What to read', flags: READING_FLAGS },
        {
            title: 'The repository',
            flags: [
                {
                    name: 'repository',
                    value: 'OWNER/NAME',
                    doc: 'As GitHub spells it. Default: the remote "origin" of Git.',
                },
                {
                    name: 'owner-id',
                    value: 'NUMBER',
                    doc: 'What "gh api repos/OWNER/NAME --jq .owner.id" prints. Default: asked of gh.',
                },
                {
                    name: 'repository-id',
                    value: 'NUMBER',
                    doc: 'What "gh api repos/OWNER/NAME --jq .id" prints. Default: asked of gh.',
                },
                {
                    name: 'environment',
                    value: 'NAME',
                    doc: 'The GitHub environment whose jobs may release. Default: production.',
                },
                {
                    name: 'action-sha',
                    value: 'COMMIT',
                    doc: 'The commit of org/canary-action, for repositories that pin their actions.',
                },
            ],
        },
        {
            title: 'Writing',
            flags: [
                { name: 'write', doc: 'Writes the files without asking.' },
                { name: 'dry-run', doc: 'Writes nothing, also in a terminal.' },
                { name: 'overwrite', doc: 'Replaces files of other content, too.' },
            ],
        },
    ],
    run: async (context) => (await Promise.all(/* import() */[__webpack_require__.e(9956), __webpack_require__.e(5861), __webpack_require__.e(4085), __webpack_require__.e(1696), __webpack_require__.e(818), __webpack_require__.e(2894), __webpack_require__.e(7688), __webpack_require__.e(1111), __webpack_require__.e(6057), __webpack_require__.e(6167), __webpack_require__.e(1526), __webpack_require__.e(3141)]).then(__webpack_require__.bind(__webpack_require__, 63141))).runInit(context),
};

// EXTERNAL MODULE: ./build/cli/input-flags.js
var input_flags = __webpack_require__(41767);
;// CONCATENATED MODULE: ./build/cli/command-table.js
// All commands of the command line. A command of its own is one object here: it is parsed, listed and helped like the
// others. What it does is loaded when it runs.




const SUMMARIES = {
    rollout: 'Runs a complete release: step by step, watched, then promoted or rolled back.',
    plan: 'Checks everything, changes nothing, and says what a release would do.',
    start: 'Releases up to the first weight; later runs continue with advance or promote.',
    advance: 'Checks the open release once, then shifts if it is time, or rolls back.',
    promote: 'Skips the remaining steps of the open release and promotes.',
    rollback: 'Returns all traffic to the previous version, even after a killed run.',
    pause: 'Keeps the current weight of the open release.',
    resume: 'Ends the pause.',
    status: 'Shows the current state and changes nothing.',
    preview: 'Deploys the code of a pull request or merge request next to the stage.',
    sweep: 'Removes old previews.',
};
const JUDGING = ['Schedule', 'Alarms and comparison', 'Hooks'];
/** The groups of inputs that a command does not use. */
const UNUSED = {
    rollout: ['Previews'],
    plan: ['Previews'],
    start: ['Previews'],
    advance: ['Previews'],
    promote: ['Previews'],
    rollback: [...JUDGING, 'Previews'],
    pause: [...JUDGING, 'Policies', 'Previews'],
    resume: [...JUDGING, 'Policies', 'Previews'],
    status: [...JUDGING, 'Policies', 'Previews'],
    sweep: [...JUDGING, 'Policies'],
};
/** @see CliCommand */
function cliCommands() {
    const flags = (0,input_flags/* releaseFlags */.HV)();
    const absent = (0,input_flags/* absentFlags */.T_)();
    const releases = Object.entries(SUMMARIES).map(([name, summary]) => releaseCommand(name, summary));
    return [DOCTOR, INIT, ...releases, COMMENT];
    function releaseCommand(name, summary) {
        return {
            name,
            summary,
            flags,
            unused: UNUSED[name] ?? [],
            absent,
            check: async (context) => (await Promise.all(/* import() */[__webpack_require__.e(2894), __webpack_require__.e(4557), __webpack_require__.e(1553), __webpack_require__.e(1437)]).then(__webpack_require__.bind(__webpack_require__, 91553))).problemsOf(name, context),
            run: async (context) => (await Promise.all(/* import() */[__webpack_require__.e(9956), __webpack_require__.e(5861), __webpack_require__.e(4085), __webpack_require__.e(1696), __webpack_require__.e(2894), __webpack_require__.e(7688), __webpack_require__.e(1111), __webpack_require__.e(4557), __webpack_require__.e(258), __webpack_require__.e(9623), __webpack_require__.e(9505), __webpack_require__.e(1553), __webpack_require__.e(2724)]).then(__webpack_require__.bind(__webpack_require__, 52724))).runRelease(name, context),
        };
    }
}
const COMMENT = {
    name: 'comment',
    summary: 'Posts or updates the comment of a report on a merge request or pull request.',
    words: ['gitlab', 'github'],
    flags: COMMENT_FLAGS,
    absent: { token: 'a secret is no flag; set the variable GITLAB_TOKEN or GITHUB_TOKEN' },
    run: async (context) => (await Promise.all(/* import() */[__webpack_require__.e(2894), __webpack_require__.e(4557), __webpack_require__.e(443)]).then(__webpack_require__.bind(__webpack_require__, 30443))).runComment(context),
};

// EXTERNAL MODULE: ./build/base/listed.js
var listed = __webpack_require__(639);
// EXTERNAL MODULE: ./build/base/log.js
var base_log = __webpack_require__(82130);
// EXTERNAL MODULE: ./build/base/quote.js
var quote = __webpack_require__(73636);
// EXTERNAL MODULE: ./build/base/suggest.js
var suggest = __webpack_require__(24526);
// EXTERNAL MODULE: ./build/report/internal-error.js
var internal_error = __webpack_require__(47169);
// EXTERNAL MODULE: ./build/cli/cli-command.js
var cli_command = __webpack_require__(96543);
;// CONCATENATED MODULE: ./build/cli/parse-flags.js
// Words of the command line and variables to the flags of a command. All problems are reported together.


const PREFIX = 'CANARY_';
/** The outputs of an earlier job, which a CI may pass on as variables. */
const OUTPUT_PREFIX = 'CANARY_OUTPUT_';
/** `alias` → `CANARY_ALIAS`. */
function variableOf(name) {
    return PREFIX + name.replaceAll('-', '_').toUpperCase();
}
/**
 * @param args without the name of the command
 * @param elsewhere the names of the flags of other commands, whose variables the commands of a job may share
 */
function parseFlags(args, command, env, elsewhere = []) {
    const known = command.flags.flatMap(({ flags }) => flags);
    const line = readLine(args, known, command);
    const others = new Set(elsewhere.map(variableOf));
    const ours = Object.entries(env).filter(([name]) => !others.has(name) || isKnown(name, known));
    const variables = readVariables(Object.fromEntries(ours), known, command);
    const all = new Map([...variables.given, ...line.given]);
    const word = readWord(line.words, command);
    return {
        flags: {
            all,
            get: (name) => all.get(name),
            text: (name) => all.get(name)?.text ?? '',
            has: (name) => all.has(name),
        },
        word: word.word,
        help: line.help,
        problems: [...word.problems, ...line.problems, ...variables.problems],
        warnings: variables.warnings,
    };
}
function readWord(given, { name, words = [] }) {
    const [first, ...rest] = given;
    const superfluous = (words.length === 0 ? given : rest).map((text) => `${(0,quote/* quote */.h)(text)}: no word is expected here; a value follows its flag, as in --flag value`);
    if (words.length === 0)
        return { word: undefined, problems: superfluous };
    if (first !== undefined && words.includes(first))
        return { word: first, problems: superfluous };
    const expected = words.join(' or ');
    const problem = first === undefined
        ? `${name}: expected ${expected} after it`
        : `${name} ${(0,quote/* quote */.h)(first)}: expected ${expected}.${(0,suggest/* didYouMean */.a)(first, words)}`;
    return { word: undefined, problems: [problem, ...superfluous] };
}
function readLine(args, known, command) {
    const given = new Map();
    const words = [];
    const problems = [];
    let help = false;
    for (const token of tokensOf(args, known, command)) {
        if (token.kind === 'help')
            help = true;
        else if (token.kind === 'word')
            words.push(token.text);
        else if (token.kind === 'problem')
            problems.push(token.text);
        else {
            const set = withFlag(given.get(token.flag.name)?.text, token.flag, token.text.trim());
            if ('problem' in set)
                problems.push(set.problem);
            else
                given.set(token.flag.name, { text: set.text, from: `--${token.flag.name}` });
        }
    }
    return { given, words, help, problems };
}
function tokensOf(args, known, command) {
    const tokens = [];
    for (let i = 0; i < args.length; i++) {
        const arg = args[i] ?? '';
        if (arg === '--help' || arg === '-h')
            tokens.push({ kind: 'help' });
        else if (!arg.startsWith('-') || arg === '-')
            tokens.push({ kind: 'word', text: arg });
        else {
            const found = findFlag(arg, known);
            const token = tokenOf(arg, found, args[i + 1], command);
            if (usesNext(token, found, args[i + 1]))
                i++;
            tokens.push(token);
        }
    }
    return tokens;
}
/** What follows an unknown flag is taken for its value: it may be a secret, and must not be shown as a word. */
function usesNext(token, { flag, inline }, next) {
    const ofUnknown = !flag && inline === undefined && next !== undefined && !next.startsWith('-');
    return token.uses === true || ofUnknown;
}
/** @returns `uses`: the next word is its value */
function tokenOf(arg, { name, flag, negated, inline }, next, command) {
    if (!flag)
        return { kind: 'problem', text: unknownFlag(arg, name, command) };
    if (negated)
        return { kind: 'flag', flag, text: 'false' };
    if (inline !== undefined) {
        if (flag.value !== undefined)
            return { kind: 'flag', flag, text: inline };
        const text = `--${name}: it takes no value; expected --${name} alone`;
        return { kind: 'problem', text };
    }
    if (flag.value === undefined)
        return { kind: 'flag', flag, text: 'true' };
    const isValue = next !== undefined && !next.startsWith('--') && next !== '-h';
    if (isValue && !(flag.boolean && !/^(true|false)$/i.test(next))) {
        return { kind: 'flag', flag, text: next, uses: true };
    }
    if (flag.boolean)
        return { kind: 'flag', flag, text: 'true' };
    const text = `--${name}: expected a value after it, as in --${name} ${flag.value}; one that begins with dashes is written --${name}=VALUE`;
    return { kind: 'problem', text };
}
/** The text of a flag, after another one of the same name. */
function withFlag(before, flag, text) {
    const name = `--${flag.name}`;
    if (flag.secret) {
        const problem = `${name}: a secret on a command line can be read by other processes; set the variable ${variableOf(flag.name)} instead`;
        return { problem };
    }
    if (text === '')
        return { problem: `${name}: its value is empty; leave the flag out, or give it a value` };
    if (before === undefined || before === text)
        return { text };
    if (flag.repeats)
        return { text: `${before}\n${text}` };
    return {
        problem: `${name}: given twice, as ${(0,quote/* quote */.h)(before)} and as ${(0,quote/* quote */.h)(text)}; expected one of them`,
    };
}
function findFlag(arg, known) {
    const [, name = arg, inline] = /^--?([^=]*)(?:=(.*))?$/s.exec(arg) ?? [];
    const flag = arg.startsWith('--') ? known.find((each) => each.name === name) : undefined;
    if (flag || inline !== undefined)
        return { name, flag, negated: false, inline };
    const positive = known.find((each) => each.boolean && `no-${each.name}` === name);
    return { name, flag: positive, negated: positive !== undefined, inline };
}
function unknownFlag(arg, name, { name: command, flags, absent = {} }) {
    const instead = absent[name];
    if (instead !== undefined)
        return `--${name}: ${instead}`;
    const open = flags.flatMap((group) => group.flags).filter(({ secret }) => !secret);
    const meant = meantName(name.replaceAll('_', '-'), open.map((each) => each.name));
    const shown = (0,quote/* quote */.h)(arg.split('=')[0] ?? arg).slice(1, -1);
    const hint = meant ? ` Did you mean "--${meant}"?` : ` See canary-action ${command} --help`;
    return `${shown}: ${command} has no such flag.${hint}`;
}
function readVariables(env, known, { absent = {} }) {
    const given = new Map();
    const problems = [];
    const warnings = [];
    const byVariable = new Map(known.map((flag) => [variableOf(flag.name), flag]));
    for (const [variable, text] of canaryVariables(env)) {
        const flag = byVariable.get(variable);
        if (!flag) {
            const found = unknownVariable(variable, known, absent);
            (found.ignored ? warnings : problems).push(found.text);
        }
        else if (flag.value !== undefined)
            given.set(flag.name, { text, from: variable });
        else if (/^(true|1)$/i.test(text))
            given.set(flag.name, { text: 'true', from: variable });
        else if (!/^(false|0)$/i.test(text)) {
            problems.push(`${variable}: expected true or false, but it is ${(0,quote/* quote */.h)(text)}`);
        }
    }
    return { given, problems, warnings };
}
function isKnown(variable, known) {
    return known.some(({ name }) => variableOf(name) === variable);
}
function canaryVariables(env) {
    return Object.entries(env)
        .map(([name, value = '']) => [name, value.trim()])
        .filter(([name]) => name.startsWith(PREFIX) && !name.startsWith(OUTPUT_PREFIX))
        .filter(([, value]) => value !== '');
}
/** A variable that is not like any of ours may be of another program. */
function unknownVariable(variable, known, absent) {
    const name = variable.slice(PREFIX.length).toLowerCase().replaceAll('_', '-');
    const instead = absent[name];
    if (instead !== undefined)
        return { text: `${variable}: ${instead}`, ignored: false };
    const meant = meantName(name, known.map((flag) => flag.name));
    return meant === undefined
        ? { text: `${variable}: there is no such variable, so it is ignored`, ignored: true }
        : {
            text: `${variable}: there is no such variable. Did you mean "${variableOf(meant)}"?`,
            ignored: false,
        };
}
/** Dashes and prefixes would make every name alike. */
function meantName(name, known) {
    return /"(.*)"/.exec((0,suggest/* didYouMean */.a)(name, known))?.[1];
}

;// CONCATENATED MODULE: ./build/cli/help-text.js
// The help: the list of commands, and the flags of one of them.

const WIDTH = 100;
const FLAG_INDENT = 8;
function generalHelp(commands) {
    const width = Math.max(...commands.map(({ name }) => name.length));
    return [
        'canary-action: releases Lambda functions and API Gateway stages step by step',
        '',
        'Usage: canary-action COMMAND [--flag value …]',
        '',
        'Commands:',
        ...commands.flatMap(({ name, summary }) => hanging(`  ${name.padEnd(width)}  `, summary, width + 4)),
        '',
        'canary-action COMMAND --help   the flags of a command',
        'canary-action --version        the version',
        '',
        ...wrapped('Each flag can also be set as a variable: --rest-api-id as CANARY_REST_API_ID. A flag takes precedence over its variable, and both over the file of --config.', 0),
        '',
        ...EXIT_CODES,
        '',
    ].join('\n');
}
const EXIT_CODES = [
    'Exit codes: 0 promoted, unchanged, planned, or done as asked · 1 rolled back or failed',
    '            2 wrong usage · 3 held · 4 stuck: a rollback failed, and a person must act',
];
function commandHelp(command) {
    const { name, summary, details = [], words, flags, unused = [] } = command;
    const word = words ? ` ${words.join('|')}` : '';
    return [
        ...wrapped(`canary-action ${name}: ${summary}`, 0),
        '',
        `Usage: canary-action ${name}${word} [--flag value …]`,
        ...(details.length > 0 ? ['', ...details] : []),
        ...flags
            .filter(({ title }) => !unused.includes(title))
            .flatMap((group) => ['', `${group.title}:`, ...group.flags.flatMap(flagLines)]),
        ...(unused.length > 0 ? ['', ...wrapped(`${OTHERS} ${unused.join(', ')}.`, 0)] : []),
        '',
        ...EXIT_CODES,
        '',
    ].join('\n');
}
const OTHERS = 'Accepted like in other commands, but not used here:';
function flagLines(flag) {
    const { name, value, doc, secret } = flag;
    const written = secret ? variableOf(name) : `--${name}${value === undefined ? '' : ` ${value}`}`;
    return [`  ${written}`, ...wrapped(doc, FLAG_INDENT)];
}
function hanging(head, text, indent) {
    const [first = '', ...rest] = wrapped(text, indent);
    return [head + first.trimStart(), ...rest];
}
/** Lines of at most 100 characters. */
function wrapped(text, indent) {
    const lines = [];
    for (const word of text.split(/\s+/)) {
        const longer = `${lines.at(-1)} ${word}`;
        if (lines.length > 0 && longer.length <= WIDTH - indent)
            lines[lines.length - 1] = longer;
        else
            lines.push(word);
    }
    return lines.map((line) => ' '.repeat(indent) + line);
}

// EXTERNAL MODULE: ./build/base/without-secrets.js
var without_secrets = __webpack_require__(68008);
;// CONCATENATED MODULE: ./build/cli/plain-log.js
// The log of the command line: plain lines, in which no CI finds a command, and without secrets.

/** Shorter texts would be hidden in half of the log. */
const SHORTEST = 4;
function createPlainLog({ out, err }) {
    const secrets = new Set();
    const masked = (text) => (secrets.size === 0 ? text : (0,without_secrets/* withoutSecrets */.cT)(text, [...secrets]));
    const line = (write, text) => write(`${harmless(masked(text))}\n`);
    const several = (word, write) => (text) => {
        const [first = '', ...rest] = text.split(/\r?\n/);
        line(write, `${word}${first}`);
        for (const each of rest)
            line(write, `  ${each}`);
    };
    return {
        mask: (secret) => {
            // A secret of several lines is written line by line.
            for (const part of secret.split(/\r?\n/)) {
                if (part.trim().length >= SHORTEST)
                    secrets.add(part.trim());
            }
        },
        masked,
        text: (lines) => {
            for (const each of lines.replace(/\n$/, '').split('\n'))
                line(out, each);
        },
        group: (title) => line(out, `== ${title}`),
        endGroup: () => undefined,
        line: (text) => line(out, oneLineOf(text)),
        notice: several('', out),
        warning: several('warning: ', out),
        error: several('error: ', err),
    };
}
function oneLineOf(text) {
    return text.replace(/[\r\n\u2028\u2029]+/g, ' ');
}
/**
 * External text must not become a command of the CI that reads the log: `::name::` at the start of a line and `##[name]`
 * (GitHub), `##vso[name]` (Azure Pipelines), `##teamcity[name]` anywhere, and the escape sequences of a terminal, with
 * which GitLab's log also folds sections.
 */
function harmless(text) {
    return (text
        // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
        .replace(/[\u0000-\u0008\u000B-\u001F\u007F\u0080-\u009F]/g, '')
        .replace(/##(?=\w*\[)/g, '##\u200B')
        .replace(/^([\s\u0085]*):(?=:)/, '$1:\u200B'));
}

// EXTERNAL MODULE: ./build/cli/usage-error.js
var usage_error = __webpack_require__(68137);
;// CONCATENATED MODULE: ./build/cli/run-cli.js
// The command line: finds the command, reads its flags, runs it. The exit code says how it ended.










/** Never throws. */
async function runCli(terminal, commands) {
    const log = createPlainLog(terminal);
    try {
        return await dispatch(terminal, commands, log);
    }
    catch (error) {
        if (error instanceof usage_error/* UsageError */.e)
            return refuse(error.problems, log);
        log.endGroup();
        (0,base_log/* logBug */.N)(log, error);
        log.error((0,internal_error/* failureText */.kY)(error, 'Look at the state in AWS with canary-action status.'));
        return cli_command/* EXIT */.d.failed;
    }
}
async function dispatch(terminal, commands, log) {
    const { args, env, cwd, interactive, version } = terminal;
    const [first, ...rest] = args;
    const names = commands.map(({ name }) => name);
    if (first === undefined) {
        log.text(generalHelp(commands));
        return cli_command/* EXIT */.d.usage;
    }
    if (first === '--help' || first === '-h' || first === 'help') {
        const asked = commands.find(({ name }) => name === rest[0]);
        log.text(asked ? commandHelp(asked) : generalHelp(commands));
        return cli_command/* EXIT */.d.ok;
    }
    if (first === '--version' || first === '-V' || first === 'version') {
        log.text(version);
        return cli_command/* EXIT */.d.ok;
    }
    const command = commands.find(({ name }) => name === first);
    if (!command) {
        const problem = first.startsWith('-')
            ? `${(0,quote/* quote */.h)(first)}: expected a command first, such as canary-action plan ${first}`
            : `${(0,quote/* quote */.h)(first)}: there is no such command.${(0,suggest/* didYouMean */.a)(first, names)}`;
        throw new usage_error/* UsageError */.e([problem, `The commands are ${names.join(', ')}`]);
    }
    const all = commands.flatMap(({ flags }) => flags.flatMap((group) => group.flags));
    const elsewhere = all.map(({ name }) => name);
    const parsed = parseFlags(rest, command, env, elsewhere);
    if (parsed.help) {
        log.text(commandHelp(command));
        return cli_command/* EXIT */.d.ok;
    }
    const { flags, word, problems, warnings } = parsed;
    const context = { flags, word, env, cwd, log, interactive };
    if (problems.length > 0) {
        throw new usage_error/* UsageError */.e([...problems, ...((await command.check?.(context)) ?? [])]);
    }
    for (const warning of warnings)
        log.warning(warning);
    return await command.run(context);
}
function refuse(problems, log) {
    for (const problem of (0,listed/* firstOf */.Ku)(problems))
        log.error(problem);
    return cli_command/* EXIT */.d.usage;
}

;// CONCATENATED MODULE: ./build/cli/start.js
// The entry of the command line: this process as a terminal.







/** Sets the exit code of the process. Never throws. */
async function start() {
    // The bundle has the SDK that it was tested with, whatever its later versions need.
    process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED = 'true';
    // A reader that ends, such as `head`, must not stop a rollback.
    for (const stream of [process.stdout, process.stderr])
        stream.on('error', () => undefined);
    const { stdin, stdout, stderr, env } = process;
    process.exitCode = await runCli({
        args: process.argv.slice(2),
        env,
        cwd: process.cwd(),
        interactive: Boolean(stdin.isTTY && stdout.isTTY) && !env.CI,
        version: await readVersion(),
        out: (text) => stdout.write(text),
        err: (text) => stderr.write(text),
    }, cliCommands());
}
/** From package.json, which is in the folder above the bundle. */
async function readVersion() {
    const bundle = (0,assert/* must */.s)(process.argv[1], 'node was started with a file');
    const file = (0,external_node_path_.join)((0,external_node_path_.dirname)(bundle), '..', 'package.json');
    const text = await (0,errors/* foreign */.V$)(() => (0,external_node_fs_.readFileSync)(file, 'utf8')).catch((0,errors/* orElse */.NW)(''));
    const { version } = ((0,foreign_text/* parseJson */.qF)(text) ?? {});
    return typeof version === 'string' ? version : 'unknown';
}


/***/ }),

/***/ 68137:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ UsageError)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76031);
// A command line that cannot be understood.

/** Its problems are shown together, and the exit code is 2. */
class UsageError extends _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .KnownError */ .E {
    problems;
    /** @param problems sentences without their ends, each named by its flag or variable */
    constructor(problems) {
        super(problems.join('\n'));
        this.problems = problems;
    }
}


/***/ })

};
