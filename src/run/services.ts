// A job bound to its target: clients, calls, journal and reporter.

import { type Clients, connect } from '../aws/clients.ts';
import { offInWords } from '../aws/clock.ts';
import { bindFunctions, type Functions } from '../aws/functions.ts';
import { RolloutError } from '../base/errors.ts';
import { now, pause } from '../base/time.ts';
import { listen, NOBODY_ASKS, type Orders } from '../comments/listener.ts';
import { type Craft, type Moment, wayBackOf } from '../controller/context.ts';
import type { Patience } from '../controller/persist.ts';
import { createJournal, type Journal } from '../controller/recorder.ts';
import { connectHooks } from '../hooks/connect.ts';
import { createWatch } from '../monitor/monitor.ts';
import { targetKey } from '../report/target-label.ts';
import type { Reach } from '../rollout/decide.ts';
import { formatPhase } from '../rollout/phase.ts';
import type { RolloutRecord } from '../rollout/record.ts';
import { areSiblings, linkToRun, type RolloutId } from '../rollout/release.ts';
import { asFarAsShown } from '../rollout/shown.ts';
import { connectTarget } from '../targets/kinds.ts';
import { mustBeOurs, SETTLE_SECONDS } from '../targets/ownership.ts';
import { sealOf } from '../targets/seal.ts';
import type { Target } from '../targets/target.ts';
import { createReporter, type Reporter } from './reporter.ts';
import type { Job } from './run-context.ts';

export interface Session {
  readonly job: Job;
  readonly clients: Clients;
  readonly target: Target;
  readonly functions: Functions;
  readonly journal: Journal;
  readonly reporter: Reporter;
  /** When this run began; seconds since the epoch. */
  readonly startedAt: number;
  /** For every call of the way back: aborted when its time is over. */
  readonly wayBack: AbortSignal;
}

export function openSession(job: Job): Session {
  const clients = connect(job.inputs.region, job.cancelled, job.credentials);
  const target = connectTarget(clients, job.inputs, { say: job.log.line, linkTo: linkFrom(job) });
  const journal = createJournal(now);
  return {
    job,
    startedAt: now(),
    clients,
    target,
    functions: bindFunctions(clients.lambda, clients.place),
    journal,
    reporter: createReporter(job, target, journal, now),
    wayBack: wayBackOf(job.cancelled),
  };
}

/** For what a run reads and writes to roll back. */
export function patienceOf({ job, wayBack }: Session): Patience {
  return { log: job.log, cancelled: job.cancelled, wayBack, giveUpAt: job.giveUpAt };
}

/** Where a person can look at another run, which may be a job of this one. */
export function linkFrom({ id: own, source }: Pick<Job, 'id' | 'source'>) {
  return (id: RolloutId): string => {
    const link = linkToRun(id, source.runUrl);
    return areSiblings(id, own) ? `${link} (another job of this workflow run)` : link;
  };
}

/** How the loop is to drive a rollout. */
export interface Drive {
  readonly notes?: readonly string[];
  /** When this run took it over, in seconds since the epoch; 0 when it began it. */
  readonly takenOverAt?: number;
  readonly reach?: Reach;
}

/** What the loop needs to drive a rollout. */
export function craftOf(
  { job, clients, target, functions, journal, reporter, wayBack, startedAt }: Session,
  { notes = [], takenOverAt = 0, reach = { kind: 'to-the-end' } }: Drive = {},
): Craft {
  return {
    reach,
    id: job.id,
    endsBy: startedAt + job.lifetimes.jobTimeoutSeconds,
    signedBy: job.inputs.command === 'rollout' ? undefined : job.id,
    target,
    journal,
    log: job.log,
    onInconclusive: job.inputs.onInconclusive,
    onCancel: job.inputs.onCancel,
    linkTo: linkFrom(job),
    takenOverAt,
    cancelled: job.cancelled,
    wayBack,
    giveUpAt: job.giveUpAt,
    rollsBack: job.keepCause,
    watch: createWatch(clients.cloudWatch, target.gauge, job.inputs),
    hooks: connectHooks({
      inputs: job.inputs.hooks,
      log: job.log,
      now,
      place: clients.place,
      credentials: clients.credentials,
      functions,
      urlsOf: (rollout) => target.urls(rollout),
      ended: journal.heard,
    }),
    orders: ordersOf(job, target, journal),
    progress: (moment) => job.show(reporter.running(moment, notes)),
  };
}

function ordersOf(job: Job, target: Target, journal: Journal): Orders {
  const { conversation, log, inputs } = job;
  if (!conversation) return NOBODY_ASKS;
  const key = targetKey(target.describe());
  return listen({
    conversation,
    setPaused: target.pause,
    recordRequest: journal.asked,
    log,
    feedback: inputs.feedback,
    key,
  });
}

/** Leaves the rollout to the post step, with what is to be run by hand if AWS lets it do nothing. */
export function keepMend({ target, job }: Session, record: RolloutRecord): void {
  const commands = target.mendCommands(record);
  job.keepForPost({ words: target.words, commands, on: record.on, seal: sealOf(record) });
}

/**
 * From here on it is this run's: its post step takes it back, and the run before, if it is still there,
 * stops at its next write.
 *
 * @returns what stands once the other one's writing is over
 */
export async function takeOver(
  session: Session,
  { rollout: { record } }: Pick<Moment, 'rollout'>,
): Promise<Moment> {
  const { target, job, clients } = session;
  const off = offInWords(clients.clock.ahead());
  if (off !== undefined) job.log.warning(`${off}, and what is counted is asked for by the minute`);
  keepMend(session, record);
  await target.own(job.id);
  await pause(SETTLE_SECONDS, job.cancelled);
  const { memory, standing } = await target.observe();
  mustBeOurs(memory, job.id);
  if (memory.kind !== 'rollout' || !standing) throw new RolloutError('what stands is not known');
  const rollout = asFarAsShown(memory.remembered, standing, now());
  // Later runs count the time of the step from now on as well.
  if (rollout.phase !== memory.remembered.phase) {
    const at = rollout.phase.kind === 'step' ? `step ${rollout.phase.index + 1}` : 'no step';
    job.log.warning(
      `The stored state is ahead (${formatPhase(memory.remembered.phase)}), and AWS shows the weight of ${at}: this run goes on from there.`,
    );
    await target.remember(rollout, rollout.phase);
  }
  return { rollout, standing };
}
