// What the loop of a rollout works with.

import type { Log } from '../base/log.ts';
import type { CommentListener } from '../comments/listener.ts';
import type { HookRunner } from '../hooks/runner.ts';
import type { Monitor } from '../monitor/monitor.ts';
import type { RollbackCause } from '../rollout/cause.ts';
import type { Ending } from '../rollout/command.ts';
import type { CancelPolicy, InconclusivePolicy, RunScope } from '../rollout/decide.ts';
import type { StoredRollout } from '../rollout/record.ts';
import type { RolloutId } from '../rollout/release.ts';
import type { TrafficState } from '../rollout/traffic-state.ts';
import type { Target } from '../targets/target.ts';
import type { Recorder } from './recorder.ts';

export interface LoopContext {
  readonly target: Target;
  /** Of this run. */
  readonly id: RolloutId;
  readonly recorder: Recorder;
  readonly log: Log;
  readonly onInconclusive: InconclusivePolicy;
  readonly onCancel: CancelPolicy;
  /** Where a person can look at a run. */
  readonly linkTo: (id: RolloutId) => string;
  /** When this run took the rollout over, in seconds since the epoch; 0 when it began it. */
  readonly takenOverAt: number;
  readonly scope: RunScope;
  /** When the job ends at the latest; seconds since the epoch. */
  readonly endsBy: number;
  /** Stands under the last word, where other runs have a part in it and are to find how it ended. */
  readonly signedBy: RolloutId | undefined;
  /** Aborted when the job is to stop. */
  readonly cancelled: AbortSignal;
  /** Aborted when the time that a cancelled job has left to roll back is over. */
  readonly rollbackDeadline: AbortSignal;
  /** When a rollback that does not work is given up, in seconds since the epoch. */
  readonly giveUpAt: number;
  /** Called as a rollback begins: the post step may have to finish it, and is to tell its cause. */
  readonly rollsBack: (cause: RollbackCause) => void;
  /** Looks at alarms and traffic; never throws. */
  readonly monitor: Monitor;
  readonly hooks: HookRunner;
  /** What people ask for meanwhile. */
  readonly comments: CommentListener;
  /** Called after each change of the traffic; never throws, and is not waited for. */
  readonly progress: (snapshot: Snapshot) => void;
}

/** A rollout as it was last seen. */
export interface Snapshot {
  readonly rollout: StoredRollout;
  readonly trafficState: TrafficState;
}

/** How a rollout ended, and what stands. */
export interface LoopResult {
  readonly ending: Ending;
  readonly snapshot: Snapshot;
  /** What stands could not be read at the end: the moment is the worst that it can be. */
  readonly presumed: boolean;
  /** Another run has it now. */
  readonly theirs?: boolean;
  readonly cleanup: Cleanup;
}

/** What a run leaves. */
export type Cleanup =
  /** No user was served the new version, and all that was prepared is cleared away. */
  | 'nothing-served'
  | 'clean'
  /** The post step is to look at it once more. */
  | 'cleanup-pending';

/** The runner kills a cancelled job 10 s after it asked it to stop; the report needs some of that. */
const CANCELLED_DEADLINE_MS = 9_000;

/**
 * One deadline for all calls that roll back or clean up, from when the job is asked to stop; until then there is
 * none.
 */
export function rollbackDeadlineOf(cancelled: AbortSignal): AbortSignal {
  const limit = new AbortController();
  const start = () => {
    setTimeout(() => limit.abort(), CANCELLED_DEADLINE_MS).unref();
  };
  if (cancelled.aborted) start();
  else cancelled.addEventListener('abort', start, { once: true });
  return limit.signal;
}
