// Probes over HTTP: in pairs, at their rate, and stopped at once.

import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it } from '@jest/globals';
import { sum } from '../../../src/analysis/counts.ts';
import type { Suite } from '../../../src/checks/check.ts';
import { parseSuite } from '../../../src/checks/parse-suite.ts';
import { createAgents } from '../../../src/network/agents.ts';
import type { StoredRollout } from '../../../src/rollout/record.ts';
import { createProber } from '../../../src/smoke/prober.ts';

const ROLLOUT = { phase: { kind: 'step', index: 0, since: 0 } } as StoredRollout;

function suiteOf(checks: readonly Readonly<Record<string, unknown>>[], secret = ''): Suite {
  const found = parseSuite(
    new Map<string, unknown>([
      ['probe', '60/m'],
      ['checks', checks.map((check) => new Map(Object.entries(check)))],
      ...(secret === '' ? [] : [['secrets', new Map([['token', 'TOKEN']])] as const]),
    ]),
    { read: () => ({ problem: 'none' }), variable: () => secret },
  );
  if (!('checks' in found)) throw new Error(found.join('\n'));
  return found;
}

const OK = new Map([['status', 200]]);

interface Options {
  readonly answer: (request: IncomingMessage, response: ServerResponse) => void;
  /** Whether no stage serves the current version alone. */
  readonly alone?: boolean;
  readonly forMs?: number;
}

async function play(suite: Suite, { answer, alone = false, forMs = 1300 }: Options) {
  const [asked, lines, warnings]: [string[], string[], string[]] = [[], [], []];
  const server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`);
    answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const base = `http://127.0.0.1:${port}`;
  const prober = createProber(suite, {
    place: { region: 'eu-west-1', partition: 'aws' },
    agents: createAgents(),
    invoke: async () => Promise.reject(new Error('nothing is invoked')),
    credentials: async () => ({ accessKeyId: 'a', secretAccessKey: 'b' }),
    reach: async () => ({
      addresses: { canary: `${base}/new`, stable: alone ? undefined : `${base}/old` },
      functions: [],
      formatOf: async () => ({ why: 'it has none' }),
    }),
    log: {
      line: (text) => void lines.push(text),
      warning: (text) => void warnings.push(text),
    },
    now: () => Date.now() / 1000,
  });
  const stopped = new AbortController();
  setTimeout(() => stopped.abort(), forMs).unref();
  const begun = performance.now();
  await prober.send(ROLLOUT, stopped.signal);
  const took = performance.now() - begun;
  server.closeAllConnections();
  server.close();
  const counted = prober.minutes(Date.now() / 1000 + 120);
  const total = (side: 'canary' | 'stable') => {
    const { requests, events } = sum(counted.map((minute) => minute[side]));
    return [requests, events];
  };
  return { asked, lines, warnings, took, canary: total('canary'), stable: total('stable') };
}

describe('Probes over HTTP', () => {
  it('ask both versions alike, and say what the new one answers once', async () => {
    const suite = suiteOf([{ name: 'a', path: '/a', expect: OK }]);
    const { asked, lines, canary, stable } = await play(suite, {
      answer: (request, response) => {
        response.statusCode = request.url?.startsWith('/new') ? 500 : 200;
        response.end();
      },
    });
    expect(asked.toSorted()).toEqual(['GET /new/a', 'GET /new/a', 'GET /old/a', 'GET /old/a']);
    expect([canary, stable]).toEqual([
      [2, 2],
      [2, 0],
    ]);
    expect(lines).toEqual([
      'Probe of the new version failed: "a": the status is 500; expected 200',
    ]);
  });

  it('use what each version saved, and end with the first check that fails', async () => {
    const suite = suiteOf([
      {
        ...{ name: 'list', path: '/list', expect: OK },
        save: new Map([['id', '$.id']]),
      },
      { name: 'read', path: '/read/${id}', expect: OK },
    ]);
    const { asked, canary, stable } = await play(suite, {
      forMs: 500,
      answer: (request, response) => {
        const isNew = request.url?.startsWith('/new') ?? false;
        response.statusCode = isNew && request.url?.endsWith('/list') ? 404 : 200;
        response.end(JSON.stringify({ id: isNew ? 'n' : 'o' }));
      },
    });
    expect(asked.toSorted()).toEqual(['GET /new/list', 'GET /old/list', 'GET /old/read/o']);
    expect([canary, stable]).toEqual([
      [1, 1],
      [1, 0],
    ]);
  });

  it('stop at once, and what was stopped does not count', async () => {
    const suite = suiteOf([{ path: '/a', expect: OK }]);
    const { took, canary, stable } = await play(suite, { forMs: 300, answer: () => undefined });
    expect(took).toBeLessThan(1500);
    expect([canary, stable]).toEqual([
      [0, 0],
      [0, 0],
    ]);
  });

  it('are not sent if a version cannot be reached', async () => {
    const suite = suiteOf([{ path: '/a', expect: OK }]);
    const { asked, warnings } = await play(suite, {
      alone: true,
      answer: (_, response) => void response.end(),
    });
    expect(asked).toEqual([]);
    expect(warnings).toEqual([
      'No probes are sent for now: no stage serves one of the versions alone, because the release was begun without probes.',
    ]);
  });

  it('show no value that logs in, also if a check saved it', async () => {
    const suite = suiteOf([
      { name: 'log in', path: '/login', expect: OK, save: new Map([['session', '$.session']]) },
      {
        ...{ name: 'read', path: '/read', expect: new Map([['contains', 'orders']]) },
        headers: new Map([['authorization', 'Bearer ${session}']]),
      },
      { name: 'echo', path: '/echo', expect: new Map([['json', new Map([['$.a', 1]])]]) },
    ]);
    const { lines } = await play(suite, {
      forMs: 500,
      answer: (request, response) => {
        if (request.url?.endsWith('/login')) response.end('{"session":"hocus-pocus"}');
        else if (request.url?.endsWith('/read')) response.end('orders');
        else response.end('{"a":"hocus-pocus"}');
      },
    });
    expect(lines).toHaveLength(2);
    expect(lines.join('\n')).not.toContain('hocus-pocus');
  });

  it('show no secret', async () => {
    const suite = suiteOf(
      [{ name: 'a', path: '/a', expect: new Map([['contains', '${token}']]) }],
      'open-sesame',
    );
    const { lines } = await play(suite, {
      forMs: 500,
      answer: (_, response) => void response.end('no'),
    });
    expect(lines).toHaveLength(2);
    expect(lines.join('\n')).not.toContain('open-sesame');
  });
});
