// An account that a release is rolled out in, while something goes wrong: what stands in it, in the
// terms of "never half-rolled", and somebody else who works in it as well.

import type { Variables } from '../../__tests__/support/runner-environment.ts';
import type { Simulator } from '../../simulator/simulator.ts';
import type { Tally } from './users.ts';

/** Who is served what, and what is left of a rollout. */
export interface Standing {
  readonly traffic: 'stable' | 'split' | 'released' | 'strange';
  /** In words, for a failure's explanation. */
  readonly what: string;
  /** A rollout is remembered. */
  readonly remembered: boolean;
  /** What belongs to users and is not as it was; empty when all of it is. */
  readonly lost: readonly string[];
}

/** What somebody else does in the account while the rollout goes on. */
export type Meddling =
  /** Changes what no rollout looks at. */
  | 'setting'
  /** Takes the canary away. */
  | 'close'
  /** Gives all traffic to a version of their own. */
  | 'release';

export interface World {
  readonly simulator: Simulator;
  /** Of the action; a short rollout. */
  readonly inputs: Variables;
  standing(): Promise<Standing>;
  meddle(how: Meddling): Promise<void>;
  /** Whether what somebody else released is still served. */
  keepsTheirs(): Promise<boolean>;
  /** What users saw so far. */
  tally(): Tally;
  close(): Promise<void>;
}

export interface WorldOptions {
  /** Simulated seconds per real second. */
  readonly rate: number;
  /** The new version fails, and an alarm says so as soon as it is served. */
  readonly failing: boolean;
}

/** The access key that the action calls with; everybody else uses another. */
export const ACTION_KEY = 'AKIAIOSFODNN7EXAMPLE';

export const ALARM = 'new-version-fails';

/** Short, so that every call of a whole rollout can be struck: two steps and a bake. */
export const SHORT: Variables = {
  steps: '20%/15s, 50%/15s',
  'max-step-time': '15s',
  'bake-time': '15s',
  'on-inconclusive': 'promote',
  alarms: ALARM,
  // No minute is closed while it lasts, and none is to be waited for: the alarm decides.
  analysis: 'observe',
  comment: 'false',
};

/** What differs between two values, one line a member; empty when nothing does. */
export function differences(before: unknown, after: unknown, path = ''): readonly string[] {
  if (JSON.stringify(before) === JSON.stringify(after)) return [];
  if (!isObject(before) || !isObject(after)) {
    return [`${path}: ${JSON.stringify(before)} became ${JSON.stringify(after)}`];
  }
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return names.flatMap((name) => differences(before[name], after[name], `${path}/${name}`));
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
