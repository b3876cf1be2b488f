// A runner that reaches AWS, GitHub and the hooks only through a proxy, which is a process of its own; and one with
// certificates of its company.

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { makeCertificate } from '../support/certificate.ts';
import {
  type ForwardOptions,
  type ForwardProxy,
  startForwardProxy,
} from '../support/forward-proxy.ts';
import { startGitHub, TOKENS } from '../support/github.ts';
import { addHook, serveHook, toldTo } from '../support/hook-scene.ts';
import { startIdTokens } from '../support/id-tokens.ts';
import { BRIEF, errorsOf, play, type Scene } from '../support/rollout.ts';
import type { ActionResult } from '../support/runner.ts';
import type { Variables } from '../support/runner-environment.ts';
import { startTlsFront } from '../support/tls-front.ts';
import { createWorkspace, type Workspace } from '../support/workspace.ts';

/** Names that do not resolve: whoever reaches these hosts goes through the proxy. */
const [AWS, GITHUB, HOOKS, TOKEN_HOST] = ['aws', 'github', 'hooks', 'tokens'].map(
  (name) => `${name}.internal.example`,
) as [string, string, string, string];
const ROLE = 'arn:aws:iam::123456789012:role/deploy';
const ENDPOINT = `https://${AWS}`;
const SHORT = { ...BRIEF, 'hook-timeout': '15m' };

interface Company {
  readonly scene: Scene;
  readonly workspace: Workspace;
  readonly proxy: ForwardProxy;
  /** A bundle with the certificate of AWS's endpoint, as this network shows it. */
  readonly bundle: string;
  plan(env: Variables): Promise<ActionResult>;
}

/** AWS behind TLS with a certificate that nobody knows, behind a proxy. */
async function inCompany(options: ForwardOptions, act: (company: Company) => Promise<void>) {
  await play({}, async (scene) => {
    const certificate = makeCertificate(AWS);
    const front = await startTlsFront(scene.simulator.url, certificate);
    const hosts = { [`${AWS}:443`]: front.port, ...options.hosts };
    const proxy = await startForwardProxy({ ...options, hosts });
    const workspace = createWorkspace();
    const bundle = pemIn(workspace, 'aws.pem', certificate.cert);
    const { region } = scene.simulator.world.place;
    const plan = (env: Variables) =>
      scene.release({ command: 'plan' }, { env, aws: { endpoint: ENDPOINT, region }, workspace });
    try {
      await act({ scene, workspace, proxy, bundle, plan });
    } finally {
      await Promise.all([front.close(), proxy.close()]);
    }
  });
}

function pemIn(workspace: Workspace, name: string, text: string): string {
  const path = join(workspace.temp, name);
  writeFileSync(path, text);
  return path;
}

/** The hosts to which the proxy opened a connection. */
function reached({ requests }: ForwardProxy): readonly string[] {
  const opened = requests.filter((line) => line.endsWith(' 200'));
  return [...new Set(opened.map((line) => line.split(' ')[1] ?? ''))].sort();
}

describe('A runner behind a proxy', () => {
  it('reaches AWS, STS, GitHub and both kinds of hook through it, and nothing past it', async () => {
    const certificate = makeCertificate(HOOKS);
    const hook = await serveHook((_, response) => void response.writeHead(204).end());
    const hookFront = await startTlsFront(hook.origin, certificate);
    const github = await startGitHub();
    const tokens = await startIdTokens(Date.now);
    const port = (url: string | undefined) => Number(new URL(url ?? '').port);
    const tokenUrl = tokens.env.ACTIONS_ID_TOKEN_REQUEST_URL ?? '';
    const hosts = {
      [`${HOOKS}:443`]: hookFront.port,
      [`${GITHUB}:80`]: port(github.apiUrl),
      [`${TOKEN_HOST}:80`]: port(tokenUrl),
    };
    const login = 'ci:p@ss word';
    await inCompany({ hosts, login }, async ({ scene, proxy, bundle, workspace }) => {
      await addHook(scene, 'smoke', 'return null;');
      const pull = await github.openPullRequest();
      scene.users();
      const url = `http://ci:${encodeURIComponent('p@ss word')}@${proxy.host}`;
      const env = {
        ...tokens.env,
        ACTIONS_ID_TOKEN_REQUEST_URL: tokenUrl.replace(/127\.0\.0\.1:\d+/, TOKEN_HOST),
        AWS_ACCESS_KEY_ID: '',
        AWS_SECRET_ACCESS_KEY: '',
        AWS_CA_BUNDLE: bundle,
        NODE_EXTRA_CA_CERTS: pemIn(workspace, 'hooks.pem', certificate.cert),
        HTTPS_PROXY: url,
        http_proxy: url,
      };
      const inputs = {
        ...SHORT,
        'role-to-assume': ROLE,
        comment: 'true',
        'on-pull-request': 'allow',
        'pre-traffic-hook': `https://${HOOKS}/check\nsmoke`,
      };
      const run = await scene.release(inputs, {
        env,
        aws: { endpoint: ENDPOINT, region: scene.simulator.world.place.region },
        workspace,
        event: pull.event,
        github: {
          apiUrl: `http://${GITHUB}`,
          repository: github.repository,
          token: TOKENS.job,
          eventName: 'pull_request',
        },
      });
      expect(errorsOf(run)).toEqual([]);
      expect(run).toMatchObject({ exitCode: 0, outputs: { outcome: 'promoted' } });
      expect(reached(proxy)).toEqual(
        [`${AWS}:443`, `${HOOKS}:443`, `${GITHUB}:80`, `${TOKEN_HOST}:80`].sort(),
      );
      expect(hook.requests.map(({ path }) => path)).toEqual(['/check']);
      expect(toldTo(scene.calls(), 'smoke')).toHaveLength(1);
      expect(scene.calls().map(({ operation }) => operation)).toContain(
        'AssumeRoleWithWebIdentity',
      );
      expect((await github.commentsOf(pull.number)).map(({ body }) => body).join()).toContain(
        'Promoted',
      );
      const masks = run.commands.filter(({ name }) => name === 'add-mask');
      const masked = masks.map(({ message }) => message);
      expect(masked).toEqual(expect.arrayContaining(['p@ss word', 'p%40ss%20word']));
    });
    await Promise.all([hook, hookFront, github, tokens].map((server) => server.close()));
  });

  it.each([
    ['https_proxy', {}, 1],
    ['HTTPS_PROXY', { NO_PROXY: 'internal.example' }, 0],
    ['HTTPS_PROXY', { no_proxy: `other.example, ${AWS}:443` }, 0],
    ['HTTPS_PROXY', { NO_PROXY: '*' }, 0],
    ['HTTPS_PROXY', { NO_PROXY: 'example.internal' }, 1],
  ])('obeys %s with %j', async (name, except, expected) => {
    await inCompany({}, async ({ plan, proxy, bundle }) => {
      // A name that does not resolve is looked up once.
      const once = { AWS_MAX_ATTEMPTS: '1' };
      const run = await plan({ [name]: proxy.url, AWS_CA_BUNDLE: bundle, ...once, ...except });
      expect(reached(proxy)).toHaveLength(expected);
      expect(run.exitCode).toBe(expected ? 0 : 1);
      const said = errorsOf(run).join('\n');
      if (!expected)
        expect(said).toContain(`AWS could not be reached (getaddrinfo ENOTFOUND ${AWS}`);
    });
  });

  it.each([
    [{ status: 407 }, 'refused a connection to aws.internal.example:443 with HTTP 407'],
    [{ status: 403 }, 'refused a connection to aws.internal.example:443 with HTTP 403'],
    [{ status: -1 }, 'did not answer within 5 s'],
  ])('says what a proxy does that answers %j, without its password', async (options, words) => {
    await inCompany(options, async ({ plan, proxy, bundle }) => {
      const secret = 'hunter2-of-the-proxy';
      const run = await plan({
        HTTPS_PROXY: `http://ci:${secret}@${proxy.host}`,
        AWS_CA_BUNDLE: bundle,
        AWS_MAX_ATTEMPTS: '1',
      });
      expect(run.exitCode).toBe(1);
      const said = errorsOf(run).join('\n');
      expect(said).toContain(`AWS could not be reached (the proxy ${proxy.host} ${words}`);
      expect(said + run.summary).not.toContain(secret);
    });
  });

  it('says that a proxy is not there, or is not understood', async () => {
    await inCompany({}, async ({ plan, bundle }) => {
      const of = async (HTTPS_PROXY: string) =>
        errorsOf(await plan({ HTTPS_PROXY, AWS_CA_BUNDLE: bundle, AWS_MAX_ATTEMPTS: '1' })).join();
      expect(await of('http://127.0.0.1:9')).toContain(
        'AWS could not be reached (the proxy 127.0.0.1:9 could not be reached (connect ECONNREFUSED',
      );
      expect(await of('socks5://proxy.internal.example:1080')).toContain(
        'HTTPS_PROXY is not understood: expected http://HOST:PORT, but it begins with socks5://',
      );
    });
  });
});

describe('AWS behind a certificate of a company', () => {
  it('is trusted by AWS_CA_BUNDLE or NODE_EXTRA_CA_CERTS alone, and by both', async () => {
    await inCompany({}, async ({ plan, proxy, bundle, workspace }) => {
      const HTTPS_PROXY = proxy.url;
      const other = pemIn(workspace, 'other.pem', makeCertificate('other.example').cert);
      const trusted = [
        { AWS_CA_BUNDLE: bundle },
        { NODE_EXTRA_CA_CERTS: bundle },
        { AWS_CA_BUNDLE: other, NODE_EXTRA_CA_CERTS: bundle },
      ];
      for (const env of trusted) expect((await plan({ HTTPS_PROXY, ...env })).exitCode).toBe(0);
      const refused = await plan({ HTTPS_PROXY, AWS_CA_BUNDLE: other });
      expect(refused.exitCode).toBe(1);
      expect(errorsOf(refused).join()).toMatch(
        /AWS could not be reached \(.*certificate.*AWS_CA_BUNDLE or NODE_EXTRA_CA_CERTS/,
      );
    });
  });

  it('is no reason to begin anything with a bundle that cannot be read', async () => {
    await inCompany({}, async ({ plan, scene, workspace }) => {
      const mark = scene.mark();
      const missing = join(workspace.temp, 'missing.pem');
      const run = await plan({ AWS_CA_BUNDLE: missing });
      expect(run.exitCode).toBe(1);
      expect(errorsOf(run)).toEqual([
        `AWS_CA_BUNDLE: "${missing}" cannot be read (ENOENT); expected a file with certificates in PEM format`,
      ]);
      expect(scene.calls(mark)).toEqual([]);
    });
  });
});
