// npm run verify [-- NAME…] [--recordings DIR] [--log FILE]… [--templates DIR] [--write-table] [--all] [--i-have-an-account]
//
// Checks the simulator, and the action running on it, against tools that are independent of this project.
// Exit 1: a check of an installed tool failed. The last line is `N passed, N failed`.

import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { writeTable } from './fidelity/table-file.ts';
import { runVerifiers, tally } from './run-verifiers.ts';
import { VERIFIERS } from './verifiers.ts';

const FOLDER = fileURLToPath(new URL('../.verify', import.meta.url));

function readOptions() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      recordings: { type: 'string' },
      log: { type: 'string', multiple: true, default: [] },
      templates: { type: 'string' },
      'write-table': { type: 'boolean', default: false },
      all: { type: 'boolean', default: false },
      'i-have-an-account': { type: 'boolean', default: false },
    },
  });
  const unknown = positionals.filter((name) => !VERIFIERS.some((w) => w.name === name));
  if (unknown.length > 0) {
    const names = VERIFIERS.map(({ name }) => name).join(', ');
    throw new Error(`no such verifier: ${unknown.join(', ')}. There are: ${names}`);
  }
  return { ...values, named: positionals };
}

async function main(): Promise<void> {
  const { named, recordings, log: logs, templates, ...flags } = readOptions();
  const chosen = VERIFIERS.filter((w) => (named.length > 0 ? named.includes(w.name) : w.byDefault));
  mkdirSync(FOLDER, { recursive: true });
  const results = await runVerifiers(chosen, {
    folder: FOLDER,
    recordings,
    logs,
    templates,
    ownAccount: flags['i-have-an-account'],
    everything: flags.all,
    named: named.length > 0,
    print: (line) => console.log(line),
  });
  if (flags['write-table']) await writeTable(VERIFIERS, results);
  const failed = results.filter(({ result }) => result.kind === 'failed');
  for (const { verifier, check } of failed) console.log(`disagrees: ${verifier}: ${check}`);
  console.log(tally(results));
  process.exitCode = failed.length > 0 ? 1 : 0;
}

try {
  await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
}
