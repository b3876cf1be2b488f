// A job bound to its target: clients, calls, journal and reporter.

import { type ClientSets, connect } from '../aws/clients.ts';
import { describeClockOffset } from '../aws/clock.ts';
import { bindFunctions, type FunctionCalls } from '../aws/functions.ts';
import { KnownError } from '../base/errors.ts';
import { now, sleep } from '../base/time.ts';
import { type CommentListener, listen, NO_COMMENTS } from '../comments/listener.ts';
import { type LoopContext, rollbackDeadlineOf, type Snapshot } from '../controller/context.ts';
import type { Patience } from '../controller/persist.ts';
import { createRecorder, type Recorder } from '../controller/recorder.ts';
import { connectHooks } from '../hooks/connect.ts';
import { createMonitor } from '../monitor/monitor.ts';
import type { RunScope } from '../rollout/decide.ts';
import { formatPhase } from '../rollout/phase.ts';
import type { RolloutRecord } from '../rollout/record.ts';
import { areSiblings, linkToRun, type RolloutId } from '../rollout/release.ts';
import { asFarAsShown } from '../rollout/shown.ts';
import { kindOf } from '../targets/kinds.ts';
import { assertOwned, SETTLE_SECONDS } from '../targets/ownership.ts';
import { sealOf } from '../targets/seal.ts';
import type { Target } from '../targets/target.ts';
import { createReporter, type Reporter } from './reporter.ts';
import type { RunContext } from './run-context.ts';

export interface Services {
  readonly context: RunContext;
  readonly clients: ClientSets;
  readonly target: Target;
  readonly functions: FunctionCalls;
  readonly recorder: Recorder;
  readonly reporter: Reporter;
  /** When this run began; seconds since the epoch. */
  readonly startedAt: number;
  /** Aborted when the time that a cancelled job has left to roll back is over. */
  readonly rollbackDeadline: AbortSignal;
  /** Gives up what is still being read: nobody waits for it, and the process must not either. */
  readonly close: () => void;
}

export async function openServices(context: RunContext): Promise<Services> {
  const { inputs, cancelled } = context;
  const rollbackDeadline = rollbackDeadlineOf(cancelled);
  const ended = new AbortController();
  const limits = { cancelled, rollbackDeadline, ended: ended.signal };
  const clients = connect(inputs.region, limits, context.credentials);
  const target = await kindOf(inputs.target).connect(inputs.target, {
    clients,
    released: inputs.functions,
    say: context.log.line,
    linkTo: linkFrom(context),
  });
  const recorder = createRecorder(now);
  return {
    context,
    startedAt: now(),
    clients,
    target,
    functions: bindFunctions(clients.normal),
    recorder,
    reporter: createReporter(
      { source: context.source, linkTo: linkFrom(context) },
      target,
      recorder,
      now,
    ),
    rollbackDeadline,
    close: () => ended.abort(),
  };
}

/** For what a run reads and writes to roll back. */
export function patienceOf({ context, rollbackDeadline }: Services): Patience {
  return {
    log: context.log,
    cancelled: context.cancelled,
    rollbackDeadline,
    giveUpAt: context.giveUpAt,
  };
}

/** Where a person can look at another run, which may be a job of this one. */
export function linkFrom({ id: claim, source }: Pick<RunContext, 'id' | 'source'>) {
  return (id: RolloutId): string => {
    const link = linkToRun(id, source.runUrl);
    return areSiblings(id, claim) ? `${link} (another job of this workflow run)` : link;
  };
}

/** How the loop is to drive a rollout. */
export interface LoopOptions {
  readonly notes?: readonly string[];
  /** When this run took it over, in seconds since the epoch; 0 when it began it. */
  readonly takenOverAt?: number;
  readonly scope?: RunScope;
}

/** What the loop needs to drive a rollout. */
export function loopContext(
  {
    context,
    clients,
    target,
    functions,
    recorder,
    reporter,
    rollbackDeadline,
    startedAt,
  }: Services,
  { notes = [], takenOverAt = 0, scope = { kind: 'to-the-end' } }: LoopOptions = {},
): LoopContext {
  return {
    scope,
    id: context.id,
    endsBy: startedAt + context.lifetimes.jobTimeoutSeconds,
    signedBy: context.inputs.command === 'rollout' ? undefined : context.id,
    target,
    recorder,
    log: context.log,
    onInconclusive: context.inputs.onInconclusive,
    onCancel: context.inputs.onCancel,
    linkTo: linkFrom(context),
    takenOverAt,
    cancelled: context.cancelled,
    rollbackDeadline,
    giveUpAt: context.giveUpAt,
    rollsBack: context.keepCause,
    monitor: createMonitor(clients.normal.cloudWatch, target.countSource, context.inputs),
    hooks: connectHooks({
      inputs: context.inputs.hooks,
      log: context.log,
      now,
      place: clients.normal.place,
      credentials: clients.normal.credentials,
      functions,
      urlsOf: (rollout) => target.urls(rollout),
      ended: recorder.recordHook,
    }),
    comments: ordersOf(context, target, recorder),
    progress: (snapshot) => context.show(reporter.running(snapshot, notes)),
  };
}

function ordersOf(context: RunContext, target: Target, recorder: Recorder): CommentListener {
  const { conversation, log, inputs } = context;
  if (!conversation) return NO_COMMENTS;
  const key = target.describe().key;
  return listen({
    conversation,
    setPaused: target.pause,
    recordRequest: recorder.recordRequest,
    log,
    feedback: inputs.feedback,
    key,
  });
}

/** Leaves the rollout to the post step, with what is to be run by hand if AWS lets it do nothing. */
export function saveRepairCommands({ target, context }: Services, record: RolloutRecord): void {
  const commands = target.repairCommands(record);
  context.saveForPost({ words: target.words, commands, on: record.on, seal: sealOf(record) });
}

/**
 * From here on it is this run's: its post step takes it back, and the run before, if it is still there,
 * stops at its next write.
 *
 * @returns what stands once the other one's writing is over
 */
export async function takeOver(
  services: Services,
  { rollout: { record } }: Pick<Snapshot, 'rollout'>,
): Promise<Snapshot> {
  const { target, context, clients } = services;
  const off = describeClockOffset(clients.normal.clock.ahead());
  if (off !== undefined)
    context.log.warning(`${off}, and what is counted is asked for by the minute`);
  saveRepairCommands(services, record);
  await target.claim(context.id);
  await sleep(SETTLE_SECONDS, context.cancelled);
  const { stored, trafficState } = await target.observe();
  assertOwned(stored, context.id);
  if (stored.kind !== 'rollout' || !trafficState)
    throw new KnownError('the current state is not known');
  const rollout = asFarAsShown(stored.storedRollout, trafficState, now());
  // Later runs count the time of the step from now on as well.
  if (rollout.phase !== stored.storedRollout.phase) {
    const at = rollout.phase.kind === 'step' ? `step ${rollout.phase.index + 1}` : 'no step';
    context.log.warning(
      `The stored state is ahead (${formatPhase(stored.storedRollout.phase)}), and AWS shows the weight of ${at}: this run goes on from there.`,
    );
    await target.savePhase(rollout, rollout.phase);
  }
  return { rollout, trafficState };
}
