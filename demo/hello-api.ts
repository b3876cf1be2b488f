// A small REST API with one function, created with AWS's own clients: the resources that a team that uses
// the action has in its account.

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
  type Stage,
} from '@aws-sdk/client-api-gateway';
import { CloudWatchClient, PutMetricAlarmCommand } from '@aws-sdk/client-cloudwatch';
import {
  AddPermissionCommand,
  CreateFunctionCommand,
  LambdaClient,
  PublishVersionCommand,
  UpdateFunctionCodeCommand,
  waitUntilFunctionActiveV2,
  waitUntilFunctionUpdatedV2,
} from '@aws-sdk/client-lambda';
import { archive, type Behaviour } from './handlers.ts';

export interface AwsEndpoint {
  readonly url: string;
  readonly region: string;
  readonly account: string;
}

/** How the integration refers to the function's version. */
export type ApiWiring = 'variable' | 'pinned' | 'unqualified' | 'alias';

export interface HelloApiOptions {
  readonly apiName?: string;
  readonly stageName?: string;
  readonly functionName?: string;
  readonly wiring?: ApiWiring;
  readonly path?: string;
}

export interface HelloApi {
  readonly restApiId: string;
  readonly apiName: string;
  readonly stageName: string;
  readonly functionName: string;
  /** `/canary-demo`. */
  readonly path: string;
  readonly clients: HelloClients;
  /** Uploads new code to `$LATEST`; nothing is published. */
  upload(behaviour: Behaviour): Promise<void>;
  /** Publishes a version and lets API Gateway invoke it. */
  publish(): Promise<string>;
  /** Lets API Gateway invoke a version. */
  allow(qualifier: string): Promise<void>;
  /** Adds `GET /{part}` to the draft, calling the same function. */
  addRoute(part: string): Promise<void>;
  /** An alarm on the 5XX errors of a `Stage` dimension: 1 of 1 minutes above the threshold. */
  addAlarm(name: string, stageDimension: string, threshold: number): Promise<void>;
  stage(): Promise<Stage>;
}

export interface HelloClients {
  readonly apiGateway: APIGatewayClient;
  readonly lambda: LambdaClient;
  readonly cloudWatch: CloudWatchClient;
}

const ROLE = 'role/hello';

/** Creates the API with version 1 of its function on a stage, and the required permission. */
export async function createHelloApi(
  aws: AwsEndpoint,
  options: HelloApiOptions = {},
): Promise<HelloApi> {
  const settings = {
    apiName: 'canary-demo',
    stageName: 'prod',
    functionName: 'hello',
    wiring: 'variable',
    path: 'canary-demo',
    ...options,
  } as const;
  const clients = connect(aws);
  const made = { ...settings, aws, clients };
  const version = await createFunction(made);
  const restApiId = await createApi(made, version);
  const api = { ...made, restApiId };
  await allow(api, version);
  return {
    restApiId,
    apiName: settings.apiName,
    stageName: settings.stageName,
    functionName: settings.functionName,
    path: `/${settings.path}`,
    clients,
    upload: (behaviour) => upload(made, behaviour),
    publish: async () => {
      const next = await publish(made);
      await allow(api, next);
      return next;
    },
    allow: (qualifier) => allow(api, qualifier),
    addRoute: (part) => addRoute(api, part, integrationUri(made, version)),
    addAlarm: (name, dimension, threshold) => addAlarm(made, name, dimension, threshold),
    stage: () =>
      clients.apiGateway.send(new GetStageCommand({ restApiId, stageName: settings.stageName })),
  };
}

interface Made {
  readonly apiName: string;
  readonly stageName: string;
  readonly functionName: string;
  readonly wiring: ApiWiring;
  readonly path: string;
  readonly aws: AwsEndpoint;
  readonly clients: HelloClients;
}

function connect({ url, region }: AwsEndpoint): HelloClients {
  const credentials = { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'example' };
  const settings = { region, endpoint: url, credentials };
  return {
    apiGateway: new APIGatewayClient(settings),
    lambda: new LambdaClient(settings),
    cloudWatch: new CloudWatchClient(settings),
  };
}

/** @returns its first version */
async function createFunction({ clients, functionName, aws }: Made): Promise<string> {
  const { State, Version = '' } = await clients.lambda.send(
    new CreateFunctionCommand({
      FunctionName: functionName,
      Role: `arn:aws:iam::${aws.account}:${ROLE}`,
      Runtime: 'nodejs22.x',
      Handler: 'index.handler',
      Timeout: 30,
      Code: { ZipFile: archive({ label: 'v1' }) },
      Publish: true,
    }),
  );
  if (State === 'Active') return Version;
  await waitUntilFunctionActiveV2(
    { client: clients.lambda, maxWaitTime: 60 },
    { FunctionName: functionName },
  );
  return Version;
}

async function upload({ clients, functionName }: Made, behaviour: Behaviour): Promise<void> {
  const { LastUpdateStatus } = await clients.lambda.send(
    new UpdateFunctionCodeCommand({ FunctionName: functionName, ZipFile: archive(behaviour) }),
  );
  if (LastUpdateStatus === 'Successful') return;
  await waitUntilFunctionUpdatedV2(
    { client: clients.lambda, maxWaitTime: 60 },
    { FunctionName: functionName },
  );
}

async function publish({ clients, functionName }: Made): Promise<string> {
  const { Version = '' } = await clients.lambda.send(
    new PublishVersionCommand({ FunctionName: functionName }),
  );
  return Version;
}

async function allow(
  { clients, functionName, aws, restApiId }: Made & { readonly restApiId: string },
  qualifier: string,
): Promise<void> {
  await clients.lambda.send(
    new AddPermissionCommand({
      FunctionName: functionName,
      Qualifier: qualifier,
      StatementId: 'api-gateway',
      Action: 'lambda:InvokeFunction',
      Principal: 'apigateway.amazonaws.com',
      SourceArn: `arn:aws:execute-api:${aws.region}:${aws.account}:${restApiId}/*/*/*`,
    }),
  );
}

async function createApi(made: Made, version: string): Promise<string> {
  const { clients, apiName, stageName, path, wiring } = made;
  const { id: restApiId = '', rootResourceId = '' } = await clients.apiGateway.send(
    new CreateRestApiCommand({ name: apiName }),
  );
  await putRoute({ ...made, restApiId }, rootResourceId, {
    part: path,
    uri: integrationUri(made, version),
  });
  const { id: deploymentId = '' } = await clients.apiGateway.send(
    new CreateDeploymentCommand({ restApiId, description: 'version 1' }),
  );
  const variables = wiring === 'variable' ? { version } : {};
  await clients.apiGateway.send(
    new CreateStageCommand({ restApiId, stageName, deploymentId, variables }),
  );
  return restApiId;
}

function integrationUri({ aws, functionName, wiring }: Made, version: string): string {
  const qualifiers: Readonly<Record<ApiWiring, string>> = {
    variable: ':${stageVariables.version}',
    pinned: `:${version}`,
    unqualified: '',
    alias: ':live',
  };
  const arn = `arn:aws:lambda:${aws.region}:${aws.account}:function:${functionName}${qualifiers[wiring]}`;
  return `arn:aws:apigateway:${aws.region}:lambda:path/2015-03-31/functions/${arn}/invocations`;
}

async function addRoute(
  api: Made & { readonly restApiId: string },
  part: string,
  uri: string,
): Promise<void> {
  const { restApiId, clients } = api;
  const { items } = await clients.apiGateway.send(new GetResourcesCommand({ restApiId }));
  const root = items?.find((item) => item.path === '/')?.id ?? '';
  await putRoute(api, root, { part, uri });
}

async function putRoute(
  { clients, restApiId }: Made & { readonly restApiId: string },
  parentId: string,
  { part: pathPart, uri }: { readonly part: string; readonly uri: string },
): Promise<void> {
  const { apiGateway } = clients;
  const { id: resourceId = '' } = await apiGateway.send(
    new CreateResourceCommand({ restApiId, parentId, pathPart }),
  );
  const method = { restApiId, resourceId, httpMethod: 'GET' };
  await apiGateway.send(new PutMethodCommand({ ...method, authorizationType: 'NONE' }));
  await apiGateway.send(
    new PutIntegrationCommand({ ...method, type: 'AWS_PROXY', integrationHttpMethod: 'POST', uri }),
  );
}

async function addAlarm(
  { clients, apiName }: Made,
  name: string,
  stageDimension: string,
  threshold: number,
): Promise<void> {
  await clients.cloudWatch.send(
    new PutMetricAlarmCommand({
      AlarmName: name,
      Namespace: 'AWS/ApiGateway',
      MetricName: '5XXError',
      Dimensions: [
        { Name: 'ApiName', Value: apiName },
        { Name: 'Stage', Value: stageDimension },
      ],
      Statistic: 'Sum',
      Period: 60,
      EvaluationPeriods: 1,
      DatapointsToAlarm: 1,
      Threshold: threshold,
      ComparisonOperator: 'GreaterThanThreshold',
      TreatMissingData: 'notBreaching',
    }),
  );
}
