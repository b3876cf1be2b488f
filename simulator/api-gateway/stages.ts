// Operations on stages.

import type { Reply } from '../service.ts';
import { readCanary } from './canary-settings.ts';
import { badRequest, conflict, limitExceeded } from './errors.ts';
import { findRecord, findStage, type Gateway } from './gateway.ts';
import { present } from './members.ts';
import type { Stage } from './model.ts';
import type { Operation } from './operation.ts';
import { type PatchOperation, readPatch } from './patch.ts';
import { type Body, boolean, object, text, textMap } from './read.ts';
import { type Input, jsonReply } from './request.ts';
import {
  applyOperation,
  checkDocumentationVersion,
  checkTogether,
  type StageContext,
  withCache,
} from './stage-patch.ts';
import { checkedVariables } from './stage-variables.ts';
import { type ApiRecord, putStage } from './store.ts';
import { checkedTags } from './tags.ts';

const STAGES = '/restapis/{restApiId}/stages';
const STAGE = `${STAGES}/{stageName}`;

export function stageOperations(gateway: Gateway): readonly Operation[] {
  const { clock } = gateway.world;
  return [
    {
      name: 'CreateStage',
      method: 'POST',
      path: STAGES,
      perform: (input) => jsonReply(201, createStage(gateway, input)),
    },
    {
      name: 'GetStages',
      method: 'GET',
      path: STAGES,
      perform: (input) => jsonReply(200, { item: listStages(gateway, input) }),
    },
    {
      name: 'GetStage',
      method: 'GET',
      path: STAGE,
      perform: (input) => jsonReply(200, findStage(gateway, input).stage),
    },
    {
      name: 'UpdateStage',
      method: 'PATCH',
      path: STAGE,
      perform: (input) => updateStage(gateway, input),
    },
    {
      name: 'DeleteStage',
      method: 'DELETE',
      path: STAGE,
      perform: (input) => {
        const { record, stage } = findStage(gateway, input);
        putStage(record, stage.stageName, undefined, clock.now());
        return jsonReply(202);
      },
    },
  ];
}

function listStages(gateway: Gateway, input: Input): readonly Stage[] {
  const stages = [...findRecord(gateway, input).stages.values()];
  const deploymentId = input.query.get('deploymentId');
  return deploymentId === null
    ? stages
    : stages.filter((stage) => stage.deploymentId === deploymentId);
}

/** A stage with only a name and a deployment; all else has default values. */
export function plainStage(stageName: string, deploymentId: string, now: number): Stage {
  return {
    stageName,
    deploymentId,
    cacheClusterEnabled: false,
    cacheClusterStatus: 'NOT_AVAILABLE',
    methodSettings: {},
    tracingEnabled: false,
    createdDate: now,
    lastUpdatedDate: now,
  };
}

const MAX_STAGES = 10;
const STAGE_NAME = /^[A-Za-z0-9_-]{1,128}$/;

/** Throws if AWS would refuse to create a stage with that name (also if it exists already). */
export function checkNewStage(record: ApiRecord, stageName: string): void {
  if (!STAGE_NAME.test(stageName)) throw badRequest('Stage name only allows a-zA-Z0-9_-');
  if (record.stages.has(stageName)) throw conflict('Stage already exists');
  if (record.stages.size >= MAX_STAGES) {
    throw limitExceeded(`Maximum number of stages (${MAX_STAGES}) for this API has been reached`);
  }
}

function createStage(gateway: Gateway, input: Input): Stage {
  const record = findRecord(gateway, input);
  const { body } = input;
  const context = surroundings(gateway, record);
  const stageName = text(body, 'stageName') ?? '';
  const deploymentId = text(body, 'deploymentId') ?? '';
  checkNewStage(record, stageName);
  if (!context.deploymentExists(deploymentId)) throw badRequest('Deployment id does not exist');
  const documentationVersion = text(body, 'documentationVersion');
  if (documentationVersion) checkDocumentationVersion(documentationVersion, context);
  const now = gateway.world.clock.now();
  const bare: Stage = {
    ...plainStage(stageName, deploymentId, now),
    ...present({
      description: text(body, 'description'),
      variables: checkedVariables(textMap(body, 'variables')),
      documentationVersion,
      tracingEnabled: boolean(body, 'tracingEnabled'),
      tags: checkedTags(textMap(body, 'tags')),
      canarySettings: newCanary(body, deploymentId, context),
    }),
  };
  const enabled = boolean(body, 'cacheClusterEnabled') ?? false;
  const stage = enabled ? withCache(bare, true, text(body, 'cacheClusterSize')) : bare;
  putStage(record, stageName, stage, now);
  return stage;
}

function newCanary(body: Body, baseDeploymentId: string, context: StageContext) {
  const asked = object(body, 'canarySettings');
  if (!asked) return undefined;
  const deploymentId = text(asked, 'deploymentId') ?? baseDeploymentId;
  if (!context.deploymentExists(deploymentId)) throw badRequest('Deployment id does not exist');
  return { ...readCanary(asked), deploymentId };
}

const surroundings = ({ world, store }: Gateway, record: ApiRecord): StageContext => ({
  unsettled: world.unsettled,
  logsRole: store.account.cloudwatchRoleArn,
  deploymentExists: (id) => record.deployments.has(id),
  documentationVersionExists: (version) => record.documentationVersions.has(version),
});

function updateStage(gateway: Gateway, input: Input): Reply {
  const { record, stage } = findStage(gateway, input);
  const operations = readPatch(input.body, 'updateStageInput');
  const { world } = gateway;
  checkTogether(operations, world.unsettled);
  const context = surroundings(gateway, record);
  const result = applyAll(stage, operations, context);
  const keep = result.refusal === undefined || !world.unsettled.patchIsAtomic;
  if (keep && result.stage !== stage) {
    const now = world.clock.now();
    putStage(record, stage.stageName, { ...result.stage, lastUpdatedDate: now }, now);
  }
  if (result.refusal !== undefined) throw result.refusal;
  return jsonReply(200, record.stages.get(stage.stageName));
}

/** The stage after the operations, in order, up to the first that is refused. */
function applyAll(
  stage: Stage,
  operations: readonly PatchOperation[],
  context: StageContext,
): { readonly stage: Stage; readonly refusal?: unknown } {
  let current = stage;
  for (const operation of operations) {
    try {
      current = applyOperation(current, operation, context);
    } catch (refusal) {
      return { stage: current, refusal };
    }
  }
  return { stage: current };
}
