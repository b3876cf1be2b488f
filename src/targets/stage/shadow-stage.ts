// The shadow stage: the canary's deployment and variables under a separate name, so that the pre-traffic hook and smoke
// checks can call what no user is served yet. It is removed before the first user is served, or if checks run in each step,
// before the promotion. For comparisons, there is one for the current version, too.

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
import { shadowsOf, stableShadowOf, stageOf } from './stage-record.ts';

const MARK = `${DEPLOYMENT_MARK}shadow of `;

/** The default quota of an account (API Gateway developer guide, "quotas"). */
const STAGES_PER_API = 10;

/** The names must be free, or belong to shadows that a lost run left. */
export async function inspectShadow(
  clients: Pick<Clients, 'sends'>,
  { api, shadows: stages, inputs }: StageBound,
  facts: StageFacts,
  findings: Problems,
): Promise<void> {
  const { shadowStage, stageName, smokeNeeds } = inputs;
  if (shadowStage === undefined) return;
  if (shadowStage === stageName) {
    findings.problems.push(
      `shadow-stage: "${shadowStage}" is the stage that is being released; expected another name`,
    );
    return;
  }
  await inspectKeys(api, facts, inputs, findings);
  const all = await attempt(findings, () => stages.readAll());
  if (!all) return;
  const names = [shadowStage, ...(smokeNeeds?.stable ? [stableShadowOf(shadowStage)] : [])];
  const taken = all.filter((stage) => names.includes(stage.name));
  for (const stage of taken.filter((each) => !isShadowOf(stageName, each))) {
    findings.problems.push(
      `shadow-stage: the API has a stage "${stage.name}" already, which is not the shadow of "${stageName}"; expected an unused name`,
    );
  }
  await inspectProbes(clients, [stages.probe(shadowStage)], findings);
  if (all.length + names.length - taken.length > STAGES_PER_API) {
    findings.notes.push(
      `shadow-stage: the API has ${all.length} stages, and AWS refuses more than ${STAGES_PER_API} unless the account's quota is raised`,
    );
  }
}

/** What a shadow stage was made for. */
export interface ShadowOf {
  readonly stageName: string;
  /** As `formatRolloutId` writes it. */
  readonly release: string;
}

/** By its description; `undefined`: the stage is no shadow. */
export function parseShadow(description: string): ShadowOf | undefined {
  const text = description.startsWith(MARK) ? description.slice(MARK.length) : '';
  const [, stageName, release] = /^([\w-]{1,128}), (\S+)$/.exec(text) ?? [];
  return stageName === undefined || release === undefined ? undefined : { stageName, release };
}

/** The shadow of another stage is needed by that stage's release. */
function isShadowOf(stageName: string, { description }: StageHead): boolean {
  return description.startsWith(`${MARK}${stageName}, `);
}

/**
 * Creates the shadow of a prepared rollout, and that of the current version if it is needed.
 *
 * @param variables the current variables of the released stage
 */
export async function makeShadow(
  stages: ShadowStages,
  { record, canaryDeploymentId }: StoredRollout,
  stageName: string,
  variables: Readonly<Record<string, string>>,
): Promise<void> {
  const stage = stageOf(record);
  const { shadow, overrides, stableShadow, deploymentId } = stage;
  if (shadow === undefined || canaryDeploymentId === undefined) return;
  await removeShadow(stages, record, stageName);
  const description = `${MARK}${stageName}, ${formatRolloutId(record.id)}`;
  const canary = { name: shadow, description };
  await stages.create(canary, canaryDeploymentId, { ...variables, ...overrides });
  if (!stableShadow) return;
  await stages.create({ name: stableShadowOf(shadow), description }, deploymentId, variables);
}

/**
 * Removes the shadows. A stage of such a name is left alone if it was created outside this action, or for another
 * stage's release.
 */
export async function removeShadow(
  stages: ShadowStages,
  record: RolloutRecord,
  stageName: string,
): Promise<void> {
  const names = shadowsOf(stageOf(record));
  if (names.length === 0) return;
  const found = (await stages.readAll()).filter(({ name }) => names.includes(name));
  for (const stage of found) {
    if (!isShadowOf(stageName, stage)) {
      throw new KnownError(
        `the stage "${stage.name}" is no longer the shadow stage of this rollout`,
      );
    }
    await stages.remove(stage.name);
  }
}
