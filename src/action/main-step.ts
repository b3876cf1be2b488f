// The composition root: read → connect → roll out → report → pass or fail. Modules are loaded when they are needed,
// so that an invalid input is reported at once.

import { error as annotate, saveState, setFailed, setSecret } from '@actions/core';
import { known } from '../base/errors.ts';
import { firstOf } from '../base/listed.ts';
import { type Log, logBug } from '../base/log.ts';
import type { CommandResult } from '../commands/comment.ts';
import { createLog } from '../github/actions-log.ts';
import type { Conversation } from '../github/conversation.ts';
import type { CommentPlace } from '../github/pull-request.ts';
import type { Variable, VariablePlace } from '../github/variable.ts';
import type { FollowUpPlace } from '../github/write-follow-up.ts';
import { asksForAll } from '../inputs/all-releases.ts';
import { ACTION } from '../inputs/input-host.ts';
import { inputText, strayInputs } from '../inputs/input-texts.ts';
import type { Inputs } from '../inputs/inputs.ts';
import type { NameOrder } from '../inputs/look-up.ts';
import { masksOf, masksOfInputs } from '../inputs/masks.ts';
import { readInputs } from '../inputs/read.ts';
import { readsOnly } from '../inputs/read-only.ts';
import { WrongInputs } from '../inputs/refused-inputs.ts';
import { schemaOf } from '../inputs/schema.ts';
import { proxySecrets } from '../network/proxy-secrets.ts';
import { failureText } from '../report/internal-error.ts';
import type { Report } from '../report/report.ts';
import type { RollbackCause } from '../rollout/cause.ts';
import type { Host } from '../run/host.ts';
import type { RunContext } from '../run/run-context.ts';
import { kindOf, TARGET_KINDS } from '../targets/kinds.ts';
import { mainStepDeadline } from './deadlines.ts';
import { passOrFail } from './pass-or-fail.ts';
import { STATE, save } from './step-state.ts';

/** The main step. */
export async function main(): Promise<void> {
  const log = createLog();
  const begunAt = Date.now() / 1000;
  let ended = true;
  let changes = false;
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
    const inputs = await readInputs(process.env, TARGET_KINDS, { ...ACTION, lookUp }).catch(
      withoutToken,
    );
    const openNames = kindOf(inputs.target).openNames(inputs.target);
    for (const secret of masksOfInputs(inputs, openNames, given)) setSecret(secret);
    const access = early ?? (await openAccess(inputs, log, inputs.command));
    const endsAt = begunAt + inputs.jobTimeoutSeconds;
    save(STATE.endsAt, String(endsAt));
    ended = false;
    changes = !readsOnly(inputs.command);
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
    await fail(error, ended || !changes ? NOTHING_BEGUN : LEFT_TO_POST, log);
  } finally {
    // What could not be put back, or broke off, is left to the post step: it has minutes of its own.
    if (ended) save(STATE.ended, 'true');
  }
}

/** What is known of the credentials of a job without asking anybody is said with the problems of its inputs. */
async function withoutToken(error: unknown): Promise<never> {
  const { ACTIONS_ID_TOKEN_REQUEST_URL: url } = process.env;
  const isMissing = inputText(process.env, 'role-to-assume') !== '' && !url;
  if (!isMissing || !(error instanceof WrongInputs)) throw error;
  const { GITHUB_TOKENS } = await import('../github/oidc-credentials.ts');
  const { noToken } = await import('../aws/role-session.ts');
  const problem = noToken(GITHUB_TOKENS, 'ACTIONS_ID_TOKEN_REQUEST_URL is not set');
  throw new WrongInputs([...error.problems, problem]);
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

/** Who this run is, and what it may call AWS with; fails before anything has begun, unless the command checks more. */
async function openAccess(
  inputs: Pick<Inputs, 'role' | 'region'>,
  log: Log,
  command?: Inputs['command'],
): Promise<Access> {
  const [{ checkSdkSettings }, { oidcCredentials }, { drawRolloutId }, { orRefused }] =
    await Promise.all([
      import('../aws/sdk-settings.ts'),
      import('../github/oidc-credentials.ts'),
      import('./environment.ts'),
      import('../run/all-problems.ts'),
    ]);
  checkSdkSettings(process.env);
  const id = drawRolloutId(process.env);
  const credentials = await orRefused(command, async () => {
    const opened = await oidcCredentials(inputs, id, log, setSecret);
    // Opened at once, so that calls do not wait for it one after the other.
    await opened?.();
    return opened;
  });
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
      lacks: surroundings.readLacks(process.env, inputs),
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
