// The one handler of unexpected errors: an error that is not a known one is a bug in this action, and is
// never mistaken for a response from AWS (docs/decisions/0022-a-bug-is-not-an-answer-from-aws.md).

import { logBug } from '../base/log.ts';
import { internalErrorText } from '../report/internal-error.ts';
import { type Cause, errorCause } from '../rollout/cause.ts';
import { canRollBack } from '../rollout/traffic-state.ts';
import type { LoopResult, LoopServices, Snapshot } from './context.ts';
import { readFinalState } from './last-read.ts';
import { isRestored, rollBack, rollbackFailed } from './rollback.ts';

/**
 * Ends a rollout whose loop threw. After the promotion, users have the new version as intended, so the traffic is not
 * changed. Before that, nothing monitors the canary any longer, so it is rolled back.
 *
 * @param latest the last known state
 */
export async function endOnBug(
  loop: LoopServices,
  latest: Snapshot,
  error: unknown,
): Promise<LoopResult> {
  const { rollout, trafficState } = latest;
  const over = rollout.phase.kind === 'baking' && trafficState.kind === 'promoted';
  return over || !canRollBack(trafficState)
    ? leave(loop, latest, error)
    : rollBackOnBug(loop, latest, error);
}

/** @param snapshot the worst case, if a change may have been made in part */
export async function rollBackOnBug(
  loop: LoopServices,
  snapshot: Snapshot,
  error: unknown,
): Promise<LoopResult> {
  const cause = begin(loop, error);
  try {
    return await rollBack(loop, snapshot, cause);
  } catch (another) {
    return breakOff(loop, snapshot, cause, another);
  }
}

/** The rollback threw as well. It is not started again: what AWS serves shows whether it is still needed. */
async function breakOff(
  loop: LoopServices,
  snapshot: Snapshot,
  cause: Cause,
  another: unknown,
): Promise<LoopResult> {
  logBug(loop.host.log, another);
  const last = await lookLast(loop, snapshot);
  return isRestored(loop, last)
    ? { ...last, ending: { kind: 'rolled-back', cause }, cleanup: 'cleanup-pending' }
    : rollbackFailed(loop, last, cause, internalErrorText(another));
}

async function leave(loop: LoopServices, latest: Snapshot, error: unknown): Promise<LoopResult> {
  const cause = begin(loop, error);
  loop.recorder.endStep();
  const ending = { kind: 'failed', cause, stopped: { at: 'midway' } } as const;
  return { ending, ...(await lookLast(loop, latest)), cleanup: 'clean' };
}

function begin(loop: LoopServices, error: unknown): Cause {
  logBug(loop.host.log, error);
  // Not awaited: a running hook must not keep traffic on the canary.
  loop.hooks.stop().catch((another: unknown) => logBug(loop.host.log, another));
  return errorCause(error);
}

/** The bug may be in the read itself. */
async function lookLast(loop: LoopServices, snapshot: Snapshot) {
  try {
    return await readFinalState(loop, snapshot);
  } catch (error) {
    logBug(loop.host.log, error);
    return { snapshot, presumed: true, theirs: false };
  }
}
