// Executes a comment on the pull request, for the event `issue_comment`: the same commands, under the same rules,
// for a release that no job is driving at the moment.

import { known } from '../base/errors.ts';
import { now, withTimeout } from '../base/time.ts';
import { authorize, mayApprove } from '../comments/listener.ts';
import type { Snapshot } from '../controller/context.ts';
import type { Conversation, EventComment } from '../github/conversation.ts';
import type { Command } from '../inputs/inputs.ts';
import type { Outcome, Report } from '../report/report.ts';
import { withRequest } from '../report/requests.ts';
import {
  type CommentCommand,
  isAchieved,
  isEligible,
  parseComment,
} from '../rollout/comment-command.ts';
import type { Services } from '../run/services.ts';
import { findOpen } from './open-rollout.ts';

/** What was done, and for which command. */
export interface CommandResult {
  readonly report: Report;
  readonly did: Command;
}

/** @param run runs another command */
export async function comment(
  services: Services,
  run: (command: CommentCommand, services: Services) => Promise<Report>,
): Promise<CommandResult> {
  const { context, host, reporter } = services;
  const { comment } = context.event;
  const { conversation } = host;
  const idle = (why: string): CommandResult => ({ report: reporter.idle(why), did: 'comment' });
  const declined = (why: string): CommandResult => ({
    report: reporter.declined([why]),
    did: 'comment',
  });
  if (!comment) return declined(`there is no comment: ${host.lacks.comment}`);
  if (parseComment(comment.body).kind === 'none') return idle('The comment contains no command.');
  if (comment.repository !== context.source.repository) {
    return declined(
      `the comment is from the repository ${comment.repository}, not from ${context.source.repository}`,
    );
  }
  if (!isEligible(comment, 0))
    return idle(
      'Comment ignored. Commands must come from a user account and must not have been edited.',
    );
  if (!conversation)
    return declined(`who may give commands cannot be checked: ${host.lacks.conversation}`);
  try {
    const github = await conversation();
    const command = await authorize(github, host.log, comment.pull, comment);
    if (!command) return idle('The comment has been answered.');
    return await executeComment(services, github, comment, command, run);
  } catch (error) {
    return declined(`Could not read from GitHub: ${known(error).message}`);
  }
}

async function executeComment(
  services: Services,
  github: Conversation,
  posted: EventComment,
  command: CommentCommand,
  run: (command: CommentCommand, services: Services) => Promise<Report>,
): Promise<CommandResult> {
  const { context, host, reporter } = services;
  const at = now();
  const found = await findOpen(services);
  const snapshot = found.kind === 'open' ? found.snapshot : undefined;
  const pull = snapshot ? snapshot.rollout.record.pull : posted.pull;
  if (pull !== posted.pull) {
    await github.answer(posted.id, 'confused');
    const carrier = pull === undefined ? 'no pull request' : `#${pull}`;
    const why = `the open release belongs to ${carrier}, not to #${posted.pull}`;
    return { report: reporter.declined([why], snapshot), did: command };
  }
  if (snapshot) {
    const refusal = await whyRefused(services, github, snapshot, posted, command);
    if (refusal) return { report: refusal, did: command };
  }
  const { smokeProblems = [] } = context.inputs;
  if (CHECKING.includes(command) && smokeProblems.length > 0) {
    await github.answer(posted.id, 'confused');
    return { report: reporter.declined(smokeProblems, snapshot), did: command };
  }
  const inputs = { ...context.inputs, command };
  const request = { by: posted.login, at: posted.createdAt };
  const report = await run(command, { ...services, context: { ...context, inputs, request } });
  const last = found.kind === 'none' ? found.last?.ended : undefined;
  const obeyed =
    found.kind === 'none' ? isAchieved(command, last) : isDone(command, report.outcome);
  const answered = github.answer(posted.id, obeyed ? '+1' : 'confused').catch((error) => {
    host.log.warning(`The comment could not be answered: ${known(error).message}`);
  });
  await withTimeout(ANSWER_SECONDS, answered);
  const person = { at, login: posted.login, asked: command, result: report.reason };
  return { report: withRequest(report, person), did: command };
}

/** The commands of a comment that may run smoke checks. */
const CHECKING: readonly CommentCommand[] = ['promote', 'advance'];

/** A comment is for the release that was open when it was written. @returns the report of a comment that does nothing */
async function whyRefused(
  { host, reporter }: Services,
  github: Conversation,
  snapshot: Snapshot,
  posted: EventComment,
  command: CommentCommand,
): Promise<Report | undefined> {
  const { rollout } = snapshot;
  if (command !== 'status' && !isEligible(posted, rollout.record.startedAt)) {
    await github.answer(posted.id, 'confused');
    return reporter.declined(
      [
        `/canary ${command} was written before the open release began, so it is not for that release; comment again`,
      ],
      snapshot,
    );
  }
  if (command !== 'promote' || (await mayApprove(github, host.log, rollout, posted)))
    return undefined;
  return reporter.idle('The comment has been answered.');
}

/** Whether the previously open release is now in the state that the command requests. */
function isDone(command: CommentCommand, outcome: Outcome): boolean {
  if (outcome === 'failed' || outcome === 'stuck') return false;
  return outcome !== 'rolled-back' || command === 'rollback';
}

/** The command is complete, so the reply gets no more time than this. */
const ANSWER_SECONDS = 10;
