// How long the way back may take.

/** The runner kills a cancelled job 10 s after it asked it to stop; the report needs some of that. */
const CANCELLED_DEADLINE_MS = 9_000;

/**
 * A signal for every call of the way back. While nobody asks the job to stop it is never aborted;
 * from then on there is one deadline for all of them.
 */
export function wayBackOf(cancelled: AbortSignal): AbortSignal {
  const limit = new AbortController();
  const start = () => {
    setTimeout(() => limit.abort(), CANCELLED_DEADLINE_MS).unref();
  };
  if (cancelled.aborted) start();
  else cancelled.addEventListener('abort', start, { once: true });
  return limit.signal;
}

/** Resolves when the signal is aborted. */
export function aborted(signal: AbortSignal): Promise<'aborted'> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve('aborted');
    else signal.addEventListener('abort', () => resolve('aborted'), { once: true });
  });
}
