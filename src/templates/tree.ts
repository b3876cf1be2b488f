// A template or AppSpec as a tree of texts. Numbers and booleans keep their spelling, so that a version 08 or
// a name 1e3 does not change.

export type Tree = string | TreeList | TreeMap;
export type TreeList = readonly Tree[];
export interface TreeMap extends ReadonlyMap<string, Tree> {}

export function isMap(tree: Tree | undefined): tree is TreeMap {
  return tree instanceof Map;
}

export function isList(tree: Tree | undefined): tree is TreeList {
  return Array.isArray(tree);
}

/** The map under a key; empty if there is none. */
export function mapAt(tree: TreeMap, key: string): TreeMap {
  const found = tree.get(key);
  return isMap(found) ? found : new Map<string, Tree>();
}

/** The text under a key; `undefined` if there is none, or another kind of value. */
export function textAt(tree: TreeMap, key: string): string | undefined {
  const found = tree.get(key);
  return typeof found === 'string' && found !== '' ? found : undefined;
}
