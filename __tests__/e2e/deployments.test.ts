// The GitHub deployment of a gated release: true at every moment, whoever goes on with it.

import { describe, expect, it } from '@jest/globals';
import { playFleet } from '../support/fleet-scene.ts';
import { type GitHubDouble, startGitHubDouble } from '../support/github-double.ts';
import { schemaViolations } from '../support/github-schema.ts';
import type { ActionResult } from '../support/runner.ts';

const PLAN = { steps: '20%/3m', 'bake-time': '0s', analysis: 'off', 'on-inconclusive': 'promote' };
const WHERE = { environment: 'production', 'environment-url': 'https://orders.example.com' };

const states = ({ deployments }: GitHubDouble) =>
  deployments.map(({ statuses }) => statuses.map(({ state }) => state));

/** What the run's deployment says now is what its outputs say, with where to look. */
function agrees(github: GitHubDouble, { outputs }: ActionResult, sha: string): void {
  const { reason = '', outcome = '' } = outputs;
  const status = github.deployments.findLast((one) => one.sha === sha)?.statuses[0];
  const told = status?.description.replace(/^.*? of the traffic: /, '').replace(/…$/, '') ?? '';
  expect(reason.slice(0, told.length)).toBe(told);
  expect(status).toMatchObject({
    state: STATES[outcome],
    environment_url: WHERE['environment-url'],
    log_url: expect.stringMatching(/\/actions\/runs\/\d+$/),
  });
}

const STATES: Readonly<Record<string, string>> = {
  running: 'in_progress',
  held: 'in_progress',
  promoted: 'success',
  'rolled-back': 'failure',
};

describe('A release with an environment', () => {
  it('is in progress, a success, and inactive when the next one is; a failure when rolled back', async () => {
    const github = await startGitHubDouble();
    try {
      await playFleet({ failing: 0 }, async (scene) => {
        let runId = 7_000_000_200;
        const run = async (command: string, sha: string) => {
          runId += 1;
          const options = { github: { apiUrl: github.apiUrl, runId, sha } };
          const ended = await scene.release({ command, ...PLAN, ...WHERE }, options);
          if (ended.exitCode === 0) agrees(github, ended, sha);
          return ended;
        };
        const [one, two] = ['1'.repeat(40), '2'.repeat(40)];
        await run('start', one);
        expect(github.deployments).toMatchObject([
          {
            sha: one,
            environment: 'production',
            task: 'canary',
            statuses: [{ state: 'in_progress', environment_url: WHERE['environment-url'] }, {}],
          },
        ]);
        await run('pause', one);
        expect(github.deployments[0]?.statuses[0]?.description).toMatch(/^paused at 20%/);
        expect((await run('promote', one)).outputs.outcome).toBe('promoted');
        expect(states(github)[0]?.[0]).toBe('success');

        await scene.upload('orders', 'v3');
        await run('start', two);
        expect(states(github).map(([now]) => now)).toEqual(['success', 'in_progress']);
        await run('rollback', two);
        expect(states(github).map(([now]) => now)).toEqual(['success', 'failure']);
        // An approval that comes too late changes nothing of it.
        expect((await run('promote', two)).exitCode).toBe(1);
        expect(states(github).map(([now]) => now)).toEqual(['success', 'failure']);

        await run('start', one);
        await run('promote', one);
        expect(states(github).map(([now]) => now)).toEqual(['inactive', 'failure', 'success']);
        expect(await schemaViolations(github.exchanges)).toEqual([]);
      });
    } finally {
      await github.close();
    }
  });

  it.each([
    ['the first status', /\/statuses$/],
    ['the creation', /\/deployments$/],
  ])('is one, and a success, although GitHub answers 502 once to %s', async (_, path) => {
    const github = await startGitHubDouble();
    github.fail({ method: 'POST', path, answer: { status: 502, body: {} }, times: 1 });
    await playFleet({}, async (scene) => {
      const options = { github: { apiUrl: github.apiUrl } };
      const run = await scene.release({ ...PLAN, ...WHERE, steps: 'AllAtOnce' }, options);
      expect(run).toMatchObject({ exitCode: 0, outputs: { outcome: 'promoted' } });
      expect(states(github).map(([now]) => now)).toEqual(['success']);
    }).finally(github.close);
  });

  it('is not begun twice when the response to its creation is lost', async () => {
    const github = await startGitHubDouble();
    github.fail({ method: 'POST', path: /\/deployments$/, answer: 'lost', times: 1 });
    await playFleet({}, async (scene) => {
      const options = { github: { apiUrl: github.apiUrl } };
      await scene.release({ ...PLAN, ...WHERE, steps: 'AllAtOnce' }, options);
      expect(states(github).map(([now]) => now)).toEqual(['success']);
    }).finally(github.close);
  });

  it('continues if the token may not write deployments, and says what is missing', async () => {
    await playFleet({}, async (scene) => {
      const options = { github: { apiUrl: 'http://127.0.0.1:9' } };
      const run = await scene.release({ ...PLAN, ...WHERE, steps: 'AllAtOnce' }, options);
      expect(run).toMatchObject({ exitCode: 0, outputs: { outcome: 'promoted' } });
      const warnings = run.commands.filter(({ name }) => name === 'warning');
      expect(warnings.map(({ message }) => message).join()).toContain(
        'The deployment could not be written',
      );
    });
  });
});
