// A suite at one point: a stage that is not known yet, checks that take too long, and a release that goes another way.

import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it } from '@jest/globals';
import type { Suite } from '../../../src/checks/check.ts';
import { parseSuite } from '../../../src/checks/parse-suite.ts';
import { createAgents } from '../../../src/network/agents.ts';
import type { CheckReport } from '../../../src/report/report.ts';
import type { StoredRollout } from '../../../src/rollout/record.ts';
import { runSuite, type SuiteRun } from '../../../src/smoke/run-suite.ts';

const ROLLOUT = { phase: { kind: 'preparing' } } as StoredRollout;

function suiteOf(...checks: readonly Readonly<Record<string, unknown>>[]): Suite {
  const maps = checks.map((check) => new Map(Object.entries(check)));
  const found = parseSuite(maps, { read: () => ({ problem: 'none' }), variable: () => '' });
  if (!('checks' in found)) throw new Error(found.join('\n'));
  return found;
}

interface Played extends SuiteRun {
  readonly reports: readonly CheckReport[];
  readonly asked: readonly string[];
}

async function play(
  suite: Suite,
  answer: (response: ServerResponse, asked: readonly string[]) => void,
  stopped = new AbortController().signal,
): Promise<Played> {
  const [reports, asked]: [CheckReport[], string[]] = [[], []];
  const server = createServer((request: IncomingMessage, response) => {
    asked.push(`${request.method} ${request.url}`);
    answer(response, asked);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const address = `http://127.0.0.1:${port}/shadow`;
  const services = {
    place: { region: 'eu-west-1', partition: 'aws' },
    agents: createAgents(),
    invoke: async () => Promise.reject(new Error('nothing is invoked')),
    credentials: async () => ({ accessKeyId: 'a', secretAccessKey: 'b' }),
    reach: async () => ({
      addresses: { canary: address, stable: undefined },
      functions: [],
      formatOf: async () => ({ why: 'it has none' }),
    }),
    log: { line: () => undefined },
    now: () => Date.now() / 1000,
    ended: (report: CheckReport) => void reports.push(report),
  };
  try {
    const run = await runSuite(suite, services, { rollout: ROLLOUT, weight: 0, stopped });
    return { ...run, reports, asked };
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

function forbid(response: ServerResponse): void {
  response.writeHead(403, { 'x-amzn-errortype': 'ForbiddenException' });
  response.end('{"message":"Forbidden"}');
}

const POST = { method: 'POST', path: '/orders', body: 'x', expect: new Map([['status', 200]]) };

describe('a suite', () => {
  it('sends again what a stage that is not known yet refused, also a POST, as one attempt', async () => {
    const { result, asked, reports } = await play(suiteOf(POST), (response, { length }) =>
      length < 3 ? forbid(response) : void response.end('{}'),
    );
    expect(result).toBe('passed');
    expect(asked).toEqual(Array(3).fill('POST /shadow/orders'));
    expect(reports).toMatchObject([{ status: 200, attempts: 1 }]);
  });

  it('sends a POST once if its answer is wrong, and as often as it says', async () => {
    const once = await play(suiteOf(POST), (response) => void response.writeHead(500).end());
    expect(once).toMatchObject({ result: 'failed', reports: [{ attempts: 1, status: 500 }] });
    const retried = suiteOf({ ...POST, retries: 2, every: '0s' });
    const thrice = await play(retried, (response) => void response.writeHead(500).end());
    expect(thrice.asked).toHaveLength(3);
    expect(thrice.evidence?.detail).toMatchObject({
      kind: 'checks',
      counts: { failed: 1 },
      first: { says: 'the status is 500; expected 200' },
    });
  });

  it('ends a check after its timeout, and what is left after the time of all', async () => {
    const slow = suiteOf({ ...POST, timeout: '200ms' });
    const { reports } = await play(slow, () => undefined);
    expect(reports).toMatchObject([
      { result: 'failed', differs: ['no complete response within 200 ms (timeout)'] },
    ]);
    const suite = suiteOf({ ...POST, name: 'a' }, { ...POST, name: 'b' });
    const cut = await play({ ...suite, limitSeconds: 0.3 }, () => undefined);
    const over = expect.stringMatching(/^the time of all checks together was over/);
    expect(cut.reports).toMatchObject([
      { result: 'failed', differs: [over] },
      { result: 'failed', differs: [over] },
    ]);
    expect(cut.asked).toHaveLength(1);
  });

  it('stops where its result is not needed any more, and says nothing', async () => {
    const stop = new AbortController();
    const suite = suiteOf({ ...POST, name: 'a' }, { ...POST, name: 'b' });
    const stopped = await play(suite, () => stop.abort(), stop.signal);
    expect(stopped).toMatchObject({ result: 'stopped', evidence: undefined });
    expect(stopped.reports.map(({ result }) => result)).toEqual(['stopped', 'stopped']);
    expect(stopped.asked).toHaveLength(1);
  });
});
