// The composition root: read → connect → roll out → report → pass or fail. What a phase needs is
// loaded when it begins, so that a wrong input is answered at once.

import * as core from '@actions/core';
import { messageOf } from './aws/errors.ts';
import type { Done } from './commands/comment.ts';
import type { Conversation } from './github/conversation.ts';
import { createLog, type Log } from './github/log.ts';
import type { CommentPlace } from './github/pull-request.ts';
import type { Command, Inputs } from './inputs/inputs.ts';
import { readInputs } from './inputs/read.ts';
import type { Cause, Job, Mend } from './job.ts';
import type { Report } from './report/report.ts';
import { renderStuck } from './report/stuck.ts';
import { mainGivesUpAt, postGivesUpAt } from './way-back.ts';

/** Names in the state that the main step leaves to the post step. */
export const STATE = {
  began: 'began',
  ended: 'ended',
  cancelled: 'cancelled',
  /** The outcome that was published. */
  told: 'told',
  mend: 'mend',
  /** Why the main step was rolling back, or what it left to the post step. */
  cause: 'cause',
  /** When GitHub ends the job, as far as job-timeout tells, in seconds since the epoch. */
  endsAt: 'endsAt',
} as const;

/** The main step. */
export async function main(): Promise<void> {
  const log = createLog();
  const begunAt = Date.now() / 1000;
  let ended = true;
  try {
    for (const name of ['github-token', 'hook-secret', 'notify-url']) {
      const secret = core.getInput(name);
      if (secret !== '') core.setSecret(secret);
    }
    const inputs = await readInputs(process.env);
    const access = await openAccess(inputs);
    const endsAt = begunAt + inputs.jobTimeoutSeconds;
    core.saveState(STATE.began, 'true');
    core.saveState(STATE.endsAt, endsAt);
    ended = false;
    let left = false;
    const leaveToPost = () => {
      left = true;
    };
    const giveUpAt = mainGivesUpAt(begunAt, endsAt);
    const { report, did } = await release(inputs, { ...access, giveUpAt, leaveToPost }, log);
    ended = !left;
    passOrFail(report, did);
  } catch (error) {
    log.endGroup();
    core.setFailed(messageOf(error));
  } finally {
    // What could not be put back, or broke off, is left to the post step: it has minutes of its own.
    if (ended) core.saveState(STATE.ended, 'true');
  }
}

/** Who this run is, and what it may call AWS with; fails before anything has begun. */
async function openAccess(inputs: Inputs): Promise<Pick<Job, 'id' | 'credentials'>> {
  const [{ ownCredentials }, { readRolloutId }] = await Promise.all([
    import('./github/own-credentials.ts'),
    import('./surroundings.ts'),
  ]);
  const id = readRolloutId(process.env);
  return { id, credentials: await ownCredentials(inputs, id) };
}

async function release(
  inputs: Inputs,
  given: Pick<Job, 'id' | 'credentials' | 'giveUpAt' | 'leaveToPost'>,
  log: Log,
): Promise<Done> {
  const [{ runCommand }, { createPublisher }, { onCancel }, surroundings] = await Promise.all([
    import('./run-command.ts'),
    import('./github/publish.ts'),
    import('./github/cancel.ts'),
    import('./surroundings.ts'),
  ]);
  const event = surroundings.readEvent(process.env);
  const source = surroundings.readSource(process.env, event);
  const places = surroundings.readPlaces(process.env, event, inputs, source);
  const { comment } = places;
  const publisher = createPublisher(places, log);
  const { signal, dispose } = onCancel(log, () => core.saveState(STATE.cancelled, 'true'));
  let kept = false;
  const keepCause = (cause: Cause) => {
    kept = true;
    try {
      core.saveState(STATE.cause, cause);
    } catch {
      // The disk is full, say. The way back does not wait for that.
    }
  };
  try {
    const done = await runCommand({
      inputs,
      source,
      log,
      cancelled: signal,
      keepCause,
      keepForPost: (mend) => core.saveState(STATE.mend, mend),
      conversation: comment && (() => talkAt(comment)),
      pull: surroundings.readPull(event, source),
      eventName: process.env.GITHUB_EVENT_NAME ?? '',
      said: surroundings.readEventComment(event),
      ...given,
      lifetimes: surroundings.readLifetimes(process.env, inputs),
      show: publisher.show,
    });
    log.group('Report');
    await publisher.finish(done.report);
    core.saveState(STATE.told, done.report.outcome);
    if (!kept) keepCause({ reason: done.report.reason });
    return done;
  } finally {
    log.endGroup();
    dispose();
  }
}

/** Octokit is loaded when there is something to say, not at the start. */
async function talkAt(place: CommentPlace): Promise<Conversation> {
  const { openConversation } = await import('./github/conversation.ts');
  return openConversation(place);
}

/** Promoted, held, open and unchanged pass, and what was asked for; the rest fails, in one line. */
function passOrFail(report: Report, command: Command): void {
  const { outcome, reason, stands, problems } = report;
  switch (outcome) {
    case 'running':
    case 'planned':
    case 'previewed':
    case 'promoted':
    case 'unchanged':
      core.info(`${reason} ${stands}`);
      return;
    case 'held':
      core.notice(`Held: ${sentence(reason)} ${stands}`);
      return;
    case 'rolled-back':
      if (command === 'rollback') core.notice(`Rolled back: ${sentence(reason)} ${stands}`);
      else core.setFailed(`Rolled back: ${sentence(reason)} ${stands}`);
      return;
    case 'stuck':
      core.setFailed(renderStuck(report));
      process.exitCode = STUCK_EXIT_CODE;
      return;
    default:
      for (const problem of problems.length > 1 ? problems : []) core.error(problem);
      core.setFailed(`${sentence(reason)} ${stands}`);
  }
}

/** Told apart from a release that was rolled back or refused. */
const STUCK_EXIT_CODE = 2;

function sentence(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`;
}

/** The commands that leave something to take back when they are cut off. */
const DRIVES: readonly Command[] = [
  'rollout',
  'start',
  'advance',
  'promote',
  'rollback',
  'comment',
];

/** The post step: finishes the way back when the main step could not. */
export async function post(): Promise<void> {
  const log = createLog();
  const begunAt = Date.now() / 1000;
  const began = core.getState(STATE.began) === 'true';
  if (!began || core.getState(STATE.ended) === 'true') return;
  try {
    const inputs = await readInputs(process.env);
    if (!DRIVES.includes(inputs.command)) return;
    const { finishAfter } = await import('./post.ts');
    const cancelled = core.getState(STATE.cancelled) === 'true';
    const cause = readState<Cause>(STATE.cause);
    // What was being rolled back for a reason of its own is not to be kept for having been cancelled.
    if (inputs.onCancel === 'hold' && cancelled && !cause)
      return log.notice('The job was cancelled; on-cancel: hold leaves the rollout as it is.');
    const told = core.getState(STATE.told) || undefined;
    const endsAt = Number(core.getState(STATE.endsAt));
    const giveUpAt = postGivesUpAt(begunAt, endsAt, cancelled);
    const after = await finishAfter(inputs, log, { told, cause, giveUpAt });
    if (after) core.setFailed(after.says);
    if (after?.stuck) process.exitCode = STUCK_EXIT_CODE;
  } catch (error) {
    await failUndone(messageOf(error));
  } finally {
    log.endGroup();
  }
}

/** The post step could do nothing. Where nothing was kept for it, the main step had begun nothing. */
async function failUndone(why: string): Promise<void> {
  const kept = readState<Mend>(STATE.mend);
  if (!kept) return core.setFailed(`The post step could not finish the rollout: ${why}`);
  const { sayUndone } = await import('./post.ts');
  core.setFailed(sayUndone(why, kept, readState<Cause>(STATE.cause)));
  process.exitCode = STUCK_EXIT_CODE;
}

function readState<T>(name: string): T | undefined {
  const state = core.getState(name);
  return state === '' ? undefined : (JSON.parse(state) as T);
}
