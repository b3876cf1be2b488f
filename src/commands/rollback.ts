// Takes the rollout that is open back because somebody asked for it.

import { findOpen, noneOpen } from '../open-rollout.ts';
import type { Report } from '../report/report.ts';
import { rollBack } from '../roll-back.ts';
import { canGiveBack } from '../rollout/standing.ts';
import { craftOf, type Session, takeOver } from '../session.ts';

/** An open rollout is taken back whatever its plan is: the way back needs no agreement. */
export async function rollback(session: Session): Promise<Report> {
  const { reporter, target, job } = session;
  const found = await findOpen(session);
  if (found.kind === 'problem') return reporter.declined([found.problem]);
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
  if (ended.stuck) job.leaveToPost();
  return reporter.ended(ended, []);
}
