// Commands for people to paste. They hold ids and values that others chose, so a command is made of words,
// and each word is quoted for a POSIX shell; what a word holds is JSON where the AWS CLI's own shorthand
// would read more into it than a value.

/** By name, without the dashes, in order; a list becomes several words. */
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

/** The words behind `--patch-operations`. */
export function patchWords(patches: readonly Patch[]): readonly string[] {
  const short = patches.every(
    ({ path, value = '-' }) => PLAIN.test(path) && STAGE_VARIABLE.test(value),
  );
  return short ? patches.map(shorthand) : [JSON.stringify(patches)];
}

/** All traffic of an alias for one version. */
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

/** What neither ends a value of the shorthand nor is read as anything else in it. */
const PLAIN = /^[A-Za-z0-9._:/-]+$/;
/** What AWS takes in the value of a stage variable: nothing that ends a quoted value of the shorthand. */
const STAGE_VARIABLE = /^[A-Za-z0-9\-._~:/?#&=,]+$/;

function shorthand({ op, path, value }: Patch): string {
  if (value === undefined) return `op=${op},path=${path}`;
  return `op=${op},path=${path},value=${PLAIN.test(value) ? value : `"${value}"`}`;
}

/** A value that begins with a dash would be taken for an option of its own. */
function optionWords([name, value]: [string, string | readonly string[]]): readonly string[] {
  if (typeof value !== 'string') return [`--${name}`, ...value];
  return value.startsWith('-') ? [`--${name}=${value}`] : [`--${name}`, value];
}

/** Without quotes only where no shell reads anything into it; of `name=value` the value alone is quoted. */
function quoteForShell(word: string): string {
  const [name = ''] = /^(?:[A-Za-z0-9_@%+:,./-][A-Za-z0-9_@%+:,./=-]*=)?/.exec(word) ?? [];
  const value = word.slice(name.length);
  const plain = /^[A-Za-z0-9_@%+:,./-]*$/.test(value) && word !== '';
  return name + (plain ? value : `'${value.replaceAll("'", "'\\''")}'`);
}
