// After a promotion: deletes what earlier releases left, if requested. The release is over by then, so no failure
// here changes its outcome.

import { known } from '../base/errors.ts';
import { listed } from '../base/listed.ts';
import type { Snapshot } from '../controller/context.ts';
import type { Services } from '../run/services.ts';
import type { FunctionToRelease, Sweep, SweepOrder } from '../targets/target.ts';

/** Deletes, and describes what it deleted. Never throws. */
export async function prune(services: Services, { rollout }: Snapshot): Promise<readonly string[]> {
  const { context, host } = services;
  const { keepVersions: keep } = context.inputs;
  if (keep === undefined || host.cancelled.aborted) return [];
  host.log.group('Delete old versions and deployments');
  const { functions } = rollout.record;
  const { leftovers, notes } = await check(services, { keep, functions, rollout });
  const gone: string[] = [];
  for (const { words, remove } of leftovers) {
    if (host.cancelled.aborted) break;
    try {
      await remove();
      host.log.line(`Deleted ${words}.`);
      gone.push(words);
    } catch (error) {
      host.log.warning(`${words} could not be deleted: ${known(error).message}`);
    }
  }
  for (const note of notes) host.log.line(note);
  return gone.length === 0 ? notes : [`keep-versions: deleted ${listed(gone)}`, ...notes];
}

/** Describes what a promotion of these would delete. Never throws. */
export async function forecastPruning(
  services: Services,
  released: readonly FunctionToRelease[],
): Promise<readonly string[]> {
  const { keepVersions: keep } = services.context.inputs;
  if (keep === undefined) return [];
  const functions = released.map(({ name, from, version }) => ({ name, from, to: version }));
  const { leftovers, notes } = await check(services, { keep, functions, rollout: undefined });
  const words = listed(leftovers.map((leftover) => leftover.words));
  return [`keep-versions: a promotion would delete ${words || 'nothing'}`, ...notes];
}

async function check({ target, host }: Services, order: SweepOrder): Promise<Sweep> {
  try {
    return await target.sweep(order);
  } catch (error) {
    const why = `old versions and deployments were not deleted: ${known(error).message}`;
    host.log.warning(why);
    return { leftovers: [], notes: [why] };
  }
}
