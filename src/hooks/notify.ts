// Sends reports of a rollout to a URL of the user's. The rollout does not wait for its response.

import { KnownError } from '../base/errors.ts';
import type { UrlHook } from '../inputs/values.ts';
import { eventOf } from '../report/notify-event.ts';
import type { Report } from '../report/report.ts';
import { callUrl } from './url-hook.ts';

const DEADLINE_MS = 10_000;

/**
 * Sends a report as an event. Throws a `KnownError` if it was not accepted. Messages contain only the host of
 * the URL.
 *
 * @param secret signs the request, as for hooks; empty: nothing is signed
 * @param ended aborts the request
 */
export async function notify(
  to: UrlHook,
  secret: string,
  report: Report,
  ended: AbortSignal,
): Promise<void> {
  const body = JSON.stringify(eventOf(report));
  const signal = AbortSignal.any([ended, AbortSignal.timeout(DEADLINE_MS)]);
  const { kind, message } = await callUrl(to, body, secret, signal);
  if (kind === 'failed') throw new KnownError(`${to.label}: ${message}`);
}
