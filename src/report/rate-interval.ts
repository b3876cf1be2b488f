// How far a counted rate can be trusted.

/** 95 % of a normal distribution lies within this many standard deviations. */
const DEVIATIONS = 1.96;

/**
 * The 95 % interval of Wilson (1927) for a rate of which `events` in `requests` were counted, both
 * ends 0 to 1; `undefined` without requests. It is for the eye: what decides is the judge's, which
 * may be looked at again and again.
 */
export function rateInterval(
  requests: number,
  events: number,
): { readonly low: number; readonly high: number } | undefined {
  if (requests === 0) return undefined;
  const rate = Math.min(1, events / requests);
  const z2 = DEVIATIONS ** 2;
  const middle = rate + z2 / (2 * requests);
  const reach = DEVIATIONS * Math.sqrt((rate * (1 - rate) + z2 / (4 * requests)) / requests);
  const scale = 1 + z2 / requests;
  return {
    low: events === 0 ? 0 : (middle - reach) / scale,
    high: events >= requests ? 1 : (middle + reach) / scale,
  };
}
