// Renders the reports for a terminal, similar to GitHub: without escapes, with aligned tables, and no wider than a
// terminal is.

const HTML: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>' };

export const WIDTH = 100;

/** Converts the reports' Markdown for reading in a terminal. */
export function readable(markdown: string): string {
  const parts = markdown
    .replace(/<!--.*?-->\n*/gs, '')
    .replace(/<br>/g, '\n')
    .split(/^(```\w*\n.*?^```)$/ms);
  return parts
    .flatMap((part) => (part.startsWith('```') ? verbatim(part) : prose(part)))
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/** A terminal cannot draw the plots. */
function verbatim(block: string): string[] {
  if (block.startsWith('```mermaid')) return ['  (a plot)'];
  return block
    .split('\n')
    .slice(1, -1)
    .map((line) => `    ${line}`);
}

function prose(text: string): string[] {
  const blocks: string[][] = [];
  for (const line of text.split('\n')) {
    const last = blocks.at(-1);
    if (last && isRow(line) === isRow(last[0] ?? '')) last.push(line);
    else blocks.push([line]);
  }
  return blocks.flatMap((block) =>
    isRow(block[0] ?? '')
      ? align(block)
      : block.flatMap((line) => wrap(plain(line), line.startsWith('- ') ? '  ' : '')),
  );
}

function isRow(line: string): boolean {
  return line.startsWith('| ');
}

/** An address of the AWS console is longer than anybody reads. */
const LONGEST_ADDRESS = 60;

/** Removes Markdown syntax: emphasis, code marks and escapes; links become `text (address)`. */
function plain(text: string): string {
  return text
    .replace(/\[([^\]]*)\]\((<[^>]*>|[^)]*)\)/g, (_, words: string, address: string) =>
      address.length > LONGEST_ADDRESS ? words : `${words} (${address})`,
    )
    .replace(/(?<!\\)\*\*|(?<!\\)`/g, '')
    .replace(/\\([!-/:-@[-`{-~])/g, '$1')
    .replace(/&(?:amp|lt|gt);/g, (entity) => HTML[entity] ?? entity)
    .replace(/<\/?(?:details|summary)>/g, '')
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

function align(block: readonly string[]): string[] {
  const rows = block.map((row) =>
    row
      .slice(1, -1)
      .split(/(?<!\\)\|/)
      .map((cell) => plain(cell).trim()),
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
