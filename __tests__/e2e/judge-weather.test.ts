// Versions that are no worse, in weather that makes them look so: an incident, counts on their way,
// a shift. Each is promoted in the end. Whoever takes out one of the rules named here sees its test
// fail: the release is then rolled back for what is not its fault.

import { describe, expect, it, jest } from '@jest/globals';
import {
  lateAndOutOfOrder,
  lateCanarySuccesses,
  type Told,
  tryRelease,
} from '../support/judge-traffic.ts';

// A trial waits for its turn, and its time runs meanwhile.
jest.setTimeout(600_000);

function expectPromotion(told: Told): void {
  // First, for its words when it fails.
  expect(told.report.reason).toBe('The canary completed all steps and the bake.');
  expect(told.result).toMatchObject({ exitCode: 0, outputs: { outcome: 'promoted' } });
  expect(told.report.evidence.filter((e) => e.verdict === 'failing')).toEqual([]);
}

describe('A version that is no worse is promoted', () => {
  // Protects the share rule at weight changes (highShare in src/analysis/share.ts, weightBefore in
  // src/rollout/weights.ts). In a minute that ends with 60 % the canary had less on the whole, but
  // 60 % of all that failed.
  it('when each shift is the beginning of an incident of both', async () => {
    await tryRelease({}, async (trial) => {
      trial.beginAt(33);
      let until = 0;
      trial.backend.script = (_, now) => ({ failing: now < until ? 0.6 : 0 });
      trial.onShift((weight, at) => {
        if (weight > 0) until = Math.ceil(at / 60) * 60;
      });
      const told = await trial.release({ steps: '30%/7m, 60%/7m, 90%/7m' });
      expectPromotion(told);
      // About 145 on a machine that keeps up with the users; fewer of them come through on one that does not.
      expect(told.canaryFailures).toBeGreaterThan(30);
    });
  });

  it('when both fail the same share of their requests', async () => {
    await tryRelease({ script: () => ({ failing: 0.05 }) }, async (trial) => {
      lateAndOutOfOrder(trial);
      const told = await trial.release({ steps: '20%/3m, 50%/5m', dispersion: 'auto' });
      expectPromotion(told);
      expect(told.canaryFailures).toBeGreaterThan(0);
      expect(told.warnings.filter((w) => w.startsWith('AWS routes'))).toEqual([]);
    });
  });

  // Protects the closed-minute rule (src/analysis/closed.ts). Read as soon as they are shown, the
  // canary's last two minutes hold its failures and hardly anything else. The failures pause in the
  // first minutes of the split: those would speak for the canary, and hide the trap.
  it('when only its successes are counted late', async () => {
    await tryRelease({ minutesBefore: 4, script: () => ({ failing: 0.1 }) }, async (trial) => {
      lateCanarySuccesses(trial);
      trial.beginAt(2);
      trial.backend.script = () => ({});
      trial.onShift((_weight, at) => {
        const pause = 60 * Math.ceil(at / 60 + 2);
        trial.backend.script = (_version, now) => ({ failing: now < pause ? 0 : 0.1 });
      });
      const told = await trial.release({ steps: '50%/7m' });
      expectPromotion(told);
      expect(told.canaryFailures).toBeGreaterThan(30);
    });
  });

  // Protects the stratification: each minute's own share (src/analysis/share.ts) in the evidence,
  // and the strata of the ratio that a rollback needs as well (src/analysis/comparison.ts). Most of
  // the canary's requests fall into the incident, most of stable's before it: added up over all
  // minutes, it looks worse. Without either of the two the numbers are wrong; without both it is
  // rolled back.
  it('through an incident of both while it has most of its requests', async () => {
    await tryRelease({ perMinute: 400, script: () => ({ failing: 0.01 }) }, async (trial) => {
      trial.onShift((weight, at) => {
        if (weight !== 50) return;
        const during = (now: number) => now >= at + 60 && now < at + 240;
        trial.backend.script = (_, now) => ({ failing: during(now) ? 0.4 : 0.01 });
      });
      const told = await trial.release({ steps: '5%/6m, 50%/6m' });
      expectPromotion(told);
      const errors = told.witness('errors');
      expect(errors.comparison?.ratio).toBeGreaterThan(0.7);
      expect(errors.comparison?.ratio).toBeLessThan(1.4);
      expect(errors.reading?.nats).toBeLessThan(errors.reading?.threshold ?? 0);

      // It was frozen meanwhile, and people were told so, once.
      const frozen = 'both versions fail more often than before the rollout';
      expect(told.warnings.filter((w) => w.includes(frozen))).toHaveLength(1);
      const split = told.timeline.indexOf('shifted 50% to the canary');
      expect(told.timeline.slice(split)).toEqual([
        'shifted 50% to the canary',
        expect.stringContaining(frozen),
        'promoted: all traffic goes to the new version',
      ]);
      const step = told.report.steps[1];
      expect((step?.ended ?? 0) - (step?.began ?? 0)).toBeGreaterThan(7 * 60);
    });
  });

  it('if AWS is slow to route by the configured weight, which is reported', async () => {
    await tryRelease({}, async (trial) => {
      const { unsettled, clock } = trial.scene.simulator.world;
      trial.onShift((weight) => {
        if (weight !== 10) return;
        clock.after(270_000, () => {
          unsettled.propagationSeconds = 240;
        });
      });
      const told = await trial.release({ steps: '10%/5m, 50%/8m' });
      expectPromotion(told);
      const says = /AWS routes [\d.]+% of requests to the canary; the configured weight is [\d.]+%/;
      expect(told.warnings.filter((w) => says.test(w))).toHaveLength(1);
      expect(told.timeline.filter((what) => says.test(what))).toHaveLength(1);
      expect(told.result.summary).toMatch(says);
    });
  });
});
