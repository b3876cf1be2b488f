// Races over one alias, against a minimal Lambda: what is written, and what is not.

import { describe, expect, it } from '@jest/globals';
import type { AliasChange, Aliases, AliasState } from '../../../../src/aws/aliases.ts';
import { KnownError, MovedError } from '../../../../src/base/errors.ts';
import {
  createAliasSet,
  type Member,
  PROMOTED,
  STABLE,
  splitGoal,
} from '../../../../src/targets/alias/alias-set.ts';
import { forAll, forEvery, mapAll } from '../../../../src/targets/concurrency.ts';

const MEMBER: Member = {
  ref: { functionName: 'orders', alias: 'live' },
  change: { name: 'orders', from: '1', to: '2' },
  kept: false,
};

/** One alias with AWS's optimistic lock; `beforeWrite` runs a concurrent change. */
function fakeAlias(beforeWrite: (set: (version: string, share?: number) => void) => void) {
  let revision = 1;
  let state: AliasState | undefined = { version: '1', weights: {}, revisionId: 'r1' };
  const writes: AliasChange[] = [];
  const lies: AliasState[] = [];
  const put = (version: string, weights: Record<string, number>): AliasState => {
    revision += 1;
    state = { version, weights, revisionId: `r${revision}` };
    return state;
  };
  const set = (version: string, share = 0) => void put(version, share > 0 ? { 2: share } : {});
  const stale = Object.assign(new Error('stale'), { name: 'PreconditionFailedException' });
  const aliases: Pick<Aliases, 'read' | 'update'> = {
    read: async () => lies.shift() ?? state,
    update: async (_, change, revisionId) => {
      beforeWrite(set);
      if (revisionId !== state?.revisionId) throw new KnownError('stale', { cause: stale });
      writes.push(change);
      const { version, canary } = change;
      return put(version, canary ? { [canary.version]: canary.weight } : {});
    },
  };
  return {
    aliases,
    fleet: createAliasSet(aliases as Aliases),
    writes,
    set,
    /** What the next read returns, whatever the current state. */
    lie: (shown: AliasState) => void lies.push(shown),
    remove: () => {
      state = undefined;
    },
    state: () => state,
  };
}

const once = (act: (set: (version: string, share?: number) => void) => void) => {
  let done = false;
  return (set: (version: string, share?: number) => void) => {
    if (!done) act(set);
    done = true;
  };
};

describe('An alias whose change fails', () => {
  /** Applies the request, or not, and never returns a response. */
  function unsure(effective: boolean) {
    const lambda = fakeAlias(() => undefined);
    let silent = false;
    const update: Aliases['update'] = async (...asked) => {
      const answer = effective || !silent ? await lambda.aliases.update(...asked) : undefined;
      if (silent || !answer) throw new KnownError('the connection was cut');
      return answer;
    };
    const fleet = createAliasSet({ ...lambda.aliases, update } as Aliases);
    const mute = (now: boolean) => {
      silent = now;
    };
    return { ...lambda, fleet, mute };
  }

  it.each([true, false])(
    'is read again before it is called back (effective: %s)',
    async (effective) => {
      const { fleet, state, mute } = unsure(effective);
      await fleet.read(MEMBER.ref);
      expect(fleet.isLeft(MEMBER)).toBe(false);
      mute(true);
      await expect(fleet.bring(MEMBER, splitGoal(5))).rejects.toThrow('cut');
      expect(fleet.isLeft(MEMBER)).toBe(true);
      mute(false);
      await fleet.bring(MEMBER, STABLE);
      expect(state()).toMatchObject({ version: '1', weights: {} });
      expect(fleet.isLeft(MEMBER)).toBe(false);
    },
  );

  it('still needs a rollback while it is split, but not after a change outside the rollout', async () => {
    const { fleet, set } = fakeAlias(() => undefined);
    expect(fleet.isLeft(MEMBER)).toBe(true);
    await fleet.bring(MEMBER, splitGoal(5));
    expect(fleet.isLeft(MEMBER)).toBe(true);
    set('9');
    await fleet.read(MEMBER.ref);
    expect(fleet.isLeft(MEMBER)).toBe(false);
  });
});

describe('An alias that is brought to a state', () => {
  it('is written once, and not where it is there already', async () => {
    const { fleet, writes } = fakeAlias(() => undefined);
    await fleet.bring(MEMBER, splitGoal(5));
    await fleet.bring(MEMBER, splitGoal(5));
    expect(writes).toEqual([{ version: '1', canary: { version: '2', weight: 5 } }]);
    await fleet.bring(MEMBER, PROMOTED);
    await fleet.bring(MEMBER, STABLE);
    expect(writes.slice(1)).toEqual([
      { version: '2', canary: undefined },
      { version: '1', canary: undefined },
    ]);
  });

  it('is written again where only its revision moved', async () => {
    const { fleet, writes } = fakeAlias(once((set) => set('1')));
    await fleet.bring(MEMBER, splitGoal(5));
    expect(writes).toHaveLength(1);
  });

  it('is not written again where the lost race was its own', async () => {
    const { fleet, writes } = fakeAlias(once((set) => set('1', 5)));
    await fleet.bring(MEMBER, splitGoal(5));
    expect(writes).toEqual([]);
    await fleet.bring(MEMBER, splitGoal(25));
    expect(writes).toHaveLength(1);
  });

  it.each([
    ['another share', '1', 33, /someone else moved it from 1 to 1 \(67%\) and 2 \(33%\)/],
    ['a promotion', '2', 0, /someone else moved it from 1 to 2/],
    ['another version', '9', 0, /it points to 9/],
  ])('is left alone where the race was lost to %s', async (_, version, share, words) => {
    const { fleet, writes, state } = fakeAlias(once((set) => set(version, share)));
    const shift = fleet.bring(MEMBER, splitGoal(5));
    await expect(shift).rejects.toThrow(MovedError);
    await expect(shift).rejects.toThrow(words);
    expect(writes).toEqual([]);
    expect(state()).toMatchObject({ version });
  });

  it('is rolled back although another tool set another split of the two versions', async () => {
    const { fleet, state } = fakeAlias(once((set) => set('1', 33)));
    await fleet.bring(MEMBER, splitGoal(33));
    const { fleet: racing, state: raced, set } = fakeAlias(once((put) => put('1', 44)));
    set('1', 33);
    await racing.bring(MEMBER, STABLE);
    expect([state()?.weights, raced()?.weights]).toEqual([{ 2: 33 }, {}]);
  });

  it('is rolled back although one read misreported it as changed', async () => {
    const { fleet, lie, state } = fakeAlias(() => undefined);
    await fleet.bring(MEMBER, splitGoal(20));
    lie({ version: '77', weights: { 2: 20 }, revisionId: 'r2' });
    await fleet.read(MEMBER.ref);
    await fleet.bring(MEMBER, STABLE);
    expect(state()).toMatchObject({ version: '1', weights: {} });
  });

  it.each([
    ['rolled back', STABLE, '1', 5, {}],
    ['shifted', splitGoal(25), '1', 5, { 2: 25 }],
  ])(
    'is %s although something else of it changes before each of ten writes',
    async (_, goal, version, share, weights) => {
      let changes = 0;
      const { fleet, set, state } = fakeAlias((put) => {
        changes += 1;
        if (changes <= 10) put(version, share);
      });
      set(version, share);
      await fleet.read(MEMBER.ref);
      await fleet.bring(MEMBER, goal);
      expect(state()?.weights).toEqual(weights);
    },
  );

  it('does not retry forever if it loses every race', async () => {
    const { fleet, writes } = fakeAlias((set) => set('1'));
    await expect(fleet.bring(MEMBER, splitGoal(5))).rejects.toThrow('stale');
    expect(writes).toEqual([]);
  });

  it('is not created again after it was deleted', async () => {
    const { fleet, remove, writes } = fakeAlias(() => undefined);
    await fleet.read(MEMBER.ref);
    remove();
    await fleet.read(MEMBER.ref);
    await expect(fleet.bring(MEMBER, STABLE)).rejects.toThrow(/it no longer exists/);
    expect(writes).toEqual([]);
  });
});

describe('Work on many', () => {
  const items = Array.from({ length: 30 }, (_, i) => i);
  const failAt =
    (bad: number, seen: number[], error = new KnownError('no')) =>
    async (i: number) => {
      await Promise.resolve();
      seen.push(i);
      if (i === bad) throw error;
    };

  it('keeps the order of the results, whichever is first', async () => {
    const slow = async (i: number) => {
      await new Promise((resolve) => setTimeout(resolve, (30 - i) % 7));
      return i * 2;
    };
    expect(await mapAll(items, slow)).toEqual(items.map((i) => i * 2));
  });

  it('never has more than eight under way', async () => {
    let under = 0;
    let most = 0;
    await forAll(items, async () => {
      under += 1;
      most = Math.max(most, under);
      await new Promise((resolve) => setTimeout(resolve, 1));
      under -= 1;
    });
    expect(most).toBe(8);
  });

  it('starts nothing new after a failure, except in a rollback', async () => {
    const forth: number[] = [];
    await expect(forAll(items, failAt(3, forth))).rejects.toThrow('no');
    expect(forth.length).toBeLessThan(items.length);
    const back: number[] = [];
    await expect(forEvery(items, failAt(3, back))).rejects.toThrow('no');
    expect([...back].sort((a, b) => a - b)).toEqual(items);
  });

  it('reports a change outside the rollout only if all failures are such changes', async () => {
    const fail = (errors: Error[]) =>
      forEvery(errors, async (error) => {
        throw error;
      });
    const moved = () => new MovedError('moved');
    await expect(fail([moved(), moved()])).rejects.toBeInstanceOf(MovedError);
    await expect(fail([moved(), new KnownError('no')])).rejects.not.toBeInstanceOf(MovedError);
    await expect(fail([moved(), new KnownError('no')])).rejects.toThrow('moved; no');
  });
});
