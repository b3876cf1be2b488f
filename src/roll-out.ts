// One rollout from its inputs to its report: preflight, publish, deploy, and the loop that shifts,
// judges and promotes. A rollout that another run left open is met first.

import { messageOf } from './aws/errors.ts';
import { begin } from './begin.ts';
import { now } from './craft.ts';
import type { Job } from './job.ts';
import { perform } from './perform.ts';
import { inspect } from './preflight/preflight.ts';
import type { Report } from './report/report.ts';
import type { Remembered } from './rollout/record.ts';
import { craftOf, openSession, type Session } from './session.ts';
import { meetUnfinished } from './unfinished.ts';

/** Rolls out. Never throws for what AWS answers: the report says how it ended. */
export async function rollOut(job: Job): Promise<Report> {
  const session = openSession(job);
  job.log.group('Preflight');
  const met = await meetUnfinished(session);
  switch (met.kind) {
    case 'refused':
      return session.reporter.refused(met.problems, []);
    case 'resume':
      return drive(session, met.rollout, [], now());
    case 'clear':
      return startAnew(session);
  }
}

async function startAnew(session: Session): Promise<Report> {
  const { job, clients, target, functions, reporter } = session;
  const { inputs, lifetimes, log } = job;
  const startedAt = now();
  const around = { target, cloudWatch: clients.cloudWatch, lifetimes };
  const preflight = await inspect(around, inputs, startedAt);
  const { findings, opening, plan, foresight } = preflight;
  const { problems, notes } = findings;
  for (const note of notes) log.warning(note);
  if (problems.length > 0 || !opening) return reporter.refused(problems, notes);
  if (job.cancelled.aborted) return reporter.refused(['cancelled during preflight'], notes);
  for (const sentence of foresight) log.line(sentence);
  log.line('Nothing stands in the way.');
  const description = `${job.source.repository}@${job.source.sha}`;
  try {
    const begun = await begin({ ...job, functions, opening, plan, description, startedAt });
    return begun.kind === 'unchanged'
      ? reporter.unchanged(begun.changes, begun.why, plan, notes)
      : await drive(session, begun.rollout, notes);
  } catch (error) {
    return undo(session, messageOf(error), notes);
  }
}

/** Something failed before any user was served the new version: clear away what was prepared. */
async function undo(
  { target, job, reporter }: Session,
  why: string,
  notes: readonly string[],
): Promise<Report> {
  try {
    const { memory, standing } = await target.observe();
    if (memory.kind === 'rollout' && standing && standing.kind !== 'foreign') {
      await target.rollBack(memory.remembered, standing);
      await target.forget();
    }
  } catch (error) {
    job.log.warning(`What was prepared could not be cleared away: ${messageOf(error)}`);
  }
  return reporter.refused([why], notes);
}

/** Drives a prepared or taken-over rollout to its ending. */
async function drive(
  session: Session,
  rollout: Remembered,
  notes: readonly string[],
  takenOverAt = 0,
): Promise<Report> {
  const ended = await perform(craftOf(session, notes, takenOverAt), rollout);
  return session.reporter.ended(ended, notes);
}
