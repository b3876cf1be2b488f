// What to do next: a pure function of the plan, of what stands in AWS, and of the verdict. It is
// asked anew at every look, so a run that takes over from a dead one decides as the dead one would.

import type { Evidence, Verdict } from '../analysis/evidence.ts';
import type { BothBad } from '../analysis/shared-incident.ts';
import { isRead, readableAt, waitedUntil } from './bake.ts';
import { type Cause, type ExternalChange, externalState, failing, type Waiting } from './cause.ts';
import type { Decision } from './command.ts';
import type { HookState } from './hook-point.ts';
import type { Phase } from './phase.ts';
import { EXTENSION_SECONDS, type Plan, type Step, sameWeight, stepWindow } from './plan.ts';
import { isPartlyBraked, isReached, reopened, type Split, strangeWeight } from './reached.ts';
import { type TrafficState, weightOf } from './traffic-state.ts';

/** What follows when a step or the bake ends and its evidence is inconclusive. */
export type InconclusivePolicy = 'hold' | 'promote' | 'rollback';

/** What is done with a rollout whose job is cancelled. */
export type CancelPolicy = 'rollback' | 'hold';

/** What the user wants done where the evidence or the job ends early. */
export interface Policies {
  readonly onInconclusive: InconclusivePolicy;
  readonly onCancel: CancelPolicy;
}

export interface DecisionInput {
  readonly plan: Plan;
  readonly phase: Phase;
  readonly trafficState: TrafficState;
  readonly verdict: Verdict;
  /** What the verdict comes from; empty where it is healthy. */
  readonly evidence: readonly Evidence[];
  /** What ends the rollout whatever the evidence says: a failed change, a request, an AWS out of reach. */
  readonly trouble: Cause | undefined;
  /** Both versions got worse, so the weight must stay as it is for now. */
  readonly incident: BothBad | undefined;
  /**
   * Every minute that ended by then has been read and judged; seconds since the epoch. `Infinity` where
   * the counts decide nothing.
   */
  readonly readUntil: number;
  /** How old a minute's end must be until its counts can be read. */
  readonly closingSeconds: number;
  /** When the job ends at the latest; seconds since the epoch. */
  readonly endsBy: number;
  /** The hook that stands before the next change. */
  readonly hook: HookState;
  readonly policies: Policies;
  /** Seconds since the epoch. */
  readonly now: number;
  /** When this run took the rollout over, in seconds since the epoch; 0 when it began it. */
  readonly takenOverAt: number;
  /** The promotion is to close the canary. */
  readonly closes: boolean;
  /** This run has itself seen what the phase was to bring: whatever else it finds, somebody made. */
  readonly reached: boolean;
  /** Someone asked the run to stop. */
  readonly cancelled: boolean;
  /** How far this run goes by itself. */
  readonly scope: RunScope;
}

/** How far a run goes before it leaves the rollout to a later one. */
export type RunScope =
  /** Through all steps and the bake. */
  | { readonly kind: 'to-the-end' }
  /** Past the rest of the schedule: somebody asked for the promotion. */
  | { readonly kind: 'promote' }
  /** As far as it gets without waiting. */
  | { readonly kind: 'one-check' }
  /** No further than the weight that stands; left there at `until`, in seconds since the epoch. */
  | { readonly kind: 'hold'; readonly cause: Cause; readonly until: number };

type OurStanding = Exclude<TrafficState, { kind: 'external' }>;

/** Decides on one command. Total: every situation has exactly one answer. */
export function decide(s: DecisionInput): Decision {
  const command = decideInTime(s);
  if (command.kind !== 'wait' || s.scope.kind !== 'one-check') return command;
  return leaveHeld(waitingFor(s, command.until));
}

function decideInTime(s: DecisionInput): Decision {
  const { trafficState, phase } = s;
  if (trafficState.kind === 'external') return onForeign(trafficState, phase);
  if (s.cancelled) return onCancelled(s);
  if (s.trouble || s.verdict === 'failing' || s.hook === 'failed') return goBack(s);
  switch (phase.kind) {
    case 'preparing':
      return onPreparing(s, trafficState);
    case 'step':
      return onStep(s, trafficState, phase);
    case 'baking':
      return onBaking(s, trafficState, phase.since);
  }
}

/** All or none: what is still ours goes back, what somebody else holds is left to them. */
function onForeign(
  { what, others }: Extract<TrafficState, { kind: 'external' }>,
  phase: Phase,
): Decision {
  const cause = externalState(what);
  // Nothing of it was ever moved, so there is nothing to remember for anybody.
  if (phase.kind === 'preparing') {
    return { kind: 'finish', ending: { kind: 'failed', cause, stopped: { at: 'foreign' } } };
  }
  return others === 'owned' ? { kind: 'roll-back', cause } : leave(cause);
}

function onCancelled({ policies: { onCancel }, phase, trafficState }: DecisionInput): Decision {
  const cause = { kind: 'cancelled' } as const;
  if (onCancel === 'rollback') return { kind: 'roll-back', cause };
  // What nobody was served yet is not worth keeping.
  if (phase.kind === 'preparing' && trafficState.kind === 'stable') {
    return { kind: 'abandon', cause };
  }
  return leaveHeld(cause);
}

/** A hook that says no before any traffic ends a release that nobody has seen. */
function goBack({ phase, trafficState, hook, trouble, evidence }: DecisionInput): Decision {
  const unseen = phase.kind === 'preparing' && trafficState.kind === 'stable';
  const kind = unseen && hook === 'failed' ? 'abandon' : 'roll-back';
  return { kind, cause: trouble ?? failing(evidence) };
}

function onPreparing({ plan, hook }: DecisionInput, trafficState: OurStanding): Decision {
  if (trafficState.kind === 'promoted') return { kind: 'promote' };
  if (hook === 'due') return { kind: 'hook' };
  const first = plan.steps[0];
  if (!first) return { kind: 'promote' };
  return { kind: 'shift', step: 0, weight: first.weight };
}

function onStep(
  s: DecisionInput,
  trafficState: OurStanding,
  { index, since }: { readonly index: number; readonly since: number },
): Decision {
  const step = s.plan.steps[index];
  if (!step) return leave(changed({ kind: 'unknown-step', step: index + 1 }));
  if (trafficState.kind === 'promoted') return { kind: 'promote' };
  if (trafficState.kind === 'stable') return canaryGone(index, trafficState);
  if (s.reached && !isReached(s)) return onStrangeWeight(index, step, trafficState, step.weight);
  if (!sameWeight(trafficState.weight, step.weight))
    return shiftAgain(s.plan, index, step, trafficState);
  return onHeldStep(s, index, step, since);
}

function onHeldStep(s: DecisionInput, index: number, step: Step, since: number): Decision {
  if (s.scope.kind === 'promote') return s.hook === 'due' ? { kind: 'hook' } : { kind: 'promote' };
  if (s.scope.kind === 'hold') return onHold(s.now, s.scope);
  const window = stepWindow(s.plan, step);
  const earliest = since + window.earliest;
  // A run that takes over has the same patience before it calls silence inconclusive.
  const latest = Math.max(since + window.latest, s.takenOverAt + EXTENSION_SECONDS);
  if (s.now < earliest) return { kind: 'wait', until: earliest };
  if (s.incident) return onFrozen(s, s.incident, latest + FREEZE_SECONDS);
  if (s.verdict === 'inconclusive') {
    if (s.now < latest) return { kind: 'wait', until: latest };
    const blocked = onSilence(s);
    if (blocked) return blocked;
  }
  if (s.hook === 'due') return { kind: 'hook' };
  const next = s.plan.steps[index + 1];
  if (!next) return { kind: 'promote' };
  return { kind: 'shift', step: index + 1, weight: next.weight };
}

function onHold(now: number, { cause, until }: Extract<RunScope, { kind: 'hold' }>): Decision {
  return now < until ? { kind: 'wait', until } : leaveHeld(cause);
}

/** How long an incident that hits both versions is waited out before the run ends. */
const FREEZE_SECONDS = 1800;

function onFrozen({ now }: DecisionInput, incident: BothBad, until: number): Decision {
  return now < until ? { kind: 'wait', until } : leaveHeld({ kind: 'shared-incident', incident });
}

/** What the policy says of what could not be judged; `undefined`: go on. */
function onSilence({
  policies: { onInconclusive },
  evidence,
}: DecisionInput): Decision | undefined {
  if (onInconclusive === 'promote') return undefined;
  const cause = { kind: 'inconclusive', evidence } as const;
  return onInconclusive === 'rollback' ? { kind: 'roll-back', cause } : leaveHeld(cause);
}

/**
 * The memory is written before the shift, so a run that died in between finds the weight of the
 * step before: shift again. Any other weight is someone else's.
 */
function shiftAgain(plan: Plan, index: number, step: Step, trafficState: Split): Decision {
  const before = plan.steps[index - 1]?.weight ?? 0;
  if (sameWeight(trafficState.weight, before))
    return { kind: 'shift', step: index, weight: step.weight };
  return onStrangeWeight(index, step, trafficState, before);
}

/** @param least per cent that each alias has at least, unless somebody took traffic off it */
function onStrangeWeight(index: number, step: Step, trafficState: Split, least: number): Decision {
  const cause = changed(strangeWeight(index, step, trafficState));
  return isPartlyBraked(trafficState, { least, most: step.weight })
    ? { kind: 'roll-back', cause }
    : leave(cause);
}

/** A canary that was open and is not any more was closed by someone: all users are on stable. */
function canaryGone(index: number, { open }: Extract<TrafficState, { kind: 'stable' }>): Decision {
  return closeOrFinish(changed({ kind: 'canary-closed', step: index + 1 }), open);
}

/** All users are on stable; at most an empty canary is left. */
function closeOrFinish(cause: Cause, open: true | undefined): Decision {
  return open
    ? { kind: 'roll-back', cause }
    : { kind: 'finish', ending: { kind: 'failed', cause, stopped: { at: 'end' } } };
}

function onBaking(s: DecisionInput, trafficState: OurStanding, since: number): Decision {
  if (s.reached && trafficState.kind !== 'stable' && !isReached(s))
    return leave(changed(reopened(trafficState)));
  // The memory is written before the promotion, so here it was not made yet, or not whole.
  if (trafficState.kind === 'split') return promoteOrFollow(s.plan, trafficState);
  if (trafficState.kind === 'promoted' && trafficState.open && s.closes) return { kind: 'promote' };
  if (trafficState.kind === 'stable') {
    return closeOrFinish(changed({ kind: 'promotion-undone' }), trafficState.open);
  }
  if (s.hook === 'due') return { kind: 'hook' };
  const until = since + s.plan.bakeSeconds;
  if (s.now < until) return { kind: 'wait', until };
  return onBaked(s, until) ?? { kind: 'finish', ending: { kind: 'promoted' } };
}

/** Whatever the step that was promoted from, no alias had less than the first one gave it. */
function promoteOrFollow({ steps: [first] }: Plan, trafficState: Split): Decision {
  const least = first?.weight ?? 0;
  if (!isPartlyBraked(trafficState, { least, most: 100 })) return { kind: 'promote' };
  const { weight } = trafficState;
  const cause = changed({ kind: 'lowered', weight, most: weightOf(trafficState) });
  return { kind: 'roll-back', cause };
}

/**
 * What is done at the end of a bake that could not be watched to its end; `undefined`: nothing, it was.
 */
function onBaked(s: DecisionInput, end: number): Decision | undefined {
  if (s.plan.bakeSeconds === 0) return undefined;
  const baking = { ...s, end };
  if (isRead(baking) && s.verdict !== 'inconclusive') return undefined;
  const until = waitedUntil(baking);
  if (s.now >= until) return onSilence(s);
  const readable = isRead(baking) ? until : readableAt(baking);
  return { kind: 'wait', until: s.now < readable ? Math.min(readable, until) : until };
}

function changed(change: ExternalChange): Cause {
  return { kind: 'external-change', change };
}

function leave(cause: Cause): Decision {
  return { kind: 'leave', ending: { kind: 'failed', cause, stopped: { at: 'foreign' } } };
}

function leaveHeld(cause: Cause): Decision {
  return { kind: 'leave', ending: { kind: 'held', cause } };
}

/** What a run that does not wait would wait for. */
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

function stepOf({ steps }: Plan, index: number): Waiting['step'] {
  return { number: index + 1, of: steps.length, weight: steps[index]?.weight ?? 0 };
}
