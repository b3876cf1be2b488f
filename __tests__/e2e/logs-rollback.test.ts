// A failing canary is found by the second, where logs show it.

import { describe, expect, it } from '@jest/globals';
import { isFinding } from '../../src/analysis/finding.ts';
import { logTo } from '../support/access-log.ts';
import { playFleet } from '../support/fleet-scene.ts';
import { errorsOf, play, readReport } from '../support/rollout.ts';
import type { ActionResult } from '../support/runner.ts';

/** Metrics of a minute are closed two minutes after its end, so nothing else can be as soon. */
const SOON = 110;

function expectRollbackByLogs(run: ActionResult): void {
  expect(run).toMatchObject({
    exitCode: 1,
    outputs: { outcome: 'rolled-back', cause: 'errors', verdict: 'failing', weight: '0' },
  });
  expect(errorsOf(run)[0]).toMatch(/; from logs, (1m)?\d+s after the shift/);
  const decided = readReport(run).evidence.find(({ verdict }) => verdict === 'failing');
  expect(decided && isFinding(decided) && decided.fromLogs?.afterShift).toBeLessThan(SOON);
}

describe('A release whose logs show that it fails', () => {
  it('is rolled back on a stage before metrics can show it', async () => {
    await play({ failing: 1 }, async (scene) => {
      await logTo(scene);
      await scene.ask(5);
      const before = await scene.standing();
      scene.users(240);
      expectRollbackByLogs(await scene.release({ steps: '50%/10m' }));
      expect(await scene.standing()).toEqual(before);
    });
  });

  it('is rolled back behind an alias', async () => {
    await playFleet({ failing: 1 }, async (scene) => {
      await scene.ask(2);
      scene.users(240);
      expectRollbackByLogs(await scene.release({ steps: '50%/10m' }));
    });
  });
});
