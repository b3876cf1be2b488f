// The shadow stage: the canary's deployment and variables under a separate name, so that the pre-traffic hook and smoke
// checks can call what no user is served yet. It is removed before the first user is served, or if checks run in each step,
// before the promotion. For comparisons, there is one for the current version, too.

import { ifThere } from '../../aws/call.ts';
import type { Clients, Mode } from '../../aws/clients.ts';
import { API_GATEWAY } from '../../aws/gateway-client.ts';
import { inspectProbes } from '../../aws/probes.ts';
import type { StageState } from '../../aws/rest-api-model.ts';
import type { StageHead } from '../../aws/shadow-stages.ts';
import { stageProbes } from '../../aws/stage-probes.ts';
import type { UsagePlans } from '../../aws/usage-plans.ts';
import { KnownError } from '../../base/errors.ts';
import { attempt, type Problems } from '../../base/problems.ts';
import type { StoredRollout } from '../../rollout/record.ts';
import { formatRolloutId, type RolloutId } from '../../rollout/release.ts';
import { DEPLOYMENT_MARK } from './deployment-text.ts';
import { inspectKeys } from './inspect-keys.ts';
import type { StageFacts } from './inspect-stage.ts';
import { giveBack, lendStage, whyNotLent } from './lent-stage.ts';
import type { StageBound } from './stage-context.ts';
import { shadowsOf, stableShadowOf, stageOf } from './stage-record.ts';

const MARK = `${DEPLOYMENT_MARK}shadow of `;

/** The default quota of an account (API Gateway developer guide, "quotas"). */
const STAGES_PER_API = 10;

/**
 * The names must be free, or belong to shadows that a lost run left.
 *
 * @returns the stage of the user's own that stands in for it
 */
export async function inspectShadow(
  clients: Clients<'normal'>,
  bound: StageBound,
  facts: StageFacts,
  findings: Problems,
): Promise<StageState | undefined> {
  const { shadows: stages, inputs } = bound;
  const { shadowStage, stageName, smokeNeeds } = inputs;
  if (shadowStage === undefined) return undefined;
  if (shadowStage === stageName) {
    findings.problems.push(
      `shadow-stage: "${shadowStage}" is the stage that is being released; expected another name`,
    );
    return undefined;
  }
  if (inputs.lendsStage) return inspectLent(clients, bound, shadowStage, findings);
  await inspectKeys(bound, facts, findings);
  const all = await attempt(findings, () => stages.readAll());
  if (!all) return undefined;
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
  return undefined;
}

async function inspectLent(
  clients: Clients<'normal'>,
  { deployments, inputs }: StageBound,
  name: string,
  findings: Problems,
): Promise<StageState | undefined> {
  const all = await attempt(findings, () => deployments.readStages());
  if (!all) return undefined;
  const why = whyNotLent(name, inputs.stageName, all);
  if (why !== undefined) {
    findings.problems.push(`shadow-stage: the stage "${name}": ${why}`);
    return undefined;
  }
  const [mayPatch] = stageProbes(clients.open(API_GATEWAY), clients.place, inputs.restApiId, name);
  await inspectProbes(clients, mayPatch ? [mayPatch] : [], findings);
  return all.find((stage) => stage.name === name)?.state;
}

/** What a shadow stage was made for. */
export interface ShadowOf {
  readonly stageName: string;
  /** As `formatRolloutId` writes it. */
  readonly release: string;
  /** The usage plan that it is in; `undefined`: none. */
  readonly usagePlan?: string | undefined;
}

function describeShadow(stageName: string, id: RolloutId, usagePlan: string | undefined): string {
  const plan = usagePlan === undefined ? '' : `, usage plan ${usagePlan}`;
  return `${MARK}${stageName}, ${formatRolloutId(id)}${plan}`;
}

/** Before the stages are deleted. */
export async function leavePlan(
  usagePlans: UsagePlans,
  usagePlan: string,
  names: readonly string[],
): Promise<void> {
  const there = (await ifThere(() => usagePlans.stagesIn(usagePlan))) ?? [];
  const ours = there.filter((name) => names.includes(name));
  await usagePlans.change('remove', usagePlan, ours);
}

/** By its description; `undefined`: the stage is no shadow. */
export function parseShadow(description: string): ShadowOf | undefined {
  const text = description.startsWith(MARK) ? description.slice(MARK.length) : '';
  const [, stageName, release, usagePlan] =
    /^([\w-]{1,128}), ([^\s,]+)(?:, usage plan ([A-Za-z0-9]{1,64}))?$/.exec(text) ?? [];
  if (stageName === undefined || release === undefined) return undefined;
  return { stageName, release, usagePlan };
}

/** The shadow of another stage is needed by that stage's release. */
function isShadowOf(stageName: string, { description }: StageHead): boolean {
  return description.startsWith(`${MARK}${stageName}, `);
}

type ShadowServices<M extends Mode> = Pick<
  StageBound<M>,
  'api' | 'shadows' | 'usagePlans' | 'stageNamed' | 'trust' | 'warn'
>;

/**
 * Creates the shadow of a prepared rollout, and that of the current version if it is needed. A stage of the user's own that
 * stands in for it is set to the canary.
 *
 * @param variables the current variables of the released stage
 */
export async function makeShadow(
  services: ShadowServices<'normal'> & Pick<StageBound<'normal'>, 'deployments'>,
  rollout: StoredRollout,
  variables: Readonly<Record<string, string>>,
): Promise<void> {
  const { shadows, usagePlans, api, stageNamed, deployments } = services;
  const { record, canaryDeploymentId } = rollout;
  const stage = stageOf(record);
  const { shadow, overrides, stableShadow, deploymentId, lent, usagePlan } = stage;
  if (shadow === undefined || canaryDeploymentId === undefined) return;
  const wanted = { ...variables, ...overrides };
  if (lent) {
    // Another release may have begun since preflight. Each has stored by now what it lends.
    const why = whyNotLent(shadow, api.stageName, await deployments.readStages());
    if (why !== undefined) throw new KnownError(`shadow-stage: the stage "${shadow}": ${why}`);
    return lendStage(stageNamed(shadow), canaryDeploymentId, lent, wanted);
  }
  await removeShadow(services, rollout);
  const description = describeShadow(api.stageName, record.id, usagePlan);
  await shadows.create({ name: shadow, description }, canaryDeploymentId, wanted);
  if (stableShadow) {
    await shadows.create({ name: stableShadowOf(shadow), description }, deploymentId, variables);
  }
  if (usagePlan !== undefined) await usagePlans.change('add', usagePlan, shadowsOf(stage));
}

/**
 * Removes the shadows. A stage of such a name is left alone if it was created outside this action, or for another
 * stage's release. A stage of the user's own is set back.
 */
export async function removeShadow<M extends Mode>(
  { shadows, usagePlans, api, stageNamed, trust, warn }: ShadowServices<M>,
  rollout: StoredRollout,
): Promise<void> {
  const stage = stageOf(rollout.record);
  if (stage.lent && stage.shadow !== undefined) {
    return giveBack({ api: stageNamed(stage.shadow), trust, warn }, rollout, stage.lent);
  }
  const names = shadowsOf(stage);
  if (names.length === 0) return;
  if (stage.usagePlan !== undefined) await leavePlan(usagePlans, stage.usagePlan, names);
  const found = (await shadows.readAll()).filter(({ name }) => names.includes(name));
  for (const { name, description } of found) {
    if (!isShadowOf(api.stageName, { name, description })) {
      throw new KnownError(`the stage "${name}" is no longer the shadow stage of this rollout`);
    }
    await shadows.remove(name);
  }
}
