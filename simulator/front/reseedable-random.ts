// Chance that can begin anew while everyone holds on to it.

import { createRandom, type Random } from '../random.ts';

export interface ReseedableRandom extends Random {
  reseed(seed: number): void;
}

/** Without a seed, an arbitrary one. */
export function createReseedableRandom(seed?: number): ReseedableRandom {
  let current = createRandom(seed);
  return {
    next: () => current.next(),
    token: (length, alphabet) => current.token(length, alphabet),
    uuid: () => current.uuid(),
    reseed: (next) => {
      current = createRandom(next);
    },
  };
}
