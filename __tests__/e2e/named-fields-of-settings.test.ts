// As `only-named-fields`, for the answers about settings that only some releases have: policies, destinations,
// event sources, VPC links, old versions, earlier deployments.

import {
  PutGatewayResponseCommand,
  PutIntegrationCommand,
  UpdateMethodCommand,
} from '@aws-sdk/client-api-gateway';
import {
  CreateEventSourceMappingCommand,
  type LambdaClient,
  PutFunctionEventInvokeConfigCommand,
  PutProvisionedConcurrencyConfigCommand,
  PutResourcePolicyCommand,
  UpdateFunctionConfigurationCommand,
} from '@aws-sdk/client-lambda';
import { describe, expect, it } from '@jest/globals';
import { createHelloApi } from '../../demo/hello-api.ts';
import { type FleetScene, playFleet } from '../support/fleet-scene.ts';
import { type Case, MARKER, QUICK, releaseMarked } from '../support/marked-release.ts';
import { addServices, methodOf, play, type Scene } from '../support/rollout.ts';
import { leaksOf } from '../support/shown.ts';

const ACCOUNT = '123456789012';
const QUEUE = `arn:aws:sqs:us-east-1:${ACCOUNT}:orders`;
const PLAN = () => ({ command: 'plan' });
const BACK = { command: 'rollback', 'rollback-to': 'previous' };

const provision = (lambda: LambdaClient, FunctionName: string) =>
  lambda.send(
    new PutProvisionedConcurrencyConfigCommand({
      FunctionName,
      Qualifier: '1',
      ProvisionedConcurrentExecutions: 2,
    }),
  );

/** The latest statement wins nothing: one that denies is enough. */
function deny({ api }: Scene): Promise<unknown> {
  const ResourceArn = `arn:aws:lambda:us-east-1:${ACCOUNT}:function:${api.functionName}`;
  const statement = {
    Sid: 'Frozen',
    Effect: 'Deny',
    Principal: { Service: 'apigateway.amazonaws.com' },
    Action: 'lambda:InvokeFunction',
    Resource: `${ResourceArn}:*`,
  };
  const Policy = JSON.stringify({ Version: '2012-10-17', Statement: [statement] });
  return api.clients.lambda.send(new PutResourcePolicyCommand({ ResourceArn, Policy }));
}

const setDestination = ({ api }: Scene) =>
  api.clients.lambda.send(
    new PutFunctionEventInvokeConfigCommand({
      FunctionName: api.functionName,
      Qualifier: '1',
      DestinationConfig: { OnSuccess: { Destination: QUEUE }, OnFailure: { Destination: QUEUE } },
    }),
  );

/** `GET /web` calls a backend behind a VPC link, whose name a stage variable has. */
async function linkVpc(scene: Scene): Promise<void> {
  await addServices(scene, ['web']);
  const integration = { type: 'HTTP_PROXY', integrationHttpMethod: 'GET' } as const;
  await scene.api.clients.apiGateway.send(
    new PutIntegrationCommand({
      ...(await methodOf(scene, '/web')),
      ...integration,
      uri: 'https://${stageVariables.host}.example.com/',
      connectionType: 'VPC_LINK',
      connectionId: 'vl1234',
    }),
  );
  await scene.patch({ op: 'replace', path: '/variables/host', value: 'old' });
}

const requireAuthorization = async (scene: Scene) =>
  scene.api.clients.apiGateway.send(
    new UpdateMethodCommand({
      ...(await methodOf(scene)),
      patchOperations: [{ op: 'replace', path: '/authorizationType', value: 'AWS_IAM' }],
    }),
  );

async function addBanner({ api, patch }: Scene): Promise<void> {
  const { restApiId, clients } = api;
  const responseTemplates = { 'application/json': "$stageVariables.get('banner')" };
  const responseType = 'DEFAULT_4XX';
  await clients.apiGateway.send(
    new PutGatewayResponseCommand({ restApiId, responseType, responseTemplates }),
  );
  await patch({ op: 'replace', path: '/variables/banner', value: 'old' });
}

function addTwin({ simulator, api }: Scene): Promise<unknown> {
  const { region, account } = simulator.world.place;
  const { apiName, stageName } = api;
  const more = { apiName, stageName, functionName: 'other' };
  return createHelloApi({ url: simulator.url, region, account }, more);
}

const STAGES: readonly Case<Scene>[] = [
  {
    of: 'refused for a policy that denies it',
    outcome: 'failed',
    says: /the statement "Frozen\w*" denies it/,
    arrange: deny,
  },
  {
    of: 'planned, with destinations of asynchronous invocations',
    outcome: 'planned',
    says: /on success: arn:aws:sqs:\S+, on failure: arn:aws:sqs:.* lambda put-function-event-invoke/,
    arrange: setDestination,
    inputs: PLAN,
  },
  {
    of: 'planned, with a VPC link',
    outcome: 'planned',
    says: /controls what GET \/web \(\S+, VPC link vl1234/,
    arrange: linkVpc,
    inputs: () => ({ ...PLAN(), 'stage-variable-overrides': 'host=new' }),
  },
  {
    of: 'refused for who may call a route',
    outcome: 'failed',
    says: /authorization is AWS_IAM\w* on the canary and NONE\w* on stable for/,
    arrange: requireAuthorization,
  },
  {
    of: 'planned, with a gateway response that reads a variable',
    outcome: 'planned',
    says: /gateway response DEFAULT_4XX/,
    arrange: addBanner,
    inputs: () => ({ ...PLAN(), 'stage-variable-overrides': 'banner=new' }),
  },
  {
    of: 'counted by version, for another API has the name',
    outcome: 'promoted',
    says: /is also called/,
    arrange: addTwin,
    inputs: () => QUICK,
  },
  {
    of: 'shown by a shadow stage',
    outcome: 'promoted',
    says: /The stage "prod-canary-shadow" serves the canary/,
    inputs: () => ({ ...QUICK, 'shadow-stage': 'true' }),
  },
  {
    of: 'promoted with its provisioned concurrency',
    outcome: 'promoted',
    says: /2 environments of version 2 are ready/,
    arrange: ({ api }) => provision(api.clients.lambda, api.functionName),
    inputs: () => ({ ...QUICK, analysis: 'observe' }),
  },
  {
    of: 'promoted, and old versions are deleted',
    outcome: 'promoted',
    says: /keep\\?-versions: deleted version/,
    arrange: async ({ api }) => {
      for (const label of ['v3', 'v4', 'v5']) {
        await api.upload({ label });
        await api.publish();
      }
    },
    inputs: () => ({ ...QUICK, 'keep-versions': '1', version: '4' }),
  },
  {
    of: 'promoted, and rolled back afterwards',
    outcome: 'promoted',
    says: /Promoted/,
    wiring: 'pinned',
    inputs: () => QUICK,
    later: { says: /Rolling back to deployment/, inputs: () => BACK },
  },
];

const ALIASES: readonly Case<FleetScene>[] = [
  {
    of: 'refused for its role',
    outcome: 'failed',
    says: /has the role arn:\S+, and .* has arn:\S+another/,
    arrange: ({ lambda }) => {
      const Role = `arn:aws:iam::${ACCOUNT}:role/another`;
      const change = { FunctionName: 'orders', Role };
      return lambda.send(new UpdateFunctionConfigurationCommand(change));
    },
  },
  {
    of: 'planned, with an event source whose failures are not counted',
    outcome: 'planned',
    says: /reports failed messages of arn:aws:sqs:/,
    arrange: ({ lambda }) => mapSource(lambda, 'orders:live'),
    inputs: PLAN,
  },
  {
    of: 'refused, for an event source that passes by the alias',
    outcome: 'failed',
    says: /the event source arn:aws:sqs:\S+ may call "orders" without a qualifier/,
    arrange: ({ lambda }) => mapSource(lambda, 'orders'),
    unused: true,
  },
  {
    of: 'promoted with its provisioned concurrency',
    outcome: 'promoted',
    says: /2 environments of version 2 are ready/,
    arrange: ({ lambda }) => provision(lambda, 'orders'),
    inputs: () => ({ ...QUICK, analysis: 'observe' }),
  },
  {
    of: 'promoted, and old versions are deleted',
    outcome: 'promoted',
    says: /keep\\?-versions: deleted version/,
    arrange: async (scene) => {
      for (const label of ['v3', 'v4', 'v5']) {
        await scene.upload('orders', label);
        await scene.publish('orders');
      }
    },
    inputs: () => ({ ...QUICK, 'keep-versions': '1', version: '4' }),
  },
  {
    of: 'promoted, and rolled back afterwards',
    outcome: 'promoted',
    says: /Promoted/,
    inputs: () => QUICK,
    later: { says: /Rolling back to/, inputs: () => BACK },
  },
];

function mapSource(lambda: LambdaClient, FunctionName: string): Promise<unknown> {
  return lambda.send(
    new CreateEventSourceMappingCommand({
      FunctionName,
      EventSourceArn: QUEUE,
      Enabled: false,
      FunctionResponseTypes: ['ReportBatchItemFailures'],
    }),
  );
}

describe('Of all answers, only named fields are shown and stored by a release of a stage that is', () => {
  it.each(STAGES)('$of', async (example) => {
    const { wiring = 'variable' } = example;
    const shown = await play({ wiring }, (scene) => releaseMarked(scene, example));
    expect(leaksOf(shown, MARKER)).toEqual([]);
  });
});

describe('Of all answers, only named fields are shown and stored by a release of an alias that is', () => {
  it.each(ALIASES)('$of', async (example) => {
    const shown = await playFleet({ logs: false }, (scene) => releaseMarked(scene, example));
    expect(leaksOf(shown, MARKER)).toEqual([]);
  });
});
