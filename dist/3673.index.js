export const id = 3673;
export const ids = [3673];
export const modules = {

/***/ 63673:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   isMuted: () => (/* binding */ isMuted),
/* harmony export */   restoredVariables: () => (/* binding */ restoredVariables),
/* harmony export */   shortened: () => (/* binding */ shortened),
/* harmony export */   stateToSave: () => (/* binding */ stateToSave)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var _inputs_hook_fields_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1627);
/* harmony import */ var _targets_kinds_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(97911);
// What a main step saves for its post step: the rollout, its target, and the commands to repair it manually. The
// post step trusts nothing else: inside a composite action, GitHub gives it the inputs of another step, or none.



/** Inputs that are secrets, or may be. They are used only to report the rollback. */
const SECRETS = ['github-token', 'notify-url'];
function stateToSave(inputs, id, repair, env) {
    const given = SECRETS.filter((name) => read(env, name) !== '');
    const digests = given.map((name) => [name, digest(id, read(env, name))]);
    return { ...repair, id, env: variablesOf(inputs, env), digests: Object.fromEntries(digests) };
}
/** Items of a list, and characters of a text, that a saved cause keeps. */
const MAX_ITEMS = 20;
const MAX_LETTERS = 1000;
function shortened(value) {
    if (typeof value === 'string')
        return value.slice(0, MAX_LETTERS);
    if (Array.isArray(value))
        return value.slice(0, MAX_ITEMS).map(shortened);
    if (typeof value !== 'object' || value === null)
        return value;
    return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, shortened(part)]));
}
/** The variables for reading the main step's inputs, including those of its secrets that are available again. */
function restoredVariables({ id, env, digests }, now) {
    const same = SECRETS.filter((name) => digests[name] === digest(id, read(now, name)));
    const secrets = same.map((name) => [variable(name), read(now, name)]);
    const secret = read(now, 'hook-secret');
    // A secret that would be refused is not the main step's, and must not stop the rollback.
    const signs = same.includes('notify-url') && (0,_inputs_hook_fields_js__WEBPACK_IMPORTED_MODULE_1__/* .isHookSecret */ .Yk)(secret) ? secret : '';
    return { ...env, ...Object.fromEntries(secrets), [variable('hook-secret')]: signs };
}
/** Whether a secret of the main step is missing, so that a report cannot be sent. */
function isMuted(kept, now) {
    const there = restoredVariables(kept, now);
    return Object.keys(kept.digests).some((name) => there[variable(name)] === undefined);
}
function variablesOf(inputs, env) {
    const { target, role, notify } = inputs;
    const values = {
        command: inputs.command,
        functions: inputs.functions.map(nameOf).join('\n'),
        'on-cancel': inputs.onCancel,
        comment: String(inputs.comment),
        commit: inputs.commit,
        environment: inputs.environment,
        'environment-url': inputs.environmentUrl,
        ...(role && { 'role-to-assume': role.arn, 'role-duration-seconds': String(role.seconds) }),
        // From a config file, which cannot contain secrets.
        ...(notify && read(env, 'notify-url') === '' && { 'notify-url': notify.url }),
    };
    const all = { ...values, ...(0,_targets_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .kindOf */ .I)(target).postInputs(target) };
    const named = Object.entries(all).map(([name, value]) => [variable(name), value]);
    return { AWS_REGION: inputs.region, ...Object.fromEntries(named) };
}
function nameOf({ name, alias }) {
    return alias === undefined ? name : `${name}:${alias}`;
}
/** The runner's name for it. */
function variable(name) {
    return `INPUT_${name.toUpperCase()}`;
}
function read(env, name) {
    return (env[variable(name)] ?? '').trim();
}
/** Used only by the same job, to recognize the secret again. */
function digest({ job = '' }, secret) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(`${job}\n${secret}`).digest('hex');
}


/***/ })

};
