// Reads files of the checkout that the inputs name.

import { lstatSync, readFileSync, realpathSync } from 'node:fs';
import { resolve, sep } from 'node:path';
import { messageOf } from '../base/errors.ts';

/**
 * Reads only regular files inside the workspace. A path or link that leads out of it is treated as an attack.
 */
export function readCheckoutFile(
  path: string,
  workspace: string,
  maxBytes: number,
): { text: string } | { problem: string } {
  const found = findInCheckout(path, workspace);
  if ('problem' in found) return found;
  const { real, kind, bytes } = found;
  if (kind === 'folder') return { problem: 'it is a folder; expected a file' };
  if (bytes > maxBytes) return { problem: `it has ${bytes} bytes; expected at most ${maxBytes}` };
  try {
    return { text: readFileSync(real, 'utf8') };
  } catch (error) {
    return { problem: messageOf(error) };
  }
}

/** A file or folder, without links in its path. */
export interface FoundInCheckout {
  readonly real: string;
  readonly kind: 'file' | 'folder';
  readonly bytes: number;
}

/** Finds a regular file or a folder inside the workspace. */
export function findInCheckout(
  path: string,
  workspace: string,
): FoundInCheckout | { problem: string } {
  try {
    const root = realpathSync(workspace);
    const real = realpathSync(resolve(root, path));
    if (!real.startsWith(root + sep)) return { problem: 'it is outside the checkout' };
    const status = lstatSync(real);
    if (status.isDirectory()) return { real, kind: 'folder', bytes: 0 };
    if (!status.isFile()) return { problem: 'it is not a regular file' };
    return { real, kind: 'file', bytes: status.size };
  } catch (error) {
    const code = (error as { code?: string }).code;
    if (code === 'ENOENT')
      return {
        problem: 'there is no such file in the checkout (does a checkout step run first?)',
      };
    return { problem: messageOf(error) };
  }
}
