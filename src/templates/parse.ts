// YAML or JSON text → tree. CloudFormation's short forms (`!Ref x`) become long forms.

import type { CollectionTag, Node, Scalar, ScalarTag } from 'yaml';
import { KnownError, known } from '../base/errors.ts';
import { quote } from '../base/quote.ts';
import { type Composed, composeYaml, MAX_DEPTH, TOO_DEEP } from './compose.ts';
import {
  isList,
  isMap,
  type Mark,
  markedMap,
  marksOf,
  markText,
  type Tree,
  type TreeMap,
} from './tree.ts';

export type ParsedTree =
  | { readonly kind: 'tree'; readonly tree: Tree }
  | { readonly kind: 'problem'; readonly problem: string };

/** More nodes than a template of 1 MB can have (`{"Ref":"A"}` is two), but fewer than an alias bomb. */
const MAX_NODES = 500_000;

/**
 * The short forms of CloudFormation's functions, so that the parser knows these tags. It accepts others as well, but with
 * a warning each, whose stack trace costs more than the value.
 */
const SHORT_FORMS = [
  ...['And', 'Base64', 'Cidr', 'Condition', 'Equals', 'FindInMap', 'GetAtt', 'GetAZs', 'If'],
  ...[
    'ImportValue',
    'Join',
    'Length',
    'Not',
    'Or',
    'Ref',
    'Select',
    'Split',
    'Sub',
    'ToJsonString',
  ],
  ...['Transform'],
].flatMap((name): (ScalarTag | CollectionTag)[] => [
  { tag: `!${name}`, resolve: (text: string) => text },
  { tag: `!${name}`, collection: 'seq' },
  { tag: `!${name}`, collection: 'map' },
]);

/** Nothing is a boolean or a number: a version 08 stays as it is. */
const AS_WRITTEN = (source: string): string => source;

/**
 * Parses one document. Every error becomes a problem; nothing is thrown.
 *
 * @param meaningOf what a scalar without quotes means
 */
export async function parseTree(text: string, meaningOf = AS_WRITTEN): Promise<ParsedTree> {
  const yaml = await import('yaml');
  try {
    // This schema keeps all scalars as text.
    const composed = await composeYaml(text, { schema: 'failsafe', customTags: SHORT_FORMS });
    const { document, markAt } = composed;
    if (!document?.contents) return { kind: 'tree', tree: '' };
    return { kind: 'tree', tree: toTree(document.contents, { yaml, meaningOf, markAt }) };
  } catch (error) {
    return notYaml(known(error).message);
  }
}

function notYaml(why: string): ParsedTree {
  const problem = `it cannot be read as YAML or JSON: ${why.slice(0, 300)}`;
  return { kind: 'problem', problem };
}

interface Reading extends Pick<Composed, 'markAt'> {
  readonly yaml: typeof import('yaml');
  readonly meaningOf: (source: string) => string;
}

function toTree(contents: Node, { yaml, meaningOf, markAt }: Reading): Tree {
  const anchors = new Map<string, Node>();
  const open = new Set<Node>();
  let count = 0;
  return visit(contents);

  function visit(node: Node): Tree {
    count += 1;
    if (count > MAX_NODES) {
      throw new KnownError(`its aliases expand to more than ${MAX_NODES} values`);
    }
    if (open.size > MAX_DEPTH) throw new KnownError(TOO_DEEP);
    if (yaml.isAlias(node)) return follow(node.source, node);
    const { anchor } = node as { anchor?: string };
    if (anchor !== undefined) anchors.set(anchor, node);
    open.add(node);
    const plain = contentOf(node);
    open.delete(node);
    return node.tag?.startsWith('!') ? longForm(node.tag.slice(1), plain, markOf(node)) : plain;
  }

  function markOf(node: Node): Mark {
    return markAt(node.range?.[0] ?? 0);
  }

  function fail(what: string, node: Node): never {
    throw new KnownError(`${what} at ${markText(markOf(node))}`);
  }

  function follow(anchor: string, alias: Node): Tree {
    const node = anchors.get(anchor);
    if (!node) fail(`the alias *${anchor} comes before its anchor, or has none`, alias);
    if (open.has(node)) fail(`the anchor &${anchor} contains itself`, alias);
    return visit(node);
  }

  function contentOf(node: Node): Tree {
    if (yaml.isScalar(node)) return textOf(node);
    if (yaml.isSeq<Node>(node)) return node.items.map(visit);
    if (!yaml.isMap<Node, Node | null>(node)) fail('it contains an unknown kind of node', node);
    const entries = node.items.map(({ key, value }): Entry => {
      if (!yaml.isScalar(key) || key.tag?.startsWith('!')) {
        fail(`the key ${quote(String(key))} is not a string`, key);
      }
      const isMerge = key.type === 'PLAIN' && key.value === '<<';
      return {
        key: String(key.value ?? ''),
        isMerge,
        value: value ? visit(value) : '',
        mark: markOf(key),
      };
    });
    return merged(entries);
  }

  /** Only a scalar without quotes can be anything but a text, and only without a tag of CloudFormation. */
  function textOf({ type, tag, value }: Scalar): string {
    const text = String(value ?? '');
    const isPlain = type === 'PLAIN' && (tag === undefined || tag !== YAML_TEXT);
    return isPlain && !tag?.startsWith('!') ? meaningOf(text) : text;
  }
}

/** `!!str`, written out. */
const YAML_TEXT = 'tag:yaml.org,2002:str';

interface Entry {
  readonly key: string;
  /** `<<` */
  readonly isMerge: boolean;
  readonly value: Tree;
  readonly mark: Mark;
}

/** YAML's merge key (yaml.org/type/merge): keys next to it take precedence, and an earlier map of a list. */
function merged(entries: readonly Entry[]): TreeMap {
  const taken = entries.filter(({ isMerge }) => isMerge).flatMap(mapsOf);
  const own = entries.filter(({ isMerge }) => !isMerge);
  const marks = new Map<string, Mark>();
  const all = new Map<string, Tree>();
  for (const map of taken.reverse()) {
    for (const [key, value] of map) all.set(key, value);
    for (const [key, mark] of marksOf(map)) marks.set(key, mark);
  }
  for (const { key, value, mark } of own) {
    all.set(key, value);
    marks.set(key, mark);
  }
  return markedMap(all, marks);
}

function mapsOf({ value, mark }: Entry): readonly TreeMap[] {
  const maps = isList(value) ? value : [value];
  return maps.map((map) => {
    if (isMap(map)) return map;
    throw new KnownError(`<< has a value that is not a map at ${markText(mark)}`);
  });
}

/**
 * `!Ref x` becomes `{Ref: x}`, likewise `!Condition x`. `!Sub x` becomes `{Fn::Sub: x}`, likewise all others.
 */
function longForm(tag: string, value: Tree, mark: Mark): Tree {
  const name = tag === 'Ref' || tag === 'Condition' ? tag : `Fn::${tag}`;
  return markedMap([[name, value]], new Map([[name, mark]]));
}
