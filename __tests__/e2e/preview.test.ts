// The preview of a pull request: made, brought up to date and removed by one workflow; never touching
// what other people use.

import { CreateStageCommand, GetStagesCommand } from '@aws-sdk/client-api-gateway';
import { describe, expect, it } from '@jest/globals';
import { type GitHubDouble, startGitHubDouble } from '../support/github-double.ts';
import { errorsOf, play, type Scene, until, writesIn } from '../support/rollout.ts';

const REPOSITORY = 'octo-org/orders';
const event = (number: number, action: string, from = REPOSITORY) => ({
  action,
  pull_request: {
    number,
    state: action === 'closed' ? 'closed' : 'open',
    title: 'Round prices up',
    head: { sha: '1'.repeat(40), repo: { full_name: from } },
  },
});

function workflow(scene: Scene, github?: GitHubDouble) {
  let runId = 7_000_000_400;
  return (inputs: Record<string, string>, payload: unknown) => {
    runId += 1;
    const run = { runId, eventName: 'pull_request', ...(github && { apiUrl: github.apiUrl }) };
    return scene.release(inputs, { github: run, event: payload });
  };
}

async function stagesOf({ api }: Scene) {
  const { restApiId, clients } = api;
  const { item = [] } = await clients.apiGateway.send(new GetStagesCommand({ restApiId }));
  return item;
}

const PREVIEW = { command: 'preview' };

describe('The preview of a pull request', () => {
  it.each(['variable', 'pinned'] as const)(
    'is a stage of its own while it is open, wired by %s, and the base is untouched',
    async (wiring) => {
      await play({ wiring }, async (scene) => {
        const before = await scene.standing();
        const run = workflow(scene);
        const { simulator, api } = scene;
        const made = await run(PREVIEW, event(12, 'opened'));
        expect(made).toMatchObject({ exitCode: 0, outputs: { outcome: 'previewed' } });
        expect(made.outputs['preview-url']).toMatch(/amazonaws\.com\/pr-12$/);
        const said = await fetch(simulator.stageUrl(api.restApiId, 'pr-12', api.path));
        expect(await said.text()).toContain('v2');

        await scene.api.upload({ label: 'v3' });
        expect((await run(PREVIEW, event(12, 'synchronize'))).exitCode).toBe(0);
        const later = await fetch(simulator.stageUrl(api.restApiId, 'pr-12', api.path));
        expect(await later.text()).toContain('v3');
        expect(await scene.standing()).toEqual(before);
        expect(await scene.deployments()).toHaveLength(2);

        const gone = await run(PREVIEW, event(12, 'closed'));
        expect(gone).toMatchObject({ exitCode: 0, outputs: { outcome: 'unchanged' } });
        expect((await stagesOf(scene)).map(({ stageName }) => stageName)).toEqual([api.stageName]);
        expect(await scene.deployments()).toHaveLength(1);
        expect((await run(PREVIEW, event(12, 'closed'))).exitCode).toBe(0);
        expect(await scene.standing()).toEqual(before);
      });
    },
  );

  it('is refused from a fork, and on a stage that is protected or not a preview', async () => {
    await play({}, async (scene) => {
      const { restApiId, stageName, clients } = scene.api;
      const run = workflow(scene);
      const mark = scene.mark();
      const forked = await run(PREVIEW, event(12, 'opened', 'stranger/orders'));
      expect(forked).toMatchObject({ exitCode: 0, outputs: { outcome: 'unchanged' } });
      expect(forked.outputs.reason).toContain('comes from a fork');
      const canary = { ...PREVIEW, preview: 'canary', 'protected-stages': stageName };
      const refused = await run(canary, event(12, 'opened'));
      expect(errorsOf(refused).join()).toContain(`the stage "${stageName}" is protected`);
      const release = await run({}, event(12, 'opened'));
      expect(errorsOf(release).join()).toContain(
        'on-pull-request: command rollout would release unmerged code',
      );
      expect(writesIn(scene.calls(mark))).toEqual([]);

      const deploymentId = (await scene.deployments())[0]?.id;
      const foreign = { restApiId, stageName: 'pr-13', deploymentId };
      await clients.apiGateway.send(new CreateStageCommand(foreign));
      for (const action of ['opened', 'closed']) {
        const other = await run(PREVIEW, event(13, action));
        expect(errorsOf(other).join()).toContain('"pr-13" is not a preview of octo-org/orders');
      }
      expect(await stagesOf(scene)).toHaveLength(2);
    });
  });

  it('is shown in one comment, brought up to date by pushes and struck when it closes', async () => {
    await play({}, async (scene) => {
      const github = await startGitHubDouble();
      try {
        const run = workflow(scene, github);
        const seen = () => github.comments.map(({ body }) => body);
        const open = (number: number) =>
          github.pulls.push({
            number,
            state: 'open',
            head: { sha: '1', repo: { full_name: REPOSITORY } },
          });
        open(12);
        const made = await run({ ...PREVIEW, comment: 'true' }, event(12, 'opened'));
        const address = made.outputs['preview-url'] ?? '';
        const shown = (version: number) => [
          expect.stringMatching(
            new RegExp(
              `Preview: \`hello\` 1 → ${version} on \`${scene.api.restApiId}/pr-12\`[\\s\\S]*\\(${address}\\)`,
            ),
          ),
        ];
        expect(seen()).toEqual(shown(2));
        expect(seen()[0]).not.toContain('of the traffic');
        await scene.api.upload({ label: 'v3' });
        await run({ ...PREVIEW, comment: 'true' }, event(12, 'synchronize'));
        expect(seen()).toEqual(shown(3));
        await run({ ...PREVIEW, comment: 'true' }, event(12, 'closed'));
        expect(seen()).toEqual([
          expect.stringMatching(/The preview pr\\-12 was removed: the pull request is closed/),
        ]);
        expect(seen()[0]).not.toContain(address);
      } finally {
        await github.close();
      }
    });
  });

  it('that is closed while it is being made is removed by the run that makes it', async () => {
    await play({}, async (scene) => {
      const github = await startGitHubDouble();
      try {
        const run = workflow(scene, github);
        const pull = {
          number: 12,
          state: 'open' as 'open' | 'closed',
          head: { sha: '1', repo: { full_name: REPOSITORY } },
        };
        github.pulls.push(pull);
        const inputs = { ...PREVIEW, comment: 'true' };
        let closed: string | undefined;
        scene.simulator.onCall({
          // While the stage is about to be made the pull request closes, and the run of that event comes by.
          before: async ({ operation, body = '' }) => {
            if (operation !== 'CreateStage' || !body.includes('pr-12') || closed !== undefined)
              return;
            closed = '';
            pull.state = 'closed';
            closed = (await run(inputs, event(12, 'closed'))).outputs.reason;
          },
        });
        const made = await run(inputs, event(12, 'opened'));
        expect(closed).toContain('There is no preview');
        expect(made).toMatchObject({ exitCode: 0, outputs: { outcome: 'unchanged' } });
        expect(made.outputs.reason).toContain(
          'pr-12 was removed: the pull request was closed in the meantime',
        );
        expect((await stagesOf(scene)).map(({ stageName }) => stageName)).toEqual(['prod']);
        expect(await scene.deployments()).toHaveLength(1);
        expect(github.comments.map(({ body }) => body).join()).not.toContain('Open the preview');
      } finally {
        await github.close();
      }
    });
  });

  it('is removed if the pull request was closed while it was created, and swept if it was left', async () => {
    await play({}, async (scene) => {
      const github = await startGitHubDouble();
      try {
        const run = workflow(scene, github);
        const pullOf = (number: number, state: 'open' | 'closed') =>
          github.pulls.push({ number, state, head: { sha: '1', repo: { full_name: REPOSITORY } } });
        pullOf(12, 'closed');
        const late = await run({ ...PREVIEW, comment: 'true' }, event(12, 'synchronize'));
        expect(late.outputs.reason).toContain('closed in the meantime');
        expect(await stagesOf(scene)).toHaveLength(1);

        pullOf(14, 'open');
        pullOf(15, 'open');
        for (const number of [14, 15])
          await run({ ...PREVIEW, comment: 'true' }, event(number, 'opened'));
        const sweep = { command: 'sweep', comment: 'true' };
        expect((await run(sweep, {})).outputs.reason).toBe('There is nothing to sweep.');
        for (const pull of github.pulls) if (pull.number === 14) pull.state = 'closed';
        expect((await run(sweep, {})).outputs.reason).toContain('pr-14 (#14 is closed)');
        const old = await run({ ...sweep, 'preview-age': '0s' }, {});
        expect(old.outputs.reason).toMatch(/pr-15 \(not updated for/);
        expect(await stagesOf(scene)).toHaveLength(1);
      } finally {
        await github.close();
      }
    });
  });

  it('as a canary is judged and held, follows the pushes, and is never promoted', async () => {
    await play({}, async (scene) => {
      scene.users();
      const run = workflow(scene);
      const canary = {
        ...PREVIEW,
        ...{ preview: 'canary', 'protected-stages': 'production', steps: '5%/1s', analysis: 'off' },
      };
      const made = await run(canary, event(12, 'opened'));
      expect(made).toMatchObject({ exitCode: 0, outputs: { outcome: 'held', weight: '5' } });
      const taken = await run(canary, event(13, 'opened'));
      expect(errorsOf(taken).join()).toContain('is in use by the preview of #12');
      const promoted = await scene.release({ command: 'promote', steps: '' });
      expect(errorsOf(promoted).join()).toContain('never promoted');
      await until(
        async () =>
          (await run({ command: 'advance', steps: '', 'on-pull-request': 'allow' }, {})).outputs
            .outcome === 'held',
      );
      await scene.api.upload({ label: 'v3' });
      const next = await run(canary, event(12, 'synchronize'));
      expect(next.outputs).toMatchObject({
        outcome: 'held',
        weight: '5',
        versions: '{"hello":"3"}',
      });
      const gone = await run(canary, event(12, 'closed'));
      expect(gone).toMatchObject({ exitCode: 0, outputs: { outcome: 'unchanged' } });
      expect((await scene.stage()).canarySettings).toBeUndefined();
    });
  });
});
