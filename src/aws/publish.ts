// Publishes `$LATEST` as it was read before, and nothing else: AWS is sent the hash and the revision that were read.

import {
  type FunctionConfiguration,
  type GetFunctionResponse,
  type LambdaClient,
  PublishVersionCommand,
  type PublishVersionCommandOutput,
  waitUntilFunctionUpdatedV2,
  waitUntilPublishedVersionActive,
} from '@aws-sdk/client-lambda';
import { awsCommand } from '../base/command-line.ts';
import { errorName, KnownError, known, MovedError, messageOf } from '../base/errors.ts';
import { type CallWords, call, causedBy } from './call.ts';
import {
  describeFailedUpdate,
  describeFailedVersion,
  describeSlowUpdate,
  describeSlowVersion,
  type ObservedState,
} from './not-active.ts';
import type { VersionContent } from './version-content.ts';
import { waitUntil } from './wait-until.ts';

/** `$LATEST`, and the revision that changes with every write to it. */
export interface LatestReading extends VersionContent {
  readonly revisionId: string;
}

export interface Published<Reading> {
  readonly version: string;
  /** The version as AWS returned it, if it is active. */
  readonly reading: Reading | undefined;
}

export interface Publishing<Reading extends LatestReading = LatestReading> {
  readonly client: LambdaClient;
  readonly words: (doing: string, action: string, name: string) => CallWords;
  readonly name: string;
  readonly description: string;
  /** `$LATEST` as preflight read it. */
  readonly seen: VersionContent;
  readonly read: () => Promise<LatestReading>;
  /** `$LATEST`, or its new version, in the answer to another call. */
  readonly readingOf: (answer: FunctionConfiguration) => Reading;
}

/**
 * How often `$LATEST` is read again after AWS refused to publish it. Each time, an update in progress is waited for
 * as long as AWS's own waiter waits.
 */
const ATTEMPTS = 10;
const PAUSE_MS = 1_000;

/** @returns the version, which can serve. Throws a `MovedError` if `$LATEST` is no longer the same. */
export async function publish<Reading extends LatestReading>(
  publishing: Publishing<Reading>,
): Promise<Published<Reading>> {
  const { client, words, name, seen, read, readingOf } = publishing;
  const readUpdated = async () => {
    const updated = await untilUpdated(client, words, name);
    return updated ? readingOf(updated) : read();
  };
  for (let attempt = 1; ; attempt++) {
    const latest = attempt === 1 && isWhole(seen) ? seen : await readUpdated();
    assertSame(name, seen, latest);
    try {
      return await send(publishing, latest);
    } catch (error) {
      if (!causedBy(error, isOutdated) || attempt === ATTEMPTS) throw error;
      await new Promise((resolve) => {
        setTimeout(resolve, PAUSE_MS * attempt);
      });
    }
  }
}

/** AWS refuses a revision that is no longer the latest, and publishes nothing during an update. */
function isWhole(seen: VersionContent): seen is LatestReading {
  return seen.revisionId !== undefined;
}

/** Throws a `MovedError` that names both hashes if the code or the settings are no longer the same. */
export function assertSame(name: string, seen: VersionContent, now: VersionContent): void {
  if (seen.codeSha256 !== now.codeSha256) {
    throw new MovedError(
      `the code of "${name}" changed after preflight: preflight read ${seen.codeSha256}, and $LATEST is now ${now.codeSha256}. ${ANOTHER_PUSH}`,
    );
  }
  if (seen.settings !== now.settings) {
    throw new MovedError(
      `the settings of "${name}" changed after preflight; its code is still ${now.codeSha256}. ${ANOTHER_PUSH}`,
    );
  }
}

const ANOTHER_PUSH =
  'No version was published from it. Another job probably deployed it: run the release of that job, and let only one job at a time deploy and release (concurrency)';

async function send<Reading extends LatestReading>(
  { client, words, name, description, readingOf }: Publishing<Reading>,
  { codeSha256, revisionId }: LatestReading,
): Promise<Published<Reading>> {
  const input = {
    FunctionName: name,
    Description: description,
    CodeSha256: codeSha256,
    RevisionId: revisionId,
  };
  let answer: PublishVersionCommandOutput;
  try {
    answer = await call(words(`publishing a version of "${name}"`, 'PublishVersion', name), () =>
      client.send(new PublishVersionCommand(input)),
    );
  } catch (error) {
    throw withWayOut(known(error));
  }
  const version = answer.Version ?? '';
  if (!/^\d+$/.test(version)) {
    throw new KnownError(
      `publishing "${name}" returned the version "${version}"; expected a number`,
    );
  }
  if (answer.State === 'Active') return { version, reading: readingOf(answer) };
  await untilActive(client, words, name, version);
  return { version, reading: undefined };
}

/**
 * `$LATEST` was written since it was read, or is being updated: then it is read again. Lambda API reference,
 * PublishVersion; the message about the hash is the one recorded by LocalStack.
 */
function isOutdated(cause: unknown): boolean {
  const name = errorName(cause);
  return (
    name === 'PreconditionFailedException' ||
    name === 'ResourceConflictException' ||
    (name === 'InvalidParameterValueException' && /CodeSHA256/i.test(messageOf(cause)))
  );
}

/** The same error, or one that also says what to do if there is no room for code. */
export function withWayOut(error: KnownError): KnownError {
  if (!causedBy(error, isStorageFull)) return error;
  return new KnownError(`${error.message}. ${STORAGE_FULL}`, { cause: error });
}

function isStorageFull(cause: unknown): boolean {
  return errorName(cause) === 'CodeStorageExceededException';
}

const STORAGE_FULL = `The versions of all functions in this Region share one limit, which ${awsCommand('lambda get-account-settings', {})} shows. Delete old versions by hand, and set keep-versions, which deletes them after each promotion`;

/** Throws a `KnownError` if the update fails. @returns `$LATEST` afterwards, if AWS returned it */
export async function untilUpdated(
  client: LambdaClient,
  words: Publishing['words'],
  name: string,
): Promise<FunctionConfiguration | undefined> {
  const update = {
    reading: words(`waiting for the last update of the function "${name}"`, 'GetFunction', name),
    failed: ({ lastUpdateReason }: ObservedState) => describeFailedUpdate(name, lastUpdateReason),
    slow: (observation: ObservedState, spent: number) =>
      describeSlowUpdate(name, observation, spent),
  };
  const last = await waitUntil(client, update, (patience) =>
    waitUntilFunctionUpdatedV2(patience, { FunctionName: name }),
  );
  return (last as GetFunctionResponse | undefined)?.Configuration;
}

async function untilActive(
  client: LambdaClient,
  words: Publishing['words'],
  name: string,
  version: string,
): Promise<void> {
  const label = `${name}:${version}`;
  const doing = `waiting for version ${version} of "${name}" to become active`;
  const activation = {
    reading: words(doing, 'GetFunctionConfiguration', label),
    failed: ({ stateReason }: ObservedState) => describeFailedVersion(name, version, stateReason),
    slow: (observation: ObservedState, spent: number) =>
      describeSlowVersion(name, version, observation, spent),
  };
  await waitUntil(client, activation, (patience) =>
    waitUntilPublishedVersionActive(
      { ...patience, minDelay: 1 },
      { FunctionName: name, Qualifier: version },
    ),
  );
}
