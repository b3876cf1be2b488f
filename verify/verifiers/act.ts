// A runner from another project: nektos/act runs a workflow with `uses: ./` on this machine.

import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { cp, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { stringify } from 'yaml';
import { sendTraffic } from '../../demo/clients.ts';
import { createHelloApi, type HelloApi } from '../../demo/hello-api.ts';
import { clockVariable } from '../../simulator/clock.ts';
import { type Simulator, startSimulator } from '../../simulator/simulator.ts';
import { findNode24 } from '../../tools/node24.ts';
import { mustRun, need } from '../command.ts';
import { goTool } from '../tools.ts';
import type { Verifier } from '../verifier.ts';
import { playExamples } from './act-examples.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const CLOCK = new URL('../../simulator/process-clock.mjs', import.meta.url).href;
const ACT = { program: 'act', package: 'github.com/nektos/act@v0.2.89' };
const CLOCK_RATE = 20;
const REQUESTS_PER_SECOND = 20;

export const act: Verifier = {
  name: 'act',
  title: 'nektos/act, a runner that is not GitHub’s',
  shows:
    'The action behaves as a runner expects: inputs, outputs, summary, post step, cancellation.',
  byDefault: true,
  verify: async (context) => {
    need('git');
    const program = await goTool(context, ACT);
    context.print((await mustRun(program, ['--version'])).trim());
    await context.check('a release: outputs, summary and post step', [], () =>
      inWorld(program, async (world) => {
        const { log, code } = await startJob(world, '50%/2m').ended;
        assert.equal(code, 0, log);
        assert.match(log, /\| outcome=promoted conclusion=success/, log);
        assert.match(log, /\| report=present/, log);
        assert.match(log, /\*\*Steps\*\*/, log);
        assert.match(log, /Success - Post .\//, log);
        const stage = await world.api.stage();
        assert.deepEqual(stage.variables, { version: '2' });
        assert.equal(stage.canarySettings, undefined);
      }),
    );
    await context.check('a cancelled job restores all traffic', [], () =>
      inWorld(program, async (world) => {
        const before = await world.api.stage();
        const job = startJob(world, '50%/20m');
        await job.sees(/step 1\/1/);
        assert.equal((await world.api.stage()).canarySettings?.percentTraffic, 50);
        job.process.kill('SIGINT');
        // act kills the step at once, so the post step has to roll back.
        const { log } = await job.ended;
        const stage = await world.api.stage();
        assert.equal(stage.canarySettings, undefined, log);
        assert.equal(stage.deploymentId, before.deploymentId, log);
        assert.deepEqual(stage.variables, before.variables, log);
      }),
    );
    await context.check('the next job takes over from a job whose machine was lost', [], () =>
      inWorld(program, async (world) => {
        const job = startJob(world, '50%/20m');
        await job.sees(/step 1\/1/);
        await job.lose();
        assert.equal((await world.api.stage()).canarySettings?.percentTraffic, 50);
        let deployments = 0;
        world.simulator.onCall({
          after: ({ operation, status }) => {
            // A refused one only tests the permission.
            if (operation === 'CreateDeployment' && status === 201) deployments += 1;
          },
        });
        const { log } = await startJob(world, '50%/1m', { 'on-unfinished': 'rollback' }).ended;
        // To continue the open release, it would create none.
        assert.equal(deployments, 1, log);
        assert.match(log, /\| outcome=promoted/, log);
        assert.equal((await world.api.stage()).canarySettings, undefined);
      }),
    );
    await playExamples(context, program);
  },
};

interface World {
  readonly program: string;
  readonly simulator: Simulator;
  readonly api: HelloApi;
  /** A repository that contains the action as users get it. */
  readonly folder: string;
}

async function inWorld(program: string, play: (world: World) => Promise<void>): Promise<void> {
  const simulator = await startSimulator({ clockRate: CLOCK_RATE });
  const folder = await mkdtemp(join(tmpdir(), 'verify-act-'));
  try {
    const { region, account } = simulator.world.place;
    const api = await createHelloApi({ url: simulator.url, region, account });
    await api.upload({ label: 'v2' });
    await makeRepository(join(folder, 'repository'));
    const url = simulator.stageUrl(api.restApiId, api.stageName, api.path);
    const users = sendTraffic(url, REQUESTS_PER_SECOND);
    await play({ program, simulator, api, folder });
    await users.stop();
  } finally {
    await simulator.close();
    await rm(folder, { recursive: true, force: true });
  }
}

async function makeRepository(folder: string): Promise<void> {
  await mkdir(join(folder, '.github', 'workflows'), { recursive: true });
  await cp(join(ROOT, 'action.yml'), join(folder, 'action.yml'));
  await cp(join(ROOT, 'dist'), join(folder, 'dist'), { recursive: true });
  const git = (...args: string[]) => mustRun('git', ['-C', folder, ...args]);
  await git('init', '--quiet');
  await git('add', '--all');
  const someone = ['-c', 'user.name=octocat', '-c', 'user.email=octocat@example.com'];
  await git(...someone, 'commit', '--quiet', '--message', 'Say hello from v2');
}

interface Job {
  readonly process: ChildProcess;
  readonly ended: Promise<{ readonly code: number | null; readonly log: string }>;
  /** Resolves once the log has a matching line; rejects if the job ends without one. */
  sees(pattern: RegExp): Promise<void>;
  /** Kills the runner and all its processes at once, as when the machine is lost. */
  lose(): Promise<void>;
}

let startedJobs = 0;

function startJob(world: World, steps: string, inputs: Record<string, string> = {}): Job {
  const { program, folder } = world;
  writeFileSync(
    join(folder, 'repository/.github/workflows/release.yml'),
    stringify(workflow(world, { steps, ...inputs })),
  );
  startedJobs += 1;
  const args = ['push', '-P', 'ubuntu-latest=-self-hosted', '--no-cache-server'];
  // Otherwise act gives all jobs the same run ID.
  args.push('--env', `GITHUB_RUN_ID=${startedJobs}`);
  const child = spawn(program, args, {
    cwd: join(folder, 'repository'),
    env: {
      HOME: folder,
      PATH: [dirname(findNode24().path), process.env.PATH ?? ''].join(delimiter),
    },
  });
  let log = '';
  let closed = false;
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      log += chunk;
    });
  }
  const ended = new Promise<{ code: number | null; log: string }>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => {
      closed = true;
      resolve({ code, log });
    });
  });
  return {
    process: child,
    ended,
    sees: async (pattern) => {
      while (!pattern.test(log)) {
        if (closed) throw new Error(`the job ended without ${pattern}: ${log}`);
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    },
    lose: async () => {
      for (const pid of await familyOf(child.pid ?? 0)) process.kill(pid, 'SIGKILL');
      await ended;
    },
  };
}

/** A process and all its descendants: act gives each step its own process group. */
async function familyOf(pid: number): Promise<readonly number[]> {
  const table = (await mustRun('ps', ['-A', '-o', 'pid=,ppid=']))
    .split('\n')
    .map((line) => line.trim().split(/\s+/).map(Number));
  const family = [pid];
  for (const member of family) {
    family.push(...table.filter(([, parent]) => parent === member).map(([child = 0]) => child));
  }
  return family;
}

function workflow({ simulator, api }: World, inputs: Record<string, string>): unknown {
  return {
    on: 'push',
    jobs: {
      release: {
        'runs-on': 'ubuntu-latest',
        steps: [
          // act copies the repository instead of fetching it.
          { uses: 'actions/checkout@v6' },
          {
            id: 'canary',
            uses: './',
            env: {
              AWS_REGION: simulator.world.place.region,
              AWS_ENDPOINT_URL: simulator.url,
              AWS_ACCESS_KEY_ID: 'AKIDEXAMPLE',
              AWS_SECRET_ACCESS_KEY: 'example',
              NODE_OPTIONS: `--import=${CLOCK}`,
              CANARY_CLOCK: clockVariable(simulator.world.clock.settings),
            },
            with: {
              'rest-api-id': api.restApiId,
              'stage-name': api.stageName,
              functions: api.functionName,
              'bake-time': '30s',
              'invoke-permission': 'grant',
              comment: 'false',
              ...inputs,
            },
          },
          {
            run: [
              'echo "outcome=${{ steps.canary.outputs.outcome }} conclusion=${{ steps.canary.conclusion }}"',
              'test -s "${{ steps.canary.outputs.report }}" && echo "report=present"',
            ].join('\n'),
          },
        ],
      },
    },
  };
}
