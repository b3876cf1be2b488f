// Does what a comment on the pull request asks for, for the event `issue_comment`: the same commands, by
// the same rules, for a release that no job is driving at the moment.

import { messageOf } from '../base/errors.ts';
import { now, within } from '../base/time.ts';
import { allowed } from '../comments/listener.ts';
import type { Conversation, EventComment } from '../github/conversation.ts';
import type { Command } from '../inputs/inputs.ts';
import type { Outcome, Report } from '../report/report.ts';
import { withPerson } from '../report/requests.ts';
import { type CommentCommand, isHeard, isSo, parseComment } from '../rollout/comment-command.ts';
import type { Session } from '../run/services.ts';
import { findOpen } from './open-rollout.ts';

/** What was done, and for which command. */
export interface Done {
  readonly report: Report;
  readonly did: Command;
}

/** @param run does another command */
export async function comment(
  session: Session,
  run: (command: CommentCommand, session: Session) => Promise<Report>,
): Promise<Done> {
  const { job, reporter } = session;
  const { said, conversation } = job;
  const idle = (why: string): Done => ({ report: reporter.idle(why), did: 'comment' });
  const declined = (why: string): Done => ({ report: reporter.declined([why]), did: 'comment' });
  if (!said)
    return declined(
      'there is no comment: expected a run of the event issue_comment, on a pull request',
    );
  if (parseComment(said.body).kind === 'none') return idle('The comment asks for nothing.');
  if (said.repository !== job.source.repository) {
    return declined(
      `the comment is of the repository ${said.repository}, not of ${job.source.repository}`,
    );
  }
  if (!isHeard(said, 0))
    return idle(
      'The comment is not heard: only people are, and only what they wrote and did not change.',
    );
  if (!conversation) return declined('a comment needs github-token, to ask who may give commands');
  try {
    const github = await conversation();
    const command = await allowed(github, job.log, said.pull, said);
    if (!command) return idle('Nothing was done for the comment: it was answered.');
    return await obey(session, github, said, command, run);
  } catch (error) {
    return declined(`GitHub could not be asked: ${messageOf(error)}`);
  }
}

async function obey(
  session: Session,
  github: Conversation,
  said: EventComment,
  command: CommentCommand,
  run: (command: CommentCommand, session: Session) => Promise<Report>,
): Promise<Done> {
  const { job, reporter } = session;
  const at = now();
  const found = await findOpen(session);
  const pull = found.kind === 'open' ? found.moment.rollout.record.pull : said.pull;
  if (pull !== said.pull) {
    await github.answer(said.id, 'confused');
    const carrier = pull === undefined ? 'no pull request' : `#${pull}`;
    const why = `the release that is open is carried by ${carrier}, not by #${said.pull}`;
    return { report: reporter.declined([why]), did: command };
  }
  const inputs = { ...job.inputs, command };
  const report = await run(command, { ...session, job: { ...job, inputs } });
  const last = found.kind === 'none' ? found.last?.ended : undefined;
  const obeyed = found.kind === 'none' ? isSo(command, last) : isDone(command, report.outcome);
  const answered = github.answer(said.id, obeyed ? '+1' : 'confused').catch((error) => {
    job.log.warning(`The comment could not be answered: ${messageOf(error)}`);
  });
  await within(ANSWER_SECONDS, answered);
  const person = { at, login: said.login, asked: command, result: report.reason };
  return { report: withPerson(report, person), did: command };
}

/** Whether the release that was open is as the command wants it. */
function isDone(command: CommentCommand, outcome: Outcome): boolean {
  if (outcome === 'failed' || outcome === 'stuck') return false;
  return outcome !== 'rolled-back' || command === 'rollback';
}

/** What was done is done: an answer is not waited for any longer. */
const ANSWER_SECONDS = 10;
