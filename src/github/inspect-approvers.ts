// Before a release begins: who may approve it, and whether anybody can.

import { known, rootOf } from '../base/errors.ts';
import { listed } from '../base/listed.ts';
import { splitApprovers } from '../rollout/given-approval.ts';
import { approversOf, readTeam } from './approvers.ts';
import { type Owner, ownerText } from './codeowners.ts';
import type { Access } from './pull-request.ts';

export interface ApproversFound {
  /** In sentences. With any, nobody can approve, or it is not known who. */
  readonly problems: readonly string[];
  readonly notes: readonly string[];
}

/**
 * @param mayWrite of a login
 * @see Conversation.inspectApprovers
 */
export async function inspectApprovers(
  access: Access,
  mayWrite: (login: string) => Promise<boolean>,
  pull: number,
  approvers: string,
): Promise<ApproversFound> {
  const { path } = splitApprovers(approvers);
  const owners = await approversOf(access, pull, approvers);
  if (owners.length === 0) {
    return { problems: [`CODEOWNERS names no owner of ${path}, so nobody can approve`], notes: [] };
  }
  for (const owner of owners) {
    if (owner.kind === 'team') await readTeam(access, owner);
  }
  const outside = await whoMayNotWrite(owners, mayWrite);
  const names = listed(outside.map(ownerText));
  const problems =
    outside.length === owners.length
      ? [`${names} cannot approve, for lack of write access to the repository, and nobody else may`]
      : [];
  const notes = [
    ...(path === undefined ? [] : [`CODEOWNERS names ${listed(owners.map(ownerText))}`]),
    ...(outside.length > 0 && problems.length === 0
      ? [`${names} cannot approve, for lack of write access to the repository`]
      : []),
  ];
  return { problems, notes };
}

/** Of teams and addresses, that is only known of a person who asks. */
async function whoMayNotWrite(
  owners: readonly Owner[],
  mayWrite: (login: string) => Promise<boolean>,
): Promise<readonly Owner[]> {
  const found = await Promise.all(
    owners.map(async (owner) => owner.kind !== 'user' || (await mayWriteOrNot(mayWrite, owner))),
  );
  return owners.filter((_, index) => !found[index]);
}

/** A name that nobody has is not found (REST API, "Get repository permissions for a user"). */
async function mayWriteOrNot(
  mayWrite: (login: string) => Promise<boolean>,
  { login }: Extract<Owner, { kind: 'user' }>,
): Promise<boolean> {
  try {
    return await mayWrite(login);
  } catch (error) {
    const cause = known(error);
    const { status } = rootOf(cause) as { readonly status?: number };
    if (status === 404) return false;
    throw cause;
  }
}
