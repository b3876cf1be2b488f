import {
  APIGatewayClient,
  CreateRestApiCommand,
  GetRestApiCommand,
  GetRestApisCommand,
  GetSdkTypesCommand,
  TagResourceCommand,
  UntagResourceCommand,
} from '@aws-sdk/client-api-gateway';
import {
  CloudWatchClient,
  DescribeAlarmsCommand,
  GetMetricDataCommand,
  PutMetricAlarmCommand,
  PutMetricDataCommand,
} from '@aws-sdk/client-cloudwatch';
import { AddPermissionCommand, LambdaClient, ListFunctionsCommand } from '@aws-sdk/client-lambda';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Effect } from '../../../../simulator/front/faults.ts';
import { type Simulator, startSimulator } from '../../../../simulator/simulator.ts';

let simulator: Simulator;

beforeEach(async () => {
  simulator = await startSimulator({ seed: 1, clockRate: 100 });
});

afterEach(() => simulator.close());

function gateway(accessKeyId = 'test', maxAttempts = 1): APIGatewayClient {
  return new APIGatewayClient({
    endpoint: simulator.url,
    region: 'us-east-1',
    credentials: { accessKeyId, secretAccessKey: 'test' },
    maxAttempts,
  });
}

const createApi = (client = gateway()) => client.send(new CreateRestApiCommand({ name: 'orders' }));
const listApis = (client = gateway()) => client.send(new GetRestApisCommand({}));

const HOUR = 3_600_000;

/** Metrics of the last minutes that are shown, and the results of both of them. */
function metrics() {
  const client = new CloudWatchClient({
    endpoint: simulator.url,
    region: 'us-east-1',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
    maxAttempts: 1,
  });
  const begun = Math.floor((simulator.world.clock.now() - HOUR) / 60_000) * 60_000;
  const put = (MetricName: string, values: readonly number[]) =>
    client.send(
      new PutMetricDataCommand({
        Namespace: 'Shop',
        MetricData: values.map((Value, i) => ({
          MetricName,
          Value,
          Timestamp: new Date(begun + i * 60_000),
        })),
      }),
    );
  const get = async () => {
    const { MetricDataResults = [] } = await client.send(
      new GetMetricDataCommand({
        StartTime: new Date(begun),
        EndTime: new Date(begun + 10 * 60_000),
        ScanBy: 'TimestampAscending',
        MetricDataQueries: ['Visits', 'Orders'].map((MetricName, i) => ({
          Id: `m${i}`,
          MetricStat: { Metric: { Namespace: 'Shop', MetricName }, Period: 60, Stat: 'Sum' },
        })),
      }),
    );
    return MetricDataResults.map((r) => [r.Label, r.StatusCode, r.Values, r.Messages]);
  };
  return { client, ask: { put, get } };
}

const admin = async (method: string, path: string, body?: unknown) => {
  const answer = await fetch(`${simulator.url}/_sim${path}`, {
    method,
    ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  return { status: answer.status, body: (await answer.json()) as AdminBody };
};

/** The members that these tests look at; each answer has some of them. */
interface AdminBody {
  readonly message: string;
  readonly id: number;
  readonly now: number;
  readonly originMs: number;
  readonly [index: number]: { readonly body: string };
}

/** What the SDK throws, as far as tests compare it. */
async function failureOf(promise: Promise<unknown>) {
  const error = await promise.then(
    () => undefined,
    (reason) => reason,
  );
  return {
    name: error?.name,
    message: error?.message,
    status: error?.$metadata?.httpStatusCode,
  };
}

describe('who calls', () => {
  const scoped = (service: string) =>
    `AWS4-HMAC-SHA256 Credential=test/20260101/us-east-1/${service}/aws4_request, SignedHeaders=host, Signature=0`;

  const whoAmI = (headers: Record<string, string>) =>
    fetch(simulator.url, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
      body: 'Action=GetCallerIdentity&Version=2011-06-15',
    });

  it('answers GetCallerIdentity with the account, and a request id', async () => {
    const answer = await whoAmI({ authorization: scoped('sts') });
    expect(answer.headers.get('x-amzn-requestid')).toMatch(/^[\da-f-]{36}$/);
    expect(await answer.text()).toContain('<Account>123456789012</Account>');
  });

  it('refuses an unsigned request in the words of its service', async () => {
    const rest = await fetch(`${simulator.url}/restapis`);
    expect(rest.status).toBe(403);
    expect(rest.headers.get('x-amzn-errortype')).toBe('MissingAuthenticationTokenException');
    const query = await whoAmI({});
    expect(query.status).toBe(403);
    expect(await query.text()).toContain('<Code>MissingAuthenticationToken</Code>');
  });

  it('takes the credential of a presigned URL', async () => {
    const scope = encodeURIComponent('test/20260101/us-east-1/apigateway/aws4_request');
    const answer = await fetch(`${simulator.url}/restapis?X-Amz-Credential=${scope}`);
    expect(answer.status).toBe(200);
  });

  it('names a service that it lacks', async () => {
    const answer = await fetch(simulator.url, { headers: { authorization: scoped('dynamodb') } });
    expect(answer.status).toBe(501);
    expect(await answer.json()).toMatchObject({
      message: 'not implemented by this simulator: dynamodb',
    });
  });

  it('names an operation that it lacks', async () => {
    expect(await failureOf(gateway().send(new GetSdkTypesCommand({})))).toMatchObject({
      message: expect.stringContaining('not implemented by this simulator: '),
      status: 501,
    });
  });

  it('knows expired and unknown keys', async () => {
    simulator.keys.set('old', 'expired');
    simulator.keys.set('strange', 'unknown');
    expect(await failureOf(listApis(gateway('old')))).toEqual({
      name: 'ExpiredTokenException',
      message: 'The security token included in the request is expired',
      status: 403,
    });
    expect(await failureOf(listApis(gateway('strange')))).toMatchObject({
      name: 'UnrecognizedClientException',
      status: 403,
    });
    await expect(listApis()).resolves.toBeDefined();
  });
});

describe('faults', () => {
  it('throttles as many calls as configured, after as many good calls as configured', async () => {
    simulator.faults.add({
      operation: 'GetRestApis',
      effect: { kind: 'throttle' },
      after: 1,
      times: 2,
    });
    const outcomes = [];
    for (let i = 0; i < 4; i++) outcomes.push((await failureOf(listApis())).name ?? 'ok');
    expect(outcomes).toEqual(['ok', 'TooManyRequestsException', 'TooManyRequestsException', 'ok']);
    expect(simulator.calls.list().map(({ status, fault }) => [status, fault])).toEqual([
      [200, undefined],
      [429, 'throttle'],
      [429, 'throttle'],
      [200, undefined],
    ]);
  });

  it('is survived by a client that retries', async () => {
    simulator.faults.add({ operation: '*', effect: { kind: 'server-error' }, times: 2 });
    await expect(listApis(gateway('test', 3))).resolves.toBeDefined();
    expect(simulator.calls.list().map(({ status }) => status)).toEqual([500, 500, 200]);
  });

  it('ends at its time on the simulated clock', async () => {
    simulator.faults.add({
      operation: '*',
      effect: { kind: 'server-error', status: 503 },
      until: simulator.world.clock.now() + 100_000,
    });
    expect(await failureOf(listApis())).toMatchObject({
      name: 'ServiceUnavailableException',
      status: 503,
    });
    await simulator.world.clock.sleep(101_000);
    await expect(listApis()).resolves.toBeDefined();
  });

  it('strikes only the service it names', async () => {
    simulator.faults.add({ operation: '*', service: 'lambda', effect: { kind: 'throttle' } });
    await expect(listApis()).resolves.toBeDefined();
  });

  it('cuts the connection before the effect', async () => {
    simulator.faults.add({ operation: 'CreateRestApi', effect: { kind: 'cut-before' }, times: 1 });
    expect((await failureOf(createApi())).name).toBeDefined();
    expect((await listApis()).items ?? []).toHaveLength(0);
    expect(simulator.calls.list()[0]).toMatchObject({ status: null, fault: 'cut-before' });
  });

  it('cuts the connection after the effect', async () => {
    simulator.faults.add({ operation: 'CreateRestApi', effect: { kind: 'cut-after' }, times: 1 });
    expect((await failureOf(createApi())).name).toBeDefined();
    expect((await listApis()).items).toHaveLength(1);
  });

  it('leaves a call without an answer', async () => {
    simulator.faults.add({ operation: 'CreateRestApi', effect: { kind: 'timeout' }, times: 1 });
    const command = new CreateRestApiCommand({ name: 'orders' });
    const sent = gateway().send(command, { abortSignal: AbortSignal.timeout(200) });
    expect((await failureOf(sent)).name).toBe('AbortError');
    expect((await listApis()).items ?? []).toHaveLength(0);
  });

  it('lays a merge patch over the real answer', async () => {
    const { id } = await createApi();
    simulator.faults.add({
      operation: 'GetRestApi',
      effect: { kind: 'wrong-answer', patch: { name: 'other', apiKeySource: null } },
      times: 1,
    });
    const get = () => gateway().send(new GetRestApiCommand({ restApiId: id! }));
    const wrong = await get();
    expect([wrong.id, wrong.name, wrong.apiKeySource]).toEqual([id, 'other', undefined]);
    expect((await get()).name).toBe('orders');
  });

  it('marks every text of an answer but those of open members, in every protocol, and of errors', async () => {
    const { id } = await createApi();
    const { client } = metrics();
    const alarm = { AlarmName: 'bad', Namespace: 'Shop', MetricName: 'Orders', Period: 60 };
    const limit = { EvaluationPeriods: 1, Threshold: 1, Statistic: 'Sum' } as const;
    const ComparisonOperator = 'GreaterThanThreshold';
    await client.send(new PutMetricAlarmCommand({ ...alarm, ...limit, ComparisonOperator }));
    const fault = { operation: '*', kind: 'marked-answer', marker: '-M' };
    const open = ['id', 'AlarmName', 'message'];
    expect((await admin('POST', '/faults', { ...fault, open })).status).toBe(200);
    const get = (restApiId: string) => gateway().send(new GetRestApiCommand({ restApiId }));
    const api = await get(id!);
    expect([api.id, api.name, api.apiKeySource]).toEqual([id, 'orders-M', 'HEADER-M']);
    expect(api.createdDate).toBeInstanceOf(Date);
    expect(api.endpointConfiguration?.types).toEqual(['EDGE-M']);
    const { MetricAlarms = [] } = await client.send(new DescribeAlarmsCommand({}));
    const [found] = MetricAlarms;
    expect([found?.AlarmName, found?.MetricName]).toEqual(['bad', 'Orders-M']);
    expect([found?.Threshold, found?.StateUpdatedTimestamp]).toEqual([1, expect.any(Date)]);
    await expect(get('none')).rejects.toThrow(/^Invalid API identifier specified [^-]+$/);
    const list = await admin('GET', '/faults');
    expect(list.body).toMatchObject([{ hits: 3 }]);
  });

  it('leaves metrics out of GetMetricData as AWS does, and only of it', async () => {
    const { client, ask } = metrics();
    await ask.put('Visits', [1, 2, 3, 4]);
    await ask.put('Orders', [1, 1, 1, 1]);
    const fault = { operation: '*', kind: 'incomplete-metrics', metrics: ['Orders'] };
    const lost = { ...fault, statusCode: 'InternalError', message: 'Try again', times: 1 };
    expect((await admin('POST', '/faults', lost)).status).toBe(200);
    const said = [{ Code: 'InternalError', Value: 'Try again' }];
    expect(await ask.get()).toEqual([
      ['Visits', 'Complete', [1, 2, 3, 4], undefined],
      ['Orders', 'InternalError', [], said],
    ]);
    await admin('POST', '/faults', { ...fault, statusCode: 'PartialData', times: 1 });
    expect(await ask.get()).toEqual([
      ['Visits', 'Complete', [1, 2, 3, 4], undefined],
      ['Orders', 'PartialData', [1, 1], undefined],
    ]);
    await admin('POST', '/faults', { ...fault, times: 1 });
    expect(await failureOf(client.send(new DescribeAlarmsCommand({})))).toMatchObject({
      message: expect.stringContaining('an answer of DescribeAlarms without some metrics'),
      status: 501,
    });
  });

  it('expires credentials and denies access in AWS’s words', async () => {
    simulator.faults.add({ operation: '*', effect: { kind: 'expired-credentials' }, times: 1 });
    simulator.faults.add({ operation: '*', effect: { kind: 'access-denied' }, times: 2 });
    expect((await failureOf(listApis())).name).toBe('ExpiredTokenException');
    expect(await failureOf(listApis())).toEqual({
      name: 'AccessDeniedException',
      message:
        'User: arn:aws:sts::123456789012:assumed-role/simulated/session is not authorized to perform: ' +
        'apigateway:GET on resource: arn:aws:apigateway:us-east-1::/restapis ' +
        'because no identity-based policy allows the apigateway:GET action',
      status: 403,
    });
  });

  it('are worded as each service words them', async () => {
    const connection = {
      endpoint: simulator.url,
      region: 'us-east-1',
      credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
      maxAttempts: 1,
    };
    const lambda = new LambdaClient(connection);
    const cloudWatch = new CloudWatchClient(connection);
    const listFunctions = () => lambda.send(new ListFunctionsCommand({}));
    const describeAlarms = () => cloudWatch.send(new DescribeAlarmsCommand({}));
    const worded = async (effect: Effect, call: () => Promise<unknown>) => {
      simulator.faults.add({ operation: '*', effect, times: 1 });
      const { name, status } = await failureOf(call());
      return [effect.kind, name, status];
    };
    expect([
      await worded({ kind: 'throttle' }, listFunctions),
      await worded({ kind: 'server-error' }, listFunctions),
      await worded({ kind: 'expired-credentials' }, listFunctions),
      await worded({ kind: 'access-denied' }, listFunctions),
      await worded({ kind: 'throttle' }, describeAlarms),
      await worded({ kind: 'server-error', status: 503 }, describeAlarms),
      await worded({ kind: 'expired-credentials' }, describeAlarms),
      await worded({ kind: 'access-denied' }, describeAlarms),
    ]).toEqual([
      ['throttle', 'TooManyRequestsException', 429],
      ['server-error', 'ServiceException', 500],
      ['expired-credentials', 'ExpiredTokenException', 403],
      ['access-denied', 'AccessDeniedException', 403],
      ['throttle', 'Throttling', 400],
      ['server-error', 'ServiceUnavailable', 503],
      ['expired-credentials', 'ExpiredToken', 403],
      ['access-denied', 'AccessDenied', 403],
    ]);
  });

  it('delays by simulated time', async () => {
    simulator.faults.add({ operation: '*', effect: { kind: 'delay', ms: 20_000 }, times: 1 });
    const before = simulator.world.clock.now();
    await listApis();
    expect(simulator.world.clock.now() - before).toBeGreaterThanOrEqual(19_000);
  });
});

describe('a policy', () => {
  it('denies what no statement allows, and what one denies', async () => {
    simulator.policy.set([
      { Effect: 'Allow', Action: ['APIGATEWAY:*'], Resource: ['arn:aws:apigateway:*::/restapis*'] },
      { Effect: 'Deny', Action: ['apigateway:DELETE'], Resource: ['*'] },
    ]);
    await expect(createApi()).resolves.toBeDefined();
    simulator.policy.set([
      {
        Effect: 'Allow',
        Action: ['apigateway:GET'],
        Resource: ['arn:aws:apigateway:us-east-?::/restapis'],
      },
      { Effect: 'Deny', Action: ['apigateway:PO?T'], Resource: ['*'] },
    ]);
    await expect(listApis()).resolves.toBeDefined();
    const denied = await failureOf(createApi());
    expect(denied.message).toContain('with an explicit deny in an identity-based policy');
    const unmentioned = await failureOf(
      gateway().send(new GetRestApiCommand({ restApiId: 'abc' })),
    );
    expect(unmentioned).toMatchObject({ name: 'AccessDeniedException', status: 403 });
    expect(unmentioned.message).toContain(
      'on resource: arn:aws:apigateway:us-east-1::/restapis/abc ',
    );
  });
});

describe('a condition of a policy', () => {
  const put = (Condition: unknown) =>
    fetch(`${simulator.url}/_sim/policy`, {
      method: 'PUT',
      body: JSON.stringify({
        Statement: { Effect: 'Allow', Action: 'lambda:AddPermission', Resource: '*', Condition },
      }),
    });
  const add = (Principal: string) => {
    const lambda = new LambdaClient({
      ...{ endpoint: simulator.url, region: 'us-east-1', maxAttempts: 1 },
      credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
    });
    const Action = 'lambda:InvokeFunction';
    const input = { FunctionName: 'none', StatementId: 'one', Action, Principal };
    return failureOf(lambda.send(new AddPermissionCommand(input)));
  };

  it('allows what it is about, and no more', async () => {
    const loaded = await put({ StringEquals: { 'lambda:Principal': 'apigateway.amazonaws.com' } });
    expect(loaded.status).toBeLessThan(300);
    expect((await add('apigateway.amazonaws.com')).name).toBe('ResourceNotFoundException');
    expect((await add('events.amazonaws.com')).name).toBe('AccessDeniedException');
  });

  it('is refused by name if it is not simulated', async () => {
    const refused = await put({ StringEquals: { 'aws:PrincipalTag/team': 'x' } });
    expect(refused.status).toBe(400);
    expect(await refused.text()).toContain(
      'not simulated: the condition key aws:PrincipalTag/team',
    );
  });
});

describe('the tags of an API', () => {
  it('may be set and removed only by those who may change it too', async () => {
    const { id } = await createApi();
    const resourceArn = `arn:aws:apigateway:us-east-1::/restapis/${id}`;
    const tags = {
      Effect: 'Allow',
      Action: ['apigateway:*'],
      Resource: ['arn:aws:apigateway:*::/tags/*'],
    } as const;
    const change = {
      Effect: 'Allow',
      Action: ['apigateway:PATCH'],
      Resource: [resourceArn],
    } as const;
    const set = () => gateway().send(new TagResourceCommand({ resourceArn, tags: { team: 'a' } }));
    const remove = () =>
      gateway().send(new UntagResourceCommand({ resourceArn, tagKeys: ['team'] }));
    simulator.policy.set([tags]);
    for (const write of [set, remove]) {
      const { message } = await failureOf(write());
      expect(message).toContain(`apigateway:PATCH on resource: ${resourceArn} `);
    }
    simulator.policy.set([tags, change]);
    for (const write of [set, remove]) await expect(write()).resolves.toBeDefined();
    simulator.policy.set([change]);
    for (const write of [set, remove]) {
      expect((await failureOf(write())).message).toContain(
        'on resource: arn:aws:apigateway:us-east-1::/tags/',
      );
    }
  });
});

describe('quotas', () => {
  it('are off by default', async () => {
    for (let i = 0; i < 3; i++) await createApi();
    expect((await listApis()).items).toHaveLength(3);
  });

  it('refill on the simulated clock', async () => {
    simulator.quotas.enabled = true;
    // CreateRestApi: one in 3 s. A hundredfold clock passes those in 30 ms.
    simulator.quotas.take('apigateway', 'CreateRestApi');
    expect(simulator.quotas.take('apigateway', 'CreateRestApi')).toBe(false);
    await simulator.world.clock.sleep(3_500);
    await expect(createApi()).resolves.toBeDefined();
  });

  it('answer with the service’s throttling error once the account’s bucket is empty', async () => {
    await simulator.close();
    simulator = await startSimulator({ quotas: true });
    let taken = 0;
    while (simulator.quotas.take('apigateway', 'GetStage')) taken += 1;
    expect(taken).toBeGreaterThanOrEqual(40);
    // The bucket refills by ten a second: it is drained again as the call arrives.
    simulator.onCall({
      before: () => {
        while (simulator.quotas.take('apigateway', 'GetStage'));
      },
    });
    expect(await failureOf(listApis())).toEqual({
      name: 'TooManyRequestsException',
      message: 'Too Many Requests',
      status: 429,
    });
  });
});

describe('calls', () => {
  it('are logged and can be watched', async () => {
    const seen: unknown[] = [];
    const stop = simulator.onCall({
      before: ({ operation, status }) => void seen.push(['before', operation, status]),
      after: ({ operation, status }) => void seen.push(['after', operation, status]),
    });
    await createApi();
    stop();
    await listApis();
    expect(seen).toEqual([
      ['before', 'CreateRestApi', null],
      ['after', 'CreateRestApi', 201],
    ]);
    const { body } = await admin('GET', '/calls?operation=CreateRestApi');
    expect(body).toMatchObject([
      {
        service: 'apigateway',
        status: 201,
        method: 'POST',
        path: '/restapis',
        accessKeyId: 'test',
      },
    ]);
    expect(JSON.parse(body[0]!.body)).toMatchObject({ name: 'orders' });
    await admin('DELETE', '/calls');
    expect((await admin('GET', '/calls')).body).toEqual([]);
  });
});

describe('the admin interface', () => {
  it('keeps faults', async () => {
    const rule = { operation: 'GetRestApis', kind: 'throttle', times: 1 };
    const { body: added } = await admin('POST', '/faults', rule);
    expect((await failureOf(listApis())).status).toBe(429);
    const { body: listed } = await admin('GET', '/faults');
    expect(listed).toEqual([{ ...added, hits: 1 }]);
    expect((await admin('DELETE', `/faults/${added.id}`)).status).toBe(200);
    expect((await admin('GET', '/faults')).body).toEqual([]);
  });

  it('keeps the policy and the credentials', async () => {
    const Statement = { Effect: 'Allow', Action: 'lambda:*', Resource: '*' };
    await admin('PUT', '/policy', { Version: '2012-10-17', Statement });
    expect((await failureOf(listApis())).name).toBe('AccessDeniedException');
    await admin('DELETE', '/policy');
    await admin('PUT', '/credentials/test', { state: 'expired' });
    expect((await failureOf(listApis())).name).toBe('ExpiredTokenException');
  });

  it('shows the clock', async () => {
    const { body } = await admin('GET', '/clock');
    expect(body).toMatchObject(simulator.world.clock.settings);
    expect(body.now).toBeGreaterThanOrEqual(body.originMs);
  });

  it('is advanced, and what was due in between has happened in order', async () => {
    const { clock } = simulator.world;
    const rung: (readonly [string, number])[] = [];
    const from = clock.now();
    const ring = (name: string) => rung.push([name, Math.round((clock.now() - from) / HOUR)]);
    clock.after(2 * HOUR, () => ring('two'));
    const stop = clock.every(HOUR, () => ring('each'));
    clock.after(4 * HOUR, () => ring('never'));
    const { body } = await admin('PATCH', '/clock', { forwardMs: 3 * HOUR });
    stop();
    expect(body.now - from).toBeGreaterThanOrEqual(3 * HOUR);
    expect(rung).toEqual([
      ['each', 1],
      ['two', 2],
      ['each', 2],
      ['each', 3],
    ]);
    expect((await admin('PATCH', '/clock', { forwardMs: -1 })).status).toBe(400);
  });

  it('answers AWS’s open questions otherwise', async () => {
    const { body } = await admin('PATCH', '/unsettled', { propagationSeconds: 5 });
    expect(body).toEqual({ ...simulator.world.unsettled, propagationSeconds: 5 });
    expect(simulator.world.unsettled.propagationSeconds).toBe(5);
  });

  it('settles how long Lambda takes', async () => {
    await admin('PATCH', '/lambda', { updateSeconds: 9 });
    expect(simulator.lambda.updateSeconds).toBe(9);
    expect((await admin('GET', '/lambda')).body).toMatchObject({ updateSeconds: 9 });
  });

  it('settles how late log lines are, and how many are lost', async () => {
    await admin('PATCH', '/logs', { deliverySeconds: 20, lostShare: 0.5 });
    expect(simulator.logs).toMatchObject({ deliverySeconds: 20, lostShare: 0.5, lateShare: 0.01 });
    expect((await admin('GET', '/logs')).body).toEqual(simulator.logs);
    expect((await admin('PATCH', '/logs', { delay: 1 })).status).toBe(400);
  });

  it('switches quotas, and restarts the random generator', async () => {
    await admin('PUT', '/quotas', { enabled: true });
    expect(simulator.quotas.enabled).toBe(true);
    const perSecond = { FilterLogEvents: 1 };
    await admin('PUT', '/quotas', { enabled: false, perSecond });
    expect((await admin('GET', '/quotas')).body).toEqual({ enabled: false, perSecond });
    expect(simulator.quotas.take('logs', 'FilterLogEvents')).toBe(true);
    expect(simulator.quotas.take('logs', 'FilterLogEvents')).toBe(false);
    expect(simulator.quotas.take('logs', 'DescribeLogGroups')).toBe(true);
    expect((await admin('PUT', '/quotas', { perSecond: { FilterLogEvents: -1 } })).status).toBe(
      400,
    );
    const draws = async () => {
      await admin('PUT', '/seed', { seed: 7 });
      return [simulator.world.random.next(), simulator.world.random.next()];
    };
    expect(await draws()).toEqual(await draws());
  });

  it.each([
    ['POST', '/faults', 'no json', 'the body is not JSON'],
    ['POST', '/faults', { kind: 'throttle' }, 'operation must be the name'],
    ['POST', '/faults', { operation: '*', kind: 'thottle' }, 'kind must be one of throttle'],
    ['POST', '/faults', { operation: '*', kind: 'delay' }, 'delay needs ms'],
    ['POST', '/faults', { operation: '*', kind: 'throttle', time: 1 }, 'unknown: time; expected'],
    ['POST', '/faults', { operation: '*', kind: 'throttle', times: 0 }, 'times must be a number'],
    ['POST', '/faults', { operation: '*', kind: 'server-error', status: 404 }, 'status must be'],
    ['POST', '/faults', { operation: '*', kind: 'wrong-answer' }, 'needs a patch'],
    ['POST', '/faults', { operation: '*', kind: 'marked-answer' }, 'needs a marker'],
    ['POST', '/faults', { operation: '*', kind: 'incomplete-metrics' }, 'metrics must be'],
    ['POST', '/faults', { operation: '*', kind: 'aws-error', name: 'A' }, 'needs name, status'],
    [
      'POST',
      '/faults',
      { operation: '*', kind: 'incomplete-metrics', metrics: ['A'], statusCode: 'Lost' },
      'statusCode must be one of PartialData',
    ],
    ['DELETE', '/faults/9', undefined, 'there is no fault 9'],
    ['PUT', '/policy', {}, 'a policy needs a Statement'],
    ['PUT', '/policy', { Statement: [{ Effect: 'Maybe' }] }, 'Effect must be Allow or Deny'],
    ['PUT', '/policy', { Statement: [{ Effect: 'Allow', Action: [] }] }, 'Action must be'],
    ['PUT', '/credentials/x', { state: 'odd' }, 'state must be valid, expired or unknown'],
    ['PATCH', '/unsettled', { propagation: 1 }, 'unknown: propagation; expected'],
    ['PATCH', '/unsettled', { removeAbsentCanary: 'maybe' }, 'must be no-op or error'],
    ['PATCH', '/lambda', { updateSeconds: -1 }, 'updateSeconds must be a number'],
    ['PUT', '/quotas', { enabled: 'yes' }, 'enabled must be true or false'],
    ['PUT', '/seed', {}, 'seed is required'],
  ])('refuses %s %s %j with a reason', async (method, path, body, words) => {
    const before = { ...simulator.world.unsettled };
    const answer = await admin(method, path, body);
    expect(answer.status).toBe(400);
    expect(answer.body.message).toContain(words);
    expect(simulator.world.unsettled).toEqual(before);
  });

  it('says what is not there', async () => {
    expect((await admin('GET', '/nothing')).status).toBe(404);
    expect((await admin('PATCH', '/faults')).status).toBe(405);
  });
});
