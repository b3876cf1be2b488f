// The files of a checkout that may define infrastructure. Only names are looked at, so its size does not matter.

import { readdirSync, realpathSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { KnownError, messageOf } from '../base/errors.ts';
import { quote } from '../base/quote.ts';

export interface FoundFiles {
  /** With `/` between the parts, in order. */
  readonly paths: readonly string[];
  readonly notes: readonly string[];
}

/** What is installed or built. `cdk.out` and `.serverless` are built too, and are read. */
const SKIPPED = new Set([
  ...['node_modules', '.git', '.terraform', '.aws-sam', '.venv', 'venv', '__pycache__', 'vendor'],
  ...['target', 'coverage', '.gradle', '.next'],
]);
const MOST_DEEP = 12;
const MOST_ENTRIES = 100_000;
/** What infrastructure is written in, and programs and scripts that make it. */
const RELEVANT =
  /\.(ya?ml|json|template|tf|sh)$|(?:^|\/)serverless\.(?:ts|js|mjs|cjs)$|(?:^|\/)(?:cdk\.json|Makefile|Justfile|Jenkinsfile)$/;

/** Throws a `KnownError` if there is no such folder. Links are not followed. */
export function findFiles(folder: string): FoundFiles {
  const root = onDisk(folder, () => realpathSync(folder));
  if (!onDisk(folder, () => statSync(root)).isDirectory()) {
    throw new KnownError(`${quote(folder)} is not a folder`);
  }
  const paths: string[] = [];
  const notes: string[] = [];
  let entries = 0;
  for (const { path, isLink } of within(root, '', 0)) {
    entries += 1;
    if (entries > MOST_ENTRIES) {
      notes.push(
        `${quote(folder)} has more than ${MOST_ENTRIES} files; the rest was not looked at`,
      );
      break;
    }
    if (!RELEVANT.test(path)) continue;
    if (isLink) notes.push(`${path} is a link, and is not followed`);
    else paths.push(path);
  }
  return { paths: paths.sort(), notes };
}

/** Files and links. */
function* within(
  root: string,
  path: string,
  depth: number,
): Iterable<{ readonly path: string; readonly isLink: boolean }> {
  const entries = onDisk(path, () => readdirSync(join(root, path), { withFileTypes: true }));
  for (const entry of entries) {
    const inner = path === '' ? entry.name : `${path}/${entry.name}`;
    if (entry.isSymbolicLink()) yield { path: inner, isLink: true };
    else if (entry.isFile()) yield { path: inner, isLink: false };
    else if (entry.isDirectory() && !SKIPPED.has(entry.name) && depth < MOST_DEEP) {
      yield* within(root, inner, depth + 1);
    }
  }
}

function onDisk<T>(path: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    const code = (error as { code?: string }).code;
    const why = code === 'ENOENT' ? 'there is no such folder' : messageOf(error);
    throw new KnownError(`${quote(path)}: ${why}`, { cause: error });
  }
}
