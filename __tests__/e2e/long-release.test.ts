// A release over hours by short runs, against the same plan in one run. `npm run verify -- long` plays
// thirty hours.

import { describe, expect, it } from '@jest/globals';
import { type LongPlan, planned, playInOneRun, playInRuns } from '../support/long-release.ts';

const FIVE_HOURS: LongPlan = {
  steps: [
    { weight: 10, hours: 1 },
    { weight: 25, hours: 1 },
    { weight: 50, hours: 2 },
  ],
  bakeHours: 1,
  everySeconds: 900,
  requests: 25,
};

/** Twenty runs begin twenty times; real milliseconds. */
const PATIENT = 180_000;

describe('A release over five hours', () => {
  it(
    'is in one run what its plan says',
    async () => {
      expect(await playInOneRun(FIVE_HOURS)).toMatchObject({
        ...planned(FIVE_HOURS),
        outcome: 'promoted',
        stage: { canarySettings: undefined, variables: { version: '2' } },
      });
    },
    PATIENT,
  );

  it(
    'goes the same by twenty runs, minute for minute',
    async () => {
      const { runs, ...course } = await playInRuns(FIVE_HOURS);
      expect(runs).toBeGreaterThanOrEqual(20);
      expect(course).toEqual({
        ...planned(FIVE_HOURS),
        outcome: 'promoted',
        stage: { canarySettings: undefined, variables: { version: '2' } },
      });
    },
    PATIENT,
  );
});
