// What checks need besides the released stage: a stage of the team's own, and a usage plan. Nothing of it may be left as a
// release had it when nothing is stored any more.

import {
  CreateStageCommand,
  CreateUsagePlanCommand,
  GetStagesCommand,
  GetUsagePlanCommand,
} from '@aws-sdk/client-api-gateway';
import type { Variables } from '../../__tests__/support/runner-environment.ts';
import type { HelloApi } from '../../demo/hello-api.ts';
import { checksOf, type WorldOptions, type WorldState } from './world.ts';

export interface Spare {
  readonly inputs: Variables;
  /** With what is left. */
  seenIn(state: WorldState): Promise<WorldState>;
}

/** The team's own stage, with another value of a variable. */
const OWN = 'test';
const OWN_VARIABLES = { version: '1', table: 'orders-test' };

export async function prepareSpare(
  api: HelloApi,
  options: Pick<WorldOptions, 'checked' | 'lent'>,
): Promise<Spare> {
  const { deploymentId = '' } = await api.stage();
  if (options.lent) await makeOwnStage(api, deploymentId);
  const plan = options.checked ? await makePlan(api) : '';
  return {
    inputs: {
      ...(options.checked && checksOf(api.path, '', plan)),
      ...(options.lent && lentTo(api.path)),
    },
    seenIn: async (state) => {
      if (state.stored) return state;
      const lost = [...(await stagesLeft(api, deploymentId)), ...(await leftInPlan(api, plan))];
      return { ...state, lost: [...state.lost, ...lost] };
    },
  };
}

async function makeOwnStage({ restApiId, clients }: HelloApi, deploymentId: string): Promise<void> {
  const stage = { restApiId, stageName: OWN, deploymentId, variables: OWN_VARIABLES };
  await clients.apiGateway.send(new CreateStageCommand(stage));
}

/** Checks of that stage. */
function lentTo(path: string): Variables {
  const times = { timeout: '1m', retries: 10, every: '0s' };
  const check = { path, when: ['before', 'each-step'], ...times, expect: { status: 200 } };
  return { 'shadow-stage': `existing=${OWN}`, smoke: JSON.stringify({ checks: [check] }) };
}

/** @returns its ID */
async function makePlan({ restApiId, stageName, clients }: HelloApi): Promise<string> {
  const apiStages = [{ apiId: restApiId, stage: stageName }];
  const made = await clients.apiGateway.send(
    new CreateUsagePlanCommand({ name: 'orders', apiStages }),
  );
  return made.id ?? '';
}

async function stagesLeft(
  { clients, restApiId }: HelloApi,
  served: string,
): Promise<readonly string[]> {
  const { item = [] } = await clients.apiGateway.send(new GetStagesCommand({ restApiId }));
  const left = item.filter(({ stageName = '' }) => stageName.includes('shadow'));
  const changed = item.filter(
    ({ stageName, deploymentId, variables = {} }) =>
      stageName === OWN && (deploymentId !== served || variables.table !== OWN_VARIABLES.table),
  );
  return [...left, ...changed].map(({ stageName }) => `stage ${stageName}`);
}

async function leftInPlan(
  { clients, stageName }: HelloApi,
  usagePlanId: string,
): Promise<readonly string[]> {
  if (usagePlanId === '') return [];
  const plan = await clients.apiGateway.send(new GetUsagePlanCommand({ usagePlanId }));
  const others = (plan.apiStages ?? []).filter(({ stage }) => stage !== stageName);
  return others.map(({ stage }) => `stage ${stage} in the usage plan`);
}
