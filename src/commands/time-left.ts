// Warns a run that continues a rollout if the job or its credentials end before it does.

import { formatDuration } from '../base/duration.ts';
import { now, sleep } from '../base/time.ts';
import type { StoredRollout } from '../rollout/record.ts';
import { restOfRun } from '../rollout/rest-of-run.ts';
import { checkSchedule } from '../rollout/schedule-limits.ts';
import type { RunScope } from '../rollout/situation.ts';
import type { Services } from '../run/services.ts';

/** A run's own release was checked in preflight, and refused if there is too little time. */
export function warnIfTooShort(
  { context, host }: Pick<Services, 'context' | 'host'>,
  rollout: StoredRollout,
  scope: RunScope,
): void {
  const { lifetimes, startedAt } = context;
  // Stored in whole seconds.
  if (rollout.record.startedAt >= Math.floor(startedAt)) return;
  const at = now();
  const stay = {
    seconds: restOfRun(rollout, scope, at),
    hookSeconds: 0,
    words: 'the rest of this run takes',
  };
  const jobTimeoutSeconds = Math.max(0, lifetimes.jobTimeoutSeconds - (at - startedAt));
  const { problems, notes } = checkSchedule(stay, { ...lifetimes, jobTimeoutSeconds }, at);
  for (const text of [...problems, ...notes]) host.log.warning(text);
}

/** How long before the end of the credentials it is announced, in seconds. */
const AHEAD_SECONDS = 600;

/**
 * Announces the end of credentials that nobody renews: a pause or an extended step can outlast what preflight allowed.
 *
 * @returns ends the wait
 */
export function announceExpiry({ context, host }: Pick<Services, 'context' | 'host'>): () => void {
  const { credentialsExpireAt: end } = context.lifetimes;
  const over = new AbortController();
  const wait = end === undefined ? 0 : end - AHEAD_SECONDS - now();
  if (end === undefined || wait <= 0) return () => undefined;
  void sleep(wait, over.signal).then(() => {
    if (over.signal.aborted) return;
    host.log.warning(
      `The AWS credentials of this job expire in ${formatDuration(end - now())}; after that, it can neither go on nor roll back. To end the rollout before, cancel the job.`,
    );
  });
  return () => over.abort();
}
