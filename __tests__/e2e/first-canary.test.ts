// A newcomer's first ten minutes, as README's "Your first canary in ten minutes" has them: from a folder with a
// service's own files, by `doctor`, `init` and the commands that `init` prints, to a release on the simulator. The
// commands run in a shell; what they deploy is read from the files that `init` wrote.

import { execFileSync } from 'node:child_process';
import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import { GetPolicyCommand, InvokeCommand } from '@aws-sdk/client-lambda';
import { describe, expect, it } from '@jest/globals';
import type { Behaviour } from '../../demo/handlers.ts';
import { openInnerEnvironment } from '../../simulator/lambda/inner-environment.ts';
import { startSimulator } from '../../simulator/simulator.ts';
import { openTurnClock } from '../../simulator/turns/turn-clock.ts';
import { cliFolder, runCli } from '../support/cli.ts';
import { requestStage, sendSteadily } from '../support/crowd.ts';
import { type Account, openAccount } from '../support/newcomer/account.ts';
import {
  awsTool,
  CDK_FUNCTIONS,
  cdkTool,
  SAM_FILES,
  samTool,
  synthesized,
  TERRAFORM_FILES,
  terraformTool,
  withPrintedCode,
  writeAssembly,
  writeCode,
  writeFiles,
} from '../support/newcomer/services.ts';
import type { State } from '../support/newcomer/terraform.ts';
import { openShell, type Shell, type Tool } from '../support/newcomer/tool-doubles.ts';
import { startAction } from '../support/runner.ts';
import { clockVariables, type Variables } from '../support/runner-environment.ts';
import { type Played, playWorkflow } from '../support/workflow-player.ts';
import { createWorkspace } from '../support/workspace.ts';
import { mayWrite } from '../support/written.ts';

interface Newcomer {
  readonly cwd: string;
  readonly account: Account;
  readonly shell: Shell;
  /** Runs the command line, with the newcomer's own credentials or without. */
  canary(args: readonly string[], withCredentials?: boolean): Promise<string>;
  /** Runs a workflow of the checkout as GitHub does. */
  play(workflow: string, options: PlayOptions): Promise<Played>;
}

interface PlayOptions {
  readonly event: string;
  readonly payload?: object;
  readonly vars?: Readonly<Record<string, string>>;
  /** The subject of the job's token, without its environment. */
  readonly subject?: string;
  /** More inputs of the action. */
  readonly more?: Variables;
}

const NUMBERED = 'repo:octo-org@11/shop@22';

async function asNewcomer(
  files: Readonly<Record<string, string>>,
  toolsOf: (account: Account) => Readonly<Record<string, Tool>>,
  act: (newcomer: Newcomer) => Promise<void>,
): Promise<void> {
  const simulator = await startSimulator({
    clock: await openTurnClock(),
    lambda: { updateSeconds: 0 },
    openEnvironment: openInnerEnvironment,
  });
  const account = openAccount(simulator);
  const cwd = cliFolder();
  writeFiles(cwd, files);
  const git = (...args: readonly string[]) => execFileSync('git', [...args], { cwd });
  git('init', '-q');
  git('remote', 'add', 'origin', 'git@github.com:octo-org/shop.git');
  const region = simulator.world.place.region;
  const clock = simulator.world.clock.settings;
  const home = join(cwd, '..');
  const canary: Newcomer['canary'] = async (args, withCredentials = true) => {
    const { code, log } = await runCli(args, {
      cwd,
      // Read by what waits and judges; the others have no clock.
      clock: args[0] === 'plan' ? clock : undefined,
      aws: withCredentials ? { endpoint: simulator.url, region } : undefined,
      env: { PATH: `${join(home, 'gh')}:${process.env.PATH}` },
    });
    if (code !== 0) throw new Error(`${args.join(' ')} ended with ${code}:\n${log}`);
    return log;
  };
  const own = toolsOf(account);
  const tools = {
    ...own,
    aws: awsTool(account),
    npx: (args: readonly string[], at: string) => {
      const [program = '', ...rest] = args;
      if (program === 'github:org/canary-action') return canary(rest);
      const tool = own[program];
      if (!tool) throw new Error(`npx ${args.join(' ')}`);
      return tool(rest, at);
    },
  };
  const shell = await openShell(home, tools, clockVariables(clock));
  const play: Newcomer['play'] = async (
    workflow,
    { event, payload = {}, vars = {}, subject, more },
  ) => {
    let job = 'pull_request';
    const workspace = { ...createWorkspace(), checkout: cwd };
    try {
      return await playWorkflow(join(cwd, '.github/workflows', workflow), {
        github: { event_name: event, event: payload, repository: 'octo-org/shop' },
        vars,
        approve: async (environment) => {
          job = `environment:${environment}`;
          return true;
        },
        action: async (inputs, where) => {
          const sub = `${subject ?? NUMBERED}:${job}`;
          account.assume(where.role, { aud: 'sts.amazonaws.com', sub, ref: 'refs/heads/main' });
          const result = await startAction({
            ...{ inputs: { ...inputs, ...more }, workspace, clock, event: payload },
            aws: { endpoint: simulator.url, region: where.region },
            github: { eventName: event, repository: 'octo-org/shop' },
          }).done;
          account.leave();
          if (process.env.SHOW) process.stderr.write(`${result.log}\n`);
          return result;
        },
      });
    } finally {
      workspace.dispose();
    }
  };
  try {
    await act({ cwd, account, shell, canary, play });
  } finally {
    await shell.close();
    account.close();
    await simulator.close();
  }
}

/** The GitHub CLI, signed in. */
function withGitHubCli({ cwd }: Pick<Newcomer, 'cwd'>): void {
  const folder = join(cwd, '..');
  writeFiles(folder, { 'gh/gh': '#!/bin/sh\nprintf "octo-org/shop\\t22\\t11\\tmain\\n"\n' });
  chmodSync(join(folder, 'gh/gh'), 0o755);
}

function nextCommands(log: string): readonly string[] {
  const [, next = ''] = /\nNext:\n((?: {2}\d\. .*\n)+)/.exec(log) ?? [];
  return next
    .trimEnd()
    .split('\n')
    .map((line) => line.replace(/^ {2}\d\. /, ''));
}

async function runAll({ shell, cwd }: Newcomer, commands: readonly string[]): Promise<string> {
  let said = '';
  for (const command of commands) {
    const { code, log } = await shell.run(command, cwd);
    if (code !== 0) throw new Error(`${command}\nended with ${code}:\n${log}`);
    said += log;
  }
  return said;
}

interface Users {
  /** What one request of each kind gets. */
  ask(): Promise<readonly string[]>;
  /** Requests of each kind, again and again. @returns ends them */
  start(): () => Promise<void>;
}

const PER_MINUTE = 32;

function restUsers(
  { simulator }: Account,
  api: () => string,
  stageName: string,
  paths: readonly string[],
): Users {
  const ask = () =>
    Promise.all(
      paths.map(async (path) => {
        const address = { restApiId: api(), stageName, path: path.slice(1) };
        const { status, body } = await requestStage(simulator, address);
        return status < 300 ? saidIn(Buffer.from(body).toString()) : `HTTP ${status}`;
      }),
    );
  return {
    ask,
    start: () => sendSteadily(simulator.world.clock, PER_MINUTE / Math.sqrt(paths.length), ask),
  };
}

function saidIn(text: string): string {
  return /v\d/.exec(text)?.[0] ?? text;
}

/** HTTP APIs are served to nobody in the simulator: their integration is called in their place. */
function httpUsers({ clients: { lambda }, simulator }: Account, uri: () => string): Users {
  const functionRef = () => /\/functions\/(.+)\/invocations$/.exec(uri())?.[1] ?? '';
  /** API Gateway may invoke what has a policy of its own for it. */
  const request = async () => {
    const [, FunctionName, Qualifier] = /:function:(\w+)(?::(\w+))?$/.exec(functionRef()) ?? [];
    const target = { FunctionName, Qualifier };
    const [{ Payload, FunctionError }, { Policy = '' }] = await Promise.all([
      lambda.send(new InvokeCommand(target)),
      lambda.send(new GetPolicyCommand(target)),
    ]);
    const isServed = FunctionError === undefined && Policy.includes('"apigateway.amazonaws.com"');
    return isServed ? saidIn(Buffer.from(Payload ?? []).toString()) : 'HTTP 500';
  };
  return {
    ask: async () => [await request()],
    start: () =>
      sendSteadily(simulator.world.clock, PER_MINUTE, () =>
        simulator.invoke({ functionRef: functionRef(), payload: Buffer.alloc(0) }),
      ),
  };
}

/** What users get while something is deployed: each kind of request is sent after each change. */
async function servedDuring(
  { account: { simulator } }: Newcomer,
  users: Users,
  act: () => Promise<void>,
): Promise<ReadonlySet<string>> {
  const said = new Set<string>();
  const end = simulator.onCall({
    after: async (call) => {
      if (mayWrite(call)) for (const one of await users.ask()) said.add(one);
    },
  });
  try {
    await act();
  } finally {
    end();
  }
  return said;
}

interface Story {
  readonly users: Users;
  readonly upload: (behaviour: Behaviour) => Promise<void>;
  readonly release: PlayOptions;
  readonly plan: PlayOptions;
  /** More inputs of the release that goes well, and of the one that does not. */
  readonly more: { readonly good: Variables; readonly bad: Variables };
}

/** To read logs each second is most of the work of a release that takes as long as `init` has written. */
const AS_WRITTEN = { good: { logs: 'off' }, bad: {} };
const QUICK = { steps: '50%/2m', 'bake-time': '0s' };
const BAD = { logs: 'off', steps: '50%/15m' };

const PULL_REQUEST = {
  action: 'opened',
  pull_request: { number: 12, head: { sha: '1', repo: { full_name: 'octo-org/shop' } } },
};

/** The first release is promoted, and the second one, which is bad, rolled back. */
async function releaseTwice({ play }: Newcomer, story: Story) {
  const { users, upload, release, plan, more } = story;
  const all = (said: string) => new Set([said]);
  const served = async () => new Set(await users.ask());
  await upload({ label: 'v2' });
  expect(await served()).toEqual(all('v1'));
  expect((await play('canary-plan.yml', plan)).steps).toEqual(['plan planned']);
  const stop = users.start();
  const good = await play('canary-release.yml', { ...release, more: more.good });
  expect(good.steps).toEqual(['release promoted']);
  expect(await served()).toEqual(all('v2'));
  await upload({ label: 'v3', failing: 0.7 });
  expect(await served()).toEqual(all('v2'));
  const bad = await play('canary-release.yml', { ...release, more: more.bad });
  expect(bad.steps).toEqual(['release rolled-back']);
  await stop();
  expect(await served()).toEqual(all('v2'));
}

const MINUTES = 60_000;

describe('the first canary', () => {
  it(
    'of a SAM REST API that is called without a version',
    async () => {
      const tools = (account: Account) => ({ sam: samTool(account) });
      await asNewcomer(SAM_FILES, tools, async (newcomer) => {
        const { cwd, account, canary } = newcomer;
        withGitHubCli(newcomer);
        const deploy = ['sam build && sam deploy'];
        const upload = async (behaviour: Behaviour) => {
          writeCode(join(cwd, 'src'), behaviour);
          await runAll(newcomer, deploy);
        };
        await upload({ label: 'v1' });
        const apiOf = () => account.stacks.get('orders-prod')?.get('ServerlessRestApi')?.ref ?? '';
        const users = restUsers(account, apiOf, 'Prod', ['/orders']);
        expect(await users.ask()).toEqual(['v1']);

        expect(await canary(['doctor'])).toContain('unqualified');
        const commands = nextCommands(await canary(['init', '--write']));
        expect(commands).toHaveLength(3);
        const served = await servedDuring(newcomer, users, async () => {
          expect(await runAll(newcomer, commands)).toContain('No problems found');
        });
        expect(served).toEqual(new Set(['v1']));
        expect(await canary(['doctor', '--check'])).toContain('1 ready');

        const release = { event: 'workflow_dispatch' };
        const plan = { event: 'pull_request', payload: PULL_REQUEST };
        await releaseTwice(newcomer, { users, upload, release, plan, more: AS_WRITTEN });
      });
    },
    4 * MINUTES,
  );

  it(
    'of a Terraform HTTP API, from files alone and without the GitHub CLI',
    async () => {
      const outputs: Record<string, string> = {};
      const states = new Map<string, State>();
      const tools = (account: Account) => ({ terraform: terraformTool(account, states, outputs) });
      await asNewcomer(TERRAFORM_FILES, tools, async (newcomer) => {
        const { cwd, account, canary } = newcomer;
        const upload = async (behaviour: Behaviour) => {
          writeCode(join(cwd, 'src'), behaviour);
          await runAll(newcomer, ['terraform apply']);
        };
        await upload({ label: 'v1' });
        const uriOf = () =>
          states.get(cwd)?.get('aws_apigatewayv2_integration.checkout')?.integration_uri ?? '';
        const users = httpUsers(account, uriOf);
        expect(await users.ask()).toEqual(['v1']);

        expect(await canary(['doctor'], false)).toContain('unqualified');
        const commands = nextCommands(await canary(['init', '--write'], false));
        expect(commands).toHaveLength(3);
        const served = await servedDuring(newcomer, users, async () => {
          expect(await runAll(newcomer, commands)).toContain('No problems found');
        });
        expect(served).toEqual(new Set(['v1']));
        expect(await canary(['doctor', '--check'])).toContain('1 ready');

        // As the notes of `init` say.
        const vars = {
          PLAN_ROLE: outputs.plan_role ?? '',
          RELEASE_ROLE: outputs.release_role ?? '',
        };
        const subject = 'repo:octo-org/shop';
        const release = { event: 'workflow_dispatch', vars, subject };
        const plan = { event: 'pull_request', payload: PULL_REQUEST, vars, subject };
        const story = { users, upload, release, plan, more: { good: QUICK, bad: BAD } };
        await releaseTwice(newcomer, story);
      });
    },
    4 * MINUTES,
  );

  it(
    'of a CDK REST API with four functions, after the workflow that deploys',
    async () => {
      const files = {
        'cdk.json': '{ "app": "npx tsx app.ts" }',
        '.github/workflows/deploy.yml':
          'name: Deploy\non: { push: { branches: [main] } }\njobs: { deploy: { runs-on: ubuntu-latest, steps: [{ run: npx cdk deploy Shop }] } }\n',
      };
      const tools = (account: Account) => ({ cdk: cdkTool(account) });
      await asNewcomer(files, tools, async (newcomer) => {
        const { cwd, account, canary } = newcomer;
        withGitHubCli(newcomer);
        let stack = synthesized();
        const code = join(cwd, 'lambda');
        const upload = async (behaviour: Behaviour) => {
          writeCode(code, behaviour);
          writeAssembly(cwd, stack, code);
          await runAll(newcomer, ['npx cdk deploy Shop']);
        };
        await upload({ label: 'v1' });
        const apiOf = () => account.stacks.get('Shop')?.get('ShopApi4A2B9C1D')?.ref ?? '';
        const paths = CDK_FUNCTIONS.map((name) => `/${name.toLowerCase()}`);
        const users = restUsers(account, apiOf, 'prod', paths);
        expect(await users.ask()).toEqual(['v1', 'v1', 'v1', 'v1']);

        expect(await canary(['doctor'])).toContain('4 functions, 0 ready');
        const log = await canary(['init', '--write']);
        for (const name of CDK_FUNCTIONS) {
          expect(log).toContain(`new apigateway.LambdaIntegration(${name.toLowerCase()}Live)`);
        }
        const commands = nextCommands(log);
        expect(commands).toHaveLength(3);
        stack = withPrintedCode(stack, log);
        writeAssembly(cwd, stack, code);
        const served = await servedDuring(newcomer, users, async () => {
          expect(await runAll(newcomer, commands)).toContain('No problems found');
        });
        expect(served).toEqual(new Set(['v1']));
        expect(await canary(['doctor', '--check'])).toContain('4 ready');

        const payload = {
          repository: { full_name: 'octo-org/shop', default_branch: 'main' },
          workflow_run: {
            ...{ conclusion: 'success', event: 'push', head_branch: 'main' },
            ...{ head_sha: '1'.repeat(40), head_repository: { full_name: 'octo-org/shop' } },
          },
        };
        const release = { event: 'workflow_run', payload };
        const plan = { event: 'pull_request', payload: PULL_REQUEST };
        const story = {
          users,
          upload,
          release,
          plan,
          more: { good: { ...QUICK, logs: 'off' }, bad: BAD },
        };
        await releaseTwice(newcomer, story);
      });
    },
    4 * MINUTES,
  );
});
