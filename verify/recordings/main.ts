// tsx verify/recordings/main.ts --endpoint URL [--recordings DIR] [--region R] [--account N] [--only NAME]
//
// Replays recorded AWS exchanges. Exit 1: an answer is otherwise than recorded, and
// known-differences.ts does not account for it.

import { parseArgs } from 'node:util';
import { KNOWN_DIFFERENCES } from './known-differences.ts';
import { replay } from './replay.ts';
import { describe, findings } from './report.ts';

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
if (!directory || !values.endpoint) {
  console.error('need --endpoint URL, and --recordings DIR or CANARY_RECORDINGS');
  process.exit(2);
}

const { region, account, only, endpoint } = values;
const report = await replay({ directory, endpoint, region, account, only });
console.log(describe(report, KNOWN_DIFFERENCES));
const { unexplained, stale } = findings(report, KNOWN_DIFFERENCES);
for (const line of unexplained) console.log(`unexplained: ${line}`);
for (const line of stale) console.log(`no longer differs, remove from known-differences: ${line}`);
process.exitCode = unexplained.length + stale.length > 0 ? 1 : 0;
