// src/targets/lambda/read-policies.ts
import {
  src_aws_aws_errors_ts__isAccessDenied as isAccessDenied
} from "./release.js";
import {
  src_aws_call_ts__causedBy as causedBy
} from "./release.js";
import {
  src_base_problems_ts__attempt as attempt
} from "./release.js";
async function readPolicies(functions, functionArn, qualifier) {
  const whole = await ifPermitted(() => functions.readResourcePolicy(functionArn));
  return readOwnPolicies(functions, functionArn, qualifier, whole);
}
async function readOwnPolicies(functions, functionArn, qualifier, whole) {
  const name = functionArn.split(":")[6] ?? "";
  const own = await functions.readPolicy(name, qualifier);
  return invokePolicies(functionArn, qualifier, [own, whole]);
}
async function readPoliciesOfNext(functions, functionArn) {
  const whole = await ifPermitted(() => functions.readResourcePolicy(functionArn));
  return invokePolicies(functionArn, UNKNOWN_NUMBER, [whole]);
}
var UNKNOWN_NUMBER = "999999999";
async function notePolicyAccess(functions, functionArn, findings) {
  const read = () => functions.readResourcePolicy(functionArn).then(() => "permitted");
  const found = await attempt(findings, () => ifPermitted(read).then((whole) => whole ?? "denied"));
  if (found !== "denied") return;
  findings.notes.push(
    `invoke-permission: the role has no lambda:GetResourcePolicy on ${functionArn}, so a policy of the whole function that denies the new version to API Gateway would not be noticed`
  );
}
async function ifPermitted(read) {
  try {
    return await read();
  } catch (error) {
    if (!causedBy(error, isAccessDenied)) throw error;
    return void 0;
  }
}
function invokePolicies(functionArn, qualifier, found) {
  return {
    arn: qualifier === "$LATEST" ? functionArn : `${functionArn}:${qualifier}`,
    documents: found.filter((document) => document !== void 0)
  };
}

// src/rollout/requested-target.ts
import {
  src_rollout_record_text_ts__checksum as checksum
} from "./release.js";
function ofRequestedTarget(stored, asked) {
  switch (stored.kind) {
    case "none": {
      const { last } = stored;
      if (last?.of === void 0) return stored;
      const { of, ...word } = last;
      return { kind: "none", last: of === fingerprint(asked) ? word : void 0 };
    }
    case "rollout": {
      const { on } = stored.storedRollout.record;
      if (on === void 0 || on === asked.on) return stored;
      return { kind: "unreadable", why: `its tags are a copy of the tags of ${on}` };
    }
    case "takes-part":
    case "another":
    case "beyond":
    case "unproven":
    case "unreadable":
      return stored;
  }
}
function fingerprint({ on, parts }) {
  return checksum([on, ...[...parts].sort()].join("\n"));
}

// src/rollout/tag-room.ts
import {
  src_rollout_record_ts__tagKeysToClear as tagKeysToClear
} from "./release.js";
var MOST_TAGS = 50;
function countOwnTags(tags) {
  const ours = tagKeysToClear(tags, void 0);
  return Object.keys(tags).filter((key) => !/^aws:/i.test(key) && !ours.includes(key)).length;
}
function whyNoRoom(of, tags, { certain }) {
  const own = countOwnTags(tags);
  const free = MOST_TAGS - own;
  if (certain <= free) return void 0;
  return `${of} has ${own} tags of its own, and AWS allows ${MOST_TAGS}: this release needs ${certain} more and ${free} are free, so ${certain - free} must be removed first`;
}
function whyLittleRoom(of, tags, { certain, possible }) {
  const free = MOST_TAGS - countOwnTags(tags) - certain;
  if (free < 0 || free >= possible) return void 0;
  return `${of} has room for this release's ${certain} tags, but then for only ${free} more: a pause, or a later command such as promote, needs ${possible} more tags and could fail`;
}

export {
  readPolicies,
  readOwnPolicies,
  readPoliciesOfNext,
  notePolicyAccess,
  ofRequestedTarget,
  fingerprint,
  whyNoRoom,
  whyLittleRoom
};
