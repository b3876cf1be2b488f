// Answers of AWS itself, recorded by another project. The data is not part of this project.

import assert from 'node:assert/strict';
import { startSimulator } from '../../simulator/simulator.ts';
import type { ClaimId } from '../fidelity/claims.ts';
import { KNOWN_DIFFERENCES } from '../recordings/known-differences.ts';
import { replay } from '../recordings/replay.ts';
import { describe, findings } from '../recordings/report.ts';
import { Unavailable, type Verifier } from '../verifier.ts';

/** The claims that a scenario confirms if each of its steps agrees. */
const CONFIRMS: Readonly<Record<string, readonly ClaimId[]>> = {
  'canary stage: create, change override, remove canary': ['read-stage', 'close-canary'],
  'canary settings created through UpdateStage': ['open-canary', 'canary-from-percent', 'snapshot'],
  'CreateDeployment with canary settings: validation': ['deploy-probe'],
  'UpdateStage on canary settings: validation': ['patch-order'],
  'UpdateStage with copy operations (promotion)': [
    'promote',
    'promote-nothing',
    'patch-probe',
    'patch-order',
    'canary-from-percent',
  ],
  'invoking a canary deployment': ['overrides', 'split-ends'],
  'deleting a deployment in use; GetDeployment(s), GetStages (stage made by CreateStage)': [
    'routes',
  ],
  'publish on create': ['publish', 'function-state'],
  'versions lifecycle': ['publish', 'function-state'],
  'PublishVersion with a wrong CodeSha256': ['publish-probe'],
  'alias lifecycle': ['alias-weights', 'alias-lifecycle'],
  'deleting an alias that does not exist': ['alias-lifecycle'],
  'RevisionId of versions and aliases': ['alias-weights'],
  'permissions: errors': ['policy-per-version'],
  'AddPermission and GetPolicy per version and per alias': ['policy-per-version'],
};

/** Fast enough to shorten the waits, slow enough to observe intermediate states. */
const CLOCK_RATE = 5;

export const recordings: Verifier = {
  name: 'recordings',
  title: 'Recordings of AWS',
  shows: 'Answers of real AWS, compared member by member with the simulator’s.',
  byDefault: true,
  verify: async (context) => {
    const directory = context.options.recordings ?? process.env.CANARY_RECORDINGS;
    if (!directory)
      throw new Unavailable('no recordings: set --recordings DIR or CANARY_RECORDINGS');
    const simulator = await startSimulator({ clockRate: CLOCK_RATE });
    try {
      const report = await replay({ directory, endpoint: simulator.url });
      context.print(describe(report, KNOWN_DIFFERENCES));
      const { unexplained, stale } = findings(report, KNOWN_DIFFERENCES);
      for (const { name } of report.scenarios) {
        const mine = unexplained.filter((line) => line.startsWith(`${name} · `));
        await context.check(name, CONFIRMS[name] ?? [], () => assert.deepEqual(mine, []));
      }
      await context.check('every known difference still occurs', [], () =>
        assert.deepEqual(stale, []),
      );
    } finally {
      await simulator.close();
    }
  },
};
