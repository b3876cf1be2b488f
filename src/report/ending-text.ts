// How a rollout ended, and why: the reason in its report.

import { formatDuration } from '../base/duration.ts';
import type { Cause } from '../rollout/cause.ts';
import type { Ending, Stopped } from '../rollout/decision.ts';
import { causeText } from './cause-text.ts';
import { leftText, restText } from './change-text.ts';
import type { Impact } from './counted-series.ts';
import { clause } from './format.ts';
import { describeImpact } from './impact.ts';
import type { LinkTo } from './stored-state-text.ts';

export interface EndingContext {
  readonly linkTo: LinkTo;
  /** How long users were served the new version, in seconds; `undefined` if they were not. */
  readonly servedSeconds: number | undefined;
  readonly impact: Impact | undefined;
}

export function endingText(
  ending: Exclude<Ending, { kind: 'promoted' }>,
  context: EndingContext,
): string {
  const { linkTo, impact } = context;
  const harm = impact ? `; ${describeImpact(impact)}` : '';
  switch (ending.kind) {
    case 'rolled-back':
      return `${rolledBackText(ending, context)}${harm}`;
    case 'held':
      return ending.cause.kind === 'cancelled'
        ? 'cancelled; with on-cancel: hold, the rollout stays as it is'
        : causeText(ending.cause, linkTo);
    case 'failed':
      return `${stoppedText(ending.cause, ending.stopped, linkTo)}${harm}`;
    case 'stuck':
      return `the rollback failed: ${clause(ending.failure)}. Reason for the rollback: ${rollbackText(ending.cause, linkTo)}`;
  }
}

const FINISHED = {
  'after-cut-off':
    '; the main step was interrupted during the rollback, and the post step completed it',
  'after-failure': '; the rollback failed at first, and the post step completed it',
} as const;

function rolledBackText(
  { cause, finished }: Extract<Ending, { kind: 'rolled-back' }>,
  { linkTo, servedSeconds }: EndingContext,
): string {
  const later = finished ? FINISHED[finished] : '';
  if (servedSeconds === undefined) return `${rollbackText(cause, linkTo)}${later}`;
  const after = formatDuration(servedSeconds);
  return isPartly(cause)
    ? `${causeText(cause, linkTo)}. The rest was rolled back too after ${after}${later}`
    : `${clause(rollbackText(cause, linkTo))}, rolled back after ${after}${later}`;
}

/**
 * Whether some of several aliases were lowered outside this rollout, so that the others are rolled back too.
 */
function isPartly(cause: Cause): boolean {
  return (
    cause.kind === 'external-change' &&
    (cause.change.kind === 'weight' || cause.change.kind === 'lowered')
  );
}

/** Why a rollout is rolled back, for use during and after the rollback. */
export function rollbackText(cause: Cause, linkTo: LinkTo): string {
  return cause.kind === 'external-change' ? restText(cause.change) : causeText(cause, linkTo);
}

function stoppedText(cause: Cause, stopped: Stopped, linkTo: LinkTo): string {
  const why = causeText(cause, linkTo);
  switch (stopped.at) {
    case 'external':
      return cause.kind === 'external-change' ? leftText(cause.change) : why;
    case 'midway': {
      const { rollingBack } = stopped;
      const back = rollingBack
        ? `; a rollback was required: ${rollbackText(rollingBack, linkTo)}`
        : '';
      return `stopped without further changes: ${why}${back}`;
    }
    case 'start':
      return `stopped before any user was served the new version: ${rollbackText(cause, linkTo)}`;
    case 'end':
      return why;
    case 'post-step':
      return stopped.rollingBack
        ? `A rollback was required (${rollbackText(stopped.rollingBack, linkTo)}), but ${stopped.words} is not in the state that the main step left: ${why}`
        : `The main step was interrupted, but ${stopped.words} is not in the state that it left: ${why}`;
  }
}
