// Who this run is, and what it may call AWS with.

import { setSecret } from '@actions/core';
import { checkSdkSettings } from '../aws/sdk-settings.ts';
import type { Log } from '../base/log.ts';
import { oidcCredentials } from '../github/oidc-credentials.ts';
import type { Inputs } from '../inputs/inputs.ts';
import { orRefused } from '../run/all-problems.ts';
import type { Host } from '../run/host.ts';
import type { RunContext } from '../run/run-context.ts';
import { drawRolloutId } from './environment.ts';

export type Access = Pick<RunContext, 'id'> & Pick<Host, 'credentials'>;

/** Fails before anything has begun, unless the command checks more. */
export async function openAccess(
  inputs: Pick<Inputs, 'role' | 'region'>,
  log: Log,
  command?: Inputs['command'],
): Promise<Access> {
  checkSdkSettings(process.env);
  const id = drawRolloutId(process.env);
  const credentials = await orRefused(command, async () => {
    const opened = await oidcCredentials(inputs, id, log, setSecret);
    // Opened at once, so that calls do not wait for it one after the other.
    await opened?.();
    return opened;
  });
  return { id, credentials };
}
