// The counts of single seconds, from logs: the same requests as in the minutes of the metrics, sooner.

import type { MinuteCounts } from './counts.ts';

/** One second of a split. Its last requests may not have been logged yet. */
export interface SecondCounts extends Omit<MinuteCounts, 'minute' | 'share' | 'influence'> {
  /** Since the epoch. */
  readonly second: number;
  /** Seconds since the weight was changed last. */
  readonly afterShift: number;
}

export interface LogSeconds {
  /** In order; seconds without any request, and those that were not read from every log, are absent. */
  readonly counted: readonly SecondCounts[];
  /** Later counts may still grow; seconds since the epoch. */
  readonly settledUntil: number;
}

/** How many requests of stable there are for each one of the canary. */
export function stablePerCanary({
  weight,
  weightBefore,
}: Pick<SecondCounts, 'weight' | 'weightBefore'>): number {
  const share = Math.max(weight, weightBefore) / 100;
  return (1 - share) / share;
}

/** The sums of a second in the form of a minute, for tests that take either. */
export function asMinute({
  second,
  canary,
  stable,
  weight,
  weightBefore,
}: SecondCounts): MinuteCounts {
  return { minute: second, canary, stable, weight, weightBefore };
}

/**
 * The seconds as minutes, one for each calendar minute and weight. The canary's requests are at least those that must
 * have arrived.
 */
export function byMinute(seconds: readonly SecondCounts[]): readonly MinuteCounts[] {
  const minutes: MinuteCounts[] = [];
  for (const one of seconds) {
    const { canary, stable, weight, weightBefore } = one;
    const minute = Math.floor(one.second / 60);
    const last = minutes.at(-1);
    const isSame =
      last?.minute === minute && last.weight === weight && last.weightBefore === weightBefore;
    if (isSame) minutes.pop();
    minutes.push({
      minute,
      canary: isSame ? added(last.canary, canary) : canary,
      stable: isSame ? added(last.stable, stable) : stable,
      weight,
      weightBefore,
    });
  }
  return minutes.map((minute) => {
    const { canary, stable } = minute;
    const expected = stable.requests / stablePerCanary(minute);
    return { ...minute, canary: { ...canary, requests: Math.max(canary.requests, expected) } };
  });
}

function added(a: MinuteCounts['canary'], b: MinuteCounts['canary']): MinuteCounts['canary'] {
  return { requests: a.requests + b.requests, events: a.events + b.events };
}
