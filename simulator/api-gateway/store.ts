// Stores the APIs, and each stage's history, because the data plane may lag behind the control plane.

import type { Place } from '../world.ts';
import type {
  Account,
  ApiDirectory,
  ApiKey,
  Authorizer,
  Deployment,
  DocumentationPart,
  DocumentationVersion,
  GatewayResponse,
  Model,
  Resource,
  RestApi,
  Snapshot,
  Stage,
  UsagePlan,
} from './model.ts';

/** One API with everything below it. The maps change; the values in them never do. */
export interface ApiRecord {
  api: RestApi;
  readonly resources: Map<string, Resource>;
  readonly authorizers: Map<string, Authorizer>;
  readonly deployments: Map<string, Deployment>;
  readonly stages: Map<string, Stage>;
  readonly documentationParts: Map<string, DocumentationPart>;
  readonly documentationVersions: Map<string, DocumentationVersion>;
  /** By name. */
  readonly models: Map<string, Model>;
  /** By type; only those that were set. */
  readonly gatewayResponses: Map<string, GatewayResponse>;
  /** Snapshots remain after their deployments are deleted. */
  readonly snapshots: Map<string, Snapshot>;
  /** The history of each stage with start times, oldest first; `undefined`: it did not exist. */
  readonly stageHistory: Map<
    string,
    { readonly from: number; readonly stage: Stage | undefined }[]
  >;
}

export interface Store {
  readonly plans: Map<string, UsagePlan>;
  readonly apiKeys: Map<string, ApiKey>;
  readonly records: Map<string, ApiRecord>;
  account: Account;
  readonly directory: ApiDirectory;
}

/** Without any APIs. The account has a role for logs: most accounts with logs of any API have had one for long. */
export function createStore({ partition, account }: Place): Store {
  const records = new Map<string, ApiRecord>();
  const [plans, apiKeys] = [new Map<string, UsagePlan>(), new Map<string, ApiKey>()];
  const store: Store = {
    ...{ records, plans, apiKeys },
    account: { cloudwatchRoleArn: `arn:${partition}:iam::${account}:role/apigateway-logs` },
    directory: {
      acceptsKey: (apiId, stageName, value) =>
        [...plans.values()].some(
          ({ stages, keys }) =>
            stages.includes(`${apiId}:${stageName}`) &&
            keys.some((id) => apiKeys.get(id)?.value === value),
        ),
      api: (apiId) => records.get(apiId)?.api,
      stage: (apiId, stageName) => records.get(apiId)?.stages.get(stageName),
      stageAsOf: (apiId, stageName, at) =>
        records
          .get(apiId)
          ?.stageHistory.get(stageName)
          ?.findLast((entry) => entry.from <= at)?.stage,
      snapshot: (apiId, deploymentId) => records.get(apiId)?.snapshots.get(deploymentId),
      writesLogs: () => store.account.cloudwatchRoleArn !== undefined,
    },
  };
  return store;
}

/** The models that CreateRestApi creates. */
const DEFAULT_MODELS: readonly Model[] = [
  {
    id: 'error0',
    name: 'Error',
    description: 'This is a default error schema model',
    schema:
      '{"$schema":"http://json-schema.org/draft-04/schema#","title":"Error Schema","type":"object","properties":{"message":{"type":"string"}}}',
    contentType: 'application/json',
  },
  {
    id: 'empty0',
    name: 'Empty',
    description: 'This is a default empty schema model',
    schema:
      '{"$schema":"http://json-schema.org/draft-04/schema#","title":"Empty Schema","type":"object"}',
    contentType: 'application/json',
  },
];

export function newRecord(api: RestApi): ApiRecord {
  const root: Resource = { id: api.rootResourceId, path: '/', methods: {} };
  return {
    api,
    resources: new Map([[root.id, root]]),
    authorizers: new Map(),
    deployments: new Map(),
    stages: new Map(),
    documentationParts: new Map(),
    documentationVersions: new Map(),
    models: new Map(DEFAULT_MODELS.map((model) => [model.name, model])),
    gatewayResponses: new Map(),
    snapshots: new Map(),
    stageHistory: new Map(),
  };
}

/** Sets a stage, or removes it with `undefined`, and records the time of the change. */
export function putStage(
  record: ApiRecord,
  stageName: string,
  stage: Stage | undefined,
  now: number,
): void {
  if (stage) record.stages.set(stageName, stage);
  else record.stages.delete(stageName);
  const past = record.stageHistory.get(stageName) ?? [];
  record.stageHistory.set(stageName, [...past, { from: now, stage }].slice(-HISTORY));
}

/** Enough for all changes within a propagation delay of minutes. */
const HISTORY = 200;

export function putDeployment(record: ApiRecord, deployment: Deployment): void {
  record.deployments.set(deployment.id, deployment);
  record.snapshots.set(deployment.id, deployment.snapshot);
}
