// Where the loop meets its hooks: what they have said counts with what was seen, and the loop goes on
// looking while one thinks.

import { messageOf } from '../base/errors.ts';
import { pause } from '../base/time.ts';
import type { Phase } from '../rollout/phase.ts';
import { weightOf } from '../rollout/traffic-state.ts';
import type { Craft, Moment } from './context.ts';
import { LOOK_SECONDS, type Look } from './observe.ts';

/** A look with the last word of every hook among its evidence, and what people said. */
export function withHooks({ hooks, orders }: Craft, look: Look): Look {
  if (look.kind !== 'seen') return look;
  const said = hooks.evidence();
  const { evidence, decisive } = look.seen;
  const seen = {
    ...look.seen,
    evidence: [...evidence, ...said, ...orders.evidence()],
    decisive: [...decisive, ...said],
  };
  return { ...look, seen };
}

/**
 * Asks the hook of the moment's phase, until it has answered or it is time for another look.
 *
 * @returns the moment with what later runs need to know of the answer
 */
export async function askHook(craft: Craft, moment: Moment): Promise<Moment> {
  const { hooks, cancelled } = craft;
  const { standing } = moment;
  // Nobody is asked about what somebody else holds: the loop has left it.
  if (standing.kind === 'foreign') return moment;
  const answered = new AbortController();
  const asked = hooks.ask(moment.rollout, weightOf(standing));
  const awake = pause(LOOK_SECONDS, AbortSignal.any([cancelled, answered.signal]));
  await Promise.race([asked.then(() => answered.abort()), awake]);
  return rememberAnswer(craft, moment);
}

/**
 * The bake may last for many runs, and asks its hook in the first of them alone. The other points ask
 * right before a change, which tells later runs that they have passed.
 */
async function rememberAnswer({ hooks, target, log }: Craft, moment: Moment): Promise<Moment> {
  const { rollout } = moment;
  const { phase } = rollout;
  if (phase.kind !== 'baking' || hooks.standing(phase) !== 'clear') return moment;
  const asked: Phase = { ...phase, asked: true };
  try {
    await target.remember(rollout, asked);
    return { ...moment, rollout: { ...rollout, phase: asked } };
  } catch (error) {
    log.warning(
      `That the post-traffic hook has passed could not be remembered, so a later run asks it again: ${messageOf(error)}`,
    );
    return moment;
  }
}
