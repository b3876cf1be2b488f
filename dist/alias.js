// src/targets/alias/alias-target.ts
import {
  src_aws_aliases_ts__bindAliases as bindAliases
} from "./functions.js";
import {
  src_aws_functions_ts__bindFunctions as bindFunctions
} from "./functions.js";
import {
  src_aws_provisioned_ts__bindProvisioned as bindProvisioned
} from "./functions.js";
import {
  src_aws_qualifiers_ts__bindQualifiers as bindQualifiers
} from "./functions.js";
import {
  src_aws_versions_ts__bindVersions as bindVersions
} from "./functions.js";
import {
  src_base_command_line_ts__aliasCommand as aliasCommand3,
  src_base_command_line_ts__awsCommand as awsCommand5
} from "./functions.js";
import {
  src_base_problems_ts__addFindings as addFindings3,
  src_base_problems_ts__noProblems as noProblems4
} from "./release.js";
import {
  src_monitor_log_source_ts__lazyLogTarget as lazyLogTarget
} from "./functions.js";
import {
  src_rollout_record_ts__APPROVED as APPROVED,
  src_rollout_record_ts__approvalTag as approvalTag,
  src_rollout_record_ts__ownerTag as ownerTag2,
  src_rollout_record_ts__PAUSED as PAUSED,
  src_rollout_record_ts__pauseTag as pauseTag,
  src_rollout_record_ts__phaseTags as phaseTags
} from "./release.js";
import {
  src_targets_concurrency_ts__mapAll as mapAll5
} from "./functions.js";
import {
  src_targets_lambda_new_code_ts__createNewCodes as createNewCodes
} from "./functions.js";

// src/targets/lambda/remember-versions.ts
import {
  src_aws_readiness_ts__whyNotReady as whyNotReady
} from "./functions.js";
import {
  src_aws_versions_ts__isVersionNumber as isVersionNumber
} from "./functions.js";
function rememberVersions(functions) {
  const known6 = /* @__PURE__ */ new Map();
  const latest = /* @__PURE__ */ new Map();
  const keep = (label, reading) => {
    const isFinal = reading?.state === "Active" && whyNotReady(reading) === void 0;
    if (isFinal) known6.set(label, reading);
    return reading;
  };
  const read = async (name, version) => {
    const label = `${name}:${version}`;
    const before = known6.get(label);
    if (before) return before;
    const reading = await functions.read(name, version);
    if (version !== void 0 && isVersionNumber(version)) return keep(label, reading);
    if (version === void 0 && reading) latest.set(name, reading);
    return reading;
  };
  return {
    ...functions,
    read,
    seen: async (name, version) => (version === void 0 ? latest.get(name) : void 0) ?? read(name, version),
    publish: async (name, ...how) => {
      const published = await functions.publish(name, ...how);
      keep(`${name}:${published.version}`, published.reading);
      return published;
    },
    untilReady: async (name, version) => {
      const ready = known6.get(`${name}:${version}`);
      if (ready) return ready;
      const reading = await functions.untilReady(name, version);
      keep(`${name}:${version}`, reading);
      return reading;
    }
  };
}

// src/targets/alias/alias-target.ts
import {
  src_targets_lambda_unqualified_callers_ts__inspectUnqualified as inspectUnqualified
} from "./functions.js";
import {
  src_targets_lambda_version_reads_ts__versionReads as versionReads
} from "./functions.js";
import {
  src_targets_lambda_version_sweep_ts__sweepVersions as sweepVersions
} from "./functions.js";
import {
  src_targets_ownership_ts__assertOpen as assertOpen,
  src_targets_ownership_ts__assertOwned as assertOwned2
} from "./release.js";
import {
  src_targets_trust_ts__createTrust as createTrust
} from "./functions.js";

// src/targets/alias/alias-admission.ts
import {
  src_base_errors_ts__KnownError as KnownError2
} from "./core.js";
import {
  src_targets_lambda_voucher_ts__createVoucher as createVoucher2
} from "./functions.js";
import {
  src_targets_seal_ts__sealOf as sealOf
} from "./release.js";

// src/targets/alias/alias-moves.ts
import {
  src_base_errors_ts__MovedError as MovedError2
} from "./core.js";
import {
  src_targets_concurrency_ts__forAll as forAll
} from "./functions.js";

// src/targets/alias/alias-proof.ts
import {
  src_targets_lambda_voucher_ts__createVoucher as createVoucher
} from "./functions.js";
import {
  src_targets_trust_ts__BORNE_OUT as BORNE_OUT,
  src_targets_trust_ts__doubtful as doubtful,
  src_targets_trust_ts__NOT_BEGUN as NOT_BEGUN
} from "./functions.js";

// src/targets/alias/alias-set.ts
import {
  src_aws_aliases_ts__isLostRace as isLostRace,
  src_aws_aliases_ts__isProvisionedTwice as isProvisionedTwice
} from "./functions.js";
import {
  src_base_errors_ts__KnownError as KnownError,
  src_base_errors_ts__MovedError as MovedError
} from "./core.js";
import {
  src_rollout_plan_ts__formatWeight as formatWeight2,
  src_rollout_plan_ts__sameWeight as sameWeight2
} from "./core.js";

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
      let known6 = observation.get(label) ?? before.get(label) ?? await read(ref);
      before.delete(label);
      for (let attempt3 = 1; ; attempt3++) {
        try {
          return await write(member, goal, known6);
        } catch (error) {
          if (attempt3 >= attemptsAfter(error)) throw error;
        }
        known6 = await read(ref);
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

// src/targets/alias/alias-admission.ts
async function admitAliases(functions, trust, record) {
  if (trust.isOwn(record)) return;
  const vouches = createVoucher2(functions);
  for (const { change } of membersOf(record)) {
    if (await vouches(change)) continue;
    throw new KnownError2(
      `only its tags say that version ${change.to} of "${change.name}" is released: this action did not publish it after version ${change.from}. Run command: rollback, and release it without waiting at 0%`
    );
  }
  trust.knows(sealOf(record));
}

// src/targets/alias/alias-callers.ts
import {
  src_aws_metric_data_ts__readMinutes as readMinutes
} from "./release.js";
import {
  src_base_problems_ts__addFindings as addFindings,
  src_base_problems_ts__noProblems as noProblems
} from "./release.js";
import {
  src_base_time_ts__now as now
} from "./core.js";
import {
  src_rollout_traffic_ts__startOfMinute as startOfMinute
} from "./release.js";
import {
  src_targets_concurrency_ts__forAll as forAll2
} from "./functions.js";
import {
  src_targets_lambda_inspect_async_ts__noteAsyncSettings as noteAsyncSettings
} from "./functions.js";
import {
  src_targets_lambda_read_callers_ts__optional as optional,
  src_targets_lambda_read_callers_ts__readCallers as readCallers,
  src_targets_lambda_read_callers_ts__valueIn as valueIn
} from "./functions.js";

// src/targets/alias/judge-callers.ts
import {
  src_base_command_line_ts__awsCommand as awsCommand
} from "./functions.js";
import {
  src_doctor_reach_words_ts__helpOn as helpOn
} from "./functions.js";
import {
  src_targets_lambda_callers_ts__callersInWords as callersInWords,
  src_targets_lambda_callers_ts__listCallers as listCallers,
  src_targets_lambda_callers_ts__ofServices as ofServices
} from "./functions.js";
var DAYS = 35;
function judgeCallers(reading) {
  const { functionName, counts, arn, complete } = reading;
  const label = labelIn(arn);
  const [led, past] = [callersInWords(reading.ofAlias), passersBy(reading)];
  if (led.length > 0 || (counts?.alias ?? 0) > 0) {
    const isUsed = past.length > 0 && (counts === void 0 || counts.all > counts.alias);
    const words = isUsed ? `${listCallers(past)} may call "${functionName}" without a qualifier, but not ${label}: such calls get $LATEST, and not this release. To release to them, let them call ${arn}` : "";
    return { reaches: "somebody", words };
  }
  const silent = counts && `it was not called in the last ${DAYS} days`;
  const passing = `${listCallers(past)} may call "${functionName}" without a qualifier`;
  if (complete && past.length > 0 && silent !== void 0) {
    return {
      reaches: "nobody",
      words: `a release of ${label} would reach nobody: ${UNLED}, ${silent}, and ${passing}, which is $LATEST. Let them call ${arn}. If callers with a role of their own are going to use the alias, set unused-alias: allow. ${helpOn("nobody")}`
    };
  }
  const seen = [
    complete ? UNLED : "of what could be read, nothing leads to it",
    silent ?? "its calls could not be read",
    ...past.length > 0 ? [passing] : []
  ];
  return {
    reaches: "unknown",
    words: `nothing that AWS shows calls ${label}: ${seen.join(", and ")}. Callers with a role of their own are invisible; if there are none, this release reaches nobody`
  };
}
var UNLED = "no permission, event source or function URL leads to it";
function describeFirstCallers({
  arn,
  ofAlias,
  ofFunction,
  functionName,
  complete
}) {
  const label = labelIn(arn);
  const led = callersInWords(ofAlias);
  if (led.length > 0) return `${listCallers(led)} may call ${label} once it exists`;
  const whole = complete ? "nothing that AWS shows may call" : "it is not known what may call";
  const others = [
    ...ofFunction.sources.map(
      (source) => `create the event source mapping of ${source || "the event source"} for ${arn}`
    ),
    ...ofFunction.hasUrl ? [`create a function URL for ${label}: that of "${functionName}" calls $LATEST`] : []
  ];
  const commands = grants(functionName, arn, ofFunction.permitted);
  return [
    `${whole} ${label} once it exists, apart from callers with a role of their own. Then add a permission for each other caller: ${commands.join("; ")}`,
    ...others
  ].join("; ");
}
var MOST_COMMANDS = 3;
function grants(functionName, arn, permitted) {
  const [, partition = "", , region = "", account = "", , , alias = ""] = arn.split(":");
  const ofServices2 = permitted.filter(({ service }) => service !== void 0);
  const example = {
    service: "apigateway.amazonaws.com",
    sourceArn: `arn:${partition}:execute-api:${region}:${account}:API_ID/*`
  };
  const callers = ofServices2.length > 0 ? ofServices2 : [example];
  return callers.slice(0, MOST_COMMANDS).map(
    ({ service = "", sourceArn }, i) => awsCommand("lambda add-permission", {
      "function-name": functionName,
      qualifier: alias,
      "statement-id": `call-${alias}-${i + 1}`,
      action: "lambda:InvokeFunction",
      principal: service,
      ...sourceArn !== void 0 && { "source-arn": sourceArn },
      region
    })
  );
}
function passersBy({ ofAlias, ofFunction }) {
  const led = callersInWords(ofAlias);
  return callersInWords(ofServices(ofFunction)).filter((words) => !led.includes(words));
}
function labelIn(arn) {
  return arn.split(":").slice(6).join(":");
}

// src/targets/alias/returned-errors.ts
import {
  src_base_listed_ts__listed as listed2
} from "./core.js";
import {
  src_targets_lambda_policy_callers_ts__describeCaller as describeCaller
} from "./functions.js";
function frontsOf({ permitted, hasUrl }) {
  const known6 = permitted.map(frontOf).filter((front) => front !== void 0);
  return [...known6, ...hasUrl ? [{ kind: "url" }] : []];
}
function frontOf(caller) {
  const words = describeCaller(caller);
  switch (caller.service) {
    case "apigateway.amazonaws.com":
      return { kind: "api", words };
    case "elasticloadbalancing.amazonaws.com":
      return { kind: "load-balancer", words };
    default:
      return void 0;
  }
}
var COUNTED = {
  api: "5xx of an HTTP API or 5XXError of a REST API (AWS/ApiGateway)",
  "load-balancer": "HTTPCode_Target_5XX_Count of the target group (AWS/ApplicationELB)",
  url: "Url5xxCount (AWS/Lambda)"
};
function returnedErrorNotes(aliases) {
  const answering = aliases.filter(({ fronts: fronts2 }) => fronts2.length > 0);
  const [first] = answering;
  if (!first) return [];
  const labels = listed2(answering.map(({ label }) => label));
  const fronts = answering.flatMap((one) => one.fronts);
  const through = unique(
    fronts.map((front) => front.kind === "url" ? "a function URL" : front.words)
  );
  const counted = unique(fronts.map(({ kind }) => COUNTED[kind]));
  return [
    `alias: a 5XX response that a function returns is invisible on ${labels}, called through ${listed2(through)}: Lambda counts it as a success, so a version that returns status 500 is not rolled back for it. Count such responses by version and compare them: ${exampleMetrics(first.functionName)}. An alarm on ${listed2(counted, " or ")} shows both versions together, so in alarms it limits a release and blames no version`
  ];
}
function unique(words) {
  return [...new Set(words)];
}
function exampleMetrics(functionName) {
  const side = (which) => `{ Version: '{${which}.${functionName}}' }`;
  return `metrics: "[{ name: 5XX responses, namespace: ${functionName}, events: Failed, total: Responses, canary: ${side("to")}, stable: ${side("from")} }]" (published by the function with its AWS_LAMBDA_FUNCTION_VERSION as the dimension Version)`;
}

// src/targets/alias/sample.ts
var MOST_ASKED = 10;
function sampleOf(all, isSpecial) {
  if (all.length <= 2 * MOST_ASKED) return new Set(all);
  const step = (all.length - 1) / (MOST_ASKED - 1);
  const spread2 = Array.from({ length: MOST_ASKED }, (_, i) => all[Math.round(i * step)]);
  return /* @__PURE__ */ new Set([...spread2.filter((one) => one !== void 0), ...all.filter(isSpecial)]);
}

// src/targets/alias/alias-callers.ts
async function inspectCallers(calls, facts, { unusedAlias, seesMore }, findings) {
  if (facts.length === 0) return;
  const counts = valueIn(await optional(() => readCounts(calls.cloudWatch, facts)));
  const sources = await optional(() => calls.versions.readEventSources());
  noteUnreadSources(sources, findings);
  const asked = sampleOf(facts, () => false);
  const each = facts.map((fact, i) => ({
    fact,
    counts: counts?.[i],
    asked: asked.has(fact),
    found: noProblems(),
    fronts: void 0
  }));
  await forAll2(each, async (one) => {
    noteItemFailures(one.fact, valueIn(sources) ?? [], one.found);
    const looksAtFronts = one.asked && !seesMore;
    const known6 = { counts: one.counts, sources, unusedAlias, looksAtFronts };
    one.fronts = await inspectOne(calls, one.fact, known6, one.found);
  });
  addFindings(
    findings,
    each.map(({ found }) => found)
  );
  if (seesMore) return;
  if (asked.size < facts.length) {
    findings.notes.push(
      `alias: what answers users through an alias was looked at on ${asked.size} of the ${facts.length} functions, because Lambda allows few calls a second`
    );
  }
  const answering = each.flatMap(({ fronts }) => fronts ? [fronts] : []);
  findings.notes.push(...returnedErrorNotes(answering));
}
async function inspectOne(calls, fact, { counts, sources, unusedAlias, looksAtFronts }, found) {
  const { problems, notes } = found;
  const isFirst = fact.from === "";
  const isAll = !isFirst && counts && counts.alias > 0 && counts.all <= counts.alias;
  if (isAll && !looksAtFronts) return void 0;
  const { reading, why } = await readAliasCallers(calls, fact, counts, sources);
  const { functionName } = fact.ref;
  const fronts = { label: labelOf(fact.ref), functionName, fronts: frontsOf(reading.ofAlias) };
  if (isAll) return fronts;
  if (why.length > 0) {
    notes.push(
      `alias: what calls ${labelOf(fact.ref)} could not be read completely (${why.join("; ")})`
    );
  }
  if (isFirst) {
    notes.push(`alias: ${describeFirstCallers(reading)}`);
    await noteFirstSettings(calls, fact, found);
    return void 0;
  }
  const { reaches, words } = judgeCallers(reading);
  const refuses = reaches === "nobody" && unusedAlias === "refuse";
  if (words !== "") (refuses ? problems : notes).push(`alias: ${words}`);
  return reaches === "somebody" ? fronts : void 0;
}
function noteFirstSettings({ qualifiers }, { arn, ref: { functionName, alias } }, found) {
  const region = arn.split(":")[3] ?? "";
  const succession = { functionName, region, from: "$LATEST", version: void 0, alias };
  return noteAsyncSettings(qualifiers, succession, found);
}
async function readAliasCallers({ functions, qualifiers }, { arn, ref }, counts, sources) {
  const { functionName, alias } = ref;
  const aliasArn = `${arn}:${alias}`;
  const { of, why } = await readCallers(functions, qualifiers, arn, [alias], sources);
  const reading = {
    functionName,
    arn: aliasArn,
    counts,
    ofAlias: of(aliasArn, "unknown"),
    ofFunction: of(arn, "yes"),
    complete: why.length === 0 && "value" in sources
  };
  return { reading, why };
}
var DAY = 24 * 3600;
async function readCounts(client, facts) {
  const to = startOfMinute(now());
  const series = facts.flatMap(({ ref }) => {
    const FunctionName = ref.functionName;
    return [{ FunctionName, Resource: labelOf(ref) }, { FunctionName }].map((dimensions) => ({
      namespace: "AWS/Lambda",
      metric: "Invocations",
      dimensions,
      statistic: "Sum",
      period: DAY
    }));
  });
  const values = await readMinutes(client, series, to - DAYS * DAY, to);
  return facts.map((_, i) => ({ alias: total(values[2 * i]), all: total(values[2 * i + 1]) }));
}
function total(values = /* @__PURE__ */ new Map()) {
  return [...values.values()].reduce((sum, value) => sum + value, 0);
}
function noteUnreadSources(sources, { notes }) {
  if ("value" in sources) return;
  notes.push(
    `alias: the event sources could not be read (${sources.why}), so it is not known whether one of them calls a function without its alias, or has failures that are not counted as errors`
  );
}
function noteItemFailures({ arn, ref }, sources, { notes }) {
  const called = `${arn}:${ref.alias}`;
  const reporting = sources.filter((one) => one.functionArn === called && one.reportsItems);
  for (const { sourceArn } of reporting) {
    notes.push(
      `alias: ${labelOf(ref)} reports failed messages of ${sourceArn} with ReportBatchItemFailures: AWS counts these as successful invocations, so a version that fails all of them is not rolled back for it. Count the failed messages in metrics, or name an alarm on them in alarms`
    );
  }
}

// src/targets/alias/alias-claim.ts
import {
  src_targets_claim_ts__unnamedFunctions as unnamedFunctions
} from "./functions.js";
import {
  src_targets_alias_alias_record_ts__aliasesOf as aliasesOf2
} from "./core.js";
function beyondAliases(record, asked) {
  const { aliases } = aliasesOf2(record);
  const label = (name) => `${name}:${aliases[name]}`;
  const unnamed = unnamedFunctions(record, Object.keys(asked), label);
  if (unnamed !== void 0) return unnamed;
  const moved = record.functions.find(({ name }) => aliases[name] !== asked[name]);
  return moved && `it moves the alias ${label(moved.name)}, and this run names ${moved.name}:${asked[moved.name]}; expected functions: ${label(moved.name)}`;
}

// src/targets/alias/alias-counts.ts
import {
  src_analysis_count_table_ts__addUp as addUp,
  src_analysis_count_table_ts__NO_EVENTS as NO_EVENTS2,
  src_analysis_count_table_ts__shownTogether as shownTogether2
} from "./release.js";
import {
  src_analysis_errors_measure_ts__errorsMeasure as errorsMeasure,
  src_analysis_errors_measure_ts__invocationsMeasure as invocationsMeasure,
  src_analysis_errors_measure_ts__SUMMED_FUNCTION_PARTS as SUMMED_FUNCTION_PARTS
} from "./release.js";
import {
  src_aws_metric_data_ts__readMinutes as readMinutes3
} from "./release.js";
import {
  src_base_assert_ts__must as must
} from "./core.js";
import {
  src_monitor_baseline_ts__countsOf as countsOf2,
  src_monitor_baseline_ts__hasAny as hasAny,
  src_monitor_baseline_ts__readDailyTraffic as readDailyTraffic
} from "./release.js";
import {
  src_monitor_counted_errors_ts__countedErrors as countedErrors,
  src_monitor_counted_errors_ts__unreachedOf as unreachedOf
} from "./functions.js";
import {
  src_rollout_traffic_ts__startOfMinute as startOfMinute2
} from "./release.js";

// src/targets/alias/alias-latency.ts
import {
  src_analysis_count_table_ts__NO_EVENTS as NO_EVENTS,
  src_analysis_count_table_ts__shownTogether as shownTogether
} from "./release.js";
import {
  src_analysis_measure_ts__ALL as ALL
} from "./release.js";
import {
  src_analysis_slow_measure_ts__isSlowMeasure as isSlowMeasure,
  src_analysis_slow_measure_ts__slowMeasure as slowMeasure
} from "./functions.js";
import {
  src_aws_aws_errors_ts__isRefusedForContent as isRefusedForContent
} from "./release.js";
import {
  src_aws_call_ts__causedBy as causedBy
} from "./release.js";
import {
  src_aws_metric_data_ts__readMinutes as readMinutes2
} from "./release.js";
import {
  src_monitor_baseline_ts__countsOf as countsOf
} from "./release.js";
var HOUR = 3600;
var QUANTILES = [0.9, 0.99];
async function readLatencyBaseline(client, refs, to) {
  try {
    return await readHour(client, refs, to);
  } catch (error) {
    if (!causedBy(error, isRefusedForContent)) throw error;
    return { measures: [], gap: "refused" };
  }
}
async function readHour(client, refs, to) {
  const found = await readThresholds(client, refs, to);
  const series = found.flatMap(({ ref, thresholds }) => [
    durationSeries(ref, "SampleCount"),
    ...thresholds.map((threshold) => durationSeries(ref, slowStatistic(threshold)))
  ]);
  const values = await readMinutes2(client, series, to - HOUR, to);
  let at = 0;
  const next = () => values[at++] ?? /* @__PURE__ */ new Map();
  const hours = found.flatMap(({ ref, thresholds }) => {
    const ran = next();
    return thresholds.map((threshold) => ({
      measure: slowMeasure(threshold, scopeOf(ref, refs)),
      counted: shownTogether(ran, next())
    }));
  });
  if (hours.length === 0) return { measures: [], gap: "no-traffic" };
  if (hours.some(({ counted }) => counted.incomplete)) return { measures: [], gap: "not-counted" };
  const measures = hours.map(({ measure, counted }) => ({ measure, minutes: countsOf(counted) }));
  return { measures, gap: void 0 };
}
async function readThresholds(client, refs, to) {
  const statistics = ["SampleCount", ...QUANTILES.map((q) => `p${q * 100}`)];
  const series = refs.flatMap(
    (ref) => statistics.map((statistic) => ({ ...durationSeries(ref, statistic), period: HOUR }))
  );
  const values = await readMinutes2(client, series, to - HOUR, to);
  return refs.flatMap((ref, i) => {
    const first = i * statistics.length;
    const [samples = /* @__PURE__ */ new Map(), ...quantiles] = values.slice(first, first + statistics.length);
    const thresholds = QUANTILES.flatMap((quantile, q) => {
      const milliseconds = mostSampled(quantiles[q] ?? /* @__PURE__ */ new Map(), samples);
      return milliseconds === void 0 ? [] : [{ quantile, milliseconds: Math.ceil(milliseconds) }];
    });
    return thresholds.length === 0 ? [] : [{ ref, thresholds }];
  });
}
function mostSampled(values, samples) {
  const [best] = [...values].sort(([a], [b]) => (samples.get(b) ?? 0) - (samples.get(a) ?? 0));
  return best?.[1];
}
async function readSlowVersions(client, baseline, changes, refOf2, span) {
  const measures = baseline.map(({ measure }) => measure).filter(isSlowMeasure);
  const asked = measures.flatMap((measure) => {
    const change = changeOf(measure, changes);
    return change ? [{ measure, change, ref: refOf2(change.name) }] : [];
  });
  const series = asked.flatMap(
    ({ measure, change: { from, to }, ref }) => [to, from, ...span.promoted ? [void 0] : []].flatMap((version) => [
      durationSeries(ref, "SampleCount", version),
      durationSeries(ref, slowStatistic(measure.threshold), version)
    ])
  );
  const values = await readMinutes2(client, series, span.from, span.to, span.look);
  let at = 0;
  const next = () => {
    const [ran = /* @__PURE__ */ new Map(), slow = /* @__PURE__ */ new Map()] = [values[at++], values[at++]];
    return shownTogether(ran, slow);
  };
  return asked.map(({ measure }) => ({
    measure,
    canary: next(),
    stable: next(),
    promoted: span.promoted ? next() : NO_EVENTS
  }));
}
function changeOf({ scope }, changes) {
  if (scope.kind !== "function") return changes[0];
  return changes.find(({ name }) => name === scope.name);
}
function scopeOf({ functionName: name }, refs) {
  return refs.length === 1 ? ALL : { kind: "function", name };
}
function slowStatistic({ milliseconds }) {
  return `TC(${milliseconds}:)`;
}
function durationSeries({ functionName, alias }, statistic, version) {
  return {
    namespace: "AWS/Lambda",
    metric: "Duration",
    dimensions: {
      FunctionName: functionName,
      Resource: `${functionName}:${alias}`,
      ...version && { ExecutedVersion: version }
    },
    statistic
  };
}

// src/targets/alias/alias-counts.ts
var HOUR2 = 3600;
var NO_LATENCY = { measures: [], gap: void 0 };
function createAliasCounts(client, refs, aliasOf = new Map(
  refs.map(({ functionName, alias }) => [functionName, alias])
)) {
  const refOf2 = (functionName) => ({
    functionName,
    alias: must(aliasOf.get(functionName), `the alias of "${functionName}" is known`)
  });
  let changed = [];
  let gap = "no-traffic";
  return {
    readTraffic: async (changes, span, closedUntil) => {
      const [ofNew, ofOld, ofAll] = await readGroups(client, span, [
        changes.map((c) => invocations(refOf2(c.name), c.to)),
        changes.map((c) => invocations(refOf2(c.name), c.from)),
        span.promoted ? changes.map((c) => invocations(refOf2(c.name))) : []
      ]);
      const sides = { canary: addUp(ofNew), stable: addUp(ofOld), promoted: addUp(ofAll) };
      changed = changes;
      const counted = countedErrors("alias", { apart: true, sides, closedUntil });
      const own = severalOf(changes).map(({ name }, i) => ({
        measure: ownErrors(name),
        canary: ofNew[i] ?? NO_EVENTS2,
        stable: ofOld[i] ?? NO_EVENTS2,
        promoted: ofAll[i] ?? NO_EVENTS2
      }));
      const table = { ...counted.table, rows: [...counted.table.rows, ...own] };
      return { ...counted, table, unreached: unreachedOf(changes, ofNew) };
    },
    readFailures: async (changes, { from, to }) => {
      const series = changes.flatMap(({ name, to: version }) => {
        const [, errors, throttles] = invocations(refOf2(name), version);
        return [errors, throttles];
      });
      return hasAny(await readMinutes3(client, series, from, to));
    },
    readBaseline: async (startedAt, functions, compare) => {
      const to = startOfMinute2(startedAt);
      const whole = refs.map((ref) => invocations(ref));
      const [all] = await readGroups(client, { from: to - HOUR2, to }, [whole, [], []]);
      const counts = new Map(refs.map(({ functionName }, i) => [functionName, all[i]]));
      const own = compare.includes("errors") ? severalOf(functions) : [];
      const latency = compare.includes("latency") ? await readLatencyBaseline(client, refs, to) : NO_LATENCY;
      gap = latency.gap;
      return [
        { measure: errorsMeasure(), minutes: countsOf2(addUp(all)) },
        ...own.map(({ name }) => ({
          measure: ownErrors(name),
          minutes: countsOf2(counts.get(name) ?? NO_EVENTS2)
        })),
        ...latency.measures
      ];
    },
    latencyGap: () => gap,
    readMeasures: (baseline, _, span) => readSlowVersions(client, baseline, changed, refOf2, span),
    readDaily: (now3) => {
      const pairs = refs.map((ref) => {
        const [requests, errors] = invocations(ref);
        return [requests, errors];
      });
      return readDailyTraffic(client, pairs, now3);
    }
  };
}
function severalOf(functions) {
  return functions.length > 1 ? functions : [];
}
function ownErrors(name) {
  return invocationsMeasure(name, SUMMED_FUNCTION_PARTS);
}
async function readGroups(client, { from, to, look }, groups) {
  const values = await readMinutes3(client, groups.flat(2), from, to, look);
  let at = 0;
  const take = (group) => group.map(() => addUp(asEvents(values[at++], values[at++], values[at++])));
  const [first, second, third] = groups;
  return [take(first), take(second), take(third)];
}
function invocations({ functionName, alias }, version) {
  const dimensions = {
    FunctionName: functionName,
    Resource: `${functionName}:${alias}`,
    ...version && { ExecutedVersion: version }
  };
  const series = (metric) => ({
    namespace: "AWS/Lambda",
    metric,
    dimensions,
    statistic: "Sum"
  });
  return [series("Invocations"), series("Errors"), series("Throttles")];
}
function asEvents(ran = /* @__PURE__ */ new Map(), failed = /* @__PURE__ */ new Map(), throttled = /* @__PURE__ */ new Map()) {
  return [shownTogether2(ran, failed), { requests: throttled, events: throttled }];
}

// src/targets/alias/alias-policy.ts
import {
  src_targets_iam_policy_ts__allow as allow,
  src_targets_iam_policy_ts__only as only
} from "./release.js";
import {
  src_targets_lambda_function_policy_ts__bare as bare,
  src_targets_lambda_function_policy_ts__eventSourceStatement as eventSourceStatement,
  src_targets_lambda_function_policy_ts__functionStatements as functionStatements,
  src_targets_lambda_function_policy_ts__needsAtMost as needsAtMost,
  src_targets_lambda_function_policy_ts__pruneStatements as pruneStatements,
  src_targets_lambda_function_policy_ts__uploadStatements as uploadStatements
} from "./functions.js";
import {
  src_targets_lambda_smoke_policy_ts__smokeStatements as smokeStatements
} from "./functions.js";
function aliasPolicy(needs, place, order) {
  const { functions, aliases } = needs;
  const { prunes } = order;
  return [
    ...aliasStatements(needs),
    ...functionStatements(functions, {
      calls: [],
      versions: [
        "lambda:GetPolicy",
        ...only(aliases !== "moved", "lambda:GetFunctionEventInvokeConfig"),
        ...only(aliases !== "created", "lambda:GetProvisionedConcurrencyConfig")
      ],
      readsPolicies: true,
      readsNext: aliases !== "created",
      order
    }),
    // Who calls the alias.
    allow("Callers", ["lambda:GetPolicy", "lambda:ListFunctionUrlConfigs"], bare(functions)),
    eventSourceStatement(functions),
    ...smokeStatements(aliases === "created" ? void 0 : needs.smoke, bare(functions), place),
    ...uploadStatements(functions, place),
    // A role that releases an alias may list its tags anyway.
    ...prunes ? pruneStatements(functions, []) : []
  ];
}
function aliasPolicyAtMost({ firstRelease, smokeNeeds: smoke }, released, place, order) {
  const aliases = firstRelease === "allow" ? "either" : "moved";
  const functions = released.map((input) => needsAtMost(place, input));
  return aliasPolicy({ aliases, functions, smoke }, place, order);
}
function aliasStatements({ functions, aliases }) {
  const write = [
    ...only(aliases !== "moved", "lambda:CreateAlias", "lambda:DeleteAlias"),
    ...only(aliases !== "created", "lambda:UpdateAlias")
  ];
  const savePhase = only(aliases !== "created", "lambda:TagResource", "lambda:UntagResource");
  return [
    // IAM treats an alias as part of its function (Service Authorization Reference).
    allow("Release", ["lambda:GetAlias", ...write], bare(functions)),
    allow("Remember", ["lambda:ListTags", ...savePhase], bare(functions))
  ];
}

// src/targets/alias/alias-rollback.ts
import {
  src_aws_arns_ts__accountOf as accountOf2
} from "./release.js";
import {
  src_base_errors_ts__MovedError as MovedError3
} from "./core.js";
import {
  src_targets_concurrency_ts__forEvery as forEvery2
} from "./functions.js";
import {
  src_targets_lambda_warm_up_ts__deallocate as deallocate
} from "./functions.js";
import {
  src_targets_ownership_ts__isOwnedByAnother as isOwnedByAnother
} from "./release.js";
import {
  src_targets_alias_alias_record_ts__aliasesOf as aliasesOf3
} from "./core.js";

// src/targets/alias/finalize-provisioned.ts
import {
  src_base_duration_ts__formatDuration as formatDuration
} from "./core.js";
import {
  src_base_errors_ts__KnownError as KnownError3,
  src_base_errors_ts__known as known
} from "./core.js";
import {
  src_targets_concurrency_ts__forEvery as forEvery
} from "./functions.js";
import {
  src_targets_lambda_warm_up_ts__POLL_SECONDS as POLL_SECONDS,
  src_targets_lambda_warm_up_ts__WARM_UP_LIMIT_SECONDS as WARM_UP_LIMIT_SECONDS
} from "./functions.js";
async function finalizeProvisioned(bound, members, waiting) {
  const kept = members.filter((member) => member.kept);
  await forEvery(kept, (member) => handOverOne(bound, member, waiting));
}
async function handOverOne(bound, member, waiting) {
  const { ref, change } = member;
  const label = labelOf(ref);
  try {
    await bound.aliasSet.bring(member, PROMOTED);
  } catch (error) {
    throw new KnownError3(
      `${label} gives all traffic to version ${change.to} by weight, but could not be pointed to it, and the version keeps its allocated environments: ${known(error).message}`,
      { cause: error }
    );
  }
  waiting.say(
    `${label}: Lambda moves its provisioned concurrency to version ${change.to}, and may serve version ${change.from} until it is ready`
  );
  const failure = await untilMoved(bound, member, waiting);
  if (failure === void 0) {
    await bound.provisioned.remove(change.name, change.to);
    waiting.say(
      waiting.stopped() ? `${label}: no longer waiting` : `${label}: version ${change.to} is served by environments of the alias`
    );
    return;
  }
  await bound.aliasSet.bring(member, MOVED);
  throw new KnownError3(
    `the provisioned concurrency of ${label} ${failure} for version ${change.to}, which is served anyway, and keeps its allocated environments`
  );
}
var CHECKS = 2;
async function untilMoved({ aliasSet, provisioned }, { ref, change }, { pause, stopped }) {
  let settled = 0;
  for (let waited = 0; waited <= WARM_UP_LIMIT_SECONDS; waited += POLL_SECONDS) {
    const trafficState = aliasTraffic(await aliasSet.read(ref), change);
    if (trafficState.kind !== "promoted") {
      throw new KnownError3(
        `${labelOf(ref)} was moved by someone else while Lambda moved its provisioned concurrency`
      );
    }
    const found = await provisioned.read(ref.functionName, ref.alias);
    if (found?.status === "FAILED") return `failed (${found.reason || "Lambda gives no reason"})`;
    settled = trafficState.held || found?.status === "IN_PROGRESS" ? 0 : settled + 1;
    if (settled >= CHECKS || stopped()) return void 0;
    await pause(POLL_SECONDS);
  }
  return `was not ready within ${formatDuration(WARM_UP_LIMIT_SECONDS)}`;
}

// src/targets/alias/observe-aliases.ts
import {
  src_aws_arns_ts__accountOf as accountOf
} from "./release.js";
import {
  src_base_errors_ts__KnownError as KnownError5
} from "./core.js";
import {
  src_targets_concurrency_ts__mapAll as mapAll
} from "./functions.js";
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
import {
  src_targets_lambda_function_report_ts__FUNCTION_REPORT as FUNCTION_REPORT
} from "./functions.js";
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
    rows: [["Aliases", `${listed3(aliases)}, ${code(region)}`]],
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
function listed3(aliases) {
  const shown = aliases.slice(0, MOST_ALIASES).map((alias) => code(alias));
  const more = aliases.length > MOST_ALIASES ? ` and ${aliases.length - MOST_ALIASES} more` : "";
  return `${shown.join(", ")}${more}`;
}

// src/targets/alias/inspect-aliases.ts
import {
  src_aws_readiness_ts__whyNotReady as whyNotReady2
} from "./functions.js";
import {
  src_base_assert_ts__must as must2
} from "./core.js";
import {
  src_base_command_line_ts__aliasCommand as aliasCommand2
} from "./functions.js";
import {
  src_base_errors_ts__KnownError as KnownError4
} from "./core.js";
import {
  src_base_problems_ts__attempt as attempt2
} from "./release.js";
import {
  src_report_stored_state_text_ts__whyNotOwned as whyNotOwned
} from "./release.js";
import {
  src_targets_lambda_check_code_ts__wrongCode as wrongCode
} from "./functions.js";
import {
  src_targets_lambda_check_function_ts__checkFunction as checkFunction
} from "./functions.js";
import {
  src_targets_lambda_new_code_ts__inspectNewCode as inspectNewCode
} from "./functions.js";
import {
  src_targets_lambda_next_version_ts__versionToRelease as versionToRelease
} from "./functions.js";

// src/targets/alias/inspect-provisioned.ts
import {
  src_base_command_line_ts__aliasCommand as aliasCommand,
  src_base_command_line_ts__awsCommand as awsCommand2
} from "./functions.js";
import {
  src_base_problems_ts__attempt as attempt
} from "./release.js";
import {
  src_rollout_plan_ts__sameWeight as sameWeight3
} from "./core.js";
import {
  src_targets_lambda_inspect_warm_ts__checkWarm as checkWarm
} from "./functions.js";
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
  const giveBack = awsCommand2("lambda delete-provisioned-concurrency-config", {
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
  throw new KnownError4(`functions: there is no function "${name}" in ${region}`);
}
async function readNext({ functions }, input, latest, findings) {
  const { name, version } = input;
  if (version === void 0) return { words: "the version to be published", reading: latest };
  const before = findings.problems.length;
  const reading = await attempt2(findings, () => functions.read(name, version));
  if (reading) {
    const why = whyNotReady2(reading);
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
      `alias: ${label} is split between ${describeAlias(state)} already, by another tool or an interrupted release. To give all traffic to ${main}, set on-split-alias: repair, or run: ${aliasCommand2(region, ref, main)}`
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

// src/targets/alias/look-in-turn.ts
var FEW = 10;
var LOOKS = 40;
var LEAST = 2;
function readInLook(aliases) {
  return aliases <= FEW ? aliases : Math.max(LEAST, aliases / LOOKS);
}
function createTurns() {
  let next = 0;
  let owed = 0;
  return (labels) => {
    const due = owed + readInLook(labels.length);
    const count = Math.min(Math.floor(due), labels.length);
    owed = due - count;
    const from = next >= labels.length ? 0 : next;
    next = from + count;
    return new Set(
      Array.from({ length: count }, (_, i) => labels[(from + i) % labels.length] ?? "")
    );
  };
}

// src/targets/alias/observe-aliases.ts
function readings(bound, turns) {
  const { aliasSet, stored, trust, released, known: known6 } = bound;
  return {
    observe: async () => {
      const read = await stored.read();
      checkAccount(released, accountOf(await stored.readArn() ?? ""));
      const found = await trust.vet(read, ({ record }) => proveAliases(bound, membersOf(record)));
      if (found.kind !== "rollout") return { stored: found, trafficState: void 0 };
      for (const ref of movedRefs(found.storedRollout.record))
        known6.set(ref.functionName, ref.alias);
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
  throw new KnownError5(
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

// src/targets/alias/alias-rollback.ts
function rollbackOf(bound) {
  const { aliasSet, functions, provisioned, stored, trust, versions } = bound;
  const isNeeded = async (name, version) => (await versions.aliased(name)).includes(version);
  return {
    ...readings(bound),
    restore: ({ record }, trafficState) => restoreOwned(aliasSet, membersOf(record), trafficState),
    completePromotion: ({ record }) => promoteAll(bound, trust, record),
    finalizeProvisioned: ({ record }, waiting) => finalizeProvisioned({ aliasSet, provisioned }, membersOf(record), waiting),
    cleanUp: ({ record }, served) => deallocate({ provisioned, isNeeded }, record.functions, aliasesOf3(record), served),
    clearState: async (last, of) => {
      if (isOwnedByAnother(await stored.read(), of)) return;
      await stored.clear(last);
    },
    readAccount: async (storedOn) => {
      const [name = ""] = storedOn.split(":").slice(6);
      return accountOf2((await functions.read(name))?.arn ?? "");
    }
  };
}
async function restoreOwned(aliasSet, members, trafficState) {
  const known6 = trafficState.kind === "external" && trafficState.others === "owned";
  await forEvery2(members, async (member) => {
    try {
      await aliasSet.bring(member, STABLE);
    } catch (error) {
      if (!known6 || !(error instanceof MovedError3)) throw error;
    }
  });
}

// src/targets/alias/alias-setup.ts
import {
  src_aws_lambda_client_ts__CALLS_PER_SECOND as CALLS_PER_SECOND
} from "./release.js";
import {
  src_base_assert_ts__must as must3
} from "./core.js";
import {
  src_base_errors_ts__KnownError as KnownError7,
  src_base_errors_ts__known as known2,
  src_base_errors_ts__MovedError as MovedError5
} from "./core.js";
import {
  src_base_listed_ts__listed as listed4
} from "./core.js";
import {
  src_rollout_record_ts__expectedTags as expectedTags,
  src_rollout_record_ts__MAX_CHUNKS as MAX_CHUNKS,
  src_rollout_record_ts__recordTags as recordTags
} from "./release.js";
import {
  src_targets_concurrency_ts__forAll as forAll4,
  src_targets_concurrency_ts__forEvery as forEvery3
} from "./functions.js";
import {
  src_targets_lambda_publish_versions_ts__publishVersions as publishVersions
} from "./functions.js";
import {
  src_targets_lambda_upload_code_ts__createUploads as createUploads
} from "./functions.js";
import {
  src_targets_lambda_warm_up_ts__findWarmUps as findWarmUps,
  src_targets_lambda_warm_up_ts__warmUpVersions as warmUpVersions
} from "./functions.js";
import {
  src_targets_alias_alias_record_ts__aliasesOf as aliasesOf4
} from "./core.js";

// src/targets/alias/repair-split.ts
import {
  src_aws_aliases_ts__isLostRace as isLostRace2
} from "./functions.js";
import {
  src_base_errors_ts__KnownError as KnownError6,
  src_base_errors_ts__MovedError as MovedError4
} from "./core.js";
import {
  src_targets_concurrency_ts__forAll as forAll3
} from "./functions.js";
async function repairSplit(aliases, facts) {
  const done = [];
  await forAll3(facts, async (fact) => {
    if (fact.split) done.push(await repair(aliases, fact, fact.split));
  });
  return done.join("; ");
}
async function repair(aliases, { ref }, split) {
  const label = labelOf(ref);
  const version = mainVersion(split);
  try {
    const after = await aliases.update(ref, { version, canary: void 0 }, split.revisionId);
    const shown = describeAlias(after);
    if (shown === version) return `${label} was ${describeAlias(split)}, and is ${version} again`;
    throw new KnownError6(`${label} should point to ${version} again, but is ${shown}`);
  } catch (error) {
    if (!isLostRace2(error)) throw error;
    throw new MovedError4(
      `${label} was not repaired: someone has moved it since the last check, so another release is in progress`,
      { cause: error }
    );
  }
}

// src/targets/alias/alias-setup.ts
function setUpAliases({ aliases, functions, place, removing, provisioned, stored, trust, smoke }, facts, longestAnswerSeconds) {
  const first = facts.every(({ from }) => from === "");
  const released = facts.map(({ release }) => release);
  const uploads = createUploads(functions, released);
  return {
    functions: released,
    uploads,
    publish: (publishing) => publishVersions(functions, uploads, publishing),
    longestAnswerSeconds,
    ...!first && {
      movedOneByOne: {
        functions: facts.map(({ ref }) => ref.functionName),
        callsPerSecond: CALLS_PER_SECOND
      }
    },
    provisionedForNew: facts.reduce((sum, { warmth }) => sum + warmth.count, 0),
    blindSpots: [{ kind: "returned-errors" }, { kind: "asynchronous" }],
    functionArns: facts.map(({ arn }) => arn),
    policy: (order) => aliasPolicy(
      { aliases: first ? "created" : "moved", functions: facts.map(needsOf), smoke },
      place,
      order
    ),
    ...facts.some(({ split }) => split) && { repair: () => repairSplit(aliases, facts) },
    whyUnchanged: async (changes) => changes.every((change) => change.from === change.to) ? "code and configuration are the same as in the version that the alias points to" : void 0,
    ...first && { serveFirst: (changes) => createAll({ aliases, removing }, facts, changes) },
    storedOn: must3([...facts].sort(byName)[0], "a function is released").arn,
    checkRoom: async (begun, signs, findings) => {
      if (first) return;
      const tags = {
        ...tagsFor(withExpected(begun, facts), facts.length),
        ...expectedTags(begun)
      };
      await stored.checkRoom(tags, begun.id, signs, findings);
    },
    record: () => ({
      kind: "alias",
      aliases: Object.fromEntries(facts.map(({ ref }) => [ref.functionName, ref.alias]))
    }),
    prepare: async (begun, preparing) => {
      const phase = { kind: "preparing" };
      const kept = facts.filter(({ warmth }) => warmth.of === "alias").map(({ ref }) => ref);
      const aliasOf = new Map(kept.map(({ functionName, alias }) => [functionName, alias]));
      const warm = new Set(
        facts.filter(({ warmth }) => warmth.of !== "none").map(({ ref }) => ref.functionName)
      );
      const warmed = begun.functions.filter(({ name }) => warm.has(name));
      const warmUps = await findWarmUps(provisioned, warmed, aliasOf);
      const record = withAllocated(begun, warmUps, [...aliasOf.keys()]);
      trust.writes(record);
      const tags = tagsFor(record, facts.length);
      await stored.begin(tags, record.id, preparing.pause);
      await warmUpVersions(provisioned, record.functions, warmUps, preparing);
      preparing.say("The new versions are published; they receive no traffic yet.");
      return { record, phase, stepStartTimes: [], canaryDeploymentId: void 0 };
    }
  };
}
function tagsFor(record, functions) {
  return recordTags(record, { kind: "preparing" }, MAX_CHUNKS * functions);
}
function withExpected(record, facts) {
  const warm = facts.filter(({ warmth }) => warmth.of !== "none");
  const warmed = warm.map(({ ref, warmth }) => [ref.functionName, warmth.count]);
  const kept = warm.filter(({ warmth }) => warmth.of === "alias");
  const names = kept.map(({ ref }) => ref.functionName);
  return withAllocated(record, Object.fromEntries(warmed), names);
}
function needsOf({ arn, input, release, warmth, durable }) {
  return {
    arn,
    durable,
    publishes: input.version === void 0,
    code: input.code?.source,
    stores: release.version === void 0 && release.upload?.store,
    provisions: warmth.of !== "none"
  };
}
function byName({ ref: a }, { ref: b }) {
  return a.functionName < b.functionName ? -1 : 1;
}
function withAllocated(record, warmed, kept) {
  const target = {
    ...aliasesOf4(record),
    ...Object.keys(warmed).length > 0 && { warmed },
    ...kept.length > 0 && { kept }
  };
  return { ...record, target };
}
async function createAll({ aliases, removing }, facts, changes) {
  const versions = new Map(changes.map(({ name, to }) => [name, to]));
  const made = [];
  try {
    await forAll4(facts, async (fact) => {
      const version = must3(versions.get(fact.ref.functionName), "each function has its version");
      const state = await aliases.create(fact.ref, version);
      if (state.version !== version) {
        throw new MovedError5(
          `${labelOf(fact.ref)} should be created for version ${version}, but someone else created it: ${describeAlias(state)}`
        );
      }
      made.push(fact);
    });
  } catch (error) {
    const left = await removeAll(removing, made);
    const { message } = known2(error);
    const why = left === void 0 ? `no alias was created: ${message}` : `${message}; some aliases were already created: ${left}`;
    throw new KnownError7(why, { cause: error });
  }
  const labels = listed4(facts.map(({ ref }) => labelOf(ref)));
  return `${labels} ${facts.length === 1 ? "was" : "were"} created and ${facts.length === 1 ? "gives" : "give"} all traffic to the new version`;
}
async function removeAll(aliases, made) {
  try {
    await forEvery3(made, ({ ref }) => aliases.remove(ref));
    return void 0;
  } catch (error) {
    return known2(error).message;
  }
}

// src/targets/alias/alias-undo.ts
import {
  src_base_errors_ts__KnownError as KnownError8,
  src_base_errors_ts__known as known3
} from "./core.js";
import {
  src_targets_concurrency_ts__forAll as forAll5,
  src_targets_concurrency_ts__forEvery as forEvery4,
  src_targets_concurrency_ts__mapAll as mapAll2
} from "./functions.js";
import {
  src_targets_lambda_version_text_ts__parseVersion as parseVersion
} from "./functions.js";
async function findAliasUndo({ aliasSet, functions, rollbackAliasSet }, refs, to) {
  const found = await mapAll2(
    refs,
    async (ref) => memberOf(aliasSet, functions, ref, to, refs.length)
  );
  const members = found.filter((member) => member !== void 0);
  const moved = members.filter(({ change }) => change.from !== change.to);
  return {
    functions: members.map(({ change: { name, from, to: to2 } }) => ({ name, from: to2, to: from })),
    words: members.map(({ ref, change }) => `${labelOf(ref)} on version ${change.to}`).join(", "),
    done: moved.length === 0,
    go: () => moveAll(rollbackAliasSet, moved)
  };
}
async function moveAll(aliasSet, members) {
  try {
    await forAll5(members, (member) => aliasSet.bring(member, MOVED));
  } catch (error) {
    await forEvery4(members, (member) => aliasSet.bring(member, STABLE));
    throw new KnownError8(`nothing was rolled back: ${known3(error).message}`, { cause: error });
  }
}
async function memberOf(aliasSet, functions, ref, to, count) {
  const name = ref.functionName;
  const state = await aliasSet.read(ref);
  if (!state) throw new KnownError8(`there is no alias ${labelOf(ref)}`);
  const from = state.version;
  const wanted = await versionFor(functions, name, from, to, count);
  if (wanted === void 0) return void 0;
  if (!await functions.read(name, wanted)) {
    throw new KnownError8(
      `version ${wanted} of "${name}" no longer exists, so it cannot be restored`
    );
  }
  return { ref, change: { name, from, to: wanted }, kept: false };
}
async function versionFor(functions, name, from, to, count) {
  switch (to.kind) {
    case "deployment":
      throw new KnownError8("rollback-to: aliases have no deployments; expected versions");
    case "versions": {
      const { "": lone } = to.versions;
      if (lone === void 0) return to.versions[name];
      if (count === 1) return lone;
      throw new KnownError8(
        `rollback-to: "${lone}" does not name its function; expected for example ${name}=${lone}`
      );
    }
    case "previous": {
      const served = await functions.read(name, from);
      const before = parseVersion(served?.description ?? "");
      if (before !== void 0) return before;
      throw new KnownError8(
        `version ${from} of "${name}" does not say what was served before it; name a version instead of previous, such as ${name}=7`
      );
    }
  }
}

// src/targets/alias/alias-way-in.ts
import {
  src_base_command_line_ts__awsCommand as awsCommand3
} from "./functions.js";
import {
  src_base_listed_ts__moreOf as moreOf
} from "./core.js";
var MOST_SHOWN = 5;
function aliasWayIn(region, record) {
  const all = membersOf(record);
  const commands = all.slice(0, MOST_SHOWN).map(
    ({ change }) => awsCommand3("lambda invoke", {
      region,
      "function-name": change.name,
      qualifier: change.to,
      "cli-binary-format": "raw-in-base64-out",
      // The file for the answer follows the options.
      payload: ["{}", "/dev/stdout"]
    })
  );
  const more = all.length - commands.length;
  return {
    commands,
    notes: more > 0 ? [`${moreOf(more, "function")} ${more === 1 ? "is" : "are"} invoked in the same way.`] : []
  };
}

// src/targets/alias/first-release.ts
import {
  src_base_errors_ts__orElse as orElse
} from "./core.js";
import {
  src_base_listed_ts__listed as listed5
} from "./core.js";
import {
  src_base_suggest_ts__didYouMean as didYouMean
} from "./core.js";
import {
  src_targets_concurrency_ts__mapAll as mapAll3
} from "./functions.js";
async function checkFirst(aliases, facts, firstRelease, findings) {
  const absent = facts.filter(({ from }) => from === "");
  if (absent.length === 0) return;
  const missing = await mapAll3(absent, (fact) => describeMissing(aliases, fact));
  const labels = listed5(missing.map(({ label }) => label));
  const words = missing.slice(0, SHOWN_NAMES).map((each) => each.words).join("");
  if (absent.length < facts.length) {
    findings.problems.push(
      `alias: there is no ${labels} yet, but the others exist.${words} A first release cannot be compared, so release ${absent.length === 1 ? "it" : "them"} alone first, with first-release: allow`
    );
  } else if (firstRelease === "refuse") {
    findings.problems.push(
      `alias: there is no ${labels}.${words} If this is the first release, set first-release: allow, which creates ${absent.length === 1 ? "the alias" : "these aliases"} and gives the new version all traffic immediately`
    );
  } else {
    findings.notes.push(
      `alias: there is no ${labels} yet, so this is the first release: with nothing to compare it with, all traffic goes to it immediately.${words}`
    );
  }
}
async function describeMissing(aliases, { ref }) {
  const { functionName, alias } = ref;
  const names = await aliases.names(functionName).catch(orElse([]));
  return { label: labelOf(ref), words: didYouMean(alias, names) || listNames(functionName, names) };
}
var SHOWN_NAMES = 10;
function listNames(functionName, names) {
  if (names.length === 0) return "";
  const shown = names.slice(0, SHOWN_NAMES).map((name) => `"${name}"`);
  const more = names.length > shown.length ? ` and ${names.length - shown.length} more` : "";
  return ` "${functionName}" has the ${names.length === 1 ? "alias" : "aliases"} ${shown.join(", ")}${more}.`;
}

// src/targets/alias/forget-commands.ts
import {
  src_base_command_line_ts__awsCommand as awsCommand4
} from "./functions.js";
import {
  src_rollout_record_ts__ourTagKeys as ourTagKeys
} from "./release.js";
import {
  src_targets_concurrency_ts__mapAll as mapAll4
} from "./functions.js";
import {
  src_targets_lambda_function_shape_ts__isFunctionName as isFunctionName2
} from "./core.js";

// src/targets/alias/function-tags.ts
import {
  src_aws_call_ts__ifThere as ifThere
} from "./release.js";
import {
  src_base_assert_ts__must as must4
} from "./core.js";
import {
  src_base_errors_ts__KnownError as KnownError9,
  src_base_errors_ts__known as known4
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
  src_targets_alias_alias_record_ts__aliasesOf as aliasesOf5
} from "./core.js";
var WITH = `${TAG_PREFIX}with`;
var MORE = `${TAG_PREFIX}more`;
var MOST_PARTS = 100;
function newTagMemory() {
  return { arns: /* @__PURE__ */ new Map(), tags: /* @__PURE__ */ new Map() };
}
function bindTags(aliases, functions, { arns, tags: seen }) {
  const find = async (name) => {
    const known6 = arns.get(name) ?? (await functions.read(name, void 0))?.arn;
    if (known6 !== void 0) arns.set(name, known6);
    return known6;
  };
  const expect = async (name) => {
    const [other = ""] = arns.values();
    const [, account] = FUNCTION_ARN.exec(other) ?? [];
    return account === void 0 ? find(name) : `${account}:function:${name}`;
  };
  const mustFind = async (name) => {
    const arn = await expect(name);
    if (arn === void 0) throw new KnownError9(`there is no function "${name}"`);
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
  const rememberedBy = must4(tags[WITH], `the tag ${WITH} is there`);
  const part = { kind: "takes-part", functionName, rememberedBy };
  try {
    const theirs = await tagged.tagsOf(rememberedBy);
    const stored = theirs[WITH] === void 0 && await readTags(tagged, rememberedBy, theirs);
    if (!stored || stored.kind === "none") return void 0;
    if (stored.kind !== "rollout") return { ...part, id: ownerOf(tags) };
    const { record } = stored.storedRollout;
    const { id, functions } = record;
    if (!functions.some(({ name }) => name === functionName)) return void 0;
    const alias = aliasesOf5(record).aliases[functionName];
    return { ...part, id, ...alias !== void 0 && { alias } };
  } catch (error) {
    known4(error);
    return { ...part, id: ownerOf(tags) };
  }
}
function recordTagsOf(tags) {
  return Object.fromEntries(Object.entries(tags).filter(([key]) => isRecordTag(key)));
}

// src/targets/alias/forget-commands.ts
async function forgetCommands(tagged, region, names) {
  const [leader = "", ...others] = [...names].sort();
  const stored = await readTags(tagged, leader, await tagged.tagsOf(leader));
  const open = stored.kind === "rollout" ? stored.storedRollout.record.functions : [];
  const all = /* @__PURE__ */ new Set([...others, ...open.map(({ name }) => name)]);
  all.delete(leader);
  const commands = await mapAll4([...all, leader], async (name) => {
    const [tags, arn] = [await tagged.tagsOf(name), await tagged.arnOf(name)];
    const keys = ourTagKeys(tags);
    const { [WITH]: elsewhere = leader } = tags;
    const isOfAnother = elsewhere !== leader && isFunctionName2(elsewhere);
    if (arn === void 0 || keys.length === 0 || isOfAnother) return [];
    return [awsCommand4("lambda untag-resource", { region, resource: arn, "tag-keys": keys })];
  });
  return commands.flat();
}

// src/targets/alias/inspect-alias-permissions.ts
import {
  src_aws_lambda_client_ts__LAMBDA as LAMBDA
} from "./release.js";
import {
  src_aws_lambda_probes_ts__aliasProbe as aliasProbe,
  src_aws_lambda_probes_ts__createAliasProbe as createAliasProbe,
  src_aws_lambda_probes_ts__functionTagProbes as functionTagProbes,
  src_aws_lambda_probes_ts__provisionProbes as provisionProbes,
  src_aws_lambda_probes_ts__publishProbe as publishProbe,
  src_aws_lambda_probes_ts__uploadProbe as uploadProbe
} from "./functions.js";
import {
  src_aws_probes_ts__inspectProbes as inspectProbes
} from "./functions.js";
import {
  src_base_problems_ts__addFindings as addFindings2,
  src_base_problems_ts__noProblems as noProblems2
} from "./release.js";
import {
  src_targets_concurrency_ts__forAll as forAll6
} from "./functions.js";
async function inspectPermissions(clients, facts, findings) {
  const { place, open } = clients;
  const lambda = open(LAMBDA);
  const movingOf = ({ input: { name }, from }) => from === "" ? createAliasProbe(lambda, place, name) : aliasProbe(lambda, place, name);
  const othersOf = ({ input: { name, version, code: code2 }, arn, from, warmth }) => [
    ...code2 ? [uploadProbe(lambda, place, name)] : [],
    ...version === void 0 ? [publishProbe(lambda, place, name)] : [],
    ...from === "" ? [] : functionTagProbes(lambda, arn),
    ...warmth.of !== "none" ? provisionProbes(lambda, place, name) : []
  ];
  const asked = sampleOf(facts, needsMore);
  if (asked.size < facts.length) {
    findings.notes.push(
      `permissions: those to publish a version and to store the release were checked on ${asked.size} of the ${facts.length} functions, because Lambda allows few calls a second`
    );
  }
  const probesOf = (fact) => [
    movingOf(fact),
    ...asked.has(fact) ? othersOf(fact) : []
  ];
  const each = facts.map((fact) => ({ fact, found: noProblems2() }));
  await forAll6(each, ({ fact, found }) => inspectProbes(clients, probesOf(fact), found));
  addFindings2(
    findings,
    each.map(({ found }) => found)
  );
}
function needsMore({ warmth, input }) {
  return warmth.of !== "none" || input.code !== void 0;
}

// src/targets/alias/observed-duration.ts
import {
  src_aws_metric_data_ts__readMinutes as readMinutes4
} from "./release.js";
import {
  src_base_errors_ts__known as known5
} from "./core.js";
import {
  src_base_time_ts__now as now2
} from "./core.js";
import {
  src_rollout_traffic_ts__startOfMinute as startOfMinute3
} from "./release.js";
var HOUR3 = 3600;
var DAY2 = 24 * HOUR3;
var SHORT_SECONDS = 30;
var LEAST_INVOCATIONS = 100;
var SLACK = 2;
function answerSeconds(timeoutSeconds, observed) {
  if (!observed || observed.invocations < LEAST_INVOCATIONS) return timeoutSeconds;
  const expected = Math.max(SHORT_SECONDS, Math.ceil(SLACK * observed.longestMs / 1e3));
  return Math.min(timeoutSeconds, expected);
}
async function findLongestAnswer(client, aliases, { notes }) {
  const observed = await readDurations(client, aliases, now2()).catch((error) => {
    notes.push(
      `alias: how long invocations take could not be read (${known5(error).message}), so evidence for the new version waits for the whole timeout`
    );
    return [];
  });
  return Math.max(
    ...aliases.map(({ timeoutSeconds }, i) => answerSeconds(timeoutSeconds, observed[i]))
  );
}
async function readDurations(client, aliases, at) {
  const long = aliases.filter(({ timeoutSeconds }) => timeoutSeconds > SHORT_SECONDS);
  if (long.length === 0) return aliases.map(() => void 0);
  const to = startOfMinute3(at);
  const series = long.flatMap(({ ref }) => [hourly(ref, "SampleCount"), hourly(ref, "Maximum")]);
  const values = await readMinutes4(client, series, to - DAY2, to);
  return aliases.map((one) => {
    const place = long.indexOf(one);
    return place < 0 ? void 0 : durationsIn(values[2 * place], values[2 * place + 1]);
  });
}
function durationsIn(counts = /* @__PURE__ */ new Map(), longest = /* @__PURE__ */ new Map()) {
  return {
    invocations: [...counts.values()].reduce((sum, count) => sum + count, 0),
    longestMs: Math.max(0, ...longest.values())
  };
}
function hourly(ref, statistic) {
  return {
    namespace: "AWS/Lambda",
    metric: "Duration",
    dimensions: { FunctionName: ref.functionName, Resource: labelOf(ref) },
    statistic,
    period: HOUR3
  };
}

// src/targets/alias/tag-store.ts
import {
  src_base_errors_ts__MovedError as MovedError6,
  src_base_errors_ts__orElse as orElse2
} from "./core.js";
import {
  src_rollout_record_ts__isRecordTag as isRecordTag3,
  src_rollout_record_ts__lastOutcomeTag as lastOutcomeTag,
  src_rollout_record_ts__ourTagKeys as ourTagKeys2,
  src_rollout_record_ts__ownerOf as ownerOf2,
  src_rollout_record_ts__tagKeysToClear as tagKeysToClear
} from "./release.js";
import {
  src_rollout_release_ts__sameRollout as sameRollout
} from "./release.js";
import {
  src_rollout_requested_target_ts__fingerprint as fingerprint,
  src_rollout_requested_target_ts__ofRequestedTarget as ofRequestedTarget
} from "./functions.js";
import {
  src_targets_concurrency_ts__forAll as forAll8,
  src_targets_concurrency_ts__forEvery as forEvery5
} from "./functions.js";
import {
  src_targets_ownership_ts__assertFree as assertFree,
  src_targets_ownership_ts__assertOwned as assertOwned,
  src_targets_ownership_ts__SETTLE_SECONDS as SETTLE_SECONDS,
  src_targets_ownership_ts__takenOver as takenOver
} from "./release.js";
import {
  src_targets_alias_alias_record_ts__movedBy as movedBy3
} from "./core.js";

// src/targets/alias/asked-aliases.ts
import {
  src_targets_alias_alias_record_ts__aliasesOf as aliasesOf6,
  src_targets_alias_alias_record_ts__movedBy as movedBy2
} from "./core.js";
function ofRequestedAliases(stored, asked) {
  if (stored.kind === "takes-part") {
    const { functionName, alias, id } = stored;
    if (alias === void 0 || !id || alias === asked[functionName]) return stored;
    return { kind: "another", of: `${functionName}:${alias}`, id };
  }
  if (stored.kind !== "rollout") return stored;
  const { record } = stored.storedRollout;
  const fits = Object.entries(aliasesOf6(record).aliases).every(
    ([name, alias]) => !Object.hasOwn(asked, name) || asked[name] === alias
  );
  return fits ? stored : { kind: "another", of: movedBy2(record), id: record.id };
}

// src/targets/alias/tag-shares.ts
import {
  src_base_assert_ts__must as must5
} from "./core.js";
import {
  src_base_errors_ts__KnownError as KnownError10
} from "./core.js";
import {
  src_base_problems_ts__noProblems as noProblems3
} from "./release.js";
import {
  src_rollout_record_ts__isRecordTag as isRecordTag2,
  src_rollout_record_ts__MAX_CHUNKS as MAX_CHUNKS2,
  src_rollout_record_ts__ownerTag as ownerTag
} from "./release.js";
import {
  src_rollout_tag_room_ts__whyLittleRoom as whyLittleRoom,
  src_rollout_tag_room_ts__whyNoRoom as whyNoRoom
} from "./functions.js";
import {
  src_targets_concurrency_ts__forAll as forAll7
} from "./functions.js";
function share(tags, id, leader, others) {
  const [own = {}, ...further] = spread(tags, others);
  const mine = { ...ownerTag(id), [WITH]: leader };
  const all = others.map((name, i) => ({ name, tags: { ...mine, ...further[i] } }));
  return { leader, own, parts: all.slice(0, further.length), marks: all.slice(further.length) };
}
function spread(tags, others) {
  const record = Object.entries(recordTagsOf(tags));
  const rest = Object.entries(tags).filter(([key]) => !isRecordTag2(key));
  const count = Math.max(1, Math.ceil(record.length / MAX_CHUNKS2));
  return Array.from({ length: count }, (_, i) => {
    const part = record.slice(i * MAX_CHUNKS2, (i + 1) * MAX_CHUNKS2);
    const next = i + 1 < count ? [[MORE, must5(others[i], "there is a function for each part")]] : [];
    return Object.fromEntries([...i === 0 ? rest : [], ...part, ...next]);
  });
}
async function checkRoom({ seenTags }, { leader, own, parts, marks }, signs, { problems, notes }) {
  await forAll7([{ name: leader, tags: own }, ...parts, ...marks], async ({ name, tags }) => {
    const found = await seenTags(name);
    const need = needOf(tags, name === leader, signs);
    const none = whyNoRoom(`the function "${name}"`, found, need);
    const little = whyLittleRoom(`the function "${name}"`, found, need);
    if (none !== void 0) problems.push(none);
    if (little !== void 0) notes.push(little);
  });
}
async function assertRoom(tagged, shared) {
  const { problems, notes } = noProblems3();
  await checkRoom(tagged, shared, false, { problems, notes });
  if (problems.length > 0) throw new KnownError10(problems.join("\n"));
}
function needOf(tags, leads, signs) {
  const written = Object.keys(tags).length;
  if (!leads) return { certain: written, possible: 0 };
  return { certain: written + (signs ? 2 : 1), possible: signs ? 1 : 2 };
}

// src/targets/alias/tag-store.ts
function createTagStore(aliases, functions, released, memory = newTagMemory()) {
  const names = Object.keys(released).sort();
  const [leader = "", ...others] = names;
  const tagged = bindTags(aliases, functions, memory);
  const { mark, tagsOf } = tagged;
  const { readOf, readSeen, signed } = bindRequested(tagged, released);
  const read = () => readOf(leader);
  const clear = async (name, last) => {
    if (last) await mark(name, lastOutcomeTag(await signed(name, last)));
    const tags = await tagged.tagsOf(name);
    if ((tags[WITH] ?? leader) !== leader) return;
    await tagged.unmark(name, tagKeysToClear(tags, last));
  };
  const write = async ({ own, parts, marks }) => {
    for (const { name, tags } of parts) await mark(name, tags);
    await mark(leader, own);
    await forAll8(marks, ({ name, tags }) => mark(name, tags));
  };
  const keepMark = async ({ name, tags }) => {
    const found = await tagsOf(name);
    if (found[WITH] === leader) return;
    assertFree(await readTags(tagged, name, found), movedBy3);
    await mark(name, tags);
    const theirs = ourTagKeys2(found).filter((key) => !Object.hasOwn(tags, key));
    await tagged.unmark(name, theirs);
  };
  const withdraw = async (id) => {
    const stored = await read();
    if (stored.kind === "takes-part")
      return forEvery5(others, (name) => unmarkOwn(tagged, name, id));
    const open = stored.kind === "rollout" ? stored.storedRollout.record : void 0;
    if (open && sameRollout(open.id, id)) return;
    const needed = new Set(open?.functions.map(({ name }) => name));
    const left = names.filter((name) => !needed.has(name));
    await forEvery5(left, (name) => unmarkOwn(tagged, name, id));
  };
  return {
    mode: aliases.mode,
    read,
    readOf,
    readSeen,
    readArn: () => tagged.arnOf(leader),
    write: (tags) => mark(leader, tags),
    forget: (keys) => tagged.unmark(leader, keys),
    checkRoom: (tags, id, ...how) => checkRoom(tagged, share(tags, id, leader, others), ...how),
    begin: async (tags, id, pause) => {
      const shared = share(tags, id, leader, others);
      await makeFree(tagged, names, shared);
      try {
        await write(shared);
        await pause(SETTLE_SECONDS);
        await keepRecord(tagged, leader, shared.own, id);
        await forAll8([...shared.parts, ...shared.marks], keepMark);
        assertOwned(await read(), id);
      } catch (error) {
        if (error instanceof MovedError6) await withdraw(id).catch(orElse2(void 0));
        throw error;
      }
    },
    // The record is removed last: until then, the next run can find the other functions.
    clear: async (last) => {
      const stored = await read();
      if (stored.kind === "another") return;
      const open = stored.kind === "rollout" ? stored.storedRollout.record.functions : [];
      const all = /* @__PURE__ */ new Set([...others, ...open.map(({ name }) => name)]);
      all.delete(leader);
      await forEvery5([...all], (name) => clear(name, void 0));
      await clear(leader, last);
    }
  };
}
function bindRequested(tagged, aliases) {
  const requestedAliasesOf = async (name) => {
    const on = await tagged.arnOf(name) ?? "";
    return { on, parts: Object.entries(aliases).map((entry) => entry.join(":")) };
  };
  const requested = async (name, tags) => {
    const stored = await readTags(tagged, name, tags);
    return ofRequestedAliases(ofRequestedTarget(stored, await requestedAliasesOf(name)), aliases);
  };
  return {
    readOf: async (name) => requested(name, await tagged.tagsOf(name)),
    readSeen: async (name) => requested(name, await tagged.seenTags(name)),
    signed: async (name, last) => ({
      ...last,
      of: fingerprint(await requestedAliasesOf(name))
    })
  };
}
async function keepRecord({ tagsOf, unmark }, leader, own, id) {
  const found = await tagsOf(leader);
  const owner = ownerOf2(found);
  if (owner && !sameRollout(owner, id)) throw takenOver(owner, id);
  if (found[WITH] !== void 0) return;
  const parts = Object.keys(found).filter((key) => isRecordTag3(key) || key === MORE);
  const theirs = parts.filter((key) => !Object.hasOwn(own, key));
  if (theirs.length > 0) await unmark(leader, theirs);
}
async function makeFree(tagged, names, shared) {
  await forAll8(names, (name) => assertUnowned(tagged, name));
  await assertRoom(tagged, shared);
  await forAll8(names, (name) => removeRemains(tagged, name));
}
async function assertUnowned(tagged, name) {
  assertFree(await readTags(tagged, name, await tagged.tagsOf(name)), movedBy3);
}
async function removeRemains(tagged, name) {
  const keys = ourTagKeys2(await tagged.seenTags(name));
  if (keys.length > 0) await tagged.unmark(name, keys);
}
async function unmarkOwn({ tagsOf, unmark }, name, id) {
  const tags = await tagsOf(name);
  const owner = ownerOf2(tags);
  if (owner && sameRollout(owner, id)) await unmark(name, ourTagKeys2(tags));
}

// src/targets/alias/alias-target.ts
function connectAliases(connection) {
  const { clients, released, say } = connection;
  const { place, cloudWatch } = clients.normal;
  const refs = released.map(refOf);
  const asked = Object.fromEntries(refs.map((ref) => [ref.functionName, ref.alias]));
  const trust = createTrust((record) => beyondAliases(record, asked));
  const known6 = new Map(Object.entries(asked));
  const memory = { aliases: newAliasCache(), ...newTagMemory() };
  const given = { asked, memory, say, trust, released, known: known6 };
  const bound = bindCalls(clients.normal, given);
  const rollback = bindCalls(clients.rollback, given);
  const { aliases, functions, versions, aliasSet, stored } = bound;
  const codes = createNewCodes(clients.normal, functions, released);
  return {
    words: inWords(refs.map(labelOf)),
    rollback: rollbackOf(rollback),
    countSource: createAliasCounts(cloudWatch, refs, known6),
    logs: logsOf({ read: functions.seen }, clients.normal),
    ...observing(bound, place.region),
    ...versionReads(functions, place, codes),
    inspect: async (findings) => {
      const looked = { ...bound, ...place, codes, ...connection, names: Object.keys(asked) };
      const each = released.map((input) => ({ input, claim: noProblems4() }));
      const found = await mapAll5(each, ({ input, claim }) => inspectAlias(looked, input, claim));
      addFindings3(
        findings,
        each.map(({ claim }) => claim)
      );
      const facts = found.filter((fact) => fact !== void 0);
      await checkFirst(aliases, facts, connection.firstRelease, findings);
      const calls = { ...bound, cloudWatch, qualifiers: bindQualifiers(clients.normal) };
      const looksAt = facts.filter(
        ({ from }) => from !== "" || connection.firstRelease === "allow"
      );
      await inspectCallers(calls, looksAt, connection, findings);
      await inspectUnqualified(calls, facts.flatMap(uploadedOf), findings);
      await inspectPermissions(clients.normal, facts, findings);
      if (facts.length < released.length) return void 0;
      const longest = await findLongestAnswer(cloudWatch, facts, findings);
      return setUpAliases(
        { ...bound, place, removing: rollback.aliases, smoke: connection.smokeNeeds },
        facts,
        longest
      );
    },
    policyAtMost: (order) => aliasPolicyAtMost(connection, released, place, order),
    // A record of other aliases is not accepted at all (alias-claim.ts).
    differences: async () => [],
    ...storedStateCalls(stored),
    admit: ({ record }) => admitAliases(functions, trust, record),
    ...moves(bound, trust),
    readUnknownSplit: () => unknownSplit(aliasSet, refs),
    findUndo: (to) => findAliasUndo({ aliasSet, functions, rollbackAliasSet: rollback.aliasSet }, refs, to),
    sweep: ({ functions: changes, keep }) => {
      const { readTags: readTags2 } = aliases;
      return sweepVersions({ versions, functions, readTags: readTags2 }, changes, keep, NOTHING_KNOWN);
    },
    ...manualCommands(bound, refs, place.region),
    closesSplit: () => true,
    wayIn: ({ record }) => aliasWayIn(place.region, record),
    urls: () => ({ stageUrl: void 0, shadowUrl: void 0 }),
    ...reaching(clients.normal, known6)
  };
}
function reaching(clients, known6) {
  const load = () => import("./targets-alias-alias-reach.js");
  const found = /* @__PURE__ */ new Map();
  const formatOf = async (name) => {
    const { readFormat } = await load();
    const reading = found.get(name) ?? readFormat(clients, name, known6.get(name) ?? "");
    found.set(name, reading);
    return reading;
  };
  return {
    formatOf,
    reach: async ({ record }) => (await load()).reachOfAliases(clients, record, formatOf)
  };
}
async function unknownSplit(aliasSet, refs) {
  const states = await mapAll5(refs, async (ref) => ({ ref, state: await aliasSet.read(ref) }));
  const split = states.find(({ state }) => Object.keys(state?.weights ?? {}).length > 0);
  return split?.state && `${labelOf(split.ref)} is split between ${describeAlias(split.state)} by another tool or an interrupted release`;
}
function logsOf(functions, clients) {
  return lazyLogTarget(async () => {
    const { aliasLogs } = await import("./targets-alias-alias-logs.js");
    const { bindLogEvents } = await import("./aws-log-events.js");
    return aliasLogs({ functions, place: clients.place, logs: bindLogEvents(clients) });
  });
}
function inWords(labels) {
  return labels.length === 1 ? `the alias ${labels[0]}` : `${labels.length} aliases`;
}
function bindCalls(clients, shared) {
  const { asked, memory, say } = shared;
  const aliases = bindAliases(clients);
  const functions = rememberVersions(bindFunctions(clients));
  const provisioned = bindProvisioned(clients);
  const free = (member) => makeWay(provisioned, member, say);
  return {
    ...shared,
    aliases,
    functions,
    provisioned,
    versions: bindVersions(clients),
    aliasSet: createAliasSet(aliases, free, memory.aliases),
    stored: createTagStore(aliases, functions, asked, memory)
  };
}
function manualCommands({ aliases, functions, aliasSet, asked, memory }, refs, region) {
  return {
    forgetCommands: () => forgetCommands(bindTags(aliases, functions, memory), region, Object.keys(asked)),
    showCommands: () => refs.map((ref) => showCommand(region, ref)),
    // Each alias is repaired on its own, even if not all of them could be read.
    repairCommands: (record) => membersOf(record).filter((member) => aliasSet.isLeft(member)).map(({ ref, change }) => aliasCommand3(region, ref, change.from))
  };
}
function storedStateCalls(stored) {
  return {
    claim: async (id) => {
      assertOpen(await stored.read());
      await stored.write(ownerTag2(id));
    },
    savePhase: async (rollout, phase) => {
      assertOwned2(await stored.read(), rollout.record.id);
      await stored.write(phaseTags(rollout, phase));
    },
    pause: async (pause) => {
      assertOpen(await stored.read());
      await (pause ? stored.write(pauseTag(pause)) : stored.forget([PAUSED]));
    },
    saveApprovals: async (rollout) => {
      assertOwned2(await stored.read(), rollout.record.id);
      const tag = approvalTag(rollout);
      await (tag ? stored.write(tag) : stored.forget([APPROVED]));
    }
  };
}
function uploadedOf({ input: { name, code: code2 }, arn, ref }) {
  return code2 ? [{ name, arn, aliases: [ref.alias] }] : [];
}
var NOTHING_KNOWN = {
  of: () => [],
  hidden: () => void 0,
  knows: () => false
};
function showCommand(region, { functionName, alias }) {
  return awsCommand5("lambda get-alias", { region, "function-name": functionName, name: alias });
}
export {
  membersOf as src_targets_alias_alias_moves_ts__membersOf,
  createAliasSet as src_targets_alias_alias_set_ts__createAliasSet,
  labelOf as src_targets_alias_alias_set_ts__labelOf,
  connectAliases as src_targets_alias_alias_target_ts__connectAliases,
  bindTags as src_targets_alias_function_tags_ts__bindTags,
  newTagMemory as src_targets_alias_function_tags_ts__newTagMemory,
  readTags as src_targets_alias_function_tags_ts__readTags,
  observeAll as src_targets_alias_observe_aliases_ts__observeAll
};
