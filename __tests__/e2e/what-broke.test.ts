// After a rollback, the report says what broke: by the logs of the stage and of the function behind it.

import { describe, expect, it } from '@jest/globals';
import type { CallRecord } from '../../simulator/front/call-log.ts';
import { GROUP, logTo } from '../support/access-log.ts';
import { playFleet } from '../support/fleet-scene.ts';
import { errorsOf, play, readReport, type Scene } from '../support/rollout.ts';
import type { ActionResult } from '../support/runner.ts';

const FORMAT =
  '{"requestId":"$context.requestId","method":"$context.httpMethod","route":"$context.resourcePath","status":"$context.status","lambda":"$context.integration.requestId","type":"$context.error.responseType","canary":"$context.isCanaryRequest"}';
/** Without the request ID of the function. */
const SHORT = FORMAT.replace('"lambda":"$context.integration.requestId",', '');
const LINE =
  /GET \/canary-demo 502 on version 2: Error in index\.js:4, \d+ times, not on version 1/;
const SAMPLE = 'Error: the database said no';

const isRead = ({ operation }: CallRecord) => operation === 'FilterLogEvents';
const linesOf = ({ log }: ActionResult) => log.split('\n');

async function broken(
  format: string,
  inputs: Readonly<Record<string, string>>,
  check: (scene: Scene, run: ActionResult, mark: number) => Promise<void> | void,
): Promise<void> {
  await play({ failing: 0.5 }, async (scene) => {
    await logTo(scene, { format });
    await scene.ask(5);
    // As on AWS, calls take a while, in which the lines of the function arrive.
    scene.simulator.faults.add({ operation: '*', effect: { kind: 'delay', ms: 300 } });
    scene.users();
    const mark = scene.mark();
    const run = await scene.release({ steps: '50%/20m', ...inputs });
    expect(run).toMatchObject({ exitCode: 1, outputs: { outcome: 'rolled-back' } });
    await check(scene, run, mark);
  });
}

describe('A stage whose new version fails', () => {
  it('is reported with route, status, error and line of code, by logs read once more when it is restored', async () => {
    await broken(FORMAT, {}, (scene, run, mark) => {
      const { broke } = readReport(run);
      expect(broke).toMatchObject({
        kinds: [
          {
            ...{ route: 'GET /canary-demo', status: 502, stable: 0, novelty: 'new' },
            ...{ errorType: 'Error', location: 'index.js:4', newest: true },
          },
        ],
        more: 0,
      });
      const said = linesOf(run).filter((line) => line.includes('New failures: '));
      expect(said.at(-1)).toContain('GET /canary-demo 502 on version 2: Error in index.js:4, ');
      expect(said.length).toBeLessThanOrEqual(2);
      expect(errorsOf(run).join()).toMatch(LINE);
      expect(run.summary).toContain('### What broke');
      expect(run.summary).toContain('| `GET /canary-demo` | 502 | Error | `index.js:4` |');
      const shown = `${run.log}${run.summary}${JSON.stringify(broke)}`;
      expect(shown).not.toContain(SAMPLE);
      const calls = scene.calls(mark);
      const groups = calls.filter(isRead).map(({ body = '{}' }) => JSON.parse(body).logGroupName);
      expect(new Set(groups)).toEqual(new Set([GROUP, `${GROUP}/Canary`, '/aws/lambda/hello']));
      const restored = calls.findLastIndex(({ operation }) => operation === 'UpdateStage');
      expect(calls.slice(restored).filter(isRead).length).toBeGreaterThan(0);
    });
  });

  it('is reported with its line of code without the ID of the function’s request', async () => {
    await broken(SHORT, { 'log-samples': 'true' }, (_, run) => {
      expect(readReport(run).broke?.kinds).toMatchObject([
        { errorType: 'Error', location: 'index.js:4' },
      ]);
      const [, block = ''] = run.summary.split('whatever looks private is masked:\n\n```\n');
      expect(block).toMatch(/^Error: the database said no\nat .*index\.js:4:\d+/);
      expect(run.log).not.toContain(SAMPLE);
    });
  });

  it('is rolled back and reported even if the logs can no longer be read', async () => {
    await play({ failing: 0.5 }, async (scene) => {
      await logTo(scene, { format: FORMAT });
      await scene.ask(5);
      scene.users();
      const run = scene.start({ steps: '50%/20m' });
      await scene.reaches(50);
      const effect = { kind: 'delay', ms: 600_000 } as const;
      scene.simulator.faults.add({ operation: 'FilterLogEvents', effect });
      const ended = await run.done;
      expect(ended).toMatchObject({ exitCode: 1, outputs: { outcome: 'rolled-back' } });
      expect(readReport(ended).broke).toBeUndefined();
    });
  });
});

describe('An alias whose new version fails', () => {
  it('is reported with function, error and line of code', async () => {
    await playFleet({ names: ['carts', 'orders'] }, async (scene) => {
      await scene.upload('orders', 'v2', 0.7);
      scene.users(20);
      const run = await scene.release({ steps: '50%/20m', 'log-samples': 'true' });
      expect(run).toMatchObject({ exitCode: 1, outputs: { outcome: 'rolled-back' } });
      expect(readReport(run).broke?.kinds).toMatchObject([
        {
          ...{ functionName: 'orders', how: 'error', errorType: 'Error', location: 'index.js:4' },
          ...{ stable: 0, novelty: 'new' },
        },
      ]);
      expect(errorsOf(run).join()).toMatch(
        /orders on version 2: Error in index\.js:4, \d+ times, not on version 1/,
      );
      expect(run.summary).toContain(SAMPLE);
    });
  });
});
