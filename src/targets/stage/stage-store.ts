// The stored state of a rollout, in a stage's tags.

import { stageArn } from '../../aws/gateway-arns.ts';
import type { RestApi } from '../../aws/rest-api.ts';
import type { LastOutcome } from '../../rollout/last-outcome.ts';
import { lastOutcomeTag, readStoredState, type StoredState } from '../../rollout/record.ts';
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

function requestedOf(stage: Stage): RequestedTarget {
  return { on: stageArnOf(stage), parts: [] };
}
