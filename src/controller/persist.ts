// What protects users is retried while there is time, and not a fixed number of times.

import { isDenied, isRefused } from '../aws/aws-errors.ts';
import { formatDuration } from '../base/duration.ts';
import { isFromThisAction, KnownError, known, messageOf } from '../base/errors.ts';
import { now, sleep } from '../base/time.ts';
import { capitalize } from '../report/format.ts';
import type { LoopHost, LoopRun, LoopServices } from './context.ts';

export interface RetryParts extends Pick<LoopServices, 'rollbackDeadline'> {
  readonly context: Pick<LoopRun, 'giveUpAt'>;
  readonly host: Pick<LoopHost, 'log' | 'cancelled'>;
  /** The commands that do the same manually, for a person who reads the log during the retries. */
  readonly manualCommands?: () => readonly string[];
}

/** A retry would not help. */
export class FinalError extends KnownError {}

const FIRST_PAUSE_SECONDS = 3;
const LONGEST_PAUSE_SECONDS = 60;
/** Once the job is cancelled, there is little time. */
const URGENT_PAUSE_SECONDS = 0.3;
const LOG_EVERY_MS = 60_000;

/**
 * Retries until it works, AWS refuses it finally, or there is no time left. Rejects with the last failure.
 *
 * @param doing for a sentence: `rolling back the stage "prod"`
 * @param work receives the number of earlier attempts
 */
export async function persist<T>(
  doing: string,
  retry: RetryParts,
  work: (before: number) => Promise<T>,
): Promise<T> {
  const notices = logEveryMinute(doing, retry);
  const judge = createJudge(retry);
  try {
    for (let before = 0; ; before++) {
      try {
        return await work(before);
      } catch (error) {
        known(error);
        if (judge(error) === 'over') throw error;
        notices.failed(messageOf(error));
        await nextTry(before, retry);
      }
    }
  } finally {
    notices.stop();
  }
}

/** Decides after each failure whether there is another attempt. */
function createJudge({ context: { giveUpAt }, host: { cancelled }, rollbackDeadline }: RetryParts) {
  let refused = false;
  return (error: unknown): 'again' | 'over' => {
    // The refused call may have been about something that no longer exists: check once more.
    const twice = refused && isRefused(error);
    refused = isRefused(error);
    if (error instanceof FinalError || isDenied(error) || twice) return 'over';
    if (!cancelled.aborted) return now() >= giveUpAt ? 'over' : 'again';
    return rollbackDeadline.aborted ? 'over' : 'again';
  };
}

function nextTry(
  before: number,
  { context: { giveUpAt }, host: { cancelled }, rollbackDeadline }: RetryParts,
): Promise<void> {
  if (cancelled.aborted) return sleep(URGENT_PAUSE_SECONDS, rollbackDeadline);
  const pause = Math.min(FIRST_PAUSE_SECONDS * 2 ** before, LONGEST_PAUSE_SECONDS);
  return sleep(Math.min(pause, giveUpAt - now()), cancelled);
}

/** One annotation, and from then on one log line a minute, however long an attempt takes. */
function logEveryMinute(doing: string, { context, host, manualCommands }: RetryParts) {
  const { giveUpAt } = context;
  const { log, cancelled } = host;
  let timer: NodeJS.Timeout | undefined;
  let why = '';
  const left = () => formatDuration(giveUpAt - now());
  let commands = manualCommands;
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
      timer = setInterval(say, LOG_EVERY_MS);
    },
    stop: () => clearInterval(timer),
  };
}

/** The action's own refusal is the same at the next attempt; a response from AWS may differ. */
export async function unlessFinal<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    throw isFromThisAction(error) ? new FinalError(known(error).message) : known(error);
  }
}
