// Uploads the code of a function over `$LATEST` as it was read before, and over nothing else: AWS is sent the revision
// that was read.

import {
  UpdateFunctionCodeCommand,
  type UpdateFunctionCodeCommandInput,
} from '@aws-sdk/client-lambda';
import { errorName, KnownError, known, MovedError, messageOf } from '../base/errors.ts';
import { call, causedBy, required } from './call.ts';
import {
  assertSame,
  type LatestReading,
  type Publishing,
  untilUpdated,
  withWayOut,
} from './publish.ts';
import type { VersionContent } from './version-content.ts';

/** How Lambda gets the code. */
export type CodeToSend =
  | { readonly kind: 'zip'; readonly zip: Uint8Array }
  | {
      readonly kind: 'object';
      readonly bucket: string;
      readonly key: string;
      /** `undefined`: the key names the content. */
      readonly version: string | undefined;
    }
  | { readonly kind: 'image'; readonly uri: string };

export interface UploadReading extends LatestReading {
  readonly lastUpdateStatus: string;
  readonly configured: string | undefined;
}

export interface Uploading extends Pick<Publishing, 'client' | 'words' | 'name'> {
  /** `$LATEST` as preflight read it. */
  readonly seen: VersionContent;
  readonly code: CodeToSend;
  /** The hash that Lambda must find. */
  readonly codeSha256: string;
  readonly read: () => Promise<UploadReading>;
}

/** As long as 50 MB take on a slow line. */
const SENDING_MS = 300_000;

const ATTEMPTS = 10;
const PAUSE_MS = 1_000;

/**
 * @returns `$LATEST` with the new code, settled. Throws a `MovedError` if it was neither as preflight read it, nor is
 * what was uploaded.
 */
export async function upload(uploading: Uploading): Promise<VersionContent> {
  const before = await send(uploading);
  const { client, words, name, codeSha256, read } = uploading;
  await untilUpdated(client, words, name);
  const now = await read();
  if (now.codeSha256 !== codeSha256) {
    throw new MovedError(
      `the code of "${name}" changed after it was uploaded: this run uploaded ${codeSha256}, and $LATEST is now ${now.codeSha256}. ${ANOTHER_PUSH}`,
    );
  }
  // An update of the code may also update the runtime, which is no change by somebody else.
  if (now.configured !== before.configured) {
    throw new MovedError(
      `the settings of "${name}" changed while its code was uploaded; its code is now ${codeSha256}. ${ANOTHER_PUSH}`,
    );
  }
  return now;
}

const ANOTHER_PUSH =
  'No version was published from it. Another job probably deployed it: let only one job at a time deploy and release (concurrency)';

/** @returns `$LATEST` before */
async function send(uploading: Uploading): Promise<UploadReading> {
  const { client, words, name, seen, code, codeSha256, read } = uploading;
  for (let attempt = 1; ; attempt++) {
    let latest = await read();
    if (latest.lastUpdateStatus === 'InProgress') {
      await untilUpdated(client, words, name);
      latest = await read();
    }
    // An earlier attempt, whose answer was lost.
    if (attempt > 1 && latest.codeSha256 === codeSha256) return latest;
    assertSame(name, seen, latest);
    try {
      const asked = { FunctionName: name, RevisionId: latest.revisionId, ...sourceOf(code) };
      const answer = await call(
        words(`uploading the code of "${name}"`, 'UpdateFunctionCode', name),
        () => client.send(new UpdateFunctionCodeCommand(asked), { requestTimeout: SENDING_MS }),
      );
      checkHash(name, answer.CodeSha256, codeSha256);
      return latest;
    } catch (error) {
      const isOutdated = causedBy(error, isRevisionOutdated);
      if (!isOutdated || attempt === ATTEMPTS) throw explained(withWayOut(known(error)), code);
      await new Promise((resolve) => {
        setTimeout(resolve, PAUSE_MS * attempt);
      });
    }
  }
}

/** Publishing a version also changes the revision. */
function isRevisionOutdated(cause: unknown): boolean {
  return /^(PreconditionFailed|ResourceConflict)Exception$/.test(errorName(cause));
}

function checkHash(name: string, found: string | undefined, expected: string): void {
  if (found === expected) return;
  throw new MovedError(
    `uploading the code of "${name}": Lambda received ${found}; expected ${expected}. Its source changed in the meantime`,
  );
}

/** What the code would be, as Lambda finds it; changes nothing. */
export async function tryUpload(
  { client, words, name }: Pick<Uploading, 'client' | 'words' | 'name'>,
  code: CodeToSend,
): Promise<{ readonly codeSha256: string; readonly bytes: number }> {
  const doing = `checking the new code of "${name}"`;
  const asked = { FunctionName: name, DryRun: true, ...sourceOf(code) };
  try {
    const { CodeSha256, CodeSize = 0 } = await call(words(doing, 'UpdateFunctionCode', name), () =>
      client.send(new UpdateFunctionCodeCommand(asked), { requestTimeout: SENDING_MS }),
    );
    return { codeSha256: required(CodeSha256, doing, 'CodeSha256'), bytes: CodeSize };
  } catch (error) {
    throw explained(known(error), code);
  }
}

function sourceOf(
  code: CodeToSend,
): Omit<UpdateFunctionCodeCommandInput, 'FunctionName' | 'DryRun'> {
  switch (code.kind) {
    case 'zip':
      return { ZipFile: code.zip };
    case 'object':
      return {
        S3Bucket: code.bucket,
        S3Key: code.key,
        ...(code.version !== undefined && { S3ObjectVersion: code.version }),
      };
    case 'image':
      return { ImageUri: code.uri };
  }
}

/** Lambda passes on the error of S3: "Error occurred while GetObject. S3 Error Code: NoSuchKey. …". */
function explained(error: KnownError, code: CodeToSend): KnownError {
  if (code.kind !== 'object') return error;
  const why = WHY_NOT_READ[/S3 Error Code: (\w+)/.exec(messageOf(error.cause))?.[1] ?? ''];
  if (why === undefined) return error;
  const { bucket, key, version } = code;
  const which = version === undefined ? '' : `#${version}`;
  const words = `code: s3://${bucket}/${key}${which}: ${why} (${error.message})`;
  return new KnownError(words, { cause: error.cause });
}

const WHY_NOT_READ: Readonly<Record<string, string>> = {
  PermanentRedirect: 'the bucket is in another Region; Lambda reads only buckets of its own',
  AuthorizationHeaderMalformed:
    'the bucket is in another Region; Lambda reads only buckets of its own',
  NoSuchBucket: 'there is no such bucket',
  NoSuchKey: 'there is no such object',
  NoSuchVersion: 'the object has no such version',
  AccessDenied:
    'the role may not read it, or it does not exist; expected s3:GetObject and s3:GetObjectVersion',
};
