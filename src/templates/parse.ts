// YAML or JSON text → tree. CloudFormation's short forms (`!Ref x`) become long forms.

import type { Node } from 'yaml';
import { KnownError, known } from '../base/errors.ts';
import { quote } from '../base/quote.ts';
import { composeYaml, MAX_DEPTH, TOO_DEEP } from './compose.ts';
import { isList, isMap, type Tree, type TreeMap } from './tree.ts';

export type ParsedTree =
  | { readonly kind: 'tree'; readonly tree: Tree }
  | { readonly kind: 'problem'; readonly problem: string };

/** More nodes than a template of CloudFormation's 1 MB can have, but fewer than an alias bomb. */
const MAX_NODES = 200_000;

/** Parses one document. Every error becomes a problem; nothing is thrown. */
export async function parseTree(text: string): Promise<ParsedTree> {
  const yaml = await import('yaml');
  try {
    // This schema keeps all scalars as text.
    const document = await composeYaml(text, { schema: 'failsafe' });
    return { kind: 'tree', tree: document?.contents ? toTree(yaml, document.contents) : '' };
  } catch (error) {
    return notYaml(known(error).message);
  }
}

function notYaml(why: string): ParsedTree {
  const problem = `it cannot be read as YAML or JSON: ${why.slice(0, 300)}`;
  return { kind: 'problem', problem };
}

type Yaml = typeof import('yaml');

function toTree(yaml: Yaml, contents: Node): Tree {
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
    if (yaml.isAlias(node)) return follow(node.source);
    const { anchor } = node as { anchor?: string };
    if (anchor !== undefined) anchors.set(anchor, node);
    open.add(node);
    const plain = contentOf(node);
    open.delete(node);
    return node.tag?.startsWith('!') ? longForm(node.tag.slice(1), plain) : plain;
  }

  function follow(anchor: string): Tree {
    const node = anchors.get(anchor);
    if (!node) throw new KnownError(`the alias *${anchor} comes before its anchor, or has none`);
    if (open.has(node)) throw new KnownError(`the anchor &${anchor} contains itself`);
    return visit(node);
  }

  function contentOf(node: Node): Tree {
    if (yaml.isScalar(node)) return String(node.value ?? '');
    if (yaml.isSeq<Node>(node)) return node.items.map(visit);
    if (!yaml.isMap<Node, Node | null>(node))
      throw new KnownError('it contains an unknown kind of node');
    const entries = node.items.map(({ key, value }): [string, Tree] => {
      if (!yaml.isScalar(key) || key.tag?.startsWith('!')) {
        throw new KnownError(`the key ${quote(String(key))} is not a string`);
      }
      return [String(key.value ?? ''), value ? visit(value) : ''];
    });
    return merged(entries);
  }
}

/** YAML's merge key, as in the SAM CLI: keys next to it take precedence. */
function merged(entries: readonly [string, Tree][]): TreeMap {
  const taken = entries
    .filter(([key]) => key === '<<')
    .flatMap(([, value]) => (isList(value) ? value : [value]))
    .flatMap((value) => (isMap(value) ? [...value] : []));
  return new Map([...taken, ...entries.filter(([key]) => key !== '<<')]);
}

/**
 * `!Ref x` becomes `{Ref: x}`, likewise `!Condition x`. `!Sub x` becomes `{Fn::Sub: x}`, likewise all others.
 */
function longForm(tag: string, value: Tree): Tree {
  const name = tag === 'Ref' || tag === 'Condition' ? tag : `Fn::${tag}`;
  return new Map([[name, value]]);
}
