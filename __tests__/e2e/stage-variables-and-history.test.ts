// The guide to deployments and stages: a stage variable that names a function's alias, variables
// that set environments apart, and the history that lets one go back.

import { CreateAliasCommand } from '@aws-sdk/client-lambda';
import { describe, expect, it } from '@jest/globals';
import { errorsOf, play } from '../support/rollout.ts';

const V1 = 'Hello from Lambda v1';
const V2 = 'Hello from Lambda v2';

describe('The guide to deployments and stages', () => {
  it('wires an alias by a stage variable: refused, with the way out', async () => {
    await play({ wiring: 'variable' }, async (scene) => {
      const { api } = scene;
      const alias = { FunctionName: api.functionName, Name: 'prod', FunctionVersion: '1' };
      await api.clients.lambda.send(new CreateAliasCommand(alias));
      await api.allow('prod');
      await scene.patch({ op: 'replace', path: '/variables/version', value: 'prod' });
      expect(await scene.ask(3)).toEqual({ [V1]: 3 });

      const before = await scene.standing();
      const run = await scene.release();
      expect(run).toMatchObject({ exitCode: 1, outputs: { outcome: 'failed' } });
      const said = errorsOf(run).join();
      expect(said).toMatch(/through the stage variable "version", which stable and canary share/);
      expect(said).toContain('To fix this, split the alias itself');
      expect(await scene.standing()).toEqual(before);
      expect(await scene.deployments()).toHaveLength(1);
    });
  });

  it('keeps the variables of a stage through a release', async () => {
    await play({ wiring: 'variable' }, async (scene) => {
      await scene.patch(
        { op: 'replace', path: '/variables/table', value: 'orders-prod' },
        { op: 'replace', path: '/variables/backend', value: 'https://a.example.com/x?y=1&z=2,3' },
      );
      const { variables } = await scene.stage();
      scene.users();
      const run = scene.start();
      await scene.reaches(50);
      expect((await scene.stage()).variables).toEqual(variables);
      expect((await run.done).outputs.outcome).toBe('promoted');
      expect((await scene.stage()).variables).toEqual({ ...Object(variables), version: '2' });
    });
  });

  it('goes back by the deployment history after a promotion', async () => {
    await play({ wiring: 'pinned' }, async (scene) => {
      scene.users();
      const run = await scene.release();
      expect(await scene.ask(5)).toEqual({ [V2]: 5 });
      const history = await scene.deployments();
      const made = history.find(({ id }) => id === run.outputs['deployment-after']);
      expect(made?.description).toContain('hello 1 to 2');
      expect(history.map(({ id }) => id)).toContain(run.outputs['deployment-before']);
      const value = run.outputs['deployment-before'] ?? '';
      await scene.patch({ op: 'replace', path: '/deploymentId', value });
      expect(await scene.ask(5)).toEqual({ [V1]: 5 });
    });
  });
});
