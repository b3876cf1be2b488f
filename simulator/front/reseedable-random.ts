// A random generator that can be seeded again while it is in use.

import { createRandom, type Random } from '../random.ts';

export interface ReseedableRandom extends Random {
  reseed(seed: number): void;
}

/** The default seed is arbitrary. */
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
