// Flags, variables and the config file to the inputs of a release. The flags become the variables that a runner would
// set, so that both entry points read inputs in one way.

import { parseDuration } from '../base/duration.ts';
import { quote } from '../base/quote.ts';
import type { Inputs } from '../inputs/inputs.ts';
import type { NameOrder, Names } from '../inputs/look-up.ts';
import { masksOf, masksOfInputs } from '../inputs/masks.ts';
import { readInputs } from '../inputs/read.ts';
import { WrongInputs } from '../inputs/refused-inputs.ts';
import { proxySecrets } from '../network/proxy-secrets.ts';
import { kindOf, TARGET_KINDS } from '../targets/kinds.ts';
import { checkAccount } from './check-account.ts';
import { readCiRun } from './ci-runs.ts';
import type { CliContext, Env, GivenFlags } from './cli-command.ts';
import { missingToken, openCredentials } from './credentials.ts';
import { SCHEMA } from './input-flags.ts';
import { fileProblems } from './result-files.ts';
import { UsageError } from './usage-error.ts';

/** GitHub's time between the first signal and the kill, and more than most CIs give. */
const DEFAULT_GRACE_SECONDS = 10;

export interface ReleaseRun {
  readonly inputs: Inputs;
  /** From the first signal until the process must have ended. */
  readonly graceSeconds: number;
}

/** All that is wrong with the flags. */
export async function problemsOf(
  command: Inputs['command'],
  context: CliContext,
): Promise<readonly string[]> {
  try {
    await readRelease(command, context);
    return [];
  } catch (error) {
    if (error instanceof UsageError) return error.problems;
    throw error;
  }
}

/** Throws one `UsageError` with all problems. What is secret in the inputs is hidden in the log from here on. */
export async function readRelease(
  command: Inputs['command'],
  context: CliContext,
): Promise<ReleaseRun> {
  const { flags, env, cwd, log } = context;
  const given = masksOf(SCHEMA, flags.text);
  const { AWS_SECRET_ACCESS_KEY: key = '', AWS_SESSION_TOKEN: token = '' } = env;
  for (const secret of [key, token, ...proxySecrets(env), ...given]) log.mask(secret);
  const problems = [...fileProblems(flags, cwd)];
  const graceSeconds = readRunFlags(flags, problems);
  try {
    const inputs = await readInputs(inputVariables(command, flags, env, cwd), TARGET_KINDS, {
      expectedRegion: 'expected --region, or the variable AWS_REGION',
      defaults: defaultsOf(env),
      lookUp: (order) => lookUp(order, context),
    });
    const openNames = kindOf(inputs.target).openNames(inputs.target);
    for (const secret of masksOfInputs(inputs, openNames, given)) log.mask(secret);
    if (problems.length === 0) return { inputs, graceSeconds };
  } catch (error) {
    if (!(error instanceof WrongInputs)) throw error;
    problems.push(...error.problems.map((problem) => withOrigin(problem, flags)));
  }
  if (flags.text('role-to-assume') !== '') problems.push(...(await missingToken(context)));
  throw new UsageError(problems);
}

async function lookUp(order: NameOrder, context: CliContext): Promise<Names> {
  const { lookUpNames } = await import('../resolve/read-names.ts');
  // The session of the release is named after its run, which is known once the inputs are.
  const credentials = await openCredentials(order, { runId: 'names', attempt: '1' }, context);
  if (order.stack !== '') {
    const access = { region: order.region, credentials, expected: context.flags.get('account') };
    // The run logs it once more, when its inputs are known.
    await checkAccount(access, { ...context.log, line: () => undefined });
  }
  return lookUpNames(order, credentials, context.log.mask);
}

/** The variables of a runner, with the inputs that are set. */
export function inputVariables(
  command: Inputs['command'],
  flags: GivenFlags,
  env: Env,
  cwd: string,
): Env {
  const others = Object.entries(env).filter(([name]) => !/^(INPUT_|GITHUB_WORKSPACE$)/.test(name));
  const given = Object.keys(SCHEMA.inputs).flatMap((name) => {
    const text = name === 'command' ? command : flags.text(name);
    return text === '' ? [] : [[`INPUT_${name.toUpperCase()}`, text]];
  });
  const region = flags.text('region');
  return {
    ...Object.fromEntries(others),
    ...Object.fromEntries(given),
    ...(region !== '' && { AWS_REGION: region }),
    GITHUB_WORKSPACE: cwd,
  };
}

/** Some CIs say when they end a job. */
function defaultsOf(env: Env): Readonly<Record<string, string>> {
  const seconds = readCiRun(env)?.timeoutSeconds;
  return seconds === undefined ? {} : { 'job-timeout': `${seconds}s` };
}

/** What only the command line reads. @returns the grace, in seconds */
function readRunFlags(flags: GivenFlags, problems: string[]): number {
  const account = flags.get('account');
  if (account && !/^\d{12}$/.test(account.text)) {
    problems.push(
      `${account.from}: ${quote(account.text)} is not an account; expected twelve digits, such as 123456789012`,
    );
  }
  const grace = flags.get('grace');
  const seconds = grace ? parseDuration(grace.text) : DEFAULT_GRACE_SECONDS;
  if (seconds === undefined || seconds < 2 || seconds > 3600) {
    problems.push(
      `${grace?.from}: ${quote(grace?.text ?? '')}: expected a duration from 2s to 1h, such as 30s`,
    );
  }
  return seconds ?? DEFAULT_GRACE_SECONDS;
}

/** `alias: …` as the user wrote it: `--alias: …`, `CANARY_ALIAS: …`, or unchanged if it is in the config file. */
export function withOrigin(problem: string, flags: GivenFlags): string {
  const [names = ''] = /^[a-z0-9-]+(?:, [a-z0-9-]+)*(?=: )/.exec(problem) ?? [];
  if (names === '') return problem;
  const written = names.split(', ').map((name) => flags.get(name)?.from ?? fromConfig(name, flags));
  return written.join(', ') + problem.slice(names.length);
}

function fromConfig(name: string, flags: GivenFlags): string {
  return flags.has('config') && name in SCHEMA.inputs ? `${name} in ${flags.text('config')}` : name;
}
