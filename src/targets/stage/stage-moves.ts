// The changes of a stage: what stands is read before each, and what was written is read back.

import type { RestApi } from '../../aws/rest-api.ts';
import type { StageState } from '../../aws/rest-api-model.ts';
import { MovedError, RolloutError } from '../../base/errors.ts';
import { formatWeight } from '../../rollout/plan.ts';
import type { Remembered } from '../../rollout/record.ts';
import type { Standing } from '../../rollout/traffic-state.ts';
import { mustBeOurs } from '../ownership.ts';
import { NOT_BEGUN, type Trust } from '../trust.ts';
import { setDrafts } from './drafts.ts';
import { closePatch, openPatch, promotePatch, restorePatch, weightPatch } from './patches.ts';
import { stageOf } from './stage-record.ts';
import { describeStage, standingOf } from './stage-state.ts';
import { memoryOf } from './stage-store.ts';

/** Whose record it is decides whether a canary may be opened: what it is to be, only the record says. */
type Own = Pick<Trust, 'isOwn'>;

export async function shift(
  api: RestApi,
  own: Own,
  rollout: Remembered,
  weight: number,
): Promise<void> {
  const stage = stageOf(rollout.record);
  const standing = await ourStanding(api, rollout);
  if (standing.kind === 'promoted') {
    throw new RolloutError('the canary was promoted already, so there is nothing left to shift');
  }
  if (standing.kind === 'stable' && !own.isOwn(rollout.record)) throw new MovedError(NOT_BEGUN);
  if (standing.kind === 'stable' && standing.open) await close(api);
  const patch =
    standing.kind === 'stable'
      ? openPatch(stage, madeDeployment(rollout), weight)
      : weightPatch(weight);
  const { state } = await api.patchStage(`shifting ${formatWeight(weight)} to the canary`, patch);
  const after = standingOf(state, rollout);
  if (after.kind === 'stable' && after.open) {
    throw new RolloutError(
      'somebody removed the canary at this very moment, and AWS made an empty one of the change',
    );
  }
  if (after.kind !== 'split' || Math.abs(after.weight - weight) > 0.005) {
    throw notAsWritten(`a canary of ours at ${formatWeight(weight)}`, after, state);
  }
}

export async function promote(api: RestApi, own: Own, rollout: Remembered): Promise<void> {
  const stage = stageOf(rollout.record);
  let standing: Standing = await ourStanding(api, rollout);
  if (standing.kind === 'stable') {
    await shift(api, own, rollout, 0);
    standing = { kind: 'split', weight: 0 };
  }
  if (standing.kind === 'split') {
    const { state } = await api.patchStage('promoting the canary', promotePatch(stage));
    standing = standingOf(state, rollout);
    if (standing.kind !== 'promoted') {
      throw notAsWritten('the promoted deployment and variables', standing, state);
    }
  }
  if (standing.kind === 'promoted' && standing.open && stage.promote.close) await close(api);
  if (stage.promote.deployment) await setDrafts(api, stage.drafts, 'to');
}

export async function rollBack(
  api: RestApi,
  rollout: Remembered,
  standing: Standing,
  signal: AbortSignal | undefined,
): Promise<void> {
  const stage = stageOf(rollout.record);
  const beside = standing.kind === 'foreign' && standing.canary === 'ours';
  const open = standing.kind === 'split' || ('open' in standing && standing.open);
  if (open || beside) await close(api, signal);
  if (standing.kind === 'promoted') {
    // Only after the canary is gone: whether AWS moves the base under one is not documented.
    await api.patchStage('putting the deployment before back', restorePatch(stage), signal);
  }
  const { state } = await api.readStage(signal);
  const after = standingOf(state, rollout);
  // The canary was ours; the rest is what somebody else made of it.
  if (beside && after.kind === 'foreign' && after.canary !== 'ours') return;
  if (after.kind !== 'stable' || after.open)
    throw notAsWritten('the stage as it was before', after, state);
  await setDrafts(api, stage.drafts, 'from', signal);
}

/** Removes the canary. Whether AWS calls removing an absent one an error is not documented. */
async function close(api: RestApi, signal?: AbortSignal): Promise<void> {
  try {
    const { state } = await api.patchStage('closing the canary', closePatch(), signal);
    if (!state.canary) return;
  } catch (error) {
    const { state } = await api.readStage(signal);
    if (state.canary) throw error;
    return;
  }
  const { state } = await api.readStage(signal);
  if (state.canary) throw new RolloutError('the canary was to be closed, and AWS still shows it');
}

async function ourStanding(
  api: RestApi,
  rollout: Remembered,
): Promise<Exclude<Standing, { kind: 'foreign' }>> {
  const { state, tags } = await api.readStage();
  mustBeOurs(memoryOf(api, tags), rollout.record.id);
  const standing = standingOf(state, rollout);
  if (standing.kind === 'foreign') {
    throw new RolloutError(`stopped without touching it: ${standing.what}`);
  }
  return standing;
}

function madeDeployment(rollout: Remembered): string {
  if (rollout.canaryDeploymentId !== undefined) return rollout.canaryDeploymentId;
  throw new RolloutError(
    'the canary has no deployment yet: the rollout was cut off while preparing',
  );
}

function notAsWritten(expected: string, after: Standing, state: StageState): RolloutError {
  const found = after.kind === 'foreign' ? after.what : JSON.stringify(after);
  return new RolloutError(
    `AWS accepted the change, but does not show it: expected ${expected}, found ${found} (${describeStage(state)})`,
  );
}
