// The composition root: read → connect → roll out → report → pass or fail. Modules are loaded when they are needed,
// so that an invalid input is reported at once.

import {
  error as annotate,
  getState,
  notice,
  saveState,
  setFailed,
  setSecret,
} from '@actions/core';
import { KnownError, known, messageOf } from '../base/errors.ts';
import { firstOf } from '../base/listed.ts';
import { type Log, logBug, sayWrapped } from '../base/log.ts';
import type { CommandResult } from '../commands/comment.ts';
import { createLog } from '../github/actions-log.ts';
import type { Conversation } from '../github/conversation.ts';
import type { CommentPlace } from '../github/pull-request.ts';
import type { Variable, VariablePlace } from '../github/variable.ts';
import type { FollowUpPlace } from '../github/write-follow-up.ts';
import { asksForAll } from '../inputs/all-releases.ts';
import { ACTION } from '../inputs/input-host.ts';
import { inputText, strayInputs } from '../inputs/input-texts.ts';
import type { Command, Inputs } from '../inputs/inputs.ts';
import type { NameOrder } from '../inputs/look-up.ts';
import { masksOf, masksOfInputs } from '../inputs/masks.ts';
import { readInputs } from '../inputs/read.ts';
import { WrongInputs } from '../inputs/refused-inputs.ts';
import { schemaOf } from '../inputs/schema.ts';
import { proxySecrets } from '../network/proxy-secrets.ts';
import { brokeText } from '../report/broke-text.ts';
import type { FollowUp } from '../report/follow-up.ts';
import { sentence } from '../report/format.ts';
import { failureText, HOW_TO_REPORT, unfinishedText } from '../report/internal-error.ts';
import type { Report } from '../report/report.ts';
import { renderStuck } from '../report/stuck.ts';
import type { RollbackCause } from '../rollout/cause.ts';
import type { Host } from '../run/host.ts';
import type { RunContext } from '../run/run-context.ts';
import { kindOf, TARGET_KINDS } from '../targets/kinds.ts';
import { mainStepDeadline, postStepDeadline } from './deadlines.ts';
import type { SavedState } from './post-state.ts';

/** Names in the state that the main step saves for the post step. */
export const STATE = {
  /** What the main step began; without it there is nothing to finish. */
  kept: 'kept',
  ended: 'ended',
  cancelled: 'cancelled',
  /** The outcome that was published. */
  published: 'told',
  /** Why the main step was rolling back, or what it left to the post step. */
  cause: 'cause',
  /** What is to follow the release on GitHub; it is done once the outcome is published. */
  followUp: 'followUp',
  /** When GitHub ends the job, according to job-timeout, in seconds since the epoch. */
  endsAt: 'endsAt',
} as const;

/** The main step. */
export async function main(): Promise<void> {
  const log = createLog();
  const begunAt = Date.now() / 1000;
  let ended = true;
  try {
    const given = maskGiven();
    for (const stray of strayInputs(process.env, TARGET_KINDS)) log.warning(stray);
    if (asksForAll((name) => inputText(process.env, name))) return await overview(log);
    let early: Access | undefined;
    const lookUp = async (order: NameOrder) => {
      early = await openAccess(order, log);
      const { lookUpNames } = await import('../resolve/read-names.ts');
      return lookUpNames(order, early.credentials, setSecret);
    };
    const inputs = await readInputs(process.env, TARGET_KINDS, { ...ACTION, lookUp });
    const openNames = kindOf(inputs.target).openNames(inputs.target);
    for (const secret of masksOfInputs(inputs, openNames, given)) setSecret(secret);
    const access = early ?? (await openAccess(inputs, log));
    const endsAt = begunAt + inputs.jobTimeoutSeconds;
    save(STATE.endsAt, String(endsAt));
    ended = false;
    let left = false;
    const leaveToPost = () => {
      left = true;
    };
    const giveUpAt = mainStepDeadline(begunAt, endsAt);
    const { report, did } = await release(
      inputs,
      { ...access, startedAt: begunAt, giveUpAt, leaveToPost },
      log,
    );
    ended = !left;
    passOrFail(report, did, log);
  } catch (error) {
    await fail(error, ended ? NOTHING_BEGUN : LEFT_TO_POST, log);
  } finally {
    // What could not be put back, or broke off, is left to the post step: it has minutes of its own.
    if (ended) save(STATE.ended, 'true');
  }
}

async function fail(
  error: unknown,
  state: typeof NOTHING_BEGUN | typeof LEFT_TO_POST,
  log: Log,
): Promise<void> {
  log.endGroup();
  logBug(log, error);
  const refusal = error instanceof WrongInputs && (await import('./input-refusal.ts'));
  if (refusal) await refusal.publishRefusal(error, log);
  setFailed(failureText(error, state));
  if (refusal) await refusal.commentRefusal(error, log);
}

/** Masks what is secret before anything is logged. */
function maskGiven() {
  for (const secret of proxySecrets(process.env)) setSecret(secret);
  const given = masksOf(schemaOf(TARGET_KINDS), (name) => inputText(process.env, name));
  for (const secret of given) setSecret(secret);
  return given;
}

/** Of the account instead of one target. */
async function overview(log: Log): Promise<void> {
  const { readAccountAccess } = await import('../inputs/read-all-releases.ts');
  const textOf = (name: string) => inputText(process.env, name);
  const access = readAccountAccess(process.env, textOf, TARGET_KINDS, ACTION);
  const { credentials } = await openAccess(access, log);
  const { showOverview } = await import('./overview-step.ts');
  const problems = await showOverview({ region: access.region, credentials }, log);
  if (problems.length > 0) {
    for (const problem of firstOf(problems)) annotate(problem);
    setFailed(`${problems.length} of the releases could not be read.`);
  }
}

type Access = Pick<RunContext, 'id'> & Pick<Host, 'credentials'>;

const NOTHING_BEGUN = 'Nothing was changed in AWS.';
const LEFT_TO_POST = 'The post step, which runs next, finishes what this run began in AWS.';

/** Who this run is, and what it may call AWS with; fails before anything has begun. */
async function openAccess(inputs: Pick<Inputs, 'role' | 'region'>, log: Log): Promise<Access> {
  const [{ checkSdkSettings }, { oidcCredentials }, { drawRolloutId }] = await Promise.all([
    import('../aws/sdk-settings.ts'),
    import('../github/oidc-credentials.ts'),
    import('./environment.ts'),
  ]);
  checkSdkSettings(process.env);
  const id = drawRolloutId(process.env);
  const credentials = await oidcCredentials(inputs, id, log, setSecret);
  // Opened at once, so that its problems are reported before anything else is checked.
  await credentials?.();
  return { id, credentials };
}

function saveCause(cause: RollbackCause): void {
  try {
    save(STATE.cause, JSON.stringify(cause));
  } catch (error) {
    // The rollback does not wait for that.
    known(error);
  }
}

async function release(
  inputs: Inputs,
  given: Access & Pick<RunContext, 'startedAt' | 'giveUpAt'> & Pick<Host, 'leaveToPost'>,
  log: Log,
): Promise<CommandResult> {
  const [
    { runCommand },
    { createPublisher },
    { onCancel },
    surroundings,
    { readEvent },
    { readSource },
    postState,
  ] = await Promise.all([
    import('../commands/registry.ts'),
    import('./publisher.ts'),
    import('../github/cancel.ts'),
    import('./environment.ts'),
    import('./event.ts'),
    import('./source.ts'),
    import('./post-state.ts'),
  ]);
  const event = readEvent(process.env);
  const source = readSource(process.env, event, inputs);
  const places = surroundings.readDestinations(process.env, event, inputs, source);
  const { comment, followUp, variable } = places;
  const publisher = createPublisher(places, log);
  const ended = new AbortController();
  const { signal, dispose } = onCancel(log, () => saveState(STATE.cancelled, 'true'));
  let kept = false;
  const keepCause = (cause: RollbackCause) => {
    kept = true;
    saveCause(postState.shortened(cause));
  };
  try {
    const { id, startedAt, giveUpAt, credentials, leaveToPost } = given;
    const context: RunContext = {
      inputs,
      id,
      source,
      event: {
        code: surroundings.readCodeEvent(process.env, event),
        pull: surroundings.readPull(event, source),
        comment: surroundings.readEventComment(event),
        ...surroundings.readStarter(process.env),
      },
      lifetimes: surroundings.readLifetimes(process.env, inputs),
      startedAt,
      giveUpAt,
    };
    const host: Host = {
      log,
      ...{ cancelled: signal, credentials },
      conversation: comment && (() => openConversationAt(comment, ended.signal)),
      variable: variable && ((name) => readVariableAt(variable, name, ended.signal)),
      keepCause,
      leaveToPost,
      checkFollowUp: () => checkFollowUp(followUp, context, ended.signal),
      saveForPost: (commands) =>
        save(STATE.kept, JSON.stringify(postState.stateToSave(inputs, id, commands, process.env))),
      show: publisher.show,
    };
    const done = await runCommand(context, host);
    if (followUp) await saveFollowUp(done.report);
    await beginReport(done.report, log);
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
async function beginReport({ problems }: Report, log: Log): Promise<void> {
  log.group('Report');
  if (problems.length === 0) return;
  const { problemIds, whereExplained } = await import('../report/problem-link.ts');
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
async function saveFollowUp(report: Report): Promise<void> {
  const { followUpOf } = await import('../report/follow-up.ts');
  const followUp = followUpOf(report);
  if (followUp) save(STATE.followUp, JSON.stringify(followUp));
}

/** For the post step. The disk may be full, which is no bug. */
function save(name: string, value: string): void {
  try {
    saveState(name, value);
  } catch (error) {
    throw new KnownError(messageOf(error), { cause: error });
  }
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

/**
 * Promoted, held, open and unchanged pass, and so does a requested outcome; the rest fails, with a one-line
 * message.
 */
function passOrFail(report: Report, command: Command, log: Log): void {
  const { outcome, reason, stands, problems } = report;
  const fail = (text: string) => setFailed(withAdvice(text, report));
  switch (outcome) {
    case 'running':
    case 'planned':
    case 'previewed':
    case 'promoted':
    case 'unchanged':
      sayWrapped(log, `${reason} ${stands}`);
      return;
    case 'held':
      notice(`Held: ${sentence(reason)} ${stands}`);
      return;
    case 'rolled-back':
      if (command === 'rollback') notice(rolledBackText(report));
      else fail(rolledBackText(report));
      return;
    case 'stuck':
      fail(renderStuck(report));
      process.exitCode = STUCK_EXIT_CODE;
      return;
    default:
      for (const problem of problems.length > 1 ? firstOf(problems) : []) annotate(problem);
      fail(`${sentence(reason)} ${stands}`);
  }
}

function rolledBackText(report: Report): string {
  const broke = brokeText(report);
  const what = broke === '' ? '' : ` ${sentence(broke)}`;
  return `Rolled back: ${sentence(report.reason)}${what} ${report.stands}`;
}

/** Adds how to report a bug. */
function withAdvice(text: string, { cause }: Report): string {
  return cause?.kind === 'internal-error' ? `${text} ${HOW_TO_REPORT}` : text;
}

/** Told apart from a release that was rolled back or refused. */
const STUCK_EXIT_CODE = 2;

/** The post step: finishes the rollback if the main step could not, and changes nothing else. */
export async function post(): Promise<void> {
  const log = createLog();
  const begunAt = Date.now() / 1000;
  const kept = readState<SavedState>(STATE.kept);
  if (!kept || getState(STATE.ended) === 'true') return;
  const [{ finishAfter, describeUnfinished }, { isMuted, restoredVariables }] = await Promise.all([
    import('./post-step.ts'),
    import('./post-state.ts'),
  ]);
  const cause = readState<RollbackCause>(STATE.cause);
  try {
    const inputs = await readInputs(restoredVariables(kept, process.env), TARGET_KINDS);
    const cancelled = getState(STATE.cancelled) === 'true';
    // A rollback with a cause of its own must not become a hold because the job was cancelled.
    if (inputs.onCancel === 'hold' && cancelled && !cause)
      return log.notice('The job was cancelled; with on-cancel: hold, the rollout stays as it is.');
    const published = getState(STATE.published) || undefined;
    const endsAt = Number(getState(STATE.endsAt));
    const giveUpAt = postStepDeadline(begunAt, endsAt, cancelled);
    const followUp = published === undefined ? readState<FollowUp>(STATE.followUp) : undefined;
    const left = { inputs, kept, published, cause, giveUpAt, followUp };
    const after = await finishAfter(left, log);
    if (!after) return;
    if (isMuted(kept, process.env)) {
      log.warning(
        'The post step did not receive the secrets of the main step (github-token, notify-url), so the comment, the deployment or the notification may be out of date.',
      );
    }
    setFailed(after.message);
    if (after.stuck) process.exitCode = STUCK_EXIT_CODE;
  } catch (error) {
    logBug(log, error);
    setFailed(unfinishedText(error, (why) => describeUnfinished(why, kept, cause)));
    process.exitCode = STUCK_EXIT_CODE;
  } finally {
    log.endGroup();
  }
}

function readState<T>(name: string): T | undefined {
  const state = getState(name);
  return state === '' ? undefined : (JSON.parse(state) as T);
}
