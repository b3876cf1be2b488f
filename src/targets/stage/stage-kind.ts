// The canary of a REST API's stage, as a kind of target.

import type { TargetKind } from '../kind.ts';
import {
  namesStage,
  readStageInputs,
  STAGE_EFFECTS,
  STAGE_INPUTS,
  type StageInputs,
} from './stage-inputs.ts';
import { stageCodec } from './stage-record.ts';

export const stageKind: TargetKind<StageInputs> = {
  kind: 'stage',
  plural: 'stages',
  words: 'the canary of a stage',
  inputs: STAGE_INPUTS,
  effects: STAGE_EFFECTS,
  isNamed: namesStage,
  read: readStageInputs,
  openNames: ({ restApiId, stageName }) => [restApiId, stageName],
  postInputs: ({ restApiId, stageName, canaryDimension }) => ({
    'rest-api-id': restApiId,
    'stage-name': stageName,
    'canary-metric-dimension': canaryDimension,
  }),
  codec: stageCodec,
  metricCost: {
    // Requests and errors: of the stage, of its canary, and of each function's two versions, with throttles.
    traffic: (functions) => 2 * 2 + 3 * 2 * functions,
    // Two thresholds, each counted for the stage and for its canary.
    slow: 2 * 2,
    // Requests, errors, samples, the two quantiles, the slow responses above each, and each function's version.
    history: (functions) => 5 + 2 + 3 * functions,
  },
  freeCalls: 'API Gateway and Lambda',
  outputs: ['deployment-before', 'deployment-after'],
  connect: async (inputs, { clients, released, say }) => {
    const { connectStage } = await import('./stage-target.ts');
    return connectStage({ clients, inputs, released, say });
  },
  previews: async (inputs, clients) => {
    const { connectPreviews } = await import('./preview-stages.ts');
    return connectPreviews(clients, inputs);
  },
};
