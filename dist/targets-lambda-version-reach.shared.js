// src/targets/lambda/version-reach.ts
import {
  src_aws_arns_ts__accountOf as accountOf,
  src_aws_arns_ts__versionArn as versionArn
} from "./release.js";
import {
  src_aws_functions_ts__readArn as readArn
} from "./functions.js";
async function reachedFunctions(functions, place, changes) {
  const [first] = changes;
  if (!first) return [];
  const account = accountOf(await readArn(functions, first.name));
  const arn = (name, version) => versionArn(place, account, name, version);
  return changes.map(({ name, from, to }) => ({
    ...{ name, canary: arn(name, to), stable: arn(name, from) }
  }));
}

export {
  reachedFunctions
};
