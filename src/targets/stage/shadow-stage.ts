// The shadow stage: the canary's deployment and variables under a separate name, so that the pre-traffic hook can
// call what no user is served yet. It is removed before the first user is served.

import type { Clients } from '../../aws/clients.ts';
import { inspectProbes } from '../../aws/probes.ts';
import type { ShadowStages, StageHead } from '../../aws/shadow-stages.ts';
import { KnownError } from '../../base/errors.ts';
import { attempt, type Problems } from '../../base/problems.ts';
import type { RolloutRecord, StoredRollout } from '../../rollout/record.ts';
import { formatRolloutId } from '../../rollout/release.ts';
import { DEPLOYMENT_MARK } from './deployment-text.ts';
import { inspectKeys } from './inspect-keys.ts';
import type { StageFacts } from './inspect-stage.ts';
import type { StageBound } from './stage-context.ts';
import { stageOf } from './stage-record.ts';

const MARK = `${DEPLOYMENT_MARK}shadow of `;

/** The default quota of an account (API Gateway developer guide, "quotas"). */
const STAGES_PER_API = 10;

/** The name must be free, or belong to a shadow that a lost run left. */
export async function inspectShadow(
  clients: Pick<Clients, 'sends'>,
  { api, shadows: stages, inputs }: StageBound,
  facts: StageFacts,
  findings: Problems,
): Promise<void> {
  const { shadowStage: name, stageName } = inputs;
  if (name === undefined) return;
  if (name === stageName) {
    findings.problems.push(
      `shadow-stage: "${name}" is the stage that is being released; expected another name`,
    );
    return;
  }
  await inspectKeys(api, facts, inputs, findings);
  const all = await attempt(findings, () => stages.readAll());
  if (!all) return;
  const taken = all.find((stage) => stage.name === name);
  if (taken && !isShadowOf(stageName, taken)) {
    findings.problems.push(
      `shadow-stage: the API has a stage "${name}" already, which is not the shadow of "${stageName}"; expected an unused name`,
    );
  }
  await inspectProbes(clients, [stages.probe(name)], findings);
  if (!taken && all.length >= STAGES_PER_API) {
    findings.notes.push(
      `shadow-stage: the API has ${all.length} stages, and AWS refuses more than ${STAGES_PER_API} unless the account's quota is raised`,
    );
  }
}

/** The shadow of another stage is needed by that stage's release. */
function isShadowOf(stageName: string, { description }: StageHead): boolean {
  return description.startsWith(`${MARK}${stageName}, `);
}

/**
 * Creates the shadow of a prepared rollout.
 *
 * @param variables the current variables of the released stage
 */
export async function makeShadow(
  stages: ShadowStages,
  { record, canaryDeploymentId }: StoredRollout,
  stageName: string,
  variables: Readonly<Record<string, string>>,
): Promise<void> {
  const { shadow, overrides } = stageOf(record);
  if (shadow === undefined || canaryDeploymentId === undefined) return;
  await removeShadow(stages, record, stageName);
  const description = `${MARK}${stageName}, ${formatRolloutId(record.id)}`;
  const head = { name: shadow, description };
  await stages.create(head, canaryDeploymentId, { ...variables, ...overrides });
}

/**
 * Removes the shadow. A stage of that name is left alone if it was created outside this action, or for another
 * stage's release.
 */
export async function removeShadow(
  stages: ShadowStages,
  record: RolloutRecord,
  stageName: string,
): Promise<void> {
  const { shadow } = stageOf(record);
  if (shadow === undefined) return;
  const found = (await stages.readAll()).find(({ name }) => name === shadow);
  if (!found) return;
  if (!isShadowOf(stageName, found)) {
    throw new KnownError(`the stage "${shadow}" is no longer the shadow stage of this rollout`);
  }
  await stages.remove(shadow);
}
