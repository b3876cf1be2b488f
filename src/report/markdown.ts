// Text from outside in GitHub's Markdown, always shown as plain text.

/**
 * Escapes everything that has a meaning in GitHub's Markdown or in HTML, on one line. A zero-width space
 * separates `@`, `#`, `GH-` and addresses from the text that follows, so that nobody is notified and nothing
 * is linked.
 */
export function escapeMarkdown(text: string, maxLength = 300): string {
  const line = oneLine(text);
  const short = line.length > maxLength ? `${cut(line, maxLength - 1)}…` : line;
  return short
    .replace(/[&<>]/g, (char) => HTML[char] ?? char)
    .replace(/[\\`*_{}[\]()#!|~$^=+-]/g, '\\$&')
    .replace(/^(\d+)([.)])/, '$1\\$2')
    .replace(/([@#])(?=\S)/g, '$1\u200B')
    .replace(/gh\\-(?=\d)/gi, '$&\u200B')
    .replace(/:\/\//g, ':\u200B//')
    .replace(/www(?=\.)/gi, '$&\u200B');
}

function oneLine(text: string): string {
  return text.replace(/[\s\u2028\u2029]+/g, ' ').trim();
}

/** The beginning of a text; it never splits a character of two code units. */
function cut(text: string, length: number): string {
  return text.slice(0, length).replace(/[\uD800-\uDBFF]$/, '');
}

const HTML: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/**
 * Text from outside as code, with a fence longer than any run of backticks in it. Text with `|` is escaped
 * instead, because a pipe within code is parsed differently in tables.
 */
export function code(text: string, maxLength = 120): string {
  const line = cut(oneLine(text), maxLength).trimEnd();
  if (line === '') return '';
  if (line.includes('|')) return escapeMarkdown(line, maxLength);
  const longest = Math.max(0, ...[...line.matchAll(/`+/g)].map((run) => run[0].length));
  const fence = '`'.repeat(longest + 1);
  const pad = longest > 0 ? ' ' : '';
  return `${fence}${pad}${line}${pad}${fence}`;
}

/** Lines to copy unchanged; empty if there are none. @param language for colours */
export function codeBlock(lines: readonly string[], language = ''): string {
  if (lines.length === 0) return '';
  const longest = Math.max(
    2,
    ...lines.flatMap((l) => [...l.matchAll(/`+/g)].map((m) => m[0].length)),
  );
  const fence = '`'.repeat(longest + 1);
  return [
    `${fence}${language}`,
    ...lines.map((line) => line.replace(/[\r\n\u2028\u2029]+/g, ' ')),
    fence,
  ].join('\n');
}

/** A link to a trusted address; anything but http(s) becomes plain text. */
export function link(text: string, url: string): string {
  if (!/^https?:\/\/[^\s<>"\\]+$/.test(url)) return text;
  return /[()']/.test(url) ? `[${text}](<${url}>)` : `[${text}](${url})`;
}

/** Content that is collapsed until opened; both texts must already be escaped. */
export function details(title: string, content: string): string {
  return `<details>\n<summary>${title}</summary>\n\n${content}\n\n</details>`;
}

/** A table; its cells must already be escaped. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

/**
 * Shortens a text to what GitHub accepts, at the end of a line, and adds a pointer to the rest.
 *
 * @param limit in UTF-8 bytes
 */
export function shorten(text: string, limit: number, pointer: string): string {
  const encoder = new TextEncoder();
  if (encoder.encode(text).length <= limit) return text;
  const room = limit - encoder.encode(`\n\n${pointer}\n`).length;
  const cut = new TextDecoder().decode(encoder.encode(text).slice(0, Math.max(0, room)));
  const end = cut.lastIndexOf('\n');
  return `${cut.slice(0, Math.max(0, end))}\n\n${pointer}\n`;
}
