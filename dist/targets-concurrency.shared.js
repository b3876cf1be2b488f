// src/targets/concurrency.ts
import {
  src_aws_aws_errors_ts__isRefused as isRefused
} from "./release.js";
import {
  src_base_errors_ts__KnownError as KnownError,
  src_base_errors_ts__MovedError as MovedError,
  src_base_errors_ts__messageOf as messageOf
} from "./core.js";
import {
  src_base_listed_ts__listed as listed
} from "./core.js";
import {
  src_targets_ownership_ts__isLostToAnother as isLostToAnother
} from "./release.js";
var AT_ONCE = 8;
var ALL_AT_ONCE = 50;
function mapAll(items, work) {
  return run(items, work, AT_ONCE, (failures) => failures.length > 0);
}
async function forAll(items, work) {
  await mapAll(items, work);
}
async function forEvery(items, work) {
  await run(items, work, ALL_AT_ONCE, () => false);
}
async function run(items, work, atOnce, enough) {
  const results = new Array(items.length);
  const failures = [];
  let next = 0;
  const worker = async () => {
    while (next < items.length && !enough(failures)) {
      const index = next++;
      try {
        results[index] = await work(items[index]);
      } catch (error) {
        failures.push(error);
      }
    }
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, items.length) }, worker));
  if (failures.length > 0) throw joined(failures);
  return results;
}
function joined(failures) {
  const bug = failures.find((failure) => !(failure instanceof KnownError));
  if (bug !== void 0) return bug;
  const words = listed(failures.map(messageOf), "; ");
  const moved = failures.every((failure) => failure instanceof MovedError);
  const taken = failures.find(isLostToAnother);
  if (moved && taken) return taken;
  if (moved) return new MovedError(words);
  const cause = failures.find((failure) => !isRefused(failure)) ?? failures[0];
  return new KnownError(words, { cause });
}

export {
  mapAll,
  forAll,
  forEvery
};
