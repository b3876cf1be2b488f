// A stage of the user's own that stands in for a shadow stage: it serves the canary's deployment and variables while hooks,
// checks and people need it, and then what it served before. Users reach it as they do: by a custom domain, with their API
// keys.

import { ifThere } from '../../aws/call.ts';
import type { NamedStage } from '../../aws/deployments.ts';
import type { RestApi } from '../../aws/rest-api.ts';
import type { StageState } from '../../aws/rest-api-model.ts';
import type { StageReading } from '../../aws/stage-calls.ts';
import { awsCommand, patchWords } from '../../base/command-line.ts';
import { KnownError, MovedError } from '../../base/errors.ts';
import { readPreview } from '../../rollout/preview-tags.ts';
import { readStoredState, type StoredRollout } from '../../rollout/record.ts';
import { sealOf } from '../seal.ts';
import type { Trust } from '../trust.ts';
import { parseSeal } from './deployment-text.ts';
import type { PatchOperation } from './patches.ts';
import { type LentStage, stageCodec, stageOf } from './stage-record.ts';
import { variableOf } from './stage-state.ts';

/**
 * Seconds until all of API Gateway serves what a stage was set to. Unlike a stage that was just created, this one answers
 * meanwhile, with what it served before.
 */
export const LENT_SECONDS = 30;

type Variables = Readonly<Record<string, string>>;

/** Why a stage cannot be lent to a release of another one; `undefined`: it can. */
export function whyNotLent(
  name: string,
  stageName: string,
  stages: readonly NamedStage[],
): string | undefined {
  const found = stages.find((stage) => stage.name === name);
  if (!found) {
    return 'the API has no such stage; expected one that exists, or a name without "existing=" for one that is created';
  }
  const { state, tags } = found;
  if (state.canary) return `it has a canary of deployment ${state.canary.deploymentId}`;
  if (readPreview(name, tags)) return 'it is the preview of a pull request';
  if (readStoredState(tags, stageCodec).kind !== 'none') return 'a release to it is open';
  const other = stages.find((stage) => stage.name !== stageName && lends(stage, name));
  return other && `it is lent to the open release on the stage "${other.name}"`;
}

function lends({ tags }: NamedStage, name: string): boolean {
  const stored = readStoredState(tags, stageCodec);
  if (stored.kind !== 'rollout') return false;
  const { lent, shadow } = stageOf(stored.storedRollout.record);
  return lent !== undefined && shadow === name;
}

/** What of a stage will be changed. @param wanted the variables of the canary */
export function lentOf({ deploymentId, variables }: StageState, wanted: Variables): LentStage {
  const changed = Object.entries(wanted).filter(
    ([name, value]) => variableOf(variables, name) !== value,
  );
  return {
    deploymentId,
    variables: Object.fromEntries(changed.map(([name]) => [name, variableOf(variables, name)])),
  };
}

/** @param api of the stage that is lent */
export async function lendStage(
  api: RestApi,
  canaryDeploymentId: string,
  lent: LentStage,
  wanted: Variables,
): Promise<void> {
  const before = await api.readStage();
  if (!isAsBefore(before.state, lent)) {
    throw new MovedError(
      `someone has changed the stage "${api.stageName}" since preflight, so it was not changed; it was to serve the new version for checks`,
    );
  }
  const names = Object.keys(lent.variables);
  const { state } = await api.patchStage(`setting the stage "${api.stageName}" for checks`, [
    { op: 'replace', path: '/deploymentId', value: canaryDeploymentId },
    ...names.map((name) => variablePatch(name, variableOf(wanted, name))),
  ]);
  if (!serves(state, canaryDeploymentId)) throw notAsAsked(api.stageName, state);
}

export interface LentServices {
  /** Of the stage that is lent. */
  readonly api: RestApi;
  readonly trust: Trust;
  /** Warns users, in the log and in the report. */
  readonly warn: (text: string) => void;
}

/**
 * Sets the stage to what it served before, unless somebody has changed it since. The tags of the released stage alone do not
 * say what that was (decision 17): the canary's deployment must have the seal of the record.
 */
export async function giveBack(
  { api, trust, warn }: LentServices,
  { record, canaryDeploymentId }: StoredRollout,
  lent: LentStage,
): Promise<void> {
  if (canaryDeploymentId === undefined) return;
  const read = await ifThere(() => api.readStage());
  if (!read) return;
  const { state } = read;
  if (state.deploymentId === lent.deploymentId) return;
  const why = await whyNotOurs({ api, trust }, { record, canaryDeploymentId }, state);
  if (why !== undefined) {
    warn(
      `The stage "${api.stageName}" was not set back to deployment ${lent.deploymentId}: ${why}. To do so: ${backCommand(api, lent)}`,
    );
    return;
  }
  const after = await api.patchStage(`setting the stage "${api.stageName}" back`, backPatch(lent));
  if (!serves(after.state, lent.deploymentId)) throw notAsAsked(api.stageName, after.state);
}

async function whyNotOurs(
  { api, trust }: Pick<LentServices, 'api' | 'trust'>,
  { record, canaryDeploymentId }: Pick<StoredRollout, 'record' | 'canaryDeploymentId'>,
  { deploymentId, canary }: StageReading['state'],
): Promise<string | undefined> {
  if (canary) return `it has a canary of deployment ${canary.deploymentId} by now`;
  if (deploymentId !== canaryDeploymentId) {
    return `it serves deployment ${deploymentId} by now, which somebody else has set`;
  }
  return trust.isOwn(record) || (await isSealed(api, { record, canaryDeploymentId }))
    ? undefined
    : 'only the tags of the released stage say that it was lent';
}

/** Whether the canary's deployment was created for this record, and not for what somebody made of its tags. */
export async function isSealed(
  api: Pick<RestApi, 'readDescription'>,
  { record, canaryDeploymentId }: Pick<StoredRollout, 'record' | 'canaryDeploymentId'>,
): Promise<boolean> {
  if (canaryDeploymentId === undefined) return false;
  const shown = (await api.readDescription(canaryDeploymentId)) ?? '';
  return parseSeal(shown) === sealOf(record);
}

/** With a value that was changed, the deployment alone says nothing. */
function isAsBefore({ deploymentId, variables, canary }: StageState, lent: LentStage): boolean {
  const same = Object.entries(lent.variables).every(
    ([name, value]) => variableOf(variables, name) === value,
  );
  return !canary && deploymentId === lent.deploymentId && same;
}

/** Of the members of a stage, nothing is copied. */
type Change = PatchOperation & { readonly op: 'replace' | 'remove' };

function serves({ deploymentId, canary }: StageState, wanted: string): boolean {
  return deploymentId === wanted && !canary;
}

function notAsAsked(name: string, { deploymentId }: StageState): KnownError {
  return new KnownError(
    `AWS did not do what was asked: the stage "${name}" serves deployment ${deploymentId}`,
  );
}

function backPatch({ deploymentId, variables }: LentStage): readonly Change[] {
  return [
    { op: 'replace', path: '/deploymentId', value: deploymentId },
    ...Object.entries(variables).map(([name, value]) => variablePatch(name, value)),
  ];
}

function variablePatch(name: string, value: string | null): Change {
  const path = `/variables/${name}`;
  return value === null ? { op: 'remove', path } : { op: 'replace', path, value };
}

function backCommand({ place, restApiId, stageName }: RestApi, lent: LentStage): string {
  return awsCommand('apigateway update-stage', {
    region: place.region,
    'rest-api-id': restApiId,
    'stage-name': stageName,
    'patch-operations': patchWords(backPatch(lent)),
  });
}
