// Takes back what is open because somebody asked for it; or, behind a promotion, goes back to what the
// history of the API or the function says stood before.

import { messageOf } from '../aws/errors.ts';
import { now } from '../craft.ts';
import { type Found, findOpen, noneOpen } from '../open-rollout.ts';
import type { Report } from '../report/report.ts';
import { rollBack } from '../roll-back.ts';
import type { PastPoint } from '../rollout/history.ts';
import { canGiveBack } from '../rollout/standing.ts';
import { craftOf, type Session, takeOver } from '../session.ts';

/** An open rollout is taken back whatever its plan is: the way back needs no agreement. */
export async function rollback(session: Session): Promise<Report> {
  const { reporter, target, job } = session;
  const found = await findOpen(session);
  if (found.kind === 'problem') return reporter.declined([found.problem]);
  if (job.inputs.rollbackTo) return goBack(session, found, job.inputs.rollbackTo);
  if (found.kind === 'none') {
    return reporter.idle(`There is nothing to roll back: ${noneOpen(session, found.last)}.`);
  }
  const { moment } = found;
  if (!canGiveBack(moment.standing)) {
    const problem = `${target.words} is not as the rollout left it: ${moment.standing.what}`;
    return reporter.declined([problem], moment);
  }
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

/** Behind a promotion. A rerun of the same workflow run must not go back one step more. */
async function goBack(
  session: Session,
  found: Exclude<Found, { kind: 'problem' }>,
  to: PastPoint,
): Promise<Report> {
  const { reporter, target, job } = session;
  if (found.kind === 'open') {
    const problem =
      'a rollout is open, so nothing is promoted that could be gone back from; leave rollback-to out to take it back';
    return reporter.declined([problem], found.moment);
  }
  const { last } = found;
  if (to.kind === 'previous' && last?.ended === 'rolled-back') {
    const already = noneOpen(session, last);
    return last.by.runId === job.id.runId
      ? reporter.idle(`It was gone back already: ${already}.`)
      : reporter.declined([`${already}; to go back further, name a version or a deployment`]);
  }
  try {
    const way = await target.findWayBack(to);
    if (way.stands) return reporter.idle(`It stands so already: ${way.words}.`);
    job.log.group('Roll back');
    job.log.line(`Going back to ${way.words}.`);
    await way.go();
    await target
      .forget({ ended: 'rolled-back', at: now(), by: job.id })
      .catch((error) => job.log.warning(messageOf(error)));
    const by = job.source.actor || 'the workflow';
    return reporter.wentBack(way.functions, `asked for by ${by}; gone back to ${way.words}`);
  } catch (error) {
    return reporter.declined([messageOf(error)]);
  }
}
