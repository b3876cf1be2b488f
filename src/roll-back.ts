// The way back. It must not fail quietly: it is tried again, and when it cannot be done, what stands
// now and the exact commands that mend it are what is said last.

import { messageOf } from './aws/errors.ts';
import { type Craft, type Ended, type Moment, now, pause } from './craft.ts';
import type { LastWord } from './rollout/last-word.ts';
import type { Remembered } from './rollout/record.ts';
import type { Side } from './targets/target.ts';

const TRIES = 4;
const PAUSE_SECONDS = 3;
/** The runner kills a cancelled job 10 s after it asked it to stop. */
const CANCELLED_DEADLINE_MS = 9_000;

/** Takes a rollout back, whatever stands; then forgets it. */
export async function rollBack(craft: Craft, moment: Moment, reason: string): Promise<Ended> {
  craft.journal.endStep();
  craft.log.group('Roll back');
  craft.log.line(`Rolling back: ${reason}`);
  const signal = craft.cancelled.aborted ? AbortSignal.timeout(CANCELLED_DEADLINE_MS) : undefined;
  const failure = await tryRollBack(craft, moment, signal);
  if (failure !== undefined) return stuck(craft, moment, reason, failure);
  craft.journal.note(`rolled back: ${reason}`, 'traffic');
  craft.log.line('Rolled back, and read back: all traffic goes to the version that stood before.');
  await settle(craft, moment.rollout, 'before');
  await forget(craft, 'rolled-back');
  return {
    ending: { kind: 'rolled-back', reason },
    moment: { ...moment, standing: { kind: 'stable' } },
    stuck: false,
    untouched: false,
  };
}

/** Clears away what was prepared: no user was served the new version. */
export async function abandon(craft: Craft, moment: Moment, reason: string): Promise<Ended> {
  const ended = await rollBack(craft, moment, reason);
  if (ended.stuck) return ended;
  const said = `stopped before any user was served the new version: ${reason}`;
  return { ...ended, ending: { kind: 'failed', reason: said }, untouched: true };
}

/** @returns why it could not be done; `undefined` when it was */
async function tryRollBack(
  { target, log }: Craft,
  moment: Moment,
  signal: AbortSignal | undefined,
): Promise<string | undefined> {
  let standing = moment.standing;
  for (let attempt = 1; ; attempt++) {
    try {
      await target.rollBack(moment.rollout, standing, signal);
      return undefined;
    } catch (error) {
      const why = messageOf(error);
      if (attempt === TRIES || signal?.aborted) return why;
      log.warning(`Rolling back did not work (${why}); trying again`);
      await pause(PAUSE_SECONDS * attempt);
      standing = (await target.observe(signal).catch(() => undefined))?.standing ?? standing;
    }
  }
}

function stuck(craft: Craft, moment: Moment, reason: string, failure: string): Ended {
  craft.journal.note(`rolling back failed: ${failure}`, 'traffic');
  const { record } = moment.rollout;
  const commands = craft.target.mendCommands(record);
  craft.log.error(
    [
      `ROLLING BACK FAILED. It was to be rolled back because: ${reason}`,
      `It failed because: ${failure}`,
      'Users may still be served the new version. To give all traffic back to the version before, run:',
      ...commands,
    ].join('\n'),
  );
  return {
    ending: { kind: 'failed', reason: `rolling back failed (${failure}), after: ${reason}` },
    moment,
    stuck: true,
    untouched: false,
  };
}

/** Clears away what was made beside the traffic. The traffic is where it should be, so a failure is only said. */
export async function settle(
  { target, log }: Pick<Craft, 'target' | 'log'>,
  rollout: Remembered,
  stands: Side,
): Promise<void> {
  try {
    await target.settle(rollout, stands);
  } catch (error) {
    log.warning(
      `What was made for this rollout could not all be cleared away, and may cost money until it is: ${messageOf(error)}`,
    );
  }
}

/** Removes the memory. The traffic is where it should be, so a failure is only said. */
export async function forget(
  { target, log, signedBy }: Craft,
  ended?: LastWord['ended'],
): Promise<void> {
  try {
    await target.forget(signedBy && ended && { ended, at: now(), by: signedBy });
  } catch (error) {
    log.warning(
      `The tags "canary-action:…" could not be removed (${messageOf(error)}). The next run will do it.`,
    );
  }
}
