// A stage that was just created is not known to all of API Gateway at once.

import { type Answer, jsonIn } from '../checks/check-answer.ts';

/** How long that may take, in seconds. */
export const FRESH_STAGE_SECONDS = 30;

/**
 * Whether API Gateway itself answered as for a stage that does not exist. A route that requires an API key answers a
 * request without one in the same way (developer guide, "Gateway response types": INVALID_API_KEY).
 */
export function isStageMissing({ status, headers, body }: Answer): boolean {
  if (status !== 403 || headers['x-amzn-errortype']?.[0] !== 'ForbiddenException') return false;
  const read = jsonIn(body);
  return 'json' in read && (read.json as { message?: unknown } | null)?.message === 'Forbidden';
}
