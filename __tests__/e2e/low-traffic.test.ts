// A release with the default steps where a few requests come a minute: it waits for them, and says how long.

import { describe, expect, it, jest } from '@jest/globals';
import { tryRelease } from '../support/judge-traffic.ts';
import { readReport } from '../support/rollout.ts';

// A trial waits for its turn, and its time runs meanwhile.
jest.setTimeout(600_000);

/** Of a service with 60 requests in the last hour: about one a minute. Now there are six. */
const QUIET = { perMinute: 6, minutesBefore: 10 };
/** The default steps. */
const DEFAULT = { steps: '', 'job-timeout': '6h' };

describe('A release with default steps at one request a minute', () => {
  it('waits for requests, says so, and is promoted', async () => {
    await tryRelease(QUIET, async (trial) => {
      const told = await trial.release(DEFAULT);
      expect(told.outcome).toBe('promoted');
      const report = readReport(told.result);
      expect(report.steps.map(({ label }) => label)).toEqual(['25%', '50%', 'bake']);
      for (const step of report.steps.slice(0, 2)) {
        expect(step.canary?.requests).toBeGreaterThanOrEqual(8);
      }
      expect(told.result.log).toMatch(
        /the steps wait for requests, not for the clock: 25% and 50%, until the new version has had 8 requests in each\. At .* per minute, that takes about /,
      );
      expect(told.result.summary).toMatch(/25% until 8 requests \(about \d+m\)/);
    });
  });

  it('that fails every request is rolled back', async () => {
    const script = (version: string) => ({ failing: version === '2' ? 1 : 0 });
    await tryRelease({ ...QUIET, script }, async (trial) => {
      const told = await trial.release(DEFAULT);
      expect(told.outcome).toBe('rolled-back');
    });
  });
});
