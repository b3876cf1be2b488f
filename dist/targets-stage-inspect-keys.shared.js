import {
  nameOf
} from "./aws-definition-calls.shared.js";
import {
  awsCommand
} from "./base-command-line.shared.js";
import {
  routeParameters
} from "./checks-route.shared.js";

// src/targets/stage/inspect-keys.ts
import {
  src_base_errors_ts__known as known
} from "./core.js";
import {
  src_base_problems_ts__attempt as attempt
} from "./release.js";
import {
  src_base_quote_ts__quote as quote
} from "./core.js";
async function inspectKeys({ api, usagePlans, inputs }, { draft, reading }, findings) {
  const { definition, smokeNeeds, stageName } = inputs;
  const { usagePlan = "", alone = [] } = smokeNeeds ?? {};
  if (usagePlan !== "") {
    const stages = await attempt(findings, () => usagePlans.stagesIn(usagePlan));
    if (stages && !stages.includes(stageName)) {
      findings.notes.push(
        `smoke: the usage plan ${usagePlan} does not contain the stage "${stageName}", so its API keys are not those of the stage's users`
      );
    }
    return;
  }
  const routes = await releasedRoutes(api, definition, draft, reading.state.deploymentId);
  const refused = typeof routes === "string" ? [] : alone.filter((sent) => needsKey(sent, routes));
  findings.problems.push(
    ...refused.map(
      ({ name, method, path }) => `smoke: check ${quote(name)}: ${method} ${path} requires an API key, and the stage that is created for checks is in no usage plan, so every request would get 403; expected "usage-plan" with the ID of the key's plan, or a stage of your own (shadow-stage: existing=NAME)`
    )
  );
  if (refused.length > 0) return;
  findings.notes.push(
    ...keyNotes(
      routes,
      "shadow-stage",
      "Use a stage of your own that is in one (shadow-stage: existing=NAME), or let hooks call other routes, or the new versions themselves"
    )
  );
}
function needsKey({ method, path }, routes) {
  const fitting = routes.filter((route) => route.method === method || route.method === "ANY").filter((route) => routeParameters(route.path, path) !== void 0).sort((a, b) => rankOf(a) - rankOf(b));
  return fitting[0]?.apiKeyRequired === true;
}
function rankOf({ method, path }) {
  const open = path.split("/").filter((part) => part.startsWith("{"));
  const greedy = path.endsWith("+}") ? 100 : 0;
  return 10 * (greedy + open.length) + (method === "ANY" ? 1 : 0);
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
