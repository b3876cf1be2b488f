// Deployment archives: checked when they are uploaded, unpacked when a handler first runs.

import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, normalize, sep } from 'node:path';
import { unzipSync } from 'fflate';
import { invalidParameter } from './errors.ts';
import type { Code } from './model.ts';

/**
 * Code from an uploaded archive.
 * @throws AwsError `InvalidParameterValueException` if it is not a zip archive, or an empty one.
 */
export function readArchive(zip: Uint8Array): Code {
  if (zip.length === 0) throw invalidParameter('Uploaded file must be a non-empty zip');
  let unzipped = 0;
  try {
    // Only the directory is read here: `filter` refuses every file's content.
    unzipSync(zip, {
      filter: ({ originalSize }) => {
        unzipped += originalSize;
        return false;
      },
    });
  } catch {
    throw invalidParameter(
      'Could not unzip uploaded file. Please check your file, then try to upload again.',
    );
  }
  if (unzipped >= MOST_UNZIPPED) {
    throw invalidParameter(`Unzipped size must be smaller than ${MOST_UNZIPPED} bytes`);
  }
  return { zip, sha256: createHash('sha256').update(zip).digest('base64') };
}

/** Lambda developer guide, "Lambda quotas". */
const MOST_UNZIPPED = 262_144_000;

export interface Unpacker {
  /** The folder with the files of this code. */
  folderOf(code: Code): Promise<string>;
  /** Removes every folder. */
  close(): Promise<void>;
}

export function createUnpacker(): Unpacker {
  const folders = new Map<string, Promise<string>>();
  return {
    folderOf(code) {
      const folder = folders.get(code.sha256) ?? unpack(code);
      folders.set(code.sha256, folder);
      return folder;
    },
    async close() {
      const settled = await Promise.allSettled(folders.values());
      folders.clear();
      for (const folder of settled) {
        if (folder.status === 'fulfilled') await rm(folder.value, { recursive: true, force: true });
      }
    },
  };
}

async function unpack({ zip }: Code): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'function-'));
  for (const [name, content] of Object.entries(unzipSync(zip))) {
    const path = normalize(join(folder, name));
    // An archive is untrusted: a name like ../../x must not lead out of the folder.
    if (!path.startsWith(folder + sep)) continue;
    if (name.endsWith('/')) {
      await mkdir(path, { recursive: true });
    } else {
      await mkdir(dirname(path), { recursive: true });
      await writeFile(path, content);
    }
  }
  return folder;
}
