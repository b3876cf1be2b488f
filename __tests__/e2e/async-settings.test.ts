// Retries and destinations of asynchronous invocations belong to a version: a release says what the new one lacks.

import { PublishVersionCommand, PutFunctionEventInvokeConfigCommand } from '@aws-sdk/client-lambda';
import { describe, expect, it } from '@jest/globals';
import { playFleet } from '../support/fleet-scene.ts';
import { errorsOf, play, type Scene } from '../support/rollout.ts';

const QUICK = { steps: '50%/1m', 'bake-time': '0s', analysis: 'off' };
const DEAD = 'arn:aws:sqs:us-east-1:123456789012:dead';

const put = ({ api }: Scene, Qualifier: string) =>
  api.clients.lambda.send(
    new PutFunctionEventInvokeConfigCommand({
      FunctionName: 'hello',
      Qualifier,
      MaximumRetryAttempts: 0,
      DestinationConfig: { OnFailure: { Destination: DEAD } },
    }),
  );

describe('The settings of asynchronous invocations', () => {
  it('of the version that a stage serves are missed on a new one, and nothing is refused', async () => {
    await play({}, async (scene) => {
      await put(scene, '1');
      scene.users();
      const run = await scene.release(QUICK);
      expect([errorsOf(run), run.outputs.outcome]).toEqual([[], 'promoted']);
      expect(run.log).toContain(
        `functions: hello:1 has settings for asynchronous invocations (retries: 0, on failure: ${DEAD}), and the new version has none`,
      );
      expect(run.log).toContain(
        `aws lambda put-function-event-invoke-config --function-name hello --qualifier VERSION --maximum-retry-attempts 0 --destination-config '{"OnFailure":{"Destination":"${DEAD}"}}' --region us-east-1`,
      );
    });
  });

  it('are not mentioned where the version to release has its own, or none had any', async () => {
    await play({}, async (scene) => {
      const plan = { ...QUICK, command: 'plan' };
      expect((await scene.release(plan)).log).not.toContain('asynchronous');
      const { Version = '' } = await scene.api.clients.lambda.send(
        new PublishVersionCommand({ FunctionName: 'hello' }),
      );
      await put(scene, '1');
      const inputs = { ...plan, version: Version };
      expect((await scene.release(inputs)).log).toContain(`and hello:${Version} has none`);
      await put(scene, Version);
      expect((await scene.release(inputs)).log).not.toContain('asynchronous');
    });
  });

  it('that may not be read are named as such', async () => {
    await play({}, async (scene) => {
      const Action = ['lambda:GetFunctionEventInvokeConfig'];
      scene.simulator.policy.set([
        { Effect: 'Allow', Action: ['*'], Resource: ['*'] },
        { Effect: 'Deny', Action, Resource: ['*'] },
      ]);
      const run = await scene.release({ ...QUICK, command: 'plan' });
      expect(run.outputs.outcome).toBe('planned');
      expect(run.log).toContain(
        'functions: it could not be checked whether "hello" has settings for asynchronous invocations',
      );
    });
  });

  it('of the function are missed on an alias that is created', async () => {
    await playFleet({ alias: null }, async ({ lambda, release }) => {
      const settings = { FunctionName: 'orders', MaximumEventAgeInSeconds: 60 };
      await lambda.send(new PutFunctionEventInvokeConfigCommand(settings));
      const run = await release({ ...QUICK, 'first-release': 'allow', command: 'plan' });
      expect([errorsOf(run), run.outputs.outcome]).toEqual([[], 'planned']);
      expect(run.log).toContain(
        'orders:$LATEST has settings for asynchronous invocations (maximum age: 60s), and orders:live has none',
      );
    });
  });
});
