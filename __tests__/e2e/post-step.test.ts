// The post step: what the main step left is taken back, and what it ended is left alone.

import { describe, expect, it } from '@jest/globals';
import { startSimulator } from '../../simulator/simulator.ts';
import { playFleet } from '../support/fleet-scene.ts';
import { startGitHubDouble } from '../support/github-double.ts';
import { BRIEF, errorsOf, patchesIn, play, until, writesIn } from '../support/rollout.ts';
import { runAction } from '../support/runner.ts';
import type { Variables } from '../support/runner-environment.ts';

/** What a post step gets inside a composite action: the inputs of another step, or none. */
function withInputs(given: Variables): (variables: Variables) => Variables {
  return (variables) => ({
    ...Object.fromEntries(Object.entries(variables).filter(([key]) => !key.startsWith('INPUT_'))),
    ...given,
  });
}

const NEXT_RUN = { github: { runId: 7_000_000_002 } };

describe('The post step', () => {
  it('gives the traffic back when the main step was killed in a step', async () => {
    await play({ wiring: 'pinned' }, async (scene) => {
      const before = await scene.standing();
      const run = scene.start({ steps: '40%/2h' });
      await run.sees(/step 1\/1 .* 40%/);
      const dead = await run.kill();
      const post = await dead.post();
      expect(post?.exitCode).toBe(1);
      expect(post && errorsOf(post)).toEqual([
        'The main step was interrupted; the post step returned all traffic to the previous version.',
      ]);
      expect(await scene.standing()).toEqual(before);

      const mark = scene.mark();
      expect((await dead.post())?.exitCode).toBe(0);
      expect(writesIn(scene.calls(mark))).toEqual([]);
    });
  });

  it('says so where the main step had shown its progress: comment and deployment', async () => {
    const github = await startGitHubDouble();
    try {
      await play({}, async (scene) => {
        const inputs = { steps: '40%/2h', comment: 'true', environment: 'production' };
        const run = scene.start(inputs, {
          github: { apiUrl: github.apiUrl },
          event: { pull_request: { number: 12 } },
        });
        const said = () => github.deployments[0]?.statuses[0];
        await until(() => said()?.state === 'in_progress' && github.comments.length > 0);
        await run.sees(/step 1\/1 .* 40%/);
        const dead = await run.kill();
        expect(github.comments[0]?.body).toContain('**40%** of the traffic');
        await dead.post();
        expect(said()).toMatchObject({ state: 'failure' });
        expect(said()?.description).toContain('the main step was interrupted');
        expect(github.comments.map(({ body }) => body)).toEqual([
          expect.stringMatching(/Rolled back[\s\S]*main step was interrupted/i),
        ]);
        const told = github.exchanges.length;
        await dead.post();
        expect(github.exchanges).toHaveLength(told);
      });
    } finally {
      await github.close();
    }
  });

  it('takes a promotion back when the main step was killed in the bake', async () => {
    await play({ wiring: 'pinned' }, async (scene) => {
      const before = await scene.standing();
      const run = scene.start({ steps: 'AllAtOnce', 'bake-time': '2h' });
      await run.sees(/ bake .* left/);
      const dead = await run.kill();
      expect((await dead.post())?.exitCode).toBe(1);
      expect(await scene.standing()).toEqual(before);
    });
  });

  it('removes what is still remembered of a promotion, and leaves that alone', async () => {
    await play({}, async (scene) => {
      const run = scene.start({ steps: 'AllAtOnce', 'bake-time': '1m' });
      await run.sees(/ bake .* left/);
      const effect = { kind: 'access-denied' } as const;
      const fault = scene.simulator.faults.add({ operation: 'UntagResource', effect });
      const ended = await run.done;
      expect(ended).toMatchObject({ exitCode: 0, outputs: { outcome: 'promoted' } });
      expect(ended.log).toContain('The post step or the next run will remove them.');
      const { tags: remembered, ...promoted } = await scene.stage();
      expect(Object.keys(remembered ?? {}).join()).toContain('canary-action:');
      scene.simulator.faults.remove(fault.id);
      const post = await ended.post();
      expect([post?.exitCode, post && errorsOf(post)]).toEqual([0, []]);
      const { tags, ...left } = await scene.stage();
      expect(left).toEqual({ ...promoted, lastUpdatedDate: left.lastUpdatedDate });
      expect(Object.keys(tags ?? {}).join()).not.toContain('canary-action:rollout');
    });
  });

  it('does not roll back a promotion that someone else has changed since', async () => {
    await play({}, async (scene) => {
      const run = scene.start({ steps: 'AllAtOnce', 'bake-time': '1m' });
      await run.sees(/ bake .* left/);
      const effect = { kind: 'access-denied' } as const;
      const fault = scene.simulator.faults.add({ operation: 'UntagResource', effect });
      const ended = await run.done;
      expect(ended.outputs.outcome).toBe('promoted');
      await scene.patch({ op: 'replace', path: '/variables/version', value: '9' });
      scene.simulator.faults.remove(fault.id);
      const post = await ended.post();
      expect([post?.exitCode, post && errorsOf(post)]).toEqual([0, []]);
      const { variables, tags } = await scene.stage();
      expect(variables).toMatchObject({ version: '9' });
      expect(Object.keys(tags ?? {}).join()).not.toContain('canary-action:rollout');
    });
  });

  it('rolls back the rollout that its run had taken over from another', async () => {
    await play({}, async (scene) => {
      const before = await scene.standing();
      await scene.release({ steps: '40%/2h', command: 'start', 'hold-for': '0s' });
      const second = scene.start({ steps: '40%/2h' }, NEXT_RUN);
      await second.sees(/step 1\/1 .* 40%/);
      const dead = await second.kill();
      expect((await dead.post())?.exitCode).toBe(1);
      expect(await scene.standing()).toEqual(before);
    });
  });

  it('leaves a canary alone that someone else opened in the meantime', async () => {
    await play({}, async (scene) => {
      const run = scene.start({ steps: '40%/2h' });
      await run.sees(/step 1\/1 .* 40%/);
      const dead = await run.kill();
      const [other = ''] = (await scene.deployments()).map(({ id = '' }) => id);
      await scene.patch({ op: 'replace', path: '/canarySettings/deploymentId', value: other });
      await scene.patch({ op: 'replace', path: '/variables/version', value: '7' });
      const before = await scene.standing();
      const post = await dead.post();
      expect(post?.exitCode).toBe(1);
      expect(post && errorsOf(post).join()).toMatch(
        /the stage "prod" of REST API \w+ is not in the state that it left/,
      );
      expect(await scene.standing()).toEqual(before);
    });
  });

  it('makes no calls after a main step that finished', async () => {
    await play({ failing: null }, async (scene) => {
      const run = await scene.release(BRIEF);
      const mark = scene.mark();
      expect(await run.post()).toMatchObject({ exitCode: 0, log: '' });
      expect(scene.calls(mark)).toEqual([]);
    });
  });

  it('keeps a held rollout', async () => {
    await play({}, async (scene) => {
      const run = await scene.release({ steps: '40%/30s', 'max-step-time': '30s' });
      expect(run.outputs.outcome).toBe('held');
      const before = await scene.standing();
      expect((await run.post())?.exitCode).toBe(0);
      expect(await scene.standing()).toEqual(before);
    });
  });

  it('tries the way back once more when the main step got stuck', async () => {
    await play({ failing: 1 }, async (scene) => {
      await scene.setAlarm('bad', 'OK');
      const before = await scene.standing();
      const run = scene.start({ steps: '40%/2h', alarms: 'bad' });
      await scene.reaches(40);
      scene.simulator.faults.add({ operation: 'UpdateStage', effect: { kind: 'access-denied' } });
      await scene.setAlarm('bad', 'ALARM');
      const ended = await run.done;
      expect(ended.log).toContain('ROLLBACK FAILED');

      scene.simulator.faults.remove();
      expect((await ended.post())?.exitCode).toBe(1);
      expect(await scene.standing()).toEqual(before);
    });
  });

  it('shows the manual commands if AWS denies all reads', async () => {
    await play({ wiring: 'pinned' }, async (scene) => {
      const before = await scene.standing();
      const run = scene.start({ steps: '40%/2h' });
      await run.sees(/step 1\/1 .* 40%/);
      const dead = await run.kill();
      scene.simulator.faults.add({ operation: '*', effect: { kind: 'expired-credentials' } });
      const post = await dead.post();
      expect(post?.exitCode).toBe(2);
      const loud = post ? errorsOf(post).join() : '';
      expect(loud).toContain('ROLLBACK FAILED: manual action required.');
      expect(loud).toContain(`on the stage "prod" of REST API ${scene.api.restApiId}`);
      expect(loud).toContain('--patch-operations op=remove,path=/canarySettings');
      expect(loud).toMatch(/aws apigateway update-integration .*function:hello:1\/invocations/);

      scene.simulator.faults.remove();
      expect((await dead.post())?.exitCode).toBe(1);
      expect(await scene.standing()).toEqual(before);
    });
  });

  it.each([
    ['no inputs', {}],
    [
      'inputs of another action',
      {
        INPUT_COMMAND: 'plan',
        'INPUT_REST-API-ID': 'zzzzzzzzzz',
        'INPUT_STAGE-NAME': 'elsewhere',
        INPUT_FUNCTIONS: 'payments:live',
        'INPUT_WHAT-EVER': 'else',
        AWS_REGION: 'ap-southeast-2',
        AWS_DEFAULT_REGION: 'ap-southeast-2',
      },
    ],
  ])('acts on what its own main step began, where it gets %s', async (_, given) => {
    await play({ wiring: 'pinned' }, async (scene) => {
      const before = await scene.standing();
      const run = scene.start({ steps: '40%/2h' });
      await run.sees(/step 1\/1 .* 40%/);
      const post = await (await run.kill()).post(withInputs(given));
      expect(post?.exitCode).toBe(1);
      expect(post && errorsOf(post)).toEqual([
        'The main step was interrupted; the post step returned all traffic to the previous version.',
      ]);
      expect(await scene.standing()).toEqual(before);
    });
  });

  it('also rolls back the canary of a preview', async () => {
    await play({ stageName: 'test' }, async (scene) => {
      const inputs = { command: 'preview', preview: 'canary', steps: '40%/2h', 'hold-for': '1h' };
      const head = { sha: '1', repo: { full_name: 'octo-org/orders' } };
      const run = scene.start(inputs, {
        github: { eventName: 'pull_request' },
        event: { action: 'opened', pull_request: { number: 12, head } },
      });
      await run.sees(/step 1\/1 .* 40%/);
      expect((await (await run.kill()).post())?.exitCode).toBe(1);
      expect((await scene.stage()).canarySettings).toBeUndefined();
      expect((await scene.stage()).variables).toEqual({ version: '1' });
    });
  });

  it('gives aliases of their own names back, whatever its inputs say', async () => {
    await playFleet({ names: ['carts', 'orders'] }, async (scene) => {
      const functions = 'carts:live, orders';
      const run = scene.start({ steps: '40%/2h', functions });
      await run.sees(/step 1\/1 .* 40%/);
      const other = { INPUT_FUNCTIONS: 'orders', INPUT_ALIAS: 'staging' };
      const post = await (await run.kill()).post(withInputs(other));
      expect(post?.exitCode).toBe(1);
      expect(await scene.routing()).toEqual(['1', '1']);
      expect(await scene.tags()).toEqual(['carts team', 'orders team']);
    });
  });

  it('does nothing where its main step had begun nothing, though another run has', async () => {
    await play({}, async (scene) => {
      await scene.release({ steps: '40%/2h', command: 'start', 'hold-for': '0s' });
      const before = await scene.standing();
      const waiting = scene.start({ steps: '50%/2h', version: '1', supersede: 'wait' }, NEXT_RUN);
      await waiting.sees(/Waiting: /);
      const dead = await waiting.kill();
      const mark = scene.mark();
      expect(await dead.post()).toMatchObject({ exitCode: 0, log: '' });
      expect(await scene.standing()).toEqual(before);
      expect(writesIn(scene.calls(mark))).toEqual([]);
    });
  });

  it('says what is left where a step in between left credentials of another account', async () => {
    const other = await startSimulator({ account: '999999999999' });
    try {
      await playFleet({}, async (scene) => {
        const run = scene.start({ steps: '40%/2h' });
        await run.sees(/step 1\/1 .* 40%/);
        const dead = await run.kill();
        const post = await dead.post((same) => ({ ...same, AWS_ENDPOINT_URL: other.url }));
        expect(post?.exitCode).toBe(2);
        const loud = post ? errorsOf(post).join() : '';
        expect(loud).toContain(
          'the credentials of this step do not belong to account 123456789012',
        );
        expect(loud).toContain('aws lambda update-alias');
        expect((await dead.post())?.exitCode).toBe(1);
        expect(await scene.routing()).toEqual(['1']);
      });
    } finally {
      await other.close();
    }
  });

  it('reports nothing for another step, and gets no secrets', async () => {
    const github = await startGitHubDouble();
    try {
      await play({}, async (scene) => {
        await scene.patch({ op: 'replace', path: '/variables/apikey', value: 'served-value' });
        const secrets = {
          'github-token': 'ghs_token_of_the_job',
          'hook-secret': 'hush-hush-hush',
          'notify-url': 'https://127.0.0.1:9/secret-path',
          'stage-variable-overrides': 'apikey=overridden-value',
        };
        const run = scene.start(
          { steps: '40%/2h', comment: 'true', ...secrets },
          { github: { apiUrl: github.apiUrl }, event: { pull_request: { number: 12 } } },
        );
        await run.sees(/step 1\/1 .* 40%/);
        await until(() => github.comments.length > 0);
        const dead = await run.kill();
        const left = JSON.stringify(dead.state);
        for (const secret of ['ghs_token', 'hush', 'secret-path', 'overridden-value']) {
          expect(left).not.toContain(secret);
        }
        const told = github.exchanges.length;
        const foreign = { 'INPUT_GITHUB-TOKEN': 'ghs_token_of_another' };
        const post = await dead.post(withInputs(foreign));
        expect(post?.exitCode).toBe(1);
        expect(post?.log).toContain('did not receive the secrets of the main step');
        expect(github.exchanges).toHaveLength(told);
      });
    } finally {
      await github.close();
    }
  });

  it('is harmless where the main step never began', async () => {
    await play({}, async (scene) => {
      const mark = scene.mark();
      const { url, world } = scene.simulator;
      const run = await runAction({
        inputs: { 'rest-api-id': scene.api.restApiId, steps: '5%%' },
        aws: { endpoint: url, region: world.place.region },
        clock: world.clock.settings,
      });
      expect(run.exitCode).toBe(1);
      expect(run.state.kept).toBeUndefined();
      expect(await run.post()).toMatchObject({ exitCode: 0, log: '' });
      expect(scene.calls(mark)).toEqual([]);
      expect(patchesIn(scene.calls())).toEqual([]);
      run.dispose();
    });
  });
});
