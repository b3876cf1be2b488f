// A release of thirty hours, by more than a hundred runs of the bundle and by one: the product against
// itself, on a clock that is put forward between the looks.

import assert from 'node:assert/strict';
import {
  type LongPlan,
  planned,
  playInOneRun,
  playInRuns,
} from '../../__tests__/support/long-release.ts';
import type { Witness } from '../witness.ts';

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

export const long: Witness = {
  name: 'long',
  title: 'A release of thirty hours, in pieces and as a whole',
  worth:
    'More than a hundred runs go minute for minute as the same plan in one run. No word on AWS: it is the simulator’s.',
  byDefault: false,
  testify: async (stand) => {
    const whole = await playInOneRun(THIRTY_HOURS);
    await stand.check('in one run it is what the plan says', [], () => {
      assert.deepEqual(
        { changes: whole.changes, endedAtMinute: whole.endedAtMinute },
        planned(THIRTY_HOURS),
      );
      assert.equal(whole.outcome, 'promoted');
    });
    const pieces = await playInRuns(THIRTY_HOURS);
    stand.say(`${pieces.runs} runs; (minute, weight): ${JSON.stringify(pieces.changes)}`);
    await stand.check('by a schedule of a quarter of an hour it goes and ends the same', [], () => {
      assert.ok(pieces.runs > 100, `${pieces.runs} runs`);
      assert.deepEqual({ ...pieces, runs: 1 }, whole);
    });
  },
};
