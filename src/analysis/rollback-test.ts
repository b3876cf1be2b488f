// When the evidence is enough to roll back: strong, material, and stronger still in bad weather.

import { compare } from './comparison.ts';
import type { Counts, MinuteCounts } from './counts.ts';
import type { TestProfile } from './profile.ts';
import { createSequentialTest } from './sequential-test.ts';
import { createSharedIncidentDetector } from './shared-incident.ts';

/** How far back a regression must still be visible, in closed minutes. */
const RECENT_MINUTES = 10;
/** Once stable itself has had an incident, evidence must be this many times as strong. */
const WEATHER_FACTOR = 10;

export interface RollbackSettings {
  /** The most that a rollout whose canary is not worse may be rolled back by this test, 0 to 1. */
  readonly falseRollbackRate: number;
  readonly profile: TestProfile;
  /** The smallest risk ratio over the last ten minutes that is worth a rollback. */
  readonly materialRatio: number;
  /** Stable's counts over the hour before the rollout; without them `NO_COUNTS`. */
  readonly before: Counts;
}

export interface RollbackReading {
  /** ln M, the evidence against the canary. */
  readonly nats: number;
  /** What `nats` must reach. */
  readonly threshold: number;
  /** Whether it has reached it in a minute when the regression was also material. */
  readonly failing: boolean;
}

export interface RollbackTest {
  /** Takes the next closed minute. Once failing, it stays so: later minutes cannot acquit. */
  add(minute: MinuteCounts): RollbackReading;
}

/**
 * The decision to roll back. Materiality and weather only ever prevent a rollback, so the rate of
 * false ones keeps its bound; and a rollback that is decided after an incident of both arms began
 * is false with a tenth of that rate, by the same inequality. A real regression pays for it with
 * 2.3 nats, and only when stable is in trouble too.
 */
export function createRollbackTest(settings: RollbackSettings): RollbackTest {
  const { falseRollbackRate, profile, materialRatio, before } = settings;
  const test = createSequentialTest(profile);
  const weather = createSharedIncidentDetector(before, profile.dispersion);
  const calmThreshold = -Math.log(falseRollbackRate);
  const recent: MinuteCounts[] = [];
  let failing = false;

  function add(minute: MinuteCounts): RollbackReading {
    recent.push(minute);
    if (recent.length > RECENT_MINUTES) recent.shift();
    const nats = test.add(minute);
    const rough = weather.add(minute.stable);
    const threshold = calmThreshold + (rough ? Math.log(WEATHER_FACTOR) : 0);
    failing ||= nats >= threshold && compare(recent).ratio >= materialRatio;
    return { nats, threshold, failing };
  }

  return { add };
}
