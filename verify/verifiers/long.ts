// A release of thirty hours, once by more than a hundred runs of the bundle and once by a single run, on
// a clock that is advanced between the checks. Both must go the same way.

import assert from 'node:assert/strict';
import {
  type LongPlan,
  planned,
  playInOneRun,
  playInRuns,
} from '../../__tests__/support/long-release.ts';
import type { Verifier } from '../verifier.ts';

const THIRTY_HOURS: LongPlan = {
  steps: [
    { weight: 1, hours: 5 },
    { weight: 5, hours: 5 },
    { weight: 25, hours: 10 },
    { weight: 50, hours: 8 },
  ],
  bakeHours: 2,
  everySeconds: 900,
  requests: 40,
};

export const long: Verifier = {
  name: 'long',
  title: 'A release of thirty hours, split across runs and in one run',
  shows:
    'More than a hundred runs match the same plan in one run, minute for minute. Shows nothing about AWS: it runs on the simulator.',
  byDefault: false,
  verify: async (context) => {
    const whole = await playInOneRun(THIRTY_HOURS);
    await context.check('one run follows the plan', [], () => {
      assert.deepEqual(
        { changes: whole.changes, endedAtMinute: whole.endedAtMinute },
        planned(THIRTY_HOURS),
      );
      assert.equal(whole.outcome, 'promoted');
    });
    const pieces = await playInRuns(THIRTY_HOURS);
    context.print(`${pieces.runs} runs; (minute, weight): ${JSON.stringify(pieces.changes)}`);
    await context.check('runs every quarter of an hour go and end the same way', [], () => {
      assert.ok(pieces.runs > 100, `${pieces.runs} runs`);
      assert.deepEqual({ ...pieces, runs: 1 }, whole);
    });
  },
};
