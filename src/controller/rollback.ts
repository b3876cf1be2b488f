// The rollback. It must not fail silently: it is retried while there is time, and if it fails, the report ends
// with the state in AWS and the exact commands that repair it.

import { known, orElse } from '../base/errors.ts';
import { now, whenAborted } from '../base/time.ts';
import { cutToFit, LOG_WIDTH } from '../base/wrapped.ts';
import { causeText } from '../report/cause-text.ts';
import { shortCause } from '../report/cause-title.ts';
import { rollbackText } from '../report/ending-text.ts';
import { lossText } from '../report/stored-state-text.ts';
import type { Cause, Lost } from '../rollout/cause.ts';
import type { LastOutcome } from '../rollout/last-outcome.ts';
import type { StoredRollout } from '../rollout/record.ts';
import { describeRun, formatRolloutId, linkFrom, sameRollout } from '../rollout/release.ts';
import { canRollBack, type TrafficState } from '../rollout/traffic-state.ts';
import { causeOf, lossOf } from '../targets/ownership.ts';
import type { ServedSide, TargetState } from '../targets/target.ts';
import { type LoopResult, type RollbackServices, type Snapshot, storesOutcome } from './context.ts';
import { type FinalState, readFinalState } from './last-read.ts';
import { FinalError, persist } from './persist.ts';

/**
 * Rolls back, whatever the state; then removes the stored state.
 *
 * @param late a change that was in progress when the job was cancelled, and may still take effect
 */
export async function rollBack(
  loop: RollbackServices,
  snapshot: Snapshot,
  cause: Cause,
  late: Promise<unknown> = Promise.resolve(),
): Promise<LoopResult> {
  loop.recorder.endStep();
  const reason = rollbackText(cause, linkFrom(loop.context));
  loop.host.keepCause({ cause, of: formatRolloutId(snapshot.rollout.record.id) });
  loop.host.log.group('Roll back');
  loop.host.log.line(
    cutToFit(`Rolling back: ${shortCause(cause, snapshot.rollout.record) || reason}`, LOG_WIDTH),
  );
  const tried = await tryRollBack(loop, snapshot);
  if (tried.kind === 'lost') return lost(loop, snapshot, cause, tried.cause);
  if (tried.kind === 'failed') {
    const last = await readFinalState(loop, snapshot);
    if (!isRestored(loop, last))
      return rollbackFailed(loop, last, cause, causeText(tried.cause, linkFrom(loop.context)));
  }
  const change = await overtake(loop, snapshot, late);
  if (change.kind === 'unread') {
    const why = `a change in progress may have taken effect after it: ${change.why}`;
    return rollbackFailed(loop, await readFinalState(loop, snapshot), cause, why);
  }
  if (change.kind === 'late') {
    loop.host.log.warning(
      'A change in progress has not returned yet; the post step will check again.',
    );
  }
  loop.recorder.note(`rolled back: ${reason}`, 'traffic');
  const { trafficState, presumed } = await whatStands(loop, snapshot, tried.trafficState);
  loop.host.log.line(
    trafficState.kind === 'external'
      ? `Rolled back and verified, except for what was changed outside this action: ${trafficState.what}`
      : 'Rolled back and verified: all traffic goes to the previous version.',
  );
  const cleaned = await cleanUp(loop, snapshot.rollout, 'before');
  // If anything is left to clean up, the stored state stays: the post step checks it again.
  const cleared =
    change.kind === 'over' && cleaned && (await clearState(loop, snapshot.rollout, 'rolled-back'));
  return {
    ending: { kind: 'rolled-back', cause },
    snapshot: { ...snapshot, trafficState },
    presumed,
    cleanup: cleared ? 'clean' : 'cleanup-pending',
  };
}

/** A rollback verifies what it wrote; only what belongs to another owner is still unknown. */
async function whatStands(
  loop: RollbackServices,
  snapshot: Snapshot,
  found: TrafficState,
): Promise<Pick<FinalState, 'presumed'> & { readonly trafficState: TrafficState }> {
  if (found.kind !== 'external') return { trafficState: { kind: 'stable' }, presumed: false };
  const { snapshot: last, presumed } = await readFinalState(loop, {
    ...snapshot,
    trafficState: found,
  });
  return { trafficState: last.trafficState, presumed };
}

/** Removes what was prepared: no user was served the new version. */
export async function abort(
  loop: RollbackServices,
  snapshot: Snapshot,
  cause: Cause,
): Promise<LoopResult> {
  const ended = await rollBack(loop, snapshot, cause);
  if (ended.ending.kind === 'stuck') return ended;
  const cleanup = ended.cleanup === 'clean' ? 'nothing-served' : ended.cleanup;
  return { ...ended, ending: { kind: 'failed', cause, stopped: { at: 'start' } }, cleanup };
}

/** The result of the attempts. `trafficState`: as it was last read. */
type Tried = { readonly trafficState: TrafficState } & (
  | { readonly kind: 'done' }
  | { readonly kind: 'failed'; readonly cause: Cause }
  /** Another run owns it now, or it is gone. */
  | { readonly kind: 'lost'; readonly cause: Cause }
);

async function tryRollBack(loop: RollbackServices, snapshot: Snapshot): Promise<Tried> {
  const { target } = loop;
  let { trafficState } = snapshot;
  try {
    const manualCommands = () =>
      target.repairCommands(snapshot.rollout.record, {
        phase: snapshot.rollout.phase,
        trafficState,
      });
    await persist(`rolling back ${target.words}`, { ...loop, manualCommands }, async (before) => {
      const was = trafficState;
      if (before > 0) trafficState = await lookAgain(loop, snapshot, trafficState);
      if (!canRollBack(trafficState)) {
        // This run owned only the canary, and it is gone.
        if (was.kind === 'external' && was.canary === 'owned') return;
        throw new FinalError(`it was changed outside this action: ${trafficState.what}`);
      }
      await target.rollback.restore(snapshot.rollout, trafficState);
    });
    return { kind: 'done', trafficState };
  } catch (error) {
    return error instanceof NotOursError
      ? { kind: 'lost', cause: error.loss, trafficState }
      : { kind: 'failed', cause: causeOf(known(error)), trafficState };
  }
}

/** There is no other attempt. */
class NotOursError extends FinalError {
  readonly loss: Lost;

  constructor(loss: Lost) {
    super(lossText(loss, describeRun));
    this.loss = loss;
  }
}

/**
 * An attempt may come hours after the one before, and the state may have been changed outside this run since. An
 * unreadable state is no reason not to try.
 */
async function lookAgain(
  loop: RollbackServices,
  { rollout }: Snapshot,
  before: TrafficState,
): Promise<TrafficState> {
  const observation = await loop.target.rollback.observe().catch(orElse(undefined));
  if (!observation) return before;
  mustStillBeOurs(loop, observation, rollout);
  return observation.trafficState ?? before;
}

/** Owned by this run, or the rollout that this run could not claim because AWS did not respond. */
function mustStillBeOurs(
  loop: RollbackServices,
  { stored }: TargetState,
  { record }: StoredRollout,
): void {
  const loss = lossOf(stored, loop.context.id) && lossOf(stored, record.id);
  if (loss) throw new NotOursError(loss);
}

/** What became of a change that was in progress when the rollback began. */
type Overtaken =
  /** It can have no further effect. */
  | { readonly kind: 'over' }
  /** There was no time to wait for it. */
  | { readonly kind: 'late' }
  /** It took effect, and the state cannot be read. */
  | { readonly kind: 'unread'; readonly why: string };

/** Waits for that change, and rolls back again if it took effect after the rollback. */
async function overtake(
  loop: RollbackServices,
  snapshot: Snapshot,
  late: Promise<unknown>,
): Promise<Overtaken> {
  const { rollbackDeadline } = loop;
  const { rollback } = loop.target;
  const first = await Promise.race([late.then(() => 'over'), whenAborted(rollbackDeadline)]);
  if (first === 'aborted') return { kind: 'late' };
  if (!loop.host.cancelled.aborted) return { kind: 'over' };
  try {
    const { trafficState } = await rollback.observe();
    if (trafficState?.kind !== 'stable') {
      await rollback.restore(snapshot.rollout, trafficState ?? snapshot.trafficState);
    }
    return { kind: 'over' };
  } catch (error) {
    const why = known(error).message;
    return rollbackDeadline.aborted ? { kind: 'late' } : { kind: 'unread', why };
  }
}

/** It failed, but everything is restored: a response was lost, or someone else restored it. */
export function isRestored(
  { target }: RollbackServices,
  { snapshot, presumed }: FinalState,
): boolean {
  const { rollout, trafficState } = snapshot;
  if (presumed || trafficState.kind !== 'stable') return false;
  return target.repairCommands(rollout.record, { phase: rollout.phase, trafficState }).length === 0;
}

/** What another run or a person has changed belongs to them. */
async function lost(
  loop: RollbackServices,
  snapshot: Snapshot,
  rollingBack: Cause,
  cause: Cause,
): Promise<LoopResult> {
  const stopped = { at: 'midway', rollingBack } as const;
  const ending = { kind: 'failed', cause, stopped } as const;
  return { ending, ...(await readFinalState(loop, snapshot)), cleanup: 'clean' };
}

export function rollbackFailed(
  { recorder, host: { log } }: RollbackServices,
  { snapshot, presumed }: FinalState,
  cause: Cause,
  failure: string,
): LoopResult {
  recorder.note(`the rollback failed: ${failure}`, 'traffic');
  log.warning(`The rollback failed: ${failure}`);
  return {
    ending: { kind: 'stuck', cause, failure },
    snapshot,
    presumed,
    cleanup: 'cleanup-pending',
  };
}

/**
 * Removes what was created for the rollout. The traffic is already correct, so a failure is only reported.
 *
 * @returns whether there was time for it
 */
export async function cleanUp(
  {
    target,
    host: { log },
    rollbackDeadline,
  }: Pick<RollbackServices, 'target' | 'host' | 'rollbackDeadline'>,
  rollout: StoredRollout,
  served: ServedSide,
): Promise<boolean> {
  try {
    await target.rollback.cleanUp(rollout, served);
    return true;
  } catch (error) {
    const why = known(error).message;
    if (rollbackDeadline.aborted) return false;
    log.warning(
      `Not everything that was created for this rollout could be removed. Until it is removed, it may cost money: ${why}`,
    );
    return true;
  }
}

/** How long that is retried: less than a rollback, because a later run can do it as well. */
const CLEAR_SECONDS = 180;

/**
 * Removes the stored state. The traffic is already correct, so a failure is only reported.
 *
 * @returns whether it was done
 */
export async function clearState(
  loop: RollbackServices,
  { record }: StoredRollout,
  ended?: LastOutcome['ended'],
): Promise<boolean> {
  const { target, host, context } = loop;
  const { log, cancelled } = host;
  try {
    const signed = ended !== undefined && storesOutcome(context);
    const last = signed ? { ended, at: now(), by: context.id } : undefined;
    // A run that rolls back without having taken over may own it nevertheless: the answer was lost.
    const owners = sameRollout(record.id, context.id) ? [record.id] : [record.id, context.id];
    const clear = async () => {
      for (const owner of owners) await target.rollback.clearState(last, owner);
    };
    const giveUpAt = Math.min(context.giveUpAt, now() + CLEAR_SECONDS);
    const patience = { ...loop, context: { giveUpAt } };
    // A cancelled job needs the rest of its time for the report.
    if (cancelled.aborted) await clear();
    else await persist(`removing the stored state of ${target.words}`, patience, clear);
    return true;
  } catch (error) {
    log.warning(
      `The tags "canary-action:…" could not be removed (${known(error).message}). The post step or the next run will remove them.`,
    );
    return false;
  }
}
