// After a promotion: what earlier releases left is deleted where that was asked for. The release is
// over by then, so nothing that goes wrong here changes its outcome.

import { messageOf } from '../base/errors.ts';
import type { Moment } from '../controller/context.ts';
import type { Session } from '../run/services.ts';
import type { Released, Sweep, SweepOrder } from '../targets/target.ts';

/** Deletes, and says what. Never throws. */
export async function prune(session: Session, { rollout }: Moment): Promise<readonly string[]> {
  const { job } = session;
  const { keepVersions: keep } = job.inputs;
  if (keep === undefined || job.cancelled.aborted) return [];
  job.log.group('Delete what earlier releases left');
  const { functions } = rollout.record;
  const { leftovers, notes } = await look(session, { keep, functions, rollout });
  const gone: string[] = [];
  for (const { words, remove } of leftovers) {
    if (job.cancelled.aborted) break;
    try {
      await remove();
      job.log.line(`Deleted ${words}.`);
      gone.push(words);
    } catch (error) {
      job.log.warning(`${words} was to be deleted, and stays: ${messageOf(error)}`);
    }
  }
  for (const note of notes) job.log.line(note);
  return gone.length === 0 ? notes : [`keep-versions: deleted ${gone.join(', ')}`, ...notes];
}

/** Says what a promotion of these would delete. Never throws. */
export async function foreseePruning(
  session: Session,
  released: readonly Released[],
): Promise<readonly string[]> {
  const { keepVersions: keep } = session.job.inputs;
  if (keep === undefined) return [];
  const functions = released.map(({ name, from, version }) => ({ name, from, to: version }));
  const { leftovers, notes } = await look(session, { keep, functions, rollout: undefined });
  const words = leftovers.map((leftover) => leftover.words).join(', ');
  return [`keep-versions: a promotion would delete ${words || 'nothing'}`, ...notes];
}

async function look({ target, job }: Session, order: SweepOrder): Promise<Sweep> {
  try {
    return await target.sweep(order);
  } catch (error) {
    const why = `what earlier releases left stays: ${messageOf(error)}`;
    job.log.warning(why);
    return { leftovers: [], notes: [why] };
  }
}
