// What makes a version: its code, and all of its own settings. Two versions are the same only if both are.

import { createHash } from 'node:crypto';
import type { FunctionConfiguration } from '@aws-sdk/client-lambda';

export interface VersionContent {
  readonly codeSha256: string;
  /**
   * A digest of the settings, whose values may be secret; `undefined`: AWS could not read all of them.
   */
  readonly settings: string | undefined;
  /** Of `$LATEST`, if its last update was complete when it was read: it changes with every write. */
  readonly revisionId?: string | undefined;
}

/**
 * Members that differ between versions with the same code and settings, or that `codeSha256` covers. Every other
 * member counts, also one that AWS adds in future: then a version counts as new, and is released gradually.
 */
const VOLATILE: ReadonlySet<string> = new Set([
  '$metadata',
  'CodeSha256',
  'CodeSize',
  'ConfigSha256',
  // That of a published version is the description that it was published with.
  'Description',
  'FunctionArn',
  'LastModified',
  'LastUpdateStatus',
  'LastUpdateStatusReason',
  'LastUpdateStatusReasonCode',
  'MasterArn',
  'RevisionId',
  'State',
  'StateReason',
  'StateReasonCode',
  'Version',
]);

export function settingsOf(configuration: FunctionConfiguration): string | undefined {
  const { SnapStart, ...rest } = configuration;
  const kept = Object.entries({ ...rest, SnapStart: SnapStart?.ApplyOn }).filter(
    ([name]) => !VOLATILE.has(name),
  );
  // Such as an environment whose key this role, or Lambda, may not use: its variables are then missing.
  if (kept.some(([, value]) => hasError(value))) return undefined;
  const text = JSON.stringify(normalized(Object.fromEntries(kept)));
  return createHash('sha256').update(text).digest('hex');
}

/** The same without what an update of the code may change: AWS then may choose another version of the runtime. */
export function configuredIn(configuration: FunctionConfiguration): string | undefined {
  const { RuntimeVersionConfig: _, ...rest } = configuration;
  return settingsOf(rest);
}

/** Whether a member has an `Error` in place of its value. */
function hasError(member: unknown): boolean {
  if (typeof member !== 'object' || member === null) return false;
  return (member as { readonly Error?: unknown }).Error !== undefined;
}

/** With sorted members, and without empty ones: AWS returns "none" as an empty list, or leaves it out. */
function normalized(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(normalized);
  if (typeof value !== 'object' || value === null) return value;
  const members = Object.entries(value)
    .map(([name, member]) => [name, normalized(member)] as const)
    .filter(([, member]) => !isEmpty(member))
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(members);
}

/** An empty text is a value: a variable may have it. */
function isEmpty(value: unknown): boolean {
  if (value === undefined || value === null) return true;
  return typeof value === 'object' && Object.keys(value).length === 0;
}

/** False if either is not known in full. */
export function isSameContent(a: VersionContent, b: VersionContent): boolean {
  return a.codeSha256 === b.codeSha256 && a.settings !== undefined && a.settings === b.settings;
}
