// Fails if the committed dist/ differs from a fresh build. Compares bytes instead of using git, so it also
// finds untracked files.

import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundle, filesIn, root } from './bundle.mjs';

const committed = join(root, 'dist');
const scratch = mkdtempSync(join(tmpdir(), 'check-dist-'));
try {
  const fresh = join(scratch, 'dist');
  await bundle(fresh);
  const differences = compare(committed, fresh);
  if (differences.length > 0) {
    console.error('dist/ differs from a build of src/ and package-lock.json:');
    for (const line of differences) console.error(`  ${line}`);
    console.error('Run `npm ci && npm run bundle` and commit dist/.');
    process.exitCode = 1;
  } else {
    console.log(`dist/ is up to date: ${filesIn(fresh).length} files, byte for byte.`);
  }
} finally {
  rmSync(scratch, { recursive: true, force: true });
}

function compare(before, after) {
  const old = new Set(filesIn(before));
  const now = new Set(filesIn(after));
  const both = [...now].filter((file) => old.has(file));
  return [
    ...[...now].filter((file) => !old.has(file)).map((file) => `missing: ${file}`),
    ...[...old].filter((file) => !now.has(file)).map((file) => `left over: ${file}`),
    ...both
      .filter((file) => !readFileSync(join(before, file)).equals(readFileSync(join(after, file))))
      .map((file) => `differs: ${file}`),
  ];
}
