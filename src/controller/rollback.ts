// The way back. It must not fail quietly: it is tried for as long as there is time, and when it cannot be
// done, what AWS shows now and the exact commands that mend it are what is said last.

import { messageOf } from '../base/errors.ts';
import { aborted, now } from '../base/time.ts';
import type { LastWord } from '../rollout/last-outcome.ts';
import type { Remembered } from '../rollout/record.ts';
import { formatRolloutId, sameRollout } from '../rollout/release.ts';
import { canGiveBack, type Standing } from '../rollout/traffic-state.ts';
import { mustBeOurs, sayTaken } from '../targets/ownership.ts';
import type { Observed, Side } from '../targets/target.ts';
import type { Craft, Ended, Moment } from './context.ts';
import { type LastLook, lastLook } from './last-read.ts';
import { FinalError, persist } from './persist.ts';

/**
 * Takes a rollout back, whatever stands; then forgets it.
 *
 * @param late a change that was under way when the job was told to stop, and may yet be made
 */
export async function rollBack(
  craft: Craft,
  moment: Moment,
  reason: string,
  late: Promise<unknown> = Promise.resolve(),
): Promise<Ended> {
  craft.journal.endStep();
  craft.rollsBack({ reason, of: formatRolloutId(moment.rollout.record.id) });
  craft.log.group('Roll back');
  craft.log.line(`Rolling back: ${reason}`);
  const tried = await tryRollBack(craft, moment);
  if (tried.kind === 'lost') return lost(craft, moment, reason, tried.why);
  if (tried.kind === 'failed') {
    const last = await lastLook(craft, moment);
    if (!isBack(craft, last)) return stuck(craft, last, reason, tried.why);
  }
  const change = await overtake(craft, moment, late);
  if (change.kind === 'unread') {
    const why = `a change that was under way may have come after it: ${change.why}`;
    return stuck(craft, await lastLook(craft, moment), reason, why);
  }
  if (change.kind === 'late') {
    craft.log.warning('A change that was under way has no answer yet: the post step looks again.');
  }
  craft.journal.note(`rolled back: ${reason}`, 'traffic');
  const { standing, presumed } = await whatStands(craft, moment, tried.standing);
  craft.log.line(
    standing.kind === 'foreign'
      ? `Rolled back, and read back, but for what somebody else holds: ${standing.what}`
      : 'Rolled back, and read back: all traffic goes to the version that stood before.',
  );
  const cleared = await settle(craft, moment.rollout, 'before');
  // What is not settled must stay remembered: the post step looks at it once more.
  const forgotten =
    change.kind === 'over' && cleared && (await forget(craft, moment.rollout, 'rolled-back'));
  return {
    ending: { kind: 'rolled-back', reason },
    moment: { ...moment, standing },
    presumed,
    rest: forgotten ? 'settled' : 'unsettled',
  };
}

/** A way back reads what it wrote; only what was left to somebody else is not known by that. */
async function whatStands(
  craft: Craft,
  moment: Moment,
  found: Standing,
): Promise<Pick<LastLook, 'presumed'> & { readonly standing: Standing }> {
  if (found.kind !== 'foreign') return { standing: { kind: 'stable' }, presumed: false };
  const { moment: last, presumed } = await lastLook(craft, { ...moment, standing: found });
  return { standing: last.standing, presumed };
}

/** Clears away what was prepared: no user was served the new version. */
export async function abandon(craft: Craft, moment: Moment, reason: string): Promise<Ended> {
  const ended = await rollBack(craft, moment, reason);
  if (ended.ending.kind === 'stuck') return ended;
  const said = `stopped before any user was served the new version: ${reason}`;
  const rest = ended.rest === 'settled' ? 'untouched' : ended.rest;
  return { ...ended, ending: { kind: 'failed', reason: said }, rest };
}

/** What came of trying. `standing`: as it was last found. */
type Tried = { readonly standing: Standing } & (
  | { readonly kind: 'done' }
  | { readonly kind: 'failed'; readonly why: string }
  /** It is another run's now, or nobody's. */
  | { readonly kind: 'lost'; readonly why: string }
);

async function tryRollBack(craft: Craft, moment: Moment): Promise<Tried> {
  const { target, wayBack } = craft;
  let { standing } = moment;
  try {
    const byHand = () =>
      target.mendCommands(moment.rollout.record, { phase: moment.rollout.phase, standing });
    await persist(`rolling back ${target.words}`, { ...craft, byHand }, async (before) => {
      const was = standing;
      if (before > 0) standing = await lookAgain(craft, moment, standing);
      if (!canGiveBack(standing)) {
        // Nothing but the canary was ours, and it is gone.
        if (was.kind === 'foreign' && was.canary === 'ours') return;
        throw new FinalError(`somebody else changed it: ${standing.what}`);
      }
      await target.rollBack(moment.rollout, standing, wayBack);
    });
    return { kind: 'done', standing };
  } catch (error) {
    const kind = error instanceof LostError ? 'lost' : 'failed';
    return { kind, why: messageOf(error), standing };
  }
}

class LostError extends FinalError {}

/**
 * A try may come hours after the one before, and somebody else may have had a hand in it since. What cannot
 * be read is no reason not to try.
 */
async function lookAgain(craft: Craft, { rollout }: Moment, before: Standing): Promise<Standing> {
  const seen = await craft.target.observe(craft.wayBack).catch(() => undefined);
  if (!seen) return before;
  mustStillBeOurs(craft, seen, rollout);
  return seen.standing ?? before;
}

/** It is this run's own, or the one that this run could not make its own for want of an answer. */
function mustStillBeOurs(craft: Craft, { memory }: Observed, { record }: Remembered): void {
  const ours = memory.kind === 'rollout' && sameRollout(memory.remembered.record.id, craft.id);
  try {
    if (!ours) mustBeOurs(memory, record.id);
  } catch (error) {
    throw new LostError(sayTaken(error, craft.linkTo) ?? messageOf(error));
  }
}

/** What became of a change that was under way when the way back began. */
type Overtaken =
  /** Nothing more can come of it. */
  | { readonly kind: 'over' }
  /** There was no time to wait for it. */
  | { readonly kind: 'late' }
  /** It came, and what stands cannot be read. */
  | { readonly kind: 'unread'; readonly why: string };

/** Waits for that change, and goes back once more if it came after the way back. */
async function overtake(craft: Craft, moment: Moment, late: Promise<unknown>): Promise<Overtaken> {
  const { target, wayBack } = craft;
  const first = await Promise.race([late.then(() => 'over'), aborted(wayBack)]);
  if (first === 'aborted') return { kind: 'late' };
  if (!craft.cancelled.aborted) return { kind: 'over' };
  try {
    const { standing } = await target.observe(wayBack);
    if (standing?.kind !== 'stable') {
      await target.rollBack(moment.rollout, standing ?? moment.standing, wayBack);
    }
    return { kind: 'over' };
  } catch (error) {
    return wayBack.aborted ? { kind: 'late' } : { kind: 'unread', why: messageOf(error) };
  }
}

/** It failed, and all is back all the same: an answer was lost, or somebody else did it. */
function isBack({ target }: Craft, { moment, presumed }: LastLook): boolean {
  const { rollout, standing } = moment;
  if (presumed || standing.kind !== 'stable') return false;
  return target.mendCommands(rollout.record, { phase: rollout.phase, standing }).length === 0;
}

/** What another run, or a person, has made of it is theirs. */
async function lost(craft: Craft, moment: Moment, why: string, to: string): Promise<Ended> {
  const reason = `stopped without touching anything more: ${to}; it was to be rolled back: ${why}`;
  const ending = { kind: 'failed', reason } as const;
  return { ending, ...(await lastLook(craft, moment)), rest: 'settled' };
}

function stuck(
  { journal, log }: Craft,
  { moment, presumed }: LastLook,
  reason: string,
  failure: string,
): Ended {
  journal.note(`rolling back failed: ${failure}`, 'traffic');
  log.warning(`Rolling back failed: ${failure}`);
  return {
    ending: { kind: 'stuck', reason: `rolling back failed (${failure}), after: ${reason}` },
    moment,
    presumed,
    rest: 'unsettled',
  };
}

/**
 * Clears away what was made beside the traffic, which is where it should be: a failure is only said.
 *
 * @returns whether there was time for it
 */
export async function settle(
  { target, log, wayBack }: Pick<Craft, 'target' | 'log' | 'wayBack'>,
  rollout: Remembered,
  stands: Side,
): Promise<boolean> {
  try {
    await target.settle(rollout, stands, wayBack);
    return true;
  } catch (error) {
    if (wayBack.aborted) return false;
    log.warning(
      `What was made for this rollout could not all be cleared away, and may cost money until it is: ${messageOf(error)}`,
    );
    return true;
  }
}

/**
 * Removes the memory. The traffic is where it should be, so a failure is only said.
 *
 * @returns whether it was done
 */
export async function forget(
  { target, log, signedBy, wayBack }: Craft,
  { record }: Remembered,
  ended?: LastWord['ended'],
): Promise<boolean> {
  try {
    const last = signedBy && ended && { ended, at: now(), by: signedBy };
    await target.forget(last, wayBack, record.id);
    return true;
  } catch (error) {
    log.warning(
      `The tags "canary-action:…" could not be removed (${messageOf(error)}). The post step, or the next run, will do it.`,
    );
    return false;
  }
}
