// A second REST API of the same name: CloudWatch knows APIs by their names only, and adds their requests up.

import { CreateRestApiCommand } from '@aws-sdk/client-api-gateway';
import { describe, expect, it } from '@jest/globals';
import { createHelloApi, type HelloApi } from '../../demo/hello-api.ts';
import { openUsers } from '../support/crowd.ts';
import { errorsOf, play, readReport, type Scene } from '../support/rollout.ts';

/** Another service, of another team, in the same account. */
function addTwin({ simulator, api }: Scene, stageName = 'prod'): Promise<HelloApi> {
  const { place } = simulator.world;
  const aws = { url: simulator.url, region: place.region, account: place.account };
  return createHelloApi(aws, { apiName: api.apiName, stageName, functionName: 'other' });
}

const SHARED = /CloudWatch counts requests by the API's name, and \w+ is also called "canary-demo"/;

describe('A second API with the name and stage of the released one', () => {
  it('is not counted as stable: the versions are compared by themselves', async () => {
    await play({ failing: 0.5 }, async (scene) => {
      const twin = await addTwin(scene);
      const others = openUsers(scene.simulator, twin, 60);
      scene.users(40);
      const run = await scene.release({ steps: '50%/5m' });
      await others.stop();
      expect(run.outputs).toMatchObject({ outcome: 'rolled-back', cause: 'errors' });
      const report = readReport(run);
      expect(report.countedBy).toBe('functions');
      expect(report.steps[0]?.stable).toMatchObject({ errors: 0 });
      const warnings = run.commands.filter(({ name }) => name === 'warning');
      expect(warnings.map(({ message }) => message)).toContainEqual(expect.stringMatching(SHARED));
    });
  });

  it('stops a release without functions, unless nothing is compared', async () => {
    await play({ failing: null }, async (scene) => {
      await addTwin(scene);
      const inputs = { functions: '', command: 'plan' };
      const run = await scene.release(inputs);
      expect(run.outputs.outcome).toBe('failed');
      expect(errorsOf(run).join()).toMatch(
        /, so the canary cannot be compared; expected a unique name, functions/,
      );
      const off = await scene.release({ ...inputs, analysis: 'off' });
      expect(off.outputs.outcome).toBe('planned');
      expect(off.log).toMatch(SHARED);
    });
  });

  it('stops a release with probes, which are in the counts of the versions', async () => {
    await play({}, async (scene) => {
      await addTwin(scene);
      const smoke = '[{ path: /canary-demo, probe: true, expect: { status: 200 } }]';
      const run = await scene.release({ command: 'plan', smoke });
      expect(run.outputs.outcome).toBe('failed');
      expect(errorsOf(run).join()).toMatch(
        /metrics of the versions contain the probes, so users' requests cannot be compared; expected a unique name, or smoke without "probe"/,
      );
    });
  });

  it('is looked for, and what could not be looked at is said', async () => {
    await play({ failing: null }, async (scene) => {
      const { clients, apiName: name } = scene.api;
      // Neither of them has the stage.
      await clients.apiGateway.send(new CreateRestApiCommand({ name }));
      await addTwin(scene, 'beta');
      const inputs = { functions: '', command: 'plan' };
      const run = await scene.release(inputs);
      expect(run.outputs.outcome).toBe('planned');
      expect(run.log).not.toContain('also called');
      scene.simulator.faults.add({ operation: 'GetRestApis', effect: { kind: 'access-denied' } });
      const blind = await scene.release(inputs);
      expect(blind.outputs.outcome).toBe('planned');
      expect(blind.log).toContain(
        'the action could not check whether another REST API has the name "canary-demo"',
      );
    });
  });
});
