// src/targets/stage/preview-stages.ts
import {
  src_aws_deployments_ts__bindDeployments as bindDeployments
} from "./stage.js";
import {
  src_aws_functions_ts__bindFunctions as bindFunctions,
  src_aws_functions_ts__readArn as readArn
} from "./functions.js";
import {
  src_aws_gateway_arns_ts__stageUrl as stageUrl
} from "./stage.js";
import {
  src_aws_rest_api_ts__bindRestApi as bindRestApi
} from "./stage.js";

// src/aws/stages.ts
import {
  _aws_sdk_client_api_gateway__CreateStageCommand as CreateStageCommand,
  _aws_sdk_client_api_gateway__DeleteStageCommand as DeleteStageCommand
} from "./vendor-aws.js";
import {
  src_base_without_secrets_ts__valuesToHide as valuesToHide
} from "./release.js";
import {
  src_aws_call_ts__call as call
} from "./release.js";
import {
  src_aws_gateway_arns_ts__gatewayArn as gatewayArn
} from "./stage.js";
import {
  src_aws_gateway_client_ts__API_GATEWAY as API_GATEWAY
} from "./stage.js";
function bindStages({ place, open }, restApiId) {
  const client = open(API_GATEWAY);
  const words = (doing, verb, path) => ({
    doing,
    permission: {
      action: `apigateway:${verb}`,
      resource: gatewayArn(place, `/restapis/${restApiId}/stages${path}`)
    }
  });
  return {
    create: async ({ stageName, description, deploymentId, variables, tags }) => {
      const asked = { restApiId, stageName, description, deploymentId };
      const making = words(`creating the stage "${stageName}"`, "POST", "");
      const hides = valuesToHide(Object.values(variables));
      await call(
        { ...making, hides },
        () => client.send(
          new CreateStageCommand({ ...asked, variables: { ...variables }, tags: { ...tags } })
        )
      );
    },
    remove: async (stageName) => {
      await call(
        words(`deleting the stage "${stageName}"`, "DELETE", `/${stageName}`),
        () => client.send(new DeleteStageCommand({ restApiId, stageName }))
      );
    }
  };
}

// src/targets/stage/preview-stages.ts
import {
  src_base_assert_ts__must as must
} from "./core.js";
import {
  src_base_errors_ts__KnownError as KnownError,
  src_base_errors_ts__known as known,
  src_base_errors_ts__orElse as orElse
} from "./core.js";
import {
  src_base_time_ts__sleep as sleep
} from "./core.js";
import {
  src_rollout_preview_tags_ts__describePreview as describePreview2,
  src_rollout_preview_tags_ts__previewStageName as previewStageName,
  src_rollout_preview_tags_ts__previewTags as previewTags,
  src_rollout_preview_tags_ts__readPreview as readPreview2
} from "./release.js";
import {
  src_targets_lambda_check_code_ts__wrongCode as wrongCode
} from "./functions.js";
import {
  src_targets_lambda_next_version_ts__versionToRelease as versionToRelease
} from "./functions.js";
import {
  src_targets_lambda_version_text_ts__describeVersion as describeVersion
} from "./functions.js";
import {
  src_targets_stage_call_notes_ts__unclearCalls as unclearCalls
} from "./stage.js";
import {
  src_targets_stage_canary_change_ts__canaryChange as canaryChange
} from "./stage.js";
import {
  src_targets_stage_default_url_ts__DISABLED as DISABLED,
  src_targets_stage_default_url_ts__PRIVATE as PRIVATE
} from "./stage.js";
import {
  src_targets_stage_dependents_ts__idleOverrides as idleOverrides,
  src_targets_stage_dependents_ts__strayDependents as strayDependents
} from "./stage.js";
import {
  src_targets_stage_draft_deployment_ts__deployDraft as deployDraft
} from "./stage.js";
import {
  src_targets_stage_inspect_keys_ts__howToAddToPlan as howToAddToPlan,
  src_targets_stage_inspect_keys_ts__keyNotes as keyNotes,
  src_targets_stage_inspect_keys_ts__releasedRoutes as releasedRoutes
} from "./stage.js";
import {
  src_targets_stage_moved_calls_ts__movedCalls as movedCalls
} from "./stage.js";

// src/targets/stage/own-previews.ts
import {
  src_rollout_preview_tags_ts__describePreview as describePreview,
  src_rollout_preview_tags_ts__readPreview as readPreview
} from "./release.js";
async function previewsAmong(stages, deployments) {
  const claims = stages.flatMap((stage) => {
    const preview = readPreview(stage.name, stage.tags);
    if (!preview) return [];
    const made = describePreview(preview.repository, preview.pull);
    return [{ preview, made, stage }];
  });
  const isOpen = claims.some(({ stage, made }) => stage.description !== made);
  const history = isOpen ? await deployments.list() : [];
  const served = ({ state }) => history.find(({ id }) => id === state.deploymentId)?.description;
  return claims.filter(({ stage, made }) => stage.description === made || served(stage) === made).map(({ preview }) => preview);
}

// src/targets/stage/preview-stages.ts
import {
  src_targets_stage_released_definition_ts__withResponses as withResponses
} from "./stage.js";
import {
  src_targets_stage_served_wiring_ts__servedVersion as servedVersion
} from "./stage.js";
import {
  src_targets_stage_stage_prepare_ts__ensureInvokable as ensureInvokable,
  src_targets_stage_stage_prepare_ts__sourceArns as sourceArns
} from "./stage.js";
import {
  src_targets_stage_stage_state_ts__variableOf as variableOf
} from "./stage.js";
import {
  src_targets_stage_wiring_ts__findWiring as findWiring
} from "./stage.js";
var STAGES_PER_API = 10;
function connectPreviews(sets, inputs) {
  const { restApiId, stageName } = inputs;
  const clients = sets.normal;
  const restoring = bindRestApi(sets.rollback, restApiId, stageName);
  const deployments = bindDeployments(clients, restApiId);
  const stages = bindStages(clients, restApiId);
  const stageOf = (name) => bindRestApi(clients, restApiId, name);
  const list = async () => previewsAmong(await deployments.readStages(), deployments);
  const find = async ({ repository, pull }) => {
    const name = previewStageName(pull);
    const found = (await deployments.readStages()).find((stage) => stage.name === name);
    if (!found) return void 0;
    const [own] = await previewsAmong([found], deployments);
    if (own?.repository !== repository) throw notOurs(found, repository);
    return found;
  };
  const remove = async ({ repository, pull }) => {
    if (!await find({ repository, pull })) return false;
    await stages.remove(previewStageName(pull));
    await clearAway({ repository, pull });
    return true;
  };
  const clearAway = async ({ repository, pull }, but) => {
    const made = describePreview2(repository, pull);
    for (const { id, description } of await deployments.list()) {
      if (description === made && id !== but) await deployments.remove(id).catch(orElse(void 0));
    }
  };
  const makeRoom = async (order) => {
    const all = await deployments.readStages();
    if (all.length < STAGES_PER_API) return [];
    const { repository } = order.preview;
    const [oldest] = (await previewsAmong(all, deployments)).filter((preview) => preview.repository === repository).sort((a, b) => a.at - b.at);
    const full = `the API has ${all.length} stages, which is the maximum`;
    if (!oldest) {
      throw new KnownError(
        `${full}, and none of them is a preview of ${repository} that could make room: delete a stage manually`
      );
    }
    if (order.onLimit === "refuse") {
      throw new KnownError(
        `${full}: close a pull request, run command: sweep, or set preview-limit: oldest`
      );
    }
    await remove(oldest);
    return [oldest.pull];
  };
  return {
    stageName: inputs.stageName,
    list,
    remove,
    make: (order) => make({ clients, inputs, restoring, stageOf, stages, find, makeRoom, clearAway }, order)
  };
}
async function make(maker, order) {
  const { clients, inputs, stageOf, find, makeRoom } = maker;
  const base = stageOf(inputs.stageName);
  const notes = [...await addressNotes(base)];
  const name = previewStageName(order.preview.pull);
  const own = stageOf(name);
  const { state } = await base.readStage();
  const isNeeded = order.functions.length > 0 || inputs.definition === "deployed";
  const deployed = isNeeded ? await base.readServed() : void 0;
  const draft = await base.readDraft();
  const { variables: stands } = state;
  const definition = inputs.definition === "deployed" && deployed ? deployed : draft;
  const { integrations: released } = definition;
  const served = deployed?.integrations ?? [];
  const wirings = order.functions.map((f) => wiringOf(f.name, served, released, stands));
  const moves = { served: released, released, variables: stands, overrides: inputs.overrides };
  const moved = movedCalls(
    moves,
    order.functions.map((each) => each.name)
  );
  const names = Object.keys(inputs.overrides);
  const read = await withResponses(base, definition, names, "if needed", []);
  mustBeSound([
    ...strayDependents(wirings, { integrations: released }, stands).map(
      (words) => `functions: ${words}`
    ),
    ...idleOverrides(inputs.overrides, read, stands),
    ...moved.problems
  ]);
  notes.push(
    ...unclearCalls(moves),
    ...keyNotes(
      await releasedRoutes(base, inputs.definition, draft, state.deploymentId),
      "the preview",
      howToAddToPlan(base, name)
    )
  );
  const there = await find(order.preview);
  const removed = there ? [] : await makeRoom(order);
  const changes = await publish(maker, order, wirings);
  const change = canaryChange(wirings, changes, inputs.overrides);
  if ("problems" in change) throw new KnownError(change.problems.join("\n"));
  const description = describePreview2(order.preview.repository, order.preview.pull);
  const warn = (text) => notes.push(text);
  const checked = { draft, mark: void 0 };
  const deploying = { api: base, restoring: maker.restoring, warn, checked, pause: sleep };
  const deploymentId = inputs.definition === "deployed" ? state.deploymentId : await deployDraft(deploying, change.drafts, () => base.snapshot(description));
  await permit(maker, own, calledBy(wirings, changes, moved.calls));
  const variables = { ...state.variables, ...change.overrides };
  await serve(maker, order, there, { deploymentId, description, variables });
  const url = stageUrl(clients.place, inputs.restApiId, name);
  return { url, label: `${inputs.restApiId}/${name}`, changes, removed, notes };
}
async function serve({ stageOf, stages, clearAway }, { preview }, there, served) {
  const { deploymentId, description, variables } = served;
  const stageName = previewStageName(preview.pull);
  const tags = previewTags(preview);
  if (!there) return stages.create({ stageName, tags, ...served });
  const own = stageOf(stageName);
  await own.patchStage("updating the preview", [
    { op: "replace", path: "/description", value: description },
    { op: "replace", path: "/deploymentId", value: deploymentId },
    ...variablePatch(there.state.variables, variables)
  ]);
  await own.tag(tags);
  await clearAway(preview, deploymentId).catch(orElse(void 0));
}
async function addressNotes(api) {
  let defaultUrl;
  try {
    ({ defaultUrl } = await api.readApi());
  } catch (error) {
    return [
      `preview: the action could not check whether the API answers at its default address (${known(error).message})`
    ];
  }
  if (defaultUrl === "nobody") {
    throw new KnownError(
      `${DISABLED}, and a preview has no other address. Nothing was changed; turn the default endpoint on, or set preview: canary`
    );
  }
  return defaultUrl === "its VPCs" ? [`preview: ${PRIVATE} the preview answers only there`] : [];
}
function notOurs({ name, tags }, repository) {
  const claims = readPreview2(name, tags)?.repository === repository;
  const why = claims ? " (only its tags say so, and neither its description nor its deployment)" : "";
  return new KnownError(
    `the stage "${name}" is not a preview of ${repository}${why}, so it was not changed; rename it, or delete it manually`
  );
}
function wiringOf(name, served, released, variables) {
  const found = findWiring(name, released, variables);
  if (found.kind !== "found") throw new KnownError(`functions: ${found.problem}`);
  const version = servedVersion(name, served, variables);
  return { ...found.wiring, from: "is" in version ? version.is : "" };
}
async function publish({ clients }, { functions, source }, wirings) {
  const lambda = bindFunctions(clients);
  const changes = [];
  for (const [i, input] of functions.entries()) {
    const { name } = input;
    const { from } = must(wirings[i], "each function has its wiring");
    const latest = await lambda.read(name);
    if (!latest) throw new KnownError(`functions: there is no function "${name}"`);
    const wrong = input.version === void 0 ? wrongCode(input, latest) : void 0;
    if (wrong !== void 0) throw new KnownError(wrong);
    const serving = from === "" ? void 0 : await lambda.read(name, from);
    const next = versionToRelease(input, from, latest, serving);
    const description = describeVersion(source, "");
    const to = next.version ?? (await lambda.publish(name, description, next.latest)).version;
    changes.push({ name, from, to });
  }
  return changes;
}
function mustBeSound(problems) {
  if (problems.length > 0) throw new KnownError(problems.join("\n"));
}
function calledBy(wirings, changes, moved) {
  const versionOf = (functionName) => must(
    changes.find(({ name }) => name === functionName),
    `a version of "${functionName}" is released`
  ).to;
  return [
    ...wirings.map((wiring) => ({ ...wiring, version: versionOf(wiring.functionName) })),
    ...moved.map((call2) => ({ ...call2, version: call2.qualifier }))
  ];
}
async function permit({ clients, inputs }, own, called) {
  const functions = bindFunctions(clients);
  for (const { functionName, version, integrations } of called) {
    const arn = await readArn(functions, functionName);
    const invoked = { functionName, version, sourceArns: sourceArns(own, arn, integrations) };
    const missing = await ensureInvokable(functions, own, invoked, inputs.invokePermission);
    if (missing !== void 0) throw new KnownError(missing);
  }
}
function variablePatch(before, after) {
  const gone = Object.keys(before).filter((name) => variableOf(after, name) === null);
  return [
    ...Object.entries(after).map(
      ([name, value]) => ({ op: "replace", path: `/variables/${name}`, value })
    ),
    ...gone.map((name) => ({ op: "remove", path: `/variables/${name}` }))
  ];
}
export {
  connectPreviews
};
