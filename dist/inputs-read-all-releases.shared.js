// src/inputs/read-all-releases.ts
import {
  src_inputs_all_releases_ts__regionOf as regionOf,
  src_inputs_all_releases_ts__targetProblems as targetProblems
} from "./core.js";
import {
  src_inputs_input_host_ts__regionProblems as regionProblems
} from "./core.js";
import {
  src_inputs_input_texts_ts__misspelledInputs as misspelledInputs
} from "./core.js";
import {
  src_inputs_refused_inputs_ts__WrongInputs as WrongInputs
} from "./core.js";
import {
  src_inputs_schema_ts__COMMON as COMMON,
  src_inputs_schema_ts__schemaOf as schemaOf
} from "./core.js";
function readAccountAccess(env, textOf, kinds, host) {
  const region = regionOf(env);
  const problems = [
    ...misspelledInputs(env, schemaOf(kinds)),
    ...regionProblems(region, host),
    ...targetProblems(textOf)
  ];
  const [roleName, secondsName] = ["role-to-assume", "role-duration-seconds"];
  const arn = COMMON[roleName].type.parse(textOf(roleName), region);
  const seconds = COMMON[secondsName].type.parse(
    textOf(secondsName) || COMMON[secondsName].default,
    region
  );
  if (!arn.ok) problems.push(...arn.problems.map((problem) => `${roleName}: ${problem}`));
  if (!seconds.ok)
    problems.push(...seconds.problems.map((problem) => `${secondsName}: ${problem}`));
  if (problems.length > 0 || !arn.ok || !seconds.ok) throw new WrongInputs(problems);
  const role = arn.value === void 0 ? void 0 : { arn: arn.value, seconds: seconds.value };
  return { region, role };
}

export {
  readAccountAccess
};
