// Measures what the bundle needs from its start until it reports a missing input, and until its first call to AWS, as
// ratios to a plain `node -e 0` on the same machine, pair by pair, so that the load of the machine cancels out.

import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { findNode24 } from '../tools/node24.ts';

export interface StartUp {
  /** Medians of the pairwise ratios to `node -e 0`: until a missing input is refused, and its peak memory. */
  readonly refusal: number;
  readonly memory: number;
  /** Until the first call to AWS, by command. */
  readonly firstCall: Readonly<Record<string, number>>;
  readonly pairs: number;
  readonly node: string;
}

type Start = readonly string[];
type Variables = Readonly<Record<string, string>>;

const bundle = fileURLToPath(new URL('../dist/index.js', import.meta.url));
const probe = fileURLToPath(new URL('./peak-memory.cjs', import.meta.url));
const BARE: Start = ['-e', '0'];

const COMMON: Variables = {
  GITHUB_REPOSITORY: 'org/shop',
  GITHUB_RUN_ID: '1',
  GITHUB_EVENT_NAME: 'push',
  GITHUB_REF: 'refs/heads/main',
  AWS_REGION: 'eu-central-1',
  AWS_ACCESS_KEY_ID: 'AKIDEXAMPLE',
  AWS_SECRET_ACCESS_KEY: 'example',
  INPUT_FUNCTIONS: 'orders',
};
const STAGE = { 'INPUT_REST-API-ID': 'a1b2c3d4e5', 'INPUT_STAGE-NAME': 'prod' };
const FIRST_CALLS: Readonly<Record<string, Variables>> = {
  'rollout of a stage': STAGE,
  'rollout of an alias': { INPUT_ALIAS: 'live' },
  'status of a stage': { ...STAGE, INPUT_COMMAND: 'status' },
  'status of an alias': { INPUT_ALIAS: 'live', INPUT_COMMAND: 'status' },
};

/** Alternates the bundle and plain Node; the first pair is not counted. */
export async function measureStartUp(pairs = 25): Promise<StartUp> {
  if (!existsSync(bundle)) throw new Error('dist/ does not exist; run npm run bundle');
  const node = findNode24();
  const ratio = async (ours: () => Promise<number>, bare: () => Promise<number>) => {
    const ratios: number[] = [];
    for (let i = 0; i <= pairs; i++) {
      const one = (await ours()) / (await bare());
      if (i > 0) ratios.push(one);
    }
    return median(ratios);
  };
  const time = (args: Start) => () => milliseconds(node.path, args);
  const peak = (args: Start) => () => peakMemory(node.path, args);
  const firstCall: Record<string, number> = {};
  for (const [name, inputs] of Object.entries(FIRST_CALLS)) {
    firstCall[name] = await ratio(() => untilFirstCall(node.path, inputs), time(BARE));
  }
  return {
    refusal: await ratio(time([bundle]), time(BARE)),
    memory: await ratio(peak([bundle]), peak(BARE)),
    firstCall,
    pairs,
    node: node.version,
  };
}

/** A whole process, started as the runner starts it: nothing is loaded that measures. */
function milliseconds(node: string, args: Start): Promise<number> {
  return new Promise((resolve, reject) => {
    const began = performance.now();
    const child = spawn(node, args, { env: { PATH: process.env.PATH }, stdio: 'ignore' });
    child.once('error', reject);
    child.once('close', () => resolve(performance.now() - began));
  });
}

/** Kilobytes. The probe that reports them is in both processes of a pair. */
function peakMemory(node: string, args: Start): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(node, ['--require', probe, ...args], {
      env: { PATH: process.env.PATH },
      stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
    });
    let text = '';
    child.stdio[3]?.on('data', (data) => {
      text += data;
    });
    child.once('error', reject);
    child.once('close', () => resolve(Number(text)));
  });
}

/** Until a server in the place of AWS has received a request; then the process is ended. */
async function untilFirstCall(node: string, inputs: Variables): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const env = { ...COMMON, ...inputs, AWS_ENDPOINT_URL: `http://127.0.0.1:${port}` };
  try {
    return await new Promise<number>((resolve, reject) => {
      const began = performance.now();
      let log = '';
      const child = spawn(node, [bundle], { env, stdio: ['ignore', 'pipe', 'ignore'] });
      child.stdout.on('data', (data) => {
        log += data;
      });
      server.once('request', () => {
        resolve(performance.now() - began);
        child.kill('SIGKILL');
      });
      child.once('error', reject);
      child.once('close', () => reject(new Error(`no call to AWS was made:\n${log}`)));
    });
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const high = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? high : ((sorted[middle - 1] ?? Number.NaN) + high) / 2;
}
