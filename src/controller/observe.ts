// One look: what stands in AWS, and what the evidence says.

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
  /** The job is to stop: nothing more is read, so that the way back is the next call. */
  | { readonly kind: 'cancelled' }
  /** AWS did not answer, again and again. */
  | { readonly kind: 'blind'; readonly cause: Cause }
  /** The memory of this rollout is gone, or it is another run's now. */
  | { readonly kind: 'lost'; readonly loss: Lost };

export const CHECK_SECONDS = 15;
/** How long AWS may fail to show what stands. */
const BLIND_SECONDS = 180;

/** Looks until AWS answers, it has been blind for too long, or the job is to stop. */
export async function observe(loop: LoopServices, before: Snapshot): Promise<Check> {
  const begun = now();
  // One annotation says it; what is tried again belongs in the log.
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
    // What this run has written it knows by itself; only whether it is paused do others write.
    const rollout = { ...before.rollout, paused: stored.storedRollout.paused };
    const observation = await loop.monitor(rollout, now());
    return { kind: 'seen', snapshot: { rollout, trafficState }, observation };
  } catch (error) {
    return { kind: 'blind', cause: errorCause(known(error)) };
  }
}

/** Resolves as soon as the job is to stop, and lets the reading come to nothing. */
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
