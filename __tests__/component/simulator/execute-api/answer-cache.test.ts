// A stage's cache: which answers it gives again, to whom, and how they are counted.

import { CloudWatchClient, GetMetricStatisticsCommand } from '@aws-sdk/client-cloudwatch';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Simulator, startSimulator } from '../../../../simulator/simulator.ts';
import { type Bench, createBench, mock, tally } from './bench.ts';

let simulator: Simulator;
let bench: Bench;

beforeAll(async () => {
  simulator = await startSimulator({ seed: 20261129, clockRate: 60 });
  bench = createBench(simulator);
});

afterAll(() => simulator.close());

const TOLD = '{"request": "$context.requestId"}';
const replace = (path: string, value: string) => ({ op: 'replace' as const, path, value });

/** A stage whose GET and POST tell which request they answered. */
async function cachedApi(name: string, seconds: number): Promise<string> {
  const api = await bench.createApi(name);
  for (const verb of ['GET', 'POST']) await bench.addMethod(api, '/', verb, mock(TOLD));
  await bench.deploy(api);
  await bench.patchStage(
    api,
    replace('/cacheClusterEnabled', 'true'),
    replace('/*/*/caching/enabled', 'true'),
    replace('/*/*/caching/ttlInSeconds', String(seconds)),
  );
  return api;
}

const answers = (api: string, count: number, init?: RequestInit) =>
  tally(count, async () => (await bench.call(api, '/', init)).body);

async function metric(ApiName: string, Stage: string, MetricName: string) {
  const minute = 60_000;
  const now = simulator.world.clock.now();
  const client = new CloudWatchClient(bench.connection);
  const { Datapoints = [] } = await client.send(
    new GetMetricStatisticsCommand({
      Namespace: 'AWS/ApiGateway',
      MetricName,
      Dimensions: [
        { Name: 'ApiName', Value: ApiName },
        { Name: 'Stage', Value: Stage },
      ],
      StartTime: new Date(now - 30 * minute),
      EndTime: new Date(now + minute),
      Period: 1800,
      Statistics: ['Sum', 'SampleCount'],
    }),
  );
  const total = (member: 'Sum' | 'SampleCount') =>
    Datapoints.reduce((sum, point) => sum + (point[member] ?? 0), 0);
  return { sum: total('Sum'), samples: total('SampleCount') };
}

describe("a stage's cache", () => {
  it('answers GET again for as long as its time to live, and counts the hits', async () => {
    const api = await cachedApi('kept', 3600);
    expect(Object.keys(await answers(api, 20))).toHaveLength(1);
    expect(Object.keys(await answers(api, 5, { method: 'POST' }))).toHaveLength(5);
    await simulator.world.clock.sleep(120_000);
    expect(await metric('kept', 'prod', 'CacheHitCount')).toEqual({ sum: 19, samples: 25 });
    expect(await metric('kept', 'prod', 'CacheMissCount')).toEqual({ sum: 6, samples: 25 });
  });

  it('asks the backend again after it', async () => {
    const api = await cachedApi('short', 1);
    const [first] = Object.keys(await answers(api, 1));
    await simulator.world.clock.sleep(3000);
    expect(Object.keys(await answers(api, 1))).not.toEqual([first]);
  });

  it('gives a canary no answers unless it uses the cache, and then its own', async () => {
    const api = await cachedApi('split', 3600);
    await answers(api, 1);
    await bench.deploy(api, { canarySettings: { percentTraffic: 50 } });
    const without = Object.values(await answers(api, 60)).filter((count) => count > 1);
    expect(without).toHaveLength(1);
    await bench.patchStage(api, replace('/canarySettings/useStageCache', 'true'));
    const own = Object.values(await answers(api, 60)).filter((count) => count > 1);
    expect(own).toHaveLength(2);
  });

  it('gives a canary of the same deployment the answers of stable', async () => {
    const api = await cachedApi('shared', 3600);
    await answers(api, 1);
    await bench.setPercent(api, 50);
    await bench.patchStage(api, replace('/canarySettings/useStageCache', 'true'));
    expect(Object.keys(await answers(api, 40))).toHaveLength(1);
  });
});
