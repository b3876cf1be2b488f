// Makes everything that the canary needs and that no user can see yet.

import { accountOf } from '../../aws/arns.ts';
import { RolloutError } from '../../aws/errors.ts';
import type { Functions } from '../../aws/functions.ts';
import type { RestApi } from '../../aws/rest-api.ts';
import type { Definition, InvokePermission, RouteGuard } from '../../inputs/inputs.ts';
import { describeDeployment } from '../../rollout/history.ts';
import type { Integration } from '../../rollout/integration.ts';
import { uncoveredCalls } from '../../rollout/invoke-policy.ts';
import {
  canaryTag,
  type Remembered,
  type RolloutRecord,
  recordTags,
} from '../../rollout/record.ts';
import { compareRoutes, describeRouteDifference, type Route } from '../../rollout/routes.ts';
import { setDrafts } from './drafts.ts';
import { stageOf } from './stage-record.ts';

export interface PrepareChoices {
  readonly definition: Definition;
  readonly routeGuard: RouteGuard;
}

/**
 * Remembers the rollout, then makes the canary's deployment out of the draft (for pinned versions:
 * rewritten for that moment only). Throws when the guard finds routes that only one side has.
 *
 * @returns what is remembered now
 */
export async function prepareCanary(
  api: RestApi,
  record: RolloutRecord,
  choices: PrepareChoices,
): Promise<Remembered> {
  const phase = { kind: 'preparing' } as const;
  await api.tag(recordTags(record, phase));
  const canaryDeploymentId =
    choices.definition === 'deployed'
      ? stageOf(record).deploymentId
      : await deployDraft(api, record);
  await api.tag(canaryTag(canaryDeploymentId));
  if (choices.routeGuard === 'block') {
    const [stable, canary] = [
      await api.readRoutes(stageOf(record).deploymentId),
      await api.readRoutes(canaryDeploymentId),
    ];
    const difference = describeRouteDifference(compareRoutes(stable, canary));
    if (difference) throw new RolloutError(`the route guard stopped the rollout: ${difference}`);
  }
  return { record, phase, shifts: [], canaryDeploymentId };
}

async function deployDraft(api: RestApi, record: RolloutRecord): Promise<string> {
  const { drafts, deploymentId } = stageOf(record);
  await setDrafts(api, drafts, 'to');
  try {
    const past = { after: deploymentId, changes: record.functions };
    const id = await api.snapshot(describeDeployment(record.id, past));
    if (id === '' || id === deploymentId) {
      throw new RolloutError(
        `creating a deployment answered with the id "${id}"; expected a new one`,
      );
    }
    return id;
  } finally {
    await setDrafts(api, drafts, 'from');
  }
}

/** The `execute-api` ARNs that the gateway names when it invokes a function for these routes. */
export function sourceArns(
  api: RestApi,
  functionArn: string,
  integrations: readonly Integration[],
): Route[] {
  const { partition, region } = api.place;
  const stage = `arn:${partition}:execute-api:${region}:${accountOf(functionArn)}:${api.restApiId}/${api.stageName}`;
  return integrations
    .filter((integration) => integration.credentials === undefined)
    .map(
      ({ method, path }) =>
        `${stage}/${method === 'ANY' ? '*' : method}${path.replace(/\{[^}]*\}/g, '*')}`,
    );
}

/** A version that API Gateway is to invoke, and from where. */
export interface InvokedVersion {
  readonly functionName: string;
  readonly version: string;
  readonly sourceArns: readonly string[];
}

/**
 * Sees to it that API Gateway may invoke the version, before any user meets it. The sources are of one
 * stage.
 *
 * @returns what is missing, in words; `undefined` when all is well
 */
export async function ensureInvokable(
  functions: Functions,
  api: RestApi,
  invoked: InvokedVersion,
  how: InvokePermission,
): Promise<string | undefined> {
  const { functionName, version } = invoked;
  const missing = async () =>
    uncoveredCalls(await functions.readPolicy(functionName, version), invoked.sourceArns);
  const before = await missing();
  const first = before[0];
  if (first === undefined) return undefined;
  if (how === 'grant') {
    const [gateway, stage] = first.split('/');
    const statementId = `canary-action-${api.restApiId}-${stage}`.slice(0, 100);
    await functions.allowGateway(functionName, version, statementId, `${gateway}/${stage}/*`);
    if ((await missing()).length === 0) return undefined;
  }
  return describeMissing(functionName, version, before);
}

/**
 * What to say when the gateway may not invoke a version.
 *
 * @param version `undefined`: one that is yet to be published
 */
export function describeMissing(
  functionName: string,
  version: string | undefined,
  arns: readonly string[],
): string {
  const [which, instead] =
    version === undefined
      ? [
          `a new version of "${functionName}"`,
          'publish the version, give it the permission, and name it in the input version',
        ]
      : [`version ${version} of "${functionName}"`, 'add the permission to the version'];
  return (
    `API Gateway may not invoke ${which} (${arns[0]}${arns.length > 1 ? ` and ${arns.length - 1} more` : ''}), ` +
    'so its users would get a 500. A policy on the function or on an alias does not cover a version. ' +
    `Set invoke-permission: grant, or ${instead}`
  );
}
