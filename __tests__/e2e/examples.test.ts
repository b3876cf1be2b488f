// The example workflows, played as GitHub would play them, on an account of their own.

import { describe, expect, it } from '@jest/globals';
import { type FleetScene, openFleet } from '../support/fleet-scene.ts';
import { startGitHubDouble } from '../support/github-double.ts';
import { play, type Scene, type SceneOptions } from '../support/rollout.ts';
import { type Played, playWorkflow, type Stage } from '../support/workflow-player.ts';

const REPOSITORY = 'octo-org/orders';
const ORDERS: SceneOptions = { functionName: 'orders', stageName: 'prod', rate: 60 };
let runId = 7_000_000_500;

/** No bake, and no judging by traffic: what is played is the workflow. */
const SHORT = { 'bake-time': '0s', analysis: 'off', 'on-inconclusive': 'promote' };
/** What the scene would add to the inputs of the example. */
const NOTHING_MORE = { steps: '', 'bake-time': '' };

function on(scene: Scene, eventName: string, event: object = {}, apiUrl?: string): Stage {
  runId += 1;
  const github = { runId, eventName, ...(apiUrl && { apiUrl }) };
  const comment = apiUrl ? 'true' : 'false';
  return {
    github: { event_name: eventName, event, repository: REPOSITORY },
    vars: { ORDERS_API: scene.api.restApiId, RELEASE_ROLE: 'role', PREVIEW_ROLE: 'role' },
    action: (inputs) => {
      const more = inputs.command === 'start' ? SHORT : { analysis: 'off' };
      return scene.release({ ...NOTHING_MORE, ...inputs, ...more, comment }, { event, github });
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

describe('examples/gated-release.yml', () => {
  it.concurrent.each([
    ['agreed', true, ['start held', 'start held', 'promote promoted']],
    ['refused', false, ['start held', 'start held', 'take-back rolled-back']],
  ])('when it is %s', async (_, agreed, steps) => {
    await orders(async (scene) => {
      const stage = { ...on(scene, 'push'), approve: async () => agreed };
      const played = await playWorkflow('examples/gated-release.yml', stage);
      expect(played.steps).toEqual(steps);
      expect((await scene.stage()).canarySettings).toBeUndefined();
      expect((await scene.stage()).variables).toEqual({ version: agreed ? '2' : '1' });
    });
  });

  it.concurrent('is taken back by the schedule while people decide, and the approval fails', async () => {
    await orders(async (scene) => {
      const approve = async () => {
        expect((await advance(scene)).steps).toEqual(['advance held']);
        await scene.setAlarm('orders-5xx', 'ALARM');
        expect((await advance(scene)).steps).toEqual(['advance rolled-back']);
        return true;
      };
      const played = await playWorkflow('examples/gated-release.yml', {
        ...on(scene, 'push'),
        approve,
      });
      expect(played.steps).toEqual(['start held', 'start held', 'promote failed']);
      expect(played.results).toMatchObject({ promote: 'failure', 'take-back': 'skipped' });
      expect((await scene.stage()).variables).toEqual({ version: '1' });
    });
  });
});

describe('examples/long-release.yml', () => {
  it.concurrent('is started, and waits for the schedule, which passes where there is nothing', async () => {
    await orders(async (scene) => {
      expect((await advance(scene)).steps).toEqual(['advance unchanged']);
      const played = await playWorkflow('examples/long-release.yml', on(scene, 'push'));
      expect(played.steps).toEqual(['start held']);
      const canary = (await scene.stage()).canarySettings;
      expect(canary).toMatchObject({ percentTraffic: 1 });
      expect((await advance(scene)).steps).toEqual(['advance held']);
      expect((await scene.stage()).canarySettings).toEqual(canary);
    });
  });
});

describe('examples/comment-commands.yml', () => {
  it.concurrent('does what people with write access ask for, and starts for nothing else', async () => {
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
          return playWorkflow('examples/comment-commands.yml', stage);
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

describe('examples/preview.yml and examples/sweep-previews.yml', () => {
  it.concurrent('make a preview, remove it, and leave forks alone', async () => {
    await orders(
      async (scene) => {
        const run = (action: string, from = REPOSITORY) => {
          const pull = { number: 12, head: { sha: '1', repo: { full_name: from } } };
          const stage = on(scene, 'pull_request', { action, pull_request: pull });
          return playWorkflow('examples/preview.yml', stage);
        };
        expect((await run('opened', 'stranger/orders')).results).toEqual({ preview: 'skipped' });
        expect((await run('opened')).steps).toEqual(['preview previewed']);
        expect((await run('closed')).steps).toEqual(['preview unchanged']);
        const sweep = await playWorkflow('examples/sweep-previews.yml', on(scene, 'schedule'));
        expect(sweep).toEqual({ results: { sweep: 'success' }, steps: ['sweep unchanged'] });
      },
      { stageName: 'test' },
    );
  });
});

describe('examples/waves.yml', () => {
  const REGIONS = { 'eu-central-1': 'europe', 'us-east-1': 'america', 'ap-southeast-1': 'asia' };

  /** Three regions, each an account of its own. */
  async function inRegions(
    bad: string | undefined,
    work: (played: Played, routing: readonly string[]) => void,
  ) {
    const names = Object.keys(REGIONS);
    const fleets = await Promise.all(names.map(() => openFleet({ names: ['checkout'], rate: 60 })));
    const scenes = new Map(names.map((name, i) => [name, fleets[i] as FleetScene]));
    try {
      const played = await playWorkflow('examples/waves.yml', {
        github: { event_name: 'workflow_dispatch', repository: REPOSITORY },
        action: (inputs, { region }) => {
          const alarms = region === bad ? 'checkout-errors' : '';
          const steps = { steps: '50%/10s', 'job-timeout': '1h', ...SHORT, alarms };
          return (scenes.get(region) as FleetScene).release({ ...inputs, ...steps });
        },
      });
      work(played, (await Promise.all(fleets.map((fleet) => fleet.routing()))).flat());
    } finally {
      await Promise.all(fleets.map((fleet) => fleet.close()));
    }
  }

  it.concurrent('goes region by region', async () => {
    await inRegions(undefined, (played, routing) => {
      expect(played.steps).toEqual(['europe promoted', 'america promoted', 'asia promoted']);
      expect(routing).toEqual(['2', '2', '2']);
    });
  });

  it.concurrent('stops at the first failure, and takes back what this run has promoted', async () => {
    // The alarm that is watched there does not exist, so preflight refuses the release.
    await inRegions('us-east-1', (played, routing) => {
      expect(played.steps).toEqual([
        'europe promoted',
        'america failed',
        'take-back-europe rolled-back',
      ]);
      expect(played.results).toMatchObject({ asia: 'skipped', 'take-back-america': 'skipped' });
      expect(routing).toEqual(['1', '1', '1']);
    });
  });
});
