// Lambda allows few calls a second. Of many functions, some are asked for what is usually the same for all of them.

const MOST_ASKED = 10;

/**
 * Some from the first to the last, and all special ones; all if there are few.
 *
 * @param isSpecial whether one differs from most of the others
 */
export function sampleOf<T>(all: readonly T[], isSpecial: (one: T) => boolean): ReadonlySet<T> {
  if (all.length <= 2 * MOST_ASKED) return new Set(all);
  const step = (all.length - 1) / (MOST_ASKED - 1);
  const spread = Array.from({ length: MOST_ASKED }, (_, i) => all[Math.round(i * step)]);
  return new Set([...spread.filter((one) => one !== undefined), ...all.filter(isSpecial)]);
}
