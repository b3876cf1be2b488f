// The commands of the action, run from a command line: read → connect → release → report → exit code.

import { firstOf } from '../base/listed.ts';
import { runCommand } from '../commands/registry.ts';
import { onCancel } from '../github/cancel.ts';
import type { Command, Inputs } from '../inputs/inputs.ts';
import { masksOf, masksOfInputs } from '../inputs/masks.ts';
import { proxySecrets } from '../network/proxy-secrets.ts';
import { sentence } from '../report/format.ts';
import { HOW_TO_REPORT } from '../report/internal-error.ts';
import type { Report } from '../report/report.ts';
import { renderStuck } from '../report/stuck.ts';
import type { Host } from '../run/host.ts';
import type { RunContext } from '../run/run-context.ts';
import { kindOf } from '../targets/kinds.ts';
import { type CliContext, EXIT, type ExitCode } from './cli-command.ts';
import { openCredentials } from './credentials.ts';
import { SCHEMA } from './input-flags.ts';
import type { MaskedLog } from './plain-log.ts';
import { readRelease } from './read-release.ts';
import { writeRefusal, writeResults } from './result-files.ts';
import { identify } from './run-identity.ts';
import { UsageError } from './usage-error.ts';

/** The last attempt of a rollback and the report need this much of the job's time. */
const LAST_WORD_SECONDS = 120;
/** A job timeout that is too short does not prevent a rollback. */
const LEAST_SECONDS = 60;

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

export async function runRelease(command: Command, context: CliContext): Promise<ExitCode> {
  const { flags, env, cwd, log } = context;
  const startedAt = Date.now() / 1000;
  const given = masksOf(SCHEMA, flags.text);
  for (const secret of [...proxySecrets(env), ...given]) log.mask(secret);
  const { inputs, run } = await readOrReport(command, context);
  const openNames = kindOf(inputs.target).openNames(inputs.target);
  for (const secret of masksOfInputs(inputs, openNames, given)) log.mask(secret);
  const { checkSdkSettings } = await import('../aws/sdk-settings.ts');
  checkSdkSettings(env);
  const { id, source, event } = await identify(env, cwd, inputs, startedAt);
  const credentials = await openCredentials(inputs, id, context);
  const { signal, dispose } = onCancel(log, () => undefined, SIGNALS);
  try {
    const host: Host = {
      log,
      cancelled: signal,
      graceSeconds: run.graceSeconds,
      credentials,
      conversation: undefined,
      // No step follows that could finish this one: the next run does, or the command rollback.
      keepCause: () => undefined,
      leaveToPost: () => undefined,
      saveForPost: () => undefined,
      show: () => undefined,
    };
    const done = await runCommand(
      {
        inputs,
        id,
        source,
        event,
        lifetimes: lifetimesOf(inputs, env),
        ...times(inputs, startedAt),
      },
      host,
    );
    await writeResults(done.report, flags, cwd, log);
    return end(done.report, command, log);
  } finally {
    dispose();
  }
}

/** A later job decides by the outputs, also if the inputs were refused. */
async function readOrReport(command: Command, context: CliContext) {
  const { flags, cwd, log } = context;
  try {
    return await readRelease(command, context);
  } catch (error) {
    if (error instanceof UsageError) await writeRefusal(error.problems, flags, cwd, log);
    throw error;
  }
}

function times(
  { jobTimeoutSeconds }: Inputs,
  startedAt: number,
): Pick<RunContext, 'startedAt' | 'giveUpAt'> {
  const most = startedAt + jobTimeoutSeconds - LAST_WORD_SECONDS;
  return { startedAt, giveUpAt: Math.max(most, startedAt + LEAST_SECONDS) };
}

function lifetimesOf(
  { jobTimeoutSeconds, role, credentialsExpireAt }: Inputs,
  env: CliContext['env'],
): RunContext['lifetimes'] {
  return {
    jobTimeoutSeconds,
    credentialsExpireAt: role ? undefined : credentialsExpireAt,
    temporary: !role && (env.AWS_SESSION_TOKEN ?? '') !== '',
  };
}

/** Says how it ended. What was asked for is a success, as in the action. */
export function end(report: Report, command: Command, log: MaskedLog): ExitCode {
  const { outcome, reason, stands, problems, cause } = report;
  const words = `${sentence(reason)} ${stands}`;
  switch (outcome) {
    case 'running':
    case 'planned':
    case 'previewed':
    case 'promoted':
    case 'unchanged':
      log.line(`${reason} ${stands}`);
      return EXIT.ok;
    case 'held':
      log.notice(`Held: ${words}`);
      return isAsAsked(report, command) ? EXIT.ok : EXIT.held;
    case 'rolled-back':
      if (command === 'rollback') {
        log.notice(`Rolled back: ${words}`);
        return EXIT.ok;
      }
      log.error(`Rolled back: ${words}`);
      return EXIT.failed;
    case 'stuck':
      log.error(renderStuck(report));
      return EXIT.stuck;
    default:
      for (const problem of problems.length > 1 ? firstOf(problems) : []) log.error(problem);
      log.error(cause?.kind === 'internal-error' ? `${words} ${HOW_TO_REPORT}` : words);
      return EXIT.failed;
  }
}

/** A release that goes on when its time comes, or whose pause was asked for, waits for nobody. */
function isAsAsked({ cause }: Report, command: Command): boolean {
  return command === 'pause' || cause?.kind === 'started' || cause?.kind === 'waiting';
}
