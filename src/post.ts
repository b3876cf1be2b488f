// After the main step: if it was killed, timed out or crashed before it could end its rollout, what
// it left is taken back. Harmless when there is nothing left, and safe to repeat.

import { causedBy } from './aws/call.ts';
import { isAccessDenied, isBadCredentials, messageOf } from './aws/errors.ts';
import { pause } from './craft.ts';
import type { Log } from './github/log.ts';
import { ownCredentials } from './github/own-credentials.ts';
import type { Inputs } from './inputs/inputs.ts';
import type { Mend } from './job.ts';
import { renderStuck } from './report/stuck.ts';
import { rollBack } from './roll-back.ts';
import { formatRolloutId, sameRollout } from './rollout/release.ts';
import { canGiveBack } from './rollout/standing.ts';
import { craftOf, openSession } from './session.ts';
import { readLifetimes, readRolloutId, readSource } from './surroundings.ts';
import type { Observed, Target } from './targets/target.ts';

export interface Aftermath {
  /** What was done, to fail the job with. */
  readonly says: string;
  /** The way back failed once more. */
  readonly stuck: boolean;
}

/** Seconds between tries to read what stands, and how often: an outage is often over soon. */
const PAUSE_SECONDS = 15;
const TRIES = 5;

async function untilRead(target: Target, log: Log): Promise<Observed> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await target.observe();
    } catch (error) {
      if (attempt === TRIES || isForGood(error)) throw error;
      log.warning(`What stands could not be read (${messageOf(error)}); trying again`);
      await pause(PAUSE_SECONDS);
    }
  }
}

function isForGood(error: unknown): boolean {
  return causedBy(error, (cause) => isAccessDenied(cause) || isBadCredentials(cause));
}

/** For a post step that could do nothing: what was to be taken back, and how that is done by hand. */
export function sayUndone(why: string, { words, commands }: Mend): string {
  return renderStuck({
    reason: `The main step was cut off, and the post step could not finish the rollout on ${words}: ${why}`,
    stands: 'What stands now could not be read. Run all of these, whatever it is:',
    commands,
    weight: 100,
  });
}

/** @returns `undefined` when there was nothing to do */
export async function finishAfter(inputs: Inputs, log: Log): Promise<Aftermath | undefined> {
  const id = readRolloutId(process.env);
  const session = openSession({
    inputs,
    id,
    log,
    source: readSource(process.env, {}),
    lifetimes: readLifetimes(process.env, inputs),
    credentials: await ownCredentials(inputs, id),
    cancelled: new AbortController().signal,
    conversation: undefined,
    said: undefined,
    pull: undefined,
    eventName: '',
    leaveToPost: () => undefined,
    keepForPost: () => undefined,
    show: () => undefined,
  });
  const { memory, standing } = await untilRead(session.target, log);
  if (memory.kind !== 'rollout' || !sameRollout(memory.remembered.record.id, id)) return undefined;
  const { remembered } = memory;
  log.group('Finish what the main step left');
  log.line(`The main step ended without ending ${formatRolloutId(id)}.`);
  if (!standing || !canGiveBack(standing)) {
    const says = `The main step was cut off, and ${session.target.words} is not as it left it: ${standing?.what}`;
    return { says, stuck: false };
  }
  const ended = await rollBack(
    craftOf(session),
    { rollout: remembered, standing },
    'the main step was cut off',
  );
  if (ended.ending.kind === 'stuck') {
    return { says: renderStuck(session.reporter.ended(ended, [])), stuck: true };
  }
  const did =
    standing.kind === 'stable'
      ? 'all traffic was with the version before, and the post step cleared away the rest.'
      : 'the post step gave all traffic back to the version before.';
  return { says: `The main step was cut off; ${did}`, stuck: false };
}
