// The stored state of a rollout, in a stage's tags.

import { stageArn } from '../../aws/gateway-arns.ts';
import type { RestApi } from '../../aws/rest-api.ts';
import { awsCommand } from '../../base/command-line.ts';
import type { LastOutcome } from '../../rollout/last-outcome.ts';
import {
  lastOutcomeTag,
  ourTagKeys,
  readStoredState,
  type StoredState,
} from '../../rollout/record.ts';
import {
  fingerprint,
  ofRequestedTarget,
  type RequestedTarget,
} from '../../rollout/requested-target.ts';
import { stageCodec } from './stage-record.ts';

type Stage = Pick<RestApi, 'place' | 'restApiId' | 'stageName'>;

/** @param tags of the stage */
export function storedStateOf(stage: Stage, tags: Readonly<Record<string, string>>): StoredState {
  return ofRequestedTarget(readStoredState(tags, stageCodec), requestedOf(stage));
}

/** The tag for the last outcome on this stage. */
export function lastTag(stage: Stage, last: LastOutcome): Record<string, string> {
  return lastOutcomeTag({ ...last, of: fingerprint(requestedOf(stage)) });
}

export function stageArnOf({ place, restApiId, stageName }: Stage): string {
  return stageArn(place, restApiId, stageName);
}

/** The command that removes the stored state of a stage, and nothing else. */
export async function forgetCommands(api: RestApi): Promise<readonly string[]> {
  return forgetCommandsOf(api, (await api.readStage()).tags);
}

/** @param tags of the stage */
export function forgetCommandsOf(
  stage: Stage,
  tags: Readonly<Record<string, string>>,
): readonly string[] {
  const keys = ourTagKeys(tags);
  if (keys.length === 0) return [];
  const options = { region: stage.place.region, 'resource-arn': stageArnOf(stage) };
  return [awsCommand('apigateway untag-resource', { ...options, 'tag-keys': keys })];
}

function requestedOf(stage: Stage): RequestedTarget {
  return { on: stageArnOf(stage), parts: [] };
}
