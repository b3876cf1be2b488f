// Keeps what is shown outside up to date, although it may not be writable for a while: a write that failed is made up
// for by the next one, and the newest report is tried until there is no more time.

import { messageOf } from '../base/errors.ts';
import type { Log } from '../base/log.ts';
import { logBug } from '../base/log.ts';
import { sleep } from '../base/time.ts';
import type { Report } from '../report/report.ts';

export interface Destination {
  /** For messages. */
  readonly what: string;
  /** `state`: a newer report replaces an older one. `events`: each is wanted. */
  readonly shows: 'state' | 'events';
  write(report: Report): Promise<void>;
  /**
   * @returns seconds until the same write may succeed; `undefined`: it is refused, and only another one may succeed
   */
  retryAfter(error: unknown): number | undefined;
}

/** Seconds before each further attempt of the same report; the last one repeats. */
const PAUSES = [1, 3, 9, 30];

/**
 * @param ended aborted when there is no more time
 * @returns resolves when all reports so far are written, or refused
 */
export function keepUpToDate(
  destination: Destination,
  log: Log,
  ended: AbortSignal,
): (report: Report) => Promise<void> {
  const { shows, retryAfter } = destination;
  const attempt = createAttempts(destination, log, ended);
  const waiting: Report[] = [];
  let writing: Promise<void> | undefined;
  let wake = new AbortController();

  /** Writes the first that waits. */
  const writeOne = async (report: Report) => {
    for (const pause of endless(PAUSES)) {
      const failure = await attempt(report);
      const after = failure && retryAfter(failure.error);
      if (after === undefined) return;
      wake = new AbortController();
      await sleep(Math.max(pause, after), AbortSignal.any([ended, wake.signal]));
      // A newer report does not wait: it may be the last.
      if (ended.aborted || waiting.length > 1) return;
    }
  };
  const writeAll = async () => {
    for (let report = waiting[0]; report && !ended.aborted; report = waiting[0]) {
      await writeOne(report);
      waiting.shift();
    }
    writing = undefined;
  };
  return (report) => {
    // The first is being written.
    if (shows === 'state') waiting.splice(1);
    waiting.push(report);
    wake.abort();
    writing ??= writeAll();
    return writing;
  };
}

function* endless(pauses: readonly number[]): Generator<number, never> {
  for (let i = 0; ; i++) yield pauses[Math.min(i, pauses.length - 1)] ?? 0;
}

type Attempt = (report: Report) => Promise<{ readonly error: unknown } | undefined>;

/** One warning, whatever follows: what is shown outside is not what a release is about. */
function createAttempts({ what, write }: Destination, log: Log, ended: AbortSignal): Attempt {
  let failing = false;
  let warned = false;
  const tell = (error: unknown) => {
    logBug(log, error);
    const text = `The ${what} could not be written: ${messageOf(error)}`;
    if (!warned) log.warning(`${text}. The rollout continues.`);
    else if (!failing) log.line(`${text}.`);
    warned = true;
    failing = true;
  };
  return async (report) => {
    try {
      await write(report);
      if (failing) log.line(`The ${what} is up to date again.`);
      failing = false;
      return undefined;
    } catch (error) {
      if (ended.aborted) return undefined;
      tell(error);
      return { error };
    }
  };
}
