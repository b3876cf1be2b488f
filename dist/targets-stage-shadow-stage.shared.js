import {
  inspectKeys
} from "./targets-stage-inspect-keys.shared.js";
import {
  DEPLOYMENT_MARK
} from "./targets-stage-deployment-text.shared.js";
import {
  API_GATEWAY
} from "./aws-gateway-client.shared.js";
import {
  gatewayArn,
  stageArn
} from "./aws-gateway-arns.shared.js";
import {
  inspectProbes
} from "./aws-probes.shared.js";

// src/targets/stage/shadow-stage.ts
import {
  src_aws_call_ts__ifThere as ifThere
} from "./release.js";

// src/aws/stage-probes.ts
import {
  _aws_sdk_client_api_gateway__CreateDeploymentCommand as CreateDeploymentCommand,
  _aws_sdk_client_api_gateway__PutRestApiCommand as PutRestApiCommand,
  _aws_sdk_client_api_gateway__TagResourceCommand as TagResourceCommand,
  _aws_sdk_client_api_gateway__UntagResourceCommand as UntagResourceCommand,
  _aws_sdk_client_api_gateway__UpdateIntegrationCommand as UpdateIntegrationCommand,
  _aws_sdk_client_api_gateway__UpdateStageCommand as UpdateStageCommand
} from "./vendor-aws.js";
function stageProbes(client, place, restApiId, stageName) {
  const resourceArn = stageArn(place, restApiId, stageName);
  const tags = gatewayArn(place, `/tags/${encodeURIComponent(resourceArn)}`);
  return [
    {
      permission: { action: "apigateway:PATCH", resource: resourceArn },
      harmless: "refusal on record",
      send: () => {
        const copy = { op: "copy", from: "/canarySettings/none", path: "/none" };
        return client.send(
          new UpdateStageCommand({ restApiId, stageName, patchOperations: [copy] })
        );
      }
    },
    {
      permission: {
        action: "apigateway:PUT",
        resource: tags
      },
      harmless: "refusal on record",
      // AWS reserves keys that begin with "aws:".
      send: () => client.send(new TagResourceCommand({ resourceArn, tags: { "aws:probe": "x" } }))
    },
    {
      permission: { action: "apigateway:DELETE", resource: tags },
      harmless: "changes nothing",
      // Removing a tag that does not exist changes nothing.
      send: () => client.send(new UntagResourceCommand({ resourceArn, tagKeys: ["canary-action:probe"] }))
    }
  ];
}
function deploymentProbe(client, place, restApiId) {
  return {
    permission: {
      action: "apigateway:POST",
      resource: gatewayArn(place, `/restapis/${restApiId}/deployments`)
    },
    harmless: "refusal on record",
    send: () => client.send(
      new CreateDeploymentCommand({ restApiId, canarySettings: { percentTraffic: 0 } })
    )
  };
}
function importProbe(client, place, restApiId) {
  return {
    permission: {
      action: "apigateway:PUT",
      resource: gatewayArn(place, `/restapis/${restApiId}`)
    },
    harmless: "refusal expected",
    send: () => client.send(
      new PutRestApiCommand({
        ...{ restApiId, mode: "merge", failOnWarnings: true },
        body: Buffer.from('"no definition"')
      })
    )
  };
}
function integrationProbe(client, place, restApiId, { resourceId, method: httpMethod }) {
  const path = `/restapis/${restApiId}/resources/${resourceId}/methods/${httpMethod}/integration`;
  const replace = { op: "replace", path: "/none", value: "probe" };
  return {
    permission: { action: "apigateway:PATCH", resource: gatewayArn(place, path) },
    harmless: "refusal expected",
    send: () => client.send(
      new UpdateIntegrationCommand({
        restApiId,
        resourceId,
        httpMethod,
        patchOperations: [replace]
      })
    )
  };
}

// src/targets/stage/shadow-stage.ts
import {
  src_base_errors_ts__KnownError as KnownError
} from "./core.js";
import {
  src_base_problems_ts__attempt as attempt
} from "./release.js";
import {
  src_rollout_release_ts__formatRolloutId as formatRolloutId
} from "./release.js";
import {
  src_targets_stage_stage_record_ts__shadowsOf as shadowsOf,
  src_targets_stage_stage_record_ts__stableShadowOf as stableShadowOf,
  src_targets_stage_stage_record_ts__stageOf as stageOf
} from "./core.js";
var MARK = `${DEPLOYMENT_MARK}shadow of `;
var STAGES_PER_API = 10;
async function inspectShadow(clients, bound, facts, findings) {
  const { shadows: stages, inputs } = bound;
  const { shadowStage, stageName, smokeNeeds } = inputs;
  if (shadowStage === void 0) return void 0;
  if (shadowStage === stageName) {
    findings.problems.push(
      `shadow-stage: "${shadowStage}" is the stage that is being released; expected another name`
    );
    return void 0;
  }
  if (inputs.lendsStage) return inspectLent(clients, bound, shadowStage, findings);
  await inspectKeys(bound, facts, findings);
  const all = await attempt(findings, () => stages.readAll());
  if (!all) return void 0;
  const names = [shadowStage, ...smokeNeeds?.stable ? [stableShadowOf(shadowStage)] : []];
  const taken = all.filter((stage) => names.includes(stage.name));
  for (const stage of taken.filter((each) => !isShadowOf(stageName, each))) {
    findings.problems.push(
      `shadow-stage: the API has a stage "${stage.name}" already, which is not the shadow of "${stageName}"; expected an unused name`
    );
  }
  await inspectProbes(clients, [stages.probe(shadowStage)], findings);
  if (all.length + names.length - taken.length > STAGES_PER_API) {
    findings.notes.push(
      `shadow-stage: the API has ${all.length} stages, and AWS refuses more than ${STAGES_PER_API} unless the account's quota is raised`
    );
  }
  return void 0;
}
async function inspectLent(clients, { deployments, inputs }, name, findings) {
  const { whyNotLent } = await import("./targets-stage-lent-stage.js");
  const all = await attempt(findings, () => deployments.readStages());
  if (!all) return void 0;
  const why = whyNotLent(name, inputs.stageName, all);
  if (why !== void 0) {
    findings.problems.push(`shadow-stage: the stage "${name}": ${why}`);
    return void 0;
  }
  const [mayPatch] = stageProbes(clients.open(API_GATEWAY), clients.place, inputs.restApiId, name);
  await inspectProbes(clients, mayPatch ? [mayPatch] : [], findings);
  return all.find((stage) => stage.name === name)?.state;
}
function describeShadow(stageName, id, usagePlan) {
  const plan = usagePlan === void 0 ? "" : `, usage plan ${usagePlan}`;
  return `${MARK}${stageName}, ${formatRolloutId(id)}${plan}`;
}
async function leavePlan(usagePlans, usagePlan, names) {
  const there = await ifThere(() => usagePlans.stagesIn(usagePlan)) ?? [];
  const ours = there.filter((name) => names.includes(name));
  await usagePlans.change("remove", usagePlan, ours);
}
function parseShadow(description) {
  const text = description.startsWith(MARK) ? description.slice(MARK.length) : "";
  const [, stageName, release, usagePlan] = /^([\w-]{1,128}), ([^\s,]+)(?:, usage plan ([A-Za-z0-9]{1,64}))?$/.exec(text) ?? [];
  if (stageName === void 0 || release === void 0) return void 0;
  return { stageName, release, usagePlan };
}
function isShadowOf(stageName, { description }) {
  return description.startsWith(`${MARK}${stageName}, `);
}
async function makeShadow(services, rollout, variables) {
  const { shadows, usagePlans, api, stageNamed, deployments } = services;
  const { record, canaryDeploymentId } = rollout;
  const stage = stageOf(record);
  const { shadow, overrides, stableShadow, deploymentId, lent, usagePlan } = stage;
  if (shadow === void 0 || canaryDeploymentId === void 0) return;
  const wanted = { ...variables, ...overrides };
  if (lent) {
    const { lendStage, whyNotLent } = await import("./targets-stage-lent-stage.js");
    const why = whyNotLent(shadow, api.stageName, await deployments.readStages());
    if (why !== void 0) throw new KnownError(`shadow-stage: the stage "${shadow}": ${why}`);
    return lendStage(stageNamed(shadow), canaryDeploymentId, lent, wanted);
  }
  await removeShadow(services, rollout);
  const description = describeShadow(api.stageName, record.id, usagePlan);
  await shadows.create({ name: shadow, description }, canaryDeploymentId, wanted);
  if (stableShadow) {
    await shadows.create({ name: stableShadowOf(shadow), description }, deploymentId, variables);
  }
  if (usagePlan !== void 0) await usagePlans.change("add", usagePlan, shadowsOf(stage));
}
async function removeShadow({ shadows, usagePlans, api, stageNamed, trust, warn }, rollout) {
  const stage = stageOf(rollout.record);
  if (stage.lent && stage.shadow !== void 0) {
    const { giveBack } = await import("./targets-stage-lent-stage.js");
    return giveBack({ api: stageNamed(stage.shadow), trust, warn }, rollout, stage.lent);
  }
  const names = shadowsOf(stage);
  if (names.length === 0) return;
  if (stage.usagePlan !== void 0) await leavePlan(usagePlans, stage.usagePlan, names);
  const found = (await shadows.readAll()).filter(({ name }) => names.includes(name));
  for (const { name, description } of found) {
    if (!isShadowOf(api.stageName, { name, description })) {
      throw new KnownError(`the stage "${name}" is no longer the shadow stage of this rollout`);
    }
    await shadows.remove(name);
  }
}

export {
  stageProbes,
  deploymentProbe,
  importProbe,
  integrationProbe,
  inspectShadow,
  leavePlan,
  parseShadow,
  makeShadow,
  removeShadow
};
