// The decisions that end a run or a rollout, with their causes.

import type { BothBad } from '../analysis/shared-incident.ts';
import type { Cause, ExternalChange } from './cause.ts';
import type { Decision } from './decision.ts';
import type { DecisionInput, RunScope } from './situation.ts';

export function onHold(
  now: number,
  { cause, until }: Extract<RunScope, { kind: 'hold' }>,
): Decision {
  return now < until ? { kind: 'wait', until } : leaveHeld(cause);
}

/** How long the run waits for the end of an incident that hits both versions. */
export const FREEZE_SECONDS = 1800;

export function onFrozen({ now }: DecisionInput, incident: BothBad, until: number): Decision {
  return now < until ? { kind: 'wait', until } : leaveHeld({ kind: 'shared-incident', incident });
}

/** Applies the policy for inconclusive evidence; `undefined` to continue. */
export function onInconclusiveEvidence({
  policies: { onInconclusive },
  evidence,
}: DecisionInput): Decision | undefined {
  if (onInconclusive === 'promote') return undefined;
  const cause = { kind: 'inconclusive', evidence } as const;
  return onInconclusive === 'rollback' ? { kind: 'roll-back', cause } : leaveHeld(cause);
}

/** All users are on stable; at most an empty canary is left. */
export function closeOrFinish(cause: Cause, open: true | undefined): Decision {
  return open
    ? { kind: 'roll-back', cause }
    : { kind: 'finish', ending: { kind: 'failed', cause, stopped: { at: 'end' } } };
}

export function changed(change: ExternalChange): Cause {
  return { kind: 'external-change', change };
}

export function leave(cause: Cause): Decision {
  return { kind: 'leave', ending: { kind: 'failed', cause, stopped: { at: 'external' } } };
}

export function leaveHeld(cause: Cause): Decision {
  return { kind: 'leave', ending: { kind: 'held', cause } };
}
