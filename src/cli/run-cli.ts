// The command line: finds the command, reads its flags, runs it. The exit code says how it ended.

import { firstOf } from '../base/listed.ts';
import { logBug } from '../base/log.ts';
import { quote } from '../base/quote.ts';
import { didYouMean } from '../base/suggest.ts';
import { failureText } from '../report/internal-error.ts';
import { type CliCommand, type Env, EXIT, type ExitCode } from './cli-command.ts';
import { commandHelp, generalHelp } from './help-text.ts';
import { parseFlags } from './parse-flags.ts';
import { createPlainLog, type MaskedLog, type Streams } from './plain-log.ts';
import { UsageError } from './usage-error.ts';

export interface Terminal extends Streams {
  /** Without `node` and the file. */
  readonly args: readonly string[];
  readonly env: Env;
  readonly cwd: string;
  readonly interactive: boolean;
  readonly version: string;
}

/** Never throws. */
export async function runCli(
  terminal: Terminal,
  commands: readonly CliCommand[],
): Promise<ExitCode> {
  const log = createPlainLog(terminal);
  try {
    return await dispatch(terminal, commands, log);
  } catch (error) {
    if (error instanceof UsageError) return refuse(error.problems, log);
    log.endGroup();
    logBug(log, error);
    log.error(failureText(error, stateAfter(terminal, commands)));
    return EXIT.failed;
  }
}

/** After a bug, as a sentence. */
function stateAfter({ args: [name] }: Terminal, commands: readonly CliCommand[]): string {
  return commands.find((command) => command.name === name)?.changes
    ? 'Look at the state in AWS with canary-action status.'
    : 'Nothing was changed in AWS.';
}

async function dispatch(
  terminal: Terminal,
  commands: readonly CliCommand[],
  log: MaskedLog,
): Promise<ExitCode> {
  const { args, env, cwd, interactive, version } = terminal;
  const [first, ...rest] = args;
  const names = commands.map(({ name }) => name);
  if (first === undefined) {
    log.text(generalHelp(commands));
    return EXIT.usage;
  }
  if (first === '--help' || first === '-h' || first === 'help') {
    const asked = commands.find(({ name }) => name === rest[0]);
    log.text(asked ? commandHelp(asked) : generalHelp(commands));
    return EXIT.ok;
  }
  if (first === '--version' || first === '-V' || first === 'version') {
    log.text(version);
    return EXIT.ok;
  }
  const command = commands.find(({ name }) => name === first);
  if (!command) {
    const problem = first.startsWith('-')
      ? `${quote(first)}: expected a command first, such as canary-action plan ${first}`
      : `${quote(first)}: there is no such command.${didYouMean(first, names)}`;
    throw new UsageError([problem, `The commands are ${names.join(', ')}`]);
  }
  const all = commands.flatMap(({ flags }) => flags.flatMap((group) => group.flags));
  const elsewhere = all.map(({ name }) => name);
  const parsed = parseFlags(rest, command, env, elsewhere);
  if (parsed.help) {
    log.text(commandHelp(command));
    return EXIT.ok;
  }
  const { flags, word, problems, warnings } = parsed;
  const context = { flags, word, env, cwd, log, interactive };
  if (problems.length > 0) {
    throw new UsageError([...problems, ...((await command.check?.(context)) ?? [])]);
  }
  for (const warning of warnings) log.warning(warning);
  return await command.run(context);
}

function refuse(problems: readonly string[], log: MaskedLog): ExitCode {
  for (const problem of firstOf(problems)) log.error(problem);
  return EXIT.usage;
}
