// What stands at the end of a run, for its report: read if that can be done, else said to be a guess.

import type { RolloutRecord } from '../rollout/record.ts';
import { sameRollout } from '../rollout/release.ts';
import type { Craft, Moment } from './context.ts';

/** Milliseconds: a report must not wait for an AWS that does not answer. */
const PATIENCE_MS = 5_000;

export interface LastLook {
  readonly moment: Moment;
  /** It could not be read: the moment is the worst that it can be. */
  readonly presumed: boolean;
  /** Another run has it now. */
  readonly theirs: boolean;
}

export async function lastLook({ target, wayBack }: Craft, moment: Moment): Promise<LastLook> {
  try {
    const signal = AbortSignal.any([wayBack, AbortSignal.timeout(PATIENCE_MS)]);
    const { memory, standing } = await target.observe(signal);
    if (memory.kind === 'rollout' && standing) {
      const { remembered } = memory;
      const same = sameRelease(remembered.record, moment.rollout.record);
      const theirs = !sameRollout(remembered.record.id, moment.rollout.record.id);
      if (same) return { moment: { rollout: remembered, standing }, presumed: false, theirs };
    }
    const theirs = memory.kind === 'rollout' || memory.kind === 'takes-part';
    const seen = await target.look(moment.rollout, signal);
    return { moment: { ...moment, standing: seen }, presumed: false, theirs };
  } catch {
    return { moment, presumed: true, theirs: false };
  }
}

/** A run that takes a rollout over changes whose it is, and nothing else of its record. */
function sameRelease(a: RolloutRecord, b: RolloutRecord): boolean {
  const [one, other] = [a, b].map(({ startedAt, functions, target }) =>
    JSON.stringify([startedAt, functions, target]),
  );
  return one === other;
}
