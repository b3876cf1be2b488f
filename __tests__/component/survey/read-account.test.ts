// The reader of an account, against the simulator.

import {
  AddPermissionCommand,
  CreateAliasCommand,
  CreateEventSourceMappingCommand,
  CreateFunctionCommand,
  CreateFunctionUrlConfigCommand,
  LambdaClient,
  PublishVersionCommand,
} from '@aws-sdk/client-lambda';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { archive } from '../../../demo/handlers.ts';
import { createHelloApi } from '../../../demo/hello-api.ts';
import { type Simulator, startSimulator } from '../../../simulator/simulator.ts';
import { compare } from '../../../src/doctor/compare.ts';
import { readAccount } from '../../../src/survey/read-account.ts';
import { inWords, surveyOf } from '../../unit/doctor/survey.ts';

const REGION = 'us-east-1';
const before = { ...process.env };
let simulator: Simulator;
let lambda: LambdaClient;

beforeEach(async () => {
  simulator = await startSimulator({ lambda: { updateSeconds: 0 } });
  Object.assign(process.env, {
    AWS_ENDPOINT_URL: simulator.url,
    AWS_ACCESS_KEY_ID: 'test',
    AWS_SECRET_ACCESS_KEY: 'test',
  });
  lambda = new LambdaClient({ region: REGION });
});
afterEach(async () => {
  await simulator.close();
  for (const name of Object.keys(process.env)) if (!(name in before)) delete process.env[name];
});

const read = (more: Partial<Parameters<typeof readAccount>[0]> = {}) =>
  readAccount({
    ...{ region: REGION, account: undefined, functions: [], stack: undefined },
    ...more,
  });

async function createFunction(FunctionName: string): Promise<string> {
  const { FunctionArn = '' } = await lambda.send(
    new CreateFunctionCommand({
      ...{ FunctionName, Runtime: 'nodejs22.x', Handler: 'index.handler' },
      Role: 'arn:aws:iam::123456789012:role/hello',
      Code: { ZipFile: archive({ label: 'v1' }) },
    }),
  );
  return FunctionArn;
}

async function createAlias(FunctionName: string, Name = 'live'): Promise<void> {
  await lambda.send(new PublishVersionCommand({ FunctionName }));
  await lambda.send(new CreateAliasCommand({ FunctionName, Name, FunctionVersion: '1' }));
}

/** An HTTP API with one route to this URI. */
async function createHttpApi(integrationUri: string): Promise<void> {
  const post = async (path: string, body: object) => {
    const answer = await fetch(`${simulator.url}/v2/apis${path}`, {
      method: 'POST',
      headers: {
        authorization: `AWS4-HMAC-SHA256 Credential=test/20261129/${REGION}/apigateway/aws4_request`,
      },
      body: JSON.stringify(body),
    });
    return (await answer.json()) as Record<string, string>;
  };
  const { apiId = '' } = await post('', { name: 'shop', protocolType: 'HTTP' });
  const { integrationId = '' } = await post(`/${apiId}/integrations`, {
    ...{ integrationType: 'AWS_PROXY', integrationUri },
  });
  await post(`/${apiId}/routes`, {
    ...{ routeKey: 'POST /checkout', target: `integrations/${integrationId}` },
  });
  await post(`/${apiId}/stages`, { stageName: '$default' });
}

describe('an account', () => {
  it.each([
    ['unqualified', 'call-alias, alias live; GET /canary-demo by unqualified'],
    ['alias', 'ready, alias live; GET /canary-demo by alias live'],
    ['pinned', /ready, stage \w+\/prod; GET \/canary-demo by version 1/],
    ['variable', /ready, stage \w+\/prod; GET \/canary-demo by stage variable version = 1/],
  ] as const)('with a REST API that calls a function by %s', async (wiring, words) => {
    const { place } = simulator.world;
    await createHelloApi({ ...place, url: simulator.url }, { wiring });
    const { survey } = await read();
    expect(inWords(survey)).toEqual([expect.stringMatching(new RegExp(words))]);
    // The demo's API names an alias that nobody has created.
    const missing = 'GET /canary-demo calls the alias "live" of hello, which does not exist.';
    expect(survey.problems).toEqual(wiring === 'alias' ? [missing] : []);
  });

  it('with an HTTP API, event sources, function URLs and permissions', async () => {
    const arn = await createFunction('orders');
    await createAlias('orders');
    await createHttpApi(`${arn}:live`);
    await lambda.send(
      new CreateEventSourceMappingCommand({
        ...{ FunctionName: `${arn}:live`, Enabled: false },
        EventSourceArn: 'arn:aws:sqs:us-east-1:123456789012:inbox',
      }),
    );
    await lambda.send(
      new CreateFunctionUrlConfigCommand({ FunctionName: 'orders', AuthType: 'NONE' }),
    );
    await lambda.send(
      new AddPermissionCommand({
        ...{ FunctionName: 'orders', Qualifier: 'live', StatementId: 's3' },
        ...{ Action: 'lambda:InvokeFunction', Principal: 's3.amazonaws.com' },
        SourceArn: 'arn:aws:s3:::uploads',
      }),
    );
    const { survey, words } = await read();
    expect(words).toBe('account 123456789012 (us-east-1)');
    expect(inWords(survey)).toEqual([
      'orders: call-alias, alias live; function URL by unqualified, event source inbox by alias live, s3 uploads by alias live, POST /checkout by alias live',
    ]);
    expect(survey.aliases).toMatchObject([{ name: 'live', version: '1' }]);
  });

  it('is only read: no call changes anything', async () => {
    const { place } = simulator.world;
    await createHelloApi({ ...place, url: simulator.url }, { wiring: 'alias' });
    const mark = simulator.calls.list().length;
    await read();
    const calls = simulator.calls.list().slice(mark);
    expect(calls.length).toBeGreaterThan(5);
    const writes = calls.filter(({ operation }) => !/^(Get|List)/.test(operation ?? ''));
    expect(writes).toEqual([]);
  });

  it('names what may not be read, with its permission, and reads the rest', async () => {
    const arn = await createFunction('orders');
    await createAlias('orders');
    await createHttpApi(`${arn}:live`);
    simulator.policy.set([
      {
        ...{ Effect: 'Allow', Resource: ['*'] },
        Action: ['lambda:ListFunctions', 'lambda:ListAliases', 'apigateway:GET'],
      },
    ]);
    const { survey } = await read();
    expect(inWords(survey)).toEqual(['orders: ready, alias live; POST /checkout by alias live']);
    for (const action of [
      'ListEventSourceMappings',
      'ListTags',
      'GetPolicy',
      'ListFunctionUrlConfigs',
    ]) {
      expect(survey.problems).toContainEqual(expect.stringContaining(`lambda:${action}`));
    }
  });

  it('that is another one is refused', async () => {
    await createFunction('orders');
    await expect(read({ account: '999999999999' })).rejects.toThrow(
      'the credentials are of the account 123456789012; expected 999999999999 (--account)',
    );
    await expect(read({ account: '123456789012' })).resolves.toBeDefined();
  });

  it('needs usable credentials', async () => {
    simulator.keys.set('test', 'expired');
    await expect(read()).rejects.toThrow(/rejected the credentials.*add --offline/);
  });

  it('suggests a function for one that does not exist', async () => {
    await createFunction('orders');
    const { survey } = await read({ functions: ['ordesr'] });
    expect(survey.functions).toEqual([]);
    expect(survey.problems).toEqual([
      'there is no function "ordesr" in account 123456789012 (us-east-1). Did you mean "orders"?',
    ]);
  });
});

describe('files and an account', () => {
  it('are matched by the tags of CloudFormation, and their differences are told', async () => {
    const FunctionName = 'shop-Orders-A1';
    await createFunction(FunctionName);
    await lambda.send(new CreateFunctionUrlConfigCommand({ FunctionName, AuthType: 'NONE' }));
    // Only AWS itself can set such tags.
    const Tags = {
      'aws:cloudformation:stack-name': 'shop',
      'aws:cloudformation:logical-id': 'Orders',
    };
    await fetch(`${simulator.url}/_sim/faults`, {
      method: 'POST',
      body: JSON.stringify({ operation: 'ListTags', kind: 'wrong-answer', patch: { Tags } }),
    });
    const files = await surveyOf({
      'template.yaml': `Transform: AWS::Serverless-2016-10-31
Resources:
  Orders:
    Type: AWS::Serverless::Function
    Properties: { AutoPublishAlias: live, FunctionUrlConfig: { AuthType: NONE } }
`,
    });
    const { survey: account } = await read();
    const both = compare({ files, account, stack: undefined });
    expect(inWords(both)).toEqual(['Orders: call-alias, alias live; function URL by unqualified']);
    expect(both.functions).toMatchObject([{ name: 'shop-Orders-A1', tool: 'sam' }]);
  });
});
