// Fails if the committed dist/ differs from a fresh build. Compares bytes instead of using git, so it also
// finds untracked files.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundle, differences, filesIn, root } from './bundle.mjs';

const committed = join(root, 'dist');
const scratch = mkdtempSync(join(tmpdir(), 'check-dist-'));
try {
  const fresh = join(scratch, 'dist');
  await bundle(fresh);
  const found = differences(committed, fresh);
  if (found.length > 0) {
    console.error('dist/ differs from a build of src/ and package-lock.json:');
    for (const line of found) console.error(`  ${line}`);
    console.error('Run `npm ci && npm run bundle` and commit dist/.');
    process.exitCode = 1;
  } else {
    console.log(`dist/ is up to date: ${filesIn(fresh).length} files, byte for byte.`);
  }
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
