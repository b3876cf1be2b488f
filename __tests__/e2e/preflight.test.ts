// Whatever would go wrong later is found before anything is changed, and all of it at once.

import {
  CreateDeploymentCommand,
  DeleteMethodCommand,
  GetResourcesCommand,
  UpdateStageCommand,
} from '@aws-sdk/client-api-gateway';
import { SetAlarmStateCommand } from '@aws-sdk/client-cloudwatch';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ApiWiring, HelloApi } from '../../demo/hello-api.ts';
import type { FaultRule } from '../../simulator/front/faults.ts';
import type { Statement } from '../../simulator/front/policy.ts';
import { type Simulator, startSimulator } from '../../simulator/simulator.ts';
import {
  acceptedWrites,
  attempt,
  makeApi,
  type Refusal,
  stateOf,
  twoAtATime,
} from './preflight-refusals.ts';

interface Case {
  readonly title: string;
  readonly wiring?: ApiWiring;
  /** Makes the trouble. */
  readonly given?: (api: HelloApi) => Promise<unknown>;
  readonly inputs?: (api: HelloApi) => Readonly<Record<string, string>>;
  readonly env?: Readonly<Record<string, string>>;
  /** What the role may not do. */
  readonly denied?: (api: HelloApi) => Omit<Statement, 'Effect'>;
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

const fire = async (api: HelloApi) => {
  const AlarmName = `${api.apiName}-5xx`;
  await api.addAlarm(AlarmName, 'prod', 5);
  await api.clients.cloudWatch.send(
    new SetAlarmStateCommand({ AlarmName, StateValue: 'ALARM', StateReason: 'seven 5XX' }),
  );
};

const inMinutes = (minutes: number) => new Date(Date.now() + minutes * 60_000).toISOString();

const CASES: readonly Case[] = [
  {
    title: 'a canary that someone else opened',
    given: sendCanary,
    says: ['the stage "prod" has a canary that is not of this action (deployment '],
  },
  {
    title: 'a function called without a version',
    wiring: 'unqualified',
    says: [
      'without a version, so stable and canary would run the same code. Way out: end the integration URI in a published version',
    ],
  },
  {
    title: 'a function called through an alias',
    wiring: 'alias',
    says: [
      'through "live", which stable and canary share, so a stage canary cannot split it. Way out: split the alias itself by weights',
    ],
  },
  {
    title: 'a new version that API Gateway may not invoke',
    given: (api) => api.upload({ label: 'v2' }),
    inputs: () => ({ 'invoke-permission': 'check', version: '' }),
    says: [
      'invoke-permission: API Gateway may not invoke version to be published of "a-new-version-',
    ],
  },
  {
    title: 'a route that only the draft has',
    given: (api) => api.addRoute('added'),
    says: ['route-guard: only the canary has GET /added: while traffic is split, these answer 403'],
  },
  {
    title: 'a route that only the stage has',
    given: async (api) => {
      await api.addRoute('kept');
      await removeRoute(api);
    },
    says: ['only stable has GET /canary-demo: while traffic is split, these answer 403'],
  },
  {
    title: 'an alarm that fires already',
    given: fire,
    inputs: (api) => ({ alarms: `${api.apiName}-5xx` }),
    says: [
      'is in ALARM before anything was done (seven 5XX). If this release is the fix, set on-alarm-at-start: continue',
    ],
  },
  {
    title: 'a schedule longer than the job',
    inputs: () => ({ steps: '10%/10m', 'bake-time': '5m', 'job-timeout': '16m' }),
    says: [
      'the steps and the bake take 15m, and GitHub ends the job after 16m (job-timeout): shorten the steps, or raise timeout-minutes and job-timeout',
    ],
  },
  {
    title: 'credentials that expire before the end',
    inputs: () => ({ steps: '10%/40m', 'bake-time': '20m' }),
    env: { AWS_CREDENTIAL_EXPIRATION: inMinutes(50) },
    says: ['the steps and the bake take 1h, and the AWS credentials expire in '],
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
      'has a canary that is not of this action',
      'route-guard: only the canary has GET /added',
      'without a version, so stable and canary would run the same code',
      'functions: there is no function "no-such-function"',
      'none of the API\'s 2 integrations calls the function "no-such-function"',
      'is in ALARM before anything was done',
      'alarms: there is no alarm "no-such-alarm"',
      'AWS denies apigateway:PATCH',
      'and GitHub ends the job after 6h',
    ],
  },
];

/** The release of the version that stands, into which each case puts its trouble. */
const usual = (api: HelloApi) => ({
  'rest-api-id': api.restApiId,
  'stage-name': 'prod',
  functions: api.functionName,
  version: '1',
});

const ALLOW_ALL: Statement = { Effect: 'Allow', Action: ['*'], Resource: ['*'] };

const nameOf = (title: string) => title.replace(/[^a-z]+/g, '-').slice(0, 60);

describe('preflight', () => {
  let simulator: Simulator;
  const said = new Map<Case, Refusal>();
  const states = new Map<Case, { before: unknown; after: unknown }>();
  beforeAll(async () => {
    simulator = await startSimulator();
    const apis = await Promise.all(CASES.map((one) => prepare(simulator, one)));
    const denials = CASES.flatMap(({ denied }, i): Statement[] =>
      denied ? [{ Effect: 'Deny', ...denied(apis[i]!) }] : [],
    );
    const before = await statesOf(apis);
    simulator.policy.set([ALLOW_ALL, ...denials]);
    await twoAtATime([...CASES.entries()], async ([i, one]) => {
      said.set(one, await run(simulator, apis[i]!, one));
    });
    simulator.policy.set(undefined);
    const after = await statesOf(apis);
    for (const [i, one] of CASES.entries()) {
      states.set(one, { before: before[i], after: after[i] });
    }
  });
  afterAll(() => simulator.close());

  it.each(CASES.map((one) => [one.title, one] as const))(
    'stops at %s, and changes nothing',
    (_, one) => {
      const { exitCode, errors, outputs, summary, calls, complaints } = said.get(one)!;
      expect(exitCode).toBe(1);
      const problems = one.says.length > 1 ? errors.slice(0, -1) : errors;
      expect(problems).toEqual(one.says.map((text) => expect.stringContaining(text)));
      expect(errors.at(-1)).toContain('Stopped before anything was shifted');
      expect(errors.at(-1)).toContain('No user was served anything new.');
      expect(outputs).toMatchObject({ outcome: 'failed', weight: '0' });
      expect(summary).toContain('❌ Failed');
      expect(complaints).toEqual([]);
      expect(acceptedWrites(calls)).toEqual([]);
      const { before, after } = states.get(one)!;
      expect(after).toEqual(before);
    },
  );
});

async function prepare(simulator: Simulator, { title, wiring, given }: Case): Promise<HelloApi> {
  const api = await makeApi(simulator, nameOf(title), wiring ? { wiring } : {});
  await given?.(api);
  return api;
}

function statesOf(apis: readonly HelloApi[]): Promise<unknown[]> {
  return Promise.all(apis.map(stateOf));
}

function run(simulator: Simulator, api: HelloApi, { inputs, env = {} }: Case): Promise<Refusal> {
  return attempt(simulator, { inputs: { ...usual(api), ...inputs?.(api) }, env });
}

describe('preflight, where AWS is in trouble', () => {
  let simulator: Simulator;
  let api: HelloApi;
  let before: unknown;
  beforeAll(async () => {
    simulator = await startSimulator();
    api = await makeApi(simulator, 'troubled');
    before = await stateOf(api);
  });
  afterAll(() => simulator.close());

  const wrongFunction = (patch: Record<string, string>): FaultRule => ({
    operation: 'GetFunctionConfiguration',
    effect: { kind: 'wrong-answer', patch },
  });

  it.each<[string, FaultRule, string]>([
    [
      'a function that failed to start',
      wrongFunction({ State: 'Failed', StateReason: 'the image is gone' }),
      'functions: "troubled" is Failed (the image is gone); expected Active',
    ],
    [
      'a function whose last update failed',
      wrongFunction({ LastUpdateStatus: 'Failed' }),
      'the last update of "troubled" failed; there is nothing sound to publish',
    ],
    [
      'credentials that have expired',
      { operation: 'GetRestApi', effect: { kind: 'expired-credentials' } },
      'AWS does not accept the credentials of this job',
    ],
    [
      'a role that may not read metrics',
      { operation: 'GetMetricData', effect: { kind: 'access-denied' } },
      'AWS denies cloudwatch:GetMetricData on *; the role of this job needs that permission',
    ],
    [
      'an answer that is denied without words',
      { operation: 'GetResources', effect: { kind: 'access-denied' } },
      "reading the API's resources: AWS denies apigateway:GET on arn:aws:apigateway:us-east-1::/restapis/",
    ],
  ])('stops at %s', async (_, fault, says) => {
    const { id } = simulator.faults.add(fault);
    const { exitCode, errors, calls } = await attempt(simulator, { inputs: usual(api) });
    simulator.faults.remove(id);
    expect(exitCode).toBe(1);
    expect(errors.join('\n')).toContain(says);
    expect(acceptedWrites(calls)).toEqual([]);
    expect(await stateOf(api)).toEqual(before);
  });

  it('gets over throttling and a cut connection', async () => {
    simulator.faults.add({ operation: 'GetStage', effect: { kind: 'throttle' }, times: 2 });
    simulator.faults.add({ operation: 'GetResources', effect: { kind: 'cut-before' }, times: 1 });
    const { exitCode, outputs } = await attempt(simulator, { inputs: usual(api) });
    expect({ exitCode, outcome: outputs.outcome }).toEqual({ exitCode: 0, outcome: 'unchanged' });
  });

  it('lets an alarm that fires already pass when told to, and says so', async () => {
    await fire(api);
    const inputs = { ...usual(api), alarms: 'troubled-5xx', 'on-alarm-at-start': 'continue' };
    const { exitCode, outputs, warnings, summary } = await attempt(simulator, { inputs });
    expect({ exitCode, outcome: outputs.outcome }).toEqual({ exitCode: 0, outcome: 'unchanged' });
    const words = '"troubled-5xx" is in ALARM already; only a new transition counts';
    expect(warnings.join('\n')).toContain(words);
    expect(summary).toContain('is in ALARM already; only a new transition counts');
  });
});
