// Handlers that really run: what they get, what they may do, and how they end.

import {
  CreateAliasCommand,
  CreateFunctionCommand,
  InvokeCommand,
  type InvokeCommandInput,
  PublishVersionCommand,
  PutFunctionConcurrencyCommand,
  PutFunctionEventInvokeConfigCommand,
  UpdateFunctionCodeCommand,
} from '@aws-sdk/client-lambda';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { archive, type LambdaServer, nodeFunction, startLambda } from './server.ts';

let server: LambdaServer;

beforeAll(async () => {
  server = await startLambda();
});
afterAll(() => server.close());

type Overrides = Readonly<Record<string, unknown>>;

async function create(name: string, source: string, overrides: Overrides = {}, file?: string) {
  await server.client.send(
    new CreateFunctionCommand({ ...nodeFunction(name, source, file), ...overrides }),
  );
}

async function invoke(
  name: string,
  event: unknown = {},
  more: Omit<InvokeCommandInput, 'FunctionName'> = {},
) {
  const answer = await server.client.send(
    new InvokeCommand({ FunctionName: name, Payload: JSON.stringify(event), ...more }),
  );
  const text = answer.Payload?.transformToString() ?? '';
  return {
    ...answer,
    body: text === '' ? undefined : JSON.parse(text),
    log: answer.LogResult ? Buffer.from(answer.LogResult, 'base64').toString() : '',
  };
}

/** What was counted for that function: names and values. */
const counted = (name: string) =>
  server.metrics
    .filter(({ dimensionSets }) => dimensionSets[0]?.FunctionName === name)
    .map((event) => [event.name, event.value]);

describe('handlers in their styles', () => {
  it('runs an async CommonJS handler with its event and context', async () => {
    await create(
      'context',
      `exports.handler = async (event, context) => ({
         event, name: context.functionName, version: context.functionVersion,
         arn: context.invokedFunctionArn, id: typeof context.awsRequestId,
         left: context.getRemainingTimeInMillis(), variable: process.env.COLOUR,
         region: process.env.AWS_REGION,
       })`,
      { Environment: { Variables: { COLOUR: 'red' } } },
    );
    const { body, StatusCode, ExecutedVersion, FunctionError } = await invoke('context', { a: 1 });
    expect([StatusCode, ExecutedVersion, FunctionError]).toEqual([200, '$LATEST', undefined]);
    expect(body).toMatchObject({
      event: { a: 1 },
      name: 'context',
      version: '$LATEST',
      arn: 'arn:aws:lambda:eu-west-1:123456789012:function:context',
      id: 'string',
      variable: 'red',
      region: 'eu-west-1',
    });
    expect(body.left).toBeGreaterThan(0);
    expect(body.left).toBeLessThanOrEqual(3000);
  });

  it('runs an ES module', async () => {
    await create('module', 'export const handler = async () => "esm"', {}, 'index.mjs');
    expect((await invoke('module')).body).toBe('esm');
  });

  it('runs a callback handler, its result and its error', async () => {
    await create(
      'callback',
      `exports.handler = (event, context, callback) => {
         setTimeout(() => event.bad ? callback(new TypeError('no')) : callback(null, 'yes'), 5);
       }`,
    );
    expect((await invoke('callback')).body).toBe('yes');
    const failed = await invoke('callback', { bad: true });
    expect(failed.FunctionError).toBe('Unhandled');
    expect(failed.body).toMatchObject({ errorType: 'TypeError', errorMessage: 'no' });
  });

  it('answers null for a handler that returns nothing', async () => {
    await create('nothing', 'exports.handler = async () => {}');
    expect((await invoke('nothing')).body).toBeNull();
  });

  it('finds a handler in a folder, next to other files', async () => {
    await create('nested', '', {
      Handler: 'src/app.main.run',
      Code: {
        ZipFile: archive({
          'src/app.js': 'exports.main = { run: async () => require("./words").hello }',
          'src/words.js': 'exports.hello = "hello"',
        }),
      },
    });
    expect((await invoke('nested')).body).toBe('hello');
  });
});

describe('environments', () => {
  it('starts cold once, and is warm after', async () => {
    await create(
      'counter',
      'let n = 0; exports.handler = async () => { console.log("at", n); return ++n; }',
    );
    const first = await invoke('counter', {}, { LogType: 'Tail' });
    const second = await invoke('counter', {}, { LogType: 'Tail' });
    expect([first.body, second.body]).toEqual([1, 2]);
    expect(first.log).toMatch(/^START RequestId: \S+ Version: \$LATEST\n/);
    expect(first.log).toMatch(/\tINFO\tat 0\n/);
    expect(first.log).toMatch(/END RequestId: \S+\nREPORT RequestId: .*Init Duration: [\d.]+ ms/);
    expect(second.log).toMatch(/\tINFO\tat 1\n/);
    expect(second.log).not.toContain('Init Duration');
  });

  it('gives each of twenty parallel invocations an environment of its own', async () => {
    await create(
      'parallel',
      `let busy = 0;
       exports.handler = async (event) => {
         const before = busy++; await new Promise((r) => setTimeout(r, 50)); busy--;
         return { before, event };
       }`,
    );
    const all = await Promise.all(Array.from({ length: 20 }, (_, i) => invoke('parallel', i)));
    expect(all.map(({ body }) => body.before)).toEqual(Array(20).fill(0));
    expect(all.map(({ body }) => body.event)).toEqual(Array.from({ length: 20 }, (_, i) => i));
  });

  it('runs the new code in a new environment after an update', async () => {
    await create('updated', 'exports.handler = async () => "old"');
    expect((await invoke('updated')).body).toBe('old');
    await server.client.send(
      new UpdateFunctionCodeCommand({
        FunctionName: 'updated',
        ZipFile: archive({ 'index.js': 'exports.handler = async () => "new"' }),
      }),
    );
    expect((await invoke('updated')).body).toBe('new');
  });

  it('shows only the last 4 KB of a long log', async () => {
    await create('talker', 'exports.handler = async () => console.log("x".repeat(9000))');
    const { log } = await invoke('talker', {}, { LogType: 'Tail' });
    expect(Buffer.byteLength(log)).toBe(4096);
    expect(log).toMatch(/\nEND RequestId/);
  });
});

describe('errors', () => {
  it('describes what the handler throws, and keeps the environment', async () => {
    await create(
      'thrower',
      `let n = 0;
       class Broken extends Error { name = 'Broken' }
       exports.handler = async ({ text }) => { n++; if (text) throw text; if (n < 3) throw new Broken('bad day'); return n }`,
    );
    const error = await invoke('thrower', {}, { LogType: 'Tail' });
    expect([error.StatusCode, error.FunctionError]).toEqual([200, 'Unhandled']);
    expect(error.body).toMatchObject({ errorType: 'Broken', errorMessage: 'bad day' });
    expect(error.body.trace[0]).toContain('bad day');
    expect(error.log).toContain('\tERROR\tInvoke Error');
    const text = await invoke('thrower', { text: 'just text' });
    expect(text.body).toEqual({ errorType: 'string', errorMessage: 'just text', trace: [] });
    expect((await invoke('thrower')).body).toBe(3);
  });

  it.each([
    ['no-module', {}, 'other.js', 'Runtime.ImportModuleError', /Cannot find module 'index'/],
    [
      'no-handler',
      { Handler: 'index.other' },
      'index.js',
      'Runtime.HandlerNotFound',
      /index\.other is undefined or not exported/,
    ],
  ])('reports %s', async (name, overrides, file, errorType, message) => {
    await create(name, 'exports.handler = async () => 1', overrides, file);
    const { body, FunctionError } = await invoke(name);
    expect(FunctionError).toBe('Unhandled');
    expect(body.errorType).toBe(errorType);
    expect(body.errorMessage).toMatch(message);
  });

  it('reports a syntax error', async () => {
    await create('syntax', 'exports.handler = async () => {');
    expect((await invoke('syntax')).body.errorType).toBe('Runtime.UserCodeSyntaxError');
  });

  it.each([
    ['exit', 'process.exit(3)', 'Runtime.ExitError', /exit status 3$/],
    ['quiet-exit', 'process.exit(0)', 'Runtime.ExitError', /exited without providing a reason$/],
    [
      'crash',
      'setTimeout(() => { throw new RangeError("late") }); return new Promise(() => {})',
      'RangeError',
      /late/,
    ],
    [
      'rejection',
      'Promise.reject(new Error("lost")); return new Promise(() => {})',
      'Runtime.UnhandledPromiseRejection',
      /Error: lost/,
    ],
    [
      'memory',
      'const all = []; for (;;) all.push(new Array(1000).fill({}).map((_, i) => ({ i })))',
      'Runtime.ExitError',
      /signal: aborted$/,
    ],
  ])('survives %s with a new environment', async (name, code, errorType, message) => {
    await create(
      name,
      `exports.handler = async ({ bad }) => { if (bad) { ${code} } return 'fine' }`,
    );
    expect((await invoke(name)).body).toBe('fine');
    const bad = await invoke(name, { bad: true });
    expect(bad.FunctionError).toBe('Unhandled');
    expect(bad.body.errorType).toBe(errorType);
    expect(bad.body.errorMessage).toMatch(message);
    expect((await invoke(name)).body).toBe('fine');
  });

  it.each([
    ['waits', 'await new Promise((r) => setTimeout(r, 30_000))'],
    ['computes', 'for (;;) {}'],
  ])('stops a handler that %s past its time', async (name, code) => {
    await create(name, `exports.handler = async () => { ${code} }`, { Timeout: 1 });
    const { body, FunctionError, log } = await invoke(name, {}, { LogType: 'Tail' });
    expect(FunctionError).toBe('Unhandled');
    expect(body.errorType).toBe('Sandbox.Timedout');
    expect(body.errorMessage).toMatch(/Task timed out after 1\.00 seconds$/);
    expect(log).toContain('Task timed out after 1.00 seconds');
  });
});

describe('the call itself', () => {
  it('takes an event and answers at once', async () => {
    await create('slow', 'exports.handler = async () => new Promise((r) => setTimeout(r, 300))');
    const { StatusCode, body } = await invoke('slow', {}, { InvocationType: 'Event' });
    expect([StatusCode, body]).toEqual([202, undefined]);
    while (counted('slow').length === 0) await server.world.clock.sleep(20);
    expect(counted('slow')).toContainEqual(['Invocations', 1]);
  });

  it.each([
    [undefined, 3],
    [1, 2],
    [0, 1],
  ])('tries a failed event again: with %s retries set, %i times in all', async (retries, times) => {
    const fast = await startLambda({ rate: 300 });
    try {
      const fails = nodeFunction('fails', 'exports.handler = async () => { throw new Error(); }');
      await fast.client.send(new CreateFunctionCommand({ ...fails, Timeout: 900, Publish: true }));
      const of = { FunctionName: 'fails', Qualifier: '1' };
      if (retries !== undefined) {
        const settings = { ...of, MaximumRetryAttempts: retries };
        await fast.client.send(new PutFunctionEventInvokeConfigCommand(settings));
      }
      await fast.client.send(new InvokeCommand({ ...of, InvocationType: 'Event' }));
      const errors = () =>
        fast.metrics.filter(({ name, value }) => name === 'Errors' && value === 1);
      while (errors().length < times) await fast.world.clock.sleep(10_000);
      await fast.world.clock.sleep(300_000);
      expect(errors()).toHaveLength(times);
    } finally {
      await fast.close();
    }
  });

  it('only checks in a dry run', async () => {
    await create('dry', 'exports.handler = async () => 1');
    const before = server.metrics.length;
    expect((await invoke('dry', {}, { InvocationType: 'DryRun' })).StatusCode).toBe(204);
    expect(server.metrics.length).toBe(before);
  });

  it('refuses what is no JSON, and what is not there', async () => {
    await create('strict', 'exports.handler = async () => 1');
    await expect(
      server.client.send(new InvokeCommand({ FunctionName: 'strict', Payload: '{' })),
    ).rejects.toMatchObject({ name: 'InvalidRequestContentException' });
    await expect(invoke('absent')).rejects.toMatchObject({
      name: 'ResourceNotFoundException',
      message: 'Function not found: arn:aws:lambda:eu-west-1:123456789012:function:absent',
    });
    await expect(invoke('strict', {}, { Qualifier: '9' })).rejects.toMatchObject({
      message: 'Function not found: arn:aws:lambda:eu-west-1:123456789012:function:strict:9',
    });
  });

  it('says that it cannot run another language', async () => {
    await create('snake', '', { Runtime: 'python3.13' });
    await expect(invoke('snake')).rejects.toMatchObject({ name: 'NotImplementedBySimulator' });
  });

  it('throttles at the reserved concurrency', async () => {
    await create('single', 'exports.handler = async () => new Promise((r) => setTimeout(r, 200))');
    const reserve = (ReservedConcurrentExecutions: number) =>
      server.client.send(
        new PutFunctionConcurrencyCommand({ FunctionName: 'single', ReservedConcurrentExecutions }),
      );
    await reserve(1);
    const outcomes = await Promise.allSettled([invoke('single'), invoke('single')]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    await reserve(0);
    await expect(invoke('single')).rejects.toMatchObject({
      name: 'TooManyRequestsException',
      Reason: 'ReservedFunctionConcurrentInvocationLimitExceeded',
    });
  });
});

it('throttles all functions without a share of their own at the limit of the account', async () => {
  const small = await startLambda({ settings: { accountConcurrency: 1 } });
  const source = 'exports.handler = async () => new Promise((done) => setTimeout(done, 200))';
  await small.client.send(new CreateFunctionCommand(nodeFunction('one', source)));
  await small.client.send(new CreateFunctionCommand(nodeFunction('two', source)));
  const outcomes = await Promise.allSettled(
    ['one', 'two'].map((FunctionName) => small.client.send(new InvokeCommand({ FunctionName }))),
  );
  await small.close();
  const refused = outcomes.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []));
  expect(refused).toMatchObject([{ Reason: 'ConcurrentInvocationLimitExceeded' }]);
});

describe('metrics', () => {
  it('counts an alias invocation in all of its series, at the start', async () => {
    await create('counted', 'exports.handler = async (e) => { if (e.bad) throw new Error("x") }');
    await server.client.send(new PublishVersionCommand({ FunctionName: 'counted' }));
    await server.client.send(
      new CreateAliasCommand({ FunctionName: 'counted', Name: 'live', FunctionVersion: '1' }),
    );
    const before = server.world.clock.now();
    const seen = server.metrics.length;
    await invoke('counted', { bad: true }, { Qualifier: 'live' });
    const events = new Map(server.metrics.slice(seen).map((event) => [event.name, event]));
    expect(events.get('Invocations')?.value).toBe(1);
    expect(events.get('Errors')).toMatchObject({
      namespace: 'AWS/Lambda',
      value: 1,
      dimensionSets: [
        { FunctionName: 'counted' },
        { FunctionName: 'counted', Resource: 'counted:live' },
        { FunctionName: 'counted', Resource: 'counted:live', ExecutedVersion: '1' },
      ],
    });
    expect(events.get('Duration')?.unit).toBe('Milliseconds');
    expect(events.get('ConcurrentExecutions')?.value).toBe(1);
    expect(events.get('Invocations')?.at).toBeGreaterThanOrEqual(before);
  });

  it('counts neither an invocation nor an error for a throttled one', async () => {
    await create('stopped', 'exports.handler = async () => 1');
    await server.client.send(
      new PutFunctionConcurrencyCommand({
        FunctionName: 'stopped',
        ReservedConcurrentExecutions: 0,
      }),
    );
    await expect(invoke('stopped')).rejects.toThrow('Rate Exceeded.');
    expect(counted('stopped')).toEqual([['Throttles', 1]]);
  });
});
