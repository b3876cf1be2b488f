// One check: the state in AWS, and the evidence.

import { known } from '../base/errors.ts';
import { now, sleep } from '../base/time.ts';
import type { Observation } from '../monitor/monitor.ts';
import { causeText } from '../report/cause-text.ts';
import type { Cause, Lost } from '../rollout/cause.ts';
import { errorCause } from '../rollout/cause.ts';
import { linkFrom } from '../rollout/release.ts';
import { GONE, lossOf } from '../targets/ownership.ts';
import type { LoopServices, Snapshot } from './context.ts';

export type Check =
  | { readonly kind: 'seen'; readonly snapshot: Snapshot; readonly observation: Observation }
  /** The job is being cancelled: nothing more is read, so that the rollback is the next call. */
  | { readonly kind: 'cancelled' }
  /** AWS did not respond for too long. */
  | { readonly kind: 'blind'; readonly cause: Cause }
  /** The stored state of this rollout is gone, or another run owns it now. */
  | { readonly kind: 'lost'; readonly loss: Lost };

export const CHECK_SECONDS = 15;
/** After a check that took long, for the work between two checks. */
const LEAST_PAUSE_SECONDS = 5;

/** @param begun when the last check began; both in seconds since the epoch */
export function nextCheck(begun: number): number {
  return Math.max(begun + CHECK_SECONDS, now() + LEAST_PAUSE_SECONDS);
}

/** How long the state in AWS may be unreadable. */
const BLIND_SECONDS = 180;

/** Checks until AWS responds, the state has been unreadable for too long, or the job is cancelled. */
export async function observe(loop: LoopServices, before: Snapshot): Promise<Check> {
  const begun = now();
  // One annotation is enough; retries belong in the log.
  let tell = loop.host.log.warning;
  for (;;) {
    const check = await unlessCancelled(loop, () => lookOnce(loop, before));
    if (check.kind !== 'blind' || now() - begun > BLIND_SECONDS) return check;
    const why = causeText(check.cause, linkFrom(loop.context));
    tell(`Could not read the current state from AWS: ${why}. Retrying.`);
    tell = loop.host.log.line;
    await sleep(CHECK_SECONDS, loop.host.cancelled);
  }
}

async function lookOnce(loop: LoopServices, before: Snapshot): Promise<Check> {
  try {
    const { stored, trafficState } = await loop.target.observe();
    const loss = lossOf(stored, before.rollout.record.id);
    if (loss) return { kind: 'lost', loss };
    if (stored.kind !== 'rollout' || !trafficState) return { kind: 'lost', loss: GONE };
    // This run knows what it wrote itself. Only the pause and approvals are written by other runs.
    const { paused, approvals = [] } = stored.storedRollout;
    const rollout = { ...before.rollout, paused, approvals };
    const observation = await loop.monitor.check(rollout, now());
    return { kind: 'seen', snapshot: { rollout, trafficState }, observation };
  } catch (error) {
    return { kind: 'blind', cause: errorCause(known(error)) };
  }
}

/** Resolves as soon as the job is cancelled, and ignores the result of the read. */
function unlessCancelled(
  { host: { cancelled } }: LoopServices,
  read: () => Promise<Check>,
): Promise<Check> {
  return new Promise((resolve, reject) => {
    const stop = () => resolve({ kind: 'cancelled' });
    if (cancelled.aborted) return stop();
    cancelled.addEventListener('abort', stop, { once: true });
    read()
      .then(resolve, reject)
      .finally(() => cancelled.removeEventListener('abort', stop));
  });
}
