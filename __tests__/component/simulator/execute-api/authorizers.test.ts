import {
  CreateAuthorizerCommand,
  GetAuthorizersCommand,
  GetExportCommand,
  GetResourcesCommand,
  PutMethodCommand,
  UpdateAuthorizerCommand,
  UpdateMethodCommand,
} from '@aws-sdk/client-api-gateway';
import { AddPermissionCommand } from '@aws-sdk/client-lambda';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Simulator, startSimulator } from '../../../../simulator/simulator.ts';
import { type Bench, createBench, lambdaProxy, mock } from './bench.ts';

let simulator: Simulator;
let bench: Bench;

beforeAll(async () => {
  simulator = await startSimulator({ seed: 5, clockRate: 10 });
  bench = createBench(simulator);
});

afterAll(() => simulator.close());

const GUARD = `export const handler = async ({ authorizationToken, methodArn }) => {
  if (authorizationToken === 'nobody') throw new Error('Unauthorized');
  if (authorizationToken === 'broken') return 'what?';
  const Effect = authorizationToken === 'friend' ? 'Allow' : 'Deny';
  const Statement = [{ Action: 'execute-api:Invoke', Effect, Resource: methodArn }];
  return { principalId: 'user', policyDocument: { Version: '2012-10-17', Statement } };
};`;

const invocation = (name: string) => lambdaProxy(name, '${stageVariables.guard}').uri ?? '';

/** An API whose only route asks a token authorizer first, without permission to call it. */
async function guarded(name: string) {
  await bench.createFunction(name, GUARD);
  const restApiId = await bench.createApi(name);
  await bench.addMethod(restApiId, '/', 'GET', mock('"in"'));
  const { id: authorizerId = '' } = await bench.gateway.send(
    new CreateAuthorizerCommand({
      restApiId,
      name,
      type: 'TOKEN',
      identitySource: 'method.request.header.Authorization',
      authorizerUri: invocation(name),
      authorizerResultTtlInSeconds: 0,
    }),
  );
  const { items } = await bench.gateway.send(new GetResourcesCommand({ restApiId }));
  const replace = (path: string, value: string) => ({ op: 'replace', path, value }) as const;
  await bench.gateway.send(
    new UpdateMethodCommand({
      restApiId,
      resourceId: items?.[0]?.id,
      httpMethod: 'GET',
      patchOperations: [
        replace('/authorizerId', authorizerId),
        replace('/authorizationType', 'CUSTOM'),
      ],
    }),
  );
  await bench.deploy(restApiId, { variables: { guard: '1' } });
  const allow = (source: string) =>
    bench.lambda.send(
      new AddPermissionCommand({
        FunctionName: name,
        Qualifier: '1',
        StatementId: source.replace(/\W/g, '-'),
        Action: 'lambda:InvokeFunction',
        Principal: 'apigateway.amazonaws.com',
        SourceArn: `arn:aws:execute-api:us-east-1:123456789012:${restApiId}/${source}`,
      }),
    );
  const as = async (token?: string) => {
    const headers: Record<string, string> = token === undefined ? {} : { authorization: token };
    return bench.call(restApiId, '/', { headers });
  };
  return { restApiId, authorizerId, allow, as };
}

describe('a Lambda authorizer', () => {
  it('may be called for its own source only, which names no stage', async () => {
    const { authorizerId, allow, as } = await guarded('guard');
    await allow('prod/*/*');
    const before = await as('friend');
    expect([before.status, before.headers.get('x-amzn-errortype')]).toEqual([
      500,
      'AuthorizerConfigurationException',
    ]);
    await allow(`authorizers/${authorizerId}`);
    expect((await as('friend')).status).toBe(200);
    expect((await as()).status).toBe(401);
    expect((await as('nobody')).status).toBe(401);
    expect((await as('foe')).status).toBe(403);
    expect((await as('broken')).status).toBe(500);
  });

  it('belongs to the deployment: a change of the draft is not served', async () => {
    const { restApiId, authorizerId, allow, as } = await guarded('deployed');
    await allow('authorizers/*');
    const value = invocation('nobody-made-it');
    await bench.gateway.send(
      new UpdateAuthorizerCommand({
        restApiId,
        authorizerId,
        patchOperations: [{ op: 'replace', path: '/authorizerUri', value }],
      }),
    );
    expect((await as('friend')).status).toBe(200);
    await bench.deploy(restApiId);
    expect((await as('friend')).status).toBe(500);
  });

  it('is exported by its name, of the deployment that the stage serves', async () => {
    const { restApiId } = await guarded('exported');
    const exported = async (extensions: string) => {
      const asked = { restApiId, stageName: 'prod', exportType: 'oas30' };
      const { body } = await bench.gateway.send(
        new GetExportCommand({ ...asked, parameters: { extensions } }),
      );
      return JSON.parse(body?.transformToString() ?? '');
    };
    const document = await exported('integrations,authorizers');
    expect(document.paths['/'].get.security).toEqual([{ exported: [] }]);
    expect(document.components.securitySchemes).toEqual({
      exported: {
        type: 'apiKey',
        name: 'Authorization',
        in: 'header',
        'x-amazon-apigateway-authtype': 'custom',
        'x-amazon-apigateway-authorizer': {
          type: 'token',
          authorizerUri: invocation('exported'),
          authorizerResultTtlInSeconds: 0,
        },
      },
    });
    const { exported: bare } = (await exported('integrations')).components.securitySchemes;
    expect(bare).not.toHaveProperty('x-amazon-apigateway-authorizer');
  });

  it('is listed with what AWS fills in', async () => {
    const restApiId = await bench.createApi('listed');
    const authorizerUri = invocation('listed');
    const wish = { restApiId, name: 'listed', type: 'REQUEST', authorizerUri } as const;
    await bench.gateway.send(
      new CreateAuthorizerCommand({ ...wish, identitySource: 'method.request.header.A' }),
    );
    const { items } = await bench.gateway.send(new GetAuthorizersCommand({ restApiId }));
    expect(items).toEqual([
      {
        id: expect.stringMatching(/^[a-z0-9]{6}$/),
        name: 'listed',
        type: 'REQUEST',
        authType: 'custom',
        authorizerUri,
        identitySource: 'method.request.header.A',
        authorizerResultTtlInSeconds: 300,
      },
    ]);
    await expect(bench.gateway.send(new CreateAuthorizerCommand(wish))).rejects.toThrow(
      'Authorizer name must be unique',
    );
    const other = { ...wish, name: 'other', authorizerUri: 'arn:aws:lambda:::function:x' };
    await expect(bench.gateway.send(new CreateAuthorizerCommand(other))).rejects.toThrow(
      'Authorizer URI should be a valid API Gateway ARN',
    );
    const { items: resources } = await bench.gateway.send(new GetResourcesCommand({ restApiId }));
    const method = { restApiId, resourceId: resources?.[0]?.id, httpMethod: 'GET' };
    await expect(
      bench.gateway.send(
        new PutMethodCommand({ ...method, authorizationType: 'CUSTOM', authorizerId: 'none' }),
      ),
    ).rejects.toThrow('Invalid authorizer ID specified');
  });
});

const STREAMING =
  'arn:aws:apigateway:us-east-1:lambda:path/2021-11-15/functions/arn:aws:lambda:us-east-1:123456789012:function:';

describe('a response that is streamed', () => {
  const streaming = (name: string) =>
    ({
      type: 'AWS_PROXY',
      integrationHttpMethod: 'POST',
      uri: `${STREAMING}${name}:1/response-streaming-invocations`,
      responseTransferMode: 'STREAM',
      timeoutInMillis: 60_000,
    }) as const;

  it.each([
    [
      'with its metadata',
      `export const handler = awslambda.streamifyResponse(async (event, stream, { functionVersion }) => {
        const http = awslambda.HttpResponseStream.from(stream, { statusCode: 201, headers: { 'x-v': functionVersion } });
        http.write('one ');
        http.end('two');
      });`,
      [201, '1', 'one two'],
    ],
    [
      'in the format of a buffered answer',
      'export const handler = async () => ({ statusCode: 200, body: "whole" });',
      [502, null, '{"message":"Internal server error"}'],
    ],
  ])('%s', async (_, source, expected) => {
    const name = `streams-${expected[0]}`;
    await bench.createFunction(name, source);
    const api = await bench.createApi(name);
    await bench.addMethod(api, '/', 'GET', streaming(name));
    await bench.grant(name, '1', api);
    await bench.deploy(api);
    const { status, headers, body } = await bench.call(api);
    expect([status, headers.get('x-v'), body]).toEqual(expected);
  });
});
