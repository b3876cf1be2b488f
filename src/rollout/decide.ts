// Decides what to do next: a pure function of the plan, the traffic state and the verdict. It is evaluated
// again at every check, so a run that takes over from a dead run decides as that run would have.

import { must } from '../base/assert.ts';
import { isRead, readableAt, waitedUntil } from './bake.ts';
import { type Cause, externalState, failing, type Waiting } from './cause.ts';
import type { Decision } from './decision.ts';
import { gateOn, isClosed, restFrom, waitsUntil } from './gate.ts';
import {
  changed,
  closeOrFinish,
  FREEZE_SECONDS,
  leave,
  leaveHeld,
  onFrozen,
  onHold,
  onInconclusiveEvidence,
} from './leaving.ts';
import type { Phase } from './phase.ts';
import {
  EXTENSION_SECONDS,
  isBake,
  type Plan,
  rampOf,
  requestsFor,
  type Step,
  sameWeight,
  stepWindow,
  weightBefore,
} from './plan.ts';
import { isPartlyLowered, isReached, reopened, type Split, unexpectedWeight } from './reached.ts';
import type { DecisionInput } from './situation.ts';
import { type TrafficState, weightOf } from './traffic-state.ts';

type OwnedState = Exclude<TrafficState, { kind: 'external' }>;

/** Returns exactly one decision for every input (a total function). */
export function decide(s: DecisionInput): Decision {
  const decision = decideInTime(s);
  if (decision.kind !== 'wait' || s.scope.kind !== 'one-check') return decision;
  return leaveHeld(decision.gate ?? waitingFor(s, decision.until));
}

function decideInTime(s: DecisionInput): Decision {
  const { trafficState, phase } = s;
  if (trafficState.kind === 'external') return onExternal(trafficState, phase);
  if (s.cancelled) return onCancelled(s);
  if (s.trouble || s.verdict === 'failing' || s.hook === 'failed') return rollBack(s);
  switch (phase.kind) {
    case 'preparing':
      return onPreparing(s, trafficState);
    case 'step':
      return onStep(s, trafficState, phase);
    case 'baking':
      return onBaking(s, trafficState, phase.since);
  }
}

/** All or none: rolls back what this rollout still owns, and leaves alone what was changed outside it. */
function onExternal(
  { what, others }: Extract<TrafficState, { kind: 'external' }>,
  phase: Phase,
): Decision {
  const cause = externalState(what);
  // Nothing was ever moved, so there is no state to keep.
  if (phase.kind === 'preparing') {
    return { kind: 'finish', ending: { kind: 'failed', cause, stopped: { at: 'external' } } };
  }
  return others === 'owned' ? { kind: 'roll-back', cause } : leave(cause);
}

function onCancelled({ policies: { onCancel }, phase, trafficState }: DecisionInput): Decision {
  const cause = { kind: 'cancelled' } as const;
  if (onCancel === 'rollback') return { kind: 'roll-back', cause };
  // A canary that has served no user is not worth keeping.
  if (phase.kind === 'preparing' && trafficState.kind === 'stable') {
    return { kind: 'abandon', cause };
  }
  return leaveHeld(cause);
}

/** A hook that fails before any traffic ends a release that has served no user. */
function rollBack({ phase, trafficState, hook, trouble, evidence }: DecisionInput): Decision {
  const unseen = phase.kind === 'preparing' && trafficState.kind === 'stable';
  const kind = unseen && hook === 'failed' ? 'abandon' : 'roll-back';
  return { kind, cause: trouble ?? failing(evidence) };
}

function onPreparing(s: DecisionInput, trafficState: OwnedState): Decision {
  if (trafficState.kind === 'promoted') return { kind: 'promote' };
  return atGate(s, 0, 0) ?? goOn(s, 0);
}

function onStep(
  s: DecisionInput,
  trafficState: OwnedState,
  { index, since }: { readonly index: number; readonly since: number },
): Decision {
  const step = s.plan.steps[index];
  if (!step) return leave(changed({ kind: 'unknown-step', step: index + 1 }));
  if (trafficState.kind === 'promoted') return { kind: 'promote' };
  if (trafficState.kind === 'stable') return canaryGone(index, trafficState);
  if (s.reached && !isReached(s)) return onUnexpectedWeight(index, step, trafficState, step.weight);
  if (!sameWeight(trafficState.weight, step.weight))
    return shiftAgain(s, index, step, trafficState);
  return onHeldStep(s, index, step, since);
}

function onHeldStep(s: DecisionInput, index: number, step: Step, since: number): Decision {
  if (s.scope.kind === 'promote') return atGate(s, step.weight, s.plan.steps.length) ?? goOn(s);
  if (s.scope.kind === 'hold') return onHold(s.now, s.scope);
  const window = stepWindow(s.plan, step);
  const earliest = since + window.earliest;
  // A run that takes over gets the same extension before missing data counts as inconclusive.
  const latest = Math.max(
    Math.min(since + window.latest, lastStart(s, step)),
    s.takenOverAt + EXTENSION_SECONDS,
  );
  if (s.now < earliest) return { kind: 'wait', until: earliest };
  if (s.incident) return onFrozen(s, s.incident, latest + FREEZE_SECONDS);
  const gated = atGate(s, step.weight, index + 1);
  if (gated && !isForPeople(gated)) return gated;
  const open = isBake(s.plan, index)
    ? onBaked(s, earliest, s.takenOverAt)
    : onInconclusiveStep(s, latest);
  // A person is asked once the numbers are there.
  if (gated) return open && open.kind !== 'leave' ? open : gated;
  if (open) return open;
  return goOn(s, index + 1);
}

function isForPeople(gated: Decision): boolean {
  return (
    gated.kind === 'leave' && gated.ending.kind === 'held' && gated.ending.cause.kind === 'approval'
  );
}

/** @param index the next step; omitted: the promotion */
function goOn({ plan, hook }: DecisionInput, index = plan.steps.length): Decision {
  if (hook === 'due') return { kind: 'hook' };
  const next = plan.steps[index];
  return next ? { kind: 'shift', step: index, weight: next.weight } : { kind: 'promote' };
}

/** This run has prepared it, and no user was served it: nothing is worth keeping for a later run. */
function isUnbegun({ phase, trafficState, takenOverAt, scope }: DecisionInput): boolean {
  const served = phase.kind !== 'preparing' || trafficState.kind !== 'stable';
  return !served && takenOverAt === 0 && scope.kind !== 'one-check';
}

/**
 * What to do at a gate on the way to a step or to the promotion; `undefined` if there is none. The run waits as long as
 * it can still complete the rollout, and leaves it then.
 *
 * @param from the weight now, in %
 * @param next the next step; the number of steps: the promotion
 */
function atGate(s: DecisionInput, from: number, next: number): Decision | undefined {
  const gate = gateOn(s.gates, { from, to: s.plan.steps[next]?.weight ?? 100 });
  if (!gate) return undefined;
  const rest = restFrom(s.plan, next, s.bakeStepSince !== undefined);
  const until = waitsUntil(gate, s.lastsUntil - rest, s.now);
  if (until !== undefined) return { kind: 'wait', until, gate };
  return isClosed(gate) && isUnbegun(s) ? { kind: 'abandon', cause: gate } : leaveHeld(gate);
}

/** Time for the promotion, the bake and the end of the job. */
const LEFT_TO_END_SECONDS = 120;

/** A step that waits for requests leaves the job enough time for what follows; `Infinity` if the clock ends it. */
function lastStart({ plan, endsBy }: DecisionInput, step: Step): number {
  if (requestsFor(plan, step) === 0) return Number.POSITIVE_INFINITY;
  return endsBy - plan.bakeSeconds - (plan.readSeconds ?? 0) - LEFT_TO_END_SECONDS;
}

/** What to do at the end of a step whose evidence is not enough; `undefined` to continue. */
function onInconclusiveStep(s: DecisionInput, latest: number): Decision | undefined {
  if (s.verdict !== 'inconclusive') return undefined;
  return s.now < latest ? { kind: 'wait', until: latest } : onInconclusiveEvidence(s);
}

/**
 * The phase is stored before the shift. So a run that takes over from one that died in between finds the
 * weight of the previous step, and shifts again. Any other weight was set outside this rollout.
 */
function shiftAgain(s: DecisionInput, index: number, step: Step, trafficState: Split): Decision {
  const before = weightBefore(s.plan, index);
  if (sameWeight(trafficState.weight, before)) {
    return atGate(s, before, index) ?? { kind: 'shift', step: index, weight: step.weight };
  }
  return onUnexpectedWeight(index, step, trafficState, before);
}

/** @param least the minimum weight of each alias in %, unless it was lowered outside this rollout */
function onUnexpectedWeight(
  index: number,
  step: Step,
  trafficState: Split,
  least: number,
): Decision {
  const cause = changed(unexpectedWeight(index, step, trafficState));
  return isPartlyLowered(trafficState, { least, most: step.weight })
    ? { kind: 'roll-back', cause }
    : leave(cause);
}

/** A canary that is no longer open was closed outside this rollout: all users are on stable. */
function canaryGone(index: number, { open }: Extract<TrafficState, { kind: 'stable' }>): Decision {
  return closeOrFinish(changed({ kind: 'canary-closed', step: index + 1 }), open);
}

function onBaking(s: DecisionInput, trafficState: OwnedState, since: number): Decision {
  if (s.reached && trafficState.kind !== 'stable' && !isReached(s))
    return leave(changed(reopened(trafficState)));
  // The phase is stored before the promotion, so the promotion was not made yet, or only in part.
  if (trafficState.kind === 'split') return promoteOrFollow(s, trafficState);
  if (trafficState.kind === 'promoted' && trafficState.open && s.closes) return { kind: 'promote' };
  if (trafficState.kind === 'stable') {
    return closeOrFinish(changed({ kind: 'promotion-undone' }), trafficState.open);
  }
  if (s.hook === 'due') return { kind: 'hook' };
  const until = (s.bakeStepSince ?? since) + s.plan.bakeSeconds;
  if (s.now < until) return { kind: 'wait', until };
  return (
    onBaked(s, until, Math.max(s.takenOverAt, since)) ?? {
      kind: 'finish',
      ending: { kind: 'promoted' },
    }
  );
}

/** From whichever step the promotion started, each alias had at least the weight of the first step. */
function promoteOrFollow(s: DecisionInput, trafficState: Split): Decision {
  const { steps } = s.plan;
  const least = steps[0]?.weight ?? 0;
  if (!isPartlyLowered(trafficState, { least, most: 100 })) {
    // A promotion that some of the aliases already have is completed.
    const begun = trafficState.most !== undefined;
    const gated = begun ? undefined : atGate(s, trafficState.weight, steps.length);
    return gated ?? { kind: 'promote' };
  }
  const { weight } = trafficState;
  const cause = changed({ kind: 'lowered', weight, most: weightOf(trafficState) });
  return { kind: 'roll-back', cause };
}

/**
 * What to do at the end of a bake that was not judged to its end; `undefined` if it was.
 *
 * @param resumedAt when this run took over the rollout or promoted it, whichever is later
 */
function onBaked(s: DecisionInput, end: number, resumedAt: number): Decision | undefined {
  if (s.plan.bakeSeconds === 0) return undefined;
  const baking = { ...s, end, resumedAt };
  if (isRead(baking) && s.verdict !== 'inconclusive') return undefined;
  const until = waitedUntil(baking);
  if (s.now >= until) return onInconclusiveEvidence(s);
  const readable = isRead(baking) ? until : readableAt(baking);
  return { kind: 'wait', until: s.now < readable ? Math.min(readable, until) : until };
}

/** The cause for a run that does not wait: what it would have to wait for. */
function waitingFor(
  { phase, plan, incident, verdict, evidence, now }: DecisionInput,
  until: number,
): Cause {
  const waiting = {
    kind: 'waiting',
    secondsLeft: until - now,
    evidence: verdict === 'inconclusive' ? evidence : [],
  } as const;
  if (phase.kind === 'baking') return { ...waiting, step: undefined };
  if (incident) return { kind: 'shared-incident', incident };
  return { ...waiting, step: stepOf(plan, phase.kind === 'step' ? phase.index : 0) };
}

function stepOf(plan: Plan, index: number): Waiting['step'] {
  const { weight } = must(plan.steps[index], `the plan has step ${index + 1}`);
  const { length } = plan.steps;
  return isBake(plan, index)
    ? { number: length, of: length, weight, bake: true }
    : { number: index + 1, of: rampOf(plan).length, weight };
}
