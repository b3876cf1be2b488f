import {
  nameOf
} from "./aws-definition-calls.shared.js";
import {
  awsCommand
} from "./base-command-line.shared.js";

// src/targets/stage/inspect-keys.ts
import {
  src_base_errors_ts__known as known
} from "./core.js";
async function inspectKeys(api, { draft, reading }, { definition }, findings) {
  const routes = await releasedRoutes(api, definition, draft, reading.state.deploymentId);
  findings.notes.push(
    ...keyNotes(
      routes,
      "shadow-stage",
      "Let the hook call other routes, or the new versions themselves"
    )
  );
}
async function releasedRoutes(api, definition, draft, deploymentId) {
  if (definition === "draft") return draft.routes;
  try {
    return (await api.readDeployment(deploymentId)).routes;
  } catch (error) {
    return known(error).message;
  }
}
var MOST_SHOWN = 5;
function keyNotes(routes, what, advice) {
  if (typeof routes === "string") {
    return [`${what}: the action could not check whether routes require an API key (${routes})`];
  }
  const keyed = routes.filter(({ apiKeyRequired }) => apiKeyRequired).map(nameOf);
  if (keyed.length === 0) return [];
  const more = keyed.length - MOST_SHOWN;
  const names = `${keyed.slice(0, MOST_SHOWN).join(", ")}${more > 0 ? ` and ${more} more` : ""}`;
  return [
    `${what}: ${names} ${keyed.length === 1 ? "requires" : "require"} an API key, and a new stage is in no usage plan, so there every request gets 403. ${advice}`
  ];
}
function howToAddToPlan({ place, restApiId }, stageName) {
  const command = awsCommand("apigateway update-usage-plan", {
    region: place.region,
    "usage-plan-id": "PLAN",
    "patch-operations": [`op=add,path=/apiStages,value=${restApiId}:${stageName}`]
  });
  return `To add it to a usage plan: ${command}`;
}

// src/targets/stage/deployment-text.ts
var MAX_DESCRIPTION = 256;
function describeDeployment({ repository, runId }, { after, changes, draft, file, seal }) {
  const words = changes.map(({ name, from: from2, to }) => `${name} ${from2} to ${to}`).join(", ");
  const from = file === void 0 ? "" : ` file ${file}`;
  const of = draft === void 0 ? "" : ` draft ${draft}`;
  const sealed = seal === void 0 ? "" : ` sealed ${seal}`;
  const text = `${DEPLOYMENT_MARK}${repository}${of}${from} run ${runId}${sealed} after ${after}${words && `: ${words}`}`;
  return text.length <= MAX_DESCRIPTION ? text : `${text.slice(0, MAX_DESCRIPTION - 1)}…`;
}
function parseDeployment(description) {
  if (!description.startsWith(DEPLOYMENT_MARK) || description.endsWith("…")) return void 0;
  const [, after, words] = / run [\w.-]+(?: sealed [0-9a-f]+)? after ([A-Za-z0-9]{1,64})(?:: (.+))?$/.exec(description) ?? [];
  if (after === void 0) return void 0;
  const changes = (words?.split(", ") ?? []).map((word) => {
    const [, name = "", from = "", to = ""] = /^([\w-]{1,64}) (\d*) to (\d+)$/.exec(word) ?? [];
    return { name, from, to };
  });
  return changes.every(({ to }) => to !== "") ? { after, changes } : void 0;
}
function parseDraft(description) {
  if (!description.startsWith(DEPLOYMENT_MARK)) return void 0;
  return /^\S+ draft ([0-9a-f]{16}) (?:file|run) /.exec(
    description.slice(DEPLOYMENT_MARK.length)
  )?.[1];
}
function parseFile(description) {
  if (!description.startsWith(DEPLOYMENT_MARK)) return void 0;
  return / file ([0-9a-f]{16}) run /.exec(description)?.[1];
}
function parseSeal(description) {
  if (!description.startsWith(DEPLOYMENT_MARK)) return void 0;
  return / run [\w.-]+ sealed ([0-9a-f]{24}) after /.exec(description)?.[1];
}
var DEPLOYMENT_MARK = "canary-action: ";

export {
  describeDeployment,
  parseDeployment,
  parseDraft,
  parseFile,
  parseSeal,
  DEPLOYMENT_MARK,
  inspectKeys,
  releasedRoutes,
  keyNotes,
  howToAddToPlan
};
