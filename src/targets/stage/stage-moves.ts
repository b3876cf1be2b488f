// How a rollout moves its stage forward: reads the state before each change, and reads each change back.

import type { RestApi } from '../../aws/rest-api.ts';
import type { StageState } from '../../aws/rest-api-model.ts';
import { KnownError, known, MovedError } from '../../base/errors.ts';
import { formatWeight } from '../../rollout/plan.ts';
import type { StoredRollout } from '../../rollout/record.ts';
import type { TrafficState } from '../../rollout/traffic-state.ts';
import { assertOwned } from '../ownership.ts';
import { NOT_BEGUN, type Trust } from '../trust.ts';
import { settleDrafts } from './drafts.ts';
import { assertAsSeen, type LastSeen } from './last-seen.ts';
import { closePatch, openPatch, promotePatch, weightPatch } from './patches.ts';
import type { StageBound } from './stage-context.ts';
import { stageOf } from './stage-record.ts';
import { describeStage, trafficStateOf } from './stage-state.ts';
import { storedStateOf } from './stage-store.ts';

interface Moves {
  readonly api: RestApi;
  /** Only the owner of a record may open a canary, because only the record says what the canary is to be. */
  readonly trust: Pick<Trust, 'isOwn'>;
  readonly seen: LastSeen;
  readonly warn: StageBound['warn'];
}

export async function shift(moves: Moves, rollout: StoredRollout, weight: number): Promise<void> {
  const { api, trust } = moves;
  const stage = stageOf(rollout.record);
  const trafficState = await ownedTraffic(moves, rollout);
  if (trafficState.kind === 'promoted') {
    throw new KnownError('the canary was already promoted, so there is nothing left to shift');
  }
  if (trafficState.kind === 'stable' && !trust.isOwn(rollout.record))
    throw new MovedError(NOT_BEGUN);
  if (trafficState.kind === 'stable' && trafficState.open) await close(api);
  const patch =
    trafficState.kind === 'stable'
      ? openPatch(stage, madeDeployment(rollout), weight)
      : weightPatch(weight);
  const { state } = await api.patchStage(`shifting ${formatWeight(weight)} to the canary`, patch);
  const after = trafficStateOf(state, rollout);
  if (after.kind === 'stable' && after.open) {
    throw new KnownError(
      'someone removed the canary at the same moment, and AWS created an empty one from the change',
    );
  }
  if (after.kind !== 'split' || Math.abs(after.weight - weight) > 0.005) {
    throw notAsWritten(`a canary of this rollout at ${formatWeight(weight)}`, after, state);
  }
}

export async function promote(moves: Moves, rollout: StoredRollout): Promise<void> {
  const { api } = moves;
  const stage = stageOf(rollout.record);
  let trafficState: TrafficState = await ownedTraffic(moves, rollout);
  if (trafficState.kind === 'stable') {
    await shift(moves, rollout, 0);
    trafficState = { kind: 'split', weight: 0 };
  }
  if (trafficState.kind === 'split') {
    const { state } = await api.patchStage('promoting the canary', promotePatch(stage));
    trafficState = trafficStateOf(state, rollout);
    if (trafficState.kind !== 'promoted') {
      throw notAsWritten('the promoted deployment and variables', trafficState, state);
    }
  }
  if (trafficState.kind === 'promoted' && trafficState.open && stage.promote.close)
    await close(api);
  if (stage.promote.deployment) await settleDrafts(moves, stage.drafts, 'to');
}

/** Removes the canary. AWS does not document whether removing an absent one is an error. */
export async function close(api: RestApi): Promise<void> {
  try {
    const { state } = await api.patchStage('closing the canary', closePatch());
    if (!state.canary) return;
  } catch (error) {
    known(error);
    const { state } = await api.readStage();
    if (state.canary) throw error;
    return;
  }
  const { state } = await api.readStage();
  if (state.canary) throw new KnownError('AWS still shows the canary after it was closed');
}

async function ownedTraffic(
  { api, seen }: Moves,
  rollout: StoredRollout,
): Promise<Exclude<TrafficState, { kind: 'external' }>> {
  const { state, tags } = await api.readStage();
  assertOwned(storedStateOf(api, tags), rollout.record.id);
  const trafficState = trafficStateOf(state, rollout);
  if (trafficState.kind === 'external') {
    throw new KnownError(`stopped without changing it: ${trafficState.what}`);
  }
  assertAsSeen(seen, trafficState);
  return trafficState;
}

function madeDeployment(rollout: StoredRollout): string {
  if (rollout.canaryDeploymentId !== undefined) return rollout.canaryDeploymentId;
  throw new KnownError(
    'the canary has no deployment yet: the rollout was interrupted during preparation',
  );
}

export function notAsWritten(expected: string, after: TrafficState, state: StageState): KnownError {
  const found =
    after.kind === 'external' ? `${after.what} (${describeStage(state)})` : describeStage(state);
  return new KnownError(
    `AWS accepted the change, but does not show it: expected ${expected}, found ${found}`,
  );
}
