// SAM's Globals section (SAM developer guide, "Globals section"): maps are merged, lists are concatenated,
// and any other value of the function replaces the global one. The attribute IgnoreGlobals keeps all or some of
// them away from a function.

import { listed } from '../base/listed.ts';
import { quote } from '../base/quote.ts';
import { didYouMean } from '../base/suggest.ts';
import { intrinsicOf } from './intrinsic-call.ts';
import {
  isList,
  isMap,
  mapAt,
  markedMap,
  marksOf,
  placeOf,
  type Tree,
  type TreeMap,
} from './tree.ts';

/** The properties of a function, combined with the global ones that reach it. */
export function functionProperties(template: TreeMap, resource: TreeMap): TreeMap {
  const globals = mapAt(mapAt(template, 'Globals'), 'Function');
  const ignored = resource.get('IgnoreGlobals');
  const reaching =
    ignored === '*' ? new Map<string, Tree>() : without(globals, isList(ignored) ? ignored : []);
  return mergeMaps(reaching, mapAt(resource, 'Properties'));
}

/** What SAM would reject of IgnoreGlobals. */
export function wrongIgnoreGlobals(
  template: TreeMap,
  id: string,
  resource: TreeMap,
): readonly string[] {
  const ignored = resource.get('IgnoreGlobals');
  // Without globals, SAM does not look at it.
  const hasGlobals = mapAt(template, 'Globals').has('Function');
  if (!hasGlobals || ignored === undefined || ignored === '' || ignored === '*') return [];
  const place = placeOf(resource, 'IgnoreGlobals');
  const names = isList(ignored) ? ignored.filter((name) => typeof name === 'string') : [];
  if (!isList(ignored) || names.length < ignored.length) {
    const value = typeof ignored === 'string' ? ` is ${quote(ignored)}` : '';
    return [
      `${place}IgnoreGlobals of "${id}"${value}; expected "*" or a list of global properties`,
    ];
  }
  const known = [...mapAt(mapAt(template, 'Globals'), 'Function').keys()];
  return names
    .filter((name) => !known.includes(name))
    .map((name) => {
      const meant = didYouMean(name, known) || ` Expected one of ${listed(known)}.`;
      return `${place}IgnoreGlobals of "${id}" lists ${quote(name)}, which is not in Globals.${meant}`;
    });
}

function without(map: TreeMap, names: readonly Tree[]): TreeMap {
  const left = [...map].filter(([key]) => !names.includes(key));
  return markedMap(left, marksOf(map));
}

function mergeMaps(globals: TreeMap, own: TreeMap): TreeMap {
  const all = new Map(globals);
  for (const [key, value] of own) {
    const shared = globals.get(key);
    all.set(key, shared === undefined ? value : merge(shared, value));
  }
  return markedMap(all, new Map([...marksOf(globals), ...marksOf(own)]));
}

function merge(shared: Tree, own: Tree): Tree {
  if (isList(shared) && isList(own)) return [...shared, ...own];
  const maps = isMap(shared) && isMap(own) && !intrinsicOf(shared) && !intrinsicOf(own);
  return maps ? mergeMaps(shared, own) : own;
}
