// Where the loop meets its hooks: what they have said counts with what was seen, and the loop goes on
// looking while one thinks.

import { known } from '../base/errors.ts';
import { sleep } from '../base/time.ts';
import type { Phase } from '../rollout/phase.ts';
import { weightOf } from '../rollout/traffic-state.ts';
import type { LoopServices, Snapshot } from './context.ts';
import { CHECK_SECONDS, type Check } from './observe.ts';

/** A look with the last word of every hook among its evidence, and what people said. */
export function withHooks({ hooks, comments }: LoopServices, check: Check): Check {
  if (check.kind !== 'seen') return check;
  const said = hooks.evidence();
  const { evidence, deciding } = check.observation;
  const observation = {
    ...check.observation,
    evidence: [...evidence, ...said, ...comments.evidence()],
    deciding: [...deciding, ...said],
  };
  return { ...check, observation };
}

/**
 * Asks the hook of the moment's phase, until it has answered or it is time for another look.
 *
 * @returns the moment with what later runs need to know of the answer
 */
export async function runHook(loop: LoopServices, snapshot: Snapshot): Promise<Snapshot> {
  const { hooks, host } = loop;
  const { trafficState } = snapshot;
  // Nobody is asked about what somebody else holds: the loop has left it.
  if (trafficState.kind === 'external') return snapshot;
  const answered = new AbortController();
  const asked = hooks.run(snapshot.rollout, weightOf(trafficState));
  const awake = sleep(CHECK_SECONDS, AbortSignal.any([host.cancelled, answered.signal]));
  await Promise.race([asked.then(() => answered.abort()), awake]);
  return rememberAnswer(loop, snapshot);
}

/**
 * The bake may last for many runs, and asks its hook in the first of them alone. The other points ask
 * right before a change, which tells later runs that they have passed.
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
