// A function or version that does not get ready: one sentence says why, and the way out is one.

import { DeleteFunctionCommand, UpdateFunctionConfigurationCommand } from '@aws-sdk/client-lambda';
import { describe, expect, it } from '@jest/globals';
import { playFleet } from '../support/fleet-scene.ts';
import { errorsOf, writesIn } from '../support/rollout.ts';

describe('A release', () => {
  it('of a version that fails to start names the way out, which leads on', async () => {
    await playFleet({}, async (scene) => {
      const { lambda: settings } = scene.simulator;
      settings.publishSeconds = 1;
      settings.versionFailure = 'Runtime exited with error: exit status 1.';
      const reason =
        'version 2 of "orders" failed to start (FunctionError: Runtime exited with error: exit status 1)';
      const first = await scene.release();
      expect(errorsOf(first).join()).toContain(reason);
      settings.versionFailure = '';

      // Publishing the same gives that version again.
      const again = await scene.release();
      expect(errorsOf(again).join()).toContain(reason);
      expect(errorsOf(again).join()).toContain(
        'change one of them, or delete the version: aws lambda delete-function --function-name orders --qualifier 2',
      );
      expect(await scene.routing()).toEqual(['1']);

      const version = { FunctionName: 'orders', Qualifier: '2' };
      await scene.lambda.send(new DeleteFunctionCommand(version));
      scene.users();
      const last = await scene.release();
      expect(last).toMatchObject({ exitCode: 0, outputs: { versions: '{"orders":"3"}' } });
    });
  });

  it('waits for an update, and says in one sentence why it failed', async () => {
    await playFleet({}, async (scene) => {
      const { lambda: settings } = scene.simulator;
      settings.updateSeconds = 360;
      settings.updateFailure = 'The image is gone.';
      const change = { FunctionName: 'orders', MemorySize: 256 };
      await scene.lambda.send(new UpdateFunctionConfigurationCommand(change));
      const mark = scene.mark();
      const run = await scene.release();
      expect(errorsOf(run)).toEqual([
        expect.stringMatching(
          /^Stopped before any traffic was shifted: the last update of "orders" failed \(FunctionError: The image is gone\); nothing can be published\. Update its code or configuration again\. /,
        ),
      ]);
      expect(writesIn(scene.calls(mark)).filter((name) => name !== 'UntagResource')).toEqual([]);
      // The next run is told so before it waits for anything.
      const next = await scene.release({ command: 'plan' });
      expect(errorsOf(next).join()).toContain('functions: the last update of "orders" failed (');
    });
  });

  it('of an update that does not end says how long it was waited for', async () => {
    await playFleet({}, async (scene) => {
      const patch = { LastUpdateStatus: 'InProgress' };
      for (const [operation, answer] of [
        ['GetFunctionConfiguration', patch],
        ['GetFunction', { Configuration: patch }],
      ] as const) {
        const effect = { kind: 'wrong-answer', patch: answer } as const;
        scene.simulator.faults.add({ operation, effect });
      }
      const run = await scene.release();
      expect(errorsOf(run).join()).toContain(
        'the last update of "orders" was still InProgress after 26m. Run this again when its LastUpdateStatus is Successful',
      );
    });
  });

  it('that may not wait for an update says what is denied', async () => {
    await playFleet({}, async (scene) => {
      const effect = { kind: 'access-denied' } as const;
      scene.simulator.faults.add({ operation: 'GetFunction', effect });
      scene.simulator.lambda.updateSeconds = 360;
      const change = { FunctionName: 'orders', MemorySize: 256 };
      await scene.lambda.send(new UpdateFunctionConfigurationCommand(change));
      const run = await scene.release();
      expect(errorsOf(run).join()).toMatch(
        /waiting for the last update of the function "orders": AWS denies lambda:GetFunction on .*needs that permission/,
      );
    });
  });
});
