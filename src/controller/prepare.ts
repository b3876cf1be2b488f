// From a clean preflight to a canary that is ready for traffic: publish, compare, store, prepare. No user of
// the API sees any of it.

import type { Log } from '../base/log.ts';
import { sleep } from '../base/time.ts';
import type { Plan } from '../rollout/plan.ts';
import type { RolloutRecord, StoredRollout } from '../rollout/record.ts';
import type { FunctionChange, RolloutId } from '../rollout/release.ts';
import type { TargetSetup } from '../targets/target.ts';

export interface PrepareInput {
  readonly log: Log;
  readonly opening: TargetSetup;
  /** Aborted when the job is being cancelled. */
  readonly cancelled: AbortSignal;
  readonly plan: Plan;
  readonly id: RolloutId;
  /** The pull request that carries it. */
  readonly pull: number | undefined;
  /** The pull request that it is a preview of. */
  readonly preview: number | undefined;
  /** Repository and commit. */
  readonly source: string;
  /** Before the alarms were read; seconds since the epoch. */
  readonly startedAt: number;
  /** Called with the record before anything is created for it. */
  readonly begins: (record: RolloutRecord) => void;
}

export type Prepared =
  | { readonly kind: 'ready'; readonly rollout: StoredRollout }
  /** The first release ever: all traffic goes to it. `made`: what was created for it. */
  | {
      readonly kind: 'first';
      readonly changes: readonly FunctionChange[];
      readonly made: string;
    }
  | {
      readonly kind: 'unchanged';
      readonly changes: readonly FunctionChange[];
      readonly why: string;
    };

/** Creates what the canary needs and stores the rollout, or finds that nothing changed. */
export async function prepare(beginning: PrepareInput): Promise<Prepared> {
  const { log, opening, plan, id } = beginning;
  if (opening.repair) log.line(await opening.repair());
  log.group('Publish');
  const changes = await opening.publish({ say: log.line, source: beginning.source });
  if (opening.serveFirst) {
    return { kind: 'first', changes, made: await opening.serveFirst(changes) };
  }
  const why = await opening.whyUnchanged(changes);
  if (why !== undefined) return { kind: 'unchanged', changes, why };
  log.group('Deploy to the canary');
  const preparing = {
    say: log.line,
    pause: (seconds: number) => sleep(seconds, beginning.cancelled),
    stopped: () => beginning.cancelled.aborted,
  };
  const record = {
    id,
    on: opening.storedOn,
    startedAt: Math.floor(beginning.startedAt),
    plan,
    longestAnswerSeconds: opening.longestAnswerSeconds,
    functions: changes,
    target: opening.record(changes),
    ...(beginning.pull === undefined ? {} : { pull: beginning.pull }),
    ...(beginning.preview === undefined ? {} : { preview: beginning.preview }),
  };
  beginning.begins(record);
  return { kind: 'ready', rollout: await opening.prepare(record, preparing) };
}
