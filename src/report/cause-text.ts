// A cause as text. Most are clauses: they begin in lower case, and other text can follow them.

import { formatDuration } from '../base/duration.ts';
import type { Cause, Waiting } from '../rollout/cause.ts';
import { formatWeight } from '../rollout/plan.ts';
import { describeRun } from '../rollout/release.ts';
import { changeText } from './change-text.ts';
import { describeAll } from './evidence-text.ts';
import { gateText } from './gate-text.ts';
import { incidentText } from './incident-text.ts';
import { type LinkTo, lossText } from './stored-state-text.ts';

/** @param linkTo gives the web address of a run */
export function causeText(cause: Cause, linkTo: LinkTo): string {
  switch (cause.kind) {
    case 'external-change':
      return changeText(cause.change);
    case 'taken-over':
    case 'state-lost':
      return lossText(cause, linkTo);
    case 'superseded':
      return `superseded by ${linkTo(cause.by)}`;
    case 'inconclusive':
      return `inconclusive: ${describeAll(cause.evidence) || 'the end of the bake has not been read'}`;
    case 'shared-incident':
      return incidentText(cause.incident);
    case 'aws-error':
      return cause.message;
    case 'internal-error':
      return `internal error: ${cause.message}`;
    case 'cancelled':
      return 'cancelled';
    case 'cut-off':
      return 'the main step was interrupted';
    case 'unfinished':
      return cause.problems[0] ?? 'unfinished rollout of an earlier run';
    case 'requested':
    case 'started':
    case 'paused':
    case 'feedback':
    case 'preview':
    case 'waiting':
      return chosenText(cause);
    case 'window':
    case 'freeze':
    case 'stop':
    case 'approval':
    case 'door':
      return gateText(cause);
    case 'preflight':
    case 'refused':
    case 'nothing-new':
    case 'nothing-to-do':
    case 'removed':
    case 'first-release':
    case 'completed':
      return sentenceOf(cause);
    default:
      return describeAll(cause.evidence) || 'a hook failed';
  }
}

type Of<K extends Cause['kind']> = Extract<Cause, { readonly kind: K }>;

/** Causes that a user or the inputs chose. */
function chosenText(
  cause: Of<'requested' | 'started' | 'paused' | 'feedback' | 'preview' | 'waiting'>,
): string {
  switch (cause.kind) {
    case 'requested':
      return cause.through === 'comment'
        ? `on request: /canary rollback by ${cause.by}`
        : `requested by ${cause.by || 'the workflow'}`;
    case 'started':
      return 'the release was started and is waiting for the next command';
    case 'paused':
      return `paused by ${describeRun(cause.by)}`;
    case 'feedback':
      return `👎 by ${cause.by}`;
    case 'preview':
      return `a preview of #${cause.pull} is never promoted`;
    case 'waiting':
      return waitingText(cause);
  }
}

function waitingText({ step, secondsLeft, evidence }: Waiting): string {
  const left = formatDuration(secondsLeft);
  const why = evidence.length > 0 ? `: ${describeAll(evidence)}` : '';
  if (step?.bake) {
    return `the bake at ${formatWeight(step.weight)} continues for another ${left}${why}`;
  }
  return step
    ? `step ${step.number} of ${step.of} (${formatWeight(step.weight)}) has ${left} left${why}`
    : `it is promoted, and the bake continues for another ${left}${why}`;
}

/** Complete sentences, for runs that neither rolled back nor held anything. */
function sentenceOf(
  cause: Of<
    | 'preflight'
    | 'refused'
    | 'nothing-new'
    | 'nothing-to-do'
    | 'removed'
    | 'first-release'
    | 'completed'
  >,
): string {
  switch (cause.kind) {
    case 'preflight':
      return cause.problems.length > 1
        ? `Stopped before any traffic was shifted, because of ${cause.problems.length} problems.`
        : `Stopped before any traffic was shifted: ${cause.problems[0] ?? UNREAD}`;
    case 'refused':
      return `Nothing was done: ${cause.problems[0] ?? UNREAD}`;
    case 'nothing-new':
      return `There is nothing to release: ${cause.why}.`;
    case 'nothing-to-do':
      return 'There is nothing to do.';
    case 'removed':
      return 'Previews were removed.';
    case 'first-release':
      return `This is the first release, with nothing to compare it with: ${cause.made}.`;
    case 'completed':
      return completedText(cause);
  }
}

const UNREAD = 'the current state could not be read';

/** Names the evidence that was not healthy but did not prevent the promotion, such as missing data. */
function completedText({ evidence }: Of<'completed'>): string {
  const passed = 'The canary completed all steps and the bake';
  const unread = evidence.filter((each) => each.unread);
  if (unread.length > 0) {
    return `${passed}, the end of which could not be monitored (${describeAll(unread)}).`;
  }
  return evidence.length > 0
    ? `${passed}, but there is no evidence that it is healthy (${describeAll(evidence)}).`
    : `${passed}.`;
}
