// The probes of a run, counted by the minute in which they began.

import { type Counts, type MinuteCounts, NO_COUNTS } from '../analysis/counts.ts';
import { probeMinute } from '../analysis/probes-measure.ts';
import type { ProbePair, ProbeResult } from './probe-pair.ts';

export interface ProbeTally {
  /** @returns ends the pair; without results, it does not count */
  begin(at: number): (pair?: ProbePair) => void;
  /** How many pairs have begun and not ended. */
  open(): number;
  /** Those that are over, and of which no probe is still running. Each is as it will stay. */
  minutes(now: number): readonly MinuteCounts[];
}

const NONE = { canary: NO_COUNTS, stable: NO_COUNTS };

/** All times in seconds since the epoch. */
export function createProbeTally(): ProbeTally {
  const counted = new Map<number, MinuteCounts>();
  const open = new Map<object, number>();
  return {
    begin: (at) => {
      const key = {};
      const minute = Math.floor(at / 60);
      open.set(key, minute);
      return (pair) => {
        if (!open.delete(key) || !pair) return;
        const { canary, stable } = counted.get(minute) ?? NONE;
        const both = [withResult(canary, pair.canary), withResult(stable, pair.stable)] as const;
        counted.set(minute, probeMinute(minute, ...both));
      };
    },
    open: () => open.size,
    minutes: (now) => {
      const end = Math.min(Math.floor(now / 60), ...open.values());
      const closed = [...counted.values()].filter(({ minute }) => minute < end);
      return closed.sort((a, b) => a.minute - b.minute);
    },
  };
}

function withResult({ requests, events }: Counts, { kind }: ProbeResult): Counts {
  return { requests: requests + 1, events: events + (kind === 'failed' ? 1 : 0) };
}
