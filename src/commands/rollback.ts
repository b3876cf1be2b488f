// Takes back what is open because somebody asked for it; or, behind a promotion, goes back to what the
// history of the API or the function says stood before.

import { messageOf } from '../base/errors.ts';
import { now } from '../base/time.ts';
import type { Moment } from '../controller/context.ts';
import { persist, unlessFinal } from '../controller/persist.ts';
import { rollBack, settle } from '../controller/rollback.ts';
import type { Report } from '../report/report.ts';
import type { PastPoint } from '../rollout/past-releases.ts';
import { noneAsked } from '../rollout/plan-difference.ts';
import { canGiveBack } from '../rollout/traffic-state.ts';
import { craftOf, patienceOf, type Session, takeOver } from '../run/services.ts';
import { type Found, findOpen, noneOpen } from './open-rollout.ts';

/** An open rollout is taken back whatever its plan is: the way back needs no agreement. */
export async function rollback(session: Session): Promise<Report> {
  const { reporter, target, job } = session;
  // Whoever asks for a rollback asks for it now, and AWS may be what is in trouble.
  const patience = patienceOf(session);
  const found = await findOpen(session, () =>
    persist(`reading ${target.words}`, patience, () =>
      unlessFinal(target.observe(session.wayBack)),
    ),
  );
  const { rollbackTo } = job.inputs;
  if (rollbackTo && (found.kind !== 'problem' || isOverruled(found))) {
    return goBack(session, found, rollbackTo);
  }
  if (found.kind === 'problem') return reporter.declined([found.problem]);
  if (found.kind === 'none') {
    return reporter.idle(`There is nothing to roll back: ${noneOpen(session, found.last)}.`);
  }
  const { moment } = found;
  const strangers = noneAsked(job.inputs.asked, moment.rollout.record);
  if (strangers !== undefined && job.inputs.onOtherPlan === 'fail') {
    return reporter.declined([strangers], moment);
  }
  if (!canGiveBack(moment.standing)) return forgetIt(session, moment, moment.standing.what);
  // The way back does not wait for a tag.
  const ours = await takeOver(session, moment).catch(() => moment);
  const ended = await rollBack(
    craftOf(session),
    ours,
    `asked for by ${job.source.actor || 'the workflow'}`,
  );
  if (ended.rest === 'unsettled') job.leaveToPost();
  return reporter.ended(ended, []);
}

/**
 * Nothing of it is there to be taken back, and what somebody else made of it is theirs. What is remembered
 * would bar every later release.
 */
async function forgetIt(session: Session, moment: Moment, what: string): Promise<Report> {
  const { target, job, reporter } = session;
  const reason = `Nothing of the rollout is left on ${target.words}, which is left as it is: ${what}`;
  const craft = craftOf(session);
  const patience = patienceOf(session);
  try {
    await persist(`forgetting the rollout on ${target.words}`, patience, () =>
      target.forget(undefined, craft.wayBack, moment.rollout.record.id),
    );
  } catch (error) {
    return reporter.declined(
      [`${what}; and it could not be forgotten: ${messageOf(error)}`],
      moment,
    );
  }
  await settle(craft, moment.rollout, 'before');
  job.log.warning(`${reason}. What was remembered of it is removed.`);
  return reporter.forgot(moment, `${reason}. What was remembered of it is removed.`);
}

/** A person who names where to go back to needs no tags for it, and has these forgotten. */
function isOverruled({ memory }: Extract<Found, { kind: 'problem' }>): boolean {
  return memory === 'unproven' || memory === 'unreadable';
}

/** Behind a promotion. A rerun of the same workflow run must not go back one step more. */
async function goBack(session: Session, found: Found, to: PastPoint): Promise<Report> {
  const { reporter, target, job } = session;
  if (found.kind === 'open') {
    const problem =
      'a rollout is open, so nothing is promoted that could be gone back from; leave rollback-to out to take it back';
    return reporter.declined([problem], found.moment);
  }
  const last = found.kind === 'none' ? found.last : undefined;
  if (to.kind === 'previous' && last?.ended === 'rolled-back') {
    const already = noneOpen(session, last);
    const { runId, repository } = job.id;
    return last.by.runId === runId && last.by.repository === repository
      ? reporter.idle(`It was gone back already: ${already}.`)
      : reporter.declined([`${already}; to go back further, name a version or a deployment`]);
  }
  // What is overruled is forgotten, whoever wrote it; what somebody begins meanwhile is not.
  const forgotten = found.kind === 'problem' ? undefined : job.id;
  const patience = patienceOf(session);
  let begun = false;
  try {
    const way = await persist(`looking for the way back of ${target.words}`, patience, () =>
      unlessFinal(target.findWayBack(to)),
    );
    if (way.stands) return reporter.idle(`It stands so already: ${way.words}.`);
    job.log.group('Roll back');
    job.log.line(`Going back to ${way.words}.`);
    begun = true;
    await persist(`going back to ${way.words}`, patience, () => unlessFinal(way.go()));
    await target
      .forget({ ended: 'rolled-back', at: now(), by: job.id }, undefined, forgotten)
      .catch((error) => job.log.warning(messageOf(error)));
    const by = job.source.actor || 'the workflow';
    return reporter.wentBack(way.functions, `asked for by ${by}; gone back to ${way.words}`);
  } catch (error) {
    return begun ? reporter.brokeOff(messageOf(error)) : reporter.declined([messageOf(error)]);
  }
}
