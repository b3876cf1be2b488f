// An alias that is not there is made only where that was meant: a misspelt one is refused.

import { CreateAliasCommand } from '@aws-sdk/client-lambda';
import { describe, expect, it } from '@jest/globals';
import { type FleetScene, playFleet } from '../support/fleet-scene.ts';
import { errorsOf, writesIn } from '../support/rollout.ts';

const ALLOW = { 'first-release': 'allow' };

async function aliasesAre(scene: FleetScene, ...names: readonly string[]): Promise<void> {
  for (const Name of names) {
    const alias = { FunctionName: 'orders', Name, FunctionVersion: '1' };
    await scene.lambda.send(new CreateAliasCommand(alias));
  }
}

/** The problem, and that nothing was changed. */
async function refused(scene: FleetScene, inputs: Readonly<Record<string, string>>) {
  const mark = scene.mark();
  const run = await scene.release(inputs);
  expect(run).toMatchObject({
    exitCode: 1,
    outputs: { outcome: 'failed', weight: '0', verdict: '' },
  });
  expect(writesIn(scene.calls(mark))).toEqual([]);
  expect(await scene.routing()).toEqual(['1']);
  return errorsOf(run).join('\n');
}

describe('An alias that is not there', () => {
  it.each(['rollout', 'plan', 'start'])(
    'is refused by %s, with the name that was probably meant',
    async (command) => {
      await playFleet({}, async (scene) => {
        await aliasesAre(scene, 'beta');
        expect(await refused(scene, { command, alias: 'liev' })).toContain(
          'alias: there is no orders:liev. Did you mean "live"? If this is the first release, set first-release: allow',
        );
      });
    },
  );

  it('is refused with the names that there are where none is like it', async () => {
    await playFleet({}, async (scene) => {
      await aliasesAre(scene, 'beta');
      expect(await refused(scene, { alias: 'production' })).toContain(
        'there is no orders:production. "orders" has the aliases "beta", "live".',
      );
    });
  });

  it('is also refused if the others may not be listed', async () => {
    await playFleet({}, async (scene) => {
      const effect = { kind: 'access-denied' } as const;
      scene.simulator.faults.add({ operation: 'ListAliases', effect });
      const said = await refused(scene, { alias: 'liev' });
      expect(said).toContain('there is no orders:liev. If this is the first release');
      expect(said).not.toContain('AWS denies');
    });
  });

  it('among existing ones is also reported with a name', async () => {
    await playFleet({ names: ['carts', 'orders'] }, async (scene) => {
      const mark = scene.mark();
      const run = await scene.release({ ...ALLOW, functions: 'carts, orders:lvie' });
      expect(run.outputs.outcome).toBe('failed');
      expect(errorsOf(run).join()).toMatch(
        /there is no orders:lvie yet, but the others exist\. Did you mean "live"\?/,
      );
      // A permission is asked for by removing a tag that is not there.
      expect(writesIn(scene.calls(mark)).filter((name) => name !== 'UntagResource')).toEqual([]);
    });
  });

  it('is made where that is allowed, and a name like it is mentioned', async () => {
    await playFleet({}, async (scene) => {
      const run = await scene.release({ ...ALLOW, alias: 'live2' });
      expect(run).toMatchObject({ exitCode: 0, outputs: { outcome: 'promoted' } });
      expect(run.log).toMatch(
        /no orders:live2 yet, so this is the first release.*Did you mean "live"\?/,
      );
      expect(await scene.routing()).toEqual(['1']);
    });
  });
});
