// The stages of a usage plan: only those accept its API keys.

import { GetUsagePlanCommand, UpdateUsagePlanCommand } from '@aws-sdk/client-api-gateway';
import { call } from './call.ts';
import type { Clients, Mode } from './clients.ts';
import { API_GATEWAY } from './gateway-client.ts';
import { gatewayWords } from './gateway-words.ts';

export interface UsagePlans<M extends Mode = Mode> {
  readonly mode: M;
  /** The stages of an API that are in a plan. */
  stagesIn(planId: string): Promise<readonly string[]>;
  /** API Gateway allows one such call in 20 seconds (developer guide, "Quotas"), so there is one for all stages. */
  change(op: 'add' | 'remove', planId: string, stages: readonly string[]): Promise<void>;
}

export function bindUsagePlans<M extends Mode>(
  { mode, place, open }: Clients<M>,
  restApiId: string,
): UsagePlans<M> {
  const client = open(API_GATEWAY);
  const words = (doing: string, verb: string, id: string) =>
    gatewayWords(place, doing, verb, `/usageplans/${id}`);
  return {
    mode,
    stagesIn: async (usagePlanId) => {
      const { apiStages = [] } = await call(
        words(`reading the usage plan ${usagePlanId}`, 'GET', usagePlanId),
        () => client.send(new GetUsagePlanCommand({ usagePlanId })),
      );
      return apiStages.flatMap(({ apiId, stage }) =>
        apiId === restApiId && stage !== undefined ? [stage] : [],
      );
    },
    change: async (op, usagePlanId, stages) => {
      if (stages.length === 0) return;
      const doing = `${op === 'add' ? 'adding' : 'removing'} stages of the usage plan ${usagePlanId}`;
      const patchOperations = stages.map((stage) => ({
        ...{ op, path: '/apiStages' },
        value: `${restApiId}:${stage}`,
      }));
      await call(words(doing, 'PATCH', usagePlanId), () =>
        client.send(new UpdateUsagePlanCommand({ usagePlanId, patchOperations })),
      );
    },
  };
}
