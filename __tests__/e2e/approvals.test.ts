// A release that waits for people: at a weight, with the numbers; and at 0%, with a door to the new version.

import { GetStagesCommand } from '@aws-sdk/client-api-gateway';
import { describe, expect, it } from '@jest/globals';
import { type FleetScene, playFleet } from '../support/fleet-scene.ts';
import {
  BOT,
  type DoubleComment,
  type GitHubDouble,
  startGitHubDouble,
} from '../support/github-double.ts';
import { schemaViolations } from '../support/github-schema.ts';
import { errorsOf, play, readReport, type Scene, writesIn } from '../support/rollout.ts';

const PULL = 12;
const PULL_EVENT = { pull_request: { number: PULL, title: 'Round prices up' } };
const ACCESS = { maria: 'write', jo: 'write' };
const RELEASE = {
  ...{ steps: '20%/1m, 50%/1m', 'bake-time': '0s', comment: 'true' },
  analysis: 'off',
  'approve-at': '50%',
};

async function withGitHub(work: (github: GitHubDouble, scene: FleetScene) => Promise<void>) {
  const github = await startGitHubDouble(ACCESS);
  const head = { sha: 'a'.repeat(40), repo: { full_name: 'octo-org/orders' } };
  github.pulls.push({ number: PULL, state: 'closed', head, base: { ref: 'main' } });
  try {
    await playFleet({}, (scene) => work(github, scene));
    expect(await schemaViolations(github.exchanges)).toEqual([]);
  } finally {
    await github.close();
  }
}

const clock = (scene: FleetScene) => scene.simulator.world.clock.now();
const answersTo = (github: GitHubDouble, { id }: DoubleComment) =>
  github.reactions.filter((r) => r.comment === id && r.login === BOT).map((r) => r.content);

function hearing(
  github: GitHubDouble,
  scene: FleetScene,
  inputs: Readonly<Record<string, string>>,
) {
  let runId = 7_000_000_300;
  const { apiUrl } = github;
  return {
    start: (more = {}) =>
      scene.release({ ...inputs, ...more }, { github: { apiUrl }, event: PULL_EVENT }),
    /** Of a schedule. */
    advance: () => {
      runId += 1;
      const on = { github: { apiUrl, runId, eventName: 'schedule' } };
      return scene.release({ ...inputs, command: 'advance' }, on);
    },
    hear: ({ id, body, user, created_at, updated_at }: DoubleComment) => {
      runId += 1;
      const event = {
        action: 'created',
        comment: { id, body, user, created_at, updated_at },
        issue: { number: PULL, pull_request: {} },
        repository: { full_name: 'octo-org/orders' },
      };
      const on = { github: { apiUrl, runId, eventName: 'issue_comment' }, event };
      return scene.release({ ...inputs, command: 'comment' }, on);
    },
    say: (login: string, body: string) => github.comment(PULL, login, body, clock(scene)),
  };
}

describe('An approval', () => {
  it('is asked for with the numbers, given by a comment, and passes one weight', async () => {
    await withGitHub(async (github, scene) => {
      scene.users();
      const { start, hear, say } = hearing(github, scene, {
        ...RELEASE,
        analysis: 'observe',
        'approve-at': '50%, 100%',
      });
      const early = say('maria', '/canary promote');
      scene.simulator.world.clock.forward(60_000);
      const held = await start();
      expect(held).toMatchObject({ exitCode: 0, outputs: { outcome: 'held', cause: 'approval' } });
      expect(held.outputs).toMatchObject({ weight: '20', reason: '50% needs an approval' });
      expect(await scene.routing()).toEqual(['1 + 0.2 of 2']);
      const comment = github.comments.find(({ user }) => user.login === BOT)?.body ?? '';
      expect(comment).toContain('**Approval of 50%** by everybody with write access');
      expect(comment).toMatch(
        /\| approve \| comment `\/canary promote` \| 50% for 1m, then the promotion/,
      );
      expect(comment).toMatch(
        /\| reject \| comment `\/canary rollback` \| all traffic goes to orders 1/,
      );
      expect(comment).toMatch(/\| canary \(2\) \| \d+ \| 0 \| 0% \|/);
      expect(comment).not.toContain('To control the rollout');

      // Written before the release began: it is for another one.
      const old = await hear(early);
      expect(errorsOf(old).join()).toContain('was written before the open release began');
      expect(await scene.routing()).toEqual(['1 + 0.2 of 2']);

      const yes = say('maria', '/canary promote');
      const half = await hear(yes);
      expect(half).toMatchObject({ exitCode: 0, outputs: { outcome: 'held', weight: '50' } });
      expect(half.outputs.reason).toBe('100% needs an approval');
      expect(answersTo(github, yes)).toEqual(['+1']);
      // The second one who answered the same question does not answer the next.
      const late = { ...say('jo', '/canary promote'), created_at: yes.created_at };
      const stale = await hear({ ...late, updated_at: late.created_at });
      expect(stale.outputs.outcome).toBe('failed');
      expect(errorsOf(stale).join()).toContain('written before the rollout had its current weight');

      const all = await hear(say('jo', '/canary promote'));
      expect(all).toMatchObject({ exitCode: 0, outputs: { outcome: 'promoted' } });
      expect(readReport(all).approvals).toEqual([
        { weight: 50, at: expect.any(Number), by: 'maria' },
        { weight: 100, at: expect.any(Number), by: 'jo' },
      ]);
      expect(all.summary).toContain('### Approvals');
      expect([...(await scene.tags())].sort()).toEqual([
        'orders canary-action:last',
        'orders team',
      ]);
    });
  });

  it('counts only from those whom the release names, in every way to give it', async () => {
    await withGitHub(async (github, scene) => {
      scene.users();
      github.files.set('CODEOWNERS', '* @jo\n/services/ @octo-org/releases');
      const inputs = { ...RELEASE, approvers: 'CODEOWNERS services/orders' };
      const { start, hear, say, advance } = hearing(github, scene, inputs);
      // The token cannot see the team: nobody could approve, so nothing begins.
      const early = scene.mark();
      for (const refused of [await start({ command: 'plan' }), await start()]) {
        expect(refused.exitCode).toBe(1);
        expect(errorsOf(refused).join()).toMatch(
          /approvers: the token cannot see the team @octo-org\/releases.*read:org/,
        );
      }
      // A request that AWS refuses asks for the permission.
      expect(writesIn(scene.calls(early))).toEqual(['UntagResource']);
      github.teams.set('octo-org/releases', ['maria']);
      expect((await start()).outputs.outcome).toBe('held');
      const mark = scene.mark();
      github.teams.clear();

      // It can no longer: nobody is waved through.
      const unseen = await hear(say('jo', '/canary promote'));
      expect(errorsOf(unseen).join()).toContain('cannot see the team @octo-org/releases');
      github.teams.set('octo-org/releases', ['maria']);
      const other = say('jo', '/canary promote');
      expect((await hear(other)).outputs.outcome).toBe('unchanged');
      expect(answersTo(github, other)).toEqual(['confused']);
      const told = github.comments.filter(({ body }) => body.includes('@jo: only these'));
      expect(told).toHaveLength(1);
      const run = { apiUrl: github.apiUrl, runId: 7_000_000_900, actor: 'maria' };
      const push = await scene.release(
        { ...inputs, command: 'promote' },
        { github: { ...run, eventName: 'push' } },
      );
      expect(errorsOf(push).join()).toContain('command: promote on the event workflow_dispatch');
      expect((await advance()).outputs).toMatchObject({ outcome: 'held', cause: 'approval' });
      expect(writesIn(scene.calls(mark)).filter((name) => name === 'UpdateAlias')).toEqual([]);

      const yes = say('maria', '/canary promote');
      const done = await hear(yes);
      expect(done.outputs.outcome).toBe('promoted');
      expect(readReport(done).approvals).toMatchObject([{ weight: 50, by: 'maria' }]);
    });
  });

  it('is planned: where, by whom, and that each part fits into a job', async () => {
    await withGitHub(async (github, scene) => {
      github.files.set('CODEOWNERS', '/services/ @maria @nobody');
      const inputs = {
        ...RELEASE,
        ...{ command: 'plan', steps: '20%/40m, 50%/40m', 'approve-at': '50%, 100%' },
        ...{ approvers: 'CODEOWNERS services/orders', 'job-timeout': '60m' },
      };
      const { start } = hearing(github, scene, inputs);
      const planned = await start();
      expect(planned.outputs.outcome).toBe('planned');
      expect(planned.log).toContain(
        'the release waits before 50%, before the promotion, each time until it is approved by the owners of services/orders in CODEOWNERS',
      );
      expect(planned.log).toContain('CODEOWNERS names @maria, @nobody');
      expect(planned.log).toContain('@nobody cannot approve, for lack of write access');

      const whole = await start({ 'approve-at': '50%', steps: '20%/40m, 50%/80m' });
      expect(errorsOf(whole).join()).toContain(
        'the steps from 50% and the bake take 1h20m, but the job ends after 1h (job-timeout)',
      );
      const nobody = await start({ approvers: '@nobody' });
      expect(errorsOf(nobody).join()).toContain('approvers: @nobody cannot approve');
      // A plan may be made where nothing is released.
      const silent = await start({ comment: 'false', command: 'rollout' });
      expect(errorsOf(silent).join()).toContain('approvers: nobody could approve');
    });
  });

  it('is not needed for a rollback', async () => {
    await withGitHub(async (github, scene) => {
      const { start, hear, say } = hearing(github, scene, { ...RELEASE, approvers: '@jo' });
      scene.users();
      expect((await start()).outputs.outcome).toBe('held');
      const no = say('maria', '/canary rollback');
      expect((await hear(no)).outputs.outcome).toBe('rolled-back');
      expect(answersTo(github, no)).toEqual(['+1']);
      expect(await scene.routing()).toEqual(['1']);
    });
  });
});

describe('A door', () => {
  it('to the version of an alias is its number, and the release begins when a person says so', async () => {
    await withGitHub(async (github, scene) => {
      scene.users();
      const inputs = { ...RELEASE, 'approve-at': '', door: 'true' };
      const { start, hear, say, advance } = hearing(github, scene, inputs);
      const held = await start({ command: 'start' });
      expect(held.outputs).toMatchObject({ outcome: 'held', cause: 'door', weight: '0' });
      expect(await scene.routing()).toEqual(['1']);
      const command = 'aws lambda invoke --region us-east-1 --function-name orders --qualifier 2';
      expect(held.log).toContain(command);
      expect(readReport(held).door?.commands.join()).toContain(command);
      expect(held.summary).toContain(command);

      expect((await advance()).outputs).toMatchObject({ outcome: 'held', cause: 'door' });
      const again = await scene.release(
        { ...inputs, 'approve-at': '0%' },
        { github: { apiUrl: github.apiUrl, runId: 7_000_000_800 } },
      );
      expect(again.outputs).toMatchObject({ outcome: 'held', cause: 'door' });
      expect(await scene.routing()).toEqual(['1']);

      const done = await hear(say('maria', '/canary promote'));
      expect(done.outputs.outcome).toBe('promoted');
      expect(readReport(done).approvals).toMatchObject([{ weight: 20, by: 'maria' }]);
      expect(readReport(done).weights.map(({ weight }) => weight)).toEqual([20, 50, 100]);
    });
  });
});

describe('A door to a stage', () => {
  const SHADOW = 'prod-canary-shadow';
  const INPUTS = { command: 'start', door: 'true', steps: '50%/1m', 'bake-time': '0s' };
  const NEXT = (runId: number) => ({ github: { runId } });

  async function stagesOf({ api: { clients, restApiId } }: Scene): Promise<readonly string[]> {
    const { item = [] } = await clients.apiGateway.send(new GetStagesCommand({ restApiId }));
    return item.map(({ stageName = '' }) => stageName);
  }
  const knock = async ({ simulator, api }: Scene) =>
    (await fetch(simulator.stageUrl(api.restApiId, SHADOW, api.path))).text();

  it('stays open after the job, and closes before the first user is served', async () => {
    await play({ wiring: 'pinned' }, async (scene) => {
      scene.users();
      const held = await scene.release(INPUTS);
      expect(held.outputs).toMatchObject({ outcome: 'held', cause: 'door', weight: '0' });
      expect(held.outputs['preview-url']).toMatch(new RegExp(`^https://.*/${SHADOW}$`));
      expect(held.summary).toContain('[Open the new version](https://');
      expect(await knock(scene)).toBe('"Hello from Lambda v2"');

      const status = await scene.release({ command: 'status' }, NEXT(7_000_000_002));
      expect(status.outputs['preview-url']).toBe(held.outputs['preview-url']);

      const mark = scene.mark();
      const done = await scene.release({ ...INPUTS, command: 'promote' }, NEXT(7_000_000_003));
      expect(done.outputs.outcome).toBe('promoted');
      const wrote = writesIn(scene.calls(mark)).filter((name) => name.endsWith('Stage'));
      expect(wrote.slice(0, 2)).toEqual(['DeleteStage', 'UpdateStage']);
      expect(await stagesOf(scene)).toEqual(['prod']);
    });
  });

  it('closes with a rollback, and with a newer release', async () => {
    await play({ wiring: 'pinned' }, async (scene) => {
      scene.users();
      const domain = { ...INPUTS, door: 'api.example.com' };
      const held = await scene.release(domain);
      expect(held.log).toContain('aws apigatewayv2 create-routing-rule');
      expect(held.log).toContain(`"Stage":"${SHADOW}"`);
      const back = await scene.release({ ...INPUTS, command: 'rollback' }, NEXT(7_000_000_002));
      expect(back.outputs.outcome).toBe('rolled-back');
      expect(await stagesOf(scene)).toEqual(['prod']);

      await scene.release(INPUTS, NEXT(7_000_000_003));
      expect(await stagesOf(scene)).toEqual(['prod', SHADOW]);
      const newer = { steps: '50%/1m', 'bake-time': '0s', 'on-unfinished': 'rollback' };
      const next = await scene.release(newer, NEXT(7_000_000_004));
      expect(next.outputs.outcome).toBe('promoted');
      expect(await stagesOf(scene)).toEqual(['prod']);
    });
  });
});
