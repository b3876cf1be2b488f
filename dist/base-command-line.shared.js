// src/base/command-line.ts
function awsCommand(operation, options) {
  return ["aws", ...operation.split(" "), ...Object.entries(options).flatMap(optionWords)].map(quoteForShell).join(" ");
}
function patchWords(patches) {
  const short = patches.every(
    ({ path, value = "-" }) => PLAIN.test(path) && STAGE_VARIABLE.test(value)
  );
  return short ? patches.map(shorthand) : [JSON.stringify(patches)];
}
function aliasCommand(region, { functionName, alias }, version) {
  return awsCommand("lambda update-alias", {
    "function-name": functionName,
    name: alias,
    "function-version": version,
    "routing-config": JSON.stringify({ AdditionalVersionWeights: {} }),
    region
  });
}
var PLAIN = /^[A-Za-z0-9._:/-]+$/;
var STAGE_VARIABLE = /^[A-Za-z0-9\-._~:/?#&=,]+$/;
function shorthand({ op, path, value }) {
  if (value === void 0) return `op=${op},path=${path}`;
  return `op=${op},path=${path},value=${PLAIN.test(value) ? value : `"${value}"`}`;
}
function optionWords([name, value]) {
  if (typeof value !== "string") return [`--${name}`, ...value];
  return value.startsWith("-") ? [`--${name}=${value}`] : [`--${name}`, value];
}
function quoteForShell(word) {
  const [name = ""] = /^(?:[A-Za-z0-9_@%+:,./-][A-Za-z0-9_@%+:,./=-]*=)?/.exec(word) ?? [];
  const value = word.slice(name.length);
  const plain = /^[A-Za-z0-9_@%+:,./-]*$/.test(value) && word !== "";
  return name + (plain ? value : `'${value.replaceAll("'", "'\\''")}'`);
}

export {
  awsCommand,
  patchWords,
  aliasCommand
};
