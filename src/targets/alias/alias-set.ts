// Brings aliases to a state by compare-and-set: each is written only at the revision that was read, so a change by
// another writer is never overwritten.

import {
  type AliasChange,
  type Aliases,
  type AliasRef,
  type AliasState,
  isLostRace,
  isProvisionedTwice,
} from '../../aws/aliases.ts';
import type { Mode } from '../../aws/clients.ts';
import { KnownError, MovedError } from '../../base/errors.ts';
import { formatWeight, sameWeight } from '../../rollout/plan.ts';
import type { FunctionChange } from '../../rollout/release.ts';
import { type AliasTraffic, aliasTraffic, describeAlias } from './alias-state.ts';

/** One alias of a rollout. */
export interface Member {
  readonly ref: AliasRef;
  readonly change: FunctionChange;
  /** The alias has its own provisioned concurrency, which stays in place until the bake is over. */
  readonly kept: boolean;
}

export function labelOf({ functionName, alias }: AliasRef): string {
  return `${functionName}:${alias}`;
}

export interface AliasSet<M extends Mode = Mode> {
  readonly mode: M;
  /** Reads an alias and stores its revision for the next write. `undefined`: it does not exist. */
  read(ref: AliasRef): Promise<AliasState | undefined>;
  /** Takes note of a state that was just read, so that it is not read again before the first write. */
  saw(ref: AliasRef, state: AliasState): void;
  /** The state that was last read or written; `undefined`: it must be read. */
  lastSeen(ref: AliasRef): AliasState | undefined;
  /**
   * Brings an alias to a state, unless it is already there. Writes only at the revision that was read. Throws a
   * `MovedError` if another writer moved it in between.
   */
  bring(member: Member, goal: Goal): Promise<void>;
  /** Whether an alias still needs to be restored, by its last known state; an unread alias may need it. */
  isLeft(member: Member): boolean;
}

/** The state to bring an alias to. */
export interface Goal {
  readonly change: (change: FunctionChange) => AliasChange;
  readonly reached: (trafficState: AliasTraffic) => boolean;
  /** Overwrite any split of the two versions made outside the rollout: a rollback must not wait. */
  readonly overrules: boolean;
  /**
   * If Lambda holds the alias on the version being left, end that: users must not wait until the other version has
   * its environments again.
   */
  readonly atOnce: boolean;
  /** Part of a sentence: `give 5% to the canary`. */
  readonly words: string;
}

export const STABLE: Goal = {
  change: ({ from }) => ({ version: from, canary: undefined }),
  reached: ({ kind }) => kind === 'stable',
  overrules: true,
  atOnce: true,
  words: 'go back to the previous version',
};

export const PROMOTED: Goal = {
  change: ({ to }) => ({ version: to, canary: undefined }),
  reached: ({ kind }) => kind === 'promoted',
  overrules: false,
  atOnce: false,
  words: 'be promoted',
};

/** The same, but Lambda may not hold traffic on the version being left. */
export const MOVED: Goal = {
  ...PROMOTED,
  reached: (trafficState) => trafficState.kind === 'promoted' && !trafficState.held,
  atOnce: true,
};

/** All traffic to the new version, while the alias still points to the previous one. */
export const PROMOTED_BY_WEIGHT: Goal = {
  change: ({ from, to }) => ({ version: from, canary: { version: to, weight: 100 } }),
  reached: (trafficState) =>
    trafficState.kind === 'promoted' ||
    (trafficState.kind === 'split' && sameWeight(trafficState.weight, 100)),
  overrules: false,
  atOnce: false,
  words: 'be promoted',
};

/** @param weight in % */
export function splitGoal(weight: number): Goal {
  return {
    change: ({ from, to }) => ({
      version: from,
      canary: weight > 0 ? { version: to, weight } : undefined,
    }),
    reached: (trafficState) =>
      trafficState.kind === 'split'
        ? sameWeight(trafficState.weight, weight)
        : trafficState.kind === 'stable' && weight === 0,
    overrules: false,
    atOnce: false,
    words: `give ${formatWeight(weight)} to the canary`,
  };
}

/** What a run knows about its aliases, by their labels, whichever clients it read or wrote them with. */
export interface AliasCache {
  /** The state that was last read or written. */
  readonly observation: Map<string, AliasState>;
  /** The state before the release, for its first write. It says nothing about what is left to repair. */
  readonly before: Map<string, AliasState>;
  /** The state in which this run first found each alias, or last left it. */
  readonly left: Map<string, AliasState>;
}

export function newAliasCache(): AliasCache {
  return { observation: new Map(), before: new Map(), left: new Map() };
}

/**
 * How many writes of an alias may lose against another writer in a row. A tool that changes descriptions must not
 * defeat a rollback; each time, the state is read and judged again.
 */
const RACES = 12;
/** How many reads in a row may show that somebody moved it. */
const OUTDATED_READS = 2;

/**
 * @param makeWay called when Lambda refuses an alias because a version behind it also has provisioned
 * concurrency; deallocates what the rollout allocated for that version, if anything
 */
export function createAliasSet<M extends Mode>(
  aliases: Pick<Aliases<M>, 'mode' | 'read' | 'update'>,
  makeWay: (member: Member) => Promise<void> = async () => undefined,
  { observation, before, left }: AliasCache = newAliasCache(),
): AliasSet<M> {
  const read: AliasSet['read'] = async (ref) => {
    const label = labelOf(ref);
    const state = await aliases.read(ref);
    if (state) observation.set(label, state);
    else observation.delete(label);
    if (state && !left.has(label)) left.set(label, state);
    return state;
  };

  const update = async (member: Member, goal: Goal, revisionId: string): Promise<AliasState> => {
    const { ref, change } = member;
    const send = (revision: string) => aliases.update(ref, goal.change(change), revision);
    const answered = await send(revisionId).catch(async (error: unknown) => {
      if (!isProvisionedTwice(error)) throw error;
      await makeWay(member);
      return send(revisionId);
    });
    const done = !goal.atOnce || goal.reached(aliasTraffic(answered, change));
    return done ? answered : send(answered.revisionId);
  };

  const write = async (member: Member, goal: Goal, state: AliasState | undefined) => {
    const { ref, change } = member;
    const label = labelOf(ref);
    const trafficState = aliasTraffic(state, change);
    if (!state || trafficState.kind === 'external') {
      throw new MovedError(`${label} was not changed: ${describe(trafficState)}`);
    }
    if (!goal.reached(trafficState)) {
      const mine = goal.overrules || isHeldByLambda(trafficState);
      if (!mine) checkLeft(label, state, left.get(label) ?? state);
      const answered = await update(member, goal, state.revisionId).catch((error) => {
        // The write may have taken effect, so the current state is unknown.
        observation.delete(label);
        throw error;
      });
      observation.set(label, answered);
      if (!goal.reached(aliasTraffic(answered, change))) {
        throw new KnownError(
          `AWS accepted the change, but does not show it: ${label} should ${goal.words}, but points to ${describeAlias(answered)}`,
        );
      }
    }
    left.set(label, observation.get(label) ?? state);
  };

  return {
    mode: aliases.mode,
    read,
    saw: (ref, state) => void before.set(labelOf(ref), state),
    lastSeen: (ref) => observation.get(labelOf(ref)),
    bring: async (member, goal) => {
      const { ref } = member;
      const label = labelOf(ref);
      let known = observation.get(label) ?? before.get(label) ?? (await read(ref));
      before.delete(label);
      for (let attempt = 1; ; attempt++) {
        try {
          return await write(member, goal, known);
        } catch (error) {
          if (attempt >= attemptsAfter(error)) throw error;
        }
        // Our own write whose response was lost, a write by another writer, or an outdated read: read again and
        // decide again.
        known = await read(ref);
      }
    },
    isLeft: ({ ref, change }) => {
      const state = observation.get(labelOf(ref));
      const trafficState = state && aliasTraffic(state, change).kind;
      return trafficState !== 'stable' && trafficState !== 'external';
    },
  };
}

/** How many attempts a failed write may have in all. */
function attemptsAfter(error: unknown): number {
  if (isLostRace(error)) return RACES;
  return error instanceof MovedError ? OUTDATED_READS : 1;
}

function isHeldByLambda(trafficState: AliasTraffic): boolean {
  return trafficState.kind === 'promoted' && trafficState.held === true;
}

function describe(trafficState: AliasTraffic): string {
  return trafficState.kind === 'external' ? trafficState.what : trafficState.kind;
}

/** A new revision alone is harmless: it may be a changed description. */
function checkLeft(label: string, state: AliasState, left: AliasState): void {
  const [stands, stood] = [describeAlias(state), describeAlias(left)];
  if (stands === stood) return;
  throw new MovedError(
    `${label} was not changed: someone else moved it from ${stood} to ${stands}`,
  );
}
