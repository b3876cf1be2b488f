// src/templates/plain-scalar.ts
var TRUE = /^(?:yes|Yes|YES|true|True|TRUE|on|On|ON)$/;
var FALSE = /^(?:no|No|NO|false|False|FALSE|off|Off|OFF)$/;
var NULL = /^(?:~|null|Null|NULL|)$/;
var INTEGER = /^[-+]?(?:0b_*[01][01_]*|0x_*[0-9a-fA-F][0-9a-fA-F_]*|0[0-7_]+|0|[1-9][0-9_]*)$/;
var FRACTION = /^[-+]?(?:[0-9][0-9_]*\.[0-9_]*|\.[0-9][0-9_]*)(?:[eE][-+][0-9]+)?$/;
var BASE_60 = /^[-+]?[1-9][0-9_]*(?::[0-5]?[0-9])+$/;
function plainValue(source) {
  if (TRUE.test(source)) return "true";
  if (FALSE.test(source)) return "false";
  if (NULL.test(source)) return "";
  if (INTEGER.test(source)) return integer(source.replaceAll("_", ""));
  if (FRACTION.test(source)) return fraction(Number(source.replaceAll("_", "")));
  return BASE_60.test(source) ? base60(source.replaceAll("_", "")) : source;
}
function integer(source) {
  const digits = source.replace(/^[-+]/, "");
  const octal = /^0[0-7]/.test(digits) ? `0o${digits.slice(1)}` : digits;
  return signed(source, BigInt(octal));
}
function base60(source) {
  const parts = source.replace(/^[-+]/, "").split(":");
  return signed(
    source,
    parts.reduce((sum, part) => sum * 60n + BigInt(part), 0n)
  );
}
function signed(source, value) {
  return String(source.startsWith("-") ? -value : value);
}
function fraction(value) {
  return Number.isInteger(value) && Math.abs(value) < 1e16 ? value.toFixed(1) : String(value);
}

export {
  plainValue
};
