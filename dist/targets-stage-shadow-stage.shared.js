import {
  DEPLOYMENT_MARK,
  inspectKeys
} from "./targets-stage-deployment-text.shared.js";
import {
  API_GATEWAY
} from "./aws-gateway-client.shared.js";
import {
  gatewayArn
} from "./aws-gateway-arns.shared.js";
import {
  inspectProbes
} from "./aws-probes.shared.js";

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
async function inspectShadow(clients, { api, shadows: stages, inputs }, facts, findings) {
  const { shadowStage, stageName, smokeNeeds } = inputs;
  if (shadowStage === void 0) return;
  if (shadowStage === stageName) {
    findings.problems.push(
      `shadow-stage: "${shadowStage}" is the stage that is being released; expected another name`
    );
    return;
  }
  await inspectKeys(api, facts, inputs, findings);
  const all = await attempt(findings, () => stages.readAll());
  if (!all) return;
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
}
function parseShadow(description) {
  const text = description.startsWith(MARK) ? description.slice(MARK.length) : "";
  const [, stageName, release] = /^([\w-]{1,128}), (\S+)$/.exec(text) ?? [];
  return stageName === void 0 || release === void 0 ? void 0 : { stageName, release };
}
function isShadowOf(stageName, { description }) {
  return description.startsWith(`${MARK}${stageName}, `);
}
async function makeShadow(stages, { record, canaryDeploymentId }, stageName, variables) {
  const stage = stageOf(record);
  const { shadow, overrides, stableShadow, deploymentId } = stage;
  if (shadow === void 0 || canaryDeploymentId === void 0) return;
  await removeShadow(stages, record, stageName);
  const description = `${MARK}${stageName}, ${formatRolloutId(record.id)}`;
  const canary = { name: shadow, description };
  await stages.create(canary, canaryDeploymentId, { ...variables, ...overrides });
  if (!stableShadow) return;
  await stages.create({ name: stableShadowOf(shadow), description }, deploymentId, variables);
}
async function removeShadow(stages, record, stageName) {
  const names = shadowsOf(stageOf(record));
  if (names.length === 0) return;
  const found = (await stages.readAll()).filter(({ name }) => names.includes(name));
  for (const stage of found) {
    if (!isShadowOf(stageName, stage)) {
      throw new KnownError(
        `the stage "${stage.name}" is no longer the shadow stage of this rollout`
      );
    }
    await stages.remove(stage.name);
  }
}

// src/aws/shadow-stages.ts
import {
  _aws_sdk_client_api_gateway__CreateStageCommand as CreateStageCommand,
  _aws_sdk_client_api_gateway__DeleteStageCommand as DeleteStageCommand,
  _aws_sdk_client_api_gateway__GetStagesCommand as GetStagesCommand
} from "./vendor-aws.js";
import {
  src_base_without_secrets_ts__valuesToHide as valuesToHide
} from "./release.js";
import {
  src_aws_call_ts__call as call,
  src_aws_call_ts__ifThere as ifThere
} from "./release.js";
var NO_DEPLOYMENT = "canary-action-probe";
function bindShadowStages({ mode, place, open }, restApiId) {
  const client = open(API_GATEWAY);
  const words = (doing, verb, path) => ({
    doing,
    permission: {
      action: `apigateway:${verb}`,
      resource: gatewayArn(place, `/restapis/${restApiId}/stages${path}`)
    }
  });
  return {
    mode,
    readAll: async () => {
      const { item = [] } = await call(
        words("listing the API's stages", "GET", ""),
        () => client.send(new GetStagesCommand({ restApiId }))
      );
      return item.map(({ stageName = "", description = "" }) => ({ name: stageName, description }));
    },
    create: async ({ name, description }, deploymentId, variables) => {
      const stageName = name;
      const asked = { restApiId, stageName, deploymentId, description, variables };
      const making = words(`creating the shadow stage "${name}"`, "POST", "");
      const hides = valuesToHide(Object.values(variables));
      await call({ ...making, hides }, () => client.send(new CreateStageCommand(asked)));
    },
    probe: (name) => ({
      permission: words("", "POST", "").permission,
      harmless: "refusal on record",
      send: () => client.send(
        new CreateStageCommand({ restApiId, stageName: name, deploymentId: NO_DEPLOYMENT })
      )
    }),
    remove: async (name) => {
      await ifThere(
        () => call(
          words(`deleting the shadow stage "${name}"`, "DELETE", `/${name}`),
          () => client.send(new DeleteStageCommand({ restApiId, stageName: name }))
        )
      );
    }
  };
}

export {
  inspectShadow,
  parseShadow,
  makeShadow,
  removeShadow,
  bindShadowStages
};
