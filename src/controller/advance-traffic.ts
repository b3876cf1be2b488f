// The changes that move users to the new version, and what follows one that fails.

import { must } from '../base/assert.ts';
import { formatDuration } from '../base/duration.ts';
import { KnownError, MovedError } from '../base/errors.ts';
import { logBug } from '../base/log.ts';
import { now, whenAborted } from '../base/time.ts';
import { unreachedText } from '../report/incident-text.ts';
import { BAKE_LABEL, stepLabel } from '../report/step-label.ts';
import type { Cause } from '../rollout/cause.ts';
import { decide } from '../rollout/decide.ts';
import type { Ending } from '../rollout/decision.ts';
import { isSamePhase } from '../rollout/phase.ts';
import { formatWeight, isBake, rampOf } from '../rollout/plan.ts';
import { causeOf } from '../targets/ownership.ts';
import type { LoopContext, LoopResult, Snapshot } from './context.ts';
import { decisionInput } from './decision-input.ts';
import { readFinalState } from './last-read.ts';
import { observe } from './observe.ts';
import { rollBackOnBug } from './on-bug.ts';
import { bakeLeft } from './recorder.ts';
import { rollBack } from './rollback.ts';

/** What became of a decision. */
export type Acted =
  | { readonly kind: 'ended'; readonly ended: LoopResult }
  | {
      readonly kind: 'go-on';
      /** The state after the decision: needed immediately if the job is cancelled now. */
      readonly snapshot: Snapshot;
      /** Applying the decision failed, and the rollout must be rolled back. */
      readonly trouble: Cause | undefined;
      /** A change that was in progress when the job was cancelled. */
      readonly late?: Promise<unknown> | undefined;
    };

/** After a failure, the state is unknown: the worst case is assumed. */
async function attempted(
  loop: LoopContext,
  snapshot: Snapshot,
  work: () => Promise<void>,
): Promise<Acted> {
  const working = work();
  try {
    const first = await Promise.race([working, whenAborted(loop.host.cancelled)]);
    const log = (error: unknown) => logBug(loop.host.log, error);
    const late = first === 'aborted' ? working.catch(log) : undefined;
    return { kind: 'go-on', snapshot, trouble: undefined, late };
  } catch (error) {
    if (!(error instanceof KnownError)) {
      return { kind: 'ended', ended: await rollBackOnBug(loop, snapshot, error) };
    }
    const cause = causeOf(error);
    return error instanceof MovedError
      ? { kind: 'ended', ended: await onMoved(loop, snapshot, cause) }
      : { kind: 'go-on', snapshot, trouble: cause };
  }
}

/**
 * What somebody else moved is not moved again. Of several aliases, the others may have changed by then: what this rollout
 * still owns is rolled back, if that is what was meant.
 */
async function onMoved(loop: LoopContext, snapshot: Snapshot, cause: Cause): Promise<LoopResult> {
  const check = await observe(loop, snapshot);
  if (check.kind !== 'seen') return stop(loop, snapshot, cause);
  const decision = decide(decisionInput(loop, check.snapshot, check, undefined, false));
  return decision.kind === 'roll-back'
    ? rollBack(loop, check.snapshot, decision.cause)
    : stop(loop, check.snapshot, cause);
}

export function shift(
  loop: LoopContext,
  { rollout }: Snapshot,
  index: number,
  weight: number,
): Promise<Acted> {
  const { target, recorder, host } = loop;
  const { log } = host;
  const { plan } = rollout.record;
  const { holdSeconds } = must(plan.steps[index], `the plan has step ${index + 1}`);
  const baking = isBake(plan, index);
  const name = baking ? 'Bake' : `Step ${index + 1} of ${rampOf(plan).length}`;
  log.group(`${name}: ${formatWeight(weight)} for ${formatDuration(holdSeconds)}`);
  const phase = { kind: 'step', index, since: Math.floor(now()) } as const;
  if (isSamePhase(rollout.phase, phase)) {
    const why = `The weight of step ${index + 1} was missing when this run took over; setting it again`;
    log.warning(why);
    recorder.note(why);
  }
  const stepStartTimes = [...rollout.stepStartTimes.slice(0, index), phase.since];
  const after: Snapshot = {
    rollout: { ...rollout, phase, stepStartTimes },
    trafficState: { kind: 'split', weight },
  };
  return attempted(loop, after, async () => {
    await target.savePhase(rollout, phase);
    await target.shift(rollout, weight);
    const kept = `: the bake, in which the previous version keeps ${formatWeight(100 - weight)}`;
    const shifted = `shifted ${formatWeight(weight)} to the canary`;
    recorder.note(`${shifted}${baking ? kept : ''}`, 'traffic');
    recorder.beginStep(stepLabel(plan, index), weight, holdSeconds);
    loop.progress(after, loop.drive.notes);
  });
}

export function promote(loop: LoopContext, { rollout }: Snapshot): Promise<Acted> {
  const { target, recorder, host } = loop;
  const { log } = host;
  const baking = rollout.phase.kind === 'baking';
  const phase = baking ? rollout.phase : ({ kind: 'baking', since: Math.floor(now()) } as const);
  const after: Snapshot = {
    rollout: { ...rollout, phase },
    trafficState: { kind: 'promoted', open: true },
  };
  const left = bakeLeft(after.rollout, phase.since);
  log.group(
    left.label === BAKE_LABEL ? `Promote and bake for ${formatDuration(left.seconds)}` : 'Promote',
  );
  return attempted(loop, after, async () => {
    if (!baking) await target.savePhase(rollout, phase);
    await target.promote(rollout);
    if (rollout.phase.kind === 'step') warnOfUnreached(loop);
    recorder.note('promoted: all traffic goes to the new version', 'traffic');
    recorder.beginStep(left.label, 100, left.seconds);
    log.line('Promoted and verified: all traffic goes to the new version.');
    loop.progress(after, loop.drive.notes);
  });
}

/** A release that reached nobody is promoted like any other, but not without a word. */
function warnOfUnreached({ recorder, host: { log } }: LoopContext): void {
  const unreached = recorder.unreached();
  if (unreached.length === 0) return;
  const text = unreachedText(unreached);
  log.warning(text);
  recorder.note(text);
}

/** The rollout is no longer owned by this run: its state is read, and not changed. */
export async function stop(
  loop: LoopContext,
  snapshot: Snapshot,
  cause: Cause,
): Promise<LoopResult> {
  loop.recorder.endStep();
  const ending = { kind: 'failed', cause, stopped: { at: 'midway' } } as const;
  return { ending, ...(await readFinalState(loop, snapshot)), cleanup: 'clean' };
}

export function end(loop: LoopContext, snapshot: Snapshot, ending: Ending): LoopResult {
  loop.recorder.endStep();
  return { ending, snapshot, presumed: false, cleanup: 'clean' };
}
