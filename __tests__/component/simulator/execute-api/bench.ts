// Builds APIs and functions on a simulator through the real SDK clients, and calls what it built.

import {
  APIGatewayClient,
  CreateDeploymentCommand,
  CreateResourceCommand,
  CreateRestApiCommand,
  GetResourcesCommand,
  type PatchOperation,
  PutIntegrationCommand,
  type PutIntegrationCommandInput,
  PutIntegrationResponseCommand,
  PutMethodCommand,
  type PutMethodCommandInput,
  PutMethodResponseCommand,
  UpdateStageCommand,
} from '@aws-sdk/client-api-gateway';
import {
  AddPermissionCommand,
  CreateFunctionCommand,
  LambdaClient,
  waitUntilFunctionActiveV2,
} from '@aws-sdk/client-lambda';
import { strToU8, zipSync } from 'fflate';
import type { Simulator } from '../../../../simulator/simulator.ts';

type Integration = Pick<
  PutIntegrationCommandInput,
  | 'type'
  | 'uri'
  | 'integrationHttpMethod'
  | 'requestParameters'
  | 'timeoutInMillis'
  | 'passthroughBehavior'
  | 'responseTransferMode'
> & {
  /** Of a MOCK: what it answers, and with which status (200). */
  readonly answer?: { readonly template: string; readonly status?: number };
};

export const mock = (template: string, status = 200): Integration => ({
  type: 'MOCK',
  answer: { template, status },
});

/** `qualifier` may hold a stage variable. */
export const lambdaProxy = (functionName: string, qualifier: string): Integration => ({
  type: 'AWS_PROXY',
  integrationHttpMethod: 'POST',
  uri:
    'arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/' +
    `arn:aws:lambda:us-east-1:123456789012:function:${functionName}:${qualifier}/invocations`,
});

export type Bench = ReturnType<typeof createBench>;

export function createBench(simulator: Simulator) {
  const connection = {
    endpoint: simulator.url,
    region: 'us-east-1',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
  };
  const gateway = new APIGatewayClient(connection);
  const lambda = new LambdaClient(connection);

  const createApi = async (name = 'orders') => {
    const { id } = await gateway.send(new CreateRestApiCommand({ name }));
    return id!;
  };

  /** Makes the resources on the way to `path` as needed. */
  const resource = async (restApiId: string, path: string) => {
    const { items = [] } = await gateway.send(new GetResourcesCommand({ restApiId, limit: 500 }));
    const ids = new Map(items.map((item) => [item.path!, item.id!]));
    let [at, parentId] = ['', ids.get('/')!];
    for (const pathPart of path.split('/').filter(Boolean)) {
      at += `/${pathPart}`;
      const command = new CreateResourceCommand({ restApiId, parentId, pathPart });
      parentId = ids.get(at) ?? (await gateway.send(command)).id!;
    }
    return parentId;
  };

  const addMethod = async (
    restApiId: string,
    path: string,
    httpMethod: string,
    integration: Integration,
    more: Pick<PutMethodCommandInput, 'apiKeyRequired' | 'requestParameters'> = {},
  ) => {
    const { answer, ...input } = integration;
    const method = { restApiId, resourceId: await resource(restApiId, path), httpMethod };
    await gateway.send(new PutMethodCommand({ ...method, ...more, authorizationType: 'NONE' }));
    const statusCode = String(answer?.status ?? 200);
    const requestTemplates = { 'application/json': `{"statusCode": ${statusCode}}` };
    await gateway.send(
      new PutIntegrationCommand({ ...method, ...input, ...(answer && { requestTemplates }) }),
    );
    if (!answer) return;
    await gateway.send(new PutMethodResponseCommand({ ...method, statusCode }));
    await gateway.send(
      new PutIntegrationResponseCommand({
        ...method,
        statusCode,
        responseTemplates: { 'application/json': answer.template },
      }),
    );
  };

  /** Onto the stage; with `canarySettings` onto its canary. */
  const deploy = async (
    restApiId: string,
    more: Omit<ConstructorParameters<typeof CreateDeploymentCommand>[0], 'restApiId'> = {},
  ) => {
    const command = new CreateDeploymentCommand({ restApiId, stageName: 'prod', ...more });
    return (await gateway.send(command)).id!;
  };

  const patchStage = (restApiId: string, ...patchOperations: PatchOperation[]) =>
    gateway.send(new UpdateStageCommand({ restApiId, stageName: 'prod', patchOperations }));

  const setPercent = (restApiId: string, percent: number) =>
    patchStage(restApiId, {
      op: 'replace',
      path: '/canarySettings/percentTraffic',
      value: String(percent),
    });

  /** An ES module that exports `handler`. */
  const createFunction = async (FunctionName: string, source: string) => {
    const ZipFile = zipSync({ 'index.mjs': strToU8(source) });
    await lambda.send(
      new CreateFunctionCommand({
        FunctionName,
        Runtime: 'nodejs22.x',
        Handler: 'index.handler',
        Role: 'arn:aws:iam::123456789012:role/service',
        Code: { ZipFile },
        Publish: true,
        // Real start-up costs count on a clock that runs fast.
        Timeout: 900,
      }),
    );
    const waiter = { client: lambda, maxWaitTime: 10, minDelay: 0.05, maxDelay: 0.1 };
    await waitUntilFunctionActiveV2(waiter, { FunctionName, Qualifier: '1' });
  };

  const grant = (FunctionName: string, Qualifier: string, apiId: string) =>
    lambda.send(
      new AddPermissionCommand({
        FunctionName,
        Qualifier,
        StatementId: `gateway-${apiId}`,
        Action: 'lambda:InvokeFunction',
        Principal: 'apigateway.amazonaws.com',
        SourceArn: `arn:aws:execute-api:us-east-1:123456789012:${apiId}/*/*/*`,
      }),
    );

  const call = async (apiId: string, path = '/', init?: RequestInit) => {
    const answer = await fetch(simulator.stageUrl(apiId, 'prod', path), init);
    return { status: answer.status, headers: answer.headers, body: await answer.text() };
  };

  return {
    simulator,
    connection,
    gateway,
    lambda,
    createApi,
    addMethod,
    deploy,
    patchStage,
    setPercent,
    createFunction,
    grant,
    call,
  };
}

/** Calls `once` that many times, `width` at a time, and counts the results. */
export async function tally(times: number, once: () => Promise<string | number>, width = 16) {
  const counts: Record<string, number> = {};
  let left = times;
  const worker = async () => {
    while (left > 0) {
      left -= 1;
      const result = await once();
      counts[result] = (counts[result] ?? 0) + 1;
    }
  };
  await Promise.all(Array.from({ length: width }, worker));
  return counts;
}
