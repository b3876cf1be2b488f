// The composition root: read → connect → roll out → report → pass or fail. Modules are loaded when they are needed,
// so that an invalid input is reported at once.

import { error as annotate, setFailed, setSecret } from '@actions/core';
import { firstOf } from '../base/listed.ts';
import { type Log, logBug } from '../base/log.ts';
import { createLog } from '../github/actions-log.ts';
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
import { kindOf, TARGET_KINDS } from '../targets/kinds.ts';
import type { Access } from './access.ts';
import { mainStepDeadline } from './deadlines.ts';
import { commentRefusal, publishRefusal } from './input-refusal.ts';
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
      early = await accessFor(order, log);
      const { lookUpNames } = await import('../resolve/read-names.ts');
      return lookUpNames(order, early.credentials, setSecret);
    };
    const inputs = await readInputs(process.env, TARGET_KINDS, { ...ACTION, lookUp }).catch(
      withoutToken,
    );
    const openNames = kindOf(inputs.target).openNames(inputs.target);
    for (const secret of masksOfInputs(inputs, openNames, given)) setSecret(secret);
    const access = early ?? (await accessFor(inputs, log, inputs.command));
    const endsAt = begunAt + inputs.jobTimeoutSeconds;
    save(STATE.endsAt, String(endsAt));
    ended = false;
    changes = !readsOnly(inputs.command);
    let left = false;
    const leaveToPost = () => {
      left = true;
    };
    const giveUpAt = mainStepDeadline(begunAt, endsAt);
    const { release } = await import('./release-step.ts');
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
  const refusal = error instanceof WrongInputs ? error : undefined;
  if (refusal) await publishRefusal(refusal, log);
  setFailed(failureText(error, state));
  if (refusal) await commentRefusal(refusal, log);
}

/** Masks what is secret before anything is logged. */
function maskGiven() {
  for (const secret of proxySecrets(process.env)) setSecret(secret);
  const given = masksOf(schemaOf(TARGET_KINDS), (name) => inputText(process.env, name));
  for (const secret of given) setSecret(secret);
  return given;
}

async function accessFor(
  whom: Pick<Inputs, 'role' | 'region'>,
  log: Log,
  command?: Inputs['command'],
): Promise<Access> {
  const { openAccess } = await import('./access.ts');
  return openAccess(whom, log, command);
}

/** Of the account instead of one target. */
async function overview(log: Log): Promise<void> {
  const { readAccountAccess } = await import('../inputs/read-all-releases.ts');
  const textOf = (name: string) => inputText(process.env, name);
  const access = readAccountAccess(process.env, textOf, TARGET_KINDS, ACTION);
  const { credentials } = await accessFor(access, log);
  const { showOverview } = await import('./overview-step.ts');
  const problems = await showOverview({ region: access.region, credentials }, log);
  if (problems.length > 0) {
    for (const problem of firstOf(problems)) annotate(problem);
    setFailed(`${problems.length} of the releases could not be read.`);
  }
}

const NOTHING_BEGUN = 'Nothing was changed in AWS.';
const LEFT_TO_POST = 'The post step, which runs next, finishes what this run began in AWS.';
