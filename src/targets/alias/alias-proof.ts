// What confirms the record of a rollout of aliases: the alias itself, as long as it points to the previous
// version;
// after the promotion, the description of the new version.

import type { FunctionCalls } from '../../aws/functions.ts';
import { createVoucher } from '../lambda/voucher.ts';
import { BORNE_OUT, doubtful, type Finding, NOT_BEGUN } from '../trust.ts';
import { type AliasSet, labelOf, type Member } from './alias-set.ts';
import { aliasTraffic } from './alias-state.ts';

export interface AliasProof {
  readonly aliasSet: Pick<AliasSet, 'read'>;
  readonly functions: Pick<FunctionCalls, 'read'>;
}

/** Whether each alias shows the previous version, or the new version's description names it. */
export async function proveAliases(
  { aliasSet, functions }: AliasProof,
  members: readonly Member[],
): Promise<Finding> {
  const vouches = createVoucher(functions, []);
  let moved = false;
  for (const { ref, change } of members) {
    const trafficState = aliasTraffic(await aliasSet.read(ref), change);
    moved ||= trafficState.kind === 'external';
    if (trafficState.kind !== 'promoted' || trafficState.held || (await vouches(change))) continue;
    return doubtful(
      `only its tags say that ${labelOf(ref)} pointed to version ${change.from} before ${change.to}`,
    );
  }
  return moved ? { kind: 'moved' } : BORNE_OUT;
}

/**
 * Whether a run that did not begin the rollout may move aliases to the new versions. Some of them must have part
 * of the traffic already, and the descriptions of the others must name the versions they were published after.
 *
 * @returns why it may not; `undefined`: it may
 */
export async function doubtNewVersions(
  { aliasSet, functions }: AliasProof,
  members: readonly Member[],
): Promise<string | undefined> {
  const vouches = createVoucher(functions);
  const stable: Member[] = [];
  for (const member of members) {
    const trafficState = aliasTraffic(await aliasSet.read(member.ref), member.change);
    if (trafficState.kind === 'stable') stable.push(member);
  }
  if (stable.length > 0 && stable.length === members.length) return NOT_BEGUN;
  for (const { ref, change } of stable) {
    if (await vouches(change)) continue;
    return `only its tags say that version ${change.to} is released to ${labelOf(ref)}`;
  }
  return undefined;
}
