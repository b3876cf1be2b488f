// Everything that preflight must find, each with the trouble that makes it and the words for it.

import {
  CreateDeploymentCommand,
  DeleteMethodCommand,
  GetResourcesCommand,
  UpdateStageCommand,
} from '@aws-sdk/client-api-gateway';
import { SetAlarmStateCommand } from '@aws-sdk/client-cloudwatch';
import type { ApiWiring, HelloApi } from '../../demo/hello-api.ts';
import type { Statement } from '../../simulator/front/policy.ts';

export interface Case {
  readonly title: string;
  readonly wiring?: ApiWiring;
  /** Makes the trouble. */
  readonly given?: (api: HelloApi) => Promise<unknown>;
  readonly inputs?: (api: HelloApi) => Readonly<Record<string, string>>;
  readonly env?: Readonly<Record<string, string>>;
  /** What the role may not do. */
  readonly denied?: (api: HelloApi) => Omit<Statement, 'Effect'>;
  /** What the report says of the canary; `''`: it is not known. Default 0. */
  readonly weight?: '';
  /** All problems, in order; a part of each. */
  readonly says: readonly string[];
}

const gateway = (path: string) => `arn:aws:apigateway:us-east-1::${path}`;
const stageOf = ({ restApiId }: HelloApi) => `/restapis/${restApiId}/stages/prod`;
const tagsOf = (api: HelloApi) => gateway(`/tags/${encodeURIComponent(gateway(stageOf(api)))}`);

const sendCanary = async ({ clients, restApiId }: HelloApi) => {
  const { apiGateway } = clients;
  const { id } = await apiGateway.send(new CreateDeploymentCommand({ restApiId }));
  const replace = (path: string, value = '') =>
    ({ op: 'replace', path: `/canarySettings/${path}`, value }) as const;
  const patchOperations = [replace('deploymentId', id), replace('percentTraffic', '12.5')];
  await apiGateway.send(new UpdateStageCommand({ restApiId, stageName: 'prod', patchOperations }));
};

const removeRoute = async ({ clients, restApiId, path }: HelloApi) => {
  const { items } = await clients.apiGateway.send(new GetResourcesCommand({ restApiId }));
  const resourceId = items?.find((item) => item.path === path)?.id;
  await clients.apiGateway.send(
    new DeleteMethodCommand({ restApiId, resourceId, httpMethod: 'GET' }),
  );
};

export const fire = async (api: HelloApi) => {
  const AlarmName = `${api.apiName}-5xx`;
  await api.addAlarm(AlarmName, 'prod', 5);
  await api.clients.cloudWatch.send(
    new SetAlarmStateCommand({ AlarmName, StateValue: 'ALARM', StateReason: 'seven 5XX' }),
  );
};

const inMinutes = (minutes: number) => new Date(Date.now() + minutes * 60_000).toISOString();

export const CASES: readonly Case[] = [
  {
    title: 'a canary that someone else opened',
    weight: '',
    given: sendCanary,
    says: ['the stage "prod" has a canary that this action did not create (deployment '],
  },
  {
    title: 'a function called without a version',
    wiring: 'unqualified',
    says: [
      'without a version, so stable and canary would run the same code. To fix this, end the integration URI in a published version',
    ],
  },
  {
    title: 'a function called through an alias',
    wiring: 'alias',
    says: [
      'through "live", which stable and canary share, so a stage canary cannot split it. To fix this, split the alias itself by weights',
    ],
  },
  {
    title: 'a new version that API Gateway has no permission to invoke',
    given: (api) => api.upload({ label: 'v2' }),
    inputs: () => ({ 'invoke-permission': 'check', version: '' }),
    says: [
      'invoke-permission: API Gateway has no permission to invoke a new version of "a-new-version-',
    ],
  },
  {
    title: 'a route that only the draft has',
    given: (api) => api.addRoute('added'),
    says: [
      'route-guard: only the canary has GET /added: while traffic is split, these routes return 403',
    ],
  },
  {
    title: 'a route that only the stage has',
    given: async (api) => {
      await api.addRoute('kept');
      await removeRoute(api);
    },
    says: ['only stable has GET /canary-demo: while traffic is split, these routes return 403'],
  },
  {
    title: 'an alarm that fires already',
    given: fire,
    inputs: (api) => ({ alarms: `${api.apiName}-5xx` }),
    says: [
      'is in ALARM before the release starts (seven 5XX). If this release is the fix, set on-alarm-at-start: continue',
    ],
  },
  {
    title: 'a schedule longer than the job',
    inputs: () => ({ steps: '10%/10m', 'bake-time': '5m', 'job-timeout': '16m' }),
    says: [
      'the steps and the bake take 19m (including 4m until the end of the bake has been read), but the job ends after 16m (job-timeout): shorten the steps, split the release across runs (command: start, then advance), or raise the timeout of the job and job-timeout',
    ],
  },
  {
    title: 'credentials that expire before the end',
    inputs: () => ({ steps: '10%/40m', 'bake-time': '20m' }),
    env: { AWS_CREDENTIAL_EXPIRATION: inMinutes(50) },
    says: [
      'the steps and the bake take 1h4m (including 4m until the end of the bake has been read), but the AWS credentials expire in ',
    ],
  },
  {
    title: 'credentials of another step that expire before the end',
    inputs: () => ({
      steps: '10%/40m',
      'bake-time': '20m',
      'credentials-expire-at': JSON.stringify(inMinutes(50)),
    }),
    env: { AWS_CREDENTIAL_EXPIRATION: inMinutes(500) },
    says: ['the AWS credentials expire in '],
  },
  {
    title: 'a role that may not change the stage',
    denied: (api) => ({ Action: ['apigateway:PATCH'], Resource: [gateway(stageOf(api))] }),
    says: ['AWS denies apigateway:PATCH on arn:aws:apigateway:us-east-1::/restapis/'],
  },
  {
    title: 'a role that may not make a deployment',
    denied: ({ restApiId }) => ({
      Action: ['apigateway:POST'],
      Resource: [gateway(`/restapis/${restApiId}/deployments`)],
    }),
    says: ['AWS denies apigateway:POST on arn:aws:apigateway:us-east-1::/restapis/'],
  },
  {
    title: 'a role that may neither set nor remove tags',
    denied: (api) => ({ Action: ['apigateway:PUT', 'apigateway:DELETE'], Resource: [tagsOf(api)] }),
    says: [
      'AWS denies apigateway:PUT on arn:aws:apigateway:us-east-1::/tags/',
      'AWS denies apigateway:DELETE on arn:aws:apigateway:us-east-1::/tags/',
    ],
  },
  {
    title: 'a role that may not publish, nor let API Gateway invoke',
    denied: ({ functionName }) => ({
      Action: ['lambda:PublishVersion', 'lambda:AddPermission'],
      Resource: [`arn:aws:lambda:us-east-1:123456789012:function:${functionName}*`],
    }),
    inputs: () => ({ version: '', 'invoke-permission': 'grant' }),
    says: [
      'AWS denies lambda:PublishVersion on arn:aws:lambda:us-east-1:123456789012:function:',
      'AWS denies lambda:AddPermission on arn:aws:lambda:us-east-1:123456789012:function:',
    ],
  },
  {
    title: 'a role that may not read the stage',
    weight: '',
    denied: (api) => ({ Action: ['apigateway:GET'], Resource: [gateway(stageOf(api))] }),
    says: [
      'reading the stage "prod": AWS denies apigateway:GET on arn:aws:apigateway:us-east-1::/restapis/',
    ],
  },
  {
    title: 'a role that may not read the function',
    denied: ({ functionName }) => ({
      Action: ['lambda:GetFunctionConfiguration'],
      Resource: [`arn:aws:lambda:us-east-1:123456789012:function:${functionName}*`],
    }),
    says: [
      'AWS denies lambda:GetFunctionConfiguration on arn:aws:lambda:us-east-1:123456789012:function:',
    ],
  },
  {
    title: 'a role that may not rewrite a pinned integration',
    wiring: 'pinned',
    denied: ({ restApiId }) => ({
      Action: ['apigateway:PATCH'],
      Resource: [gateway(`/restapis/${restApiId}/resources/*`)],
    }),
    says: ['AWS denies apigateway:PATCH on arn:aws:apigateway:us-east-1::/restapis/'],
  },
  {
    title: 'nothing to release',
    inputs: () => ({ functions: '', version: '', definition: 'deployed' }),
    says: [
      'there is nothing to release: no functions, no stage-variable-overrides, and definition: deployed',
    ],
  },
  {
    title: 'a promotion that would not promote',
    inputs: () => ({ promote: 'deployment' }),
    says: ['promote: without "variables" the new version of '],
  },
  {
    title: 'a pinned version without a deployment to carry it',
    wiring: 'pinned',
    inputs: () => ({ definition: 'deployed', promote: 'variables' }),
    says: [
      'is pinned in its integration URI, so its canary needs a deployment of its own; expected definition: draft',
      'promote: without "deployment" the new version of ',
    ],
  },
  {
    title: 'everything at once',
    weight: '',
    wiring: 'unqualified',
    given: async (api) => {
      await sendCanary(api);
      await api.addRoute('added');
      await fire(api);
    },
    inputs: (api) => ({
      functions: `${api.functionName}, no-such-function`,
      version: '',
      alarms: `${api.apiName}-5xx, no-such-alarm`,
      steps: '10%/7h',
    }),
    denied: (api) => ({ Action: ['apigateway:PATCH'], Resource: [gateway(stageOf(api))] }),
    says: [
      'has a canary that this action did not create',
      'route-guard: only the canary has GET /added',
      'without a version, so stable and canary would run the same code',
      'functions: there is no function "no-such-function"',
      'none of the API\'s 2 integrations calls the function "no-such-function"',
      'AWS denies apigateway:PATCH',
      'is in ALARM before the release starts',
      'alarms: there is no alarm "no-such-alarm"',
      'but the job ends after 6h',
    ],
  },
];
