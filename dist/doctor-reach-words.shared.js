// src/doctor/reach-words.ts
var DOCTOR_PAGE = "https://github.com/org/canary-action/blob/v1/docs/doctor.md";
var WAYS = {
  unqualified: "unqualified",
  alias: "alias",
  version: "version",
  variable: "stage variable",
  mixed: "mixed",
  unknown: "unknown",
  nobody: "no caller"
};
function linkTo(ways) {
  return `${DOCTOR_PAGE}#${WAYS[ways].replaceAll(" ", "-")}`;
}
function helpOn(ways) {
  return `"canary-action doctor" shows all callers and the smallest change; see ${linkTo(ways)}`;
}
function describeReach(reach) {
  switch (reach.kind) {
    case "alias":
      return `alias ${reach.alias}`;
    case "version":
      return `version ${reach.version}`;
    case "variable": {
      const value = reach.value === "" ? "" : ` = ${reach.value}`;
      return `stage variable ${reach.variable}${value}`;
    }
    default:
      return WAYS[reach.kind];
  }
}
function describeToday(reach, isMoved) {
  if (reach.kind === "unqualified") return "all users, at once";
  if (reach.kind === "unknown") return "not known";
  if (isMoved) return "all users, by the tool";
  if (reach.kind === "variable" && reach.holds === "unknown") return "not known";
  return "nobody, until a release";
}

export {
  linkTo,
  helpOn,
  describeReach,
  describeToday
};
