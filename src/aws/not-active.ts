// Describes an update of a function, or a new version, that did not become ready. Only named fields of AWS's
// response are used, because the whole response contains the environment variables and the URL of the code.

import { awsCommand } from '../base/command-line.ts';
import { formatDuration } from '../base/duration.ts';

/** The state of a function or version as Lambda reports it; empty fields were not reported. */
export interface ObservedState {
  readonly state: string;
  /** The reason, with its code. */
  readonly stateReason: string;
  readonly lastUpdateStatus: string;
  readonly lastUpdateReason: string;
}

/** The fields of Lambda's responses that describe a state. */
export interface StateFields {
  readonly State?: string | undefined;
  readonly StateReason?: string | undefined;
  readonly StateReasonCode?: string | undefined;
  readonly LastUpdateStatus?: string | undefined;
  readonly LastUpdateStatusReason?: string | undefined;
  readonly LastUpdateStatusReasonCode?: string | undefined;
}

export function observedState(fields: StateFields): ObservedState {
  return {
    state: fields.State ?? '',
    stateReason: reasonOf(fields.StateReasonCode, fields.StateReason),
    lastUpdateStatus: fields.LastUpdateStatus ?? '',
    lastUpdateReason: reasonOf(fields.LastUpdateStatusReasonCode, fields.LastUpdateStatusReason),
  };
}

function reasonOf(code: string | undefined, reason: string | undefined): string {
  return [code, reason?.replace(/\.\s*$/, '')].filter((part) => part).join(': ');
}

/** One sentence about a failed update. */
export function describeFailedUpdate(name: string, reason: string): string {
  return `the last update of "${name}" failed${because(reason)}; nothing can be published. Update its code or configuration again`;
}

/** @param spentSeconds how long the action waited */
export function describeSlowUpdate(
  name: string,
  observation: ObservedState,
  spentSeconds: number,
): string {
  const status = observation.lastUpdateStatus || 'InProgress';
  return `the last update of "${name}" was still ${status}${because(observation.lastUpdateReason)} after ${formatDuration(spentSeconds)}. Run this again when its LastUpdateStatus is Successful, or update it again`;
}

/** One sentence about a published version that cannot start. */
export function describeFailedVersion(name: string, version: string, reason: string): string {
  return `version ${version} of "${name}" failed to start${because(reason)}. ${REMEDY}: ${deletion(name, version)}`;
}

/** @param spentSeconds how long the action waited */
export function describeSlowVersion(
  name: string,
  version: string,
  { state, stateReason }: ObservedState,
  spentSeconds: number,
): string {
  return `version ${version} of "${name}" was still ${state || 'not there'}${because(stateReason)} after ${formatDuration(spentSeconds)}; expected Active. ${state === 'Inactive' ? 'Invoke it once, and run' : 'Run'} this again when it is Active. If its state does not change: ${REMEDY}: ${deletion(name, version)}`;
}

/** Publishing without an update call since returns the latest version, failed or not. */
const REMEDY =
  'Publishing the same code and configuration may return this version again, so change one of them, or delete the version';

function deletion(name: string, version: string): string {
  return awsCommand('lambda delete-function', { 'function-name': name, qualifier: version });
}

function because(reason: string): string {
  return reason === '' ? '' : ` (${reason})`;
}
