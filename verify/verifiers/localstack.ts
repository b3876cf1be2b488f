// LocalStack: another project's implementation of API Gateway, also written from AWS's behavior.

import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startSimulator } from '../../simulator/simulator.ts';
import { releaseOn } from '../emulators/release.ts';
import { startEmulator } from '../emulators/server.ts';
import { createServerPair } from '../emulators/server-pair.ts';
import { compareStages } from '../emulators/stage-scenario.ts';
import { showStageTags } from '../emulators/stage-tags.ts';
import { createSender } from '../recordings/send.ts';
import { pythonTool } from '../tools.ts';
import type { Verifier, VerifyContext } from '../verifier.ts';

const REGION = 'us-east-1';

/** The last version for Python 3.11, with its dependencies of that time. */
const LOCALSTACK = {
  name: 'localstack',
  program: 'python',
  python: 'python3.11',
  packages: [
    'localstack-core[runtime]==4.13.1',
    'moto-ext==5.1.20.post22',
    'plux==1.14.0',
    'rolo==0.7.6',
    'localstack-twisted==24.3.0',
    'airspeed-ext==0.6.9',
    'boto3==1.42.34',
    'botocore==1.42.34',
    'werkzeug==3.1.5',
    'hypercorn==0.18.0',
    // Later versions moved or removed what it imports.
    'cbor2==5.8.0',
    'pyopenssl==25.3.0',
  ],
};

/** Members of answers that are not compared, with the reason. */
const NOT_COMPARED: Readonly<Record<string, string>> = {
  createdDate: 'each server has its own clock',
  lastUpdatedDate: 'LocalStack omits it for a stage that was never changed',
  rootResourceId: 'each server has its own id',
  apiStatus: 'newer than LocalStack’s model of the API',
  securityPolicy: 'newer than LocalStack’s model of the API',
  endpointAccessMode: 'newer than LocalStack’s model of the API',
  useStageCache: 'LocalStack returns the text that was sent, AWS (recorded) a boolean',
  tags: 'LocalStack returns an empty map where AWS (recorded) omits it',
};

export const localstack: Verifier = {
  name: 'localstack',
  title: 'LocalStack, another project’s emulator',
  shows:
    'Two independent implementations of AWS agree, and the bundle releases and rolls back on LocalStack.',
  byDefault: true,
  verify: async (context) => {
    const program = await pythonTool(context, LOCALSTACK);
    const folder = await mkdtemp(join(tmpdir(), 'verify-localstack-'));
    const emulator = await startEmulator({
      program,
      args: () => ['-m', 'localstack.runtime.main'],
      env: (port) => ({
        DNS_ADDRESS: '0',
        SKIP_SSL_CERT_DOWNLOAD: '1',
        DISABLE_EVENTS: '1',
        GATEWAY_LISTEN: `127.0.0.1:${port}`,
        SERVICES: 'apigateway,cloudwatch,lambda,iam,sts,logs',
        LOCALSTACK_VOLUME_DIR: folder,
      }),
      // Not the parent of its own folder: Python would import that as the package of the same name.
      cwd: folder,
      health: '/_localstack/health',
      timeoutMs: 120_000,
    });
    try {
      await compareWithSimulator(context, emulator.url);
      const front = await showStageTags(emulator.url, REGION);
      await releaseOn(context, { url: front.url, region: REGION });
      front.close();
    } finally {
      await emulator.stop();
      await rm(folder, { recursive: true, force: true });
    }
  },
};

async function compareWithSimulator(context: VerifyContext, url: string): Promise<void> {
  const simulator = await startSimulator({ region: REGION });
  const upstream = createServer((request, response) => response.end(request.url));
  await new Promise<void>((resolve) => upstream.listen(0, '127.0.0.1', resolve));
  const servers = [url, simulator.url].map((each) => ({
    url: each,
    sender: createSender(each, REGION),
    ids: new Map<string, string>(),
  }));
  try {
    const { port } = upstream.address() as AddressInfo;
    const pair = createServerPair([servers[0]!, servers[1]!], Object.keys(NOT_COMPARED));
    await compareStages(context, pair, `http://127.0.0.1:${port}`);
  } finally {
    for (const { sender } of servers) sender.close();
    upstream.close();
    await simulator.close();
  }
}
