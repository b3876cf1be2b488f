// How many aliases a cancelled job can roll back, and how more of them are released.

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { wavesOf, wayBackText } from '../../../src/rollout/way-back.ts';

const named = (count: number) =>
  Array.from({ length: count }, (_, i) => `fn-${String(i).padStart(3, '0')}`);
const text = (count: number, graceSeconds?: number) =>
  wayBackText({ functions: named(count), callsPerSecond: 14 }, graceSeconds);

describe('The way back of a cancelled job', () => {
  it('is long enough for what Lambda lets it call in nine of ten seconds', () => {
    expect(text(126)).toEqual([]);
    expect(text(127)).toHaveLength(1);
    // A CI system that waits for longer.
    expect(text(127, 30)).toEqual([]);
    expect(text(2, 0.01)).toHaveLength(1);
  });

  it('of more is said to be too short, with the waves that fit', () => {
    expect(text(200)).toEqual([
      'rollback: 200 aliases do not fit into one job that may be cancelled. To roll them back takes 14.3 s, at 14 calls a second of the 15 that Lambda allows the whole account; a cancelled job is killed after 10s, with 9 s for 126 of them. The others are rolled back by its post step, or by the next run. Release them in 2 waves, one after the other, each with its own functions (examples/fleet-in-waves.yml): 1: fn-000 to fn-099 (100); 2: fn-100 to fn-199 (100)',
    ]);
  });
});

describe('Waves', () => {
  it('contain everything once, in order, and are as few and as equal as possible', () => {
    const sizes = fc.integer({ min: 1, max: 700 });
    fc.assert(
      fc.property(sizes, fc.integer({ min: 1, max: 130 }), (count, most) => {
        const waves = wavesOf(named(count), most);
        expect(waves.flat()).toEqual(named(count));
        expect(waves).toHaveLength(Math.ceil(count / most));
        const lengths = waves.map(({ length }) => length);
        expect(Math.max(...lengths)).toBeLessThanOrEqual(most);
        expect(Math.max(...lengths) - Math.min(...lengths)).toBeLessThanOrEqual(1);
      }),
    );
  });
});
