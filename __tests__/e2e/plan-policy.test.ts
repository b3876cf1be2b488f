// The policy that a plan writes is enough for the whole story that it is about, and for nothing else.

import { CreateAliasCommand } from '@aws-sdk/client-lambda';
import { describe, expect, it } from '@jest/globals';
import type { ApiWiring } from '../../demo/hello-api.ts';
import type { Statement } from '../../simulator/front/policy.ts';
import { play, readReport, type Scene } from '../support/rollout.ts';
import type { Variables } from '../support/runner-environment.ts';

interface Case {
  readonly of: string;
  readonly wiring: ApiWiring;
  readonly inputs: Variables;
}

const ON_ALIAS = { alias: 'live', 'rest-api-id': '', 'stage-name': '', 'invoke-permission': '' };

const CASES: readonly Case[] = [
  { of: 'a stage by its variable', wiring: 'variable', inputs: {} },
  { of: 'a stage with a pinned version', wiring: 'pinned', inputs: {} },
  { of: 'an alias', wiring: 'alias', inputs: ON_ALIAS },
];

async function arrange({ api }: Scene, wiring: ApiWiring): Promise<void> {
  if (wiring !== 'alias') return;
  const alias = { FunctionName: api.functionName, Name: 'live', FunctionVersion: '1' };
  await api.clients.lambda.send(new CreateAliasCommand(alias));
  await api.allow('live');
}

async function policyOf(scene: Scene, inputs: Variables): Promise<readonly Statement[]> {
  const run = await scene.release({ ...inputs, command: 'plan' });
  const { policy = '{}' } = readReport(run);
  expect(run.summary).toContain('The least that the role must be allowed for this release');
  const { Statement: statements } = JSON.parse(policy) as { Statement: readonly Statement[] };
  return statements.map(({ Effect, Action, Resource }) => ({ Effect, Action, Resource }));
}

describe('The policy of a plan', () => {
  it.concurrent.each(CASES)('lets a release of $of be promoted', async ({ wiring, inputs }) => {
    await play({ wiring }, async (scene) => {
      await arrange(scene, wiring);
      await scene.setAlarm('quiet', 'OK');
      const all = { ...inputs, alarms: 'quiet' };
      scene.simulator.policy.set(await policyOf(scene, all));
      scene.users();
      const run = await scene.release(all);
      expect(run).toMatchObject({ exitCode: 0, outputs: { outcome: 'promoted' } });
      expect(run.log).not.toMatch(/AWS denies|could not be removed/);
    });
  });

  it.concurrent.each(CASES)(
    'lets a bad release of $of be taken back',
    async ({ wiring, inputs }) => {
      await play({ wiring, failing: 1 }, async (scene) => {
        await arrange(scene, wiring);
        await scene.setAlarm('bad', 'OK');
        const all = { ...inputs, alarms: 'bad', steps: '40%/2h' };
        const policy = await policyOf(scene, all);
        scene.simulator.policy.set(policy);
        const run = scene.start(all);
        await run.sees(/step 1\/1 .* 40%/);
        scene.simulator.policy.set(undefined);
        await scene.setAlarm('bad', 'ALARM');
        scene.simulator.policy.set(policy);
        const ended = await run.done;
        expect(ended).toMatchObject({ outputs: { outcome: 'rolled-back' } });
        expect(ended.log).not.toMatch(/AWS denies|could not be removed/);
      });
    },
  );

  it.concurrent('lets a role do nothing that the release does not do', async () => {
    await play({ wiring: 'variable' }, async (scene) => {
      const version = await scene.api.publish();
      const policy = await policyOf(scene, { 'invoke-permission': 'check', version });
      const actions = policy.flatMap(({ Action }) => Action);
      expect(actions).not.toContain('lambda:AddPermission');
      expect(actions).not.toContain('lambda:PublishVersion');
      expect(actions).not.toContain('cloudwatch:DescribeAlarms');
      expect(actions.filter((action) => action.includes('*'))).toEqual([]);
      const everywhere = policy.filter(({ Resource }) => Resource.includes('*'));
      expect(everywhere.map(({ Action }) => Action)).toEqual([['cloudwatch:GetMetricData']]);
    });
  });
});
