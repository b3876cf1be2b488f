// A template or AppSpec as a tree of texts: numbers and booleans stay as they were written, so that
// version 08 or a name 1e3 is not turned into another.

export type Tree = string | TreeList | TreeMap;
export type TreeList = readonly Tree[];
export interface TreeMap extends ReadonlyMap<string, Tree> {}

export function isMap(tree: Tree | undefined): tree is TreeMap {
  return tree instanceof Map;
}

export function isList(tree: Tree | undefined): tree is TreeList {
  return Array.isArray(tree);
}

/** The map under a key; empty where there is none. */
export function mapAt(tree: TreeMap, key: string): TreeMap {
  const found = tree.get(key);
  return isMap(found) ? found : new Map<string, Tree>();
}

/** The text under a key; `undefined` where there is none, or something else. */
export function textAt(tree: TreeMap, key: string): string | undefined {
  const found = tree.get(key);
  return typeof found === 'string' && found !== '' ? found : undefined;
}
