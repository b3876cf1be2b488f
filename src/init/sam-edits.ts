// The alias of a function in a SAM template, as insertions into its text: comments, order and spacing stay.

import type { Node, Pair, YAMLMap } from 'yaml';
import type { TextEdit } from './planned-file.ts';

/** Constant: SAM then never publishes another version or moves the alias (SAM developer guide, AutoPublishCodeSha256). */
const CONSTANT = '0'.repeat(64);

export interface WantedAlias {
  readonly logicalId: string;
  readonly alias: string;
  /** What the function has, also by Globals. */
  readonly hasAlias: boolean;
}

/** @returns no edit for a function that is not found, or has everything */
export async function samEdits(
  text: string,
  wanted: readonly WantedAlias[],
): Promise<readonly TextEdit[]> {
  const yaml = await import('yaml');
  const document = yaml.parseDocument<Node, false>(text, { logLevel: 'silent', uniqueKeys: false });
  const mapIn = (map: unknown, key: string): YAMLMap<Node, Node> | undefined => {
    const found = yaml.isMap(map) ? (map as YAMLMap).get(key, true) : undefined;
    return yaml.isMap(found) ? (found as YAMLMap<Node, Node>) : undefined;
  };
  const resources = mapIn(document.contents, 'Resources');
  return wanted.flatMap(({ logicalId, alias, hasAlias }) => {
    const properties = mapIn(mapIn(resources, logicalId), 'Properties');
    if (!properties) return [];
    const lines = [
      ...(hasAlias || properties.has('AutoPublishAlias') ? [] : [['AutoPublishAlias', alias]]),
      ...(properties.has('AutoPublishCodeSha256') ? [] : [['AutoPublishCodeSha256', CONSTANT]]),
    ];
    return insertion(text, properties, lines as [string, string][]);
  });
}

/** Before the first key of a map, in the form of that map. */
function insertion(
  text: string,
  { items, flow }: YAMLMap<Node, Node>,
  entries: readonly (readonly [string, string])[],
): readonly TextEdit[] {
  const start = (items[0] as Pair<Node, Node> | undefined)?.key.range?.[0];
  if (start === undefined || entries.length === 0) return [];
  const isJson = text[start] === '"' && flow === true;
  const written = entries.map(([key, value]) => {
    if (isJson) return `"${key}": "${value}"`;
    return `${key}: ${/^\d+$/.test(value) ? `'${value}'` : value}`;
  });
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const before = text.slice(lineStart, start);
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  const isOwnLine = /^[ \t]*$/.test(before);
  const separator = flow ? `,${isOwnLine ? eol + before : ' '}` : `${eol}${before}`;
  // A block map may begin in the line of its parent only in a list, which Properties is not.
  return [{ start, end: start, text: written.map((line) => line + separator).join('') }];
}
