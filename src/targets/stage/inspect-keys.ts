// A new stage is in no usage plan, so its routes that require an API key refuse every caller.

import type { Draft } from '../../aws/definition-calls.ts';
import { nameOf } from '../../aws/definition-calls.ts';
import type { RestApi } from '../../aws/rest-api.ts';
import type { Route } from '../../aws/rest-api-model.ts';
import { awsCommand } from '../../base/command-line.ts';
import { known } from '../../base/errors.ts';
import { attempt, type Problems } from '../../base/problems.ts';
import { quote } from '../../base/quote.ts';
import type { SentAlone } from '../../checks/fit-target.ts';
import { routeParameters } from '../../checks/route.ts';
import type { StageFacts } from './inspect-stage.ts';
import type { StageBound } from './stage-context.ts';
import type { Definition } from './stage-inputs.ts';

/** Preflight of the shadow stage, which no usage plan can contain before it exists. */
export async function inspectKeys(
  { api, usagePlans, inputs }: Pick<StageBound, 'api' | 'usagePlans' | 'inputs'>,
  { draft, reading }: StageFacts,
  findings: Problems,
): Promise<void> {
  const { definition, smokeNeeds, stageName } = inputs;
  const { usagePlan = '', alone = [] } = smokeNeeds ?? {};
  if (usagePlan !== '') {
    const stages = await attempt(findings, () => usagePlans.stagesIn(usagePlan));
    if (stages && !stages.includes(stageName)) {
      findings.notes.push(
        `smoke: the usage plan ${usagePlan} does not contain the stage "${stageName}", so its API keys are not those of the stage's users`,
      );
    }
    return;
  }
  const routes = await releasedRoutes(api, definition, draft, reading.state.deploymentId);
  const refused = typeof routes === 'string' ? [] : alone.filter((sent) => needsKey(sent, routes));
  findings.problems.push(
    ...refused.map(
      ({ name, method, path }) =>
        `smoke: check ${quote(name)}: ${method} ${path} requires an API key, and the stage that is created for checks is in no usage plan, so every request would get 403; expected "usage-plan" with the ID of the key's plan, or a stage of your own (shadow-stage: existing=NAME)`,
    ),
  );
  if (refused.length > 0) return;
  findings.notes.push(
    ...keyNotes(
      routes,
      'shadow-stage',
      'Use a stage of your own that is in one (shadow-stage: existing=NAME), or let hooks call other routes, or the new versions themselves',
    ),
  );
}

/** By the route that API Gateway selects: the one with the most fixed segments, and its own method before ANY. */
export function needsKey(
  { method, path }: Pick<SentAlone, 'method' | 'path'>,
  routes: readonly Route[],
): boolean {
  const fitting = routes
    .filter((route) => route.method === method || route.method === 'ANY')
    .filter((route) => routeParameters(route.path, path) !== undefined)
    .sort((a, b) => rankOf(a) - rankOf(b));
  return fitting[0]?.apiKeyRequired === true;
}

function rankOf({ method, path }: Route): number {
  const open = path.split('/').filter((part) => part.startsWith('{'));
  const greedy = path.endsWith('+}') ? 100 : 0;
  return 10 * (greedy + open.length) + (method === 'ANY' ? 1 : 0);
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
