// By comment: heard by the running job while it waits, and by a workflow of its own otherwise.

import { describe, expect, it } from '@jest/globals';
import { type FleetScene, playFleet } from '../support/fleet-scene.ts';
import {
  BOT,
  type DoubleComment,
  type GitHubDouble,
  startGitHubDouble,
} from '../support/github-double.ts';
import { schemaViolations } from '../support/github-schema.ts';
import { errorsOf, readReport, until, writesIn } from '../support/rollout.ts';

const LONG = { steps: '20%/2h', 'bake-time': '0s', analysis: 'off', comment: 'true' };
const PULL = 12;
const PULL_EVENT = { pull_request: { number: PULL, title: 'Round prices up' } };
const ACCESS = { maintainer: 'write', reader: 'read' };

async function withGitHub(work: (github: GitHubDouble, scene: FleetScene) => Promise<void>) {
  const github = await startGitHubDouble(ACCESS);
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

/** The event of a comment, as GitHub tells it to a workflow. */
const eventOf = (
  { id, body, user, created_at, updated_at, issue }: DoubleComment,
  repository = 'octo-org/orders',
) => ({
  action: 'created',
  comment: { id, body, user, created_at, updated_at },
  issue: { number: issue, pull_request: {} },
  repository: { full_name: repository },
});

describe('A running release', () => {
  it('hears people with write access, and answers others once', async () => {
    await withGitHub(async (github, scene) => {
      const run = scene.start(LONG, { github: { apiUrl: github.apiUrl }, event: PULL_EVENT });
      await run.sees(/step 1\/1 .* 20%/);
      await until(() =>
        github.comments.some(({ body }) => body.includes('To control the rollout, comment')),
      );
      const say = (login: string, body: string) => github.comment(PULL, login, body, clock(scene));
      const refused = say('reader', '/canary promote');
      const again = say('reader', 'Why not?\n/canary promote');
      const forged = say('helper[bot]', '/canary promote');
      const edited = say('maintainer', '/canary promote');
      edited.updated_at = new Date(clock(scene) + 60_000).toISOString();
      const quoted = say('maintainer', '> /canary promote');
      const pause = say('maintainer', '/canary pause');
      // Another bot likes every comment: it does not answer for this action.
      github.react(pause.id, '+1', 'helper[bot]');
      await until(() => answersTo(github, pause).length > 0);
      for (const comment of [refused, again])
        expect(answersTo(github, comment)).toEqual(['confused']);
      const polite = github.comments.filter(({ body }) => body.includes('@reader: only users'));
      expect(polite).toHaveLength(1);
      for (const comment of [forged, edited, quoted])
        expect(answersTo(github, comment)).toEqual([]);
      await until(async () => (await scene.tags()).includes('orders canary-action:paused'));

      const promote = say('maintainer', '/canary promote');
      const ended = await run.done;
      expect(ended).toMatchObject({ exitCode: 0, outputs: { outcome: 'promoted' } });
      expect(answersTo(github, promote)).toEqual(['+1']);
      const { people, timeline, versions } = readReport(ended);
      expect(people).toMatchObject([
        { login: 'maintainer', asked: 'pause' },
        { login: 'maintainer', asked: 'promote' },
      ]);
      expect(timeline.filter(({ kind }) => kind === 'person')).toHaveLength(2);
      // What was published tells which commit it is of.
      expect(versions.at(-1)).toMatchObject({
        description: expect.stringMatching(/^[\w-]+\/[\w-]+@[0-9a-f]+, after \d+$/),
        codeSha256: expect.stringMatching(/./),
      });
    });
  });

  it('is held by a 👎 with feedback: hold when its step is over, and rolled back by a comment', async () => {
    await withGitHub(async (github, scene) => {
      const inputs = {
        ...LONG,
        steps: '20%/2m, 50%/2h',
        'max-step-time': '2m',
        feedback: 'hold',
        'on-inconclusive': 'promote',
      };
      const run = scene.start(inputs, { github: { apiUrl: github.apiUrl }, event: PULL_EVENT });
      await until(() => github.comments.some(({ user }) => user.login === BOT));
      const progress = github.comments.find(({ user }) => user.login === BOT);
      github.react(progress?.id ?? 0, '-1', 'reader');
      github.react(progress?.id ?? 0, '-1', 'maintainer');
      await run.sees(/step 1\/2/);
      const stepEnds = clock(scene) + 120_000;
      // The step is over, and its silence would be promoted, were it not for the 👎.
      await until(() => clock(scene) > stepEnds + 60_000);
      expect(await scene.routing()).toEqual(['1 + 0.2 of 2']);
      const back = github.comment(PULL, 'maintainer', '/canary rollback', clock(scene));
      const ended = await run.done;
      expect(ended).toMatchObject({
        exitCode: 1,
        outputs: { outcome: 'rolled-back', weight: '0' },
      });
      expect(ended.outputs.reason).toContain('/canary rollback by maintainer');
      expect(answersTo(github, back)).toEqual(['+1']);
      // Both may be read at one look, in either order.
      const { people } = readReport(ended);
      expect(people.map(({ login, asked, result }) => [login, asked, result]).toSorted()).toEqual([
        ['maintainer', 'rollback', 'will be rolled back immediately'],
        ['maintainer', '👎', 'the rollout stops advancing automatically'],
      ]);
    });
  });
});

describe('A comment while the run ends', () => {
  it('counts until the run forgets the release, and is answered', async () => {
    await withGitHub(async (github, scene) => {
      let back: DoubleComment | undefined;
      // The promotion is the last change: the run has listened a moment before.
      scene.simulator.onCall({
        after: async ({ operation, body = '' }) => {
          if (operation !== 'UpdateAlias' || back || !body.includes('"FunctionVersion":"2"'))
            return;
          back = github.comment(PULL, 'maintainer', '/canary rollback', clock(scene));
        },
      });
      const short = { ...LONG, steps: '20%/1s', 'on-inconclusive': 'promote' };
      const inputs = { ...short, 'max-step-time': '2s' };
      const ended = await scene.release(inputs, {
        github: { apiUrl: github.apiUrl },
        event: PULL_EVENT,
      });
      expect(ended.outputs).toMatchObject({ outcome: 'rolled-back', weight: '0' });
      expect(ended.outputs.reason).toContain('/canary rollback by maintainer');
      expect(back && answersTo(github, back)).toEqual(['+1']);
      expect(await scene.routing()).toEqual(['1']);
      expect(await scene.tags()).toEqual(['orders team']);
    });
  });

  it('that comes when all is over is answered, and moves nothing', async () => {
    await withGitHub(async (github, scene) => {
      const options = { github: { apiUrl: github.apiUrl }, event: PULL_EVENT };
      const short = { ...LONG, command: 'start', steps: '20%/1m' };
      await scene.release(short, options);
      await scene.release({ ...short, command: 'promote' }, options);
      const hear = (comment: DoubleComment) =>
        scene.release(
          { ...LONG, command: 'comment' },
          {
            ...options,
            github: { ...options.github, runId: 7, eventName: 'issue_comment' },
            event: eventOf(comment),
          },
        );
      const mark = scene.mark();
      const back = github.comment(PULL, 'maintainer', '/canary rollback', clock(scene));
      const late = await hear(back);
      expect(late).toMatchObject({ exitCode: 0, outputs: { outcome: 'unchanged' } });
      expect(late.outputs.reason).toMatch(/nothing to roll back.*the last one was promoted at/);
      const wish = github.comment(PULL, 'maintainer', '/canary promote', clock(scene));
      await hear(wish);
      expect([back, wish].map((one) => answersTo(github, one))).toEqual([['confused'], ['+1']]);
      expect(writesIn(scene.calls(mark))).toEqual([]);
    });
  });
});

describe('A comment on a release that no job drives', () => {
  it('rolls back without what smoke checks need, and promotes only with it', async () => {
    await withGitHub(async (github, scene) => {
      const { apiUrl } = github;
      const smoke = `
secrets: { token: SMOKE_TOKEN }
checks: [{ path: '/\${token}', format: rest, timeout: 60s, expect: { status: 200 } }]
`;
      const options = { github: { apiUrl }, event: PULL_EVENT };
      const env = { SMOKE_TOKEN: 'a-secret-token' };
      await scene.release({ ...LONG, command: 'start', smoke }, { ...options, env });
      let runId = 7_000_000_400;
      const hear = (body: string) => {
        runId += 1;
        const said = github.comment(PULL, 'maintainer', body, clock(scene));
        const event = eventOf(said);
        const heard = { github: { apiUrl, runId, eventName: 'issue_comment' }, event };
        return scene.release({ ...LONG, command: 'comment', smoke }, heard);
      };
      const promoted = await hear('/canary promote');
      expect(promoted.outputs.outcome).toBe('failed');
      expect(errorsOf(promoted).join('\n')).toContain(
        'smoke: secrets: "token": the variable SMOKE_TOKEN is not set or empty',
      );
      expect((await hear('/canary rollback')).outputs.outcome).toBe('rolled-back');
    });
  });

  it('is obeyed by a workflow of its own, once, and only where the release is carried', async () => {
    await withGitHub(async (github, scene) => {
      const { apiUrl } = github;
      await scene.release({ ...LONG, command: 'start' }, { github: { apiUrl }, event: PULL_EVENT });
      let runId = 7_000_000_300;
      const hear = (event: unknown) => {
        runId += 1;
        return scene.release(
          { ...LONG, command: 'comment' },
          { github: { apiUrl, runId, eventName: 'issue_comment' }, event },
        );
      };
      const say = (login: string, body: string, issue = PULL) =>
        github.comment(issue, login, body, clock(scene));

      const status = say('maintainer', '/canary status');
      expect((await hear(eventOf(status))).outputs).toMatchObject({
        outcome: 'running',
        weight: '20',
      });
      expect(answersTo(github, status)).toEqual(['+1']);

      const mark = scene.mark();
      const elsewhere = await hear(eventOf(say('maintainer', '/canary promote', 99)));
      expect(elsewhere).toMatchObject({ exitCode: 1, outputs: { outcome: 'failed' } });
      expect(errorsOf(elsewhere).join()).toContain('belongs to #12, not to #99');
      const foreign = await hear(eventOf(say('maintainer', '/canary promote'), 'octo-org/other'));
      expect(errorsOf(foreign).join()).toContain('is from the repository octo-org/other');
      const stranger = say('reader', '/canary rollback');
      expect((await hear(eventOf(stranger))).outputs.outcome).toBe('unchanged');
      expect(answersTo(github, stranger)).toEqual(['confused']);
      expect((await hear(eventOf(say('maintainer', 'LGTM')))).outputs.outcome).toBe('unchanged');
      expect(writesIn(scene.calls(mark))).toEqual([]);

      const back = say('maintainer', '/canary rollback');
      const taken = await hear(eventOf(back));
      expect(taken).toMatchObject({ exitCode: 0, outputs: { outcome: 'rolled-back' } });
      expect(readReport(taken).people).toMatchObject([
        { login: 'maintainer', asked: 'rollback', result: taken.outputs.reason },
      ]);
      expect((await hear(eventOf(back))).outputs.outcome).toBe('unchanged');
      expect(answersTo(github, back)).toEqual(['+1']);
      expect(await scene.routing()).toEqual(['1']);
    });
  });
});
