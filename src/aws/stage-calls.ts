// One stage of a REST API: its settings and tags, in the action's own types.

import {
  GetStageCommand,
  type PatchOperation,
  type Stage,
  TagResourceCommand,
  UntagResourceCommand,
  UpdateStageCommand,
} from '@aws-sdk/client-api-gateway';
import { valuesToHide } from '../base/without-secrets.ts';
import { type AccessLogSettings, accessLogOf } from './access-log-settings.ts';
import { cachedMethods } from './cached-methods.ts';
import { call, required } from './call.ts';
import { type DetailedMetrics, detailedMetrics } from './detailed-metrics.ts';
import { stageArn } from './gateway-arns.ts';
import { type BoundApi, gatewayWords as words } from './gateway-words.ts';
import type { StageState } from './rest-api-model.ts';

export interface StageReading {
  readonly state: StageState;
  readonly tags: Readonly<Record<string, string>>;
  /** The methods whose answers the stage may cache: `GET /orders`, `all methods`. */
  readonly cached: readonly string[];
  /** Which methods have metrics of their own. */
  readonly detailed: DetailedMetrics;
  /** `undefined`: the stage writes none. */
  readonly accessLog?: AccessLogSettings | undefined;
}

export interface StageCalls {
  readStage(): Promise<StageReading>;
  /** One UpdateStage call. AWS applies the operations in order. Returns the stage as AWS returns it. */
  patchStage(doing: string, operations: readonly PatchOperation[]): Promise<StageReading>;
  tag(tags: Readonly<Record<string, string>>): Promise<void>;
  untag(keys: readonly string[]): Promise<void>;
}

export function stageCalls({ client, place, restApiId, stageName }: BoundApi): StageCalls {
  const path = `/restapis/${restApiId}/stages/${stageName}`;
  const resourceArn = stageArn(place, restApiId, stageName);
  const tagPath = `/tags/${encodeURIComponent(resourceArn)}`;
  return {
    readStage: async () => {
      const send = () => client.send(new GetStageCommand({ restApiId, stageName }));
      return readingOf(
        await call(words(place, `reading the stage "${stageName}"`, 'GET', path), send),
      );
    },
    patchStage: async (doing, operations) => {
      const patchOperations = [...operations];
      const send = () =>
        client.send(new UpdateStageCommand({ restApiId, stageName, patchOperations }));
      const hides = valuesToHide(patchOperations.filter(isOfVariable).map(({ value }) => value));
      return readingOf(await call({ ...words(place, doing, 'PATCH', path), hides }, send));
    },
    tag: async (tags) => {
      const send = () => client.send(new TagResourceCommand({ resourceArn, tags }));
      await call(words(place, 'writing the tags of the stage', 'PUT', tagPath), send);
    },
    untag: async (keys) => {
      if (keys.length === 0) return;
      const send = () => client.send(new UntagResourceCommand({ resourceArn, tagKeys: [...keys] }));
      await call(words(place, 'removing the tags of the stage', 'DELETE', tagPath), send);
    },
  };
}

function isOfVariable({ path = '' }: PatchOperation): boolean {
  return /^\/(variables|canarySettings\/stageVariableOverrides)\//.test(path);
}

/** Converts a stage into the action's own type. */
export function readingOf(stage: Stage): StageReading {
  const canary = stage.canarySettings;
  const doing = `reading the stage "${stage.stageName}"`;
  return {
    tags: stage.tags ?? {},
    cached: cachedMethods(stage),
    detailed: detailedMetrics(stage),
    accessLog: accessLogOf(stage),
    state: {
      // CreateStage requires one, and a deployment that a stage serves cannot be deleted.
      deploymentId: required(stage.deploymentId, doing, 'deploymentId'),
      variables: stage.variables ?? {},
      canary: canary && {
        deploymentId: required(canary.deploymentId, doing, 'canarySettings.deploymentId'),
        weight: required(canary.percentTraffic, doing, 'canarySettings.percentTraffic'),
        overrides: canary.stageVariableOverrides ?? {},
        useStageCache: canary.useStageCache ?? false,
      },
    },
  };
}
