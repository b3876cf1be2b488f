// A run's services: everything that does something, bound to what the run was given.

import { type ClientSets, connect } from '../aws/clients.ts';
import { describeClockOffset } from '../aws/clock.ts';
import { callsPerSecond } from '../aws/log-quota.ts';
import { KnownError } from '../base/errors.ts';
import { type Log, logBug } from '../base/log.ts';
import { now, sleep } from '../base/time.ts';
import { type CommentListener, listen, NO_COMMENTS } from '../comments/listener.ts';
import { type LoopServices, rollbackDeadlineOf, type Snapshot } from '../controller/context.ts';
import { createRecorder, type Recorder } from '../controller/recorder.ts';
import { connectHooks } from '../hooks/connect.ts';
import { readsOnly } from '../inputs/read-only.ts';
import { type ExplainedLogs, explainLogs, NO_EXPLAINED_LOGS } from '../monitor/explained-logs.ts';
import { lazyLogs } from '../monitor/lazy-logs.ts';
import { createMonitor } from '../monitor/monitor.ts';
import { watchTags } from '../monitor/tagged-alarms.ts';
import { withApproval } from '../rollout/approval.ts';
import type { GivenApproval } from '../rollout/given-approval.ts';
import { formatPhase } from '../rollout/phase.ts';
import { asTakenOver } from '../rollout/reached.ts';
import type { RolloutRecord, StoredRollout } from '../rollout/record.ts';
import { linkFrom } from '../rollout/release.ts';
import { withShownPhase } from '../rollout/shown.ts';
import { kindOf } from '../targets/kinds.ts';
import { assertOwned, SETTLE_SECONDS } from '../targets/ownership.ts';
import { sealOf } from '../targets/seal.ts';
import type { Target } from '../targets/target.ts';
import type { Host } from './host.ts';
import { openGates } from './open-gates.ts';
import { probesOf } from './probes-of-run.ts';
import { createReporter, type Reporter } from './reporter.ts';
import type { RunContext } from './run-context.ts';
import { smokeOf } from './smoke.ts';

export interface Services extends LoopServices {
  readonly context: RunContext;
  readonly host: Host;
  readonly clients: ClientSets;
  readonly reporter: Reporter;
  /** Aborts reads that are still in progress, so that the process can end. */
  close(): void;
}

export async function openServices(context: RunContext, host: Host): Promise<Services> {
  const { inputs } = context;
  const { cancelled, log } = host;
  const rollbackDeadline = rollbackDeadlineOf(host);
  const ended = new AbortController();
  const limits = { cancelled, rollbackDeadline, ended: ended.signal };
  const sends = readsOnly(inputs.command) ? 'reads' : 'everything';
  const clients = connect(inputs.region, limits, host.credentials, sends);
  const linkTo = linkFrom(context);
  const recorder = createRecorder(now);
  const target = await kindOf(inputs.target).connect(inputs.target, {
    clients,
    released: inputs.functions,
    say: log.line,
    warn: warnOnce(log, recorder),
    linkTo,
  });
  const logs = logsFor(context, clients, target, log);
  const probes = probesOf({ inputs, clients: clients.normal, target, cancelled, log });
  const reporter = createReporter({ source: context.source, linkTo }, target, recorder, now);
  return {
    context,
    host,
    clients,
    target,
    recorder,
    reporter,
    monitor: createMonitor(
      ...([clients.normal.cloudWatch, target.countSource, inputs, logs] as const),
      watchTags(clients.normal, inputs.alarms),
      probes,
    ),
    lastLogs: logs.finish,
    hooks: connectHooks({
      inputs: inputs.hooks,
      log,
      now,
      place: clients.normal.place,
      credentials: clients.normal.credentials,
      arnsOf: ({ record }) => target.readArns(record.functions),
      urlsOf: (rollout) => target.urls(rollout),
      ended: recorder.recordHook,
      smoke: smokeOf({ suite: inputs.smoke, clients: clients.normal, target, recorder, log }),
    }),
    gates: openGates({ context, host, clients: clients.normal, recorder }),
    comments: listenerOf({ context, host, target, recorder }),
    probes,
    rollbackDeadline,
    progress: (snapshot, notes) => host.show(reporter.running(snapshot, notes)),
    close: () => ended.abort(),
  };
}

function logsFor(
  { inputs: { logs, analysis, region, logSamples: samples } }: RunContext,
  { normal }: ClientSets,
  { logs: target }: Target,
  log: Log,
): ExplainedLogs {
  if (logs === 'off' || analysis === 'off' || !target) return NO_EXPLAINED_LOGS;
  const { ahead } = normal.clock;
  const open = async () => {
    const { bindLogEvents } = await import('../aws/log-events.ts');
    return bindLogEvents(normal);
  };
  const read = lazyLogs(async () => {
    const { readLogs } = await import('../monitor/read-logs.ts');
    return readLogs({ target, client: await open(), region, ahead, now, sleep });
  });
  return explainLogs(read, {
    load: async () => {
      const { createFailureDetails } = await import('../monitor/failure-details.ts');
      return createFailureDetails({
        ...{ client: await open(), callsPerSecond: callsPerSecond(region), samples },
        now: () => (now() - (ahead() ?? 0)) * 1000,
        sleep: (ms) => sleep(ms / 1000),
      });
    },
    ...{ places: target.versionLogs, now, sleep: (ms) => sleep(ms / 1000) },
    onBug: (error) => logBug(log, error),
  });
}

/** Changes are repeated until they succeed, and what they find is the same each time. */
function warnOnce(log: Log, recorder: Pick<Recorder, 'note'>): (text: string) => void {
  const said = new Set<string>();
  return (text) => {
    if (said.has(text)) return;
    said.add(text);
    log.warning(text);
    recorder.note(text);
  };
}

function listenerOf({
  context,
  host: { conversation, log },
  target,
  recorder,
}: Pick<Services, 'context' | 'host' | 'target' | 'recorder'>): CommentListener {
  if (!conversation) return NO_COMMENTS;
  return listen({
    conversation,
    setPaused: target.pause,
    approve: (rollout, given) => approve(target, rollout, given),
    recordRequest: recorder.recordRequest,
    log,
    feedback: context.inputs.feedback,
    handled: handledBy(context),
    key: () => target.describe().key,
  });
}

/** The command `comment` executes the comment of its event, and answers it when that is done. */
function handledBy({ inputs, event }: RunContext): readonly number[] {
  return inputs.command === 'comment' && event.comment ? [event.comment.id] : [];
}

/**
 * Stores an approval. Of a rollout at 0%, nothing but tags says that it was approved, so it counts for this run alone,
 * and only if AWS confirms what is released.
 */
export async function approve(
  target: Target,
  rollout: StoredRollout,
  given: GivenApproval,
): Promise<StoredRollout> {
  if (rollout.phase.kind === 'preparing') await target.admit(rollout);
  const approved = withApproval(rollout, given);
  await target.saveApprovals(approved);
  return approved;
}

/** Leaves the rollout to the post step, with the commands to run manually if the post step cannot do anything. */
export function saveRepairCommands({ target, host }: Services, record: RolloutRecord): void {
  const commands = target.repairCommands(record);
  host.saveForPost({ words: target.words, commands, on: record.on, seal: sealOf(record) });
}

/**
 * From here on, this run owns the rollout: its post step rolls it back, and the earlier run, if it is still running,
 * stops at its next write.
 *
 * @returns the state once the earlier run has stopped writing
 */
export async function takeOver(
  services: Services,
  { rollout: { record } }: Pick<Snapshot, 'rollout'>,
): Promise<Snapshot> {
  const { target, context, host, clients } = services;
  const off = describeClockOffset(clients.normal.clock.ahead());
  if (off !== undefined) host.log.warning(`${off}, and counts are read by the minute`);
  saveRepairCommands(services, record);
  await target.claim(context.id);
  await sleep(SETTLE_SECONDS, host.cancelled);
  const { stored, trafficState } = await target.observe();
  assertOwned(stored, context.id);
  if (stored.kind !== 'rollout' || !trafficState)
    throw new KnownError('the current state is unknown');
  const found = await withoutApproval(
    target,
    asTakenOver(stored.storedRollout, context.inputs.command),
  );
  const rollout = withShownPhase(found, trafficState, now());
  // Later runs must also count the time of the step from now on.
  if (rollout.phase !== found.phase) {
    const at = rollout.phase.kind === 'step' ? `step ${rollout.phase.index + 1}` : 'no step';
    host.log.warning(
      `The stored state is ahead (${formatPhase(found.phase)}), but AWS shows the weight of ${at}: this run continues from there.`,
    );
    await target.savePhase(rollout, rollout.phase);
  }
  return { rollout, trafficState };
}

/** What a run that ended before the first shift was told is asked again. @see approve */
async function withoutApproval(target: Target, rollout: StoredRollout): Promise<StoredRollout> {
  if (rollout.phase.kind !== 'preparing' || !rollout.approvals) return rollout;
  const { approvals: _, ...asked } = rollout;
  await target.saveApprovals(asked);
  return asked;
}
