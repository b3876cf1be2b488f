// ZIP files: one that depends on nothing but names, contents and whether a file can be run; and what another one
// contains. The compression is that of a library, because that of Node differs between processors.

import { type UnzipFileInfo, unzipSync, type Zippable, zipSync } from 'fflate';
import { foreign, KnownError, known } from '../base/errors.ts';
import { formatBytes, MOST_UNZIPPED } from './limits.ts';

export interface ZipEntry {
  readonly name: string;
  readonly content: Uint8Array;
  readonly is: 'file' | 'program' | 'link';
}

/** As Unix has them: the type of the file and its permissions. */
const MODES: Readonly<Record<ZipEntry['is'], number>> = {
  file: 0o100644,
  program: 0o100755,
  link: 0o120777,
};

const UNIX = 3;

/** The library writes the parts of a local time, which are these everywhere. At noon, no clock is set back. */
const ALWAYS = new Date(1980, 0, 1, 12);

/** @param entries in the order in which they are written */
export function zip(entries: readonly ZipEntry[]): Uint8Array {
  const files: Zippable = Object.create(null);
  for (const { name, content, is } of entries) {
    files[name] = [content, { attrs: MODES[is] * 0x1_0000, os: UNIX, mtime: ALWAYS, level: 6 }];
  }
  return zipSync(files);
}

/** Throws a `KnownError` if Lambda cannot unpack it. */
export async function checkZip(bytes: Uint8Array): Promise<void> {
  const { files, size } = await directoryOf(bytes);
  if (files === 0) throw new KnownError('the ZIP file contains no files');
  if (size > MOST_UNZIPPED) {
    throw new KnownError(
      `its files have ${formatBytes(size)} when unpacked; Lambda accepts at most ${formatBytes(MOST_UNZIPPED)}, and an image for more`,
    );
  }
}

async function directoryOf(bytes: Uint8Array) {
  let files = 0;
  let size = 0;
  // Refuses every file, so only the directory is read.
  const filter = ({ name, originalSize }: UnzipFileInfo) => {
    if (!name.endsWith('/')) files += 1;
    size += originalSize;
    return false;
  };
  try {
    await foreign(() => unzipSync(bytes, { filter }));
  } catch (error) {
    throw new KnownError('it is not a ZIP file', { cause: known(error) });
  }
  return { files, size };
}
