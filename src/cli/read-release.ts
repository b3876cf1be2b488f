// Flags, variables and the config file to the inputs of a release. The flags become the variables that a runner would
// set, so that both entry points read inputs in one way.

import { parseDuration } from '../base/duration.ts';
import { quote } from '../base/quote.ts';
import type { Inputs } from '../inputs/inputs.ts';
import type { NameOrder, Names } from '../inputs/look-up.ts';
import { readInputs, WrongInputs } from '../inputs/read.ts';
import { TARGET_KINDS } from '../targets/kinds.ts';
import { readCiRun } from './ci-runs.ts';
import type { CliContext, Env, GivenFlags } from './cli-command.ts';
import { openCredentials } from './credentials.ts';
import { SCHEMA } from './input-flags.ts';
import { fileProblems } from './result-files.ts';
import { UsageError } from './usage-error.ts';

/** GitHub's time between the first signal and the kill, and more than most CIs give. */
const DEFAULT_GRACE_SECONDS = 10;

/** What only the command line reads. */
export interface RunFlags {
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

/** Throws one `UsageError` with all problems. */
export async function readRelease(
  command: Inputs['command'],
  context: CliContext,
): Promise<{ readonly inputs: Inputs; readonly run: RunFlags }> {
  const { flags, env, cwd } = context;
  const problems = [...fileProblems(flags, cwd)];
  const run = readRunFlags(flags, problems);
  try {
    const inputs = await readInputs(inputVariables(command, flags, env, cwd), TARGET_KINDS, {
      expectedRegion: 'expected --region, or the variable AWS_REGION',
      defaults: defaultsOf(env),
      lookUp: (order) => lookUp(order, context),
    });
    if (problems.length === 0) return { inputs, run };
  } catch (error) {
    if (!(error instanceof WrongInputs)) throw error;
    problems.push(...error.problems.map((problem) => withOrigin(problem, flags)));
  }
  throw new UsageError(problems);
}

async function lookUp(order: NameOrder, context: CliContext): Promise<Names> {
  const { lookUpNames } = await import('../resolve/read-names.ts');
  // The session of the release is named after its run, which is known once the inputs are.
  const credentials = await openCredentials(order, { runId: 'names', attempt: '1' }, context);
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

function readRunFlags(flags: GivenFlags, problems: string[]): RunFlags {
  const grace = flags.get('grace');
  const seconds = grace ? parseDuration(grace.text) : DEFAULT_GRACE_SECONDS;
  if (seconds === undefined || seconds < 2 || seconds > 3600) {
    problems.push(
      `${grace?.from}: ${quote(grace?.text ?? '')}: expected a duration from 2s to 1h, such as 30s`,
    );
  }
  return { graceSeconds: seconds ?? DEFAULT_GRACE_SECONDS };
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
