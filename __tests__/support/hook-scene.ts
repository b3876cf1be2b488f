// Hooks for the scenes of rollouts: functions of the simulated account, and a server on loopback.

import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { CreateFunctionCommand } from '@aws-sdk/client-lambda';
import { strToU8, zipSync } from 'fflate';
import type { CallRecord } from '../../simulator/front/call-log.ts';
import type { HookPayload } from '../../src/hooks/payload.ts';
import type { FleetScene } from './fleet-scene.ts';
import type { Scene } from './rollout.ts';

/** Makes a Lambda whose handler is the body of `async (event) => { … }`. */
export async function addHook(
  scene: Scene | FleetScene,
  name: string,
  body: string,
): Promise<void> {
  const source = `exports.handler = async (event) => { ${body} };`;
  const lambda = 'lambda' in scene ? scene.lambda : scene.api.clients.lambda;
  await lambda.send(
    new CreateFunctionCommand({
      FunctionName: name,
      Role: `arn:aws:iam::${scene.simulator.world.place.account}:role/hook`,
      Runtime: 'nodejs22.x',
      Handler: 'index.handler',
      Timeout: 900,
      Code: { ZipFile: zipSync({ 'index.js': strToU8(source) }) },
    }),
  );
}

/** What the hook was told each time that it really ran. */
export function toldTo(calls: readonly CallRecord[], name: string): readonly HookPayload[] {
  return calls
    .filter(({ operation }) => operation === 'Invoke')
    .filter(({ path }) => decodeURIComponent(path).split(/[/:]/).includes(name))
    .filter(({ body = '' }) => body !== '')
    .map(({ body = '' }) => JSON.parse(body) as HookPayload);
}

export interface HookRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

export interface HookServer {
  /** `http://127.0.0.1:PORT`. */
  readonly origin: string;
  readonly requests: readonly HookRequest[];
  close(): Promise<void>;
}

export async function serveHook(
  answer: (request: HookRequest, response: ServerResponse) => void,
): Promise<HookServer> {
  const requests: HookRequest[] = [];
  const server = createServer((incoming, response) => {
    const chunks: Buffer[] = [];
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
    incoming.on('end', () => {
      const { method = '', url: path = '', headers } = incoming;
      const request = { method, path, headers, body: Buffer.concat(chunks).toString('utf8') };
      requests.push(request);
      answer(request, response);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    requests,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
