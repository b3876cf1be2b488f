// Runs the workflows of examples/ on a runner that is not GitHub's: its order of jobs, its conditions and expressions. They
// are unmodified but for one line that act does not know. This action, its reusable workflow and the step that signs in to AWS come
// from folders on this machine.

import assert from 'node:assert/strict';
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { GetStagesCommand } from '@aws-sdk/client-api-gateway';
import { sendTraffic, type Users } from '../../demo/clients.ts';
import { createHelloApi, type HelloApi } from '../../demo/hello-api.ts';
import { clockVariable } from '../../simulator/clock.ts';
import { type Simulator, startSimulator } from '../../simulator/simulator.ts';
import { findNode24 } from '../../tools/node24.ts';
import { mustRun, run } from '../command.ts';
import type { VerifyContext } from '../verifier.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const EXAMPLES = join(ROOT, 'examples');
const CLOCK = new URL('../../simulator/process-clock.mjs', import.meta.url).href;
const CLOCK_RATE = 60;
const SIGN_IN = 'aws-actions/configure-aws-credentials@8df5847569e6427dd6c4fb1cf565c83acfa8afa7';
/** The region of the examples. */
const REGION = 'eu-central-1';

/** GitHub has it since May 2026, and this version of act refuses the whole workflow for it. */
const NOT_KNOWN_YET = /^ *queue: max\n/gm;

/** The examples that act runs. */
export const PLAYED: readonly string[] = [
  ...['advance-release.yml', 'gated-release.yml', 'long-release.yml', 'preview.yml'],
  ...['release-version.yml', 'roll-back.yml'],
];

const BEHIND_ALIASES = 'it releases functions behind aliases; the tests run it';

/** The examples that act cannot run, and why. */
export const NOT_PLAYED: Readonly<Record<string, string>> = {
  'alias-and-plan.yml': BEHIND_ALIASES,
  'approvals.yml': 'it reads from GitHub who may approve, and act has no GitHub; the tests run it',
  'approvals-by-team.yml':
    'it gets a token of a GitHub App, and act has no GitHub; the tests run it',
  'by-evidence.yml': 'its duration depends on its evidence; the tests run it, shortened',
  'comment-commands.yml':
    'it reads from GitHub who may give commands, and act has no GitHub; the tests run it',
  'config-file.yml': 'its API is named in its file; the tests run it',
  'fleet-in-waves.yml': BEHIND_ALIASES,
  'issue-after-rollback.yml': 'it opens an issue, and act has no GitHub; the tests run it',
  'matrix.yml': 'it releases a second function, which this API does not have; the tests run it',
  'open-releases.yml': 'it writes an issue, and act has no GitHub; the tests run it',
  'probes.yml': BEHIND_ALIASES,
  'release-hours.yml':
    'it waits for its release hours, and its API is named in its file; the tests run it',
  'release-on-push.yml': 'it uploads with the AWS CLI and zip; the tests run it',
  'smoke-checks.yml': 'it expects orders, which this API does not return; the tests run it',
  'sweep-previews.yml':
    'it reads from GitHub which pull requests are closed, and act has no GitHub; the tests run it',
  'terraform.yml': 'it applies files that have no backend here; the tests run it',
  'terraform-rest.yml': 'it applies files that have no backend here; the tests run it',
  'upload-and-release.yml': BEHIND_ALIASES,
  'waves.yml': 'its regions are three accounts, and act has one endpoint; the tests run it',
};

interface World {
  readonly simulator: Simulator;
  readonly api: HelloApi;
  readonly users: Users;
  /** Runs an example for an event, in act's format. */
  play(example: string, event: string, payload?: object): Promise<string>;
}

/** @param program act */
export async function playExamples(context: VerifyContext, program: string): Promise<void> {
  const played = new Set<string>();
  const check = (name: string, stageName: string, work: (world: World) => Promise<void>) =>
    context.check(name, [], () =>
      inWorld(program, stageName, (world) =>
        work({
          ...world,
          play: (example, ...rest) => {
            played.add(example);
            return world.play(example, ...rest);
          },
        }),
      ),
    );
  await check('examples/gated-release.yml: its jobs in their order', 'prod', async (world) => {
    // act has no environments, so it does not wait for an approval.
    const log = await world.play('gated-release.yml', 'push');
    assert.match(log, /Job succeeded[\s\S]*Job succeeded[\s\S]*Job succeeded/, log);
    assert.deepEqual((await world.api.stage()).variables, { version: '2' }, log);
  });
  await check(
    'examples/long-release.yml and advance-release.yml: a reusable workflow',
    'prod',
    async (world) => {
      const started = await world.play('long-release.yml', 'push');
      assert.equal((await world.api.stage()).canarySettings?.percentTraffic, 1, started);
      const advanced = await world.play('advance-release.yml', 'schedule');
      assert.match(advanced, /Job succeeded/, advanced);
      assert.equal((await world.api.stage()).canarySettings?.percentTraffic, 1, advanced);
    },
  );
  await check('examples/roll-back.yml: a release of another run', 'prod', async (world) => {
    const started = await world.play('long-release.yml', 'push');
    assert.equal((await world.api.stage()).canarySettings?.percentTraffic, 1, started);
    const log = await world.play('roll-back.yml', 'workflow_dispatch');
    assert.equal((await world.api.stage()).canarySettings, undefined, log);
  });
  await check('examples/release-version.yml: an input of the event', 'prod', async (world) => {
    await world.api.publish();
    const log = await world.play('release-version.yml', 'workflow_dispatch', {
      inputs: { version: '2' },
    });
    assert.deepEqual((await world.api.stage()).variables, { version: '2' }, log);
  });
  await check('examples/preview.yml: a pull request, and one of a fork', 'test', async (world) => {
    const pull = (from: string) => ({
      action: 'opened',
      pull_request: { number: 12, head: { sha: '1', repo: { full_name: from } } },
      repository: { full_name: 'octo-org/orders', name: 'orders', owner: { login: 'octo-org' } },
    });
    const forked = await world.play('preview.yml', 'pull_request', pull('octocat/orders'));
    assert.deepEqual(await stageNames(world), ['test'], forked);
    const log = await world.play('preview.yml', 'pull_request', pull('octo-org/orders'));
    assert.deepEqual(await stageNames(world), ['pr-12', 'test'], log);
  });
  for (const [name, why] of Object.entries(NOT_PLAYED)) context.skip(`examples/${name}`, why);
  await context.check('these are the examples that are named as played', [], async () => {
    assert.deepEqual([...played].sort(), [...PLAYED].sort());
  });
}

async function stageNames({ api }: World): Promise<readonly (string | undefined)[]> {
  const { clients, restApiId } = api;
  const { item = [] } = await clients.apiGateway.send(new GetStagesCommand({ restApiId }));
  return item.map(({ stageName }) => stageName).sort();
}

async function inWorld(
  program: string,
  stageName: string,
  work: (world: World) => Promise<void>,
): Promise<void> {
  const simulator = await startSimulator({ clockRate: CLOCK_RATE, region: REGION });
  const folder = await mkdtemp(join(tmpdir(), 'verify-act-'));
  try {
    const { region, account } = simulator.world.place;
    const aws = { url: simulator.url, region, account };
    const api = await createHelloApi(aws, { functionName: 'orders', stageName });
    await api.addAlarm('orders-5xx', stageName, 1000);
    await api.upload({ label: 'v2' });
    await makeFolders(folder);
    const users = sendTraffic(simulator.stageUrl(api.restApiId, stageName, api.path), 20);
    const play = actIn(program, folder, simulator, api);
    await work({ simulator, api, users, play });
    await users.stop();
  } finally {
    await simulator.close();
    await rm(folder, { recursive: true, force: true });
  }
}

async function makeFolders(folder: string): Promise<void> {
  const own = join(folder, 'canary-action');
  await mkdir(join(folder, 'sign-in'));
  await makeRepository(join(folder, 'repository'));
  for (const part of ['action.yml', 'dist', '.github']) {
    await cp(join(ROOT, part), join(own, part), { recursive: true });
  }
  await writeFile(join(folder, 'sign-in', 'action.yml'), SIGNS_IN);
}

/** act reads the name of the repository from its remote, and the commit from its history. */
async function makeRepository(folder: string): Promise<void> {
  await mkdir(folder);
  const git = (...args: string[]) => mustRun('git', ['-C', folder, ...args]);
  await git('init', '--quiet');
  await git('remote', 'add', 'origin', 'https://github.com/octo-org/orders.git');
  const someone = ['-c', 'user.name=octocat', '-c', 'user.email=octocat@example.com'];
  await git(...someone, 'commit', '--quiet', '--allow-empty', '--message', 'Round prices up');
}

/** What later steps need from the sign-in step: the region. */
const SIGNS_IN = `name: Sign in
inputs:
  role-to-assume: { required: true }
  aws-region: { required: true }
runs:
  using: composite
  steps:
    - run: echo "AWS_REGION=\${{ inputs.aws-region }}" >> "$GITHUB_ENV"
      shell: bash
`;

function actIn(
  program: string,
  folder: string,
  simulator: Simulator,
  { restApiId }: HelloApi,
): World['play'] {
  const variables = {
    AWS_ENDPOINT_URL: simulator.url,
    AWS_ACCESS_KEY_ID: 'AKIDEXAMPLE',
    AWS_SECRET_ACCESS_KEY: 'example',
    NODE_OPTIONS: `--import=${CLOCK}`,
    CANARY_CLOCK: clockVariable(simulator.world.clock.settings),
  };
  return async (example, event, payload = {}) => {
    const eventPath = join(folder, 'event.json');
    await writeFile(eventPath, JSON.stringify(payload));
    const workflow = join(folder, example);
    const text = await readFile(join(EXAMPLES, example), 'utf8');
    await writeFile(workflow, text.replaceAll(NOT_KNOWN_YET, ''));
    const { stdout, stderr } = await run(
      program,
      [
        event,
        ...['--workflows', workflow, '--eventpath', eventPath],
        ...['-P', 'ubuntu-latest=-self-hosted', '--no-cache-server'],
        ...['--local-repository', `org/canary-action@v1=${join(folder, 'canary-action')}`],
        ...['--local-repository', `${SIGN_IN}=${join(folder, 'sign-in')}`],
        ...[
          '--var',
          `ORDERS_API=${restApiId}`,
          '--var',
          'RELEASE_ROLE=r',
          '--var',
          'PREVIEW_ROLE=r',
        ],
        ...Object.entries(variables).flatMap(([name, value]) => ['--env', `${name}=${value}`]),
      ],
      {
        cwd: join(folder, 'repository'),
        env: {
          HOME: folder,
          PATH: [dirname(findNode24().path), process.env.PATH ?? ''].join(delimiter),
        },
      },
    );
    return `${stdout}\n${stderr}`;
  };
}
