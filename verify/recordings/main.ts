// tsx verify/recordings/main.ts [--recordings DIR] [--endpoint URL] [--region R] [--account N] [--only NAME]
//
// Replays recorded AWS exchanges against an endpoint; without one, against a new simulator.
// Exit 1: an answer differs from the recording, and known-differences.ts does not list it.

import { parseArgs } from 'node:util';
import { startSimulator } from '../../simulator/simulator.ts';
import { KNOWN_DIFFERENCES } from './known-differences.ts';
import { replay } from './replay.ts';
import { describe, findings } from './report.ts';

/** Fast enough to shorten the waits, slow enough to observe intermediate states. */
const CLOCK_RATE = 5;

const { values } = parseArgs({
  options: {
    recordings: { type: 'string' },
    endpoint: { type: 'string' },
    region: { type: 'string', default: 'us-east-1' },
    account: { type: 'string', default: '123456789012' },
    only: { type: 'string', default: '' },
  },
});

const directory = values.recordings ?? process.env.CANARY_RECORDINGS;
if (!directory) {
  console.error('no recordings: set --recordings DIR or CANARY_RECORDINGS');
  process.exit(2);
}

const { region, account, only } = values;
const simulator = values.endpoint
  ? undefined
  : await startSimulator({ region, account, clockRate: CLOCK_RATE });
const endpoint = values.endpoint ?? simulator?.url ?? '';
try {
  const report = await replay({ directory, endpoint, region, account, only });
  console.log(describe(report, KNOWN_DIFFERENCES));
  const { unexplained, stale } = findings(report, KNOWN_DIFFERENCES);
  for (const line of unexplained) console.log(`unexplained: ${line}`);
  for (const line of stale) console.log(`no longer differs, remove it from the list: ${line}`);
  // Another endpoint may agree where our simulator does not.
  const failures = [...unexplained, ...(simulator ? stale : [])];
  process.exitCode = failures.length > 0 ? 1 : 0;
} finally {
  await simulator?.close();
}
