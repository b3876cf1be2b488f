// The bake as the last step: the previous version keeps a share of the traffic through it, so that what begins in it is
// compared. After it, the promotion.

import { describe, expect, it, jest } from '@jest/globals';
import { type Trial, tryRelease } from '../support/judge-traffic.ts';
import { play, readReport, type Scene } from '../support/rollout.ts';

// A trial waits for its turn, and its time runs meanwhile.
jest.setTimeout(600_000);

const HOUR_MS = 3_600_000;
const NEXT_RUN = { github: { runId: 7_000_000_002 } };

/** Yesterday, and until two hours ago: what `hold-back` is chosen by, but not the hour before. */
function hadTraffic({ simulator, api }: Scene, perMinute: number): void {
  const { recordStatistics, world } = simulator;
  const count = 60 * perMinute;
  const ApiName = api.apiName;
  const dimensionSets = [{ ApiName }, { ApiName, Stage: api.stageName }];
  const common = { namespace: 'AWS/ApiGateway', dimensionSets, unit: 'Count' };
  for (let hour = 2; hour < 24; hour++) {
    const at = world.clock.now() - hour * HOUR_MS;
    const [one, none] = [1, 0].map((each) => ({ count, sum: each * count, min: each, max: each }));
    recordStatistics({ ...common, name: 'Count', at }, one!);
    recordStatistics({ ...common, name: '5XXError', at }, none!);
  }
}

/** Calls back once when the bake begins. */
function onBake(trial: Trial, listener: (at: number) => void): void {
  trial.onShift((weight, at) => {
    if (weight === 95) listener(at);
  });
}

const SHORT = { steps: '50%/4m', 'bake-time': '5m' };
const BAKED = 'shifted 95% to the canary: the bake, in which the previous version keeps 5%';
const PROMOTED = 'promoted: all traffic goes to the new version';

describe('By default, where there is enough traffic', () => {
  it('the bake is a last step of 95%, is read to its end, and the promotion follows', async () => {
    await tryRelease({}, async (trial) => {
      hadTraffic(trial.scene, 300);
      const { result, report, timeline } = await trial.release(SHORT);
      expect(result).toMatchObject({
        exitCode: 0,
        outputs: { outcome: 'promoted', weight: '100' },
      });
      expect(timeline.filter((what) => /shifted|promoted/.test(what))).toEqual([
        'shifted 50% to the canary',
        BAKED,
        PROMOTED,
      ]);
      expect(report.plan).toMatchObject({
        steps: [{ weight: 50 }, { weight: 95, holdSeconds: 300 }],
        heldBack: true,
      });
      const [, bake, after] = report.steps;
      expect(bake).toMatchObject({ label: '95% (bake)', plannedSeconds: 300 });
      expect(after).toMatchObject({ label: 'promoted', plannedSeconds: 0 });
      expect((after?.ended ?? 0) - (after?.began ?? 0)).toBeLessThan(60);
      // The last minute of the bake ended, was old enough, and was read.
      const lastMinute = 60 * Math.ceil(((bake?.began ?? 0) + 300) / 60);
      expect(bake?.ended).toBeGreaterThan(lastMinute + 119);
      expect(bake?.ended).toBeLessThan(lastMinute + 119 + 90);
      const [canary, stable] = [bake?.canary?.requests ?? 0, bake?.stable?.requests ?? 0];
      expect(stable / (canary + stable)).toBeGreaterThan(0.02);
      expect(stable / (canary + stable)).toBeLessThan(0.2);
      expect(result.summary).toContain('95% (bake)');
      expect(result.summary).toContain(
        '50% for 4m, then a bake of 5m at 95%, with its counts read within 4m, then promotion',
      );
      expect(result.summary).toContain('hold\\-back: 5% \\(the default\\)');
    });
  });

  it('`plan` says so, and without that traffic says why not', async () => {
    await play({}, async (scene) => {
      const inputs = { command: 'plan', ...SHORT };
      const without = await scene.release(inputs);
      expect(without.summary).toContain('hold\\-back: none, because no requests were counted');
      expect(without.summary).toContain('50% for 4m, promotion, then a bake of 5m');
      hadTraffic(scene, 300);
      const held = await scene.release(inputs);
      expect(held.summary).toContain(
        'hold\\-back: 5% \\(the default\\): the bake is a last step of 95% for 5m, in which the previous version keeps 5%',
      );
      expect(held.log).toMatch(/bake \(95%, 5 min\): about 1,425 canary requests; detects/);
      expect(held.summary).toContain('50% for 4m, then a bake of 5m at 95%');
      const asked = await scene.release({ ...inputs, 'hold-back': '0%' });
      expect(asked.summary).not.toMatch(/^- hold\\-back: /m);
      expect(asked.summary).toContain('hold\\-back: 5% would compare them');
      expect(asked.summary).toContain('50% for 4m, promotion, then a bake of 5m');
      const tight = await scene.release({ ...inputs, 'job-timeout': '14m' });
      expect(tight.log).toContain('the steps and the bake take 13m (including 4m until');
    });
  });
});

describe('What begins in the bake', () => {
  it('is rolled back by comparison if only the new version fails', async () => {
    await tryRelease({ perMinute: 600 }, async (trial) => {
      onBake(trial, (at) => {
        trial.backend.script = (version, now) =>
          version === '2' && now > at + 90 ? { failing: 0.09 } : { failing: 0.001 };
      });
      const told = await trial.release({ ...SHORT, 'bake-time': '20m', 'hold-back': '5%' });
      expect([told.outcome, told.report.reason]).toEqual(['rolled-back', told.report.reason]);
      expect(told.result.outputs).toMatchObject({ cause: 'errors', weight: '0' });
      expect(told.timeline).toContain(BAKED);
      expect(told.timeline).not.toContain(PROMOTED);
    });
  });

  it('is rolled back within minutes if the new version fails completely', async () => {
    await tryRelease({}, async (trial) => {
      hadTraffic(trial.scene, 300);
      let failsFrom = Number.POSITIVE_INFINITY;
      onBake(trial, (at) => {
        failsFrom = at + 100;
        trial.backend.script = (version, now) =>
          version === '2' && now > failsFrom ? { failing: 1 } : {};
      });
      const told = await trial.release(SHORT);
      expect([told.outcome, told.report.reason]).toEqual(['rolled-back', told.report.reason]);
      expect(told.timeline).not.toContain(PROMOTED);
      expect((told.report.steps.at(-1)?.ended ?? 0) - failsFrom).toBeLessThan(7.5 * 60);
    });
  });

  it('does not roll back if both fail: the promotion waits for its end', async () => {
    await tryRelease({}, async (trial) => {
      hadTraffic(trial.scene, 300);
      let endsAt = 0;
      onBake(trial, (at) => {
        endsAt = at + 400;
        trial.backend.script = (_, now) => (now > at + 60 && now < endsAt ? { failing: 0.4 } : {});
      });
      const told = await trial.release(SHORT);
      expect([told.outcome, told.report.reason]).toEqual(['promoted', told.report.reason]);
      expect(told.canaryFailures).toBeGreaterThan(200);
      expect(told.timeline.slice(told.timeline.indexOf(BAKED))).toEqual([
        BAKED,
        expect.stringContaining('both versions fail more often than before the rollout'),
        PROMOTED,
      ]);
      expect(told.report.steps[1]?.ended).toBeGreaterThan(endsAt + 120);
    });
  });
});

describe('A run that is killed in the bake', () => {
  const HELD = { steps: '50%/2m', 'bake-time': '3m', 'hold-back': '5%' };

  it('is continued by the next one, which does not begin the bake again', async () => {
    await play({ wiring: 'pinned' }, async (scene) => {
      scene.users();
      const run = scene.start(HELD);
      await scene.reaches(95);
      (await run.kill()).dispose();
      const next = await scene.release(HELD, NEXT_RUN);
      expect(next).toMatchObject({ exitCode: 0, outputs: { outcome: 'promoted' } });
      const { steps, timeline } = readReport(next);
      expect(steps.map(({ label }) => label)).toEqual(['95% (bake)', 'promoted']);
      // Not the bake's whole time once more.
      expect((steps[0]?.ended ?? 0) - (steps[0]?.began ?? 0)).toBeLessThan(180 + 60 + 120 + 60);
      expect(timeline.filter(({ kind }) => kind === 'traffic').map(({ what }) => what)).toEqual([
        PROMOTED,
      ]);
      expect(await scene.ask(10)).toEqual({ 'Hello from Lambda v2': 10 });
      expect((await scene.stage()).canarySettings).toBeUndefined();
    });
  });

  it('is promoted on request, and the rest of the bake follows', async () => {
    await play({}, async (scene) => {
      scene.users();
      const run = scene.start({ ...HELD, 'bake-time': '10m' });
      await scene.reaches(95);
      (await run.kill()).dispose();
      const next = await scene.release(
        { command: 'promote', steps: '', 'bake-time': '' },
        NEXT_RUN,
      );
      expect(next).toMatchObject({ exitCode: 0, outputs: { outcome: 'promoted' } });
      const [asStep, bake] = readReport(next).steps;
      expect(asStep?.label).toBe('95% (bake)');
      expect(bake?.label).toBe('bake');
      expect(bake?.plannedSeconds).toBeGreaterThan(300);
      expect(bake?.plannedSeconds).toBeLessThan(600);
    });
  });
});
