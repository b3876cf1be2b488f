// Waiting for environments: until they are ready, and no longer than the time limit.

import { describe, expect, it } from '@jest/globals';
import type { Provision, Provisioned } from '../../../../src/aws/provisioned.ts';
import { deallocate, findWarmUps, warmUpVersions } from '../../../../src/targets/lambda/warm-up.ts';
import { makeRecord } from '../../rollout/rollout-fixture.ts';

const CHANGES = [{ name: 'orders', from: '7', to: '8' }];

/** A Lambda that returns these statuses in order, and then repeats the last one. */
function lambda(...shown: readonly (Provision['status'] | undefined)[]) {
  const asked: string[] = [];
  let looks = 0;
  const provisioned: Provisioned<'rollback'> = {
    mode: 'rollback',
    read: async () => {
      const status = shown[Math.min(looks++, shown.length - 1)];
      return status && { requested: 3, status, reason: '' };
    },
    request: async (name, version, count) => void asked.push(`${count} of ${name}:${version}`),
    remove: async (name, version) => void asked.push(`none of ${name}:${version}`),
  };
  return { provisioned, asked };
}

function clock(stopAfter = Number.POSITIVE_INFINITY) {
  let waited = 0;
  return {
    waited: () => waited,
    preparing: {
      say: () => undefined,
      pause: async (seconds: number) => {
        waited += seconds;
      },
      stopped: () => waited >= stopAfter,
    },
  };
}

describe('environments of the new version', () => {
  it('are requested once, and waited for', async () => {
    const { provisioned, asked } = lambda('IN_PROGRESS', 'IN_PROGRESS', 'READY');
    const { preparing, waited } = clock();
    await warmUpVersions(provisioned, CHANGES, { orders: 3 }, preparing);
    expect(asked).toEqual(['3 of orders:8']);
    expect(waited()).toBe(10);
  });

  it.each<[string, readonly (Provision['status'] | undefined)[], number, RegExp]>([
    ['that never come', ['IN_PROGRESS'], 1e9, /version 8 of "orders" was not ready within 15m/],
    ['that fail', ['IN_PROGRESS', 'FAILED'], 1e9, /version 8 of "orders" failed \(Lambda gives/],
    ['that are taken away', ['IN_PROGRESS', undefined], 1e9, /someone removed it/],
    ['of a cancelled job', ['IN_PROGRESS'], 20, /cancelled/],
  ])('%s end the release', async (_, shown, stopAfter, said) => {
    const { preparing, waited } = clock(stopAfter);
    const warming = warmUpVersions(lambda(...shown).provisioned, CHANGES, { orders: 3 }, preparing);
    await expect(warming).rejects.toThrow(said);
    expect(waited()).toBeLessThanOrEqual(905);
  });

  it('are as many as the previous version has, unless the new one has some already', async () => {
    expect(await findWarmUps(lambda('READY', undefined).provisioned, CHANGES)).toEqual({
      orders: 3,
    });
    expect(await findWarmUps(lambda('READY', 'READY').provisioned, CHANGES)).toEqual({});
    expect(await findWarmUps(lambda(undefined).provisioned, CHANGES)).toEqual({});
  });

  it('are as many as the alias has, where it has them of its own', async () => {
    const { provisioned } = lambda('READY');
    const read: Provisioned['read'] = async (_, qualifier) =>
      qualifier === 'live' ? { requested: 5, status: 'READY', reason: '' } : undefined;
    const kept = new Map([['orders', 'live']]);
    expect(await findWarmUps({ ...provisioned, read }, CHANGES, kept)).toEqual({ orders: 5 });
  });
});

describe('after the rollout', () => {
  const record = makeRecord();
  const warmed = { orders: 3 };
  it.each<['new' | 'before', readonly string[], readonly string[]]>([
    ['new', ['8'], ['none of orders:7']],
    ['before', ['7'], ['none of orders:8']],
    ['new', ['8', '7'], []],
    ['before', ['7', '8'], []],
  ])(
    'with the %s version and aliases on %j, the other version is deallocated',
    async (served, on, gone) => {
      const { provisioned, asked } = lambda('READY');
      const isNeeded = async (_: string, version: string) => on.includes(version);
      await deallocate({ provisioned, isNeeded }, record.functions, { warmed }, served);
      expect(asked).toEqual(gone);
    },
  );

  it.each<['new' | 'before', readonly string[]]>([
    ['new', []],
    ['before', ['none of orders:8']],
  ])('with the %s version behind an alias that has its own', async (served, gone) => {
    const { provisioned, asked } = lambda('READY');
    const deallocation = { provisioned, isNeeded: async () => false };
    await deallocate(deallocation, record.functions, { warmed, kept: ['orders'] }, served);
    expect(asked).toEqual(gone);
  });

  it('nothing is deallocated that the rollout did not allocate', async () => {
    const { provisioned, asked } = lambda('READY');
    await deallocate({ provisioned, isNeeded: async () => false }, record.functions, {}, 'new');
    expect(asked).toEqual([]);
  });
});
