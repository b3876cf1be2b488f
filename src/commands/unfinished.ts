// A rollout that an earlier run left open: who owns it, and what to do with it.

import { known, orElse } from '../base/errors.ts';
import { listed } from '../base/listed.ts';
import { now, sleep } from '../base/time.ts';
import type { Snapshot } from '../controller/context.ts';
import { rollBack } from '../controller/rollback.ts';
import type { Report } from '../report/report.ts';
import { whyNotOwned } from '../report/stored-state-text.ts';
import { isHeldAtZero } from '../rollout/approval.ts';
import type { Cause } from '../rollout/cause.ts';
import { describeStart } from '../rollout/open-for.ts';
import { formatPhase } from '../rollout/phase.ts';
import { planDifferences } from '../rollout/plan-difference.ts';
import type { NotResumable } from '../rollout/record.ts';
import { areSiblings, linkFrom } from '../rollout/release.ts';
import { canRollBack } from '../rollout/traffic-state.ts';
import type { Services } from '../run/services.ts';
import type { TargetState } from '../targets/target.ts';
import { untilOpen } from './closed.ts';
import { expectedSeconds } from './expected-seconds.ts';
import { commandsToForget, howToEnd, neverEnds, observeOpen, waysOut } from './open-rollout.ts';
import { differenceFromRequest } from './request-difference.ts';
import { type Taken, takeOverToDrive, takeOverToRollBack } from './take-over.ts';

export type UnfinishedResult =
  /** There is none, or no longer any. */
  | { readonly kind: 'clear' }
  | ({ readonly kind: 'resume' } & Taken)
  /** This run ends here. */
  | { readonly kind: 'ended'; readonly report: Report };

/**
 * Looks for an open rollout of this action, and handles it according to `on-unfinished`.
 *
 * @param since when this run began, in seconds since the epoch: it waits for others only within the time of its
 * job
 */
export async function handleUnfinished(
  services: Services,
  since: number,
): Promise<UnfinishedResult> {
  const { target, context, host } = services;
  let observed: TargetState;
  try {
    observed = await observeOpen(services);
  } catch (error) {
    known(error);
    // Preflight reads the same things, and says what is wrong with them among everything else.
    return { kind: 'clear' };
  }
  const { stored, trafficState } = observed;
  if (stored.kind === 'none') {
    // Preflight reports it together with all others, unless this run waits for it.
    const otherRollout =
      context.inputs.supersede === 'wait' ? await findOtherRollout(services) : undefined;
    return otherRollout ? handleOther(services, otherRollout, since) : { kind: 'clear' };
  }
  if (stored.kind !== 'rollout') return handleOther(services, stored, since);
  const { storedRollout } = stored;
  const whose = `the rollout of ${linkFrom(context)(storedRollout.record.id)} is unfinished (${formatPhase(storedRollout.phase)}), ${describeStart(storedRollout, now())}`;
  host.log.warning(`On ${target.words}, ${whose}.`);
  const takesBack = context.inputs.onUnfinished === 'rollback';
  if (!trafficState) return refuse(services, `${whose}, but ${target.words} could not be read`);
  if (trafficState.kind === 'external' && !(takesBack && canRollBack(trafficState))) {
    return refuse(
      services,
      `${whose}, but ${target.words} is not in the state that it left: ${trafficState.what}${howToEnd(trafficState)}`,
      { rollout: storedRollout, trafficState },
    );
  }
  return cleanUp(services, { rollout: storedRollout, trafficState, since }, whose);
}

/** Never changes a function that takes part in a rollout of something else, or an alias of another rollout. */
async function handleOther(
  services: Services,
  stored: NotResumable,
  since: number,
): Promise<UnfinishedResult> {
  const { target, context } = services;
  const says = whyNotOwned(target.words, stored, linkFrom(context));
  // A rollout that cannot be confirmed may never end.
  const ends = !neverEnds(stored);
  if (ends && context.inputs.supersede === 'wait') return waitForIts(services, { since }, says);
  const hint = ends ? '. To wait for it, set supersede: wait' : '';
  // The owner's rollout may serve users a version of its own, which was not read.
  const problems = [`${says}${hint}`];
  const commands = ends ? [] : await commandsToForget(services);
  const cause = { kind: 'unfinished', problems } as const;
  const report = services.reporter.declined(problems, undefined, { cause, commands, weight: null });
  return { kind: 'ended', report };
}

async function findOtherRollout({ target }: Services): Promise<NotResumable | undefined> {
  return target.readOtherRollout?.().catch(orElse(undefined));
}

/** The unfinished rollout that this run found. */
interface Meeting extends Snapshot {
  /** When this run began, in seconds since the epoch. */
  readonly since: number;
}

async function cleanUp(
  services: Services,
  snapshot: Meeting,
  whose: string,
): Promise<UnfinishedResult> {
  const { context, host } = services;
  if (context.inputs.onUnfinished === 'fail') {
    return refuse(
      services,
      `${whose}; with on-unfinished: fail, this run does not change it. Set resume or rollback`,
      snapshot,
    );
  }
  if (context.inputs.onUnfinished === 'rollback' || servedNobody(snapshot)) {
    if (isSiblings(services, snapshot)) return handleSibling(services, snapshot, whose);
    return rollBackUnfinished(services, snapshot, { kind: 'unfinished', problems: [] });
  }
  try {
    const other = await differenceFromRequest(services, snapshot.rollout);
    if (other !== undefined) return await supersede(services, snapshot, `${whose}, and ${other}`);
    const changed = planDifferences(context.inputs.asked, snapshot.rollout.record.plan);
    if (changed.length > 0 && context.inputs.onOtherPlan === 'fail') {
      return refuse(
        services,
        `${whose}, and uses a different plan than this run: ${listed(changed, '; ')}. To continue with its plan, set on-other-plan: continue. To roll it back, set on-unfinished: rollback`,
        snapshot,
      );
    }
    for (const one of changed)
      host.log.warning(`Continuing with the plan of the open rollout: ${one}`);
    const taken = await takeOverToDrive(services, snapshot);
    host.log.line('Continuing the open rollout with its own plan, from its current state.');
    return { kind: 'resume', ...taken };
  } catch (error) {
    return refuse(
      services,
      `${whose}, but it could not be taken over: ${known(error).message}`,
      snapshot,
    );
  }
}

/** First, this run takes it over. A run that still drives it then stops, and does not undo what is done here. */
async function rollBackUnfinished(
  services: Services,
  snapshot: Snapshot,
  cause: Cause,
): Promise<UnfinishedResult> {
  const { snapshot: claim, late } = await takeOverToRollBack(services, snapshot);
  if (!canRollBack(claim.trafficState)) {
    const problem = `${services.target.words} is not in the state that the rollout left: ${claim.trafficState.what}${howToEnd(claim.trafficState)}`;
    return refuse(services, problem, claim);
  }
  const ended = await rollBack(services, claim, cause, late);
  if (ended.ending.kind === 'rolled-back') return { kind: 'clear' };
  services.host.leaveToPost();
  return { kind: 'ended', report: services.reporter.ended(ended, []) };
}

/** Concurrent jobs are not newer than each other, so none rolls back the release of another. */
function isSiblings({ context }: Services, { rollout }: Snapshot): boolean {
  return areSiblings(rollout.record.id, context.id);
}

function handleSibling(
  services: Services,
  snapshot: Meeting,
  whose: string,
): UnfinishedResult | Promise<UnfinishedResult> {
  if (services.context.inputs.supersede === 'wait') return waitForIts(services, snapshot, whose);
  return refuse(
    services,
    `${whose}. Jobs of one workflow run do not roll back each other's releases: set supersede: wait, let one job run at a time (strategy: max-parallel: 1), or release the functions together in one job`,
    snapshot,
  );
}

/** Another release is open. A newer one must not be lost, and an older one not be interrupted without a request. */
async function supersede(
  services: Services,
  snapshot: Meeting,
  whose: string,
): Promise<UnfinishedResult> {
  const { context } = services;
  switch (context.inputs.supersede) {
    case 'fail':
      return refuse(
        services,
        `${whose}. Finish it first, or set supersede: wait or replace, or on-unfinished: rollback`,
        snapshot,
      );
    case 'replace':
      if (isSiblings(services, snapshot)) return handleSibling(services, snapshot, whose);
      return replace(services, snapshot);
    case 'wait':
      return waitForIts(services, snapshot, whose);
  }
}

/** What cannot begin now replaces nothing. */
async function replace(services: Services, snapshot: Snapshot): Promise<UnfinishedResult> {
  const closed = await untilOpen(services);
  if (closed) return { kind: 'ended', report: closed };
  const cause = { kind: 'superseded', by: services.context.id } as const;
  return rollBackUnfinished(services, snapshot, cause);
}

/** It serves no user and had not passed its first shift: there is nothing to continue, unless it waits for a person. */
function servedNobody({ rollout, trafficState }: Snapshot): boolean {
  const { phase } = rollout;
  if (isHeldAtZero(rollout)) return false;
  const first = phase.kind === 'preparing' || (phase.kind === 'step' && phase.index === 0);
  return first && trafficState.kind === 'stable';
}

/** Seconds reserved for what comes before the steps and after the bake. */
const OVERHEAD_SECONDS = 300;

/**
 * Waits until the open rollout has ended, or no time is left for this run's own release.
 *
 * @param met the snapshot is omitted if that rollout is not of the target in the inputs
 */
async function waitForIts(
  services: Services,
  met: Meeting | Pick<Meeting, 'since'>,
  whose: string,
): Promise<UnfinishedResult> {
  const { target, context, host } = services;
  const snapshot = 'rollout' in met ? met : undefined;
  const { inputs } = context;
  // The longest response time of this run's own functions is not known before its preflight.
  const claim = expectedSeconds(inputs, snapshot?.rollout.record.longestAnswerSeconds);
  const until = met.since + inputs.jobTimeoutSeconds - claim - OVERHEAD_SECONDS;
  host.log.group('Wait for the open rollout');
  while (now() < until) {
    host.log.line(`Waiting: ${whose}.`);
    await sleep(WAIT_SECONDS, host.cancelled);
    if (host.cancelled.aborted) {
      const why = 'cancelled while waiting for an earlier rollout';
      return refuse(services, why, snapshot, { kind: 'cancelled' });
    }
    const observation = await target.observe().catch(orElse(undefined));
    if (observation?.stored.kind === 'none' && !(await findOtherRollout(services)))
      return { kind: 'clear' };
  }
  return refuse(
    services,
    `${whose}; it did not end within the time that this job can wait (job-timeout)`,
    snapshot,
  );
}

const WAIT_SECONDS = 60;

/** @param snapshot the current state, if known: users may be served part of it */
async function refuse(
  services: Services,
  problem: string,
  snapshot?: Snapshot,
  cause: Cause = { kind: 'unfinished', problems: [problem] },
): Promise<UnfinishedResult> {
  const { reporter } = services;
  const report = snapshot
    ? reporter.declined([problem], snapshot, {
        cause,
        commands: await waysOut(services, snapshot),
      })
    : reporter.refused([problem], [], cause);
  return { kind: 'ended', report };
}
