// Takes entries out of YAML or JSON, as edits of the text: comments, order and spacing of the rest stay.

import type { Node, Pair, YAMLMap } from 'yaml';
import type { TextEdit } from '../init/planned-file.ts';

type Entry = Pair<Node, Node | null>;

/** An entry, and the map that has it. */
interface Held {
  readonly pair: Entry;
  readonly map: YAMLMap<Node, Node>;
}

/**
 * @param paths of keys from the top; what is not there is left out. A map that becomes empty is taken out as well: SAM
 *   refuses an empty section.
 */
export async function removeEntries(
  text: string,
  paths: readonly (readonly string[])[],
): Promise<readonly TextEdit[]> {
  const yaml = await import('yaml');
  const { contents } = yaml.parseDocument<Node, false>(text, {
    logLevel: 'silent',
    uniqueKeys: false,
  });
  const isMap = (node: unknown): node is YAMLMap<Node, Node> => yaml.isMap(node);
  const holders = new Map<YAMLMap<Node, Node>, Held>();
  const marked = new Map<Entry, Held>();
  for (const path of paths) {
    let map: unknown = contents;
    let held: Held | undefined;
    for (const key of path) {
      if (!isMap(map)) {
        held = undefined;
        break;
      }
      const own: YAMLMap<Node, Node> = map;
      const pair = own.items.find((each) => yaml.isScalar(each.key) && each.key.value === key);
      held = pair && { pair: pair as Entry, map: own };
      map = pair?.value;
      if (held && isMap(map)) holders.set(map, held);
    }
    if (held) marked.set(held.pair, held);
  }
  emptied(marked, holders);
  const maps = new Set([...marked.values()].map(({ map }) => map));
  return [...maps].flatMap((map) => {
    const items = map.items as unknown as readonly Entry[];
    const isGone = (pair: Entry) => marked.has(pair);
    return map.flow ? flowEdits(items, isGone) : blockEdits(text, items.filter(isGone));
  });
}

/** Replaces all entries of a map by the one that has the map. */
function emptied(marked: Map<Entry, Held>, holders: ReadonlyMap<YAMLMap<Node, Node>, Held>): void {
  for (let changed = true; changed; ) {
    changed = false;
    for (const { map } of [...marked.values()]) {
      const holder = holders.get(map);
      const isEmptied = map.items.every((pair) => marked.has(pair as Entry));
      if (!isEmptied || !holder || marked.has(holder.pair)) continue;
      for (const pair of map.items) marked.delete(pair as Entry);
      marked.set(holder.pair, holder);
      changed = true;
    }
  }
}

function blockEdits(text: string, gone: readonly Entry[]): readonly TextEdit[] {
  return gone.map((pair) => ({
    ...{ start: lineStart(text, startOf(pair)), end: lineEnd(text, endOf(pair)) },
    text: '',
  }));
}

/** In `{ … }`, entries go with the commas after them; the last ones with the comma before them. */
function flowEdits(items: readonly Entry[], isGone: (pair: Entry) => boolean): readonly TextEdit[] {
  return items.flatMap((pair, i) => {
    const before = items[i - 1];
    if (!isGone(pair) || (before && isGone(before))) return [];
    const next = items.slice(i).find((each) => !isGone(each));
    const last = items.at(-1) ?? pair;
    return next
      ? [{ start: startOf(pair), end: startOf(next), text: '' }]
      : [{ start: before ? endOf(before) : startOf(pair), end: endOf(last), text: '' }];
  });
}

function startOf({ key }: Entry): number {
  return key.range?.[0] ?? 0;
}

function endOf({ key, value }: Entry): number {
  return value?.range?.[1] ?? key.range?.[1] ?? 0;
}

/** Of the line in which an entry begins; the entry itself if others are before it. */
function lineStart(text: string, offset: number): number {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  return /^[ \t]*$/.test(text.slice(start, offset)) ? start : offset;
}

/** After the last line of an entry, whose range may already reach into what follows. */
function lineEnd(text: string, offset: number): number {
  const end = text.slice(0, offset).trimEnd().length;
  const next = text.indexOf('\n', end);
  return next < 0 ? text.length : next + 1;
}
