// How a rollout ended, and why: the reason in its report.

import { formatDuration } from '../base/duration.ts';
import type { Cause } from '../rollout/cause.ts';
import type { Ending, Stopped } from '../rollout/command.ts';
import { causeText } from './cause-text.ts';
import { leftText, restText } from './change-text.ts';
import { clause } from './format.ts';
import { describeImpact } from './impact.ts';
import type { Impact } from './report.ts';
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
        ? 'cancelled, and on-cancel: hold leaves it as it is'
        : causeText(ending.cause, linkTo);
    case 'failed':
      return `${stoppedText(ending.cause, ending.stopped, linkTo)}${harm}`;
    case 'stuck':
      return `rolling back failed (${ending.failure}), after: ${rollbackText(ending.cause, linkTo)}`;
  }
}

const FINISHED = {
  'after-cut-off':
    '; the main step was cut off while it rolled back, and the post step finished it',
  'after-failure': '; rolling back failed at first, and the post step did it',
} as const;

function rolledBackText(
  { cause, finished }: Extract<Ending, { kind: 'rolled-back' }>,
  { linkTo, servedSeconds }: EndingContext,
): string {
  const later = finished ? FINISHED[finished] : '';
  if (servedSeconds === undefined) return `${rollbackText(cause, linkTo)}${later}`;
  const after = formatDuration(servedSeconds);
  return isPartly(cause)
    ? `${causeText(cause, linkTo)}. The rest was rolled back with it after ${after}${later}`
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
    case 'foreign':
      return cause.kind === 'external-change' ? leftText(cause.change) : why;
    case 'midway': {
      const { rollingBack } = stopped;
      const back = rollingBack
        ? `; it was to be rolled back: ${rollbackText(rollingBack, linkTo)}`
        : '';
      return `stopped without touching anything more: ${why}${back}`;
    }
    case 'start':
      return `stopped before any user was served the new version: ${rollbackText(cause, linkTo)}`;
    case 'end':
      return why;
    case 'post-step':
      return stopped.rollingBack
        ? `It was to be rolled back (${rollbackText(stopped.rollingBack, linkTo)}), and ${stopped.words} is not as the main step left it: ${why}`
        : `The main step was cut off, and ${stopped.words} is not as it left it: ${why}`;
  }
}
