// The code of a function, from a file or a folder of the checkout.

import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { KnownError, known } from '../base/errors.ts';
import { quote } from '../base/quote.ts';
import { findInCheckout } from '../inputs/checkout-file.ts';
import { onDisk } from './file-system.ts';
import { formatBytes, MOST_UNZIPPED } from './limits.ts';
import { type Entry, listFolder } from './list-folder.ts';
import { checkZip, type ZipEntry, zip } from './zip.ts';

export interface Package {
  readonly bytes: Uint8Array;
  /** In base64, as Lambda returns it. */
  readonly codeSha256: string;
}

/** Throws a `KnownError` that names the path, if it is not the code of a function. */
export async function pack(path: string, workspace: string): Promise<Package> {
  try {
    const bytes = await read(path, workspace);
    return { bytes, codeSha256: createHash('sha256').update(bytes).digest('base64') };
  } catch (error) {
    throw new KnownError(`code: ${quote(path)}: ${known(error).message}`, { cause: error });
  }
}

async function read(path: string, workspace: string): Promise<Uint8Array> {
  const found = findInCheckout(path, workspace);
  if ('problem' in found) throw new KnownError(found.problem);
  if (found.kind === 'folder') return zip(listFolder(found.real).map(withContent));
  if (found.bytes > MOST_UNZIPPED) {
    throw new KnownError(
      `it has ${formatBytes(found.bytes)}; Lambda accepts at most ${formatBytes(MOST_UNZIPPED)} when unpacked`,
    );
  }
  const bytes = onDisk(() => readFileSync(found.real));
  await checkZip(bytes);
  return bytes;
}

function withContent(entry: Entry): ZipEntry {
  const { name } = entry;
  if (entry.kind === 'link') return { name, content: Buffer.from(entry.leadsTo), is: 'link' };
  const content = onDisk(() => readFileSync(entry.path));
  return { name, content, is: entry.runs ? 'program' : 'file' };
}
