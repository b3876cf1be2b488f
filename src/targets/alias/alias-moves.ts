// How a rollout moves its aliases forward.

import type { AliasRef } from '../../aws/aliases.ts';
import type { Provisioned } from '../../aws/provisioned.ts';
import { MovedError } from '../../base/errors.ts';
import type { RolloutRecord } from '../../rollout/record.ts';
import { forAll } from '../concurrency.ts';
import type { Target } from '../target.ts';
import type { Trust } from '../trust.ts';
import { type AliasProof, doubtNewVersions } from './alias-proof.ts';
import { aliasesOf, aliasIn } from './alias-record.ts';
import {
  type AliasSet,
  type Goal,
  labelOf,
  type Member,
  PROMOTED,
  PROMOTED_BY_WEIGHT,
  splitGoal,
} from './alias-set.ts';

/** The changes that move users to the new versions. */
export function moves(
  proof: AliasProof & { readonly aliasSet: AliasSet<'normal'> },
  trust: Pick<Trust, 'isOwn'>,
): Pick<Target, 'shift' | 'promote'> {
  return {
    shift: ({ record }, weight) => forward(proof, trust, record, () => splitGoal(weight)),
    promote: ({ record }) => promoteAll(proof, trust, record),
  };
}

type Forward = AliasProof & { readonly aliasSet: AliasSet };

export function promoteAll(
  proof: Forward,
  trust: Pick<Trust, 'isOwn'>,
  record: RolloutRecord,
): Promise<void> {
  return forward(proof, trust, record, ({ kept }) => (kept ? PROMOTED_BY_WEIGHT : PROMOTED));
}

async function forward(
  proof: Forward,
  trust: Pick<Trust, 'isOwn'>,
  record: RolloutRecord,
  goal: (member: Member) => Goal,
): Promise<void> {
  const members = membersOf(record);
  const doubt = trust.isOwn(record) ? undefined : await doubtNewVersions(proof, members);
  if (doubt !== undefined) throw new MovedError(doubt);
  await forAll(members, (member) => proof.aliasSet.bring(member, goal(member)));
}

/** Lambda then splits the alias's own provisioned concurrency between the versions. */
export async function makeWay(
  provisioned: Pick<Provisioned, 'remove'>,
  { ref, change, kept }: Member,
  say: (line: string) => void,
): Promise<void> {
  if (!kept) return;
  await provisioned.remove(change.name, change.to);
  say(
    `${labelOf(ref)}: Lambda does not allow a version with provisioned concurrency on an alias that has its own, so the provisioned concurrency of version ${change.to} was removed, and Lambda divides that of the alias`,
  );
}

/** The alias of every function in the rollout. */
export function movedRefs(record: RolloutRecord): readonly AliasRef[] {
  const { aliases } = aliasesOf(record);
  return record.functions.map(({ name }) => ({
    functionName: name,
    alias: aliasIn(aliases, name),
  }));
}

/** Every function whose version changes, with its alias. */
export function membersOf(record: RolloutRecord): readonly Member[] {
  const target = aliasesOf(record);
  return record.functions
    .filter(({ from, to }) => from !== to)
    .map((change) => ({
      ref: { functionName: change.name, alias: aliasIn(target.aliases, change.name) },
      change,
      kept: target.kept?.includes(change.name) ?? false,
    }));
}
