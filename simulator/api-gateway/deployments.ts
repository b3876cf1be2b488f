// Operations on deployments: frozen states of an API, and the stages that serve them.

import { NotImplemented } from '../service.ts';
import { readCanary } from './canary-settings.ts';
import { badRequest, notFound } from './errors.ts';
import { findRecord, type Gateway, newId } from './gateway.ts';
import { present, without } from './members.ts';
import type { Deployment, Snapshot, Stage } from './model.ts';
import type { Operation } from './operation.ts';
import { pageOf } from './paging.ts';
import { readPatch, replaceOnly } from './patch.ts';
import { type Body, boolean, object, text, textMap } from './read.ts';
import { type Input, jsonReply } from './request.ts';
import { withCache } from './stage-patch.ts';
import { checkedVariables } from './stage-variables.ts';
import { checkNewStage, plainStage } from './stages.ts';
import { type ApiRecord, putDeployment, putStage } from './store.ts';

const DEPLOYMENTS = '/restapis/{restApiId}/deployments';
const DEPLOYMENT = `${DEPLOYMENTS}/{deploymentId}`;

export function deploymentOperations(gateway: Gateway): readonly Operation[] {
  return [
    {
      name: 'CreateDeployment',
      method: 'POST',
      path: DEPLOYMENTS,
      perform: (input) => jsonReply(201, shown(createDeployment(gateway, input))),
    },
    {
      name: 'GetDeployments',
      method: 'GET',
      path: DEPLOYMENTS,
      perform: (input) => {
        const { item, ...rest } = pageOf(
          [...findRecord(gateway, input).deployments.values()],
          input,
        );
        return jsonReply(200, { item: item.map((each) => shown(each)), ...rest });
      },
    },
    {
      name: 'GetDeployment',
      method: 'GET',
      path: DEPLOYMENT,
      perform: (input) => {
        const { deployment } = findDeployment(gateway, input);
        const embed = input.query.getAll('embed').includes('apisummary');
        return jsonReply(200, shown(deployment, embed));
      },
    },
    {
      name: 'UpdateDeployment',
      method: 'PATCH',
      path: DEPLOYMENT,
      perform: (input) => {
        const { record, deployment } = findDeployment(gateway, input);
        const operations = readPatch(input.body, 'updateDeploymentInput');
        const patched = replaceOnly(deployment, operations, {
          '/description': (each, description) => ({ ...each, description }),
        });
        putDeployment(record, patched);
        return jsonReply(200, shown(patched));
      },
    },
    {
      name: 'DeleteDeployment',
      method: 'DELETE',
      path: DEPLOYMENT,
      perform: (input) => {
        deleteDeployment(gateway, input);
        return jsonReply(202);
      },
    },
  ];
}

function findDeployment(gateway: Gateway, input: Input) {
  const record = gateway.store.records.get(input.labels.restApiId ?? '');
  const deployment = record?.deployments.get(input.labels.deploymentId ?? '');
  if (!record || !deployment) throw notFound('Invalid Deployment identifier specified');
  return { record, deployment };
}

/** A deployment as AWS returns it; with the summary of its routes only if requested. */
const shown = (deployment: Deployment, withSummary = false) => ({
  ...without(deployment, 'snapshot'),
  ...(withSummary ? { apiSummary: apiSummary(deployment.snapshot) } : {}),
});

function apiSummary({ resources }: Snapshot) {
  const routes = resources.filter(({ methods }) => Object.keys(methods).length > 0);
  return Object.fromEntries(
    routes.map(({ path, methods }) => [
      path,
      Object.fromEntries(
        Object.values(methods).map(({ httpMethod, authorizationType, apiKeyRequired }) => [
          httpMethod,
          { authorizationType, apiKeyRequired },
        ]),
      ),
    ]),
  );
}

function deleteDeployment(gateway: Gateway, input: Input): void {
  const { record, deployment } = findDeployment(gateway, input);
  const { canaryBlocksDeploymentDelete } = gateway.world.unsettled;
  const inUse = [...record.stages.values()].some(
    ({ deploymentId, canarySettings }) =>
      deploymentId === deployment.id ||
      (canaryBlocksDeploymentDelete && canarySettings?.deploymentId === deployment.id),
  );
  if (inUse) {
    throw badRequest('Active stages pointing to this deployment must be moved or deleted');
  }
  record.deployments.delete(deployment.id);
}

function createDeployment(gateway: Gateway, input: Input): Deployment {
  const record = findRecord(gateway, input);
  const { body } = input;
  const now = gateway.world.clock.now();
  const place = landing(record, body, now);
  const snapshot = freeze(record);
  const deployment: Deployment = {
    id: newId(gateway, 6),
    ...present({ description: text(body, 'description') }),
    createdDate: now,
    snapshot,
  };
  const stage = place?.(deployment.id);
  putDeployment(record, deployment);
  if (stage) putStage(record, stage.stageName, stage, now);
  return deployment;
}

/** The current draft. Throws if it cannot be deployed. */
function freeze({ api, resources, authorizers, gatewayResponses }: ApiRecord): Snapshot {
  const methods = [...resources.values()].flatMap((each) => Object.values(each.methods));
  if (methods.length === 0) throw badRequest("The REST API doesn't contain any methods");
  if (!methods.every(({ methodIntegration }) => methodIntegration)) {
    throw badRequest('No integration defined for method');
  }
  return {
    resources: [...resources.values()],
    authorizers: [...authorizers.values()],
    gatewayResponses: [...gatewayResponses.values()],
    binaryMediaTypes: api.binaryMediaTypes ?? [],
    ...present({ minimumCompressionSize: api.minimumCompressionSize, policy: api.policy }),
  };
}

/** The named stage after the deployment has an id. */
type Landing = (deploymentId: string) => Stage;

/** Decides, before a deployment is created, which stage gets it. `undefined`: none. */
function landing(record: ApiRecord, body: Body, now: number): Landing | undefined {
  const stageName = text(body, 'stageName');
  const existing = record.stages.get(stageName ?? '');
  const canary = object(body, 'canarySettings');
  if (canary) return canaryLanding(stageName, existing, body, canary, now);
  if (!stageName) return undefined;
  if (existing?.canarySettings) {
    throw badRequest(
      `${INVALID}Non canary deployment not supported on stage ${stageName} because Canary is enabled. Provide CanarySettings in deploymentInput.`,
    );
  }
  if (!existing) checkNewStage(record, stageName);
  const settings = stageSettings(body);
  return (deploymentId) => {
    const base = existing ?? plainStage(stageName, deploymentId, now);
    return settings({ ...base, deploymentId, lastUpdatedDate: now });
  };
}

const INVALID = 'Invalid deployment content specified.';

function canaryLanding(
  stageName: string | undefined,
  existing: Stage | undefined,
  body: Body,
  canary: Body,
  now: number,
): Landing {
  if (!stageName) {
    throw badRequest(
      `${INVALID}Non null and non empty stageName must be provided for canary deployment. Provided value is ${stageName ?? 'null'}`,
    );
  }
  if (!existing) {
    throw badRequest(
      `${INVALID}Stage ${stageName} must already be created before making a canary release deployment`,
    );
  }
  if (textMap(body, 'variables')) {
    throw new NotImplemented('CreateDeployment with both canarySettings and variables');
  }
  const settings = readCanary(canary);
  return (deploymentId) => ({
    ...existing,
    canarySettings: { ...settings, deploymentId },
    lastUpdatedDate: now,
  });
}

/** The stage settings that a deployment changes; settings that it omits remain. */
function stageSettings(body: Body): (stage: Stage) => Stage {
  const members = present({
    description: text(body, 'stageDescription'),
    variables: checkedVariables(textMap(body, 'variables')),
    tracingEnabled: boolean(body, 'tracingEnabled'),
  });
  const enabled = boolean(body, 'cacheClusterEnabled');
  const size = text(body, 'cacheClusterSize');
  return (stage) => {
    const next = { ...stage, ...members };
    return enabled === undefined ? next : withCache(next, enabled, size);
  };
}
