// A file of dist/ can vanish while a release runs: a job cleans its workspace, or a self-hosted runner is updated. What a
// rollback needs is therefore loaded before anything is changed.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';

const SRC = join(import.meta.dirname, '..', '..', 'src');

/** What a rollback executes, of each kind of target and of all. */
const ROLLBACK = [
  'controller/rollback.ts',
  'controller/loop.ts',
  'controller/on-bug.ts',
  'targets/stage/stage-rollback.ts',
  'targets/alias/alias-rollback.ts',
  'aws/clients.ts',
];

/** What these load later, and why no rollback needs it. */
const LATER: Readonly<Record<string, string>> = {
  'inputs/api-definition.ts': 'reads an input',
  'targets/lambda/new-code.ts': 'packs the code that is released',
};

describe('A rollback', () => {
  it('is loaded with what makes the changes', () => {
    const loaded = (file: string) => [...importedBy(file)];
    expect(loaded('action/release-step.ts')).toEqual(
      expect.arrayContaining(ROLLBACK.filter((file) => !file.startsWith('targets/'))),
    );
    for (const kind of ['stage', 'alias'])
      expect(loaded(`targets/${kind}/${kind}-target.ts`)).toContain(
        `targets/${kind}/${kind}-rollback.ts`,
      );
  });

  it('loads nothing itself', () => {
    const files = new Set(ROLLBACK.flatMap((file) => [...importedBy(file)]));
    const loading = [...files].filter((file) => /\bimport\(/.test(textOf(file)));
    expect(loading.sort()).toEqual(Object.keys(LATER).sort());
  });
});

/** The file and what is loaded with it. */
function importedBy(file: string, found = new Set<string>()): ReadonlySet<string> {
  if (found.has(file)) return found;
  found.add(file);
  const imports = textOf(file).matchAll(/^(?:import|export) (?!type\b)[^;]*?from '(\.[^']+)'/gm);
  for (const [, to = ''] of imports) importedBy(join(file, '..', to), found);
  return found;
}

function textOf(file: string): string {
  return readFileSync(join(SRC, file), 'utf8').replace(/^\s*(?:\/\/|\/?\*).*$/gm, '');
}
