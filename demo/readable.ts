// Renders the reports for a terminal, similar to GitHub: without escapes, with aligned tables.

const HTML: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>' };

/** Converts the reports' Markdown for reading in a terminal. */
export function readable(markdown: string): string {
  const lines = markdown.replace(/<!--.*?-->\n*/gs, '').split('\n');
  const blocks: string[][] = [];
  for (const line of lines) {
    const last = blocks.at(-1);
    if (last && isRow(line) === isRow(last[0] ?? '')) last.push(line);
    else blocks.push([line]);
  }
  return blocks
    .flatMap((block) => (isRow(block[0] ?? '') ? align(block) : block.map(plain)))
    .join('\n')
    .trim();
}

function isRow(line: string): boolean {
  return line.startsWith('| ');
}

/** Removes Markdown syntax: emphasis, code marks and escapes; links become `text (address)`. */
function plain(text: string): string {
  return text
    .replace(/\[([^\]]*)\]\(([^)]*)\)/g, '$1 ($2)')
    .replace(/(?<!\\)\*\*|(?<!\\)`/g, '')
    .replace(/\\([!-/:-@[-`{-~])/g, '$1')
    .replace(/&(?:amp|lt|gt);/g, (entity) => HTML[entity] ?? entity)
    .replace(/\u200B/g, '');
}

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
  return body.map((row) =>
    `  ${row.map((cell, i) => cell.padEnd(widths[i] ?? 0)).join('   ')}`.trimEnd(),
  );
}
