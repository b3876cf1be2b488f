// What the loop of a rollout works with.

import type { Log } from '../base/log.ts';
import type { Orders } from '../comments/listener.ts';
import type { Hooks } from '../hooks/runner.ts';
import type { Watch } from '../monitor/monitor.ts';
import type { Cause } from '../rollout/cause.ts';
import type { Ending } from '../rollout/command.ts';
import type { CancelPolicy, InconclusivePolicy, Reach } from '../rollout/decide.ts';
import type { Remembered } from '../rollout/record.ts';
import type { RolloutId } from '../rollout/release.ts';
import type { Standing } from '../rollout/traffic-state.ts';
import type { Target } from '../targets/target.ts';
import type { Journal } from './recorder.ts';

export interface Craft {
  readonly target: Target;
  /** Of this run. */
  readonly id: RolloutId;
  readonly journal: Journal;
  readonly log: Log;
  readonly onInconclusive: InconclusivePolicy;
  readonly onCancel: CancelPolicy;
  /** Where a person can look at a run. */
  readonly linkTo: (id: RolloutId) => string;
  /** When this run took the rollout over, in seconds since the epoch; 0 when it began it. */
  readonly takenOverAt: number;
  readonly reach: Reach;
  /** When the job ends at the latest; seconds since the epoch. */
  readonly endsBy: number;
  /** Stands under the last word, where other runs have a part in it and are to find how it ended. */
  readonly signedBy: RolloutId | undefined;
  /** Aborted when the job is to stop. */
  readonly cancelled: AbortSignal;
  /** For every call of the way back: aborted when its time is over. */
  readonly wayBack: AbortSignal;
  /** When a rollback that does not work is given up, in seconds since the epoch. */
  readonly giveUpAt: number;
  /** Called as a rollback begins: the post step may have to finish it, and is to tell its cause. */
  readonly rollsBack: (cause: Cause) => void;
  /** Looks at alarms and traffic; never throws. */
  readonly watch: Watch;
  readonly hooks: Hooks;
  /** What people ask for meanwhile. */
  readonly orders: Orders;
  /** Called after each change of the traffic; never throws, and is not waited for. */
  readonly progress: (moment: Moment) => void;
}

/** A rollout as it was last seen. */
export interface Moment {
  readonly rollout: Remembered;
  readonly standing: Standing;
}

/** How a rollout ended, and what stands. */
export interface Ended {
  readonly ending: Ending;
  readonly moment: Moment;
  /** What stands could not be read at the end: the moment is the worst that it can be. */
  readonly presumed: boolean;
  /** Another run has it now. */
  readonly theirs?: boolean;
  readonly rest: Rest;
}

/** What a run leaves. */
export type Rest =
  /** No user was served the new version, and all that was prepared is cleared away. */
  | 'untouched'
  | 'settled'
  /** The post step is to look at it once more. */
  | 'unsettled';

/** The runner kills a cancelled job 10 s after it asked it to stop; the report needs some of that. */
const CANCELLED_DEADLINE_MS = 9_000;

/**
 * A signal for every call of the way back. While nobody asks the job to stop it is never aborted;
 * from then on there is one deadline for all of them.
 */
export function wayBackOf(cancelled: AbortSignal): AbortSignal {
  const limit = new AbortController();
  const start = () => {
    setTimeout(() => limit.abort(), CANCELLED_DEADLINE_MS).unref();
  };
  if (cancelled.aborted) start();
  else cancelled.addEventListener('abort', start, { once: true });
  return limit.signal;
}
