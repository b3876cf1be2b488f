// The one comment on the pull request, in an emulator of GitHub; and GitHub in trouble, which must
// change nothing about a rollout.

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { commentMarker } from '../../src/report/comment-body.ts';
import { type GitHub, startGitHub, TOKENS } from '../support/github.ts';
import { type GitHubDouble, startGitHubDouble } from '../support/github-double.ts';
import { type GitHubFault, type Rule, startProxy } from '../support/github-proxy.ts';
import { schemaViolations } from '../support/github-schema.ts';
import { play, type Scene } from '../support/rollout.ts';
import type { GitHubRun, Variables } from '../support/runner-environment.ts';

/** Two steps without a wait for closed minutes, and no bake: as short as a rollout can be. */
const SHORT = {
  steps: '10%/30s, 50%/30s',
  'max-step-time': '30s',
  'bake-time': '0s',
  analysis: 'observe',
  'on-inconclusive': 'promote',
  comment: 'true',
  'on-pull-request': 'allow',
};

type Check = (github: GitHubDouble, warnings: readonly string[], seconds: number) => Promise<void>;

describe('The comment on the pull request', () => {
  let github: GitHub;
  beforeAll(async () => {
    github = await startGitHub();
  });
  afterAll(() => github.close());

  const runOf = (more: GitHubRun = {}): GitHubRun => ({
    apiUrl: github.apiUrl,
    repository: github.repository,
    token: TOKENS.job,
    ...more,
  });
  const release = (scene: Scene, github: GitHubRun, event: unknown, inputs: Variables = {}) => {
    scene.users();
    return scene.release({ ...SHORT, ...inputs }, { github, event });
  };
  /** Without new code then there is nothing to release. */
  const DEPLOYED = { definition: 'deployed' };

  it('is one, edited in place, found again by the next run, and never the comment of another user or bot', async () => {
    await play({}, async (scene) => {
      const pull = await github.openPullRequest();
      const marker = commentMarker(
        `${scene.simulator.world.place.region}/${scene.api.restApiId}/${scene.api.stageName}`,
      );
      const forged = `${marker}\nAll is well, merge at once`;
      await github.comment(pull.number, forged, TOKENS.stranger);
      await github.comment(pull.number, forged, TOKENS.helper);
      await github.comment(pull.number, 'Looks good', TOKENS.maintainer);

      const first = await release(scene, runOf({ eventName: 'pull_request' }), pull.event);
      expect(first.outputs.outcome).toBe('promoted');
      const ours = (await github.commentsOf(pull.number)).filter(
        ({ author }) => author === 'github-actions[bot]',
      );
      expect(ours).toHaveLength(1);
      expect(ours[0]?.body).toMatch(
        /^<!-- canary-action \S+ -->\n\n### ✅ Promoted: `hello` 1 → 2/,
      );
      const written = github.exchanges.filter(
        ({ method, path }) => method !== 'GET' && path !== '/graphql',
      );
      expect(written.map(({ method }) => method)).toEqual([
        'POST',
        ...written.slice(1).map(() => 'PATCH'),
      ]);
      const bodies = written.map(({ body }) => (body as { body: string }).body);
      expect(bodies[0]).toContain('Canary in progress');
      expect(bodies.some((body) => body.includes('**10%** of the traffic on the new'))).toBe(true);
      expect(bodies.some((body) => body.includes('**50%** of the traffic on the new'))).toBe(true);

      const second = await release(
        scene,
        runOf({ eventName: 'pull_request', runId: 7_000_000_002 }),
        pull.event,
      );
      expect(second.outputs.outcome).toBe('unchanged');
      const comments = await github.commentsOf(pull.number);
      expect(comments).toHaveLength(4);
      expect(comments.find(({ id }) => id === ours[0]?.id)?.body).toContain('Unchanged');
      expect(comments.filter(({ body }) => body === forged)).toHaveLength(2);
      expect(await schemaViolations(github.exchanges)).toEqual([]);
    });
  });

  it('goes to the pull request of the commit when the event is a push', async () => {
    await play({ failing: null }, async (scene) => {
      const pull = await github.openPullRequest();
      const push = { head_commit: { message: 'Say v2' } };
      await release(scene, runOf({ sha: pull.sha }), push, DEPLOYED);
      const comments = await github.commentsOf(pull.number);
      expect(comments).toHaveLength(1);
      expect(comments[0]?.body).toContain('Unchanged');
      expect(comments[0]?.body).toContain(pull.sha.slice(0, 7));
    });
  });

  it('goes to the pull request of the commit that was built, or that the inputs name', async () => {
    const tip = 'e'.repeat(40);
    await play({ failing: null }, async (scene) => {
      const [built, chosen] = [await github.openPullRequest(), await github.openPullRequest()];
      const workflow_run = { event: 'push', head_branch: 'main', head_sha: built.sha };
      const after = runOf({ sha: tip, eventName: 'workflow_run' });
      await release(scene, after, { workflow_run }, DEPLOYED);
      const dispatched = runOf({ sha: tip, eventName: 'workflow_dispatch', runId: 7_000_000_003 });
      const run = await release(scene, dispatched, {}, { ...DEPLOYED, commit: chosen.sha });
      for (const { number, sha } of [built, chosen]) {
        const [comment] = await github.commentsOf(number);
        expect(comment?.body).toContain(sha.slice(0, 7));
      }
      expect(run.summary).toContain(chosen.sha.slice(0, 7));
      expect(run.summary).not.toContain(tip.slice(0, 7));
    });
  });

  it('is nowhere when no pull request brought the commit', async () => {
    await play({ failing: null }, async (scene) => {
      const mark = github.exchanges.length;
      const run = await release(scene, runOf(), {}, DEPLOYED);
      expect(run).toMatchObject({ exitCode: 0, outputs: { outcome: 'unchanged' } });
      expect(run.log).toMatch(/No pull request brought the commit \w{7}, so there is no comment/);
      const asked = github.exchanges.slice(mark);
      expect(asked.length).toBeGreaterThan(0);
      expect(asked.filter(({ method }) => method !== 'GET')).toEqual([]);
    });
  });

  it('shows untrusted text as text', async () => {
    await play({ failing: null }, async (scene) => {
      const title =
        '**x** <img src=x onerror=alert(1)> @octo-org/all [y](javascript:z) #1 ::error::no';
      const pull = await github.openPullRequest({ title });
      const run = await release(scene, runOf({ eventName: 'pull_request' }), pull.event);
      const [comment] = await github.commentsOf(pull.number);
      for (const text of [comment?.body ?? '', run.summary]) {
        expect(text).not.toContain('<img');
        expect(text).not.toMatch(/@octo-org/);
        expect(text).not.toContain('](javascript');
        expect(text).not.toContain('**x**');
      }
      expect(run.summary).toContain('&lt;img');
      expect(run.commands.map(({ name }) => name)).not.toContain('error');
    });
  });
});

describe('GitHub in trouble', () => {
  /** Releases beside such a GitHub, and answers with the warnings. */
  const warningsOf = async (scene: Scene, github: GitHubRun, inputs: Variables = {}) => {
    scene.users();
    const wishes = { ...SHORT, steps: '50%/30s', ...inputs };
    const event = { pull_request: { number: 1 } };
    const run = await scene.release(wishes, { github, event });
    expect(run).toMatchObject({ exitCode: 0, outputs: { outcome: 'promoted', weight: '100' } });
    expect(await scene.ask(5)).toEqual({ 'Hello from Lambda v2': 5 });
    return run.commands.filter(({ name }) => name === 'warning').map(({ message }) => message);
  };
  const refuseWrites =
    (status: number, message = 'no', headers = {}): Rule =>
    async ({ method }) =>
      method === 'GET' ? { status: 200, body: [] } : { status, body: { message }, headers };

  it.each<[string, Rule, RegExp]>([
    [
      'that forbids the comment',
      refuseWrites(403, 'Resource not accessible by integration'),
      /GitHub returned 403; the job needs "permissions: pull-requests: write"/,
    ],
    [
      'whose rate limit is used up',
      refuseWrites(403, 'API rate limit exceeded for installation ID 1.', {
        'x-ratelimit-remaining': '0',
        'x-ratelimit-reset': '4102495500',
      }),
      /: GitHub's rate limit is used up until 14:05 UTC\. The rollout continues/,
    ],
    ['that refuses the text', refuseWrites(422), /no/],
    ['that is broken', refuseWrites(500), /no/],
    [
      'that does not know the token',
      async () => ({ status: 401, body: { message: 'Bad credentials' } }),
      /Bad credentials/,
    ],
  ])('%s costs a warning, and no release', async (_, rule, says) => {
    await play({}, async (scene) => {
      const proxy = await startProxy('http://127.0.0.1:1', rule);
      const warnings = await warningsOf(scene, { apiUrl: proxy.url });
      await proxy.close();
      const ofComment = warnings.filter((text) =>
        text.includes('The comment could not be written'),
      );
      expect(ofComment).toEqual([expect.stringMatching(says)]);
    });
  });

  /** Against GitHub as it works, but for these faults. */
  const releaseBeside = async (faults: readonly GitHubFault[], check: Check) => {
    const github = await startGitHubDouble();
    for (const fault of faults) github.fail(fault);
    await play({}, async (scene) => {
      const from = Date.now();
      const warnings = await warningsOf(scene, { apiUrl: github.apiUrl });
      await check(github, warnings, (Date.now() - from) / 1000);
    }).finally(github.close);
  };
  const bodies = ({ comments }: GitHubDouble) => comments.map(({ body }) => body);
  const COMMENTS = /\/issues\/\d+\/comments$/;

  it.each<[string, GitHubFault]>([
    ['that answers 502 once', { method: 'POST', answer: { status: 502, body: '' } }],
    ['that loses a response', { method: 'POST', answer: 'lost' }],
    [
      'that wants to be left alone for a while',
      {
        method: 'POST',
        answer: { status: 429, body: { message: 'no' }, headers: { 'retry-after': '20' } },
      },
    ],
  ])('%s has one comment in the end, with the outcome', async (_, fault) => {
    await releaseBeside([{ ...fault, path: COMMENTS, times: 1 }], async (github) => {
      expect(bodies(github)).toEqual([expect.stringContaining('### ✅ Promoted')]);
    });
  });

  it('that refuses a comment has it at the next change', async () => {
    const refusal = { status: 422, body: { message: 'no' } };
    const fault = { method: 'POST', path: COMMENTS, answer: refusal, times: 1 };
    await releaseBeside([fault], async (github) => {
      expect(bodies(github)).toEqual([expect.stringContaining('### ✅ Promoted')]);
    });
  });

  it.each<[string, GitHubFault['answer']]>([
    ['that never answers', 'never'],
    ['that answers without an end', 'endless'],
  ])('%s does not keep the step', async (_, answer) => {
    await releaseBeside([{ answer }], async (_github, warnings, seconds) => {
      expect(warnings.join()).toMatch(/comment (could not be written|may be out of date)/);
      expect(seconds).toBeLessThan(60);
    });
  });

  it('that sends to another host is not followed there', async () => {
    const other = await startProxy('http://127.0.0.1:1', refuseWrites(500));
    const headers = { location: `${other.url}/inside` };
    await releaseBeside([{ answer: { status: 307, body: {}, headers } }], async (_, warnings) => {
      expect(warnings.join()).toContain(`it redirects to another origin (${other.url})`);
      expect(other.exchanges).toEqual([]);
    }).finally(other.close);
  });

  it('that closes the connection causes a warning, and stops no release', async () => {
    await play({}, async (scene) => {
      const proxy = await startProxy('http://127.0.0.1:1', async () => undefined);
      proxy.fail({ answer: 'cut' });
      const warnings = await warningsOf(scene, { apiUrl: proxy.url });
      await proxy.close();
      expect(warnings.filter((text) => text.includes('The comment could not'))).toHaveLength(1);
    });
  });

  it.each([
    ['without a token', { 'github-token': '' }],
    ['with comment: false', { comment: 'false' }],
  ])('is not even asked %s', async (_, inputs) => {
    await play({}, async (scene) => {
      const proxy = await startProxy('http://127.0.0.1:1', refuseWrites(500));
      const warnings = await warningsOf(scene, { apiUrl: proxy.url }, inputs);
      await proxy.close();
      expect(proxy.exchanges).toEqual([]);
      expect(warnings.filter((text) => text.includes('comment'))).toEqual([]);
    });
  });
});
