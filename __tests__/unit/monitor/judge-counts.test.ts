import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { createCountMemory, judgeCounts } from '../../../src/monitor/judge-counts.ts';
import { createWorld, look, SETTINGS } from './judge-world.ts';

describe('What a look takes from those before it', () => {
  it('changes no number of its result, whatever AWS changes afterwards', () => {
    fc.assert(
      fc.property(
        fc.array(look, { minLength: 5, maxLength: 12, size: 'max' }),
        fc.integer(),
        fc.constantFrom(0.3, 1, 1.5, 4, 10),
        (looks, seed, harm) => {
          const world = createWorld(seed, harm);
          let memory = createCountMemory();
          for (const one of looks) {
            world.next(one);
            if (one.restarts) memory = createCountMemory();
            const given = [world.read(one), SETTINGS, world.rollout(), world.seen(one)] as const;
            const judged = judgeCounts(...given, memory);
            const afresh = judgeCounts(...given, createCountMemory());
            expect(JSON.stringify(judged)).toBe(JSON.stringify(afresh));
          }
        },
      ),
      { numRuns: 10, endOnFailure: true },
    );
  });
});
