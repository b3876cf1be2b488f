// How much can be rolled back while a cancelled job is still alive. What needs one call each may be too much for the rate
// that AWS allows; then it is released in waves.

import { formatDuration } from '../base/duration.ts';

/** GitHub's runner kills a cancelled job 10 s after its signal. */
export const GRACE_SECONDS = 10;
/** The report needs the rest. */
const ROLLBACK_SHARE = 0.9;

/** The part of that time in which traffic is restored, in seconds. */
export function rollbackSeconds(graceSeconds = GRACE_SECONDS): number {
  return graceSeconds * ROLLBACK_SHARE;
}

/** What is moved by a call each. */
export interface MovedOneByOne {
  /** In the order of the inputs. */
  readonly functions: readonly string[];
  readonly callsPerSecond: number;
}

/** Parts of about the same size, each small enough to be rolled back in time. */
export function wavesOf<T>(all: readonly T[], most: number): readonly (readonly T[])[] {
  const waves = Math.ceil(all.length / most);
  const start = (wave: number) => Math.round((wave * all.length) / waves);
  return Array.from({ length: waves }, (_, i) => all.slice(start(i), start(i + 1)));
}

/**
 * Whether a cancelled job can roll all of it back, and if not, how to release it in waves; empty if it can.
 *
 * @param graceSeconds from the signal until the job is killed
 */
export function wayBackText(
  { functions, callsPerSecond }: MovedOneByOne,
  graceSeconds = GRACE_SECONDS,
): readonly string[] {
  const seconds = rollbackSeconds(graceSeconds);
  const most = Math.max(1, Math.floor(seconds * callsPerSecond));
  const count = functions.length;
  if (count <= most) return [];
  const takes = (count / callsPerSecond).toFixed(1);
  const waves = wavesOf(functions, most).map(
    (wave, i) => `${i + 1}: ${wave[0]} to ${wave.at(-1)} (${wave.length})`,
  );
  return [
    `rollback: ${count} aliases do not fit into one job that may be cancelled. To roll them back takes ${takes} s, at ${callsPerSecond} calls a second of the 15 that Lambda allows the whole account; a cancelled job is killed after ${formatDuration(graceSeconds)}, with ${Number(seconds.toFixed(1))} s for ${most} of them. The others are rolled back by its post step, or by the next run. Release them in ${waves.length} waves, one after the other, each with its own functions (examples/fleet-in-waves.yml): ${waves.join('; ')}`,
  ];
}
