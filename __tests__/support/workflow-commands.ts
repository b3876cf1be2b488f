// The commands in a step's log (`::error file=a.ts,line=1::text`), as the runner understands them.

export interface WorkflowCommand {
  /** `error`, `warning`, `notice`, `debug`, `group`, `endgroup`, `add-mask`, … */
  readonly name: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly message: string;
}

const COMMAND = /^\s*::([^\s:]+)(?: (.*?))?::(.*)$/;

/** In order; nothing between `::stop-commands::token` and `::token::` counts. */
export function parseWorkflowCommands(log: string): readonly WorkflowCommand[] {
  const commands: WorkflowCommand[] = [];
  let resume: string | undefined;
  for (const line of log.split(/\r?\n/)) {
    if (resume !== undefined) {
      if (line.trim() === `::${resume}::`) resume = undefined;
      continue;
    }
    const command = parseLine(line);
    if (command?.name === 'stop-commands') resume = command.message;
    else if (command) commands.push(command);
  }
  return commands;
}

/** The log as it is stored: every masked value replaced. */
export function maskLog(log: string, commands: readonly WorkflowCommand[]): string {
  return commands
    .filter((command) => command.name === 'add-mask' && command.message.trim() !== '')
    .reduce((text, mask) => text.replaceAll(mask.message, '***'), log);
}

function parseLine(line: string): WorkflowCommand | undefined {
  const [, name, properties, message] = COMMAND.exec(line) ?? [];
  if (name === undefined) return undefined;
  const pairs = (properties ?? '').split(',').filter((pair) => pair.includes('='));
  return {
    name,
    properties: Object.fromEntries(pairs.map(parseProperty)),
    message: decode(message ?? ''),
  };
}

function parseProperty(pair: string): [string, string] {
  const at = pair.indexOf('=');
  const value = pair
    .slice(at + 1)
    .replaceAll('%3A', ':')
    .replaceAll('%2C', ',');
  return [pair.slice(0, at).trim(), decode(value)];
}

/** `%25` last, so that an encoded `%250A` comes out as the text `%0A`. */
function decode(value: string): string {
  return value.replaceAll('%0D', '\r').replaceAll('%0A', '\n').replaceAll('%25', '%');
}
