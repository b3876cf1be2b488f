// Commands in scripts and workflows that move aliases or stages behind the back of a release. No template shows them.

interface Risk {
  readonly command: RegExp;
  readonly effect: string;
}

const AT_ONCE = 'it moves aliases to the new code at once, for all users';

const RISKS: readonly Risk[] = [
  // aws-cdk, hotswap of Lambda functions: it publishes a version and updates the aliases of the function.
  { command: /\bcdk\s[^\n]*--hotswap(?:-fallback)?\b/, effect: AT_ONCE },
  { command: /\bcdk\s+watch\b/, effect: AT_ONCE },
  { command: /\bsam\s+sync\b/, effect: AT_ONCE },
  // CloudFormation user guide, "Using drift-aware change sets".
  {
    command: /--revert-drift\b|\bREVERT_DRIFT\b/,
    effect: 'it sets aliases and stages back to what the template says, past every release',
  },
  {
    command: /\bterraform\b[^\n]*\sapply\b(?:\s+-\S+)*\s+["']?[\w./-]*plan[\w./-]*/,
    effect:
      'a saved plan that was made before a release sets an alias back, if it changes the alias in any way',
  },
];

/** In a file of commands: what each of them does, with its line. */
export function riskyCommands(path: string, text: string): readonly string[] {
  return text.split('\n').flatMap((line, i) =>
    RISKS.flatMap(({ command, effect }) => {
      const found = /^\s*(#|\/\/)/.test(line) ? null : command.exec(line);
      return found ? [`${path}:${i + 1}: "${shortened(found[0])}": ${effect}`] : [];
    }),
  );
}

function shortened(command: string): string {
  return command.length > 60 ? `${command.slice(0, 59)}…` : command;
}
