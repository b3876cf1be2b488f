import { describe, expect, it } from '@jest/globals';
import { createTurns, readInLook } from '../../../../src/targets/alias/look-in-turn.ts';

const names = (count: number) => Array.from({ length: count }, (_, i) => `fn-${i}:live`);

describe('The aliases that a look reads', () => {
  it('are all of a few, at each look', () => {
    const turns = createTurns();
    for (let look = 0; look < 3; look++) expect(turns(names(10)).size).toBe(10);
  });

  it.each([11, 40, 100, 130, 200, 1000])(
    'are some of %d in turn, and each within 40 looks',
    (count) => {
      const turns = createTurns();
      const seen = new Map<string, number>();
      let reads = 0;
      for (let look = 0; look < 40; look++) {
        const labels = turns(names(count));
        reads += labels.size;
        expect(labels.size).toBe(readInLook(count));
        for (const label of labels) seen.set(label, look);
      }
      expect(seen.size).toBe(count);
      expect(reads).toBeLessThan(2 * Math.max(count, 40 * 3));
    },
  );

  it('go on from the first after the last, and with fewer aliases than before', () => {
    const turns = createTurns();
    expect([...turns(names(11))]).toEqual(['fn-0:live', 'fn-1:live', 'fn-2:live']);
    for (let i = 0; i < 2; i++) turns(names(11));
    expect([...turns(names(11))]).toEqual(['fn-9:live', 'fn-10:live', 'fn-0:live']);
    expect([...turns(names(2))]).toEqual(['fn-0:live', 'fn-1:live']);
  });
});
