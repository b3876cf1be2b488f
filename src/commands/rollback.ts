// Rolls back the open rollout on request; or, after a promotion, returns to what the history of the API or the
// function names as the previous release.

import { known } from '../base/errors.ts';
import { now } from '../base/time.ts';
import type { Snapshot } from '../controller/context.ts';
import { persist, unlessFinal } from '../controller/persist.ts';
import { cleanUp, rollBack } from '../controller/rollback.ts';
import { causeText } from '../report/cause-text.ts';
import type { Report } from '../report/report.ts';
import { type Cause, externalState } from '../rollout/cause.ts';
import type { EarlierRelease } from '../rollout/earlier-release.ts';
import { whyNoneRequested } from '../rollout/plan-difference.ts';
import { linkFrom } from '../rollout/release.ts';
import { canRollBack } from '../rollout/traffic-state.ts';
import type { Services } from '../run/services.ts';
import { causeOf } from '../targets/ownership.ts';
import { latestAfterRollback } from './latest-after-rollback.ts';
import {
  commandsToForget,
  declinedBy,
  describeNoneOpen,
  type Found,
  findOpen,
} from './open-rollout.ts';
import { takeOverToRollBack } from './take-over.ts';

/** An open rollout is rolled back whatever its plan is: a rollback needs no matching plan. */
export async function rollback(services: Services): Promise<Report> {
  const { reporter, target, context, host } = services;
  // A requested rollback is urgent, and AWS may be the cause of the problem.
  const found = await findOpen(services, () =>
    persist(`reading ${target.words}`, services, () => unlessFinal(target.rollback.observe())),
  );
  const { rollbackTo } = context.inputs;
  if (rollbackTo && (found.kind !== 'problem' || isOverruled(found))) {
    return goBack(services, found, rollbackTo);
  }
  if (found.kind === 'problem') return declinedBy(services, found);
  if (found.kind === 'none') {
    return reporter.nothingOpen(
      `There is nothing to roll back: ${describeNoneOpen(services, found.last)}.`,
    );
  }
  const { snapshot } = found;
  const mismatch = whyNoneRequested(context.inputs.asked, snapshot.rollout.record);
  if (mismatch !== undefined && context.inputs.onOtherPlan === 'fail') {
    return reporter.declined([mismatch], snapshot);
  }
  if (!canRollBack(snapshot.trafficState))
    return clearStoredState(services, snapshot, snapshot.trafficState.what);
  const { snapshot: ours, late } = await takeOverToRollBack(services, snapshot);
  const ended = await rollBack(services, ours, requested(services), late);
  if (ended.cleanup === 'cleanup-pending') host.leaveToPost();
  return reporter.ended(ended, latestAfterRollback(context.inputs, ended));
}

/**
 * Nothing of the rollout is left to roll back, and external changes are left alone. Its stored state would block
 * every later release.
 */
async function clearStoredState(
  services: Services,
  snapshot: Snapshot,
  what: string,
): Promise<Report> {
  const { target, host, reporter } = services;
  const reason = `Nothing of the rollout is left on ${target.words}, which was not changed: ${what}`;
  try {
    await persist(`removing the stored state of the rollout on ${target.words}`, services, () =>
      target.rollback.clearState(undefined, snapshot.rollout.record.id),
    );
  } catch (error) {
    return reporter.declined(
      [`${what}; and its stored state could not be removed: ${known(error).message}`],
      snapshot,
      { commands: await commandsToForget(services) },
    );
  }
  await cleanUp(services, snapshot.rollout, 'before');
  host.log.warning(`${reason}. Its stored state was removed.`);
  const text = `${reason}. Its stored state was removed.`;
  return reporter.stateRemoved(snapshot, text, externalState(what));
}

function requested({ context }: Services): Cause {
  return { kind: 'requested', by: context.source.actor, through: 'workflow' };
}

/** A person who names the release to return to needs no tags for it, and has them cleared. */
function isOverruled({ stored }: Extract<Found, { kind: 'problem' }>): boolean {
  return stored === 'unproven' || stored === 'unreadable';
}

/** After a promotion. A rerun of the same workflow run must not go back one release further. */
async function goBack(services: Services, found: Found, to: EarlierRelease): Promise<Report> {
  const { reporter, target, context, host } = services;
  if (found.kind === 'open') {
    const problem =
      'a rollout is open, so there is no promotion to roll back; omit rollback-to to roll back the open rollout';
    return reporter.declined([problem], found.snapshot);
  }
  const last = found.kind === 'none' ? found.last : undefined;
  if (to.kind === 'previous' && last?.ended === 'rolled-back') {
    const already = describeNoneOpen(services, last);
    const { runId, repository } = context.id;
    return last.by.runId === runId && last.by.repository === repository
      ? reporter.nothingOpen(`It was already rolled back: ${already}.`)
      : reporter.declined(
          [`${already}; to roll back further, name a version or a deployment`],
          undefined,
          { weight: 0 },
        );
  }
  // Stored state that cannot be trusted is cleared; that of a rollout that starts in the meantime is not.
  const forgotten = found.kind === 'problem' ? undefined : context.id;
  let begun = false;
  try {
    const way = await persist(`finding an earlier release for ${target.words}`, services, () =>
      unlessFinal(target.findUndo(to)),
    );
    if (way.done) return reporter.nothingOpen(`This release is already served: ${way.words}.`);
    host.log.group('Roll back');
    host.log.line(`Rolling back to ${way.words}.`);
    begun = true;
    await persist(`rolling back to ${way.words}`, services, () => unlessFinal(way.go()));
    await target.rollback
      .clearState({ ended: 'rolled-back', at: now(), by: context.id }, forgotten)
      .catch((error) => host.log.warning(known(error).message));
    const cause = requested(services);
    const why = causeText(cause, linkFrom(context));
    return reporter.returnedToEarlier(way.functions, `${why}; rolled back to ${way.words}`, cause);
  } catch (error) {
    const { message } = known(error);
    return begun
      ? reporter.returnFailed(message, causeOf(error))
      : reporter.declined([message], undefined, { cause: causeOf(error) });
  }
}
