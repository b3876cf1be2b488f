// Where the loop meets its hooks: what they have said counts with what was seen, and the loop goes on
// looking while one thinks.

import { type Craft, type Moment, pause } from './craft.ts';
import { LOOK_SECONDS, type Look } from './observe.ts';
import { weightOf } from './rollout/standing.ts';

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

/** Asks the hook of the moment's phase, until it has answered or it is time for another look. */
export async function askHook({ hooks, cancelled }: Craft, moment: Moment): Promise<void> {
  const answered = new AbortController();
  const asked = hooks.ask(moment.rollout, weightOf(moment.standing));
  const awake = pause(LOOK_SECONDS, AbortSignal.any([cancelled, answered.signal]));
  await Promise.race([asked.then(() => answered.abort()), awake]);
}
