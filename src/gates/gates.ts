// What keeps a release from going further: closed release hours, a freeze, and a stop of all releases.

import { closureAt } from '../calendar/release-times.ts';
import type { GateInputs } from '../inputs/values.ts';
import type { Freeze, Gate, Stop, Window } from '../rollout/gate.ts';

export interface GateSources {
  readonly inputs: GateInputs;
  /** `undefined`: there is no switch. */
  readonly readSwitch: (() => Promise<Stop | undefined>) | undefined;
  /** Seconds since the epoch. */
  readonly now: () => number;
  /** Called when the release goes on although it is closed. */
  readonly overridden: (closed: Window | Freeze, reason: string) => void;
}

/** Those that are in the way now; a stop goes before the others, because it says more. */
export async function readGates({
  inputs: { times, override },
  readSwitch,
  now,
  overridden,
}: GateSources): Promise<readonly Gate[]> {
  const stop = await readSwitch?.();
  const closed = times && closureAt(times, now());
  if (closed && override !== '') overridden(closed, override);
  return [...(stop ? [stop] : []), ...(closed && override === '' ? [closed] : [])];
}
