// Somebody else changes the stage in the middle of a rollout: it stops, does not fight, and says so.

import {
  CreateDeploymentCommand,
  type PatchOperation,
  UntagResourceCommand,
} from '@aws-sdk/client-api-gateway';
import { describe, expect, it } from '@jest/globals';
import { errorsOf, patchesIn, play, readReport, type Scene, writesIn } from '../support/rollout.ts';

const NEXT_RUN = { github: { runId: 7_000_000_002 } };

type Meddle = (scene: Scene) => Promise<readonly PatchOperation[]>;

const replace = (path: string, value: string): PatchOperation => ({ op: 'replace', path, value });

async function newDeployment({ api }: Scene): Promise<string> {
  const { restApiId, clients } = api;
  return (await clients.apiGateway.send(new CreateDeploymentCommand({ restApiId }))).id ?? '';
}

async function removeTags({ api, simulator }: Scene): Promise<void> {
  const { region } = simulator.world.place;
  const resourceArn = `arn:aws:apigateway:${region}::/restapis/${api.restApiId}/stages/${api.stageName}`;
  const tagKeys = Object.keys((await api.stage()).tags ?? {});
  await api.clients.apiGateway.send(new UntagResourceCommand({ resourceArn, tagKeys }));
}

const DURING_A_STEP: readonly (readonly [string, Meddle, RegExp])[] = [
  [
    'moves the deployment',
    async (scene) => [replace('/deploymentId', await newDeployment(scene))],
    /the stage serves deployment \w+.*neither/,
  ],
  [
    'changes the weight',
    async () => [replace('/canarySettings/percentTraffic', '75')],
    /the canary has 75% instead of the 40% of step 1/,
  ],
  [
    'changes the variable of the version',
    async () => [replace('/variables/version', '7')],
    /version=7/,
  ],
  [
    'changes an override of the canary',
    async () => [replace('/canarySettings/stageVariableOverrides/version', '7')],
    /variable overrides are/,
  ],
  [
    "puts another deployment under the canary's name",
    async (scene) => [replace('/canarySettings/deploymentId', await newDeployment(scene))],
    /the canary on the stage serves deployment \w+, not the one of this rollout/,
  ],
];

describe('If someone else', () => {
  it.each(DURING_A_STEP)(
    '%s during a step, the rollout stops without touching it',
    async (_, meddle, said) => {
      await play({}, async (scene) => {
        const run = scene.start({ steps: '40%/2h' });
        await run.sees(/step 1\/1 .* 40%/);
        await scene.patch(...(await meddle(scene)));
        const theirs = await scene.standing();
        const mark = scene.mark();
        const ended = await run.done;
        expect(ended).toMatchObject({
          exitCode: 1,
          outputs: { outcome: 'failed', cause: 'external-change' },
        });
        expect(errorsOf(ended)).toEqual([expect.stringMatching(said)]);
        expect(ended.summary).toMatch(/aws apigateway get-stage/);
        expect((await ended.post())?.exitCode).toBe(0);
        expect(await scene.standing()).toEqual(theirs);
        expect(writesIn(scene.calls(mark))).toEqual([]);
      });
    },
  );

  it.each([
    ['first', '40%/2h', 40],
    ['second', '10%/90s, 40%/2h', 40],
  ])('closes the canary in the %s step, it stays closed', async (_, steps, weight) => {
    await play({}, async (scene) => {
      const before = await scene.standing();
      scene.users();
      const run = scene.start({ steps });
      await scene.reaches(weight);
      await run.sees(/% .* left/);
      await scene.patch({ op: 'remove', path: '/canarySettings' });
      const mark = scene.mark();
      const ended = await run.done;
      expect(ended).toMatchObject({ exitCode: 1, outputs: { outcome: 'failed', weight: '0' } });
      expect(errorsOf(ended)).toEqual([expect.stringContaining('someone removed it')]);
      expect(await scene.standing()).toEqual(before);
      expect(writesIn(scene.calls(mark))).not.toContain('UpdateStage');
    });
  });

  it('moves the stage under an open canary, it tells what is served, and how to end it', async () => {
    await play({ failing: null }, async (scene) => {
      await scene.api.upload({ label: 'v2' });
      const run = scene.start({ steps: '50%/2h' });
      await run.sees(/step 1\/1 .* 50%/);
      const theirs = await newDeployment(scene);
      await scene.patch(replace('/deploymentId', theirs));
      const ended = await run.done;
      const { region } = scene.simulator.world.place;
      const { restApiId, stageName } = scene.api;
      const close = `aws apigateway update-stage --region ${region} --rest-api-id ${restApiId} --stage-name ${stageName} --patch-operations op=remove,path=/canarySettings`;
      const read = { weight: '50', 'deployment-after': theirs };
      expect(ended).toMatchObject({ exitCode: 1, outputs: { outcome: 'failed', ...read } });
      const said = '50% of the traffic is still served by hello 2, and it is not monitored.';
      expect(errorsOf(ended).join()).toContain(said);
      expect(readReport(ended).commands).toContain(close);
      expect(readReport(ended).weights.map(({ weight }) => weight)).toEqual([50]);
      expect(ended.summary).toContain(close);

      const status = await scene.release({ command: 'status' }, NEXT_RUN);
      expect(status.outputs).toMatchObject(read);
      expect(status.log).toContain(said);
      expect(readReport(status).commands).toContain(close);

      // What is still ours is closed where somebody asks for it, and theirs stays.
      const back = await scene.release({ command: 'rollback' }, NEXT_RUN);
      expect(back.outputs).toMatchObject({ outcome: 'rolled-back', weight: '' });
      const { canarySettings, deploymentId } = await scene.stage();
      expect([canarySettings, deploymentId]).toEqual([undefined, theirs]);
      const { outputs } = await scene.release({ command: 'status' }, NEXT_RUN);
      expect(outputs.reason).toContain('No rollout is open');
    });
  });

  it('moves the stage under an open canary, a release with on-unfinished: rollback closes what is ours', async () => {
    await play({}, async (scene) => {
      const run = scene.start({ steps: '50%/2h' });
      await run.sees(/step 1\/1 .* 50%/);
      await run.kill();
      const theirs = await newDeployment(scene);
      await scene.patch(replace('/deploymentId', theirs));
      const policies = [
        {},
        { supersede: 'replace' },
        { command: 'advance' },
        { command: 'promote' },
      ];
      for (const policy of policies) {
        const refused = await scene.release({ steps: '50%/2h', ...policy }, NEXT_RUN);
        expect(refused.outputs.outcome).toBe('failed');
        expect(errorsOf(refused).join()).toMatch(
          /command: rollback, or set on-unfinished: rollback/,
        );
      }
      const back = { 'on-unfinished': 'rollback', alarms: 'no-such-alarm' };
      const next = await scene.release({ steps: '50%/2h', ...back }, NEXT_RUN);
      expect(next.outputs.reason).toContain('no-such-alarm');
      const { canarySettings, deploymentId, tags = {} } = await scene.stage();
      expect([canarySettings, deploymentId, tags]).toEqual([undefined, theirs, {}]);
    });
  });

  it.each<[string, Meddle]>([
    [
      'the canary serves',
      async (scene) => [replace('/canarySettings/deploymentId', await newDeployment(scene))],
    ],
    [
      'both sides serve',
      async () => [
        replace('/canarySettings/stageVariableOverrides/version', '1'),
        replace('/variables/version', '2'),
      ],
    ],
  ])('changes what %s, the share of the new version is unknown', async (_, meddle) => {
    await play({}, async (scene) => {
      const run = scene.start({ steps: '40%/2h' });
      await run.sees(/step 1\/1 .* 40%/);
      await scene.patch(...(await meddle(scene)));
      const ended = await run.done;
      expect(ended.outputs).toMatchObject({ outcome: 'failed', weight: '' });
      expect(errorsOf(ended).join()).toContain('The share of traffic served by hello 2 is unknown');
      expect(readReport(ended).weight).toBeNull();

      // Nothing of it is left to be taken back: it is forgotten where somebody asks for that.
      const { tags: _tags, ...theirs } = await scene.stage();
      const next = await scene.release({ 'on-unfinished': 'rollback' }, NEXT_RUN);
      expect(errorsOf(next).join()).toContain('run the action with command: rollback');
      const forgot = await scene.release({ command: 'rollback' }, NEXT_RUN);
      expect(forgot).toMatchObject({ exitCode: 0, outputs: { outcome: 'unchanged', weight: '' } });
      const { tags, ...left } = await scene.stage();
      expect([left, tags ?? {}]).toEqual([theirs, {}]);
    });
  });

  it.each([
    ['to 0% in the first step', '40%/2h', 40, 0],
    ['to the weight of the step before', '10%/90s, 40%/2h', 40, 10],
  ])('brakes %s, the run stops and leaves it there', async (_, steps, at, brake) => {
    await play({}, async (scene) => {
      scene.users();
      const run = scene.start({ steps });
      await scene.reaches(at);
      await run.sees(/40% .* left/);
      await scene.patch(replace('/canarySettings/percentTraffic', String(brake)));
      const mark = scene.mark();
      const ended = await run.done;
      const outputs = { outcome: 'failed', weight: String(brake) };
      expect(ended).toMatchObject({ exitCode: 1, outputs });
      expect(errorsOf(ended).join()).toMatch(
        new RegExp(
          `the weight was changed outside this action: the canary has ${brake}% instead of the 40% of step`,
        ),
      );
      expect(ended.summary).toMatch(
        /run the action again with command: rollout: it takes over this rollout and shifts to 40% again/,
      );
      expect(ended.summary).toMatch(/command: rollback.*op=remove,path=\/canarySettings/s);
      expect((await ended.post())?.exitCode).toBe(0);
      expect(writesIn(scene.calls(mark))).toEqual([]);
      expect((await scene.api.stage()).canarySettings?.percentTraffic).toBe(brake);

      const next = scene.start({ steps, 'on-other-plan': 'continue' }, NEXT_RUN);
      await scene.reaches(40);
      expect(next.log()).toMatch(
        brake === 0
          ? /The weight of step \d was missing when this run took over/
          : /AWS shows the weight of step 1: this run continues from there/,
      );
    });
  });

  it.each([
    ['to 0% in the first step', '40%/2h', 0],
    ['to the weight of the step before', '10%/30s, 40%/2h', 10],
    ['to a weight of its own', '40%/2h', 5],
  ])(
    'brakes %s between two runs of a release in pieces, the next ones leave it there',
    async (_, steps, brake) => {
      await play({}, async (scene) => {
        scene.users();
        const plan = {
          steps,
          'max-step-time': '30s',
          'on-inconclusive': 'promote',
          analysis: 'off',
        };
        let run = await scene.release({ ...plan, command: 'start', 'hold-for': '0s' });
        for (let i = 0; i < 20 && run.outputs.weight !== '40'; i++) {
          await scene.simulator.world.clock.sleep(30_000);
          run = await scene.release({ ...plan, command: 'advance' }, NEXT_RUN);
        }
        expect(run.outputs).toMatchObject({ outcome: 'held', weight: '40' });
        await scene.patch(replace('/canarySettings/percentTraffic', String(brake)));
        for (const command of ['advance', 'promote', 'advance']) {
          const ended = await scene.release({ ...plan, command }, NEXT_RUN);
          const outputs = { outcome: 'failed', cause: 'external-change', weight: String(brake) };
          expect(ended).toMatchObject({ exitCode: 1, outputs });
          expect(errorsOf(ended).join()).toContain(
            `the weight was changed outside this action: the canary has ${brake}% instead of the 40% of step`,
          );
          expect((await scene.api.stage()).canarySettings?.percentTraffic).toBe(brake);
        }
        // Whoever set it sets it back, and the schedule goes on.
        await scene.patch(replace('/canarySettings/percentTraffic', '40'));
        const { outputs } = await scene.release({ ...plan, command: 'advance' }, NEXT_RUN);
        expect(outputs).toMatchObject({ outcome: 'held', weight: '40' });
      });
    },
  );

  it('brakes between two runs, the release itself is the way to shift again', async () => {
    await play({}, async (scene) => {
      const plan = { steps: '40%/2h' };
      await scene.release({ ...plan, command: 'start', 'hold-for': '0s' });
      await scene.patch(replace('/canarySettings/percentTraffic', '0'));
      scene.start({ ...plan, command: 'rollout' }, NEXT_RUN);
      await scene.reaches(40);
    });
  });

  it.each([
    ['a shift', '10%/30s, 40%/2h', 'step/1/', 10],
    ['the promotion', '40%/30s', 'baking/', 40],
  ])(
    'brakes or closes the canary just before %s, it is not overruled',
    async (_, steps, phase, weight) => {
      const plan = { steps, 'max-step-time': '30s', 'on-inconclusive': 'promote', analysis: 'off' };
      const brakes: readonly [PatchOperation, string][] = [
        [replace('/canarySettings/percentTraffic', '0'), 'failed'],
        [{ op: 'remove', path: '/canarySettings' }, 'rolled-back'],
      ];
      for (const [brake, outcome] of brakes) {
        await play({}, async (scene) => {
          const before = await scene.stage();
          let mark = 0;
          scene.simulator.onCall({
            before: async ({ operation, body = '' }) => {
              if (mark > 0 || operation !== 'TagResource' || !body.includes(phase)) return;
              mark = scene.mark();
              await scene.patch(brake);
            },
          });
          const ended = await scene.release(plan);
          expect(mark).toBeGreaterThan(0);
          expect(ended).toMatchObject({ exitCode: 1, outputs: { outcome, weight: '0' } });
          const theirs = patchesIn(scene.calls(mark)).slice(1);
          expect(theirs.join()).not.toMatch(/percentTraffic|deploymentId/);
          const { canarySettings, deploymentId } = await scene.api.stage();
          expect(deploymentId).toBe(before.deploymentId);
          expect(canarySettings?.percentTraffic).toBe(brake.op === 'remove' ? undefined : 0);
          expect(errorsOf(ended).join()).toMatch(
            brake.op === 'remove'
              ? /someone removed the canary/
              : new RegExp(`has 0% instead of ${weight}%`),
          );
        });
      }
    },
  );

  it('opens the split again during the bake, it is left to them', async () => {
    await play({}, async (scene) => {
      const before = await scene.stage();
      const run = scene.start({
        steps: '50%/30s',
        'max-step-time': '30s',
        'on-inconclusive': 'promote',
        'bake-time': '2h',
      });
      await scene.reaches(50);
      const { canarySettings } = await scene.api.stage();
      await run.sees(/ bake .* left/);
      await scene.patch(
        replace('/deploymentId', String(before.deploymentId)),
        replace('/variables/version', '1'),
        replace('/canarySettings/deploymentId', String(canarySettings?.deploymentId)),
        replace('/canarySettings/percentTraffic', '20'),
        replace('/canarySettings/stageVariableOverrides/version', '2'),
      );
      const theirs = await scene.standing();
      const mark = scene.mark();
      const ended = await run.done;
      expect(ended).toMatchObject({ exitCode: 1, outputs: { outcome: 'failed', weight: '20' } });
      expect(errorsOf(ended).join()).toContain(
        'it was changed outside this action after the promotion',
      );
      expect(await scene.standing()).toEqual(theirs);
      expect(writesIn(scene.calls(mark))).toEqual([]);
    });
  });

  it('sets the stage back during the bake, it stays back', async () => {
    await play({}, async (scene) => {
      const before = await scene.stage();
      const run = scene.start({ steps: 'AllAtOnce', 'bake-time': '2h' });
      await run.sees(/ bake .* left/);
      const deploymentId = String(before.deploymentId);
      await scene.patch(replace('/deploymentId', deploymentId), replace('/variables/version', '1'));
      const mark = scene.mark();
      const ended = await run.done;
      expect(ended).toMatchObject({ exitCode: 1, outputs: { outcome: 'failed', weight: '0' } });
      expect(errorsOf(ended)).toEqual([expect.stringContaining('someone reverted it')]);
      expect(await scene.stage()).toEqual(before);
      expect(writesIn(scene.calls(mark))).not.toContain('UpdateStage');
    });
  });

  it('has a canary open already, nothing is begun', async () => {
    await play({}, async (scene) => {
      await scene.patch(
        replace('/canarySettings/deploymentId', await newDeployment(scene)),
        replace('/canarySettings/percentTraffic', '12.5'),
      );
      const theirs = await scene.standing();
      const { length } = await scene.deployments();
      const run = await scene.release();
      expect(run).toMatchObject({ exitCode: 1, outputs: { outcome: 'failed' } });
      expect(run.outputs.reason).toMatch(/a canary that this action did not create .*12.5%/);
      expect(await scene.standing()).toEqual(theirs);
      expect(await scene.deployments()).toHaveLength(length);
    });
  });

  it('removes the stored state, it stops and leaves the traffic', async () => {
    await play({}, async (scene) => {
      const run = scene.start({ steps: '40%/2h' });
      await run.sees(/step 1\/1 .* 40%/);
      await removeTags(scene);
      const mark = scene.mark();
      const ended = await run.done;
      expect(ended).toMatchObject({ exitCode: 1, outputs: { outcome: 'failed' } });
      expect(errorsOf(ended).join()).toContain('the tags that store its state are gone');
      expect(writesIn(scene.calls(mark))).toEqual([]);
    });
  });
});
