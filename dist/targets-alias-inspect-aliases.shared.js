import {
  BORNE_OUT,
  FUNCTION_REPORT,
  NOT_BEGUN,
  checkFunction,
  checkWarm,
  createVoucher,
  doubtful,
  inspectNewCode
} from "./targets-lambda-new-code.shared.js";
import {
  isLostRace,
  isProvisionedTwice
} from "./aws-aliases.shared.js";
import {
  versionToRelease,
  wrongCode
} from "./targets-lambda-next-version.shared.js";
import {
  whyNotReady
} from "./aws-functions.shared.js";
import {
  aliasCommand,
  awsCommand
} from "./base-command-line.shared.js";
import {
  forAll,
  mapAll
} from "./targets-concurrency.shared.js";

// src/targets/alias/alias-state.ts
import {
  src_base_listed_ts__listed as listed
} from "./core.js";
import {
  src_rollout_plan_ts__formatWeight as formatWeight,
  src_rollout_plan_ts__sameWeight as sameWeight
} from "./core.js";
function aliasTraffic(state, { from, to }) {
  if (!state) return { kind: "external", what: "it no longer exists" };
  const others = Object.entries(state.weights);
  const [other] = others;
  if (others.length === 0 && state.version === from) return { kind: "stable" };
  if (others.length === 0 && state.version === to) return { kind: "promoted" };
  if (state.version === to && isHeld(state, from)) return { kind: "promoted", held: true };
  if (state.version === from && others.length === 1 && other?.[0] === to) {
    return { kind: "split", weight: other[1] };
  }
  return {
    kind: "external",
    what: `it points to ${describeAlias(state)}, not to ${from} or ${to}`,
    weight: shareOf(state, to)
  };
}
function shareOf({ version, weights }, wanted) {
  const others = Object.values(weights).reduce((sum, weight) => sum + weight, 0);
  return version === wanted ? 100 - others : weights[wanted] ?? 0;
}
function isHeld({ weights }, on) {
  return Object.keys(weights).length === 1 && sameWeight(weights[on] ?? 0, 100);
}
function aliasTrafficInPhase(state, { change, kept }, phase) {
  const trafficState = aliasTraffic(state, change);
  const byWeight = trafficState.kind === "split" && sameWeight(trafficState.weight, 100);
  return kept && byWeight && phase.kind === "baking" ? { kind: "promoted" } : trafficState;
}
function mainVersion({ version, weights }) {
  const [all] = Object.entries(weights).find(([, weight]) => sameWeight(weight, 100)) ?? [];
  return all ?? version;
}
function describeAlias({ version, weights }) {
  const others = Object.entries(weights);
  if (others.length === 0) return version;
  const rest = 100 - others.reduce((sum, [, weight]) => sum + weight, 0);
  const shares = [[version, rest], ...others];
  return shares.map(([v, weight]) => `${v} (${formatWeight(weight)})`).join(" and ");
}
function trafficOfAll(trafficStates, explained) {
  const external = trafficStates.flatMap(
    ({ label, trafficState }) => trafficState.kind === "external" ? [`${label}: ${trafficState.what}`] : []
  );
  if (external.length > 0) {
    const read = {
      kind: "external",
      what: listed(external, "; "),
      ...mostOf(trafficStates)
    };
    return external.length < trafficStates.length ? { ...read, others: "owned" } : read;
  }
  const kinds = new Set(trafficStates.map(({ trafficState }) => trafficState.kind));
  if (kinds.size === 1 && kinds.has("stable")) return { kind: "stable" };
  if (kinds.size === 1 && kinds.has("promoted")) return { kind: "promoted", open: false };
  return splitOf(trafficStates, explained);
}
function mostOf(trafficStates) {
  const weights = trafficStates.flatMap(({ trafficState }) => shareIn(trafficState) ?? []);
  return weights.length < trafficStates.length ? {} : { weight: Math.max(...weights) };
}
function shareIn(trafficState) {
  switch (trafficState.kind) {
    case "stable":
      return 0;
    case "promoted":
      return trafficState.held ? 0 : 100;
    default:
      return trafficState.weight;
  }
}
function splitOf(trafficStates, explained) {
  const weights = trafficStates.flatMap(({ label, trafficState }) => {
    if (trafficState.kind === "split") return [{ label, weight: trafficState.weight }];
    return trafficState.kind === "stable" ? [{ label, weight: 0 }] : [];
  });
  const least = Math.min(...weights.map(({ weight }) => weight));
  const [unexplained] = weights.filter(({ weight }) => !explained.some((e) => sameWeight(e, weight))).sort((a, b) => a.weight - b.weight);
  const mixed = weights.some(({ weight }) => !sameWeight(weight, least));
  const most = Math.max(
    ...trafficStates.map(({ trafficState }) => trafficState.kind === "promoted" ? 100 : 0),
    ...weights.map(({ weight }) => weight)
  );
  if (unexplained && mixed) {
    return { kind: "split", weight: unexplained.weight, where: unexplained.label, most };
  }
  return { kind: "split", weight: least, ...!sameWeight(most, least) && { most } };
}
function explainedWeights(phase, { steps }) {
  switch (phase.kind) {
    case "preparing":
      return [0];
    case "step":
      return [steps[phase.index - 1]?.weight ?? 0, steps[phase.index]?.weight ?? 0];
    case "baking":
      return [steps.at(-1)?.weight ?? 0];
  }
}

// src/targets/alias/alias-set.ts
import {
  src_base_errors_ts__KnownError as KnownError,
  src_base_errors_ts__MovedError as MovedError
} from "./core.js";
import {
  src_rollout_plan_ts__formatWeight as formatWeight2,
  src_rollout_plan_ts__sameWeight as sameWeight2
} from "./core.js";
function labelOf({ functionName, alias }) {
  return `${functionName}:${alias}`;
}
var STABLE = {
  change: ({ from }) => ({ version: from, canary: void 0 }),
  reached: ({ kind }) => kind === "stable",
  overrules: true,
  atOnce: true,
  words: "go back to the previous version"
};
var PROMOTED = {
  change: ({ to }) => ({ version: to, canary: void 0 }),
  reached: ({ kind }) => kind === "promoted",
  overrules: false,
  atOnce: false,
  words: "be promoted"
};
var MOVED = {
  ...PROMOTED,
  reached: (trafficState) => trafficState.kind === "promoted" && !trafficState.held,
  atOnce: true
};
var PROMOTED_BY_WEIGHT = {
  change: ({ from, to }) => ({ version: from, canary: { version: to, weight: 100 } }),
  reached: (trafficState) => trafficState.kind === "promoted" || trafficState.kind === "split" && sameWeight2(trafficState.weight, 100),
  overrules: false,
  atOnce: false,
  words: "be promoted"
};
function splitGoal(weight) {
  return {
    change: ({ from, to }) => ({
      version: from,
      canary: weight > 0 ? { version: to, weight } : void 0
    }),
    reached: (trafficState) => trafficState.kind === "split" ? sameWeight2(trafficState.weight, weight) : trafficState.kind === "stable" && weight === 0,
    overrules: false,
    atOnce: false,
    words: `give ${formatWeight2(weight)} to the canary`
  };
}
function newAliasCache() {
  return { observation: /* @__PURE__ */ new Map(), before: /* @__PURE__ */ new Map(), left: /* @__PURE__ */ new Map() };
}
var RACES = 12;
var OUTDATED_READS = 2;
function createAliasSet(aliases, makeWay2 = async () => void 0, { observation, before, left } = newAliasCache()) {
  const read = async (ref) => {
    const label = labelOf(ref);
    const state = await aliases.read(ref);
    if (state) observation.set(label, state);
    else observation.delete(label);
    if (state && !left.has(label)) left.set(label, state);
    return state;
  };
  const update = async (member, goal, revisionId) => {
    const { ref, change } = member;
    const send = (revision) => aliases.update(ref, goal.change(change), revision);
    const answered = await send(revisionId).catch(async (error) => {
      if (!isProvisionedTwice(error)) throw error;
      await makeWay2(member);
      return send(revisionId);
    });
    const done = !goal.atOnce || goal.reached(aliasTraffic(answered, change));
    return done ? answered : send(answered.revisionId);
  };
  const write = async (member, goal, state) => {
    const { ref, change } = member;
    const label = labelOf(ref);
    const trafficState = aliasTraffic(state, change);
    if (!state || trafficState.kind === "external") {
      throw new MovedError(`${label} was not changed: ${describe(trafficState)}`);
    }
    if (!goal.reached(trafficState)) {
      const mine = goal.overrules || isHeldByLambda(trafficState);
      if (!mine) checkLeft(label, state, left.get(label) ?? state);
      const answered = await update(member, goal, state.revisionId).catch((error) => {
        observation.delete(label);
        throw error;
      });
      observation.set(label, answered);
      if (!goal.reached(aliasTraffic(answered, change))) {
        throw new KnownError(
          `AWS accepted the change, but does not show it: ${label} should ${goal.words}, but points to ${describeAlias(answered)}`
        );
      }
    }
    left.set(label, observation.get(label) ?? state);
  };
  return {
    mode: aliases.mode,
    read,
    saw: (ref, state) => void before.set(labelOf(ref), state),
    lastSeen: (ref) => observation.get(labelOf(ref)),
    bring: async (member, goal) => {
      const { ref } = member;
      const label = labelOf(ref);
      let known2 = observation.get(label) ?? before.get(label) ?? await read(ref);
      before.delete(label);
      for (let attempt3 = 1; ; attempt3++) {
        try {
          return await write(member, goal, known2);
        } catch (error) {
          if (attempt3 >= attemptsAfter(error)) throw error;
        }
        known2 = await read(ref);
      }
    },
    isLeft: ({ ref, change }) => {
      const state = observation.get(labelOf(ref));
      const trafficState = state && aliasTraffic(state, change).kind;
      return trafficState !== "stable" && trafficState !== "external";
    }
  };
}
function attemptsAfter(error) {
  if (isLostRace(error)) return RACES;
  return error instanceof MovedError ? OUTDATED_READS : 1;
}
function isHeldByLambda(trafficState) {
  return trafficState.kind === "promoted" && trafficState.held === true;
}
function describe(trafficState) {
  return trafficState.kind === "external" ? trafficState.what : trafficState.kind;
}
function checkLeft(label, state, left) {
  const [stands, stood] = [describeAlias(state), describeAlias(left)];
  if (stands === stood) return;
  throw new MovedError(
    `${label} was not changed: someone else moved it from ${stood} to ${stands}`
  );
}

// src/targets/alias/alias-moves.ts
import {
  src_base_errors_ts__MovedError as MovedError2
} from "./core.js";

// src/targets/alias/alias-proof.ts
async function proveAliases({ aliasSet, functions }, members) {
  const vouches = createVoucher(functions, []);
  let moved = false;
  for (const { ref, change } of members) {
    const trafficState = aliasTraffic(await aliasSet.read(ref), change);
    moved ||= trafficState.kind === "external";
    if (trafficState.kind !== "promoted" || trafficState.held || await vouches(change)) continue;
    return doubtful(
      `only its tags say that ${labelOf(ref)} pointed to version ${change.from} before ${change.to}`
    );
  }
  return moved ? { kind: "moved" } : BORNE_OUT;
}
async function doubtNewVersions({ aliasSet, functions }, members) {
  const vouches = createVoucher(functions);
  const stable = [];
  for (const member of members) {
    const trafficState = aliasTraffic(await aliasSet.read(member.ref), member.change);
    if (trafficState.kind === "stable") stable.push(member);
  }
  if (stable.length > 0 && stable.length === members.length) return NOT_BEGUN;
  for (const { ref, change } of stable) {
    if (await vouches(change)) continue;
    return `only its tags say that version ${change.to} is released to ${labelOf(ref)}`;
  }
  return void 0;
}

// src/targets/alias/alias-moves.ts
import {
  src_targets_alias_alias_record_ts__aliasesOf as aliasesOf,
  src_targets_alias_alias_record_ts__aliasIn as aliasIn
} from "./core.js";
function moves(proof, trust) {
  return {
    shift: ({ record }, weight) => forward(proof, trust, record, () => splitGoal(weight)),
    promote: ({ record }) => promoteAll(proof, trust, record)
  };
}
function promoteAll(proof, trust, record) {
  return forward(proof, trust, record, ({ kept }) => kept ? PROMOTED_BY_WEIGHT : PROMOTED);
}
async function forward(proof, trust, record, goal) {
  const members = membersOf(record);
  const doubt = trust.isOwn(record) ? void 0 : await doubtNewVersions(proof, members);
  if (doubt !== void 0) throw new MovedError2(doubt);
  await forAll(members, (member) => proof.aliasSet.bring(member, goal(member)));
}
async function makeWay(provisioned, { ref, change, kept }, say) {
  if (!kept) return;
  await provisioned.remove(change.name, change.to);
  say(
    `${labelOf(ref)}: Lambda does not allow a version with provisioned concurrency on an alias that has its own, so the provisioned concurrency of version ${change.to} was removed, and Lambda divides that of the alias`
  );
}
function movedRefs(record) {
  const { aliases } = aliasesOf(record);
  return record.functions.map(({ name }) => ({
    functionName: name,
    alias: aliasIn(aliases, name)
  }));
}
function membersOf(record) {
  const target = aliasesOf(record);
  return record.functions.filter(({ from, to }) => from !== to).map((change) => ({
    ref: { functionName: change.name, alias: aliasIn(target.aliases, change.name) },
    change,
    kept: target.kept?.includes(change.name) ?? false
  }));
}

// src/targets/alias/function-tags.ts
import {
  src_aws_call_ts__ifThere as ifThere
} from "./release.js";
import {
  src_base_assert_ts__must as must
} from "./core.js";
import {
  src_base_errors_ts__KnownError as KnownError2,
  src_base_errors_ts__known as known
} from "./core.js";
import {
  src_base_quote_ts__quote as quote
} from "./core.js";
import {
  src_rollout_record_ts__isRecordTag as isRecordTag,
  src_rollout_record_ts__ownerOf as ownerOf,
  src_rollout_record_ts__readStoredState as readStoredState,
  src_rollout_record_ts__TAG_PREFIX as TAG_PREFIX
} from "./release.js";
import {
  src_targets_lambda_function_shape_ts__isFunctionName as isFunctionName
} from "./core.js";
import {
  src_targets_alias_alias_record_ts__aliasCodec as aliasCodec,
  src_targets_alias_alias_record_ts__aliasesOf as aliasesOf2
} from "./core.js";
var WITH = `${TAG_PREFIX}with`;
var MORE = `${TAG_PREFIX}more`;
var MOST_PARTS = 100;
function newTagMemory() {
  return { arns: /* @__PURE__ */ new Map(), tags: /* @__PURE__ */ new Map() };
}
function bindTags(aliases, functions, { arns, tags: seen }) {
  const find = async (name) => {
    const known2 = arns.get(name) ?? (await functions.read(name, void 0))?.arn;
    if (known2 !== void 0) arns.set(name, known2);
    return known2;
  };
  const expect = async (name) => {
    const [other = ""] = arns.values();
    const [, account] = FUNCTION_ARN.exec(other) ?? [];
    return account === void 0 ? find(name) : `${account}:function:${name}`;
  };
  const mustFind = async (name) => {
    const arn = await expect(name);
    if (arn === void 0) throw new KnownError2(`there is no function "${name}"`);
    return arn;
  };
  const tagsOf = async (name) => {
    const arn = await expect(name);
    const tags = arn === void 0 ? void 0 : await ifThere(() => aliases.readTags(arn));
    seen.set(name, tags ?? {});
    return tags ?? {};
  };
  return {
    arnOf: expect,
    tagsOf,
    seenTags: async (name) => seen.get(name) ?? tagsOf(name),
    mark: async (name, tags) => {
      seen.delete(name);
      await aliases.tag(await mustFind(name), tags);
    },
    unmark: async (name, keys) => {
      seen.delete(name);
      await aliases.untag(await mustFind(name), keys);
    }
  };
}
var FUNCTION_ARN = /^(arn:[^:]+:lambda:[^:]+:\d+):function:/;
async function readTags(tagged, name, tags) {
  const { [WITH]: elsewhere, [MORE]: more } = tags;
  for (const [key, named] of Object.entries({ [WITH]: elsewhere, [MORE]: more })) {
    if (named === void 0 || isFunctionName(named)) continue;
    return { kind: "unreadable", why: `the tag ${key} is ${quote(named)}` };
  }
  if (elsewhere !== void 0) {
    return await partIn(tagged, name, tags) ?? { kind: "none", last: void 0 };
  }
  const parts = [tags];
  for (let next = more; isFunctionName(next) && parts.length < MOST_PARTS; ) {
    const part = await tagged.tagsOf(next);
    parts.push(recordTagsOf(part));
    next = part[MORE];
  }
  return readStoredState(Object.assign({}, ...parts.reverse()), aliasCodec);
}
async function partIn(tagged, functionName, tags) {
  const rememberedBy = must(tags[WITH], `the tag ${WITH} is there`);
  const part = { kind: "takes-part", functionName, rememberedBy };
  try {
    const theirs = await tagged.tagsOf(rememberedBy);
    const stored = theirs[WITH] === void 0 && await readTags(tagged, rememberedBy, theirs);
    if (!stored || stored.kind === "none") return void 0;
    if (stored.kind !== "rollout") return { ...part, id: ownerOf(tags) };
    const { record } = stored.storedRollout;
    const { id, functions } = record;
    if (!functions.some(({ name }) => name === functionName)) return void 0;
    const alias = aliasesOf2(record).aliases[functionName];
    return { ...part, id, ...alias !== void 0 && { alias } };
  } catch (error) {
    known(error);
    return { ...part, id: ownerOf(tags) };
  }
}
function recordTagsOf(tags) {
  return Object.fromEntries(Object.entries(tags).filter(([key]) => isRecordTag(key)));
}

// src/targets/alias/inspect-aliases.ts
import {
  src_base_assert_ts__must as must2
} from "./core.js";
import {
  src_base_errors_ts__KnownError as KnownError3
} from "./core.js";
import {
  src_base_problems_ts__attempt as attempt2
} from "./release.js";
import {
  src_report_stored_state_text_ts__whyNotOwned as whyNotOwned
} from "./release.js";

// src/targets/alias/inspect-provisioned.ts
import {
  src_base_problems_ts__attempt as attempt
} from "./release.js";
import {
  src_rollout_plan_ts__sameWeight as sameWeight3
} from "./core.js";
var NOT_WARM = { of: "none", count: 0 };
async function checkProvisioned({ provisioned, region }, input, { ref, state }, findings) {
  const { name, version } = input;
  if (state.version === "") return NOT_WARM;
  const read = (qualifier) => attempt(findings, () => provisioned.read(name, qualifier));
  const shared = await read(ref.alias);
  if (shared) checkSettled({ region, ref, state }, shared, findings);
  const from = mainVersion(state);
  if (from === version) return NOT_WARM;
  if (shared) {
    if (version !== void 0 && await read(version)) refuseTwice(region, ref, version, findings);
    findings.notes.push(noteOfAlias(ref, from, shared.requested));
    return { of: "alias", count: shared.requested };
  }
  const served = { name, from, version };
  const count = await checkWarm(provisioned, served, findings);
  return count > 0 ? { of: "version", count } : NOT_WARM;
}
function noteOfAlias(ref, from, count) {
  return `provisioned concurrency: ${labelOf(ref)} has ${count} of its own; the new version gets the same amount before it receives traffic, and both cost money until the release ends. Lambda then moves the alias's own. Until that is ready, for a minute or more, it serves version ${from} again`;
}
function checkSettled({ region, ref, state }, { status, reason }, findings) {
  const [other, ...more] = Object.values(state.weights);
  const held = other !== void 0 && more.length === 0 && sameWeight3(other, 100);
  if (!held || status === "READY") return;
  const why = status === "FAILED" ? `failed (${reason || "Lambda gives no reason"}). Point the alias to a version that starts: ${aliasCommand(region, ref, mainVersion(state))}` : "is not ready yet. Run the release again when it is";
  findings.problems.push(
    `alias: Lambda itself keeps ${labelOf(ref)} on the previous version, ${describeAlias(state)}, because the alias's provisioned concurrency of version ${state.version} ${why}`
  );
}
function refuseTwice(region, { functionName, alias }, version, findings) {
  const giveBack = awsCommand("lambda delete-provisioned-concurrency-config", {
    region,
    "function-name": functionName,
    qualifier: version
  });
  findings.problems.push(
    `version: version ${version} of "${functionName}" has provisioned concurrency of its own, and the alias ${alias} has some too; Lambda allows it only once for each version. Remove the version's: ${giveBack}`
  );
}

// src/targets/alias/inspect-aliases.ts
async function inspectAlias(bound, input, findings) {
  const ref = refOf(input);
  const before = findings.problems.length;
  const latest = await attempt2(findings, () => readFunction(bound, input));
  if (!latest) return void 0;
  checkFunction(input, latest, findings);
  const code2 = await inspectNewCode(bound.codes, input, latest, findings);
  const open = await checkMemory(bound, ref, findings);
  const next = await readNext(bound, input, latest, findings);
  const traffic = next && await inspectTraffic(bound, { ref, open }, next, findings);
  if (!traffic) return void 0;
  const { state: stood, serving } = traffic;
  const from = mainVersion(stood);
  checkCurrent(ref, from, input, findings);
  const trafficState = { ref, state: stood };
  const warmth = await checkProvisioned(bound, input, trafficState, findings);
  if (findings.problems.length > before) return void 0;
  const { arn, durable } = latest;
  const timeoutSeconds = Math.max(serving?.timeoutSeconds ?? 0, next.reading.timeoutSeconds);
  const split = isSplit(stood) ? stood : void 0;
  const release = versionToRelease(input, from, latest, serving, code2);
  return { input, ref, arn, from, release, split, timeoutSeconds, durable, warmth };
}
var ABSENT = { version: "", weights: {}, revisionId: "" };
async function inspectTraffic(bound, { ref, open }, next, findings) {
  const before = findings.problems.length;
  const state = await attempt2(findings, () => bound.aliases.read(ref));
  if (!state) {
    return findings.problems.length > before ? void 0 : { state: ABSENT, serving: void 0 };
  }
  if (!isSplit(state)) bound.aliasSet.saw(ref, state);
  checkAlias(bound, ref, state, findings, open);
  const from = mainVersion(state);
  const serving = await attempt2(findings, () => bound.functions.read(ref.functionName, from));
  if (serving) checkVersions(ref, next, { version: from, reading: serving }, findings);
  return { state, serving };
}
function refOf({ name, alias }) {
  return { functionName: name, alias: must2(alias, `the function ${name} has its alias`) };
}
async function readFunction({ functions, region }, { name }) {
  const found = await functions.read(name);
  if (found) return found;
  throw new KnownError3(`functions: there is no function "${name}" in ${region}`);
}
async function readNext({ functions }, input, latest, findings) {
  const { name, version } = input;
  if (version === void 0) return { words: "the version to be published", reading: latest };
  const before = findings.problems.length;
  const reading = await attempt2(findings, () => functions.read(name, version));
  if (reading) {
    const why = whyNotReady(reading);
    if (why !== void 0)
      findings.problems.push(`version: version ${version} of "${name}" ${why}`);
    const wrong = wrongCode(input, reading);
    if (wrong !== void 0) findings.problems.push(wrong);
    return { words: `version ${version}`, reading };
  }
  if (findings.problems.length === before) {
    findings.problems.push(`version: "${name}" has no published version ${version}`);
  }
  return void 0;
}
function isSplit({ weights }) {
  return Object.keys(weights).length > 0;
}
function checkAlias({ region, onSplit }, ref, state, findings, explained) {
  const label = labelOf(ref);
  if (!/^\d+$/.test(state.version)) {
    findings.problems.push(
      `alias: ${label} points to ${state.version}; expected a published version, because only those can be split`
    );
  }
  if (!isSplit(state) || explained) return;
  const main = mainVersion(state);
  if (onSplit === "repair") {
    findings.notes.push(
      `alias: ${label} is split between ${describeAlias(state)}; on-split-alias: repair first gives all traffic to ${main}`
    );
  } else {
    findings.problems.push(
      `alias: ${label} is split between ${describeAlias(state)} already, by another tool or an interrupted release. To give all traffic to ${main}, set on-split-alias: repair, or run: ${aliasCommand(region, ref, main)}`
    );
  }
}
function checkCurrent(ref, from, { current, version }, findings) {
  if (current === void 0 || from === current || from === version) return;
  const stands = from === "" ? "does not exist yet" : `points to version ${from}`;
  findings.problems.push(
    `appspec: ${labelOf(ref)} ${stands}, but CurrentVersion is ${current}; expected the version that the alias points to`
  );
}
async function checkMemory({ stored, names, linkTo: linkTo2 }, { functionName }, findings) {
  const found = await attempt2(findings, () => stored.readSeen(functionName));
  if (!found || found.kind === "none") return false;
  if (found.kind === "takes-part" && found.rememberedBy === [...names].sort()[0]) return true;
  if (found.kind !== "rollout") {
    findings.problems.push(`alias: ${whyNotOwned(`"${functionName}"`, found, linkTo2)}`);
    return found.kind === "takes-part";
  }
  const { id, functions } = found.storedRollout.record;
  const same = functions.length === names.length && functions.every((f) => names.includes(f.name));
  if (same) return true;
  findings.problems.push(
    `alias: the rollout of ${linkTo2(id)} is unfinished, is stored on "${functionName}", and has different functions from this release. Wait until it ends`
  );
  return true;
}
function checkVersions({ functionName }, { words, reading: next }, { version: from, reading: old }, findings) {
  if (old.role !== next.role) {
    findings.problems.push(
      `functions: version ${from} of "${functionName}" has the role ${old.role}, and ${words} has ${next.role}; versions of one alias must share it`
    );
  }
  if (old.deadLetterQueue !== next.deadLetterQueue) {
    findings.problems.push(
      `functions: version ${from} of "${functionName}" and ${words} have different dead-letter queues; versions of one alias must share it`
    );
  }
}

// src/targets/alias/observe-aliases.ts
import {
  src_aws_arns_ts__accountOf as accountOf
} from "./release.js";
import {
  src_base_errors_ts__KnownError as KnownError4
} from "./core.js";
import {
  src_targets_alias_alias_record_ts__movedBy as movedBy
} from "./core.js";

// src/targets/alias/alias-report.ts
import { createHash } from "node:crypto";
import {
  src_report_console_links_ts__consoleOf as consoleOf
} from "./release.js";
import {
  src_report_markdown_ts__code as code
} from "./core.js";
function aliasReport(facts, functions, account) {
  const { region, aliases } = facts;
  const [first = "", ...more] = aliases;
  return {
    region,
    label: more.length > 0 ? `${first} and ${more.length} more` : first,
    key: keyOf(account ? `${account}/${region}` : region, aliases),
    resources: aliases,
    links: aliases.map((label) => linkTo(region, label)),
    metrics: metricsOf(aliases, functions),
    rows: [["Aliases", `${listed2(aliases)}, ${code(region)}`]],
    ...FUNCTION_REPORT,
    countNotes: {},
    outputs: {},
    toJSON: () => facts
  };
}
function keyOf(place, aliases) {
  const [first = "", ...more] = [...aliases].sort();
  if (more.length === 0) return `${place}/${first}`;
  const all = createHash("sha256").update([first, ...more].join("\n")).digest("hex");
  return `${place}/${first}+${more.length}-${all.slice(0, 16)}`;
}
function linkTo(region, label) {
  const [name = "", alias = ""] = label.split(":").map(encodeURIComponent);
  const url = `${consoleOf(region)}/lambda/home?region=${region}#/functions/${name}/aliases/${alias}`;
  return { text: `alias ${label}`, url };
}
var MOST_FUNCTIONS = 10;
function metricsOf(aliases, functions) {
  return functions.slice(0, MOST_FUNCTIONS).flatMap(({ name, from, to }) => {
    const resource = aliases.find((label) => label.startsWith(`${name}:`)) ?? name;
    return [from, to].flatMap(
      (version) => ["Invocations", "Errors"].map((metric) => [
        ...["AWS/Lambda", metric],
        ...["FunctionName", name, "Resource", resource, "ExecutedVersion", version]
      ])
    );
  });
}
var MOST_ALIASES = 20;
function listed2(aliases) {
  const shown = aliases.slice(0, MOST_ALIASES).map((alias) => code(alias));
  const more = aliases.length > MOST_ALIASES ? ` and ${aliases.length - MOST_ALIASES} more` : "";
  return `${shown.join(", ")}${more}`;
}

// src/targets/alias/look-in-turn.ts
var FEW = 10;
var LOOKS = 40;
var LEAST = 3;
function readInLook(aliases) {
  return aliases <= FEW ? aliases : Math.max(LEAST, Math.ceil(aliases / LOOKS));
}
function createTurns() {
  let next = 0;
  return (labels) => {
    const count = readInLook(labels.length);
    const from = next >= labels.length ? 0 : next;
    next = from + count;
    return new Set(
      Array.from({ length: count }, (_, i) => labels[(from + i) % labels.length] ?? "")
    );
  };
}

// src/targets/alias/observe-aliases.ts
function readings(bound, turns) {
  const { aliasSet, stored, trust, released, known: known2 } = bound;
  return {
    observe: async () => {
      const read = await stored.read();
      checkAccount(released, accountOf(await stored.readArn() ?? ""));
      const found = await trust.vet(read, ({ record }) => proveAliases(bound, membersOf(record)));
      if (found.kind !== "rollout") return { stored: found, trafficState: void 0 };
      for (const ref of movedRefs(found.storedRollout.record))
        known2.set(ref.functionName, ref.alias);
      return {
        stored: found,
        trafficState: await observeAll(aliasSet, found.storedRollout, turns)
      };
    },
    readTraffic: (rollout) => observeAll(aliasSet, rollout)
  };
}
function observing(bound, region) {
  const { stored, trust, released, memory } = bound;
  const refs = released.map(refOf);
  const labels = refs.map(labelOf);
  return {
    knows: trust.knows,
    ...readings(bound, createTurns()),
    readOtherRollout: async () => {
      if (refs.length === 1) return void 0;
      const each = await mapAll(refs, ({ functionName }) => stored.readOf(functionName));
      return each.map(otherRolloutOf).find((one) => one !== void 0);
    },
    describe: (snapshot) => {
      const moved = snapshot ? movedRefs(snapshot.rollout.record).map(labelOf) : labels;
      const same = moved.length === labels.length && moved.every((label) => labels.includes(label));
      const facts = { kind: "alias", region, aliases: same ? labels : moved };
      const [arn] = memory.arns.values();
      return aliasReport(facts, snapshot?.rollout.record.functions ?? [], arn && accountOf(arn));
    }
  };
}
function otherRolloutOf(stored) {
  if (stored.kind === "none") return void 0;
  if (stored.kind !== "rollout") return stored;
  const { record } = stored.storedRollout;
  return { kind: "another", of: movedBy(record), id: record.id };
}
function checkAccount(released, account) {
  const other = released.find((input) => input.account !== void 0 && input.account !== account);
  if (!other || account === "") return;
  throw new KnownError4(
    `functions: "${other.name}" belongs to account ${other.account}, but the job uses account ${account}`
  );
}
async function observeAll(aliasSet, { record, phase }, turns) {
  const members = membersOf(record);
  const inTurn = turns?.(members.map(({ ref }) => labelOf(ref)));
  const stateOf = async (ref) => {
    const seen = inTurn?.has(labelOf(ref)) === false ? aliasSet.lastSeen(ref) : void 0;
    return seen ?? await aliasSet.read(ref);
  };
  const trafficStates = await mapAll(members, async (member) => ({
    label: labelOf(member.ref),
    trafficState: aliasTrafficInPhase(await stateOf(member.ref), member, phase)
  }));
  return trafficOfAll(trafficStates, explainedWeights(phase, record.plan));
}

export {
  aliasTraffic,
  mainVersion,
  describeAlias,
  labelOf,
  STABLE,
  PROMOTED,
  MOVED,
  newAliasCache,
  createAliasSet,
  moves,
  promoteAll,
  makeWay,
  membersOf,
  WITH,
  MORE,
  newTagMemory,
  bindTags,
  readTags,
  recordTagsOf,
  inspectAlias,
  refOf,
  readings,
  observing,
  observeAll
};
