// Functions and versions in the form of answers.

import { createHash } from 'node:crypto';
import type { Place } from '../world.ts';
import { qualified } from './function-name.ts';
import type { LambdaFunction, Version } from './model.ts';

/** Whether the version's last change is still in progress. */
export const isChanging = ({ change }: Version, now: number) =>
  change !== undefined && now < change.until;

/** The current `RevisionId`. It changes once more when a change is done. */
export const revisionOf = (version: Version, now: number) =>
  version.change && isChanging(version, now) ? version.change.revisionId : version.revisionId;

/** A version as in lists: without the state and the runtime's exact version. */
export function listedVersion(
  fn: LambdaFunction,
  version: Version,
  seen: { readonly now: number; readonly arnQualifier: string | undefined },
) {
  const { code, configuration } = version.release;
  const { SnapStart, Runtime, Handler, ...rest } = configuration;
  const isImage = code.imageUri !== undefined;
  return {
    ...rest,
    ...(isImage ? {} : { Runtime, Handler }),
    FunctionName: fn.name,
    FunctionArn: qualified(fn.arn, seen.arnQualifier),
    Description: version.description,
    CodeSize: code.zip.length,
    CodeSha256: code.sha256,
    LastModified: timestamp(version.lastModified),
    PackageType: isImage ? 'Image' : 'Zip',
    RevisionId: revisionOf(version, seen.now),
    SnapStart: { ...SnapStart, OptimizationStatus: optimization(version, seen.now) },
    Version: version.number,
  };
}

/** A `FunctionConfiguration` with its state at that time. */
export function functionConfiguration(
  place: Place,
  fn: LambdaFunction,
  version: Version,
  seen: { readonly now: number; readonly arnQualifier: string | undefined },
) {
  const { Runtime } = version.release.configuration;
  return {
    ...listedVersion(fn, version, seen),
    ...(version.release.code.imageUri === undefined && {
      RuntimeVersionConfig: { RuntimeVersionArn: runtimeArn(place, Runtime) },
    }),
    ...stateOf(version, seen.now),
  };
}

/** The answer to a change, which shows it in progress, however soon it is done. */
export function justChanged(
  place: Place,
  fn: LambdaFunction,
  version: Version,
  arnQualifier: string | undefined,
) {
  const now = version.change ? version.change.until - 1 : version.lastModified;
  return functionConfiguration(place, fn, version, { now, arnQualifier });
}

function stateOf(version: Version, now: number) {
  if (!version.change || !isChanging(version, now)) return settledState(version);
  const Reason = 'The function is being created.';
  if (version.change.kind === 'creating') {
    return { State: 'Pending', StateReason: Reason, StateReasonCode: 'Creating' };
  }
  return {
    State: 'Active',
    LastUpdateStatus: 'InProgress',
    // AWS uses the reason of a creation for an update, too.
    LastUpdateStatusReason: Reason,
    LastUpdateStatusReasonCode: 'Creating',
  };
}

/** States and codes as the SDK's model of Lambda lists them. */
function settledState({ change }: Version) {
  if (!change?.failure) return { State: 'Active', LastUpdateStatus: 'Successful' };
  if (change.kind === 'creating') {
    return { State: 'Failed', StateReason: change.failure, StateReasonCode: 'FunctionError' };
  }
  return {
    State: 'Active',
    LastUpdateStatus: 'Failed',
    LastUpdateStatusReason: change.failure,
    LastUpdateStatusReasonCode: 'FunctionError',
  };
}

/** On once the snapshot is ready, for published versions only. */
function optimization(version: Version, now: number): 'On' | 'Off' {
  const snapshots = version.release.configuration.SnapStart.ApplyOn === 'PublishedVersions';
  return snapshots && version.number !== '$LATEST' && !isChanging(version, now) ? 'On' : 'Off';
}

/** `2025-11-25T10:00:00.000+0000` */
const timestamp = (ms: number) => new Date(ms).toISOString().replace('Z', '+0000');

export function runtimeArn({ partition, region }: Place, runtime: string): string {
  const id = createHash('sha256').update(runtime).digest('hex');
  return `arn:${partition}:lambda:${region}::runtime:${id}`;
}
