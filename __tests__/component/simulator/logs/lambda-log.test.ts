import {
  CreateFunctionCommand,
  InvokeCommand,
  type LoggingConfig,
  PublishVersionCommand,
  UpdateFunctionConfigurationCommand,
} from '@aws-sdk/client-lambda';
import { afterEach, describe, expect, it } from '@jest/globals';
import { openInnerEnvironment } from '../../../../simulator/lambda/inner-environment.ts';
import { type Simulator, startSimulator } from '../../../../simulator/simulator.ts';
import { createBench } from '../execute-api/bench.ts';
import { nodeFunction } from '../lambda/server.ts';
import { type LogsClient, logsClient } from './client.ts';

let simulator: Simulator;
let logs: LogsClient;
afterEach(() => simulator.close());

async function start(inner = false) {
  simulator = await startSimulator({
    ...{ seed: 3, lambda: { updateSeconds: 0 } },
    ...(inner && { openEnvironment: openInnerEnvironment }),
  });
  logs = logsClient(simulator);
  return createBench(simulator).lambda;
}

interface Run {
  readonly source: string;
  readonly logging?: LoggingConfig;
  readonly event?: unknown;
  readonly inner?: boolean;
  readonly times?: number;
}

/** The log of a function after some invocations: its messages, with what changes each time replaced. */
async function logOf({ source, logging, event = {}, inner = false, times = 1 }: Run) {
  const lambda = await start(inner);
  const fn = nodeFunction('fn', source);
  await lambda.send(
    new CreateFunctionCommand({ ...fn, Timeout: 1, ...(logging && { LoggingConfig: logging }) }),
  );
  await lambda.send(new PublishVersionCommand({ FunctionName: 'fn' }));
  for (let i = 0; i < times; i += 1) {
    const Payload = Buffer.from(JSON.stringify(event));
    await lambda.send(new InvokeCommand({ FunctionName: 'fn', Qualifier: '1', Payload }));
  }
  simulator.world.clock.forward(120_000);
  const logGroupName = logging?.LogGroup ?? '/aws/lambda/fn';
  return logs.events({ logGroupName });
}

const plain = (message: string) =>
  message
    .replaceAll(/[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[\da-f]{4}-[\da-f]{12}/g, 'ID')
    .replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'TIME')
    .replaceAll(/: \d+(\.\d\d)? ms/g, ': N ms')
    .replace(/arn:\S+$/, 'ARN');

const INIT = 'INIT_START Runtime Version: nodejs:24.v1\tRuntime Version ARN: ARN';
const START = 'START RequestId: ID Version: 1';
const END = 'END RequestId: ID';
const report = (...more: string[]) =>
  [
    ...['REPORT RequestId: ID', 'Duration: N ms', 'Billed Duration: N ms', 'Memory Size: 128 MB'],
    ...['Max Memory Used: 85 MB', ...more, ''],
  ].join('\t');
const COLD = 'Init Duration: N ms';

const THROWS = `exports.handler = async () => {
  const order = undefined;
  return order.id;
}`;

describe.each([
  ['a process', false],
  ['the process of the simulator', true],
])('in %s, the format Text', (_, inner) => {
  it('has the lines of Lambda around those of the handler', async () => {
    const source = `console.log('loading');
      exports.handler = async () => { console.log('at', { n: 1 }); console.error('one\\ntwo'); console.debug('fine'); }`;
    const events = await logOf({ source, inner, times: 2 });
    expect(events.map(({ message }) => plain(message))).toEqual([
      INIT,
      'TIME\tundefined\tINFO\tloading',
      START,
      'TIME\tID\tINFO\tat { n: 1 }',
      'TIME\tID\tERROR\tone\ntwo',
      'TIME\tID\tDEBUG\tfine',
      END,
      report(COLD),
      ...[
        START,
        'TIME\tID\tINFO\tat { n: 1 }',
        'TIME\tID\tERROR\tone\ntwo',
        'TIME\tID\tDEBUG\tfine',
      ],
      ...[END, report()],
    ]);
    const streams = new Set(events.map(({ logStreamName }) => logStreamName));
    expect(streams.size).toBe(1);
    expect([...streams][0]).toMatch(/^\d{4}\/\d\d\/\d\d\/\[1\][\da-f]{32}$/);
  });

  it('has the error of the handler with its type and its place, and no status', async () => {
    const events = await logOf({ source: THROWS, inner });
    const messages = events.map(({ message }) => plain(message));
    expect(messages.filter((_message, i) => i !== 2)).toEqual([INIT, START, END, report(COLD)]);
    const [, json = ''] = messages[2]?.split('TIME\tID\tERROR\tInvoke Error \t') ?? [];
    const { errorType, stack } = JSON.parse(json);
    expect(errorType).toBe('TypeError');
    expect(stack[0]).toMatch(/^TypeError: Cannot read properties of undefined/);
    expect(stack[1]).toMatch(/\/var\/task\/index\.js:3:16/);
  });
});

describe('the format Text', () => {
  it.each([
    [
      'a timeout',
      'exports.handler = () => new Promise((done) => setTimeout(done, 5000))',
      ['TIME ID Task timed out after 1.00 seconds\n\n', END, report(COLD, 'Status: timeout')],
    ],
    [
      'an exit',
      'exports.handler = () => process.exit(3)',
      [
        END,
        report(COLD, 'Status: error', 'Error Type: Runtime.ExitError'),
        'RequestId: ID Error: Runtime exited with error: exit status 3\nRuntime.ExitError',
      ],
    ],
    [
      'lines on the standard output',
      `exports.handler = async () => { process.stdout.write('one\\ntwo\\n'); process.stderr.write('three') }`,
      ['one', 'two', 'three', END, report(COLD)],
    ],
  ])('shows %s', async (_, source, expected) => {
    const events = await logOf({ source });
    expect(events.map(({ message }) => plain(message))).toEqual([INIT, START, ...expected]);
  });

  it('shows an error that nothing caught', async () => {
    const source = `exports.handler = () => new Promise(() => { Promise.reject(new RangeError('lost')) })`;
    const messages = (await logOf({ source })).map(({ message }) => plain(message));
    expect(messages[2]).toMatch(
      /^TIME\tID\tERROR\tUnhandled Promise Rejection \t\{"errorType":"Runtime.UnhandledPromiseRejection","errorMessage":"RangeError: lost"/,
    );
    expect(messages.slice(3)).toEqual([
      END,
      report(COLD, 'Status: error', 'Error Type: Runtime.UnhandledPromiseRejection'),
      'RequestId: ID Error: Runtime exited with error: exit status 128\nRuntime.ExitError',
    ]);
  });

  it('shows a module that cannot be loaded twice: as Lambda loads it again', async () => {
    const messages = (await logOf({ source: `require('./absent')` })).map(({ message }) =>
      plain(message),
    );
    const uncaught =
      /^TIME\tundefined\tERROR\tUncaught Exception \t\{"errorType":"Runtime.ImportModuleError"/;
    expect(messages[1]).toMatch(uncaught);
    expect(messages[2]).toBe(
      'INIT_REPORT Init Duration: N ms\tPhase: init\tStatus: error\tError Type: Runtime.ImportModuleError',
    );
    expect(messages[4]).toMatch(uncaught);
    expect(messages[6]).toBe(
      report(COLD, 'Status: error', 'Error Type: Runtime.ImportModuleError'),
    );
  });
});

describe('the format JSON', () => {
  const json = async (source: string, logging: LoggingConfig = {}) => {
    const events = await logOf({ source, logging: { LogFormat: 'JSON', ...logging } });
    return events.map(({ message }) => JSON.parse(message));
  };
  const types = (lines: readonly { readonly type?: string; readonly level?: string }[]) =>
    lines.map(({ type, level }) => type ?? level);
  const SAYS = `exports.handler = async ({ bad }) => {
    console.debug('hidden'); console.log('at', { n: 1 }); console.warn({ order: 7 });
    console.error(new TypeError('no order'));
  }`;

  it('has events with a status, and lines with a level', async () => {
    const lines = await json(SAYS);
    expect(types(lines)).toEqual([
      ...['platform.initStart', 'platform.start', 'INFO', 'WARN', 'ERROR', 'platform.report'],
    ]);
    expect(lines[1].record).toEqual({ requestId: expect.any(String), version: '1' });
    const { requestId } = lines[1].record;
    const timestamp = expect.stringMatching(/^\d{4}-.*Z$/);
    expect(lines[2]).toEqual({ timestamp, level: 'INFO', requestId, message: 'at { n: 1 }' });
    expect(lines[3].message).toEqual({ order: 7 });
    expect(lines[4].message).toEqual({
      errorType: 'TypeError',
      errorMessage: 'no order',
      stackTrace: expect.arrayContaining([expect.stringMatching(/\/var\/task\/index\.js:3:\d+/)]),
    });
    expect(lines[5]).toEqual({
      time: expect.any(String),
      type: 'platform.report',
      record: {
        requestId,
        status: 'success',
        metrics: {
          durationMs: expect.any(Number),
          billedDurationMs: expect.any(Number),
          memorySizeMB: 128,
          maxMemoryUsedMB: 85,
          initDurationMs: expect.any(Number),
        },
      },
    });
  });

  it.each<[LoggingConfig, string[]]>([
    [{ SystemLogLevel: 'WARN' }, ['INFO', 'WARN', 'ERROR']],
    [
      { ApplicationLogLevel: 'ERROR', SystemLogLevel: 'DEBUG' },
      [
        ...['platform.initStart', 'platform.initRuntimeDone', 'platform.initReport'],
        ...['platform.start', 'ERROR', 'platform.runtimeDone', 'platform.report'],
      ],
    ],
    [
      { ApplicationLogLevel: 'TRACE' },
      [
        ...['platform.initStart', 'platform.start', 'DEBUG', 'INFO', 'WARN', 'ERROR'],
        'platform.report',
      ],
    ],
    [{ ApplicationLogLevel: 'FATAL', SystemLogLevel: 'WARN' }, []],
  ])('at the levels %j has less or more of them', async (logging, expected) => {
    await logOf({ source: SAYS, logging: { LogFormat: 'JSON', ...logging } }).then(
      (events) => expect(types(events.map(({ message }) => JSON.parse(message)))).toEqual(expected),
      (error) => {
        // Nothing was ever written, so there is no group.
        if (expected.length > 0) throw error;
      },
    );
  });

  it.each([
    ['failure', THROWS, 'TypeError'],
    [
      'timeout',
      'exports.handler = () => new Promise((done) => setTimeout(done, 5000))',
      'Sandbox.Timedout',
    ],
    ['error', 'exports.handler = () => process.exit(3)', 'Runtime.ExitError'],
  ])('shows a %s at every level', async (status, source, errorType) => {
    const lines = await json(source, { SystemLogLevel: 'WARN', ApplicationLogLevel: 'FATAL' });
    expect(types(lines)).toEqual(['platform.runtimeDone', 'platform.report']);
    for (const { record } of lines) expect(record).toMatchObject({ status, errorType });
  });
});

it('shows the start of an invocation while it is running', async () => {
  const lambda = await start();
  const source = 'exports.handler = () => new Promise((done) => setTimeout(done, 2500))';
  await lambda.send(new CreateFunctionCommand({ ...nodeFunction('fn', source), Timeout: 60 }));
  const running = lambda.send(new InvokeCommand({ FunctionName: 'fn' }));
  simulator.logs.deliverySeconds = 0;
  simulator.logs.readableSeconds = 0;
  const group = { logGroupName: '/aws/lambda/fn' };
  const there = async () => {
    const { logGroups } = await logs.call('DescribeLogGroups', {});
    if (logGroups.length === 0) return [];
    return logs.messages({ ...group, filterPattern: '"START RequestId"' });
  };
  while ((await there()).length === 0) await new Promise((done) => setTimeout(done, 50));
  expect(await there()).toHaveLength(1);
  expect(await logs.messages({ ...group, filterPattern: 'END' })).toEqual([]);
  await running;
  expect(await logs.messages({ ...group, filterPattern: 'END' })).toHaveLength(1);
});

describe('the configuration of logs', () => {
  it('chooses a group that several functions can share, with the name in the stream', async () => {
    const source = 'exports.handler = async (event, context) => console.log(context.logGroupName)';
    const events = await logOf({ source, logging: { LogGroup: 'shared' } });
    expect(events[0].logStreamName).toMatch(/^\d{4}\/\d\d\/\d\d\/fn\[1\]\[[\da-f]{32}\]$/);
    expect(events[2].message).toMatch(/\tshared$/);
  });

  it('is replaced as a whole, and refused if it contradicts itself', async () => {
    const lambda = await start(true);
    await lambda.send(new CreateFunctionCommand(nodeFunction('fn', THROWS)));
    const update = async (config: LoggingConfig) => {
      const input = { FunctionName: 'fn', LoggingConfig: config };
      return (await lambda.send(new UpdateFunctionConfigurationCommand(input))).LoggingConfig;
    };
    expect(await update({ LogFormat: 'JSON', SystemLogLevel: 'WARN', LogGroup: 'own' })).toEqual({
      ...{ LogFormat: 'JSON', LogGroup: 'own' },
      ...{ ApplicationLogLevel: 'INFO', SystemLogLevel: 'WARN' },
    });
    expect(await update({ LogFormat: 'Text' })).toEqual({
      LogFormat: 'Text',
      LogGroup: '/aws/lambda/fn',
    });
    await expect(update({ SystemLogLevel: 'WARN' })).rejects.toMatchObject({
      name: 'InvalidParameterValueException',
      message:
        'LogLevel is not supported when LogFormat is set to "Text". Remove LogLevel from your request or change the LogFormat to "JSON" and try again.',
    });
    const wrong = { LogFormat: 'XML' } as unknown as LoggingConfig;
    await expect(update(wrong)).rejects.toMatchObject({
      name: 'ValidationException',
      message: expect.stringContaining("'loggingConfig.logFormat'"),
    });
    await expect(update({ LogGroup: 'a b' })).rejects.toMatchObject({
      name: 'ValidationException',
    });
  });
});
