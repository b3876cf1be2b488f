import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { createContinued } from '../../../src/analysis/continued.ts';

interface Item {
  readonly value: number;
}

interface Sum {
  add(item: Item): number;
  sum(): number;
  fork(): Sum;
}

/** A sum that rounds, so that another order of the items has another result. */
function createSum(onAdd: () => void): Sum {
  const from = (sum: number): Sum => {
    let all = sum;
    return {
      add: ({ value }: Item) => {
        onAdd();
        all = all / 3 + value;
        return all;
      },
      sum: () => all,
      fork: () => from(all),
    };
  };
  return from(0);
}

function createWork() {
  let added = 0;
  const work = createContinued<Item, number, Sum>(() =>
    createSum(() => {
      added += 1;
    }),
  );
  return {
    work,
    /** The items that the next call takes in. */
    addedBy: (items: readonly Item[]) => {
      const before = added;
      work(items);
      return added - before;
    },
  };
}

const items = (count: number): Item[] => Array.from({ length: count }, (_, value) => ({ value }));

describe('Work that is continued', () => {
  it('has the result of all items, whatever has changed since', () => {
    const edit = fc.record({
      keep: fc.nat(300),
      more: fc.nat(150),
      change: fc.option(fc.nat(300)),
    });
    fc.assert(
      fc.property(fc.array(edit, { maxLength: 12 }), (edits) => {
        const { work } = createWork();
        let now: Item[] = [];
        for (const { keep, more, change } of edits) {
          now = [...now.slice(0, keep), ...items(more)];
          if (change !== null && change < now.length) now[change] = { value: -1 };
          const { course, outputs } = work(now);
          const afresh = createWork().work(now);
          expect(outputs).toEqual(afresh.outputs);
          expect(course.sum()).toBe(afresh.course.sum());
        }
      }),
    );
  });

  it('is as long for one more item after a day as after an hour', () => {
    const day = items(1440);
    const { addedBy } = createWork();
    expect(addedBy(day)).toBe(1440);
    expect(addedBy(day)).toBe(0);
    expect(addedBy([...day, { value: 7 }])).toBe(1);
    // What AWS corrects after a quarter of an hour, and after three hours.
    expect(addedBy(day.with(-15, { value: 7 }))).toBeLessThanOrEqual(15 + 60);
    expect(addedBy(day.with(-180, { value: 7 }))).toBeLessThanOrEqual(180 + 60);
  });

  it('leaves the results of earlier lists as they were', () => {
    const { work } = createWork();
    const first = work(items(3));
    const outputs = [...first.outputs];
    work([...items(3), ...items(2)]);
    expect(first.outputs).toEqual(outputs);
    expect(first.course.sum()).toBe(outputs.at(-1));
  });
});
