// Who calls an alias: a release that reaches nobody is refused, and what AWS does not show refuses nothing.

import {
  AddPermissionCommand,
  CreateEventSourceMappingCommand,
  CreateFunctionUrlConfigCommand,
  PutResourcePolicyCommand,
} from '@aws-sdk/client-lambda';
import { describe, expect, it } from '@jest/globals';
import { type FleetScene, playFleet } from '../support/fleet-scene.ts';
import { errorsOf, readReport, writesIn } from '../support/rollout.ts';

const QUICK = { steps: '50%/1m', 'bake-time': '0s', analysis: 'off' };
const QUEUE = 'arn:aws:sqs:us-east-1:123456789012:orders';
const API = 'arn:aws:execute-api:us-east-1:123456789012:a1b2c3d4e5/*/GET/orders';

/** An API gets the permission to call the function, or its alias. */
const allow = ({ lambda }: FleetScene, Qualifier?: string, FunctionName = 'orders') =>
  lambda.send(
    new AddPermissionCommand({
      FunctionName,
      ...(Qualifier && { Qualifier }),
      StatementId: 'api',
      Action: 'lambda:InvokeFunction',
      Principal: 'apigateway.amazonaws.com',
      SourceArn: API,
    }),
  );

const map = ({ lambda }: FleetScene, FunctionName: string, reports = false) =>
  lambda.send(
    new CreateEventSourceMappingCommand({
      FunctionName,
      EventSourceArn: QUEUE,
      Enabled: false,
      ...(reports && { FunctionResponseTypes: ['ReportBatchItemFailures'] }),
    }),
  );

const addUrl = ({ lambda }: FleetScene, Qualifier?: string) =>
  lambda.send(
    new CreateFunctionUrlConfigCommand({
      FunctionName: 'orders',
      AuthType: 'AWS_IAM',
      ...(Qualifier && { Qualifier }),
    }),
  );

/** Plan and rollout refuse it alike, and nothing was written. */
async function refused(scene: FleetScene, inputs = {}): Promise<string> {
  const mark = scene.mark();
  const plan = await scene.release({ ...QUICK, ...inputs, command: 'plan' });
  const run = await scene.release({ ...QUICK, ...inputs });
  expect([plan.outputs.outcome, run.outputs.outcome]).toEqual(['failed', 'failed']);
  // A permission is asked for by removing a tag that is not there.
  expect(writesIn(scene.calls(mark)).filter((name) => name !== 'UntagResource')).toEqual([]);
  expect(readReport(plan).problems).toEqual(readReport(run).problems);
  return errorsOf(run).join('\n');
}

async function promoted(scene: FleetScene, inputs = {}): Promise<string> {
  scene.users();
  const run = await scene.release({ ...QUICK, ...inputs });
  expect([errorsOf(run), run.outputs.outcome]).toEqual([[], 'promoted']);
  return run.log;
}

describe('A release of an alias that nothing calls', () => {
  it.each<[string, (scene: FleetScene) => Promise<unknown>, string]>([
    ['an API', (scene) => allow(scene), 'API Gateway (API a1b2c3d4e5)'],
    ['an event source', (scene) => map(scene, 'orders'), `the event source ${QUEUE}`],
    ['a function URL', (scene) => addUrl(scene), 'its function URL'],
  ])('is refused if %s calls the function without it', async (_, arrange, words) => {
    await playFleet({}, async (scene) => {
      await arrange(scene);
      const said = await refused(scene);
      expect(said).toContain('alias: a release of orders:live would reach nobody');
      expect(said).toContain(`${words} may call "orders" without a qualifier`);
      expect(said).toContain('set unused-alias: allow');
    });
  });

  it('is made where that is allowed, with a warning', async () => {
    await playFleet({}, async (scene) => {
      await allow(scene);
      const run = await scene.release({ ...QUICK, 'unused-alias': 'allow' });
      expect(errorsOf(run)).toEqual([]);
      expect(run.log).toContain('::warning::alias: a release of orders:live would reach nobody');
    });
  });

  it('names each function of several that nobody reaches', async () => {
    await playFleet({ names: ['carts', 'orders'] }, async (scene) => {
      await allow(scene, 'live', 'carts');
      await allow(scene);
      const said = await refused(scene);
      expect(said).toContain('orders:live would reach nobody');
      expect(said).not.toContain('carts:live would');
    });
  });

  it('is only mentioned if nothing at all is seen', async () => {
    await playFleet({}, async (scene) => {
      const run = await scene.release({ ...QUICK, command: 'plan' });
      expect(run.outputs.outcome).toBe('planned');
      expect(run.log).toContain('alias: nothing that AWS shows calls orders:live');
    });
  });
});

describe('A release of an alias', () => {
  it('that a role of its own calls is not refused, whatever calls the function', async () => {
    await playFleet({}, async (scene) => {
      await allow(scene);
      await scene.ask(3);
      // CloudWatch shows a call after its minute.
      await scene.simulator.world.clock.sleep(120_000);
      expect(await promoted(scene)).not.toContain('::warning::alias');
    });
  });

  it.each<[string, (scene: FleetScene) => Promise<unknown>]>([
    ['a permission', (scene) => allow(scene, 'live')],
    ['an event source', (scene) => map(scene, 'orders:live')],
    ['a function URL', (scene) => addUrl(scene, 'live')],
    [
      'the policy of the function',
      ({ lambda }) => {
        const arn = 'arn:aws:lambda:us-east-1:123456789012:function:orders';
        const statement = {
          Effect: 'Allow',
          Principal: { Service: 'apigateway.amazonaws.com' },
          Action: 'lambda:InvokeFunction',
          Resource: [arn, `${arn}:*`],
        };
        const Policy = JSON.stringify({ Version: '2012-10-17', Statement: [statement] });
        return lambda.send(new PutResourcePolicyCommand({ ResourceArn: arn, Policy }));
      },
    ],
  ])('that %s leads to is not refused before its first call', async (_, arrange) => {
    await playFleet({}, async (scene) => {
      await arrange(scene);
      const run = await scene.release({ ...QUICK, command: 'plan' });
      expect([errorsOf(run), run.outputs.outcome]).toEqual([[], 'planned']);
      expect(run.log).not.toContain('::warning::alias');
    });
  });

  it('goes on with a warning where its callers may not be read', async () => {
    await playFleet({}, async (scene) => {
      await allow(scene);
      const Action = ['GetPolicy', 'GetResourcePolicy', 'ListFunctionUrlConfigs'];
      scene.simulator.policy.set([
        { Effect: 'Allow', Action: ['*'], Resource: ['*'] },
        {
          Effect: 'Deny',
          Action: [...Action, 'ListEventSourceMappings'].map((name) => `lambda:${name}`),
          Resource: ['*'],
        },
      ]);
      const log = await promoted(scene);
      expect(log).toContain('alias: what calls orders:live could not be read completely');
      expect(log).toContain('alias: the event sources could not be read');
    });
  });

  it('whose queue reports single messages says that these are not counted', async () => {
    await playFleet({}, async (scene) => {
      await map(scene, 'orders:live', true);
      const log = await promoted(scene);
      expect(log).toContain(
        `alias: orders:live reports failed messages of ${QUEUE} with ReportBatchItemFailures`,
      );
    });
  });
});

describe('A first release', () => {
  it('says who may call the alias, and what to add', async () => {
    await playFleet({ alias: null }, async (scene) => {
      await allow(scene);
      const inputs = { ...QUICK, 'first-release': 'allow' };
      for (const command of ['plan', 'rollout']) {
        const run = await scene.release({ ...inputs, command });
        expect(errorsOf(run)).toEqual([]);
        expect(run.log).toContain('alias: nothing that AWS shows may call orders:live');
        expect(run.log).toContain(
          `aws lambda add-permission --function-name orders --qualifier live --statement-id call-live-1 --action lambda:InvokeFunction --principal apigateway.amazonaws.com --source-arn '${API}' --region us-east-1`,
        );
      }
    });
  });
});
