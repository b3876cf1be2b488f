// AWS's client for Python, which shares no code with the one that the action is written with.

import assert from 'node:assert/strict';
import { fileURLToPath } from 'node:url';
import { startSimulator } from '../../simulator/simulator.ts';
import { need, run } from '../command.ts';
import type { ClaimId } from '../fidelity/claims.ts';
import { Absent, type Witness } from '../witness.ts';

/** A minute of metrics in three seconds. */
const CLOCK_RATE = 20;
const STORY = fileURLToPath(new URL('../boto3/story.py', import.meta.url));

interface Told {
  readonly check: string;
  readonly confirms: readonly ClaimId[];
  readonly failed: string | null;
}

export const boto3: Witness = {
  name: 'boto3',
  title: 'boto3, AWS’s client for Python',
  worth: 'Requests and answers on the wire are what AWS’s own Python client sends and understands.',
  byDefault: true,
  testify: async (stand) => {
    const python = need('python3');
    const version = await run(python, ['-c', 'import boto3; print(boto3.__version__)']);
    if (version.code !== 0)
      throw new Absent('python3 is here, but has no boto3 (pip install boto3)');
    stand.say(`boto3 ${version.stdout.trim()}`);
    const simulator = await startSimulator({ clockRate: CLOCK_RATE });
    try {
      const { url, world } = simulator;
      const told = await run(python, [STORY, url, world.place.region]);
      for (const line of told.stdout.split('\n').filter(Boolean)) {
        const { check, confirms, failed } = JSON.parse(line) as Told;
        await stand.check(check, confirms, () => assert.ok(failed === null, String(failed)));
      }
      await stand.check('the story is told to its end', [], () =>
        assert.equal(told.code, 0, told.stderr),
      );
    } finally {
      await simulator.close();
    }
  },
};
