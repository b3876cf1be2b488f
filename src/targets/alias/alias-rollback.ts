// Restores the aliases of a rollout, and cleans up at its end. Everything here uses the rollback clients, so it
// also works after the job was cancelled.

import { accountOf } from '../../aws/arns.ts';
import type { Provisioned } from '../../aws/provisioned.ts';
import type { Versions } from '../../aws/versions.ts';
import { MovedError } from '../../base/errors.ts';
import type { TrafficState } from '../../rollout/traffic-state.ts';
import { forEvery } from '../concurrency.ts';
import { deallocate } from '../lambda/warm-up.ts';
import { isOwnedByAnother } from '../ownership.ts';
import type { RollbackTarget } from '../target.ts';
import { membersOf, promoteAll } from './alias-moves.ts';
import { aliasesOf } from './alias-record.ts';
import { type AliasSet, type Member, STABLE } from './alias-set.ts';
import { finalizeProvisioned } from './finalize-provisioned.ts';
import { type Observing, readings } from './observe-aliases.ts';

export interface AliasRollback extends Observing<'rollback'> {
  readonly provisioned: Provisioned<'rollback'>;
  readonly versions: Pick<Versions<'rollback'>, 'mode' | 'aliased'>;
}

export function rollbackOf(bound: AliasRollback): RollbackTarget {
  const { aliasSet, functions, provisioned, stored, trust, versions } = bound;
  const isNeeded = async (name: string, version: string) =>
    (await versions.aliased(name)).includes(version);
  return {
    ...readings(bound),
    restore: ({ record }, trafficState) => restoreOwned(aliasSet, membersOf(record), trafficState),
    completePromotion: ({ record }) => promoteAll(bound, trust, record),
    finalizeProvisioned: ({ record }, waiting) =>
      finalizeProvisioned({ aliasSet, provisioned }, membersOf(record), waiting),
    cleanUp: ({ record }, served) =>
      deallocate({ provisioned, isNeeded }, record.functions, aliasesOf(record), served),
    clearState: async (last, of) => {
      if (isOwnedByAnother(await stored.read(), of)) return;
      await stored.clear(last);
    },
    readAccount: async (storedOn) => {
      const [name = ''] = storedOn.split(':').slice(6);
      return accountOf((await functions.read(name))?.arn ?? '');
    },
  };
}

/** Restores all aliases of this rollout. An alias that was seen to be changed outside it is left alone. */
async function restoreOwned(
  aliasSet: AliasSet<'rollback'>,
  members: readonly Member[],
  trafficState: TrafficState,
): Promise<void> {
  const known = trafficState.kind === 'external' && trafficState.others === 'owned';
  await forEvery(members, async (member) => {
    try {
      await aliasSet.bring(member, STABLE);
    } catch (error) {
      if (!known || !(error instanceof MovedError)) throw error;
    }
  });
}
