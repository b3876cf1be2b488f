export const id = 6185;
export const ids = [6185];
export const modules = {

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


/***/ })

};
