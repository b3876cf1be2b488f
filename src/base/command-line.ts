// Commands for users to paste. They contain IDs and values from outside, so a command is built from words,
// and each word is quoted for a POSIX shell. A word is written as JSON where the AWS CLI's shorthand would
// interpret parts of it as syntax.

/** Options by name, without the dashes, in order. A list becomes several words. */
export type Options = Readonly<Record<string, string | readonly string[]>>;

/** An operation of UpdateStage or UpdateIntegration. */
export interface Patch {
  readonly op: 'replace' | 'remove';
  readonly path: string;
  readonly value?: string;
}

/**
 * One line for a shell.
 *
 * @param operation of the AWS CLI, such as `lambda get-alias`
 */
export function awsCommand(operation: string, options: Options): string {
  return ['aws', ...operation.split(' '), ...Object.entries(options).flatMap(optionWords)]
    .map(quoteForShell)
    .join(' ');
}

/** The words that follow `--patch-operations`. */
export function patchWords(patches: readonly Patch[]): readonly string[] {
  const short = patches.every(
    ({ path, value = '-' }) => PLAIN.test(path) && STAGE_VARIABLE.test(value),
  );
  return short ? patches.map(shorthand) : [JSON.stringify(patches)];
}

/** The command that routes all traffic of an alias to one version. */
export function aliasCommand(
  region: string,
  { functionName, alias }: { readonly functionName: string; readonly alias: string },
  version: string,
): string {
  return awsCommand('lambda update-alias', {
    'function-name': functionName,
    name: alias,
    'function-version': version,
    'routing-config': JSON.stringify({ AdditionalVersionWeights: {} }),
    region,
  });
}

/** Characters that the shorthand neither ends a value at nor interprets. */
const PLAIN = /^[A-Za-z0-9._:/-]+$/;
/** Characters that AWS accepts in the value of a stage variable. None ends a quoted value of the shorthand. */
const STAGE_VARIABLE = /^[A-Za-z0-9\-._~:/?#&=,]+$/;

function shorthand({ op, path, value }: Patch): string {
  if (value === undefined) return `op=${op},path=${path}`;
  return `op=${op},path=${path},value=${PLAIN.test(value) ? value : `"${value}"`}`;
}

/** A value that begins with a dash is joined with `=`, or the CLI would parse it as another option. */
function optionWords([name, value]: [string, string | readonly string[]]): readonly string[] {
  if (typeof value !== 'string') return [`--${name}`, ...value];
  return value.startsWith('-') ? [`--${name}=${value}`] : [`--${name}`, value];
}

/**
 * Leaves out the quotes only where no shell interprets the word. In `name=value`, only the value is quoted.
 */
function quoteForShell(word: string): string {
  const [name = ''] = /^(?:[A-Za-z0-9_@%+:,./-][A-Za-z0-9_@%+:,./=-]*=)?/.exec(word) ?? [];
  const value = word.slice(name.length);
  const plain = /^[A-Za-z0-9_@%+:,./-]*$/.test(value) && word !== '';
  return name + (plain ? value : `'${value.replaceAll("'", "'\\''")}'`);
}
