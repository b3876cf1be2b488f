// The policy that a plan writes is enough for the whole story that it is about, and for nothing else.

import { CreateAliasCommand, PutProvisionedConcurrencyConfigCommand } from '@aws-sdk/client-lambda';
import { describe, expect, it } from '@jest/globals';
import type { ApiWiring } from '../../demo/hello-api.ts';
import type { Statement } from '../../simulator/front/policy.ts';
import { play, readReport, type Scene } from '../support/rollout.ts';
import type { Variables } from '../support/runner-environment.ts';

interface Case {
  readonly of: string;
  readonly wiring: ApiWiring;
  readonly inputs: Variables;
  /** What has provisioned concurrency. */
  readonly provisioned?: string;
}

const ON_ALIAS = { alias: 'live', 'rest-api-id': '', 'stage-name': '', 'invoke-permission': '' };

const CASES: readonly Case[] = [
  { of: 'a stage by its variable', wiring: 'variable', inputs: {} },
  { of: 'a stage with a pinned version', wiring: 'pinned', inputs: {} },
  { of: 'a stage with a shadow', wiring: 'pinned', inputs: { 'shadow-stage': 'true' } },
  { of: 'a stage with what is ready', wiring: 'pinned', inputs: {}, provisioned: '1' },
  { of: 'an alias', wiring: 'alias', inputs: ON_ALIAS },
  { of: 'an alias with what is ready', wiring: 'alias', inputs: ON_ALIAS, provisioned: 'live' },
];

async function arrange({ api }: Scene, { wiring, provisioned: Qualifier }: Case): Promise<void> {
  const { lambda } = api.clients;
  const FunctionName = api.functionName;
  if (wiring === 'alias') {
    const alias = { FunctionName, Name: 'live', FunctionVersion: '1' };
    await lambda.send(new CreateAliasCommand(alias));
    await api.allow('live');
  }
  if (Qualifier === undefined) return;
  const asked = { FunctionName, Qualifier, ProvisionedConcurrentExecutions: 1 };
  await lambda.send(new PutProvisionedConcurrencyConfigCommand(asked));
}

async function policyOf(scene: Scene, inputs: Variables, lent = ''): Promise<readonly Statement[]> {
  const run = await scene.release({ ...inputs, command: 'plan' });
  const { policy = '{}' } = readReport(run);
  expect(run.summary).toContain('The least that the role must be allowed for this release');
  expect(run.log).toMatch(/cost: about 0\.[\d]+ USD for about [\d,]+ CloudWatch metrics/);
  expect(/cost: about (\d+) × \S+ of provisioned concurrency/.exec(run.log)?.[1] ?? '').toBe(lent);
  const { Statement: statements } = JSON.parse(policy) as { Statement: readonly Statement[] };
  return statements.map(({ Effect, Action, Resource }) => ({ Effect, Action, Resource }));
}

describe('The policy of a plan', () => {
  it.concurrent.each(CASES)('lets a release of $of be promoted', async (example) => {
    const { wiring, inputs } = example;
    await play({ wiring }, async (scene) => {
      await arrange(scene, example);
      await scene.setAlarm('quiet', 'OK');
      const all = { ...inputs, alarms: 'quiet' };
      const lent = example.provisioned === undefined ? '' : '1';
      scene.simulator.policy.set(await policyOf(scene, all, lent));
      scene.users();
      const run = await scene.release(all);
      expect(run).toMatchObject({ exitCode: 0, outputs: { outcome: 'promoted' } });
      expect(run.log).not.toMatch(/AWS denies|could not be removed/);
    });
  });

  it.concurrent.each(CASES)('lets a bad release of $of be taken back', async (example) => {
    const { wiring, inputs } = example;
    await play({ wiring, failing: 1 }, async (scene) => {
      await arrange(scene, example);
      await scene.setAlarm('bad', 'OK');
      const all = { ...inputs, alarms: 'bad', steps: '40%/2h' };
      const lent = example.provisioned === undefined ? '' : '1';
      const policy = await policyOf(scene, all, lent);
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
  });

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
