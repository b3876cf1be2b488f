// The resources of a template by their types, gathered once: whoever looks for one by its name would otherwise go
// through all of them for each function.

import { isMap, mapAt, type TreeMap, textAt } from './tree.ts';

type ById = ReadonlyMap<string, TreeMap>;

const KNOWN = new WeakMap<TreeMap, ReadonlyMap<string, ById>>();
const NONE: ById = new Map();

/** Those of one type, by their logical IDs. */
export function resourcesOfType(template: TreeMap, type: string): ById {
  let types = KNOWN.get(template);
  if (!types) {
    types = byType(template);
    KNOWN.set(template, types);
  }
  return types.get(type) ?? NONE;
}

/** The logical ID of the one whose property has this text; `undefined`: there is none. */
export function resourceNamed(
  template: TreeMap,
  type: string,
  property: string,
  name: string,
): string | undefined {
  for (const [id, resource] of resourcesOfType(template, type)) {
    if (textAt(mapAt(resource, 'Properties'), property) === name) return id;
  }
  return undefined;
}

function byType(template: TreeMap): ReadonlyMap<string, ById> {
  const types = new Map<string, Map<string, TreeMap>>();
  for (const [id, resource] of mapAt(template, 'Resources')) {
    if (!isMap(resource)) continue;
    const type = textAt(resource, 'Type') ?? '';
    const own = types.get(type) ?? new Map<string, TreeMap>();
    types.set(type, own.set(id, resource));
  }
  return types;
}
