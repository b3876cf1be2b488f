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
  try {
    const root = realpathSync(workspace);
    const real = realpathSync(resolve(root, path));
    if (!real.startsWith(root + sep)) return { problem: 'it is outside the checkout' };
    const status = lstatSync(real);
    const { size } = status;
    if (status.isDirectory()) return { problem: 'it is a folder; expected a file' };
    if (!status.isFile()) return { problem: 'it is not a regular file' };
    if (size > maxBytes) return { problem: `it has ${size} bytes; expected at most ${maxBytes}` };
    return { text: readFileSync(real, 'utf8') };
  } catch (error) {
    const code = (error as { code?: string }).code;
    if (code === 'ENOENT')
      return {
        problem: 'there is no such file in the checkout (does a checkout step run first?)',
      };
    return { problem: messageOf(error) };
  }
}
