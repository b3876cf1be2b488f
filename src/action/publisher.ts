// Publishes a report: the comment on the pull request, the job summary, the outputs and a file. Nothing here may
// change how a rollout ends, so nothing here throws.

import type { Log } from '../base/log.ts';
import { withTimeout } from '../base/time.ts';
import type { DeploymentPlace } from '../github/deployment-status.ts';
import type { CommentPlace } from '../github/pull-request.ts';
import type { FollowUpPlace } from '../github/write-follow-up.ts';
import { closingBlock } from '../report/closing-block.ts';
import type { Report } from '../report/report.ts';
import { type NotifyPlace, notifyAt } from '../run/notify-destination.ts';
import { keepUpToDate } from '../run/up-to-date.ts';
import { commentAt, deploymentAt, followUpAt } from './github-destinations.ts';
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
  /** Where an issue or a revert follows the final report. */
  readonly followUp: FollowUpPlace | undefined;
  /** A URL that also receives the report. */
  readonly notify: NotifyPlace | undefined;
}

export function createPublisher(
  { comment, deployment, followUp, notify }: Destinations,
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
  const last = followUp ? [followUpAt(followUp, log, ended.signal)] : [];
  const writeLast = (report: Report) =>
    Promise.all(last.map((one) => keepUpToDate(one, log, ended.signal)(report)));
  return {
    show: (report) => void write(report),
    finish: async (report) => {
      const written = Promise.all([write(report), writeLast(report)]).then(
        () => 'written' as const,
      );
      await publishLocally(report, log);
      if ((await withTimeout(LAST_WORD_SECONDS, written)) === undefined) {
        const where = [...destinations, ...last].map(({ what }) => what).join(' and the ');
        log.warning(
          `The final report was not accepted within ${LAST_WORD_SECONDS} seconds; the ${where} may be out of date.`,
        );
      }
      log.endGroup();
      for (const line of closingBlock(report)) log.line(line);
      // Whatever is still in progress ends here.
      ended.abort();
    },
  };
}
