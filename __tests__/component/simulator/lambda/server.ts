// A Lambda alone behind a small HTTP server of its own, with what a test of it wants to see.

import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { LambdaClient } from '@aws-sdk/client-lambda';
import { zipSync } from 'fflate';
import { type Clock, createClock } from '../../../../simulator/clock.ts';
import { createLambda, type Lambda } from '../../../../simulator/lambda/lambda.ts';
import type { LambdaSettings } from '../../../../simulator/lambda/settings.ts';
import { createRandom } from '../../../../simulator/random.ts';
import { createObjectStore } from '../../../../simulator/s3/store.ts';
import { AwsError, type Reply, type Service } from '../../../../simulator/service.ts';
import { DEFAULT_UNSETTLED, type MetricEvent, type World } from '../../../../simulator/world.ts';

export interface LambdaServer {
  readonly lambda: Lambda;
  readonly world: World;
  readonly client: LambdaClient;
  /** Everything that was counted, in order. */
  readonly metrics: MetricEvent[];
  /** `http://127.0.0.1:{port}` */
  readonly url: string;
  close(): Promise<void>;
}

export const ROLE = 'arn:aws:iam::123456789012:role/runs';

export async function startLambda(
  options: {
    readonly rate?: number;
    readonly clock?: Clock;
    readonly settings?: Partial<LambdaSettings>;
  } = {},
): Promise<LambdaServer> {
  const world: World = {
    place: { account: '123456789012', region: 'eu-west-1', partition: 'aws' },
    clock: options.clock ?? createClock(options.rate ?? 1),
    random: createRandom(7),
    unsettled: { ...DEFAULT_UNSETTLED },
  };
  const metrics: MetricEvent[] = [];
  const lambda = createLambda(world, {
    objects: createObjectStore(world.random, world.place.region),
    metrics: { record: (event) => void metrics.push(event) },
    settings: { updateSeconds: 0, ...options.settings },
  });
  const server = createServer(
    (request, response) => void handle(lambda.service, request, response),
  );
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const client = new LambdaClient({
    endpoint: url,
    region: world.place.region,
    credentials: { accessKeyId: 'key', secretAccessKey: 'secret' },
    maxAttempts: 1,
  });
  return {
    lambda,
    world,
    client,
    metrics,
    url,
    async close() {
      client.destroy();
      await lambda.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function handle(
  service: Service,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const url = new URL(request.url ?? '/', 'http://localhost');
  const awsRequest = {
    method: request.method ?? 'GET',
    rawPath: (request.url ?? '/').split('?')[0] ?? '/',
    query: url.searchParams,
    headers: request.headers as Record<string, string>,
    body: Buffer.concat(chunks),
  };
  let reply: Reply;
  try {
    reply = await service.identify(awsRequest).perform();
  } catch (error) {
    if (!(error instanceof AwsError)) throw error;
    reply = service.encodeError(error, awsRequest);
  }
  response.writeHead(reply.status, reply.headers).end(reply.body);
}

/** An archive of these files, by name. */
export function archive(files: Readonly<Record<string, string>>): Uint8Array {
  const encoder = new TextEncoder();
  return zipSync(
    Object.fromEntries(Object.entries(files).map(([name, text]) => [name, encoder.encode(text)])),
  );
}

/** The members of CreateFunction for a Node function with that source. */
export function nodeFunction(name: string, source: string, file = 'index.js') {
  return {
    FunctionName: name,
    Role: ROLE,
    Runtime: 'nodejs24.x' as const,
    Handler: 'index.handler',
    Code: { ZipFile: archive({ [file]: source }) },
  };
}
