// moto: an emulator that is known to be wrong about canaries (it moves the base deployment), and is
// compared only where it is reliable: aliases, tags, alarms, and logs by terms (its JSON and space-delimited patterns
// match every line).

import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  CloudWatchClient,
  DescribeAlarmsCommand,
  PutMetricAlarmCommand,
} from '@aws-sdk/client-cloudwatch';
import {
  LambdaClient,
  ListTagsCommand,
  TagResourceCommand,
  UntagResourceCommand,
} from '@aws-sdk/client-lambda';
import { archive } from '../../demo/handlers.ts';
import { startSimulator } from '../../simulator/simulator.ts';
import { need } from '../command.ts';
import { startEmulator } from '../emulators/server.ts';
import type { Server } from '../emulators/server-pair.ts';
import { createSender } from '../recordings/send.ts';
import type { Verifier, VerifyContext } from '../verifier.ts';

export const moto: Verifier = {
  name: 'moto',
  title: 'moto, another project’s emulator',
  shows:
    'A second implementation of aliases, tags, alarms and logs agrees; not compared for canaries.',
  byDefault: true,
  verify: async (context) => {
    const program = need('moto_server');
    const folder = await mkdtemp(join(tmpdir(), 'verify-moto-'));
    const emulator = await startEmulator({
      program,
      args: (port) => ['-H', '127.0.0.1', '-p', String(port)],
      // Functions are created but never run, and roles are not checked: no Docker, no IAM.
      env: () => ({ MOTO_IAM_LOAD_MANAGED_POLICIES: 'false', LAMBDA_SKIP_ROLE: '1' }),
      cwd: folder,
      health: '/moto-api/',
      timeoutMs: 60_000,
    });
    try {
      await compare(context, emulator.url);
    } finally {
      await emulator.stop();
      await rm(folder, { recursive: true, force: true });
    }
  },
};

const CLIENT = {
  region: 'us-east-1',
  maxAttempts: 1,
  credentials: { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'example' },
};

const ROLE = 'arn:aws:iam::123456789012:role/hello';
const FUNCTION = 'moto-hello';
const FUNCTION_ARN = `arn:aws:lambda:us-east-1:123456789012:function:${FUNCTION}`;

async function compare(context: VerifyContext, url: string): Promise<void> {
  const simulator = await startSimulator({ clockRate: 60 });
  const { region } = simulator.world.place;
  const servers = [url, simulator.url].map((each) => ({
    url: each,
    sender: createSender(each, region),
    ids: new Map<string, string>(),
  }));
  try {
    await createRole(url);
    await context.check('versions, and an alias with weights', ['alias-weights'], async () => {
      const answers: unknown[] = [];
      for (const server of servers) {
        await makeVersions(server);
        answers.push(await aliasSteps(server));
      }
      assert.deepEqual(answers[0], answers[1]);
    });
    await context.check('tags of a function', ['function-tags'], async () => {
      for (const server of servers) await functionTags(server);
    });
    await context.check('alarms that exist and that do not', ['alarm-names'], async () => {
      assert.deepEqual(await alarmNames(url, region), await alarmNames(simulator.url, region));
    });
    await context.check('log events by time and terms', ['log-events', 'log-groups'], async () => {
      const forward = () => simulator.world.clock.forward(60_000);
      assert.deepEqual(await logSteps(url, () => {}), await logSteps(simulator.url, forward));
    });
    context.skip(
      'composite alarms',
      'this version of moto answers them over AWS JSON with an error',
    );
  } finally {
    for (const { sender } of servers) sender.close();
    await simulator.close();
  }
}

/** moto checks that the role exists; the simulator has no IAM. */
async function createRole(url: string): Promise<void> {
  const trust = {
    Version: '2012-10-17',
    Statement: [
      { Effect: 'Allow', Principal: { Service: 'lambda.amazonaws.com' }, Action: 'sts:AssumeRole' },
    ],
  };
  const answer = await fetch(url, {
    method: 'POST',
    headers: {
      authorization: 'AWS4-HMAC-SHA256 Credential=AKID/20200101/us-east-1/iam/aws4_request',
    },
    body: new URLSearchParams({
      Action: 'CreateRole',
      Version: '2010-05-08',
      RoleName: 'hello',
      AssumeRolePolicyDocument: JSON.stringify(trust),
    }),
  });
  assert.ok(answer.ok, await answer.text());
}

/** moto's answer about an alias; its status (201) and the empty map of weights are known to be wrong. */
interface AliasAnswer {
  readonly FunctionVersion?: string;
  readonly RoutingConfig?: { readonly AdditionalVersionWeights?: unknown };
}

async function aliasSteps({ url, sender }: Server): Promise<readonly unknown[]> {
  const alias = { FunctionName: FUNCTION, Name: 'live' };
  const weights = (of: object) => ({ RoutingConfig: { AdditionalVersionWeights: of } });
  const answers: unknown[] = [];
  const step = async (call: string, input: Record<string, unknown>) => {
    const { body, error } = await sender.send(call, { ...alias, ...input });
    assert.equal(error, undefined, `${url} ${call}`);
    const { FunctionVersion, RoutingConfig } = body as AliasAnswer;
    answers.push([call, FunctionVersion, RoutingConfig?.AdditionalVersionWeights ?? {}]);
  };
  await step('CreateAlias', { FunctionVersion: '1' });
  await step('UpdateAlias', weights({ '2': 0.25 }));
  await step('UpdateAlias', { Description: 'weights are kept when they are omitted' });
  await step('GetAlias', {});
  await step('UpdateAlias', { FunctionVersion: '2', ...weights({}) });
  await step('GetAlias', {});
  return answers;
}

async function makeVersions({ sender }: Server): Promise<void> {
  const must = async (call: string, input: Record<string, unknown>) => {
    for (let attempt = 0; ; attempt += 1) {
      const { error } = await sender.send(call, input);
      if (!error) return;
      // Creating and updating take some time.
      if (attempt === 50) throw new Error(`${call}: ${error.message}`);
      await sleep(100);
    }
  };
  await must('CreateFunction', {
    FunctionName: FUNCTION,
    Role: ROLE,
    Runtime: 'nodejs22.x',
    Handler: 'index.handler',
    Code: { ZipFile: archive({ label: 'v1' }) },
  });
  await must('PublishVersion', { FunctionName: FUNCTION });
  await must('UpdateFunctionCode', { FunctionName: FUNCTION, ZipFile: archive({ label: 'v2' }) });
  await must('PublishVersion', { FunctionName: FUNCTION });
}

async function functionTags({ url }: Server): Promise<void> {
  const client = new LambdaClient({ ...CLIENT, endpoint: url });
  await client.send(new TagResourceCommand({ Resource: FUNCTION_ARN, Tags: { a: '1', b: '2' } }));
  await client.send(new UntagResourceCommand({ Resource: FUNCTION_ARN, TagKeys: ['b', 'c'] }));
  const { Tags } = await client.send(new ListTagsCommand({ Resource: FUNCTION_ARN }));
  assert.deepEqual(Tags, { a: '1' }, url);
}

async function alarmNames(endpoint: string, region: string): Promise<unknown> {
  const client = new CloudWatchClient({ ...CLIENT, endpoint, region });
  await client.send(
    new PutMetricAlarmCommand({
      AlarmName: 'errors',
      Namespace: 'AWS/Lambda',
      MetricName: 'Errors',
      Statistic: 'Sum',
      Period: 60,
      EvaluationPeriods: 1,
      Threshold: 0,
      ComparisonOperator: 'GreaterThanThreshold',
    }),
  );
  const { MetricAlarms = [] } = await client.send(
    new DescribeAlarmsCommand({ AlarmNames: ['errors', 'absent'], AlarmTypes: ['MetricAlarm'] }),
  );
  return MetricAlarms.map(({ AlarmName }) => AlarmName);
}

/** @param settle called after the lines were written, which then need some time to be readable */
async function logSteps(url: string, settle: () => void): Promise<unknown> {
  const group = { logGroupName: 'moto/lines' };
  const must = async (operation: string, input: object) => {
    const { status, body } = await callLogs(url, operation, input);
    assert.equal(status, 200, `${url} ${operation} ${JSON.stringify(body)}`);
    return body;
  };
  await must('CreateLogGroup', group);
  await must('PutRetentionPolicy', { ...group, retentionInDays: 30 });
  await must('CreateLogStream', { ...group, logStreamName: 'one' });
  const from = Date.now();
  const lines = ['START one', 'ERROR no order', 'ERROR Task timed out', 'END one'];
  const logEvents = lines.map((message, i) => ({ timestamp: from + i, message }));
  await must('PutLogEvents', { ...group, logStreamName: 'one', logEvents });
  settle();
  const found = async (input: object) => {
    const messages: string[] = [];
    for (let nextToken: unknown; ; ) {
      const page = await must('FilterLogEvents', { ...group, ...input, nextToken });
      messages.push(...page.events.map(({ message }: { message: string }) => message));
      nextToken = page.nextToken;
      if (typeof nextToken !== 'string') return messages;
    }
  };
  const missing = await callLogs(url, 'FilterLogEvents', { logGroupName: 'none' });
  const { logGroups } = await must('DescribeLogGroups', { logGroupNamePrefix: 'moto/' });
  return {
    all: await found({}),
    pages: await found({ limit: 3 }),
    range: await found({ startTime: from + 1, endTime: from + 2 }),
    term: await found({ filterPattern: 'ERROR' }),
    terms: await found({ filterPattern: 'ERROR order' }),
    phrase: await found({ filterPattern: '"timed out"' }),
    stream: await found({ logStreamNames: ['one'] }),
    missing: [missing.status, missing.body.__type, missing.body.message],
    groups: logGroups.map(({ logGroupName, retentionInDays }: Record<string, unknown>) => [
      logGroupName,
      retentionInDays,
    ]),
  };
}

async function callLogs(url: string, operation: string, input: object) {
  const answer = await fetch(url, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-amz-json-1.1',
      'x-amz-target': `Logs_20140328.${operation}`,
      authorization: 'AWS4-HMAC-SHA256 Credential=AKID/20200101/us-east-1/logs/aws4_request',
    },
    body: JSON.stringify(input),
  });
  const text = await answer.text();
  return { status: answer.status, body: text === '' ? {} : JSON.parse(text) };
}
