// Goes on with what a look at the same rollout began before: only minutes that are new, or that AWS has changed, are worked
// through. The result is that of all minutes from the first on, because the same steps are made in the same order.

/** What is worked out item by item, each from all before it. */
export interface Course<Item, Output, Self> {
  add(item: Item): Output;
  /** A copy, which may be added to without a change of this one. */
  fork(): Self;
}

/** After the last of some items. */
export interface Continued<Output, Self> {
  /** Later lists continue from it, so it takes no items. */
  readonly course: Omit<Self, 'add'>;
  /** What each item added. */
  readonly outputs: readonly Output[];
}

/** So many items are between two marks, at which a course can be taken up again. */
const MARK_EVERY = 60;
/** The oldest minutes that are ever read again are three hours old (see `aws/kept-minutes.ts`). */
const MOST_MARKS = 4;

interface Mark<Self> {
  /** The items before it. */
  readonly count: number;
  readonly course: Self;
}

/**
 * Works through lists of which each mostly begins like the one before. An item is known by being the same object, so
 * items must never change.
 *
 * @param start the course before the first item
 * @returns works through a list
 */
export function createContinued<Item, Output, Self extends Course<Item, Output, Self>>(
  start: () => Self,
): (items: readonly Item[]) => Continued<Output, Self> {
  let seen: readonly Item[] = [];
  let outputs: readonly Output[] = [];
  let marks: readonly Mark<Self>[] = [];
  let last: Mark<Self> | undefined;
  return (items) => {
    const same = sameUntil(seen, items);
    const valid = marks.filter(({ count }) => count <= same);
    const from = (last && last.count <= same ? last : valid.at(-1)) ?? {
      count: 0,
      course: start(),
    };
    const next = workThrough(from, items, outputs.slice(0, from.count));
    seen = items;
    outputs = next.outputs;
    marks = [...valid, ...next.marks].slice(-MOST_MARKS);
    last = { count: items.length, course: next.course };
    return next;
  };
}

/** Items from the mark on; its course is not changed. */
function workThrough<Item, Output, Self extends Course<Item, Output, Self>>(
  { count, course: marked }: Mark<Self>,
  items: readonly Item[],
  outputs: Output[],
) {
  const course = marked.fork();
  const marks: Mark<Self>[] = [];
  for (let i = count; i < items.length; i++) {
    outputs.push(course.add(items[i]!));
    if ((i + 1) % MARK_EVERY === 0) marks.push({ count: i + 1, course: course.fork() });
  }
  return { course, outputs, marks };
}

/** The number of items with which both begin. */
function sameUntil(before: readonly unknown[], now: readonly unknown[]): number {
  const most = Math.min(before.length, now.length);
  let same = 0;
  while (same < most && before[same] === now[same]) same++;
  return same;
}
