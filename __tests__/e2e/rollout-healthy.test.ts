// Releases that go well, in each way in which a stage canary can reach the new code, and what they
// leave behind for the steps after them and for people.

import {
  CreateDeploymentCommand,
  GetResourcesCommand,
  PutIntegrationCommand,
  PutIntegrationResponseCommand,
  PutMethodResponseCommand,
} from '@aws-sdk/client-api-gateway';
import { describe, expect, it } from '@jest/globals';
import { errorsOf, patchesIn, play, readReport, type Scene } from '../support/rollout.ts';

const V2 = 'Hello from Lambda v2';

/** Lets the draft answer by itself; the returned function changes what it says. */
async function mockDraft({ api }: Scene) {
  const { restApiId, clients, path } = api;
  const { apiGateway } = clients;
  const { items = [] } = await apiGateway.send(new GetResourcesCommand({ restApiId }));
  const resourceId = items.find((item) => item.path === path)?.id ?? '';
  const method = { restApiId, resourceId, httpMethod: 'GET', statusCode: '200' };
  await apiGateway.send(new PutMethodResponseCommand(method));
  return async (template: string) => {
    const requestTemplates = { 'application/json': '{"statusCode": 200}' };
    await apiGateway.send(new PutIntegrationCommand({ ...method, type: 'MOCK', requestTemplates }));
    const responseTemplates = { 'application/json': template };
    await apiGateway.send(new PutIntegrationResponseCommand({ ...method, responseTemplates }));
  };
}

/** Deploys the draft to the stage, as the team did before it had the action. */
async function deployToStage({ api, patch }: Scene): Promise<void> {
  const { restApiId, clients } = api;
  const { id = '' } = await clients.apiGateway.send(new CreateDeploymentCommand({ restApiId }));
  await patch({ op: 'replace', path: '/deploymentId', value: id });
}

describe('A healthy release', () => {
  it('of a version behind a stage variable is promoted, and says so everywhere', async () => {
    await play({ wiring: 'variable' }, async (scene) => {
      await scene.api.addAlarm('hello-5xx', 'prod/Canary', 2);
      const before = await scene.stage();
      scene.users();
      const run = await scene.release({
        steps: '10.5%/2m, 50%/2m',
        'bake-time': '30s',
        alarms: 'hello-5xx',
      });

      expect(run).toMatchObject({ exitCode: 0, complaints: [] });
      expect(errorsOf(run)).toEqual([]);
      const stage = await scene.stage();
      expect(run.outputs).toMatchObject({
        outcome: 'promoted',
        cause: 'completed',
        versions: '{"hello":"2"}',
        'versions-before': '{"hello":"1"}',
        'deployment-before': before.deploymentId,
        'deployment-after': stage.deploymentId,
        weight: '100',
        verdict: 'healthy',
      });
      expect(stage).toEqual({
        ...before,
        deploymentId: expect.not.stringMatching(`^${String(before.deploymentId)}$`),
        variables: { version: '2' },
      });
      expect(run.summary).toContain('Promoted: `hello` 1 → 2 on `canary-demo/prod`');
      expect(await scene.ask(30)).toEqual({ [V2]: 30 });
      const weights = patchesIn(scene.calls()).filter((patch) => patch.includes('percentTraffic'));
      expect(weights.map((patch) => patch.split(' ').at(-1))).toEqual(['10.5', '50', '0.0']);

      const report = readReport(run);
      expect(report).toMatchObject({
        schema: 'canary-action/report/1',
        outcome: 'promoted',
        functions: [{ name: 'hello', from: '1', to: '2' }],
        evidence: expect.arrayContaining([
          expect.objectContaining({
            source: { kind: 'alarm', name: 'hello-5xx' },
            witness: 'alarm hello-5xx',
            verdict: 'healthy',
          }),
        ]),
        countedBy: 'gateway',
      });
      expect(report.steps.map(({ label }) => label)).toEqual(['10.5%', '50%', 'bake']);
      for (const step of report.steps.slice(0, 2)) {
        expect(step.canary?.requests).toBeGreaterThan(0);
        expect(step.stable?.requests).toBeGreaterThan(0);
        expect(step.canary?.errors).toBe(0);
      }
    });
  });

  it('of a pinned version ends with the draft at the new version', async () => {
    await play({ wiring: 'pinned' }, async (scene) => {
      scene.users();
      const run = await scene.release();
      expect(run.outputs).toMatchObject({ outcome: 'promoted', versions: '{"hello":"2"}' });
      expect(await scene.ask(20)).toEqual({ [V2]: 20 });
      expect(JSON.stringify(await scene.standing())).toMatch(/function:hello:2\/invocations/);
    });
  });

  it('of the definition alone brings the draft and its variables together', async () => {
    await play({ failing: null }, async (scene) => {
      await scene.patch({ op: 'replace', path: '/variables/greeting', value: 'hello' });
      const say = await mockDraft(scene);
      await say('"old $stageVariables.greeting"');
      await deployToStage(scene);
      expect(await scene.ask(2)).toEqual({ 'old hello': 2 });
      await say('"new $stageVariables.greeting"');
      scene.users();
      const run = scene.start({ functions: '', 'stage-variable-overrides': 'greeting=moin' });
      await scene.reaches(50);
      expect(Object.keys(await scene.ask(60)).sort()).toEqual(['new moin', 'old hello']);
      expect((await run.done).outputs).toMatchObject({ outcome: 'promoted', versions: '{}' });
      expect(await scene.ask(20)).toEqual({ 'new moin': 20 });
    });
  });

  it('with definition: deployed tries other variables on the same deployment', async () => {
    await play({ failing: null }, async (scene) => {
      const say = await mockDraft(scene);
      await say('"table $stageVariables.table"');
      await scene.patch({ op: 'replace', path: '/variables/table', value: 'orders' });
      await deployToStage(scene);
      await say('"never deployed"');
      const { length } = await scene.deployments();
      const before = await scene.stage();
      scene.users();
      const run = await scene.release({
        functions: '',
        definition: 'deployed',
        'stage-variable-overrides': 'table=orders-v2',
      });
      expect(run.outputs.outcome).toBe('promoted');
      expect(await scene.stage()).toEqual({
        ...before,
        variables: { version: '1', table: 'orders-v2' },
      });
      expect(await scene.deployments()).toHaveLength(length);
      expect(await scene.ask(20)).toEqual({ 'table orders-v2': 20 });
    });
  });

  it('of what is served already is unchanged, a success that deploys nothing', async () => {
    await play({}, async (scene) => {
      scene.users();
      expect((await scene.release()).outputs.outcome).toBe('promoted');
      const before = await scene.standing();
      const run = await scene.release();
      expect(run).toMatchObject({ exitCode: 0, outputs: { outcome: 'unchanged', weight: '0' } });
      expect(run.outputs['deployment-after']).toBe(run.outputs['deployment-before']);
      expect(run.summary).toContain('Unchanged');
      expect(await scene.standing()).toEqual(before);
      expect(await scene.deployments()).toHaveLength(2);
    });
  });
});
