// What follows a release on GitHub: see the input `on-rollback`.

import type { FollowUp } from '../report/follow-up.ts';
import type { FollowUpResult } from './follow-up-result.ts';
import { type CommentPlace, connectPullRequests } from './pull-request.ts';

export interface FollowUpPlace extends CommentPlace {
  readonly how: 'issue' | 'revert-pull-request';
}

/** @param ended aborts what is in progress @returns what was done; throws GitHub's errors */
export async function writeFollowUp(
  place: FollowUpPlace,
  followUp: FollowUp,
  ended: AbortSignal,
): Promise<readonly FollowUpResult[]> {
  const access = connectPullRequests(place, ended);
  if (place.how === 'revert-pull-request') {
    if (followUp.kind === 'good') return [];
    const { writeRevert } = await import('./revert-pull.ts');
    return [await writeRevert(access, followUp, place)];
  }
  const { closeIssues, writeIssue } = await import('./rollback-issue.ts');
  return followUp.kind === 'good'
    ? await closeIssues(access, followUp)
    : [await writeIssue(access, followUp)];
}
