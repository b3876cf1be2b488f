// src/templates/release-facts.ts
function onlyProblem(problem) {
  return { values: {}, current: {}, notes: [], problems: [problem] };
}
var HOOK_INPUTS = ["pre-traffic-hook", "post-traffic-hook"];
var NO_HOOK_FUNCTIONS = { preTraffic: [], postTraffic: [] };
function hookInputs({
  preTraffic,
  postTraffic
}) {
  return { ...listed("pre-traffic-hook", preTraffic), ...listed("post-traffic-hook", postTraffic) };
}
function listed(input, hooks) {
  return hooks.length === 0 ? {} : { [input]: [...new Set(hooks)].join("\n") };
}

export {
  onlyProblem,
  HOOK_INPUTS,
  NO_HOOK_FUNCTIONS,
  hookInputs
};
