// The examples of infrastructure, and the code that they deploy.

import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { changesIn, codeOf, movesIn, type Template } from './template-changes.ts';

export const EXAMPLES = fileURLToPath(new URL('../../examples/infrastructure', import.meta.url));

/** The files of a folder with this ending, and their text. */
export async function textsOf(
  folder: string,
  ending: string,
): Promise<readonly (readonly [string, string])[]> {
  const names = (await readdir(join(EXAMPLES, folder))).filter((name) => name.endsWith(ending));
  return Promise.all(
    names
      .sort()
      .map(async (name) => [name, await readFile(join(EXAMPLES, folder, name), 'utf8')] as const),
  );
}

/**
 * Each of these templates follows the one before with other code, and nothing else.
 *
 * @param functions their names in the template
 */
export function assertOnlyCode(templates: readonly Template[], functions: readonly string[]): void {
  assert.ok(functions.length > 0 && templates.length > 1);
  for (const [i, template] of templates.entries()) {
    const before = templates[i - 1];
    if (before) assert.deepEqual(changesIn(before, template), codeOf(functions));
  }
}

/** The check can fail: as most people have it, the tool moves users by itself. */
export function assertMoves(before: Template | undefined, after: Template | undefined): void {
  assert.ok(before && after);
  assert.notDeepEqual(movesIn(changesIn(before, after)), []);
}

/** A text with the change. Throws if there is nothing to change. */
export function replaced(text: string, what: string | RegExp, by: string): string {
  const changed = text.replaceAll(typeof what === 'string' ? what : new RegExp(what, 'gm'), by);
  assert.notEqual(changed, text, `there is no ${what}`);
  return changed;
}
