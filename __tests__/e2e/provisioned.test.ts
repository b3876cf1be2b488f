// A version with provisioned concurrency is followed by one that has as much before any traffic, and
// what only the losing side needed is given back, however the release ends.

import {
  GetProvisionedConcurrencyConfigCommand,
  PutProvisionedConcurrencyConfigCommand,
} from '@aws-sdk/client-lambda';
import { describe, expect, it } from '@jest/globals';
import { type FleetScene, playFleet } from '../support/fleet-scene.ts';
import { errorsOf, until, writesIn } from '../support/rollout.ts';

async function provision({ lambda }: FleetScene, count: number): Promise<void> {
  const which = { FunctionName: 'orders', Qualifier: '1' };
  const asked = { ...which, ProvisionedConcurrentExecutions: count };
  await lambda.send(new PutProvisionedConcurrencyConfigCommand(asked));
}

/** How many environments each of the two versions has asked for. */
async function provisioned({ lambda }: FleetScene): Promise<readonly number[]> {
  const read = async (Qualifier: string) => {
    try {
      const asked = { FunctionName: 'orders', Qualifier };
      const answer = await lambda.send(new GetProvisionedConcurrencyConfigCommand(asked));
      return answer.RequestedProvisionedConcurrentExecutions ?? 0;
    } catch {
      return 0;
    }
  };
  return [await read('1'), await read('2')];
}

describe('Provisioned concurrency of the version before', () => {
  it.concurrent('is given to the new one before any traffic, and follows the promotion', async () => {
    await playFleet({}, async (scene) => {
      await provision(scene, 3);
      scene.users();
      const mark = scene.mark();
      const { outputs, log } = await scene.release();
      expect(outputs.outcome).toBe('promoted');
      expect(log).toContain('orders: 3 environments of version 2 are ready');
      expect(await provisioned(scene)).toEqual([0, 3]);
      const wrote = writesIn(scene.calls(mark)).filter((name) => /Provisioned|Alias/.test(name));
      expect(wrote).toEqual([
        'PutProvisionedConcurrencyConfig',
        'UpdateAlias',
        'UpdateAlias',
        'DeleteProvisionedConcurrencyConfig',
      ]);
    });
  });

  it.concurrent('stays with it when the release is cancelled, and the new one gives back', async () => {
    await playFleet({}, async (scene) => {
      await provision(scene, 2);
      scene.users();
      const run = scene.start({ steps: '50%/60m' });
      await scene.reaches(0.5);
      const { outputs, post } = await run.cancel();
      expect(outputs.outcome).toBe('rolled-back');
      // What there was no time for is left to the post step.
      await post();
      expect(await provisioned(scene)).toEqual([2, 0]);
      expect(await scene.routing()).toEqual(['1']);
    });
  });

  it.concurrent('that fails for the new one ends the release before any traffic', async () => {
    await playFleet({}, async (scene) => {
      await provision(scene, 2);
      const patch = { Status: 'FAILED', StatusReason: 'FUNCTION_ERROR_INIT_FAILURE' };
      const effect = { kind: 'wrong-answer', patch } as const;
      const operation = 'GetProvisionedConcurrencyConfig';
      // Preflight and the beginning read what stands.
      scene.simulator.faults.add({ operation, effect, after: 4 });
      const mark = scene.mark();
      const run = await scene.release();
      expect(run).toMatchObject({ exitCode: 1, outputs: { outcome: 'failed' } });
      expect(errorsOf(run).join()).toMatch(/INIT_FAILURE/);
      scene.simulator.faults.remove();
      expect(await provisioned(scene)).toEqual([2, 0]);
      expect(writesIn(scene.calls(mark))).not.toContain('UpdateAlias');
      expect(await scene.tags()).toEqual(['orders team']);
    });
  });

  it.concurrent('is given back by the next run, when the machine was lost meanwhile', async () => {
    await playFleet({}, async (scene) => {
      await provision(scene, 2);
      scene.simulator.lambda.provisioningSeconds = 600;
      const run = scene.start();
      await until(async () => (await provisioned(scene))[1] === 2);
      await run.kill();
      const next = await scene.release({ version: '1' });
      expect(next.outputs.outcome).toBe('unchanged');
      expect(await provisioned(scene)).toEqual([2, 0]);
      expect(await scene.tags()).toEqual(['orders team']);
    });
  });
});
