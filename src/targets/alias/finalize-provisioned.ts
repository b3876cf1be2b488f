// The end of a promotion of an alias with its own provisioned concurrency. Until now the alias pointed to the
// previous version, with all traffic sent past it by weight. So a rollback was one call, to environments that were
// ready. Now the alias is moved, and Lambda moves its provisioned concurrency (decision 12).

import type { Provisioned } from '../../aws/provisioned.ts';
import { formatDuration } from '../../base/duration.ts';
import { KnownError, known } from '../../base/errors.ts';
import { forEvery } from '../concurrency.ts';
import { POLL_SECONDS, WARM_UP_LIMIT_SECONDS } from '../lambda/warm-up.ts';
import type { PrepareServices } from '../target.ts';
import { type AliasSet, labelOf, type Member, MOVED, PROMOTED } from './alias-set.ts';
import { aliasTraffic } from './alias-state.ts';

export interface ProvisionedMove {
  readonly aliasSet: AliasSet<'rollback'>;
  readonly provisioned: Pick<Provisioned<'rollback'>, 'mode' | 'read' | 'remove'>;
}

/** Moves all of them, even if one fails. Throws the failures, with the resulting state. */
export async function finalizeProvisioned(
  bound: ProvisionedMove,
  members: readonly Member[],
  waiting: PrepareServices,
): Promise<void> {
  const kept = members.filter((member) => member.kept);
  await forEvery(kept, (member) => handOverOne(bound, member, waiting));
}

async function handOverOne(
  bound: ProvisionedMove,
  member: Member,
  waiting: PrepareServices,
): Promise<void> {
  const { ref, change } = member;
  const label = labelOf(ref);
  try {
    await bound.aliasSet.bring(member, PROMOTED);
  } catch (error) {
    throw new KnownError(
      `${label} gives all traffic to version ${change.to} by weight, but could not be pointed to it, and the version keeps its allocated environments: ${known(error).message}`,
      { cause: error },
    );
  }
  waiting.say(
    `${label}: Lambda moves its provisioned concurrency to version ${change.to}, and may serve version ${change.from} until it is ready`,
  );
  const failure = await untilMoved(bound, member, waiting);
  if (failure === undefined) {
    await bound.provisioned.remove(change.name, change.to);
    waiting.say(
      waiting.stopped()
        ? `${label}: no longer waiting`
        : `${label}: version ${change.to} is served by environments of the alias`,
    );
    return;
  }
  await bound.aliasSet.bring(member, MOVED);
  throw new KnownError(
    `the provisioned concurrency of ${label} ${failure} for version ${change.to}, which is served anyway, and keeps its allocated environments`,
  );
}

/** Lambda may take a moment to begin. Until then it shows the environments of the previous version. */
const CHECKS = 2;

/** @returns why to stop waiting; `undefined`: it has moved, or the job is cancelled */
async function untilMoved(
  { aliasSet, provisioned }: ProvisionedMove,
  { ref, change }: Member,
  { pause, stopped }: PrepareServices,
): Promise<string | undefined> {
  let settled = 0;
  for (let waited = 0; waited <= WARM_UP_LIMIT_SECONDS; waited += POLL_SECONDS) {
    const trafficState = aliasTraffic(await aliasSet.read(ref), change);
    if (trafficState.kind !== 'promoted') {
      throw new KnownError(
        `${labelOf(ref)} was moved by someone else while Lambda moved its provisioned concurrency`,
      );
    }
    const found = await provisioned.read(ref.functionName, ref.alias);
    if (found?.status === 'FAILED') return `failed (${found.reason || 'Lambda gives no reason'})`;
    settled = trafficState.held || found?.status === 'IN_PROGRESS' ? 0 : settled + 1;
    if (settled >= CHECKS || stopped()) return undefined;
    await pause(POLL_SECONDS);
  }
  return `was not ready within ${formatDuration(WARM_UP_LIMIT_SECONDS)}`;
}
