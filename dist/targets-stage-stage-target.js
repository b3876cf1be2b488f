import {
  clientErrorsMeasure
} from "./analysis-client-errors-measure.shared.js";
import {
  bindShadowStages,
  bindUsagePlans
} from "./aws-shadow-stages.shared.js";
import {
  deploymentProbe,
  importProbe,
  inspectShadow,
  integrationProbe,
  makeShadow,
  removeShadow,
  stageProbes
} from "./targets-stage-shadow-stage.shared.js";
import {
  LENT_SECONDS,
  lentOf
} from "./targets-stage-lent-stage.shared.js";
import {
  shadowUrl,
  stageWayIn
} from "./targets-stage-stage-way-in.shared.js";
import {
  adviceFor,
  callsDigest,
  canaryChange,
  changedCalls,
  checkDefaultUrl,
  checkStageRoom,
  compareRoutes,
  definitionChanges,
  describeRefusals,
  describeRouteDifference,
  endsIn,
  ensureInvokable,
  findRefusals,
  findReleaseWiring,
  findWiring,
  forgetCommands,
  forgetCommandsOf,
  idleOverrides,
  lastTag,
  longestAnswerSeconds,
  movedAlong,
  movedCalls,
  overridesInWords,
  parseLambdaUri,
  pinnedIn,
  prepareCanary,
  qualifierInWords,
  reachOf,
  readersInWords,
  releasedDefinition,
  restoreDraft,
  settleDrafts,
  sharedVariables,
  shownUri,
  sourceArns,
  stageArnOf,
  storedStateOf,
  strayDependents,
  unclearCalls,
  withQualifier,
  withResponses,
  withSide
} from "./targets-stage-stage-prepare.shared.js";
import "./targets-stage-inspect-keys.shared.js";
import {
  DEPLOYMENT_MARK,
  parseDeployment,
  parseDraft,
  parseFile,
  parseSeal
} from "./targets-stage-deployment-text.shared.js";
import {
  bindDeployments
} from "./aws-deployments.shared.js";
import {
  bindRestApi
} from "./aws-draft-import.shared.js";
import {
  nameOf
} from "./aws-definition-calls.shared.js";
import {
  describeStage,
  shownValue,
  trafficStateOf,
  variableOf
} from "./targets-stage-stage-state.shared.js";
import {
  ALL_METHODS
} from "./aws-stage-calls.shared.js";
import {
  definitionIn,
  routesIn
} from "./aws-stage-export.shared.js";
import {
  API_GATEWAY
} from "./aws-gateway-client.shared.js";
import {
  stageArn,
  stageUrl
} from "./aws-gateway-arns.shared.js";
import {
  bindProvisioned,
  countedErrors,
  createUploads,
  deallocate,
  eventSourceStatement,
  findWarmUps,
  functionStatements,
  inspectUnqualified,
  isSlowMeasure,
  lazyLogTarget,
  needsAtMost,
  noteAsyncSettings,
  pruneStatements,
  publishVersions,
  qualified,
  quoted,
  slowMeasure,
  smokeStatements,
  sweepVersions,
  unnamedFunctions,
  unreachedOf,
  uploadStatements,
  versionReads,
  warmUpVersions
} from "./targets-lambda-function-policy.shared.js";
import {
  bindVersions
} from "./aws-versions.shared.js";
import {
  grantProbe,
  provisionProbes,
  publishProbe,
  uploadProbe
} from "./aws-lambda-probes.shared.js";
import {
  inspectProbes
} from "./aws-probes.shared.js";
import {
  notePolicyAccess,
  readOwnPolicies,
  readPolicies,
  readPoliciesOfNext
} from "./targets-lambda-read-policies.shared.js";
import "./doctor-reach-words.shared.js";
import "./targets-lambda-callers.shared.js";
import {
  bindQualifiers
} from "./aws-qualifiers.shared.js";
import {
  isDenied,
  otherPrincipals,
  refusedCalls
} from "./targets-lambda-policy-document.shared.js";
import {
  BORNE_OUT,
  FUNCTION_REPORT,
  NOT_BEGUN,
  checkFunction,
  checkWarm,
  createNewCodes,
  createTrust,
  createVoucher,
  doubtful,
  inspectNewCode
} from "./targets-lambda-new-code.shared.js";
import {
  bindAliases
} from "./aws-aliases.shared.js";
import {
  versionToRelease,
  wrongCode
} from "./targets-lambda-next-version.shared.js";
import "./packaging-limits.shared.js";
import {
  bindFunctions,
  readArn,
  whyNotReady
} from "./aws-functions.shared.js";
import {
  awsCommand,
  patchWords
} from "./base-command-line.shared.js";
import "./targets-concurrency.shared.js";
import "./checks-route.shared.js";

// src/targets/stage/stage-target.ts
import {
  src_aws_arns_ts__accountOf as accountOf2
} from "./release.js";
import {
  src_base_errors_ts__known as known7,
  src_base_errors_ts__orElse as orElse2
} from "./core.js";
import {
  src_rollout_record_ts__APPROVED as APPROVED,
  src_rollout_record_ts__approvalTag as approvalTag,
  src_rollout_record_ts__ownerTag as ownerTag,
  src_rollout_record_ts__PAUSED as PAUSED,
  src_rollout_record_ts__pauseTag as pauseTag,
  src_rollout_record_ts__phaseTags as phaseTags
} from "./release.js";
import {
  src_targets_ownership_ts__assertOpen as assertOpen,
  src_targets_ownership_ts__assertOwned as assertOwned2
} from "./release.js";

// src/targets/stage/detailed-routes.ts
var VERBS = ["DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT"];
function detailedRoutes(routes, detailed) {
  const isOn = (name) => detailed[name] ?? detailed[ALL_METHODS] ?? false;
  const on = routes.filter((route) => isOn(nameOf(route)));
  const names = on.flatMap(
    ({ method, path }) => (method === "ANY" ? [method, ...VERBS] : [method]).map((each) => ({
      method: each,
      resource: path
    }))
  );
  return [...new Map(names.map((name) => [`${name.method} ${name.resource}`, name])).values()];
}

// src/targets/stage/inspect-functions.ts
import {
  src_base_errors_ts__KnownError as KnownError
} from "./core.js";
import {
  src_base_problems_ts__attempt as attempt
} from "./release.js";
function withCodes(clients, reads, released) {
  return { ...reads, codes: createNewCodes(clients, reads.functions, released) };
}
async function inspectFunctions(reads, released, stage, findings) {
  const { functions, provisioned, qualifiers, api, inputs, codes } = reads;
  const facts = [];
  for (const input of released) {
    const reading = await attempt(findings, async () => {
      const found = await functions.read(input.name);
      if (found) return found;
      throw new KnownError(
        `functions: there is no function "${input.name}" in ${api.place.region}`
      );
    });
    if (reading) checkFunction(input, reading, findings);
    const code2 = reading && await inspectNewCode(codes, input, reading, findings);
    const wiring = stage && wiringOf(input, stage, inputs, findings);
    if (!reading || !wiring) continue;
    const called = [...wiring.integrations, ...afterwards(wiring, stage, inputs)];
    const arns = sourceArns(api, reading.arn, called);
    const release = await releaseOf(functions, input, wiring, { latest: reading, code: code2 }, findings);
    const served = { name: input.name, from: wiring.from, version: input.version };
    const warm = await checkWarm(provisioned, served, findings);
    const { arn, durable } = reading;
    const { place } = api;
    const fact = { input, place, arn, release, wiring, sourceArns: arns, warm, durable };
    const succession = { functionName: input.name, region: place.region, ...release };
    await noteAsyncSettings(qualifiers, succession, findings);
    facts.push(fact);
    await checkVersion(functions, fact, inputs, findings);
    if (arns.length > 0) await notePolicyAccess(functions, arn, findings);
  }
  checkChoices(facts, inputs, findings);
  await inspectUnqualified(reads, facts.flatMap(uploadedOf), findings);
  return facts;
}
function uploadedOf({ input: { name, code: code2 }, arn }) {
  return code2 ? [{ name, arn, aliases: [] }] : [];
}
function wiringOf(input, { draft, served, reading }, { definition, promote: promote2 }, findings) {
  if (!served) return void 0;
  const { integrations } = served;
  const released = definition === "draft" ? draft.integrations : integrations;
  const { variables } = reading.state;
  const found = findReleaseWiring(input.name, { served: integrations, released }, variables);
  if (found.kind !== "found") {
    findings.problems.push(`functions: ${found.problem}`);
    return void 0;
  }
  const { wiring } = found;
  if (wiring.kind === "variable" && !promote2.deployment) {
    const stays = findWiring(input.name, integrations, variables);
    const same = stays.kind === "found" && stays.wiring.kind === "variable";
    if (!same || stays.wiring.variable !== wiring.variable) {
      findings.problems.push(
        `promote: the deployment that stays on the stage does not take the version of "${input.name}" from stage variable "${wiring.variable}", as the draft does; expected promote with deployment`
      );
    }
  }
  return wiring;
}
function afterwards({ functionName }, { served, reading }, { promote: promote2 }) {
  if (promote2.deployment) return [];
  const stays = findWiring(functionName, served?.integrations ?? [], reading.state.variables);
  return stays.kind === "found" ? stays.wiring.integrations : [];
}
async function releaseOf(functions, input, { from }, { latest, code: code2 }, findings) {
  const { name, version } = input;
  const serving = version === void 0 && from !== "" ? await attempt(findings, () => functions.read(name, from)) : void 0;
  return versionToRelease(input, from, latest, serving, code2);
}
async function checkVersion(functions, fact, inputs, findings) {
  const { name, version } = fact.input;
  if (version === void 0) {
    if (fact.release.version !== void 0) return;
    const why2 = await whyNextRefused(functions, fact, inputs, findings);
    if (why2 !== void 0) findings.problems.push(`invoke-permission: ${why2}`);
    return;
  }
  const there = await attempt(findings, () => functions.read(name, version));
  if (!there) {
    findings.problems.push(`version: "${name}" has no published version ${version}`);
    return;
  }
  const wrong = wrongCode(fact.input, there);
  if (wrong !== void 0) findings.problems.push(wrong);
  const why = whyNotReady(there);
  if (why !== void 0) findings.problems.push(`version: version ${version} of "${name}" ${why}`);
  if (version === fact.wiring.from) return;
  const policies = await attempt(findings, () => readPolicies(functions, fact.arn, version));
  const missing = policies && whyRefused(fact, version, policies, inputs);
  if (missing !== void 0) findings.problems.push(`invoke-permission: ${missing}`);
}
async function whyNextRefused(functions, fact, inputs, findings) {
  const policies = await attempt(findings, () => readPoliciesOfNext(functions, fact.arn));
  return policies && whyRefused(fact, void 0, policies, inputs);
}
function whyRefused({ place, input, sourceArns: calls }, version, policies, { invokePermission }) {
  const refused = refusedCalls(policies, calls);
  if (invokePermission === "grant" && !refused.some(isDenied)) return void 0;
  if (refused.length === 0) return void 0;
  return describeRefusals(place, { functionName: input.name, version }, refused);
}
function agreeOn(variable, facts) {
  const values = facts.flatMap(
    ({ input: { version }, wiring }) => wiring.kind === "variable" && wiring.variable === variable ? [version === void 0 ? void 0 : wiring.prefix + version] : []
  );
  return values[0] !== void 0 && values.every((value) => value === values[0]);
}
function checkChoices(facts, inputs, findings) {
  const wirings = facts.map((fact) => fact.wiring);
  for (const variable2 of sharedVariables(wirings)) {
    if (agreeOn(variable2, facts)) continue;
    findings.problems.push(
      `functions: several of them take their version from the same stage variable "${variable2}"; expected a separate variable for each, or one published version for all of them in version`
    );
  }
  const pinned2 = wirings.find((wiring) => wiring.kind === "pinned");
  const variable = wirings.find((wiring) => wiring.kind === "variable");
  if (pinned2 && inputs.definition === "deployed") {
    findings.problems.push(
      `definition: "${pinned2.functionName}" is pinned in its integration URI, so its canary needs a deployment of its own; expected definition: draft`
    );
  }
  if (pinned2 && !inputs.promote.deployment) {
    findings.problems.push(
      `promote: without "deployment" the new version of "${pinned2.functionName}" would be tested and never promoted`
    );
  }
  if (variable && !inputs.promote.variables) {
    findings.problems.push(
      `promote: without "variables" the new version of "${variable.functionName}" would be tested and never promoted`
    );
  }
}

// src/targets/stage/inspect-permissions.ts
import {
  src_aws_lambda_client_ts__LAMBDA as LAMBDA
} from "./release.js";
async function inspectPermissions(clients, inputs, released, functions, moved, findings) {
  const { place, open } = clients;
  const [apiGateway, lambda] = [open(API_GATEWAY), open(LAMBDA)];
  const probes = gatewayProbes(apiGateway, place, inputs);
  for (const { name, version, code: code2 } of released) {
    if (code2) probes.push(uploadProbe(lambda, place, name));
    if (version === void 0) probes.push(publishProbe(lambda, place, name));
  }
  if (inputs.invokePermission === "grant") {
    const isAsked = ({ version, mayCall }) => version !== "$LATEST" && (!mayCall || inputs.shadowStage !== void 0);
    const qualified2 = moved.filter(isAsked);
    const called = new Set(qualified2.map(({ functionName }) => functionName));
    for (const { name } of released) called.add(name);
    for (const name of called) probes.push(grantProbe(lambda, place, name));
  }
  for (const { input, warm } of functions) {
    if (warm) probes.push(...provisionProbes(lambda, place, input.name));
  }
  const pinned2 = functions.find(({ wiring }) => wiring.kind === "pinned");
  const integration = pinned2?.wiring.integrations[0];
  if (integration) {
    probes.push(integrationProbe(apiGateway, place, inputs.restApiId, integration));
  }
  await inspectProbes(clients, probes, findings);
}
function gatewayProbes(client, place, { restApiId, stageName, definition, apiDefinition }) {
  return [
    ...stageProbes(client, place, restApiId, stageName),
    ...definition === "draft" ? [deploymentProbe(client, place, restApiId)] : [],
    ...apiDefinition ? [importProbe(client, place, restApiId)] : []
  ];
}

// src/targets/stage/inspect-stage.ts
import {
  src_aws_aws_errors_ts__isNotFound as isNotFound
} from "./release.js";
import {
  src_aws_call_ts__causedBy as causedBy
} from "./release.js";
import {
  src_base_errors_ts__KnownError as KnownError2,
  src_base_errors_ts__known as known2
} from "./core.js";
import {
  src_base_problems_ts__attempt as attempt2
} from "./release.js";
import {
  src_report_stored_state_text_ts__whyNotOwned as whyNotOwned
} from "./release.js";
import {
  src_rollout_plan_ts__formatWeight as formatWeight
} from "./core.js";
import {
  src_rollout_record_ts__ourTagKeys as ourTagKeys
} from "./release.js";
import {
  src_rollout_release_ts__describeRun as describeRun
} from "./release.js";

// src/targets/stage/inspect-definition.ts
import { createHash } from "node:crypto";
import {
  src_base_listed_ts__listed as listed
} from "./core.js";
import {
  src_base_partitions_ts__partitionOf as partitionOf
} from "./core.js";
import {
  src_base_quote_ts__quote as quote
} from "./core.js";
import {
  src_inputs_api_definition_ts__parseDefinition as parseDefinition,
  src_inputs_api_definition_ts__readDefinitionText as readDefinitionText
} from "./core.js";
function fileDigest(text) {
  return createHash("sha256").update(text).digest("hex").slice(0, 16);
}
async function inspectDefinition(api, file, context, findings) {
  const { problems, notes } = findings;
  const read = readDefinitionText(file);
  if ("problem" in read) {
    problems.push(read.problem);
    return void 0;
  }
  const { region, partition } = api.place;
  const names = {
    "AWS::Region": region,
    "AWS::AccountId": accountIn(context),
    "AWS::Partition": partition,
    "AWS::URLSuffix": partitionOf(region).dnsSuffix
  };
  const definition = await parseDefinition(file, read.text, names, problems);
  if (!definition) return void 0;
  const { document, title, titleAt } = definition;
  const found = definitionIn(document);
  if (typeof found === "string") {
    problems.push(`api-definition ${quote(file.path)}: ${found}`);
    return void 0;
  }
  const routes = routesIn(document);
  if (title !== context.apiName) {
    problems.push(
      `api-definition ${file.path}:${titleAt}: info.title is ${quote(title)}, and an import makes it the name of the API, by which CloudWatch counts its requests; expected ${quote(context.apiName)}`
    );
  }
  problems.push(...pinned(file.path, found.integrations, context.variables));
  const calls = { routes, integrations: found.integrations };
  notes.push(...lostChanges(context));
  const { asked, resources } = context.draft;
  return {
    body: Buffer.from(JSON.stringify(document)),
    file: fileDigest(read.text),
    expects: callsDigest(calls),
    calls,
    changes: definitionChanges(context.draft, calls),
    draft: { ...found, routes, asked, resources }
  };
}
function accountIn({ draft, served, variables }) {
  const all = [...draft.integrations, ...served?.integrations ?? []];
  const accounts = all.flatMap(({ uri }) => parseLambdaUri(uri, variables)?.account ?? []);
  const [only2, ...others] = new Set(accounts);
  return others.length === 0 ? only2 : void 0;
}
function pinned(path, integrations, variables) {
  return integrations.flatMap((call) => {
    const lambda = parseLambdaUri(call.uri, variables);
    const { functionName = "", qualifier = "" } = lambda ?? {};
    if (!/^\d+$/.test(qualifier) || !endsIn(call.uri, qualifier)) return [];
    return [
      `api-definition ${quote(path)}: ${nameOf(call)} calls version ${qualifier} of "${functionName}", so each import would go back to it; expected a stage variable, such as function:${functionName}:\${stageVariables.${functionName.replace(/\W/g, "_")}}`
    ];
  });
}
function lostChanges({ draft, served, servedRoutes }) {
  if (!served) return [];
  const { routes } = draft;
  const { integrations } = served;
  const changes2 = definitionChanges({ routes: servedRoutes ?? routes, integrations }, draft);
  return changes2.length === 0 ? [] : [
    `api-definition: the draft has changes that the stage does not serve, and the import replaces them: ${listed(changes2, "; ")}`
  ];
}
function importInWords({ changes: changes2 }) {
  return changes2.length === 0 ? "api-definition: the draft has the same routes, which call the same; the import may change other parts" : `api-definition: the import changes the draft: ${listed(changes2, "; ")}`;
}

// src/targets/stage/inspect-twins.ts
import {
  src_base_errors_ts__known as known
} from "./core.js";
import {
  src_base_listed_ts__listed as listed2
} from "./core.js";
async function inspectTwins(api, apiName, { compares, smokeNeeds }, releases, { problems, notes }) {
  let twins;
  try {
    twins = await api.readTwins(apiName);
  } catch (error) {
    notes.push(`rest-api-id: ${uncheckedName(apiName, known(error).message)}`);
    return;
  }
  if (twins.length === 0) return;
  const shared = sharedName(apiName, api.stageName, twins);
  if (releases === "functions" && compares && smokeNeeds?.probes) {
    problems.push(
      `rest-api-id: ${shared}, and Lambda's metrics of the versions contain the probes, so users' requests cannot be compared; expected a unique name, or smoke without "probe"`
    );
  } else if (releases === "functions") {
    notes.push(
      `rest-api-id: ${shared}. The versions are compared by Lambda's metrics instead, without latency; alarms on the API's name, and the forecast, count both APIs`
    );
  } else if (compares) {
    problems.push(
      `rest-api-id: ${shared}, so the canary cannot be compared; expected a unique name, functions (which are counted by version), or analysis: off`
    );
  } else {
    notes.push(`rest-api-id: ${shared}. All counts in the report include both`);
  }
}
function uncheckedName(apiName, why) {
  return `the action could not check whether another REST API has the name "${apiName}", whose requests CloudWatch would add to those of this one (${why})`;
}
function sharedName(apiName, stageName, twins) {
  return `CloudWatch counts requests by the API's name, and ${listed2(twins)} ${twins.length === 1 ? "is" : "are"} also called "${apiName}", with a stage "${stageName}"`;
}

// src/targets/stage/stage-cache.ts
import {
  src_base_listed_ts__listed as listed3
} from "./core.js";
function decideCache({ useStageCache: asked, definition }, cached) {
  const shares = definition === "deployed";
  if (cached.length === 0) return { uses: asked === true, why: "no-cache" };
  if (asked === "auto") {
    return shares ? { uses: false, why: "shared-answers" } : { uses: true, why: "own-answers" };
  }
  return { uses: asked, why: asked && shares ? "chosen-and-shared" : "chosen" };
}
function cacheNotes({ uses, why }, cached, compares) {
  if (why === "no-cache") return [];
  const use = `use-stage-cache: the stage caches answers of ${listed3(cached)}. ${USE[why](uses)}`;
  return compares ? [use, NOT_COMPARED] : [use];
}
var USE = {
  "own-answers": () => "The canary uses the cache as well: it has a deployment of its own, and AWS caches its answers separately",
  "shared-answers": () => "The canary does not use the cache: it has the deployment of the stage, so each version would get answers of the other. All of its requests reach the backend",
  chosen: (uses) => uses ? "The canary uses the cache as well" : "The canary does not use the cache, so all of its requests reach the backend, and its users wait longer",
  "chosen-and-shared": () => "The canary uses the cache and has the deployment of the stage, so each version gets answers of the other: users get those of the new version whatever its weight. With use-stage-cache: auto, the canary does not use the cache"
};
var NOT_COMPARED = "use-stage-cache: an answer from the cache is fast and never fails, and the versions get different shares of such answers. So only requests that reached a backend are compared, latency is not compared, and errors only roll back if they are more than three times as frequent";

// src/targets/stage/inspect-stage.ts
var UNKNOWN = "not known to be what is served";
async function inspectStage(api, inputs, releases, findings) {
  const found = await attempt2(findings, () => readApi(api));
  if (found === void 0) return void 0;
  const { name: apiName } = found;
  checkDefaultUrl(found.defaultUrl, inputs, findings);
  await inspectTwins(api, apiName, inputs, releases, findings);
  const reading = await attempt2(findings, () => readStage(api));
  const draft = await attempt2(findings, () => api.readDraft());
  if (reading === void 0 || draft === void 0) return void 0;
  checkStage(api, reading, findings);
  const { cached } = reading;
  findings.notes.push(...cacheNotes(decideCache(inputs, cached), cached, inputs.compares));
  const { deploymentId } = reading.state;
  const compares = inputs.definition === "draft" && releases === "functions";
  const guards = inputs.definition === "draft" && inputs.routeGuard !== "off";
  const deployed = compares || guards ? await attempt2(findings, () => api.readDeployment(deploymentId)) : void 0;
  const served = await readServed(api, draft, inputs, releases, findings);
  const { variables } = reading.state;
  const definition = inputs.apiDefinition && await inspectDefinition(
    api,
    inputs.apiDefinition,
    { apiName, draft, served, servedRoutes: deployed?.routes, variables },
    findings
  );
  const released = definition?.draft ?? draft;
  if (guards && deployed) checkRoutes(deployed, released, inputs, findings);
  const mark = inputs.definition === "draft" ? await markDraft(api, draft, releases, findings) : void 0;
  const draftIs = compares ? draftState(deployed, mark, definition) : UNKNOWN;
  return { apiName, reading, draft: released, served, mark, draftIs, definition };
}
function draftState(deployed, mark, definition) {
  const { description = "" } = deployed ?? {};
  const isSame = mark !== void 0 && parseDraft(description) === mark;
  const isImported = !definition || parseFile(description) === definition.file;
  return isSame && isImported ? "what is served" : UNKNOWN;
}
async function readServed(api, draft, { overrides }, releases, findings) {
  const read = async () => withIds(await api.readServed(), draft);
  if (releases === "functions" || Object.keys(overrides).length > 0) {
    return attempt2(findings, read);
  }
  try {
    return await read();
  } catch (error) {
    findings.notes.push(
      `definition: the action could not check what the canary will call differently from the stage (${known2(error).message})`
    );
    return void 0;
  }
}
function withIds(served, draft) {
  const integrations = served.integrations.map((call) => {
    if (call.authorizerId === void 0) return call;
    const same = draft.integrations.find(
      ({ authorizerId, path }) => authorizerId && path === call.path
    );
    return { ...call, authorizerId: same?.authorizerId ?? call.authorizerId };
  });
  return { ...served, integrations };
}
async function markDraft(api, draft, releases, { notes }) {
  try {
    return await api.markDraft(draft);
  } catch (error) {
    const unread = releases === "functions" ? "the API's draft cannot be compared with what the stage serves, so every release deploys it, even if nothing changed" : "the API's draft cannot be read as a whole";
    notes.push(
      `definition: ${unread}; if someone changes it during the release, only a change of its methods is noticed (${known2(error).message})`
    );
    return void 0;
  }
}
async function readApi(api) {
  try {
    return await api.readApi();
  } catch (error) {
    if (!causedBy(error, isNotFound)) throw error;
    throw new KnownError2(
      `rest-api-id: there is no REST API "${api.restApiId}" in ${api.place.region}. HTTP and WebSocket APIs are not visible here and have no stage canary; check the ID and AWS_REGION`
    );
  }
}
async function readStage(api) {
  try {
    return await api.readStage();
  } catch (error) {
    if (!causedBy(error, isNotFound)) throw error;
    throw new KnownError2(
      `stage-name: the REST API ${api.restApiId} has no stage "${api.stageName}"; a canary needs a stage that already serves a deployment`
    );
  }
}
function checkStage(api, reading, findings) {
  const { tags } = reading;
  const stray = unknownCanary(api.stageName, reading);
  if (stray !== void 0) {
    findings.problems.push(`${stray}. To close it: ${closeCommand(api)}`);
  }
  const stored = storedStateOf(api, tags);
  if (stored.kind === "unreadable") {
    const why = whyNotOwned(`the stage "${api.stageName}"`, stored, describeRun);
    findings.problems.push(`${why}. To remove them: ${forgetCommandsOf(api, tags).join("; ")}`);
  }
}
function closeCommand({ place, restApiId, stageName }) {
  return awsCommand("apigateway update-stage", {
    region: place.region,
    "rest-api-id": restApiId,
    "stage-name": stageName,
    "patch-operations": patchWords([{ op: "remove", path: "/canarySettings" }])
  });
}
function unknownCanary(stageName, { state, tags }) {
  const { canary } = state;
  if (!canary || ourTagKeys(tags).length > 0) return void 0;
  const isLeft = canary.weight === 0 && canary.deploymentId === state.deploymentId;
  const has = isLeft ? "has a canary that a promotion left open (with promote: close, it would be closed)" : "has a canary that this action did not create";
  return `the stage "${stageName}" ${has} (deployment ${canary.deploymentId}, ${formatWeight(canary.weight)})`;
}
function checkRoutes({ routes }, draft, { routeGuard, splits }, findings) {
  const difference = compareRoutes(routes, draft.routes);
  const words = describeRouteDifference(difference, splits);
  if (words === void 0) return;
  if (routeGuard === "warn" || !splits) findings.notes.push(`routes: ${words}`);
  else findings.problems.push(`route-guard: ${words}. ${adviceFor(difference)}`);
}

// src/targets/stage/inspect-variables.ts
import {
  src_aws_arns_ts__accountOf as accountOf
} from "./release.js";
import {
  src_base_errors_ts__known as known3
} from "./core.js";
async function inspectVariables(bound, { draft, served, reading }, released, facts, findings) {
  const { overrides, definition } = bound.inputs;
  const { variables } = reading.state;
  const wirings = facts.map(({ wiring }) => wiring);
  const held = wirings.flatMap((wiring) => wiring.kind === "variable" ? [wiring.variable] : []);
  const names = [.../* @__PURE__ */ new Set([...held, ...Object.keys(overrides)])];
  const asked = releasedDefinition(bound.inputs, { draft, served });
  const [when, unsure] = definition === "draft" ? ["always", names] : ["if needed", names.filter((name) => !Object.hasOwn(variables, name))];
  const read = await withResponses(bound.api, asked, unsure, when, findings.notes);
  const calls = read.integrations;
  const moves = { served: served?.integrations ?? calls, released: calls, variables, overrides };
  const functions = released.map(({ name }) => name);
  const moved = movedCalls(moves, functions);
  findings.problems.push(
    ...otherFunctions(facts, variables),
    ...strayDependents(wirings, { integrations: calls }, variables).map(
      (words) => `functions: ${words}`
    ),
    ...contradictions(facts, overrides),
    ...idleOverrides(overrides, read, variables, definition === "deployed" ? draft : void 0),
    ...moved.problems
  );
  findings.notes.push(
    ...unclearCalls(moves),
    ...changedCalls(moves, functions),
    ...overridesInWords(overrides, calls, variables),
    ...readersInWords(names, read.readers)
  );
  const [first] = facts;
  const account = first && accountOf(first.arn);
  const called = [];
  for (const call of moved.calls) {
    const fact = await inspectCall(bound, call, account, findings);
    if (fact) called.push(fact);
  }
  return called;
}
function otherFunctions(facts, variables) {
  return facts.flatMap(
    ({ input: { name }, arn, wiring: { integrations } }) => integrations.flatMap((integration) => {
      const uri = parseLambdaUri(integration.uri, variables);
      const elsewhere = uri && whereElse(uri, placeIn(arn));
      if (elsewhere === void 0) return [];
      return [
        `functions: ${nameOf(integration)} calls a "${name}" ${elsewhere}, but the job uses ${arn}; expected a function of the job's own account and region`
      ];
    })
  );
}
function contradictions(facts, overrides) {
  return facts.flatMap(({ input: { name, version }, wiring }) => {
    if (wiring.kind !== "variable" || !Object.hasOwn(overrides, wiring.variable)) return [];
    if (version !== void 0 && overrides[wiring.variable] === wiring.prefix + version) return [];
    return [
      `stage-variable-overrides: "${wiring.variable}" holds the version of "${name}", which the release sets itself; omit it`
    ];
  });
}
async function inspectCall({ api, functions, inputs }, call, account, findings) {
  const { functionName, qualifier, integrations, by } = call;
  const route = integrations[0] ? nameOf(integrations[0]) : "";
  const will = `${by}: ${route} will call ${qualifierInWords(functionName, qualifier)}`;
  const unseen = (why) => {
    const list = by === "definition" ? findings.notes : findings.problems;
    list.push(`${will}, ${why}`);
    return void 0;
  };
  const place = account === void 0 ? void 0 : { account, region: api.place.region };
  const elsewhere = whereElse(call, place ?? { region: api.place.region });
  if (elsewhere !== void 0) return unseen(`which is ${elsewhere}; ${OUT_OF_SIGHT}`);
  try {
    const which = qualifier === "$LATEST" ? void 0 : qualifier;
    const reading = await functions.read(functionName, which);
    if (!reading) {
      const what = `which does not exist in ${api.place.region}; expected an existing version or alias`;
      if (call.account !== void 0 && account === void 0) return unseen(what);
      findings.problems.push(`${will}, ${what}`);
      return void 0;
    }
    const other = whereElse(call, placeIn(reading.arn));
    if (other !== void 0) return unseen(`which is ${other}; ${OUT_OF_SIGHT}`);
    const why = whyNotReady(reading);
    if (why !== void 0) findings.problems.push(`${will}, which ${why}`);
    const arn = reading.arn.split(":").slice(0, 7).join(":");
    const invoked = {
      functionName,
      version: qualifier,
      sourceArns: sourceArns(api, arn, integrations)
    };
    const refused = await findRefusals(functions, api, invoked);
    if (refused.some(isDenied) || refused.length > 0 && inputs.invokePermission === "check") {
      const missing = describeRefusals(api.place, invoked, refused);
      findings.problems.push(`invoke-permission: ${missing}`);
    }
    await notePolicyAccess(functions, arn, findings);
    return { ...invoked, arn, mayCall: refused.length === 0 };
  } catch (error) {
    return unseen(
      `and the action could not check whether that is possible: ${known3(error).message}`
    );
  }
}
var OUT_OF_SIGHT = "the job can check only its own account and region";
function placeIn(arn) {
  return { account: accountOf(arn), region: arn.split(":")[3] };
}
function whereElse(meant, there) {
  const differ = (one, other) => one !== void 0 && other !== void 0 && one !== other;
  if (differ(meant.account, there.account)) return `in account ${meant.account}`;
  return differ(meant.region, there.region) ? `in ${meant.region}` : void 0;
}

// src/targets/stage/stage-proof.ts
import {
  src_targets_seal_ts__sealOf as sealOf
} from "./release.js";

// src/targets/stage/stage-claim.ts
import {
  src_targets_stage_stage_record_ts__stageOf as stageOf
} from "./core.js";
function beyondStage(record, asked) {
  const unnamed = unnamedFunctions(record, asked.functions, (name) => name);
  if (unnamed !== void 0) return unnamed;
  const target = stageOf(record);
  if (target.imported && !asked.imports) {
    return "it has replaced the API's draft as well, which this run does not name; expected api-definition";
  }
  const unnamedVariables = Object.keys(target.overrides).filter(
    (name) => !asked.variables.includes(name) && !isVersionOf(target, name, record.functions)
  );
  return unnamedVariables.length === 0 ? void 0 : `it sets the stage variable ${quoted(unnamedVariables)} as well, which this run does not name; expected it in stage-variable-overrides`;
}
function isVersionOf({ variables, overrides }, variable, functions) {
  const [before2, after] = [variableOf(variables, variable), variableOf(overrides, variable)];
  return functions.some(({ name, from, to }) => {
    if (after === null || !after.endsWith(to)) return false;
    const prefix = after.slice(0, -to.length);
    const called = prefix.slice(0, -1).replace(/^arn:[\w-]+:lambda:[\w-]+:\d{12}:function:/, "");
    const fits = prefix === "" || prefix.endsWith(":") && called !== "" && name.endsWith(called);
    return fits && before2 === prefix + from;
  });
}
function rewrittenFor({ from, to }, functions, variables) {
  const before2 = parseLambdaUri(from, variables);
  return functions.find(
    (change) => before2?.functionName === change.name && before2.qualifier !== void 0 && /^\d+$/.test(before2.qualifier) && endsIn(from, before2.qualifier) && withQualifier(from, change.to) === to
  );
}

// src/targets/stage/stage-proof.ts
import {
  src_targets_stage_stage_record_ts__stageOf as stageOf2
} from "./core.js";
async function proveStage({ api, functions }, { record, canaryDeploymentId }, state) {
  const stage = stageOf2(record);
  const trafficState = trafficStateOf(state, { record, canaryDeploymentId, ...ANY_PHASE });
  if (trafficState.kind === "external") return { kind: "moved" };
  const unexplained = unexplainedDraft(stage, record.functions, state);
  if (unexplained !== void 0) return doubtful(unexplained);
  const made = canaryDeploymentId === stage.deploymentId ? void 0 : canaryDeploymentId;
  const description = (made && await api.readDescription(made)) ?? "";
  const seal = parseSeal(description);
  if (seal !== void 0) {
    return seal === sealOf(record) ? BORNE_OUT : doubtful(otherRelease(made));
  }
  const past = parseDeployment(description);
  const promoted = trafficState.kind === "promoted";
  if (promoted && stage.promote.deployment && made && past?.after !== stage.deploymentId) {
    return doubtful(
      `only its tags say that the deployment ${stage.deploymentId} was served before ${made}`
    );
  }
  const vouches = createVoucher(functions, past?.changes);
  const asking = { api, vouches, stage, functions: record.functions, state };
  const doubt = (promoted && stage.promote.variables ? await doubtVariables(asking) : void 0) ?? await doubtDrafts(asking, promoted);
  return doubt === void 0 ? BORNE_OUT : doubtful(doubt);
}
function otherRelease(deploymentId = "") {
  return `the deployment ${deploymentId} was created for another release, or the record of this one was changed`;
}
var ANY_PHASE = { phase: { kind: "preparing" }, stepStartTimes: [] };
function unexplainedDraft(stage, functions, state) {
  const variables = before(stage, state);
  const unexplained = stage.drafts.find((draft) => !rewrittenFor(draft, functions, variables));
  return unexplained && `it rewrites ${unexplained.method} on resource ${unexplained.resourceId} from ${shownUri(unexplained.from)} to ${shownUri(unexplained.to)}, which are not the two versions of a function that it releases`;
}
function before({ variables }, state) {
  const own = Object.entries(variables).flatMap(
    ([name, value]) => value === null ? [] : [[name, value]]
  );
  return { ...state.variables, ...Object.fromEntries(own) };
}
async function doubtVariables({
  api,
  vouches,
  stage,
  functions,
  state
}) {
  const names = Object.keys(stage.overrides);
  if (names.length === 0) return void 0;
  const { integrations } = await api.readServed();
  for (const name of names) {
    const change = functions.find((fn) => {
      const found = findWiring(fn.name, integrations, state.variables);
      if (found.kind !== "found" || found.wiring.kind !== "variable") return false;
      const { variable, prefix } = found.wiring;
      return variable === name && variableOf(stage.overrides, name) === prefix + fn.to && variableOf(stage.variables, name) === prefix + fn.from;
    });
    if (change && await vouches(change)) continue;
    const value = variableOf(stage.variables, name);
    const shown = shownValue(name, value, { functions, overrides: stage.overrides });
    const was = value === null ? "was not set" : shown === void 0 ? "had another value" : `was "${shown}"`;
    return `only its tags say that the stage variable "${name}" ${was} before`;
  }
  return void 0;
}
async function doubtDrafts({ api, vouches, stage, functions, state }, promoted) {
  for (const draft of stage.drafts) {
    const change = rewrittenFor(draft, functions, before(stage, state));
    if (change && endsIn(draft.from, change.from) && await vouches(change)) continue;
    const { integrations } = await api.readDraft();
    const holds = (uri) => integrations.some(
      (one) => one.resourceId === draft.resourceId && one.method === draft.method && one.uri === uri
    );
    if (!promoted && state.canary === void 0 && !holds(draft.to)) continue;
    return `only its tags say that ${draft.method} on resource ${draft.resourceId} called ${shownUri(draft.from)} before`;
  }
  return void 0;
}

// src/targets/stage/observe-stage.ts
function readings({ api, trust, functions, seen }) {
  return {
    observe: async () => {
      const { state, tags, accessLog = "none" } = await api.readStage();
      seen.accessLog = accessLog;
      const stored = await trust.vet(
        storedStateOf(api, tags),
        (storedRollout) => proveStage({ api, functions }, storedRollout, state)
      );
      seen.trafficState = trafficIn(stored, state);
      return { stored, trafficState: seen.trafficState };
    },
    readTraffic: async (rollout) => trafficStateOf((await api.readStage()).state, rollout)
  };
}
function trafficIn(stored, state) {
  return stored.kind === "rollout" ? trafficStateOf(state, stored.storedRollout) : void 0;
}

// src/targets/stage/repair-commands.ts
function repairCommands(stage, before2, observation, functions = []) {
  const trafficState = observation?.trafficState;
  const open = trafficState === void 0 || hasOurCanary(trafficState);
  const moved = trafficState === void 0 || trafficState.kind === "promoted";
  const ours = trafficState?.kind !== "external";
  const edited = ours && (moved || observation?.phase.kind !== "step") ? before2.drafts : [];
  const update = (patches2) => awsCommand("apigateway update-stage", {
    region: stage.region,
    "rest-api-id": stage.restApiId,
    "stage-name": stage.stageName,
    "patch-operations": patchWords(patches2)
  });
  const { patches, unshown } = restoring(before2, functions);
  return [
    ...open ? [update([{ op: "remove", path: "/canarySettings" }])] : [],
    ...moved && patches.length > 0 ? [update(patches)] : [],
    // In a separate command, because the shell stops at a value that is not set, and users must not wait for
    // that.
    ...moved ? unshown.map((name) => `${update([])} ${replaceUnshown(name)}`) : [],
    ...edited.map((draft) => putBack(stage, draft)),
    ...ours && before2.imported ? importServed(stage) : []
  ];
}
function hasOurCanary(trafficState) {
  if (trafficState.kind === "external") return trafficState.canary === "owned";
  return trafficState.kind === "split" || trafficState.open === true;
}
function restoring({ deploymentId, variables, overrides, promote: promote2 }, functions) {
  const patches = [];
  const unshown = [];
  if (promote2.deployment) {
    patches.push({ op: "replace", path: "/deploymentId", value: deploymentId });
  }
  for (const [name, value] of promote2.variables ? Object.entries(variables) : []) {
    const path = `/variables/${name}`;
    const shown = value === null ? null : shownValue(name, value, { functions, overrides });
    if (shown === null) patches.push({ op: "remove", path });
    else if (shown === void 0) unshown.push(name);
    else patches.push({ op: "replace", path, value: shown });
  }
  return { patches, unshown };
}
function replaceUnshown(variable) {
  const name = variable.replace(/\W/g, "_");
  const value = `\${BEFORE_${name}:?set it to the value of the stage variable ${name} before the release}`;
  return `"op=replace,path=/variables/${name},value=\\"${value}\\""`;
}
function importServed({ region, restApiId, stageName }) {
  const file = "served-definition.json";
  const read = awsCommand("apigateway get-export", {
    region,
    "rest-api-id": restApiId,
    "stage-name": stageName,
    "export-type": "oas30",
    accepts: "application/json",
    parameters: JSON.stringify({ extensions: "apigateway,authorizers" })
  });
  return [
    `${read} ${file}`,
    awsCommand("apigateway put-rest-api", {
      region,
      "rest-api-id": restApiId,
      mode: "overwrite",
      body: `fileb://${file}`
    })
  ];
}
function putBack({ region, restApiId }, { resourceId, method, from }) {
  return awsCommand("apigateway update-integration", {
    region,
    "rest-api-id": restApiId,
    "resource-id": resourceId,
    "http-method": method,
    "patch-operations": patchWords([{ op: "replace", path: "/uri", value: from }])
  });
}

// src/targets/stage/stage-admission.ts
import {
  src_base_errors_ts__KnownError as KnownError3
} from "./core.js";
import {
  src_targets_seal_ts__sealOf as sealOf2
} from "./release.js";
import {
  src_targets_stage_stage_record_ts__stageOf as stageOf3
} from "./core.js";
async function admitStage(bound, { record, canaryDeploymentId }) {
  const { api, trust } = bound;
  if (trust.isOwn(record)) return;
  const seal = sealOf2(record);
  const own = canaryDeploymentId !== stageOf3(record).deploymentId ? canaryDeploymentId : void 0;
  const shown = own === void 0 ? "" : await api.readDescription(own) ?? "";
  if (parseSeal(shown) !== seal) {
    throw new KnownError3(
      "only its tags say what it releases: no deployment of the API was created for it. Run command: rollback, and release again"
    );
  }
  trust.knows(seal);
}

// src/targets/stage/stage-context.ts
function bindStage(clients, inputs, trust, warn) {
  const { restApiId, stageName } = inputs;
  return {
    api: bindRestApi(clients, restApiId, stageName),
    functions: bindFunctions(clients),
    provisioned: bindProvisioned(clients),
    versions: bindVersions(clients),
    qualifiers: bindQualifiers(clients),
    deployments: bindDeployments(clients, restApiId),
    shadows: bindShadowStages(clients, restApiId),
    usagePlans: bindUsagePlans(clients, restApiId),
    stageNamed: (name) => bindRestApi(clients, restApiId, name),
    inputs,
    trust,
    seen: { trafficState: void 0 },
    made: { shadow: void 0 },
    warn
  };
}

// src/targets/stage/stage-counts.ts
import {
  src_analysis_errors_measure_ts__errorsMeasure as errorsMeasure2,
  src_analysis_errors_measure_ts__invocationsMeasure as invocationsMeasure2
} from "./release.js";
import {
  src_aws_metric_data_ts__readMinutes as readMinutes5
} from "./release.js";
import {
  src_base_errors_ts__KnownError as KnownError4
} from "./core.js";
import {
  src_monitor_baseline_ts__readDailyTraffic as readDailyTraffic
} from "./release.js";
import {
  src_rollout_traffic_ts__startOfMinute as startOfMinute2
} from "./release.js";

// src/targets/stage/gateway-measures.ts
import {
  src_analysis_count_table_ts__errorsOf as errorsOf,
  src_analysis_count_table_ts__incompleteIn as incompleteIn,
  src_analysis_count_table_ts__shownTogether as shownTogether2,
  src_analysis_count_table_ts__without as without2
} from "./release.js";
import {
  src_aws_metric_data_ts__readMinutes as readMinutes2
} from "./release.js";

// src/targets/stage/stage-series.ts
import {
  src_analysis_count_table_ts__addUp as addUp,
  src_analysis_count_table_ts__NO_EVENTS as NO_EVENTS,
  src_analysis_count_table_ts__shownTogether as shownTogether,
  src_analysis_count_table_ts__without as without
} from "./release.js";
import {
  src_aws_metric_data_ts__readMinutes as readMinutes
} from "./release.js";
async function readTraffic(client, { apiName, stage, canary, cached }, functions, span) {
  const versions = [
    ...functions.map((f) => versionSeries(f.name, f.from)),
    ...functions.map((f) => versionSeries(f.name, f.to))
  ];
  const gateway = [...gatewaySeries(apiName, stage), ...gatewaySeries(apiName, canary)];
  const hits = cached ? [hitSeries(apiName, stage), hitSeries(apiName, canary)] : [];
  const { from, to, kept } = span;
  const series = [...gateway, ...versions.flat(), ...hits];
  const values = await readMinutes(client, series, from, to, kept);
  const [all, failed, canaryAll, canaryFailed, ...ofVersions] = values;
  const [stageHits, canaryHits] = cached ? values.slice(-2) : [];
  const perVersion = versions.map((_, i) => invocationsIn(ofVersions.slice(3 * i, 3 * i + 3)));
  const ofOld = perVersion.slice(0, functions.length);
  const ofNew = perVersion.slice(functions.length);
  return {
    stage: beyondCache(shownTogether(all ?? /* @__PURE__ */ new Map(), failed ?? /* @__PURE__ */ new Map()), stageHits),
    // AWS does not document whether a canary without the cache has this metric, so a missing value is no hit.
    canary: withoutHits(
      shownTogether(canaryAll ?? /* @__PURE__ */ new Map(), canaryFailed ?? /* @__PURE__ */ new Map()),
      canaryHits
    ),
    oldVersions: addUp(ofOld),
    newVersions: addUp(ofNew),
    functions: functions.map(({ name }, i) => ({
      name,
      oldVersion: ofOld[i] ?? NO_EVENTS,
      newVersion: ofNew[i] ?? NO_EVENTS
    })),
    unreached: unreachedOf(functions, ofNew)
  };
}
async function readInvocations(client, versions, { from, to }) {
  const series = versions.map((version) => versionSeries(version.name, version.from));
  const values = await readMinutes(client, series.flat(), from, to);
  return series.map((_, i) => invocationsIn(values.slice(3 * i, 3 * i + 3)));
}
function invocationsIn([
  ran = /* @__PURE__ */ new Map(),
  failed = /* @__PURE__ */ new Map(),
  throttled = /* @__PURE__ */ new Map()
]) {
  return addUp([shownTogether(ran, failed), { requests: throttled, events: throttled }]);
}
var REQUESTS = { metric: "Count", statistic: "SampleCount" };
function gatewaySeries(apiName, stage) {
  return [
    gatewayMetric(apiName, stage, REQUESTS),
    gatewayMetric(apiName, stage, { metric: "5XXError", statistic: "Sum" })
  ];
}
function gatewayMetric(ApiName, Stage, { metric, statistic }, route) {
  const dimensions = {
    ApiName,
    ...route && { Method: route.method, Resource: route.resource },
    Stage
  };
  return { namespace: "AWS/ApiGateway", metric, dimensions, statistic };
}
function hitSeries(ApiName, Stage) {
  const dimensions = { ApiName, Stage };
  return { namespace: "AWS/ApiGateway", metric: "CacheHitCount", dimensions, statistic: "Sum" };
}
function beyondCache(series, hits) {
  if (!hits) return series;
  const unknown = [...series.requests.keys()].filter((minute) => !hits.has(minute));
  const incomplete = /* @__PURE__ */ new Set([...series.incomplete ?? [], ...unknown]);
  return { ...withoutHits(series, hits), ...incomplete.size > 0 && { incomplete } };
}
function withoutHits(series, hits = /* @__PURE__ */ new Map()) {
  const { requests } = without(series, { requests: hits, events: /* @__PURE__ */ new Map() });
  return { ...series, requests };
}
function slowStatistic({ milliseconds }) {
  return `TC(${milliseconds}:)`;
}
function versionSeries(FunctionName, version) {
  const dimensions = { FunctionName, Resource: `${FunctionName}:${version}` };
  const shared = { namespace: "AWS/Lambda", dimensions, statistic: "Sum" };
  return [
    { ...shared, metric: "Invocations" },
    { ...shared, metric: "Errors" },
    { ...shared, metric: "Throttles" }
  ];
}

// src/targets/stage/gateway-measures.ts
function eventsOf(measure) {
  if (isSlowMeasure(measure)) {
    return { metric: "Latency", statistic: slowStatistic(measure.threshold) };
  }
  switch (measure.kind) {
    case "client-errors":
    case "route-client-errors":
      return { metric: "4XXError", statistic: "Sum" };
    case "route-errors":
      return { metric: "5XXError", statistic: "Sum" };
    default:
      return void 0;
  }
}
function routeOf({ scope }) {
  return scope.kind === "route" ? scope : void 0;
}
async function readGatewayMeasures(client, { apiName, stage, canary }, measures, reading, traffic, span) {
  const counted = measures.filter((measure) => eventsOf(measure) !== void 0);
  const read = readerOf(client, span);
  const of = (side) => (measure) => read.eventsOf(apiName, side, measure);
  const sides = { stage: counted.map(of(stage)), canary: counted.map(of(canary)) };
  const values = await read.all();
  const isApart = errorsOf(traffic.table).stable === reading.stage;
  const rows = counted.map((measure, i) => {
    const all = sides.stage[i]?.(values, reading.stage) ?? NONE;
    const fresh = sides.canary[i]?.(values, reading.canary) ?? NONE;
    return { measure, canary: fresh, stable: isApart ? all : without2(all, fresh), promoted: all };
  });
  return hasRoutes(rows, reading) ? rows : rows.filter(({ measure }) => !routeOf(measure));
}
function together(counted, events) {
  const both = shownTogether2(counted.requests, events);
  return { ...both, ...incompleteIn(counted, both) };
}
var NONE = { requests: /* @__PURE__ */ new Map(), events: /* @__PURE__ */ new Map() };
function readerOf(client, { from, to, kept }) {
  const asked = /* @__PURE__ */ new Map();
  const ask = (series) => {
    const key = JSON.stringify(series);
    const known8 = asked.get(key) ?? { at: asked.size, series };
    asked.set(key, known8);
    return known8.at;
  };
  return {
    eventsOf: (apiName, side, measure) => {
      const route = routeOf(measure);
      const counted = eventsOf(measure);
      const events = counted && ask(gatewayMetric(apiName, side, counted, route));
      const requests = route && ask(gatewayMetric(apiName, side, REQUESTS, route));
      return (values, ofSide) => {
        const all = requests === void 0 ? ofSide : { ...NONE, requests: values[requests] ?? /* @__PURE__ */ new Map() };
        return together(all, (events === void 0 ? void 0 : values[events]) ?? /* @__PURE__ */ new Map());
      };
    },
    all: () => readMinutes2(
      client,
      [...asked.values()].map(({ series }) => series),
      from,
      to,
      kept
    )
  };
}
var ENOUGH = 20;
function hasRoutes(rows, { stage, canary }) {
  const ofRoutes = rows.filter(({ measure }) => routeOf(measure));
  const routes = ofRoutes.filter(({ measure }) => measure.kind === ofRoutes[0]?.measure.kind);
  const seen = sumOf(routes.map((row) => row.canary));
  if (seen > 0) return true;
  const share = sumOf([canary]) / Math.max(1, sumOf([stage]));
  return share * sumOf(routes.map((row) => row.promoted)) < ENOUGH;
}
function sumOf(series) {
  return series.flatMap(({ requests }) => [...requests.values()]).reduce((sum2, each) => sum2 + each, 0);
}

// src/targets/stage/stage-baseline.ts
import {
  src_analysis_count_table_ts__NO_EVENTS as NO_EVENTS2,
  src_analysis_count_table_ts__shownTogether as shownTogether3
} from "./release.js";
import {
  src_analysis_errors_measure_ts__errorsMeasure as errorsMeasure,
  src_analysis_errors_measure_ts__invocationsMeasure as invocationsMeasure
} from "./release.js";
import {
  src_aws_metric_data_ts__readMinutes as readMinutes4
} from "./release.js";
import {
  src_monitor_baseline_ts__countsOf as countsOf
} from "./release.js";
import {
  src_rollout_traffic_ts__startOfMinute as startOfMinute
} from "./release.js";

// src/targets/stage/route-baseline.ts
import {
  src_analysis_errors_measure_ts__routeErrorsMeasure as routeErrorsMeasure
} from "./release.js";
import {
  src_aws_metric_data_ts__readMinutes as readMinutes3
} from "./release.js";
import {
  src_targets_stage_route_limit_ts__MOST_ROUTES as MOST_ROUTES
} from "./core.js";
async function busiestRoutes(client, apiName, stageName, names, { from, to }) {
  if (names.length === 0) return [];
  const counts = await readMinutes3(
    client,
    names.map((name) => ({
      ...gatewayMetric(apiName, stageName, REQUESTS, name),
      period: to - from
    })),
    from,
    to
  );
  return names.map((name, i) => ({ name, requests: sumOf2(counts[i]?.values() ?? []) })).filter(({ requests }) => requests > 0).sort((a, b) => b.requests - a.requests).slice(0, MOST_ROUTES).map(({ name }) => name);
}
function routeMeasures(routes, compare) {
  return routes.flatMap(({ method, resource }) => [
    ...compare.includes("errors") ? [routeErrorsMeasure(method, resource)] : [],
    ...compare.includes("client-errors") ? [clientErrorsMeasure({ kind: "route", method, resource })] : []
  ]);
}
function sumOf2(values) {
  let sum2 = 0;
  for (const value of values) sum2 += value;
  return sum2;
}

// src/targets/stage/stage-baseline.ts
var HOUR = 3600;
var QUANTILES = [0.9, 0.99];
async function readBaseline(client, apiName, stageName, { startedAt, functions, compare, cached, routes }) {
  const to = startOfMinute(startedAt);
  const span = { from: to - HOUR, to };
  const read = (series) => readMinutes4(client, series, span.from, span.to);
  const [all = NONE2, errors = NONE2, ...others] = await read([
    ...gatewaySeries(apiName, stageName),
    ...cached ? [hitSeries(apiName, stageName)] : [],
    ...!cached && compare.includes("latency") ? quantileSeries(apiName, stageName) : []
  ]);
  const [hits, quantiles] = cached ? [others[0], []] : [void 0, others];
  const counted = shownTogether3(all, errors);
  const wantsRoutes = !cached && (compare.includes("errors") || compare.includes("client-errors"));
  const busiest = await busiestRoutes(client, apiName, stageName, wantsRoutes ? routes : [], span);
  const measures = [
    ...compare.includes("client-errors") ? [clientErrorsMeasure()] : [],
    ...thresholdsIn(quantiles).map((threshold) => slowMeasure(threshold)),
    ...routeMeasures(busiest, compare)
  ];
  const reader = readerOf(client, span);
  const takes = measures.map((measure) => reader.eventsOf(apiName, stageName, measure));
  const values = await reader.all();
  const invoked = compare.includes("errors") ? functions : [];
  const served = invoked.filter(({ from }) => from !== "");
  const counts = await readInvocations(client, served, span);
  const invocations = new Map(served.map(({ name }, i) => [name, counts[i]]));
  return [
    { measure: errorsMeasure(), minutes: countsOf(beyondCache(counted, hits)) },
    ...invoked.map(({ name }) => ({
      measure: invocationsMeasure(name),
      minutes: countsOf(invocations.get(name) ?? NO_EVENTS2)
    })),
    ...measures.map((measure, i) => ({
      measure,
      minutes: countsOf(beyondCache(takes[i]?.(values, counted) ?? NO_EVENTS2, hits))
    }))
  ];
}
var NONE2 = /* @__PURE__ */ new Map();
function quantileSeries(apiName, stageName) {
  return ["SampleCount", ...QUANTILES.map((q) => `p${q * 100}`)].map((statistic) => ({
    ...gatewayMetric(apiName, stageName, { metric: "Latency", statistic }),
    period: HOUR
  }));
}
function thresholdsIn([samples = NONE2, ...quantiles]) {
  return QUANTILES.flatMap((quantile, i) => {
    const milliseconds = mostSampled(quantiles[i] ?? NONE2, samples);
    return milliseconds === void 0 ? [] : [{ quantile, milliseconds: Math.ceil(milliseconds) }];
  });
}
function mostSampled(values, samples) {
  const [best] = [...values].sort(([a], [b]) => (samples.get(b) ?? 0) - (samples.get(a) ?? 0));
  return best?.[1];
}

// src/targets/stage/stage-split.ts
import {
  src_analysis_count_table_ts__addUp as addUp2,
  src_analysis_count_table_ts__incompleteIn as incompleteIn2,
  src_analysis_count_table_ts__without as without3
} from "./release.js";
function splitCounts(raw, closedUntil, gateway = "own") {
  const { stage, canary, oldVersions, newVersions } = raw;
  if (gateway === "shared") {
    const sides2 = { canary: newVersions, stable: oldVersions, promoted: newVersions };
    return countedErrors("functions", { apart: true, sides: sides2, closedUntil });
  }
  const overlap = overlapOf(raw, closedUntil);
  if (sum(canary.requests) === 0 && sum(newVersions.requests) > 0) {
    const sides2 = { canary: newVersions, stable: oldVersions, promoted: stage };
    const counted = countedErrors("functions", { apart: true, sides: sides2, closedUntil });
    return overlap === "none" ? counted : { ...counted, unattributed: beyondVersions(raw) };
  }
  const stable = overlap === "whole" ? without3(stage, canary) : stage;
  const apart = overlap !== "unknown";
  const sides = { canary, stable, promoted: stage };
  return countedErrors("gateway", { apart, sides, closedUntil });
}
function beyondVersions({ stage, oldVersions, newVersions }) {
  const { requests } = stage;
  const { events } = without3(stage, addUp2([oldVersions, newVersions]));
  return { requests, events, ...incompleteIn2(stage, oldVersions, newVersions) };
}
var TOLERANCE = 0.05;
function overlapOf(raw, closedUntil) {
  const closed = ({ requests }) => sum(requests, closedUntil);
  const stage = closed(raw.stage);
  const old = closed(raw.oldVersions);
  const all = old + closed(raw.newVersions);
  if (old === 0 || all === old) return "unknown";
  const toAll = Math.abs(stage - all);
  const toOld = Math.abs(stage - old);
  if (toAll < toOld && toAll <= TOLERANCE * all) return "whole";
  return toOld < toAll && toOld <= TOLERANCE * old ? "none" : "unknown";
}
function sum(values, until = Number.POSITIVE_INFINITY) {
  let total = 0;
  for (const [minute, value] of values) if (minute < until) total += value;
  return total;
}

// src/targets/stage/stage-counts.ts
function createStageCounts(client, series) {
  const {
    stageName,
    canaryDimension: canary,
    readApiName,
    readTwins,
    compares,
    probed,
    readCached,
    readRoutes
  } = series;
  const dimensions = async () => ({
    apiName: await readApiName(),
    stage: stageName,
    canary,
    cached: await readCached()
  });
  let last;
  let gap = "no-traffic";
  return {
    readTraffic: async (changes2, span, closedUntil) => {
      const names = await dimensions();
      const versions = probed ? [] : changes2;
      last = await readTraffic(client, names, versions, span);
      const twins = await readTwins();
      const isShared = twins.length > 0;
      if (isShared && versions.length === 0 && compares) {
        throw new KnownError4(sharedName(names.apiName, stageName, twins));
      }
      const gateway = isShared && versions.length > 0 ? "shared" : "own";
      const split = splitCounts(last, closedUntil, gateway);
      const traffic = names.cached ? ofBackends(split) : split;
      return versions.length > 0 ? withInvocations(traffic, last) : traffic;
    },
    readBaseline: async (startedAt, released, compare) => {
      const functions = probed ? [] : released;
      if ((await readTwins()).length > 0 && compares) {
        return unknownHour(functions, compare);
      }
      const { apiName, cached } = await dimensions();
      const routes = await readRoutes();
      const hour = { startedAt, functions, compare, cached, routes };
      const baseline = await readBaseline(client, apiName, stageName, hour);
      gap = gapIn(baseline, cached);
      return baseline;
    },
    latencyGap: () => gap,
    readMeasures: async (baseline, traffic, span) => {
      if (!last || traffic.kind !== "counted" || traffic.source === "functions") return [];
      const measures = baseline.map(({ measure }) => measure);
      return readGatewayMeasures(client, await dimensions(), measures, last, traffic, span);
    },
    readDaily: async (now) => {
      const apiName = await readApiName();
      const daily = await readDailyTraffic(client, [gatewaySeries(apiName, stageName)], now);
      if (!daily || !await readCached()) return daily;
      return beyondHits(daily, await readHits(client, apiName, stageName, now));
    }
  };
}
function unknownHour(functions, compare) {
  const own = compare.includes("errors") ? functions : [];
  return [
    { measure: errorsMeasure2(), minutes: [] },
    ...own.map(({ name }) => ({ measure: invocationsMeasure2(name), minutes: [] }))
  ];
}
function gapIn(baseline, cached) {
  if (cached) return "cache";
  return baseline.some(({ measure }) => isSlowMeasure(measure)) ? void 0 : "no-traffic";
}
function ofBackends(traffic) {
  const source = traffic.source === "gateway" ? "backend" : traffic.source;
  return { ...traffic, source, share: "unequal" };
}
function withInvocations(traffic, { functions, newVersions, unreached }) {
  const rows = functions.map(({ name, oldVersion, newVersion }) => {
    const sides = { canary: newVersion, stable: oldVersion, promoted: newVersion };
    return { measure: invocationsMeasure2(name), ...sides };
  });
  const table = { ...traffic.table, rows: [...traffic.table.rows, ...rows] };
  const counted = { ...traffic, unreached, table };
  return traffic.source === "functions" ? counted : { ...counted, invoked: newVersions };
}
var HOUR2 = 3600;
async function readHits(client, apiName, stage, now) {
  const to = startOfMinute2(now);
  const series = { ...hitSeries(apiName, stage), period: HOUR2 };
  const [count] = gatewaySeries(apiName, stage);
  const from = to - 24 * HOUR2;
  const [hits, requests] = await readMinutes5(
    client,
    [series, { ...count, period: HOUR2 }],
    from,
    to
  );
  const sum2 = (values) => [...values?.values() ?? []].reduce((a, b) => a + b, 0);
  return sum2(hits) / Math.max(1, sum2(requests));
}
function beyondHits(daily, hits) {
  const rest = 1 - hits;
  if (rest <= 0) return void 0;
  const { requestsPerMinute, errorRate } = daily;
  return {
    requestsPerMinute: requestsPerMinute * rest,
    errorRate: Math.min(1, errorRate / rest)
  };
}

// src/targets/stage/stage-difference.ts
import {
  src_base_errors_ts__known as known4
} from "./core.js";
import {
  src_base_quote_ts__quote as quote2
} from "./core.js";
import {
  src_inputs_api_definition_ts__readDefinitionText as readDefinitionText2
} from "./core.js";
import {
  src_targets_stage_stage_record_ts__stageOf as stageOf4
} from "./core.js";
async function stageDifferences({ api, inputs }, rollout, say) {
  const settings = settingDifferences(inputs, rollout);
  const definition = await definitionDifference(api, inputs, rollout, say);
  return definition === void 0 ? settings : [...settings, definition];
}
function overrideDifferences({ overrides }, { record }) {
  const open = stageOf4(record).overrides;
  return differing(Object.keys(overrides), overrides, open);
}
function settingDifferences(inputs, { record }) {
  const open = stageOf4(record);
  const set = Object.keys(open.overrides).filter(
    (name) => !isVersionOf(open, name, record.functions)
  );
  const names = [.../* @__PURE__ */ new Set([...set, ...Object.keys(inputs.overrides)])];
  const found = [...differing(names, inputs.overrides, open.overrides)];
  if (promoteInWords(open.promote) !== promoteInWords(inputs.promote)) {
    found.push(
      `promotes ${promoteInWords(open.promote)} (promote: ${promoteInWords(inputs.promote)} is requested)`
    );
  }
  if (inputs.useStageCache !== "auto" && open.useStageCache !== inputs.useStageCache) {
    found.push(
      open.useStageCache ? "uses the stage's cache (use-stage-cache: false is requested)" : "does not use the stage's cache (use-stage-cache: true is requested)"
    );
  }
  return found;
}
function differing(names, requested, open) {
  const other = names.filter((name) => variableOf(requested, name) !== variableOf(open, name));
  return other.length === 0 ? [] : [`has other values of the stage variable ${quoted(other)} than stage-variable-overrides`];
}
function promoteInWords({ deployment, variables, close: close2 }) {
  const parts = { deployment, variables, close: close2 };
  const chosen = Object.entries(parts).filter(([, wanted]) => wanted);
  return chosen.map(([name]) => name).join(", ") || "nothing";
}
async function definitionDifference(api, { definition, apiDefinition }, { record, canaryDeploymentId }, say) {
  const { deploymentId, drafts } = stageOf4(record);
  if (canaryDeploymentId === void 0) return "has no deployment of its own yet";
  const open = canaryDeploymentId === deploymentId ? "deployed" : "draft";
  if (open !== definition) {
    return `releases ${open === "draft" ? "a deployment of the API's draft" : "no deployment of its own"} (definition: ${definition} is requested)`;
  }
  if (open === "deployed") return void 0;
  return await fileDifference(api, canaryDeploymentId, apiDefinition) ?? draftDifference(api, canaryDeploymentId, drafts, say);
}
async function fileDifference(api, canaryDeploymentId, file) {
  if (!file) return void 0;
  const read = readDefinitionText2(file);
  if ("problem" in read) return `cannot be compared with the requested one (${read.problem})`;
  const imported = parseFile(await api.readDescription(canaryDeploymentId) ?? "");
  return imported === fileDigest(read.text) ? void 0 : `releases another API definition than that in api-definition ${quote2(file.path)}`;
}
async function draftDifference(api, canaryDeploymentId, drafts, say) {
  try {
    const { description } = await api.readDeployment(canaryDeploymentId);
    if (isOfEarlierVersion(description)) {
      say(
        `The open rollout was begun by an earlier version of this action, which did not record the API's draft: the deployment ${canaryDeploymentId} is not compared with it.`
      );
      return void 0;
    }
    const deployed = parseDraft(description);
    if (deployed === void 0) {
      return `serves the deployment ${canaryDeploymentId}, which cannot be compared with the API's draft, because its description has no mark of the draft`;
    }
    const now = await api.markDraft(withSide(await api.readDraft("none"), drafts, "to"));
    return deployed === now ? void 0 : `serves the deployment ${canaryDeploymentId}, and the API's draft has changed since that was created`;
  } catch (error) {
    return `serves the deployment ${canaryDeploymentId}, which could not be compared with the API's draft (${known4(error).message})`;
  }
}
function isOfEarlierVersion(description) {
  return description.startsWith(DEPLOYMENT_MARK) && parseSeal(description) === void 0;
}

// src/targets/stage/stage-moves.ts
import {
  src_base_errors_ts__KnownError as KnownError6,
  src_base_errors_ts__known as known5,
  src_base_errors_ts__MovedError as MovedError2
} from "./core.js";
import {
  src_rollout_plan_ts__formatWeight as formatWeight3
} from "./core.js";
import {
  src_targets_ownership_ts__assertOwned as assertOwned
} from "./release.js";

// src/targets/stage/last-seen.ts
import {
  src_base_errors_ts__KnownError as KnownError5,
  src_base_errors_ts__MovedError as MovedError
} from "./core.js";
import {
  src_rollout_plan_ts__formatWeight as formatWeight2,
  src_rollout_plan_ts__sameWeight as sameWeight
} from "./core.js";
function assertAsSeen({ trafficState: seen }, found) {
  if (seen?.kind !== "split") return;
  if (found.kind === "stable")
    throw new KnownError5("someone removed the canary after the last check");
  if (found.kind !== "split" || sameWeight(found.weight, seen.weight)) return;
  throw new MovedError(
    `the weight was changed outside this action after the last check: the canary has ${formatWeight2(found.weight)} instead of ${formatWeight2(seen.weight)}`
  );
}

// src/targets/stage/patches.ts
function openPatch(record, canaryDeploymentId, weight) {
  const overrides = Object.entries(record.overrides);
  return [
    replace("/canarySettings/deploymentId", canaryDeploymentId),
    ...overrides.map(
      ([name, value]) => replace(`/canarySettings/stageVariableOverrides/${name}`, value)
    ),
    replace("/canarySettings/useStageCache", String(record.useStageCache)),
    ...weightPatch(weight)
  ];
}
function weightPatch(weight) {
  return [replace("/canarySettings/percentTraffic", String(weight))];
}
function promotePatch({ promote: promote2 }) {
  const copies = [];
  if (promote2.variables) {
    copies.push({
      op: "copy",
      from: "/canarySettings/stageVariableOverrides",
      path: "/variables"
    });
  }
  if (promote2.deployment) {
    copies.push({ op: "copy", from: "/canarySettings/deploymentId", path: "/deploymentId" });
  }
  return [...copies, replace("/canarySettings/percentTraffic", "0.0")];
}
function closePatch() {
  return [{ op: "remove", path: "/canarySettings" }];
}
function restorePatch(record) {
  const variables = Object.entries(record.variables).map(([name, value]) => {
    const path = `/variables/${name}`;
    return value === null ? { op: "remove", path } : replace(path, value);
  });
  const changed = record.promote.variables ? variables : [];
  const moved = record.promote.deployment ? [replace("/deploymentId", record.deploymentId)] : [];
  return [...moved, ...changed];
}
function replace(path, value) {
  return { op: "replace", path, value };
}

// src/targets/stage/stage-moves.ts
import {
  src_targets_stage_stage_record_ts__stageOf as stageOf5
} from "./core.js";
async function shift(moves, rollout, weight) {
  const { api, trust } = moves;
  const stage = stageOf5(rollout.record);
  const trafficState = await ownedTraffic(moves, rollout);
  if (trafficState.kind === "promoted") {
    throw new KnownError6("the canary was already promoted, so there is nothing left to shift");
  }
  if (trafficState.kind === "stable" && !trust.isOwn(rollout.record))
    throw new MovedError2(NOT_BEGUN);
  if (trafficState.kind === "stable" && trafficState.open) await close(api);
  const patch = trafficState.kind === "stable" ? openPatch(stage, madeDeployment(rollout), weight) : weightPatch(weight);
  const { state } = await api.patchStage(`shifting ${formatWeight3(weight)} to the canary`, patch);
  const after = trafficStateOf(state, rollout);
  if (after.kind === "stable" && after.open) {
    throw new KnownError6(
      "someone removed the canary at the same moment, and AWS created an empty one from the change"
    );
  }
  if (after.kind !== "split" || Math.abs(after.weight - weight) > 5e-3) {
    throw notAsWritten(`a canary of this rollout at ${formatWeight3(weight)}`, after, state);
  }
}
async function promote(moves, rollout) {
  const { api } = moves;
  const stage = stageOf5(rollout.record);
  let trafficState = await ownedTraffic(moves, rollout);
  if (trafficState.kind === "stable") {
    await shift(moves, rollout, 0);
    trafficState = { kind: "split", weight: 0 };
  }
  if (trafficState.kind === "split") {
    const { state } = await api.patchStage("promoting the canary", promotePatch(stage));
    trafficState = trafficStateOf(state, rollout);
    if (trafficState.kind !== "promoted") {
      throw notAsWritten("the promoted deployment and variables", trafficState, state);
    }
  }
  if (trafficState.kind === "promoted" && trafficState.open && stage.promote.close)
    await close(api);
  if (stage.promote.deployment) await settleDrafts(moves, stage.drafts, "to");
}
async function close(api) {
  try {
    const { state: state2 } = await api.patchStage("closing the canary", closePatch());
    if (!state2.canary) return;
  } catch (error) {
    known5(error);
    const { state: state2 } = await api.readStage();
    if (state2.canary) throw error;
    return;
  }
  const { state } = await api.readStage();
  if (state.canary) throw new KnownError6("AWS still shows the canary after it was closed");
}
async function ownedTraffic({ api, seen }, rollout) {
  const { state, tags } = await api.readStage();
  assertOwned(storedStateOf(api, tags), rollout.record.id);
  const trafficState = trafficStateOf(state, rollout);
  if (trafficState.kind === "external") {
    throw new KnownError6(`stopped without changing it: ${trafficState.what}`);
  }
  assertAsSeen(seen, trafficState);
  return trafficState;
}
function madeDeployment(rollout) {
  if (rollout.canaryDeploymentId !== void 0) return rollout.canaryDeploymentId;
  throw new KnownError6(
    "the canary has no deployment yet: the rollout was interrupted during preparation"
  );
}
function notAsWritten(expected, after, state) {
  const found = after.kind === "external" ? `${after.what} (${describeStage(state)})` : describeStage(state);
  return new KnownError6(
    `AWS accepted the change, but does not show it: expected ${expected}, found ${found}`
  );
}

// src/targets/stage/stage-policy.ts
import {
  src_targets_iam_policy_ts__allow as allow,
  src_targets_iam_policy_ts__only as only
} from "./release.js";
import {
  src_targets_stage_stage_inputs_ts__shadowNames as shadowNames
} from "./core.js";
function stagePolicy(needs, place, order) {
  const { functions, calls } = needs;
  const { role, prunes } = order;
  const readsPolicy = role === "release" || prunes || functions.some((fn) => !fn.publishes);
  return [
    ...stageStatements(needs, place, order),
    ...functionStatements(functions, {
      calls,
      versions: [
        "lambda:GetFunctionEventInvokeConfig",
        ...only(readsPolicy, "lambda:GetPolicy"),
        "lambda:GetProvisionedConcurrencyConfig"
      ],
      readsPolicies: true,
      readsNext: true,
      order
    }),
    ...smokeOfStage(needs, place),
    ...uploadStatements(functions, place),
    ...prunes ? pruneStatements(functions, ["lambda:ListTags"]) : [],
    eventSourceStatement(prunes ? functions : functions.filter(({ code: code2 }) => code2 !== void 0))
  ];
}
function stagePolicyAtMost(inputs, released, place, order) {
  const { restApiId, stageName, definition, apiDefinition } = inputs;
  const { invokePermission } = inputs;
  const needs = {
    ...{ restApiId, stageName, shadows: shadowNames(inputs), calls: [], smoke: inputs.smokeNeeds },
    lent: inputs.lendsStage ? inputs.shadowStage : void 0,
    functions: released.map((input) => needsAtMost(place, input)),
    deploys: definition === "draft",
    imports: apiDefinition !== void 0,
    readsAuthorizers: true,
    readsServed: true,
    comparesRoutes: true,
    rewrites: released.length > 0 ? ["*/methods/*"] : [],
    grants: invokePermission === "grant"
  };
  const account = `arn:${place.partition}:apigateway:${place.region}::/account`;
  return [...stagePolicy(needs, place, order), allow("LogRole", ["apigateway:GET"], [account])];
}
function smokeOfStage({ smoke, functions, restApiId, stageName, shadows, lent }, place) {
  const names = [...shadows, ...onlyNamed(lent), ...only(smoke?.stage === true, stageName)];
  return smokeStatements(
    smoke,
    functions.map(({ arn }) => arn),
    place,
    { restApiId, names }
  );
}
function stageStatements(needs, { region, partition }, { role, prunes }) {
  const { restApiId, stageName, deploys, comparesRoutes, shadows, functions, calls } = needs;
  const { usagePlan = "" } = needs.smoke ?? {};
  const arn = (path) => `arn:${partition}:apigateway:${region}::${path}`;
  const api = `/restapis/${restApiId}`;
  const [stages, deployments] = [arn(`${api}/stages`), arn(`${api}/deployments`)];
  const stage = `${stages}/${stageName}`;
  const givesBack = role === "release" && functions.some((fn) => fn.provisions);
  const own = onlyNamed(needs.lent).map((name) => `${stages}/${name}`);
  const looksAround = prunes || shadows.length > 0 || own.length > 0 || givesBack;
  const read = [
    arn("/restapis"),
    arn(api),
    arn(`${api}/resources`),
    ...only(!deploys && (needs.readsAuthorizers || prunes), arn(`${api}/authorizers`)),
    stage,
    ...own,
    ...only(looksAround, stages),
    ...exports(stages, needs, prunes || givesBack),
    ...only(deploys, ...DEFINITION.map((part) => arn(`${api}/${part}`))),
    ...only(comparesRoutes, `${deployments}/*`),
    ...only(prunes, deployments)
  ];
  const drafts = needs.rewrites.map((path) => arn(`${api}/resources/${path}/integration`));
  return [
    allow("Read", ["apigateway:GET"], read),
    allow("Shift", ["apigateway:PATCH"], [stage, ...own, ...drafts]),
    allow(
      "Remember",
      ["apigateway:PUT", "apigateway:DELETE"],
      [arn(`/tags/${encodeURIComponent(stage)}`)]
    ),
    allow(
      "Make",
      ["apigateway:POST"],
      [...only(deploys, deployments), ...only(shadows.length > 0, stages)]
    ),
    allow(
      "ClearAway",
      ["apigateway:DELETE"],
      [...shadows.map((name) => `${stages}/${name}`), ...only(prunes, `${deployments}/*`)]
    ),
    allow("Import", ["apigateway:PUT"], only(needs.imports, arn(api))),
    allow(
      "AcceptKeys",
      ["apigateway:GET", "apigateway:PATCH"],
      only(usagePlan !== "", arn(`/usageplans/${usagePlan}`))
    ),
    {
      ...allow(
        "Grant",
        ["lambda:AddPermission"],
        needs.grants ? [.../* @__PURE__ */ new Set([...qualified(functions), ...calls])] : []
      ),
      Condition: { StringEquals: { "lambda:Principal": "apigateway.amazonaws.com" } }
    }
  ];
}
function onlyNamed(name) {
  return name === void 0 ? [] : [name];
}
var DEFINITION = ["models", "gatewayresponses", "authorizers", "requestvalidators"];
function exports(stages, { readsServed, stageName, functions }, ofAll) {
  if (ofAll && functions.length > 0) return [`${stages}/*/exports/*`];
  return readsServed ? [`${stages}/${stageName}/exports/*`] : [];
}

// src/targets/stage/stage-target.ts
import {
  src_targets_stage_stage_record_ts__stageOf as stageOf11
} from "./core.js";

// src/targets/stage/stage-report.ts
import {
  src_aws_arns_ts__placeOf as placeOf
} from "./release.js";
import {
  src_report_console_links_ts__consoleOf as consoleOf
} from "./release.js";
import {
  src_report_markdown_ts__code as code
} from "./core.js";
function stageReport(facts) {
  const { region, restApiId, apiName, stageName, deploymentBefore, deploymentAfter } = facts;
  return {
    region,
    label: `${apiName || restApiId}/${stageName}`,
    key: `${region}/${restApiId}/${stageName}`,
    resources: [arnOf(facts)],
    links: [linkTo(facts)],
    metrics: metricsOf(facts),
    rows: rowsOf(facts),
    ...FUNCTION_REPORT,
    countNotes: COUNT_NOTES,
    outputs: { "deployment-before": deploymentBefore, "deployment-after": deploymentAfter },
    toJSON: () => facts
  };
}
var COUNT_NOTES = {
  backend: "The stage caches answers (use-stage-cache), so only requests that reached a backend are counted, latency is not compared, and errors only roll back if they are more than three times as frequent. Use alarms or metrics for smaller regressions.",
  functions: "Counted by function version, because API Gateway has no metrics for the canary alone. A 4XX or 5XX response that a function returns is not counted by version, so client errors are not compared, and neither is latency. Set canary-metric-dimension to the dimension that your account shows, or use alarms or metrics."
};
function arnOf({ region, restApiId, stageName }) {
  return stageArn(placeOf(region), restApiId, stageName);
}
function linkTo({ region, restApiId, stageName }) {
  const id = encodeURIComponent(restApiId);
  const url = `${consoleOf(region)}/apigateway/main/apis/${id}/stages?api=${id}&region=${region}`;
  return { text: `stage ${stageName}`, url };
}
function metricsOf({
  apiName,
  stageName,
  canaryDimension
}) {
  return [stageName, canaryDimension].flatMap(
    (stage) => ["Count", "5XXError", "4XXError"].map((metric) => [
      ...["AWS/ApiGateway", metric],
      ...["ApiName", apiName, "Stage", stage]
    ])
  );
}
function rowsOf(facts) {
  const { apiName, restApiId, stageName, region, deploymentBefore, deploymentAfter } = facts;
  const api = apiName === "" ? code(restApiId) : `${code(apiName)} (${code(restApiId)})`;
  const after = deploymentAfter === "" ? "not known" : code(deploymentAfter);
  const moved = deploymentBefore === deploymentAfter ? "" : ` → ${after}`;
  return [
    ["REST API", `${api}, stage ${code(stageName)}, ${code(region)}`],
    ["Deployment", deploymentBefore && `${code(deploymentBefore)}${moved}`]
  ];
}

// src/targets/stage/stage-rollback.ts
import {
  src_rollout_record_ts__tagKeysToClear as tagKeysToClear
} from "./release.js";
import {
  src_targets_ownership_ts__isOwnedByAnother as isOwnedByAnother
} from "./release.js";
import {
  src_targets_seal_ts__sealOf as sealOf3
} from "./release.js";

// src/targets/stage/stage-provisioned.ts
import {
  src_base_errors_ts__known as known6,
  src_base_errors_ts__orElse as orElse
} from "./core.js";
import {
  src_targets_stage_stage_inputs_ts__shadowNames as shadowNames2
} from "./core.js";
import {
  src_targets_stage_stage_record_ts__stageOf as stageOf7
} from "./core.js";

// src/targets/stage/stage-uses.ts
import {
  src_base_errors_ts__KnownError as KnownError7
} from "./core.js";
import {
  src_base_listed_ts__listed as listed4
} from "./core.js";
import {
  src_rollout_record_ts__readStoredState as readStoredState
} from "./release.js";
import {
  src_targets_stage_stage_record_ts__stageCodec as stageCodec,
  src_targets_stage_stage_record_ts__stageOf as stageOf6
} from "./core.js";
function versionUses({
  restApiId,
  stageName,
  shadowStages,
  stages,
  integrations
}) {
  const views = stages.flatMap(({ state }) => viewsOf(state));
  const values = views.flatMap((variables) => Object.values(variables));
  const inVariables = values.map(versionIn).filter((version) => version !== void 0);
  const others = stages.filter(({ name }) => name !== stageName);
  const open = openRollouts(stages).flatMap(({ record }) => record.functions);
  const reachesOf = ({ uri }, seenBy) => [{}, ...seenBy].map((variables) => ({ uri, scope: reachOf(uri, variables) }));
  const called = (functionName) => integrations.flatMap((integration) => reachesOf(integration, views)).flatMap(({ uri, scope }) => {
    if (scope.kind !== "lambda" || scope.functionName !== functionName) return [];
    const { qualifier = "" } = scope;
    return [{ qualifier, isPinned: /^\d+$/.test(qualifier) && endsIn(uri, qualifier) }];
  });
  const own = stages.filter(({ name }) => name === stageName).flatMap(({ state }) => viewsOf(state));
  const unparsed = integrations.find(
    (integration) => reachesOf(integration, own).some(({ scope }) => scope.kind === "unknown")
  );
  return {
    of: (functionName) => [
      .../* @__PURE__ */ new Set([
        ...inVariables,
        ...called(functionName).map(({ qualifier }) => qualifier),
        ...open.filter(({ name }) => name === functionName).flatMap(({ from, to }) => [from, to])
      ])
    ],
    hidden: (functionName) => {
      if (unparsed) {
        return `it is unclear what ${nameOf(unparsed)} calls (${shownUri(unparsed.uri)})`;
      }
      return others.length > 0 && called(functionName).some(({ isPinned }) => isPinned) ? `its version is pinned in the API's integrations, and what the deployments of the other stages (${listed4(others.map(({ name }) => name))}) call is unknown` : void 0;
    },
    knows: (sourceArn) => {
      const [, source] = sourceArn.split(`:${restApiId}/`);
      const stage = source?.split("/")[0];
      const ours = stage === stageName || stage !== void 0 && shadowStages.includes(stage);
      const anyStage = stage === "*" || stage === "authorizers";
      return ours || anyStage && others.length === 0;
    }
  };
}
function viewsOf({ variables, canary }) {
  return canary ? [variables, { ...variables, ...canary.overrides }] : [variables];
}
function deploymentUses(stages) {
  const served = stages.flatMap(({ state }) => [state.deploymentId, state.canary?.deploymentId]);
  const open = openRollouts(stages).flatMap(({ record, canaryDeploymentId }) => [
    stageOf6(record).deploymentId,
    canaryDeploymentId
  ]);
  return [...served, ...open].filter((id) => id !== void 0);
}
function openRollouts(stages) {
  return stages.flatMap(({ name, tags }) => {
    const stored = readStoredState(tags, stageCodec);
    if (stored.kind === "unreadable") {
      throw new KnownError7(
        `the stage "${name}" has stored state that cannot be read (${stored.why})`
      );
    }
    return stored.kind === "rollout" ? [stored.storedRollout] : [];
  });
}
function versionIn(value) {
  return /(?:^|:)(\d+)$/.exec(value)?.[1];
}

// src/targets/stage/stage-provisioned.ts
async function deallocateStage(bound, record, served) {
  const isNeeded = async (name, version) => (await bound.versions.aliased(name)).includes(version) || // What was allocated only for this rollout has no other caller.
  served === "new" && await isCalled(bound, name, version);
  await deallocate(
    { provisioned: bound.provisioned, isNeeded },
    record.functions,
    stageOf7(record),
    served
  );
}
async function isCalled({ api, functions, deployments, inputs }, name, version) {
  const { restApiId, stageName } = api;
  const stages = await deployments.readStages();
  const served = await deployments.readServed(stages).catch(orElse(void 0));
  if (!served) return true;
  const uses = versionUses({
    restApiId,
    stageName,
    shadowStages: shadowNames2(inputs),
    // This rollout stays stored until its cleanup is complete, but no longer needs the version.
    stages: stages.map((stage) => stage.name === stageName ? { ...stage, tags: {} } : stage),
    integrations: [...served, ...(await api.readDraft()).integrations]
  });
  return uses.hidden(name) !== void 0 || uses.of(name).includes(version) || await isPermitted(functions, name, version, uses.knows);
}
async function isPermitted(functions, name, version, knows) {
  const arn = await readArn(functions, name);
  try {
    const whole = await functions.readResourcePolicy(arn);
    return otherPrincipals(await readOwnPolicies(functions, arn, version, whole), knows);
  } catch (error) {
    known6(error);
    return true;
  }
}

// src/targets/stage/stage-rollback.ts
import {
  src_targets_stage_stage_record_ts__stageOf as stageOf8
} from "./core.js";
function rollbackOf(bound) {
  const { api } = bound;
  const restoreImported = draftRestorer(bound);
  return {
    ...readings(bound),
    restore: async (rollout, trafficState) => {
      await restore(bound, rollout, trafficState);
      await restoreImported(rollout);
    },
    completePromotion: (rollout) => promote(bound, rollout),
    cleanUp: async (rollout, served) => {
      const { record } = rollout;
      if (served === "before") await restoreImported(rollout);
      await removeShadow(bound, rollout);
      await deallocateStage(bound, record, served);
    },
    clearState: async (last, of) => {
      const { tags } = await api.readStage();
      if (isOwnedByAnother(storedStateOf(api, tags), of)) return;
      if (last) await api.tag(lastTag(api, last));
      await api.untag(tagKeysToClear(tags, last));
    }
  };
}
function draftRestorer(bound) {
  const done = /* @__PURE__ */ new Set();
  return async (rollout) => {
    const { imported } = stageOf8(rollout.record);
    const key = sealOf3(rollout.record);
    if (!imported || done.has(key)) return;
    await restoreDraft(bound, imported, rollout);
    done.add(key);
  };
}
async function restore({ api, warn }, rollout, trafficState) {
  const stage = stageOf8(rollout.record);
  const hasOwnCanary = trafficState.kind === "external" && trafficState.canary === "owned";
  const open = trafficState.kind === "split" || "open" in trafficState && trafficState.open;
  if (open || hasOwnCanary) await close(api);
  if (trafficState.kind === "promoted") {
    await api.patchStage("restoring the previous deployment", restorePatch(stage));
  }
  const { state } = await api.readStage();
  const after = trafficStateOf(state, rollout);
  if (hasOwnCanary && after.kind === "external" && after.canary !== "owned") return;
  if (after.kind !== "stable" || after.open)
    throw notAsWritten("the stage as it was before", after, state);
  await settleDrafts({ api, warn }, stage.drafts, "from");
}

// src/targets/stage/stage-setup.ts
import {
  src_analysis_unequal_share_ts__CACHE_MARGIN as CACHE_MARGIN
} from "./release.js";
import {
  src_base_errors_ts__KnownError as KnownError8
} from "./core.js";
import {
  src_targets_stage_stage_inputs_ts__shadowNames as shadowNames3
} from "./core.js";
import {
  src_targets_stage_stage_record_ts__stableShadowOf as stableShadowOf,
  src_targets_stage_stage_record_ts__stageOf as stageOf9
} from "./core.js";
function setUpStage(bound, stage, facts, moved) {
  const released = facts.map(({ release }) => release);
  const uploads = createUploads(bound.functions, released);
  return {
    functions: released,
    foreseen: [
      ...stage.definition ? [importInWords(stage.definition)] : [],
      ...shadowInWords(bound.inputs)
    ],
    uploads,
    publish: (publishing) => publishVersions(bound.functions, uploads, publishing),
    longestAnswerSeconds: longestAnswerSeconds(bound.inputs, stage),
    detailedRoutes: detailedRoutes(stage.draft.routes, stage.reading.detailed).length,
    provisionedForNew: facts.reduce((sum2, { warm }) => sum2 + warm, 0),
    blindSpots: [
      ...stage.reading.cached.length > 0 ? [{ kind: "cached", ratio: CACHE_MARGIN }] : [],
      ...bound.inputs.smokeNeeds?.probes ? [{ kind: "probed-functions" }] : [],
      { kind: "masked-failures" }
    ],
    functionArns: facts.map(({ arn }) => arn),
    policy: (order) => stagePolicy(needsOf(bound, stage, facts, moved), bound.api.place, order),
    whyUnchanged: (changes2) => whyUnchanged(bound, stage, changes2),
    checkRoom: async (record, signs, findings) => {
      const warmed = Object.fromEntries(facts.map(({ input, warm }) => [input.name, warm]));
      const allocated = withAllocated(record, facts.some(({ warm }) => warm > 0) ? warmed : {});
      checkStageRoom(bound.api.stageName, stage.reading.tags, allocated, signs, findings);
    },
    storedOn: stageArnOf(bound.api),
    record: (changes2) => stageRecord(bound, stage, facts, changes2),
    prepare: async (begun, preparing) => {
      const { say, pause } = preparing;
      await checkInvokable(bound, facts, moved, begun.functions, say);
      const warmUps = await findWarmUps(bound.provisioned, begun.functions);
      const record = withAllocated(begun, warmUps);
      bound.trust.writes(record);
      if (stage.definition) say(importInWords(stage.definition));
      const rollout = await prepareCanary(bound, record, stage, bound.inputs, pause);
      await warmUpVersions(bound.provisioned, record.functions, warmUps, preparing);
      await preview(bound, stage, rollout, preparing);
      say(
        `The canary will serve deployment ${rollout.canaryDeploymentId}; it receives no traffic yet.`
      );
      return rollout;
    }
  };
}
function withAllocated(record, warmed) {
  const allocates = Object.keys(warmed).length > 0;
  return allocates ? { ...record, target: { ...stageOf9(record), warmed } } : record;
}
function needsOf({ api, inputs }, { draft }, facts, moved) {
  const pinned2 = facts.filter(({ wiring }) => wiring.kind === "pinned");
  const { definition, routeGuard } = inputs;
  const deploys = definition === "draft";
  return {
    restApiId: api.restApiId,
    stageName: api.stageName,
    functions: facts.map(({ arn, input, release, warm, durable }) => ({
      arn,
      publishes: input.version === void 0,
      code: input.code?.source,
      stores: release.version === void 0 && release.upload?.store,
      provisions: warm > 0,
      durable
    })),
    calls: [
      ...new Set(moved.map(({ arn, version }) => version === "$LATEST" ? arn : `${arn}:*`))
    ],
    deploys,
    imports: inputs.apiDefinition !== void 0,
    readsAuthorizers: draft.asked.length > 0,
    readsServed: true,
    // A deployment created by this action stores the mark of its draft.
    comparesRoutes: routeGuard === "block" || !deploys && inputs.shadowStage !== void 0 || deploys && (routeGuard === "warn" || facts.length > 0),
    rewrites: pinned2.flatMap(
      ({ wiring }) => wiring.integrations.map(({ resourceId, method }) => `${resourceId}/methods/${method}`)
    ),
    grants: inputs.invokePermission === "grant",
    shadows: shadowNames3(inputs),
    lent: inputs.lendsStage ? inputs.shadowStage : void 0,
    smoke: inputs.smokeNeeds
  };
}
async function preview(bound, { reading: { state } }, rollout, { say, pause }) {
  const { shadow, lent } = stageOf9(rollout.record);
  if (shadow === void 0) return;
  await makeShadow(bound, rollout, state.variables);
  bound.made.shadow = Promise.resolve();
  const until = lent ? ", and then what it served before" : "";
  say(`The stage "${shadow}" serves the canary for hooks and checks only${until}.`);
  if (lent) await pause(LENT_SECONDS);
}
async function whyUnchanged({ inputs }, { reading: { state }, draftIs }, changes2) {
  const overridesStand = Object.entries(inputs.overrides).every(
    ([name, value]) => variableOf(state.variables, name) === value
  );
  if (changes2.some((change) => change.from !== change.to) || !overridesStand) return void 0;
  const draftIsServed = changes2.length > 0 && draftIs === "what is served";
  if (inputs.definition === "draft" && !draftIsServed) return void 0;
  return changes2.length > 0 ? "code and configuration are the same as in the version that the stage serves" : "the stage already has these variables";
}
async function checkInvokable({ functions, api, inputs }, facts, moved, changes2, say) {
  const problems = [];
  const released = facts.flatMap(
    ({ input: { name }, sourceArns: sourceArns2 }) => changes2.filter((change) => change.name === name && change.from !== change.to).map(({ to }) => ({ functionName: name, version: to, sourceArns: sourceArns2 }))
  );
  await checkStableShadow({ functions, api, inputs }, facts, problems);
  for (const { functionName, version, sourceArns: sourceArns2 } of [...released, ...moved]) {
    for (const arns of [sourceArns2, ofShadow(sourceArns2, inputs)]) {
      const invoked = { functionName, version, sourceArns: arns };
      const missing = await ensureInvokable(functions, api, invoked, inputs.invokePermission);
      if (missing !== void 0) problems.push(missing);
    }
    if (problems.length === 0) {
      say(`API Gateway can invoke ${qualifierInWords(functionName, version)}`);
    }
  }
  if (problems.length > 0) throw new KnownError8(problems.join("\n"));
}
async function checkStableShadow({ functions, api, inputs }, facts, problems) {
  const { shadowStage, smokeNeeds, invokePermission } = inputs;
  if (shadowStage === void 0 || !smokeNeeds?.stable) return;
  for (const { release, sourceArns: sourceArns2 } of facts) {
    const arns = ofShadow(sourceArns2, { ...inputs, shadowStage: stableShadowOf(shadowStage) });
    const invoked = { functionName: release.name, version: release.from, sourceArns: arns };
    const missing = await ensureInvokable(functions, api, invoked, invokePermission);
    if (missing !== void 0) problems.push(missing);
  }
}
function ofShadow(sourceArns2, { restApiId, stageName, shadowStage }) {
  if (shadowStage === void 0) return [];
  const partOf = (stage) => `:${restApiId}/${stage}/`;
  return sourceArns2.map((arn) => arn.replace(partOf(stageName), partOf(shadowStage)));
}
function shadowInWords(inputs) {
  const until = inputs.smokeNeeds?.canary === "until-promotion" ? "the promotion" : "the first user is served";
  if (inputs.lendsStage) {
    return [
      `your stage "${inputs.shadowStage}" serves the new version, with the variables of the release, for hooks and checks, and is set back before ${until}`
    ];
  }
  const names = shadowNames3(inputs).map((name) => `"${name}"`);
  if (names.length === 0) return [];
  return [
    names.length === 1 ? `the stage ${names} is created for hooks and checks, and removed before ${until}` : `the stages ${names.join(" and ")} are created for hooks and checks, and removed before ${until}`
  ];
}
function shadowRecord({
  shadowStage,
  smokeNeeds
}) {
  if (shadowStage === void 0) return {};
  return {
    shadow: shadowStage,
    ...smokeNeeds?.canary === "until-promotion" && { shadowStays: true },
    ...smokeNeeds?.stable && { stableShadow: true },
    ...smokeNeeds?.usagePlan && { usagePlan: smokeNeeds.usagePlan }
  };
}
function stageRecord({ inputs }, { reading: { state, cached }, mark = "", definition, lent }, facts, changes2) {
  const wirings = facts.map((fact) => fact.wiring);
  const change = canaryChange(wirings, changes2, inputs.overrides);
  if ("problems" in change) throw new KnownError8(change.problems.join("\n"));
  const names = Object.keys(change.overrides);
  return {
    kind: "stage",
    deploymentId: state.deploymentId,
    variables: Object.fromEntries(names.map((name) => [name, variableOf(state.variables, name)])),
    overrides: change.overrides,
    useStageCache: decideCache(inputs, cached).uses,
    drafts: change.drafts,
    promote: inputs.promote,
    ...definition && { imported: { before: mark, expects: definition.expects } },
    ...shadowRecord(inputs),
    ...lent && { lent: lentOf(lent, { ...state.variables, ...change.overrides }) }
  };
}

// src/targets/stage/old-deployments.ts
function oldDeployments(deployments, before2, keep, inUse) {
  const used = new Set(inUse);
  const ours = deployments.filter(({ description }) => description.startsWith(DEPLOYMENT_MARK)).sort((a, b) => a.createdAt - b.createdAt);
  return ours.slice(0, Math.max(0, ours.length - keep)).filter(({ id, createdAt }) => createdAt < before2 && !used.has(id));
}

// src/targets/stage/stage-sweep.ts
import {
  src_targets_stage_stage_inputs_ts__shadowNames as shadowNames4
} from "./core.js";
import {
  src_targets_stage_stage_record_ts__stageOf as stageOf10
} from "./core.js";
async function sweepStage(clients, { api, functions, versions, deployments, inputs }, order) {
  const { restApiId, stageName } = api;
  const stages = await deployments.readStages();
  const served = order.functions.length > 0 ? await deployments.readServed(stages) : [];
  const { integrations: draft } = await api.readDraft("all");
  const { readTags } = bindAliases(clients);
  const bound = { versions, functions, readTags };
  const known8 = versionUses({
    restApiId,
    stageName,
    shadowStages: shadowNames4(inputs),
    stages,
    integrations: [...served, ...draft]
  });
  const swept = order.functions.length === 0 ? { leftovers: [], notes: [] } : await sweepVersions(bound, order.functions, order.keep, known8);
  const willDeploy = order.rollout === void 0 && inputs.definition === "draft";
  const keep = willDeploy ? order.keep - 1 : order.keep;
  const leftovers = await sweepDeployments(deployments, stages, { ...order, keep });
  return { ...swept, leftovers: [...swept.leftovers, ...leftovers] };
}
var MOST_AT_ONCE = 50;
async function sweepDeployments(deployments, stages, { keep, rollout }) {
  const ours = rollout ? [stageOf10(rollout.record).deploymentId, rollout.canaryDeploymentId ?? ""] : [];
  const before2 = rollout?.record.startedAt ?? Number.POSITIVE_INFINITY;
  const inUse = [...deploymentUses(stages), ...ours];
  const old = oldDeployments(await deployments.list(), before2, keep, inUse);
  return old.slice(0, MOST_AT_ONCE).map(({ id, description }) => ({
    words: `deployment ${id} (${description})`,
    remove: () => deployments.remove(id)
  }));
}

// src/targets/stage/stage-undo.ts
import {
  src_base_errors_ts__KnownError as KnownError9,
  src_base_errors_ts__MovedError as MovedError3
} from "./core.js";
import {
  src_base_listed_ts__listed as listed5
} from "./core.js";
async function findStageUndo(bound, rollbackApi, released, to) {
  const { functions, api, deployments, warn } = bound;
  const [stage, served, draft, history] = [
    await api.readStage(),
    (await api.readServed()).integrations,
    await api.readDraft(),
    await deployments.list()
  ];
  if (stage.state.canary) {
    throw new KnownError9(
      `the stage has a canary of deployment ${stage.state.canary.deploymentId}; close it first: ${closeCommand(api)}`
    );
  }
  const place = { stage, served, draft, history, released };
  const goal = goalOf(place, to);
  if (!history.some(({ id }) => id === goal.deploymentId)) {
    throw new KnownError9(
      `the deployment ${goal.deploymentId} no longer exists; ${inWords(history)}`
    );
  }
  const wirings = Object.keys(goal.versions).map((name) => wiringOf2(place, name));
  const changes2 = wirings.map(({ functionName: name, from }) => ({
    name,
    from,
    to: goal.versions[name] ?? from
  }));
  await checkThere(functions, changes2);
  const way = wayTo({ api: rollbackApi, warn }, stage, goal, wirings, changes2);
  return {
    ...way,
    words: way.words + movedAlong(wirings, { integrations: served }, stage.state.variables)
  };
}
function goalOf(place, to) {
  switch (to.kind) {
    case "previous":
      return previous(place);
    case "deployment": {
      const found = place.history.find(({ id }) => id === to.id);
      const changes2 = parseDeployment(found?.description ?? "")?.changes ?? [];
      return { deploymentId: to.id, versions: versionsOf(changes2, "to") };
    }
    case "versions":
      return byVersions(place, to.versions);
  }
}
function previous(place) {
  const { stage, history } = place;
  const { deploymentId } = stage.state;
  const served = history.find(({ id }) => id === deploymentId);
  const past = parseDeployment(served?.description ?? "");
  if (!past) {
    throw new KnownError9(
      `the deployment ${deploymentId} that is served does not say what was served before it; name a deployment or a version instead of previous: ${inWords(history)}`
    );
  }
  for (const { name, to } of past.changes) {
    const wiring = wiringOf2(place, name);
    if (wiring.kind === "pinned" || wiring.from === to) continue;
    throw new KnownError9(
      `the deployment ${deploymentId} was created for version ${to} of "${name}", and the stage serves ${wiring.from}; name a version instead of previous`
    );
  }
  return { deploymentId: past.after, versions: versionsOf(past.changes, "from") };
}
function byVersions(place, asked) {
  const { stage, history, released } = place;
  const { "": lone, ...named } = asked;
  const only2 = released.length === 1 ? released[0]?.name : void 0;
  if (lone !== void 0 && only2 === void 0) {
    throw new KnownError9(
      `rollback-to: "${lone}" does not name its function; expected for example orders=${lone}`
    );
  }
  const versions = lone === void 0 || only2 === void 0 ? named : { ...named, [only2]: lone };
  const pinned2 = Object.keys(versions).filter((name) => wiringOf2(place, name).kind === "pinned");
  if (pinned2.length === 0) return { deploymentId: stage.state.deploymentId, versions };
  const made = [...history].sort((a, b) => b.createdAt - a.createdAt).find(({ description }) => {
    const changes2 = parseDeployment(description)?.changes ?? [];
    return pinned2.every(
      (name) => changes2.some((change) => change.name === name && change.to === versions[name])
    );
  });
  if (made) return { deploymentId: made.id, versions };
  throw new KnownError9(
    `no deployment of the API is known to have version ${listed5(pinned2.map((name) => `${versions[name]} of "${name}"`))}, which the integration names; release it with command: rollout and version, or name a deployment: ${inWords(history)}`
  );
}
function versionsOf(changes2, side) {
  return Object.fromEntries(changes2.map((change) => [change.name, change[side]]));
}
function wiringOf2({ served, draft, stage }, name) {
  const found = findWiring(name, served, stage.state.variables);
  if (found.kind !== "found") throw new KnownError9(found.problem);
  const { wiring } = found;
  return wiring.kind === "pinned" ? { ...wiring, integrations: pinnedIn(name, wiring.from, draft.integrations) } : wiring;
}
async function checkThere(functions, changes2) {
  for (const { name, to } of changes2) {
    if (await functions.read(name, to)) continue;
    throw new KnownError9(`version ${to} of "${name}" no longer exists, so it cannot be restored`);
  }
}
function wayTo(calls, { state }, { deploymentId, versions }, wirings, changes2) {
  const { api } = calls;
  const change = canaryChange(wirings, changes2, {});
  if ("problems" in change) throw new KnownError9(change.problems.join("\n"));
  const variables = Object.entries(change.overrides).filter(
    ([name, value]) => variableOf(state.variables, name) !== value
  );
  const moved = state.deploymentId !== deploymentId;
  const patch = [
    ...moved ? [{ op: "replace", path: "/deploymentId", value: deploymentId }] : [],
    ...variables.map(
      ([name, value]) => ({ op: "replace", path: `/variables/${name}`, value })
    )
  ];
  const isThere = (now) => now.deploymentId === deploymentId && variables.every(([name, value]) => variableOf(now.variables, name) === value);
  let tried = false;
  const checkUntouched = async () => {
    const { state: now } = await api.readStage();
    const asFound = now.deploymentId === state.deploymentId && variables.every(
      ([name]) => variableOf(now.variables, name) === variableOf(state.variables, name)
    );
    if (!asFound && !isThere(now)) {
      throw new MovedError3(`someone else changed the stage to deployment ${now.deploymentId}`);
    }
  };
  const named = Object.entries(versions).map(([name, version]) => `${name} ${version}`);
  return {
    functions: changes2.map(({ name, from, to }) => ({ name, from: to, to: from })),
    words: `deployment ${deploymentId}${named.length > 0 ? ` with ${named.join(", ")}` : ""}`,
    done: patch.length === 0,
    go: async () => {
      if (tried) await checkUntouched();
      tried = true;
      if (patch.length > 0) await api.patchStage("going back", patch);
      const { state: after } = await api.readStage();
      if (!isThere(after)) {
        throw new KnownError9(
          `AWS accepted the change, but does not show it: expected deployment ${deploymentId}, found ${describeStage(after)}`
        );
      }
      await settleDrafts(calls, change.drafts, "to");
    }
  };
}
function inWords(history) {
  if (history.length === 0) return "the API has no deployments";
  const newest = [...history].sort((a, b) => b.createdAt - a.createdAt).slice(0, 10);
  const words = newest.map(({ id, createdAt, description }) => {
    const at = new Date(createdAt * 1e3).toISOString().slice(0, 16);
    return `${id} (${at}Z${description && `, ${description.slice(0, 80)}`})`;
  });
  return `the API's history contains ${words.join(", ")}`;
}

// src/targets/stage/unpromoted.ts
function unpromotedInWords({
  definition,
  overrides,
  promote: promote2
}) {
  const names = Object.keys(overrides).map((name) => `"${name}"`);
  return [
    ...definition === "draft" && !promote2.deployment ? ['promote: without "deployment" the canary serves the draft, and the promotion drops it'] : [],
    ...names.length > 0 && !promote2.variables ? [
      `promote: without "variables" the canary uses the overrides of ${names.join(", ")}, and the promotion drops them`
    ] : []
  ];
}

// src/targets/stage/stage-target.ts
function connectStage({ clients, inputs, released, ...log }) {
  const { restApiId, stageName } = inputs;
  const { place, cloudWatch } = clients.normal;
  const named = {
    functions: released.map(({ name: name2 }) => name2),
    variables: Object.keys(inputs.overrides),
    imports: inputs.apiDefinition !== void 0
  };
  const trust = createTrust((record) => beyondStage(record, named));
  const bound = bindStage(clients.normal, inputs, trust, log.warn);
  const rollback = bindStage(clients.rollback, inputs, trust, log.warn);
  const { api } = bound;
  const reads = withCodes(clients.normal, { ...bound, cloudWatch }, released);
  const name = nameOf2(api, log.say);
  const routes = routesOf(api);
  let deploymentId = "";
  const series = seriesOf(bound, name, routes);
  const countSource = createStageCounts(cloudWatch, series);
  return {
    words: `the stage "${stageName}" of REST API ${restApiId}`,
    rollback: rollbackOf(rollback),
    countSource,
    logs: logsOf(bound, clients, released),
    knows: trust.knows,
    ...readings(bound),
    ...versionReads(bound.functions, place, reads.codes),
    inspect: async (findings) => {
      const releases = released.length > 0 ? "functions" : "no functions";
      const stage = await inspectStage(api, inputs, releases, findings);
      const facts = await inspectFunctions(reads, released, stage, findings);
      if (!stage) return void 0;
      name.is(stage.apiName);
      routes.are(stage);
      deploymentId = stage.reading.state.deploymentId;
      const moved = await inspectVariables(bound, stage, released, facts, findings);
      await inspectPermissions(clients.normal, inputs, released, facts, moved, findings);
      const lent = await inspectShadow(clients.normal, bound, stage, findings);
      checkSomething(inputs, released, findings);
      findings.notes.push(...unpromotedInWords(inputs));
      return setUpStage({ ...bound, restoring: rollback.api }, { ...stage, lent }, facts, moved);
    },
    policyAtMost: (order) => stagePolicyAtMost(inputs, released, place, order),
    differences: differencesOf(bound, log.say),
    ...storedStateCalls(api),
    admit: (rollout) => admitStage(bound, rollout),
    ...changes(bound),
    readUnknownSplit: async () => unknownCanary(stageName, await api.readStage()),
    findUndo: (to) => findStageUndo(bound, rollback.api, released, to),
    sweep: (order) => sweepStage(clients.normal, bound, order),
    ...manualCommands(api),
    closesSplit: (record) => stageOf11(record).promote.close,
    wayIn: ({ record }) => stageWayIn(place, inputs, stageOf11(record)),
    urls: ({ record }) => ({
      stageUrl: stageUrl(place, restApiId, stageName),
      shadowUrl: shadowUrl(place, inputs, stageOf11(record))
    }),
    reach: reaching(bound, place),
    describe: (snapshot, now) => stageReport({
      ...{ kind: "stage", region: place.region, restApiId, stageName },
      apiName: name.known(),
      canaryDimension: series.canaryDimension,
      ...deploymentsOf(deploymentId, snapshot),
      ...now === "unread" && { deploymentAfter: "" }
    })
  };
}
function reaching(bound, place) {
  return async (rollout) => {
    const { keepShadow } = await import("./targets-stage-kept-shadow.js");
    await keepShadow(bound, rollout);
    const { reachOfStage } = await import("./targets-stage-stage-reach.js");
    return reachOfStage(bound, place, rollout);
  };
}
function logsOf(bound, { normal }, [first]) {
  return lazyLogTarget(async () => {
    const { stageLogs } = await import("./targets-stage-stage-logs.js");
    const { bindLogEvents } = await import("./aws-log-events.js");
    const readAccount = async () => first ? accountOf2((await bound.functions.read(first.name))?.arn ?? "") : "";
    return stageLogs({ bound, clients: normal, logs: bindLogEvents(normal), readAccount });
  });
}
function differencesOf(bound, say) {
  return async (rollout, of) => of === "all" ? stageDifferences(bound, rollout, say) : overrideDifferences(bound.inputs, rollout);
}
function seriesOf({ api, inputs }, name, routes) {
  const { stageName, canaryDimension, compares, smokeNeeds } = inputs;
  return {
    stageName,
    canaryDimension: canaryDimension.replaceAll("{stage}", stageName),
    readApiName: name.read,
    readTwins: name.readTwins,
    compares,
    probed: smokeNeeds?.probes === true,
    readCached: readCachedOf(api, inputs),
    readRoutes: routes.read
  };
}
function nameOf2(api, say) {
  let name = "";
  let twins;
  let isUncheckedSaid = false;
  const read = async () => {
    name ||= (await api.readApi()).name;
    return name;
  };
  return {
    read,
    /** Without them, the counts of the name are used as if they were those of this API alone. */
    readTwins: async () => {
      const apiName = await read();
      twins ??= await api.readTwins(apiName).catch((error) => {
        const text = uncheckedName(apiName, known7(error).message);
        if (!isUncheckedSaid) say(`Warning: ${text}.`);
        isUncheckedSaid = true;
        return void 0;
      });
      return twins ?? [];
    },
    is: (found) => {
      name = found;
    },
    /** Empty before it is read. */
    known: () => name
  };
}
function readCachedOf(api, { compares }) {
  let cached;
  return async () => {
    cached ??= compares && (await api.readStage()).cached.length > 0;
    return cached;
  };
}
function routesOf(api) {
  let names;
  return {
    read: async () => {
      names ??= await readNames(api).catch(orElse2([]));
      return names;
    },
    are: ({ draft, reading }) => {
      names = detailedRoutes(draft.routes, reading.detailed);
    }
  };
}
async function readNames(api) {
  const { detailed } = await api.readStage();
  if (!Object.values(detailed).includes(true)) return [];
  const { routes } = await api.readDraft("none");
  return detailedRoutes(routes, detailed);
}
function changes(bound) {
  return {
    shift: async (rollout, weight) => {
      await endPreview(bound, rollout, "shift");
      await shift(bound, rollout, weight);
    },
    promote: async (rollout) => {
      await endPreview(bound, rollout, "promotion");
      await promote(bound, rollout);
    }
  };
}
function manualCommands(api) {
  const { restApiId, stageName } = api;
  const { region } = api.place;
  const stage = { restApiId, stageName, region };
  return {
    forgetCommands: () => forgetCommands(api),
    showCommands: () => [
      awsCommand("apigateway get-stage", {
        region,
        "rest-api-id": restApiId,
        "stage-name": stageName
      })
    ],
    repairCommands: (record, observation) => repairCommands(stage, stageOf11(record), observation, record.functions)
  };
}
function storedStateCalls(api) {
  return {
    claim: async (id) => {
      await assertStillOpen(api);
      await api.tag(ownerTag(id));
    },
    savePhase: async (rollout, phase) => {
      assertOwned2(storedStateOf(api, (await api.readStage()).tags), rollout.record.id);
      await api.tag(phaseTags(rollout, phase));
    },
    pause: async (pause) => {
      await assertStillOpen(api);
      await (pause ? api.tag(pauseTag(pause)) : api.untag([PAUSED]));
    },
    saveApprovals: async (rollout) => {
      assertOwned2(storedStateOf(api, (await api.readStage()).tags), rollout.record.id);
      const tag = approvalTag(rollout);
      await (tag ? api.tag(tag) : api.untag([APPROVED]));
    }
  };
}
async function assertStillOpen(api) {
  assertOpen(storedStateOf(api, (await api.readStage()).tags));
}
async function endPreview(bound, rollout, before2) {
  const { phase, record } = rollout;
  const { shadowStays } = stageOf11(record);
  const isOver = shadowStays ? before2 === "promotion" && phase.kind !== "baking" : phase.kind === "preparing";
  if (!isOver) return;
  await removeShadow(bound, rollout).catch(orElse2(void 0));
}
function checkSomething(inputs, released, findings) {
  const overrides = Object.keys(inputs.overrides).length;
  if (released.length === 0 && inputs.definition === "deployed" && overrides === 0) {
    findings.problems.push(
      "there is nothing to release: no functions, no stage-variable-overrides, and definition: deployed; expected at least one of them"
    );
  }
}
function deploymentsOf(before2, snapshot) {
  if (!snapshot) {
    return { deploymentBefore: before2, deploymentAfter: before2, canaryDeployment: "" };
  }
  const { rollout, trafficState } = snapshot;
  const stage = stageOf11(rollout.record);
  const canaryDeployment = rollout.canaryDeploymentId ?? "";
  const moved = trafficState.kind === "promoted" && stage.promote.deployment;
  const ours = moved ? canaryDeployment : stage.deploymentId;
  return {
    deploymentBefore: stage.deploymentId,
    deploymentAfter: trafficState.kind === "external" ? trafficState.deploymentId ?? "" : ours,
    canaryDeployment
  };
}
export {
  connectStage
};
