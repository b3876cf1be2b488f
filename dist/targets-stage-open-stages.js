import {
  bindAccountApis
} from "./aws-account-apis.shared.js";

// src/targets/stage/open-stages.ts
import {
  src_aws_call_ts__ifThere as ifThere
} from "./release.js";
import {
  src_aws_rest_api_ts__bindRestApi as bindRestApi
} from "./stage.js";
import {
  src_base_errors_ts__KnownError as KnownError,
  src_base_errors_ts__orElse as orElse
} from "./core.js";
import {
  src_rollout_record_ts__readStoredState as readStoredState
} from "./release.js";
import {
  src_targets_stage_stage_record_ts__stageCodec as stageCodec
} from "./core.js";
import {
  src_targets_stage_stage_state_ts__trafficStateOf as trafficStateOf
} from "./stage.js";
var STAGE_ARN = /^arn:[\w-]+:apigateway:[\w-]+::\/restapis\/([a-z0-9]+)\/stages\/([\w-]+)$/;
function openStages(clients) {
  let names;
  const readNames = async () => {
    const apis = await bindAccountApis(clients).list().catch(orElse([]));
    return new Map(apis.map(({ id, name }) => [id, name]));
  };
  return {
    types: ["apigateway"],
    isOf: (arn) => STAGE_ARN.test(arn),
    read: async (on) => {
      const [, restApiId = "", stageName = ""] = STAGE_ARN.exec(on) ?? [];
      const found = await ifThere(() => bindRestApi(clients, restApiId, stageName).readStage());
      if (!found) return void 0;
      const { state, tags } = found;
      const stored = readStoredState(tags, stageCodec);
      if (stored.kind === "unreadable") {
        throw new KnownError(`its stored state cannot be read: ${stored.why}`);
      }
      if (stored.kind !== "rollout") return void 0;
      names ??= readNames();
      const rollout = stored.storedRollout;
      return {
        on,
        label: `${(await names).get(restApiId) ?? restApiId}/${stageName}`,
        rollout,
        trafficState: trafficStateOf(state, rollout)
      };
    }
  };
}
export {
  openStages
};
