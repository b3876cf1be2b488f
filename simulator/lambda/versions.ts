// Published versions: created from $LATEST, and never changed afterwards.

import { isDeepStrictEqual } from 'node:util';
import type { ObjectReader, World } from '../world.ts';
import { conflict, invalidParameter, revisionMismatch } from './errors.ts';
import type { LambdaFunction, Release, Version } from './model.ts';
import type { Operation } from './operation.ts';
import type { LambdaSettings } from './settings.ts';
import type { Store } from './store.ts';
import { functionConfiguration, isChanging, listedVersion, revisionOf } from './view.ts';
import { jsonReply, optionalString, page, readMembers } from './wire.ts';

/** The dependencies of every Lambda operation. */
export interface Scope {
  readonly world: World;
  readonly store: Store;
  readonly settings: LambdaSettings;
  readonly objects: ObjectReader;
}

/** The maximum page size of ListVersionsByFunction, whatever is requested. */
const VERSIONS_PER_PAGE = 50;

/**
 * Publishes $LATEST, or returns the latest version if it is the same (see `publishAfterSameUpdate`).
 * @param readyAt milliseconds, simulated, until which a new version is Pending.
 */
export function publish(
  { world, settings }: Scope,
  fn: LambdaFunction,
  { description, readyAt }: { readonly description?: string | undefined; readonly readyAt: number },
): Version {
  const last = [...fn.versions.values()].at(-1);
  const renumbers = fn.updated && world.unsettled.publishAfterSameUpdate === 'new-number';
  if (last && !renumbers && isSame(last.release, fn.latest.release)) return last;
  fn.updated = false;
  const now = world.clock.now();
  fn.lastNumber += 1;
  const version: Version = {
    number: String(fn.lastNumber),
    release: { ...fn.latest.release },
    description: description ?? fn.latest.description,
    lastModified: now,
    revisionId: world.random.uuid(),
    change: {
      kind: 'creating',
      until: readyAt,
      revisionId: world.random.uuid(),
      failure: settings.versionFailure,
    },
  };
  fn.versions.set(version.number, version);
  fn.latest = { ...fn.latest, revisionId: world.random.uuid() };
  return version;
}

const isSame = (a: Release, b: Release) =>
  a.code.sha256 === b.code.sha256 && isDeepStrictEqual(a.configuration, b.configuration);

/**
 * Refuses changes to a function that is still being created or changed.
 * @throws AwsError `ResourceConflictException`
 */
export function requireSettled(fn: LambdaFunction, now: number): void {
  if (!isChanging(fn.latest, now)) return;
  const why =
    fn.latest.change?.kind === 'creating'
      ? 'The function is currently in the following state: Pending'
      : `An update is in progress for resource: ${fn.arn}`;
  throw conflict(`The operation cannot be performed at this time. ${why}`);
}

/** @throws AwsError 412 if the caller expects another revision of $LATEST. */
export function requireRevision(
  fn: LambdaFunction,
  expected: string | undefined,
  now: number,
): void {
  if (expected !== undefined && expected !== revisionOf(fn.latest, now)) {
    throw revisionMismatch('GetFunction/GetAlias');
  }
}

export function versionOperations(scope: Scope): readonly Operation[] {
  const { world, store, settings } = scope;
  const publishVersion: Operation['perform'] = (input) => {
    const members = readMembers(input.body);
    const fn = store.find(store.named(input));
    const now = world.clock.now();
    requireSettled(fn, now);
    requireRevision(fn, optionalString(members, 'RevisionId'), now);
    const expected = optionalString(members, 'CodeSha256');
    const { code, configuration } = fn.latest.release;
    if (expected !== undefined && expected !== code.sha256) {
      throw invalidParameter(
        `CodeSHA256 (${expected}) is different from current CodeSHA256 in $LATEST (${code.sha256}). Please try again with the CodeSHA256 in $LATEST.`,
      );
    }
    const snapshots = configuration.SnapStart.ApplyOn === 'PublishedVersions';
    const seconds = snapshots ? settings.snapshotSeconds : settings.publishSeconds;
    const version = publish(scope, fn, {
      description: optionalString(members, 'Description'),
      readyAt: now + seconds * 1000,
    });
    const seen = { now, arnQualifier: version.number };
    return jsonReply(201, functionConfiguration(world.place, fn, version, seen));
  };

  const listVersions: Operation['perform'] = (input) => {
    const fn = store.find(store.named(input));
    const now = world.clock.now();
    const cut = page([fn.latest, ...fn.versions.values()], input.query, VERSIONS_PER_PAGE);
    return jsonReply(200, {
      Versions: cut.items.map((version) =>
        listedVersion(fn, version, { now, arnQualifier: version.number }),
      ),
      NextMarker: cut.NextMarker,
    });
  };

  const path = '/2015-03-31/functions/{FunctionName}/versions';
  return [
    { name: 'PublishVersion', method: 'POST', path, perform: publishVersion },
    { name: 'ListVersionsByFunction', method: 'GET', path, perform: listVersions },
  ];
}
