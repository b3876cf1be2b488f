// A few of the faults that `npm run test:chaos` strikes rollouts with. A name says which rollout,
// which of its calls, and what goes wrong there.

import { describe, expect, it } from '@jest/globals';
import { runTrial } from '../../chaos/run-trial.ts';
import { sample } from '../../chaos/sample.ts';

describe('Whatever goes wrong, nothing is half-rolled:', () => {
  it.concurrent.each(sample(40))('%s', async (name) => {
    expect(await runTrial(name)).toMatchObject({ findings: [] });
  });
});
