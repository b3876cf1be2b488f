// A release from its inputs to its report: preflight, publish, deploy, and the loop that shifts, judges and
// promotes.
// A rollout that another run left open is handled first.

import { denialIn } from '../base/denial.ts';
import { known, messageOf } from '../base/errors.ts';
import { logBug, sayWrapped } from '../base/log.ts';
import { now, whenAborted, withTimeout } from '../base/time.ts';
import { type LoopOptions, type Snapshot, WHOLE_RELEASE } from '../controller/context.ts';
import { runLoop } from '../controller/loop.ts';
import { type Prepared, prepare } from '../controller/prepare.ts';
import { inspect, type Preflight } from '../preflight/preflight.ts';
import { doorLines } from '../report/approval-section.ts';
import { blindSpotCount } from '../report/blind-text.ts';
import { causeText } from '../report/cause-text.ts';
import { holdBackText } from '../report/hold-back-text.ts';
import type { Report } from '../report/report.ts';
import type { Cause } from '../rollout/cause.ts';
import type { RolloutRecord } from '../rollout/record.ts';
import { linkFrom, sameRollout } from '../rollout/release.ts';
import { type Services, saveRepairCommands } from '../run/services.ts';
import { causeOf, isLostToAnother } from '../targets/ownership.ts';
import type { TargetSetup } from '../targets/target.ts';
import type { ApprovalFindings } from './approval-findings.ts';
import { untilOpen } from './closed.ts';
import { closingNotes } from './closing-notes.ts';
import { followUpNotes } from './follow-up-notes.ts';
import { latestAfterRollback } from './latest-after-rollback.ts';
import { policiesFor } from './plan-policies.ts';
import { prune } from './prune.ts';
import { announceExpiry, warnIfTooShort } from './time-left.ts';
import { handleUnfinished } from './unfinished.ts';
import { readVersions } from './version-details.ts';
import { weightNow } from './weight-now.ts';

/** The complete release. */
export function rollout(services: Services): Promise<Report> {
  return release(services, () => ({}));
}

/** Up to the first weight, which is then judged for the configured time. */
export function start(services: Services): Promise<Report> {
  return release(services, () => {
    const cause = { kind: 'started' } as const;
    return { scope: { kind: 'hold', cause, until: now() + services.context.inputs.holdSeconds } };
  });
}

async function release(services: Services, drive: () => Partial<LoopOptions>): Promise<Report> {
  services.host.log.group('Preflight');
  for (const sentence of services.context.inputs.understood)
    sayWrapped(services.host.log, sentence);
  const since = now();
  for (;;) {
    const met = await handleUnfinished(services, since);
    if (met.kind === 'ended') return met.report;
    if (met.kind === 'resume') {
      const { snapshot, late } = met;
      return continueRollout(services, snapshot, { ...drive(), takenOverAt: now(), late });
    }
    const report = (await untilOpen(services)) ?? (await startNew(services, drive));
    if (report !== 'taken') return report;
    services.host.log.line(
      'Another release was started here in the meantime; waiting for it to end.',
    );
  }
}

/** Reads everything that a release needs, and changes nothing. */
export function preflight(
  { target, clients, context, host: { graceSeconds } }: Services,
  startedAt: number,
): Promise<Preflight> {
  const run = { id: context.id, pull: context.event.pull?.number };
  const { lifetimes } = context;
  const services = { target, clients: clients.normal, lifetimes, run, graceSeconds };
  return inspect(services, context.inputs, startedAt);
}

/** @returns `taken` if another run was faster, and this one is to wait for it */
async function startNew(
  services: Services,
  drive: () => Partial<LoopOptions>,
): Promise<Report | 'taken'> {
  const { context, host, reporter } = services;
  const { log } = host;
  const startedAt = now();
  const found = await preflight(services, startedAt);
  const { findings, opening, plan, holdBack, forecast: foresight, blindSpots } = found;
  if (host.cancelled.aborted) {
    return reporter.refused(['cancelled during preflight'], [], CANCELLED);
  }
  const { problems, notes } = findings;
  notes.push(...(await followUpNotes(services)));
  const asked = await approvalsOf(services, plan);
  notes.push(...asked.notes);
  problems.push(...asked.problems);
  for (const note of notes) log.warning(note);
  if (problems.length > 0 || !opening) {
    if (await isTaken(services)) return 'taken';
    const refused = reporter.refused(problems, notes, undefined, await weightNow(services.target));
    return { ...refused, ...(await policyIfDenied(services, found)) };
  }
  const closing = await closingNotes(services, plan);
  const planned = [...holdBackText(holdBack, plan.bakeSeconds), ...closing];
  for (const sentence of [...foresight, ...found.logs.notes, ...planned]) sayWrapped(log, sentence);
  if (blindSpots.length > 0) {
    const line = blindSpotCount(blindSpots);
    sayWrapped(log, line);
    notes.push(line);
  }
  log.line('No problems found.');
  const source = `${context.source.repository}@${context.source.sha}`;
  const pull = asked.pull ?? (await findPull(services));
  const preview = context.inputs.command === 'preview' ? context.event.pull?.number : undefined;
  const parts = { opening, plan, source, startedAt, pull, preview };
  const begins = (record: RolloutRecord) => saveRepairCommands(services, record);
  let begun: Prepared;
  try {
    begun = await prepare({ id: context.id, ...host, ...parts, begins });
  } catch (error) {
    logBug(host.log, error);
    const undone = await undo(services, opening, causeOf(error), notes);
    return isLostToAnother(error) && waits(services) ? 'taken' : undone;
  }
  switch (begun.kind) {
    case 'unchanged':
      return reporter.unchanged(begun.changes, begun.why, plan, notes);
    case 'first':
      return reporter.first(begun.changes, begun.made, notes);
    case 'ready':
      return continueRollout(
        services,
        { rollout: begun.rollout, trafficState: { kind: 'stable' } },
        { ...drive(), notes: [...notes, ...planned] },
      );
  }
}

/** Whether anybody could approve what the plan asks for. */
async function approvalsOf(
  services: Services,
  { approvals }: Preflight['plan'],
): Promise<ApprovalFindings> {
  if (!approvals) return { problems: [], notes: [], pull: undefined };
  const { approvalFindings } = await import('./approval-findings.ts');
  return approvalFindings(services, approvals);
}

const CANCELLED = { kind: 'cancelled' } as const;

/** A role that lacks a permission is where the whole policy is needed. */
async function policyIfDenied(
  services: Services,
  { findings, opening, logs }: Preflight,
): Promise<Pick<Report, 'policy'>> {
  if (!findings.problems.some((problem) => denialIn(problem))) return {};
  const { policy } = (await policiesFor(services, opening, logs)).shown;
  return { policy };
}

function waits({ context, host }: Services): boolean {
  return context.inputs.supersede === 'wait' && !host.cancelled.aborted;
}

/** Whether another release has begun here since the first check, if this run waits for such releases. */
async function isTaken(services: Services): Promise<boolean> {
  if (!waits(services)) return false;
  const { target } = services;
  try {
    const { stored } = await target.observe();
    return stored.kind !== 'none' || (await target.readOtherRollout?.()) !== undefined;
  } catch (error) {
    known(error);
    return false;
  }
}

/** The time limit for finding the release's pull request on GitHub, in seconds. */
const GITHUB_SECONDS = 5;

const UNFOUND =
  'The pull request of the release could not be found, so no commands are read from its comments';

/** A release also works without one, so no GitHub error stops it. */
async function findPull({ context, host }: Services): Promise<number | undefined> {
  const { conversation, log } = host;
  const { pull } = context.event;
  if (!conversation) return undefined;
  if (pull) return pull.number;
  try {
    const asked = conversation().then(async (github) => ({ found: await github.findPull() }));
    const answer = await withTimeout(GITHUB_SECONDS, asked);
    if (!answer) log.line(`${UNFOUND}: no answer within ${GITHUB_SECONDS} seconds`);
    return answer?.found;
  } catch (error) {
    log.line(`${UNFOUND}: ${known(error).message}`);
    return undefined;
  }
}

/** A failure before any user was served the new version: removes what was prepared. */
async function undo(
  { target, context, host, reporter }: Services,
  { uploads }: TargetSetup,
  cause: Cause,
  notes: readonly string[],
): Promise<Report> {
  const { rollback } = target;
  try {
    const { stored, trafficState } = await rollback.observe();
    // This run must not roll back what another run has begun in between.
    const ours =
      stored.kind === 'rollout' && sameRollout(stored.storedRollout.record.id, context.id);
    if (ours && trafficState && trafficState.kind !== 'external') {
      await rollback.restore(stored.storedRollout, trafficState);
      await rollback.cleanUp(stored.storedRollout, 'before');
      await rollback.clearState(undefined, context.id);
    }
  } catch (error) {
    logBug(host.log, error);
    host.log.warning(`What was prepared could not be removed: ${messageOf(error)}`);
    host.leaveToPost();
  }
  const left = (await uploads?.left()) ?? [];
  if (host.cancelled.aborted) {
    return reporter.refused(['cancelled while preparing', ...left], notes, CANCELLED);
  }
  const weight = await weightNow(target);
  return reporter.refused([causeText(cause, linkFrom(context)), ...left], notes, cause, weight);
}

/** Drives a prepared or taken-over rollout to its end, or as far as it is to go. */
export async function continueRollout(
  services: Services,
  snapshot: Snapshot,
  part: Partial<LoopOptions>,
): Promise<Report> {
  const drive = { ...WHOLE_RELEASE, ...part };
  if (drive.scope.kind === 'one-check') await pollOnce(services, snapshot);
  await readDetails(services, snapshot.rollout.record);
  warnIfTooShort(services, snapshot.rollout, drive.scope);
  const stop = announceExpiry(services);
  const ended = await runLoop({ ...services, drive }, snapshot).finally(stop);
  if (ended.cleanup === 'cleanup-pending') services.host.leaveToPost();
  const pruned = ended.ending.kind === 'promoted' ? await prune(services, ended.snapshot) : [];
  const left = latestAfterRollback(services.context.inputs, ended);
  const report = services.reporter.ended(ended, [...drive.notes, ...pruned, ...left]);
  for (const line of doorLines(report)) services.host.log.line(line);
  return report;
}

/** This run makes one check, so the comments are read before it. A cancellation does not wait for them. */
async function pollOnce(
  { comments, host: { cancelled } }: Services,
  { rollout }: Snapshot,
): Promise<void> {
  if (cancelled.aborted) return;
  const polling = withTimeout(GITHUB_SECONDS, comments.poll(rollout));
  await Promise.race([polling, whenAborted(cancelled)]);
}

/** How long the loop may wait for details that only its report needs, in seconds. */
const DETAILS_SECONDS = 5;

/** Before the loop, with no concurrent reads, so that the first call after a cancellation is the rollback. */
async function readDetails(
  { target, recorder, host: { cancelled } }: Services,
  record: RolloutRecord,
): Promise<void> {
  if (cancelled.aborted) return;
  const reading = readVersions(target, record.functions, cancelled).then(recorder.addVersions);
  await Promise.race([withTimeout(DETAILS_SECONDS, reading), whenAborted(cancelled)]);
}
