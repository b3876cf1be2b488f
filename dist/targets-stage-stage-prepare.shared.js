import {
  describeDeployment,
  parseDraft
} from "./targets-stage-deployment-text.shared.js";
import {
  nameOf,
  sorted
} from "./aws-definition-calls.shared.js";
import {
  definitionIn,
  routesIn
} from "./aws-stage-export.shared.js";
import {
  stageArn
} from "./aws-gateway-arns.shared.js";
import {
  fingerprint,
  ofRequestedTarget,
  readPolicies,
  whyLittleRoom,
  whyNoRoom
} from "./targets-lambda-read-policies.shared.js";
import {
  helpOn
} from "./doctor-reach-words.shared.js";
import {
  isDenied,
  refusedCalls
} from "./targets-lambda-policy-document.shared.js";
import {
  awsCommand
} from "./base-command-line.shared.js";

// src/targets/stage/integration.ts
import {
  src_base_assert_ts__must as must
} from "./core.js";
import {
  src_base_foreign_text_ts__percentDecoded as percentDecoded
} from "./core.js";
var OPERATIONS = {
  "2015-03-31": "invocations",
  "2021-11-15": "response-streaming-invocations"
};
var LAMBDA_URI = /^arn:[\w-]+:apigateway:[\w-]+:lambda:path\/([\d-]+)\/functions\/(.+)\/([a-z-]+)$/;
var FUNCTION = /^(?:arn:[\w-]+:lambda:([\w-]+):(\d{12}):function:|(?:(\d{12}):)?(?:function:)?)([\w.-]+)(?::(\$LATEST|[\w-]*))?$/;
var HTTP = /^https?:\/\//i;
var SERVICE = /^arn:[\w-]+:apigateway:[\w-]+:(?:[\w-]+\.)*([\w-]+):(?:path|action)\//;
var VARIABLE = /\$\{stageVariables\.([A-Za-z0-9_]+)\}/g;
function reachOf(uri, variables) {
  const pieces = splitPieces(uri);
  const text = filledIn(uri, variables);
  const lambda = lambdaIn(text);
  if (lambda) {
    const { qualifier } = lambda;
    const heldBy = qualifier ? holder(uri, qualifier, variables) : void 0;
    return { kind: "lambda", ...lambda, heldBy };
  }
  const isSet = (piece) => "text" in piece || Object.hasOwn(variables, piece.variable);
  const service = SERVICE.exec(text)?.[1];
  const isService = service !== void 0 && service !== "lambda";
  if (HTTP.test(text) || isService || !pieces.every(isSet)) return { kind: "elsewhere" };
  return { kind: "unknown" };
}
function parseLambdaUri(uri, variables) {
  const scope = reachOf(uri, variables);
  if (scope.kind !== "lambda") return void 0;
  const { kind: _, ...lambda } = scope;
  return lambda;
}
function withQualifier(uri, qualifier) {
  return uri.replace(/:[^:/]+(\/[a-z-]+)$/, (_, operation) => `:${qualifier}${operation}`);
}
function endsIn(uri, qualifier) {
  return /:([^:/]+)\/[a-z-]+$/.exec(uri)?.[1] === qualifier;
}
function variablesOf({ uri, connectionId, credentials }) {
  return [uri, connectionId ?? "", credentials ?? ""].flatMap(
    (text) => splitPieces(text).flatMap((piece) => "variable" in piece ? [piece.variable] : [])
  );
}
function mentions(uri, functionName, variables) {
  const text = filledIn(uri, variables);
  return (percentDecoded(text) ?? text).split(/[^\w-]+/).includes(functionName);
}
function filledIn(text, variables) {
  return splitPieces(text).map((piece) => resolve(piece, variables)).join("");
}
function shownUri(uri) {
  if (uri.startsWith("arn:")) return uri.replace(/\?.*$/s, "?…");
  const [, head = "", rest = ""] = /^((?:\w+:\/\/)?[^/?#]*)(.*)$/s.exec(uri) ?? [];
  return `${head.replace(/\/\/[^/@]*@/, "//…@")}${rest.length > 1 ? "/…" : rest}`;
}
function lambdaIn(text) {
  const [, date = "", inner = "", operation] = LAMBDA_URI.exec(text) ?? [];
  if (operation === void 0 || OPERATIONS[date] !== operation) return void 0;
  const [, region, account, partial, functionName, qualifier] = FUNCTION.exec(inner) ?? [];
  if (functionName === void 0) return void 0;
  return { functionName, qualifier, region, account: account ?? partial };
}
function splitPieces(text) {
  const pieces = [];
  let end = 0;
  for (const match of text.matchAll(VARIABLE)) {
    if (match.index > end) pieces.push({ text: text.slice(end, match.index) });
    pieces.push({ variable: must(match[1], "the pattern names the variable") });
    end = match.index + match[0].length;
  }
  if (end < text.length) pieces.push({ text: text.slice(end) });
  return pieces;
}
function resolve(piece, variables) {
  if ("text" in piece) return piece.text;
  return Object.hasOwn(variables, piece.variable) ? variables[piece.variable] ?? "" : "";
}
function holder(uri, qualifier, variables) {
  const pieces = splitPieces(uri.replace(/\/[a-z-]+$/, ""));
  const last = pieces.at(-1);
  if (!last || "text" in last) return void 0;
  const again = pieces.filter((piece) => "variable" in piece && piece.variable === last.variable);
  const value = resolve(last, variables);
  if (again.length > 1 || !value.endsWith(qualifier)) return void 0;
  return { name: last.variable, prefix: value.slice(0, value.length - qualifier.length) };
}

// src/targets/stage/canary-change.ts
function canaryChange(wirings, changes, extra) {
  const overrides = /* @__PURE__ */ new Map();
  const problems = [];
  const drafts = [];
  const put = (name, value, why) => {
    const other = overrides.get(name);
    if (other !== void 0 && other.value !== value) {
      problems.push(
        `stage variable "${name}" would need two values, for ${other.why} and for ${why}; expected a separate variable for each function`
      );
    }
    overrides.set(name, { value, why });
  };
  for (const [name, value] of Object.entries(extra)) put(name, value, "stage-variable-overrides");
  for (const wiring of wirings) {
    const to = changes.find((change) => change.name === wiring.functionName)?.to ?? wiring.from;
    if (wiring.kind === "variable") {
      put(wiring.variable, wiring.prefix + to, `"${wiring.functionName}" (version ${to})`);
    } else {
      const rewritten = wiring.integrations.map((integration) => draftChange(integration, to));
      drafts.push(...rewritten.filter((draft) => draft.from !== draft.to));
    }
  }
  if (problems.length > 0) return { problems };
  const values = [...overrides].map(([name, { value }]) => [name, value]);
  return { overrides: Object.fromEntries(values), drafts };
}
function sharedVariables(wirings) {
  const names = wirings.flatMap((w) => w.kind === "variable" ? [w.variable] : []);
  return [...new Set(names.filter((name, i) => names.indexOf(name) !== i))];
}
function draftChange(integration, to) {
  const { resourceId, method, uri } = integration;
  return { resourceId, method, from: uri, to: withQualifier(uri, to) };
}

// src/targets/stage/wiring.ts
var VERSION = /^\d+$/;
function findWiring(functionName, integrations, variables) {
  const unparsed = integrations.find(
    ({ uri }) => reachOf(uri, variables).kind === "unknown" && mentions(uri, functionName, variables)
  );
  if (unparsed) return unsplittable(notUnderstood(functionName, unparsed));
  const reached = integrations.flatMap((integration) => {
    const uri = parseLambdaUri(integration.uri, variables);
    return uri?.functionName === functionName ? [{ ...uri, integration }] : [];
  });
  const first = reached[0];
  if (!first) return unsplittable(noIntegration(functionName, integrations));
  const odd = reached.find((r) => wiringKey(r) !== wiringKey(first) || isElsewhere(r, first));
  if (odd) return unsplittable(mixed(functionName, first, odd));
  return classify(
    functionName,
    first,
    reached.map((r) => r.integration)
  );
}
function classify(functionName, reached, integrations) {
  const { qualifier, heldBy } = reached;
  if (qualifier === void 0) return unsplittable(unqualified(functionName, reached));
  if (qualifier === "") return unsplittable(unsetVariable(functionName, reached));
  if (!VERSION.test(qualifier)) return unsplittable(sharedAlias(functionName, reached));
  const from = qualifier;
  if (!heldBy) {
    if (!integrations.every(({ uri }) => endsIn(uri, qualifier))) {
      return unsplittable(inPieces(functionName, reached));
    }
    const authorizer = integrations.find(({ authorizerId }) => authorizerId !== void 0);
    if (authorizer) return unsplittable(pinnedAuthorizer(functionName, authorizer));
    return found({ kind: "pinned", functionName, from, integrations });
  }
  const { name: variable, prefix } = heldBy;
  return found({ kind: "variable", functionName, from, variable, prefix, integrations });
}
function wiringKey(reached) {
  return JSON.stringify([reached.qualifier ?? null, reached.heldBy?.name ?? null]);
}
function isElsewhere(a, b) {
  const differ = (one = "", other = "") => one !== "" && other !== "" && one !== other;
  return differ(a.account, b.account) || differ(a.region, b.region);
}
function found(wiring) {
  return { kind: "found", wiring };
}
function unsplittable(problem2) {
  return { kind: "unsplittable", problem: problem2 };
}
function noIntegration(functionName, integrations) {
  const count = integrations.length;
  return `none of the API's ${count} integration${count === 1 ? "" : "s"} calls the function "${functionName}" on this stage; expected a Lambda integration or authorizer with its name, or with a stage variable that holds it`;
}
function notUnderstood(functionName, integration) {
  return `${nameOf(integration)} mentions "${functionName}" in a URI that is not recognized (${shownUri(integration.uri)}), so it is unknown whether it would change with the others. To fix this, end the URI in "path/2015-03-31/functions/ARN/invocations" or "path/2021-11-15/functions/ARN/response-streaming-invocations"`;
}
function inPieces(functionName, reached) {
  return `${nameOf(reached.integration)} builds the version of "${functionName}" from several parts (${shownUri(reached.integration.uri)}), so none of them can hold another version. To fix this, let the URI end in a stage variable that holds the whole version (":\${stageVariables.version}"), and deploy the stage once`;
}
function pinnedAuthorizer(functionName, authorizer) {
  return `${nameOf(authorizer)} calls "${functionName}" by a version in its URI, and only the URIs of methods are rewritten for a canary. To fix this, let the URI of the authorizer end in a stage variable that holds the version (":\${stageVariables.version}"), and deploy the stage once`;
}
function unqualified(functionName, reached) {
  return `${nameOf(reached.integration)} calls "${functionName}" unqualified, without a version, so stable and canary would run the same code. To fix this, end the integration URI in a published version (":7") or in a stage variable that holds one (":\${stageVariables.version}"), and deploy the stage once; or let it call an alias, and set functions and alias in place of rest-api-id. ${helpOn("unqualified")}`;
}
function unsetVariable(functionName, reached) {
  return `${nameOf(reached.integration)} takes the version of "${functionName}" from a stage variable that is not set on this stage; expected it to hold the published version that is served now`;
}
function sharedAlias(functionName, reached) {
  const { qualifier, heldBy } = reached;
  const through = heldBy ? `the stage variable "${heldBy.name}"` : `"${qualifier}"`;
  return `${nameOf(reached.integration)} calls "${functionName}" through ${through}, which stable and canary share, so a stage canary cannot split it. To fix this, split the alias itself by weights (set functions and alias in place of rest-api-id), or let the integration URI end in a version number or in a stage variable that holds one. ` + helpOn("alias");
}
function mixed(functionName, a, b) {
  const where = ({ account, region }) => isElsewhere(a, b) ? ` in account ${account}, ${region}` : "";
  const words = (r) => `${nameOf(r.integration)} calls ${shownQualifier(r)}${r.heldBy ? ` by stage variable "${r.heldBy.name}"` : ""}${where(r)}`;
  return `the API reaches "${functionName}" in two ways (${words(a)}; ${words(b)}); expected the same version in the same way everywhere, or the routes would run different code after the release. ` + helpOn("mixed");
}
function shownQualifier({ qualifier = "no version", heldBy }) {
  return heldBy && !VERSION.test(qualifier) ? "something that is not a version" : qualifier;
}

// src/targets/stage/served-wiring.ts
function findReleaseWiring(functionName, { served, released }, variables) {
  const found2 = findWiring(functionName, released, variables);
  if (found2.kind !== "found" || served === released) return found2;
  const version = servedVersion(functionName, served, variables);
  if ("problem" in version) return { kind: "unsplittable", problem: version.problem };
  return { kind: "found", wiring: { ...found2.wiring, from: version.is } };
}
var VERSION2 = /^\d+$/;
function servedVersion(functionName, served, variables) {
  const calls = served.flatMap(({ method, path, uri }) => {
    const called = parseLambdaUri(uri, variables);
    return called?.functionName === functionName ? [
      {
        route: `${method} ${path}`,
        qualifier: called.qualifier ?? "",
        variable: called.heldBy?.name
      }
    ] : [];
  });
  const first = calls[0];
  if (!first) {
    return problem(
      `no route of the deployment that the stage serves calls "${functionName}", so there is no version to release from`
    );
  }
  const vague = calls.find(({ qualifier }) => !VERSION2.test(qualifier));
  if (vague) {
    const how = vague.qualifier === "" ? "without a version" : `through ${throughOf(vague)}`;
    return problem(
      `${vague.route} of the deployment that the stage serves calls "${functionName}" ${how}, so it is unknown which version its users receive`
    );
  }
  const other = calls.find(({ qualifier }) => qualifier !== first.qualifier);
  if (other) {
    return problem(
      `the deployment that the stage serves calls two versions of "${functionName}" (${first.route} calls ${first.qualifier}, ${other.route} calls ${other.qualifier})`
    );
  }
  return { is: first.qualifier };
}
function throughOf({
  qualifier,
  variable
}) {
  return variable === void 0 ? `"${qualifier}"` : `stage variable "${variable}", which holds no version`;
}
function problem(what) {
  return {
    problem: `${what}. To fix this, deploy the draft to the stage once, or leave the function out of functions to release the draft as it is`
  };
}
function pinnedIn(functionName, version, integrations) {
  return integrations.flatMap((integration) => {
    const { uri, authorizerId } = integration;
    const called = parseLambdaUri(uri, {});
    const { qualifier = "" } = called ?? {};
    const isPinned = VERSION2.test(qualifier) && endsIn(uri, qualifier);
    return called?.functionName === functionName && isPinned && authorizerId === void 0 ? [{ ...integration, uri: withQualifier(uri, version) }] : [];
  });
}

// src/targets/stage/draft-deployment.ts
import {
  src_base_errors_ts__known as known
} from "./core.js";
import {
  src_targets_ownership_ts__SETTLE_SECONDS as SETTLE_SECONDS
} from "./release.js";

// src/targets/stage/draft-changes.ts
import {
  src_base_errors_ts__MovedError as MovedError
} from "./core.js";
import {
  src_base_listed_ts__listed as listed
} from "./core.js";
var OTHER_PARTS = "its settings, models, gateway responses, authorizers or request validators are others now";
function changesBetween(before, now) {
  const [old, current] = [partsOf(before), partsOf(now)];
  return [.../* @__PURE__ */ new Set([...old.keys(), ...current.keys()])].flatMap((name) => {
    const [was, is] = [old.get(name), current.get(name)];
    if (was?.text === is?.text) return [];
    if (is === void 0) return [`${name} was removed`];
    if (was === void 0) return [`${name} was added`];
    return is.uri === void 0 || is.uri === was.uri ? [`${name} was edited`] : [`${name} now calls ${shownUri(is.uri)}`];
  });
}
function partsOf({ resources }) {
  const parts = /* @__PURE__ */ new Map();
  for (const { resourceMethods = {}, path = "", ...resource } of resources) {
    parts.set(`the resource ${path}`, { text: textOf(resource), uri: void 0 });
    for (const [method, details] of Object.entries(resourceMethods)) {
      parts.set(`${method} ${path}`, {
        text: textOf(details),
        uri: details.methodIntegration?.uri
      });
    }
  }
  return parts;
}
function textOf(part) {
  return JSON.stringify(sorted(part));
}
function withSide(draft, drafts, side) {
  if (drafts.length === 0) return draft;
  const other = side === "to" ? "from" : "to";
  const uriOf = (resourceId, method, uri) => drafts.find((d) => d.resourceId === resourceId && d.method === method && d[other] === uri)?.[side] ?? uri;
  const resources = draft.resources.map((resource) => ({
    ...resource,
    ...resource.resourceMethods && {
      resourceMethods: Object.fromEntries(
        Object.entries(resource.resourceMethods).map(([method, details]) => {
          const { methodIntegration } = details;
          if (!methodIntegration) return [method, details];
          const uri = uriOf(resource.id, method, methodIntegration.uri);
          return [method, { ...details, methodIntegration: { ...methodIntegration, uri } }];
        })
      )
    }
  }));
  return { ...draft, resources };
}
function changedBefore(changes) {
  return new MovedError(
    `someone changed the API's draft after it was checked: ${inWords(changes)}. No deployment was created from it, and nothing of that change was overwritten. ${AGAIN}`
  );
}
function changedMeanwhile(changes) {
  return new MovedError(
    `someone changed the API's draft while a deployment was created from it: ${inWords(changes)}. The deployment may contain that change, so it serves nobody; nothing of the change was overwritten. ${AGAIN}`
  );
}
var AGAIN = "Run this again: the draft is then checked as it is now";
function inWords(changes) {
  return changes.length === 0 ? OTHER_PARTS : listed(changes, ", ");
}

// src/targets/stage/drafts.ts
import {
  src_base_errors_ts__KnownError as KnownError
} from "./core.js";
async function setDrafts(api, drafts, side) {
  if (drafts.length === 0) return [];
  const { integrations } = await api.readDraft("none");
  const left = [];
  for (const draft of drafts) {
    const found2 = integrations.find(
      (i) => i.resourceId === draft.resourceId && i.method === draft.method
    );
    const other = side === "to" ? "from" : "to";
    if (found2?.uri === draft[other]) await rewrite(api, draft, draft[side]);
    else if (found2?.uri !== draft[side]) {
      const route = `${draft.method} ${found2?.path ?? `on resource ${draft.resourceId}`}`;
      left.push({ route, uri: found2?.uri, expected: draft[side] });
    }
  }
  return left;
}
async function settleDrafts({ api, warn }, drafts, side) {
  for (const left of await setDrafts(api, drafts, side)) warn(leftInWords(left));
}
function leftInWords({ route, uri, expected }) {
  const instead = shownUri(expected);
  const calls = uri === void 0 ? `no longer calls ${instead}` : `calls ${shownUri(uri)} instead of ${instead}`;
  return `In the API's draft, ${route} ${calls}. Someone else set that, so it was left alone; the next deployment of the draft contains it.`;
}
async function withNewDrafts(api, restoring, drafts, work) {
  let left;
  let result;
  try {
    left = await setDrafts(api, drafts, "to");
    if (left.length > 0) throw changedBefore(left.map(changeInWords));
    result = await work();
  } finally {
    left = await setDrafts(restoring, drafts, "from");
  }
  if (left.length > 0) throw changedMeanwhile(left.map(changeInWords));
  return result;
}
function changeInWords({ route, uri }) {
  return uri === void 0 ? `${route} was removed` : `${route} now calls ${shownUri(uri)}`;
}
async function rewrite(api, draft, uri) {
  const answered = await api.rewriteIntegration(draft.resourceId, draft.method, uri);
  if (answered !== uri) {
    throw new KnownError(
      `the integration of ${draft.method} on resource ${draft.resourceId} should be ${shownUri(uri)}, but AWS returned ${shownUri(answered)}`
    );
  }
}

// src/targets/stage/draft-deployment.ts
async function deployDraft(comparison, drafts, deploy) {
  const { api, restoring, checked } = comparison;
  const id = await withNewDrafts(api, restoring, drafts, async () => {
    const { draft, mark } = await readUnchanged(comparison, drafts, changedBefore);
    const isRewritten = drafts.length > 0 && checked.mark !== void 0;
    return deploy(isRewritten ? await markOf(comparison, draft) : mark);
  });
  await readUnchanged(comparison, [], changedMeanwhile);
  return id;
}
async function assertUnchanged(comparison) {
  await readUnchanged(comparison, [], changedBefore);
}
async function readUnchanged(comparison, rewritten, moved) {
  const first = await read(comparison, rewritten);
  if (first.changes === void 0) return first;
  await comparison.pause(SETTLE_SECONDS);
  const last = await read(comparison, rewritten);
  if (last.changes !== void 0) throw moved(last.changes);
  return last;
}
async function read(comparison, rewritten) {
  const { api, checked } = comparison;
  const draft = await api.readDraft("none");
  const was = withSide(draft, rewritten, "from");
  const changes = changesBetween(checked.draft, was);
  if (changes.length > 0) return { draft, mark: void 0, changes };
  const mark = checked.mark && await markOf(comparison, was);
  return { draft, mark, changes: mark === checked.mark || mark === void 0 ? void 0 : [] };
}
async function markOf({ api, warn }, draft) {
  try {
    return await api.markDraft(draft);
  } catch (error) {
    warn(
      `The API's draft could not be compared as a whole with what was checked: only a change of its methods is noticed, and the next release deploys it even if nothing changed (${known(error).message})`
    );
    return void 0;
  }
}

// src/targets/stage/stage-store.ts
import {
  src_rollout_record_ts__lastOutcomeTag as lastOutcomeTag,
  src_rollout_record_ts__ourTagKeys as ourTagKeys,
  src_rollout_record_ts__readStoredState as readStoredState
} from "./release.js";
import {
  src_targets_stage_stage_record_ts__stageCodec as stageCodec
} from "./core.js";
function storedStateOf(stage, tags) {
  return ofRequestedTarget(readStoredState(tags, stageCodec), requestedOf(stage));
}
function lastTag(stage, last) {
  return lastOutcomeTag({ ...last, of: fingerprint(requestedOf(stage)) });
}
function stageArnOf({ place, restApiId, stageName }) {
  return stageArn(place, restApiId, stageName);
}
async function forgetCommands(api) {
  return forgetCommandsOf(api, (await api.readStage()).tags);
}
function forgetCommandsOf(stage, tags) {
  const keys = ourTagKeys(tags);
  if (keys.length === 0) return [];
  const options = { region: stage.place.region, "resource-arn": stageArnOf(stage) };
  return [awsCommand("apigateway untag-resource", { ...options, "tag-keys": keys })];
}
function requestedOf(stage) {
  return { on: stageArnOf(stage), parts: [] };
}

// src/targets/stage/stage-prepare.ts
import {
  src_aws_arns_ts__accountOf as accountOf,
  src_aws_arns_ts__functionArnPattern as functionArnPattern
} from "./release.js";
import {
  src_aws_aws_errors_ts__LimitError as LimitError
} from "./release.js";
import {
  src_aws_call_ts__causedBy as causedBy
} from "./release.js";
import {
  src_base_errors_ts__KnownError as KnownError4,
  src_base_errors_ts__known as known2,
  src_base_errors_ts__MovedError as MovedError2,
  src_base_errors_ts__orElse as orElse2
} from "./core.js";
import {
  src_rollout_record_ts__canaryTag as canaryTag,
  src_rollout_record_ts__isRecordTag as isRecordTag,
  src_rollout_record_ts__ourTagKeys as ourTagKeys2,
  src_rollout_record_ts__ownerOf as ownerOf,
  src_rollout_record_ts__recordTags as recordTags2
} from "./release.js";
import {
  src_rollout_release_ts__sameRollout as sameRollout
} from "./release.js";
import {
  src_targets_ownership_ts__assertFree as assertFree,
  src_targets_ownership_ts__assertOwned as assertOwned,
  src_targets_ownership_ts__SETTLE_SECONDS as SETTLE_SECONDS3,
  src_targets_ownership_ts__takenOver as takenOver
} from "./release.js";
import {
  src_targets_seal_ts__sealOf as sealOf
} from "./release.js";

// src/targets/stage/import-draft.ts
import {
  src_base_errors_ts__KnownError as KnownError2,
  src_base_errors_ts__orElse as orElse
} from "./core.js";
import {
  src_base_foreign_text_ts__parseJson as parseJson
} from "./core.js";
import {
  src_base_listed_ts__listed as listed2
} from "./core.js";
import {
  src_targets_ownership_ts__SETTLE_SECONDS as SETTLE_SECONDS2
} from "./release.js";

// src/targets/stage/definition-changes.ts
import { createHash } from "node:crypto";
function callsDigest(calls) {
  const all = [...callsByRoute(calls)].sort(([a], [b]) => a < b ? -1 : 1);
  return createHash("sha256").update(JSON.stringify(all)).digest("hex").slice(0, 16);
}
function definitionChanges(before, after) {
  const [old, next] = [callsByRoute(before), callsByRoute(after)];
  return [.../* @__PURE__ */ new Set([...old.keys(), ...next.keys()])].flatMap((route) => {
    const [was, is] = [old.get(route), next.get(route)];
    if (is === void 0) return [`${route} is removed`];
    if (was === void 0) return [`${route} is added`];
    if (was.uri !== is.uri) {
      const [from, to] = [was.uri, is.uri].map((uri) => uri === "" ? "nothing" : shownUri(uri));
      return [`${route} calls ${to} instead of ${from}`];
    }
    return JSON.stringify(was) === JSON.stringify(is) ? [] : [`${route} is called in another way`];
  });
}
function callsByRoute({ routes, integrations }) {
  return new Map(
    routes.map((route) => {
      const found2 = integrations.find(
        ({ method, path, authorizerId }) => authorizerId === void 0 && method === route.method && path === route.path
      );
      const { uri = "", credentials = "", connectionId = "" } = found2 ?? {};
      return [nameOf(route), { uri, credentials, connectionId }];
    })
  );
}

// src/targets/stage/import-draft.ts
async function importDraft(comparison, definition) {
  const { api } = comparison;
  await assertUnchanged(comparison);
  await api.importDraft(definition.body, "fail");
  const draft = await readImported(comparison, definition);
  const mark = await api.markDraft(draft).catch(orElse(void 0));
  return { draft, mark };
}
async function readImported({ api, pause }, { expects, calls }) {
  const first = await api.readDraft("none");
  if (callsDigest(first) === expects) return first;
  await pause(SETTLE_SECONDS2);
  const last = await api.readDraft("none");
  if (callsDigest(last) === expects) return last;
  const differences = listed2(definitionChanges(calls, last), "; ");
  throw new KnownError2(
    `after the import, the API's draft is not what the file says: ${differences}. Someone else may have changed it meanwhile; nothing was deployed`
  );
}
async function restoreDraft({ api, warn }, { before, expects }, { canaryDeploymentId }) {
  const draft = await api.readDraft("none");
  const mark = await api.markDraft(draft).catch(orElse(void 0));
  if (mark !== void 0 && mark === before) return;
  const body = await api.exportStage();
  const served = callsIn(body);
  const [now, wanted] = [callsDigest(draft), callsDigest(served)];
  const deployed = await deployedMark(api, canaryDeploymentId);
  const isEdited = deployed !== void 0 && mark !== void 0 && deployed !== mark;
  if (now !== expects || isEdited) {
    if (now === wanted) return;
    const changes = listed2(definitionChanges(served, draft), "; ");
    warn(
      `The API's draft is neither what was imported nor what the stage serves: ${changes}. Someone else set that, so it was left alone; the next deployment of the draft contains it.`
    );
    return;
  }
  const warnings = await api.importDraft(body, "allow");
  const after = await api.readDraft("none");
  if (callsDigest(after) !== wanted) {
    throw new KnownError2(
      `the API's draft should be what the stage serves again, but differs: ${listed2(definitionChanges(served, after), "; ")}`
    );
  }
  for (const text of warnings) warn(`Restoring the API's draft, API Gateway warned: ${text}`);
}
async function deployedMark(api, deploymentId) {
  if (deploymentId === void 0) return void 0;
  return parseDraft(await api.readDescription(deploymentId) ?? "");
}
function callsIn(body) {
  const document = parseJson(Buffer.from(body).toString("utf8"));
  const found2 = definitionIn(document);
  if (typeof found2 === "string") {
    throw new KnownError2(`the export of the stage could not be parsed (${found2})`);
  }
  return { routes: routesIn(document), integrations: found2.integrations };
}

// src/targets/stage/routes.ts
import {
  src_base_assert_ts__must as must2
} from "./core.js";
function compareRoutes(stable, canary) {
  const [old, fresh] = [answersOf(stable), answersOf(canary)];
  const guarded = namesOf(fresh, (key, route) => {
    const before = old.get(key);
    return before !== void 0 && guardOf(before) !== guardOf(route);
  });
  return {
    added: namesOf(fresh, (key) => !old.has(key)).map(({ name }) => name),
    removed: namesOf(old, (key) => !fresh.has(key)).map(({ name }) => name),
    guarded: guarded.map(({ name, key, route }) => ({
      name,
      stable: must2(old.get(key), "only routes of both sides are compared"),
      canary: route
    }))
  };
}
function routeKey({ method, path }) {
  return `${method} ${path.replace(/\{[^}+]*(\+?)\}/g, "{$1}")}`;
}
var VERBS = ["DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT"];
function answersOf(routes) {
  const isAny = ({ method }) => method === "ANY";
  const all = routes.filter(isAny).flatMap((route) => VERBS.map((method) => [routeKey({ ...route, method }), route]));
  const own = routes.filter((route) => !isAny(route)).map((route) => [routeKey(route), route]);
  return new Map([...all, ...own]);
}
function namesOf(answers, chosen) {
  const routes = [...new Set(answers.values())];
  return routes.flatMap((route) => {
    const keys = [...answers].flatMap(([key, by]) => by === route ? [key] : []);
    const found2 = keys.filter((key) => chosen(key, route));
    const [first] = found2;
    if (first === void 0) return [];
    if (found2.length === keys.length) return [{ name: nameOf(route), key: first, route }];
    return found2.map((key) => ({ name: `${key.split(" ")[0]} ${route.path}`, key, route }));
  }).sort((a, b) => a.name < b.name ? -1 : 1);
}
function guardOf({ apiKeyRequired, authorizationType }) {
  return `${apiKeyRequired} ${authorizationType}`;
}
function describeRouteDifference(difference, splits = true) {
  const { added, removed, guarded } = difference;
  const parts = [
    ...sentence("only the canary has", added),
    ...sentence("only stable has", removed),
    ...guardsInWords(guarded)
  ];
  if (parts.length === 0) return void 0;
  if (!splits) {
    return `${parts.join("; ")}: the release has no steps, so this changes for all users at once`;
  }
  const authorizes = guarded.some((route) => authorizationIn(route) !== void 0);
  return `${parts.join("; ")}: while traffic is split, these routes return ${authorizes ? "401 or 403" : "403"} to some users at random`;
}
function adviceFor({ added, removed, guarded }) {
  const parts = [
    ...added.length > 0 ? ["deploy the added routes to the stage first (no one calls them yet)"] : [],
    ...removed.length > 0 ? ["remove routes only after the release"] : [],
    ...guarded.length > 0 ? ["deploy a change of who may call a route to the whole stage, before or after the release"] : [],
    "or set route-guard: warn"
  ];
  const text = parts.join(", ");
  return text.charAt(0).toUpperCase() + text.slice(1);
}
function guardsInWords(guarded) {
  const differences = guarded.flatMap(
    (route) => [keyIn(route), authorizationIn(route)].flatMap(
      (words) => words === void 0 ? [] : [{ words, name: route.name }]
    )
  );
  return [...new Set(differences.map(({ words }) => words))].flatMap(
    (words) => sentence(
      words,
      differences.flatMap((each) => each.words === words ? [each.name] : [])
    )
  );
}
function keyIn({ stable, canary }) {
  if (stable.apiKeyRequired === canary.apiKeyRequired) return void 0;
  return `only ${canary.apiKeyRequired ? "the canary" : "stable"} requires an API key for`;
}
function authorizationIn({ stable, canary }) {
  const [old, fresh] = [stable.authorizationType, canary.authorizationType];
  return old === fresh ? void 0 : `authorization is ${fresh} on the canary and ${old} on stable for`;
}
var MOST_SHOWN = 10;
function sentence(words, routes) {
  if (routes.length === 0) return [];
  const shown2 = routes.slice(0, MOST_SHOWN).join(", ");
  const more = routes.length - MOST_SHOWN;
  return [`${words} ${shown2}${more > 0 ? ` and ${more} more` : ""}`];
}

// src/targets/stage/stage-prepare.ts
import {
  src_targets_stage_stage_record_ts__stageOf as stageOf
} from "./core.js";

// src/targets/stage/stage-room.ts
import {
  src_base_errors_ts__KnownError as KnownError3
} from "./core.js";
import {
  src_rollout_record_ts__expectedTags as expectedTags,
  src_rollout_record_ts__recordTags as recordTags
} from "./release.js";
function checkStageRoom(stageName, tags, record, signs, { problems, notes }) {
  const written = { ...recordTags(record, { kind: "preparing" }), ...expectedTags(record) };
  const need = needOf(written, signs);
  const of = `the stage "${stageName}"`;
  const none = whyNoRoom(of, tags, need);
  const little = whyLittleRoom(of, tags, need);
  if (none !== void 0) problems.push(none);
  if (little !== void 0) notes.push(little);
}
function assertStageRoom(stageName, found2, written) {
  const why = whyNoRoom(`the stage "${stageName}"`, found2, needOf(written, false));
  if (why !== void 0) throw new KnownError3(why);
}
function needOf(record, signs) {
  const written = Object.keys(record).length;
  return { certain: written + (signs ? 3 : 2), possible: signs ? 1 : 2 };
}

// src/targets/stage/stage-prepare.ts
async function prepareCanary(calls, record, checked, choices, pause) {
  const phase = { kind: "preparing" };
  await claim(calls.api, record, recordTags2(record, phase), pause);
  let deployed = false;
  try {
    const canaryDeploymentId = await createCanary(calls, record, checked, choices, pause);
    deployed = true;
    return { record, phase, stepStartTimes: [], canaryDeploymentId };
  } finally {
    if (!deployed) await putDraftBack(calls, record);
  }
}
async function putDraftBack({ restoring, warn }, record) {
  const { imported } = stageOf(record);
  if (!imported) return;
  const unknown = { canaryDeploymentId: void 0 };
  await restoreDraft({ api: restoring, warn }, imported, unknown).catch(orElse2(void 0));
}
async function createCanary(calls, record, checked, choices, pause) {
  const { api } = calls;
  const canaryDeploymentId = choices.definition === "deployed" ? stageOf(record).deploymentId : await deployFor({ ...calls, checked, pause }, record);
  assertOwned(storedStateOf(api, (await api.readStage()).tags), record.id);
  await api.tag(canaryTag(canaryDeploymentId));
  if (choices.routeGuard === "block" && choices.splits) {
    const [stable, canary] = [
      (await api.readDeployment(stageOf(record).deploymentId)).routes,
      (await api.readDeployment(canaryDeploymentId)).routes
    ];
    const difference = describeRouteDifference(compareRoutes(stable, canary));
    if (difference) throw new KnownError4(`the route guard stopped the rollout: ${difference}`);
  }
  return canaryDeploymentId;
}
async function claim(api, record, tags, pause) {
  const { state, tags: found2 } = await api.readStage();
  assertFree(storedStateOf(api, found2), () => "the stage");
  const { deploymentId } = stageOf(record);
  if (state.deploymentId !== deploymentId || state.canary) {
    throw new MovedError2(
      `someone has changed the stage since preflight: it serves deployment ${state.deploymentId}${state.canary ? " and a canary" : ""} instead of ${deploymentId}`
    );
  }
  assertStageRoom(api.stageName, found2, tags);
  await api.tag(tags);
  await pause(SETTLE_SECONDS3);
  const written = (await api.readStage()).tags;
  const owner = ownerOf(written);
  if (owner && !sameRollout(owner, record.id)) throw takenOver(owner, record.id);
  await api.untag(ourTagKeys2(written).filter((key) => isRecordTag(key) && !(key in tags)));
  const ours = Object.entries(written).filter(([key]) => !isRecordTag(key) || key in tags);
  assertOwned(storedStateOf(api, Object.fromEntries(ours)), record.id);
}
async function deployFor(before, record) {
  const { drafts, deploymentId } = stageOf(record);
  const { definition } = before.checked;
  const comparison = definition ? { ...before, checked: await importDraft(before, definition) } : before;
  return deployDraft(comparison, drafts, async (draft) => {
    const past = {
      after: deploymentId,
      changes: record.functions,
      draft,
      file: definition?.file,
      seal: sealOf(record)
    };
    const id = await snapshot(comparison.api, record, describeDeployment(record.id, past));
    if (id === "" || id === deploymentId) {
      throw new KnownError4(`creating a deployment returned the ID "${id}"; expected a new one`);
    }
    return id;
  });
}
async function snapshot(api, { functions }, description) {
  try {
    return await api.snapshot(description);
  } catch (error) {
    if (!causedBy(error, (cause) => cause instanceof LimitError)) throw error;
    const versions = functions.map(({ name, to }) => `${name}=${to}`).join(", ");
    const release = versions && `. Then release the published versions with version: ${versions}`;
    throw new KnownError4(
      `${known2(error).message}. The API has as many deployments as AWS allows: delete those that no stage serves, and set keep-versions, which deletes unused ones after each promotion${release}`,
      { cause: error }
    );
  }
}
function sourceArns(api, functionArn, integrations) {
  const { partition, region } = api.place;
  const gateway = `arn:${partition}:execute-api:${region}:${accountOf(functionArn)}:${api.restApiId}`;
  const arns = integrations.filter((integration) => integration.credentials === void 0).map(
    ({ method, path, authorizerId }) => (
      // Developer guide, "Configure a Lambda authorizer": the ARN contains no stage.
      authorizerId === void 0 ? `${gateway}/${api.stageName}/${method === "ANY" ? "*" : method}${path.replace(/\{[^}]*\}/g, "*")}` : `${gateway}/authorizers/${authorizerId}`
    )
  );
  return [...new Set(arns)];
}
async function findRefusals(functions, api, { functionName, version, sourceArns: calls }) {
  const account = accountOf(calls[0] ?? "");
  if (account === "") return [];
  const functionArn = functionArnPattern(api.place, functionName, account);
  return refusedCalls(await readPolicies(functions, functionArn, version), calls);
}
async function ensureInvokable(functions, api, invoked, how) {
  const { functionName, version } = invoked;
  const refused = () => findRefusals(functions, api, invoked);
  const before = await refused();
  if (before.length === 0) return void 0;
  if (how === "grant" && !before.some(isDenied)) {
    const scopes = new Set(
      before.map(({ sourceArn }) => sourceArn.split("/").slice(0, 2).join("/"))
    );
    for (const scope of scopes) {
      const statementId = `canary-action-${api.restApiId}-${scope.split("/")[1]}`.slice(0, 100);
      await functions.allowGateway(functionName, version, statementId, `${scope}/*`);
    }
    if ((await refused()).length === 0) return void 0;
  }
  return describeRefusals(api.place, invoked, before);
}
function describeRefusals({ region }, {
  functionName,
  version
}, refusals) {
  const which = version === void 0 ? `a new version of "${functionName}"` : qualifierInWords(functionName, version);
  const first = refusals.find(isDenied) ?? refusals[0];
  const more = refusals.length > 1 ? ` and ${refusals.length - 1} more` : "";
  const calls = `(${first?.sourceArn}${more})`;
  if (first?.denial !== void 0) {
    return `a resource policy keeps API Gateway from invoking ${which} ${calls}, so its users would get a 500: ${first.denial}. A further permission does not change that: change the policy, which is that of ${which} or of the function. To see that of the function: ${awsCommand("lambda get-policy", { region, "function-name": functionName })}`;
  }
  const instead = version === void 0 ? "publish the version, give it the permission, and name it in the input version" : "add the permission to it";
  return `API Gateway has no permission to invoke ${which} ${calls}, so its users would get a 500. A policy on the function covers its versions and aliases only where its Resource names them. Set invoke-permission: grant, or ${instead}`;
}
function qualifierInWords(functionName, qualifier) {
  if (qualifier === "$LATEST") return `the function "${functionName}"`;
  const kind = /^\d+$/.test(qualifier) ? `version ${qualifier}` : `the alias "${qualifier}"`;
  return `${kind} of "${functionName}"`;
}

// src/targets/stage/default-url.ts
var DISABLED = "the API's default endpoint is disabled (disableExecuteApiEndpoint), so the default address of every stage answers 403";
var PRIVATE = "the API is private and reachable only from its VPCs, so";
function checkDefaultUrl(defaultUrl, {
  shadowStage,
  tellsHooks,
  smokeNeeds,
  lendsStage
}, { problems, notes }) {
  if (defaultUrl === "everyone") return;
  const isOff = defaultUrl === "nobody";
  const sends = smokeNeeds?.address === "" && (smokeNeeds.stage || smokeNeeds.canary !== void 0);
  const isShadowUsed = sends || tellsHooks || smokeNeeds === void 0;
  if (isOff && lendsStage) {
    problems.push(...lentProblems(shadowStage ?? "", sends, smokeNeeds));
  } else if (isOff && shadowStage !== void 0 && isShadowUsed) {
    problems.push(
      `shadow-stage: ${DISABLED}, and a shadow stage has no other address; expected no shadow-stage, an API with its default endpoint, a stage of your own (shadow-stage: existing=NAME), or for smoke checks an "address"`
    );
  } else if (isOff && sends) {
    problems.push(
      `smoke: ${DISABLED}; expected an "address", checks with "event", or an API with its default endpoint`
    );
  } else if (sends) {
    notes.push(`smoke: ${PRIVATE} its stages answer only if this job runs there`);
  }
  if (!tellsHooks) return;
  notes.push(
    defaultUrl === "nobody" ? `hooks: ${DISABLED}: a hook that calls its stageUrl fails; let it call a custom domain instead` : `hooks: ${PRIVATE} stageUrl and shadowUrl answer only a hook that runs there`
  );
}
function lentProblems(name, sends, needs) {
  if (sends) {
    return [
      `smoke: ${DISABLED}; expected an "address", at which your stage "${name}" is reached, such as https://test.example.com`
    ];
  }
  return needs?.stage ? [
    `smoke: ${DISABLED}, so checks after the promotion cannot reach the released stage: the "address" leads to your stage "${name}"; expected checks without when: after`
  ] : [];
}

// src/targets/stage/moved-calls.ts
function movedCalls(moves, functions) {
  const found2 = moves.released.map((integration) => moveOf(integration, moves, functions));
  const calls = /* @__PURE__ */ new Map();
  for (const { kind, ...move } of found2.filter((each) => each.kind === "call")) {
    const key = JSON.stringify({ ...move, integrations: [] });
    const others = calls.get(key)?.integrations ?? [];
    calls.set(key, { ...move, integrations: [...others, ...move.integrations] });
  }
  const problems = found2.flatMap((each) => each.kind === "problem" ? [each.what] : []);
  return { calls: [...calls.values()], problems: [...new Set(problems)] };
}
function moveOf(integration, { served, variables, overrides }, functions) {
  const before = counterpart(integration, served);
  const after = reachOf(integration.uri, { ...variables, ...overrides });
  const isOverridden = variablesOf(integration).some((name2) => Object.hasOwn(overrides, name2));
  const by = isOverridden ? "stage-variable-overrides" : "definition";
  const isSame = before && keyOf(reachOf(before.uri, variables)) === keyOf(after);
  if (after.kind === "unknown" ? !isOverridden : isSame) return { kind: "none" };
  const draft = reachOf(integration.uri, variables);
  const name = draft.kind === "lambda" ? draft.functionName : "";
  const own = functions.includes(name) ? name : void 0;
  const problem2 = problemOf(integration, after, own);
  if (problem2 !== void 0) return { kind: "problem", what: `${by}: ${problem2}` };
  if (after.kind !== "lambda" || own !== void 0) return { kind: "none" };
  const { functionName, qualifier = "$LATEST", account, region } = after;
  const call = { functionName, qualifier, account, region, by };
  return { kind: "call", ...call, integrations: [integration] };
}
function counterpart(integration, served) {
  const key = routeKey(integration);
  const found2 = served.find((call) => routeKey(call) === key);
  const shown2 = served.some(({ authorizerId }) => authorizerId !== void 0);
  return found2 ?? (integration.authorizerId === void 0 || shown2 ? void 0 : integration);
}
function keyOf(scope) {
  if (scope.kind !== "lambda") return scope.kind;
  const { functionName, qualifier = "$LATEST", account, region } = scope;
  return JSON.stringify([functionName, qualifier, account ?? null, region ?? null]);
}
function problemOf(integration, after, released) {
  const route = `${nameOf(integration)} (${shownUri(integration.uri)})`;
  if (after.kind === "unknown") {
    return `it is unclear what ${route} will call; expected the URI of a function, another AWS service or an HTTP backend`;
  }
  if (released !== void 0 && (after.kind !== "lambda" || after.functionName !== released)) {
    return `${route} would no longer call "${released}", which is being released; expected a value that points to "${released}"`;
  }
  if (after.kind === "lambda" && after.qualifier === "") {
    return `${route} will call "${after.functionName}" with an empty version, which AWS rejects; expected a version or an alias`;
  }
  return void 0;
}

// src/targets/stage/call-notes.ts
function unclearCalls({ released, variables, overrides }) {
  const values = { ...variables, ...overrides };
  const isSet = (name) => Object.hasOwn(values, name);
  const odd = released.filter(
    (call) => reachOf(call.uri, values).kind === "unknown" && variablesOf(call).every(isSet)
  );
  const unset = [...new Set(released.flatMap(variablesOf))].filter((name) => !isSet(name));
  return [
    ...listed3("what these integrations call is not understood, so it was not checked", odd, shown),
    ...unset.flatMap((name) => {
      const users = released.filter((call) => variablesOf(call).includes(name));
      return listed3(`stage variable "${name}", which has no value, is used by`, users, shown);
    })
  ];
}
function changedCalls({ served, released, variables }, functions) {
  const changes = released.flatMap((call) => {
    const before = counterpart(call, served);
    const change = before && changeOf(before, call, variables, functions);
    return change === void 0 ? [] : [{ call, change }];
  });
  const words = new Map(changes.map(({ call, change }) => [call, change]));
  return listed3(
    "on the canary, these routes call something else than on the stage",
    [...words.keys()],
    (call) => words.get(call) ?? ""
  );
}
function changeOf(before, after, variables, functions) {
  const [old, fresh] = [reachOf(before.uri, variables), reachOf(after.uri, variables)];
  const isReleased = old.kind === "lambda" && fresh.kind === "lambda" && old.functionName === fresh.functionName && functions.includes(old.functionName);
  const sameTarget = old.kind === "lambda" || fresh.kind === "lambda" ? keyOf(old) === keyOf(fresh) : filledIn(before.uri, variables) === filledIn(after.uri, variables);
  if (!isReleased && !sameTarget) {
    const [from, to] = [shown(before), shown(after)];
    return from === to ? `another address at ${to}` : `${to} instead of ${from}`;
  }
  const differs = (part) => filledIn(before[part] ?? "", variables) !== filledIn(after[part] ?? "", variables);
  const ways = [
    ...differs("credentials") ? ["role"] : [],
    ...differs("connectionId") ? ["VPC link"] : [],
    // The request to another AWS service names the queue, the table or the state machine.
    ...fresh.kind !== "lambda" && before.request !== after.request ? ["request"] : []
  ];
  return ways.length === 0 ? void 0 : `the same with another ${ways.join(", another ")}`;
}
function shown({ uri }) {
  return uri === "" ? "no URI" : shownUri(uri);
}
var MOST_SHOWN2 = 10;
function listed3(words, calls, inWords2) {
  if (calls.length === 0) return [];
  const list = calls.slice(0, MOST_SHOWN2).map((call) => `${nameOf(call)} (${inWords2(call)})`);
  const more = calls.length - MOST_SHOWN2;
  return [`definition: ${words}: ${list.join(", ")}${more > 0 ? ` and ${more} more` : ""}`];
}

// src/targets/stage/dependents.ts
import {
  src_base_listed_ts__listed as listed4
} from "./core.js";
import {
  src_base_suggest_ts__didYouMean as didYouMean
} from "./core.js";
function strayDependents(wirings, definition, variables) {
  return straysOf(wirings, definition, variables).map((stray) => describe(stray, variables));
}
function movedAlong(wirings, definition, variables) {
  const strays = straysOf(wirings, definition, variables).map(
    ({ variable, others }) => `stage variable "${variable}" also controls ${callsInWords(others, variables)}`
  );
  return strays.length > 0 ? `; ${listed4(strays, "; ")}` : "";
}
function straysOf(wirings, { integrations }, variables) {
  const moved = new Set(wirings.flatMap((w) => w.kind === "variable" ? [w.variable] : []));
  return [...moved].flatMap((variable) => {
    const movers = wirings.flatMap(
      (w) => w.kind === "variable" && w.variable === variable ? [w.functionName] : []
    );
    const others = integrations.filter((integration) => {
      if (!variablesOf(integration).includes(variable)) return false;
      const decided = functionOf(integration, variable, variables);
      return decided === void 0 || !movers.includes(decided);
    });
    return others.length > 0 ? [{ variable, movers, others }] : [];
  });
}
function describe({ variable, movers, others }, variables) {
  const names = movers.map((name) => `"${name}"`).join(" and ");
  const functions = new Set(others.map((other) => functionOf(other, variable, variables)));
  const listable = [...functions].every((name) => name !== void 0);
  const list = [...functions].map((name) => `"${name}"`).join(" and ");
  const orList = listable ? `, or list ${list} in functions too, and set one published version for all of them in version` : "";
  return `stage variable "${variable}", which holds the version of ${names}, also controls ${callsInWords(others, variables)}, which would change with it. To fix this, give ${names} ${movers.length === 1 ? "its" : "their"} own stage variable${orList}`;
}
function functionOf(integration, variable, variables) {
  const scope = reachOf(integration.uri, variables);
  const held = scope.kind === "lambda" && scope.heldBy?.name === variable;
  const once = variablesOf(integration).filter((name) => name === variable).length === 1;
  return held && once ? scope.functionName : void 0;
}
function callsInWords(calls, variables) {
  const shown2 = calls.slice(0, MOST_SHOWN3).map((call) => callInWords(call, variables));
  const more = calls.length - shown2.length;
  return `what ${shown2.join(", ")}${more > 0 ? ` and ${more} more` : ""} ${calls.length === 1 ? "calls" : "call"}`;
}
var MOST_SHOWN3 = 10;
function callInWords(call, variables) {
  const scope = reachOf(call.uri, variables);
  const link = call.connectionId === void 0 ? "" : `, VPC link ${call.connectionId}`;
  const where = scope.kind === "lambda" ? `function "${scope.functionName}"` : `${shownUri(call.uri)}${link}`;
  return `${nameOf(call)} (${where})`;
}
function readersInWords(moved, readers) {
  return moved.flatMap((variable) => {
    const where = readers.filter(({ names }) => names.includes(variable)).map((r) => r.where);
    if (where.length === 0) return [];
    const shown2 = where.slice(0, MOST_SHOWN3).join(", ");
    const more = where.length > MOST_SHOWN3 ? ` and ${where.length - MOST_SHOWN3} more` : "";
    return [
      `stage variable "${variable}" is also read by templates, mappings or gateway responses (${shown2}${more}): on the canary they see its new value`
    ];
  });
}
function knowsVariable(definition, name) {
  const read2 = variablesIn(definition);
  return read2.includes(name) || read2.includes("*");
}
function variablesIn({ integrations, readers }) {
  return [...integrations.flatMap(variablesOf), ...readers.flatMap(({ names }) => names)];
}
function idleOverrides(overrides, released, variables, draft) {
  const known4 = [.../* @__PURE__ */ new Set([...Object.keys(variables), ...variablesIn(released)])];
  const isIdle = (name) => !known4.includes(name) && !knowsVariable(released, name);
  return Object.keys(overrides).filter(isIdle).map(
    (name) => draft && knowsVariable(draft, name) ? `stage-variable-overrides: only the API's draft has the variable "${name}", and definition: deployed does not release the draft; expected a variable of the deployed definition, or definition: draft` : `stage-variable-overrides: neither the stage nor the API definition has the variable "${name}"; expected one that the stage has or the definition mentions.${didYouMean(name, known4)} If a function reads it from its event, set it on the stage first`
  );
}
function overridesInWords(overrides, integrations, variables) {
  return Object.keys(overrides).flatMap((name) => {
    const moved = integrations.filter((call) => variablesOf(call).includes(name));
    if (moved.length === 0) return [];
    return [
      `stage-variable-overrides: "${name}" controls ${callsInWords(moved, variables)}, and changes it`
    ];
  });
}

// src/targets/stage/released-definition.ts
import {
  src_base_errors_ts__known as known3
} from "./core.js";
function releasedDefinition({ definition, promote }, { draft, served }) {
  const deploys = definition === "draft";
  const stays = deploys && promote.deployment ? void 0 : served;
  const parts = [...deploys ? [draft] : [], ...stays ? [stays] : []];
  return {
    integrations: parts.flatMap(({ integrations }) => integrations),
    readers: parts.flatMap(({ readers }) => readers)
  };
}
function longestAnswerSeconds({ definition }, {
  draft,
  served
}) {
  if (served === void 0) return draft.longestAnswerSeconds;
  const released = definition === "draft" ? draft : served;
  return Math.max(served.longestAnswerSeconds, released.longestAnswerSeconds);
}
async function withResponses(api, released, names, when, notes) {
  const open = when === "always" ? names : names.filter((name) => !knowsVariable(released, name));
  const found2 = open.length > 0 ? await readResponses(api, notes) : [];
  const inDraft = when === "always" ? "" : " of the draft";
  const readers = found2.map(({ where, names: read2 }) => ({ where: where + inDraft, names: read2 }));
  return { ...released, readers: [...released.readers, ...readers] };
}
async function readResponses(api, notes) {
  try {
    return await api.readResponseReaders();
  } catch (error) {
    notes.push(
      `stage variables: the action could not check whether gateway responses read one that changes (${known3(error).message})`
    );
    return [];
  }
}

export {
  reachOf,
  parseLambdaUri,
  withQualifier,
  endsIn,
  shownUri,
  canaryChange,
  sharedVariables,
  findWiring,
  findReleaseWiring,
  servedVersion,
  pinnedIn,
  withSide,
  settleDrafts,
  deployDraft,
  callsDigest,
  definitionChanges,
  restoreDraft,
  compareRoutes,
  describeRouteDifference,
  adviceFor,
  checkStageRoom,
  storedStateOf,
  lastTag,
  stageArnOf,
  forgetCommands,
  forgetCommandsOf,
  prepareCanary,
  sourceArns,
  findRefusals,
  ensureInvokable,
  describeRefusals,
  qualifierInWords,
  DISABLED,
  PRIVATE,
  checkDefaultUrl,
  movedCalls,
  unclearCalls,
  changedCalls,
  strayDependents,
  movedAlong,
  readersInWords,
  idleOverrides,
  overridesInWords,
  releasedDefinition,
  longestAnswerSeconds,
  withResponses
};
