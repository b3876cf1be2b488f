// The console's exercise: its three choices when a canary is promoted, the stage's cache, and its
// warning that a new endpoint cannot be released by a canary.

import {
  GetResourcesCommand,
  UpdateMethodCommand,
  UpdateResourceCommand,
} from '@aws-sdk/client-api-gateway';
import { describe, expect, it } from '@jest/globals';
import { errorsOf, play, type Scene } from '../support/rollout.ts';
import type { ActionResult } from '../support/runner.ts';

const V2 = 'Hello from Lambda v2';

function warningsOf({ commands }: ActionResult): string {
  return commands
    .filter(({ name }) => name === 'warning')
    .map(({ message }) => message)
    .join();
}

describe("The console's promotion", () => {
  it('of the deployment alone leaves the variables of the stage', async () => {
    await play({ wiring: 'pinned' }, async (scene) => {
      await scene.patch({ op: 'replace', path: '/variables/table', value: 'orders' });
      const before = await scene.stage();
      scene.users();
      const run = await scene.release({
        promote: 'deployment, close',
        'stage-variable-overrides': 'table=orders-v2',
      });
      expect(run.outputs.outcome).toBe('promoted');
      expect(warningsOf(run)).toContain(
        'promote: without "variables" the canary uses the overrides of "table", and the promotion drops them',
      );
      const stage = await scene.stage();
      expect(stage).toEqual({ ...before, deploymentId: run.outputs['deployment-after'] });
      expect(stage.deploymentId).not.toBe(before.deploymentId);
      expect(await scene.ask(10)).toEqual({ [V2]: 10 });
    });
  });

  it('of the variables alone leaves the deployment of the stage', async () => {
    await play({ failing: null }, async (scene) => {
      await scene.patch({ op: 'replace', path: '/variables/table', value: 'orders' });
      const before = await scene.stage();
      scene.users();
      const run = await scene.release({
        functions: '',
        promote: 'variables, close',
        'stage-variable-overrides': 'table=orders-v2',
      });
      expect(run.outputs.outcome).toBe('promoted');
      expect(warningsOf(run)).toContain(
        'promote: without "deployment" the canary serves the draft, and the promotion drops it',
      );
      expect(await scene.stage()).toEqual({
        ...before,
        variables: { version: '1', table: 'orders-v2' },
      });
    });
  });

  it('without closing leaves a canary at 0 %, which stops the next release', async () => {
    await play({ wiring: 'variable' }, async (scene) => {
      scene.users();
      const run = await scene.release({
        promote: 'deployment, variables',
        'use-stage-cache': 'true',
      });
      expect(run.outputs.outcome).toBe('promoted');
      expect(await scene.stage()).toMatchObject({
        deploymentId: run.outputs['deployment-after'],
        variables: { version: '2' },
        canarySettings: {
          deploymentId: run.outputs['deployment-after'],
          percentTraffic: 0,
          useStageCache: true,
        },
      });
      expect(await scene.ask(10)).toEqual({ [V2]: 10 });

      await scene.api.upload({ label: 'v3' });
      const next = await scene.release();
      expect(next).toMatchObject({ exitCode: 1, outputs: { outcome: 'failed' } });
      expect(errorsOf(next).join()).toContain('op=remove,path=/canarySettings');
      expect(errorsOf(next).join()).toContain(
        'has a canary that a promotion left open (with promote: close, it would be closed)',
      );
      expect(errorsOf(next).join()).not.toContain('did not create');
      expect(await scene.ask(10)).toEqual({ [V2]: 10 });
    });
  });
});

/** The resource of the API's route in the draft. */
async function routeOf({ api }: Scene) {
  const { restApiId, path, clients } = api;
  const { items = [] } = await clients.apiGateway.send(new GetResourcesCommand({ restApiId }));
  return { restApiId, resourceId: items.find((item) => item.path === path)?.id };
}

/** The draft requires an API key, and is not deployed. */
async function requireKey(scene: Scene): Promise<void> {
  const patchOperations = [{ op: 'replace', path: '/apiKeyRequired', value: 'true' } as const];
  const method = { ...(await routeOf(scene)), httpMethod: 'GET' };
  await scene.api.clients.apiGateway.send(new UpdateMethodCommand({ ...method, patchOperations }));
}

describe('An endpoint that requires an API key on the canary only', () => {
  it('stops the release, and the plan as well', async () => {
    await play({}, async (scene) => {
      await requireKey(scene);
      const before = await scene.standing();
      for (const inputs of [{ command: 'plan' }, {}]) {
        const run = await scene.release(inputs);
        expect(run).toMatchObject({ exitCode: 1, outputs: { outcome: 'failed' } });
        expect(errorsOf(run).join()).toMatch(
          /route-guard: only the canary requires an API key for GET \/canary-demo: while traffic is split, these routes return 403 to some users at random\. Deploy a change of who may call/,
        );
      }
      expect(await scene.deployments()).toHaveLength(1);
      expect(await scene.standing()).toEqual(before);
    });
  });

  it('answers 403 to part of its users when the guard only warns', async () => {
    await play({}, async (scene) => {
      await requireKey(scene);
      const run = scene.start({ 'route-guard': 'warn', steps: '50%/3m' });
      await scene.reaches(50);
      expect(Object.keys(await scene.ask(60)).sort()).toEqual(['HTTP 403', 'Hello from Lambda v1']);
      await run.kill();
    });
  });
});

describe('A path parameter with another name', () => {
  it('is the same endpoint, which is released', async () => {
    await play({ path: '{id}' }, async (scene) => {
      const pathPart = '{orderId}';
      const patchOperations = [{ op: 'replace', path: '/pathPart', value: pathPart } as const];
      await scene.api.clients.apiGateway.send(
        new UpdateResourceCommand({ ...(await routeOf(scene)), patchOperations }),
      );
      const run = scene.start({ steps: '50%/3m', 'bake-time': '0s' });
      await scene.reaches(50);
      const seen = await scene.ask(60, '/7');
      expect(Object.keys(seen).sort()).toEqual(['Hello from Lambda v1', V2]);
      expect((await run.done).outputs.outcome).toBe('promoted');
      expect(await scene.ask(10, '/7')).toEqual({ [V2]: 10 });
    });
  });
});

describe('A new endpoint', () => {
  it('stops no release that splits no traffic, and is named', async () => {
    await play({ wiring: 'pinned' }, async (scene) => {
      await scene.api.addRoute('new');
      const run = await scene.release({ steps: 'AllAtOnce', 'bake-time': '0s', analysis: 'off' });
      expect([errorsOf(run), run.outputs.outcome]).toEqual([[], 'promoted']);
      expect(warningsOf(run)).toContain(
        'only the canary has GET /new: the release has no steps, so this changes for all users at once',
      );
      expect(await scene.ask(10, '/new')).toEqual({ [V2]: 10 });
    });
  });

  it('stops the release before anything is deployed', async () => {
    await play({ wiring: 'pinned' }, async (scene) => {
      await scene.api.addRoute('new');
      const before = await scene.standing();
      const run = await scene.release();
      expect(run).toMatchObject({ exitCode: 1, outputs: { outcome: 'failed' } });
      expect(errorsOf(run).join()).toMatch(/route-guard: only the canary has GET \/new/);
      expect(await scene.deployments()).toHaveLength(1);
      expect(await scene.standing()).toEqual(before);
    });
  });

  it('answers 403 to part of its users when the guard only warns', async () => {
    await play({ wiring: 'variable' }, async (scene) => {
      await scene.api.addRoute('new');
      const run = scene.start({ 'route-guard': 'warn', steps: '50%/3m' });
      await scene.reaches(50);
      const seen = await scene.ask(80, '/new');
      expect(Object.keys(seen).sort()).toEqual(['HTTP 403', V2]);
      const done = await run.done;
      expect(done.outputs.outcome).toBe('promoted');
      expect(warningsOf(done)).toContain('only the canary has GET /new');
      expect(await scene.ask(10, '/new')).toEqual({ [V2]: 10 });
      expect(await scene.ask(10)).toEqual({ [V2]: 10 });
    });
  });
});
