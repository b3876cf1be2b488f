// The main step once its inputs are right: release → report.

import { saveState } from '@actions/core';
import { known } from '../base/errors.ts';
import type { Log } from '../base/log.ts';
import type { CommandResult } from '../commands/comment.ts';
import { runCommand } from '../commands/registry.ts';
import { onCancel } from '../github/cancel.ts';
import type { Conversation } from '../github/conversation.ts';
import type { CommentPlace } from '../github/pull-request.ts';
import type { Variable, VariablePlace } from '../github/variable.ts';
import type { FollowUpPlace } from '../github/write-follow-up.ts';
import type { Inputs } from '../inputs/inputs.ts';
import { followUpOf } from '../report/follow-up.ts';
import { problemIds, whereExplained } from '../report/problem-link.ts';
import type { Report } from '../report/report.ts';
import type { RollbackCause } from '../rollout/cause.ts';
import type { Host } from '../run/host.ts';
import type { RunContext } from '../run/run-context.ts';
import type { Access } from './access.ts';
import {
  readCodeEvent,
  readDestinations,
  readEventComment,
  readLacks,
  readLifetimes,
  readPull,
  readStarter,
} from './environment.ts';
import { readEvent } from './event.ts';
import { shortened, stateToSave } from './post-state.ts';
import { createPublisher } from './publisher.ts';
import { readSource } from './source.ts';
import { STATE, save } from './step-state.ts';

/** Runs the command, with GitHub Actions as its host, and reports what it did. */
export async function release(
  inputs: Inputs,
  given: Access & Pick<RunContext, 'startedAt' | 'giveUpAt'> & Pick<Host, 'leaveToPost'>,
  log: Log,
): Promise<CommandResult> {
  const event = readEvent(process.env);
  const source = readSource(process.env, event, inputs);
  const places = readDestinations(process.env, event, inputs, source);
  const { comment, followUp, variable } = places;
  const publisher = createPublisher(places, log);
  const ended = new AbortController();
  const { signal, dispose } = onCancel(log, () => saveState(STATE.cancelled, 'true'));
  let kept = false;
  const keepCause = (cause: RollbackCause) => {
    kept = true;
    saveCause(shortened(cause));
  };
  try {
    const { id, startedAt, giveUpAt, credentials, leaveToPost } = given;
    const context: RunContext = {
      inputs,
      id,
      source,
      event: {
        code: readCodeEvent(process.env, event),
        pull: readPull(event, source),
        comment: readEventComment(event),
        ...readStarter(process.env),
      },
      lifetimes: readLifetimes(process.env, inputs),
      startedAt,
      giveUpAt,
    };
    const host: Host = {
      log,
      ...{ cancelled: signal, credentials },
      conversation: comment && (() => openConversationAt(comment, ended.signal)),
      variable: variable && ((name) => readVariableAt(variable, name, ended.signal)),
      lacks: readLacks(process.env, inputs),
      keepCause,
      leaveToPost,
      checkFollowUp: () => checkFollowUp(followUp, context, ended.signal),
      saveForPost: (commands) =>
        save(STATE.kept, JSON.stringify(stateToSave(inputs, id, commands, process.env))),
      show: publisher.show,
    };
    const done = await runCommand(context, host);
    if (followUp) saveFollowUp(done.report);
    beginReport(done.report, log);
    await publisher.finish(done.report);
    save(STATE.published, done.report.outcome);
    const { cause } = done.report;
    if (!kept && cause) keepCause({ cause });
    return done;
  } finally {
    ended.abort();
    log.endGroup();
    dispose();
  }
}

/** Where its problems are explained, in the log as well. */
function beginReport({ problems }: Report, log: Log): void {
  log.group('Report');
  if (problems.length === 0) return;
  for (const line of whereExplained(problemIds(problems))) log.line(line);
}

async function checkFollowUp(
  place: FollowUpPlace | undefined,
  { inputs, event }: RunContext,
  ended: AbortSignal,
): Promise<readonly string[]> {
  if (inputs.onRollback === 'none' || inputs.command === 'preview') return [];
  const { whatIsMissing } = await import('../github/follow-up-readiness.ts');
  return whatIsMissing(place, { fork: event.pull?.fork ?? false }, ended);
}

/** If this step is killed before it is done, the post step does it. */
function saveFollowUp(report: Report): void {
  const followUp = followUpOf(report);
  if (followUp) save(STATE.followUp, JSON.stringify(followUp));
}

/** Octokit is loaded when there is something to say, not at the start. */
async function openConversationAt(place: CommentPlace, ended: AbortSignal): Promise<Conversation> {
  const { openConversation } = await import('../github/conversation.ts');
  return openConversation(place, ended);
}

async function readVariableAt(
  place: VariablePlace,
  name: string,
  ended: AbortSignal,
): Promise<Variable> {
  const { readVariable } = await import('../github/variable.ts');
  return readVariable(place, name, ended);
}

function saveCause(cause: RollbackCause): void {
  try {
    save(STATE.cause, JSON.stringify(cause));
  } catch (error) {
    // The rollback does not wait for that.
    known(error);
  }
}
