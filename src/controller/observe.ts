// One look: what stands in AWS, and what the witnesses say.

import { messageOf } from '../base/errors.ts';
import { now, pause } from '../base/time.ts';
import type { Seen } from '../monitor/monitor.ts';
import { type RolloutId, sameRollout } from '../rollout/release.ts';
import { sayReleased, sayTakenOver, sayTakesPart } from '../rollout/stored-state-text.ts';
import type { Craft, Moment } from './context.ts';

export type Look =
  | { readonly kind: 'seen'; readonly moment: Moment; readonly seen: Seen }
  /** The job is to stop: nothing more is read, so that the way back is the next call. */
  | { readonly kind: 'cancelled' }
  /** AWS did not answer, again and again. */
  | { readonly kind: 'blind'; readonly why: string }
  /** The memory of this rollout is gone, or it is another run's now. */
  | { readonly kind: 'lost'; readonly why: string; readonly to?: RolloutId };

export const LOOK_SECONDS = 15;
/** How long AWS may fail to show what stands. */
const BLIND_SECONDS = 180;

/** Looks until AWS answers, it has been blind for too long, or the job is to stop. */
export async function takeLook(craft: Craft, before: Moment): Promise<Look> {
  const begun = now();
  // One annotation says it; what is tried again belongs in the log.
  let tell = craft.log.warning;
  for (;;) {
    const look = await unlessCancelled(craft, () => lookOnce(craft, before));
    if (look.kind !== 'blind' || now() - begun > BLIND_SECONDS) return look;
    tell(`What stands in AWS could not be read: ${look.why}. Trying again.`);
    tell = craft.log.line;
    await pause(LOOK_SECONDS, craft.cancelled);
  }
}

async function lookOnce(craft: Craft, before: Moment): Promise<Look> {
  try {
    const { memory, standing } = await craft.target.observe(craft.cancelled);
    if (memory.kind === 'takes-part') {
      return { ...lost(sayTakesPart(memory, craft.linkTo)), ...(memory.id && { to: memory.id }) };
    }
    if (memory.kind === 'another') {
      return { ...lost(sayReleased(memory.of, craft.linkTo(memory.id))), to: memory.id };
    }
    if (memory.kind !== 'rollout' && memory.kind !== 'none') return lost(memory.why);
    if (memory.kind === 'none' || !standing) return lost('the tags that remember it are gone');
    const { id } = memory.remembered.record;
    const { id: own } = before.rollout.record;
    if (!sameRollout(id, own)) return { ...lost(sayTakenOver(id, own, craft.linkTo)), to: id };
    // What this run has written it knows by itself; only whether it is paused do others write.
    const rollout = { ...before.rollout, paused: memory.remembered.paused };
    const seen = await craft.watch(rollout, now());
    return { kind: 'seen', moment: { rollout, standing }, seen };
  } catch (error) {
    return { kind: 'blind', why: messageOf(error) };
  }
}

function lost(why: string): Extract<Look, { kind: 'lost' }> {
  return { kind: 'lost', why };
}

/** Resolves as soon as the job is to stop, and lets the reading come to nothing. */
function unlessCancelled({ cancelled }: Craft, read: () => Promise<Look>): Promise<Look> {
  return new Promise((resolve, reject) => {
    const stop = () => resolve({ kind: 'cancelled' });
    if (cancelled.aborted) return stop();
    cancelled.addEventListener('abort', stop, { once: true });
    read()
      .then(resolve, reject)
      .finally(() => cancelled.removeEventListener('abort', stop));
  });
}
