// Restores the stage of a rollout, and cleans up at its end. Everything here uses the rollback clients, so it also
// works after the job was cancelled.

import type { StoredRollout } from '../../rollout/record.ts';
import { tagKeysToClear } from '../../rollout/record.ts';
import type { TrafficState } from '../../rollout/traffic-state.ts';
import { isOwnedByAnother } from '../ownership.ts';
import { sealOf } from '../seal.ts';
import type { RollbackTarget } from '../target.ts';
import { settleDrafts } from './drafts.ts';
import { restoreDraft } from './import-draft.ts';
import { readings } from './observe-stage.ts';
import { restorePatch } from './patches.ts';
import { removeShadow } from './shadow-stage.ts';
import type { StageBound } from './stage-context.ts';
import { close, notAsWritten, promote } from './stage-moves.ts';
import { deallocateStage } from './stage-provisioned.ts';
import { stageOf } from './stage-record.ts';
import { trafficStateOf } from './stage-state.ts';
import { lastTag, storedStateOf } from './stage-store.ts';

export function rollbackOf(bound: StageBound<'rollback'>): RollbackTarget {
  const { api } = bound;
  const restoreImported = draftRestorer(bound);
  return {
    ...readings(bound),
    restore: async (rollout, trafficState) => {
      await restore(bound, rollout, trafficState);
      await restoreImported(rollout);
    },
    completePromotion: (rollout) => promote(bound, rollout),
    cleanUp: async (rollout, served) => {
      const { record } = rollout;
      // Also if there was nothing to restore on the stage, because a person did.
      if (served === 'before') await restoreImported(rollout);
      await removeShadow(bound, rollout);
      await deallocateStage(bound, record, served);
    },
    clearState: async (last, of) => {
      const { tags } = await api.readStage();
      if (isOwnedByAnother(storedStateOf(api, tags), of)) return;
      if (last) await api.tag(lastTag(api, last));
      await api.untag(tagKeysToClear(tags, last));
    },
  };
}

/** Restores the draft if a rollout replaced it, once for each. */
function draftRestorer(
  bound: Pick<StageBound<'rollback'>, 'api' | 'warn'>,
): (rollout: StoredRollout) => Promise<void> {
  const done = new Set<string>();
  return async (rollout) => {
    const { imported } = stageOf(rollout.record);
    // A run that ends the rollout of another one may then begin its own.
    const key = sealOf(rollout.record);
    if (!imported || done.has(key)) return;
    await restoreDraft(bound, imported, rollout);
    done.add(key);
  };
}

async function restore(
  { api, warn }: Pick<StageBound<'rollback'>, 'api' | 'warn'>,
  rollout: StoredRollout,
  trafficState: TrafficState,
): Promise<void> {
  const stage = stageOf(rollout.record);
  const hasOwnCanary = trafficState.kind === 'external' && trafficState.canary === 'owned';
  const open = trafficState.kind === 'split' || ('open' in trafficState && trafficState.open);
  if (open || hasOwnCanary) await close(api);
  if (trafficState.kind === 'promoted') {
    // Only after the canary is gone: AWS does not document whether it changes the base while a canary is open.
    await api.patchStage('restoring the previous deployment', restorePatch(stage));
  }
  const { state } = await api.readStage();
  const after = trafficStateOf(state, rollout);
  // The canary was of this rollout; the rest was changed outside it and is left alone.
  if (hasOwnCanary && after.kind === 'external' && after.canary !== 'owned') return;
  if (after.kind !== 'stable' || after.open)
    throw notAsWritten('the stage as it was before', after, state);
  await settleDrafts({ api, warn }, stage.drafts, 'from');
}
