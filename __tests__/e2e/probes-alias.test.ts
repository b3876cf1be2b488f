// Probes of an alias: checks that are sent to both versions at a rate, where users send hardly any request.

import { describe, expect, it, jest } from '@jest/globals';
import type { Counts } from '../../src/analysis/counts.ts';
import { playFleet } from '../support/fleet-scene.ts';
import { exactProblemsOf } from '../support/report-validator.ts';
import { errorsOf, readReport } from '../support/rollout.ts';

jest.setTimeout(600_000);

const PROBED = `
probe: 10/m
checks:
  - path: /orders
    format: rest
    timeout: 60s
    expect: { status: 200, contains: Hello from Lambda }
`;

const STEPS = { steps: '25%/5m, 50%/6m', 'bake-time': '0s' };

function probesIn(report: ReturnType<typeof readReport>) {
  return report.evidence.find(({ source }) => source.kind === 'probes');
}

describe('Probes of an alias', () => {
  it('promote a good version that hardly any user calls', async () => {
    await playFleet({ logs: false }, async (scene) => {
      scene.users(1);
      // As many requests decide nothing themselves.
      const byEvidence = { advance: 'evidence', 'max-step-time': '10m' };
      const run = await scene.release({ ...STEPS, ...byEvidence, smoke: PROBED });
      expect(run.log).not.toContain('Probe of the');
      expect(run.outputs.outcome).toBe('promoted');
      const report = readReport(run);
      expect(probesIn(report)).toMatchObject({ verdict: 'healthy', canary: { events: 0 } });
      expect(exactProblemsOf(report)).toEqual([]);
    });
  });

  it('roll back a version that fails them, in minutes', async () => {
    // The checks before any user would find one that fails every request.
    const smoke = PROBED.replace('timeout', 'when: after\n    timeout');
    await playFleet({ failing: 1 }, async (scene) => {
      const run = await scene.release({ ...STEPS, smoke });
      expect(run.outputs).toMatchObject({ outcome: 'rolled-back', cause: 'probes', weight: '0' });
      expect(run.log).toContain(
        'Probe of the new version failed: "GET /orders": the function failed: Error: the database said no',
      );
      const report = readReport(run);
      expect(probesIn(report)).toMatchObject({ verdict: 'failing', stable: { events: 0 } });
      // Nobody called the alias, and no probe is counted as a user.
      expect(report.steps.map(({ canary }) => canary?.requests ?? 0)).toEqual([0]);
      expect(report.impact).toBeUndefined();
      expect(report.endedAt - report.startedAt).toBeLessThan(600);
      expect(exactProblemsOf(report)).toEqual([]);
    });
  });

  it('go on in a run that takes over, and are counted from 0', async () => {
    const smoke = PROBED.replace('timeout', 'when: after\n    timeout');
    await playFleet({ failing: 1, logs: false }, async (scene) => {
      const slow = { steps: '25%/30m', 'bake-time': '0s', smoke: smoke.replace('10/m', '1/m') };
      const run = scene.start(slow);
      await run.sees(/Probe of the new version failed/);
      await run.kill();
      expect(await scene.routing()).toEqual(['1 + 0.25 of 2']);
      const next = await scene.release({ ...slow, smoke }, { github: { runId: 7_000_000_002 } });
      expect(next.log).toContain('Continuing the open rollout');
      expect(next.outputs).toMatchObject({ outcome: 'rolled-back', cause: 'probes' });
      const report = readReport(next);
      // At the rate of the run that sends them: what the lost one has counted is gone.
      const { canary, stable } = probesIn(report) as unknown as Readonly<
        Record<'canary' | 'stable', Counts>
      >;
      expect(canary.requests).toBe(stable.requests);
      expect(canary.events).toBe(canary.requests);
      expect(stable.events).toBe(0);
      expect(await scene.routing()).toEqual(['1']);
      expect(exactProblemsOf(report)).toEqual([]);
    });
  });

  it('decide nothing with analysis: observe, and are shown', async () => {
    const smoke = PROBED.replace('timeout', 'when: after\n    timeout');
    const short = { ...STEPS, steps: '25%/3m, 50%/3m', 'max-step-time': '3m' };
    const observe = { ...short, analysis: 'observe', 'on-inconclusive': 'promote' };
    await playFleet({ failing: 1, logs: false }, async (scene) => {
      const run = await scene.release({ ...observe, smoke });
      expect(run.log).toContain('Probe of the new version failed');
      const report = readReport(run);
      // What fails in the end is the check after the promotion.
      expect(run.outputs.cause).toBe('smoke');
      expect(report.weights.map(({ weight }) => weight)).toEqual([25, 50, 100, 0]);
      expect(probesIn(report)).toMatchObject({ verdict: 'failing', stable: { events: 0 } });
      expect(exactProblemsOf(report)).toEqual([]);
    });
  });

  it('that the current version fails approve of nothing', async () => {
    const smoke = PROBED.replace('Hello from Lambda', 'Hello from Lambda v2');
    await playFleet({ logs: false }, async (scene) => {
      const run = await scene.release({ ...STEPS, smoke });
      expect(run.outputs.outcome).toBe('held');
      expect(run.log).toContain('The current version fails most of its probes');
      expect(probesIn(readReport(run))).toMatchObject({ verdict: 'inconclusive' });
    });
  });

  it('are in the plan, with what they detect and cost', async () => {
    await playFleet({ logs: false }, async (scene) => {
      const mark = scene.mark();
      const run = await scene.release({ ...STEPS, smoke: PROBED, command: 'plan' });
      expect(run.log).toMatch(
        /probe: while traffic is split, \\?"GET \/orders\\?" is sent to each version 10 times per minute: about 220\s+requests/,
      );
      expect(run.log).toMatch(/probe: a version that fails every probe is detected within \d+ min/);
      expect(scene.mark()).toBeGreaterThan(mark);
      const wrong = PROBED.replace('10/m', '100/s').replace('path', 'method: POST\n    path');
      expect(errorsOf(await scene.release({ smoke: wrong })).join('\n')).toContain(
        'smoke: "probe" is "100/s"; expected a rate from 1/m to 60/m, such as 10/m',
      );
    });
  });
});
