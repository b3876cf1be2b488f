// The state of a rollout's GitHub deployment.

import { formatWeight } from '../rollout/plan.ts';
import type { Report } from './report.ts';

/** GitHub's names for the state of a deployment. */
export type DeploymentState = 'in_progress' | 'success' | 'failure' | 'inactive';

export interface DeploymentStatus {
  readonly state: DeploymentState;
  readonly description: string;
}

/** GitHub stores at most 140 characters of the description of a status. */
const MAX_DESCRIPTION = 140;

/**
 * The state for the outcome; `undefined` if the run changed nothing, so there is nothing to report.
 *
 * @param current the state of the deployment now; `undefined` if there is none yet
 */
export function deploymentStatus(
  { outcome, reason, weight, problems, paused }: DeploymentInput,
  current: DeploymentState | undefined,
): DeploymentStatus | undefined {
  switch (outcome) {
    case 'running':
    case 'held': {
      const held = paused ? 'paused at' : 'at';
      const share = weight === null ? 'an unknown share' : formatWeight(weight);
      return status('in_progress', `${held} ${share} of the traffic: ${reason}`);
    }
    case 'promoted':
      return status('success', reason);
    case 'rolled-back':
      // A promoted deployment that is rolled back later did serve users, but no longer does.
      return status(current === 'success' ? 'inactive' : 'failure', reason);
    case 'stuck':
    case 'failed':
      return problems.length === 0 && current === 'in_progress'
        ? status('failure', reason)
        : undefined;
    default:
      return undefined;
  }
}

export interface DeploymentInput
  extends Pick<Report, 'outcome' | 'reason' | 'weight' | 'problems'> {
  readonly paused: boolean;
}

function status(state: DeploymentState, text: string): DeploymentStatus {
  const description =
    text.length <= MAX_DESCRIPTION ? text : `${text.slice(0, MAX_DESCRIPTION - 1)}…`;
  return { state, description };
}
