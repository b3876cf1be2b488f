// Smoke checks of a stage: through API Gateway, of the new version alone, before any user is served it.

import { GetStagesCommand } from '@aws-sdk/client-api-gateway';
import { describe, expect, it } from '@jest/globals';
import { openApiNetwork } from '../support/api-network.ts';
import { patchesIn, play, readReport, type Scene, type SceneOptions } from '../support/rollout.ts';
import type { ActionResult } from '../support/runner.ts';
import type { Variables } from '../support/runner-environment.ts';

type Release = (smoke: string, inputs?: Variables, env?: Variables) => Promise<ActionResult>;

/** A scene whose runner reaches the API. */
async function withApi(
  options: SceneOptions,
  act: (scene: Scene, release: Release) => Promise<void>,
): Promise<void> {
  await play({ rate: 30, ...options }, async (scene) => {
    const network = await openApiNetwork(scene.simulator, scene.api.restApiId);
    const release: Release = (smoke, inputs = {}, env = {}) =>
      scene.release({ smoke, ...inputs }, { env: { ...network.env, ...env } });
    await act(scene, release).finally(() => network.close());
  });
}

async function stagesOf({ api: { clients, restApiId } }: Scene): Promise<readonly string[]> {
  const { item = [] } = await clients.apiGateway.send(new GetStagesCommand({ restApiId }));
  return item.map(({ stageName = '' }) => stageName);
}

const HELLO = `
- path: /canary-demo
  timeout: 60s
  expect:
    status: 2xx
    headers: { content-type: application/json }
    json: { $: Hello from Lambda v2 }
`;

describe('Smoke checks of a stage', () => {
  it.concurrent('reach the new version alone, and the release goes on', async () => {
    await withApi({}, async (scene, release) => {
      scene.users();
      const run = await release(HELLO);
      expect(run.log).toContain('Check "GET /canary-demo" passed (200 in ');
      expect(run.outputs.outcome).toBe('promoted');
      expect(readReport(run).checks).toMatchObject([
        {
          point: 'pre-traffic',
          name: 'GET /canary-demo',
          result: 'passed',
          status: 200,
          weight: 0,
        },
      ]);
      expect(await stagesOf(scene)).toEqual(['prod']);
    });
  });

  it.concurrent('that fail end the release before any user is served', async () => {
    await withApi({ failing: 1 }, async (scene, release) => {
      const before = await scene.standing();
      const mark = scene.mark();
      const run = await release(HELLO);
      expect(run).toMatchObject({ exitCode: 1, outputs: { outcome: 'failed' } });
      expect(run.outputs.reason).toContain('the status is 502; expected 2xx');
      expect(readReport(run).cause).toMatchObject({ kind: 'smoke' });
      expect(await stagesOf(scene)).toEqual(['prod']);
      expect(await scene.standing()).toEqual(before);
      expect(patchesIn(scene.calls(mark))).toEqual([]);
    });
  });
});
