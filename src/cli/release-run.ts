// The commands of the action, run from a command line: read → connect → release → report → exit code.

import { checkSdkSettings } from '../aws/sdk-settings.ts';
import { messageOf } from '../base/errors.ts';
import { parseInstant } from '../base/instant.ts';
import { firstOf } from '../base/listed.ts';
import { sayWrapped } from '../base/log.ts';
import { now, withTimeout } from '../base/time.ts';
import { runCommand } from '../commands/registry.ts';
import { onCancel } from '../github/cancel.ts';
import type { Command, Inputs } from '../inputs/inputs.ts';
import { closingBlock } from '../report/closing-block.ts';
import { sentence } from '../report/format.ts';
import { closingText } from '../report/gate-section.ts';
import { HOW_TO_REPORT } from '../report/internal-error.ts';
import type { Report } from '../report/report.ts';
import { renderStuck } from '../report/stuck.ts';
import { orRefused } from '../run/all-problems.ts';
import type { Host } from '../run/host.ts';
import { notifyAt } from '../run/notify-destination.ts';
import type { RunContext } from '../run/run-context.ts';
import { keepUpToDate } from '../run/up-to-date.ts';
import { checkAccount } from './check-account.ts';
import { type CliContext, EXIT, type ExitCode } from './cli-command.ts';
import { openCredentials } from './credentials.ts';
import { lackingIn } from './lacking.ts';
import type { MaskedLog } from './plain-log.ts';
import { readRelease } from './read-release.ts';
import { writeRefusal, writeResults } from './result-files.ts';
import { identify } from './run-identity.ts';
import { UsageError } from './usage-error.ts';

/** The last attempt of a rollback and the report need this much of the job's time. */
const LAST_WORD_SECONDS = 120;
/** A job timeout that is too short does not prevent a rollback. */
const LEAST_SECONDS = 60;

const LAST_EVENT_SECONDS = 10;

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

export async function runRelease(command: Command, context: CliContext): Promise<ExitCode> {
  const { flags, cwd, log } = context;
  const { run, access, identity } = await prepare(command, context);
  const { signal, dispose } = onCancel(log, () => undefined, SIGNALS);
  const events = openEvents(run.inputs, log);
  try {
    const host: Host = {
      log,
      cancelled: signal,
      ...access,
      ...{ conversation: undefined, variable: undefined, lacks: lackingIn(context.env) },
      // No step follows that could finish this one: the next run does, or the command rollback.
      keepCause: () => undefined,
      leaveToPost: () => undefined,
      saveForPost: () => undefined,
      show: events.show,
    };
    const done = await runCommand({ ...run, ...identity }, host);
    await Promise.all([writeResults(done.report, flags, cwd, log), events.finish(done.report)]);
    return end(done.report, command, log);
  } finally {
    events.close();
    dispose();
  }
}

/** The events of `notify-url`. A release does not wait for them, but for the last one a little. */
function openEvents({ notify, hooks }: Inputs, log: MaskedLog) {
  const ended = new AbortController();
  const write =
    notify &&
    keepUpToDate(notifyAt({ to: notify, secret: hooks.secret }, ended.signal), log, ended.signal);
  return {
    show: (report: Report) => void write?.(report),
    finish: async (report: Report) => {
      if (write) await withTimeout(LAST_EVENT_SECONDS, write(report));
    },
    close: () => ended.abort(),
  };
}

/** Everything that can be refused before anything has begun. A later job decides by the outputs of that as well. */
async function prepare(command: Command, context: CliContext) {
  const { flags, cwd, log } = context;
  try {
    return await readAll(command, context);
  } catch (error) {
    const problems = error instanceof UsageError ? error.problems : [messageOf(error)];
    await writeRefusal(problems, flags, cwd, log);
    throw error;
  }
}

async function readAll(command: Command, context: CliContext) {
  const { flags, env, cwd, log } = context;
  const startedAt = now();
  const { inputs, graceSeconds } = await readRelease(command, context);
  checkSdkSettings(env);
  const identity = await identify(env, cwd, inputs, startedAt);
  const expected = flags.get('account');
  const credentials = await orRefused(command, async () => {
    const opened = await openCredentials(inputs, identity.id, context);
    // A rollback waits for nothing that it does not need.
    if (expected || command !== 'rollback') {
      await checkAccount({ region: inputs.region, credentials: opened, expected }, log);
    }
    return opened;
  });
  const run = { inputs, lifetimes: lifetimesOf(inputs, env), ...times(inputs, startedAt) };
  return { run, access: { credentials, graceSeconds }, identity };
}

function times(
  { jobTimeoutSeconds }: Inputs,
  startedAt: number,
): Pick<RunContext, 'startedAt' | 'giveUpAt'> {
  const most = startedAt + jobTimeoutSeconds - LAST_WORD_SECONDS;
  return { startedAt, giveUpAt: Math.max(most, startedAt + LEAST_SECONDS) };
}

function lifetimesOf(
  { jobTimeoutSeconds, role, credentialsExpireAt: given }: Inputs,
  env: CliContext['env'],
): RunContext['lifetimes'] {
  // A session of its own is renewed.
  if (role) return { jobTimeoutSeconds, credentialsExpireAt: undefined, temporary: false };
  const text = env.AWS_CREDENTIAL_EXPIRATION ?? '';
  const end = given ?? parseInstant(text);
  return {
    jobTimeoutSeconds,
    credentialsExpireAt: end,
    temporary: (env.AWS_SESSION_TOKEN ?? '') !== '',
    ...(end === undefined && text !== '' && { notATime: text }),
  };
}

/** Says how it ended. What was asked for is a success, as in the action. */
export function end(report: Report, command: Command, log: MaskedLog): ExitCode {
  const { outcome, reason, stands, problems, cause } = report;
  const words = `${sentence(reason)} ${stands}`;
  for (const line of closingBlock(report)) log.line(line);
  switch (outcome) {
    case 'running':
    case 'planned':
    case 'previewed':
    case 'promoted':
    case 'unchanged':
      sayWrapped(log, closingText(report));
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
  const goesOnLater =
    cause?.kind === 'window' || cause?.kind === 'freeze' || cause?.kind === 'stop';
  if (command === 'pause' || (command === 'advance' && goesOnLater)) return true;
  return cause?.kind === 'started' || cause?.kind === 'waiting';
}
