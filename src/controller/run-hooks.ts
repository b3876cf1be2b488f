// Connects the loop to its hooks: their results count together with the check, and the loop keeps checking
// while a hook runs.

import { known } from '../base/errors.ts';
import { sleep } from '../base/time.ts';
import type { Phase } from '../rollout/phase.ts';
import { weightOf } from '../rollout/traffic-state.ts';
import type { LoopServices, Snapshot } from './context.ts';
import { CHECK_SECONDS, type Check } from './observe.ts';

/** A check with the last result of every hook among its evidence, and the reactions of users. */
export function withHooks({ hooks, comments }: LoopServices, check: Check): Check {
  if (check.kind !== 'seen') return check;
  const results = hooks.evidence();
  const { evidence, deciding } = check.observation;
  const observation = {
    ...check.observation,
    evidence: [...evidence, ...results, ...comments.evidence()],
    deciding: [...deciding, ...results],
  };
  return { ...check, observation };
}

/**
 * Runs the hook of the snapshot's phase, until it returns or the next check is due.
 *
 * @returns the snapshot with what later runs need to know of the result
 */
export async function runHook(loop: LoopServices, snapshot: Snapshot): Promise<Snapshot> {
  const { hooks, host } = loop;
  const { trafficState } = snapshot;
  // No hook runs for what this run no longer owns: the loop has stopped.
  if (trafficState.kind === 'external') return snapshot;
  const answered = new AbortController();
  const asked = hooks.run(snapshot.rollout, weightOf(trafficState));
  const awake = sleep(CHECK_SECONDS, AbortSignal.any([host.cancelled, answered.signal]));
  await Promise.race([asked.then(() => answered.abort()), awake]);
  return rememberAnswer(loop, snapshot);
}

/**
 * The bake may last for many runs, and its hook runs only in the first of them. The other hooks run right before a
 * change, which shows later runs that they have passed.
 */
async function rememberAnswer(
  { hooks, target, host: { log } }: LoopServices,
  snapshot: Snapshot,
): Promise<Snapshot> {
  const { rollout } = snapshot;
  const { phase } = rollout;
  if (phase.kind !== 'baking' || hooks.stateIn(phase) !== 'clear') return snapshot;
  const asked: Phase = { ...phase, asked: true };
  try {
    await target.savePhase(rollout, asked);
    return { ...snapshot, rollout: { ...rollout, phase: asked } };
  } catch (error) {
    log.warning(
      `The result of the post-traffic hook could not be stored, so a later run will call it again: ${known(error).message}`,
    );
    return snapshot;
  }
}
