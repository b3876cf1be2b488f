// Renders the reports for a terminal, similar to GitHub: without escapes, with aligned tables, and no wider than a
// terminal is.

const HTML: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>' };

export const WIDTH = 100;

/** Converts the reports' Markdown for reading in a terminal; what is folded is left to the file. */
export function readable(markdown: string): string {
  const addresses: string[] = [];
  const parts = unfolded(markdown)
    .replace(/<!--.*?-->\n*/gs, '')
    .replace(/^> \[!(\w+)\]\n> /gm, (_, kind: string) => `${kind}: `)
    .replace(/<br>/g, '\n')
    .split(/^(```\w*\n.*?^```)$/ms);
  const text = parts
    .flatMap((part) => (part.startsWith('```') ? verbatim(part) : prose(part, addresses)))
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
  const links = addresses.map((address, i) => `[${i + 1}] ${address}`);
  return links.length > 0 ? `${text}\n\n${links.join('\n')}` : text;
}

/** Each folded part as its title; one may be within another. */
function unfolded(markdown: string): string {
  let depth = 0;
  return markdown
    .split('\n')
    .filter((line) => {
      if (line.startsWith('<details>')) depth += 1;
      const isShown = depth === 0 || (depth === 1 && line.startsWith('<summary>'));
      if (line.startsWith('</details>')) depth -= 1;
      return isShown;
    })
    .map((line) => line.replace(/^<summary>(.*)<\/summary>$/, '▸ $1'))
    .join('\n');
}

/** To be copied, so it is not wrapped. */
function verbatim(block: string): string[] {
  return block
    .split('\n')
    .slice(1, -1)
    .map((line) => `    ${line}`);
}

function prose(text: string, addresses: string[]): string[] {
  const blocks: string[][] = [];
  for (const line of text.split('\n')) {
    const last = blocks.at(-1);
    if (last && isRow(line) === isRow(last[0] ?? '')) last.push(line);
    else blocks.push([line]);
  }
  return blocks.flatMap((block) =>
    isRow(block[0] ?? '')
      ? align(block, addresses)
      : block.flatMap((line) => wrap(plain(line, addresses), line.startsWith('- ') ? '  ' : '')),
  );
}

function isRow(line: string): boolean {
  return line.startsWith('| ');
}

/** An address of the AWS console is longer than a line: it stands whole after the text. */
const LONGEST_ADDRESS = 60;

/** Removes Markdown syntax: emphasis, code marks and escapes; links become `text (address)`, or `text [1]`. */
function plain(text: string, addresses: string[]): string {
  return text
    .replace(/\[([^\]]*)\]\((<[^>]*>|[^)]*)\)/g, (_, words: string, given: string) => {
      const address = given.replace(/^<(.*)>$/, '$1');
      if (address.length <= LONGEST_ADDRESS) return `${words} (${address})`;
      if (!addresses.includes(address)) addresses.push(address);
      return `${words} [${addresses.indexOf(address) + 1}]`;
    })
    .replace(/(?<!\\)\*\*|(?<!\\)`/g, '')
    .replace(/\\([!-/:-@[-`{-~])/g, '$1')
    .replace(/&(?:amp|lt|gt);/g, (entity) => HTML[entity] ?? entity)
    .replace(/\u200B/g, '');
}

/** The lines of a text, broken at blanks. */
export function wrap(text: string, indent: string, width = WIDTH): string[] {
  const lines: string[] = [];
  let rest = text.trimEnd();
  while (rest.length > width) {
    const blank = rest.lastIndexOf(' ', width);
    const end = blank > indent.length ? blank : width;
    lines.push(rest.slice(0, end).trimEnd());
    rest = `${indent}${rest.slice(end).trimStart()}`;
  }
  return [...lines, rest];
}

const BETWEEN = '   ';

function align(block: readonly string[], addresses: string[]): string[] {
  const rows = block.map((row) =>
    row
      .slice(1, -1)
      .split(/(?<!\\)\|/)
      .map((cell) => plain(cell, addresses).trim()),
  );
  const body = rows.filter((row) => !row.every((cell) => /^-+$/.test(cell)) && row.some(Boolean));
  const widths = (rows[0] ?? []).map((_, i) =>
    Math.max(...body.map((row) => (row[i] ?? '').length)),
  );
  // The last cell is the one with sentences.
  const before = widths.slice(0, -1).reduce((sum, width) => sum + width + BETWEEN.length, 2);
  return body.flatMap((row) => {
    const cells = row.map((cell, i) => cell.padEnd(widths[i] ?? 0));
    return wrap(`  ${cells.join(BETWEEN)}`, ' '.repeat(Math.min(before, WIDTH / 2)));
  });
}
