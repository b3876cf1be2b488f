// LocalStack: another project's reading of API Gateway, which learned its canaries from AWS too.

import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startSimulator } from '../../simulator/simulator.ts';
import { createDuet } from '../emulators/duet.ts';
import { releaseOn } from '../emulators/release.ts';
import { startEmulator } from '../emulators/server.ts';
import { tellStageStory } from '../emulators/stage-story.ts';
import { showStageTags } from '../emulators/stage-tags.ts';
import { createSender } from '../recordings/send.ts';
import { pythonTool } from '../tools.ts';
import type { Stand, Witness } from '../witness.ts';

const REGION = 'us-east-1';

/** The last version for Python 3.11, with the versions of what it needs at its time. */
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
    // Later ones moved or removed what it imports.
    'cbor2==5.8.0',
    'pyopenssl==25.3.0',
  ],
};

/** Members of answers that are not compared, and why. */
const NOT_COMPARED: Readonly<Record<string, string>> = {
  createdDate: 'each server has a clock of its own',
  lastUpdatedDate: 'LocalStack does not tell it of a stage that nobody has changed',
  rootResourceId: 'an id of each server’s own',
  apiStatus: 'newer than LocalStack’s model of the API',
  securityPolicy: 'newer than LocalStack’s model of the API',
  endpointAccessMode: 'newer than LocalStack’s model of the API',
  useStageCache:
    'LocalStack answers with the text that was sent, AWS (recorded) with a truth value',
  tags: 'LocalStack answers with an empty map where AWS (recorded) leaves it out',
};

export const localstack: Witness = {
  name: 'localstack',
  title: 'LocalStack, an emulator that is not ours',
  worth:
    'Two independent readings of AWS agree; and the bundle releases and rolls back on the other one.',
  byDefault: true,
  testify: async (stand) => {
    const program = await pythonTool(stand, LOCALSTACK);
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
      // Not where its own folder lies: Python would take that for the package of its name.
      cwd: folder,
      health: '/_localstack/health',
      patience: 120_000,
    });
    try {
      await tellBoth(stand, emulator.url);
      const front = await showStageTags(emulator.url, REGION);
      await releaseOn(stand, { url: front.url, region: REGION });
      front.close();
    } finally {
      await emulator.stop();
      await rm(folder, { recursive: true, force: true });
    }
  },
};

async function tellBoth(stand: Stand, url: string): Promise<void> {
  const simulator = await startSimulator({ region: REGION });
  const upstream = createServer((request, response) => response.end(request.url));
  await new Promise<void>((resolve) => upstream.listen(0, '127.0.0.1', resolve));
  const voices = [url, simulator.url].map((each) => ({
    url: each,
    sender: createSender(each, REGION),
    ids: new Map<string, string>(),
  }));
  try {
    const { port } = upstream.address() as AddressInfo;
    const duet = createDuet([voices[0]!, voices[1]!], Object.keys(NOT_COMPARED));
    await tellStageStory(stand, duet, `http://127.0.0.1:${port}`);
  } finally {
    for (const { sender } of voices) sender.close();
    upstream.close();
    await simulator.close();
  }
}
