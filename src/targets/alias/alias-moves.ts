// What a rollout does to its aliases, and to what is kept ready behind them.

import type { AliasRef } from '../../aws/aliases.ts';
import type { Provisioned } from '../../aws/provisioned.ts';
import type { Versions } from '../../aws/versions.ts';
import { MovedError } from '../../base/errors.ts';
import type { RolloutRecord } from '../../rollout/record.ts';
import type { TrafficState } from '../../rollout/traffic-state.ts';
import { forAll, forEvery } from '../concurrency.ts';
import type { Target } from '../target.ts';
import type { Trust } from '../trust.ts';
import { deallocate } from '../warm-up.ts';
import { type AliasProof, doubtNewVersions } from './alias-proof.ts';
import { aliasesOf, aliasIn } from './alias-record.ts';
import {
  type AliasSet,
  type Goal,
  labelOf,
  type Member,
  PROMOTED,
  PROMOTED_BY_WEIGHT,
  STABLE,
  splitGoal,
} from './alias-set.ts';
import { finalizeProvisioned } from './finalize-provisioned.ts';

/** All that changes who is served what, or what is ready for them. */
export function moves(
  proof: AliasProof & { readonly fleet: AliasSet },
  trust: Pick<Trust, 'isOwn'>,
  provisioned: Provisioned,
  versions: Pick<Versions, 'aliased'>,
): Pick<Target, 'shift' | 'promote' | 'finalizeProvisioned' | 'rollBack' | 'cleanUp'> {
  const { fleet } = proof;
  const forward = async (record: RolloutRecord, goal: (member: Member) => Goal) => {
    const members = membersOf(record);
    const doubt = trust.isOwn(record) ? undefined : await doubtNewVersions(proof, members);
    if (doubt !== undefined) throw new MovedError(doubt);
    await forAll(members, (member) => fleet.bring(member, goal(member)));
  };
  return {
    shift: ({ record }, weight) => forward(record, () => splitGoal(weight)),
    promote: ({ record }) => forward(record, ({ kept }) => (kept ? PROMOTED_BY_WEIGHT : PROMOTED)),
    finalizeProvisioned: ({ record }, waiting) =>
      finalizeProvisioned({ fleet, provisioned }, membersOf(record), waiting),
    rollBack: ({ record }, trafficState, signal) =>
      giveBack(fleet, membersOf(record), trafficState, signal),
    cleanUp: ({ record }, stands, signal) => {
      const isNeeded = async (name: string, version: string) =>
        (await versions.aliased(name, signal)).includes(version);
      return deallocate(
        { provisioned, isNeeded },
        record.functions,
        aliasesOf(record),
        stands,
        signal,
      );
    },
  };
}

/** What an alias has of its own is then shared out by Lambda. */
export async function makeWay(
  provisioned: Pick<Provisioned, 'remove'>,
  { ref, change, kept }: Member,
  say: (line: string) => void,
): Promise<void> {
  if (!kept) return;
  await provisioned.remove(change.name, change.to);
  say(
    `${labelOf(ref)}: Lambda takes no version with provisioned concurrency behind an alias that has some, so version ${change.to} gave back what it was lent, and Lambda shares out the alias's`,
  );
}

/** All that are ours. What somebody else was seen to hold is left to them. */
async function giveBack(
  fleet: AliasSet,
  members: readonly Member[],
  trafficState: TrafficState,
  signal: AbortSignal | undefined,
): Promise<void> {
  const known = trafficState.kind === 'external' && trafficState.others === 'owned';
  await forEvery(members, async (member) => {
    try {
      await fleet.bring(member, STABLE, signal);
    } catch (error) {
      if (!known || !(error instanceof MovedError)) throw error;
    }
  });
}

/** The alias of every function, as the rollout has it. */
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
