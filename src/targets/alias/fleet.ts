// Many aliases moved as one, within what an account may ask of Lambda.

import { type AliasChange, type Aliases, type AliasRef, isLostRace } from '../../aws/aliases.ts';
import { messageOf, RolloutError } from '../../aws/errors.ts';
import {
  type AliasStanding,
  type AliasState,
  standingOfAlias,
} from '../../rollout/alias-standing.ts';
import type { FunctionChange } from '../../rollout/release.ts';

/** One alias of a rollout. */
export interface Member {
  readonly ref: AliasRef;
  readonly change: FunctionChange;
}

export function labelOf({ functionName, alias }: AliasRef): string {
  return `${functionName}:${alias}`;
}

/** Lambda allows an account 15 control-plane calls a second; four at a time stay below that. */
const AT_ONCE = 4;

/** Runs `work` on all of them, a few at a time; waits for all, then throws what failed, in words. */
export async function forAll<T, R>(
  items: readonly T[],
  work: (item: T) => Promise<R>,
): Promise<R[]> {
  const results = new Array<R>(items.length);
  const failures: unknown[] = [];
  let next = 0;
  const worker = async () => {
    while (next < items.length) {
      const index = next++;
      try {
        results[index] = await work(items[index] as T);
      } catch (error) {
        failures.push(error);
      }
    }
  };
  await Promise.all(Array.from({ length: Math.min(AT_ONCE, items.length) }, worker));
  if (failures.length > 0) {
    throw new RolloutError(failures.map(messageOf).join('; '), { cause: failures[0] });
  }
  return results;
}

export interface Fleet {
  /** Reads an alias; its revision is kept for the next write. */
  read(ref: AliasRef, signal?: AbortSignal): Promise<AliasState>;
  /**
   * Brings an alias to a state, unless it is there already. What stands on it must be ours; it is
   * written only as the revision that was read.
   */
  bring(member: Member, goal: Goal, signal?: AbortSignal): Promise<void>;
}

/** A state that an alias is brought to. */
export interface Goal {
  readonly change: (change: FunctionChange) => AliasChange;
  readonly reached: (standing: AliasStanding) => boolean;
  /** For a sentence: `give 5% to the canary`. */
  readonly words: string;
}

export const STABLE: Goal = {
  change: ({ from }) => ({ version: from, canary: undefined }),
  reached: ({ kind }) => kind === 'stable',
  words: 'go back to the version before',
};

export const PROMOTED: Goal = {
  change: ({ to }) => ({ version: to, canary: undefined }),
  reached: ({ kind }) => kind === 'promoted',
  words: 'be promoted',
};

/** @param weight per cent */
export function splitGoal(weight: number): Goal {
  return {
    change: ({ from, to }) => ({
      version: from,
      canary: weight > 0 ? { version: to, weight } : undefined,
    }),
    reached: (standing) =>
      standing.kind === 'split'
        ? Math.abs(standing.weight - weight) < 0.005
        : standing.kind === 'stable' && weight === 0,
    words: `have ${weight}% on the canary`,
  };
}

export function createFleet(aliases: Aliases): Fleet {
  const seen = new Map<string, AliasState>();
  const read: Fleet['read'] = async (ref, signal) => {
    const state = await aliases.read(ref, signal);
    if (!state) throw new RolloutError(`the alias ${labelOf(ref)} is not there any more`);
    seen.set(labelOf(ref), state);
    return state;
  };

  const write = async (member: Member, goal: Goal, state: AliasState, signal?: AbortSignal) => {
    const { ref, change } = member;
    const standing = standingOfAlias(state, change);
    if (standing.kind === 'foreign') {
      throw new RolloutError(`${labelOf(ref)} was left alone: ${standing.what}`);
    }
    if (goal.reached(standing)) return;
    const answered = await aliases.update(ref, goal.change(change), state.revisionId, signal);
    seen.set(labelOf(ref), answered);
    if (!goal.reached(standingOfAlias(answered, change))) {
      throw new RolloutError(
        `AWS accepted the change, but does not show it: ${labelOf(ref)} was to ${goal.words}, and is ${JSON.stringify(answered)}`,
      );
    }
  };

  return {
    read,
    bring: async (member, goal, signal) => {
      const { ref } = member;
      const known = seen.get(labelOf(ref)) ?? (await read(ref, signal));
      try {
        await write(member, goal, known, signal);
      } catch (error) {
        if (!isLostRace(error)) throw error;
        // Either our own write whose answer was lost, or someone else's: look, and judge anew.
        await write(member, goal, await read(ref, signal), signal);
      }
    },
  };
}
