// A cancelled job gets SIGINT, SIGTERM 7.5 s later, and is killed 2.5 s after that (GitHub Docs, "workflow
// cancellation reference"). Both signals mean the same for a rollout: roll back now.

import type { Log } from '../base/log.ts';

export interface Cancellation {
  readonly signal: AbortSignal;
  /** Stops listening. */
  dispose(): void;
}

/** @param onSignal called at once on the first signal @param names the signals that cancel */
export function onCancel(
  log: Log,
  onSignal: () => void,
  names: readonly NodeJS.Signals[] = ['SIGINT', 'SIGTERM'],
): Cancellation {
  const controller = new AbortController();
  const stop = (name: NodeJS.Signals) => {
    if (!controller.signal.aborted) {
      log.line(`Received ${name}: the job is being cancelled.`);
      onSignal();
    }
    controller.abort();
  };
  for (const name of names) process.on(name, stop);
  return {
    signal: controller.signal,
    dispose: () => {
      for (const name of names) process.off(name, stop);
    },
  };
}
