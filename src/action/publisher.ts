// Publishes a report: the comment on the pull request, the job summary, the outputs and a file. Nothing here may
// change how a rollout ends, so nothing here throws.

import { messageOf, rootOf } from '../base/errors.ts';
import type { Log } from '../base/log.ts';
import { logBug } from '../base/log.ts';
import type { DeploymentPlace, DeploymentWriter } from '../github/deployment-status.ts';
import type { CommentPlace, PullRequestComment } from '../github/pull-request.ts';
import type { UrlHook } from '../inputs/values.ts';
import { renderComment } from '../report/comment-body.ts';
import type { Report } from '../report/report.ts';
import { publishLocally } from './local-results.ts';

export interface Publisher {
  /** Updates the comment, one write after the other, without making the caller wait. */
  show(report: Report): void;
  /** Publishes the final report: comment, summary, outputs and file. */
  finish(report: Report): Promise<void>;
}

/** The time limit for the last comment: the rollout is over, and the job must not hang on it. */
const COMMENT_DEADLINE_MS = 20_000;

/** Where the report is shown on GitHub; `undefined`: not wanted, or there is no token. */
export interface Destinations {
  readonly comment: CommentPlace | undefined;
  readonly deployment: DeploymentPlace | undefined;
  /** A URL that also receives the report. */
  readonly notify: NotifyPlace | undefined;
}

/** @see notify */
export interface NotifyPlace {
  readonly to: UrlHook;
  /** Empty: nothing is signed. */
  readonly secret: string;
}

export function createPublisher(
  { comment, deployment, notify }: Destinations,
  log: Log,
): Publisher {
  const writers = [
    ...(comment ? [commentWriter(comment, log)] : []),
    ...(deployment ? [deploymentWriter(deployment, log)] : []),
    ...(notify ? [notifyWriter(notify, log)] : []),
  ];
  const write = (report: Report) => Promise.all(writers.map((writer) => writer(report)));
  return {
    show: (report) => void write(report),
    finish: async (report) => {
      const written = write(report);
      await publishLocally(report, log);
      if (writers.length > 0) await Promise.race([written, deadline(log)]);
    },
  };
}

type Writer = (report: Report) => Promise<void>;

function commentWriter(place: CommentPlace, log: Log): Writer {
  let opened: Promise<PullRequestComment | undefined> | undefined;
  return queued({ what: 'comment', permission: 'pull-requests', log }, async (report) => {
    // Octokit is loaded only when a comment is written, not at the start.
    const { openComment } = await import('../github/pull-request.ts');
    const pullRequest = place.pullRequest ?? report.pull;
    opened ??= openComment({ ...place, pullRequest }, report.target.key);
    await (await opened)?.write(renderComment(report));
  });
}

function deploymentWriter(place: DeploymentPlace, log: Log): Writer {
  let opened: DeploymentWriter | undefined;
  return queued({ what: 'deployment', permission: 'deployments', log }, async (report) => {
    const { openDeployments } = await import('../github/deployment-status.ts');
    opened ??= openDeployments(place);
    await opened.write(report);
  });
}

function notifyWriter({ to, secret }: NotifyPlace, log: Log): Writer {
  return queued({ what: 'event for notify-url', permission: '', log }, async (report) => {
    const { notify } = await import('../hooks/notify.ts');
    await notify(to, secret, report);
  });
}

interface Queued {
  readonly what: string;
  /** The permission that the job needs for it on GitHub; empty: it does not use GitHub. */
  readonly permission: string;
  readonly log: Log;
}

/** Writes are queued: an older state never overwrites a newer one. */
function queued({ what, permission, log }: Queued, write: Writer): Writer {
  let queue = Promise.resolve();
  let gaveUp = false;
  const attempt = async (report: Report) => {
    if (gaveUp) return;
    try {
      await write(report);
    } catch (error) {
      gaveUp = true;
      logBug(log, error);
      const why = explain(error, permission);
      log.warning(`The ${what} could not be written: ${why}. The rollout continues.`);
    }
  };
  return (report) => {
    queue = queue.then(() => attempt(report));
    return queue;
  };
}

function explain(error: unknown, permission: string): string {
  const { status } = (rootOf(error) ?? {}) as { readonly status?: number };
  return status === 403 || status === 404
    ? `GitHub returned ${status}; the job needs "permissions: ${permission}: write" (and contents: read)`
    : messageOf(error);
}

function deadline(log: Log): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => {
      log.warning('GitHub did not accept the final report in time.');
      resolve();
    }, COMMENT_DEADLINE_MS);
    timer.unref();
  });
}
