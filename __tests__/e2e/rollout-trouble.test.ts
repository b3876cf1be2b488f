// AWS in trouble during a rollout: it ends as it should, or says loudly what is to be done by hand.

import { describe, expect, it } from '@jest/globals';
import type { Effect, FaultRule } from '../../simulator/front/faults.ts';
import { errorsOf, patchesIn, play, type Scene } from '../support/rollout.ts';
import { startConflicts } from '../support/rollout-conflicts.ts';

const V2 = 'Hello from Lambda v2';
const DENIED: Effect = { kind: 'access-denied' };

/** A whole rollout with users under these faults. */
async function releaseUnder(scene: Scene, ...faults: readonly FaultRule[]) {
  for (const fault of faults) scene.simulator.faults.add(fault);
  scene.users();
  return scene.release({ steps: '50%/2m' });
}

describe('A rollout outlives', () => {
  it.each<[string, readonly FaultRule[]]>([
    [
      'throttling for a while',
      [{ operation: '*', effect: { kind: 'throttle' }, after: 8, times: 3 }],
    ],
    [
      'internal errors of every service',
      [
        { operation: 'GetStage', effect: { kind: 'server-error' }, after: 2, times: 2 },
        { operation: 'GetMetricData', effect: { kind: 'server-error', status: 503 }, times: 2 },
        { operation: 'PublishVersion', effect: { kind: 'server-error' }, times: 1 },
      ],
    ],
    [
      'connections that are cut before AWS acts',
      ['UpdateStage', 'CreateDeployment', 'TagResource'].map((operation) => ({
        operation,
        effect: { kind: 'cut-before' },
        after: 1,
        times: 1,
      })),
    ],
    [
      'answers that are lost after AWS acted',
      ['UpdateStage', 'CreateDeployment', 'TagResource', 'UpdateIntegration'].map((operation) => ({
        operation,
        effect: { kind: 'cut-after' },
        after: 1,
        times: 1,
      })),
    ],
  ])('%s', async (_, faults) => {
    await play({ wiring: 'pinned' }, async (scene) => {
      const run = await releaseUnder(scene, ...faults);
      expect(run).toMatchObject({ exitCode: 0, outputs: { outcome: 'promoted' } });
      for (const { hits, times } of scene.simulator.faults.list()) expect(hits).toBe(times);
      const stage = await scene.api.stage();
      expect([stage.canarySettings, stage.tags]).toEqual([undefined, undefined]);
      expect(await scene.ask(10)).toEqual({ [V2]: 10 });
      expect(JSON.stringify(await scene.standing())).toContain('function:hello:2/invocations');
    });
  });

  it('the conflicts of concurrent writes on one API', async () => {
    await play({ wiring: 'pinned' }, async (scene) => {
      scene.users();
      const front = await startConflicts(scene.simulator.url, 2);
      const { region } = scene.simulator.world.place;
      const run = await scene.release({}, { aws: { endpoint: front.url, region } });
      await front.close();
      expect(run.outputs.outcome).toBe('promoted');
      expect(front.refused()).toEqual(
        expect.arrayContaining(['PATCH stages', 'POST deployments', 'PATCH integration']),
      );
    });
  });

  it('an AWS that returns nothing for minutes, without shifting traffic', async () => {
    await play({}, async (scene) => {
      scene.users();
      const run = scene.start({ steps: '40%/5m' });
      await run.sees(/step 1\/1 .* 40%/);
      const mark = scene.mark();
      const effect = { kind: 'server-error' } as const;
      const until = scene.simulator.world.clock.now() + 90_000;
      scene.simulator.faults.add({ operation: 'GetStage', effect, until });
      await run.sees(/Could not read the current state from AWS/);
      expect(patchesIn(scene.calls(mark))).toEqual([]);
      expect((await run.done).outputs.outcome).toBe('promoted');
    });
  });
});

describe('A rollout is rolled back', () => {
  it('when the promotion is denied', async () => {
    await play({ wiring: 'pinned' }, async (scene) => {
      const before = await scene.standing();
      scene.users();
      let shifted = false;
      scene.simulator.onCall({
        after: ({ operation, status, body = '' }) => {
          if (shifted || operation !== 'UpdateStage' || status !== 200) return;
          shifted = body.includes('percentTraffic');
          scene.simulator.faults.add({ operation: 'UpdateStage', effect: DENIED, times: 1 });
        },
      });
      const run = await scene.release({ steps: '50%/2m' });
      expect(run).toMatchObject({ exitCode: 1, outputs: { outcome: 'rolled-back' } });
      expect(errorsOf(run).join()).toMatch(
        /promoting the canary: AWS denies apigateway:PATCH on arn/,
      );
      expect(await scene.standing()).toEqual(before);
    });
  });

  it('when AWS says yes and does something else', async () => {
    await play({ wiring: 'pinned' }, async (scene) => {
      const before = await scene.standing();
      const patch = { canarySettings: { percentTraffic: 100 } };
      scene.simulator.faults.add({
        operation: 'UpdateStage',
        effect: { kind: 'wrong-answer', patch },
        after: 1,
        times: 1,
      });
      const run = await scene.release();
      expect(run).toMatchObject({ exitCode: 1, outputs: { outcome: 'rolled-back' } });
      expect(run.outputs.reason).toMatch(/expected a canary of this rollout at 50%, found .*100/);
      expect(await scene.standing()).toEqual(before);
    });
  });

  it.each([
    ['the deployment is refused', 'CreateDeployment'],
    ['the tags are refused', 'TagResource'],
    ['the version is refused', 'PublishVersion'],
  ])('before anybody saw it when %s', async (_, operation) => {
    await play({ wiring: 'pinned' }, async (scene) => {
      const before = await scene.standing();
      // The first call of each is preflight's own.
      const effect = { kind: 'server-error' } as const;
      scene.simulator.faults.add({ operation, effect, after: 1 });
      const run = await scene.release();
      expect(run).toMatchObject({ exitCode: 1, outputs: { outcome: 'failed' } });
      expect(patchesIn(scene.calls())).toEqual([]);
      expect(await scene.standing()).toEqual(before);
    });
  });
});

describe('When the way back is barred', () => {
  it('the job fails clearly, with the repair commands', async () => {
    await play({ failing: 1 }, async (scene) => {
      await scene.setAlarm('bad', 'OK');
      const { restApiId } = scene.api;
      const before = await scene.stage();
      const run = scene.start({ steps: '40%/2h', alarms: 'bad' });
      await scene.reaches(40);
      scene.simulator.faults.add({ operation: 'UpdateStage', effect: DENIED });
      await scene.setAlarm('bad', 'ALARM');
      const ended = await run.done;

      expect(ended).toMatchObject({ exitCode: 2, outputs: { outcome: 'stuck', weight: '40' } });
      expect(ended.log.trimEnd().split('\n').at(-1)).toContain('ROLLBACK FAILED');
      expect(ended.summary.split('\n')[0]).toContain('ROLLBACK FAILED');
      const loud = ended.commands.find(({ message }) => message.includes('ROLLBACK FAILED'));
      const { region } = scene.simulator.world.place;
      // The stage's own deployment and variables were not moved yet, so that is all that is left.
      const close = `aws apigateway update-stage --region ${region} --rest-api-id ${restApiId} --stage-name prod --patch-operations op=remove,path=/canarySettings`;
      expect(loud?.name).toBe('error');
      const lines = loud?.message.split(/\r?\n|%0A/) ?? [];
      expect(lines.filter((line) => line.startsWith('aws '))).toEqual([close]);
      expect(ended.summary).toContain(close);
      expect((await scene.api.stage()).canarySettings?.percentTraffic).toBe(40);

      scene.simulator.faults.remove();
      const next = await scene.release(
        { 'on-unfinished': 'rollback', alarms: 'no-such-alarm' },
        { github: { runId: 7_000_000_002 } },
      );
      expect(next.outputs.reason).toContain('there is no alarm "no-such-alarm"');
      expect(await scene.stage()).toEqual(before);
    });
  });
});
