// One rollout from its inputs to its report: preflight, publish, deploy, and the loop that shifts,
// judges and promotes. A rollout that another run left open is met first.

import { messageOf } from './aws/errors.ts';
import { begin } from './begin.ts';
import { now } from './craft.ts';
import type { Job } from './job.ts';
import { perform } from './perform.ts';
import { inspect, type Preflight } from './preflight/preflight.ts';
import { foreseePruning, prune } from './prune.ts';
import type { Report } from './report/report.ts';
import type { Remembered } from './rollout/record.ts';
import { formatRolloutId } from './rollout/release.ts';
import { craftOf, openSession, type Session } from './session.ts';
import { meetUnfinished } from './unfinished.ts';

/** Rolls out. Never throws for what AWS answers: the report says how it ended. */
export async function rollOut(job: Job): Promise<Report> {
  const session = openSession(job);
  job.log.group('Preflight');
  for (const sentence of job.inputs.understood) job.log.line(sentence);
  if (job.inputs.command === 'plan') return planOnly(session);
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

function preflight({ target, clients, job }: Session, startedAt: number): Promise<Preflight> {
  const around = { ...clients, target, lifetimes: job.lifetimes };
  return inspect(around, job.inputs, startedAt);
}

/** Looks at everything, changes nothing, and says what would happen. */
async function planOnly(session: Session): Promise<Report> {
  const { findings, opening, plan, foresight } = await preflight(session, now());
  const { problems, notes } = findings;
  const open = await session.target.observe().catch(() => undefined);
  if (open?.memory.kind === 'rollout') {
    const { record } = open.memory.remembered;
    notes.push(`the rollout of ${formatRolloutId(record.id)} is unfinished; see on-unfinished`);
  }
  const all = [...session.job.inputs.understood, ...notes];
  if (problems.length > 0 || !opening) return session.reporter.refused(problems, all);
  const pruning = await foreseePruning(session, opening.functions);
  for (const sentence of [...notes, ...foresight, ...pruning]) session.job.log.line(sentence);
  return session.reporter.planned(opening.functions, plan, foresight, [...all, ...pruning]);
}

async function startAnew(session: Session): Promise<Report> {
  const { job, functions, reporter } = session;
  const { log } = job;
  const startedAt = now();
  const { findings, opening, plan, foresight } = await preflight(session, startedAt);
  const { problems, notes } = findings;
  for (const note of notes) log.warning(note);
  if (problems.length > 0 || !opening) return reporter.refused(problems, notes);
  if (job.cancelled.aborted) return reporter.refused(['cancelled during preflight'], notes);
  for (const sentence of foresight) log.line(sentence);
  log.line('Nothing stands in the way.');
  const description = `${job.source.repository}@${job.source.sha}`;
  try {
    const begun = await begin({ ...job, functions, opening, plan, description, startedAt });
    switch (begun.kind) {
      case 'unchanged':
        return reporter.unchanged(begun.changes, begun.why, plan, notes);
      case 'first':
        return reporter.first(begun.changes, begun.made, notes);
      case 'ready':
        return await drive(session, begun.rollout, notes);
    }
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
      await target.settle(memory.remembered, 'before');
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
  if (ended.stuck) session.job.leaveToPost();
  const pruned = ended.ending.kind === 'promoted' ? await prune(session, ended.moment) : [];
  return session.reporter.ended(ended, [...notes, ...pruned]);
}
