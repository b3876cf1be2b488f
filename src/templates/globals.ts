// SAM's Globals section (SAM developer guide, "Globals section"): maps are merged, lists are concatenated,
// and any other value of the function replaces the global one. The attribute IgnoreGlobals keeps all or some of
// them away from a function.

import { listed } from '../base/listed.ts';
import { quote } from '../base/quote.ts';
import { didYouMean } from '../base/suggest.ts';
import { intrinsicOf } from './call.ts';
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
export function functionProperties(
  template: TreeMap,
  id: string,
  resource: TreeMap,
  problems: string[],
): TreeMap {
  const globals = reaching(mapAt(mapAt(template, 'Globals'), 'Function'), id, resource, problems);
  return mergeMaps(globals, mapAt(resource, 'Properties'));
}

function reaching(globals: TreeMap, id: string, resource: TreeMap, problems: string[]): TreeMap {
  const ignored = resource.get('IgnoreGlobals');
  if (ignored === undefined || ignored === '') return globals;
  if (ignored === '*') return new Map();
  const names = isList(ignored) ? ignored.filter((name) => typeof name === 'string') : [];
  const place = placeOf(resource, 'IgnoreGlobals');
  if (!isList(ignored) || names.length < ignored.length) {
    const value = typeof ignored === 'string' ? ` is ${quote(ignored)}` : '';
    problems.push(
      `${place}IgnoreGlobals of "${id}"${value}; expected "*" or a list of global properties`,
    );
    return globals;
  }
  const unknown = names.filter((name) => !globals.has(name));
  for (const name of unknown) {
    const known = [...globals.keys()];
    problems.push(
      `${place}IgnoreGlobals of "${id}" lists ${quote(name)}, which is not in Globals.${didYouMean(name, known) || ` Expected one of ${listed(known)}.`}`,
    );
  }
  return without(globals, names);
}

function without(map: TreeMap, names: readonly string[]): TreeMap {
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
