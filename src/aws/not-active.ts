// A function's update, or a new version, that did not get ready: what to say of it. It is said by named
// fields of AWS's answer only, for the whole answer holds the environment variables and the address of
// the code.

import { awsCommand } from '../base/command-line.ts';
import { formatDuration } from '../base/duration.ts';

/** What Lambda says of the state of a function or version; empty where it says nothing. */
export interface SeenState {
  readonly state: string;
  /** Why, with its code. */
  readonly stateReason: string;
  readonly lastUpdateStatus: string;
  readonly lastUpdateReason: string;
}

/** The fields of Lambda's answers that tell a state. */
export interface StateFields {
  readonly State?: string | undefined;
  readonly StateReason?: string | undefined;
  readonly StateReasonCode?: string | undefined;
  readonly LastUpdateStatus?: string | undefined;
  readonly LastUpdateStatusReason?: string | undefined;
  readonly LastUpdateStatusReasonCode?: string | undefined;
}

export function seenState(fields: StateFields): SeenState {
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

/** One sentence on an update that failed. */
export function sayFailedUpdate(name: string, reason: string): string {
  return `the last update of "${name}" failed${because(reason)}; there is nothing sound to publish. Update its code or configuration again`;
}

/** @param spentSeconds how long it was waited for */
export function saySlowUpdate(name: string, observation: SeenState, spentSeconds: number): string {
  const status = observation.lastUpdateStatus || 'InProgress';
  return `the last update of "${name}" was still ${status}${because(observation.lastUpdateReason)} after ${formatDuration(spentSeconds)}. Run this again when its LastUpdateStatus is Successful, or update it again`;
}

/** One sentence on a published version that cannot start. */
export function sayFailedVersion(name: string, version: string, reason: string): string {
  return `version ${version} of "${name}" failed to start${because(reason)}. ${WAY_OUT}: ${deletion(name, version)}`;
}

/** @param spentSeconds how long it was waited for */
export function saySlowVersion(
  name: string,
  version: string,
  { state, stateReason }: SeenState,
  spentSeconds: number,
): string {
  return `version ${version} of "${name}" was still ${state || 'not there'}${because(stateReason)} after ${formatDuration(spentSeconds)}; expected Active. ${state === 'Inactive' ? 'Invoke it once, and run' : 'Run'} this again when it is Active. If it stays so: ${WAY_OUT}: ${deletion(name, version)}`;
}

/** Publishing what has not changed answers with the version that is there already, failed or not. */
const WAY_OUT =
  'Publishing the same code and configuration gives this version again, so change one of them, or delete the version';

function deletion(name: string, version: string): string {
  return awsCommand('lambda delete-function', { 'function-name': name, qualifier: version });
}

function because(reason: string): string {
  return reason === '' ? '' : ` (${reason})`;
}
