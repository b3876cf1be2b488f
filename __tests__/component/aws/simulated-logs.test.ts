// The reader of logs on the simulator: a canary that fails, found by its access log and explained by Lambda's lines.

import {
  PublishVersionCommand,
  UpdateFunctionCodeCommand,
  waitUntilFunctionUpdatedV2,
} from '@aws-sdk/client-lambda';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { strToU8, zipSync } from 'fflate';
import { type Simulator, startSimulator } from '../../../simulator/simulator.ts';
import { total } from '../../../src/analysis/count-table.ts';
import { connect } from '../../../src/aws/clients.ts';
import { bindLogEvents, type LogEvents } from '../../../src/aws/log-events.ts';
import type { LogEvent } from '../../../src/base/log-event.ts';
import { compileFormat } from '../../../src/logs/access-log-format.ts';
import { type FailureGroup, rankOnCanary } from '../../../src/logs/failure-groups.ts';
import { accessInterpreter, lambdaInterpreter } from '../../../src/logs/interpreters.ts';
import type { StreamVersion } from '../../../src/logs/invocation-sightings.ts';
import { isStreamOf, streamPrefixes } from '../../../src/logs/lambda-streams.ts';
import { createTally, type Interpreter } from '../../../src/logs/tally.ts';
import { createFailureDetails } from '../../../src/monitor/failure-details.ts';
import { createLogReader, type LogSource } from '../../../src/monitor/log-reader.ts';
import { fixedCredentials } from '../../support/credentials.ts';
import { type Bench, createBench, lambdaProxy } from '../simulator/execute-api/bench.ts';

const GROUP = '/api/orders';
const FUNCTION_GROUP = '/aws/lambda/orders';
const FORMAT =
  '{"id":"$context.requestId","status":"$context.status","method":"$context.httpMethod","route":"$context.resourcePath","ua":"$context.identity.userAgent","lambda":"$context.integration.requestId","type":"$context.error.responseType","canary":"$context.isCanaryRequest","api":"$context.apiId","stage":"$context.stage"}';

const HEALTHY = "export const handler = async () => ({ statusCode: 200, body: 'ok' });";
const BROKEN = `export const handler = async () => {
  const order = undefined;
  return { statusCode: 200, body: order.total };
};`;

describe('Logs of the simulator', () => {
  let simulator: Simulator;
  let bench: Bench;
  let events: LogEvents;
  let start: number;
  const before = process.env.AWS_ENDPOINT_URL;
  const never = () => new AbortController().signal;

  beforeEach(async () => {
    simulator = await startSimulator({ seed: 5 });
    bench = createBench(simulator);
    process.env.AWS_ENDPOINT_URL = simulator.url;
    const limits = { cancelled: never(), rollbackDeadline: never(), ended: never() };
    events = bindLogEvents(connect('us-east-1', limits, fixedCredentials()).normal);
    start = Math.floor(simulator.world.clock.now() / 1000);
  });
  afterEach(async () => {
    if (before === undefined) delete process.env.AWS_ENDPOINT_URL;
    else process.env.AWS_ENDPOINT_URL = before;
    await simulator.close();
  });

  async function publish(source: string): Promise<void> {
    const ZipFile = zipSync({ 'index.mjs': strToU8(source) });
    await bench.lambda.send(new UpdateFunctionCodeCommand({ FunctionName: 'orders', ZipFile }));
    const waiter = { client: bench.lambda, maxWaitTime: 10, minDelay: 0.05, maxDelay: 0.1 };
    await waitUntilFunctionUpdatedV2(waiter, { FunctionName: 'orders' });
    await bench.lambda.send(new PublishVersionCommand({ FunctionName: 'orders' }));
  }

  /** A stage with version 1, and a canary with half of the traffic and version 2. */
  async function canaryApi(): Promise<string> {
    await bench.createFunction('orders', HEALTHY);
    await publish(BROKEN);
    const api = await bench.createApi();
    await bench.addMethod(api, '/orders', 'POST', lambdaProxy('orders', '${stageVariables.v}'));
    for (const version of ['1', '2']) await bench.grant('orders', version, api);
    await bench.deploy(api, { variables: { v: '1' } });
    const arn = `arn:aws:logs:us-east-1:123456789012:log-group:${GROUP}`;
    const patch = (path: string, value: string) =>
      ({ op: 'replace', path: `/accessLogSettings/${path}`, value }) as const;
    await bench.patchStage(api, patch('destinationArn', arn), patch('format', FORMAT));
    await bench.deploy(api, {
      canarySettings: { percentTraffic: 50, stageVariableOverrides: { v: '2' } },
    });
    return api;
  }

  function reading<F>(sources: readonly LogSource[], interpreter: Interpreter<F>) {
    const { clock } = simulator.world;
    const tally = createTally({ sources, from: start, longestMs: 29_000, interpreter });
    const reader = createLogReader({
      client: events,
      ...{ sources, tally, callsPerSecond: 2, mostCalls: 10_000, now: () => clock.now() },
      sleep: (ms) => {
        clock.forward(ms);
        return Promise.resolve();
      },
    });
    const until = async (seconds: number) => {
      const end = clock.now() + seconds * 1000;
      while (clock.now() < end) clock.forward(Math.max(1, await reader.poll()));
    };
    return { reader, until };
  }

  async function explain(failures: readonly FailureGroup[], { world: { clock } }: Simulator) {
    const details = createFailureDetails({
      ...{ client: events, callsPerSecond: 2, samples: true, now: () => clock.now() },
      sleep: () => Promise.resolve(),
    });
    const place = { functionName: 'orders', version: '2', chosenGroup: false };
    await details.look(failures, [{ ...place, group: FUNCTION_GROUP }], 'now');
    return details.explain(failures);
  }

  const callAll = async (api: string, times: number) => {
    const answers: number[] = [];
    for (let i = 0; i < times; i++) {
      const headers = { 'user-agent': `curl "${i}", "status":"200"` };
      const answer = await bench.call(api, '/orders', { method: 'POST', headers });
      answers.push(answer.status);
    }
    return answers;
  };

  it('show within seconds that the canary fails, and where in its code', async () => {
    const api = await canaryApi();
    const compiled = compileFormat(FORMAT);
    if (compiled.kind !== 'compiled') throw new Error('cannot be read');
    const canaryGroup = `${GROUP}/Canary`;
    const { reader, until } = reading(
      [
        { name: 'canary', side: 'canary', failuresOnly: false, group: canaryGroup },
        { name: 'stable', side: 'stable', failuresOnly: false, group: GROUP },
      ],
      accessInterpreter({ formats: () => [compiled], apiId: api, stage: 'prod', canaryGroup }),
    );
    await until(5);
    expect(reader.abstentions()).toContainEqual({ kind: 'group-missing', group: canaryGroup });
    const answers = await callAll(api, 24);
    const failed = answers.filter((status) => status === 502).length;
    expect(failed).toBeGreaterThan(3);
    await until(25);
    const counts = reader.counts();
    const of = (side: 'canary' | 'stable') =>
      total(counts[side], { from: start, to: counts.readUntil }, 1);
    expect(of('canary')).toEqual({ requests: failed, events: failed });
    expect(of('stable')).toEqual({ requests: 24 - failed, events: 0 });
    expect(reader.abstentions()).toEqual([]);

    const explained = await explain(counts.failures, simulator);
    const ranked = rankOnCanary(explained, { canary: failed, stable: 24 - failed });
    expect(ranked).toMatchObject([
      {
        ...{ method: 'POST', route: '/orders', status: 502, canary: failed, stable: 0 },
        ...{ errorType: 'TypeError', location: 'index.mjs:3', novelty: 'new' },
        samples: [
          "TypeError: Cannot read properties of undefined (reading 'total')",
          'at handler (file:///var/task/index.mjs:3:41)',
          expect.stringContaining('at '),
        ],
      },
    ]);
    const unnamed = counts.failures.map((group) => ({ ...group, examples: [] }));
    expect(await explain(unnamed, simulator)).toMatchObject([
      { errorType: 'TypeError', location: 'index.mjs:3', examples: [] },
    ]);
    const two = [...unnamed, ...unnamed.map((group) => ({ ...group, status: 504 }))];
    expect((await explain(two, simulator)).map(({ location }) => location)).toEqual([
      undefined,
      undefined,
    ]);
  });

  it('show the invocations of each version', async () => {
    const api = await canaryApi();
    const versionOf = ({ stream }: Pick<LogEvent, 'stream'>): StreamVersion | undefined => {
      const of = (version: string) =>
        isStreamOf(stream, { functionName: 'orders', version, chosenGroup: false });
      if (of('2')) return { side: 'canary' };
      return of('1') ? { side: 'stable' } : undefined;
    };
    const source = (side: 'canary' | 'stable', version: string): LogSource => ({
      ...{ name: side, side, failuresOnly: false, group: FUNCTION_GROUP },
      streamPrefix: (at) =>
        streamPrefixes({ functionName: 'orders', version, chosenGroup: false }, at)[0] ?? '',
    });
    const { reader, until } = reading(
      [source('canary', '2'), source('stable', '1')],
      lambdaInterpreter(versionOf),
    );
    const answers = await callAll(api, 12);
    const failed = answers.filter((status) => status === 502).length;
    await until(25);
    const counts = reader.counts();
    const of = (side: 'canary' | 'stable') =>
      total(counts[side], { from: start, to: counts.readUntil }, 1);
    expect(of('canary')).toEqual({ requests: failed, events: failed });
    expect(of('stable')).toEqual({ requests: 12 - failed, events: 0 });
    expect(counts.failures).toMatchObject([{ errorType: 'TypeError', location: 'index.mjs:3' }]);
  });
});
