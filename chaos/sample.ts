// A small sample of all trials: each fault, at calls spread over the rollouts.

import { FAULTS } from './faults.ts';
import { SCENARIOS } from './scenarios.ts';

/** Each of these rollouts makes at least this many calls. */
const CALLS = 28;
/** Coprime to the numbers of faults and rollouts. */
const STRIDE = 13;

/** @returns names of trials such as `alias/12/cut-after`; always the same */
export function sample(count: number): readonly string[] {
  const quick = SCENARIOS.filter(({ name }) => !name.startsWith('ten-'));
  return Array.from({ length: count }, (_, i) => {
    const scenario = quick[i % quick.length]?.name;
    const call = 1 + ((i * STRIDE) % CALLS);
    return `${scenario}/${call}/${FAULTS[i % FAULTS.length]?.name}`;
  });
}
