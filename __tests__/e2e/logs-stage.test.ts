// The access log of a stage as evidence.

import { describe, expect, it } from '@jest/globals';
import type { CallRecord } from '../../simulator/front/call-log.ts';
import { GROUP, logTo } from '../support/access-log.ts';
import { play, readReport, type Scene } from '../support/rollout.ts';

/** The groups that were read. */
function groupsIn(calls: readonly CallRecord[]): readonly string[] {
  return calls
    .filter(({ operation }) => operation === 'FilterLogEvents')
    .map(({ body = '{}' }) => (JSON.parse(body) as { logGroupName: string }).logGroupName);
}

/** When the weight was set, and when the canary was promoted. */
function changesIn(calls: readonly CallRecord[]): readonly number[] {
  return calls
    .filter(({ operation, status }) => operation === 'UpdateStage' && status === 200)
    .map(({ at }) => at);
}

const logCalls = (scene: Scene) => scene.calls().filter(({ service }) => service === 'logs');

describe('A release of a stage with an access log', () => {
  it('reads it while traffic is split, and only then', async () => {
    await play({}, async (scene) => {
      await logTo(scene);
      await scene.ask(5);
      scene.users();
      const mark = scene.mark();
      // So long that some minutes are complete on a busy machine as well.
      const run = await scene.release({ steps: '50%/9m' });
      expect(run).toMatchObject({ exitCode: 0, outputs: { outcome: 'promoted' } });
      const calls = scene.calls(mark);
      const [split = 0, promoted = 0] = changesIn(calls);
      const reads = calls.filter(({ operation }) => operation === 'FilterLogEvents');
      // One read of each group before anything is changed shows whether it may be read.
      const before = groupsIn(reads.filter(({ at }) => at < split));
      expect(before).toEqual([GROUP, '/aws/lambda/hello']);
      expect(reads.filter(({ at }) => at > promoted)).toEqual([]);
      const polled = groupsIn(reads.filter(({ at }) => at >= split));
      expect(new Set(polled)).toEqual(new Set([`${GROUP}/Canary`, GROUP]));
      // A hot read of each group every 5 seconds, and settling reads.
      expect(polled.length).toBeGreaterThan(30);
      expect(polled.length).toBeLessThan(2 * 300);
      const { logs } = readReport(run);
      expect(logs).toMatchObject({
        calls: polled.length,
        abstained: [],
        dimension: { canarySeries: 'complete', otherSeries: 'without-canary' },
      });
      expect(Math.min(logs?.requests.canary ?? 0, logs?.requests.stable ?? 0)).toBeGreaterThan(20);
      expect(run.summary).toContain(
        "Compared with the logs, CloudWatch's metrics of the canary have all of its requests, and those of the stage do not have them.",
      );
    });
  });

  it('leaves it alone with logs: off', async () => {
    await play({}, async (scene) => {
      await logTo(scene);
      scene.users();
      const run = await scene.release({ steps: '50%/2m', logs: 'off' });
      expect(run.outputs.outcome).toBe('promoted');
      expect(logCalls(scene)).toEqual([]);
    });
  });
});
