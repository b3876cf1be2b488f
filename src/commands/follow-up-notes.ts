// What is known to stand in the way of the input on-rollback. A report fails no release, so these are notes.

import { known } from '../base/errors.ts';
import { withTimeout } from '../base/time.ts';
import type { Inputs } from '../inputs/inputs.ts';
import type { Services } from '../run/services.ts';

/** As `permissions` of a job writes them. */
const NEEDED: Readonly<Record<Exclude<Inputs['onRollback'], 'none'>, string>> = {
  issue: 'issues: write, contents: read',
  'revert-pull-request': 'contents: write, pull-requests: write',
};

/** A release does not wait longer for what only its report needs. */
const GITHUB_SECONDS = 5;

/** Before a release. */
export async function followUpNotes({ host }: Pick<Services, 'host'>): Promise<readonly string[]> {
  if (!host.checkFollowUp) return [];
  try {
    return (await withTimeout(GITHUB_SECONDS, host.checkFollowUp())) ?? [];
  } catch (error) {
    host.log.line(`on-rollback: it could not be checked: ${known(error).message}`);
    return [];
  }
}

/** For a plan, which also names the permissions. */
export async function plannedFollowUp(
  services: Pick<Services, 'host' | 'context'>,
): Promise<readonly string[]> {
  const { onRollback } = services.context.inputs;
  if (onRollback === 'none') return [];
  const permissions = `on-rollback: ${onRollback}: the job of the release needs "permissions: ${NEEDED[onRollback]}"`;
  return [permissions, ...(await followUpNotes(services))];
}
