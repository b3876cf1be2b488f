// When the evidence is enough to roll back: strong, material, and stronger still during an incident.

import { compare } from './comparison.ts';
import type { Counts, MinuteCounts } from './counts.ts';
import type { TestProfile } from './profile.ts';
import { createSequentialTest } from './sequential-test.ts';
import { createSharedIncidentDetector } from './shared-incident.ts';

/** A regression must still be visible in this many last closed minutes. */
const RECENT_MINUTES = 10;
/** Once stable itself has had an incident, the evidence must be this many times as strong. */
const INCIDENT_FACTOR = 10;

export interface RollbackSettings {
  /** The maximum probability that this test rolls back a canary that is not worse, 0 to 1. */
  readonly falseRollbackRate: number;
  readonly profile: TestProfile;
  /** The smallest risk ratio over the last ten closed minutes that is worth a rollback. */
  readonly materialRatio: number;
  /** Stable's counts over the hour before the rollout; `NO_COUNTS` if unknown. */
  readonly before: Counts;
}

export interface RollbackReading {
  /** ln M, the evidence against the canary. */
  readonly nats: number;
  /** The value that `nats` must reach. */
  readonly threshold: number;
  /** Whether `nats` has reached it in a minute in which the regression was also material. */
  readonly failing: boolean;
}

export interface RollbackTest {
  /** Adds the next closed minute. Once failing, the test remains failing, whatever later minutes show. */
  add(minute: MinuteCounts): RollbackReading;
}

/**
 * The decision to roll back. Materiality and incidents can only prevent a rollback, so the bound on the rate
 * of false rollbacks holds. By the same inequality, a rollback after the start of an incident on both sides
 * is false with a tenth of that rate. The cost for a real regression is 2.3 nats, and only if stable has an
 * incident too.
 */
export function createRollbackTest(settings: RollbackSettings): RollbackTest {
  const { falseRollbackRate, profile, materialRatio, before } = settings;
  const test = createSequentialTest(profile);
  const incidents = createSharedIncidentDetector(before, profile.dispersion);
  const calmThreshold = -Math.log(falseRollbackRate);
  const recent: MinuteCounts[] = [];
  let failing = false;

  function add(minute: MinuteCounts): RollbackReading {
    recent.push(minute);
    if (recent.length > RECENT_MINUTES) recent.shift();
    const nats = test.add(minute);
    const afterIncident = incidents.add(minute.stable);
    const threshold = calmThreshold + (afterIncident ? Math.log(INCIDENT_FACTOR) : 0);
    failing ||= nats >= threshold && compare(recent).ratio >= materialRatio;
    return { nats, threshold, failing };
  }

  return { add };
}
