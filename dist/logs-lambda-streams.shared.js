// src/logs/lambda-streams.ts
var OWN = /^\d{4}\/\d\d\/\d\d\/\[(\$LATEST|\d{1,10})\][0-9a-f]{8,64}$/;
var CHOSEN = /^\d{4}\/\d\d\/\d\d\/([\w-]{1,140})\[(\$LATEST|\d{1,10})\]\[?[0-9a-f-]{8,64}\]?$/;
function parseStream(name) {
  const [, own] = OWN.exec(name) ?? [];
  if (own !== void 0) return { version: own };
  const [, functionName, version] = CHOSEN.exec(name) ?? [];
  return functionName === void 0 || version === void 0 ? void 0 : { functionName, version };
}
function isStreamOf(name, { functionName, version, chosenGroup }) {
  const stream = parseStream(name);
  const named = chosenGroup ? functionName : void 0;
  return stream !== void 0 && stream.version === version && stream.functionName === named;
}
var DAY_MS = 864e5;
function streamPrefixes({ functionName, version, chosenGroup }, at) {
  return [at, at - DAY_MS].map((time) => {
    const day = new Date(time).toISOString().slice(0, 10).replaceAll("-", "/");
    return `${day}/${chosenGroup ? functionName : ""}[${version}]`;
  });
}

export {
  isStreamOf,
  streamPrefixes
};
