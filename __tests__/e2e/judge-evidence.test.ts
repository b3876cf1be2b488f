// How the evidence drives a rollout: steps that end by it, steps that hold for want of it, and
// evidence that only reports.

import { describe, expect, it, jest } from '@jest/globals';
import { autoSteps } from '../../src/analysis/auto-steps.ts';
import { tryRelease } from '../support/judge-traffic.ts';

// A trial waits for its turn, and its time runs meanwhile.
jest.setTimeout(600_000);

describe('advance: evidence', () => {
  it('ends the steps of steps: auto as soon as the version is shown to be safe', async () => {
    // Slower before the release: nothing in it is then slow by the standards of the hour before.
    const script = () => ({ took: [60, 80] }) as const;
    await tryRelease({ perMinute: 600, script }, async (trial) => {
      trial.onShift(() => {
        trial.backend.script = () => ({});
      });
      const told = await trial.release({
        steps: 'auto',
        advance: 'evidence',
        'max-step-time': '40m',
      });
      expect(told.outcome).toBe('promoted');
      const { plan, steps } = told.report;
      // Some 1,200 requests in the one hour that saw any.
      expect(plan.steps.map((step) => step.weight)).toEqual(autoSteps(1200 / 60, 'evidence'));
      const split = steps.filter((step) => step.weight < 100);
      expect(split).toHaveLength(plan.steps.length);
      for (const { began, ended = 0 } of split) {
        expect(ended - began).toBeGreaterThanOrEqual(60);
        // Not for want of time: a step that had to wait for its end would be held.
        expect(ended - began).toBeLessThan(40 * 60);
      }
    });
  });

  it('holds while too little is known', async () => {
    await tryRelease({ perMinute: 10 }, async (trial) => {
      const told = await trial.release({
        steps: '20%/1m',
        advance: 'evidence',
        'max-step-time': '6m',
      });
      expect(told.outcome).toBe('held');
      expect(told.result).toMatchObject({
        exitCode: 0,
        outputs: { verdict: 'inconclusive', weight: '20' },
      });
      expect(told.report.reason).toMatch(/^inconclusive: .*\berrors\b/);
      expect(told.witness('errors').verdict).toBe('inconclusive');
      const { canarySettings } = await trial.scene.api.stage();
      expect(canarySettings?.percentTraffic).toBe(20);
    });
  });

  it('holds without any traffic', async () => {
    await tryRelease({ perMinute: 0, minutesBefore: 0 }, async ({ release }) => {
      const told = await release({ steps: '20%/1m', advance: 'evidence', 'max-step-time': '4m' });
      expect(told.outcome).toBe('held');
      expect(told.report.reason).toContain('none counted in this step yet');
      expect(told.requests).toBe(0);
    });
  });
});

describe('advance: time', () => {
  it('holds a step that saw fewer requests than min-requests', async () => {
    await tryRelease({ perMinute: 60 }, async ({ release }) => {
      const told = await release({ steps: '20%/1m', 'min-requests': '1000' });
      expect(told.outcome).toBe('held');
      expect(told.report.reason).toMatch(/\d+ requests counted in this step, fewer than 1000/);
    });
  });
});

describe('analysis: observe', () => {
  it('reports that the version is worse, and lets it pass', async () => {
    const script = (version: string) => ({ failing: version === '2' ? 0.5 : 0 });
    await tryRelease({ script }, async ({ release }) => {
      const told = await release({ steps: '50%/7m', analysis: 'observe' });
      expect(told.outcome).toBe('promoted');
      expect(told.result.exitCode).toBe(0);
      expect(told.witness('errors').verdict).toBe('failing');
      expect(told.result.summary).toMatch(/errors \| [^\n]*\| worse \|/);
    });
  });
});
