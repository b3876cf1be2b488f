// What a GitHub deployment is to say of a rollout.

import { formatWeight } from '../rollout/plan.ts';
import type { Report } from './report.ts';

/** GitHub's own words for the state of a deployment. */
export type DeploymentState = 'in_progress' | 'success' | 'failure' | 'inactive';

export interface DeploymentWord {
  readonly state: DeploymentState;
  readonly description: string;
}

/** GitHub keeps 140 characters of a status's description. */
const MAX_DESCRIPTION = 140;

/**
 * `undefined`: the run has nothing to say of it, because it changed nothing.
 *
 * @param stands the state of the deployment now; `undefined`: there is none yet
 */
export function deploymentWord(
  { outcome, reason, weight, problems, paused }: DeploymentInput,
  stands: DeploymentState | undefined,
): DeploymentWord | undefined {
  switch (outcome) {
    case 'running':
    case 'held': {
      const held = paused ? 'paused at' : 'at';
      const share = weight === null ? 'an unknown share' : formatWeight(weight);
      return word('in_progress', `${held} ${share} of the traffic: ${reason}`);
    }
    case 'promoted':
      return word('success', reason);
    case 'rolled-back':
      // Of one that was promoted: it did serve, and does not any more.
      return word(stands === 'success' ? 'inactive' : 'failure', reason);
    case 'stuck':
    case 'failed':
      return problems.length === 0 && stands === 'in_progress'
        ? word('failure', reason)
        : undefined;
    default:
      return undefined;
  }
}

export interface DeploymentInput
  extends Pick<Report, 'outcome' | 'reason' | 'weight' | 'problems'> {
  readonly paused: boolean;
}

function word(state: DeploymentState, text: string): DeploymentWord {
  const description =
    text.length <= MAX_DESCRIPTION ? text : `${text.slice(0, MAX_DESCRIPTION - 1)}…`;
  return { state, description };
}
