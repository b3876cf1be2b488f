// The access logs of a stage on the simulator, with all that can be wrong with them: none of it is ever taken for
// requests that did not fail, and none for a failure of the canary.

import { UpdateAccountCommand } from '@aws-sdk/client-api-gateway';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type Simulator, startSimulator } from '../../../../simulator/simulator.ts';
import { errorsOf, total } from '../../../../src/analysis/count-table.ts';
import { connect } from '../../../../src/aws/clients.ts';
import { bindFunctions } from '../../../../src/aws/functions.ts';
import { bindLogEvents } from '../../../../src/aws/log-events.ts';
import { bindRestApi } from '../../../../src/aws/rest-api.ts';
import { comparedWith } from '../../../../src/monitor/compare-logs.ts';
import { countedErrors } from '../../../../src/monitor/counted-errors.ts';
import type { LogsRead } from '../../../../src/monitor/log-evidence.ts';
import { readLogs } from '../../../../src/monitor/read-logs.ts';
import type { StoredRollout } from '../../../../src/rollout/record.ts';
import type { LastSeen } from '../../../../src/targets/stage/last-seen.ts';
import { stageLogs } from '../../../../src/targets/stage/stage-logs.ts';
import { fixedCredentials } from '../../../support/credentials.ts';
import { makeRecord, makeRemembered } from '../../../unit/rollout/rollout-fixture.ts';
import { type Bench, createBench, mock } from '../../simulator/execute-api/bench.ts';

const GROUP = '/api/orders';
const groupArn = (name = GROUP) => `arn:aws:logs:us-east-1:123456789012:log-group:${name}`;
const FORMAT =
  '{"id":"$context.requestId","ua":"$context.identity.userAgent","status":"$context.status","route":"$context.resourcePath","canary":"$context.isCanaryRequest","deployment":"$context.deploymentId","api":"$context.apiId","stage":"$context.stage"}';
const never = () => new AbortController().signal;

let simulator: Simulator;
let bench: Bench;
const before = process.env.AWS_ENDPOINT_URL;

beforeEach(async () => {
  simulator = await startSimulator({ seed: 5 });
  bench = createBench(simulator);
  process.env.AWS_ENDPOINT_URL = simulator.url;
});
afterEach(async () => {
  if (before === undefined) delete process.env.AWS_ENDPOINT_URL;
  else process.env.AWS_ENDPOINT_URL = before;
  await simulator.close();
});

const set = (member: string, value: string) =>
  ({ op: 'replace', path: `/accessLogSettings/${member}`, value }) as const;

async function openCanary(api: string): Promise<string> {
  return bench.deploy(api, { canarySettings: { percentTraffic: 50 } });
}

interface SceneOptions {
  readonly format?: string;
  /** How far this machine's clock is off, in seconds, and what it knows of that. */
  readonly ahead?: number;
  readonly knownAhead?: number;
}

/** A stage with a canary at half of the traffic, and its logs as the monitor reads them. */
async function openScene({ format = FORMAT, ahead = 0, knownAhead = ahead }: SceneOptions = {}) {
  const { clock } = simulator.world;
  const api = await bench.createApi();
  await bench.addMethod(api, '/orders', 'GET', mock('some text'));
  const role = 'arn:aws:iam::123456789012:role/gateway-logs';
  await bench.gateway.send(
    new UpdateAccountCommand({
      patchOperations: [{ op: 'replace', path: '/cloudwatchRoleArn', value: role }],
    }),
  );
  await bench.deploy(api);
  await bench.patchStage(api, set('destinationArn', groupArn()), set('format', format));
  const canaryDeploymentId = await openCanary(api);
  const limits = { cancelled: never(), rollbackDeadline: never(), ended: never() };
  const clients = connect('us-east-1', limits, fixedCredentials()).normal;
  const restApi = bindRestApi(clients, api, 'prod');
  const seen: LastSeen = { trafficState: undefined };
  const client = bindLogEvents(clients);
  const readAccount = async () => '123456789012';
  const functions = bindFunctions(clients);
  const bound = { api: restApi, seen, functions };
  const target = stageLogs({ bound, clients, logs: client, readAccount });
  const start = Math.floor(clock.now() / 1000);
  const evidence = readLogs({
    ...{ target, client, region: 'us-east-1', ahead: () => knownAhead },
    now: () => clock.now() / 1000 + ahead,
    sleep: (seconds) => {
      clock.forward(seconds * 1000);
      return Promise.resolve();
    },
  });
  const rollout: StoredRollout = makeRemembered({
    record: makeRecord({ startedAt: start }),
    phase: { kind: 'step', index: 0, since: start },
    stepStartTimes: [start],
    canaryDeploymentId,
  });
  const reading = (): LogsRead => {
    const found = evidence.reading();
    if (found.kind === 'off') throw new Error('no logs are read');
    return found;
  };
  const requestsOf = (side: 'canary' | 'stable') =>
    total(errorsOf(reading().table)[side], { from: 0 }, 1);
  return {
    ...{ api, start, reading },
    inspect: () => target.inspect([]),
    isOff: () => evidence.reading().kind === 'off',
    kinds: () => reading().abstentions.map(({ kind }) => kind),
    /** What the loop does every 15 seconds. */
    check: async () => {
      seen.accessLog = (await restApi.readStage()).accessLog ?? 'none';
    },
    read: async (seconds: number) => {
      const end = clock.now() + seconds * 1000;
      while (clock.now() < end) {
        const due = await evidence.poll(rollout, clock.now() / 1000 + ahead);
        clock.forward(Math.min(Math.max(1, due), end - clock.now()));
      }
    },
    /** So many requests, and how many of them each side should show. */
    ask: async (times: number, headers: Readonly<Record<string, string>> = {}) => {
      for (let i = 0; i < times; i++) await bench.call(api, '/orders', { headers });
    },
    requestsOf,
    /** Every request is on one side, and none has failed. */
    expectAll: (times: number) => {
      const [canary, stable] = [requestsOf('canary'), requestsOf('stable')];
      expect((canary?.requests ?? 0) + (stable?.requests ?? 0)).toBe(times);
      expect([canary?.events, stable?.events]).toEqual([0, 0]);
    },
    /** Logs and metrics, where metrics count so many canary requests in the first whole minute. */
    compared: (counted: number) => {
      const minute = Math.ceil(start / 60) * 60;
      const series = (n: number) => ({
        requests: new Map([[minute, n]]),
        events: new Map([[minute, 0]]),
      });
      const sides = { canary: series(counted), stable: series(0), promoted: series(0) };
      const closedUntil = minute + 60;
      return comparedWith(
        countedErrors('gateway', { apart: false, sides, closedUntil }),
        reading(),
      );
    },
  };
}

describe('The access logs of a stage', () => {
  it.each([
    { canaryLinesInStageGroup: true, canaryFlagInAccessLog: true },
    { canaryLinesInStageGroup: false, canaryFlagInAccessLog: true },
    { canaryLinesInStageGroup: true, canaryFlagInAccessLog: false, deploymentIdInAccessLog: false },
    { canaryLinesInStageGroup: false, canaryFlagInAccessLog: false, accessLogEscapesQuotes: false },
  ])('count every request once, on its side, with %j', async (answers) => {
    Object.assign(simulator.world.unsettled, answers);
    const scene = await openScene();
    await scene.ask(40, { 'user-agent': 'a "b", "status":"500"' });
    await scene.read(30);
    scene.expectAll(40);
    expect(scene.requestsOf('canary')?.requests).toBeGreaterThan(5);
    expect(scene.requestsOf('stable')?.requests).toBeGreaterThan(5);
    expect(scene.kinds()).toEqual([]);
  });

  it('wait for the group of the canary, which its first request makes', async () => {
    const scene = await openScene();
    await scene.read(10);
    expect(scene.kinds()).toContain('group-missing');
    await scene.ask(20);
    await scene.read(30);
    scene.expectAll(20);
    expect(scene.kinds()).toEqual([]);
  });

  it('are read in the new format after somebody has changed it', async () => {
    const scene = await openScene();
    await scene.ask(20);
    await scene.read(15);
    const format =
      '<r id="$context.requestId" s="$context.status" to="$context.resourcePath" of="$context.apiId/$context.stage"/>';
    await bench.patchStage(scene.api, set('format', format));
    await scene.ask(20);
    await scene.read(15);
    expect(scene.kinds()).toContain('unparsed');
    await scene.check();
    await scene.read(15);
    scene.expectAll(40);
    expect(scene.kinds()).toEqual([]);
  });

  it.each([
    ['have no evidence once they go elsewhere', groupArn('/api/other'), FORMAT, 'unreadable'],
    ['nor once their format cannot be read', groupArn(), '$context.requestId', 'format'],
  ])('%s', async (_, destinationArn, format, kind) => {
    const scene = await openScene();
    await scene.ask(20);
    await scene.read(20);
    await bench.patchStage(scene.api, set('destinationArn', destinationArn), set('format', format));
    await scene.check();
    expect(scene.kinds()).toContain(kind);
    scene.expectAll(20);
  });

  it('are not used if other stages write to the same group, and lines do not say whose they are', async () => {
    const unnamed = '$context.requestId $context.status $context.resourcePath';
    const alone = await openScene({ format: unnamed });
    expect((await alone.inspect()).problems).toEqual([]);
    await alone.ask(20);
    await alone.read(20);
    alone.expectAll(20);
    const second = await openScene({ format: unnamed });
    expect((await second.inspect()).problems).toEqual([
      `the log group "/api/orders" also has the lines of ${alone.api}/prod, and lines do not say whose they are. Change the format to: ${unnamed} $context.apiId $context.stage`,
    ]);
    await second.ask(20);
    await second.read(20);
    expect(second.isOff()).toBe(true);
    const named = await openScene({ format: `${unnamed} $context.apiId $context.stage` });
    expect((await named.inspect()).problems).toEqual([]);
    await named.ask(20);
    await named.read(20);
    named.expectAll(20);
  });

  it('have nothing of an earlier release, nor of an earlier canary', async () => {
    const first = await openScene();
    await first.ask(20);
    simulator.world.clock.forward(60_000);
    const scene = await openScene();
    await scene.ask(10);
    await bench.call(first.api, '/orders');
    await scene.read(30);
    scene.expectAll(10);
  });

  it.each([
    ['ahead', 400],
    ['behind', -400],
  ])('are read by the clock of AWS if that of the machine is %s', async (_, ahead) => {
    const scene = await openScene({ ahead });
    await scene.ask(20);
    await scene.read(30);
    scene.expectAll(20);
    expect(scene.kinds()).toEqual([]);
  });

  it('abstain if nobody knows that the clock is behind', async () => {
    const scene = await openScene({ ahead: -400, knownAhead: 0 });
    await scene.ask(20);
    await scene.read(30);
    // Nothing has been read of the time in which the requests came, and nothing says that there were none.
    expect(scene.reading().table.closedUntil).toBeLessThanOrEqual(scene.start);
    expect(scene.requestsOf('canary')?.events ?? 0).toBe(0);
  });

  it('abstain while AWS throttles, and then count all the same', async () => {
    const scene = await openScene();
    await scene.ask(10);
    const match = { service: 'logs', operation: 'FilterLogEvents' };
    const fault = simulator.faults.add({ ...match, effect: { kind: 'throttle' } });
    await scene.read(60);
    expect(scene.kinds()).toContain('throttled');
    simulator.faults.remove(fault.id);
    await scene.read(150);
    scene.expectAll(10);
    expect(scene.kinds()).not.toContain('throttled');
  });

  it('abstain when the permission is withdrawn, and keep what they have shown', async () => {
    const scene = await openScene();
    await scene.ask(20);
    await scene.read(20);
    const all = { Effect: 'Allow', Action: ['*'], Resource: ['*'] } as const;
    const none = { ...all, Effect: 'Deny', Action: ['logs:*'] } as const;
    simulator.policy.set([all, none]);
    await scene.ask(20);
    await scene.read(90);
    expect(scene.kinds()).toEqual(expect.arrayContaining(['denied', 'gap']));
    scene.expectAll(20);
    // The seconds that were not read have no count, and are not taken for quiet ones.
    expect(scene.reading().readUntil).toBeLessThan(scene.start + 60);
  });

  it('count late lines when they come', async () => {
    const scene = await openScene();
    const end = simulator.disturbLogs({ seconds: 50 });
    await scene.ask(20);
    end();
    await scene.read(30);
    expect(scene.requestsOf('canary')?.requests ?? 0).toBe(0);
    expect(scene.reading().table.closedUntil).toBe(scene.start);
    await scene.read(200);
    scene.expectAll(20);
    expect(scene.reading().table.closedUntil).toBeGreaterThan(scene.start);
  });

  it('abstain if metrics count clearly more requests, or fewer', async () => {
    const scene = await openScene();
    simulator.world.clock.forward((60 - (scene.start % 60)) * 1000);
    await scene.ask(60);
    await scene.read(220);
    const shown = scene.requestsOf('canary')?.requests ?? 0;
    expect(scene.compared(shown)).toMatchObject({ abstentions: [] });
    expect(scene.compared(Math.ceil(shown / 0.9))).toMatchObject({
      abstentions: [{ kind: 'incomplete', side: 'canary' }],
    });
    expect(scene.compared(Math.floor(shown / 1.3))).toMatchObject({
      abstentions: [{ kind: 'excess', side: 'canary' }],
    });
  });
});
