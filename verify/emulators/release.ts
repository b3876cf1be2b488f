// Runs the bundle on another project's emulator: one release is promoted, one is rolled back.
// The emulator counts no requests, so the driver writes the metrics, as API Gateway would.

import assert from 'node:assert/strict';
import {
  APIGatewayClient,
  CreateDeploymentCommand,
  CreateResourceCommand,
  CreateRestApiCommand,
  CreateStageCommand,
  GetResourcesCommand,
  GetStageCommand,
  PutIntegrationCommand,
  PutMethodCommand,
} from '@aws-sdk/client-api-gateway';
import {
  CloudWatchClient,
  PutMetricAlarmCommand,
  PutMetricDataCommand,
  SetAlarmStateCommand,
} from '@aws-sdk/client-cloudwatch';
import { runAction, startAction } from '../../__tests__/support/runner.ts';
import { createClock } from '../../simulator/clock.ts';
import type { VerifyContext } from '../verifier.ts';

export interface Place {
  readonly url: string;
  readonly region: string;
}

/** The action's seconds per real second: a step and the delay of its metrics take half a minute. */
const CLOCK_RATE = 10;
const ALARM = 'canary-5xx';
const STAGE = 'prod';

export async function releaseOn(context: VerifyContext, place: Place): Promise<void> {
  const settings = {
    endpoint: place.url,
    region: place.region,
    credentials: { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'example' },
  };
  const gateway = new APIGatewayClient(settings);
  const cloudWatch = new CloudWatchClient(settings);
  const stageOf = (restApiId: string) =>
    gateway.send(new GetStageCommand({ restApiId, stageName: STAGE }));
  await addAlarm(cloudWatch);

  await context.check('the bundle promotes a release on it', [], async () => {
    const restApiId = await makeApi(gateway, 'released');
    const clock = createClock(CLOCK_RATE);
    const stop = count(cloudWatch, 'released', clock.now);
    const result = await runAction({ ...options(place, restApiId), clock: clock.settings });
    stop();
    result.dispose();
    assert.equal(result.outputs.outcome, 'promoted', result.log);
    const stage = await stageOf(restApiId);
    assert.equal(stage.deploymentId, result.outputs['deployment-after']);
    assert.deepEqual(stage.variables, { side: 'canary' });
    assert.equal(stage.canarySettings, undefined);
  });
  await context.check('the bundle rolls back a release on it', [], async () => {
    const restApiId = await makeApi(gateway, 'taken-back');
    const before = await stageOf(restApiId);
    // In real time: the emulator dates the alarm by its own clock.
    const stop = count(cloudWatch, 'taken-back', Date.now);
    const job = startAction(options(place, restApiId));
    await job.sees(/step 1\/1/);
    await setAlarm(cloudWatch, 'ALARM');
    const result = await job.done;
    stop();
    result.dispose();
    assert.equal(result.outputs.outcome, 'rolled-back', result.log);
    const stage = await stageOf(restApiId);
    assert.deepEqual(
      [stage.deploymentId, stage.variables],
      [before.deploymentId, before.variables],
    );
    assert.equal(stage.canarySettings, undefined);
  });
  gateway.destroy();
  cloudWatch.destroy();
}

function options({ url, region }: Place, restApiId: string) {
  return {
    inputs: {
      'rest-api-id': restApiId,
      'stage-name': STAGE,
      'stage-variable-overrides': 'side=canary',
      steps: '50%/70s',
      'bake-time': '5s',
      alarms: ALARM,
      'on-inconclusive': 'promote',
      // LocalStack does not return a deployment's routes.
      'route-guard': 'off',
    },
    aws: { endpoint: url, region },
  };
}

async function makeApi(gateway: APIGatewayClient, name: string): Promise<string> {
  const { id: restApiId = '' } = await gateway.send(new CreateRestApiCommand({ name }));
  const { items } = await gateway.send(new GetResourcesCommand({ restApiId }));
  const parentId = items?.[0]?.id ?? '';
  const { id: resourceId = '' } = await gateway.send(
    new CreateResourceCommand({ restApiId, parentId, pathPart: 'hello' }),
  );
  const method = { restApiId, resourceId, httpMethod: 'GET' };
  await gateway.send(new PutMethodCommand({ ...method, authorizationType: 'NONE' }));
  await gateway.send(
    new PutIntegrationCommand({
      ...method,
      type: 'HTTP_PROXY',
      integrationHttpMethod: 'GET',
      uri: 'http://127.0.0.1:9/${stageVariables.side}',
    }),
  );
  const { id: deploymentId = '' } = await gateway.send(new CreateDeploymentCommand({ restApiId }));
  await gateway.send(
    new CreateStageCommand({
      restApiId,
      stageName: STAGE,
      deploymentId,
      variables: { side: 'stable' },
    }),
  );
  return restApiId;
}

async function addAlarm(cloudWatch: CloudWatchClient): Promise<void> {
  await cloudWatch.send(
    new PutMetricAlarmCommand({
      AlarmName: ALARM,
      Namespace: 'AWS/ApiGateway',
      MetricName: '5XXError',
      Dimensions: [{ Name: 'ApiName', Value: 'nobody' }],
      Statistic: 'Sum',
      Period: 86_400,
      EvaluationPeriods: 1,
      Threshold: 1,
      ComparisonOperator: 'GreaterThanThreshold',
      TreatMissingData: 'ignore',
    }),
  );
  await setAlarm(cloudWatch, 'OK');
}

async function setAlarm(cloudWatch: CloudWatchClient, state: 'OK' | 'ALARM'): Promise<void> {
  await cloudWatch.send(
    new SetAlarmStateCommand({ AlarmName: ALARM, StateValue: state, StateReason: 'the driver' }),
  );
}

/** Writes requests of both versions every second until stopped, with the action's time. */
function count(cloudWatch: CloudWatchClient, ApiName: string, now: () => number): () => void {
  const timer = setInterval(() => {
    const MetricData = [STAGE, `${STAGE}/Canary`].flatMap((Stage) =>
      [
        ['Count', 1],
        ['5XXError', 0],
      ].map(([MetricName, Value]) => ({
        MetricName: String(MetricName),
        Value: Number(Value),
        Unit: 'Count' as const,
        Timestamp: new Date(now()),
        Dimensions: [
          { Name: 'ApiName', Value: ApiName },
          { Name: 'Stage', Value: Stage },
        ],
      })),
    );
    cloudWatch
      .send(new PutMetricDataCommand({ Namespace: 'AWS/ApiGateway', MetricData }))
      .catch(() => clearInterval(timer));
  }, 1000);
  return () => clearInterval(timer);
}
