// Creates everything that the canary needs and no user sees yet.

import { accountOf, functionArnPattern, type Place } from '../../aws/arns.ts';
import { LimitError } from '../../aws/aws-errors.ts';
import { causedBy } from '../../aws/call.ts';
import type { FunctionCalls } from '../../aws/functions.ts';
import type { RestApi } from '../../aws/rest-api.ts';
import type { Integration } from '../../aws/rest-api-model.ts';
import { awsCommand } from '../../base/command-line.ts';
import { KnownError, known, MovedError, orElse } from '../../base/errors.ts';
import {
  canaryTag,
  isRecordTag,
  ourTagKeys,
  ownerOf,
  type RolloutRecord,
  recordTags,
  type StoredRollout,
} from '../../rollout/record.ts';
import { sameRollout } from '../../rollout/release.ts';
import { isDenied, type Refusal, refusedCalls } from '../lambda/invoke-policy.ts';
import { readPolicies } from '../lambda/read-policies.ts';
import { assertFree, assertOwned, SETTLE_SECONDS, takenOver } from '../ownership.ts';
import { sealOf } from '../seal.ts';
import type { PrepareServices } from '../target.ts';
import { describeDeployment } from './deployment-text.ts';
import {
  type CheckedDraft,
  type DraftCalls,
  type DraftComparison,
  deployDraft,
} from './draft-deployment.ts';
import { importDraft, restoreDraft } from './import-draft.ts';
import { compareRoutes, describeRouteDifference } from './routes.ts';
import type { Definition, InvokePermission, RouteGuard } from './stage-inputs.ts';
import { stageOf } from './stage-record.ts';
import { assertStageRoom } from './stage-room.ts';
import { storedStateOf } from './stage-store.ts';

export interface PrepareChoices {
  readonly definition: Definition;
  readonly routeGuard: RouteGuard;
  readonly splits: boolean;
}

/**
 * Stores the rollout, then creates the canary's deployment from the draft, which is rewritten for pinned versions
 * only while the deployment is created. Throws when the guard finds routes that only one side has.
 *
 * @returns the stored rollout
 */
export async function prepareCanary(
  calls: DraftCalls,
  record: RolloutRecord,
  checked: CheckedDraft,
  choices: PrepareChoices,
  pause: PrepareServices['pause'],
): Promise<StoredRollout> {
  const phase = { kind: 'preparing' } as const;
  await claim(calls.api, record, recordTags(record, phase), pause);
  let deployed = false;
  try {
    const canaryDeploymentId = await createCanary(calls, record, checked, choices, pause);
    deployed = true;
    return { record, phase, stepStartTimes: [], canaryDeploymentId };
  } finally {
    // The stored state, by which later runs do the same, may be what went wrong.
    if (!deployed) await putDraftBack(calls, record);
  }
}

/** If this run has replaced it. Whatever fails here is repeated at the end of the rollout. */
async function putDraftBack({ restoring, warn }: DraftCalls, record: RolloutRecord): Promise<void> {
  const { imported } = stageOf(record);
  if (!imported) return;
  const unknown = { canaryDeploymentId: undefined };
  await restoreDraft({ api: restoring, warn }, imported, unknown).catch(orElse(undefined));
}

/** @returns the ID of its deployment */
async function createCanary(
  calls: DraftCalls,
  record: RolloutRecord,
  checked: CheckedDraft,
  choices: PrepareChoices,
  pause: PrepareServices['pause'],
): Promise<string> {
  const { api } = calls;
  const canaryDeploymentId =
    choices.definition === 'deployed'
      ? stageOf(record).deploymentId
      : await deployFor({ ...calls, checked, pause }, record);
  assertOwned(storedStateOf(api, (await api.readStage()).tags), record.id);
  await api.tag(canaryTag(canaryDeploymentId));
  if (choices.routeGuard === 'block' && choices.splits) {
    const [stable, canary] = [
      (await api.readDeployment(stageOf(record).deploymentId)).routes,
      (await api.readDeployment(canaryDeploymentId)).routes,
    ];
    const difference = describeRouteDifference(compareRoutes(stable, canary));
    if (difference) throw new KnownError(`the route guard stopped the rollout: ${difference}`);
  }
  return canaryDeploymentId;
}

/** Writes the record if there is none, on the stage as preflight saw it, and checks that this run still owns it. */
async function claim(
  api: RestApi,
  record: RolloutRecord,
  tags: Readonly<Record<string, string>>,
  pause: PrepareServices['pause'],
): Promise<void> {
  const { state, tags: found } = await api.readStage();
  assertFree(storedStateOf(api, found), () => 'the stage');
  const { deploymentId } = stageOf(record);
  if (state.deploymentId !== deploymentId || state.canary) {
    throw new MovedError(
      `someone has changed the stage since preflight: it serves deployment ${state.deploymentId}${state.canary ? ' and a canary' : ''} instead of ${deploymentId}`,
    );
  }
  assertStageRoom(api.stageName, found, tags);
  await api.tag(tags);
  await pause(SETTLE_SECONDS);
  const written = (await api.readStage()).tags;
  const owner = ownerOf(written);
  if (owner && !sameRollout(owner, record.id)) throw takenOver(owner, record.id);
  // Parts may be left of a record that another run wrote in the same second.
  await api.untag(ourTagKeys(written).filter((key) => isRecordTag(key) && !(key in tags)));
  const ours = Object.entries(written).filter(([key]) => !isRecordTag(key) || key in tags);
  assertOwned(storedStateOf(api, Object.fromEntries(ours)), record.id);
}

async function deployFor(before: DraftComparison, record: RolloutRecord): Promise<string> {
  const { drafts, deploymentId } = stageOf(record);
  const { definition } = before.checked;
  const comparison = definition
    ? { ...before, checked: await importDraft(before, definition) }
    : before;
  return deployDraft(comparison, drafts, async (draft) => {
    const past = {
      after: deploymentId,
      changes: record.functions,
      draft,
      file: definition?.file,
      seal: sealOf(record),
    };
    const id = await snapshot(comparison.api, record, describeDeployment(record.id, past));
    if (id === '' || id === deploymentId) {
      throw new KnownError(`creating a deployment returned the ID "${id}"; expected a new one`);
    }
    return id;
  });
}

async function snapshot(
  api: RestApi<'normal'>,
  { functions }: RolloutRecord,
  description: string,
): Promise<string> {
  try {
    return await api.snapshot(description);
  } catch (error) {
    if (!causedBy(error, (cause) => cause instanceof LimitError)) throw error;
    const versions = functions.map(({ name, to }) => `${name}=${to}`).join(', ');
    const release = versions && `. Then release the published versions with version: ${versions}`;
    throw new KnownError(
      `${known(error).message}. The API has as many deployments as AWS allows: delete those that no stage serves, and set keep-versions, which deletes unused ones after each promotion${release}`,
      { cause: error },
    );
  }
}

/** The `execute-api` ARNs that API Gateway uses as the source when it invokes a function for these routes. */
export function sourceArns(
  api: RestApi,
  functionArn: string,
  integrations: readonly Integration[],
): string[] {
  const { partition, region } = api.place;
  const gateway = `arn:${partition}:execute-api:${region}:${accountOf(functionArn)}:${api.restApiId}`;
  const arns = integrations
    .filter((integration) => integration.credentials === undefined)
    .map(({ method, path, authorizerId }) =>
      // Developer guide, "Configure a Lambda authorizer": the ARN contains no stage.
      authorizerId === undefined
        ? `${gateway}/${api.stageName}/${method === 'ANY' ? '*' : method}${path.replace(/\{[^}]*\}/g, '*')}`
        : `${gateway}/authorizers/${authorizerId}`,
    );
  return [...new Set(arns)];
}

/** A version, an alias or `$LATEST` for API Gateway to invoke, and its source ARNs. */
export interface InvokedVersion {
  readonly functionName: string;
  readonly version: string;
  readonly sourceArns: readonly string[];
}

/** The calls to this version that API Gateway may not make. */
export async function findRefusals(
  functions: FunctionCalls,
  api: RestApi,
  { functionName, version, sourceArns: calls }: InvokedVersion,
): Promise<readonly Refusal[]> {
  const account = accountOf(calls[0] ?? '');
  if (account === '') return [];
  const functionArn = functionArnPattern(api.place, functionName, account);
  return refusedCalls(await readPolicies(functions, functionArn, version), calls);
}

/**
 * Ensures that API Gateway may invoke the version before it serves any user. The sources are of one stage.
 *
 * @returns a description of what is missing; `undefined` if nothing is
 */
export async function ensureInvokable(
  functions: FunctionCalls,
  api: RestApi,
  invoked: InvokedVersion,
  how: InvokePermission,
): Promise<string | undefined> {
  const { functionName, version } = invoked;
  const refused = () => findRefusals(functions, api, invoked);
  const before = await refused();
  if (before.length === 0) return undefined;
  // A further permission changes nothing about a denial.
  if (how === 'grant' && !before.some(isDenied)) {
    // All routes of the stage; all authorizers of the API.
    const scopes = new Set(
      before.map(({ sourceArn }) => sourceArn.split('/').slice(0, 2).join('/')),
    );
    for (const scope of scopes) {
      const statementId = `canary-action-${api.restApiId}-${scope.split('/')[1]}`.slice(0, 100);
      await functions.allowGateway(functionName, version, statementId, `${scope}/*`);
    }
    if ((await refused()).length === 0) return undefined;
  }
  return describeRefusals(api.place, invoked, before);
}

/**
 * The message for a version that API Gateway may not invoke.
 * Without `version`, one that is not published yet.
 */
export function describeRefusals(
  { region }: Place,
  {
    functionName,
    version,
  }: { readonly functionName: string; readonly version: string | undefined },
  refusals: readonly Refusal[],
): string {
  const which =
    version === undefined
      ? `a new version of "${functionName}"`
      : qualifierInWords(functionName, version);
  const first = refusals.find(isDenied) ?? refusals[0];
  const more = refusals.length > 1 ? ` and ${refusals.length - 1} more` : '';
  const calls = `(${first?.sourceArn}${more})`;
  if (first?.denial !== undefined) {
    return (
      `a resource policy keeps API Gateway from invoking ${which} ${calls}, so its users would get a 500: ${first.denial}. ` +
      `A further permission does not change that: change the policy, which is that of ${which} or of the function. ` +
      `To see that of the function: ${awsCommand('lambda get-policy', { region, 'function-name': functionName })}`
    );
  }
  const instead =
    version === undefined
      ? 'publish the version, give it the permission, and name it in the input version'
      : 'add the permission to it';
  return (
    `API Gateway has no permission to invoke ${which} ${calls}, so its users would get a 500. ` +
    'A policy on the function covers its versions and aliases only where its Resource names them. ' +
    `Set invoke-permission: grant, or ${instead}`
  );
}

/** `version 7 of "orders"`, `the alias "live" of "orders"`, or the function itself. */
export function qualifierInWords(functionName: string, qualifier: string): string {
  if (qualifier === '$LATEST') return `the function "${functionName}"`;
  const kind = /^\d+$/.test(qualifier) ? `version ${qualifier}` : `the alias "${qualifier}"`;
  return `${kind} of "${functionName}"`;
}
