// Uploads the code of a release over `$LATEST`, all of it before anything is published. Nobody is served `$LATEST`, but
// an upload is not undone, so what it is now is said if the release goes no further.

import type { FunctionCalls } from '../../aws/functions.ts';
import { orElse } from '../../base/errors.ts';
import { listed } from '../../base/listed.ts';
import { formatBytes } from '../../packaging/limits.ts';
import { mapAll } from '../concurrency.ts';
import type { ForeseenUploads } from '../target.ts';
import { type NewCode, sha256Of } from './new-code.ts';
import type { LambdaRelease } from './next-version.ts';

/** The uploads of one release. */
export interface Uploads extends ForeseenUploads {
  /** @returns the releases, with `$LATEST` as it is then */
  all(say: (line: string) => void): Promise<readonly LambdaRelease[]>;
}

type Pending = Extract<LambdaRelease, { readonly version: undefined }> & {
  readonly upload: NewCode;
};

export function createUploads(
  functions: FunctionCalls<'normal'>,
  released: readonly LambdaRelease[],
): Uploads {
  const pending = released.filter(isPending);
  let begun = false;
  return {
    foreseen: pending.map(
      ({ name, upload }) =>
        `code: "${name}" gets ${inWords(upload)}, in place of ${placeOf(upload)}`,
    ),
    all: async (say) => {
      if (pending.length === 0) return released;
      await storeLarge(functions, pending, say);
      begun = true;
      const done = await mapAll(pending, async (release) => {
        const { name, upload, latest } = release;
        const now = await functions.upload(name, latest, upload.send, upload.codeSha256);
        say(`${name}: uploaded ${inWords(upload)}`);
        const { codeSha256, settings } = now;
        return { ...release, latest: { codeSha256, settings }, upload: undefined };
      });
      return released.map((each) => done.find(({ name }) => name === each.name) ?? each);
    },
    left: async () => (begun ? leftInWords(functions, pending) : []),
  };
}

function isPending(release: LambdaRelease): release is Pending {
  return release.version === undefined && release.upload !== undefined;
}

/** First, so that a bucket that cannot be written leaves every function as it is. */
async function storeLarge(
  functions: FunctionCalls<'normal'>,
  pending: readonly Pending[],
  say: (line: string) => void,
): Promise<void> {
  for (const { name, upload } of pending) {
    if (!upload.store) continue;
    const { bucket, key, content } = upload.store;
    await functions.storeCode({ bucket, key, content, sha256: sha256Of(content) });
    say(`${name}: wrote ${formatBytes(content.length)} to s3://${bucket}/${key}`);
  }
}

/** `dist/orders.zip (1.2 MB, code q83v…=)`. */
function inWords({ source, codeSha256, bytes }: NewCode): string {
  return `${source.text} (${describe({ codeSha256, bytes })})`;
}

function placeOf({ before }: NewCode): string {
  return `$LATEST (${describe(before)})`;
}

function describe({ codeSha256, bytes }: NewCode['before']): string {
  return `${bytes > 0 ? `${formatBytes(bytes)}, ` : ''}code ${codeSha256}`;
}

async function leftInWords(
  functions: Pick<FunctionCalls, 'read'>,
  pending: readonly Pending[],
): Promise<readonly string[]> {
  const parts: string[] = [];
  for (const { name, upload } of pending) {
    // A cancelled job sends nothing any more.
    const reading = await functions.read(name).catch(orElse(undefined));
    parts.push(`that of "${name}" ${whatIs(reading?.codeSha256, upload)}`);
  }
  return [
    `$LATEST now: ${listed(parts, '; ', 20)}. Nothing serves it. To go on, run the release again: code that is there is not uploaded again. To return, release the earlier code`,
  ];
}

/** @param found `undefined`: it could not be read */
function whatIs(found: string | undefined, { codeSha256, before }: NewCode): string {
  switch (found) {
    case codeSha256:
      return `has the new code ${codeSha256}`;
    case before.codeSha256:
      return `still has ${before.codeSha256}`;
    case undefined:
      return `has ${before.codeSha256} or the new code ${codeSha256}`;
    default:
      return `has ${found}, which another job uploaded`;
  }
}
