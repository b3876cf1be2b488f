// The example workflows, played as GitHub would play them, on an account of their own.

import { readdirSync, readFileSync } from 'node:fs';
import { cp, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { GetStagesCommand } from '@aws-sdk/client-api-gateway';
import { TagResourceCommand } from '@aws-sdk/client-cloudwatch';
import { UpdateFunctionCodeCommand } from '@aws-sdk/client-lambda';
import { describe, expect, it } from '@jest/globals';
import { strToU8, zipSync } from 'fflate';
import { archive } from '../../demo/handlers.ts';
import { openApiNetwork } from '../support/api-network.ts';
import { type FleetScene, openFleet, playFleet } from '../support/fleet-scene.ts';
import { startGitHubDouble } from '../support/github-double.ts';
import { addHook } from '../support/hook-scene.ts';
import { addServices, play, type Scene, type SceneOptions } from '../support/rollout.ts';
import type { RunOptions } from '../support/runner.ts';
import type { Variables } from '../support/runner-environment.ts';
import { type Played, playWorkflow, type Stage } from '../support/workflow-player.ts';
import { createWorkspace } from '../support/workspace.ts';

const EXAMPLES = fileURLToPath(new URL('../../examples', import.meta.url));
const REPOSITORY = 'octo-org/orders';
const ORDERS: SceneOptions = { functionName: 'orders', stageName: 'prod' };
let runId = 7_000_000_500;

const played = new Set<string>();

type EventInputs = Readonly<Record<string, string | boolean>>;

/** The tests of one example. @param plays is given what plays it */
function example(
  name: string,
  plays: (run: (stage: Stage, inputs?: EventInputs) => Promise<Played>) => void,
): void {
  played.add(name);
  describe(`examples/${name}`, () =>
    plays((stage, inputs) => playWorkflow(`examples/${name}`, stage, inputs)));
}

/** No bake, and no judging by traffic: what is played is the workflow. */
const SHORT = { 'bake-time': '0s', analysis: 'off', 'on-inconclusive': 'promote' };
/** A whole release in moments; its steps are not what is played either. */
const QUICK = { ...SHORT, steps: '50%/10s', 'max-step-time': '15s' };
/** What the scene would add to the inputs of the example. */
const NOTHING_MORE = { steps: '', 'bake-time': '' };

function shortened({ command, advance }: Variables): Variables {
  const early = advance === 'evidence' ? { 'min-step-time': '10s' } : {};
  if (command === undefined) return { ...QUICK, ...early };
  return command === 'start' ? SHORT : { analysis: 'off' };
}

function on(
  scene: Scene,
  eventName: string,
  event: object = {},
  apiUrl?: string,
  options: RunOptions = {},
): Stage {
  runId += 1;
  const github = { runId, eventName, ...(apiUrl && { apiUrl }) };
  const comment = apiUrl ? 'true' : 'false';
  return {
    github: { event_name: eventName, event, repository: REPOSITORY },
    vars: { ORDERS_API: scene.api.restApiId, RELEASE_ROLE: 'role', PREVIEW_ROLE: 'role' },
    action: (inputs) => {
      const all = { ...NOTHING_MORE, ...options.inputs, ...inputs, ...shortened(inputs), comment };
      return scene.release(all, { ...options, event, github });
    },
  };
}

async function orders(work: (scene: Scene) => Promise<void>, options: SceneOptions = {}) {
  await play({ ...ORDERS, ...options }, async (scene) => {
    await scene.setAlarm('orders-5xx', 'OK');
    await work(scene);
  });
}

const advance = (scene: Scene): Promise<Played> =>
  playWorkflow('examples/advance-release.yml', on(scene, 'schedule'));

example('gated-release.yml', (run) => {
  it.each([
    ['agreed', true, ['start held', 'start held', 'promote promoted']],
    ['refused', false, ['start held', 'start held', 'take-back rolled-back']],
  ])('when it is %s', async (_, agreed, steps) => {
    await orders(async (scene) => {
      const stage = { ...on(scene, 'push'), approve: async () => agreed };
      const played = await run(stage);
      expect(played.steps).toEqual(steps);
      expect((await scene.stage()).canarySettings).toBeUndefined();
      expect((await scene.stage()).variables).toEqual({ version: agreed ? '2' : '1' });
    });
  });

  it('is rolled back by the schedule before the approval, which then fails', async () => {
    await orders(async (scene) => {
      const approve = async () => {
        expect((await advance(scene)).steps).toEqual(['advance held']);
        await scene.setAlarm('orders-5xx', 'ALARM');
        expect((await advance(scene)).steps).toEqual(['advance rolled-back']);
        return true;
      };
      const played = await run({ ...on(scene, 'push'), approve });
      expect(played.steps).toEqual(['start held', 'start held', 'promote failed']);
      expect(played.results).toMatchObject({ promote: 'failure', 'take-back': 'skipped' });
      expect((await scene.stage()).variables).toEqual({ version: '1' });
    });
  });
});

example('long-release.yml', (run) => {
  it('is started, and waits for the schedule, which passes where there is nothing', async () => {
    await orders(async (scene) => {
      expect((await advance(scene)).steps).toEqual(['advance unchanged']);
      const played = await run(on(scene, 'push'));
      expect(played.steps).toEqual(['start held']);
      const canary = (await scene.stage()).canarySettings;
      expect(canary).toMatchObject({ percentTraffic: 1 });
      expect((await advance(scene)).steps).toEqual(['advance held']);
      expect((await scene.stage()).canarySettings).toEqual(canary);
    });
  });
});

example('comment-commands.yml', (run) => {
  it('does what people with write access ask for, and starts for nothing else', async () => {
    const github = await startGitHubDouble({ maintainer: 'write' });
    try {
      await orders(async (scene) => {
        const pull = { pull_request: { number: 12, head: { repo: { full_name: REPOSITORY } } } };
        await playWorkflow('examples/long-release.yml', on(scene, 'push', pull, github.apiUrl));
        const hear = (body: string, issue: object = { number: 12, pull_request: {} }) => {
          const said = github.comment(12, 'maintainer', body, scene.simulator.world.clock.now());
          const event = {
            action: 'created',
            comment: said,
            issue,
            repository: { full_name: REPOSITORY },
          };
          const stage = on(scene, 'issue_comment', event, github.apiUrl);
          return run(stage);
        };
        expect((await hear('Nice')).results).toEqual({ command: 'skipped' });
        expect((await hear('/canary rollback', { number: 12 })).results).toEqual({
          command: 'skipped',
        });
        expect((await hear('/canary pause')).steps).toEqual(['command held']);
        expect((await hear('/canary rollback')).steps).toEqual(['command rolled-back']);
        expect((await scene.stage()).canarySettings).toBeUndefined();
      });
    } finally {
      await github.close();
    }
  });
});

example('approvals.yml', (run) => {
  it('releases up to the approval, and goes on when one of the owners gives it', async () => {
    const github = await startGitHubDouble({ owner: 'write', maintainer: 'write' });
    github.files.set('.github/CODEOWNERS', '/services/orders @owner');
    const head = { sha: '1', repo: { full_name: REPOSITORY } };
    github.pulls.push({ number: 12, state: 'closed', head, base: { ref: 'main' } });
    try {
      await orders(async (scene) => {
        scene.users();
        const pull = { pull_request: { number: 12, head: { repo: { full_name: REPOSITORY } } } };
        const first = await run(on(scene, 'push', pull, github.apiUrl));
        expect(first.steps).toEqual(['release held']);
        const hear = (login: string) => {
          const comment = github.comment(
            12,
            login,
            '/canary promote',
            scene.simulator.world.clock.now(),
          );
          const issue = { number: 12, pull_request: {} };
          const event = {
            action: 'created',
            comment,
            issue,
            repository: { full_name: REPOSITORY },
          };
          return run(on(scene, 'issue_comment', event, github.apiUrl));
        };
        // The door is open, and no user goes through it.
        const { restApiId } = scene.api;
        const stages = async () =>
          (await scene.api.clients.apiGateway.send(new GetStagesCommand({ restApiId }))).item ?? [];
        expect(await stages()).toHaveLength(2);
        expect(Object.keys(await scene.ask(20))).toEqual(['Hello from Lambda v1']);
        expect((await hear('maintainer')).steps).toEqual(['command unchanged']);
        // The plan is shortened to one step, so this is the approval of 50%, too.
        expect((await hear('owner')).steps).toEqual(['command promoted']);
        expect(await stages()).toHaveLength(1);
        expect((await scene.stage()).canarySettings).toBeUndefined();
      });
    } finally {
      await github.close();
    }
  });
});

example('approvals-by-team.yml', (run) => {
  const APP = { login: 'orders-releases[bot]', token: 'ghs_token_of_the_app' };
  /** The app's token for what the example asks for. */
  const appToken = ({ 'private-key': key, ...inputs }: Variables) => {
    const { 'client-id': id, ...permissions } = inputs;
    expect({ id, key }).toEqual({ id: 'Iv23', key: 'the key' });
    expect(permissions).toEqual({
      'permission-contents': 'read',
      'permission-pull-requests': 'write',
      'permission-members': 'read',
    });
    return APP.token;
  };

  it('releases up to the approval, which a member of the team gives', async () => {
    const github = await startGitHubDouble({ maria: 'write', jo: 'write' }, APP);
    github.teams.set('octo-org/releases', ['maria']);
    try {
      await orders(async (scene) => {
        scene.users();
        const pull = { pull_request: { number: 12, head: { repo: { full_name: REPOSITORY } } } };
        const stage = (eventName: string, event: object, token = appToken): Stage => {
          const { vars, ...rest } = on(scene, eventName, event, github.apiUrl);
          const secrets = { RELEASE_APP_KEY: 'the key' };
          return { ...rest, secrets, vars: { ...vars, RELEASE_APP: 'Iv23' }, appToken: token };
        };
        // With the token of the job, nobody could approve.
        const refused = await run(stage('push', pull, () => 'ghs_token_of_the_job'));
        expect(refused.steps).toEqual(['release failed']);
        const before = github.comments.length;
        expect((await run(stage('push', pull))).steps).toEqual(['release held']);
        const say = (login: string, body: string) => {
          const now = scene.simulator.world.clock.now();
          const comment = github.comment(12, login, body, now);
          const repository = { full_name: REPOSITORY };
          const issue = { number: 12, pull_request: {} };
          const event = { action: 'created', comment, issue, repository };
          return run(stage('issue_comment', event));
        };
        const idle = { release: 'skipped', command: 'skipped', advance: 'skipped' };
        // As GitHub does for what the token of an app writes.
        expect((await say(APP.login, 'To approve, comment /canary promote')).results).toEqual(idle);
        expect((await run(stage('schedule', {}))).steps).toEqual(['advance held']);
        expect((await say('jo', '/canary promote')).steps).toEqual(['command unchanged']);
        expect((await say('maria', '/canary promote')).steps).toEqual(['command promoted']);
        expect(await scene.ask(1)).toEqual({ 'Hello from Lambda v2': 1 });
        // Of the app: what it said above, the comment of the release, and one that refuses.
        const since = github.comments.slice(before).map(({ user }) => user.login);
        expect(since.sort()).toEqual(['jo', 'maria', APP.login, APP.login, APP.login].sort());
      });
    } finally {
      await github.close();
    }
  });
});

example('open-releases.yml', (run) => {
  it('keeps one issue up to date, with what is open now', async () => {
    await orders(async (scene) => {
      const written: string[] = [];
      const show = async () => {
        const stage = on(scene, 'schedule');
        return run({
          ...stage,
          vars: { READ_ROLE: 'role' },
          action: (inputs) => {
            const none = { 'rest-api-id': '', 'stage-name': '', functions: '' };
            return scene.release({ ...NOTHING_MORE, ...none, ...inputs, 'on-inconclusive': '' });
          },
          shell: async (script, env) => {
            expect(script).toContain('gh issue edit "$number" --body-file "$OVERVIEW"');
            written.push(readFileSync(env.OVERVIEW ?? '', 'utf8'));
          },
        });
      };
      expect((await show()).steps).toEqual(['show unchanged']);
      await playWorkflow('examples/long-release.yml', on(scene, 'push'));
      expect((await show()).steps).toEqual(['show unchanged']);
      expect(written[0]).toContain('No release is open in us-east-1');
      expect(written[1]).toMatch(/One release is open.*`[\w-]+\/prod` \| `orders` 1 → 2 \| 1%/s);
    });
  });
});

example('advance-release.yml', () => {
  it('continues the open release, however often, and rolls it back if it is worse', async () => {
    await orders(async (scene) => {
      await playWorkflow('examples/long-release.yml', on(scene, 'push'));
      for (const _ of [1, 2]) expect((await advance(scene)).steps).toEqual(['advance held']);
      await scene.setAlarm('orders-5xx', 'ALARM');
      const worse = await advance(scene);
      expect(worse).toEqual({
        results: { advance: 'failure' },
        steps: ['advance rolled-back'],
      });
      expect((await advance(scene)).steps).toEqual(['advance unchanged']);
    });
  });
});

const pullEvent = (action: string, from = REPOSITORY) => ({
  action,
  pull_request: { number: 12, head: { sha: '1', repo: { full_name: from } } },
});
const TEST_STAGE: SceneOptions = { stageName: 'test' };

example('preview.yml', (run) => {
  it('makes a preview and removes it, and leaves forks alone', async () => {
    await orders(async (scene) => {
      const hear = (action: string, from?: string) =>
        run(on(scene, 'pull_request', pullEvent(action, from)));
      expect((await hear('opened', 'stranger/orders')).results).toEqual({ preview: 'skipped' });
      expect((await hear('opened')).steps).toEqual(['preview previewed']);
      expect((await hear('synchronize')).steps).toEqual(['preview previewed']);
      expect((await hear('closed')).steps).toEqual(['preview unchanged']);
      expect(await scene.deployments()).toHaveLength(1);
    }, TEST_STAGE);
  });
});

example('sweep-previews.yml', (run) => {
  it('passes where there is nothing left over', async () => {
    await orders(async (scene) => {
      const swept = { results: { sweep: 'success' }, steps: ['sweep unchanged'] };
      expect(await run(on(scene, 'schedule'))).toEqual(swept);
    }, TEST_STAGE);
  });
});

example('waves.yml', (run) => {
  const REGIONS = { 'eu-central-1': 'europe', 'us-east-1': 'america', 'ap-southeast-1': 'asia' };

  /** Three regions, each an account of its own; in one of them the new version may fail. */
  async function inRegions(
    bad: string | undefined,
    inputs: EventInputs,
    work: (played: Played, routing: readonly string[]) => void,
  ) {
    const names = Object.keys(REGIONS);
    const fleets = await Promise.all(
      names.map((name) => {
        const isBad = name === bad;
        // Of the tests of this example, one reads logs, which is most of the work of a release.
        const logs = isBad && inputs['take-back'] !== false;
        return openFleet({ names: ['checkout'], failing: isBad ? 1 : 0, logs });
      }),
    );
    const scenes = new Map(names.map((name, i) => [name, fleets[i] as FleetScene]));
    try {
      const stage: Stage = {
        github: { event_name: 'workflow_dispatch', repository: REPOSITORY },
        action: (asked, { region }) => {
          const scene = scenes.get(region) as FleetScene;
          if (asked.command === undefined) scene.users(10);
          // Judged by what its users get, however long that takes: no alarm watches it here.
          const steps = region === bad ? '50%/90m' : '50%/1m';
          return scene.release({ ...asked, alarms: '', steps, 'bake-time': '0s' });
        },
      };
      const played = await run(stage, inputs);
      work(played, (await Promise.all(fleets.map((fleet) => fleet.routing()))).flat());
    } finally {
      await Promise.all(fleets.map((fleet) => fleet.close()));
    }
  }

  it('goes region by region', async () => {
    await inRegions(undefined, {}, (played, routing) => {
      expect(played.steps).toEqual(['europe promoted', 'america promoted', 'asia promoted']);
      expect(routing).toEqual(['2', '2', '2']);
    });
  });

  it('stops if the new version fails its users, and rolls back the previous region', async () => {
    await inRegions('us-east-1', {}, (played, routing) => {
      expect(played.steps).toEqual([
        'europe promoted',
        'america rolled-back',
        'take-back-europe rolled-back',
      ]);
      expect(played.results).toMatchObject({
        america: 'failure',
        asia: 'skipped',
        'take-back-america': 'skipped',
      });
      expect(routing).toEqual(['1', '1', '1']);
    });
  });

  it('keeps the previous region if its rollback is not requested', async () => {
    await inRegions('us-east-1', { 'take-back': false }, (played, routing) => {
      expect(played.steps).toEqual(['europe promoted', 'america rolled-back']);
      expect(played.results).toMatchObject({ asia: 'skipped', 'take-back-europe': 'skipped' });
      expect(routing).toEqual(['2', '1', '1']);
    });
  });
});

example('fleet-in-waves.yml', (run) => {
  const NAMES = ['carts', 'exports', 'orders', 'payments', 'reports'];

  async function inWaves(bad: string, work: (played: Played, scene: FleetScene) => Promise<void>) {
    await playFleet({ names: NAMES, logs: false }, async (scene) => {
      if (bad !== '') await scene.upload(bad, 'v2', 1);
      scene.users(10);
      const stage: Stage = {
        github: { event_name: 'workflow_dispatch', repository: REPOSITORY },
        action: (asked) => {
          const isBad = bad !== '' && asked.functions?.includes(bad);
          return scene.release({
            ...asked,
            steps: isBad ? '50%/90m' : '50%/1m',
            'bake-time': '0s',
            'on-inconclusive': 'promote',
            'job-timeout': '3h',
          });
        },
      };
      await work(await run(stage), scene);
    });
  }

  it('releases one wave after the other, with each function in one of them', async () => {
    await inWaves('', async ({ steps }, scene) => {
      expect(steps).toEqual(['release promoted', 'release promoted', 'release promoted']);
      expect(await scene.routing()).toEqual(['2', '2', '2', '2', '2']);
    });
  });

  it('stops after a wave that fails, whose functions go back together', async () => {
    await inWaves('orders', async ({ steps, results }, scene) => {
      expect(steps).toEqual(['release promoted', 'release rolled-back']);
      expect(results).toEqual({ release: 'failure' });
      // carts, exports, orders, payments, reports
      expect(await scene.routing()).toEqual(['1', '2', '1', '1', '2']);
    });
  });
});

example('alias-and-plan.yml', (run) => {
  it('is planned on the pull request, and released when it is merged', async () => {
    await playFleet({ names: ['cart', 'payments'], logs: false }, async (scene) => {
      const stage = (eventName: string, event: object): Stage => ({
        github: { event_name: eventName, event, repository: REPOSITORY },
        action: (inputs) =>
          scene.release({ ...NOTHING_MORE, ...inputs, ...shortened(inputs), alarms: '' }),
      });
      const forked = await run(stage('pull_request', pullEvent('opened', 'stranger/orders')));
      expect(forked.results).toEqual({ plan: 'skipped', release: 'skipped' });
      const planned = await run(stage('pull_request', pullEvent('opened')));
      expect(planned).toEqual({
        results: { plan: 'success', release: 'skipped' },
        steps: ['plan planned'],
      });
      expect(await scene.routing()).toEqual(['1', '1']);
      expect((await run(stage('push', {}))).steps).toEqual(['release promoted']);
      expect(await scene.routing()).toEqual(['2', '2']);
    });
  });
});

example('by-evidence.yml', (run) => {
  it('says what became of it, and announces a promotion only', async () => {
    await orders(async (scene) => {
      const said: string[] = [];
      const shell: Stage['shell'] = async (script, env) =>
        void said.push(script, ...Object.values(env));
      const stage = { ...on(scene, 'push'), shell };
      expect(await run(stage)).toEqual({
        results: { release: 'success', announce: 'success' },
        steps: ['release promoted'],
      });
      expect(said).toEqual([
        'echo "$OUTCOME $VERSIONS"',
        'promoted',
        '{"orders":"2"}',
        'echo "The new version serves everybody."',
      ]);
      await scene.setAlarm('orders-5xx', 'ALARM');
      await scene.api.upload({ label: 'v3' });
      const refused = await run(stage);
      expect(refused.results).toEqual({ release: 'failure', announce: 'skipped' });
    });
  });
});

example('probes.yml', (run) => {
  it.each([
    ['works', 0, 'promoted', '2'],
    ['fails', 1, 'failed', '1'],
  ])('decides a version that %s without a request of a user', async (_, failing, outcome, now) => {
    await playFleet({ names: ['payments'], failing, logs: failing > 0 }, async (scene) => {
      const played = await run({
        github: { event_name: 'push', event: {}, repository: REPOSITORY },
        action: (inputs) =>
          scene.release({ ...NOTHING_MORE, ...inputs, 'bake-time': '0s', alarms: '' }),
      });
      expect(played.steps).toEqual([`release ${outcome}`]);
      expect(await scene.routing()).toEqual([now]);
    });
  });
});

example('smoke-checks.yml', (run) => {
  /** Answers a list of orders, or one of them. */
  async function upload(scene: Scene, one: string): Promise<void> {
    const source = `exports.handler = async ({ queryStringParameters: query }) => ({
      statusCode: 200,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(query?.id ? ${one} : [{ id: 7 }]),
    });`;
    await scene.api.clients.lambda.send(
      new UpdateFunctionCodeCommand({
        FunctionName: 'orders',
        ZipFile: zipSync({ 'index.js': strToU8(source) }),
      }),
    );
  }

  it.each([
    ['answers what is expected', '{ id: Number(query.id) }', 'promoted', '2'],
    ['answers another order', '{ id: 8 }', 'failed', '1'],
  ])('releases a version only if it %s', async (_, one, outcome, version) => {
    await orders(
      async (scene) => {
        await upload(scene, one);
        const network = await openApiNetwork(scene.simulator, scene.api.restApiId);
        const stage = on(scene, 'push', {}, undefined, { env: network.env });
        const played = await run(stage).finally(() => network.close());
        expect(played.steps).toEqual([`release ${outcome}`]);
        expect((await scene.stage()).variables).toEqual({ version });
      },
      { path: 'orders' },
    );
  });
});

example('config-file.yml', (run) => {
  it('releases three functions as one, as the file says, after the approval', async () => {
    await orders(async (scene) => {
      await addServices(scene, ['payments', 'stock']);
      for (const name of ['shop-5xx', 'shop-latency', 'shop-checkout-composite']) {
        await scene.setAlarm(name, 'OK');
      }
      const workspace = createWorkspace();
      await cp(EXAMPLES, join(workspace.checkout, 'examples'), { recursive: true });
      // What the scene would name; the file names its own.
      const inputs = { functions: '', 'invoke-permission': '' };
      const stage = on(scene, 'workflow_dispatch', {}, undefined, { workspace, inputs });
      const refused = await run({ ...stage, approve: async () => false });
      expect(refused).toEqual({ results: { release: 'failure' }, steps: [] });
      const agreed = await run({ ...stage, approve: async () => true });
      expect(agreed.steps).toEqual(['release promoted']);
      expect(await scene.ask(1)).toEqual({ 'Hello from Lambda v2': 1 });
      for (const name of ['payments', 'stock']) {
        expect(await scene.ask(1, `/${name}`)).toEqual({ 'Hello from Lambda v2': 1 });
      }
    });
  });
});

example('release-hours.yml', (run) => {
  it('releases a hotfix at any time, unless all releases are stopped', async () => {
    await orders(async (scene) => {
      await addServices(scene, ['payments', 'stock']);
      for (const name of ['shop-5xx', 'shop-latency', 'payments-5xx']) {
        await scene.setAlarm(name, 'OK');
      }
      const { region, account } = scene.simulator.world.place;
      await scene.api.clients.cloudWatch.send(
        new TagResourceCommand({
          ResourceARN: `arn:aws:cloudwatch:${region}:${account}:alarm:payments-5xx`,
          Tags: [{ Key: 'team', Value: 'payments' }],
        }),
      );
      const workspace = createWorkspace();
      await cp(EXAMPLES, join(workspace.checkout, 'examples'), { recursive: true });
      const inputs = { functions: '', 'invoke-permission': '' };
      const stage = {
        ...on(scene, 'workflow_dispatch', {}, undefined, { workspace, inputs }),
        approve: async () => true,
      };
      const hotfix = { hotfix: 'fix for INC-42' };
      expect((await run(stage, hotfix)).steps).toEqual(['release failed']);
      scene.simulator.parameters.put('/releases/stop', 'off');
      await scene.setAlarm('payments-5xx', 'ALARM');
      expect((await run(stage, hotfix)).steps).toEqual(['release failed']);
      await scene.setAlarm('payments-5xx', 'OK');
      expect((await run(stage, hotfix)).steps).toEqual(['release promoted']);
    });
  });
});

example('release-on-push.yml', (run) => {
  it('uploads, and releases what was uploaded', async () => {
    await orders(
      async (scene) => {
        await scene.setAlarm('orders-latency', 'OK');
        const shell: Stage['shell'] = async (script) => {
          expect(script).toContain('aws lambda update-function-code --function-name orders ');
          await scene.api.upload({ label: 'v2' });
        };
        const pushed = await run({ ...on(scene, 'push'), shell });
        expect(pushed.steps).toEqual(['release promoted']);
        expect(await scene.ask(1)).toEqual({ 'Hello from Lambda v2': 1 });
      },
      { failing: null },
    );
  });
});

example('upload-and-release.yml', (run) => {
  it('plans pull requests, and releases what was built of both functions as one', async () => {
    await playFleet(
      { names: ['orders', 'payments'], failing: null, logs: false },
      async (scene) => {
        const workspace = createWorkspace();
        const zip = join(workspace.checkout, 'dist/orders.zip');
        const stage = (eventName: string, event: object): Stage => ({
          github: { event_name: eventName, event, repository: REPOSITORY },
          shell: async () => {
            await mkdir(join(workspace.checkout, 'dist/payments'), { recursive: true });
            await writeFile(zip, archive({ label: 'v2' }));
            await writeFile(join(workspace.checkout, 'dist/payments/index.js'), '// v2');
          },
          action: (inputs) =>
            scene.release(
              { ...NOTHING_MORE, ...inputs, ...shortened(inputs), alarms: '', comment: 'false' },
              { workspace },
            ),
        });
        const planned = await run(stage('pull_request', pullEvent('opened')));
        expect(planned).toEqual({
          results: { plan: 'success', release: 'skipped' },
          steps: ['plan planned'],
        });
        expect((await run(stage('push', {}))).steps).toEqual(['release promoted']);
        expect(await scene.routing()).toEqual(['2', '2']);
      },
    );
  });
});

example('terraform.yml', (run) => {
  it('releases the functions that the outputs name, as one', async () => {
    await playFleet({ names: ['orders', 'payments'], failing: 0, logs: false }, async (scene) => {
      const workspace = createWorkspace();
      const output = (value: string) => ({ sensitive: false, type: 'string', value });
      const outputs = { functions: output('orders, payments'), alarms: output('') };
      const file = join(workspace.checkout, 'outputs.json');
      const stage: Stage = {
        github: { event_name: 'push', repository: REPOSITORY },
        shell: (script) =>
          script.includes('terraform output -json')
            ? writeFile(file, JSON.stringify(outputs))
            : Promise.resolve(),
        action: (inputs) => {
          expect(inputs).toMatchObject({ functions: 'functions', alarms: 'alarms' });
          const none = { alarms: '', comment: 'false', 'role-to-assume': '' };
          return scene.release(
            { ...NOTHING_MORE, ...inputs, ...shortened(inputs), ...none },
            { workspace },
          );
        },
      };
      expect((await run(stage)).steps).toEqual(['release promoted']);
      expect(await scene.routing()).toEqual(['2', '2']);
    });
  });
});

example('terraform-rest.yml', (run) => {
  it('releases the stage that the outputs name, with its functions', async () => {
    await orders(async (scene) => {
      const workspace = createWorkspace();
      const output = (value: string) => ({ sensitive: false, type: 'string', value });
      const outputs = {
        rest_api_id: output(scene.api.restApiId),
        functions: output('orders'),
        alarms: output('orders-5xx'),
      };
      const file = join(workspace.checkout, 'outputs.json');
      // What the scene would name.
      const none = { 'rest-api-id': '', 'stage-name': '', functions: '', 'invoke-permission': '' };
      const { action, ...stage } = on(scene, 'push', {}, undefined, { workspace, inputs: none });
      const played = await run({
        ...stage,
        shell: (script) =>
          script.includes('terraform output -json')
            ? writeFile(file, JSON.stringify(outputs))
            : Promise.resolve(),
        action: (inputs, where) => action({ ...inputs, 'role-to-assume': '' }, where),
      });
      expect(played.steps).toEqual(['release promoted']);
      expect((await scene.stage()).variables).toEqual({ version: '2' });
      expect(await scene.ask(1)).toEqual({ 'Hello from Lambda v2': 1 });
    });
  });
});

example('issue-after-rollback.yml', (run) => {
  it('opens an issue after a rollback, and the next good release closes it', async () => {
    const github = await startGitHubDouble();
    // GitHub has twenty seconds of the simulated time at the end.
    await playFleet({ names: ['checkout'], logs: false }, async (scene) => {
      await addHook(scene, 'smoke', `return { status: 'Failed' };`);
      const said: Readonly<Record<string, string>>[] = [];
      const stage = (inputs: Variables): Stage => ({
        github: { event_name: 'push', repository: REPOSITORY },
        shell: async (_, env) => void said.push(env),
        action: (asked) => {
          const all = { ...NOTHING_MORE, ...asked, ...QUICK, alarms: '', comment: 'false' };
          return scene.release(
            { ...all, ...inputs },
            { github: { apiUrl: github.apiUrl, sha: String(said.length).repeat(40) } },
          );
        },
      });
      const failing = { 'step-hook': 'smoke', 'hook-timeout': '15m' };
      expect((await run(stage(failing))).steps).toEqual(['release rolled-back']);
      expect(github.issues).toMatchObject([{ state: 'open' }]);
      expect(said).toEqual([{ ISSUE: github.issues[0]?.html_url }]);
      expect((await run(stage({}))).steps).toEqual(['release promoted']);
      expect(github.issues).toMatchObject([{ state: 'closed' }]);
      expect(said).toHaveLength(1);
    }).finally(github.close);
  });
});

example('matrix.yml', (run) => {
  it('releases one service after the other, whatever becomes of one', async () => {
    await orders(async (scene) => {
      await addServices(scene, ['payments']);
      await scene.setAlarm('payments-5xx', 'OK');
      await scene.setAlarm('orders-5xx', 'ALARM');
      expect(await run(on(scene, 'push'))).toEqual({
        results: { release: 'failure' },
        steps: ['release failed', 'release promoted'],
      });
      expect(await scene.ask(1)).toEqual({ 'Hello from Lambda v1': 1 });
      expect(await scene.ask(1, '/payments')).toEqual({ 'Hello from Lambda v2': 1 });
    });
  });
});

example('roll-back.yml', (run) => {
  it('takes over from the run that drives the release, and rolls back', async () => {
    await orders(async (scene) => {
      const driven = scene.start({ ...SHORT, steps: '50%/2h' });
      await scene.reaches(50);
      const { steps } = await run(on(scene, 'workflow_dispatch'));
      expect(steps).toEqual(['roll-back rolled-back']);
      expect((await scene.stage()).canarySettings).toBeUndefined();
      const stopped = await driven.done;
      expect(stopped).toMatchObject({ exitCode: 1, outputs: { outcome: 'failed' } });
      expect(stopped.log).toMatch(/another run has taken over|stopped without further changes/);
    });
  });
});

/** Where GitHub keeps one waiting run, the next one cancels it without a sign. */
describe('a run that waits in line', () => {
  const texts = readdirSync(EXAMPLES)
    .filter((name) => name.endsWith('.yml'))
    .map((name) => [name, readFileSync(join(EXAMPLES, name), 'utf8')] as const);
  const count = (text: string, pattern: RegExp) => text.match(pattern)?.length ?? 0;

  it.each(texts)('is not cancelled by the next one in %s', (_, text) => {
    const groups = count(text, /^ *concurrency:/gm);
    expect(count(text, /^ *cancel-in-progress: false\n *queue: max$/gm)).toBe(groups);
  });

  it('is never the rollback', () => {
    expect(readFileSync(join(EXAMPLES, 'roll-back.yml'), 'utf8')).not.toMatch(/^ *concurrency:/m);
  });
});

example('release-version.yml', (run) => {
  it('releases the version that is asked for', async () => {
    await orders(async (scene) => {
      expect(await scene.api.publish()).toBe('2');
      await scene.api.upload({ label: 'v3' });
      const stage = on(scene, 'workflow_dispatch');
      expect((await run(stage, { version: '2' })).steps).toEqual(['release promoted']);
      expect(await scene.ask(1)).toEqual({ 'Hello from Lambda v2': 1 });
      expect((await run(stage, { version: '9' })).steps).toEqual(['release failed']);
    });
  });
});

describe('the folder of examples', () => {
  it('holds no workflow that is not played here', () => {
    const workflows = readdirSync(EXAMPLES)
      .filter((name) => name.endsWith('.yml'))
      .filter((name) => /^jobs:/m.test(readFileSync(join(EXAMPLES, name), 'utf8')));
    expect([...played].sort()).toEqual(workflows.sort());
  });
});
