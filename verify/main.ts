// npm run verify [-- NAME…] [--recordings DIR] [--write-table] [--all] [--i-have-an-account]
//
// Asks witnesses that are not ours whether the simulator, and the action on it, are true to AWS.
// Exit 1: one that is here disagrees. The last line is `N passed, N failed`.

import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { writeTable } from './fidelity/table-file.ts';
import { hear, tally } from './hearing.ts';
import { WITNESSES } from './witnesses.ts';

const FOLDER = fileURLToPath(new URL('../.verify', import.meta.url));

function readOptions() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      recordings: { type: 'string' },
      'write-table': { type: 'boolean', default: false },
      all: { type: 'boolean', default: false },
      'i-have-an-account': { type: 'boolean', default: false },
    },
  });
  const unknown = positionals.filter((name) => !WITNESSES.some((w) => w.name === name));
  if (unknown.length > 0) {
    const names = WITNESSES.map(({ name }) => name).join(', ');
    throw new Error(`no such witness: ${unknown.join(', ')}. There are: ${names}`);
  }
  return { ...values, called: positionals };
}

async function main(): Promise<void> {
  const { called, recordings, ...flags } = readOptions();
  const chosen = WITNESSES.filter((w) =>
    called.length > 0 ? called.includes(w.name) : w.byDefault,
  );
  mkdirSync(FOLDER, { recursive: true });
  const statements = await hear(chosen, {
    folder: FOLDER,
    recordings,
    ownAccount: flags['i-have-an-account'],
    everything: flags.all,
    called: called.length > 0,
    say: (line) => console.log(line),
  });
  if (flags['write-table']) await writeTable(WITNESSES, statements);
  const failed = statements.filter(({ result }) => result.kind === 'failed');
  for (const { witness, check } of failed) console.log(`disagrees: ${witness}: ${check}`);
  console.log(tally(statements));
  process.exitCode = failed.length > 0 ? 1 : 0;
}

try {
  await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
}
