// The simulated CloudWatch alone behind a real HTTP server, on a clock that only the test moves.

import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { CloudWatchClient } from '@aws-sdk/client-cloudwatch';
import type { Clock } from '../../../../simulator/clock.ts';
import { createCloudWatch } from '../../../../simulator/cloudwatch/cloudwatch.ts';
import { createRandom } from '../../../../simulator/random.ts';
import { AwsError, type AwsRequest, type Reply } from '../../../../simulator/service.ts';
import { DEFAULT_UNSETTLED, type MetricEvent } from '../../../../simulator/world.ts';

export const START = Date.parse('2026-03-01T12:00:00Z');
export const MINUTE = 60_000;

export async function startCloudWatch() {
  let now = START;
  const clock: Clock = {
    settings: { rate: 1, originMs: START, aheadMs: 0 },
    now: () => now,
    sleep: async () => {},
    after: () => () => {},
    every: () => () => {},
    startStopwatch: () => () => 0,
    forward: (ms) => {
      now += ms;
    },
  };
  const place = { account: '123456789012', region: 'eu-west-1', partition: 'aws' };
  const unsettled = { ...DEFAULT_UNSETTLED };
  const cloudWatch = createCloudWatch({ place, clock, random: createRandom(1), unsettled });
  const server = createServer(async (incoming, outgoing) => {
    const chunks: Buffer[] = [];
    for await (const chunk of incoming) chunks.push(chunk as Buffer);
    const url = new URL(incoming.url ?? '/', 'http://localhost');
    const reply = await answer({
      method: incoming.method ?? '',
      rawPath: url.pathname,
      query: url.searchParams,
      headers: incoming.headers as Record<string, string>,
      body: Buffer.concat(chunks),
    });
    outgoing.writeHead(reply.status, reply.headers).end(reply.body);
  });
  const answer = async (request: AwsRequest): Promise<Reply> => {
    try {
      return await cloudWatch.service.identify(request).perform();
    } catch (error) {
      if (error instanceof AwsError) return cloudWatch.service.encodeError(error, request);
      throw error;
    }
  };
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const client = new CloudWatchClient({
    endpoint,
    region: place.region,
    credentials: { accessKeyId: 'AKIA', secretAccessKey: 'secret' },
    maxAttempts: 1,
  });
  return {
    ...cloudWatch,
    client,
    endpoint,
    unsettled,
    now: () => now,
    advance: (ms: number) => {
      now += ms;
    },
    close: async () => {
      cloudWatch.close();
      client.destroy();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** One event of the series that a deployed stage has. */
export const stageEvent = (
  name: string,
  value: number,
  at: number,
  stage = 'prod',
): MetricEvent => ({
  namespace: 'AWS/ApiGateway',
  name,
  dimensionSets: [{ ApiName: 'orders' }, { ApiName: 'orders', Stage: stage }],
  value,
  unit: name.endsWith('Latency') ? 'Milliseconds' : 'Count',
  at,
});

export const stageMetric = (name: string, stage = 'prod') => ({
  Namespace: 'AWS/ApiGateway',
  MetricName: name,
  Dimensions: [
    { Name: 'ApiName', Value: 'orders' },
    { Name: 'Stage', Value: stage },
  ],
});
