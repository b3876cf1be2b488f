// The clock, and waiting that a signal can end.

/** Seconds since the epoch. */
export function now(): number {
  return Date.now() / 1000;
}

/** Waits, unless or until the signal is aborted. */
export function sleep(seconds: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal?.aborted) return resolve();
    const done = () => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, Math.max(0, seconds) * 1000);
    signal?.addEventListener('abort', done);
  });
}

/** Waits for the work, and no longer than this; leaves no timer behind. Rejects where the work does. */
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
