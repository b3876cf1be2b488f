// The clock, and waits that a signal can end.

/** Seconds since the epoch. */
export function now(): number {
  return Date.now() / 1000;
}

/** The longest timer of Node, 24 days: it changes longer ones to a millisecond. */
const LONGEST_MS = 2 ** 31 - 1;

/** Waits for so many seconds, 24 days at most, or until the signal is aborted. */
export function sleep(seconds: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal?.aborted) return resolve();
    const done = () => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, Math.min(LONGEST_MS, Math.max(0, seconds) * 1000));
    signal?.addEventListener('abort', done);
  });
}

/**
 * Waits for the work, but no longer than the time limit; resolves to `undefined` on a timeout. Leaves no timer
 * behind. Rejects when the work rejects.
 */
export async function withTimeout<T>(seconds: number, work: Promise<T>): Promise<T | undefined> {
  const done = new AbortController();
  const limit = sleep(seconds, done.signal).then(() => undefined);
  try {
    return await Promise.race([work, limit]);
  } finally {
    done.abort();
  }
}

/** Resolves when the signal is aborted. */
export function whenAborted(signal: AbortSignal): Promise<'aborted'> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve('aborted');
    else signal.addEventListener('abort', () => resolve('aborted'), { once: true });
  });
}
