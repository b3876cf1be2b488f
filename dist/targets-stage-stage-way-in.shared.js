import {
  stageUrl
} from "./aws-gateway-arns.shared.js";
import {
  awsCommand
} from "./base-command-line.shared.js";

// src/targets/stage/stage-way-in.ts
var HEADER = "x-canary-door";
function shadowUrl(place, { restApiId, smokeNeeds }, { shadow, lent }) {
  if (shadow === void 0) return void 0;
  const { address = "" } = smokeNeeds ?? {};
  return lent && address !== "" ? address : stageUrl(place, restApiId, shadow);
}
function stageWayIn(place, inputs, stage) {
  const { shadow, lent, usagePlan } = stage;
  const { restApiId, doorDomain } = inputs;
  if (shadow === void 0) {
    return {
      commands: [],
      notes: ["The new version has no address of its own; with door: true, it gets a stage."]
    };
  }
  return {
    url: shadowUrl(place, inputs, stage) ?? "",
    commands: doorDomain === void 0 ? [] : [ruleCommand(place.region, doorDomain, restApiId, shadow)],
    notes: [
      ...lent ? [ownNote(shadow)] : [],
      ...lent || usagePlan ? [] : [NO_KEYS],
      ...doorDomain === void 0 ? [] : [ruleNote(doorDomain)]
    ]
  };
}
var NO_KEYS = "The stage is in no usage plan, so routes that require an API key answer 403 there.";
function ownNote(shadow) {
  return `It is your own stage "${shadow}": if the API's default endpoint is off, reach it at its custom domain.`;
}
function ruleCommand(region, domain, restApiId, stage) {
  return awsCommand("apigatewayv2 create-routing-rule", {
    region,
    "domain-name": domain,
    priority: "1",
    conditions: JSON.stringify([{ MatchHeaders: { AnyOf: [{ Header: HEADER, ValueGlob: "1" }] } }]),
    actions: JSON.stringify([
      { InvokeApi: { ApiId: restApiId, Stage: stage, StripBasePath: false } }
    ])
  });
}
function ruleNote(domain) {
  return `The command creates a routing rule: requests to ${domain} with the header "${HEADER}: 1" reach the new version, if the routing mode of the domain includes rules. Set another priority if 1 is taken and StripBasePath if the domain has base paths, and delete the rule (aws apigatewayv2 delete-routing-rule) when the release continues.`;
}

export {
  shadowUrl,
  stageWayIn
};
