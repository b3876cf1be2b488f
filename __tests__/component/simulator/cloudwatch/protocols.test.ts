import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { decode, encode } from 'cborg';
import { MINUTE, START, stageEvent, startCloudWatch } from './over-http.ts';

let cloudWatch: Awaited<ReturnType<typeof startCloudWatch>>;
beforeEach(async () => {
  cloudWatch = await startCloudWatch();
});
afterEach(() => cloudWatch.close());

const post = (path: string, headers: Record<string, string>, body: string | Uint8Array) =>
  fetch(`${cloudWatch.endpoint}${path}`, { method: 'POST', headers, body });

const inJson = (operation: string, input: object) =>
  post(
    '/',
    {
      'content-type': 'application/x-amz-json-1.0',
      'x-amz-target': `GraniteServiceVersion20100801.${operation}`,
      'x-amzn-query-mode': 'true',
    },
    JSON.stringify(input),
  );

const inCbor = (operation: string, input: object) =>
  post(
    `/service/GraniteServiceVersion20100801/operation/${operation}`,
    {
      'content-type': 'application/cbor',
      'smithy-protocol': 'rpc-v2-cbor',
      'x-amzn-query-mode': 'true',
    },
    encode(input),
  );

const inQuery = (operation: string, input: Record<string, string>) =>
  post(
    '/',
    { 'content-type': 'application/x-www-form-urlencoded; charset=utf-8' },
    new URLSearchParams({ Action: operation, Version: '2010-08-01', ...input }).toString(),
  );

const jsonOf = async (response: Response) =>
  // biome-ignore lint/suspicious/noExplicitAny: an answer of any shape, held to its values below
  (await response.json()) as any;

const cborOf = async (response: Response) =>
  decode(new Uint8Array(await response.arrayBuffer()), {
    tags: { 1: (inner) => ({ seconds: inner() }) },
  });

const ALARM = {
  AlarmName: 'a<b',
  Namespace: 'AWS/ApiGateway',
  MetricName: 'Count',
  Statistic: 'Sum',
  ComparisonOperator: 'LessThanThreshold',
};

describe('one alarm in three protocols', () => {
  const wayIn = {
    json: () =>
      inJson('PutMetricAlarm', { ...ALARM, Period: 60, EvaluationPeriods: 1, Threshold: 2 }),
    cbor: () =>
      inCbor('PutMetricAlarm', { ...ALARM, Period: 60, EvaluationPeriods: 1, Threshold: 2 }),
    query: () =>
      inQuery('PutMetricAlarm', {
        ...ALARM,
        Period: '60',
        EvaluationPeriods: '1',
        Threshold: '2.0',
        'AlarmActions.member.1': 'arn:aws:sns:eu-west-1:123456789012:one',
        'AlarmActions.member.2': 'arn:aws:sns:eu-west-1:123456789012:two',
      }),
  };

  it.each(Object.keys(wayIn) as (keyof typeof wayIn)[])('put by %s, read by all', async (way) => {
    expect((await wayIn[way]()).status).toBe(200);
    const json = await jsonOf(await inJson('DescribeAlarms', {}));
    expect(json.MetricAlarms[0]).toMatchObject({
      ...ALARM,
      Threshold: 2,
      StateUpdatedTimestamp: START / 1000,
      AlarmActions:
        way === 'query' ? [expect.stringMatching(/one$/), expect.stringMatching(/two$/)] : [],
    });
    const cbor = await cborOf(await inCbor('DescribeAlarms', {}));
    expect(cbor.MetricAlarms[0]).toMatchObject({
      ...ALARM,
      Threshold: 2,
      StateUpdatedTimestamp: { seconds: START / 1000 },
    });
    const xml = await (await inQuery('DescribeAlarms', {})).text();
    expect(xml).toContain(
      '<DescribeAlarmsResponse xmlns="http://monitoring.amazonaws.com/doc/2010-08-01/">',
    );
    expect(xml).toContain('<MetricAlarms><member><AlarmName>a&lt;b</AlarmName>');
    expect(xml).toContain(
      '<StateUpdatedTimestamp>2026-03-01T12:00:00.000Z</StateUpdatedTimestamp>',
    );
  });
});

it('reads times in every form', async () => {
  cloudWatch.metrics.record(stageEvent('Count', 1, START));
  cloudWatch.advance(5 * MINUTE);
  const metric = { Namespace: 'AWS/ApiGateway', MetricName: 'Count', Period: 60 };
  const dimension = { Name: 'ApiName', Value: 'orders' };
  const json = await inJson('GetMetricStatistics', {
    ...metric,
    Dimensions: [dimension],
    Statistics: ['Sum'],
    StartTime: START / 1000,
    EndTime: (START + MINUTE) / 1000,
  });
  expect((await jsonOf(json)).Datapoints).toEqual([
    { Timestamp: START / 1000, Sum: 1, Unit: 'Count' },
  ]);
  const xml = await inQuery('GetMetricStatistics', {
    Namespace: metric.Namespace,
    MetricName: metric.MetricName,
    Period: '60',
    'Dimensions.member.1.Name': dimension.Name,
    'Dimensions.member.1.Value': dimension.Value,
    'Statistics.member.1': 'Sum',
    StartTime: new Date(START).toISOString(),
    EndTime: new Date(START + MINUTE).toISOString(),
  });
  expect(await xml.text()).toContain('<Sum>1.0</Sum>');
});

it('writes doubles as doubles and integers as integers', async () => {
  const settings = { ...ALARM, Period: 60, EvaluationPeriods: 1, Threshold: 2 };
  await inJson('PutMetricAlarm', settings);
  const bytes = new Uint8Array(await (await inCbor('DescribeAlarms', {})).arrayBuffer());
  const hex = Buffer.from(bytes).toString('hex');
  const member = (name: string) => Buffer.from(name).toString('hex');
  expect(hex).toContain(`${member('Threshold')}fb4000000000000000`);
  expect(hex).toContain(`${member('Period')}183c`);
});

describe('errors', () => {
  const input = { AlarmName: 'absent', StateValue: 'OK', StateReason: 'drill' };

  it('name the shape in JSON and CBOR, and the query code in a header', async () => {
    for (const response of [
      await inJson('SetAlarmState', input),
      await inCbor('SetAlarmState', input),
    ]) {
      expect(response.status).toBe(404);
      expect(response.headers.get('x-amzn-query-error')).toBe('ResourceNotFound;Sender');
    }
    const missing = await (await inJson('SetAlarmState', {})).json();
    expect(missing).toEqual({
      __type: 'com.amazonaws.cloudwatch#MissingRequiredParameterException',
      message: 'The parameter AlarmName is required.',
    });
    const cbor = await inCbor('SetAlarmState', {});
    expect(cbor.headers.get('smithy-protocol')).toBe('rpc-v2-cbor');
    expect(await cborOf(cbor)).toEqual(missing);
  });

  it('name the code in XML', async () => {
    const response = await inQuery('SetAlarmState', {});
    expect(response.status).toBe(400);
    expect(await response.text()).toContain(
      '<Error><Type>Sender</Type><Code>MissingParameter</Code><Message>The parameter AlarmName is required.</Message></Error>',
    );
  });

  it('say what the simulator lacks', async () => {
    for (const response of [
      await inJson('PutDashboard', {}),
      await inCbor('PutDashboard', {}),
      await inQuery('PutDashboard', {}),
      await inJson('toString', {}),
    ]) {
      expect(response.status).toBe(501);
      expect(await response.text()).toContain('not implemented by this simulator: CloudWatch');
    }
  });

  it('refuse a body that is none', async () => {
    const headers = { 'x-amz-target': 'GraniteServiceVersion20100801.DescribeAlarms' };
    const response = await post('/', headers, '{');
    expect(response.status).toBe(400);
    expect(response.headers.get('x-amzn-query-error')).toBeNull();
    expect(await response.json()).toMatchObject({
      __type: 'com.amazonaws.cloudwatch#SerializationException',
    });
  });
});
