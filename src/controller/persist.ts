// What protects users is tried for as long as there is time for it, and not so and so often.

import { isDenied, isRefused } from '../aws/aws-errors.ts';
import { formatDuration } from '../base/duration.ts';
import { isOwn, KnownError, known, messageOf } from '../base/errors.ts';
import { now, sleep } from '../base/time.ts';
import { capitalize } from '../report/format.ts';
import type { LoopHost, LoopRun, LoopServices } from './context.ts';

export interface Patience extends Pick<LoopServices, 'rollbackDeadline'> {
  readonly context: Pick<LoopRun, 'giveUpAt'>;
  readonly host: Pick<LoopHost, 'log' | 'cancelled'>;
  /** The commands that do the same by hand, for a person who reads the log while it is tried. */
  readonly byHand?: () => readonly string[];
}

/** There is no sense in trying again. */
export class FinalError extends KnownError {}

const FIRST_PAUSE_SECONDS = 3;
const LONGEST_PAUSE_SECONDS = 60;
/** Once the job is to stop, there is no time to be patient. */
const URGENT_TRIES = 10;
const URGENT_PAUSE_SECONDS = 0.3;
const SAID_EVERY_MS = 60_000;

/**
 * Tries until it works, AWS refuses it for good, or there is no time left. Rejects with the last failure.
 *
 * @param doing for a sentence: `rolling back the stage "prod"`
 * @param work is given how often it was tried before
 */
export async function persist<T>(
  doing: string,
  patience: Patience,
  work: (before: number) => Promise<T>,
): Promise<T> {
  const said = sayEveryMinute(doing, patience);
  const judge = createJudge(patience);
  try {
    for (let before = 0; ; before++) {
      try {
        return await work(before);
      } catch (error) {
        known(error);
        if (judge(error) === 'over') throw error;
        said.failed(messageOf(error));
        await nextTry(before, patience);
      }
    }
  } finally {
    said.stop();
  }
}

/** Says after each failure whether there is another try. */
function createJudge({ context: { giveUpAt }, host: { cancelled }, rollbackDeadline }: Patience) {
  let urgent = 0;
  let refused = false;
  return (error: unknown): 'again' | 'over' => {
    // What was refused may have been asked of something that is not there any more: look once more.
    const twice = refused && isRefused(error);
    refused = isRefused(error);
    if (error instanceof FinalError || isDenied(error) || twice) return 'over';
    if (!cancelled.aborted) return now() >= giveUpAt ? 'over' : 'again';
    urgent++;
    return urgent >= URGENT_TRIES || rollbackDeadline.aborted ? 'over' : 'again';
  };
}

function nextTry(
  before: number,
  { context: { giveUpAt }, host: { cancelled }, rollbackDeadline }: Patience,
): Promise<void> {
  if (cancelled.aborted) return sleep(URGENT_PAUSE_SECONDS, rollbackDeadline);
  const patient = Math.min(FIRST_PAUSE_SECONDS * 2 ** before, LONGEST_PAUSE_SECONDS);
  return sleep(Math.min(patient, giveUpAt - now()), cancelled);
}

/** One annotation says it; from then on the log does, once a minute, however long a try takes. */
function sayEveryMinute(doing: string, { context, host, byHand }: Patience) {
  const { giveUpAt } = context;
  const { log, cancelled } = host;
  let timer: NodeJS.Timeout | undefined;
  let why = '';
  const left = () => formatDuration(giveUpAt - now());
  let commands = byHand;
  const say = () => {
    log.line(`${capitalize(doing)} still fails (${why}). Retrying for another ${left()}.`);
    const lines = commands?.() ?? [];
    if (lines.length > 0) log.line('If you do not want to wait, run these commands:');
    for (const line of lines) log.line(line);
    commands = undefined;
  };
  return {
    failed: (latest: string) => {
      why = latest;
      if (cancelled.aborted) log.line(`${capitalize(doing)} failed (${why}). Retrying.`);
      if (timer || cancelled.aborted) return;
      log.warning(`${capitalize(doing)} failed (${why}). Retrying for up to ${left()}.`);
      timer = setInterval(say, SAID_EVERY_MS);
    },
    stop: () => clearInterval(timer),
  };
}

/** What this action says of itself is the same at the next try; what AWS answers need not be. */
export async function unlessFinal<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    throw isOwn(error) ? new FinalError(known(error).message) : known(error);
  }
}
