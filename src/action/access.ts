// Who this run is, and what it may call AWS with.

import { setSecret } from '@actions/core';
import { checkSdkSettings } from '../aws/sdk-settings.ts';
import type { Log } from '../base/log.ts';
import { oidcCredentials } from '../github/oidc-credentials.ts';
import type { Inputs } from '../inputs/inputs.ts';
import type { Host } from '../run/host.ts';
import type { RunContext } from '../run/run-context.ts';
import { drawRolloutId } from './environment.ts';

export type Access = Pick<RunContext, 'id'> & Pick<Host, 'credentials'>;

/** Fails before anything has begun. */
export async function openAccess(
  inputs: Pick<Inputs, 'role' | 'region'>,
  log: Log,
): Promise<Access> {
  checkSdkSettings(process.env);
  const id = drawRolloutId(process.env);
  const credentials = await oidcCredentials(inputs, id, log, setSecret);
  // Opened at once, so that its problems are reported before anything else is checked.
  await credentials?.();
  return { id, credentials };
}
