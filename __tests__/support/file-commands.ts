// What a step wrote to GITHUB_OUTPUT, GITHUB_STATE and GITHUB_ENV: `name=value` lines, and values
// of several lines between delimiters. Anything else makes the runner fail the step.

export class FileCommandError extends Error {}

/** @throws {FileCommandError} where the runner would refuse the file */
export function parseFileCommands(text: string): Readonly<Record<string, string>> {
  const lines = text.split(/\r?\n/);
  const values: Record<string, string> = {};
  while (lines.length > 0) {
    const line = lines.shift() ?? '';
    if (line === '') continue;
    const [, name, sign, rest] = /^(.*?)(=|<<)(.*)$/.exec(line) ?? [];
    if (name === undefined || name === '' || rest === undefined) {
      throw new FileCommandError(`Invalid format '${line}'`);
    }
    values[name] = sign === '=' ? rest : takeUntil(rest, lines);
  }
  return values;
}

function takeUntil(delimiter: string, lines: string[]): string {
  const end = lines.indexOf(delimiter);
  if (delimiter === '' || end < 0) {
    throw new FileCommandError(`Matching delimiter not found '${delimiter}'`);
  }
  const value = lines.splice(0, end + 1);
  return value.slice(0, -1).join('\n');
}
