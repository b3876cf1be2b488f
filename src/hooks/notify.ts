// Tells an address of the user's what becomes of a rollout. Nobody waits for its answer.

import { KnownError } from '../base/errors.ts';
import type { UrlHook } from '../inputs/values.ts';
import { eventOf } from '../report/notify-event.ts';
import type { Report } from '../report/report.ts';
import { callUrl } from './url-hook.ts';

const DEADLINE_MS = 10_000;

/**
 * Sends a report as an event. Throws a `KnownError` when it was not taken; the address is in no
 * message but for its host.
 *
 * @param secret signs it, as what goes to hooks; empty: nothing is signed
 */
export async function notify(to: UrlHook, secret: string, report: Report): Promise<void> {
  const body = JSON.stringify(eventOf(report));
  const { kind, says } = await callUrl(to, body, secret, AbortSignal.timeout(DEADLINE_MS));
  if (kind === 'failed') throw new KnownError(`${to.label}: ${says}`);
}
