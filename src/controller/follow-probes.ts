// The probes of a run follow the rollout: they are sent while traffic is split, and no longer.

import type { MinuteCounts } from '../analysis/counts.ts';
import type { StoredRollout } from '../rollout/record.ts';
import type { TrafficState } from '../rollout/traffic-state.ts';

/** A rollout as it was last read. */
interface Followed {
  readonly rollout: StoredRollout;
  readonly trafficState: TrafficState;
}

export interface Probes {
  /** Begins to send them if traffic is split, and stops if it is not. Returns at once. */
  follow(snapshot: Followed, takenOver: boolean): void;
  /** Stops all that are running; returns at once. */
  stop(): void;
  /** Those that are over; `undefined`: there are no probes. */
  minutes(now: number): readonly MinuteCounts[] | undefined;
}

export const NO_PROBES: Probes = {
  follow: () => undefined,
  stop: () => undefined,
  minutes: () => undefined,
};

export interface ProbeSender {
  send(rollout: StoredRollout, signal: AbortSignal): Promise<void>;
  minutes(now: number): readonly MinuteCounts[];
}

export interface ProbesParts {
  readonly sender: ProbeSender;
  readonly cancelled: AbortSignal;
  readonly line: (text: string) => void;
  readonly onBug: (error: unknown) => void;
}

export function createProbes({ sender, cancelled, line, onBug }: ProbesParts): Probes {
  let running: AbortController | undefined;
  let isTold = false;
  const stop = () => {
    running?.abort();
    running = undefined;
  };
  cancelled.addEventListener('abort', stop, { once: true });
  return {
    stop,
    minutes: sender.minutes,
    follow: (snapshot, takenOver) => {
      if (!isSplit(snapshot) || cancelled.aborted) return stop();
      if (running) return;
      if (takenOver && !isTold) {
        isTold = true;
        line('Probes that earlier runs of this release sent are not counted in this run.');
      }
      const mine = new AbortController();
      running = mine;
      const ended = () => {
        if (running === mine) running = undefined;
      };
      // What ends by itself could not reach a version: the next check tries again.
      void sender.send(snapshot.rollout, mine.signal).then(ended, onBug);
    },
  };
}

function isSplit({ rollout: { phase }, trafficState }: Followed): boolean {
  return phase.kind === 'step' && trafficState.kind === 'split' && trafficState.weight > 0;
}
