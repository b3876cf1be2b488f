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
      "Use a stage of your own that is in one (shadow-stage: existing=NAME), or let hooks call other routes, or the new versions themselves"
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

export {
  inspectKeys,
  releasedRoutes,
  keyNotes,
  howToAddToPlan
};
