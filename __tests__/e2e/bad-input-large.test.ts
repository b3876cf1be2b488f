// Text that is too long, and text that strangers wrote: GitHub takes both, as plain words.

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import type { HelloApi } from '../../demo/hello-api.ts';
import type { Simulator } from '../../simulator/simulator.ts';
import { readActionMetadata } from '../support/action-metadata.ts';
import { type GitHub, type PullRequest, startGitHub, TOKENS } from '../support/github.ts';
import type { GitHubRun } from '../support/runner-environment.ts';
import { createWorkspace } from '../support/workspace.ts';
import { acceptedWrites, attempt, makeApi, openAws, type Refusal } from './preflight-refusals.ts';

const NASTY =
  '@octocat <img src=x onerror=alert(1)> [x](https://evil.example) ![p](//evil.example/p.png) ' +
  '</td></table> | `a` **b** #1 GH-2 _www.evil.example $x$ ::error::boom ##[error]boom';

/** Distinct names of 255 characters that each take five bytes in Markdown. */
const LONG_NAMES = Array.from({ length: 1_000 }, (_, i) =>
  String(i).padStart(4, '0').padEnd(255, '&'),
);

/** Each function that is left out is a note. */
const LONG_TEMPLATE = `Resources:
  Orders:
    Type: AWS::Serverless::Function
    Properties: { AutoPublishAlias: live, DeploymentPreference: { Type: AllAtOnce } }
${LONG_NAMES.map((name) => `  ${name}: { Type: AWS::Serverless::Function }`).join('\n')}
`;

const render = (markdown: string): string =>
  micromark(markdown, {
    extensions: [gfm()],
    htmlExtensions: [gfmHtml()],
    allowDangerousHtml: true,
  });

describe('text that GitHub would refuse or act upon', () => {
  let simulator: Simulator;
  let github: GitHub;
  let api: HelloApi;
  let pullRequests: readonly PullRequest[];
  const usual = () => ({
    'rest-api-id': api.restApiId,
    'stage-name': 'prod',
    functions: api.functionName,
    version: '1',
    definition: 'deployed',
    'on-pull-request': 'allow',
  });
  const job = (): GitHubRun => ({
    apiUrl: github.apiUrl,
    repository: github.repository,
    token: TOKENS.job,
    eventName: 'pull_request',
    actor: NASTY,
  });

  beforeAll(async () => {
    [simulator, github] = await Promise.all([openAws(), startGitHub()]);
    api = await makeApi(simulator, 'large');
    pullRequests = [
      await github.openPullRequest(),
      await github.openPullRequest({ title: NASTY, message: `${NASTY}\n\n${NASTY}` }),
    ];
  });
  afterAll(async () => {
    await Promise.all([simulator.close(), github.close()]);
  });

  const commentOn = async ({ number }: PullRequest) => {
    const comments = await github.commentsOf(number);
    expect(comments).toHaveLength(1);
    return comments[0]!.body;
  };

  describe('a report of more than 1 MiB', () => {
    let said: Refusal;
    beforeAll(async () => {
      const workspace = createWorkspace();
      const alarms = `alarms: |\n${LONG_NAMES.map((name) => ` ${name}`).join('\n')}\n`;
      writeFileSync(join(workspace.checkout, 'canary.yml'), alarms);
      writeFileSync(join(workspace.checkout, 'template.yaml'), LONG_TEMPLATE);
      const inputs = {
        ...usual(),
        config: 'canary.yml',
        template: 'template.yaml',
        command: 'plan',
      };
      const { event } = pullRequests[0]!;
      said = await attempt(simulator, { inputs, workspace, event, github: job() });
    });

    it('is taken by GitHub, shortened and with a pointer to the rest', () => {
      expect(said.complaints).toEqual([]);
      expect(Buffer.byteLength(said.summary)).toBeLessThanOrEqual(1024 * 1024);
      expect(Buffer.byteLength(said.summary)).toBeGreaterThan(900 * 1024);
      expect(said.summary).toMatch(
        /\*Shortened: the full report is in the file of the output `report`\.\*\n$/,
      );
      expect(render(said.summary)).toContain('alarms: there is no alarm');
    });

    it('lists the first of the problems, and how many there are besides', () => {
      expect(said.summary.match(/there is no alarm/g)).toHaveLength(20);
      expect(said.summary).toContain('- and 980 more');
      expect(said.summary).toContain('The rest is in the file of the output `report`.');
    });

    it('fits into the comment', async () => {
      const body = await commentOn(pullRequests[0]!);
      expect(Buffer.byteLength(body)).toBeLessThanOrEqual(65_536);
      expect(body).toContain('❌ Failed');
      expect(said.warnings.join()).not.toContain('comment');
    });

    it('does not change how the job ends', () => {
      expect(said.exitCode).toBe(1);
      expect(said.outputs.outcome).toBe('failed');
      expect(said.errors.at(-1)).toContain('because of 1000 problems');
      expect(acceptedWrites(said.calls)).toEqual([]);
    });
  });

  describe("a commit message and an actor's name with Markdown, HTML and mentions", () => {
    let said: Refusal;
    beforeAll(async () => {
      const { event } = pullRequests[1]!;
      said = await attempt(simulator, { inputs: usual(), event, github: job() });
    });

    it('are but text in the summary', () => {
      const html = render(said.summary);
      expect(html.match(/<(img|script|h1|em)\b[^>]*>/g)).toBeNull();
      const links = [...html.matchAll(/href="([^"]*)"/g)].map(([, href]) => href);
      expect(links).toEqual([
        expect.stringMatching(/^https:\/\/github\.com\/octo-org\/orders\/commit\/[0-9a-f]{40}$/),
        'https://github.com/octo-org/orders/actions/runs/7000000001',
      ]);
      const prose = html.replace(/<code>.*?<\/code>/gs, '').replace(/<[^>]*>/g, '');
      expect(prose).toContain('octocat');
      expect(prose).not.toMatch(/@octocat|#1\b|GH-2|https:\/\/evil/);
    });

    it('are but text in the comment', async () => {
      const html = render(await commentOn(pullRequests[1]!));
      expect(html.match(/<(img|script|h1|em|td)\b[^>]*>/g)).toBeNull();
      expect(html).not.toContain('evil.example"');
      expect(html).toContain('⚪ Unchanged');
    });

    it('are no commands in the log', () => {
      expect(said.errors).toEqual([]);
      expect(said.log).not.toContain('##[');
      expect(said.exitCode).toBe(0);
    });

    it('leave every output of a release that action.yml declares, and no other', () => {
      const { outputs } = readActionMetadata(new URL('../..', import.meta.url).pathname);
      // Of `all: true`, and of `on-rollback`.
      const others = ['open-releases', 'overview', 'follow-up-url'];
      expect([...outputs]).toEqual(expect.arrayContaining(others));
      expect([...Object.keys(said.outputs), ...others].sort()).toEqual([...outputs].sort());
      expect(said.outputs).toMatchObject({
        outcome: 'unchanged',
        versions: '{"large":"1"}',
        'versions-before': '{"large":"1"}',
        weight: '0',
        verdict: '',
      });
      expect(said.outputs['deployment-before']).toBe(said.outputs['deployment-after']);
    });
  });
});
