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
      return `the canary of step ${change.step} is not there: ${gone}; all traffic goes to the version that stood before`;
    }
    case 'unknown-step':
      return `what is remembered says step ${change.step}, which is not in the plan`;
    case 'reopened': {
      const what =
        change.weight === undefined
          ? 'a canary is open on the stage'
          : `the new version has ${formatWeight(change.weight)} of the traffic`;
      return `somebody else changed it after the promotion: ${what}`;
    }
    case 'lowered':
      return `somebody else took traffic off one of the aliases during the promotion: the new version has from ${formatWeight(change.weight)} to ${formatWeight(change.most)}`;
    case 'promotion-undone':
      return 'the previous version is served: the promotion was not made, or someone took it back';
  }
}

function weightText(change: Extract<ExternalChange, { kind: 'weight' }>): string {
  const { weight, where, most, expected, step } = change;
  const canary = where === undefined ? 'the canary' : `the canary of ${where}`;
  const has =
    where === undefined && most !== undefined
      ? `from ${formatWeight(weight)} to ${formatWeight(most)}`
      : formatWeight(weight);
  return `somebody else changed the weight: ${canary} has ${has}, not ${formatWeight(expected)} as step ${step} wants`;
}

/** Why the run left everything alone. */
export function leftText(change: ExternalChange): string {
  switch (change.kind) {
    case 'state':
      return `stopped without touching it: ${change.what}`;
    case 'weight':
    case 'reopened':
      return `stopped without touching it, because ${changeText(change)}`;
    default:
      return changeText(change);
  }
}

/** Why the run rolls back what it still owns. */
export function restText(change: ExternalChange): string {
  switch (change.kind) {
    case 'state':
      return `somebody else holds a part of it, which was left alone: ${change.what}`;
    case 'weight':
    case 'lowered':
      return `${changeText(change)}. The rest is rolled back with it`;
    default:
      return changeText(change);
  }
}
