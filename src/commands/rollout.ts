// A release from its inputs to its report: preflight, publish, deploy, and the loop that shifts,
// judges and promotes. A rollout that another run left open is met first.

import { messageOf } from '../base/errors.ts';
import { now, within } from '../base/time.ts';
import type { Moment } from '../controller/context.ts';
import { perform } from '../controller/loop.ts';
import { begin } from '../controller/prepare.ts';
import { inspect, type Preflight } from '../preflight/preflight.ts';
import type { Report } from '../report/report.ts';
import type { RolloutRecord } from '../rollout/record.ts';
import { sameRollout } from '../rollout/release.ts';
import { craftOf, type Drive, keepMend, linkFrom, type Session } from '../run/services.ts';
import { sayTaken } from '../targets/ownership.ts';
import { prune } from './prune.ts';
import { meetUnfinished } from './unfinished.ts';
import { readVersions } from './version-details.ts';

/** All of it. */
export function rollout(session: Session): Promise<Report> {
  return release(session, () => ({}));
}

/** As far as the first weight, which is then judged for as long as the run was told to stay. */
export function start(session: Session): Promise<Report> {
  return release(session, () => {
    const why = 'it was started, and waits for the next command';
    return { reach: { kind: 'hold', why, until: now() + session.job.inputs.holdSeconds } };
  });
}

async function release(session: Session, drive: () => Drive): Promise<Report> {
  session.job.log.group('Preflight');
  for (const sentence of session.job.inputs.understood) session.job.log.line(sentence);
  const since = now();
  for (;;) {
    const met = await meetUnfinished(session, since);
    if (met.kind === 'ended') return met.report;
    if (met.kind === 'resume') {
      return driveOn(session, met.moment, { ...drive(), takenOverAt: now() });
    }
    const report = await startAnew(session, drive);
    if (report !== 'taken') return report;
    session.job.log.line('Another release was begun here meanwhile, which is waited for.');
  }
}

/** Looks at everything that a release needs, and changes nothing. */
export function preflight(
  { target, clients, job }: Session,
  startedAt: number,
): Promise<Preflight> {
  const around = { ...clients, target, lifetimes: job.lifetimes };
  return inspect(around, job.inputs, startedAt);
}

/** @returns `taken` where another run was faster, and is to be waited for */
async function startAnew(session: Session, drive: () => Drive): Promise<Report | 'taken'> {
  const { job, functions, reporter } = session;
  const { log } = job;
  const startedAt = now();
  const { findings, opening, plan, foresight } = await preflight(session, startedAt);
  if (job.cancelled.aborted) return reporter.refused(['cancelled during preflight'], []);
  const { problems, notes } = findings;
  for (const note of notes) log.warning(note);
  if (problems.length > 0 || !opening) {
    return (await isTaken(session)) ? 'taken' : reporter.refused(problems, notes);
  }
  for (const sentence of foresight) log.line(sentence);
  log.line('Nothing stands in the way.');
  const description = `${job.source.repository}@${job.source.sha}`;
  try {
    const pull = await findPull(session);
    const preview = job.inputs.command === 'preview' ? job.pull?.number : undefined;
    const parts = { functions, opening, plan, description, startedAt, pull, preview };
    const begins = (record: RolloutRecord) => keepMend(session, record);
    const begun = await begin({ ...job, ...parts, begins });
    switch (begun.kind) {
      case 'unchanged':
        return reporter.unchanged(begun.changes, begun.why, plan, notes);
      case 'first':
        return reporter.first(begun.changes, begun.made, notes);
      case 'ready':
        return await driveOn(
          session,
          { rollout: begun.rollout, standing: { kind: 'stable' } },
          { ...drive(), notes },
        );
    }
  } catch (error) {
    const taken = sayTaken(error, linkFrom(job));
    const undone = await undo(session, taken ?? messageOf(error), notes);
    return taken !== undefined && waits(session) ? 'taken' : undone;
  }
}

function waits({ job }: Session): boolean {
  return job.inputs.supersede === 'wait' && !job.cancelled.aborted;
}

/** Whether another release was begun here since it was looked for, where such a one is waited for. */
async function isTaken(session: Session): Promise<boolean> {
  if (!waits(session)) return false;
  const { target } = session;
  try {
    const { memory } = await target.observe();
    return memory.kind !== 'none' || (await target.readBeside?.()) !== undefined;
  } catch {
    return false;
  }
}

/** Seconds that GitHub may take to say which pull request carries the release. */
const GITHUB_SECONDS = 5;

/** A release goes without one as well, so nothing that GitHub answers stops it. */
async function findPull({ job }: Session): Promise<number | undefined> {
  const { conversation, pull, log } = job;
  if (!conversation) return undefined;
  if (pull) return pull.number;
  try {
    const found = conversation().then((github) => github.findPull());
    return await within(GITHUB_SECONDS, found);
  } catch (error) {
    log.line(`Which pull request carries the release is not known: ${messageOf(error)}`);
    return undefined;
  }
}

/** Something failed before any user was served the new version: clear away what was prepared. */
async function undo(
  { target, job, reporter, wayBack }: Session,
  why: string,
  notes: readonly string[],
): Promise<Report> {
  try {
    const { memory, standing } = await target.observe(wayBack);
    // What another run has begun meanwhile is not this one's to take back.
    const ours = memory.kind === 'rollout' && sameRollout(memory.remembered.record.id, job.id);
    if (ours && standing && standing.kind !== 'foreign') {
      await target.rollBack(memory.remembered, standing, wayBack);
      await target.settle(memory.remembered, 'before', wayBack);
      await target.forget(undefined, wayBack, job.id);
    }
  } catch (error) {
    job.log.warning(`What was prepared could not be cleared away: ${messageOf(error)}`);
    job.leaveToPost();
  }
  return reporter.refused([job.cancelled.aborted ? 'cancelled while preparing' : why], notes);
}

/** Drives a prepared or taken-over rollout to its ending, or as far as it is to go. */
export async function driveOn(session: Session, moment: Moment, drive: Drive): Promise<Report> {
  const craft = craftOf(session, drive);
  if (craft.reach.kind === 'one-look') {
    await within(GITHUB_SECONDS, craft.orders.poll(moment.rollout));
  }
  const told = new AbortController();
  void readVersions(session.functions, moment.rollout.record.functions, told.signal).then(
    session.journal.knows,
  );
  const ended = await perform(craft, moment).finally(() => told.abort());
  if (ended.rest === 'unsettled') session.job.leaveToPost();
  const pruned = ended.ending.kind === 'promoted' ? await prune(session, ended.moment) : [];
  return session.reporter.ended(ended, [...(drive.notes ?? []), ...pruned]);
}
