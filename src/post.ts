// After the main step: if it was killed, timed out or crashed before it could end its rollout, what
// it left is taken back, and said where people look. Harmless when there is nothing left, and safe to
// repeat.

import { causedBy } from './aws/call.ts';
import { isAccessDenied, isBadCredentials, messageOf } from './aws/errors.ts';
import { type Craft, type Ended, pause } from './craft.ts';
import type { Log } from './github/log.ts';
import { ownCredentials } from './github/own-credentials.ts';
import { createPublisher } from './github/publish.ts';
import type { Inputs } from './inputs/inputs.ts';
import type { Mend } from './job.ts';
import type { Report } from './report/report.ts';
import { renderStuck } from './report/stuck.ts';
import { forget, rollBack, settle } from './roll-back.ts';
import type { Remembered } from './rollout/record.ts';
import { formatRolloutId, sameRollout } from './rollout/release.ts';
import { canGiveBack, type Standing } from './rollout/standing.ts';
import { craftOf, openSession, type Session } from './session.ts';
import { readEvent, readLifetimes, readPlaces, readRolloutId, readSource } from './surroundings.ts';
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
  let tell = log.warning;
  for (let attempt = 1; ; attempt++) {
    try {
      return await target.observe();
    } catch (error) {
      if (attempt === TRIES || isForGood(error)) throw error;
      tell(`What stands could not be read (${messageOf(error)}); trying again`);
      tell = log.line;
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

/**
 * @param told the outcome that the main step has published; `undefined`: it came to no such thing
 * @returns `undefined` when there was nothing to do
 */
export async function finishAfter(
  inputs: Inputs,
  log: Log,
  told: string | undefined,
): Promise<Aftermath | undefined> {
  const id = readRolloutId(process.env);
  const event = readEvent(process.env);
  const source = readSource(process.env, event);
  const session = openSession({
    inputs,
    id,
    log,
    source,
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
  log.group('Finish what the main step left');
  if (told === 'promoted') {
    await tidyUp(craftOf(session), memory.remembered, standing);
    return undefined;
  }
  log.line(`The main step ended without ending ${formatRolloutId(id)}.`);
  const ended = await takeBack(session, memory.remembered, standing);
  const report = session.reporter.ended(ended, []);
  // The main step knew more of it, where it has told the same.
  if (report.outcome !== told) {
    const publisher = createPublisher(readPlaces(process.env, event, inputs, source), log);
    await publisher.finish(report);
  }
  return aftermath(report, standing);
}

/**
 * The release came to its good end; what the main step could not do after it is seen by nobody. What
 * somebody else has made of it since is theirs.
 */
async function tidyUp(
  craft: Craft,
  rollout: Remembered,
  standing: Standing | undefined,
): Promise<void> {
  if (standing?.kind === 'promoted') await settle(craft, rollout, 'new');
  if (await forget(craft, rollout, 'promoted')) {
    craft.log.line('What was still remembered of it is removed.');
  }
}

/** What is not as it was left is left alone. */
async function takeBack(
  session: Session,
  rollout: Remembered,
  standing: Standing | undefined,
): Promise<Ended> {
  if (standing && canGiveBack(standing)) {
    return rollBack(craftOf(session), { rollout, standing }, 'the main step was cut off');
  }
  const { words } = session.target;
  const what = standing?.kind === 'foreign' ? standing.what : 'what stands could not be read';
  return {
    ending: {
      kind: 'failed',
      reason: `The main step was cut off, and ${words} is not as it left it: ${what}`,
    },
    moment: { rollout, standing: standing ?? { kind: 'foreign', what } },
    presumed: false,
    rest: 'settled',
  };
}

function aftermath(report: Report, stood: Standing | undefined): Aftermath {
  if (report.outcome === 'stuck') return { says: renderStuck(report), stuck: true };
  if (report.outcome === 'failed') return { says: report.reason, stuck: false };
  const did =
    stood?.kind === 'stable'
      ? 'all traffic was with the version before, and the post step cleared away the rest.'
      : 'the post step gave all traffic back to the version before.';
  return { says: `The main step was cut off; ${did}`, stuck: false };
}
