// Lines that fit into the log of a CI, where a longer one would break anywhere, and on a phone several times.

/** Characters in a line of the log. */
export const LOG_WIDTH = 100;

const INDENT = '    ';

/** A command of the AWS CLI, as `command-line.ts` writes it. */
const COMMAND =
  /(aws [a-z0-9-]+ [a-z0-9-]+(?: --[a-z0-9-]+(?:[ =](?!-)(?:'[^']*'|[^\s';]+))?(?: (?:'[^']*'|[^\s';=-][^\s';=]*=[^\s';]*))*)+;?)/;

/**
 * The lines of a text, broken at blanks. A longer word, such as an address, stays whole and can be copied, and so does a
 * command, on a line of its own.
 */
export function wrapped(text: string, width = LOG_WIDTH): readonly string[] {
  const lines: string[] = [];
  if (text.length <= width) return [text.trimEnd()];
  // What is captured alternates with what is between.
  text.split(COMMAND).forEach((part, i) => {
    const trimmed = part.trim();
    if (trimmed === '') return;
    const indented = `${lines.length === 0 ? '' : INDENT}${trimmed}`;
    lines.push(...(i % 2 === 1 ? [indented] : wrappedWords(indented, width)));
  });
  return lines;
}

function wrappedWords(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let rest = text;
  while (rest.length > width) {
    const from = lines.length === 0 && !rest.startsWith(INDENT) ? 1 : INDENT.length + 1;
    const before = rest.lastIndexOf(' ', width);
    const end = before >= from ? before : rest.indexOf(' ', from);
    if (end < 0) break;
    lines.push(rest.slice(0, end).trimEnd());
    rest = `${INDENT}${rest.slice(end).trimStart()}`;
  }
  return [...lines, rest];
}

/** The text on one line, at most as long as a line of the log. */
export function cutToFit(text: string, width: number): string {
  if (text.length <= width) return text;
  return `${text
    .slice(0, Math.max(0, width - 1))
    .replace(/[\uD800-\uDBFF]$/, '')
    .trimEnd()}…`;
}
