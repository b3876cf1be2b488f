// Repairs an alias that something else left split, as a stopped CodeDeploy deployment does: all traffic returns to
// the version that it points to, or to the one that already has all of it. Compare-and-set leaves an alias alone
// that is still being moved.

import { type Aliases, isLostRace } from '../../aws/aliases.ts';
import { KnownError, MovedError } from '../../base/errors.ts';
import { forAll } from '../concurrency.ts';
import { labelOf } from './alias-set.ts';
import { describeAlias, mainVersion } from './alias-state.ts';
import type { AliasFacts } from './inspect-aliases.ts';

/** @returns what was done, in a sentence */
export async function repairSplit(aliases: Aliases, facts: readonly AliasFacts[]): Promise<string> {
  const done: string[] = [];
  await forAll(facts, async (fact) => {
    if (fact.split) done.push(await repair(aliases, fact, fact.split));
  });
  return done.join('; ');
}

async function repair(
  aliases: Aliases,
  { ref }: AliasFacts,
  split: NonNullable<AliasFacts['split']>,
): Promise<string> {
  const label = labelOf(ref);
  const version = mainVersion(split);
  try {
    const after = await aliases.update(ref, { version, canary: undefined }, split.revisionId);
    const shown = describeAlias(after);
    if (shown === version) return `${label} was ${describeAlias(split)}, and is ${version} again`;
    throw new KnownError(`${label} should point to ${version} again, but is ${shown}`);
  } catch (error) {
    if (!isLostRace(error)) throw error;
    throw new MovedError(
      `${label} was not repaired: someone has moved it since the last check, so another release is in progress`,
      { cause: error },
    );
  }
}
