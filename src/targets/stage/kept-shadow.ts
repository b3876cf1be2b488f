// A run that takes over may find no shadow any more: the run before it had removed it, and died before the change for which
// that was done. What is checked next needs it again.

import { KnownError, known } from '../../base/errors.ts';
import { sleep } from '../../base/time.ts';
import type { StoredRollout } from '../../rollout/record.ts';
import { isSealed, LENT_SECONDS } from './lent-stage.ts';
import { makeShadow } from './shadow-stage.ts';
import type { StageBound } from './stage-context.ts';
import { shadowsOf, stageOf } from './stage-record.ts';

/** Once in a run. The run that made it knows that it is there. */
export async function keepShadow(
  bound: StageBound<'normal'>,
  rollout: StoredRollout,
): Promise<void> {
  const { shadow, shadowStays } = stageOf(rollout.record);
  const { kind } = rollout.phase;
  const isNeeded = kind === 'preparing' || (kind === 'step' && shadowStays === true);
  if (shadow === undefined || !isNeeded) return;
  const { made } = bound;
  made.shadow ??= makeAgain(bound, rollout);
  try {
    await made.shadow;
  } catch (error) {
    made.shadow = undefined;
    throw known(error);
  }
}

async function makeAgain(bound: StageBound<'normal'>, rollout: StoredRollout): Promise<void> {
  if (await isThere(bound, rollout)) return;
  const { api, trust } = bound;
  // The tags alone do not say which stages a run may make or set (decision 17).
  if (!trust.isOwn(rollout.record) && !(await isSealed(api, rollout))) {
    throw new KnownError('only the tags of the stage say that it had a shadow stage');
  }
  const { state } = await api.readStage();
  await makeShadow(bound, rollout, state.variables);
  if (stageOf(rollout.record).lent) await sleep(LENT_SECONDS);
}

async function isThere(
  { shadows, usagePlans, stageNamed }: StageBound<'normal'>,
  { record, canaryDeploymentId }: StoredRollout,
): Promise<boolean> {
  const stage = stageOf(record);
  const { lent, shadow = '', usagePlan } = stage;
  if (lent) {
    const { state } = await stageNamed(shadow).readStage();
    return state.deploymentId === canaryDeploymentId;
  }
  const names = shadowsOf(stage);
  const all = (await shadows.readAll()).map(({ name }) => name);
  const accepting = usagePlan === undefined ? all : await usagePlans.stagesIn(usagePlan);
  return names.every((name) => all.includes(name) && accepting.includes(name));
}
