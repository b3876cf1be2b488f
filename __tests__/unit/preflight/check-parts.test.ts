// A release fits if each part between two approvals fits into its job.

import { describe, expect, it } from '@jest/globals';
import { checkParts } from '../../../src/preflight/check-parts.ts';
import type { Plan } from '../../../src/rollout/plan.ts';
import type { Lifetimes } from '../../../src/rollout/schedule-limits.ts';

const NOW = 1_764_000_000;
const calls = { 'pre-traffic': [], step: [], 'post-traffic': [] };
const INPUTS = {
  ...{ command: 'rollout', planOf: 'rollout', holdSeconds: 300, smoke: undefined },
  hooks: { calls, timeoutSeconds: 60 },
} as unknown as Parameters<typeof checkParts>[1];
const JOB: Lifetimes = {
  jobTimeoutSeconds: 3600,
  credentialsExpireAt: undefined,
  temporary: false,
};

const plan = (at: readonly number[], minutes: readonly number[] = [40, 40]): Plan => ({
  steps: minutes.map((each, i) => ({ weight: [20, 50][i] ?? 100, holdSeconds: each * 60 })),
  advance: { kind: 'time', maxSeconds: undefined },
  bakeSeconds: 600,
  ...(at.length > 0 && { approvals: { at } }),
});
const problems = (of: Plan, lifetimes = JOB, inputs = INPUTS) =>
  checkParts(of, inputs, lifetimes, NOW).problems;

describe('a release in parts', () => {
  it('need not fit into one job', () => {
    expect(problems(plan([]))).toHaveLength(1);
    expect(problems(plan([50]))).toEqual([]);
  });

  it('names each part that does not fit', () => {
    expect(problems(plan([50, 100], [70, 80]))).toEqual([
      expect.stringMatching(/^the steps to the approval of 50% take 1h10m, but the job ends/),
      expect.stringMatching(/^the steps from 50% to the approval of 100% take 1h20m, but/),
    ]);
    expect(problems({ ...plan([100], [40]), bakeSeconds: 4000 })).toEqual([
      expect.stringMatching(/^the bake takes 1h6m40s.*: shorten bake-time, /),
    ]);
  });

  it('only needs the credentials of this job for its first part', () => {
    const lifetimes = { ...JOB, credentialsExpireAt: NOW + 2700, temporary: true };
    expect(problems(plan([50], [40, 45]), lifetimes)).toEqual([]);
    expect(problems(plan([50], [50, 40]), lifetimes)).toEqual([
      expect.stringMatching(/^the steps to the approval of 50% take 50m, but the AWS credentials/),
    ]);
  });

  it('is not limited after start', () => {
    const start = { ...INPUTS, command: 'start' as const };
    expect(problems(plan([], [400, 400]), JOB, start)).toEqual([]);
  });
});
