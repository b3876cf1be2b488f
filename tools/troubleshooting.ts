// The rows of docs/troubleshooting.md: each has an anchor, and says which messages it explains. From them comes the table
// by which a report links a problem to its row (src/report/problem-kinds.ts).

import { schemaOf } from '../src/inputs/schema.ts';
import { TARGET_KINDS } from '../src/targets/kinds.ts';

export interface Row {
  /** The anchor; `undefined`: it has none yet. */
  readonly id: string | undefined;
  /** The messages in the first column, as they are written there. */
  readonly messages: readonly string[];
  readonly line: string;
}

const ANCHOR = /^\| <a id="([a-z0-9-]+)"><\/a>/;

/** `undefined` for a line that is no row of a table, and for the head of one. */
export function rowOf(line: string): Row | undefined {
  if (!line.startsWith('| ') || line.startsWith('| message |')) return undefined;
  const id = ANCHOR.exec(line)?.[1];
  const [cell = ''] = line.replace(ANCHOR, '| ').split(' | ');
  const messages = [...cell.matchAll(/`([^`]+)`/g)].map(([, message = '']) => message);
  return { id, messages: messages.length > 0 ? messages : [cell.slice(2)], line };
}

const PREFIX = new RegExp(
  `^(?:${[...Object.keys(schemaOf(TARGET_KINDS).inputs), 'config'].join('|')}): `,
);

/** What of a message is the same whatever it is about. */
export function fixedParts(message: string): readonly string[] {
  return message
    .replace(PREFIX, '')
    .split(/…|"[a-z0-9:]*"/)
    .map((part) => part.replace(/^[^A-Za-z$]+|[^A-Za-z]+$/g, ''))
    .filter((part) => part.length >= 8);
}

/** Gives each row without an anchor one. An anchor never changes: reports of the past link to it. */
export function withAnchors(page: string): string {
  const lines = page.split('\n');
  const taken = new Set(lines.flatMap((line) => rowOf(line)?.id ?? []));
  return lines
    .map((line) => {
      const row = rowOf(line);
      if (!row || row.id !== undefined) return line;
      const id = freeName(nameOf(row.messages[0] ?? ''), taken);
      taken.add(id);
      return line.replace('| ', `| <a id="${id}"></a>`);
    })
    .join('\n');
}

/** Words that tell no message from another. */
const FILLERS = new Set(
  'a an and are be because but by can for from has have if in is it its no not of on or so than that the there this to was were which will with would'.split(
    ' ',
  ),
);
const MOST_WORDS = 4;

function nameOf(message: string): string {
  const words = (text: string) => text.toLowerCase().match(/[a-z0-9]+/g) ?? [];
  const all = fixedParts(message).flatMap(words);
  const telling = all.filter((word) => !FILLERS.has(word));
  const chosen = telling.length >= 2 ? telling : words(message);
  return chosen.slice(0, MOST_WORDS).join('-') || 'message';
}

function freeName(name: string, taken: ReadonlySet<string>): string {
  for (let n = 1; ; n++) {
    const tried = n === 1 ? name : `${name}-${n}`;
    if (!taken.has(tried)) return tried;
  }
}

/** The module with the table: an anchor, and the fixed parts of a message that its row explains. */
export function problemKinds(page: string): string {
  const lines = withAnchors(page)
    .split('\n')
    .flatMap((line) => {
      const row = rowOf(line);
      const patterns = row?.messages.map((message) => fixedParts(message).join('…')) ?? [];
      return patterns.filter((pattern) => pattern !== '').map((pattern) => `${row?.id} ${pattern}`);
    });
  const text = lines.join('\n').replace(/[\\`]|\$\{/g, '\\$&');
  return `// Written by \`npm run generate\` from docs/troubleshooting.md.

/** By line: the anchor of a row, and the fixed parts of a message that it explains. */
export const PROBLEM_KINDS = \`
${text}
\`;
`;
}
