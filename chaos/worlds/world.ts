// An account in which a release runs while faults occur: its state, in the terms of "never half-rolled",
// and external changes to it.

import type { Variables } from '../../__tests__/support/runner-environment.ts';
import type { Simulator } from '../../simulator/simulator.ts';
import type { FlakyGitHub } from './flaky-github.ts';
import type { Forgery } from './forgery.ts';
import type { Tally } from './users.ts';

/** The traffic, and what is left of a rollout. */
export interface WorldState {
  readonly traffic: 'stable' | 'split' | 'released' | 'external';
  /** The largest weight of the new version in %; 100 if it is served to all. */
  readonly weight: number;
  /** The details, for the explanation of a finding. */
  readonly what: string;
  /** Whether state of a rollout is stored. */
  readonly stored: boolean;
  /** Settings of the user that have changed. */
  readonly lost: readonly string[];
}

/** What another person or tool does in the account during the rollout. */
export type ExternalChange =
  /** Changes a setting that rollouts ignore. */
  | 'setting'
  /** Removes the canary. */
  | 'close'
  /** Sends all traffic to another version. */
  | 'release'
  /** Lowers the weight of the canary, if it has any. */
  | 'brake';

export interface World {
  readonly simulator: Simulator;
  /** The inputs of the action, for a short rollout. */
  readonly inputs: Variables;
  /** What its steps have in their environment. */
  readonly env?: Variables;
  /** The files of its checkout, by path. */
  readonly files?: Readonly<Record<string, string>>;
  state(): Promise<WorldState>;
  /** @returns whether there was anything to change */
  applyExternalChange(how: ExternalChange): Promise<boolean>;
  /** Forges the stored state, with the right to write tags alone. */
  forge(how: Forgery): Promise<void>;
  /** The GitHub of its runs; by default there is none. */
  readonly github?: FlakyGitHub;
  /** Whether the external release is still served. */
  keepsExternalRelease(): Promise<boolean>;
  /** The results of the users' requests so far. */
  tally(): Tally;
  close(): Promise<void>;
}

export interface WorldOptions {
  /** Whether the new version fails, with an alarm that fires as soon as it gets traffic. */
  readonly failing: boolean;
  /** No alarm exists: the counts of both versions decide. */
  readonly judged?: true;
  /** The stage has an access log, so that failures are found before metrics show them. */
  readonly logged?: true;
  /** The bake is a last step, in which stable keeps a share of the traffic. */
  readonly held?: true;
  /** A switch can stop all releases, and the alarm is found by its tag. */
  readonly gated?: true;
  /** A file replaces the API's draft, with a route more. */
  readonly imports?: true;
  /** People approve it at 0%, where it has a door, and before its last step. */
  readonly approved?: true;
  /** Probes are sent to both versions. */
  readonly probed?: true;
  /** Smoke checks run at a stage of the team's own, which the release must set back. */
  readonly lent?: true;
  /** Smoke checks run before, in each step and after, which even a failing version passes. */
  readonly checked?: true;
}

/** The access key of the action; all other clients use another one. */
export const ACTION_KEY = 'AKIAIOSFODNN7EXAMPLE';

export const TAG_PREFIX = 'canary-action:';

export const ALARM = 'new-version-fails';

/** Two short steps and a bake, so that a fault can be injected at every call of a whole rollout. */
export const SHORT: Variables = {
  steps: '20%/15s, 50%/15s',
  'max-step-time': '15s',
  'bake-time': '15s',
  'on-inconclusive': 'promote',
  alarms: ALARM,
  // The rollout is too short for closed minutes and must not wait for them: the alarm decides.
  analysis: 'observe',
  comment: 'false',
};

/** The bake comes before the promotion. */
export const HELD: Variables = { 'hold-back': '5%' };

/** Checks that are tried until they pass: what decides is the alarm. */
export function checksOf(path: string, more: string, usagePlan = ''): Variables {
  const times = { retries: 10, every: '0s', timeout: '1m' };
  const check = { path, ...times, expect: { status: 200 } };
  const each = { name: 'each', when: ['before', 'each-step', 'after'], ...check };
  const compared = { name: 'compared', ...check, compare: { 'on-difference': 'warn' } };
  const suite = {
    ...(more !== '' && { format: more }),
    ...(usagePlan !== '' && { 'usage-plan': usagePlan }),
    checks: [each, compared],
  };
  return { smoke: JSON.stringify(suite) };
}

/** Of both versions, which pass: what decides is the alarm. */
export function probesOf(path: string, more: string): Variables {
  const checks = [{ path, expect: { status: 200 }, timeout: '1m' }];
  return { smoke: JSON.stringify({ ...(more !== '' && { format: more }), probe: '60/m', checks }) };
}

/** Each weight is approved by a job of its own. */
export const APPROVED: Variables = { 'approve-at': '0%, 50%', door: 'true' };

/** The tag of the alarm. */
export const TAG = { Key: 'team', Value: 'shop' };

/** The parameter that stops all releases. */
export const STOP = '/releases/stop';

/** A run waits while the switch cannot be read, and must not wait for hours. */
export const GATED: Variables = {
  'stop-switch': `parameter=${STOP}`,
  alarms: `tag:${TAG.Key}=${TAG.Value}`,
  'job-timeout': '10m',
};

/** Where the counts cannot be read, nothing is promoted. */
export const JUDGED: Variables = {
  steps: '50%/5m',
  'max-step-time': '8m',
  'bake-time': '1m',
  'on-inconclusive': 'rollback',
  alarms: '',
  analysis: 'enforce',
};

/** How an ended release of several jobs ended: that is for reports, and nothing is open. */
const LAST = `${TAG_PREFIX}last`;

/** Whether tags store a rollout. */
export function storesRollout(tags: Readonly<Record<string, unknown>>): boolean {
  return Object.keys(tags).some((key) => key.startsWith(TAG_PREFIX) && key !== LAST);
}

/** The differences between two values, one line per member. */
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
