// When the evidence of logs is enough to roll back.

import { compare } from './comparison.ts';
import { type Counts, type MinuteCounts, NO_COUNTS, sum } from './counts.ts';
import { usualRate } from './open-minutes.ts';
import type { TestProfile } from './profile.ts';
import { INCIDENT_FACTOR, RECENT_MINUTES, type RollbackReading } from './rollback-test.ts';
import { byMinute, type LogSeconds, type SecondCounts } from './seconds.ts';
import { createSecondsTest } from './seconds-test.ts';
import { createSharedIncidentDetector } from './shared-incident.ts';
import { inFavourBySecond } from './young-seconds.ts';

/** Stable's failures are added up over this many seconds, to find an incident. */
const INCIDENT_SECONDS = 15;

export interface SecondsSettings {
  /** The maximum probability that logs roll back a canary that is not worse, 0 to 1. */
  readonly falseRollbackRate: number;
  readonly profile: TestProfile;
  readonly materialRatio: number;
  /** Stable's counts per minute over the hour before the rollout; empty if unknown. */
  readonly before: readonly Counts[];
}

/** What decided. */
export interface SecondsDecision {
  readonly reading: RollbackReading;
  /** The counts of the seconds until then. */
  readonly shown: readonly SecondCounts[];
  /** The same with what is missing in the canary's favour. */
  readonly counted: readonly MinuteCounts[];
}

export interface SecondsWatch {
  /**
   * The first second in which the evidence of the logs was strong and material, as in `rollback-test.ts`; `undefined`:
   * none so far. Settled seconds are read once, so later looks must show the same ones.
   */
  look(log: LogSeconds): SecondsDecision | undefined;
}

/** One look at all seconds. */
export function decideBySecond(
  log: LogSeconds,
  settings: SecondsSettings,
): SecondsDecision | undefined {
  return watchSeconds(settings).look(log);
}

/**
 * Failures are counted as soon as they are logged. Seconds never show that a canary is healthy: for that, everything must
 * have arrived, and metrics show it as soon.
 */
export function watchSeconds({
  falseRollbackRate,
  profile,
  materialRatio,
  before,
}: SecondsSettings): SecondsWatch {
  const past = sum(before);
  const settled = createSecondsTest(profile);
  const calm = -Math.log(falseRollbackRate);
  let taken = 0;
  let since = NO_COUNTS;

  /** Whether the evidence after a second is enough. */
  const read = (seconds: readonly SecondCounts[], i: number, nats: number | undefined) => {
    if (nats === undefined || nats < calm) return undefined;
    const { second } = seconds[i]!;
    const incidentAt = firstIncident(seconds.slice(0, i + 1), past, profile.dispersion);
    const threshold = calm + (second >= incidentAt ? Math.log(INCIDENT_FACTOR) : 0);
    const failing = nats >= threshold && isMaterial(seconds, i, materialRatio);
    return failing ? { nats, threshold, failing } : undefined;
  };

  let decided: SecondsDecision | undefined;

  return {
    look: ({ counted, settledUntil }) => {
      if (decided) return decided;
      if (mostNats(counted) / profile.dispersion < calm) return undefined;
      const decision = (
        reading: RollbackReading | undefined,
        seconds: readonly SecondCounts[],
        i: number,
      ): SecondsDecision | undefined =>
        reading && {
          reading,
          shown: counted.slice(0, i + 1),
          counted: byMinute(seconds.slice(0, i + 1)),
        };
      for (; taken < counted.length && counted[taken]!.second < settledUntil; taken++) {
        const one = counted[taken]!;
        since = sum([since, one.stable]);
        decided = decision(read(counted, taken, settled.add(one)), counted, taken);
        if (decided) return decided;
      }
      const favoured = inFavourBySecond({ counted, settledUntil }, usualRate(past, since));
      const test = settled.fork();
      for (let i = taken; i < favoured.length; i++) {
        const found = decision(read(favoured, i, test.add(favoured[i]!)), favoured, i);
        if (found) return found;
      }
      return undefined;
    },
  };
}

/** More evidence there cannot be, whatever the ratio: a failure of the canary is worth less than −ln of its share. */
function mostNats(seconds: readonly SecondCounts[]): number {
  let nats = 0;
  for (const { canary, weight, weightBefore } of seconds) {
    if (canary.events > 0) nats -= canary.events * Math.log(Math.max(weight, weightBefore) / 100);
  }
  return nats;
}

function isMaterial(seconds: readonly SecondCounts[], last: number, ratio: number): boolean {
  const since = seconds[last]!.second - 60 * RECENT_MINUTES;
  let first = last;
  while (first > 0 && seconds[first - 1]!.second > since) first -= 1;
  return compare(byMinute(seconds.slice(first, last + 1))).ratio >= ratio;
}

/** The second from which on stable is known to have an incident; `Infinity`: it has none. */
function firstIncident(
  seconds: readonly SecondCounts[],
  before: Counts,
  dispersion: number,
): number {
  const incidents = createSharedIncidentDetector(before, dispersion);
  let block = { from: Number.NEGATIVE_INFINITY, stable: NO_COUNTS };
  for (const { second, stable } of seconds) {
    const from = second - (second % INCIDENT_SECONDS);
    if (from !== block.from) {
      if (incidents.add(block.stable)) return block.from;
      block = { from, stable: NO_COUNTS };
    }
    block.stable = sum([block.stable, stable]);
  }
  // The last block is not over, but what has failed in it has failed.
  return incidents.add(block.stable) ? block.from : Number.POSITIVE_INFINITY;
}
