// Smoke checks of aliases: the new version is invoked, with events of the form that its callers send.

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { APIGatewayClient, CreateRestApiCommand } from '@aws-sdk/client-api-gateway';
import { AddPermissionCommand } from '@aws-sdk/client-lambda';
import { describe, expect, it } from '@jest/globals';
import { type FleetScene, playFleet } from '../support/fleet-scene.ts';
import { exactProblemsOf } from '../support/report-validator.ts';
import { errorsOf, readReport } from '../support/rollout.ts';
import { createWorkspace } from '../support/workspace.ts';

const REST = `
- path: /orders
  format: rest
  timeout: 60s
  expect: { status: 200, json: { $: Hello from Lambda v2 } }
`;

/** No more than a comparison needs. */
const QUICK = { steps: '50%/1m', 'bake-time': '0s' };

/** Lets a REST API of the account call the alias. */
async function addApi({ simulator, lambda }: FleetScene): Promise<void> {
  const { region, account } = simulator.world.place;
  const credentials = { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'example' };
  const client = new APIGatewayClient({ region, endpoint: simulator.url, credentials });
  const { id } = await client.send(new CreateRestApiCommand({ name: 'shop' }));
  client.destroy();
  await lambda.send(
    new AddPermissionCommand({
      ...{ FunctionName: 'orders', Qualifier: 'live', StatementId: 'api' },
      ...{ Action: 'lambda:InvokeFunction', Principal: 'apigateway.amazonaws.com' },
      SourceArn: `arn:aws:execute-api:${region}:${account}:${id}/*/GET/orders`,
    }),
  );
}

describe('Smoke checks of an alias', () => {
  it('invoke the new version alone', async () => {
    await playFleet({}, async (scene) => {
      scene.users();
      const run = await scene.release({ smoke: REST });
      expect(run.outputs.outcome).toBe('promoted');
      const report = readReport(run);
      expect(report.checks).toMatchObject([{ result: 'passed', status: 200, weight: 0 }]);
      expect(exactProblemsOf(report)).toEqual([]);
    });
  });

  it('are not counted as requests of users', async () => {
    await playFleet({ logs: false }, async (scene) => {
      const smoke = REST.replace('timeout', 'when: [before, each-step, after]\n  timeout');
      const run = await scene.release({ ...QUICK, smoke, 'on-inconclusive': 'promote' });
      expect(run.outputs.outcome).toBe('promoted');
      const { checks, steps } = readReport(run);
      expect(checks?.map(({ result }) => result)).toEqual(['passed', 'passed', 'passed']);
      // Invocations of a version have no series of the alias, whose counts are compared.
      expect(steps.map((step) => [step.canary?.requests ?? 0, step.stable?.requests ?? 0])).toEqual(
        steps.map(() => [0, 0]),
      );
    });
  });

  it('that fail leave the alias alone', async () => {
    await playFleet({ failing: 1, logs: false }, async (scene) => {
      const before = await scene.routing();
      const run = await scene.release({ smoke: REST });
      expect(run.outputs).toMatchObject({ outcome: 'failed', cause: 'smoke', weight: '0' });
      expect(run.outputs.reason).toContain('the function failed: Error: the database said no');
      expect(await scene.routing()).toEqual(before);
    });
  });

  it('send an event of a file, and compare with the current version', async () => {
    await playFleet({ logs: false }, async (scene) => {
      scene.users();
      const workspace = createWorkspace();
      writeFileSync(join(workspace.checkout, 'order.json'), '{"Records":[]}');
      const smoke = `
- name: records
  event: order.json
  timeout: 60s
  when: [before, each-step]
  compare: { ignore: [$.body], on-difference: fail, any-method: true }
  expect: { json: { $.statusCode: 200 }, contains: Lambda v2 }
`;
      const run = await scene.release({ ...QUICK, smoke }, { workspace });
      expect(run.outputs.outcome).toBe('promoted');
      expect(readReport(run).checks).toMatchObject([
        { call: 'event order.json', result: 'passed', weight: 0 },
        { call: 'event order.json', result: 'passed', weight: 50 },
      ]);
      workspace.dispose();
    });
  });

  it('have the form of what calls the alias, which is needed to know', async () => {
    await playFleet({ logs: false }, async (scene) => {
      scene.users();
      const smoke = REST.replace('format: rest', 'method: GET');
      const unknown = await scene.release({ smoke });
      expect(errorsOf(unknown).join('\n')).toMatch(
        /smoke: the form of the event is not known, because nothing that AWS shows calls orders:live/,
      );
      await addApi(scene);
      const run = await scene.release({ ...QUICK, smoke });
      expect(readReport(run).checks).toMatchObject([{ result: 'passed', status: 200 }]);
    });
  });

  it('name their function where several are released', async () => {
    await playFleet({ names: ['carts', 'orders'], logs: false }, async (scene) => {
      const unnamed = await scene.release({ smoke: REST });
      expect(errorsOf(unnamed).join('\n')).toContain(
        'smoke: check "GET /orders": it does not name its function, and 2 are released',
      );
      const smoke = REST.replace('format', 'function: order\n  format');
      const misspelt = await scene.release({ smoke });
      expect(errorsOf(misspelt).join('\n')).toMatch(/"order" is not among the functions.*"orders"/);
    });
  });

  it('need no more than a plan writes', async () => {
    await playFleet({ logs: false }, async (scene) => {
      scene.users();
      await addApi(scene);
      const smoke = REST.replace('format: rest', 'method: GET');
      const { policy = '' } = readReport(await scene.release({ command: 'plan', smoke }));
      const { Statement } = JSON.parse(policy) as {
        readonly Statement: readonly { readonly Action: readonly string[] }[];
      };
      const without = Statement.filter(({ Action }) => !Action.includes('lambda:InvokeFunction'));
      expect(without).toHaveLength(Statement.length - 1);
      const users = { Effect: 'Allow', Action: ['lambda:InvokeFunction'], Resource: ['*:live'] };
      scene.simulator.policy.set([...without, users] as never);
      const refused = await scene.release({ smoke });
      expect(errorsOf(refused).join('\n')).toMatch(
        /AWS denies lambda:InvokeFunction on .*:function:orders/,
      );
      scene.simulator.policy.set([...Statement, users] as never);
      const run = await scene.release({ ...QUICK, smoke });
      expect(run.outputs.outcome).toBe('promoted');
    });
  });
});
