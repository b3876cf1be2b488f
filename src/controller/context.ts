// What the loop of a rollout works with.

import type { Log } from '../base/log.ts';
import type { CommentListener } from '../comments/listener.ts';
import type { HookRunner } from '../hooks/runner.ts';
import type { LogReading } from '../monitor/log-evidence.ts';
import type { Monitor } from '../monitor/monitor.ts';
import type { RollbackCause } from '../rollout/cause.ts';
import type { Ending } from '../rollout/decision.ts';
import type { Gate } from '../rollout/gate.ts';
import type { StoredRollout } from '../rollout/record.ts';
import type { RolloutId } from '../rollout/release.ts';
import type { Lifetimes } from '../rollout/schedule-limits.ts';
import type { Policies, RunScope } from '../rollout/situation.ts';
import type { TrafficState } from '../rollout/traffic-state.ts';
import { rollbackSeconds } from '../rollout/way-back.ts';
import type { Target } from '../targets/target.ts';
import type { Probes } from './follow-probes.ts';
import type { Recorder } from './recorder.ts';

/** What a run was given, as far as the loop needs it. */
export interface LoopRun {
  /** Of this run. */
  readonly id: RolloutId;
  readonly inputs: Policies & { readonly command: string };
  readonly source: { readonly runUrl: string };
  readonly lifetimes: Lifetimes;
  /** Seconds since the epoch. */
  readonly startedAt: number;
  /** When a rollback that does not work is given up; seconds since the epoch. */
  readonly giveUpAt: number;
}

export interface LoopHost {
  readonly log: Log;
  /** Aborted when the job is being cancelled. */
  readonly cancelled: AbortSignal;
  /** From the first signal until the process is killed, in seconds; omitted: as in GitHub Actions. */
  readonly graceSeconds?: number;
  /** Called as a rollback begins: the post step may have to finish it, and reports its cause. */
  keepCause(cause: RollbackCause): void;
}

/** What the loop works with. */
export interface LoopServices {
  readonly context: LoopRun;
  readonly host: LoopHost;
  readonly target: Target;
  readonly recorder: Recorder;
  /** Reads alarms and counts. Throws only for a bug. */
  readonly monitor: Monitor;
  /** Reads the logs once more, and why the functions failed. Throws only for a bug. */
  lastLogs(rollout: StoredRollout): Promise<LogReading>;
  readonly hooks: HookRunner;
  readonly gates: GateReader;
  /** Sent next to the loop while traffic is split. */
  readonly probes: Probes;
  /** Commands on the pull request. */
  readonly comments: CommentListener;
  /** Aborted when the time that a cancelled job has left to roll back is over. */
  readonly rollbackDeadline: AbortSignal;
  /** Called after each change of the traffic; never throws, and is not awaited. */
  progress(snapshot: Snapshot, notes: readonly string[]): void;
}

/** Tells what keeps the release from going further. */
export interface GateReader {
  /** Called before each shift and the promotion. Throws only for a bug. */
  read(): Promise<readonly Gate[]>;
}

export const NO_GATES: GateReader = { read: async () => [] };

/** What a rollback works with. */
export interface RollbackServices extends Pick<LoopServices, 'rollbackDeadline' | 'host'> {
  readonly context: Pick<LoopRun, 'id' | 'inputs' | 'source' | 'giveUpAt'>;
  readonly target: Pick<Target, 'words' | 'rollback' | 'repairCommands'>;
  readonly recorder: Pick<Recorder, 'endStep' | 'note'>;
}

/** How the loop is to drive one rollout. */
export interface LoopOptions {
  readonly scope: RunScope;
  /** When this run took the rollout over, in seconds since the epoch; 0 when it began it. */
  readonly takenOverAt: number;
  /** For the report. */
  readonly notes: readonly string[];
  /** A change that was in progress when the job was cancelled, before the first check. */
  readonly late?: Promise<unknown> | undefined;
}

/** If several runs share a rollout, the one that ends it stores the last outcome for the others. */
export function storesOutcome({ inputs }: Pick<LoopRun, 'inputs'>): boolean {
  return inputs.command !== 'rollout';
}

export const WHOLE_RELEASE: LoopOptions = {
  scope: { kind: 'to-the-end' },
  takenOverAt: 0,
  notes: [],
};

export interface LoopContext extends LoopServices {
  readonly drive: LoopOptions;
}

/** A rollout as it was last read. */
export interface Snapshot {
  readonly rollout: StoredRollout;
  readonly trafficState: TrafficState;
}

/** How a rollout ended, and its state at the end. */
export interface LoopResult {
  readonly ending: Ending;
  readonly snapshot: Snapshot;
  /** The current state could not be read at the end; the snapshot is the worst case. */
  readonly presumed: boolean;
  /** Another run owns it now. */
  readonly theirs?: boolean;
  readonly cleanup: Cleanup;
}

/** What is left to clean up. */
export type Cleanup =
  /** No user was served the new version, and everything that was prepared was removed. */
  | 'nothing-served'
  | 'clean'
  /** The post step must check it again. */
  | 'cleanup-pending';

/**
 * One deadline for all calls that roll back or clean up. It starts when the job is cancelled; before that, there is
 * none.
 */
export function rollbackDeadlineOf({
  cancelled,
  graceSeconds,
}: Pick<LoopHost, 'cancelled' | 'graceSeconds'>): AbortSignal {
  const limit = new AbortController();
  const start = () => {
    setTimeout(() => limit.abort(), rollbackSeconds(graceSeconds) * 1000).unref();
  };
  if (cancelled.aborted) start();
  else cancelled.addEventListener('abort', start, { once: true });
  return limit.signal;
}
