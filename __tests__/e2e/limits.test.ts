// Limits of AWS that a release reaches: the way out is named, and nothing that waiting cannot change is retried.

import { describe, expect, it } from '@jest/globals';
import type { AwsFailure } from '../../simulator/front/faults.ts';
import { playFleet } from '../support/fleet-scene.ts';
import { errorsOf, play } from '../support/rollout.ts';

const failure = (name: string, status: number, message: string): AwsFailure => ({
  kind: 'aws-error',
  name,
  status,
  message,
});

const BUSY = failure(
  'ResourceConflictException',
  409,
  'The operation cannot be performed at this time. An update is in progress for resource: arn:aws:lambda:us-east-1:123456789012:function:orders',
);

/** No more than a comparison needs. */
const QUICK = { steps: '50%/1m', 'bake-time': '0s' };

describe('A release', () => {
  it('that finds the code storage full names the ways out', async () => {
    await playFleet({ logs: false }, async (scene) => {
      const message = 'Code storage limit exceeded.';
      const effect = failure('CodeStorageExceededException', 400, message);
      // The first call is the probe of preflight.
      scene.simulator.faults.add({ operation: 'PublishVersion', effect, after: 1 });
      const run = await scene.release();
      const said = errorsOf(run).join();
      expect(said).toContain('CodeStorageExceededException: Code storage limit exceeded.');
      expect(said).toContain('aws lambda get-account-settings');
      expect(said).toContain('keep-versions');
      expect(await scene.routing()).toEqual(['1']);
    });
  });

  it('that reaches the limit of deployments asks once, and names the version', async () => {
    await play({}, async (scene) => {
      const message = 'Maximum number of deployments reached';
      const effect = failure('LimitExceededException', 429, message);
      scene.simulator.faults.add({ operation: 'CreateDeployment', effect, after: 1 });
      const before = await scene.standing();
      const mark = scene.mark();
      const run = await scene.release();
      const said = errorsOf(run).join();
      expect(said).toContain(message);
      expect(said).toContain('keep-versions');
      expect(said).toContain('version: hello=2');
      const asked = scene.calls(mark).filter(({ operation }) => operation === 'CreateDeployment');
      // The first one is the probe of preflight.
      expect(asked.map(({ status }) => status)).toEqual([400, 429]);
      expect(await scene.standing()).toEqual(before);
    });
  });

  it('that is throttled under the name of a limit goes on', async () => {
    await play({}, async (scene) => {
      scene.users();
      const message = 'Too Many Requests';
      const effect = failure('LimitExceededException', 429, message);
      scene.simulator.faults.add({ operation: 'CreateDeployment', effect, after: 1, times: 2 });
      expect((await scene.release(QUICK)).outputs.outcome).toBe('promoted');
    });
  });

  it.each(['UpdateAlias', 'TagResource', 'UntagResource'])(
    'goes on after another change of the function was in the way of %s',
    async (operation) => {
      await playFleet({ logs: false }, async (scene) => {
        scene.users();
        // The first call is the probe of preflight.
        scene.simulator.faults.add({ operation, effect: BUSY, after: 1, times: 2 });
        const run = await scene.release(QUICK);
        expect(run.outputs).toMatchObject({ outcome: 'promoted', versions: '{"orders":"2"}' });
        expect(scene.simulator.faults.list()[0]?.hits).toBe(2);
      });
    },
  );

  it('grants the permission after another change was in the way of it', async () => {
    await play({}, async (scene) => {
      scene.users();
      scene.simulator.faults.add({ operation: 'AddPermission', effect: BUSY, after: 1, times: 2 });
      const run = await scene.release(QUICK);
      expect(run.outputs.outcome).toBe('promoted');
      expect(scene.simulator.faults.list()[0]?.hits).toBe(2);
    });
  });

  it('creates the alias after another change was in the way of it', async () => {
    await playFleet({ alias: null, logs: false }, async (scene) => {
      scene.simulator.faults.add({ operation: 'CreateAlias', effect: BUSY, after: 1, times: 2 });
      const run = await scene.release({ 'first-release': 'allow' });
      expect(run.exitCode).toBe(0);
      expect(scene.simulator.faults.list()[0]?.hits).toBe(2);
      expect(await scene.routing()).toEqual(['1']);
    });
  });
});
