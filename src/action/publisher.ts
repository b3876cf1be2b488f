// Publishes a report: the comment on the pull request, the job summary, the outputs and a file. Nothing here may
// change how a rollout ends, so nothing here throws.

import type { Log } from '../base/log.ts';
import { now, withTimeout } from '../base/time.ts';
import type { DeploymentPlace, DeploymentWriter } from '../github/deployment-status.ts';
import type { CommentPlace, PullRequestComment } from '../github/pull-request.ts';
import { troubleOf } from '../github/trouble.ts';
import { commentMarker, renderComment } from '../report/comment-body.ts';
import type { Report } from '../report/report.ts';
import { type NotifyPlace, notifyAt } from '../run/notify-destination.ts';
import { type Destination, keepUpToDate } from '../run/up-to-date.ts';
import { publishLocally } from './local-results.ts';

export interface Publisher {
  /** Updates the comment, one write after the other, without making the caller wait. */
  show(report: Report): void;
  /** Publishes the final report: comment, summary, outputs and file. */
  finish(report: Report): Promise<void>;
}

/** The time limit for the last report: the rollout is over, and the job must not hang on it. */
const LAST_WORD_SECONDS = 20;

/** Where the report is shown on GitHub; `undefined`: not wanted, or there is no token. */
export interface Destinations {
  readonly comment: CommentPlace | undefined;
  readonly deployment: DeploymentPlace | undefined;
  /** A URL that also receives the report. */
  readonly notify: NotifyPlace | undefined;
}

export function createPublisher(
  { comment, deployment, notify }: Destinations,
  log: Log,
): Publisher {
  const ended = new AbortController();
  const destinations = [
    ...(comment ? [commentAt(comment, log, ended.signal)] : []),
    ...(deployment ? [deploymentAt(deployment, ended.signal)] : []),
    ...(notify ? [notifyAt(notify, ended.signal)] : []),
  ];
  const writers = destinations.map((one) => keepUpToDate(one, log, ended.signal));
  const write = (report: Report) => Promise.all(writers.map((writer) => writer(report)));
  return {
    show: (report) => void write(report),
    finish: async (report) => {
      const written = write(report).then(() => 'written' as const);
      await publishLocally(report, log);
      if ((await withTimeout(LAST_WORD_SECONDS, written)) === undefined) {
        const where = destinations.map(({ what }) => what).join(' and the ');
        log.warning(
          `The final report was not accepted within ${LAST_WORD_SECONDS} seconds; the ${where} may be out of date.`,
        );
      }
      // Whatever is still in progress ends here.
      ended.abort();
    },
  };
}

function commentAt(place: CommentPlace, log: Log, ended: AbortSignal): Destination {
  let opened: PullRequestComment | undefined;
  let pointless = false;
  return {
    what: 'comment',
    shows: 'state',
    retryAfter: ofGitHub,
    write: async (report) => {
      if (pointless) return;
      // Octokit is loaded only when a comment is written, not at the start.
      const { openComment } = await import('../github/pull-request.ts');
      const pullRequest = place.pullRequest ?? report.pull;
      opened ??= await openComment(
        { ...place, pullRequest },
        commentMarker(report.target.key),
        ended,
      );
      if (opened) return await opened.write(renderComment(report));
      pointless = true;
      log.line(
        `No pull request brought the commit ${place.sha.slice(0, 7) || 'of this run'}, so there is no comment.`,
      );
    },
  };
}

function deploymentAt(place: DeploymentPlace, ended: AbortSignal): Destination {
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

function ofGitHub(error: unknown): number | undefined {
  const at = now();
  const trouble = troubleOf(error, at);
  if (trouble.kind === 'outage') return 0;
  return trouble.kind === 'limit' ? Math.max(0, trouble.until - at) : undefined;
}
