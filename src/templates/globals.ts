// SAM's Globals section (SAM developer guide, "Globals section"): maps are merged, lists are concatenated,
// and any other value of the function replaces the global one.

import { intrinsicOf } from './intrinsics.ts';
import { isList, isMap, mapAt, type Tree, type TreeMap } from './tree.ts';

/** The properties of a function, combined with the global ones. */
export function functionProperties(template: TreeMap, resource: TreeMap): TreeMap {
  const globals = mapAt(mapAt(template, 'Globals'), 'Function');
  return mergeMaps(globals, mapAt(resource, 'Properties'));
}

function mergeMaps(globals: TreeMap, own: TreeMap): TreeMap {
  const all = new Map(globals);
  for (const [key, value] of own) {
    const shared = globals.get(key);
    all.set(key, shared === undefined ? value : merge(shared, value));
  }
  return all;
}

function merge(shared: Tree, own: Tree): Tree {
  if (isList(shared) && isList(own)) return [...shared, ...own];
  const maps = isMap(shared) && isMap(own) && !intrinsicOf(shared) && !intrinsicOf(own);
  return maps ? mergeMaps(shared, own) : own;
}
