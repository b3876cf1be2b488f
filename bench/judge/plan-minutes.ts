// The minutes of the default plan, with the first shift at any second of a minute.

import type { MinuteCounts } from '../../src/analysis/counts.ts';
import { weightsBetween } from '../../src/rollout/weights.ts';
import { DEFAULT_SHIFTS } from './seconds/timeline.ts';

export interface PlanMinute extends Pick<MinuteCounts, 'minute' | 'weight' | 'weightBefore'> {
  /** The canary's share of the minute's requests, 0 to 1. */
  readonly share: number;
}

/** Until the promotion. */
const MINUTES = 25;
/** Minutes after the end of a minute in which it is read, and until the decision takes effect. */
const CLOSING = 2;
const REACTION = 0.5;

/** @param second of its minute in which the first shift falls, 0 to 59 */
export function planMinutes(second: number): PlanMinute[] {
  const changes = DEFAULT_SHIFTS.filter(({ weight }) => weight < 100).map(({ after, weight }) => ({
    at: second + after,
    weight,
  }));
  const weightAt = (at: number) => changes.findLast((change) => change.at <= at)?.weight ?? 0;
  return Array.from({ length: MINUTES }, (_, minute) => {
    const start = 60 * minute;
    let sum = 0;
    for (let at = start; at < start + 60; at++) sum += weightAt(at);
    return { minute, ...weightsBetween(changes, start), share: sum / 60 / 100 };
  });
}

/** Minutes from the first shift until a decision that the counts of this minute cause. */
export function minutesUntil(minute: number, second: number): number {
  return minute + 1 + CLOSING + REACTION - second / 60;
}
