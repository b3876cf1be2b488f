import {
  describeCaller
} from "./aws-qualifiers.shared.js";

// src/targets/lambda/callers.ts
function callersInWords({ permitted, sources, hasUrl }) {
  const all = [
    ...permitted.map(describeCaller),
    ...sources.map((source) => source === "" ? "an event source" : `the event source ${source}`),
    ...hasUrl ? ["its function URL"] : []
  ];
  return [...new Set(all)];
}
function ofServices(callers) {
  return {
    ...callers,
    permitted: callers.permitted.filter(({ service }) => service !== void 0)
  };
}
var MOST_CALLERS = 5;
function listCallers(callers) {
  const more = callers.length - MOST_CALLERS;
  return [...callers.slice(0, MOST_CALLERS), ...more > 0 ? [`${more} more`] : []].join(", ");
}

export {
  callersInWords,
  ofServices,
  listCallers
};
