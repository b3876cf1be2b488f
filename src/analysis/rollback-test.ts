// When the evidence is enough to roll back: strong, material, and stronger still during an incident.

import { compare } from './comparison.ts';
import { addTo, type Counts, type MinuteCounts, NO_COUNTS, type Writable } from './counts.ts';
import { inFavour, type OpenMinute, usualRate } from './open-minutes.ts';
import type { TestProfile } from './profile.ts';
import { createSequentialTest, type SequentialTest } from './sequential-test.ts';
import { createSharedIncidentDetector, type SharedIncidentDetector } from './shared-incident.ts';
import { isTotalFailure } from './total-failure.ts';
import { isLasting } from './young.ts';

/** A regression must still be visible in this many last minutes. */
export const RECENT_MINUTES = 10;
/** What a young version does must still be visible in this many. */
const LAST_MINUTES = 3;
/** Once stable itself has had an incident, the evidence must be this many times as strong. */
export const INCIDENT_FACTOR = 10;

export interface RollbackSettings {
  /** The maximum probability that this test rolls back a canary that is not worse, 0 to 1. */
  readonly falseRollbackRate: number;
  readonly profile: TestProfile;
  /** The smallest risk ratio over the last ten minutes that is worth a rollback. */
  readonly materialRatio: number;
  /** Whether a difference that gets smaller by itself is no reason to roll back: that of a young version. */
  readonly mayFade?: boolean;
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

/** What an open minute and those before it show so far. */
export interface ProvisionalReading extends RollbackReading {
  /** The minute as it was counted: what has not arrived is in the canary's favour. */
  readonly minute: MinuteCounts;
}

export interface RollbackTest {
  /** Adds the next closed minute. Once failing, the test remains failing, whatever later minutes show. */
  add(minute: MinuteCounts): RollbackReading;
  /**
   * What the minutes after the last closed one show so far, one reading for each. They are provisional: their counts
   * grow, so they are read again at every look, and change nothing here.
   */
  peek(open: readonly OpenMinute[]): readonly ProvisionalReading[];
  /** A copy, which may be added to without a change of this one. */
  fork(): RollbackTest;
}

/**
 * The decision to roll back. Materiality and incidents can only prevent a rollback, so the bound on the rate
 * of false rollbacks holds. By the same inequality, a rollback after the start of an incident on both sides
 * is false with a tenth of that rate. The cost for a real regression is 2.3 nats, and only if stable has an
 * incident too.
 */
export function createRollbackTest(settings: RollbackSettings): RollbackTest {
  const { profile, before } = settings;
  return resume(settings, {
    test: createSequentialTest(profile),
    incidents: createSharedIncidentDetector(before, profile.dispersion),
    recent: [],
    since: { ...NO_COUNTS },
    failing: false,
  });
}

interface State {
  readonly test: SequentialTest;
  readonly incidents: SharedIncidentDetector;
  /** The last minutes. */
  readonly recent: MinuteCounts[];
  /** Stable's counts since the rollout began. */
  readonly since: Writable<Counts>;
  failing: boolean;
}

function resume(settings: RollbackSettings, state: State): RollbackTest {
  const { falseRollbackRate, materialRatio, mayFade = false, before } = settings;
  const { test, incidents, recent } = state;
  const calmThreshold = -Math.log(falseRollbackRate);

  function read(nats: number, incident: boolean, last: readonly MinuteCounts[]): RollbackReading {
    const threshold = calmThreshold + (incident ? Math.log(INCIDENT_FACTOR) : 0);
    return { nats, threshold, failing: nats >= threshold && isMaterial(last) };
  }

  function isMaterial(last: readonly MinuteCounts[]): boolean {
    if (compare(last).ratio < materialRatio) return false;
    if (!mayFade) return true;
    return compare(last.slice(-LAST_MINUTES)).ratio >= materialRatio && isLasting(last);
  }

  function add(minute: MinuteCounts): RollbackReading {
    const total = !mayFade && isTotalFailure(minute, recent.at(-1));
    recent.push(minute);
    if (recent.length > RECENT_MINUTES) recent.shift();
    addTo(state.since, minute.stable);
    const reading = read(test.add(minute, { total }), incidents.add(minute.stable), recent);
    state.failing ||= reading.failing;
    return reading.failing === state.failing ? reading : { ...reading, failing: true };
  }

  function peek(open: readonly OpenMinute[]): readonly ProvisionalReading[] {
    const ahead = test.fork();
    const weather = incidents.fork();
    const last = [...recent];
    return inFavour(open, usualRate(before, state.since)).map((favoured, i) => {
      const minute = open[i]!;
      last.push(favoured);
      const total = isTotalFailure(minute, open[i - 1] ?? recent.at(-1));
      const nats = ahead.add(favoured, { open: true, total });
      const reading = read(nats, weather.add(minute.stable), last.slice(-RECENT_MINUTES));
      return { ...reading, minute: favoured };
    });
  }

  return {
    add,
    peek,
    fork: () =>
      resume(settings, {
        ...state,
        test: test.fork(),
        incidents: incidents.fork(),
        recent: [...recent],
        since: { ...state.since },
      }),
  };
}
