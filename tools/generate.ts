// `npm run generate`: writes everything that is derived from the declarations of the inputs
// (src/inputs/schema.ts), which is action.yml, the tables of the README and of docs/inputs.md, and the schema of the
// config file; from the policies of a plan (docs/permissions.md); from the table of folders (structure.ts); and from the rows
// of docs/troubleshooting.md (troubleshooting.ts). A test compares them.

import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { configSchema } from './config-schema.ts';
import { withInputs, withOverview, withTables } from './input-docs.ts';
import { withPolicies } from './policy-docs.ts';
import { withFolders } from './structure.ts';
import { problemKinds, withAnchors } from './troubleshooting.ts';

export const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** Each file, and its new content. */
export const GENERATED: Readonly<Record<string, (before: string) => string>> = {
  'action.yml': withInputs,
  'README.md': (page) => withOverview(page, metadata()),
  'docs/inputs.md': (page) => withTables(page, metadata()),
  'docs/permissions.md': withPolicies,
  'docs/architecture.md': withFolders,
  'docs/troubleshooting.md': withAnchors,
  'src/report/problem-kinds.ts': () =>
    problemKinds(readFileSync(`${ROOT}docs/troubleshooting.md`, 'utf8')),
  'docs/config.schema.json': () => `${JSON.stringify(configSchema(), undefined, 2)}\n`,
};

function metadata(): string {
  return readFileSync(`${ROOT}action.yml`, 'utf8');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const [file, generate] of Object.entries(GENERATED)) {
    const before = readFileSync(ROOT + file, 'utf8');
    const after = generate(before);
    if (after === before) continue;
    writeFileSync(ROOT + file, after);
    console.log(`${file}`);
  }
}
