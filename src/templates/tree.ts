// A template or AppSpec as a tree of texts, with the place of each entry in the file.

export type Tree = string | TreeList | TreeMap;
export type TreeList = readonly Tree[];
export interface TreeMap extends ReadonlyMap<string, Tree> {}

/** A position in a file, counted from 1. */
export interface Mark {
  readonly line: number;
  readonly column: number;
}

export function isMap(tree: Tree | undefined): tree is TreeMap {
  return tree instanceof Map;
}

export function isList(tree: Tree | undefined): tree is TreeList {
  return Array.isArray(tree);
}

type Marks = ReadonlyMap<string, Mark>;

/** Where the entries of a map are. Kept beside the maps, so that two with the same entries are equal. */
const MARKS = new WeakMap<TreeMap, Marks>();
const NO_MARKS: Marks = new Map();

/** A map that knows where its entries are in the file. */
export function markedMap(entries: Iterable<readonly [string, Tree]>, marks: Marks): TreeMap {
  const map = new Map(entries);
  MARKS.set(map, marks);
  return map;
}

/** Where each key is in the file; empty for maps that are not written there. */
export function marksOf(map: TreeMap): Marks {
  return MARKS.get(map) ?? NO_MARKS;
}

const EMPTY: TreeMap = new Map();

/** The map under a key; empty if there is none. */
export function mapAt(tree: TreeMap, key: string): TreeMap {
  const found = tree.get(key);
  return isMap(found) ? found : EMPTY;
}

/** The text under a key; `undefined` if there is none, or another kind of value. */
export function textAt(tree: TreeMap, key: string): string | undefined {
  const found = tree.get(key);
  return typeof found === 'string' && found !== '' ? found : undefined;
}

/** The beginning of a problem with an entry: `line 12, column 5: `; empty if it is not in the file. */
export function placeOf(map: TreeMap | undefined, key: string): string {
  const mark = map && marksOf(map).get(key);
  return mark ? `${markText(mark)}: ` : '';
}

export function markText({ line, column }: Mark): string {
  return `line ${line}, column ${column}`;
}
