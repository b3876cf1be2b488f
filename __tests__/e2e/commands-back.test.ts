// Behind a promotion: back to what the history of the API, or of the function, says stood before.

import { DeleteDeploymentCommand } from '@aws-sdk/client-api-gateway';
import { DeleteFunctionCommand } from '@aws-sdk/client-lambda';
import { describe, expect, it } from '@jest/globals';
import { movesIn, playFleet } from '../support/fleet-scene.ts';
import { errorsOf, play, writesIn } from '../support/rollout.ts';

const AT_ONCE = { steps: 'AllAtOnce', 'bake-time': '0s', analysis: 'off' };
const BACK = { command: 'rollback', 'rollback-to': 'previous' };
const NEXT = { github: { runId: 7_000_000_002 } };

describe('A stage that was promoted', () => {
  it.each(['variable', 'pinned'] as const)(
    'goes back to the deployment and the previous version, wired by %s',
    async (wiring) => {
      await play({ wiring }, async (scene) => {
        const before = await scene.standing();
        expect((await scene.release(AT_ONCE)).outputs.outcome).toBe('promoted');
        const mark = scene.mark();
        const back = await scene.release(BACK, NEXT);
        expect(back).toMatchObject({ exitCode: 0, outputs: { outcome: 'rolled-back' } });
        expect(writesIn(scene.calls(mark))[0]).toBe('UpdateStage');
        const { stage, draft } = (await scene.standing()) as { stage: object; draft: unknown };
        expect(draft).toEqual((before as { draft: unknown }).draft);
        expect(stage).toMatchObject({ ...(before as { stage: object }).stage, tags: {} });

        // The same run once more goes no further back; another one is told to say how far.
        const again = scene.mark();
        expect((await scene.release(BACK, NEXT)).outputs.outcome).toBe('unchanged');
        const other = await scene.release(BACK, { github: { runId: 7_000_000_003 } });
        expect(other).toMatchObject({ exitCode: 1, outputs: { outcome: 'failed' } });
        expect(errorsOf(other).join()).toContain('to roll back further, name');
        expect(writesIn(scene.calls(again))).toEqual([]);
      });
    },
  );

  it('says which deployment is gone, and which there are', async () => {
    await play({}, async (scene) => {
      const { restApiId, clients } = scene.api;
      const [first] = await scene.deployments();
      await scene.release(AT_ONCE);
      const deploymentId = first?.id ?? '';
      await clients.apiGateway.send(new DeleteDeploymentCommand({ restApiId, deploymentId }));
      const before = await scene.standing();
      for (const to of ['previous', `deployment=${deploymentId}`]) {
        const run = await scene.release({ ...BACK, 'rollback-to': to }, NEXT);
        expect(run).toMatchObject({ exitCode: 1, outputs: { outcome: 'failed' } });
        expect(errorsOf(run).join()).toMatch(
          new RegExp(
            `the deployment ${deploymentId} no longer exists; the API's history contains `,
          ),
        );
      }
      expect(await scene.standing()).toEqual(before);
    });
  });
});

describe('Aliases that were promoted', () => {
  it('go back to what the versions say was served before, or to named ones', async () => {
    await playFleet({ names: ['carts', 'orders'] }, async (scene) => {
      await scene.release(AT_ONCE);
      expect(await scene.routing()).toEqual(['2', '2']);
      const mark = scene.mark();
      const back = await scene.release(BACK, NEXT);
      expect(back).toMatchObject({ exitCode: 0, outputs: { outcome: 'rolled-back' } });
      expect([...movesIn(scene.calls(mark))].sort()).toEqual(['carts 1', 'orders 1']);

      const named = { command: 'rollback', 'rollback-to': 'orders=2' };
      expect((await scene.release(named, NEXT)).exitCode).toBe(0);
      expect(await scene.routing()).toEqual(['1', '2']);
      expect((await scene.release(named, NEXT)).outputs.outcome).toBe('unchanged');
      const gone = { FunctionName: 'carts', Qualifier: '2' };
      await scene.lambda.send(new DeleteFunctionCommand(gone));
      const lost = await scene.release({ command: 'rollback', 'rollback-to': 'carts=2' }, NEXT);
      expect(errorsOf(lost).join()).toContain('version 2 of "carts" no longer exists');
      expect(await scene.routing()).toEqual(['1', '2']);
    });
  });
});
