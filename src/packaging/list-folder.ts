// The files of a folder to upload, in an order that is the same everywhere.

import { lstatSync, readdirSync, readlinkSync, realpathSync, type Stats } from 'node:fs';
import { dirname, isAbsolute, join, resolve, sep } from 'node:path';
import { KnownError, known } from '../base/errors.ts';
import { quote } from '../base/quote.ts';
import { onDisk } from './file-system.ts';
import { formatBytes, MOST_UNZIPPED } from './limits.ts';

/** Of the folder, with `/` between the parts of its name. */
export type Entry =
  | { readonly kind: 'file'; readonly name: string; readonly path: string; readonly runs: boolean }
  | { readonly kind: 'link'; readonly name: string; readonly leadsTo: string };

/**
 * Folders are not entries, so empty ones are left out. Throws a `KnownError` if a link leads out of the folder, or if
 * there is something that Lambda cannot have.
 *
 * @param root its path without links
 */
export function listFolder(root: string): readonly Entry[] {
  const entries: Entry[] = [];
  let bytes = 0;
  for (const { name, path, status } of within(root, '')) {
    if (status.isSymbolicLink()) {
      entries.push({ kind: 'link', name, leadsTo: targetOf(root, path, name) });
    } else if (status.isFile()) {
      bytes += status.size;
      entries.push({ kind: 'file', name, path, runs: isRun(name, status.mode) });
    } else throw new KnownError(`${quote(name)} is not a regular file`);
  }
  if (entries.length === 0) throw new KnownError('the folder has no files');
  if (bytes > MOST_UNZIPPED) {
    throw new KnownError(
      `its files have ${formatBytes(bytes)}; Lambda accepts at most ${formatBytes(MOST_UNZIPPED)}, and an image for more`,
    );
  }
  return entries.sort((a, b) => (a.name < b.name ? -1 : 1));
}

interface Found {
  readonly name: string;
  readonly path: string;
  readonly status: Stats;
}

/** Everything but folders. Node's own recursive listing would follow links. */
function* within(folder: string, prefix: string): Iterable<Found> {
  for (const each of onDisk(() => readdirSync(folder))) {
    const [path, name] = [join(folder, each), prefix + each];
    // What Node puts in place of bytes that are not UTF-8.
    if (each.includes('\uFFFD')) throw new KnownError(`the name of ${quote(name)} is not UTF-8`);
    const status = onDisk(() => lstatSync(path));
    if (status.isDirectory()) yield* within(path, `${name}/`);
    else yield { name, path, status };
  }
}

const OWNER_RUNS = 0o100;

/** Custom runtimes run `bootstrap`. Windows has no such bit, and gives the same package. */
function isRun(name: string, mode: number): boolean {
  return name === 'bootstrap' || (mode & OWNER_RUNS) !== 0;
}

/** The folder is elsewhere on Lambda, so a link must not depend on its path. */
function targetOf(root: string, path: string, name: string): string {
  const target = onDisk(() => readlinkSync(path));
  const isInside = (one: string) => one === root || one.startsWith(root + sep);
  if (isAbsolute(target) || !isInside(resolve(dirname(path), target))) {
    throw new KnownError(`the link ${quote(name)} leads out of the folder, to ${quote(target)}`);
  }
  const real = realPath(path);
  if (real === undefined) {
    throw new KnownError(`the link ${quote(name)} leads to nothing (${quote(target)})`);
  }
  if (!isInside(real)) throw new KnownError(`the link ${quote(name)} leads out of the folder`);
  return target.split(sep).join('/');
}

/** @returns `undefined` if the link leads to nothing */
function realPath(path: string): string | undefined {
  try {
    return onDisk(() => realpathSync(path));
  } catch (error) {
    known(error);
    return undefined;
  }
}
