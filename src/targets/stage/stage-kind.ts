// The canary of a REST API's stage, as a kind of target.

import type { Compared, TargetKind } from '../kind.ts';
import { MOST_ROUTES } from './route-limit.ts';
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
  takesCode: true,
  reach: 'addresses',
  inputs: STAGE_INPUTS,
  effects: STAGE_EFFECTS,
  isNamed: namesStage,
  read: readStageInputs,
  openNames: ({ restApiId, stageName }) => [restApiId, stageName],
  postInputs: ({ restApiId, stageName, canaryDimension, apiDefinition }) => ({
    'rest-api-id': restApiId,
    'stage-name': stageName,
    'canary-metric-dimension': canaryDimension,
    ...(apiDefinition && { 'api-definition': apiDefinition.path }),
  }),
  codec: stageCodec,
  metricCost: {
    // Requests and errors: of the stage, of its canary, and of each function's two versions, with throttles.
    traffic: (functions) => 2 * 2 + 3 * 2 * functions,
    // Client errors, and the slow responses of two thresholds: of the stage and of its canary. The same of each route. With
    // a cache, the answers from it instead of the slow responses.
    measures: (compared) => 2 * (gatewayMetrics(compared) + routeMetrics(compared)),
    // Requests and errors, and of each function's version; samples and quantiles. The requests of all routes.
    history: (compared) =>
      2 +
      (compared.compare.includes('errors') ? 3 * compared.functions : 0) +
      (compared.compare.includes('latency') ? 3 : 0) +
      gatewayMetrics(compared) +
      (routeMetrics(compared) > 0 ? compared.routes : 0) +
      routeMetrics(compared),
  },
  freeCalls: 'API Gateway and Lambda',
  outputs: ['deployment-before', 'deployment-after'],
  connect: async (inputs, services) => {
    const { connectStage } = await import('./stage-target.ts');
    return connectStage({ ...services, inputs });
  },
  openReader: async (clients) => {
    const { openStages } = await import('./open-stages.ts');
    return openStages(clients);
  },
  previews: async (inputs, clients) => {
    const { connectPreviews } = await import('./preview-stages.ts');
    return connectPreviews(clients, inputs);
  },
  orphans: async (...asked) => {
    const { orphanStages } = await import('./orphan-stages.ts');
    const [inputs, clients, repository] = asked;
    return orphanStages(clients, inputs, repository);
  },
};

function gatewayMetrics({ compare }: Compared): number {
  return (compare.includes('client-errors') ? 1 : 0) + (compare.includes('latency') ? 2 : 0);
}

/** Requests, errors and client errors of those routes that are compared by themselves. */
function routeMetrics({ routes, compare }: Compared): number {
  const classes = compare.filter((each) => each !== 'latency').length;
  return classes > 0 ? Math.min(routes, MOST_ROUTES) * (1 + classes) : 0;
}
