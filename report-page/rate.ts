// The text for a counted rate.

import { countedText, NOT_YET_COUNTED } from '../src/report/numbers.ts';

/** `6 of 500 (1.2%)`. */
export function sayRate(requests: number | null, events: number | null): string {
  if (requests === null || events === null) return NOT_YET_COUNTED;
  return countedText({ requests, errors: events });
}
