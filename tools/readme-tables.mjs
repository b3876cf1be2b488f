// `npm run docs:tables`: the README's tables of inputs and outputs, written from action.yml between
// their markers. With --check nothing is written, and a stale table is a failure.

import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { parse } from 'yaml';

const root = new URL('..', import.meta.url);
const { values, positionals } = parseArgs({
  options: { check: { type: 'boolean', default: false } },
  allowPositionals: true,
});
const [file = fileURLToPath(new URL('README.md', root))] = positionals;
const metadata = parse(readFileSync(new URL('action.yml', root), 'utf8'));

const before = readFileSync(file, 'utf8');
const after = ['inputs', 'outputs'].reduce(withTable, before);
if (values.check && before !== after) {
  console.error('The tables are not those of action.yml; run npm run docs:tables');
  process.exitCode = 1;
} else if (before !== after) writeFileSync(file, after);

/** The page with the table of this part of action.yml between its two markers. */
function withTable(page, part) {
  const [begin, end] = [`<!-- ${part} begin -->`, `<!-- ${part} end -->`];
  const from = page.indexOf(begin);
  const to = page.indexOf(end);
  if (from < 0 || to < from) throw new Error(`${file} has no markers ${begin} and ${end}`);
  return `${page.slice(0, from + begin.length)}\n\n${table(part)}\n\n${page.slice(to)}`;
}

function table(part) {
  const rows = Object.entries(metadata[part]).map(
    ([name, { description }]) => `| \`${name}\` | ${cell(description)} |`,
  );
  return [`| ${part.slice(0, -1)} | what it is |`, '|---|---|', ...rows].join('\n');
}

/** One line of Markdown: a bar would end the cell, an angle bracket begin a tag. */
function cell(text) {
  return text.trim().replace(/\s+/g, ' ').replaceAll('|', '\\|').replaceAll('<', '&lt;');
}
