// A rollout that an earlier run left open: whose it is, and what is to be done with it.

import { closingSeconds } from '../analysis/closed.ts';
import { messageOf } from '../base/errors.ts';
import { now, pause } from '../base/time.ts';
import type { Moment } from '../controller/context.ts';
import { rollBack } from '../controller/rollback.ts';
import type { Report } from '../report/report.ts';
import { plannedReading } from '../rollout/bake.ts';
import { begunInWords } from '../rollout/open-for.ts';
import { formatPhase } from '../rollout/phase.ts';
import { planSeconds } from '../rollout/plan.ts';
import { planDifferences } from '../rollout/plan-difference.ts';
import type { NotToGoOnWith, Remembered } from '../rollout/record.ts';
import { areSiblings } from '../rollout/release.ts';
import { whyNotOurs } from '../rollout/stored-state-text.ts';
import { canGiveBack } from '../rollout/traffic-state.ts';
import { craftOf, linkFrom, type Session, takeOver } from '../run/services.ts';
import type { Observed } from '../targets/target.ts';
import { wayOut } from './open-rollout.ts';

export type Met =
  /** There is none, or not any more. */
  | { readonly kind: 'clear' }
  | { readonly kind: 'resume'; readonly moment: Moment }
  /** This run goes no further. */
  | { readonly kind: 'ended'; readonly report: Report };

/**
 * Looks for an open rollout of ours and does with it what `on-unfinished` says.
 *
 * @param since when this run began, in seconds since the epoch: it waits for others no longer than its job
 *   has time
 */
export async function meetUnfinished(session: Session, since: number): Promise<Met> {
  const { target, job } = session;
  let observed: Observed;
  try {
    observed = await target.observe();
  } catch {
    // Preflight reads the same things, and says what is wrong with them among everything else.
    return { kind: 'clear' };
  }
  const { memory, standing } = observed;
  if (memory.kind === 'none') {
    // Preflight says it among everything else, where it is not to be waited for.
    const beside = job.inputs.supersede === 'wait' ? await besideIt(session) : undefined;
    return beside ? meetAnother(session, beside, since) : { kind: 'clear' };
  }
  if (memory.kind !== 'rollout') return meetAnother(session, memory, since);
  const { remembered } = memory;
  const whose = `the rollout of ${linkFrom(job)(remembered.record.id)} is unfinished (${formatPhase(remembered.phase)}), ${begunInWords(remembered, now())}`;
  job.log.warning(`On ${target.words}, ${whose}.`);
  const takesBack = job.inputs.onUnfinished === 'rollback';
  if (!standing) return refuse(session, `${whose}, and ${target.words} was not read`);
  if (standing.kind === 'foreign' && !(takesBack && canGiveBack(standing))) {
    return refuse(
      session,
      `${whose}, and ${target.words} is not as it left it: ${standing.what}${wayOut(standing)}`,
      { rollout: remembered, standing },
    );
  }
  return settle(session, { rollout: remembered, standing, since }, whose);
}

/** What takes part in a rollout of something else, or is another alias's, is never touched. */
function meetAnother(session: Session, memory: NotToGoOnWith, since: number): Met | Promise<Met> {
  const { target, job } = session;
  const says = whyNotOurs(target.words, memory, linkFrom(job));
  // What nobody can vouch for may never end.
  const ends = memory.kind !== 'unreadable' && memory.kind !== 'unproven';
  if (ends && job.inputs.supersede === 'wait') return waitForIts(session, { since }, says);
  const hint = ends ? '. To wait for it, set supersede: wait' : '';
  // Whose it is may serve users something of its own, which was not read.
  return { kind: 'ended', report: session.reporter.declined([`${says}${hint}`]) };
}

async function besideIt({ target }: Session): Promise<NotToGoOnWith | undefined> {
  return target.readBeside?.().catch(() => undefined);
}

/** A rollout that this run has met. */
interface Meeting extends Moment {
  /** When this run began, in seconds since the epoch. */
  readonly since: number;
}

async function settle(session: Session, moment: Meeting, whose: string): Promise<Met> {
  const { job } = session;
  if (job.inputs.onUnfinished === 'fail') {
    return refuse(
      session,
      `${whose}; on-unfinished: fail leaves it alone. Set resume or rollback`,
      moment,
    );
  }
  if (job.inputs.onUnfinished === 'rollback' || neverSeen(moment)) {
    if (isSiblings(session, moment)) return besideSibling(session, moment, whose);
    return takeBack(session, moment, 'unfinished rollout of an earlier run');
  }
  try {
    const other = await whatElse(session, moment.rollout);
    if (other !== undefined) return await supersede(session, moment, `${whose}, and ${other}`);
    const changed = planDifferences(job.inputs.asked, moment.rollout.record.plan);
    if (changed.length > 0 && job.inputs.onOtherPlan === 'fail') {
      return refuse(
        session,
        `${whose}, and has another plan than this run: ${changed.join('; ')}. Set on-other-plan: continue to go on with the plan that is open, or on-unfinished: rollback to take it back`,
        moment,
      );
    }
    for (const one of changed) job.log.warning(`Going on with the plan that is open: ${one}`);
    const own = await takeOver(session, moment);
    job.log.line('Going on with it: its own plan, from where it stands.');
    return { kind: 'resume', moment: own };
  } catch (error) {
    return refuse(session, `${whose}, and it could not be taken over: ${messageOf(error)}`, moment);
  }
}

/** First it is this run's: one that still drives it stops, and does not undo what is done here. */
async function takeBack(session: Session, moment: Moment, why: string): Promise<Met> {
  // The way back does not wait for a tag.
  const own = await takeOver(session, moment).catch(() => moment);
  if (!canGiveBack(own.standing)) {
    const problem = `${session.target.words} is not as it was left: ${own.standing.what}${wayOut(own.standing)}`;
    return refuse(session, problem, own);
  }
  const ended = await rollBack(craftOf(session), own, why);
  if (ended.ending.kind === 'rolled-back') return { kind: 'clear' };
  session.job.leaveToPost();
  return { kind: 'ended', report: session.reporter.ended(ended, []) };
}

/** Of jobs that run at the same time none is newer than the other, so none takes the other's release back. */
function isSiblings({ job }: Session, { rollout }: Moment): boolean {
  return areSiblings(rollout.record.id, job.id);
}

function besideSibling(session: Session, moment: Meeting, whose: string): Met | Promise<Met> {
  if (session.job.inputs.supersede === 'wait') return waitForIts(session, moment, whose);
  return refuse(
    session,
    `${whose}. Jobs of one workflow run do not roll back each other's releases: set supersede: wait, let one job run at a time (strategy: max-parallel: 1), or release the functions together in one job`,
    moment,
  );
}

/** Another release is open. What is newer must not be lost, and what is older not be cut off unasked. */
async function supersede(session: Session, moment: Meeting, whose: string): Promise<Met> {
  const { job } = session;
  switch (job.inputs.supersede) {
    case 'fail':
      return refuse(
        session,
        `${whose}. Finish it first, or set supersede: wait or replace, or on-unfinished: rollback`,
        moment,
      );
    case 'replace':
      if (isSiblings(session, moment)) return besideSibling(session, moment, whose);
      return takeBack(session, moment, `superseded by ${linkFrom(job)(job.id)}`);
    case 'wait':
      return waitForIts(session, moment, whose);
  }
}

/** No user is served by it, and it was not further than its first shift: nothing to go on with. */
function neverSeen({ rollout, standing }: Moment): boolean {
  const { phase } = rollout;
  const first = phase.kind === 'preparing' || (phase.kind === 'step' && phase.index === 0);
  return first && standing.kind === 'stable';
}

/**
 * This run goes on only with what it would release itself.
 *
 * @returns what else the rollout releases, for a sentence; `undefined` when it is the same
 */
async function whatElse(
  { job, functions }: Session,
  { record }: Remembered,
): Promise<string | undefined> {
  const asked = job.inputs.functions.map(({ name }) => name);
  const others = record.functions.filter(({ name }) => !asked.includes(name));
  if (others.length > 0) {
    return `it releases ${others.map(({ name }) => `"${name}"`).join(', ')} as well, which is not what this run would release`;
  }
  for (const { name, version } of job.inputs.functions) {
    const change = record.functions.find((f) => f.name === name);
    const wanted = version ?? (await functions.read(name))?.codeSha256;
    const open = version
      ? change?.to
      : change && (await functions.read(name, change.to))?.codeSha256;
    if (wanted === open) continue;
    return `it releases ${change ? `version ${change.to} of` : 'nothing of'} "${name}", which is not what this run would release`;
  }
  return undefined;
}

/** Set aside for what comes before the steps and after the bake. */
const OVERHEAD_SECONDS = 300;

/**
 * Waits until the rollout that is open has ended, or there is no time left for this run's own.
 *
 * @param met the moment of that rollout is left out where it is not of what was asked for
 */
async function waitForIts(
  session: Session,
  met: Meeting | Pick<Meeting, 'since'>,
  whose: string,
): Promise<Met> {
  const { target, job } = session;
  const moment = 'rollout' in met ? met : undefined;
  const { steps, advance, bakeSeconds, jobTimeoutSeconds, analysis } = job.inputs;
  // How long this run's own functions may take to answer is not known before its preflight.
  const closing = closingSeconds(moment?.rollout.record.longestAnswerSeconds ?? 0);
  const own = planSeconds({
    steps: steps === 'auto' ? [] : steps,
    advance,
    bakeSeconds,
    ...plannedReading(bakeSeconds, analysis === 'enforce', closing),
  });
  const until = met.since + jobTimeoutSeconds - own - OVERHEAD_SECONDS;
  job.log.group('Wait for the rollout that is open');
  while (now() < until) {
    job.log.line(`Waiting: ${whose}.`);
    await pause(WAIT_SECONDS, job.cancelled);
    if (job.cancelled.aborted) {
      return refuse(session, 'cancelled while it waited for an earlier rollout', moment);
    }
    const seen = await target.observe(job.cancelled).catch(() => undefined);
    if (seen?.memory.kind === 'none' && !(await besideIt(session))) return { kind: 'clear' };
  }
  return refuse(
    session,
    `${whose}; it has not ended in the time that this job could wait (job-timeout)`,
    moment,
  );
}

const WAIT_SECONDS = 60;

/** @param moment what stands, where that is known: users may be served a part of it */
function refuse({ reporter }: Session, problem: string, moment?: Moment): Met {
  const report = moment ? reporter.declined([problem], moment) : reporter.refused([problem], []);
  return { kind: 'ended', report };
}
