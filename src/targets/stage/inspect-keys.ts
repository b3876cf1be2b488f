// A new stage is in no usage plan, so its routes that require an API key refuse every caller.

import type { Draft } from '../../aws/definition-calls.ts';
import { nameOf } from '../../aws/definition-calls.ts';
import type { RestApi } from '../../aws/rest-api.ts';
import type { Route } from '../../aws/rest-api-model.ts';
import { awsCommand } from '../../base/command-line.ts';
import { known } from '../../base/errors.ts';
import type { Problems } from '../../base/problems.ts';
import type { StageFacts } from './inspect-stage.ts';
import type { Definition, StageInputs } from './stage-inputs.ts';

/** Preflight of the shadow stage, which no usage plan can contain before it exists. */
export async function inspectKeys(
  api: RestApi,
  { draft, reading }: StageFacts,
  { definition }: StageInputs,
  findings: Problems,
): Promise<void> {
  const routes = await releasedRoutes(api, definition, draft, reading.state.deploymentId);
  findings.notes.push(
    ...keyNotes(
      routes,
      'shadow-stage',
      'Use a stage of your own that is in one (shadow-stage: existing=NAME), or let hooks call other routes, or the new versions themselves',
    ),
  );
}

/** The routes of a new stage, or why they are not known. */
export async function releasedRoutes(
  api: RestApi,
  definition: Definition,
  draft: Draft,
  deploymentId: string,
): Promise<readonly Route[] | string> {
  if (definition === 'draft') return draft.routes;
  try {
    return (await api.readDeployment(deploymentId)).routes;
  } catch (error) {
    return known(error).message;
  }
}

const MOST_SHOWN = 5;

/** @param what the new stage is @param advice what to do */
export function keyNotes(
  routes: readonly Route[] | string,
  what: string,
  advice: string,
): readonly string[] {
  if (typeof routes === 'string') {
    return [`${what}: the action could not check whether routes require an API key (${routes})`];
  }
  const keyed = routes.filter(({ apiKeyRequired }) => apiKeyRequired).map(nameOf);
  if (keyed.length === 0) return [];
  const more = keyed.length - MOST_SHOWN;
  const names = `${keyed.slice(0, MOST_SHOWN).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
  return [
    `${what}: ${names} ${keyed.length === 1 ? 'requires' : 'require'} an API key, and a new stage is in no usage plan, so there every request gets 403. ${advice}`,
  ];
}

/** For a stage that stays, in a sentence. */
export function howToAddToPlan({ place, restApiId }: RestApi, stageName: string): string {
  const command = awsCommand('apigateway update-usage-plan', {
    region: place.region,
    'usage-plan-id': 'PLAN',
    'patch-operations': [`op=add,path=/apiStages,value=${restApiId}:${stageName}`],
  });
  return `To add it to a usage plan: ${command}`;
}
