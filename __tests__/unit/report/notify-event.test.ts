import { createHmac } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { notify } from '../../../src/hooks/notify.ts';
import { eventOf } from '../../../src/report/notify-event.ts';
import { aliasReport } from '../../../src/targets/alias/alias-report.ts';
import { stageReport } from '../../../src/targets/stage/stage-report.ts';
import { serveHook } from '../../support/hook-scene.ts';
import { REPORT, REPORTS, TARGET } from './report-fixture.ts';

describe('a report as an event', () => {
  it('has EventBridge’s envelope, and one line for a chat', () => {
    expect(eventOf(REPORTS['rolled-back'])).toMatchObject({
      version: '0',
      'detail-type': 'Canary Rollout',
      source: 'canary-action',
      time: '2025-11-24T16:20:00.000Z',
      region: 'eu-west-1',
      resources: ['arn:aws:apigateway:eu-west-1::/restapis/a1b2c3d4e5/stages/prod'],
      text: '↩️ Rolled back: orders 7 → 8 on orders-api/prod. alarm orders-5xx fired. https://github.com/octo-org/orders/actions/runs/7000000001',
      detail: { outcome: 'rolled-back', weight: 0, impact: { estimated: 118 } },
    });
  });

  it('names the aliases, and escapes text from outside for a chat', () => {
    const facts = { kind: 'alias', region: 'cn-north-1', aliases: ['orders:live'] } as const;
    const target = aliasReport(facts, []);
    expect(eventOf({ ...REPORT, target }).resources).toEqual(['orders:live']);
    const named = stageReport({ ...TARGET, apiName: '<!channel>\n&' });
    const { text } = eventOf({ ...REPORT, target: named });
    expect(text).toContain('on &lt;!channel&gt; &amp;/prod. ');
    expect(text).not.toContain('\n');
  });

  it('has the same ID for the same time, and another ID for another time', () => {
    expect(eventOf(REPORT).id).toBe(eventOf(REPORT).id);
    expect(eventOf({ ...REPORT, weight: 5 }).id).not.toBe(eventOf(REPORT).id);
  });
});

const OPEN = new AbortController().signal;

describe('sending an event to an address', () => {
  const at = (origin: string) =>
    ({ kind: 'url', url: `${origin}/x?token=secret`, label: `${origin}/x` }) as const;

  it('posts the event, signed', async () => {
    const server = await serveHook((_, response) => void response.end('ok'));
    await notify(at(server.origin), 'key', REPORT, OPEN).finally(() => server.close());
    const [request] = server.requests;
    expect(JSON.parse(request?.body ?? '')).toEqual(JSON.parse(JSON.stringify(eventOf(REPORT))));
    const [, time, signature] =
      /^t=(\d+),v1=(\w+)$/.exec(String(request?.headers['x-canary-signature'])) ?? [];
    expect(signature).toBe(
      createHmac('sha256', 'key').update(`${time}.${request?.body}`).digest('hex'),
    );
  });

  it('reports what went wrong, but never the secret part of the address', async () => {
    const body = JSON.stringify({ message: 'gone', env: 'secret' });
    const server = await serveHook((_, response) => void response.writeHead(410).end(body));
    const told = notify(at(server.origin), '', REPORT, OPEN).finally(() => server.close());
    await expect(told).rejects.toThrow(`${server.origin}/x: it returned 410: gone`);
    await expect(told).rejects.not.toThrow('secret');
  });
});
