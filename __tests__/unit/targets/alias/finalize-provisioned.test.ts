// An alias with its own provisioned concurrency, against a minimal Lambda that holds it on the version being
// left:
// while it is moved, in a rollback, and if a version has it twice.

import { describe, expect, it } from '@jest/globals';
import type { Aliases, AliasState } from '../../../../src/aws/aliases.ts';
import type { Provision } from '../../../../src/aws/provisioned.ts';
import { KnownError } from '../../../../src/base/errors.ts';
import {
  createAliasSet,
  type Member,
  MOVED,
  PROMOTED,
  PROMOTED_BY_WEIGHT,
  STABLE,
  splitGoal,
} from '../../../../src/targets/alias/alias-set.ts';
import { finalizeProvisioned } from '../../../../src/targets/alias/finalize-provisioned.ts';

const MEMBER: Member = {
  ref: { functionName: 'orders', alias: 'live' },
  change: { name: 'orders', from: '1', to: '2' },
  kept: true,
};

type Lambda = Partial<{
  /** The number of reads until the environments are ready. */
  readonly looks: number;
  readonly status: Provision['status'];
  /** Before Lambda begins, it shows the previous environments. */
  readonly late: boolean;
  /** It accepts a version's environments and an alias's at the same time. */
  readonly twice: boolean;
  readonly stopAfter: number;
}>;

function play({ looks = 2, status = 'READY', late, twice = true, stopAfter = 1e9 }: Lambda = {}) {
  let state: AliasState = { version: '1', weights: {}, revisionId: 'r0' };
  let moving: { from: string; left: number } | undefined;
  let lent = true;
  let waited = 0;
  const done: string[] = [];
  const aliases: Pick<Aliases<'rollback'>, 'mode' | 'read' | 'update'> = {
    mode: 'rollback',
    read: async () => {
      if (moving && --moving.left < 0 && status === 'READY') {
        moving = undefined;
        state = { ...state, weights: {} };
      } else if (moving && late) state = { ...state, weights: { [moving.from]: 100 } };
      return state;
    },
    update: async (_, { version, canary }, revisionId) => {
      expect(revisionId).toBe(state.revisionId);
      if (lent && !twice && (version === '2' || canary)) {
        const name = 'InvalidParameterValueException';
        const cause = Object.assign(new Error('Invalid alias … for Provisioned Concurrency'), {
          name,
        });
        throw new KnownError('refused', { cause });
      }
      if (version !== state.version) moving = { from: state.version, left: looks };
      else moving = undefined;
      const weights = canary ? { [canary.version]: canary.weight } : {};
      const held = moving && !late ? { [moving.from]: 100 } : {};
      const next = Number(revisionId.slice(1)) + 1;
      state = { version, weights: { ...weights, ...held }, revisionId: `r${next}` };
      done.push(`${version} ${JSON.stringify(weights)}`);
      return state;
    },
  };
  const provisioned = {
    mode: 'rollback' as const,
    read: async (): Promise<Provision> => ({
      requested: 3,
      status: moving && moving.left < looks ? (moving.left > 0 ? 'IN_PROGRESS' : status) : 'READY',
      reason: 'FUNCTION_ERROR_INIT_FAILURE',
    }),
    remove: async (name: string, version: string) => {
      lent = false;
      done.push(`none of ${name}:${version}`);
    },
  };
  const aliasSet = createAliasSet(aliases, ({ change }) =>
    provisioned.remove(change.name, change.to),
  );
  const waiting = {
    say: () => undefined,
    pause: async (seconds: number) => {
      waited += seconds;
    },
    stopped: () => waited >= stopAfter,
  };
  return {
    aliasSet,
    done,
    waited: () => waited,
    state: () => state,
    finalizeProvisioned: () => finalizeProvisioned({ aliasSet, provisioned }, [MEMBER], waiting),
  };
}

describe('an alias that is handed over', () => {
  it('is moved once, waited for, and then the version’s own environments are deallocated', async () => {
    const lambda = play();
    await lambda.aliasSet.bring(MEMBER, PROMOTED_BY_WEIGHT);
    await lambda.finalizeProvisioned();
    expect(lambda.done).toEqual(['1 {"2":100}', '2 {}', 'none of orders:2']);
    expect(lambda.state()).toMatchObject({ version: '2', weights: {} });
    expect(lambda.waited()).toBeGreaterThan(5);
  });

  it('is waited for where Lambda begins late', async () => {
    const lambda = play({ late: true, looks: 3 });
    await lambda.finalizeProvisioned();
    expect(lambda.done).toEqual(['2 {}', 'none of orders:2']);
    expect(lambda.waited()).toBeGreaterThan(15);
  });

  it('serves the new version even if its environments fail, and keeps those of the version', async () => {
    const lambda = play({ status: 'FAILED' });
    await expect(lambda.finalizeProvisioned()).rejects.toThrow(
      'the provisioned concurrency of orders:live failed (FUNCTION_ERROR_INIT_FAILURE) for version 2, which is served anyway',
    );
    expect(lambda.done).toEqual(['2 {}', '2 {}']);
    expect(lambda.state().weights).toEqual({});
  });

  it('is not waited for longer than 15 minutes', async () => {
    const lambda = play({ looks: 1e9 });
    await expect(lambda.finalizeProvisioned()).rejects.toThrow(
      /was not ready within 15m for version 2/,
    );
    expect(lambda.state().weights).toEqual({});
    expect(lambda.waited()).toBeLessThanOrEqual(905);
  });

  it('is not waited for once the job is to stop', async () => {
    const lambda = play({ looks: 1e9, stopAfter: 20 });
    await lambda.finalizeProvisioned();
    expect(lambda.waited()).toBe(20);
    expect(lambda.done).toEqual(['2 {}', 'none of orders:2']);
  });
});

describe('a rollback that Lambda holds', () => {
  it.each([
    ['to the previous version', STABLE, '1'],
    ['to a version of the past', MOVED, '2'],
  ])('%s is let go at once', async (_, goal, version) => {
    const lambda = play({ looks: 1e9 });
    if (version === '1') await lambda.aliasSet.bring(MEMBER, PROMOTED);
    await lambda.aliasSet.bring(MEMBER, goal);
    expect(lambda.done.slice(-2)).toEqual([`${version} {}`, `${version} {}`]);
    expect(lambda.state()).toMatchObject({ version, weights: {} });
  });
});

describe('a version that would have provisioned concurrency twice', () => {
  it('deallocates what the rollout allocated, and repeats the write', async () => {
    const lambda = play({ twice: false });
    await lambda.aliasSet.bring(MEMBER, splitGoal(5));
    expect(lambda.done).toEqual(['none of orders:2', '1 {"2":5}']);
  });
});
