// Changes from outside a rollout as text.

import type { ExternalChange } from '../rollout/cause.ts';
import { formatWeight } from '../rollout/plan.ts';

export function changeText(change: ExternalChange): string {
  switch (change.kind) {
    case 'state':
      return change.what;
    case 'weight':
      return weightText(change);
    case 'canary-closed': {
      const gone =
        change.step === 1 ? 'it was not opened, or someone removed it' : 'someone removed it';
      return `the canary of step ${change.step} does not exist: ${gone}; all traffic goes to the previous version`;
    }
    case 'unknown-step':
      return `the stored state names step ${change.step}, which is not in the plan`;
    case 'reopened': {
      const what =
        change.weight === undefined
          ? 'a canary is open on the stage'
          : `the new version has ${formatWeight(change.weight)} of the traffic`;
      return `it was changed outside this action after the promotion: ${what}`;
    }
    case 'lowered':
      return `someone else took traffic off one of the aliases during the promotion: the new version has ${formatWeight(change.weight)} to ${formatWeight(change.most)} of the traffic`;
    case 'promotion-undone':
      return 'the previous version is served: the promotion did not happen, or someone reverted it';
  }
}

function weightText(change: Extract<ExternalChange, { kind: 'weight' }>): string {
  const { weight, where, most, expected, step } = change;
  const canary = where === undefined ? 'the canary' : `the canary of ${where}`;
  const has =
    where === undefined && most !== undefined
      ? `${formatWeight(weight)} to ${formatWeight(most)}`
      : formatWeight(weight);
  return `the weight was changed outside this action: ${canary} has ${has} instead of the ${formatWeight(expected)} of step ${step}`;
}

/** Why the run left everything alone. */
export function leftText(change: ExternalChange): string {
  switch (change.kind) {
    case 'state':
      return `stopped without changing it: ${change.what}`;
    case 'weight':
    case 'reopened':
      return `stopped without changing it, because ${changeText(change)}`;
    default:
      return changeText(change);
  }
}

/** Why the run rolls back what it still owns. */
export function restText(change: ExternalChange): string {
  switch (change.kind) {
    case 'state':
      return `a part of it was changed outside this action and was not rolled back: ${change.what}`;
    case 'weight':
    case 'lowered':
      return `${changeText(change)}. The rest is rolled back too`;
    default:
      return changeText(change);
  }
}
