// AWS's client for Python, which shares no code with the client that the action uses.

import assert from 'node:assert/strict';
import { fileURLToPath } from 'node:url';
import { startSimulator } from '../../simulator/simulator.ts';
import { need, run } from '../command.ts';
import type { ClaimId } from '../fidelity/claims.ts';
import { Unavailable, type Verifier } from '../verifier.ts';

/** A minute of metrics takes three seconds. */
const CLOCK_RATE = 20;
const SCENARIO = fileURLToPath(new URL('../boto3/scenario.py', import.meta.url));

interface CheckLine {
  readonly check: string;
  readonly confirms: readonly ClaimId[];
  readonly failed: string | null;
}

export const boto3: Verifier = {
  name: 'boto3',
  title: 'boto3, AWS’s client for Python',
  shows: 'The simulator reads the requests, and writes the answers, of AWS’s own Python client.',
  byDefault: true,
  verify: async (context) => {
    const python = need('python3');
    const version = await run(python, ['-c', 'import boto3; print(boto3.__version__)']);
    if (version.code !== 0)
      throw new Unavailable('python3 is installed, but boto3 is not (pip install boto3)');
    context.print(`boto3 ${version.stdout.trim()}`);
    const simulator = await startSimulator({ clockRate: CLOCK_RATE });
    try {
      const { url, world } = simulator;
      const scenario = await run(python, [SCENARIO, url, world.place.region]);
      for (const line of scenario.stdout.split('\n').filter(Boolean)) {
        const { check, confirms, failed } = JSON.parse(line) as CheckLine;
        await context.check(check, confirms, () => assert.ok(failed === null, String(failed)));
      }
      await context.check('the scenario runs to its end', [], () =>
        assert.equal(scenario.code, 0, scenario.stderr),
      );
    } finally {
      await simulator.close();
    }
  },
};
