// A function of CloudFormation, as a map with one key.

import type { Tree, TreeMap } from './tree.ts';

/** The function that a map calls; `undefined` if it is a map of values. */
export function intrinsicOf(
  map: TreeMap,
): { readonly name: string; readonly argument: Tree } | undefined {
  const [first] = map;
  if (map.size !== 1 || !first) return undefined;
  const [name, argument] = first;
  return name === 'Ref' || name.startsWith('Fn::') ? { name, argument } : undefined;
}
