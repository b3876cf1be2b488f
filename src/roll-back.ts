// The way back. It must not fail quietly: it is tried again, and when it cannot be done, what stands
// now and the exact commands that mend it are what is said last.

import { messageOf } from './aws/errors.ts';
import { type Craft, type Ended, type Moment, now, pause } from './craft.ts';
import { type LastLook, lastLook } from './last-look.ts';
import type { LastWord } from './rollout/last-word.ts';
import type { Remembered } from './rollout/record.ts';
import type { Standing } from './rollout/standing.ts';
import type { Side } from './targets/target.ts';
import { aborted } from './way-back.ts';

const TRIES = 4;
const PAUSE_SECONDS = 3;
/** Once the job is to stop, there is no time to be patient. */
const URGENT_TRIES = 10;
const URGENT_PAUSE_SECONDS = 0.3;

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
  craft.log.group('Roll back');
  craft.log.line(`Rolling back: ${reason}`);
  const failure = await tryRollBack(craft, moment);
  if (failure !== undefined) {
    const last = await lastLook(craft, moment);
    if (!isBack(craft, last)) return stuck(craft, last, reason, failure);
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
  const standing = await whatStands(craft, moment);
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
    presumed: false,
    rest: forgotten ? 'settled' : 'unsettled',
  };
}

/** A way back reads what it wrote; only what was left to somebody else is not known by that. */
async function whatStands(craft: Craft, moment: Moment): Promise<Standing> {
  if (moment.standing.kind !== 'foreign') return { kind: 'stable' };
  return (await lastLook(craft, moment)).moment.standing;
}

/** Clears away what was prepared: no user was served the new version. */
export async function abandon(craft: Craft, moment: Moment, reason: string): Promise<Ended> {
  const ended = await rollBack(craft, moment, reason);
  if (ended.ending.kind === 'stuck') return ended;
  const said = `stopped before any user was served the new version: ${reason}`;
  const rest = ended.rest === 'settled' ? 'untouched' : ended.rest;
  return { ...ended, ending: { kind: 'failed', reason: said }, rest };
}

/** @returns why it could not be done; `undefined` when it was */
async function tryRollBack(craft: Craft, moment: Moment): Promise<string | undefined> {
  const { target, log, cancelled, wayBack } = craft;
  let standing = moment.standing;
  let tell = log.warning;
  for (let attempt = 1; ; attempt++) {
    try {
      await target.rollBack(moment.rollout, standing, wayBack);
      return undefined;
    } catch (error) {
      const why = messageOf(error);
      const tries = cancelled.aborted ? URGENT_TRIES : TRIES;
      if (attempt >= tries || wayBack.aborted) return why;
      tell(`Rolling back did not work (${why}); trying again`);
      tell = log.line;
      if (cancelled.aborted) await pause(URGENT_PAUSE_SECONDS, wayBack);
      else await pause(PAUSE_SECONDS * attempt, cancelled);
      standing = (await target.observe(wayBack).catch(() => undefined))?.standing ?? standing;
    }
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
