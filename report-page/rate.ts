// The text for a counted rate.

import { count, errorRate } from '../src/report/format.ts';

/** `1.2% (6 of 500)`; `–` if nothing is known. */
export function sayRate(requests: number | null, events: number | null): string {
  if (requests === null || events === null) return '–';
  if (requests === 0) return 'no requests';
  return `${errorRate({ requests, errors: events })} (${count(events)} of ${count(requests)})`;
}
