// Where reports go on GitHub. Octokit is loaded only when something is written, not at the start.

import type { Log } from '../base/log.ts';
import { now } from '../base/time.ts';
import type { DeploymentPlace, DeploymentWriter } from '../github/deployment-status.ts';
import type { CommentPlace, PullRequestComment } from '../github/pull-request.ts';
import { troubleOf } from '../github/trouble.ts';
import type { FollowUpPlace } from '../github/write-follow-up.ts';
import { commentMarker, isRefusal, renderComment } from '../report/comment-body.ts';
import { followUpOf } from '../report/follow-up.ts';
import type { Destination } from '../run/up-to-date.ts';

export function commentAt(place: CommentPlace, log: Log, ended: AbortSignal): Destination {
  let opened: PullRequestComment | undefined;
  let pointless = false;
  let isTidy = false;
  return {
    what: 'comment',
    shows: 'state',
    retryAfter: ofGitHub,
    write: async (report) => {
      if (pointless) return;
      const { openComment } = await import('../github/pull-request.ts');
      const pullRequest = place.pullRequest ?? report.pull;
      const { key } = report.target;
      opened ??= await openComment({ ...place, pullRequest }, commentMarker(key), ended);
      if (!opened) {
        pointless = true;
        log.line(
          `No pull request brought the commit ${place.sha.slice(0, 7) || 'of this run'}, so there is no comment.`,
        );
        return;
      }
      const { refused } = place;
      const { pull } = opened;
      if (refused && isRefusal(report) && !(await opened.exists())) {
        const { writeRefused } = await import('../github/refused-comments.ts');
        const body = (marker: string) => renderComment(report, marker);
        await writeRefused({ ...place, pullRequest: pull }, { refused, key }, body, ended);
        return;
      }
      await opened.write(renderComment(report));
      if (!refused || isTidy) return;
      const { removeRefused } = await import('../github/refused-comments.ts');
      await removeRefused(place, refused, pull, ended);
      isTidy = true;
    },
  };
}

export function deploymentAt(place: DeploymentPlace, ended: AbortSignal): Destination {
  let opened: DeploymentWriter | undefined;
  return {
    what: 'deployment',
    shows: 'state',
    retryAfter: ofGitHub,
    write: async (report) => {
      const { openDeployments } = await import('../github/deployment-status.ts');
      opened ??= openDeployments(place, ended);
      await opened.write(report);
    },
  };
}

/** What `on-rollback` asks for, after the last report. */
export function followUpAt(place: FollowUpPlace, log: Log, ended: AbortSignal): Destination {
  return {
    what: place.how === 'issue' ? 'issue' : 'revert',
    shows: 'state',
    retryAfter: ofGitHub,
    write: async (report) => {
      const followUp = followUpOf(report);
      if (!followUp) return;
      const { writeFollowUpAt } = await import('./show-follow-up.ts');
      await writeFollowUpAt({ ...place, pullRequest: place.pullRequest ?? report.pull }, followUp, {
        log,
        ended,
      });
    },
  };
}

function ofGitHub(error: unknown): number | undefined {
  const at = now();
  const trouble = troubleOf(error, at);
  if (trouble.kind === 'outage') return 0;
  return trouble.kind === 'limit' ? Math.max(0, trouble.until - at) : undefined;
}
