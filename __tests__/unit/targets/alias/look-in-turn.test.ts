import { describe, expect, it } from '@jest/globals';
import { createTurns, readInLook } from '../../../../src/targets/alias/look-in-turn.ts';

const names = (count: number) => Array.from({ length: count }, (_, i) => `fn-${i}:live`);

describe('The aliases that a look reads', () => {
  it('are all of a few, at each look', () => {
    const turns = createTurns();
    for (let look = 0; look < 3; look++) expect(turns(names(10)).size).toBe(10);
  });

  it.each([11, 40, 100, 130, 200, 1000])(
    'are some of %d in turn, and each within any 40 looks',
    (count) => {
      const turns = createTurns();
      const looks = Array.from({ length: 200 }, () => turns(names(count)));
      for (const { size } of looks) expect(Math.abs(size - readInLook(count))).toBeLessThan(1);
      for (let from = 0; from <= 160; from++) {
        const some = looks.slice(from, from + 40);
        expect(new Set(some.flatMap((labels) => [...labels])).size).toBe(count);
        expect(some.reduce((sum, { size }) => sum + size, 0)).toBe(Math.max(count, 40 * 2));
      }
    },
  );

  it('go on from the first after the last, and with fewer aliases than before', () => {
    const turns = createTurns();
    expect([...turns(names(11))]).toEqual(['fn-0:live', 'fn-1:live']);
    for (let i = 0; i < 4; i++) turns(names(11));
    expect([...turns(names(11))]).toEqual(['fn-10:live', 'fn-0:live']);
    expect([...turns(names(2))]).toEqual(['fn-0:live', 'fn-1:live']);
  });
});
