// What a run that continues a rollout says of a job or credentials that end before it does.

import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { announceExpiry, warnIfTooShort } from '../../../src/commands/time-left.ts';
import type { StoredRollout } from '../../../src/rollout/record.ts';
import type { Lifetimes } from '../../../src/rollout/schedule-limits.ts';

const NOW = 1_764_000_000;
const PLAN = {
  steps: [{ weight: 10, holdSeconds: 1200 }],
  advance: { kind: 'time', maxSeconds: undefined },
  bakeSeconds: 300,
};
const ALL: Lifetimes = {
  jobTimeoutSeconds: 21_600,
  credentialsExpireAt: undefined,
  temporary: false,
};
const TO_THE_END = { kind: 'to-the-end' } as const;

describe('The time that is left', () => {
  let warnings: string[];
  beforeEach(() => {
    warnings = [];
    jest.useFakeTimers({ now: NOW * 1000 });
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  type Given = Parameters<typeof warnIfTooShort>[0];
  const services = (lifetimes: Partial<Lifetimes>): Given =>
    ({
      context: { startedAt: NOW - 600, lifetimes: { ...ALL, ...lifetimes } },
      host: { log: { warning: (text: string) => void warnings.push(text) } },
    }) as unknown as Given;
  const rollout = (startedAt = NOW - 900) =>
    ({
      record: { startedAt, plan: PLAN },
      phase: { kind: 'step', index: 0, since: NOW - 300 },
    }) as unknown as StoredRollout;

  it('is not mentioned if it is enough', () => {
    const lifetimes = { credentialsExpireAt: NOW + 1320, jobTimeoutSeconds: 1920 };
    warnIfTooShort(services(lifetimes), rollout(), TO_THE_END);
    expect(warnings).toEqual([]);
  });

  it('of the credentials and of the job is a warning if the rest of the release takes longer', () => {
    const lifetimes = { credentialsExpireAt: NOW + 1319, jobTimeoutSeconds: 1919 };
    warnIfTooShort(services(lifetimes), rollout(), TO_THE_END);
    expect(warnings).toEqual([
      'the rest of this run takes 20m, but the job ends after 21m59s (job-timeout): raise the timeout of the job and job-timeout',
      'the rest of this run takes 20m, but the AWS credentials expire in 21m59s: name the role in role-to-assume here, so that its session is renewed; or set role-duration-seconds: 1500 where it is assumed (the role must allow that)',
    ]);
  });

  it('is what a single check needs, for a run that makes only one', () => {
    const oneCheck = { kind: 'one-check' } as const;
    warnIfTooShort(services({ credentialsExpireAt: NOW + 180 }), rollout(), oneCheck);
    expect(warnings).toEqual([]);
    warnIfTooShort(services({ credentialsExpireAt: NOW + 30 }), rollout(), oneCheck);
    expect(warnings.join()).toContain('the AWS credentials expire in 30s');
  });

  it('of its own release was checked before it began', () => {
    warnIfTooShort(services({ credentialsExpireAt: NOW + 30 }), rollout(NOW - 590), TO_THE_END);
    expect(warnings).toEqual([]);
  });

  it('is announced ten minutes before the credentials end, unless the run has ended', async () => {
    const stop = announceExpiry(services({ credentialsExpireAt: NOW + 1800 }));
    await jest.advanceTimersByTimeAsync(1_199_000);
    expect(warnings).toEqual([]);
    await jest.advanceTimersByTimeAsync(2_000);
    expect(warnings).toEqual([
      'The AWS credentials of this job expire in 10m; after that, it can neither go on nor roll back. To end the rollout before, cancel the job.',
    ]);
    stop();
    announceExpiry(services({ credentialsExpireAt: NOW + 9000 }))();
    announceExpiry(services({}))();
    await jest.advanceTimersByTimeAsync(9_000_000);
    expect(warnings).toHaveLength(1);
    expect(jest.getTimerCount()).toBe(0);
  });
});
