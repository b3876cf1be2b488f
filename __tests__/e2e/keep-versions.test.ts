// After a promotion old versions and deployments go, where that was asked for, and only those that
// nothing leads to.

import { CreateDeploymentCommand, CreateStageCommand } from '@aws-sdk/client-api-gateway';
import {
  AddPermissionCommand,
  CreateAliasCommand,
  CreateEventSourceMappingCommand,
  ListVersionsByFunctionCommand,
  PutProvisionedConcurrencyConfigCommand,
  UpdateFunctionConfigurationCommand,
} from '@aws-sdk/client-lambda';
import { describe, expect, it } from '@jest/globals';
import { type FleetScene, playFleet } from '../support/fleet-scene.ts';
import { play, readReport, type Scene, writesIn } from '../support/rollout.ts';

const KEPT = {
  aliasBeta: '2',
  aliasBetaByWeight: '3',
  eventSource: '4',
  provisioned: '5',
  permitted: '6',
};

/** Versions 1 to 10 of `orders`, `live` on 8, and something that leads to each of 2 to 6. */
async function fill(scene: FleetScene): Promise<void> {
  const { lambda } = scene;
  for (let i = 2; i <= 10; i++) {
    await scene.upload('orders', `v${i}`);
    await scene.publish('orders');
  }
  await scene.meddle('orders', '8');
  const FunctionName = 'orders';
  const RoutingConfig = { AdditionalVersionWeights: { [KEPT.aliasBetaByWeight]: 0.1 } };
  await lambda.send(
    new CreateAliasCommand({
      FunctionName,
      Name: 'beta',
      FunctionVersion: KEPT.aliasBeta,
      RoutingConfig,
    }),
  );
  await lambda.send(
    new CreateEventSourceMappingCommand({
      FunctionName: `orders:${KEPT.eventSource}`,
      EventSourceArn: 'arn:aws:sqs:us-east-1:123456789012:orders',
      Enabled: false,
    }),
  );
  await lambda.send(
    new PutProvisionedConcurrencyConfigCommand({
      FunctionName,
      Qualifier: KEPT.provisioned,
      ProvisionedConcurrentExecutions: 1,
    }),
  );
  await lambda.send(
    new AddPermissionCommand({
      FunctionName,
      Qualifier: KEPT.permitted,
      StatementId: 'bucket',
      Action: 'lambda:InvokeFunction',
      Principal: 's3.amazonaws.com',
    }),
  );
}

async function versionsOf({ lambda }: Pick<FleetScene, 'lambda'>): Promise<readonly string[]> {
  const asked = new ListVersionsByFunctionCommand({ FunctionName: 'orders' });
  return ((await lambda.send(asked)).Versions ?? []).map(({ Version = '' }) => Version);
}

const deletesIn = (scene: FleetScene, mark: number) =>
  writesIn(scene.calls(mark)).filter((operation) => operation.startsWith('Delete'));

describe('keep-versions', () => {
  it('of an alias: plan says what would go, and it goes after the promotion, nothing else', async () => {
    await playFleet({ failing: null, logs: false }, async (scene) => {
      await fill(scene);
      scene.users();
      const inputs = { version: '9', 'keep-versions': '1', 'bake-time': '0s' };
      const mark = scene.mark();
      const plan = await scene.release({ ...inputs, command: 'plan' });
      expect(plan.outputs.outcome).toBe('planned');
      expect(plan.summary).toContain('version 1 of "orders", version 7 of "orders"');
      expect(writesIn(scene.calls(mark)).filter((name) => name !== 'UntagResource')).toEqual([]);

      const run = await scene.release(inputs);
      expect(run.outputs.outcome).toBe('promoted');
      expect(deletesIn(scene, mark)).toEqual(['DeleteFunction', 'DeleteFunction']);
      const used = Object.values(KEPT);
      expect(await versionsOf(scene)).toEqual(['$LATEST', ...used, '8', '9', '10']);
      expect(readReport(run).notes.join('\n')).toContain(
        'keep-versions: deleted version 1 of "orders", version 7 of "orders"',
      );
      expect(run.log).toContain(
        'version 6 of "orders" is kept: a policy lets something else call it',
      );
    });
  });

  it.each(['DeleteFunction', 'ListEventSourceMappings'])(
    'a %s that fails leaves the outcome as it is, and warns',
    async (operation) => {
      await playFleet({ failing: null, logs: false }, async (scene) => {
        for (let i = 2; i <= 5; i++) {
          await scene.upload('orders', `v${i}`);
          await scene.publish('orders');
        }
        scene.users();
        scene.simulator.faults.add({ operation, effect: { kind: 'access-denied' } });
        const run = await scene.release({ version: '5', 'keep-versions': '2', 'bake-time': '0s' });
        expect(run).toMatchObject({ exitCode: 0, outputs: { outcome: 'promoted' } });
        expect(run.log).toMatch(new RegExp(`AWS denies lambda:${operation}`));
        expect(await versionsOf(scene)).toHaveLength(6);
      });
    },
  );

  it('takes nothing away after a rollback', async () => {
    await playFleet({ failing: null, logs: false }, async (scene) => {
      for (let i = 2; i <= 4; i++) {
        await scene.upload('orders', `v${i}`);
        await scene.publish('orders');
      }
      const mark = scene.mark();
      const run = await scene.release({
        version: '4',
        'keep-versions': '1',
        'on-inconclusive': 'rollback',
        'max-step-time': '2m',
      });
      expect(run.outputs.outcome).toBe('rolled-back');
      expect(deletesIn(scene, mark)).toEqual([]);
    });
  });
});

async function release(scene: Scene, label: string, keep: string) {
  await scene.api.upload({ label });
  const run = await scene.release({ 'keep-versions': keep, 'bake-time': '0s', steps: '50%/1m' });
  expect(run.outputs.outcome).toBe('promoted');
  return run;
}

describe('keep-versions of a stage', () => {
  it('deletes old versions and the deployments that this action made, and leaves those of others', async () => {
    await play({ wiring: 'variable', failing: null }, async (scene) => {
      const { restApiId, clients } = scene.api;
      const mine = await scene.api.stage();
      const byHand = await clients.apiGateway.send(
        new CreateDeploymentCommand({ restApiId, description: 'by hand' }),
      );
      scene.users();
      await release(scene, 'v2', '5');
      const second = (await scene.api.stage()).deploymentId ?? '';
      const beta = { restApiId, stageName: 'beta', deploymentId: second };
      await clients.apiGateway.send(
        new CreateStageCommand({ ...beta, variables: { version: '2' } }),
      );
      await release(scene, 'v3', '5');
      const third = (await scene.api.stage()).deploymentId ?? '';
      await release(scene, 'v4', '5');
      const fourth = (await scene.api.stage()).deploymentId ?? '';
      const run = await release(scene, 'v5', '1');
      const fifth = (await scene.api.stage()).deploymentId ?? '';

      const left = (await scene.deployments()).map(({ id }) => id);
      expect(left).toEqual([mine.deploymentId, byHand.id, second, fourth, fifth]);
      expect(left).not.toContain(third);
      const notes = readReport(run).notes.join('\n');
      expect(notes).toContain('deleted version 3 of "hello", deployment');
      // The API's owner let all stages call version 1, and one of them is not ours.
      expect(notes).toContain('version 1 of "hello" is kept: a policy lets something else call it');
      expect(await scene.ask(10)).toEqual({ 'Hello from Lambda v5': 10 });
    });
  });
});

describe('A version on which durable executions run', () => {
  /** Versions 1 to 4 of a durable function, `live` on 3. */
  async function fillDurable({ lambda, ...scene }: FleetScene): Promise<void> {
    const DurableConfig = { ExecutionTimeout: 86_400 };
    const durable = { FunctionName: 'orders', DurableConfig };
    await lambda.send(new UpdateFunctionConfigurationCommand(durable));
    for (let i = 2; i <= 4; i++) {
      await scene.upload('orders', `v${i}`);
      await scene.publish('orders');
    }
    await scene.meddle('orders', '3');
  }

  it('is kept, and the release says that executions stay where they are', async () => {
    await playFleet({ failing: null, logs: false }, async (scene) => {
      await fillDurable(scene);
      scene.simulator.lambda.runningExecutions = 'orders:2';
      scene.users();
      const run = await scene.release({ 'keep-versions': '1', 'bake-time': '0s', steps: '50%/1m' });
      expect(run.outputs).toMatchObject({ outcome: 'promoted', versions: '{"orders":"4"}' });
      expect(run.log).toContain('"orders" has durable executions. Those that run stay on');
      expect(run.log).toContain('version 2 of "orders" is kept: durable executions run on it');
      expect(await versionsOf(scene)).toContain('2');
    });
  });

  it('is to be deleted once none runs, and the plan names the permission', async () => {
    await playFleet({ failing: null, logs: false }, async (scene) => {
      await fillDurable(scene);
      const plan = await scene.release({ command: 'plan', 'keep-versions': '1' });
      expect(plan.summary).toContain('lambda:ListDurableExecutionsByFunction');
      expect(plan.log).toMatch(/a promotion would delete .*version 2 of "orders"/);
    });
  });

  it('is kept if they cannot be listed', async () => {
    await playFleet({ failing: null, logs: false }, async (scene) => {
      await fillDurable(scene);
      scene.simulator.faults.add({
        operation: 'ListDurableExecutionsByFunction',
        effect: { kind: 'access-denied' },
      });
      const plan = await scene.release({ command: 'plan', 'keep-versions': '1' });
      expect(plan.log).toContain('whether durable executions run on it is unknown (listing');
      expect(plan.log).toMatch(/a promotion would delete version 1 of "orders"$/m);
    });
  });
});
