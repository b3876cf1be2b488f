// Hooks behind an address: signed, judged by status and body, and never followed to elsewhere.

import { createHmac } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { type HookRequest, type HookServer, serveHook } from '../support/hook-scene.ts';
import { errorsOf, patchesIn, play, readReport, type Scene } from '../support/rollout.ts';
import { createWorkspace } from '../support/workspace.ts';

const SECRET = 'a-secret-of-the-hook';
const PATIENT = { 'hook-timeout': '15m' };

type Answer = (request: HookRequest, response: ServerResponse) => void;

const answering =
  (status: number, body = '', headers: Readonly<Record<string, string>> = {}): Answer =>
  (_, response) =>
    void response.writeHead(status, headers).end(body);

async function withServer<T>(answer: Answer, act: (server: HookServer) => Promise<T>): Promise<T> {
  const server = await serveHook(answer);
  return act(server).finally(() => server.close());
}

/** A release whose pre-traffic hook answers so. */
async function refusedBy(answer: Answer, more: Readonly<Record<string, string>> = {}) {
  return withServer(answer, ({ origin, requests }) =>
    play({}, async (scene: Scene) => {
      const mark = scene.mark();
      const hook = `${origin}/hooks/orders?token=in-the-query`;
      const run = await scene.release({ ...PATIENT, 'pre-traffic-hook': hook, ...more });
      expect(run).toMatchObject({ exitCode: 1, outputs: { outcome: 'failed' } });
      expect(patchesIn(scene.calls(mark))).toEqual([]);
      expect(run.log + run.summary).not.toContain('in-the-query');
      return { said: errorsOf(run).join('\n'), requests };
    }),
  );
}

describe('A hook with an address', () => {
  it('passes with 2xx; what it gets is signed, and nothing secret is shown', async () => {
    await withServer(answering(204), ({ origin, requests }) =>
      play({}, async (scene) => {
        scene.users();
        const run = await scene.release({
          ...PATIENT,
          'pre-traffic-hook': `${origin}/hooks/orders?token=in-the-query`,
          'post-traffic-hook': `${origin}/last`,
          'hook-secret': SECRET,
        });
        expect(run.outputs.outcome).toBe('promoted');
        expect(requests.map(({ method, path }) => `${method} ${path}`)).toEqual([
          'POST /hooks/orders?token=in-the-query',
          'POST /last',
        ]);
        for (const { headers, body } of requests) {
          expect(headers['content-type']).toBe('application/json');
          expect(JSON.parse(body)).toMatchObject({ functions: [{ name: 'hello', to: '2' }] });
          const signature = String(headers['x-canary-signature']);
          const [, time = '', hex] = /^t=(\d+),v1=([0-9a-f]{64})$/.exec(signature) ?? [];
          const expected = createHmac('sha256', SECRET).update(`${time}.${body}`).digest('hex');
          expect(hex).toBe(expected);
        }
        const shown = run.log + run.summary + JSON.stringify(readReport(run));
        expect(shown).not.toContain(SECRET);
        expect(shown).not.toContain('in-the-query');
        const masks = run.commands.filter(({ name }) => name === 'add-mask');
        const masked = masks.map(({ message }) => message);
        expect(masked).toContain(SECRET);
        expect(masked).toContain('in-the-query');
        expect(masked).toContain('/hooks/orders?token=in-the-query');
        expect(masked).toContain('%2Fhooks%2Forders%3Ftoken%3Din-the-query');
        expect(readReport(run).hooks.map(({ calls }) => calls)).toEqual([
          new URL(origin).host,
          new URL(origin).host,
        ]);
      }),
    );
  });

  it('is masked when it comes out of the config file, and when it is no address', async () => {
    await withServer(answering(204), ({ origin }) =>
      play({}, async (scene) => {
        const workspace = createWorkspace();
        const config = `notify-url: ${origin}/notify?key=out-of-the-file\n`;
        writeFileSync(join(workspace.checkout, 'canary.yml'), config);
        const inputs = { command: 'plan', config: 'canary.yml' };
        const run = await scene.release(inputs, { workspace });
        expect(run.outputs.outcome).toBe('planned');
        const broken = await scene.release({
          'step-hook': 'https:/hooks.example.com/services/not-an-address',
          'notify-url': 'ftp://hooks.example.com/services/not-an-address',
        });
        expect(broken.exitCode).toBe(1);
        const [said, ...more] = errorsOf(broken);
        expect([said, ...more].join()).toMatch(/step-hook: a line that is not shown/);
        for (const [{ log, commands, summary }, secret] of [
          [run, 'out-of-the-file'],
          [broken, 'not-an-address'],
        ] as const) {
          const masks = commands.filter(({ name }) => name === 'add-mask');
          expect(masks.some(({ message }) => message.includes(secret))).toBe(true);
          expect(log.replace(/^::add-mask::.*$/gm, '') + summary).not.toContain(secret);
        }
      }),
    );
  });

  it('is not signed without a secret, and follows its own origin', async () => {
    const answer: Answer = ({ path }, response) =>
      path === '/new'
        ? void response.end('fine, thank you')
        : void response.writeHead(308, { location: '/new' }).end();
    await withServer(answer, ({ origin, requests }) =>
      play({}, async (scene) => {
        scene.users();
        const run = await scene.release({ ...PATIENT, 'pre-traffic-hook': `${origin}/old` });
        expect(run.outputs.outcome).toBe('promoted');
        expect(requests.map(({ method, path }) => `${method} ${path}`)).toEqual([
          'POST /old',
          'POST /new',
        ]);
        expect(requests[1]?.body).toBe(requests[0]?.body);
        for (const { headers } of requests)
          expect(headers).not.toHaveProperty('x-canary-signature');
      }),
    );
  });

  it.each<[string, Answer, string]>([
    [
      '500 in JSON',
      answering(500, '{"error":"the ##[error] database said no"}'),
      'it returned 500: the ##',
    ],
    [
      '500 in words',
      answering(500, 'password=x'),
      'it returned 500: a response that is not a JSON',
    ],
    ['404', answering(404), 'it returned 404'],
    [
      'Failed',
      answering(200, '{"status":"Failed","message":"3 of 12 checks"}'),
      'failed: 3 of 12 checks',
    ],
    ['a redirect that loops', answering(307, '', { location: '/' }), 'redirects too many times'],
    ['a redirect for a GET', answering(302, '', { location: '/' }), 'expected 307 or 308'],
    ['a redirect to nowhere', answering(301), 'it returned 301 without an address'],
    ['far too much', answering(200, 'x'.repeat(7 * 1024 * 1024)), 'more than 6 MB'],
    ['a broken line', (_, response) => void response.destroy(), 'it could not be reached'],
  ])('fails with %s', async (_, answer, words) => {
    const { said } = await refusedBy(answer);
    expect(said).toMatch(/ 127\.0\.0\.1:\d+ failed: /);
    expect(said).not.toContain('/hooks/orders');
    expect(said).toContain(words);
  });

  it('is not followed to another origin, which gets nothing', async () => {
    await withServer(answering(200), async (elsewhere) => {
      const answer = answering(307, '', { location: `${elsewhere.origin}/steal` });
      const { said, requests } = await refusedBy(answer, { 'hook-secret': SECRET });
      expect(said).toContain('redirects to another origin');
      expect(requests).toHaveLength(1);
      expect(elsewhere.requests).toEqual([]);
    });
  });

  it('that never ends its answer is given up at hook-timeout', async () => {
    const endless: Answer = (_, response) => void response.writeHead(200).write('{"status":');
    const { said, requests } = await refusedBy(endless, { 'hook-timeout': '1m' });
    expect(said).toContain('no response within 1m (hook-timeout)');
    expect(requests).toHaveLength(1);
  });

  it('that no server answers fails', async () => {
    const { origin, close } = await serveHook(answering(200));
    await close();
    const { said } = await refusedBy(answering(200), { 'pre-traffic-hook': `${origin}/gone` });
    expect(said).toContain(`${new URL(origin).host} failed: it could not be reached`);
  });
});
